//! Figures about a cohort for a page without names: none from which a few people can be inferred.
//!
//! Attendance is counted among those who finished only, so that every figure has the same whole. Of a part
//! that fewer than the smallest group missed, the page says that at least so many came; a reader then knows
//! that somewhere from one to that many less one were away, and no more. Whatever sums the page prints are
//! made of the printed figures, so they add nothing.

use jiff::civil::Date;

use super::cohort::Cohort;
use super::definition::Programme;
use super::progress::{PartState, Progress};

/// A figure that may be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// The number itself.
    Exactly(usize),
    /// At least this many, and not all.
    AtLeast(usize),
    /// Not printed.
    Withheld,
}

/// The figures about a cohort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CohortFigures {
    /// How many finished; `None` if fewer than the smallest group did.
    pub finished: Option<usize>,
    /// How many took part at some time; `None` if that would tell of a few who left.
    pub started: Option<usize>,
    /// How many of those who finished came to each joint part that was held.
    pub attendance: Vec<(usize, Figure)>,
    /// The share of attendance in hundredths, rounded down to a multiple of [`STEP`]; `None` if it would tell
    /// how many of few were away.
    pub least_share: Option<usize>,
}

/// How `part` of `whole` people are printed, where figures on fewer than `least` are not.
pub fn figure(part: usize, whole: usize, least: usize) -> Figure {
    let others = whole.saturating_sub(part);
    match () {
        () if part < least => Figure::Withheld,
        () if others == 0 || others >= least => Figure::Exactly(part),
        () => match (whole + 1).saturating_sub(least) {
            bound if bound < least => Figure::Withheld,
            bound => Figure::AtLeast(bound),
        },
    }
}

impl CohortFigures {
    /// The figures about `cohort` on the day `on`, where `least` is the smallest group.
    pub fn of(programme: &Programme, cohort: &Cohort, least: usize, on: Date) -> Self {
        let progress = cohort.participants.iter().map(|own| Progress::of(programme, cohort, own, Some(on)));
        let finishers: Vec<Progress> = progress.filter(|own| own.finished().is_some()).collect();
        let (whole, all) = (finishers.len(), cohort.participants.len());
        let finished = Some(whole).filter(|whole| *whole >= least);
        let left = all - whole;
        let started = Some(all).filter(|all| *all >= least).filter(|_| match finished {
            Some(_) => left == 0 || left >= least,
            // Then any number from none to the smallest group may have finished.
            None => left >= least,
        });
        let held = programme.joint_parts().filter(|&part| cohort.session_of(part).is_some());
        let attendance: Vec<(usize, Figure)> = match finished {
            Some(_) => held
                .map(|part| {
                    let came = finishers.iter().filter(|own| own.states[part] == PartState::Attended).count();
                    (part, figure(came, whole, least))
                })
                .collect(),
            None => Vec::new(),
        };
        let least_share = finished.and_then(|whole| {
            let came =
                |part: usize| finishers.iter().filter(|own| own.states[part] == PartState::Attended).count();
            let came = attendance.iter().map(|(part, _)| came(*part)).sum();
            share(&attendance, came, whole, least)
        });
        Self { finished, started, attendance, least_share }
    }
}

/// The step of shares, in hundredths.
pub const STEP: usize = 5;

/// The share of `came` in the places that `attendance` lists for `whole` people, unless it leaves only one
/// possible number of few who were away from some part.
///
/// A reader knows that from `n` parts one to `least - 1` people were away each, and from the share between
/// which numbers their sum is.
fn share(attendance: &[(usize, Figure)], came: usize, whole: usize, least: usize) -> Option<usize> {
    let (mut known, mut hidden) = (0, 0);
    for (_, figure) in attendance {
        match figure {
            Figure::Exactly(number) => known += whole - number,
            Figure::AtLeast(_) => hidden += 1,
            Figure::Withheld => return None,
        }
    }
    let places = whole * attendance.len();
    let rounded = (100 * came).checked_div(places)? / STEP * STEP;
    // The absences with which the share is rounded to the same.
    let most = places - (rounded * places).div_ceil(100);
    let fewest = (places + 1).saturating_sub(((rounded + STEP) * places).div_ceil(100));
    if hidden > 0 {
        let (others, each) = (hidden - 1, least - 1);
        let most = most.saturating_sub(known + others).min(each);
        let fewest = fewest.saturating_sub(known + others * each).max(1);
        if most <= fewest {
            return None;
        }
    }
    Some(rounded)
}

/// The texts of `slips` in alphabetical order, unless there are fewer than `least`.
///
/// Sorted, they tell neither who wrote first nor which answers to different questions are of one slip.
pub fn texts<'a>(
    slips: impl Iterator<Item = &'a str>,
    least: usize,
    compare: impl Fn(&str, &str) -> std::cmp::Ordering,
) -> Vec<&'a str> {
    let mut texts: Vec<&str> = slips.collect();
    texts.sort_by(|a, b| compare(a, b));
    if texts.len() < least { Vec::new() } else { texts }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_figure_tells_of_fewer_than_the_smallest_group() {
        for least in 3..7 {
            for whole in 0..30 {
                for part in 0..=whole {
                    let said = figure(part, whole, least);
                    let possible: Vec<usize> =
                        (0..=whole).filter(|&other| figure(other, whole, least) == said).collect();
                    assert!(possible.contains(&part));
                    let others = whole - part;
                    let is_small = (1..least).contains(&part) || (1..least).contains(&others);
                    assert!(!is_small || possible.len() > 1, "{part} of {whole} from {least}: {said:?}");
                }
            }
        }
        assert_eq!(figure(20, 20, 5), Figure::Exactly(20));
        assert_eq!(figure(19, 20, 5), Figure::AtLeast(16));
        assert_eq!(figure(15, 20, 5), Figure::Exactly(15));
        assert_eq!(figure(4, 20, 5), Figure::Withheld);
    }

    #[test]
    fn texts_are_sorted_and_withheld_from_a_small_group() {
        let texts = |least| texts(["b", "a", "c"].into_iter(), least, |a, b| a.cmp(b));
        assert_eq!(texts(3), ["a", "b", "c"]);
        assert!(texts(4).is_empty());
    }
}
