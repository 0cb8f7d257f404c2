//! Planning of course groups: a session for everybody who takes a course away from the office.
//!
//! A provider's sessions (*hold*) are open to everybody, and using two of them costs nothing; a
//! class of the department's own costs for each session held. Enrolled people keep their session, and
//! people in a programme its days.
//! Nobody is in two places at once, and no office of two or more is empty, over all courses
//! together, even if a person stays without a date. Then, in this order: as many people as possible
//! get a date, schools with one person go on half days, deadlines are kept, own classes are held
//! as rarely as possible, the department's preferences are met, and sessions are early.
//!
//! The search itself is in [`super::assignment`], which is independent of people and courses.

use std::collections::BTreeSet;

use jiff::civil::Date;

pub(crate) use super::assignment::Obstacle;
use super::assignment::{Assignment, AssignmentProblem, COSTS, Candidate, RankedCost, SeatChoice, SlotSet};
use super::choices::{CourseChoice, PersonChoices, open_sessions};
use super::demand::{CourseNeed, Demand};
use super::session_absence::{self, Absence};
use crate::department::catalogue::{Course, CourseIndex, Session};
use crate::department::learning_form::LearningForm;
use crate::department::person::owner_of;
use crate::department::settings::SchoolIndex;
use crate::department::values::Period;
use crate::department::{Department, PersonIndex};

/// The groups of all courses.
#[derive(Debug, Default)]
pub struct Schedule {
    /// One entry for each course away from the office, in the demand's order.
    pub courses: Vec<CourseGroups>,
    /// Unavoidable clashes between the sessions in which people are already enrolled.
    pub clashes: Vec<Clash>,
    /// Whether the groups are proven optimal; `false` if the search reached its step limit.
    pub is_proven: bool,
}

/// The groups of one course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CourseGroups {
    /// Index in the catalogue.
    pub course: CourseIndex,
    /// The groups in order of start, those without a date last.
    pub groups: Vec<Group>,
    /// People who are enrolled without a session in their plan.
    pub unknown: Vec<PersonIndex>,
    /// Reasons why people are not in their best session.
    pub reasons: Vec<Reason>,
}

/// A group of people in one session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Index of the course's session; `None` for people without a date.
    pub session: Option<usize>,
    /// Members of the group.
    pub people: Vec<PersonIndex>,
    /// Number of members who are already enrolled.
    pub enrolled: usize,
}

/// The reason why people are in a later session than their best one, or without a date.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reason {
    /// The better sessions, each with its obstacle.
    pub against: Vec<(usize, Obstacle)>,
    /// The final placement.
    pub outcome: CandidateOutcome,
    /// People that the reason applies to.
    pub people: Vec<PersonIndex>,
}

/// The final placement of a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CandidateOutcome {
    /// In a session before the deadline.
    Placed,
    /// In a session after the deadline.
    AfterDeadline,
    /// Without a date.
    WithoutDate,
}

/// A clash of dates.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Clash {
    /// The courses together leave a school's office empty on some day.
    OfficeEmpty(SchoolIndex, Vec<CourseIndex>),
    /// One person is at these courses at once.
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
        if let Some(school) = owner_of(file).school.and_then(|school| settings.school(&school)) {
            sizes[school.0] += 1;
        }
    }
    sizes
}

/// Whether this form of learning takes place away from the office.
pub fn leaves_the_office(form: LearningForm) -> bool {
    !matches!(form, LearningForm::PeerTraining | LearningForm::JobRotation | LearningForm::SelfStudy)
}

/// Ranks of a place's cost, the most important first.
mod rank {
    pub(super) const WITHOUT_DATE: usize = 0;
    pub(super) const ALONE_ON_WHOLE_DAYS: usize = 1;
    pub(super) const AFTER_DEADLINE: usize = 2;
    pub(super) const WISHES: usize = 4;
    pub(super) const DAYS: usize = 5;
}

