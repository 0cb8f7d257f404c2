//! The view of the strategic training plan as a separate document, without names and schools.

use jiff::civil::Date;
use serde::Serialize;

use super::Frame;
use super::evaluation::{self, PublicEvaluationView};
use super::strategy::StrategyView;
use crate::analysis::evaluation::Evaluation;
use crate::department::Department;
use crate::language::Language;

/// The plan, with a page of needs to send to a provider or another department.
#[derive(Debug, Serialize)]
pub(crate) struct StrategicPlanView {
    frame: Frame,
    title: String,
    /// How to read the figures.
    note: String,
    /// The day since which the status of courses and sessions has been the same.
    judged: Option<String>,
    strategy: StrategyView,
    /// What became of the plans' lines, as far as it is disclosed.
    evaluation: Option<PublicEvaluationView>,
}

/// The strategic plan of `department`.
pub(crate) fn view(
    department: &Department,
    language: &Language,
    judged: Option<Date>,
    strategy: StrategyView,
) -> StrategicPlanView {
    let least = department.settings.smallest_group;
    StrategicPlanView {
        frame: Frame::new(department, language),
        title: language.say("label-strategic-plan", &[]),
        note: language.say("strategic-plan-note", &[("least", least.into())]),
        judged: judged
            .map(|day| language.say("strategic-plan-judged", &[("date", language.date(day).into())])),
        strategy,
        evaluation: evaluation::public_view(
            &Evaluation::of(department, department.people.iter()),
            department,
            language,
        ),
    }
}
