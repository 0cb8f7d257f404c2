//! How far a participant is, and what is missing for the diploma.
//!
//! Pure functions of a programme, a cohort and a day. A joint part is done by attending it, and whoever is
//! not listed as absent attended; or by making up for it, or because the participant knew it before. An own
//! work is done once it is approved.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::cohort::{Cohort, Participant};
use super::definition::{PartKind, Programme};

/// The state of a part for one participant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PartState {
    Attended,
    /// Missed, and made up for.
    MadeUp,
    Approved,
    /// Known before, or done in another cohort.
    Credited,
    /// Missed, and not made up for.
    Absent,
    /// Handed in, and not approved yet.
    HandedIn,
    /// An own work that is not handed in although its term is over.
    Late,
    /// Not held by the time the cohort was closed.
    NotHeld,
    ToCome,
}

impl PartState {
    /// Whether the part counts for the diploma.
    pub(crate) fn is_done(self) -> bool {
        matches!(self, Self::Attended | Self::MadeUp | Self::Approved | Self::Credited)
    }

    /// Message key of the state.
    pub(crate) fn word_key(self) -> &'static str {
        match self {
            Self::Attended => "part-attended",
            Self::MadeUp => "part-made-up",
            Self::Approved => "part-approved",
            Self::Credited => "part-credited",
            Self::Absent => "part-absent",
            Self::HandedIn => "part-handed-in",
            Self::Late => "part-late",
            Self::NotHeld => "part-not-held",
            Self::ToCome => "part-to-come",
        }
    }
}

/// What is missing for a diploma.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lack {
    /// Own works that are not approved.
    OwnWorks(Vec<usize>),
    /// More absences than allowed, of which so many must be made up for.
    Absences {
        /// The missed parts.
        parts: Vec<usize>,
        /// How many need not be made up for.
        allowed: usize,
    },
    /// Too few joint parts.
    Meetings {
        /// The number done.
        done: usize,
        /// The number that a diploma needs.
        needed: usize,
    },
    /// The cohort still meets, or is not closed.
    NotOver,
}

/// Status of a participant on the way to a diploma.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ParticipantStatus {
    /// With a diploma of this day.
    Finished(Date),
    /// Something is missing.
    Lacks(Vec<Lack>),
    /// Goes on in another cohort.
    Moved,
    /// Stopped on this day.
    Stopped(Date),
}

/// How far a participant is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Completion {
    /// The state of each part of the programme.
    pub states: Vec<PartState>,
    /// Whether there is a diploma.
    pub status: ParticipantStatus,
}

impl Completion {
    /// The completion of `participant` on the day `on`; without a day, no session has been held.
    pub(crate) fn of(
        programme: &Programme,
        cohort: &Cohort,
        participant: &Participant,
        on: Option<Date>,
    ) -> Self {
        let states: Vec<PartState> =
            (0..programme.parts.len()).map(|part| state(part, programme, cohort, participant, on)).collect();
        let has_left = |day: Date| on.is_none_or(|on| day <= on);
        let status = match (&participant.moved, participant.stopped) {
            (Some(moved), _) if has_left(moved.on) => ParticipantStatus::Moved,
            (_, Some(day)) if has_left(day) => ParticipantStatus::Stopped(day),
            _ => match (lacks(&states, programme, cohort, on), cohort.closed.or(cohort.last_day())) {
                (lacks, Some(day)) if lacks.is_empty() => ParticipantStatus::Finished(day),
                // Everything is credited, and the cohort has never met.
                (lacks, None) if lacks.is_empty() => ParticipantStatus::Lacks(vec![Lack::NotOver]),
                (lacks, _) => ParticipantStatus::Lacks(lacks),
            },
        };
        Self { states, status }
    }

    /// The parts that are done.
    pub(crate) fn done(&self) -> BTreeSet<usize> {
        (0..self.states.len()).filter(|&part| self.states[part].is_done()).collect()
    }

    /// Whether the participant is still in the cohort.
    pub(crate) fn is_active(&self) -> bool {
        matches!(self.status, ParticipantStatus::Finished(_) | ParticipantStatus::Lacks(_))
    }

