//! The launch file: a local page that the program opens in the browser to log in.
//!
//! It posts the one-time token in a form, so the token appears neither on a command line, which
//! other users can see, nor in an address, which the browser remembers.

use std::env::temp_dir;
use std::io::{self, Write};
use std::path::Path;

use tempfile::{Builder, TempDir};

/// A file that only the user can read, removed on drop.
pub(super) struct LaunchFile {
    file: tempfile::TempPath,
    _folder: TempDir,
}

impl LaunchFile {
    /// Writes `page` to a new private folder.
    ///
    /// # Errors
    /// If the system refuses.
    pub(super) fn write(page: &str) -> io::Result<Self> {
        // On Windows a folder inherits the permissions of its parent, and the profile is private.
        let profile = if cfg!(windows) { dirs::data_local_dir() } else { None };
        let place = profile.unwrap_or_else(temp_dir);
        let folder = private(Builder::new().prefix("spind-"), 0o700).tempdir_in(place)?;
        let mut file =
            private(Builder::new().prefix("spind-").suffix(".html"), 0o600).tempfile_in(&folder)?;
        file.write_all(page.as_bytes())?;
        Ok(Self { file: file.into_temp_path(), _folder: folder })
    }

    pub(super) fn path(&self) -> &Path {
        &self.file
    }
}

/// Restricts access to the owner, on systems with file modes.
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
        let launch_file = LaunchFile::write("<p>")?;
        let (file, folder) = (launch_file.path().to_owned(), launch_file.path().parent().map(Path::to_owned));
        let folder = folder.expect("a file lies in a folder");
        assert_eq!(fs::read_to_string(&file)?, "<p>");
        #[cfg(unix)]
        for (path, mode) in [(&file, 0o600), (&folder, 0o700)] {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(fs::metadata(path)?.permissions().mode() & 0o777, mode);
        }
        drop(launch_file);
        assert!(!file.exists() && !folder.exists());
        Ok(())
    }
}
