//! The name of a course on paper.

use crate::department::catalogue::Course;
use crate::department::course_number;

/// A course by number and title, or by title alone if the number is an id local to the
/// catalogue, which means nothing on paper.
pub(crate) fn name(course: &Course) -> String {
    printed_name(&course.number, &course.title)
}

/// As [`name`], from a number and a title.
pub(crate) fn printed_name(number: &str, title: &str) -> String {
    course_number::printed(number).map_or_else(|| title.to_owned(), |number| format!("{number} {title}"))
}
