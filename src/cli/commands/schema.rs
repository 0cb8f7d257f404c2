//! `spind schema`: the JSON schema of a kind of file, for editors.

use std::path::Path;

use crate::cli::folders::FolderArgument;
use crate::cli::messages::{error_text, output_reason, shown};
use crate::cli::outcome::{CommandResult, Status};
use crate::cli::read_department::report_problem;
use crate::cli::terminal::print_json;
use crate::cli::{args, folders};
use spind::language::Language;
use spind::run::check;
use spind::schema::{self, SchemaKind};
use spind::typeface::Typeface;

pub fn run(args: &args::Schema, common: &args::Common) -> CommandResult {
    let language = common.language();
    schema(args, common, &language)?;
    Ok(Status::Done)
}

fn schema(args: &args::Schema, common: &args::Common, language: &Language) -> Result<(), String> {
    let kind = args.schema_kind;
    let alone = matches!(kind, SchemaKind::Settings | SchemaKind::RoleModel);
    let schema =
        match folders::department_folder(args.department_folder.as_deref(), FolderArgument::Option, language)
        {
            Ok(folder) => of_department(kind, &folder, common, language)?,
            // A schema independent of the department needs none, unless one was named.
            Err(_) if alone && args.department_folder.is_none() => schema::schema(kind, None, language),
            Err(message) => return Err(message),
        };
    let Some(schema) = schema else { return Err(error_text(language, "schema-no-department", &[])) };
    let bytes = schema::to_bytes(&schema);
    let Some(out) = &args.schema_out else {
        print_json(String::from_utf8_lossy(&bytes).trim_end());
        return Ok(());
    };
    schema::write(out, &bytes)
        .map_err(|error| not_written(&shown(out), output_reason(&error, language), language))
}

/// The schema for the department in `folder`. The file being edited may be the broken one, so
/// only schemas that depend on the department require it to be usable.
fn of_department(
    kind: SchemaKind,
    folder: &Path,
    common: &args::Common,
    language: &Language,
) -> Result<Option<serde_json::Value>, String> {
    let unreadable = |_| {
        let facts = [("folder", shown(folder).into())];
        error_text(language, "build-folder-unreadable", &facts)
    };
    let checked = check(folder, None, common.lang, None, &Typeface::embedded()).map_err(unreadable)?;
    let department = checked.reading.department.as_ref();
    let schema = schema::schema(kind, department, checked.language);
    if schema.is_none() {
        for problem in checked.problems.iter() {
            report_problem("", problem, checked.language, common);
        }
    }
    Ok(schema)
}

fn not_written(path: &str, reason: String, language: &Language) -> String {
    error_text(language, "schema-not-written", &[("path", path.into()), ("reason", reason.into())])
}
