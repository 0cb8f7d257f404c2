//! The form's edits of a profile's text: exactly what was meant, and nothing else.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use proptest::prelude::*;
use spind::department::{self, Department};
use spind::problem::Problems;
use spind::profile_form::{
    Answers, AreaPart, FieldId, FormChange, FormError, LinePart, NOT_RELEVANT, ProfileText,
};
use strum::VariantArray;

use crate::cases;
use crate::fixture::ANNA;
use crate::program::project;

/// A department and its valid profiles: name and text.
struct Folder {
    department: Department,
    profiles: Vec<(String, String)>,
}

/// Every department of the tests.
static FOLDERS: LazyLock<Vec<Folder>> = LazyLock::new(|| {
    let departments = fs::read_dir(project().join("tests/departments")).expect("the departments");
    let mut folders: Vec<PathBuf> = departments.map(|entry| entry.expect("an entry").path()).collect();
    folders.push(project().join("profiles"));
    folders.push(project().join("tests/broken/base"));
    folders.sort();
    folders.iter().map(|folder| read(folder)).collect()
});

/// Layouts that the departments lack, in the words of the base department.
const LAYOUTS: [&str; 9] = [
    ANNA,
    "navn: Anna Vest\r\nskole: Nordskolen # min\r\nprofil: {dansk: 3 til 4, økonomi: {nu: 1, bemærkning: 'Ja: gerne'}}\r\nplan: [{mål: A, frist: 1/5-2027}, {kursus: 40094}] # to\r\nsamtykke: {hæfte: ja}\r\n",
    "{navn: Anna Vest, skole: Nordskolen, profil: {dansk: 3}, plan: [], samtykke: }\n",
    "navn: Anna Vest\nskole: Nordskolen\nprofil:\n  dansk: # ikke endnu\n  økonomi: ?\nplan:\n  mål: Kun én\n  # uden streg\n  frist: maj 2027\n",
    "# Først\n\"navn\": \"Anna Vest\"\nskole: Nordskolen\nmus: ~\nprofil:\n    økonomi:\n        nu: 2   # gættet\n        # ønsket: 4\n    # dansk: 3\nplan:\n# - mål: et eksempel\nsidste_års_plan:\n- mål: Gammelt # nåede vi\nsamtykke:\n",
    "name: Anna Vest\nschool: Nordskolen\nprofile:\n  dansk: 3 → 4\nplan:\n- goal: >-\n    Kan det\n    hele\n  status: done\n- activity: 'Læser: meget'\n  # til sidst\n- {goal: B}\nconsent:\n  teaches:\n  - dansk # kun det\n",
    "Navn: Anna Vest\nSkole: Nordskolen\nprofil:\n  dansk: ikke relevant\n  økonomi:\n    nu: ved ikke\n    bemaerkning: Først til august\nsidste aar: {dansk: 2}\nsidste_aars_plan: {mål: Kun én}\noplysning: ukendt nøgle\n",
    "navn: Anna Vest\nskole: Nordskolen\nprofil:\n  selvledelse:\n    nu: 2\nplan:\n  -   mål: Indrykket\n      hos: Bo\n  - \n    mål: Nedenunder\n  - kursus: 40094, 45948\n",
    "navn: Anna Vest\nskole: Nordskolen\nprofil:\n  dansk: 3\nopfølgning: 15. juni 2027",
];

fn read(folder: &Path) -> Folder {
    let reading = department::read(folder, None, &mut Problems::default()).expect("a folder");
    let mut profiles: Vec<(String, String)> =
        reading.profiles.iter().map(|file| (file.name.clone(), file.text.clone())).collect();
    if folder.ends_with("base") {
        profiles.extend(LAYOUTS.iter().map(|text| ("nordskolen/anna.yaml".to_owned(), (*text).to_owned())));
    }
    Folder { department: reading.department.expect("a department"), profiles }
}

/// Random numbers from which an action is made that fits the profile.
type Seed = (u8, usize, usize, usize);

const TEXTS: [&str; 8] = [
    "Bruger regneark",
    "Ja: gerne, \"hver\" dag # ofte",
    "- [x] {y}",
    "nej",
    "~",
    "2/12-2026",
    "  flere\r\n  linjer ",
    "'Åse' & <b>Ærø</b> …",
];

