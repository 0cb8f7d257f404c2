//! Who goes when, so that no office is left empty: groups (*hold*) for each course.
//!
//! A group never holds all secretaries of a school that has two or more. Seats are
//! those of the catalogue's sessions, in order of start; where they don't
//! suffice, further groups without a date are proposed. There are never more
//! groups than seats and schools ask for.
//!
//! Course by course, each finds the sessions and places that clash least with those
//! before it. Only where clashes are left, all arrangements of the courses that
//! are in each other's way are tried, as far as that can be done in a moment.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::away::{Absence, Away, overlap};
use super::demand::{CourseNeed, Demand, PersonIndex};
use super::seating::{Fewest, Seating, choices, emptied, fewest, suffices};
use crate::department::Department;
use crate::department::catalogue::{Course, CourseIndex, LearningForm, Session};
use crate::department::person::whose;
use crate::department::settings::SchoolIndex;

pub use super::away::Clash;

/// Choices of sessions that are tried for a course on its own.
const MOST_CHOICES: usize = 50;
/// Places that are tried for all courses that are in each other's way.
const MOST_PLACES: usize = 20_000;

/// The groups of all courses.
#[derive(Debug, Default)]
pub struct Schedule {
    /// One for each course that people leave their office for, in the demand's order.
    pub courses: Vec<CourseGroups>,
    /// What could not be avoided, because the catalogue has no other date.
    pub clashes: Vec<Clash>,
}

/// The groups of one course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CourseGroups {
    /// The course.
    pub course: CourseIndex,
    /// The groups in order of start, those without a date last.
    pub groups: Vec<Group>,
    /// Why there are so many.
    pub why: Why,
}

/// One group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Which of the course's sessions; `None` for one without a date.
    pub session: Option<usize>,
    /// Who goes.
    pub people: Vec<PersonIndex>,
}

/// Why a course has its number of groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// One group holds everybody.
    One,
    /// There are too few seats in one.
    Seats,
    /// These schools would send everybody at once.
    Schools(Vec<SchoolIndex>),
    /// Both.
    SeatsAndSchools(Vec<SchoolIndex>),
}

/// How many secretaries each school has, those included whose profile has an error.
pub fn office_sizes(department: &Department) -> Vec<usize> {
    let settings = &department.settings;
    let mut sizes = vec![0; settings.schools.len()];
    for person in &department.people {
        sizes[person.school.0] += 1;
    }
    for file in &department.broken {
        if let Some(school) = whose(file).school.and_then(|school| settings.school(&school)) {
            sizes[school.0] += 1;
        }
    }
    sizes
}

/// Whether people leave their office for this form of learning.
pub fn leaves_the_office(form: LearningForm) -> bool {
    !matches!(form, LearningForm::PeerTraining | LearningForm::JobRotation | LearningForm::SelfStudy)
}

impl Schedule {
    /// The groups for `demand`; sessions that begin before the day `on` are over.
    pub fn of(demand: &Demand, department: &Department, on: Option<Date>) -> Self {
        let offices = office_sizes(department);
        let classes: Vec<Class<'_>> = demand
            .courses
            .iter()
            .map(|need| (need, &department.catalogue.courses[need.course.0]))
            .filter(|(_, course)| leaves_the_office(course.form))
            .map(|(need, course)| Class::new(need, course, department, &offices, on))
            .collect();
        let mut arrangement = one_by_one(&classes, &offices);
        let mut clashes = away(&classes, &arrangement).clashes(&offices);
        if !clashes.is_empty() {
            for together in in_each_others_way(&classes, &clashes) {
                let fixed = (0..classes.len()).filter(|i| !together.contains(i));
                let mut away = Away::default();
                fixed.for_each(|i| away.absences.extend(classes[i].absences(&arrangement[i])));
                let members = together.iter().map(|&i| &classes[i]).collect();
                if let Some(found) = Search::new(members, &offices, away).run() {
                    together.into_iter().zip(found).for_each(|(i, groups)| arrangement[i] = groups);
                }
            }
            clashes = away(&classes, &arrangement).clashes(&offices);
        }
        let courses = classes.iter().zip(arrangement).map(|(class, groups)| {
            let groups = in_order(groups);
            CourseGroups { course: class.need.course, why: class.why(groups.len()), groups }
        });
        Self { courses: courses.collect(), clashes }
    }
}

