//! Sharing between departments: needs that are added up, packages, and role models that change.
//!
//! The tests play a reader of the printed sums who knows how they are made, the participants of
//! each printed sum, and every number of one participant or of none. For each number that is not
//! printed the reader lists all values that fit what is known; a small one must not be the only one.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use proptest::prelude::*;
use spind::department::{self, Department};
use spind::language::{Language, Tag};
use spind::problem::{Code, Problems};
use spind::programme::Programme;
use spind::sharing::KnownNames;
use spind::sharing::needs::{NeededArea, NeededCourse, Needs, collect};
use spind::sharing::package::compose;
use spind::sharing::{ShownSum, Sum};
use spind::sharing::{needs_file, unpack};
use zip::write::SimpleFileOptions;

use crate::accessibility::can_be_heard;
use crate::cases;
use crate::fixture::{Fixture, stdout};
use crate::pdf;
use crate::program::{TODAY, copy, department as test_department, files, project, said, spind};
use crate::random_departments::{Kind, name, small};

/// The smallest group of the random participants.
const LEAST: usize = 5;

/// A course of a participant: its people in each of its areas, and how many are counted twice.
#[derive(Clone, Debug)]
struct RandomCourse {
    /// Areas with the people for whom the course counts there.
    areas: Vec<(usize, usize)>,
    /// Whether people for whom it counts in two areas are one person each.
    overlaps: bool,
}

/// A participant: its courses by number, and the people in each area without a listed course.
#[derive(Clone, Debug)]
struct RandomNeeds {
    courses: Vec<RandomCourse>,
    others: Vec<usize>,
}

fn participants() -> impl Strategy<Value = (usize, Vec<Vec<usize>>, Vec<RandomNeeds>)> {
    (1..4_usize, 0..4_usize, 3..6_usize).prop_flat_map(|(areas, courses, participants)| {
        // Which areas each course covers, for everybody.
        let covers = prop::collection::vec(
            prop::sample::subsequence((0..areas).collect::<Vec<_>>(), 1..=areas.min(2)),
            courses,
        );
        covers.prop_flat_map(move |covers| {
            let course = |areas: Vec<usize>| {
                let people = prop::collection::vec(prop_oneof![Just(0), 0..7_usize], areas.len());
                (people, any::<bool>()).prop_map(move |(people, overlaps)| RandomCourse {
                    areas: areas.iter().copied().zip(people).collect(),
                    overlaps,
                })
            };
            let courses: Vec<_> = covers.iter().cloned().map(course).collect();
            let others = prop::collection::vec(prop_oneof![Just(0), 0..5_usize], areas);
            let one = (courses, others).prop_map(|(courses, others)| RandomNeeds { courses, others });
            let all = prop::collection::vec(one, participants);
            (Just(areas), Just(covers), all)
        })
    })
}

impl RandomNeeds {
    fn people_in(&self, area: usize) -> usize {
        let courses = self.courses.iter().flat_map(|course| &course.areas);
        let by_course: usize = courses.filter(|(own, _)| *own == area).map(|(_, people)| people).sum();
        by_course + self.others[area]
    }

    fn needs(&self, number: usize) -> Needs {
        let areas = (0..self.others.len()).map(|area| NeededArea {
            key: format!("omr{area}"),
            name: format!("Område {area}"),
            people: self.people_in(area),
            strength: false,
        });
        let courses = self.courses.iter().enumerate().filter_map(|(i, course)| {
            let parts = course.areas.iter().map(|(_, people)| *people);
            let people = if course.overlaps { parts.max() } else { Some(parts.sum()) };
            Some(NeededCourse {
                number: format!("{}", 40_000 + i),
                title: format!("Kursus {i}"),
                areas: course.areas.iter().map(|(area, _)| format!("omr{area}")).collect(),
                people: people.filter(|people| *people > 0)?,
                days: None,
                months: Vec::new(),
            })
        });
        Needs {
            department: format!("Afdeling {number}"),
            municipality: None,
            period: None,
            smallest_group: LEAST,
            contact: None,
            focus: None,
            challenges: None,
            areas: areas.collect(),
            courses: courses.collect(),
        }
    }
}

/// A reader who knows the numbers of one participant, or of none.
struct Reader<'a> {
    sum: &'a Sum,
    own: Option<(usize, &'a Needs)>,
}

/// What is left of a printed sum for the others, and how many of them share it.
struct Left {
    people: usize,
    others: usize,
}

impl Reader<'_> {
    fn left(&self, shown: &ShownSum, own: usize) -> Left {
        let takes_part = self.own.is_some_and(|(i, _)| shown.participants.contains(&i));
        Left { people: shown.people - own, others: shown.participants.len() - usize::from(takes_part) }
    }

    fn own_course(&self, number: &str) -> usize {
        let own = self.own.and_then(|(_, needs)| needs.courses.iter().find(|course| course.number == number));
        own.map_or(0, |course| course.people)
    }

    fn own_area(&self, area: usize) -> usize {
        self.own.map_or(0, |(_, needs)| needs.areas[area].people)
    }

    /// Whether the reader can tell the part of one participant of a sum, and it is small.
    fn knows_a_part(&self, shown: &ShownSum, own: usize) -> bool {
        let left = self.left(shown, own);
        match left.others {
            0 => false,
            1 => left.people < LEAST,
            // Everybody takes part with at least one.
            others => left.people == others,
        }
    }
}

/// All ways to write `total` as a sum of one number for each of `least`, no number below its own.
fn ways(total: usize, least: &[usize]) -> Vec<Vec<usize>> {
    match least {
        [] => {
            if total == 0 {
                vec![Vec::new()]
            } else {
                Vec::new()
            }
        }
        [first, rest @ ..] => (*first..=total)
            .flat_map(|one| {
                ways(total - one, rest).into_iter().map(move |mut others| {
                    others.insert(0, one);
                    others
                })
            })
            .collect(),
    }
}

