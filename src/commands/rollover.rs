//! `spind rollover`: one year is closed, and the next begins.

use std::fs;
use std::io::Error;
use std::path::Path;
use std::process::ExitCode;

use fluent_bundle::FluentValue;

use spind::build::check;
use spind::department::values::Text;
use spind::language::{Language, Tag};
use spind::year::archive::ArchiveError;
use spind::year::rollover::{Done, Refused, Request, Rollover, State, Turn, lock_folders, prepare};

use super::{
    ALL_BUILT, FolderArgument, NOTHING_BUILT, SOME_FAILED, confirm, error_text, locks, shown, system_reason,
    tell, tell_on_stderr, tell_problem, visible,
};
use crate::args;

/// Runs the verb.
pub fn run(args: &args::Rollover, common: &args::Common) -> ExitCode {
    let system = Language::new(common.lang.unwrap_or_else(Tag::of_system));
    match close(args, common, &system) {
        Ok(code) => ExitCode::from(code),
        Err(message) => {
            tell_on_stderr(&message);
            ExitCode::from(NOTHING_BUILT)
        }
    }
}

/// Shows, asks and closes; the exit code, or why nothing was changed.
fn close(args: &args::Rollover, common: &args::Common, system: &Language) -> Result<u8, String> {
    let folder = super::department_folder(args.folder.as_deref(), FolderArgument::Word, system)?;
    let unreadable =
        |folder: &Path| error_text(system, "build-folder-unreadable", &[("folder", shown(folder).into())]);
    if let Some(leader) = args.leder.as_deref().filter(|leader| !leader.is_dir()) {
        return Err(unreadable(leader));
    }
    let typeface = super::typeface(None, system)?;
    let checked = check(&folder, args.leder.as_deref(), common.lang, None, &typeface);
    let checked = checked.map_err(|_| unreadable(&folder))?;
    let language = &checked.language;
    let to = args.to.parse::<Text>().map_err(|_| error_text(language, "rollover-no-period", &[]))?;
    let request = Request {
        folder: &folder,
        leader: args.leder.as_deref(),
        to: &to.0,
        archive: &args.archive,
        other_archive: args.other_archive,
    };
    let refused = |refused: Refused| refusal(&refused, &request, common, language);
    let rollover = prepare(&checked, request).map_err(refused)?;
    if !(common.quiet && args.yes) {
        show(&rollover, &request, language);
    }
    confirm(args.yes, &language.say("rollover-question", &[]), language)?;
    fs::create_dir_all(&args.archive)
        .map_err(|error| refused(ArchiveError::Io { path: args.archive.clone(), error }.into()))?;
    let held = locks::hold(lock_folders(&request), &folder, common, language)?;
    // Another run may have held the lock, or the question stood there for an hour.
    let checked = check(&folder, args.leder.as_deref(), common.lang, None, &typeface);
    let now = prepare(&checked.map_err(|_| unreadable(&folder))?, request).map_err(refused)?;
    if now != rollover {
        return Err(error_text(language, "confirm-stale", &[]));
    }
    let (target, period, deadlines) = (rollover.target.clone(), rollover.period.clone(), rollover.deadlines);
    let done = rollover.run(&held).map_err(refused)?;
    let facts = Facts { to: &to.0, target: &target, period: period.as_deref(), deadlines };
    Ok(report(&done, &facts, common, language))
}

struct Facts<'a> {
    to: &'a str,
    target: &'a Path,
    period: Option<&'a str>,
    deadlines: bool,
}

