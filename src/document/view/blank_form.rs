//! The department's form without a person, for a pen: profile on the front, plan on the back.

use serde::Serialize;

use super::{Frame, ScaleStep, radar, scale, terms};
use crate::department::Department;
use crate::department::profile::Priority;
use crate::department::values::LevelChange;
use crate::language::Language;

/// The form.
#[derive(Debug, Serialize)]
pub struct BlankFormView {
    frame: Frame,
    title: String,
    /// What the paper is.
    state: String,
    role_model: String,
    radar_alt: String,
    /// Whether the radar's axes bear numbers, so that the table must too.
    numbered: bool,
    scale: Vec<ScaleStep>,
    areas: Vec<BlankArea>,
    roles: Vec<String>,
    /// How important an area can be.
    priorities: Vec<String>,
    consents: Vec<BlankConsent>,
    answers: Vec<String>,
    /// How the paper becomes a file.
    to_file: String,
}

/// An area to fill in.
#[derive(Debug, Serialize)]
struct BlankArea {
    name: String,
    /// As on the radar, for where the name finds no room.
    short: String,
}

/// A consent to answer.
#[derive(Debug, Serialize)]
struct BlankConsent {
    sentence: String,
    /// Whether it may be given for some areas only.
    by_area: bool,
}

/// The form of `department`.
pub fn view(department: &Department, language: &Language, numbered: bool) -> BlankFormView {
    let role_model = &department.role_model;
    let say = |key: &str| language.say(key, &[]);
    BlankFormView {
        frame: Frame::new(department, language),
        title: say("blank-title"),
        state: say("blank-state"),
        role_model: role_model.name.clone(),
        radar_alt: radar::blank_alt(department, language),
        numbered,
        scale: scale(&department.role_model),
        areas: role_model
            .areas
            .iter()
            .map(|area| BlankArea { name: area.name.clone(), short: radar::label(area) })
            .collect(),
        roles: role_model.roles.iter().map(|role| role.name.clone()).collect(),
        priorities: [Priority::Need, Priority::Nice].map(|p| terms::priority(Some(p), language)).into(),
        consents: vec![
            BlankConsent { sentence: say("consent-booklet"), by_area: false },
            BlankConsent { sentence: say("consent-teaches"), by_area: true },
        ],
        answers: vec![say("answer-yes"), say("answer-no")],
        to_file: language.say("blank-to-file", &[("example", example(department).into())]),
    }
}

/// A line as the profile has it, with an area and levels that this department knows.
fn example(department: &Department) -> String {
    let role_model = &department.role_model;
    let key = role_model.areas.first().map(|area| area.key.as_str()).unwrap_or_default();
    let levels = &role_model.scale.levels;
    let middle = (levels.len() / 2).min(levels.len().saturating_sub(2));
    match levels.get(middle..middle + 2) {
        Some([from, to]) => {
            let between = LevelChange::between(department.settings.own_language());
            format!("{key}: {} {between} {}", from.number, to.number)
        }
        _ => key.to_owned(),
    }
}
