//! Plans that were changed after the build: none passes as genuine.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use flate2::Compression;
use flate2::write::ZlibEncoder;
use memchr::memmem;
use serde_json::{Value, json};

use spind::agreement::Agreement;
use spind::document::Templates;
use spind::document::attachments::{AttachmentError, Attachments, PlanMismatch, extract};
use spind::typeface::Typeface;

use crate::cases;
use crate::fixture::{ANNA, Fixture, PROFILE, RECORD, all_said, stdout};
use crate::full_builds::FullBuild;
use crate::program::{TODAY, build_plans};

/// The longest that a refusal may take on a slow and busy machine.
const PATIENCE: Duration = Duration::from_secs(10);

/// The bytes before an attachment's description, by its kind.
const YAML: &str = "/Type/EmbeddedFile/Filter/FlateDecode/Subtype/application#2Fyaml/Params<<";
const JSON: &str = "/Type/EmbeddedFile/Filter/FlateDecode/Subtype/application#2Fjson/Params<<";

/// The range of the compressed bytes of the attachment of this kind.
fn packed(pdf: &[u8], mark: &str) -> std::ops::Range<usize> {
    let at = memmem::find(pdf, mark.as_bytes()).expect("a plan has the attachment");
    let begin = at + memmem::find(&pdf[at..], b"stream\n").expect("a stream") + "stream\n".len();
    let end = begin + memmem::find(&pdf[begin..], b"\nendstream").expect("an end");
    begin..end
}

fn pack(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).expect("memory takes all");
    encoder.finish().expect("memory takes all")
}

/// `pdf` with another attachment of this kind.
fn with_attachment(pdf: &[u8], mark: &str, bytes: &[u8]) -> Vec<u8> {
    let range = packed(pdf, mark);
    [&pdf[..range.start], &pack(bytes), &pdf[range.end..]].concat()
}

/// `pdf` with its view's data changed.
fn with_data(pdf: &[u8], change: impl FnOnce(&mut Value)) -> Vec<u8> {
    let carried = extract(pdf).expect("a plan carries its data");
    let mut data: Value = serde_json::from_slice(&carried.data).expect("data is JSON");
    let before = data.clone();
    change(&mut data);
    assert_ne!(data, before, "the test changes something");
    with_attachment(pdf, JSON, &serde_json::to_vec(&data).expect("data is JSON"))
}

/// The answer of `spind verify` to these bytes: exit code and words.
fn verdict(fixture: &Fixture, pdf: &[u8]) -> io::Result<(Option<i32>, String)> {
    let path = fixture.document("tampered.pdf");
    fs::write(&path, pdf)?;
    let begun = Instant::now();
    let output = fixture.verify(&path);
    assert!(begun.elapsed() < PATIENCE, "{:?}", begun.elapsed());
    Ok((output.status.code(), all_said(&output)))
}

fn is_refused(fixture: &Fixture, pdf: &[u8], code: i32, sentence: &str) -> io::Result<()> {
    let (exit, said) = verdict(fixture, pdf)?;
    assert_eq!(exit, Some(code), "{said}");
    assert!(said.contains(sentence), "{sentence}: {said}");
    assert!(!said.contains("Gælder nu"), "{said}");
    assert!(!said.contains("panicked"), "{said}");
    Ok(())
}

const ALTERED: &str = "er ikke udstedt herfra, eller den er ændret";
const NOTHING: &str = "har ingen aftale med sig";

/// A department, and the bytes of Anna's signed plan.
fn signed() -> io::Result<(Fixture, Vec<u8>)> {
    static SIGNED: OnceLock<(String, Vec<u8>)> = OnceLock::new();
    let (record, pdf) = SIGNED.get_or_init(|| record_and_plan().expect("a folder"));
    let fixture = Fixture::with_anna()?;
    fixture.write(RECORD, record)?;
    Ok((fixture, pdf.clone()))
}

/// The record of Anna's signatures and her plan, which holds as long as it is untouched.
fn record_and_plan() -> io::Result<(String, Vec<u8>)> {
    let fixture = Fixture::with_anna()?;
    fixture.sign_with_printed_code("medarbejder", "2025-12-04")?;
    fixture.sign_with_printed_code("leder", "2025-12-04")?;
    let pdf = fs::read(fixture.plan())?;
    let (exit, said) = verdict(&fixture, &pdf)?;
    assert_eq!(exit, Some(0), "untouched, it holds: {said}");
    Ok((fixture.read(RECORD)?, pdf))
}

