//! What a list adds to a profile that is there: only what it does not have yet.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::department::profile::{self, Profile};
use crate::department::role_model::AreaIndex;
use crate::department::{Department, ParsedFile};
use crate::fields::profile as fields;
use crate::problem::Problems;
use crate::scaffold::person::level_change;
use crate::source::edit::{Edit, NewEntry, UnsupportedLayout, comments, value};
use crate::source::tree::{Node, Value};
use crate::source::{FileKind, SourceFile, parse};

/// What is filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Additions {
    /// Levels of areas without any, now and wanted.
    pub levels: Vec<(AreaIndex, i64, i64)>,
    /// A title where there is none.
    pub position: Option<String>,
}

impl Additions {
    /// Whether nothing is added.
    pub fn is_empty(&self) -> bool {
        self.levels.is_empty() && self.position.is_none()
    }
}

/// The text of a profile with the additions, which reads as the old one but for them.
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
    if !additions.levels.is_empty() {
        let entry = root.entry(&fields::LEVELS).ok_or(UnsupportedLayout)?;
        let mut there = BTreeMap::new();
        for area in entry.value.entries() {
            let index = area.key.text().and_then(|key| department.role_model.area(key));
            if let Some(index) = index {
                there.insert(index, area);
            }
        }
        let mut new = Vec::new();
        for &(area, current, wanted) in &additions.levels {
            let levels = level_change(current, wanted, language);
            match there.get(&area) {
                Some(entry) => edit.set(entry, &levels)?,
                None => new.push((value(&department.role_model.areas[area.0].key), levels)),
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
    let pair = |profile: &Profile| -> Vec<Option<(i64, i64)>> {
        profile
            .levels
            .iter()
            .map(|levels| levels.as_ref().map(|levels| (levels.current, levels.wanted)))
            .collect()
    };
    let mut expected = pair(person);
    for &(area, current, wanted) in &additions.levels {
        if let Some(levels) = expected.get_mut(area.0) {
            *levels = Some((current, wanted));
        }
    }
    let position = additions.position.as_ref().or(person.position.as_ref());
    !problems.any_error()
        && pair(&now) == expected
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
