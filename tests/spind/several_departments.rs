//! A folder of several departments.

use std::fs;
use std::io;

use spind::document::Templates;
use spind::run::targets;
use spind::run::{BuildRequest, build_each};
use spind::typeface::Typeface;

use crate::cases;
use crate::fixture::{ANNA, stdout};
use crate::program::{copy, department, files, project, request, said, spind};

/// A folder with two departments, one of them deeper, and another file.
fn county() -> io::Result<tempfile::TempDir> {
    let folder = tempfile::tempdir()?;
    copy(&project().join("tests/broken/base"), &folder.path().join("bakkelund"))?;
    copy(&department("swedish"), &folder.path().join("sverige/skaane"))?;
    fs::write(folder.path().join("notat.txt"), "intet")?;
    Ok(folder)
}

#[test]
fn each_department_is_built_as_if_it_were_alone() -> io::Result<()> {
    let (folder, out, alone) = (county()?, tempfile::tempdir()?, tempfile::tempdir()?);
    for school in ["bakkelund/sydskolen", "sverige/skaane/enheten-centrum", "sverige/skaane/enheten-soder"] {
        fs::remove_dir_all(folder.path().join(school))?;
    }
    let output = spind(["build".as_ref(), folder.path().as_os_str(), "-o".as_ref(), out.path().as_os_str()]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    for name in ["bakkelund", "sverige/skaane"] {
        let (folder, alone) = (folder.path().join(name), alone.path().join(name));
        let output = spind(["build".as_ref(), folder.as_os_str(), "-o".as_ref(), alone.as_os_str()]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    }
    assert_eq!(files(out.path()), files(alone.path()));
    assert!(files(out.path()).contains(&"sverige/skaane/häfte-internt.pdf".to_owned()));
    for name in files(out.path()) {
        assert!(fs::read(out.path().join(&name))? == fs::read(alone.path().join(&name))?, "{name}");
    }
    Ok(())
}

#[test]
fn problems_of_one_department_are_reported_with_its_folder_and_stop_no_other() -> io::Result<()> {
    let (folder, out) = (county()?, tempfile::tempdir()?);
    fs::write(folder.path().join("bakkelund/nordskolen/bente.yaml"), "navn: Bente\nskol: X\n")?;
    fs::write(folder.path().join("sverige/skaane/rollemodel.yaml"), "områder: [")?;
    let args = ["build".as_ref(), folder.path().as_os_str(), "-o".as_ref(), out.path().as_os_str()];
    let output = spind(args);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    for place in ["bakkelund/nordskolen/bente.yaml:2:1", "sverige/skaane/rollemodel.yaml:1"] {
        assert!(said(&output).contains(place), "{}", said(&output));
    }
    let built = files(out.path());
    assert!(built.contains(&"bakkelund/planer/sydskolen/carl.pdf".to_owned()), "{built:?}");
    assert!(!built.iter().any(|name| name.starts_with("sverige/")), "{built:?}");
    let json = spind(["check".as_ref(), folder.path().as_os_str(), "--format".as_ref(), "json".as_ref()]);
    assert_eq!(json.status.code(), Some(1));
    let lines = String::from_utf8_lossy(&json.stdout).into_owned();
    assert!(lines.contains("\"file\":\"bakkelund/nordskolen/bente.yaml\""), "{lines}");
    Ok(())
}

#[test]
fn somebody_is_found_in_whichever_department() -> io::Result<()> {
    let (folder, out) = (county()?, tempfile::tempdir()?);
    let only = |who: &str| {
        let (folder, out) = (folder.path().as_os_str(), out.path().as_os_str());
        spind(["build".as_ref(), folder, "-o".as_ref(), out, "--only".as_ref(), who.as_ref()])
    };
    let output = only("carl");
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert_eq!(files(out.path()), ["bakkelund/planer/sydskolen/carl.pdf"]);
    assert_eq!(only("ingen").status.code(), Some(2));
    Ok(())
}

#[test]
fn the_status_of_all_departments_begins_with_a_line_for_each() -> io::Result<()> {
    let folder = county()?;
    let status = |options: &[&str]| {
        let args = ["status".as_ref(), folder.path().as_os_str(), "--today".as_ref(), "2026-12-02".as_ref()];
        spind(args.into_iter().chain(options.iter().map(AsRef::as_ref)))
    };
    let text = status(&[]);
    assert_eq!(text.status.code(), Some(0), "{}", said(&text));
    let text = stdout(&text);
    let json = status(&["--format", "json"]);
    let each: Vec<serde_json::Value> = serde_json::from_slice(&json.stdout).expect("a list");
    let mut people = 0;
    let line = |name: &str| -> Vec<&str> {
        let line =
            text.lines().find(|line| line.starts_with(name)).unwrap_or_else(|| panic!("{name}: {text}"));
        line[name.len()..].split_whitespace().collect()
    };
    for department in &each {
        let count = department["people"].as_array().expect("people").len();
        people += count;
        assert_eq!(line(department["department"].as_str().expect("a name"))[0], count.to_string(), "{text}");
    }
    assert_eq!((each.len(), line("Alle")[0]), (2, &*people.to_string()), "{text}");
    let csv = stdout(&status(&["--format", "csv"]));
    let rows: Vec<&str> = csv.trim_start_matches('\u{feff}').lines().collect();
    assert!(rows[0].starts_with("Afdeling;Skole;"), "{csv}");
    assert_eq!(rows.len(), 1 + people, "{csv}");
    // A department that can't be read does not hide the other.
    fs::write(folder.path().join("sverige/skaane/afdeling.yaml"), "navn: [")?;
    let output = status(&[]);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(said(&output).contains("sverige/skaane/afdeling.yaml:1"), "{}", said(&output));
    assert!(stdout(&output).contains("Bente Holm"), "{}", said(&output));
    Ok(())
}

#[test]
fn each_department_is_exported_into_a_folder_of_its_own() -> io::Result<()> {
    let (folder, out) = (county()?, tempfile::tempdir()?);
    let export = |options: &[&str]| {
        let args = ["export".as_ref(), folder.path().as_os_str()];
        spind(args.into_iter().chain(options.iter().map(AsRef::as_ref)))
    };
    let into = out.path().to_str().expect("a plain path");
    let output = export(&["-o", into, "--format", "json"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let exported = files(out.path());
    assert_eq!(exported.len(), 2, "{exported:?}");
    for (name, department) in exported.iter().zip(["bakkelund", "sverige/skaane"]) {
        assert!(name.starts_with(&format!("{department}/")), "{name}");
        let alone = out.path().join("alone.json");
        let (department, one) = (folder.path().join(department), alone.as_os_str());
        let output = spind(["export".as_ref(), department.as_os_str(), "-o".as_ref(), one]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        assert!(fs::read(out.path().join(name))? == fs::read(&alone)?, "{name}");
        fs::remove_file(alone)?;
    }
    // One file holds one department.
    for one in [&["-o", "x.xlsx"][..], &["-o", "-"], &["--format", "csv"]] {
        let output = export(one);
        assert_eq!(output.status.code(), Some(2), "{}", said(&output));
        assert!(said(&output).contains("bakkelund"), "{}", said(&output));
    }
    Ok(())
}

/// Typst uses rayon inside; with its threads around it, documents would nest on one stack
/// and overflow it at some hundreds.
#[test]
fn many_hundred_plans_need_no_more_than_the_default_stack() -> io::Result<()> {
    const PEOPLE: usize = 50;
    if !cases::tries_long_counts() {
        return Ok(());
    }
    let departments = cases::scaled(4) as usize;
    let (folder, out) = (tempfile::tempdir()?, tempfile::tempdir()?);
    for department in 0..departments {
        let folder = folder.path().join(format!("kommune-{department:02}"));
        copy(&project().join("tests/broken/base"), &folder)?;
        fs::remove_file(folder.join("nordskolen/bente.yaml"))?;
        fs::remove_file(folder.join("sydskolen/carl.yaml"))?;
        for person in 0..PEOPLE {
            // The alphabet twice, in letters.
            let letter = char::from(b'a' + u8::try_from(person % 26).unwrap_or(0));
            let name = format!("Anna {} Vest", letter.to_string().repeat(1 + person / 26));
            let text = ANNA.replace("Anna Vest", &name).replace("    hos: Carl Dam\n", "");
            fs::write(folder.join(format!("nordskolen/anna-{person}.yaml")), text)?;
        }
    }
    let templates = Templates::embedded(&Typeface::embedded());
    let targets = targets(folder.path(), out.path(), None, None).each;
    assert_eq!(targets.len(), departments);
    // Every person in the folder, but no booklets.
    let only = [folder.path().display().to_string()];
    let requests: Vec<BuildRequest<'_>> = targets
        .iter()
        .map(|target| BuildRequest { only: &only, ..request(&target.folder, &target.out, &templates) })
        .collect();
    let mut documents = 0;
    for outcome in build_each(&requests, &|_, _| ()) {
        let built = outcome.expect("the folders can be used").built.expect("a department");
        assert!(built.failures.is_empty(), "{:?}", built.failures);
        documents += built.documents;
    }
    assert_eq!(documents, departments * PEOPLE);
    Ok(())
}
