//! Runs at the same time: the second waits, says for what, and does no harm.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::thread;
use std::time::Duration;

use crate::fixture::{ANNA, Fixture, RECORD};
use crate::program::{command, copy, department, files, project, said, spind};

/// A run that waits for the lock.
struct Waiting {
    child: Child,
    /// Its messages so far.
    said: String,
    rest: BufReader<std::process::ChildStderr>,
}

impl Waiting {
    /// Starts `args` and returns once the run says that it waits in `folder`.
    fn start(args: &[&str], folder: &Path) -> io::Result<Self> {
        Self::begin(args)?.until_it_waits(folder)
    }

    fn begin(args: &[&str]) -> io::Result<Self> {
        let mut child = command(project(), args)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()?;
        let rest = BufReader::new(child.stderr.take().expect("it is piped"));
        Ok(Self { child, said: String::new(), rest })
    }

    fn until_it_waits(mut self, folder: &Path) -> io::Result<Self> {
        while !self.said.contains("Venter: En anden kørsel") {
            assert!(self.rest.read_line(&mut self.said)? > 0, "it does not wait: {}", self.said);
        }
        assert!(self.said.contains(&folder.display().to_string()), "{}", self.said);
        Ok(self)
    }

    /// The exit code, and what was said.
    fn end(mut self) -> io::Result<(Option<i32>, String)> {
        self.rest.read_to_string(&mut self.said)?;
        Ok((self.child.wait()?.code(), self.said))
    }
}

/// The lock of the shared folder or an archive, held.
fn hold(folder: &Path) -> io::Result<File> {
    fs::create_dir_all(folder.join(".spind"))?;
    let lock = File::options().create(true).truncate(false).write(true).open(folder.join(".spind/lock"))?;
    lock.lock()?;
    Ok(lock)
}

/// A department, an archive and an output folder.
struct Folders {
    _all: tempfile::TempDir,
    folder: PathBuf,
    archive: PathBuf,
}

impl Folders {
    fn new() -> io::Result<Self> {
        let all = tempfile::tempdir()?;
        let [folder, archive] = ["profiler", "arkiv"].map(|name| all.path().join(name));
        copy(&department("three-areas"), &folder)?;
        fs::create_dir_all(&archive)?;
        let list = "Nummer;Titel;Område;Pris\n99999;Nyt kursus;økonomi;100\n";
        fs::write(all.path().join("liste.csv"), list)?;
        Ok(Self { _all: all, folder, archive })
    }

    fn text(path: &Path) -> &str {
        path.to_str().expect("a path of letters")
    }

    /// Two runs of `first` and `second` that wait together; how each ends.
    fn at_once(&self, first: &[&str], second: &[&str]) -> io::Result<[(Option<i32>, String); 2]> {
        let lock = hold(&self.folder)?;
        let before = files(&self.folder);
        let both = [Waiting::begin(first)?, Waiting::begin(second)?];
        // For the folder, or for the archive that the other has by now.
        let all = self.folder.parent().expect("a parent");
        let [first, second] = both.map(|run| run.until_it_waits(all));
        let (first, second) = (first?, second?);
        let folder = Self::text(&self.folder);
        assert!([&first, &second].iter().any(|run| run.said.contains(folder)), "nobody waits for {folder}");
        assert_eq!(files(&self.folder), before, "whoever waits changes nothing");
        drop(lock);
        let mut ends = [first.end()?, second.end()?];
        ends.sort();
        Ok(ends)
    }
}

#[test]
fn of_two_rollovers_one_closes_the_year_and_the_other_says_so() -> io::Result<()> {
    let folders = Folders::new()?;
    let all = files(&folders.folder);
    let archive = Folders::text(&folders.archive);
    let args = ["rollover", Folders::text(&folders.folder), "--to", "2027/28", "--archive", archive, "--yes"];
    let [first, second] = folders.at_once(&args, &args)?;
    assert_eq!(first.0, Some(0), "{}", first.1);
    assert_eq!(second.0, Some(2), "{}", second.1);
    assert!(second.1.contains("allerede i 2027/28"), "{}", second.1);
    assert_eq!(files(&folders.archive.join("2026-27")), all);
    // Nor into another archive.
    let other = folders.archive.join("andet");
    let mut args = args;
    args[5] = Folders::text(&other);
    let output = spind(args);
    assert!(said(&output).contains("allerede i 2027/28"), "{}", said(&output));
    Ok(())
}

