//! Merges the rows of a list into the catalogue.
//!
//! The list overrides the fields that the provider owns: title, form, provider, days,
//! prices, expiry, dates, seats. Areas and levels are the department's. Nothing is
//! deleted, since a list may be of half a year or of one town.

use std::collections::{HashMap, HashSet};

use indexmap::IndexMap;
use jiff::civil::Date;

use super::difference::{self, FieldChange, SessionChange};
use super::existing::ExistingCatalogue;
use super::list::{ListedRow, ListedSession};
use super::remark::{Remark, RowLocation, count};
use super::{places, sessions};
use crate::department::Department;
use crate::department::catalogue::{Catalogue, Course, CourseIndex, Session, has_expired};
use crate::department::learning_form::LearningForm;
use crate::department::values::Amount;
use crate::fields::{Field, course as fields};
use crate::language::{Message, Tag};
use crate::source::spelling::fold;

/// What changes in one course, or a new one.
#[derive(Clone, Debug)]
pub(crate) struct CourseChange {
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
pub(crate) struct LeftOut {
    /// The first row about it.
    pub at: RowLocation,
    pub number: String,
    pub title: Option<String>,
    /// The keys that it can't be without.
    pub missing: Vec<&'static str>,
}

/// The changes to the catalogue.
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
            CourseIdentity::Known(index) => {
                named.push(index);
                let change = changed(index, &listed, department, today, remarks);
                merged.changed.extend(change);
            }
            CourseIdentity::New(_) => match new(&listed, department, today, remarks) {
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
            let open = !course.has_expired(Some(today));
            open && providers.contains(&course.provider) && !named.contains(&CourseIndex(*i))
        })
        .map(|(_, course)| (course.number.clone(), course.title.clone()))
        .collect()
}

/// The course that rows are about.
#[derive(Clone, PartialEq, Eq, Hash)]
enum CourseIdentity {
    Known(CourseIndex),
    /// By the number without what spreadsheets drop.
    New(String),
}

