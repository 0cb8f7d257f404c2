//! Aligns the files of a department with its role model: keys that areas had in earlier versions
//! become those of today.
//!
//! An area's `tidligere` says which keys it had, or which areas it has absorbed, and
//! `udgåede_områder` which areas are gone. Readers understand such keys; this module rewrites them,
//! with comments and layout kept, and verifies each new text by reading it back. Where areas that
//! have become one have different levels, the file keeps both lines: no program can decide between
//! two judgements.

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use crate::department::role_model::{AreaIndex, AreaKey, RoleModel};
use crate::department::values::Answer;
use crate::department::{Department, catalogue, leader_view, profile, role_model};
use crate::fields::{
    self, activity, consent, course, leader_view as leader_fields, profile as profile_fields, role,
};
use crate::problem::{Code, Problems};
use crate::programme::definition::{self, Programme};
use crate::run::Checked;
use crate::source::decode::{decode, encode_like};
use crate::source::edit::{Edit, UnsupportedLayout, comments, value};
use crate::source::spelling::{Word, one_or_several};
use crate::source::tree::{Entry, Node};
use crate::source::{FileKind, SourceFile, parse};
use crate::storage;
use crate::storage::lock::LockGuard;

/// What would be rewritten.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Alignment {
    /// The files to rewrite, or that only a person can, by path.
    pub files: Vec<FileAlignment>,
}

/// The rewriting of one file.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct FileAlignment {
    /// Path relative to the department's folder, with `/`.
    pub file: String,
    /// What changes.
    pub changes: Vec<Change>,
    /// Areas that have become one and have different levels; they stay as they are.
    pub undecided: Vec<Change>,
    /// Whether the file is written in a way that can't be edited safely.
    pub unsupported: bool,
    path: PathBuf,
    before: Vec<u8>,
    after: Vec<u8>,
}

/// A change of one key.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Change {
    /// The key in the file.
    pub from: String,
    /// The area's key now; `None` if it was removed.
    pub to: Option<String>,
}

/// The result of a rewriting.
#[derive(Debug, Default)]
pub(crate) struct AlignOutcome {
    /// Files that were rewritten.
    pub written: Vec<String>,
    /// Files that changed meanwhile and were skipped.
    pub left: Vec<PathBuf>,
    /// Files that could not be written.
    pub failures: Vec<(PathBuf, io::Error)>,
}

/// Plans the rewriting of every file of `checked` without changing anything.
///
/// # Errors
/// If a file can't be read again, or changed since it was read.
pub(crate) fn prepare(checked: &Checked) -> io::Result<Alignment> {
    let Some(department) = &checked.reading.department else { return Ok(Alignment::default()) };
    let mut files = Vec::new();
    for parsed in &checked.reading.parsed {
        let file = &parsed.file;
        let before = storage::read_file(&file.path)?;
        if decode(&before).0 != file.text {
            return Err(io::ErrorKind::InvalidData.into());
        }
        let mut editor = Editor { department, file, changes: Vec::new(), undecided: Vec::new() };
        let edited = editor.edit(&parsed.root);
        let (changes, undecided) = (distinct(editor.changes), distinct(editor.undecided));
        if changes.is_empty() && undecided.is_empty() {
            continue;
        }
        let edited = edited.filter(|text| keeps_meaning(file, &parsed.root, text, department));
        let unsupported = edited.is_none() && !changes.is_empty();
        let after = edited.map_or_else(|| before.clone(), |text| encode_like(&before, &text));
        files.push(FileAlignment {
            file: file.name.clone(),
            changes,
            undecided,
            unsupported,
            path: file.path.clone(),
            before,
            after,
        });
    }
    files.sort_by(|a, b| a.file.cmp(&b.file));
    Ok(Alignment { files })
}

fn distinct(mut changes: Vec<Change>) -> Vec<Change> {
    changes.sort();
    changes.dedup();
    changes
}

impl Alignment {
    /// Whether any file would be rewritten.
    pub(crate) fn changes_files(&self) -> bool {
        self.files.iter().any(|file| file.after != file.before)
    }