#[test]
fn a_rollover_changes_nothing_if_the_folder_is_not_what_it_has_shown() -> io::Result<()> {
    let folders = Folders::new()?;
    let lock = hold(&folders.folder)?;
    let (folder, archive) = (Folders::text(&folders.folder), Folders::text(&folders.archive));
    let waiting = Waiting::start(
        &["rollover", folder, "--to", "2027/28", "--archive", archive, "--yes"],
        &folders.folder,
    )?;
    let karin = folders.folder.join("nordskolen/karin-moseholm.yaml");
    let edited = fs::read_to_string(&karin)? + "# rettet\n";
    fs::write(&karin, &edited)?;
    drop(lock);
    let (code, said) = waiting.end()?;
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("Mappen er ændret, siden listen blev vist"), "{said}");
    assert_eq!(fs::read_to_string(&karin)?, edited);
    assert_eq!(files(&folders.archive), Vec::<String>::new());
    Ok(())
}

#[test]
fn a_rollover_waits_for_the_archive_too() -> io::Result<()> {
    let folders = Folders::new()?;
    let lock = hold(&folders.archive)?;
    let (folder, archive) = (Folders::text(&folders.folder), Folders::text(&folders.archive));
    let waiting = Waiting::start(
        &["rollover", folder, "--to", "2027/28", "--archive", archive, "--yes"],
        &folders.archive,
    )?;
    drop(lock);
    let (code, said) = waiting.end()?;
    assert_eq!(code, Some(0), "{said}");
    Ok(())
}

#[test]
fn both_signatures_of_two_runs_at_once_are_noted() -> io::Result<()> {
    let fixture = Fixture::with_anna()?;
    let folder = fixture.folder().to_owned();
    let lock = hold(&folder)?;
    let args = |who: &'static str| ["sign", "Anna Vest", "--as", who, "--folder", Folders::text(&folder)];
    let runs = [Waiting::begin(&args("medarbejder"))?, Waiting::begin(&args("leder"))?];
    let [one, other] = runs.map(|run| run.until_it_waits(&folder));
    let runs = [one?, other?];
    drop(lock);
    for run in runs {
        let (code, said) = run.end()?;
        assert_eq!(code, Some(0), "{said}");
    }
    let record = fixture.read(RECORD)?;
    assert!(record.contains("som: medarbejder") && record.contains("som: leder"), "{record}");
    Ok(())
}

#[test]
fn a_signature_is_not_noted_under_a_plan_that_changed_while_it_waited() -> io::Result<()> {
    let fixture = Fixture::with_anna()?;
    let folder = fixture.folder().to_owned();
    let lock = hold(&folder)?;
    let args = ["sign", "Anna Vest", "--as", "leder", "--folder", Folders::text(&folder)];
    let waiting = Waiting::start(&args, &folder)?;
    fixture.write(crate::fixture::PROFILE, &ANNA.replace("dansk: 3", "dansk: 2"))?;
    drop(lock);
    let (code, said) = waiting.end()?;
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("er ændret, siden koden blev vist"), "{said}");
    assert!(!fixture.path(RECORD).exists());
    Ok(())
}

#[test]
fn of_two_imports_of_one_list_one_reports_that_the_catalogue_changed() -> io::Result<()> {
    let folders = Folders::new()?;
    let list = folders.folder.with_file_name("liste.csv");
    let args =
        ["import", "kurser", Folders::text(&list), "--folder", Folders::text(&folders.folder), "--yes"];
    let [first, second] = folders.at_once(&args, &args)?;
    assert_eq!((first.0, second.0), (Some(0), Some(2)), "{}{}", first.1, second.1);
    let catalogue = fs::read_to_string(folders.folder.join("kurser.yaml"))?;
    assert_eq!(catalogue.matches("99999").count(), 1, "{catalogue}");
    Ok(())
}

