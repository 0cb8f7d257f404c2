//! The shared folder and the output folder as they really are: links, pipes,
//! people who leave, files of others, two runs at once.

use std::fs;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::program::{build, copy, department, files, said, spind};

/// A copy of a small department, and a place for its documents.
fn folders() -> io::Result<(tempfile::TempDir, tempfile::TempDir)> {
    let (folder, out) = (tempfile::tempdir()?, tempfile::tempdir()?);
    copy(&department("three-areas"), folder.path())?;
    Ok((folder, out))
}

fn first_profile(folder: &Path) -> String {
    files(folder).into_iter().find(|name| name.contains('/')).expect("a profile")
}

#[test]
fn a_correction_file_comes_and_goes_with_its_problem() -> io::Result<()> {
    let (folder, out) = folders()?;
    let profile = first_profile(folder.path());
    let correction = out.path().join("rettelser").join(profile.replace(".yaml", ".txt"));
    let sound = fs::read_to_string(folder.path().join(&profile))?;
    build(folder.path(), out.path());
    assert!(!correction.exists());

    fs::write(folder.path().join(&profile), sound.replace("skole: ", "skole:"))?;
    let output =
        spind([folder.path().as_os_str(), "--verbose".as_ref(), "-o".as_ref(), out.path().as_os_str()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains(&correction.display().to_string()), "{}", said(&output));
    assert!(said(&output).contains("er forældet"), "{}", said(&output));
    let text = String::from_utf8_lossy(&fs::read(&correction)?).into_owned();
    assert!(text.starts_with("\u{feff}spind: "), "{text}");
    assert!(text.contains("forældet"), "{text}");
    assert!(text.contains("\r\n    skole: "), "the line as it should be: {text}");
    assert!(!text.replace("\r\n", "").contains('\n'), "Windows line ends throughout");
    // The plan from before stays.
    assert!(out.path().join("planer").join(profile.replace(".yaml", ".pdf")).exists());

    fs::write(folder.path().join(&profile), sound)?;
    build(folder.path(), out.path());
    assert!(!correction.exists());
    Ok(())
}

#[test]
fn correction_files_may_lie_beside_the_profiles() -> io::Result<()> {
    let (folder, out) = folders()?;
    let profile = first_profile(folder.path());
    let sound = fs::read_to_string(folder.path().join(&profile))?;
    fs::write(folder.path().join(&profile), "navn: A\n")?;
    let run = || {
        spind([
            folder.path().as_os_str(),
            "-o".as_ref(),
            out.path().as_os_str(),
            "--rettelser".as_ref(),
            folder.path().as_os_str(),
        ])
    };
    run();
    let correction = folder.path().join(profile.replace(".yaml", ".txt"));
    assert!(correction.exists());
    assert!(!out.path().join("rettelser").exists());
    fs::write(folder.path().join(&profile), sound)?;
    // A text file of somebody's own is nobody's business.
    let own = folder.path().join(files(folder.path())[0].replace(".yaml", ".txt"));
    fs::write(&own, "mine")?;
    assert_eq!(run().status.code(), Some(0));
    assert!(!correction.exists());
    assert_eq!(fs::read_to_string(own)?, "mine");
    Ok(())
}

#[test]
fn the_documents_of_a_person_who_left_are_removed() -> io::Result<()> {
    let (folder, out) = folders()?;
    build(folder.path(), out.path());
    let profile = first_profile(folder.path());
    let plan = out.path().join("planer").join(profile.replace(".yaml", ".pdf"));
    let mine = plan.with_file_name("mine.pdf");
    fs::write(&mine, "mine")?;
    assert!(plan.exists());
    fs::remove_file(folder.path().join(&profile))?;
    let output =
        spind([folder.path().as_os_str(), "--verbose".as_ref(), "-o".as_ref(), out.path().as_os_str()]);
    assert!(!plan.exists());
    assert!(mine.exists(), "what the program did not write stays");
    assert!(said(&output).contains("er fjernet"), "{}", said(&output));
    Ok(())
}

#[test]
fn somebody_elses_file_is_not_overwritten() -> io::Result<()> {
    let (folder, out) = folders()?;
    fs::write(out.path().join("haefte-intern.pdf"), "%PDF-1.4 mine")?;
    let output = build(folder.path(), out.path());
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("ikke har lavet"), "{}", said(&output));
    assert_eq!(fs::read_to_string(out.path().join("haefte-intern.pdf"))?, "%PDF-1.4 mine");
    assert_eq!(files(&out.path().join("planer")).len(), 4);
    Ok(())
}

#[test]
fn output_inside_the_shared_folder_is_remarked_on() -> io::Result<()> {
    let (folder, _) = folders()?;
    let output = build(folder.path(), &folder.path().join("out"));
    assert_eq!(output.status.code(), Some(0));
    assert!(said(&output).contains("inde i den fælles mappe"), "{}", said(&output));
    Ok(())
}