impl Schedule {
    /// Plans the groups for `demand` and the `choices` behind it; sessions that begin before the
    /// day `on` are over.
    pub(crate) fn of(
        demand: &Demand,
        choices: &[PersonChoices],
        department: &Department,
        on: Option<Date>,
    ) -> Self {
        let planner = Planner { department, choices, on, offices: office_sizes(department) };
        let leaving = |need: &&CourseNeed| leaves_the_office(planner.course(need.course).form);
        let needs: Vec<&CourseNeed> = demand.courses.iter().filter(leaving).collect();
        let enrolled = planner.enrolled(&needs);
        let (problem, who) = planner.problem(&needs, &enrolled);
        let assignment = Assignment::of(&problem);
        let courses = needs.iter().enumerate().map(|(class, need)| {
            let of_class = |taken: &&Attendee| taken.class == class;
            let enrolled = enrolled.iter().filter(of_class);
            let placed = who.iter().enumerate().filter(|(_, taken)| taken.class == class);
            let placed = placed.map(|(i, taken)| (i, taken.person, assignment.place(i).session));
            planner.groups(class, need, enrolled.collect(), placed.collect(), &problem, &assignment)
        });
        Self {
            courses: courses.collect(),
            clashes: planner.clashes(&needs, &enrolled),
            is_proven: assignment.is_proven(),
        }
    }
}

impl Schedule {
    /// The part that concerns the people of `school`, for whom `is_own` is true.
    pub(super) fn of_people(
        &self,
        choices: &[PersonChoices],
        school: SchoolIndex,
        is_own: impl Fn(PersonIndex) -> bool,
    ) -> Self {
        let own = |people: &[PersonIndex]| -> Vec<PersonIndex> {
            people.iter().copied().filter(|&person| is_own(person)).collect()
        };
        let has_a_seat = |course, &person: &PersonIndex| {
            choices[person].course(course).is_some_and(|choice| choice.progress.has_a_seat())
        };
        let groups = |all: &CourseGroups| CourseGroups {
            course: all.course,
            groups: (all.groups.iter())
                .map(|group| {
                    let people = own(&group.people);
                    let enrolled = people.iter().filter(|person| has_a_seat(all.course, person)).count();
                    Group { session: group.session, people, enrolled }
                })
                .filter(|group| !group.people.is_empty())
                .collect(),
            unknown: own(&all.unknown),
            reasons: (all.reasons.iter())
                .map(|reason| Reason { people: own(&reason.people), ..reason.clone() })
                .filter(|reason| !reason.people.is_empty())
                .collect(),
        };
        let concerns = |clash: &&Clash| match clash {
            Clash::OfficeEmpty(other, _) => *other == school,
            Clash::TwoAtOnce(person, _) => is_own(*person),
        };
        let is_used = |groups: &CourseGroups| !(groups.groups.is_empty() && groups.unknown.is_empty());
        Self {
            courses: self.courses.iter().map(groups).filter(is_used).collect(),
            clashes: self.clashes.iter().filter(concerns).cloned().collect(),
            is_proven: self.is_proven,
        }
    }
}

/// A person who takes a course.
struct Attendee {
    /// Index among the planned courses.
    class: usize,
    person: PersonIndex,
    /// Index of the session, if enrolled in a known one.
    session: Option<usize>,
}

struct Planner<'a> {
    department: &'a Department,
    choices: &'a [PersonChoices],
    on: Option<Date>,
    offices: Vec<usize>,
}

