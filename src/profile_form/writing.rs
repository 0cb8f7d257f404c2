//! Writes a change of a form into the text of a profile, one verified edit of a value at a time.

use std::collections::BTreeMap;

use strum::VariantArray;

use super::answers::{
    Answers, AreaPart, FieldId, LISTS, LinePart, NOT_RELEVANT, TEXTS, YES, area_entry, indices, note_at,
    note_parts, plan_lines,
};
use super::{FormChange, ProfileText};
use crate::department::Department;
use crate::department::learning_form::LearningForm;
use crate::department::level_text::{self, level_change};
use crate::department::profile::{Priority, ResponsibleRole, Status};
use crate::department::values::Answer;
use crate::fields::{Field, Table, activity, area_levels, consent, note, past_activity, profile as fields};
use crate::language::Tag;
use crate::source::edit::UnsupportedLayout;
use crate::source::section::list_items;
use crate::source::spelling::Word;
use crate::source::tree::{self, Node, Value};
use crate::source::tree_change::{self, NewValue, NodePath, TreeChange};

/// The text of `profile` with `change`, which is normalized.
///
/// # Errors
/// If a value can't be edited safely.
pub(super) fn write(
    profile: &ProfileText,
    change: &FormChange,
    department: &Department,
) -> Result<String, UnsupportedLayout> {
    let language = profile.file.language();
    let mut writer = Writer { text: profile.text().to_owned(), department, language };
    let before = &profile.answers;
    match change {
        FormChange::Set(answers) => writer.set(before, answers)?,
        FormChange::AddLine(parts) => writer.add_line(parts)?,
        FormChange::RemoveLine(line) => writer.remove_line(*line)?,
        FormChange::MoveLine { from, to } => {
            let list = writer.plan_path(&writer.root()?)?;
            writer.apply(&TreeChange::MoveItem { list, from: *from, to: *to })?;
        }
    }
    Ok(writer.text)
}

/// A text that is edited step by step.
struct Writer<'a> {
    text: String,
    department: &'a Department,
    /// The language of words and of keys that the file gives no model for.
    language: Tag,
}

