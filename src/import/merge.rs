//! What the rows of a list make of the catalogue.
//!
//! The list goes before the file in what a provider knows: title, form, provider, days,
//! prices, expiry, dates, seats. Areas and levels are the department's. Nothing is taken
//! away, since a list may be of half a year or of one town.

use std::collections::{HashMap, HashSet};

use indexmap::IndexMap;
use jiff::civil::Date;

use super::difference::{self, FieldChange, SessionChange};
use super::list::{ListedRow, ListedSession};
use super::{ExistingCatalogue, Remark};
use crate::department::Department;
use crate::department::catalogue::{Catalogue, Course, CourseIndex, LearningForm, Session};
use crate::fields::{Field, course as fields};
use crate::language::{Message, Tag};
use crate::source::spelling::fold;

/// What changes in one course, or a new one.
#[derive(Clone, Debug)]
pub struct CourseChange {
    /// Which course; `None` for a new one.
    pub was: Option<CourseIndex>,
    /// The course as it is to be.
    pub course: Course,
    /// Its fields that change, or all.
    pub fields: Vec<FieldChange>,
    /// The times that it is held that change or are new.
    pub sessions: Vec<SessionChange>,
}

/// A new course that can't be added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The row that told of it first.
    pub row: usize,
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: Option<String>,
    /// The keys that it can't be without.
    pub missing: Vec<&'static str>,
}

/// What becomes of the catalogue.
#[derive(Debug, Default)]
pub(super) struct Merged {
    /// Courses on the list.
    pub listed: usize,
    /// In the file's order.
    pub changed: Vec<CourseChange>,
    /// In the list's order.
    pub added: Vec<CourseChange>,
    /// New courses that can't be added.
    pub left_out: Vec<LeftOut>,
    /// Number and title of courses that the list does not hold.
    pub not_listed: Vec<(String, String)>,
}

/// Compares `rows` with the catalogue.
pub(super) fn merge(
    rows: &[ListedRow],
    department: &Department,
    there: &ExistingCatalogue,
    today: Date,
    remarks: &mut Vec<Remark>,
) -> Merged {
    let catalogue = &department.catalogue;
    let mut merged = Merged::default();
    let mut named = Vec::new();
    for listed in by_course(rows, department, there, remarks) {
        merged.listed += 1;
        match listed.who {
            Who::Known(index) => {
                named.push(index);
                let change = changed(index, &listed, department, today, remarks);
                merged.changed.extend(change);
            }
            Who::New(_) => match new(&listed, department, today, remarks) {
                Ok(change) => merged.added.extend(change),
                Err(left_out) => merged.left_out.push(left_out),
            },
        }
    }
    merged.changed.sort_by_key(|change| change.was);
    merged.not_listed = not_listed(catalogue, &named, rows, today);
    merged
}

/// Courses of the same providers that could still be taken.
fn not_listed(
    catalogue: &Catalogue,
    named: &[CourseIndex],
    rows: &[ListedRow],
    today: Date,
) -> Vec<(String, String)> {
    let of_named = named.iter().map(|index| catalogue.courses[index.0].provider);
    let of_list = rows.iter().map(|row| row.provider);
    let mut providers: Vec<_> = of_named.chain(of_list).filter(Option::is_some).collect();
    if providers.is_empty() && !named.is_empty() {
        providers.push(None);
    }
    let courses = catalogue.courses.iter().enumerate();
    courses
        .filter(|(i, course)| {
            let open = course.expires.is_none_or(|expires| expires >= today);
            open && providers.contains(&course.provider) && !named.contains(&CourseIndex(*i))
        })
        .map(|(_, course)| (course.number.clone(), course.title.clone()))
        .collect()
}

/// Whom rows are about.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Who {
    Known(CourseIndex),
    /// By the number without what spreadsheets drop.
    New(String),
}

/// All that a list says of one course.
struct Listed<'a> {
    who: Who,
    rows: Vec<&'a ListedRow>,
    /// The department's language.
    language: Tag,
}

