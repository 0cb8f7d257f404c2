//! Levels as people type them: a number, the level's name, or both, perhaps in a sentence.
//!
//! Only what can mean one thing is read as a level. The rest is left to the plain forms of
//! [`super::values`], which say what is wrong with it.

use std::sync::LazyLock;

use strum::{IntoStaticStr, VariantArray};

use super::role_model::Scale;
use crate::fields;
use crate::source::spelling::{BETWEEN_LEVELS, Word, fold, folded_in_all_languages};

/// What a file says of an area instead of a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray, IntoStaticStr)]
pub enum NoLevel {
    /// The level is not known yet.
    #[strum(serialize = "ved ikke")]
    NotKnown,
    /// The area is no part of the person's work.
    #[strum(serialize = "ikke relevant")]
    NotRelevant,
}

/// Words before a level, folded.
static LEVEL_WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let keys = fields::level::NUMBER.spellings().map(fold);
    keys.chain(folded_in_all_languages("spelled-level-step")).map(|word| format!("{word}_")).collect()
});
/// Words before the level now, folded.
static FROM_WORDS: LazyLock<Vec<String>> =
    LazyLock::new(|| folded_in_all_languages("spelled-level-from").map(|word| format!("{word}_")).collect());
/// What parts the level now from the wanted one, folded.
static TO_WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let is_word = |between: &str| between.starts_with(char::is_alphabetic);
    let between = BETWEEN_LEVELS.iter().map(|between| (fold(between), is_word(between)));
    between.map(|(folded, is_word)| if is_word { format!("_{folded}_") } else { folded }).collect()
});

/// What a text says of an area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum LevelText {
    /// The level is not known yet.
    NotKnown,
    /// The area is no part of the person's work.
    NotRelevant,
    /// These levels, in the plain form: `3` or `3 til 4`.
    Levels(String),
    /// Either of two levels.
    Ambiguous(i64, i64),
    /// Whatever the plain form makes of it.
    Plain,
}

/// Whether `raw` says that something is not known yet: `ved ikke`, `?` or a dash.
pub(super) fn is_not_known(raw: &str) -> bool {
    let bare = raw.trim().trim_end_matches(['.', '!', '?']).trim_end();
    let is_sign = |c: char| matches!(c, '?' | '-' | '–' | '—' | '.' | '…' | '_' | ' ');
    raw.chars().all(is_sign) || NoLevel::from_word(bare) == Some(NoLevel::NotKnown)
}

/// What `raw` says of an area, on `scale`.
pub(super) fn read(raw: &str, scale: &Scale) -> LevelText {
    // The usual case, without loading the words of all languages.
    if !raw.is_empty() && raw.bytes().all(|byte| byte.is_ascii_digit()) {
        return LevelText::Plain;
    }
    if is_not_known(raw) {
        return LevelText::NotKnown;
    }
    // `3-4` may mean between the two, and a name as long as a paragraph is none.
    let minus = raw
        .match_indices(['-', '−'])
        .any(|(at, _)| raw[at..].chars().nth(1).is_some_and(|c| c.is_ascii_digit()));
    if minus || raw.len() > 300 {
        return LevelText::Plain;
    }
    let unquoted = raw.trim_matches(['“', '”', '„', '‟', '‘', '’', '»', '«', ' ']);
    let folded = fold(&unquoted.split_whitespace().collect::<Vec<_>>().join(" "));
    let bare = folded.trim_end_matches(['.', '_']);
    if NoLevel::from_word(bare) == Some(NoLevel::NotRelevant) {
        return LevelText::NotRelevant;
    }
    if let Some(level) = one_level(bare, scale) {
        return match level {
            Ok(level) => LevelText::Levels(level.to_string()),
            Err((one, other)) => LevelText::Ambiguous(one, other),
        };
    }
    let from = FROM_WORDS.iter().find_map(|word| bare.strip_prefix(word.as_str())).unwrap_or(bare);
    // A level's name may hold such a word itself.
    let splits = TO_WORDS.iter().flat_map(|between| {
        from.match_indices(between.as_str()).map(|(at, _)| (&from[..at], &from[at + between.len()..]))
    });
    let mut changes = splits.filter_map(|(current, wanted)| {
        Some((one_level(current, scale)?.ok()?, one_level(wanted, scale)?.ok()?))
    });
    match (changes.next(), changes.next()) {
        (Some((current, wanted)), None) => LevelText::Levels(format!("{current} til {wanted}")),
        _ => LevelText::Plain,
    }
}

