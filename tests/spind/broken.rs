//! The table of broken files in `tests/broken`: each problem's code, place and effect on the build.
//!
//! `tests/broken/base` is a sound department. Each folder under
//! `tests/broken/cases` is laid over a copy of it and says in `expected.tsv`
//! which problems there are and whose plans are built; `forbidden.txt` lists
//! what must be shown nowhere.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use spind::document::Templates;
use spind::language::Tag;
use spind::problem::render::{self, Style, words};
use spind::problem::{Problem, Severity};
use spind::run::{build, check};
use spind::typeface::Typeface;
use strum::VariantArray;

use crate::cases;
use crate::program::{TODAY, copy, files, project, request};

/// A problem as a row of the table.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Row {
    file: String,
    code: String,
    line: Option<usize>,
    column: Option<usize>,
    severity: String,
}

/// What a case expects.
struct Expected {
    exit: u8,
    built: BTreeSet<String>,
    rows: Vec<(Row, String)>,
}

fn expected(case: &Path) -> Expected {
    let text = fs::read_to_string(case.join("expected.tsv")).expect("every case has its expectations");
    let mut lines = text.lines();
    let head = lines.next().and_then(|line| line.strip_prefix("# exit ")).expect("# exit N; built: …");
    let (exit, built) = head.split_once("; built:").expect("# exit N; built: …");
    let rows = lines.filter(|line| !line.is_empty()).map(|line| {
        let fields: Vec<&str> = line.split('\t').collect();
        let [file, code, line, column, severity, fragment] = fields[..] else {
            panic!("{}: {line}", case.display())
        };
        let row = Row {
            file: file.to_owned(),
            code: code.to_owned(),
            line: line.parse().ok(),
            column: column.parse().ok(),
            severity: severity.to_owned(),
        };
        (row, fragment.to_owned())
    });
    Expected {
        exit: exit.parse().expect("a number"),
        built: built.split(',').map(|name| name.trim().to_owned()).filter(|n| !n.is_empty()).collect(),
        rows: rows.collect(),
    }
}

fn row(problem: &Problem) -> Row {
    let place = problem.place.line_and_column();
    let severity = match problem.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    Row {
        file: problem.place.file.name.clone(),
        code: problem.code.name().to_owned(),
        line: place.map(|(line, _)| line),
        column: place.map(|(_, column)| column),
        severity: severity.to_owned(),
    }
}

/// Removes what `remove.txt` lists and renames what `rename.tsv` lists, for names
/// that a repository can't hold on every system. Returns whether this one can hold them: of two names
/// that differ by letter case, many have only one.
fn rearrange(case: &Path, folder: &Path) -> bool {
    // A verbatim path, with which Windows allows names that it reserves otherwise.
    let folder = &fs::canonicalize(folder).expect("the folder is there");
    for name in fs::read_to_string(case.join("remove.txt")).unwrap_or_default().lines() {
        fs::remove_file(folder.join(name)).expect("the base has this file");
    }
    for line in fs::read_to_string(case.join("rename.tsv")).unwrap_or_default().lines() {
        let (from, to) = line.split_once('\t').expect("from and to");
        let to = folder.join(to);
        if to.exists() {
            return false;
        }
        fs::create_dir_all(to.parent().expect("a folder")).expect("the folder can be made");
        fs::rename(folder.join(from), to).expect("the file can be renamed");
    }
    for own in ["expected.tsv", "forbidden.txt", "remove.txt", "rename.tsv"] {
        let _ = fs::remove_file(folder.join(own));
    }
    true
}

