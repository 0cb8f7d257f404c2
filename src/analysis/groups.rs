//! Who goes when, so that no office is left empty: groups (*hold*) for each course.
//!
//! A group never holds all secretaries of a school that has two or more. Seats are
//! those of the catalogue's sessions, in order of start; where they don't
//! suffice, further groups without a date are proposed. There are never more
//! groups than seats and schools ask for.
//!
//! Course by course, each finds the sessions and places that clash least with those
//! before it. Only where clashes are left, all arrangements of the courses that
//! are in each other's way are tried. All of it takes a limited number of steps,
//! counted and not timed, so that the same files give the same groups. Where they
//! don't suffice, the best arrangement so far stands, and the schedule says so.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::away::{Absence, Away, last_day};
use super::demand::{CourseNeed, Demand, PersonIndex};
use super::seating::{Seat, Seating, Steps, choices, emptied, fewest};
use crate::department::Department;
use crate::department::catalogue::{Course, CourseIndex, LearningForm, Session};
use crate::department::person::whose;
use crate::department::settings::SchoolIndex;

pub use super::away::Clash;

/// Choices of sessions that are tried for a course on its own.
const MOST_CHOICES: usize = 50;
/// Places that are tried for all courses that are in each other's way.
const MOST_PLACES: usize = 20_000;
/// Sessions that are looked at to find a course's choices.
const MOST_STEPS_TO_CHOOSE: u64 = 10_000_000;
/// Places and absences that are looked at for all courses together.
const MOST_STEPS: u64 = 50_000_000;

/// The groups of all courses.
#[derive(Debug, Default)]
pub struct Schedule {
    /// One for each course that people leave their office for, in the demand's order.
    pub courses: Vec<CourseGroups>,
    /// What could not be avoided, because the catalogue has no other date.
    pub clashes: Vec<Clash>,
    /// Whether other dates may avoid a clash after all, as there were too many to try them all.
    pub cut_short: bool,
    /// How many steps were taken.
    pub steps: u64,
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
        let mut steps = Steps::new(MOST_STEPS);
        let classes: Vec<Class<'_>> = demand
            .courses
            .iter()
            .map(|need| (need, &department.catalogue.courses[need.course.0]))
            .filter(|(_, course)| leaves_the_office(course.form))
            .map(|(need, course)| Class::new(need, course, department, &offices, on))
            .collect();
        let mut arrangement = one_by_one(&classes, &offices, &mut steps);
        let mut clashes = away(&classes, &arrangement).clashes(&offices);
        let mut cut_short = false;
        if !clashes.is_empty() {
            for together in in_each_others_way(&classes, &clashes) {
                let members: Vec<&Class<'_>> = together.iter().map(|&i| &classes[i]).collect();
                let all_choices = members.iter().all(|class| class.has_all_choices);
                match Search::new(members, &offices, &mut steps).run() {
                    Found::Arrangement(found) => {
                        together.into_iter().zip(found).for_each(|(i, groups)| arrangement[i] = groups);
                    }
                    Found::NoneThereIs => cut_short |= !all_choices,
                    Found::NoneSoFar => cut_short = true,
                }
            }
            clashes = away(&classes, &arrangement).clashes(&offices);
        }
        let steps = steps.taken() + classes.iter().map(|class| class.steps).sum::<u64>();
        let courses = classes.iter().zip(arrangement).map(|(class, groups)| {
            let groups = in_order(groups);
            CourseGroups { course: class.need.course, why: class.why(groups.len()), groups }
        });
        Self { courses: courses.collect(), clashes, cut_short, steps }
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
    let mut away = Away::default();
    let absences = classes.iter().zip(arrangement).flat_map(|(class, groups)| class.absences(groups));
    absences.for_each(|absence| away.add(absence));
    away
}

