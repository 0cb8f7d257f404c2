//! `spind export`: tables that are complete, numeric and safe to open in a spreadsheet.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Cursor};
use std::path::{Path, PathBuf};
use std::process::Output;

use calamine::{Data, Range, Reader, Xlsx};
use rust_xlsxwriter::{DocProperties, Workbook};
use serde_json::Value;
use spind::source::spelling::fold;
use walkdir::WalkDir;

use crate::program::{TODAY, build_plans, copy, department, files, project, said, spind, spind_in};

/// Runs the verb on `folder`.
fn export(folder: &Path, more: &[&str]) -> Output {
    let args = ["export".as_ref(), folder.as_os_str()];
    spind(args.into_iter().chain(more.iter().map(AsRef::as_ref)))
}

/// What is written to a file of this name.
fn written(folder: &Path, name: &str, more: &[&str]) -> Vec<u8> {
    let out = tempfile::tempdir().expect("a folder");
    let path = out.path().join(name);
    let said_path = path.to_str().expect("a plain path");
    let output = export(folder, &[&["-o", said_path], more].concat());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    fs::read(path).expect("written")
}

fn json(folder: &Path, more: &[&str]) -> Value {
    serde_json::from_slice(&written(folder, "x.json", more)).expect("JSON")
}

fn opened(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes)).expect("a workbook")
}

fn sheet(workbook: &mut Xlsx<Cursor<Vec<u8>>>, name: &str) -> Range<Data> {
    workbook.worksheet_range(name).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Each row of a sheet by the sheet's headings.
fn rows(sheet: &Range<Data>) -> Vec<BTreeMap<String, Data>> {
    let headings = sheet.headers().expect("a row of headings");
    sheet.rows().skip(1).map(|row| headings.iter().cloned().zip(row.iter().cloned()).collect()).collect()
}

/// A text table as headings and rows.
fn parted(text: &[u8]) -> Vec<Vec<String>> {
    let text = text.strip_prefix("\u{feff}".as_bytes()).expect("a byte order mark");
    let mut csv = csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(text);
    csv.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
}

/// The profiles of a folder as YAML, read apart from the program.
fn profiles(folder: &Path) -> Vec<serde_yaml::Value> {
    let entries = WalkDir::new(folder).min_depth(2).sort_by_file_name().into_iter().filter_map(Result::ok);
    let paths = entries.map(|entry| entry.into_path()).filter(|path| {
        path.extension().is_some_and(|ending| ending == "yaml")
            && !path.to_string_lossy().ends_with(".leder.yaml")
    });
    paths.map(|path| yaml(&path)).collect()
}

fn yaml(path: &Path) -> serde_yaml::Value {
    serde_yaml::from_str(&fs::read_to_string(path).expect("readable")).expect("YAML")
}

/// The value of `key`, which some type with ASCII letters.
fn entry<'a>(section: &'a serde_yaml::Value, key: &str) -> Option<&'a serde_yaml::Value> {
    let is_key = |typed: &serde_yaml::Value| typed.as_str().is_some_and(|typed| fold(typed) == fold(key));
    section.as_mapping()?.iter().find(|(typed, _)| is_key(typed)).map(|(_, value)| value)
}

/// `3 til 4`, `3` or the long form, as two numbers.
fn levels(value: &serde_yaml::Value) -> (i64, i64) {
    let both = |level: i64| (level, level);
    if let Some(text) = value.as_str() {
        let (current, wanted) = text.split_once(" til ").expect("two levels");
        return (current.parse().expect("a level"), wanted.parse().expect("a level"));
    }
    let of = |key: &str| entry(value, key).and_then(serde_yaml::Value::as_i64);
    match value.as_i64() {
        Some(level) => both(level),
        None => {
            let current = of("nu").expect("a level");
            (current, of("ønsket").unwrap_or(current))
        }
    }
}

fn sample() -> PathBuf {
    project().join("profiles")
}

