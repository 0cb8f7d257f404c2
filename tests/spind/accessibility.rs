//! Accessibility of the documents: titles, headings, tables, lists, figures and links, as tagged.
//!
//! The trees in `tests/golden/*.tags.txt` were read from top to bottom with eyes shut and
//! made sense. To accept a change, read the new ones, then run the tests with
//! `SPIND_BLESS=1`.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::Path;

use crate::cases;
use crate::full_builds::{FullBuild, sample};
use crate::program::{department, files, project, said, spind};
use crate::tagged_pdf::{Node, Tag, TaggedPdf};

/// The guide of a department: its file name and its bytes.
fn guide(folder: &Path, out: &Path) -> io::Result<(String, Vec<u8>)> {
    let out = out.join("guide");
    let args = ["new", "vejledning", "-o"].map(OsStr::new);
    let output = spind(args.into_iter().chain([out.as_os_str(), "--folder".as_ref(), folder.as_os_str()]));
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let names = files(&out);
    let [name] = &names[..] else { panic!("{names:?}") };
    Ok((name.clone(), fs::read(out.join(name))?))
}

#[test]
fn documents_read_aloud_say_what_they_said() -> io::Result<()> {
    let out = tempfile::tempdir()?;
    let english = out.path().join("english");
    let args = ["--lang", "en", "--only", "karin-moseholm"].map(OsStr::new);
    let (folder, options) = (department("three-areas"), [OsStr::new("-o"), english.as_os_str()]);
    let output = spind([folder.as_os_str()].into_iter().chain(options).chain(args));
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let english = fs::read(english.join("planer/nordskolen/karin-moseholm.pdf"))?;
    let (_, guide) = guide(&sample(), out.path())?;
    let (sample, small) = (FullBuild::of_sample(), FullBuild::of_department("three-areas"));
    for (name, bytes) in [
        ("plan", sample.file("planer/hedekær-skole/jytte-overballe.pdf")),
        ("forberedelse", sample.file("planer/hedekær-skole/jytte-overballe-forberedelse.pdf")),
        ("opfoelgning", sample.file("planer/hedekær-skole/jytte-overballe-opfoelgning.pdf")),
        ("blanket", sample.file("planer/blanket.pdf")),
        // The booklet and the strategic plan of the smallest department have all kinds of part.
        ("haefte", small.file("haefte-intern.pdf")),
        ("plan-in-english", &english),
        ("vejledning", &guide),
        ("strategisk-uddannelsesplan", small.file("strategisk-uddannelsesplan.pdf")),
    ] {
        compare(name, &TaggedPdf::of(bytes).to_lines());
    }
    Ok(())
}

/// Compares lines with `tests/golden/NAME.tags.txt`.
fn compare(name: &str, now: &str) {
    let golden = project().join("tests/golden").join(format!("{name}.tags.txt"));
    if std::env::var_os("SPIND_BLESS").is_some() {
        fs::write(&golden, now).expect("the lines can be written");
        return;
    }
    let before = fs::read_to_string(&golden).unwrap_or_else(|e| panic!("{}: {e}", golden.display()));
    let pairs = before.lines().chain([""]).zip(now.lines().chain([""]));
    let first = pairs.enumerate().find(|(_, (before, now))| before != now);
    if let Some((i, (before, now))) = first {
        panic!("{}:{}\n  before: {before}\n  now:    {now}", golden.display(), i + 1);
    }
    assert_eq!(before.lines().count(), now.lines().count(), "{}", golden.display());
}

#[test]
fn every_document_can_be_heard() -> io::Result<()> {
    let departments = [
        ("three-areas", "da"),
        ("twenty-four-areas", "da"),
        ("long-words", "da"),
        ("hostile-text", "da"),
        ("swedish", "sv"),
        ("norwegian", "nb"),
    ];
    let mut made = 0;
    for (department, language) in departments {
        let out = tempfile::tempdir()?;
        let guide = guide(&crate::program::department(department), out.path())?;
        let documents =
            FullBuild::of_department(department).pdfs().map(|(file, bytes)| (file.to_owned(), bytes));
        let documents: Vec<_> = documents.chain([(guide.0, &guide.1[..])]).collect();
        made += documents.len();
        for (file, bytes) in cases::sampled(documents) {
            let file = format!("{department}/{file}");
            let document = can_be_heard(&file, bytes, language);
            if file.contains("/planer/") {
                paragraphs_are_paragraphs(&file, &document);
                only_footers_are_left_out(&file, &document);
            }
        }
    }
    assert!(made > 40, "{made}");
    Ok(())
}

/// Checks what every document must have for those who hear it.
pub fn can_be_heard(file: &str, bytes: &[u8], language: &str) -> TaggedPdf {
    let document = TaggedPdf::of(bytes);
    assert!(!document.title.is_empty(), "{file}: no title");
    assert_eq!(document.language, language, "{file}");
    let numbers: Vec<String> = (1..=document.labels.len()).map(|page| page.to_string()).collect();
    assert_eq!(document.labels, numbers, "{file}: page labels");
    headings_leave_no_gap(file, &document);
    tables_have_headers(file, &document);
    lists_are_lists(file, &document);
    figures_have_alternative_texts(file, &document);
    links_lead_somewhere(file, &document);
    document
}

