//! The folders as they are in offices: links, pipes, deleted profiles, others' files, two runs at once.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::io::{self, BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::full_builds::OutputFolder;
use crate::program::{SOURCE_DATE_EPOCH, build, copy, department, files, said, shown, spind, spind_in};

/// A copy of a small department, and an output folder.
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
    let correction = out.path().join("rettelser").join(profile.replace(".yaml", "-rettelser.txt"));
    let sound = fs::read_to_string(folder.path().join(&profile))?;
    OutputFolder::of_three_areas().place(out.path())?;
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
        OutputFolder::of_three_areas().place(out.path())?;
        let broken = ["nordskolen/karin-moseholm", "nordskolen/bodil-hasselstrom"];
        for name in broken {
            let path = folder.path().join(format!("{name}.yaml"));
            fs::write(&path, fs::read_to_string(&path)?.replace("skole: ", "skole:"))?;
        }
        let root = if beside { folder.path().to_owned() } else { out.path().join("rettelser") };
        let correction = |name: &str| root.join(format!("{name}-rettelser.txt"));
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
        assert_eq!((output.status.code(), said(&output).lines().count()), (Some(0), 1), "{}", said(&output));
        assert!(broken.iter().all(|name| correction(name).is_file()), "what others were told stays");

        // A leader asks for her school; a broken profile belongs to it too.
        let output = build(&["nordskolen"]);
        assert_eq!(output.status.code(), Some(2), "nothing could be made: {}", said(&output));
        assert_eq!(said(&output).matches("mellemrum efter kolonet").count(), 2, "{}", said(&output));

        let mended = folder.path().join("nordskolen/karin-moseholm.yaml");
        fs::write(&mended, fs::read_to_string(&mended)?.replace("skole:", "skole: "))?;
        let output = build(&["Karin Moseholm"]);
        assert_eq!((output.status.code(), said(&output).lines().count()), (Some(0), 1), "{}", said(&output));
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
fn correction_files_may_be_beside_the_profiles() -> io::Result<()> {
    let (folder, out) = folders()?;
    OutputFolder::of_three_areas().place(out.path())?;
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
    let correction = folder.path().join(profile.replace(".yaml", "-rettelser.txt"));
    assert!(correction.exists());
    assert!(!out.path().join("rettelser").exists());
    fs::write(folder.path().join(&profile), sound)?;
    // Other text files are left alone.
    let own = folder.path().join(files(folder.path())[0].replace(".yaml", "-rettelser.txt"));
    fs::write(&own, "mine")?;
    assert_eq!(run().status.code(), Some(0));
    assert!(!correction.exists());
    assert_eq!(fs::read_to_string(own)?, "mine");
    Ok(())
}

#[test]
fn the_documents_of_a_person_who_left_are_removed() -> io::Result<()> {
    let (folder, out) = folders()?;
    OutputFolder::of_three_areas().place(out.path())?;
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
    let out = folder.path().join("out");
    let args = ["build".as_ref(), folder.path().as_os_str(), "-o".as_ref(), out.as_os_str()];
    let output = spind(args.into_iter().chain(["--only", "Tove Bregnholt"].map(AsRef::as_ref)));
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
            .env("SOURCE_DATE_EPOCH", SOURCE_DATE_EPOCH)
            .stderr(Stdio::piped())
            .spawn()
    };
    let (one, two) = (start()?, start()?);
    for run in [one, two] {
        let output = run.wait_with_output()?;
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    }
    let alone: BTreeMap<&str, &[u8]> = OutputFolder::of_three_areas().documents().collect();
    for (name, bytes) in &alone {
        assert!(fs::read(out.path().join(name))? == *bytes, "{name}");
    }
    assert!(alone.keys().copied().eq(files(out.path())), "{:?} {:?}", alone.keys(), files(out.path()));
    Ok(())
}

