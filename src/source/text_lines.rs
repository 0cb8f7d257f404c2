//! Replaces the lines of a text that another version of it changes.

use std::collections::{BTreeMap, VecDeque};

use super::lines::line_break;
use super::personal_numbers::masked;

/// `old` with the lines of `new`, which has plain line feeds. Lines at the beginning and the end
/// that both have keep their bytes; those between get the line breaks of `old`.
///
/// People see `old` with its personal numbers masked, so a masked line of `new` is the unchanged
/// line of `old`.
pub(crate) fn with_changed_lines(old: &str, new: &str) -> String {
    let before = lines(old);
    let after = lines(new);
    let is_same = |one: &str, other: &str| {
        let (one, other) = (parts(one), parts(other));
        one == other || one.1 == other.1 && other.0.contains('…') && masked(one.0) == other.0
    };
    let most = before.len().min(after.len());
    let first = (0..most).take_while(|&i| is_same(before[i], after[i])).count();
    let last = (0..most - first)
        .take_while(|&i| is_same(before[before.len() - 1 - i], after[after.len() - 1 - i]))
        .count();
    let mut text = before[..first].concat();
    let mut hidden: BTreeMap<String, VecDeque<&str>> = BTreeMap::new();
    for line in &before[first..before.len() - last] {
        let content = parts(line).0;
        let shown = masked(content);
        if shown != content {
            hidden.entry(shown).or_default().push_back(content);
        }
    }
    for line in &after[first..after.len() - last] {
        let (content, has_break) = parts(line);
        text.push_str(hidden.get_mut(content).and_then(VecDeque::pop_front).unwrap_or(content));
        text.push_str(if has_break { line_break(old) } else { "" });
    }
    text.push_str(&before[before.len() - last..].concat());
    text
}

/// The lines with their line breaks: `\n`, `\r\n`, or `\r` alone.
fn lines(text: &str) -> Vec<&str> {
    let bytes = text.as_bytes();
    let mut lines = Vec::new();
    let mut start = 0;
    for (at, byte) in bytes.iter().enumerate() {
        if *byte == b'\n' || *byte == b'\r' && bytes.get(at + 1) != Some(&b'\n') {
            lines.push(&text[start..=at]);
            start = at + 1;
        }
    }
    if start < text.len() {
        lines.push(&text[start..]);
    }
    lines
}

/// The content of a line, and whether a line break follows.
fn parts(line: &str) -> (&str, bool) {
    let content = line.strip_suffix("\r\n").or_else(|| line.strip_suffix(['\n', '\r']));
    content.map_or((line, false), |content| (content, true))
}

#[cfg(test)]
mod tests {
    use super::with_changed_lines;

    #[test]
    fn only_changed_lines_change() {
        for (old, new, expected) in [
            ("a\r\nb\nc\r\n", "a\nx\nc\n", "a\r\nx\r\nc\r\n"),
            ("a\r\nb", "a\nb\nc\n", "a\r\nb\r\nc\r\n"),
            ("a\nb\n", "a\nb", "a\nb"),
            ("a\r\nb\r\n", "a\nb\n", "a\r\nb\r\n"),
            ("a\na\n", "a\na\na\n", "a\na\na\n"),
            ("", "a\n", "a\n"),
            ("a\n", "", ""),
            ("a\rb\rc\r", "a\nx\nc\n", "a\rx\rc\r"),
            ("a\rb", "a\nb\nc\n", "a\rb\rc\r"),
            ("a\r\nb\rc\n", "a\nb\nc\nd\n", "a\r\nb\rc\nd\r\n"),
        ] {
            assert_eq!(with_changed_lines(old, new), expected, "{old:?} {new:?}");
        }
    }

    #[test]
    fn masked_lines_are_unchanged_wherever_they_are() {
        let old = "a\n# ring 010190-1234\r\nb\nc: 020290-1234\nd\n";
        for (new, expected) in [
            ("a\n# ring …\nb\nc: …\nd\n", old),
            ("x\n# ring …\ny\nc: …\nz\n", "x\n# ring 010190-1234\ny\nc: 020290-1234\nz\n"),
            ("x\n# ring\nb\nz\n", "x\n# ring\nb\nz\n"),
            ("a\n# ring …!\nb\nc: …\nd\n", "a\n# ring …!\nb\nc: 020290-1234\nd\n"),
        ] {
            assert_eq!(with_changed_lines(old, new), expected, "{new:?}");
        }
    }
}
