//! PDFs as files and on paper: bytes, size, pages, fonts, and the text that a reader copies.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::Path;
use std::process::Command;

use hayro::hayro_interpret::hayro_syntax::Pdf;
use hayro::hayro_interpret::hayro_syntax::object::dict::Dict;
use hayro::hayro_interpret::hayro_syntax::object::{Name, Object, Stream};
use spind::document::printable::printable;
use spind::language::{Language, Tag as LanguageTag};
use spind::typeface::Typeface;

use crate::program::{SOURCE_DATE_EPOCH, department, files, project, said, spind};
use crate::tagged_pdf::{Tag, TaggedPdf};

/// The largest plan: what is still quick to mail and to print.
const PLAN_BYTES: usize = 120 * 1024;
/// The largest booklet of 25 people.
const BOOKLET_BYTES: usize = 2 * 1024 * 1024;
/// Width and height of A4 in points.
const A4: (f32, f32) = (595.28, 841.89);

fn arguments(folder: &Path, out: &Path) -> Vec<OsString> {
    let mut args = vec![OsString::from("build"), folder.into(), "--out".into(), out.into()];
    args.extend(["--forberedelse", "--blank", "--charts"].map(OsString::from));
    args
}

fn build_all(folder: &Path, out: &Path) {
    let output = spind(arguments(folder, out));
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
}

#[test]
fn the_same_files_give_the_same_bytes_with_one_thread_or_many() -> io::Result<()> {
    let profiles = project().join("profiles");
    let many = tempfile::tempdir()?;
    build_all(&profiles, many.path());
    let one = tempfile::tempdir()?;
    // On one processor the program starts one thread of its own, and Typst is told to.
    let program = env!("CARGO_BIN_EXE_spind");
    let mut command = if Command::new("taskset").arg("--version").output().is_ok() {
        let mut command = Command::new("taskset");
        command.args(["-c", "0", program]);
        command
    } else {
        Command::new(program)
    };
    command
        .args(arguments(&profiles, one.path()))
        .env("RAYON_NUM_THREADS", "1")
        .env("SOURCE_DATE_EPOCH", SOURCE_DATE_EPOCH)
        .env("LANG", "da_DK.UTF-8");
    assert!(command.current_dir(project()).output()?.status.success());
    let names = files(many.path());
    assert!(names.len() > 60, "{}", names.len());
    assert_eq!(names, files(one.path()));
    for name in names {
        assert!(fs::read(many.path().join(&name))? == fs::read(one.path().join(&name))?, "{name}");
    }
    Ok(())
}

#[test]
fn documents_are_small_and_a4_and_carry_what_they_use_of_their_fonts() -> io::Result<()> {
    let out = tempfile::tempdir()?;
    build_all(&project().join("profiles"), out.path());
    let mut plans = 0;
    for file in files(out.path()).into_iter().filter(|file| file.ends_with(".pdf")) {
        let bytes = fs::read(out.path().join(&file))?;
        if file.starts_with("planer/") {
            plans += 1;
            assert!(bytes.len() <= PLAN_BYTES, "{file}: {} bytes", bytes.len());
        }
        assert!(bytes.len() <= BOOKLET_BYTES, "{file}: {} bytes", bytes.len());
        let pdf = Pdf::new(bytes).expect("the program writes PDFs that can be read");
        for page in pdf.pages().iter() {
            let (width, height) = page.base_dimensions();
            assert!((width - A4.0).abs() < 0.1 && (height - A4.1).abs() < 0.1, "{file}: {width} x {height}");
        }
        let fonts: Vec<String> = pdf.objects().into_iter().filter_map(subset_font).collect();
        assert!(!fonts.is_empty(), "{file}: no fonts");
        for font in fonts {
            let prefix = font.split('+').next().unwrap_or_default();
            assert!(prefix.len() == 6 && font.contains("IBMPlexSans"), "{file}: {font}");
        }
    }
    assert!(plans > 25, "{plans}");
    Ok(())
}

