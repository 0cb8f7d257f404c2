//! `spind forget`: deletes a person's files and documents.

use std::path::{Path, PathBuf};

use fluent_bundle::FluentValue;

use super::build::{DEFAULT_OUT, report_kept, report_refused, warn_of_another_edition};
use crate::cli::exit_status::{CommandResult, ExitStatus, fail};
use crate::cli::folders::FolderArgument;
use crate::cli::messages::{error_text, folder_unreadable, output_reason, shown, visible};
use crate::cli::read_department::{report_half_closed, report_unread};
use crate::cli::terminal::{confirm, eprint, print};
use crate::cli::{args, clock, design, folders, locks};
use crate::department;
use crate::department::person::{self, NotFound, Person, ProfileOwner};
use crate::document::Templates;
use crate::forget::participants::workplaces;
use crate::forget::{self, ForgetOutcome, Mention, PersonFiles};
use crate::language::Language;
use crate::problem::Problem;
use crate::programme::{names_with_workplaces, with_workplace};
use crate::public::Editions;
use crate::run::publication::may_contain;
use crate::run::{self, BuildRequest, Built, check, is_school_booklet};
use crate::source::spelling::fold;

/// The most unsearchable files that are listed; an archive may hold thousands of pictures.
const MAX_UNSEARCHED_LISTED: usize = 100;

/// Lists the files, asks for confirmation and deletes them.
pub(crate) fn run(args: &args::Forget, common: &args::Common) -> CommandResult {
    let system = common.language();
    let options = [("out", &args.out), ("leder", &args.leder), ("rettelser", &args.rettelser)];
    let options = options.into_iter().filter_map(|(option, folder)| Some((option, folder.as_ref()?)));
    let archives = args.archive.iter().map(|archive| ("archive", archive));
    if let Some((option, folder)) = options.chain(archives).find(|(_, folder)| !folder.is_dir()) {
        // A misspelt archive folder would hide files of the person.
        return fail(
            system,
            "forget-no-folder",
            &[("folder", shown(folder).into()), ("option", args::option(option, system).into())],
        );
    }
    let (person, bare) = person(args, system)?;
    let typeface = design::typeface(None, system)?;
    let checked = check(&person.folder, args.leder.as_deref(), common.lang, None, &typeface)
        .map_err(|_| folder_unreadable(&person.folder, system))?;
    let language = checked.language;
    report_half_closed(&checked, common);
    let default_out = PathBuf::from(DEFAULT_OUT);
    let out = args.out.clone().or_else(|| default_out.is_dir().then_some(default_out));
    let people = checked.reading.people(&person.folder);
    let request = forget::ForgetRequest {
        person: &person,
        bare,
        people: &people,
        department: checked.reading.department.as_ref(),
        out: out.as_deref(),
        corrections: args.rettelser.as_deref(),
        archives: &args.archive,
        leader: args.leder.as_deref(),
    };
    let files = forget::find(&request).map_err(|_| folder_unreadable(&person.folder, language))?;
    report_unread(&checked, common);
    for folder in &files.unlisted {
        eprint(&folder_unreadable(folder, language));
    }
    let unread = checked.problems.iter().any(Problem::leaves_unread) || !files.unlisted.is_empty();
    let name = visible(person.owner.name.as_deref().unwrap_or(&person.file.name));
    show(&files, out.as_deref(), &name, language);
    confirm(args.yes, &language.say("forget-question", &[]), language)?;
    let lock = locks::acquire(forget::lock_folders(&request), &person.folder, common, language)?;
    // Files may have changed while waiting for the lock or the answer.
    let (person, bare) = self::person(args, system)?;
    let checked = check(&person.folder, args.leder.as_deref(), common.lang, None, &typeface)
        .map_err(|_| folder_unreadable(&person.folder, language))?;
    let people = checked.reading.people(&person.folder);
    let request = forget::ForgetRequest {
        person: &person,
        bare,
        people: &people,
        department: checked.reading.department.as_ref(),
        ..request
    };
    let now = forget::find(&request).map_err(|_| folder_unreadable(&person.folder, language))?;
    if !now.deletes_the_same(&files) {
        return fail(language, "confirm-stale", &[]);
    }
    let rebuild = out.as_deref().filter(|_| files.is_built);
    let (preparations, has_prints) = (files.has_preparations, files.has_prints);
    let per_school = files.common.iter().any(|document| is_school_booklet(document));
    let all_searched = files.beyond.is_none();
    let (common_documents, mentions) = (files.common.clone(), files.mentions.clone());
    let was_published = common_documents.iter().any(|document| run::is_public_booklet(document));
    let was_in_it = was_published && out.as_deref().is_some_and(|out| may_contain(out, &name, &typeface));
    let forgotten = files.delete(request.department, &lock);
    let mut status = report(&forgotten, common, language).max(if all_searched {
        ExitStatus::Done
    } else {
        ExitStatus::Partial
    });
    if unread {
        eprint(&error_text(language, "forget-unread", &[("name", name.as_str().into())]));
        status = ExitStatus::Partial;
    }
    if let Some(out) = rebuild.filter(|_| !forgotten.kept) {
        let templates = Templates::embedded(&typeface);
        let request = BuildRequest {
            leader: args.leder.as_deref(),
            corrections: args.rettelser.as_deref(),
            edition: if was_published { Editions::All } else { Editions::Internal },
            language: common.lang,
            preparations,
            print: has_prints,
            per_school,
            ..BuildRequest::new(&person.folder, out, clock::today(None), &templates)
        };
        status = status.max(build_again(&request, &common_documents, &name, language));
    }
    if was_in_it {
        eprint(&language.say("public-on-the-web", &[]));
    }
    if !mentions.is_empty() && !common.quiet {
        print(&language.say("forget-mentions-left", &[("count", mentions.len().into())]));
    }
    Ok(status)
}

