//! Who goes when, so that no office is left empty: groups (*hold*) for each course.
//!
//! A group never holds all secretaries of a school that has two or more. Seats are
//! those of the catalogue's sessions, in order of start; where they don't
//! suffice, further groups without a date are proposed. There are never more
//! groups than seats and schools ask for.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::demand::{CourseNeed, Demand, PersonIndex};
use crate::department::Department;
use crate::department::catalogue::{Course, CourseIndex, LearningForm, Session};
use crate::department::person::whose;
use crate::department::settings::SchoolIndex;

/// Choices of sessions that are tried for a course, where dates clash.
const MOST_CHOICES: usize = 200;

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

/// Dates that don't go together.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Clash {
    /// These courses together would empty a school's office on a day.
    OfficeEmpty(SchoolIndex, Vec<CourseIndex>),
    /// One person would be at these courses at once.
    TwoAtOnce(PersonIndex, Vec<CourseIndex>),
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
        let mut away = Away::default();
        let mut schedule = Self::default();
        for need in &demand.courses {
            let course = &department.catalogue.courses[need.course.0];
            if leaves_the_office(course.form) {
                let groups = groups(need, course, department, &offices, on, &away);
                away.add(&groups, course, department);
                schedule.courses.push(groups);
            }
        }
        schedule.clashes = away.clashes(&offices);
        schedule
    }
}

/// The groups of one course, where `away` tells who is away already.
fn groups(
    need: &CourseNeed,
    course: &Course,
    department: &Department,
    offices: &[usize],
    on: Option<Date>,
    away: &Away,
) -> CourseGroups {
    let sessions: Vec<usize> = (0..course.sessions.len())
        .filter(|&i| on.is_none_or(|on| course.sessions[i].start >= on) && seats(&course.sessions[i]) > 0)
        .collect();
    let schools: Vec<SchoolIndex> =
        need.people.iter().map(|&person| department.people[person].school).collect();
    let emptied = emptied(&schools, offices);
    let known = sessions.iter().map(|&i| seats(&course.sessions[i])).collect::<Vec<_>>();
    let largest = course.sessions.iter().filter_map(|session| session.seats).max();
    let further = largest.filter(|&seats| seats > 0).map_or(u64::MAX, u64::from);
    let fewest = fewest(need.people.len(), emptied.len(), &known, further);

    let mut best: Option<(usize, Vec<Group>)> = None;
    for choice in choices(sessions.len(), fewest.sessions).take(MOST_CHOICES) {
        let dated: Vec<usize> = choice.iter().map(|&i| sessions[i]).collect();
        let room: Vec<u64> = choice.iter().map(|&i| known[i]).chain(vec![further; fewest.further]).collect();
        if !suffices(need.people.len(), emptied.len(), &room) {
            continue;
        }
        let placed = place(need, course, department, offices, &dated, room, away);
        if best.as_ref().is_none_or(|(clashes, _)| placed.0 < *clashes) {
            let done = placed.0 == 0;
            best = Some(placed);
            if done {
                break;
            }
        }
    }
    let groups = best.map(|(_, groups)| groups).unwrap_or_default();
    let one_has_seats =
        known.iter().copied().chain([further]).take(1.max(known.len())).max().unwrap_or(further);
    let too_few_seats = one_has_seats < need.people.len() as u64;
    let why = match (groups.len() > 1, too_few_seats, emptied.is_empty()) {
        (false, ..) => Why::One,
        (true, _, true) => Why::Seats,
        (true, false, false) => Why::Schools(emptied),
        (true, true, false) => Why::SeatsAndSchools(emptied),
    };
    CourseGroups { course: need.course, groups, why }
}

/// The seats of a session: those not taken, else all; without limit where neither is known.
fn seats(session: &Session) -> u64 {
    session.free_seats.or(session.seats).map_or(u64::MAX, u64::from)
}

/// The schools of two or more that would send everybody.
fn emptied(schools: &[SchoolIndex], offices: &[usize]) -> Vec<SchoolIndex> {
    let mut sent: BTreeMap<SchoolIndex, usize> = BTreeMap::new();
    for school in schools {
        *sent.entry(*school).or_default() += 1;
    }
    sent.into_iter()
        .filter(|&(school, sent)| sent >= 2 && sent >= offices[school.0])
        .map(|(s, _)| s)
        .collect()
}

