//! Changing a file as its author would: some entries go, some get another value,
//! and everything else, every comment included, stays as it was written.
//!
//! Changes are collected as bytes of the old text, by the places of its tree, and
//! made in one go. What the result says is for the caller to compare with what
//! was meant: a text that is written in a way not foreseen here then changes nothing.

use std::ops::Range;

use super::tree::{self, Entry, Node, Value};

/// The changes to one text.
pub struct Edit<'a> {
    text: &'a str,
    comments: Vec<Range<usize>>,
    line_end: &'static str,
    changes: Vec<Replacement>,
}

/// A text whose way of writing is not foreseen here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("written in an unusual way")]
pub struct UnsupportedLayout;

struct Replacement {
    bytes: Range<usize>,
    put: String,
    /// Whether the change takes whole lines.
    lines: bool,
}

/// A key and its value as they are written into a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NewEntry {
    /// `key: value`.
    Value(String, String),
    /// `key:` with entries below it.
    Entries(String, Vec<(String, String)>),
    /// `key:` with a list below it, each item's entries on one line.
    Items(String, Vec<Vec<(String, String)>>),
}

/// The comments of `text`, each without the white space around it; `None` if it is no YAML.
pub fn comments(text: &str) -> Option<Vec<&str>> {
    let comments = tree::read(text).ok()?.comments;
    Some(comments.into_iter().map(|bytes| text[bytes].trim()).collect())
}

/// A text as a value that reads as itself wherever a value may stand.
pub fn value(text: &str) -> String {
    let plain = text.starts_with(char::is_alphanumeric)
        && text.ends_with(char::is_alphanumeric)
        && text.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '.' | '/' | '_'));
    if plain {
        text.to_owned()
    } else if text.contains(char::is_control) {
        serde_json::Value::from(text).to_string()
    } else {
        super::syntax_hints::quoted(text)
    }
}

impl<'a> Edit<'a> {
    /// No changes yet to `text`; `None` if it is no YAML.
    pub fn new(text: &'a str) -> Option<Self> {
        let comments = tree::read(text).ok()?.comments;
        let crlf = text.find('\n').is_some_and(|at| text[..at].ends_with('\r'));
        let line_end = if crlf { "\r\n" } else { "\n" };
        Some(Self { text, comments, line_end, changes: Vec::new() })
    }

    /// The text with all changes made.
    pub fn finish(mut self) -> String {
        self.changes.sort_by_key(|change| (change.bytes.start, change.bytes.end));
        let mut joined: Vec<Replacement> = Vec::new();
        for change in self.changes {
            match joined.last_mut() {
                Some(last) if last.lines && change.lines && last.bytes.end == change.bytes.start => {
                    last.bytes.end = change.bytes.end;
                    last.put.push_str(&change.put);
                }
                _ => joined.push(change),
            }
        }
        let mut new = String::with_capacity(self.text.len());
        let mut done = 0;
        for change in joined {
            // Changes of one place never overlap; of two that would, the first counts.
            if change.bytes.start < done {
                continue;
            }
            new.push_str(&self.text[done..change.bytes.start]);
            let needs_line_end = change.lines && !change.put.is_empty() && !at_line_start(&new);
            if needs_line_end {
                new.push_str(self.line_end);
            }
            new.push_str(&change.put);
            done = change.bytes.end;
            // An empty line on both sides of what went would leave two.
            let rest = &self.text[done..];
            if change.lines && change.put.is_empty() && (new.is_empty() || ends_with_empty_line(&new)) {
                done += empty_line(rest).unwrap_or_default();
            }
        }
        new.push_str(&self.text[done..]);
        new
    }

