//! The department as a whole: means over everybody who filled in an area.

use crate::department::Department;
use crate::department::profile::{AreaLevels, Profile};

/// One area's figures over a group of people.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct AreaAverage {
    /// How many filled it in.
    pub people: usize,
    /// The mean level now; 0 where nobody filled it in.
    pub current: f64,
    /// The mean level wanted; 0 where nobody filled it in.
    pub wanted: f64,
    /// How many want more than they have.
    pub with_gap: usize,
    /// The lowest level now.
    pub lowest: i64,
    /// The highest level now.
    pub highest: i64,
}

/// The figures of each area over `people`, in the order of the role model.
pub fn averages<'a>(
    department: &Department,
    people: impl IntoIterator<Item = &'a Profile> + Clone,
) -> Vec<AreaAverage> {
    let pair = |levels: &AreaLevels| (levels.current, levels.wanted);
    let of_area = |i: usize| {
        let people = people.clone().into_iter();
        people.map(move |person: &Profile| person.levels[i].as_ref().map(pair))
    };
    of_levels((0..department.role_model.areas.len()).map(of_area))
}

/// The figures of each area, from everybody's current and wanted level in it.
pub fn of_levels(
    areas: impl IntoIterator<Item = impl IntoIterator<Item = Option<(i64, i64)>>>,
) -> Vec<AreaAverage> {
    areas
        .into_iter()
        .map(|levels| {
            let levels: Vec<(i64, i64)> = levels.into_iter().flatten().collect();
            let current = || levels.iter().map(|&(current, _)| current);
            let count = levels.len();
            if count == 0 {
                return AreaAverage::default();
            }
            let mean = |sum: i64| sum as f64 / count as f64;
            AreaAverage {
                people: count,
                current: mean(current().sum()),
                wanted: mean(levels.iter().map(|&(_, wanted)| wanted).sum()),
                with_gap: levels.iter().filter(|(current, wanted)| wanted > current).count(),
                lowest: current().min().unwrap_or_default(),
                highest: current().max().unwrap_or_default(),
            }
        })
        .collect()
}
