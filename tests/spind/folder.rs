//! The shared folder and the output folder as they really are: links, pipes,
//! people who leave, files of others, two runs at once.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::program::{build, copy, department, files, said, shown, spind, spind_in};

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
    assert!(said(&output).contains(&shown(&correction)), "{}", said(&output));
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
fn only_speaks_of_those_who_are_asked_for() -> io::Result<()> {
    for beside in [false, true] {
        let (folder, out) = folders()?;
        let broken = ["nordskolen/karin-moseholm", "nordskolen/bodil-hasselstrom"];
        for name in broken {
            let path = folder.path().join(format!("{name}.yaml"));
            fs::write(&path, fs::read_to_string(&path)?.replace("skole: ", "skole:"))?;
        }
        let root = if beside { folder.path().to_owned() } else { out.path().join("rettelser") };
        let correction = |name: &str| root.join(format!("{name}.txt"));
        let build = |only: &[&str]| {
            let mut args =
                vec!["build".as_ref(), folder.path().as_os_str(), "-o".as_ref(), out.path().as_os_str()];
            if beside {
                args.extend(["--rettelser".as_ref(), folder.path().as_os_str()]);
            }
            args.extend(only.iter().flat_map(|who| ["--only".as_ref(), OsStr::new(*who)]));
            spind(args)
        };
        build(&[]);
        assert!(broken.iter().all(|name| correction(name).is_file()));

        let output = build(&["Tove Bregnholt"]);
        assert_eq!((output.status.code(), said(&output)), (Some(0), String::new()));
        assert!(broken.iter().all(|name| correction(name).is_file()), "what others were told stays");

        // A school is asked for by whoever leads it, and a broken file is still hers.
        let output = build(&["nordskolen"]);
        assert_eq!(output.status.code(), Some(2), "nothing could be made: {}", said(&output));
        assert_eq!(said(&output).matches("mellemrum efter kolonet").count(), 2, "{}", said(&output));

        let mended = folder.path().join("nordskolen/karin-moseholm.yaml");
        fs::write(&mended, fs::read_to_string(&mended)?.replace("skole:", "skole: "))?;
        let output = build(&["Karin Moseholm"]);
        assert_eq!((output.status.code(), said(&output)), (Some(0), String::new()));
        assert!(!correction(broken[0]).exists(), "it was mended");
        assert!(correction(broken[1]).is_file(), "nobody asked for this one");
        build(&[]);
        assert!(correction(broken[1]).is_file());
    }
    Ok(())
}