    /// Rewrites the files. It must have been prepared under the department's lock.
    pub(crate) fn run(&self, _: &LockGuard) -> AlignOutcome {
        let mut done = AlignOutcome::default();
        for file in self.files.iter().filter(|file| file.after != file.before) {
            match storage::exchange(&file.path, &file.before, &file.after) {
                Ok(true) => done.written.push(file.file.clone()),
                Ok(false) => done.left.push(file.path.clone()),
                Err(error) => done.failures.push((file.path.clone(), error)),
            }
        }
        done
    }
}

/// Edits one file.
struct Editor<'a> {
    department: &'a Department,
    file: &'a SourceFile,
    changes: Vec<Change>,
    undecided: Vec<Change>,
}

/// Whether the keys of an area in a mapping agree on its value.
type Agree<'a> = &'a dyn Fn(AreaIndex) -> bool;

impl<'a> Editor<'a> {
    /// The new text; `None` if the layout is unsupported.
    fn edit(&mut self, root: &Node) -> Option<String> {
        let mut edit = Edit::new(&self.file.text)?;
        let edited = match self.file.kind {
            FileKind::Profile => self.edit_profile(root, &mut edit),
            FileKind::LeaderView => match root.filled(&leader_fields::ASSESSMENT) {
                Some(entry) => {
                    let view =
                        self.department.leader_views.values().find(|view| view.file.name == self.file.name);
                    let agree = |area: AreaIndex| view.is_some_and(|view| view.levels[area.0].is_some());
                    self.edit_levels(&entry.value, &agree, &mut edit)
                }
                None => Ok(()),
            },
            FileKind::Catalogue => self.edit_courses(root, &mut edit),
            FileKind::RoleModel => self.edit_roles(root, &mut edit),
            FileKind::Programme => self.edit_parts(root, &mut edit),
            _ => Ok(()),
        };
        edited.ok().map(|()| edit.finish())
    }

    fn edit_profile(&mut self, root: &Node, edit: &mut Edit<'_>) -> Result<(), UnsupportedLayout> {
        let person = self.department.people.iter().find(|person| person.file.name == self.file.name);
        if let Some(entry) = root.filled(&profile_fields::LEVELS) {
            let agree = |area: AreaIndex| {
                person.is_some_and(|person| {
                    person.levels[area.0].is_some() || person.not_relevant.contains(&area)
                })
            };
            self.edit_levels(&entry.value, &agree, edit)?;
        }
        if let Some(entry) = root.filled(&profile_fields::LAST_YEAR) {
            let agree = |area: AreaIndex| person.is_some_and(|person| person.last_year[area.0].is_some());
            self.edit_levels(&entry.value, &agree, edit)?;
        }
        for line in root.filled(&profile_fields::PLAN).map_or(&[][..], |entry| entry.value.items()) {
            let Some(area) = line.filled(&activity::AREA) else { continue };
            let Some(key) = area.value.text() else { continue };
            match self.role_model().area_key(key) {
                Some(AreaKey::Former(now)) => {
                    let now = self.note(key, Some(now));
                    edit.set(area, &value(&now))?;
                }
                Some(AreaKey::Removed) => {
                    self.note(key, None);
                    edit.keep(line, |entry| entry != area)?;
                }
                Some(AreaKey::Current(_)) | None => {}
            }
        }
        let teaches =
            root.filled(&profile_fields::CONSENT).and_then(|entry| entry.value.filled(&consent::TEACHES));
        match teaches {
            Some(entry) => self.edit_list(entry, Some(Answer::No.written(self.file.language())), edit),
            None => Ok(()),
        }
    }

    fn edit_courses(&mut self, root: &Node, edit: &mut Edit<'_>) -> Result<(), UnsupportedLayout> {
        let courses = root.filled(&fields::catalogue::COURSES);
        for course in courses.map_or(&[][..], |entry| entry.value.items()) {
            if let Some(entry) = course.filled(&course::AREAS) {
                self.edit_list(entry, None, edit)?;
            }
        }
        Ok(())
    }

