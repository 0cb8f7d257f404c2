//! The date that a PDF bears: a fact of the files, never the clock's.
//!
//! PDF/A demands a date. The same files must give the same bytes, so it is the
//! newest `aftalt`, else the newest `mus`, of the people in the document; else
//! the first of August of the year in which the period opens; else the first
//! day of 2000. A date that can't be meant is nobody's.

use jiff::civil::{Date, date};

use crate::department::profile::Profile;
use crate::department::settings::Settings;

/// The date of a document about `people`.
pub fn of<'a>(settings: &Settings, people: impl IntoIterator<Item = &'a Profile> + Clone) -> Date {
    let meant = |day: &Date| settings.can_be_meant(*day);
    let agreed = people.clone().into_iter().filter_map(|person| person.agreed).filter(meant).max();
    let talk = || people.into_iter().filter_map(|person| person.talk).filter(meant).max();
    agreed.or_else(talk).unwrap_or_else(|| of_period(settings))
}

/// The date of a document that no person's date may change.
pub fn of_period(settings: &Settings) -> Date {
    settings.period_days().map_or(date(2000, 1, 1), |(first, _)| first)
}
