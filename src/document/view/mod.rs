//! View models: everything a document shows, as plain data in print-ready words.
//!
//! A view holds no level, date or sum that a template must still work out; the
//! template decides only where things stand.

pub mod areas;
pub mod blank_form;
pub mod booklet;
pub(in crate::document) mod courses;
pub mod guide;
mod page_budget;
pub mod plan;
pub mod preparation;
pub mod public_booklet;
pub mod radar;
pub mod role_model;
pub mod strategic_plan;
pub mod strategy;
mod terms;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::chart::palette::{Palette, hex};
use crate::department::Department;
use crate::department::role_model::RoleModel;
use crate::department::values::Colour;
use crate::language::Language;

/// What every document needs: languages, colours, and the program's fixed words.
#[derive(Debug, Serialize, Deserialize)]
pub struct Frame {
    /// The language of the files' own text.
    language: String,
    /// The language of the program's words.
    pub(in crate::document) words_language: String,
    /// Colours by their role, as `#rrggbb`.
    pub(in crate::document) colours: BTreeMap<String, String>,
    /// Headings, column titles and other fixed words, by name.
    pub(in crate::document) labels: BTreeMap<String, String>,
    /// The department's name.
    pub(in crate::document) department: String,
    /// The municipality's name.
    pub(in crate::document) municipality: Option<String>,
    /// The period, such as `2026/27`.
    period: Option<String>,
}

impl Frame {
    /// The frame of `department`'s documents in `language`.
    pub fn new(department: &Department, language: &Language) -> Self {
        let settings = &department.settings;
        Self {
            language: settings.language.unwrap_or(language.tag()).name().to_owned(),
            words_language: language.tag().name().to_owned(),
            colours: colours(&Palette::of(settings)),
            labels: language.labels().clone(),
            department: settings.name.clone(),
            municipality: settings.municipality.clone(),
            period: settings.period.clone(),
        }
    }
}

impl Frame {
    /// The colours; `None` where the accent is none.
    pub(in crate::document) fn palette(&self) -> Option<Palette> {
        let accent: Colour = self.colours.get("accent")?.parse().ok()?;
        Some(Palette::with_accent(Some(accent)))
    }
}

/// The colours of a document by their role, as `#rrggbb`.
pub fn colours(palette: &Palette) -> BTreeMap<String, String> {
    let colours = [
        ("accent", palette.accent),
        ("wanted", palette.wanted),
        ("role-model", palette.role_model),
        ("text", palette.text),
        ("quiet", palette.quiet_text),
        ("grid", palette.grid),
        ("ground", palette.ground),
    ];
    colours.into_iter().map(|(role, colour)| (role.to_owned(), hex(colour))).collect()
}

/// A word and what it stands for, such as `Skole` and `Nordskolen`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// What it is.
    pub label: String,
    /// The fact.
    pub value: String,
}

/// A level of the scale and its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScaleStep {
    /// What profiles write.
    pub number: i64,
    /// What it means.
    pub name: String,
}

/// The scale of `role_model`, lowest first.
pub fn scale(role_model: &RoleModel) -> Vec<ScaleStep> {
    let levels = &role_model.scale.levels;
    levels.iter().map(|level| ScaleStep { number: level.number, name: level.name.clone() }).collect()
}
