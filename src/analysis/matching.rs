//! Matching of courses to gaps.
//!
//! For each gap, lists the courses that cover its area and are neither finished, dropped,
//! postponed nor expired. Courses are ranked by how well their levels fit, how many of the
//! person's other gaps they cover, and how many of the department's preferences (half days,
//! nearby) they meet. Ties keep the order of the catalogue, so that the result is deterministic.

use jiff::civil::Date;
use std::cmp::Reverse;

use super::gaps::{Gap, gaps};
use crate::department::Department;
use crate::department::catalogue::{Course, CourseIndex};
use crate::department::profile::Profile;
use crate::department::role_model::AreaIndex;
use crate::programme::LiftToCome;

/// Fit of a course's levels to a gap, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LevelFit {
    /// Starts at or below the current level and leads to the wanted one.
    WholeWay,
    /// Starts at or below the current level and leads part of the way.
    PartOfTheWay,
    /// The catalogue has no levels for the course.
    Unknown,
    /// Starts above the current level.
    TooAdvanced,
}

/// A course that matches a gap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Index in the catalogue.
    pub course: CourseIndex,
    /// The gap it is listed for.
    pub gap: Gap,
    /// Fit of its levels to that gap.
    pub fit: LevelFit,
    /// Areas of the person's other gaps that it covers.
    pub also: Vec<AreaIndex>,
}

/// The matching courses of one gap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GapCourses {
    /// The gap to close.
    pub gap: Gap,
    /// The courses, the best first. If empty, ways outside the catalogue remain (a colleague, a
    /// visit to another office).
    pub matches: Vec<Match>,
}

/// The courses for each gap of `person` on the day `on`, in the order of [`gaps`].
///
/// A course that covers several gaps is listed for each of them.
pub fn ways(person: &Profile, department: &Department, on: Option<Date>) -> Vec<GapCourses> {
    let gaps = gaps(person);
    let lifts = Lifts::of(person, department, on);
    gaps.iter()
        .map(|&gap| {
            if lifts.close(gap) {
                return GapCourses { gap, matches: Vec::new() };
            }
            let mut matches: Vec<Match> = department
                .catalogue
                .courses
                .iter()
                .enumerate()
                .filter(|(i, course)| {
                    course.areas.contains(&gap.area)
                        && !person.is_settled(CourseIndex(*i))
                        && !course.has_expired(on)
                })
                .filter_map(|(i, course)| {
                    let fit = level_fit(course, lifts.after(gap))?;
                    let also = gaps
                        .iter()
                        .filter(|other| other.area != gap.area && course.areas.contains(&other.area))
                        .filter(|other| !lifts.close(**other))
                        .filter(|other| level_fit(course, lifts.after(**other)).is_some())
                        .map(|other| other.area)
                        .collect();
                    Some(Match { course: CourseIndex(i), gap, fit, also })
                })
                .collect();
            matches.sort_by_key(|m| {
                let wishes = wishes_met(&department.catalogue.courses[m.course.0], person, department);
                (m.fit, Reverse(m.also.len()), Reverse(wishes), m.course)
            });
            GapCourses { gap, matches }
        })
        .collect()
}

/// What the coming parts of a person's programmes lift: no course is needed for it.
pub(super) struct Lifts(Vec<LiftToCome>);

impl Lifts {
    /// The lifts that are to come for `person` on the day `on`.
    pub(super) fn of(person: &Profile, department: &Department, on: Option<Date>) -> Self {
        Self(department.programmes.lifts_to_come(person, on))
    }

    fn level(&self, area: AreaIndex) -> Option<i64> {
        self.0.iter().filter(|lift| lift.area == area).map(|lift| lift.level).max()
    }

    /// Whether a programme closes the gap.
    pub(super) fn close(&self, gap: Gap) -> bool {
        self.level(gap.area).is_some_and(|level| level >= gap.wanted)
    }

    /// What a programme leaves of the gap.
    fn after(&self, gap: Gap) -> Gap {
        Gap { current: self.level(gap.area).map_or(gap.current, |level| level.max(gap.current)), ..gap }
    }
}

/// Number of the department's preferences that a course meets: half days, nearby.
fn wishes_met(course: &Course, person: &Profile, department: &Department) -> usize {
    let wishes = &department.settings.preferences;
    let town = department.settings.schools[person.school.0].town.as_deref();
    let half_days = wishes.half_days && course.sessions.iter().any(|session| session.half_days);
    let near = wishes.near
        && town.is_some()
        && course.sessions.iter().any(|session| session.town.as_deref() == town);
    usize::from(half_days) + usize::from(near)
}

/// The fit of a course to a gap; `None` if it leads no higher than the current level.
fn level_fit(course: &Course, gap: Gap) -> Option<LevelFit> {
    if course.to_level.is_some_and(|to| to <= gap.current) {
        return None;
    }
    Some(match (course.from_level, course.to_level) {
        (None, None) => LevelFit::Unknown,
        (Some(from), _) if from > gap.current => LevelFit::TooAdvanced,
        (_, Some(to)) if to < gap.wanted => LevelFit::PartOfTheWay,
        (_, Some(_)) => LevelFit::WholeWay,
        (Some(_), None) => LevelFit::Unknown,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::department::learning_form::LearningForm;
    use crate::department::values::Amount;
    use jiff::civil::date;

    fn course(from_level: Option<i64>, to_level: Option<i64>) -> Course {
        Course {
            number: "1".into(),
            title: "t".into(),
            form: LearningForm::Amu,
            areas: vec![AreaIndex(0)],
            provider: None,
            from_level,
            to_level,
            days: None::<Amount>,
            price: None,
            subsidy: None,
            expires: Some(date(2026, 12, 31)),
            own_class: None,
            full_price: None,
            sessions: Vec::new(),
            example: false,
        }
    }

    #[test]
    fn a_course_fits_by_where_it_starts_and_leads() {
        let gap = Gap { area: AreaIndex(0), current: 2, wanted: 4, priority: None };
        for (from, to, fit) in [
            (Some(1), Some(4), Some(LevelFit::WholeWay)),
            (None, Some(5), Some(LevelFit::WholeWay)),
            (Some(2), Some(3), Some(LevelFit::PartOfTheWay)),
            (Some(3), Some(5), Some(LevelFit::TooAdvanced)),
            (None, None, Some(LevelFit::Unknown)),
            (Some(0), Some(2), None),
        ] {
            assert_eq!(level_fit(&course(from, to), gap), fit, "{from:?} to {to:?}");
        }
    }

    #[test]
    fn a_course_can_be_taken_on_its_last_day() {
        let course = course(None, None);
        assert!(!course.has_expired(Some(date(2026, 12, 31))));
        assert!(course.has_expired(Some(date(2027, 1, 1))));
        assert!(!course.has_expired(None));
    }
}
