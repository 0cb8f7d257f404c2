//! `--print`: files with several plans to print, each plan on sheets of its own.

use std::fs;
use std::io;
use std::path::Path;

use crate::fixture::{ANNA, Fixture, PROFILE};
use crate::full_builds::{FullBuild, OutputFolder};
use crate::pdf;
use crate::program::{copy, files, project, said, spind};
use crate::tagged_pdf::TaggedPdf;

const ALL: &str = "udskrift/alle.pdf";

/// The number of a plan's page and of its pages, in the footer of each page; `None` for an empty page.
fn footers(bytes: &[u8]) -> Vec<Option<(usize, usize)>> {
    let number = |footer: &str| {
        let (_, place) = footer.rsplit_once("Side ")?;
        let (page, all) = place.split_once(" af ")?;
        Some((page.trim().parse().ok()?, all.trim().parse().ok()?))
    };
    TaggedPdf::of(bytes).artifacts.iter().map(|footer| number(&pdf::folded(footer))).collect()
}

/// The number of empty pages in a file of `plans` plans, each of which begins on a new sheet.
fn empty_pages(bytes: &[u8], plans: usize) -> usize {
    let (mut empty, mut expected) = (0, None);
    let footers = footers(bytes);
    for (i, footer) in footers.iter().enumerate() {
        let Some((page, all)) = *footer else {
            assert!(i % 2 == 1 && expected.is_none(), "page {i} is empty: {footers:?}");
            empty += 1;
            continue;
        };
        assert_eq!(page, expected.unwrap_or(1), "{footers:?}");
        assert!(page > 1 || i % 2 == 0, "a plan begins on the back of a sheet: {footers:?}");
        expected = (page < all).then_some(page + 1);
    }
    assert_eq!(expected, None);
    assert_eq!(footers.iter().filter(|footer| matches!(footer, Some((1, _)))).count(), plans);
    empty
}

#[test]
fn each_plan_begins_on_a_new_sheet_with_pages_of_its_own() -> io::Result<()> {
    for build in [FullBuild::of_sample(), FullBuild::of_department("twenty-four-areas")] {
        empty_pages(build.file(ALL), build.plans().count());
    }
    // A plan of three pages leaves one empty if another plan follows.
    let (folder, out) = (tempfile::tempdir()?, tempfile::tempdir()?);
    copy(&project().join("tests/departments/long-words"), folder.path())?;
    let rigmor_file = folder.path().join("aamosen/rigmor-brandstrup.yaml");
    let rigmor = fs::read_to_string(&rigmor_file)?;
    let line =
        "  - {mål: Kender rykkerprocedurerne, område: betaling, aktivitet: Et møde, ansvarlig: leder}\n";
    fs::write(rigmor_file, rigmor.replace("\nplan:\n", &format!("\nplan:\n{}", line.repeat(4))))?;
    let school = rigmor.lines().find(|line| line.starts_with("skole:")).expect("a school");
    fs::write(
        folder.path().join("aamosen/aase.yaml"),
        format!("navn: Åse Bo\n{school}\nprofil: {{it: 3}}\n"),
    )?;
    prints(folder.path(), out.path(), &["--print"]);
    assert_eq!(empty_pages(&fs::read(out.path().join(ALL))?, 3), 1);
    Ok(())
}

#[test]
fn the_plans_are_those_of_each_person_in_the_order_of_the_booklet() {
    let build = FullBuild::of_sample();
    let names = |bytes: &[u8]| -> Vec<String> {
        let top = TaggedPdf::of(bytes).bookmarks.into_iter().filter(|(depth, _)| *depth == 0);
        top.map(|(_, title)| title).collect()
    };
    let printed = names(build.file(ALL));
    let booklet: Vec<String> = TaggedPdf::of(build.file("haefte-intern.pdf"))
        .bookmarks
        .into_iter()
        .map(|(_, title)| title)
        .collect();
    let order: Vec<usize> = printed
        .iter()
        .map(|name| booklet.iter().position(|title| title == name).unwrap_or_else(|| panic!("{name}")))
        .collect();
    assert!(order.is_sorted() && printed.len() == 25, "{printed:?}");
    // Each page is as in the plan of its own.
    let pages = pdf::text(build.file(ALL));
    for (file, plan) in build.plans() {
        for page in pdf::text(plan) {
            assert!(pages.contains(&page), "{file}: {page}");
        }
    }
    // The schools' files are the same plans.
    let schools = build.pdfs().filter(|(name, _)| name.starts_with("udskrift/") && *name != ALL);
    let of_schools: Vec<String> = schools.flat_map(|(_, bytes)| names(bytes)).collect();
    assert_eq!(of_schools.len(), 25);
    assert!(printed.iter().all(|name| of_schools.contains(name)), "{of_schools:?}");
}

