//! Usual slips, found in the text alone, where the parser only knows that something is
//! wrong further down.
//!
//! The text is read line by line up to where the parser stopped; the first line
//! with a slip explains the rest.

use std::cell::LazyCell;
use std::ops::Range;

use super::known_keys;
use super::spelling::{BETWEEN_LEVELS, between_levels, nearest};
use crate::fields::{self, Field, Form, Table, activity, area_levels, consent, past_activity, profile};
use crate::language::Tag;
use crate::problem::code::Code;

/// A slip and its fix.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct SyntaxHint {
    /// The kind of slip.
    pub code: Code,
    /// The bytes to blame.
    pub bytes: Range<usize>,
    /// The facts for the message.
    pub facts: Vec<(&'static str, String)>,
    /// The replacement for some bytes that corrects the slip.
    pub fix: Option<(Range<usize>, String)>,
    /// Whether the fixed text says what its author meant, so that reading can go on with it.
    pub is_sure: bool,
}

impl SyntaxHint {
    fn new(code: Code, bytes: Range<usize>) -> Self {
        Self { code, bytes, facts: Vec::new(), fix: None, is_sure: true }
    }

    fn with(mut self, name: &'static str, fact: impl Into<String>) -> Self {
        self.facts.push((name, fact.into()));
        self
    }

    /// Keeps the fix from being read on with.
    fn unsure(mut self) -> Self {
        self.is_sure = false;
        self
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

impl Line<'_> {
    /// The column at which the key or text begins, in bytes.
    fn column(&self) -> usize {
        self.content - self.start
    }

    fn indent(&self) -> usize {
        self.indent_end - self.start
    }

    fn is_blank(&self) -> bool {
        self.end <= self.indent_end
    }

    /// Whether a list item begins on the line.
    fn is_item(&self) -> bool {
        self.content > self.indent_end
    }

    /// The key before the colon; empty if there is none.
    fn key<'a>(&self, text: &'a str) -> &'a str {
        self.colon.map_or("", |colon| &text[self.content..colon])
    }

    /// Whether the line is a key that has no value on it.
    fn is_heading(&self) -> bool {
        self.colon.is_some() && self.value == self.end
    }

    /// Where the line's own characters end, a comment included.
    fn stop(&self) -> usize {
        self.start + self.text.len()
    }
}

/// The first heading or list item that is still switched off with `#` although what belongs
/// below it no longer is.
///
/// New profiles have their optional sections switched off, and whoever fills one in easily
/// misses its first line. What is below then reads as part of the section above, perhaps
/// as a level.
pub(super) fn switched_off_heading(text: &str) -> Option<SyntaxHint> {
    struct Off {
        mark: Range<usize>,
        line: usize,
        key: String,
        column: usize,
        table: Option<&'static Table>,
        is_item: bool,
    }
    let off = |line: &Line<'_>, number: usize| {
        let rest = line.text[line.indent()..].strip_prefix('#')?;
        let bare = rest.trim_start_matches([' ', '#']);
        let (dash, body) = bare.strip_prefix("- ").map_or(("", bare), |body| ("- ", body.trim_start()));
        let (key, value) = body.split_once(':')?;
        let is_item = !dash.is_empty();
        let is_alone = value.trim().is_empty() || value.trim_start().starts_with('#');
        let field = profile::TABLE.field(key).filter(|field| !is_item && is_alone && has_lines_below(field));
        let known = [&activity::TABLE, &past_activity::TABLE].iter().any(|table| table.field(key).is_some());
        if field.is_none() && !(is_item && known) {
            return None;
        }
        // An item keeps its indentation; a heading begins at the margin.
        let hash = line.indent_end;
        let blanks = if is_item { 0 } else { rest.len() - bare.len() };
        let table = field.map_or(Some(&activity::TABLE), |field| field.form.table());
        let column = if is_item { rest.len() - body.len() } else { 0 };
        let mark = hash..hash + 1 + blanks;
        Some(Off { mark, line: number + 1, key: format!("{dash}{key}"), column, table, is_item })
    };
    let mut last: Option<Off> = None;
    for (number, line) in cut(text).iter().enumerate() {
        if line.is_blank() {
            last = off(line, number).or(last);
            continue;
        }
        let Some(off) = last.take() else { continue };
        let key = line.key(text);
        let is_below = match (off.is_item, off.table) {
            (true, Some(table)) => {
                !line.is_item() && line.column() == off.column && table.field(key).is_some()
            }
            (false, Some(table)) if std::ptr::eq(table, &area_levels::TABLE) => {
                line.indent() > 0 && !line.is_item() && is_area(line, text)
            }
            (false, Some(table)) => {
                let is_list = !std::ptr::eq(table, &consent::TABLE);
                (line.is_item() && is_list || line.indent() > 0 && !key.is_empty())
                    && table.field(key).is_some()
            }
            // A level for each area.
            (_, None) => line.indent() > 0 && !line.is_item() && is_area(line, text),
        };
        if is_below {
            let end = line.colon.unwrap_or(line.end);
            return Some(
                SyntaxHint::new(Code::HeadingSwitchedOff, line.content..end)
                    .with("key", off.key)
                    .with("line", off.line.to_string())
                    .fixed(off.mark, ""),
            );
        }
    }
    None
}

