//! Charts, drawn by plotters as SVG.
//!
//! A chart is a pure function of its figures, its words and the fonts. The SVG
//! that goes into a document names the document's font; the one that stands
//! alone has its letters as outlines.

//!
//! A chart has layers, so that what is the same for many people is the same bytes:
//! Typst then reads it once, and most of what it takes to read a chart is its text.

mod canvas;
mod labels;
pub mod palette;
pub mod qr;
pub mod radar;
pub mod standalone;
mod svg;

/// A chart: SVG in two layers of one size.
#[derive(Clone, Debug)]
pub struct Chart {
    /// What the figures are seen against, such as axes and their names.
    pub ground: Option<String>,
    /// What only this chart shows.
    pub figures: String,
}

impl Chart {
    /// Its layers, the lowest first.
    pub fn layers(&self) -> impl Iterator<Item = &str> {
        self.ground.as_deref().into_iter().chain([self.figures.as_str()])
    }
}
