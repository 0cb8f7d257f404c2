//! What a file holds that nobody but its reader may see: remarks, comments, personal
//! numbers, and of a leader's view all but the keys that are known.
//!
//! Problems show lines of files to others. Whatever is secret in them shows as `…`.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::known_keys;
use super::personal_numbers::personal_numbers;
use super::spelling::{BETWEEN_LEVELS, fold, nearest};
use super::tree::{self, Node, Parsed, Value};
use super::{FileKind, SourceFile};
use crate::fields::{area_levels, profile};

impl SourceFile {
    /// The bytes that nobody but the file's reader may see, in order and apart.
    pub fn secrets(&self) -> &[Range<usize>] {
        let is_known_key = |key: &str| self.is_known_key(key);
        let of_leader_view = self.kind == FileKind::LeaderView;
        self.secrets.get_or_init(|| secrets(&self.text, of_leader_view.then_some(&is_known_key as _)))
    }
}

/// Whether a key of a leader's view may be shown.
type IsKnownKey<'a> = &'a dyn Fn(&str) -> bool;

/// The secret bytes of `text`, in order and apart. Of a leader's view only those keys are shown
/// that `is_known_key`; it is `None` for any other file.
pub(super) fn secrets(text: &str, is_known_key: Option<IsKnownKey<'_>>) -> Vec<Range<usize>> {
    let mut secrets: Vec<Range<usize>> = personal_numbers(text).collect();
    let parsed = tree::read(text).ok();
    match (is_known_key, parsed) {
        (Some(is_known_key), parsed) => all_but_known_keys(text, is_known_key, parsed, &mut secrets),
        (None, Some(Parsed { root, comments })) => {
            secrets.extend(comments);
            if let Some(root) = root {
                remarks(&root, &mut secrets);
                unknown_in_areas(&root, &mut secrets);
                run_on_remarks(text, &mut secrets);
            }
        }
        (None, None) => lines(text, &mut secrets),
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

/// Whether `key` is the remark's, or was most likely meant to be: unless it is another key.
fn is_remark_key(key: &str) -> bool {
    match known_keys::ALL.iter().find(|known| fold(known) == fold(key)) {
        Some(known) => *known == area_levels::REMARK.key,
        None => nearest(key, known_keys::REMARK.iter().copied()).is_some(),
    }
}

fn remarks(node: &Node, secrets: &mut Vec<Range<usize>>) {
    match &node.value {
        Value::Scalar(_) => {}
        Value::Sequence(items) => items.iter().for_each(|item| remarks(item, secrets)),
        Value::Mapping(entries) => {
            let mut in_remark = false;
            for entry in entries {
                // In braces a comma cuts a remark, and the rest of it seems to be a key.
                let rest = entry.value.is_empty();
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

/// Of a leader's view, everything but its known keys and the signs around them.
fn all_but_known_keys(
    text: &str,
    is_known_key: IsKnownKey<'_>,
    parsed: Option<Parsed>,
    secrets: &mut Vec<Range<usize>>,
) {
    let mut shown = Vec::new();
    match parsed {
        Some(parsed) => parsed.root.iter().for_each(|root| known_keys(is_known_key, root, &mut shown)),
        None => {
            let keys = cut(text).filter(|line| line.key.is_some_and(is_known_key));
            shown.extend(keys.map(|line| line.start..line.value));
        }
    }
    shown.push(text.len()..text.len());
    let mut from = 0;
    for key in shown {
        let mut start = from;
        for line in text[from..key.start.max(from)].split_inclusive('\n') {
            let says_nothing = |c: char| c.is_whitespace() || "{}[],:\"'-".contains(c);
            let bare = line.trim_start_matches(says_nothing);
            let begin = start + line.len() - bare.len();
            secrets.push(begin..begin + bare.trim_end_matches(says_nothing).len());
            start += line.len();
        }
        from = key.end.max(from);
    }
}

/// The keys in `node` that anybody may see, in their order.
fn known_keys(is_known_key: IsKnownKey<'_>, node: &Node, shown: &mut Vec<Range<usize>>) {
    match &node.value {
        Value::Scalar(_) => {}
        Value::Sequence(items) => items.iter().for_each(|item| known_keys(is_known_key, item, shown)),
        Value::Mapping(entries) => {
            for entry in entries {
                if entry.key.text().is_some_and(is_known_key) {
                    shown.push(entry.key.bytes.clone());
                }
                known_keys(is_known_key, &entry.value, shown);
            }
        }
    }
}

/// Whether `key` is one of an area's, or was most likely meant to be.
fn is_area_key(key: &str) -> bool {
    nearest(key, known_keys::AREA.iter().copied()).is_some()
        || area_levels::TABLE.field(key).is_some_and(|field| *field != area_levels::REMARK)
}

/// Inside an area, the value of any key that an area does not have.
fn unknown_in_areas(root: &Node, secrets: &mut Vec<Range<usize>>) {
    let areas = root.entries().iter().filter(|entry| entry.is(&profile::LEVELS));
    for area in areas.flat_map(|entry| entry.value.entries()) {
        for entry in area.value.entries() {
            // Anything else there was most likely meant as a remark.
            if entry.key.text().is_none_or(|key| !is_area_key(key)) {
                secrets.push(entry.value.bytes.clone());
            }
        }
    }
}

/// A line of a text, cut at its key.
struct Line<'a> {
    start: usize,
    indent: usize,
    /// The line without its break.
    content: &'a str,
    /// What stands before the first colon, without dashes and quotation marks.
    key: Option<&'a str>,
    /// Where the value begins, if there is a colon.
    value: usize,
}

fn cut(text: &str) -> impl Iterator<Item = Line<'_>> {
    let mut start = 0;
    text.split_inclusive('\n').map(move |whole| {
        let content = whole.trim_end_matches(['\n', '\r']);
        let indent = content.len() - content.trim_start().len();
        // What a comment says is hidden as a comment, and begins no remark.
        let colon = content[..comment_start(content).unwrap_or(content.len())].find(':');
        let key = colon
            .map(|colon| content[..colon].trim().trim_start_matches("- ").trim_matches(['"', '\'', '*']));
        let line =
            Line { start, indent, content, key, value: start + colon.map_or(content.len(), |at| at + 1) };
        start += whole.len();
        line
    })
}

impl Line<'_> {
    fn whole(&self) -> Range<usize> {
        self.start + self.indent..self.start + self.content.len()
    }

    fn is_blank(&self) -> bool {
        self.content.trim().is_empty()
    }

    fn has_key_of(&self, keys: &[&str]) -> bool {
        self.key.is_some_and(|key| nearest(key, keys.iter().copied()).is_some())
    }
}

/// The lines on which a remark goes on although YAML has it end: those up to the
/// next line that certainly is something else.
fn run_on_remarks(text: &str, secrets: &mut Vec<Range<usize>>) {
    let mut remark: Option<usize> = None;
    for line in cut(text).filter(|line| !line.is_blank()) {
        if line.key.is_some_and(is_remark_key) {
            remark = Some(line.indent);
            continue;
        }
        let Some(indent) = remark else { continue };
        let is_known = |key: &str| known_keys::is_profile_key(key) || is_area_key(key);
        let known = line.has_key_of(&known_keys::PROFILE) || line.key.is_some_and(is_known);
        // The next area stands less far in than the remark, but not at the margin.
        let next_area = line.key.is_some() && line.indent < indent && line.indent > 0;
        if known || next_area || line.content.trim_start().starts_with(['-', '#']) {
            remark = None;
        } else {
            secrets.push(line.whole());
        }
    }
}

/// Line by line, for a text that is no YAML; rather too much than too little.
fn lines(text: &str, secrets: &mut Vec<Range<usize>>) {
    static REMARK: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r#"(?i)\b(?:(?:be?m|anm)[\p{L}\u{300}-\u{36f}]{0,3}rk[\p{L}]*|merknad[\p{L}]*|remark[\p{L}]*)["']?\s*:?"#,
        )
        .expect("the pattern is valid")
    });
    run_on_remarks(text, secrets);
    // The indentation of a remark whose further lines may follow.
    let mut remark: Option<usize> = None;
    // The indentation of the areas, once `profil:` has been seen.
    let mut areas: Option<Option<usize>> = None;
    for line in cut(text).filter(|line| !line.is_blank()) {
        let end = line.start + line.content.len();
        if remark.is_some_and(|remark| line.indent > remark) {
            secrets.push(line.whole());
        } else {
            remark = None;
        }
        let comment = comment_start(line.content);
        let code = &line.content[..comment.unwrap_or(line.content.len())];
        if code.trim().is_empty() {
            secrets.push(line.whole());
            continue;
        }
        let mut is_remark = true;
        if line.key.is_some_and(is_remark_key) {
            secrets.push(line.value..end);
            remark = Some(line.indent);
        } else if let Some(found) = REMARK.find(code) {
            secrets.push(line.start + found.end()..end);
            remark = Some(line.indent);
        } else {
            is_remark = false;
        }
        if line.indent == 0 {
            areas = line.key.is_some_and(|key| profile::LEVELS.is(key)).then_some(None);
        } else if let Some(first) = &mut areas {
            let first = *first.get_or_insert(line.indent);
            let value = text.get(line.value..line.start + code.len()).unwrap_or_default();
            let is_unknown = !line.key.is_some_and(|key| is_area_key(key) || is_level(value));
            if line.indent > first && !is_remark && is_unknown {
                secrets.push(if line.key.is_some() { line.value..end } else { line.whole() });
            }
        }
        if let Some(at) = comment {
            secrets.push(line.start + at..end);
        }
    }
}

