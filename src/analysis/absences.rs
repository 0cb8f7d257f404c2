//! The absences of a year, for courses and programmes: who is away when, and when an office is empty.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::demand::Demand;
use super::groups::{Schedule, office_sizes};
use super::session_absence::{Absence, Cause, of_programmes};
use crate::department::settings::SchoolIndex;
use crate::department::{Department, PersonIndex};

/// A time at which everybody of a school is away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmptyOffice {
    /// The school concerned.
    pub school: SchoolIndex,
    /// First day.
    pub first: Date,
    /// Last day.
    pub last: Date,
    /// Whether somebody is away in half days only, so that the office is empty half the day.
    pub half_days: bool,
    /// The courses and programmes that they take.
    pub causes: Vec<Cause>,
    /// Whether the school has a single secretary, so that every course empties the office.
    pub alone: bool,
    /// Whether it is empty only if somebody takes a course that the program suggests.
    pub is_suggested: bool,
}

/// The absences from a school in one week.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct SchoolWeek {
    /// The people who are away on some day.
    pub people: BTreeSet<PersonIndex>,
    /// Those of them who are away only for courses that the program suggests.
    pub suggested: BTreeSet<PersonIndex>,
    /// Whether all of it is in half days; of suggestions only where there is nothing else.
    pub half_days: bool,
    /// Whether the office is empty at some time, suggestions aside.
    pub is_empty: bool,
    /// Whether it is empty at some time if people take suggested courses.
    pub could_be_empty: bool,
}

/// The absences of a department's year.
#[derive(Debug, Default)]
pub struct Absences {
    /// All absences in order of their first day.
    pub all: Vec<Absence>,
    /// The times at which an office is empty, in order of their first day.
    pub empty: Vec<EmptyOffice>,
}

impl Absences {
    /// The absences that follow from the groups of `schedule`, which serves `demand`, and from the
    /// programmes' sessions in the department's period.
    pub fn of(schedule: &Schedule, demand: &Demand, department: &Department) -> Self {
        let mut all: Vec<Absence> = Vec::new();
        for groups in &schedule.courses {
            let commitment = demand.commitments(groups.course);
            for group in &groups.groups {
                let Some(session) = group.session else { continue };
                let session = &department.catalogue.courses[groups.course.0].sessions[session];
                for period in session.periods() {
                    all.extend(group.people.iter().map(|&person| Absence {
                        person,
                        school: department.people[person].school,
                        cause: Cause::Course(groups.course),
                        commitment: commitment(person),
                        first: period.first,
                        last: period.last,
                        half_days: session.half_days,
                    }));
                }
            }
        }
        let period = department.settings.period_days();
        let is_in_period = |absence: &Absence| {
            period.is_none_or(|(first, last)| absence.last >= first && absence.first <= last)
        };
        all.extend(of_programmes(department).into_iter().filter(is_in_period));
        all.sort_by_key(|absence| (absence.first, absence.school, absence.person, absence.cause));
        let empty = empty_offices(&all, &office_sizes(department));
        Self { all, empty }
    }

    /// The absences by school and by the Monday of their week.
    pub(crate) fn by_week(&self) -> BTreeMap<(SchoolIndex, Date), SchoolWeek> {
        let mut weeks: BTreeMap<(SchoolIndex, Date), SchoolWeek> = BTreeMap::new();
        let (suggested, planned): (Vec<&Absence>, Vec<&Absence>) =
            self.all.iter().partition(|absence| absence.commitment.is_suggested());
        for absence in planned.into_iter().chain(suggested) {
            for monday in mondays(absence.first, absence.last) {
                let week = weeks
                    .entry((absence.school, monday))
                    .or_insert_with(|| SchoolWeek { half_days: true, ..SchoolWeek::default() });
                let is_suggested = absence.commitment.is_suggested();
                if week.people.insert(absence.person) && is_suggested {
                    week.suggested.insert(absence.person);
                }
                if !is_suggested || week.people.len() == week.suggested.len() {
                    week.half_days &= absence.half_days;
                }
            }
        }
        for empty in &self.empty {
            for monday in mondays(empty.first, empty.last) {
                let Some(week) = weeks.get_mut(&(empty.school, monday)) else { continue };
                if empty.is_suggested {
                    week.could_be_empty = true;
                } else {
                    week.is_empty = true;
                }
            }
        }
        weeks
    }