#[test]
fn an_incremental_update_is_seen() -> io::Result<()> {
    let (fixture, pdf) = signed()?;
    let text = String::from_utf8_lossy(&pdf);
    let startxref: String =
        text.rsplit("startxref\n").next().expect("an end").chars().take_while(char::is_ascii_digit).collect();
    // A new revision that puts another content stream on a page, and one that lays a note over it.
    for object in [
        "4 0 obj\n<</Length 44>>\nstream\nBT /F1 24 Tf 100 700 Td (Niveau 5) Tj ET      \nendstream\nendobj\n",
        "9999 0 obj\n<</Type/Annot/Subtype/FreeText/Rect[100 700 300 720]/Contents(Niveau 5)>>\nendobj\n",
        "% only a remark\n",
    ] {
        let at = pdf.len();
        let update = format!(
            "{object}xref\n4 1\n{at:010} 00000 n \ntrailer\n<</Size 10000/Prev {startxref}/Root 1 0 R>>\n\
             startxref\n{}\n%%EOF\n",
            at + object.len()
        );
        is_refused(&fixture, &[&pdf[..], update.as_bytes()].concat(), 1, ALTERED)?;
    }
    for tail in [&b"\n"[..], b" ", b"%%EOF\n"] {
        is_refused(&fixture, &[&pdf[..], tail].concat(), 1, ALTERED)?;
    }
    Ok(())
}

#[test]
fn a_change_of_any_byte_is_seen() -> io::Result<()> {
    let (_, pdf) = signed()?;
    let templates = Templates::embedded(&Typeface::embedded());
    let check = |pdf: &[u8]| extract(pdf).ok().and_then(|carried| carried.check(pdf, &templates).ok());
    assert!(check(&pdf).is_some());
    for at in (0..pdf.len()).step_by(pdf.len() / 40) {
        for change in [0x01, 0x20] {
            let mut changed = pdf.clone();
            changed[at] ^= change;
            assert!(check(&changed).is_none(), "byte {at}");
        }
    }
    Ok(())
}

#[test]
fn a_changed_page_is_seen() -> io::Result<()> {
    let (fixture, pdf) = signed()?;
    // Every stream that is no attachment, replaced by one of the same length.
    let attachments = [packed(&pdf, YAML), packed(&pdf, JSON)];
    let mut from = 0;
    let mut changed = 0;
    while let Some(found) = memmem::find(&pdf[from..], b"stream\n") {
        let begin = from + found + "stream\n".len();
        let Some(length) = memmem::find(&pdf[begin..], b"\nendstream") else { break };
        from = begin + length + "\nendstream\n".len();
        if attachments.iter().any(|range| range.start == begin) || length < 10 {
            continue;
        }
        let mut other = pdf.clone();
        other[begin + length / 2] ^= 0x10;
        if changed < 3 {
            is_refused(&fixture, &other, 1, ALTERED)?;
        }
        changed += 1;
    }
    assert!(changed >= 3, "{changed}");
    Ok(())
}

#[test]
fn attachments_of_another_plan_are_seen() -> io::Result<()> {
    let (fixture, pdf) = signed()?;
    let out = tempfile::tempdir()?;
    build_plans(fixture.folder(), out.path(), &["bente"], TODAY);
    let bente = fs::read(out.path().join("planer/nordskolen/bente.pdf"))?;
    let other = extract(&bente).expect("a plan carries its data");
    let own = extract(&pdf).expect("a plan carries its data");
    let agreement = with_attachment(&pdf, YAML, other.agreement.as_bytes());
    let data = with_attachment(&pdf, JSON, &other.data);
    let both = with_attachment(&agreement, JSON, &other.data);
    for swapped in [agreement, data, both] {
        is_refused(&fixture, &swapped, 1, ALTERED)?;
    }
    // Packed in another way, the same data is still not the same bytes.
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::none());
    encoder.write_all(&own.data)?;
    let range = packed(&pdf, JSON);
    let repacked = [&pdf[..range.start], &encoder.finish()?, &pdf[range.end..]].concat();
    is_refused(&fixture, &repacked, 1, ALTERED)
}

