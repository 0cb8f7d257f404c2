//! `spind status`: where each person stands in the year.

use std::ffi::OsStr;
use std::io;
use std::process::Output;

use crate::fixture::{ANNA, Fixture, PROFILE, stdout};
use crate::program::{project, said, spind};

fn status(fixture: &Fixture, options: &[&str]) -> Output {
    let folder = fixture.folder().as_os_str();
    spind(["status".as_ref(), folder].into_iter().chain(options.iter().map(OsStr::new)))
}

/// The school of this name in the answer.
fn school<'a>(status: &'a serde_json::Value, name: &str) -> &'a serde_json::Value {
    let schools = status["schools"].as_array().expect("schools");
    schools.iter().find(|school| school["name"] == name).unwrap_or_else(|| panic!("{name}: {schools:?}"))
}

#[test]
fn json_has_the_day_the_deadlines_the_schools_and_the_people() -> io::Result<()> {
    let fixture = Fixture::with_anna()?;
    fixture.sign("medarbejder", "2025-12-04")?;
    let status = fixture.status("2026-12-02");
    assert_eq!(status["department"], "Skoleafdelingen");
    assert_eq!((&status["period"], &status["today"]), (&"2026/27".into(), &"2026-12-02".into()));
    let deadlines = status["deadlines"].as_array().expect("deadlines");
    let told: Vec<_> =
        deadlines.iter().map(|d| (d["what"].as_str(), d["days"].as_i64(), d["done"].as_i64())).collect();
    assert_eq!(
        told,
        [
            (Some("profile"), Some(54), Some(3)),
            (Some("strategic-plan"), Some(180), None),
            (Some("plan"), Some(302), Some(1)),
            (Some("evaluation"), Some(363), None),
        ]
    );
    let north = school(&status, "Nordskolen");
    // Bente's talk is on this very day; Anna's was last year. Both her deadlines are past.
    for (field, expected) in [
        ("people", 2),
        ("with_errors", 0),
        ("talks_held", 2),
        ("agreed", 1),
        ("signed", 0),
        ("overdue", 2),
        ("up_to_date", 1),
    ] {
        assert_eq!(north[field], expected, "{field}: {north}");
    }
    assert_eq!(school(&status, "Sydskolen")["talks_held"], 0, "her talk is tomorrow");
    let people = status["people"].as_array().expect("people");
    let files: Vec<_> = people.iter().filter_map(|person| person["file"].as_str()).collect();
    assert_eq!(files, [PROFILE, "nordskolen/bente.yaml", "sydskolen/carl.yaml"]);
    let anna = &people[0];
    assert_eq!(
        (&anna["name"], &anna["school"], &anna["talk"], &anna["agreed"]),
        (&"Anna Vest".into(), &"Nordskolen".into(), &"2025-12-02".into(), &"2025-12-03".into())
    );
    assert_eq!((&anna["signed_by_employee"], &anna["signed_by_leader"]), (&"2025-12-04".into(), &().into()));
    Ok(())
}

#[test]
fn a_plan_is_up_to_date_for_twelve_months_while_it_is_what_was_signed() -> io::Result<()> {
    let fixture = Fixture::with_anna()?;
    let up_to_date = |today: &str| school(&fixture.status(today), "Nordskolen")["up_to_date"] == 1;
    // Agreed on 3 December 2025.
    for (today, expected) in
        [("2025-12-02", false), ("2025-12-03", true), ("2026-12-03", true), ("2026-12-04", false)]
    {
        assert_eq!(up_to_date(today), expected, "{today}");
    }
    fixture.sign("medarbejder", "2025-12-04")?;
    assert!(up_to_date("2026-01-15"));
    fixture.edit(PROFILE, "dansk: 3", "dansk: 4")?;
    assert!(!up_to_date("2026-01-15"));
    Ok(())
}

