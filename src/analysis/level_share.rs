//! Anonymized share of a group at or above a level, for documents that anyone may read.
//!
//! Means are not published. From the means before and after one person joins, that person's level
//! follows to within the rounding times the size of the group; and however coarse the rounding,
//! only somebody at the end of the scale can move a mean across a step near that end. The share at
//! or above one level reduces each person to a side of that level. An attacker who knows everyone
//! else's levels and all editions learns only that side, and each side holds at least two levels,
//! also for a person who is known to want more than their current level.
//!
//! The share is published in quarters or halves, which is never finer than a count that is
//! published as "fewer than the smallest group".

use strum::{IntoStaticStr, VariantArray};

use crate::department::scale::Scale;

/// Least number of levels for two on each side of the middle, not counting the highest, which a
/// person with a gap can't have.
const FEWEST_LEVELS: usize = 5;

/// A share of a group; lower bounds are inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray, IntoStaticStr)]
pub(crate) enum LevelShare {
    /// Less than a quarter.
    #[strum(serialize = "share-under-quarter")]
    UnderQuarter,
    /// A quarter to a half.
    #[strum(serialize = "share-from-quarter")]
    FromQuarter,
    /// A half to three quarters.
    #[strum(serialize = "share-from-half")]
    FromHalf,
    /// Three quarters or more.
    #[strum(serialize = "share-from-three-quarters")]
    FromThreeQuarters,
    /// Less than a half, in a group too small for quarters.
    #[strum(serialize = "share-under-half")]
    UnderHalf,
    /// A half or more, in a group too small for quarters.
    #[strum(serialize = "share-half-or-more")]
    HalfOrMore,
}

impl LevelShare {
    /// Message key of the share.
    pub(crate) fn key(self) -> &'static str {
        self.into()
    }

    /// The share of `levels` at or above `level`; `None` if the group is too small even for
    /// halves, given the smallest group that a figure may be based on.
    pub(crate) fn at_level(levels: &[i64], level: i64, smallest_group: usize) -> Option<Self> {
        let (all, above) = (levels.len(), levels.iter().filter(|&&own| own >= level).count());
        // Each of `parts` covers at least as many counts as "fewer than the smallest group".
        let is_large_enough =
            |parts: usize| all > 0 && all >= smallest_group.saturating_sub(1).saturating_mul(parts);
        if is_large_enough(4) {
            Some(match above * 4 / all {
                0 => Self::UnderQuarter,
                1 => Self::FromQuarter,
                2 => Self::FromHalf,
                _ => Self::FromThreeQuarters,
            })
        } else if is_large_enough(2) {
            Some(if above * 2 < all { Self::UnderHalf } else { Self::HalfOrMore })
        } else {
            None
        }
    }
}

/// The level that shares refer to: the middle of `scale`, or `None` if the scale has too few
/// levels to leave uncertainty on both sides.
pub(crate) fn middle(scale: &Scale) -> Option<i64> {
    let levels = &scale.levels;
    (levels.len() >= FEWEST_LEVELS).then(|| levels[levels.len() / 2].number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::department::scale::ScaleLevel;

    fn scale(numbers: &[i64]) -> Scale {
        let level = |&number: &i64| ScaleLevel { number, name: String::new() };
        Scale { levels: numbers.iter().map(level).collect() }
    }

    #[test]
    fn two_levels_are_left_on_both_sides_of_the_middle() {
        for many in 2..12_i64 {
            let numbers: Vec<i64> = (0..many).map(|i| i * 2 - 3).collect();
            let Some(middle) = middle(&scale(&numbers)) else {
                assert!(many < 5);
                continue;
            };
            let (below, above): (Vec<i64>, Vec<i64>) = numbers.iter().partition(|&&n| n < middle);
            assert!(many >= 5 && below.len() >= 2 && above.len() >= 3, "{numbers:?}");
        }
    }

    #[test]
    fn no_share_tells_a_count_closer_than_too_few_does() {
        for smallest_group in 3..9 {
            for all in 0..60_usize {
                for share in LevelShare::VARIANTS {
                    let is_it = |above: &usize| {
                        let levels: Vec<i64> = (0..all).map(|i| i64::from(i < *above)).collect();
                        LevelShare::at_level(&levels, 1, smallest_group) == Some(*share)
                    };
                    let counts = (0..=all).filter(is_it).count();
                    assert!(counts == 0 || counts >= smallest_group - 1, "{share:?} of {all}: {counts}");
                }
                let levels = vec![0; all];
                let is_told = LevelShare::at_level(&levels, 1, smallest_group).is_some();
                assert_eq!(is_told, all >= 2 * (smallest_group - 1), "{all} {smallest_group}");
            }
        }
    }

    #[test]
    fn a_share_is_what_its_name_says() {
        let of = |above: usize| {
            let levels: Vec<i64> = (0..16).map(|i| if i < above { 3 } else { 2 }).collect();
            LevelShare::at_level(&levels, 3, 5)
        };
        assert_eq!([of(0), of(3)], [Some(LevelShare::UnderQuarter); 2]);
        assert_eq!([of(4), of(7)], [Some(LevelShare::FromQuarter); 2]);
        assert_eq!([of(8), of(11)], [Some(LevelShare::FromHalf); 2]);
        assert_eq!([of(12), of(16)], [Some(LevelShare::FromThreeQuarters); 2]);
        assert_eq!(LevelShare::at_level(&[3, 3, 3, 3, 2, 2, 2, 2], 3, 5), Some(LevelShare::HalfOrMore));
        assert_eq!(LevelShare::at_level(&[3, 3, 3, 2, 2, 2, 2, 2], 3, 5), Some(LevelShare::UnderHalf));
    }
}