/// The rows by course, in the list's order.
fn by_course<'a>(
    rows: &'a [ListedRow],
    department: &Department,
    there: &ExistingCatalogue,
    remarks: &mut Vec<Remark>,
) -> Vec<Listed<'a>> {
    let catalogue = &department.catalogue;
    let language = department.settings.own_language();
    let in_file: HashSet<String> = numbers_in_file(there).iter().map(|number| zeroless(number)).collect();
    let mut without_zeroes: HashMap<String, Vec<CourseIndex>> = HashMap::new();
    for (i, course) in catalogue.courses.iter().enumerate() {
        without_zeroes.entry(zeroless(&course.number)).or_default().push(CourseIndex(i));
    }
    let mut courses: IndexMap<Who, Vec<&ListedRow>> = IndexMap::new();
    for row in rows {
        let about = |saying: Message, lost| Remark { row: Some(row.row), column: None, saying, lost };
        let bare = zeroless(&row.number);
        let exact = catalogue.course(&row.number);
        let alike = without_zeroes.get(&bare).map_or(&[][..], Vec::as_slice);
        let who = match (exact, alike) {
            (Some(index), _) => Who::Known(index),
            (None, [index]) => {
                let number = &catalogue.courses[index.0].number;
                if !courses.contains_key(&Who::Known(*index)) {
                    let saying = Message::new("import-zeroes").with("number", row.number.as_str());
                    remarks.push(about(saying.with("there", number.as_str()), false));
                }
                Who::Known(*index)
            }
            // Two courses that differ in nothing but zeroes are known by them only.
            (None, [_, _, ..]) => {
                let saying = Message::new("import-which-number").with("number", row.number.as_str());
                remarks.push(about(saying, true));
                continue;
            }
            (None, []) if in_file.contains(&bare) => {
                let saying = Message::new("import-broken-there").with("number", row.number.as_str());
                remarks.push(about(saying, true));
                continue;
            }
            (None, []) => Who::New(bare),
        };
        courses.entry(who).or_default().push(row);
    }
    courses.into_iter().map(|(who, rows)| Listed { who, rows, language }).collect()
}

/// The number without the zeroes before it, which a spreadsheet drops.
fn zeroless(number: &str) -> String {
    let folded = fold(number);
    let digits = folded.bytes().all(|b| b.is_ascii_digit());
    if digits { folded.trim_start_matches('0').to_owned() } else { folded }
}

/// The numbers of all courses in the file, sound or not.
fn numbers_in_file(there: &ExistingCatalogue) -> Vec<String> {
    let mut numbers = Vec::new();
    for course in there.root.iter().flat_map(super::rewriting::courses) {
        numbers.extend(course.entry(&fields::NUMBER).and_then(|entry| entry.value.text()).map(str::to_owned));
    }
    numbers
}

impl Listed<'_> {
    /// The first that the rows say; where another row says otherwise, that is told.
    fn first<T: PartialEq + Clone>(
        &self,
        field: &'static Field,
        say: impl Fn(&ListedRow) -> Option<T>,
        remarks: &mut Vec<Remark>,
    ) -> Option<T> {
        let mut said = self.rows.iter().filter_map(|row| Some((row.row, say(row)?)));
        let (first_row, first) = said.next()?;
        for (row, _) in said.filter(|(_, other)| *other != first) {
            let column = Some(field.key_in(self.language).to_owned());
            let saying = Message::new("import-says-otherwise").with("row", first_row.to_string());
            remarks.push(Remark { row: Some(row), column, saying, lost: true });
        }
        Some(first)
    }

    /// The times that the course is held, each once, with the row that told of it first.
    fn sessions(&self, remarks: &mut Vec<Remark>) -> Vec<ListedSession> {
        let mut sessions: IndexMap<(Date, Option<String>), (usize, ListedSession)> = IndexMap::new();
        for (row, session) in self.rows.iter().filter_map(|row| Some((row.row, row.session.as_ref()?))) {
            let key = (session.start, session.town.as_deref().map(fold));
            let Some((first_row, first)) = sessions.get_mut(&key) else {
                sessions.insert(key, (row, session.clone()));
                continue;
            };
            let differs = |a: Option<u32>, b: Option<u32>| a.is_some() && b.is_some() && a != b;
            let otherwise = differs(first.seats, session.seats)
                || differs(first.free_seats, session.free_seats)
                || first.end.is_some() && session.end.is_some() && first.end != session.end
                || first.half_days.is_some()
                    && session.half_days.is_some()
                    && first.half_days != session.half_days;
            if otherwise {
                let saying = Message::new("import-session-twice").with("row", first_row.to_string());
                remarks.push(Remark { row: Some(row), column: None, saying, lost: true });
            }
            first.end = first.end.or(session.end);
            first.seats = first.seats.or(session.seats);
            first.free_seats = first.free_seats.or(session.free_seats);
            first.half_days = first.half_days.or(session.half_days);
        }
        sessions.into_values().map(|(_, session)| session).collect()
    }

    /// The day on which the course expires, if the list says that it does.
    fn expires(&self, now: Option<Date>, today: Date, remarks: &mut Vec<Remark>) -> Option<Date> {
        let said = self.first(&fields::EXPIRES, |row| row.expires, remarks);
        let withdrawn = self.rows.iter().any(|row| row.withdrawn);
        match (said, now) {
            (Some(day), _) => Some(day),
            // A course that has expired by then stays so, or each run would move the day.
            (None, Some(day)) if withdrawn && day <= today => Some(day),
            (None, _) if withdrawn => Some(today),
            (None, now) => now,
        }
    }
}