/// Whether what `field` holds stands on lines of its own below it.
fn has_lines_below(field: &Field) -> bool {
    matches!(field.form, Form::List(_) | Form::Section(_) | Form::LevelsByArea | Form::Changes(_))
}

/// Whether a line may be an area with its level.
fn is_area(line: &Line<'_>, text: &str) -> bool {
    let key = line.key(text);
    !key.is_empty() && profile::TABLE.field(key).is_none() && area_levels::TABLE.field(key).is_none()
}

/// The first slip at or before the byte where the parser stopped. `usual` is the language of the
/// file if its keys don't tell.
pub(super) fn explain(text: &str, stopped_at: usize, usual: Tag) -> Option<SyntaxHint> {
    let lines = cut(text);
    let last = lines.iter().rposition(|line| line.start <= stopped_at).unwrap_or(0);
    // Columns at which keys stand, outermost first, and whether the last had a value.
    let mut open: Vec<usize> = Vec::new();
    let mut complete = false;
    let mut block_scalar: Option<usize> = None;
    let mut flow_depth = 0_i32;
    let first_key = lines.iter().find(|line| line.colon.is_some());
    for (number, line) in lines.iter().enumerate().take(last + 2) {
        let indent = line.indent();
        if line.is_blank() {
            // A line of nothing but a tab or blanks does no harm.
            continue;
        }
        if block_scalar.is_some_and(|outer| indent > outer) {
            continue;
        }
        block_scalar = None;
        if let Some(slip) = marks_and_blanks(text, line) {
            return Some(indented_below(slip, text, line, &open, complete));
        }
        if flow_depth > 0 {
            flow_depth += depth_change(&text[line.content..line.end]);
            continue;
        }
        let surroundings =
            Surroundings { text, lines: &lines, number, open: &open, complete, first_key, usual };
        if let Some(slip) = pasted_cells(&surroundings) {
            return Some(slip);
        }
        if let Some(slip) = inside(text, line) {
            return Some(slip);
        }
        let column = line.column();
        if let Some(slip) = missing_first_dash(&surroundings) {
            return Some(slip);
        }
        if (line.colon.is_some()
            || complete
            || line.is_item()
            || open.is_empty()
            || surroundings.begins_section_without_colon())
            && let Some(slip) = standing(&surroundings)
        {
            return Some(slip);
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

/// What is wrong with the value at the byte `at`, which is a text where keys belong.
pub(super) fn explain_text(text: &str, at: usize, usual: Tag) -> Option<SyntaxHint> {
    let lines = cut(text);
    let number = lines.iter().rposition(|line| line.start <= at)?;
    let line = &lines[number];
    let outer = line.indent().saturating_sub(2);
    let open = &[outer];
    let around = Surroundings { text, lines: &lines, number, open, complete: false, first_key: None, usual };
    pasted_cells(&around).or_else(|| {
        let level = text[line.content..line.end].rsplit(char::is_whitespace).next()?;
        let is_one = line.colon.is_none() && lines[number].indent() > 0 && is_level(level);
        is_one.then(|| without_colon(text, line, false)).flatten()
    })
}

/// A slip in the blanks before a line, with the indentation that fits the lines above. Only
/// where no other fits is the fix sure.
fn indented_below(
    mut slip: SyntaxHint,
    text: &str,
    line: &Line<'_>,
    open: &[usize],
    complete: bool,
) -> SyntaxHint {
    let in_long_form = area_levels::TABLE.field(line.key(text)).is_some() && open.len() > 2;
    if let Some((bytes, put)) = &mut slip.fix
        && bytes.start == line.start
        && bytes.end == line.content
    {
        if let (true, Some(&column)) = (in_long_form && !line.is_item(), open.last()) {
            *put = " ".repeat(column);
        }
        slip.is_sure = match (complete, open) {
            (true, _) => open.contains(&put.len()) && (open.len() <= 2 || in_long_form),
            (false, [heading]) => *heading < put.len(),
            (false, _) => false,
        };
    }
    slip
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
                let slip = SyntaxHint::new(Code::UnclosedQuote, at_first);
                slip.fixed(line.value..line.end, fixed).unsure()
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
            if let Some(slip) = two_fields(text, line, at) {
                return Some(slip);
            }
            Some(SyntaxHint::new(Code::ColonInText, at..at + 1).fixed(line.value..line.end, quoted(value)))
        }
    }
}

/// `skole: Nordskolen stilling: Sekretær`, where the word before the second colon is a key
/// that may stand beside the first one.
fn two_fields(text: &str, line: &Line<'_>, colon: usize) -> Option<SyntaxHint> {
    // In these any word may be followed by a colon.
    const FREE_TEXT: [&Field; 5] = [
        &activity::GOAL,
        &activity::TEXT,
        &area_levels::REMARK,
        &fields::role_model::NAME,
        &fields::area::DESCRIPTION,
    ];
    let first = line.key(text);
    let before = text[line.value..colon].trim_end();
    let start = before.rfind([' ', ',', ';', '\t']).map(|at| line.value + at + 1)?;
    let second = &text[start..line.value + before.len()];
    let value = text[line.value..start].trim_end_matches([' ', ',', ';', '\t']);
    if FREE_TEXT.iter().any(|field| field.is(first)) || value.is_empty() {
        return None;
    }
    let tables = fields::FILES.iter().flat_map(|file| file.with_subtables());
    let are_siblings = tables.into_iter().any(|table| {
        let (first, second) = (table.field(first), table.field(second));
        first.is_some() && second.is_some() && first != second
    });
    let are_areas =
        is_level(value) && is_level(text[colon + 1..line.end].split(':').next()?.split_whitespace().next()?);
    if !are_siblings && !are_areas {
        return None;
    }
    let gap = line.value + value.len()..start;
    let indent = " ".repeat(line.column());
    let mut slip = SyntaxHint::new(Code::TwoFieldsOnOneLine, start..start + second.len())
        .with("key", second)
        .fixed(gap, format!("{}{indent}", line_end(text)));
    slip.facts.push(("first", first.to_owned()));
    Some(slip)
}

/// Whether a value is a level, or a level now and one wanted.
fn is_level(value: &str) -> bool {
    value.starts_with(|c: char| c.is_ascii_digit())
        && value
            .split_whitespace()
            .all(|part| BETWEEN_LEVELS.contains(&part) || part.chars().all(|c| c.is_ascii_digit()))
}

/// The line end that the text uses.
fn line_end(text: &str) -> &'static str {
    if text.find('\n').is_some_and(|at| text[..at].ends_with('\r')) { "\r\n" } else { "\n" }
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
                    return Some(slip.fixed(offset..end, quoted(value)).unsure());
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

/// A line and what is around it.
struct Surroundings<'a> {
    text: &'a str,
    lines: &'a [Line<'a>],
    /// The line's index in `lines`.
    number: usize,
    /// Columns of the keys that the line may be below or beside, outermost first.
    open: &'a [usize],
    /// Whether the last key has a value.
    complete: bool,
    first_key: Option<&'a Line<'a>>,
    /// The language of the file if its keys don't tell.
    usual: Tag,
}

