//! Golden pictures of pages, compared pixel by pixel.
//!
//! To accept a change, look at the new pages, then run the tests with `SPIND_BLESS=1`.

use std::fs;
use std::io;
use std::path::Path;

use image::{Rgba, RgbaImage};
use serde_json::Value;
use spind::document::Templates;
use spind::document::attachments::{Attachments, extract};
use spind::typeface::Typeface;

use crate::cases;
use crate::full_builds::FullBuild;
use crate::pdf;
use crate::program::{project, said, spind};

/// The difference of a channel, of 255, that processors' vector units may make by rounding.
/// The rasteriser is deterministic otherwise.
const ROUNDING: u8 = 4;

const PLAN: &str = "planer/hedekær-skole/jytte-overballe.pdf";

fn pages(name: &str) -> Vec<RgbaImage> {
    pdf::pages(FullBuild::of_sample().file(name))
}

#[test]
fn a_plan_looks_as_it_did() {
    compare("plan", &pages(PLAN));
}

#[test]
fn a_preparation_a_follow_up_and_the_blank_form_look_as_they_did() {
    compare("forberedelse", &pages("planer/hedekær-skole/jytte-overballe-forberedelse.pdf"));
    compare("opfoelgning", &pages("planer/hedekær-skole/jytte-overballe-opfoelgning.pdf"));
    compare("blanket", &pages("planer/blanket.pdf"));
}

#[test]
fn the_booklets_first_pages_and_the_strategic_plan_look_as_they_did() {
    // From the page that decides to the groups.
    let build = FullBuild::of_sample();
    compare("haefte", &pdf::pages_at(build.file("haefte-intern.pdf"), |page| page < 7));
    compare("strategisk", &pdf::pages_at(build.file("strategisk-uddannelsesplan.pdf"), |page| page == 0));
}

#[test]
fn the_public_booklets_pages_look_as_they_did() {
    let booklet = FullBuild::of_sample().file("haefte-offentligt.pdf");
    // The beginning, the role model, somebody's page, the group, the levels, the courses.
    compare("offentligt", &pdf::pages_at(booklet, |page| [0, 1, 3, 15, 16, 17].contains(&page)));
}

#[test]
fn the_guide_looks_as_it_did() -> io::Result<()> {
    let out = tempfile::tempdir()?;
    let output = spind(["new".as_ref(), "vejledning".as_ref(), "-o".as_ref(), out.path().as_os_str()]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    compare("vejledning", &pdf::pages(&fs::read(out.path().join("Sådan gør du.pdf"))?));
    Ok(())
}

/// Compares pages with `tests/golden/NAME-N.png`.
fn compare(name: &str, pages: &[RgbaImage]) {
    let folder = project().join("tests/golden");
    let golden = |number: usize| folder.join(format!("{name}-{number}.png"));
    let is_accepting = std::env::var_os("SPIND_BLESS").is_some();
    if is_accepting {
        let _ = fs::remove_file(golden(pages.len() + 1));
    }
    assert!(!golden(pages.len() + 1).exists(), "{name}: there was one page more");
    for (i, page) in pages.iter().enumerate() {
        let golden = golden(i + 1);
        if is_accepting {
            fs::create_dir_all(&folder).expect("the folder can be made");
            page.save(&golden).expect("the picture can be written");
            continue;
        }
        let expected =
            image::open(&golden).unwrap_or_else(|e| panic!("{}: {e}", golden.display())).to_rgba8();
        assert_same(&expected, page, &golden);
    }
}

/// The pixels in which two pages of one size differ by more than rounding.
fn different_pixels(expected: &RgbaImage, page: &RgbaImage) -> usize {
    let differs = |a: &Rgba<u8>, b: &Rgba<u8>| a.0.iter().zip(b.0).any(|(a, b)| a.abs_diff(b) > ROUNDING);
    expected.pixels().zip(page.pixels()).filter(|(a, b)| differs(a, b)).count()
}

fn assert_same(expected: &RgbaImage, page: &RgbaImage, golden: &Path) {
    assert_eq!(expected.dimensions(), page.dimensions(), "{}", golden.display());
    let different = different_pixels(expected, page);
    if different > 0 {
        let seen = std::env::temp_dir().join(golden.file_name().expect("a name"));
        page.save(&seen).expect("the picture can be written");
        panic!("{}: {different} pixels differ; now: {}", golden.display(), seen.display());
    }
}

/// The digit that looks most like `digit`.
fn look_alike(digit: char) -> char {
    match digit {
        '1' => '7',
        '7' => '1',
        '5' => '6',
        '6' => '5',
        '8' => '3',
        _ => '8',
    }
}

/// `text` with its last digit wrong.
fn with_a_wrong_digit(text: &str) -> String {
    let (at, digit) =
        text.char_indices().rfind(|(_, c)| c.is_ascii_digit()).unwrap_or_else(|| panic!("no digit: {text}"));
    format!("{}{}{}", &text[..at], look_alike(digit), &text[at + 1..])
}

/// The places of all texts with a digit under `value` that a plan prints in full.
fn places_of_digits(value: &Value, place: &str, is_printed: bool, places: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                let is_printed = ["value", "gap", "deadline", "points", "code"].contains(&key.as_str());
                places_of_digits(value, &format!("{place}/{key}"), is_printed, places);
            }
        }
        Value::Array(items) => {
            for (i, value) in items.iter().enumerate() {
                places_of_digits(value, &format!("{place}/{i}"), is_printed, places);
            }
        }
        Value::String(text) if is_printed && text.contains(|c: char| c.is_ascii_digit()) => {
            places.push(place.to_owned());
        }
        _ => {}
    }
}

#[test]
fn one_wrong_digit_is_seen() -> io::Result<()> {
    let attachments = extract(FullBuild::of_sample().file(PLAN)).expect("a plan has its attachments");
    let templates = Templates::embedded(&Typeface::embedded());
    let pictures = |attachments: &Attachments| pdf::pages(&attachments.typeset(&templates).expect("a plan"));
    let before = pictures(&attachments);
    let data: Value = serde_json::from_slice(&attachments.data)?;
    let mut places = Vec::new();
    places_of_digits(&data, "", false, &mut places);
    assert!(places.len() >= 8, "{places:?}");
    for place in cases::sampled(places) {
        let mut data = data.clone();
        let text = data.pointer_mut(&place).unwrap_or_else(|| panic!("there is no {place}"));
        *text = with_a_wrong_digit(text.as_str().expect("a text")).into();
        let wrong = pictures(&Attachments { data: serde_json::to_vec(&data)?, ..attachments.clone() });
        assert_eq!(before.len(), wrong.len(), "{place}");
        let different: usize = before.iter().zip(&wrong).map(|(a, b)| different_pixels(a, b)).sum();
        assert!(different > 0, "{place}");
    }
    Ok(())
}
