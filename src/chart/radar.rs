//! The radar chart (*kompetencespind*): an axis for each area, a line for each series of levels.

use super::canvas::{Canvas, Point, Stroke};
use super::labels::{LABEL_SIZE, Label, LabelBounds, Layout, direction, lay_out};
use super::palette::Palette;
use super::{Chart, ChartText, Text};
use crate::typeface::{Typeface, Weight};

/// The default width of a radar in points: the text width of A4 with 2 cm margins.
pub(crate) const FULL_WIDTH: f64 = 482.0;
/// The width of a radar with numbered axes in points; leaves space for the legend of names.
pub(crate) const NUMBERED_WIDTH: f64 = 290.0;
/// The height of a radar with numbered axes in points.
pub(crate) const NUMBERED_HEIGHT: f64 = 288.0;
/// The width and height in points of a radar to fill in by hand, which has no legend.
pub(crate) const BY_HAND_SIZE: f64 = 250.0;
/// The space below the radar for the legend, in points.
const LEGEND_HEIGHT: f64 = 22.0;
/// The distance between rows of the legend, in points.
const LEGEND_ROW: f64 = 12.0;
/// The length of a line sample in the legend, in points.
const SAMPLE: f64 = 30.0;
/// The gap between a sample and its text, in points.
const SAMPLE_GAP: f64 = 5.0;
/// The font size of the scale's numbers, in points.
const RING_SIZE: f64 = 7.5;
/// The gap between two items of the legend, in points.
const ITEM_GAP: f64 = 18.0;
/// The line width of the spread's edges, in points.
const SPREAD_EDGE: f64 = 0.7;
/// The opacity of the spread's band.
const SPREAD_OPACITY: f64 = 0.16;
/// Half the height of the spread's sample in the legend, in points.
const SPREAD_SAMPLE: f64 = 3.6;
/// The line width of a needed change, in points; wide, to stand out in grey too.
const NEEDED_WIDTH: f64 = 4.2;
/// The distance kept between a number of the scale and lines or markers, in points.
const NUMBER_CLEARANCE: f64 = 1.2;
/// Where a number of the scale may stand between two of many axes, as shares of the way from one
/// to the other, best first.
const ALONG_NARROW: [f64; 5] = [0.5, 0.38, 0.62, 0.26, 0.74];
/// As [`ALONG_NARROW`], for few axes: far apart, these have no need of the middle.
const ALONG_WIDE: [f64; 3] = [0.25, 0.75, 0.5];
/// Half the size of the largest marker, in points.
const MARKER_RADIUS: f64 = 4.5;
/// The radius of the lowest level's ring, in steps of the scale. It is not 0, so that markers
/// of the lowest level stay apart.
const FIRST_RING: f64 = 0.5;

/// The data of a radar. Positions are steps of the scale from its lowest level, 0.
pub struct Radar {
    /// At least three, clockwise from the top.
    pub(crate) axes: Vec<Axis>,
    /// All possible texts of levels, such as `5 → 5`. Their greatest width is reserved under each
    /// name, so that the layout does not depend on the levels.
    pub(crate) any_levels: Vec<String>,
    /// The labels of the scale, lowest first.
    pub(crate) rings: Vec<String>,
    pub(crate) width: f64,
    /// In points, legend included.
    pub(crate) height: f64,
    pub(crate) legend: Legend,
    /// Whether levels are filled in by hand, so that an axis without one is not marked as missing.
    pub(crate) by_hand: bool,
}

/// An axis: an area with its levels.
#[derive(Default)]
pub(crate) struct Axis {
    pub(crate) label: String,
    /// The levels as text, such as `3 → 4`.
    pub(crate) levels: String,
    /// The current position; `None` if not filled in.
    pub(crate) current: Option<f64>,
    /// The target.
    pub(crate) wanted: Option<f64>,
    /// The role model's level.
    pub(crate) expected: Option<f64>,
    /// Last year's level.
    pub(crate) last_year: Option<f64>,
    /// Whether the change from current to target is needed, for emphasis.
    pub(crate) needed: bool,
    /// The lowest and highest positions in a group, drawn as a band.
    pub(crate) spread: Option<(f64, f64)>,
}

