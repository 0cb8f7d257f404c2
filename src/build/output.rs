//! Writing a file so that whoever opens it finds the old one or the new one, never a half.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// Writes `bytes` to a temporary file beside `path` and renames it into place.
///
/// The result is readable by colleagues as any new file is.
///
/// # Errors
/// If the folder can't be made or the file not written; the old file is whole then.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(".spind-").suffix(".tmp");
    #[cfg(unix)]
    {
        // What a new file gets by the umask; tempfile's own default is for secrets.
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_whole_and_leaves_nothing_beside_it() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("a/b.pdf");
        write(&path, b"old")?;
        write(&path, b"new")?;
        assert_eq!(fs::read(&path)?, b"new");
        assert_eq!(fs::read_dir(folder.path().join("a"))?.count(), 1);
        Ok(())
    }

    #[cfg(unix)]
    #[test]
    fn colleagues_can_read_what_was_written() -> io::Result<()> {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir()?;
        let ordinary = folder.path().join("ordinary");
        fs::write(&ordinary, b"x")?;
        let path = folder.path().join("x.pdf");
        write(&path, b"x")?;
        let mode = |path: &Path| fs::metadata(path).map(|m| m.permissions().mode());
        assert_eq!(mode(&path)?, mode(&ordinary)?);
        Ok(())
    }
}
