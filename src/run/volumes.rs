//! How the people of a large department are divided into volumes.

use std::ops::Range;

/// The number of people from which their pages are volumes of their own: Typst keeps a whole
/// document in memory, and tagged documents can't be joined.
const PEOPLE_FOR_VOLUMES: usize = 150;
/// The number of people at which a volume is full. A school is never divided.
pub(crate) const PEOPLE_IN_A_VOLUME: usize = 30;

/// Whether the pages of this many people are volumes.
pub(crate) fn are_needed(people: usize) -> bool {
    people >= PEOPLE_FOR_VOLUMES
}

/// The ranges of people that make a volume each, by the `schools` of people in the booklet's order;
/// none if all of them fit in the booklet itself.
pub(crate) fn volumes<S: PartialEq>(schools: &[S]) -> Vec<Range<usize>> {
    if !are_needed(schools.len()) {
        return Vec::new();
    }
    let mut volumes: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for school in schools.chunk_by(|a, b| a == b) {
        let end = start + school.len();
        match volumes.last_mut() {
            Some(last) if last.len() + school.len() <= PEOPLE_IN_A_VOLUME => last.end = end,
            _ => volumes.push(start..end),
        }
        start = end;
    }
    volumes
}