    /// Takes away the entries of `mapping` that `keep` does not want; their comments stay.
    pub fn keep(&mut self, mapping: &Node, keep: impl Fn(&Entry) -> bool) -> Result<(), UnsupportedLayout> {
        let entries = mapping.entries();
        let kept: Vec<bool> = entries.iter().map(keep).collect();
        if self.is_flow(mapping) {
            let places = entries.iter().map(|e| self.bytes(e)).collect::<Result<Vec<_>, _>>()?;
            self.keep_in_flow(mapping, &places, &kept);
            return Ok(());
        }
        let first_kept = kept.iter().position(|kept| *kept);
        // What shares its line with the dash of a list makes room for what follows.
        let beside_dash = match (entries.first(), first_kept) {
            (Some(first), Some(1..)) => self.dash_before(first.key.bytes.start),
            _ => None,
        };
        let mut from = 0;
        if let (Some(dash), Some(first_kept)) = (beside_dash, first_kept) {
            let gone = entries[0].key.bytes.start..entries[first_kept].key.bytes.start;
            let line = line_start(self.text, dash);
            let put = self.comment_lines(&gone, &self.text[line..dash]);
            self.change(line..line, put, true);
            self.change(gone, String::new(), false);
            from = first_kept;
        }
        for (entry, _) in entries.iter().zip(&kept).skip(from).filter(|(_, kept)| !**kept) {
            self.replace_lines(entry, None)?;
        }
        Ok(())
    }

    /// Takes away the items of `list` at `gone`; their comments stay.
    pub fn remove_items(&mut self, list: &Node, gone: &[usize]) -> Result<(), UnsupportedLayout> {
        let Value::Sequence(items) = &list.value else { return Err(UnsupportedLayout) };
        if self.is_flow(list) {
            let places: Vec<Range<usize>> =
                items.iter().map(|item| item.bytes.start..self.end(item)).collect();
            let kept: Vec<bool> = (0..items.len()).map(|i| !gone.contains(&i)).collect();
            self.keep_in_flow(list, &places, &kept);
            return Ok(());
        }
        for item in gone.iter().filter_map(|&i| items.get(i)) {
            let dash = self.dash_before(item.bytes.start).ok_or(UnsupportedLayout)?;
            let line = line_start(self.text, dash);
            let end = self.line_after(self.end(item))?;
            let lines = line..self.own_comments(end, &self.text[line..dash]);
            let put = self.comment_lines(&lines, &self.text[line..dash]);
            self.change(lines, put, true);
        }
        Ok(())
    }

    /// Puts `new` where `entry` of `mapping` stands, or takes it away; its comments stay.
    pub fn replace(
        &mut self,
        mapping: &Node,
        entry: &Entry,
        new: &[NewEntry],
    ) -> Result<(), UnsupportedLayout> {
        if new.is_empty() {
            return self.keep(mapping, |other| other != entry);
        }
        if self.is_flow(mapping) {
            let put = new.iter().map(flow).collect::<Vec<_>>().join(", ");
            let bytes = self.bytes(entry)?;
            let put = self.with_comments(put, &bytes);
            self.change(bytes, put, false);
            return Ok(());
        }
        self.replace_lines(entry, Some(new))
    }

    /// Puts `new` below `entry` of `mapping`.
    pub fn insert_after(
        &mut self,
        mapping: &Node,
        entry: &Entry,
        new: &[NewEntry],
    ) -> Result<(), UnsupportedLayout> {
        if new.is_empty() {
            return Ok(());
        }
        let end = self.bytes(entry)?.end;
        if self.is_flow(mapping) {
            let put = new.iter().map(|written| format!(", {}", flow(written))).collect();
            self.change(end..end, put, false);
            return Ok(());
        }
        let indent = self.indent(entry)?;
        let at = self.own_comments(self.line_after(end)?, indent);
        // Where blocks stand apart, the new one does, too.
        let line = line_start(self.text, entry.key.bytes.start);
        let apart = matches!(new.first(), Some(NewEntry::Entries(..)))
            && line > 0
            && ends_with_empty_line(&self.text[..line]);
        let space = if apart { self.line_end } else { "" };
        let put = format!("{space}{}", self.block(new, indent));
        self.change(at..at, put, true);
        Ok(())
    }