/// The sections whose keys tell the language of a profile.
static TELLING: [&Table; 4] = [&profile::TABLE, &area_levels::TABLE, &activity::TABLE, &consent::TABLE];

impl<'a> Surroundings<'a> {
    fn keys(&self) -> impl Iterator<Item = &'a str> + Clone {
        let text = self.text;
        self.lines.iter().map(move |line| line.key(text)).filter(|key| !key.is_empty())
    }

    /// `field` in the language and letters of the file's other keys.
    fn spelled(&self, field: &Field) -> String {
        Table::spelled_like(&TELLING, field, self.keys(), self.usual)
    }

    /// What the file writes between two levels.
    fn between_levels(&self) -> &'static str {
        between_levels(Table::language_of(&TELLING, self.keys(), self.usual))
    }

    fn line(&self) -> &'a Line<'a> {
        &self.lines[self.number]
    }

    /// The line before that holds anything.
    fn above(&self) -> Option<usize> {
        (0..self.number).rev().find(|&above| !self.lines[above].is_blank())
    }

    /// The line after that holds anything.
    fn below(&self) -> Option<&'a Line<'a>> {
        self.lines[self.number + 1..].iter().find(|line| !line.is_blank())
    }

    /// Whether the line has no colon and is the first below a heading, with keys beside it.
    fn begins_section_without_colon(&self) -> bool {
        let line = self.line();
        let below = self.lines[self.number + 1..].iter().filter(|line| !line.is_blank());
        let mut beside = below.take_while(|below| below.column() == line.column());
        line.colon.is_none() && !line.is_item() && !self.complete && beside.any(|below| below.colon.is_some())
    }
}