/// Groups for each course, the ones with the least choice placed first, so that
/// the others can give way.
fn one_by_one(classes: &[Class<'_>], offices: &[usize], steps: &mut Steps) -> Vec<Vec<Group>> {
    let mut order: Vec<usize> = (0..classes.len()).collect();
    order.sort_by_key(|&i| classes[i].choices.len());
    let mut away = Away::default();
    let mut arrangement = vec![Vec::new(); classes.len()];
    for i in order {
        arrangement[i] = classes[i].best(&mut away, offices, steps);
        classes[i].absences(&arrangement[i]).into_iter().for_each(|absence| away.add(absence));
    }
    arrangement
}

/// The courses of each clash together with all that could be in their way: those
/// with people of the same schools on the same days, and so on.
fn in_each_others_way(classes: &[Class<'_>], clashes: &[Clash]) -> Vec<Vec<usize>> {
    let groups = meeting(classes);
    let by_course: BTreeMap<CourseIndex, usize> =
        classes.iter().enumerate().map(|(i, class)| (class.need.course, i)).collect();
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (i, group) in groups.iter().enumerate() {
        members.entry(*group).or_default().push(i);
    }
    let mut seen = BTreeSet::new();
    let of_clash = |clash: &Clash| {
        let (Clash::OfficeEmpty(_, courses) | Clash::TwoAtOnce(_, courses)) = clash;
        courses.first().and_then(|course| by_course.get(course)).map(|&i| groups[i])
    };
    // The courses of one clash meet, so each of them leads to all.
    let hit = clashes.iter().filter_map(of_clash).filter(|group| seen.insert(*group));
    hit.filter_map(|group| members.get(&group).cloned()).collect()
}

/// For each course the first of those that it meets, or that they meet, and so on: those
/// with people of one school and sessions that have a day in common.
fn meeting(classes: &[Class<'_>]) -> Vec<usize> {
    let mut by_school: BTreeMap<SchoolIndex, Vec<(Date, Date, usize)>> = BTreeMap::new();
    for (i, class) in classes.iter().enumerate() {
        let schools: BTreeSet<SchoolIndex> =
            class.people.iter().map(|&person| class.school(person)).collect();
        for school in schools {
            let days = class.possible().map(|session| (session.start, last_day(session), i));
            by_school.entry(school).or_default().extend(days);
        }
    }
    let mut first: Vec<usize> = (0..classes.len()).collect();
    let find = |first: &mut Vec<usize>, mut i: usize| {
        while first[i] != i {
            first[i] = first[first[i]];
            i = first[i];
        }
        i
    };
    for mut days in by_school.into_values() {
        days.sort_unstable();
        let mut until: Option<(Date, usize)> = None;
        for (start, end, class) in days {
            let before = until.filter(|(until, _)| start <= *until);
            if let Some((_, other)) = before {
                let (a, b) = (find(&mut first, class), find(&mut first, other));
                first[a.max(b)] = a.min(b);
            }
            until = Some(before.map_or((end, class), |(until, _)| (until.max(end), class)));
        }
    }
    (0..classes.len()).map(|i| find(&mut first, i)).collect()
}

/// A course that is to be divided into groups.
struct Class<'a> {
    need: &'a CourseNeed,
    course: &'a Course,
    department: &'a Department,
    /// The sessions that can still be taken.
    sessions: Vec<usize>,
    /// The seats of the largest of them, or of a further group if there are none.
    most_seats: u64,
    /// The sets of sessions that make as few groups as possible, the earliest first.
    choices: Vec<Choice<'a>>,
    /// Whether there are no more choices than these.
    has_all_choices: bool,
    /// How many steps it took to find them.
    steps: u64,
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
        let more = vec![further; fewest.further];
        let mut steps = Steps::new(MOST_STEPS_TO_CHOOSE);
        let (all, schools) = (people.len(), emptied.len());
        let sets = choices(all, schools, &known, fewest.sessions, &more, MOST_CHOICES, &mut steps);
        let choices = sets.sets.iter().map(|set| {
            let dated = set.iter().map(|&i| sessions[i]).collect();
            let room = set.iter().map(|&i| known[i]).chain(more.iter().copied()).collect();
            Choice::new(course, dated, room)
        });
        Self {
            need,
            course,
            department,
            most_seats: known.iter().copied().max().unwrap_or(further),
            choices: choices.collect(),
            has_all_choices: sets.all,
            steps: steps.taken(),
            sessions,
            emptied,
            people,
            alone,
        }
    }

    fn school(&self, person: PersonIndex) -> SchoolIndex {
        self.department.people[person].school
    }

    fn seating(&self, choice: &Choice<'_>, offices: &[usize]) -> Seating {
        Seating::new(self.people.iter().map(|&person| self.school(person)), offices, &choice.room)
    }

    /// The groups in the order in which `person` takes one.
    fn order<'c>(&self, person: PersonIndex, choice: &'c Choice<'_>) -> &'c [usize] {
        if self.alone.contains(&person) { &choice.half_days_first } else { &choice.in_order }
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
    fn best(&self, away: &mut Away, offices: &[usize], steps: &mut Steps) -> Vec<Group> {
        let half_days = self.possible().any(|session| session.half_days);
        let mut best: Option<((usize, usize), Vec<Group>)> = None;
        for choice in &self.choices {
            let placed = self.place(choice, away, offices, steps);
            if best.as_ref().is_none_or(|(cost, _)| placed.0 < *cost) {
                let (clashes, whole_days) = placed.0;
                best = Some(placed);
                if clashes == 0 && (whole_days == 0 || !half_days) {
                    break;
                }
            }
            if steps.are_used_up() {
                break;
            }
        }
        best.map(|(_, groups)| groups).unwrap_or_default()
    }

    /// Places everybody, one after the other, each in the first group that leaves
    /// the others placeable, and rather in one whose dates don't clash. Returns
    /// how many clash, and how many leave an office alone for whole days.
    ///
    /// Once there are no steps left, dates are no longer compared.
    fn place(
        &self,
        choice: &Choice<'_>,
        away: &mut Away,
        offices: &[usize],
        steps: &mut Steps,
    ) -> ((usize, usize), Vec<Group>) {
        let mut seating = self.seating(choice, offices);
        let mut groups = choice.groups();
        let mut noted = Vec::new();
        let (mut clashes, mut whole_days) = (0, 0);
        for &person in &self.people {
            let school = self.school(person);
            let mut clash = |group: usize| {
                let Some(session) = choice.session(group) else { return false };
                steps.take(1 + away.of(school) as u64)
                    && away.would_clash(self.absence(person, session), offices[school.0])
            };
            let mut first = None;
            let mut without = None;
            for &group in self.order(person, choice) {
                if !seating.can_sit(school, group) {
                    continue;
                }
                if !clash(group) {
                    without = Some(group);
                    break;
                }
                first = first.or(Some(group));
            }
            let Some(group) = without.or(first) else { continue };
            clashes += usize::from(without.is_none());
            if let Some(session) = choice.session(group) {
                whole_days += usize::from(self.alone.contains(&person) && !session.half_days);
                away.add(self.absence(person, session));
                noted.push(school);
            }
            seating.sit(school, group);
            groups[group].people.push(person);
        }
        noted.into_iter().for_each(|school| away.take_back(school));
        ((clashes, whole_days), groups)
    }

    /// The sessions that can still be taken.
    fn possible(&self) -> impl Iterator<Item = &Session> {
        self.sessions.iter().map(|&i| &self.course.sessions[i])
    }

    /// Why there are so many groups.
    fn why(&self, groups: usize) -> Why {
        let too_few_seats = self.most_seats < self.people.len() as u64;
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
    /// All groups, one after the other.
    in_order: Vec<usize>,
    /// All groups, those of half days first.
    half_days_first: Vec<usize>,
}

impl<'a> Choice<'a> {
    fn new(course: &'a Course, dated: Vec<usize>, room: Vec<u64>) -> Self {
        let in_order: Vec<usize> = (0..room.len()).collect();
        let mut choice = Self { course, dated, room, half_days_first: in_order.clone(), in_order };
        let mut half_days_first = std::mem::take(&mut choice.half_days_first);
        half_days_first.sort_by_key(|&group| !choice.has_half_days(group));
        choice.half_days_first = half_days_first;
        choice
    }

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

/// What became of a search.
enum Found {
    /// An arrangement without any clash.
    Arrangement(Vec<Vec<Group>>),
    /// There is none.
    NoneThereIs,
    /// None was found before the search was given up.
    NoneSoFar,
}

/// Tries all arrangements of some courses for one without any clash.
///
/// What is decided stands on a stack of its own, as there are as many decisions as
/// people in all courses together.
struct Search<'a> {
    classes: Vec<&'a Class<'a>>,
    offices: &'a [usize],
    steps: &'a mut Steps,
    away: Away,
    /// The courses that have sessions by now.
    open: Vec<Open<'a>>,
    /// Places that may still be tried.
    left: usize,
    /// Whether there would have been more.
    given_up: bool,
}

/// A course whose sessions are chosen.
struct Open<'a> {
    choice: &'a Choice<'a>,
    seating: Seating,
    groups: Vec<Group>,
}

/// What is to be decided, and how far that is.
enum Decision {
    /// Which choice of sessions the course takes; the number is the next one to try.
    Choice { class: usize, next: usize },
    /// In which group the person sits, whose number among the course's people is `person`.
    Place { class: usize, person: usize, next: usize, taken: Option<Taken> },
}

/// A place that a person has.
struct Taken {
    seat: Seat,
    group: usize,
    dated: bool,
}

impl<'a> Search<'a> {
    fn new(classes: Vec<&'a Class<'a>>, offices: &'a [usize], steps: &'a mut Steps) -> Self {
        let (away, open) = (Away::default(), Vec::new());
        Self { classes, offices, steps, away, open, left: MOST_PLACES, given_up: false }
    }

    fn run(mut self) -> Found {
        let mut decisions = vec![Decision::Choice { class: 0, next: 0 }];
        while let Some(mut decision) = decisions.pop() {
            let decided = match &mut decision {
                Decision::Choice { class, next } => self.choose(*class, next).then_some((*class, 0)),
                Decision::Place { class, person, next, taken } => {
                    if let Some(taken) = taken.take() {
                        self.leave(*class, *person, taken);
                    }
                    *taken = self.sit(*class, *person, next);
                    taken.is_some().then_some((*class, *person + 1))
                }
            };
            if self.given_up {
                return Found::NoneSoFar;
            }
            let Some((class, person)) = decided else { continue };
            decisions.push(decision);
            if person < self.classes[class].people.len() {
                decisions.push(Decision::Place { class, person, next: 0, taken: None });
            } else if class + 1 < self.classes.len() {
                decisions.push(Decision::Choice { class: class + 1, next: 0 });
            } else {
                return Found::Arrangement(self.open.into_iter().map(|open| open.groups).collect());
            }
        }
        Found::NoneThereIs
    }

    /// Whether there is another choice of sessions for the course; it takes it then.
    fn choose(&mut self, number: usize, next: &mut usize) -> bool {
        self.open.truncate(number);
        let class = self.classes[number];
        let Some(choice) = class.choices.get(*next) else { return false };
        *next += 1;
        self.open.push(Open {
            choice,
            seating: class.seating(choice, self.offices),
            groups: choice.groups(),
        });
        true
    }

    /// The next place that the person can have without a clash, if any; he has it then.
    fn sit(&mut self, number: usize, person: usize, next: &mut usize) -> Option<Taken> {
        let class = self.classes[number];
        let open = self.open.get_mut(number)?;
        let person = class.people[person];
        let school = class.school(person);
        while let Some(&group) = class.order(person, open.choice).get(*next) {
            *next += 1;
            if !open.seating.can_sit(school, group) {
                continue;
            }
            if self.left == 0 || !self.steps.take(1 + self.away.of(school) as u64) {
                self.given_up = true;
                return None;
            }
            self.left -= 1;
            let absence = open.choice.session(group).map(|session| class.absence(person, session));
            if absence.is_some_and(|absence| self.away.would_clash(absence, self.offices[school.0])) {
                continue;
            }
            absence.into_iter().for_each(|absence| self.away.add(absence));
            open.groups[group].people.push(person);
            return Some(Taken { seat: open.seating.sit(school, group), group, dated: absence.is_some() });
        }
        None
    }

    /// Takes the place back.
    fn leave(&mut self, number: usize, person: usize, taken: Taken) {
        let class = self.classes[number];
        if taken.dated {
            self.away.take_back(class.school(class.people[person]));
        }
        if let Some(open) = self.open.get_mut(number) {
            open.groups[taken.group].people.pop();
            open.seating.stand_up(taken.seat);
        }
    }
}

/// The seats of a session: those not taken, else all; without limit where neither is known.
fn seats(session: &Session) -> u64 {
    session.free_seats.or(session.seats).map_or(u64::MAX, u64::from)
}
