//! The dates of a department's year: deadlines, talks, registration, sessions and follow-ups.

use jiff::civil::Date;

use super::Analysis;
use super::status::{Due, dates_due};
use crate::department::catalogue::CourseIndex;
use crate::department::{Department, PersonIndex};

/// Something that happens on a day of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum YearEvent {
    /// A task is due.
    Deadline(Due),
    /// The last day of registration for a session.
    Registration {
        /// Index in the catalogue.
        course: CourseIndex,
        /// Index of the course's session.
        session: usize,
        /// Number of people who are bound to it or whose plan wishes for it, but who are not enrolled yet.
        people: usize,
        /// Number of people to whom the program suggests it.
        suggested: usize,
    },
    /// The first day of a session.
    Session {
        /// Index in the catalogue.
        course: CourseIndex,
        /// Index of the course's session.
        session: usize,
        /// Number of people who are bound to it or whose plan wishes for it.
        people: usize,
        /// Number of people to whom the program suggests it.
        suggested: usize,
    },
    /// A person's talk.
    Talk(PersonIndex),
    /// The follow-up of a person's plan.
    FollowUp(PersonIndex),
}

/// All dates of the year in order; of talks and follow-ups those of `people`.
pub(crate) fn events(
    analysis: &Analysis,
    department: &Department,
    people: &[PersonIndex],
) -> Vec<(Date, YearEvent)> {
    let mut events: Vec<(Date, YearEvent)> =
        dates_due(&department.settings).map(|(what, date)| (date, YearEvent::Deadline(what))).collect();
    for groups in &analysis.schedule.courses {
        let course = groups.course;
        let commitment = analysis.demand.commitments(course);
        for group in &groups.groups {
            let Some(session) = group.session else { continue };
            let dates = &department.catalogue.courses[course.0].sessions[session];
            let is_suggested = |person: &&PersonIndex| commitment(**person).is_suggested();
            let suggested = group.people.iter().filter(is_suggested).count();
            let people = group.people.len() - suggested;
            events.push((dates.start, YearEvent::Session { course, session, people, suggested }));
            let people = people.saturating_sub(group.enrolled);
            let registration = dates.registration.filter(|_| people + suggested > 0);
            events.extend(
                registration.map(|day| (day, YearEvent::Registration { course, session, people, suggested })),
            );
        }
    }
    for &i in people {
        let person = &department.people[i];
        events.extend(person.talk.map(|day| (day, YearEvent::Talk(i))));
        events.extend(person.follow_up.map(|day| (day, YearEvent::FollowUp(i))));
    }
    events.sort_unstable();
    events
}
