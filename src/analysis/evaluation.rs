//! Evaluation of the year: plan lines by status, lifts reached, and money spent.

use std::collections::{BTreeMap, BTreeSet};

use super::cost::Cost;
use crate::department::Department;
use crate::department::catalogue::CourseIndex;
use crate::department::profile::{Activity, Profile, Status, What};
use crate::department::role_model::AreaIndex;

/// The evaluation of a department's year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Evaluation {
    /// The lines of last year's plans by status, without empty rows.
    pub last_year: Vec<StatusCount>,
    /// The lines of this year's plans by status, without empty rows.
    pub this_year: Vec<StatusCount>,
    /// The areas in which people had a level last year.
    pub lifts: Vec<AreaLifts>,
    /// The courses of this year's plans that are finished, each with the number of people.
    pub finished: BTreeMap<CourseIndex, usize>,
    /// Their cost.
    pub spent: Cost,
}

/// Plan lines with the same status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct StatusCount {
    /// The status; `None` for lines without one.
    pub status: Option<Status>,
    /// Number of lines.
    pub lines: usize,
    /// Number of people who have such a line.
    pub people: usize,
}

/// How the levels of an area have changed since last year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct AreaLifts {
    /// Index in the role model.
    pub area: AreaIndex,
    /// People with a level last year and now.
    pub people: usize,
    /// Number of them whose level is higher now.
    pub higher: usize,
    /// Number of them whose level is lower now.
    pub lower: usize,
}

impl Evaluation {
    /// The evaluation over `people`.
    pub(crate) fn of<'a>(department: &Department, people: impl Iterator<Item = &'a Profile> + Clone) -> Self {
        let last = |person: &Profile| person.last_plan.iter().map(|line| line.status).collect::<Vec<_>>();
        let this = |person: &Profile| person.plan.iter().map(|line| line.status).collect::<Vec<_>>();
        let areas = (0..department.role_model.areas.len()).map(AreaIndex);
        let mut finished: BTreeMap<CourseIndex, usize> = BTreeMap::new();
        for person in people.clone() {
            let done = person.plan.iter().filter(|line| line.status == Some(Status::Done));
            // Two lines may name one course.
            let courses: BTreeSet<CourseIndex> = done.filter_map(course_of).collect();
            courses.into_iter().for_each(|course| *finished.entry(course).or_default() += 1);
        }
        let cost = |(course, people): (&CourseIndex, &usize)| {
            Cost::of(&department.catalogue.courses[course.0], *people)
        };
        Self {
            last_year: status_counts(people.clone().map(last)),
            this_year: status_counts(people.clone().map(this)),
            lifts: areas.filter_map(|area| AreaLifts::of(area, people.clone())).collect(),
            spent: finished.iter().map(cost).fold(Cost::default(), Cost::and),
            finished,
        }
    }

    /// Whether there is nothing to evaluate: no levels or lines of last year, and no line of this
    /// year that is closed.
    pub(crate) fn is_empty(&self) -> bool {
        let closed = |count: &StatusCount| count.status.is_some_and(Status::is_closed);
        self.last_year.is_empty() && self.lifts.is_empty() && !self.this_year.iter().any(closed)
    }
}

fn course_of(line: &Activity) -> Option<CourseIndex> {
    match line.what {
        What::Course(course) => Some(course),
        _ => None,
    }
}

impl AreaLifts {
    fn of<'a>(area: AreaIndex, people: impl Iterator<Item = &'a Profile>) -> Option<Self> {
        let changes: Vec<i64> = people
            .filter_map(|person| Some(person.levels[area.0].as_ref()?.current - person.last_year[area.0]?))
            .collect();
        let count = |is: fn(&i64) -> bool| changes.iter().copied().filter(is).count();
        let (higher, lower) = (count(|change| *change > 0), count(|change| *change < 0));
        (!changes.is_empty()).then_some(Self { area, people: changes.len(), higher, lower })
    }
}

/// The order in which statuses are counted: the furthest first, then what came to nothing.
pub(crate) const STATUSES: [Status; 7] = [
    Status::Done,
    Status::Started,
    Status::Enrolled,
    Status::Agreed,
    Status::Proposed,
    Status::Postponed,
    Status::Dropped,
];

/// Counts the lines of each person's plan by status.
fn status_counts(plans: impl Iterator<Item = Vec<Option<Status>>>) -> Vec<StatusCount> {
    let statuses = STATUSES.map(Some).into_iter().chain([None]);
    let mut counts: Vec<StatusCount> =
        statuses.map(|status| StatusCount { status, lines: 0, people: 0 }).collect();
    for plan in plans {
        for count in &mut counts {
            let lines = plan.iter().filter(|status| **status == count.status).count();
            count.lines += lines;
            count.people += usize::from(lines > 0);
        }
    }
    counts.retain(|count| count.lines > 0);
    counts
}
