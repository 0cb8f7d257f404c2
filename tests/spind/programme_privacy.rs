//! The closing page of a cohort: nothing on few people can be inferred from it.
//!
//! The test plays a reader who has the page, the size of the smallest group k and the program. She knows:
//!
//! 1. Attendance counts those who finished, whose number is printed or at most k. A number stands for itself;
//!    »mindst n« for n up to all but one, »vises ikke« for at most k and where »mindst n« would be.
//! 2. Who took part but did not finish is the difference of the two numbers where both are printed.
//! 3. The share is that of all places, rounded down to five hundredths.
//! 4. Texts are in alphabetical order, so they tell nothing but that there are k or more.
//!
//! Whatever she computes, a number from 1 to k − 1 of other people who were away, came or left must have at
//! least two possible values. And of two cohorts that differ in one more absence among few, the pages are equal
//! but for the number in the share.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::io;

use jiff::civil::date;
use serde_json::Value;
use spind::department::{self, Department};
use spind::document::view::programme::closing;
use spind::language::{Language, Tag};
use spind::problem::Problems;
use spind::programme::answers::{Slip, code_of};

use crate::cases;
use crate::program::{copy, project};
use crate::rng::Rng;

/// Cohorts of each department, so that not each needs its own.
const COHORTS: usize = 100;
/// Departments by default, two of each size of the smallest group: 1,600 cohorts.
const DEPARTMENTS: u32 = 8;
/// Minimum group sizes, in turn.
const LEAST: [usize; 4] = [3, 4, 5, 6];
const MEETINGS: usize = 4;

/// A random cohort.
#[derive(Clone, Debug)]
struct Cohort {
    /// The meetings that each participant missed.
    absences: Vec<BTreeSet<usize>>,
    /// Those who stopped before the end.
    stopped: Vec<bool>,
    slips: usize,
}

impl Cohort {
    fn random(rng: &mut Rng) -> Self {
        let people = 1 + rng.below(16);
        let often = 1 + rng.below(8);
        let missed = |rng: &mut Rng| (0..MEETINGS).filter(|_| rng.below(often + 1) == 0).collect();
        Self {
            absences: (0..people).map(|_| missed(rng)).collect(),
            stopped: (0..people).map(|_| rng.below(7) == 0).collect(),
            slips: rng.below(9),
        }
    }

    fn yaml(&self) -> String {
        let mut text = "afsluttet: 2026-12-01\nhold:\n".to_owned();
        for meeting in 1..=MEETINGS {
            let _ = writeln!(text, "  - {{del: {meeting}, dato: 2026-0{meeting}-10}}");
        }
        text += "deltagere:\n";
        for (number, (absent, stopped)) in self.absences.iter().zip(&self.stopped).enumerate() {
            let absent: Vec<String> = absent.iter().map(|meeting| (meeting + 1).to_string()).collect();
            let stopped = if *stopped { ", stoppet: 2026-11-01" } else { "" };
            let _ = writeln!(
                text,
                "  - {{navn: Deltager {number}, arbejdsplads: Nord, fravær: [{}]{stopped}}}",
                absent.join(", ")
            );
        }
        text
    }

    fn answers(&self) -> String {
        let texts: Vec<String> = (0..self.slips).rev().map(|slip| format!("Seddel {slip}")).collect();
        let slips: Vec<Slip> =
            texts.iter().map(|text| Slip { gained: Some(text.clone()), wishes: None }).collect();
        let (count, code) = (self.slips, code_of(&slips));
        let mut text = format!("frigivet: {{af: En Leder, antal: {count}, kode: {code}}}\nsvar:\n");
        for slip in texts {
            let _ = writeln!(text, "  - {{udbytte: \"{slip}\"}}");
        }
        text
    }

    fn finished(&self) -> usize {
        self.stopped.iter().filter(|stopped| !**stopped).count()
    }

    /// How many of those who finished missed a meeting.
    fn away(&self, meeting: usize) -> usize {
        let people = self.absences.iter().zip(&self.stopped);
        people.filter(|(absent, stopped)| !**stopped && absent.contains(&meeting)).count()
    }
}

fn department_of(cohorts: &[Cohort], least: usize) -> io::Result<Department> {
    let folder = tempfile::tempdir()?;
    copy(&project().join("tests/broken/base"), folder.path())?;
    let settings = folder.path().join("afdeling.yaml");
    let text: String = fs::read_to_string(&settings)?
        .lines()
        .filter(|line| !line.starts_with("mindste_gruppe"))
        .map(|line| format!("{line}\n"))
        .collect();
    fs::write(settings, format!("{text}mindste_gruppe: {least}\n"))?;
    let parts: Vec<String> = (1..=MEETINGS).map(|n| format!("{{navn: Møde {n}, type: møde}}")).collect();
    fs::create_dir_all(folder.path().join("forløb/p"))?;
    fs::write(
        folder.path().join("forløb/p.yaml"),
        format!(
            "navn: P\nsemestre:\n  - tema: T\n    dele: [{}]\ndiplom: {{møder: 0, fravær: {MEETINGS}}}\n",
            parts.join(", ")
        ),
    )?;
    for (number, cohort) in cohorts.iter().enumerate() {
        fs::write(folder.path().join(format!("forløb/p/{number:03}.yaml")), cohort.yaml())?;
        if cohort.slips > 0 {
            fs::write(folder.path().join(format!("forløb/p/{number:03}.svar.yaml")), cohort.answers())?;
        }
    }
    let mut problems = Problems::default();
    let department = department::read(folder.path(), None, &mut problems)?.department.expect("sound");
    assert!(!problems.any_error(), "{:?}", problems.iter().next());
    Ok(department)
}

