//! Words as people type them: with or without Danish letters, in any case,
//! with a space, a hyphen or an underscore between them.

use std::borrow::Cow;

use strum::VariantArray;
use unicode_normalization::UnicodeNormalization;

/// The first character that can follow another and become one with it. All before it, such
/// as the letters of the Nordic languages, are in Unicode's normalization form C already.
const FIRST_TO_COMPOSE: char = '\u{300}';

/// `text` with each letter and its marks as one character: Unicode's normalization form C.
pub fn composed(text: &str) -> Cow<'_, str> {
    // Nearly every text there is; the tables of Unicode are asked about the others.
    if text.chars().all(|c| c < FIRST_TO_COMPOSE) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.nfc().collect())
}

/// The spelling under which two keys or words are the same: composed,
/// lower-case, `å`, `æ`, `ø` (and Swedish `ä`, `ö`) as `aa`, `ae`, `oe`, and
/// runs of spaces, hyphens and underscores as one `_`.
pub fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for c in composed(word.trim()).chars().flat_map(char::to_lowercase) {
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

/// White space at the edges of a word, in a regular expression.
pub const EDGE: &str = "[\\s\u{85}]*";

/// A regular expression of every spelling that [`fold`]s as `word` does, without
/// anchors, for programs of others: of the kind that ECMA-262, Python and Rust share.
pub fn spellings(word: &str) -> String {
    let letters: Vec<char> = fold(word).chars().collect();
    let pair = |at: usize| letters.get(at..at + 2).and_then(|two| joined(two[0], two[1]));
    let mut pattern = String::new();
    let mut at = 0;
    while at < letters.len() {
        let run = (at..).take_while(|&i| pair(i).is_some()).count();
        match (run, pair(at)) {
            (1, Some(joined)) => {
                let apart = spelled(letters[at]) + &spelled(letters[at + 1]);
                pattern += &format!("(?:{}|{apart})", ways(&joined));
                at += 2;
            }
            // `aaa` may be `åa` or `aå`; so rare that a little more may pass.
            (2.., _) => {
                let mut all: Vec<String> = (at..at + run).filter_map(pair).flatten().collect();
                all.extend(letters[at..=at + run].iter().flat_map(|&c| cases(c)));
                all.sort();
                all.dedup();
                pattern += &format!("(?:{})+", all.join("|"));
                at += run + 1;
            }
            _ if letters[at] == '_' => {
                pattern += separators(at == 0, at + 1 == letters.len());
                at += 1;
            }
            _ => {
                pattern += &spelled(letters[at]);
                at += 1;
            }
        }
    }
    pattern
}

/// The letters that [`fold`] writes as these two.
fn joined(first: char, second: char) -> Option<Vec<String>> {
    let letters = match (first, second) {
        ('a', 'a') => ['å', 'å'],
        ('a', 'e') => ['æ', 'ä'],
        ('o', 'e') => ['ø', 'ö'],
        _ => return None,
    };
    Some(letters.into_iter().flat_map(cases).collect())
}

/// What [`fold`] writes as one `_`, in a regular expression. A space at the edge of a word is
/// none of the word's, so a run that begins or ends it does so with another of them.
fn separators(begins: bool, ends: bool) -> &'static str {
    match (begins, ends) {
        (false, false) => "[ \u{a0}_-]+",
        (true, false) => "[_-][ \u{a0}_-]*",
        (false, true) => "[ \u{a0}_-]*[_-]",
        (true, true) => "[_-](?:[ \u{a0}_-]*[_-])?",
    }
}

/// One letter of a folded word in a regular expression.
fn spelled(c: char) -> String {
    ways(&cases(c))
}

fn ways(all: &[String]) -> String {
    match all {
        [one] => one.clone(),
        _ if all.iter().all(|way| way.chars().count() == 1) => format!("[{}]", all.concat()),
        _ => format!("(?:{})", all.join("|")),
    }
}

/// A letter in both cases, composed and as macOS writes it in file names.
fn cases(c: char) -> Vec<String> {
    if !c.is_alphanumeric() {
        let escaped = "\\^$.|?*+()[]{}/".contains(c);
        return vec![if escaped { format!("\\{c}") } else { c.to_string() }];
    }
    let upper: Vec<char> = c.to_uppercase().filter(|upper| upper.to_lowercase().eq([c])).collect();
    let mut all: Vec<String> = [c].iter().chain(&upper).map(char::to_string).collect();
    let decomposed: Vec<String> = all.iter().map(|way| way.nfd().collect()).collect();
    all.extend(decomposed);
    // Signs of their own that are the letter to Unicode.
    match c {
        'å' => all.push('\u{212b}'.to_string()),
        'k' => all.push('\u{212a}'.to_string()),
        _ => {}
    }
    let mut seen = std::collections::BTreeSet::new();
    all.retain(|way| seen.insert(way.clone()));
    all
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
    use proptest::prelude::*;

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

    fn matches(word: &str, raw: &str) -> bool {
        let pattern = format!("^{EDGE}(?:{}){EDGE}$", spellings(word));
        regex::Regex::new(&pattern).expect("a regular expression").is_match(raw)
    }

    #[test]
    fn every_spelling_of_a_word_is_in_its_pattern_and_no_other_word() {
        for raw in ["sidste_års_plan", "Sidste  aars-plan", " SIDSTE ÅRS PLAN", "sidste a\u{30a}rs\u{a0}plan"]
        {
            assert!(matches("sidste_års_plan", raw), "{raw}");
        }
        for raw in ["sidste_år", "sidsteårsplan", "sidste_ars_plan", "xsidste_års_plan"] {
            assert!(!matches("sidste_års_plan", raw), "{raw}");
        }
        for raw in ["baaaå", "bååa", "Baaaaa"] {
            assert_eq!(fold(raw), "baaaaa");
            assert!(matches("bååa", raw), "{raw}");
        }
        assert!(matches("c++ (2)", "C++ (2)") && !matches("c++ (2)", "ccc 2"));
    }

    proptest! {
        #[test]
        fn the_pattern_of_a_word_fits_whatever_folds_as_it(
            word in "[a-zæøåäöéüßK .()&-]{1,12}",
            choices in prop::collection::vec(0usize..4, 12),
            other in "[a-zæøåäö _-]{1,12}",
        ) {
            let typed: String = word
                .chars()
                .zip(&choices)
                .map(|(c, choice)| match (choice, c) {
                    (1, c) => c.to_uppercase().to_string(),
                    (2, c) => c.to_string().nfd().collect(),
                    (3, 'å') => "aA".to_owned(),
                    (3, 'ø' | 'ö') => "Oe".to_owned(),
                    (3, ' ' | '-') => " _-".to_owned(),
                    (_, c) => c.to_string(),
                })
                .collect();
            if fold(&typed) == fold(&word) {
                prop_assert!(matches(&word, &typed), "{typed:?} is {word:?}");
            }
            let ambiguous = ["aaa", "aae"].iter().any(|run| fold(&word).contains(run));
            if !ambiguous {
                prop_assert_eq!(matches(&word, &other), fold(&other) == fold(&word), "{:?} {:?}", other, word);
            }
        }
    }
}