/// Rows copied from a spreadsheet: an area and one or two levels with tabs between them.
fn pasted_cells(around: &Surroundings<'_>) -> Option<SyntaxHint> {
    let between = LazyCell::new(|| around.between_levels());
    let row = |line: &Line<'_>| {
        let mut cells =
            around.text[line.content..line.end].split('\t').map(str::trim).filter(|c| !c.is_empty());
        let (name, current) = (cells.next()?, cells.next()?);
        let wanted = cells.next().unwrap_or(current);
        let is_row = line.colon.is_none()
            && cells.next().is_none()
            && name.starts_with(char::is_alphabetic)
            && [current, wanted].iter().all(|level| level.bytes().all(|byte| byte.is_ascii_digit()));
        let levels =
            if current == wanted { current.to_owned() } else { format!("{current} {} {wanted}", *between) };
        is_row.then(|| format!("{name}: {levels}"))
    };
    let first = around.line();
    let mut rows = vec![row(first)?];
    rows.extend(around.lines[around.number + 1..].iter().map_while(row));
    let last = &around.lines[around.number + rows.len() - 1];
    let column = match (around.open.last(), around.complete) {
        (Some(&column), true) => column,
        (Some(&column), false) => column + 2,
        (None, _) => first.column(),
    };
    let indent = " ".repeat(column);
    let text: Vec<String> = rows.iter().map(|row| format!("{indent}{row}")).collect();
    Some(
        SyntaxHint::new(Code::PastedCells, first.content..first.end)
            .fixed(first.start..last.stop(), text.join(line_end(around.text))),
    )
}