#[test]
fn a_folder_for_the_leader_that_is_not_there_is_named() -> io::Result<()> {
    let (folder, out) = folders()?;
    for verb in [&["build", "-o", "ud"][..], &["check"]] {
        let mut args: Vec<&OsStr> = verb.iter().map(OsStr::new).collect();
        args.extend([folder.path().as_os_str(), "--leder".as_ref(), "findes-ikke".as_ref()]);
        let output = spind_in(out.path(), args);
        assert_eq!(output.status.code(), Some(2));
        assert!(
            said(&output).contains("Mappen findes-ikke, som står efter --leder, findes ikke."),
            "{}",
            said(&output)
        );
    }
    assert!(files(out.path()).is_empty());
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

/// What a synced drive leaves where the profile `name` would be.
fn leave_in_the_cloud(folder: &Path, name: &str) -> io::Result<()> {
    let profile = folder.join(name);
    let file_name = profile.file_name().expect("a file has a name").to_string_lossy().into_owned();
    fs::write(profile.with_file_name(format!(".{file_name}.icloud")), "")?;
    match fs::remove_file(profile) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

const OF_ALL: [&str; 2] = ["haefte-intern.pdf", "strategisk-uddannelsesplan.pdf"];
const REFUSED: &str = "ikke lavet, fordi noget i mappen ikke kan læses";

#[test]
fn where_a_profile_cannot_be_read_the_plans_are_made_and_no_booklet() -> io::Result<()> {
    let (folder, out) = folders()?;
    let profile = first_profile(folder.path());
    leave_in_the_cloud(folder.path(), &profile)?;
    let output = build(folder.path(), out.path());
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(said(&output).contains(REFUSED), "{}", said(&output));
    assert!(OF_ALL.iter().all(|name| said(&output).contains(name)), "{}", said(&output));
    assert_eq!(files(out.path()).iter().filter(|name| name.starts_with("planer/")).count(), 3);
    assert!(OF_ALL.iter().all(|name| !out.path().join(name).exists()));

    // Nobody asked for a booklet of everybody.
    let school = Path::new(&profile).parent().expect("a folder").display().to_string();
    let only = ["--only".as_ref(), std::ffi::OsStr::new(&school)];
    let args = [folder.path().as_os_str(), "-o".as_ref(), out.path().as_os_str()];
    let output = spind(args.into_iter().chain(only));
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(!said(&output).contains(REFUSED), "{}", said(&output));
    Ok(())
}

#[test]
fn an_earlier_booklet_and_plan_stay_where_a_profile_cannot_be_read() -> io::Result<()> {
    let (folder, out) = folders()?;
    build(folder.path(), out.path());
    let profile = first_profile(folder.path());
    let plan = format!("planer/{}", profile.replace(".yaml", ".pdf"));
    let names = OF_ALL.iter().copied().chain([plan.as_str()]);
    let before = names.clone().map(|name| fs::read(out.path().join(name))).collect::<io::Result<Vec<_>>>()?;
    leave_in_the_cloud(folder.path(), &profile)?;
    // Something that the booklet would show.
    let settings = fs::read_to_string(folder.path().join("afdeling.yaml"))?;
    fs::write(folder.path().join("afdeling.yaml"), settings.replace("periode: 2026", "periode: 2025"))?;
    let output = build(folder.path(), out.path());
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    let after = names.map(|name| fs::read(out.path().join(name))).collect::<io::Result<Vec<_>>>()?;
    assert!(before == after, "{}", said(&output));
    Ok(())
}

#[test]
fn what_stands_in_no_booklet_keeps_none_from_being_made() -> io::Result<()> {
    let (folder, out) = folders()?;
    let profile = first_profile(folder.path());
    leave_in_the_cloud(folder.path(), &profile.replace(".yaml", ".leder.yaml"))?;
    fs::write(folder.path().join("nordskolen/.skolen.jpg.icloud"), "")?;
    // A profile that was read and has an error is another matter: the booklet counts it.
    let broken = folder.path().join("nordskolen/fejl.yaml");
    fs::write(&broken, "navn: A\n")?;
    let output = build(folder.path(), out.path());
    assert!(!said(&output).contains(REFUSED), "{}", said(&output));
    assert!(OF_ALL.iter().all(|name| out.path().join(name).is_file()), "{}", said(&output));

    leave_in_the_cloud(folder.path(), "kurser.yaml")?;
    assert!(said(&build(folder.path(), out.path())).contains(REFUSED));
    Ok(())
}

#[test]
fn forgetting_somebody_tells_where_the_booklet_cannot_be_made_again() -> io::Result<()> {
    let (folder, out) = folders()?;
    build(folder.path(), out.path());
    let mut profiles = files(folder.path()).into_iter().filter(|name| name.contains('/'));
    let (gone, unread) = (profiles.next().expect("a profile"), profiles.next().expect("another"));
    leave_in_the_cloud(folder.path(), &unread)?;
    let gone = folder.path().join(gone);
    let output =
        spind(["forget".as_ref(), gone.as_os_str(), "-o".as_ref(), out.path().as_os_str(), "--yes".as_ref()]);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(said(&output).contains(REFUSED), "{}", said(&output));
    assert!(OF_ALL.iter().all(|name| !out.path().join(name).exists()), "they name or count her");
    Ok(())
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::fs::{MetadataExt, PermissionsExt, chown, symlink};
    use std::os::unix::process::CommandExt;
    use std::process::Output;

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

    /// Somebody who has no rights of their own.
    const NOBODY: u32 = 65534;

    /// Builds as somebody whom permissions bind, which they don't the one who may do everything.
    fn build_with_few_rights(folder: &Path, out: &Path, more: &[&str]) -> io::Result<Option<Output>> {
        let mut command = Command::new(env!("CARGO_BIN_EXE_spind"));
        command
            .args([folder.as_os_str(), "-o".as_ref(), out.as_os_str()])
            .args(more)
            .env("LANG", "da_DK.UTF-8");
        if is_by_root(folder)? {
            for entry in walkdir::WalkDir::new(out).into_iter().filter_map(Result::ok) {
                chown(entry.path(), Some(NOBODY), Some(NOBODY))?;
            }
            fs::set_permissions(folder, fs::Permissions::from_mode(0o755))?;
            command.uid(NOBODY).gid(NOBODY);
        }
        match command.output() {
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                eprintln!("SKIPPED: nobody without rights may run the program here");
                Ok(None)
            }
            output => output.map(Some),
        }
    }

    /// Whether this is run by the one who may do everything.
    fn is_by_root(own: &Path) -> io::Result<bool> {
        Ok(fs::metadata(own)?.uid() == 0)
    }

    #[test]
    fn whoever_may_not_read_all_gets_plans_and_no_booklet() -> io::Result<()> {
        for in_the_way in ["", "nordskolen"] {
            let (folder, out) = folders()?;
            build(folder.path(), out.path());
            let before = files(out.path());
            let profile = first_profile(folder.path());
            assert!(profile.starts_with("lyngbakkeskolen/"), "{profile}");
            let refused = if in_the_way.is_empty() { profile.as_str() } else { in_the_way };
            fs::set_permissions(folder.path().join(refused), fs::Permissions::from_mode(0o000))?;
            let Some(output) = build_with_few_rights(folder.path(), out.path(), &["--force"])? else {
                return Ok(());
            };
            let told = said(&output);
            assert_eq!(output.status.code(), Some(1), "{told}");
            assert_eq!(told.matches("Filen kan ikke læses").count(), 1, "{told}");
            assert!(told.contains(REFUSED), "{told}");
            let is_left = |name: &String| out.path().join(name).is_file();
            assert!(before.iter().all(is_left), "what lies there from before stays: {told}");
            assert!(told.contains(refused), "{told}");

            let only = ["--only", "Tove Bregnholt", "--force"];
            let output = build_with_few_rights(folder.path(), out.path(), &only)?.expect("it ran before");
            assert!(!said(&output).contains(REFUSED), "{}", said(&output));
            assert_eq!(output.status.code(), Some(0), "others' files are not asked about: {}", said(&output));
            assert!(!said(&output).contains("Filen kan ikke læses"), "{}", said(&output));
            fs::set_permissions(folder.path().join(refused), fs::Permissions::from_mode(0o755))?;
        }
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
