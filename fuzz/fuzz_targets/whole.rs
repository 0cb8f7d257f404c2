//! Arbitrary text in the fields of a valid department, through to PDF: no text prevents a
//! document.

#![no_main]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;
use spind::run::{BuildRequest, build};
use spind::document::Templates;
use spind::public::Editions;
use spind::language::Tag;
use spind::problem::{Code, Severity};
use spind::typeface::Typeface;
use tempfile::TempDir;

/// The longest text of one field, in characters.
const MOST: usize = 400;

/// Characters that some step treats specially.
const ODD: &str = "\u{0}\u{7}\t\n\r\u{1b}\u{7f}\u{85}\u{a0}\u{ad}\u{300}\u{301}\u{30a}\u{34f}\u{61c}\
    \u{180e}\u{1160}\u{1680}\u{2000}\u{2009}\u{200b}\u{200c}\u{200d}\u{200e}\u{200f}\u{2010}\u{2011}\
    \u{2014}\u{2028}\u{2029}\u{202a}\u{202c}\u{202e}\u{202f}\u{2060}\u{2061}\u{2066}\u{2069}\u{206a}\
    \u{20e3}\u{212b}\u{3000}\u{3164}\u{e000}\u{f0b7}\u{fb01}\u{fdd0}\u{fe0f}\u{feff}\u{fff9}\u{fffc}\
    \u{fffd}\u{fffe}\u{ffff}\u{10ffff}\u{e0001}\u{e0100}\u{1d173}\u{1f1e9}\u{1f600}אבעשßŁſİıŐẞǅΩЖ李ก\
    \"'\\#$*_`<>@[]{}()=-+/~&%|:;,.!?0123456789 aAæøåÆØÅ";

#[derive(Arbitrary, Debug)]
enum Piece {
    Any(char),
    Odd(u8),
    Plain(u8),
    Many(u8, u8),
    Run(String),
}

#[derive(Arbitrary, Debug)]
struct Text(Vec<Piece>);

#[derive(Arbitrary, Debug)]
struct Area {
    name: Text,
    short: Option<Text>,
    description: Option<Text>,
    remark: Option<Text>,
    levels: (u8, u8),
}

#[derive(Arbitrary, Debug)]
struct Line {
    goal: Option<Text>,
    activity: Option<Text>,
    stand_in: Option<Text>,
    responsible: Option<Text>,
    mentor: Option<Text>,
}

#[derive(Arbitrary, Debug)]
struct Input {
    name: Text,
    position: Option<Text>,
    leader: Option<Text>,
    course: Text,
    areas: [Area; 3],
    more_areas: Vec<Area>,
    plan: Vec<Line>,
}

impl Text {
    fn text(&self) -> String {
        let odd: Vec<char> = ODD.chars().collect();
        let mut text = String::new();
        for piece in &self.0 {
            match piece {
                Piece::Any(c) => text.push(*c),
                Piece::Odd(i) => text.push(odd[usize::from(*i) % odd.len()]),
                Piece::Plain(i) => text.push(char::from(b' ' + i % 95)),
                Piece::Many(i, count) => {
                    text.extend(std::iter::repeat_n(odd[usize::from(*i) % odd.len()], usize::from(*count)));
                }
                Piece::Run(run) => text.push_str(run),
            }
        }
        text.chars().take(MOST).collect()
    }

    /// The text as a YAML scalar that always parses and is never blank.
    fn quoted(&self) -> String {
        let mut text = self.text();
        let seen = |c: char| {
            !c.is_control() && !c.is_whitespace() && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}')
        };
        if !text.chars().any(seen) {
            text.push('x');
        }
        let mut quoted = String::from("\"");
        for c in text.chars() {
            match c {
                'a'..='z' | 'A'..='Z' | '0'..='9' | ' ' => quoted.push(c),
                c => write!(quoted, "\\U{:08X}", u32::from(c)).expect("a string takes all"),
            }
        }
        quoted.push('"');
        quoted
    }
}

/// `key: text` at `indent`, if there is a text.
fn field(yaml: &mut String, indent: usize, key: &str, text: Option<&Text>) {
    if let Some(text) = text {
        writeln!(yaml, "{:indent$}{key}: {}", "", text.quoted()).expect("a string takes all");
    }
}

impl Input {
    fn areas(&self) -> impl Iterator<Item = (usize, &Area)> {
        self.areas.iter().chain(&self.more_areas).take(12).enumerate()
    }

