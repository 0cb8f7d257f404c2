//! Text round trip: what a field says can be copied out of the PDF.

use std::fs;

use proptest::prelude::*;
use spind::department::is_invisible;
use spind::document::printable;
use spind::run::{BuildRequest, build};

use crate::cases;
use crate::pdf;
use crate::program::{copy, project, request, templates};

/// `text` as a double-quoted YAML scalar.
fn quoted(text: &str) -> String {
    let escaped: String = text
        .chars()
        .map(|c| match c {
            '"' => "\\\"".to_owned(),
            '\\' => "\\\\".to_owned(),
            c if c.is_ascii_graphic() || c == ' ' || c.is_alphanumeric() => c.to_string(),
            c if u32::from(c) <= 0xFFFF => format!("\\u{:04X}", u32::from(c)),
            c => format!("\\U{:08X}", u32::from(c)),
        })
        .collect();
    format!("\"{escaped}\"")
}

/// `text` without white space and without hyphens, which a line break may have added.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\u{ad}' | '-' | '‐' | '\u{a0}')).collect()
}

/// Text of the kind that people and programs put into fields: words, signs that
/// mean something to Typst or YAML, and anything else that Unicode has.
fn field() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[A-Za-zÆØÅæøåäöéü]{1,14}",
        1 => r#"[#*$_<>@=\[\](){}`'"\\/~^|&%!?:;,.+-]{1,4}"#,
        1 => "\\PC{1,3}",
        1 => Just("#read(\"/etc/passwd\")".to_owned()),
        1 => "[A-Za-z]{40,80}",
    ];
    prop::collection::vec(piece, 1..6).prop_map(|pieces| pieces.join(" "))
}

/// What a person types.
struct Typed<'a> {
    name: &'a str,
    position: &'a str,
    remark: &'a str,
    goal: &'a str,
    activity: &'a str,
    stand_in: &'a str,
    note: &'a str,
}

/// Checks that each text can be copied out of the documents that show it.
fn check(typed: &Typed<'_>) -> Result<(), TestCaseError> {
    let Typed { name, position, remark, goal, activity, stand_in, note } = *typed;
    let typeface = templates().typeface();
    let folder = tempfile::tempdir().expect("a folder");
    let out = tempfile::tempdir().expect("a folder");
    copy(&project().join("tests/broken/base"), folder.path()).expect("the base can be copied");
    for other in ["nordskolen/bente.yaml", "sydskolen/carl.yaml"] {
        fs::remove_file(folder.path().join(other)).expect("the base has this file");
    }
    let profile = format!(
        "navn: {}\nskole: Nordskolen\nstilling: {}\nprofil:\n  økonomi:\n    nu: 2\n    ønsket: 3\n    \
         bemærkning: {}\nplan:\n  - mål: {}\n    aktivitet: {}\n    afløser: {}\n    noter: [{{dato: 2027-03-01, note: {}}}]\nsidste_års_plan:\n  - mål: {}\n",
        quoted(name),
        quoted(position),
        quoted(remark),
        quoted(goal),
        quoted(activity),
        quoted(stand_in),
        quoted(note),
        quoted(goal),
    );
    fs::write(folder.path().join("nordskolen/test.yaml"), profile).expect("written");
    let request = BuildRequest {
        preparations: true,
        follow_ups: true,
        ..request(folder.path(), out.path(), templates())
    };
    let outcome = build(&request, &|_, _| ()).expect("a folder");
    prop_assert!(!outcome.problems.any_error(), "{:?}", outcome.problems);
    let built = outcome.built.expect("a department");
    prop_assert!(built.failures.is_empty(), "{:?}", built.failures);
    for (document, fields) in [
        ("test.pdf", &[name, position, remark, goal, activity, stand_in][..]),
        ("test-forberedelse.pdf", &[name, position, remark, goal]),
        ("test-opfoelgning.pdf", &[name, goal, note]),
    ] {
        let bytes = fs::read(out.path().join("planer/nordskolen").join(document)).expect("a document");
        let text = bare(&pdf::text(&bytes).concat());
        for field in fields {
            let expected = bare(&printable(field, typeface));
            prop_assert!(text.contains(&expected), "{document}: {expected:?} is not in {text:?}");
        }
    }
    // Keeps what the last case used, such as the evaluated templates.
    comemo::evict(1);
    Ok(())
}

/// Letters that the font composes of a letter and marks, some of them at two heights.
#[test]
fn a_composed_letter_comes_out_once() {
    let typed = Typed {
        name: "Ǧamīl Ǩoskinen",
        position: "leder af Ǯiẕ̌a",
        remark: "aǠb og aḀ́b",
        goal: "aᾸb, ᾹᾸ ogᾸ",
        activity: "læser Ẍx̌X̌xÅ̌ og ḉḈ",
        stand_in: "Ȟ Ǿrsted",
        note: "aB̀̂̄b",
    };
    check(&typed).unwrap_or_else(|failure| panic!("{failure}"));
}

proptest! {
    #![proptest_config(cases::config(8))]

    #[test]
    fn any_text_in_any_field_comes_back_out_of_the_pdf(
        name in field(),
        position in field(),
        remark in field(),
        goal in field(),
        activity in field(),
        stand_in in field(),
        note in field(),
    ) {
        // Ten digits in a row are refused, as they may be a civil registration number.
        let typed = || [&name, &position, &remark, &goal, &activity, &stand_in, &note].into_iter();
        prop_assume!(typed().all(|text| text.chars().filter(char::is_ascii_digit).count() < 8));
        let seen = |text: &str| text.chars().any(|c| !is_invisible(c) && !c.is_whitespace());
        prop_assume!(typed().all(|text| seen(text)));
        // Signs alone are no stand-in, and neither is she herself.
        prop_assume!(stand_in.chars().any(char::is_alphanumeric) && stand_in != name);
        check(&Typed {
            name: &name,
            position: &position,
            remark: &remark,
            goal: &goal,
            activity: &activity,
            stand_in: &stand_in,
            note: &note,
        })?;
    }
}
