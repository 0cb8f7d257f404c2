//! Finds the confidential parts of a file: remarks, notes, comments, personal numbers, words where a
//! participant's absences are listed, which may be reasons, and all of a leader's view except known keys. Here,
//! a note is a remark.
//!
//! Problems quote lines of files to other people; confidential parts are replaced by `…`.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::known_keys::{self, is_confidential_key, is_key};
use super::personal_numbers::{escaped, personal_numbers};
use super::spelling::{BETWEEN_LEVELS, nearest, spellings_of_any};
use super::tree::{self, Node, Parsed, Value};
use super::{FileKind, SourceFile};
use crate::fields::{Field, area_levels, cohort, note, participant, profile};

impl SourceFile {
    /// Confidential byte ranges, sorted and disjoint; computed once.
    pub(crate) fn secrets(&self) -> &[Range<usize>] {
        let is_known_key = |key: &str| self.is_known_key(key);
        let of_leader_view = self.kind == FileKind::LeaderView;
        self.secrets.get_or_init(|| {
            let mut secrets = secrets(&self.text, of_leader_view.then_some(&is_known_key as _));
            if matches!(self.kind, FileKind::Cohort | FileKind::Programme) {
                redact_reasons(&self.text, &mut secrets);
            }
            merge(secrets)
        })
    }
}

/// Decides whether a key of a leader's view may be shown.
type IsKnownKey<'a> = &'a dyn Fn(&str) -> bool;

/// Confidential byte ranges of `text`.
///
/// `is_known_key` is given for a leader's view only, where it selects the only keys to show.
fn secrets(text: &str, is_known_key: Option<IsKnownKey<'_>>) -> Vec<Range<usize>> {
    let mut secrets: Vec<Range<usize>> = personal_numbers(text).collect();
    let parsed = tree::read(text).ok();
    if let Some(root) = parsed.as_ref().and_then(|parsed| parsed.root.as_ref()) {
        secrets.extend(escaped(text, root));
    }
    match (is_known_key, parsed) {
        (Some(is_known_key), parsed) => redact_leader_view(text, is_known_key, parsed, &mut secrets),
        (None, Some(Parsed { root, comments })) => {
            secrets.extend(comments);
            if let Some(root) = root {
                redact_remarks(text, &root, &mut secrets);
                redact_unknown_area_keys(&root, &mut secrets);
                redact_remark_continuations(text, &mut secrets);
            }
        }
        (None, None) => redact_invalid_yaml(text, &mut secrets),
    }
    secrets
}

/// The lists of parts in which somebody may write why a part is in them.
static PART_LISTS: [&Field; 6] = [
    &participant::ABSENT,
    &participant::MADE_UP,
    &participant::INTRODUCED,
    &participant::HANDED_IN,
    &participant::APPROVED,
    &participant::CREDITED,
];

/// True if `key` is that of a list of parts, or a likely misspelling of it.
fn is_part_list(key: &str) -> bool {
    let spellings = || PART_LISTS.iter().flat_map(|field| field.spellings());
    PART_LISTS.iter().any(|field| field.is(key)) || nearest(key, spellings()).is_some() && !is_key(key)
}

/// Redacts words in lists of parts, and the values of unknown keys of participants.
fn redact_reasons(text: &str, secrets: &mut Vec<Range<usize>>) {
    match tree::read(text) {
        Ok(parsed) => parsed.root.iter().for_each(|root| redact_reasons_in(text, root, false, secrets)),
        Err(_) => redact_reasons_in_lines(text, secrets),
    }
}

fn redact_reasons_in(text: &str, node: &Node, of_participant: bool, secrets: &mut Vec<Range<usize>>) {
    for item in node.items().iter().filter(|_| matches!(node.value, Value::Sequence(_))) {
        redact_reasons_in(text, item, of_participant, secrets);
    }
    for entry in node.entries() {
        let key = entry.key.text().unwrap_or_default();
        let is_unknown = || {
            let spellings = participant::TABLE.fields.iter().flat_map(|field| field.spellings());
            participant::TABLE.field(key).is_none() && nearest(key, spellings).is_none()
        };
        if is_part_list(key) {
            redact_words(text, entry.value.bytes.clone(), secrets);
        } else if of_participant && is_unknown() {
            secrets.push(entry.value.bytes.clone());
        } else {
            redact_reasons_in(text, &entry.value, cohort::PARTICIPANTS.is(key), secrets);
        }
    }
}

