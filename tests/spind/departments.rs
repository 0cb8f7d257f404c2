//! Departments unlike the sample: other languages, scales, numbers of areas, long and hostile text.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;
use std::process::Output;

use crate::pdf;
use crate::program::{department, files, project, said, spind};

/// Builds every document of a test department and returns the text of each.
fn texts(name: &str) -> io::Result<Vec<(String, Vec<String>)>> {
    let out = tempfile::tempdir()?;
    let output = build_all(name, out.path());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    files(out.path())
        .into_iter()
        .filter(|file| file.ends_with(".pdf"))
        .map(|file| {
            let bytes = fs::read(out.path().join(&file))?;
            Ok((file, pdf::text(&bytes)))
        })
        .collect()
}

/// Builds every kind of document of a test department.
fn build_all(name: &str, out: &Path) -> Output {
    let folder = department(name);
    let mut args = vec![folder.as_os_str(), "-o".as_ref(), out.as_os_str()];
    args.extend(["--forberedelse", "--blank", "--edition", "alle"].map(AsRef::<std::ffi::OsStr>::as_ref));
    spind(args)
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
    for (file, pages) in texts(name)? {
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
        let texts = texts(name)?;
        let (_, booklet) = texts.iter().find(|(file, _)| file == "haefte-intern.pdf").expect("a booklet");
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
fn twenty_four_areas_and_thirty_lines_stay_on_four_pages() -> io::Result<()> {
    for (file, pages) in texts("twenty-four-areas")? {
        if file.starts_with("planer/") {
            assert!(pages.len() <= 4, "{file}: {} pages", pages.len());
        }
    }
    Ok(())
}

#[test]
fn a_signature_never_stands_on_a_page_without_a_line_of_the_plan() -> io::Result<()> {
    let mut checked = 0;
    for name in ["three-areas", "twenty-four-areas", "long-words"] {
        for (file, pages) in texts(name)? {
            // The blank form has its signatures in a place of their own.
            if file.ends_with("blanket.pdf") {
                continue;
            }
            let Some(signature) = pages.iter().find(|page| page.contains("Underskrifter")) else { continue };
            let page = pdf::folded(signature);
            assert!(page.matches("Sted og dato").count() == 2, "{file}: split");
            // The plan's table repeats its header on every page that it reaches.
            let plan = page.contains("Frist og status") || page.contains("ingen aktiviteter");
            assert!(plan, "{file}: {page}");
            checked += 1;
        }
    }
    assert!(checked >= 9, "{checked}");
    Ok(())
}

#[test]
fn hostile_text_comes_out_as_the_text_it_is() -> io::Result<()> {
    let out = tempfile::tempdir()?;
    let output = build_all("hostile-text", out.path());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(said(&output).contains("U+1F600"), "{}", said(&output));
    let all: String = files(out.path())
        .iter()
        .filter(|file| file.ends_with(".pdf"))
        .filter_map(|file| fs::read(out.path().join(file)).ok())
        .flat_map(|bytes| pdf::text(&bytes))
        .map(|page| pdf::folded(&page))
        .collect();
    for text in ["#read(\"/etc/passwd\")", "[U+1F600]", "[U+674E]", "<label>", "*a*"] {
        assert!(all.contains(text), "{text} is not in the documents");
    }
    assert!(!all.contains("root:"), "a file was read");
    Ok(())
}
