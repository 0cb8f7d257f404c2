//! Arbitrary bytes as a provider's course list: after any import the catalogue is readable and
//! still has all its courses, and a second import changes nothing.

#![no_main]

use std::fs;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use spind::department::{self, Reading};
use spind::import::rewritten;
use spind::problem::Problems;
use spind::source::edit::comments;
use tempfile::TempDir;

/// A valid department.
const BASE: [(&str, &str); 3] = [
    ("afdeling.yaml", include_str!("../../tests/broken/base/afdeling.yaml")),
    ("rollemodel.yaml", include_str!("../../tests/broken/base/rollemodel.yaml")),
    ("kurser.yaml", CATALOGUE),
];
const CATALOGUE: &str = include_str!("../../tests/broken/base/kurser.yaml");
/// Headings of a list, selected by the first byte; otherwise few inputs would be lists.
const HEADINGS: [&str; 4] = [
    "",
    "Nummer;Titel;Form;Omr\u{e5}der;Udbyder;Pris;Dage;Start;Slut;Sted;Ledige;Udg\u{e5}et\n",
    "nr\ttitle\tarea\tstart\tend\tseats\thalf days\texpires\n",
    "sep=,\nAMU-nr.,Pris,Tilskud,Fra niveau,Til niveau\n",
];

fn read(catalogue: &str) -> (TempDir, Reading, usize) {
    let folder = tempfile::tempdir().expect("a folder can be made");
    for (name, text) in BASE {
        let text = if name == "kurser.yaml" { catalogue } else { text };
        fs::write(folder.path().join(name), text).expect("a file can be written");
    }
    let mut problems = Problems::default();
    let reading = department::read(folder.path(), None, &mut problems).expect("the folder can be listed");
    let errors = problems.iter().filter(|problem| problem.place.file.name == "kurser.yaml").count();
    (folder, reading, errors)
}

static BEFORE: LazyLock<(TempDir, Reading, usize)> = LazyLock::new(|| read(CATALOGUE));

fuzz_target!(|data: &[u8]| {
    let Some((first, bytes)) = data.split_first() else { return };
    let list = [HEADINGS[usize::from(*first) % HEADINGS.len()].as_bytes(), bytes].concat();
    let (_, before, problems) = &*BEFORE;
    let department = before.department.as_ref().expect("the department is sound");
    let Ok(text) = rewritten(&list, department, &before.parsed) else { return };
    assert_eq!(comments(CATALOGUE), comments(&text), "{text}");
    let (_folder, after, problems_after) = read(&text);
    assert_eq!(problems_after, *problems, "{text}");
    let now = after.department.as_ref().expect("the department is sound");
    for course in &department.catalogue.courses {
        assert!(now.catalogue.course(&course.number).is_some(), "{} is gone: {text}", course.number);
    }
    let again = rewritten(&list, now, &after.parsed).expect("what was read once is read again");
    assert_eq!(again, text);
});