#[test]
fn profiles_with_errors_are_shown_and_end_with_one() -> io::Result<()> {
    let fixture = Fixture::with_anna()?;
    for format in ["text", "json", "csv"] {
        assert_eq!(status(&fixture, &["--format", format]).status.code(), Some(0), "{format}");
    }
    fixture.write(PROFILE, &ANNA.replace("dansk: 3", "dansk: 9"))?;
    for format in ["text", "json", "csv"] {
        let output = status(&fixture, &["--format", format]);
        assert_eq!(output.status.code(), Some(1), "{format}");
        assert!(stdout(&output).contains("Anna Vest"), "{format}: she is there all the same");
    }
    let answer = fixture.status("2026-01-15");
    assert_eq!(school(&answer, "Nordskolen")["with_errors"], 1);
    assert_eq!(answer["deadlines"][0]["done"], 2);
    let text = stdout(&status(&fixture, &["--today", "2026-01-15"]));
    let line = text.lines().find(|line| line.contains("Anna Vest")).expect("a line");
    assert!(line.contains("har fejl") && !line.contains("aftalt"), "{line}");
    // Without the department's own file there is no status.
    fixture.write("afdeling.yaml", "navn: [\n")?;
    assert_eq!(status(&fixture, &[]).status.code(), Some(2));
    Ok(())
}

#[test]
fn a_spreadsheet_reads_the_table() -> io::Result<()> {
    let fixture = Fixture::with_anna()?;
    fixture.edit(PROFILE, "navn: Anna Vest", "navn: 'Anna; \"Vest\"'")?;
    let output = status(&fixture, &["--format", "csv", "--today", "2026-12-02"]);
    let text = stdout(&output);
    let text = text.strip_prefix('\u{feff}').expect("the mark by which spreadsheets know UTF-8");
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
    let header: Vec<String> = reader.headers()?.iter().map(str::to_owned).collect();
    assert_eq!(
        header,
        [
            "Skole",
            "Navn",
            "Profil",
            "MUS",
            "Plan",
            "Aftalt",
            "Medarbejder",
            "Leder",
            "Siden noten",
            "Over frist"
        ]
    );
    let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>()?;
    assert_eq!(rows.len(), 3);
    let first: Vec<&str> = rows[0].iter().collect();
    assert_eq!(
        first,
        ["Nordskolen", "Anna; \"Vest\"", "i orden", "2025-12-02", "aftalt", "2025-12-03", "", "", "", "2"]
    );
    Ok(())
}

#[test]
fn the_text_fits_a_window_and_says_who_has_signed() -> io::Result<()> {
    let fixture = Fixture::with_anna()?;
    let line = || -> String {
        let text = stdout(&status(&fixture, &["--today", "2026-01-15"]));
        crate::pdf::folded(text.lines().find(|line| line.contains("Anna Vest")).expect("a line"))
    };
    assert!(line().contains("aftalt 3. dec. 2025") && !line().contains("medarbejder"), "{}", line());
    fixture.sign("medarbejder", "2025-12-04")?;
    assert!(line().contains("kun medarbejder"), "{}", line());
    fixture.sign("leder", "2025-12-05")?;
    assert!(line().contains("begge"), "{}", line());
    fixture.edit(PROFILE, "dansk: 3", "dansk: 4")?;
    assert!(line().contains("ændret siden") && !line().contains("begge"), "{}", line());

    for language in ["da", "sv", "nb", "en"] {
        let options = ["--today", "2026-12-15", "--lang", language].map(OsStr::new);
        let profiles = project().join("profiles");
        let output = spind(["status".as_ref(), profiles.as_os_str()].into_iter().chain(options));
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        let text = stdout(&output);
        let wide: Vec<&str> = text.lines().filter(|line| line.chars().count() > 100).collect();
        assert!(wide.is_empty(), "{wide:#?}");
    }
    Ok(())
}

