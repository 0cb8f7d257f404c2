//! Altered plans and arbitrary bytes: verifying them never panics, and only the unaltered plan
//! is accepted.
//!
//! A forger has the program too, so edited data and agreements are typeset as well: such a plan
//! may be accepted only with the agreement that it carries.

#![no_main]

use std::fs;
use std::io::Write as _;
use std::ops::Range;
use std::path::Path;
use std::sync::LazyLock;

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;
use spind::run::{BuildRequest, build};
use spind::document::Templates;
use spind::document::attachments::extract;
use spind::language::Tag;
use spind::typeface::Typeface;

/// A valid department with one agreed plan that uses every part of a plan.
const FILES: [(&str, &str); 5] = [
    ("afdeling.yaml", include_str!("../../tests/broken/base/afdeling.yaml")),
    ("rollemodel.yaml", include_str!("../../tests/broken/base/rollemodel.yaml")),
    ("kurser.yaml", include_str!("../../tests/broken/base/kurser.yaml")),
    ("nordskolen/anna.leder.yaml", "vurdering: {dansk: 1}\n"),
    (
        "nordskolen/anna.yaml",
        "navn: Anna Vest\nskole: Nordskolen\nstilling: Skolesekretær\nmus: 2025-12-02\naftalt: 2025-12-03\n\
         roller: [front]\nprofil:\n  selvledelse: 4 til 3\n  dansk: 3\n  økonomi:\n    nu: 1\n    ønsket: 3\n    \
         vigtighed: nødvendig\n    bemærkning: Til august\nsidste_år: {dansk: 2}\nsidste_års_plan:\n  \
         - {mål: A, status: udskudt}\nplan:\n  - mål: Kende budgettet\n    område: økonomi\n    kursus: 40094\n    \
         ansvarlig: leder\n    frist: 2026-05-01\n    status: aftalt\n  - form: sidemandsoplæring\n    hos: Bo Dam\n    \
         afløser: Carl\n    ansvarlig: skoleafdelingen\n  - aktivitet: Læse\n    mål: Ro\nopfølgning: 2026-06-15\n",
    ),
];

const AGREEMENT: &str = "/Type/EmbeddedFile/Filter/FlateDecode/Subtype/application#2Fyaml/Params<<";
const DATA: &str = "/Type/EmbeddedFile/Filter/FlateDecode/Subtype/application#2Fjson/Params<<";

#[derive(Arbitrary, Debug)]
enum Input {
    /// Arbitrary bytes with a PDF header.
    Bytes(Vec<u8>),
    /// The plan with its bytes edited.
    Plan(Vec<Edit>),
    /// The plan with its attachments edited.
    Attachments { agreement: Vec<Edit>, data: Vec<Edit> },
    /// The plan with replaced attachments.
    Replaced { agreement: Option<Vec<u8>>, data: Option<Vec<u8>> },
}

#[derive(Arbitrary, Debug)]
struct Edit {
    at: u16,
    remove: u8,
    insert: Vec<u8>,
}

static TEMPLATES: LazyLock<Templates> = LazyLock::new(|| Templates::embedded(&Typeface::embedded()));

static PLAN: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a folder can be made");
    for (name, text) in FILES {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder can be made");
        fs::write(path, text).expect("a file can be written");
    }
    let out = tempfile::tempdir().expect("a folder can be made");
    build_into(folder.path(), out.path());
    fs::read(out.path().join("planer/nordskolen/anna.pdf")).expect("a plan was built")
});

fn build_into(folder: &Path, out: &Path) {
    let request = BuildRequest {
        language: Some(Tag::Da),
        ..BuildRequest::new(folder, out, "2027-01-15".parse().expect("a date"), &TEMPLATES)
    };
    build(&request, &|_, _| ()).expect("the folders are there");
}

fn edited(bytes: &[u8], edits: &[Edit]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for edit in edits {
        // A plan has more bytes than a u16 counts.
        let at = usize::from(edit.at) * 3 % (bytes.len() + 1);
        let end = (at + usize::from(edit.remove)).min(bytes.len());
        bytes.splice(at..end, edit.insert.iter().copied());
    }
    bytes
}

fn find(bytes: &[u8], what: &[u8]) -> usize {
    bytes.windows(what.len()).position(|window| window == what).expect("it is there")
}

fn packed(pdf: &[u8], mark: &str) -> Range<usize> {
    let at = find(pdf, mark.as_bytes());
    let begin = at + find(&pdf[at..], b"stream\n") + "stream\n".len();
    begin..begin + find(&pdf[begin..], b"\nendstream")
}

fn with_attachment(pdf: &[u8], mark: &str, bytes: &[u8]) -> Vec<u8> {
    let range = packed(pdf, mark);
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(bytes).expect("memory takes all");
    [&pdf[..range.start], &encoder.finish().expect("memory takes all"), &pdf[range.end..]].concat()
}

fuzz_target!(|input: Input| {
    let own = extract(&PLAN).expect("a plan carries its data");
    let pdf = match &input {
        Input::Bytes(bytes) => [b"%PDF-", &bytes[..]].concat(),
        Input::Plan(edits) => edited(&PLAN, edits),
        Input::Attachments { agreement, data } => {
            let pdf = with_attachment(&PLAN, AGREEMENT, &edited(own.agreement.as_bytes(), agreement));
            with_attachment(&pdf, DATA, &edited(&own.data, data))
        }
        Input::Replaced { agreement, data } => {
            let agreement = agreement.as_deref().unwrap_or(own.agreement.as_bytes());
            let pdf = with_attachment(&PLAN, AGREEMENT, agreement);
            with_attachment(&pdf, DATA, data.as_deref().unwrap_or(&own.data))
        }
    };
    let Ok(carried) = extract(&pdf) else { return };
    if carried.check(&pdf, &TEMPLATES).is_ok() {
        assert!(pdf == *PLAN, "believed, and not the plan: {input:?}");
    }
    if let Some(forged) = carried.typeset(&TEMPLATES)
        && let Ok(plan) = carried.check(&forged, &TEMPLATES)
    {
        assert_eq!(plan.agreement.to_yaml(), carried.agreement);
    }
    // Bounds the cache: a real verification handles one plan a process.
    comemo::evict(5);
});
