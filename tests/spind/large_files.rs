//! Large files, each with one mistake as often as it fits.
//!
//! Reading takes at most n log n steps. The tests don't measure time, but with more steps they would not end.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

use spind::department;
use spind::problem::Problems;

use crate::program::{said, spind};

/// The size of a file in bytes; the largest that is read has twenty times as many.
const LARGE: usize = 50_000;

const HEAD: &str = "navn: Anne Prøve\nskole: Skole 1\n";

/// A department of so many schools, areas and courses, of which the first has so many sessions.
fn write(folder: &Path, schools: usize, areas: usize, courses: usize, sessions: usize) -> io::Result<()> {
    let mut settings = "navn: Afdelingen\nsprog: da\nskoler:\n".to_owned();
    for i in 1..=schools {
        let _ = writeln!(settings, "- navn: Skole {i}");
    }
    let mut model = "navn: M\nskala: [{niveau: 0, navn: a}, {niveau: 1, navn: b}]\nområder:\n".to_owned();
    for i in 1..=areas {
        let _ = writeln!(model, "  o{i}: {{navn: O{i}}}");
    }
    let mut catalogue = "kurser:\n".to_owned();
    for i in 1..=courses {
        let _ = write!(catalogue, "- {{nummer: {i}, titel: T, form: amu, områder: o1");
        if i == 1 {
            let each =
                (0..sessions).map(|i| format!("{{start: 2027-{:02}-{:02}}}", 1 + i / 28 % 12, 1 + i % 28));
            let _ = write!(catalogue, ", hold: [{}]", each.collect::<Vec<_>>().join(", "));
        }
        catalogue += "}\n";
    }
    let files = [("afdeling.yaml", settings), ("rollemodel.yaml", model), ("kurser.yaml", catalogue)];
    files.iter().try_for_each(|(name, text)| fs::write(folder.join(name), text))
}

/// `piece` as often as it fits between `head` and `end`.
fn often(head: &str, piece: &str, end: &str) -> String {
    let times = (LARGE - head.len() - end.len()) / piece.len();
    format!("{head}{}{end}", piece.repeat(times))
}

fn numbered(head: &str, end: &str, piece: impl Fn(usize) -> String) -> String {
    let mut text = head.to_owned();
    for i in 10_000.. {
        let piece = piece(i);
        if text.len() + piece.len() + end.len() > LARGE {
            break;
        }
        text += &piece;
    }
    text + end
}

/// Profiles, named after their content.
fn profiles() -> Vec<(&'static str, String)> {
    let text = |start: &str| format!("{HEAD}{start}");
    vec![
        ("cpr-in-one-line", often(&text("mål: "), "0101701234 ", "")),
        ("cpr-in-lines", often(&text("plan:\n"), "- 0101701234\n", "")),
        ("remarks-in-braces", often(&text("profil: {o1: {"), "bemærkning: a, ", "}}")),
        ("comments", often(HEAD, "# x\n", "")),
        ("hash-in-text", often(&text("profil:\n"), "  a: b #c\n", "")),
        ("brackets", often(HEAD, "[", "")),
        ("braces", often(&text("x: "), "{", "")),
        ("dashes", often("", "- ", "")),
        ("questions", often("", "? ", "")),
        ("one-quote", often(&text("mål: \""), "a\\n", "")),
        ("one-text", often(&text("mål: a\n"), "  b\n", "")),
        ("unknown-keys", numbered(HEAD, "", |i| format!("k{i}: 1\n"))),
        ("equal-keys", often(HEAD, "mus: 1\n", "")),
        ("equal-keys-in-braces", often(&text("profil: {"), "o1: 1, ", "}")),
        ("keys-without-value", numbered(&text("profil: {o2: 1, "), "}", |i| format!("k{i}, "))),
        ("long-key", format!("{HEAD}{}: 1\n", "a".repeat(LARGE))),
        ("long-areas", numbered(&text("profil:\n"), "", |i| format!("  {}{i}: 1\n", "omsorg".repeat(20)))),
        ("unknown-areas", numbered(&text("profil:\n"), "", |i| format!("  o{i}: 1\n"))),
        ("unknown-school", often("navn: A\nskole: ", "Skole ", "")),
        ("unknown-roles", numbered(&text("roller: ["), "]\n", |i| format!("r{i}, "))),
        ("unknown-levels", numbered(&text("sidste_år:\n"), "", |i| format!("  o{i}: 7\n"))),
        ("finished", numbered(&text("gennemførte_kurser: ["), "]\n", |i| format!("{i}, "))),
        ("teaches", often(&text("samtykke: {oplærer: ["), "o1, ", "]}\n")),
        ("glued", numbered(&text("roller: ["), "]\n", |i| format!("nu:{i}, "))),
        ("glued-lines", numbered(HEAD, "", |i| format!("nu:{i}\n"))),
        ("two-colons", often(HEAD, "a: b: c\n", "")),
        ("tabs", often(HEAD, "\t", "")),
        ("line-ends", often(HEAD, "\r\n\r", "")),
        ("marks", often("", "\u{feff}", HEAD)),
        ("combining", often("skole: Skole 1\nnavn: a", "\u{301}", "")),
        ("long-name", often("skole: Skole 1\nnavn: ", "Anne ", "")),
        ("anchors", numbered(HEAD, "", |i| format!("a{i}: &a{i} {{}}\n"))),
    ]
}

