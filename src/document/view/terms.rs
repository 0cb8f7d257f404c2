//! The fixed values of the file format, as printed in documents.

use super::course_name::printed_name;
use crate::agreement::{AgreedForm, AgreedWhat};
use crate::department::profile::{Priority, Responsible, Status};
use crate::language::Language;

/// `text` with a capital, as a value of its own begins.
pub(crate) fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect()
}

/// The term for the status of a plan line.
pub(crate) fn status(status: Status, language: &Language) -> String {
    language.say(status.word_key(), &[])
}

/// The term for a priority; empty for none.
pub(crate) fn priority(priority: Option<Priority>, language: &Language) -> String {
    priority.map(|priority| language.say(priority.word_key(), &[])).unwrap_or_default()
}

/// The person responsible for a plan line, in the department called `department`.
pub(crate) fn responsible(responsible: &Responsible, department: &str, language: &Language) -> String {
    match responsible {
        Responsible::Leader => language.say("responsible-leader", &[]),
        Responsible::Employee => language.say("responsible-employee", &[]),
        Responsible::Department => department.to_owned(),
        Responsible::Named(name) => name.clone(),
    }
}

/// The activity in words.
pub(crate) fn what(what: &AgreedWhat, language: &Language) -> String {
    match what {
        AgreedWhat::Course { number, title } => printed_name(number, title),
        // The employee's own words stay as they are.
        AgreedWhat::Form(AgreedForm { form, name, colleague }) => {
            let word = || language.say(form.word_key(), &[]);
            let form = capitalized(&name.clone().unwrap_or_else(word));
            let Some(colleague) = colleague else { return form };
            let unnamed = || language.say("plan-a-colleague", &[]);
            let mentor = colleague.name().map_or_else(unnamed, str::to_owned);
            language.say("plan-form-with", &[("form", form.into()), ("mentor", mentor.into())])
        }
        AgreedWhat::Text(text) => text.clone(),
        AgreedWhat::Open => String::new(),
    }
}
