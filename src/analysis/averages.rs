//! The department as a whole: means over everybody who filled in an area.

use crate::department::Department;
use crate::department::profile::Profile;

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
    (0..department.role_model.areas.len())
        .map(|i| {
            let levels: Vec<_> =
                people.clone().into_iter().filter_map(|person| person.levels[i].as_ref()).collect();
            let count = levels.len();
            if count == 0 {
                return AreaAverage::default();
            }
            let mean = |sum: i64| sum as f64 / count as f64;
            AreaAverage {
                people: count,
                current: mean(levels.iter().map(|l| l.current).sum()),
                wanted: mean(levels.iter().map(|l| l.wanted).sum()),
                with_gap: levels.iter().filter(|l| l.gap() > 0).count(),
                lowest: levels.iter().map(|l| l.current).min().unwrap_or_default(),
                highest: levels.iter().map(|l| l.current).max().unwrap_or_default(),
            }
        })
        .collect()
}
