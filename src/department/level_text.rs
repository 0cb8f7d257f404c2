//! Parses levels as people type them: a number, the level's name, or both, possibly in a sentence.
//!
//! Only unambiguous text is accepted. The rest is left to the strict forms in [`super::values`],
//! which report the error.

use std::sync::LazyLock;

use strum::{IntoStaticStr, VariantArray};

use super::scale::Scale;
use crate::fields;
use crate::language::Tag;
use crate::source::spelling::{BETWEEN_LEVELS, Word, between_levels, fold, folded_in_all_languages};

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

/// Separators of two possible levels, folded.
const OR_WORDS: [&str; 4] = ["_eller_", "_or_", "_og_", "_och_"];
/// Prefixes of two possible levels, folded.
const BETWEEN_WORDS: [&str; 4] = ["mellem_", "mellom_", "mellan_", "between_"];

/// Quotation marks that may enclose a level.
pub(crate) const QUOTES: [char; 8] = ['“', '”', '„', '‟', '‘', '’', '»', '«'];

/// Words before a level, folded.
pub(crate) static LEVEL_WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let keys = fields::level::NUMBER.spellings().map(fold);
    keys.chain(folded_in_all_languages("spelled-level-step")).collect()
});
/// Words before the level now, folded.
pub(crate) static FROM_WORDS: LazyLock<Vec<String>> =
    LazyLock::new(|| folded_in_all_languages("spelled-level-from").collect());
/// What parts the level now from the wanted one, folded.
static TO_WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let is_word = |between: &str| between.starts_with(char::is_alphabetic);
    let between = BETWEEN_LEVELS.iter().map(|between| (fold(between), is_word(between)));
    between.map(|(folded, is_word)| if is_word { format!("_{folded}_") } else { folded }).collect()
});

/// Meaning of a text for an area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum LevelText {
    NotKnown,
    /// The area is not part of the person's work.
    NotRelevant,
    /// Levels in the strict form: `3` or `3 til 4`.
    Levels(String),
    /// Number and name are of two different levels.
    Ambiguous(i64, i64),
    /// Anything else; parse it in the strict form.
    Other,
}

/// True if `raw` means "not known yet": `ved ikke`, `?` or a dash.
pub(crate) fn is_not_known(raw: &str) -> bool {
    let bare = raw.trim().trim_end_matches(['.', '!', '?']).trim_end();
    let is_sign = |c: char| matches!(c, '?' | '-' | '–' | '—' | '.' | '…' | '_' | ' ');
    raw.chars().all(is_sign) || NoLevel::from_word(bare) == Some(NoLevel::NotKnown)
}

/// The word for a level that is not known yet, in files of `language`.
pub(crate) fn not_known(language: Tag) -> &'static str {
    NoLevel::NotKnown.written(language)
}

/// The short form of an area's levels, current and wanted, in files of `language`.
pub(crate) fn level_change(current: i64, wanted: i64, language: Tag) -> String {
    if current == wanted {
        current.to_string()
    } else {
        format!("{current} {} {wanted}", between_levels(language))
    }
}

/// The word for an area that is no part of somebody's work, in files of `language`.
pub(crate) fn not_relevant(language: Tag) -> &'static str {
    NoLevel::NotRelevant.written(language)
}

/// Parses the text for an area.
pub(crate) fn read(raw: &str, scale: &Scale) -> LevelText {
    // The usual case, without loading the words of all languages.
    if !raw.is_empty() && raw.bytes().all(|byte| byte.is_ascii_digit()) {
        return LevelText::Other;
    }
    if is_not_known(raw) {
        return LevelText::NotKnown;
    }
    // `3-4` may mean between the two. The limit bounds the work for long texts.
    let has_minus = raw
        .match_indices(['-', '−'])
        .any(|(at, _)| raw[at..].chars().nth(1).is_some_and(|c| c.is_ascii_digit()));
    if has_minus || raw.len() > 300 {
        return LevelText::Other;
    }
    let unquoted = raw.trim_matches(|c: char| c == ' ' || QUOTES.contains(&c));
    let folded = fold(&unquoted.split_whitespace().collect::<Vec<_>>().join(" "));
    let bare = folded.trim_end_matches(['.', '!', '_']);
    if NoLevel::from_word(bare) == Some(NoLevel::NotRelevant) {
        return LevelText::NotRelevant;
    }
    if let Some(level) = single_level(bare, scale) {
        return match level {
            Ok(level) => LevelText::Levels(level.to_string()),
            Err((one, other)) => LevelText::Ambiguous(one, other),
        };
    }
    let from = without_word(bare, &FROM_WORDS);
    if let Some((one, other)) = two_levels(bare, scale) {
        return LevelText::Ambiguous(one, other);
    }
    // Names of levels may contain a separator, so every split is tried.
    let splits = TO_WORDS.iter().flat_map(|between| {
        from.match_indices(between.as_str()).map(|(at, _)| (&from[..at], &from[at + between.len()..]))
    });
    let mut changes = splits.filter_map(|(current, wanted)| {
        Some((single_level(current, scale)?.ok()?, single_level(wanted, scale)?.ok()?))
    });
    match (changes.next(), changes.next()) {
        (Some((current, wanted)), None) => LevelText::Levels(format!("{current} til {wanted}")),
        _ => LevelText::Other,
    }
}

