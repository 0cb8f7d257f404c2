//! Detects national identity numbers: the Danish CPR number, the Norwegian fødselsnummer and the
//! Swedish personnummer.
//!
//! Digits in a typical grouping count as a number if their date is valid, whatever the check digits
//! say, because a mistyped number still identifies a person. Where the grouping is ambiguous (a
//! telephone or course number), the check digits decide, in the countries that have them.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use super::characters::is_format_character;
use super::tree::Node;
use super::{Place, SourceFile};
use crate::problem::{Code, Problem, Problems};

/// Digits by value, 0 to 9.
type Digits = [u8];

/// Groups of digits in the longest form, `01 01 90 123 45`.
const MAX_GROUPS: usize = 5;
/// Spaces before or after a separator.
const MAX_SPACES: usize = 3;

/// A run of digits and the separator after it.
struct Group {
    digits: Range<usize>,
    /// A hyphen, underscore, plus, dot or slash; `None` for spaces only.
    separator: Option<char>,
}

/// Byte ranges of all personal numbers in `text`.
pub(crate) fn personal_numbers(text: &str) -> impl Iterator<Item = Range<usize>> {
    let plain = PlainText::of(text);
    let mut from = 0;
    std::iter::from_fn(move || {
        let text = plain.text.as_ref();
        while let Some(start) = next_group(text, from) {
            let end = digits_end(text, start);
            // `+45 …` is a telephone number.
            let found = if text[..start].ends_with('+') { None } else { number_at(text, start) };
            from = found.as_ref().map_or(end, |found| found.end);
            if let Some(found) = found {
                return Some(plain.original(&found));
            }
        }
        from = text.len();
        None
    })
}

/// Whether `text` holds a personal number, also if its whitespace is collapsed.
pub(crate) fn has_personal_number(text: &str) -> bool {
    let collapsed = text.split_whitespace().collect::<Vec<_>>().join(" ");
    personal_numbers(text).next().is_some() || personal_numbers(&collapsed).next().is_some()
}

/// Reports each personal number in the text of `file`.
pub(crate) fn report(file: &Arc<SourceFile>, problems: &mut Problems) {
    for bytes in personal_numbers(&file.text) {
        problems.push(Problem::new(Code::CprNumber, Place::at(file, bytes)));
    }
}

/// Reports each scalar under `root` that holds a personal number only once its escapes are resolved and
/// its lines are joined.
pub(crate) fn report_escaped(file: &Arc<SourceFile>, root: &Node, problems: &mut Problems) {
    for bytes in escaped(&file.text, root) {
        problems.push(Problem::new(Code::CprNumber, Place::at(file, bytes)));
    }
}

/// Byte ranges of the scalars under `root` that hold a personal number which the file's text does not show.
pub(crate) fn escaped(text: &str, root: &Node) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    root.scalars(&mut |node, resolved| {
        let shown = text.get(node.bytes.clone()).unwrap_or_default();
        if personal_numbers(resolved).next().is_some() && personal_numbers(shown).next().is_none() {
            found.push(node.bytes.clone());
        }
    });
    found
}

/// A text without invisible characters, and with every digit and sign of another width as an ASCII one.
struct PlainText<'a> {
    text: Cow<'a, str>,
    /// Start and length of the original character of each byte; empty if the text is unchanged.
    origins: Vec<(usize, usize)>,
}

impl<'a> PlainText<'a> {
    fn of(text: &'a str) -> Self {
        let is_plain = |c: char| !is_hidden(c) && plain_form(c) == c;
        if text.is_ascii() || text.chars().all(is_plain) {
            return Self { text: Cow::Borrowed(text), origins: Vec::new() };
        }
        let (mut plain, mut origins) = (String::with_capacity(text.len()), Vec::new());
        for (at, c) in text.char_indices().filter(|(_, c)| !is_hidden(*c)) {
            plain.push(plain_form(c));
            origins.resize(plain.len(), (at, c.len_utf8()));
        }
        Self { text: Cow::Owned(plain), origins }
    }

    /// The range of the original text of a range that is not empty.
    fn original(&self, range: &Range<usize>) -> Range<usize> {
        match (self.origins.get(range.start), self.origins.get(range.end - 1)) {
            (Some((start, _)), Some((last, length))) => *start..last + length,
            _ => range.clone(),
        }
    }
}

