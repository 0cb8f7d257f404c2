//! The staircase: each term a step with its parts, for one participant.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::super::{Fact, Frame};
use super::{facts, judged, session_in_words, short_days};
use crate::department::Department;
use crate::department::role_model::AreaIndex;
use crate::department::values::Period;
use crate::document::view::terms::capitalized;
use crate::language::Language;
use crate::programme::Participation;
use crate::programme::completion::{PartState, ParticipantStatus};

/// The staircase of a participant. Plans carry it in an attachment, so the field names are a file format.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct StaircaseView {
    /// Programme and cohort.
    pub(in crate::document) heading: String,
    pub(in crate::document) steps: Vec<Step>,
    /// How many parts are done.
    pub(in crate::document) done: String,
    /// The next part with its date.
    pub(in crate::document) next: Option<String>,
    /// What coming parts lift, as sentences.
    pub(in crate::document) lifts: Vec<String>,
    /// The picture in words.
    pub(in crate::document) alt: String,
}

/// A term.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Step {
    pub(in crate::document) number: usize,
    pub(in crate::document) theme: String,
    pub(in crate::document) when: String,
    pub(in crate::document) marks: Vec<Mark>,
}

/// A part on its step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Mark {
    pub(in crate::document) number: usize,
    pub(in crate::document) kind: MarkKind,
    /// Whether it is an own work, which is drawn round.
    pub(in crate::document) own_work: bool,
}

/// How a part is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum MarkKind {
    /// Done.
    Done,
    /// Something is to be done about it.
    Open,
    /// To come.
    ToCome,
}

impl MarkKind {
    fn of(state: PartState) -> Self {
        match state {
            state if state.is_done() => Self::Done,
            PartState::Absent | PartState::HandedIn | PartState::Late => Self::Open,
            _ => Self::ToCome,
        }
    }
}

/// A participant's own card.
#[derive(Debug, Serialize)]
pub(crate) struct CardView {
    frame: Frame,
    title: String,
    state: String,
    name: String,
    facts: Vec<Fact>,
    staircase: StaircaseView,
    terms: Vec<CardTerm>,
    /// What is missing, or that everything is done.
    standing: Vec<String>,
}

/// The parts of a term on a card.
#[derive(Debug, Serialize)]
struct CardTerm {
    heading: String,
    parts: Vec<CardPart>,
}

/// A part on a card.
#[derive(Debug, Serialize)]
struct CardPart {
    number: usize,
    name: String,
    kind: String,
    /// Whether it is an own work, which is drawn round.
    own_work: bool,
    when: String,
    state: String,
    mark: MarkKind,
}

/// How many of the parts are done, in words.
pub(crate) fn done_sentence(steps: &[Step], language: &Language) -> String {
    let marks = || steps.iter().flat_map(|step| &step.marks);
    let done = marks().filter(|mark| mark.kind == MarkKind::Done).count();
    language.say("staircase-done", &[("done", done.into()), ("all", marks().count().into())])
}

/// The picture in words: each step with its theme and how many of its parts are done.
pub(crate) fn alt(steps: &[Step], language: &Language) -> String {
    let step = |step: &Step| {
        let done = step.marks.iter().filter(|mark| mark.kind == MarkKind::Done).count();
        let facts = [
            ("number", step.number.into()),
            ("theme", step.theme.as_str().into()),
            ("done", done.into()),
            ("all", step.marks.len().into()),
        ];
        language.say("staircase-step", &facts)
    };
    steps.iter().map(step).collect::<Vec<_>>().join(" ")
}

