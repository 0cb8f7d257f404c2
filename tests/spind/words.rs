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
use std::sync::LazyLock;

use regex::Regex;
use spind::agreement::Signer;
use spind::department::Answer;
use spind::export::Edition;
use spind::fields::{self, Form};
use spind::language::{Language, Tag, output_names, shared_files};
use spind::problem::Code;
use spind::public::Editions;
use spind::schema::SchemaKind;
use spind::source::spelling::{Word, between_levels, fold};
use strum::VariantArray;
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

/// The lines of the messages in `language`, each with the name of its file.
fn lines_of(language: Tag) -> Vec<(String, String)> {
    let folder = project().join("words").join(language.name());
    let files = WalkDir::new(&folder).into_iter().map(|entry| entry.expect("the words can be listed"));
    let files = files.filter(|entry| entry.file_type().is_file());
    files
        .flat_map(|file| {
            let name = file.file_name().to_string_lossy().into_owned();
            let text = fs::read_to_string(file.path()).expect("the words are UTF-8");
            let lines = text.lines().filter(|line| !line.starts_with('#')).map(str::to_owned);
            lines.map(|line| (name.clone(), line)).collect::<Vec<_>>()
        })
        .collect()
}

fn pattern(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a pattern")
}

/// A word with a colon behind it or quotation marks around it.
static KEY: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?:^|[\s(„“”«{`])([\p{L}_]+)(?::|[»”`])"));
/// A key and a word behind it.
static VALUE: LazyLock<Regex> = LazyLock::new(|| pattern(r"([\p{L}_]+): ([\p{L}_]+)"));
/// Two levels and what is between them.
static LEVELS: LazyLock<Regex> = LazyLock::new(|| pattern(r"\d (till?|to) \d"));
/// An option or command with a fixed word behind it.
static OPTION: LazyLock<Regex> = LazyLock::new(|| pattern(r"(--as|--edition|spind schema) ([\p{L}-]+)"));
/// The name of a file, or of a folder in a path.
static FILE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"-?[\p{L}-]+\.(?:yaml|pdf|xlsx|txt)|(?:-o |/|\()-?[\p{L}-]+"));

/// What is typed in files, on the command line or as a file's name, and is not what `language` has
/// for it.
fn typed_in_another_language(line: &str, language: Tag) -> Vec<String> {
    let tables = || fields::FILES.iter().flat_map(|file| file.with_subtables());
    let all_fields = || tables().flat_map(|table| table.fields.iter().copied());
    let is_own_key = |word: &str| all_fields().any(|field| fold(field.key_in(language)) == fold(word));
    let is_key = |word: &str| all_fields().any(|field| field.is(word));
    let mut wrong = Vec::new();
    for found in KEY.captures_iter(line) {
        if is_key(&found[1]) && !is_own_key(&found[1]) {
            wrong.push(found[1].to_owned());
        }
    }
    // Fixed words behind a key, and levels.
    for found in VALUE.captures_iter(line) {
        let is_yes_or_no = all_fields().any(|field| field.is(&found[1]) && matches!(field.form, Form::YesNo));
        let answer = Answer::from_word(&found[2]);
        if is_yes_or_no && answer.is_some_and(|answer| fold(answer.written(language)) != fold(&found[2])) {
            wrong.push(found[0].to_owned());
        }
    }
    wrong.extend(
        LEVELS
            .captures_iter(line)
            .filter(|found| found[1] != *between_levels(language))
            .map(|f| f[0].to_owned()),
    );
    // Values of options.
    for found in OPTION.captures_iter(line) {
        let words: Vec<&str> = match &found[1] {
            "--as" => Signer::words(language),
            "--edition" => Editions::words(language).into_iter().chain(Edition::words(language)).collect(),
            _ => SchemaKind::words(language),
        };
        if !words.contains(&&found[2]) {
            wrong.push(found[0].to_owned());
        }
    }
    // Names of files and folders.
    let names = [
        shared_files::SETTINGS,
        shared_files::ROLE_MODEL,
        shared_files::CATALOGUE,
        output_names::PLANS,
        output_names::CORRECTIONS,
        output_names::BOOKLET,
        output_names::PUBLIC_BOOKLET,
        output_names::STRATEGIC_PLAN,
        output_names::BLANK_FORM,
        output_names::PREPARATION,
        output_names::FOLLOW_UP,
        output_names::KEPT,
        output_names::EXPORT,
        output_names::WORKBOOK_TEMPLATE,
    ];
    let own: Vec<&str> = names.iter().map(|name| name[language as usize]).collect();
    for found in FILE.find_iter(line) {
        let bare = found.as_str().trim_start_matches("-o ").trim_start_matches(['/', '(', '-']);
        let stem = bare.split('.').next().unwrap_or_default();
        if names.iter().flatten().any(|name| *name == stem) && !own.contains(&stem) {
            wrong.push(found.as_str().to_owned());
        }
    }
    wrong
}

#[test]
fn messages_name_what_their_language_types() {
    let mut wrong = Vec::new();
    for &language in &Tag::VARIANTS[1..] {
        for (file, line) in lines_of(language) {
            let found = typed_in_another_language(&line, language);
            if !found.is_empty() {
                wrong.push(format!("{}/{file}: {found:?} in {line}", language.name()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_another_language_types_is_found() {
    for (line, language) in [
        ("Write a line with “mål”.", Tag::En),
        ("Skriv «nu:» og et tall.", Tag::Nb),
        ("for example 3 til 4.", Tag::En),
        ("till exempel 3 til 4.", Tag::Sv),
        ("Kurset finnes ikke i kurser.yaml.", Tag::Nb),
        ("(-gemt)", Tag::Sv),
        ("samtykke: {hæfte: ja}", Tag::Nb),
        ("spind sign \"X\" --as medarbejder", Tag::Nb),
        ("spind build -o planer --edition alle", Tag::En),
        ("out/kompetencer.xlsx", Tag::Nb),
        ("{name: North School, leader: Per Holm}", Tag::En),
    ] {
        assert!(!typed_in_another_language(line, language).is_empty(), "{line}");
    }
    for (line, language) in [
        ("Write a line with “goal”, for example 3 to 4.", Tag::En),
        ("Skriv «nå:» og et tall, for eksempel 3 til 4, i kurs.yaml.", Tag::Nb),
        ("spind sign \"X\" --as chef", Tag::Sv),
    ] {
        assert_eq!(typed_in_another_language(line, language), Vec::<String>::new(), "{line}");
    }
}
