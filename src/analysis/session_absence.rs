//! A person's absence for one session or block, and the absences for programmes, whose sessions are fixed.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::choices::Commitment;
use crate::department::catalogue::CourseIndex;
use crate::department::settings::SchoolIndex;
use crate::department::{Department, PersonIndex};
use crate::programme::Participation;

/// What takes people away from the office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// A course, by its index in the catalogue.
    Course(CourseIndex),
    /// A programme, by its index.
    Programme(usize),
}

/// A person's absence for one session of a course or programme, or for one block of a session that meets in
/// blocks, since nobody is away between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Absence {
    /// The person who is away.
    pub person: PersonIndex,
    /// Their school.
    pub school: SchoolIndex,
    /// The course or programme.
    pub cause: Cause,
    /// How firmly it is planned.
    pub commitment: Commitment,
    /// First day.
    pub first: Date,
    /// Last day.
    pub last: Date,
    /// Whether it is held in half days.
    pub half_days: bool,
}

/// The absences of people with a profile for the sessions of their programmes.
pub(super) fn of_programmes(department: &Department) -> Vec<Absence> {
    let people: BTreeMap<&str, PersonIndex> =
        department.people.iter().enumerate().map(|(i, person)| (person.file.name.as_str(), i)).collect();
    let mut all = Vec::new();
    for (number, programme) in department.programmes.all.iter().enumerate() {
        for cohort in &programme.cohorts {
            for participant in &cohort.participants {
                let person = participant.profile.as_deref().and_then(|file| people.get(file));
                let Some(&person) = person else { continue };
                let days = Participation { programme, cohort, participant }.days();
                all.extend(days.map(|(period, half_days)| Absence {
                    person,
                    school: department.people[person].school,
                    cause: Cause::Programme(number),
                    commitment: Commitment::Bound,
                    first: period.first,
                    last: period.last,
                    half_days,
                }));
            }
        }
    }
    all
}
