//! `spind watch`: saving a file rebuilds its documents.

use std::fs;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use crate::fixture::{ANNA, PROFILE};
use crate::full_builds::OutputFolder;
use crate::program::{SOURCE_DATE_EPOCH, copy, project};

/// The longest that a busy machine may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// Placeholder for the watched folder in an option.
const FOLDER: &str = "FOLDER";

/// A watched department, and the program's messages.
struct Watched {
    _root: tempfile::TempDir,
    folder: PathBuf,
    out: PathBuf,
    program: Child,
    said: Receiver<String>,
}

impl Drop for Watched {
    fn drop(&mut self) {
        // It has ended already if its arguments were wrong.
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

impl Watched {
    /// Watches the small department with Anna.
    fn new(options: &[&str]) -> io::Result<Self> {
        let root = tempfile::tempdir()?;
        let (folder, out) = (root.path().join("profiler"), root.path().join("ud"));
        copy(&project().join("tests/broken/base"), &folder)?;
        fs::write(folder.join(PROFILE), ANNA)?;
        // All but her plan, which the first build makes.
        OutputFolder::of_anna().place(&out)?;
        fs::remove_file(out.join("planer/nordskolen/anna.pdf"))?;
        let mut program = Command::new(env!("CARGO_BIN_EXE_spind"))
            .args(["watch".as_ref(), folder.as_os_str(), "-o".as_ref(), out.as_os_str()])
            .args(options.iter().map(
                |option| {
                    if *option == FOLDER { folder.as_os_str() } else { option.as_ref() }
                },
            ))
            .env("LANG", "da_DK.UTF-8")
            .env_remove("LC_ALL")
            .env("SOURCE_DATE_EPOCH", SOURCE_DATE_EPOCH)
            .stderr(Stdio::piped())
            .spawn()?;
        let lines = BufReader::new(program.stderr.take().expect("it is piped")).lines();
        let (sender, said) = channel();
        std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                let _ = sender.send(line);
            }
        });
        let watched = Self { _root: root, folder, out, program, said };
        watched.until_said("Holder øje med");
        Ok(watched)
    }

    fn plan(&self) -> PathBuf {
        self.out.join("planer/nordskolen/anna.pdf")
    }

    fn save(&self, from: &str, to: &str) -> io::Result<()> {
        let text = fs::read_to_string(self.folder.join(PROFILE))?;
        assert!(text.contains(from), "{from}");
        fs::write(self.folder.join(PROFILE), text.replace(from, to))
    }

    /// Waits for a line with `words` and returns all lines until then.
    fn until_said(&self, words: &str) -> Vec<String> {
        let begun = Instant::now();
        let mut lines = Vec::new();
        while begun.elapsed() < PATIENCE {
            if let Ok(line) = self.said.recv_timeout(Duration::from_millis(100)) {
                let found = line.contains(words);
                lines.push(line);
                if found {
                    return lines;
                }
            }
        }
        panic!("never said: {words}; but: {lines:#?}");
    }

    /// Asserts that no message comes for a while.
    fn assert_silent(&self) {
        let line = self.said.recv_timeout(Duration::from_millis(1_500));
        assert!(line.is_err(), "{line:?}");
    }
}

fn modified(path: &Path) -> io::Result<std::time::SystemTime> {
    fs::metadata(path)?.modified()
}

#[test]
fn what_is_saved_is_made_and_nothing_else() -> io::Result<()> {
    for options in [&[][..], &["--poll", "--only", "Nordskolen"]] {
        let watched = Watched::new(options)?;
        let other = watched.out.join("planer/nordskolen/bente.pdf");
        let (before, other_before) = (fs::read(watched.plan())?, modified(&other)?);
        watched.save("dansk: 3", "dansk: 2")?;
        let told = watched.until_said("anna.pdf");
        assert!(told.iter().all(|line| line.contains("Lavet: ")), "{told:#?}");
        assert!(fs::read(watched.plan())? != before);
        assert_eq!(modified(&other)?, other_before);
        // Back again, by an editor that writes a new file and puts it in the old one's place.
        let new = watched.folder.join("nordskolen/anna.yaml.new");
        fs::write(&new, ANNA)?;
        fs::rename(&new, watched.folder.join(PROFILE))?;
        watched.until_said("anna.pdf");
        assert!(fs::read(watched.plan())? == before);
    }
    Ok(())
}

#[test]
fn an_error_is_reported_once_and_its_correction_too() -> io::Result<()> {
    let watched = Watched::new(&[])?;
    let before = fs::read(watched.plan())?;
    // As a file that is only half saved.
    fs::write(watched.folder.join(PROFILE), &ANNA[..20])?;
    let told = watched.until_said("Ikke lavet om, fordi profilen har en fejl");
    assert!(told.iter().any(|line| line.starts_with("fejl: ")), "{told:#?}");
    assert!(fs::read(watched.plan())? == before);
    fs::write(watched.folder.join("sydskolen/carl.yaml"), "")?;
    let told = watched.until_said("carl.pdf");
    assert!(!told.iter().any(|line| line.contains("anna.yaml")), "{told:#?}");
    copy(&project().join("tests/broken/base"), &watched.folder)?;
    fs::write(watched.folder.join(PROFILE), ANNA)?;
    // The warning about her colleague's consent remains.
    watched.until_said("Færre problemer. Der er 1 tilbage");
    assert!(fs::read(watched.plan())? == before);
    Ok(())
}

#[test]
fn correction_files_beside_the_profiles_call_for_no_further_build() -> io::Result<()> {
    let watched = Watched::new(&["--rettelser", FOLDER])?;
    watched.save("skole: Nordskolen", "skole: Nordskoln")?;
    watched.until_said("Ikke lavet om");
    assert!(watched.folder.join("nordskolen/anna-rettelser.txt").is_file());
    while watched.said.recv_timeout(Duration::from_millis(500)).is_ok() {}
    watched.assert_silent();
    Ok(())
}

#[cfg(windows)]
#[test]
fn a_plan_that_a_viewer_holds_is_reported_once_and_made_as_soon_as_it_is_closed() -> io::Result<()> {
    use std::os::windows::fs::OpenOptionsExt;
    let watched = Watched::new(&[])?;
    let before = fs::read(watched.plan())?;
    let viewer = fs::File::options().read(true).share_mode(1).open(watched.plan())?;
    watched.save("dansk: 3", "dansk: 2")?;
    watched.until_said("filen er åben i et andet program");
    watched.until_said("Prøver igen");
    // Further attempts are silent; other documents may still be made.
    std::thread::sleep(Duration::from_secs(4));
    let told: Vec<String> = watched.said.try_iter().collect();
    assert!(told.iter().all(|line| line.contains("Lavet: ")), "{told:#?}");
    assert!(fs::read(watched.plan())? == before);
    drop(viewer);
    watched.until_said("anna.pdf");
    assert!(fs::read(watched.plan())? != before);
    Ok(())
}

#[test]
fn a_folder_that_vanishes_is_waited_for() -> io::Result<()> {
    let watched = Watched::new(&[])?;
    let away = watched.folder.with_file_name("andetsteds");
    fs::rename(&watched.folder, &away)?;
    watched.until_said("er væk");
    // Nothing is deleted meanwhile.
    assert!(watched.plan().is_file());
    fs::write(away.join(PROFILE), ANNA.replace("dansk: 3", "dansk: 1"))?;
    fs::rename(&away, &watched.folder)?;
    watched.until_said("anna.pdf");
    // Later changes are noticed again.
    watched.save("dansk: 1", "dansk: 4")?;
    watched.until_said("anna.pdf");
    Ok(())
}
