//! Lines of possibly invalid YAML, tokenized far enough for the heuristics.

use crate::fields::{Field, Form, area_levels, profile};
use crate::source::spelling::BETWEEN_LEVELS;

/// One tokenized line. All positions are byte offsets into the whole text.
pub(super) struct Line<'a> {
    pub start: usize,
    /// The line without its line break.
    pub text: &'a str,
    pub indent_end: usize,
    /// Start of the key or text, after any `- `.
    pub content: usize,
    /// The colon after the key, if whitespace or the end of the line follows it.
    pub colon: Option<usize>,
    /// Start of the value; equal to `end` if there is none.
    pub value: usize,
    /// End of the value, before trailing whitespace and comment.
    pub end: usize,
}

impl Line<'_> {
    /// Column of the key or text, in bytes from 0.
    pub(super) fn column(&self) -> usize {
        self.content - self.start
    }

    pub(super) fn indent(&self) -> usize {
        self.indent_end - self.start
    }

    /// True for a line of whitespace and comment only.
    pub(super) fn is_blank(&self) -> bool {
        self.end <= self.indent_end
    }

    /// True if the line starts a list item.
    pub(super) fn is_item(&self) -> bool {
        self.content > self.indent_end
    }

    /// The key; empty if there is none.
    pub(super) fn key<'a>(&self, text: &'a str) -> &'a str {
        self.colon.map_or("", |colon| &text[self.content..colon])
    }

    /// True for a key without a value on its line.
    pub(super) fn is_heading(&self) -> bool {
        self.colon.is_some() && self.value == self.end
    }

    /// End of the line, before the line break but after any comment.
    pub(super) fn line_end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// Tokenizes every line of `text`.
pub(super) fn tokenize(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line_with_break in text.split_inclusive('\n') {
        let line = line_with_break.trim_end_matches(['\n', '\r']);
        let line_end = start + line.len();
        let indent_end = line_end - line.trim_start().len();
        let mut content = indent_end;
        while text[content..line_end].starts_with("- ") {
            content = skip_spaces(text, content + 1, line_end);
        }
        let body = &text[content..line_end];
        let body = &body[..comment_start(body).unwrap_or(body.len())];
        let end = content + body.trim_end().len();
        let colon = key_colon(body).map(|at| content + at);
        let value = colon.map_or(end, |colon| skip_spaces(text, colon + 1, end.max(colon + 1)));
        lines.push(Line { start, text: line, indent_end, content, colon, value, end });
        start += line_with_break.len();
    }
    lines
}

/// Offset of the first character in `from..to` that is not a space, or `to`.
fn skip_spaces(text: &str, from: usize, to: usize) -> usize {
    to - text[from..to].trim_start_matches(' ').len()
}

/// Finds the colon that ends a key at the start of `body`.
pub(super) fn key_colon(body: &str) -> Option<usize> {
    if body.starts_with(['[', '{', '#']) {
        return None;
    }
    let mut skip = 0;
    if let Some(quote) = body.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        skip = 2 + body[1..].find(quote)?;
    }
    body[skip..]
        .match_indices(':')
        .map(|(at, _)| skip + at)
        .find(|&at| matches!(body[at + 1..].chars().next(), None | Some(' ' | '\t')))
}

/// Finds the `#` that starts a comment outside quotation marks.
fn comment_start(body: &str) -> Option<usize> {
    let mut quote = None;
    let mut previous = ' ';
    for (at, c) in body.char_indices() {
        match (quote, c) {
            (None, '#') if previous == ' ' || previous == '\t' => return Some(at),
            (None, '"' | '\'') if matches!(previous, ' ' | '[' | '{' | ',' | '(') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
        previous = c;
    }
    None
}

/// Opening minus closing brackets in `value`, outside quotation marks.
pub(super) fn bracket_balance(value: &str) -> i32 {
    let mut balance = 0;
    let mut quote = None;
    for c in value.chars() {
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            (None, '[' | '{') => balance += 1,
            (None, ']' | '}') => balance -= 1,
            _ => {}
        }
    }
    balance
}

/// True if `value` is a level, or a current and a target level.
pub(super) fn is_level(value: &str) -> bool {
    value.starts_with(|c: char| c.is_ascii_digit())
        && value
            .split_whitespace()
            .all(|part| BETWEEN_LEVELS.contains(&part) || part.chars().all(|c| c.is_ascii_digit()))
}

/// True if the value of `field` is nested on lines below the key.
pub(super) fn has_nested_lines(field: &Field) -> bool {
    matches!(field.form, Form::List(_) | Form::Section(_) | Form::LevelsByArea | Form::Changes(_))
}

/// True if `line` has a key that may be an area's.
pub(super) fn is_area(line: &Line<'_>, text: &str) -> bool {
    let key = line.key(text);
    !key.is_empty() && profile::TABLE.field(key).is_none() && area_levels::TABLE.field(key).is_none()
}
