//! The answers of a profile: one text for each field of the form.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use strum::{IntoStaticStr, VariantArray};

use super::FormChange;
use crate::department::profile::{Priority, ResponsibleRole, Status, Teaches, consent_at, levels_at};
use crate::department::role_model::{AreaIndex, RoleModel};
use crate::department::shared::Shared;
use crate::department::values::{Day, LastDay, Text};
use crate::fields::{Field, activity, area_levels, note, past_activity, profile as fields};
use crate::problem::Problems;
use crate::source::SourceFile;
use crate::source::section::list_items;
use crate::source::spelling::{Word, one_or_several};
use crate::source::tree::{Node, Value};

/// The answer to [`AreaPart::Now`] for an area that is no part of the person's work.
pub const NOT_RELEVANT: &str = "ikke-relevant";
/// The answer yes.
pub(super) const YES: &str = "ja";

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FieldId {
    /// The day of the talk.
    Talk,
    /// The day of the agreement.
    Agreed,
    /// The day of the follow-up.
    FollowUp,
    /// The job title.
    Position,
    /// The leader's name; empty for the school's leader.
    Leader,
    /// The roles: indices in the role model.
    Roles,
    /// The finished courses: numbers of the catalogue, or what the file calls others.
    Finished,
    /// A part of the levels of an area of the role model.
    Area(usize, AreaPart),
    /// A part of a line of the plan.
    Line(usize, LinePart),
    /// What became of a line of last year's plan.
    Outcome(usize),
    /// Consent to the public booklet: `ja`, or empty.
    Booklet,
    /// Consent to teach: `ja`, indices of areas with commas between them, or empty.
    Teaches,
}

/// A part of an area's levels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, VariantArray, IntoStaticStr)]
pub enum AreaPart {
    /// The current level: a number, [`NOT_RELEVANT`], or empty if not known.
    #[strum(serialize = "nu")]
    Now,
    /// The target level.
    #[strum(serialize = "oensket")]
    Wanted,
    /// The canonical word of the priority.
    #[strum(serialize = "vigtighed")]
    Priority,
    /// The remark.
    #[strum(serialize = "bemaerkning")]
    Remark,
}

/// A part of a plan line. Dates are in ISO form; areas, courses and fixed words are canonical.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, VariantArray, IntoStaticStr)]
pub enum LinePart {
    /// The goal.
    #[strum(serialize = "maal")]
    Goal,
    /// What shows that it is reached.
    #[strum(serialize = "succeskriterium")]
    Success,
    /// The area's key.
    #[strum(serialize = "omraade")]
    Area,
    /// The course's number.
    #[strum(serialize = "kursus")]
    Course,
    /// The form of learning.
    #[strum(serialize = "form")]
    Form,
    /// The mentor.
    #[strum(serialize = "hos")]
    Mentor,
    /// The activity in own words.
    #[strum(serialize = "aktivitet")]
    Text,
    /// Who is responsible.
    #[strum(serialize = "ansvarlig")]
    Responsible,
    /// What the leader does for it.
    #[strum(serialize = "lederen-goer")]
    LeaderDoes,
    /// The deadline.
    #[strum(serialize = "frist")]
    Deadline,
    /// The first day of the booked session.
    #[strum(serialize = "hold")]
    Session,
    /// The stand-in.
    #[strum(serialize = "afloeser")]
    StandIn,
    /// The progress.
    #[strum(serialize = "status")]
    Status,
    /// The dated notes, each as [`note_item`].
    #[strum(serialize = "noter")]
    Notes,
}

impl AreaPart {
    /// The key of the long form.
    pub(super) fn field(self) -> &'static Field {
        match self {
            Self::Now => &area_levels::CURRENT,
            Self::Wanted => &area_levels::WANTED,
            Self::Priority => &area_levels::PRIORITY,
            Self::Remark => &area_levels::REMARK,
        }
    }
}

