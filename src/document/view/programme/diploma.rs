//! The diploma: a front for the wall, and the parts on its back.

use serde::Serialize;

use super::super::Frame;
use super::{days, short_days};
use crate::department::Department;
use crate::document::view::plan::{code_alt, printed_code};
use crate::document::view::terms::capitalized;
use crate::language::Language;
use crate::programme::Participation;
use crate::programme::diploma::Diploma;

/// A diploma.
#[derive(Debug, Serialize)]
pub(crate) struct DiplomaView {
    frame: Frame,
    title: String,
    /// The word for a diploma.
    heading: String,
    programme: String,
    audience: Option<String>,
    name: String,
    workplace: Option<String>,
    /// That the person has finished, before the programme's name.
    sentence: String,
    terms: Vec<DiplomaTerm>,
    /// The day in words.
    date: String,
    leaders: Vec<String>,
    code: String,
    code_alt: String,
    cohort: String,
}

/// A term.
#[derive(Debug, Serialize)]
struct DiplomaTerm {
    number: usize,
    theme: String,
    when: String,
    parts: Vec<DiplomaPart>,
}

/// A part on the back, without what the person did for it: absences are nobody's business on a wall.
#[derive(Debug, Serialize)]
struct DiplomaPart {
    number: usize,
    name: String,
    kind: String,
    when: String,
}

/// The view of `diploma`.
pub(crate) fn view(diploma: &Diploma<'_>, department: &Department, language: &Language) -> DiplomaView {
    let Participation { programme, cohort, participant } = diploma.participation;
    let part = |index: usize| {
        let part = &programme.parts[index];
        DiplomaPart {
            number: index + 1,
            name: part.name.clone(),
            kind: capitalized(&language.say(part.kind.word_key(), &[])),
            when: cohort
                .session_of(index)
                .map(|session| short_days(session.days, language))
                .unwrap_or_default(),
        }
    };
    let terms = programme.terms.iter().enumerate().map(|(number, term)| DiplomaTerm {
        number: number + 1,
        theme: term.theme.clone(),
        when: programme
            .term_days(cohort, number)
            .map(|(first, last)| days(first, last, language))
            .unwrap_or_default(),
        parts: term.parts.clone().map(part).collect(),
    });
    let heading = language.say("diploma-heading", &[]);
    DiplomaView {
        frame: Frame::new(department, language),
        title: format!("{heading}: {}", participant.name),
        heading,
        programme: programme.name.clone(),
        audience: programme.audience.clone(),
        name: participant.name.clone(),
        workplace: participant.workplace.clone(),
        sentence: language.say("diploma-has-finished", &[]),
        terms: terms.collect(),
        date: language.date(diploma.date),
        leaders: cohort.led_by.clone(),
        code: printed_code(diploma.fingerprint),
        code_alt: code_alt(diploma.fingerprint, language),
        cohort: cohort.name.clone(),
    }
}
