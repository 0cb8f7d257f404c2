//! Matches words as people type them: in any case, with or without Nordic letters, separated by
//! spaces, hyphens or underscores, and misspelled.

use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map::Entry::Vacant;

use strum::VariantArray;
use unicode_normalization::UnicodeNormalization;

use crate::language::{Language, Tag};

/// The first combining character. Text of characters below it is in normalization form C.
const FIRST_COMBINING: char = '\u{300}';

/// Normalizes `text` to Unicode's normalization form C.
pub(crate) fn composed(text: &str) -> Cow<'_, str> {
    // Fast path for nearly all texts.
    if text.chars().all(|c| c < FIRST_COMBINING) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.nfc().collect())
}

/// Joins `words` with commas for a message; a long list is truncated.
pub(crate) fn listed<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    const MAX_BYTES: usize = 1_500;
    let mut all = String::new();
    for word in words {
        if all.len() + word.len() > MAX_BYTES {
            all.push('…');
            break;
        }
        all.push_str(word);
        all.push_str(", ");
    }
    all.trim_end_matches(", ").to_owned()
}

/// Normalizes a key or word for comparison.
///
/// Composes characters, lower-cases, writes `å`, `æ`, `ø` (and Swedish `ä`, `ö`) as `aa`, `ae`, `oe`,
/// and runs of spaces, hyphens and underscores as one `_`.
pub fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for c in composed(word.trim()).chars() {
        // Most characters; every key and word of the program's tables is folded when it starts.
        if c.is_ascii_alphanumeric() {
            folded.push(c.to_ascii_lowercase());
            continue;
        }
        for c in lower_case(c) {
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
    }
    folded
}

/// Lower case of `c`; the Turkish dotted and dotless i both become `i`.
fn lower_case(c: char) -> std::char::ToLowercase {
    match c {
        'İ' | 'ı' => 'i'.to_lowercase(),
        c => c.to_lowercase(),
    }
}

/// Regular expression for whitespace around a word.
pub(crate) const EDGE: &str = "[\\s\u{85}]*";

/// Regular expression, without anchors, that matches every spelling with the same [`fold`] as `word`.
///
/// It is part of the JSON schemas, so it uses only syntax that ECMA-262, Python and Rust share.
pub(crate) fn spellings(word: &str) -> String {
    let letters: Vec<char> = fold(word).chars().collect();
    let pair = |at: usize| letters.get(at..at + 2).and_then(|two| letters_of_digraph(two[0], two[1]));
    let mut pattern = String::new();
    let mut at = 0;
    while at < letters.len() {
        let run = (at..).take_while(|&i| pair(i).is_some()).count();
        match (run, pair(at)) {
            (1, Some(letter)) => {
                let two_letters = letter_pattern(letters[at]) + &letter_pattern(letters[at + 1]);
                pattern += &format!("(?:{}|{two_letters})", alternatives(&letter));
                at += 2;
            }
            // `aaa` may be `åa` or `aå`. It is so rare that the pattern may match too much.
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
                pattern += &letter_pattern(letters[at]);
                at += 1;
            }
        }
    }
    pattern
}

/// Regular expression that matches every spelling of any of `words`, as [`spellings`] does of one.
pub(crate) fn spellings_of_any(words: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    words.into_iter().map(|word| spellings(word.as_ref())).collect::<Vec<_>>().join("|")
}

/// The letters that [`fold`] writes as this digraph.
fn letters_of_digraph(first: char, second: char) -> Option<Vec<String>> {
    let letters = match (first, second) {
        ('a', 'a') => ['å', 'å'],
        ('a', 'e') => ['æ', 'ä'],
        ('o', 'e') => ['ø', 'ö'],
        _ => return None,
    };
    Some(letters.into_iter().flat_map(cases).collect())
}

/// Pattern of the runs of separators that [`fold`] writes as one `_`.
///
/// Spaces around a word are trimmed, so a run at its start or end must have another separator
/// outermost.
fn separators(at_start: bool, at_end: bool) -> &'static str {
    match (at_start, at_end) {
        (false, false) => "[ \u{a0}_-]+",
        (true, false) => "[_-][ \u{a0}_-]*",
        (false, true) => "[ \u{a0}_-]*[_-]",
        (true, true) => "[_-](?:[ \u{a0}_-]*[_-])?",
    }
}

/// Pattern of one letter of a folded word.
fn letter_pattern(c: char) -> String {
    alternatives(&cases(c))
}

/// Pattern that matches any of `all`.
fn alternatives(all: &[String]) -> String {
    match all {
        [one] => one.clone(),
        _ if all.iter().all(|spelling| spelling.chars().count() == 1) => format!("[{}]", all.concat()),
        _ => format!("(?:{})", all.join("|")),
    }
}

