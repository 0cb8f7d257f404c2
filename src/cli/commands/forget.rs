//! `spind forget`: all that is a person's is deleted.

use std::path::{Path, PathBuf};

use fluent_bundle::FluentValue;

use spind::document::Templates;
use spind::forget::{self, Forgotten, Mention, PersonFiles};
use spind::language::Language;
use spind::problem::Problem;
use spind::public::publication::may_contain;
use spind::public::{Editions, PUBLIC_BOOKLET};
use spind::run::{self, BuildRequest, Built, check};

use super::build::{DEFAULT_OUT, tell_another_edition, tell_kept, tell_refused};
use crate::cli::messages::{error_text, output_reason, shown, visible};
use crate::cli::outcome::{CommandResult, Status, fail};
use crate::cli::read_department::{report_half_closed, report_unread};
use crate::cli::terminal::{confirm, eprint, print};
use crate::cli::{args, design, folders, lock_notices, today};

/// How many files that can't be searched are named; an archive may hold thousands of pictures.
const MOST_UNSEARCHED_TOLD: usize = 100;

/// Runs the verb.
pub fn run(args: &args::Forget, common: &args::Common) -> CommandResult {
    let system = common.language();
    forget(args, common, &system)
}

/// Shows, asks and deletes; the exit code, or why nothing was deleted.
fn forget(args: &args::Forget, common: &args::Common, system: &Language) -> CommandResult {
    let named = [("--out", &args.out), ("--leder", &args.leder), ("--rettelser", &args.rettelser)];
    let named = named.into_iter().filter_map(|(option, folder)| Some((option, folder.as_ref()?)));
    let archives = args.archive.iter().map(|archive| ("--archive", archive));
    if let Some((option, folder)) = named.chain(archives).find(|(_, folder)| !folder.is_dir()) {
        // What was named and is not there was misspelt, and would hide what is hers.
        return fail(
            system,
            "forget-no-folder",
            &[("folder", shown(folder).into()), ("option", option.into())],
        );
    }
    let person = folders::person(&args.person, args.folder_of_name.as_deref(), system)?;
    let typeface = design::typeface(None, system)?;
    let unreadable = |folder: &Path, language: &Language| {
        error_text(language, "build-folder-unreadable", &[("folder", shown(folder).into())])
    };
    let checked = check(&person.folder, args.leder.as_deref(), common.lang, None, &typeface)
        .map_err(|_| unreadable(&person.folder, system))?;
    let language = &checked.language;
    report_half_closed(&checked, common);
    let default_out = PathBuf::from(DEFAULT_OUT);
    let out = args.out.clone().or_else(|| default_out.is_dir().then_some(default_out));
    let people = checked.reading.people(&person.folder);
    let request = forget::ForgetRequest {
        person: &person,
        people: &people,
        department: checked.reading.department.as_ref(),
        out: out.as_deref(),
        corrections: args.rettelser.as_deref(),
        archives: &args.archive,
        leader: args.leder.as_deref(),
    };
    let traces = forget::find(&request).map_err(|_| unreadable(&person.folder, language))?;
    report_unread(&checked, common);
    for folder in &traces.unlisted {
        eprint(&unreadable(folder, language));
    }
    let unread = checked.problems.iter().any(Problem::leaves_unread) || !traces.unlisted.is_empty();
    let name = visible(person.owner.name.as_deref().unwrap_or(&person.file.name));
    show(&traces, out.as_deref(), &name, language);
    confirm(args.yes, &language.say("forget-question", &[]), language)?;
    let held = lock_notices::hold(forget::lock_folders(&request), &person.folder, common, language)?;
    // Another run may have held the lock, or the question stood there for an hour.
    let person = folders::person(&args.person, args.folder_of_name.as_deref(), system)?;
    let checked = check(&person.folder, args.leder.as_deref(), common.lang, None, &typeface)
        .map_err(|_| unreadable(&person.folder, language))?;
    let people = checked.reading.people(&person.folder);
    let request = forget::ForgetRequest {
        person: &person,
        people: &people,
        department: checked.reading.department.as_ref(),
        ..request
    };
    let now = forget::find(&request).map_err(|_| unreadable(&person.folder, language))?;
    if !now.deletes_the_same(&traces) {
        return fail(language, "confirm-stale", &[]);
    }
    let rebuild = out.as_deref().filter(|_| traces.is_built);
    let preparations = traces.has_preparations;
    let all_searched = traces.beyond.is_none();
    let (common_documents, mentions) = (traces.common.clone(), traces.mentions.clone());
    let was_published = common_documents.iter().any(|document| document == PUBLIC_BOOKLET);
    let stood_in_it = was_published && out.as_deref().is_some_and(|out| may_contain(out, &name, &typeface));
    let forgotten = traces.delete(request.department, &held);
    let mut code =
        report(&forgotten, common, language).max(if all_searched { Status::Done } else { Status::Partial });
    if unread {
        eprint(&error_text(language, "forget-unread", &[("name", name.as_str().into())]));
        code = Status::Partial;
    }
    if let Some(out) = rebuild.filter(|_| !forgotten.kept) {
        let templates = Templates::embedded(&typeface);
        let request = BuildRequest {
            folder: &person.folder,
            leader: args.leder.as_deref(),
            out,
            corrections: args.rettelser.as_deref(),
            only: &[],
            edition: if was_published { Editions::All } else { Editions::Internal },
            language: common.lang,
            today: today::today(None),
            charts: false,
            preparations,
            blank: false,
            force: false,
            sources: None,
            templates: &templates,
        };
        code = code.max(build_again(&request, &common_documents, &name, language));
    }
    if stood_in_it {
        eprint(&language.say("public-on-the-web", &[]));
    }
    if !mentions.is_empty() && !common.quiet {
        print(&language.say("forget-mentions-left", &[("count", mentions.len().into())]));
    }
    Ok(code)
}

