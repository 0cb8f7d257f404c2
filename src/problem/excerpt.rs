//! The line that a problem is about, fit to be shown: secrets as `…`, control
//! characters as numbers, and of a long line only what is near.

use std::ops::Range;

use super::Problem;
use crate::department::values::is_format_mark;

/// Characters shown on each side of the mark in a long line.
const MOST_BESIDE: usize = 60;

/// One line and the mark under it.
#[derive(Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The line's number, from 1.
    pub line: usize,
    /// The line.
    pub text: String,
    /// The bytes of `text` that are marked.
    pub mark: Range<usize>,
}

/// What of a problem may be shown.
pub struct Shown {
    /// The line, unless the problem is about a whole file.
    pub excerpt: Option<Excerpt>,
    /// The line as it should be, where that is known and holds no secret.
    pub corrected: Option<String>,
    /// Whether the problem lies within a secret, so that no message may repeat the value.
    pub secret: bool,
}

/// What of `problem` may be shown.
pub fn shown(problem: &Problem) -> Shown {
    let file = &problem.place.file;
    let text = file.text.as_str();
    let Some((line, _)) = problem.place.line_and_column() else {
        return Shown { excerpt: None, corrected: None, secret: false };
    };
    let bytes = problem.place.bytes.clone().unwrap_or_default();
    let secrets = file.secrets();
    let start = bytes.start.min(text.len());
    let span = line_at(text, start);
    // A mark of many lines helps nobody: it ends with its first line.
    let mark = start..bytes.end.clamp(start, span.end.max(start));
    let touches = |range: &Range<usize>| range.start < mark.end.max(mark.start + 1) && mark.start < range.end;
    let secret = secrets.iter().any(touches);
    Shown {
        excerpt: Some(excerpt(text, line, &span, &mark, secrets)),
        corrected: corrected(problem, text, secrets),
        secret,
    }
}

/// The bytes of the line around `at`, without its break.
fn line_at(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind('\n').map_or(0, |found| found + 1);
    let end = text[at..].find(['\n', '\r']).map_or(text.len(), |found| at + found);
    start..end
}

fn excerpt(
    text: &str,
    line: usize,
    span: &Range<usize>,
    mark: &Range<usize>,
    secrets: &[Range<usize>],
) -> Excerpt {
    let mut pieces: Vec<(String, bool)> = Vec::new();
    let mut in_secret: Option<usize> = None;
    for (offset, c) in text[span.clone()].char_indices() {
        let at = span.start + offset;
        let marked = mark.contains(&at) || mark.is_empty() && at == mark.start;
        if let Some(index) = secrets.iter().position(|secret| secret.contains(&at)) {
            match pieces.last_mut().filter(|_| in_secret == Some(index)) {
                Some(last) => last.1 |= marked,
                None => pieces.push(("…".to_owned(), marked)),
            }
            in_secret = Some(index);
            continue;
        }
        in_secret = None;
        pieces.push((visible(c), marked));
    }
    let first = pieces.iter().position(|(_, marked)| *marked).unwrap_or(pieces.len());
    let last = pieces.iter().rposition(|(_, marked)| *marked).unwrap_or(first);
    let from = first.saturating_sub(MOST_BESIDE);
    let to = pieces.len().min(last.min(first + MOST_BESIDE) + MOST_BESIDE);
    let mut shown = String::new();
    let mut marked: Option<Range<usize>> = None;
    if from > 0 {
        shown.push('…');
    }
    for (piece, is_marked) in pieces.get(from..to).unwrap_or_default() {
        let begin = shown.len();
        shown.push_str(piece);
        if *is_marked {
            marked = Some(marked.map_or(begin, |m| m.start)..shown.len());
        }
    }
    if to < pieces.len() {
        shown.push('…');
    }
    let mark = marked.unwrap_or(shown.len()..shown.len());
    Excerpt { line, text: shown, mark }
}

/// The line with the fix in it; none where a secret stands on the line, since a
/// line with `…` in it is no line to copy.
fn corrected(problem: &Problem, text: &str, secrets: &[Range<usize>]) -> Option<String> {
    let (bytes, replacement) = problem.fix.as_ref()?;
    let span = line_at(text, bytes.start.min(text.len()));
    if bytes.end > span.end || secrets.iter().any(|s| s.start < span.end && span.start < s.end) {
        return None;
    }
    let line =
        format!("{}{replacement}{}", text.get(span.start..bytes.start)?, text.get(bytes.end..span.end)?);
    // A line that can't be shown as it is can't be copied either.
    let fit_to_copy = line.chars().count() <= 2 * MOST_BESIDE && !line.chars().any(steers);
    fit_to_copy.then(|| line.trim_end().to_owned())
}

/// A character as it is shown: control characters as `\u{1b}`, so that a file's
/// text can't steer a terminal.
pub fn visible(c: char) -> String {
    if steers(c) { c.escape_unicode().to_string() } else { c.to_string() }
}

fn steers(c: char) -> bool {
    c.is_control() || is_format_mark(c)
}
