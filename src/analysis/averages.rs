//! Average levels of each area over the people who filled it in.

use crate::department::Department;
use crate::department::profile::{AreaLevels, Profile};

/// Figures of one area over a group of people.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct AreaAverage {
    /// Number of people who filled it in.
    pub people: usize,
    /// Mean current level; 0 without people.
    pub current: f64,
    /// Mean wanted level; 0 without people.
    pub wanted: f64,
    /// Number of people with a gap.
    pub with_gap: usize,
    /// Lowest current level.
    pub lowest: i64,
    /// Highest current level.
    pub highest: i64,
}

/// The averages of each area over `people`, in the role model's order.
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

/// The averages of each area from pairs of current and wanted level.
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
