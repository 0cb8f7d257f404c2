//! Programmes in terms: the sample department, diplomas, and how the rest of the program treats them.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::LazyLock;

use spind::programme::answers::{Slip, code_of};

use crate::pdf;
use crate::program::{Files, copy, files, project, said, spind};

const COHORT: &str = "program/kompetenstrappan/2024.yaml";
const RUNNING: &str = "program/kompetenstrappan/2026.yaml";
const DOCUMENTS: &str = "program/kompetenstrappan/2024";

fn sample() -> PathBuf {
    project().join("examples/socialsekreterare")
}

/// The documents of the sample department.
static DOCUMENTS_OF_ALL: LazyLock<Files> = LazyLock::new(|| {
    let department = Department::new().expect("a department");
    department.build();
    Files::of(&department.out()).expect("documents")
});

/// The documents of the sample department with [`FEW`].
static DOCUMENTS_OF_FEW: LazyLock<Files> = LazyLock::new(|| {
    let department = Department::of_few().expect("a department");
    department.build();
    Files::of(&department.out()).expect("documents")
});

/// Somebody with a profile and a diploma, one without a profile, one without a diploma, one in both
/// cohorts, and one who waits.
const FEW: [&str; 5] =
    ["Viktoria Peterzén", "Oskar Bergvall", "Gustav Hammar", "Rebecka Lundh", "Ylva Sjöstrand"];

/// A copy of the sample department with its documents.
struct Department {
    all: tempfile::TempDir,
}

impl Department {
    fn new() -> io::Result<Self> {
        let all = tempfile::tempdir()?;
        copy(&sample(), &all.path().join("mappe"))?;
        Ok(Self { all })
    }

    /// With the documents of the sample in the output folder.
    fn built() -> io::Result<Self> {
        let department = Self::new()?;
        DOCUMENTS_OF_ALL.write(&department.out())?;
        Ok(department)
    }

    /// Without the profiles, participants and waiting people who are not among [`FEW`].
    fn of_few() -> io::Result<Self> {
        let department = Self::new()?;
        let is_kept = |text: &str| FEW.iter().any(|name| text.contains(&format!("namn: {name}")));
        for name in files(&department.folder()) {
            let path = department.folder().join(&name);
            let text = fs::read_to_string(&path)?;
            if text.starts_with("namn: ") && text.contains("\nprofil:") && !is_kept(&text) {
                fs::remove_file(path)?;
            } else if name.starts_with("program/") {
                let is_other = |line: &&str| line.starts_with("  - {namn: ") && !is_kept(line);
                let kept: Vec<&str> = text.lines().filter(|line| !is_other(line)).collect();
                fs::write(path, kept.join("\n") + "\n")?;
            }
        }
        Ok(department)
    }

    /// [`Department::of_few`] with its documents in the output folder.
    fn built_of_few() -> io::Result<Self> {
        let department = Self::of_few()?;
        DOCUMENTS_OF_FEW.write(&department.out())?;
        Ok(department)
    }

    fn folder(&self) -> PathBuf {
        self.all.path().join("mappe")
    }

    fn out(&self) -> PathBuf {
        self.all.path().join("ut")
    }

    fn edit(&self, name: &str, from: &str, to: &str) -> io::Result<()> {
        let path = self.folder().join(name);
        let text = fs::read_to_string(&path)?;
        assert!(text.contains(from), "{from:?} is in {name}");
        fs::write(path, text.replacen(from, to, 1))
    }

    fn run(&self, args: &[&str]) -> Output {
        let (folder, out) = (self.folder(), self.out());
        let replaced = args.iter().map(|arg| match *arg {
            "FOLDER" => folder.as_os_str(),
            "OUT" => out.as_os_str(),
            other => other.as_ref(),
        });
        spind(replaced)
    }