/// A letter in both cases, composed and decomposed (as macOS writes file names).
fn cases(c: char) -> Vec<String> {
    if !c.is_alphanumeric() {
        let escaped = "\\^$.|?*+()[]{}/".contains(c);
        return vec![if escaped { format!("\\{c}") } else { c.to_string() }];
    }
    let upper: Vec<char> = c.to_uppercase().filter(|upper| upper.to_lowercase().eq([c])).collect();
    let mut all: Vec<String> = [c].iter().chain(&upper).map(char::to_string).collect();
    let decomposed: Vec<String> = all.iter().map(|letter| letter.nfd().collect()).collect();
    all.extend(decomposed);
    // Compatibility characters that normalize or lower-case to the letter.
    match c {
        'å' => all.push('\u{212b}'.to_string()),
        'i' => all.extend(["ı", "İ", "I\u{307}"].map(str::to_owned)),
        'k' => all.push('\u{212a}'.to_string()),
        _ => {}
    }
    let mut seen = std::collections::BTreeSet::new();
    all.retain(|letter| seen.insert(letter.clone()));
    all
}

/// A fixed set of words that a field may hold, such as a status.
///
/// The canonical words are Danish. Every language adds its own: what a document prints can also be
/// typed.
pub trait Word: VariantArray + Copy + PartialEq + Into<&'static str> + Send + Sync + 'static {
    /// Keys of the messages that list further spellings, separated by commas. The first spelling of
    /// the first message is the one written to files in that language.
    fn messages(self) -> &'static [&'static str];

    /// All spellings in all languages; built once.
    fn dictionary() -> &'static Dictionary<Self>;

    /// Parses a word in any language.
    fn from_word(raw: &str) -> Option<Self> {
        // Canonical words need no dictionary.
        Self::from_canonical(raw).or_else(|| Self::dictionary().by_spelling.get(&fold(raw)).copied())
    }

    /// Parses a canonical word.
    fn from_canonical(raw: &str) -> Option<Self> {
        let folded = fold(raw);
        Self::VARIANTS.iter().copied().find(|&v| fold(v.into()) == folded)
    }

    /// The word to write to files in `language`.
    fn written(self, language: Tag) -> &'static str {
        if language == Tag::Da {
            return self.into();
        }
        let mut words = Self::VARIANTS.iter().zip(&Self::dictionary().written);
        match words.find(|(word, _)| **word == self) {
            Some((_, written)) => &written[language as usize],
            None => self.into(),
        }
    }

    /// All words in `language`, in the order of the variants.
    fn words(language: Tag) -> Vec<&'static str> {
        Self::VARIANTS.iter().map(|v| v.written(language)).collect()
    }

    /// All spellings of all words in all languages.
    fn all_spellings() -> impl Iterator<Item = &'static str> {
        Self::dictionary().spellings.iter().map(String::as_str)
    }
}

/// The spellings of a set of words.
pub struct Dictionary<T> {
    /// Words by folded spelling.
    by_spelling: HashMap<String, T>,
    /// The spelling written to files, by word and language.
    written: Vec<[String; Tag::VARIANTS.len()]>,
    /// All spellings, not folded.
    spellings: Vec<String>,
}

impl<T: Word> Dictionary<T> {
    /// Collects the spellings from the messages of every language.
    pub(crate) fn build() -> Self {
        let mut dictionary = Self { by_spelling: HashMap::new(), written: Vec::new(), spellings: Vec::new() };
        for &word in T::VARIANTS {
            let canonical: &str = word.into();
            dictionary.add(canonical, word);
            let mut written = [const { String::new() }; Tag::VARIANTS.len()];
            for &tag in Tag::VARIANTS {
                let texts: Vec<String> =
                    word.messages().iter().map(|key| Language::of(tag).say(key, &[])).collect();
                let spellings: Vec<&str> =
                    texts.iter().flat_map(|text| text.split(',')).map(str::trim).collect();
                written[tag as usize] = spellings.first().copied().unwrap_or(canonical).to_owned();
                for spelling in spellings {
                    dictionary.add(spelling, word);
                    dictionary.add(spelling.trim_end_matches('.'), word);
                }
            }
            dictionary.written.push(written);
        }
        dictionary
    }

    /// Adds a spelling. A test ensures that no two words share one.
    fn add(&mut self, spelling: &str, word: T) {
        if let Vacant(free) = self.by_spelling.entry(fold(spelling)) {
            free.insert(word);
            self.spellings.push(spelling.to_owned());
        }
    }
}

