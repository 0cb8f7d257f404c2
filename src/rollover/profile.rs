//! Rollover of one profile: an edit of its YAML text for the new year.
//!
//! Levels and plan become last year's; dates of the talk and the agreement go, and consents are
//! withdrawn until they are given again. Plan lines that are started or enrolled stay, since some
//! courses take years. The edit keeps comments and layout, and is verified by reading it back.

use std::path::PathBuf;
use std::sync::Arc;

use crate::department::Department;
use crate::department::profile::{self, Activity, AreaLevels, Consent, PastActivity, Profile, Status, What};
use crate::department::role_model::AreaKey;
use crate::department::values::{Answer, YesNo};
use crate::fields::{Field, activity, consent, past_activity, profile as fields};
use crate::language::Tag;
use crate::problem::Problems;
use crate::source::edit::{Edit, NewEntry, UnsupportedLayout, comments, value};
use crate::source::parse;
use crate::source::spelling::{Word, fold};
use crate::source::tree::{Entry, Node, Value};
use crate::source::{FileKind, SourceFile};

/// The result of rolling over a profile.
#[derive(Debug)]
pub(super) struct RolledProfile {
    /// Text of the file in the new year.
    pub text: String,
    /// Summary of the changes.
    pub moved: RolloverSummary,
}

/// Summary of what a rollover changes in one profile.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct RolloverSummary {
    /// Number of levels that become last year's.
    pub levels: usize,
    /// Number of plan lines that become last year's.
    pub lines: usize,
    /// Number of plan lines that continue.
    pub going_on: usize,
    /// Finished courses of the plan, as written there.
    pub courses: Vec<String>,
    /// Whether a consent to the public booklet ends.
    pub booklet: bool,
    /// Whether a consent to be named as a mentor ends.
    pub teaches: bool,
}

/// Fields that a rollover changes.
static CHANGED_FIELDS: [&Field; 8] = [
    &fields::LAST_YEAR,
    &fields::LAST_PLAN,
    &fields::PLAN,
    &fields::AGREED,
    &fields::TALK,
    &fields::FOLLOW_UP,
    &fields::FINISHED,
    &fields::CONSENT,
];
static REMOVED_FIELDS: [&Field; 3] = [&fields::AGREED, &fields::TALK, &fields::FOLLOW_UP];

/// Rolls the file of `person` over into the new year.
///
/// # Errors
/// If the layout is unsupported, so that the edit would be wrong or lose a comment.
pub(crate) fn roll(person: &Profile, department: &Department) -> Result<RolledProfile, UnsupportedLayout> {
    let root = parse(&person.file)?;
    let mut edit = Edit::new(&person.file.text).ok_or(UnsupportedLayout)?;
    let courses = newly_finished(person, &root, department);
    let moved = RolloverSummary {
        levels: person.levels.iter().flatten().count(),
        lines: person.plan.iter().filter(|line| !continues(line)).count(),
        going_on: person.plan.iter().filter(|line| continues(line)).count(),
        courses,
        booklet: person.consent.booklet,
        teaches: person.consent.teaches != profile::Teaches::Nothing,
    };
    let lines_left = roll_plan(person, &root, department, &mut edit)?;
    add_history(person, &root, department, &moved, &mut edit)?;
    withdraw_consents(&root, person.file.language(), &mut edit)?;
    let is_removed = |entry: &Entry| {
        REMOVED_FIELDS.iter().any(|field| entry.is(field)) && !entry.value.is_empty()
            || entry.is(&fields::LAST_PLAN)
            || entry.is(&fields::LAST_YEAR) && moved.levels == 0
            || entry.is(&fields::PLAN) && !lines_left && !entry.value.is_empty()
    };
    edit.keep(&root, |entry| !is_removed(entry))?;
    let text = edit.finish();
    let rolled = RolledProfile { text, moved };
    if is_correct(person, &root, &rolled, department) { Ok(rolled) } else { Err(UnsupportedLayout) }
}

/// Whether a plan line continues unchanged in the new year.
fn continues(line: &Activity) -> bool {
    matches!(line.status, Some(Status::Enrolled | Status::Started))
}