impl Writer<'_> {
    fn root(&self) -> Result<Node, UnsupportedLayout> {
        tree::read(&self.text).ok().and_then(|parsed| parsed.root).ok_or(UnsupportedLayout)
    }

    fn apply(&mut self, change: &TreeChange) -> Result<(), UnsupportedLayout> {
        self.text = tree_change::apply(&self.text, change)?;
        Ok(())
    }

    /// The key of `field`, spelled like the others in the file.
    fn key(&self, root: &Node, field: &Field) -> String {
        static TABLES: [&Table; 6] = [
            &fields::TABLE,
            &area_levels::TABLE,
            &past_activity::TABLE,
            &activity::TABLE,
            &note::TABLE,
            &consent::TABLE,
        ];
        let keys = keys_of(root);
        Table::spelled_like(&TABLES, field, keys.iter().map(String::as_str), self.language)
    }

    fn set(
        &mut self,
        before: &Answers,
        answers: &BTreeMap<FieldId, String>,
    ) -> Result<(), UnsupportedLayout> {
        let is_changed =
            |field: &FieldId| answers.get(field).is_some_and(|answer| before.get(*field) != answer);
        let answer = |field: FieldId| answers.get(&field).map_or(before.get(field), String::as_str);
        for (id, field) in TEXTS {
            if is_changed(&id) {
                self.set_scalar(&[], &fields::TABLE, field, answer(id))?;
            }
        }
        for (id, field) in LISTS {
            if is_changed(&id) {
                self.set_list(id, field, answer(id))?;
            }
        }
        for area in 0..self.department.role_model.areas.len() {
            let parts = AreaPart::VARIANTS.iter().map(|part| FieldId::Area(area, *part));
            if parts.clone().any(|part| is_changed(&part)) {
                let parts: Vec<&str> = parts.map(answer).collect();
                self.set_area(area, parts[0], parts[1], parts[2], parts[3])?;
            }
        }
        for line in 0..before.lines() {
            let ids = |part: &&LinePart| is_changed(&FieldId::Line(line, **part));
            let changed: Vec<LinePart> = LinePart::VARIANTS.iter().filter(ids).copied().collect();
            self.set_line(line, &changed, |part| answer(FieldId::Line(line, part)))?;
        }
        // From the last one, so that indices stay valid.
        for line in (0..before.lines()).rev() {
            let is_empty = |part: &LinePart| answer(FieldId::Line(line, *part)).is_empty();
            if !before.line(line).is_empty() && LinePart::VARIANTS.iter().all(is_empty) {
                self.remove_line(line)?;
            }
        }
        for line in 0..before.past_goals().len() {
            if is_changed(&FieldId::Outcome(line)) {
                let root = self.root()?;
                let path = line_path(&root, &fields::LAST_PLAN, line).ok_or(UnsupportedLayout)?;
                let word = Status::from_canonical(answer(FieldId::Outcome(line)));
                let word = word.map(|status| status.written(self.language)).unwrap_or_default();
                self.set_scalar(&path, &past_activity::TABLE, &past_activity::STATUS, word)?;
            }
        }
        if is_changed(&FieldId::Booklet) {
            let word = if answer(FieldId::Booklet) == YES { Answer::Yes } else { Answer::No };
            self.set_consent(&consent::BOOKLET, NewValue::Text(word.written(self.language).to_owned()))?;
        }
        if is_changed(&FieldId::Teaches) {
            let value = match answer(FieldId::Teaches) {
                "" => NewValue::Text(Answer::No.written(self.language).to_owned()),
                YES => NewValue::Text(Answer::Yes.written(self.language).to_owned()),
                areas => {
                    let areas = indices(areas).map(|area| self.department.role_model.areas[area].key.clone());
                    NewValue::Texts(areas.collect())
                }
            };
            self.set_consent(&consent::TEACHES, value)?;
        }
        Ok(())
    }

    /// Sets, inserts or removes the text of `field` in the mapping at `path`.
    fn set_scalar(
        &mut self,
        path: &[usize],
        table: &'static Table,
        field: &'static Field,
        text: &str,
    ) -> Result<(), UnsupportedLayout> {
        let value = if text.is_empty() { None } else { Some(NewValue::Text(text.to_owned())) };
        self.set_value(path, table, field, value)
    }

    /// Sets, inserts or removes the value of `field` in the mapping at `path`.
    fn set_value(
        &mut self,
        path: &[usize],
        table: &'static Table,
        field: &'static Field,
        value: Option<NewValue>,
    ) -> Result<(), UnsupportedLayout> {
        let root = self.root()?;
        let mapping = tree_change::node_at(&root, path).ok_or(UnsupportedLayout)?;
        let entry = mapping.entries().iter().position(|entry| entry.is(field));
        let within = |at| path.iter().copied().chain([at]).collect::<NodePath>();
        match (entry, value) {
            (Some(at), Some(value)) => self.apply(&TreeChange::Set(within(at), value)),
            (Some(at), None) => self.apply(&TreeChange::RemoveEntry(within(at))),
            (None, None) => Ok(()),
            (None, Some(value)) => {
                let key = self.key(&root, field);
                let at = insertion_point(mapping, table, field);
                self.apply(&TreeChange::InsertEntry { mapping: path.to_vec(), at, key, value })
            }
        }
    }

    /// Adds and removes items of a list of texts in the profile. Items that stay, or that the reader does
    /// not know, are not edited.
    fn set_list(
        &mut self,
        id: FieldId,
        field: &'static Field,
        answer: &str,
    ) -> Result<(), UnsupportedLayout> {
        let root = self.root()?;
        let department = self.department;
        let wanted: Vec<&str> = id.items(answer).collect();
        let written = |added: &[&str]| -> Vec<String> {
            let key =
                |role: &str| Some(department.role_model.roles.get(role.parse::<usize>().ok()?)?.key.clone());
            let text = |item: &&str| match id {
                FieldId::Roles => key(item).unwrap_or_default(),
                _ => (*item).to_owned(),
            };
            added.iter().map(text).collect()
        };
        let is_filled = |entry: &tree::Entry| entry.is(field) && !entry.value.is_empty();
        let Some(at) = root.entries().iter().position(is_filled) else {
            let texts = NewValue::Texts(written(&wanted));
            return self.set_value(&[], &fields::TABLE, field, Some(texts));
        };
        let list = &root.entries()[at].value;
        let items = list_items(&self.text, list);
        let known =
            |item: &Node| item.text().map(|text| id.items_in(text, department.shared())).unwrap_or_default();
        let ListDifference { added, gone } = ListDifference::of(items.iter().map(known), wanted);
        let added = written(&added);
        if added.is_empty() && gone.len() == items.len() {
            return self.apply(&TreeChange::RemoveEntry(vec![at]));
        }
        match &list.value {
            Value::Sequence(_) => {
                // Added first, so that the list is never empty meanwhile.
                if !added.is_empty() {
                    self.apply(&TreeChange::AppendTexts { list: vec![at], texts: added })?;
                }
                self.remove_items(&[at], gone)
            }
            Value::Scalar(_) => {
                let kept = items.iter().enumerate().filter(|(i, _)| !gone.contains(i));
                let kept = kept.filter_map(|(_, item)| item.text().map(str::to_owned));
                let mut texts: Vec<String> = kept.chain(added).collect();
                let only = if texts.len() == 1 { texts.pop() } else { None };
                let value = only.map_or(NewValue::Texts(texts), NewValue::Text);
                self.apply(&TreeChange::Set(vec![at], value))
            }
            Value::Mapping(_) => Err(UnsupportedLayout),
        }
    }

    fn set_area(
        &mut self,
        area: usize,
        now: &str,
        wanted: &str,
        priority: &str,
        remark: &str,
    ) -> Result<(), UnsupportedLayout> {
        let root = self.root()?;
        let role_model = &self.department.role_model;
        let short = match (now, wanted) {
            ("", _) => String::new(),
            (NOT_RELEVANT, _) => level_text::not_relevant(self.language).to_owned(),
            (now, wanted) => {
                let number = |text: &str| text.parse::<i64>().map_err(|_| UnsupportedLayout);
                level_change(number(now)?, number(wanted)?, self.language)
            }
        };
        let levels_at = root.entries().iter().position(|entry| entry.is(&fields::LEVELS));
        let levels = levels_at.map(|at| &root.entries()[at].value);
        let entry_at = levels.and_then(|levels| area_entry(levels, area, role_model));
        let path = |at| levels_at.into_iter().chain([at]).collect::<NodePath>();
        let Some((entry_at, levels)) = entry_at.zip(levels) else {
            if short.is_empty() {
                return Ok(());
            }
            let key = role_model.areas[area].key.clone();
            match (levels_at, levels) {
                (Some(levels_at), Some(levels)) if levels.is_empty() => {
                    let entries = NewValue::Entries(vec![(key, short)]);
                    self.apply(&TreeChange::Set(vec![levels_at], entries))?;
                }
                (Some(levels_at), Some(levels)) => {
                    let is_before = |entry: &tree::Entry| {
                        let known = entry.key.text().and_then(|key| role_model.area(key));
                        known.is_some_and(|known| known.0 < area)
                    };
                    let at = levels.entries().iter().rposition(is_before).map_or(0, |at| at + 1);
                    let value = NewValue::Text(short);
                    self.apply(&TreeChange::InsertEntry { mapping: vec![levels_at], at, key, value })?;
                }
                _ => {
                    let entries = NewValue::Entries(vec![(key, short)]);
                    self.set_value(&[], &fields::TABLE, &fields::LEVELS, Some(entries))?;
                }
            }
            // In the long form, now that there is an entry.
            let needs_more = !(priority.is_empty() && remark.is_empty());
            return if needs_more { self.set_area(area, now, wanted, priority, remark) } else { Ok(()) };
        };
        let entry = &levels.entries()[entry_at].value;
        let is_long = matches!(entry.value, Value::Mapping(_));
        let is_levels = !matches!(now, "" | NOT_RELEVANT);
        let is_bare = priority.is_empty() && remark.is_empty();
        if !is_levels && is_bare {
            let value = if short.is_empty() { NewValue::Empty } else { NewValue::Text(short) };
            return self.apply(&TreeChange::Set(path(entry_at), value));
        }
        // A remark needs the long form, also without levels.
        let now = match now {
            "" => level_text::not_known(self.language),
            NOT_RELEVANT => level_text::not_relevant(self.language),
            number => number,
        };
        if !is_long && is_bare {
            let kept = entry.text().and_then(|old| with_other_levels(old, now, wanted));
            return self.apply(&TreeChange::Set(path(entry_at), NewValue::Text(kept.unwrap_or(short))));
        }
        let priority = Priority::from_canonical(priority).map(|word| word.written(self.language));
        let values = [
            (&area_levels::CURRENT, now),
            (&area_levels::WANTED, if wanted == now { "" } else { wanted }),
            (&area_levels::PRIORITY, priority.unwrap_or_default()),
            (&area_levels::REMARK, remark),
        ];
        if !is_long {
            let given = values.into_iter().filter(|(_, text)| !text.is_empty());
            let entries = given.map(|(field, text)| (self.key(&root, field), text.to_owned())).collect();
            return self.apply(&TreeChange::Set(path(entry_at), NewValue::Entries(entries)));
        }
        let long = path(entry_at);
        for (field, text) in values {
            let root = self.root()?;
            let mapping = tree_change::node_at(&root, &long).ok_or(UnsupportedLayout)?;
            let old = mapping.filled(field).and_then(|entry| entry.value.text());
            // An equal wanted level may stay if it is written already.
            let text = if std::ptr::eq(field, &area_levels::WANTED) && old.is_some() { wanted } else { text };
            let is_level =
                std::ptr::eq(field, &area_levels::CURRENT) || std::ptr::eq(field, &area_levels::WANTED);
            let says_same = |old: &str| {
                let read = |raw| level_text::read(raw, &self.department.role_model.scale);
                old == text
                    || is_level && matches!(read(old), level_text::LevelText::Levels(level) if level == text)
                    || is_level && !is_levels && read(old) == read(text)
            };
            let is_same_text = |old: &str| super::answers::one_line(old) == text;
            if old.is_some_and(|old| says_same(old) || is_same_text(old)) || old.is_none() && text.is_empty()
            {
                continue;
            }
            if std::ptr::eq(field, &area_levels::PRIORITY)
                && old.and_then(Priority::from_word) == Priority::from_word(text)
            {
                continue;
            }
            self.set_scalar(&long, &area_levels::TABLE, field, text)?;
        }
        Ok(())
    }

    /// Sets the `changed` parts of a plan line; removed ones last, so that the line never is empty
    /// meanwhile.
    fn set_line<'b>(
        &mut self,
        line: usize,
        changed: &[LinePart],
        answer: impl Fn(LinePart) -> &'b str,
    ) -> Result<(), UnsupportedLayout> {
        if LinePart::VARIANTS.iter().all(|part| answer(*part).is_empty()) {
            // The whole line is removed.
            return Ok(());
        }
        let (removed, set): (Vec<LinePart>, Vec<LinePart>) =
            changed.iter().partition(|part| answer(**part).is_empty());
        for part in set.into_iter().chain(removed) {
            let root = self.root()?;
            let path = line_path(&root, &fields::PLAN, line).ok_or(UnsupportedLayout)?;
            if part == LinePart::Notes {
                self.set_notes(&path, answer(part))?;
                continue;
            }
            let text = self.line_text(part, answer(part));
            self.set_scalar(&path, &activity::TABLE, part.field(), &text)?;
        }
        Ok(())
    }

    /// Adds and removes notes of the plan line at `line`. Notes that stay, or that the reader rejects, are
    /// not edited.
    fn set_notes(&mut self, line: &[usize], answer: &str) -> Result<(), UnsupportedLayout> {
        let id = FieldId::Line(0, LinePart::Notes);
        let mut difference = ListDifference { added: id.items(answer).collect(), gone: Vec::new() };
        let (list, notes) = self.notes_entry(line)?;
        match (list, notes) {
            (Some(list), Some(notes)) if !notes.is_empty() => {
                let items = notes.items();
                let known = items.iter().map(|item| note_at(item).into_iter().collect());
                difference = ListDifference::of(known, difference.added);
                if difference.added.is_empty() && difference.gone.len() == items.len() {
                    return self.apply(&TreeChange::RemoveEntry(list));
                }
                if matches!(notes.value, Value::Mapping(_)) && !difference.added.is_empty() {
                    self.apply(&TreeChange::MakeList(list))?;
                }
            }
            (Some(_), _) => {}
            (None, _) => {
                self.set_value(line, &activity::TABLE, &activity::NOTES, Some(NewValue::Empty))?;
            }
        }
        let list = self.notes_entry(line)?.0.ok_or(UnsupportedLayout)?;
        let root = self.root()?;
        let (day, text) = (self.key(&root, &note::DATE), self.key(&root, &note::TEXT));
        for item in difference.added {
            let (date, said) = note_parts(item);
            let entries = vec![(day.clone(), date.to_owned()), (text.clone(), said.to_owned())];
            self.apply(&TreeChange::AppendItem { list: list.clone(), entries })?;
        }
        self.remove_items(&list, difference.gone)
    }

    /// Removes the items at the indices `gone`, which ascend, from the list at `list`.
    fn remove_items(&mut self, list: &[usize], gone: Vec<usize>) -> Result<(), UnsupportedLayout> {
        // From the last one, so that indices stay valid.
        gone.into_iter()
            .rev()
            .try_for_each(|at| self.apply(&TreeChange::RemoveItem { list: list.to_vec(), at }))
    }

    /// The path and the value of the notes of the plan line at `line`.
    fn notes_entry(&self, line: &[usize]) -> Result<(Option<NodePath>, Option<Node>), UnsupportedLayout> {
        let root = self.root()?;
        let line_node = tree_change::node_at(&root, line).ok_or(UnsupportedLayout)?;
        let at = line_node.entries().iter().position(|entry| entry.is(&activity::NOTES));
        let path = at.map(|at| line.iter().copied().chain([at]).collect());
        Ok((path, at.map(|at| line_node.entries()[at].value.clone())))
    }

    /// An answer of a plan line as the file says it.
    fn line_text(&self, part: LinePart, answer: &str) -> String {
        let word = match part {
            LinePart::Form => LearningForm::from_canonical(answer).map(|form| form.written(self.language)),
            LinePart::Status => Status::from_canonical(answer).map(|status| status.written(self.language)),
            LinePart::Responsible => {
                ResponsibleRole::from_canonical(answer).map(|role| role.written(self.language))
            }
            _ => None,
        };
        word.unwrap_or(answer).to_owned()
    }

    /// The path of the plan, which becomes a list if it is a single line without a dash.
    fn plan_path(&mut self, root: &Node) -> Result<NodePath, UnsupportedLayout> {
        let at = root.entries().iter().position(|entry| entry.is(&fields::PLAN)).ok_or(UnsupportedLayout)?;
        if matches!(root.entries()[at].value.value, Value::Mapping(_)) {
            self.apply(&TreeChange::MakeList(vec![at]))?;
        }
        Ok(vec![at])
    }

    fn add_line(&mut self, parts: &BTreeMap<LinePart, String>) -> Result<(), UnsupportedLayout> {
        if parts.is_empty() {
            return Ok(());
        }
        if self.root()?.entry(&fields::PLAN).is_none() {
            self.set_value(&[], &fields::TABLE, &fields::PLAN, Some(NewValue::Empty))?;
        }
        let root = self.root()?;
        let line = plan_lines(&root, &fields::PLAN).len();
        let text = |(part, answer): (&LinePart, &String)| {
            (self.key(&root, part.field()), self.line_text(*part, answer))
        };
        let is_text = |(part, _): &(&LinePart, &String)| **part != LinePart::Notes;
        let mut entries: Vec<(String, String)> = parts.iter().filter(is_text).map(text).collect();
        if entries.is_empty() {
            entries.push((self.key(&root, &activity::NOTES), String::new()));
        }
        let list = self.plan_path(&root)?;
        self.apply(&TreeChange::AppendItem { list, entries })?;
        let Some(notes) = parts.get(&LinePart::Notes) else { return Ok(()) };
        let path = line_path(&self.root()?, &fields::PLAN, line).ok_or(UnsupportedLayout)?;
        self.set_notes(&path, notes)
    }

    fn remove_line(&mut self, line: usize) -> Result<(), UnsupportedLayout> {
        let root = self.root()?;
        let list = self.plan_path(&root)?;
        self.apply(&TreeChange::RemoveItem { list, at: line })
    }

    fn set_consent(&mut self, field: &'static Field, value: NewValue) -> Result<(), UnsupportedLayout> {
        let root = self.root()?;
        let at = root.entries().iter().position(|entry| entry.is(&fields::CONSENT));
        let key = self.key(&root, field);
        let with_empty = NewValue::Entries(vec![(key, String::new())]);
        match at {
            Some(at) if root.entries()[at].value.is_empty() => {
                self.apply(&TreeChange::Set(vec![at], with_empty))?;
            }
            Some(_) => {}
            None => self.set_value(&[], &fields::TABLE, &fields::CONSENT, Some(with_empty))?,
        }
        let root = self.root()?;
        let at =
            root.entries().iter().position(|entry| entry.is(&fields::CONSENT)).ok_or(UnsupportedLayout)?;
        self.set_value(&[at], &consent::TABLE, field, Some(value))
    }
}

