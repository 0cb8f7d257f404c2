//! Reads a PDF back: its text, and its pages as pictures.

use std::collections::{BTreeMap, VecDeque};

use hayro::hayro_interpret::font::Glyph;
use hayro::hayro_interpret::hayro_cmap::BfString;
use hayro::hayro_interpret::hayro_syntax::Pdf;
use hayro::hayro_interpret::hayro_syntax::content::ops::TypedInstruction;
use hayro::hayro_interpret::hayro_syntax::object::{Object, String as PdfString};
use hayro::hayro_interpret::hayro_syntax::page::Page;
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

/// The text of a page by marked content, to which tags refer.
#[derive(Debug, Default)]
pub struct Marked {
    /// By marked-content number.
    pub by_id: BTreeMap<i64, String>,
    /// The text outside all tags: footers and decoration.
    pub artifacts: String,
}

/// The marked text of each page.
pub fn marked_text(pdf: &Pdf) -> Vec<Marked> {
    let cache = InterpreterCache::new();
    let pages = pdf.pages().iter().map(|page| {
        let area = Rect::new(0.0, 0.0, 2000.0, 2000.0);
        let settings = InterpreterSettings::default();
        let mut context = Context::new(Affine::IDENTITY, area, &cache, page.xref(), settings);
        let mut collector = MarkCollector { stands_for: stands_for(page), ..MarkCollector::default() };
        interpret_page(page, &mut context, &mut collector);
        assert!(collector.stands_for.is_empty(), "the marks of a page are met in their order");
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
    pages_at(bytes, |_| true)
}

/// The pages, counted from 0, that are `wanted`, as pictures.
pub fn pages_at(bytes: &[u8], wanted: impl Fn(usize) -> bool) -> Vec<RgbaImage> {
    let pdf = Pdf::new(bytes.to_vec()).expect("the program writes PDFs that can be read");
    let cache = RenderCache::new();
    let pages = pdf.pages().iter().enumerate().filter(|(i, _)| wanted(*i));
    pages
        .map(|(_, page)| {
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

/// The replacement text of each mark of `page`, in their order.
fn stands_for(page: &Page<'_>) -> VecDeque<Option<String>> {
    let mut marks = VecDeque::new();
    let mut operations = page.typed_operations();
    while let Some(operation) = operations.next() {
        match operation {
            TypedInstruction::BeginMarkedContent(_) => marks.push_back(None),
            TypedInstruction::BeginMarkedContentWithProperties(mark) => marks.push_back(match &mark.1 {
                Object::Dict(properties) => {
                    properties.get::<PdfString<'_>>("ActualText").map(|text| text_string(text.as_bytes()))
                }
                _ => None,
            }),
            _ => {}
        }
    }
    marks
}

/// A text string: UTF-16 where it says so, else read as UTF-8, which ASCII is.
pub fn text_string(bytes: &[u8]) -> String {
    let Some(utf16) = bytes.strip_prefix(&[0xfe, 0xff]) else {
        return String::from_utf8_lossy(bytes).into_owned();
    };
    let units: Vec<u16> = utf16.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    String::from_utf16_lossy(&units)
}

#[derive(Default)]
struct MarkCollector {
    marked: Marked,
    /// The replacement texts of the marks to come: the hyphen of a divided word is
    /// replaced by a soft one.
    stands_for: VecDeque<Option<String>>,
    /// The open marks: number, and whether they have a replacement text.
    open: Vec<(Option<i64>, bool)>,
}

impl<'a> Device<'a> for MarkCollector {
    fn draw_glyph(&mut self, glyph: &Glyph<'a>, _: Affine, _: Affine, _: &Paint<'a>, _: &GlyphDrawMode) {
        let Some(id) = self.open.iter().rev().find_map(|(id, _)| id.as_ref()) else {
            return push_glyph(glyph, &mut self.marked.artifacts);
        };
        let text = self.marked.by_id.entry(*id).or_default();
        match self.open.last() {
            // Added once, at the beginning of the mark.
            Some((_, true)) => {}
            _ => push_glyph(glyph, text),
        }
    }

    fn begin_marked_content(&mut self, _: &[u8], id: Option<i32>) {
        let id = id.map(i64::from);
        let stands_for = self.stands_for.pop_front().flatten();
        let outer = id.or_else(|| self.open.iter().rev().find_map(|(id, _)| *id));
        if let (Some(text), Some(outer)) = (&stands_for, outer) {
            self.marked.by_id.entry(outer).or_default().push_str(text);
        }
        self.open.push((id, stands_for.is_some()));
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
