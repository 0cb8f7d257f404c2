//! The radar (*kompetencespind*): one axis for each area, one line for each view.

use super::canvas::{Canvas, Point, Stroke};
use super::labels::{LABEL_SIZE, Label, LabelBounds, Layout, direction, lay_out};
use super::palette::Palette;
use super::{Chart, ChartText, Text};
use crate::typeface::{Typeface, Weight};

/// The usual width of a radar in points: the text width of an A4 page with 2 cm margins.
pub const FULL_WIDTH: f64 = 482.0;
/// The width of a radar whose axes bear numbers, which leaves room beside it for
/// the list of numbers and names.
pub const NUMBERED_WIDTH: f64 = 290.0;
/// The height of a radar whose axes bear numbers.
pub const NUMBERED_HEIGHT: f64 = 288.0;
/// The width and height of one for a pen, which has no legend.
pub const BY_HAND_SIZE: f64 = 250.0;
/// Below the radar, for the legend.
const LEGEND_HEIGHT: f64 = 22.0;
/// From one row of the legend to the next.
const LEGEND_ROW: f64 = 12.0;
/// The length of a line's sample in the legend.
const SAMPLE: f64 = 30.0;
/// Between a sample and its word.
const BESIDE_SAMPLE: f64 = 5.0;
/// The size of the scale's numbers.
const RING_SIZE: f64 = 7.5;
/// Between two items of the legend.
const BETWEEN_ITEMS: f64 = 18.0;
/// The edge of the band that shows a spread.
const SPREAD_EDGE: f64 = 0.7;
/// How much of its colour the band has.
const SPREAD_OPACITY: f64 = 0.16;
/// Half the height of its sample in the legend.
const SPREAD_SAMPLE: f64 = 3.6;
/// The lowest level has a ring of its own, half a step from the centre, so that
/// markers at the lowest level stay apart on their axes.
const FIRST_RING: f64 = 0.5;

/// The figures of a radar. A position counts the scale's steps from the lowest, 0.
pub struct Radar {
    /// The axes, clockwise from the top; at least three.
    pub axes: Vec<Axis>,
    /// What may stand under a name, such as `5 → 5`. Its width is kept free under each, so that
    /// names stand at the same place whatever the levels are.
    pub any_levels: Vec<String>,
    /// The numbers of the scale, lowest first.
    pub rings: Vec<String>,
    /// The width in points.
    pub width: f64,
    /// The height in points, legend included.
    pub height: f64,
    /// The words of the legend.
    pub legend: Legend,
    /// Whether a hand will draw the levels, so that an axis without one is not missing.
    pub by_hand: bool,
}

/// One area.
pub struct Axis {
    /// Its label.
    pub label: String,
    /// Its levels as text, such as `3 → 4`.
    pub levels: String,
    /// The position now; `None` where not filled in.
    pub current: Option<f64>,
    /// The position wanted.
    pub wanted: Option<f64>,
    /// The role model's own.
    pub expected: Option<f64>,
    /// Last year's.
    pub last_year: Option<f64>,
    /// The lowest and highest position in a group, the edges of a band around the radar.
    pub spread: Option<(f64, f64)>,
}

/// The words under a radar; a series that no axis has is left out.
pub struct Legend {
    /// The line of the current level.
    pub current: String,
    /// The line of the wanted level.
    pub wanted: String,
    /// The role model's line.
    pub expected: String,
    /// Last year's line.
    pub last_year: String,
    /// The band of the spread.
    pub spread: String,
}

/// A radar, drawn.
pub struct RenderedRadar {
    /// The chart; what of its letters is shared is the same for everybody with the same areas.
    pub chart: Chart,
    /// Whether axes bear numbers instead of names; then a table must give both.
    pub numbered: bool,
}

/// One line around the radar.
struct Series<'a> {
    positions: Vec<Option<f64>>,
    stroke: Stroke,
    marker: Option<Marker>,
    word: &'a str,
}

#[derive(Clone, Copy)]
enum Marker {
    Disc,
    Square,
    Diamond,
}

/// Draws `radar`, narrower and with numbers where whole names find no room. The same figures, words and fonts always give the same bytes.
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
    let room = LabelBounds {
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
    let layout = lay_out(&labels, room, typeface);
    let series = series(radar, palette);

    let mut svg = String::new();
    let canvas = Canvas::new(&mut svg, radar.width, radar.height);
    let drawing = Drawing { canvas: &canvas, radar, palette, typeface, layout: &layout };
    drawing.grid();
    // Two grounds over each other could not be told apart.
    if drawing.has_spread() {
        drawing.spread();
    } else {
        drawing.current_area();
    }
    let mut shared = drawing.ring_numbers();
    for line in &series {
        drawing.series(line);
    }
    shared.extend(drawing.legend(&series));
    shared.extend(drawing.labels(Weight::SemiBold));
    let own = drawing.labels(Weight::Regular).collect();
    canvas.finish();
    let letters = ChartText { width: radar.width, height: radar.height, shared, own };
    RenderedRadar { chart: Chart { svg, letters: Some(letters) }, numbered: layout.numbered }
}

