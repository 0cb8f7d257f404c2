//! The names of documents in the output folder.

use crate::department::Department;
use crate::department::settings::SchoolIndex;
use crate::source::file_names;

/// The path of the internal booklet in the output folder.
pub const BOOKLET: &str = "haefte-intern.pdf";
/// The path of the strategic plan in the output folder.
pub const STRATEGIC_PLAN: &str = "strategisk-uddannelsesplan.pdf";
/// The folder of plans in the output folder.
pub(super) const PLANS: &str = "planer/";
/// The folder of correction files in the output folder.
pub(super) const CORRECTIONS: &str = "rettelser/";

/// The folder of the schools' booklets in the output folder.
pub const SCHOOL_BOOKLETS: &str = "haefter/";
/// The beginning of the paths of the internal booklet's volumes in the output folder.
const VOLUMES: &str = "haefte-intern-bind-";

/// `haefte-intern-bind-<number>.pdf`.
pub(super) fn volume_name(number: usize) -> String {
    format!("{VOLUMES}{number}.pdf")
}

/// Whether `document` is a volume of the internal booklet.
pub(super) fn is_volume(document: &str) -> bool {
    document.starts_with(VOLUMES)
}

/// `haefter/<school>.pdf`, with the school's number behind it if its name gives no file name of its
/// own.
pub fn school_booklet_name(school: SchoolIndex, department: &Department) -> String {
    let names = department.settings.schools.iter().map(|school| file_names::slug(&school.name));
    let names: Vec<String> = names.collect();
    let own = &names[school.0];
    // Slugs are in small letters, so that systems agree on which are equal.
    let same = |name: &&String| *name == own;
    let file = format!("{own}.pdf");
    let is_usable = !own.is_empty()
        && names.iter().filter(same).count() == 1
        && file_names::invalid_on_windows(&file).is_none();
    if is_usable {
        return format!("{SCHOOL_BOOKLETS}{file}");
    }
    format!("{SCHOOL_BOOKLETS}{own}-skole-{}.pdf", school.0 + 1)
}

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
