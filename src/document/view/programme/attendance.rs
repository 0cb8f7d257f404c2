//! The attendance list to sign: for each term the participants by the sessions.

use serde::Serialize;

use super::super::{Fact, Frame};
use super::{facts, session_in_words};
use crate::department::Department;
use crate::language::Language;
use crate::programme::cohort::{Cohort, CohortSession, Participant};
use crate::programme::definition::Programme;

/// The most sessions side by side with room for a signature.
const SESSIONS_ON_A_PAGE: usize = 4;

/// The list.
#[derive(Debug, Serialize)]
pub(crate) struct AttendanceView {
    frame: Frame,
    title: String,
    facts: Vec<Fact>,
    /// How absences are recorded.
    note: String,
    pages: Vec<Page>,
}

/// Some sessions of a term.
#[derive(Debug, Serialize)]
struct Page {
    heading: String,
    sessions: Vec<Column>,
    rows: Vec<Row>,
}

/// A session.
#[derive(Debug, Serialize)]
struct Column {
    number: usize,
    name: String,
    when: String,
    lecturers: String,
}

/// A participant.
#[derive(Debug, Serialize)]
struct Row {
    name: String,
    workplace: String,
    /// What the cell of each session says; empty where there is something to sign.
    cells: Vec<String>,
}

/// The list of `cohort`.
pub(crate) fn view(
    programme: &Programme,
    cohort: &Cohort,
    department: &Department,
    language: &Language,
) -> AttendanceView {
    let participants = cohort.participants_by_name(language);
    let mut pages = Vec::new();
    for (number, term) in programme.terms.iter().enumerate() {
        let sessions: Vec<&CohortSession> =
            cohort.sessions.iter().filter(|session| term.parts.contains(&session.part)).collect();
        // Pages as equally full as possible.
        let count = sessions.len().div_ceil(SESSIONS_ON_A_PAGE).max(1);
        for sessions in sessions.chunks(sessions.len().div_ceil(count).max(1)) {
            let heading = format!("{} {}", number + 1, term.theme);
            pages.push(page(heading, sessions, &participants, programme, language));
        }
    }
    AttendanceView {
        frame: Frame::new(department, language),
        title: language.say("attendance-title", &[("programme", programme.name.as_str().into())]),
        facts: facts(programme, cohort, language),
        note: language.say("attendance-note", &[]),
        pages,
    }
}

fn page(
    heading: String,
    sessions: &[&CohortSession],
    participants: &[&Participant],
    programme: &Programme,
    language: &Language,
) -> Page {
    let cell = |participant: &Participant, session: &CohortSession| {
        if participant.has_credit(session.part) {
            language.say("part-credited", &[])
        } else if !participant.is_there_for(session) {
            "–".to_owned()
        } else {
            String::new()
        }
    };
    let is_there =
        |participant: &&&Participant| sessions.iter().any(|session| participant.is_there_for(session));
    let row = |participant: &&Participant| Row {
        name: participant.name.clone(),
        workplace: participant.workplace.clone().unwrap_or_default(),
        cells: sessions.iter().map(|session| cell(participant, session)).collect(),
    };
    let column = |session: &&CohortSession| Column {
        number: session.part + 1,
        name: programme.parts[session.part].name.clone(),
        when: session_in_words(session, language),
        lecturers: programme.parts[session.part].lecturers.join(", "),
    };
    Page {
        heading,
        sessions: sessions.iter().map(column).collect(),
        rows: participants.iter().filter(is_there).map(row).collect(),
    }
}