/// `folded` without the one of `words` that it begins with.
fn without_word<'a>(folded: &'a str, words: &[String]) -> &'a str {
    let rest = |word: &String| folded.strip_prefix(word.as_str())?.strip_prefix('_');
    words.iter().find_map(rest).unwrap_or(folded)
}

/// Parses `3 eller 4` and `mellem 3 og 4`.
fn two_levels(folded: &str, scale: &Scale) -> Option<(i64, i64)> {
    let folded = BETWEEN_WORDS.iter().find_map(|word| folded.strip_prefix(word)).unwrap_or(folded);
    let (one, other) = OR_WORDS.iter().find_map(|word| folded.split_once(word))?;
    Some((single_level(one, scale)?.ok()?, single_level(other, scale)?.ok()?))
}

/// Parses a folded text with number, name or both of a level; `Err` holds the two levels if number
/// and name disagree.
fn single_level(folded: &str, scale: &Scale) -> Option<Result<i64, (i64, i64)>> {
    const PUNCTUATION: [char; 10] = ['_', ' ', '.', '(', ')', '=', ':', ',', '–', '"'];
    let folded = folded.trim_matches(['_', '.', ' ']);
    let folded = without_word(folded, &LEVEL_WORDS);
    let by_name = |name: &str| {
        let mut levels = scale.levels.iter().filter(|level| fold(&level.name) == name);
        levels.next().filter(|_| levels.next().is_none()).map(|level| level.number)
    };
    if let Some(level) = by_name(folded) {
        return Some(Ok(level));
    }
    let sign = usize::from(folded.starts_with('+'));
    let end = folded[sign..].find(|c: char| !c.is_ascii_digit()).map_or(folded.len(), |digits| sign + digits);
    let number: i64 = folded[..end].parse().ok()?;
    match folded[end..].trim_matches(PUNCTUATION) {
        "" if folded[end..].is_empty() => Some(Ok(number)),
        name => match by_name(name)? {
            level if level == number => Some(Ok(level)),
            other => Some(Err((number, other))),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::department::scale::ScaleLevel;

    fn scale() -> Scale {
        let names = ["Bruger det ikke", "Kender til det", "Kan med hjælp", "Kan selv"];
        let level = |(number, name): (i64, &&str)| ScaleLevel { number, name: (*name).to_owned() };
        Scale { levels: (0..).zip(&names).map(level).collect() }
    }

    #[test]
    fn unambiguous_texts_are_parsed() {
        for (raw, expected) in [
            ("3.", "3"),
            ("3!", "3"),
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
    fn ambiguous_texts_are_left_to_the_strict_form() {
        assert_eq!(read("3 (kan med hjælp)", &scale()), LevelText::Ambiguous(3, 2));
        for raw in ["2 eller 3", "Mellem 2 og 3", "kan med hjælp eller kan selv"] {
            assert_eq!(read(raw, &scale()), LevelText::Ambiguous(2, 3), "{raw}");
        }
        for raw in ["3-4", "3/4", "2,5", "tre", "3 (næsten)", "3 til", "meget", "3 (syg i år)"] {
            assert_eq!(read(raw, &scale()), LevelText::Other, "{raw}");
        }
    }

    #[test]
    fn unknown_and_irrelevant_levels_are_recognized() {
        for raw in ["?", "-", "–", "ved ikke", "Ved ikke endnu.", "???", "vet inte", "Don’t know"] {
            assert_eq!(read(raw, &scale()), LevelText::NotKnown, "{raw}");
        }
        for raw in ["ikke relevant", "Ikke relevant.", "inte relevant", "not applicable", "N/A"] {
            assert_eq!(read(raw, &scale()), LevelText::NotRelevant, "{raw}");
        }
    }
}
