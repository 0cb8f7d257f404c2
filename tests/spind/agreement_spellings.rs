//! One agreement typed in many ways: the code is the same.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use proptest::prelude::*;
use spind::agreement::{Agreement, Fingerprint};
use spind::department;
use spind::problem::Problems;

use crate::cases;
use crate::program::{copy, project};

/// One way of typing a profile.
#[derive(Clone, Debug)]
struct Typing {
    /// For each choice of a key's, a value's or a form's spelling, its number.
    choices: Vec<usize>,
    /// The order of the blocks.
    order: Vec<usize>,
    /// The order of the areas.
    areas: Vec<usize>,
}

/// The choices in turn.
struct Choices<'a>(std::iter::Cycle<std::slice::Iter<'a, usize>>);

impl Choices<'_> {
    fn of<'t>(&mut self, ways: &[&'t str]) -> &'t str {
        ways[self.0.next().expect("a cycle") % ways.len()]
    }

    /// A text, quoted in one way or another.
    fn text(&mut self, text: &str) -> String {
        match self.0.next().expect("a cycle") % 3 {
            0 => text.to_owned(),
            1 => format!("\"{text}\""),
            _ => format!("'{text}'"),
        }
    }

    /// What may follow a value.
    fn tail(&mut self) -> &'static str {
        self.of(&["", "", "   ", " # en bemærkning", "\n\n", "\n# navn: Bo\n"])
    }
}

impl Typing {
    fn profile(&self, goal: &str) -> String {
        let mut choose = Choices(self.choices.iter().cycle());
        let tail = |choose: &mut Choices<'_>| choose.tail().to_owned();
        let areas = [
            ("selvledelse", choose.of(&["4", "4 til 4", "{nu: 4, ønsket: 4}", "4→4"]).to_owned()),
            ("dansk", choose.of(&["3 til 4", "3 -> 4", "{oensket: 4, nu: 3}", "\"3 til 4\""]).to_owned()),
            (
                choose.of(&["økonomi", "oekonomi", "Økonomi", "\"økonomi\""]),
                choose
                    .of(&[
                        "\n    nu: 1\n    ønsket: 3\n    vigtighed: nødvendig",
                        "\n        vigtighed: noedvendig\n        Nu: '1'\n        oensket: 3",
                        "{vigtighed: Nødvendig, ønsket: 3, nu: 1, bemærkning: Til august}",
                        "\n    nu: 1 # nu\n\n    # ønsket\n    ønsket:   3\n    vigtighed: nødvendig",
                    ])
                    .to_owned(),
            ),
        ];
        let areas: Vec<String> =
            self.areas.iter().map(|&i| format!("  {}: {}\n", areas[i].0, areas[i].1)).collect();
        let plan = [
            format!(
                "  - {}: {}\n    {}: {}\n    kursus: {}{}\n    ansvarlig: {}\n    frist: {}\n",
                choose.of(&["mål", "maal", "Mål"]),
                choose.text(goal),
                choose.of(&["område", "omraade"]),
                choose.of(&["økonomi", "oekonomi", "'økonomi'"]),
                choose.of(&["40094", "\"40094\"", "'40094'"]),
                tail(&mut choose),
                choose.of(&["leder", "Leder", "\"leder\""]),
                choose.of(&["2027-05-01", "1/5-2027", "01-05-2027", "1. maj 2027", "'1/5-2027'"]),
            ),
            format!(
                "  - {{form: {}, hos: {}, {}: ja}}\n",
                choose.of(&["sidemandsoplæring", "sidemandsoplaering", "Sidemandsoplæring"]),
                choose.text("Bo Dam"),
                choose.of(&["mål", "maal"]),
            ),
        ];
        let plan: Vec<&str> = if choose.of(&["", "-"]).is_empty() {
            plan.iter().map(String::as_str).collect()
        } else {
            plan.iter().rev().map(String::as_str).collect()
        };
        let blocks = [
            format!(
                "{}: {}{}\n",
                choose.of(&["navn", "Navn", "\"navn\""]),
                choose.text("Åse Vest"),
                tail(&mut choose)
            ),
            format!(
                "skole: {}{}\n",
                choose.of(&["Nordskolen", "nordskolen", "\"Nordskolen\""]),
                tail(&mut choose)
            ),
            format!("aftalt: {}\n", choose.of(&["2026-12-03", "5/12-2026"])),
            format!("{}:\n{}", choose.of(&["profil", "Profil"]), areas.concat()),
            format!("plan:\n{}", plan.concat()),
            format!(
                "{}: {}\n",
                choose.of(&["opfølgning", "opfoelgning"]),
                choose.of(&["2027-06-15", "15. juni 2027"])
            ),
            choose
                .of(&["", "stilling: Sekretær\n", "samtykke: {hæfte: ja}\n", "sidste år: {dansk: 1}\n"])
                .to_owned(),
        ];
        let text: String = self.order.iter().map(|&i| blocks[i].as_str()).collect();
        match choose.of(&["", "bom", "crlf"]) {
            "bom" => format!("\u{feff}{text}"),
            "crlf" => text.replace('\n', "\r\n"),
            _ => text,
        }
    }
}

