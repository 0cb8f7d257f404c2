//! PDFs as files and on paper: bytes, size, pages, fonts, and the text that a reader copies.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::process::Command;

use hayro::hayro_interpret::hayro_syntax::Pdf;
use hayro::hayro_interpret::hayro_syntax::object::dict::Dict;
use hayro::hayro_interpret::hayro_syntax::object::{Name, Object, Stream};
use spind::document::printable;
use spind::language::{Language, Tag as LanguageTag};
use spind::typeface::Typeface;

use crate::cases;
use crate::full_builds::{EVERY_DOCUMENT, FullBuild, sample};
use crate::program::{department, files, in_fixed_environment, project};
use crate::tagged_pdf::{Tag, TaggedPdf};

/// The largest plan that is still quick to mail and to print.
const PLAN_BYTES: usize = 120 * 1024;
/// The largest booklet of 25 people.
const BOOKLET_BYTES: usize = 2 * 1024 * 1024;
/// Width and height of A4 in points.
const A4: (f32, f32) = (595.28, 841.89);

#[test]
fn the_same_files_give_the_same_bytes_with_one_thread_or_many() -> io::Result<()> {
    if !cases::tries_long_counts() {
        return Ok(());
    }
    let many = FullBuild::of_sample();
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
        .arg(sample())
        .arg("-o")
        .arg(one.path())
        .args(EVERY_DOCUMENT)
        .env("RAYON_NUM_THREADS", "1")
        .current_dir(project());
    in_fixed_environment(&mut command);
    assert!(command.output()?.status.success());
    let names: Vec<&str> = many.files().map(|(name, _)| name).collect();
    assert!(names.len() > 60, "{}", names.len());
    assert_eq!(names, files(one.path()));
    for (name, bytes) in many.files() {
        assert!(bytes == fs::read(one.path().join(name))?, "{name}");
    }
    Ok(())
}

#[test]
fn documents_are_small_and_a4_and_carry_what_they_use_of_their_fonts() {
    let mut plans = 0;
    for (file, bytes) in FullBuild::of_sample().pdfs() {
        if file.starts_with("planer/") {
            plans += 1;
            assert!(bytes.len() <= PLAN_BYTES, "{file}: {} bytes", bytes.len());
        }
        assert!(bytes.len() <= BOOKLET_BYTES, "{file}: {} bytes", bytes.len());
        let pdf = Pdf::new(bytes.to_vec()).expect("the program writes PDFs that can be read");
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
}

/// The name of the font that `object` describes; asserts that the font is embedded.
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
        for (file, bytes) in FullBuild::of_department(name).pdfs() {
            let document = TaggedPdf::of(bytes);
            let all = copied(&document.root);
            met.extend(people.iter().filter(|person| all.contains(person.as_str())).cloned());
            // The blank form may shorten them, the strategic plan has those to lift, a
            // preparation those with competencies, and a follow-up none.
            let partly =
                ["blanket.pdf", "strategisk-uddannelsesplan.pdf", "-forberedelse.pdf", "-opfoelgning.pdf"];
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
    assert!(courses_seen > 30, "{courses_seen}");
    Ok(())
}

/// The text of `tag` as it is copied, without soft hyphens.
fn copied(tag: &Tag) -> String {
    tag.text().replace('\u{ad}', "")
}

/// The courses in the booklets' lists, whose column has the heading `column`.
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