#[test]
fn a_plan_made_by_the_program_itself_from_forged_files_is_not_issued_here() -> io::Result<()> {
    let (fixture, _) = signed()?;
    // Pages, data and agreement of this one belong together; the folder does not know it.
    let forger = Fixture::with(&[(PROFILE, &ANNA.replace("ønsket: 3", "ønsket: 5"))])?;
    let forged = fs::read(forger.plan())?;
    is_refused(&fixture, &forged, 1, "Ikke udstedt herfra, eller ændret siden")
}

/// Whether the PDF that the program itself makes of changed data passes as genuine: a
/// forger has the program too, so the pages show what the data says.
fn forged(pdf: &[u8], change: impl FnOnce(&mut Value), templates: &Templates) -> Result<(), PlanMismatch> {
    let changed = with_data(pdf, change);
    let carried = extract(&changed).expect("the attachments are sound");
    // If the program makes no PDF of it, the forger has only the old pages.
    let forged = carried.typeset(templates).unwrap_or(changed);
    carried.check(&forged, templates).map(drop)
}

#[test]
fn data_that_says_another_thing_than_the_agreement_is_refused_even_if_the_pages_show_it() -> io::Result<()> {
    let fixture = Fixture::with_anna()?;
    fixture.edit(
        PROFILE,
        "profil:",
        "sidste_år: {dansk: 2}\nsidste_års_plan:\n  - {mål: A, status: udskudt}\nprofil:",
    )?;
    fixture.edit(PROFILE, "    frist: 2026-03-01", "    frist: 2026-03-01\n    afløser: Bo")?;
    // A lift that the plan leaves open, for which courses are suggested.
    fixture.edit(PROFILE, "  dansk: 3", "  dansk: 3 til 4")?;
    fixture.write("nordskolen/anna.leder.yaml", "vurdering: {dansk: 1}\n")?;
    fixture.sign("leder", "2025-12-04")?;
    let pdf = fs::read(fixture.plan())?;
    let set = |path: &'static str, value: Value| {
        move |data: &mut Value| match data.pointer_mut(path) {
            Some(place) => *place = value,
            None => panic!("there is no {path}"),
        }
    };
    let add = |path: &'static str, value: Value| {
        move |data: &mut Value| match data.pointer_mut(path).and_then(Value::as_array_mut) {
            Some(list) => list.push(value),
            None => panic!("there is no list {path}"),
        }
    };
    let templates = Templates::embedded(&Typeface::embedded());
    type Change = Box<dyn FnOnce(&mut Value)>;
    let changes: Vec<(&str, Change)> = vec![
        ("name", Box::new(set("/name", json!("Anna Øst")))),
        ("school", Box::new(set("/school", json!("Sydskolen")))),
        ("fact", Box::new(set("/facts/0/value", json!("Sydskolen")))),
        ("fact's label", Box::new(set("/facts/1/label", json!("Skole")))),
        ("one more fact", Box::new(add("/facts", json!({"label": "Ønsket niveau", "value": "5"})))),
        ("title", Box::new(set("/title", json!("Anna")))),
        ("state", Box::new(set("/state", json!("Oplæg til samtalen")))),
        ("draft", Box::new(set("/draft", json!(true)))),
        ("scale", Box::new(set("/scale/3/name", json!("Kan lidt")))),
        ("level", Box::new(set("/areas/2/wanted", json!(5)))),
        ("huge level", Box::new(set("/areas/2/wanted", json!(i64::MAX)))),
        ("larger than any number", Box::new(set("/areas/2/wanted", json!(1e300)))),
        ("step", Box::new(set("/areas/2/wanted_step", json!(5)))),
        ("step off the scale", Box::new(set("/areas/2/expected_step", json!(u64::MAX)))),
        ("step off the scale, last year", Box::new(set("/areas/1/last_year_step", json!(100_000)))),
        ("gap", Box::new(set("/areas/2/gap", json!("+4")))),
        ("area's name", Box::new(set("/areas/2/name", json!("Dansk")))),
        ("area's number", Box::new(set("/areas/2/number", json!(7)))),
        ("priority", Box::new(set("/areas/2/priority", json!("rart at kunne")))),
        ("emphasis", Box::new(set("/areas/2/needed", json!(false)))),
        ("a level where there is none", Box::new(set("/areas/3/current", json!(5)))),
        ("a gap where there is none", Box::new(set("/areas/3/gap", json!("+4")))),
        ("a remark where there is none", Box::new(set("/areas/3/remark", json!("Niveau 5")))),
        ("an area less", Box::new(set("/areas", json!([])))),
        (
            "an area twice",
            Box::new(|data: &mut Value| {
                let row = data["areas"][2].clone();
                data["areas"].as_array_mut().expect("areas").push(row);
            }),
        ),
        ("radar's text", Box::new(set("/radar_alt", json!("Økonomi: nu 5")))),
        ("numbered", Box::new(set("/numbered", json!(true)))),
        ("achieved", Box::new(set("/summary/0/points/0", json!("Dansk: 0 → 3")))),
        ("one more achieved", Box::new(add("/summary/0/points", json!("Økonomi: 1 → 5")))),
        ("lift", Box::new(set("/summary/1/points/0", json!("Økonomi: 1 → 5")))),
        ("no lift", Box::new(set("/summary/1/points", json!(["Ingen ønskede løft."])))),
        ("heading of a box", Box::new(set("/summary/1/heading", json!("Økonomi: 5")))),
        ("an empty box", Box::new(add("/summary", json!({"heading": "Økonomi: 5", "points": []})))),
        ("talk", Box::new(set("/talk/0", json!("Dansk: medarbejder 5, leder 1")))),
        ("talk, a text", Box::new(add("/talk", json!("Økonomi er på niveau 5")))),
        ("course's reason", Box::new(set("/courses/0/lines/0/reason", json!("Økonomi: fra 1 til 5.")))),
        ("course's heading", Box::new(set("/courses/0/heading", json!("Rart at kunne")))),
        ("goal", Box::new(set("/plan/0/goal", json!("Kende regnskabet")))),
        ("success", Box::new(set("/plan/0/success", json!("Niveau 5")))),
        ("what the leader does", Box::new(set("/plan/0/leader_does", json!("Giver løn")))),
        ("line's lift", Box::new(set("/plan/0/lift", json!("fra 1 til 5")))),
        ("line's emphasis", Box::new(set("/plan/0/needed", json!(false)))),
        ("a line that is closed", Box::new(set("/plan/0/open", json!(false)))),
        ("details without a course", Box::new(set("/plan/1/details", json!("1. maj 2030")))),
        ("a level reached", Box::new(set("/risen/0", json!("Dansk: 0 → 3")))),
        ("last year's status", Box::new(set("/last_plan/0/status", json!("niveau 5")))),
        ("line's area", Box::new(set("/plan/0/area", json!("Dansk")))),
        ("course", Box::new(set("/plan/0/what", json!("40094 Regnskab")))),
        ("responsible", Box::new(set("/plan/0/responsible", json!("medarbejder")))),
        ("deadline", Box::new(set("/plan/0/deadline", json!("1. maj 2030")))),
        ("a deadline as status", Box::new(set("/plan/0/status", json!("1. maj 2030")))),
        ("a colleague's name", Box::new(set("/plan/1/what", json!("sidemandsoplæring hos Carl Dam")))),
        (
            "a line less",
            Box::new(|data: &mut Value| {
                data["plan"].as_array_mut().expect("lines").pop();
            }),
        ),
        (
            "a line more",
            Box::new(|data: &mut Value| {
                let line = data["plan"][0].clone();
                data["plan"].as_array_mut().expect("lines").push(line);
            }),
        ),
        ("stand-ins", Box::new(add("/stand_ins", json!("Planen følges op den 1. maj 2030.")))),
        ("follow-up", Box::new(set("/follow_up", json!("Planen følges op den 1. maj 2030.")))),
        ("no follow-up", Box::new(set("/follow_up", Value::Null))),
        ("consent", Box::new(set("/consents/0/sentence", json!("Jeg siger ja til niveau 5.")))),
        ("a consent less", Box::new(set("/consents", json!([])))),
        ("an answer", Box::new(set("/consents/0/answer", json!("ja til niveau 5")))),
        ("signature", Box::new(set("/signatures/1/name", json!("Gerda Toft")))),
        ("what is noted", Box::new(set("/signatures/1/noted/0", json!("Underskrevet af Peder Ravn.")))),
        ("one more note", Box::new(add("/signatures/1/noted", json!("Gælder niveau 5.")))),
        ("code", Box::new(set("/code", json!("0000 0000 0000 0000 0000 0000 0")))),
        ("code's text", Box::new(set("/code_alt", json!("QR-kode")))),
        ("heading", Box::new(set("/frame/labels/wanted", json!("Nu")))),
        ("a colour", Box::new(set("/frame/colours/text", json!("#ffffff")))),
        ("no colour", Box::new(set("/frame/colours/accent", json!("hvid")))),
        ("a language that is none", Box::new(set("/frame/words_language", json!("xx")))),
        ("a date that is none", Box::new(set("/date", json!("i går")))),
        ("the box of changes", Box::new(set("/changed", json!(["Niveau 5 er aftalt."])))),
        ("a field of no meaning", Box::new(|data: &mut Value| data["hemmeligt"] = json!("ja"))),
        (
            "a field less",
            Box::new(|data: &mut Value| {
                data.as_object_mut().expect("fields").remove("talk");
            }),
        ),
    ];
    for (what, change) in cases::sampled(changes) {
        assert_eq!(forged(&pdf, change, &templates), Err(PlanMismatch::Altered), "{what}");
    }
    // The code does not cover free text, which is no reason to doubt the rest.
    let free: [(&str, Change); 3] = [
        ("remark", Box::new(set("/areas/2/remark", json!("Overtager budgettet")))),
        ("position", Box::new(set("/facts/1/value", json!("Leder")))),
        ("stand-in", Box::new(set("/plan/1/stand_in", json!("Bente")))),
    ];
    for (what, change) in free {
        assert_eq!(forged(&pdf, change, &templates), Ok(()), "{what}");
    }
    Ok(())
}