impl Planner<'_> {
    fn course(&self, course: CourseIndex) -> &Course {
        &self.department.catalogue.courses[course.0]
    }

    fn school(&self, person: PersonIndex) -> SchoolIndex {
        self.department.people[person].school
    }

    fn choice(&self, person: PersonIndex, course: CourseIndex) -> Option<&CourseChoice> {
        self.choices[person].course(course)
    }

    fn is_alone(&self, person: PersonIndex) -> bool {
        self.offices[self.school(person).0] < 2
    }

    /// People who are enrolled, with or without a known session.
    fn enrolled(&self, needs: &[&CourseNeed]) -> Vec<Attendee> {
        let mut enrolled = Vec::new();
        for (class, need) in needs.iter().enumerate() {
            for &person in &need.people {
                let Some(choice) = self.choice(person, need.course) else { continue };
                if choice.progress.has_a_seat() {
                    let session = choice.known_session(self.course(need.course));
                    enrolled.push(Attendee { class, person, session });
                }
            }
        }
        enrolled
    }

    /// The assignment problem, and the person and course behind each of its candidates.
    fn problem(&self, needs: &[&CourseNeed], enrolled: &[Attendee]) -> (AssignmentProblem, Vec<Attendee>) {
        let sessions = |need: &CourseNeed| self.course(need.course).sessions.iter();
        let first_day = needs.iter().flat_map(|need| sessions(need)).map(|session| session.start).min();
        let first_day = first_day.unwrap_or(Date::MIN);
        let programmes = session_absence::of_programmes(self.department);
        let away = |absence: &Absence| Period { first: absence.first, last: absence.last };
        let periods = needs.iter().flat_map(|need| sessions(need)).flat_map(Session::periods);
        let slots = Slots::of(periods.chain(programmes.iter().map(away)));
        let mut problem = AssignmentProblem::new(self.department.people.len(), &self.offices, slots.count());
        let (mut who, mut starts) = (Vec::new(), Vec::new());
        for need in needs {
            let course = self.course(need.course);
            let first = problem.sessions.len();
            starts.push(first);
            for (i, session) in course.sessions.iter().enumerate() {
                let taken = enrolled.iter().filter(|taken| needs[taken.class].course == need.course);
                let taken = taken.filter(|taken| taken.session == Some(i)).count() as u64;
                // Enrolled people reduce the total of seats, but not a provider's count of free ones.
                let free = if session.free_seats.is_some() { 0 } else { taken };
                problem.add_session(slots.of_session(session), session.free().saturating_sub(free));
            }
            problem.end_class(course.is_own_class());
        }
        for absence in &programmes {
            problem.add_absence(absence.person, absence.school.0, slots.of_periods([away(absence)]));
        }
        for taken in enrolled {
            if let Some(session) = taken.session {
                problem.seat(taken.person, self.school(taken.person).0, starts[taken.class] + session);
            }
        }
        for (class, need) in needs.iter().enumerate() {
            let course = self.course(need.course);
            for &person in &need.people {
                let Some(choice) = self.choice(person, need.course) else { continue };
                if choice.progress.has_a_seat() {
                    continue;
                }
                let mut places: Vec<SeatChoice> = self
                    .possible(choice, course)
                    .into_iter()
                    .map(|session| SeatChoice {
                        session: Some(starts[class] + session),
                        cost: self.cost(person, choice, &course.sessions[session], first_day),
                    })
                    .collect();
                let mut without_date: RankedCost = [0; COSTS];
                without_date[rank::WITHOUT_DATE] = 1;
                places.push(SeatChoice { session: None, cost: without_date });
                places.sort_by_key(|place| place.cost);
                problem.candidates.push(Candidate { person, school: self.school(person).0, class, places });
                who.push(Attendee { class, person, session: None });
            }
        }
        (problem, who)
    }

    /// The sessions possible for somebody who is not enrolled: the one named in the plan, or else
    /// all open ones.
    fn possible(&self, choice: &CourseChoice, course: &Course) -> Vec<usize> {
        let mut open = open_sessions(course, self.on);
        if choice.session.is_some() {
            let known = choice.known_session(course);
            open.retain(|session| known == Some(*session));
        }
        open
    }

    fn cost(
        &self,
        person: PersonIndex,
        choice: &CourseChoice,
        session: &Session,
        first_day: Date,
    ) -> RankedCost {
        let settings = &self.department.settings;
        let wishes = &settings.preferences;
        let town = settings.schools[self.school(person).0].town.as_deref();
        let is_far = session.town.as_deref().zip(town).is_some_and(|(there, here)| there != here);
        let mut cost: RankedCost = [0; COSTS];
        cost[rank::ALONE_ON_WHOLE_DAYS] = i64::from(self.is_alone(person) && !session.half_days);
        let is_late = choice.deadline.is_some_and(|deadline| session.last_day() > deadline);
        cost[rank::AFTER_DEADLINE] = i64::from(is_late);
        cost[rank::WISHES] =
            i64::from(wishes.half_days && !session.half_days) + i64::from(wishes.near && is_far);
        cost[rank::DAYS] = i64::from((session.start - first_day).get_days());
        cost
    }

    fn groups(
        &self,
        class: usize,
        need: &CourseNeed,
        enrolled: Vec<&Attendee>,
        placed: Vec<(usize, PersonIndex, Option<usize>)>,
        problem: &AssignmentProblem,
        assignment: &Assignment<'_>,
    ) -> CourseGroups {
        let course = self.course(need.course);
        let first = problem.first_session(class);
        let mut groups = Vec::new();
        for session in 0..course.sessions.len() {
            let here = enrolled.iter().filter(|taken| taken.session == Some(session));
            let mut people: Vec<PersonIndex> = here.map(|taken| taken.person).collect();
            let enrolled = people.len();
            let newly = placed.iter().filter(|(_, _, place)| *place == Some(first + session));
            people.extend(newly.map(|(_, person, _)| *person));
            people.sort_unstable();
            if !people.is_empty() {
                groups.push(Group { session: Some(session), people, enrolled });
            }
        }
        let without: Vec<PersonIndex> =
            placed.iter().filter(|(_, _, place)| place.is_none()).map(|(_, person, _)| *person).collect();
        groups.extend(self.without_date(without, course));
        let unknown = enrolled.iter().filter(|taken| taken.session.is_none()).map(|taken| taken.person);
        let mut reasons: Vec<Reason> = Vec::new();
        for &(candidate, person, _) in &placed {
            let Some(reason) = reason(candidate, person, first, problem, assignment) else { continue };
            let same =
                |known: &&mut Reason| known.against == reason.against && known.outcome == reason.outcome;
            match reasons.iter_mut().find(same) {
                Some(known) => known.people.extend(reason.people),
                None => reasons.push(reason),
            }
        }
        CourseGroups { course: need.course, groups, unknown: unknown.collect(), reasons }
    }

    /// Groups without a date: one for an open course; for an own class as many as seats and
    /// staffing of offices require.
    fn without_date(&self, mut people: Vec<PersonIndex>, course: &Course) -> Vec<Group> {
        if people.is_empty() {
            return Vec::new();
        }
        people.sort_by_key(|&person| (self.school(person), person));
        let mut count = 1;
        if course.is_own_class() {
            let largest = course.sessions.iter().filter_map(|session| session.seats).max();
            let largest = largest.and_then(|seats| usize::try_from(seats).ok()).filter(|seats| *seats > 0);
            count = largest.map_or(1, |seats| people.len().div_ceil(seats));
            let all_go = |&person: &PersonIndex| {
                let school = self.school(person);
                let going = people.iter().filter(|&&other| self.school(other) == school).count();
                self.offices[school.0] >= 2 && going >= self.offices[school.0]
            };
            if people.iter().any(all_go) {
                count = count.max(2);
            }
        }
        // Dealt out round-robin from the sorted list, which separates people of the same school.
        let group = |i: usize| {
            let mut people: Vec<PersonIndex> = people.iter().skip(i).step_by(count).copied().collect();
            people.sort_unstable();
            Group { session: None, people, enrolled: 0 }
        };
        (0..count).map(group).collect()
    }

    /// Clashes between the sessions of enrolled people.
    fn clashes(&self, needs: &[&CourseNeed], enrolled: &[Attendee]) -> Vec<Clash> {
        let absences: Vec<(&Attendee, &Session)> = enrolled
            .iter()
            .filter_map(|taken| {
                Some((taken, &self.course(needs[taken.class].course).sessions[taken.session?]))
            })
            .collect();
        let courses = |absences: &[(&Attendee, &Session)]| {
            let courses: BTreeSet<CourseIndex> =
                absences.iter().map(|(taken, _)| needs[taken.class].course).collect();
            courses.into_iter().collect::<Vec<_>>()
        };
        let mut clashes = BTreeSet::new();
        // The number of absences is highest on the first day of one of their periods.
        let first_days = absences.iter().flat_map(|(taken, session)| {
            session.periods().into_iter().map(move |period| (*taken, period.first))
        });
        for (first, day) in first_days {
            let school = self.school(first.person);
            let away: Vec<(&Attendee, &Session)> = absences
                .iter()
                .copied()
                .filter(|(other, session)| self.school(other.person) == school && session.meets_on(day))
                .collect();
            let own: Vec<(&Attendee, &Session)> =
                away.iter().copied().filter(|(other, _)| other.person == first.person).collect();
            if own.len() > 1 {
                clashes.insert(Clash::TwoAtOnce(first.person, courses(&own)));
            }
            let people: BTreeSet<PersonIndex> = away.iter().map(|(other, _)| other.person).collect();
            let office = self.offices[school.0];
            if office >= 2 && people.len() >= office {
                clashes.insert(Clash::OfficeEmpty(school, courses(&away)));
            }
        }
        clashes.into_iter().collect()
    }
}