/// How many groups there must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Fewest {
    /// Of the sessions.
    sessions: usize,
    /// Without a date.
    further: usize,
}

/// The fewest groups for so many `people`, of whom so many schools would be
/// `emptied` by a single group. Groups without a date come only where all
/// sessions together don't suffice.
fn fewest(people: usize, emptied: usize, sessions: &[u64], further: u64) -> Fewest {
    let mut largest_first = sessions.to_vec();
    largest_first.sort_unstable_by(|a, b| b.cmp(a));
    // The largest sessions hold more than any others, with or without the largest of them.
    if let Some(count) =
        (1..=largest_first.len()).find(|&count| suffices(people, emptied, &largest_first[..count]))
    {
        return Fewest { sessions: count, further: 0 };
    }
    let mut room = largest_first;
    let mut added = 0;
    while !suffices(people, emptied, &room) {
        room.push(further.max(1));
        added += 1;
    }
    Fewest { sessions: sessions.len(), further: added }
}

/// Whether groups with so much `room` can hold so many people, and so many
/// schools can have somebody in another group than their others: with all seats,
/// and with the seats outside of any one group.
fn suffices(people: usize, emptied: usize, room: &[u64]) -> bool {
    let all = room.iter().fold(0_u64, |sum, seats| sum.saturating_add((*seats).min(people as u64)));
    let largest = room.iter().max().copied().unwrap_or_default().min(people as u64);
    all >= people as u64 && all - largest >= emptied as u64
}

/// The ways to choose `count` of so many sessions, the earliest first.
fn choices(sessions: usize, count: usize) -> impl Iterator<Item = Vec<usize>> {
    let mut next = (count <= sessions).then(|| (0..count).collect::<Vec<usize>>());
    std::iter::from_fn(move || {
        let current = next.take()?;
        next = (0..count).rev().find(|&i| current[i] < sessions - count + i).map(|i| {
            let mut following = current.clone();
            following[i] += 1;
            for later in i + 1..count {
                following[later] = following[later - 1] + 1;
            }
            following
        });
        Some(current)
    })
}

/// Places everybody, one after the other, each in the first group that leaves the
/// others placeable, and rather in one whose dates don't clash. Returns the
/// clashes and the groups.
fn place(
    need: &CourseNeed,
    course: &Course,
    department: &Department,
    offices: &[usize],
    dated: &[usize],
    room: Vec<u64>,
    away: &Away,
) -> (usize, Vec<Group>) {
    let school = |person: PersonIndex| department.people[person].school;
    let half_days = |group: usize| dated.get(group).is_some_and(|&i| course.sessions[i].half_days);
    let alone = |person: PersonIndex| offices[school(person).0] < 2;
    let mut seating = Seating::new(need.people.iter().map(|&person| school(person)), offices, room);
    let mut people = need.people.clone();
    // Whoever leaves an office alone has the first choice, of half days.
    people.sort_by_key(|&person| (!alone(person), school(person), person));
    let mut groups: Vec<Vec<PersonIndex>> = vec![Vec::new(); seating.room.len()];
    let mut clashes = 0;
    for person in people {
        let mut order: Vec<usize> = (0..groups.len()).collect();
        if alone(person) {
            order.sort_by_key(|&group| !half_days(group));
        }
        order.retain(|&group| seating.can_sit(school(person), group));
        let clash = |group: usize| {
            dated.get(group).is_some_and(|&i| {
                let others = groups.iter().enumerate().flat_map(|(other, people)| {
                    let session = dated.get(other).map(|&i| &course.sessions[i]);
                    people.iter().filter_map(move |&person| Some((person, session?)))
                });
                away.would_clash(person, &course.sessions[i], others, department, offices)
            })
        };
        let group = order.iter().copied().find(|&group| !clash(group)).or(order.first().copied());
        if let Some(group) = group {
            clashes += usize::from(clash(group));
            seating.sit(school(person), group);
            groups[group].push(person);
        }
    }
    let groups = groups.into_iter().enumerate().map(|(i, mut people)| {
        people.sort_unstable();
        Group { session: dated.get(i).copied(), people }
    });
    (clashes, groups.filter(|group| !group.people.is_empty()).collect())
}

