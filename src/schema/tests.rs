//! The schemas against the reader: no key forgotten, nothing refused that is read.

use std::path::Path;
use std::str::FromStr;

use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::department::level_text::{self, LevelText};
use crate::department::scale::Scale;
use crate::department::values::{Amount, Colour, Count, Day, LanguageTag, LevelChange, LevelNumber, YesNo};
use crate::language::Tag;
use crate::problem::Problems;
use crate::source::spelling::BETWEEN_LEVELS;

fn sample() -> Department {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("profiles");
    let reading =
        crate::department::read(&folder, None, &mut Problems::default()).expect("the sample is there");
    reading.department.expect("the sample is sound")
}

fn of(kind: SchemaKind) -> Value {
    schema(kind, Some(&sample()), &Language::new(Tag::Da)).expect("a schema")
}

fn validator(schema: &Value) -> Validator {
    jsonschema::draft7::new(schema).expect("a schema of draft 7")
}

#[test]
fn no_schema_names_a_person_and_every_key_is_explained() {
    let department = sample();
    let leaders = department.settings.schools.iter().filter_map(|school| school.leader.as_deref());
    let people = department.people.iter().map(|person| person.name.value.as_str());
    let names: Vec<&str> = people.chain(leaders).collect();
    for &tag in Tag::VARIANTS {
        let language = Language::new(tag);
        for &kind in SchemaKind::VARIANTS {
            let schema = schema(kind, Some(&department), &language).expect("a schema");
            let text = schema.to_string();
            for name in &names {
                assert!(!text.contains(name), "{kind:?}: {name}");
            }
            assert!(!text.contains("schema-not") && schema["title"].is_string(), "{kind:?} {tag:?}");
            let definitions = schema["definitions"].as_object().expect("definitions");
            for (name, definition) in definitions.iter().filter(|(name, _)| name.starts_with("schema-")) {
                let title = definition["title"].as_str().unwrap_or_default();
                assert!(!title.is_empty() && title != name, "{tag:?} {name}");
            }
        }
    }
}

#[test]
fn a_schema_without_a_department_is_made_where_that_is_enough() {
    let language = Language::new(Tag::Da);
    for (kind, some) in [
        (SchemaKind::Settings, true),
        (SchemaKind::RoleModel, true),
        (SchemaKind::Profile, false),
        (SchemaKind::Catalogue, false),
    ] {
        assert_eq!(schema(kind, None, &language).is_some(), some, "{kind:?}");
    }
}

#[test]
fn another_file_is_not_replaced() -> std::io::Result<()> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join(FOLDER).join("profil.schema.json");
    let ours = to_bytes(&of(SchemaKind::Settings));
    write(&path, &ours).expect("nothing is there");
    write(&path, &to_bytes(&of(SchemaKind::Profile))).expect("an earlier one is there");
    std::fs::write(&path, "{\"title\": \"mine\"}")?;
    assert!(matches!(write(&path, &ours), Err(OutputError::Foreign)));
    assert_eq!(std::fs::read_to_string(&path)?, "{\"title\": \"mine\"}");
    Ok(())
}

/// What the schema of the sample says of one value.
struct Form {
    validator: Validator,
}

impl Form {
    fn new(kind: SchemaKind, definition: &str) -> Self {
        let mut schema = of(kind);
        let whole = schema["definitions"].take();
        let schema = json!({"$ref": format!("#/definitions/{definition}"), "definitions": whole});
        Self { validator: validator(&schema) }
    }

    fn takes(&self, value: impl Into<Value>) -> bool {
        self.validator.is_valid(&value.into())
    }
}