/// What a list changes in a course that is there.
fn changed(
    index: CourseIndex,
    listed: &Listed<'_>,
    department: &Department,
    today: Date,
    remarks: &mut Vec<Remark>,
) -> Option<CourseChange> {
    let old = &department.catalogue.courses[index.0];
    let mut course = old.clone();
    course.title = listed.first(&fields::TITLE, |row| row.title.clone(), remarks).unwrap_or(course.title);
    // "Course" is less than the catalogue knows.
    let form = listed.first(&fields::FORM, |row| row.form, remarks);
    course.form = form.filter(|form| *form != LearningForm::Course).unwrap_or(course.form);
    course.provider = listed.first(&fields::PROVIDER, |row| row.provider, remarks).or(course.provider);
    course.days = listed.first(&fields::DAYS, |row| row.days, remarks).or(course.days);
    course.price = listed.first(&fields::PRICE, |row| row.price, remarks).or(course.price);
    course.subsidy = listed.first(&fields::SUBSIDY, |row| row.subsidy, remarks).or(course.subsidy);
    course.from_level =
        course.from_level.or(listed.first(&fields::FROM_LEVEL, |row| row.from_level, remarks));
    course.to_level = course.to_level.or(listed.first(&fields::TO_LEVEL, |row| row.to_level, remarks));
    course.expires = listed.expires(course.expires, today, remarks);
    let first_row = listed.rows.first().map(|row| row.row);
    let mut say = |saying: Message, lost| {
        remarks.push(Remark { row: first_row, column: None, saying, lost });
    };
    let areas = listed.rows.iter().find_map(|row| row.areas.as_ref());
    let other_areas = areas.is_some_and(|areas| areas.iter().any(|area| !old.areas.contains(area)));
    let level = |now: Option<i64>, said: fn(&ListedRow) -> Option<i64>| {
        listed.rows.iter().filter_map(|row| said(row)).any(|said| now != Some(said))
    };
    if other_areas
        || level(course.from_level, |row| row.from_level)
        || level(course.to_level, |row| row.to_level)
    {
        say(Message::new("import-own-kept").with("number", old.number.as_str()), false);
    }
    let sessions =
        sessions(&mut course, listed.sessions(remarks), listed.language, today, first_row, remarks);
    let fields = difference::fields(Some(old), &course, department);
    if fields.is_empty() && sessions.is_empty() {
        return None;
    }
    if old.example {
        let saying = Message::new("import-example").with("number", old.number.as_str());
        remarks.push(Remark { row: None, column: None, saying, lost: false });
    }
    Some(CourseChange { was: Some(index), course, fields, sessions })
}