    fn role_model(&self) -> String {
        let mut yaml = "navn: Rollemodel\nskala:\n".to_owned();
        for level in 0..=5 {
            writeln!(yaml, "  - {{niveau: {level}, navn: Trin {level}}}").expect("a string takes all");
        }
        yaml += "områder:\n";
        for (i, area) in self.areas() {
            writeln!(yaml, "  a{i}:\n    forventet: 3").expect("a string takes all");
            field(&mut yaml, 4, "navn", Some(&area.name));
            field(&mut yaml, 4, "kort_navn", area.short.as_ref());
            field(&mut yaml, 4, "beskrivelse", area.description.as_ref());
        }
        yaml
    }

    fn catalogue(&self) -> String {
        let title = self.course.quoted();
        format!("kurser:\n  - nummer: k1\n    titel: {title}\n    form: intern\n    områder: [a0, a1]\n")
    }

    fn profile(&self) -> String {
        let mut yaml = "skole: Nordskolen\nmus: 2. december 2026\n".to_owned();
        field(&mut yaml, 0, "navn", Some(&self.name));
        field(&mut yaml, 0, "stilling", self.position.as_ref());
        field(&mut yaml, 0, "leder", self.leader.as_ref());
        yaml += "profil:\n";
        for (i, area) in self.areas() {
            let (current, wanted) = (area.levels.0 % 6, area.levels.1 % 6);
            writeln!(yaml, "  a{i}:\n    nu: {current}\n    ønsket: {wanted}").expect("a string takes all");
            field(&mut yaml, 4, "bemærkning", area.remark.as_ref());
        }
        yaml += "plan:\n  - kursus: k1\n    område: a0\n";
        for line in self.plan.iter().take(6) {
            yaml += "  - område: a1\n    frist: 2027-05-01\n";
            field(&mut yaml, 4, "mål", line.goal.as_ref());
            // At most one of the two.
            match &line.activity {
                Some(activity) => field(&mut yaml, 4, "aktivitet", Some(activity)),
                None => field(&mut yaml, 4, "hos", line.mentor.as_ref()),
            }
            field(&mut yaml, 4, "afløser", line.stand_in.as_ref());
            field(&mut yaml, 4, "ansvarlig", line.responsible.as_ref());
        }
        yaml += "samtykke: {hæfte: ja, oplærer: ja}\n";
        yaml
    }

    fn write(&self, folder: &Path) {
        let write =
            |name: &str, text: &str| fs::write(folder.join(name), text).expect("a file can be written");
        write("rollemodel.yaml", &self.role_model());
        write("kurser.yaml", &self.catalogue());
        write("nordskolen/anna.yaml", &self.profile());
    }
}

static TEMPLATES: LazyLock<Templates> = LazyLock::new(|| Templates::embedded(&Typeface::embedded()));
static FOLDER: LazyLock<TempDir> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a folder can be made");
    fs::create_dir(folder.path().join("nordskolen")).expect("a folder can be made");
    let settings = "navn: Skoleafdelingen\nskoler:\n  - {navn: Nordskolen}\n";
    fs::write(folder.path().join("afdeling.yaml"), settings).expect("a file can be written");
    folder
});
static OUT: LazyLock<TempDir> = LazyLock::new(|| tempfile::tempdir().expect("a folder can be made"));

fuzz_target!(|input: Input| {
    input.write(FOLDER.path());
    let request = BuildRequest {
        edition: Editions::All,
        language: Some(Tag::Da),
        charts: true,
        preparations: true,
        follow_ups: true,
        blank: true,
        ..BuildRequest::new(FOLDER.path(), OUT.path(), "2027-01-15".parse().expect("a date"), &TEMPLATES)
    };
    let outcome = build(&request, &|_, _| ()).expect("the folders are there");
    // Bounds the cache: a real build handles fewer departments a process.
    comemo::evict(5);
    let parses = outcome.problems.iter().all(|problem| problem.code != Code::NotYaml);
    assert!(parses, "{:#?}", outcome.problems);
    let errors: Vec<_> = outcome.problems.iter().filter(|p| p.severity == Severity::Error).collect();
    match &outcome.built {
        Some(built) => {
            assert!(built.failures.is_empty(), "{:#?}", built.failures);
            // Documents that are already current are not written again.
            let current = built.documents + built.up_to_date;
            assert!(!errors.is_empty() || current == 6, "{built:#?}");
        }
        None => assert!(!errors.is_empty(), "nothing built, and nobody knows why"),
    }
});
