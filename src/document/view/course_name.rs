//! The name of a course on paper.

use crate::department::catalogue::Course;

/// A course by number and title, or by title alone if the number is an id local to the
/// catalogue, which means nothing on paper.
pub(crate) fn name(course: &Course) -> String {
    printed_name(&course.number, &course.title)
}

/// As [`name`], from a number and a title.
pub(crate) fn printed_name(number: &str, title: &str) -> String {
    if is_official(number) { format!("{number} {title}") } else { title.to_owned() }
}

/// Whether a number is official rather than an id local to the catalogue.
pub(crate) fn is_official(number: &str) -> bool {
    !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit())
}