/// The level that a folded text names by its number, its name or both; two levels, where
/// number and name are different ones.
fn one_level(folded: &str, scale: &Scale) -> Option<Result<i64, (i64, i64)>> {
    const AROUND: [char; 10] = ['_', ' ', '.', '(', ')', '=', ':', ',', '–', '"'];
    let folded = folded.trim_matches(['_', '.', ' ']);
    let folded = LEVEL_WORDS.iter().find_map(|word| folded.strip_prefix(word.as_str())).unwrap_or(folded);
    let named = |name: &str| {
        let mut levels = scale.levels.iter().filter(|level| fold(&level.name) == name);
        levels.next().filter(|_| levels.next().is_none()).map(|level| level.number)
    };
    if let Some(level) = named(folded) {
        return Some(Ok(level));
    }
    let sign = usize::from(folded.starts_with('+'));
    let end = folded[sign..].find(|c: char| !c.is_ascii_digit()).map_or(folded.len(), |digits| sign + digits);
    let number: i64 = folded[..end].parse().ok()?;
    match folded[end..].trim_matches(AROUND) {
        "" if folded[end..].is_empty() => Some(Ok(number)),
        name => match named(name)? {
            level if level == number => Some(Ok(level)),
            other => Some(Err((number, other))),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::department::role_model::ScaleLevel;

    fn scale() -> Scale {
        let names = ["Bruger det ikke", "Kender til det", "Kan med hjælp", "Kan selv"];
        let level = |(number, name): (i64, &&str)| ScaleLevel { number, name: (*name).to_owned() };
        Scale { levels: (0..).zip(&names).map(level).collect() }
    }

    #[test]
    fn what_can_mean_one_thing_is_read() {
        for (raw, expected) in [
            ("3.", "3"),
            ("3 (kan selv)", "3"),
            ("3 kan selv", "3"),
            ("3 = Kan selv.", "3"),
            ("niveau 2", "2"),
            ("kan med hjælp", "2"),
            ("Kan med hjaelp", "2"),
            ("kender til det", "1"),
            ("fra 1 til 3", "1 til 3"),
            ("1 (kender til det) til 3 (kan selv)", "1 til 3"),
            ("kender til det til kan selv", "1 til 3"),
            ("1 → 3", "1 til 3"),
            ("”1 til 3”", "1 til 3"),
        ] {
            assert_eq!(read(raw, &scale()), LevelText::Levels(expected.to_owned()), "{raw}");
        }
    }

    #[test]
    fn what_can_mean_two_things_is_not() {
        assert_eq!(read("3 (kan med hjælp)", &scale()), LevelText::Ambiguous(3, 2));
        for raw in ["3-4", "3/4", "2,5", "tre", "3 (næsten)", "3 til", "3 eller 4", "meget", "3 (syg i år)"]
        {
            assert_eq!(read(raw, &scale()), LevelText::Plain, "{raw}");
        }
    }

    #[test]
    fn what_is_not_known_or_not_relevant_is_no_level() {
        for raw in ["?", "-", "–", "ved ikke", "Ved ikke endnu.", "???", "vet inte", "Don’t know"] {
            assert_eq!(read(raw, &scale()), LevelText::NotKnown, "{raw}");
        }
        for raw in ["ikke relevant", "Ikke relevant.", "inte relevant", "not applicable", "N/A"] {
            assert_eq!(read(raw, &scale()), LevelText::NotRelevant, "{raw}");
        }
    }
}