/// Who still has to be placed, and where there is room.
struct Seating {
    /// Free seats of each group.
    room: Vec<u64>,
    /// People of each school that still have no group.
    waiting: BTreeMap<SchoolIndex, usize>,
    /// The schools that must not have everybody in one group, and the one group
    /// in which all of theirs are so far, if any is.
    undivided: BTreeMap<SchoolIndex, Option<usize>>,
}

impl Seating {
    fn new(schools: impl Iterator<Item = SchoolIndex>, offices: &[usize], room: Vec<u64>) -> Self {
        let schools: Vec<SchoolIndex> = schools.collect();
        let undivided = emptied(&schools, offices).into_iter().map(|school| (school, None)).collect();
        let mut waiting = BTreeMap::new();
        for school in schools {
            *waiting.entry(school).or_default() += 1;
        }
        Self { room, waiting, undivided }
    }

    /// Whether one of `school` can have a seat in `group` so that all others still find theirs.
    fn can_sit(&self, school: SchoolIndex, group: usize) -> bool {
        if self.room[group] == 0 {
            return false;
        }
        let mut then = Self {
            room: self.room.clone(),
            waiting: self.waiting.clone(),
            undivided: self.undivided.clone(),
        };
        then.sit(school, group);
        then.is_possible()
    }

    fn sit(&mut self, school: SchoolIndex, group: usize) {
        self.room[group] = self.room[group].saturating_sub(1);
        if let Some(waiting) = self.waiting.get_mut(&school) {
            *waiting = waiting.saturating_sub(1);
        }
        match self.undivided.get(&school) {
            Some(Some(only)) if *only != group => drop(self.undivided.remove(&school)),
            Some(_) => drop(self.undivided.insert(school, Some(group))),
            None => {}
        }
    }

    /// Whether everybody who waits can be placed.
    ///
    /// The least cut of the flow from schools to groups tells: it runs through all
    /// seats, or through all seats but one group's, in which each school that
    /// is not divided yet must leave at least one out.
    fn is_possible(&self) -> bool {
        let waiting: u64 = self.waiting.values().map(|&count| count as u64).sum();
        let room = |groups: &mut dyn Iterator<Item = u64>| {
            groups.fold(0_u64, |sum, seats| sum.saturating_add(seats.min(waiting)))
        };
        let none_is_stuck = self.undivided.iter().all(|(school, only)| {
            only.is_none() || self.waiting.get(school).is_some_and(|&waiting| waiting > 0)
        });
        none_is_stuck
            && room(&mut self.room.iter().copied()) >= waiting
            && (0..self.room.len()).all(|group| {
                let left_out = self.undivided.values().filter(|only| only.is_none_or(|only| only == group));
                let elsewhere =
                    self.room.iter().enumerate().filter(|(i, _)| *i != group).map(|(_, seats)| *seats);
                room(&mut { elsewhere }) >= left_out.count() as u64
            })
    }
}

/// Who is away when, over all courses so far.
#[derive(Default)]
struct Away {
    absences: Vec<Absence>,
}

#[derive(Clone, Copy)]
struct Absence {
    person: PersonIndex,
    school: SchoolIndex,
    course: CourseIndex,
    start: Date,
    end: Date,
}

impl Away {
    fn add(&mut self, groups: &CourseGroups, course: &Course, department: &Department) {
        for group in &groups.groups {
            let Some(session) = group.session.map(|i| &course.sessions[i]) else { continue };
            let (start, end) = days(session);
            self.absences.extend(group.people.iter().map(|&person| Absence {
                person,
                school: department.people[person].school,
                course: groups.course,
                start,
                end,
            }));
        }
    }

