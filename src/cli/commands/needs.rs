//! `spind needs`: the department's needs for other departments, and several departments' needs added up.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::build::DEFAULT_OUT;
use crate::analysis::Analysis;
use crate::cli::exit_status::{CommandResult, ExitStatus, Failure, fail};
use crate::cli::folders::FolderArgument;
use crate::cli::messages::{error_text, output_reason, read_reason, shown, visible};
use crate::cli::read_department::{read_department, report_problem};
use crate::cli::terminal::{confirm, eprint, print};
use crate::cli::{args, clock, folders};
use crate::document::pdf::TypesetError;
use crate::document::{Templates, shared_needs};
use crate::language::{Language, output_names};
use crate::problem::Problems;
use crate::run::is_inside;
use crate::scaffold::write_guide;
use crate::sharing::needs::{Needs, collect};
use crate::sharing::needs_file;
use crate::sharing::sum::{Sum, SumError};
use crate::source::walk::is_department;
use crate::storage;
use crate::typeface::Typeface;
use crate::wording::sum_text;

pub(crate) fn run(args: &args::Needs, common: &args::Common) -> CommandResult {
    match &args.sum[..] {
        _ if args.vejledere => careers_page(args, common),
        [] => own_needs(args, common),
        files => sum_of(files, args, common),
    }
}

/// Makes the page for careers advisers, of the department's needs or of the sums of several.
fn careers_page(args: &args::Needs, common: &args::Common) -> CommandResult {
    let system = common.language();
    let folder = folders::department_folder(args.folder.as_deref(), FolderArgument::Positional, system)?;
    let (checked, department) = read_department(&folder, common, system, &Typeface::embedded())?;
    let language = checked.language;
    if !department.whole {
        return fail(language, "needs-incomplete", &[]);
    }
    let sum = match &args.sum[..] {
        [] => None,
        files => Some(read_sum(files, common, language)?),
    };
    let analysis = Analysis::of(&department, Some(clock::today(args.needs_today)));
    let typeface = Typeface::embedded();
    let templates = Templates::embedded(&typeface);
    let bytes = shared_needs::careers(&department, &analysis, sum.as_ref(), language, &templates);
    write_page(args, &output_names::CAREERS_PAGE, bytes, common, language)
}

/// Writes a page to the file of `-o`, or under its own name.
fn write_page(
    args: &args::Needs,
    names: &output_names::Names,
    bytes: Result<Vec<u8>, TypesetError>,
    common: &args::Common,
    language: &Language,
) -> CommandResult {
    if args.needs_out.is_none() && is_department(Path::new(".")) {
        return fail(language, "needs-out-needed", &[]);
    }
    let name = format!("{}.pdf", names[language.tag() as usize]);
    let out = args.needs_out.clone().unwrap_or_else(|| Path::new(DEFAULT_OUT).join(name));
    let not_written = |reason: String| {
        let facts = [("path", shown(&out).into()), ("reason", reason.into())];
        error_text(language, "build-in-the-way", &facts)
    };
    let bytes = bytes.map_err(|error| {
        not_written(language.say("reason-template", &[("error", error.to_string().into())]))
    })?;
    let file = out.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let folder = out.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    write_guide(folder, &file, &bytes).map_err(|error| not_written(output_reason(&error, language)))?;
    if !common.quiet {
        print(&shown(&out));
    }
    Ok(ExitStatus::Done)
}

