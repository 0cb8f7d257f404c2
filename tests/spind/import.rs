//! `spind import kurser`: updates the catalogue from any list, and keeps everything else.

use std::fs;
use std::io::{self, Cursor, Write};
use std::path::Path;
use std::process::Output;

use rust_xlsxwriter::{Format, Workbook};
use spind::source::edit::comments;

use crate::program::{copy, keep_schools, project, said, spind_in};

const CATALOGUE: &str = "profiles/kurser.yaml";

/// A folder with the sample in `profiles`, on a fixed day.
pub struct Fixture(tempfile::TempDir);

impl Fixture {
    /// The sample with the people of one school, as a list has nothing to do with the others.
    pub fn new() -> io::Result<Self> {
        let fixture = Self::with_everybody()?;
        keep_schools(&fixture.path().join("profiles"), &["lyngfjord-skole"])?;
        Ok(fixture)
    }

    /// The whole sample.
    fn with_everybody() -> io::Result<Self> {
        let folder = tempfile::tempdir()?;
        copy(&project().join("profiles"), &folder.path().join("profiles"))?;
        Ok(Self(folder))
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    fn import(&self, list: &str, more: &[&str]) -> Output {
        spind_in(self.path(), ["import", "kurser", list].iter().chain(more))
    }

    /// Imports `bytes` as `list` and expects this exit code.
    #[track_caller]
    pub fn imports(&self, list: &str, bytes: &[u8], code: i32) -> io::Result<(String, String)> {
        fs::write(self.path().join(list), bytes)?;
        let output = self.import(list, &["--yes"]);
        assert_eq!(output.status.code(), Some(code), "{}{}", told(&output), said(&output));
        Ok((told(&output), said(&output)))
    }

    pub fn catalogue(&self) -> io::Result<String> {
        fs::read_to_string(self.path().join(CATALOGUE))
    }

    /// Asserts that `spind check` says what it said before.
    #[track_caller]
    pub fn is_sound(&self) {
        let output = spind_in(self.path(), ["check"]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    }
}

pub fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The lines that are in `new` and not in `old`, and the other way round.
fn difference(old: &str, new: &str) -> (Vec<String>, Vec<String>) {
    let only = |a: &str, b: &str| {
        a.lines().filter(|line| !b.lines().any(|other| other == *line)).map(str::to_owned).collect()
    };
    (only(new, old), only(old, new))
}

#[test]
fn a_providers_list_changes_its_own_fields_and_nothing_else() -> io::Result<()> {
    let fixture = Fixture::with_everybody()?;
    let before = fixture.catalogue()?;
    let list = fs::read(project().join("tests/lists/amu-eksempel.csv"))?;
    let (shown, _) = fixture.imports("liste.csv", &list, 0)?;
    for words in
        ["pris: 1.250 → 2.375", "nyt hold: start: 2028-", "eksempel: ja", "Kontaktperson", "udløber: "]
    {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    let after = fixture.catalogue()?;
    assert_eq!(comments(&before), comments(&after));
    assert_eq!(before.matches("nummer:").count(), after.matches("nummer:").count());
    assert_eq!(before.matches("områder:").count(), after.matches("områder:").count());
    for line in
        before.lines().filter(|line| ["områder:", "niveau:"].iter().any(|key| line.trim().starts_with(key)))
    {
        assert!(after.contains(line), "{line}");
    }
    assert!(
        after.contains(
            "      - {start: 2028-02-04, slut: 2028-02-06, sted: Holstebro, pladser: 16, ledige: 6}
"
        ),
        "{after}"
    );
    fixture.is_sound();
    let (shown, _) = fixture.imports("liste.csv", &list, 0)?;
    assert!(shown.contains("siger allerede det samme"), "{shown}");
    assert_eq!(fixture.catalogue()?, after);
    Ok(())
}

#[test]
fn nothing_is_changed_without_an_answer() -> io::Result<()> {
    let fixture = Fixture::new()?;
    let before = fixture.catalogue()?;
    fs::write(fixture.path().join("liste.csv"), "Nummer;Pris\n45986;1.400\n")?;
    let output = fixture.import("liste.csv", &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(told(&output).contains("pris: 1.250 → 1.400"), "it shows what it would do: {}", told(&output));
    assert!(said(&output).contains("--yes"), "{}", said(&output));
    assert_eq!(fixture.catalogue()?, before);
    let output = fixture.import("liste.csv", &["--yes", "--quiet"]);
    assert_eq!((told(&output), said(&output), output.status.code()), (String::new(), String::new(), Some(0)));
    let changed = (vec!["    pris: 1.400".to_owned()], vec!["    pris: 1.250".to_owned()]);
    let (new, old) = difference(&before, &fixture.catalogue()?);
    // Both prices occur elsewhere in the sample, too; what is left differs from all lines.
    assert!(
        new.iter().all(|line| changed.0.contains(line)) && old.iter().all(|line| changed.1.contains(line))
    );
    assert_ne!(fixture.catalogue()?, before);
    Ok(())
}

#[test]
fn every_encoding_and_separator_is_read() -> io::Result<()> {
    let text = "Nummer;Titel;Område\r\n47001;Økonomi på åben skærm;økonomi\r\n";
    let latin = encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
    let utf16: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let marked = format!("\u{feff}{text}").into_bytes();
    let comma = text.replace(';', ",").into_bytes();
    let tab = format!("sep=\t\r\n{}", text.replace(';', "\t")).into_bytes();
    for (name, bytes) in [
        ("utf8", text.into()),
        ("mærke", marked),
        ("1252", latin),
        ("utf16", utf16),
        ("komma", comma),
        ("tab", tab),
    ] {
        let fixture = Fixture::new()?;
        fixture.imports("liste.csv", &bytes, 0)?;
        assert!(fixture.catalogue()?.contains("titel: Økonomi på åben skærm\n"), "{name}");
        fixture.is_sound();
    }
    Ok(())
}

#[test]
fn a_workbook_is_read_with_its_numbers_and_dates() -> io::Result<()> {
    let mut workbook = Workbook::new();
    workbook
        .add_worksheet()
        .set_name("Forside")
        .and_then(|sheet| sheet.write(0, 0, "Kurser"))
        .expect("a sheet");
    let sheet = workbook.add_worksheet().set_name("Hold 2028").expect("a sheet");
    let date = Format::new().set_num_format("dd-mm-yyyy");
    let mut write = || -> Result<(), rust_xlsxwriter::XlsxError> {
        sheet.merge_range(0, 0, 0, 4, "Åbne hold", &Format::new())?;
        for (column, heading) in (0..).zip(["AMU-nr.", "Titel", "Pris", "Start", "Ledige pladser", "Område"])
        {
            sheet.write(2, column, heading)?;
        }
        // One course with two groups, whose number is merged over both rows.
        sheet.merge_range(3, 0, 4, 0, "", &Format::new())?;
        sheet.write(3, 0, 45986)?;
        sheet.write(3, 2, 1400.5)?;
        sheet.write_with_format(3, 3, &jiff::civil::date(2028, 3, 7), &date)?;
        sheet.write(3, 4, 7)?;
        sheet.write_with_format(4, 3, &jiff::civil::date(2028, 4, 4), &date)?;
        sheet.write(6, 0, 47002)?;
        sheet.write(6, 1, "Nyt: med kolon")?;
        sheet.write(6, 5, "It")?;
        Ok(())
    };
    write().expect("a sheet");
    let bytes = workbook.save_to_buffer().expect("a workbook");
    let fixture = Fixture::new()?;
    let (shown, _) = fixture.imports("liste.xlsx", &bytes, 0)?;
    assert!(shown.contains("liste.xlsx (Hold 2028): 3 rækker om 2 kurser"), "{shown}");
    let after = fixture.catalogue()?;
    for words in [
        "pris: \"1.400,5\"",
        "- {start: 2028-03-07, ledige: 7}",
        "- {start: 2028-04-04}",
        "titel: \"Nyt: med kolon\"",
    ] {
        assert!(after.contains(words), "{words}: {after}");
    }
    fixture.is_sound();
    Ok(())
}

#[test]
fn problems_are_reported_with_row_and_column() -> io::Result<()> {
    let fixture = Fixture::new()?;
    let list = "Kurser\n\nNummer;Titel;Pris;Start;Område\n45986;;dyrt;;\n45985;;;2/3-27;\n47003;Uden område;;;\n\
                47004;Forkert;;;økonmi\n40388;;1.5;;\n43766;;dyrt;;\n";
    let (_, said) = fixture.imports("liste.csv", list.as_bytes(), 1)?;
    for words in [
        "Række 4, Pris: »dyrt« kan ikke læses som et tal.",
        "rækken 9",
        "Række 8, Pris: »1.5«",
        "Række 8, Pris: »1.5« kan læses på to måder.",
        "Mente du økonomi?",
        "række 6, 47003 Uden område. Der mangler: områder",
        "en kolonne »Områder«",
    ] {
        let words = words.replace("rækken 9", "række 9");
        assert!(said.contains(&words), "{words}: {said}");
    }
    assert!(!fixture.catalogue()?.contains("47003"));
    Ok(())
}

#[test]
fn messages_are_in_each_language() -> io::Result<()> {
    let fixture = Fixture::new()?;
    fs::write(fixture.path().join("l.csv"), "Nummer;Pris\n45986;dyrt\n")?;
    for (lang, words) in [("sv", "Rad 2, Pris: "), ("nb", "Rad 2, Pris: "), ("en", "Row 2, Pris: “dyrt”")]
    {
        let output = fixture.import("l.csv", &["--yes", "--lang", lang]);
        assert!(said(&output).contains(words), "{lang}: {}", said(&output));
    }
    Ok(())
}

#[test]
fn files_that_are_no_lists_are_refused_in_words() -> io::Result<()> {
    let fixture = Fixture::new()?;
    let before = fixture.catalogue()?;
    let mut bomb = zip::ZipWriter::new(Cursor::new(Vec::new()));
    bomb.start_file("xl/workbook.xml", zip::write::SimpleFileOptions::default()).map_err(io::Error::other)?;
    for _ in 0..101 {
        bomb.write_all(&vec![b'a'; 1_000_000])?;
    }
    let bomb = bomb.finish().map_err(io::Error::other)?.into_inner();
    let many = format!("Nummer;Pris\n{}", "45986;1\n".repeat(1_000_000));
    let rows = format!("Nummer;Pris\n{}", "45986;1\n".repeat(20_001));
    for (name, bytes, words) in [
        ("a.xlsx", bomb.as_slice(), "større, end en kursusliste kan være"),
        ("b.csv", rows.as_bytes(), "flere end 20000 rækker"),
        ("c.csv", many.as_bytes(), "flere end 20000 rækker"),
        ("d.pdf", b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", "er ikke en liste"),
        ("e.xlsx", b"PK\x03\x04 nothing", "ikke en Excel-projektmappe"),
        ("f.xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "gammelt Excel-format"),
        ("g.csv", b"", "ingen række med overskrifter"),
        ("h.csv", "Titel;Pris;Web\nA;5;x\n".as_bytes(), "Kendte overskrifter: Titel, Pris. Andre: Web"),
    ] {
        let (_, said) = fixture.imports(name, bytes, 2)?;
        assert!(said.contains(words), "{name}: {words}: {said}");
    }
    let output = fixture.import("findes-ikke.csv", &["--yes"]);
    assert!(said(&output).contains("findes-ikke.csv findes ikke"), "{}", said(&output));
    let output = fixture.import("profiles", &["--yes"]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert_eq!(fixture.catalogue()?, before);
    Ok(())
}

#[test]
fn a_quotation_mark_that_swallows_the_list_is_reported() -> io::Result<()> {
    let fixture = Fixture::new()?;
    let rest = "45985;Mål og strategier for administrative medarbejdere\n".repeat(20);
    let list = format!("Nummer;Titel\n45986;\"Struktur\n{rest}");
    let (_, said) = fixture.imports("liste.csv", list.as_bytes(), 1)?;
    assert!(said.contains("Række 2, Titel: Teksten er så lang") && said.contains("anførselstegn"), "{said}");
    Ok(())
}

#[test]
fn a_department_without_a_catalogue_gets_one() -> io::Result<()> {
    let fixture = Fixture::new()?;
    fs::remove_file(fixture.path().join(CATALOGUE))?;
    fixture.imports("liste.csv", "Nummer;Titel;Område\n47005;Nyt kursus;it\n".as_bytes(), 0)?;
    let expected = "kurser:\n  - nummer: 47005\n    titel: Nyt kursus\n    form: amu\n    områder: [it]\n";
    assert_eq!(fixture.catalogue()?, expected);
    Ok(())
}

#[test]
fn a_catalogue_that_cannot_be_read_is_left_alone() -> io::Result<()> {
    let fixture = Fixture::new()?;
    fs::write(fixture.path().join(CATALOGUE), "kurser: [\n")?;
    let (_, said) = fixture.imports("liste.csv", b"Nummer;Pris\n45986;5\n", 2)?;
    assert!(said.contains("kurser.yaml kan ikke læses"), "{said}");
    assert_eq!(fixture.catalogue()?, "kurser: [\n");
    Ok(())
}

#[cfg(unix)]
#[test]
fn colleagues_can_still_read_the_catalogue() -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let fixture = Fixture::new()?;
    let path = fixture.path().join(CATALOGUE);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o664))?;
    fixture.imports("liste.csv", b"Nummer;Pris\n45986;5\n", 0)?;
    assert_eq!(fs::metadata(&path)?.permissions().mode() & 0o777, 0o664);
    let beside: Vec<_> = fs::read_dir(fixture.path().join("profiles"))?.filter_map(Result::ok).collect();
    assert!(beside.iter().all(|entry| !entry.file_name().to_string_lossy().contains(".tmp")), "{beside:?}");
    Ok(())
}

#[test]
fn two_catalogues_are_both_named_and_neither_is_changed() -> io::Result<()> {
    let fixture = Fixture::new()?;
    let (one, two) = (fixture.path().join(CATALOGUE), fixture.path().join("profiles/kurser.yml"));
    fs::copy(&one, &two)?;
    let before = fs::read(&one)?;
    let (_, said) = fixture.imports("liste.csv", b"Nummer;Titel;Pris\nny-1;X;5\n", 2)?;
    assert!(said.contains("Der er to kataloger: kurser.yaml og kurser.yml"), "{said}");
    assert_eq!((fs::read(&one)?, fs::read(&two)?), (before.clone(), before));
    Ok(())
}
