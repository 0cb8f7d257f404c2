//! The dates of a department's year: deadlines, talks, registration, sessions and follow-ups.

use jiff::civil::Date;

use super::groups::Schedule;
use super::status::{Due, dates_due};
use crate::department::catalogue::CourseIndex;
use crate::department::{Department, PersonIndex};

/// Something that happens on a day of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum YearEvent {
    /// A task is due.
    Deadline(Due),
    /// The last day of registration for a session, with the number of people to be registered.
    Registration {
        /// Index in the catalogue.
        course: CourseIndex,
        /// Index of the course's session.
        session: usize,
        /// People in the group who are not enrolled yet.
        people: usize,
    },
    /// The first day of a session, with the number of people in its group.
    Session {
        /// Index in the catalogue.
        course: CourseIndex,
        /// Index of the course's session.
        session: usize,
        /// People in the group.
        people: usize,
    },
    /// A person's talk.
    Talk(PersonIndex),
    /// The follow-up of a person's plan.
    FollowUp(PersonIndex),
}

/// All dates of the year in order; of talks and follow-ups those of `people`.
pub(crate) fn events(
    schedule: &Schedule,
    department: &Department,
    people: &[PersonIndex],
) -> Vec<(Date, YearEvent)> {
    let mut events: Vec<(Date, YearEvent)> =
        dates_due(&department.settings).map(|(what, date)| (date, YearEvent::Deadline(what))).collect();
    for groups in &schedule.courses {
        let course = groups.course;
        for group in &groups.groups {
            let Some(session) = group.session else { continue };
            let dates = &department.catalogue.courses[course.0].sessions[session];
            let people = group.people.len();
            events.push((dates.start, YearEvent::Session { course, session, people }));
            let people = people - group.enrolled;
            let registration = dates.registration.filter(|_| people > 0);
            events.extend(registration.map(|day| (day, YearEvent::Registration { course, session, people })));
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