#[test]
fn two_runs_at_once_do_not_spoil_each_other() -> io::Result<()> {
    let (folder, out) = folders()?;
    let start = || {
        Command::new(env!("CARGO_BIN_EXE_spind"))
            .args([folder.path().as_os_str(), "-o".as_ref(), out.path().as_os_str()])
            .stderr(Stdio::piped())
            .spawn()
    };
    let (one, two) = (start()?, start()?);
    for run in [one, two] {
        let output = run.wait_with_output()?;
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    }
    let alone = tempfile::tempdir()?;
    build(folder.path(), alone.path());
    for name in files(alone.path()) {
        assert_eq!(fs::read(alone.path().join(&name))?, fs::read(out.path().join(&name))?, "{name}");
    }
    assert_eq!(files(out.path()), files(alone.path()));
    Ok(())
}

#[test]
fn a_file_with_very_many_problems_is_told_once_it_is_enough() -> io::Result<()> {
    let (folder, out) = folders()?;
    let lines: String = (0..5000).map(|i| format!("ukendt{i}: x\n")).collect();
    fs::write(folder.path().join("nordskolen/mange.yaml"), lines)?;
    let output = spind(["check".as_ref(), folder.path().as_os_str()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("mere end 100"), "{}", said(&output).len());
    assert!(said(&output).matches("fejl: ").count() <= 101);
    assert_eq!(build(folder.path(), out.path()).status.code(), Some(1));
    assert_eq!(files(&out.path().join("planer")).len(), 4);
    Ok(())
}

#[test]
fn a_file_too_large_is_refused_and_the_rest_is_built() -> io::Result<()> {
    let (folder, out) = folders()?;
    // A gigabyte that takes no room: only its beginning is ever read.
    let large = fs::File::create(folder.path().join("nordskolen/stor.yaml"))?;
    large.set_len(1_000_000_000)?;
    let output = build(folder.path(), out.path());
    assert!(said(&output).contains("mere end 1 MB"), "{}", said(&output));
    assert_eq!(files(&out.path().join("planer")).len(), 4);
    Ok(())
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::fs::symlink;

    #[test]
    fn links_loops_and_pipes_are_refused_with_a_word() -> io::Result<()> {
        let (folder, out) = folders()?;
        let elsewhere = tempfile::tempdir()?;
        fs::write(elsewhere.path().join("secret.yaml"), "navn: Hemmelig Person\n")?;
        symlink(elsewhere.path(), folder.path().join("andet-sted"))?;
        symlink(elsewhere.path().join("secret.yaml"), folder.path().join("nordskolen/x.yaml"))?;
        symlink(folder.path(), folder.path().join("nordskolen/loop"))?;
        let pipe = folder.path().join("nordskolen/pipe.yaml");
        assert!(Command::new("mkfifo").arg(&pipe).status()?.success());
        let output = build(folder.path(), out.path());
        let said = said(&output);
        assert_eq!(output.status.code(), Some(0), "{said}");
        assert_eq!(said.matches("Her ligger en genvej").count(), 3, "{said}");
        assert_eq!(said.matches("ikke er en almindelig fil").count(), 1, "{said}");
        assert!(!said.contains("Hemmelig"), "{said}");
        assert_eq!(files(&out.path().join("planer")).len(), 4);
        Ok(())
    }

    #[test]
    fn an_unreadable_profile_is_one_line_and_nobody_is_removed() -> io::Result<()> {
        use std::os::unix::fs::PermissionsExt;
        let (folder, out) = folders()?;
        build(folder.path(), out.path());
        let profile = folder.path().join(first_profile(folder.path()));
        fs::set_permissions(&profile, fs::Permissions::from_mode(0o000))?;
        if fs::read(&profile).is_ok() {
            eprintln!("SKIPPED: this user can read every file");
            return Ok(());
        }
        let output = build(folder.path(), out.path());
        assert_eq!(output.status.code(), Some(1));
        assert!(said(&output).contains("kan ikke læses"), "{}", said(&output));
        assert_eq!(files(&out.path().join("planer")).len(), 4, "the plan from before stays");
        Ok(())
    }

    #[test]
    fn a_link_in_the_output_folder_is_not_followed() -> io::Result<()> {
        let (folder, out) = folders()?;
        let elsewhere = tempfile::tempdir()?;
        symlink(elsewhere.path(), out.path().join("planer"))?;
        let output = build(folder.path(), out.path());
        assert_eq!(output.status.code(), Some(1));
        assert!(said(&output).contains("genvej"), "{}", said(&output));
        assert!(files(elsewhere.path()).is_empty());
        assert!(out.path().join("haefte-intern.pdf").exists());
        Ok(())
    }
}