/// Redacts a range from the first letter of each of its lines on.
fn redact_words(text: &str, range: Range<usize>, secrets: &mut Vec<Range<usize>>) {
    let mut start = range.start;
    for line in text.get(range).unwrap_or_default().split_inclusive('\n') {
        if let Some(first) = line.find(char::is_alphabetic) {
            let end = line.trim_end_matches(|c: char| c.is_whitespace() || "\"']}".contains(c)).len();
            secrets.push(start + first..start + end.max(first));
        }
        start += line.len();
    }
}

/// Redacts words after the key of a list of parts, wherever it is in a line, and in the lines that may go on
/// with it.
fn redact_reasons_in_lines(text: &str, secrets: &mut Vec<Range<usize>>) {
    static KEY: LazyLock<Regex> = LazyLock::new(|| {
        let spellings = PART_LISTS.iter().flat_map(|field| field.spellings());
        Regex::new(&format!(r#"\b(?:{})["']?\s*[:=\[]"#, spellings_of_any(spellings)))
            .expect("the pattern is valid")
    });
    let mut list: Option<usize> = None;
    for line in tokenize(text).filter(|line| !line.is_blank()) {
        let end = line.start + line.content.len();
        let own_key = line.key.filter(|key| is_part_list(key)).map(|_| line.value - line.start);
        if let Some(from) = KEY.find(line.content).map(|found| found.end()).into_iter().chain(own_key).min() {
            redact_words(text, line.start + from..end, secrets);
            list = Some(line.indent);
        } else if list.is_some_and(|indent| {
            line.indent > indent || line.indent == indent && (line.key.is_none() || line.is_item())
        }) {
            redact_words(text, line.start..end, secrets);
        } else {
            list = None;
        }
    }
}

/// Sorts ranges and merges those that touch.
fn merge(mut secrets: Vec<Range<usize>>) -> Vec<Range<usize>> {
    secrets.retain(|range| !range.is_empty());
    secrets.sort_by_key(|range| range.start);
    let mut merged: Vec<Range<usize>> = Vec::new();
    for range in secrets {
        match merged.last_mut().filter(|last| last.end >= range.start) {
            Some(last) => last.end = last.end.max(range.end),
            None => merged.push(range),
        }
    }
    merged
}

fn redact_remarks(text: &str, node: &Node, secrets: &mut Vec<Range<usize>>) {
    match &node.value {
        Value::Scalar(_) => {}
        Value::Sequence(items) => items.iter().for_each(|item| redact_remarks(text, item, secrets)),
        Value::Mapping(entries) => {
            let mut in_remark = false;
            for entry in entries {
                // In braces a comma splits a remark, and its rest parses as a key without a value.
                let has_no_value = entry.value.is_empty();
                in_remark = entry.key.text().is_some_and(is_confidential_key) || in_remark && has_no_value;
                if in_remark && !matches!(entry.value.value, Value::Scalar(_)) {
                    redact_notes(text, &entry.value, secrets);
                } else if in_remark {
                    let start = if has_no_value { entry.key.bytes.start } else { entry.value.bytes.start };
                    secrets.push(start..entry.value.bytes.end.max(entry.key.bytes.end));
                } else {
                    redact_remarks(text, &entry.value, secrets);
                }
            }
        }
    }
}

/// Redacts all of a list or section except the keys of a note and dates in digits.
fn redact_notes(text: &str, node: &Node, secrets: &mut Vec<Range<usize>>) {
    match &node.value {
        Value::Scalar(_) => secrets.push(node.bytes.clone()),
        Value::Sequence(items) => items.iter().for_each(|item| redact_notes(text, item, secrets)),
        Value::Mapping(entries) => {
            for entry in entries {
                let is = |field| entry.is(field);
                let is_date = is(&note::DATE) && entry.value.text().is_some_and(is_in_digits);
                let from = match is(&note::DATE) || is(&note::TEXT) {
                    true => entry.value.bytes.start,
                    false => entry.key.bytes.start,
                };
                // A list ends where the next key begins.
                let end = entry.value.bytes.end.max(entry.key.bytes.end);
                let end = from + text.get(from..end).unwrap_or_default().trim_end().len();
                if !is_date {
                    secrets.push(from..end);
                }
            }
        }
    }
}

/// True for dates such as `2/12-2026`.
fn is_in_digits(value: &str) -> bool {
    value.chars().all(|c| c.is_ascii_digit() || "./- ".contains(c))
}

/// Redacts everything in a leader's view except its known keys and the punctuation around them.
fn redact_leader_view(
    text: &str,
    is_known_key: IsKnownKey<'_>,
    parsed: Option<Parsed>,
    secrets: &mut Vec<Range<usize>>,
) {
    let mut shown = Vec::new();
    match parsed {
        Some(parsed) => {
            parsed.root.iter().for_each(|root| collect_known_keys(is_known_key, root, &mut shown));
        }
        None => {
            let keys = tokenize(text).filter(|line| line.key.is_some_and(is_known_key));
            shown.extend(keys.map(|line| line.start..line.value));
        }
    }
    shown.push(text.len()..text.len());
    let is_punctuation = |c: char| c.is_whitespace() || "{}[],:\"'-".contains(c);
    let mut from = 0;
    for key in shown {
        let mut start = from;
        for line in text[from..key.start.max(from)].split_inclusive('\n') {
            let bare = line.trim_start_matches(is_punctuation);
            let begin = start + line.len() - bare.len();
            secrets.push(begin..begin + bare.trim_end_matches(is_punctuation).len());
            start += line.len();
        }
        from = key.end.max(from);
    }
}

/// Collects the byte ranges of known keys in `node`, in file order.
fn collect_known_keys(is_known_key: IsKnownKey<'_>, node: &Node, shown: &mut Vec<Range<usize>>) {
    match &node.value {
        Value::Scalar(_) => {}
        Value::Sequence(items) => {
            items.iter().for_each(|item| collect_known_keys(is_known_key, item, shown));
        }
        Value::Mapping(entries) => {
            for entry in entries {
                if entry.key.text().is_some_and(is_known_key) {
                    shown.push(entry.key.bytes.clone());
                }
                collect_known_keys(is_known_key, &entry.value, shown);
            }
        }
    }
}

/// True if `key` is a key of an area other than the remark, or a likely misspelling of one.
fn is_area_key(key: &str) -> bool {
    nearest(key, known_keys::AREA.iter().copied()).is_some()
        || area_levels::TABLE.field(key).is_some() && !is_confidential_key(key)
}

/// Redacts the values of unknown keys inside areas, which are most likely remarks.
fn redact_unknown_area_keys(root: &Node, secrets: &mut Vec<Range<usize>>) {
    let areas = root.entries().iter().filter(|entry| entry.is(&profile::LEVELS));
    for area in areas.flat_map(|entry| entry.value.entries()) {
        for entry in area.value.entries() {
            if entry.key.text().is_none_or(|key| !is_area_key(key)) {
                secrets.push(entry.value.bytes.clone());
            }
        }
    }
}

/// A line of possibly invalid YAML, split at its key without regard to quotation marks.
struct Line<'a> {
    /// Byte offset in the text.
    start: usize,
    indent: usize,
    /// The line without its line break.
    content: &'a str,
    /// The text before the first colon, without dashes and quotation marks.
    key: Option<&'a str>,
    /// Byte offset of the value in the text; the end of the line if there is no colon.
    value: usize,
}

fn tokenize(text: &str) -> impl Iterator<Item = Line<'_>> {
    let mut start = 0;
    text.split_inclusive('\n').map(move |whole| {
        let content = whole.trim_end_matches(['\n', '\r']);
        let indent = content.len() - content.trim_start().len();
        // A key in a comment does not start a remark.
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
    /// Byte range without indentation and line break.
    fn bytes(&self) -> Range<usize> {
        self.start + self.indent..self.start + self.content.len()
    }

    fn is_item(&self) -> bool {
        self.content.trim_start().starts_with('-')
    }

    fn is_comment(&self) -> bool {
        self.content.trim_start().starts_with('#')
    }

    fn is_blank(&self) -> bool {
        self.content.trim().is_empty()
    }

    fn has_key_of(&self, keys: &[&str]) -> bool {
        self.key.is_some_and(|key| nearest(key, keys.iter().copied()).is_some())
    }
}

/// Redacts lines that continue a remark although it has ended for YAML: all up to the next line
/// that is certainly something else.
fn redact_remark_continuations(text: &str, secrets: &mut Vec<Range<usize>>) {
    let mut remark: Option<usize> = None;
    for line in tokenize(text).filter(|line| !line.is_blank()) {
        if line.key.is_some_and(is_confidential_key) {
            remark = Some(line.indent);
            continue;
        }
        let Some(indent) = remark else { continue };
        let is_known = |key: &str| known_keys::is_profile_key(key) || is_area_key(key) || note::DATE.is(key);
        let known = line.has_key_of(&known_keys::PROFILE) || line.key.is_some_and(is_known);
        // The next area is indented less than the remark, but is not at the margin.
        let next_area = line.key.is_some() && line.indent < indent && line.indent > 0;
        if known || next_area || line.is_item() && line.indent < indent || line.is_comment() {
            remark = None;
        } else {
            secrets.push(line.bytes());
        }
    }
}

/// Redacts invalid YAML line by line, and rather too much than too little.
fn redact_invalid_yaml(text: &str, secrets: &mut Vec<Range<usize>>) {
    /// Any likely spelling of a remark's key, in any language and anywhere in a line.
    static REMARK: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r#"(?ix)
            \b(?:(?:be?m|anm)[\p{L}\u{300}-\u{36f}]{0,3}rk[\p{L}]*|merknad[\p{L}]*|remark[\p{L}]*)["']?\s*:?
            # Notes have a short key, so only before a colon or at the start of a line.
            |\b(?:note[rs]?|notat(?:er)?|anteckning(?:ar)?)["']?\s*:
            |^[\s-]*(?:note[rs]?|notat(?:er)?|anteckning(?:ar)?)\b"#,
        )
        .expect("the pattern is valid")
    });
    redact_remark_continuations(text, secrets);
    // Indentation of the remark that deeper lines continue.
    let mut remark: Option<usize> = None;
    // After `profil:`, the indentation of the areas once the first is seen.
    let mut areas: Option<Option<usize>> = None;
    for line in tokenize(text).filter(|line| !line.is_blank()) {
        let end = line.start + line.content.len();
        // The items of a list may be indented as much as its key.
        let is_deeper = |remark| line.indent > remark || line.indent == remark && line.is_item();
        if remark.is_some_and(is_deeper) {
            secrets.push(line.bytes());
        } else {
            remark = None;
        }
        let comment = comment_start(line.content);
        let code = &line.content[..comment.unwrap_or(line.content.len())];
        if code.trim().is_empty() {
            secrets.push(line.bytes());
            continue;
        }
        let mut is_remark = true;
        if line.key.is_some_and(is_confidential_key) {
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
                secrets.push(if line.key.is_some() { line.value..end } else { line.bytes() });
            }
        }
        if let Some(at) = comment {
            secrets.push(line.start + at..end);
        }
    }
}

