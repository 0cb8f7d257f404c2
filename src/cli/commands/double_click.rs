//! A double-click on `spind.exe` in the shared folder, or a profile dropped on it, by a user without a
//! command line.
//!
//! It opens pages in the browser, with a choice of tasks or with the form of the dropped profile, and
//! builds the plans of every profile that the user may read, into the user's own documents and never
//! into the shared folder. It makes no booklet: where permissions hide other schools' folders, that
//! would be silently incomplete. The window shows what it is for and stays open after an error.

use std::ffi::OsString;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};

use crate::department::person::folder_above;
use crate::language::{Language, Tag};
use crate::source::walk::{departments, is_department};
use crate::storage::canonical;
use sysinfo::{ProcessRefreshKind, ProcessesToUpdate, System, get_current_pid};

use super::serve::{self, FirstPage};
use crate::cli::args::{self, BuildOptions};
use crate::cli::exit_status::{CommandResult, ExitStatus};
use crate::cli::messages::{error_text, shown};
use crate::cli::notices;
use crate::cli::terminal::{eprint, print_failure, wait_for_enter};

/// The parent process of a double-clicked program on Windows.
const EXPLORER: &str = "explorer.exe";

/// Opens the pages if the program was double-clicked, or a file was dropped on it; returns `None`
/// otherwise.
pub(crate) fn run_if_double_clicked() -> Option<ExitStatus> {
    let dropped = dropped_profile(std::env::args_os().skip(1).collect())?;
    let is_double_click = parent_name().as_deref().is_some_and(is_explorer);
    is_double_click.then(|| {
        notices::enable(&args::Common::default());
        // The window must stay open even after a panic.
        let status = catch_unwind(|| print_failure(run(dropped.as_deref()))).unwrap_or(ExitStatus::Nothing);
        wait_for_user(&Language::new(Tag::of_system()));
        status
    })
}

/// The profile among `arguments`, which are none or one YAML file; `None` for any others.
fn dropped_profile(arguments: Vec<OsString>) -> Option<Option<PathBuf>> {
    match &arguments[..] {
        [] => Some(None),
        [file] => {
            let path = PathBuf::from(file);
            let is_yaml = path.extension().is_some_and(|extension| {
                extension.eq_ignore_ascii_case("yaml") || extension.eq_ignore_ascii_case("yml")
            });
            (is_yaml && path.is_file()).then_some(Some(path))
        }
        _ => None,
    }
}

/// The name of the parent process.
fn parent_name() -> Option<String> {
    let mut system = System::new();
    let mut process = |pid| {
        let only = ProcessesToUpdate::Some(&[pid]);
        system.refresh_processes_specifics(only, false, ProcessRefreshKind::nothing());
        system.process(pid).map(|process| (process.parent(), process.name().to_owned()))
    };
    let (parent, _) = process(get_current_pid().ok()?)?;
    Some(process(parent?)?.1.to_string_lossy().into_owned())
}

fn is_explorer(name: &str) -> bool {
    name.eq_ignore_ascii_case(EXPLORER)
}

fn run(dropped: Option<&Path>) -> CommandResult {
    let language = Language::new(Tag::of_system());
    let program = std::env::current_exe().unwrap_or_default();
    let shared = dropped.map_or_else(|| program.parent().map(Path::to_owned), folder_above);
    let shared =
        shared.unwrap_or_else(|| dropped.and_then(Path::parent).unwrap_or(Path::new(".")).to_owned());
    let folders = Folders::of(&shared, dirs::document_dir().as_deref(), &std::env::temp_dir(), &language)?;
    let facts = [("folder", shown(&folders.plans).into())];
    eprint(&language.say("double-click-begin", &facts));
    let args = args::Serve {
        options: folders.options(),
        edit: dropped.map(|path| path.to_string_lossy().into_owned()),
        ..args::Serve::default()
    };
    serve::run(&args, &args::Common::default(), FirstPage::Tasks)
}

/// The folder of profiles and the output folder.
#[derive(Debug, PartialEq, Eq)]
struct Folders {
    shared: PathBuf,
    plans: PathBuf,
}

impl Folders {
    /// The folders for the `shared` folder, where the program or above the dropped profile, and a user's
    /// `documents`. A program in the `temporary` folder was opened inside a ZIP, which Explorer unpacks
    /// there without the rest.
    ///
    /// # Errors
    /// The message for the user, if there is no such pair of folders.
    fn of(
        shared: &Path,
        documents: Option<&Path>,
        temporary: &Path,
        language: &Language,
    ) -> Result<Self, String> {
        let fact = |path: &Path| [("folder", shown(path).into())];
        if !is_department(shared) && !departments(shared).are_many() {
            let is_packed = is_within(shared, temporary);
            let key = if is_packed { "double-click-packed" } else { "double-click-no-department" };
            return Err(error_text(language, key, &fact(shared)));
        }
        let Some(documents) = documents.filter(|documents| documents.is_dir()) else {
            return Err(error_text(language, "double-click-no-documents", &[]));
        };
        if is_within(documents, shared) {
            return Err(error_text(language, "double-click-shared", &fact(documents)));
        }
        let mut plans = documents.join(language.say("double-click-folder", &[]));
        // Two shared folders must not remove each other's plans.
        plans.extend(shared.file_name());
        Ok(Self { shared: shared.to_owned(), plans })
    }