    #[track_caller]
    fn build(&self) {
        let output = self.run(&["FOLDER", "-o", "OUT"]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    }

    fn text(&self, name: &str) -> String {
        let bytes = fs::read(self.out().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        pdf::folded(&pdf::text(&bytes).join(" "))
    }

    fn diplomas(&self) -> Vec<String> {
        files(&self.out()).into_iter().filter(|name| name.contains("/diplom/")).collect()
    }
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).replace('\\', "/")
}

#[test]
fn seventeen_of_twenty_take_their_diploma_and_the_others_are_told_what_is_missing() -> io::Result<()> {
    let department = Department::new()?;
    let output = department.run(&["diploma", "--all", "--folder", "FOLDER", "-o", "OUT"]);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    let diplomas = department.diplomas();
    assert_eq!(diplomas.len(), 17, "{diplomas:?}");
    let missing = pdf::folded(&said(&output));
    for who in ["Gustav Hammar", "Ahmed Jalal"] {
        assert!(missing.contains(who), "{missing}");
    }
    assert!(told(&output).contains("Kull 2026: Programmet är inte avslutat än."), "{}", told(&output));
    assert!(missing.contains("Eget arbete 5: Ett beslut som håller"), "{missing}");
    assert!(missing.contains("Slutade 1 juni 2025"), "{missing}");
    let diploma = department.text(&format!("{DOCUMENTS}/diplom/oskar-bergvall.pdf"));
    for words in ["Diplom", "Oskar Bergvall", "har genomfört", "Kompetenstrappan", "20 november 2026"] {
        assert!(diploma.contains(words), "{words}: {diploma}");
    }
    for leader in ["Ingela Brandt", "Maja Lindahl", "Charlotte Falk"] {
        assert!(diploma.contains(leader), "{leader}");
    }
    // Absences are on no wall, be they made up for or not.
    assert!(!diploma.contains("tagit igen") && !diploma.contains("var med"), "{diploma}");
    // Again, and for one alone.
    let output = department.run(&["diploma", "Viktoria Peterzén", "--folder", "FOLDER", "-o", "OUT"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let output = department.run(&["diploma", "Gustav Hammar", "--folder", "FOLDER", "-o", "OUT"]);
    assert_eq!(output.status.code(), Some(1));
    let output = department.run(&["diploma", "Viktoria Petersen", "--folder", "FOLDER", "-o", "OUT"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("Viktoria Peterzén"), "{}", said(&output));
    Ok(())
}

#[test]
fn a_path_names_one_participant_with_or_without_extension() -> io::Result<()> {
    let department = Department::new()?;
    let folder = department.folder();
    // The end of another profile's name, directly in the department's folder.
    fs::rename(folder.join("centrum/adam-forsgren.yaml"), folder.join("peterzén.yaml"))?;
    fs::rename(folder.join("söder/hodan-warsame.yaml"), folder.join("söder/hodan-warsame.yml"))?;
    let full = folder.join("norr/viktoria-peterzén.yaml").display().to_string();
    for (who, name) in [
        ("norr/viktoria-peterzén.yaml", "viktoria-peterzén"),
        ("Norr\\Viktoria-Peterzén", "viktoria-peterzén"),
        (full.as_str(), "viktoria-peterzén"),
        ("peterzén.yaml", "adam-forsgren"),
        ("söder/hodan-warsame.yml", "hodan-warsame"),
        ("hodan-warsame", "hodan-warsame"),
    ] {
        let output = department.run(&["diploma", who, "--folder", "FOLDER", "-o", "OUT"]);
        assert_eq!(output.status.code(), Some(0), "{who}: {}", said(&output));
        assert_eq!(department.diplomas(), [format!("{DOCUMENTS}/diplom/{name}.pdf")], "{who}");
        fs::remove_dir_all(department.out())?;
    }
    Ok(())
}

#[test]
fn the_code_of_a_diploma_is_known_and_another_is_not() -> io::Result<()> {
    let department = Department::new()?;
    department.run(&["diploma", "Oskar Bergvall", "--folder", "FOLDER", "-o", "OUT"]);
    let text = department.text(&format!("{DOCUMENTS}/diplom/oskar-bergvall.pdf"));
    let words = regex::Regex::new(r"(?:[0-9A-Z]{4} ){6}[0-9A-Z*~$=]").expect("a pattern");
    let code = words.find(&text).expect("a code").as_str();
    let output = department.run(&["verify", code, "FOLDER"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(told(&output).contains("Oskar Bergvall") && told(&output).contains("Kompetenstrappan"));
    // Renaming a part changes nothing on the wall; another name does.
    department.edit("program/kompetenstrappan.yaml", "Bedöma behov", "Att bedöma behov")?;
    assert_eq!(department.run(&["verify", code, "FOLDER"]).status.code(), Some(0));
    department.edit(COHORT, "Oskar Bergvall", "Oskar Bergval")?;
    assert_eq!(department.run(&["verify", code, "FOLDER"]).status.code(), Some(1));
    Ok(())
}

#[test]
fn the_documents_of_a_cohort_are_made_with_the_rest() -> io::Result<()> {
    let department = Department::built()?;
    let all = files(&department.out());
    for name in ["terminsprogram", "närvarolista", "saknas", "avslutning"] {
        let name = format!("{DOCUMENTS}/{name}.pdf");
        assert!(all.contains(&name), "{name}: {all:#?}");
    }
    assert!(all.contains(&"program/kompetenstrappan/väntelista.pdf".to_owned()), "{all:#?}");
    let calendar = fs::read_to_string(department.out().join(format!("{DOCUMENTS}/kalender.ics")))?;
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 15);
    assert!(calendar.contains("DTSTART;VALUE=DATE:20240910"), "{calendar}");
    assert_eq!(calendar.matches("TRANSP:TRANSPARENT").count(), 15, "half days leave the day free");
    // A cohort that goes on has no closing page.
    assert!(!all.contains(&"program/kompetenstrappan/2026/avslutning.pdf".to_owned()));
    let cards = all.iter().filter(|name| name.contains("/trappor/")).count();
    assert_eq!(cards, 26);
    let sheets = department.text(&format!("{DOCUMENTS}/terminsprogram.pdf"));
    for theme in ["Värderingar", "Handläggning", "Samtal", "Samarbete och samverkan", "Juridik"] {
        assert!(sheets.contains(theme), "{theme}");
    }
    let card = department.text("program/kompetenstrappan/2026/trappor/rebecka-lundh.pdf");
    // Twelve parts from the first cohort, less the absence that she did not make up for; the three of the
    // autumn are among them.
    assert!(card.contains("11 av 20 moment är klara"), "{card}");
    let waiting = department.text("program/kompetenstrappan/väntelista.pdf");
    assert!(waiting.contains("Ylva Sjöstrand") && waiting.contains("En fadder första månaden"), "{waiting}");
    let list = department.text("program/kompetenstrappan/2026/saknas.pdf");
    assert!(list.contains("Isabella Conti") && list.contains("David Marklund"), "{list}");
    let booklet = department.text("häfte-internt.pdf");
    assert!(
        booklet.contains("Kompetenstrappan · Kull 2026") && booklet.contains("Wilma Åström"),
        "{booklet}"
    );
    assert!(!booklet.contains("Gustav Hammar"), "a closed cohort");
    // Once more, nothing is made again.
    let again = department.run(&["FOLDER", "-o", "OUT", "--verbose"]);
    assert_eq!(again.status.code(), Some(0));
    let status = told(&department.run(&["status", "FOLDER"]));
    assert!(status.contains("Kompetenstrappan, Kull 2026"), "{status}");
    Ok(())
}

#[test]
fn what_a_coming_part_lifts_needs_no_course() -> io::Result<()> {
    let department = Department::built()?;
    let plan = department.text("planer/centrum/elin-skoog.pdf");
    assert!(plan.contains("Kompetenstrappan · Kull 2026"), "{plan}");
    assert!(plan.contains("2 av 20 moment är klara") || plan.contains("3 av 20 moment är klara"), "{plan}");
    assert!(!plan.contains("Samtal med bildstöd") && !plan.contains("Klarspråk på egen hand"), "{plan}");
    // To 4 the programme leads only part of the way.
    assert!(plan.contains("Förvaltningsrätt för socialtjänsten"), "{plan}");
    // Without the programme there is a course for each.
    fs::remove_dir_all(department.folder().join("program"))?;
    department.build();
    let plan = department.text("planer/centrum/elin-skoog.pdf");
    assert!(plan.contains("Samtal med bildstöd"), "{plan}");
    assert!(!plan.contains("Kompetenstrappan"), "{plan}");
    assert!(files(&department.out()).iter().all(|name| !name.starts_with("program/")));
    Ok(())
}

#[test]
fn half_days_of_a_programme_are_free_in_calendars_and_whole_days_are_not() -> io::Result<()> {
    let department = Department::built()?;
    department.edit(
        RUNNING,
        "{moment: 6, datum: 2027-03-09, tid: 9.00-12.00, ort: Granåsa, halvdagar: ja}",
        "{moment: 6, datum: 2027-03-09, ort: Granåsa}",
    )?;
    let elin = ["FOLDER", "-o", "OUT", "--uppföljning", "--only", "elin-skoog"];
    for args in [&elin[..3], &elin] {
        let output = department.run(args);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    }
    for (name, sessions) in
        [("program/kompetenstrappan/2026/kalender.ics", 15), ("planer/centrum/elin-skoog.ics", 14)]
    {
        let calendar = fs::read_to_string(department.out().join(name))?;
        let events = calendar.split("BEGIN:VEVENT").filter(|event| event.contains("DTEND"));
        let taken: Vec<&str> = events.filter(|event| event.contains("TRANSP:OPAQUE")).collect();
        assert!(calendar.matches("BEGIN:VEVENT").count() >= sessions, "{name}: {calendar}");
        assert!(
            matches!(taken[..], [only] if only.contains("DTSTART;VALUE=DATE:20270309")),
            "{name}: {taken:?}"
        );
    }
    Ok(())
}

#[test]
fn a_cohort_that_closes_in_future_runs_until_then() -> io::Result<()> {
    let department = Department::built()?;
    department.edit(RUNNING, "deltagare:\n", "avslutad: 2028-12-01\ndeltagare:\n")?;
    department.build();
    assert!(department.text("häfte-internt.pdf").contains("Kompetenstrappan · Kull 2026"));
    let plan = department.text("planer/centrum/elin-skoog.pdf");
    assert!(
        plan.contains("Kompetenstrappan · Kull 2026") && plan.contains("Samtal och motivation lyfts till 3"),
        "{plan}"
    );
    assert!(!plan.contains("Samtal med bildstöd") && !plan.contains("Klarspråk på egen hand"), "{plan}");
    // Nor does a rollover archive it, or the cohort that a participant moved from.
    let (folder, archive) = (department.folder(), department.all.path().join("arkiv"));
    let archive = archive.as_os_str().to_str().expect("a path");
    let output = department.run(&["rollover", "FOLDER", "--to", "2027/28", "--archive", archive, "--yes"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(told(&output).contains("Rebecka Lundh"), "{}", told(&output));
    assert!(folder.join(RUNNING).is_file() && folder.join(COHORT).is_file());
    Ok(())
}

#[test]
fn the_days_of_a_programme_count_in_groups_and_empty_offices() -> io::Result<()> {
    let department = Department::built()?;
    // Everybody in the south is in the running cohort but one, who joins it too.
    let participants = "deltagare:\n";
    let one_more = "deltagare:\n  - {namn: Hodan Warsame, arbetsplats: Enheten Söder}\n";
    department.edit(RUNNING, participants, one_more)?;
    department.build();
    let booklet = department.text("häfte-internt.pdf");
    assert!(booklet.contains("Enheten Söder") && booklet.contains("Kompetenstrappan"), "{booklet}");
    let problems = &mut spind::problem::Problems::default();
    let read = spind::department::read(&department.folder(), None, problems)?.department.expect("sound");
    let analysis = spind::analysis::Analysis::of(&read, Some(crate::program::TODAY));
    let absences = spind::analysis::Absences::of(&analysis.schedule, &analysis.demand, &read);
    let south = read.settings.school("Enheten Söder").expect("a school");
    let march = jiff::civil::date(2027, 3, 9);
    assert!(
        absences.empty.iter().any(|empty| empty.school == south && empty.first == march),
        "{:?}",
        absences.empty
    );
    // The only session of Elin's course begins on a day of the programme, so she gets no date.
    let elin = |read: &spind::department::Department| {
        let analysis = spind::analysis::Analysis::of(read, Some(crate::program::TODAY));
        let elin = read.people.iter().position(|person| person.name.value == "Elin Skoog").expect("known");
        let groups = analysis.schedule.courses.iter().flat_map(|course| &course.groups);
        let own: Vec<bool> = groups
            .filter(|group| group.people.contains(&elin))
            .map(|group| group.session.is_some())
            .collect();
        own
    };
    assert_eq!(elin(&read), [false]);
    department.edit(RUNNING, "{moment: 6, datum: 2027-03-09", "{moment: 6, datum: 2027-03-16")?;
    let problems = &mut spind::problem::Problems::default();
    let read = spind::department::read(&department.folder(), None, problems)?.department.expect("sound");
    assert_eq!(elin(&read), [true]);
    Ok(())
}

#[test]
fn answers_are_printed_sorted_once_a_person_has_released_them_all() -> io::Result<()> {
    let department = Department::built()?;
    let closing = format!("{DOCUMENTS}/avslutning.pdf");
    let answers = "program/kompetenstrappan/2024.svar.yaml";
    let text = department.text(&closing);
    let (first, later) = ("Att få träffa kollegor", "Sekretess, äntligen begripligt");
    assert!(text.find(first).expect("printed") < text.find(later).expect("printed"), "{text}");
    assert!(text.contains("17 tog diplom") && !text.contains("20 deltog"), "{text}");
    for name in ["Oskar Bergvall", "Gustav Hammar", "Ahmed Jalal"] {
        assert!(!text.contains(name), "{name}");
    }
    // One slip more than were read.
    department.edit(answers, "svar:\n", "svar:\n  - behållning: Nytt\n")?;
    let output = department.run(&["FOLDER", "-o", "OUT"]);
    assert!(said(&output).contains("12") && said(&output).contains("13"), "{}", said(&output));
    let text = department.text(&closing);
    assert!(!text.contains(first) && !text.contains("Nytt"), "{text}");
    // One that was changed since.
    department.edit(answers, "svar:\n  - behållning: Nytt\n", "svar:\n")?;
    department.edit(answers, first, "Att få slippa kollegor")?;
    let output = department.run(&["FOLDER", "-o", "OUT"]);
    assert!(said(&output).contains("kod: "), "{}", said(&output));
    let text = department.text(&closing);
    assert!(!text.contains(later) && !text.contains("slippa"), "{text}");
    // Released, but fewer than the smallest group.
    let code = code_of(&vec![Slip { gained: Some("Mycket bra kurs".to_owned()), wishes: None }; 4]);
    let few = format!("frisläppt: {{av: Maja Lindahl, antal: 4, kod: {code}}}\nsvar:\n")
        + &"  - behållning: Mycket bra kurs\n".repeat(4);
    fs::write(department.folder().join(answers), few)?;
    department.build();
    assert!(!department.text(&closing).contains("Mycket bra kurs"), "{}", department.text(&closing));
    Ok(())
}

#[test]
fn a_rollover_closes_finished_cohorts_and_carries_the_others_on() -> io::Result<()> {
    let department = Department::built()?;
    let archive = department.all.path().join("arkiv");
    // Rebecka takes along what only the first cohort's file says.
    let unfinished = department.run(&["rollover", "FOLDER", "--to", "2027/28", "--archive", "OUT"]);
    assert_eq!(unfinished.status.code(), Some(2));
    assert!(told(&unfinished).contains("Rebecka Lundh"), "{}", told(&unfinished));
    department.edit(
        RUNNING,
        "{namn: Rebecka Lundh}",
        "{namn: Rebecka Lundh, tillgodoräknat: [1-5, 7-12]}",
    )?;
    let before = fs::read(department.folder().join(RUNNING))?;
    let card = "program/kompetenstrappan/2026/trappor/elin-skoog.pdf";
    let said_before = department.text(card);
    let output = spind([
        "rollover".as_ref(),
        department.folder().as_os_str(),
        "--to".as_ref(),
        "2027/28".as_ref(),
        "--archive".as_ref(),
        archive.as_os_str(),
        "--yes".as_ref(),
    ]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(told(&output).contains("2024.yaml"), "{}", told(&output));
    let left = files(&department.folder());
    assert!(!left.iter().any(|name| name.contains("/2024")), "{left:?}");
    assert_eq!(fs::read(department.folder().join(RUNNING))?, before);
    assert!(left.contains(&"program/kompetenstrappan.yaml".to_owned()));
    let archived = files(&archive);
    for name in [COHORT, "program/kompetenstrappan/2024.svar.yaml", RUNNING] {
        assert!(archived.iter().any(|file| file.ends_with(name)), "{name}: {archived:?}");
    }
    // In the middle of the five terms she stands where she stood.
    let again = department.run(&["FOLDER", "-o", "OUT"]);
    assert!(matches!(again.status.code(), Some(0 | 1)), "{}", said(&again));
    let done = |text: &str| text.split(" moment är klara").next().map(str::to_owned);
    let now = department.text(card);
    assert_eq!(
        done(&now).map(|text| text.chars().rev().take(9).collect::<String>()),
        done(&said_before).map(|text| text.chars().rev().take(9).collect::<String>())
    );
    assert!(!files(&department.out()).iter().any(|name| name.starts_with(DOCUMENTS)));
    Ok(())
}

#[test]
fn forgetting_somebody_cuts_their_lines_and_nothing_else() -> io::Result<()> {
    for (who, mut lines) in [("Oskar Bergvall", vec![COHORT]), ("Rebecka Lundh", vec![COHORT, RUNNING])] {
        let department = Department::built_of_few()?;
        department.run(&["diploma", "--all", "--folder", "FOLDER", "-o", "OUT"]);
        let before: Vec<String> = lines
            .iter()
            .map(|name| fs::read_to_string(department.folder().join(name)).expect("there"))
            .collect();
        let unanswered = department.run(&["forget", who, "--folder", "FOLDER", "-o", "OUT"]);
        assert_eq!(unanswered.status.code(), Some(2));
        let output = department.run(&["forget", who, "--folder", "FOLDER", "-o", "OUT", "--yes"]);
        assert!(matches!(output.status.code(), Some(0 | 1)), "{who}: {}", said(&output));
        for (name, before) in lines.drain(..).zip(before) {
            let after = fs::read_to_string(department.folder().join(name))?;
            let kept: Vec<&str> = before.lines().filter(|line| !line.contains(who)).collect();
            let now: Vec<&str> = after.lines().filter(|line| !line.trim_start().starts_with('#')).collect();
            let kept: Vec<&str> =
                kept.into_iter().filter(|line| !line.trim_start().starts_with('#')).collect();
            assert_eq!(now, kept, "{who} in {name}");
        }
        for name in files(&department.out()).iter().filter(|name| name.ends_with(".pdf")) {
            let text = department.text(name);
            assert!(!text.contains(who), "{who} is in {name}");
        }
    }
    let department = Department::new()?;
    let output = department.run(&["forget", "Ylva Sjöstrand", "--folder", "FOLDER", "-o", "OUT", "--yes"]);
    assert_eq!(output.status.code(), Some(2), "an output folder that is not there");
    let output = department.run(&["forget", "Ylva Sjöstrand", "--folder", "FOLDER", "--yes"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let programme = fs::read_to_string(department.folder().join("program/kompetenstrappan.yaml"))?;
    assert!(!programme.contains("Ylva") && programme.contains("Mattias Kvarn"), "{programme}");
    Ok(())
}

#[test]
fn the_public_edition_knows_nothing_of_programmes() -> io::Result<()> {
    let public = |department: &Department| -> io::Result<Vec<u8>> {
        department.run(&["FOLDER", "--edition", "offentlig", "-o", "OUT"]);
        let path = department.out().join("häfte-offentligt.pdf");
        let bytes = fs::read(&path)?;
        // So that the next one is made from nothing.
        fs::remove_file(path)?;
        Ok(bytes)
    };
    let department = Department::built()?;
    let with = public(&department)?;
    department.edit(COHORT, "frånvaro: [5]", "frånvaro: [nonsens]")?;
    assert!(public(&department)? == with, "a broken cohort");
    fs::remove_dir_all(department.folder().join("program"))?;
    assert!(public(&department)? == with, "no programme");
    Ok(())
}

#[test]
fn new_programmes_and_cohorts_are_sound_in_every_language() -> io::Result<()> {
    for (lang, programme, cohort) in [
        ("da", "forløb", "hold"),
        ("sv", "program", "kull"),
        ("nb", "forløp", "kull"),
        ("en", "programme", "cohort"),
    ] {
        let all = tempfile::tempdir()?;
        let folder = all.path().join("mappe");
        let run = |args: &[&str]| {
            let args =
                args.iter().map(|arg| if *arg == "FOLDER" { folder.as_os_str() } else { arg.as_ref() });
            spind(args)
        };
        let output = run(&["new", "afdeling", "FOLDER", "--lang", lang]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        let output = run(&["new", programme, "Trappen nr. 1", "--folder", "FOLDER"]);
        assert_eq!(output.status.code(), Some(0), "{lang}: {}", said(&output));
        let output = run(&["new", cohort, "trappen nr. 1", "2027", "--folder", "FOLDER"]);
        assert_eq!(output.status.code(), Some(0), "{lang}: {}", said(&output));
        // Neither twice, nor of a programme that there is not.
        assert_eq!(
            run(&["new", cohort, "Trappen nr. 1", "2027", "--folder", "FOLDER"]).status.code(),
            Some(2)
        );
        assert_eq!(run(&["new", cohort, "Trapen", "2028", "--folder", "FOLDER"]).status.code(), Some(2));
        assert_eq!(run(&["new", programme, "...", "--folder", "FOLDER"]).status.code(), Some(2));
        let output = run(&["check", "FOLDER"]);
        let problems = said(&output);
        assert!(!problems.contains("trappen"), "{lang}: {problems}");
        assert_eq!(output.status.code(), Some(0), "{lang}: {problems}");
    }
    Ok(())
}

/// A department with one programme of so many terms and parts, all names of which are long.
fn department_of(terms: usize, parts: usize, folder: &Path) -> io::Result<()> {
    copy(&project().join("tests/broken/base"), folder)?;
    // Without profiles, documents of programmes only are made.
    fs::remove_dir_all(folder.join("nordskolen"))?;
    fs::remove_dir_all(folder.join("sydskolen"))?;
    let long = "Tværfagligt samarbejde om sagsbehandlingsfristoverholdelse";
    let mut text =
        format!("navn: \"Kompetencetrappen for alle nye socialrådgivere og {long}\"\nmålgruppe: {long}\n");
    text +=
        "ledes_af: [Anne-Margrethe Kirstine Brøndum Christoffersen, Bo, Carl Emil Dam, Dorte]\nsemestre:\n";
    let mut sessions = String::from("hold:\n");
    let mut number = 0;
    for term in 0..terms {
        text += &format!("  - tema: \"{} {long}\"\n    dele:\n", term + 1);
        for _ in 0..(parts / terms).max(1) {
            number += 1;
            let kind = if number % 5 == 0 && parts > 1 { "eget arbejde" } else { "møde" };
            text +=
                &format!("      - {{navn: \"{number} {long}\", type: {kind}, oplægsholdere: [{long}]}}\n");
            if kind == "møde" {
                let (month, day) = (number % 12 + 1, number % 27 + 1);
                sessions += &format!(
                    "  - {{del: {number}, dato: 2026-{month:02}-{day:02}, tid: 9-12, sted: {long}}}\n"
                );
            }
        }
    }
    let works: Vec<String> = (1..=number).filter(|n| n % 5 == 0).map(|n| n.to_string()).collect();
    let works = works.join(", ");
    let mut people = String::from("afsluttet: 2026-12-31\ndeltagere:\n");
    for name in ["Anne-Margrethe Kirstine Brøndum Christoffersen-Hedegaard", "Bo"] {
        people += &format!("  - {{navn: {name}, arbejdsplads: \"{long}\", godkendt: [{works}]}}\n");
    }
    fs::create_dir_all(folder.join("forløb/trappen"))?;
    fs::write(folder.join("forløb/trappen.yaml"), text)?;
    fs::write(folder.join("forløb/trappen/2026.yaml"), sessions + &people)
}

#[test]
fn programmes_of_any_size_fit_their_pages() -> io::Result<()> {
    for (terms, parts) in [(1, 1), (3, 9), (8, 40), (1, 40)] {
        let all = tempfile::tempdir()?;
        let (folder, out) = (all.path().join("mappe"), all.path().join("ud"));
        department_of(terms, parts, &folder)?;
        let output = spind([folder.as_os_str(), "-o".as_ref(), out.as_os_str()]);
        assert_eq!(output.status.code(), Some(0), "{terms}, {parts}: {}", said(&output));
        let args = ["diploma", "--all", "--folder"].map(AsRef::as_ref);
        let output = spind(args.into_iter().chain([folder.as_os_str(), "-o".as_ref(), out.as_os_str()]));
        assert_eq!(output.status.code(), Some(0), "{terms}, {parts}: {}", said(&output));
        for name in ["bo", "anne-margrethe-kirstine-brøndum-christoffersen-hedegaard"] {
            let diploma = fs::read(out.join(format!("forloeb/trappen/2026/diplomer/{name}.pdf")))?;
            let pages = pdf::text(&diploma);
            assert!((2..=3).contains(&pages.len()), "{terms}, {parts}: {}", pages.len());
            assert!(pages[0].contains("Carl Emil Dam"), "the front holds the signatures: {}", pages[0]);
        }
        if let Some(keep) = std::env::var_os("SPIND_DOCUMENTS") {
            copy(&out, &Path::new(&keep).join(format!("{terms}-{parts}")))?;
        }
    }
    Ok(())
}

impl Department {
    /// Adds `lines` to the participants of the closed cohort.
    fn with_participants(self, lines: &[&str]) -> io::Result<Self> {
        let added: String = lines.iter().map(|line| format!("  - {line}\n")).collect();
        self.edit(COHORT, "deltagare:\n", &format!("deltagare:\n{added}"))?;
        Ok(self)
    }

    fn forget(&self, who: &str) -> Output {
        self.run(&["forget", who, "--folder", "FOLDER", "-o", "OUT", "--yes"])
    }

    fn cohort(&self) -> io::Result<String> {
        fs::read_to_string(self.folder().join(COHORT))
    }
}

const DONE: &str = "godkänt: [4, 8, 12, 16, 20]";

#[test]
fn a_namesakes_diploma_and_card_stay() -> io::Result<()> {
    // Of a person with a profile at another unit, and without one.
    for who in ["norr/viktoria-peterzén.yaml", "Viktoria Peterzén, Enheten Väster"] {
        let bare = |place: &str| format!("{{namn: Viktoria Peterzén, arbetsplats: {place}, {DONE}}}");
        let department = Department::built_of_few()?.with_participants(&[&bare("Enheten Öster")])?;
        // Who is forgotten comes last, so that the others' documents keep their numbers.
        let next = "  - {namn: Oskar Bergvall";
        let before = if who.contains(',') { next } else { "deltagare:\n" };
        let line = format!("  - {}\n", bare("Enheten Väster"));
        let now = if who.contains(',') { format!("{line}{next}") } else { format!("{before}{line}") };
        department.edit(COHORT, before, &now)?;
        department.build();
        let made = department.run(&["diploma", "--all", "--folder", "FOLDER", "-o", "OUT"]);
        assert_eq!(department.diplomas().len(), 4, "{}", said(&made));
        let output = department.forget(who);
        assert!(matches!(output.status.code(), Some(0 | 1)), "{}", said(&output));
        assert_eq!(department.diplomas().len(), 3, "{who}: {}", told(&output));
        let workplaces = ["", ", arbetsplats: Enheten Öster", ", arbetsplats: Enheten Väster"];
        let left = workplaces.map(|place| format!("namn: Viktoria Peterzén{place}, {DONE}"));
        let cohort = department.cohort()?;
        let left = left.map(|line| cohort.contains(&line));
        let gone = if who.contains(',') { 2 } else { 0 };
        assert_eq!(left, [0, 1, 2].map(|number| number != gone), "{who}: {cohort}");
        assert_eq!(department.folder().join("norr/viktoria-peterzén.yaml").is_file(), gone != 0, "{who}");
    }
    Ok(())
}

#[test]
fn namesakes_are_told_apart_by_their_workplaces() -> io::Result<()> {
    let bare = |place: &str| format!("{{namn: Zed Unik, arbetsplats: {place}, {DONE}}}");
    let department = Department::built_of_few()?.with_participants(&[
        &bare("Norra huset"),
        &bare("Södra huset, plan 2").replace("Södra huset, plan 2", "\"Södra huset, plan 2\""),
    ])?;
    department.build();
    let options = ["\"Zed Unik, Norra huset\"", "\"Zed Unik, Södra huset, plan 2\""];
    let before = department.cohort()?;
    for output in [
        department.forget("Zed Unik"),
        department.forget("Zed Unik, Västra huset"),
        department.run(&["diploma", "Zed Unik", "--folder", "FOLDER", "-o", "OUT"]),
    ] {
        assert_eq!(output.status.code(), Some(2), "{}", said(&output));
        assert!(options.iter().all(|option| said(&output).contains(option)), "{}", said(&output));
    }
    assert_eq!(department.cohort()?, before);
    let who = "zed unik, södra huset, plan 2";
    let output = department.run(&["diploma", who, "--folder", "FOLDER", "-o", "OUT"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert_eq!(department.diplomas(), [format!("{DOCUMENTS}/diplom/zed-unik-2.pdf")]);
    let output = department.forget(who);
    assert!(matches!(output.status.code(), Some(0 | 1)), "{}", said(&output));
    assert!(department.diplomas().is_empty());
    let after = department.cohort()?;
    assert!(after.contains("Norra huset") && !after.contains("Södra huset"), "{after}");
    // The profile, too, is one of several that the name may mean.
    let department =
        Department::new()?.with_participants(&["{namn: Elin Skoog, arbetsplats: Norra huset}"])?;
    let output = department.run(&["forget", "Elin Skoog", "--folder", "FOLDER", "--yes"]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    let shown = said(&output).replace('\\', "/");
    assert!(shown.contains("\"centrum/elin-skoog.yaml\""), "{shown}");
    assert!(shown.contains("\"Elin Skoog, Norra huset\""), "{shown}");
    let output = department.run(&["forget", "Elin Skoog, Enheten Centrum", "--folder", "FOLDER", "--yes"]);
    assert!(matches!(output.status.code(), Some(0 | 1)), "{}", said(&output));
    assert!(!department.folder().join("centrum/elin-skoog.yaml").exists());
    assert!(department.cohort()?.contains("Norra huset"));
    Ok(())
}

#[test]
fn what_is_left_of_a_person_in_a_cut_file_is_reported() -> io::Result<()> {
    let department =
        Department::built_of_few()?.with_participants(&["{namn: Zed Unik, arbetsplats: Norra huset}"])?;
    department.edit(COHORT, "deltagare:\n", "# Zed Unik kommer senare\ndeltagare:\n")?;
    department.build();
    let archive = department.all.path().join("arkiv");
    copy(&department.folder(), &archive.join("2025-26"))?;
    let line = 1 + department.cohort()?.lines().position(|line| line.starts_with("# Zed")).expect("a line");
    let archived = archive.as_os_str().to_str().expect("a path");
    let args = ["forget", "Zed Unik", "--folder", "FOLDER", "-o", "OUT", "--archive", archived, "--yes"];
    let output = department.run(&args);
    let told = told(&output);
    let mentions = told.lines().filter(|told| told.contains(&format!("2024.yaml, rad {line}")));
    assert_eq!(mentions.count(), 2, "{told}");
    assert!(department.cohort()?.contains("# Zed Unik") && !department.cohort()?.contains("namn: Zed"));
    // Their own card goes for good.
    assert!(
        !told.contains("igen") || !told.lines().last().unwrap_or_default().contains("zed-unik"),
        "{told}"
    );
    let again = told.lines().filter(|line| line.contains("zed-unik.pdf")).count();
    assert_eq!(again, 1, "{told}");
    Ok(())
}
