//! The evaluation of the year: lines by status, lifts reached, and money spent.

use serde::Serialize;

use super::{Fact, terms};
use crate::analysis::evaluation::{AreaLifts, Evaluation, StatusCount};
use crate::department::Department;
use crate::department::profile::Status;
use crate::language::Language;

/// The evaluation, for readers inside the department.
#[derive(Debug, Serialize)]
pub(crate) struct EvaluationView {
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
pub(crate) fn view(
    evaluation: &Evaluation,
    department: &Department,
    language: &Language,
) -> Option<EvaluationView> {
    if evaluation.is_empty() {
        return None;
    }
    Some(EvaluationView {
        statuses: statuses(evaluation, language),
        lifts: evaluation.lifts.iter().map(|lifts| lift_row(lifts, department)).collect(),
        spent: spent_in_words(evaluation, department, language),
    })
}

/// The evaluation for readers outside: no levels, and no figure on a small group.
///
/// No total of lines is published, so that nothing can be subtracted. A cost follows from the
/// catalogue's prices and the number of people on each course, so it is published only if none of
/// these numbers is small.
#[derive(Debug, Serialize)]
pub(crate) struct PublicEvaluationView {
    /// Last year's and this year's plans.
    plans: Vec<PublicLines>,
    /// What was spent, as a sentence.
    spent: Option<String>,
}

/// The lines of a year's plans.
#[derive(Debug, Serialize)]
struct PublicLines {
    heading: String,
    /// The statuses whose lines are of enough people, with the number of lines.
    shown: Vec<Fact>,
    /// The other statuses that lines have.
    few: Vec<String>,
}

/// The evaluation for readers outside; `None` if there is nothing to publish.
pub(crate) fn public_view(
    evaluation: &Evaluation,
    department: &Department,
    language: &Language,
) -> Option<PublicEvaluationView> {
    let smallest_group = department.settings.smallest_group;
    public_rows(evaluation, smallest_group, &spent_in_words(evaluation, department, language), language)
}

fn public_rows(
    evaluation: &Evaluation,
    smallest_group: usize,
    spent: &str,
    language: &Language,
) -> Option<PublicEvaluationView> {
    let lines = |key: &str, counts: &[StatusCount]| {
        let (shown, few): (Vec<&StatusCount>, Vec<&StatusCount>) =
            counts.iter().partition(|count| count.people >= smallest_group);
        let fact = |count: &StatusCount| Fact {
            label: status_name(count.status, language),
            value: count.lines.to_string(),
        };
        PublicLines {
            heading: language.say(key, &[]),
            shown: shown.into_iter().map(fact).collect(),
            few: few.into_iter().map(|count| status_name(count.status, language)).collect(),
        }
    };
    let mut plans = vec![
        lines("label-evaluation-last", &evaluation.last_year),
        lines("label-evaluation-this", &evaluation.this_year),
    ];
    plans.retain(|lines| !lines.shown.is_empty());
    let counts = &evaluation.finished;
    let has_cost = !counts.is_empty() && counts.values().all(|people| *people >= smallest_group);
    (!plans.is_empty() && !evaluation.is_empty())
        .then(|| PublicEvaluationView { plans, spent: has_cost.then(|| spent.to_owned()) })
}

fn spent_in_words(evaluation: &Evaluation, department: &Department, language: &Language) -> String {
    let spent = evaluation.spent;
    let mut facts =
        vec![("kroner", language.number(spent.kroner).into()), ("days", language.number(spent.days).into())];
    facts.extend(department.settings.currency.facts(language));
    language.say("evaluation-spent", &facts)
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
pub(crate) fn status_name(status: Option<Status>, language: &Language) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::cost::Cost;
    use crate::department::catalogue::CourseIndex;
    use crate::language::Tag;

    /// What is published of these counts where the smallest group is 5.
    fn published(last_year: &[(Status, usize, usize)], finished: &[usize]) -> Option<serde_json::Value> {
        let count = |&(status, lines, people): &(Status, usize, usize)| StatusCount {
            status: Some(status),
            lines,
            people,
        };
        let evaluation = Evaluation {
            last_year: last_year.iter().map(count).collect(),
            this_year: Vec::new(),
            lifts: Vec::new(),
            finished: finished.iter().enumerate().map(|(i, &people)| (CourseIndex(i), people)).collect(),
            spent: Cost { kroner: 100_000, days: 400, without_price: 0, without_days: 0 },
        };
        let view = public_rows(&evaluation, 5, "kostede", Language::of(Tag::Da))?;
        Some(serde_json::to_value(view).expect("plain data"))
    }

    #[test]
    fn nothing_on_few_people_is_published() {
        let done = [(Status::Done, 9, 5), (Status::Postponed, 6, 4), (Status::Dropped, 1, 1)];
        let view = published(&done, &[5, 4]).expect("something to publish");
        let lines = &view["plans"][0];
        assert_eq!(lines["shown"].as_array().map(Vec::len), Some(1));
        assert_eq!(lines["shown"][0]["value"], "9");
        assert_eq!(lines["few"].as_array().map(Vec::len), Some(2));
        assert!(view["spent"].is_null(), "one course has four people");
        assert!(published(&done, &[5, 6]).expect("something")["spent"].is_string());
        assert!(published(&done, &[]).expect("something")["spent"].is_null());
        assert!(published(&done[1..], &[9]).is_none());
    }
}
