//! The date that a PDF bears: a fact of the files, never the clock's.
//!
//! PDF/A demands a date. The same files must give the same bytes, so it is the
//! newest `aftalt`, else the newest `mus`, of the people in the document; else
//! the first of August of the year in which the period opens; else the first
//! day of 2000.

use jiff::civil::{Date, date};

use crate::department::profile::Profile;
use crate::department::settings::Settings;

/// The date of a document about `people`.
pub fn of<'a>(settings: &Settings, people: impl IntoIterator<Item = &'a Profile> + Clone) -> Date {
    let agreed = people.clone().into_iter().filter_map(|person| person.agreed).max();
    let talk = || people.into_iter().filter_map(|person| person.talk).max();
    agreed.or_else(talk).unwrap_or_else(|| of_period(settings))
}

/// The date of a document that no person's date may change.
pub fn of_period(settings: &Settings) -> Date {
    let year = settings.period.as_deref().and_then(|period| period.get(..4)?.parse().ok());
    year.and_then(|year| Date::new(year, 8, 1).ok()).unwrap_or(date(2000, 1, 1))
}