#[test]
fn keys_twice_and_spaces_between_are_refused() -> io::Result<()> {
    let (fixture, pdf) = signed()?;
    let data = String::from_utf8(extract(&pdf).expect("carried").data).expect("data is text");
    let name = "\"name\":\"Anna Vest\"";
    for other in [
        data.replacen(name, &format!("{name},{name}"), 1),
        data.replacen(name, "\"name\":\"Anna Øst\",\"name\":\"Anna Vest\"", 1),
        data.replacen("\"labels\":{", "\"labels\":{\"wanted\":\"Nu\",", 1),
        data.replacen(name, "\"name\": \"Anna Vest\"", 1),
        data.replacen(name, "\"name\":\"Anna\\u0020Vest\"", 1),
        format!("{data}\n"),
    ] {
        assert_ne!(other, data);
        is_refused(&fixture, &with_attachment(&pdf, JSON, other.as_bytes()), 1, ALTERED)?;
    }
    let agreement = extract(&pdf).expect("carried").agreement;
    for other in [
        format!("# en bemærkning\n{agreement}"),
        agreement.replacen("navn: Anna Vest", "navn: \"Anna Vest\"", 1),
        agreement.replacen("navn: Anna Vest\n", "navn: Anna Vest\nnavn: Anna Vest\n", 1),
        format!("{agreement}hemmeligt: ja\n"),
        format!("{agreement}---\nnavn: x\n"),
    ] {
        assert_ne!(other, agreement);
        is_refused(&fixture, &with_attachment(&pdf, YAML, other.as_bytes()), 1, ALTERED)?;
    }
    Ok(())
}

