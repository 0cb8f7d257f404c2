//! Extracts the line of a problem for display: confidential parts as `…`, control characters
//! escaped, long lines truncated.

use std::ops::Range;

use super::Problem;
use crate::source::SourceFile;
use crate::source::characters::is_format_character;

/// Characters shown on each side of the marked range in a long line.
const MAX_CONTEXT: usize = 60;

/// A line and the marked range in it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Excerpt {
    /// Line number, from 1.
    pub line: usize,
    pub text: String,
    /// Marked byte range of `text`.
    pub mark: Range<usize>,
}

/// The parts of a file that may be shown with a problem.
pub(crate) struct Shown {
    /// `None` for a problem with a whole file.
    pub excerpt: Option<Excerpt>,
    /// The lines after the fix, if there is one and they are not confidential.
    pub corrected: Option<String>,
    /// True if the place is confidential, so that no message may repeat the value.
    pub secret: bool,
}

/// Extracts the parts of the file that may be shown with `problem`.
pub(crate) fn shown(problem: &Problem) -> Shown {
    let file = &problem.place.file;
    let text = file.text.as_str();
    let Some(line) = problem.place.line() else {
        return Shown { excerpt: None, corrected: None, secret: false };
    };
    let bytes = problem.place.bytes.clone().unwrap_or_default();
    let start = bytes.start.min(text.len());
    let span = line_at(file, start);
    // Only the first line is shown and marked.
    let mark = start..bytes.end.clamp(start, span.end.max(start));
    Shown {
        excerpt: Some(excerpt(file, line, &span, &mark)),
        corrected: corrected(problem, file),
        secret: secret_in(file, &(mark.start..mark.end.max(mark.start + 1))).is_some(),
    }
}

/// Byte range of the line that contains `at`, without its line break.
fn line_at(file: &SourceFile, at: usize) -> Range<usize> {
    let (_, line) = file.line(at);
    let end = line.end.max(at);
    line.start..file.text[at..end].find('\r').map_or(end, |found| at + found)
}

/// The first confidential range that overlaps `range`.
fn secret_in<'a>(file: &'a SourceFile, range: &Range<usize>) -> Option<&'a Range<usize>> {
    let secrets = file.secrets();
    let first = secrets.partition_point(|secret| secret.end <= range.start);
    secrets.get(first).filter(|secret| secret.start < range.end)
}

/// The smallest unit to show at the byte `at`: a character, or an ellipsis for a confidential range.
fn piece_at(file: &SourceFile, span: &Range<usize>, at: usize) -> Option<(Range<usize>, String)> {
    if at >= span.end {
        return None;
    }
    if let Some(secret) = secret_in(file, &(at..at + 1)) {
        return Some((secret.start.max(span.start)..secret.end.min(span.end), "…".to_owned()));
    }
    let c = file.text.get(at..span.end)?.chars().next()?;
    Some((at..at + c.len_utf8(), visible(c)))
}

/// Builds an excerpt around `mark`, without scanning the whole line, which may be as long as a file.
fn excerpt(file: &SourceFile, line: usize, span: &Range<usize>, mark: &Range<usize>) -> Excerpt {
    let is_marked = |piece: &Range<usize>| {
        let end = mark.end.max(mark.start + 1);
        piece.start < end && mark.start < piece.end
    };
    let begin = piece_at(file, span, mark.start).map_or(span.end, |(piece, _)| piece.start);
    let mut before = Vec::new();
    let mut at = begin;
    while at > span.start && before.len() < MAX_CONTEXT {
        let Some(last) = file.text[span.start..at].chars().next_back() else { break };
        let Some((piece, shown)) = piece_at(file, span, at - last.len_utf8()) else { break };
        at = piece.start;
        before.push(shown);
    }
    let mut shown = if at > span.start { "…".to_owned() } else { String::new() };
    shown.extend(before.into_iter().rev());
    let mut marked = shown.len()..shown.len();
    let mut at = begin;
    let (mut pieces, mut after) = (0, 0);
    // A long mark is truncated as well.
    while after + 1 < MAX_CONTEXT
        && let Some((piece, piece_shown)) = piece_at(file, span, at)
    {
        shown.push_str(&piece_shown);
        if is_marked(&piece) {
            marked.end = shown.len();
        }
        at = piece.end;
        pieces += 1;
        // Pieces after the mark, or after the shown part of a long one.
        after += usize::from(!is_marked(&piece) || pieces > MAX_CONTEXT + 1);
    }
    if at < span.end {
        shown.push('…');
    }
    Excerpt { line, text: shown, mark: marked }
}

