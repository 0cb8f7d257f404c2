//! Typesets the pages about needs that leave the department.

use super::Templates;
use super::pdf::{Document, DocumentKind, TypesetError, TypesettingInput};
use super::view::{careers, regional};
use crate::analysis::Analysis;
use crate::analysis::disclosure::{Disclosure, Visibility};
use crate::department::Department;
use crate::department::document_date;
use crate::language::Language;
use crate::sharing::sum::Sum;
use crate::source::spelling::fold;

/// Typesets the regional page of `sum`.
///
/// # Errors
/// If the template fails.
pub(crate) fn regional(
    sum: &Sum,
    language: &Language,
    templates: &Templates,
) -> Result<Vec<u8>, TypesetError> {
    let document = Document {
        kind: DocumentKind::Regional,
        view: &regional::view(sum, language),
        charts: &[],
        agreement: None,
        identity: "behov-sammen",
        date: document_date::of_period_named(regional::common_period(sum).as_deref()),
    };
    TypesettingInput::of(&document, templates.typeface())?.typeset(templates)
}

/// Typesets the page for careers advisers of `department`: with the sums of several departments, or
/// else with those of its own needs that the strategic plan shows too.
///
/// # Errors
/// If the template fails.
pub(crate) fn careers(
    department: &Department,
    analysis: &Analysis,
    sum: Option<&Sum>,
    language: &Language,
    templates: &Templates,
) -> Result<Vec<u8>, TypesetError> {
    let sought = match sum {
        Some(sum) => sought_by_several(sum, department),
        None => sought_by_one(analysis, department),
    };
    let document = Document {
        kind: DocumentKind::Careers,
        view: &careers::view(department, sought, sum.is_some(), language),
        charts: &[],
        agreement: None,
        identity: "job-og-behov",
        date: document_date::of_period(&department.settings),
    };
    TypesettingInput::of(&document, templates.typeface())?.typeset(templates)
}

/// The areas of the role model whose sum is shown, the largest first.
fn sought_by_several(sum: &Sum, department: &Department) -> Vec<String> {
    let shown = sum.areas.iter().filter(|area| area.shown.is_some());
    let own = |keys: &[String]| {
        let mut areas = department.role_model.areas.iter();
        areas.find(|area| keys.contains(&fold(&area.name)) || keys.contains(&fold(&area.key)))
    };
    shown.filter_map(|area| own(&area.keys)).map(|area| area.name.clone()).collect()
}

/// The areas whose number may be published, the largest first.
fn sought_by_one(analysis: &Analysis, department: &Department) -> Vec<String> {
    let smallest_group = department.settings.smallest_group;
    let disclosure = Disclosure::to_anybody(&analysis.demand, smallest_group);
    let shown = analysis.demand.areas.iter().filter(|need| disclosure.area(need) == Visibility::Shown);
    let mut shown: Vec<_> = shown.collect();
    shown.sort_by_key(|need| (std::cmp::Reverse(need.people.len()), need.area));
    shown.iter().map(|need| department.role_model.areas[need.area.0].name.clone()).collect()
}