#[test]
fn they_conform_as_plans_do() {
    for (name, bytes) in FullBuild::of_sample().pdfs().filter(|(name, _)| name.starts_with("udskrift/")) {
        for mark in ["<pdfuaid:part>1</", "<pdfaid:part>2</", "<pdfaid:conformance>A</"] {
            assert!(bytes.windows(mark.len()).any(|window| window == mark.as_bytes()), "{name}: {mark}");
        }
        let document = TaggedPdf::of(bytes);
        assert!(document.title.starts_with("Planer til udskrift: "), "{name}: {}", document.title);
        let tables = document.root.all().into_iter().filter(|tag| tag.kind == "Table").count();
        assert!(tables >= 2, "{name}: {tables}");
    }
}

/// The files to print after a build with these options.
fn prints(folder: &Path, out: &Path, options: &[&str]) -> Vec<String> {
    let args = [folder.as_os_str(), "-o".as_ref(), out.as_os_str()];
    let output = spind(args.into_iter().chain(options.iter().map(AsRef::as_ref)));
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    files(&out.join("udskrift"))
}

#[test]
fn only_those_of_whom_everybody_is_selected_are_made() -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    copy(&project().join("tests/broken/base"), folder.path())?;
    fs::write(folder.path().join(PROFILE), ANNA)?;
    for (only, expected) in [
        (&["--print"][..], &["alle.pdf", "nordskolen.pdf", "sydskolen.pdf"][..]),
        (&["--print", "--only", "Sydskolen"], &["sydskolen.pdf"]),
        (&["--print", "--only", "Peder Ravn"], &["nordskolen.pdf"]),
        (&["--print", "--only", "anna"], &[]),
        (&[], &[]),
    ] {
        let out = tempfile::tempdir()?;
        OutputFolder::of_anna().place(out.path())?;
        assert_eq!(prints(folder.path(), out.path(), only), expected, "{only:?}");
    }
    Ok(())
}

#[test]
fn a_file_to_print_is_current_or_gone() -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    copy(&project().join("tests/broken/base"), folder.path())?;
    fs::write(folder.path().join(PROFILE), ANNA)?;
    let out = tempfile::tempdir()?;
    OutputFolder::of_anna().place(out.path())?;
    let all = ["alle.pdf", "nordskolen.pdf", "sydskolen.pdf"];
    assert_eq!(prints(folder.path(), out.path(), &["--print"]), all);
    // Not asked for again, they stay while they are as the plans are.
    assert_eq!(prints(folder.path(), out.path(), &[]), all);
    fs::write(folder.path().join(PROFILE), ANNA.replace("ønsket: 3", "ønsket: 4"))?;
    assert_eq!(prints(folder.path(), out.path(), &[]), ["sydskolen.pdf"]);
    assert_eq!(prints(folder.path(), out.path(), &["--print"]), all);
    // Nobody is left at the school.
    for gone in files(folder.path()).iter().filter(|name| name.starts_with("sydskolen/")) {
        fs::remove_file(folder.path().join(gone))?;
    }
    assert_eq!(prints(folder.path(), out.path(), &["--print"]), ["alle.pdf", "nordskolen.pdf"]);
    Ok(())
}

#[test]
fn whoever_is_forgotten_is_in_no_file_to_print() -> io::Result<()> {
    let fixture = Fixture::without_key()?;
    let out = fixture.document("");
    OutputFolder::of_anna().place(&out)?;
    prints(fixture.folder(), &out, &["--print"]);
    let holds_anna = |name: &str| -> io::Result<bool> {
        let text = pdf::text(&fs::read(out.join("udskrift").join(name))?);
        Ok(text.iter().any(|page| page.contains("Anna Vest")))
    };
    assert!(holds_anna("alle.pdf")? && holds_anna("nordskolen.pdf")?);
    // Copies elsewhere in the folder are found by their contents.
    fs::copy(out.join("udskrift/alle.pdf"), out.join("til printeren.pdf"))?;
    let args = ["forget", "Anna Vest", "--yes", "--folder"].map(AsRef::as_ref);
    let output =
        spind(args.into_iter().chain([fixture.folder().as_os_str(), "-o".as_ref(), out.as_os_str()]));
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let told = crate::fixture::all_said(&output);
    assert!(told.contains("alle.pdf") && told.contains("til printeren.pdf"), "{told}");
    assert_eq!(files(&out.join("udskrift")), ["alle.pdf", "nordskolen.pdf", "sydskolen.pdf"]);
    assert!(!holds_anna("alle.pdf")? && !holds_anna("nordskolen.pdf")?);
    Ok(())
}

#[test]
fn schools_whose_names_make_one_file_name_have_a_file_each() -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    copy(&project().join("tests/broken/base"), folder.path())?;
    let settings = folder.path().join("afdeling.yaml");
    let text = fs::read_to_string(&settings)?.replace("Sydskolen", "Alle").replace("Nordskolen", "Con");
    fs::write(&settings, text)?;
    for name in files(folder.path()).iter().filter(|name| name.contains('/')) {
        let path = folder.path().join(name);
        let text = fs::read_to_string(&path)?.replace("Sydskolen", "Alle").replace("Nordskolen", "Con");
        fs::write(&path, text)?;
    }
    let out = tempfile::tempdir()?;
    assert_eq!(prints(folder.path(), out.path(), &["--print"]), ["alle-2.pdf", "alle.pdf", "con-2.pdf"]);
    Ok(())
}
