//! The names of documents in the output folder.

use std::collections::BTreeSet;

use crate::department::Department;
use crate::department::settings::{SchoolIndex, Settings};
use crate::source::file_names;

/// The path of the internal booklet in the output folder.
pub const BOOKLET: &str = "haefte-intern.pdf";
/// The path of the strategic plan in the output folder.
pub const STRATEGIC_PLAN: &str = "strategisk-uddannelsesplan.pdf";
/// The folder of plans in the output folder.
pub(super) const PLANS: &str = "planer/";
/// The folder of files with several plans to print, in the output folder.
pub(super) const PRINTS: &str = "udskrift/";
/// The file with everybody's plan, without its ending.
const EVERYBODY: &str = "alle";
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

/// `haefter/<school>.pdf`.
pub fn school_booklet_name(school: SchoolIndex, department: &Department) -> String {
    format!("{SCHOOL_BOOKLETS}{}.pdf", school_file_names(&department.settings)[school.0])
}

/// A file name without its ending for each school of `settings`. A number is appended to a name that
/// is taken or that Windows can't have.
fn school_file_names(settings: &Settings) -> Vec<String> {
    let mut taken = BTreeSet::from([EVERYBODY.to_owned()]);
    let names = settings.schools.iter().map(|school| {
        let slug = file_names::slug(&school.name);
        let numbered = (2..).map(|number| format!("{slug}-{number}"));
        let mut names = std::iter::once(slug.clone()).chain(numbered);
        let is_usable = |name: &String| {
            !name.is_empty() && file_names::invalid_on_windows(name).is_none() && !taken.contains(name)
        };
        let name = names.find(is_usable).unwrap_or_default();
        taken.insert(name.clone());
        name
    });
    names.collect()
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

/// `udskrift/alle.pdf`, with the plans of everybody.
pub(super) fn print_of_all() -> String {
    format!("{PRINTS}{EVERYBODY}.pdf")
}

/// `udskrift/<school>.pdf` for each school of `settings`, with the plans of its people.
pub(super) fn prints_of_schools(settings: &Settings) -> impl Iterator<Item = String> {
    school_file_names(settings).into_iter().map(|name| format!("{PRINTS}{name}.pdf"))
}

/// Whether `name`, a path in the output folder, is a file with several plans to print.
pub fn is_print(name: &str) -> bool {
    name.starts_with(PRINTS)
}

/// The department's identity in manifests, independent of where its folder is.
pub(super) fn department_name(department: &Department) -> String {
    let municipality = department.settings.municipality.as_deref().unwrap_or_default();
    format!("{municipality}/{}", department.settings.name)
}