/// The person with a profile, or else a bare name in the files of programmes; whether it is one.
fn person(args: &args::Forget, language: &Language) -> Result<(Person, bool), String> {
    let given = args.folder_of_name.as_deref();
    let who = args.person.as_str();
    let is_same = |one: Option<&str>, other: Option<&str>| one.map(fold) == other.map(fold);
    let refused = match folders::person(who, given, language) {
        Ok(person) => {
            let is_named = is_same(person.owner.name.as_deref(), Some(who));
            let mut others = if is_named { workplaces(&person.folder, who) } else { Vec::new() };
            let school = person.owner.school.as_deref();
            others.retain(|place| place.is_some() && !is_same(place.as_deref(), school));
            if others.is_empty() {
                return Ok((person, false));
            }
            return Err(several(who, Some(&person), &others, language));
        }
        Err(refused) => refused,
    };
    let Ok(folder) = folders::department_folder(given, FolderArgument::Option, language) else {
        return Err(refused);
    };
    let bare = |name: &str, school: Option<String>| {
        let owner = ProfileOwner { name: Some(name.to_owned()), school };
        (Person { folder: folder.clone(), file: department::folder_itself(&folder), owner }, true)
    };
    match &workplaces(&folder, who)[..] {
        [] => {}
        [place] => return Ok(bare(who, place.clone())),
        places => return Err(several(who, None, places, language)),
    }
    let mut unknown_workplace = None;
    for (name, workplace) in names_with_workplaces(who) {
        let profiles = profiles_called(name, &folder);
        let at_work =
            |person: &&Person| workplace.is_some() && is_same(person.owner.school.as_deref(), workplace);
        if let Some(person) = profiles.iter().find(at_work) {
            return Ok((person.clone(), false));
        }
        let places = workplaces(&folder, name);
        if let Some(place) = places.iter().find(|place| is_same(place.as_deref(), workplace)) {
            return Ok(bare(name, place.clone()));
        }
        if !places.is_empty() {
            unknown_workplace = Some(several(who, profiles.first(), &places, language));
        }
    }
    Err(unknown_workplace.unwrap_or(refused))
}

/// The people in `folder` whose profiles have this name.
fn profiles_called(name: &str, folder: &Path) -> Vec<Person> {
    match person::find(name, Some(folder)) {
        Ok(person) => vec![person],
        Err(NotFound::Several(paths)) => {
            paths.iter().filter_map(|path| person::find(path, Some(folder)).ok()).collect()
        }
        Err(_) => Vec::new(),
    }
}

