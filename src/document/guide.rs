//! Typesets the guide to filling in a profile.

use super::pdf::{Document, DocumentKind, TypesetError, TypesettingInput};
use super::view::{guide, radar};
use super::{Templates, printable};
use crate::chart::palette::Palette;
use crate::chart::radar::draw;
use crate::department::Department;
use crate::department::document_date;
use crate::language::Language;

/// The number of areas in the example; their names usually fit around the radar.
const AREAS: usize = 8;

/// Typesets the guide for `department`.
///
/// # Errors
/// If the template fails.
pub(crate) fn typeset(
    department: &Department,
    language: &Language,
    templates: &Templates,
) -> Result<Vec<u8>, TypesetError> {
    let scale = &department.role_model.scale;
    let palette = Palette::of(&department.settings);
    let areas = guide::example(department, AREAS);
    // Tries fewer areas and their keys before falling back to numbers.
    let tries =
        [false, true].into_iter().flat_map(|keys| (3..=areas.len()).rev().map(move |most| (most, keys)));
    let mut drawings = tries.map(|(most, keys)| {
        let areas = &areas[..most];
        let mut radar = radar::example(areas, keys, scale, language);
        printable::printable_labels(&mut radar, templates.typeface());
        (areas, draw(&mut radar, &palette, templates.typeface()))
    });
    let named = drawings.find(|(_, drawn)| !drawn.numbered);
    let (areas, drawn) = named.unwrap_or_else(|| {
        let mut radar = radar::example(&areas, true, scale, language);
        printable::printable_labels(&mut radar, templates.typeface());
        (&areas[..], draw(&mut radar, &palette, templates.typeface()))
    });
    let view = guide::view(department, areas, language);
    let document = Document {
        kind: DocumentKind::Guide,
        view: &view,
        charts: &[&drawn.chart],
        agreement: None,
        identity: "vejledning",
        date: document_date::of_period(&department.settings),
    };
    TypesettingInput::of(&document, templates.typeface())?.typeset(templates)
}