impl LinePart {
    /// The key in the file.
    pub(super) fn field(self) -> &'static Field {
        match self {
            Self::Goal => &activity::GOAL,
            Self::Success => &activity::SUCCESS,
            Self::Area => &activity::AREA,
            Self::Course => &activity::COURSE,
            Self::Form => &activity::FORM,
            Self::Mentor => &activity::MENTOR,
            Self::Text => &activity::TEXT,
            Self::Responsible => &activity::RESPONSIBLE,
            Self::LeaderDoes => &activity::LEADER_DOES,
            Self::Deadline => &activity::DEADLINE,
            Self::Session => &activity::SESSION,
            Self::StandIn => &activity::STAND_IN,
            Self::Status => &activity::STATUS,
            Self::Notes => &activity::NOTES,
        }
    }

    /// `raw`, from a file or a form, as an answer.
    pub(super) fn normalized(self, raw: &str, shared: Shared<'_>) -> String {
        if self == Self::Notes {
            let notes = raw.split(ITEM_END).map(note_parts);
            return distinct(notes.filter_map(|(date, text)| note_item(date, text)));
        }
        let text = one_line(raw);
        let known: Option<String> = match self {
            Self::Area => {
                shared.role_model.area(&text).map(|area| shared.role_model.areas[area.0].key.clone())
            }
            Self::Course => Some(course(&text, shared)),
            Self::Form => shared.role_model.form_names.form(&text).map(|form| <&str>::from(form).to_owned()),
            Self::Status => canonical_status(&text),
            Self::Responsible => ResponsibleRole::from_word(&text).map(|role| <&str>::from(role).to_owned()),
            Self::Deadline => text.parse::<LastDay>().ok().map(|day| day.0.to_string()),
            Self::Session => canonical_day(&text),
            Self::Goal
            | Self::Success
            | Self::Mentor
            | Self::Text
            | Self::LeaderDoes
            | Self::StandIn
            | Self::Notes => None,
        };
        known.unwrap_or(text)
    }
}

/// The separator of the items of a list.
const ITEM_END: char = '\n';
/// The separator of a note's day and text.
const DATE_END: char = '\t';

/// The items of a list as its answer: sorted and without duplicates.
fn distinct(items: impl Iterator<Item = String>) -> String {
    let items: BTreeSet<String> = items.filter(|item| !item.is_empty()).collect();
    items.into_iter().collect::<Vec<_>>().join(&ITEM_END.to_string())
}

/// A note as an item of [`LinePart::Notes`], with its day in ISO form if that can be read; `None` without a
/// text.
pub fn note_item(date: &str, text: &str) -> Option<String> {
    let (date, text) = (one_line(date), one_line(text));
    let date = canonical_day(&date).unwrap_or(date);
    (!text.is_empty()).then(|| format!("{date}{DATE_END}{text}"))
}

/// The day and the text of an item of [`LinePart::Notes`].
pub fn note_parts(item: &str) -> (&str, &str) {
    item.split_once(DATE_END).unwrap_or(("", item))
}

/// The note at `node` as an item; `None` if the reader of profiles rejects it.
pub(super) fn note_at(node: &Node) -> Option<String> {
    let text = |field| node.filled(field).and_then(|entry| entry.value.text());
    let date = text(&note::DATE)?.parse::<Day>().ok()?;
    note_item(&date.0.to_string(), text(&note::TEXT)?)
}

fn canonical_day(text: &str) -> Option<String> {
    text.parse::<Day>().ok().map(|day| day.0.to_string())
}

fn canonical_status(text: &str) -> Option<String> {
    Status::from_word(text).map(|status| <&str>::from(status).to_owned())
}

/// A text on one line, as the reader of files sees it; empty without a visible character.
pub(super) fn one_line(raw: &str) -> String {
    raw.parse::<Text>().map(|text| text.0).unwrap_or_default()
}

impl FieldId {
    /// The name in a form.
    pub(crate) fn name(self) -> String {
        match self {
            Self::Talk => "mus".to_owned(),
            Self::Agreed => "aftalt".to_owned(),
            Self::FollowUp => "opfoelgning".to_owned(),
            Self::Position => "stilling".to_owned(),
            Self::Leader => "leder".to_owned(),
            Self::Roles => "roller".to_owned(),
            Self::Finished => "gennemfoert".to_owned(),
            Self::Area(area, part) => format!("omraade-{area}-{}", <&str>::from(part)),
            Self::Line(line, part) => format!("linje-{line}-{}", <&str>::from(part)),
            Self::Outcome(line) => format!("sidste-{line}"),
            Self::Booklet => "haefte".to_owned(),
            Self::Teaches => "oplaerer".to_owned(),
        }
    }

