//! The keys of every file in the shared folder, one table per section.
//!
//! A table says of each key how it is spelled, which form its value takes, whether it must
//! be given and which message explains it. Readers, suggestions, schemas, new files, imports
//! and syntax hints all draw on it: a new key is one entry here and one line that reads it.
//! The order of a table is the order in which its keys are written.

mod tables;

use std::collections::HashMap;
use std::sync::OnceLock;

pub use tables::*;

use strum::VariantArray;

use crate::language::Tag;
use crate::source::spelling::fold;

/// One key of a section.
#[derive(Debug)]
pub struct Field {
    /// The canonical key, which is Danish.
    pub key: &'static str,
    /// The key in Swedish, Norwegian and English.
    pub translations: [&'static str; 3],
    /// Spellings that files of earlier versions have.
    pub former: &'static [&'static str],
    /// What its value looks like.
    pub form: Form,
    /// Whether the section is useless without it.
    pub required: bool,
    /// The message in `words/*/editor.ftl` that explains it.
    pub about: &'static str,
}

/// What a value looks like.
#[derive(Clone, Copy, Debug)]
pub enum Form {
    /// Any text.
    Text,
    /// A list of texts.
    Texts,
    /// A date.
    Day,
    /// A date, or a month, of which it is the last day.
    LastDay,
    /// A list of days, or of periods with a first and a last day.
    Periods,
    /// A number of zero or more, perhaps with decimals.
    Amount,
    /// A whole number of zero or more.
    Count,
    /// Yes or no.
    YesNo,
    /// A colour as `#rrggbb`.
    Colour,
    /// One of the program's languages.
    Language,
    /// One of a fixed set of words.
    Word(FixedWords),
    /// A level of the department's scale.
    Level,
    /// A level of the scale that the file itself defines.
    OwnLevel,
    /// A level of the department's scale for each of some areas.
    LevelsByArea,
    /// A level for each of some areas, both defined by the file itself.
    OwnLevelsByArea,
    /// The levels now and wanted for each area, in the short form or in the long one.
    Changes(&'static Table),
    /// One of the department's schools.
    School,
    /// Some of the role model's roles.
    Roles,
    /// One of the role model's areas.
    Area,
    /// Some of the role model's areas.
    Areas,
    /// Yes, no, or some of the role model's areas.
    YesNoOrAreas,
    /// A course of the catalogue.
    Course,
    /// Some courses of the catalogue.
    Courses,
    /// The leader, the employee, the department, or a name.
    Responsible,
    /// Keys of their own.
    Section(&'static Table),
    /// A list of sections.
    List(&'static Table),
    /// Sections under names that the file chooses.
    Named(&'static Table),
}

/// The sets of fixed words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FixedWords {
    /// [`crate::department::profile::Priority`].
    Priority,
    /// [`crate::department::profile::Status`].
    Status,
    /// [`crate::department::learning_form::LearningForm`].
    LearningForm,
    /// [`crate::department::catalogue::Teaching`].
    Teaching,
    /// [`crate::department::role_model::AmuCoverage`].
    AmuCoverage,
    /// [`crate::department::role_model::CompetencyKind`].
    CompetencyKind,
    /// [`crate::department::settings::Currency`].
    Currency,
    /// [`crate::programme::definition::PartKind`].
    PartKind,
}

/// The keys of one section.
#[derive(Debug)]
pub struct Table {
    /// What the section is called in schemas.
    pub name: &'static str,
    /// Its keys, in the order in which they are written.
    pub fields: &'static [&'static Field],
    /// The position of each field by its folded spellings.
    positions: OnceLock<HashMap<String, usize>>,
}

/// Two fields are the same if they are the same entry of the same table.
impl PartialEq for Field {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Eq for Field {}

impl Field {
    /// Every spelling of the key, the canonical one first.
    pub(crate) fn spellings(&self) -> impl Iterator<Item = &'static str> {
        std::iter::once(self.key).chain(self.translations).chain(self.former.iter().copied())
    }

    /// The key as a department of this language writes it.
    pub fn key_in(&self, language: Tag) -> &'static str {
        let [sv, nb, en] = self.translations;
        match language {
            Tag::Da => self.key,
            Tag::Sv => sv,
            Tag::Nb => nb,
            Tag::En => en,
        }
    }

    /// Whether `raw` is this key in any spelling.
    pub fn is(&self, raw: &str) -> bool {
        let folded = fold(raw);
        self.spellings().any(|spelling| fold(spelling) == folded)
    }
}

impl Table {
    const fn new(name: &'static str, fields: &'static [&'static Field]) -> Self {
        Self { name, fields, positions: OnceLock::new() }
    }

    /// The position of the field that `raw` spells.
    pub(crate) fn position(&self, raw: &str) -> Option<usize> {
        let spelled =
            |position: usize| self.fields[position].spellings().map(move |word| (fold(word), position));
        let positions = self.positions.get_or_init(|| (0..self.fields.len()).flat_map(spelled).collect());
        positions.get(&fold(raw)).copied()
    }

    /// The field that `raw` spells.
    pub fn field(&self, raw: &str) -> Option<&'static Field> {
        self.position(raw).map(|position| self.fields[position])
    }

