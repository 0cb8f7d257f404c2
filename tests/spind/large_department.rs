//! Documents of 160 people in 40 schools.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

use crate::cases;
use crate::pdf;
use crate::program::{files, project, said, spind};

const PEOPLE: usize = 160;
const SCHOOLS: usize = 40;
/// The number of people who are left in the end.
const FEW: usize = 12;

const FIRST_NAMES: [&str; 10] =
    ["Anne", "Bodil Margrethe", "Camilla", "Dorthe", "Else-Marie", "Fatima", "Gitte", "Hanne", "Inge", "Jo"];
const LAST_NAMES: [&str; 9] = [
    "Askebjerg",
    "Birkemose",
    "Dyrhøj",
    "Engstrup-Højmark",
    "Fyrrelund",
    "Grønnevang",
    "Hvidbjerg",
    "Ibstrup",
    "Krogsø",
];
const PLACES: [&str; 8] =
    ["Aabenlund", "Birkehøj", "Dalsøgård", "Egemarken", "Fjordvang", "Granskov", "Hasselbjerg", "Ibsted"];
const KINDS: [&str; 5] =
    ["skolen", " Skole", "s Børne- og Ungecenter", " Friskole", " Skole og Specialtilbud, afdeling Nord"];

fn school(i: usize) -> String {
    format!("{}{}", PLACES[i % 8], KINDS[i / 8])
}

/// The first schools have one secretary each, the others more and more.
fn school_of(person: usize) -> usize {
    if person < SCHOOLS { person } else { 10 + (person * 7 + person / 30) % (SCHOOLS - 10) }
}

fn person(i: usize) -> String {
    format!("{} {} {}", FIRST_NAMES[i % 10], LAST_NAMES[i / 10 % 9], LAST_NAMES[(i / 90 + i) % 9])
}

/// Writes the department, with the sample's role model and catalogue.
fn write(folder: &Path) -> io::Result<()> {
    for name in ["rollemodel.yaml", "kurser.yaml"] {
        fs::copy(project().join("profiles").join(name), folder.join(name))?;
    }
    let mut settings =
        "navn: Skoleafdelingen\nkommune: Storfjord Kommune\nperiode: 2026/27\nbudget: 60.000\nskoler:\n"
            .to_owned();
    for i in 0..SCHOOLS {
        let _ = writeln!(settings, "  - {{navn: \"{}\"}}", school(i));
    }
    fs::write(folder.join("afdeling.yaml"), settings)?;
    let text = fs::read_to_string(folder.join("rollemodel.yaml"))?;
    let areas: Vec<&str> = text
        .lines()
        .skip_while(|line| *line != "områder:")
        .skip(1)
        .take_while(|line| line.starts_with("  ") || line.trim().is_empty() || line.starts_with('#'))
        .filter_map(|line| line.strip_prefix("  ")?.strip_suffix(':'))
        .filter(|line| !line.starts_with([' ', '#']))
        .collect();
    assert_eq!(areas.len(), 11);
    for i in 0..PEOPLE {
        let at = school_of(i);
        let consent = if i % 2 == 0 { "samtykke: {oplærer: ja}\n" } else { "" };
        let mut profile = format!("navn: \"{}\"\nskole: \"{}\"\n{consent}profil:\n", person(i), school(at));
        for (a, area) in areas.iter().enumerate() {
            let mixed = (i * 2_654_435_761 + a * 40_503) >> 7;
            let current = mixed % 5;
            let gap = if mixed / 5 % 4 == 0 { 1 + mixed / 20 % 2 } else { 0 };
            let priority = if mixed / 40 % 3 == 0 { "nødvendig" } else { "rar" };
            let wanted = (current + gap).min(5);
            let _ = writeln!(profile, "  {area}: {{nu: {current}, ønsket: {wanted}, vigtighed: {priority}}}");
        }
        let school = folder.join(format!("skole-{at:02}"));
        fs::create_dir_all(&school)?;
        fs::write(school.join(format!("person-{i:03}.yaml")), profile)?;
    }
    Ok(())
}