/// Shows the department's needs, and writes them if they are to be passed on.
fn own_needs(args: &args::Needs, common: &args::Common) -> CommandResult {
    let system = common.language();
    let folder = folders::department_folder(args.folder.as_deref(), FolderArgument::Positional, system)?;
    let (checked, department) = read_department(&folder, common, system, &Typeface::embedded())?;
    let language = checked.language;
    if !department.whole {
        return fail(language, "needs-incomplete", &[]);
    }
    if let Some(out) = args.needs_out.as_deref().filter(|out| is_inside(out, &folder)) {
        return fail(language, "needs-inside", &[("path", shown(out).into())]);
    }
    let collected = collect(&department, clock::today(args.needs_today));
    let text = needs_file::write(&collected.needs, language);
    for mention in &collected.left_out {
        eprint(&language.say("share-left-out", &[("text", visible(mention).into())]));
    }
    if let Some(out) = &args.needs_out {
        if !(common.quiet && args.yes) {
            print(&text);
        }
        confirm(args.yes, &language.say("needs-question", &[("path", shown(out).into())]), language)?;
        write(out, text.as_bytes(), needs_file::is_ours, language)?;
        if !common.quiet {
            eprint(&language.say("needs-written", &[("path", shown(out).into())]));
        }
    } else {
        print(&text);
    }
    let broken = department.broken.len();
    if broken > 0 {
        eprint(&error_text(language, "export-problems", &[("broken", broken.into())]));
    }
    let complete = broken == 0 && collected.left_out.is_empty();
    Ok(if complete { ExitStatus::Done } else { ExitStatus::Partial })
}

/// Adds up the needs in `files`.
fn sum_of(files: &[PathBuf], args: &args::Needs, common: &args::Common) -> CommandResult {
    let language = common.language();
    let sum = read_sum(files, common, language)?;
    let is_pdf = |out: &PathBuf| out.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("pdf"));
    if args.pdf || args.needs_out.as_ref().is_some_and(is_pdf) {
        let typeface = Typeface::embedded();
        let bytes = shared_needs::regional(&sum, language, &Templates::embedded(&typeface));
        return write_page(args, &output_names::REGIONAL_PAGE, bytes, common, language);
    }
    let text = sum_text::text(&sum, language);
    let Some(out) = &args.needs_out else {
        print(&text);
        return Ok(ExitStatus::Done);
    };
    write(out, format!("{text}\n").as_bytes(), sum_text::is_ours, language)?;
    Ok(ExitStatus::Done)
}

/// Reads and adds up the needs in `files`.
fn read_sum(files: &[PathBuf], common: &args::Common, language: &Language) -> Result<Sum, Failure> {
    let mut problems = Problems::default();
    let mut needs: Vec<Needs> = Vec::new();
    for path in files {
        let read = needs_file::read(path, language.tag(), &mut problems).map_err(|error| {
            let reason = match error.kind() {
                ErrorKind::FileTooLarge => language.say("needs-too-large", &[]),
                _ => read_reason(&error, language),
            };
            error_text(
                language,
                "needs-unreadable",
                &[("path", shown(path).into()), ("reason", reason.into())],
            )
        })?;
        needs.extend(read);
    }
    for problem in problems.in_order().iter() {
        report_problem("", problem, language, common);
    }
    if needs.len() < files.len() {
        return Err(error_text(language, "needs-faulty", &[]).into());
    }
    let mut periods: Vec<&str> = needs.iter().filter_map(|needs| needs.period.as_deref()).collect();
    periods.dedup();
    if periods.len() > 1 && !common.quiet {
        eprint(&language.say("needs-periods", &[("periods", visible(&periods.join(", ")).into())]));
    }
    Sum::of(&needs).map_err(|error| {
        let message = match error {
            SumError::TooFew => error_text(language, "needs-too-few", &[("files", files.len().into())]),
            SumError::Twice(name) => error_text(language, "needs-twice", &[("name", visible(&name).into())]),
        };
        message.into()
    })
}

fn write(
    out: &Path,
    bytes: &[u8],
    is_ours: impl Fn(&[u8]) -> bool,
    language: &Language,
) -> Result<(), String> {
    storage::replace_own(out, bytes, is_ours).map_err(|error| {
        let facts = [("path", shown(out).into()), ("reason", output_reason(&error, language).into())];
        error_text(language, "export-not-written", &facts)
    })
}