    /// Parses the result of [`FieldId::name`].
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        let simple = [
            Self::Talk,
            Self::Agreed,
            Self::FollowUp,
            Self::Position,
            Self::Leader,
            Self::Roles,
            Self::Finished,
            Self::Booklet,
            Self::Teaches,
        ];
        if let Some(field) = simple.into_iter().find(|field| field.name() == name) {
            return Some(field);
        }
        let (kind, rest) = name.split_once('-')?;
        let (number, part) = rest.split_once('-').unwrap_or((rest, ""));
        let number = number.parse().ok()?;
        let field = match kind {
            "omraade" => {
                let part = AreaPart::VARIANTS.iter().find(|known| <&str>::from(**known) == part)?;
                Self::Area(number, *part)
            }
            "linje" => {
                let part = LinePart::VARIANTS.iter().find(|known| <&str>::from(**known) == part)?;
                Self::Line(number, *part)
            }
            "sidste" if part.is_empty() => Self::Outcome(number),
            _ => return None,
        };
        (field.name() == name).then_some(field)
    }

    /// `raw`, from a form, as an answer.
    fn normalized(self, raw: &str, shared: Shared<'_>) -> String {
        match self {
            Self::Line(_, part) => part.normalized(raw, shared),
            Self::Talk | Self::Agreed | Self::FollowUp => {
                let text = one_line(raw);
                canonical_day(&text).unwrap_or(text)
            }
            Self::Teaches if raw.trim() != YES => {
                listed(indices(raw).filter(|area| *area < shared.role_model.areas.len()))
            }
            Self::Roles => listed(indices(raw).filter(|role| *role < shared.role_model.roles.len())),
            Self::Finished => distinct(raw.split(ITEM_END).map(|item| course(item, shared))),
            Self::Position
            | Self::Leader
            | Self::Area(..)
            | Self::Outcome(_)
            | Self::Booklet
            | Self::Teaches => one_line(raw),
        }
    }

    /// What separates the items of an answer that is a list; `None` for other answers.
    fn item_end(self) -> Option<char> {
        match self {
            Self::Roles => Some(','),
            Self::Finished | Self::Line(_, LinePart::Notes) => Some(ITEM_END),
            _ => None,
        }
    }

    /// The items of an answer that is a list; any other answer is one item.
    pub fn items(self, answer: &str) -> impl Iterator<Item = &str> {
        let end = self.item_end();
        answer.split(move |c| Some(c) == end).filter(|item| !item.is_empty())
    }

    /// `items` as the answer of a list.
    fn list(self, items: impl Iterator<Item = String>) -> String {
        match self {
            Self::Roles => listed(indices(&items.collect::<Vec<_>>().join(","))),
            _ => distinct(items),
        }
    }

    /// The list `theirs` with what `mine` has added to `base` and removed from it; `None` if the answer is
    /// no list.
    pub(super) fn merged_items(self, base: &str, mine: &str, theirs: &str) -> Option<String> {
        self.item_end()?;
        let set = |answer| self.items(answer).collect::<BTreeSet<&str>>();
        let (base, mine, mut items) = (set(base), set(mine), set(theirs));
        items.retain(|item| mine.contains(item) || !base.contains(item));
        items.extend(mine.difference(&base));
        Some(self.list(items.into_iter().map(str::to_owned)))
    }

    /// The items of the answer that `text` gives, an item of the list in the file; none if it is unknown.
    pub(super) fn items_in(self, text: &str, shared: Shared<'_>) -> Vec<String> {
        match self {
            Self::Roles => {
                let roles = one_or_several(text, |part| shared.role_model.role(part));
                roles.into_iter().flatten().map(|role| role.0.to_string()).collect()
            }
            Self::Finished => vec![course(text, shared)],
            _ => Vec::new(),
        }
    }
}

/// The number of the course that `text` names, or else the text.
fn course(text: &str, shared: Shared<'_>) -> String {
    let text = one_line(text);
    let catalogue = shared.catalogue;
    let known = catalogue.course_named(&text).map(|course| catalogue.courses[course.0].number.clone());
    known.unwrap_or(text)
}

/// The indices in an answer to [`FieldId::Teaches`], sorted and without duplicates.
pub(super) fn indices(answer: &str) -> impl Iterator<Item = usize> {
    let numbers: BTreeSet<usize> = answer.split(',').filter_map(|part| part.trim().parse().ok()).collect();
    numbers.into_iter()
}

fn listed(areas: impl Iterator<Item = usize>) -> String {
    areas.map(|area| area.to_string()).collect::<Vec<_>>().join(",")
}

