//! A plotters canvas measured in points.
//!
//! plotters draws on whole pixels. Ten pixels to the point are finer than any
//! printer shows. It also writes font sizes divided by 1.24, and places text by
//! its top rather than its baseline; both are undone here and nowhere else.

use plotters::backend::SVGBackend;
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{Circle, DashedPathElement, PathElement, Polygon};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontStyle, IntoFont, RGBColor, ShapeStyle};

use crate::department::values::Colour;
use crate::typeface::{FAMILY, Weight};

/// Pixels to the point.
pub(super) const PIXELS: f64 = 10.0;
/// What plotters' SVG backend divides font sizes by.
const SVG_FONT_DIVISOR: f64 = 1.24;
/// Where plotters' SVG backend puts the baseline of text placed by its top, in em.
const BASELINE_BELOW_TOP: f64 = 0.76;

/// A point in points from the upper left corner.
pub(super) type Point = (f64, f64);

/// How a line is drawn: its colour, its width in points and its dashes.
#[derive(Clone, Copy)]
pub(super) struct Stroke {
    pub colour: Colour,
    pub width: f64,
    /// Lengths of dash and space in points; unbroken without.
    pub dash: Option<(f64, f64)>,
}

/// Which end of a text stands at its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

pub(super) struct Canvas<'a> {
    area: DrawingArea<SVGBackend<'a>, Shift>,
}

impl<'a> Canvas<'a> {
    /// A canvas that writes its SVG to `svg`.
    pub fn new(svg: &'a mut String, width: f64, height: f64) -> Self {
        let area =
            SVGBackend::with_string(svg, (pixels(width) as u32, pixels(height) as u32)).into_drawing_area();
        Self { area }
    }

    pub fn line(&self, points: &[Point], stroke: Stroke) {
        let style = line_style(stroke);
        let path: Vec<(i32, i32)> = points.iter().copied().map(at).collect();
        let drawn = match stroke.dash {
            None => self.area.draw(&PathElement::new(path, style)),
            Some((dash, space)) => {
                self.area.draw(&DashedPathElement::new(path, pixels(dash), pixels(space), style))
            }
        };
        drawn.expect(IN_MEMORY);
    }

    pub fn polygon(&self, points: &[Point], fill: Colour, opacity: f64) {
        let path: Vec<(i32, i32)> = points.iter().copied().map(at).collect();
        let style = colour(fill).mix(opacity).filled();
        self.area.draw(&Polygon::new(path, style)).expect(IN_MEMORY);
    }

    pub fn disc(&self, centre: Point, radius: f64, fill: Colour) {
        let disc = Circle::new(at(centre), pixels(radius), colour(fill).filled());
        self.area.draw(&disc).expect(IN_MEMORY);
    }

    /// A text whose baseline runs through `point`.
    pub fn text(&self, text: &str, point: Point, anchor: Anchor, weight: Weight, size: f64, fill: Colour) {
        let style = match weight {
            Weight::Regular => FontStyle::Normal,
            Weight::SemiBold => FontStyle::Bold,
        };
        let horizontal = match anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        let style = (FAMILY, size * PIXELS * SVG_FONT_DIVISOR, style)
            .into_font()
            .color(&colour(fill))
            .pos(Pos::new(horizontal, VPos::Top));
        let top = (point.0, point.1 - BASELINE_BELOW_TOP * size);
        self.area.draw_text(text, &style, at(top)).expect(IN_MEMORY);
    }

    pub fn finish(self) {
        self.area.present().expect(IN_MEMORY);
    }
}

const IN_MEMORY: &str = "writing to a string does not fail";

fn pixels(points: f64) -> i32 {
    (points * PIXELS).round() as i32
}

fn at((x, y): Point) -> (i32, i32) {
    (pixels(x), pixels(y))
}

fn colour(colour: Colour) -> RGBColor {
    let [red, green, blue] = colour.rgb;
    RGBColor(red, green, blue)
}

fn line_style(stroke: Stroke) -> ShapeStyle {
    colour(stroke.colour).stroke_width(pixels(stroke.width).max(1) as u32)
}
