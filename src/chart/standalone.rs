//! A chart that needs no font: its letters as outlines, its words as a description.

use std::sync::Arc;

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
    let opening_end = outlined.find('>')?;
    let (opening, rest) = outlined.split_at(opening_end);
    Some(format!(
        "{opening} role=\"img\"><title>{}</title><desc>{}</desc>{}",
        escape(title),
        escape(description),
        &rest[1..],
    ))
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