#[test]
fn a_run_that_waits_for_another_says_so() -> io::Result<()> {
    let (folder, out) = folders()?;
    for quiet in [false, true] {
        let lock = fs::File::create(out.path().join(".spind.lock"))?;
        lock.lock()?;
        let mut run = Command::new(env!("CARGO_BIN_EXE_spind"))
            .args([folder.path().as_os_str(), "-o".as_ref(), out.path().as_os_str()])
            .args(["--only", "Tove Bregnholt"])
            .args(quiet.then_some("--quiet"))
            .env("LANG", "da_DK.UTF-8")
            .env_remove("LC_ALL")
            .stderr(Stdio::piped())
            .spawn()?;
        let mut said = BufReader::new(run.stderr.take().expect("it is piped")).lines();
        if quiet {
            std::thread::sleep(Duration::from_millis(1_500));
            drop(lock);
            assert!(said.next().is_none(), "only errors are wanted");
        } else {
            let line = said.next().expect("a line")?;
            assert!(line.contains("Venter") && line.contains(&out.path().display().to_string()), "{line}");
            assert!(files(out.path()).is_empty(), "it waits");
            drop(lock);
        }
        assert_eq!(run.wait()?.code(), Some(0));
    }
    Ok(())
}

#[test]
fn a_file_with_very_many_problems_is_reported_up_to_a_limit() -> io::Result<()> {
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
    // A sparse file of a gigabyte: only its beginning is ever read.
    let large = fs::File::create(folder.path().join("nordskolen/stor.yaml"))?;
    large.set_len(1_000_000_000)?;
    let output = build(folder.path(), out.path());
    assert!(said(&output).contains("mere end 1 MB"), "{}", said(&output));
    assert_eq!(files(&out.path().join("planer")).len(), 4);
    Ok(())
}