/// An action of the form on `profile`, whose answers are all valid.
fn action(profile: &ProfileText, department: &Department, (kind, a, b, c): Seed) -> FormChange {
    let answers = profile.answers();
    let role_model = &department.role_model;
    let levels: Vec<String> = role_model.scale.levels.iter().map(|level| level.number.to_string()).collect();
    let level = |at: usize| levels[at % levels.len()].clone();
    let area = a % role_model.areas.len();
    let part = LinePart::VARIANTS[b % LinePart::VARIANTS.len()];
    let mut set = BTreeMap::new();
    match kind % 11 {
        0 => {
            let now = match c % 5 {
                0 => NOT_RELEVANT.to_owned(),
                _ => level(b),
            };
            set.insert(FieldId::Area(area, AreaPart::Now), now.clone());
            if now != NOT_RELEVANT {
                set.insert(
                    FieldId::Area(area, AreaPart::Wanted),
                    if c % 2 == 0 { String::new() } else { level(c) },
                );
            }
        }
        1 => {
            let others = [AreaPart::Wanted, AreaPart::Priority, AreaPart::Remark];
            set.insert(FieldId::Area(area, AreaPart::Now), String::new());
            set.extend(others.map(|part| (FieldId::Area(area, part), String::new())));
        }
        2 => {
            set.insert(FieldId::Area(area, AreaPart::Now), level(a));
            set.insert(FieldId::Area(area, AreaPart::Wanted), level(b));
            set.insert(FieldId::Area(area, AreaPart::Priority), ["", "nødvendig", "rar"][c % 3].to_owned());
            set.insert(FieldId::Area(area, AreaPart::Remark), TEXTS[c % TEXTS.len()].to_owned());
        }
        3 | 4 if answers.lines() > 0 => {
            let line = a % answers.lines();
            set.insert(FieldId::Line(line, part), line_answer(part, c, department));
            // One way only, as the form sees to.
            let ways = [LinePart::Course, LinePart::Form, LinePart::Text];
            if ways.contains(&part) {
                let others = ways.into_iter().filter(|other| *other != part);
                set.extend(others.map(|other| (FieldId::Line(line, other), String::new())));
            }
        }
        5 => {
            let mut parts = BTreeMap::from([(LinePart::Goal, TEXTS[a % TEXTS.len()].to_owned())]);
            parts.insert(part, line_answer(part, c, department));
            return FormChange::AddLine(parts);
        }
        6 if answers.lines() > 0 => return FormChange::RemoveLine(a % answers.lines()),
        7 if answers.lines() > 0 => {
            return FormChange::MoveLine { from: a % answers.lines(), to: b % answers.lines() };
        }
        8 if !answers.past_goals().is_empty() => {
            let status = ["", "gennemført", "udskudt", "i gang"][c % 4];
            set.insert(FieldId::Outcome(a % answers.past_goals().len()), status.to_owned());
        }
        9 => {
            set.insert(FieldId::Booklet, ["", "ja"][a % 2].to_owned());
            let some = format!("{},{area}", b % role_model.areas.len());
            set.insert(FieldId::Teaches, ["", "ja", &some][c % 3].to_owned());
        }
        _ => {
            let field = [FieldId::Talk, FieldId::Agreed, FieldId::FollowUp][a % 3];
            set.insert(field, ["", "2026-12-02", "2/12-2026", "3. maj 2027"][c % 4].to_owned());
        }
    }
    FormChange::Set(set)
}

fn line_answer(part: LinePart, c: usize, department: &Department) -> String {
    let pick = |choices: &[&str]| choices[c % choices.len()].to_owned();
    match part {
        LinePart::Area => {
            let areas: Vec<&str> = department.role_model.areas.iter().map(|area| area.key.as_str()).collect();
            pick(&areas)
        }
        LinePart::Course => {
            let courses: Vec<&str> =
                department.catalogue.courses.iter().map(|own| own.number.as_str()).collect();
            if courses.is_empty() { String::new() } else { pick(&courses) }
        }
        LinePart::Form => pick(&["", "sidemandsoplæring", "jobrotation", "selvstudie"]),
        LinePart::Deadline => pick(&["", "2027-05-01", "maj 2027", "1/5-2027"]),
        LinePart::Session => pick(&["", "2027-03-02"]),
        LinePart::Status => pick(&["", "aftalt", "i gang"]),
        LinePart::Responsible => pick(&["", "leder", "medarbejder", "Bo Birk"]),
        LinePart::StandIn => pick(&["", "Bo Birk", "ingen"]),
        _ => pick(&TEXTS),
    }
}

