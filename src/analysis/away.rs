//! Who is away from the office on which days, over several courses.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::demand::PersonIndex;
use crate::department::catalogue::{CourseIndex, Session};
use crate::department::settings::SchoolIndex;

/// Dates that don't go together.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Clash {
    /// These courses together would empty a school's office on a day.
    OfficeEmpty(SchoolIndex, Vec<CourseIndex>),
    /// One person would be at these courses at once.
    TwoAtOnce(PersonIndex, Vec<CourseIndex>),
}

/// One person's days at one course.
#[derive(Clone, Copy, Debug)]
pub struct Absence {
    /// Who.
    pub person: PersonIndex,
    /// Whose office it is.
    pub school: SchoolIndex,
    /// At which course.
    pub course: CourseIndex,
    /// The first day.
    pub start: Date,
    /// The last day.
    pub end: Date,
}

impl Absence {
    /// The days of `person` of `school` at a `session` of `course`.
    pub fn at(session: &Session, course: CourseIndex, person: PersonIndex, school: SchoolIndex) -> Self {
        Self { person, school, course, start: session.start, end: last_day(session) }
    }

    fn covers(&self, day: Date) -> bool {
        (self.start..=self.end).contains(&day)
    }
}

/// The last day of a session; its first where the catalogue names no other.
fn last_day(session: &Session) -> Date {
    session.end.unwrap_or(session.start)
}

/// Whether two sessions have a day in common.
pub fn overlap(a: &Session, b: &Session) -> bool {
    a.start <= last_day(b) && b.start <= last_day(a)
}

/// Everybody who is away.
#[derive(Debug, Default)]
pub struct Away {
    /// The absences; the last can be taken back.
    pub absences: Vec<Absence>,
}

impl Away {
    /// Whether `new` would be at two places at once, or leave an office of so many
    /// empty together with those who are away already.
    pub fn would_clash(&self, new: Absence, office: usize) -> bool {
        let colleagues: Vec<&Absence> = self
            .absences
            .iter()
            .filter(|other| other.school == new.school && other.start <= new.end && new.start <= other.end)
            .collect();
        if colleagues.iter().any(|other| other.person == new.person) {
            return true;
        }
        // Most are away on the first day of somebody's absence.
        let first_days = colleagues.iter().map(|other| other.start).filter(|day| *day >= new.start);
        office >= 2
            && first_days.chain([new.start]).any(|day| {
                let away: BTreeSet<PersonIndex> =
                    colleagues.iter().filter(|other| other.covers(day)).map(|other| other.person).collect();
                away.len() + 1 >= office
            })
    }

    /// All clashes, where each office has so many.
    pub fn clashes(&self, offices: &[usize]) -> Vec<Clash> {
        let mut clashes = BTreeSet::new();
        let courses = |absences: &[&Absence]| {
            let courses: BTreeSet<CourseIndex> = absences.iter().map(|absence| absence.course).collect();
            courses.into_iter().collect::<Vec<_>>()
        };
        for first in &self.absences {
            let school: Vec<&Absence> = self
                .absences
                .iter()
                .filter(|other| other.school == first.school && other.covers(first.start))
                .collect();
            let own: Vec<&Absence> =
                school.iter().copied().filter(|other| other.person == first.person).collect();
            if own.len() > 1 {
                clashes.insert(Clash::TwoAtOnce(first.person, courses(&own)));
            }
            let people: BTreeSet<PersonIndex> = school.iter().map(|absence| absence.person).collect();
            let office = offices[first.school.0];
            if office >= 2 && people.len() >= office {
                clashes.insert(Clash::OfficeEmpty(first.school, courses(&school)));
            }
        }
        clashes.into_iter().collect()
    }
}
