//! `spind export`: writes the department's figures for a spreadsheet or another program.

use std::fs;
use std::path::Path;

use super::build::{DEFAULT_OUT, is_current_folder};
use crate::cli::exit_status::{CommandResult, ExitStatus, fail};
use crate::cli::folders::{FolderArgument, unlisted_text};
use crate::cli::messages::{error_text, output_reason, shown, system_reason, visible};
use crate::cli::read_department::{read_one_of, report_problem};
use crate::cli::terminal::{eprint, print_bytes, stderr_is_terminal};
use crate::cli::{args, clock, folders, viewer};
use crate::department::{self, Department};
use crate::export::{Edition, Export, Format, csv, internal, json, public, template, workbook};
use crate::language::Language;
use crate::problem::{Code, Problem};
use crate::progress::{self, Step};
use crate::public::edition::PublicEdition;
use crate::run::DocumentNames;
use crate::run::exports::{self, ExportedFile};
use crate::run::targets::{Target, targets};
use crate::run::{Checked, is_inside};
use crate::source::Place;
use crate::typeface::Typeface;

/// Exports the department in the folder, or each department below it into a folder of its own.
pub(crate) fn run(args: &args::Export, common: &args::Common) -> CommandResult {
    let system = common.language();
    let folder = folders::departments_folder(args.folder.as_deref(), FolderArgument::Positional, system)?;
    let given = args.export_out.as_deref();
    let format = format(args, system)?;
    let targets = targets(&folder, given.unwrap_or(Path::new(DEFAULT_OUT)), None, None);
    let to_stdout =
        given == Some(Path::new("-")) || given.is_none() && format == Format::Csv && !args.skabelon;
    if targets.are_many() && (to_stdout || given.is_some_and(|given| exports::format_of(given).is_some())) {
        // One file or stream is for one department.
        folders::department_folder(args.folder.as_deref(), FolderArgument::Positional, system)?;
    }
    if given.is_none() && !to_stdout && is_current_folder(&folder) {
        return fail(system, "export-out-needed", &[]);
    }
    if !targets.are_many() {
        let out = given.filter(|_| !to_stdout);
        return export_department(
            &Request { args, folder: &folder, name: "", out, to_stdout, format },
            common,
        );
    }
    let mut outcomes = Vec::new();
    for target in &targets.each {
        let Target { department, folder, out, .. } = target;
        let exported = match fs::create_dir_all(out) {
            Ok(()) => {
                let out = Some(out.as_path());
                export_department(&Request { args, folder, name: department, out, to_stdout, format }, common)
            }
            Err(error) => {
                let reason = system_reason(&error, system);
                let facts = [("path", shown(out).into()), ("reason", reason.into())];
                fail(system, "export-not-written", &facts)
            }
        };
        // What stops one department does not stop the others.
        outcomes.push(exported.unwrap_or_else(|failure| {
            eprint(&failure.message);
            failure.status
        }));
    }
    for folder in &targets.unlisted {
        eprint(&unlisted_text(folder, system));
        outcomes.push(ExitStatus::Partial);
    }
    Ok(ExitStatus::of_all(&outcomes))
}

/// What to export of one department.
struct Request<'a> {
    args: &'a args::Export,
    folder: &'a Path,
    /// The department's folder relative to a folder of several, else empty.
    name: &'a str,
    /// The file or folder to write; `None` for the default, or standard output.
    out: Option<&'a Path>,
    to_stdout: bool,
    format: Format,
}

