//! The evaluation of the year: lines by status, lifts reached, and money spent.

use serde::Serialize;

use super::terms;
use crate::analysis::evaluation::{AreaLifts, Evaluation, StatusCount};
use crate::department::Department;
use crate::department::profile::Status;
use crate::language::Language;

/// The evaluation, for readers inside the department.
#[derive(Debug, Serialize)]
pub struct EvaluationView {
    /// Each status with its lines in last year's and in this year's plans.
    statuses: Vec<StatusRow>,
    lifts: Vec<LiftRow>,
    /// What was spent, as a sentence.
    spent: String,
}

#[derive(Debug, Serialize)]
struct StatusRow {
    status: String,
    last_year: usize,
    this_year: usize,
    /// The shares of the most lines of any status, from 0 to 1.
    last_length: f64,
    this_length: f64,
}

#[derive(Debug, Serialize)]
struct LiftRow {
    name: String,
    people: usize,
    higher: usize,
    lower: usize,
    /// The share of the people, from 0 to 1.
    length: f64,
}

/// The evaluation of `department`; `None` if there is nothing to evaluate.
pub fn view(evaluation: &Evaluation, department: &Department, language: &Language) -> Option<EvaluationView> {
    if evaluation.is_empty() {
        return None;
    }
    let spent = evaluation.spent;
    let mut facts =
        vec![("kroner", language.number(spent.kroner).into()), ("days", language.number(spent.days).into())];
    facts.extend(department.settings.currency.facts(language));
    Some(EvaluationView {
        statuses: statuses(evaluation, language),
        lifts: evaluation.lifts.iter().map(|lifts| lift_row(lifts, department)).collect(),
        spent: language.say("evaluation-spent", &facts),
    })
}

fn statuses(evaluation: &Evaluation, language: &Language) -> Vec<StatusRow> {
    let (last, this) = (&evaluation.last_year, &evaluation.this_year);
    let lines = |counts: &[StatusCount], status: Option<Status>| {
        counts.iter().find(|count| count.status == status).map_or(0, |count| count.lines)
    };
    let most = last.iter().chain(this).map(|count| count.lines).max().unwrap_or(1) as f64;
    let row = |status: Option<Status>| {
        let (last_year, this_year) = (lines(last, status), lines(this, status));
        StatusRow {
            status: status_name(status, language),
            last_year,
            this_year,
            last_length: last_year as f64 / most,
            this_length: this_year as f64 / most,
        }
    };
    let all = crate::analysis::evaluation::STATUSES.map(Some).into_iter().chain([None]);
    all.map(row).filter(|row| row.last_year + row.this_year > 0).collect()
}

/// A status, or that a line has none.
pub fn status_name(status: Option<Status>, language: &Language) -> String {
    status.map_or_else(|| language.say("evaluation-no-status", &[]), |status| terms::status(status, language))
}

fn lift_row(lifts: &AreaLifts, department: &Department) -> LiftRow {
    LiftRow {
        name: department.role_model.areas[lifts.area.0].name.clone(),
        people: lifts.people,
        higher: lifts.higher,
        lower: lifts.lower,
        length: lifts.higher as f64 / lifts.people.max(1) as f64,
    }
}
