//! A list of employees, and the profiles that come of it.
//!
//! People come from personnel systems, levels from a department's own sheet. New people get a
//! profile; of those who have one, only what is missing is filled in, and everything else is
//! reported. No other column is read: education, consents and personal numbers stay in the list.

mod columns;
mod fill;
mod rows;

use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use indexmap::IndexMap;
use jiff::civil::Date;

use super::error::ImportError;
use super::list_sheets::distinct;
use super::remark::{Remark, count};
use super::sheet::Sheet;
use super::{file, list_sheets};
use crate::department::person::everybody;
use crate::department::profile::{KnownArea, Profile};
use crate::department::role_model::{AreaIndex, RoleModel};
use crate::department::settings::SchoolIndex;
use crate::department::{Department, ParsedFile};
use crate::language::{Language, Message, Tag};
use crate::progress::{self, Step};
use crate::scaffold::person::{Draft, NewPerson, NewPersonError};
use crate::source::personal_numbers::without_personal_numbers;
use crate::source::spelling::{fold, nearest};
use crate::storage;
use crate::storage::lock::LockGuard;

pub(crate) use fill::Additions;
pub(crate) use rows::EmploymentEnd;

use columns::PeopleHeading;
use rows::{ListedArea, ListedEmployee, ListedLevel, people};

/// The most people that get a profile at once.
const MAX_NEW: usize = 2_000;

/// The changes that a list of people would make.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct PeopleImport {
    /// The sheets of a workbook that are used.
    pub sheets: Vec<Arc<str>>,
    /// The headings of the columns that are used.
    pub used: Vec<String>,
    /// The headings of the columns that are not.
    pub unused: Vec<String>,
    /// Rows about a person.
    pub rows: usize,
    /// The profiles that are new.
    pub new: Vec<Draft>,
    /// The profiles with additions.
    pub filled: Vec<FilledProfile>,
    /// Differences between the list and existing profiles.
    pub differences: Vec<Difference>,
    /// Who has left, and whether she has a profile.
    pub left: Vec<(String, EmploymentEnd, bool)>,
    /// The units that are no school.
    pub unknown_units: Vec<UnknownUnit>,
    /// Number of people without any difference.
    pub unchanged: usize,
    /// The names of people at the list's schools who are not on it.
    pub not_listed: Vec<String>,
    /// Other remarks.
    pub remarks: Vec<Remark>,
}

/// A profile with additions.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct FilledProfile {
    /// The person's name.
    pub name: String,
    pub additions: Additions,
    /// The file.
    pub path: PathBuf,
    before: Vec<u8>,
    after: Vec<u8>,
}

/// A difference between a list and a profile, which is kept.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Difference {
    /// Her name.
    pub name: String,
    /// The profile, within the department's folder.
    pub file: String,
    /// What differs.
    pub what: Differs,
    /// The profile's value, which is kept.
    pub kept: String,
    /// The list's value.
    pub listed: String,
}

/// The kind of a difference between a list and a profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Differs {
    School,
    /// The title.
    Position,
    Leader,
    /// The levels of an area.
    Levels(AreaIndex),
}

/// A unit of the list that is no school of the department.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct UnknownUnit {
    /// Its name in the list; empty if the list has none.
    pub name: String,
    /// The school whose name is most like it.
    pub nearest: Option<String>,
    /// The people there.
    pub people: Vec<String>,
}

/// The inputs of [`prepare`].
#[derive(Clone, Copy)]
pub(crate) struct PeopleRequest<'a> {
    pub list: &'a Path,
    /// The department's folder.
    pub folder: &'a Path,
    /// The department that was read from it.
    pub department: &'a Department,
    /// The files it was read from.
    pub parsed: &'a [ParsedFile],
    /// The school that each unknown unit is, by its folded name.
    pub answers: &'a HashMap<String, SchoolIndex>,
    /// By which people have left.
    pub today: Date,
    /// The language of the explanations in a new profile.
    pub language: &'a Language,
}

/// Computes the changes of a list of people. Writes nothing.
///
/// # Errors
/// If the list can't be used, or the folder not be listed.
pub(crate) fn prepare(request: PeopleRequest<'_>) -> Result<PeopleImport, ImportError> {
    let bytes = file::read(request.list)?;
    progress::read(request.list);
    let _comparing = progress::begin(Step::List);
    let mut remarks = Vec::new();
    let role_model = &request.department.role_model;
    let sheets = file::sheets(&bytes)?;
    let lists = list_sheets::find(sheets, |sheet| columns::find(sheet, role_model), &mut remarks)
        .map_err(|_| ImportError::NoNames)?;
    let mut listed = Vec::new();
    for (sheet, heading) in &lists {
        let top = list_sheets::HeadingRow::at(heading);
        listed.extend(people(sheet, heading, top, request.department, request.today, &mut remarks));
    }
    let mut import = described(&lists);
    import.rows = listed.len();
    import.remarks = remarks;
    Comparison::of(request)?.compare(listed, &mut import);
    Ok(import)
}

