//! The catalogue's text with the changes made, and nothing else.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use super::difference::FieldChange;
use super::error::ImportError;
use super::existing::{ExistingCatalogue, courses};
use super::merge::CourseChange;
use super::remark::Remark;
use crate::department::Department;
use crate::department::catalogue::{Catalogue, Course, read as read_catalogue};
use crate::department::values::Day;
use crate::fields::{Field, Table, catalogue, course, session};
use crate::language::{Message, Tag};
use crate::problem::{Code, Problems};
use crate::source::edit::{Edit, NewEntry, UnsupportedLayout, comments};
use crate::source::parse;
use crate::source::spelling::fold;
use crate::source::tree::{Entry, Node, Value};
use crate::source::{FileKind, SourceFile};

/// The new text, and the changes that are in it.
pub(super) struct Rewritten {
    pub text: String,
    pub changed: Vec<CourseChange>,
    pub added: Vec<CourseChange>,
}

/// Makes the changes. A course in an unsupported layout is left unchanged and reported.
pub(super) fn rewrite(
    there: &ExistingCatalogue,
    department: &Department,
    mut changed: Vec<CourseChange>,
    mut added: Vec<CourseChange>,
    remarks: &mut Vec<Remark>,
) -> Result<Rewritten, ImportError> {
    if let Ok(text) = text_with(there, department, &changed, &added) {
        return Ok(Rewritten { text, changed, added });
    }
    let mut possible = |changes: Vec<CourseChange>| -> Vec<CourseChange> {
        let keep = |change: &CourseChange| {
            let alone = std::slice::from_ref(change);
            let (changed, added) = if change.was.is_some() { (alone, &[][..]) } else { (&[][..], alone) };
            let possible = text_with(there, department, changed, added).is_ok();
            if !possible {
                let message = Message::new("import-unusual").with("number", change.course.number.as_str());
                remarks.push(Remark { lost: true, ..Remark::general(message) });
            }
            possible
        };
        changes.into_iter().filter(keep).collect()
    };
    changed = possible(changed);
    added = possible(added);
    let text = text_with(there, department, &changed, &added).map_err(|_| ImportError::UnsupportedLayout)?;
    Ok(Rewritten { text, changed, added })
}

fn text_with(
    there: &ExistingCatalogue,
    department: &Department,
    changed: &[CourseChange],
    added: &[CourseChange],
) -> Result<String, UnsupportedLayout> {
    let text = &there.file.text;
    if changed.is_empty() && added.is_empty() {
        return Ok(text.clone());
    }
    let mut edit = Edit::new(text).ok_or(UnsupportedLayout)?;
    let language = department.settings.own_language();
    let items: Vec<Vec<NewEntry>> = added.iter().map(|change| written(change, language)).collect();
    if let Some(root) = &there.root {
        let nodes = nodes_by_number(root);
        for change in changed {
            let was = change.was.ok_or(UnsupportedLayout)?;
            let number = &department.catalogue.courses[was.0].number;
            let node = nodes.get(&fold(number)).ok_or(UnsupportedLayout)?;
            change_course(node, change, language, &mut edit)?;
        }
        match root.entry(&catalogue::COURSES) {
            _ if items.is_empty() => {}
            Some(list) => edit.append_items(list, &items)?,
            None => {
                let key = root.spelling(&catalogue::COURSES, &catalogue::TABLE, language);
                edit.insert_last(root, &key, &items)?;
            }
        }
    }
    let mut new = edit.finish();
    if there.root.is_none() {
        new = Edit::append_to_empty(&new, catalogue::COURSES.key_in(language), &items);
    }
    if is_as_meant(there, &new, department, changed, added) { Ok(new) } else { Err(UnsupportedLayout) }
}

/// The courses by their folded number; of equal ones the first, which is the one that counts.
fn nodes_by_number(root: &Node) -> BTreeMap<String, &Node> {
    let mut nodes = BTreeMap::new();
    for node in courses(root) {
        if let Some(number) = node.entry(&course::NUMBER).and_then(|number| number.value.text()) {
            let folded = number.split_whitespace().collect::<Vec<_>>().join(" ");
            nodes.entry(fold(&folded)).or_insert(node);
        }
    }
    nodes
}

fn change_course(
    node: &Node,
    change: &CourseChange,
    language: Tag,
    edit: &mut Edit<'_>,
) -> Result<(), UnsupportedLayout> {
    let mut new = fields(node, &change.fields, &course::TABLE, language, edit)?;
    let fresh = change.sessions.iter().filter(|session| session.was.is_none());
    let fresh: Vec<Vec<(String, String)>> = fresh.map(|session| pairs(&session.fields)).collect();
    let list = node.entry(&course::SESSIONS);
    let nodes = list.map(sessions_in_order).unwrap_or_default();
    for session in &change.sessions {
        let Some(was) = session.was else { continue };
        let node = nodes.get(was).ok_or(UnsupportedLayout)?;
        let new = fields(node, &session.fields, &session::TABLE, language, edit)?;
        insert(node, new, &session::TABLE, edit)?;
    }
    match list {
        _ if fresh.is_empty() => {}
        Some(list) => {
            let items: Vec<String> = fresh.iter().map(|pairs| braced(pairs)).collect();
            edit.append(list, &items)?;
        }
        None => {
            let key = node.spelling(&course::SESSIONS, &course::TABLE, language);
            new.push((&course::SESSIONS, NewEntry::Items(key, fresh)));
        }
    }
    insert(node, new, &course::TABLE, edit)
}

