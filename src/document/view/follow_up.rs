//! The view of the follow-up sheet, on which leader and employee see how far the plan is.

use jiff::civil::Date;
use serde::Serialize;

use super::{Fact, Frame, plan};
use crate::agreement::Agreement;
use crate::analysis::judgement_date;
use crate::department::Department;
use crate::department::profile::{Activity, Note, Profile};
use crate::language::Language;

/// The view of the follow-up sheet.
#[derive(Debug, Serialize)]
pub(crate) struct FollowUpView {
    frame: Frame,
    title: String,
    /// The document's kind in words.
    state: String,
    name: String,
    facts: Vec<Fact>,
    lines: Vec<FollowUpLine>,
    /// The names of both, each under a line to write on.
    both: Vec<String>,
}

/// A line of the plan.
#[derive(Debug, Serialize)]
struct FollowUpLine {
    /// The goal, or else the activity.
    goal: String,
    /// The status, and whether the deadline is past or near.
    status: String,
    deadline: String,
    /// Whether more is to come of it.
    open: bool,
    /// The notes, the newest first.
    notes: Vec<NoteLine>,
}

#[derive(Debug, Serialize)]
struct NoteLine {
    date: String,
    text: String,
}

/// The follow-up sheet of `person`; `agreement` without names that must not be printed.
pub(crate) fn view(
    person: &Profile,
    agreement: &Agreement,
    department: &Department,
    language: &Language,
    today: Date,
) -> FollowUpView {
    let state = language.say("follow-up-title", &[]);
    let name = person.name.value.clone();
    let printed = plan::lines(person, agreement, department, language, Some(today));
    let line = |(line, printed): (&Activity, plan::PlanLine)| FollowUpLine {
        goal: if printed.goal.is_empty() { printed.what } else { printed.goal },
        status: printed.status,
        deadline: printed.deadline,
        open: line.is_to_come(),
        notes: notes(line, language),
    };
    let both = [("label-employee", Some(&name)), ("label-leader", person.leader.as_ref())];
    FollowUpView {
        frame: Frame::new(department, language),
        title: plan::title(&state, &name),
        state,
        facts: facts(person, department, language, today),
        lines: person.plan.iter().zip(printed).map(line).collect(),
        both: both
            .map(|(role, name)| {
                let role = language.say(role, &[]);
                name.map_or_else(|| role.clone(), |name| format!("{role}: {name}"))
            })
            .to_vec(),
        name,
    }
}

fn notes(line: &Activity, language: &Language) -> Vec<NoteLine> {
    let note = |note: &Note| NoteLine { date: language.short_date(note.date), text: note.text.clone() };
    line.notes.iter().rev().map(note).collect()
}

fn facts(person: &Profile, department: &Department, language: &Language, today: Date) -> Vec<Fact> {
    let to_come = person.plan.iter().filter(|line| line.is_to_come());
    let next_deadline = to_come.filter_map(|line| line.deadline).min();
    let school = department.settings.schools[person.school.0].name.clone();
    let date = |day: Option<Date>| day.map(|day| language.date(day));
    let facts = [
        ("label-school", Some(school)),
        ("label-leader", person.leader.clone()),
        ("label-agreed", date(person.agreed)),
        ("label-follow-up", date(person.follow_up)),
        ("label-next-deadline", date(next_deadline)),
    ];
    let facts = facts
        .into_iter()
        .filter_map(|(key, value)| Some(Fact { label: language.say(key, &[]), value: value? }));
    facts.chain(plan::judged(judgement_date::of_plan(person, today), language)).collect()
}