/// The name of a font that `object` describes; it must bear the font itself.
fn subset_font(object: Object<'_>) -> Option<String> {
    let Object::Dict(dict) = object else { return None };
    let kind: Name<'_> = dict.get("Type")?;
    if kind.as_str() != "FontDescriptor" {
        return None;
    }
    let name = dict.get::<Name<'_>>("FontName")?.as_str().to_owned();
    assert!(embedded(&dict), "{name} is not in the document");
    Some(name)
}

fn embedded(descriptor: &Dict<'_>) -> bool {
    ["FontFile", "FontFile2", "FontFile3"].iter().any(|key| descriptor.get::<Stream<'_>>(key).is_some())
}

#[test]
fn names_areas_and_courses_are_copied_as_they_were_typed() -> io::Result<()> {
    let typeface = Typeface::embedded();
    let departments = [
        ("three-areas", LanguageTag::Da),
        ("twenty-four-areas", LanguageTag::Da),
        ("long-words", LanguageTag::Da),
        ("hostile-text", LanguageTag::Da),
        ("swedish", LanguageTag::Sv),
        ("norwegian", LanguageTag::Nb),
    ];
    let mut courses_seen = 0;
    for (name, tag) in departments {
        let out = tempfile::tempdir()?;
        build_all(&department(name), out.path());
        let mut problems = spind::problem::Problems::default();
        let reading = spind::department::read(&department(name), None, &mut problems)?;
        let read = reading.department.expect("a department");
        let typed = |text: &str| printable(text, &typeface).into_owned();
        let titles: BTreeSet<String> =
            read.catalogue.courses.iter().map(|course| typed(&course.title)).collect();
        let people: Vec<String> = read.people.iter().map(|person| typed(&person.name.value)).collect();
        let language = Language::new(tag);
        let course_column = language.say("label-course-title", &[]);
        let no_course = language.say("courses-none", &[]);
        let mut met: BTreeSet<String> = BTreeSet::new();
        for file in files(out.path()).into_iter().filter(|file| file.ends_with(".pdf")) {
            let document = TaggedPdf::of(&fs::read(out.path().join(&file))?);
            let all = copied(&document.root);
            met.extend(people.iter().filter(|person| all.contains(person.as_str())).cloned());
            // The blank form may shorten them, the strategic plan has those to lift, a
            // preparation those with competencies.
            let partly = ["blanket.pdf", "strategisk-uddannelsesplan.pdf", "-forberedelse.pdf"];
            let areas_are_named = !partly.iter().any(|ending| file.ends_with(ending));
            for area in read.role_model.areas.iter().filter(|_| areas_are_named) {
                assert!(all.contains(&typed(&area.name)), "{name}/{file}: {}", area.name);
            }
            for title in course_titles(&document, &course_column) {
                assert!(
                    titles.contains(&title) || title == no_course,
                    "{name}/{file}: {title:?} is no course"
                );
                courses_seen += 1;
            }
        }
        assert_eq!(met.len(), people.iter().collect::<BTreeSet<_>>().len(), "{name}: {met:?}");
    }
    assert!(courses_seen > 60, "{courses_seen}");
    Ok(())
}

/// The text of `tag` as a person gets it who copies it: a soft hyphen joins.
fn copied(tag: &Tag) -> String {
    tag.text().replace('\u{ad}', "")
}

/// What the plans' course lists name, under the heading `column`.
fn course_titles(document: &TaggedPdf, column: &str) -> Vec<String> {
    let mut titles = Vec::new();
    for table in document.root.all().into_iter().filter(|tag| tag.kind == "Table") {
        let cells: Vec<&Tag> = table.all().into_iter().filter(|tag| tag.kind == "TH").collect();
        let columns: Vec<&&Tag> = cells
            .iter()
            .filter(|cell| cell.scope.as_deref() == Some("Column") && cell.columns.is_none())
            .collect();
        // Only the course lists have these three columns and two paragraphs in a row's name.
        if columns.len() != 3 || !columns.iter().any(|cell| cell.text() == column) {
            continue;
        }
        for cell in cells.iter().filter(|cell| cell.scope.as_deref() == Some("Row")) {
            let paragraphs: Vec<&Tag> = cell.all().into_iter().filter(|tag| tag.kind == "P").collect();
            if let [title, ..] = paragraphs[..] {
                titles.push(copied(title));
            }
        }
    }
    titles
}
