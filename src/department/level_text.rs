//! Parses levels as people type them: a number, the level's name, or both, possibly in a sentence.
//!
//! Only unambiguous text is accepted. The rest is left to the strict forms in [`super::values`],
//! which report the error.

use super::role_model::Scale;
use crate::source::spelling::fold;

/// Prefixes of a level, folded.
const LEVEL_WORDS: [&str; 4] = ["niveau_", "nivaa_", "level_", "trin_"];
/// Prefixes of the current level, folded.
const FROM_WORDS: [&str; 3] = ["fra_", "fraan_", "from_"];
/// Separators of current and target level, folded.
const TO_WORDS: [&str; 5] = ["_til_", "_till_", "_to_", "_>", "→"];
/// Separators of two possible levels, folded.
const OR_WORDS: [&str; 3] = ["_eller_", "_or_", "_og_"];
/// Prefixes of two possible levels, folded.
const BETWEEN_WORDS: [&str; 3] = ["mellem_", "mellom_", "between_"];

/// Phrases for "not known yet".
const NOT_KNOWN: [&str; 14] = [
    "ved_ikke",
    "ved_ikke_endnu",
    "det_ved_jeg_ikke",
    "ikke_endnu",
    "vet_ej",
    "vet_inte",
    "vet_inte_än",
    "vet_ikke",
    "vet_ikke_ennå",
    "dont_know",
    "don't_know",
    "don’t_know",
    "not_known",
    "unknown",
];

/// Phrases for "not relevant", folded.
const NOT_RELEVANT: [&str; 8] = [
    "ikke_relevant",
    "ikke_relevant_for_mig",
    "irrelevant",
    "inte_relevant",
    "ej_relevant",
    "not_relevant",
    "not_applicable",
    "n/a",
];

/// Meaning of a text for an area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum LevelText {
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
pub(super) fn is_not_known(raw: &str) -> bool {
    let bare = raw.trim().trim_end_matches(['.', '!', '?']).trim_end();
    let is_sign = |c: char| matches!(c, '?' | '-' | '–' | '—' | '.' | '…' | '_' | ' ');
    raw.chars().all(is_sign) || NOT_KNOWN.iter().any(|word| fold(word) == fold(bare))
}

/// Parses the text for an area.
pub(super) fn read(raw: &str, scale: &Scale) -> LevelText {
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
    let unquoted = raw.trim_matches(['“', '”', '„', '‟', '‘', '’', '»', '«', ' ']);
    let folded = fold(&unquoted.split_whitespace().collect::<Vec<_>>().join(" "));
    let bare = folded.trim_end_matches(['.', '!', '_']);
    if NOT_RELEVANT.contains(&bare) {
        return LevelText::NotRelevant;
    }
    if let Some(level) = single_level(bare, scale) {
        return match level {
            Ok(level) => LevelText::Levels(level.to_string()),
            Err((one, other)) => LevelText::Ambiguous(one, other),
        };
    }
    let from = FROM_WORDS.iter().find_map(|word| bare.strip_prefix(word)).unwrap_or(bare);
    if let Some((one, other)) = two_levels(bare, scale) {
        return LevelText::Ambiguous(one, other);
    }
    // Names of levels may contain a separator, so every split is tried.
    let splits = TO_WORDS.iter().flat_map(|between| {
        from.match_indices(between).map(|(at, _)| (&from[..at], &from[at + between.len()..]))
    });
    let mut changes = splits.filter_map(|(current, wanted)| {
        Some((single_level(current, scale)?.ok()?, single_level(wanted, scale)?.ok()?))
    });
    match (changes.next(), changes.next()) {
        (Some((current, wanted)), None) => LevelText::Levels(format!("{current} til {wanted}")),
        _ => LevelText::Other,
    }
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
    let folded = LEVEL_WORDS.iter().find_map(|word| folded.strip_prefix(word)).unwrap_or(folded);
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
    use crate::department::role_model::ScaleLevel;

    fn scale() -> Scale {
        let names = ["Bruger det ikke", "Kender til det", "Kan med hjælp", "Kan selv"];
        let level = |(number, name): (i64, &&str)| ScaleLevel { number, name: (*name).to_owned() };
        Scale { levels: (0..).zip(&names).map(level).collect() }
    }

    #[test]
    fn unambiguous_texts_are_parsed() {
        for (raw, expected) in [
            ("3", "3"),
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
        for raw in ["?", "-", "–", "ved ikke", "Ved ikke endnu.", "???", "vet inte"] {
            assert_eq!(read(raw, &scale()), LevelText::NotKnown, "{raw}");
        }
        for raw in ["ikke relevant", "Ikke relevant.", "inte relevant", "not applicable"] {
            assert_eq!(read(raw, &scale()), LevelText::NotRelevant, "{raw}");
        }
    }
}
