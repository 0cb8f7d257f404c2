//! The page that shows how to fill in a profile: from a department to its PDF.

use super::pdf::{self, Document, Kind, TypesetError};
use super::view::{guide, radar};
use super::{Templates, date};
use crate::chart::palette::Palette;
use crate::chart::radar::draw;
use crate::department::Department;
use crate::language::Language;

/// So many areas of the example have room for their names, as a rule.
const AREAS: usize = 8;

/// Typesets the page for `department`.
///
/// # Errors
/// If the template fails.
pub fn typeset(
    department: &Department,
    language: &Language,
    templates: &Templates,
) -> Result<Vec<u8>, TypesetError> {
    let scale = &department.role_model.scale;
    let palette = Palette::of(&department.settings);
    let mut areas = guide::example(department, AREAS);
    let (radar, drawn) = loop {
        let mut radar = radar::example(&areas, scale, language);
        let drawn = draw(&mut radar, &palette, templates.typeface());
        // Names, not numbers, as long as there are three axes.
        if !drawn.numbered || areas.len() <= 3 {
            break (radar, drawn);
        }
        areas.pop();
    };
    let view = guide::view(department, &areas, &radar, language);
    let document = Document {
        kind: Kind::Guide,
        view: &view,
        charts: &[&drawn.svg],
        agreement: None,
        identity: "vejledning",
        date: date::of_period(&department.settings),
    };
    pdf::typeset(&document, templates)
}
