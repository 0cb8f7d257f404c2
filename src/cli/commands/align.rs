//! `spind align`: rewrites keys of earlier versions of the role model.

use std::io;
use std::path::Path;

use crate::align::{Alignment, Change, prepare};
use crate::cli::exit_status::{CommandResult, ExitStatus, fail};
use crate::cli::folders::{self, FolderArgument};
use crate::cli::messages::{error_text, folder_unreadable, shown, system_reason, visible};
use crate::cli::terminal::{confirm, eprint, print};
use crate::cli::{args, locks};
use crate::language::Language;
use crate::run::{Checked, check};
use crate::storage::lock;
use crate::typeface::Typeface;

pub(crate) fn run(args: &args::Align, common: &args::Common) -> CommandResult {
    let system = common.language();
    let folder = folders::department_folder(args.folder.as_deref(), FolderArgument::Positional, system)?;
    folders::leader_folder(args.leder.as_deref(), system)?;
    let typeface = Typeface::embedded();
    let read = || {
        check(&folder, args.leder.as_deref(), common.lang, None, &typeface)
            .map_err(|_| folder_unreadable(&folder, system))
    };
    let checked = read()?;
    let language = checked.language;
    if checked.reading.department.is_none() {
        return fail(language, "build-nothing", &[]);
    }
    let alignment = prepared(&checked, &folder, language)?;
    if alignment.files.is_empty() {
        if !common.quiet {
            print(&language.say("align-nothing", &[]));
        }
        return Ok(ExitStatus::Done);
    }
    if !(common.quiet && args.yes) {
        show(&alignment, language);
    }
    let open = alignment.files.iter().any(|file| file.unsupported || !file.undecided.is_empty());
    let rest = if open { ExitStatus::Partial } else { ExitStatus::Done };
    if !alignment.changes_files() {
        return Ok(rest);
    }
    confirm(args.yes, &language.say("align-question", &[]), language)?;
    let lock = locks::acquire(lock::whole(&folder, &[], 1), &folder, common, language)?;
    // Files may have changed while waiting for the lock or the answer.
    if prepared(&read()?, &folder, language)? != alignment {
        return fail(language, "confirm-stale", &[]);
    }
    let done = alignment.run(&lock);
    for path in &done.left {
        eprint(&error_text(language, "align-left", &[("path", shown(path).into())]));
    }
    for (path, error) in &done.failures {
        let facts = [("path", shown(path).into()), ("reason", system_reason(error, language).into())];
        eprint(&error_text(language, "rollover-failed", &facts));
    }
    if !common.quiet {
        print(&language.say("align-done", &[("files", done.written.len().into())]));
    }
    let is_complete = done.left.is_empty() && done.failures.is_empty();
    Ok(if is_complete { rest } else { ExitStatus::Partial })
}

fn prepared(checked: &Checked, folder: &Path, language: &Language) -> Result<Alignment, String> {
    prepare(checked).map_err(|error| match error.kind() {
        io::ErrorKind::InvalidData => error_text(language, "confirm-stale", &[]),
        _ => folder_unreadable(folder, language),
    })
}

/// Prints what would change in each file.
fn show(alignment: &Alignment, language: &Language) {
    for file in &alignment.files {
        let mut parts: Vec<String> = Vec::new();
        if file.unsupported {
            parts.push(language.say("align-unsupported", &[]));
        }
        parts.extend(file.changes.iter().map(|change| line(change, language)));
        if let Some(to) = file.undecided.iter().find_map(|change| change.to.as_deref()) {
            let keys: Vec<&str> = file.undecided.iter().map(|change| change.from.as_str()).collect();
            let facts = [("keys", visible(&keys.join(", ")).into()), ("area", visible(to).into())];
            parts.push(language.say("align-undecided", &facts));
        }
        print(&format!("{}: {}", visible(&file.file), parts.join("; ")));
    }
}

fn line(change: &Change, language: &Language) -> String {
    let from = ("from", visible(&change.from).into());
    match &change.to {
        Some(to) => language.say("align-renamed", &[from, ("to", visible(to).into())]),
        None => language.say("align-removed", &[from]),
    }
}
