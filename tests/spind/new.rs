//! `spind new`: what it lays out, and that it never overwrites.

use std::fs;
use std::io;

use crate::program::{build, files, said, spind};

#[test]
fn a_new_department_is_ready_to_build() -> io::Result<()> {
    let parent = tempfile::tempdir()?;
    let folder = parent.path().join("profiler");
    let output = spind(["new".as_ref(), "afdeling".as_ref(), folder.as_os_str()]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let out = tempfile::tempdir()?;
    let built = build(&folder, out.path());
    assert_eq!(built.status.code(), Some(0), "{}", said(&built));
    assert_eq!(files(&out.path().join("planer")).len(), 1);
    Ok(())
}

#[test]
fn nothing_is_overwritten() -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    fs::write(folder.path().join("kurser.yaml"), "mine")?;
    let output = spind(["new".as_ref(), "afdeling".as_ref(), folder.path().as_os_str()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("kurser.yaml"), "{}", said(&output));
    assert_eq!(files(folder.path()), ["kurser.yaml"]);
    assert_eq!(fs::read_to_string(folder.path().join("kurser.yaml"))?, "mine");
    Ok(())
}
