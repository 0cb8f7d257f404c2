//! Heuristics that explain why a text is not valid YAML.
//!
//! The parser reports where it stopped, which is often far below the mistake. The heuristics scan
//! the text line by line up to that point; the first line that one of them recognizes is the
//! explanation.

mod commented_out;
mod layout;
mod line;
mod whitespace;
mod within_line;

use std::ops::Range;

use layout::Context;
use line::{Line, bracket_balance, is_level, tokenize};

pub(super) use commented_out::commented_out_heading;

use crate::fields::area_levels;
use crate::language::Tag;
use crate::problem::code::Code;

/// A syntax error and its likely fix.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct SyntaxHint {
    pub code: Code,
    /// The bytes to underline.
    pub bytes: Range<usize>,
    /// Arguments of the message.
    pub facts: Vec<(&'static str, String)>,
    /// Bytes and their replacement.
    pub fix: Option<(Range<usize>, String)>,
    /// True if the fix certainly restores the intended meaning, so that parsing can resume with it.
    pub is_certain: bool,
}

impl SyntaxHint {
    fn new(code: Code, bytes: Range<usize>) -> Self {
        Self { code, bytes, facts: Vec::new(), fix: None, is_certain: true }
    }

    fn with(mut self, name: &'static str, fact: impl ToString) -> Self {
        self.facts.push((name, fact.to_string()));
        self
    }

    /// Marks the fix as a guess.
    fn uncertain(mut self) -> Self {
        self.is_certain = false;
        self
    }

    fn fixed(mut self, bytes: Range<usize>, text: impl Into<String>) -> Self {
        self.fix = Some((bytes, text.into()));
        self
    }
}

/// Explains the first mistake at or before the byte where the parser stopped. `usual` is the
/// language of the fix if the keys of the text don't tell.
pub(super) fn explain(text: &str, stopped_at: usize, usual: Tag) -> Option<SyntaxHint> {
    let lines = tokenize(text);
    let last = lines.iter().rposition(|line| line.start <= stopped_at).unwrap_or(0);
    let mut scanner = Scanner::new(text, &lines, usual);
    (0..lines.len().min(last + 2)).find_map(|number| scanner.scan(number))
}

/// Explains the value at the byte `at`, which is a scalar where a mapping was expected.
pub(super) fn explain_text(text: &str, at: usize, usual: Tag) -> Option<SyntaxHint> {
    let lines = tokenize(text);
    let number = lines.iter().rposition(|line| line.start <= at)?;
    let line = &lines[number];
    let outer = line.indent().saturating_sub(2);
    let open = &[outer];
    let context = Context { text, lines: &lines, number, open, has_value: false, first_key: None, usual };
    layout::pasted_cells(&context).or_else(|| {
        let level = text[line.content..line.end].rsplit(char::is_whitespace).next()?;
        let lacks_colon = line.colon.is_none() && line.indent() > 0 && is_level(level);
        lacks_colon.then(|| layout::missing_colon(text, line, false)).flatten()
    })
}

/// State of the scan from the first line down.
struct Scanner<'a> {
    text: &'a str,
    lines: &'a [Line<'a>],
    first_key: Option<&'a Line<'a>>,
    /// The language of the text if its keys don't tell.
    usual: Tag,
    /// Columns of the open keys, outermost first.
    open: Vec<usize>,
    /// True if the last key has a value.
    has_value: bool,
    /// Indentation of the key whose block scalar is being skipped.
    block_scalar: Option<usize>,
    /// Open brackets of a flow collection that spans lines.
    flow_depth: i32,
}