/// Turns the plan into last year's in place, or reduces it to the lines that continue, if any.
/// Returns whether the entry has lines left.
fn roll_plan(
    person: &Profile,
    root: &Node,
    department: &Department,
    edit: &mut Edit<'_>,
) -> Result<bool, UnsupportedLayout> {
    let Some(entry) = root.filled(&fields::PLAN) else { return Ok(false) };
    let lines = entry.value.items();
    if lines.len() != person.plan.len() {
        return Err(UnsupportedLayout);
    }
    if person.plan.iter().any(continues) {
        let past: Vec<usize> = (0..lines.len()).filter(|&i| !continues(&person.plan[i])).collect();
        if !past.is_empty() {
            edit.remove_items(&entry.value, &past)?;
        }
        return Ok(true);
    }
    let mut gone = Vec::new();
    let mut kept = Vec::new();
    for (i, (line, activity)) in lines.iter().zip(&person.plan).enumerate() {
        match goal(line, activity) {
            Some(source) => kept.push((line, activity, source)),
            None => gone.push(i),
        }
    }
    if kept.is_empty() {
        return Ok(false);
    }
    if !gone.is_empty() {
        edit.remove_items(&entry.value, &gone)?;
    }
    for (line, activity, source) in kept {
        edit.keep(line, |other| other == source || other.is(&activity::STATUS) && !other.value.is_empty())?;
        if source.is(&activity::TEXT) {
            edit.rename(source, &root.spelling(&activity::GOAL, &fields::TABLE, person.file.language()));
        } else if !source.is(&activity::GOAL) {
            let text = goal_text(activity, department).ok_or(UnsupportedLayout)?;
            edit.replace_short(
                source,
                &root.spelling(&activity::GOAL, &fields::TABLE, person.file.language()),
                &value(&text),
            )?;
        }
    }
    edit.rename(entry, &root.spelling(&fields::LAST_PLAN, &fields::TABLE, person.file.language()));
    Ok(true)
}

/// The entry of a plan line that holds its goal, or else the one that replaces it.
fn goal<'a>(line: &'a Node, activity: &Activity) -> Option<&'a Entry> {
    let fallback = match &activity.what {
        What::Course(_) => &activity::COURSE,
        What::Text(_) if line.filled(&activity::COURSE).is_some() => &activity::COURSE,
        What::Text(_) => &activity::TEXT,
        What::Form(..) if line.filled(&activity::FORM).is_some() => &activity::FORM,
        What::Form(..) => &activity::MENTOR,
        What::Open => &activity::AREA,
    };
    line.filled(&activity::GOAL).or_else(|| line.filled(fallback))
}

/// The goal of a plan line, or else a text for its activity.
fn goal_text(activity: &Activity, department: &Department) -> Option<String> {
    if let Some(goal) = &activity.goal {
        return Some(goal.clone());
    }
    match &activity.what {
        What::Course(course) => Some(department.catalogue.courses[course.0].title.clone()),
        What::Text(text) => Some(text.clone()),
        What::Form(form, _) => {
            let word = form.written(department.settings.own_language());
            Some(word.replace('_', " "))
        }
        What::Open => activity.area.map(|area| department.role_model.areas[area.0].name.clone()),
    }
}

/// Inserts last year's levels and adds the plan's finished courses.
fn add_history(
    person: &Profile,
    root: &Node,
    department: &Department,
    moved: &RolloverSummary,
    edit: &mut Edit<'_>,
) -> Result<(), UnsupportedLayout> {
    let levels_entry = root.filled(&fields::LEVELS).ok_or(UnsupportedLayout)?;
    let Value::Mapping(areas) = &levels_entry.value.value else { return Err(UnsupportedLayout) };
    let level = |entry: &Entry| {
        let key = entry.key.text()?;
        let (AreaKey::Current(area) | AreaKey::Former(area)) = department.role_model.area_key(key)? else {
            return None;
        };
        let levels = person.levels[area.0].as_ref()?;
        Some((person.file.text[entry.key.bytes.clone()].to_owned(), levels.current.to_string()))
    };
    let levels: Vec<(String, String)> = areas.iter().filter_map(level).collect();
    let mut new = Vec::new();
    if !levels.is_empty() {
        new.push(NewEntry::Entries(
            root.spelling(&fields::LAST_YEAR, &fields::TABLE, person.file.language()),
            levels,
        ));
    }
    let past = past_lines(person, root, department);
    if !past.is_empty() {
        new.push(NewEntry::Items(
            root.spelling(&fields::LAST_PLAN, &fields::TABLE, person.file.language()),
            past,
        ));
    }
    let courses: Vec<String> = moved.courses.iter().map(|course| value(course)).collect();
    match root.entry(&fields::FINISHED) {
        _ if courses.is_empty() => {}
        Some(entry) => edit.append(entry, &courses)?,
        None => {
            let key = root.spelling(&fields::FINISHED, &fields::TABLE, person.file.language());
            new.push(NewEntry::Value(key, format!("[{}]", courses.join(", "))));
        }
    }
    match root.entry(&fields::LAST_YEAR) {
        Some(old) if moved.levels > 0 => edit.replace(root, old, &new),
        _ => edit.insert_after(root, levels_entry, &new),
    }
}

