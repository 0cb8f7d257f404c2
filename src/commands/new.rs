//! `spind new`: a folder to begin with.

use std::io::ErrorKind;
use std::process::ExitCode;

use spind::language::{Language, Tag};
use spind::scaffold;

use super::{ALL_BUILT, NOTHING_BUILT, error_text};
use crate::args;

/// Runs the verb.
pub fn run(args: &args::New, common: &args::Common) -> ExitCode {
    let language = Language::new(common.lang.unwrap_or_else(Tag::of_system));
    let args::What::Afdeling { dir } = &args.what;
    match scaffold::new_department(dir) {
        Ok(paths) => {
            for path in paths.iter().filter(|_| !common.quiet) {
                println!("{}", path.display());
            }
            ExitCode::from(ALL_BUILT)
        }
        Err(error) => {
            let (key, fact) = match error.kind() {
                ErrorKind::AlreadyExists => ("new-exists", ("path", error.to_string().into())),
                _ => ("new-not-written", ("reason", error.to_string().into())),
            };
            eprintln!("{}", error_text(&language, key, &[fact]));
            ExitCode::from(NOTHING_BUILT)
        }
    }
}
