//! The calendar of absences: weeks by schools, and the offices that are empty in words.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::courses;
use crate::analysis::absences::{Absences, EmptyOffice, SchoolWeek};
use crate::analysis::groups::office_sizes;
use crate::analysis::session_absence::Cause;
use crate::department::Department;
use crate::department::settings::SchoolIndex;
use crate::language::Language;

/// The most weeks that fit side by side.
const MAX_WEEKS: usize = 26;
/// How many weeks a month spans at least where its year fits beside its name.
const WEEKS_OF_A_YEAR: usize = 3;
/// The most empty offices that are listed; more are counted.
const MAX_EMPTY: usize = 8;

/// Who is away when.
#[derive(Debug, Serialize)]
pub(crate) struct CalendarView {
    /// Parts of the year in order.
    pub(crate) panels: Vec<Panel>,
    /// The offices that are empty, as sentences.
    pub(crate) empty: Vec<String>,
}

/// Consecutive weeks.
#[derive(Debug, Serialize)]
pub(crate) struct Panel {
    pub(crate) months: Vec<MonthSpan>,
    /// The ISO numbers of the weeks.
    pub(crate) weeks: Vec<i8>,
    /// The schools where somebody is away.
    pub(crate) rows: Vec<Row>,
}

/// A month over the weeks whose Monday is in it.
#[derive(Debug, Serialize)]
pub(crate) struct MonthSpan {
    pub(crate) name: String,
    /// Given for the first month of each year that is wide enough.
    pub(crate) year: Option<i16>,
    pub(crate) weeks: usize,
}

#[derive(Debug, Serialize)]
pub(crate) struct Row {
    pub(crate) school: String,
    /// The number of secretaries.
    pub(crate) office: usize,
    pub(crate) cells: Vec<WeekCell>,
}

#[derive(Debug, Serialize)]
pub(crate) struct WeekCell {
    /// The number of people who are away, those of suggested courses in brackets, with an exclamation
    /// mark where the office is empty; empty for nobody.
    pub(crate) text: String,
    pub(crate) kind: CellKind,
    /// Whether what `kind` says comes true only with courses that the program suggests.
    pub(crate) is_suggested: bool,
}

impl WeekCell {
    fn of(week: &SchoolWeek) -> Self {
        let suggested = week.suggested.len();
        let planned = week.people.len() - suggested;
        let kind = match week {
            _ if week.is_empty || week.could_be_empty => CellKind::Empty,
            _ if week.half_days => CellKind::HalfDays,
            _ => CellKind::WholeDays,
        };
        let is_suggested = planned == 0 || (kind == CellKind::Empty && !week.is_empty);
        let mut text = if planned > 0 { planned.to_string() } else { String::new() };
        if suggested > 0 {
            text.push_str(&format!("({suggested})"));
        }
        if kind == CellKind::Empty {
            text.push('!');
        }
        Self { text, kind, is_suggested }
    }
}

/// How a week is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum CellKind {
    Nobody,
    /// In half days only.
    HalfDays,
    WholeDays,
    /// The office is empty at some time.
    Empty,
}

/// The calendar of `schools`, in their order.
pub(crate) fn view(
    absences: &Absences,
    schools: &[SchoolIndex],
    department: &Department,
    language: &Language,
) -> CalendarView {
    let weeks = absences.by_week();
    let mondays: Vec<Date> = {
        let own = || weeks.keys().filter(|(school, _)| schools.contains(school)).map(|(_, monday)| *monday);
        let (first, last) = (own().min(), own().max());
        let next = |monday: &Date| monday.checked_add(jiff::Span::new().weeks(1)).ok();
        let all = std::iter::successors(first, next);
        all.take_while(|monday| last.is_some_and(|last| *monday <= last)).collect()
    };
    let panels =
        mondays.chunks(MAX_WEEKS).map(|mondays| panel(mondays, &weeks, schools, department, language));
    let own = |empty: &&EmptyOffice| schools.contains(&empty.school);
    let all: Vec<String> =
        absences.empty.iter().filter(own).map(|empty| sentence(empty, department, language)).collect();
    let more = all.len().saturating_sub(MAX_EMPTY);
    let more = (more > 0).then(|| language.say("calendar-more", &[("count", more.into())]));
    CalendarView {
        panels: panels.filter(|panel| !panel.rows.is_empty()).collect(),
        empty: all.into_iter().take(MAX_EMPTY).chain(more).collect(),
    }
}

fn panel(
    mondays: &[Date],
    weeks: &BTreeMap<(SchoolIndex, Date), SchoolWeek>,
    schools: &[SchoolIndex],
    department: &Department,
    language: &Language,
) -> Panel {
    let offices = office_sizes(department);
    let nobody = || WeekCell { text: String::new(), kind: CellKind::Nobody, is_suggested: false };
    let cell = |week: Option<&SchoolWeek>| week.map_or_else(nobody, WeekCell::of);
    let row = |&school: &SchoolIndex| Row {
        school: department.settings.schools[school.0].name.clone(),
        office: offices[school.0],
        cells: mondays.iter().map(|&monday| cell(weeks.get(&(school, monday)))).collect(),
    };
    let mut months: Vec<MonthSpan> = Vec::new();
    let mut last = None;
    for monday in mondays {
        let month = (monday.year(), monday.month());
        match months.last_mut().filter(|_| last == Some(month)) {
            Some(span) => span.weeks += 1,
            None => {
                let year = Some(monday.year());
                months.push(MonthSpan { name: language.short_month(*monday), year, weeks: 1 });
            }
        }
        last = Some(month);
    }
    let mut shown = None;
    for month in &mut months {
        month.year = month.year.filter(|year| month.weeks >= WEEKS_OF_A_YEAR && shown != Some(*year));
        shown = month.year.or(shown);
    }
    let rows = schools.iter().map(row);
    Panel {
        months,
        weeks: mondays.iter().map(|monday| monday.iso_week_date().week()).collect(),
        rows: rows.filter(|row| row.cells.iter().any(|cell| cell.kind != CellKind::Nobody)).collect(),
    }
}

/// The days on which an office is empty.
pub(super) fn days(empty: &EmptyOffice, language: &Language) -> String {
    let (first, last) = (language.short_date(empty.first), language.short_date(empty.last));
    if empty.first == empty.last { first } else { format!("{first} – {last}") }
}

/// An empty office in words: school, days and courses.
fn sentence(empty: &EmptyOffice, department: &Department, language: &Language) -> String {
    let name = |cause: &Cause| match *cause {
        Cause::Course(course) => courses::name(&department.catalogue.courses[course.0]),
        Cause::Programme(number) => department.programmes.all[number].name.clone(),
    };
    let names: Vec<String> = empty.causes.iter().map(name).collect();
    let days = days(empty, language);
    let key = match (empty.alone, empty.half_days) {
        (false, false) => "calendar-empty",
        (false, true) => "calendar-empty-half",
        (true, false) => "calendar-alone",
        (true, true) => "calendar-alone-half",
    };
    let school = department.settings.schools[empty.school.0].name.as_str();
    let mut courses = names.join("; ");
    if empty.is_suggested {
        courses.push(' ');
        courses.push_str(&language.say("calendar-suggested", &[]));
    }
    let facts = [("school", school.into()), ("days", days.into()), ("courses", courses.into())];
    language.say(key, &facts)
}
