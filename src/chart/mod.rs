//! Charts: shapes as SVG, and text for the document to typeset.
//!
//! A chart is a pure function of its figures, words and fonts. The SVG in a document contains no
//! text: Typst would parse it anew for each person and place every glyph by itself. A standalone
//! SVG has its text as outlines.

mod canvas;
mod labels;
pub(crate) mod palette;
pub mod qr;
pub mod radar;
pub(crate) mod standalone;
mod svg;

pub use palette::Palette;

use std::borrow::Cow;

use serde::Serialize;

/// A rendered chart.
#[derive(Clone, Debug)]
pub struct Chart {
    /// The shapes, as SVG.
    pub svg: String,
    /// The text over the shapes; `None` for a chart without text.
    pub letters: Option<ChartText>,
}

/// The text of a chart.
#[derive(Clone, Debug, Serialize)]
pub struct ChartText {
    /// The width of the chart in points.
    pub width: f64,
    /// The height of the chart in points.
    pub height: f64,
    /// Texts that are equal in many people's charts, such as the names of axes.
    pub shared: Vec<Text>,
    /// Texts of this chart only.
    pub own: Vec<Text>,
}

/// A positioned text.
#[derive(Clone, Debug, Serialize)]
pub struct Text {
    /// The content.
    pub text: String,
    /// The start, in points from the left.
    pub x: f64,
    /// The baseline, in points from the top.
    pub y: f64,
    /// The font size in points.
    pub size: f64,
    /// Whether the font is semi-bold.
    pub bold: bool,
    /// Whether the colour is the subdued one.
    pub quiet: bool,
}

impl Chart {
    /// Shapes and text in serialised form, for a cache key.
    pub(crate) fn parts(&self) -> [Cow<'_, str>; 2] {
        let letters = self.letters.as_ref().map(|letters| Cow::Owned(letters.to_json()));
        [Cow::Borrowed(&self.svg), letters.unwrap_or_default()]
    }
}

impl ChartText {
    /// All texts, shared ones first.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &Text> {
        self.shared.iter().chain(&self.own)
    }

    /// The text as JSON, for a template.
    pub(crate) fn to_json(&self) -> String {
        serde_json::to_string(self).expect("numbers and texts can be written")
    }
}
