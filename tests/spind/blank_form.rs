//! The department's blank form: the same for everybody, whatever the profiles say.

use std::fs;
use std::io;
use std::path::Path;

use crate::full_builds::{FullBuild, sample};
use crate::pdf;
use crate::program::{copy, department, files, said, spind};

fn build(folder: &Path, more: &[&str]) -> io::Result<(tempfile::TempDir, std::process::Output)> {
    let out = tempfile::tempdir()?;
    let mut args = vec![folder.as_os_str(), "-o".as_ref(), out.path().as_os_str(), "--blank".as_ref()];
    args.extend(more.iter().map(|arg| std::ffi::OsStr::new(*arg)));
    let output = spind(args);
    Ok((out, output))
}

/// `text` without what a line break may have added.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '‐')).collect()
}

fn form(folder: &Path, more: &[&str]) -> io::Result<Vec<u8>> {
    let (out, output) = build(folder, more)?;
    assert!(output.status.success(), "{}", said(&output));
    fs::read(out.path().join("planer/blanket.pdf"))
}

#[test]
fn it_is_one_sheet_with_every_area_and_level_of_any_department() -> io::Result<()> {
    let departments = ["three-areas", "twenty-four-areas", "swedish", "norwegian"];
    let departments = departments.map(|name| (department(name), FullBuild::of_department(name)));
    for (folder, build) in departments.into_iter().chain([(sample(), FullBuild::of_sample())]) {
        let bytes = build.file("planer/blanket.pdf");
        for mark in ["<pdfuaid:part>1</", "<pdfaid:part>2</"] {
            assert!(bytes.windows(mark.len()).any(|window| window == mark.as_bytes()), "{mark}");
        }
        let pages = pdf::text(bytes);
        assert_eq!(pages.len(), 2, "{}", folder.display());
        let front = pdf::folded(&pages[0]);
        let mut problems = spind::problem::Problems::default();
        let department = spind::department::read(&folder, None, &mut problems)?.department;
        let role_model = department.expect("a department").role_model;
        for area in &role_model.areas {
            // The table shows a long name as its short one.
            let short = area.short_name.as_ref().unwrap_or(&area.name);
            let there = [&area.name, short].iter().any(|name| bare(&front).contains(&bare(name)));
            assert!(there, "{}: {front}", area.name);
        }
        for level in &role_model.scale.levels {
            assert!(front.contains(&format!("{} {}", level.number, level.name)), "{front}");
        }
        // The example line for the file is valid in a file.
        let back = pdf::folded(&pages[1]);
        let key = &role_model.areas[0].key;
        let at = back.find(&format!("{key}: ")).expect("an example") + key.len() + 2;
        let change: String = back[at..].chars().take_while(|c| !"»”“«".contains(*c)).collect();
        let change: spind::department::LevelChange = change.parse().expect("two levels");
        for level in [change.current, change.wanted] {
            assert!(role_model.scale.position(level.0).is_some(), "{level:?}");
        }
    }
    Ok(())
}

#[test]
fn profiles_change_no_byte_of_it() -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    copy(&department("three-areas"), folder.path())?;
    let before = form(folder.path(), &["--only", "tove-bregnholt"])?;
    for name in files(folder.path()).iter().filter(|name| name.contains('/')) {
        fs::remove_file(folder.path().join(name))?;
    }
    assert!(before == form(folder.path(), &[])?, "a department without people has the same form");
    let role_model = folder.path().join("rollemodel.yaml");
    let changed = fs::read_to_string(&role_model)?.replace("navn: Sagsbehandling", "navn: Sager");
    fs::write(&role_model, changed)?;
    assert!(before != form(folder.path(), &[])?, "the role model does change it");
    Ok(())
}

#[test]
fn it_is_made_when_asked_for_and_stays_when_not() -> io::Result<()> {
    let folder = department("three-areas");
    let out = tempfile::tempdir()?;
    let form = out.path().join("planer/blanket.pdf");
    let build = || crate::program::build(&folder, out.path());
    assert!(build().status.success());
    assert!(out.path().join("haefte-intern.pdf").exists() && !form.exists());
    let args = [folder.as_os_str(), "-o".as_ref(), out.path().as_os_str(), "--blank".as_ref()];
    let output = spind(args);
    assert!(output.status.success() && form.exists(), "{}", said(&output));
    assert!(build().status.success() && form.exists());
    Ok(())
}

#[test]
fn only_leaves_it_out_where_no_person_matches() -> io::Result<()> {
    let folder = department("three-areas");
    let (out, output) = build(&folder, &["--only", "tove-bregnholt"])?;
    assert!(output.status.success(), "{}", said(&output));
    assert_eq!(files(&out.path().join("planer")), ["blanket.pdf", "lyngbakkeskolen/tove-bregnholt.pdf"]);
    let (out, output) = build(&folder, &["--only", "Nobody"])?;
    assert_eq!(output.status.code(), Some(2));
    assert!(files(out.path()).is_empty());
    Ok(())
}
