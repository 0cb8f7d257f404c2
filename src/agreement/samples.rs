//! Proptest strategies for agreements.

use jiff::civil::Date;
use proptest::prelude::*;
use strum::VariantArray;
use unicode_normalization::UnicodeNormalization;

use super::{AgreedArea, AgreedForm, AgreedLevels, AgreedLine, AgreedWhat, Agreement, Colleague};
use crate::department::key::DepartmentKey;
use crate::department::learning_form::LearningForm;
use crate::department::profile::{Priority, Responsible};

/// Texts that YAML parses as another type, or that are easily lost in a round trip.
const ODD: [&str; 40] = [
    "",
    " ",
    "ja",
    "nej",
    "yes",
    "true",
    "null",
    "~",
    "Null",
    "2026-12-02",
    "1",
    "0x1F",
    "1e3",
    "040094",
    "1_000",
    ".inf",
    "#x",
    "x #y",
    ": ",
    "a: b",
    "- a",
    "? a",
    "&a",
    "*a",
    "!a",
    "|",
    ">",
    "%a",
    "@a",
    "`a",
    "{}",
    "[]",
    "'",
    "\"",
    "\\",
    "---",
    "...",
    "\u{feff}a",
    "a\u{85}b",
    "\u{0}",
];

/// Any text in NFC, as in agreements.
pub(crate) fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[A-Za-zÆØÅæøå ]{1,20}",
        3 => prop::sample::select(ODD.to_vec()).prop_map(str::to_owned),
        1 => "[ \t\r\n\u{85}\u{a0}\u{2028}:#'\"\\\\-]{0,3}[a-zå\u{30a}😀李\u{202e}]{0,5}[ \t\r\n\u{85}\u{2029}:#'\"]{0,3}",
        1 => any::<String>(),
    ]
    .prop_map(|text: String| text.nfc().collect())
}

fn date() -> impl Strategy<Value = Date> {
    (2000..2100_i16, 1..=12_i8, 1..=28_i8).prop_map(|(year, month, day)| jiff::civil::date(year, month, day))
}

fn priority() -> impl Strategy<Value = Option<Priority>> {
    prop::option::of(prop::sample::select(vec![Priority::Need, Priority::Nice]))
}

fn levels() -> impl Strategy<Value = AgreedLevels> {
    (-9..9_i64, -9..9_i64, priority()).prop_map(|(current, wanted, priority)| AgreedLevels {
        current,
        wanted,
        priority,
    })
}

/// The key of the departments that have one.
pub(crate) fn key() -> DepartmentKey {
    DepartmentKey::of([7; 32])
}

fn what(key: Option<DepartmentKey>) -> impl Strategy<Value = AgreedWhat> {
    let form = prop::sample::select(LearningForm::VARIANTS.to_vec());
    let colleague = prop::option::of((text(), any::<bool>()).prop_map(move |(name, named)| {
        let colleague = Colleague::named(&name, key.as_ref());
        if named { colleague } else { Colleague { name: None, ..colleague } }
    }));
    prop_oneof![
        (text(), text()).prop_map(|(number, title)| AgreedWhat::Course { number, title }),
        (form, prop::option::of(text()), colleague)
            .prop_map(|(form, name, colleague)| AgreedWhat::Form(AgreedForm { form, name, colleague })),
        text().prop_map(AgreedWhat::Text),
        Just(AgreedWhat::Open),
    ]
}

fn line(areas: Vec<String>, key: Option<DepartmentKey>) -> impl Strategy<Value = AgreedLine> {
    let responsible = prop::sample::select(vec!["leder", "medarbejder", "skoleafdelingen"]);
    let responsible = prop_oneof![responsible.prop_map(str::to_owned), text()];
    let seldom = || prop::option::weighted(0.3, text());
    (
        prop::option::of(text()),
        seldom(),
        prop::option::of(prop::sample::select(areas)),
        what(key),
        prop::option::of(responsible.prop_map(Responsible::from_canonical)),
        seldom(),
        prop::option::of(date()),
    )
        .prop_map(|(goal, success, area, what, responsible, leader_does, deadline)| AgreedLine {
            goal,
            success,
            area,
            what,
            responsible,
            leader_does,
            deadline,
        })
}

/// Any agreement that a profile could make.
pub(crate) fn agreement() -> impl Strategy<Value = Agreement> {
    let areas = prop::collection::vec((text(), text(), prop::option::weighted(0.8, levels())), 1..6);
    (areas, any::<bool>())
        .prop_flat_map(|(areas, keyed)| {
            let key = keyed.then(key);
            // Keys are unique in a role model.
            let areas: Vec<AgreedArea> = areas
                .into_iter()
                .enumerate()
                .map(|(i, (key, name, levels))| AgreedArea { key: format!("{key}{i}"), name, levels })
                .collect();
            let keys: Vec<String> = areas.iter().map(|area| area.key.clone()).collect();
            let head = (text(), text(), prop::option::of(text()), text(), prop::option::of(text()));
            let scale = prop::collection::vec(text(), 2..7);
            let tag = key.as_ref().map(DepartmentKey::department_tag);
            let lines = prop::collection::vec(line(keys, key), 0..5);
            (Just((areas, tag)), head, scale, lines, prop::option::of(date()))
        })
        .prop_map(
            |(
                (mut areas, department),
                (name, school, leader, role_model, version),
                scale,
                lines,
                follow_up,
            )| {
                let named = |key: &String| lines.iter().any(|line| line.area.as_ref() == Some(key));
                areas.retain(|area| area.levels.is_some() || named(&area.key));
                let scale = scale.into_iter().zip(0..).map(|(name, number)| (number, name)).collect();
                Agreement {
                    department,
                    name,
                    school,
                    leader,
                    role_model,
                    version,
                    scale,
                    areas,
                    lines,
                    follow_up,
                }
            },
        )
}