#[test]
fn values_are_checked_as_they_are_read() {
    let day = Form::new(SchemaKind::Profile, "schema-talk");
    for good in
        ["2026-12-02", "2/12-2026", "02-12-2026", "2. dec. 2026", "onsdag den 2. december 2026 kl. 10"]
    {
        assert!(day.takes(good), "{good}");
    }
    for bad in ["snart", "2/12-26", "2026-13-02", "32/12-2026", "2. dexember 2026"] {
        assert!(!day.takes(bad), "{bad}");
    }
    let price = Form::new(SchemaKind::Catalogue, "schema-course-price");
    assert!(price.takes("1.500 kr.") && price.takes("1 500,-") && price.takes(1.5) && price.takes(1500));
    assert!(!price.takes("1,500") && !price.takes("mange") && !price.takes(-3));
    let seats = Form::new(SchemaKind::Catalogue, "schema-session-seats");
    assert!(seats.takes("16,0") && seats.takes(16) && !seats.takes("16,5"));
    let area = Form::new(SchemaKind::Profile, "area-1");
    for good in [json!("3 til 4"), json!(4), json!("4→2"), json!({"Nu": 2, "oensket": "3"}), json!(null)] {
        assert!(area.takes(good.clone()), "{good}");
    }
    for bad in [json!("3 til 9"), json!(6), json!("3-4"), json!({"ønsket": 3}), json!({"nu": 2, "mål": 3})]
    {
        assert!(!area.takes(bad.clone()), "{bad}");
    }
    let booklet = Form::new(SchemaKind::Profile, "schema-consent-booklet");
    assert!(booklet.takes("Ja") && booklet.takes(true) && booklet.takes("nei") && !booklet.takes("måske"));
    let teaches = Form::new(SchemaKind::Profile, "schema-consent-teaches");
    assert!(teaches.takes("it, oekonomi") && teaches.takes(json!(["it"])) && teaches.takes("nej"));
    assert!(!teaches.takes(json!(["it", "fodbold"])));
    let school = Form::new(SchemaKind::Profile, "schema-person-school");
    assert!(school.takes("hedekaer-SKOLE") && !school.takes("Hedekær"));
}

/// Whether `raw` is read as one level or two, or as none, and not refused.
fn is_a_level_text(raw: &str, scale: &Scale) -> bool {
    match level_text::read(raw, scale) {
        LevelText::NotKnown | LevelText::NotRelevant => true,
        LevelText::Levels(plain) => {
            let is_on = |level: LevelNumber| scale.levels.iter().any(|other| other.number == level.0);
            plain.parse::<LevelChange>().is_ok_and(|change| is_on(change.current) && is_on(change.wanted))
        }
        LevelText::Ambiguous(..) | LevelText::Other => false,
    }
}

#[test]
fn words_around_levels_pass_in_every_language() {
    let scale = sample().role_model.scale;
    let area = Form::new(SchemaKind::Profile, "area-1");
    let words =
        |key: &str| Tag::VARIANTS.iter().map(|tag| Language::new(*tag).say(key, &[])).collect::<Vec<_>>();
    let keys = crate::fields::level::NUMBER.spellings().map(str::to_owned);
    let steps: Vec<String> = keys.chain(words("spelled-level-step")).collect();
    let froms = words("spelled-level-from");
    let mut texts: Vec<String> =
        ["”1 til 3”", "1 > 3", "1_til_3", "- 3", "”niveau 3.”"].map(str::to_owned).into();
    for between in BETWEEN_LEVELS {
        texts.extend(steps.iter().map(|step| format!("{step} 1 {between} {} 3", step.to_uppercase())));
        texts.extend(froms.iter().map(|from| format!("{from} 1 {between} 3 (kan selv)")));
    }
    texts.extend(steps.iter().map(|step| format!("{step} 3")));
    for text in texts {
        assert!(is_a_level_text(&text, &scale), "{text}");
        assert!(area.takes(text.as_str()), "{text}");
    }
}

#[test]
fn every_locale_passes_as_a_language() {
    let form = Form::new(SchemaKind::Settings, "schema-language");
    for (name, tag) in Tag::LOCALES {
        for text in [name.to_owned(), name.to_uppercase(), format!("{name}-XX"), format!("{name}_XX.UTF-8")] {
            assert_eq!(Tag::from_locale(&text), Some(tag), "{text}");
            assert!(form.takes(text.as_str()), "{text}");
        }
    }
    assert!(!form.takes("danish") && !form.takes("de"));
}