    /// Builds the plans of all readable profiles and no department-wide document.
    fn options(&self) -> BuildOptions {
        BuildOptions {
            folder: Some(self.shared.clone()),
            out: Some(self.plans.clone()),
            only: vec![self.shared.to_string_lossy().into_owned()],
            forberedelse: true,
            ..BuildOptions::default()
        }
    }
}

/// Whether `inner` is `outer` or below it, by the identity of the folders.
fn is_within(inner: &Path, outer: &Path) -> bool {
    match (canonical(inner), canonical(outer)) {
        (Ok(inner), Ok(outer)) => inner.starts_with(outer),
        _ => inner.starts_with(outer),
    }
}

fn wait_for_user(language: &Language) {
    eprint(&format!("\n{}", language.say("double-click-close", &[])));
    wait_for_enter();
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io;

    use super::*;

    fn danish() -> Language {
        Language::new(Tag::Da)
    }

    /// A shared folder that is a department, and a user's documents folder.
    fn shared_and_own() -> io::Result<(tempfile::TempDir, PathBuf, PathBuf)> {
        let root = tempfile::tempdir()?;
        let (shared, own) = (root.path().join("H/profiler"), root.path().join("C/Documents"));
        fs::create_dir_all(&shared)?;
        fs::create_dir_all(&own)?;
        fs::write(shared.join("afdeling.yaml"), "navn: Skoleafdelingen\n")?;
        Ok((root, shared, own))
    }

    #[test]
    fn plans_go_to_own_documents() -> io::Result<()> {
        let (_root, shared, own) = shared_and_own()?;
        let folders = Folders::of(&shared, Some(&own), Path::new("T"), &danish());
        let expected = Folders { shared: shared.clone(), plans: own.join("Kompetenceplaner/profiler") };
        assert_eq!(folders, Ok(expected));
        Ok(())
    }

    #[test]
    fn a_program_beside_the_departments_finds_them() -> io::Result<()> {
        let (_root, shared, own) = shared_and_own()?;
        let above = shared.parent().expect("it lies in a folder");
        let folders = Folders::of(above, Some(&own), Path::new("T"), &danish());
        assert_eq!(folders.map(|folders| folders.shared), Ok(above.to_owned()));
        Ok(())
    }

    #[test]
    fn failures_have_plain_messages() -> io::Result<()> {
        let (root, shared, own) = shared_and_own()?;
        let (inside, gone) = (shared.join("Documents"), root.path().join("væk"));
        fs::create_dir(&inside)?;
        let unpacked = root.path().join("T/Temp1_spind.zip");
        fs::create_dir_all(&unpacked)?;
        let cases = [
            (own.clone(), Some(own.as_path()), "afdeling.yaml"),
            (unpacked, Some(own.as_path()), "Udpak alle"),
            (shared.clone(), None, "Dokumenter"),
            (shared.clone(), Some(gone.as_path()), "Dokumenter"),
            (shared.clone(), Some(inside.as_path()), "fælles mappe"),
        ];
        for (folder, documents, word) in cases {
            let message = Folders::of(&folder, documents, &root.path().join("T"), &danish())
                .expect_err("no place for plans");
            assert!(message.contains(word), "{message}");
            assert!(message.contains("sådan rettes det: "), "{message}");
        }
        Ok(())
    }

    #[test]
    fn one_dropped_yaml_file_is_a_profile() -> io::Result<()> {
        let (_root, shared, _) = shared_and_own()?;
        let (yaml, text) = (shared.join("afdeling.yaml"), shared.join("a.txt"));
        fs::write(&text, "")?;
        assert_eq!(dropped_profile(Vec::new()), Some(None));
        assert_eq!(dropped_profile(vec![yaml.clone().into()]), Some(Some(yaml.clone())));
        for other in [vec![text.into()], vec!["build".into()], vec![yaml.clone().into(), yaml.into()]] {
            assert_eq!(dropped_profile(other), None);
        }
        Ok(())
    }

    #[test]
    fn only_explorer_means_a_double_click() {
        assert!(is_explorer("Explorer.EXE"));
        for other in ["cmd.exe", "powershell.exe", "explorer", "bash", ""] {
            assert!(!is_explorer(other), "{other}");
        }
    }
}
