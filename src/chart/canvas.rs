//! A plotters canvas measured in points.
//!
//! plotters draws on whole pixels; ten pixels to the point exceed any printer's resolution.

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{Circle, PathElement, Polygon};
use plotters::style::{Color, FontStyle, IntoFont, RGBColor, ShapeStyle};

use super::Text;
use super::palette::Palette;
use super::svg::{DashedLine, Svg};
use crate::department::values::Colour;
use crate::typeface::FAMILY;

/// Pixels per point.
pub(super) const PIXELS: f64 = 10.0;

/// A position in points from the upper left corner.
pub(super) type Point = (f64, f64);

/// The style of a line.
#[derive(Clone, Copy)]
pub(super) struct Stroke {
    pub colour: Colour,
    pub width: f64,
    /// Lengths of dash and gap in points; `None` for a solid line.
    pub dash: Option<(f64, f64)>,
}

pub(super) struct Canvas<'a> {
    area: DrawingArea<Svg<'a>, Shift>,
}

impl<'a> Canvas<'a> {
    /// A canvas that writes its SVG to `svg`.
    pub(super) fn new(svg: &'a mut String, width: f64, height: f64) -> Self {
        let size = (pixels(width) as u32, pixels(height) as u32);
        Self { area: Svg::new(svg, size).into_drawing_area() }
    }

    pub(super) fn line(&self, points: &[Point], stroke: Stroke) {
        let style = line_style(stroke);
        let points: Vec<(i32, i32)> = points.iter().copied().map(at).collect();
        let drawn = match stroke.dash {
            None => self.area.draw(&PathElement::new(points, style)),
            Some((dash, space)) => {
                let dash = (pixels(dash) as u32, pixels(space) as u32);
                self.area.draw(&DashedLine { points, style, dash })
            }
        };
        drawn.expect(IN_MEMORY);
    }

    pub(super) fn polygon(&self, points: &[Point], fill: Colour, opacity: f64) {
        let path: Vec<(i32, i32)> = points.iter().copied().map(at).collect();
        let style = colour(fill).mix(opacity).filled();
        self.area.draw(&Polygon::new(path, style)).expect(IN_MEMORY);
    }

    pub(super) fn disc(&self, centre: Point, radius: f64, fill: Colour) {
        let disc = Circle::new(at(centre), pixels(radius), colour(fill).filled());
        self.area.draw(&disc).expect(IN_MEMORY);
    }

    /// Draws a text in the palette's colours.
    pub(super) fn text(&self, text: &Text, palette: &Palette) {
        let style = if text.bold { FontStyle::Bold } else { FontStyle::Normal };
        let fill = if text.quiet { palette.quiet_text } else { palette.text };
        let style = (FAMILY, text.size * PIXELS, style).into_font().color(&colour(fill));
        self.area.draw_text(&text.text, &style, at((text.x, text.y))).expect(IN_MEMORY);
    }

    pub(super) fn finish(self) {
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
