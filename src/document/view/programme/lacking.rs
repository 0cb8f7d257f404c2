//! Who lacks what: for each participant of a cohort how far they are and what they must still do.

use jiff::civil::Date;
use serde::Serialize;

use super::super::{Fact, Frame};
use super::{facts, judged, part_name};
use crate::department::Department;
use crate::language::Language;
use crate::programme::Participation;
use crate::programme::cohort::{Cohort, Participant};
use crate::programme::completion::{Completion, Lack, ParticipantStatus};
use crate::programme::definition::Programme;

/// The list.
#[derive(Debug, Serialize)]
pub(crate) struct LackingView {
    frame: Frame,
    title: String,
    facts: Vec<Fact>,
    /// What a diploma needs.
    rules: Vec<String>,
    /// Participants who lack something.
    lacking: Vec<Row>,
    /// Participants who lack nothing that is due.
    others: Vec<Row>,
    /// Those who left.
    left: Vec<Row>,
}

/// A participant.
#[derive(Debug, Serialize)]
struct Row {
    name: String,
    workplace: String,
    /// How many parts are done.
    done: String,
    /// What is missing, as sentences.
    lacks: Vec<String>,
}

/// What is missing, as sentences.
pub fn sentences(lacks: &[Lack], programme: &Programme, language: &Language) -> Vec<String> {
    let names = |parts: &[usize]| {
        let names: Vec<String> = parts.iter().map(|&part| part_name(programme, part)).collect();
        names.join(", ")
    };
    let sentence = |lack: &Lack| match lack {
        Lack::OwnWorks(parts) => language.say("lack-own-works", &[("parts", names(parts).into())]),
        Lack::Absences { parts, allowed } => {
            let facts = [
                ("parts", names(parts).into()),
                ("count", (parts.len() - allowed).into()),
                ("allowed", (*allowed).into()),
            ];
            let sentence = language.say("lack-absences", &facts);
            match &programme.rules.made_up_by {
                Some(way) => {
                    let way = language.say("lack-made-up-by", &[("way", way.as_str().into())]);
                    format!("{sentence} {way}")
                }
                None => sentence,
            }
        }
        Lack::Meetings { done, needed } => {
            language.say("lack-meetings", &[("done", (*done).into()), ("needed", (*needed).into())])
        }
        Lack::NotOver => language.say("lack-not-over", &[]),
    };
    lacks.iter().map(sentence).collect()
}

/// What a diploma of `programme` needs, as sentences.
pub(crate) fn rules(programme: &Programme, language: &Language) -> Vec<String> {
    let rules = &programme.rules;
    let works = programme.own_works().count();
    let mut sentences = Vec::new();
    if rules.own_works && works > 0 {
        sentences.push(language.say("rule-own-works", &[("count", works.into())]));
    }
    let joint = programme.joint_parts().count();
    if joint > 0 {
        let facts = [("needed", rules.meetings.into()), ("all", joint.into())];
        sentences.push(language.say("rule-meetings", &facts));
        sentences.push(language.say("rule-absence", &[("count", rules.absence.into())]));
    }
    let way = rules.made_up_by.as_deref();
    sentences.extend(way.map(|way| language.say("lack-made-up-by", &[("way", way.into())])));
    sentences
}

/// The list of `cohort` on the day `on`.
pub(crate) fn view(
    programme: &Programme,
    cohort: &Cohort,
    department: &Department,
    language: &Language,
    on: Date,
    since: Option<Date>,
) -> LackingView {
    let row = |participant: &Participant, completion: &Completion, lacks: Vec<String>| Row {
        name: participant.name.clone(),
        workplace: participant.workplace.clone().unwrap_or_default(),
        done: language.say(
            "staircase-of",
            &[("done", completion.done().len().into()), ("all", completion.states.len().into())],
        ),
        lacks,
    };
    let (mut lacking, mut others, mut left) = (Vec::new(), Vec::new(), Vec::new());
    for participant in cohort.participants_by_name(language) {
        let completion = Participation { programme, cohort, participant }.completion(Some(on));
        let date = |day: Date| ("date", language.date(day).into());
        match &completion.status {
            ParticipantStatus::Moved => {
                let moved = participant.moved.as_ref();
                let to = moved.map(|moved| moved.to.as_str()).unwrap_or_default();
                let sentence = language.say("standing-moved-to", &[("to", to.into())]);
                left.push(row(participant, &completion, vec![sentence]));
            }
            ParticipantStatus::Stopped(day) => {
                let sentence = language.say("standing-stopped", &[date(*day)]);
                left.push(row(participant, &completion, vec![sentence]));
            }
            ParticipantStatus::Finished(day) => {
                let sentence = language.say("standing-finished", &[date(*day)]);
                others.push(row(participant, &completion, vec![sentence]));
            }
            ParticipantStatus::Lacks(_) => {
                let overdue = sentences(&completion.overdue(), programme, language);
                let rows = if overdue.is_empty() { &mut others } else { &mut lacking };
                rows.push(row(participant, &completion, overdue));
            }
        }
    }
    LackingView {
        frame: Frame::new(department, language),
        title: language.say("lacking-title", &[("programme", programme.name.as_str().into())]),
        facts: facts(programme, cohort, language).into_iter().chain(judged(since, language)).collect(),
        rules: rules(programme, language),
        lacking,
        others,
        left,
    }
}
