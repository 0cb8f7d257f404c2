//! Messages for invalid command lines.

use std::error::Error as _;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use fluent_bundle::FluentValue;

use super::messages::{error_text, visible};
use crate::language::Language;

/// The message for `error`, with the usage line.
pub(super) fn message(error: &clap::Error, language: &Language) -> String {
    let usage = UsageMessage { error, language };
    let mut parts = vec![usage.fault()];
    parts.extend(usage.usage_line());
    parts.push(language.say("usage-more", &[]));
    parts.join("\n\n")
}

/// The message for a first word that is neither a verb nor a folder.
pub(super) fn neither_verb_nor_folder(word: &str, nearest: &str, language: &Language) -> String {
    let facts = [("word", visible(word).into()), ("nearest", nearest.to_owned().into())];
    let parts = [error_text(language, "usage-no-verb", &facts), language.say("usage-more", &[])];
    parts.join("\n\n")
}

struct UsageMessage<'a> {
    error: &'a clap::Error,
    language: &'a Language,
}

impl UsageMessage<'_> {
    /// The error and its hint.
    fn fault(&self) -> String {
        let argument = || self.context(ContextKind::InvalidArg).unwrap_or_else(|| "?".to_owned());
        let value = || self.context(ContextKind::InvalidValue).unwrap_or_default();
        let values = self.values();
        match self.error.kind() {
            ErrorKind::UnknownArgument => match self.context(ContextKind::SuggestedArg) {
                Some(near) => self.say("usage-unknown-near", &[("argument", argument()), ("nearest", near)]),
                None => self.say("usage-unknown", &[("argument", argument())]),
            },
            ErrorKind::InvalidSubcommand => {
                let word = self.context(ContextKind::InvalidSubcommand).unwrap_or_default();
                match self.context(ContextKind::SuggestedSubcommand) {
                    Some(near) => self.say("usage-unknown-near", &[("argument", word), ("nearest", near)]),
                    None => self.say("usage-unknown", &[("argument", word)]),
                }
            }
            ErrorKind::MissingRequiredArgument => self.say("usage-missing", &[("arguments", argument())]),
            ErrorKind::InvalidValue | ErrorKind::ValueValidation if value().is_empty() => {
                self.say("usage-no-value", &[("argument", argument())])
            }
            ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
                let facts = [("argument", argument()), ("value", value()), ("values", values)];
                self.say("usage-bad-value", &facts)
            }
            ErrorKind::ArgumentConflict => self.say("usage-twice", &[("argument", argument())]),
            ErrorKind::TooManyValues => self.say("usage-unknown", &[("argument", value())]),
            ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
                self.say("usage-missing-verb", &[])
            }
            _ => self.say("usage-other", &[]),
        }
    }

    /// The possible values.
    fn values(&self) -> String {
        let source = self.error.source().map(ToString::to_string);
        self.context(ContextKind::ValidValue).or(source).unwrap_or_default()
    }

    fn say(&self, key: &str, facts: &[(&str, String)]) -> String {
        let facts: Vec<(&str, FluentValue<'_>)> =
            facts.iter().map(|(name, fact)| (*name, visible(fact).into())).collect();
        error_text(self.language, key, &facts)
    }

    /// The usage line, if the error has one.
    fn usage_line(&self) -> Option<String> {
        let usage = self.context(ContextKind::Usage)?;
        let bare = usage.strip_prefix("Usage:").unwrap_or(&usage).trim();
        Some(format!("{} {bare}", self.language.say("help-heading-usage", &[])))
    }

    fn context(&self, kind: ContextKind) -> Option<String> {
        match self.error.get(kind)? {
            ContextValue::String(text) => Some(text.clone()),
            ContextValue::Strings(texts) => Some(texts.join(", ")),
            ContextValue::StyledStr(text) => Some(text.to_string()),
            ContextValue::Number(number) => Some(number.to_string()),
            _ => None,
        }
    }
}
