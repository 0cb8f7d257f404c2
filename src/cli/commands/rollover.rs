//! `spind rollover`: archives a year and opens the next.

use std::fs;
use std::io::Error;
use std::path::Path;

use fluent_bundle::FluentValue;

use crate::cli::exit_status::{CommandResult, ExitStatus, fail};
use crate::cli::folders::FolderArgument;
use crate::cli::messages::{error_text, folder_unreadable, shown, system_reason, visible};
use crate::cli::read_department::report_problem;
use crate::cli::terminal::{confirm, eprint, print};
use crate::cli::{args, clock, design, folders, locks};
use crate::department::values::Text;
use crate::language::Language;
use crate::rollover::archive::ArchiveError;
use crate::rollover::{
    ProfileRollover, ProfileState, Rollover, RolloverError, RolloverOutcome, RolloverRequest, lock_folders,
    prepare,
};
use crate::run::check;

/// Lists the changes, asks for confirmation and makes them.
pub(crate) fn run(args: &args::Rollover, common: &args::Common) -> CommandResult {
    let system = common.language();
    let folder = folders::department_folder(args.folder.as_deref(), FolderArgument::Positional, system)?;
    if let Some(leader) = args.leder.as_deref().filter(|leader| !leader.is_dir()) {
        return Err(folder_unreadable(leader, system).into());
    }
    let typeface = design::typeface(None, system)?;
    let checked = check(&folder, args.leder.as_deref(), common.lang, None, &typeface);
    let checked = checked.map_err(|_| folder_unreadable(&folder, system))?;
    let language = checked.language;
    let to = args.to.parse::<Text>().map_err(|_| error_text(language, "rollover-no-period", &[]))?;
    let request = RolloverRequest {
        folder: &folder,
        leader: args.leder.as_deref(),
        to: &to.0,
        archive: &args.archive,
        other_archive: args.other_archive,
        today: clock::today(None),
    };
    let refused = |refused: RolloverError| refusal(&refused, &request, common, language);
    let rollover = prepare(&checked, request).map_err(refused)?;
    if !(common.quiet && args.yes) {
        show(&rollover, &request, language);
    }
    confirm(args.yes, &language.say("rollover-question", &[]), language)?;
    fs::create_dir_all(&args.archive)
        .map_err(|error| refused(ArchiveError::Io { path: args.archive.clone(), error }.into()))?;
    let lock = locks::acquire(lock_folders(&request), &folder, common, language)?;
    // Files may have changed while waiting for the lock or the answer.
    let checked = check(&folder, args.leder.as_deref(), common.lang, None, &typeface);
    let now = prepare(&checked.map_err(|_| folder_unreadable(&folder, system))?, request).map_err(refused)?;
    if now != rollover {
        return fail(language, "confirm-stale", &[]);
    }
    let (target, period, deadlines) = (rollover.target.clone(), rollover.period.clone(), rollover.deadlines);
    let done = rollover.run(&lock).map_err(refused)?;
    let facts = Facts { to: &to.0, target: &target, period: period.as_deref(), deadlines };
    Ok(report(&done, &facts, common, language))
}

struct Facts<'a> {
    to: &'a str,
    target: &'a Path,
    period: Option<&'a str>,
    deadlines: bool,
}

