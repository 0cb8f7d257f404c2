//! `spind diploma`: makes diplomas for those who have finished, and says what the others lack.

use std::path::Path;

use super::build::{DEFAULT_OUT, is_current_folder, reason, report_kept};
use crate::cli::exit_status::{CommandResult, ExitStatus, fail};
use crate::cli::folders::FolderArgument;
use crate::cli::messages::{error_text, shown, system_reason, visible};
use crate::cli::read_department::{read_department, report_problem};
use crate::cli::terminal::{eprint, print};
use crate::cli::{args, clock, design, folders};
use crate::department::Department;
use crate::department::person::is_path_of;
use crate::document::pdf::DocumentKind;
use crate::document::view::programme::lack_sentences;
use crate::language::Language;
use crate::programme::completion::{Lack, ParticipantStatus};
use crate::programme::diploma::Diploma;
use crate::programme::{Participation, names_with_workplaces, with_workplace};
use crate::run::{BuildRequest, diplomas};
use crate::source::file_names;
use crate::source::spelling::{fold, nearest};

pub(crate) fn run(args: &args::Diploma, common: &args::Common) -> CommandResult {
    let system = common.language();
    let given = args.department_folder.as_deref();
    let folder = folders::department_folder(given, FolderArgument::Option, system)?;
    if args.diploma_out.is_none() && is_current_folder(&folder) {
        return fail(system, "export-out-needed", &[]);
    }
    let typeface = design::typeface(args.fonts.as_deref(), system)?;
    let (checked, department) = read_department(&folder, common, system, &typeface)?;
    let language = checked.language;
    for problem in checked.problems.iter().filter(|problem| problem.place.file.kind.is_of_programme()) {
        report_problem("", problem, language, common);
    }
    if department.programmes.is_empty() {
        return fail(language, "diploma-no-programme", &[]);
    }
    let templates = design::templates(args.templates.as_deref(), &typeface, language)?;
    design::complete_fonts(args.fonts.as_deref(), &templates, language)?;
    if let (Err(error), Some(folder)) = (DocumentKind::Diploma.check(&templates), &args.templates) {
        return Err(design::bad_templates(folder, &error, language).into());
    }
    let chosen = match &args.diploma_who {
        Some(who) => named(who, &department, language)?,
        None => department.programmes.participations().collect(),
    };
    let today = clock::today(args.diploma_today);
    let (mut finished, mut status) = (Vec::new(), ExitStatus::Done);
    let mut running = None;
    for own in chosen {
        match Diploma::of(own, &department, today) {
            Ok(diploma) => finished.push(diploma),
            // A participant who moved is in another cohort's list, too.
            Err(ParticipantStatus::Moved) if args.all => {}
            // A cohort that still meets has no finishers.
            Err(ParticipantStatus::Lacks(lacks)) if args.all && lacks.contains(&Lack::NotOver) => {
                if running.replace(&own.cohort.file.name) != Some(&own.cohort.file.name) && !common.quiet {
                    say_not_over(own, language);
                }
            }
            Err(standing) => {
                status = ExitStatus::Partial;
                say_what_is_missing(own, &standing, language);
            }
        }
    }
    let out = args.diploma_out.as_deref().unwrap_or(Path::new(DEFAULT_OUT));
    let request =
        BuildRequest { language: common.lang, ..BuildRequest::new(&folder, out, today, &templates) };
    let done = diplomas::make(&finished, &department, language, &request).map_err(|error| {
        let facts = [("path", shown(out).into()), ("reason", system_reason(&error, language).into())];
        error_text(language, "build-in-the-way", &facts)
    })?;
    report_kept(&done.kept, language);
    for failure in &done.failures {
        let reason = reason(&failure.reason, language);
        let facts = [("path", shown(&failure.path).into()), ("reason", reason.into())];
        eprint(&error_text(language, "build-in-the-way", &facts));
        status = ExitStatus::Partial;
    }
    if !common.quiet {
        for path in &done.made {
            print(&shown(path));
        }
        print(&language.say("diploma-made", &[("count", done.made.len().into())]));
        if !done.current.is_empty() {
            print(&language.say("diploma-current", &[("count", done.current.len().into())]));
        }
    }
    Ok(status)
}