/// The lines that become last year's, if others continue and keep the plan's entry.
fn past_lines(person: &Profile, root: &Node, department: &Department) -> Vec<Vec<(String, String)>> {
    if !person.plan.iter().any(continues) {
        return Vec::new();
    }
    let language = person.file.language();
    let written = |line: &Activity| {
        let mut entries = vec![(
            root.spelling(&activity::GOAL, &fields::TABLE, person.file.language()),
            value(&goal_text(line, department)?),
        )];
        let status = |status: Status| {
            (past_activity::STATUS.key_in(language).to_owned(), status.written(language).to_owned())
        };
        entries.extend(line.status.map(status));
        Some(entries)
    };
    person.plan.iter().filter(|line| !continues(line)).filter_map(written).collect()
}

/// Withdraws every consent.
fn withdraw_consents(root: &Node, language: Tag, edit: &mut Edit<'_>) -> Result<(), UnsupportedLayout> {
    let Some(consent) = root.filled(&fields::CONSENT) else { return Ok(()) };
    for field in consent::TABLE.fields {
        let Some(answer) = consent.value.filled(field) else { continue };
        let is_no = answer.value.text().and_then(|text| text.parse().ok()) == Some(YesNo(false));
        if !is_no {
            edit.set(answer, Answer::No.written(language))?;
        }
    }
    Ok(())
}

/// The courses of the plan's finished lines that are not listed as finished yet.
fn newly_finished(person: &Profile, root: &Node, department: &Department) -> Vec<String> {
    let known = person.finished.iter().map(|course| department.catalogue.courses[course.0].number.as_str());
    let mut known: Vec<String> =
        known.chain(person.finished_elsewhere.iter().map(String::as_str)).map(fold).collect();
    let lines = root.filled(&fields::PLAN).map_or(&[][..], |entry| entry.value.items());
    let mut found = Vec::new();
    for (line, activity) in lines.iter().zip(&person.plan) {
        if activity.status != Some(Status::Done) {
            continue;
        }
        let course = line.filled(&activity::COURSE).and_then(|entry| entry.value.text());
        if let Some(course) = course.filter(|course| !known.contains(&fold(course))) {
            known.push(fold(course));
            found.push(course.split_whitespace().collect::<Vec<_>>().join(" "));
        }
    }
    found
}

/// Whether the new text parses as a profile with exactly the intended values.
fn is_correct(person: &Profile, root: &Node, rolled: &RolledProfile, department: &Department) -> bool {
    let file =
        SourceFile::new(person.file.name.clone(), PathBuf::new(), FileKind::Profile, rolled.text.clone());
    let file = Arc::new(file);
    let Ok(new_root) = parse(&file) else { return false };
    let mut problems = Problems::default();
    let Some(new) = profile::read(&file, &new_root, department.shared(), &mut problems) else { return false };
    !problems.any_error()
        && is_expected(person, &new, &rolled.moved, department)
        && unchanged_entries(root).eq(unchanged_entries(&new_root))
        && comments(&person.file.text) == comments(&rolled.text)
}