/// Whether a value is a level or two and so no remark, at whatever indentation.
fn is_level(value: &str) -> bool {
    let is_number = |part: &str| part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    !value.trim().is_empty()
        && value.split_whitespace().all(|part| BETWEEN_LEVELS.contains(&part) || is_number(part))
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
    use crate::source::{FileKind, SourceFile};

    fn with_ellipses(file: &SourceFile) -> String {
        let text = &file.text;
        let mut shown = String::new();
        let mut at = 0;
        for secret in file.secrets() {
            shown.push_str(&text[at..secret.start]);
            shown.push('…');
            at = secret.end;
        }
        shown + &text[at..]
    }

    #[test]
    fn remarks_comments_and_personal_numbers_are_hidden() {
        let profile = |text: &str| {
            let file = SourceFile::new("t.yaml".into(), "t.yaml".into(), FileKind::Profile, text.into());
            with_ellipses(&file)
        };
        assert_eq!(profile("it: 3 # syg i år\n"), "it: 3 …\n");
        assert_eq!(profile("it:\n  nu: 3\n  bemærkning: Syg\n"), "it:\n  nu: 3\n  bemærkning: …\n");
        assert_eq!(profile("it: {bemaerkning: Syg, nu: 3}\n"), "it: {bemaerkning: …, nu: 3}\n");
        assert_eq!(profile("mål: 010203-1234 er nul\n"), "mål: … er nul\n");
        assert_eq!(
            profile("it:\n  bemærkning: Jeg\nhar stress: ja\nplan:\n"),
            "it:\n  bemærkning: …\n…\nplan:\n"
        );
        assert_eq!(
            profile("profil:\n  it:\n    nu: 3\n    note: Syg\n"),
            "profil:\n  it:\n    nu: 3\n    note: …\n"
        );
        // The same where the file is no YAML.
        // A template's example of a remark hides nothing after it.
        let new = "#    bemærkning: Mere\n  it:3\n   dansk: 3\n  sag: 2\n";
        assert_eq!(
            profile(&format!("profil:\n{new}")),
            format!("profil:\n{}", new.replace("#    bemærkning: Mere", "…"))
        );
        assert_eq!(profile("a: [\nbemrækning: Syg\n"), "a: [\nbemrækning:…\n");
        assert_eq!(profile("profil:\n  it:\n    note: a: b\n"), "profil:\n  it:\n    note:…\n");
        assert_eq!(profile("a: [\nbemærkning: Syg\n"), "a: [\nbemærkning:…\n");
        assert_eq!(profile("a: [\nb: x # syg\n"), "a: [\nb: x …\n");
    }

    #[test]
    fn of_a_leaders_view_known_keys_alone_are_shown() {
        let leader = |text: &str| {
            let file = SourceFile::new("t.yaml".into(), "t.yaml".into(), FileKind::LeaderView, text.into());
            file.name_keys(["it", "dansk", "personale ledelse"].map(str::to_owned).into());
            with_ellipses(&file)
        };
        for (text, expected) in [
            ("vurdering:\n  it: 1\n", "vurdering:\n  it: …\n"),
            ("vurdering:\n\tit: 1\n", "vurdering:\n\tit: …\n"),
            ("vurdering: {it:1, dansk:2}\n", "vurdering: {…}\n"),
            ("vurdering: {it: 1, dansk: 2}\n", "vurdering: {it: …, dansk: …}\n"),
            ("vurdering: {it:1, dansk: 2\n", "vurdering: {…\n"),
            ("{it 1}\n", "{…}\n"),
            ("it 1\n- 2\n", "…\n- …\n"),
            ("vurdering:\n  it2: 1\n  dasnk: 2\n", "vurdering:\n  …\n  dasnk: …\n"),
            ("vurdering:\n  han er syg: ja # meget\n", "vurdering:\n  …\n"),
            ("\"vurdering\":\n  'it' : 1: 2\n", "\"vurdering\":\n  'it' : …\n"),
            ("vurdering:\n  it: |\n    meget\n    syg\n", "vurdering:\n  it: …\n    …\n    …\n"),
            ("vurdering:\n  personale-ledelse: 3\n", "vurdering:\n  personale-ledelse: …\n"),
        ] {
            assert_eq!(leader(text), expected, "{text}");
        }
    }
}