/// Shows what would be done.
fn show(rollover: &Rollover<'_>, request: &Request<'_>, language: &Language) {
    let path = |path: &Path| FluentValue::from(shown(path));
    let say = |key: &str, facts: &[(&str, FluentValue<'_>)]| tell(&language.say(key, facts));
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
        tell(&line(turn, language));
    }
    let own = rollover.going.iter().map(|going| request.folder.join(going));
    let leaders =
        request.leader.iter().flat_map(|leader| rollover.leader_going.iter().map(|v| leader.join(v)));
    for going in own.chain(leaders) {
        say("rollover-going", &[("path", path(&going))]);
    }
    if rollover.turns.iter().any(|turn| turn.moved.booklet || turn.moved.teaches) {
        say("rollover-consents", &[]);
    }
}

/// What becomes of one profile, on one line.
fn line(turn: &Turn, language: &Language) -> String {
    let who = [("file", visible(&turn.file).into()), ("name", visible(&turn.name).into())];
    let key = match turn.state {
        State::Waiting => "rollover-person",
        State::Rolled => "rollover-person-done",
        State::OnlyRolled => "rollover-person-only-rolled",
        State::Edited => "rollover-person-edited",
        State::Added => "rollover-person-added",
        State::Gone => "rollover-person-gone",
    };
    if turn.state != State::Waiting {
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
    let said = [
        (moved.booklet, "rollover-booklet-ends"),
        (moved.teaches, "rollover-teaching-ends"),
        (turn.converted, "rollover-converted"),
    ];
    parts.extend(said.iter().filter(|(is_so, _)| *is_so).map(|(_, key)| language.say(key, &[])));
    parts.join("; ")
}

/// Tells what was done; the exit code.
fn report(done: &Done, facts: &Facts<'_>, common: &args::Common, language: &Language) -> u8 {
    let path = |path: &Path| FluentValue::from(shown(path));
    for left in &done.left {
        tell_on_stderr(&error_text(
            language,
            "rollover-left",
            &[("path", path(left)), ("target", path(facts.target))],
        ));
    }
    for (failed, error) in &done.failures {
        let reason = system_reason(error, language);
        tell_on_stderr(&error_text(
            language,
            "rollover-failed",
            &[("path", path(failed)), ("reason", reason.into())],
        ));
    }
    for link in &done.not_copied {
        tell_on_stderr(&language.say("rollover-not-copied", &[("path", path(link))]));
    }
    if !done.closed {
        let target = path(facts.target);
        tell_on_stderr(&error_text(
            language,
            "rollover-not-closed",
            &[("target", target), ("to", facts.to.into())],
        ));
        return SOME_FAILED;
    }
    if !common.quiet {
        let people = done.rolled.len().into();
        let to: FluentValue<'_> = visible(facts.to).into();
        let done_key = if done.only_rolled.is_empty() { "rollover-done" } else { "rollover-done-in-part" };
        tell(&language.say(done_key, &[("people", people), ("to", to), ("target", path(facts.target))]));
        if !done.only_rolled.is_empty() {
            let files = visible(&done.only_rolled.join(", "));
            tell(
                &language
                    .say("rollover-only-rolled", &[("files", files.into()), ("target", path(facts.target))]),
            );
        }
        if facts.deadlines {
            let from = facts.period.unwrap_or("–");
            tell(&language.say("rollover-deadlines", &[("from", visible(from).into())]));
        }
        tell(&language.say("rollover-build", &[]));
    }
    ALL_BUILT
}

/// Why nothing was changed.
fn refusal(refused: &Refused, request: &Request<'_>, common: &args::Common, language: &Language) -> String {
    let path = |path: &Path| FluentValue::from(shown(path));
    let could_not = |key: &str, at: &Path, error: &Error| {
        error_text(language, key, &[("path", path(at)), ("reason", system_reason(error, language).into())])
    };
    match refused {
        Refused::Problems(problems) => {
            problems.iter().for_each(|problem| tell_problem("", problem, language, common));
            error_text(language, "rollover-problems", &[])
        }
        Refused::Closed => error_text(language, "rollover-closed", &[("to", visible(request.to).into())]),
        Refused::HalfClosed(half_closed) => {
            let known = |text: &str| if text.is_empty() { "–".to_owned() } else { visible(text) };
            let facts =
                [("to", known(&half_closed.to).into()), ("target", known(&half_closed.archive).into())];
            error_text(language, "rollover-half-closed", &facts)
        }
        Refused::Inside(target) => error_text(language, "rollover-inside", &[("target", path(target))]),
        Refused::InTheWay(target) => error_text(language, "rollover-in-the-way", &[("target", path(target))]),
        Refused::Unusual(files) => {
            error_text(language, "rollover-unusual", &[("files", visible(&files.join(", ")).into())])
        }
        Refused::Changing(file) => {
            error_text(language, "rollover-changing", &[("path", visible(file).into())])
        }
        Refused::Archive(ArchiveError::Changed(at)) => {
            error_text(language, "rollover-changing", &[("path", path(at))])
        }
        Refused::Archive(ArchiveError::Io { path: at, error }) => {
            could_not("rollover-archive-failed", at, error)
        }
        Refused::Read { path: at, error } => could_not("rollover-unreadable", at, error),
    }
}