/// Whether `new` has the values that `old` rolls over to.
fn is_expected(old: &Profile, new: &Profile, moved: &RolloverSummary, department: &Department) -> bool {
    // Destructured, so that the compiler reports a new field that is not compared.
    let Profile {
        file: _,
        name,
        school,
        position,
        leader,
        talk,
        agreed,
        date_places: _,
        roles,
        levels,
        not_relevant,
        last_year,
        last_plan,
        finished,
        finished_elsewhere,
        plan,
        follow_up,
        consent,
    } = new;
    let current = |levels: &Option<AreaLevels>| levels.as_ref().map(|levels| levels.current);
    let past = |activity: &Activity| {
        if continues(activity) {
            return None;
        }
        Some(PastActivity { goal: goal_text(activity, department)?, status: activity.status })
    };
    let (mut known, mut elsewhere) = (old.finished.clone(), old.finished_elsewhere.clone());
    for course in &moved.courses {
        match department.catalogue.course_named(course) {
            Some(index) => known.push(index),
            None => elsewhere.push(course.clone()),
        }
    }
    name.value == old.name.value
        && *school == old.school
        && *position == old.position
        && *leader == old.leader
        && *roles == old.roles
        && *levels == old.levels
        && *not_relevant == old.not_relevant
        && (talk, agreed, follow_up) == (&None, &None, &None)
        && last_year.iter().copied().eq(old.levels.iter().map(current))
        && last_plan.iter().eq(old.plan.iter().filter_map(past).collect::<Vec<_>>().iter())
        && *finished == known
        && *finished_elsewhere == elsewhere
        && plan.iter().map(values).eq(old.plan.iter().filter(|line| continues(line)).map(values))
        && *consent == Consent::default()
}

/// The values of a line without source positions.
fn values(line: &Activity) -> impl PartialEq + use<> {
    let what = match &line.what {
        What::Course(course) => format!("{course:?}"),
        What::Form(form, colleague) => format!("{form:?} {:?}", colleague.as_ref().map(|who| &who.value)),
        What::Text(text) => format!("{text:?}"),
        What::Open => String::new(),
    };
    let session = line.session.as_ref().map(|session| session.value);
    let who = (line.responsible.clone(), line.leader_does.clone(), line.stand_in.clone());
    let goal = (line.goal.clone(), line.success.clone());
    (goal, line.area, what, who, line.deadline, session, line.status, line.notes.clone())
}

/// The scalars of each entry that a rollover does not change.
fn unchanged_entries(root: &Node) -> impl Iterator<Item = Vec<&str>> {
    let changed = |entry: &&Entry| CHANGED_FIELDS.iter().any(|field| entry.is(field));
    root.entries().iter().filter(move |entry| !changed(entry)).map(|entry| {
        let mut texts = vec![entry.key.text().unwrap_or_default()];
        entry.value.scalars(&mut |_, text| texts.push(text));
        texts
    })
}

