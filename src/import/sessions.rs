//! The rows of one course as its sessions.
//!
//! A row may be a session or one of its meetings, and two rows of one day may be two groups.
//! The name of the group decides; without one, the length of the course or the catalogue.
//! Where neither does, the rows are left out, and both meanings are reported.

use indexmap::IndexMap;
use jiff::civil::Date;

use super::list::{ListedRow, ListedSession};
use super::period::{joined, next_working_day, working_days};
use super::places;
use super::remark::{Remark, RowLocation, count};
use crate::department::catalogue::{Session, Teaching};
use crate::department::values::{Amount, Period};
use crate::language::Message;
use crate::source::spelling::fold;

/// The most days between two meetings of one group.
const MAX_BETWEEN_MEETINGS: i32 = 31;

/// Rows with the same key may be about the same session.
#[derive(PartialEq, Eq, Hash)]
struct Key {
    group: Option<String>,
    /// `None` where the group decides.
    start: Option<Date>,
    town: Option<String>,
    cancelled: bool,
}

/// The sessions of a course with these `rows` in the list and `known` sessions in the catalogue, which takes
/// `days`.
pub(super) fn sessions(
    rows: &[&ListedRow],
    known: &[Session],
    days: Option<Amount>,
    remarks: &mut Vec<Remark>,
) -> Vec<ListedSession> {
    let mut by_key: IndexMap<Key, Vec<(RowLocation, ListedSession)>> = IndexMap::new();
    for (row, session) in rows.iter().flat_map(|row| row.sessions.iter().map(move |session| (row, session))) {
        let group = session.group.as_deref().map(fold);
        let session = ListedSession { cancelled: session.cancelled || row.withdrawn, ..session.clone() };
        let key = Key {
            start: group.is_none().then_some(session.start),
            group,
            town: session.town.as_deref().map(|town| fold(places::town(town))),
            cancelled: session.cancelled,
        };
        by_key.entry(key).or_default().push((row.at.clone(), session));
    }
    let mut sessions = Vec::new();
    for (key, rows) in by_key {
        if key.group.is_some() {
            sessions.extend(of_group(rows, days, remarks));
        } else {
            sessions.extend(of_day(rows, remarks));
        }
    }
    joined_meetings(sessions, known, days, remarks)
}

/// The sessions of rows with one group's name; rows of one session are its meetings.
fn of_group(
    mut rows: Vec<(RowLocation, ListedSession)>,
    days: Option<Amount>,
    remarks: &mut Vec<Remark>,
) -> Vec<(RowLocation, ListedSession)> {
    rows.sort_by_key(|(_, session)| session.start);
    let mut sessions: Vec<(RowLocation, ListedSession)> = Vec::new();
    for (at, session) in rows {
        match sessions.last_mut() {
            Some((first_at, first)) if is_same_session(first, &session, days) => {
                if (first.start, first.end) != (session.start, session.end) {
                    let blocks = joined(first.periods().into_iter().chain(session.periods()));
                    first.end = blocks.last().map(|block| block.last);
                    first.blocks = if blocks.len() > 1 { blocks } else { Vec::new() };
                }
                let other = ListedSession { end: first.end, blocks: first.blocks.clone(), ..session };
                add(first, first_at, &other, &at, remarks);
            }
            _ => sessions.push((at, session)),
        }
    }
    sessions
}

/// Whether two rows with one group's name, of which `next` begins later, are meetings of one session of
/// a course that takes `days`. If the length of the course does not tell, the time between them does.
fn is_same_session(first: &ListedSession, next: &ListedSession, days: Option<Amount>) -> bool {
    if (first.start, first.end) == (next.start, next.end) {
        return true;
    }
    let hundredths = |session: &ListedSession| {
        let is_half = session.half_days == Some(true) || session.teaching == Some(Teaching::Evening);
        let days: i64 = session.periods().into_iter().map(working_days).sum();
        days * if is_half { 50 } else { 100 }
    };
    if let Some(days) = days.map(|days| days.hundredths) {
        let (one, other) = (hundredths(first), hundredths(next));
        if one >= days && other >= days {
            return false;
        }
        if one + other <= days {
            return true;
        }
    }
    let last = first.end.unwrap_or(first.start);
    last.until(next.start).is_ok_and(|between| between.get_days() <= MAX_BETWEEN_MEETINGS)
}

impl ListedSession {
    /// The days on which it meets.
    fn periods(&self) -> Vec<Period> {
        if self.blocks.is_empty() {
            vec![Period { first: self.start, last: self.end.unwrap_or(self.start) }]
        } else {
            self.blocks.clone()
        }
    }
}

/// The session of rows with one day and place.
fn of_day(
    rows: Vec<(RowLocation, ListedSession)>,
    remarks: &mut Vec<Remark>,
) -> Option<(RowLocation, ListedSession)> {
    let mut rows = rows.into_iter();
    let (first_at, mut first) = rows.next()?;
    for (at, session) in rows {
        add(&mut first, &first_at, &session, &at, remarks);
    }
    Some((first_at, first))
}

