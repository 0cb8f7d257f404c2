//! Charts, drawn by plotters as SVG.
//!
//! A chart is a pure function of its figures, its words and the fonts. The SVG
//! that goes into a document names the document's font; the one that stands
//! alone has its letters as outlines.

mod canvas;
mod labels;
pub mod palette;
pub mod qr;
pub mod radar;
pub mod standalone;
