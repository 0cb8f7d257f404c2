//! Tabs and other whitespace that YAML does not allow or does not treat as such.

use super::SyntaxHint;
use super::line::Line;
use crate::problem::code::Code;

/// Finds tabs and non-ASCII whitespace.
pub(super) fn tabs_and_odd_spaces(text: &str, line: &Line<'_>) -> Option<SyntaxHint> {
    indentation_characters(text, line).or_else(|| odd_space(text, line))
}

/// True for whitespace that YAML does not treat as such.
fn is_odd_space(c: char) -> bool {
    c.is_whitespace() && !matches!(c, ' ' | '\t')
}

/// Finds tabs and non-ASCII whitespace in the indentation.
fn indentation_characters(text: &str, line: &Line<'_>) -> Option<SyntaxHint> {
    let lead = &text[line.start..line.content];
    if let Some(at) = lead.find('\t') {
        let at = line.start + at;
        let spaces = lead.replace('\t', "  ");
        return Some(SyntaxHint::new(Code::TabCharacter, at..at + 1).fixed(line.start..line.content, spaces));
    }
    let (at, c) = lead.char_indices().find(|&(_, c)| is_odd_space(c))?;
    let at = line.start + at;
    let spaces = lead.replace(is_odd_space, " ");
    let hint = SyntaxHint::new(Code::NoBreakSpace, at..at + c.len_utf8());
    Some(hint.fixed(line.start..line.content, spaces))
}

/// Finds non-ASCII whitespace after the dash of a list item or after the first colon.
fn odd_space(text: &str, line: &Line<'_>) -> Option<SyntaxHint> {
    let body = &text[line.content..line.end];
    let odd_space_at = |at: usize| {
        let c = body[at..].chars().next().filter(|&c| is_odd_space(c))?;
        let bytes = line.content + at..line.content + at + c.len_utf8();
        Some(SyntaxHint::new(Code::NoBreakSpace, bytes.clone()).fixed(bytes, " "))
    };
    let after_dash = body.starts_with('-').then(|| odd_space_at(1)).flatten();
    after_dash.or_else(|| odd_space_at(body.find(':')? + 1))
}