/// Checks everything that a reader can infer about the others from the sums of one area and its courses.
fn withstands(
    reader: &Reader<'_>,
    area: usize,
    covers: &[Vec<usize>],
    all: &[RandomNeeds],
) -> Result<(), TestCaseError> {
    let name = format!("Område {area}");
    let Some(shown) =
        reader.sum.areas.iter().find(|area| area.name == name).and_then(|area| area.shown.as_ref())
    else {
        return Ok(());
    };
    let left = reader.left(shown, reader.own_area(area)).people;
    // Everything else in the area, which is not listed, comes last.
    let (mut known, mut least, mut secrets) = (0, Vec::new(), Vec::new());
    let is_other = |i: usize| reader.own.is_none_or(|(own, _)| own != i);
    for (i, areas) in covers.iter().enumerate().filter(|(_, areas)| areas.contains(&area)) {
        let number = format!("{}", 40_000 + i);
        let Some(course) =
            reader.sum.courses.iter().find(|course| course.number.as_deref() == Some(number.as_str()))
        else {
            continue;
        };
        let own = reader.own_course(&number);
        let here = |needs: &RandomNeeds| {
            needs.courses[i]
                .areas
                .iter()
                .filter(|(own, _)| *own == area)
                .map(|(_, people)| *people)
                .sum::<usize>()
        };
        let people: usize =
            all.iter().enumerate().filter(|(i, _)| is_other(*i)).map(|(_, needs)| here(needs)).sum();
        match &course.shown {
            Some(shown) if areas.len() == 1 => known += reader.left(shown, own).people,
            _ => {
                // A course that is listed has somebody, who may be the reader's own.
                least.push(usize::from(own == 0 && areas.len() == 1));
                secrets.push(people);
            }
        }
    }
    least.push(0);
    let others = all.iter().enumerate().filter(|(i, _)| is_other(*i)).map(|(_, needs)| needs.others[area]);
    secrets.push(others.sum());
    let rest = left - known;
    let possible = ways(rest, &least);
    prop_assert!(possible.contains(&secrets), "the reader must not be wrong: {rest} {secrets:?}");
    for (i, secret) in secrets.iter().enumerate().filter(|(_, secret)| (1..LEAST).contains(*secret)) {
        let values: BTreeSet<usize> = possible.iter().map(|way| way[i]).collect();
        prop_assert!(values.len() > 1, "{name}: {secret} of {rest}, {least:?}: {:#?}", reader.sum);
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases::config(3_000))]

    #[test]
    fn no_small_number_can_be_inferred_from_sums((areas, covers, all) in participants()) {
        let needs: Vec<Needs> = all.iter().enumerate().map(|(i, one)| one.needs(i)).collect();
        let sum = Sum::of(&needs).expect("enough departments");
        let readers = std::iter::once(None).chain(needs.iter().enumerate().map(Some));
        for own in readers {
            let reader = Reader { sum: &sum, own };
            for course in &sum.courses {
                let number = course.number.as_deref().expect("official");
                let own = reader.own_course(number);
                if let Some(shown) = &course.shown {
                    prop_assert!(reader.left(shown, own).people >= LEAST, "{sum:#?}");
                    prop_assert!(shown.participants.len() >= 3, "{sum:#?}");
                    prop_assert!(!reader.knows_a_part(shown, own), "{sum:#?}");
                    let truth = needs.iter().flat_map(|needs| &needs.courses);
                    let truth: usize = truth.filter(|course| course.number == number).map(|course| course.people).sum();
                    prop_assert_eq!(shown.people, truth);
                }
            }
            for area in 0..areas {
                let name = format!("Område {area}");
                let shown = sum.areas.iter().find(|area| area.name == name).and_then(|area| area.shown.as_ref());
                if let Some(shown) = shown {
                    let own = reader.own_area(area);
                    prop_assert!(reader.left(shown, own).people >= LEAST, "{sum:#?}");
                    prop_assert!(!reader.knows_a_part(shown, own), "{sum:#?}");
                }
                withstands(&reader, area, &covers, &all)?;
            }
        }
    }
}

fn departments() -> impl Strategy<Value = crate::random_departments::Small> {
    small(Kind {
        schools: 2..4,
        people: 1..6,
        courses: 0..5,
        areas_of_a_course: 2,
        wishes: 5,
        other_ways: 2,
        smallest_group: 3,
    })
}

/// People and workplaces that only a programme, a plan, or a file with errors names.
const ONLY_NAMED: [&str; 14] = [
    "Deltager Ddersen",
    "Venter Wvensen",
    "Leder Lledsen",
    "Holdleder Hhholm",
    "Taler Ttalsen",
    "Oplærer Ooplund",
    "Vikar Vvikgård",
    "Ansvarlig Aanssen",
    "Chef Ccheberg",
    "Defekt Ffejlsen",
    "Halv Hhalvsen",
    "Familiehuset",
    "Jobhuset",
    "Ukendthuset",
];

