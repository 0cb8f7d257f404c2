//! Edits a YAML text in place and preserves its layout and comments.
//!
//! Changes are collected as byte ranges of the old text, taken from its tree, and applied at once.
//! Callers must parse the result and compare it with the intended values, because an unusual layout
//! may be edited wrongly.

use std::ops::Range;

use super::lines::{line_break, line_start};
use super::tree::{self, Entry, Node, Value};

/// Pending changes to a text.
pub(crate) struct Edit<'a> {
    text: &'a str,
    comments: Vec<Range<usize>>,
    line_break: &'static str,
    changes: Vec<Replacement>,
}

/// The layout of a text is not supported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("written in an unusual way")]
pub(crate) struct UnsupportedLayout;

struct Replacement {
    bytes: Range<usize>,
    text: String,
    /// True if whole lines are replaced.
    is_lines: bool,
}

/// A new entry of a mapping; values are already formatted as YAML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum NewEntry {
    /// `key: value`.
    Value(String, String),
    /// `key:` with a nested mapping.
    Entries(String, Vec<(String, String)>),
    /// `key:` with a list of flow mappings, one a line.
    Items(String, Vec<Vec<(String, String)>>),
}

/// The comments of `text`, trimmed; `None` if it is not valid YAML.
pub fn comments(text: &str) -> Option<Vec<&str>> {
    let comments = tree::read(text).ok()?.comments;
    Some(comments.into_iter().map(|bytes| text[bytes].trim()).collect())
}

