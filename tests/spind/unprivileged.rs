//! Builds as a user whom file permissions bind, even if root runs the tests.

use std::fs;
use std::io;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Output};

use walkdir::WalkDir;

use crate::program::in_fixed_environment;

/// The user without rights.
const NOBODY: u32 = 65534;

/// Builds `folder` into `out`.
pub fn build(folder: &Path, out: &Path, options: &[&str]) -> io::Result<Output> {
    let program = Path::new(env!("CARGO_BIN_EXE_spind"));
    let run = |program: &Path, is_root: bool| {
        let mut command = Command::new(program);
        command.args([folder.as_os_str(), "-o".as_ref(), out.as_os_str()]).args(options).current_dir(out);
        in_fixed_environment(&mut command);
        if is_root {
            command.uid(NOBODY).gid(NOBODY);
        }
        command.output()
    };
    if fs::metadata(folder)?.uid() != 0 {
        return run(program, false);
    }
    for entry in WalkDir::new(out) {
        chown(entry?.path(), Some(NOBODY), Some(NOBODY))?;
    }
    open(folder)?;
    match run(program, true) {
        // The project may be in a folder that is root's alone.
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
            let elsewhere = tempfile::tempdir()?;
            open(elsewhere.path())?;
            let copy = elsewhere.path().join("spind");
            fs::copy(program, &copy)?;
            run(&copy, true)
        }
        output => output,
    }
}

/// Lets everybody read a folder of root's.
fn open(folder: &Path) -> io::Result<()> {
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755))
}
