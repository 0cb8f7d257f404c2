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
    /// Lowest and highest current level of the middle half: without a quarter of the people,
    /// rounded down, at each end.
    pub middle: (i64, i64),
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
pub(crate) fn of_levels(
    areas: impl IntoIterator<Item = impl IntoIterator<Item = Option<(i64, i64)>>>,
) -> Vec<AreaAverage> {
    areas
        .into_iter()
        .map(|levels| {
            let mut levels: Vec<(i64, i64)> = levels.into_iter().flatten().collect();
            levels.sort_unstable();
            let current = || levels.iter().map(|&(current, _)| current);
            let count = levels.len();
            let (Some(first), Some(last)) = (levels.first(), levels.last()) else {
                return AreaAverage::default();
            };
            let quarter = count / 4;
            let mean = |sum: i64| sum as f64 / count as f64;
            AreaAverage {
                people: count,
                current: mean(current().sum()),
                wanted: mean(levels.iter().map(|&(_, wanted)| wanted).sum()),
                with_gap: levels.iter().filter(|(current, wanted)| wanted > current).count(),
                lowest: first.0,
                highest: last.0,
                middle: (levels[quarter].0, levels[count - 1 - quarter].0),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_half_leaves_out_a_quarter_at_each_end() {
        let of = |levels: &[i64]| of_levels([levels.iter().map(|&level| Some((level, level)))])[0];
        for (levels, middle) in [
            (&[3][..], (3, 3)),
            (&[0, 3, 5], (0, 5)),
            (&[5, 0, 2, 3], (2, 3)),
            (&[0, 0, 1, 4, 5, 5, 5], (0, 5)),
            (&[0, 0, 1, 4, 4, 5, 5, 5], (1, 5)),
        ] {
            assert_eq!(of(levels).middle, middle, "{levels:?}");
        }
        assert_eq!(of(&[]), AreaAverage::default());
    }
}
