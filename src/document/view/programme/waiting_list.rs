//! The waiting list: new people, and whether their introductions are done.

use std::collections::BTreeSet;

use serde::Serialize;

use super::super::Frame;
use crate::department::Department;
use crate::language::Language;
use crate::programme::definition::Programme;

/// The list.
#[derive(Debug, Serialize)]
pub(crate) struct WaitingListView {
    frame: Frame,
    title: String,
    programme: String,
    /// The introductions, with what they go through.
    introductions: Vec<Introduction>,
    rows: Vec<Row>,
}

/// An introduction.
#[derive(Debug, Serialize)]
struct Introduction {
    name: String,
    checklist: Vec<String>,
}

/// Somebody who waits.
#[derive(Debug, Serialize)]
struct Row {
    name: String,
    workplace: String,
    since: String,
    /// Whether each introduction is done, in words.
    introduced: Vec<String>,
    /// Whether all are, so that the person is ready.
    ready: bool,
}

/// The waiting list of `programme`.
pub(crate) fn view(programme: &Programme, department: &Department, language: &Language) -> WaitingListView {
    let introductions = programme.introductions.iter();
    let in_words = |done: &BTreeSet<usize>, number: usize| {
        let key = if done.contains(&number) { "introduction-done" } else { "introduction-missing" };
        language.say(key, &[])
    };
    let row = |person: &crate::programme::definition::Waiting| Row {
        name: person.name.clone(),
        workplace: person.workplace.clone().unwrap_or_default(),
        since: person.since.map(|day| language.short_date(day)).unwrap_or_default(),
        introduced: (0..programme.introductions.len())
            .map(|number| in_words(&person.introduced, number))
            .collect(),
        ready: person.introduced.len() == programme.introductions.len(),
    };
    WaitingListView {
        frame: Frame::new(department, language),
        title: language.say("waiting-title", &[("programme", programme.name.as_str().into())]),
        programme: programme.name.clone(),
        introductions: introductions
            .map(|part| Introduction { name: part.name.clone(), checklist: part.checklist.clone() })
            .collect(),
        rows: programme.waiting.iter().map(row).collect(),
    }
}
