//! What people type, laid into a copy of the sample: what is taken, and what is reported so
//! that following the advice gives a sound file.

use std::fs;
use std::io;
use std::path::Path;

use spind::language::Tag;
use spind::problem::render::words;
use spind::problem::{Problem, Severity};
use spind::run::{Checked, check};
use spind::typeface::Typeface;

use crate::cases;
use crate::program::{TODAY, copy, project, said, spind};

/// Where a file is laid.
const PLACE: &str = "klithedeskolen/hanne-birkelund.yaml";

/// The sample's own files, with the profiles of `school` or without any.
fn department(school: Option<&str>) -> io::Result<tempfile::TempDir> {
    let folder = tempfile::tempdir()?;
    let sample = project().join("profiles");
    for name in ["afdeling.yaml", "rollemodel.yaml", "kurser.yaml"] {
        fs::copy(sample.join(name), folder.path().join(name))?;
    }
    fs::create_dir_all(folder.path().join(PLACE).parent().expect("a folder"))?;
    if let Some(school) = school {
        copy(&sample.join(school), &folder.path().join(school))?;
    }
    Ok(folder)
}

fn checked(folder: &Path, typeface: &Typeface) -> Checked {
    check(folder, None, Some(Tag::Da), Some(TODAY), typeface).expect("a folder")
}

/// The problems of the file at [`PLACE`].
fn own(checked: &Checked) -> Vec<&Problem> {
    checked.problems.iter().filter(|problem| problem.place.file.name == PLACE).collect()
}

fn line(problem: &Problem, checked: &Checked) -> String {
    let (line, column) = problem.place.line_and_column().unwrap_or_default();
    let words = words(problem, checked.language);
    let severity: &str = problem.severity.into();
    format!("{}\t{line}\t{column}\t{severity}\t{} {}", problem.code.name(), words.message, {
        words.hint_with_line(checked.language).replace('\n', "⏎")
    })
}

