//! How much room the parts of a person's pages in the booklet take, in millimetres.
//!
//! An estimate from the letters, rather too high than too low: what does not fit on two
//! pages is counted instead of printed, so it must be known before the page is set.

/// Two pages, less what a page break leaves free.
pub const TWO_PAGES: f64 = 490.0;
/// Name, facts and headings.
pub const HEADINGS: f64 = 55.0;
/// The radar.
pub const RADAR: f64 = 105.0;
/// Room between the lines of a table's row and its rules.
const ROW: f64 = 1.2;
/// A line of text.
const LINE: f64 = 3.9;
/// A line of small print.
const SMALL_LINE: f64 = 3.5;

/// The lines that a text takes where so many letters fit on one.
fn lines(text: &str, letters: usize) -> f64 {
    text.chars().count().div_ceil(letters).max(1) as f64
}

/// A row of the table of areas.
pub fn area(name: &str) -> f64 {
    ROW + LINE * lines(name, 34)
}

/// A course: its title and reason, and beside them what kind it is.
pub fn course(title: &str, reason: &str, kind: &str) -> f64 {
    ROW + (LINE * lines(title, 46) + SMALL_LINE * lines(reason, 58)).max(SMALL_LINE * lines(kind, 26))
}

/// A heading among the courses.
pub const COURSE_HEADING: f64 = 6.5;

/// A line of a plan.
pub fn plan_line(area: &str, what: &str, responsible: &str) -> f64 {
    ROW + SMALL_LINE * lines(area, 22).max(lines(what, 30)).max(lines(responsible, 15))
}
