//! The view of a file with several people's plans to print.

use serde::Serialize;
use serde_json::Value;

use super::Frame;
use super::plan::PlanView;
use crate::department::Department;
use crate::language::Language;

/// Several plans, one after the other.
#[derive(Debug, Serialize)]
pub(crate) struct PrintView {
    frame: Frame,
    title: String,
    /// The views of the plans without what they share.
    plans: Vec<Value>,
}

/// The plans of all people of `place`, a school or the department.
///
/// # Errors
/// If a plan can't be serialised.
pub(crate) fn view(
    plans: &[PlanView],
    place: &str,
    department: &Department,
    language: &Language,
) -> serde_json::Result<PrintView> {
    let without_frame = |plan: &PlanView| {
        let mut plan = serde_json::to_value(plan)?;
        if let Some(fields) = plan.as_object_mut() {
            fields.remove("frame");
        }
        Ok(plan)
    };
    Ok(PrintView {
        frame: Frame::new(department, language),
        title: language.say("print-title", &[("place", place.into())]),
        plans: plans.iter().map(without_frame).collect::<serde_json::Result<_>>()?,
    })
}
