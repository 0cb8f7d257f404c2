//! `spind serve`: shows the departments of a folder as web pages on this machine, rebuilt with
//! every change, and changes one chosen profile.

use std::io;
use std::path::Path;

use fluent_bundle::FluentValue;
use jiff::civil::Date;

use super::build::{build_error_words, failure_words, kept_facts, prepare, refused_words};
use super::rebuild::{Rebuild, RebuildListener, RebuildLoop};
use super::watch::Reporter;
use crate::cli::exit_status::{CommandResult, ExitStatus};
use crate::cli::messages::{error_text, shown, system_reason};
use crate::cli::terminal::{eprint, print};
use crate::cli::{args, clock, folders, notices, terminal, viewer};
use crate::language::{Language, Tag};
use crate::run::targets::Target;
use crate::run::{BuildError, Outcome, PublicationState, Snapshot, check};
use crate::serve::{
    BuildScope, ChosenProfile, DepartmentUpdate, EditingOptions, Server, SiteBuilder, SiteMessage,
};
use crate::typeface::Typeface;

/// Where the pages start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FirstPage {
    /// The people or the departments.
    People,
    /// A choice of tasks, for a double-click.
    Tasks,
}

/// Runs until it is interrupted.
pub(crate) fn run(args: &args::Serve, common: &args::Common, first_page: FirstPage) -> CommandResult {
    let build = args::Build { options: args.options.clone(), ..args::Build::default() };
    let prepared = prepare(&build, common.language())?;
    let language = prepared.language(&build, common);
    notices::set_language(language);
    let today = build.options.today.or_else(clock::source_date_epoch);
    let scope = BuildScope {
        only: build.options.only.clone(),
        edition: build.options.edition.unwrap_or_default(),
        preparations: build.options.forberedelse,
        blank: build.options.blank,
        today,
        is_writable: !args.read_only,
    };
    let editing = if args.read_only { None } else { Some(editing(args, first_page, language)?) };
    let port = args.port.unwrap_or_default();
    let not_opened = |error: &io::Error| {
        let facts = [("port", port.to_string().into()), ("reason", system_reason(error, language).into())];
        let key =
            if error.kind() == io::ErrorKind::AddrInUse { "serve-port-taken" } else { "serve-not-opened" };
        error_text(language, key, &facts)
    };
    let (builder, site) = SiteBuilder::new(scope, language).map_err(|error| not_opened(&error.into()))?;
    let server = Server::open(port, language, site, editing).map_err(|error| not_opened(&error))?;
    let message = language.say("serve-address", &[("address", server.address().into())]);
    print(&message);
    if terminal::stdout_is_lost() {
        eprint(&message);
    }
    let is_opened = || server.launch_file().is_ok_and(|path| viewer::open_page(&path));
    if !args.no_open && !is_opened() {
        eprint(&error_text(language, "serve-not-shown", &[]));
    }
    let (poll, common) = (args.poll, common.clone());
    // Never joined: the thread ends with the program, and documents are written atomically.
    std::thread::spawn(move || {
        let reporter = Reporter::new(&common, language);
        let mut publisher = Publisher { reporter, builder, lang: common.lang, language, today };
        RebuildLoop::new(&build, poll, &common, language, prepared).run(&mut publisher);
    });
    let used_twice = || eprint(&error_text(language, "serve-used-twice", &[]));
    server.run(used_twice).map_err(|error| not_opened(&error))?;
    Ok(ExitStatus::Done)
}

/// How the pages may change files.
fn editing(args: &args::Serve, first_page: FirstPage, language: &Language) -> Result<EditingOptions, String> {
    let options = &args.options;
    let chosen = match &args.edit {
        Some(who) => {
            let found = folders::person(who, options.folder.as_deref(), language)?;
            Some(ChosenProfile { folder: found.folder, file: found.file.name.clone() })
        }
        None => None,
    };
    Ok(EditingOptions {
        is_leader: options.leder.is_some(),
        chosen,
        starts_with_tasks: first_page == FirstPage::Tasks,
        documents: options.out.clone(),
    })
}

/// Reports rebuilds on the terminal and publishes them on the pages.
struct Publisher<'a> {
    reporter: Reporter<'a>,
    builder: SiteBuilder,
    lang: Option<Tag>,
    language: &'static Language,
    today: Option<Date>,
}

impl RebuildListener for Publisher<'_> {
    fn gone(&mut self, folder: &Path) {
        self.reporter.gone(folder);
        self.builder.gone();
    }

    fn polls(&mut self, folder: &Path) {
        self.reporter.polls(folder);
    }

    fn finished(&mut self, rebuild: Rebuild<'_>) {
        let typeface = rebuild.prepared.templates.typeface();
        let built = rebuild.built.iter();
        let updates = built.map(|(target, outcome)| self.update(target, outcome, typeface)).collect();
        let unlisted = rebuild.all.unlisted.iter();
        let notes = unlisted.map(|folder| self.folder_note(folders::unlisted_key(folder), folder)).collect();
        self.builder.built(&rebuild.all.each, updates, notes);
        self.reporter.finished(rebuild);
    }
}

impl Publisher<'_> {
    fn update<'a>(
        &self,
        target: &'a Target,
        outcome: &'a Result<Outcome, BuildError>,
        typeface: &Typeface,
    ) -> DepartmentUpdate<'a> {
        let snapshot = match outcome {
            Ok(outcome) => outcome.snapshot.clone(),
            // Without documents, the pages show at least the profiles.
            Err(_) => {
                let today = Some(clock::today(self.today));
                let checked = check(&target.folder, target.leader.as_deref(), self.lang, today, typeface);
                checked.ok().map(Snapshot::from)
            }
        };
        let notes = match outcome {
            Ok(outcome) => notes(outcome),
            Err(error) => {
                let (key, folder) = build_error_words(error, target);
                vec![self.folder_note(key, folder)]
            }
        };
        DepartmentUpdate { target, snapshot, outcome: outcome.as_ref().ok(), notes }
    }

    fn folder_note(&self, key: &str, folder: &Path) -> SiteMessage {
        note(self.language, key, &[("folder", shown(folder).into())])
    }
}

/// The documents that could not be made, and why.
fn notes(outcome: &Outcome) -> Vec<SiteMessage> {
    let language = outcome.language;
    let built = outcome.built.as_ref();
    let failures = outcome.failures().map(|failure| {
        let (key, facts) = failure_words(failure, language);
        note(language, key, &facts)
    });
    let refused = built.filter(|built| !built.refused.is_empty()).map(|built| {
        let (key, facts) = refused_words(&built.refused);
        note(language, key, &facts)
    });
    let kept = built.into_iter().flat_map(|built| &built.kept);
    let kept = kept.map(|kept| note(language, "build-kept", &kept_facts(kept)));
    let left = outcome.public.iter().filter(|public| public.state == PublicationState::Left);
    let left = left.map(|public| note(language, "public-left", &[("path", shown(&public.path).into())]));
    failures.chain(refused).chain(kept).chain(left).collect()
}

fn note(language: &Language, key: &str, facts: &[(&str, FluentValue<'_>)]) -> SiteMessage {
    SiteMessage { message: language.say(key, facts), hint: language.say_attribute(key, "hint", facts) }
}
