//! `spind export`: writes the department's figures for a spreadsheet or another program.

use std::path::Path;

use spind::department::{self, Department};
use spind::document::date;
use spind::export::{Edition, Export, Format, csv, internal, public};
use spind::language::Language;
use spind::problem::{Code, Problem};
use spind::progress::{self, Step};
use spind::public::edition::PublicEdition;
use spind::run::exports::{self, ExportedFile};
use spind::run::{Checked, is_inside};
use spind::source::Place;
use spind::typeface::Typeface;

use super::build::{DEFAULT_OUT, is_current_folder};
use crate::cli::folders::FolderArgument;
use crate::cli::messages::{error_text, output_reason, shown};
use crate::cli::outcome::{CommandResult, Status, fail};
use crate::cli::read_department::{read_department, report_problem};
use crate::cli::terminal::{eprint, print_bytes, stderr_is_terminal};
use crate::cli::{args, clock, folders, viewer};

pub fn run(args: &args::Export, common: &args::Common) -> CommandResult {
    let language = common.language();
    let folder = folders::department_folder(args.folder.as_deref(), FolderArgument::Positional, language)?;
    let given = args.export_out.as_deref();
    let format = args.export_format.or_else(|| exports::format_of(given?)).unwrap_or_default();
    if given.is_none() && format != Format::Csv && is_current_folder(&folder) {
        return fail(language, "export-out-needed", &[]);
    }
    let (checked, department) = read_department(&folder, common, language, &Typeface::embedded())?;
    let language = checked.language;
    let step = progress::begin(Step::Tables);
    let export = tables(args, &checked, &department)?;
    drop(step);
    let mut opened = true;
    if given.is_none() && format == Format::Csv {
        print_levels(&export, language)?;
    } else {
        let default = || Path::new(DEFAULT_OUT).join(exports::usual_name(export.edition, format));
        let out = given.map_or_else(default, Path::to_owned);
        let files = exports::files(&export, format, &out, language)
            .map_err(|_| error_text(language, "export-too-large", &[]))?;
        write(&files, &folder, common, language)?;
        opened = match (args.open, &files[..]) {
            (true, [file]) => viewer::open_file(&file.path, language),
            (true, _) => viewer::open_file(&out, language),
            (false, _) => true,
        };
    }
    if export.edition == Edition::Public && !common.quiet {
        eprint(&language.say("export-withdrawal", &[]));
    }
    if !checked.problems.any_error() {
        return Ok(if opened { Status::Done } else { Status::Partial });
    }
    let broken = department.broken.len();
    eprint(&error_text(language, "export-problems", &[("broken", broken.into())]));
    Ok(Status::Partial)
}

/// The tables of the requested edition.
fn tables(args: &args::Export, checked: &Checked, department: &Department) -> Result<Export, String> {
    let language = checked.language;
    if args.export_edition.unwrap_or_default() == Edition::Internal {
        if !department.whole {
            return Err(error_text(language, "export-incomplete", &[]));
        }
        let today = clock::today(args.export_today);
        return Ok(internal::export(department, &checked.records, today, language));
    }
    // An unreadable profile may have withdrawn its consent.
    if !checked.reading.all_readable {
        return Err(error_text(language, "export-unreadable", &[]));
    }
    let settings = &department.settings;
    let public = PublicEdition::new(
        settings,
        &department.role_model,
        &department.catalogue,
        &department.consenting,
        date::of_period(settings),
        language,
    );
    if public.people.is_empty() {
        return Err(error_text(language, "export-nobody", &[]));
    }
    Ok(public::export(&public))
}

fn print_levels(export: &Export, language: &Language) -> Result<(), String> {
    let Some(levels) = export.tables.first() else { return Ok(()) };
    let text = csv::write(levels, language).map_err(|_| error_text(language, "export-too-large", &[]))?;
    print_bytes(&text);
    Ok(())
}

fn write(
    files: &[ExportedFile],
    folder: &Path,
    common: &args::Common,
    language: &Language,
) -> Result<(), String> {
    exports::write(files).map_err(|failures| {
        let messages = failures.iter().map(|failure| {
            let reason = output_reason(&failure.reason, language);
            let facts = [("path", shown(&failure.path).into()), ("reason", reason.into())];
            error_text(language, "export-not-written", &facts)
        });
        messages.collect::<Vec<_>>().join("\n")
    })?;
    if files.iter().any(|file| is_inside(&file.path, folder)) {
        let place = Place::whole(&department::folder_itself(folder));
        let problem = Problem::new(Code::OutputInsideFolder, place);
        report_problem("", &problem, language, common);
    }
    if !common.quiet && stderr_is_terminal() || common.verbose {
        for file in files {
            let path = shown(&file.path);
            eprint(&language.say("export-written", &[("path", path.into())]));
        }
    }
    Ok(())
}
