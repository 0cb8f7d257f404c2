//! Golden pictures of pages, compared pixel by pixel.
//!
//! To accept a change, look at the new pages, then run the tests with `SPIND_BLESS=1`.

use std::fs;
use std::io;
use std::path::Path;

use image::{Rgba, RgbaImage};

use crate::pdf;
use crate::program::{project, said, spind};

/// A pixel differs when one of its channels does by more than this.
const CHANNEL_TOLERANCE: u8 = 40;
/// The share of pixels that may differ: rounding in the rasteriser, nothing that can be seen.
const PIXEL_TOLERANCE: f64 = 0.0005;

#[test]
fn a_plan_looks_as_it_did() -> io::Result<()> {
    let out = tempfile::tempdir()?;
    let profiles = project().join("profiles");
    let output = spind([
        profiles.as_os_str(),
        "-o".as_ref(),
        out.path().as_os_str(),
        "--only".as_ref(),
        "jytte-overballe".as_ref(),
    ]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let bytes = fs::read(out.path().join("planer/hedekær-skole/jytte-overballe.pdf"))?;
    compare("plan", &pdf::pages(&bytes));
    Ok(())
}

#[test]
fn a_preparation_and_the_blank_form_look_as_they_did() -> io::Result<()> {
    let out = tempfile::tempdir()?;
    let profiles = project().join("profiles");
    let output = spind([
        profiles.as_os_str(),
        "-o".as_ref(),
        out.path().as_os_str(),
        "--only".as_ref(),
        "jytte-overballe".as_ref(),
        "--forberedelse".as_ref(),
        "--blank".as_ref(),
    ]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let planer = out.path().join("planer");
    let bytes = fs::read(planer.join("hedekær-skole/jytte-overballe-forberedelse.pdf"))?;
    compare("forberedelse", &pdf::pages(&bytes));
    compare("blanket", &pdf::pages(&fs::read(planer.join("blanket.pdf"))?));
    Ok(())
}

#[test]
fn the_booklets_first_pages_and_the_strategic_plan_look_as_they_did() -> io::Result<()> {
    let out = tempfile::tempdir()?;
    let output = crate::program::build(&project().join("profiles"), out.path());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let bytes = fs::read(out.path().join("haefte-intern.pdf"))?;
    // Up to the heat map of people.
    compare("haefte", &pdf::pages(&bytes)[..7]);
    let bytes = fs::read(out.path().join("strategisk-uddannelsesplan.pdf"))?;
    compare("strategisk", &pdf::pages(&bytes)[..1]);
    Ok(())
}

#[test]
fn the_public_booklets_pages_look_as_they_did() -> io::Result<()> {
    let out = tempfile::tempdir()?;
    let profiles = project().join("profiles");
    let mut args = vec!["build".as_ref(), profiles.as_os_str(), "-o".as_ref(), out.path().as_os_str()];
    args.extend(["--edition", "offentlig"].map(AsRef::<std::ffi::OsStr>::as_ref));
    let output = spind(args);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let pages = pdf::pages(&fs::read(out.path().join("haefte-offentligt.pdf"))?);
    // The cover, how to read it, somebody's page, the group, the levels, the courses.
    compare("offentligt", &[0, 1, 5, 17, 18, 19].map(|page: usize| pages[page].clone()));
    Ok(())
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
    for (i, page) in pages.iter().enumerate() {
        let golden = folder.join(format!("{name}-{}.png", i + 1));
        if std::env::var_os("SPIND_BLESS").is_some() {
            fs::create_dir_all(&folder).expect("the folder can be made");
            page.save(&golden).expect("the picture can be written");
            continue;
        }
        let expected =
            image::open(&golden).unwrap_or_else(|e| panic!("{}: {e}", golden.display())).to_rgba8();
        assert_same(&expected, page, &golden);
    }
}

fn assert_same(expected: &RgbaImage, page: &RgbaImage, golden: &Path) {
    assert_eq!(expected.dimensions(), page.dimensions(), "{}", golden.display());
    let differs =
        |a: &Rgba<u8>, b: &Rgba<u8>| a.0.iter().zip(b.0).any(|(a, b)| a.abs_diff(b) > CHANNEL_TOLERANCE);
    let different = expected.pixels().zip(page.pixels()).filter(|(a, b)| differs(a, b)).count();
    let share = different as f64 / f64::from(expected.width() * expected.height());
    if share > PIXEL_TOLERANCE {
        let seen = std::env::temp_dir().join(golden.file_name().expect("a name"));
        page.save(&seen).expect("the picture can be written");
        panic!("{}: {:.2} % differ; now: {}", golden.display(), share * 100.0, seen.display());
    }
}

#[test]
fn a_page_that_changed_is_told_from_one_that_did_not() {
    let white = RgbaImage::from_pixel(100, 100, Rgba([255, 255, 255, 255]));
    let mut marked = white.clone();
    for x in 0..10 {
        marked.put_pixel(x, 5, Rgba([0, 0, 0, 255]));
    }
    assert_same(&white, &white, Path::new("same.png"));
    let caught = std::panic::catch_unwind(|| assert_same(&white, &marked, Path::new("marked.png")));
    assert!(caught.is_err());
}
