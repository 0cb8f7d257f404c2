//! Behaviour on Windows alone: open and read-only files, long paths, device names, two spellings of a path.
#![cfg(windows)]

use std::fs;
use std::io::{self, Write};
use std::os::windows::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use crate::fixture::{ANNA, Fixture, KEY, PROFILE};
use crate::program::{build, copy, department, files, project, said, spind, spind_in};
use crate::skip::skip;

/// How long a program is waited for.
const PATIENCE: Duration = Duration::from_secs(120);
/// The plan of most of these tests.
const PLAN: &str = "planer/nordskolen/anna.pdf";

/// Opens a file as viewers and editors do: others may only read it.
fn hold(path: &Path) -> io::Result<fs::File> {
    const FILE_SHARE_READ: u32 = 1;
    fs::File::options().read(true).share_mode(FILE_SHARE_READ).open(path)
}

/// `path` on the share that Windows has of each of its drives, as a network drive is reached;
/// `None` if the share can't be used.
fn on_share(path: &Path) -> io::Result<Option<PathBuf>> {
    let verbatim = fs::canonicalize(path)?.to_string_lossy().into_owned();
    let local = verbatim.strip_prefix(r"\\?\").and_then(|local| local.split_once(r":\"));
    let (drive, rest) = local.expect("a drive and a path");
    let share = PathBuf::from(format!(r"\\localhost\{drive}$\{rest}"));
    if !share.is_dir() {
        skip(&format!("{} can't be reached", share.display()));
        return Ok(None);
    }
    Ok(Some(share))
}

/// Runs all verbs that write on a department in `root`, and returns its files with their content.
fn run_every_verb(root: &Path) -> io::Result<Vec<(String, Vec<u8>)>> {
    let path = |name: &str| root.join(name).to_string_lossy().into_owned();
    let (folder, out, archive) = (path("profiler"), path("ud"), path("arkiv"));
    copy(&project().join("tests/broken/base"), &root.join("profiler"))?;
    fs::write(root.join("profiler").join(PROFILE), ANNA)?;
    fs::create_dir(root.join("profiler/.spind"))?;
    fs::write(root.join("profiler").join(KEY), format!("spind-noegle-1 {}\n", "5a".repeat(32)))?;
    fs::write(root.join("liste.csv"), "Nummer;Pris\n40094;5\n")?;
    let plan = path("ud/planer/nordskolen/anna.pdf");
    let runs: [&[&str]; 12] = [
        &["new", "Ny Person", "--skole", "Nordskolen", "--folder", &folder],
        &["check", &folder],
        &["build", &folder, "-o", &out, "--edition", "alle", "--forberedelse", "--blank", "--charts"],
        &["status", &folder],
        &["sign", "Anna Vest", "--as", "leder", "--folder", &folder],
        &["build", &folder, "-o", &out],
        &["verify", &plan, &folder],
        &["extract", &plan, "-o", &path("ud/aftale")],
        &["import", "kurser", &path("liste.csv"), "--folder", &folder, "--yes"],
        &["forget", "Bente Holm", "--folder", &folder, "-o", &out, "--yes"],
        &["export", &folder, "--format", "csv", "-o", &path("ud/tal.csv")],
        &["rollover", &folder, "--to", "2027/28", "--archive", &archive, "--yes"],
    ];
    for args in runs {
        let output = spind(args);
        assert_eq!(output.status.code(), Some(0), "{args:?}: {}", said(&output));
        assert!(!said(&output).contains(r"\\?\"), "{args:?}: {}", said(&output));
    }
    files(root).into_iter().map(|name| Ok((name.clone(), fs::read(root.join(name))?))).collect()
}

/// Checks that all verbs that write do the same in `root` as in an ordinary folder.
fn assert_like_an_ordinary_folder(root: &Path) -> io::Result<()> {
    static ORDINARY: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(|| {
        let folder = tempfile::tempdir().expect("a folder");
        run_every_verb(folder.path()).expect("it can be read")
    });
    let here = run_every_verb(root)?;
    let names = |files: &[(String, Vec<u8>)]| files.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&here), names(&ORDINARY));
    for ((name, here), (_, there)) in here.iter().zip(ORDINARY.iter()) {
        assert!(here == there, "{name}");
    }
    Ok(())
}

fn set_read_only(path: &Path, read_only: bool) -> io::Result<()> {
    let mut permissions = fs::metadata(path)?.permissions();
    permissions.set_readonly(read_only);
    fs::set_permissions(path, permissions)
}

#[test]
fn a_plan_that_is_open_in_a_viewer_is_kept_and_reported_and_made_when_it_is_closed() -> io::Result<()> {
    let fixture = Fixture::with_anna()?;
    fixture.build();
    let before = fs::read(fixture.document(PLAN))?;
    fixture.edit(PROFILE, "dansk: 3", "dansk: 2")?;
    let viewer = hold(&fixture.document(PLAN))?;
    let output = fixture.build();
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(said(&output).contains("filen er åben i et andet program"), "{}", said(&output));
    assert!(said(&output).contains(r"\planer\nordskolen\anna.pdf kunne ikke laves"), "{}", said(&output));
    assert_eq!(fs::read(fixture.document(PLAN))?, before);
    assert!(files(&fixture.document("planer")).iter().all(|name| name.ends_with(".pdf")));
    drop(viewer);
    assert_eq!(fixture.build().status.code(), Some(0));
    assert_ne!(fs::read(fixture.document(PLAN))?, before);
    Ok(())
}

#[test]
fn a_profile_that_an_editor_keeps_to_itself_is_reported_as_unreadable() -> io::Result<()> {
    let fixture = Fixture::with_anna()?;
    let editor = fs::File::options().read(true).share_mode(0).open(fixture.path(PROFILE))?;
    let output = fixture.build();
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(said(&output).contains("Filen kan ikke læses"), "{}", said(&output));
    drop(editor);
    assert_eq!(fixture.build().status.code(), Some(0));
    Ok(())
}

#[test]
fn a_read_only_file_of_the_shared_folder_is_left_alone() -> io::Result<()> {
    let fixture = Fixture::with_anna()?;
    fixture.write("liste.csv", "Nummer;Pris\n40094;5\n")?;
    let catalogue = fixture.path("kurser.yaml");
    let before = fs::read(&catalogue)?;
    set_read_only(&catalogue, true)?;
    let list = fixture.path("liste.csv");
    let (list, folder) = (list.to_string_lossy(), fixture.folder().to_string_lossy());
    let output = spind(["import", "kurser", &list, "--folder", &folder, "--yes"]);
    assert!(matches!(output.status.code(), Some(1 | 2)), "{}", said(&output));
    assert!(said(&output).contains("skrivebeskyttet"), "{}", said(&output));
    assert_eq!(fs::read(&catalogue)?, before);
    assert!(!files(fixture.folder()).iter().any(|name| name.ends_with(".tmp")));
    set_read_only(&catalogue, false)
}

#[test]
fn a_read_only_plan_is_kept_and_reported() -> io::Result<()> {
    let fixture = Fixture::with_anna()?;
    fixture.build();
    let plan = fixture.document(PLAN);
    let before = fs::read(&plan)?;
    set_read_only(&plan, true)?;
    fixture.edit(PROFILE, "dansk: 3", "dansk: 2")?;
    let output = fixture.build();
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(said(&output).contains("skrivebeskyttet"), "{}", said(&output));
    assert_eq!(fs::read(&plan)?, before);
    set_read_only(&plan, false)?;
    assert_eq!(fixture.build().status.code(), Some(0));
    assert_ne!(fs::read(&plan)?, before);
    Ok(())
}

#[test]
fn a_placeholder_of_a_synced_drive_is_reported_and_not_opened() -> io::Result<()> {
    const FILE_ATTRIBUTE_OFFLINE: u32 = 0x1000;
    let fixture = Fixture::with_anna()?;
    fs::remove_file(fixture.path(PROFILE))?;
    let mut options = fs::File::options();
    options.write(true).create_new(true).attributes(FILE_ATTRIBUTE_OFFLINE);
    options.open(fixture.path(PROFILE))?.write_all(ANNA.as_bytes())?;
    let output = fixture.build();
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(said(&output).contains("ligger i skyen"), "{}", said(&output));
    assert!(!fixture.document(PLAN).exists());
    Ok(())
}

#[test]
fn every_verb_works_in_a_path_longer_than_260_characters() -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    let long = folder.path().join(["mappe-med-et-langt-navn"; 12].join("/"));
    assert!(long.as_os_str().len() > 260);
    fs::create_dir_all(&long)?;
    assert_like_an_ordinary_folder(&long)
}