    /// Whether `person` at `session` would be at two places, or leave her office
    /// empty together with those who are away already and the `others` of the
    /// same course.
    fn would_clash<'a>(
        &self,
        person: PersonIndex,
        session: &Session,
        others: impl Iterator<Item = (PersonIndex, &'a Session)>,
        department: &Department,
        offices: &[usize],
    ) -> bool {
        let school = department.people[person].school;
        let (start, end) = days(session);
        let mut colleagues: Vec<(PersonIndex, Date, Date)> = self
            .absences
            .iter()
            .filter(|absence| absence.school == school)
            .map(|absence| (absence.person, absence.start, absence.end))
            .collect();
        colleagues.extend(others.filter(|(other, _)| department.people[*other].school == school).map(
            |(other, session)| {
                let (start, end) = days(session);
                (other, start, end)
            },
        ));
        colleagues.retain(|(_, from, to)| *from <= end && start <= *to);
        if colleagues.iter().any(|(other, ..)| *other == person) {
            return true;
        }
        let office = offices[school.0];
        // Most are away on the first day of somebody's absence.
        let first_days = colleagues.iter().map(|(_, from, _)| *from).filter(|day| *day >= start);
        office >= 2
            && first_days.chain([start]).any(|day| {
                let away: BTreeSet<PersonIndex> = colleagues
                    .iter()
                    .filter(|(_, from, to)| (*from..=*to).contains(&day))
                    .map(|(other, ..)| *other)
                    .chain([person])
                    .collect();
                away.len() >= office
            })
    }

    /// All clashes that are left.
    fn clashes(&self, offices: &[usize]) -> Vec<Clash> {
        let mut clashes = BTreeSet::new();
        for first in &self.absences {
            let same_day: Vec<&Absence> = self
                .absences
                .iter()
                .filter(|other| (other.start..=other.end).contains(&first.start))
                .collect();
            let courses = |absences: &[&Absence]| {
                let courses: BTreeSet<CourseIndex> = absences.iter().map(|absence| absence.course).collect();
                courses.into_iter().collect::<Vec<_>>()
            };
            let own: Vec<&Absence> =
                same_day.iter().copied().filter(|other| other.person == first.person).collect();
            if own.len() > 1 {
                clashes.insert(Clash::TwoAtOnce(first.person, courses(&own)));
            }
            let school: Vec<&Absence> =
                same_day.into_iter().filter(|other| other.school == first.school).collect();
            let people: BTreeSet<PersonIndex> = school.iter().map(|absence| absence.person).collect();
            let office = offices[first.school.0];
            if office >= 2 && people.len() >= office {
                clashes.insert(Clash::OfficeEmpty(first.school, courses(&school)));
            }
        }
        clashes.into_iter().collect()
    }
}

