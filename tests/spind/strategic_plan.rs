//! The strategic training plan of the sample, word for word and without names.

use std::fs;
use std::io::{self, Read};

use flate2::read::ZlibDecoder;
use spind::department;
use spind::problem::Problems;

use crate::full_builds::{FullBuild, OutputFolder};
use crate::pdf;
use crate::program::{build, copy, department as test_department, project, said};

const PLAN: &str = "strategisk-uddannelsesplan.pdf";
/// The warning where the people whom the replaced plan counted are unknown.
const UNKNOWN: &str = "om den forrige talte de samme medarbejdere";

/// The golden text was worked out by hand from the 25 profiles and the catalogue.
///
/// Areas, as gaps (people, needed) and those at level 3 or above of all who filled the
/// area in:
///
/// | area | gaps | at level 3 | ways of those with a gap |
/// | --- | --- | --- | --- |
/// | It+ | 13, 3 | 20/25 | 40750: 6, 40749: 2, selvstudie: 2, intern-it: 1, put off: 1, other: 1 |
/// | Sagsbehandling | 11, 7 | 11/21 | 43764: 6, 45947: 2, kommunom: 1, other: 2 |
/// | Kommunale systemer | 11, 4 | 20/25 | nye: 2, erfarne: 3, other: 6 |
/// | Økonomi+ | 10, 3 | 12/22 | 40750: 3, jobrotation: 2, 45948: 2, 40094: 1, other: 2 |
/// | Dansk+ | 6, 1 | 22/23 | 44397: 3, 44398: 1, selvstudie: 1, other: 1 |
/// | Kommunikation | 6, 0 | 25/25 | 46493: 3, 40388: 2, 44397: 1 |
/// | Projekt | 5, 2 | 11/18 | 45988: 2, other: 3 |
/// | Kulturforståelse | 4, 0 | 18/21 | 43766: 2, erfa: 1, other: 1 |
/// | Omsorg | 4, 1 | 21/24 | three courses: 1 each, other: 1 |
/// | Udviklingsorienteret | 4, 0 | 19/21 | 44383: 3, put off: 1 |
/// | Selvledelse | 3, 1 | 23/24 | 45986: 2, other: 1 |
///
/// Needed: 7 of 11 leave 4 others, so 7 is not told; of 6, only 5 would be neither too few
/// nor all, so nothing is; of the others all are too few.
///
/// Courses, after subsidy:
///
/// - 40750, 1.250 − 900 = 350 kr., 2 days: Pia, Susanne, Dorthe (Økonomi+ and It+ or one of
///   them), Mette, Heidi, Louise, Åse: 7, so 2.450 kr. and 14 days. Louise and Åse are all of
///   Åbrinkskolen, so one of them goes on 3 March, where Dorthe is enrolled; the five others
///   on 11 May, in half days. Two are too few to be told, and so are both.
/// - 43764, 650 − 450 = 200 kr., 1 day: Ulla, Camilla, Dorthe, Lars Peter, Heidi, Marianne: 6,
///   so 1.200 kr. and 6 days. Camilla's deadline is 9 March. On 21 April she and
///   Anne-Margrethe are at 43766, so Dorthe, the third of Lyngfjord, goes on 9 March, too: two and
///   four, too few to be told.
/// - 44397, 350 kr., 2 days: Camilla, Aysel, Heidi, Katarzyna: 4, so 1.400 kr. and 8 days, in
///   one group on 16 March with 5 free seats; inside only.
/// - 44383, 350 kr., 2 days: Pia, Camilla, Dorthe: 3, so 1.050 kr. and 6 days, in one group
///   on 18 May; inside only.
///
/// The two that are told cost 3.650 kr. and take 20 days. The budget, 150.000 kr., would
/// reach for four people at each of the others.
#[test]
fn the_plan_of_the_sample_says_what_was_worked_out_by_hand() -> io::Result<()> {
    let text = pdf::text(FullBuild::of_sample().file(PLAN))
        .iter()
        .map(|page| page.trim().to_owned() + "\n")
        .collect::<Vec<_>>();
    let text = text.join("\n").replace('\u{a0}', " ");
    let golden = project().join("tests/golden/strategisk-uddannelsesplan.txt");
    if std::env::var_os("SPIND_BLESS").is_some() {
        return fs::write(golden, text);
    }
    assert_eq!(fs::read_to_string(golden)?, text);
    Ok(())
}