/// The difference between a list and the answer that it is to say.
struct ListDifference<'a> {
    /// The items of the answer that the list lacks.
    added: Vec<&'a str>,
    /// The indices of the list's items that say something else.
    gone: Vec<usize>,
}

impl<'a> ListDifference<'a> {
    /// The difference between `wanted` and a list whose items say the items in `known`; one that says none
    /// is kept.
    fn of(known: impl Iterator<Item = Vec<String>>, wanted: Vec<&'a str>) -> Self {
        let mut added = wanted.clone();
        let mut gone = Vec::new();
        for (i, known) in known.enumerate() {
            if known.iter().all(|own| wanted.contains(&own.as_str())) {
                added.retain(|wanted| known.iter().all(|own| own != wanted));
            } else {
                gone.push(i);
            }
        }
        Self { added, gone }
    }
}

/// `old`, two numbers with something between them, with other numbers.
fn with_other_levels(old: &str, now: &str, wanted: &str) -> Option<String> {
    let between = old.trim_start_matches(|c: char| c.is_ascii_digit());
    let between = between.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_plain =
        between.starts_with(' ') && between.ends_with(' ') && !between.contains(|c: char| c.is_ascii_digit());
    let has_both =
        old.starts_with(|c: char| c.is_ascii_digit()) && old.ends_with(|c: char| c.is_ascii_digit());
    (is_plain && has_both && now != wanted).then(|| format!("{now}{between}{wanted}"))
}