/// Prints what would be done.
fn show(rollover: &Rollover<'_>, request: &RolloverRequest<'_>, language: &Language) {
    let path = |path: &Path| FluentValue::from(shown(path));
    let say = |key: &str, facts: &[(&str, FluentValue<'_>)]| print(&language.say(key, facts));
    let period = rollover.period.as_deref().unwrap_or("–");
    say(
        "rollover-title",
        &[
            ("from", visible(period).into()),
            ("to", visible(request.to).into()),
            ("folder", path(request.folder)),
        ],
    );
    if let Some(first) = &rollover.first_archive {
        say("rollover-first-archive", &[("archive", path(first)), ("target", path(&rollover.target))]);
    }
    let archive = if rollover.resumed { "rollover-resumed" } else { "rollover-archive" };
    say(archive, &[("target", path(&rollover.target))]);
    for turn in &rollover.turns {
        print(&line(turn, language));
    }
    let own = rollover.going.iter().map(|going| request.folder.join(going));
    let leaders =
        request.leader.iter().flat_map(|leader| rollover.leader_going.iter().map(|v| leader.join(v)));
    for going in own.chain(leaders) {
        say("rollover-going", &[("path", path(&going))]);
    }
    for (cohort, names) in &rollover.staying {
        let facts = [("file", visible(cohort).into()), ("names", visible(&names.join(", ")).into())];
        say("rollover-cohort-stays", &facts);
    }
    if rollover.turns.iter().any(|turn| turn.moved.booklet || turn.moved.teaches) {
        say("rollover-consents", &[]);
    }
}

/// The line for one profile.
fn line(turn: &ProfileRollover, language: &Language) -> String {
    let who = [("file", visible(&turn.file).into()), ("name", visible(&turn.name).into())];
    let key = match turn.state {
        ProfileState::Waiting => "rollover-person",
        ProfileState::Rolled => "rollover-person-done",
        ProfileState::OnlyRolled => "rollover-person-only-rolled",
        ProfileState::Edited => "rollover-person-edited",
        ProfileState::Added => "rollover-person-added",
        ProfileState::Gone => "rollover-person-gone",
    };
    if turn.state != ProfileState::Waiting {
        return language.say(key, &who);
    }
    let moved = &turn.moved;
    let count = |count: usize| FluentValue::from(count);
    let [file, name] = who;
    let mut parts = vec![
        language.say(key, &[file, name, ("levels", count(moved.levels)), ("lines", count(moved.lines))]),
    ];
    if moved.going_on > 0 {
        parts.push(language.say("rollover-going-on", &[("lines", count(moved.going_on))]));
    }
    if !moved.courses.is_empty() {
        let courses = visible(&moved.courses.join(", "));
        parts.push(language.say("rollover-courses", &[("courses", courses.into())]));
    }
    let remarks = [
        (moved.booklet, "rollover-booklet-ends"),
        (moved.teaches, "rollover-teaching-ends"),
        (turn.converted, "rollover-converted"),
    ];
    parts.extend(remarks.iter().filter(|(is_so, _)| *is_so).map(|(_, key)| language.say(key, &[])));
    parts.join("; ")
}

/// Prints what was done and returns the exit status.
fn report(
    done: &RolloverOutcome,
    facts: &Facts<'_>,
    common: &args::Common,
    language: &Language,
) -> ExitStatus {
    let path = |path: &Path| FluentValue::from(shown(path));
    for left in &done.left {
        eprint(&error_text(
            language,
            "rollover-left",
            &[("path", path(left)), ("target", path(facts.target))],
        ));
    }
    for (failed, error) in &done.failures {
        let reason = system_reason(error, language);
        eprint(&error_text(
            language,
            "rollover-failed",
            &[("path", path(failed)), ("reason", reason.into())],
        ));
    }
    for link in &done.not_copied {
        eprint(&language.say("rollover-not-copied", &[("path", path(link))]));
    }
    if !done.closed {
        let target = path(facts.target);
        eprint(&error_text(language, "rollover-not-closed", &[("target", target), ("to", facts.to.into())]));
        return ExitStatus::Partial;
    }
    if !common.quiet {
        let people = done.rolled.len().into();
        let to: FluentValue<'_> = visible(facts.to).into();
        let done_key = if done.only_rolled.is_empty() { "rollover-done" } else { "rollover-done-in-part" };
        print(&language.say(done_key, &[("people", people), ("to", to), ("target", path(facts.target))]));
        if !done.only_rolled.is_empty() {
            let files = visible(&done.only_rolled.join(", "));
            print(
                &language
                    .say("rollover-only-rolled", &[("files", files.into()), ("target", path(facts.target))]),
            );
        }
        if facts.deadlines {
            let from = facts.period.unwrap_or("–");
            print(&language.say("rollover-deadlines", &[("from", visible(from).into())]));
        }
        print(&language.say("rollover-build", &[]));
    }
    ExitStatus::Done
}

/// The message for a rollover that changed nothing.
fn refusal(
    refused: &RolloverError,
    request: &RolloverRequest<'_>,
    common: &args::Common,
    language: &Language,
) -> String {
    let path = |path: &Path| FluentValue::from(shown(path));
    let failed_at = |key: &str, at: &Path, error: &Error| {
        error_text(language, key, &[("path", path(at)), ("reason", system_reason(error, language).into())])
    };
    match refused {
        RolloverError::Problems(problems) => {
            problems.iter().for_each(|problem| report_problem("", problem, language, common));
            error_text(language, "rollover-problems", &[])
        }
        RolloverError::Closed => {
            error_text(language, "rollover-closed", &[("to", visible(request.to).into())])
        }
        RolloverError::HalfClosed(half_closed) => {
            let known = |text: &str| if text.is_empty() { "–".to_owned() } else { visible(text) };
            let facts =
                [("to", known(&half_closed.to).into()), ("target", known(&half_closed.archive).into())];
            error_text(language, "rollover-half-closed", &facts)
        }
        RolloverError::Inside(target) => error_text(language, "rollover-inside", &[("target", path(target))]),
        RolloverError::InTheWay(target) => {
            error_text(language, "rollover-in-the-way", &[("target", path(target))])
        }
        RolloverError::UnsupportedLayout(files) => {
            error_text(language, "rollover-unusual", &[("files", visible(&files.join(", ")).into())])
        }
        RolloverError::Changing(file) => {
            error_text(language, "rollover-changing", &[("path", visible(file).into())])
        }
        RolloverError::Archive(ArchiveError::Changed(at)) => {
            error_text(language, "rollover-changing", &[("path", path(at))])
        }
        RolloverError::Archive(ArchiveError::Io { path: at, error }) => {
            failed_at("rollover-archive-failed", at, error)
        }
        RolloverError::Read { path: at, error } => failed_at("rollover-unreadable", at, error),
    }
}