/// The groups that somebody is in, each with its people in order.
fn in_order(mut groups: Vec<Group>) -> Vec<Group> {
    groups.retain(|group| !group.people.is_empty());
    groups.iter_mut().for_each(|group| group.people.sort_unstable());
    groups
}

/// All absences of an arrangement.
fn away(classes: &[Class<'_>], arrangement: &[Vec<Group>]) -> Away {
    let absences = classes.iter().zip(arrangement).flat_map(|(class, groups)| class.absences(groups));
    Away { absences: absences.collect() }
}

/// Groups for each course, the ones with the least choice placed first, so that
/// the others can give way.
fn one_by_one(classes: &[Class<'_>], offices: &[usize]) -> Vec<Vec<Group>> {
    let mut order: Vec<usize> = (0..classes.len()).collect();
    order.sort_by_key(|&i| classes[i].choices().take(MOST_CHOICES).count());
    let mut away = Away::default();
    let mut arrangement = vec![Vec::new(); classes.len()];
    for i in order {
        arrangement[i] = classes[i].best(&mut away, offices);
        away.absences.extend(classes[i].absences(&arrangement[i]));
    }
    arrangement
}

/// The courses of each clash together with all that could be in their way: those
/// with people of the same schools on the same days, and so on.
fn in_each_others_way(classes: &[Class<'_>], clashes: &[Clash]) -> Vec<Vec<usize>> {
    let mut all: Vec<Vec<usize>> = Vec::new();
    for clash in clashes {
        let (Clash::OfficeEmpty(_, courses) | Clash::TwoAtOnce(_, courses)) = clash;
        let mut together: BTreeSet<usize> =
            (0..classes.len()).filter(|&i| courses.contains(&classes[i].need.course)).collect();
        while let Some(next) = (0..classes.len())
            .find(|i| !together.contains(i) && together.iter().any(|&j| classes[*i].meets(&classes[j])))
        {
            together.insert(next);
        }
        let together: Vec<usize> = together.into_iter().collect();
        if !all.contains(&together) {
            all.push(together);
        }
    }
    all
}

/// A course that is to be divided into groups.
struct Class<'a> {
    need: &'a CourseNeed,
    course: &'a Course,
    department: &'a Department,
    /// The sessions that can still be taken.
    sessions: Vec<usize>,
    /// The seats of each of them.
    seats: Vec<u64>,
    /// The seats of a further group.
    further: u64,
    fewest: Fewest,
    /// The schools that one group would empty.
    emptied: Vec<SchoolIndex>,
    /// Everybody in the order in which they choose: whoever leaves an office alone
    /// has the first choice, of half days.
    people: Vec<PersonIndex>,
    /// Who of them leaves an office alone.
    alone: BTreeSet<PersonIndex>,
}

impl<'a> Class<'a> {
    fn new(
        need: &'a CourseNeed,
        course: &'a Course,
        department: &'a Department,
        offices: &[usize],
        on: Option<Date>,
    ) -> Self {
        let sessions: Vec<usize> = (0..course.sessions.len())
            .filter(|&i| on.is_none_or(|on| course.sessions[i].start >= on) && seats(&course.sessions[i]) > 0)
            .collect();
        let school = |person: PersonIndex| department.people[person].school;
        let schools: Vec<SchoolIndex> = need.people.iter().map(|&person| school(person)).collect();
        let emptied = emptied(&schools, offices);
        let known = sessions.iter().map(|&i| seats(&course.sessions[i])).collect::<Vec<_>>();
        let largest = course.sessions.iter().filter_map(|session| session.seats).max();
        let further = largest.filter(|&seats| seats > 0).map_or(u64::MAX, u64::from);
        let fewest = fewest(need.people.len(), emptied.len(), &known, further);
        let alone: BTreeSet<PersonIndex> =
            need.people.iter().copied().filter(|&person| offices[school(person).0] < 2).collect();
        let mut people = need.people.clone();
        people.sort_by_key(|person| (!alone.contains(person), school(*person), *person));
        Self { need, course, department, sessions, seats: known, further, fewest, emptied, people, alone }
    }

    fn school(&self, person: PersonIndex) -> SchoolIndex {
        self.department.people[person].school
    }

    /// The sets of sessions that make as few groups as possible, the earliest first.
    fn choices(&self) -> impl Iterator<Item = Choice<'_>> {
        choices(self.sessions.len(), self.fewest.sessions)
            .map(|chosen| Choice {
                dated: chosen.iter().map(|&i| self.sessions[i]).collect(),
                room: (chosen.iter().map(|&i| self.seats[i]))
                    .chain(vec![self.further; self.fewest.further])
                    .collect(),
                course: self.course,
            })
            .filter(|choice| suffices(self.people.len(), self.emptied.len(), &choice.room))
    }

    fn seating(&self, choice: &Choice<'_>, offices: &[usize]) -> Seating {
        Seating::new(self.people.iter().map(|&person| self.school(person)), offices, choice.room.clone())
    }

    /// The groups in which `person` can have a seat so that the others find theirs,
    /// the one to take first in front.
    fn places(&self, person: PersonIndex, choice: &Choice<'_>, seating: &Seating) -> Vec<usize> {
        let mut places: Vec<usize> = (0..choice.room.len()).collect();
        if self.alone.contains(&person) {
            places.sort_by_key(|&group| !choice.has_half_days(group));
        }
        places.retain(|&group| seating.can_sit(self.school(person), group));
        places
    }

    fn absence(&self, person: PersonIndex, session: &Session) -> Absence {
        Absence::at(session, self.need.course, person, self.school(person))
    }

    fn absences(&self, groups: &[Group]) -> Vec<Absence> {
        let dated = groups.iter().filter_map(|group| Some((&self.course.sessions[group.session?], group)));
        dated.flat_map(|(s, group)| group.people.iter().map(move |&p| self.absence(p, s))).collect()
    }

    /// The groups that clash least with those who are `away`, and among these the
    /// ones that give the most half days to those who leave an office alone.
    fn best(&self, away: &mut Away, offices: &[usize]) -> Vec<Group> {
        let half_days = self.possible().any(|session| session.half_days);
        let mut best: Option<((usize, usize), Vec<Group>)> = None;
        for choice in self.choices().take(MOST_CHOICES) {
            let placed = self.place(&choice, away, offices);
            if best.as_ref().is_none_or(|(cost, _)| placed.0 < *cost) {
                let (clashes, whole_days) = placed.0;
                best = Some(placed);
                if clashes == 0 && (whole_days == 0 || !half_days) {
                    break;
                }
            }
        }
        best.map(|(_, groups)| groups).unwrap_or_default()
    }

    /// Places everybody, one after the other, each in the first group that leaves
    /// the others placeable, and rather in one whose dates don't clash. Returns
    /// how many clash, and how many leave an office alone for whole days.
    fn place(&self, choice: &Choice<'_>, away: &mut Away, offices: &[usize]) -> ((usize, usize), Vec<Group>) {
        let before = away.absences.len();
        let mut seating = self.seating(choice, offices);
        let mut groups = choice.groups();
        let (mut clashes, mut whole_days) = (0, 0);
        for &person in &self.people {
            let office = offices[self.school(person).0];
            let clash = |group: usize| {
                let session = choice.session(group);
                session.is_some_and(|session| away.would_clash(self.absence(person, session), office))
            };
            let places = self.places(person, choice, &seating);
            let Some(group) = places.iter().copied().find(|&group| !clash(group)).or(places.first().copied())
            else {
                continue;
            };
            clashes += usize::from(clash(group));
            if let Some(session) = choice.session(group) {
                whole_days += usize::from(self.alone.contains(&person) && !session.half_days);
                away.absences.push(self.absence(person, session));
            }
            seating.sit(self.school(person), group);
            groups[group].people.push(person);
        }
        away.absences.truncate(before);
        ((clashes, whole_days), groups)
    }

    /// The sessions that can still be taken.
    fn possible(&self) -> impl Iterator<Item = &Session> {
        self.sessions.iter().map(|&i| &self.course.sessions[i])
    }

    /// Whether this course and another could be in each other's way.
    fn meets(&self, other: &Self) -> bool {
        let schools: BTreeSet<SchoolIndex> = self.people.iter().map(|&person| self.school(person)).collect();
        other.people.iter().any(|&person| schools.contains(&other.school(person)))
            && self.possible().any(|own| other.possible().any(|theirs| overlap(own, theirs)))
    }

    /// Why there are so many groups.
    fn why(&self, groups: usize) -> Why {
        let most = self.seats.iter().copied().max().unwrap_or(self.further);
        let too_few_seats = most < self.people.len() as u64;
        match (groups > 1, too_few_seats, self.emptied.is_empty()) {
            (false, ..) => Why::One,
            (true, _, true) => Why::Seats,
            (true, false, false) => Why::Schools(self.emptied.clone()),
            (true, true, false) => Why::SeatsAndSchools(self.emptied.clone()),
        }
    }
}

/// The groups that a course might have.
struct Choice<'a> {
    course: &'a Course,
    /// The sessions of those with a date, which come first.
    dated: Vec<usize>,
    /// The seats of each.
    room: Vec<u64>,
}