#[test]
fn every_verb_works_on_a_share() -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    let Some(share) = on_share(folder.path())? else { return Ok(()) };
    assert_like_an_ordinary_folder(&share)
}

#[test]
fn a_share_can_be_the_current_folder() -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    copy(&project().join("tests/broken/base"), &folder.path().join("profiler"))?;
    let Some(share) = on_share(folder.path())? else { return Ok(()) };
    let output = spind_in(&share.join("profiler"), ["build", "-o", "../her"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(folder.path().join("her/haefte-intern.pdf").is_file());
    Ok(())
}

#[test]
fn every_verb_works_with_a_verbatim_path() -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    assert_like_an_ordinary_folder(&fs::canonicalize(folder.path())?)
}

#[test]
fn paths_longer_than_260_characters_are_read_and_written() -> io::Result<()> {
    let fixture = Fixture::with_anna()?;
    let deep = format!("nordskolen/{}/anna.yaml", ["kontor-med-et-langt-navn"; 10].join("/"));
    let long = fixture.path(&deep);
    assert!(long.as_os_str().len() > 260);
    fs::create_dir_all(long.parent().expect("a folder"))?;
    fs::rename(fixture.path(PROFILE), &long)?;
    let output = fixture.build();
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let plan = fixture.document("planer").join(deep.replace(".yaml", ".pdf"));
    assert!(fs::read(&plan)?.starts_with(b"%PDF-"));
    // It is found again: nothing is made, and it is removed with its profile.
    let written = fs::metadata(&plan)?.modified()?;
    assert_eq!(fixture.build().status.code(), Some(0));
    assert_eq!(fs::metadata(&plan)?.modified()?, written);
    fs::remove_file(&long)?;
    assert_eq!(fixture.build().status.code(), Some(0));
    assert!(!plan.exists());
    Ok(())
}

