//! Reading a PDF back: its text and its pages as pictures.

use std::collections::BTreeMap;

use hayro::hayro_interpret::font::Glyph;
use hayro::hayro_interpret::hayro_cmap::BfString;
use hayro::hayro_interpret::hayro_syntax::Pdf;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache, InterpreterSettings, Paint,
    PathDrawMode, SoftMask, interpret_page,
};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::vello_cpu::kurbo::{Affine, BezPath, Rect};
use hayro::{RenderCache, RenderSettings, render};
use image::RgbaImage;

/// The text of each page, in the order in which it is drawn, a line break
/// wherever the baseline moves.
pub fn text(bytes: &[u8]) -> Vec<String> {
    let pdf = Pdf::new(bytes.to_vec()).expect("the program writes PDFs that can be read");
    let cache = InterpreterCache::new();
    pdf.pages()
        .iter()
        .map(|page| {
            let area = Rect::new(0.0, 0.0, 2000.0, 2000.0);
            let settings = InterpreterSettings::default();
            let mut context = Context::new(Affine::IDENTITY, area, &cache, page.xref(), settings);
            let mut collector = TextCollector::default();
            interpret_page(page, &mut context, &mut collector);
            collector.text
        })
        .collect()
}

/// The text of a page by the numbers under which tags know it.
#[derive(Debug, Default)]
pub struct Marked {
    /// By marked-content number.
    pub by_id: BTreeMap<i64, String>,
    /// What belongs to no tag: footers and decoration.
    pub artifacts: String,
}

/// The marked text of each page.
pub fn marked_text(pdf: &Pdf) -> Vec<Marked> {
    let cache = InterpreterCache::new();
    let pages = pdf.pages().iter().map(|page| {
        let area = Rect::new(0.0, 0.0, 2000.0, 2000.0);
        let settings = InterpreterSettings::default();
        let mut context = Context::new(Affine::IDENTITY, area, &cache, page.xref(), settings);
        let mut collector = MarkCollector::default();
        interpret_page(page, &mut context, &mut collector);
        collector.marked
    });
    pages.collect()
}

/// A page's text with white space folded and soft hyphens joined.
pub fn folded(text: &str) -> String {
    let joined = text.replace('\u{ad}', "").replace('\u{a0}', " ");
    joined.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Each page as a picture, one pixel to the point.
pub fn pages(bytes: &[u8]) -> Vec<RgbaImage> {
    let pdf = Pdf::new(bytes.to_vec()).expect("the program writes PDFs that can be read");
    let cache = RenderCache::new();
    pdf.pages()
        .iter()
        .map(|page| {
            let settings = RenderSettings { bg_color: WHITE, ..RenderSettings::default() };
            let pixels = render(page, &cache, &InterpreterSettings::default(), &settings);
            let (width, height) = (u32::from(pixels.width()), u32::from(pixels.height()));
            let rgba = pixels.take_unpremultiplied().into_iter().flat_map(|p| [p.r, p.g, p.b, p.a]);
            RgbaImage::from_raw(width, height, rgba.collect()).expect("four bytes to the pixel")
        })
        .collect()
}

#[derive(Default)]
struct TextCollector {
    text: String,
    baseline: Option<f64>,
}

impl<'a> Device<'a> for TextCollector {
    fn draw_glyph(
        &mut self,
        glyph: &Glyph<'a>,
        transform: Affine,
        glyph_transform: Affine,
        _: &Paint<'a>,
        _: &GlyphDrawMode,
    ) {
        let [.., y] = (transform * glyph_transform).as_coeffs();
        if self.baseline.is_some_and(|baseline| (baseline - y).abs() > 0.5) {
            self.text.push('\n');
        }
        self.baseline = Some(y);
        push_glyph(glyph, &mut self.text);
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'a>, _: &PathDrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: Affine) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

fn push_glyph(glyph: &Glyph<'_>, text: &mut String) {
    match glyph.as_unicode() {
        Some(BfString::Char(c)) => text.push(c),
        Some(BfString::String(s)) => text.push_str(&s),
        None => text.push('\u{fffd}'),
    }
}

#[derive(Default)]
struct MarkCollector {
    marked: Marked,
    /// The marks that are open; `None` for one without a number.
    open: Vec<Option<i64>>,
}

impl<'a> Device<'a> for MarkCollector {
    fn draw_glyph(&mut self, glyph: &Glyph<'a>, _: Affine, _: Affine, _: &Paint<'a>, _: &GlyphDrawMode) {
        let text = match self.open.iter().rev().flatten().next() {
            Some(id) => self.marked.by_id.entry(*id).or_default(),
            None => &mut self.marked.artifacts,
        };
        push_glyph(glyph, text);
    }

    fn begin_marked_content(&mut self, _: &[u8], id: Option<i32>) {
        self.open.push(id.map(i64::from));
    }

    fn end_marked_content(&mut self) {
        self.open.pop();
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'a>, _: &PathDrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: Affine) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
