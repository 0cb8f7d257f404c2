//! Merges the answers of a form with a file that has changed since the form was made.

use std::collections::BTreeMap;

use super::answers::{Answers, FieldId};

/// A field that the form and somebody else changed to different answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Conflict {
    /// The field in the file as it is now.
    pub field: FieldId,
    /// The answer in the form.
    pub mine: String,
    /// The answer in the file.
    pub theirs: String,
}

/// The result of [`merge`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Merged {
    /// The answers to write: those that only the form changed, and lists with the changes of both.
    pub changes: BTreeMap<FieldId, String>,
    /// Fields to choose between.
    pub conflicts: Vec<Conflict>,
    /// Fields of lines that are no longer in the file, with the answers of the form.
    pub gone: Vec<(FieldId, String)>,
}

/// Merges the answers `mine` of a form, which was made from `base`, into `theirs`, the file as it is
/// now. Without `base`, every difference is a conflict.
pub(crate) fn merge(base: Option<&Answers>, mine: &BTreeMap<FieldId, String>, theirs: &Answers) -> Merged {
    let lines = base.map(|base| matching_lines(base, theirs));
    let mut merged = Merged::default();
    for (&field, answer) in mine {
        let before = base.map(|base| base.get(field));
        if before == Some(answer.as_str()) {
            continue;
        }
        let Some(now) = field_now(field, base, theirs, lines.as_deref()) else {
            merged.gone.push((field, answer.clone()));
            continue;
        };
        let theirs = theirs.get(now);
        if theirs == answer {
            continue;
        }
        if before == Some(theirs) {
            merged.changes.insert(now, answer.clone());
        } else if let Some(both) = before.and_then(|before| field.merged_items(before, answer, theirs)) {
            if both != theirs {
                merged.changes.insert(now, both);
            }
        } else {
            let (mine, theirs) = (answer.clone(), theirs.to_owned());
            merged.conflicts.push(Conflict { field: now, mine, theirs });
        }
    }
    merged
}

/// Whether both files have the same plan, so that an index means the same line in both.
pub(crate) fn same_plan(base: &Answers, theirs: &Answers) -> bool {
    base.lines() == theirs.lines() && (0..base.lines()).all(|line| base.line(line) == theirs.line(line))
}

/// The field of `theirs` that is `field` of `base`.
fn field_now(
    field: FieldId,
    base: Option<&Answers>,
    theirs: &Answers,
    lines: Option<&[Option<usize>]>,
) -> Option<FieldId> {
    match field {
        FieldId::Line(line, part) => match lines {
            Some(lines) => lines.get(line).copied().flatten().map(|line| FieldId::Line(line, part)),
            None => (line < theirs.lines()).then_some(field),
        },
        FieldId::Outcome(line) => {
            let goal = theirs.past_goals().get(line)?;
            base.is_none_or(|base| base.past_goals().get(line) == Some(goal)).then_some(field)
        }
        field => Some(field),
    }
}

/// The line of `theirs` for each line of `base`: equal ones first, then those with the same goal, course
/// or activity; the rest in order if their numbers are equal.
pub(crate) fn matching_lines(base: &Answers, theirs: &Answers) -> Vec<Option<usize>> {
    use super::answers::LinePart::{Course, Goal, Text};
    let mut found = vec![None; base.lines()];
    let mut free: Vec<usize> = (0..theirs.lines()).collect();
    let same_part = |part| {
        move |one: usize, other: usize| {
            let answer = base.get(FieldId::Line(one, part));
            !answer.is_empty() && answer == theirs.get(FieldId::Line(other, part))
        }
    };
    let equal = |one, other| base.line(one) == theirs.line(other);
    let rules: [&dyn Fn(usize, usize) -> bool; 4] =
        [&equal, &same_part(Goal), &same_part(Course), &same_part(Text)];
    for is_same in rules {
        for (line, found) in found.iter_mut().enumerate().filter(|(_, found)| found.is_none()) {
            if let Some(at) = free.iter().position(|other| is_same(line, *other)) {
                *found = Some(free.remove(at));
            }
        }
    }
    let open: Vec<usize> = (0..base.lines()).filter(|line| found[*line].is_none()).collect();
    if open.len() == free.len() {
        for (line, other) in open.into_iter().zip(free) {
            found[line] = Some(other);
        }
    }
    found
}