#[test]
fn two_new_people_get_a_profile_each_and_one_person_gets_one() -> io::Result<()> {
    let folders = Folders::new()?;
    let folder = Folders::text(&folders.folder);
    let new = |who: &'static str| ["new", who, "--skole", "Nordskolen", "--folder", folder];
    let ends = folders.at_once(&new("Ny Et"), &new("Ny To"))?;
    assert!(ends.iter().all(|end| end.0 == Some(0)), "{ends:?}");
    let ends = folders.at_once(&new("Ny Tre"), &new("Ny Tre"))?;
    assert_eq!(ends.each_ref().map(|end| end.0), [Some(0), Some(2)], "{ends:?}");
    let made = files(&folders.folder).into_iter().filter(|file| file.contains("/ny-")).count();
    assert_eq!(made, 3);
    Ok(())
}

#[test]
fn a_person_whom_another_run_forgot_is_unknown() -> io::Result<()> {
    let folders = Folders::new()?;
    let (folder, archive) = (Folders::text(&folders.folder), Folders::text(&folders.archive));
    let forget = |who: &'static str| ["forget", who, "--folder", folder, "--archive", archive, "--yes"];
    let ends = folders.at_once(&forget("Karin Moseholm"), &forget("Karin Moseholm"))?;
    assert_eq!(ends.each_ref().map(|end| end.0), [Some(0), Some(2)], "{ends:?}");
    let ends = folders.at_once(&forget("Bodil Hasselstrøm"), &forget("Tove Bregnholt"))?;
    assert!(ends.iter().all(|end| end.0 == Some(0)), "{ends:?}");
    Ok(())
}

#[test]
fn two_runs_that_lay_out_a_department_make_one() -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    let lock = hold(folder.path())?;
    let args = ["new", "afdeling", Folders::text(folder.path())];
    let runs = [Waiting::begin(&args)?, Waiting::begin(&args)?];
    let [one, other] = runs.map(|run| run.until_it_waits(folder.path()));
    let runs = [one?, other?];
    drop(lock);
    let mut codes = Vec::new();
    for run in runs {
        codes.push(run.end()?.0);
    }
    codes.sort();
    assert_eq!(codes, [Some(0), Some(2)]);
    Ok(())
}

#[test]
fn a_run_that_is_killed_frees_its_lock() -> io::Result<()> {
    let folders = Folders::new()?;
    let lock = hold(&folders.folder)?;
    let folder = Folders::text(&folders.folder);
    let new = |who: &'static str| ["new", who, "--skole", "Nordskolen", "--folder", folder];
    let both = [Waiting::begin(&new("Ny Et"))?, Waiting::begin(&new("Ny To"))?];
    let [killed, other] = both.map(|run| run.until_it_waits(&folders.folder));
    let (mut killed, other) = (killed?, other?);
    killed.child.kill()?;
    killed.child.wait()?;
    thread::sleep(Duration::from_millis(50));
    drop(lock);
    assert_eq!(other.end()?.0, Some(0));
    Ok(())
}

#[cfg(unix)]
#[test]
fn a_record_is_as_private_as_its_profile_and_an_archive_as_its_folder() -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &Path| fs::metadata(path).map(|metadata| metadata.permissions().mode() & 0o777);
    let fixture = Fixture::with_anna()?;
    let profile = fixture.path(crate::fixture::PROFILE);
    fs::set_permissions(&profile, fs::Permissions::from_mode(0o600))?;
    fixture.sign("leder", "2025-12-04")?;
    assert_eq!(mode(&fixture.path(RECORD))?, 0o600);
    fixture.sign("medarbejder", "2025-12-04")?;
    assert_eq!(mode(&fixture.path(RECORD))?, 0o600);

    let folders = Folders::new()?;
    fs::set_permissions(folders.folder.join("nordskolen"), fs::Permissions::from_mode(0o700))?;
    let (folder, archive) = (Folders::text(&folders.folder), Folders::text(&folders.archive));
    let output = spind(["rollover", folder, "--to", "2027/28", "--archive", archive, "--yes"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert_eq!(mode(&folders.archive.join("2026-27/nordskolen"))?, 0o700);
    Ok(())
}