    fn edit_roles(&mut self, root: &Node, edit: &mut Edit<'_>) -> Result<(), UnsupportedLayout> {
        for role in root.filled(&fields::role_model::ROLES).map_or(&[][..], |entry| entry.value.entries()) {
            if let Some(entry) = role.value.filled(&role::REQUIRES) {
                // A role would require the highest level of areas that became one, which is no decision of the department.
                self.edit_levels(&entry.value, &|_| false, edit)?;
            }
        }
        Ok(())
    }

    fn edit_parts(&mut self, root: &Node, edit: &mut Edit<'_>) -> Result<(), UnsupportedLayout> {
        let terms = root.filled(&fields::programme::TERMS).map_or(&[][..], |entry| entry.value.items());
        let parts = terms.iter().filter_map(|term| term.filled(&fields::term::PARTS));
        for part in parts.flat_map(|entry| entry.value.items()) {
            if let Some(entry) = part.filled(&fields::part::LIFTS) {
                self.edit_levels(&entry.value, &|_| false, edit)?;
            }
        }
        Ok(())
    }

    fn role_model(&self) -> &'a RoleModel {
        &self.department.role_model
    }

    /// Notes a change, and returns the area's key now.
    fn note(&mut self, from: &str, to: Option<AreaIndex>) -> String {
        let to = to.map(|area| self.role_model().areas[area.0].key.clone());
        self.changes.push(Change { from: from.to_owned(), to: to.clone() });
        to.unwrap_or_default()
    }

    /// Edits a mapping by areas.
    fn edit_levels(
        &mut self,
        node: &Node,
        agree: Agree<'_>,
        edit: &mut Edit<'_>,
    ) -> Result<(), UnsupportedLayout> {
        let mut by_area: BTreeMap<AreaIndex, Vec<(&Entry, &str, bool)>> = BTreeMap::new();
        let mut gone: Vec<&Entry> = Vec::new();
        for entry in node.entries() {
            let Some(key) = entry.key.text() else { continue };
            match self.role_model().area_key(key) {
                Some(AreaKey::Current(area)) => by_area.entry(area).or_default().push((entry, key, true)),
                Some(AreaKey::Former(area)) => by_area.entry(area).or_default().push((entry, key, false)),
                Some(AreaKey::Removed) => {
                    self.note(key, None);
                    gone.push(entry);
                }
                None => {}
            }
        }
        for (area, keys) in by_area {
            let now = self.role_model().areas[area.0].key.clone();
            if keys.iter().all(|(_, _, is_current)| *is_current) {
                continue;
            }
            let is_filled = |(entry, ..): &&(&Entry, &str, bool)| !entry.value.is_empty();
            let filled: Vec<_> = keys.iter().filter(is_filled).collect();
            let current = filled.iter().find(|(_, _, is_current)| *is_current);
            let long = filled.iter().filter(|(entry, ..)| !entry.value.entries().is_empty());
            let kept = match (current, &filled[..]) {
                (Some(current), _) => Some(current.0),
                (None, []) => keys.first().map(|(entry, ..)| *entry),
                (None, [only]) => Some(only.0),
                // A second long form may say more than levels.
                (None, [first, ..]) if agree(area) && long.clone().count() < 2 => {
                    Some(long.clone().next().map_or(first.0, |(entry, ..)| *entry))
                }
                (None, _) => None,
            };
            let Some(kept) = kept else {
                let undecided = filled.iter().map(|(_, key, _)| (*key).to_owned());
                self.undecided.extend(undecided.map(|from| Change { from, to: Some(now.clone()) }));
                continue;
            };
            for (entry, key, is_current) in keys {
                if !is_current {
                    self.note(key, Some(area));
                }
                match std::ptr::eq(entry, kept) {
                    true if !is_current => edit.rename_to(entry, &now),
                    true => {}
                    false => gone.push(entry),
                }
            }
        }
        if gone.is_empty() {
            return Ok(());
        }
        if gone.len() == node.entries().len() {
            return Err(UnsupportedLayout);
        }
        edit.keep(node, |entry| !gone.iter().any(|gone| std::ptr::eq(*gone, entry)))
    }

    /// Edits a list of areas; `empty` replaces one of which nothing is left.
    fn edit_list(
        &mut self,
        entry: &Entry,
        empty: Option<&str>,
        edit: &mut Edit<'_>,
    ) -> Result<(), UnsupportedLayout> {
        let mut keys: Vec<(String, AreaKey)> = Vec::new();
        for item in entry.value.items() {
            let Some(text) = item.text() else { return Ok(()) };
            let known =
                one_or_several(text, |part| Some((part.to_owned(), self.role_model().area_key(part)?)));
            // An answer such as yes, or a misspelling.
            let Some(known) = known else { return Ok(()) };
            keys.extend(known);
        }
        if keys.iter().all(|(_, known)| matches!(known, AreaKey::Current(_))) {
            return Ok(());
        }
        let mut written: Vec<(AreaIndex, String)> = Vec::new();
        for (key, known) in keys {
            let (area, now) = match known {
                AreaKey::Current(area) => (area, key),
                AreaKey::Former(area) => (area, self.note(&key, Some(area))),
                AreaKey::Removed => {
                    self.note(&key, None);
                    continue;
                }
            };
            if written.iter().all(|(other, _)| *other != area) {
                written.push((area, value(&now)));
            }
        }
        let written: Vec<String> = written.into_iter().map(|(_, key)| key).collect();
        match (&written[..], empty) {
            ([], Some(empty)) => edit.set(entry, empty),
            ([], None) => Err(UnsupportedLayout),
            _ => edit.set(entry, &format!("[{}]", written.join(", "))),
        }
    }
}

