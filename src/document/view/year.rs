//! The year as a picture: a band of months with what happens in them, and where each school stands.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::Fact;
use crate::analysis::status::{DepartmentStatus, SchoolStatus};
use crate::analysis::year::YearEvent;
use crate::language::Language;

/// The most months in the band; later events are in the lists only.
const MAX_MONTHS: usize = 18;

/// The annual cycle.
#[derive(Debug, Serialize)]
pub(crate) struct YearView {
    /// The months by their short names, each with its year if it is the first of it.
    months: Vec<Month>,
    lanes: Vec<Lane>,
    /// The deadlines with their dates and how many are done.
    deadlines: Vec<Fact>,
    schools: Vec<SchoolRow>,
}

#[derive(Debug, Serialize)]
struct Month {
    name: String,
    /// The year, for the first month of it.
    year: Option<String>,
}

/// A kind of event with its number or days in each month, empty where there is none.
#[derive(Debug, Serialize)]
struct Lane {
    label: String,
    /// Whether the cells are days of the month.
    days: bool,
    cells: Vec<String>,
}

/// A school's counts, with the share of its people for those that grow to all of them.
#[derive(Debug, Serialize)]
struct SchoolRow {
    school: String,
    people: usize,
    with_errors: usize,
    talks: Progress,
    agreed: Progress,
    overdue: usize,
}

#[derive(Debug, Serialize)]
struct Progress {
    count: usize,
    /// The share of the people, from 0 to 1.
    share: f64,
}

/// The message keys of the lanes, in order.
const LANES: [&str; 5] =
    ["lane-deadlines", "lane-talks", "lane-registration", "lane-groups", "lane-follow-ups"];

/// The lane of an event.
fn lane(event: &YearEvent) -> usize {
    match event {
        YearEvent::Deadline(_) => 0,
        YearEvent::Talk(_) => 1,
        YearEvent::Registration { .. } => 2,
        YearEvent::Session { .. } => 3,
        YearEvent::FollowUp(_) => 4,
    }
}

/// The year of a department or school; `events` are in order.
pub(crate) fn view(events: &[(Date, YearEvent)], status: &DepartmentStatus, language: &Language) -> YearView {
    let months = months(events);
    let mut cells: BTreeMap<(usize, Date), Vec<Date>> = BTreeMap::new();
    for (date, event) in events {
        cells.entry((lane(event), date.first_of_month())).or_default().push(*date);
    }
    let cell = |lane: usize, month: Date| match cells.get(&(lane, month)) {
        Some(dates) if lane == 0 => {
            let days: Vec<String> = dates.iter().map(|date| format!("{}.", date.day())).collect();
            days.join(" ")
        }
        Some(dates) => dates.len().to_string(),
        None => String::new(),
    };
    let lanes = LANES.iter().enumerate().map(|(i, key)| Lane {
        label: language.say(key, &[]),
        days: i == 0,
        cells: months.iter().map(|&month| cell(i, month)).collect(),
    });
    let mut year = None;
    let month = |&month: &Date| {
        let first = year.replace(month.year()) != Some(month.year());
        Month { name: language.short_month(month), year: first.then(|| month.year().to_string()) }
    };
    let lanes = lanes.filter(|lane| lane.cells.iter().any(|cell| !cell.is_empty())).collect();
    let deadlines = status.deadlines.iter().map(|deadline| {
        let date = language.date(deadline.date);
        let done = deadline.done.map(|done| {
            let facts = [("done", done.into()), ("all", status.people.len().into())];
            language.say("due-done", &facts)
        });
        Fact {
            label: language.say(deadline.what.word_key(), &[]),
            value: [Some(date), done].into_iter().flatten().collect::<Vec<_>>().join(", "),
        }
    });
    YearView {
        months: months.iter().map(month).collect(),
        lanes,
        deadlines: deadlines.collect(),
        schools: status.schools.iter().map(|school| school_row(school, language)).collect(),
    }
}

/// The first days of the months from the first event to the last.
fn months(events: &[(Date, YearEvent)]) -> Vec<Date> {
    let (Some((first, _)), Some((last, _))) = (events.first(), events.last()) else { return Vec::new() };
    let next = |month: &Date| month.checked_add(jiff::Span::new().months(1)).ok();
    let months = std::iter::successors(Some(first.first_of_month()), next);
    months.take_while(|month| month <= last).take(MAX_MONTHS).collect()
}

fn school_row(school: &SchoolStatus, language: &Language) -> SchoolRow {
    let progress = |count: usize| Progress { count, share: count as f64 / school.people.max(1) as f64 };
    SchoolRow {
        school: school.name.clone().unwrap_or_else(|| language.say("status-unknown", &[])),
        people: school.people,
        with_errors: school.with_errors,
        talks: progress(school.talks_held),
        agreed: progress(school.agreed),
        overdue: school.overdue,
    }
}
