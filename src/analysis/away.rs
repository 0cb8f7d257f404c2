//! Who is away from the office on which days, over several courses.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

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

    fn meets(&self, other: &Self) -> bool {
        self.start <= other.end && other.start <= self.end
    }
}

/// The last day of a session; its first where the catalogue names no other.
pub fn last_day(session: &Session) -> Date {
    session.end.unwrap_or(session.start)
}

/// Everybody who is away.
#[derive(Debug, Default)]
pub struct Away {
    /// By office, since whoever is away elsewhere makes no difference to it.
    by_school: BTreeMap<SchoolIndex, Vec<Absence>>,
}

impl Away {
    /// Notes an absence.
    pub fn add(&mut self, absence: Absence) {
        self.by_school.entry(absence.school).or_default().push(absence);
    }

    /// Forgets the last absence that was noted for `school`.
    pub fn take_back(&mut self, school: SchoolIndex) {
        if let Some(absences) = self.by_school.get_mut(&school) {
            absences.pop();
        }
    }

    /// How many absences of `school` there are, which is what asking of one more costs.
    pub fn of(&self, school: SchoolIndex) -> usize {
        self.by_school.get(&school).map_or(0, Vec::len)
    }

    /// Whether `new` would be at two places at once, or leave an office of so many
    /// empty together with those who are away already.
    pub fn would_clash(&self, new: Absence, office: usize) -> bool {
        let school = self.by_school.get(&new.school).map(Vec::as_slice).unwrap_or_default();
        let colleagues: Vec<&Absence> = school.iter().filter(|other| other.meets(&new)).collect();
        if colleagues.iter().any(|other| other.person == new.person) {
            return true;
        }
        // On no day are more away than there are absences.
        if office < 2 || colleagues.len() + 1 < office {
            return false;
        }
        let mut most = 0;
        let within =
            colleagues.into_iter().map(|other| Absence { start: other.start.max(new.start), ..*other });
        each_day(within.collect(), |day| most = most.max(day.people.len()));
        most + 1 >= office
    }

    /// All clashes, where each office has so many.
    pub fn clashes(&self, offices: &[usize]) -> Vec<Clash> {
        let mut clashes = BTreeSet::new();
        for (&school, absences) in &self.by_school {
            each_day(absences.clone(), |day| {
                for person in &day.began {
                    let courses = day.people.get(person).cloned().unwrap_or_default();
                    if courses.len() > 1 {
                        clashes.insert(Clash::TwoAtOnce(*person, courses.into_iter().collect()));
                    }
                }
                let office = offices[school.0];
                if office >= 2 && day.people.len() >= office {
                    clashes.insert(Clash::OfficeEmpty(school, day.courses.keys().copied().collect()));
                }
            });
        }
        clashes.into_iter().collect()
    }
}

/// Who is away on a day.
#[derive(Default)]
struct Day {
    /// At which courses each is; nobody is at one course twice.
    people: BTreeMap<PersonIndex, BTreeSet<CourseIndex>>,
    /// How many are at each course.
    courses: BTreeMap<CourseIndex, usize>,
    /// Whose absences begin on it.
    began: Vec<PersonIndex>,
}

/// Calls `look` with each day on which absences begin: between two of these, nobody else leaves.
fn each_day(mut absences: Vec<Absence>, mut look: impl FnMut(&Day)) {
    absences.sort_unstable_by_key(|absence| absence.start);
    let mut today = Day::default();
    let mut ends = BinaryHeap::new();
    for same_day in absences.chunk_by(|a, b| a.start == b.start) {
        let day = same_day[0].start;
        while let Some(&Reverse((end, person, course))) = ends.peek()
            && end < day
        {
            ends.pop();
            today.leave(person, course);
        }
        today.began.clear();
        for absence in same_day {
            today.people.entry(absence.person).or_default().insert(absence.course);
            *today.courses.entry(absence.course).or_default() += 1;
            today.began.push(absence.person);
            ends.push(Reverse((absence.end, absence.person, absence.course)));
        }
        look(&today);
    }
}

impl Day {
    fn leave(&mut self, person: PersonIndex, course: CourseIndex) {
        if let Some(courses) = self.people.get_mut(&person) {
            courses.remove(&course);
            if courses.is_empty() {
                self.people.remove(&person);
            }
        }
        if let Some(count) = self.courses.get_mut(&course) {
            *count -= 1;
            if *count == 0 {
                self.courses.remove(&course);
            }
        }
    }
}
