//! The dates of a person's plan as events.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::Event;
use crate::analysis::choices::{CourseChoice, PersonChoices};
use crate::analysis::status::{Due, dates_due};
use crate::department::Department;
use crate::department::catalogue::Course;
use crate::department::profile::Profile;
use crate::language::Language;

/// The department's deadlines, the talk, the follow-up, and the deadlines and sessions of what is
/// still to come in the plan of `person`.
pub(crate) fn events(person: &Profile, department: &Department, language: &Language) -> Vec<Event> {
    let say = |key: &str| language.say(key, &[]);
    let mut events: Vec<Event> = Vec::new();
    let concerns_people = |due: &(Due, Date)| due.0 != Due::StrategicPlan;
    for (due, day) in dates_due(&department.settings).filter(concerns_people) {
        let title = language.say("date-deadline", &[("what", say(due.word_key()).into())]);
        events.push(Event::on(day, format!("{due:?}"), title));
    }
    events.extend(person.talk.map(|day| Event::on(day, "talk", say("event-talk"))));
    events.extend(person.follow_up.map(|day| Event::on(day, "follow-up", say("event-follow-up"))));
    for (day, lines) in deadlines(person) {
        let title = language.say("event-deadline", &[("count", lines.len().into())]);
        events.push(Event::on(day, format!("line {}", lines[0]), title));
    }
    for choice in PersonChoices::of(person, department, None).to_come() {
        events.extend(sessions(choice, &department.catalogue.courses[choice.course.0], language));
    }
    events.extend(department.programmes.of_profile(&person.file).flat_map(|own| {
        let title = say("event-course");
        own.days().enumerate().map(move |(number, (days, half_days))| {
            let id = format!("programme {} {number}", own.programme.key);
            Event::session(id, days, half_days, title.clone(), None)
        })
    }));
    // Next year's dates must not move this year's.
    let period = department.settings.period.as_deref().unwrap_or_default();
    for event in &mut events {
        event.id = format!("{period}\n{}", event.id);
    }
    events
}

/// The days on which lines of the plan are due, each with the positions of its lines.
fn deadlines(person: &Profile) -> BTreeMap<Date, Vec<usize>> {
    let mut days: BTreeMap<Date, Vec<usize>> = BTreeMap::new();
    for (i, line) in person.plan.iter().enumerate().filter(|(_, line)| line.is_to_come()) {
        if let Some(day) = line.deadline {
            days.entry(day).or_default().push(i);
        }
    }
    days
}

/// The days of the chosen session of a course, and the last day of registration for it.
fn sessions(choice: &CourseChoice, course: &Course, language: &Language) -> Vec<Event> {
    let Some(start) = choice.session else { return Vec::new() };
    let title = language.say("event-course", &[]);
    let Some(session) = choice.known_session(course).map(|session| &course.sessions[session]) else {
        return vec![Event::on(start, format!("course {} 0", course.number), title)];
    };
    let days = session.periods().into_iter().enumerate().map(|(block, days)| {
        let id = format!("course {} {block}", course.number);
        Event::session(id, days, session.half_days, title.clone(), session.town.clone())
    });
    let registration = session.registration.filter(|_| !choice.progress.has_a_seat()).map(|day| {
        Event::on(day, format!("registration {}", course.number), language.say("event-registration", &[]))
    });
    days.chain(registration).collect()
}
