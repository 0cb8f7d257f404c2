//! The page budget of a person in the booklet: estimated heights in millimetres.
//!
//! Estimated from text lengths, since laying out each person twice would cost too much; the figures
//! are measured on printed pages. Lines that exceed the budget are counted instead of printed, which
//! must be decided before layout.

use super::areas::AreaRow;
use super::radar;

/// The height of one page less a margin for errors of the estimate.
const ONE_PAGE: f64 = 261.0;
/// The height of two pages less the loss at a page break.
const TWO_PAGES: f64 = 500.0;
/// The height from which a second page is worth its paper: almost half of it is used.
const WORTH_TWO_PAGES: f64 = 380.0;

/// The height that a person's content of some height may have: two pages, or one if hardly more
/// than that is needed.
pub(crate) fn allowed(height: f64) -> f64 {
    if height > WORTH_TWO_PAGES { TWO_PAGES } else { ONE_PAGE }
}

/// The heading of a section and the head of its table.
pub(crate) const SECTION: f64 = 11.5;
/// A note that counts what is not printed.
pub(crate) const NOTE: f64 = 5.3;
/// The heading of a group in the course list.
pub(crate) const COURSE_HEADING: f64 = 4.4;
/// The name, and the heading and head of the table of areas.
const HEAD: f64 = 19.5;
/// The line of facts under the name.
const FACTS: f64 = 5.7;
/// What the heading of a school takes more than its name above the next person.
const SCHOOL: f64 = 2.0;
/// A further line of the school's name.
const SCHOOL_LINE: f64 = 7.6;
/// The scale at which the internal booklet prints the radars of plans.
const RADAR_SCALE: f64 = 0.8;
/// The number of areas from which the rows of their table stand closer.
const MANY_AREAS: usize = 19;

/// The height of a person's head, for the first person of a school and the others.
pub(crate) fn head(school: Option<&str>, has_facts: bool) -> f64 {
    let school = school.map_or(0.0, |name| SCHOOL + SCHOOL_LINE * (lines(name, 40) - 1.0));
    HEAD + school + if has_facts { FACTS } else { 0.0 }
}

/// The height of a radar in the internal booklet, with the names of numbered axes beside it.
pub(crate) fn radar(rows: &[AreaRow], numbered: bool) -> f64 {
    if numbered { numbered_radar(rows, RADAR_SCALE, 52) } else { full_radar(rows.len()) * RADAR_SCALE + 4.0 }
}

/// The line height of the names beside a radar.
const NAME_LINE: f64 = 3.05;

fn numbered_radar(rows: &[AreaRow], scale: f64, letters: usize) -> f64 {
    let names: f64 = rows.iter().map(|row| lines(&row.name, letters)).sum();
    (101.0 * scale).max(names * NAME_LINE)
}

fn full_radar(areas: usize) -> f64 {
    radar::person_height(areas, 0) * 25.4 / 72.0
}

/// The height of a person in the public booklet; `school` for the first one of it.
pub(crate) fn public_person(school: Option<&str>, has_facts: bool, rows: &[AreaRow], numbered: bool) -> f64 {
    let radar = if numbered { numbered_radar(rows, 1.0, 38) } else { full_radar(rows.len()) + 4.0 };
    head(school, has_facts) + radar + areas(rows)
}

/// The padding of a table row.
const ROW: f64 = 0.9;
/// The line height of body text.
const LINE: f64 = 3.9;
/// The line height of small print.
const SMALL_LINE: f64 = 3.4;

/// The number of lines of a text with `letters` characters to the line, broken between words.
fn lines(text: &str, letters: usize) -> f64 {
    let (mut lines, mut used) = (1, 0);
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if used > 0 && used + 1 + length > letters {
            lines += 1;
            used = 0;
        }
        // A longer word is hyphenated.
        lines += length.saturating_sub(1) / letters;
        used += length + usize::from(used > 0);
    }
    lines as f64
}

/// The height of the rows in the table of areas.
pub(crate) fn areas(rows: &[AreaRow]) -> f64 {
    let row = if rows.len() >= MANY_AREAS { 4.65 } else { 5.15 };
    rows.iter().map(|area| row + 3.5 * (lines(&area.name, 44) - 1.0)).sum()
}

/// The height of a course: title and reason beside the kind.
pub(crate) fn course(title: &str, reason: &str, kind: &str) -> f64 {
    ROW + (LINE * lines(title, 54) + SMALL_LINE * lines(reason, 63)).max(SMALL_LINE * lines(kind, 29))
}

/// The height of a line of the plan.
pub(crate) fn plan_line(area: &str, what: &str, responsible: &str) -> f64 {
    ROW + SMALL_LINE * lines(area, 22).max(lines(what, 31)).max(lines(responsible, 15))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_broken_between_words() {
        for (text, letters, count) in [
            ("", 10, 1.0),
            ("Dansk", 10, 1.0),
            ("Projekt- og opgavehåndtering", 22, 2.0),
            ("Arbejdsplanlægning i den administrative funktion", 31, 2.0),
            ("Specialundervisningsvisitationsprocedurer", 22, 2.0),
            ("aa bb cc", 2, 3.0),
        ] {
            assert!((lines(text, letters) - count).abs() < 0.1, "{text}: {}", lines(text, letters));
        }
    }
}