/// Implements [`Word`] from the message keys of each variant.
macro_rules! words {
    ($($type:ident { $($variant:ident: $($message:literal)*;)* })*) => {
        $(
            impl $crate::source::spelling::Word for $type {
                fn messages(self) -> &'static [&'static str] {
                    match self {
                        $(Self::$variant => &[$($message),*],)*
                    }
                }

                fn dictionary() -> &'static $crate::source::spelling::Dictionary<Self> {
                    static DICTIONARY: std::sync::OnceLock<$crate::source::spelling::Dictionary<$type>> =
                        std::sync::OnceLock::new();
                    DICTIONARY.get_or_init($crate::source::spelling::Dictionary::build)
                }
            }
        )*
    };
}
pub(crate) use words;

/// What separates the parts of an enumeration; words have blanks around them.
pub(crate) const CONJUNCTIONS: [&str; 9] = [" og ", " samt ", " och ", " and ", ",", ";", "+", "&", "/"];

/// The parts of an enumeration such as `40094 og 45948`; the whole text if it is none.
pub(crate) fn enumerated(text: &str) -> Vec<&str> {
    let mut parts = vec![text.trim()];
    for conjunction in CONJUNCTIONS {
        parts = parts.iter().flat_map(|part| part.split(conjunction)).map(str::trim).collect();
    }
    parts
}

/// What `text` names: one thing, or each part of an enumeration; `None` if a part is unknown.
pub(crate) fn one_or_several<T>(text: &str, find: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    let several = || enumerated(text).into_iter().map(&find).collect();
    // The whole first, since a name may hold a conjunction.
    find(text).map(|one| vec![one]).or_else(several)
}

/// Separators of current and target level, in any language; none is a prefix of a later one.
pub(crate) const BETWEEN_LEVELS: [&str; 5] = ["till", "til", "to", "->", "→"];

/// What files of `language` write between the two levels.
pub fn between_levels(language: Tag) -> &'static str {
    match language {
        Tag::Da | Tag::Nb => "til",
        Tag::Sv => "till",
        Tag::En => "to",
    }
}

/// The words of the message `key`, which has commas between them, in every language and folded.
pub(crate) fn folded_in_all_languages(key: &str) -> impl Iterator<Item = String> {
    let texts = Tag::VARIANTS.iter().map(|tag| Language::of(*tag).say(key, &[]));
    texts.flat_map(|text| text.split(',').map(fold).collect::<Vec<_>>())
}

/// Longest text that is compared with words, in characters.
const MAX_WORD_CHARS: usize = 200;

/// Budget for searching similar words in one file; enough for some thousand words against a large
/// course catalogue.
const MAX_COMPARISON_COST: usize = 5_000_000;

/// Cost of the comparisons so far, in pairs of characters compared.
pub(super) struct ComparisonBudget {
    cost: usize,
}

impl ComparisonBudget {
    /// A budget of which `cost` is already spent.
    pub(super) fn after(cost: usize) -> Self {
        Self { cost }
    }

    pub(super) fn cost(&self) -> usize {
        self.cost
    }

    /// Spends `cost`; exhausts the budget and returns false if that is too much.
    fn spend(&mut self, cost: usize) -> bool {
        let affordable = self.cost.saturating_add(cost) <= MAX_COMPARISON_COST;
        self.cost = if affordable { self.cost + cost } else { MAX_COMPARISON_COST };
        affordable
    }
}

/// The candidate most similar to `raw`, if any is similar enough.
pub(crate) fn nearest<'a>(raw: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    nearest_within(raw, candidates, &mut ComparisonBudget::after(0))
}

