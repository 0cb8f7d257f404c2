//! The words in `words/`: each of them is used, and each that the code asks for exists.
//!
//! The key of a word that the code names is a whole string literal. Keys of three kinds are
//! computed from something else, which is looked for instead:
//!
//! - `problem-CODE`: the variant of `problem::Code`;
//! - `label-NAME`: `"NAME"` in a Typst template, which has the labels without their prefix;
//! - `help-NAME`: a command or an argument, which a test beside `src/cli/args.rs` compares.

use std::fs;
use std::path::Path;

use regex::Regex;
use spind::language::{Language, Tag};
use spind::problem::Code;
use walkdir::WalkDir;

use crate::program::project;

/// The functions of the templates that take the name of a label.
const LABEL_FUNCTIONS: [&str; 5] = ["word(", "labels.at(", "note(", "chapter(", "snippet("];

/// The sources that ask for words.
struct Sources {
    /// Rust, without tests and comments, and the pages of `serve`.
    code: String,
    /// The Typst templates, without comments.
    typst: String,
}

impl Sources {
    fn read() -> Self {
        let mut sources = Self { code: String::new(), typst: String::new() };
        for folder in ["src", "templates"] {
            for entry in WalkDir::new(project().join(folder)) {
                let path = entry.expect("the project can be listed").into_path();
                let extension = path.extension().and_then(|extension| extension.to_str());
                match extension {
                    Some("rs") if !path.ends_with("tests.rs") => sources.code += &without_tests(&path),
                    Some("html" | "js") => sources.code += &text(&path),
                    Some("typ") => sources.typst += &text(&path),
                    _ => {}
                }
            }
        }
        sources
    }

    fn asks_for(&self, key: &str) -> bool {
        let is_named = self.code.contains(&format!("\"{key}\""));
        let is_computed = || match key.split_once('-') {
            Some(("problem", code)) => self.raises(code),
            Some(("label", name)) => self.labels_with(name),
            // Compared beside `src/cli/args.rs`.
            Some(("help", _)) => true,
            _ => false,
        };
        is_named || is_computed()
    }

    /// Whether the code raises the problem; its names elsewhere are in other cases of letters.
    fn raises(&self, code: &str) -> bool {
        let code = Code::from_name(code).map(|code| format!("{code:?}"));
        code.is_some_and(|code| {
            Regex::new(&format!(r"\bCode::{code}\b")).expect("a pattern").is_match(&self.code)
        })
    }

    fn labels_with(&self, name: &str) -> bool {
        let literal = format!("\"{name}\"");
        let mut lines = self.typst.lines().filter(|line| line.contains(&literal));
        lines.any(|line| LABEL_FUNCTIONS.iter().any(|function| line.contains(function)))
    }
}

/// A file without the lines that are comments.
fn text(path: &Path) -> String {
    let text = fs::read_to_string(path).expect("the project's sources are UTF-8");
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

fn without_tests(path: &Path) -> String {
    let text = text(path);
    let end = text.find("#[cfg(test)]\nmod tests {").unwrap_or(text.len());
    text[..end].to_owned()
}

#[test]
fn every_word_is_used() {
    let sources = Sources::read();
    let keys = Language::of(Tag::Da).keys();
    let unused: Vec<&String> = keys.iter().filter(|key| !sources.asks_for(key)).collect();
    assert!(unused.is_empty(), "remove these from all languages, or name them in full: {unused:#?}");
    assert!(keys.len() > 1_000, "{}", keys.len());
}

#[test]
fn every_word_that_is_asked_for_exists() {
    let sources = Sources::read();
    let keys = Language::of(Tag::Da).keys();
    let mut asked: Vec<String> = Vec::new();
    for (pattern, text, prefix) in [
        (r#"\b(?:say|say_attribute|say_unfilled|attribute|hint)\(\s*"([^"]+)""#, &sources.code, ""),
        (r#"\b(?:word|labels\.at)\(\s*"([^"]+)""#, &sources.typst, "label-"),
    ] {
        let pattern = Regex::new(pattern).expect("a pattern");
        asked.extend(pattern.captures_iter(text).map(|found| format!("{prefix}{}", &found[1])));
    }
    let missing: Vec<&String> = asked.iter().filter(|key| !keys.contains(key)).collect();
    assert!(missing.is_empty(), "{missing:#?}");
    assert!(asked.len() > 400, "{}", asked.len());
}

#[test]
fn a_word_that_nothing_asks_for_is_found() {
    let sources = Sources {
        code: "language.say(\"page-title\", &[]); Code::UnknownArea".to_owned(),
        typst: "#word(\"wheel\")\n#let page = \"year\"\n".to_owned(),
    };
    for used in ["page-title", "label-wheel", "problem-unknown-area"] {
        assert!(sources.asks_for(used), "{used}");
    }
    for unused in ["page", "title", "label-year", "label-page", "problem-unknown-key", "problem-none"] {
        assert!(!sources.asks_for(unused), "{unused}");
    }
}
