//! The file that the program opens in a browser. It hands the one-time token over in a form, so the
//! token stands neither in a command line, which others on the machine can see, nor in an address,
//! which a browser remembers.

use std::env::temp_dir;
use std::io::{self, Write};
use std::path::Path;

use tempfile::{Builder, TempDir};

/// A file that only the user can read. Dropped, it is removed.
pub struct LaunchFile {
    file: tempfile::TempPath,
    _folder: TempDir,
}

impl LaunchFile {
    /// Writes `page` into a folder of its own.
    ///
    /// # Errors
    /// If the system refuses.
    pub fn write(page: &str) -> io::Result<Self> {
        // On Windows a folder is as private as the one that it lies in, and the profile is the user's own.
        let profile = if cfg!(windows) { dirs::data_local_dir() } else { None };
        let place = profile.unwrap_or_else(temp_dir);
        let folder = private(Builder::new().prefix("spind-"), 0o700).tempdir_in(place)?;
        let mut file =
            private(Builder::new().prefix("spind-").suffix(".html"), 0o600).tempfile_in(&folder)?;
        file.write_all(page.as_bytes())?;
        Ok(Self { file: file.into_temp_path(), _folder: folder })
    }

    /// Where it lies.
    pub fn path(&self) -> &Path {
        &self.file
    }
}

/// Restricts what is built to its owner, where files have such modes.
fn private<'a, 'b, 'c>(builder: &'a mut Builder<'b, 'c>, mode: u32) -> &'a mut Builder<'b, 'c> {
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(mode));
    #[cfg(not(unix))]
    let _ = mode;
    builder
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn only_its_owner_can_read_it_and_nothing_is_left() -> io::Result<()> {
        let doorway = LaunchFile::write("<p>")?;
        let (file, folder) = (doorway.path().to_owned(), doorway.path().parent().map(Path::to_owned));
        let folder = folder.expect("a file lies in a folder");
        assert_eq!(fs::read_to_string(&file)?, "<p>");
        #[cfg(unix)]
        for (path, mode) in [(&file, 0o600), (&folder, 0o700)] {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(fs::metadata(path)?.permissions().mode() & 0o777, mode);
        }
        drop(doorway);
        assert!(!file.exists() && !folder.exists());
        Ok(())
    }
}