/// The import so far: which sheets and columns are used.
fn described(lists: &[(Sheet, PeopleHeading)]) -> PeopleImport {
    let shown = |heading: &String| without_personal_numbers(heading).0;
    let used =
        lists.iter().flat_map(|(_, heading)| heading.columns.iter().flatten().map(|(_, text)| shown(text)));
    let used = used.filter(|heading| !heading.is_empty());
    PeopleImport {
        sheets: lists.iter().filter_map(|(sheet, _)| sheet.name.clone()).collect(),
        used: distinct(used),
        unused: distinct(lists.iter().flat_map(|(_, heading)| heading.unused.iter().map(shown))),
        ..PeopleImport::default()
    }
}

/// A list against the department.
struct Comparison<'a> {
    request: PeopleRequest<'a>,
    /// Everybody with a profile and those who get one.
    people: Vec<crate::department::person::Person>,
    /// Sound profiles by their folded names.
    profiles: HashMap<String, &'a Profile>,
    /// The folded names of all who have a profile.
    names: HashMap<String, usize>,
}

impl<'a> Comparison<'a> {
    fn of(request: PeopleRequest<'a>) -> Result<Self, ImportError> {
        let io = |error| ImportError::Io { path: request.folder.to_owned(), error };
        let people = everybody(request.folder).map_err(io)?;
        let profiles = request.department.people.iter().map(|profile| (fold(&profile.name.value), profile));
        let names = people
            .iter()
            .enumerate()
            .filter_map(|(i, person)| Some((fold(person.owner.name.as_deref()?), i)));
        Ok(Self { request, profiles: profiles.collect(), names: names.collect(), people })
    }

    fn compare(mut self, listed: Vec<ListedEmployee>, import: &mut PeopleImport) {
        let schools: Vec<SchoolIndex> = distinct(listed.iter().filter_map(|person| self.school(person)));
        let mut units: IndexMap<String, UnknownUnit> = IndexMap::new();
        let people = by_name(listed, &self.request.department.role_model, &mut import.remarks);
        let named: Vec<String> = people.keys().cloned().collect();
        for (folded, person) in people {
            let is_there = self.names.contains_key(&folded);
            if let Some(left) = person.left {
                import.left.push((person.name, left, is_there));
            } else if let Some(profile) = self.profiles.get(&folded).copied() {
                self.compare_with(profile, &person, import);
            } else if is_there {
                let message = Message::new("import-person-broken").with("name", person.name.as_str());
                import.remarks.push(Remark::lost(&person.at, message));
            } else if let Some(school) = self.school(&person) {
                self.add(person, school, import);
            } else {
                let unit = person.unit.clone().unwrap_or_default();
                let unknown = units.entry(fold(&unit)).or_insert_with(|| {
                    let schools = self.request.department.settings.schools.iter();
                    let nearest =
                        nearest(&unit, schools.map(|school| school.name.as_str())).map(str::to_owned);
                    UnknownUnit { name: unit, nearest, people: Vec::new() }
                });
                unknown.people.push(person.name);
            }
        }
        import.unknown_units = units.into_values().collect();
        let is_missing = |profile: &&Profile| {
            schools.contains(&profile.school) && !named.contains(&fold(&profile.name.value))
        };
        let missing = self.request.department.people.iter().filter(is_missing);
        import.not_listed = missing.map(|profile| profile.name.value.clone()).collect();
    }

    /// The school in the list, or the answer to what school its unit is.
    fn school(&self, person: &ListedEmployee) -> Option<SchoolIndex> {
        person.school.or_else(|| self.request.answers.get(&fold(person.unit.as_deref()?)).copied())
    }