/// The texts of the legend; series without data are omitted.
pub(crate) struct Legend {
    pub(crate) current: String,
    pub(crate) wanted: String,
    pub(crate) needed: String,
    pub(crate) expected: String,
    pub(crate) last_year: String,
    pub(crate) spread: String,
}

/// A drawn radar.
pub struct RenderedRadar {
    /// Its shared texts are equal for all people with the same areas.
    pub chart: Chart,
    /// Whether the axes have numbers instead of names, so that a table must list both.
    pub numbered: bool,
}

/// A line around the radar.
struct Series<'a> {
    positions: Vec<Option<f64>>,
    stroke: Stroke,
    marker: Option<Marker>,
    word: &'a str,
}

/// What the legend explains.
#[derive(Clone, Copy)]
enum LegendSample<'a> {
    Series(&'a Series<'a>),
    Needed,
    Spread,
}

#[derive(Clone, Copy)]
enum Marker {
    Disc,
    Square,
    Diamond,
}

/// Draws `radar`; if names do not fit, narrower and with numbered axes. Deterministic: equal
/// data, words and fonts give equal bytes.
pub fn draw(radar: &mut Radar, palette: &Palette, typeface: &Typeface) -> RenderedRadar {
    let drawn = draw_at_its_size(radar, palette, typeface, false);
    if !drawn.numbered {
        return drawn;
    }
    (radar.width, radar.height) =
        if radar.by_hand { (BY_HAND_SIZE, BY_HAND_SIZE) } else { (NUMBERED_WIDTH, NUMBERED_HEIGHT) };
    draw_at_its_size(radar, palette, typeface, true)
}

fn draw_at_its_size(
    radar: &Radar,
    palette: &Palette,
    typeface: &Typeface,
    only_numbers: bool,
) -> RenderedRadar {
    let legend = if radar.by_hand { 0.0 } else { LEGEND_HEIGHT };
    let bounds = LabelBounds {
        only_numbers,
        width: radar.width,
        height: radar.height - legend,
        least_label: radar
            .any_levels
            .iter()
            .map(|levels| typeface.width(levels, Weight::Regular, LABEL_SIZE))
            .fold(0.0, f64::max),
        most_radius: (radar.height - legend) / 2.0 - 28.0,
        least_radius: ((radar.height - legend) / 2.0 - 28.0) * 0.68,
    };
    let labels: Vec<Label<'_>> =
        radar.axes.iter().map(|axis| Label { name: &axis.label, levels: &axis.levels }).collect();
    let layout = lay_out(&labels, bounds, typeface);
    let series = series(radar, palette);

    let mut svg = String::new();
    let canvas = Canvas::new(&mut svg, radar.width, radar.height);
    let drawing = Drawing { canvas: &canvas, radar, palette, typeface, layout: &layout };
    drawing.grid();
    // Two overlapping areas would be indistinguishable.
    if drawing.has_spread() {
        drawing.spread();
    } else {
        drawing.current_area();
    }
    drawing.needed();
    for line in &series {
        drawing.series(line);
    }
    // Numbers of the scale stand where a person's lines leave space.
    let mut own = drawing.ring_numbers(&series);
    let mut shared = drawing.legend(&series);
    shared.extend(drawing.labels(Weight::SemiBold));
    own.extend(drawing.labels(Weight::Regular));
    canvas.finish();
    let letters = ChartText { width: radar.width, height: radar.height, shared, own };
    RenderedRadar { chart: Chart { svg, letters: Some(letters) }, numbered: layout.numbered }
}