/// The keys of a list's first item without a dash, where the next items have one.
fn missing_first_dash(around: &Surroundings<'_>) -> Option<SyntaxHint> {
    let (text, heading) = (around.text, around.line());
    if !heading.is_heading() {
        return None;
    }
    let tables = || fields::FILES.iter().flat_map(|file| file.with_subtables());
    let list = tables().find_map(|table| match table.field(heading.key(text))?.form {
        Form::List(items) => Some(items),
        _ => None,
    })?;
    let below = &around.lines[around.number + 1..];
    let first = below.iter().position(|line| !line.is_blank())?;
    let is_of_item = |line: &Line<'_>| list.field(line.key(text)).is_some();
    let is_inside = |line: &Line<'_>| line.is_item() || line.indent() > heading.column();
    if below[first].is_item() || !is_of_item(&below[first]) || !is_inside(&below[first]) {
        return None;
    }
    let next = first
        + below[first..].iter().take_while(|l| l.is_blank() || is_inside(l)).position(|l| l.is_item())?;
    if !is_of_item(&below[next]) {
        return None;
    }
    let last = (first..next).rev().find(|&at| !below[at].is_blank())?;
    let (from, to) = (below[first].column(), below[next].column());
    let mut lines = vec![format!(
        "{}{}",
        &text[below[next].start..below[next].content].replace(|c: char| c != '-', " "),
        &text[below[first].content..below[first].stop()]
    )];
    for line in &below[first + 1..=last] {
        let indent = (line.indent() + to).checked_sub(from)?;
        lines.push(
            format!("{}{}", " ".repeat(indent), &text[line.indent_end..line.stop()]).trim_end().to_owned(),
        );
    }
    let end = below[first].colon.unwrap_or(below[first].end);
    Some(
        SyntaxHint::new(Code::NotADash, below[first].content..end)
            .fixed(below[first].start..below[last].stop(), lines.join(line_end(text))),
    )
}

/// What can be wrong with where a line stands.
fn standing(around: &Surroundings<'_>) -> Option<SyntaxHint> {
    let &Surroundings { text, open, complete, .. } = around;
    let line = around.line();
    let column = line.column();
    let blame = |line: &Line<'_>| {
        let end = line.colon.unwrap_or(line.end);
        SyntaxHint::new(Code::WrongIndentation, line.indent_end..end)
    };
    if line.colon.is_none() {
        let words = &text[line.content..line.end];
        let deeper = open.last().is_some_and(|&last| column > last);
        // A list item needs no colon, unless keys follow that belong to the same item.
        let next = around.lines.get(around.number + 1);
        let keys_follow = next.is_some_and(|next| next.colon.is_some() && next.column() == column);
        let part_of_a_value = match line.is_item() {
            true => !keys_follow,
            false => deeper && !around.begins_section_without_colon(),
        };
        let starts_otherwise = words.starts_with(['-', '[', '{', ']', '}']) || words == "...";
        if part_of_a_value || starts_otherwise {
            return None;
        }
        return without_colon(text, line, !open.is_empty() && complete);
    }
    let last = *open.last()?;
    if column > last && complete {
        if let Some(slip) = number_and_long_form(around).or_else(|| not_indented(around, last)) {
            return Some(slip);
        }
        let wanted = " ".repeat(last);
        // A dash stands before the key that it begins.
        let dashes = line.content - line.indent_end;
        let wanted = wanted[..wanted.len().saturating_sub(dashes)].to_owned();
        return Some(blame(line).fixed(line.start..line.indent_end, wanted));
    }
    if column < last && !open.contains(&column) {
        if let Some(first) = first_of_section_askew(around) {
            let indent = " ".repeat(column);
            return Some(blame(first).fixed(first.start..first.indent_end, indent));
        }
        // Where the very first key is the one that stands askew, blame that.
        let first = around.first_key.filter(|first| first.content > first.start && column == 0);
        return Some(blame(first.unwrap_or(line)));
    }
    None
}

