//! Mistakes that show within a single line: bullets, quotation marks, colons, brackets.

use super::line::{Line, is_level, key_colon};
use super::{SyntaxHint, quoted};
use crate::fields::{self, Field, activity, area_levels, note};
use crate::problem::code::Code;
use crate::source::lines::line_break;

const CURLY_QUOTES: [char; 8] = ['“', '”', '„', '‟', '‘', '’', '«', '»'];

/// Finds merge markers and bullets.
pub(super) fn markers_and_bullets(text: &str, line: &Line<'_>) -> Option<SyntaxHint> {
    for marker in ["<<<<<<<", "=======", ">>>>>>>"] {
        if line.text.starts_with(marker) {
            return Some(SyntaxHint::new(Code::MergeMarker, line.start..line.start + marker.len()));
        }
    }
    bullet(text, line)
}

/// Finds a bullet or dash other than a hyphen, or a hyphen without a space, at the start of a
/// list item.
fn bullet(text: &str, line: &Line<'_>) -> Option<SyntaxHint> {
    let body = &text[line.content..line.end];
    let first = body.chars().next()?;
    let rest = &body[first.len_utf8()..];
    let is_bullet = matches!(first, '•' | '·' | '–' | '—' | '‐' | '‑' | '−' | '\u{f0b7}');
    let lacks_space = first == '-' && rest.starts_with(char::is_alphabetic) && key_colon(rest).is_some();
    (is_bullet || lacks_space).then(|| {
        let whitespace = rest.len() - rest.trim_start().len();
        let bullet = line.content..line.content + first.len_utf8();
        SyntaxHint::new(Code::NotADash, bullet.clone()).fixed(bullet.start..bullet.end + whitespace, "- ")
    })
}

/// Finds mistakes in the key and value of a line.
pub(super) fn key_and_value(text: &str, line: &Line<'_>) -> Option<SyntaxHint> {
    let body = &text[line.content..line.end];
    let Some(colon) = line.colon else {
        return match body.starts_with(['[', '{']) {
            true => flow_collection(body, line.content, line.end),
            false => no_space_after_colon(body, line.content),
        };
    };
    let value = &text[line.value..line.end];
    let first = value.chars().next()?;
    if let Some(hint) = no_space_after_colon(&text[line.content..colon], line.content) {
        return Some(hint);
    }
    let first_bytes = line.value..line.value + first.len_utf8();
    let whole_value = line.value..line.end;
    let quote_value =
        |code: Code| SyntaxHint::new(code, first_bytes.clone()).fixed(whole_value.clone(), quoted(value));
    let special_character = || quote_value(Code::SpecialCharacter).with("character", first);
    match first {
        c if CURLY_QUOTES.contains(&c) => {
            let unquoted = value.trim_matches(CURLY_QUOTES);
            Some(SyntaxHint::new(Code::CurlyQuotes, first_bytes).fixed(whole_value, quoted(unquoted)))
        }
        '"' | '\'' => quoted_value(value, first, line),
        '&' => Some(quote_value(Code::YamlAnchor)),
        '*' => Some(quote_value(Code::YamlAlias)),
        '!' => Some(quote_value(Code::YamlTag)),
        '@' | '`' | '%' | ',' | ']' | '}' => Some(special_character()),
        '[' | '{' => flow_collection(value, line.value, line.end),
        '-' if value.starts_with("- ") => Some(special_character()),
        '|' | '>' => {
            let is_header = value[1..].trim().chars().all(|c| c.is_ascii_digit() || "+-".contains(c));
            (!is_header).then(special_character)
        }
        _ => {
            let colon = value
                .match_indices(':')
                .map(|(at, _)| at)
                .find(|&at| matches!(value[at + 1..].chars().next(), None | Some(' ')))?;
            let at = line.value + colon;
            two_fields(text, line, at).or_else(|| {
                Some(SyntaxHint::new(Code::ColonInText, at..at + 1).fixed(whole_value, quoted(value)))
            })
        }
    }
}

/// Checks a value that starts with the quotation mark `quote`: it must be closed, and nothing may
/// follow.
fn quoted_value(value: &str, quote: char, line: &Line<'_>) -> Option<SyntaxHint> {
    let escapes_masked = value[1..].replace("\\\"", "  ").replace("''", "  ");
    let Some(close) = escapes_masked.find(quote) else {
        let hint = SyntaxHint::new(Code::UnclosedQuote, line.value..line.value + quote.len_utf8());
        return Some(hint.fixed(line.value..line.end, format!("{value}{quote}")).uncertain());
    };
    let rest = escapes_masked[close + 1..].trim_start();
    if rest.is_empty() {
        return None;
    }
    // Quotation marks around the whole value were most likely meant to delimit it.
    let inner = value[1..].strip_suffix(quote).filter(|inner| inner.contains(quote));
    let fixed = quoted(inner.unwrap_or(value));
    let hint = SyntaxHint::new(Code::TextAfterQuote, line.end - rest.len()..line.end);
    Some(hint.fixed(line.value..line.end, fixed))
}

