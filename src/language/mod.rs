//! The program's own words, and dates and numbers, in each language.
//!
//! Words are in `words/<language>/*.ftl` ([Fluent](https://projectfluent.org)),
//! embedded in the program. Dates and numbers follow the Unicode CLDR.

mod dates;
mod message;
mod numbers;
pub mod output_names;
pub mod shared_files;

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::{Expression, InlineExpression, PatternElement};
use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::Locale;
use include_dir::{Dir, include_dir};
use strum::{EnumString, IntoStaticStr, VariantArray};
use unic_langid::LanguageIdentifier;

pub(crate) use dates::month_names;
pub(crate) use message::{Message, MessageFact};

static WORDS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/words");

/// A language that the program speaks; its name is its BCP 47 tag.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, VariantArray, IntoStaticStr, EnumString)]
#[strum(serialize_all = "lowercase")]
pub enum Tag {
    /// Danish.
    #[default]
    Da,
    /// Swedish.
    Sv,
    /// Norwegian bokmål.
    Nb,
    /// English.
    En,
}

/// What may follow the language in a locale; the hyphen first, as in a regular expression's class.
pub(crate) const AFTER_LANGUAGE: [char; 3] = ['-', '_', '.'];

impl Tag {
    /// The languages of locales, in lower case.
    pub(crate) const LOCALES: [(&'static str, Self); 6] = [
        ("da", Self::Da),
        ("sv", Self::Sv),
        ("nb", Self::Nb),
        ("no", Self::Nb),
        ("nn", Self::Nb),
        ("en", Self::En),
    ];

    /// The language of a BCP 47 tag or POSIX locale such as `sv-SE` or `nb_NO.UTF-8`.
    pub(crate) fn from_locale(locale: &str) -> Option<Self> {
        let language = locale.split(AFTER_LANGUAGE).next()?.to_lowercase();
        Self::LOCALES.iter().find(|(name, _)| *name == language).map(|(_, tag)| *tag)
    }

    /// The system's language, else Danish.
    pub(crate) fn of_system() -> Self {
        // On Windows sys-locale asks the system alone; these go before it, as gettext has it there too.
        let mut said = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().filter_map(|name| std::env::var(name).ok());
        let said = said.find(|locale| cfg!(windows) && !locale.is_empty());
        let locale = said.or_else(sys_locale::get_locale);
        locale.and_then(|locale| Self::from_locale(&locale)).unwrap_or_default()
    }

    /// The BCP 47 tag.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// One language's words and customs.
pub struct Language {
    tag: Tag,
    words: FluentBundle<FluentResource>,
    keys: Vec<String>,
    /// Computed on first use.
    labels: OnceLock<BTreeMap<String, String>>,
    dates: dates::Dates,
    numbers: numbers::Numbers,
    order: CollatorBorrowed<'static>,
}

impl Language {
    /// A language, loaded once in a process.
    pub fn of(tag: Tag) -> &'static Self {
        Self::naming_files(tag, tag)
    }

    /// As [`Language::of`], for a department that names its shared files in the language
    /// `file_names`, as a Danish department read in English does.
    pub fn naming_files(tag: Tag, file_names: Tag) -> &'static Self {
        const LANGUAGES: usize = Tag::VARIANTS.len();
        static LOADED: [[OnceLock<Language>; LANGUAGES]; LANGUAGES] =
            [const { [const { OnceLock::new() }; LANGUAGES] }; LANGUAGES];
        LOADED[tag as usize][file_names as usize].get_or_init(|| Self::load(tag, file_names))
    }

    /// Loads the embedded words of a language.
    pub fn new(tag: Tag) -> Self {
        Self::load(tag, tag)
    }

    fn load(tag: Tag, file_names: Tag) -> Self {
        let id: LanguageIdentifier = tag.name().parse().expect("our tags are valid");
        let mut words = FluentBundle::new_concurrent(vec![id]);
        // The marks that isolate a placeable would be part of the PDF's text, and a search for a
        // sentence would not find it.
        words.set_use_isolating(false);
        let mut keys = Vec::new();
        for resource in resources(tag, file_names) {
            for entry in resource.entries() {
                if let fluent_syntax::ast::Entry::Message(message) = entry {
                    keys.push(message.id.name.to_owned());
                }
            }
            words.add_resource(resource).expect("a language has each key once");
        }
        let order = Collator::try_new(locale(tag).into(), CollatorOptions::default())
            .expect("the four languages are in the compiled data");
        Self {
            tag,
            words,
            keys,
            labels: OnceLock::new(),
            dates: dates::Dates::new(tag),
            numbers: numbers::Numbers::new(tag),
            order,
        }
    }

    /// Which language this is.
    pub(crate) fn tag(&self) -> Tag {
        self.tag
    }

    /// The keys of all messages.
    pub fn keys(&self) -> &[String] {
        &self.keys
    }