impl Choice<'_> {
    fn session(&self, group: usize) -> Option<&Session> {
        self.dated.get(group).map(|&i| &self.course.sessions[i])
    }

    fn has_half_days(&self, group: usize) -> bool {
        self.session(group).is_some_and(|session| session.half_days)
    }

    fn groups(&self) -> Vec<Group> {
        let group = |i| Group { session: self.dated.get(i).copied(), people: Vec::new() };
        (0..self.room.len()).map(group).collect()
    }
}

/// Tries all arrangements of some courses for one without any clash.
struct Search<'a> {
    classes: Vec<&'a Class<'a>>,
    offices: &'a [usize],
    away: Away,
    found: Vec<Vec<Group>>,
    /// Places that may still be tried.
    left: usize,
}

impl<'a> Search<'a> {
    fn new(classes: Vec<&'a Class<'a>>, offices: &'a [usize], away: Away) -> Self {
        Self { classes, offices, away, found: Vec::new(), left: MOST_PLACES }
    }

    fn run(mut self) -> Option<Vec<Vec<Group>>> {
        self.course().then_some(self.found)
    }

    /// Whether the next course and all after it can be arranged.
    fn course(&mut self) -> bool {
        let Some(&class) = self.classes.get(self.found.len()) else { return true };
        for choice in class.choices().take(MOST_CHOICES) {
            self.found.push(choice.groups());
            let seating = class.seating(&choice, self.offices);
            if self.people(class, &choice, &seating, 0) {
                return true;
            }
            self.found.pop();
            if self.left == 0 {
                return false;
            }
        }
        false
    }

    /// Whether the course's people from the `first` on can be placed, and all
    /// later courses arranged.
    fn people(&mut self, class: &Class<'_>, choice: &Choice<'_>, seating: &Seating, first: usize) -> bool {
        let Some(&person) = class.people.get(first) else { return self.course() };
        let this = self.found.len() - 1;
        let office = self.offices[class.school(person).0];
        for group in class.places(person, choice, seating) {
            if self.left == 0 {
                return false;
            }
            self.left -= 1;
            let absence = choice.session(group).map(|session| class.absence(person, session));
            if absence.is_some_and(|absence| self.away.would_clash(absence, office)) {
                continue;
            }
            let before = self.away.absences.len();
            self.away.absences.extend(absence);
            self.found[this][group].people.push(person);
            let mut then = seating.clone();
            then.sit(class.school(person), group);
            if self.people(class, choice, &then, first + 1) {
                return true;
            }
            self.found[this][group].people.pop();
            self.away.absences.truncate(before);
        }
        false
    }
}

/// The seats of a session: those not taken, else all; without limit where neither is known.
fn seats(session: &Session) -> u64 {
    session.free_seats.or(session.seats).map_or(u64::MAX, u64::from)
}