#[test]
fn people_and_schools_are_sorted_by_the_alphabet_of_the_language() -> io::Result<()> {
    let profile = |name: &str, school: &str| format!("navn: {name}\nskole: {school}\nprofil: {{it: 2}}\n");
    let department = Fixture::with(&[
        ("a.yaml", &profile("Åse Dam", "Østskolen")),
        ("b.yaml", &profile("Ørjan Dam", "Østskolen")),
        ("c.yaml", &profile("Ärla Dam", "Østskolen")),
        ("d.yaml", &profile("Zita Dam", "Østskolen")),
        ("e.yaml", &profile("Öjvind Dam", "Østskolen")),
        ("f.yaml", &profile("Ina Dam", "Ågård Skole")),
        ("g.yaml", &profile("Ib Dam", "Zoneskolen")),
    ])?;
    // Neither the order of the settings nor that of the files is the alphabet's.
    department.edit(
        "afdeling.yaml",
        "  - {navn: Nordskolen",
        "  - {navn: Ågård Skole}\n  - {navn: Nordskolen",
    )?;
    department.edit("afdeling.yaml", "frister:", "  - {navn: Zoneskolen}\nfrister:")?;
    for (language, expected) in [
        ("da", ["Zita Dam", "Ärla Dam", "Öjvind Dam", "Ørjan Dam", "Åse Dam"]),
        ("sv", ["Zita Dam", "Åse Dam", "Ärla Dam", "Öjvind Dam", "Ørjan Dam"]),
    ] {
        let output = status(&department, &["--format", "json", "--lang", language]);
        let answer: serde_json::Value = serde_json::from_str(&stdout(&output))?;
        let names = |of: &serde_json::Value| -> Vec<String> {
            let rows = of.as_array().expect("a list").iter();
            rows.map(|row| row["name"].as_str().expect("a name").to_owned()).collect()
        };
        let people = answer["people"].as_array().expect("people").iter().cloned();
        let east = people.filter(|person| person["school"] == "Østskolen").collect();
        assert_eq!(names(&serde_json::Value::Array(east)), expected, "{language}");
        let schools = match language {
            "da" => ["Nordskolen", "Sydskolen", "Zoneskolen", "Østskolen", "Ågård Skole"],
            _ => ["Nordskolen", "Sydskolen", "Zoneskolen", "Ågård Skole", "Østskolen"],
        };
        assert_eq!(names(&answer["schools"]), schools, "{language}");
        let text = stdout(&status(&department, &["--lang", language]));
        let at = |name: &str| text.find(name).unwrap_or_else(|| panic!("{name}: {text}"));
        assert!(expected.windows(2).all(|pair| at(pair[0]) < at(pair[1])), "{text}");
    }
    Ok(())
}

#[test]
fn a_reminder_for_each_school_says_who_misses_what() -> io::Result<()> {
    let fixture = Fixture::with_anna()?;
    fixture.write("nordskolen/dora.yaml", "navn: Dora Lund\nskole: Nordskolen\nprofil: {dansk: 99}\n")?;
    let mail = |day: &str| {
        let output = status(&fixture, &["--mail", "--today", day]);
        stdout(&output)
    };
    let text = mail("2026-12-02");
    let mails: Vec<&str> = text.split("----------------------------------------").collect();
    let north = mails.iter().find(|mail| mail.contains("Nordskolen")).expect("something is missing there");
    for part in [
        "Til: Peder Ravn, Nordskolen",
        "Emne: Udviklingsplaner 2026/27: det her mangler på Nordskolen",
        "Kære Peder Ravn",
        "- Anna Vest: planen er ikke noteret som underskrevet af begge, 2 aktiviteter er over fristen",
        "- Bente Holm: samtalen er holdt, men planen er ikke aftalt",
        "- Dora Lund: filen har en fejl og kan ikke læses",
        "Venlig hilsen\nSkoleafdelingen",
    ] {
        assert!(north.contains(part), "{part}: {north}");
    }
    // Carl's talk is still ahead.
    assert!(!text.contains("Carl Dam"), "{text}");
    assert!(mail("2026-12-04").contains("- Carl Dam: "), "{}", mail("2026-12-04"));
    let both = status(&fixture, &["--mail", "--format", "csv"]);
    assert_eq!(both.status.code(), Some(2), "{}", said(&both));
    Ok(())
}