/// Texts that look like levels, right and wrong ones.
fn like_a_level() -> impl Strategy<Value = String> {
    let parts = [
        "fra ",
        "från",
        "From",
        "Nivå ",
        "trinn",
        "steg",
        "STEP ",
        "level",
        "niveau",
        "til",
        " till ",
        "To",
        "->",
        ">",
        "→",
        " ",
        "_",
        "-",
        ".",
        "\u{a0}",
        "0",
        "1",
        "3",
        "+3",
        "03",
        "5",
        "kan selv",
        "Kan-Selv",
        "kender til det",
        "(",
        ")",
        "=",
        "”",
        "»",
        "?",
        "ved ikke",
        "inte relevant",
        "!",
    ];
    let parts = prop::sample::select(parts.to_vec());
    prop::collection::vec(parts, 1..8).prop_map(|parts| parts.concat().trim().to_owned())
}

/// Texts that look like values, right and wrong ones.
fn like_a_value() -> impl Strategy<Value = String> {
    let parts = prop::sample::select(vec![
        "2",
        "02",
        "12",
        "31",
        "2026",
        "1900",
        "dec",
        "december",
        "MAJ",
        "onsdag den ",
        " kl. 10",
        ".",
        "-",
        "/",
        ",",
        " ",
        "\u{a0}",
        "1",
        "500",
        "000",
        "kr",
        "Kr.",
        ",-",
        "+",
        "3",
        "til",
        "TILL",
        "to",
        "->",
        "→",
        "ja",
        "NEJ",
        "Nei",
        "true",
        "#",
        "00",
        "ff",
        "aB",
        "+f",
        "da",
        "sv-SE",
        "NN",
        "_",
        "0",
        "-1",
        "5",
    ]);
    prop::collection::vec(parts, 1..8).prop_map(|parts| parts.concat().trim().to_owned())
}

proptest! {
    #[test]
    fn what_the_reader_takes_for_a_level_passes(raw in like_a_level()) {
        thread_local! {
            static AREA: (Form, Scale) =
                (Form::new(SchemaKind::Profile, "area-1"), sample().role_model.scale);
        }
        AREA.with(|(area, scale)| {
            prop_assert!(!is_a_level_text(&raw, scale) || area.takes(raw.as_str()), "{raw:?}");
            Ok(())
        })?;
    }

    #[test]
    fn what_the_reader_takes_passes(raw in prop_oneof![like_a_value(), "\\PC{0,12}"]) {
        thread_local! {
            static FORMS: [Form; 8] = [
                Form::new(SchemaKind::Profile, "schema-talk"),
                Form::new(SchemaKind::Catalogue, "schema-course-price"),
                Form::new(SchemaKind::Catalogue, "schema-session-seats"),
                Form::new(SchemaKind::Profile, "schema-consent-booklet"),
                Form::new(SchemaKind::Settings, "schema-colour"),
                Form::new(SchemaKind::Settings, "schema-language"),
                Form::new(SchemaKind::RoleModel, "schema-level-number"),
                Form::new(SchemaKind::Profile, "area-1"),
            ];
        }
        let on_the_scale = |change: LevelChange| {
            [change.current, change.wanted].iter().all(|level| (0..=5).contains(&level.0))
        };
        let read = [
            Day::from_str(&raw).is_ok(),
            Amount::from_str(&raw).is_ok(),
            Count::from_str(&raw).is_ok(),
            YesNo::from_str(&raw).is_ok(),
            Colour::from_str(&raw).is_ok(),
            LanguageTag::from_str(&raw).is_ok(),
            LevelNumber::from_str(&raw).is_ok(),
            LevelChange::from_str(&raw).is_ok_and(on_the_scale),
        ];
        FORMS.with(|forms| {
            for (form, read) in forms.iter().zip(read) {
                prop_assert!(!read || form.takes(raw.as_str()), "{raw:?}");
            }
            Ok(())
        })?;
    }
}
