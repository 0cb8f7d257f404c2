//! A list of employees, and the profiles that come of it.
//!
//! People come from personnel systems, levels from a department's own sheet. New people get a
//! profile; of those who have one, only what is missing is filled in, and everything else is
//! reported. No other column is read: education, consents and personal numbers stay in the list.

mod columns;
mod fill;
mod rows;

use std::collections::{BTreeMap, HashMap};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use indexmap::IndexMap;
use jiff::civil::Date;

use super::error::ImportError;
use super::lists::distinct;
use super::remark::{Remark, count};
use super::sheet::Sheet;
use super::{file, lists};
use crate::department::person::everybody;
use crate::department::profile::Profile;
use crate::department::role_model::AreaIndex;
use crate::department::settings::SchoolIndex;
use crate::department::{Department, ParsedFile};
use crate::language::{Language, Message};
use crate::progress::{self, Step};
use crate::scaffold::person::{Draft, NewPerson, NewPersonError};
use crate::source::spelling::{fold, nearest};
use crate::storage;
use crate::storage::lock::LockGuard;

pub use columns::PersonColumn;
pub use fill::Additions;
pub use rows::Left;

use columns::PeopleHeading;
use rows::{ListedLevels, ListedPerson, people, without_personal_numbers};

/// The most people that get a profile at once.
const MOST_NEW: usize = 2_000;

/// What a list of people would change.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct PeopleImport {
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
    /// The profiles that get something that they don't have.
    pub filled: Vec<FilledProfile>,
    /// What the list says otherwise of people who have a profile.
    pub differences: Vec<Difference>,
    /// Who has left, and whether she has a profile.
    pub left: Vec<(String, Left, bool)>,
    /// The units that are no school.
    pub unknown_units: Vec<UnknownUnit>,
    /// People of whom the list says just what their profile does.
    pub unchanged: usize,
    /// The names of people at the list's schools whom it does not name.
    pub not_listed: Vec<String>,
    /// What else to report.
    pub remarks: Vec<Remark>,
}

/// A profile that gets something that it does not have.
#[derive(Debug, PartialEq, Eq)]
pub struct FilledProfile {
    /// Whose it is.
    pub name: String,
    /// What it gets.
    pub additions: Additions,
    /// The file.
    pub path: PathBuf,
    before: Vec<u8>,
    after: Vec<u8>,
}

/// A difference between a list and a profile, which is kept.
#[derive(Debug, PartialEq, Eq)]
pub struct Difference {
    /// Her name.
    pub name: String,
    /// The profile, within the department's folder.
    pub file: String,
    /// What differs.
    pub what: Differs,
    /// What the profile says.
    pub kept: String,
    /// What the list says.
    pub listed: String,
}

/// What a list and a profile tell differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Differs {
    /// The school.
    School,
    /// The title.
    Position,
    /// The leader.
    Leader,
    /// The levels of an area.
    Levels(AreaIndex),
}

/// A unit of the list that is no school of the department.
#[derive(Debug, PartialEq, Eq)]
pub struct UnknownUnit {
    /// What the list calls it; empty where it names none.
    pub name: String,
    /// The school whose name is most like it.
    pub nearest: Option<String>,
    /// The people there.
    pub people: Vec<String>,
}

/// What to look at a list with.
#[derive(Clone, Copy)]
pub struct PeopleRequest<'a> {
    /// The list.
    pub list: &'a Path,
    /// The department's folder.
    pub folder: &'a Path,
    /// What was read from it.
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