/// Whether the edited `text` of `file` has the same comments and the same meaning.
fn keeps_meaning(file: &Arc<SourceFile>, root: &Node, text: &str, department: &Department) -> bool {
    let new = SourceFile::new(file.name.clone(), PathBuf::new(), file.kind, text.to_owned());
    new.set_language(file.language());
    let new = Arc::new(new);
    let mut problems = Problems::default();
    let Ok(Some(new_root)) = parse::parse(&new, &mut problems) else { return false };
    if comments(&file.text) != comments(text) {
        return false;
    }
    let mut old_problems = Problems::default();
    let shared = department.shared();
    let model = &department.role_model;
    let same = match file.kind {
        FileKind::Profile => {
            let old = profile::read(file, root, shared, &mut old_problems);
            let new = profile::read(&new, &new_root, shared, &mut problems);
            match (old, new) {
                (Some(old), Some(new)) => {
                    let areas = |person: &profile::Profile| {
                        person.plan.iter().map(|line| (line.area, line.goal.clone())).collect::<Vec<_>>()
                    };
                    (&old.levels, &old.not_relevant, &old.last_year, &old.consent)
                        == (&new.levels, &new.not_relevant, &new.last_year, &new.consent)
                        && areas(&old) == areas(&new)
                }
                (None, None) => true,
                _ => false,
            }
        }
        FileKind::LeaderView => {
            let old = leader_view::read(file, root, model, &mut old_problems);
            let new = leader_view::read(&new, &new_root, model, &mut problems);
            old.map(|view| view.levels) == new.map(|view| view.levels)
        }
        FileKind::Catalogue => {
            let old = catalogue::read(file, root, model, &mut old_problems);
            let new = catalogue::read(&new, &new_root, model, &mut problems);
            old.courses == new.courses
        }
        FileKind::RoleModel => {
            let old = role_model::read(file, root, &mut old_problems);
            let new = role_model::read(&new, &new_root, &mut problems);
            let requires = |model: RoleModel| {
                model.roles.into_iter().map(|role| (role.key, role.requires)).collect::<Vec<_>>()
            };
            old.map(requires) == new.map(requires)
        }
        FileKind::Programme => {
            let old = definition::read(file, root, shared, &mut old_problems);
            let new = definition::read(&new, &new_root, shared, &mut problems);
            let lifts =
                |programme: Programme| programme.parts.into_iter().map(|part| part.lifts).collect::<Vec<_>>();
            old.map(lifts) == new.map(lifts)
        }
        _ => false,
    };
    let errors = |problems: &Problems| {
        problems.iter().filter(|problem| problem.code.severity() == crate::problem::Severity::Error).count()
    };
    let former =
        |problems: &Problems| problems.iter().filter(|problem| problem.code == Code::AreaRemoved).count();
    same && errors(&problems) == errors(&old_problems) && former(&problems) == 0
}
