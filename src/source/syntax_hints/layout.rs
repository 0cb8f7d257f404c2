//! Mistakes that show from a line and its neighbours: indentation, missing colons and dashes,
//! pasted table cells.

use std::cell::LazyCell;

use super::SyntaxHint;
use super::line::{Line, has_nested_lines, is_area, is_level};
use crate::fields::{self, Field, Form, Table, activity, area_levels, consent, profile};
use crate::language::Tag;
use crate::problem::code::Code;
use crate::source::known_keys;
use crate::source::lines::line_break;
use crate::source::spelling::{BETWEEN_LEVELS, between_levels, nearest};

/// A line and its context.
pub(super) struct Context<'a> {
    pub text: &'a str,
    pub lines: &'a [Line<'a>],
    /// Index of the line in `lines`.
    pub number: usize,
    /// Columns of the open keys, outermost first.
    pub open: &'a [usize],
    /// True if the last key has a value.
    pub has_value: bool,
    pub first_key: Option<&'a Line<'a>>,
    /// The language of the file if its keys don't tell.
    pub usual: Tag,
}

/// The sections whose keys tell the language of a profile.
static TELLING: [&Table; 4] = [&profile::TABLE, &area_levels::TABLE, &activity::TABLE, &consent::TABLE];

impl<'a> Context<'a> {
    fn keys(&self) -> impl Iterator<Item = &'a str> + Clone {
        let text = self.text;
        self.lines.iter().map(move |line| line.key(text)).filter(|key| !key.is_empty())
    }

    /// `field` in the language and letters of the file's other keys.
    fn spelled(&self, field: &Field) -> String {
        Table::spelled_like(&TELLING, field, self.keys(), self.usual)
    }

    /// What the file writes between two levels.
    fn between_levels(&self) -> &'static str {
        between_levels(Table::language_of(&TELLING, self.keys(), self.usual))
    }

    pub(super) fn line(&self) -> &'a Line<'a> {
        &self.lines[self.number]
    }

    /// Index of the previous line that is not blank.
    fn above(&self) -> Option<usize> {
        (0..self.number).rev().find(|&above| !self.lines[above].is_blank())
    }

    /// The next line that is not blank.
    fn below(&self) -> Option<&'a Line<'a>> {
        self.lines[self.number + 1..].iter().find(|line| !line.is_blank())
    }

    /// True if the line has no colon and is the first below a heading, with keys beside it.
    pub(super) fn starts_section_without_colon(&self) -> bool {
        let line = self.line();
        let below = self.lines[self.number + 1..].iter().filter(|line| !line.is_blank());
        let mut siblings = below.take_while(|below| below.column() == line.column());
        line.colon.is_none()
            && !line.is_item()
            && !self.has_value
            && siblings.any(|sibling| sibling.colon.is_some())
    }
}

/// Finds rows pasted from a spreadsheet: an area and one or two levels, separated by tabs.
pub(super) fn pasted_cells(context: &Context<'_>) -> Option<SyntaxHint> {
    let between = LazyCell::new(|| context.between_levels());
    let row = |line: &Line<'_>| {
        let mut cells =
            context.text[line.content..line.end].split('\t').map(str::trim).filter(|c| !c.is_empty());
        let (name, current) = (cells.next()?, cells.next()?);
        let wanted = cells.next().unwrap_or(current);
        let is_row = line.colon.is_none()
            && cells.next().is_none()
            && name.starts_with(char::is_alphabetic)
            && [current, wanted].iter().all(|level| level.bytes().all(|byte| byte.is_ascii_digit()));
        let levels =
            if current == wanted { current.to_owned() } else { format!("{current} {} {wanted}", *between) };
        is_row.then(|| format!("{name}: {levels}"))
    };
    let first = context.line();
    let mut rows = vec![row(first)?];
    rows.extend(context.lines[context.number + 1..].iter().map_while(row));
    let last = &context.lines[context.number + rows.len() - 1];
    let column = match (context.open.last(), context.has_value) {
        (Some(&column), true) => column,
        (Some(&column), false) => column + 2,
        (None, _) => first.column(),
    };
    let indent = " ".repeat(column);
    let text: Vec<String> = rows.iter().map(|row| format!("{indent}{row}")).collect();
    Some(
        SyntaxHint::new(Code::PastedCells, first.content..first.end)
            .fixed(first.start..last.line_end(), text.join(line_break(context.text))),
    )
}