    /// Gives `entry` another value; comments within the old one stay.
    pub fn set(&mut self, entry: &Entry, value: &str) -> Result<(), UnsupportedLayout> {
        let colon = self.colon(entry)?;
        let bytes = self.bytes(entry)?;
        let on_key_line = !self.text[colon..entry.value.bytes.start.max(colon)].contains(['\n', '\r', '#']);
        let is_text = matches!(&entry.value.value, Value::Scalar(_)) && !entry.value.bytes.is_empty();
        if is_text && on_key_line {
            self.change(entry.value.bytes.start..bytes.end, value.to_owned(), false);
            return Ok(());
        }
        let gone = colon..bytes.end;
        let put = self.with_comments(format!(" {value}"), &gone);
        self.change(gone, put, false);
        Ok(())
    }

    /// Gives `entry` another key, in quotation marks where the old one was.
    pub fn rename(&mut self, entry: &Entry, key: &str) {
        let bytes = entry.key.bytes.clone();
        let mark = self.text[bytes.clone()].chars().next().filter(|c| matches!(c, '"' | '\''));
        let mark = mark.map(String::from).unwrap_or_default();
        self.change(bytes, format!("{mark}{key}{mark}"), false);
    }

    /// Puts `entry` of a mapping as `key: value` in its place; its comments stay.
    pub fn replace_short(&mut self, entry: &Entry, key: &str, value: &str) -> Result<(), UnsupportedLayout> {
        let bytes = self.bytes(entry)?;
        let put = self.with_comments(format!("{key}: {value}"), &bytes);
        self.change(bytes, put, false);
        Ok(())
    }

    /// Adds `values` to the list that `entry` holds; a single value becomes a list.
    pub fn append(&mut self, entry: &Entry, values: &[String]) -> Result<(), UnsupportedLayout> {
        let joined = values.join(", ");
        match &entry.value.value {
            Value::Sequence(items) if self.is_flow(&entry.value) => {
                match items.last() {
                    Some(last) => {
                        let end = self.end(last);
                        self.change(end..end, format!(", {joined}"), false);
                    }
                    None => {
                        let open = entry.value.bytes.start + 1;
                        self.change(open..open, joined, false);
                    }
                }
                Ok(())
            }
            Value::Sequence(items) => {
                let last = items.last().ok_or(UnsupportedLayout)?;
                let dash = self.dash_before(last.bytes.start).ok_or(UnsupportedLayout)?;
                let indent = &self.text[line_start(self.text, dash)..dash];
                let at = self.line_after(self.end(last))?;
                let lines = values.iter().map(|value| format!("{indent}- {value}{}", self.line_end));
                let put = lines.collect();
                self.change(at..at, put, true);
                Ok(())
            }
            Value::Scalar(text) if text.is_empty() => self.set(entry, &format!("[{joined}]")),
            Value::Scalar(text) => {
                let written = self.text[entry.value.bytes.clone()].trim_end();
                // `45948, 40094` without brackets is a list already.
                let parts: Vec<String> = if written == text {
                    text.split(',').map(|part| part.trim().to_owned()).collect()
                } else {
                    vec![value(text)]
                };
                self.set(entry, &format!("[{}, {joined}]", parts.join(", ")))
            }
            // A single one in braces is the only one of a list.
            Value::Mapping(_) if self.is_flow(&entry.value) => {
                let (start, end) = (entry.value.bytes.start, self.end(&entry.value));
                self.change(start..start, "[".to_owned(), false);
                self.change(end..end, format!(", {joined}]"), false);
                Ok(())
            }
            Value::Mapping(_) => Err(UnsupportedLayout),
        }
    }

