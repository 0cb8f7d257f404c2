//! Gaps, strengths and wishes of one person, compared with the scale of the role model.

use std::cmp::Reverse;

use crate::agreement::{AgreedArea, AgreedLevels, Agreement};
use crate::department::Department;
use crate::department::profile::{Activity, AreaLevels, Priority, Profile, What};
use crate::department::role_model::AreaIndex;

/// An area whose wanted level is above the current one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Index in the role model.
    pub area: AreaIndex,
    /// Current level.
    pub current: i64,
    /// Wanted level.
    pub wanted: i64,
    /// Priority given in the profile.
    pub priority: Option<Priority>,
}

impl Gap {
    /// Wanted minus current level; at least 1.
    pub(crate) fn size(&self) -> i64 {
        self.wanted - self.current
    }
}

/// Sort rank of a priority: needed, then unspecified, then nice to have.
pub(crate) fn priority_rank(priority: Option<Priority>) -> u8 {
    match priority {
        Some(Priority::Need) => 0,
        None => 1,
        Some(Priority::Nice) => 2,
    }
}

/// A person's gaps by priority, then size (largest first), then order of the areas.
pub(crate) fn gaps(person: &Profile) -> Vec<Gap> {
    let mut gaps: Vec<Gap> = person
        .levels
        .iter()
        .enumerate()
        .filter_map(|(i, levels)| {
            let levels = levels.as_ref().filter(|levels| levels.gap() > 0)?;
            Some(Gap {
                area: AreaIndex(i),
                current: levels.current,
                wanted: levels.wanted,
                priority: levels.priority,
            })
        })
        .collect();
    gaps.sort_by_key(|gap| (priority_rank(gap.priority), -gap.size(), gap.area));
    gaps
}

/// Whether a plan line serves `area`: by its own area, or else by its course's areas.
pub(crate) fn serves(line: &Activity, area: AreaIndex, department: &Department) -> bool {
    match (line.area, &line.what) {
        (Some(own), _) => own == area,
        (None, What::Course(course)) => department.catalogue.courses[course.0].areas.contains(&area),
        (None, _) => false,
    }
}

/// The areas of an agreement with levels.
fn filled(agreement: &Agreement) -> impl Iterator<Item = (&AgreedArea, AgreedLevels)> {
    agreement.areas.iter().filter_map(|area| Some((area, area.levels?)))
}

/// The largest gaps of an agreement, at most `most`; equal ones by priority, then order of the
/// areas.
pub(crate) fn largest_lifts(agreement: &Agreement, most: usize) -> Vec<(&AgreedArea, AgreedLevels)> {
    let mut lifts: Vec<_> = filled(agreement).filter(|(_, levels)| levels.gap() > 0).collect();
    lifts.sort_by_key(|(_, levels)| (Reverse(levels.gap()), priority_rank(levels.priority)));
    lifts.truncate(most);
    lifts
}

/// The areas whose wanted level is below the current one.
pub(crate) fn wants_less(agreement: &Agreement) -> Vec<(&AgreedArea, AgreedLevels)> {
    filled(agreement).filter(|(_, levels)| levels.gap() < 0).collect()
}

/// Position of the lowest level that counts as a strength, on a scale with a number of levels: the
/// first of its upper half. All documents follow this rule.
fn strength_threshold(levels: usize) -> usize {
    levels.div_ceil(2)
}

/// A person's strengths, the highest level first: areas in the upper half of the scale that the
/// person does not want to lift further. At most `most`.
pub(crate) fn strengths(agreement: &Agreement, most: usize) -> Vec<(&AgreedArea, AgreedLevels)> {
    let scale = &agreement.scale;
    let threshold = strength_threshold(scale.len());
    let position = |number: i64| scale.iter().position(|(level, _)| *level == number);
    let mut strong: Vec<_> = filled(agreement)
        .filter(|(_, levels)| levels.gap() <= 0)
        .filter_map(|(area, levels)| Some((position(levels.current)?, area, levels)))
        .filter(|(position, ..)| *position >= threshold)
        .collect();
    strong.sort_by_key(|(position, ..)| Reverse(*position));
    strong.into_iter().take(most).map(|(_, area, levels)| (area, levels)).collect()
}

/// An area in which people of a department are strong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct AreaStrength {
    /// Index in the role model.
    pub area: AreaIndex,
    /// The lowest level that counts as a strength.
    pub level: i64,
    /// Number of people at that level or above.
    pub people: usize,
}

/// The areas in which people are in the upper half of the scale, by number of people.
pub(crate) fn area_strengths(department: &Department) -> Vec<AreaStrength> {
    let scale = &department.role_model.scale;
    let threshold = strength_threshold(scale.levels.len());
    let Some(level) = scale.levels.get(threshold).map(|level| level.number) else { return Vec::new() };
    let is_strong = |levels: &&AreaLevels| scale.position(levels.current).is_some_and(|at| at >= threshold);
    let mut areas: Vec<AreaStrength> = (0..department.role_model.areas.len())
        .map(|i| {
            let levels = department.people.iter().filter_map(|person| person.levels[i].as_ref());
            AreaStrength { area: AreaIndex(i), level, people: levels.filter(is_strong).count() }
        })
        .filter(|area| area.people > 0)
        .collect();
    areas.sort_by_key(|strength| (Reverse(strength.people), strength.area));
    areas
}
