//! The closing page: what was held, by how many, and what participants say and wish for next.
//!
//! Without names of participants; [`crate::programme::disclosure`] decides which figures it has.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::Serialize;

use super::super::{Fact, Frame};
use super::{facts, session_in_words};
use crate::department::Department;
use crate::document::view::terms::capitalized;
use crate::language::Language;
use crate::programme::answers::Slip;
use crate::programme::cohort::Cohort;
use crate::programme::definition::Programme;
use crate::programme::disclosure::{CohortFigures, Figure, texts};

/// The page.
#[derive(Debug, Serialize)]
pub struct ClosingView {
    frame: Frame,
    title: String,
    facts: Vec<Fact>,
    /// The figures in sentences.
    summary: Vec<String>,
    held: Vec<Held>,
    /// How to read the figures.
    note: String,
    gained: Vec<String>,
    wishes: Vec<String>,
    /// Why there are no answers, if there are some to print.
    withheld: Option<String>,
}

/// A joint part that was held.
#[derive(Debug, Serialize)]
struct Held {
    number: usize,
    name: String,
    kind: String,
    when: String,
    lecturers: String,
    attendance: String,
}

/// The closing page of `cohort` on the day `on`.
pub fn view(
    programme: &Programme,
    cohort: &Cohort,
    department: &Department,
    language: &Language,
    on: Date,
) -> ClosingView {
    let least = department.settings.smallest_group;
    let figures = CohortFigures::of(programme, cohort, least, on);
    let held = programme.joint_parts().filter_map(|part| {
        let session = cohort.session_of(part)?;
        let figure = figures.attendance.iter().find(|(other, _)| *other == part);
        Some(Held {
            number: part + 1,
            name: programme.parts[part].name.clone(),
            kind: capitalized(&language.say(programme.parts[part].kind.word_key(), &[])),
            when: session_in_words(session, language),
            lecturers: programme.parts[part].lecturers.join(", "),
            attendance: figure.map(|(_, figure)| in_words(*figure, language)).unwrap_or_default(),
        })
    });
    let held: Vec<Held> = held.collect();
    let (mut gained, mut wishes, mut withheld) = (Vec::new(), Vec::new(), None);
    if let Some(answers) = &cohort.answers {
        let of = |text: fn(&Slip) -> Option<&str>| -> Vec<String> {
            let own = answers.slips.iter().filter_map(text);
            texts(own, least, |a, b| language.compare(a, b)).into_iter().map(str::to_owned).collect()
        };
        if answers.are_released() {
            gained = of(|slip| slip.gained.as_deref());
            wishes = of(|slip| slip.wishes.as_deref());
            if gained.is_empty() && wishes.is_empty() {
                withheld = Some(language.say("closing-too-few", &[("least", least.into())]));
            }
        } else {
            withheld = Some(language.say("closing-not-released", &[]));
        }
    }
    ClosingView {
        frame: Frame::new(department, language),
        title: language.say("closing-title", &[("programme", programme.name.as_str().into())]),
        facts: facts(programme, cohort, language),
        summary: summary(&figures, programme, held.len(), language),
        note: language.say("closing-note", &[("least", least.into())]),
        held,
        gained,
        wishes,
        withheld,
    }
}

fn in_words(figure: Figure, language: &Language) -> String {
    match figure {
        Figure::Exactly(number) => number.to_string(),
        Figure::AtLeast(number) => language.say("closing-at-least", &[("count", number.into())]),
        Figure::Withheld => language.say("closing-withheld", &[]),
    }
}

fn summary(figures: &CohortFigures, programme: &Programme, held: usize, language: &Language) -> Vec<String> {
    let lecturers: BTreeSet<&str> =
        programme.parts.iter().flat_map(|part| &part.lecturers).map(String::as_str).collect();
    let works = programme.own_works().count();
    let facts = [("terms", programme.terms.len().into()), ("held", held.into())];
    let mut sentences = vec![language.say("closing-held", &facts)];
    if works > 0 {
        sentences.push(language.say("closing-works", &[("works", works.into())]));
    }
    if !lecturers.is_empty() {
        sentences.push(language.say("closing-lecturers", &[("lecturers", lecturers.len().into())]));
    }
    match (figures.started, figures.finished) {
        (Some(started), Some(finished)) => {
            let facts = [("started", started.into()), ("finished", finished.into())];
            sentences.push(language.say("closing-started-and-finished", &facts));
        }
        (Some(started), None) => {
            sentences.push(language.say("closing-started", &[("started", started.into())]));
        }
        (None, Some(finished)) => {
            sentences.push(language.say("closing-finished", &[("finished", finished.into())]));
        }
        (None, None) => {}
    }
    if let Some(share) = figures.least_share.filter(|share| *share > 0) {
        sentences.push(language.say("closing-share", &[("share", share.into())]));
    }
    sentences
}