fn parse(file: &Arc<SourceFile>) -> Result<Node, UnsupportedLayout> {
    parse::parse(file, &mut Problems::default()).ok().flatten().ok_or(UnsupportedLayout)
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::sync::LazyLock;

    use super::*;
    use proptest::prelude::*;
    use proptest::sample::Index;

    /// The sample department, for its role model, schools and catalogue.
    static SAMPLE: LazyLock<Department> = LazyLock::new(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("profiles");
        let reading = crate::department::read(&folder, None, &mut Problems::default());
        reading.expect("the sample is readable").department.expect("the sample is valid")
    });

    fn person(text: &str) -> Profile {
        let (name, path) = ("a.yaml".to_owned(), PathBuf::new());
        let file = Arc::new(SourceFile::new(name, path, FileKind::Profile, text.to_owned()));
        let mut problems = Problems::default();
        let root = parse::parse(&file, &mut problems);
        let root = root.unwrap_or_else(|problem| panic!("{:?}\n{text}", problem.code));
        let person = profile::read(&file, &root.expect("not empty"), SAMPLE.shared(), &mut problems);
        let errors: Vec<_> = problems.iter().map(|problem| problem.code).collect();
        assert!(!problems.any_error(), "{errors:?}\n{text}");
        person.expect("a profile")
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let rolled = roll(&person(text), &SAMPLE).unwrap_or_else(|_| panic!("refused:\n{text}"));
        assert_eq!(rolled.text, expected, "\n{}", rolled.text);
    }

    #[test]
    fn a_typical_profile_keeps_its_layout() {
        check(
            "# Min profil
navn: Anne Ask   # kaldes Anna
skole: \"Engvadskolen\"
mus: 2. december 2026  # kl. 10
aftalt: 2026-12-02

profil:
  it: 3 til 4
  økonomi:
    nu: 2          # gættet
    ønsket: 4
    bemærkning: 'Ja: gerne'
  # omsorg: 2

gennemførte_kurser: [45948] # UCH
plan:
  # det vigtigste først
  - område: it     # alle programmer
    mål: >-
      Bruger regneark
      hver dag
    kursus: 40343
    status: gennemført
    noter:
      - dato: 2027-03-01
        note: Er halvvejs
  - kursus: 40094  # billigst
    # Mogens spørger
    frist: 2027-05-01
  - aktivitet: \"Læser: vejledningen\"
    ansvarlig: leder
  - ansvarlig: leder # hvem ellers?
opfølgning: 2027-06-15

samtykke:
  hæfte: ja        # sagt 2/12
  oplærer:
    - it           # kun regneark
",
            "# Min profil
navn: Anne Ask   # kaldes Anna
skole: \"Engvadskolen\"
# kl. 10

profil:
  it: 3 til 4
  økonomi:
    nu: 2          # gættet
    ønsket: 4
    bemærkning: 'Ja: gerne'
  # omsorg: 2

sidste_år:
  it: 3
  økonomi: 2

gennemførte_kurser: [45948, 40343] # UCH
sidste_års_plan:
  # det vigtigste først
  # alle programmer
  - mål: >-
      Bruger regneark
      hver dag
    status: gennemført
  - mål: Udarbejdelse af budgetkontrol  # billigst
    # Mogens spørger
  - mål: \"Læser: vejledningen\"
  # hvem ellers?

samtykke:
  hæfte: nej        # sagt 2/12
  oplærer: nej           # kun regneark
",
        );
    }

    #[test]
    fn last_year_is_removed_but_its_comments_stay() {
        check(
            "navn: Anne\r\nskole: Engvadskolen\r\nsidste_aar: # gammelt\r\n  it: 1\r\nsidste års plan:\r\n- mål: A # nåede vi\r\n\r\nprofil: {it: 2}\r\nplan:\r\n- {mål: B, frist: 1/2-2027, status: udskudt}\r\n- {form: selvstudie}\r\n- {område: it}",
            "navn: Anne\r\nskole: Engvadskolen\r\nsidste_aar:\r\n  it: 2\r\n# gammelt\r\n# nåede vi\r\n\r\nprofil: {it: 2}\r\nsidste års plan:\r\n- {mål: B, status: udskudt}\r\n- {maal: selvstudie}\r\n- {maal: \"It+\"}",
        );
    }

    #[test]
    fn activities_in_progress_continue_with_course_and_deadline() {
        check(
            "navn: Anne
skole: Engvadskolen
aftalt: 2026-12-02
profil: {it: 2}
plan:
- mål: Kommunom   # tredje år
  kursus: kommunom
  frist: 2028-06-30
  succeskriterium: Har bestået
  status: i gang
  noter: [{dato: 2027-03-01, note: Er halvvejs}]
- mål: 'Regneark: det svære'
  kursus: 40343
  frist: 2027-05-01
  status: gennemført
- kursus: 40094
  frist: 2027-08-20
  hold: 2027-03-02
  status: tilmeldt
",
            "navn: Anne
skole: Engvadskolen
profil: {it: 2}
sidste_år:
  it: 2
sidste_års_plan:
  - {mål: \"Regneark: det svære\", status: gennemført}
gennemførte_kurser: [40343]
plan:
- mål: Kommunom   # tredje år
  kursus: kommunom
  frist: 2028-06-30
  succeskriterium: Har bestået
  status: i gang
  noter: [{dato: 2027-03-01, note: Er halvvejs}]
- kursus: 40094
  frist: 2027-08-20
  hold: 2027-03-02
  status: tilmeldt
",
        );
    }

    #[test]
    fn a_flow_mapping_stays_a_flow_mapping() {
        check(
            "{\"navn\":\"Anne\",skole: Engvadskolen, mus: 2026-12-02, # snart\n profil: {it: 3 til 4}, \"plan\":[{kursus: 40343, status: gennemført}], samtykke: {hæfte: ja}}\n",
            "{\"navn\":\"Anne\",skole: Engvadskolen, # snart\n profil: {it: 3 til 4}, sidste_år: {it: 3}, gennemførte_kurser: [40343], \"sidste_års_plan\":[{mål: Projektstyring med IT-værktøj, status: gennemført}], samtykke: {hæfte: nej}}\n",
        );
    }

    #[test]
    fn keys_without_a_value_are_kept() {
        let text = "navn: Anne\nskole: Engvadskolen\nmus:\nprofil:\n  it:\nplan:\nsamtykke:\n  hæfte:\n";
        check(text, text);
    }

    #[test]
    fn unsupported_layouts_are_refused() {
        for text in [
            "navn: Anne\nskole: Engvadskolen\nprofil: {it: 2}\n? mus\n: 2026-12-02\n",
            "navn: Anne\nskole: Engvadskolen\nprofil:\n  ? it\n  : 2\nplan:\n- ? mål\n  : A\n  ? frist\n  : 2027-01-01\n",
        ] {
            assert!(roll(&person(text), &SAMPLE).is_err(), "{text}");
        }
    }

    /// One of several alternatives.
    fn one_of(choices: &'static [&'static str]) -> impl Strategy<Value = &'static str> {
        proptest::sample::select(choices)
    }

    /// The entries of a profile as lines, the first of which has the key.
    fn entry() -> impl Strategy<Value = Vec<Vec<String>>> {
        let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
        let or_none = |choices: &'static [&'static str]| one_of(choices).prop_map(lines);
        (
            or_none(&["", "mus: 2026-12-02", "\"mus\": \"2/12-2026\"", "mus:", "Mus:\n  2. december 2026"]),
            or_none(&["", "aftalt: 2026-12-02", "aftalt:   3/12-2026"]),
            or_none(&["", "roller: [front]", "roller:\n- front\n- hr", "leder: 'Poul: ja'"]),
            or_none(&[
                "profil:\n  it: 3 til 4\n  dansk: 2",
                "profil: {it: 3, \"dansk\": 2 til 3}",
                "PROFIL:\n    it:\n      nu: 1\n      bemærkning: >\n        Lang # tekst\n        endnu\n\n    \"dansk\":\n    økonomi: {nu: 2,\n      ønsket: 3}",
            ]),
            or_none(&["", "sidste_år: {it: 1}", "sidste aar:\n  it: 1\n  dansk: 2", "sidste_år:"]),
            or_none(&["", "sidste_års_plan:\n- mål: Gammelt\n  status: udskudt", "sidste_års_plan: []"]),
            or_none(&[
                "",
                "gennemførte_kurser: [45948]",
                "gennemførte_kurser:\n  - 45948\n  - 40343",
                "gennemfoerte_kurser: 45948, 40343",
                "gennemførte_kurser: '45948'",
                "gennemførte_kurser: [45948,\n  40382]",
                "gennemførte_kurser: []",
                "gennemførte_kurser:",
            ]),
            (one_of(&["plan:", "Plan:", "\"plan\":"]), proptest::collection::vec(plan_line(), 0..4))
                .prop_map(|(key, items)| {
                    let mut lines = vec![key.to_owned()];
                    lines.extend(items.into_iter().flatten());
                    lines
                }),
            or_none(&["", "opfølgning: 2027-06-15", "opfoelgning: 15/6-2027"]),
            or_none(&[
                "",
                "samtykke:\n  hæfte: ja\n  oplærer: [it, dansk]",
                "samtykke: {hæfte: \"ja\", oplærer: ja}",
                "samtykke:\n  oplærer:\n  - it\n  - dansk\n  hæfte: nej",
                "samtykke:\n  oplærer: it, dansk",
                "samtykke:",
            ]),
        )
            .prop_map(|(a, b, c, d, e, f, g, h, i, j)| vec![a, b, c, d, e, f, g, h, i, j])
    }

    fn plan_line() -> impl Strategy<Value = Vec<String>> {
        let fields: &'static [&'static str] = &[
            "mål: Kan det hele",
            "mål: \"Kan: det\"",
            "mål: |-\n      Kan # det\n      hele",
            "Mål:\n      Kan det",
            "område: it",
            "kursus: 40343",
            "kursus: \"40094\"",
            "aktivitet: 'Læser'",
            "form: erfa",
            "form: sidemandsoplæring",
            "hos: Bo Birk",
            "ansvarlig: leder",
            "frist: 2027-05-01",
            "status: gennemført",
            "\"status\": 'i gang'",
            "noter: [{dato: 1/3-2027, note: Halvvejs}]",
            "noter:\n    - dato: 2027-03-01\n      note: Halvvejs # næsten",
        ];
        (proptest::sample::subsequence(fields, 1..8), any::<bool>(), any::<Index>()).prop_map(
            |(fields, in_braces, turn)| {
                let mut seen: Vec<String> = Vec::new();
                let mut ways = 0;
                let mut kept: Vec<&str> = Vec::new();
                for field in fields {
                    let key = fold(field.split(':').next().unwrap_or_default().trim_matches('"'));
                    let is_way = ["kursus", "aktivitet", "form"].contains(&key.as_str());
                    ways += usize::from(is_way);
                    if seen.contains(&key) || is_way && ways > 1 || in_braces && field.contains('\n') {
                        continue;
                    }
                    seen.push(key);
                    kept.push(field);
                }
                if kept.is_empty() {
                    kept.push("mål: Kan det");
                }
                let by = turn.index(kept.len());
                kept.rotate_left(by);
                if in_braces {
                    return vec![format!("  - {{{}}}", kept.join(", "))];
                }
                let text = format!("  - {}", kept.join("\n    "));
                text.lines().map(str::to_owned).collect()
            },
        )
    }

    /// A profile with comments in odd places.
    fn profile_text() -> impl Strategy<Value = String> {
        let places = proptest::collection::vec((0..12_u8, 0..4_usize), 80);
        (entry().prop_shuffle(), places, any::<bool>(), any::<bool>()).prop_map(
            |(entries, places, crlf, last_line_end)| {
                let mut lines: Vec<Vec<String>> =
                    vec![vec!["navn: Anne Ask".into()], vec!["skole: Engvadskolen".into()]];
                lines
                    .extend(entries.into_iter().filter(|lines| lines.first().is_some_and(|l| !l.is_empty())));
                let mut written = Vec::new();
                let mut in_text = false;
                let mut quoted = false;
                for (n, line) in lines.into_iter().flatten().enumerate() {
                    let (what, indent) = places[n % places.len()];
                    // Inside a block scalar, a comment would be part of the text.
                    let deep = line.starts_with("      ") && !line.trim_start().starts_with(['n', 'ø', 'b']);
                    let was_in_text = in_text;
                    in_text = in_text && (deep || line.starts_with("        "));
                    let after_text = in_text;
                    // So it would below one, unless it is less indented.
                    let indent = if was_in_text { 0 } else { indent };
                    if ["|-", ">"].iter().any(|mark| line.ends_with(mark)) {
                        in_text = true;
                    }
                    quoted = !quoted && line.matches('"').count() % 2 == 1;
                    if after_text {
                        written.push(line);
                        continue;
                    }
                    match what {
                        0 => written.push(format!("{}# før {n}", " ".repeat(indent * 2))),
                        1 => written.push(String::new()),
                        _ => {}
                    }
                    let takes_comment = !in_text && !line.is_empty();
                    if takes_comment && matches!(what, 2 | 3) {
                        written.push(format!("{line}  # ved {n}"));
                    } else {
                        written.push(line);
                    }
                }
                let line_end = if crlf { "\r\n" } else { "\n" };
                let mut text = written.join(line_end);
                if last_line_end {
                    text.push_str(line_end);
                }
                text
            },
        )
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]
        #[test]
        fn any_profile_rolls_and_keeps_comments_and_other_fields(text in profile_text()) {
            let old = person(&text);
            let rolled = roll(&old, &SAMPLE);
            prop_assert!(rolled.is_ok(), "refused:\n{}", text);
            let rolled = rolled.expect("rolled");
            let new = person(&rolled.text);
            let comments = |text: &str| -> Vec<String> {
                text.split('#').skip(1).map(|c| c.split_whitespace().take(2).collect::<Vec<_>>().join(" ")).collect()
            };
                // Only the generated comments, independent of the parser's notion of one.
            let marked = |text: &str| comments(text).into_iter().filter(|c| c.starts_with("før") || c.starts_with("ved")).collect::<Vec<_>>();
            prop_assert_eq!(marked(&text), marked(&rolled.text), "{}\n=>\n{}", text, rolled.text);
            prop_assert_eq!(&new.levels, &old.levels);
            prop_assert_eq!(&new.roles, &old.roles);
            prop_assert_eq!(&new.leader, &old.leader);
            let current: Vec<_> = old.levels.iter().map(|l| l.as_ref().map(|l| l.current)).collect();
            prop_assert_eq!(&new.last_year, &current);
            let going_on = old.plan.iter().filter(|line| continues(line)).count();
            prop_assert_eq!(new.plan.len(), going_on);
            prop_assert!(new.agreed.is_none() && new.talk.is_none());
            prop_assert_eq!(&new.consent, &Consent::default());
            prop_assert_eq!(text.contains("\r\n"), rolled.text.contains("\r\n"));
            let mixed = rolled.text.replace("\r\n", "");
            prop_assert!(!text.contains("\r\n") || !mixed.contains('\n'), "{:?}", rolled.text);
        }
    }
}