/// Finds two fields on one line, as in `skole: Nordskolen stilling: Sekretær`.
///
/// The word before the second colon, at `colon`, must be a sibling of the line's key.
fn two_fields(text: &str, line: &Line<'_>, colon: usize) -> Option<SyntaxHint> {
    /// Fields of running text, in which any word may precede a colon.
    const FREE_TEXT: [&Field; 8] = [
        &activity::GOAL,
        &activity::SUCCESS,
        &activity::TEXT,
        &activity::LEADER_DOES,
        &note::TEXT,
        &area_levels::REMARK,
        &fields::role_model::NAME,
        &fields::area::DESCRIPTION,
    ];
    const SEPARATORS: [char; 4] = [' ', ',', ';', '\t'];
    let first = line.key(text);
    let before = text[line.value..colon].trim_end();
    let start = before.rfind(SEPARATORS).map(|at| line.value + at + 1)?;
    let second = &text[start..line.value + before.len()];
    let value = text[line.value..start].trim_end_matches(SEPARATORS);
    if FREE_TEXT.iter().any(|field| field.is(first)) || value.is_empty() {
        return None;
    }
    let are_siblings = fields::FILES.iter().flat_map(|file| file.with_subtables()).any(|table| {
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
    Some(
        SyntaxHint::new(Code::TwoFieldsOnOneLine, start..start + second.len())
            .with("key", second)
            .with("first", first)
            .fixed(gap, format!("{}{indent}", line_break(text))),
    )
}

/// Finds mistakes in a flow collection: text after its end, an unquoted colon, an unclosed
/// quotation mark.
///
/// `value` spans `offset..end` of the text.
fn flow_collection(value: &str, offset: usize, end: usize) -> Option<SyntaxHint> {
    let mut depth = 0;
    let mut quote: Option<(char, usize)> = None;
    // Start of the value of the last key.
    let mut inner: Option<usize> = None;
    let mut previous = ' ';
    for (at, c) in value.char_indices() {
        let next = value[at + c.len_utf8()..].chars().next();
        match (quote, c) {
            (Some((open, _)), c) if c == open => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') if matches!(previous, ' ' | '[' | '{' | ',') => quote = Some((c, at)),
            (None, '[' | '{') => {
                depth += 1;
                inner = None;
            }
            (None, ']' | '}') => {
                depth -= 1;
                inner = None;
                if depth == 0 && !value[at + 1..].trim().is_empty() {
                    let hint = SyntaxHint::new(Code::SpecialCharacter, offset..offset + 1)
                        .with("character", value.chars().next()?);
                    return Some(hint.fixed(offset..end, quoted(value)).uncertain());
                }
            }
            (None, ',') => inner = None,
            (None, ':') if next == Some(' ') => match inner {
                None => inner = Some(at + 2),
                Some(start) => {
                    let stop = value[at..].find([',', '}', ']']).map_or(value.len(), |found| at + found);
                    let text = value[start..stop].trim_end();
                    let hint = SyntaxHint::new(Code::ColonInText, offset + at..offset + at + 1);
                    return Some(hint.fixed(offset + start..offset + start + text.len(), quoted(text)));
                }
            },
            _ => {}
        }
        if !c.is_whitespace() || previous != ',' {
            previous = c;
        }
    }
    let (open, at) = quote?;
    let bytes = offset + at..offset + at + open.len_utf8();
    Some(SyntaxHint::new(Code::UnclosedQuote, bytes))
}

/// Finds `skole:Nordskolen`, if the text before the colon looks like a key.
fn no_space_after_colon(body: &str, offset: usize) -> Option<SyntaxHint> {
    let colon = body.find(':')?;
    let (key, after) = (&body[..colon], &body[colon + 1..]);
    let is_key_like =
        !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | ' ' | '-'));
    let lacks_space = after.chars().next().is_some_and(|c| !c.is_whitespace() && c != '/');
    (is_key_like && lacks_space).then(|| {
        let at = offset + colon;
        SyntaxHint::new(Code::NoSpaceAfterColon, at..at + 1).fixed(at..at + 1, ": ")
    })
}
