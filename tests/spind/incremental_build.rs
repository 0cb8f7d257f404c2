//! Incremental builds: a second build makes what has changed, and nothing else.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use jiff::civil::{Date, date};
use spind::document::Templates;
use spind::language::Tag;
use spind::public::Editions;
use spind::run::{BuildRequest, Built, build};
use spind::typeface::Typeface;

use crate::cases;
use crate::fixture::{ANNA, Fixture};
use crate::program::{TODAY, copy, files, project, request, said, spind};
use crate::rng::Rng;

/// Rounds of edits by default.
const ROUNDS: u32 = 15;

fn built(request: &BuildRequest<'_>) -> Built {
    build(request, &|_, _| ()).expect("the folders can be used").built.expect("a department")
}

fn templates() -> Templates {
    Templates::embedded(&Typeface::embedded())
}

#[test]
fn a_second_build_makes_nothing() -> io::Result<()> {
    let (fixture, templates) = (Fixture::with_anna()?, templates());
    let out = tempfile::tempdir()?;
    let request = BuildRequest {
        edition: Editions::All,
        preparations: true,
        blank: true,
        per_school: false,
        charts: true,
        ..request(fixture.folder(), out.path(), &templates)
    };
    let first = built(&request);
    // Three plans and preparations, blank form, both booklets and strategic plan.
    assert_eq!((first.documents, first.up_to_date), (10, 0), "{first:?}");
    let written = |name: &String| fs::metadata(out.path().join(name)).and_then(|file| file.modified());
    let times = || files(out.path()).iter().map(written).collect::<io::Result<Vec<_>>>();
    let before = times()?;
    let second = built(&request);
    assert_eq!((second.documents, second.up_to_date), (0, 10), "{second:?}");
    assert_eq!(before, times()?);
    let forced = built(&BuildRequest { force: true, ..request });
    assert_eq!(forced.documents, 10, "{forced:?}");
    Ok(())
}

#[test]
fn the_summary_counts_what_was_made_and_what_was_not() -> io::Result<()> {
    let fixture = Fixture::with_anna()?;
    let out = tempfile::tempdir()?;
    let (folder, out) = (fixture.folder().as_os_str(), out.path().as_os_str());
    let args = || ["build".as_ref(), folder, "-o".as_ref(), out, "--verbose".as_ref()];
    assert!(said(&spind(args())).contains("5 dokumenter i "));
    fixture.edit("nordskolen/anna.yaml", "dansk: 3", "dansk: 2")?;
    // Her plan and the booklet; too few want to learn Danish for the strategic plan to show it.
    let second = said(&spind(args()));
    assert!(second.contains("2 dokumenter og 3 uændrede i "), "{second}");
    Ok(())
}

#[test]
fn an_output_that_was_deleted_or_edited_is_made_again() -> io::Result<()> {
    let (fixture, templates) = (Fixture::with_anna()?, templates());
    let out = tempfile::tempdir()?;
    let request = request(fixture.folder(), out.path(), &templates);
    built(&request);
    let plan = out.path().join("planer/nordskolen/anna.pdf");
    let sound = fs::read(&plan)?;
    // One byte, and neither size nor time changed.
    let time = fs::metadata(&plan)?.modified()?;
    let mut edited = sound.clone();
    let middle = edited.len() / 2;
    edited[middle] ^= 1;
    fs::write(&plan, edited)?;
    fs::File::options().write(true).open(&plan)?.set_modified(time)?;
    assert_eq!(built(&request).documents, 1);
    assert!(fs::read(&plan)? == sound);
    fs::remove_file(&plan)?;
    assert_eq!(built(&request).documents, 1);
    assert!(fs::read(&plan)? == sound);
    Ok(())
}

#[test]
fn a_list_that_is_damaged_missing_or_anothers_costs_only_a_build() -> io::Result<()> {
    let (fixture, templates) = (Fixture::with_anna()?, templates());
    let out = tempfile::tempdir()?;
    let request = request(fixture.folder(), out.path(), &templates);
    built(&request);
    let list = out.path().join(".spind.json");
    let sound = fs::read_to_string(&list)?;
    let half = &sound[..sound.len() / 2];
    let anothers = sound.replace("Bakkelund Kommune", "En anden kommune");
    let other_keys = sound.replace("\"from\": \"", "\"from\": \"0");
    for text in ["", "[]", "{\"department\":1}", half, &anothers, &other_keys] {
        fs::write(&list, text)?;
        assert_eq!(built(&request).documents, 5, "{text}");
        assert_eq!(fs::read_to_string(&list)?, sound);
    }
    fs::remove_file(&list)?;
    assert_eq!(built(&request).documents, 5);
    assert_eq!(built(&request).documents, 0);
    Ok(())
}

/// A department that is edited at random, and the options of its build.
struct Edited {
    folder: tempfile::TempDir,
    /// The files as they were at first.
    sound: BTreeMap<String, String>,
    today: Date,
    edition: Editions,
    language: Tag,
    preparations: bool,
    follow_ups: bool,
    charts: bool,
    own_templates: bool,
}

/// What a value may become.
const VALUES: [&str; 14] = [
    "0",
    "1",
    "2",
    "3",
    "4",
    "5",
    "nej",
    "ja",
    "2 til 4",
    "Ny tekst – æøå",
    "2026-11-02",
    "[økonomi]",
    "nødvendig",
    "400",
];

