//! `spind new`: the files that it creates, and that it never overwrites one.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Output;

use crate::pdf;
use crate::program::{
    TODAY, build, build_plans, copy, department, files, project, said, shown, spind, spind_in,
};

#[test]
fn a_new_department_is_ready_to_build() -> io::Result<()> {
    let parent = tempfile::tempdir()?;
    let folder = parent.path().join("profiler");
    let output = spind(["new".as_ref(), "afdeling".as_ref(), folder.as_os_str()]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let out = tempfile::tempdir()?;
    let built = build(&folder, out.path());
    assert_eq!(built.status.code(), Some(0), "{}", said(&built));
    assert_eq!(said(&built).lines().count(), 1, "{}", said(&built));
    assert_eq!(files(&out.path().join("planer")).len(), 1);
    for name in files(&folder).iter().filter(|name| name.ends_with(".yaml")) {
        schema_beside(&folder, name)?;
    }
    Ok(())
}

#[test]
fn a_language_may_be_said_first() -> io::Result<()> {
    let parent = tempfile::tempdir()?;
    let folder = parent.path().join("p");
    let output =
        spind(["new".as_ref(), "--lang".as_ref(), "sv".as_ref(), "afdeling".as_ref(), folder.as_os_str()]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let schema = schema_beside(&folder, "förvaltning.yaml")?;
    assert_eq!(schema["title"], "Förvaltningen");
    Ok(())
}

/// The schema that a line of `name` leads to.
fn schema_beside(folder: &Path, name: &str) -> io::Result<serde_json::Value> {
    let text = fs::read_to_string(folder.join(name))?;
    let mut lines = text.lines();
    let path = lines.find_map(|line| line.strip_prefix("# yaml-language-server: $schema="));
    let path = path.unwrap_or_else(|| panic!("{name}: {text}"));
    let path = folder.join(name).parent().expect("a folder").join(path);
    let schema = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    Ok(serde_json::from_slice(&schema)?)
}

#[test]
fn nothing_is_overwritten() -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    fs::write(folder.path().join("kurser.yaml"), "mine")?;
    let output = spind(["new".as_ref(), "afdeling".as_ref(), folder.path().as_os_str()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("kurser.yaml"), "{}", said(&output));
    assert_eq!(files(folder.path()), ["kurser.yaml"]);
    assert_eq!(fs::read_to_string(folder.path().join("kurser.yaml"))?, "mine");
    Ok(())
}

fn sample() -> io::Result<tempfile::TempDir> {
    let folder = tempfile::tempdir()?;
    copy(&project().join("profiles"), folder.path())?;
    Ok(folder)
}

fn new_person(folder: &Path, name: &str, school: &str) -> Output {
    let folder = folder.as_os_str();
    spind(["new".as_ref(), name.as_ref(), "--skole".as_ref(), school.as_ref(), "--folder".as_ref(), folder])
}

/// What `check` says of `folder`, a line for each problem.
fn check(folder: &Path) -> String {
    let output = spind(["check".as_ref(), folder.as_os_str(), "--format".as_ref(), "json".as_ref()]);
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn a_new_profile_has_every_area_passes_without_a_word_and_builds() -> io::Result<()> {
    let departments =
        ["three-areas", "twenty-four-areas", "swedish", "norwegian", "long-words", "hostile-text"];
    let mut folders: Vec<PathBuf> = departments.map(department).to_vec();
    folders.push(project().join("profiles"));
    for from in folders {
        let folder = tempfile::tempdir()?;
        copy(&from, folder.path())?;
        let before = check(folder.path());
        let reading = spind::department::read(folder.path(), None, &mut Default::default())?;
        let department = reading.department.expect("a department");
        let school = &department.settings.schools[0].name;
        let output = new_person(folder.path(), "Ny Prøve", school);
        assert_eq!(output.status.code(), Some(0), "{}: {}", from.display(), said(&output));
        assert_eq!(check(folder.path()), before, "{}", from.display());
        let path = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        let text = fs::read_to_string(&path)?;
        let name = Path::new(&path).strip_prefix(folder.path()).expect("in the folder");
        let schema = schema_beside(folder.path(), &name.to_string_lossy())?;
        let keys = schema["definitions"]["schema-levels"]["properties"].as_object().expect("areas");
        for area in &department.role_model.areas {
            assert!(text.contains(&area.name), "{}: {text}", area.name);
            assert!(keys.contains_key(&area.key), "{}", area.key);
        }
        for level in &department.role_model.scale.levels {
            assert!(text.contains(&format!("{}: ", level.number)), "{text}");
        }
        let out = tempfile::tempdir()?;
        build_plans(folder.path(), out.path(), &["Ny Prøve"], TODAY);
        assert_eq!(files(&out.path().join("planer")).len(), 1, "{}", from.display());
    }
    Ok(())
}

/// The text of a line that is commented out. Comments to read have one space after the sign, or three.
fn is_off(line: &str) -> Option<&str> {
    let rest = line.strip_prefix('#')?;
    let spaces = rest.len() - rest.trim_start_matches(' ').len();
    (spaces % 2 == 0).then_some(rest)
}

#[test]
fn every_line_that_is_switched_off_can_be_switched_on() -> io::Result<()> {
    for from in [project().join("profiles"), department("swedish"), department("norwegian")] {
        let folder = tempfile::tempdir()?;
        copy(&from, folder.path())?;
        let reading = spind::department::read(folder.path(), None, &mut Default::default())?;
        let school = reading.department.expect("a department").settings.schools[0].name.clone();
        let output = new_person(folder.path(), "Ny Prøve", &school);
        let path = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        let text = fs::read_to_string(&path)?;
        let on: Vec<&str> = text.lines().map(|line| is_off(line).unwrap_or(line)).collect();
        assert!(text.lines().filter_map(is_off).count() > 30, "{text}");
        fs::write(&path, on.join("\n"))?;
        let problems = check(folder.path());
        let name = Path::new(&path).file_name().expect("a name").to_string_lossy().into_owned();
        let own: Vec<&str> = problems.lines().filter(|line| line.contains(&name)).collect();
        assert!(!own.iter().any(|line| line.contains("\"error\"")), "{own:?}\n{}", on.join("\n"));
        let reading = spind::department::read(folder.path(), None, &mut Default::default())?;
        let department = reading.department.expect("a department");
        let person = department.people.iter().find(|person| person.name.value == "Ny Prøve").expect("read");
        assert!(person.talk.is_some() && person.agreed.is_some() && person.follow_up.is_some());
        assert!(person.plan.len() >= 2 && person.last_plan.len() == 1 && !person.roles.is_empty());
        let first = person.levels[0].as_ref().expect("the long form");
        assert!(first.priority.is_some() && first.remark.is_some());
        assert!(person.last_year[0].is_some());
    }
    Ok(())
}

#[test]
fn a_profile_goes_where_its_school_has_the_others() -> io::Result<()> {
    let folder = sample()?;
    let made = |name: &str, school: &str| {
        let output = new_person(folder.path(), name, school);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        let path = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        let path = Path::new(&path).strip_prefix(folder.path()).expect("in the folder");
        path.to_string_lossy().replace('\\', "/")
    };
    // A school whose folder was renamed, one without people, and a name that Windows can't have.
    fs::rename(folder.path().join("hedekær-skole"), folder.path().join("syd"))?;
    assert_eq!(made("Åse D'Ny", "hedekaer skole"), "syd/åse-d-ny.yaml");
    fs::remove_dir_all(folder.path().join("lillevad-skole"))?;
    assert_eq!(made("Bo Ny", "Lillevad Skole"), "lillevad-skole/bo-ny.yaml");
    assert_eq!(made("Aux", "Lillevad Skole"), "lillevad-skole/aux-1.yaml");
    let text = fs::read_to_string(folder.path().join("syd/åse-d-ny.yaml"))?;
    assert!(text.contains("\nskole: Hedekær Skole\n") && text.contains("\nnavn: \"Åse D'Ny\"\n"), "{text}");
    assert!(text.contains("CPR"), "{text}");
    Ok(())
}

#[test]
fn no_person_gets_a_second_profile_and_no_file_is_replaced() -> io::Result<()> {
    let folder = sample()?;
    let before = files(folder.path());
    for (name, school, expected) in [
        ("jytte overballe", "Hedekær Skole", "hedekær-skole/jytte-overballe.yaml"),
        ("Jytte Overballe", "Lillevad Skole", "hedekær-skole/jytte-overballe.yaml"),
        ("Jytte. Overballe", "Hedekær Skole", "hedekær-skole/jytte-overballe.yaml"),
        ("Ny Prøve", "Hedekar Skole", "Hedekær Skole"),
        ("Ny Prøve", "Slottet", "Lillevad Skole"),
        ("!!!", "Hedekær Skole", "!!!"),
        ("Bo Konflikt", "Hedekær Skole", "Bo Konflikt"),
    ] {
        let output = new_person(folder.path(), name, school);
        assert_eq!(output.status.code(), Some(2), "{name}");
        assert!(said(&output).contains(&shown(expected)), "{name}: {}", said(&output));
        assert_eq!(files(folder.path()), before, "{name}");
    }
    let output = spind(["new".as_ref(), "--folder".as_ref(), folder.path().as_os_str()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("--skole"), "{}", said(&output));
    Ok(())
}

#[test]
fn building_and_checking_leave_the_shared_folder_alone() -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    copy(&department("three-areas"), folder.path())?;
    let before = files(folder.path());
    let out = tempfile::tempdir()?;
    build(folder.path(), out.path());
    check(folder.path());
    assert_eq!(files(folder.path()), before);
    assert!(!folder.path().join(".spind").exists());
    Ok(())
}

#[test]
fn a_schema_that_cannot_be_written_costs_the_profile_nothing() -> io::Result<()> {
    let folder = sample()?;
    fs::create_dir(folder.path().join(".spind"))?;
    fs::write(folder.path().join(".spind/profil.schema.json"), "mine")?;
    let output = new_person(folder.path(), "Ny Prøve", "Hedekær Skole");
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("profil.schema.json"), "{}", said(&output));
    assert!(folder.path().join("hedekær-skole/ny-prøve.yaml").is_file());
    assert_eq!(fs::read_to_string(folder.path().join(".spind/profil.schema.json"))?, "mine");
    Ok(())
}

#[cfg(target_os = "linux")]
#[test]
fn on_a_terminal_name_and_school_are_asked_for() -> io::Result<()> {
    use std::process::Command;

    use crate::skip::is_installed;
    // `script` gives the program a terminal.
    if !is_installed("script", true) {
        return Ok(());
    }
    let folder = sample()?;
    let program = env!("CARGO_BIN_EXE_spind");
    let call = format!("'{program}' new --lang da --folder '{}'", folder.path().display());
    let mut child = Command::new("script")
        .args(["-qec", &call, "/dev/null"])
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()?;
    io::Write::write_all(child.stdin.as_mut().expect("a pipe"), b"Ny Pr\xC3\xB8ve\n5\n")?;
    let output = child.wait_with_output()?;
    let shown = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(0), "{shown}");
    assert!(shown.contains("  5  Hedekær Skole"), "{shown}");
    assert!(folder.path().join("hedekær-skole/ny-prøve.yaml").is_file(), "{shown}");
    Ok(())
}

fn guide(args: &[&str]) -> (tempfile::TempDir, Output) {
    let out = tempfile::tempdir().expect("a folder");
    let mut all = vec!["new", "vejledning", "-o"];
    let folder = out.path().display().to_string();
    all.push(&folder);
    all.extend(args);
    let output = spind(all);
    (out, output)
}

#[test]
fn the_guide_is_one_page_of_the_departments_own_words() -> io::Result<()> {
    for (folder, name, words) in [
        (
            project().join("profiles"),
            "Sådan gør du.pdf",
            ["Selvledelse", "Kan også det svære", "Lyngfjord Skole"],
        ),
        (
            department("swedish"),
            "Så här gör du.pdf",
            ["Öppna din fil", "Arbetar självständigt", "Enheten Norr"],
        ),
        (department("norwegian"), "Slik gjør du.pdf", ["Åpne filen din", "Kan det selv", "Enhet HR"]),
        (department("twenty-four-areas"), "Sådan gør du.pdf", ["Notesblok", "Kan selv", "Skolefællesskabet"]),
        (department("long-words"), "Sådan gør du.pdf", ["Notesblok", "Kan selv", "parathed"]),
        (department("three-areas"), "Sådan gør du.pdf", ["Økonomi", "Kan selv", "Nordskolen"]),
        (department("hostile-text"), "Sådan gør du.pdf", ["Notesblok", "Gem med Ctrl+S", "CPR"]),
    ] {
        let (out, output) = guide(&["--folder", &folder.display().to_string()]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        assert_eq!(files(out.path()), [name]);
        let bytes = fs::read(out.path().join(name))?;
        for mark in ["<pdfuaid:part>1</", "<pdfaid:part>2</"] {
            assert!(bytes.windows(mark.len()).any(|window| window == mark.as_bytes()), "{mark}");
        }
        let pages = pdf::text(&bytes);
        assert_eq!(pages.len(), 1, "{}", folder.display());
        let text = pdf::folded(&pages[0]);
        for word in words {
            assert!(text.contains(word), "{}: {word}: {text}", folder.display());
        }
    }
    let (out, output) = guide(&["--lang", "en"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert_eq!(files(out.path()), ["How to do it.pdf"]);
    Ok(())
}

#[test]
fn the_guide_needs_no_department_and_replaces_only_an_earlier_one() -> io::Result<()> {
    let elsewhere = tempfile::tempdir()?;
    let make = || spind_in(elsewhere.path(), ["new", "vejledning"]);
    assert_eq!(make().status.code(), Some(0), "{}", said(&make()));
    let path = elsewhere.path().join("out/Sådan gør du.pdf");
    let first = fs::read(&path)?;
    assert_eq!(make().status.code(), Some(0));
    assert_eq!(fs::read(&path)?, first);
    fs::write(&path, "mine")?;
    let output = make();
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("Sådan gør du.pdf"), "{}", said(&output));
    assert_eq!(fs::read_to_string(&path)?, "mine");
    Ok(())
}

#[test]
fn no_file_is_made_with_a_personal_number() -> io::Result<()> {
    let root = tempfile::tempdir()?;
    let base = root.path().join("profiles");
    copy(&project().join("tests/broken/base"), &base)?;
    let folder = base.display().to_string();
    let dir = root.path().join("ny").display().to_string();
    let before = files(&base);
    for number in
        ["010190-1234", "0101901234", "010190 12345", "900101-1234", "010190\u{200b}-1234", "010190_1234"]
    {
        let name = format!("A {number}");
        for args in [
            vec!["new", "afdeling", &dir, "--tom", "--skoler", &format!("A, {number}")],
            vec!["new", "afdeling", &dir, "--tom", "--skoler", "A", "--navn", &name],
            vec!["new", "afdeling", &dir, "--tom", "--skoler", "A", "--skala", &format!("Ny, {name}")],
            vec!["new", &name, "--skole", "Nordskolen", "--folder", &folder],
            vec!["new", "Anne Ask", "--skole", number, "--folder", &folder],
            vec!["new", "forløb", &name, "--folder", &folder],
            vec!["new", "hold", "Start", &name, "--folder", &folder],
        ] {
            let output = spind(&args);
            let said = said(&output);
            assert_eq!(output.status.code(), Some(2), "{args:?}{said}");
            assert!(said.contains("CPR-nummer") && !said.contains(number), "{args:?}{said}");
        }
    }
    assert!(!root.path().join("ny").exists());
    assert_eq!(files(&base), before);
    Ok(())
}