    /// The day of the diploma, if there is one.
    pub(crate) fn finished(&self) -> Option<Date> {
        match self.status {
            ParticipantStatus::Finished(day) => Some(day),
            _ => None,
        }
    }

    /// What must be done besides coming to what is still to be held.
    pub(crate) fn overdue(&self) -> Vec<Lack> {
        let ParticipantStatus::Lacks(lacks) = &self.status else { return Vec::new() };
        let due = |part: &usize| self.states[*part] != PartState::ToCome;
        let lacks = lacks.iter().filter_map(|lack| match lack {
            Lack::NotOver => None,
            Lack::OwnWorks(parts) => {
                let due: Vec<usize> = parts.iter().copied().filter(due).collect();
                (!due.is_empty()).then_some(Lack::OwnWorks(due))
            }
            other => Some(other.clone()),
        });
        lacks.collect()
    }
}

fn state(
    part: usize,
    programme: &Programme,
    cohort: &Cohort,
    participant: &Participant,
    on: Option<Date>,
) -> PartState {
    if participant.has_credit(part) {
        return PartState::Credited;
    }
    let is_closed = cohort.is_closed(on);
    if programme.parts[part].kind == PartKind::OwnWork {
        let is_over = || {
            let end = programme.term_days(cohort, programme.term_of(part)).map(|(_, end)| end);
            is_closed || end.zip(on).is_some_and(|(end, on)| end < on)
        };
        return match () {
            () if participant.approved.contains(&part) => PartState::Approved,
            () if participant.handed_in.contains(&part) => PartState::HandedIn,
            () if is_over() => PartState::Late,
            () => PartState::ToCome,
        };
    }
    if participant.made_up.contains(&part) {
        return PartState::MadeUp;
    }
    let session = cohort.session_of(part);
    let is_held = session.is_some_and(|session| on.is_some_and(|on| session.days.last < on || is_closed));
    let was_there = session.is_some_and(|session| participant.is_there_for(session));
    match () {
        () if participant.absent.contains(&part) => PartState::Absent,
        () if is_held && was_there => PartState::Attended,
        () if is_closed => PartState::NotHeld,
        () => PartState::ToCome,
    }
}

/// What is missing for a diploma, besides moving and stopping.
fn lacks(states: &[PartState], programme: &Programme, cohort: &Cohort, on: Option<Date>) -> Vec<Lack> {
    let rules = &programme.rules;
    let mut lacks = Vec::new();
    let open: Vec<usize> = programme.own_works().filter(|&part| !states[part].is_done()).collect();
    if rules.own_works && !open.is_empty() {
        lacks.push(Lack::OwnWorks(open));
    }
    let joint = programme.joint_parts();
    let absences: Vec<usize> = joint.clone().filter(|&part| states[part] == PartState::Absent).collect();
    let done = joint.clone().filter(|&part| states[part].is_done()).count();
    let to_come = joint.filter(|&part| states[part] == PartState::ToCome).count();
    let to_make_up = absences.len().saturating_sub(rules.absence);
    if to_make_up > 0 {
        lacks.push(Lack::Absences { parts: absences, allowed: rules.absence });
    }
    if done + to_come + to_make_up < rules.meetings {
        lacks.push(Lack::Meetings { done, needed: rules.meetings });
    }
    let is_closing = cohort.closed.is_some() && !cohort.is_closed(on);
    if to_come > 0 || is_closing {
        lacks.push(Lack::NotOver);
    }
    lacks
}

#[cfg(test)]
pub(super) mod tests {
    use std::sync::Arc;

    use jiff::civil::date;

    use super::*;
    use crate::department::values::Period;
    use crate::programme::cohort::{CohortSession, Move};
    use crate::programme::definition::{DiplomaRules, Part, Term};
    use crate::source::{FileKind, Place, SourceFile};

    const CLOSE: Date = date(2026, 12, 4);

    fn file() -> Arc<SourceFile> {
        Arc::new(SourceFile::new("forløb/p/2025.yaml".into(), "x".into(), FileKind::Cohort, String::new()))
    }

