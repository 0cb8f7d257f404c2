//! View models: everything a document shows, as plain data in print-ready words.
//!
//! A view holds no level, date or sum that a template must still work out; the
//! template decides only where things stand.

mod areas;
pub mod blank_form;
pub mod booklet;
mod courses;
pub mod plan;
pub mod preparation;
pub mod radar;
pub mod role_model;
mod terms;

use std::collections::BTreeMap;

use serde::Serialize;

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
        let palette = Palette::with_accent(settings.accent);
        let colours = [
            ("accent", palette.accent),
            ("wanted", palette.wanted),
            ("role-model", palette.role_model),
            ("text", palette.text),
            ("quiet", palette.quiet_text),
            ("grid", palette.grid),
            ("ground", palette.ground),
        ];
        Self {
            language: settings.language.unwrap_or(language.tag()).name(),
            words_language: language.tag().name(),
            colours: colours.into_iter().map(|(role, colour)| (role, hex(colour))).collect(),
            labels: language.labels("label-"),
            department: settings.name.clone(),
            municipality: settings.municipality.clone(),
            period: settings.period.clone(),
        }
    }
}

/// A word and what it stands for, such as `Skole` and `Nordskolen`.
#[derive(Debug, Serialize)]
pub struct Fact {
    /// What it is.
    pub label: String,
    /// The fact.
    pub value: String,
}

/// A level of the scale and its name.
#[derive(Debug, Serialize)]
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