/// The comments of a text by a rule of their own: all that follows a `#` after a space or a line's start,
/// in the notes of the test files.
fn comments(text: &str) -> Vec<String> {
    let mut comments: Vec<String> =
        spind::source::edit::comments(text).expect("valid YAML").into_iter().map(str::to_owned).collect();
    comments.sort_unstable();
    comments
}

/// The bytes of `old` that differ in `new`: from the end of the common start to the begin of the common
/// end. If what was removed begins like what follows, there are two ways to see it.
fn changed_bytes(old: &str, new: &str) -> [(usize, usize); 2] {
    let (one, other) = (old.as_bytes(), new.as_bytes());
    let most = one.len().min(other.len());
    let same_start = |most: usize| (0..most).take_while(|&i| one[i] == other[i]).count();
    let same_end =
        |most: usize| (0..most).take_while(|&i| one[one.len() - 1 - i] == other[other.len() - 1 - i]).count();
    let (start, end) = (same_start(most), same_end(most));
    [(start, one.len() - same_end(most - start)), (same_start(most - end), one.len() - end)]
}

/// The top-level entries of a block mapping, by the bytes of their lines.
fn entries(text: &str) -> Vec<(usize, usize)> {
    let mut starts = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.starts_with(|c: char| c.is_alphabetic() || c == '"') {
            starts.push(at);
        }
        at += line.len();
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]).collect::<Vec<_>>();
    starts.into_iter().zip(ends).collect()
}

/// What the changed profile must say, by the reader of all profiles.
fn check_profile(
    before: &ProfileText,
    after: &ProfileText,
    change: &FormChange,
) -> Result<(), TestCaseError> {
    let (Some(old), Some(new)) = (before.profile(), after.profile()) else { return Ok(()) };
    prop_assert_eq!((&new.name.value, new.school), (&old.name.value, old.school));
    prop_assert_eq!((&new.leader, &new.position, &new.roles), (&old.leader, &old.position, &old.roles));
    prop_assert_eq!((&new.last_year, &new.finished), (&old.last_year, &old.finished));
    match change {
        FormChange::Set(answers) => {
            prop_assert!(new.plan.len() <= old.plan.len());
            for (area, (now, then)) in new.levels.iter().zip(&old.levels).enumerate() {
                let answer = |part| answers.get(&FieldId::Area(area, part));
                let Some(level) = answer(AreaPart::Now) else {
                    prop_assert_eq!(now, then);
                    continue;
                };
                prop_assert_eq!(now.as_ref().map(|own| own.current), level.parse().ok());
                prop_assert_eq!(new.not_relevant.iter().any(|own| own.0 == area), level == NOT_RELEVANT);
                if let (Some(now), Some(remark)) = (now, answer(AreaPart::Remark)) {
                    let typed = remark.split_whitespace().collect::<Vec<_>>().join(" ");
                    prop_assert_eq!(now.remark.clone().unwrap_or_default(), typed);
                    prop_assert_eq!(
                        now.priority.map_or("", |word| word.name()),
                        answer(AreaPart::Priority).map_or("", String::as_str)
                    );
                }
            }
            if let Some(booklet) = answers.get(&FieldId::Booklet) {
                prop_assert_eq!(new.consent.booklet, booklet == "ja");
            } else {
                prop_assert_eq!(&new.consent, &old.consent);
            }
        }
        FormChange::AddLine(parts) => {
            prop_assert_eq!(new.plan.len(), old.plan.len() + 1);
            prop_assert_eq!(&new.levels, &old.levels);
            let last = new.plan.last().expect("a line");
            prop_assert_eq!(last.goal.is_some(), parts.contains_key(&LinePart::Goal));
        }
        FormChange::RemoveLine(line) => {
            prop_assert_eq!(new.plan.len() + 1, old.plan.len());
            let goals: Vec<_> = old
                .plan
                .iter()
                .map(|line| &line.goal)
                .enumerate()
                .filter(|(i, _)| i != line)
                .map(|(_, goal)| goal)
                .collect();
            prop_assert_eq!(new.plan.iter().map(|line| &line.goal).collect::<Vec<_>>(), goals);
        }
        FormChange::MoveLine { from, to } => {
            prop_assert_eq!(&new.plan[*to].goal, &old.plan[*from].goal);
            prop_assert_eq!(new.plan.len(), old.plan.len());
        }
    }
    Ok(())
}

