//! Levels as people type them: a number, the level's name, or both, perhaps in a sentence.
//!
//! Only what can mean one thing is read as a level. The rest is left to the plain forms of
//! [`super::values`], which say what is wrong with it.

use super::role_model::Scale;
use crate::source::spelling::fold;

/// Words before a level, folded.
const LEVEL_WORDS: [&str; 4] = ["niveau_", "nivaa_", "level_", "trin_"];
/// Words before the level now, folded.
const FROM_WORDS: [&str; 3] = ["fra_", "fraan_", "from_"];
/// What parts the level now from the wanted one, folded.
const TO_WORDS: [&str; 5] = ["_til_", "_till_", "_to_", "_>", "→"];

/// What is not known yet, folded.
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

/// What no part of somebody's work is, folded.
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
    raw.chars().all(is_sign) || NOT_KNOWN.iter().any(|word| fold(word) == fold(bare))
}

/// What `raw` says of an area, on `scale`.
pub(super) fn read(raw: &str, scale: &Scale) -> LevelText {
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
    if NOT_RELEVANT.contains(&bare) {
        return LevelText::NotRelevant;
    }
    if let Some(level) = one_level(bare, scale) {
        return match level {
            Ok(level) => LevelText::Levels(level.to_string()),
            Err((one, other)) => LevelText::Ambiguous(one, other),
        };
    }
    let from = FROM_WORDS.iter().find_map(|word| bare.strip_prefix(word)).unwrap_or(bare);
    // A level's name may hold such a word itself.
    let splits = TO_WORDS.iter().flat_map(|between| {
        from.match_indices(between).map(|(at, _)| (&from[..at], &from[at + between.len()..]))
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
    let folded = LEVEL_WORDS.iter().find_map(|word| folded.strip_prefix(word)).unwrap_or(folded);
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
            ("3", "3"),
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
        for raw in ["?", "-", "–", "ved ikke", "Ved ikke endnu.", "???", "vet inte"] {
            assert_eq!(read(raw, &scale()), LevelText::NotKnown, "{raw}");
        }
        for raw in ["ikke relevant", "Ikke relevant.", "inte relevant", "not applicable"] {
            assert_eq!(read(raw, &scale()), LevelText::NotRelevant, "{raw}");
        }
    }
}
