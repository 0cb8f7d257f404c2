//! Judgement dates: the latest day on which anything date-dependent in a document changed.
//!
//! Deadlines pass, courses expire, sessions begin. Between two such days the contents of a
//! document can't change, so documents print the judgement date instead of today, and stay
//! byte-identical until the next one.

use jiff::Span;
use jiff::civil::Date;

use super::gaps::gaps;
use super::status::{UP_TO_DATE_MONTHS, dates_due};
use crate::department::Department;
use crate::department::catalogue::Course;
use crate::department::profile::{Activity, Profile, SOON_DUE_DAYS, What};
use crate::programme::Programmes;
use crate::programme::cohort::Cohort;
use crate::programme::definition::Programme;

/// Judgement date of a plan: the latest day up to `today` on which a status of `person`'s lines or
/// courses changed; `None` if none has.
pub fn of_person(person: &Profile, department: &Department, today: Date) -> Option<Date> {
    let gaps = gaps(person);
    let concerns = |(i, course): &(usize, &Course)| {
        gaps.iter().any(|gap| course.areas.contains(&gap.area))
            || person.plan.iter().any(|line| matches!(line.what, What::Course(own) if own.0 == *i))
    };
    let courses = department.catalogue.courses.iter().enumerate().filter(concerns);
    let programmes = department.programmes.of_profile(&person.file).map(|own| (own.programme, own.cohort));
    let programmes = Programmes::days_of_change(programmes);
    let days = person.plan.iter().flat_map(of_line).chain(courses.flat_map(|(_, course)| of_course(course)));
    latest(days.chain(programmes), today)
}

/// Judgement date of a follow-up: the latest day up to `today` on which a status of the lines of
/// `person`'s plan changed.
pub(crate) fn of_plan(person: &Profile, today: Date) -> Option<Date> {
    latest(person.plan.iter().flat_map(of_line), today)
}

/// Judgement date of the plan without names, which depends on the catalogue and the programmes.
pub(crate) fn of_catalogue(department: &Department, today: Date) -> Option<Date> {
    let programmes = Programmes::days_of_change(department.programmes.cohorts());
    latest(department.catalogue.courses.iter().flat_map(of_course).chain(programmes), today)
}

/// Judgement date of the documents about a cohort.
pub(crate) fn of_cohort(programme: &Programme, cohort: &Cohort, today: Date) -> Option<Date> {
    let days = Programmes::days_of_change(std::iter::once((programme, cohort)));
    latest(days.chain(cohort.closed), today)
}

/// Judgement date of the internal booklet, which depends on all profiles.
pub(crate) fn of_department(department: &Department, today: Date) -> Option<Date> {
    let courses = department.catalogue.courses.iter().flat_map(of_course);
    let lines = department.people.iter().flat_map(|person| &person.plan).flat_map(of_line);
    let people = department.people.iter().flat_map(|person| {
        let up_to_date = Span::new().months(UP_TO_DATE_MONTHS);
        let until = person.agreed.and_then(|agreed| agreed.checked_add(up_to_date).ok());
        [person.talk, person.agreed, until.and_then(next)]
    });
    let due = dates_due(&department.settings).filter_map(|(_, date)| next(date));
    let programmes = Programmes::days_of_change(department.programmes.cohorts());
    latest(courses.chain(lines).chain(people.flatten()).chain(due).chain(programmes), today)
}

fn latest(days: impl Iterator<Item = Date>, today: Date) -> Option<Date> {
    days.filter(|day| *day <= today).max()
}

/// The days on which a course has just expired, or a session has begun or closed for registration.
fn of_course(course: &Course) -> impl Iterator<Item = Date> {
    let closed = course.sessions.iter().flat_map(|session| [Some(session.start), session.registration]);
    std::iter::once(course.expires).chain(closed).flatten().filter_map(next)
}

/// The days on which a line's deadline becomes near and overdue.
fn of_line(line: &Activity) -> impl Iterator<Item = Date> {
    let deadline = line.deadline.filter(|_| line.is_to_come());
    let near = deadline.and_then(|day| day.checked_sub(Span::new().days(SOON_DUE_DAYS)).ok());
    near.into_iter().chain(deadline.and_then(next))
}

fn next(day: Date) -> Option<Date> {
    day.tomorrow().ok()
}
