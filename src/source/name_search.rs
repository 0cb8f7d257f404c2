//! Finds names of people and places in running text, in every common form.
//!
//! Decides both what may leave the department and which files mention a person who is forgotten. A name
//! is found in any case, with Nordic letters in one or two, split by spaces, hyphens and invisible
//! characters, written as one word, in the genitive, with the last name first, and with middle names that
//! either side lacks. A single name of a person who has several is not enough.

use std::collections::HashSet;

use unicode_normalization::UnicodeNormalization;

use super::personal_numbers::is_hidden;
use super::spelling::fold;

/// The words of a long name; longer ones are compared by their first words.
const MAX_WORDS: usize = 8;
/// The most middle names that a name may lack.
const MAX_MIDDLE_NAMES: usize = 3;
/// Words in lower case within a name, such as *von*.
const PARTICLES: [&str; 11] = ["af", "av", "de", "del", "den", "der", "du", "la", "van", "von", "zu"];
/// Words for *and*, which separate names.
const AND: [&str; 4] = ["og", "och", "and", "samt"];

/// A word of a text.
struct Word {
    /// The word as [`fold`] writes it.
    folded: String,
    /// Line of its first letter, from 1.
    line: usize,
    is_capitalized: bool,
    follows_hyphen: bool,
    /// Whether more than spaces, hyphens and the like separates it from the word before.
    follows_break: bool,
}

#[derive(Debug, Default)]
pub(crate) struct NameSearch {
    /// Names as folded words, joined by spaces.
    names: HashSet<String>,
    /// A given name and the last name, between which there may be middle names.
    ends: HashSet<String>,
    /// The first words of both, which rule out nearly every word of a text.
    first_words: HashSet<String>,
}

impl NameSearch {
    /// Adds the name of a place or of a person, found as it is and in the genitive.
    pub(crate) fn add_name(&mut self, name: &str) {
        self.add_words(&folded_words(name));
    }

    /// Adds a person's name, found in all its forms.
    pub(crate) fn add_person(&mut self, name: &str) {
        let words = folded_words(name);
        self.add_words(&words);
        let Some((last, given)) = words.split_last().filter(|(_, given)| !given.is_empty()) else { return };
        let turned: Vec<String> = std::iter::once(last).chain(given).cloned().collect();
        self.add_words(&turned);
        self.add_words(&[last.clone(), given[0].clone()]);
        for words in [&words, &turned] {
            self.add_words(&[words.concat()]);
        }
        for given in given {
            self.add_words(&[given.clone(), last.clone()]);
            self.ends.insert(format!("{given} {last}"));
            self.ends.insert(format!("{given} {last}s"));
            self.first_words.insert(given.clone());
        }
        self.add_words(&[format!("{}{last}", given[0])]);
    }

    /// Adds the people in a text that may say more than a name: *Lena Ek, enhetschef* or *en kollega*.
    ///
    /// A name has at least two words with capitals.
    pub(crate) fn add_people_in(&mut self, text: &str) {
        let mut run: Vec<Word> = Vec::new();
        let mut words = words(text).into_iter().peekable();
        while let Some(word) = words.next() {
            if word.follows_break {
                self.add_run(&mut run);
            }
            let goes_on = words.peek().is_some_and(|next| next.is_capitalized && !next.follows_break);
            let is_part = word.is_capitalized
                || PARTICLES.contains(&word.folded.as_str()) && !run.is_empty() && goes_on;
            match is_part && !AND.contains(&word.folded.as_str()) {
                true => run.push(word),
                false => self.add_run(&mut run),
            }
        }
        self.add_run(&mut run);
    }

    fn add_run(&mut self, run: &mut Vec<Word>) {
        // *HR-Afdelingen* is one.
        let is_name = run.iter().filter(|word| !word.follows_hyphen).count() > 1;
        let words: Vec<String> = run.drain(..).map(|word| word.folded).collect();
        if is_name {
            self.add_person(&words.join(" "));
        }
    }

    fn add_words(&mut self, words: &[String]) {
        let words = &words[..words.len().min(MAX_WORDS)];
        if !words.is_empty() {
            let name = words.join(" ");
            self.first_words.insert(words[0].clone());
            if words.len() == 1 {
                self.first_words.insert(format!("{name}s"));
            }
            self.names.insert(format!("{name}s"));
            self.names.insert(name);
        }
    }

    /// Whether `text` mentions one of the names.
    pub(crate) fn is_in(&self, text: &str) -> bool {
        let words = words(text);
        (0..words.len()).any(|start| self.is_at(&words[start..]))
    }

    /// The line numbers of `text`, from 1, on which a name begins.
    pub(crate) fn lines_in(&self, text: &str) -> Vec<usize> {
        let words = words(text);
        let starts = (0..words.len()).filter(|&start| self.is_at(&words[start..]));
        let mut lines: Vec<usize> = starts.map(|start| words[start].line).collect();
        lines.dedup();
        lines
    }