/// True if a value is one or two levels, and thus not a remark at any indentation.
fn is_level(value: &str) -> bool {
    let is_number = |part: &str| part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    !value.trim().is_empty()
        && value.split_whitespace().all(|part| BETWEEN_LEVELS.contains(&part) || is_number(part))
}

/// Finds the `#` of a comment: the first at the start of a line or after whitespace.
///
/// Ignores quotation marks, which may be unbalanced in an invalid file.
fn comment_start(line: &str) -> Option<usize> {
    line.char_indices()
        .filter(|&(_, c)| c == '#')
        .map(|(at, _)| at)
        .find(|&at| at == 0 || line[..at].ends_with([' ', '\t', '\u{a0}']))
}

#[cfg(test)]
mod tests {
    use crate::source::{FileKind, SourceFile};

    fn redacted(file: &SourceFile) -> String {
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
            redacted(&file)
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
        // Notes, in each form and language, with their dates.
        for notes in ["noter", "anteckningar", "Notater", "notes", "notr"] {
            let text = format!(
                "plan:\n  - mål: x\n    {notes}:\n      - dato: 1/3\n        note: Syg\n    status: i gang\n"
            );
            let shown = profile(&text);
            assert_eq!(shown, text.replace("Syg", "…"));
            let broken = profile(&text.replace("mål: x", "mål: x: y: ["));
            assert!(!broken.contains("Syg") && broken.contains("status: i gang"), "{broken}");
        }
        for line in
            ["noter: [{dato: 1/3, note: Syg}]", "noter: Syg", "note: Syg", "notat: Syg", "anteckning: Syg"]
        {
            let without_colon = line.replacen(':', "", 1);
            assert!(
                !profile(&format!("plan:\n  - mål: x\n    {without_colon}\n")).contains("Syg"),
                "{without_colon}"
            );
            for before in ["plan:\n  - mål: x\n    ", "plan: [\n  - mål: x\n    ", "plan:\n  - "] {
                assert!(!profile(&format!("{before}{line}\n")).contains("Syg"), "{before}{line}");
            }
        }
        assert!(!profile("plan:\n  - {mål: x, noter: [{note: Syg}]\n").contains("Syg"));
        assert!(!profile("plan: [\n  - mål: x\n    noter:\n    - Syg\n").contains("Syg"));
        assert_eq!(profile("profil:\n  nordisk: 3\n  dansk: 2\n"), "profil:\n  nordisk: 3\n  dansk: 2\n");
        // Invalid YAML, starting with a template's commented-out example, which hides only itself.
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
    fn words_in_lists_of_parts_are_hidden() {
        let cohort = |text: &str| {
            let file = SourceFile::new("t.yaml".into(), "t.yaml".into(), FileKind::Cohort, text.into());
            redacted(&file)
        };
        let before = "deltagere:\n  - {navn: Bo Ask, ";
        for (line, expected) in [
            ("fravær: [\"2 syg\"]}", "fravær: [\"2 …\"]}"),
            ("fravær: [1, 2-4], godkendt: [3]}", "fravær: [1, 2-4], godkendt: [3]}"),
            ("fravær: syg}", "fravær: …}"),
            ("fravaer: [2 (syg)]}", "fravaer: [2 (…]}"),
            ("fravær: {2: syg}}", "fravær: {2: …}}"),
            ("merit: [syg]}", "merit: […]}"),
            ("grund: syg}", "grund: …}"),
            ("arbejdsplds: Nord}", "arbejdsplds: Nord}"),
        ] {
            assert_eq!(cohort(&format!("{before}{line}\n")), format!("{before}{expected}\n"));
        }
        // Whatever else is wrong with the file.
        for text in [
            "deltagere: [\n  - {navn: Bo Ask, fravær: [2 syg]}\n",
            "deltagere: [\n  - {navn: Bo Ask, Fravaer: [2 syg]}\n",
            "deltagare: [\n  - {namn: Bo Ask, tillgodoraeknat: [2 syg]}\n",
            "deltagare: [\n  - {namn: Bo Ask, tagit-igen: [2 syg]}\n",
            "deltagere: [\n  - navn: Bo Ask\n    fravær:\n      - 2 syg\n",
            "deltagere: [\n  - navn: Bo Ask\n    fravær:\n    - 2 syg\n    godkendt: [4]\n",
        ] {
            let shown = cohort(text);
            assert!(!shown.contains("syg") && shown.contains("Bo Ask"), "{shown}");
        }
    }

    #[test]
    fn only_known_keys_of_a_leaders_view_are_shown() {
        let leader = |text: &str| {
            let file = SourceFile::new("t.yaml".into(), "t.yaml".into(), FileKind::LeaderView, text.into());
            file.set_area_keys(["it", "dansk", "personale ledelse"].map(str::to_owned).into());
            redacted(&file)
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
