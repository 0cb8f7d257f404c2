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
        let id = format!("part {} {before}", session.part + 1);
        let title = format!("{}: {part}{time}", programme.name);
        events.push(Event::session(id, session.days, session.half_days, title, session.town.clone()));
    }
    events
}