impl<'a> Scanner<'a> {
    fn new(text: &'a str, lines: &'a [Line<'a>], usual: Tag) -> Self {
        Self {
            text,
            lines,
            first_key: lines.iter().find(|line| line.colon.is_some()),
            usual,
            open: Vec::new(),
            has_value: false,
            block_scalar: None,
            flow_depth: 0,
        }
    }

    /// Looks for a mistake in the next line.
    fn scan(&mut self, number: usize) -> Option<SyntaxHint> {
        let (text, line) = (self.text, &self.lines[number]);
        // Whitespace alone does no harm, not even a tab.
        if line.is_blank() || self.block_scalar.is_some_and(|outer| line.indent() > outer) {
            return None;
        }
        self.block_scalar = None;
        let hint = within_line::markers_and_bullets(text, line)
            .or_else(|| whitespace::tabs_and_odd_spaces(text, line));
        if let Some(hint) = hint {
            return Some(self.with_fitting_indent(hint, line));
        }
        if self.flow_depth > 0 {
            self.flow_depth += bracket_balance(&text[line.content..line.end]);
            return None;
        }
        let context = Context {
            text,
            lines: self.lines,
            number,
            open: &self.open,
            has_value: self.has_value,
            first_key: self.first_key,
            usual: self.usual,
        };
        let hint = layout::pasted_cells(&context)
            .or_else(|| within_line::key_and_value(text, line))
            .or_else(|| layout::missing_first_dash(&context));
        if hint.is_some() {
            return hint;
        }
        if (line.colon.is_some()
            || self.has_value
            || line.is_item()
            || self.open.is_empty()
            || context.starts_section_without_colon())
            && let Some(hint) = layout::misplaced_line(&context)
        {
            return Some(hint);
        }
        self.enter_key(number)
    }

    /// Records the key of a line; returns a hint if its value is a flow collection that is never
    /// closed.
    fn enter_key(&mut self, number: usize) -> Option<SyntaxHint> {
        let line = &self.lines[number];
        line.colon?;
        let column = line.column();
        self.open.retain(|&outer| outer < column);
        self.open.push(column);
        let value = &self.text[line.value..line.end];
        let is_block_scalar = value.starts_with(['|', '>']);
        self.has_value = !value.is_empty() && !is_block_scalar;
        self.block_scalar = is_block_scalar.then(|| line.indent());
        let depth = bracket_balance(value);
        if depth > 0 && value.starts_with(['[', '{']) {
            if !closes_later(self.text, &self.lines[number + 1..], depth) {
                return Some(SyntaxHint::new(Code::UnclosedBracket, line.value..line.value + 1));
            }
            self.flow_depth = depth;
        }
        None
    }

    /// Adjusts a fix of a line's indentation to the lines above; the fix is certain only if no
    /// other indentation fits.
    fn with_fitting_indent(&self, mut hint: SyntaxHint, line: &Line<'_>) -> SyntaxHint {
        let open = &self.open;
        let in_long_form = area_levels::TABLE.field(line.key(self.text)).is_some() && open.len() > 2;
        if let Some((bytes, indent)) = &mut hint.fix
            && *bytes == (line.start..line.content)
        {
            if let (true, Some(&column)) = (in_long_form && !line.is_item(), open.last()) {
                *indent = " ".repeat(column);
            }
            hint.is_certain = match (self.has_value, &open[..]) {
                (true, _) => open.contains(&indent.len()) && (open.len() <= 2 || in_long_form),
                (false, [heading]) => *heading < indent.len(),
                (false, _) => false,
            };
        }
        hint
    }
}

/// True if the following lines close `depth` brackets before a key at the margin.
fn closes_later(text: &str, lines: &[Line<'_>], mut depth: i32) -> bool {
    for line in lines {
        if line.colon.is_some() && line.content == line.start {
            return false;
        }
        depth += bracket_balance(&text[line.content..line.end]);
        if depth <= 0 {
            return true;
        }
    }
    false
}

/// Puts `text` in quotation marks, double ones unless it contains characters to escape.
pub(super) fn quoted(text: &str) -> String {
    if text.contains(['"', '\\']) { format!("'{}'", text.replace('\'', "''")) } else { format!("\"{text}\"") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn hint(text: &str) -> (Code, &str) {
        let hint = explain(text, text.len(), Tag::Da).unwrap_or_else(|| panic!("no hint for {text:?}"));
        (hint.code, &text[hint.bytes])
    }

    #[test]
    fn each_mistake_is_recognized_and_located() {
        assert_eq!(hint("navn: A\n\tskole: B\n"), (Code::TabCharacter, "\t"));
        assert_eq!(hint("navn: A\nskole:Nord\nprofil:\n"), (Code::NoSpaceAfterColon, ":"));
        assert_eq!(hint("plan:\n  - mål: Se: her\n"), (Code::ColonInText, ":"));
        assert_eq!(hint("navn: \"A\nskole: B\n"), (Code::UnclosedQuote, "\""));
        assert_eq!(hint("navn: A\nskole Nord\nprofil:\n"), (Code::MissingColon, "skole"));
        assert_eq!(hint("namn: A\nbefattning: B\nuppföljning 2027\n"), (Code::MissingColon, "uppföljning"));
        assert_eq!(hint("s:\n  a: ja\n   b: nej\n"), (Code::WrongIndentation, "b"));
        assert_eq!(hint("s:\n  a: ja\n b: nej\n"), (Code::WrongIndentation, "b"));
        assert_eq!(hint(" navn: A\nskole: B\n"), (Code::WrongIndentation, "navn"));
        assert_eq!(hint("navn: “A: b”\n"), (Code::CurlyQuotes, "“"));
        assert_eq!(hint("navn:\u{a0}A\nskole: B\n"), (Code::NoBreakSpace, "\u{a0}"));
        assert_eq!(hint("navn: A\n<<<<<<< HEAD\n"), (Code::MergeMarker, "<<<<<<<"));
        assert_eq!(hint("navn: @A\n"), (Code::SpecialCharacter, "@"));
        assert_eq!(hint("roller: [a, b\nplan:\n"), (Code::UnclosedBracket, "["));
    }

    /// The text of the fix for the first mistake.
    fn put(text: &str, usual: Tag) -> String {
        let hint = explain(text, text.len(), usual).unwrap_or_else(|| panic!("no hint for {text:?}"));
        hint.fix.unwrap_or_else(|| panic!("no fix for {text:?}")).1
    }

    #[test]
    fn fixes_are_in_the_language_of_the_file() {
        let long = |name, school, levels, long| {
            format!("{name}: A\n{school}: B\n{levels}:\n  it: 2 -> 3\n    {long}\n")
        };
        for (text, expected) in [
            (long("navn", "skole", "profil", "vigtighed: nødvendig"), "\n    nu: 2\n    ønsket: 3"),
            (long("namn", "skola", "profil", "prioritet: nödvändig"), "\n    nu: 2\n    önskad: 3"),
            (long("navn", "skole", "profil", "merknad: Alt"), "\n    nå: 2\n    ønsket: 3"),
            (long("name", "school", "profile", "priority: essential"), "\n    now: 2\n    wanted: 3"),
        ] {
            assert_eq!(put(&text, Tag::Da), expected, "{text}");
        }
        let cells = "name: A\nschool: B\nprofile:\nFinance\t2\t3\n";
        assert_eq!(put(cells, Tag::Da), "  Finance: 2 to 3");
        assert_eq!(put("profil:\nØkonomi\t2\t3\n", Tag::Sv), "  Økonomi: 2 till 3");
    }

    #[test]
    fn valid_text_gives_no_hint() {
        let valid = "# kommentar: her\nnavn: A\nprofil:\n  it: {nu: 2, ønsket: 3}\n  dansk:\n    nu: 1\nplan:\n  - mål: B\n    frist: 2027-01-01\n  - mål: 'C: d'\n    aktivitet: |\n      Mange: linjer\n      her\nroller: [a,\n  b]\n";
        assert_eq!(explain(valid, valid.len(), Tag::Da), None);
    }
}
