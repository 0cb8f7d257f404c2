//! View models: everything a document shows, as plain data in print-ready words.
//!
//! A view holds no level, date or sum that a template must still work out; the
//! template decides only where things stand.

pub mod areas;
pub mod blank_form;
pub mod booklet;
mod courses;
pub mod plan;
pub mod preparation;
pub mod radar;
pub mod role_model;
pub mod strategic_plan;
pub mod strategy;
mod terms;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::chart::palette::{Palette, hex};
use crate::department::Department;
use crate::language::Language;

/// What every document needs: languages, colours, and the program's fixed words.
#[derive(Debug, Serialize)]
pub struct Frame {
    /// The language of the files' own text.
    language: &'static str,
    /// The language of the program's words.
    words_language: &'static str,
    /// Colours by their role, as `#rrggbb`.
    colours: BTreeMap<&'static str, String>,
    /// Headings, column titles and other fixed words, by name.
    labels: BTreeMap<String, String>,
    /// The department's name.
    department: String,
    /// The municipality's name.
    municipality: Option<String>,
    /// The period, such as `2026/27`.
    period: Option<String>,
}

impl Frame {
    /// The frame of `department`'s documents in `language`.
    pub fn new(department: &Department, language: &Language) -> Self {
        let settings = &department.settings;
        Self {
            language: settings.language.unwrap_or(language.tag()).name(),
            words_language: language.tag().name(),
            colours: colours(&Palette::of(settings)),
            labels: language.labels("label-"),
            department: settings.name.clone(),
            municipality: settings.municipality.clone(),
            period: settings.period.clone(),
        }
    }
}

/// The colours of a document by their role, as `#rrggbb`.
pub fn colours(palette: &Palette) -> BTreeMap<&'static str, String> {
    let colours = [
        ("accent", palette.accent),
        ("wanted", palette.wanted),
        ("role-model", palette.role_model),
        ("text", palette.text),
        ("quiet", palette.quiet_text),
        ("grid", palette.grid),
        ("ground", palette.ground),
    ];
    colours.into_iter().map(|(role, colour)| (role, hex(colour))).collect()
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

/// The scale of `department`, lowest first.
pub fn scale(department: &Department) -> Vec<ScaleStep> {
    let levels = &department.role_model.scale.levels;
    levels.iter().map(|level| ScaleStep { number: level.number, name: level.name.clone() }).collect()
}