    fn add(&mut self, person: ListedEmployee, school: SchoolIndex, import: &mut PeopleImport) {
        let school = &self.request.department.settings.schools[school.0];
        let is_own = |leader: &String| school.leader.as_ref().is_none_or(|usual| fold(usual) != fold(leader));
        let mut areas = Vec::new();
        for (&area, &listed) in &person.areas {
            match known(listed) {
                Ok(known) => areas.push((area, known)),
                Err(key) => import.remarks.push(self.about_area(key, &person, area, listed)),
            }
        }
        let new = NewPerson {
            name: person.name.clone(),
            school: school.name.clone(),
            position: person.position.clone(),
            leader: person.leader.clone().filter(is_own),
            areas,
        };
        if import.new.len() >= MAX_NEW {
            let message = Message::new("import-too-many-people").with("most", count(MAX_NEW));
            import.remarks.push(Remark::lost(&person.at, message));
            return;
        }
        let request = &self.request;
        match Draft::new(request.folder, request.department, new, &self.people, request.language) {
            Ok(draft) => {
                self.people.push(draft.as_person(request.folder));
                import.new.push(draft);
            }
            Err(error) => {
                let key = match error {
                    NewPersonError::File(_) | NewPersonError::Person(_) => "import-person-file-exists",
                    _ => "import-person-bad-name",
                };
                let message = Message::new(key).with("name", person.name.as_str());
                import.remarks.push(Remark::lost(&person.at, message));
            }
        }
    }

    fn about_area(
        &self,
        key: &'static str,
        person: &ListedEmployee,
        area: AreaIndex,
        listed: ListedArea,
    ) -> Remark {
        let department = self.request.department;
        let language = department.settings.own_language();
        let name = department.role_model.areas[area.0].name.as_str();
        let written = |level: Option<ListedLevel>| match level {
            Some(ListedLevel::Number(number)) => number.to_string(),
            _ => KnownArea::NotRelevant.written(language),
        };
        let message = Message::new(key).with("area", name).with("current", written(listed.current));
        Remark::lost(&person.at, message.with("wanted", written(listed.wanted)))
    }

    fn compare_with(&self, profile: &Profile, person: &ListedEmployee, import: &mut PeopleImport) {
        let department = self.request.department;
        let before = (import.differences.len(), import.remarks.len());
        let mut differs = |what: Differs, kept: &str, listed: &str| {
            import.differences.push(Difference {
                name: profile.name.value.clone(),
                file: profile.file.name.clone(),
                what,
                kept: kept.to_owned(),
                listed: listed.to_owned(),
            });
        };
        let school_name = |school: SchoolIndex| department.settings.schools[school.0].name.as_str();
        if let Some(school) = self.school(person).filter(|school| *school != profile.school) {
            differs(Differs::School, school_name(profile.school), school_name(school));
        }
        let mut additions = Additions::default();
        match (&profile.position, &person.position) {
            (Some(kept), Some(listed)) if fold(kept) != fold(listed) => {
                differs(Differs::Position, kept, listed)
            }
            (None, Some(listed)) => additions.position = Some(listed.clone()),
            _ => {}
        }
        if let (Some(kept), Some(listed)) = (&profile.leader, &person.leader)
            && fold(kept) != fold(listed)
        {
            differs(Differs::Leader, kept, listed);
        }
        let language = department.settings.own_language();
        for (&area, &listed) in &person.areas {
            let kept = KnownArea::of(profile, area);
            // A missing level is compared as the profile's.
            let listed = match kept {
                Some(KnownArea::Levels(current, wanted)) => ListedArea {
                    current: listed.current.or(Some(ListedLevel::Number(current))),
                    wanted: listed.wanted.or(match listed.current {
                        Some(ListedLevel::NotRelevant) => None,
                        _ => Some(ListedLevel::Number(wanted)),
                    }),
                },
                _ => listed,
            };
            match (kept, known(listed)) {
                (None, Ok(known)) => additions.areas.push((area, known)),
                (Some(kept), Ok(known)) if kept == known => {}
                (Some(kept), Ok(known)) => import.differences.push(Difference {
                    name: profile.name.value.clone(),
                    file: profile.file.name.clone(),
                    what: Differs::Levels(area),
                    kept: change(kept, language),
                    listed: change(known, language),
                }),
                (_, Err(key)) => import.remarks.push(self.about_area(key, person, area, listed)),
            }
        }
        if additions.is_empty() {
            if before == (import.differences.len(), import.remarks.len()) {
                import.unchanged += 1;
            }
            return;
        }
        match self.fill(profile, additions) {
            Some(filled) => import.filled.push(filled),
            None => {
                let message = Message::new("import-person-unusual").with("name", profile.name.value.as_str());
                import.remarks.push(Remark::lost(&person.at, message));
            }
        }
    }

    fn fill(&self, profile: &Profile, additions: Additions) -> Option<FilledProfile> {
        let parsed = self.request.parsed.iter().find(|parsed| parsed.file.name == profile.file.name)?;
        let text = fill::filled(parsed, profile, &additions, self.request.department).ok()?;
        let path = parsed.file.path.clone();
        let before = storage::read_file(&path).ok()?;
        if crate::source::decode::decode(&before).0 != parsed.file.text {
            return None;
        }
        let after = crate::source::decode::encode_like(&before, &text);
        Some(FilledProfile { name: profile.name.value.clone(), additions, path, before, after })
    }
}