    /// Adds `items` to the list that `entry` holds, each with its entries below each other.
    pub fn append_items(&mut self, entry: &Entry, items: &[Vec<NewEntry>]) -> Result<(), UnsupportedLayout> {
        match &entry.value.value {
            Value::Sequence(old) if self.is_flow(&entry.value) => {
                let braced: Vec<String> = items.iter().map(|item| in_braces(item)).collect();
                match old.last() {
                    Some(last) => {
                        let end = self.end(last);
                        self.change(end..end, format!(", {}", braced.join(", ")), false);
                    }
                    None => {
                        let open = entry.value.bytes.start + 1;
                        self.change(open..open, braced.join(", "), false);
                    }
                }
                Ok(())
            }
            Value::Sequence(old) => {
                let last = old.last().ok_or(UnsupportedLayout)?;
                let dash = self.dash_before(last.bytes.start).ok_or(UnsupportedLayout)?;
                let line = line_start(self.text, dash);
                let indent = &self.text[line..dash];
                let at = self.own_comments(self.line_after(self.end(last))?, indent);
                // Where items stand apart, the new ones do, too.
                let stands_apart =
                    |item: &Node| ends_with_empty_line(&self.text[..line_start(self.text, item.bytes.start)]);
                let apart = old.iter().skip(1).any(stands_apart);
                let put = items.iter().map(|item| self.item(item, indent, apart)).collect();
                self.change(at..at, put, true);
                Ok(())
            }
            Value::Scalar(text) if text.is_empty() => {
                let indent = format!("{}  ", self.indent(entry)?);
                let at = self.own_comments(self.line_after(self.colon(entry)?)?, self.indent(entry)?);
                let put = items.iter().map(|item| self.item(item, &indent, false)).collect();
                self.change(at..at, put, true);
                Ok(())
            }
            _ => Err(UnsupportedLayout),
        }
    }

    /// Adds `key` with a list of `items` to the end of `mapping`, which is the whole of a file.
    pub fn insert_last(
        &mut self,
        mapping: &Node,
        key: &str,
        items: &[Vec<NewEntry>],
    ) -> Result<(), UnsupportedLayout> {
        let last = mapping.entries().last().filter(|_| !self.is_flow(mapping)).ok_or(UnsupportedLayout)?;
        let indent = self.indent(last)?;
        let at = self.own_comments(self.line_after(self.bytes(last)?.end)?, indent);
        let below = format!("{indent}  ");
        let items: String = items.iter().map(|item| self.item(item, &below, false)).collect();
        let put = format!("{}{indent}{key}:{}{items}", self.line_end, self.line_end);
        self.change(at..at, put, true);
        Ok(())
    }

    /// `text`, which holds comments at most, with `key` and a list of `items` below them.
    pub fn begun_with(text: &str, key: &str, items: &[Vec<NewEntry>]) -> String {
        let crlf = text.find('\n').is_some_and(|at| text[..at].ends_with('\r'));
        let line_end = if crlf { "\r\n" } else { "\n" };
        let writer = Edit { text, comments: Vec::new(), line_end, changes: Vec::new() };
        let items: String = items.iter().map(|item| writer.item(item, "  ", false)).collect();
        let space = if at_line_start(text) { "" } else { line_end };
        format!("{text}{space}{key}:{line_end}{items}")
    }