/// The lines in drawing order, the least important at the bottom.
fn series<'a>(radar: &'a Radar, palette: &Palette) -> Vec<Series<'a>> {
    let along = |value: fn(&Axis) -> Option<f64>| radar.axes.iter().map(value).collect();
    let stroke = |colour, width, dash| Stroke { colour, width, dash };
    let all = vec![
        Series {
            positions: along(|axis| axis.expected),
            stroke: stroke(palette.role_model, 0.9, Some((1.0, 2.0))),
            marker: None,
            word: &radar.legend.expected,
        },
        Series {
            positions: along(|axis| axis.last_year),
            stroke: stroke(palette.last_year, 1.0, Some((9.0, 3.5))),
            marker: Some(Marker::Diamond),
            word: &radar.legend.last_year,
        },
        Series {
            positions: along(|axis| axis.wanted),
            stroke: stroke(palette.wanted, 1.5, Some((4.5, 2.5))),
            marker: Some(Marker::Square),
            word: &radar.legend.wanted,
        },
        Series {
            positions: along(|axis| axis.current),
            stroke: stroke(palette.accent, 1.9, None),
            marker: Some(Marker::Disc),
            word: &radar.legend.current,
        },
    ];
    all.into_iter().filter(|line| line.positions.iter().any(Option::is_some)).collect()
}

struct Drawing<'a, 'svg> {
    canvas: &'a Canvas<'svg>,
    radar: &'a Radar,
    palette: &'a Palette,
    typeface: &'a Typeface,
    layout: &'a Layout,
}

impl Drawing<'_, '_> {
    /// The point of `position` on axis `i`.
    fn point(&self, i: usize, position: f64) -> Point {
        let steps = (self.radar.rings.len() - 1) as f64 + FIRST_RING;
        let distance = self.layout.radius * (position + FIRST_RING) / steps;
        let (dx, dy) = direction(i, self.radar.axes.len());
        (self.layout.centre.0 + dx * distance, self.layout.centre.1 + dy * distance)
    }

    fn grid(&self) {
        let count = self.radar.axes.len();
        let stroke = Stroke { colour: self.palette.grid, width: 0.5, dash: None };
        for ring in 0..self.radar.rings.len() {
            let outermost = ring + 1 == self.radar.rings.len();
            let mut corners: Vec<Point> = (0..count).map(|i| self.point(i, ring as f64)).collect();
            corners.push(corners[0]);
            let width = if outermost { 0.9 } else { 0.5 };
            self.canvas.line(&corners, Stroke { width, ..stroke });
        }
        let top = (self.radar.rings.len() - 1) as f64;
        for (i, axis) in self.radar.axes.iter().enumerate() {
            // The axis of a missing level is dotted, to distinguish it from zero.
            let missing = axis.current.is_none() && !self.radar.by_hand;
            let dash = missing.then_some((1.5, 2.5));
            self.canvas.line(&[self.point(i, 0.0), self.point(i, top)], Stroke { dash, ..stroke });
        }
    }

    /// Fills the area under the current levels, one polygon for each run of filled-in axes.
    fn current_area(&self) {
        for run in runs(&self.positions(|axis| axis.current)) {
            let mut corners: Vec<Point> = run.points.iter().map(|&(i, p)| self.point(i, p)).collect();
            if !run.closed {
                corners.push(self.layout.centre);
            }
            if corners.len() > 2 {
                self.canvas.polygon(&corners, self.palette.accent, 0.10);
            }
        }
    }

    /// Draws the band between lowest and highest levels, one polygon for each run of filled-in axes.
    fn spread(&self) {
        let along = |edge: fn((f64, f64)) -> f64| -> Vec<Run> {
            let positions: Vec<_> = self.radar.axes.iter().map(|axis| axis.spread.map(edge)).collect();
            runs(&positions)
        };
        let points = |run: &Run| -> Vec<Point> {
            let first = run.points.iter().take(usize::from(run.closed));
            run.points.iter().chain(first).map(|&(i, position)| self.point(i, position)).collect()
        };
        for (low, high) in along(|(low, _)| low).iter().zip(&along(|(_, high)| high)) {
            let (low, high) = (points(low), points(high));
            if let ([low], [high]) = (&low[..], &high[..]) {
                // A single axis has no area.
                self.canvas.line(&[*low, *high], Stroke { width: 3.0 * SPREAD_EDGE, ..self.spread_edge() });
                continue;
            }
            // Forward along the highest and back along the lowest, to leave the centre free.
            let band: Vec<Point> = high.iter().chain(low.iter().rev()).copied().collect();
            self.canvas.polygon(&band, self.palette.accent, SPREAD_OPACITY);
            for edge in [low, high] {
                self.canvas.line(&edge, self.spread_edge());
            }
        }
    }