#[test]
fn problems_in_large_files_are_reported() -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    write(folder.path(), 3, 5, 60, 0)?;
    let profiles = profiles();
    for (name, text) in &profiles {
        fs::write(folder.path().join(format!("{name}.yaml")), text)?;
    }
    let output = spind(["check".as_ref(), folder.path().as_os_str()]);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output).chars().take(2_000).collect::<String>());
    let said = said(&output);
    for (name, _) in profiles
        .iter()
        .filter(|(name, _)| !["comments", "long-name", "teaches", "one-text", "one-quote"].contains(name))
    {
        assert!(said.contains(&format!("{name}.yaml")), "{name}");
    }
    // A hundred problems of a file, each with no more than some lines.
    assert!(said.len() < 8_000_000, "{}", said.len());
    Ok(())
}

#[test]
fn a_department_may_have_many_schools_courses_and_sessions() -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    write(folder.path(), 1_000, 24, 15_000, 3_000)?;
    fs::write(folder.path().join("anne.yaml"), format!("{HEAD}profil: {{o1: 0 til 1}}\n"))?;
    let output = spind(["check".as_ref(), folder.path().as_os_str()]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    Ok(())
}

#[test]
fn a_role_model_of_a_thousand_areas_is_none() -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    write(folder.path(), 3, 15_000, 3_000, 0)?;
    fs::write(folder.path().join("anne.yaml"), format!("{HEAD}profil: {{o1: 0 til 1}}\n"))?;
    let output = spind(["check".as_ref(), folder.path().as_os_str()]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(said(&output).contains("15000"), "{}", said(&output));
    Ok(())
}

/// What suggestions cost for a profile with so many unknown courses, in a catalogue of so many.
fn cost(unknown: usize, courses: usize) -> io::Result<usize> {
    let folder = tempfile::tempdir()?;
    write(folder.path(), 3, 5, courses, 0)?;
    let numbers: Vec<String> = (0..unknown).map(|i| format!("x{i}")).collect();
    let profile = format!("{HEAD}profil: {{o1: 1}}\ngennemførte_kurser: [{}]\n", numbers.join(", "));
    fs::write(folder.path().join("anne.yaml"), profile)?;
    let reading = department::read(folder.path(), None, &mut Problems::default())?;
    Ok(reading.profiles.iter().map(|file| file.suggestion_cost()).sum())
}

#[test]
fn suggestions_cost_no_more_for_a_file_than_is_set_aside() -> io::Result<()> {
    let (one, two) = (cost(100, 100)?, cost(200, 100)?);
    assert!(one > 100 * 100 && two <= 5 * one / 2, "{one} {two}");
    assert_eq!(cost(20_000, 2_000)?, cost(10_000, 2_000)?);
    Ok(())
}
