//! Something to say, before the language is known.

use fluent_bundle::FluentValue;
use jiff::civil::Date;

use super::Language;

/// A message's key and facts, to be said in any language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The message.
    pub key: &'static str,
    /// Its facts by their names.
    pub facts: Vec<(&'static str, MessageFact)>,
}

/// A fact of a [`Message`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MessageFact {
    /// Text of a file, verbatim.
    Text(String),
    Number(i64),
    Day(Date),
    /// A word of the program's own, by its key.
    Word(&'static str),
    /// A message within the message.
    Message(Box<Message>),
}

impl Message {
    /// The message `key`, so far without facts.
    pub(crate) fn new(key: &'static str) -> Self {
        Self { key, facts: Vec::new() }
    }

    /// Adds a fact.
    #[must_use]
    pub(crate) fn with(mut self, name: &'static str, fact: impl Into<MessageFact>) -> Self {
        self.facts.push((name, fact.into()));
        self
    }

    /// The message in `language`.
    pub(crate) fn in_language(&self, language: &Language) -> String {
        let facts: Vec<(&str, FluentValue<'_>)> =
            self.facts.iter().map(|(name, fact)| (*name, fact.value(language))).collect();
        language.say(self.key, &facts)
    }

    /// The hint on how to correct it.
    pub(crate) fn hint_in_language(&self, language: &Language) -> String {
        let facts: Vec<(&str, FluentValue<'_>)> =
            self.facts.iter().map(|(name, fact)| (*name, fact.value(language))).collect();
        language.say_attribute(self.key, "hint", &facts)
    }
}

impl MessageFact {
    /// The fact by itself.
    pub(crate) fn in_words(&self, language: &Language) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Day(day) => language.date(*day),
            Self::Word(key) => language.say(key, &[]),
            Self::Message(saying) => saying.in_language(language),
        }
    }

    fn value(&self, language: &Language) -> FluentValue<'_> {
        match self {
            // A number chooses between singular and plural.
            Self::Number(number) => (*number).into(),
            other => other.in_words(language).into(),
        }
    }
}

impl From<&str> for MessageFact {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for MessageFact {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for MessageFact {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<Date> for MessageFact {
    fn from(day: Date) -> Self {
        Self::Day(day)
    }
}

impl From<Message> for MessageFact {
    fn from(saying: Message) -> Self {
        Self::Message(Box::new(saying))
    }
}