    /// The language of most of `keys`; `usual` where that decides nothing.
    pub(crate) fn language_of<'a>(
        tables: &[&Self],
        keys: impl Iterator<Item = &'a str> + Clone,
        usual: Tag,
    ) -> Tag {
        let is_of = |key: &str, language| {
            let mut fields = tables.iter().filter_map(|table| table.field(key));
            fields.any(|field| fold(field.key_in(language)) == fold(key))
        };
        let count = |language: Tag| keys.clone().filter(|key| is_of(key, language)).count();
        let languages = Tag::VARIANTS.iter().copied().chain([usual]);
        languages.max_by_key(|&language| count(language)).unwrap_or(usual)
    }

    /// `field` spelled as `keys` are: in the language of most of them, and with Nordic letters or
    /// without.
    pub(crate) fn spelled_like<'a>(
        tables: &[&Self],
        field: &Field,
        keys: impl Iterator<Item = &'a str> + Clone,
        usual: Tag,
    ) -> String {
        let language = Self::language_of(tables, keys.clone(), usual);
        let is_plain = |key: &str| {
            let mut fields = tables.iter().filter_map(|table| table.field(key));
            key.is_ascii() && fields.any(|field| !field.key_in(language).is_ascii())
        };
        let key = field.key_in(language);
        if keys.into_iter().any(is_plain) { fold(key) } else { key.to_owned() }
    }

    /// The canonical keys, in the order in which they are written.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &'static str> + Clone {
        self.fields.iter().map(|field| field.key)
    }

    /// The keys of `language`, in the order in which they are written.
    pub fn keys_in(&self, language: Tag) -> impl Iterator<Item = &'static str> + Clone {
        self.fields.iter().map(move |field| field.key_in(language))
    }

    /// The fields that `raw` may mean although it is no spelling of any, because the word
    /// has more than one sense.
    pub(crate) fn possible_meanings(&self, raw: &str) -> Vec<&'static Field> {
        let folded = fold(raw);
        let senses = AMBIGUOUS_KEYS.iter().filter(|(words, _)| words.iter().any(|word| fold(word) == folded));
        let fields = senses.flat_map(|(_, fields)| fields.iter().copied());
        fields.filter(|field| self.fields.contains(field)).collect()
    }

    /// This table and every table below it, each once.
    pub fn with_subtables(&'static self) -> Vec<&'static Table> {
        let mut tables = vec![self];
        let mut next = 0;
        while let Some(table) = tables.get(next).copied() {
            let below = table.fields.iter().filter_map(|field| field.form.table());
            for table in below {
                if !tables.iter().any(|known| std::ptr::eq(*known, table)) {
                    tables.push(table);
                }
            }
            next += 1;
        }
        tables
    }
}

impl Form {
    /// The table of the section or sections that the value holds.
    pub(crate) fn table(self) -> Option<&'static Table> {
        match self {
            Self::Changes(table) | Self::Section(table) | Self::List(table) | Self::Named(table) => {
                Some(table)
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_spelling_means_two_keys_of_one_section() {
        for table in FILES.iter().flat_map(|file| file.with_subtables()) {
            for (position, field) in table.fields.iter().enumerate() {
                for spelling in field.spellings() {
                    assert_eq!(table.position(spelling), Some(position), "{}: {spelling}", table.name);
                }
            }
        }
    }

    #[test]
    fn a_word_with_two_senses_is_no_key_and_has_both_meanings() {
        for word in ["plats", "place", "plass", "PLADS"] {
            let keys: Vec<&str> =
                session::TABLE.possible_meanings(word).iter().map(|field| field.key).collect();
            assert_eq!((session::TABLE.position(word), keys), (None, vec!["sted", "pladser"]), "{word}");
            assert_eq!(school::TABLE.possible_meanings(word), [&school::TOWN], "{word}");
        }
        assert!(session::TABLE.possible_meanings("ort").is_empty());
    }

    #[test]
    fn each_language_has_its_own_keys() {
        assert_eq!(session::TOWN.key_in(Tag::Sv), "ort");
        assert_eq!(session::SEATS.key_in(Tag::Sv), "platser");
        assert_eq!(session::TOWN.key_in(Tag::En), "town");
        assert_eq!(session::SEATS.key_in(Tag::En), "seats");
        assert_eq!(session::TOWN.key_in(Tag::Da), "sted");
    }

    #[test]
    fn the_format_page_lists_every_key() {
        let page = include_str!("../../docs/filformat.md");
        let rows: Vec<&str> = page.lines().filter(|line| line.starts_with('|')).collect();
        for table in FILES.iter().flat_map(|file| file.with_subtables()) {
            for key in table.keys() {
                let key = format!("`{key}`");
                assert!(rows.iter().any(|row| row.contains(&key)), "{}: {key}", table.name);
            }
        }
    }

    #[test]
    fn canonical_keys_are_found_in_every_spelling() {
        assert_eq!(activity::STAND_IN.key, "afløser");
        for raw in ["Afloeser", "AFLØSER", "ersättare", "vikar", "stand in"] {
            assert!(activity::STAND_IN.is(raw), "{raw}");
            assert_eq!(activity::TABLE.field(raw).map(|field| field.key), Some("afløser"), "{raw}");
        }
        assert_eq!(activity::TABLE.position("navn"), None);
    }
}