fn days(session: &Session) -> (Date, Date) {
    (session.start, session.end.unwrap_or(session.start))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A small case: the needers of each school, its office, seats of sessions and of further groups.
    #[derive(Clone, Debug)]
    struct Case {
        needers: Vec<usize>,
        offices: Vec<usize>,
        sessions: Vec<u64>,
        further: u64,
    }

    fn cases() -> impl Strategy<Value = Case> {
        let school = (0..4_usize, 0..2_usize);
        let schools = prop::collection::vec(school, 1..4);
        (schools, prop::collection::vec(1..5_u64, 0..4), 1..4_u64).prop_map(|(schools, sessions, further)| {
            Case {
                needers: schools.iter().map(|(needers, _)| *needers).collect(),
                // At least as many as need it, and at least one.
                offices: schools.iter().map(|(needers, more)| (needers + more).max(1)).collect(),
                sessions,
                further,
            }
        })
    }

    fn schools(case: &Case) -> Vec<SchoolIndex> {
        let of = |(i, &count): (usize, &usize)| std::iter::repeat_n(SchoolIndex(i), count);
        case.needers.iter().enumerate().flat_map(of).collect()
    }

    /// Whether some way to spread each school over groups with this `room` keeps the rules:
    /// by trying all of them.
    fn some_way(case: &Case, room: &[u64]) -> bool {
        fn spread(case: &Case, school: usize, room: &[u64]) -> bool {
            let Some(&count) = case.needers.get(school) else { return true };
            fn parts(count: usize, room: &[u64]) -> Vec<Vec<u64>> {
                match room.split_first() {
                    None => {
                        if count == 0 {
                            vec![Vec::new()]
                        } else {
                            Vec::new()
                        }
                    }
                    Some((first, rest)) => (0..=count.min(*first as usize))
                        .flat_map(|taken| {
                            parts(count - taken, rest).into_iter().map(move |mut tail| {
                                tail.insert(0, taken as u64);
                                tail
                            })
                        })
                        .collect(),
                }
            }
            parts(count, room).into_iter().any(|part| {
                let office = case.offices[school];
                let empty = office >= 2 && part.iter().any(|&sent| sent as usize >= office);
                let left: Vec<u64> = room.iter().zip(&part).map(|(room, sent)| room - sent).collect();
                !empty && spread(case, school + 1, &left)
            })
        }
        spread(case, 0, room)
    }

    /// The fewest groups, by trying all sets of sessions, then further groups.
    fn by_trying(case: &Case) -> Fewest {
        let count = case.sessions.len();
        let mut sets: Vec<Vec<u64>> = (0..1_usize << count)
            .map(|set| (0..count).filter(|i| set >> i & 1 == 1).map(|i| case.sessions[i]).collect())
            .collect();
        sets.sort_by_key(Vec::len);
        if let Some(set) = sets.iter().find(|set| !set.is_empty() && some_way(case, set)) {
            return Fewest { sessions: set.len(), further: 0 };
        }
        let mut room = case.sessions.clone();
        let mut further = 0;
        while !some_way(case, &room) {
            room.push(case.further);
            further += 1;
        }
        Fewest { sessions: count, further }
    }

    proptest! {
        #[test]
        fn there_are_as_few_groups_as_trying_everything_finds(case in cases()) {
            let schools = schools(&case);
            prop_assume!(!schools.is_empty());
            let emptied = emptied(&schools, &case.offices).len();
            prop_assert_eq!(fewest(schools.len(), emptied, &case.sessions, case.further), by_trying(&case));
        }

        #[test]
        fn everybody_is_seated_whoever_is_asked_first_and_whatever_they_prefer(
            case in cases(),
            wishes in prop::collection::vec(any::<usize>(), 16),
        ) {
            let schools = schools(&case);
            let emptied = emptied(&schools, &case.offices).len();
            let groups = fewest(schools.len(), emptied, &case.sessions, case.further);
            let mut room = case.sessions.clone();
            room.sort_unstable_by(|a, b| b.cmp(a));
            room.truncate(groups.sessions);
            room.extend(vec![case.further; groups.further]);
            prop_assume!(!room.is_empty());
            let mut seating = Seating::new(schools.iter().copied(), &case.offices, room.clone());
            let mut seated: BTreeMap<(SchoolIndex, usize), usize> = BTreeMap::new();
            let mut order = schools.clone();
            order.rotate_left(wishes[15] % schools.len().max(1));
            for (i, school) in order.iter().enumerate() {
                let first = wishes[i % 15] % room.len();
                let group = (0..room.len()).map(|g| (first + g) % room.len()).find(|&g| seating.can_sit(*school, g));
                prop_assert!(group.is_some(), "nobody is left over");
                if let Some(group) = group {
                    seating.sit(*school, group);
                    *seated.entry((*school, group)).or_default() += 1;
                }
            }
            for ((school, _), count) in &seated {
                let office = case.offices[school.0];
                prop_assert!(office < 2 || *count < office, "no office is emptied");
            }
            for (group, seats) in room.iter().enumerate() {
                let taken: usize = seated.iter().filter(|((_, g), _)| *g == group).map(|(_, n)| n).sum();
                prop_assert!(taken as u64 <= *seats, "seats are kept");
            }
            prop_assert_eq!(seated.values().sum::<usize>(), schools.len());
        }

        #[test]
        fn with_equal_groups_the_number_follows_a_formula(case in cases(), seats in 1..5_u64) {
            let schools = schools(&case);
            prop_assume!(!schools.is_empty());
            let emptied = emptied(&schools, &case.offices).len();
            let sessions = vec![seats; case.sessions.len()];
            let groups = fewest(schools.len(), emptied, &sessions, seats);
            let by_seats = schools.len().div_ceil(usize::try_from(seats).expect("small"));
            let expected = by_seats.max(if emptied > 0 { 2 } else { 1 });
            // With one seat each there are as many groups as people anyway.
            let enough = groups.sessions + groups.further;
            prop_assert_eq!(if groups.further == 0 { enough } else { enough.max(expected) }, expected.max(
                if groups.further > 0 { sessions.len() } else { 0 }));
        }
    }

    #[test]
    fn sessions_are_chosen_earliest_first() {
        let all: Vec<Vec<usize>> = choices(4, 2).collect();
        assert_eq!(all, [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]]);
        assert_eq!(choices(3, 0).collect::<Vec<_>>(), [Vec::<usize>::new()]);
        assert_eq!(choices(1, 2).count(), 0);
    }
}
