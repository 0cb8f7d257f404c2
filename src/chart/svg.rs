//! A plotters backend for compact SVG.
//!
//! plotters' own backend writes an element for each dash, three hundred in a radar, which Typst
//! must parse and each PDF must store. This one writes dashed lines as single elements, and text
//! at its baseline in the requested size.

use std::fmt::{self, Write as _};

use plotters::backend::DrawingBackend;
use plotters::element::{Drawable, PointCollection};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingErrorKind, FontStyle,
};

/// Appends elements to a string.
pub(super) struct Svg<'a> {
    to: &'a mut String,
    size: (u32, u32),
}

type Written = Result<(), DrawingErrorKind<fmt::Error>>;

impl<'a> Svg<'a> {
    /// Starts an SVG of `size` in pixels, which `present` ends.
    pub(super) fn new(to: &'a mut String, size: (u32, u32)) -> Self {
        let (width, height) = size;
        to.push_str("<svg xmlns=\"http://www.w3.org/2000/svg\"");
        to.push_str(&format!(" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\">\n"));
        Self { to, size }
    }

    fn put(&mut self, element: fmt::Arguments<'_>) -> Written {
        self.to.write_fmt(element).map_err(DrawingErrorKind::DrawingError)
    }
}

impl DrawingBackend for Svg<'_> {
    type ErrorType = fmt::Error;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Written {
        Ok(())
    }

    fn present(&mut self) -> Written {
        self.put(format_args!("</svg>\n"))
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Written {
        self.put(format_args!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"1\" height=\"1\"{}/>\n",
            Paint("fill", color)
        ))
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Written {
        self.draw_path([from, to], style)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Written {
        let points: Vec<_> = path.into_iter().collect();
        let (paint, width) = (Paint("stroke", style.color()), style.stroke_width());
        self.put(format_args!(
            "<path fill=\"none\"{paint} stroke-width=\"{width}\" d=\"{}\"/>\n",
            Path(&points, "")
        ))
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Written {
        let (x, y) = center;
        let (paint, width) = (style.color(), style.stroke_width());
        if fill {
            self.put(format_args!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"{}/>\n", Paint("fill", paint)))
        } else {
            let paint = Paint("stroke", paint);
            self.put(format_args!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" fill=\"none\"{paint} stroke-width=\"{width}\"/>\n"))
        }
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vert: I,
        style: &S,
    ) -> Written {
        let points: Vec<_> = vert.into_iter().collect();
        self.put(format_args!("<path{} d=\"{}\"/>\n", Paint("fill", style.color()), Path(&points, "Z")))
    }

    /// Draws text with its baseline at `pos`, regardless of the anchor in its style.
    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, pos: BackendCoord) -> Written {
        let (x, y) = pos;
        let weight = if matches!(style.style(), FontStyle::Bold) { " font-weight=\"bold\"" } else { "" };
        let (family, size) = (style.family(), style.size());
        self.put(format_args!(
            "<text x=\"{x}\" y=\"{y}\" font-family=\"{}\" font-size=\"{size}\"{weight}{}>{}</text>\n",
            Escaped(family.as_str()),
            Paint("fill", style.color()),
            Escaped(text),
        ))
    }
}

/// A dashed line as a single element: the lengths of dash and gap in pixels.
pub(super) struct DashedLine<S> {
    pub points: Vec<BackendCoord>,
    pub style: S,
    pub dash: (u32, u32),
}

impl<'a, S> PointCollection<'a, BackendCoord> for &'a DashedLine<S> {
    type Point = &'a BackendCoord;
    type IntoIter = std::slice::Iter<'a, BackendCoord>;

    fn point_iter(self) -> Self::IntoIter {
        self.points.iter()
    }
}

impl<S: BackendStyle> Drawable<Svg<'_>> for DashedLine<S> {
    fn draw<I: Iterator<Item = BackendCoord>>(&self, points: I, svg: &mut Svg<'_>, _: (u32, u32)) -> Written {
        let points: Vec<_> = points.collect();
        let (paint, width) = (Paint("stroke", self.style.color()), self.style.stroke_width());
        let (dash, space) = self.dash;
        svg.put(format_args!(
            "<path fill=\"none\"{paint} stroke-width=\"{width}\" stroke-dasharray=\"{dash} {space}\" d=\"{}\"/>\n",
            Path(&points, "")
        ))
    }
}

/// The attribute `fill` or `stroke` with a colour, and its opacity if not opaque.
struct Paint(&'static str, BackendColor);

impl fmt::Display for Paint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(of, BackendColor { rgb: (red, green, blue), alpha }) = self;
        write!(f, " {of}=\"#{red:02X}{green:02X}{blue:02X}\"")?;
        if *alpha < 1.0 { write!(f, " {of}-opacity=\"{alpha}\"") } else { Ok(()) }
    }
}

/// The commands of a path through points, and the closing command.
struct Path<'a>(&'a [BackendCoord], &'static str);

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, (x, y)) in self.0.iter().enumerate() {
            // Coordinates after M are line-to commands.
            write!(f, "{}{x},{y}", if n == 0 { "M" } else { " " })?;
        }
        f.write_str(self.1)
    }
}

/// XML-escapes text for elements and attributes.
pub(super) struct Escaped<'a>(pub &'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|c| match c {
            '&' => f.write_str("&amp;"),
            '<' => f.write_str("&lt;"),
            '>' => f.write_str("&gt;"),
            '"' => f.write_str("&quot;"),
            other => f.write_char(other),
        })
    }
}