/// Files that name the people and workplaces of [`ONLY_NAMED`].
fn write_only_named(folder: &Path, school: &str) -> io::Result<()> {
    for (path, text) in [
        (
            "forløb/start.yaml",
            "navn: Start\nledes_af: [\"Leder Lledsen, konsulent\"]\nsemestre:\n  - tema: Et\n    dele:\n      - {navn: Opstart, type: møde, oplægsholdere: [Taler Ttalsen]}\nventeliste:\n  - {navn: Venter Wvensen, arbejdsplads: Jobhuset}\n".to_owned(),
        ),
        (
            "forløb/start/h26.yaml",
            "navn: Efterår\nledes_af: [Holdleder Hhholm]\ndeltagere:\n  - {navn: Deltager Ddersen, arbejdsplads: Familiehuset}\n".to_owned(),
        ),
        (
            "forløb/start/f27.yaml",
            "navn: Forår\ndeltagere:\n  - {navn: Halv Hhalvsen, arbejdsplads: Ukendthuset, grund: Sygdom}\n".to_owned(),
        ),
        (
            "plan/ekstra.yaml",
            format!("navn: Ekstra Eeksen\nskole: {school}\nleder: Chef Ccheberg\nplan:\n  - {{mål: M, aktivitet: sidemandsoplæring, hos: Oplærer Ooplund, afløser: Vikar Vvikgård, ansvarlig: Ansvarlig Aanssen}}\n"),
        ),
        (
            "plan/fejl.yaml",
            format!("navn: Fejl Eeksen\nskole: {school}\nfødselsdag: 1\nprofil: {{findes_ikke: 9}}\nplan:\n  - {{mål: M, aktivitet: sidemandsoplæring, hos: Defekt Ffejlsen}}\n"),
        ),
    ] {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("a folder"))?;
        fs::write(path, text)?;
    }
    Ok(())
}

/// Spellings of a name of two words in which it must be found.
fn spelled(name: &str) -> Vec<String> {
    let Some((first, last)) = name.split_once(' ') else {
        return vec![name.to_owned(), format!("{name}s kontor")];
    };
    vec![
        name.to_owned(),
        name.to_uppercase(),
        format!("{first} Maria {last}"),
        format!("{last}, {first}"),
        format!("Se {}{}.yaml", first.to_lowercase(), last.to_lowercase()),
        format!("{}\u{ad}{} {last}", &first[..2], &first[2..]),
        format!("{first} {}\u{200b}{}", &last[..2], &last[2..]),
        format!("{first}s og {last}s {first} {last}s"),
    ]
}

#[test]
fn names_that_only_programmes_and_plans_have_stay_in_the_department() -> io::Result<()> {
    let root = tempfile::tempdir()?;
    let folder = root.path().join("profiles");
    copy(&project().join("tests/broken/base"), &folder)?;
    write_only_named(&folder, "Nordskolen")?;
    let model = folder.join("rollemodel.yaml");
    let before = fs::read_to_string(&model)?;
    let reading = department::read(&folder, None, &mut Problems::default())?;
    let known = KnownNames::of(&reading.department.expect("a department"));
    for text in ONLY_NAMED.iter().flat_map(|name| spelled(name)) {
        assert!(known.are_in(&format!("Spørg {text} i dag")), "{text}");
    }
    for text in
        ["Maria spørger en kollega i Skolen", "Deltager i et forløb", "Leder af et kontor", "Vikar søges"]
    {
        assert!(!known.are_in(text), "{text}");
    }
    // And in a package.
    for (number, person) in
        ["Elin Maria Leder Lledsen", "vikarvvikgård.yaml", "Halv\u{200b} Hhalvsen"].iter().enumerate()
    {
        let text = before.replacen("kilde: Opdigtet til prøver", &format!("kilde: \"Tak til {person}\""), 1);
        assert_ne!(text, before);
        fs::write(&model, text)?;
        let package = root.path().join(format!("pakke-{number}"));
        let output = spind(["share".as_ref(), folder.as_os_str(), "-o".as_ref(), package.as_os_str()]);
        assert_eq!(output.status.code(), Some(1), "{}", said(&output));
        assert!(said(&output).contains("Tak til"), "{}", said(&output));
        let shared = fs::read_to_string(package.join("rollemodel.yaml"))?;
        assert!(!shared.contains("Tak til"), "{shared}");
    }
    Ok(())
}

/// A department whose shared files mention everybody wherever a text may be.
fn hostile(folder: &Path) -> Department {
    write_only_named(folder, &name("Skole", 0)).expect("written");
    let read = |folder: &Path| {
        let reading = department::read(folder, None, &mut Problems::default()).expect("a folder");
        reading.department.expect("a department")
    };
    let person =
        read(folder).people.first().map_or_else(|| name("Navn", 0), |person| person.name.value.clone());
    let school = name("Skole", 0);
    let model = folder.join("rollemodel.yaml");
    let mut text = fs::read_to_string(&model).expect("a role model");
    text = text.replace(
        "navn: Modellen\n",
        &format!("# {person} var med\nnavn: Modellen\nkilde: {person}\nforudsat: [Ro, \"Som {person}\"]\n"),
    );
    text = text.replace(
        "omr0: {",
        &format!(
            "omr0: {{beskrivelse: \"Spørg {person}s kontor\", kort_navn: {school}, kompetencer: [{{tekst: \"Som på {school}\", kryds: 7}}, {{tekst: At skrive, kryds: 7}}], "
        ),
    );
    let _ = writeln!(
        text,
        "roller:\n  r: {{navn: {person}}}\n  front: {{navn: Front, beskrivelse: \"{person} kan\"}} # {person}"
    );
    fs::write(&model, text).expect("written");
    let catalogue = folder.join("kurser.yaml");
    let named: String = (41_000..)
        .zip(ONLY_NAMED.iter().flat_map(|name| spelled(name)))
        .map(|(number, name)| {
            format!("  - {{nummer: {number}, titel: \"Hos {name}\", form: amu, områder: [omr0]}}\n")
        })
        .collect();
    let _ = fs::write(
        &catalogue,
        format!(
            "# {person}\nudbydere:\n  en: {{navn: {school}, sted: By}}\n  to: {{navn: Center, sted: {school}}}\nkurser:\n  - {{nummer: 40001, titel: Hos {person}, form: amu, områder: [omr0]}}\n  - {{nummer: 40002, titel: Tal, form: amu, områder: [omr0], udbyder: en, pris: 1.234, tilskud: 56, hold: [{{start: 2027-03-01, sted: {school}, pladser: 17}}]}}\n  - {{nummer: 40003, titel: Ord, form: amu, områder: [omr1], udbyder: to}}\n{named}"
        ),
    );
    read(folder)
}