#[test]
fn the_workbook_says_what_the_files_say() {
    let folder = sample();
    let areas = yaml(&folder.join("rollemodel.yaml"));
    let areas = areas["områder"].as_mapping().expect("areas").clone();
    let mut expected = BTreeSet::new();
    for profile in profiles(&folder) {
        let name = profile["navn"].as_str().expect("a name").to_owned();
        for (key, area) in &areas {
            let key = key.as_str().expect("a key");
            let levels = entry(&profile["profil"], key).map(levels);
            expected.insert((name.clone(), area["navn"].as_str().expect("a name").to_owned(), levels));
        }
    }
    assert!(expected.len() >= 25 * 11, "{}", expected.len());
    let mut workbook = opened(written(&folder, "x.xlsx", &[]));
    let told = rows(&sheet(&mut workbook, "Niveauer")).into_iter().map(|row| {
        let text = |key: &str| row[key].to_string();
        let number = |key: &str| match &row[key] {
            Data::Empty => None,
            // A number, not a text that looks like one.
            Data::Float(number) => Some(*number as i64),
            other => panic!("{key}: {other:?}"),
        };
        let levels = number("Nu").zip(number("Ønsket"));
        assert_eq!(number("Løft"), levels.map(|(current, wanted)| wanted - current));
        (text("Navn"), text("Område"), levels)
    });
    let told: BTreeSet<_> = told.collect();
    assert_eq!(told.symmetric_difference(&expected).collect::<Vec<_>>(), Vec::<&(_, _, _)>::new());
}

#[test]
fn a_workbook_has_a_sheet_for_each_question_with_dates_as_dates() {
    let mut workbook = opened(written(&sample(), "x.xlsx", &[]));
    let sheets = [
        "Niveauer",
        "Medarbejdere",
        "Kursusforslag",
        "Hold",
        "Rolledækning",
        "Områder",
        "Kurser",
        "Medarbejdere × områder",
        "Om tallene",
    ];
    assert_eq!(workbook.sheet_names(), sheets);
    for name in sheets {
        let sheet = sheet(&mut workbook, name);
        assert!(sheet.height() > 1, "{name}");
        let cells = || sheet.used_cells().map(|(_, _, cell)| cell);
        assert!(cells().all(|cell| !matches!(cell, Data::Error(_))), "{name}");
        let formulas = workbook.worksheet_formula(name).expect("a sheet");
        assert_eq!(formulas.used_cells().count(), 0, "{name}");
    }
    let people = rows(&sheet(&mut workbook, "Medarbejdere"));
    let talks: Vec<&Data> =
        people.iter().map(|row| &row["MUS"]).filter(|cell| **cell != Data::Empty).collect();
    assert!(talks.len() > 10);
    assert!(talks.iter().all(|talk| matches!(talk, Data::DateTime(_))), "{talks:?}");
    let held = profiles(&sample()).iter().filter(|profile| profile.get("mus").is_some()).count();
    assert_eq!(talks.len(), held);
    // A number with a leading zero would lose it as a number.
    let courses = rows(&sheet(&mut workbook, "Kurser"));
    assert!(courses.iter().all(|row| matches!(row["Kursusnr."], Data::String(_))));
    assert!(courses.iter().any(|row| matches!(row["Udgift i alt"], Data::Float(cost) if cost > 0.0)));
}

#[test]
fn tables_agree_with_each_other() {
    let all = json(&sample(), &[]);
    let rows = |table: &str| all[table].as_array().expect("a table").clone();
    let lift = |row: &Value| row["lift"].as_i64().filter(|lift| *lift > 0);
    for area in rows("areas") {
        let of_area: Vec<Value> =
            rows("levels").into_iter().filter(|row| row["area"] == area["area"]).collect();
        let lifts: Vec<i64> = of_area.iter().filter_map(lift).collect();
        assert_eq!(area["with_gap"], lifts.len(), "{area}");
        assert_eq!(area["levels"], lifts.iter().sum::<i64>(), "{area}");
        let current: Vec<i64> = of_area.iter().filter_map(|row| row["current"].as_i64()).collect();
        assert_eq!(area["filled_in"], current.len(), "{area}");
        let mean = current.iter().sum::<i64>() as f64 / current.len() as f64;
        assert!((area["mean_current"].as_f64().expect("a mean") - mean).abs() < 1e-9, "{area}");
    }
    let gaps: BTreeSet<(String, String)> = rows("levels")
        .iter()
        .filter(|row| lift(row).is_some())
        .map(|row| (row["name"].to_string(), row["area"].to_string()))
        .collect();
    let matched =
        rows("matches").iter().map(|row| (row["name"].to_string(), row["area"].to_string())).collect();
    assert_eq!(gaps, matched);
    for role in rows("coverage") {
        let count = role["names"].as_array().expect("names").len();
        assert_eq!(role["covered_by"], count, "{role}");
    }
    let stays = ["peer-training", "job-rotation", "self-study"];
    for course in rows("courses") {
        let seats = rows("groups").iter().filter(|row| row["number"] == course["number"]).count();
        let leaves = !stays.contains(&course["form"].as_str().expect("a form"));
        assert_eq!(seats, if leaves { course["people"].as_u64().expect("a count") as usize } else { 0 });
        let net = course["price"].as_f64().map(|price| price - course["subsidy"].as_f64().unwrap_or(0.0));
        let cost = net.map(|net| net.max(0.0) * course["people"].as_f64().expect("a count"));
        assert_eq!(course["all_cost"].as_f64(), cost, "{course}");
    }
}