/// Whether a choice among fixed ones is one of them; true for fields with free text.
pub(super) fn is_known(field: FieldId, answer: &str, shared: Shared<'_>) -> bool {
    let is_level = || {
        let number = answer.parse::<i64>().ok().filter(|number| number.to_string() == answer);
        number.is_some_and(|number| shared.role_model.scale.position(number).is_some())
    };
    match field {
        _ if answer.is_empty() => true,
        FieldId::Area(area, _) if area >= shared.role_model.areas.len() => false,
        FieldId::Area(_, AreaPart::Now) => answer == NOT_RELEVANT || is_level(),
        FieldId::Area(_, AreaPart::Wanted) => is_level(),
        FieldId::Area(_, AreaPart::Priority) => Priority::from_canonical(answer).is_some(),
        FieldId::Outcome(_) => Status::from_canonical(answer).is_some(),
        FieldId::Booklet => answer == YES,
        _ => true,
    }
}

/// What a profile answers. Fields without an answer are empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// Only answers that are not empty.
    values: BTreeMap<FieldId, String>,
    lines: usize,
    past_goals: Vec<String>,
}

impl Answers {
    /// The answer to `field`.
    pub fn get(&self, field: FieldId) -> &str {
        self.values.get(&field).map_or("", String::as_str)
    }

    /// The number of plan lines.
    pub fn lines(&self) -> usize {
        self.lines
    }

    /// The goals of last year's plan.
    pub fn past_goals(&self) -> &[String] {
        &self.past_goals
    }

    /// The answers of a plan line.
    pub(crate) fn line(&self, line: usize) -> BTreeMap<LinePart, &str> {
        let answers = LinePart::VARIANTS.iter().map(|part| (*part, self.get(FieldId::Line(line, *part))));
        answers.filter(|(_, answer)| !answer.is_empty()).collect()
    }

    fn set(&mut self, field: FieldId, answer: String) {
        if answer.is_empty() {
            self.values.remove(&field);
        } else {
            self.values.insert(field, answer);
        }
    }

    /// Reads the answers of the profile with the tree `root`. What the reader of profiles rejects has no
    /// answer, except in plan lines, where it is the raw text.
    pub(super) fn read(file: &Arc<SourceFile>, root: &Node, shared: Shared<'_>) -> Self {
        let mut answers = Self::default();
        for (id, field) in TEXTS {
            let raw = root.filled(field).and_then(|entry| entry.value.text()).unwrap_or_default();
            answers.set(id, id.normalized(raw, shared));
        }
        for (id, field) in LISTS {
            let items = root.filled(field).map(|entry| list_items(&file.text, &entry.value));
            let items = items.iter().flatten().filter_map(Node::text);
            answers.set(id, id.list(items.flat_map(|text| id.items_in(text, shared))));
        }
        if let Some(levels) = root.filled(&fields::LEVELS) {
            answers.read_areas(file, &levels.value, shared);
        }
        let lines = plan_lines(root, &fields::PLAN);
        answers.lines = lines.len();
        for (i, line) in lines.iter().enumerate() {
            for &part in LinePart::VARIANTS {
                let value = line.filled(part.field()).map(|entry| &entry.value);
                let answer = match part {
                    LinePart::Notes => {
                        distinct(value.map_or(&[][..], Node::items).iter().filter_map(note_at))
                    }
                    part => part.normalized(value.and_then(Node::text).unwrap_or_default(), shared),
                };
                answers.set(FieldId::Line(i, part), answer);
            }
        }
        for (i, line) in plan_lines(root, &fields::LAST_PLAN).iter().enumerate() {
            let text = |field| line.filled(field).and_then(|entry| entry.value.text()).unwrap_or_default();
            answers.past_goals.push(one_line(text(&past_activity::GOAL)));
            let outcome = canonical_status(text(&past_activity::STATUS)).unwrap_or_default();
            answers.set(FieldId::Outcome(i), outcome);
        }
        if let Some(consent) = root.filled(&fields::CONSENT) {
            let consent = consent_at(file, &consent.value, shared, &mut Problems::default());
            answers.set(FieldId::Booklet, if consent.booklet { YES.to_owned() } else { String::new() });
            let teaches = match &consent.teaches {
                Teaches::Nothing => String::new(),
                Teaches::Everything => YES.to_owned(),
                Teaches::Areas(areas) => listed(indices(&listed(areas.iter().map(|area| area.0)))),
            };
            answers.set(FieldId::Teaches, teaches);
        }
        answers
    }

