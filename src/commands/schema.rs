//! `spind schema`: what an editor needs to help while somebody types.

use std::io::{self, ErrorKind, Write};
use std::path::Path;
use std::process::ExitCode;

use spind::build::check;
use spind::language::{Language, Tag};
use spind::schema::{self, Kind};
use spind::typeface::Typeface;

use super::{ALL_BUILT, NOTHING_BUILT, error_text, output_reason, shown, tell_on_stderr};
use crate::args;

/// Runs the verb.
pub fn run(args: &args::Schema, common: &args::Common) -> ExitCode {
    let language = Language::new(common.lang.unwrap_or_else(Tag::of_system));
    match schema(args, common, &language) {
        Ok(()) => ExitCode::from(ALL_BUILT),
        Err(message) => {
            tell_on_stderr(&message);
            ExitCode::from(NOTHING_BUILT)
        }
    }
}

fn schema(args: &args::Schema, common: &args::Common, language: &Language) -> Result<(), String> {
    let kind = args.schema_kind;
    let alone = matches!(kind, Kind::Settings | Kind::RoleModel);
    let schema = match super::folder(args.department_folder.as_deref(), language) {
        Ok(folder) => of_department(kind, &folder, common, language)?,
        // What every department has in common needs none, unless one was named.
        Err(_) if alone && args.department_folder.is_none() => schema::schema(kind, None, language),
        Err(message) => return Err(message),
    };
    let Some(schema) = schema else { return Err(error_text(language, "schema-no-department", &[])) };
    let bytes = schema::to_bytes(&schema);
    let Some(out) = &args.schema_out else {
        let written = io::stdout().lock().write_all(&bytes);
        // A reader that has seen enough closes the pipe; that is no error.
        let failed = written.err().filter(|error| error.kind() != ErrorKind::BrokenPipe);
        return failed.map_or(Ok(()), |error| {
            Err(not_written("stdout", super::system_reason(&error, language), language))
        });
    };
    schema::write(out, &bytes)
        .map_err(|error| not_written(&shown(out), output_reason(&error, language), language))
}

/// The schema that fits the department in `folder`; it may be the very file that is
/// broken, so only the schemas made of it need it whole.
fn of_department(
    kind: Kind,
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
            super::tell_problem("", problem, checked.language, common);
        }
    }
    Ok(schema)
}

fn not_written(path: &str, reason: String, language: &Language) -> String {
    error_text(language, "schema-not-written", &[("path", path.into()), ("reason", reason.into())])
}