#[test]
fn the_same_folder_gives_the_same_bytes() {
    let all = || ["x.xlsx", "x.csv", "x.json"].map(|name| (name, written(&sample(), name, &[])));
    // An archive's clock counts in steps of two seconds.
    let step = || {
        let time = std::time::UNIX_EPOCH.elapsed().expect("a clock that is right");
        time.as_secs() / 2
    };
    let first = all();
    let written_in = step();
    while step() == written_in {
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    for ((name, first), (_, second)) in first.into_iter().zip(all()) {
        assert!(first == second, "{name}");
    }
}

#[test]
fn text_tables_say_the_same_as_the_workbook() -> io::Result<()> {
    let out = tempfile::tempdir()?;
    let path = out.path().join("tal");
    let output = export(&sample(), &["--format", "csv", "-o", path.to_str().expect("a path")]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let names = [
        ("hold.csv", "Hold"),
        ("kurser.csv", "Kurser"),
        ("kursusforslag.csv", "Kursusforslag"),
        ("medarbejdere.csv", "Medarbejdere"),
        ("niveauer.csv", "Niveauer"),
        ("omraader.csv", "Områder"),
        ("rolledaekning.csv", "Rolledækning"),
    ];
    assert_eq!(files(&path), names.map(|(file, _)| file));
    let mut workbook = opened(written(&sample(), "x.xlsx", &[]));
    for (file, name) in names {
        let table = parted(&fs::read(path.join(file))?);
        let sheet = sheet(&mut workbook, name);
        assert_eq!(table.len(), sheet.height(), "{file}");
        for (row, cells) in table.iter().zip(sheet.rows()) {
            for (text, cell) in row.iter().zip(cells) {
                let same = match cell {
                    Data::Empty => text.is_empty(),
                    Data::Float(number) => text.replace(',', ".").parse() == Ok(*number),
                    Data::DateTime(date) => {
                        let (year, month, day, ..) = date.to_ymd_hms_milli();
                        *text == format!("{year}-{month:02}-{day:02}")
                    }
                    cell => *text == cell.to_string(),
                };
                assert!(same, "{file}: {text} and {cell:?}");
            }
        }
    }
    // To a screen, and to a file that is named as one, go the levels.
    let levels = fs::read(path.join("niveauer.csv"))?;
    let shown = export(&sample(), &["--format", "csv"]);
    assert!(shown.stdout == levels && shown.status.code() == Some(0));
    assert!(written(&sample(), "x.csv", &[]) == levels);
    Ok(())
}

#[test]
fn no_text_becomes_a_formula() -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    copy(&department("three-areas"), folder.path())?;
    let names = ["=cmd|' /C calc'!A0", "+1", "@x", "-2+3", "=HYPERLINK(\"http://x\")"];
    for (i, name) in names.iter().enumerate() {
        let quoted = name.replace('\'', "''");
        let text = format!(
            "navn: '{quoted}'\nskole: Nordskolen\nstilling: '=1+1'\nprofil: {{økonomi: 1}}\nsamtykke: {{hæfte: ja}}\n"
        );
        fs::write(folder.path().join(format!("nordskolen/{i}.yaml")), text)?;
    }
    for edition in ["intern", "offentlig"] {
        let more = ["--edition", edition];
        let bytes = written(folder.path(), "x.xlsx", &more);
        let mut workbook = opened(bytes);
        for name in workbook.sheet_names() {
            assert_eq!(workbook.worksheet_formula(&name).expect("a sheet").used_cells().count(), 0, "{name}");
        }
        let levels = rows(&sheet(&mut workbook, "Niveauer"));
        for name in names {
            assert!(levels.iter().any(|row| row["Navn"] == Data::String(name.to_owned())), "{name}");
        }
        let table = parted(&written(folder.path(), "x.csv", &more));
        for name in names {
            assert!(table.iter().any(|row| row[1] == format!("'{name}")), "{name}: {table:?}");
        }
        let begins = |cell: &String| cell.starts_with(['=', '+', '@']) || cell.starts_with('-');
        let dangerous = table.iter().flatten().filter(|cell| begins(cell) && cell.parse::<i64>().is_err());
        assert_eq!(dangerous.count(), 0);
        // Programs get the text as it is in the file.
        let all = json(folder.path(), &more);
        let levels = all["levels"].as_array().expect("rows");
        assert!(levels.iter().any(|row| row["name"] == names[0]));
    }
    Ok(())
}

#[test]
fn only_an_export_of_its_own_is_replaced() -> io::Result<()> {
    let out = tempfile::tempdir()?;
    for name in ["x.xlsx", "x.json", "x.csv"] {
        let path = out.path().join(name);
        let said_path = path.to_str().expect("a path");
        fs::write(&path, "Skole;Navn\nmine;egne\n")?;
        let refused = export(&sample(), &["-o", said_path]);
        assert_eq!(refused.status.code(), Some(2), "{name}");
        assert!(said(&refused).contains("ikke har lavet"), "{}", said(&refused));
        assert_eq!(fs::read(&path)?, b"Skole;Navn\nmine;egne\n", "{name}");
        fs::remove_file(&path)?;
        for _ in 0..2 {
            let output = export(&sample(), &["-o", said_path]);
            assert_eq!(output.status.code(), Some(0), "{name}: {}", said(&output));
        }
    }
    // With one file in the way none of the others is written.
    let tables = out.path().join("tabeller");
    fs::create_dir(&tables)?;
    fs::write(tables.join("omraader.csv"), "mine")?;
    let refused = export(&sample(), &["--format", "csv", "-o", tables.to_str().expect("a path")]);
    assert_eq!((refused.status.code(), files(&tables)), (Some(2), vec!["omraader.csv".to_owned()]));
    Ok(())
}

#[test]
fn a_workbook_that_somebody_has_saved_is_theirs() -> io::Result<()> {
    let out = tempfile::tempdir()?;
    let path = out.path().join("x.xlsx");
    let mut saved = Workbook::new();
    saved.set_properties(&DocProperties::new().set_author("Anne"));
    saved.add_worksheet();
    let saved = saved.save_to_buffer().expect("written");
    fs::write(&path, &saved)?;
    let refused = export(&sample(), &["-o", path.to_str().expect("a path")]);
    assert_eq!(refused.status.code(), Some(2), "{}", said(&refused));
    assert_eq!(fs::read(&path)?, saved);
    Ok(())
}

#[cfg(unix)]
#[test]
fn a_link_is_not_followed() -> io::Result<()> {
    let out = tempfile::tempdir()?;
    let target = out.path().join("andet.json");
    let own = "{\n  \"made_by\": \"spind 0\"\n}";
    fs::write(&target, own)?;
    let link = out.path().join("x.json");
    std::os::unix::fs::symlink(&target, &link)?;
    let refused = export(&sample(), &["-o", link.to_str().expect("a path")]);
    assert_eq!(refused.status.code(), Some(2), "{}", said(&refused));
    assert_eq!(fs::read_to_string(&target)?, own);
    Ok(())
}

#[test]
fn a_broken_profile_stops_no_other_numbers() -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    copy(&department("three-areas"), folder.path())?;
    let whole = json(folder.path(), &[]);
    let broken = folder.path().join("nordskolen/karin-moseholm.yaml");
    fs::write(&broken, format!("{}\n  skævt\n", fs::read_to_string(&broken)?))?;
    let out = tempfile::tempdir()?;
    let path = out.path().join("x.json");
    let output = export(folder.path(), &["-o", path.to_str().expect("a path")]);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(said(&output).contains("1 profil har fejl"), "{}", said(&output));
    let all: Value = serde_json::from_slice(&fs::read(&path)?)?;
    let without_her = |table: &Value| -> Vec<Value> {
        let rows = table.as_array().expect("rows").iter();
        rows.filter(|row| row["name"] != "Karin Moseholm").cloned().collect()
    };
    assert_eq!(all["levels"].as_array().expect("rows"), &without_her(&whole["levels"]));
    let her = all["people"].as_array().expect("rows").iter().find(|row| row["profile"] == "error");
    assert_eq!(her.expect("her row")["name"], "Karin Moseholm");

    fs::remove_file(folder.path().join("rollemodel.yaml"))?;
    let kept = fs::read(&path)?;
    let output = export(folder.path(), &["-o", path.to_str().expect("a path")]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert_eq!(fs::read(&path)?, kept);
    Ok(())
}

#[test]
fn nothing_private_is_in_any_table() {
    let folder = sample();
    let mut private = Vec::new();
    for profile in profiles(&folder) {
        for (_, levels) in profile["profil"].as_mapping().expect("levels") {
            private.extend(entry(levels, "bemærkning").and_then(|remark| remark.as_str()).map(str::to_owned));
        }
        let lines = entry(&profile, "plan").and_then(|plan| plan.as_sequence()).cloned().unwrap_or_default();
        private.extend(lines.iter().filter_map(|line| Some(entry(line, "mål")?.as_str()?.to_owned())));
    }
    assert!(private.len() > 20, "{}", private.len());
    let all = String::from_utf8(written(&folder, "x.json", &[])).expect("UTF-8");
    for text in private {
        assert!(!all.contains(&text), "{text}");
    }
    let all: Value = serde_json::from_str(&all).expect("JSON");
    for table in ["levels", "people", "matches", "groups", "coverage", "areas", "courses"] {
        let row = all[table][0].as_object().unwrap_or_else(|| panic!("{table}"));
        let names: Vec<&String> = row.keys().collect();
        let hidden = ["consent", "remark", "leader", "code", "teach"];
        let shown = names
            .iter()
            .find(|name| **name != "signed_by_leader" && hidden.iter().any(|hidden| name.contains(hidden)));
        assert_eq!(shown, None, "{table}");
    }
}

#[test]
fn names_for_programs_are_the_same_in_every_language() {
    let folder = department("swedish");
    let [danish, english] = ["da", "en"].map(|lang| json(&folder, &["--lang", lang]));
    // The language decides the order alone.
    let in_any_order = |all: &Value| -> BTreeMap<String, Vec<String>> {
        let rows = |table: &Value| {
            let mut rows: Vec<String> = table
                .as_array()
                .map_or(vec![table.to_string()], |rows| rows.iter().map(Value::to_string).collect());
            rows.sort();
            rows
        };
        all.as_object().expect("an object").iter().map(|(key, table)| (key.clone(), rows(table))).collect()
    };
    assert!(in_any_order(&danish) == in_any_order(&english));
    let keys: Vec<&String> = danish.as_object().expect("an object").keys().collect();
    let expected = ["made_by", "edition", "department", "period", "judged_on", "levels", "people", "matches"];
    assert!(expected.iter().all(|key| keys.contains(&&(*key).to_owned())), "{keys:?}");
    let headings = |lang| parted(&written(&folder, "x.csv", &["--lang", lang]))[0].clone();
    assert_ne!(headings("sv"), headings("en"));
}

#[test]
fn a_day_that_is_named_is_the_day_of_judgement() {
    let overdue = |day: &str| -> i64 {
        let all = json(&sample(), &["--today", day]);
        all["people"].as_array().expect("rows").iter().filter_map(|row| row["overdue"].as_i64()).sum()
    };
    assert_eq!(overdue("2020-01-01"), 0);
    assert!(overdue("2035-01-01") > 10);
}

#[test]
fn output_does_not_belong_in_the_shared_folder() -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    copy(&department("three-areas"), folder.path())?;
    let before = files(folder.path());
    let refused = spind_in(folder.path(), ["export"]);
    assert_eq!(refused.status.code(), Some(2), "{}", said(&refused));
    assert_eq!(files(folder.path()), before);
    let inside = folder.path().join("tal.xlsx");
    let output = export(folder.path(), &["-o", inside.to_str().expect("a path")]);
    assert!(said(&output).contains("inde i den fælles mappe"), "{}", said(&output));
    Ok(())
}