#[test]
fn hostile_attachments_are_refused_quickly() -> io::Result<()> {
    let (fixture, pdf) = signed()?;
    let bomb = vec![b' '; 60_000_000];
    is_refused(&fixture, &with_attachment(&pdf, JSON, &bomb), 2, "større, end en plan kan være")?;
    is_refused(&fixture, &with_attachment(&pdf, YAML, &bomb), 2, "større, end en plan kan være")?;

    let agreement = extract(&pdf).expect("carried").agreement;
    let (head, scale) = agreement.split_once("  skala:\n").expect("a scale");
    let levels = |count: usize| {
        let many: String = (0..count).map(|level| format!("  - niveau: {level}\n    navn: A\n")).collect();
        format!("{head}  skala:\n{many}{scale}")
    };
    let too_large = with_attachment(&pdf, YAML, levels(100_000).as_bytes());
    is_refused(&fixture, &too_large, 2, "større, end en plan kan være")?;
    let deep = format!("{agreement}plan: {}", "[".repeat(200_000));
    let aliases = "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b]\n".to_owned();
    let two_areas = agreement.replacen("  dansk:\n    nu: 3\n    ønsket: 3\n", "", 1);
    let huge = agreement.replacen("nu: 1\n", "nu: 99999999999999999999999999\n", 1);
    for hostile in [levels(10_000), deep, aliases, two_areas, huge, String::new(), "\0".repeat(100_000)] {
        assert_ne!(hostile, agreement);
        is_refused(&fixture, &with_attachment(&pdf, YAML, hostile.as_bytes()), 1, ALTERED)?;
    }
    let made = serde_json::from_slice::<Value>(&extract(&pdf).expect("carried").data)?["made"].to_string();
    for hostile in [
        "[".repeat(400_000),
        format!("{{\"made\":{made},\"areas\":{}", "[".repeat(100_000)),
        format!("{{\"made\":{made},\"areas\":[{}]}}", "{},".repeat(100_000)),
        "null".to_owned(),
        String::new(),
    ] {
        is_refused(&fixture, &with_attachment(&pdf, JSON, hostile.as_bytes()), 1, ALTERED)?;
    }
    is_refused(&fixture, &with_attachment(&pdf, YAML, &[0xff, 0xfe, 0x00]), 2, NOTHING)
}

