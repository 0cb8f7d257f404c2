//! The usual slips, told from the text alone, where the parser only knows that
//! something is wrong further down.
//!
//! The text is read line by line up to where the parser stopped; the first line
//! that holds a slip explains the rest.

use std::ops::Range;

use super::known_keys;
use super::spelling::nearest;
use crate::problem::code::Code;

/// A slip and how to mend it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct SyntaxHint {
    pub code: Code,
    /// The bytes to blame.
    pub bytes: Range<usize>,
    /// The facts for the message.
    pub facts: Vec<(&'static str, String)>,
    /// What to put instead of some bytes, to have it right.
    pub fix: Option<(Range<usize>, String)>,
}

impl SyntaxHint {
    fn new(code: Code, bytes: Range<usize>) -> Self {
        Self { code, bytes, facts: Vec::new(), fix: None }
    }

    fn fixed(mut self, bytes: Range<usize>, text: impl Into<String>) -> Self {
        self.fix = Some((bytes, text.into()));
        self
    }
}

/// A line, cut into what it is made of; places are bytes in the whole text.
struct Line<'a> {
    /// Where the line begins.
    start: usize,
    /// The line without its break.
    text: &'a str,
    /// Where the indentation ends.
    indent_end: usize,
    /// Where the key or text begins, behind any `- `.
    content: usize,
    /// The colon behind the key, if one is followed by a blank or the line's end.
    colon: Option<usize>,
    /// Where the value begins; the line's end if there is none.
    value: usize,
    /// Where value and line end, without a comment.
    end: usize,
}

/// The first slip at or before the byte where the parser stopped.
pub(super) fn explain(text: &str, stopped_at: usize) -> Option<SyntaxHint> {
    let lines = cut(text);
    let last = lines.iter().rposition(|line| line.start <= stopped_at).unwrap_or(0);
    // Columns at which keys stand, outermost first, and whether the last had a value.
    let mut open: Vec<usize> = Vec::new();
    let mut complete = false;
    let mut block_scalar: Option<usize> = None;
    let mut flow_depth = 0_i32;
    let first_key = lines.iter().find(|line| line.colon.is_some());
    for (number, line) in lines.iter().enumerate().take(last + 2) {
        let indent = line.indent_end - line.start;
        if line.end <= line.indent_end {
            // A line of nothing but a tab or blanks hurts nobody.
            continue;
        }
        if block_scalar.is_some_and(|outer| indent > outer) {
            continue;
        }
        block_scalar = None;
        if let Some(slip) = marks_and_blanks(text, line) {
            return Some(slip);
        }
        if flow_depth > 0 {
            flow_depth += depth_change(&text[line.content..line.end]);
            continue;
        }
        if let Some(slip) = inside(text, line) {
            return Some(slip);
        }
        let column = line.content - line.start;
        let item = line.content > line.indent_end;
        if line.colon.is_some() || complete || item || open.is_empty() {
            let next = lines.get(number + 1);
            if let Some(slip) = standing(text, line, next, &open, complete, first_key) {
                return Some(slip);
            }
        }
        if line.colon.is_some() {
            open.retain(|&outer| outer < column);
            open.push(column);
            let value = &text[line.value..line.end];
            complete = !value.is_empty() && !value.starts_with(['|', '>']);
            if value.starts_with(['|', '>']) {
                block_scalar = Some(indent);
            }
            let change = depth_change(value);
            if change > 0 && value.starts_with(['[', '{']) {
                if !closes_later(text, &lines[number + 1..], change) {
                    let at = line.value..line.value + 1;
                    return Some(SyntaxHint::new(Code::UnclosedBracket, at));
                }
                flow_depth = change;
            }
        }
    }
    None
}