fn typing() -> impl Strategy<Value = Typing> {
    let order = Just((0..7).collect::<Vec<usize>>()).prop_shuffle();
    let areas = Just((0..3).collect::<Vec<usize>>()).prop_shuffle();
    (prop::collection::vec(0..60_usize, 40), order, areas).prop_map(|(choices, order, areas)| Typing {
        choices,
        order,
        areas,
    })
}

/// The fingerprint of the profile's agreement, or its problems.
fn fingerprint(folder: &Path, profile: &str) -> Result<Fingerprint, String> {
    fs::write(folder.join("nordskolen/anna.yaml"), profile).expect("a file can be written");
    let mut problems = Problems::default();
    let reading = department::read(folder, None, &mut problems).expect("a folder can be read");
    let department = reading.department.expect("a department");
    let person = department.people.iter().find(|person| person.file.name == "nordskolen/anna.yaml");
    let person = person.ok_or_else(|| format!("{:#?}", problems.iter().collect::<Vec<_>>()))?;
    Ok(Agreement::of(person, &department).fingerprint())
}

/// The fingerprint of the plainest way of typing.
static PLAIN: LazyLock<Fingerprint> = LazyLock::new(|| {
    let plain = Typing { choices: vec![0], order: (0..7).collect(), areas: (0..3).collect() };
    fingerprint(base().path(), &plain.profile("Kende budgettet")).expect("a sound profile")
});

fn base() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    copy(&project().join("tests/broken/base"), folder.path()).expect("the base can be copied");
    folder
}

proptest! {
    #![proptest_config(cases::config(100))]

    #[test]
    fn order_comments_quoting_and_spelling_never_change_the_code(typing in typing()) {
        let folder = base();
        let profile = typing.profile("Kende budgettet");
        let found = fingerprint(folder.path(), &profile);
        prop_assert_eq!(found, Ok(*PLAIN), "{}", profile);
        // Another goal is another code, however it is typed.
        let other = typing.profile("Kende budgetterne");
        let found = fingerprint(folder.path(), &other);
        prop_assert!(found.as_ref().is_ok_and(|found| *found != *PLAIN), "{found:?}: {other}");
    }
}

#[test]
fn the_same_word_in_two_forms_of_unicode_is_one() {
    let folder = base();
    let profile = |name: &str, goal: &str| {
        format!(
            "navn: {name}\nskole: Nordskolen\nprofil: {{dansk: 3, it: 2}}\nplan:\n  - {{mål: {goal}, aktivitet: Læse}}\n"
        )
    };
    let composed = fingerprint(folder.path(), &profile("Åse Vest", "På rådhuset"));
    let decomposed = fingerprint(folder.path(), &profile("A\u{30a}se Vest", "Pa\u{30a} ra\u{30a}dhuset"));
    assert!(composed.is_ok(), "{composed:?}");
    assert_eq!(composed, decomposed);
    assert_ne!(composed, fingerprint(folder.path(), &profile("Ase Vest", "På rådhuset")));
}