#[test]
fn texts_longer_than_a_person_writes_are_not_typeset() -> io::Result<()> {
    let (fixture, pdf) = signed()?;
    let with = |texts: &[(&str, String)]| {
        with_data(&pdf, |data| {
            for (place, text) in texts {
                *data.pointer_mut(place).expect("a place") = Value::String(text.trim().to_owned());
            }
        })
    };
    let long = |words: &str, length: usize| words.repeat(length / words.len());
    let places = [("/areas/2/remark", 20_000), ("/more_courses/0", 20_000), ("/areas/2/label", 1_000)];
    for text in ["ord ", "a", "a-", "å\u{a0}", "§"] {
        // The longest that are typeset, all at once.
        let longest = places.map(|(place, longest)| (place, long(text, longest)));
        is_refused(&fixture, &with(&longest), 1, ALTERED)?;
        // A longer one anywhere.
        for (place, longest) in places {
            let longer = with(&[(place, long(text, 2 * longest))]);
            is_refused(&fixture, &longer, 2, "større, end en plan kan være")?;
        }
    }
    // Many of them.
    let many = with_data(&pdf, |data| {
        data["mentors"] = Value::Array(vec![long("ord ", 20_000).into(); 20]);
    });
    is_refused(&fixture, &many, 1, ALTERED)
}

#[test]
fn files_that_are_no_plans_are_told_apart_from_altered_ones() -> io::Result<()> {
    let (fixture, pdf) = signed()?;
    let booklet = FullBuild::of_department("three-areas").file("haefte-intern.pdf");
    is_refused(&fixture, booklet, 2, NOTHING)?;
    is_refused(&fixture, b"", 2, "er ikke en PDF")?;
    is_refused(&fixture, ANNA.as_bytes(), 2, "er ikke en PDF")?;
    is_refused(&fixture, b"%PDF-1.7\n", 2, NOTHING)?;
    for part in [10, 3, 2] {
        let (exit, said) = verdict(&fixture, &pdf[..pdf.len() - pdf.len() / part])?;
        assert!(matches!(exit, Some(1 | 2)) && !said.contains("Gælder nu"), "{said}");
    }
    is_refused(&fixture, &pdf[..pdf.len() - 1], 1, ALTERED)?;
    let large = [&pdf[..], &vec![b'\n'; 20_000_000]].concat();
    is_refused(&fixture, &large, 2, "større, end en plan kan være")?;
    // One of an attachment more.
    for mark in [YAML, JSON] {
        let range = packed(&pdf, mark);
        let object = [mark.as_bytes(), b">>>>\nstream\n", &pdf[range], b"\nendstream\n"].concat();
        is_refused(&fixture, &[&pdf[..], &object].concat(), 1, ALTERED)?;
    }
    let nowhere = fixture.verify(fixture.document("findes-ikke.pdf"));
    assert_eq!(nowhere.status.code(), Some(2));
    assert!(all_said(&nowhere).contains("kan ikke læses"), "{}", all_said(&nowhere));
    let folder = fixture.verify(fixture.folder());
    assert_eq!(folder.status.code(), Some(2), "{}", all_said(&folder));
    Ok(())
}

