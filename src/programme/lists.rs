//! Lists in the files of a programme.

use std::sync::Arc;

use crate::department::values::Text;
use crate::fields::Field;
use crate::problem::{Code, Problem, Problems};
use crate::source::section::Section;
use crate::source::tree::Node;
use crate::source::{Place, SourceFile};

/// Limit of the people in a list, and of slips; a list with more is a mistake.
const MAX_PEOPLE: usize = 500;

/// The items of the list `field`; none, and a problem, if there are more than a list of people can have.
pub(super) fn people<'a>(
    file: &Arc<SourceFile>,
    fields: &mut Section<'a>,
    field: &'static Field,
    problems: &mut Problems,
) -> &'a [Node] {
    let nodes = fields.list(field);
    match nodes.get(MAX_PEOPLE) {
        Some(first) => {
            problems.push(too_large(file, first, nodes.len(), MAX_PEOPLE));
            &[]
        }
        None => nodes,
    }
}

/// The problem of `count` items from the item `first` on where `most` are allowed.
pub(super) fn too_large(file: &Arc<SourceFile>, first: &Node, count: usize, most: usize) -> Problem {
    let place = Place::at(file, first.bytes.clone());
    Problem::new(Code::ProgrammeTooLarge, place).with("count", count).with("most", most)
}

/// The texts of a list.
pub(super) fn texts(fields: &mut Section<'_>, field: &'static Field, problems: &mut Problems) -> Vec<String> {
    fields.values::<Text>(field, problems).into_iter().map(|text| text.value.0).collect()
}