/// With `SPIND_KEEP` set, the documents are kept for a person to look at.
#[test]
fn people_of_160_are_in_volumes_by_school_and_the_index_names_volume_and_page() -> io::Result<()> {
    if !cases::tries_long_counts() {
        return Ok(());
    }
    let folder = tempfile::tempdir()?;
    write(folder.path())?;
    let out = tempfile::Builder::new().disable_cleanup(std::env::var_os("SPIND_KEEP").is_some()).tempdir()?;
    let (shared, made) = (folder.path().display().to_string(), out.path().display().to_string());
    let build = |options: &[&str]| -> io::Result<()> {
        let output = spind([&["build", &shared, "--out", &made], options].concat());
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        Ok(())
    };
    build(&["--print"])?;
    let pages = |name: &str| -> io::Result<Vec<String>> {
        let pages = pdf::text(&fs::read(out.path().join(name))?);
        Ok(pages.iter().map(|page| pdf::folded(page)).collect())
    };
    let booklet = pages("haefte-intern.pdf")?;
    let names: Vec<String> = files(out.path());
    let count = names.iter().filter(|name| name.starts_with("haefte-intern-bind-")).count();
    assert!((5..=20).contains(&count), "{names:?}");
    let volumes: Vec<Vec<String>> =
        (1..=count).map(|n| pages(&format!("haefte-intern-bind-{n}.pdf"))).collect::<io::Result<_>>()?;
    for (i, page) in booklet.iter().chain(volumes.iter().flatten()).enumerate() {
        assert!(page.contains("Internt – må ikke offentliggøres"), "page {}", i + 1);
    }
    let is_own = |page: &&String| page.contains("Skala");
    assert_eq!(booklet.iter().filter(is_own).count(), 0, "nobody's page is in the booklet itself");
    let people = volumes.iter().flatten().filter(is_own).count();
    assert_eq!(people, PEOPLE);
    // The index has the volume and page on which each person begins, and no school is divided.
    let index = booklet.iter().rposition(|page| page.contains("Stikord Profiler")).expect("an index");
    let text = booklet[index..].join(" ");
    let mut volume_of_school = BTreeMap::new();
    for i in 0..PEOPLE {
        let name = person(i);
        let place = text.split(&format!("{name}, bind ")).nth(1).unwrap_or_else(|| panic!("{name}: {text}"));
        let numbers: Vec<usize> = place
            .split(|c: char| !c.is_ascii_digit())
            .filter_map(|number| number.parse().ok())
            .take(2)
            .collect();
        let [volume, page] = numbers[..] else { panic!("{name}: {numbers:?}") };
        assert!(volumes[volume - 1][page - 1].contains(&name), "{name} is not on page {page} of {volume}");
        assert_eq!(*volume_of_school.entry(school_of(i)).or_insert(volume), volume, "{name}");
    }
    // Lists of many people are compact: those who teach stand by school, and a group names each once.
    let whole = booklet.join(" ");
    assert!(whole.contains("(alle undtagen "), "{whole}");
    assert!(booklet.len() <= 34, "{} pages", booklet.len());
    // The files to print have the same parts.
    let is_part = |name: &&String| name.starts_with("udskrift/alle/");
    assert_eq!(names.iter().filter(is_part).count(), count, "{names:?}");
    assert!(!names.iter().any(|name| name == "udskrift/alle.pdf"), "{names:?}");
    // A plan names colleagues too, but under its name stands the label of the school.
    let printed: Vec<String> = (1..=count)
        .map(|n| Ok(pages(&format!("udskrift/alle/{n}.pdf"))?.concat()))
        .collect::<io::Result<_>>()?;
    for i in 0..PEOPLE {
        let plan = format!("{} Skole", person(i));
        let places: Vec<usize> = (1..=count).filter(|n| printed[n - 1].contains(&plan)).collect();
        assert_eq!(places, [volume_of_school[&school_of(i)]], "{plan}");
    }
    let plan = pdf::text(&fs::read(out.path().join("strategisk-uddannelsesplan.pdf"))?);
    assert!(plan.len() <= 8, "{} pages", plan.len());
    // A smaller department has one booklet again.
    for i in FEW..PEOPLE {
        for entry in walkdir::WalkDir::new(folder.path()).into_iter().filter_map(Result::ok) {
            if entry.file_name().to_string_lossy() == format!("person-{i:03}.yaml") {
                fs::remove_file(entry.path())?;
            }
        }
    }
    build(&["--print"])?;
    let left = files(out.path());
    assert!(!left.iter().any(|name| name.contains("-bind-")), "{left:?}");
    assert!(left.iter().any(|name| name == "udskrift/alle.pdf") && !left.iter().any(|name| is_part(&name)));
    assert_eq!(pages("haefte-intern.pdf")?.iter().filter(is_own).count(), FEW);
    Ok(())
}