    /// Terms of two meetings and an own work each.
    pub(crate) fn programme(terms: usize, rules: DiplomaRules) -> Programme {
        let part = |number: usize| Part {
            name: format!("Del {number}"),
            kind: if number % 3 == 2 { PartKind::OwnWork } else { PartKind::Meeting },
            lecturers: Vec::new(),
            lifts: Vec::new(),
            checklist: Vec::new(),
        };
        let term = |number: usize| Term {
            theme: format!("Tema {number}"),
            days: None,
            parts: 3 * number..3 * number + 3,
        };
        Programme {
            file: file(),
            key: "p".into(),
            name: "P".into(),
            audience: None,
            led_by: Vec::new(),
            terms: (0..terms).map(term).collect(),
            parts: (0..3 * terms).map(part).collect(),
            introductions: Vec::new(),
            rules,
            waiting: Vec::new(),
            cohorts: Vec::new(),
        }
    }

    pub(crate) fn rules(meetings: usize, absence: usize) -> DiplomaRules {
        DiplomaRules { own_works: true, meetings, absence, made_up_by: None }
    }

    pub(crate) fn participant(name: &str) -> Participant {
        let none = BTreeSet::new;
        Participant {
            name: name.into(),
            workplace: None,
            profile: None,
            introduced: none(),
            absent: none(),
            made_up: none(),
            made_up_place: None,
            handed_in: none(),
            approved: none(),
            credited: none(),
            carried: none(),
            moved: None,
            stopped: None,
        }
    }

    /// Meets once a month from January 2026, for the joint parts in order.
    pub(crate) fn cohort(
        programme: &Programme,
        participants: Vec<Participant>,
        closed: Option<Date>,
    ) -> Cohort {
        let session = |(month, part): (usize, usize)| {
            let day = date(2026, i8::try_from(month + 1).expect("a month"), 10);
            let days = Period { first: day, last: day };
            CohortSession { part, days, time: None, town: None, half_days: false }
        };
        Cohort {
            file: file(),
            key: "2025".into(),
            name: "2025".into(),
            led_by: Vec::new(),
            sessions: programme.joint_parts().enumerate().map(session).collect(),
            participants,
            closed,
            answers: None,
        }
    }

    fn status(rules: DiplomaRules, participant: Participant, on: Date) -> ParticipantStatus {
        let programme = programme(2, rules);
        let cohort = cohort(&programme, vec![participant.clone()], Some(CLOSE));
        Completion::of(&programme, &cohort, &participant, Some(on)).status
    }

    fn with(edit: impl Fn(&mut Participant)) -> Participant {
        let mut participant = participant("Anna");
        participant.approved = [2, 5].into();
        edit(&mut participant);
        participant
    }

    #[test]
    fn who_was_never_absent_and_has_both_works_approved_finishes_on_the_day_of_the_close() {
        assert_eq!(status(rules(4, 0), with(|_| ()), CLOSE), ParticipantStatus::Finished(CLOSE));
        // Not a day earlier, and not before the last session.
        let before = CLOSE.yesterday().expect("a day");
        assert_eq!(status(rules(4, 0), with(|_| ()), before), ParticipantStatus::Lacks(vec![Lack::NotOver]));
    }

    #[test]
    fn every_own_work_must_be_approved_however_late() {
        for edit in [
            |p: &mut Participant| p.approved.retain(|part| *part != 2),
            |p: &mut Participant| {
                p.approved.remove(&2);
                p.handed_in.insert(2);
            },
        ] {
            assert_eq!(
                status(rules(4, 0), with(edit), CLOSE),
                ParticipantStatus::Lacks(vec![Lack::OwnWorks(vec![2])])
            );
        }
        // Approved after its term, which is no less approved.
        assert_eq!(status(rules(4, 0), with(|_| ()), date(2027, 3, 1)), ParticipantStatus::Finished(CLOSE));
        let lenient = DiplomaRules { own_works: false, ..rules(4, 0) };
        assert_eq!(status(lenient, with(|p| p.approved.clear()), CLOSE), ParticipantStatus::Finished(CLOSE));
    }