fn headings_leave_no_gap(file: &str, document: &TaggedPdf) {
    let mut before = 0;
    for heading in document.root.all() {
        let Some(level) = heading.kind.strip_prefix('H').and_then(|level| level.parse::<usize>().ok()) else {
            continue;
        };
        assert!(level <= before + 1, "{file}: {} after H{before}: {}", heading.kind, heading.text());
        assert!(!heading.text().trim().is_empty(), "{file}: an empty {}", heading.kind);
        before = level;
    }
    assert!(before > 0, "{file}: no heading");
    let bookmarked: Vec<&str> = document.bookmarks.iter().map(|(_, title)| title.as_str()).collect();
    let headings: Vec<String> =
        document.root.all().iter().map(|tag| tag.text().replace('\u{ad}', "")).collect();
    assert!(!bookmarked.is_empty(), "{file}: no bookmarks");
    for title in bookmarked {
        assert!(headings.iter().any(|heading| heading == title), "{file}: {title:?} is no heading");
    }
}

/// Each row is named by a header, and the first one names the columns.
fn tables_have_headers(file: &str, document: &TaggedPdf) {
    for table in of_kind(document, "Table") {
        let rows: Vec<&Tag> = table.all().into_iter().filter(|tag| tag.kind == "TR").collect();
        let header = |scope: &str, cell: &Tag| cell.kind == "TH" && cell.scope.as_deref() == Some(scope);
        let columns = cells(rows[0]).iter().all(|cell| header("Column", cell) && !cell.text().is_empty());
        assert!(columns, "{file}: {}", table.text());
        for row in &rows[1..] {
            // Either one cell names the row, or one names all the rows below it.
            let named = cells(row).iter().any(|cell| cell.kind == "TH" && !cell.text().is_empty());
            assert!(named, "{file}: a row without a name: {}", row.text());
        }
    }
}

fn lists_are_lists(file: &str, document: &TaggedPdf) {
    for list in of_kind(document, "L") {
        let kinds = kinds(list);
        assert!(kinds.iter().all(|kind| ["LI", "L"].contains(kind)), "{file}: {kinds:?}");
    }
    for item in of_kind(document, "LI") {
        assert!(kinds(item).ends_with(&["LBody"]), "{file}: {:?}", kinds(item));
    }
}

fn figures_have_alternative_texts(file: &str, document: &TaggedPdf) {
    for figure in of_kind(document, "Figure") {
        let alt = figure.alt.as_deref().unwrap_or_default();
        assert!(alt.ends_with('.') && alt.len() > 20, "{file}: {alt:?}");
    }
}

fn links_lead_somewhere(file: &str, document: &TaggedPdf) {
    for link in of_kind(document, "Link") {
        let targets: Vec<&str> = link
            .children
            .iter()
            .filter_map(|node| if let Node::Link(target) = node { Some(target.as_str()) } else { None })
            .collect();
        assert!(!targets.is_empty() && !targets.contains(&"nowhere"), "{file}: {}", link.text());
    }
}

/// Every word of a page is in a paragraph, heading, list or table.
fn paragraphs_are_paragraphs(file: &str, document: &TaggedPdf) {
    for part in document.root.all().into_iter().filter(|tag| ["Document", "Div"].contains(&tag.kind.as_str()))
    {
        for node in &part.children {
            let loose = match node {
                Node::Tag(tag) => ["Span", "Strong", "Em"].contains(&tag.kind.as_str()),
                Node::Text(_) | Node::Link(_) => true,
            };
            assert!(!loose, "{file}: {node:?}");
        }
    }
}

/// Only the footer is an artifact, which screen readers skip.
fn only_footers_are_left_out(file: &str, document: &TaggedPdf) {
    let count = document.artifacts.len();
    for (i, text) in document.artifacts.iter().enumerate() {
        let place = format!("{} ", i + 1);
        let (before, after) = text.rsplit_once(&place).unwrap_or_else(|| panic!("{file}: {text}"));
        assert!(after.ends_with(&count.to_string()), "{file}: {text}");
        // State, name, and on plans the code: a table's repeated header says nothing new.
        assert!(before.chars().count() < 280, "{file}: {text}");
    }
}

fn of_kind<'a>(document: &'a TaggedPdf, kind: &str) -> Vec<&'a Tag> {
    document.root.all().into_iter().filter(|tag| tag.kind == kind).collect()
}

fn cells(row: &Tag) -> Vec<&Tag> {
    let children = row.children.iter();
    children.filter_map(|node| if let Node::Tag(tag) = node { Some(tag) } else { None }).collect()
}

fn kinds(tag: &Tag) -> Vec<&str> {
    cells(tag).iter().map(|tag| tag.kind.as_str()).collect()
}
