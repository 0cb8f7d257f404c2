//! `spind schema`: the JSON schema of a kind of file, for editors.

use std::path::Path;

use crate::cli::exit_status::{CommandResult, ExitStatus, fail};
use crate::cli::folders::FolderArgument;
use crate::cli::messages::{error_text, folder_unreadable, output_reason, shown};
use crate::cli::read_department::report_problem;
use crate::cli::terminal::print_json;
use crate::cli::{args, folders};
use crate::language::Language;
use crate::run::check;
use crate::schema::{self, SchemaKind};
use crate::typeface::Typeface;

pub(crate) fn run(args: &args::Schema, common: &args::Common) -> CommandResult {
    let language = common.language();
    let kind = args.schema_kind;
    let is_independent = matches!(kind, SchemaKind::Settings | SchemaKind::RoleModel);
    let schema =
        match folders::department_folder(args.department_folder.as_deref(), FolderArgument::Option, language)
        {
            Ok(folder) => department_schema(kind, &folder, common, language)?,
            // A schema independent of the department needs none, unless one was named.
            Err(_) if is_independent && args.department_folder.is_none() => {
                schema::schema(kind, None, language)
            }
            Err(message) => return Err(message.into()),
        };
    let Some(schema) = schema else { return fail(language, "schema-no-department", &[]) };
    let bytes = schema::to_bytes(&schema);
    let Some(out) = &args.schema_out else {
        print_json(String::from_utf8_lossy(&bytes).trim_end());
        return Ok(ExitStatus::Done);
    };
    schema::write(out, &bytes).map_err(|error| {
        let facts = [("path", shown(out).into()), ("reason", output_reason(&error, language).into())];
        error_text(language, "schema-not-written", &facts)
    })?;
    Ok(ExitStatus::Done)
}

/// The schema for the department in `folder`. The file being edited may be the broken one, so
/// only schemas that depend on the department require it to be usable.
fn department_schema(
    kind: SchemaKind,
    folder: &Path,
    common: &args::Common,
    language: &Language,
) -> Result<Option<serde_json::Value>, String> {
    let checked = check(folder, None, common.lang, None, &Typeface::embedded())
        .map_err(|_| folder_unreadable(folder, language))?;
    let department = checked.reading.department.as_ref();
    let schema = schema::schema(kind, department, checked.language);
    if schema.is_none() {
        for problem in checked.problems.iter() {
            report_problem("", problem, checked.language, common);
        }
    }
    Ok(schema)
}
