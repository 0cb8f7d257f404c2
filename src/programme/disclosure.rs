//! Figures about a cohort for a page without names, from which no few people can be inferred.
//!
//! Few are one up to the smallest group itself: one of them knows of one less. Attendance is counted among
//! those who finished, so that every figure has the same whole. Of a part that few missed, the page says that
//! at least so many came; a reader then knows that from one to the smallest group were away, and no more.
//!
//! What is withheld is information too. Whether a sum is printed therefore depends on the figures beside it
//! alone, never on the sum.

use jiff::civil::Date;

use super::cohort::Cohort;
use super::completion::{Completion, PartState};
use super::definition::Programme;

/// A figure that may be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Figure {
    /// The number itself.
    Exactly(usize),
    /// At least this many, and not all.
    AtLeast(usize),
    /// Not printed.
    Withheld,
}

/// The figures about a cohort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CohortFigures {
    /// How many finished; `None` if none or few did.
    pub finished: Option<usize>,
    /// How many took part at some time; `None` if that would tell of a few who left.
    pub started: Option<usize>,
    /// How many of those who finished came to each joint part that was held.
    pub attendance: Vec<(usize, Figure)>,
    /// The share of attendance in hundredths, rounded down to a multiple of [`STEP`]; `None` if some share that
    /// goes with the other figures would tell how many of few were away.
    pub least_share: Option<usize>,
}

/// How `part` of `whole` people are printed, where `least` is the smallest group.
pub(crate) fn figure(part: usize, whole: usize, least: usize) -> Figure {
    match whole.saturating_sub(part) {
        _ if part <= least => Figure::Withheld,
        others if others == 0 || others > least => Figure::Exactly(part),
        _ => match whole.saturating_sub(least) {
            bound if bound <= least => Figure::Withheld,
            bound => Figure::AtLeast(bound),
        },
    }
}

/// How attendance of `whole` people is printed if so many came to each part, and the share of it.
fn attendance_of(came: &[usize], whole: usize, least: usize) -> (Vec<Figure>, Option<usize>) {
    let figures: Vec<Figure> = came.iter().map(|&came| figure(came, whole, least)).collect();
    let absences = came.iter().map(|came| whole - came).sum();
    let share = may_print_share(&figures, whole, least).then(|| share(absences, whole * came.len()));
    (figures, share)
}

impl CohortFigures {
    /// The figures about `cohort` on the day `on`, where `least` is the smallest group.
    pub(crate) fn of(programme: &Programme, cohort: &Cohort, least: usize, on: Date) -> Self {
        let completion =
            cohort.participants.iter().map(|own| Completion::of(programme, cohort, own, Some(on)));
        let finishers: Vec<Completion> = completion.filter(|own| own.finished().is_some()).collect();
        let (whole, all) = (finishers.len(), cohort.participants.len());
        let finished = Some(whole).filter(|whole| *whole > least);
        let left = all - whole;
        let started = Some(all).filter(|_| match finished {
            Some(_) => left == 0 || left > least,
            // From none to the smallest group finished. However many did, more than few left.
            None => all > least.saturating_mul(2),
        });
        let held = programme.joint_parts().filter(|&part| cohort.session_of(part).is_some());
        let held: Vec<usize> = held.take_while(|_| finished.is_some()).collect();
        let came =
            |part: &usize| finishers.iter().filter(|own| own.states[*part] == PartState::Attended).count();
        let came: Vec<usize> = held.iter().map(came).collect();
        let (attendance, least_share) = attendance_of(&came, whole, least);
        Self { finished, started, attendance: held.into_iter().zip(attendance).collect(), least_share }
    }
}

/// The step of shares, in hundredths.
pub(crate) const STEP: usize = 5;

/// The share of `places` that `absences` leave, rounded down.
fn share(absences: usize, places: usize) -> usize {
    100 * (places - absences) / places / STEP * STEP
}

/// Whether each share that goes with `figures` leaves several numbers for every part that few missed.
///
/// A reader knows that from one to the smallest group missed each of these parts, and from the share between
/// which numbers their sum is.
fn may_print_share(figures: &[Figure], whole: usize, least: usize) -> bool {
    let (mut known, mut hidden) = (0, 0);
    for figure in figures {
        match figure {
            Figure::Exactly(number) => known += whole - number,
            Figure::AtLeast(_) => hidden += 1,
            Figure::Withheld => return false,
        }
    }
    let places = whole * figures.len();
    if places == 0 {
        return false;
    }
    let sums: Vec<usize> = if hidden == 0 { Vec::new() } else { (hidden..=hidden * least).collect() };
    sums.chunk_by(|one, next| share(known + one, places) == share(known + next, places)).all(|same| {
        let others = hidden - 1;
        let (fewest, most) = (same[0], same[same.len() - 1]);
        let fewest = fewest.saturating_sub(others * least).max(1);
        fewest < (most - others).min(least)
    })
}

