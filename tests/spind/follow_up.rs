//! The follow-up: a sheet with each line's status and notes, and a calendar file with the dates.

use std::fs;
use std::io;
use std::path::Path;

use crate::fixture::{ANNA, Fixture, PROFILE, RECORD};
use crate::full_builds::FullBuild;
use crate::pdf;
use crate::program::{files, said, spind};

const SHEET: &str = "planer/nordskolen/anna-opfoelgning.pdf";
const CALENDAR: &str = "planer/nordskolen/anna.ics";

/// Anna's profile with notes on the first line of her plan.
fn with_notes() -> String {
    let notes = "    status: i gang\n    noter:\n      - dato: 1/3-2027\n        note: Har set på tallene\n      \
                 - {note: Mangler kontoplanen, dato: 2027-02-01}\n";
    let anna = ANNA.replace("    status: aftalt\n", notes).replace("2026-05-01", "2027-05-01");
    anna.replace("2026-03-01", "2027-03-15").replace("opfølgning: 2026-06-15", "opfølgning: 2027-06-15")
}

fn build(fixture: &Fixture, more: &[&str]) -> std::process::Output {
    let out = fixture.document("");
    let args = ["build".as_ref(), fixture.folder().as_os_str(), "-o".as_ref(), out.as_os_str()];
    spind(args.into_iter().chain(more.iter().map(AsRef::as_ref)))
}

fn sheet(fixture: &Fixture) -> io::Result<String> {
    Ok(pdf::folded(&pdf::text(&fs::read(fixture.document(SHEET))?).join(" ")))
}

/// The lines of a calendar file, unfolded.
fn lines(path: &Path) -> io::Result<Vec<String>> {
    let text = fs::read_to_string(path)?;
    assert!(
        text.ends_with("END:VCALENDAR\r\n") && text.matches('\n').count() == text.matches("\r\n").count()
    );
    Ok(text.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect())
}

/// The first day and the title of each event.
fn events(path: &Path) -> io::Result<Vec<(String, String)>> {
    let lines = lines(path)?;
    let values = |key: &str| -> Vec<String> {
        lines.iter().filter_map(|line| line.strip_prefix(key)).map(str::to_owned).collect()
    };
    Ok(values("DTSTART;VALUE=DATE:").into_iter().zip(values("SUMMARY:")).collect())
}

