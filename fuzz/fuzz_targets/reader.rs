//! Arbitrary bytes as one file of a valid department: every problem renders, has its place
//! inside its file, and emits no terminal control characters.
//!
//! The first byte selects the file, and the rest is its contents.

#![no_main]

use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use libfuzzer_sys::{Corpus, fuzz_target};
use spind::run::check;
use spind::language::{Language, Tag};
use spind::problem::render::{Style, terminal, words};
use spind::problem::{Problem, correction};
use spind::typeface::Typeface;
use tempfile::TempDir;

/// A valid department.
const BASE: [(&str, &str); 5] = [
    ("afdeling.yaml", include_str!("../../tests/broken/base/afdeling.yaml")),
    ("rollemodel.yaml", include_str!("../../tests/broken/base/rollemodel.yaml")),
    ("kurser.yaml", include_str!("../../tests/broken/base/kurser.yaml")),
    ("nordskolen/bente.yaml", include_str!("../../tests/broken/base/nordskolen/bente.yaml")),
    ("sydskolen/carl.yaml", include_str!("../../tests/broken/base/sydskolen/carl.yaml")),
];

/// The files that the first byte selects; `seed.sh` uses the same order.
const FILES: [&str; 5] = [
    "nordskolen/anna.yaml",
    "rollemodel.yaml",
    "kurser.yaml",
    "afdeling.yaml",
    "nordskolen/bente.leder.yaml",
];

static FOLDER: LazyLock<TempDir> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a folder can be made");
    for (name, text) in BASE {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder can be made");
        fs::write(path, text).expect("a file can be written");
    }
    folder
});
static TYPEFACE: LazyLock<Typeface> = LazyLock::new(Typeface::embedded);

thread_local! {
    static DANISH: Language = Language::new(Tag::Da);
}

/// An overwritten file, restored on drop.
struct Overwritten {
    path: PathBuf,
    before: Option<&'static str>,
}

impl Overwritten {
    fn with(name: &str, bytes: &[u8]) -> Self {
        let path = FOLDER.path().join(name);
        fs::write(&path, bytes).expect("a file can be written");
        let before = BASE.iter().find(|(base, _)| *base == name).map(|(_, text)| *text);
        Self { path, before }
    }
}

impl Drop for Overwritten {
    fn drop(&mut self) {
        match self.before {
            Some(text) => fs::write(&self.path, text),
            None => fs::remove_file(&self.path),
        }
        .expect("the folder is as before");
    }
}

fn place_is_inside(problem: &Problem) {
    let place = &problem.place;
    let Some(bytes) = &place.bytes else {
        assert_eq!(place.line_and_column(), None);
        return;
    };
    let text = &place.file.text;
    assert!(bytes.start <= bytes.end, "{bytes:?} runs backwards: {problem:?}");
    assert!(bytes.end <= text.len(), "{bytes:?} ends outside of {}: {problem:?}", text.len());
    assert!(text.get(bytes.clone()).is_some(), "{bytes:?} cuts a character: {problem:?}");
    let (line, column) = place.line_and_column().expect("a place has a line and a column");
    let line_text = text.split('\n').nth(line - 1).expect("the line is in the file");
    assert!(column <= line_text.chars().count() + 1, "column {column} of {line_text:?}: {problem:?}");
    if let Some((bytes, _)) = &problem.fix {
        assert!(text.get(bytes.clone()).is_some(), "{bytes:?} is no place to fix: {problem:?}");
    }
}

fn assert_harmless(text: &str, allowed: &[char], problem: &Problem) {
    let steers = |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let found = text.chars().find(|c| steers(*c) && !allowed.contains(c));
    assert_eq!(found, None, "in {text:?} of {problem:?}");
}

fuzz_target!(|data: &[u8]| -> Corpus {
    let Some((first, bytes)) = data.split_first() else { return Corpus::Reject };
    let name = FILES[usize::from(*first) % FILES.len()];
    let _overwritten = Overwritten::with(name, bytes);
    let checked = check(FOLDER.path(), None, Some(Tag::Da), None, &TYPEFACE).expect("the folder can be listed");
    DANISH.with(|danish| {
        for problem in checked.problems.iter() {
            place_is_inside(problem);
            let words = words(problem, danish);
            for text in [&words.level, &words.message, &words.hint, &words.hint_with_line(danish)] {
                assert_harmless(text, &[], problem);
            }
            assert_harmless(words.corrected.as_deref().unwrap_or_default(), &[], problem);
            assert_harmless(&terminal(problem, danish, Style::PLAIN), &['\n'], problem);
            let file = String::from_utf8(correction::file(&[problem], danish, true)).expect("UTF-8");
            assert_harmless(&file, &['\r', '\n'], problem);
        }
    });
    Corpus::Keep
});