    /// The message `key` with its facts filled in; the key itself if there is none.
    pub fn say(&self, key: &str, facts: &[(&str, FluentValue<'_>)]) -> String {
        let pattern = self.words.get_message(key).and_then(|message| message.value());
        self.format(key, pattern, facts)
    }

    /// The attribute `.attribute` of message `key`.
    pub(crate) fn say_attribute(
        &self,
        key: &str,
        attribute: &str,
        facts: &[(&str, FluentValue<'_>)],
    ) -> String {
        let pattern = self
            .words
            .get_message(key)
            .and_then(|message| message.get_attribute(attribute))
            .map(|attribute| attribute.value());
        self.format(key, pattern, facts)
    }

    /// The attribute `.attribute` of message `key`, which has no facts; `None` if there is none.
    pub(crate) fn attribute(&self, key: &str, attribute: &str) -> Option<String> {
        let pattern = self.words.get_message(key)?.get_attribute(attribute)?.value();
        Some(self.format(key, Some(pattern), &[]))
    }

    /// A message or its attribute with an ellipsis for each fact.
    pub(crate) fn say_unfilled(&self, key: &str, attribute: Option<&str>) -> String {
        let message = self.words.get_message(key);
        let pattern = match attribute {
            None => message.and_then(|message| message.value()),
            Some(name) => message.and_then(|m| m.get_attribute(name)).map(|attribute| attribute.value()),
        };
        let facts: Vec<(&str, FluentValue<'_>)> = pattern
            .iter()
            .flat_map(|pattern| &pattern.elements)
            .filter_map(|element| match element {
                PatternElement::Placeable {
                    expression: Expression::Inline(InlineExpression::VariableReference { id }),
                } => Some((id.name, "…".into())),
                _ => None,
            })
            .collect();
        self.format(key, pattern, &facts)
    }

    fn format(
        &self,
        key: &str,
        pattern: Option<&fluent_syntax::ast::Pattern<&str>>,
        facts: &[(&str, FluentValue<'_>)],
    ) -> String {
        let Some(pattern) = pattern else { return key.to_owned() };
        let args: FluentArgs<'_> = facts.iter().map(|(name, value)| (*name, value.clone())).collect();
        let mut errors = Vec::new();
        let text = self.words.format_pattern(pattern, Some(&args), &mut errors);
        debug_assert!(errors.is_empty(), "{key}: {errors:?}");
        text.into_owned()
    }

    /// The order of two names in this language's alphabet (in Danish, Å last).
    pub(crate) fn compare(&self, a: &str, b: &str) -> Ordering {
        self.order.compare(a, b).then_with(|| a.cmp(b))
    }

    /// The fixed words of documents, by their names; for templates, which fill in no facts.
    pub(crate) fn labels(&self) -> &BTreeMap<String, String> {
        self.labels.get_or_init(|| {
            let label = |key: &String| Some((key.strip_prefix("label-")?.to_owned(), self.say(key, &[])));
            self.keys.iter().filter_map(label).collect()
        })
    }
}

fn resources(tag: Tag, file_names: Tag) -> impl Iterator<Item = FluentResource> {
    let folder = WORDS.get_dir(tag.name()).expect("each language has a folder");
    folder.files().map(move |file| {
        let text = file.contents_utf8().expect("language files are UTF-8");
        FluentResource::try_new(shared_files::rename(text, file_names))
            .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", file.path().display()))
    })
}

fn locale(tag: Tag) -> Locale {
    // British English: day before month, as everywhere in Europe.
    let name = if tag == Tag::En { "en-GB" } else { tag.name() };
    name.parse().expect("our tags are valid")
}

/// Ordinary spaces, and the narrow one that few fonts have, as U+00A0.
pub(crate) fn no_break(text: &str) -> String {
    text.replace([' ', '\u{202f}'], "\u{a0}")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::problem::Code;

    #[test]
    fn every_language_has_the_same_keys() {
        let keys = |tag| BTreeSet::from_iter(Language::new(tag).keys().to_vec());
        let danish = keys(Tag::Da);
        for &tag in Tag::VARIANTS {
            let different: Vec<_> = keys(tag).symmetric_difference(&danish).cloned().collect();
            assert!(different.is_empty(), "{tag:?}: {different:?}");
        }
    }

    #[test]
    fn every_problem_has_a_message_and_a_hint() {
        for &tag in Tag::VARIANTS {
            let language = Language::new(tag);
            for code in Code::VARIANTS {
                let key = format!("problem-{}", code.name());
                let message = language.words.get_message(&key);
                let message = message.unwrap_or_else(|| panic!("{tag:?}: {key}"));
                assert!(message.value().is_some(), "{tag:?}: {key}");
                assert!(message.get_attribute("hint").is_some(), "{tag:?}: {key}.hint");
            }
        }
    }
}