    /// Whether a name begins with the first of `words`.
    fn is_at(&self, words: &[Word]) -> bool {
        if !words.first().is_some_and(|first| self.first_words.contains(&first.folded)) {
            return false;
        }
        let mut name = String::new();
        for word in words.iter().take(MAX_WORDS) {
            if !name.is_empty() {
                name.push(' ');
            }
            name.push_str(&word.folded);
            if self.names.contains(&name) {
                return true;
            }
        }
        let Some((first, others)) = words.split_first() else { return false };
        let reach = others.iter().take(1 + MAX_MIDDLE_NAMES).take_while(|word| !word.follows_break);
        let reach = &others[..reach.count()];
        (1..reach.len()).any(|last| {
            let (middle, last) = (&reach[..last], &reach[last]);
            let is_middle_name = |word: &Word| {
                word.is_capitalized || !last.is_capitalized || PARTICLES.contains(&word.folded.as_str())
            };
            middle.iter().all(is_middle_name)
                && self.ends.contains(&format!("{} {}", first.folded, last.folded))
        })
    }
}

fn folded_words(text: &str) -> Vec<String> {
    words(text).into_iter().map(|word| word.folded).collect()
}

/// The words of a text.
fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let (mut word, mut between, mut line) = (String::new(), String::new(), 1);
    // A line break at the end finishes the last word.
    for c in text.nfkc().filter(|c| !is_hidden(*c)).chain(['\n']) {
        match c {
            c if c.is_alphanumeric() => word.push(c),
            // A mark that no letter is composed with.
            '\u{300}'..='\u{36f}' => {}
            c => {
                if !word.is_empty() {
                    words.push(Word {
                        folded: fold(&word),
                        line,
                        is_capitalized: word.starts_with(char::is_uppercase),
                        follows_hyphen: between == "-",
                        follows_break: between.contains(is_break),
                    });
                    word.clear();
                    between.clear();
                }
                between.push(c);
                line += usize::from(c == '\n');
            }
        }
    }
    words
}

/// Whether a character separates a name from the next one.
fn is_break(c: char) -> bool {
    "\n,;:/\\|+&=<>[]{}!?•·".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_every_form() {
        let mut search = NameSearch::default();
        search.add_person("Anna Maria Vestergård");
        search.add_person("Elin Skoog");
        search.add_name("Nordskolen");
        for text in [
            "Spørg Anna Maria Vestergård",
            "anna vestergaard ved det",
            "Maria Vestergård",
            "Vestergård, Anna Maria",
            "Vestergård, Anna",
            "Anna Maria Vestergårds skema",
            "A\u{30a}se, Anna Vesterga\u{30a}rd",
            "Kurset holdes på Nordskolen.",
            "NORDSKOLENS kontor",
            // Middle names that the file lacks.
            "Elin Maria Skoog",
            "elin maria skoog",
            "ELIN MARIA SKOOGS",
            "Elin M. Skoog",
            "Elin Maria Kristina von Skoog",
            "Skoog, Elin Maria",
            "Elin “Ella” Skoog",
            // Names of files and addresses.
            "elinskoog.yaml",
            "skoog-elin.yaml",
            "plan_elin_skoog.pdf",
            "elin.skoog@example.se",
            "annavestergård.yaml",
            "annamariavestergaard",
            // Invisible characters.
            "El\u{ad}in Sko\u{200b}og",
            "Elin\u{200b}Skoog",
            "Elin\u{2060} \u{feff}Skoog",
            "Ｅlin Skoog",
        ] {
            assert!(search.is_in(text), "{text}");
        }
        for text in [
            "",
            "Anna",
            "Elin",
            "Skolen mod nord",
            "Vestergård",
            "Skoogen",
            "Elin går til Skoog",
            "Elin Holm, Bo Skoog",
            "Elin Holm\nBo Skoog",
            "elinskoogen",
        ] {
            assert!(!search.is_in(text), "{text}");
        }
        assert!(search.is_in("Nordskolens-agtig mening om A"));
        assert_eq!(search.lines_in("x\nElin\n  Skoog og\nElin Skoog, Elin Skoog\n"), [2, 4]);
    }

    #[test]
    fn people_are_told_from_titles() {
        let mut search = NameSearch::default();
        for text in
            ["Lena Ek, enhetschef", "lærer Bo von Lund og Åse Ærø", "en kollega", "HR-Afdelingen", "Rektor"]
        {
            search.add_people_in(text);
        }
        for text in ["Lena Ek", "Bo Lund", "Bo von Lund", "aase aeroe"] {
            assert!(search.is_in(text), "{text}");
        }
        for text in ["en kollega", "enhetschef", "lærer", "Rektor", "Lund og Åse", "HR-afdelingen"] {
            assert!(!search.is_in(text), "{text}");
        }
    }

    #[test]
    fn long_texts_take_linear_time() {
        let mut search = NameSearch::default();
        search.add_person("Elin Skoog");
        assert!(!search.is_in(&"Elin ".repeat(100_000)));
        assert!(!search.is_in(&"elinskoog".repeat(100_000)));
    }
}