fn export_department(request: &Request<'_>, common: &args::Common) -> CommandResult {
    let Request { args, folder, out, format, .. } = *request;
    let (checked, department) =
        read_one_of(request.name, folder, common, common.language(), &Typeface::embedded())?;
    let language = checked.language;
    if args.skabelon {
        return write_template(request, &checked, &department, common);
    }
    let step = progress::begin(Step::Tables);
    let export = tables(args, &checked, &department)?;
    drop(step);
    let mut opened = true;
    if request.to_stdout {
        print_export(&export, format, language)?;
    } else {
        let names = DocumentNames::of(&department);
        let default = || Path::new(DEFAULT_OUT).join(names.export(export.edition, format.into()));
        let out = out.map_or_else(default, Path::to_owned);
        let files = exports::files(&export, format, &out, names, language)
            .map_err(|_| error_text(language, "export-too-large", &[]))?;
        write(&files, folder, common, language)?;
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
        return Ok(if opened { ExitStatus::Done } else { ExitStatus::Partial });
    }
    let broken = department.broken.len();
    eprint(&error_text(language, "export-problems", &[("broken", broken.into())]));
    Ok(ExitStatus::Partial)
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
    let public = PublicEdition::of(department, language);
    if public.people.is_empty() {
        return Err(error_text(language, "export-nobody", &[]));
    }
    Ok(public::export(&public))
}

/// The requested format, by name or by the file's extension.
fn format(args: &args::Export, language: &Language) -> Result<Format, String> {
    let Some(given) = args.export_out.as_deref().filter(|given| *given != Path::new("-")) else {
        let default = if args.export_out.is_some() { Format::Csv } else { Format::default() };
        return Ok(args.export_format.unwrap_or(default));
    };
    let by_extension = exports::format_of(given);
    let requested = if args.skabelon { Some(Format::Xlsx) } else { args.export_format };
    let extension = given
        .extension()
        .filter(|_| !given.is_dir())
        .map(|extension| extension.to_string_lossy().into_owned());
    match (requested, by_extension, extension) {
        (Some(requested), Some(other), _) if requested != other && !given.is_dir() => {
            let facts = [("path", shown(given).into()), ("format", <&str>::from(requested).into())];
            Err(error_text(language, "export-format-differs", &facts))
        }
        (_, None, Some(extension)) => {
            let facts = [("path", shown(given).into()), ("ending", visible(&extension).into())];
            Err(error_text(language, "export-unknown-ending", &facts))
        }
        (requested, by_extension, _) => Ok(requested.or(by_extension).unwrap_or_default()),
    }
}

/// Writes the workbook to fill in.
fn write_template(
    request: &Request<'_>,
    checked: &Checked,
    department: &Department,
    common: &args::Common,
) -> CommandResult {
    let language = checked.language;
    if !department.whole {
        return fail(language, "export-incomplete", &[]);
    }
    let bytes =
        template::write(department, language).map_err(|_| error_text(language, "export-too-large", &[]))?;
    if request.to_stdout {
        print_bytes(&bytes);
        return Ok(ExitStatus::Done);
    }
    let out = request.out.unwrap_or(Path::new(DEFAULT_OUT)).to_owned();
    let is_folder = out.is_dir() || out.extension().is_none();
    let path = if is_folder { out.join(DocumentNames::of(department).workbook_template()) } else { out };
    let file = ExportedFile { path, bytes };
    write(std::slice::from_ref(&file), request.folder, common, language)?;
    if !common.quiet {
        eprint(&language.say("export-template-next", &[("path", shown(&file.path).into())]));
    }
    let opened = !request.args.open || viewer::open_file(&file.path, language);
    Ok(if opened && !checked.problems.any_error() { ExitStatus::Done } else { ExitStatus::Partial })
}

/// Writes the export to standard output: in CSV the levels alone, else all tables.
fn print_export(export: &Export, format: Format, language: &Language) -> Result<(), String> {
    let too_large = || error_text(language, "export-too-large", &[]);
    let bytes = match (format, export.tables.first()) {
        (Format::Csv, None) => return Ok(()),
        (Format::Csv, Some(levels)) => csv::write(levels, language).map_err(|_| too_large())?,
        (Format::Json, _) => json::write(export).map_err(|_| too_large())?,
        (Format::Xlsx, _) => workbook::write(export, language).map_err(|_| too_large())?,
    };
    print_bytes(&bytes);
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