    fn read_areas(&mut self, file: &Arc<SourceFile>, node: &Node, shared: Shared<'_>) {
        let (levels, not_relevant) = levels_at(file, node, shared, &mut Problems::default());
        for (i, levels) in levels.into_iter().enumerate() {
            let id = |part| FieldId::Area(i, part);
            // A remark may be there before the level, or beside "not relevant".
            let entry = area_entry(node, i, shared.role_model).map(|at| &node.entries()[at].value);
            let text = |field| entry?.filled(field)?.value.text();
            let priority = text(&area_levels::PRIORITY).and_then(Priority::from_word).map(Priority::name);
            self.set(id(AreaPart::Priority), priority.unwrap_or_default().to_owned());
            self.set(id(AreaPart::Remark), one_line(text(&area_levels::REMARK).unwrap_or_default()));
            match levels {
                Some(levels) => {
                    self.set(id(AreaPart::Now), levels.current.to_string());
                    self.set(id(AreaPart::Wanted), levels.wanted.to_string());
                }
                None if not_relevant.contains(&AreaIndex(i)) => {
                    self.set(id(AreaPart::Now), NOT_RELEVANT.to_owned());
                }
                None => {}
            }
        }
    }

    /// `answers` in the form in which they are read back.
    pub(super) fn normalized(
        &self,
        answers: &BTreeMap<FieldId, String>,
        shared: Shared<'_>,
    ) -> BTreeMap<FieldId, String> {
        let mut normal: BTreeMap<FieldId, String> =
            answers.iter().map(|(id, raw)| (*id, id.normalized(raw, shared))).collect();
        for area in 0..shared.role_model.areas.len() {
            let id = |part| FieldId::Area(area, part);
            let answer = |normal: &BTreeMap<FieldId, String>, part| {
                normal.get(&id(part)).cloned().unwrap_or_else(|| self.get(id(part)).to_owned())
            };
            let now = answer(&normal, AreaPart::Now);
            let wanted = answer(&normal, AreaPart::Wanted);
            // No level is wanted any longer where there is none now.
            let is_outdated =
                now.is_empty() && !wanted.is_empty() && wanted == self.get(id(AreaPart::Wanted));
            if now == NOT_RELEVANT || is_outdated {
                normal.insert(id(AreaPart::Wanted), String::new());
            } else if !now.is_empty() && wanted.is_empty() {
                normal.insert(id(AreaPart::Wanted), now);
            }
        }
        normal
    }

    /// The answers after `change`, which is normalized.
    pub(super) fn with(&self, change: &FormChange) -> Self {
        let mut new = self.clone();
        match change {
            FormChange::Set(answers) => {
                for (field, answer) in answers {
                    new.set(*field, answer.clone());
                }
                new.drop_empty_lines(self);
            }
            FormChange::AddLine(parts) if parts.is_empty() => {}
            FormChange::AddLine(parts) => {
                for (part, answer) in parts {
                    new.set(FieldId::Line(self.lines, *part), answer.clone());
                }
                new.lines += 1;
            }
            FormChange::RemoveLine(line) if *line < self.lines => {
                let order: Vec<usize> = (0..self.lines).filter(|other| other != line).collect();
                new.reorder(&order);
            }
            FormChange::MoveLine { from, to } if *from < self.lines && *to < self.lines => {
                let mut order: Vec<usize> = (0..self.lines).collect();
                let line = order.remove(*from);
                order.insert(*to, line);
                new.reorder(&order);
            }
            FormChange::RemoveLine(_) | FormChange::MoveLine { .. } => {}
        }
        new
    }

    /// Removes lines that have lost their last answer.
    fn drop_empty_lines(&mut self, before: &Self) {
        let is_kept = |line: &usize| !self.line(*line).is_empty() || before.line(*line).is_empty();
        let order: Vec<usize> = (0..self.lines).filter(is_kept).collect();
        if order.len() < self.lines {
            self.reorder(&order);
        }
    }

    /// Keeps the plan lines with the indices `order`, in that order.
    fn reorder(&mut self, order: &[usize]) {
        let old: Vec<BTreeMap<LinePart, String>> = (0..self.lines)
            .map(|line| self.line(line).into_iter().map(|(part, answer)| (part, answer.to_owned())).collect())
            .collect();
        self.values.retain(|field, _| !matches!(field, FieldId::Line(..)));
        self.lines = order.len();
        for (i, line) in order.iter().enumerate() {
            for (part, answer) in &old[*line] {
                self.set(FieldId::Line(i, *part), answer.clone());
            }
        }
    }
}