/// Adds another row about the same session to `first`, and reports differences.
fn add(
    first: &mut ListedSession,
    first_at: &RowLocation,
    other: &ListedSession,
    at: &RowLocation,
    remarks: &mut Vec<Remark>,
) {
    fn is_other<T: PartialEq>(one: &Option<T>, other: &Option<T>) -> bool {
        one.is_some() && other.is_some() && one != other
    }
    if is_other(&first.seats, &other.seats)
        || is_other(&first.free_seats, &other.free_seats)
        || is_other(&first.end, &other.end)
        || !first.blocks.is_empty() && !other.blocks.is_empty() && first.blocks != other.blocks
        || is_other(&first.half_days, &other.half_days)
        || is_other(&first.registration, &other.registration)
        || is_other(&first.teaching, &other.teaching)
    {
        let message = Message::new("import-session-twice").with("row", first_at.seen_from(at));
        remarks.push(Remark::lost(at, message));
    }
    if first.blocks.is_empty() && first.end.is_none_or(|end| Some(end) == other.end) {
        first.blocks.clone_from(&other.blocks);
    }
    first.end = first.end.or(other.end);
    first.seats = first.seats.or(other.seats);
    first.free_seats = first.free_seats.or(other.free_seats);
    first.half_days = first.half_days.or(other.half_days);
    first.registration = first.registration.or(other.registration);
    first.guaranteed = first.guaranteed.or(other.guaranteed);
    first.teaching = first.teaching.or(other.teaching);
}

/// Joins rows of one working day after the other, with the same place and seats and without
/// a last day, where they are the meetings of one session.
fn joined_meetings(
    sessions: Vec<(RowLocation, ListedSession)>,
    known: &[Session],
    days: Option<Amount>,
    remarks: &mut Vec<Remark>,
) -> Vec<ListedSession> {
    let may_be_meeting =
        |session: &ListedSession| session.group.is_none() && session.end.is_none() && !session.cancelled;
    let (meetings, whole): (Vec<_>, Vec<_>) =
        sessions.into_iter().partition(|(_, session)| may_be_meeting(session));
    let mut alike: IndexMap<_, Vec<(RowLocation, ListedSession)>> = IndexMap::new();
    for (at, session) in meetings {
        let town = session.town.as_deref().map(|town| fold(places::town(town)));
        alike.entry((town, session.seats, session.free_seats)).or_default().push((at, session));
    }
    let mut joined: Vec<ListedSession> = whole.into_iter().map(|(_, session)| session).collect();
    for mut rows in alike.into_values() {
        rows.sort_by_key(|(_, session)| session.start);
        let follows = |one: &(RowLocation, ListedSession), next: &(RowLocation, ListedSession)| {
            next_working_day(one.1.start) == Some(next.1.start)
        };
        for run in rows.chunk_by(follows) {
            let [(first_at, first), .., (_, last)] = run else {
                joined.extend(run.iter().map(|(_, session)| session.clone()));
                continue;
            };
            match meaning(run.len(), first, last, known, days) {
                Meaning::One { half_days } => {
                    let half_days = first.half_days.or(half_days.then_some(true));
                    joined.push(ListedSession { end: Some(last.start), half_days, ..first.clone() });
                }
                Meaning::Each => joined.extend(run.iter().map(|(_, session)| session.clone())),
                Meaning::Unknown => {
                    let message = Message::new("import-one-or-many").with("start", first.start);
                    let message = message.with("end", last.start).with("rows", count(run.len()));
                    remarks.push(Remark::lost(first_at, message));
                }
            }
        }
    }
    joined
}

/// What rows of successive days are.
enum Meaning {
    One { half_days: bool },
    Each,
    Unknown,
}

fn meaning(
    count: usize,
    first: &ListedSession,
    last: &ListedSession,
    known: &[Session],
    days: Option<Amount>,
) -> Meaning {
    let same_place = |session: &Session| match (&session.town, &first.town) {
        (Some(one), Some(other)) => places::is_same(one, other),
        _ => true,
    };
    let known_starts = |day: Date| known.iter().any(|known| known.start == day && same_place(known));
    let spans = |known: &Session| known.start == first.start && known.last_day() >= last.start;
    if known.iter().any(|known| spans(known) && same_place(known)) {
        return Meaning::One { half_days: false };
    }
    if known_starts(first.start) && known_starts(last.start) {
        return Meaning::Each;
    }
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    match days.map(|days| days.hundredths) {
        Some(days) if (days + 99) / 100 == count => Meaning::One { half_days: false },
        Some(days) if (days * 2 + 99) / 100 == count => Meaning::One { half_days: true },
        Some(..=100) => Meaning::Each,
        _ => Meaning::Unknown,
    }
}