/// The levels of an area in a list; without a wanted level, the current one is wanted.
///
/// # Errors
/// The key of the message about contradictory or missing levels.
fn known(listed: ListedArea) -> Result<KnownArea, &'static str> {
    use ListedLevel::{NotRelevant, Number};
    match (listed.current, listed.wanted) {
        (Some(Number(current)), Some(Number(wanted))) => Ok(KnownArea::Levels(current, wanted)),
        (Some(Number(current)), None) => Ok(KnownArea::Levels(current, current)),
        (Some(NotRelevant), None | Some(NotRelevant)) | (None, Some(NotRelevant)) => {
            Ok(KnownArea::NotRelevant)
        }
        (Some(Number(_)), Some(NotRelevant)) | (Some(NotRelevant), Some(Number(_))) => {
            Err("import-relevant-or-not")
        }
        (None, _) => Err("import-only-wanted"),
    }
}

fn change(known: KnownArea, language: Tag) -> String {
    match known {
        KnownArea::Levels(current, wanted) if current != wanted => format!("{current} → {wanted}"),
        known => known.written(language),
    }
}

/// The rows by person. A second row of one name adds levels; with another school it may be a
/// second person of that name, and is left out.
fn by_name(
    listed: Vec<ListedEmployee>,
    role_model: &RoleModel,
    remarks: &mut Vec<Remark>,
) -> IndexMap<String, ListedEmployee> {
    let mut people: IndexMap<String, ListedEmployee> = IndexMap::new();
    for person in listed {
        let Some(first) = people.get_mut(&fold(&person.name)) else {
            people.insert(fold(&person.name), person);
            continue;
        };
        let place = |person: &ListedEmployee| (person.school, person.unit.as_deref().map(fold));
        let says_place = |person: &ListedEmployee| person.school.is_some() || person.unit.is_some();
        if says_place(first) && says_place(&person) && place(first) != place(&person) && person.left.is_none()
        {
            if first.left.is_some() {
                // She left one place and works at the other.
                let earlier = std::mem::replace(first, person);
                earlier.areas.into_iter().for_each(|(area, listed)| {
                    first.areas.entry(area).or_default().add(listed);
                });
                continue;
            }
            let message = Message::new("import-person-twice").with("name", person.name.as_str());
            remarks.push(Remark::lost(&person.at, message.with("row", first.at.seen_from(&person.at))));
            continue;
        }
        if person.left.is_some() && first.left.is_none() {
            continue;
        }
        first.left = if person.left.is_none() { None } else { first.left };
        first.position = first.position.take().or(person.position);
        first.leader = first.leader.take().or(person.leader);
        for (area, listed) in person.areas {
            if first.areas.entry(area).or_default().add(listed) {
                let name = role_model.areas[area.0].name.as_str();
                remarks.push(Remark::lost(&person.at, Message::new("import-area-twice").with("area", name)));
            }
        }
    }
    people
}

impl PeopleImport {
    /// Whether anything would be written.
    pub(crate) fn changes_anything(&self) -> bool {
        !(self.new.is_empty() && self.filled.is_empty())
    }

    /// Whether something in the list is dropped.
    pub(crate) fn loses_anything(&self) -> bool {
        !self.unknown_units.is_empty() || self.remarks.iter().any(|remark| remark.lost)
    }

    /// Writes the profiles, and returns their paths.
    ///
    /// # Errors
    /// The first profile that could not be written; those before it are.
    pub(crate) fn write(&self, folder: &Path, held: &LockGuard) -> Result<Vec<PathBuf>, ImportError> {
        let mut written = Vec::new();
        for draft in &self.new {
            draft.write(folder, held).map_err(|error| not_written(error, draft))?;
            written.push(draft.path.clone());
        }
        for profile in &self.filled {
            match storage::exchange(&profile.path, &profile.before, &profile.after) {
                Ok(true) => written.push(profile.path.clone()),
                Ok(false) => return Err(ImportError::Changed),
                Err(error) => return Err(ImportError::Io { path: profile.path.clone(), error }),
            }
        }
        Ok(written)
    }
}

fn not_written(error: NewPersonError, draft: &Draft) -> ImportError {
    match error {
        NewPersonError::Io(path, error) => ImportError::Io { path, error },
        NewPersonError::Link(path) => ImportError::Io { path, error: io::ErrorKind::PermissionDenied.into() },
        _ => {
            let error = io::Error::from(io::ErrorKind::AlreadyExists);
            ImportError::Io { path: draft.path.clone(), error }
        }
    }
}
