//! `spind extract`: writes the attachments of a plan as files.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::verify::file_error;
use crate::cli::args;
use crate::cli::exit_status::{CommandResult, ExitStatus};
use crate::cli::messages::{error_text, shown};
use crate::cli::terminal::print;
use crate::verify::extract;

/// The names of the files, independent of the names in the PDF.
const NAMES: [&str; 2] = ["aftale.yaml", "visning.json"];

pub(crate) fn run(args: &args::Extract, common: &args::Common) -> CommandResult {
    let language = common.language();
    crate::progress::read(&args.plan);
    let (_, attachments) = extract(&args.plan).map_err(|error| file_error(&error, &args.plan, language))?;
    let folder = args.extract_out.as_deref().unwrap_or(Path::new("."));
    let paths = write(folder, [attachments.agreement.as_bytes(), &attachments.data]);
    let paths = paths.map_err(|(path, error)| {
        let key = match error.kind() {
            io::ErrorKind::AlreadyExists => "extract-exists",
            _ => "extract-not-written",
        };
        error_text(language, key, &[("path", shown(&path).into())])
    })?;
    for path in paths.iter().filter(|_| !common.quiet) {
        print(&shown(path));
    }
    Ok(ExitStatus::Done)
}

/// Writes both files, or neither if one exists.
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