/// The message that lists what to type instead of `who`.
fn several(who: &str, profile: Option<&Person>, places: &[Option<String>], language: &Language) -> String {
    let name = names_with_workplaces(who).next().map_or(who, |(name, _)| name);
    let paths = profile.map(|person| person.file.name.clone());
    let named = places.iter().map(|place| with_workplace(name, place.as_deref()));
    let options: Vec<String> = paths.into_iter().chain(named).map(|option| format!("\"{option}\"")).collect();
    let facts = [("who", visible(who).into()), ("options", visible(&options.join(", ")).into())];
    error_text(language, "participant-several", &facts)
}

/// Prints what would be deleted, and where else the name occurs.
fn show(files: &PersonFiles, out: Option<&Path>, name: &str, language: &Language) {
    let say = |key: &str, facts: &[(&str, FluentValue<'_>)]| print(&language.say(key, facts));
    say("forget-title", &[("name", name.into())]);
    for path in files.paths() {
        print(&format!("  {}", shown(&path)));
    }
    if !files.entries.is_empty() {
        say("forget-entries", &[]);
        for entry in &files.entries {
            let mention = Mention { path: entry.path.clone(), lines: entry.lines.clone() };
            print(&format!("  {}", line(&mention, language)));
        }
    }
    let (remade, others): (Vec<&String>, Vec<&String>) =
        files.common.iter().partition(|document| run::is_made_for_all(document));
    for (key, documents) in [("forget-common", remade), ("forget-common-for-good", others)] {
        if !documents.is_empty() {
            say(key, &[]);
        }
        for document in documents {
            let path = out.unwrap_or(Path::new("")).join(document);
            print(&format!("  {}", shown(&path)));
        }
    }
    if let Some(out) = out.filter(|_| files.out_of_another) {
        say("forget-out-of-another", &[("out", shown(out).into())]);
    }
    if let (Some(out), Some(beyond)) = (out, &files.beyond) {
        eprint(&error_text(
            language,
            "forget-not-searched",
            &[("folder", shown(out).into()), ("path", shown(beyond).into())],
        ));
    }
    for other in &files.others {
        say("forget-other-person", &[("path", shown(other).into())]);
    }
    if !files.mentions.is_empty() {
        say("forget-mentions", &[("name", name.into())]);
        for mention in &files.mentions {
            print(&format!("  {}", line(mention, language)));
        }
    }
    if !files.unsearched.is_empty() {
        say("forget-unsearched", &[("name", name.into())]);
        for path in files.unsearched.iter().take(MAX_UNSEARCHED_LISTED) {
            print(&format!("  {}", shown(path)));
        }
        let more = files.unsearched.len().saturating_sub(MAX_UNSEARCHED_LISTED);
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

/// Prints what was deleted and returns the exit status.
fn report(forgotten: &ForgetOutcome, common: &args::Common, language: &Language) -> ExitStatus {
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
        if forgotten.cut > 0 {
            print(&language.say("forget-cut", &[("count", forgotten.cut.into())]));
        }
    }
    if forgotten.failures.is_empty() { ExitStatus::Done } else { ExitStatus::Partial }
}

/// Rebuilds the department's documents without the person.
fn build_again(request: &BuildRequest<'_>, common: &[String], name: &str, language: &Language) -> ExitStatus {
    let out = request.out;
    let outcome = run::build(request, &|_, _| ());
    let built = outcome.ok().and_then(|outcome| outcome.built);
    let Some(built) = built.filter(|built| built.failures.is_empty()) else {
        eprint(&error_text(language, "forget-not-rebuilt", &[("out", shown(out).into())]));
        return ExitStatus::Partial;
    };
    report_refused(&built.refused, language);
    report_kept(&built.kept, language);
    warn_of_another_edition(&built, language);
    left_over(&built, out, common, name, language)
}

/// Prints which documents were not rebuilt and returns the exit status.
fn left_over(built: &Built, out: &Path, common: &[String], name: &str, language: &Language) -> ExitStatus {
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
    if built.out_of_date.is_empty() && built.refused.is_empty() {
        ExitStatus::Done
    } else {
        ExitStatus::Partial
    }
}
