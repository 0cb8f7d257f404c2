//! What a file says of a course and of its sessions, field by field.

use crate::fields::{Field, course, session};
use crate::language::Tag;
use crate::source::edit::value;
use crate::source::spelling::Word;

use super::catalogue::{Catalogue, Course, Session};
use super::role_model::RoleModel;
use super::values::{Answer, Period};

/// The value of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum FieldValue {
    Text(String),
    List(Vec<String>),
}

impl FieldValue {
    /// The value in a message.
    pub(crate) fn shown(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::List(items) => items.join(", "),
        }
    }

    /// The value as YAML, quoted for any context.
    pub(crate) fn yaml(&self) -> String {
        match self {
            Self::Text(text) => value(text),
            Self::List(items) => {
                let items: Vec<String> = items.iter().map(|item| value(item)).collect();
                format!("[{}]", items.join(", "))
            }
        }
    }

    fn of_yes(language: Tag) -> Self {
        Self::of_answer(Answer::Yes, language)
    }

    pub(crate) fn of_answer(answer: Answer, language: Tag) -> Self {
        Self::Text(answer.written(language).to_owned())
    }

    pub(crate) fn of_periods(periods: &[Period], language: Tag) -> Self {
        Self::List(periods.iter().map(|period| period.written(language)).collect())
    }
}

/// The fields of `course` in the order of a file, without its sessions and whether it is an example.
pub(crate) fn of_course(
    course: &Course,
    model: &RoleModel,
    catalogue: &Catalogue,
    language: Tag,
) -> Vec<(&'static Field, FieldValue)> {
    let text = |text: String| Some(FieldValue::Text(text));
    let areas = course.areas.iter().map(|area| model.areas[area.0].key.clone()).collect();
    let provider = course.provider.and_then(|provider| catalogue.providers.get(provider));
    let own_class = course.own_class.map(|own| if own { Answer::Yes } else { Answer::No });
    present([
        (&course::NUMBER, text(course.number.clone())),
        (&course::TITLE, text(course.title.clone())),
        (&course::FORM, text(course.form.written(language).to_owned())),
        (&course::AREAS, Some(FieldValue::List(areas))),
        (&course::PROVIDER, provider.and_then(|provider| text(provider.key.clone()))),
        (&course::FROM_LEVEL, course.from_level.and_then(|level| text(level.to_string()))),
        (&course::TO_LEVEL, course.to_level.and_then(|level| text(level.to_string()))),
        (&course::DAYS, course.days.and_then(|days| text(days.written()))),
        (&course::PRICE, course.price.and_then(|price| text(price.written()))),
        (&course::FULL_PRICE, course.full_price.and_then(|price| text(price.written()))),
        (&course::SUBSIDY, course.subsidy.and_then(|subsidy| text(subsidy.written()))),
        (&course::EXPIRES, course.expires.and_then(|day| text(day.to_string()))),
        (&course::OWN_CLASS, own_class.map(|answer| FieldValue::of_answer(answer, language))),
    ])
}

/// The fields of `session` in the order of a file.
pub(crate) fn of_session(session: &Session, language: Tag) -> Vec<(&'static Field, FieldValue)> {
    let text = |text: String| Some(FieldValue::Text(text));
    let blocks = Some(&session.blocks).filter(|blocks| !blocks.is_empty());
    present([
        (&session::START, text(session.start.to_string())),
        (&session::END, session.end.and_then(|day| text(day.to_string()))),
        (&session::BLOCKS, blocks.map(|blocks| FieldValue::of_periods(blocks, language))),
        (&session::TOWN, session.town.clone().and_then(text)),
        (&session::SEATS, session.seats.and_then(|seats| text(seats.to_string()))),
        (&session::FREE_SEATS, session.free_seats.and_then(|seats| text(seats.to_string()))),
        (&session::HALF_DAYS, session.half_days.then(|| FieldValue::of_yes(language))),
        (&session::REGISTRATION, session.registration.and_then(|day| text(day.to_string()))),
        (&session::GUARANTEED, session.guaranteed.then(|| FieldValue::of_yes(language))),
        (
            &session::TEACHING,
            session.teaching.and_then(|teaching| text(teaching.written(language).to_owned())),
        ),
    ])
}

fn present<const N: usize>(
    fields: [(&'static Field, Option<FieldValue>); N],
) -> Vec<(&'static Field, FieldValue)> {
    fields.into_iter().filter_map(|(field, said)| Some((field, said?))).collect()
}