/// True for characters that are not seen between two digits.
pub(super) fn is_hidden(c: char) -> bool {
    is_format_character(c) || matches!(c, '\u{ad}' | '\u{34f}' | '\u{180e}' | '\u{fe00}'..='\u{fe0f}')
}

/// The ASCII form of a full-width or mathematical digit and of a full-width sign.
fn plain_form(c: char) -> char {
    let digit = |first: u32| char::from_digit((u32::from(c) - first) % 10, 10).unwrap_or(c);
    match c {
        '\u{ff10}'..='\u{ff19}' => digit(0xff10),
        '\u{1d7ce}'..='\u{1d7ff}' => digit(0x1d7ce),
        '\u{660}'..='\u{669}' => digit(0x660),
        '\u{6f0}'..='\u{6f9}' => digit(0x6f0),
        '\u{ff0d}' | '\u{fe63}' => '-',
        '\u{ff0b}' => '+',
        '\u{ff0e}' => '.',
        '\u{ff0f}' => '/',
        '\u{ff3f}' => '_',
        c => c,
    }
}

/// Start of the first run of digits at or after `from`.
fn next_group(text: &str, from: usize) -> Option<usize> {
    text.get(from..)?.find(|c: char| c.is_ascii_digit()).map(|at| from + at)
}

fn digits_end(text: &str, start: usize) -> usize {
    text[start..].find(|c: char| !c.is_ascii_digit()).map_or(text.len(), |length| start + length)
}

/// The personal number whose first digit is at `start`.
fn number_at(text: &str, start: usize) -> Option<Range<usize>> {
    let groups = groups(text, start);
    (1..=groups.len()).find_map(|count| {
        let groups = &groups[..count];
        is_number(text, groups).then(|| start..groups[count - 1].digits.end)
    })
}