/// Whether all that differs is in one entry of the file, or between two.
fn is_local(before: &str, after: &str, change: &FormChange) -> bool {
    let is_one_entry = match change {
        FormChange::Set(answers) => {
            let kinds = answers.keys().map(|field| match field {
                FieldId::Area(..) => 0,
                FieldId::Line(..) => 1,
                FieldId::Outcome(_) => 2,
                FieldId::Booklet | FieldId::Teaches => 3,
                FieldId::Talk => 4,
                FieldId::Agreed => 5,
                FieldId::FollowUp => 6,
            });
            kinds.collect::<std::collections::BTreeSet<_>>().len() == 1
        }
        _ => true,
    };
    let is_within = |(start, end): (usize, usize)| {
        entries(before).iter().any(|(first, last)| *first <= start && end <= *last)
            // Inserted between two entries.
            || after.len() > before.len() && end <= start
    };
    !is_one_entry
        || before.starts_with('{')
        || before == after
        || changed_bytes(before, after).into_iter().any(is_within)
}

proptest! {
    #![proptest_config(cases::config(500))]

    #[test]
    fn any_sequence_of_actions_says_what_was_meant_and_leaves_the_rest(
        at in (any::<prop::sample::Index>(), any::<prop::sample::Index>()),
        seeds in prop::collection::vec((any::<u8>(), 0..1000_usize, 0..1000_usize, 0..1000_usize), 1..8),
    ) {
        let folder = &FOLDERS[at.0.index(FOLDERS.len())];
        let (name, text) = &folder.profiles[at.1.index(folder.profiles.len())];
        let Ok(mut profile) = ProfileText::read(name, text.clone(), &folder.department) else { return Ok(()) };
        for seed in seeds {
            let change = action(&profile, &folder.department, seed);
            let after = match profile.changed(&change, &folder.department) {
                Ok(after) => after,
                Err(FormError::Layout) => {
                    return Err(TestCaseError::fail(format!("refused: {change:?}\n{}", profile.text())));
                }
                // What the file had wrong before may be wrong with another answer too.
                Err(FormError::Invalid(invalid)) => {
                    let codes: Vec<_> = invalid.iter().map(|own| (own.field, own.problem.code)).collect();
                    prop_assert!(profile.profile().is_none() || profile.problems().iter().count() > 0
                        || is_twice(&change, profile.answers()), "{codes:?} {change:?}\n{}", profile.text());
                    continue;
                }
            };
            let (old, new) = (profile.text(), after.text());
            prop_assert_eq!(comments(old), comments(new), "{:?}\n{}\n=>\n{}", change, old, new);
            prop_assert!(is_local(old, new, &change), "{change:?}\n{old}\n=>\n{new}");
            prop_assert_eq!(old.contains("\r\n"), new.contains("\r\n"));
            prop_assert!(!old.contains("\r\n") || !new.replace("\r\n", "").contains('\n'), "{new:?}");
            check_profile(&profile, &after, &change)?;
            profile = after;
        }
    }
}

/// Whether a line would get a second way to its goal.
fn is_twice(change: &FormChange, _: &Answers) -> bool {
    let FormChange::AddLine(parts) = change else { return false };
    [LinePart::Course, LinePart::Form, LinePart::Text].iter().filter(|part| parts.contains_key(part)).count()
        > 1
}

#[test]
fn a_personal_number_and_an_impossible_date_are_refused_at_their_field() {
    let base =
        FOLDERS.iter().find(|folder| folder.profiles.iter().any(|(_, text)| text == ANNA)).expect("the base");
    let profile =
        ProfileText::read("nordskolen/anna.yaml", ANNA.to_owned(), &base.department).expect("valid");
    for (field, answer) in [
        (FieldId::Area(0, AreaPart::Remark), "ring på 010190-1234"),
        (FieldId::Line(0, LinePart::Deadline), "31-02-2027"),
        (FieldId::Line(0, LinePart::Course), "99999"),
        (FieldId::Line(1, LinePart::Status), "måske"),
        (FieldId::Talk, "snart"),
        (FieldId::Area(0, AreaPart::Now), "17"),
        (FieldId::Area(99, AreaPart::Now), "1"),
    ] {
        let change = FormChange::Set(BTreeMap::from([(field, answer.to_owned())]));
        match profile.changed(&change, &base.department) {
            Err(FormError::Invalid(invalid)) => {
                let fields: Vec<FieldId> = invalid.iter().map(|own| own.field).collect();
                assert_eq!(fields, [field], "{answer}");
            }
            other => panic!("{answer}: {:?}", other.map(|text| text.text().to_owned())),
        }
    }
}