/// Shows what would be deleted, and where the name stands beside it.
fn show(traces: &PersonFiles, out: Option<&Path>, name: &str, language: &Language) {
    let say = |key: &str, facts: &[(&str, FluentValue<'_>)]| print(&language.say(key, facts));
    say("forget-title", &[("name", name.into())]);
    for path in traces.paths() {
        print(&format!("  {}", shown(&path)));
    }
    let (remade, others): (Vec<&String>, Vec<&String>) =
        traces.common.iter().partition(|document| run::is_made_for_all(document));
    for (key, documents) in [("forget-common", remade), ("forget-common-for-good", others)] {
        if !documents.is_empty() {
            say(key, &[]);
        }
        for document in documents {
            let path = out.unwrap_or(Path::new("")).join(document);
            print(&format!("  {}", shown(&path)));
        }
    }
    if let Some(out) = out.filter(|_| traces.out_of_another) {
        say("forget-out-of-another", &[("out", shown(out).into())]);
    }
    if let (Some(out), Some(beyond)) = (out, &traces.beyond) {
        eprint(&error_text(
            language,
            "forget-not-searched",
            &[("folder", shown(out).into()), ("path", shown(beyond).into())],
        ));
    }
    for other in &traces.others {
        say("forget-other-person", &[("path", shown(other).into())]);
    }
    if !traces.mentions.is_empty() {
        say("forget-mentions", &[("name", name.into())]);
        for mention in &traces.mentions {
            print(&format!("  {}", line(mention, language)));
        }
    }
    if !traces.unsearched.is_empty() {
        say("forget-unsearched", &[("name", name.into())]);
        for path in traces.unsearched.iter().take(MOST_UNSEARCHED_TOLD) {
            print(&format!("  {}", visible(&path.display().to_string())));
        }
        let more = traces.unsearched.len().saturating_sub(MOST_UNSEARCHED_TOLD);
        if more > 0 {
            say("forget-unsearched-more", &[("count", more.into())]);
        }
    }
}

fn line(mention: &Mention, language: &Language) -> String {
    let path = FluentValue::from(shown(&mention.path));
    if mention.lines.is_empty() {
        return language.say("forget-mention-file", &[("path", path)]);
    }
    let lines: Vec<String> = mention.lines.iter().map(usize::to_string).collect();
    let facts = [("path", path), ("count", lines.len().into()), ("lines", lines.join(", ").into())];
    language.say("forget-mention-lines", &facts)
}

/// Tells what was deleted; the exit code.
fn report(forgotten: &Forgotten, common: &args::Common, language: &Language) -> Status {
    for (path, error) in &forgotten.failures {
        let reason = output_reason(error, language);
        eprint(&error_text(
            language,
            "forget-failed",
            &[("path", shown(path).into()), ("reason", reason.into())],
        ));
    }
    if forgotten.kept {
        eprint(&error_text(language, "forget-kept", &[]));
    }
    if !common.quiet {
        print(&language.say("forget-done", &[("count", forgotten.deleted.into())]));
    }
    if forgotten.failures.is_empty() { Status::Done } else { Status::Partial }
}

/// Makes the department's documents anew, without her; the exit code.
fn build_again(request: &BuildRequest<'_>, common: &[String], name: &str, language: &Language) -> Status {
    let out = request.out;
    let outcome = run::build(request, &|_, _| ());
    let built = outcome.ok().and_then(|outcome| outcome.built);
    let Some(built) = built.filter(|built| built.failures.is_empty()) else {
        eprint(&error_text(language, "forget-not-rebuilt", &[("out", shown(out).into())]));
        return Status::Partial;
    };
    tell_refused(&built.refused, language);
    tell_kept(&built, language);
    tell_another_edition(&built, language);
    left_over(&built, out, common, name, language)
}

/// Tells which documents are not made anew; the exit code.
fn left_over(built: &Built, out: &Path, common: &[String], name: &str, language: &Language) -> Status {
    for path in &built.out_of_date {
        eprint(&error_text(
            language,
            "forget-out-of-date",
            &[("path", shown(path).into()), ("name", name.into())],
        ));
    }
    for document in common.iter().map(|document| out.join(document)).filter(|path| !path.is_file()) {
        print(&language.say("forget-not-remade", &[("path", shown(&document).into())]));
    }
    if built.out_of_date.is_empty() && built.refused.is_empty() { Status::Done } else { Status::Partial }
}