/// The pages of all cohorts, in their order.
fn pages(cohorts: &[Cohort], least: usize) -> io::Result<Vec<Value>> {
    let department = department_of(cohorts, least)?;
    let language = Language::of(Tag::Da);
    let mut pages: Vec<(String, Value)> = (department.programmes.cohorts())
        .map(|(programme, cohort)| {
            let view = closing::view(programme, cohort, &department, language, date(2027, 1, 15));
            (cohort.key.clone(), serde_json::to_value(view).expect("plain data"))
        })
        .collect();
    pages.sort_by(|a, b| a.0.cmp(&b.0));
    assert_eq!(pages.len(), cohorts.len());
    Ok(pages.into_iter().map(|(_, page)| page).collect())
}

/// The number before `word` in the summary.
fn said(page: &Value, word: &str) -> Option<usize> {
    let summary = page["summary"].as_array().expect("sentences");
    let text: Vec<&str> = summary.iter().filter_map(Value::as_str).collect();
    let text = text.join(" ").replace('\u{a0}', " ");
    let before = text.split(word).next().filter(|before| before.len() < text.len())?;
    before.trim_end().rsplit(' ').next()?.parse().ok()
}

/// The numbers of people that an attendance can stand for, of `whole`.
fn possible(attendance: &str, whole: usize, least: usize) -> Vec<usize> {
    let attendance = attendance.replace('\u{a0}', " ");
    match attendance.strip_prefix("mindst ") {
        Some(bound) => (bound.parse().expect("a number")..whole).collect(),
        None if attendance == "vises ikke" => {
            let is_withheld =
                |number: &usize| *number <= least || whole - number <= least && whole <= 2 * least;
            (0..whole).filter(is_withheld).collect()
        }
        None => vec![attendance.parse().expect("a number")],
    }
}

/// What is wrong with a page, as the reader sees it.
fn attack(page: &Value, cohort: &Cohort, least: usize) -> Result<(), String> {
    // One of them knows of one less.
    let small = |number: usize| (1..=least).contains(&number);
    let (finished, started) = (said(page, "fik diplom"), said(page, "deltog"));
    let held = page["held"].as_array().expect("a list");
    if let Some(finished) = finished {
        if finished != cohort.finished() || small(finished) {
            return Err(format!("{finished} finished"));
        }
        if let Some(started) = started
            && small(started - finished)
        {
            return Err(format!("{} left", started - finished));
        }
    } else if started.is_some_and(|started| small(started - cohort.finished())) {
        return Err("few left".to_owned());
    }
    let (mut known, mut hidden) = (0, Vec::new());
    for (meeting, part) in held.iter().enumerate() {
        let attendance = part["attendance"].as_str().expect("a text");
        let Some(finished) = finished else {
            if !attendance.is_empty() {
                return Err(format!("{attendance} of an unknown number"));
            }
            continue;
        };
        let values = possible(attendance, finished, least);
        let came = finished - cohort.away(meeting);
        if !values.contains(&came) {
            return Err(format!("{attendance} for {came}"));
        }
        let tells = |number: usize| small(number) || small(finished - number);
        if values.len() < 2 && tells(values[0]) {
            return Err(format!("{attendance} of {finished}"));
        }
        if values.len() < 2 {
            known += finished - values[0];
        } else {
            hidden.push(values.iter().map(|value| finished - value).collect::<Vec<usize>>());
        }
    }
    if let (Some(share), Some(finished)) = (said(page, "%"), finished) {
        let places = finished * held.len();
        let is_possible = |away: usize| 100 * (places - away) / places / 5 * 5 == share;
        // For each of few who were away, which numbers go with the share, whatever the others are.
        for (i, values) in hidden.iter().enumerate() {
            let mut sums = BTreeSet::from([known]);
            for others in hidden.iter().enumerate().filter(|(j, _)| *j != i).map(|(_, others)| others) {
                sums = sums.iter().flat_map(|sum| others.iter().map(move |other| sum + other)).collect();
            }
            let left =
                values.iter().filter(|value| sums.iter().any(|sum| is_possible(sum + **value))).count();
            if left < 2 {
                return Err(format!("{share} % leaves {left} of {values:?}"));
            }
        }
    }
    let gained: Vec<&str> =
        page["gained"].as_array().expect("a list").iter().filter_map(Value::as_str).collect();
    if !gained.is_empty() && (gained.len() < least || !gained.is_sorted()) {
        return Err(format!("{gained:?}"));
    }
    if gained.is_empty() && cohort.slips >= least {
        return Err("answers are missing".to_owned());
    }
    Ok(())
}