proptest! {
    #![proptest_config(cases::config(60))]

    #[test]
    fn a_package_holds_nobody(small in departments()) {
        let folder = tempfile::tempdir().expect("a folder");
        small.write(folder.path());
        let department = hostile(folder.path());
        for local in [false, true] {
            let package = compose(&department, local, Language::of(Tag::Da)).expect("shared");
            prop_assert!(!package.left_out.is_empty());
            let text: String = package.files.iter().map(|(name, text)| format!("{name}\n{text}\n")).collect();
            for person in &department.people {
                prop_assert!(!text.contains(&person.name.value), "{text}");
            }
            for school in &department.settings.schools {
                prop_assert!(!text.contains(&school.name), "{text}");
            }
            for name in ONLY_NAMED {
                let last = name.rsplit(' ').next().expect("a word").to_lowercase();
                prop_assert!(!text.to_lowercase().contains(&last), "{name}: {text}");
            }
            prop_assert!(!text.contains("nummer: 41"), "{text}");
            for kept in ["At skrive", "Center", "40003", "front"] {
                prop_assert!(text.contains(kept), "{kept}: {text}");
            }
            // Neither votes nor, unless asked for, prices and sessions.
            prop_assert!(!text.contains(": 7"), "{text}");
            prop_assert_eq!(text.contains("1.234"), local);
            prop_assert_eq!(text.contains("pladser: 17"), local);
            prop_assert_eq!(text.contains("pris: 1.234"), local);
            let again = compose(&department, local, Language::of(Tag::Da)).expect("shared");
            prop_assert_eq!(&again.files, &package.files);
            prop_assert_eq!(again.to_zip().expect("an archive"), package.to_zip().expect("an archive"));
        }
        // Nothing of a person's decides about a byte of it.
        let people = department.people.len();
        let mut other = department;
        for person in &mut other.people {
            person.levels.iter_mut().for_each(|levels| *levels = None);
        }
        let one = compose(&other, false, Language::of(Tag::Da)).expect("shared").files;
        other.people.truncate(people.min(1));
        prop_assert_eq!(one, compose(&other, false, Language::of(Tag::Da)).expect("shared").files);
    }

    #[test]
    fn needs_hold_no_name_and_read_as_written(small in departments()) {
        let folder = tempfile::tempdir().expect("a folder");
        small.write(folder.path());
        let department = hostile(folder.path());
        let needs = collect(&department, TODAY).needs;
        for tag in [Tag::Da, Tag::Sv, Tag::Nb, Tag::En] {
            let language = Language::of(tag);
            let text = needs_file::write(&needs, language);
            prop_assert!(text.starts_with(&format!("# {}\n", language.say("needs-first-line", &[]))), "{text}");
            for person in &department.people {
                prop_assert!(!text.contains(&person.name.value), "{text}");
            }
            for school in &department.settings.schools {
                prop_assert!(!text.contains(&school.name), "{text}");
            }
            let path = folder.path().join("behov.txt");
            fs::write(&path, &text).expect("written");
            let mut problems = Problems::default();
            let read = needs_file::read(&path, tag, &mut problems).expect("a file");
            prop_assert_eq!(read.as_ref(), Some(&needs), "{}\n{:?}", text, problems);
        }
    }
}

/// A department of one municipality in which so many people lack the same course.
fn municipality(folder: &Path, name: &str, people: usize, more: &str) -> io::Result<()> {
    copy(&project().join("tests/broken/base"), folder)?;
    for school in ["nordskolen", "sydskolen"] {
        fs::remove_dir_all(folder.join(school))?;
    }
    fs::write(
        folder.join("afdeling.yaml"),
        format!(
            "navn: Skoler\nkommune: {name} Kommune\nperiode: 2026/27\nskoler: [{{navn: Nordskolen}}]\n{more}"
        ),
    )?;
    for i in 0..people {
        let text =
            format!("navn: Person {name} {i}\nskole: Nordskolen\nprofil:\n  økonomi: 1 til 3\n  it: 4\n");
        fs::create_dir_all(folder.join("n"))?;
        fs::write(folder.join(format!("n/p{i}.yaml")), text)?;
    }
    Ok(())
}