/// The texts of `slips` in alphabetical order, unless there are fewer than `least`.
///
/// Sorted, they tell neither who wrote first nor which answers to different questions are of one slip.
pub(crate) fn texts<'a>(
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
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    /// Every list of `parts` numbers up to `most`.
    fn lists(parts: usize, most: usize) -> Vec<Vec<usize>> {
        (0..parts).fold(vec![Vec::new()], |lists, _| {
            let longer = lists.iter().flat_map(|list| {
                (0..=most).map(move |number| list.iter().copied().chain([number]).collect())
            });
            longer.collect()
        })
    }

    /// Each reader knows the smallest group, who finished and which parts they missed themselves, or is none
    /// of those who finished. Of all attendances that are printed the same, none may be the only one that
    /// goes with what a reader knows and has few others away or there.
    #[test]
    fn no_attendance_is_the_only_one_behind_what_is_printed() {
        let mut shares = 0;
        for (parts, most, smallest) in [(1, 24, 2..6), (2, 14, 2..5), (3, 9, 2..4), (4, 7, 2..3)] {
            for (whole, least) in
                (1..=most).flat_map(|whole| smallest.clone().map(move |least| (whole, least)))
            {
                let mut printed: BTreeMap<String, Vec<Vec<usize>>> = BTreeMap::new();
                for came in lists(parts, whole) {
                    let output = attendance_of(&came, whole, least);
                    shares += usize::from(output.1.is_some() && output.0.iter().any(|f| !is_exact(f)));
                    printed.entry(format!("{output:?}")).or_default().push(came);
                }
                for (output, behind) in &printed {
                    let outsider = (vec![0; parts], whole);
                    let insiders = lists(parts, 1).into_iter().map(|there| (there, whole - 1));
                    for (own, others) in insiders.chain([outsider]) {
                        let of_others = |came: &Vec<usize>| -> Option<Vec<usize>> {
                            let rest = came.iter().zip(&own).map(|(came, own)| came.checked_sub(*own));
                            rest.map(|came| came.filter(|came| *came <= others)).collect()
                        };
                        let known: Vec<Vec<usize>> = behind.iter().filter_map(of_others).collect();
                        for part in 0..parts {
                            let counts: BTreeSet<usize> = known.iter().map(|came| came[part]).collect();
                            let few = 1..least;
                            let is_small =
                                |came: &usize| few.contains(came) || few.contains(&(others - came));
                            let only = counts.first().filter(|_| counts.len() == 1).filter(|c| is_small(c));
                            assert!(only.is_none(), "{only:?} of {others} from {least}: {output}, {own:?}");
                        }
                    }
                }
            }
        }
        assert!(shares > 50, "{shares}");
    }

    fn is_exact(figure: &Figure) -> bool {
        matches!(figure, Figure::Exactly(_))
    }

    #[test]
    fn a_number_is_printed_unless_few_were_away_or_there() {
        assert_eq!(figure(20, 20, 5), Figure::Exactly(20));
        assert_eq!(figure(19, 20, 5), Figure::AtLeast(15));
        assert_eq!(figure(15, 20, 5), Figure::AtLeast(15));
        assert_eq!(figure(14, 20, 5), Figure::Exactly(14));
        assert_eq!(figure(5, 20, 5), Figure::Withheld);
        assert_eq!(figure(9, 10, 5), Figure::Withheld);
        assert_eq!(figure(10, 10, 5), Figure::Exactly(10));
    }

    #[test]
    fn a_share_is_printed_or_not_whatever_it_is() {
        // One to five of twelve were away once, in seven meetings: only five of them make it less than 95 %.
        for away in 1..=5 {
            assert_eq!(attendance_of(&[12 - away, 12, 12, 12, 12, 12, 12], 12, 5).1, None, "{away}");
        }
        // Among many places no share does.
        let mut came = [17; 20];
        came[..12].fill(16);
        assert_eq!(attendance_of(&came, 17, 5).1, Some(95));
    }

    #[test]
    fn texts_are_sorted_and_withheld_from_a_small_group() {
        let texts = |least| texts(["b", "a", "c"].into_iter(), least, |a, b| a.cmp(b));
        assert_eq!(texts(3), ["a", "b", "c"]);
        assert!(texts(4).is_empty());
    }
}
