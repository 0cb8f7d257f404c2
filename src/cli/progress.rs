//! `--verbose`: prints each file read and the duration of each step.

use std::sync::OnceLock;

use spind::language::Language;
use spind::progress::{self, Event, Step};

use super::args::Common;
use super::messages::shown;
use super::terminal::eprint;

static LANGUAGE: OnceLock<&'static Language> = OnceLock::new();

/// Prints progress events from now on, if `--verbose` is set.
pub fn report_if_verbose(common: &Common) {
    if common.verbose && !common.quiet {
        LANGUAGE.get_or_init(|| common.language());
        progress::listen(tell);
    }
}

fn tell(event: Event<'_>) {
    let Some(language) = LANGUAGE.get() else { return };
    let line = match event {
        Event::Read(path) => language.say("step-read", &[("path", shown(path).into())]),
        Event::Done(step, time) => {
            let hundredths = i64::try_from(time.as_millis() / 10).unwrap_or(i64::MAX);
            let facts =
                [("step", name(step, language).into()), ("seconds", language.number(hundredths).into())];
            language.say("step-done", &facts)
        }
    };
    eprint(&line);
}

fn name(step: Step, language: &Language) -> String {
    let key = match step {
        Step::Reading => "step-reading",
        Step::Documents => "step-documents",
        Step::Public => "step-public",
        Step::List => "step-list",
        Step::Tables => "step-tables",
    };
    language.say(key, &[])
}
