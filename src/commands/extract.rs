//! `spind extract`: what a plan carries, as files.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use spind::language::{Language, Tag};
use spind::verify::extract;

use super::verify::file_error;
use super::{ALL_BUILT, NOTHING_BUILT, error_text, shown, tell, tell_on_stderr};
use crate::args;

/// The names of the files; what a PDF calls them is not asked.
const NAMES: [&str; 2] = ["aftale.yaml", "visning.json"];

/// Runs the verb.
pub fn run(args: &args::Extract, common: &args::Common) -> ExitCode {
    let language = Language::new(common.lang.unwrap_or_else(Tag::of_system));
    spind::steps::read(&args.plan);
    let carried = match extract(&args.plan) {
        Ok((_, carried)) => carried,
        Err(error) => {
            tell_on_stderr(&file_error(&error, &args.plan, &language));
            return ExitCode::from(NOTHING_BUILT);
        }
    };
    let folder = args.extract_out.as_deref().unwrap_or(Path::new("."));
    let files = [carried.agreement.as_bytes(), &carried.data];
    match write(folder, files) {
        Ok(paths) => {
            for path in paths.iter().filter(|_| !common.quiet) {
                tell(&shown(path));
            }
            ExitCode::from(ALL_BUILT)
        }
        Err((path, error)) => {
            let key = match error.kind() {
                io::ErrorKind::AlreadyExists => "extract-exists",
                _ => "extract-not-written",
            };
            tell_on_stderr(&error_text(&language, key, &[("path", shown(&path).into())]));
            ExitCode::from(NOTHING_BUILT)
        }
    }
}

/// Writes both files, or none where one is there already.
fn write(folder: &Path, files: [&[u8]; 2]) -> Result<[PathBuf; 2], (PathBuf, io::Error)> {
    let paths = NAMES.map(|name| folder.join(name));
    fs::create_dir_all(folder).map_err(|error| (folder.to_owned(), error))?;
    if let Some(there) = paths.iter().find(|path| fs::symlink_metadata(path).is_ok()) {
        return Err((there.clone(), io::ErrorKind::AlreadyExists.into()));
    }
    for (path, bytes) in paths.iter().zip(files) {
        File::create_new(path)
            .and_then(|mut file| file.write_all(bytes))
            .map_err(|error| (path.clone(), error))?;
    }
    Ok(paths)
}
