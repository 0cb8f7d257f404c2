//! Where a person wants more than she has, and what she is strong in.

use crate::agreement::{AgreedArea, AgreedLevels, Agreement};
use crate::department::Department;
use crate::department::profile::{Activity, Priority, Profile, What};
use crate::department::role_model::AreaIndex;

/// An area in which a person wants a higher level than she has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The area.
    pub area: AreaIndex,
    /// The level now.
    pub current: i64,
    /// The level wanted.
    pub wanted: i64,
    /// How important it is.
    pub priority: Option<Priority>,
}

impl Gap {
    /// Levels to climb; at least 1.
    pub fn size(&self) -> i64 {
        self.wanted - self.current
    }
}

/// The rank of a priority: what is needed first, then what nobody has weighed, then what is nice.
pub fn priority_rank(priority: Option<Priority>) -> u8 {
    match priority {
        Some(Priority::Need) => 0,
        None => 1,
        Some(Priority::Nice) => 2,
    }
}

/// A person's gaps: the needed before the nice, the large before the small,
/// then in the order of the areas.
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

/// Whether a line of a plan serves `area`: by its own area, else by its course's.
pub fn serves(line: &Activity, area: AreaIndex, department: &Department) -> bool {
    match (line.area, &line.what) {
        (Some(own), _) => own == area,
        (None, What::Course(course)) => department.catalogue.courses[course.0].areas.contains(&area),
        (None, _) => false,
    }
}

/// The areas of an agreement that are filled in.
fn filled(agreement: &Agreement) -> impl Iterator<Item = (&AgreedArea, AgreedLevels)> {
    agreement.areas.iter().filter_map(|area| Some((area, area.levels?)))
}

/// The largest lifts that a person wants, at most `most`; of two alike the more
/// important first, then in the order of the areas.
pub fn largest_lifts(agreement: &Agreement, most: usize) -> Vec<(&AgreedArea, AgreedLevels)> {
    let mut lifts: Vec<_> = filled(agreement).filter(|(_, levels)| levels.gap() > 0).collect();
    lifts.sort_by_key(|(_, levels)| (std::cmp::Reverse(levels.gap()), priority_rank(levels.priority)));
    lifts.truncate(most);
    lifts
}

/// The areas that a person would like to do less of: wanted below current.
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
