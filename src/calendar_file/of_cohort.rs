//! The sessions of a programme's cohort as events.

use super::Event;
use crate::programme::cohort::Cohort;
use crate::programme::definition::Programme;

/// The sessions of `cohort`. Titles name the programme and the part, which every participant has in common.
pub(crate) fn events(programme: &Programme, cohort: &Cohort) -> Vec<Event> {
    let mut events: Vec<Event> = Vec::new();
    for session in &cohort.sessions {
        let part = format!("{} {}", session.part + 1, programme.parts[session.part].name);
        // A part may take more than one session.
        let before =
            cohort.sessions.iter().take(events.len()).filter(|other| other.part == session.part).count();
        let time = session.time.as_ref().map(|time| format!(" ({time})")).unwrap_or_default();
        events.push(Event {
            id: format!("part {} {before}", session.part + 1),
            first: session.days.first,
            last: session.days.last,
            title: format!("{}: {part}{time}", programme.name),
            place: session.town.clone(),
            is_busy: true,
        });
    }
    events
}
