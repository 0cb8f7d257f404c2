//! A leader's view with mistakes: no message shows a level or a word of a remark.

use std::fs;

use proptest::prelude::*;
use regex::Regex;
use spind::language::Tag;
use spind::problem::render::{self, Style, words};
use spind::problem::{Problem, correction};
use spind::run::check;

use crate::cases;
use crate::program::{copy, project, spind, templates};

/// Valid views. Their levels are not on the department's scale, and no word of the
/// program has three q in a row.
const VIEWS: [&str; 5] = [
    "vurdering:\n  selvledelse: 7\n  dansk: 8\n  it: 9\n",
    "vurdering: {selvledelse: 7, dansk: 8, it: 9}\n",
    "vurdering:\n  dansk: 8 # qqqqq\nnote: qqqqqq\n",
    "# qqqqq\nvurdering:\n  it:\n    nu: 9\n    bemærkning: \"qqqq: qqqqq\"\n",
    "vurdering:\n  dansk: |\n    qqqq 8\n    qqqqq\n  it: 9\n",
];
/// Characters that slips put into a file.
const SIGNS: [&str; 16] =
    [":", " ", "\n", "\t", "{", "}", "[", "]", "\"", "'", "-", "#", ",", "\u{a0}", "”", "qqqq"];

/// Everything that the program shows of `problems` but their places.
fn shown(problems: &[&Problem], language: &spind::language::Language) -> String {
    let mut shown = String::from_utf8_lossy(&correction::file(problems, language, false)).into_owned();
    for problem in problems {
        let terminal = render::terminal(problem, language, Style::PLAIN);
        let words = words(problem, language);
        shown += &format!("{terminal}\n{} {}\n", words.message, words.hint_with_line(language));
    }
    // A tab is shown as its number; numbers of lines are no levels.
    let number = Regex::new(r"\\u\{9\}|[Ll]inje \d+|(?m)^ *\d+ \|").expect("a pattern");
    let shown = number.replace_all(&shown, "");
    shown.lines().filter(|line| !line.trim_start().starts_with("-->")).collect::<Vec<_>>().join("\n")
}

proptest! {
    #![proptest_config(cases::config(128))]

    #[test]
    fn no_mistake_shows_a_level_or_a_remark(
        view in 0..VIEWS.len(),
        slips in prop::collection::vec((0.0..1.0f64, 0..4usize, 0..SIGNS.len()), 1..5),
    ) {
        let mut text: Vec<char> = VIEWS[view].chars().collect();
        for (at, kind, sign) in slips {
            let at = (at * text.len() as f64) as usize;
            match kind {
                _ if text.is_empty() => {}
                0 => drop(text.remove(at)),
                1 => {
                    let other = text.len() - 1 - at;
                    text.swap(at, other);
                }
                _ => drop(text.splice(at..at, SIGNS[sign].chars())),
            }
        }
        let text: String = text.into_iter().collect();
        let folder = tempfile::tempdir().expect("a folder");
        copy(&project().join("tests/broken/base"), folder.path()).expect("the base can be copied");
        fs::write(folder.path().join("nordskolen/bente.leder.yaml"), &text).expect("a file");
        let checked = check(folder.path(), None, Some(Tag::Da), None, templates().typeface()).expect("a folder");
        let of_view = |problem: &&Problem| problem.place.file.name == "nordskolen/bente.leder.yaml";
        let problems: Vec<&Problem> = checked.problems.iter().filter(of_view).collect();
        let shown = shown(&problems, checked.language);
        prop_assert!(!shown.contains(['7', '8', '9']) && !shown.contains("qqq"), "{text}\n{shown}");
    }
}

#[test]
fn neither_json_nor_a_correction_file_shows_a_level() {
    for text in ["vurdering: {it:7, dansk:8}\n", "{it 7}\n", "vurdering:\n  it 7\n  dansk: 8: 9\n"] {
        let (folder, out) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
        copy(&project().join("tests/broken/base"), folder.path()).expect("the base can be copied");
        fs::write(folder.path().join("nordskolen/bente.leder.yaml"), text).expect("a file");
        let output =
            spind(["check".as_ref(), folder.path().as_os_str(), "--format".as_ref(), "json".as_ref()]);
        let json = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(json.contains("bente.leder.yaml"), "{json}");
        let to = ["build".as_ref(), folder.path().as_os_str(), "-o".as_ref(), out.path().as_os_str()];
        spind(to.into_iter().chain(["--only", "bente"].map(AsRef::as_ref)));
        let correction = fs::read(out.path().join("rettelser/nordskolen/bente.leder-rettelser.txt"));
        let correction = String::from_utf8_lossy(&correction.expect("a correction file")).into_owned();
        for line in json.lines().chain([correction.as_str()]).filter(|line| line.contains("leder")) {
            let without_places = line.split("\"severity\"").last().unwrap_or_default();
            assert!(!without_places.contains(['7', '8', '9']), "{text}: {line}");
        }
    }
}

#[test]
fn the_word_to_be_written_is_shown() {
    let folder = tempfile::tempdir().expect("a folder");
    copy(&project().join("tests/broken/base"), folder.path()).expect("the base can be copied");
    fs::write(folder.path().join("nordskolen/bente.leder.yaml"), "noter: qqq\n").expect("a file");
    let told = crate::program::said(&spind(["check".as_ref(), folder.path().as_os_str()]));
    assert!(told.contains("»vurdering« mangler") && told.contains("»vurdering:«"), "{told}");
    assert!(!told.contains("qqq"), "{told}");
}
