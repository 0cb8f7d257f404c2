//! View models: the complete content of each document as plain data, in print-ready words.
//!
//! A view leaves nothing to compute or to word: the template decides about layout only.

pub mod areas;
pub(crate) mod blank_form;
pub mod booklet;
pub(crate) mod calendar;
pub(crate) mod careers;
pub(crate) mod course_name;
pub(crate) mod courses;
pub(crate) mod decision;
mod evaluation;
pub(crate) mod follow_up;
mod group;
pub(crate) mod guide;
mod heat_map;
pub(crate) mod overview;
mod page_budget;
pub mod plan;
pub(crate) mod preparation;
pub(crate) mod print;
pub mod programme;
pub(crate) mod public_booklet;
pub mod radar;
pub(crate) mod regional;
pub(crate) mod role_model;
pub(crate) mod strategic_plan;
pub mod strategy;
pub(in crate::document) mod summary;
pub(crate) mod terms;
mod year;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::chart::palette::{Palette, hex};
use crate::department::Department;
use crate::department::role_model::RoleModel;
use crate::department::values::Colour;
use crate::language::Language;

/// The data shared by all documents of a run: languages, colours, and fixed words.
#[derive(Debug, Serialize, Deserialize)]
pub struct Frame {
    /// The language of texts from files.
    language: String,
    pub(in crate::document) words_language: String,
    /// Colours by role, as `#rrggbb`.
    pub(in crate::document) colours: BTreeMap<String, String>,
    /// Headings, column titles and other fixed words by name.
    pub(in crate::document) labels: BTreeMap<String, String>,
    pub(in crate::document) department: String,
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
    /// The frame of a document of several departments, in `language` and the default colours.
    pub fn of_several(departments: &str, period: Option<String>, language: &Language) -> Self {
        Self {
            language: language.tag().name().to_owned(),
            words_language: language.tag().name().to_owned(),
            colours: colours(&Palette::with_accent(None)),
            labels: language.labels().clone(),
            department: departments.to_owned(),
            municipality: None,
            period,
        }
    }

    /// The palette; `None` if the accent is not a colour.
    pub(in crate::document) fn palette(&self) -> Option<Palette> {
        let accent: Colour = self.colours.get("accent")?.parse().ok()?;
        Some(Palette::with_accent(Some(accent)))
    }
}

/// The colours of `palette` by role, as `#rrggbb`.
pub fn colours(palette: &Palette) -> BTreeMap<String, String> {
    let colours = [
        ("accent", palette.accent),
        ("wanted", palette.wanted),
        ("role-model", palette.role_model),
        ("text", palette.text),
        ("quiet", palette.quiet_text),
        ("grid", palette.grid),
        ("ground", palette.ground),
        ("alarm", palette.alarm),
    ];
    colours.into_iter().map(|(role, colour)| (role.to_owned(), hex(colour))).collect()
}

/// A labelled value, such as `Skole` and `Nordskolen`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    pub(crate) label: String,
    pub(crate) value: String,
}

/// A level of the scale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScaleStep {
    /// The number in profiles.
    pub(crate) number: i64,
    /// The name of the level.
    pub(crate) name: String,
}

/// What a volume of a booklet is called.
fn volume_name(number: usize, count: usize, language: &Language) -> String {
    language.say("booklet-volume", &[("number", number.into()), ("count", count.into())])
}

/// The scale of `role_model`, lowest first.
pub fn scale(role_model: &RoleModel) -> Vec<ScaleStep> {
    let levels = &role_model.scale.levels;
    levels.iter().map(|level| ScaleStep { number: level.number, name: level.name.clone() }).collect()
}

/// Shortens a text to `most` characters, at the end of a word unless that would cut off half of it.
fn shortened(text: &str, most: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(most) else { return text.to_owned() };
    let begin = &text[..end];
    let words = match begin.rsplit_once(' ') {
        Some((words, _)) if !text[end..].starts_with(' ') && words.len() * 2 > begin.len() => words,
        _ => begin,
    };
    format!("{}…", words.trim_end_matches([' ', ',', ';', ':', '–', '(']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_shortened_between_words() {
        for (text, most, short) in [
            ("En tekst", 8, "En tekst"),
            (
                "40749 Effektiv anvendelse af e-mail og kalendersystemer",
                46,
                "40749 Effektiv anvendelse af e-mail og…",
            ),
            ("De svære samtaler – procedurer", 20, "De svære samtaler…"),
            ("De svære samtaler", 8, "De svære…"),
            ("Specialundervisning", 7, "Special…"),
            ("A Specialundervisning", 9, "A Special…"),
            ("ææææ øøøø", 6, "ææææ…"),
        ] {
            assert_eq!(shortened(text, most), short);
        }
    }
}
