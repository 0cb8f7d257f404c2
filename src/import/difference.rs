//! What differs between two readings of a course, in the words of `kurser.yaml`.

use jiff::civil::Date;

use crate::department::Department;
use crate::department::catalogue::{Course, Session};

/// A field that changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// Its key.
    pub key: &'static str,
    /// What it said.
    pub old: Option<String>,
    /// What it is to say.
    pub new: String,
}

/// A time that a course is held that changes or is new.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionChange {
    /// Which of [`Course::sessions`] it was; `None` for a new one.
    pub was: Option<usize>,
    /// Its first day.
    pub start: Date,
    /// Its town.
    pub town: Option<String>,
    /// What changes, or all of it.
    pub fields: Vec<FieldChange>,
}

/// The fields of `new` that `old` does not have so, in the order of a file.
pub(super) fn fields(old: Option<&Course>, new: &Course, department: &Department) -> Vec<FieldChange> {
    let each = |course: &Course| -> Vec<(&'static str, Option<String>)> {
        let form: &str = course.form.into();
        let areas = course.areas.iter().map(|area| department.role_model.areas[area.0].key.as_str());
        let provider = course.provider.and_then(|i| department.catalogue.providers.get(i));
        vec![
            ("nummer", Some(course.number.clone())),
            ("titel", Some(course.title.clone())),
            ("form", Some(form.to_owned())),
            ("områder", Some(areas.collect::<Vec<_>>().join(", "))),
            ("udbyder", provider.map(|provider| provider.key.clone())),
            ("fra_niveau", course.from_level.map(|level| level.to_string())),
            ("til_niveau", course.to_level.map(|level| level.to_string())),
            ("dage", course.days.map(|days| days.written())),
            ("pris", course.price.map(|price| price.written())),
            ("tilskud", course.subsidy.map(|subsidy| subsidy.written())),
            ("udløber", course.expires.map(|day| day.to_string())),
        ]
    };
    differing(old.map(each), each(new))
}

/// The fields of a session that `old` does not have so.
pub(super) fn session_fields(old: Option<&Session>, new: &Session) -> Vec<FieldChange> {
    let each = |session: &Session| -> Vec<(&'static str, Option<String>)> {
        vec![
            ("start", Some(session.start.to_string())),
            ("slut", session.end.map(|day| day.to_string())),
            ("sted", session.town.clone()),
            ("pladser", session.seats.map(|seats| seats.to_string())),
            ("ledige", session.free_seats.map(|seats| seats.to_string())),
            ("halvdage", session.half_days.then(|| "ja".to_owned())),
        ]
    };
    let mut changes = differing(old.map(each), each(new));
    // The one thing that a list can take back is told by its other word.
    if old.is_some_and(|old| old.half_days) && !new.half_days {
        changes.push(FieldChange { key: "halvdage", old: Some("ja".to_owned()), new: "nej".to_owned() });
    }
    changes
}

fn differing(
    old: Option<Vec<(&'static str, Option<String>)>>,
    new: Vec<(&'static str, Option<String>)>,
) -> Vec<FieldChange> {
    let old = old.unwrap_or_else(|| new.iter().map(|(key, _)| (*key, None)).collect());
    let pairs = old.into_iter().zip(new);
    let differ = pairs.filter(|((_, old), (_, new))| old != new);
    differ.filter_map(|((key, old), (_, new))| Some(FieldChange { key, old, new: new? })).collect()
}
