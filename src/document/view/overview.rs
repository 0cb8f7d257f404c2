//! The first pages of a booklet, which the pages of `serve` show too: what has to be decided, the
//! year, and who is away when.

use jiff::civil::Date;

use super::calendar::{self, CalendarView};
use super::decision::{self, DecisionInputs, DecisionView};
use super::year::{self, YearView};
use crate::analysis::absences::Absences;
use crate::analysis::coverage::{SchoolCoverage, coverage};
use crate::analysis::status::DepartmentStatus;
use crate::analysis::{Analysis, people_order, year as year_dates};
use crate::department::settings::SchoolIndex;
use crate::department::{Department, PersonIndex};
use crate::language::Language;

/// The first pages.
pub(crate) struct Overview {
    pub(crate) decision: DecisionView,
    pub(crate) year: YearView,
    pub(crate) calendar: CalendarView,
}

/// The inputs of an overview of a department, or of one school.
#[derive(Clone, Copy)]
pub(crate) struct OverviewInputs<'a> {
    pub department: &'a Department,
    pub language: &'a Language,
    /// The people that it covers.
    pub people: &'a [PersonIndex],
    /// The analysis of these people.
    pub analysis: &'a Analysis,
    /// The status of these people.
    pub status: &'a DepartmentStatus,
    /// The reference day.
    pub on: Date,
    /// The school, if it is an overview of one.
    pub school: Option<SchoolIndex>,
}

/// The overview of a department or school.
pub(crate) fn view(inputs: OverviewInputs<'_>) -> Overview {
    let OverviewInputs { department, language, people, analysis, status, .. } = inputs;
    let schools = schools(people, department, language);
    let events = year_dates::events(analysis, department, people);
    let absences = Absences::of(&analysis.schedule, &analysis.demand, department);
    let decision = decision::view(DecisionInputs {
        department,
        language,
        analysis,
        absences: &absences,
        coverage: &coverage_of(&schools, department),
        status,
        events: &events,
        on: inputs.on,
        school: inputs.school,
    });
    Overview {
        decision,
        year: year::view(&events, status, language),
        calendar: calendar::view(&absences, &schools, department, language),
    }
}

/// The schools of `people`, in the order of documents.
pub(super) fn schools(
    people: &[PersonIndex],
    department: &Department,
    language: &Language,
) -> Vec<SchoolIndex> {
    let has_people =
        |school: &SchoolIndex| people.iter().any(|&person| department.people[person].school == *school);
    people_order::sorted_schools(department, language).into_iter().filter(has_people).collect()
}

/// The coverage of roles at `schools`, in their order.
pub(super) fn coverage_of(schools: &[SchoolIndex], department: &Department) -> Vec<SchoolCoverage> {
    let mut all = coverage(department);
    all.retain(|coverage| schools.contains(&coverage.school));
    all.sort_by_key(|coverage| schools.iter().position(|school| *school == coverage.school));
    all
}