/// Puts what the list says of dates into `course`; what changes by that.
fn sessions(
    course: &mut Course,
    listed: Vec<ListedSession>,
    language: Tag,
    today: Date,
    row: Option<usize>,
    remarks: &mut Vec<Remark>,
) -> Vec<SessionChange> {
    if listed.is_empty() {
        return Vec::new();
    }
    let mut free: Vec<bool> = vec![true; course.sessions.len()];
    let mut which: Vec<Option<usize>> = vec![None; listed.len()];
    // Those that say the same town go first; then those of which one says none.
    for exact in [true, false] {
        for (session, which) in listed.iter().zip(&mut which).filter(|(_, which)| which.is_none()) {
            let town = session.town.as_deref().map(fold);
            *which = (0..course.sessions.len()).find(|&i| {
                let old = &course.sessions[i];
                let old_town = old.town.as_deref().map(fold);
                let same = old_town == town || !exact && (old_town.is_none() || town.is_none());
                free[i] && old.start == session.start && same
            });
            if let Some(i) = *which {
                free[i] = false;
            }
        }
    }
    for (old, _) in course.sessions.iter().zip(&free).filter(|(old, free)| **free && old.start >= today) {
        let saying = Message::new("import-session-not-listed");
        let saying = saying.with("number", course.number.as_str()).with("start", old.start);
        remarks.push(Remark { row, column: None, saying, lost: false });
    }
    let mut changes = Vec::new();
    for (session, was) in listed.into_iter().zip(which) {
        let old = was.map(|i| course.sessions[i].clone());
        let new = Session {
            start: session.start,
            end: session.end.or(old.as_ref().and_then(|old| old.end)),
            town: session
                .town
                .filter(|town| {
                    let old = old.as_ref().and_then(|old| old.town.as_deref());
                    old.is_none_or(|old| fold(old) != fold(town))
                })
                .or(old.as_ref().and_then(|old| old.town.clone())),
            seats: session.seats.or(old.as_ref().and_then(|old| old.seats)),
            free_seats: session.free_seats.or(old.as_ref().and_then(|old| old.free_seats)),
            half_days: session.half_days.unwrap_or(old.as_ref().is_some_and(|old| old.half_days)),
        };
        let fields = difference::session_fields(old.as_ref(), &new, language);
        if fields.is_empty() {
            continue;
        }
        changes.push(SessionChange { was, start: new.start, town: new.town.clone(), fields });
        match was {
            Some(i) => course.sessions[i] = new,
            None => course.sessions.push(new),
        }
    }
    course.sessions.sort_by_key(|session| session.start);
    changes
}

/// A course that is not there yet; `None` where it has expired already.
fn new(
    listed: &Listed<'_>,
    department: &Department,
    today: Date,
    remarks: &mut Vec<Remark>,
) -> Result<Option<CourseChange>, LeftOut> {
    // The longest spelling is the one whose zeroes were not dropped.
    let number = listed.rows.iter().map(|row| &row.number).max_by_key(|number| number.len());
    let number = number.cloned().unwrap_or_default();
    let row = listed.rows.first().map_or(0, |row| row.row);
    let title = listed.first(&fields::TITLE, |row| row.title.clone(), remarks);
    let listed_form = listed.first(&fields::FORM, |row| row.form, remarks);
    let exact = listed_form.filter(|form| *form != LearningForm::Course);
    let form = exact.or_else(|| form_of_number(&number)).or(listed_form);
    let areas = listed.first(&fields::AREAS, |row| row.areas.clone(), remarks);
    let expires = listed.expires(None, today, remarks);
    if expires.is_some_and(|expires| expires <= today) {
        let saying = Message::new("import-new-expired").with("number", number.as_str());
        remarks.push(Remark { row: Some(row), column: None, saying, lost: false });
        return Ok(None);
    }
    let missing = [
        (&fields::TITLE, title.is_none()),
        (&fields::FORM, form.is_none()),
        (&fields::AREAS, areas.is_none()),
    ];
    let missing: Vec<_> = missing
        .iter()
        .filter(|(_, missing)| *missing)
        .map(|(field, _)| field.key_in(listed.language))
        .collect();
    let (Some(title), Some(form), Some(areas)) = (title.clone(), form, areas) else {
        return Err(LeftOut { row, number, title, missing });
    };
    let mut course = Course {
        number,
        title,
        form,
        areas,
        provider: listed.first(&fields::PROVIDER, |row| row.provider, remarks),
        from_level: listed.first(&fields::FROM_LEVEL, |row| row.from_level, remarks),
        to_level: listed.first(&fields::TO_LEVEL, |row| row.to_level, remarks),
        days: listed.first(&fields::DAYS, |row| row.days, remarks),
        price: listed.first(&fields::PRICE, |row| row.price, remarks),
        subsidy: listed.first(&fields::SUBSIDY, |row| row.subsidy, remarks),
        expires,
        own_class: None,
        full_price: None,
        sessions: Vec::new(),
        example: false,
    };
    let sessions =
        sessions(&mut course, listed.sessions(remarks), listed.language, today, Some(row), remarks);
    let fields = difference::fields(None, &course, department);
    Ok(Some(CourseChange { was: None, course, fields, sessions }))
}

/// A labour-market course has a number of five figures, with or without a zero before it.
fn form_of_number(number: &str) -> Option<LearningForm> {
    let figures = number.bytes().all(|b| b.is_ascii_digit());
    (figures && matches!(number.len(), 5 | 6)).then_some(LearningForm::Amu)
}