/// What is wrong with the program, or the table, for one case.
fn judge(case: &Path, templates: &Templates) -> Vec<String> {
    let mut faults = Vec::new();
    let folder = tempfile::tempdir().expect("a folder");
    let out = tempfile::tempdir().expect("a folder");
    copy(&project().join("tests/broken/base"), folder.path()).expect("the base can be copied");
    copy(case, folder.path()).expect("the case can be copied");
    if !rearrange(case, folder.path()) {
        if cfg!(target_os = "linux") {
            faults.push("renames over another file".to_owned());
        }
        return faults;
    }
    let expected = expected(case);

    let checked =
        check(folder.path(), None, Some(Tag::Da), Some(TODAY), templates.typeface()).expect("a folder");
    let mut shown = String::new();
    let mut seen: Vec<(Row, String)> = checked
        .problems
        .iter()
        .map(|problem| {
            let words = words(problem, checked.language);
            let said = format!("{} {}", words.message, words.hint_with_line(checked.language));
            shown += &render::terminal(problem, checked.language, Style::PLAIN);
            shown += &said;
            (row(problem), said)
        })
        .collect();
    for (row, fragment) in &expected.rows {
        match seen.iter().position(|(other, _)| other == row) {
            None => faults.push(format!("not reported: {row:?}")),
            Some(at) => {
                let (_, said) = seen.remove(at);
                if !said.contains(fragment.as_str()) {
                    faults.push(format!("{}: {fragment:?} is not in {said:?}", row.code));
                }
            }
        }
    }
    faults.extend(seen.iter().map(|(row, said)| format!("not expected: {row:?} {said}")));

    let request = request(folder.path(), out.path(), templates);
    let outcome = build(&request, &|_, _| ()).expect("a folder");
    let exit = match &outcome.built {
        None => 2,
        Some(built) if outcome.problems.any_error() || !built.failures.is_empty() => 1,
        Some(_) => 0,
    };
    if exit != expected.exit {
        faults.push(format!("exit {exit} instead of {}", expected.exit));
    }
    let stem = |path: &str| {
        let name = path.rsplit('/').next().unwrap_or(path);
        name.strip_suffix(".pdf").map(str::to_owned)
    };
    let built: BTreeSet<String> =
        files(&out.path().join("planer")).iter().filter_map(|path| stem(path)).collect();
    if built != expected.built {
        faults.push(format!("built {built:?} instead of {:?}", expected.built));
    }

    for name in files(out.path()).iter().filter(|name| name.ends_with(".txt")) {
        let bytes = fs::read(out.path().join(name)).expect("a correction file");
        if !bytes.starts_with(b"\xEF\xBB\xBFspind: ") {
            faults.push(format!("{name} lacks its mark"));
        }
        shown += &String::from_utf8_lossy(&bytes);
    }
    let forbidden = fs::read_to_string(case.join("forbidden.txt")).unwrap_or_default();
    for secret in forbidden.lines().filter(|line| !line.is_empty()) {
        if shown.contains(secret) {
            faults.push(format!("{secret:?} is shown"));
        }
    }
    faults
}

/// The folders of the table, each with the files that differ from `tests/broken/base`.
pub fn broken_cases() -> Vec<PathBuf> {
    let entries = fs::read_dir(project().join("tests/broken/cases")).expect("the cases");
    let mut cases: Vec<PathBuf> = entries.map(|entry| entry.expect("a case").path()).collect();
    cases.sort();
    cases
}

#[test]
fn every_broken_file_is_reported_as_the_table_says_and_stops_no_other_document() {
    let paths = broken_cases();
    assert!(paths.len() >= 80, "{} cases", paths.len());
    let paths = cases::sampled(paths);
    let templates = Templates::embedded(&Typeface::embedded());
    let next = AtomicUsize::new(0);
    let faults = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some(case) = paths.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let found = judge(case, &templates);
                    let name = case.file_name().unwrap_or_default().to_string_lossy();
                    let mut faults = faults.lock().expect("no thread panics");
                    faults.extend(found.into_iter().map(|fault| format!("{name}: {fault}")));
                }
            });
        }
    });
    let mut faults = faults.into_inner().expect("no thread panics");
    faults.sort();
    assert!(faults.is_empty(), "{} faults in {} cases\n{}", faults.len(), paths.len(), faults.join("\n"));
}

#[test]
fn the_table_has_every_code_that_a_file_can_cause() {
    let mut seen = BTreeSet::new();
    for case in broken_cases() {
        seen.extend(expected(&case).rows.into_iter().map(|(row, _)| row.code));
    }
    // Codes that no folder of the table can cause, or that other tests cover.
    let elsewhere = [
        "file-unreadable",
        "too-many-files",
        "link-refused",
        "not-a-plain-file",
        "output-inside-folder",
        "too-many-problems",
        "kept-too-long",
        "year-half-closed",
    ];
    for code in spind::problem::Code::VARIANTS {
        let name = code.name();
        assert!(seen.contains(name) || elsewhere.contains(&name), "{name}");
    }
}