#[test]
fn a_folder_gets_a_file_of_the_usual_name() -> io::Result<()> {
    let out = tempfile::tempdir()?;
    let said_path = out.path().to_str().expect("a path");
    for edition in ["intern", "offentlig"] {
        let output = export(&sample(), &["-o", said_path, "--edition", edition]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    }
    assert_eq!(files(out.path()), ["kompetencer-offentlig.xlsx", "kompetencer.xlsx"]);
    Ok(())
}

#[test]
fn the_public_edition_has_only_the_people_with_consent() {
    let yes: BTreeSet<String> = profiles(&sample())
        .iter()
        .filter(|profile| {
            let consent = entry(profile, "samtykke").and_then(|consents| entry(consents, "hæfte"));
            consent.and_then(serde_yaml::Value::as_str) == Some("ja")
        })
        .map(|profile| profile["navn"].as_str().expect("a name").to_owned())
        .collect();
    assert!(!yes.is_empty() && yes.len() < 25);
    let all = json(&sample(), &["--edition", "offentlig"]);
    let levels = all["levels"].as_array().expect("rows");
    let told: BTreeSet<String> =
        levels.iter().map(|row| row["name"].as_str().expect("a name").to_owned()).collect();
    assert_eq!(told, yes);
    let columns: Vec<&String> = levels[0].as_object().expect("a row").keys().collect();
    let expected = ["school", "name", "position", "area", "current", "wanted"];
    assert_eq!(columns.into_iter().collect::<BTreeSet<_>>(), expected.map(str::to_owned).iter().collect());
    let tables: BTreeSet<&String> =
        all.as_object().expect("an object").iter().filter(|(_, v)| v.is_array()).map(|(k, _)| k).collect();
    assert_eq!(tables, ["areas", "courses", "levels"].map(str::to_owned).iter().collect());
    let columns = |table: &str| all[table][0].as_object().expect("a row").len();
    assert_eq!((columns("areas"), columns("courses")), (5, 2));
}

#[test]
fn no_public_table_is_made_of_an_unreadable_folder_or_without_consent() -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    copy(&department("three-areas"), folder.path())?;
    let out = tempfile::tempdir()?;
    let path = out.path().join("x.json");
    let run = || export(folder.path(), &["--edition", "offentlig", "-o", path.to_str().expect("a path")]);
    // A Mac's placeholder for a file that is in the cloud only.
    let cloud = folder.path().join("nordskolen/.ny.yaml.icloud");
    fs::write(&cloud, "")?;
    let output = run();
    assert_eq!((output.status.code(), path.exists()), (Some(2), false), "{}", said(&output));
    fs::remove_file(cloud)?;
    assert_eq!(run().status.code(), Some(0));
    for name in files(folder.path()).iter().filter(|name| name.contains('/')) {
        let path = folder.path().join(name);
        fs::write(&path, fs::read_to_string(&path)?.replace("fte: ja", "fte: nej"))?;
    }
    let output = run();
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(said(&output).contains("Slet den tidligere fil"), "{}", said(&output));
    Ok(())
}

#[test]
fn forgetting_somebody_takes_the_tables_too() -> io::Result<()> {
    let all = tempfile::tempdir()?;
    let [folder, out] = ["profiler", "out"].map(|name| all.path().join(name));
    copy(&department("three-areas"), &folder)?;
    build_plans(&folder, &out, &["Nordskolen"], TODAY);
    let said_out = out.to_str().expect("a path");
    for format in ["xlsx", "json", "csv"] {
        let output = export(&folder, &["--format", format, "-o", said_out]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    }
    let tables = |name: &&String| ["xlsx", "json", "csv"].iter().any(|ending| name.ends_with(ending));
    assert_eq!(files(&out).iter().filter(tables).count(), 9);
    let args = ["forget", "Karin Moseholm", "--folder", folder.to_str().expect("a path")];
    let output = spind(args.into_iter().chain(["-o", said_out, "--yes"]));
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert_eq!(files(&out).iter().filter(tables).count(), 0);
    Ok(())
}