/// The rows about one course.
struct Listed<'a> {
    who: CourseIdentity,
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
    let in_file: HashSet<String> = there.numbers().iter().map(|number| zeroless(number)).collect();
    let mut without_zeroes: HashMap<String, Vec<CourseIndex>> = HashMap::new();
    for (i, course) in catalogue.courses.iter().enumerate() {
        without_zeroes.entry(zeroless(&course.number)).or_default().push(CourseIndex(i));
    }
    let mut courses: IndexMap<CourseIdentity, Vec<&ListedRow>> = IndexMap::new();
    for row in rows {
        let bare = zeroless(&row.number);
        let exact = catalogue.course(&row.number);
        let alike = without_zeroes.get(&bare).map_or(&[][..], Vec::as_slice);
        let who = match (exact, alike) {
            (Some(index), _) => CourseIdentity::Known(index),
            (None, [index]) => {
                let number = &catalogue.courses[index.0].number;
                if !courses.contains_key(&CourseIdentity::Known(*index)) {
                    let message = Message::new("import-zeroes").with("number", row.number.as_str());
                    remarks.push(Remark::note(&row.at, message.with("there", number.as_str())));
                }
                CourseIdentity::Known(*index)
            }
            // Two courses that differ in nothing but zeroes are known by them only.
            (None, [_, _, ..]) => {
                let message = Message::new("import-which-number").with("number", row.number.as_str());
                remarks.push(Remark::lost(&row.at, message));
                continue;
            }
            (None, []) if in_file.contains(&bare) => {
                let message = Message::new("import-broken-there").with("number", row.number.as_str());
                remarks.push(Remark::lost(&row.at, message));
                continue;
            }
            (None, []) => CourseIdentity::New(bare),
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

impl Listed<'_> {
    /// The first value in the rows; reports rows with another one.
    fn first<T: PartialEq + Clone>(
        &self,
        field: &'static Field,
        value: impl Fn(&ListedRow) -> Option<T>,
        remarks: &mut Vec<Remark>,
    ) -> Option<T> {
        let mut values = self.rows.iter().filter_map(|row| Some((&row.at, value(row)?)));
        let (first_at, first) = values.next()?;
        for (at, _) in values.filter(|(_, other)| *other != first) {
            let column = Some(field.key_in(self.language).to_owned());
            let message = Message::new("import-says-otherwise").with("row", first_at.seen_from(at));
            remarks.push(Remark { column, ..Remark::lost(at, message) });
        }
        Some(first)
    }

    /// Whether the list withdraws the whole course, and not only some of its sessions.
    fn is_withdrawn(&self) -> bool {
        let mut withdrawn = self.rows.iter().filter(|row| row.withdrawn).peekable();
        withdrawn.peek().is_some()
            && (withdrawn.any(|row| row.sessions.is_empty()) || self.rows.iter().all(|row| row.withdrawn))
    }

    /// The sessions of the course; the catalogue has `known` ones.
    fn sessions(
        &self,
        known: &[Session],
        days: Option<Amount>,
        remarks: &mut Vec<Remark>,
    ) -> Vec<ListedSession> {
        if self.is_withdrawn() { Vec::new() } else { sessions::sessions(&self.rows, known, days, remarks) }
    }

    /// Last day on which the course can be taken, by the list or else as `now`; if it is withdrawn, today.
    fn expires(&self, now: Option<Date>, today: Date, remarks: &mut Vec<Remark>) -> Option<Date> {
        let listed = self.first(&fields::EXPIRES, |row| row.expires, remarks);
        let withdrawn = self.is_withdrawn();
        match (listed, now) {
            (Some(day), _) => Some(day),
            // A course that has expired by then stays so, or each run would move the day.
            (None, Some(day)) if withdrawn && has_expired(Some(day), Some(today)) => Some(day),
            (None, _) if withdrawn => Some(today),
            (None, now) => now,
        }
    }
}

/// The changes to a course of the catalogue.
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
    course.full_price =
        listed.first(&fields::FULL_PRICE, |row| row.full_price, remarks).or(course.full_price);
    course.subsidy = listed.first(&fields::SUBSIDY, |row| row.subsidy, remarks).or(course.subsidy);
    course.from_level =
        course.from_level.or(listed.first(&fields::FROM_LEVEL, |row| row.from_level, remarks));
    course.to_level = course.to_level.or(listed.first(&fields::TO_LEVEL, |row| row.to_level, remarks));
    course.expires = listed.expires(course.expires, today, remarks);
    let areas = listed.rows.iter().find_map(|row| row.areas.as_ref());
    let other_areas = areas.is_some_and(|areas| areas.iter().any(|area| !old.areas.contains(area)));
    let level = |now: Option<i64>, listed_level: fn(&ListedRow) -> Option<i64>| {
        listed.rows.iter().filter_map(|row| listed_level(row)).any(|level| now != Some(level))
    };
    if other_areas
        || level(course.from_level, |row| row.from_level)
        || level(course.to_level, |row| row.to_level)
    {
        remarks.push(Remark::general(Message::new("import-own-kept").with("number", old.number.as_str())));
    }
    let listed_sessions = listed.sessions(&old.sessions, course.days, remarks);
    let sessions = put_sessions(&mut course, listed_sessions, listed.language, today, remarks);
    let fields = difference::fields(Some(old), &course, department);
    if fields.is_empty() && sessions.is_empty() {
        return None;
    }
    if old.example {
        let message = Message::new("import-example").with("number", old.number.as_str());
        remarks.push(Remark::general(message));
    }
    Some(CourseChange { was: Some(index), course, fields, sessions })
}

/// Puts the sessions of a list into `course` and returns the changes.
fn put_sessions(
    course: &mut Course,
    listed: Vec<ListedSession>,
    language: Tag,
    today: Date,
    remarks: &mut Vec<Remark>,
) -> Vec<SessionChange> {
    if listed.is_empty() {
        return Vec::new();
    }
    let (which, free) = matched(&course.sessions, &listed);
    let not_listed = course.sessions.iter().zip(&free).filter(|(old, free)| **free && old.start >= today);
    let not_listed: Vec<String> = not_listed.map(|(old, _)| old.start.to_string()).collect();
    if !not_listed.is_empty() {
        let message = Message::new("import-session-not-listed").with("course", course.number.as_str());
        let message = message.with("count", count(not_listed.len())).with("start", not_listed.join(", "));
        remarks.push(Remark::general(message));
    }
    let mut changes = Vec::new();
    for (session, was) in listed.into_iter().zip(which) {
        let old = was.map(|i| course.sessions[i].clone());
        if session.cancelled {
            let key = if old.is_some() { "import-cancelled" } else { "import-cancelled-elsewhere" };
            let message = Message::new(key).with("course", course.number.as_str());
            remarks.push(Remark::general(message.with("start", session.start)));
            if old.is_none() {
                continue;
            }
        }
        let new = new_session(&session, old.as_ref());
        let fields = difference::session_fields(old.as_ref(), &new, language);
        if fields.is_empty() {
            continue;
        }
        let closes = new.free() == 0 && old.as_ref().is_some_and(|old| old.free() > 0);
        changes.push(SessionChange { was, start: new.start, town: new.town.clone(), fields, closes });
        match was {
            Some(i) => course.sessions[i] = new,
            None => course.sessions.push(new),
        }
    }
    course.sessions.sort_by_key(|session| session.start);
    changes
}

