//! The programme sheet: for each term a page with its meetings and own works.

use serde::Serialize;

use super::super::{Fact, Frame};
use super::{days, facts, lacking, session_in_words};
use crate::department::Department;
use crate::document::view::terms::capitalized;
use crate::language::Language;
use crate::programme::cohort::Cohort;
use crate::programme::definition::{Part, Programme};

/// The sheets of all terms.
#[derive(Debug, Serialize)]
pub(crate) struct TermSheetView {
    frame: Frame,
    title: String,
    facts: Vec<Fact>,
    terms: Vec<Sheet>,
    /// What a diploma needs.
    rules: Vec<String>,
}

/// The sheet of a term.
#[derive(Debug, Serialize)]
struct Sheet {
    /// The number among all terms.
    heading: String,
    theme: String,
    when: String,
    parts: Vec<SheetPart>,
}

/// A part.
#[derive(Debug, Serialize)]
struct SheetPart {
    number: usize,
    name: String,
    kind: String,
    own_work: bool,
    when: String,
    lecturers: String,
    /// What it lifts.
    lifts: String,
}

/// The sheets of `cohort`.
pub(crate) fn view(
    programme: &Programme,
    cohort: &Cohort,
    department: &Department,
    language: &Language,
) -> TermSheetView {
    let lifts = |part: &Part| {
        let areas = department.role_model.areas.iter().zip(&part.lifts);
        let lifts = areas.filter_map(|(area, level)| Some(format!("{} {}", area.name, (*level)?)));
        lifts.collect::<Vec<_>>().join(", ")
    };
    let terms = programme.terms.iter().enumerate().map(|(number, term)| {
        let end = programme.term_days(cohort, number).map(|(_, last)| last);
        let part = |index: usize| {
            let part = &programme.parts[index];
            let session = cohort.session_of(index).map(|session| session_in_words(session, language));
            let due = end.filter(|_| !part.kind.is_joint());
            let due = due.map(|day| language.say("sheet-due", &[("date", language.short_date(day).into())]));
            SheetPart {
                number: index + 1,
                name: part.name.clone(),
                kind: capitalized(&language.say(part.kind.word_key(), &[])),
                own_work: !part.kind.is_joint(),
                when: session.or(due).unwrap_or_default(),
                lecturers: part.lecturers.join(", "),
                lifts: lifts(part),
            }
        };
        let facts = [("number", (number + 1).into()), ("all", programme.terms.len().into())];
        Sheet {
            heading: language.say("sheet-term", &facts),
            theme: term.theme.clone(),
            when: programme
                .term_days(cohort, number)
                .map(|(first, last)| days(first, last, language))
                .unwrap_or_default(),
            parts: term.parts.clone().map(part).collect(),
        }
    });
    TermSheetView {
        frame: Frame::new(department, language),
        title: programme.name.clone(),
        facts: facts(programme, cohort, language),
        terms: terms.collect(),
        rules: lacking::rules(programme, language),
    }
}
