//! A chart that needs no font: its letters as outlines, its words as a description.

use std::sync::Arc;

use super::canvas::PIXELS;
use crate::typeface::{FAMILY, Typeface};

/// Turns the text of `svg` to outlines and adds a title and a description,
/// which screen readers read instead.
pub fn stand_alone(svg: &str, title: &str, description: &str, typeface: &Typeface) -> Option<String> {
    let mut options = usvg::Options { font_family: FAMILY.to_owned(), ..usvg::Options::default() };
    for font in typeface.fonts() {
        options.fontdb_mut().load_font_source(usvg::fontdb::Source::Binary(Arc::new(font.data().clone())));
    }
    let tree = usvg::Tree::from_str(svg, &options).ok()?;
    let outlined = tree.to_string(&usvg::WriteOptions::default());
    let body = outlined.split_once('>')?.1;
    let (width, height) = (tree.size().width(), tree.size().height());
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}pt\" height=\"{}pt\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\"><title>{}</title><desc>{}</desc>{body}",
        f64::from(width) / PIXELS,
        f64::from(height) / PIXELS,
        escape(title),
        escape(description),
    ))
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