/// The needs files of municipalities with so many people each.
fn needs_of(root: &Path, people: &[usize], more: &str) -> io::Result<Vec<String>> {
    let mut files = Vec::new();
    for (i, people) in people.iter().enumerate() {
        let name = format!("K{i}");
        municipality(&root.join(&name), &name, *people, more)?;
        let file = root.join(format!("behov-{name}.yaml"));
        let folder = root.join(&name);
        let output =
            spind(["needs".as_ref(), folder.as_os_str(), "-o".as_ref(), file.as_os_str(), "--yes".as_ref()]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        files.push(file.display().to_string());
    }
    Ok(files)
}

#[test]
fn four_four_three_and_four_are_fifteen() -> io::Result<()> {
    let root = tempfile::tempdir()?;
    let more = "samarbejde: {kontakt: hr@example.dk, måneder: [november, marts]}\n";
    let needs = needs_of(root.path(), &[4, 4, 3, 4], more)?;
    let text = fs::read_to_string(&needs[0])?;
    assert!(text.starts_with("# Kun til de HR-afdelinger"), "{text}");
    assert!(text.contains("  - nummer: 45948\n") && text.contains("    personer: 4\n"), "{text}");
    assert!(
        text.contains("måneder: [marts, november]") && text.contains("kontakt: \"hr@example.dk\""),
        "{text}"
    );
    assert!(!text.contains("Nordskolen") && !text.contains("Person K"), "{text}");
    let output = spind(["needs", "--sum"].iter().copied().chain(needs.iter().map(String::as_str)));
    let sum = stdout(&output);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(sum.contains("45948 Økonomi til hverdag: 15 medarbejdere; 2 dage; marts, november"), "{sum}");
    assert!(sum.contains("  Økonomi: 15 medarbejdere"), "{sum}");
    assert!(!sum.contains(": 4 ") && !sum.contains(": 3 "), "{sum}");
    // Three of them would leave 7 to the third, two would know each other's number.
    let output = spind(["needs", "--sum", &needs[0], &needs[2], &needs[1]]);
    assert!(stdout(&output).contains("11 medarbejdere"), "{}", stdout(&output));
    let output = spind(["needs", "--sum", &needs[0], &needs[2]]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("mindst tre"), "{}", said(&output));
    let output = spind(["needs", "--sum", &needs[0], &needs[2], &needs[0]]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("den samme afdeling"), "{}", said(&output));
    Ok(())
}

#[test]
fn needs_are_shown_before_they_are_written() -> io::Result<()> {
    let root = tempfile::tempdir()?;
    let folder = root.path().join("profiles");
    municipality(&folder, "K", 4, "")?;
    let out = root.path().join("behov.yaml");
    let (folder, out_text) = (folder.display().to_string(), out.display().to_string());
    let output = spind(["needs", &folder, "-o", &out_text]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(stdout(&output).contains("personer: 4") && said(&output).contains("--yes"));
    assert!(!out.exists());
    // Neither in the shared folder, where it would be a profile, nor over another file.
    let inside = format!("{folder}/behov.yaml");
    let output = spind(["needs", &folder, "-o", &inside, "--yes"]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    fs::write(&out, "min egen fil\n")?;
    let output = spind(["needs", &folder, "-o", &out_text, "--yes"]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert_eq!(fs::read_to_string(&out)?, "min egen fil\n");
    Ok(())
}

#[test]
fn a_neighbours_file_is_read_with_care() -> io::Result<()> {
    let root = tempfile::tempdir()?;
    let needs = needs_of(root.path(), &[4, 4], "")?;
    let bad = root.path().join("nabo.yaml");
    let good = "afdeling: Nabo\nmindste_gruppe: 5\nområder:\n  it: {navn: It, personer: 4}\n";
    let long = format!("{good}#{}\n", "x".repeat(1_100_000));
    let many: String = (0..2_500).fold(format!("{good}kurser:\n"), |mut text, i| {
        let _ = writeln!(text, "  - {{nummer: n{i}, titel: T, personer: 1}}");
        text
    });
    for (text, expected) in [
        ("", "Filen er tom"),
        ("hej", "et ord og et kolon"),
        ("afdeling: Nabo\n", "»mindste_gruppe« mangler"),
        ("afdeling: Nabo\nmindste_gruppe: 1\nområder:\n  it: {navn: It, personer: 4}\n", "mindst 3"),
        ("afdeling: Nabo\nmindste_gruppe: 5\nområder:\n  it: {navn: It, personer: -4}\n", "»-4«"),
        (
            "afdeling: Nabo\nmindste_gruppe: 5\nområder:\n  it: {navn: It, personer: 9999999999}\n",
            "»9999999999«",
        ),
        ("afdeling: Nabo\nmindste_gruppe: 5\nområder:\n  it: {navn: It, personer: 4, niveau: 3}\n", "niveau"),
        ("afdeling: &a Nabo\n", "&"),
        (&"[".repeat(5_000), "lister"),
        (&long, "større"),
        (&many, "større"),
    ] {
        fs::write(&bad, text)?;
        let output = spind(["needs", "--sum", &needs[0], &needs[1], &bad.display().to_string()]);
        let said = said(&output);
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains(expected), "{expected}: {said}");
        assert!(stdout(&output).is_empty());
    }
    let output = spind(["needs", "--sum", &needs[0], &needs[1], "findes-ikke.yaml"]);
    assert!(said(&output).contains("findes ikke"), "{}", said(&output));
    Ok(())
}

/// Names and contents of an archive's entries.
type Entries<'a> = &'a [(&'a str, &'a [u8])];
#[test]
fn a_neighbours_file_with_a_personal_number_is_refused_without_echo() -> io::Result<()> {
    let root = tempfile::tempdir()?;
    let needs = needs_of(root.path(), &[9, 8], "")?;
    let (bad, page) = (root.path().join("nabo.yaml"), root.path().join("side.pdf"));
    let file = |number: &str, place: usize| {
        let mut texts =
            ["Nabo", "Nabo Kommune", "2026/27", "hr@example.dk", "Ro", "Små skoler", "It", "Regneark"]
                .map(str::to_owned);
        texts[place] = format!("\"{} {number}\"", texts[place]);
        let [department, municipality, period, contact, focus, challenges, area, course] = texts;
        format!(
            "afdeling: {department}\nkommune: {municipality}\nperiode: {period}\nmindste_gruppe: 5\nkontakt: {contact}\nfokus: {focus}\nudfordringer: {challenges}\nområder:\n  it: {{navn: {area}, personer: 7}}\nkurser:\n  - {{nummer: 45948, titel: {course}, områder: [it], personer: 7}}\n"
        )
    };
    let with_key = file("", 0).replace("  it:", "  010190-1234:").replace("[it]", "[010190-1234]");
    let with_comment = format!("{}# ring til 010190-1234\n", file("", 0));
    let escaped = file("0101\\x390-1234", 4);
    let numbers = ["010190-1234", "0101901234", "010190\u{ad}1234", "010190_1234", "０１０１９０-１２３４"];
    let in_places = |number| (0..8).map(move |place| (number, place));
    let in_texts = cases::sampled(numbers.into_iter().flat_map(in_places).collect());
    let in_texts = in_texts.into_iter().map(|(number, place)| file(number, place));
    for text in [with_key, with_comment, escaped].into_iter().chain(in_texts) {
        fs::write(&bad, &text)?;
        for out in ["", "side.pdf"] {
            let mut args = vec!["needs".into(), "--sum".into(), needs[0].clone(), needs[1].clone()];
            args.push(bad.display().to_string());
            if !out.is_empty() {
                args.extend(["-o".to_owned(), page.display().to_string()]);
            }
            let output = spind(&args);
            let said = said(&output);
            assert_eq!(output.status.code(), Some(2), "{text}{said}");
            assert!(said.contains("CPR-nummer"), "{text}{said}");
            assert!(stdout(&output).is_empty() && !page.exists(), "{text}");
            for number in ["1234", "１２３４", "x390"] {
                assert!(!said.contains(number), "{text}{said}");
            }
        }
    }
    // The same file without it is read.
    fs::write(&bad, file("", 0))?;
    let output = spind(["needs", "--sum", &needs[0], &needs[1], &bad.display().to_string()]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    // A wrong number is the only fault of its area.
    fs::write(&bad, file("", 0).replacen("personer: 7", "personer: mange", 1))?;
    let output = spind(["needs", "--sum", &needs[0], &needs[1], &bad.display().to_string()]);
    assert!(said(&output).contains("mange"), "{}", said(&output));
    assert!(!said(&output).contains("findes ikke"), "{}", said(&output));
    Ok(())
}

#[test]
fn a_package_with_a_personal_number_is_refused_without_echo() -> io::Result<()> {
    let root = tempfile::tempdir()?;
    let package = root.path().join("pakke.zip");
    let model = fs::read_to_string(project().join("tests/broken/base/rollemodel.yaml"))?;
    let model = format!("{model}\nkilde: Ring til 010190-1234\n");
    archive(&package, &[("rollemodel.yaml", model.as_bytes())])?;
    refused(root.path(), &package, "CPR-nummer");
    Ok(())
}

/// Writes an archive of entries.
fn archive(path: &Path, entries: Entries<'_>) -> io::Result<()> {
    let mut archive = zip::ZipWriter::new(fs::File::create(path)?);
    for (name, bytes) in entries {
        archive.start_file(*name, SimpleFileOptions::default())?;
        archive.write_all(bytes)?;
    }
    archive.finish()?;
    Ok(())
}

#[test]
fn hostile_packages_are_refused() -> io::Result<()> {
    let root = tempfile::tempdir()?;
    let package = root.path().join("pakke.zip");
    let model = fs::read(project().join("tests/broken/base/rollemodel.yaml"))?;
    let bomb = vec![b' '; 50_000_000];
    let broken = b"navn: Modellen\n".as_slice();
    let cases: [(Entries<'_>, &str); 7] = [
        (&[("../rollemodel.yaml", &model)], "peger ud af pakken"),
        (&[("/etc/rollemodel.yaml", &model)], "peger ud af pakken"),
        (&[("a\\..\\..\\rollemodel.yaml", &model)], "peger ud af pakken"),
        (&[("rollemodel.yaml", &bomb)], "større"),
        (&[("rollemodel.yaml", broken)], "har fejl"),
        (&[("a.txt", broken)], "netop én rollemodel"),
        (&[("rollemodel.yaml", &model), ("role-model.yaml", &model)], "netop én rollemodel"),
    ];
    for (entries, expected) in cases {
        archive(&package, entries)?;
        refused(root.path(), &package, expected);
    }
    fs::write(&package, "PK ikke et arkiv")?;
    refused(root.path(), &package, "hverken en mappe eller en zip-fil");
    refused(root.path(), &root.path().join("findes-ikke"), "findes ikke");
    // As Windows packs a folder, one level down.
    archive(&package, &[("pakke/rollemodel.yaml", &model), ("pakke/x/kurser.yaml", b"kurser: [")])?;
    assert_eq!(unpack::read(&package).expect("a package").role_model.areas.len(), 4);
    Ok(())
}

fn refused(root: &Path, package: &Path, expected: &str) {
    let dir = root.join("ny");
    let output =
        spind(["new".as_ref(), "afdeling".as_ref(), dir.as_os_str(), "--fra".as_ref(), package.as_os_str()]);
    let said = said(&output);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains(expected), "{expected}: {said}");
    assert!(!dir.exists());
}

/// The department in `folder`, which has no errors.
fn sound(folder: &Path) -> Department {
    let mut problems = Problems::default();
    let reading = department::read(folder, None, &mut problems).expect("a folder");
    assert!(!problems.any_error(), "{problems:#?}");
    reading.department.expect("a department")
}

#[test]
fn three_samples_give_take_rename_merge_and_sum() -> io::Result<()> {
    let root = tempfile::tempdir()?;
    let samples = [
        (project().join("profiles"), "da"),
        (test_department("norwegian"), "nb"),
        (test_department("swedish"), "sv"),
    ];
    for (sample, lang) in &samples {
        let original = sound(sample);
        // Give, as a folder and as an archive.
        for package in
            [root.path().join(format!("pakke-{lang}")), root.path().join(format!("pakke-{lang}.zip"))]
        {
            let args = ["share".as_ref(), sample.as_os_str(), "-o".as_ref(), package.as_os_str()];
            let output = spind(args);
            assert!(output.status.code() < Some(2), "{lang}: {}", said(&output));
            // Again, over the first.
            assert!(spind(args).status.code() < Some(2), "{lang}: {}", said(&output));
            // Take.
            let ny = root.path().join(format!("ny-{lang}-{}", package.extension().is_some()));
            let output = spind([
                "new".as_ref(),
                "afdeling".as_ref(),
                ny.as_os_str(),
                "--fra".as_ref(),
                package.as_os_str(),
                "--lang".as_ref(),
                lang.as_ref(),
            ]);
            assert_eq!(output.status.code(), Some(0), "{lang}: {}", said(&output));
            let taken = sound(&ny);
            let areas = |department: &Department| {
                let areas = &department.role_model.areas;
                areas
                    .iter()
                    .map(|area| (area.key.clone(), area.name.clone(), area.expected))
                    .collect::<Vec<_>>()
            };
            assert_eq!(areas(&taken), areas(&original), "{lang}");
            let numbers = |department: &Department| {
                let courses = &department.catalogue.courses;
                courses.iter().map(|course| (course.number.clone(), course.days)).collect::<Vec<_>>()
            };
            assert_eq!(numbers(&taken), numbers(&original), "{lang}");
            assert!(
                taken
                    .catalogue
                    .courses
                    .iter()
                    .all(|course| course.price.is_none() && course.sessions.is_empty())
            );
            assert!(taken.people.is_empty());
        }
    }
    // Areas of three languages are none in common, so the sum has no number.
    let mut args = vec!["needs".to_owned(), "--sum".to_owned()];
    for (sample, lang) in &samples {
        let file = root.path().join(format!("behov-{lang}.yaml"));
        let output =
            spind(["needs".as_ref(), sample.as_os_str(), "-o".as_ref(), file.as_os_str(), "--yes".as_ref()]);
        assert_eq!(output.status.code(), Some(0), "{lang}: {}", said(&output));
        args.push(file.display().to_string());
    }
    let output = spind(&args);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(!stdout(&output).contains("medarbejdere"), "{}", stdout(&output));
    // And the pages of any department can be made and heard.
    for (department, lang) in
        [("twenty-four-areas", "da"), ("long-words", "da"), ("hostile-text", "da"), ("swedish", "sv")]
    {
        let page = root.path().join(format!("{department}.pdf"));
        let folder = test_department(department);
        let output = spind([
            "needs".as_ref(),
            folder.as_os_str(),
            "--vejledere".as_ref(),
            "-o".as_ref(),
            page.as_os_str(),
        ]);
        assert_eq!(output.status.code(), Some(0), "{department}: {}", said(&output));
        can_be_heard(department, &fs::read(&page)?, lang);
    }
    Ok(())
}

/// Gives the first two areas of a role model other words, and makes the third a part of the fourth.
fn change_areas(text: &str, keys: &[String]) -> String {
    let heading = |key: &str| format!("\n  {key}:\n");
    let start = text.find(&heading(&keys[2])).expect("the third area");
    let end = text.find(&heading(&keys[3])).expect("the fourth area");
    let mut text = format!("{}{}", &text[..start], &text[end..]);
    let former = |key: &str, former: &str| format!("\n  {key}:\n    tidligere: [{former}]\n");
    for key in &keys[..2] {
        text = text.replacen(&heading(key), &former(&format!("ny_{key}"), key), 1);
    }
    text.replacen(&heading(&keys[3]), &former(&keys[3], &keys[2]), 1)
}

#[test]
fn a_changed_role_model_reads_and_rewrites_older_profiles() -> io::Result<()> {
    let root = tempfile::tempdir()?;
    for sample in [project().join("profiles"), test_department("norwegian"), test_department("swedish")] {
        let folder = root.path().join(sample.file_name().expect("a name"));
        copy(&sample, &folder)?;
        let before = sound(&folder);
        let keys: Vec<String> = before.role_model.areas.iter().map(|area| area.key.clone()).collect();
        let model = folder.join("rollemodel.yaml");
        fs::write(&model, change_areas(&fs::read_to_string(&model)?, &keys))?;
        let read = || {
            let mut problems = Problems::default();
            let reading = department::read(&folder, None, &mut problems).expect("a folder");
            assert!(!problems.any_error(), "{problems:#?}");
            (reading.department.expect("a department"), problems)
        };
        let (changed, problems) = read();
        assert!(problems.iter().any(|problem| problem.code == Code::AreaRenamed));
        let same_levels = |now: &Department| {
            for (old, new) in before.people.iter().zip(&now.people) {
                // The first two have other words, the rest moves up by one.
                for area in 0..keys.len() {
                    let index = if area < 2 {
                        area
                    } else if area > 3 {
                        area - 1
                    } else {
                        continue;
                    };
                    assert_eq!(old.levels[area], new.levels[index], "{}", old.file.name);
                    assert_eq!(old.last_year[area], new.last_year[index], "{}", old.file.name);
                }
                let (one, other, both) = (&old.levels[2], &old.levels[3], &new.levels[2]);
                // What is in the file under the area's own word counts.
                assert_eq!(both, if other.is_some() { other } else { one }, "{}", old.file.name);
            }
        };
        same_levels(&changed);
        let comments = |folder: &Path| -> usize {
            let texts =
                files(folder).into_iter().filter_map(|file| fs::read_to_string(folder.join(file)).ok());
            texts.map(|text| text.lines().filter(|line| line.contains("# ")).count()).sum()
        };
        let commented = comments(&folder);
        let shown = spind(["align".as_ref(), folder.as_os_str()]);
        assert_eq!(shown.status.code(), Some(2), "{}", said(&shown));
        assert!(
            stdout(&shown).contains(&format!("{} bliver til ny_{}", keys[0], keys[0]))
                || !stdout(&shown).is_empty()
        );
        let output = spind(["align".as_ref(), folder.as_os_str(), "--yes".as_ref()]);
        assert_eq!(output.status.code(), Some(0), "{}{}", stdout(&output), said(&output));
        let (aligned, problems) = read();
        same_levels(&aligned);
        let left: Vec<_> = problems.iter().filter(|problem| problem.code == Code::AreaRenamed).collect();
        assert!(left.is_empty(), "{left:#?}");
        assert_eq!(comments(&folder), commented);
        let again = spind(["align".as_ref(), folder.as_os_str(), "--yes".as_ref()]);
        assert_eq!(again.status.code(), Some(0), "{}", said(&again));
        assert_eq!(stdout(&again).lines().count(), 1, "{}", stdout(&again));
    }
    Ok(())
}

#[test]
fn areas_that_became_one_are_decided_by_people() -> io::Result<()> {
    let fixture = Fixture::with(&[
        (
            "nordskolen/anna.yaml",
            "navn: Anna Vest\nskole: Nordskolen\nprofil:\n  overblik: 3  # efter kurset\n  ro: 2\n  kultur: 1\nsidste_år: {overblik: 1, ro: 1}\nplan:\n  - {mål: Ro på, område: ro, aktivitet: Lukker døren}\nsamtykke:\n  oplærer: [dansk, overblik, kultur] # gerne\n",
        ),
        ("nordskolen/anna.leder.yaml", "vurdering:\n  overblik: 2\n  ro: 2\n"),
    ])?;
    fixture.edit(
        "rollemodel.yaml",
        "    navn: Selvledelse\n",
        "    navn: Selvledelse\n    tidligere: [overblik, ro]\n",
    )?;
    fixture.edit("rollemodel.yaml", "områder:\n", "udgåede_områder: [kultur]\nområder:\n")?;
    fixture.edit("kurser.yaml", "områder: [it]", "områder: [it, ro]")?;
    let folder = fixture.folder().as_os_str();
    let output = spind(["align".as_ref(), folder, "--yes".as_ref()]);
    // The levels of her profile differ.
    assert_eq!(output.status.code(), Some(1), "{}{}", stdout(&output), said(&output));
    assert!(stdout(&output).contains("overblik, ro er nu ét område, selvledelse"), "{}", stdout(&output));
    assert_eq!(
        fixture.read("nordskolen/anna.yaml")?,
        "navn: Anna Vest\nskole: Nordskolen\nprofil:\n  overblik: 3  # efter kurset\n  ro: 2\nsidste_år: {selvledelse: 1}\nplan:\n  - {mål: Ro på, område: selvledelse, aktivitet: Lukker døren}\nsamtykke:\n  oplærer: [dansk, selvledelse] # gerne\n"
    );
    assert_eq!(fixture.read("nordskolen/anna.leder.yaml")?, "vurdering:\n  selvledelse: 2\n");
    assert!(fixture.read("kurser.yaml")?.contains("områder: [it, selvledelse]"));
    // She writes one, and the old lines go.
    fixture.edit("nordskolen/anna.yaml", "  ro: 2\n", "  ro: 2\n  selvledelse: 2 til 3\n")?;
    let output = spind(["align".as_ref(), folder, "--yes".as_ref()]);
    assert_eq!(output.status.code(), Some(0), "{}{}", stdout(&output), said(&output));
    assert!(
        fixture.read("nordskolen/anna.yaml")?.contains("profil:\n  # efter kurset\n  selvledelse: 2 til 3\n")
    );
    Ok(())
}

#[test]
fn the_pages_are_made_from_what_may_be_printed() -> io::Result<()> {
    let root = tempfile::tempdir()?;
    let more = "samarbejde: {kontakt: hr@example.dk, fokus: Ro i kontoret, bytter_styrker: ja}\n";
    let needs = needs_of(root.path(), &[9, 8, 7, 6], more)?;
    let page = root.path().join("side.pdf");
    let args = ["needs", "--sum"].iter().copied().chain(needs.iter().map(String::as_str));
    let output = spind(args.chain(["--pdf", "-o", &page.display().to_string()]));
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let text = pdf::folded(&pdf::text(&fs::read(&page)?).join(" "));
    for expected in
        ["Behov på tværs af kommunerne", "45948 Økonomi til hverdag", "30", "hr@example.dk", "Ro i kontoret"]
    {
        assert!(text.contains(expected), "{expected}: {text}");
    }
    // Strengths where many are in the upper half.
    assert!(text.contains("Alle: It"), "{text}");
    let folder = root.path().join("K0").display().to_string();
    let careers = root.path().join("job.pdf");
    let output = spind(["needs", &folder, "--vejledere", "-o", &careers.display().to_string()]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    can_be_heard("careers", &fs::read(&careers)?, "da");
    let text = pdf::folded(&pdf::text(&fs::read(&careers)?).join(" "));
    assert!(text.contains("Et job og de kompetencer, det kræver") && text.contains("1.Økonomi"), "{text}");
    assert!(!text.contains("Person") && !text.contains("Nordskolen"), "{text}");
    Ok(())
}

#[test]
fn a_programme_is_shared_without_its_people() -> io::Result<()> {
    let root = tempfile::tempdir()?;
    let sample = project().join("examples/socialsekreterare");
    let original = sound(&sample);
    let [programme] = &original.programmes.all[..] else { panic!("one programme") };
    let package = root.path().join("paket.zip");
    let output = spind(["share".as_ref(), sample.as_os_str(), "-o".as_ref(), package.as_os_str()]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let ny = root.path().join("ny");
    let output = spind([
        "new".as_ref(),
        "afdeling".as_ref(),
        ny.as_os_str(),
        "--fra".as_ref(),
        package.as_os_str(),
        "--lang".as_ref(),
        "sv".as_ref(),
    ]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let taken = sound(&ny);
    let [same] = &taken.programmes.all[..] else { panic!("one programme") };
    let parts = |programme: &Programme| {
        programme
            .parts
            .iter()
            .map(|part| (part.name.clone(), part.kind, part.lifts.clone()))
            .collect::<Vec<_>>()
    };
    assert_eq!(parts(same), parts(programme));
    assert_eq!(
        (same.rules.meetings, same.rules.absence),
        (programme.rules.meetings, programme.rules.absence)
    );
    assert!(same.cohorts.is_empty() && same.waiting.is_empty() && same.led_by.is_empty());
    let text: String = files(&ny).iter().filter_map(|file| fs::read_to_string(ny.join(file)).ok()).collect();
    for own in original.programmes.participations() {
        assert!(!text.contains(&own.participant.name), "{}", own.participant.name);
    }
    Ok(())
}
