//! Line boundaries of a text, as byte offsets.

/// A line of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    pub start: usize,
    /// End of the whitespace at the start of the line.
    pub indent_end: usize,
    /// Offset of the line's `\n`, or of the end of the text.
    pub end: usize,
}

/// Splits `text` at every `\n`.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut start = 0;
    let lines = text.split('\n').map(|line| {
        let indent_end = start + line.len() - line.trim_start().len();
        let line = Line { start, indent_end, end: start + line.len() };
        start = line.end + 1;
        line
    });
    lines.collect()
}

/// Start of the line that contains `at`.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

/// The line break that `text` uses, judged by its first line; `\r` only if there is no other.
pub(crate) fn line_break(text: &str) -> &'static str {
    match text.find('\n') {
        Some(at) if text[..at].ends_with('\r') => "\r\n",
        None if text.contains('\r') => "\r",
        _ => "\n",
    }
}
