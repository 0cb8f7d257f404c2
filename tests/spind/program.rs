//! Runs the program as a person does.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

use jiff::civil::{Date, date};
use spind::document::Templates;
use spind::language::Tag;
use spind::run::{BuildRequest, Outcome};
use spind::typeface::Typeface;
use walkdir::WalkDir;

/// The project's own folder.
pub fn project() -> &'static Path {
    static PROJECT: LazyLock<PathBuf> = LazyLock::new(|| {
        // Where it was built for Windows on another system, the path has no drive.
        std::path::absolute(env!("CARGO_MANIFEST_DIR")).expect("there is a current folder")
    });
    &PROJECT
}

/// A department under `tests/departments`.
pub fn department(name: &str) -> PathBuf {
    project().join("tests/departments").join(name)
}

/// Today for every test, so that none depends on the day on which it runs. Everyone in
/// the sample has had the talk.
pub const TODAY: Date = date(2027, 1, 15);
/// The same as seconds since 1970.
pub const SOURCE_DATE_EPOCH: &str = "1800014400";

/// Runs `spind` with `args` in a fixed environment.
pub fn spind<I: AsRef<std::ffi::OsStr>>(args: impl IntoIterator<Item = I>) -> Output {
    spind_in(project(), args)
}

/// As [`spind`], in the folder `current`.
pub fn spind_in<I: AsRef<std::ffi::OsStr>>(current: &Path, args: impl IntoIterator<Item = I>) -> Output {
    command(current, args).output().expect("the program starts")
}

/// The command that [`spind_in`] runs.
pub fn command<I: AsRef<std::ffi::OsStr>>(current: &Path, args: impl IntoIterator<Item = I>) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_spind"));
    command.args(args).current_dir(current);
    in_fixed_environment(&mut command);
    command
}

/// Sets the language and the day, whatever they are on this machine.
pub fn in_fixed_environment(command: &mut Command) {
    command
        .env("LANG", "da_DK.UTF-8")
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .env_remove("LANGUAGE")
        .env("SOURCE_DATE_EPOCH", SOURCE_DATE_EPOCH);
}

/// Builds `folder` into `out`.
pub fn build(folder: &Path, out: &Path) -> Output {
    spind(["build".as_ref(), folder.as_os_str(), "--out".as_ref(), out.as_os_str()])
}

/// A build of `folder` into `out` within this process, in Danish.
pub fn request<'a>(folder: &'a Path, out: &'a Path, templates: &'a Templates) -> BuildRequest<'a> {
    BuildRequest { language: Some(Tag::Da), ..BuildRequest::new(folder, out, TODAY, templates) }
}

/// A path as the program shows it.
pub fn shown(path: impl AsRef<Path>) -> String {
    let path = path.as_ref().display().to_string();
    if cfg!(windows) { path.replace('/', r"\") } else { path }
}

/// The program's standard error.
pub fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The paths of all files under `folder`, relative and sorted, without hidden ones.
pub fn files(folder: &Path) -> Vec<String> {
    let hidden = |path: &String| {
        path.rsplit('/').next().is_some_and(|name| name.starts_with('.')) || path.ends_with(".spind/lock")
    };
    all_files(folder).into_iter().filter(|path| !hidden(path)).collect()
}

/// As [`files`], with hidden ones.
fn all_files(folder: &Path) -> Vec<String> {
    let mut files: Vec<String> = WalkDir::new(folder)
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file())
        .filter_map(|entry| {
            let relative = entry.path().strip_prefix(folder).ok()?;
            Some(relative.to_string_lossy().replace('\\', "/"))
        })
        .collect();
    files.sort();
    files
}

/// Copies the department `from` to `to`.
pub fn copy(from: &Path, to: &Path) -> io::Result<()> {
    for name in all_files(from) {
        let target = to.join(&name);
        fs::create_dir_all(target.parent().expect("a file lies in a folder"))?;
        fs::copy(from.join(&name), target)?;
    }
    Ok(())
}

/// The program's own templates, evaluated once per process.
pub fn templates() -> &'static Templates {
    static TEMPLATES: LazyLock<Templates> = LazyLock::new(|| Templates::embedded(&Typeface::embedded()));
    &TEMPLATES
}

/// Builds the plans of `only` within this process, which is several times faster than running the program.
///
/// Panics where the program would not exit with 0.
pub fn build_plans(folder: &Path, out: &Path, only: &[&str], today: Date) {
    let only: Vec<String> = only.iter().map(|who| (*who).to_owned()).collect();
    build_within(&BuildRequest { only: &only, ..BuildRequest::new(folder, out, today, templates()) });
}

/// Builds `request` within this process; panics where the program would not exit with 0.
pub fn build_within(request: &BuildRequest<'_>) {
    let Outcome { problems, built, .. } = spind::run::build(request, &|_, _| ()).expect("a folder");
    let built = built.unwrap_or_else(|| panic!("nothing was built: {problems:#?}"));
    assert!(!problems.any_error(), "{problems:#?}");
    assert!(built.failures.is_empty() && built.with_errors.is_empty(), "{built:#?}");
    assert!(built.unknown.is_empty(), "{built:#?}");
}

/// The files of a folder in memory, as a static has no end at which to delete a folder.
pub struct Files(Vec<(String, Vec<u8>)>);

impl Files {
    /// Every file under `folder`, hidden ones too.
    pub fn of(folder: &Path) -> io::Result<Self> {
        let read = |name: String| fs::read(folder.join(&name)).map(|bytes| (name, bytes));
        Ok(Self(all_files(folder).into_iter().map(read).collect::<io::Result<_>>()?))
    }

    /// Each file with its bytes, by path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0.iter().map(|(name, bytes)| (name.as_str(), &bytes[..]))
    }

    /// Writes them under `folder`.
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        for (name, bytes) in &self.0 {
            let path = folder.join(name);
            fs::create_dir_all(path.parent().expect("a file lies in a folder"))?;
            fs::write(path, bytes)?;
        }
        Ok(())
    }
}

/// Removes the folders of all schools but `kept` from the department `folder`.
pub fn keep_schools(folder: &Path, kept: &[&str]) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() && !kept.iter().any(|school| path.ends_with(school)) {
            fs::remove_dir_all(path)?;
        }
    }
    Ok(())
}