    fn spread_edge(&self) -> Stroke {
        Stroke { colour: self.palette.accent, width: SPREAD_EDGE, dash: None }
    }

    fn has_spread(&self) -> bool {
        self.radar.axes.iter().any(|axis| axis.spread.is_some())
    }

    fn series(&self, series: &Series<'_>) {
        for run in runs(&series.positions) {
            let mut points: Vec<Point> = run.points.iter().map(|&(i, p)| self.point(i, p)).collect();
            if run.closed {
                points.push(points[0]);
            }
            if points.len() > 1 {
                self.canvas.line(&points, series.stroke);
            }
        }
        let Some(marker) = series.marker else { return };
        for (i, position) in series.positions.iter().enumerate() {
            if let Some(position) = position {
                self.marker(self.point(i, *position), marker, series.stroke);
            }
        }
    }

    fn marker(&self, (x, y): Point, marker: Marker, stroke: Stroke) {
        let paper = self.palette.paper;
        let ring = |corners: &[Point]| {
            let closed: Vec<Point> = corners.iter().chain(corners.first()).copied().collect();
            self.canvas.line(&closed, Stroke { width: 1.2, dash: None, ..stroke });
        };
        match marker {
            Marker::Disc => {
                self.canvas.disc((x, y), 3.6, paper);
                self.canvas.disc((x, y), 2.9, stroke.colour);
            }
            Marker::Square => {
                let half = 3.9;
                let corners =
                    [(x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)];
                self.canvas.polygon(&corners, paper, 1.0);
                ring(&corners);
            }
            Marker::Diamond => {
                let half = 3.0;
                let corners = [(x, y - half), (x + half, y), (x, y + half), (x - half, y)];
                self.canvas.polygon(&corners, stroke.colour, 1.0);
            }
        }
    }

    /// Draws each needed change as a wide line along its axis.
    fn needed(&self) {
        for (i, axis) in self.radar.axes.iter().enumerate().filter(|(_, axis)| axis.needed) {
            if let (Some(current), Some(wanted)) = (axis.current, axis.wanted) {
                self.canvas.line(&[self.point(i, current), self.point(i, wanted)], self.needed_stroke());
            }
        }
    }

    fn needed_stroke(&self) -> Stroke {
        Stroke { colour: self.palette.wanted, width: NEEDED_WIDTH, dash: None }
    }