/// The run of digits at `start` and the next ones on the line.
fn groups(text: &str, start: usize) -> Vec<Group> {
    let mut groups = Vec::new();
    let mut at = start;
    while groups.len() < MAX_GROUPS {
        let end = digits_end(text, at);
        let skip_spaces = |from: usize| {
            let is_space = |c: &char| *c == '\t' || c.is_whitespace() && !matches!(c, '\n' | '\r');
            from + text[from..]
                .chars()
                .take(MAX_SPACES)
                .take_while(is_space)
                .map(char::len_utf8)
                .sum::<usize>()
        };
        let after = skip_spaces(end);
        let is_separator = |&c: &char| is_hyphen(c) || matches!(c, '_' | '+' | '.' | '/');
        let separator = text[after..].chars().next().filter(is_separator);
        let next = separator.map_or(after, |separator| skip_spaces(after + separator.len_utf8()));
        groups.push(Group { digits: at..end, separator });
        if !text[next..].starts_with(|c: char| c.is_ascii_digit()) {
            break;
        }
        at = next;
    }
    groups
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

fn is_number(text: &str, groups: &[Group]) -> bool {
    // Bounds the work for long runs of digits; no number is longer.
    if groups.iter().any(|group| group.digits.len() > 12) {
        return false;
    }
    let bytes = groups.iter().flat_map(|group| text[group.digits.clone()].bytes());
    let digits: Vec<u8> = bytes.map(|byte| byte - b'0').collect();
    let lengths: Vec<usize> = groups.iter().map(|group| group.digits.len()).collect();
    // The separator before the last group.
    let separator = groups.iter().rev().nth(1).and_then(|group| group.separator);
    let has_hyphen = separator.is_some_and(is_hyphen);
    let has_plus = separator == Some('+');
    match lengths[..] {
        [10] => is_ungrouped_danish(&digits) || is_swedish(&digits) && swedish_check(&digits),
        [12] => {
            is_danish(&digits)
                || is_swedish(&digits[2..]) && is_century(&digits) && swedish_check(&digits[2..])
        }
        [11] | [6, 5] | [6, 3, 2] | [2, 2, 2, 5] | [2, 2, 2, 3, 2] => is_norwegian(&digits),
        [6, 4] => {
            let has_swedish_separator = has_hyphen || has_plus || separator == Some('_');
            is_danish(&digits) && !has_plus
                || is_swedish(&digits)
                    && (has_swedish_separator && !is_coordination_number(&digits) || swedish_check(&digits))
        }
        [8, 4] => {
            let swedish = &digits[2..];
            // `20260801-0731` is a school year.
            let is_school_year = is_date(two(swedish, 8), two(swedish, 6));
            let is_plausible =
                (has_hyphen || has_plus) && !is_school_year && !is_coordination_number(swedish);
            is_danish(&digits)
                || is_century(&digits) && is_swedish(swedish) && (is_plausible || swedish_check(swedish))
        }
        [2, 2, 2, 4] | [2, 2, 4, 4] => is_danish(&digits),
        [4, 2, 2, 4] => is_century(&digits) && is_swedish(&digits[2..]) && swedish_check(&digits[2..]),
        _ => false,
    }
}

/// The two-digit number at the index `at`.
fn two(digits: &Digits, at: usize) -> u8 {
    digits[at] * 10 + digits[at + 1]
}

/// True if the day exists in the month, in some year.
fn is_date(day: u8, month: u8) -> bool {
    let days = match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}

fn is_century(year: &Digits) -> bool {
    matches!(two(year, 0), 18..=20)
}

/// `ddmmyyxxxx` or `ddmmyyyyxxxx`. Numbers issued since 2007 need not satisfy the check digit.
fn is_danish(digits: &Digits) -> bool {
    is_date(two(digits, 0), two(digits, 2)) && (digits.len() == 10 || matches!(two(digits, 4), 19 | 20))
}

/// Ten digits without separator, which may also be a Swedish mobile number if they start with `07`.
fn is_ungrouped_danish(digits: &Digits) -> bool {
    const WEIGHTS: [u32; 10] = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
    is_danish(digits) && (!digits.starts_with(&[0, 7]) || weighted(digits, &WEIGHTS) == 0)
}

/// `ddmmyyiiikk`. With 40 added to the day (a D number) or 40 or 80 to the month (a synthetic
/// number), the digits look less like a date, so the check digits decide.
fn is_norwegian(digits: &Digits) -> bool {
    let (day, month) = (two(digits, 0), two(digits, 2));
    let months = [Some(month), month.checked_sub(40), month.checked_sub(80)];
    let mut days = [Some(day), day.checked_sub(40)].into_iter().flatten();
    let has_offset = days.any(|day| months.into_iter().flatten().any(|month| is_date(day, month)));
    is_date(day, month) || has_offset && norwegian_check(digits)
}

/// Verifies both check digits (modulo 11).
fn norwegian_check(digits: &Digits) -> bool {
    weighted(&digits[..10], &[3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) == 0
        && weighted(digits, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) == 0
}

/// Weighted sum modulo 11.
fn weighted(digits: &Digits, weights: &[u32]) -> u32 {
    digits.iter().zip(weights).map(|(&digit, weight)| u32::from(digit) * weight).sum::<u32>() % 11
}

/// `yymmddnnnn`, with 60 added to the day in a coordination number (*samordningsnummer*).
fn is_swedish(digits: &Digits) -> bool {
    let (month, day) = (two(digits, 2), two(digits, 4));
    is_date(day, month) || day.checked_sub(60).is_some_and(|day| is_date(day, month))
}

fn is_coordination_number(digits: &Digits) -> bool {
    two(digits, 4) > 60
}

/// Verifies the check digit (Luhn).
fn swedish_check(digits: &Digits) -> bool {
    let sum: u32 = digits
        .iter()
        .enumerate()
        .map(|(at, &digit)| match (at % 2, u32::from(digit) * 2) {
            (0, doubled) => doubled / 10 + doubled % 10,
            _ => u32::from(digit),
        })
        .sum();
    sum.is_multiple_of(10)
}

/// `text` with `…` in place of personal numbers.
pub(crate) fn masked(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut done = 0;
    for bytes in personal_numbers(text) {
        masked.push_str(&text[done..bytes.start]);
        masked.push('…');
        done = bytes.end;
    }
    masked.push_str(&text[done..]);
    masked
}

/// `text` without the personal numbers in it, and whether it had any.
pub(crate) fn without_personal_numbers(text: &str) -> (String, bool) {
    let mut kept = String::new();
    let mut from = 0;
    for range in personal_numbers(text) {
        kept.push_str(&text[from..range.start]);
        kept.push(' ');
        from = range.end;
    }
    kept.push_str(&text[from..]);
    let had = from > 0;
    let around = |c: char| had && matches!(c, '(' | ')' | ',' | ';' | ':' | '-' | '–' | '/' | ' ' | '.');
    let words = kept.replace("()", " ").split_whitespace().collect::<Vec<_>>().join(" ");
    (words.trim_matches(around).to_owned(), had)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        personal_numbers(text).map(|range| &text[range]).collect()
    }

    #[test]
    fn numbers_of_three_countries_are_found_in_all_notations() {
        for text in [
            // Danish.
            "0102031234",
            "010203-1234",
            "010203-  1234",
            "010203  -  1234",
            "010203\u{a0}\u{2013} 1234",
            "311299 4321",
            "010170 - 1234",
            "01.01.70-1234",
            "01 01 70 1234",
            "010170/1234",
            "01011970-1234",
            "010119701234",
            // Norwegian, with invented and with real check digits, and D numbers.
            "01019012345",
            "010190 12345",
            "010190-12345",
            "010190 123 45",
            "01.01.90 12345",
            "01010750160",
            "41010750154",
            // Swedish.
            "19900101-1234",
            "900101-1234",
            "900101+1234",
            "900101 \u{2013} 1234",
            "811218-9876",
            "8112189876",
            "198112189876",
            "19811218 9876",
            "1981-12-18-9876",
            "701063-2391",
            "7010632391",
            // Split by what is not seen, by underscores, and in other digits.
            "010203\u{200b}1234",
            "010203\u{ad}-1234",
            "0102\u{2060}03-12\u{feff}34",
            "010203_1234",
            "01_02_03_1234",
            "900101_1234",
            "\u{ff10}\u{ff11}\u{ff10}\u{ff12}\u{ff10}\u{ff13}-\u{ff11}\u{ff12}\u{ff13}\u{ff14}",
            "010203\u{ff0d}1234",
        ] {
            assert_eq!(found(text), [text], "{text}");
            let in_a_line = format!("Ring til æ{text}, tak");
            assert_eq!(found(&in_a_line), [text], "{in_a_line}");
        }
        assert_eq!(found("010203-1234, 900101-1234 og 01019012345").len(), 3);
    }

    #[test]
    fn dates_telephone_and_course_numbers_are_not_personal_numbers() {
        for text in [
            "2026-12-02",
            "02-12-2026",
            "20260801-0731",
            "45948",
            "nummer 4594812345678",
            "1.500",
            // Telephone numbers of the three countries.
            "97 12 34 56",
            "+4597123456",
            "+46 701234567",
            "004746812345",
            "0701234567",
            "070-123 45 67",
            "0701-234567",
            "08-123 456 78",
            "912 34 567",
            "+46701234567",
            // Numbers of companies, bank accounts and locations.
            "556012-5790",
            "212000-1355",
            "1204 5678901",
            "5798001234567",
            "DK50 0040 0440 1162 43",
            // Invalid dates or check digits.
            "320190-1234",
            "310490 12345",
            "31139012345",
            "41019012345",
            "9001011234",
            "900161-1234",
            "199001011234",
            "1990-01-01-1234",
            // Times in names of files, school years, and numbers of courses.
            "IMG_20261129_1430",
            "20260801_0731",
            "45948_2027",
            "45948\u{200b}12345",
            "010203\n1234",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn long_runs_of_digits_take_linear_time() {
        let text = "0102031234".repeat(100_000);
        assert_eq!(personal_numbers(&text).count(), 0);
        let text = "010203-".repeat(100_000);
        assert_eq!(personal_numbers(&text).count(), 0);
    }

    #[test]
    fn a_number_that_only_its_escapes_hide_is_found() {
        let text = "a: \"0102\\x303-1234\"\nb: \"0102\\\n  03-1234\"\nc: 010203-1234\nd: Ro\n";
        let root = crate::source::tree::read(text).expect("YAML").root.expect("a mapping");
        let found: Vec<&str> = escaped(text, &root).into_iter().map(|bytes| &text[bytes]).collect();
        assert_eq!(found, ["\"0102\\x303-1234\"", "\"0102\\\n  03-1234\""]);
    }

    #[test]
    fn personal_numbers_are_cut_out() {
        for (text, kept) in [
            ("Lone Bregnholt 010203-1234", "Lone Bregnholt"),
            ("Lone Bregnholt (010203-1234)", "Lone Bregnholt"),
            ("010203-1234 - Lone", "Lone"),
            ("0102031234", ""),
            ("Lone B.", "Lone B."),
        ] {
            let (without, had) = without_personal_numbers(text);
            assert_eq!((without.as_str(), had), (kept, text != "Lone B."), "{text}");
        }
    }
}
