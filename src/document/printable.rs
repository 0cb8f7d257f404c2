//! Makes texts printable: replaces the characters that the fonts lack.
//!
//! PDF/UA and PDF/A forbid characters without a glyph, and Typst refuses a whole document for one
//! of them, so an emoji in one name would prevent a booklet. Such characters are printed as their
//! code points.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use crate::chart::radar::Radar;
use crate::department::ParsedFile;
use crate::problem::{Code, Problem, Problems};
use crate::source::Place;
use crate::source::characters::{is_format_character, is_noncharacter};
use crate::source::spelling::composed;
use crate::typeface::Typeface;

/// The bullet of Word's Symbol font, in the private-use area.
const WORD_BULLET: char = '\u{f0b7}';

/// The printed form of a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Printed {
    AsItIs,
    /// As a letter and its marks, which the fonts have each.
    InParts,
    As(char),
    Dropped,
    AsNumber,
}

/// Normalises `text` to NFC, collapses white space to single spaces, and replaces each character
/// that the fonts lack by its code point, such as `[U+1F600]`.
pub fn printable<'a>(text: &'a str, typeface: &Typeface) -> Cow<'a, str> {
    if is_printable(text, typeface) {
        return Cow::Borrowed(text);
    }
    let mut result = String::with_capacity(text.len());
    for c in composed(text).chars() {
        // No-break spaces are intentional; any other white space is a space.
        if c.is_whitespace() && c != '\u{a0}' {
            if !result.is_empty() && !result.ends_with(' ') {
                result.push(' ');
            }
            continue;
        }
        match printed(c, result.chars().next_back(), typeface) {
            Printed::AsItIs => result.push(c),
            Printed::InParts => result.extend(std::iter::once(c).nfd()),
            Printed::As(other) => result.push(other),
            Printed::Dropped => {}
            Printed::AsNumber => result.push_str(&format!("[U+{:04X}]", u32::from(c))),
        }
    }
    result.truncate(result.trim_end_matches(' ').len());
    Cow::Owned(result)
}

/// Whether [`printable`] leaves `text` unchanged.
fn is_printable(text: &str, typeface: &Typeface) -> bool {
    let mut last = ' ';
    for c in text.chars() {
        let fits = match c {
            ' ' => last != ' ',
            '!'..='~' => true,
            c => !c.is_whitespace() && printed(c, Some(last), typeface) == Printed::AsItIs,
        };
        if !fits {
            return false;
        }
        last = c;
    }
    (last != ' ' || text.is_empty()) && composed(text) == text
}

/// Applies [`printable`] to the labels of a chart.
pub(crate) fn printable_labels(radar: &mut Radar, typeface: &Typeface) {
    for axis in &mut radar.axes {
        axis.label = printable(&axis.label, typeface).into_owned();
    }
}

/// Applies [`printable`] to every text in `value`, keys excepted.
pub(crate) fn printable_json(value: &mut serde_json::Value, typeface: &Typeface) {
    match value {
        serde_json::Value::String(text) => {
            if let Cow::Owned(changed) = printable(text, typeface) {
                *text = changed;
            }
        }
        serde_json::Value::Array(items) => {
            items.iter_mut().for_each(|item| printable_json(item, typeface));
        }
        serde_json::Value::Object(fields) => {
            fields.values_mut().for_each(|field| printable_json(field, typeface));
        }
        _ => {}
    }
}

/// Warns once for each value with characters that can't be printed.
pub(crate) fn check(files: &[ParsedFile], typeface: &Typeface, problems: &mut Problems) {
    for parsed in files {
        parsed.root.scalars(&mut |node, text| {
            let composed = composed(text);
            let before = std::iter::once(None).chain(composed.chars().map(Some));
            let odd = composed.chars().zip(before).find(|&(c, before)| {
                let is_printed = matches!(printed(c, before, typeface), Printed::AsItIs | Printed::InParts);
                !c.is_whitespace() && !is_printed
            });
            if let Some((c, _)) = odd {
                let place = Place::at(&parsed.file, node.bytes.clone());
                problems.push(
                    Problem::new(Code::UnprintableCharacter, place)
                        .with("character", format!("U+{:04X}", u32::from(c))),
                );
            }
        });
    }
}

/// What becomes of `c` behind the character `before`.
fn printed(c: char, before: Option<char>, typeface: &Typeface) -> Printed {
    match c {
        ' '..='~' | '\u{a0}' => Printed::AsItIs,
        WORD_BULLET => Printed::As('•'),
        c if is_format_character(c) => Printed::Dropped,
        // Word's non-breaking hyphen.
        '\u{2011}' => Printed::As('-'),
        c if c.is_control() || is_noncharacter(c) || is_private(c) => Printed::AsNumber,
        c if is_combining(c) => {
            let has_place = before.is_some_and(char::is_alphabetic);
            if has_place && typeface.has(c) { Printed::AsItIs } else { Printed::AsNumber }
        }
        c if typeface.has(c) => Printed::AsItIs,
        c if is_composed_of(c, typeface) => Printed::InParts,
        _ => Printed::AsNumber,
    }
}

/// Whether `c` is a letter with marks, and the fonts have the letter and each mark.
fn is_composed_of(c: char, typeface: &Typeface) -> bool {
    let mut parts = std::iter::once(c).nfd();
    let letter = parts.next().filter(|&letter| letter != c && letter.is_alphabetic() && typeface.has(letter));
    letter.is_some() && parts.all(|mark| is_combining(mark) && typeface.has(mark))
}

/// Whether a character is a combining mark.
fn is_combining(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

fn is_private(c: char) -> bool {
    matches!(u32::from(c), 0xE000..=0xF8FF | 0xF0000..=0x10_FFFF)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn unprintable_characters_become_code_points() {
        let typeface = Typeface::embedded();
        for (text, expected) in [
            ("Økonomi+", "Økonomi+"),
            ("Anne 😀", "Anne [U+1F600]"),
            ("\u{f0b7} punkt", "• punkt"),
            ("a\u{202e}b", "ab"),
            ("a\u{0}b", "a[U+0000]b"),
            ("李", "[U+674E]"),
            ("A\u{30a}rhus", "Århus"),
            ("Ḥasan", "H\u{323}asan"),
            ("Ǧamīl Ṣāliḥ", "G\u{30c}amīl S\u{323}ālih\u{323}"),
            ("  to\n linjer ", "to linjer"),
            ("#read(\"/etc/passwd\")", "#read(\"/etc/passwd\")"),
        ] {
            assert_eq!(printable(text, &typeface), expected, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn the_result_has_a_glyph_for_every_character(text in "\\PC{0,30}|[\\x00-\\x1f\u{e000}-\u{e010}a ]{0,10}") {
            let typeface = Typeface::embedded();
            let result = printable(&text, &typeface).into_owned();
            prop_assert!(result.chars().all(|c| typeface.has(c)), "{:?}", result);
            prop_assert_eq!(printable(&result, &typeface), result.as_str());
        }
    }
}