#[test]
fn what_people_type_is_taken_or_told() -> io::Result<()> {
    let folder = department(Some("klithedeskolen"))?;
    let typeface = Typeface::embedded();
    let table = fs::read_to_string(project().join("tests/typed/expected.tsv"))?;
    let mut faults = Vec::new();
    let mut names: Vec<&str> = table.lines().filter_map(|row| row.split('\t').next()).collect();
    names.dedup();
    assert!(names.len() >= 24, "{names:?}");
    for name in names {
        fs::copy(project().join("tests/typed").join(name), folder.path().join(PLACE))?;
        let checked = checked(folder.path(), &typeface);
        let mut seen: Vec<String> = own(&checked).iter().map(|problem| line(problem, &checked)).collect();
        let rows = table.lines().filter_map(|row| row.split_once('\t')).filter(|(file, _)| *file == name);
        for (_, row) in rows.filter(|(_, row)| *row != "sound") {
            let (place, fragment) = row.rsplit_once('\t').expect("code, line, column, severity, fragment");
            let is_it = |seen: &String| seen.starts_with(&format!("{place}\t")) && seen.contains(fragment);
            match seen.iter().position(is_it) {
                Some(at) => {
                    seen.remove(at);
                }
                None => faults.push(format!("{name}: not told: {row}")),
            }
        }
        faults.extend(seen.iter().map(|seen| format!("{name}: told too much: {seen}")));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    Ok(())
}

/// A slip in the line of an area, `  KEY: 3`, and whether it is no mistake at all.
type Slip = (&'static str, fn(&str) -> String, bool);

fn key(line: &str) -> &str {
    line.trim().split(':').next().unwrap_or_default()
}

/// The usual slips.
const SLIPS: &[Slip] = &[
    ("no space", |line| line.replace(": ", ":"), false),
    ("no colon", |line| line.replace(": ", " "), false),
    ("equals sign", |line| line.replace(": ", " = "), false),
    ("semicolon", |line| line.replace(": ", "; "), false),
    ("dash for colon", |line| line.replace(": ", " - "), false),
    ("tab", |line| line.replacen("  ", "\t", 1), false),
    ("no indentation", |line| line.trim_start().to_owned(), false),
    ("one space too many", |line| format!(" {line}"), false),
    ("no-break space", |line| line.replace(": ", ":\u{a0}"), false),
    ("hyphen", |line| line.replace(": 3", ": 3-4"), false),
    ("number and remark", |line| format!("{line}\n    bemærkning: Mere ro"), false),
    ("number and long form", |line| format!("{line}\n    nu: 3\n    ønsket: 4"), false),
    ("two fields", |line| format!("{line} {}x: 3", key(line)).replace("x: 3", ": 3"), false),
    ("misspelt", |line| line.replacen(key(line), &format!("{}x", key(line)), 1), false),
    ("unclosed quote", |line| line.replace(": 3", ": \"3"), false),
    ("curly quotes", |line| line.replace(": 3", ": ”3 til 4”"), true),
    ("full stop", |line| format!("{line}."), true),
    ("name", |line| line.replace(": 3", ": 3 (kan selv)"), true),
    ("from", |line| line.replace(": 3", ": fra 3 til 4"), true),
    ("words", |line| line.replace(": 3", ": Kan med hjælp"), true),
    ("question mark", |line| line.replace(": 3", ": ?"), true),
    ("dash", |line| line.replace(": 3", ": -"), true),
    ("not known", |line| line.replace(": 3", ": ved ikke"), true),
    ("not relevant", |line| line.replace(": 3", ": ikke relevant"), true),
];

/// A file as `new` writes it.
fn template() -> io::Result<String> {
    let folder = department(None)?;
    let output = spind([
        "new".as_ref(),
        "Hanne Birkelund".as_ref(),
        "--skole".as_ref(),
        "Klithedeskolen".as_ref(),
        "--folder".as_ref(),
        folder.path().as_os_str(),
    ]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    fs::read_to_string(folder.path().join(PLACE))
}

/// Sound profiles with one line per area, by their origin: the template, the sample, or by hand.
fn sound_files(areas: &[String]) -> io::Result<Vec<(&'static str, String)>> {
    let template = template()?;
    let filled = areas.iter().fold(template, |text, area| {
        let with_blank = format!("\n  {area}: \n");
        let bare = format!("\n  {area}:\n");
        text.replacen(&with_blank, &format!("\n  {area}: 3\n"), 1).replacen(
            &bare,
            &format!("\n  {area}: 3\n"),
            1,
        )
    });
    let levels: String = areas.iter().map(|area| format!("  {area}: 3\n")).collect();
    let hand_made = format!("navn: Hanne Birkelund\nskole: Klithedeskolen\nprofil:\n{levels}");
    let like_the_sample = format!(
        "# Min profil.\nnavn: Hanne Birkelund\nskole: Klithedeskolen\nstilling: Skolesekretær\nroller: [front]\n\n\
         profil:\n{levels}\nsidste_år:\n  dansk: 4\n\nplan:\n  - mål: Får overblik\n    frist: 2027-04-16\n\
         \nsamtykke:\n  hæfte: ja\n"
    );
    Ok(vec![("template", filled), ("hand-made", hand_made), ("sample", like_the_sample)])
}

#[test]
fn following_the_advice_of_a_single_mistake_gives_a_sound_file() -> io::Result<()> {
    let folder = department(None)?;
    let path = folder.path().join(PLACE);
    let typeface = Typeface::embedded();
    let reading = checked(folder.path(), &typeface).reading;
    let areas: Vec<String> = reading
        .department
        .expect("a department")
        .role_model
        .areas
        .iter()
        .map(|area| area.key.clone())
        .collect();
    let mut faults = Vec::new();
    let some = [areas.first(), areas.get(areas.len() / 2), areas.last()];
    for (file, sound) in sound_files(&areas)? {
        // The template is what everybody begins with; elsewhere the edges and the middle are enough.
        let all = areas.iter().filter(|area| file == "template" || some.contains(&Some(area)));
        for area in all {
            let line = format!("  {area}: 3");
            let number = sound.lines().position(|other| other == line).expect("every area is there") + 1;
            for (slip, spoil, is_sound) in cases::sampled(SLIPS.iter().collect()) {
                let text = sound.replacen(&format!("\n{line}\n"), &format!("\n{}\n", spoil(&line)), 1);
                fs::write(&path, &text)?;
                let now = checked(folder.path(), &typeface);
                let problems = own(&now);
                let fault = |what: &str| {
                    let told: Vec<String> =
                        problems.iter().map(|problem| self::line(problem, &now)).collect();
                    format!("{file}, {area}, {slip}: {what}\n    {}", told.join("\n    "))
                };
                if *is_sound {
                    if !problems.is_empty() {
                        faults.push(fault("not taken"));
                    }
                    continue;
                }
                // A two-field line names the same area twice, so that is what is left.
                let [problem, rest @ ..] = &problems[..] else {
                    faults.push(fault("not told"));
                    continue;
                };
                if problem.place.line() != Some(number) {
                    faults.push(fault("told elsewhere"));
                }
                if *slip == "two fields" {
                    continue;
                }
                if !rest.is_empty() {
                    faults.push(fault("told more than once"));
                }
                let Some((bytes, put)) = &problem.fix else {
                    faults.push(fault("no advice"));
                    continue;
                };
                if words(problem, now.language).corrected.is_none() {
                    faults.push(fault("the line is not shown"));
                }
                let mut mended = problem.place.file.text.clone();
                mended.replace_range(bytes.clone(), put);
                fs::write(&path, &mended)?;
                let after = checked(folder.path(), &typeface);
                if let Some(left) = own(&after).iter().find(|problem| problem.severity == Severity::Error) {
                    let left = self::line(left, &after);
                    faults.push(fault(&format!("following the advice leads to {left}")));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
    Ok(())
}