/// Finds a list whose first item lacks its dash although the next items have one.
pub(super) fn missing_first_dash(context: &Context<'_>) -> Option<SyntaxHint> {
    let (text, heading) = (context.text, context.line());
    if !heading.is_heading() {
        return None;
    }
    let mut tables = fields::FILES.iter().flat_map(|file| file.with_subtables());
    let item_table = tables.find_map(|table| match table.field(heading.key(text))?.form {
        Form::List(items) => Some(items),
        _ => None,
    })?;
    let below = &context.lines[context.number + 1..];
    let first = below.iter().position(|line| !line.is_blank())?;
    let has_item_key = |line: &Line<'_>| item_table.field(line.key(text)).is_some();
    let is_inside = |line: &Line<'_>| line.is_item() || line.indent() > heading.column();
    if below[first].is_item() || !has_item_key(&below[first]) || !is_inside(&below[first]) {
        return None;
    }
    let second_item = first
        + below[first..].iter().take_while(|l| l.is_blank() || is_inside(l)).position(|l| l.is_item())?;
    if !has_item_key(&below[second_item]) {
        return None;
    }
    let last = (first..second_item).rev().find(|&at| !below[at].is_blank())?;
    // The first item, indented like the second.
    let (from, to) = (below[first].column(), below[second_item].column());
    let dash = text[below[second_item].start..below[second_item].content].replace(|c: char| c != '-', " ");
    let mut lines = vec![format!("{dash}{}", &text[below[first].content..below[first].line_end()])];
    for line in &below[first + 1..=last] {
        let indent = " ".repeat((line.indent() + to).checked_sub(from)?);
        let line = format!("{indent}{}", &text[line.indent_end..line.line_end()]);
        lines.push(line.trim_end().to_owned());
    }
    let end = below[first].colon.unwrap_or(below[first].end);
    Some(
        SyntaxHint::new(Code::NotADash, below[first].content..end)
            .fixed(below[first].start..below[last].line_end(), lines.join(line_break(text))),
    )
}

/// Finds a line without a colon that needs one, or a line whose indentation fits no key above.
pub(super) fn misplaced_line(context: &Context<'_>) -> Option<SyntaxHint> {
    if context.line().colon.is_some() { wrong_indentation(context) } else { lone_text(context) }
}

/// Finds a line without a colon that is not part of a value.
fn lone_text(context: &Context<'_>) -> Option<SyntaxHint> {
    let &Context { text, lines, number, open, has_value, .. } = context;
    let line = context.line();
    let words = &text[line.content..line.end];
    let is_deeper = open.last().is_some_and(|&last| line.column() > last);
    // A list item needs no colon, unless keys of the same item follow.
    let next = lines.get(number + 1);
    let keys_follow = next.is_some_and(|next| next.colon.is_some() && next.column() == line.column());
    let is_part_of_value = match line.is_item() {
        true => !keys_follow,
        false => is_deeper && !context.starts_section_without_colon(),
    };
    let is_other_syntax = words.starts_with(['-', '[', '{', ']', '}']) || words == "...";
    if is_part_of_value || is_other_syntax {
        return None;
    }
    missing_colon(text, line, !open.is_empty() && has_value)
}

/// Finds a key whose column fits neither its siblings nor its parent.
fn wrong_indentation(context: &Context<'_>) -> Option<SyntaxHint> {
    let line = context.line();
    let column = line.column();
    let hint_at = |line: &Line<'_>| {
        let end = line.colon.unwrap_or(line.end);
        SyntaxHint::new(Code::WrongIndentation, line.indent_end..end)
    };
    let last = *context.open.last()?;
    if column > last && context.has_value {
        if let Some(hint) = level_and_long_form(context).or_else(|| unindented_section(context, last)) {
            return Some(hint);
        }
        // A dash takes up part of the indentation of its key.
        let dashes = line.content - line.indent_end;
        let indent = " ".repeat(last.saturating_sub(dashes));
        return Some(hint_at(line).fixed(line.start..line.indent_end, indent));
    }
    if column < last && !context.open.contains(&column) {
        if let Some(first) = overindented_first_key(context) {
            let indent = " ".repeat(column);
            return Some(hint_at(first).fixed(first.start..first.indent_end, indent));
        }
        // If the very first key of the file is indented, that is the mistake.
        let first = context.first_key.filter(|first| first.content > first.start && column == 0);
        return Some(hint_at(first.unwrap_or(line)));
    }
    None
}

/// The line above, if it is the first of its section and the next two lines agree on a smaller
/// indentation.
fn overindented_first_key<'a>(context: &Context<'a>) -> Option<&'a Line<'a>> {
    let above = context.above()?;
    let heading = context.lines[..above].iter().rfind(|line| !line.is_blank())?;
    let column = context.line().column();
    let next_agrees = context.below().is_some_and(|below| below.column() == column);
    let is_first = heading.is_heading() && heading.column() < column;
    let first = &context.lines[above];
    (is_first && next_agrees && !first.is_item() && !context.line().is_item()).then_some(first)
}

