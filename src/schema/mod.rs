//! JSON Schemas, one for each kind of file, by which editors help while a file is typed.
//!
//! The profile's is made from this department's own role model and schools, so the
//! editor offers them and shows what each level means. A schema never refuses what the
//! reader accepts, and holds no person's name. Keys and the forms of their values come from
//! [`crate::fields`], as the reader's do.

mod forms;
mod keys;
mod section;

use std::path::{Path, PathBuf};

use keys::Draft;
use section::Offers;
use serde_json::Value;
use strum::{IntoStaticStr, VariantArray};

use crate::department::Department;
use crate::fields;
use crate::language::Language;
use crate::source::spelling::{fold, words};
use crate::storage::{self, OutputError};

/// The folder of the schemas in the shared folder.
pub(crate) const FOLDER: &str = storage::OWN_FOLDER;

/// The kinds of file, by the words of the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum SchemaKind {
    /// A person's profile.
    #[strum(serialize = "profil")]
    Profile,
    /// `afdeling.yaml`.
    #[strum(serialize = "afdeling")]
    Settings,
    /// `rollemodel.yaml`.
    #[strum(serialize = "rollemodel")]
    RoleModel,
    /// `kurser.yaml`.
    #[strum(serialize = "kurser")]
    Catalogue,
    /// `forløb/<programme>.yaml`
    #[strum(serialize = "forløb")]
    Programme,
    /// `forløb/<programme>/<cohort>.yaml`
    #[strum(serialize = "årgang")]
    Cohort,
    /// `forløb/<programme>/<cohort>.svar.yaml`
    #[strum(serialize = "svar")]
    Answers,
}

words! {
    SchemaKind {
        Profile: "spelled-schema-profile";
        Settings: "spelled-schema-settings";
        RoleModel: "spelled-schema-role-model";
        Catalogue: "spelled-schema-catalogue";
        Programme: "spelled-schema-programme";
        Cohort: "spelled-schema-cohort";
        Answers: "spelled-schema-answers";
    }
}

impl SchemaKind {
    /// Path of the schema in the shared folder, with `/` on every system.
    pub(crate) fn path(self) -> String {
        // Not every editor finds a path with Nordic letters.
        format!("{FOLDER}/{}.schema.json", fold(self.into()))
    }

    /// The line by which editors find the schema, for a file so many folders deep.
    pub(crate) fn line(self, depth: usize) -> String {
        format!("# yaml-language-server: $schema={}{}\n", "../".repeat(depth), self.path())
    }
}

/// The schema of `kind`. Without a department only what every department has in common
/// is known, which does for `afdeling.yaml` and `rollemodel.yaml`; `None` for the others.
pub fn schema(kind: SchemaKind, department: Option<&Department>, language: &Language) -> Option<Value> {
    let (table, about, needs_department) = match kind {
        SchemaKind::Profile => (&fields::profile::TABLE, "schema-profile", true),
        SchemaKind::Settings => (&fields::settings::TABLE, "schema-department", false),
        SchemaKind::RoleModel => (&fields::role_model::TABLE, "schema-role-model", false),
        SchemaKind::Catalogue => (&fields::catalogue::TABLE, "schema-catalogue", true),
        SchemaKind::Programme => (&fields::programme::TABLE, "schema-programme", true),
        SchemaKind::Cohort => (&fields::cohort::TABLE, "schema-cohort", false),
        SchemaKind::Answers => (&fields::answers::TABLE, "schema-answers", false),
    };
    if needs_department && department.is_none() {
        return None;
    }
    let mut draft = Draft::new(language);
    let keys = Offers::of(department, language).keys(&mut draft, table);
    Some(draft.file(about, keys))
}

/// A schema as the bytes of its file.
pub(crate) fn to_bytes(schema: &Value) -> Vec<u8> {
    format!("{schema:#}\n").into_bytes()
}

/// Writes the schemas of all kinds into the shared folder, in place of earlier ones;
/// the files written, and those that could not be.
pub(crate) fn write_all(
    folder: &Path,
    department: &Department,
    language: &Language,
) -> (Vec<PathBuf>, Vec<(PathBuf, OutputError)>) {
    let mut written = Vec::new();
    let mut failed = Vec::new();
    for &kind in SchemaKind::VARIANTS {
        let path = folder.join(kind.path());
        let Some(schema) = schema(kind, Some(department), language) else { continue };
        match write(&path, &to_bytes(&schema)) {
            Ok(()) => written.push(path),
            Err(error) => failed.push((path, error)),
        }
    }
    (written, failed)
}

/// Writes a schema to `path`, in place of an earlier one and of nothing else.
///
/// # Errors
/// If another file is there, a link is in its place, or the system refuses.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<(), OutputError> {
    if path.parent().is_some_and(|folder| folder.ends_with(FOLDER) && storage::is_link(folder)) {
        return Err(OutputError::Link);
    }
    storage::replace_own(path, bytes, is_ours)
}

/// What marks a schema as this program's.
fn mark() -> String {
    format!("spind {}", env!("CARGO_PKG_VERSION"))
}

fn is_ours(bytes: &[u8]) -> bool {
    let schema: Option<Value> = serde_json::from_slice(bytes).ok();
    schema.is_some_and(|schema| schema["$comment"].as_str().is_some_and(|mark| mark.starts_with("spind ")))
}

#[cfg(test)]
mod tests;
