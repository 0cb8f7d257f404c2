//! The form's edits of a profile's text: exactly what was meant, and nothing else.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use proptest::prelude::*;
use spind::department::CourseIndex;
use spind::department::profile::Activity;
use spind::department::{self, Department};
use spind::problem::Problems;
use spind::profile_form::{
    Answers, AreaPart, FieldId, FormChange, FormError, LinePart, NOT_RELEVANT, ProfileText, note_item,
    note_parts,
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
const LAYOUTS: [&str; 15] = [
    ANNA,
    "navn: Anna Vest\r\nskole: Nordskolen # min\r\nprofil: {dansk: 3 til 4, økonomi: {nu: 1, bemærkning: 'Ja: gerne'}}\r\nplan: [{mål: A, frist: 1/5-2027}, {kursus: 40094}] # to\r\nsamtykke: {hæfte: ja}\r\n",
    "{navn: Anna Vest, skole: Nordskolen, profil: {dansk: 3}, plan: [], samtykke: }\n",
    "navn: Anna Vest\nskole: Nordskolen\nprofil:\n  dansk: # ikke endnu\n  økonomi: ?\nplan:\n  mål: Kun én\n  # uden streg\n  frist: maj 2027\n",
    "# Først\n\"navn\": \"Anna Vest\"\nskole: Nordskolen\nmus: ~\nprofil:\n    økonomi:\n        nu: 2   # gættet\n        # ønsket: 4\n    # dansk: 3\nplan:\n# - mål: et eksempel\nsidste_års_plan:\n- mål: Gammelt # nåede vi\nsamtykke:\n",
    "name: Anna Vest\nschool: Nordskolen\nprofile:\n  dansk: 3 → 4\nplan:\n- goal: >-\n    Kan det\n    hele\n  status: done\n- activity: 'Læser: meget'\n  # til sidst\n- {goal: B}\nconsent:\n  teaches:\n  - dansk # kun det\n",
    "Navn: Anna Vest\nSkole: Nordskolen\nprofil:\n  dansk: ikke relevant\n  økonomi:\n    nu: ved ikke\n    bemaerkning: Først til august\nsidste aar: {dansk: 2}\nsidste_aars_plan: {mål: Kun én}\noplysning: ukendt nøgle\n",
    "navn: Anna Vest\nskole: Nordskolen\nprofil:\n  selvledelse:\n    nu: 2\nplan:\n  -   mål: Indrykket\n      hos: Bo\n  - \n    mål: Nedenunder\n  - kursus: 40094, 45948\n",
    "navn: Anna Vest\nskole: Nordskolen\nprofil:\n  dansk: 3\nopfølgning: 15. juni 2027",
    "navn: Anna Vest\nskole: Nordskolen\nprofil:\n  økonomi:\n    nu: 2\n    ønsket: 4 # snart\n    vigtighed: rar\n    bemærkning: Til august\nplan:\n  # alle mål\n\n  # et\n  # et til\n  - mål: A\n    # under A\n  # to\n  - mål: >-\n      B\n      # ikke en kommentar\n\n  # tre\n  -\n    mål: C\n  # slut\n",
    "navn: Anna Vest\r\nskole: Nordskolen\r\nprofil: {dansk: {nu: ikke relevant, bemærkning: Nej}}\r\nplan:\r\n# et\r\n- mål: A # her\r\n# to\r\n- {mål: B}\r\n# tre\r\n- mål: C",
    "navn: Anna Vest\nstilling: Sekretær # fra 2020\nskole: Nordskolen\nleder:\n# roller: [front]\nroller: front og økonomi # begge\nprofil:\n  dansk: 3\ngennemførte_kurser:\n  - AMU 40094 # før\n  # også\n  - 45948\n  - Et kursus, der ikke findes\nplan:\n  - mål: A\n    noter:\n      # den første\n      - dato: 2/12-2026\n        note: Er i gang # ja\n      - {dato: 3. maj 2027, note: 'Færdig: næsten'}\n    # under noterne\n  - noter:\n    mål: B\n  - {mål: C, noter: {dato: 2027-01-01, note: Flow}}\n",
    "navn: Anna Vest\r\nskole: Nordskolen\r\nroller: [økonomi, ukendt] # to\r\nprofil: {dansk: 3}\r\ngennemførte_kurser: 40094, 45948 # begge\r\nplan:\r\n- noter: # flere\r\n  - dato: 2027-02-01\r\n    note: Kun en note\r\n- mål: B\r\n  noter:\r\n    dato: 2027-02-01\r\n    # uden streg\r\n    note: Alene\r\n",
    "navn: Anna Vest\nskole: Nordskolen\nprofil:\n  dansk: 3\ngennemførte_kurser: []\nroller: ~\nplan:\n  - mål: A\n\n  - mål: B\n    frist: maj 2027\n\n  # - mål: C\n  #   frist: maj 2027\n\n# slut\nopfølgning: 15. juni 2027\n",
    "navn: Anna Vest\nskole: Nordskolen\nprofil:\n  dansk: 3\nplan:\n\n- {mål: A}\n\n# om B\n- mål: B\n\n  frist: maj 2027\n\n  # - mål: C\nsamtykke:\n",
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
    match kind % 15 {
        0 => {
            let now = match c % 5 {
                0 => NOT_RELEVANT.to_owned(),
                // Not known any more, with the rest as it is.
                1 => String::new(),
                _ => level(b),
            };
            set.insert(FieldId::Area(area, AreaPart::Now), now.clone());
            if !now.is_empty() && now != NOT_RELEVANT {
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
        11 => {
            let field = [FieldId::Position, FieldId::Leader][a % 2];
            set.insert(field, ["", TEXTS[b % TEXTS.len()]][c % 2].to_owned());
        }
        12 => {
            let roles = (0..role_model.roles.len()).filter(|role| (c >> role) % 2 == 1);
            set.insert(FieldId::Roles, roles.map(|role| role.to_string()).collect::<Vec<_>>().join(","));
        }
        13 => {
            let courses = &department.catalogue.courses;
            let mut items: Vec<&str> = FieldId::Finished.items(answers.get(FieldId::Finished)).collect();
            match c % 4 {
                0 => items.clear(),
                1 if !items.is_empty() => {
                    items.remove(a % items.len());
                }
                2 => items.push(TEXTS[b % TEXTS.len()]),
                _ => items.extend(courses.get(a % courses.len().max(1)).map(|own| own.number.as_str())),
            }
            set.insert(FieldId::Finished, items.join("\n"));
        }
        14 if answers.lines() > 0 => {
            let field = FieldId::Line(a % answers.lines(), LinePart::Notes);
            let note = note_item(["2027-02-01", "3. maj 2027"][a % 2], TEXTS[b % TEXTS.len()]);
            let mut items: Vec<&str> = field.items(answers.get(field)).collect();
            match c % 4 {
                0 => items.clear(),
                1 if !items.is_empty() => {
                    items.remove(a % items.len());
                }
                _ => items.extend(note.as_deref()),
            }
            set.insert(field, items.join("\n"));
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
        LinePart::Notes => note_item("2/12-2026", TEXTS[c % TEXTS.len()]).unwrap_or_default(),
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
/// end.
fn changed_bytes(old: &str, new: &str) -> (usize, usize) {
    let (one, other) = (old.as_bytes(), new.as_bytes());
    let most = one.len().min(other.len());
    let start = (0..most).take_while(|&i| one[i] == other[i]).count();
    let end = (0..most - start).take_while(|&i| one[one.len() - 1 - i] == other[other.len() - 1 - i]).count();
    (start, one.len() - end)
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
    department: &Department,
) -> Result<(), TestCaseError> {
    let (Some(old), Some(new)) = (before.profile(), after.profile()) else { return Ok(()) };
    prop_assert_eq!((&new.name.value, new.school), (&old.name.value, old.school));
    prop_assert_eq!(&new.last_year, &old.last_year);
    let is_set = |field| matches!(change, FormChange::Set(answers) if answers.contains_key(&field));
    prop_assert!(is_set(FieldId::Leader) || new.leader == old.leader);
    prop_assert!(is_set(FieldId::Position) || new.position == old.position);
    prop_assert!(is_set(FieldId::Roles) || new.roles == old.roles);
    prop_assert!(is_set(FieldId::Finished) || new.finished == old.finished);
    let notes = |plan: &[Activity]| plan.iter().map(|line| line.notes.len()).sum::<usize>();
    match change {
        FormChange::Set(answers) => {
            prop_assert!(new.plan.len() <= old.plan.len());
            if let Some(roles) = answers.get(&FieldId::Roles) {
                prop_assert_eq!(new.roles.len(), FieldId::Roles.items(roles).count());
            }
            if let Some(courses) = answers.get(&FieldId::Finished) {
                let catalogue = &department.catalogue;
                let number = |at: &CourseIndex| catalogue.courses[at.0].number.clone();
                let typed = courses.lines().map(|item| item.split_whitespace().collect::<Vec<_>>().join(" "));
                let typed = typed.filter(|item| !item.is_empty()).flat_map(|item| {
                    let one = catalogue.course_named(&item).into_iter();
                    let known: Vec<String> =
                        one.chain(catalogue.courses_named(&item)).map(|at| number(&at)).collect();
                    if known.is_empty() { vec![item] } else { known }
                });
                let said = new.finished.iter().map(number).chain(new.finished_elsewhere.iter().cloned());
                prop_assert_eq!(said.collect::<BTreeSet<_>>(), typed.collect::<BTreeSet<_>>());
            }
            for (field, answer) in answers {
                let FieldId::Line(line, LinePart::Notes) = field else { continue };
                // A line that has lost its last answer is gone.
                let Some(now) = new.plan.get(*line).filter(|_| new.plan.len() == old.plan.len()) else {
                    continue;
                };
                let mut typed: Vec<(jiff::civil::Date, String)> = field
                    .items(answer)
                    .map(note_parts)
                    .map(|(date, text)| (date.parse().expect("a date"), text.to_owned()))
                    .collect();
                typed.sort();
                typed.dedup();
                let mut said: Vec<_> = now.notes.iter().map(|note| (note.date, note.text.clone())).collect();
                said.sort();
                said.dedup();
                prop_assert_eq!(said, typed);
            }
            let has_notes = answers.keys().any(|field| matches!(field, FieldId::Line(_, LinePart::Notes)));
            prop_assert!(
                has_notes || new.plan.len() < old.plan.len() || notes(&new.plan) == notes(&old.plan)
            );
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
                FieldId::Position => 7,
                FieldId::Leader => 8,
                FieldId::Roles => 9,
                FieldId::Finished => 10,
            });
            kinds.collect::<BTreeSet<_>>().len() == 1
        }
        _ => true,
    };
    let is_all_else_kept = |(start, end): (usize, usize)| {
        let (head, tail) = (&before[..start], &before[end..]);
        head.len() + tail.len() <= after.len() && after.starts_with(head) && after.ends_with(tail)
    };
    let entries = entries(before);
    // Inserted between two entries.
    let gaps = entries.iter().map(|(start, _)| (*start, *start));
    !is_one_entry || before.starts_with('{') || entries.iter().copied().chain(gaps).any(is_all_else_kept)
}

proptest! {
    #![proptest_config(cases::config(250))]

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
            check_profile(&profile, &after, &change, &folder.department)?;
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
        (FieldId::Position, "010190-1234"),
        (FieldId::Leader, "Bo 010190-1234"),
        (FieldId::Finished, "40094\nring 010190-1234"),
        (FieldId::Line(0, LinePart::Notes), "2027-02-01\tring 010190-1234"),
        (FieldId::Line(0, LinePart::Notes), "snart\tGår godt"),
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

/// Applies `answers` to a profile of the base department.
#[track_caller]
fn set(text: &str, answers: &[(FieldId, &str)]) -> String {
    let base =
        FOLDERS.iter().find(|folder| folder.profiles.iter().any(|(_, text)| text == ANNA)).expect("the base");
    let profile =
        ProfileText::read("nordskolen/anna.yaml", text.to_owned(), &base.department).expect("valid");
    let answers = answers.iter().map(|(field, answer)| (*field, (*answer).to_owned())).collect();
    profile.changed(&FormChange::Set(answers), &base.department).expect("a change").text().to_owned()
}

#[test]
fn lists_are_edited_item_by_item() {
    let with = |line: &str| ANNA.replace("profil:\n", &format!("{line}profil:\n"));
    let finished = |text: &str| {
        let line = text.split_once("profil:\n").expect("levels").0.split_once("aftalt: 2025-12-03\n");
        line.expect("a day").1.to_owned()
    };
    for (before, answer, after) in [
        ("gennemførte_kurser: [40094] # før\n", "40094\n45948", "gennemførte_kurser: [40094, 45948] # før\n"),
        ("gennemførte_kurser: AMU 40094\n", "40094\n45948", "gennemførte_kurser: [AMU 40094, 45948]\n"),
        ("gennemførte_kurser: 40094, 45948\n", "45948", "gennemførte_kurser: 45948\n"),
        (
            "gennemførte_kurser:\n  - 40094 # en\n  - 45948\n",
            "45948",
            "gennemførte_kurser:\n  # en\n\n  - 45948\n",
        ),
        ("gennemførte_kurser:\n  - 40094\n", "", ""),
        ("gennemførte_kurser: # tom\n", "40094", "gennemførte_kurser: [40094] # tom\n"),
    ] {
        assert_eq!(finished(&set(&with(before), &[(FieldId::Finished, answer)])), after, "{before}");
    }
}

#[test]
fn a_note_is_added_below_the_line_and_taken_away_again() {
    let notes = FieldId::Line(0, LinePart::Notes);
    let one = set(ANNA, &[(notes, "1/2-2027\tHar siddet med: ja")]);
    let added = "    noter:\n      - dato: 2027-02-01\n        note: \"Har siddet med: ja\"\n";
    assert_eq!(one.len(), ANNA.len() + added.len());
    assert!(one.contains(&format!("    status: aftalt\n{added}  - mål")), "{one}");
    let two = set(&one, &[(notes, "2027-02-01\tHar siddet med: ja\n2. marts 2027\tFærdig")]);
    assert!(two.contains(&format!("{added}      - dato: 2027-03-02\n        note: Færdig\n")), "{two}");
    assert_eq!(set(&two, &[(notes, "2027-02-01\tHar siddet med: ja")]), one);
    assert_eq!(set(&one, &[(notes, "")]), ANNA);
}

#[test]
fn a_line_is_added_whatever_comments_are_around_the_list() {
    let base =
        FOLDERS.iter().find(|folder| folder.profiles.iter().any(|(_, text)| text == ANNA)).expect("the base");
    let items = [
        "- mål: B",
        "- mål: 'B'",
        "- mål:\n#  hos: Bo",
        "- mål: B # her",
        "- mål: >-\n#    B",
        "- mål: B\n#  frist: maj 2027",
        "- {mål: B}",
        "-\n#  mål: B",
        "- mål: B\n#  noter:\n#    - dato: 2027-02-01\n#      note: Ja",
    ];
    let comments = [
        "# - mål: C",
        "# - mål: C\n#   frist: maj 2027",
        "#- mål: C\n#  frist: maj 2027",
        "# plan:\n#  - mål: C",
    ];
    let parts =
        BTreeMap::from([(LinePart::Goal, "Ny".to_owned()), (LinePart::Deadline, "maj 2027".to_owned())]);
    let mut refused = Vec::new();
    for indent in [0, 2] {
        for item in items {
            for gap in ["", "\n"] {
                for apart in ["", "\n"] {
                    for (comment, column) in comments.iter().flat_map(|own| [0, 4].map(|at| (own, at))) {
                        for tail in ["", "\nopfølgning: 2027-06-15\n"] {
                            let block = |text: &str, column: usize| {
                                let pad = " ".repeat(column);
                                text.split('\n').map(|line| format!("{pad}{line}\n")).collect::<String>()
                            };
                            // A `#` at the start of a line of an item is its indentation.
                            let item = block(&item.replace("\n#", "\n"), indent);
                            let first = block("- mål: A", indent);
                            let comment = block(comment, column);
                            let text = format!(
                                "navn: Anna Vest\nskole: Nordskolen\nprofil:\n  dansk: 3\nplan:\n{first}{gap}{item}{apart}{comment}{tail}"
                            );
                            let read =
                                ProfileText::read("nordskolen/anna.yaml", text.clone(), &base.department);
                            let Ok(profile) = read else { continue };
                            match profile.changed(&FormChange::AddLine(parts.clone()), &base.department) {
                                Ok(after) => {
                                    let (start, end) = changed_bytes(&text, after.text());
                                    assert!(end <= start, "{text}=>\n{}", after.text());
                                }
                                Err(error) => refused.push(format!("{error:?}\n{text}")),
                            }
                        }
                    }
                }
            }
        }
    }
    assert!(refused.is_empty(), "{} refused, such as {}", refused.len(), refused[0]);
}