/// The lines to draw, the least important first, so that it lies underneath.
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
    /// Where `position` lies on axis `i`.
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
            // An area that nobody filled in keeps a dotted axis: it is missing, not zero.
            let missing = axis.current.is_none() && !self.radar.by_hand;
            let dash = missing.then_some((1.5, 2.5));
            self.canvas.line(&[self.point(i, 0.0), self.point(i, top)], Stroke { dash, ..stroke });
        }
    }

    /// A faint ground under the current levels, one piece for each run of areas filled in.
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

    /// A light band from the lowest to the highest, one piece for each run of areas filled in.
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
                // An axis alone has no room for a band.
                self.canvas.line(&[*low, *high], Stroke { width: 3.0 * SPREAD_EDGE, ..self.spread_edge() });
                continue;
            }
            // Out along the highest and back along the lowest, which leaves the middle free.
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

    /// The scale's numbers, each on a ground of its own.
    fn ring_numbers(&self) -> Vec<Text> {
        let count = self.radar.axes.len();
        let number = |(ring, number): (usize, &String)| {
            // Between the first two axes, where no marker stands.
            let (x0, y0) = self.point(0, ring as f64);
            let (x1, y1) = self.point(1 % count, ring as f64);
            let along = if count < 6 { 0.25 } else { 0.5 };
            let (x, y) = (x0 + (x1 - x0) * along, y0 + (y1 - y0) * along);
            let width = self.typeface.width(number, Weight::Regular, RING_SIZE);
            let (half_width, half_height) = (width / 2.0 + 1.2, 4.0);
            let ground = [
                (x - half_width, y - half_height),
                (x + half_width, y - half_height),
                (x + half_width, y + half_height),
                (x - half_width, y + half_height),
            ];
            self.canvas.polygon(&ground, self.palette.paper, 1.0);
            let quiet = |text: Text| Text { quiet: true, size: RING_SIZE, ..text };
            quiet(label(number, (x - width / 2.0, y + 2.7), Weight::Regular))
        };
        self.radar.rings.iter().enumerate().map(number).collect()
    }

    /// The names in semi-bold, or the levels under them in regular type.
    fn labels(&self, weight: Weight) -> impl Iterator<Item = Text> {
        let lines = self.layout.lines.iter().filter(move |line| line.weight == weight);
        lines.map(|line| label(&line.text, line.point, line.weight))
    }

    /// Samples of the lines and their words, centred under the radar, in as
    /// many rows as they need.
    fn legend(&self, series: &[Series<'_>]) -> Vec<Text> {
        let mut items: Vec<(Option<&Series<'_>>, &str)> =
            series.iter().rev().map(|line| (Some(line), line.word)).collect();
        if self.has_spread() {
            items.push((None, &self.radar.legend.spread));
        }
        let width =
            |word: &str| SAMPLE + BESIDE_SAMPLE + self.typeface.width(word, Weight::Regular, LABEL_SIZE);
        let mut rows: Vec<(f64, Vec<_>)> = Vec::new();
        for (line, word) in items {
            let needed = width(word);
            match rows.last_mut().filter(|(used, _)| used + BETWEEN_ITEMS + needed <= self.radar.width) {
                Some((used, row)) => {
                    *used += BETWEEN_ITEMS + needed;
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
                x += width(word) + BETWEEN_ITEMS;
            }
        }
        words
    }

    fn legend_item(&self, line: Option<&Series<'_>>, word: &str, (x, y): Point) -> Text {
        match line {
            Some(line) => self.canvas.line(&[(x, y), (x + SAMPLE, y)], line.stroke),
            None => {
                let (top, bottom) = (y - SPREAD_SAMPLE, y + SPREAD_SAMPLE);
                let band = [(x, top), (x + SAMPLE, top), (x + SAMPLE, bottom), (x, bottom)];
                self.canvas.polygon(&band, self.palette.accent, SPREAD_OPACITY);
                for edge in [top, bottom] {
                    self.canvas.line(&[(x, edge), (x + SAMPLE, edge)], self.spread_edge());
                }
            }
        }
        if let Some((line, marker)) = line.and_then(|line| Some((line, line.marker?))) {
            self.marker((x + SAMPLE / 2.0, y), marker, line.stroke);
        }
        label(word, (x + SAMPLE + BESIDE_SAMPLE, y + 3.0), Weight::Regular)
    }

    fn positions(&self, value: fn(&Axis) -> Option<f64>) -> Vec<Option<f64>> {
        self.radar.axes.iter().map(value).collect()
    }
}

/// A text of the usual size whose baseline begins at `point`.
fn label(text: &str, (x, y): Point, weight: Weight) -> Text {
    // A tenth of a point is finer than any printer shows, and the same text stays the same.
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

/// A stretch of neighbouring axes that all have a position.
#[derive(Debug, PartialEq)]
struct Run {
    points: Vec<(usize, f64)>,
    /// Whether it goes all the way round.
    closed: bool,
}

/// Cuts a ring of positions where one is missing.
fn runs(positions: &[Option<f64>]) -> Vec<Run> {
    let count = positions.len();
    let Some(gap) = positions.iter().position(Option::is_none) else {
        let points = positions.iter().enumerate().filter_map(|(i, p)| Some((i, (*p)?))).collect();
        return vec![Run { points, closed: true }];
    };
    let mut runs = Vec::new();
    let mut points = Vec::new();
    // Starting behind a gap, no run is cut by the ring's own beginning.
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

    #[test]
    fn every_line_differs_by_its_dashes_and_its_marker() {
        let axis = |_| Axis {
            label: String::new(),
            levels: String::new(),
            current: Some(1.0),
            wanted: Some(2.0),
            expected: Some(3.0),
            last_year: Some(0.0),
            spread: None,
        };
        let word = String::new;
        let legend =
            Legend { current: word(), wanted: word(), expected: word(), last_year: word(), spread: word() };
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
