//! What differs between two readings of a course, in the words of `kurser.yaml`.

use jiff::civil::Date;

use crate::department::Department;
use crate::department::catalogue::{Course, Session};
use crate::department::course_fields::{self, FieldValue};
use crate::department::values::Answer;
use crate::fields::{Field, session};
use crate::language::Tag;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FieldChange {
    pub field: &'static Field,
    /// Its key in the department's language.
    pub key: &'static str,
    /// The old value.
    pub old: Option<FieldValue>,
    /// The new value.
    pub new: FieldValue,
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
    let each = |course: &Course| {
        course_fields::of_course(course, &department.role_model, &department.catalogue, language)
    };
    differing(old.map(each), each(new), language)
}

/// The fields of a session that `old` does not have so.
pub(super) fn session_fields(old: Option<&Session>, new: &Session, language: Tag) -> Vec<FieldChange> {
    let each = |session: &Session| course_fields::of_session(session, language);
    let mut changes = differing(old.map(each), each(new), language);
    // Blocks that no longer apply become one.
    if let Some(old) = old.filter(|old| !old.blocks.is_empty() && new.blocks.is_empty()) {
        changes.push(FieldChange {
            field: &session::BLOCKS,
            key: session::BLOCKS.key_in(language),
            old: Some(FieldValue::of_periods(&old.blocks, language)),
            new: FieldValue::of_periods(&new.periods(), language),
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
                old: Some(FieldValue::of_answer(Answer::Yes, language)),
                new: FieldValue::of_answer(Answer::No, language),
            });
        }
    }
    changes
}

fn differing(
    old: Option<Vec<(&'static Field, FieldValue)>>,
    new: Vec<(&'static Field, FieldValue)>,
    language: Tag,
) -> Vec<FieldChange> {
    let mut old: Vec<_> = old.unwrap_or_default();
    let mut change = |(field, new): (&'static Field, FieldValue)| {
        let old = old.iter().position(|(other, _)| *other == field).map(|at| old.swap_remove(at).1);
        let differs = old.as_ref() != Some(&new);
        differs.then(|| FieldChange { field, key: field.key_in(language), old, new })
    };
    new.into_iter().filter_map(&mut change).collect()
}