/// Formats a text as a YAML scalar, quoted if necessary in any context.
pub(crate) fn value(text: &str) -> String {
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
    /// Starts editing `text`; `None` if it is not valid YAML.
    pub(crate) fn new(text: &'a str) -> Option<Self> {
        let comments = tree::read(text).ok()?.comments;
        Some(Self { text, comments, line_break: line_break(text), changes: Vec::new() })
    }

    /// Applies all changes.
    pub(crate) fn finish(mut self) -> String {
        self.changes.sort_by_key(|change| (change.bytes.start, change.bytes.end));
        let mut joined: Vec<Replacement> = Vec::new();
        for change in self.changes {
            match joined.last_mut() {
                Some(last) if last.is_lines && change.is_lines && last.bytes.end == change.bytes.start => {
                    last.bytes.end = change.bytes.end;
                    last.text.push_str(&change.text);
                }
                _ => joined.push(change),
            }
        }
        let mut new = String::with_capacity(self.text.len());
        let mut done = 0;
        for change in joined {
            // Changes do not overlap by construction; if two did, the first would win.
            if change.bytes.start < done {
                continue;
            }
            new.push_str(&self.text[done..change.bytes.start]);
            if change.is_lines && !change.text.is_empty() && !at_line_start(&new) {
                new.push_str(self.line_break);
            }
            new.push_str(&change.text);
            done = change.bytes.end;
            // Removing lines between two empty lines must not leave both.
            let rest = &self.text[done..];
            if change.is_lines && change.text.is_empty() && (new.is_empty() || ends_with_empty_line(&new)) {
                done += empty_line(rest).unwrap_or_default();
            }
        }
        new.push_str(&self.text[done..]);
        new
    }

    /// Removes the entries of `mapping` that `keep` rejects; keeps their comments.
    pub(crate) fn keep(
        &mut self,
        mapping: &Node,
        keep: impl Fn(&Entry) -> bool,
    ) -> Result<(), UnsupportedLayout> {
        let entries = mapping.entries();
        let kept: Vec<bool> = entries.iter().map(keep).collect();
        if self.is_flow(mapping) {
            let places = entries.iter().map(|e| self.bytes(e)).collect::<Result<Vec<_>, _>>()?;
            self.keep_in_flow(mapping, &places, &kept);
            return Ok(());
        }
        let first_kept = kept.iter().position(|kept| *kept);
        // If the entry beside a list item's dash goes, the first one kept takes its place.
        let beside_dash = match (entries.first(), first_kept) {
            (Some(first), Some(1..)) => self.dash_before(first.key.bytes.start),
            _ => None,
        };
        let mut from = 0;
        if let (Some(dash), Some(first_kept)) = (beside_dash, first_kept) {
            let gone = entries[0].key.bytes.start..entries[first_kept].key.bytes.start;
            let line = line_start(self.text, dash);
            let comments = self.comment_lines(&gone, &self.text[line..dash]);
            self.change(line..line, comments, true);
            self.change(gone, String::new(), false);
            from = first_kept;
        }
        for (entry, _) in entries.iter().zip(&kept).skip(from).filter(|(_, kept)| !**kept) {
            self.replace_lines(entry, None)?;
        }
        Ok(())
    }

    /// Removes the items of `list` at the indices `gone`; keeps their comments.
    pub(crate) fn remove_items(&mut self, list: &Node, gone: &[usize]) -> Result<(), UnsupportedLayout> {
        let Value::Sequence(items) = &list.value else { return Err(UnsupportedLayout) };
        if self.is_flow(list) {
            let places: Vec<Range<usize>> =
                items.iter().map(|item| item.bytes.start..self.end(item)).collect();
            let kept: Vec<bool> = (0..items.len()).map(|i| !gone.contains(&i)).collect();
            self.keep_in_flow(list, &places, &kept);
            return Ok(());
        }
        for item in gone.iter().filter_map(|&i| items.get(i)) {
            let (line, indent) = self.item_line(item)?;
            let end = self.line_after(self.end(item))?;
            let lines = line..self.own_comments(end, indent);
            let comments = self.comment_lines(&lines, indent);
            self.change(lines, comments, true);
        }
        Ok(())
    }

    /// Removes the item `at` of `list`; keeps its comments, also those above it.
    ///
    /// An empty line keeps them apart from the next item, whose comments they would become.
    pub(crate) fn remove_item(&mut self, list: &Node, at: usize) -> Result<(), UnsupportedLayout> {
        let Value::Sequence(items) = &list.value else { return Err(UnsupportedLayout) };
        if self.is_flow(list) {
            return self.remove_items(list, &[at]);
        }
        let item = items.get(at).ok_or(UnsupportedLayout)?;
        let lines = self.item_lines(item)?;
        let (line, indent) = self.item_line(item)?;
        let mut kept = self.comment_lines(&(line..lines.end), indent);
        let has_comments = !kept.is_empty() || lines.start < line;
        let next = items.get(at + 1).map(|next| self.item_lines(next)).transpose()?;
        if has_comments && next.is_some_and(|next| next.start == lines.end) {
            kept.push_str(self.line_break);
        }
        self.change(line..lines.end, kept, true);
        Ok(())
    }

    /// Replaces `entry` of `mapping` by `new`, or removes it if `new` is empty; keeps its comments.
    pub(crate) fn replace(
        &mut self,
        mapping: &Node,
        entry: &Entry,
        new: &[NewEntry],
    ) -> Result<(), UnsupportedLayout> {
        if new.is_empty() {
            return self.keep(mapping, |other| other != entry);
        }
        if self.is_flow(mapping) {
            let entries = new.iter().map(flow).collect::<Vec<_>>().join(", ");
            let bytes = self.bytes(entry)?;
            let text = self.with_comments(entries, &bytes);
            self.change(bytes, text, false);
            return Ok(());
        }
        self.replace_lines(entry, Some(new))
    }

    /// Inserts `new` before the entry `at` of `mapping`, or at its end.
    pub(crate) fn insert_at(
        &mut self,
        mapping: &Node,
        at: usize,
        new: &[NewEntry],
    ) -> Result<(), UnsupportedLayout> {
        let entries = mapping.entries();
        if let Some(before) = entries[..at.min(entries.len())].last() {
            return self.insert_after(mapping, before, new);
        }
        if self.is_flow(mapping) {
            let joined = new.iter().map(flow).collect::<Vec<_>>().join(", ");
            let comma = if entries.is_empty() { "" } else { ", " };
            let open = mapping.bytes.start + 1;
            self.change(open..open, format!("{joined}{comma}"), false);
            return Ok(());
        }
        let first = entries.first().ok_or(UnsupportedLayout)?;
        let indent = self.indent(first)?;
        let line = first.key.bytes.start - indent.len();
        let lines = self.block(new, indent);
        self.change(line..line, lines, true);
        Ok(())
    }

    /// Inserts `new` after `entry` of `mapping`.
    pub(crate) fn insert_after(
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
            let entries = new.iter().map(|entry| format!(", {}", flow(entry))).collect();
            self.change(end..end, entries, false);
            return Ok(());
        }
        let indent = &self.entry_indent(entry)?;
        let at = self.own_comments(self.line_after(end)?, indent);
        // Blocks separated by empty lines stay so.
        let line = line_start(self.text, entry.key.bytes.start);
        let is_separated = matches!(new.first(), Some(NewEntry::Entries(..)))
            && line > 0
            && ends_with_empty_line(&self.text[..line]);
        let space = if is_separated { self.line_break } else { "" };
        let lines = format!("{space}{}", self.block(new, indent));
        self.change(at..at, lines, true);
        Ok(())
    }

    /// Sets the value of `entry`; keeps comments inside the old one.
    pub(crate) fn set(&mut self, entry: &Entry, value: &str) -> Result<(), UnsupportedLayout> {
        let colon = self.colon(entry)?;
        let bytes = self.bytes(entry)?;
        let on_key_line = !self.text[colon..entry.value.bytes.start.max(colon)].contains(['\n', '\r', '#']);
        let is_text = matches!(&entry.value.value, Value::Scalar(_)) && !entry.value.bytes.is_empty();
        if is_text && on_key_line && !value.is_empty() {
            self.change(entry.value.bytes.start..bytes.end, value.to_owned(), false);
            return Ok(());
        }
        // The spaces after a key without a value, before whatever follows, are replaced too.
        let rest = &self.text[bytes.end..];
        let spaces = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        let is_end = rest[spaces..].is_empty() || rest[spaces..].starts_with(['\n', '\r', ',', '}']);
        let end = if bytes.end == colon && is_end { colon + spaces } else { bytes.end };
        let new = if value.is_empty() { String::new() } else { format!(" {value}") };
        let text = self.with_comments(new, &(colon..end));
        self.change(colon..end, text, false);
        Ok(())
    }

    /// The key of `entry` as the text spells it, with its quotation marks.
    pub(crate) fn written_key(&self, entry: &Entry) -> &'a str {
        &self.text[entry.key.bytes.clone()]
    }

    /// Changes the key of `entry`; keeps its quotation marks.
    pub(crate) fn rename(&mut self, entry: &Entry, key: &str) {
        let bytes = entry.key.bytes.clone();
        let mark = self.text[bytes.clone()].chars().next().filter(|c| matches!(c, '"' | '\''));
        let mark = mark.map(String::from).unwrap_or_default();
        self.change(bytes, format!("{mark}{key}{mark}"), false);
    }

    /// Changes the key of `entry` to a text, quoted if necessary.
    pub(crate) fn rename_to(&mut self, entry: &Entry, key: &str) {
        self.change(entry.key.bytes.clone(), value(key), false);
    }

    /// Replaces `entry` by `key: value` on its line; keeps its comments.
    pub(crate) fn replace_short(
        &mut self,
        entry: &Entry,
        key: &str,
        value: &str,
    ) -> Result<(), UnsupportedLayout> {
        let bytes = self.bytes(entry)?;
        let text = self.with_comments(format!("{key}: {value}"), &bytes);
        self.change(bytes, text, false);
        Ok(())
    }

    /// Appends `values` to the list in `entry`; a single value becomes a list.
    pub(crate) fn append(&mut self, entry: &Entry, values: &[String]) -> Result<(), UnsupportedLayout> {
        let joined = values.join(", ");
        match &entry.value.value {
            Value::Sequence(items) if self.is_flow(&entry.value) => {
                self.append_to_flow(&entry.value, items, &joined);
                Ok(())
            }
            Value::Sequence(items) => {
                let (at, indent, space) = self.end_of_list(items)?;
                let lines = values.iter().map(|value| format!("{space}{indent}- {value}{}", self.line_break));
                let lines = lines.collect();
                self.change(at..at, lines, true);
                Ok(())
            }
            Value::Scalar(text) if text.is_empty() => self.set(entry, &format!("[{joined}]")),
            Value::Scalar(text) => {
                let written = self.text[entry.value.bytes.clone()].trim_end();
                // `45948, 40094` without brackets already is a list.
                let parts: Vec<String> = if written == text {
                    text.split(',').map(|part| part.trim().to_owned()).collect()
                } else {
                    vec![value(text)]
                };
                self.set(entry, &format!("[{}, {joined}]", parts.join(", ")))
            }
            // A single flow mapping counts as a list of one.
            Value::Mapping(_) if self.is_flow(&entry.value) => {
                let (start, end) = (entry.value.bytes.start, self.end(&entry.value));
                self.change(start..start, "[".to_owned(), false);
                self.change(end..end, format!(", {joined}]"), false);
                Ok(())
            }
            Value::Mapping(_) => Err(UnsupportedLayout),
        }
    }

    /// Appends `items` to the list in `entry`, in block style unless the list is in flow style.
    pub(crate) fn append_items(
        &mut self,
        entry: &Entry,
        items: &[Vec<NewEntry>],
    ) -> Result<(), UnsupportedLayout> {
        match &entry.value.value {
            Value::Sequence(old) if self.is_flow(&entry.value) => {
                let braced: Vec<String> = items.iter().map(|item| in_braces(item)).collect();
                self.append_to_flow(&entry.value, old, &braced.join(", "));
                Ok(())
            }
            Value::Sequence(old) => {
                let (at, indent, space) = self.end_of_list(old)?;
                let lines = items.iter().map(|item| format!("{space}{}", self.item(item, indent))).collect();
                self.change(at..at, lines, true);
                Ok(())
            }
            Value::Scalar(text) if text.is_empty() => {
                let indent = self.entry_indent(entry)?;
                let at = self.own_comments(self.line_after(self.colon(entry)?)?, &indent);
                let below = format!("{indent}  ");
                let lines = items.iter().map(|item| self.item(item, &below)).collect();
                self.change(at..at, lines, true);
                Ok(())
            }
            _ => Err(UnsupportedLayout),
        }
    }

    /// Where a block list ends, below the comments of its last item; the indentation of its dashes; and what
    /// precedes a new item: items separated by empty lines stay so.
    fn end_of_list(&self, items: &[Node]) -> Result<(usize, &'a str, &'static str), UnsupportedLayout> {
        let last = items.last().ok_or(UnsupportedLayout)?;
        let (_, indent) = self.item_line(last)?;
        let at = self.own_comments(self.line_after(self.end(last))?, indent);
        let follows_empty_line =
            |item: &Node| ends_with_empty_line(&self.text[..line_start(self.text, item.bytes.start)]);
        let is_separated = items.iter().skip(1).any(follows_empty_line);
        Ok((at, indent, if is_separated { self.line_break } else { "" }))
    }

    /// Appends `item` to the list in `entry` of `mapping`, which may have no value yet.
    pub(crate) fn append_item(
        &mut self,
        mapping: &Node,
        entry: &Entry,
        item: Vec<NewEntry>,
    ) -> Result<(), UnsupportedLayout> {
        let is_placeholder = entry.value.is_empty() && !entry.value.bytes.is_empty();
        if is_placeholder || entry.value.is_empty() && self.is_flow(mapping) {
            return self.set(entry, &format!("[{}]", in_braces(&item)));
        }
        self.append_items(entry, &[item])
    }

    /// Turns the mapping in `entry` into a list with that mapping as its only item.
    pub(crate) fn make_list(&mut self, entry: &Entry) -> Result<(), UnsupportedLayout> {
        let end = self.end(&entry.value);
        if self.is_flow(&entry.value) {
            self.change(entry.value.bytes.start..entry.value.bytes.start, "[".to_owned(), false);
            self.change(end..end, "]".to_owned(), false);
            return Ok(());
        }
        let first = entry.value.entries().first().ok_or(UnsupportedLayout)?;
        self.indent(first)?;
        let start = first.key.bytes.start;
        self.change(start..start, "- ".to_owned(), false);
        let mut at = start;
        for line in self.text[start..end].split_inclusive('\n') {
            if at > start && !line.trim().is_empty() {
                self.change(at..at, "  ".to_owned(), false);
            }
            at += line.len();
        }
        Ok(())
    }

    /// Moves the item `from` of `list` to `to`, with the comments on its lines, indented below it and
    /// directly above it.
    pub(crate) fn move_item(&mut self, list: &Node, from: usize, to: usize) -> Result<(), UnsupportedLayout> {
        let Value::Sequence(items) = &list.value else { return Err(UnsupportedLayout) };
        let is_flow = self.is_flow(list);
        let mut places = Vec::new();
        for item in items {
            places.push(if is_flow { item.bytes.start..self.end(item) } else { self.item_lines(item)? });
        }
        let mut order: Vec<usize> = (0..items.len()).collect();
        if from >= order.len() || to >= order.len() {
            return Err(UnsupportedLayout);
        }
        let moved = order.remove(from);
        order.insert(to, moved);
        for (place, &source) in places.iter().zip(&order) {
            let mut text = self.text[places[source].clone()].to_owned();
            if !is_flow {
                let ends_line = at_line_start(&self.text[place.clone()]);
                text.truncate(text.trim_end_matches(['\n', '\r']).len());
                text.push_str(if ends_line { self.line_break } else { "" });
            }
            if text != self.text[place.clone()] {
                self.change(place.clone(), text, false);
            }
        }
        Ok(())
    }

    /// Appends `joined` to the flow list `list` of `items`.
    fn append_to_flow(&mut self, list: &Node, items: &[Node], joined: &str) {
        match items.last() {
            Some(last) => {
                let end = self.end(last);
                self.change(end..end, format!(", {joined}"), false);
            }
            None => {
                let open = list.bytes.start + 1;
                self.change(open..open, joined.to_owned(), false);
            }
        }
    }

    /// Appends `key` with a list of `items` to `mapping`, the root of a file.
    pub(crate) fn insert_last(
        &mut self,
        mapping: &Node,
        key: &str,
        items: &[Vec<NewEntry>],
    ) -> Result<(), UnsupportedLayout> {
        let last = mapping.entries().last().filter(|_| !self.is_flow(mapping)).ok_or(UnsupportedLayout)?;
        let indent = self.indent(last)?;
        let at = self.own_comments(self.line_after(self.bytes(last)?.end)?, indent);
        let below = format!("{indent}  ");
        let items: String = items.iter().map(|item| self.item(item, &below)).collect();
        let lines = format!("{}{indent}{key}:{}{items}", self.line_break, self.line_break);
        self.change(at..at, lines, true);
        Ok(())
    }

    /// Appends `key` with a list of `items` to `text`, which is empty or holds only comments.
    pub(crate) fn append_to_empty(text: &str, key: &str, items: &[Vec<NewEntry>]) -> String {
        let line_break = line_break(text);
        let edit = Edit { text, comments: Vec::new(), line_break, changes: Vec::new() };
        let items: String = items.iter().map(|item| edit.item(item, "  ")).collect();
        let space = if at_line_start(text) { "" } else { line_break };
        format!("{text}{space}{key}:{line_break}{items}")
    }

    /// Indentation of a key that is the first on its line.
    fn indent(&self, entry: &Entry) -> Result<&'a str, UnsupportedLayout> {
        let start = entry.key.bytes.start;
        let before = &self.text[line_start(self.text, start)..start];
        if before.trim_matches([' ', '\t']).is_empty() { Ok(before) } else { Err(UnsupportedLayout) }
    }

    /// Indentation of the entries of a mapping, by one that is first on its line or beside the dash
    /// of a list item.
    fn entry_indent(&self, entry: &Entry) -> Result<String, UnsupportedLayout> {
        let start = entry.key.bytes.start;
        match self.dash_before(start) {
            Some(dash) => {
                let line = line_start(self.text, start);
                Ok(format!("{} {}", &self.text[line..dash], &self.text[dash + 1..start]))
            }
            None => self.indent(entry).map(str::to_owned),
        }
    }

    fn replace_lines(&mut self, entry: &Entry, new: Option<&[NewEntry]>) -> Result<(), UnsupportedLayout> {
        let indent = self.indent(entry)?;
        let start = entry.key.bytes.start - indent.len();
        let end = self.line_after(self.bytes(entry)?.end)?;
        let lines = start..self.own_comments(end, indent);
        let comments = self.comment_lines(&lines, indent);
        let text = format!("{}{comments}", self.block(new.unwrap_or_default(), indent));
        self.change(lines, text, true);
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
            let comments = self.with_comments(String::new(), &gone);
            self.change(gone, comments, false);
            i += run;
        }
    }

    fn is_flow(&self, node: &Node) -> bool {
        node.is_flow(self.text)
    }

    /// Byte range of an entry, without trailing whitespace and comments.
    fn bytes(&self, entry: &Entry) -> Result<Range<usize>, UnsupportedLayout> {
        let start = entry.key.bytes.start;
        let has_value = match &entry.value.value {
            Value::Scalar(_) => !entry.value.bytes.is_empty(),
            _ => true,
        };
        let colon = self.colon(entry)?;
        let end = if has_value { self.end(&entry.value) } else { colon };
        if end < colon { Err(UnsupportedLayout) } else { Ok(start..end) }
    }

    /// End of a value, without trailing whitespace and comments.
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

    /// Offset after the colon of `entry`.
    fn colon(&self, entry: &Entry) -> Result<usize, UnsupportedLayout> {
        let after = &self.text[entry.key.bytes.end..];
        let spaces = after.len() - after.trim_start_matches([' ', '\t']).len();
        if after[spaces..].starts_with(':') {
            Ok(entry.key.bytes.end + spaces + 1)
        } else {
            Err(UnsupportedLayout)
        }
    }

    /// Offset of the dash of the list item that starts at `start`, if nothing else precedes it on its
    /// line.
    fn dash_before(&self, start: usize) -> Option<usize> {
        let line = line_start(self.text, start);
        let before = self.text[line..start].trim_end_matches([' ', '\t']);
        let indent = before.strip_suffix('-')?;
        indent.trim_matches([' ', '\t']).is_empty().then_some(line + indent.len())
    }

    /// Offset of the dash of the list item that starts at `start`, on a line of its own above.
    fn dash_above(&self, start: usize) -> Option<usize> {
        let mut line = line_start(self.text, start);
        if !self.text[line..start].trim().is_empty() {
            return None;
        }
        while line > 0 {
            let above = line_start(self.text, line - 1);
            let content = self.text[above..line].trim();
            if let Some(after) = content.strip_prefix('-') {
                let is_alone = after.is_empty() || after.trim_start().starts_with('#');
                let indent = self.text[above..line].find('-').unwrap_or_default();
                return is_alone.then_some(above + indent);
            }
            if !content.is_empty() && !content.starts_with('#') {
                return None;
            }
            line = above;
        }
        None
    }

    /// Start of the line of an item in a block list, and the indentation of its dash.
    fn item_line(&self, item: &Node) -> Result<(usize, &'a str), UnsupportedLayout> {
        let start = item.bytes.start;
        let dash = self.dash_before(start).or_else(|| self.dash_above(start)).ok_or(UnsupportedLayout)?;
        let line = line_start(self.text, dash);
        Ok((line, &self.text[line..dash]))
    }

    /// Lines of an item in a block list with its comments: those within it, those below it that are
    /// indented more than its dash, and those directly above it that are indented like its dash.
    fn item_lines(&self, item: &Node) -> Result<Range<usize>, UnsupportedLayout> {
        let (line, indent) = self.item_line(item)?;
        let mut start = line;
        while start > 0 {
            let above = line_start(self.text, start - 1);
            let is_comment = self.text[above..start].strip_prefix(indent).is_some_and(|rest| {
                rest.starts_with('#')
                    && self.comments.iter().any(|comment| comment.start == above + indent.len())
            });
            if !is_comment {
                break;
            }
            start = above;
        }
        Ok(start..self.own_comments(self.line_after(self.end(item))?, indent))
    }

    /// Start of the line after `end`; only a comment may follow `end` on its line.
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

    /// End of the comment lines from `at` on that are indented more than `indent` and thus belong to
    /// the entry above.
    ///
    /// Left behind without the entry, they could become part of a text before it.
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

    /// The comments within `bytes`, one a line.
    fn comment_lines(&self, bytes: &Range<usize>, indent: &str) -> String {
        self.comments_within(bytes).map(|text| format!("{indent}{text}{}", self.line_break)).collect()
    }

    /// `text` followed by the comments within `bytes`.
    fn with_comments(&self, mut text: String, bytes: &Range<usize>) -> String {
        let start = line_start(self.text, bytes.start);
        let line = &self.text[start..];
        let indent: String =
            line.chars().take_while(|c| matches!(c, ' ' | '\t')).chain("    ".chars()).collect();
        let mut comments = self.comments_within(bytes).peekable();
        while let Some(comment) = comments.next() {
            text.push(' ');
            text.push_str(comment);
            let rest = &self.text[bytes.end..];
            let more_on_line =
                !rest.is_empty() && !rest.trim_start_matches([' ', '\t']).starts_with(['\n', '\r']);
            if comments.peek().is_some() || more_on_line {
                text.push_str(self.line_break);
                text.push_str(&indent);
            }
        }
        text
    }

    fn comments_within(&self, bytes: &Range<usize>) -> impl Iterator<Item = &'a str> {
        let text = self.text;
        let within = |comment: &&Range<usize>| comment.start >= bytes.start && comment.start < bytes.end;
        self.comments.iter().filter(within).map(|comment| text[comment.clone()].trim())
    }

    fn block(&self, new: &[NewEntry], indent: &str) -> String {
        let mut lines = String::new();
        for entry in new {
            match entry {
                NewEntry::Value(key, value) => {
                    let line = format!("{key}: {value}");
                    lines.push_str(&format!("{indent}{}{}", line.trim_end(), self.line_break));
                }
                NewEntry::Entries(key, entries) => {
                    lines.push_str(&format!("{indent}{key}:{}", self.line_break));
                    for (key, value) in entries {
                        lines.push_str(&format!("{indent}  {key}: {value}{}", self.line_break));
                    }
                }
                NewEntry::Items(key, items) => {
                    lines.push_str(&format!("{indent}{key}:{}", self.line_break));
                    for item in items {
                        lines.push_str(&format!("{indent}  - {{{}}}{}", pairs(item), self.line_break));
                    }
                }
            }
        }
        lines
    }

    /// Formats a list item in block style.
    fn item(&self, new: &[NewEntry], indent: &str) -> String {
        let below = format!("{indent}  ");
        let block = self.block(new, &below);
        let first = block.strip_prefix(below.as_str()).unwrap_or(&block);
        format!("{indent}- {first}")
    }

    fn change(&mut self, bytes: Range<usize>, text: String, is_lines: bool) {
        if !(bytes.is_empty() && text.is_empty()) {
            self.changes.push(Replacement { bytes, text, is_lines });
        }
    }
}

fn flow(entry: &NewEntry) -> String {
    match entry {
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

fn in_braces(entries: &[NewEntry]) -> String {
    format!("{{{}}}", entries.iter().map(flow).collect::<Vec<_>>().join(", "))
}

fn pairs(entries: &[(String, String)]) -> String {
    let entries: Vec<String> = entries.iter().map(|(key, value)| format!("{key}: {value}")).collect();
    entries.join(", ")
}

fn at_line_start(text: &str) -> bool {
    text.is_empty() || text.ends_with('\n')
}

fn ends_with_empty_line(text: &str) -> bool {
    let line = text.strip_suffix('\n').unwrap_or(text);
    at_line_start(line.trim_end_matches([' ', '\t', '\r']))
}

/// Length of the empty line at the start of `text`, if there is one.
fn empty_line(text: &str) -> Option<usize> {
    let end = text.find('\n')? + 1;
    text[..end].trim().is_empty().then_some(end)
}
