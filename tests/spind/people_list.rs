//! `spind import medarbejdere`: a list from a personnel system becomes profiles, a sheet of people
//! and areas becomes levels, and nothing that is there is overwritten.

use std::fs;
use std::io;
use std::path::Path;
use std::process::Output;

use calamine::{Data, Reader, Xlsx};
use rust_xlsxwriter::Workbook;
use spind::source::edit::comments;

use crate::import::told;
use crate::program::{project, said, spind_in};

const SETTINGS: &str =
    "navn: Skoleafdelingen\nskoler:\n  - {navn: Nordskolen, leder: Per Holm}\n  - {navn: Sydskolen}\n";
const ROLE_MODEL: &str = "navn: R\nskala:\n  - {niveau: 1, navn: Ny}\n  - {niveau: 2, navn: På vej}\n  - {niveau: 3, navn: Sikker}\n\
                          områder:\n  it: {navn: 'It, helt enkelt', kort_navn: It}\n  dansk: {navn: Dansk}\n  økonomi: {navn: Økonomi}\n";

/// A department with these profiles.
struct Fixture(tempfile::TempDir);

impl Fixture {
    fn new(profiles: &[(&str, &str)]) -> io::Result<Self> {
        let folder = tempfile::tempdir()?;
        let files = [("afdeling.yaml", SETTINGS), ("rollemodel.yaml", ROLE_MODEL)];
        for (name, text) in files.iter().chain(profiles) {
            let path = folder.path().join("profiler").join(name);
            fs::create_dir_all(path.parent().expect("a folder"))?;
            fs::write(path, text)?;
        }
        Ok(Self(folder))
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn run(&self, args: &[&str]) -> Output {
        spind_in(self.path(), args)
    }

    /// Imports `bytes` as `list`; what was said, all together.
    #[track_caller]
    fn imports(&self, list: &str, bytes: &[u8], code: i32) -> io::Result<String> {
        fs::write(self.path().join(list), bytes)?;
        let output = self.run(&["import", "medarbejdere", list, "--folder", "profiler", "--yes"]);
        let all = format!("{}{}", told(&output), said(&output)).replace('\u{a0}', " ");
        assert_eq!(output.status.code(), Some(code), "{all}");
        Ok(all)
    }

    fn profile(&self, name: &str) -> io::Result<String> {
        fs::read_to_string(self.path().join("profiler").join(name))
    }

    #[track_caller]
    fn is_sound(&self) {
        let output = self.run(&["check", "profiler"]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    }
}

const LONE: &str = "nordskolen/lone-bregnholt.yaml";

/// A profile with a title, one area and a plan.
const THERE: &str = "# Lones\nnavn: Lone Bregnholt\nskole: Nordskolen\nstilling: Sekretær # siden 2020\nprofil:\n  # it\n  it: 1 til 3\n  \
                     dansk:\n  # penge\nplan:\n  - mål: Lære mere\n    aktivitet: Læse\n";

#[test]
fn a_list_from_a_personnel_system_becomes_profiles() -> io::Result<()> {
    let fixture = Fixture::new(&[])?;
    let list = fs::read(project().join("tests/lists/os2mo-ansatte.csv"))?;
    let all = fixture.imports("os2mo.csv", &list, 0)?;
    for words in [
        "Nye profiler (2):",
        "Lone Bregnholt, Nordskolen, Skolesekretær",
        "Kolonner, der bliver i listen: UUID, CPR, AD-Email",
    ] {
        assert!(all.contains(words), "{words}: {all}");
    }
    let profile = fixture.profile(LONE)?;
    for line in ["navn: Lone Bregnholt\n", "skole: Nordskolen\n", "\nstilling: Skolesekretær\n", "\n  it: \n"]
    {
        assert!(profile.contains(line), "{line}: {profile}");
    }
    assert!(!profile.contains("0000000000") && !profile.contains("example.org"), "{profile}");
    assert!(fixture.profile("sydskolen/karin-moseholm.yaml").is_ok());
    fixture.is_sound();
    let all = fixture.imports("os2mo.csv", &list, 0)?;
    assert!(all.contains("Intet er skrevet") && all.contains("Uændret: 2"), "{all}");
    Ok(())
}

#[test]
fn personal_numbers_are_neither_written_nor_shown() -> io::Result<()> {
    let fixture = Fixture::new(&[])?;
    let list = "CPR 010203-1234;Fornavn;Efternavn;Skole;Titel;Leder\n010203-1234;Lone 010203-1234;Bregnholt;Nordskolen;Sekretær (010203-1234);\n\
                0102031234;0102031234;;Sydskolen;;\n010203-1234;Karin;Moseholm;Ukendt 010203-1234;;\n";
    let all = fixture.imports("liste.csv", list.as_bytes(), 1)?;
    assert!(!all.contains("1234"), "{all}");
    assert!(all.contains("Et personnummer er fjernet"), "{all}");
    let profile = fixture.profile(LONE)?;
    assert!(profile.contains("stilling: Sekretær\n") && !profile.contains("1234"), "{profile}");
    Ok(())
}

#[test]
fn who_has_left_is_skipped_and_a_unit_that_is_no_school_is_reported() -> io::Result<()> {
    let fixture = Fixture::new(&[])?;
    let list = "Medarbejder;Enhed;Slutdato\n\"Bregnholt, Lone\";Nordskolen;\nKarin Moseholm;Nordskolen;31-12-2026\n\
                Per Ask;Nordskollen;\nIda Lund;Rådhuset;31-12-9999\nOle Krog;Sydskolen;31-12-2027\n";
    let all = fixture.imports("liste.csv", list.as_bytes(), 1)?;
    for words in [
        "Holdt op (1), springes over:\n  Karin Moseholm (31. december 2026)",
        "»Nordskollen«: Per Ask. Mente du Nordskolen?",
        "»Rådhuset«: Ida Lund",
        "Nye profiler (2):\n  Lone Bregnholt, Nordskolen\n  Ole Krog, Sydskolen",
    ] {
        assert!(all.contains(words), "{words}: {all}");
    }
    assert!(fixture.profile(LONE).is_ok() && fixture.profile("nordskolen/karin-moseholm.yaml").is_err());
    Ok(())
}

#[test]
fn a_profile_that_is_there_is_compared_and_only_filled_in() -> io::Result<()> {
    let fixture = Fixture::new(&[(LONE, THERE)])?;
    let list = "Navn;Skole;Stilling;Leder;It nu;It ønsket;Dansk;Økonomi nu;Økonomi ønsket\n\
                Lone Bregnholt;Sydskolen;Chefsekretær;Ny Leder;2;3;2 til 3;Sikker;\n";
    let all = fixture.imports("liste.csv", list.as_bytes(), 0)?;
    for words in [
        "skole: Nordskolen (listen: Sydskolen)",
        "stilling: Sekretær (listen: Chefsekretær)",
        "leder: Per Holm (listen: Ny Leder)",
        "It, helt enkelt: 1 → 3 (listen: 2 → 3)",
        "Lone Bregnholt: Dansk 2 til 3, Økonomi 3",
    ] {
        assert!(all.contains(words), "{words}: {all}");
    }
    let profile = fixture.profile(LONE)?;
    assert_eq!(comments(&profile), comments(THERE));
    assert!(
        profile.contains("  it: 1 til 3\n")
            && profile.contains("  dansk: 2 til 3\n")
            && profile.contains("  økonomi: 3\n"),
        "{profile}"
    );
    assert!(
        profile.contains("stilling: Sekretær # siden 2020\n") && profile.contains("skole: Nordskolen\n"),
        "{profile}"
    );
    fixture.is_sound();
    Ok(())
}

#[test]
fn what_could_be_two_people_or_two_levels_is_told_with_both() -> io::Result<()> {
    let fixture = Fixture::new(&[])?;
    let list = "Navn;Skole;Dansk\nLone Bregnholt;Nordskolen;7\nLone Bregnholt;Sydskolen;2\nKarin Moseholm;Sydskolen;På vej\n";
    let all = fixture.imports("liste.csv", list.as_bytes(), 1)?;
    for words in ["Række 3: Lone Bregnholt står to gange", "Række 2, Dansk: "] {
        assert!(all.contains(words), "{words}: {all}");
    }
    assert!(fixture.profile("sydskolen/karin-moseholm.yaml")?.contains("\n  dansk: 2\n"));
    Ok(())
}

#[test]
fn a_list_without_names_and_one_nobody_agreed_to_write_nothing() -> io::Result<()> {
    let fixture = Fixture::new(&[])?;
    let all = fixture.imports("liste.csv", b"Nummer;Skole\n1;Nordskolen\n", 2)?;
    assert!(all.contains("ingen række med overskrifter, hvor en kolonne er folks navne"), "{all}");
    fs::write(fixture.path().join("l.csv"), "Navn;Skole\nLone Bregnholt;Nordskolen\n")?;
    let output = fixture.run(&["import", "medarbejdere", "l.csv", "--folder", "profiler"]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(told(&output).contains("Lone Bregnholt, Nordskolen") && fixture.profile(LONE).is_err());
    Ok(())
}

/// The cells of each sheet of a workbook, as text.
fn cells(bytes: &[u8]) -> Vec<(String, Vec<Vec<String>>)> {
    let mut workbook: Xlsx<_> = Xlsx::new(io::Cursor::new(bytes)).expect("a workbook");
    let names = workbook.sheet_names();
    let read = |name: String| {
        let range = workbook.worksheet_range(&name).expect("a sheet");
        let text = |cell: &Data| cell.to_string();
        (name, range.rows().map(|row| row.iter().map(text).collect()).collect())
    };
    names.into_iter().map(read).collect()
}

#[test]
fn the_sheet_to_fill_in_comes_back_without_loss() -> io::Result<()> {
    let fixture = Fixture::new(&[
        (LONE, THERE),
        (
            "sydskolen/karin.yaml",
            "navn: Karin Moseholm\nskole: Sydskolen\nprofil:\n  it:\n  dansk:\n  økonomi:\n",
        ),
    ])?;
    let export = |name: &str| -> io::Result<Vec<u8>> {
        let output = fixture.run(&["export", "profiler", "--skabelon", "-o", name]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        fs::read(fixture.path().join(name))
    };
    let empty = export("skabelon.xlsx")?;
    let sheets = cells(&empty);
    let (_, rows) = &sheets[0];
    assert_eq!(
        rows[0],
        [
            "Navn",
            "Skole",
            "Stilling",
            "It, helt enkelt nu",
            "It, helt enkelt ønsket",
            "Dansk nu",
            "Dansk ønsket",
            "Økonomi nu",
            "Økonomi ønsket"
        ]
    );
    assert_eq!(rows[1][..5], ["Lone Bregnholt", "Nordskolen", "Sekretær", "1 – Ny", "3 – Sikker"]);
    assert_eq!(sheets[1].1[1][..2], ["1 – Ny", "Ny"]);
    // Untouched, it says what the profiles do.
    let all = fixture.imports("tilbage.xlsx", &empty, 0)?;
    assert!(all.contains("Uændret: 2") && all.contains("Intet er skrevet"), "{all}");
    // Filled in, with somebody new.
    let mut filled = rows.clone();
    filled[1][5..].clone_from_slice(&["2 – På vej", "3 – Sikker", "3 – Sikker", ""].map(str::to_owned));
    filled[2][2..].clone_from_slice(
        &["Sekretær", "1 – Ny", "2 – På vej", "2 – På vej", "2 – På vej", "1 – Ny", "3 – Sikker"]
            .map(str::to_owned),
    );
    filled.push(["Ida Lund", "Sydskolen", "", "3 – Sikker", "", "", "", "", ""].map(str::to_owned).to_vec());
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, cells) in (0..).zip(&filled) {
        for (column, cell) in (0..).zip(cells) {
            sheet.write(row, column, cell.as_str()).expect("a cell");
        }
    }
    let bytes = workbook.save_to_buffer().expect("a workbook");
    let all = fixture.imports("tilbage.xlsx", &bytes, 0)?;
    assert!(all.contains("Profiler: 1 ny, 2 udfyldt."), "{all}");
    fixture.is_sound();
    let again = cells(&export("igen.xlsx")?);
    // A level now alone means that she wants to stay there.
    filled[1][8] = "3 – Sikker".to_owned();
    let ida = filled.last_mut().expect("Ida");
    ida[4] = "3 – Sikker".to_owned();
    filled.swap(2, 3);
    assert_eq!(again[0].1, filled);
    let all = fixture.imports("igen.xlsx", &bytes, 0)?;
    assert!(all.contains("Intet er skrevet"), "{all}");
    Ok(())
}

/// A workbook of sheets with these names and rows.
fn workbook(sheets: &[(&str, &[&[&str]])]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for (name, rows) in sheets {
        let sheet = workbook.add_worksheet().set_name(*name).expect("a name");
        for (row, cells) in (0..).zip(*rows) {
            for (column, cell) in (0..).zip(*cells).filter(|(_, cell)| !cell.is_empty()) {
                sheet.write(row, column, *cell).expect("a cell");
            }
        }
    }
    workbook.save_to_buffer().expect("a workbook")
}

#[track_caller]
fn has_lines(profile: &str, lines: &[&str]) {
    for line in lines {
        assert!(profile.lines().any(|other| other == *line), "{line}: {profile}");
    }
}

#[test]
fn a_heading_may_have_the_areas_above_and_the_levels_below() -> io::Result<()> {
    // Areas over two columns, of which only the first holds the name, with an empty column between.
    let apart: &[&[&str]] = &[
        &["Kompetencer 2027"],
        &["", "", "", "It", "", "Dansk", "", "Økonomi", ""],
        &["Navn", "Skole", "", "nu", "ønsket", "Nu", "Ønsket", "I dag", "Mål"],
        &["Lone Bregnholt", "Nordskolen", "", "1", "3", "2", "", "", "?"],
        &["Karin Moseholm", "Sydskolen", "", "ikke relevant", "", "fra 1 til 2", "", "2 – På vej", "3"],
    ];
    // The name and the school above, and each area twice.
    let above: &[&[&str]] = &[
        &["Navn", "Skole", "It", "It", "Dansk", "Dansk", "Økonomi", "Økonomi"],
        &["", "", "Nu (1-3)", "Ønsket (1-3)", "Nu", "Ønsket", "Nu", "Ønsket"],
        &["Lone Bregnholt", "Nordskolen", "1", "3", "2", "2", "", ""],
        &["Karin Moseholm", "Sydskolen", "Ikke relevant", "ikke relevant", "fra 1 til 2", "", "2", "3"],
    ];
    for rows in [apart, above] {
        let fixture = Fixture::new(&[])?;
        let all = fixture.imports("liste.xlsx", &workbook(&[("Ark1", rows)]), 1)?;
        assert!(all.contains("Dansk nu: ") || all.contains("Dansk Nu: "), "{all}");
        has_lines(&fixture.profile(LONE)?, &["  it: 1 til 3", "  dansk: 2", "  økonomi: "]);
        let karin = fixture.profile("sydskolen/karin-moseholm.yaml")?;
        has_lines(&karin, &["  it: ikke relevant", "  dansk: ", "  økonomi: 2 til 3"]);
        fixture.is_sound();
    }
    Ok(())
}

#[test]
fn merged_headings_are_read_as_they_look() -> io::Result<()> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let format = rust_xlsxwriter::Format::new();
    let mut fill = || -> Result<(), rust_xlsxwriter::XlsxError> {
        sheet.merge_range(0, 0, 1, 0, "Navn", &format)?;
        sheet.merge_range(0, 1, 1, 1, "Skole", &format)?;
        for (column, area) in [(2, "It, helt enkelt"), (4, "Dansk"), (6, "Økonomi")] {
            sheet.merge_range(0, column, 0, column + 1, area, &format)?;
            sheet.write(1, column, "nu")?;
            sheet.write(1, column + 1, "ønsket")?;
        }
        for (column, cell) in (0..).zip(["Lone Bregnholt", "Nordskolen", "1", "3", "2", "2", "3", ""]) {
            sheet.write(2, column, cell)?;
        }
        Ok(())
    };
    fill().expect("a sheet");
    let bytes = workbook.save_to_buffer().expect("a workbook");
    let fixture = Fixture::new(&[])?;
    fixture.imports("liste.xlsx", &bytes, 0)?;
    has_lines(&fixture.profile(LONE)?, &["  it: 1 til 3", "  dansk: 2", "  økonomi: 3"]);
    Ok(())
}

#[test]
fn a_workbook_with_a_sheet_for_each_person_comes_in() -> io::Result<()> {
    let lone: &[&[&str]] = &[
        &["Kompetencespind"],
        &["Navn:", "Bregnholt, Lone", "", "CPR:", "010203-1234"],
        &["Skole", "Nordskolen", "", "Stilling", "Sekretær"],
        &[],
        &["Område", "Nu", "Ønsket", "Bemærkning"],
        &["Faglige"],
        &["1. It", "1", "3", "lærer gerne mere"],
        &["2. Dansk", "ikke relevant", ""],
        &["3. Økonomi", "ved ikke", "?"],
        &["I alt", "", ""],
    ];
    let karin: &[&[&str]] = &[
        &["", "", "Ønsket niveau", "Niveau i dag"],
        &["1", "It, helt enkelt", "3 (sikker)", "2 (sikker)"],
        &["2", "Økonomi", "3 – Sikker", "2 – På vej"],
        &["3", "Filosofi", "3", "2"],
    ];
    let nobody: &[&[&str]] = &[&["Område", "Nu", "Ønsket"], &["It", "1", "2"], &["Dansk", "1", "2"]];
    let guide: &[&[&str]] = &[&["Sådan gør du"], &["Niveau", "Betydning"], &["1", "Ny"]];
    let there = "navn: Karin Moseholm\nskole: Sydskolen\nprofil:\n  it:\n  dansk:\n  økonomi:\n    vigtighed: nødvendig\n    nu: ?\n";
    let fixture = Fixture::new(&[("sydskolen/karin.yaml", there)])?;
    let bytes = workbook(&[("Vejledning", guide), ("Karin Moseholm", karin), ("Ark3", nobody), ("L", lone)]);
    let all = fixture.imports("spind.xlsx", &bytes, 1)?;
    for words in [
        "Ark »Ark3«, række 1: Arket har niveauer, men det kan ikke ses, hvis de er.",
        "Ark »Karin Moseholm«, række 2, Niveau i dag: »2 (sikker)« kan betyde 2 eller 3",
        "række 4: Området »Filosofi« findes ikke",
        "Nye profiler (1):\n  Lone Bregnholt, Nordskolen, Sekretær",
        "Karin Moseholm: Økonomi 2 til 3",
    ] {
        assert!(all.contains(words), "{words}: {all}");
    }
    assert!(!all.contains("1234"), "{all}");
    let profile = fixture.profile(LONE)?;
    has_lines(&profile, &["stilling: Sekretær", "  it: 1 til 3", "  dansk: ikke relevant", "  økonomi: "]);
    let karin = fixture.profile("sydskolen/karin.yaml")?;
    has_lines(&karin, &["  it:", "    vigtighed: nødvendig", "    ønsket: 3", "    nu: 2"]);
    fixture.is_sound();
    Ok(())
}

#[test]
fn what_is_not_relevant_is_compared_like_a_level() -> io::Result<()> {
    let there =
        "navn: Lone Bregnholt\nskole: Nordskolen\nprofil:\n  it: ikke relevant\n  dansk: 2\n  økonomi: \n";
    let fixture = Fixture::new(&[(LONE, there)])?;
    let list = "Navn;Skole;It;Dansk nu;Dansk ønsket;Økonomi nu;Økonomi ønsket\nLone Bregnholt;Nordskolen;2 til 3;Ikke relevant;;2;ikke relevant\n";
    let all = fixture.imports("liste.csv", list.as_bytes(), 1)?;
    for words in [
        "It, helt enkelt: ikke relevant (listen: 2 → 3)",
        "Dansk: 2 (listen: ikke relevant)",
        "Række 2: Økonomi kan være 2 nu eller ikke relevant, som der er ønsket.",
        "Intet er skrevet",
    ] {
        assert!(all.contains(words), "{words}: {all}");
    }
    assert_eq!(fixture.profile(LONE)?, there);
    Ok(())
}

#[test]
fn a_list_that_reads_in_two_ways_is_reported_with_both() -> io::Result<()> {
    let fixture = Fixture::new(&[])?;
    // `å` in DOS and `Ü` on the Mac, and nothing else tells which.
    let all = fixture.imports("liste.csv", b"Navn;Skole\nAnna \x86se;Nordskolen\n", 1)?;
    assert!(all.contains("Række 2: Listens bogstaver kan læses på to måder: »åse« eller »Üse«"), "{all}");
    Ok(())
}

#[test]
fn many_people_come_in_at_once() -> io::Result<()> {
    let fixture = Fixture::new(&[])?;
    let mut list = "Navn;Skole;It nu;It ønsket\n".to_owned();
    for i in 0..300 {
        let letters: String = format!("{i:04}").bytes().map(|b| char::from(b - b'0' + b'a')).collect();
        list.push_str(&format!("Ida {letters};Nordskolen;1;2\n"));
    }
    let all = fixture.imports("liste.csv", list.as_bytes(), 0)?;
    assert!(all.contains("Nye profiler (300):") && all.contains("Profiler: 300 nye"), "{all}");
    Ok(())
}

#[test]
fn the_sheet_to_fill_in_is_named_and_read_in_each_language() -> io::Result<()> {
    for (tag, name, word) in [
        ("da", "niveauer-skabelon.xlsx", "ikke relevant"),
        ("sv", "nivåer-mall.xlsx", "inte relevant"),
        ("nb", "nivåer-mal.xlsx", "ikke relevant"),
        ("en", "levels-template.xlsx", "not relevant"),
    ] {
        let there = "navn: Lone Bregnholt\nskole: Nordskolen\nprofil:\n  it: ikke relevant\n  dansk: 1 til 3\n  økonomi:\n";
        let fixture = Fixture::new(&[(LONE, there)])?;
        let settings = fixture.path().join("profiler/afdeling.yaml");
        fs::write(&settings, format!("{SETTINGS}sprog: {tag}\n"))?;
        fs::create_dir(fixture.path().join("ark"))?;
        let output = fixture.run(&["export", "profiler", "--skabelon", "-o", "ark"]);
        assert_eq!(output.status.code(), Some(0), "{tag}: {}", said(&output));
        let bytes = fs::read(fixture.path().join("ark").join(name))?;
        let sheets = cells(&bytes);
        assert_eq!(sheets[0].1[1][3..], [word, "", "1 – Ny", "3 – Sikker", "", ""], "{tag}");
        assert_eq!(sheets[1].1[4][0], word, "{tag}");
        let all = fixture.imports("tilbage.xlsx", &bytes, 0)?;
        assert_eq!(fixture.profile(LONE)?, there, "{tag}: {all}");
        // An empty profile gets back what the sheet has.
        fs::write(
            fixture.path().join("profiler").join(LONE),
            "navn: Lone Bregnholt\nskole: Nordskolen\nprofil:\n  it:\n  dansk:\n  økonomi:\n",
        )?;
        fixture.imports("tilbage.xlsx", &bytes, 0)?;
        let profile = fixture.profile(LONE)?;
        assert!(
            profile.contains(&format!("  it: {word}\n")) && profile.contains("  økonomi:\n"),
            "{tag}: {profile}"
        );
    }
    Ok(())
}

#[test]
fn a_department_begins_from_nothing_and_two_lists() -> io::Result<()> {
    let fixture = Fixture::new(&[])?;
    let runs = |args: &[&str], code: i32| {
        let output = fixture.run(args);
        assert_eq!(output.status.code(), Some(code), "{args:?}: {}{}", told(&output), said(&output));
        told(&output)
    };
    let schools = "Nordskolen, Sydskolen";
    runs(
        &[
            "new",
            "afdeling",
            "ny",
            "--tom",
            "--navn",
            "Skole & It",
            "--skoler",
            schools,
            "--skala",
            "Ny, På vej, Sikker",
        ],
        0,
    );
    runs(&["check", "ny"], 0);
    assert!(
        fs::read_to_string(fixture.path().join("ny/rollemodel.yaml"))?.contains("{niveau: 3, navn: Sikker}")
    );
    assert!(!fixture.path().join("ny/engvadskolen").exists());
    fs::copy(project().join("tests/lists/os2mo-ansatte.csv"), fixture.path().join("folk.csv"))?;
    fs::write(fixture.path().join("kurser.csv"), "Nummer;Titel;Område\n45948;Økonomistyring;økonomi\n")?;
    runs(&["import", "medarbejdere", "folk.csv", "--folder", "ny", "--yes"], 0);
    runs(&["import", "kurser", "kurser.csv", "--folder", "ny", "--yes"], 0);
    runs(&["check", "ny"], 0);
    // Without schools, with one twice, and over what is there, nothing is written.
    runs(&["new", "afdeling", "anden", "--tom"], 2);
    runs(&["new", "afdeling", "anden", "--tom", "--skoler", "Nord, nord"], 2);
    assert!(!fixture.path().join("anden").exists());
    runs(&["new", "afdeling", "ny", "--tom", "--skoler", schools], 2);
    Ok(())
}

#[test]
fn the_ending_and_the_format_of_an_export_agree() -> io::Result<()> {
    let fixture = Fixture::new(&[(LONE, THERE)])?;
    for args in
        [&["-o", "tal.ods"][..], &["-o", "tal.csv", "--format", "xlsx"], &["-o", "tal.csv", "--skabelon"]]
    {
        let output = fixture.run(&[&["export", "profiler"], args].concat());
        assert_eq!(output.status.code(), Some(2), "{args:?}: {}", said(&output));
    }
    assert!(!fixture.path().join("tal.ods").exists() && !fixture.path().join("tal.csv").exists());
    let output = fixture.run(&["export", "profiler", "-o", "-", "--format", "json"]);
    assert!(told(&output).starts_with("{\n  \"made_by\""), "{}", told(&output));
    assert!(!fixture.path().join("-").exists());
    Ok(())
}
