//! Standalone charts: SVG without fonts, with the text as outlines and a description.

use std::sync::Arc;

use super::canvas::{Canvas, PIXELS};
use super::palette::Palette;
use super::svg::Escaped;
use super::{Chart, ChartText};
use crate::typeface::{FAMILY, Typeface};

/// Converts `chart` to an SVG with its text as outlines, and with title and description for
/// screen readers.
pub(crate) fn stand_alone(
    chart: &Chart,
    title: &str,
    description: &str,
    palette: &Palette,
    typeface: &Typeface,
) -> Option<String> {
    let mut options = usvg::Options { font_family: FAMILY.to_owned(), ..usvg::Options::default() };
    for font in typeface.fonts() {
        options.fontdb_mut().load_font_source(usvg::fontdb::Source::Binary(Arc::new(font.data().clone())));
    }
    let letters = chart.letters.as_ref().map(|letters| text_elements(letters, palette));
    let mut size = None;
    let mut layers = String::new();
    for layer in [Some(&chart.svg), letters.as_ref()].into_iter().flatten() {
        let tree = usvg::Tree::from_str(layer, &options).ok()?;
        size = Some(tree.size());
        let outlined = tree.to_string(&usvg::WriteOptions::default());
        layers.push_str(outlined.split_once('>')?.1.trim_end().strip_suffix("</svg>")?);
    }
    let (width, height) = size.map(|size| (size.width(), size.height()))?;
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}pt\" height=\"{}pt\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\"><title>{}</title><desc>{}</desc>{layers}</svg>\n",
        f64::from(width) / PIXELS,
        f64::from(height) / PIXELS,
        Escaped(title),
        Escaped(description),
    ))
}

/// `letters` as SVG text elements.
fn text_elements(letters: &ChartText, palette: &Palette) -> String {
    let mut svg = String::new();
    let canvas = Canvas::new(&mut svg, letters.width, letters.height);
    for text in letters.texts() {
        canvas.text(text, palette);
    }
    canvas.finish();
    svg
}