/// A synced drive's placeholder for the profile `name`.
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

    // `--only` builds no booklet.
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
    OutputFolder::of_three_areas().place(out.path())?;
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
fn unreadable_files_that_no_booklet_shows_do_not_stop_it() -> io::Result<()> {
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
fn forget_reports_a_booklet_that_cannot_be_made_again() -> io::Result<()> {
    let (folder, out) = folders()?;
    OutputFolder::of_three_areas().place(out.path())?;
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

#[test]
fn a_copy_of_the_whole_folder_in_itself_stops_no_document() -> io::Result<()> {
    let (folder, out) = folders()?;
    OutputFolder::of_three_areas().place(out.path())?;
    let before: Vec<Vec<u8>> =
        OF_ALL.iter().map(|name| fs::read(out.path().join(name))).collect::<Result<_, _>>()?;
    copy(&department("three-areas"), &folder.path().join("profiler - Kopi"))?;
    let output = spind([
        "build".as_ref(),
        folder.path().as_os_str(),
        "-o".as_ref(),
        out.path().as_os_str(),
        "--force".as_ref(),
    ]);
    let told = said(&output);
    assert_eq!(output.status.code(), Some(0), "{told}");
    assert_eq!(told.matches("advarsel: ").count(), 1, "{told}");
    assert!(told.contains("profiler - Kopi/afdeling.yaml"), "{told}");
    let after: Vec<Vec<u8>> =
        OF_ALL.iter().map(|name| fs::read(out.path().join(name))).collect::<Result<_, _>>()?;
    assert!(before == after);
    let corrections: Vec<String> = files(&out.path().join("rettelser"));
    assert_eq!(corrections, ["profiler - Kopi/afdeling-rettelser.txt"]);

    // A person who has left since is in the copy alone: she is named, and no document is missing.
    let profile = first_profile(folder.path());
    fs::remove_file(folder.path().join(&profile))?;
    let output = build(folder.path(), out.path());
    let told = said(&output);
    assert_eq!(output.status.code(), Some(0), "{told}");
    assert!(told.contains(&format!("Kun i den ligger: {profile}.")), "{told}");
    assert!(!out.path().join("planer").join(profile.replace(".yaml", ".pdf")).exists());

    // Another department is no copy: no file is removed and no booklet made.
    let inner = folder.path().join("profiler - Kopi");
    for school in ["nordskolen", "lyngbakkeskolen"] {
        if inner.join(school).is_dir() {
            fs::rename(inner.join(school), inner.join(format!("{school}-2")))?;
        }
    }
    let output = build(folder.path(), out.path());
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(said(&output).contains(REFUSED), "{}", said(&output));
    Ok(())
}

#[test]
fn every_verb_names_the_department_above_or_below_the_folder() -> io::Result<()> {
    let root = tempfile::tempdir()?;
    let above = root.path().join("kommune");
    for name in ["vest", "øst"] {
        copy(&department("three-areas"), &above.join(name))?;
    }
    let school = above.join("vest/nordskolen");
    let verbs: [(&[&str], bool, bool); 11] = [
        (&["export", "--format", "csv"], false, false),
        (&["import", "kurser", "liste.csv", "--yes"], true, false),
        (&["verify", "0000-0000-0000-0000-0000-0000-0"], false, false),
        (&["sign", "Anne", "--as", "leder"], true, false),
        (&["forget", "Anne", "--yes"], true, false),
        (&["new", "Ny Person", "--skole", "Nordskolen"], true, false),
        (&["schema", "profil"], true, false),
        (&["rollover", "--to", "2027/28", "--archive", "arkiv", "--yes"], false, false),
        // These take a folder of many.
        (&["status"], false, true),
        (&["check"], false, true),
        (&["build", "-o", "ud"], false, true),
    ];
    for (words, is_option, takes_many) in verbs {
        let run = |folder: &Path| {
            let option = is_option.then_some(OsStr::new("--folder"));
            spind_in(root.path(), words.iter().map(OsStr::new).chain(option).chain([folder.as_os_str()]))
        };
        let inside = run(&school);
        let told = said(&inside);
        assert_eq!(inside.status.code(), Some(2), "{words:?}: {told}");
        assert!(
            told.contains(&format!("ligger i afdelingen {}.", above.join("vest").display())),
            "{words:?}: {told}"
        );
        let command = format!("Skriv: spind {}", words[0]);
        assert!(told.contains(&command) && told.trim_end().ends_with("vest"), "{words:?}: {told}");
        assert!(!told.contains("mangler"), "{words:?}: {told}");
        if takes_many {
            continue;
        }
        let over = run(&above);
        let told = said(&over);
        assert_eq!(over.status.code(), Some(2), "{words:?}: {told}");
        let names = format!("{}, {}.", above.join("vest").display(), above.join("øst").display());
        assert!(told.contains(&names), "{words:?}: {told}");
        assert!(
            told.contains(&format!("spind {}", words[0])) && told.trim_end().ends_with("vest"),
            "{words:?}: {told}"
        );
    }
    assert!(files(root.path()).iter().all(|name| name.starts_with("kommune/")));
    // The folder that one stands in.
    let output = spind_in(&school, ["status", "."]);
    assert!(said(&output).contains("ligger i afdelingen "), "{}", said(&output));

    for (dir, told) in
        [(school.join("ny"), "ligger inde i afdelingen"), (above.clone(), "ligger der afdelinger")]
    {
        let output = spind(["new".as_ref(), "afdeling".as_ref(), dir.as_os_str()]);
        assert_eq!(output.status.code(), Some(2), "{}", said(&output));
        assert!(said(&output).contains(told), "{}", said(&output));
    }
    Ok(())
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::fs::{PermissionsExt, symlink};

    use crate::unprivileged;

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
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.contains(REFUSED), "{said}");
        assert!(OF_ALL.iter().all(|name| !out.path().join(name).exists()), "{said}");
        assert_eq!(said.matches("Her ligger en genvej").count(), 3, "{said}");
        assert_eq!(said.matches("ikke er en almindelig fil").count(), 1, "{said}");
        assert!(!said.contains("Hemmelig"), "{said}");
        assert_eq!(files(&out.path().join("planer")).len(), 4);
        Ok(())
    }

    /// Every file in `out` with its bytes.
    fn contents(out: &Path) -> io::Result<Vec<(String, Vec<u8>)>> {
        files(out).into_iter().map(|name| Ok((name.clone(), fs::read(out.join(name))?))).collect()
    }

    #[test]
    fn what_is_behind_a_link_is_unread_and_nothing_is_removed_for_it() -> io::Result<()> {
        let elsewhere = tempfile::tempdir()?;
        let target = |name: &str| elsewhere.path().join(name.replace('/', "-"));
        let make = |name: &str, folder: &Path| {
            fs::rename(folder.join(name), target(name))?;
            symlink(target(name), folder.join(name))
        };
        let school = "lyngbakkeskolen";
        let profile = "nordskolen/karin-moseholm.yaml";
        // The documents from before, the same for each link.
        let (folder, built) = folders()?;
        OutputFolder::of_three_areas().place(built.path())?;
        // One profile of that school has an error.
        let broken = folder.path().join(first_profile(folder.path()));
        assert!(broken.starts_with(folder.path().join(school)));
        let sound = fs::read_to_string(&broken)?;
        fs::write(&broken, sound.replace("skole: ", "skole:"))?;
        let build_with = |options: &[&str]| {
            let args = ["build".as_ref(), folder.path().as_os_str(), "-o".as_ref(), built.path().as_os_str()];
            spind(args.into_iter().chain(options.iter().map(AsRef::as_ref)));
        };
        build_with(&["--edition", "alle"]);
        fs::write(&broken, sound)?;
        build_with(&["--forberedelse"]);
        for (name, dangles) in [(school, false), (school, true), (profile, false), (profile, true)] {
            let (folder, out) = folders()?;
            copy(built.path(), out.path())?;
            let _ = fs::remove_file(target(name)).or_else(|_| fs::remove_dir_all(target(name)));
            let before = contents(out.path())?;
            assert!(before.iter().any(|(name, _)| name == "haefte-offentligt.pdf"), "somebody has said yes");
            make(name, folder.path())?;
            if dangles {
                fs::rename(target(name), elsewhere.path().join("væk"))?;
            }
            // Something that the booklet would show.
            let settings = folder.path().join("afdeling.yaml");
            fs::write(&settings, fs::read_to_string(&settings)?.replace("periode: 2026", "periode: 2025"))?;
            let output = build(folder.path(), out.path());
            let told = said(&output);
            assert_eq!(output.status.code(), Some(1), "{told}");
            assert_eq!(told.matches("Her ligger en genvej").count(), 1, "{told}");
            assert!(told.contains(REFUSED), "{told}");
            let now = contents(out.path())?;
            for (there, bytes) in &before {
                let is_plan = there.starts_with("planer/");
                let after = now.iter().find(|(name, _)| name == there);
                assert!(after.is_some_and(|(_, after)| is_plan || after == bytes), "{there}: {told}");
            }

            let folder = folder.path().display().to_string();
            let run = |words: &[&str]| spind(words.iter().copied().chain([folder.as_str()]));
            let status = run(&["status"]);
            assert_eq!(status.status.code(), Some(1), "{}", said(&status));
            assert!(said(&status).contains("kan mangle i oversigten"), "{}", said(&status));
            assert!(said(&status).contains("Her ligger en genvej"), "{}", said(&status));
            let json = run(&["status", "--format", "json"]);
            assert!(String::from_utf8_lossy(&json.stdout).contains("\"complete\": false"));
            for edition in ["intern", "offentlig"] {
                let export = run(&["export", "--format", "csv", "--edition", edition]);
                assert_eq!((export.status.code(), export.stdout.len()), (Some(2), 0), "{}", said(&export));
                assert!(said(&export).contains("Der er ikke skrevet noget"), "{}", said(&export));
            }
            let archive = tempfile::tempdir()?;
            let archived = archive.path().display().to_string();
            let rollover = run(&["rollover", "--to", "2027/28", "--yes", "--archive", &archived]);
            assert_eq!(rollover.status.code(), Some(2), "{}", said(&rollover));
            assert!(files(archive.path()).is_empty());
            let check = run(&["check"]);
            assert_eq!(check.status.code(), Some(1), "{}", said(&check));
            let forget = run(&["forget", "bodil-hasselstrom", "--yes", "--folder"]);
            assert_eq!(forget.status.code(), Some(1), "{}", said(&forget));
            assert!(said(&forget).contains("der kan stadig ligge noget om Bodil"), "{}", said(&forget));
            if name == school && !dangles {
                let before = files(elsewhere.path());
                let new = run(&["new", "Ny Person", "--skole", "Lyngbakkeskolen", "--folder"]);
                assert_eq!(new.status.code(), Some(2), "{}", said(&new));
                assert!(said(&new).contains("stien går gennem en genvej"), "{}", said(&new));
                assert_eq!(files(elsewhere.path()), before);
            }
            let _ = fs::remove_dir_all(elsewhere.path().join("væk"))
                .or_else(|_| fs::remove_file(elsewhere.path().join("væk")));
        }
        Ok(())
    }

    #[test]
    fn a_link_that_can_hide_no_profile_stops_no_document() -> io::Result<()> {
        let (folder, out) = folders()?;
        let elsewhere = tempfile::tempdir()?;
        fs::write(elsewhere.path().join("a"), "x")?;
        symlink(elsewhere.path().join("a"), folder.path().join("nordskolen/skolen.jpg"))?;
        symlink(elsewhere.path(), folder.path().join(".git"))?;
        symlink(elsewhere.path(), folder.path().join("forløb"))?;
        symlink(
            elsewhere.path().join("a"),
            folder.path().join(first_profile(folder.path()).replace(".yaml", ".leder.yaml")),
        )?;
        let output = build(folder.path(), out.path());
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        assert_eq!(said(&output).matches("Her ligger en genvej").count(), 2, "{}", said(&output));
        assert!(OF_ALL.iter().all(|name| out.path().join(name).is_file()));
        Ok(())
    }

    #[test]
    fn a_department_behind_a_link_is_missed_aloud() -> io::Result<()> {
        let (root, out, elsewhere) = (tempfile::tempdir()?, tempfile::tempdir()?, tempfile::tempdir()?);
        copy(&department("three-areas"), &root.path().join("nord"))?;
        copy(&department("three-areas"), elsewhere.path())?;
        symlink(elsewhere.path(), root.path().join("syd"))?;
        for verb in ["build", "check"] {
            let mut args = vec![verb.as_ref(), root.path().as_os_str()];
            if verb == "build" {
                args.extend(["-o".as_ref(), out.path().as_os_str()]);
            }
            let output = spind(args);
            assert_eq!(output.status.code(), Some(1), "{}", said(&output));
            assert!(said(&output).contains("syd er en genvej"), "{}", said(&output));
        }
        assert!(out.path().join("nord/haefte-intern.pdf").is_file());
        Ok(())
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn two_settings_that_differ_by_letter_case_stop_the_department() -> io::Result<()> {
        for name in ["afdeling.yaml", "rollemodel.yaml"] {
            let (folder, out) = folders()?;
            fs::copy(folder.path().join(name), folder.path().join(name.to_uppercase()))?;
            let output = build(folder.path(), out.path());
            assert_eq!(output.status.code(), Some(2), "{}", said(&output));
            let told = format!("{} og {name} er samme slags fil", name.to_uppercase());
            assert!(said(&output).contains(&told), "{}", said(&output));
            assert!(files(out.path()).is_empty());
        }
        Ok(())
    }

    #[test]
    fn without_the_right_to_read_all_there_are_plans_and_no_booklet() -> io::Result<()> {
        for in_the_way in ["", "nordskolen"] {
            let (folder, out) = folders()?;
            OutputFolder::of_three_areas().place(out.path())?;
            let before = files(out.path());
            let profile = first_profile(folder.path());
            assert!(profile.starts_with("lyngbakkeskolen/"), "{profile}");
            let refused = if in_the_way.is_empty() { profile.as_str() } else { in_the_way };
            fs::set_permissions(folder.path().join(refused), fs::Permissions::from_mode(0o000))?;
            let output = unprivileged::build(folder.path(), out.path(), &["--force"])?;
            let told = said(&output);
            assert_eq!(output.status.code(), Some(1), "{told}");
            assert_eq!(told.matches("Filen kan ikke læses").count(), 1, "{told}");
            assert!(told.contains(REFUSED), "{told}");
            let is_left = |name: &String| out.path().join(name).is_file();
            assert!(before.iter().all(is_left), "what lies there from before stays: {told}");
            assert!(told.contains(refused), "{told}");

            let only = ["--only", "Tove Bregnholt", "--force"];
            let output = unprivileged::build(folder.path(), out.path(), &only)?;
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

/// A pipe at `path` whose other end stays closed.
#[cfg(unix)]
fn pipe(path: &Path) -> io::Result<()> {
    fs::create_dir_all(path.parent().expect("a parent"))?;
    assert!(std::process::Command::new("mkfifo").arg(path).status()?.success());
    Ok(())
}

#[cfg(unix)]
#[test]
fn a_pipe_in_the_place_of_a_file_is_refused_at_once() -> io::Result<()> {
    let (folder, out) = folders()?;
    let pipes = tempfile::tempdir()?;
    let at = pipes.path().join("rør");
    pipe(&at)?;
    let _ = fs::remove_file(folder.path().join(".spind/noegle"));
    pipe(&folder.path().join(".spind/noegle"))?;
    pipe(&out.path().join(".spind.json"))?;
    let folder = folder.path().as_os_str();
    let check = spind(["check".as_ref(), folder]);
    assert!(said(&check).contains("nøgle"), "{}", said(&check));
    spind(["build".as_ref(), folder, "-o".as_ref(), out.path().as_os_str()]);
    let [verify, import, kurser, option] = ["verify", "import", "kurser", "--folder"].map(OsStr::new);
    for words in [&[verify, at.as_os_str(), folder][..], &[import, kurser, at.as_os_str(), option, folder]] {
        let output = spind(words);
        assert_eq!(output.status.code(), Some(2), "{}", said(&output));
        assert!(said(&output).contains("kan ikke læses"), "{}", said(&output));
    }
    Ok(())
}
