//! Gaps, strengths and wishes of one person, compared with the scale of the role model.

use crate::agreement::{AgreedArea, AgreedLevels, Agreement};
use crate::department::Department;
use crate::department::profile::{Activity, Priority, Profile, What};
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
    pub fn size(&self) -> i64 {
        self.wanted - self.current
    }
}

/// Sort rank of a priority: needed, then unspecified, then nice to have.
pub fn priority_rank(priority: Option<Priority>) -> u8 {
    match priority {
        Some(Priority::Need) => 0,
        None => 1,
        Some(Priority::Nice) => 2,
    }
}

/// A person's gaps by priority, then size (largest first), then order of the areas.
pub fn gaps(person: &Profile) -> Vec<Gap> {
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
pub fn serves(line: &Activity, area: AreaIndex, department: &Department) -> bool {
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
pub fn largest_lifts(agreement: &Agreement, most: usize) -> Vec<(&AgreedArea, AgreedLevels)> {
    let mut lifts: Vec<_> = filled(agreement).filter(|(_, levels)| levels.gap() > 0).collect();
    lifts.sort_by_key(|(_, levels)| (std::cmp::Reverse(levels.gap()), priority_rank(levels.priority)));
    lifts.truncate(most);
    lifts
}

/// The areas whose wanted level is below the current one.
pub fn wants_less(agreement: &Agreement) -> Vec<(&AgreedArea, AgreedLevels)> {
    filled(agreement).filter(|(_, levels)| levels.gap() < 0).collect()
}

/// The areas in which a person stands highest on the scale, in its upper half and
/// without a wish to lift them, the highest first; at most `most`.
pub fn strengths(agreement: &Agreement, most: usize) -> Vec<(&AgreedArea, AgreedLevels)> {
    let scale = &agreement.scale;
    let half = scale.len().div_ceil(2);
    let position = |number: i64| scale.iter().position(|(level, _)| *level == number);
    // What she wants to lift further is no strength yet.
    let mut strong: Vec<_> = filled(agreement)
        .filter(|(_, levels)| levels.gap() <= 0)
        .filter_map(|(area, levels)| Some((position(levels.current)?, area, levels)))
        .filter(|(position, ..)| *position >= half)
        .collect();
    strong.sort_by_key(|(position, ..)| std::cmp::Reverse(*position));
    strong.into_iter().take(most).map(|(_, area, levels)| (area, levels)).collect()
}
