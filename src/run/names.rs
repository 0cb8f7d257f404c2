//! The names of documents in the output folder.

use crate::department::Department;
use crate::source::file_names;

/// The path of the internal booklet in the output folder.
pub const BOOKLET: &str = "haefte-intern.pdf";
/// The path of the strategic plan in the output folder.
pub const STRATEGIC_PLAN: &str = "strategisk-uddannelsesplan.pdf";
/// The folder of plans in the output folder.
pub(super) const PLANS: &str = "planer/";
/// The folder of correction files in the output folder.
pub(super) const CORRECTIONS: &str = "rettelser/";

/// `planer/<school>/<person>.pdf` for the profile `file`.
pub fn plan_name(file: &str) -> String {
    document_name(file, "pdf")
}

/// `planer/<school>/<person>.svg` for the profile `file`.
pub(super) fn chart_name(file: &str) -> String {
    document_name(file, "svg")
}

/// `planer/<school>/<person>.<ending>` for the profile `file`.
fn document_name(file: &str, ending: &str) -> String {
    format!("{PLANS}{}.{ending}", file_names::stem(file))
}

/// `planer/<school>/<person>-forberedelse.pdf` for the profile `file`.
pub fn preparation_name(file: &str) -> String {
    format!("{PLANS}{}{}.pdf", file_names::stem(file), file_names::PREPARATION_SUFFIX)
}

/// `planer/blanket.pdf`.
pub fn blank_form_name() -> String {
    format!("{PLANS}{}.pdf", file_names::BLANK_FORM)
}

/// The department's identity in manifests, independent of where its folder is.
pub(super) fn department_name(department: &Department) -> String {
    let municipality = department.settings.municipality.as_deref().unwrap_or_default();
    format!("{municipality}/{}", department.settings.name)
}