/// Gives the fields that `node` has another value; the others, to be inserted.
fn fields(
    node: &Node,
    changes: &[FieldChange],
    table: &'static Table,
    language: Tag,
    edit: &mut Edit<'_>,
) -> Result<Vec<(&'static Field, NewEntry)>, UnsupportedLayout> {
    let mut new = Vec::new();
    for change in changes {
        match node.entry(change.field) {
            Some(entry) => edit.set(entry, &change.new.yaml())?,
            None => {
                let key = node.spelling(change.field, table, language);
                new.push((change.field, NewEntry::Value(key, change.new.yaml())));
            }
        }
    }
    Ok(new)
}

/// Inserts new entries, each below the nearest of those that are written before it.
fn insert(
    node: &Node,
    new: Vec<(&'static Field, NewEntry)>,
    table: &'static Table,
    edit: &mut Edit<'_>,
) -> Result<(), UnsupportedLayout> {
    let Value::Mapping(entries) = &node.value else { return Err(UnsupportedLayout) };
    let rank = |key: &str| table.position(key);
    let mut at: BTreeMap<usize, Vec<NewEntry>> = BTreeMap::new();
    for (field, written) in new {
        let before = entries.iter().enumerate().filter(|(_, entry)| {
            entry.key.text().and_then(rank).is_some_and(|other| Some(other) < rank(field.key))
        });
        let nearest = before.max_by_key(|(_, entry)| entry.key.text().and_then(rank));
        // What shares its line with a dash is no place to put something below.
        let place = nearest.map(|(i, _)| i).filter(|i| *i > 0).unwrap_or(entries.len().saturating_sub(1));
        at.entry(place).or_default().push(written);
    }
    for (place, written) in at {
        edit.insert_after(node, entries.get(place).ok_or(UnsupportedLayout)?, &written)?;
    }
    Ok(())
}

/// The sessions of a course as the catalogue orders them.
fn sessions_in_order(list: &Entry) -> Vec<&Node> {
    let nodes = match &list.value.value {
        Value::Sequence(items) => items.as_slice(),
        Value::Mapping(_) => std::slice::from_ref(&list.value),
        Value::Scalar(_) => &[],
    };
    let start =
        |node: &&Node| node.entry(&session::START)?.value.text()?.parse::<Day>().ok().map(|day| day.0);
    let mut nodes: Vec<&Node> = nodes.iter().collect();
    nodes.sort_by_key(start);
    nodes
}

/// A new course as it is written.
fn written(change: &CourseChange, language: Tag) -> Vec<NewEntry> {
    let mut lines: Vec<NewEntry> = change
        .fields
        .iter()
        .map(|change| NewEntry::Value(change.key.to_owned(), change.new.yaml()))
        .collect();
    let sessions: Vec<_> = change.sessions.iter().map(|session| pairs(&session.fields)).collect();
    if !sessions.is_empty() {
        lines.push(NewEntry::Items(course::SESSIONS.key_in(language).to_owned(), sessions));
    }
    lines
}

fn pairs(fields: &[FieldChange]) -> Vec<(String, String)> {
    fields.iter().map(|change| (change.key.to_owned(), change.new.yaml())).collect()
}

fn braced(pairs: &[(String, String)]) -> String {
    let parts: Vec<String> = pairs.iter().map(|(key, value)| format!("{key}: {value}")).collect();
    format!("{{{}}}", parts.join(", "))
}

/// Whether the new text reads back as exactly the intended catalogue.
fn is_as_meant(
    there: &ExistingCatalogue,
    new: &str,
    department: &Department,
    changed: &[CourseChange],
    added: &[CourseChange],
) -> bool {
    let read = |file: &Arc<SourceFile>| -> Option<(Node, Catalogue, Vec<Code>)> {
        let mut problems = Problems::default();
        let root = parse::parse(file, &mut problems).ok().flatten()?;
        let catalogue = read_catalogue(file, &root, &department.role_model, &mut problems);
        let codes = problems.iter().map(|problem| problem.code).collect();
        Some((root, catalogue, codes))
    };
    let file = SourceFile::new(there.file.name.clone(), PathBuf::new(), FileKind::Catalogue, new.to_owned());
    let Some((new_root, now, new_problems)) = read(&Arc::new(file)) else { return false };
    let (old_root, old_problems) = match &there.root {
        Some(_) => match read(&there.file) {
            Some((root, _, problems)) => (Some(root), problems),
            None => return false,
        },
        None => (None, Vec::new()),
    };
    let mut expected: Vec<Course> = department.catalogue.courses.clone();
    for change in changed {
        if let Some(was) = change.was {
            expected[was.0] = change.course.clone();
        }
    }
    expected.extend(added.iter().map(|change| change.course.clone()));
    let touched: Vec<String> = changed.iter().map(|change| fold(&change.course.number)).collect();
    now.providers == department.catalogue.providers
        && now.courses == expected
        && new_problems == old_problems
        && comments(&there.file.text) == comments(new)
        && untouched(Some(&new_root), &touched).starts_with(&untouched(old_root.as_ref(), &touched))
}

/// The texts that the changes must not touch: those of other keys and of other courses.
fn untouched(root: Option<&Node>, touched: &[String]) -> Vec<Vec<String>> {
    let Some(root) = root else { return Vec::new() };
    let texts = |node: &Node| {
        let mut texts = Vec::new();
        node.scalars(&mut |_, text| texts.push(text.to_owned()));
        texts
    };
    let is_touched = |node: &&Node| {
        let number = node.entry(&course::NUMBER).and_then(|number| number.value.text());
        number.is_some_and(|number| touched.contains(&fold(number)))
    };
    let others = root.entries().iter().filter(|entry| !entry.is(&catalogue::COURSES));
    let mut all: Vec<Vec<String>> = others.map(|entry| texts(&entry.value)).collect();
    all.extend(courses(root).iter().filter(|node| !is_touched(node)).map(texts));
    all
}