fn cut(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for whole in text.split_inclusive('\n') {
        let line = whole.trim_end_matches(['\n', '\r']);
        let blank = |c: char| c.is_whitespace();
        let indent_end = start + line.len() - line.trim_start_matches(blank).len();
        let mut content = indent_end;
        while text[content..start + line.len()].starts_with("- ") {
            let rest = &text[content + 1..start + line.len()];
            content += 1 + rest.len() - rest.trim_start_matches(' ').len();
        }
        let body = &text[content..start + line.len()];
        let body = &body[..comment_at(body).unwrap_or(body.len())];
        let end = content + body.trim_end().len();
        let colon = key_colon(body).map(|at| content + at);
        let value = match colon {
            Some(colon) => {
                let rest = &text[colon + 1..end.max(colon + 1)];
                colon + 1 + rest.len() - rest.trim_start_matches(' ').len()
            }
            None => end,
        };
        lines.push(Line { start, text: line, indent_end, content, colon, value, end });
        start += whole.len();
    }
    lines
}

/// The colon that ends a key at the beginning of `body`.
fn key_colon(body: &str) -> Option<usize> {
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

/// A `#` that begins a comment, outside quotation marks.
fn comment_at(body: &str) -> Option<usize> {
    let mut quote = None;
    let mut before = ' ';
    for (at, c) in body.char_indices() {
        match (quote, c) {
            (None, '#') if before == ' ' || before == '\t' => return Some(at),
            (None, '"' | '\'') if matches!(before, ' ' | '[' | '{' | ',' | '(') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
        before = c;
    }
    None
}

/// Merge markers, tabs and odd blanks.
fn marks_and_blanks(text: &str, line: &Line<'_>) -> Option<SyntaxHint> {
    for marker in ["<<<<<<<", "=======", ">>>>>>>"] {
        if line.text.starts_with(marker) {
            return Some(SyntaxHint::new(Code::MergeMarker, line.start..line.start + marker.len()));
        }
    }
    let lead = &text[line.start..line.content];
    if let Some(slip) = not_a_dash(text, line) {
        return Some(slip);
    }
    if let Some(at) = lead.find('\t') {
        let at = line.start + at;
        let spaces = lead.replace('\t', "  ");
        return Some(SyntaxHint::new(Code::TabCharacter, at..at + 1).fixed(line.start..line.content, spaces));
    }
    let odd = |c: char| c.is_whitespace() && !matches!(c, ' ' | '\t');
    if let Some((at, c)) = lead.char_indices().find(|&(_, c)| odd(c)) {
        let at = line.start + at;
        let spaces = lead.replace(odd, " ");
        return Some(
            SyntaxHint::new(Code::NoBreakSpace, at..at + c.len_utf8())
                .fixed(line.start..line.content, spaces),
        );
    }
    let body = &text[line.content..line.end];
    if let Some(c) = body.strip_prefix('-').and_then(|rest| rest.chars().next()).filter(|&c| odd(c)) {
        let bytes = line.content + 1..line.content + 1 + c.len_utf8();
        return Some(SyntaxHint::new(Code::NoBreakSpace, bytes.clone()).fixed(bytes, " "));
    }
    let first_colon = body.find(':')?;
    let after = body[first_colon + 1..].chars().next().filter(|&c| odd(c))?;
    let at = line.content + first_colon + 1;
    let bytes = at..at + after.len_utf8();
    Some(SyntaxHint::new(Code::NoBreakSpace, bytes.clone()).fixed(bytes, " "))
}

/// A bullet or a dash of another kind, or a hyphen without a space, where a list
/// item begins.
fn not_a_dash(text: &str, line: &Line<'_>) -> Option<SyntaxHint> {
    let body = &text[line.content..line.end];
    let first = body.chars().next()?;
    let rest = &body[first.len_utf8()..];
    let bullet = matches!(first, '•' | '·' | '–' | '—' | '‐' | '‑' | '−' | '\u{f0b7}');
    let glued = first == '-' && rest.starts_with(char::is_alphabetic) && key_colon(rest).is_some();
    (bullet || glued).then(|| {
        let blanks = rest.len() - rest.trim_start().len();
        let mark = line.content..line.content + first.len_utf8();
        SyntaxHint::new(Code::NotADash, mark.clone()).fixed(mark.start..mark.end + blanks, "- ")
    })
}

/// What can be wrong inside a line.
fn inside(text: &str, line: &Line<'_>) -> Option<SyntaxHint> {
    let body = &text[line.content..line.end];
    let Some(colon) = line.colon else {
        if body.starts_with(['[', '{']) {
            return in_brackets(body, line.content, line.end);
        }
        return no_space_after_colon(body, line.content);
    };
    let value = &text[line.value..line.end];
    let first = value.chars().next()?;
    if let Some(at) = no_space_after_colon(&text[line.content..colon], line.content) {
        return Some(at);
    }
    let at_first = line.value..line.value + first.len_utf8();
    match first {
        '“' | '”' | '„' | '‟' | '‘' | '’' | '«' | '»' => {
            let plain: String = value.trim_matches(['“', '”', '„', '‟', '‘', '’', '«', '»']).to_owned();
            Some(SyntaxHint::new(Code::CurlyQuotes, at_first).fixed(line.value..line.end, quoted(&plain)))
        }
        '"' | '\'' => {
            let masked = value[1..].replace("\\\"", "  ").replace("''", "  ");
            if let Some(rest) =
                masked.find(first).map(|at| &masked[at + 1..]).filter(|r| !r.trim().is_empty())
            {
                let at = line.end - rest.trim_start().len();
                // Quotation marks around all of it were meant to hold it together.
                let inner = value[1..].strip_suffix(first).filter(|inner| inner.contains(first));
                let whole = quoted(inner.unwrap_or(value));
                return Some(
                    SyntaxHint::new(Code::TextAfterQuote, at..line.end).fixed(line.value..line.end, whole),
                );
            }
            let closed = masked.contains(first);
            (!closed).then(|| {
                let fixed = format!("{value}{first}");
                SyntaxHint::new(Code::UnclosedQuote, at_first).fixed(line.value..line.end, fixed)
            })
        }
        '&' => Some(SyntaxHint::new(Code::YamlAnchor, at_first).fixed(line.value..line.end, quoted(value))),
        '*' => Some(SyntaxHint::new(Code::YamlAlias, at_first).fixed(line.value..line.end, quoted(value))),
        '!' => Some(SyntaxHint::new(Code::YamlTag, at_first).fixed(line.value..line.end, quoted(value))),
        '@' | '`' | '%' | ',' | ']' | '}' => {
            let mut slip = SyntaxHint::new(Code::SpecialCharacter, at_first);
            slip.facts.push(("character", first.to_string()));
            Some(slip.fixed(line.value..line.end, quoted(value)))
        }
        '[' | '{' => in_brackets(value, line.value, line.end),
        '-' if value.starts_with("- ") => {
            let mut slip = SyntaxHint::new(Code::SpecialCharacter, at_first);
            slip.facts.push(("character", first.to_string()));
            Some(slip.fixed(line.value..line.end, quoted(value)))
        }
        '|' | '>' => {
            let header_only = value[1..].trim().chars().all(|c| c.is_ascii_digit() || "+-".contains(c));
            (!header_only).then(|| {
                let mut slip = SyntaxHint::new(Code::SpecialCharacter, at_first);
                slip.facts.push(("character", first.to_string()));
                slip.fixed(line.value..line.end, quoted(value))
            })
        }
        _ => {
            let second = value
                .match_indices(':')
                .map(|(at, _)| at)
                .find(|&at| matches!(value[at + 1..].chars().next(), None | Some(' ')))?;
            let at = line.value + second;
            Some(SyntaxHint::new(Code::ColonInText, at..at + 1).fixed(line.value..line.end, quoted(value)))
        }
    }
}

/// What can be wrong in a value that begins with a bracket.
fn in_brackets(value: &str, offset: usize, end: usize) -> Option<SyntaxHint> {
    let mut depth = 0;
    let mut quote: Option<(char, usize)> = None;
    // Where the value behind the last key in braces begins.
    let mut inner: Option<usize> = None;
    let mut before = ' ';
    for (at, c) in value.char_indices() {
        let next = value[at + c.len_utf8()..].chars().next();
        match (quote, c) {
            (Some((open, _)), c) if c == open => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') if matches!(before, ' ' | '[' | '{' | ',') => quote = Some((c, at)),
            (None, '[' | '{') => {
                depth += 1;
                inner = None;
            }
            (None, ']' | '}') => {
                depth -= 1;
                inner = None;
                let rest = value[at + 1..].trim();
                if depth == 0 && !rest.is_empty() {
                    let first = value.chars().next()?;
                    let mut slip = SyntaxHint::new(Code::SpecialCharacter, offset..offset + 1);
                    slip.facts.push(("character", first.to_string()));
                    return Some(slip.fixed(offset..end, quoted(value)));
                }
            }
            (None, ',') => inner = None,
            (None, ':') if next == Some(' ') => match inner {
                None => inner = Some(at + 2),
                Some(start) => {
                    let stop = value[at..].find([',', '}', ']']).map_or(value.len(), |found| at + found);
                    let text = value[start..stop].trim_end();
                    let bytes = offset + at..offset + at + 1;
                    return Some(
                        SyntaxHint::new(Code::ColonInText, bytes)
                            .fixed(offset + start..offset + start + text.len(), quoted(text)),
                    );
                }
            },
            _ => {}
        }
        if !c.is_whitespace() || before != ',' {
            before = c;
        }
    }
    let (open, at) = quote?;
    let bytes = offset + at..offset + at + open.len_utf8();
    Some(SyntaxHint::new(Code::UnclosedQuote, bytes))
}

/// `skole:Nordskolen`, where what stands before the colon looks like a key.
fn no_space_after_colon(body: &str, offset: usize) -> Option<SyntaxHint> {
    let colon = body.find(':')?;
    let (key, after) = (&body[..colon], &body[colon + 1..]);
    let like_a_key =
        !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | ' ' | '-'));
    let glued = after.chars().next().is_some_and(|c| !c.is_whitespace() && c != '/');
    (like_a_key && glued).then(|| {
        let at = offset + colon;
        SyntaxHint::new(Code::NoSpaceAfterColon, at..at + 1).fixed(at..at + 1, ": ")
    })
}

/// What can be wrong with where a line stands.
fn standing(
    text: &str,
    line: &Line<'_>,
    next: Option<&Line<'_>>,
    open: &[usize],
    complete: bool,
    first_key: Option<&Line<'_>>,
) -> Option<SyntaxHint> {
    let column = line.content - line.start;
    let blame = |line: &Line<'_>| {
        let end = line.colon.unwrap_or(line.end);
        SyntaxHint::new(Code::WrongIndentation, line.indent_end..end)
    };
    if line.colon.is_none() {
        let words = &text[line.content..line.end];
        let deeper = open.last().is_some_and(|&last| column > last);
        // A list item needs no colon, unless keys follow that belong to the same item.
        let item = line.content > line.indent_end;
        let keys_follow =
            next.is_some_and(|next| next.colon.is_some() && next.content - next.start == column);
        let part_of_a_value = if item { !keys_follow } else { deeper };
        let starts_otherwise = words.starts_with(['-', '[', '{', ']', '}']) || words == "...";
        if part_of_a_value || starts_otherwise {
            return None;
        }
        let word = words.split_whitespace().next().unwrap_or(words);
        let key = word.trim_end_matches([';', '=', ',', '.']);
        let end = line.content + key.len();
        // What is no key is the rest of the text above.
        let level = words[word.len()..].trim_start().starts_with(|c: char| c.is_ascii_digit());
        let no_key =
            nearest(key, known_keys::ALL.iter().copied()).is_none() && key.len() == word.len() && !level;
        if !open.is_empty() && complete && no_key {
            return Some(SyntaxHint::new(Code::LooseLine, line.content..line.end));
        }
        let mut slip = SyntaxHint::new(Code::MissingColon, line.content..end);
        slip.facts.push(("key", key.to_owned()));
        let sign =
            text[end..line.end].len() - text[end..line.end].trim_start_matches([' ', ';', '=', ',']).len();
        return Some(slip.fixed(end..end + sign, if end + sign < line.end { ": " } else { ":" }));
    }
    let last = *open.last()?;
    if column > last && complete {
        let wanted = " ".repeat(last);
        // A dash stands before the key that it begins.
        let dashes = line.content - line.indent_end;
        let wanted = wanted[..wanted.len().saturating_sub(dashes)].to_owned();
        return Some(blame(line).fixed(line.start..line.indent_end, wanted));
    }
    if column < last && !open.contains(&column) {
        // Where the very first key is the one that stands askew, blame that.
        let first = first_key.filter(|first| first.content > first.start && column == 0);
        return Some(blame(first.unwrap_or(line)));
    }
    None
}

/// How many brackets are opened and not closed, outside quotation marks.
fn depth_change(value: &str) -> i32 {
    let mut depth = 0;
    let mut quote = None;
    for c in value.chars() {
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            (None, '[' | '{') => depth += 1,
            (None, ']' | '}') => depth -= 1,
            _ => {}
        }
    }
    depth
}

