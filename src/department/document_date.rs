//! The creation date in a PDF, derived from the files instead of the clock.
//!
//! PDF/A requires a date, and equal files must give equal bytes. The date is the latest `aftalt`
//! of the people in the document, else the latest `mus`, else 1 August of the year in which the
//! period starts, else 1 January 2000. Implausible dates are ignored.

use jiff::civil::{Date, date};

use crate::department::profile::Profile;
use crate::department::settings::{Settings, days_of_period};

/// The date of a document about `people`.
pub fn of<'a>(settings: &Settings, people: impl IntoIterator<Item = &'a Profile> + Clone) -> Date {
    let meant = |day: &Date| settings.is_plausible_date(*day);
    let agreed = people.clone().into_iter().filter_map(|person| person.agreed).filter(meant).max();
    let talk = || people.into_iter().filter_map(|person| person.talk).filter(meant).max();
    agreed.or_else(talk).unwrap_or_else(|| of_period(settings))
}

/// The date of a document that must not depend on any person.
pub fn of_period(settings: &Settings) -> Date {
    of_period_named(settings.period.as_deref())
}

/// The date of a document about a period such as `2026/27`.
pub fn of_period_named(period: Option<&str>) -> Date {
    period.and_then(days_of_period).map_or(date(2000, 1, 1), |(first, _)| first)
}