/// The reason why a candidate is not in the best place or is after the deadline.
fn reason(
    candidate: usize,
    person: PersonIndex,
    first: usize,
    problem: &AssignmentProblem,
    assignment: &Assignment<'_>,
) -> Option<Reason> {
    let place = assignment.place(candidate);
    let better = problem.candidates[candidate].places.iter().take_while(|other| other.cost < place.cost);
    let against: Vec<(usize, Obstacle)> = better
        .filter_map(|other| {
            let session = other.session?;
            Some((session - first, assignment.against(candidate, session)?))
        })
        .collect();
    let outcome = match place {
        SeatChoice { session: None, .. } => CandidateOutcome::WithoutDate,
        SeatChoice { cost, .. } if cost[rank::AFTER_DEADLINE] > 0 => CandidateOutcome::AfterDeadline,
        _ => CandidateOutcome::Placed,
    };
    let is_reported = !against.is_empty() || outcome != CandidateOutcome::Placed;
    is_reported.then(|| Reason { against, outcome, people: vec![person] })
}

/// Time slots: the intervals between the first and last days of all sessions, their blocks, and the
/// sessions of programmes.
struct Slots {
    /// First day of each slot.
    edges: Vec<Date>,
}

impl Slots {
    fn of(periods: impl Iterator<Item = Period>) -> Self {
        let edges: BTreeSet<Date> =
            periods.flat_map(|period| [period.first, period.last.tomorrow().unwrap_or(Date::MAX)]).collect();
        Self { edges: edges.into_iter().collect() }
    }

    fn count(&self) -> usize {
        self.edges.len()
    }

    fn of_session(&self, session: &Session) -> SlotSet {
        self.of_periods(session.periods())
    }

    fn of_periods(&self, periods: impl IntoIterator<Item = Period>) -> SlotSet {
        let at = |day: Date| self.edges.partition_point(|edge| *edge < day);
        let slots = |period: Period| {
            let end = period.last.tomorrow().unwrap_or(Date::MAX);
            // A session that ends before it begins is reported elsewhere; here it takes one day.
            let start = at(period.first);
            start..at(end).max(start + 1)
        };
        SlotSet::new(periods.into_iter().map(slots))
    }
}