/// The line above, if it is the first of a section, and the next two are indented less, and alike.
fn first_of_section_askew<'a>(around: &Surroundings<'a>) -> Option<&'a Line<'a>> {
    let above = around.above()?;
    let heading = around.lines[..above].iter().rfind(|line| !line.is_blank())?;
    let column = around.line().column();
    let is_alike = around.below().is_some_and(|below| below.column() == column);
    let is_first = heading.is_heading() && heading.column() < column;
    let first = &around.lines[above];
    (is_first && is_alike && !first.is_item() && !around.line().is_item()).then_some(first)
}

/// A line without a colon: a key that lacks it, or the rest of the text above.
fn without_colon(text: &str, line: &Line<'_>, follows_a_value: bool) -> Option<SyntaxHint> {
    /// What people type instead of a colon.
    const SIGNS: [char; 8] = [' ', ';', '=', ',', '-', '–', '→', '>'];
    let words = &text[line.content..line.end];
    let word = words.split_whitespace().next().unwrap_or(words);
    let key = word.trim_end_matches([';', '=', ',', '.']);
    let end = line.content + key.len();
    let value = text[end..line.end].trim_start_matches(SIGNS);
    let is_level = value.starts_with(|c: char| c.is_ascii_digit());
    let is_key = known_keys::is_key(key) || nearest(key, known_keys::ALL.iter().copied()).is_some();
    if follows_a_value && !is_key && key.len() == word.len() && !is_level {
        return Some(SyntaxHint::new(Code::LooseLine, line.content..line.end));
    }
    let colon = if value.is_empty() { ":" } else { ": " };
    let mut slip = SyntaxHint::new(Code::MissingColon, line.content..end)
        .with("key", key)
        .fixed(end..line.end - value.len(), colon);
    slip.is_sure = is_key || is_level;
    Some(slip)
}

/// An area that has a level behind its colon and the long form below it.
fn number_and_long_form(around: &Surroundings<'_>) -> Option<SyntaxHint> {
    let (text, line) = (around.text, around.line());
    let area = &around.lines[around.above()?];
    let field = |line: &Line<'_>| area_levels::TABLE.field(line.key(text));
    let value = &text[area.value..area.end];
    if field(line).is_none() || !is_area(area, text) || !is_level(value) {
        return None;
    }
    let rest = &around.lines[around.number..];
    let below = rest.iter().take_while(|below| below.is_blank() || below.column() >= line.column());
    let given: Vec<(&Field, &str)> =
        below.filter_map(|line| Some((field(line)?, &text[line.value..line.end]))).collect();
    let level_below =
        |wanted: &Field| given.iter().find(|(field, _)| *field == wanted).map(|(_, value)| *value);
    let (current, wanted) = BETWEEN_LEVELS
        .iter()
        .find_map(|between| value.split_once(between))
        .map_or((value, None), |(now, then)| (now, Some(then)));
    let of_number = [(&area_levels::CURRENT, Some(current)), (&area_levels::WANTED, wanted)];
    let mut moved = Vec::new();
    let mut agrees = true;
    for (field, number) in of_number {
        match (number.map(str::trim), level_below(field)) {
            (Some(number), None) => moved.push(format!("{}: {number}", around.spelled(field))),
            (Some(number), Some(below)) => agrees &= number == below,
            (None, _) => {}
        }
    }
    let slip = SyntaxHint::new(Code::NumberAndLongForm, area.value..area.end)
        .with("key", area.key(text))
        .with("value", value);
    if !agrees {
        return Some(slip);
    }
    let indent = format!("{}{}", line_end(text), " ".repeat(line.column()));
    let lines: String = moved.iter().map(|moved| format!("{indent}{moved}")).collect();
    Some(slip.fixed(area.colon? + 1..area.end, lines))
}

