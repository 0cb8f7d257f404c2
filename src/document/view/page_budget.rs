//! The page budget of a person in the booklet: estimated heights in millimetres.
//!
//! Estimated from text lengths, erring on the high side. Lines that exceed two pages are counted
//! instead of printed, which must be decided before layout.

/// The height of two pages less the loss at a page break.
pub const TWO_PAGES: f64 = 490.0;
/// The height of name, facts and headings.
pub const HEADINGS: f64 = 55.0;
/// The height of the radar.
pub const RADAR: f64 = 105.0;
/// The padding of a table row.
const ROW: f64 = 1.2;
/// The line height of body text.
const LINE: f64 = 3.9;
/// The line height of small print.
const SMALL_LINE: f64 = 3.5;

/// The number of lines of a text with `letters` characters to the line.
fn lines(text: &str, letters: usize) -> f64 {
    text.chars().count().div_ceil(letters).max(1) as f64
}

/// The height of a row in the table of areas.
pub fn area(name: &str) -> f64 {
    ROW + LINE * lines(name, 34)
}

/// The height of a course: title and reason beside the kind.
pub fn course(title: &str, reason: &str, kind: &str) -> f64 {
    ROW + (LINE * lines(title, 46) + SMALL_LINE * lines(reason, 58)).max(SMALL_LINE * lines(kind, 26))
}

/// The height of a heading in the course list.
pub const COURSE_HEADING: f64 = 6.5;

/// The height of a line of the plan.
pub fn plan_line(area: &str, what: &str, responsible: &str) -> f64 {
    ROW + SMALL_LINE * lines(area, 22).max(lines(what, 30)).max(lines(responsible, 15))
}
