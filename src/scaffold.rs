//! A new department's folder, laid out from the sample that is part of the program.

use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};

use crate::source::walk::{CATALOGUE_FILE, ROLE_MODEL_FILE, SETTINGS_FILE};

/// The sample department.
static SAMPLE: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/profiles");

/// The profile that shows a new department how one looks: short, with all the usual fields.
const EXAMPLE_PROFILE: &str = "engvadskolen/birgitte-lundsager.yaml";

/// Lays out `folder`: settings, role model, catalogue, and one example profile.
///
/// Returns the files written. Nothing is ever overwritten.
///
/// # Errors
/// If one of the files is there already (`AlreadyExists`, before anything is
/// written), or the folder can't be written to.
pub fn new_department(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let names = [SETTINGS_FILE, ROLE_MODEL_FILE, CATALOGUE_FILE, EXAMPLE_PROFILE];
    let paths: Vec<PathBuf> = names.iter().map(|name| folder.join(name)).collect();
    if let Some(path) = paths.iter().find(|path| path.symlink_metadata().is_ok()) {
        return Err(io::Error::new(ErrorKind::AlreadyExists, path.display().to_string()));
    }
    for (name, path) in names.iter().zip(&paths) {
        let file = SAMPLE.get_file(name).expect("the sample has this file");
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::File::create_new(path)?.write_all(file.contents())?;
    }
    Ok(paths)
}
