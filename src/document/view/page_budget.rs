//! The page budget of a person in the booklet: estimated heights in millimetres.
//!
//! Estimated from text lengths, erring on the high side. Lines that exceed two pages are counted
//! instead of printed, which must be decided before layout.

use super::areas::AreaRow;
use super::radar;

/// The height of one page.
const ONE_PAGE: f64 = 260.0;
/// The height of two pages less the loss at a page break.
const TWO_PAGES: f64 = 490.0;
/// The height from which a second page is worth its paper: almost half of it is used.
const WORTH_TWO_PAGES: f64 = 380.0;

/// The height that a person's content of some height may have: two pages, or one if hardly more
/// than that is needed.
pub fn allowed(height: f64) -> f64 {
    if height > WORTH_TWO_PAGES { TWO_PAGES } else { ONE_PAGE }
}

/// The height of name, facts and headings.
pub const HEADINGS: f64 = 45.0;
/// The same in the public booklet, which has one table.
const PUBLIC_HEADINGS: f64 = 36.0;
/// The scale at which the internal booklet prints the radars of plans.
const RADAR_SCALE: f64 = 0.8;

/// The height of a radar with its legend in the internal booklet.
pub fn radar(areas: usize, numbered: bool) -> f64 {
    if numbered { 105.0 } else { full_radar(areas) * RADAR_SCALE + 4.0 }
}

fn full_radar(areas: usize) -> f64 {
    radar::person_height(areas, 0) * 25.4 / 72.0
}

/// The height of a person in the public booklet.
pub fn public_person(rows: &[AreaRow], numbered: bool) -> f64 {
    let radar = if numbered { 105.0 } else { full_radar(rows.len()) + 4.0 };
    PUBLIC_HEADINGS + radar + rows.iter().map(|row| area(&row.name)).sum::<f64>()
}

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