/// The staircase of `participation` on the day `on`.
pub(crate) fn view(
    participation: Participation<'_>,
    department: &Department,
    language: &Language,
    on: Option<Date>,
) -> StaircaseView {
    let Participation { programme, cohort, participant } = participation;
    let completion = participation.completion(on);
    let steps = programme.terms.iter().enumerate().map(|(number, term)| Step {
        number: number + 1,
        theme: term.theme.clone(),
        when: programme
            .term_days(cohort, number)
            .map(|(first, last)| short_days(Period { first, last }, language))
            .unwrap_or_default(),
        marks: (term.parts.clone())
            .map(|part| Mark {
                number: part + 1,
                kind: MarkKind::of(completion.states[part]),
                own_work: !programme.parts[part].kind.is_joint(),
            })
            .collect(),
    });
    let steps: Vec<Step> = steps.collect();
    let next = (0..programme.parts.len()).find(|&part| completion.states[part] == PartState::ToCome);
    let next = next.filter(|_| completion.is_active()).map(|part| {
        let name = format!("{} {}", part + 1, programme.parts[part].name);
        let session = cohort.session_of(part);
        let part = match session {
            Some(session) => format!("{name} ({})", session_in_words(session, language)),
            None => name,
        };
        language.say("staircase-next", &[("part", part.into())])
    });
    StaircaseView {
        heading: format!("{} · {}", programme.name, cohort.name),
        done: done_sentence(&steps, language),
        next,
        lifts: lifts(participation, department, language, on),
        alt: alt(&steps, language),
        steps,
    }
    .filter_of(participant.moved.is_some())
}

impl StaircaseView {
    /// Without what is to come, for somebody who goes on elsewhere.
    fn filter_of(self, has_moved: bool) -> Self {
        if has_moved { Self { next: None, lifts: Vec::new(), ..self } } else { self }
    }
}

/// The levels to which coming parts lift, each area once.
fn lifts(
    participation: Participation<'_>,
    department: &Department,
    language: &Language,
    on: Option<Date>,
) -> Vec<String> {
    let coming = participation.lifts_to_come(on);
    let areas = department.role_model.areas.iter().enumerate();
    let lifts = areas.filter_map(|(i, area)| {
        let of_area = coming.iter().filter(|lift| lift.area == AreaIndex(i));
        let level = of_area.map(|lift| lift.level).max()?;
        Some(language.say("staircase-lift", &[("area", area.name.as_str().into()), ("level", level.into())]))
    });
    lifts.collect()
}

/// The card of `participation` on the day `on`.
pub(crate) fn card(
    participation: Participation<'_>,
    department: &Department,
    language: &Language,
    on: Date,
    since: Option<Date>,
) -> CardView {
    let Participation { programme, cohort, participant } = participation;
    let completion = participation.completion(Some(on));
    let mut own_facts = facts(programme, cohort, language);
    let workplace = participant.workplace.clone();
    own_facts.extend(workplace.map(|value| Fact { label: language.say("label-workplace", &[]), value }));
    own_facts.extend(judged(since, language));
    let part = |part: usize| CardPart {
        number: part + 1,
        name: programme.parts[part].name.clone(),
        kind: capitalized(&language.say(programme.parts[part].kind.word_key(), &[])),
        own_work: !programme.parts[part].kind.is_joint(),
        when: cohort.session_of(part).map(|session| short_days(session.days, language)).unwrap_or_default(),
        state: language.say(completion.states[part].word_key(), &[]),
        mark: MarkKind::of(completion.states[part]),
    };
    let terms = programme.terms.iter().enumerate().map(|(number, term)| CardTerm {
        heading: format!("{} {}", number + 1, term.theme),
        parts: term.parts.clone().map(part).collect(),
    });
    let standing = match &completion.status {
        ParticipantStatus::Finished(day) => {
            vec![language.say("standing-finished", &[("date", language.date(*day).into())])]
        }
        ParticipantStatus::Lacks(_) => super::lacking::sentences(&completion.overdue(), programme, language),
        ParticipantStatus::Moved => vec![language.say("standing-moved", &[])],
        ParticipantStatus::Stopped(day) => {
            vec![language.say("standing-stopped", &[("date", language.date(*day).into())])]
        }
    };
    CardView {
        frame: Frame::new(department, language),
        title: format!("{}: {}", programme.name, participant.name),
        state: programme.name.clone(),
        name: participant.name.clone(),
        facts: own_facts,
        staircase: view(participation, department, language, Some(on)),
        terms: terms.collect(),
        standing,
    }
}