    #[test]
    fn absences_beyond_the_allowed_must_be_made_up_for() {
        let absent = |p: &mut Participant| p.absent = [0, 3].into();
        assert_eq!(status(rules(2, 2), with(absent), CLOSE), ParticipantStatus::Finished(CLOSE));
        let lack = Lack::Absences { parts: vec![0, 3], allowed: 1 };
        assert_eq!(status(rules(3, 1), with(absent), CLOSE), ParticipantStatus::Lacks(vec![lack]));
        let made_up = |p: &mut Participant| {
            absent(p);
            p.made_up.insert(3);
        };
        assert_eq!(status(rules(3, 1), with(made_up), CLOSE), ParticipantStatus::Finished(CLOSE));
    }

    #[test]
    fn so_many_meetings_are_needed_even_if_absence_is_allowed() {
        let absent = |p: &mut Participant| p.absent = [0, 3].into();
        let lack = Lack::Meetings { done: 2, needed: 3 };
        assert_eq!(status(rules(3, 2), with(absent), CLOSE), ParticipantStatus::Lacks(vec![lack]));
        // A meeting that was never held is attended by nobody.
        let programme = programme(2, rules(4, 0));
        let participant = with(|_| ());
        let mut cohort = cohort(&programme, vec![participant.clone()], Some(CLOSE));
        cohort.sessions.pop();
        let completion = Completion::of(&programme, &cohort, &participant, Some(CLOSE));
        assert_eq!(completion.states[4], PartState::NotHeld);
        assert_eq!(completion.status, ParticipantStatus::Lacks(vec![Lack::Meetings { done: 3, needed: 4 }]));
    }

    #[test]
    fn what_somebody_knew_before_counts_as_done() {
        let knows = |p: &mut Participant| {
            p.absent = [0].into();
            p.approved.remove(&2);
            p.credited = [0, 2].into();
        };
        assert_eq!(status(rules(4, 0), with(knows), CLOSE), ParticipantStatus::Finished(CLOSE));
    }

    #[test]
    fn who_stops_gets_no_diploma_and_who_moves_takes_along_what_is_done() {
        let day = date(2026, 2, 1);
        assert_eq!(
            status(rules(4, 0), with(|p| p.stopped = Some(day)), CLOSE),
            ParticipantStatus::Stopped(day)
        );
        let moves = |p: &mut Participant| {
            p.moved = Some(Move { to: "2026".into(), place: Place::whole(&file()), on: day });
        };
        let participant = with(moves);
        let programme = programme(2, rules(4, 0));
        let first = cohort(&programme, vec![participant.clone()], None);
        let completion = Completion::of(&programme, &first, &participant, Some(CLOSE));
        assert_eq!(completion.status, ParticipantStatus::Moved);
        // The meeting of January and the works; those after the move are not hers.
        assert_eq!(completion.done(), [0, 2, 5].into());
        let there = with(|p| p.carried = completion.done());
        assert_eq!(status(rules(4, 0), there, CLOSE), ParticipantStatus::Finished(CLOSE));
    }

    #[test]
    fn a_running_cohort_lacks_only_what_is_due() {
        let programme = programme(2, rules(4, 0));
        let participant = with(|p| {
            p.absent = [0].into();
            p.approved.clear();
        });
        let cohort = cohort(&programme, vec![participant.clone()], None);
        let completion = Completion::of(&programme, &cohort, &participant, Some(date(2026, 3, 1)));
        use PartState::{Absent, Attended, Late, ToCome};
        assert_eq!(completion.states, [Absent, Attended, Late, ToCome, ToCome, ToCome]);
        let absences = Lack::Absences { parts: vec![0], allowed: 0 };
        assert_eq!(completion.overdue(), [Lack::OwnWorks(vec![2]), absences]);
        assert!(completion.is_active() && completion.finished().is_none());
        let unknown = Completion::of(&programme, &cohort, &participant, None);
        assert!(unknown.states.iter().all(|state| matches!(state, Absent | ToCome)));
    }
}
