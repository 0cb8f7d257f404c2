//! Label layout of the radar: measures and wraps labels and places them without overlap with each
//! other, the radar or the edge.

use std::f64::consts::TAU;

use super::canvas::Point;
use crate::typeface::{Typeface, Weight};

/// The smallest text on a chart, in points; smaller text is hard to read at the age of 50.
pub(super) const LABEL_SIZE: f64 = 8.5;
/// The distance between baselines, in points.
const LINE_HEIGHT: f64 = 10.4;
/// The gap between the outermost ring and a label, in points.
const CLEARANCE: f64 = 8.0;
/// The gap between two labels, in points.
const LABEL_GAP: f64 = 3.0;
/// The widths at which labels may wrap, in points, widest first.
const WRAP_WIDTHS: [f64; 6] = [150.0, 120.0, 100.0, 84.0, 70.0, 58.0];

/// A rectangle in points.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Box {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

/// A placed line of a label.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub text: String,
    pub weight: Weight,
    /// The start of the baseline.
    pub point: Point,
}

/// The layout of a radar: its radius and labels.
#[derive(Debug)]
pub(super) struct Layout {
    pub centre: Point,
    pub radius: f64,
    pub lines: Vec<Line>,
    /// Whether the axes have numbers because the names do not fit.
    pub numbered: bool,
}

/// The label of an axis.
pub(super) struct Label<'a> {
    pub name: &'a str,
    /// The levels, such as `3 → 4`.
    pub levels: &'a str,
}

/// The space for a radar and its labels.
#[derive(Clone, Copy)]
pub(super) struct LabelBounds {
    /// Whether to use numbers without trying names.
    pub only_numbers: bool,
    pub width: f64,
    pub height: f64,
    /// The least width of a label with a name, in points.
    pub least_label: f64,
    pub most_radius: f64,
    pub least_radius: f64,
}

/// The direction of axis `i` of `count`, clockwise from the top.
pub(super) fn direction(i: usize, count: usize) -> (f64, f64) {
    let angle = TAU * i as f64 / count as f64;
    (angle.sin(), -angle.cos())
}

/// Finds the largest radius at which all labels fit; falls back to numbers if names fit at none.
pub(super) fn lay_out(labels: &[Label<'_>], bounds: LabelBounds, typeface: &Typeface) -> Layout {
    let mut radius = bounds.most_radius;
    while !bounds.only_numbers && radius >= bounds.least_radius {
        for wrap in WRAP_WIDTHS {
            let wrapped: Option<Vec<_>> = labels.iter().map(|l| wrap_label(l, wrap, typeface)).collect();
            if let Some(lines) = wrapped.and_then(|wrapped| place(&wrapped, bounds, radius, typeface)) {
                return Layout {
                    centre: bounds.centre(labels.len(), radius),
                    radius,
                    lines,
                    numbered: false,
                };
            }
        }
        radius -= 4.0;
    }
    let numbers: Vec<Vec<(String, Weight)>> =
        (1..=labels.len()).map(|i| vec![(i.to_string(), Weight::SemiBold)]).collect();
    let (bounds, radius) = (LabelBounds { least_label: 0.0, ..bounds }, bounds.most_radius);
    let lines = place(&numbers, bounds, radius, typeface).unwrap_or_default();
    Layout { centre: bounds.centre(labels.len(), radius), radius, lines, numbered: true }
}

impl LabelBounds {
    /// The centre at which the highest and lowest corners of a radar are equally far from the edges.
    /// With a small odd number of axes this is well below the middle.
    fn centre(self, axes: usize, radius: f64) -> Point {
        let lowest = (0..axes).map(|i| direction(i, axes).1).fold(0.0, f64::max);
        (self.width / 2.0, self.height / 2.0 + radius * (1.0 - lowest) / 2.0)
    }
}

/// Wraps a name into lines of at most `wrap` points and appends the levels; `None` if a word is
/// wider.
fn wrap_label(label: &Label<'_>, wrap: f64, typeface: &Typeface) -> Option<Vec<(String, Weight)>> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in pieces(label.name) {
        let longer = format!("{line}{word}");
        if typeface.width(longer.trim_end(), Weight::SemiBold, LABEL_SIZE) <= wrap {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push((line.trim_end().to_owned(), Weight::SemiBold));
        }
        if typeface.width(word.trim_end(), Weight::SemiBold, LABEL_SIZE) > wrap {
            return None;
        }
        line = word.to_owned();
    }
    lines.push((line.trim_end().to_owned(), Weight::SemiBold));
    if !label.levels.is_empty() {
        lines.push((label.levels.to_owned(), Weight::Regular));
    }
    Some(lines)
}

/// The pieces between which a name may break: after a space, and after a hyphen inside a word.
fn pieces(name: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for (i, c) in name.char_indices() {
        let end = i + c.len_utf8();
        let inside = name[end..].chars().next().is_some_and(|next| !next.is_whitespace());
        if c == ' ' || c == '-' && inside {
            pieces.push(&name[start..end]);
            start = end;
        }
    }
    pieces.push(&name[start..]);
    pieces
}

