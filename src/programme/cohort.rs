//! A cohort of a programme: who takes part, when it meets, and what each has done.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;

use super::answers::CohortAnswers;
use crate::department::values::Period;
use crate::language::Language;
use crate::source::{Place, SourceFile};

/// A cohort of a programme.
#[derive(Debug)]
pub struct Cohort {
    pub file: Arc<SourceFile>,
    /// The name of its file.
    pub key: String,
    pub name: String,
    /// Who leads it; the programme's leaders if the file names none.
    pub led_by: Vec<String>,
    /// The sessions by date.
    pub sessions: Vec<CohortSession>,
    /// The participants in file order.
    pub participants: Vec<Participant>,
    /// The day of the close.
    pub closed: Option<Date>,
    /// What participants said at the end.
    pub answers: Option<CohortAnswers>,
}

/// A day or more on which a cohort meets for a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CohortSession {
    /// Index of the part.
    pub part: usize,
    /// First and last day.
    pub days: Period,
    /// The time of day, as written.
    pub time: Option<String>,
    /// The town or room.
    pub town: Option<String>,
    /// True if held in half days.
    pub half_days: bool,
}

/// A participant of a cohort.
#[derive(Clone, Debug)]
pub struct Participant {
    pub name: String,
    /// The workplace: the file's, or the school of the profile.
    pub workplace: Option<String>,
    /// Path of the profile; `None` for a bare name.
    pub profile: Option<String>,
    /// The introductions that are done.
    pub introduced: BTreeSet<usize>,
    /// Joint parts that the participant missed.
    pub absent: BTreeSet<usize>,
    /// Missed parts that were made up for.
    pub made_up: BTreeSet<usize>,
    /// Where these are listed.
    pub made_up_place: Option<Place>,
    /// Own works that were handed in.
    pub handed_in: BTreeSet<usize>,
    /// Own works that were approved.
    pub approved: BTreeSet<usize>,
    /// Parts that the participant knew before.
    pub credited: BTreeSet<usize>,
    /// Parts done in a cohort that the participant moved from.
    pub carried: BTreeSet<usize>,
    /// The move to another cohort.
    pub moved: Option<Move>,
    /// The day on which the participant stopped.
    pub stopped: Option<Date>,
}

/// A move to another cohort.
#[derive(Clone, Debug)]
pub struct Move {
    /// The name of the other cohort's file.
    pub to: String,
    /// Where it is named.
    pub place: Place,
    /// The day of the move.
    pub on: Date,
}

impl Participant {
    /// The day on which the participant moved or stopped.
    pub(crate) fn left_on(&self) -> Option<Date> {
        self.moved.as_ref().map(|moved| moved.on).into_iter().chain(self.stopped).min()
    }

    /// Whether the participant knew `part` before, or did it in another cohort.
    pub(crate) fn has_credit(&self, part: usize) -> bool {
        self.credited.contains(&part) || self.carried.contains(&part)
    }

    /// Whether the participant has not left when `session` begins.
    pub(crate) fn is_there_for(&self, session: &CohortSession) -> bool {
        self.left_on().is_none_or(|left| session.days.first < left)
    }
}

impl Cohort {
    /// The session of a part; of several, the last.
    pub(crate) fn session_of(&self, part: usize) -> Option<&CohortSession> {
        self.sessions.iter().rev().find(|session| session.part == part)
    }

    /// The participants by name, in the order of `language`.
    pub(crate) fn participants_by_name(&self, language: &Language) -> Vec<&Participant> {
        let mut participants: Vec<&Participant> = self.participants.iter().collect();
        participants.sort_by(|a, b| language.compare(&a.name, &b.name));
        participants
    }

    /// The last day on which the cohort meets.
    pub(crate) fn last_day(&self) -> Option<Date> {
        self.sessions.iter().map(|session| session.days.last).max()
    }

    /// Whether it was closed by the day `on`; without a day, it was not. A day that is set ahead closes nothing
    /// until it has come.
    pub(crate) fn is_closed(&self, on: Option<Date>) -> bool {
        self.closed.zip(on).is_some_and(|(day, on)| day <= on)
    }
}
