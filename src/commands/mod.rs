//! One file for each verb, and what they share.

pub mod build;
pub mod new;

use fluent_bundle::FluentValue;

use spind::language::Language;

/// Exit code: all done.
pub const ALL_BUILT: u8 = 0;
/// Exit code: some files have errors, or an output could not be written; the rest was built.
pub const SOME_FAILED: u8 = 1;
/// Exit code: nothing could be done.
pub const NOTHING_BUILT: u8 = 2;

/// A message and its hint, as `fejl: …` and `sådan rettes det: …`.
pub fn error_text(language: &Language, key: &str, facts: &[(&str, FluentValue<'_>)]) -> String {
    format!(
        "{}: {}\n{}: {}",
        language.say("problem-level-error", &[]),
        language.say(key, facts),
        language.say("problem-level-hint", &[]),
        language.say_attribute(key, "hint", facts),
    )
}