/// Explains a line without a colon: a key that lacks it, or the rest of the text above.
pub(super) fn missing_colon(text: &str, line: &Line<'_>, follows_value: bool) -> Option<SyntaxHint> {
    /// Characters typed instead of a colon.
    const SUBSTITUTES: [char; 9] = [' ', ';', '=', ',', '.', '-', '–', '→', '>'];
    let words = &text[line.content..line.end];
    let word = words.split_whitespace().next().unwrap_or(words);
    let key = word.trim_end_matches([';', '=', ',', '.']);
    let end = line.content + key.len();
    let value = text[end..line.end].trim_start_matches(SUBSTITUTES);
    let is_level = value.starts_with(|c: char| c.is_ascii_digit());
    let is_key = known_keys::is_key(key) || nearest(key, known_keys::ALL.iter().copied()).is_some();
    if follows_value && !is_key && key.len() == word.len() && !is_level {
        return Some(SyntaxHint::new(Code::LooseLine, line.content..line.end));
    }
    let colon = if value.is_empty() { ":" } else { ": " };
    let hint = SyntaxHint::new(Code::MissingColon, line.content..end)
        .with("key", key)
        .fixed(end..line.end - value.len(), colon);
    Some(if is_key || is_level { hint } else { hint.uncertain() })
}

/// Finds an area with both a level after its colon and the long form below it.
///
/// The fix moves the level into the long form, unless the two contradict each other.
fn level_and_long_form(context: &Context<'_>) -> Option<SyntaxHint> {
    let (text, line) = (context.text, context.line());
    let area = &context.lines[context.above()?];
    let field = |line: &Line<'_>| area_levels::TABLE.field(line.key(text));
    let value = &text[area.value..area.end];
    if field(line).is_none() || !is_area(area, text) || !is_level(value) {
        return None;
    }
    let rest = &context.lines[context.number..];
    let below = rest.iter().take_while(|below| below.is_blank() || below.column() >= line.column());
    let long_form: Vec<(&Field, &str)> =
        below.filter_map(|line| Some((field(line)?, &text[line.value..line.end]))).collect();
    let (current, wanted) = BETWEEN_LEVELS
        .iter()
        .find_map(|between| value.split_once(between))
        .map_or((value, None), |(current, wanted)| (current, Some(wanted)));
    let mut missing = Vec::new();
    let mut agree = true;
    for (field, level) in [(&area_levels::CURRENT, Some(current)), (&area_levels::WANTED, wanted)] {
        let below = long_form.iter().find(|(other, _)| *other == field).map(|(_, value)| *value);
        match (level.map(str::trim), below) {
            (Some(level), None) => missing.push(format!("{}: {level}", context.spelled(field))),
            (Some(level), Some(below)) => agree &= level == below,
            (None, _) => {}
        }
    }
    let hint = SyntaxHint::new(Code::NumberAndLongForm, area.value..area.end)
        .with("key", area.key(text))
        .with("value", value);
    if !agree {
        return Some(hint);
    }
    let indent = format!("{}{}", line_break(text), " ".repeat(line.column()));
    let lines: String = missing.iter().map(|entry| format!("{indent}{entry}")).collect();
    Some(hint.fixed(area.colon? + 1..area.end, lines))
}

/// Finds the first lines of a section that are not indented although the lines after them are.
fn unindented_section(context: &Context<'_>, column: usize) -> Option<SyntaxHint> {
    let (text, line) = (context.text, context.line());
    let before = &context.lines[..context.number];
    let field = |line: &Line<'_>| profile::TABLE.field(line.key(text));
    let is_unindented =
        |line: &Line<'_>| line.column() == column && line.colon.is_some() && field(line).is_none();
    let first = before.iter().rposition(|line| !line.is_blank() && !is_unindented(line))? + 1;
    let heading = before[..first].iter().rfind(|line| !line.is_blank() && line.column() <= column)?;
    let is_section = field(heading).is_some_and(has_nested_lines);
    if heading.column() != column || !heading.is_heading() || !is_section {
        return None;
    }
    let unindented = &before[first..];
    let start = unindented.iter().position(|line| !line.is_blank())?;
    let end = unindented.iter().rposition(|line| !line.is_blank())?;
    let (first, last) = (&unindented[start], &unindented[end]);
    let indent = " ".repeat(line.column() - column);
    let lines: Vec<String> = unindented[start..=end]
        .iter()
        .map(|line| format!("{indent}{}", line.text).trim_end().to_owned())
        .collect();
    Some(
        SyntaxHint::new(Code::WrongIndentation, first.content..first.colon.unwrap_or(first.end))
            .fixed(first.start..last.line_end(), lines.join(line_break(text))),
    )
}
