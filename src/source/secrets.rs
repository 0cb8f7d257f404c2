//! What a file holds that nobody but its reader may see: remarks, comments, a
//! leader's levels, and numbers that look like a civil registration number.
//!
//! Problems show lines of files to others. Whatever is secret in them shows as `…`.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::tree::{Node, Value, comments_and_root};
use super::word::nearest;
use super::{FileKind, SourceFile};

/// The key whose value is printed on a person's own plan only.
const REMARK_KEY: &str = "bemærkning";

/// The bytes of `file` that are secret, in order and apart.
pub(super) fn secrets(file: &SourceFile) -> Vec<Range<usize>> {
    let text = &file.text;
    let mut secrets: Vec<Range<usize>> = cpr_numbers(text).collect();
    match comments_and_root(text) {
        Some((comments, root)) => {
            secrets.extend(comments);
            if let Some(root) = root {
                remarks(&root, &mut secrets);
                if file.kind == FileKind::LeaderView {
                    values(&root, &mut secrets);
                }
            }
        }
        None => lines(text, file.kind, &mut secrets),
    }
    secrets.retain(|range| !range.is_empty());
    secrets.sort_by_key(|range| range.start);
    let mut apart: Vec<Range<usize>> = Vec::new();
    for range in secrets {
        match apart.last_mut().filter(|last| last.end >= range.start) {
            Some(last) => last.end = last.end.max(range.end),
            None => apart.push(range),
        }
    }
    apart
}

/// Numbers of the shape of a Danish civil registration number (CPR): a date as
/// `ddmmyy`, perhaps a hyphen or space, and four digits.
pub fn cpr_numbers(text: &str) -> impl Iterator<Item = Range<usize>> {
    static SHAPE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}[-\u{2010}-\u{2014} \u{a0}]?\d{4}")
            .expect("the pattern is valid")
    });
    let digit_before = |at: usize| text[..at].ends_with(|c: char| c.is_ascii_digit());
    let digit_after = |at: usize| text[at..].starts_with(|c: char| c.is_ascii_digit());
    SHAPE
        .find_iter(text)
        .map(|found| found.range())
        .filter(move |range| !digit_before(range.start) && !digit_after(range.end))
}

/// Whether `key` is the remark's, or was most likely meant to be.
fn is_remark_key(key: &str) -> bool {
    nearest(key, [REMARK_KEY]).is_some()
}

fn remarks(node: &Node, secrets: &mut Vec<Range<usize>>) {
    match &node.value {
        Value::Scalar(_) => {}
        Value::Sequence(items) => items.iter().for_each(|item| remarks(item, secrets)),
        Value::Mapping(entries) => {
            let mut in_remark = false;
            for entry in entries {
                // In braces a comma cuts a remark, and the rest of it seems to be a key.
                let rest = matches!(&entry.value.value, Value::Scalar(text) if text.is_empty());
                in_remark = entry.key.text().is_some_and(is_remark_key) || in_remark && rest;
                if in_remark {
                    let key_too = if rest { entry.key.bytes.start } else { entry.value.bytes.start };
                    secrets.push(key_too..entry.value.bytes.end.max(entry.key.bytes.end));
                } else {
                    remarks(&entry.value, secrets);
                }
            }
        }
    }
}

fn values(node: &Node, secrets: &mut Vec<Range<usize>>) {
    match &node.value {
        Value::Scalar(_) => secrets.push(node.bytes.clone()),
        Value::Sequence(items) => items.iter().for_each(|item| values(item, secrets)),
        Value::Mapping(entries) => entries.iter().for_each(|entry| values(&entry.value, secrets)),
    }
}

/// Line by line, for a text that is no YAML; rather too much than too little.
fn lines(text: &str, kind: FileKind, secrets: &mut Vec<Range<usize>>) {
    static REMARK: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r#"(?i)\bbe?m[\p{L}\u{300}-\u{36f}]{0,3}rk[\p{L}]*["']?\s*:?"#)
            .expect("the pattern is valid")
    });
    let mut start = 0;
    // The indentation of a remark whose further lines may follow.
    let mut remark_indent: Option<usize> = None;
    for line in text.split_inclusive('\n') {
        let content = line.trim_end_matches(['\n', '\r']);
        let end = start + content.len();
        let indent = content.len() - content.trim_start().len();
        if remark_indent.is_some_and(|remark| indent > remark && !content.trim().is_empty()) {
            secrets.push(start + indent..end);
        } else if !content.trim().is_empty() {
            remark_indent = None;
        }
        if let Some(found) = REMARK.find(content) {
            secrets.push(start + found.end()..end);
            remark_indent = Some(indent);
        }
        if let Some(at) = comment_start(content) {
            secrets.push(start + at..end);
        }
        if kind == FileKind::LeaderView {
            let value = content.find(':').map_or(indent, |colon| colon + 1);
            secrets.push(start + value..end);
        }
        start += line.len();
    }
}

/// Where a comment begins in a line: a `#` first or after white space, whatever
/// quotation marks say, since they may be the very thing that is broken.
fn comment_start(line: &str) -> Option<usize> {
    line.char_indices()
        .filter(|&(_, c)| c == '#')
        .map(|(at, _)| at)
        .find(|&at| at == 0 || line[..at].ends_with([' ', '\t', '\u{a0}']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, kind: FileKind) -> String {
        let file = SourceFile::new("t.yaml".into(), "t.yaml".into(), kind, text.into());
        let mut shown = String::new();
        let mut at = 0;
        for secret in secrets(&file) {
            shown.push_str(&text[at..secret.start]);
            shown.push('…');
            at = secret.end;
        }
        shown + &text[at..]
    }

    #[test]
    fn remarks_comments_and_cpr_numbers_are_hidden() {
        let profile = |text| shown(text, FileKind::Profile);
        assert_eq!(profile("it: 3 # syg i år\n"), "it: 3 …\n");
        assert_eq!(profile("it:\n  nu: 3\n  bemærkning: Syg\n"), "it:\n  nu: 3\n  bemærkning: …\n");
        assert_eq!(profile("it: {bemaerkning: Syg, nu: 3}\n"), "it: {bemaerkning: …, nu: 3}\n");
        assert_eq!(profile("mål: 010203-1234 er nul\n"), "mål: … er nul\n");
        // The same where the file is no YAML.
        assert_eq!(profile("a: [\nbemærkning: Syg\n"), "a: [\nbemærkning:…\n");
        assert_eq!(profile("a: [\nb: x # syg\n"), "a: [\nb: x …\n");
    }

    #[test]
    fn a_leaders_values_are_hidden() {
        let leader = |text| shown(text, FileKind::LeaderView);
        assert_eq!(leader("vurdering:\n  it: 1\n"), "vurdering:\n  it: …\n");
        assert_eq!(leader("vurdering:\n\tit: 1\n"), "vurdering:\n\tit:…\n");
    }

    #[test]
    fn dates_and_course_numbers_are_no_cpr_numbers() {
        for text in ["2026-12-02", "02-12-2026", "45948", "nummer 4594812345678", "1.500"] {
            assert_eq!(cpr_numbers(text).count(), 0, "{text}");
        }
        for text in ["0102031234", "010203-1234", "311299 4321"] {
            assert_eq!(cpr_numbers(text).count(), 1, "{text}");
        }
    }
}