/// The participations of `who`: a name, also with a workplace, or the profile by its path or file name.
fn named<'a>(
    who: &str,
    department: &'a Department,
    language: &Language,
) -> Result<Vec<Participation<'a>>, String> {
    let folded = fold(who);
    let by_file = |profile: &str| {
        let mut files = department.people.iter().map(|person| &person.file).chain(&department.broken);
        file_names::is_file_name_of(profile, who)
            || files.find(|file| file.name == profile).is_some_and(|file| is_path_of(file, who))
    };
    let is_it = |own: &Participation<'_>| {
        fold(&own.participant.name) == folded || own.participant.profile.as_deref().is_some_and(by_file)
    };
    let found: Vec<Participation<'_>> = department.programmes.participations().filter(is_it).collect();
    let mut people: Vec<&Participation<'_>> = Vec::new();
    for own in &found {
        if people.iter().all(|other| person_of(other) != person_of(own)) {
            people.push(own);
        }
    }
    if people.len() > 1 {
        let options = people.iter().map(|own| {
            format!("\"{}\"", with_workplace(&own.participant.name, own.participant.workplace.as_deref()))
        });
        let options = options.collect::<Vec<_>>().join(", ");
        let facts = [("who", visible(who).into()), ("options", visible(&options).into())];
        return Err(error_text(language, "participant-several", &facts));
    }
    if !found.is_empty() {
        return Ok(found);
    }
    for (name, workplace) in names_with_workplaces(who) {
        let is_it = |own: &Participation<'_>| {
            fold(&own.participant.name) == fold(name)
                && own.participant.workplace.as_deref().map(fold) == workplace.map(fold)
        };
        let found: Vec<Participation<'_>> = department.programmes.participations().filter(is_it).collect();
        if !found.is_empty() {
            return Ok(found);
        }
    }
    let names = department.programmes.participations().map(|own| own.participant.name.as_str());
    let typed = ("who", visible(who).into());
    Err(match nearest(who, names) {
        Some(nearest) => {
            error_text(language, "diploma-nobody-near", &[typed, ("nearest", visible(nearest).into())])
        }
        None => error_text(language, "diploma-nobody", &[typed]),
    })
}

/// What tells namesakes apart: the profile, or else the workplace.
fn person_of(own: &Participation<'_>) -> (Option<String>, Option<String>) {
    match &own.participant.profile {
        Some(profile) => (Some(profile.clone()), None),
        None => (None, own.participant.workplace.as_deref().map(fold)),
    }
}

fn say_not_over(own: Participation<'_>, language: &Language) {
    let (programme, cohort) = (visible(&own.programme.name), visible(&own.cohort.name));
    print(&format!("{programme}, {cohort}: {}", language.say("lack-not-over", &[])));
}

fn say_what_is_missing(own: Participation<'_>, standing: &ParticipantStatus, language: &Language) {
    let facts = [
        ("name", visible(&own.participant.name).into()),
        ("programme", visible(&own.programme.name).into()),
        ("cohort", visible(&own.cohort.name).into()),
    ];
    eprint(&language.say("diploma-not-yet", &facts));
    let sentences = match standing {
        ParticipantStatus::Lacks(lacks) => lack_sentences(lacks, own.programme, language),
        ParticipantStatus::Moved => vec![language.say("standing-moved", &[])],
        ParticipantStatus::Stopped(day) | ParticipantStatus::Finished(day) => {
            vec![language.say("standing-stopped", &[("date", language.date(*day).into())])]
        }
    };
    for sentence in sentences {
        eprint(&format!("  {}", visible(&sentence)));
    }
}
