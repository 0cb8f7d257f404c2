//! Notices while a verb works: a wait for another run, and with `--verbose` each file read and the
//! duration of each step.

use std::path::Path;
use std::sync::{PoisonError, RwLock};

use super::args::Common;
use super::messages::shown;
use super::terminal::eprint;
use crate::language::Language;
use crate::progress::{self, Event, Step};
use crate::storage::lock;

static LANGUAGE: RwLock<Option<&'static Language>> = RwLock::new(None);

/// Prints the notices that `common` asks for from now on.
pub(super) fn enable(common: &Common) {
    set_language(common.language());
    if !common.quiet {
        lock::on_wait(report_wait);
        if common.verbose {
            progress::listen(report_progress);
        }
    }
}

/// Sets the language of further notices.
pub(super) fn set_language(language: &'static Language) {
    *LANGUAGE.write().unwrap_or_else(PoisonError::into_inner) = Some(language);
}

fn language() -> Option<&'static Language> {
    *LANGUAGE.read().unwrap_or_else(PoisonError::into_inner)
}

fn report_wait(folder: &Path) {
    let Some(language) = language() else { return };
    eprint(&language.say("lock-waiting", &[("folder", shown(folder).into())]));
}

fn report_progress(event: Event<'_>) {
    let Some(language) = language() else { return };
    let line = match event {
        Event::Read(path) => language.say("step-read", &[("path", shown(path).into())]),
        Event::Done(step, time) => {
            let hundredths = i64::try_from(time.as_millis() / 10).unwrap_or(i64::MAX);
            let step = language.say(step_key(step), &[]);
            let facts = [("step", step.into()), ("seconds", language.number(hundredths).into())];
            language.say("step-done", &facts)
        }
    };
    eprint(&line);
}

fn step_key(step: Step) -> &'static str {
    match step {
        Step::Reading => "step-reading",
        Step::Documents => "step-documents",
        Step::Public => "step-public",
        Step::List => "step-list",
        Step::Tables => "step-tables",
    }
}