/// The fields whose answer is the value of a key of the profile.
pub(super) static TEXTS: [(FieldId, &Field); 5] = [
    (FieldId::Talk, &fields::TALK),
    (FieldId::Agreed, &fields::AGREED),
    (FieldId::FollowUp, &fields::FOLLOW_UP),
    (FieldId::Position, &fields::POSITION),
    (FieldId::Leader, &fields::LEADER),
];

/// The fields whose answer is a list of texts in the profile.
pub(super) static LISTS: [(FieldId, &Field); 2] =
    [(FieldId::Roles, &fields::ROLES), (FieldId::Finished, &fields::FINISHED)];

/// The nodes of the lines of a plan.
pub(super) fn plan_lines<'a>(root: &'a Node, field: &Field) -> &'a [Node] {
    root.filled(field).map_or(&[], |entry| entry.value.items())
}

/// The index of the entry of an area in a profile's levels; the first if there are several.
pub(super) fn area_entry(levels: &Node, area: usize, role_model: &RoleModel) -> Option<usize> {
    let is_area = |key: Option<&str>| key.and_then(|key| role_model.area(key)) == Some(AreaIndex(area));
    levels.entries().iter().position(|entry| is_area(entry.key.text()))
}

/// The byte ranges of the fields, in the tree `root`; those of a whole area or line belong to its first
/// field.
pub(super) fn places(root: &Node, shared: Shared<'_>) -> Vec<(Range<usize>, FieldId)> {
    let mut places = Vec::new();
    let mut add = |mapping: &Node, field: &Field, id: FieldId| {
        // Every one of a doubled key.
        for entry in mapping.entries().iter().filter(|entry| entry.is(field)) {
            places.push((entry.key.bytes.start..entry.value.bytes.end.max(entry.key.bytes.end), id));
        }
    };
    for (id, field) in TEXTS.into_iter().chain(LISTS) {
        add(root, field, id);
    }
    for (i, line) in plan_lines(root, &fields::PLAN).iter().enumerate() {
        for &part in LinePart::VARIANTS {
            add(line, part.field(), FieldId::Line(i, part));
        }
    }
    for (i, line) in plan_lines(root, &fields::LAST_PLAN).iter().enumerate() {
        add(line, &past_activity::STATUS, FieldId::Outcome(i));
    }
    if let Some(consent) = root.filled(&fields::CONSENT) {
        use crate::fields::consent as keys;
        for (field, id) in [(&keys::BOOKLET, FieldId::Booklet), (&keys::TEACHES, FieldId::Teaches)] {
            add(&consent.value, field, id);
        }
    }
    let levels = root.filled(&fields::LEVELS).map(|entry| &entry.value);
    for (area, entry) in levels
        .into_iter()
        .flat_map(Node::entries)
        .filter_map(|entry| Some((shared.role_model.area(entry.key.text()?)?.0, entry)))
    {
        if matches!(entry.value.value, Value::Mapping(_)) {
            for &part in AreaPart::VARIANTS {
                add(&entry.value, part.field(), FieldId::Area(area, part));
            }
        }
    }
    for (area, entry) in levels
        .into_iter()
        .flat_map(Node::entries)
        .filter_map(|entry| Some((shared.role_model.area(entry.key.text()?)?.0, entry)))
    {
        let bytes = entry.key.bytes.start..entry.value.bytes.end.max(entry.key.bytes.end);
        places.push((bytes, FieldId::Area(area, AreaPart::Now)));
    }
    for (i, line) in plan_lines(root, &fields::PLAN).iter().enumerate() {
        places.push((line.bytes.clone(), FieldId::Line(i, LinePart::Goal)));
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_known_by_its_name() {
        let parts = AreaPart::VARIANTS.iter().map(|part| FieldId::Area(12, *part));
        let lines = LinePart::VARIANTS.iter().map(|part| FieldId::Line(3, *part));
        let others = TEXTS.into_iter().chain(LISTS).map(|(field, _)| field);
        let more = [FieldId::Outcome(7), FieldId::Booklet, FieldId::Teaches];
        for field in parts.chain(lines).chain(others).chain(more) {
            assert_eq!(FieldId::from_name(&field.name()), Some(field));
        }
        for name in [
            "",
            "omraade",
            "omraade-1",
            "omraade-01-nu",
            "omraade-1-x",
            "linje--1-maal",
            "sidste-1-x",
            "../x",
        ] {
            assert_eq!(FieldId::from_name(name), None, "{name}");
        }
    }
}