    /// The scale's numbers, each between two axes where no line or marker touches it; also draws a
    /// background for each. They are read as one column, so all stand between the same two axes or
    /// as near to these as the lines leave space. Without such a place a number covers a line, but
    /// never a marker.
    fn ring_numbers(&self, series: &[Series<'_>]) -> Vec<Text> {
        let count = self.radar.axes.len();
        let along = if count < 6 { &ALONG_WIDE[..] } else { &ALONG_NARROW[..] };
        let place = |ring: usize, sector: usize, along: f64| {
            let (x0, y0) = self.point(sector, ring as f64);
            let (x1, y1) = self.point((sector + 1) % count, ring as f64);
            (x0 + (x1 - x0) * along, y0 + (y1 - y0) * along)
        };
        let half = |ring: usize| {
            let width = self.typeface.width(&self.radar.rings[ring], Weight::Regular, RING_SIZE);
            (width / 2.0 + NUMBER_CLEARANCE, 4.0)
        };
        let is_free = |place: Point, half: Point| {
            !self.meets_marker(place, half, series) && !self.meets_line(place, half, series)
        };
        // Beside the middle a number must also keep off the axes.
        let free_place = |ring: usize, sector: usize| {
            let half = half(ring);
            along.iter().enumerate().find_map(|(rank, &share)| {
                let place = place(ring, sector, share);
                let is_clear = rank == 0 || count < 6 || !self.meets_axes(place, half, sector);
                (is_clear && is_free(place, half)).then_some((place, rank))
            })
        };
        let rings = 0..self.radar.rings.len();
        let free: Vec<Vec<Option<(Point, usize)>>> =
            rings.clone().map(|ring| (0..count).map(|sector| free_place(ring, sector)).collect()).collect();
        let apart = |one: usize, other: usize| {
            let steps = one.abs_diff(other);
            steps.min(count - steps)
        };
        let nearest = |ring: usize, home: usize| {
            let sectors = (0..count).filter_map(|sector| Some((sector, free[ring][sector]?)));
            sectors.min_by_key(|(sector, _)| apart(*sector, home))
        };
        let home = (0..count).min_by_key(|home| {
            let costs = rings.clone().map(|ring| match nearest(ring, *home) {
                Some((sector, (_, rank))) => (apart(sector, *home), rank),
                None => (count, 0),
            });
            costs.fold((0, 0), |sum, cost| (sum.0 + cost.0, sum.1 + cost.1))
        });
        let home = home.unwrap_or_default();
        let mut texts = Vec::new();
        for ring in rings {
            let half = half(ring);
            let beside_markers = || {
                let mut sectors: Vec<usize> = (0..count).collect();
                sectors.sort_by_key(|sector| apart(*sector, home));
                let places = sectors.into_iter().map(|sector| place(ring, sector, along[0]));
                places.into_iter().find(|place| !self.meets_marker(*place, half, series))
            };
            let found = nearest(ring, home).map(|(_, (place, _))| place);
            let Some((x, y)) = found.or_else(beside_markers) else { continue };
            let ground = [
                (x - half.0, y - half.1),
                (x + half.0, y - half.1),
                (x + half.0, y + half.1),
                (x - half.0, y + half.1),
            ];
            self.canvas.polygon(&ground, self.palette.paper, 1.0);
            let start = (x - half.0 + NUMBER_CLEARANCE, y + 2.7);
            let text = label(&self.radar.rings[ring], start, Weight::Regular);
            texts.push(Text { quiet: true, size: RING_SIZE, ..text });
        }
        texts
    }

    /// Whether a box of half the size `half` around `place` meets one of the axes beside `sector`.
    fn meets_axes(&self, place: Point, half: Point, sector: usize) -> bool {
        let top = (self.radar.rings.len() - 1) as f64;
        let axes = [sector, (sector + 1) % self.radar.axes.len()];
        axes.into_iter().any(|i| crosses(self.point(i, 0.0), self.point(i, top), place, half))
    }

    /// Whether a box of half the size `half` around `place` meets a marker.
    fn meets_marker(&self, place: Point, half: Point, series: &[Series<'_>]) -> bool {
        let marked = series.iter().filter(|line| line.marker.is_some());
        let mut markers = marked.flat_map(|line| {
            let positions = line.positions.iter().enumerate();
            positions.filter_map(|(i, position)| Some(self.point(i, (*position)?)))
        });
        markers.any(|(x, y)| {
            (x - place.0).abs() < half.0 + MARKER_RADIUS && (y - place.1).abs() < half.1 + MARKER_RADIUS
        })
    }

    /// Whether a box of half the size `half` around `place` meets the line of a series, or the edge of
    /// the spread.
    fn meets_line(&self, place: Point, half: Point, series: &[Series<'_>]) -> bool {
        let spread =
            |edge: fn((f64, f64)) -> f64| self.radar.axes.iter().map(move |axis| axis.spread.map(edge));
        let edges = [spread(|(low, _)| low).collect::<Vec<_>>(), spread(|(_, high)| high).collect()];
        let lines = series.iter().map(|line| &line.positions).chain(&edges);
        lines.flat_map(|positions| runs(positions)).any(|run| {
            let first = run.points.iter().take(usize::from(run.closed));
            let points: Vec<Point> =
                run.points.iter().chain(first).map(|&(i, position)| self.point(i, position)).collect();
            points.windows(2).any(|pair| crosses(pair[0], pair[1], place, half))
        })
    }

    /// The lines of all labels in one weight: names are semi-bold, levels regular.
    fn labels(&self, weight: Weight) -> impl Iterator<Item = Text> {
        let lines = self.layout.lines.iter().filter(move |line| line.weight == weight);
        lines.map(|line| label(&line.text, line.point, line.weight))
    }

    /// The legend, centred under the radar in as many rows as needed.
    fn legend(&self, series: &[Series<'_>]) -> Vec<Text> {
        let mut items: Vec<(LegendSample<'_>, &str)> =
            series.iter().rev().map(|line| (LegendSample::Series(line), line.word)).collect();
        if self.radar.axes.iter().any(|axis| axis.needed) {
            items.insert(items.len().min(2), (LegendSample::Needed, &self.radar.legend.needed));
        }
        if self.has_spread() {
            items.push((LegendSample::Spread, &self.radar.legend.spread));
        }
        let width = |word: &str| SAMPLE + SAMPLE_GAP + self.typeface.width(word, Weight::Regular, LABEL_SIZE);
        let mut rows: Vec<(f64, Vec<_>)> = Vec::new();
        for (line, word) in items {
            let needed = width(word);
            match rows.last_mut().filter(|(used, _)| used + ITEM_GAP + needed <= self.radar.width) {
                Some((used, row)) => {
                    *used += ITEM_GAP + needed;
                    row.push((line, word));
                }
                None => rows.push((needed, vec![(line, word)])),
            }
        }
        let count = rows.len();
        let mut words = Vec::new();
        for (n, (used, row)) in rows.into_iter().enumerate() {
            let y = self.radar.height - 5.0 - LEGEND_ROW * (count - 1 - n) as f64;
            let mut x = (self.radar.width - used) / 2.0;
            for (line, word) in row {
                words.push(self.legend_item(line, word, (x, y)));
                x += width(word) + ITEM_GAP;
            }
        }
        words
    }

    fn legend_item(&self, sample: LegendSample<'_>, word: &str, (x, y): Point) -> Text {
        match sample {
            LegendSample::Series(line) => {
                self.canvas.line(&[(x, y), (x + SAMPLE, y)], line.stroke);
                if let Some(marker) = line.marker {
                    self.marker((x + SAMPLE / 2.0, y), marker, line.stroke);
                }
            }
            LegendSample::Needed => self.canvas.line(&[(x, y), (x + SAMPLE, y)], self.needed_stroke()),
            LegendSample::Spread => {
                let (top, bottom) = (y - SPREAD_SAMPLE, y + SPREAD_SAMPLE);
                let band = [(x, top), (x + SAMPLE, top), (x + SAMPLE, bottom), (x, bottom)];
                self.canvas.polygon(&band, self.palette.accent, SPREAD_OPACITY);
                for edge in [top, bottom] {
                    self.canvas.line(&[(x, edge), (x + SAMPLE, edge)], self.spread_edge());
                }
            }
        }
        label(word, (x + SAMPLE + SAMPLE_GAP, y + 3.0), Weight::Regular)
    }

    fn positions(&self, value: fn(&Axis) -> Option<f64>) -> Vec<Option<f64>> {
        self.radar.axes.iter().map(value).collect()
    }
}

/// Whether the line from `from` to `to` passes through a box of half the size `half` around `place`.
fn crosses(from: Point, to: Point, place: Point, half: Point) -> bool {
    // Clips the line to the box, axis by axis.
    let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
    for (start, end, middle, half) in [
        (from.0, to.0, place.0, half.0 + NUMBER_CLEARANCE),
        (from.1, to.1, place.1, half.1 + NUMBER_CLEARANCE),
    ] {
        let step = end - start;
        if step.abs() < f64::EPSILON {
            if (start - middle).abs() > half {
                return false;
            }
            continue;
        }
        let (one, other) = ((middle - half - start) / step, (middle + half - start) / step);
        enter = enter.max(one.min(other));
        leave = leave.min(one.max(other));
    }
    enter <= leave
}

/// A text of label size whose baseline starts at a point.
fn label(text: &str, (x, y): Point, weight: Weight) -> Text {
    // Rounded to a tenth of a point, invisible in print, so that equal texts are equal values.
    let rounded = |points: f64| (points * 10.0).round() / 10.0;
    Text {
        text: text.to_owned(),
        x: rounded(x),
        y: rounded(y),
        size: LABEL_SIZE,
        bold: weight == Weight::SemiBold,
        quiet: false,
    }
}

/// A run of adjacent axes that have a position.
#[derive(Debug, PartialEq)]
struct Run {
    points: Vec<(usize, f64)>,
    /// Whether it is the full circle.
    closed: bool,
}

/// Splits the circle of positions at missing ones.
fn runs(positions: &[Option<f64>]) -> Vec<Run> {
    let count = positions.len();
    let Some(gap) = positions.iter().position(Option::is_none) else {
        let points = positions.iter().enumerate().filter_map(|(i, p)| Some((i, (*p)?))).collect();
        return vec![Run { points, closed: true }];
    };
    let mut runs = Vec::new();
    let mut points = Vec::new();
    // Starts after a gap, so that no run wraps around.
    for i in (1..=count).map(|step| (gap + step) % count) {
        match positions[i] {
            Some(position) => points.push((i, position)),
            None if points.is_empty() => {}
            None => runs.push(Run { points: std::mem::take(&mut points), closed: false }),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A legend with the same word for every line.
    fn legend(word: &str) -> Legend {
        let word = || word.to_owned();
        Legend {
            current: word(),
            wanted: word(),
            needed: word(),
            expected: word(),
            last_year: word(),
            spread: word(),
        }
    }

    #[test]
    fn a_missing_area_cuts_the_line_on_both_sides() {
        let some = Some;
        assert_eq!(
            runs(&[some(1.0), None, some(2.0), some(3.0)]),
            [Run { points: vec![(2, 2.0), (3, 3.0), (0, 1.0)], closed: false }]
        );
        assert!(runs(&[some(1.0), some(1.0), some(1.0)])[0].closed);
        assert_eq!(runs(&[None, None, None]), []);
    }

    /// A radar whose lines leave no sector free in its middle.
    #[test]
    fn the_numbers_of_the_scale_stand_together_and_on_no_line() {
        let levels = [
            (2, 3, 4),
            (3, 4, 4),
            (2, 3, 3),
            (3, 4, 3),
            (3, 4, 4),
            (0, 2, 3),
            (2, 4, 4),
            (1, 3, 4),
            (1, 3, 3),
            (1, 2, 3),
            (2, 3, 3),
        ];
        let axes = levels.map(|(current, wanted, expected)| Axis {
            label: "Område".to_owned(),
            current: Some(f64::from(current)),
            wanted: Some(f64::from(wanted)),
            expected: Some(f64::from(expected)),
            needed: wanted - current == 2,
            ..Axis::default()
        });
        let legend = legend("ord");
        let mut radar = Radar {
            axes: axes.into(),
            any_levels: vec!["5 → 5".to_owned()],
            rings: (0..6).map(|number| number.to_string()).collect(),
            width: FULL_WIDTH,
            height: 270.0,
            legend,
            by_hand: false,
        };
        let drawn = draw(&mut radar, &Palette::default(), &Typeface::embedded());
        let numbers: Vec<Text> =
            drawn.chart.letters.expect("letters").own.into_iter().filter(|text| text.quiet).collect();
        assert_eq!(numbers.iter().map(|text| text.text.as_str()).collect::<String>(), "012345");
        // In one column, two neighbours are about a step of the scale apart.
        for pair in numbers.windows(2) {
            let apart = (pair[1].x - pair[0].x).hypot(pair[1].y - pair[0].y);
            assert!(apart < 30.0, "{} and {}: {apart}", pair[0].text, pair[1].text);
        }
    }

    #[test]
    fn every_line_differs_by_its_dashes_and_its_marker() {
        let axis = |_| Axis {
            label: String::new(),
            levels: String::new(),
            current: Some(1.0),
            wanted: Some(2.0),
            expected: Some(3.0),
            last_year: Some(0.0),
            needed: false,
            spread: None,
        };
        let legend = legend("");
        let radar = Radar {
            axes: (0..3).map(axis).collect(),
            any_levels: Vec::new(),
            rings: vec![String::new(); 4],
            width: FULL_WIDTH,
            height: 270.0,
            legend,
            by_hand: false,
        };
        let lines = series(&radar, &Palette::default());
        assert_eq!(lines.len(), 4);
        for (i, a) in lines.iter().enumerate() {
            for b in &lines[i + 1..] {
                assert_ne!(a.stroke.dash, b.stroke.dash);
                let marker = |line: &Series<'_>| line.marker.map(|marker| std::mem::discriminant(&marker));
                assert_ne!(marker(a), marker(b));
            }
        }
    }
}