#[test]
fn each_line_has_its_status_deadline_and_dated_notes() -> io::Result<()> {
    let fixture = Fixture::with(&[(PROFILE, &with_notes())])?;
    let output = build(&fixture, &["--opfoelgning", "--only", "anna"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let text = sheet(&fixture)?;
    for part in [
        "Opfølgning på planen".to_uppercase().as_str(),
        "Anna Vest",
        "Peder Ravn",
        "Næste frist 15. marts 2027",
        "Kende budgettet",
        "i gang",
        "1. maj 2027",
        "Få styr på kontoplanen",
    ] {
        assert!(text.to_lowercase().contains(&part.to_lowercase()), "{part}: {text}");
    }
    // The newest note first.
    let note = |date: &str, text_of: &str| {
        text.find(&format!("{date} {text_of}")).unwrap_or_else(|| panic!("{text_of}: {text}"))
    };
    assert!(note("1. mar. 2027", "Har set på tallene") < note("1. feb. 2027", "Mangler kontoplanen"));
    // A colleague who has not agreed to be named is not.
    assert!(!text.contains("Carl Dam"), "{text}");
    Ok(())
}

#[test]
fn an_ordinary_plan_takes_half_a_page_and_is_accessible() {
    let build = FullBuild::of_sample();
    let sheets: Vec<(&str, &[u8])> =
        build.pdfs().filter(|(name, _)| name.ends_with("-opfoelgning.pdf")).collect();
    assert_eq!(sheets.len(), 25);
    for (name, bytes) in sheets {
        for mark in ["<pdfuaid:part>1</", "<pdfaid:part>2</"] {
            assert!(bytes.windows(mark.len()).any(|window| window == mark.as_bytes()), "{name}: {mark}");
        }
        let pages = pdf::pages(bytes);
        assert_eq!(pages.len(), 1, "{name}");
        let (page, height) = (&pages[0], pages[0].height());
        // The footer is at the bottom.
        let is_blank = |y: u32| (0..page.width()).all(|x| page.get_pixel(x, y).0[..3] == [255; 3]);
        let last = (0..height * 9 / 10).rev().find(|&y| !is_blank(y)).expect("the page has text");
        assert!(last <= height / 2, "{name}: {last} of {height}");
    }
}

#[test]
fn notes_are_in_no_other_document_and_no_code() -> io::Result<()> {
    let fixture = Fixture::with(&[(PROFILE, ANNA)])?;
    fixture.sign("medarbejder", "2025-12-04")?;
    let code = fixture.code()?;
    fixture.edit(PROFILE, "    status: aftalt", "    noter: [{dato: 2026-02-01, note: Qvaksalver}]")?;
    assert_eq!(fixture.code()?, code);
    assert!(fixture.problems().iter().all(|problem| !problem["code"].to_string().contains("since-signed")));
    let every = ["--edition", "alle", "--forberedelse", "--opfoelgning", "--print", "--per-school"];
    let output = build(&fixture, &every);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let mut with_note = Vec::new();
    for name in files(&fixture.document("")).into_iter().filter(|name| name.ends_with(".pdf")) {
        let bytes = fs::read(fixture.document(&name))?;
        let attached = String::from_utf8_lossy(&bytes).into_owned();
        if pdf::text(&bytes).concat().contains("Qvaksalver") || attached.contains("Qvaksalver") {
            with_note.push(name);
        }
    }
    assert_eq!(with_note, [SHEET]);
    for format in ["csv", "json"] {
        let export = fixture.document("tal");
        let args = ["export".as_ref(), fixture.folder().as_os_str(), "--format".as_ref(), format.as_ref()];
        let output = spind(args.into_iter().chain(["-o".as_ref(), export.as_os_str()]));
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        for name in files(&export) {
            assert!(!fs::read_to_string(export.join(&name))?.contains("Qvaksalver"), "{name}");
        }
        if export.is_file() {
            assert!(!fs::read_to_string(&export)?.contains("Qvaksalver"));
            fs::remove_file(&export)?;
        }
    }
    let record = fixture.read(RECORD)?;
    assert!(!record.contains("Qvaksalver"), "{record}");
    Ok(())
}

/// What an earlier version noted of Anna's agreement, without a key: the code of its form 1.
const NOTED_BEFORE: &str = include_str!("earlier-record.underskrift");

#[test]
fn what_an_earlier_version_noted_as_signed_is_still_the_same() -> io::Result<()> {
    let fixture = Fixture::without_key()?;
    fixture.write(RECORD, NOTED_BEFORE)?;
    // With keys and words that the earlier version did not know.
    fixture.edit(PROFILE, "    status: aftalt", "    noter: [{dato: 2026-02-01, note: Godt i gang}]")?;
    fixture.edit(PROFILE, "    ansvarlig: leder", "    responsible: manager")?;
    let codes: Vec<String> = fixture.problems().iter().map(|problem| problem["code"].to_string()).collect();
    assert!(codes.iter().all(|code| !code.contains("signed") && !code.contains("record")), "{codes:?}");
    let anna = fixture.status_of_anna();
    assert_eq!(anna["changed_since_signed"], false, "{anna}");
    assert_eq!(anna["signed_by_employee"], "2025-12-04", "{anna}");
    // Something agreed is another agreement.
    fixture.edit(PROFILE, "Kende budgettet", "Kende regnskabet")?;
    assert_eq!(fixture.status_of_anna()["changed_since_signed"], true);
    Ok(())
}

#[test]
fn once_made_both_are_kept_current_and_go_with_the_person() -> io::Result<()> {
    let fixture = Fixture::with(&[(PROFILE, &with_notes())])?;
    let output = build(&fixture, &[]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(!fixture.document(SHEET).exists() && !fixture.document(CALENDAR).exists());
    build(&fixture, &["--opfølgning"]);
    fixture.edit(PROFILE, "Har set på tallene", "Er færdig")?;
    fixture.edit(PROFILE, "opfølgning: 2027-06-15", "opfølgning: 2027-06-16")?;
    build(&fixture, &[]);
    let text = sheet(&fixture)?;
    assert!(text.contains("Er færdig") && !text.contains("Har set på tallene"), "{text}");
    assert!(events(&fixture.document(CALENDAR))?.iter().any(|(day, _)| day == "20270616"));
    // A note in the PDF is somebody's work.
    let mut written = fs::read(fixture.document(SHEET))?;
    written.extend(b"\n% min note\n");
    fs::write(fixture.document(SHEET), &written)?;
    let output = build(&fixture, &[]);
    let kept = fixture.document("planer/nordskolen/anna-opfoelgning-gemt.pdf");
    assert!(fs::read(&kept)? == written, "{}", said(&output));
    // With an error in the profile, both stay and are reported.
    let sound = fixture.read(PROFILE)?;
    fixture.write(PROFILE, "navn: Anna Vest\n")?;
    let output = build(&fixture, &["--verbose"]);
    for name in ["anna-opfoelgning.pdf er forældet", "anna.ics er forældet"] {
        assert!(said(&output).contains(name), "{name}: {}", said(&output));
    }
    fixture.write(PROFILE, &sound)?;
    build(&fixture, &[]);
    fs::remove_file(fixture.path(PROFILE))?;
    build(&fixture, &[]);
    let left = files(&fixture.document("planer"));
    assert_eq!(left.iter().filter(|name| name.contains("anna")).count(), 1, "{left:?}");
    assert!(kept.exists() && left.iter().any(|name| name.ends_with("bente-opfoelgning.pdf")), "{left:?}");
    Ok(())
}

#[test]
fn the_calendar_has_neutral_titles_and_what_is_to_come() -> io::Result<()> {
    let course = "  - mål: Forstå økonomien\n    kursus: 45948\n    hold: 2027-03-02\n    status: aftalt\n    \
                  frist: 2027-05-01\n  - mål: Skrive\n    aktivitet: Øve\n    frist: 2027-04-01\n    status: gennemført\n";
    let fixture =
        Fixture::with(&[(PROFILE, &with_notes().replace("opfølgning:", &format!("{course}opfølgning:")))])?;
    fixture.edit("kurser.yaml", "halvdage: nej}", "halvdage: nej, tilmeldingsfrist: 2027-02-10}")?;
    let output = build(&fixture, &["--opfoelgning", "--only", "anna"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let titles = [
        ("20251202", "Samtale"),
        ("20270125", "Frist: profiler"),
        ("20270210", "Sidste dag at tilmelde sig kursus"),
        ("20270302", "Kursus"),
        ("20270315", "Frist i udviklingsplanen"),
        ("20270501", "Frist i udviklingsplanen (2 linjer)"),
        ("20270615", "Opfølgning på udviklingsplanen"),
        ("20270930", "Frist: aftalte planer"),
        ("20271130", "Frist: evaluering"),
    ];
    let found = events(&fixture.document(CALENDAR))?;
    let expected = titles.map(|(day, title)| (day.to_owned(), title.to_lowercase()));
    let found: Vec<(String, String)> =
        found.into_iter().map(|(day, title)| (day, title.to_lowercase())).collect();
    assert_eq!(found, expected);
    let lines = lines(&fixture.document(CALENDAR))?;
    let count = |line: &str| lines.iter().filter(|other| *other == line).count();
    assert_eq!((count("BEGIN:VEVENT"), count("CLASS:PRIVATE")), (9, 9));
    assert_eq!(
        (count("LOCATION:Bakkelund"), count("TRANSP:OPAQUE"), count("DTEND;VALUE=DATE:20270304")),
        (1, 1, 1)
    );
    let text = lines.join("\n").to_lowercase();
    for secret in ["anna", "vest", "nordskolen", "budget", "økonomi", "45948", "kontoplan", "tallene"] {
        assert!(!text.contains(secret), "{secret}: {text}");
    }
    // The same files give the same bytes on another day.
    let bytes = fs::read(fixture.document(CALENDAR))?;
    build(&fixture, &["--force", "--today", "2028-01-01", "--only", "anna"]);
    assert!(fs::read(fixture.document(CALENDAR))? == bytes);
    // An event keeps its id when its day changes.
    let uids = |lines: &[String]| -> Vec<String> {
        let mut uids: Vec<String> =
            lines.iter().filter(|line| line.starts_with("UID:")).map(|line| line.to_owned()).collect();
        uids.sort();
        uids.dedup();
        uids
    };
    let before = uids(&lines);
    assert_eq!(before.len(), 9);
    fixture.edit(PROFILE, "mus: 2025-12-02", "mus: 2025-11-24")?;
    build(&fixture, &["--only", "anna"]);
    assert!(fs::read(fixture.document(CALENDAR))? != bytes);
    assert_eq!(uids(&self::lines(&fixture.document(CALENDAR))?), before);
    Ok(())
}

#[test]
fn without_dates_there_is_no_calendar() -> io::Result<()> {
    let fixture = Fixture::with(&[(PROFILE, "navn: Anna Vest\nskole: Nordskolen\nprofil: {dansk: 3}\n")])?;
    let settings = fixture.read("afdeling.yaml")?;
    let without: String = settings
        .lines()
        .filter(|line| !line.starts_with("frister"))
        .map(|line| format!("{line}\n"))
        .collect();
    build(&fixture, &["--opfoelgning", "--only", "anna"]);
    assert!(fixture.document(CALENDAR).exists());
    fixture.write("afdeling.yaml", &without)?;
    let output = build(&fixture, &["--opfoelgning", "--only", "anna"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(!fixture.document(CALENDAR).exists() && fixture.document(SHEET).exists());
    assert!(sheet(&fixture)?.contains("Der er ingen linjer i planen"));
    Ok(())
}

#[test]
fn forget_finds_both_under_any_name_and_leaves_those_of_others() -> io::Result<()> {
    let fixture = Fixture::with(&[(PROFILE, &with_notes())])?;
    build(&fixture, &["--opfoelgning", "--only", "Nordskolen"]);
    fs::create_dir(fixture.document("til-mail"))?;
    fs::copy(fixture.document(CALENDAR), fixture.document("til-mail/datoer.ics"))?;
    fs::copy(fixture.document(SHEET), fixture.document("til-mail/samtale.pdf"))?;
    fs::copy(fixture.document("planer/nordskolen/bente.ics"), fixture.document("til-mail/andre.ics"))?;
    let out = fixture.document("");
    let args = ["forget".as_ref(), "Anna Vest".as_ref(), "--folder".as_ref(), fixture.folder().as_os_str()];
    let output = spind(args.into_iter().chain(["-o".as_ref(), out.as_os_str(), "--yes".as_ref()]));
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let left = files(&out);
    assert!(left.iter().all(|name| !name.contains("anna")), "{left:?}");
    assert!(!left.contains(&"til-mail/datoer.ics".to_owned()), "{left:?}");
    assert!(!left.contains(&"til-mail/samtale.pdf".to_owned()), "{left:?}");
    assert!(left.contains(&"til-mail/andre.ics".to_owned()), "{left:?}");
    assert!(left.contains(&"planer/nordskolen/bente.ics".to_owned()), "{left:?}");
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(!told.contains("andre.ics"), "{told}");
    Ok(())
}

#[test]
fn a_profile_of_such_a_name_is_refused() -> io::Result<()> {
    let fixture = Fixture::with(&[(PROFILE, ANNA)])?;
    fixture.write("nordskolen/anna-opfoelgning.yaml", &ANNA.replace("Anna", "Anja"))?;
    let output = build(&fixture, &["--opfoelgning", "--only", "Nordskolen"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("er optaget"), "{}", said(&output));
    let text = sheet(&fixture)?;
    assert!(text.contains("Anna Vest") && !text.contains("Anja"), "{text}");
    Ok(())
}