/// Lines of a section that are not indented, although those after them are.
fn not_indented(around: &Surroundings<'_>, column: usize) -> Option<SyntaxHint> {
    let (text, line) = (around.text, around.line());
    let before = &around.lines[..around.number];
    let field = |line: &Line<'_>| profile::TABLE.field(line.key(text));
    let is_wrong = |line: &Line<'_>| line.column() == column && line.colon.is_some() && field(line).is_none();
    let first = before.iter().rposition(|line| !line.is_blank() && !is_wrong(line))? + 1;
    let heading = before[..first].iter().rfind(|line| !line.is_blank() && line.column() <= column)?;
    let holds_lines = field(heading).is_some_and(has_lines_below);
    if heading.column() != column || !heading.is_heading() || !holds_lines {
        return None;
    }
    let wrong = &before[first..];
    let blamed = wrong.iter().find(|line| !line.is_blank())?;
    let last = wrong.iter().rfind(|line| !line.is_blank())?;
    let indent = " ".repeat(line.column() - column);
    let within = wrong.iter().filter(|line| (blamed.start..=last.start).contains(&line.start));
    let lines: Vec<String> =
        within.map(|line| format!("{indent}{}", line.text).trim_end().to_owned()).collect();
    Some(
        SyntaxHint::new(Code::WrongIndentation, blamed.content..blamed.colon.unwrap_or(blamed.end))
            .fixed(blamed.start..last.stop(), lines.join(line_end(text))),
    )
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
        let slip = explain(text, text.len(), Tag::Da).unwrap_or_else(|| panic!("no slip in {text:?}"));
        (slip.code, &text[slip.bytes])
    }

    #[test]
    fn each_slip_is_known_and_placed() {
        assert_eq!(slip("navn: A\n\tskole: B\n"), (Code::TabCharacter, "\t"));
        assert_eq!(slip("navn: A\nskole:Nord\nprofil:\n"), (Code::NoSpaceAfterColon, ":"));
        assert_eq!(slip("plan:\n  - mål: Se: her\n"), (Code::ColonInText, ":"));
        assert_eq!(slip("navn: \"A\nskole: B\n"), (Code::UnclosedQuote, "\""));
        assert_eq!(slip("navn: A\nskole Nord\nprofil:\n"), (Code::MissingColon, "skole"));
        assert_eq!(slip("namn: A\nbefattning: B\nuppföljning 2027\n"), (Code::MissingColon, "uppföljning"));
        assert_eq!(slip("s:\n  a: ja\n   b: nej\n"), (Code::WrongIndentation, "b"));
        assert_eq!(slip("s:\n  a: ja\n b: nej\n"), (Code::WrongIndentation, "b"));
        assert_eq!(slip(" navn: A\nskole: B\n"), (Code::WrongIndentation, "navn"));
        assert_eq!(slip("navn: “A: b”\n"), (Code::CurlyQuotes, "“"));
        assert_eq!(slip("navn:\u{a0}A\nskole: B\n"), (Code::NoBreakSpace, "\u{a0}"));
        assert_eq!(slip("navn: A\n<<<<<<< HEAD\n"), (Code::MergeMarker, "<<<<<<<"));
        assert_eq!(slip("navn: @A\n"), (Code::SpecialCharacter, "@"));
        assert_eq!(slip("roller: [a, b\nplan:\n"), (Code::UnclosedBracket, "["));
    }

    /// The text of the fix for the first slip.
    fn put(text: &str, usual: Tag) -> String {
        let slip = explain(text, text.len(), usual).unwrap_or_else(|| panic!("no slip in {text:?}"));
        slip.fix.unwrap_or_else(|| panic!("no fix in {text:?}")).1
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
    fn sound_text_holds_no_slip() {
        let sound = "# kommentar: her\nnavn: A\nprofil:\n  it: {nu: 2, ønsket: 3}\n  dansk:\n    nu: 1\nplan:\n  - mål: B\n    frist: 2027-01-01\n  - mål: 'C: d'\n    aktivitet: |\n      Mange: linjer\n      her\nroller: [a,\n  b]\n";
        assert_eq!(explain(sound, sound.len(), Tag::Da), None);
    }
}