#[test]
fn extraction_never_looks_at_more_than_it_must() {
    assert_eq!(extract(b"%PDF-1.7"), Err(AttachmentError::CarriesNothing));
    assert_eq!(extract(b"\x89PNG"), Err(AttachmentError::NotAPdf));
    let mut pdf = format!("%PDF-1.7\n{YAML}").into_bytes();
    assert_eq!(extract(&pdf), Err(AttachmentError::CarriesNothing));
    pdf.extend(b">>>>\nstream\n");
    pdf.extend(pack(&vec![0; 5_000_001]));
    assert_eq!(extract(&pdf), Err(AttachmentError::TooLarge));
}

/// `pdf` with another version or other templates in its data.
fn made_by(pdf: &[u8], field: &'static str, value: &str) -> Vec<u8> {
    with_data(pdf, |data| data["made"][field] = json!(value))
}

#[test]
fn another_version_or_other_templates_are_told_apart_from_an_alteration() -> io::Result<()> {
    let (fixture, pdf) = signed()?;
    let version = "lavet af en anden version af programmet";
    is_refused(&fixture, &made_by(&pdf, "program", "spind 0.0.9"), 1, version)?;
    is_refused(&fixture, &made_by(&pdf, "typst", "0.1.0"), 1, version)?;
    let templates = "lavet med andre skabeloner eller skrifttyper";
    is_refused(&fixture, &made_by(&pdf, "templates", &"0".repeat(64)), 1, templates)?;

    // The same templates with a remark more: made with them, verified only with them.
    let folder = tempfile::tempdir()?;
    crate::program::copy(&crate::program::project().join("templates"), folder.path())?;
    let plan = folder.path().join("plan.typ");
    fs::write(&plan, format!("{}\n// a remark\n", fs::read_to_string(&plan)?))?;
    let with_templates = |verb: &str, args: &[&std::ffi::OsStr]| {
        let options = ["--templates".as_ref(), folder.path().as_os_str()];
        crate::program::spind([verb.as_ref()].into_iter().chain(args.iter().copied()).chain(options))
    };
    let out = fixture.document("andre");
    let to = [fixture.folder().as_os_str(), "--out".as_ref(), out.as_os_str()];
    let built = with_templates("build", &[&to[..], &["--only".as_ref(), "anna".as_ref()]].concat());
    assert!(built.status.success(), "{}", all_said(&built));
    let other: PathBuf = out.join("planer/nordskolen/anna.pdf");
    is_refused(&fixture, &fs::read(&other)?, 1, templates)?;
    let output = with_templates("verify", &[other.as_os_str(), fixture.folder().as_os_str()]);
    assert_eq!(output.status.code(), Some(0), "{}", all_said(&output));
    Ok(())
}

#[test]
fn names_that_the_code_does_not_cover_are_compared_with_the_folder() -> io::Result<()> {
    let (fixture, _) = signed()?;
    let other_names = "Siderne bruger andre korte navne på områderne end mappen";
    // The forger's role model has the same areas under confusing short names.
    let forger = Fixture::with_anna()?;
    forger.edit("rollemodel.yaml", "    navn: Økonomi\n", "    navn: Økonomi\n    kort_navn: Dansk\n")?;
    let output = fixture.verify(forger.plan());
    assert_eq!(output.status.code(), Some(1), "{}", all_said(&output));
    assert!(all_said(&output).contains(other_names), "{}", all_said(&output));
    let output = fixture.verify(fixture.plan());
    assert!(!stdout(&output).contains(other_names));
    Ok(())
}

#[test]
fn the_agreement_that_is_carried_is_the_one_that_the_folder_has() -> io::Result<()> {
    let (fixture, pdf) = signed()?;
    let carried: Attachments = extract(&pdf).expect("a plan carries its data");
    let agreement = Agreement::from_yaml(&carried.agreement).expect("an agreement");
    assert_eq!(agreement.fingerprint().code().to_string(), fixture.code()?);
    Ok(())
}