/// Whether the following lines close `depth` brackets before a key at the margin.
fn closes_later(text: &str, lines: &[Line<'_>], mut depth: i32) -> bool {
    for line in lines {
        if line.colon.is_some() && line.content == line.start {
            return false;
        }
        depth += depth_change(&text[line.content..line.end]);
        if depth <= 0 {
            return true;
        }
    }
    false
}

/// `text` in the quotation marks that it doesn't hold itself.
pub(super) fn quoted(text: &str) -> String {
    if text.contains(['"', '\\']) { format!("'{}'", text.replace('\'', "''")) } else { format!("\"{text}\"") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn slip(text: &str) -> (Code, &str) {
        let slip = explain(text, text.len()).unwrap_or_else(|| panic!("no slip in {text:?}"));
        (slip.code, &text[slip.bytes])
    }

    #[test]
    fn each_slip_is_known_and_placed() {
        assert_eq!(slip("navn: A\n\tskole: B\n"), (Code::TabCharacter, "\t"));
        assert_eq!(slip("navn: A\nskole:Nord\nprofil:\n"), (Code::NoSpaceAfterColon, ":"));
        assert_eq!(slip("plan:\n  - mål: Se: her\n"), (Code::ColonInText, ":"));
        assert_eq!(slip("navn: \"A\nskole: B\n"), (Code::UnclosedQuote, "\""));
        assert_eq!(slip("navn: A\nskole Nord\nprofil:\n"), (Code::MissingColon, "skole"));
        assert_eq!(slip("s:\n  a: ja\n   b: nej\n"), (Code::WrongIndentation, "b"));
        assert_eq!(slip("s:\n  a: ja\n b: nej\n"), (Code::WrongIndentation, "b"));
        assert_eq!(slip(" navn: A\nskole: B\n"), (Code::WrongIndentation, "navn"));
        assert_eq!(slip("navn: “A: b”\n"), (Code::CurlyQuotes, "“"));
        assert_eq!(slip("navn:\u{a0}A\nskole: B\n"), (Code::NoBreakSpace, "\u{a0}"));
        assert_eq!(slip("navn: A\n<<<<<<< HEAD\n"), (Code::MergeMarker, "<<<<<<<"));
        assert_eq!(slip("navn: @A\n"), (Code::SpecialCharacter, "@"));
        assert_eq!(slip("roller: [a, b\nplan:\n"), (Code::UnclosedBracket, "["));
    }

    #[test]
    fn sound_text_holds_no_slip() {
        let sound = "# kommentar: her\nnavn: A\nprofil:\n  it: {nu: 2, ønsket: 3}\n  dansk:\n    nu: 1\nplan:\n  - mål: B\n    frist: 2027-01-01\n  - mål: 'C: d'\n    aktivitet: |\n      Mange: linjer\n      her\nroller: [a,\n  b]\n";
        assert_eq!(explain(sound, sound.len()), None);
    }
}