/// Looks at what a list of people would change. Nothing is written.
///
/// # Errors
/// If the list can't be used, or the folder not be listed.
pub fn prepare(request: PeopleRequest<'_>) -> Result<PeopleImport, ImportError> {
    let bytes = file::read(request.list)?;
    progress::read(request.list);
    let _comparing = progress::begin(Step::List);
    let mut remarks = Vec::new();
    let role_model = &request.department.role_model;
    let sheets = file::sheets(&bytes)?;
    let lists = lists::find(sheets, |sheet| columns::find(sheet, role_model), &mut remarks)
        .map_err(|_| ImportError::NoNames)?;
    let mut listed = Vec::new();
    for (sheet, heading) in &lists {
        let top = lists::HeadingRow::at(heading);
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

    fn compare(mut self, listed: Vec<ListedPerson>, import: &mut PeopleImport) {
        let schools: Vec<SchoolIndex> = distinct(listed.iter().filter_map(|person| self.school(person)));
        let mut units: IndexMap<String, UnknownUnit> = IndexMap::new();
        let people = by_name(listed, &mut import.remarks);
        let named: Vec<String> = people.keys().cloned().collect();
        for (folded, person) in people {
            let is_there = self.names.contains_key(&folded);
            if let Some(left) = person.left {
                import.left.push((person.name, left, is_there));
            } else if let Some(profile) = self.profiles.get(&folded).copied() {
                self.compare_with(profile, &person, import);
            } else if is_there {
                let saying = Message::new("import-person-broken").with("name", person.name.as_str());
                import.remarks.push(Remark::lost(&person.at, saying));
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
    fn school(&self, person: &ListedPerson) -> Option<SchoolIndex> {
        person.school.or_else(|| self.request.answers.get(&fold(person.unit.as_deref()?)).copied())
    }

    fn add(&mut self, person: ListedPerson, school: SchoolIndex, import: &mut PeopleImport) {
        let school = &self.request.department.settings.schools[school.0];
        let is_own = |leader: &String| school.leader.as_ref().is_none_or(|usual| fold(usual) != fold(leader));
        let mut levels = Vec::new();
        for (&area, &known) in &person.levels {
            match whole(known) {
                Some((current, wanted)) => levels.push((area, current, wanted)),
                None => import.remarks.push(self.without_current(&person, area)),
            }
        }
        let new = NewPerson {
            name: person.name.clone(),
            school: school.name.clone(),
            position: person.position.clone(),
            leader: person.leader.clone().filter(is_own),
            levels,
        };
        if import.new.len() >= MOST_NEW {
            let saying = Message::new("import-too-many-people").with("most", count(MOST_NEW));
            import.remarks.push(Remark::lost(&person.at, saying));
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
                let saying = Message::new(key).with("name", person.name.as_str());
                import.remarks.push(Remark::lost(&person.at, saying));
            }
        }
    }

    fn without_current(&self, person: &ListedPerson, area: AreaIndex) -> Remark {
        let name = self.request.department.role_model.areas[area.0].name.as_str();
        Remark::lost(&person.at, Message::new("import-only-wanted").with("area", name))
    }

    fn compare_with(&self, profile: &Profile, person: &ListedPerson, import: &mut PeopleImport) {
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
        for (&area, &known) in &person.levels {
            let kept = profile.levels.get(area.0).and_then(Option::as_ref);
            match (kept, whole(known)) {
                (None, Some((current, wanted))) => additions.levels.push((area, current, wanted)),
                (None, None) => import.remarks.push(self.without_current(person, area)),
                (Some(kept), _) => {
                    let listed = (known.0.unwrap_or(kept.current), known.1.unwrap_or(kept.wanted));
                    // A sheet with one column tells the level now alone.
                    if (kept.current, kept.wanted) != listed {
                        import.differences.push(Difference {
                            name: profile.name.value.clone(),
                            file: profile.file.name.clone(),
                            what: Differs::Levels(area),
                            kept: change(kept.current, kept.wanted),
                            listed: change(listed.0, listed.1),
                        });
                    }
                }
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
                let saying = Message::new("import-person-unusual").with("name", profile.name.value.as_str());
                import.remarks.push(Remark::lost(&person.at, saying));
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

/// Both levels; where the list has only the one now, she wants to stay there.
fn whole((current, wanted): ListedLevels) -> Option<(i64, i64)> {
    current.map(|current| (current, wanted.unwrap_or(current)))
}

fn change(current: i64, wanted: i64) -> String {
    format!("{current} → {wanted}")
}

/// The rows by person. A second row of one name adds levels; with another school it may be a
/// second person of that name, and is left out.
fn by_name(listed: Vec<ListedPerson>, remarks: &mut Vec<Remark>) -> IndexMap<String, ListedPerson> {
    let mut people: IndexMap<String, ListedPerson> = IndexMap::new();
    for person in listed {
        let Some(first) = people.get_mut(&fold(&person.name)) else {
            people.insert(fold(&person.name), person);
            continue;
        };
        let place = |person: &ListedPerson| (person.school, person.unit.as_deref().map(fold));
        let says_place = |person: &ListedPerson| person.school.is_some() || person.unit.is_some();
        if says_place(first) && says_place(&person) && place(first) != place(&person) && person.left.is_none()
        {
            if first.left.is_some() {
                // She left one place and works at the other.
                let levels = std::mem::take(&mut first.levels);
                *first = ListedPerson { levels: merged(person.levels, levels), ..person };
                continue;
            }
            let saying = Message::new("import-person-twice").with("name", person.name.as_str());
            remarks.push(Remark::lost(&person.at, saying.with("row", first.at.seen_from(&person.at))));
            continue;
        }
        if person.left.is_some() && first.left.is_none() {
            continue;
        }
        first.left = if person.left.is_none() { None } else { first.left };
        first.position = first.position.take().or(person.position);
        first.leader = first.leader.take().or(person.leader);
        first.levels = merged(std::mem::take(&mut first.levels), person.levels);
    }
    people
}

fn merged(
    mut first: BTreeMap<AreaIndex, ListedLevels>,
    other: BTreeMap<AreaIndex, ListedLevels>,
) -> BTreeMap<AreaIndex, ListedLevels> {
    for (area, levels) in other {
        let known = first.entry(area).or_default();
        *known = (known.0.or(levels.0), known.1.or(levels.1));
    }
    first
}

impl PeopleImport {
    /// Whether anything would be written.
    pub fn changes_anything(&self) -> bool {
        !(self.new.is_empty() && self.filled.is_empty())
    }

    /// Whether something that the list says is not taken over.
    pub fn loses_anything(&self) -> bool {
        !self.unknown_units.is_empty() || self.remarks.iter().any(|remark| remark.lost)
    }

    /// Writes the profiles, and returns their paths.
    ///
    /// # Errors
    /// The first profile that could not be written; those before it are.
    pub fn write(&self, folder: &Path, held: &LockGuard) -> Result<Vec<PathBuf>, ImportError> {
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
