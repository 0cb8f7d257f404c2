//! The view of the page for careers advisers and schools: what the job asks for, and which
//! competencies are sought in the coming years.

use serde::Serialize;

use super::Frame;
use crate::department::Department;
use crate::department::role_model::Area;
use crate::language::Language;

/// The most areas with two competencies each that fit on a page; of more areas one is listed.
const MAX_AREAS_WITH_TWO: usize = 8;

/// The page.
#[derive(Debug, Serialize)]
pub(crate) struct CareersView {
    frame: Frame,
    title: String,
    /// The role model's name and source.
    model: String,
    lead: String,
    /// What every trained office worker can.
    presumed: Vec<String>,
    areas: Vec<AreaLine>,
    /// How to read the levels.
    scale: Option<String>,
    /// Competencies that are sought, the most sought first.
    sought: Vec<String>,
    /// Why nothing is listed, or on what the list is based.
    sought_note: String,
    contact: Option<String>,
}

/// An area of the job.
#[derive(Debug, Serialize)]
struct AreaLine {
    name: String,
    description: Option<String>,
    /// The expected level in words.
    expected: Option<String>,
    competencies: Vec<String>,
}

/// The page for `department`, where the areas `sought` are publishable, the most sought first.
pub(crate) fn view(
    department: &Department,
    sought: Vec<String>,
    is_of_several: bool,
    language: &Language,
) -> CareersView {
    let model = &department.role_model;
    let scale = &model.scale;
    let note = match (sought.is_empty(), is_of_several) {
        (true, _) => "careers-none",
        (false, false) => "careers-of-one",
        (false, true) => "careers-of-several",
    };
    let named = [Some(&model.name), model.source.as_ref()];
    CareersView {
        frame: Frame::new(department, language),
        title: language.say("careers-title", &[]),
        model: named.into_iter().flatten().cloned().collect::<Vec<_>>().join(" · "),
        lead: language.say("careers-lead", &[]),
        presumed: model.presumed.clone(),
        areas: model.areas.iter().map(|area| line(area, department)).collect(),
        scale: model.areas.iter().any(|area| area.expected.is_some()).then(|| {
            let levels = scale.levels.iter().map(|level| level.name.as_str());
            language.say("careers-scale", &[("levels", levels.collect::<Vec<_>>().join(" – ").into())])
        }),
        sought,
        sought_note: language.say(note, &[]),
        contact: department.settings.cooperation.contact.clone(),
    }
}

fn line(area: &Area, department: &Department) -> AreaLine {
    let scale = &department.role_model.scale;
    let most = if department.role_model.areas.len() > MAX_AREAS_WITH_TWO { 1 } else { 2 };
    let expected = area.expected.and_then(|level| scale.position(level));
    let mut competencies: Vec<_> = area.competencies.iter().filter(|item| !item.questioned).collect();
    // The wording that most people found important first.
    competencies.sort_by_key(|item| std::cmp::Reverse(item.votes));
    AreaLine {
        name: area.name.clone(),
        description: area.description.clone(),
        expected: expected.map(|at| scale.levels[at].name.clone()),
        competencies: competencies.iter().take(most).map(|item| item.text.clone()).collect(),
    }
}