#[test]
fn no_name_and_no_school_is_anywhere_in_the_file() -> io::Result<()> {
    let bytes = FullBuild::of_sample().file(PLAN);
    let mut everything = bytes.to_vec();
    let starts =
        bytes.windows(7).enumerate().filter(|(_, window)| *window == b"stream\n").map(|(i, _)| i + 7);
    for start in starts {
        let mut inflated = Vec::new();
        // What follows the stream is no part of it.
        let _ = ZlibDecoder::new(&bytes[start..]).read_to_end(&mut inflated);
        everything.extend(inflated);
    }
    let printed = pdf::folded(&pdf::text(bytes).concat());
    let holds = |text: &str| {
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        [text.as_bytes().to_vec(), wide].iter().any(|form| everything.windows(form.len()).any(|w| w == form))
            || printed.contains(text)
    };
    assert!(
        holds("Strategisk uddannelsesplan") && holds("Skoleafdelingen"),
        "the title and the author are there"
    );
    let mut problems = Problems::default();
    let reading = department::read(&project().join("profiles"), None, &mut problems)?;
    let department = reading.department.expect("the sample can be built");
    let people = department.people.iter().map(|person| person.name.value.clone());
    let leaders = department.settings.schools.iter().filter_map(|school| school.leader.clone());
    let schools = department.settings.schools.iter().map(|school| school.name.clone());
    for name in people.chain(leaders).chain(schools) {
        assert!(!holds(&name), "{name}");
    }
    Ok(())
}

#[test]
fn the_list_of_needs_is_one_page_however_many_there_are() {
    for folder in ["twenty-four-areas", "three-areas", "long-words", "norwegian"] {
        let pages = pdf::text(FullBuild::of_department(folder).file(PLAN));
        let last = pdf::folded(pages.last().expect("a page"));
        assert!(last.starts_with("Behov for kurs"), "{folder}: {last}");
    }
}

#[test]
fn a_plan_of_others_in_the_same_period_is_reported_once() -> io::Result<()> {
    let (folder, out) = (tempfile::tempdir()?, tempfile::tempdir()?);
    copy(&test_department("three-areas"), folder.path())?;
    let plan = out.path().join("strategisk-uddannelsesplan.pdf");
    let reported = || {
        let output = build(folder.path(), out.path());
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        let said = said(&output);
        let note = said.lines().find(|line| line.contains("andre medarbejdere end sidst"));
        assert!(note.is_none_or(|note| note.contains(&plan.display().to_string())), "{said}");
        assert!(!said.contains(UNKNOWN), "{said}");
        note.is_some()
    };
    let change = |name: &str, from: &str, to: &str| {
        let path = folder.path().join(name);
        let text = fs::read_to_string(&path)?;
        assert!(text.contains(from), "{name}: {text}");
        fs::write(path, text.replace(from, to))
    };
    assert!(!reported(), "the first");
    assert!(!reported(), "the same");
    let colleague = folder.path().join("nordskolen/ny.yaml");
    let profile = "navn: Ny Kollega\nskole: Nordskolen\nprofil:\n  økonomi: 1 til 5\n";
    fs::write(&colleague, profile)?;
    assert!(reported(), "somebody joined");
    assert!(!reported(), "and is still there");
    // The list of files and the plan hold no name for it.
    let list = fs::read_to_string(out.path().join(".spind.json"))?;
    assert!(!list.contains("Ny Kollega"), "{list}");
    fs::write(&colleague, profile.replace("1 til 5", "2 til 4"))?;
    assert!(!reported(), "nobody came or went");
    fs::remove_file(&colleague)?;
    assert!(reported(), "somebody left");
    fs::write(&colleague, profile)?;
    change("afdeling.yaml", "periode: 2026/27", "periode: 2027/28")?;
    assert!(!reported(), "another period");
    Ok(())
}

#[test]
fn without_its_list_it_is_unknown_whom_the_plan_before_counted() -> io::Result<()> {
    let (folder, out) = (tempfile::tempdir()?, tempfile::tempdir()?);
    copy(&test_department("three-areas"), folder.path())?;
    let told = || {
        let output = build(folder.path(), out.path());
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        said(&output).contains(UNKNOWN)
    };
    let lose_the_list = || fs::remove_file(out.path().join(".spind.json"));
    OutputFolder::of_three_areas().place(out.path())?;
    lose_the_list()?;
    assert!(!told(), "the same bytes");
    lose_the_list()?;
    let profile = "navn: Ny Kollega\nskole: Nordskolen\nprofil:\n  økonomi: 1 til 5\n";
    fs::write(folder.path().join("nordskolen/ny.yaml"), profile)?;
    assert!(told(), "others");
    assert!(!told(), "once");
    Ok(())
}