/// Where `field` belongs in `mapping`: after the last key that precedes it in the table, but
/// never before the first.
fn insertion_point(mapping: &Node, table: &Table, field: &Field) -> usize {
    let own = table.position(field.key);
    let precedes = |entry: &tree::Entry| {
        entry.key.text().and_then(|key| table.position(key)) < own
            && entry.key.text().is_some_and(|key| table.position(key).is_some())
    };
    mapping.entries().iter().rposition(precedes).map_or(1, |at| at + 1)
}

/// The path of a plan line.
fn line_path(root: &Node, field: &Field, line: usize) -> Option<NodePath> {
    let at = root.entries().iter().position(|entry| entry.is(field) && !entry.value.is_empty())?;
    let is_list = matches!(root.entries()[at].value.value, Value::Sequence(_));
    (line < plan_lines(root, field).len()).then(|| if is_list { vec![at, line] } else { vec![at] })
}

/// All keys in a tree.
fn keys_of(root: &Node) -> Vec<String> {
    let mut keys = Vec::new();
    let mut open = vec![root];
    while let Some(node) = open.pop() {
        match &node.value {
            Value::Scalar(_) => {}
            Value::Sequence(items) => open.extend(items),
            Value::Mapping(entries) => {
                keys.extend(entries.iter().filter_map(|entry| entry.key.text().map(str::to_owned)));
                open.extend(entries.iter().map(|entry| &entry.value));
            }
        }
    }
    keys
}