impl Edited {
    fn new() -> io::Result<Self> {
        let folder = tempfile::tempdir()?;
        copy(&project().join("tests/broken/base"), folder.path())?;
        fs::write(folder.path().join("nordskolen/anna.yaml"), ANNA)?;
        fs::write(folder.path().join("nordskolen/anna.leder.yaml"), "vurdering:\n  økonomi: 3\n")?;
        let mut sound = BTreeMap::new();
        for name in files(folder.path()) {
            sound.insert(name.clone(), fs::read_to_string(folder.path().join(&name))?);
        }
        Ok(Self {
            folder,
            sound,
            today: TODAY,
            edition: Editions::Internal,
            language: Tag::Da,
            preparations: false,
            follow_ups: false,
            charts: false,
            own_templates: false,
        })
    }

    /// Makes one random edit of the files or the options, and describes it.
    fn edit(&mut self, rng: &mut Rng) -> io::Result<String> {
        let names = files(self.folder.path());
        let name = &names[rng.below(names.len())];
        let path = self.folder.path().join(name);
        let text = fs::read_to_string(&path)?;
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let line = rng.below(lines.len().max(1));
        let what = rng.below(23);
        match what {
            // Another value for a key.
            0..=8 if line < lines.len() => {
                if let Some((key, _)) = lines[line].split_once(": ") {
                    lines[line] = format!("{key}: {}", VALUES[rng.below(VALUES.len())]);
                }
            }
            9 if line < lines.len() => drop(lines.remove(line)),
            10 if line < lines.len() => lines.insert(line, lines[line].clone()),
            11 => lines.insert(line.min(lines.len()), "# en bemærkning".to_owned()),
            12 => lines.push(format!("opfølgning: 2027-0{}-01", 1 + rng.below(9))),
            // A new person, or the same again.
            13 => {
                let number = rng.below(3);
                let person = ANNA.replace("Anna Vest", &format!("Ny Person {number}"));
                fs::write(self.folder.path().join(format!("sydskolen/ny{number}.yaml")), person)?;
            }
            14 if name.contains("/ny") => return fs::remove_file(&path).map(|()| format!("{name} gone")),
            15 => self.today = date(2026, [1, 8, 9, 12][rng.below(4)], 15),
            16 => self.edition = [Editions::Internal, Editions::All, Editions::Public][rng.below(3)],
            17 => self.language = [Tag::Da, Tag::En][rng.below(2)],
            18 => match rng.below(4) {
                0 => self.preparations = !self.preparations,
                1 => self.charts = !self.charts,
                2 => self.follow_ups = !self.follow_ups,
                _ => self.own_templates = !self.own_templates,
            },
            // Restores the first files, so that most rounds have something to build.
            _ => {
                for (name, text) in &self.sound {
                    fs::write(self.folder.path().join(name), text)?;
                }
                return Ok("all as it was".to_owned());
            }
        }
        fs::write(&path, lines.join("\n") + "\n")?;
        Ok(format!("{what} in {name}, line {line}"))
    }

    fn request<'a>(&'a self, out: &'a Path, templates: [&'a Templates; 2]) -> BuildRequest<'a> {
        BuildRequest {
            language: Some(self.language),
            edition: self.edition,
            preparations: self.preparations,
            follow_ups: self.follow_ups,
            charts: self.charts,
            today: self.today,
            ..request(self.folder.path(), out, templates[usize::from(self.own_templates)])
        }
    }
}

#[test]
fn after_any_edits_a_build_gives_what_a_clean_one_gives() -> io::Result<()> {
    let rounds = cases::scaled(ROUNDS) as usize;
    let typeface = Typeface::embedded();
    let own = tempfile::tempdir()?;
    copy(&project().join("templates"), own.path())?;
    let common = fs::read_to_string(own.path().join("common.typ"))?;
    fs::write(own.path().join("common.typ"), common.replace("size: 10pt", "size: 9.5pt"))?;
    let own = Templates::from_folder(own.path(), &typeface).expect("templates");
    let embedded = Templates::embedded(&typeface);
    let templates = [&embedded, &own];
    let mut rng = Rng(7);
    let mut edited = Edited::new()?;
    let kept = tempfile::tempdir()?;
    let (mut saved, mut compared) = (0, 0);
    let mut told = Vec::new();
    for round in 0..rounds {
        told.push(edited.edit(&mut rng)?);
        let clean = tempfile::tempdir()?;
        let outcomes = [kept.path(), clean.path()]
            .map(|out| build(&edited.request(out, templates), &|_, _| ()).expect("the folders can be used"));
        let Some(incremental) = &outcomes[0].built else { continue };
        assert!(incremental.failures.is_empty(), "{round}: {:?}", incremental.failures);
        saved += incremental.up_to_date;
        for name in files(clean.path()) {
            let [now, fresh] = [kept.path(), clean.path()].map(|out| fs::read(out.join(&name)));
            // A correction file depends on whether there is an earlier plan.
            if name.ends_with(".txt") {
                continue;
            }
            compared += 1;
            assert!(now? == fresh?, "{round}: {name}; {:?}", told.iter().rev().take(8).collect::<Vec<_>>());
        }
    }
    // If most of it was not up to date, this tested nothing.
    assert!(
        compared > rounds * 4 && saved * 2 > compared,
        "{rounds} rounds, {compared} compared, {saved} saved"
    );
    Ok(())
}
