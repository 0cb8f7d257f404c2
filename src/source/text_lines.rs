//! Replaces the lines of a text that another version of it changes.

use super::lines::line_break;

/// `old` with the lines of `new`, which has plain line feeds. Lines at the beginning and the end
/// that both have keep their bytes; those between get the line breaks of `old`.
pub(crate) fn with_changed_lines(old: &str, new: &str) -> String {
    let before: Vec<&str> = old.split_inclusive('\n').collect();
    let after: Vec<&str> = new.split_inclusive('\n').collect();
    let is_same = |one: &str, other: &str| parts(one) == parts(other);
    let most = before.len().min(after.len());
    let first = (0..most).take_while(|&i| is_same(before[i], after[i])).count();
    let last = (0..most - first)
        .take_while(|&i| is_same(before[before.len() - 1 - i], after[after.len() - 1 - i]))
        .count();
    let mut text = before[..first].concat();
    for line in &after[first..after.len() - last] {
        let (content, has_break) = parts(line);
        text.push_str(content);
        text.push_str(if has_break { line_break(old) } else { "" });
    }
    text.push_str(&before[before.len() - last..].concat());
    text
}

/// The content of a line, and whether a line break follows.
fn parts(line: &str) -> (&str, bool) {
    match line.strip_suffix('\n') {
        Some(content) => (content.strip_suffix('\r').unwrap_or(content), true),
        None => (line, false),
    }
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
        ] {
            assert_eq!(with_changed_lines(old, new), expected, "{old:?} {new:?}");
        }
    }
}