#[test]
fn no_figure_of_a_closing_page_tells_of_few_people() -> io::Result<()> {
    let mut hidden = 0;
    for seed in 0..cases::scaled(DEPARTMENTS) {
        let mut rng = Rng(u64::from(seed) + 1);
        let least = LEAST[seed as usize % LEAST.len()];
        let cohorts: Vec<Cohort> = (0..COHORTS).map(|_| Cohort::random(&mut rng)).collect();
        let pages = pages(&cohorts, least)?;
        for (cohort, page) in cohorts.iter().zip(&pages) {
            attack(page, cohort, least).unwrap_or_else(|fault| panic!("{fault}: {cohort:?} {least}"));
            hidden += usize::from(page["held"].to_string().contains("mindst"));
        }
        // One more of few who were away.
        let others: Vec<(usize, Cohort)> = (cohorts.iter().enumerate())
            .filter_map(|(number, cohort)| {
                let meeting = (0..MEETINGS).find(|&meeting| (1..least).contains(&cohort.away(meeting)))?;
                let mut other = cohort.clone();
                let person = (0..other.absences.len())
                    .find(|&i| !other.stopped[i] && !other.absences[i].contains(&meeting))?;
                other.absences[person].insert(meeting);
                Some((number, other))
            })
            .collect();
        let changed: Vec<Cohort> = others.iter().map(|(_, cohort)| cohort.clone()).collect();
        let places = |page: &Value| {
            let mut page = page.clone();
            // The cohorts have other names here, and the share is attacked above.
            page["facts"] = Value::Null;
            for sentence in page["summary"].as_array_mut().expect("sentences") {
                if sentence.to_string().contains('%') {
                    *sentence = Value::from("%");
                }
            }
            page
        };
        for ((number, other), page) in others.iter().zip(self::pages(&changed, least)?) {
            assert_eq!(places(&page), places(&pages[*number]), "{other:?}");
        }
    }
    assert!(hidden > 100, "{hidden}");
    Ok(())
}

/// A cohort of so many people of whom the first so many stopped and the last so many missed each meeting.
fn cohort_of(people: usize, stopped: usize, away: [usize; MEETINGS]) -> Cohort {
    let missed = |person: usize| (0..MEETINGS).filter(|&meeting| people - person <= away[meeting]).collect();
    Cohort {
        absences: (0..people).map(missed).collect(),
        stopped: (0..people).map(|person| person < stopped).collect(),
        slips: 0,
    }
}

/// All that a page says, without the name of the cohort.
fn text_of(page: &Value) -> String {
    let mut page = page.clone();
    page["facts"] = Value::Null;
    page.to_string()
}

#[test]
fn no_small_cohort_is_the_only_one_behind_its_closing_page() -> io::Result<()> {
    const LEAST: usize = 3;
    const PEOPLE: usize = 9;
    let few = 1..LEAST;
    // Each number of absences from two of the meetings.
    let all: Vec<[usize; 2]> =
        (0..=PEOPLE).flat_map(|one| (0..=PEOPLE).map(move |other| [one, other])).collect();
    let cohorts: Vec<Cohort> =
        all.iter().map(|&[one, other]| cohort_of(PEOPLE, 0, [one, other, 0, 0])).collect();
    let mut behind: BTreeMap<String, Vec<[usize; 2]>> = BTreeMap::new();
    for (away, page) in all.iter().zip(pages(&cohorts, LEAST)?) {
        behind.entry(text_of(&page)).or_default().push(*away);
    }
    assert!(behind.len() > 10, "{}", behind.len());
    for (page, aways) in &behind {
        // Somebody who missed neither, the first, the second or both.
        for own in [[0, 0], [1, 0], [0, 1], [1, 1]] {
            let others = aways
                .iter()
                .filter_map(|away| Some([away[0].checked_sub(own[0])?, away[1].checked_sub(own[1])?]));
            let others: Vec<[usize; 2]> = others.collect();
            for meeting in [0, 1] {
                let counts: BTreeSet<usize> = others.iter().map(|away| away[meeting]).collect();
                let only = counts.first().filter(|only| counts.len() == 1 && few.contains(only));
                assert!(only.is_none(), "{only:?} away from {meeting}, as {own:?} knows: {page}");
            }
        }
    }
    // Each number of people who stopped; all who took part know how many they were.
    let all: Vec<(usize, usize)> =
        (1..=PEOPLE).flat_map(|people| (0..=people).map(move |stopped| (people, stopped))).collect();
    let cohorts: Vec<Cohort> =
        all.iter().map(|&(people, stopped)| cohort_of(people, stopped, [0; MEETINGS])).collect();
    let mut behind: BTreeMap<(usize, String), Vec<usize>> = BTreeMap::new();
    for ((people, stopped), page) in all.iter().zip(pages(&cohorts, LEAST)?) {
        if said(&page, "fik diplom").is_none() {
            behind.entry((*people, text_of(&page))).or_default().push(*stopped);
        }
    }
    for ((people, page), stopped) in behind {
        assert!(stopped.len() > 1, "{stopped:?} of {people} stopped: {page}");
    }
    Ok(())
}
