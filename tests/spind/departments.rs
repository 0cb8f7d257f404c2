//! Departments unlike the sample: other languages, scales, numbers of areas, long and hostile text.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use crate::full_builds::FullBuild;
use crate::pdf;
use crate::program::{department, files, project};

/// The text of each page of every document of a test department.
fn texts(name: &str) -> Vec<(&'static str, Vec<String>)> {
    FullBuild::of_department(name).pdfs().map(|(file, bytes)| (file, pdf::text(bytes))).collect()
}

/// The words of four letters or more in `text`, in lower case.
fn words(text: &str) -> BTreeSet<String> {
    text.split(|c: char| !c.is_alphabetic())
        .filter(|word| word.chars().count() >= 4)
        .map(str::to_lowercase)
        .collect()
}

/// The words of all files under `folder`.
fn words_under(folder: &Path) -> io::Result<BTreeSet<String>> {
    let mut all = BTreeSet::new();
    for name in files(folder) {
        all.extend(words(&fs::read_to_string(folder.join(name))?));
    }
    Ok(all)
}

#[test]
fn a_swedish_department_prints_no_danish_word_of_the_programs_own() -> io::Result<()> {
    no_danish("swedish", "sv")
}

#[test]
fn a_norwegian_department_prints_no_danish_word_of_the_programs_own() -> io::Result<()> {
    no_danish("norwegian", "nb")
}

fn no_danish(name: &str, language: &str) -> io::Result<()> {
    let danish = words(&fs::read_to_string(project().join("words/da/documents.ftl"))?);
    let own = words(&fs::read_to_string(project().join("words").join(language).join("documents.ftl"))?);
    let files = words_under(&department(name))?;
    let only_danish: BTreeSet<&String> =
        danish.iter().filter(|word| !own.contains(*word) && !files.contains(*word)).collect();
    assert!(only_danish.len() > 50, "the test compares something");
    for (file, pages) in texts(name) {
        for page in pages {
            let found: Vec<_> =
                words(&pdf::folded(&page)).into_iter().filter(|w| only_danish.contains(w)).collect();
            assert!(found.is_empty(), "{file}: {found:?}");
        }
    }
    Ok(())
}

#[test]
fn every_person_and_area_can_be_found_in_the_booklet() -> io::Result<()> {
    for name in ["swedish", "norwegian", "three-areas", "twenty-four-areas"] {
        let texts = texts(name);
        let (_, booklet) = texts.iter().find(|(file, _)| *file == "haefte-intern.pdf").expect("a booklet");
        let booklet = pdf::folded(&booklet.join(" "));
        let mut problems = spind::problem::Problems::default();
        let reading = spind::department::read(&department(name), None, &mut problems)?;
        let department = reading.department.expect("a department");
        for person in &department.people {
            assert!(booklet.contains(&person.name.value), "{name}: {}", person.name.value);
        }
        for area in &department.role_model.areas {
            assert!(booklet.contains(&area.name), "{name}: {}", area.name);
        }
    }
    Ok(())
}

#[test]
fn twenty_four_areas_and_thirty_lines_stay_on_four_pages() {
    for (file, bytes) in FullBuild::of_department("twenty-four-areas").plans() {
        let pages = pdf::text(bytes).len();
        assert!(pages <= 4, "{file}: {pages} pages");
    }
}

#[test]
fn a_signature_is_never_on_a_page_without_a_line_of_the_plan() {
    let mut checked = 0;
    for name in ["three-areas", "twenty-four-areas", "long-words"] {
        for (file, pages) in texts(name) {
            // The blank form has its signatures in a place of their own.
            if file.ends_with("blanket.pdf") {
                continue;
            }
            let Some(signature) = pages.iter().find(|page| page.contains("Underskrifter")) else { continue };
            let page = pdf::folded(signature);
            assert!(page.matches("Sted og dato").count() == 2, "{file}: split");
            // The plan's table repeats its header on every page that it reaches.
            let plan = page.contains("Hvem og hvornår") || page.contains("ingen aktiviteter");
            assert!(plan, "{file}: {page}");
            checked += 1;
        }
    }
    assert!(checked >= 9, "{checked}");
}

#[test]
fn hostile_text_comes_out_as_the_text_it_is() {
    let messages = &FullBuild::of_department("hostile-text").messages;
    assert!(messages.contains("U+1F600"), "{messages}");
    let all: String = texts("hostile-text")
        .into_iter()
        .flat_map(|(_, pages)| pages)
        .map(|page| pdf::folded(&page))
        .collect();
    for text in ["#read(\"/etc/passwd\")", "[U+1F600]", "[U+674E]", "<label>", "*a*"] {
        assert!(all.contains(text), "{text} is not in the documents");
    }
    assert!(!all.contains("root:"), "a file was read");
}
