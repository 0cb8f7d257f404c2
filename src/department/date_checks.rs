//! Warnings about implausible dates, such as a talk in 2072.
//!
//! They are never errors, because no other dates depend on them.

use jiff::Span;
use jiff::civil::Date;

use super::Department;
use super::profile::{Profile, Status};
use super::settings::Settings;
use crate::problem::{Code, Problem, Problems};
use crate::source::Place;

/// Age in months at which a talk is long past.
const LONG_PAST_MONTHS: i32 = 15;

/// Warns of every implausible date in a profile.
pub(crate) fn check(department: &Department, today: Option<Date>, problems: &mut Problems) {
    for person in &department.people {
        check_person(person, &department.settings, today, problems);
    }
}

/// Warns of every implausible date in the profile of `person`.
pub(crate) fn check_person(
    person: &Profile,
    settings: &Settings,
    today: Option<Date>,
    problems: &mut Problems,
) {
    let places = &person.date_places;
    let mut warn = |code, place: &Option<Place>| {
        let Some(place) = place else { return };
        let period = settings.period.as_deref().unwrap_or_default();
        problems.push(Problem::new(code, place.clone()).with("period", period));
    };
    let outside = |day: Option<Date>| day.is_some_and(|day| !settings.is_plausible_date(day));
    let long_ago = today.and_then(|today| today.checked_sub(Span::new().months(LONG_PAST_MONTHS)).ok());
    if outside(person.talk) {
        warn(Code::DateOutsidePeriod, &places.talk);
    } else if person.talk.zip(long_ago).is_some_and(|(talk, long_ago)| talk < long_ago) {
        warn(Code::TalkLongPast, &places.talk);
    }
    if person.agreed.is_some() && !person.is_filled_in() && person.plan.is_empty() {
        warn(Code::AgreedWithoutContent, &places.agreed);
    }
    if outside(person.agreed) {
        warn(Code::DateOutsidePeriod, &places.agreed);
    } else if person.agreed.zip(today).is_some_and(|(agreed, today)| agreed > today) {
        warn(Code::AgreedInFuture, &places.agreed);
    }
    if outside(person.follow_up) {
        warn(Code::DateOutsidePeriod, &places.follow_up);
    }
    let talk = person.talk.filter(|talk| settings.is_plausible_date(*talk));
    for line in person.plan.iter().filter(|line| !line.is_closed()) {
        // An activity in progress may take years.
        if matches!(line.status, Some(Status::Enrolled | Status::Started)) {
            continue;
        }
        if outside(line.deadline) {
            warn(Code::DateOutsidePeriod, &line.deadline_place);
        } else if line.deadline.zip(talk).is_some_and(|(deadline, talk)| deadline < talk) {
            warn(Code::DeadlineBeforeTalk, &line.deadline_place);
        }
    }
}