/// The lines after the fix; `None` if they are confidential, because a line with `…` is no use to
/// copy.
fn corrected(problem: &Problem, file: &SourceFile) -> Option<String> {
    const MAX_LINES: usize = 12;
    const MAX_LINE_CHARS: usize = 2 * MAX_CONTEXT;
    /// A character has at most four bytes.
    const MAX_BYTES: usize = 4 * MAX_LINE_CHARS * MAX_LINES;
    let (bytes, replacement) = problem.fix.as_ref()?;
    let text = file.text.as_str();
    let (first, last) =
        (line_at(file, bytes.start.min(text.len())), line_at(file, bytes.end.min(text.len())));
    let span = first.start..last.end.max(bytes.end);
    if secret_in(file, &span).is_some() {
        return None;
    }
    if (span.len() - bytes.len()).saturating_add(replacement.len()) > MAX_BYTES {
        return None;
    }
    let all =
        format!("{}{replacement}{}", text.get(span.start..bytes.start)?, text.get(bytes.end..span.end)?);
    let lines: Vec<&str> = all.trim_end().split('\n').map(str::trim_end).collect();
    let is_printable = lines.len() <= MAX_LINES
        && lines.iter().all(|line| line.chars().count() <= MAX_LINE_CHARS && !line.chars().any(needs_escape));
    is_printable.then(|| lines.join("\n"))
}

/// Escapes control and format characters, as in `\u{1b}`, so that a file can't control a terminal.
pub(crate) fn visible(c: char) -> String {
    if needs_escape(c) { c.escape_unicode().to_string() } else { c.to_string() }
}

fn needs_escape(c: char) -> bool {
    c.is_control() || is_format_character(c)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::*;
    use crate::problem::Code;
    use crate::source::{FileKind, Place};

    fn shown_at(text: &str, bytes: Range<usize>) -> Excerpt {
        let (name, path) = ("a.yaml".to_owned(), "a.yaml".into());
        let file = Arc::new(SourceFile::new(name, path, FileKind::Profile, text.to_owned()));
        shown(&Problem::new(Code::NotYaml, Place::at(&file, bytes))).excerpt.expect("a line")
    }

    /// Reference implementation of [`excerpt`] that scans the whole line.
    fn excerpt_of_whole_line(text: &str, mark: &Range<usize>) -> (String, Range<usize>) {
        let (name, path) = ("a.yaml".to_owned(), "a.yaml".into());
        let file = SourceFile::new(name, path, FileKind::Profile, text.to_owned());
        let span = line_at(&file, mark.start);
        let mark = mark.start..mark.end.clamp(mark.start, span.end.max(mark.start));
        let mut pieces: Vec<(String, bool)> = Vec::new();
        let mut in_secret: Option<usize> = None;
        for (offset, c) in text[span.clone()].char_indices() {
            let at = span.start + offset;
            let marked = mark.contains(&at) || mark.is_empty() && at == mark.start;
            if let Some(index) = file.secrets().iter().position(|secret| secret.contains(&at)) {
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
        let from = first.saturating_sub(MAX_CONTEXT);
        let to = pieces.len().min(last.min(first + MAX_CONTEXT) + MAX_CONTEXT);
        let text =
            |range: &[(String, bool)]| range.iter().map(|(piece, _)| piece.as_str()).collect::<String>();
        let (before, after) = (if from > 0 { "…" } else { "" }, if to < pieces.len() { "…" } else { "" });
        let start = before.len() + text(&pieces[from..first]).len();
        let end = start + text(&pieces[first..to.min(last + 1).max(first)]).len();
        (format!("{before}{}{after}", text(&pieces[from..to])), start..end)
    }

    proptest! {
        #[test]
        fn an_excerpt_equals_that_of_the_whole_line(
            words in prop::collection::vec("navn: |æ|\u{1b}|[a-z ]{1,80}|0101701234|, |\n|\r| # hemmeligt|bemærkning: ", 1..12),
            at in any::<prop::sample::Index>(),
            length in 0..200_usize,
        ) {
            let text = words.concat();
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let start = at.index(places.len());
            let end = (start + length).min(places.len() - 1);
            let mark = places[start]..places[end];
            let shown = shown_at(&text, mark.clone());
            prop_assert_eq!((shown.text, shown.mark), excerpt_of_whole_line(&text, &mark), "{:?}", text);
        }
    }

    #[test]
    fn long_lines_are_truncated() {
        let text = "navn: 0101701234 ".repeat(50_000);
        let shown = shown_at(&text, text.len() / 2..text.len() / 2 + 1);
        assert_eq!(shown.text.chars().count(), 60 + 1 + 59 + 2);
        assert_eq!(shown.line, 1);
    }
}
