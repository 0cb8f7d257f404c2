//! Charts: shapes drawn by plotters as SVG, and letters for the document to set.
//!
//! A chart is a pure function of its figures, its words and the fonts. Letters are no part
//! of the SVG that goes into a document: Typst would read each anew for each person, and
//! write them letter by letter. The SVG that stands alone has its letters as outlines.

mod canvas;
mod labels;
pub mod palette;
pub mod qr;
pub mod radar;
pub mod standalone;
mod svg;

use std::borrow::Cow;

use serde::Serialize;

/// A chart.
#[derive(Clone, Debug)]
pub struct Chart {
    /// Its shapes.
    pub svg: String,
    /// Its letters, over the shapes; a chart without any has none.
    pub letters: Option<ChartText>,
}

/// The letters of a chart.
#[derive(Clone, Debug, Serialize)]
pub struct ChartText {
    /// The width of the chart in points.
    pub width: f64,
    /// Its height in points.
    pub height: f64,
    /// What many people's charts have in common, such as the names of axes.
    pub shared: Vec<Text>,
    /// What only this chart says.
    pub own: Vec<Text>,
}

/// A text on a chart.
#[derive(Clone, Debug, Serialize)]
pub struct Text {
    /// The text.
    pub text: String,
    /// Where it begins, in points from the left.
    pub x: f64,
    /// Its baseline, in points from the top.
    pub y: f64,
    /// Its size in points.
    pub size: f64,
    /// Whether it is semi-bold.
    pub bold: bool,
    /// Whether it stays in the background.
    pub quiet: bool,
}

impl Chart {
    /// All that it is, as text: its shapes and its letters.
    pub fn parts(&self) -> [Cow<'_, str>; 2] {
        let letters = self.letters.as_ref().map(|letters| Cow::Owned(letters.to_json()));
        [Cow::Borrowed(&self.svg), letters.unwrap_or_default()]
    }
}

impl ChartText {
    /// All texts.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        self.shared.iter().chain(&self.own)
    }

    /// As JSON, for a template.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).expect("numbers and texts can be written")
    }
}