    /// The white space before a key that stands first on its line.
    fn indent(&self, entry: &Entry) -> Result<&'a str, UnsupportedLayout> {
        let start = entry.key.bytes.start;
        let before = &self.text[line_start(self.text, start)..start];
        if before.trim_matches([' ', '\t']).is_empty() { Ok(before) } else { Err(UnsupportedLayout) }
    }

    fn replace_lines(&mut self, entry: &Entry, new: Option<&[NewEntry]>) -> Result<(), UnsupportedLayout> {
        let indent = self.indent(entry)?;
        let start = entry.key.bytes.start - indent.len();
        let end = self.line_after(self.bytes(entry)?.end)?;
        let lines = start..self.own_comments(end, indent);
        let comments = self.comment_lines(&lines, indent);
        let put = format!("{}{comments}", self.block(new.unwrap_or_default(), indent));
        self.change(lines, put, true);
        Ok(())
    }

    fn keep_in_flow(&mut self, collection: &Node, places: &[Range<usize>], kept: &[bool]) {
        let mut before: Option<usize> = None;
        let mut i = 0;
        while i < places.len() {
            if kept[i] {
                before = Some(places[i].end);
                i += 1;
                continue;
            }
            let run = kept[i..].iter().take_while(|kept| !**kept).count();
            let next = places.get(i + run);
            let gone = match (before, next) {
                (Some(before), _) => before..places[i + run - 1].end,
                (None, Some(next)) => places[i].start..next.start,
                (None, None) => collection.bytes.start + 1..collection.bytes.end - 1,
            };
            let put = self.with_comments(String::new(), &gone);
            self.change(gone, put, false);
            i += run;
        }
    }

    fn is_flow(&self, node: &Node) -> bool {
        self.text[node.bytes.start..].starts_with(['{', '['])
    }

    /// The bytes of an entry, without white space and comments after it.
    fn bytes(&self, entry: &Entry) -> Result<Range<usize>, UnsupportedLayout> {
        let start = entry.key.bytes.start;
        let written = match &entry.value.value {
            Value::Scalar(_) => !entry.value.bytes.is_empty(),
            _ => true,
        };
        let colon = self.colon(entry)?;
        let end = if written { self.end(&entry.value) } else { colon };
        if end < colon { Err(UnsupportedLayout) } else { Ok(start..end) }
    }

    /// The end of a value, without white space and comments after it.
    fn end(&self, node: &Node) -> usize {
        let last = match &node.value {
            Value::Scalar(_) => None,
            _ if self.is_flow(node) => None,
            Value::Sequence(items) => items.last().map(|item| self.end(item)),
            Value::Mapping(entries) => {
                entries.last().map(|last| self.bytes(last).map_or(last.key.bytes.end, |bytes| bytes.end))
            }
        };
        last.unwrap_or_else(|| {
            node.bytes.start + self.text[node.bytes.clone()].trim_end_matches(char::is_whitespace).len()
        })
    }

    /// The place behind the colon of `entry`.
    fn colon(&self, entry: &Entry) -> Result<usize, UnsupportedLayout> {
        let after = &self.text[entry.key.bytes.end..];
        let blank = after.len() - after.trim_start_matches([' ', '\t']).len();
        if after[blank..].starts_with(':') {
            Ok(entry.key.bytes.end + blank + 1)
        } else {
            Err(UnsupportedLayout)
        }
    }

    /// The dash of the list item that begins at `start`, if it is all that stands
    /// before it on its line.
    fn dash_before(&self, start: usize) -> Option<usize> {
        let line = line_start(self.text, start);
        let before = self.text[line..start].trim_end_matches([' ', '\t']);
        let indent = before.strip_suffix('-')?;
        indent.trim_matches([' ', '\t']).is_empty().then_some(line + indent.len())
    }

    /// The beginning of the line after the one on which something ends at `end`,
    /// where nothing but a comment may follow.
    fn line_after(&self, end: usize) -> Result<usize, UnsupportedLayout> {
        let rest = &self.text[end..];
        let length = rest.find('\n').unwrap_or(rest.len());
        let comment = self.comments.iter().find(|comment| comment.start >= end);
        let stop = comment.map_or(length, |comment| (comment.start - end).min(length));
        if !rest[..stop].trim().is_empty() {
            return Err(UnsupportedLayout);
        }
        Ok(end + (length + 1).min(rest.len()))
    }

    /// The end of the comments from the line at `at` on that are indented deeper than
    /// `indent`, and so belong to what stands above them. Left alone after it, they
    /// could become a part of the text before it.
    fn own_comments(&self, at: usize, indent: &str) -> usize {
        let mut end = at;
        let mut next = at;
        for line in self.text[at..].split_inclusive('\n') {
            next += line.len();
            let bare = line.trim_start_matches([' ', '\t']);
            if bare.starts_with('#') && line.len() - bare.len() > indent.len() {
                end = next;
            } else if !bare.trim().is_empty() {
                break;
            }
        }
        end
    }

    /// The comments within `bytes` as lines of their own.
    fn comment_lines(&self, bytes: &Range<usize>, indent: &str) -> String {
        self.comments_within(bytes).map(|text| format!("{indent}{text}{}", self.line_end)).collect()
    }

    /// `put`, and the comments within `bytes` after it.
    fn with_comments(&self, mut put: String, bytes: &Range<usize>) -> String {
        let start = line_start(self.text, bytes.start);
        let line = &self.text[start..];
        let indent: String =
            line.chars().take_while(|c| matches!(c, ' ' | '\t')).chain("    ".chars()).collect();
        let mut comments = self.comments_within(bytes).peekable();
        while let Some(comment) = comments.next() {
            put.push(' ');
            put.push_str(comment);
            let rest = &self.text[bytes.end..];
            let more_on_line =
                !rest.is_empty() && !rest.trim_start_matches([' ', '\t']).starts_with(['\n', '\r']);
            if comments.peek().is_some() || more_on_line {
                put.push_str(self.line_end);
                put.push_str(&indent);
            }
        }
        put
    }

    fn comments_within(&self, bytes: &Range<usize>) -> impl Iterator<Item = &'a str> {
        let text = self.text;
        let within = |comment: &&Range<usize>| comment.start >= bytes.start && comment.start < bytes.end;
        self.comments.iter().filter(within).map(|comment| text[comment.clone()].trim())
    }

    fn block(&self, new: &[NewEntry], indent: &str) -> String {
        let mut lines = String::new();
        for written in new {
            match written {
                NewEntry::Value(key, value) => {
                    lines.push_str(&format!("{indent}{key}: {value}{}", self.line_end));
                }
                NewEntry::Entries(key, entries) => {
                    lines.push_str(&format!("{indent}{key}:{}", self.line_end));
                    for (key, value) in entries {
                        lines.push_str(&format!("{indent}  {key}: {value}{}", self.line_end));
                    }
                }
                NewEntry::Items(key, items) => {
                    lines.push_str(&format!("{indent}{key}:{}", self.line_end));
                    for item in items {
                        lines.push_str(&format!("{indent}  - {{{}}}{}", pairs(item), self.line_end));
                    }
                }
            }
        }
        lines
    }

    /// An item of a list with its entries below each other, and an empty line before it
    /// where items stand apart.
    fn item(&self, new: &[NewEntry], indent: &str, apart: bool) -> String {
        let space = if apart { self.line_end } else { "" };
        let below = format!("{indent}  ");
        let block = self.block(new, &below);
        let first = block.strip_prefix(below.as_str()).unwrap_or(&block);
        format!("{space}{indent}- {first}")
    }

    fn change(&mut self, bytes: Range<usize>, put: String, lines: bool) {
        if !(bytes.is_empty() && put.is_empty()) {
            self.changes.push(Replacement { bytes, put, lines });
        }
    }
}