#[test]
fn a_file_with_the_name_of_a_device_is_reported_and_not_opened() -> io::Result<()> {
    let fixture = Fixture::with_anna()?;
    // Only with a verbatim path can it be made here; a server of another kind has it at once.
    let folder = fs::canonicalize(fixture.path("nordskolen"))?;
    for name in ["con.yaml", "aux.leder.yaml", "com1.yml"] {
        fs::write(folder.join(name), ANNA)?;
    }
    let output = fixture.build();
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    for name in ["con.yaml", "aux.leder.yaml", "com1.yml"] {
        assert!(said(&output).contains(name), "{name}: {}", said(&output));
    }
    assert!(fixture.document(PLAN).is_file());
    assert!(fixture.document("haefte-intern.pdf").is_file());
    for name in ["con.yaml", "aux.leder.yaml", "com1.yml"] {
        fs::remove_file(folder.join(name))?;
    }
    Ok(())
}

#[test]
fn a_folder_can_be_named_in_every_way_that_windows_knows() -> io::Result<()> {
    let fixture = Fixture::with_anna()?;
    let out = tempfile::tempdir()?;
    let plain = fixture.folder().to_owned();
    let verbatim = fs::canonicalize(&plain)?;
    assert!(verbatim.to_string_lossy().starts_with(r"\\?\"));
    let with_strokes = PathBuf::from(plain.to_string_lossy().replace('\\', "/"));
    let in_capitals = PathBuf::from(plain.to_string_lossy().to_uppercase());
    build(&plain, out.path());
    let expected = fs::read(out.path().join(PLAN))?;
    let written = fs::metadata(out.path().join(PLAN))?.modified()?;
    for folder in [verbatim.clone(), with_strokes, in_capitals] {
        let output = build(&folder, out.path());
        assert_eq!(output.status.code(), Some(0), "{folder:?}: {}", said(&output));
        assert_eq!(fs::metadata(out.path().join(PLAN))?.modified()?, written, "{folder:?}: it is up to date");
    }
    let other = tempfile::tempdir()?;
    let output = build(&plain, &fs::canonicalize(other.path())?);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert_eq!(fs::read(other.path().join(PLAN))?, expected);
    // Whether output lies in the shared folder doesn't depend on how either is written.
    let output = build(&plain, &verbatim.join("UD"));
    assert!(said(&output).contains("inde i den fælles mappe"), "{}", said(&output));
    Ok(())
}

#[test]
fn messages_show_paths_as_windows_writes_them() -> io::Result<()> {
    let fixture = Fixture::with_anna()?;
    fixture.edit(PROFILE, "skole: ", "skole:")?;
    let output = spind_in(fixture.folder(), [".", "--verbose", "-o", "../ud/planer"]);
    let told = said(&output);
    let mixed = |word: &str| word.contains('\\') && word.contains('/');
    assert!(told.contains(r"..\ud\planer\rettelser\nordskolen\anna-rettelser.txt"), "{told}");
    assert!(!told.split_whitespace().any(mixed), "{told}");
    assert!(!told.contains(r"\\?\"), "{told}");
    let _ = fs::remove_dir_all(fixture.path("../ud"));
    Ok(())
}

#[test]
fn hidden_files_are_read_and_replaced_as_others() -> io::Result<()> {
    let fixture = Fixture::with_anna()?;
    fixture.build();
    for path in [fixture.path("sydskolen/carl.yaml"), fixture.document(PLAN), fixture.document(".spind.json")]
    {
        let status = Command::new("attrib").arg("+h").arg(&path).status()?;
        assert!(status.success(), "{}", path.display());
    }
    let before = fs::read(fixture.document(PLAN))?;
    fixture.edit(PROFILE, "dansk: 3", "dansk: 2")?;
    let output = fixture.build();
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert_ne!(fs::read(fixture.document(PLAN))?, before);
    Ok(())
}

/// The program that a copy of this one, named as Explorer, starts.
const DOUBLE_CLICKED: &str = "SPIND_DOUBLE_CLICKED";
/// The file whose existence tells that copy to close the program's window.
const CLOSED_BY: &str = "SPIND_CLOSED_BY";

/// Not a test by itself: what the copy with Explorer's name does.
#[test]
fn as_explorer() -> io::Result<()> {
    let Some(program) = std::env::var_os(DOUBLE_CLICKED) else { return Ok(()) };
    let closed_by = PathBuf::from(std::env::var_os(CLOSED_BY).unwrap_or_default());
    let mut child = Command::new(program).spawn()?;
    loop {
        if let Some(status) = child.try_wait()? {
            std::process::exit(status.code().unwrap_or(101));
        }
        if closed_by.exists() {
            child.kill()?;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// Opens `program` as Explorer does, presses Enter when it asks for it, and closes its window when
/// `is_done` with its standard error so far.
fn double_click(program: &Path, is_done: impl Fn(&str) -> bool) -> io::Result<Output> {
    let folder = tempfile::tempdir()?;
    let (explorer, closed_by) = (folder.path().join("explorer.exe"), folder.path().join("closed"));
    fs::copy(std::env::current_exe()?, &explorer)?;
    let errors = folder.path().join("errors.txt");
    let mut child = Command::new(explorer)
        .args(["windows::as_explorer", "--exact", "--nocapture"])
        .env(DOUBLE_CLICKED, program)
        .env(CLOSED_BY, &closed_by)
        .env("LANG", "da_DK.UTF-8")
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(fs::File::create(&errors)?)
        .spawn()?;
    if let Some(mut stdin) = child.stdin.take() {
        stdin.write_all(b"\n")?;
    }
    let begun = Instant::now();
    let said = || fs::read(&errors).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    while child.try_wait()?.is_none() && !is_done(&said()?) && begun.elapsed() < PATIENCE {
        std::thread::sleep(Duration::from_millis(100));
    }
    fs::write(&closed_by, "")?;
    let mut output = child.wait_with_output()?;
    output.stderr = said()?.into_bytes();
    Ok(output)
}

/// A double-click in a department whose path has spaces and `æøå`, in the folder that `seen_as`
/// returns for the real one.
fn double_click_in(seen_as: impl Fn(&Path) -> io::Result<Option<PathBuf>>) -> io::Result<()> {
    let root = tempfile::tempdir()?;
    let own_name = format!("Sæby Ø {}", root.path().file_name().unwrap_or_default().to_string_lossy());
    let shared = root.path().join("Den fælles mappe").join(own_name);
    copy(&department("three-areas"), &shared)?;
    fs::copy(env!("CARGO_BIN_EXE_spind"), shared.join("spind.exe"))?;
    let Some(seen) = seen_as(&shared)? else { return Ok(()) };
    let before = files(&shared);
    let folder_in = |said: &str| {
        let plans = said.lines().find_map(|line| line.split_once("Planerne bliver lagt i "));
        plans.map(|(_, plans)| PathBuf::from(plans.trim()))
    };
    let preparations =
        |folder: &Path| files(folder).into_iter().filter(|name| name.ends_with("-forberedelse.pdf")).count();
    let is_done =
        |said: &str| folder_in(said).is_some_and(|plans| plans.is_dir() && preparations(&plans) == 4);
    let said = said(&double_click(&seen.join("spind.exe"), is_done)?);
    let plans = folder_in(&said).unwrap_or_else(|| panic!("{said}"));
    let made = files(&plans);
    fs::remove_dir_all(&plans)?;
    assert_eq!(made.iter().filter(|name| name.ends_with("-forberedelse.pdf")).count(), 4, "{made:?}");
    assert!(!made.iter().any(|name| name.contains("haefte")), "{made:?}");
    assert!(said.contains("Lad vinduet her være åbent"), "{said}");
    assert_eq!(files(&shared), before);
    Ok(())
}

#[test]
fn a_double_click_makes_the_plans_in_own_documents() -> io::Result<()> {
    double_click_in(|shared| Ok(Some(shared.to_owned())))
}

#[test]
fn a_double_click_on_a_share_makes_the_plans_in_own_documents() -> io::Result<()> {
    double_click_in(on_share)
}

#[test]
fn opened_inside_a_zip_file_it_says_to_unpack_it() -> io::Result<()> {
    // Explorer unpacks it alone, to the temporary folder, as this one is.
    let folder = tempfile::tempdir()?;
    let program = folder.path().join("spind.exe");
    fs::copy(env!("CARGO_BIN_EXE_spind"), &program)?;
    let output = double_click(&program, |_| false)?;
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(said(&output).contains("Udpak alle"), "{}", said(&output));
    assert!(said(&output).contains("Tryk Enter"), "{}", said(&output));
    Ok(())
}