/// Which of the sessions in the file each listed one is, and which of the file's are left over.
fn matched(there: &[Session], listed: &[ListedSession]) -> (Vec<Option<usize>>, Vec<bool>) {
    let mut free = vec![true; there.len()];
    let mut which = vec![None; listed.len()];
    // The most alike go first: two groups may begin on one day.
    let alike: [fn(&Session, &ListedSession) -> bool; 5] = [
        |old, new| {
            same_town(old, new)
                && new.seats.is_some_and(|seats| old.seats == Some(seats))
                && old.end == new.end
        },
        |old, new| same_town(old, new) && old.end == new.end,
        same_town,
        |old, new| {
            old.town.as_deref().zip(new.town.as_deref()).is_some_and(|(old, new)| places::is_same(old, new))
        },
        |old, new| old.town.is_none() || new.town.is_none(),
    ];
    for is_alike in alike {
        for (session, which) in listed.iter().zip(&mut which).filter(|(_, which)| which.is_none()) {
            let found = (0..there.len())
                .find(|&i| free[i] && there[i].start == session.start && is_alike(&there[i], session));
            if let Some(i) = found {
                free[i] = false;
                *which = Some(i);
            }
        }
    }
    (which, free)
}

fn same_town(old: &Session, new: &ListedSession) -> bool {
    old.town.as_deref().map(fold) == new.town.as_deref().map(fold)
}

/// The updated session. Fields that the list lacks stay; a place keeps its spelling.
fn new_session(listed: &ListedSession, old: Option<&Session>) -> Session {
    let old_town = old.and_then(|old| old.town.clone());
    let new_town = listed.town.as_deref().map(|town| places::town(town).to_owned());
    let end = listed.end.or(old.and_then(|old| old.end));
    // Blocks that don't span the first day to the last any more are out of date.
    let old_blocks = || old.filter(|old| old.end == end).map(|old| old.blocks.clone()).unwrap_or_default();
    Session {
        start: listed.start,
        end,
        blocks: if listed.blocks.is_empty() { old_blocks() } else { listed.blocks.clone() },
        town: old_town.or(new_town),
        seats: listed.seats.or(old.and_then(|old| old.seats)),
        // A cancelled session has no seats.
        free_seats: if listed.cancelled {
            Some(0)
        } else {
            listed.free_seats.or(old.and_then(|old| old.free_seats))
        },
        half_days: listed.half_days.unwrap_or(old.is_some_and(|old| old.half_days)),
        registration: listed.registration.or(old.and_then(|old| old.registration)),
        guaranteed: listed.guaranteed.unwrap_or(old.is_some_and(|old| old.guaranteed)),
        teaching: listed.teaching.or(old.and_then(|old| old.teaching)),
    }
}

/// A course that is not there yet; `None` where it has expired already or is withdrawn.
fn new(
    listed: &Listed<'_>,
    department: &Department,
    today: Date,
    remarks: &mut Vec<Remark>,
) -> Result<Option<CourseChange>, LeftOut> {
    // The longest spelling is the one whose zeroes were not dropped.
    let number = listed.rows.iter().map(|row| &row.number).max_by_key(|number| number.len());
    let number = number.cloned().unwrap_or_default();
    let at = listed.rows.first().map(|row| row.at.clone()).unwrap_or_default();
    let title = listed.first(&fields::TITLE, |row| row.title.clone(), remarks);
    let listed_form = listed.first(&fields::FORM, |row| row.form, remarks);
    let exact = listed_form.filter(|form| *form != LearningForm::Course);
    let form = exact.or_else(|| form_of_number(&number)).or(listed_form);
    let areas = listed.first(&fields::AREAS, |row| row.areas.clone(), remarks);
    let expires = listed.expires(None, today, remarks);
    // A catalogue keeps a withdrawn course for the plans that name it; none names a new one.
    let is_withdrawn = listed.is_withdrawn() && expires <= Some(today);
    if is_withdrawn || has_expired(expires, Some(today)) {
        let message = Message::new("import-new-expired").with("number", number.as_str());
        remarks.push(Remark::note(&at, message));
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
        return Err(LeftOut { at, number, title, missing });
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
        full_price: listed.first(&fields::FULL_PRICE, |row| row.full_price, remarks),
        sessions: Vec::new(),
        example: false,
    };
    let listed_sessions = listed.sessions(&[], course.days, remarks);
    let sessions = put_sessions(&mut course, listed_sessions, listed.language, today, remarks);
    let fields = difference::fields(None, &course, department);
    Ok(Some(CourseChange { was: None, course, fields, sessions }))
}

/// A labour-market course has a number of five figures, with or without a zero before it.
fn form_of_number(number: &str) -> Option<LearningForm> {
    let figures = number.bytes().all(|b| b.is_ascii_digit());
    (figures && matches!(number.len(), 5 | 6)).then_some(LearningForm::Amu)
}
