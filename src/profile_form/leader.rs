//! Edits the leader's own view of somebody's levels.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::department::leader_view;
use crate::department::{Department, values::Text};
use crate::fields::{Table, leader_view as fields};
use crate::problem::Problems;
use crate::source::edit::{UnsupportedLayout, value};
use crate::source::tree;
use crate::source::tree_change::{NewValue, TreeChange, apply};
use crate::source::{FileKind, SourceFile};

/// The levels in the text of a leader's view, by area; `None` for one without.
///
/// # Errors
/// If the text can't be read without errors, so that it must be edited by hand.
pub(crate) fn levels(text: &str, department: &Department) -> Result<Vec<Option<i64>>, UnsupportedLayout> {
    let areas = department.role_model.areas.len();
    let parsed = tree::read(text).map_err(|_| UnsupportedLayout)?;
    let Some(root) = parsed.root else { return Ok(vec![None; areas]) };
    let file = SourceFile::new(String::new(), "".into(), FileKind::LeaderView, text.to_owned());
    file.set_area_keys(department.role_model.areas.iter().map(|area| area.key.clone()).collect());
    let mut problems = Problems::default();
    let view = leader_view::read(&Arc::new(file), &root, &department.role_model, &mut problems);
    // A view in which nothing is filled in yet has no assessment.
    let is_blank = root.filled(&fields::ASSESSMENT).is_none();
    view.filter(|_| is_blank || !problems.any_error()).map(|view| view.levels).ok_or(UnsupportedLayout)
}

/// The text of a leader's view with other levels. A level that is not among `new` stays.
///
/// # Errors
/// If the text can't be edited safely.
pub(crate) fn with_levels(
    text: &str,
    new: &BTreeMap<usize, Option<i64>>,
    department: &Department,
) -> Result<String, UnsupportedLayout> {
    let before = levels(text, department)?;
    let role_model = &department.role_model;
    let language = department.settings.own_language();
    let mut expected = before.clone();
    for (area, level) in new {
        *expected.get_mut(*area).ok_or(UnsupportedLayout)? = *level;
    }
    let mut text = text.to_owned();
    for (area, level) in expected.iter().enumerate().filter(|(area, level)| before[*area] != **level) {
        let key = role_model.areas[area].key.clone();
        let written = level.map(|level| level.to_string());
        let Some(root) = tree::read(&text).map_err(|_| UnsupportedLayout)?.root else {
            let Some(written) = written else { continue };
            let heading = fields::ASSESSMENT.key_in(language);
            let space = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
            text = format!("{text}{space}{heading}:\n  {}: {written}\n", value(&key));
            continue;
        };
        let at = root.entries().iter().position(|entry| entry.is(&fields::ASSESSMENT));
        let assessment = at.map(|at| (at, &root.entries()[at].value));
        let change = match (assessment, written) {
            (Some((at, node)), written) if !node.is_empty() => {
                let entry = node.entries().iter().position(|entry| {
                    entry.key.text().and_then(|key| role_model.area(key)).is_some_and(|known| known.0 == area)
                });
                match (entry, written) {
                    (Some(entry), Some(level)) => TreeChange::Set(vec![at, entry], NewValue::Text(level)),
                    (Some(entry), None) => TreeChange::Set(vec![at, entry], NewValue::Empty),
                    (None, Some(level)) => {
                        let is_before = |entry: &tree::Entry| {
                            let known = entry.key.text().and_then(|key| role_model.area(key));
                            known.is_some_and(|known| known.0 < area)
                        };
                        let place = node.entries().iter().rposition(is_before).map_or(0, |place| place + 1);
                        TreeChange::InsertEntry {
                            mapping: vec![at],
                            at: place,
                            key,
                            value: NewValue::Text(level),
                        }
                    }
                    (None, None) => continue,
                }
            }
            (_, None) => continue,
            (Some((at, _)), Some(level)) => TreeChange::Set(vec![at], NewValue::Entries(vec![(key, level)])),
            (None, Some(level)) => {
                let keys = root.entries().iter().filter_map(|entry| entry.key.text());
                let heading = Table::spelled_like(&[&fields::TABLE], &fields::ASSESSMENT, keys, language);
                let value = NewValue::Entries(vec![(key, level)]);
                TreeChange::InsertEntry { mapping: Vec::new(), at: usize::MAX, key: heading, value }
            }
        };
        text = apply(&text, &change)?;
    }
    if levels(&text, department)? == expected { Ok(text) } else { Err(UnsupportedLayout) }
}

/// A posted level: a number of the scale, or none.
pub(crate) fn level(answer: &str, department: &Department) -> Option<Option<i64>> {
    let Ok(Text(text)) = answer.parse() else { return Some(None) };
    let number = text.parse().ok()?;
    department.role_model.scale.position(number).map(|_| Some(number))
}
