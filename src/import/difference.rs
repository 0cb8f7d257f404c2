//! What differs between two readings of a course, in the words of `kurser.yaml`.

use jiff::civil::Date;

use crate::department::Department;
use crate::department::catalogue::{Course, Session};
use crate::department::values::{Answer, Period};
use crate::fields::{Field, Form, course, session};
use crate::language::Tag;
use crate::source::edit::value;
use crate::source::spelling::Word;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FieldChange {
    pub field: &'static Field,
    /// Its key in the department's language.
    pub key: &'static str,
    /// The old value.
    pub old: Option<String>,
    /// The new value.
    pub new: String,
}

impl FieldChange {
    /// The new value as it is written into the file.
    pub(super) fn written(&self) -> String {
        match self.field.form {
            Form::Areas | Form::Periods => {
                let parts: Vec<String> = self.new.split(", ").map(value).collect();
                format!("[{}]", parts.join(", "))
            }
            _ => value(&self.new),
        }
    }
}

/// A time that a course is held that changes or is new.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SessionChange {
    /// Which of [`Course::sessions`] it was; `None` for a new one.
    pub was: Option<usize>,
    /// Its first day.
    pub start: Date,
    pub town: Option<String>,
    /// What changes, or all of it.
    pub fields: Vec<FieldChange>,
    /// Whether people could register for it before and can't any more.
    pub closes: bool,
}

/// The fields of `new` that `old` does not have so, in the order of a file.
pub(super) fn fields(old: Option<&Course>, new: &Course, department: &Department) -> Vec<FieldChange> {
    let language = department.settings.own_language();
    let each = |course: &Course| -> Vec<(&'static Field, Option<String>)> {
        let form = course.form.written(language);
        let areas = course.areas.iter().map(|area| department.role_model.areas[area.0].key.as_str());
        let provider = course.provider.and_then(|i| department.catalogue.providers.get(i));
        vec![
            (&course::NUMBER, Some(course.number.clone())),
            (&course::TITLE, Some(course.title.clone())),
            (&course::FORM, Some(form.to_owned())),
            (&course::AREAS, Some(areas.collect::<Vec<_>>().join(", "))),
            (&course::PROVIDER, provider.map(|provider| provider.key.clone())),
            (&course::FROM_LEVEL, course.from_level.map(|level| level.to_string())),
            (&course::TO_LEVEL, course.to_level.map(|level| level.to_string())),
            (&course::DAYS, course.days.map(|days| days.written())),
            (&course::PRICE, course.price.map(|price| price.written())),
            (&course::FULL_PRICE, course.full_price.map(|price| price.written())),
            (&course::SUBSIDY, course.subsidy.map(|subsidy| subsidy.written())),
            (&course::EXPIRES, course.expires.map(|day| day.to_string())),
        ]
    };
    differing(old.map(each), each(new), language)
}

/// The fields of a session that `old` does not have so.
pub(super) fn session_fields(old: Option<&Session>, new: &Session, language: Tag) -> Vec<FieldChange> {
    let answer = |answer: Answer| answer.written(language).to_owned();
    let each = |session: &Session| -> Vec<(&'static Field, Option<String>)> {
        vec![
            (&session::START, Some(session.start.to_string())),
            (&session::END, session.end.map(|day| day.to_string())),
            (&session::BLOCKS, (!session.blocks.is_empty()).then(|| periods(&session.blocks, language))),
            (&session::TOWN, session.town.clone()),
            (&session::SEATS, session.seats.map(|seats| seats.to_string())),
            (&session::FREE_SEATS, session.free_seats.map(|seats| seats.to_string())),
            (&session::HALF_DAYS, session.half_days.then(|| answer(Answer::Yes))),
            (&session::REGISTRATION, session.registration.map(|day| day.to_string())),
            (&session::GUARANTEED, session.guaranteed.then(|| answer(Answer::Yes))),
            (&session::TEACHING, session.teaching.map(|teaching| teaching.written(language).to_owned())),
        ]
    };
    let mut changes = differing(old.map(each), each(new), language);
    // Blocks that no longer apply become one.
    if let Some(old) = old.filter(|old| !old.blocks.is_empty() && new.blocks.is_empty()) {
        changes.push(FieldChange {
            field: &session::BLOCKS,
            key: session::BLOCKS.key_in(language),
            old: Some(periods(&old.blocks, language)),
            new: periods(&new.periods(), language),
        });
    }
    // An answer that a list takes back becomes the other word.
    let answers = |session: &Session| {
        [(&session::HALF_DAYS, session.half_days), (&session::GUARANTEED, session.guaranteed)]
    };
    let old_answers = old.map(answers).into_iter().flatten();
    for ((field, was_yes), (_, is_yes)) in old_answers.zip(answers(new)) {
        if was_yes && !is_yes {
            changes.push(FieldChange {
                field,
                key: field.key_in(language),
                old: Some(answer(Answer::Yes)),
                new: answer(Answer::No),
            });
        }
    }
    changes
}

fn periods(periods: &[Period], language: Tag) -> String {
    periods.iter().map(|period| period.written(language)).collect::<Vec<_>>().join(", ")
}

fn differing(
    old: Option<Vec<(&'static Field, Option<String>)>>,
    new: Vec<(&'static Field, Option<String>)>,
    language: Tag,
) -> Vec<FieldChange> {
    let old = old.unwrap_or_else(|| new.iter().map(|(field, _)| (*field, None)).collect());
    let pairs = old.into_iter().zip(new);
    let differ = pairs.filter(|((_, old), (_, new))| old != new);
    let change = |((field, old), (_, new))| {
        let field: &'static Field = field;
        Some(FieldChange { field, key: field.key_in(language), old, new: new? })
    };
    differ.filter_map(change).collect()
}
