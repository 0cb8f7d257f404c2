//! Additions of a list to an existing profile: only what is missing in it.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::department::profile::{self, KnownArea, Profile};
use crate::department::role_model::AreaIndex;
use crate::department::{Department, ParsedFile};
use crate::fields::{area_levels, profile as fields};
use crate::language::Tag;
use crate::problem::Problems;
use crate::source::edit::{Edit, NewEntry, UnsupportedLayout, comments, value};
use crate::source::tree::{Node, Value};
use crate::source::{FileKind, SourceFile, parse};

/// The additions to one profile.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Additions {
    /// Areas that are not filled in.
    pub areas: Vec<(AreaIndex, KnownArea)>,
    /// The missing title.
    pub position: Option<String>,
}

impl Additions {
    /// Whether nothing is added.
    pub(crate) fn is_empty(&self) -> bool {
        self.areas.is_empty() && self.position.is_none()
    }
}

/// The text of a profile with the additions and no other change.
pub(super) fn filled(
    parsed: &ParsedFile,
    person: &Profile,
    additions: &Additions,
    department: &Department,
) -> Result<String, UnsupportedLayout> {
    let (text, root) = (&parsed.file.text, &parsed.root);
    let mut edit = Edit::new(text).ok_or(UnsupportedLayout)?;
    let language = department.settings.own_language();
    if let Some(position) = &additions.position {
        match root.entry(&fields::POSITION) {
            Some(entry) => edit.set(entry, &value(position))?,
            None => {
                let below = root.entry(&fields::SCHOOL).ok_or(UnsupportedLayout)?;
                let key = root.spelling(&fields::POSITION, &fields::TABLE, language);
                edit.insert_after(root, below, &[NewEntry::Value(key, value(position))])?;
            }
        }
    }
    if !additions.areas.is_empty() {
        let entry = root.entry(&fields::LEVELS).ok_or(UnsupportedLayout)?;
        let mut there = BTreeMap::new();
        for area in entry.value.entries() {
            let index = area.key.text().and_then(|key| department.role_model.area(key));
            if let Some(index) = index {
                there.insert(index, area);
            }
        }
        let mut new = Vec::new();
        for &(area, known) in &additions.areas {
            match there.get(&area) {
                Some(entry) if !entry.value.entries().is_empty() => {
                    set_long_form(&entry.value, known, language, &mut edit)?;
                }
                Some(entry) => edit.set(entry, &known.written(language))?,
                None => new.push((value(&department.role_model.areas[area.0].key), known.written(language))),
            }
        }
        if !new.is_empty() {
            match entry.value.entries().last() {
                Some(last) => {
                    let new: Vec<_> =
                        new.into_iter().map(|(key, levels)| NewEntry::Value(key, levels)).collect();
                    edit.insert_after(&entry.value, last, &new)?;
                }
                None => {
                    let key = entry.key.text().ok_or(UnsupportedLayout)?.to_owned();
                    edit.replace(root, entry, &[NewEntry::Entries(key, new)])?;
                }
            }
        }
    }
    let new = edit.finish();
    if is_as_meant(parsed, &new, person, additions, department) { Ok(new) } else { Err(UnsupportedLayout) }
}

/// Puts levels into an area that is written with keys of its own, whose other keys stay.
fn set_long_form(
    area: &Node,
    known: KnownArea,
    language: Tag,
    edit: &mut Edit<'_>,
) -> Result<(), UnsupportedLayout> {
    let (current, wanted) = match known {
        KnownArea::Levels(current, wanted) => (current.to_string(), Some(wanted.to_string())),
        KnownArea::NotRelevant => (known.written(language), None),
    };
    let first = area.entries().first().ok_or(UnsupportedLayout)?;
    let mut new = Vec::new();
    for (field, text) in [(&area_levels::CURRENT, Some(current)), (&area_levels::WANTED, wanted)] {
        match (area.entry(field), text) {
            (Some(entry), Some(text)) => edit.set(entry, &text)?,
            (None, Some(text)) => {
                new.push(NewEntry::Value(area.spelling(field, &area_levels::TABLE, language), text));
            }
            (_, None) => {}
        }
    }
    edit.insert_after(area, first, &new)
}

fn is_as_meant(
    parsed: &ParsedFile,
    new: &str,
    person: &Profile,
    additions: &Additions,
    department: &Department,
) -> bool {
    let file = SourceFile::new(parsed.file.name.clone(), PathBuf::new(), FileKind::Profile, new.to_owned());
    let file = Arc::new(file);
    let mut problems = Problems::default();
    let Some(root) = parse::parse(&file, &mut problems).ok().flatten() else { return false };
    let Some(now) = profile::read(&file, &root, department.shared(), &mut problems) else { return false };
    let areas = |profile: &Profile| -> Vec<Option<KnownArea>> {
        (0..profile.levels.len()).map(|area| KnownArea::of(profile, AreaIndex(area))).collect()
    };
    let mut expected = areas(person);
    for &(area, known) in &additions.areas {
        if let Some(levels) = expected.get_mut(area.0) {
            *levels = Some(known);
        }
    }
    let position = additions.position.as_ref().or(person.position.as_ref());
    !problems.any_error()
        && areas(&now) == expected
        && now.position.as_ref() == position
        && comments(&parsed.file.text) == comments(new)
        && untouched(&root) == untouched(&parsed.root)
}

/// All texts of the file but levels and title.
fn untouched(root: &Node) -> Vec<Vec<String>> {
    let touched = [&fields::LEVELS, &fields::POSITION];
    let others = root.entries().iter().filter(|entry| !touched.iter().any(|field| entry.is(field)));
    let texts = |node: &Node| {
        let mut texts = Vec::new();
        node.scalars(&mut |_, text| texts.push(text.to_owned()));
        texts
    };
    others
        .filter(|entry| !matches!(&entry.value.value, Value::Scalar(text) if text.is_empty()))
        .map(|entry| texts(&entry.value))
        .collect()
}
