//! The program opened with a double-click: started by Explorer, without arguments, in its own folder.
#![cfg(target_os = "linux")]

use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use crate::program::{copy, files, keep_schools, project, said};

/// The longest that a busy machine may take.
const PATIENCE: Duration = Duration::from_secs(120);

/// A shared folder with the program and the sample's people of one school in it, and a home folder for the documents.
struct Fixture {
    root: tempfile::TempDir,
    shared: PathBuf,
    home: PathBuf,
}

impl Fixture {
    fn new() -> io::Result<Self> {
        let root = tempfile::tempdir()?;
        let (shared, home) = (root.path().join("fælles/profiler"), root.path().join("hjem"));
        copy(&project().join("profiles"), &shared)?;
        keep_schools(&shared, &["lyngfjord-skole"])?;
        fs::create_dir_all(home.join("Dokumenter"))?;
        fs::create_dir_all(home.join(".config"))?;
        fs::write(home.join(".config/user-dirs.dirs"), "XDG_DOCUMENTS_DIR=\"$HOME/Dokumenter\"\n")?;
        fs::copy(env!("CARGO_BIN_EXE_spind"), shared.join("spind.exe"))?;
        // A shell under Explorer's name, and a program that only seems to show things.
        fs::copy("/bin/sh", root.path().join("explorer.exe"))?;
        fs::create_dir(root.path().join("bin"))?;
        let opener = root.path().join("bin/xdg-open");
        fs::write(&opener, "#!/bin/sh\n")?;
        fs::set_permissions(&opener, fs::Permissions::from_mode(0o755))?;
        Ok(Self { root, shared, home })
    }

    fn root(&self) -> &Path {
        self.root.path()
    }

    /// The program, opened in `folder` by `starter`, with a file dropped on it or not.
    fn opened(&self, folder: &Path, starter: &Path, dropped: Option<&Path>) -> Command {
        let path =
            format!("{}:{}", self.root().join("bin").display(), std::env::var("PATH").unwrap_or_default());
        let file = dropped.map(|path| format!(" '{}'", path.display())).unwrap_or_default();
        let mut command = Command::new(starter);
        command
            // A second command, so that the shell stays and is the one that started it.
            .args(["-c", &format!("./spind.exe{file}; exit $?")])
            .current_dir(folder)
            .env("PATH", path)
            .env("HOME", &self.home)
            .env("TMPDIR", self.temporary())
            .env("LANG", "da_DK.UTF-8")
            .env_remove("XDG_CONFIG_HOME")
            .env_remove("LC_ALL")
            .env_remove("LC_MESSAGES")
            .env_remove("LANGUAGE")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    /// Opens the program in `folder`; Enter is pressed when it asks for it.
    fn double_click(&self, folder: &Path, starter: &Path) -> io::Result<Output> {
        let mut child = self.opened(folder, starter, None).spawn()?;
        if let Some(stdin) = &mut child.stdin {
            stdin.write_all(b"\n")?;
        }
        child.wait_with_output()
    }

    /// Opens the pages, waits until `is_done`, and closes the window; what it said.
    fn pages(&self, dropped: Option<&Path>, is_done: impl Fn() -> bool) -> io::Result<String> {
        let mut child = self.opened(&self.shared, &self.explorer(), dropped).spawn()?;
        let mut address = String::new();
        BufReader::new(child.stdout.take().expect("it is piped")).read_line(&mut address)?;
        let begun = Instant::now();
        while !is_done() && begun.elapsed() < PATIENCE {
            std::thread::sleep(Duration::from_millis(50));
        }
        // The window closes with everything in it.
        let program = Command::new("pgrep").args(["-P", &child.id().to_string()]).output()?;
        let program = String::from_utf8_lossy(&program.stdout).trim().to_owned();
        Command::new("kill").arg(&program).status()?;
        drop(child.stdin.take());
        let output = child.wait_with_output()?;
        Ok(format!("{address}{}", said(&output)))
    }

    /// Where Explorer unpacks what is opened inside a ZIP file.
    fn temporary(&self) -> PathBuf {
        self.root().join("midlertidig")
    }

    fn explorer(&self) -> PathBuf {
        self.root().join("explorer.exe")
    }
}

fn pdfs(folder: &Path) -> Vec<String> {
    files(folder).into_iter().filter(|path| path.ends_with(".pdf")).collect()
}

#[test]
fn plans_are_in_own_documents_and_the_shared_folder_is_as_it_was() -> io::Result<()> {
    let fixture = Fixture::new()?;
    let before = files(&fixture.shared);
    let plans = fixture.home.join("Dokumenter/Kompetenceplaner/profiler");
    let said = fixture.pages(None, || pdfs(&plans).len() >= 6)?;
    let made = pdfs(&plans);
    assert_eq!(made.iter().filter(|path| path.ends_with("-forberedelse.pdf")).count(), 3, "{made:?}");
    assert_eq!(made.len(), 6, "{made:?}");
    assert!(!made.iter().any(|path| path.contains("haefte") || path.contains("strategisk")), "{made:?}");
    assert_eq!(files(&fixture.shared), before);
    for part in ["Lad vinduet her være åbent", &format!("Planerne bliver lagt i {}", plans.display())] {
        assert!(said.contains(part), "{part}: {said}");
    }
    Ok(())
}

#[test]
fn a_dropped_profile_opens_its_page() -> io::Result<()> {
    let fixture = Fixture::new()?;
    let plans = fixture.home.join("Dokumenter/Kompetenceplaner/profiler");
    let profile = fixture.shared.join("lyngfjord-skole/camilla-rishøj.yaml");
    let said = fixture.pages(Some(&profile), || !pdfs(&plans).is_empty())?;
    assert!(said.contains("http://127.0.0.1:") && said.contains("Lad vinduet her være åbent"), "{said}");
    Ok(())
}

#[test]
fn problems_are_shown_and_the_window_stays() -> io::Result<()> {
    let fixture = Fixture::new()?;
    // Elsewhere than in the shared folder.
    fs::copy(fixture.shared.join("spind.exe"), fixture.home.join("spind.exe"))?;
    let output = fixture.double_click(&fixture.home, &fixture.explorer())?;
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(said(&output).contains("Læg programmet i den fælles mappe"), "{}", said(&output));
    assert!(said(&output).contains("Tryk Enter"), "{}", said(&output));

    // Inside a ZIP file, alone.
    let unpacked = fixture.temporary().join("Temp1_spind.zip");
    fs::create_dir_all(&unpacked)?;
    fs::copy(fixture.shared.join("spind.exe"), unpacked.join("spind.exe"))?;
    let output = fixture.double_click(&unpacked, &fixture.explorer())?;
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(said(&output).contains("vælg Udpak alle"), "{}", said(&output));
    Ok(())
}

#[test]
fn started_from_a_shell_it_does_what_the_help_says() -> io::Result<()> {
    let fixture = Fixture::new()?;
    let output = fixture.double_click(&fixture.shared, Path::new("/bin/sh"))?;
    // Documents don't belong in the shared folder, and no other place was given.
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(!said(&output).contains("Tryk Enter"), "{}", said(&output));
    assert!(files(&fixture.home.join("Dokumenter")).is_empty());
    Ok(())
}
