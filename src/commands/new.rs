//! `spind new`: a folder to begin with.

use std::io::ErrorKind;
use std::process::ExitCode;

use spind::language::{Language, Tag};
use spind::scaffold;

use super::{ALL_BUILT, NOTHING_BUILT, error_text, tell, tell_on_stderr};
use crate::args;

/// Runs the verb.
pub fn run(args: &args::New, common: &args::Common) -> ExitCode {
    let language = Language::new(common.lang.unwrap_or_else(Tag::of_system));
    let args::What::Afdeling { dir } = &args.what;
    match scaffold::new_department(dir) {
        Ok(paths) => {
            for path in paths.iter().filter(|_| !common.quiet) {
                tell(&path.display().to_string());
            }
            ExitCode::from(ALL_BUILT)
        }
        Err(error) => {
            let (key, fact) = match error.kind() {
                ErrorKind::AlreadyExists => ("new-exists", ("path", error.to_string().into())),
                _ => ("new-not-written", ("reason", error.to_string().into())),
            };
            tell_on_stderr(&error_text(&language, key, &[fact]));
            ExitCode::from(NOTHING_BUILT)
        }
    }
}
