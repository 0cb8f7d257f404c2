//! Words as people type them: with or without Danish letters, in any case,
//! with a space, a hyphen or an underscore between them.

use strum::VariantArray;
use unicode_normalization::UnicodeNormalization;

/// The spelling under which two keys or words are the same: composed,
/// lower-case, `å`, `æ`, `ø` (and Swedish `ä`, `ö`) as `aa`, `ae`, `oe`, and
/// runs of spaces, hyphens and underscores as one `_`.
pub fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for c in word.trim().nfc().flat_map(char::to_lowercase) {
        match c {
            'å' => folded.push_str("aa"),
            'æ' | 'ä' => folded.push_str("ae"),
            'ø' | 'ö' => folded.push_str("oe"),
            ' ' | '\u{a0}' | '-' | '_' => {
                if !folded.ends_with('_') {
                    folded.push('_');
                }
            }
            c => folded.push(c),
        }
    }
    folded
}

/// One of a fixed set of words that a file may hold, such as a status.
///
/// The words are the file format's own (Danish); what documents print for them
/// comes from the language files.
pub trait Word: VariantArray + Copy + Into<&'static str> {
    /// The value that `raw` spells, if it is one of the words.
    fn from_word(raw: &str) -> Option<Self> {
        let folded = fold(raw);
        Self::VARIANTS.iter().copied().find(|&v| fold(v.into()) == folded)
    }

    /// All words, in the order in which they are explained to people.
    fn words() -> Vec<&'static str> {
        Self::VARIANTS.iter().map(|&v| v.into()).collect()
    }
}

impl<T: VariantArray + Copy + Into<&'static str>> Word for T {}

/// The one of `candidates` that `raw` most likely means, if any is near.
pub fn nearest<'a>(raw: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let raw = fold(raw);
    let close_enough = |score: &f64| *score >= 0.72;
    candidates
        .into_iter()
        .map(|candidate| {
            let folded = fold(candidate);
            let long_enough = raw.chars().count() >= 3;
            let score = if long_enough && folded.starts_with(&raw) {
                0.99
            } else if long_enough && strsim::damerau_levenshtein(&raw, &folded) <= 1 {
                0.98
            } else {
                strsim::normalized_damerau_levenshtein(&raw, &folded)
            };
            (score.max(strsim::jaro_winkler(&raw, &folded) - 0.14), candidate)
        })
        .filter(|(score, _)| close_enough(score))
        .max_by(|(a, x), (b, y)| a.total_cmp(b).then_with(|| y.cmp(x)))
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_word_fold_alike() {
        for spelling in ["ønsket", "Oensket", "o\u{308}nsket", "ØNSKET "] {
            assert_eq!(fold(spelling), "oensket", "{spelling}");
        }
        assert_eq!(fold("sidste års plan"), fold("sidste_aars_plan"));
        // "å" as two code points, as macOS writes file names.
        assert_eq!(fold("omra\u{30a}der"), "omraader");
    }

    #[test]
    fn the_nearest_word_is_near_or_none() {
        let areas = ["selvledelse", "økonomi", "it", "omsorg"];
        assert_eq!(nearest("okonomi", areas), Some("økonomi"));
        assert_eq!(nearest("øknomi", areas), Some("økonomi"));
        assert_eq!(nearest("selv", areas), Some("selvledelse"));
        assert_eq!(nearest("fodbold", areas), None);
    }
}
