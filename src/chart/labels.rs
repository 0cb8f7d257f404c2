//! Where the labels around a radar stand: measured, wrapped, never over each
//! other, the radar, or the edge.

use std::f64::consts::TAU;

use super::canvas::Point;
use crate::typeface::{Typeface, Weight};

/// The least size of text on a chart, in points; smaller is not read at 50.
pub(super) const LABEL_SIZE: f64 = 8.5;
/// From one baseline to the next.
const LINE_HEIGHT: f64 = 10.4;
/// Between the outermost ring and a label.
const CLEARANCE: f64 = 8.0;
/// Between two labels.
const BETWEEN: f64 = 3.0;
/// The widths at which labels may wrap, the widest first.
const WRAP_WIDTHS: [f64; 6] = [150.0, 120.0, 100.0, 84.0, 70.0, 58.0];

/// A box in points.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Box {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

/// A line of a label, ready to draw.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub text: String,
    pub weight: Weight,
    /// Where its baseline begins.
    pub point: Point,
}

/// Radius and labels of a radar.
#[derive(Debug)]
pub(super) struct Layout {
    pub centre: Point,
    pub radius: f64,
    pub lines: Vec<Line>,
    /// Whether axes bear numbers because whole names found no room.
    pub numbered: bool,
}

/// What stands at one axis.
pub(super) struct Label<'a> {
    pub name: &'a str,
    /// The levels, such as `3 → 4`.
    pub levels: &'a str,
}

/// The room that a radar and its labels have.
#[derive(Clone, Copy)]
pub(super) struct LabelBounds {
    /// Whether axes bear numbers from the start.
    pub only_numbers: bool,
    pub width: f64,
    pub height: f64,
    /// The width that a label with a name takes at least.
    pub least_label: f64,
    pub most_radius: f64,
    pub least_radius: f64,
}

/// The direction of axis `i` of `count`, clockwise from the top.
pub(super) fn direction(i: usize, count: usize) -> (f64, f64) {
    let angle = TAU * i as f64 / count as f64;
    (angle.sin(), -angle.cos())
}

/// The largest radius at which every label finds its place; numbers instead of
/// names where there is none.
pub(super) fn lay_out(labels: &[Label<'_>], room: LabelBounds, typeface: &Typeface) -> Layout {
    let mut radius = room.most_radius;
    while !room.only_numbers && radius >= room.least_radius {
        for wrap in WRAP_WIDTHS {
            let wrapped: Option<Vec<_>> = labels.iter().map(|l| wrap_label(l, wrap, typeface)).collect();
            if let Some(lines) = wrapped.and_then(|wrapped| place(&wrapped, room, radius, typeface)) {
                return Layout { centre: room.centre(labels.len(), radius), radius, lines, numbered: false };
            }
        }
        radius -= 4.0;
    }
    let numbers: Vec<Vec<(String, Weight)>> =
        (1..=labels.len()).map(|i| vec![(i.to_string(), Weight::SemiBold)]).collect();
    let (room, radius) = (LabelBounds { least_label: 0.0, ..room }, room.most_radius);
    let lines = place(&numbers, room, radius, typeface).unwrap_or_default();
    Layout { centre: room.centre(labels.len(), radius), radius, lines, numbered: true }
}

impl LabelBounds {
    /// The centre of a radar of `axes` and `radius` whose highest and lowest
    /// corners are equally far from the edges; with few axes and an odd number
    /// of them, that is well below the middle.
    fn centre(self, axes: usize, radius: f64) -> Point {
        let lowest = (0..axes).map(|i| direction(i, axes).1).fold(0.0, f64::max);
        (self.width / 2.0, self.height / 2.0 + radius * (1.0 - lowest) / 2.0)
    }
}

/// The name in lines no wider than `wrap`, then the levels; `None` if one word is wider.
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

/// The stretches between which a name may break: after a space, and after a
/// hyphen inside a word.
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

/// Places each label outside the circle of `radius`; `None` if one finds no room.
fn place(
    labels: &[Vec<(String, Weight)>],
    room: LabelBounds,
    radius: f64,
    typeface: &Typeface,
) -> Option<Vec<Line>> {
    let centre = room.centre(labels.len(), radius);
    let mut boxes: Vec<Box> = Vec::with_capacity(labels.len());
    let mut placed = Vec::new();
    for (i, lines) in labels.iter().enumerate() {
        let (dx, dy) = direction(i, labels.len());
        let widths = lines.iter().map(|(text, weight)| typeface.width(text, *weight, LABEL_SIZE));
        let width = widths.fold(room.least_label, f64::max);
        let height = LINE_HEIGHT * lines.len() as f64;
        // Beside the circle a label stands wholly to its side, above and below
        // it is centred, and in between it slides from the one to the other.
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
            spot.left >= 0.0 && spot.top >= 0.0 && spot.right <= room.width && spot.bottom <= room.height;
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
        self.left < other.right + BETWEEN
            && other.left < self.right + BETWEEN
            && self.top < other.bottom + BETWEEN
            && other.top < self.bottom + BETWEEN
    }

    /// From `point` to the nearest edge; 0 inside.
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
