//! The chapter on the role model: areas, competencies with their votes, and roles.

use serde::Serialize;

use super::Fact;
use crate::department::role_model::{Area, Competency, RoleModel};
use crate::language::Language;

/// The view of the chapter.
#[derive(Debug, Serialize)]
pub(crate) struct RoleModelView {
    name: String,
    source: Option<String>,
    /// The competencies presumed of every trained office worker.
    presumed: Vec<String>,
    areas: Vec<AreaView>,
    /// The competencies without an area.
    other: Vec<CompetencyView>,
    /// What the marks of added and questioned competencies mean, if there are any.
    marks: Option<String>,
    /// Each role with its profile line and required levels.
    roles: Vec<RoleView>,
}

#[derive(Debug, Serialize)]
struct AreaView {
    name: String,
    description: Option<String>,
    /// The indicative level, and how far AMU courses cover the area.
    notes: Vec<String>,
    competencies: Vec<CompetencyView>,
}

/// A competency with its marks.
#[derive(Debug, Serialize)]
pub(super) struct CompetencyView {
    text: String,
    /// The votes, and whether it was added or questioned.
    notes: Vec<String>,
}

#[derive(Debug, Serialize)]
struct RoleView {
    name: String,
    description: Option<String>,
    requires: Vec<Fact>,
}

/// The chapter on `role_model`.
pub(crate) fn view(role_model: &RoleModel, language: &Language) -> RoleModelView {
    RoleModelView {
        name: role_model.name.clone(),
        source: role_model.source.clone(),
        presumed: role_model.presumed.clone(),
        areas: role_model
            .areas
            .iter()
            .map(|area| AreaView {
                name: area.name.clone(),
                description: area.description.clone(),
                notes: area_notes(area, language),
                competencies: competencies(&area.competencies, language),
            })
            .collect(),
        other: competencies(&role_model.other_competencies, language),
        marks: role_model
            .areas
            .iter()
            .flat_map(|area| &area.competencies)
            .chain(&role_model.other_competencies)
            .any(|competency| competency.added || competency.questioned)
            .then(|| language.say("competency-marks", &[])),
        roles: roles(role_model),
    }
}

fn area_notes(area: &Area, language: &Language) -> Vec<String> {
    let expected = area.expected.map(|level| language.say("area-expected", &[("level", level.into())]));
    let coverage = area.amu_coverage.map(|coverage| language.say(coverage.sentence_key(), &[]));
    expected.into_iter().chain(coverage).collect()
}

/// Competencies with their marks.
pub(super) fn competencies(list: &[Competency], language: &Language) -> Vec<CompetencyView> {
    list.iter().map(|c| competency(c, language)).collect()
}

fn competency(competency: &Competency, language: &Language) -> CompetencyView {
    let mut notes = Vec::new();
    if competency.votes > 0 {
        notes.push(language.say("competency-votes", &[("votes", competency.votes.into())]));
    }
    if competency.added {
        notes.push(language.say("competency-added", &[]));
    }
    if competency.questioned {
        notes.push(language.say("competency-questioned", &[]));
    }
    CompetencyView { text: competency.text.clone(), notes }
}

fn roles(role_model: &RoleModel) -> Vec<RoleView> {
    role_model
        .roles
        .iter()
        .map(|role| RoleView {
            name: role.name.clone(),
            description: role.description.clone(),
            requires: role
                .requires
                .iter()
                .map(|(area, level)| Fact {
                    label: role_model.areas[area.0].name.clone(),
                    value: level.to_string(),
                })
                .collect(),
        })
        .collect()
}