/// Places all labels outside the circle of `radius`; `None` if one does not fit.
fn place(
    labels: &[Vec<(String, Weight)>],
    bounds: LabelBounds,
    radius: f64,
    typeface: &Typeface,
) -> Option<Vec<Line>> {
    let centre = bounds.centre(labels.len(), radius);
    let mut boxes: Vec<Box> = Vec::with_capacity(labels.len());
    let mut placed = Vec::new();
    for (i, lines) in labels.iter().enumerate() {
        let (dx, dy) = direction(i, labels.len());
        let widths = lines.iter().map(|(text, weight)| typeface.width(text, *weight, LABEL_SIZE));
        let width = widths.fold(bounds.least_label, f64::max);
        let height = LINE_HEIGHT * lines.len() as f64;
        // Labels beside the circle are aligned to it, those above and below are centred, and the
        // alignment is interpolated in between.
        let side = (dx * 2.4).clamp(-1.0, 1.0);
        let mut reach = radius + CLEARANCE;
        let spot = loop {
            let middle =
                (centre.0 + dx * reach + side * width / 2.0, centre.1 + dy * reach + dy * height / 2.0);
            let spot = Box {
                left: middle.0 - width / 2.0,
                top: middle.1 - height / 2.0,
                right: middle.0 + width / 2.0,
                bottom: middle.1 + height / 2.0,
            };
            if spot.distance_to(centre) >= radius + CLEARANCE * 0.75 {
                break spot;
            }
            reach += 1.0;
        };
        let inside =
            spot.left >= 0.0 && spot.top >= 0.0 && spot.right <= bounds.width && spot.bottom <= bounds.height;
        if !inside || boxes.iter().any(|other| spot.touches(other)) {
            return None;
        }
        for (n, (text, weight)) in lines.iter().enumerate() {
            let spare = width - typeface.width(text, *weight, LABEL_SIZE);
            let x = match side {
                s if s > 0.75 => spot.left,
                s if s < -0.75 => spot.left + spare,
                _ => spot.left + spare / 2.0,
            };
            let baseline = spot.top + LINE_HEIGHT * (n as f64 + 0.78);
            placed.push(Line { text: text.clone(), weight: *weight, point: (x, baseline) });
        }
        boxes.push(spot);
    }
    Some(placed)
}

impl Box {
    fn touches(&self, other: &Box) -> bool {
        self.left < other.right + LABEL_GAP
            && other.left < self.right + LABEL_GAP
            && self.top < other.bottom + LABEL_GAP
            && other.top < self.bottom + LABEL_GAP
    }

    /// The distance from a point to the nearest edge; 0 inside.
    fn distance_to(&self, (x, y): Point) -> f64 {
        let dx = (self.left - x).max(x - self.right).max(0.0);
        let dy = (self.top - y).max(y - self.bottom).max(0.0);
        dx.hypot(dy)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ROOM: LabelBounds = LabelBounds {
        only_numbers: false,
        width: 482.0,
        height: 290.0,
        least_label: 0.0,
        most_radius: 116.0,
        least_radius: 84.0,
    };

    #[test]
    fn names_break_after_spaces_and_inner_hyphens() {
        assert_eq!(
            pieces("Kommunale it- og økonomisystemer"),
            ["Kommunale ", "it- ", "og ", "økonomisystemer"]
        );
        assert_eq!(pieces("økonomi-medarbejder"), ["økonomi-", "medarbejder"]);
    }

    #[test]
    fn eleven_ordinary_names_stand_whole_and_24_long_ones_become_numbers() {
        let typeface = Typeface::embedded();
        let names = [
            "Selvledelse",
            "Kommunikation og samarbejde",
            "Kulturforståelse",
            "Udviklingsorienteret",
            "Dansk+",
            "Økonomi+",
            "It+",
            "Kommunale it- og økonomisystemer",
            "Sagsbehandling",
            "Projekt- og opgavehåndtering",
            "Omsorg og pædagogisk værdigrundlag",
        ];
        let label = |name| Label { name, levels: "3 → 4" };
        let eleven: Vec<_> = names.into_iter().map(label).collect();
        assert!(!lay_out(&eleven, ROOM, &typeface).numbered);
        let many: Vec<_> = (0..24).map(|_| label("Specialundervisningsvisitationsprocedurer")).collect();
        let layout = lay_out(&many, ROOM, &typeface);
        assert!(layout.numbered);
        assert_eq!(layout.lines.len(), 24);
    }

    proptest! {
        #[test]
        fn no_label_is_ever_lost(names in prop::collection::vec("[A-ZÆØÅa-zæøå][a-zæøå -]{0,40}", 3..=24)) {
            let typeface = Typeface::embedded();
            let labels: Vec<_> = names.iter().map(|name| Label { name, levels: "1 → 5" }).collect();
            let layout = lay_out(&labels, ROOM, &typeface);
            if layout.numbered {
                prop_assert_eq!(layout.lines.len(), names.len());
            } else {
                let drawn: String = layout.lines.iter().map(|l| l.text.as_str()).collect();
                for name in &names {
                    for word in name.split_whitespace() {
                        prop_assert!(drawn.contains(word), "{} in {}", word, drawn);
                    }
                }
            }
        }
    }
}
