//! The blank form, to fill in by hand: profile on the front, plan on the back.

use serde::Serialize;

use super::{Frame, ScaleStep, radar, scale, terms};
use crate::department::Department;
use crate::department::profile::Priority;
use crate::language::Language;
use crate::source::spelling::between_levels;

/// The view of the blank form.
#[derive(Debug, Serialize)]
pub(crate) struct BlankFormView {
    frame: Frame,
    title: String,
    /// The document's kind in words.
    state: String,
    role_model: String,
    radar_alt: String,
    /// Whether the radar's axes and therefore the table's rows are numbered.
    numbered: bool,
    scale: Vec<ScaleStep>,
    areas: Vec<BlankArea>,
    roles: Vec<String>,
    priorities: Vec<String>,
    consents: Vec<BlankConsent>,
    answers: Vec<String>,
    /// How to turn the paper into a profile.
    to_file: String,
}

/// An area to fill in.
#[derive(Debug, Serialize)]
struct BlankArea {
    name: String,
    /// The name on the radar, where the full one does not fit.
    short: String,
}

/// A consent question.
#[derive(Debug, Serialize)]
struct BlankConsent {
    sentence: String,
    /// Whether consent may be limited to some areas.
    by_area: bool,
}

/// The blank form of `department`.
pub(crate) fn view(department: &Department, language: &Language, numbered: bool) -> BlankFormView {
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

/// An example line of a profile with an area and levels of this department.
fn example(department: &Department) -> String {
    let role_model = &department.role_model;
    let key = role_model.areas.first().map(|area| area.key.as_str()).unwrap_or_default();
    let levels = &role_model.scale.levels;
    let middle = (levels.len() / 2).min(levels.len().saturating_sub(2));
    match levels.get(middle..middle + 2) {
        Some([from, to]) => {
            let between = between_levels(department.settings.own_language());
            format!("{key}: {} {between} {}", from.number, to.number)
        }
        _ => key.to_owned(),
    }
}