fn flow(written: &NewEntry) -> String {
    match written {
        NewEntry::Value(key, value) => format!("{key}: {value}"),
        NewEntry::Entries(key, entries) => {
            format!("{key}: {{{}}}", pairs(entries))
        }
        NewEntry::Items(key, items) => {
            let items: Vec<String> = items.iter().map(|item| format!("{{{}}}", pairs(item))).collect();
            format!("{key}: [{}]", items.join(", "))
        }
    }
}

fn in_braces(written: &[NewEntry]) -> String {
    format!("{{{}}}", written.iter().map(flow).collect::<Vec<_>>().join(", "))
}

fn pairs(entries: &[(String, String)]) -> String {
    let entries: Vec<String> = entries.iter().map(|(key, value)| format!("{key}: {value}")).collect();
    entries.join(", ")
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |i| i + 1)
}

fn at_line_start(text: &str) -> bool {
    text.is_empty() || text.ends_with('\n')
}

fn ends_with_empty_line(text: &str) -> bool {
    let line = text.strip_suffix('\n').unwrap_or(text);
    at_line_start(line.trim_end_matches([' ', '\t', '\r']))
}

/// The length of the empty line that `text` begins with.
fn empty_line(text: &str) -> Option<usize> {
    let end = text.find('\n')? + 1;
    text[..end].trim().is_empty().then_some(end)
}