/// Like [`nearest`]; `None` once the budget is exhausted.
pub(super) fn nearest_within<'a>(
    raw: &str,
    candidates: impl IntoIterator<Item = &'a str>,
    budget: &mut ComparisonBudget,
) -> Option<&'a str> {
    // Folding may shorten a text, but not by more than this.
    if raw.len() > 8 * MAX_WORD_CHARS {
        return None;
    }
    let raw = fold(raw);
    let length = raw.chars().count();
    if length > MAX_WORD_CHARS {
        return None;
    }
    let mut best: Option<(f64, &str)> = None;
    for candidate in candidates {
        if !budget.spend(candidate.len()) {
            return None;
        }
        let folded = fold(candidate);
        let Some(score) = similarity(&raw, length, &folded, budget) else { continue };
        let is_better =
            best.is_none_or(|(highest, other)| score > highest || score >= highest && candidate < other);
        if score >= MIN_SIMILARITY && is_better {
            best = Some((score, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Lowest similarity at which a word is suggested.
const MIN_SIMILARITY: f64 = 0.72;

/// Similarity of two folded words, from 0 to 1: the better of normalized edit distance and
/// Jaro-Winkler.
///
/// `length` is that of `raw` in characters. Returns `None` if the lengths alone rule out
/// [`MIN_SIMILARITY`], or the budget is exhausted.
fn similarity(raw: &str, length: usize, folded: &str, budget: &mut ComparisonBudget) -> Option<f64> {
    let long_enough = length >= 3;
    if long_enough && folded.starts_with(raw) {
        return Some(0.99);
    }
    let other = folded.chars().count();
    let (shorter, longer) = (length.min(other), length.max(other));
    // The edit distance is at least the difference in length, and Jaro similarity at most
    // (ratio + 2) / 3, plus the bonus for a common prefix. Below this ratio neither can suffice.
    let ratio = if longer == 0 { 1.0 } else { shorter as f64 / longer as f64 };
    if ratio < 0.29 || !budget.spend(shorter * longer) {
        return None;
    }
    let distance = strsim::damerau_levenshtein(raw, folded);
    let score = match distance {
        0 | 1 if long_enough => 0.98,
        _ if longer == 0 => 1.0,
        _ => 1.0 - distance as f64 / longer as f64,
    };
    Some(score.max(strsim::jaro_winkler(raw, folded) - 0.14))
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
    fn only_similar_words_are_suggested() {
        let areas = ["selvledelse", "økonomi", "it", "omsorg"];
        assert_eq!(nearest("okonomi", areas), Some("økonomi"));
        assert_eq!(nearest("øknomi", areas), Some("økonomi"));
        assert_eq!(nearest("selv", areas), Some("selvledelse"));
        assert_eq!(nearest("fodbold", areas), None);
    }

    #[test]
    fn suggestions_stop_when_the_budget_is_exhausted() {
        let many: Vec<String> = (0..1000).map(|i| format!("kursus {i}")).collect();
        let mut budget = ComparisonBudget::after(0);
        let mut is_suggested =
            |raw: &str| nearest_within(raw, many.iter().map(String::as_str), &mut budget).is_some();
        let suggested = (0..10_000).filter(|i| is_suggested(&format!("kursusx{i}"))).count();
        assert!((25..250).contains(&suggested), "{suggested}");
        assert_eq!(budget.cost(), MAX_COMPARISON_COST);
    }

    #[test]
    fn very_long_texts_are_not_compared() {
        let mut budget = ComparisonBudget::after(0);
        let long = "økonomi ".repeat(100_000);
        assert_eq!(nearest_within(&long, ["økonomi"], &mut budget), None);
        assert_eq!(budget.cost(), 0);
        assert_eq!(nearest_within("økonomi", [long.as_str()], &mut budget), Some(long.as_str()));
        assert_eq!(budget.cost(), long.len());
    }

    /// Reference implementation of [`nearest`] without shortcuts.
    fn nearest_by_definition<'a>(raw: &str, candidates: &[&'a str]) -> Option<&'a str> {
        let raw = fold(raw);
        let score = |candidate: &str| {
            let folded = fold(candidate);
            let long_enough = raw.chars().count() >= 3;
            let distance = strsim::damerau_levenshtein(&raw, &folded);
            let score = match () {
                () if long_enough && folded.starts_with(&raw) => 0.99,
                () if long_enough && distance <= 1 => 0.98,
                () => strsim::normalized_damerau_levenshtein(&raw, &folded),
            };
            score.max(strsim::jaro_winkler(&raw, &folded) - 0.14)
        };
        let near = candidates
            .iter()
            .map(|candidate| (score(candidate), *candidate))
            .filter(|near| near.0 >= MIN_SIMILARITY);
        near.max_by(|(a, x), (b, y)| a.total_cmp(b).then_with(|| y.cmp(x))).map(|(_, candidate)| candidate)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn shortcuts_do_not_change_the_result(
            raw in "[abåe ]{0,12}",
            candidates in prop::collection::vec("[abåe ]{0,24}", 0..5),
        ) {
            let candidates: Vec<&str> = candidates.iter().map(String::as_str).collect();
            prop_assert_eq!(nearest(&raw, candidates.iter().copied()), nearest_by_definition(&raw, &candidates));
        }
    }

    fn matches(word: &str, raw: &str) -> bool {
        let pattern = format!("^{EDGE}(?:{}){EDGE}$", spellings(word));
        regex::Regex::new(&pattern).expect("a regular expression").is_match(raw)
    }

    #[test]
    fn the_pattern_of_a_word_matches_exactly_its_spellings() {
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
        fn the_pattern_of_a_word_matches_whatever_folds_to_it(
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