    /// The times at which an office is empty that end on the day `on` or later, in order.
    pub(crate) fn empty_from(&self, on: Date) -> impl Iterator<Item = &EmptyOffice> {
        self.empty.iter().filter(move |empty| empty.last >= on)
    }
}

/// The Monday of a day's week.
pub(crate) fn monday(day: Date) -> Date {
    let since = i32::from(day.weekday().to_monday_zero_offset());
    day.checked_sub(jiff::Span::new().days(since)).unwrap_or(day)
}

/// The most weeks that one absence is shown in; a longer one is a mistake in the catalogue.
const MAX_WEEKS: usize = 53;

/// The Mondays of the weeks from one day to another.
fn mondays(first: Date, last: Date) -> impl Iterator<Item = Date> {
    let next = |day: &Date| day.checked_add(jiff::Span::new().weeks(1)).ok();
    std::iter::successors(Some(monday(first)), next).take(MAX_WEEKS).take_while(move |day| *day <= last)
}

/// The times at which everybody of a school is away. `all` is in order of the first day.
fn empty_offices(all: &[Absence], offices: &[usize]) -> Vec<EmptyOffice> {
    let mut by_school: BTreeMap<SchoolIndex, Vec<&Absence>> = BTreeMap::new();
    for absence in all {
        by_school.entry(absence.school).or_default().push(absence);
    }
    let mut empty = Vec::new();
    for (school, absences) in by_school {
        let office = offices[school.0];
        let days: BTreeSet<Date> = absences.iter().map(|absence| absence.first).collect();
        // The number of absences is highest on the first day of one of them.
        for day in days {
            let away = || absences.iter().filter(|absence| (absence.first..=absence.last).contains(&day));
            let people: BTreeSet<PersonIndex> = away().map(|absence| absence.person).collect();
            let Some(last) = away().map(|absence| absence.last).min().filter(|_| people.len() >= office)
            else {
                continue;
            };
            let causes: BTreeSet<Cause> = away().map(|absence| absence.cause).collect();
            empty.push(EmptyOffice {
                school,
                first: day,
                last,
                half_days: away().any(|absence| absence.half_days),
                causes: causes.into_iter().collect(),
                alone: office < 2,
                is_suggested: away().any(|absence| absence.commitment.is_suggested()),
            });
        }
    }
    empty.sort_by_key(|empty| (empty.first, empty.school));
    empty
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::analysis::choices::Commitment;
    use crate::department::catalogue::CourseIndex;

    fn absence(person: usize, school: usize, first: Date, last: Date, half_days: bool) -> Absence {
        let cause = Cause::Course(CourseIndex(person));
        let commitment = if person == 4 { Commitment::Possible } else { Commitment::Bound };
        Absence { person, school: SchoolIndex(school), cause, commitment, first, last, half_days }
    }

    #[test]
    fn an_office_is_empty_only_while_all_of_it_is_away() {
        let day = |day| date(2027, 3, day);
        let all = [
            absence(0, 0, day(1), day(3), false),
            absence(1, 0, day(3), day(4), true),
            // One of two.
            absence(2, 1, day(1), day(9), false),
            absence(4, 2, day(8), day(8), false),
        ];
        let empty = empty_offices(&all, &[2, 2, 1]);
        let told: Vec<_> =
            empty.iter().map(|e| (e.school.0, e.first, e.last, e.half_days, e.alone)).collect();
        assert_eq!(told, [(0, day(3), day(3), true, false), (2, day(8), day(8), false, true)]);
        assert_eq!(empty.iter().map(|e| e.is_suggested).collect::<Vec<_>>(), [false, true]);
        let absences = Absences { all: all.to_vec(), empty };
        let schools = |day| -> Vec<usize> { absences.empty_from(day).map(|empty| empty.school.0).collect() };
        assert_eq!((schools(day(3)), schools(day(4)), schools(day(9))), (vec![0, 2], vec![2], vec![]));
        let weeks = absences.by_week();
        let first = &weeks[&(SchoolIndex(0), day(1))];
        assert_eq!((first.people.len(), first.half_days, first.is_empty), (2, false, true));
        let (week, later) = (&weeks[&(SchoolIndex(1), day(1))], &weeks[&(SchoolIndex(1), day(8))]);
        assert!(!week.is_empty && week.people == later.people && week.suggested.is_empty());
        // Only if a suggested course is taken.
        let suggested = &weeks[&(SchoolIndex(2), day(8))];
        assert!(suggested.could_be_empty && !suggested.is_empty && suggested.suggested == suggested.people);
        assert_eq!(weeks.len(), 4);
    }
}
