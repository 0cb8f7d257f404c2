//! `rollemodel.yaml`: areas of competence, a scale of levels, and roles.

use std::collections::HashMap;
use std::sync::Arc;

use strum::{IntoStaticStr, VariantArray};

use super::learning_form::{self, FormNames};
use super::level_text::{self, LevelText};
use super::scale::{Scale, ScaleLevel};
use super::values::{Count, LevelNumber, Text, YesNo};
use crate::fields::{area, competency, level, role, role_model};
use crate::problem::{Code, Problem, Problems};
use crate::source::section::{Section, leaf, named_entries};
use crate::source::spelling::{fold, listed, one_or_several};
use crate::source::tree::{Node, Value};
use crate::source::{FileKind, Place, Placed, SourceFile};

/// Recommended number of areas: a radar needs three axes and is legible with at most 24.
pub(crate) const AREA_COUNT: std::ops::RangeInclusive<usize> = 3..=24;
/// Limit of areas, to bound the work for a file that is not a role model, also one from elsewhere.
pub(crate) const MAX_AREAS: usize = 100;

/// The role model of one department.
#[derive(Debug)]
pub struct RoleModel {
    pub name: String,
    /// Where the role model comes from.
    pub source: Option<String>,
    pub version: Option<String>,
    /// The scale of levels.
    pub scale: Scale,
    /// Competencies that every trained office worker is assumed to have.
    pub presumed: Vec<String>,
    /// The areas in the order of the radar's axes, clockwise from the top.
    pub areas: Vec<Area>,
    /// Competencies outside the areas.
    pub other_competencies: Vec<Competency>,
    /// The roles that a school must cover.
    pub roles: Vec<Role>,
    /// Keys of areas that are no longer part of the role model.
    pub removed: Vec<String>,
    /// Own names of the forms of learning.
    pub form_names: FormNames,
    /// Areas by folded key.
    area_keys: HashMap<String, AreaIndex>,
    /// Areas by folded former key; `None` if it was removed.
    former_keys: HashMap<String, Option<AreaIndex>>,
    /// Roles by folded key.
    role_keys: HashMap<String, RoleIndex>,
}

/// Index into [`RoleModel::areas`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AreaIndex(pub usize);

/// Index into [`RoleModel::roles`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RoleIndex(pub usize);

/// An area of competence, an axis of the radar.
#[derive(Debug)]
pub struct Area {
    /// Key in profiles.
    pub key: String,
    /// Name in documents.
    pub name: String,
    /// Label on the radar, if the name is too long.
    pub short_name: Option<String>,
    /// One or two lines.
    pub description: Option<String>,
    /// Level that the role model expects.
    pub expected: Option<i64>,
    /// Coverage by AMU courses.
    pub amu_coverage: Option<AmuCoverage>,
    /// The competencies of the area.
    pub competencies: Vec<Competency>,
    /// Keys that it, or areas that are now part of it, had in earlier versions.
    pub former: Vec<String>,
}

/// What an area's key in a file means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AreaKey {
    /// An area.
    Current(AreaIndex),
    /// The area that had this key before, or is now part of it.
    Former(AreaIndex),
    /// An area that is no longer part of the role model.
    Removed,
}

/// Coverage of an area by labour-market courses (AMU).
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray, IntoStaticStr)]
pub enum AmuCoverage {
    /// Full.
    #[strum(serialize = "fuld")]
    Full,
    /// Partial.
    #[strum(serialize = "delvis")]
    Partial,
    /// None.
    #[strum(serialize = "ingen")]
    None,
}

/// A competency of a school secretary.
#[derive(Debug)]
pub struct Competency {
    /// The wording of the source.
    pub text: String,
    /// Personal or professional.
    pub kind: Option<CompetencyKind>,
    /// Number of people who found it important.
    pub votes: u32,
    /// Added by the focus group.
    pub added: bool,
    /// Questioned by the focus group.
    pub questioned: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray, IntoStaticStr)]
pub enum CompetencyKind {
    /// A personal quality.
    #[strum(serialize = "personlig")]
    Personal,
    /// A professional skill.
    #[strum(serialize = "faglig")]
    Professional,
}

/// A role that every school must fill.
#[derive(Debug)]
pub struct Role {
    /// Key in profiles.
    pub key: String,
    /// Name in documents.
    pub name: String,
    /// One line.
    pub description: Option<String>,
    /// Required levels by area.
    pub requires: Vec<(AreaIndex, i64)>,
}

impl Scale {
    /// Reads the level at `node`, given by number, name or both; `None` if it is invalid, not known
    /// yet or not relevant.
    pub(crate) fn level_at(
        &self,
        file: &Arc<SourceFile>,
        node: &Node,
        problems: &mut Problems,
    ) -> Option<i64> {
        // A placeholder for "not known yet" is an empty value with a byte range.
        if node.is_empty() && !node.bytes.is_empty() {
            return None;
        }
        let as_number = |number: String| Node { bytes: node.bytes.clone(), value: Value::Scalar(number) };
        let level = match node.text().map(|raw| level_text::read(raw, self)) {
            Some(LevelText::NotKnown | LevelText::NotRelevant) => return None,
            Some(LevelText::Levels(number)) if !number.contains(' ') => {
                leaf::<LevelNumber>(file, &as_number(number), problems)
            }
            Some(LevelText::Ambiguous(one, other)) => {
                problems.push(ambiguous_level(file, node, one, other));
                None
            }
            _ => leaf::<LevelNumber>(file, node, problems),
        };
        self.check(level?, problems)
    }

    /// Reports a level that is not on the scale.
    pub(crate) fn check(&self, level: Placed<LevelNumber>, problems: &mut Problems) -> Option<i64> {
        let number = level.value.0;
        if self.position(number).is_none() {
            problems.push(
                Problem::new(Code::UnknownLevel, level.place)
                    .with("value", number)
                    .with("levels", self.numbers()),
            );
            return None;
        }
        Some(number)
    }
}

impl RoleModel {
    /// The area with this key.
    pub fn area(&self, key: &str) -> Option<AreaIndex> {
        self.area_keys.get(&fold(key)).copied()
    }

    /// The meaning of an area's key, which may be that of an earlier version.
    pub(crate) fn area_key(&self, key: &str) -> Option<AreaKey> {
        let folded = fold(key);
        let former = || match self.former_keys.get(&folded)? {
            Some(area) => Some(AreaKey::Former(*area)),
            None => Some(AreaKey::Removed),
        };
        self.area_keys.get(&folded).map(|area| AreaKey::Current(*area)).or_else(former)
    }

    /// Every key that an area has or had.
    pub(crate) fn all_area_keys(&self) -> impl Iterator<Item = &str> {
        let own = self.areas.iter().flat_map(|area| std::iter::once(&area.key).chain(&area.former));
        own.chain(&self.removed).map(String::as_str)
    }

    /// The role with this key.
    pub(crate) fn role(&self, key: &str) -> Option<RoleIndex> {
        self.role_keys.get(&fold(key)).copied()
    }

    /// The area with this key in a file; reports an unknown one, and one by another key than it has now.
    pub(crate) fn area_at(&self, key: &str, place: Place, problems: &mut Problems) -> Option<AreaIndex> {
        match self.area_key(key) {
            Some(known) => self.report_former(key, known, place, problems),
            None => {
                self.report_unknown(key, place, problems);
                None
            }
        }
    }

    /// Reports a key of an earlier version; `None` if the area was removed.
    fn report_former(
        &self,
        key: &str,
        known: AreaKey,
        place: Place,
        problems: &mut Problems,
    ) -> Option<AreaIndex> {
        match known {
            AreaKey::Current(area) => Some(area),
            AreaKey::Former(area) => {
                let now = &self.areas[area.0].key;
                let problem = Problem::new(Code::AreaRenamed, place).with("value", key).with("area", now);
                problems.push(problem.suggesting(Some(now)));
                Some(area)
            }
            AreaKey::Removed => {
                problems.push(Problem::new(Code::AreaRemoved, place).with("value", key));
                None
            }
        }
    }

    fn report_unknown(&self, key: &str, place: Place, problems: &mut Problems) {
        let keys = self.areas.iter().map(|area| area.key.as_str());
        let folded = fold(key);
        let has_name = |area: &&Area| {
            fold(&area.name) == folded || area.short_name.as_deref().is_some_and(|name| fold(name) == folded)
        };
        let by_name = self.areas.iter().find(has_name).map(|area| area.key.as_str());
        let nearest = by_name.or_else(|| place.file.nearest(key, keys.clone()));
        problems.push(
            Problem::new(Code::UnknownArea, place)
                .with("value", key)
                .with("words", listed(keys))
                .suggesting(nearest),
        );
    }

    /// Reads a mapping of areas to levels, such as `økonomi: 3`; `None` for areas that are not given.
    pub(crate) fn levels_in(
        &self,
        file: &Arc<SourceFile>,
        node: &Node,
        problems: &mut Problems,
    ) -> Vec<Option<i64>> {
        let mut levels = ByArea::new(self);
        for (key, entry) in named_entries(file, node, problems) {
            let place = Place::at(file, entry.key.bytes.clone());
            let area = self.area_at(key, place.clone(), problems);
            let mut own = Problems::default();
            let level = self.scale.level_at(file, &entry.value, &mut own);
            let context = if file.kind == FileKind::Profile { "last-year" } else { "one" };
            problems.extend(own.into_iter().map(|problem| problem.replacing("where", context)));
            if let (Some(area), Some(level)) = (area, level) {
                levels.add(area, key, place, level, |one, other| (one == other).then_some(one));
            }
        }
        levels.finish(problems)
    }

    /// The areas in a list, without duplicates; reports unknown ones.
    pub(crate) fn areas_in(&self, list: Vec<Placed<Text>>, problems: &mut Problems) -> Vec<AreaIndex> {
        let mut areas = Vec::new();
        for Placed { value: Text(text), place } in list {
            let known = one_or_several(&text, |part| Some((part.to_owned(), self.area_key(part)?)));
            let found: Vec<AreaIndex> = match known {
                Some(known) => known
                    .iter()
                    .filter_map(|(key, known)| self.report_former(key, *known, place.clone(), problems))
                    .collect(),
                None => self.area_at(&text, place, problems).into_iter().collect(),
            };
            for area in found {
                if !areas.contains(&area) {
                    areas.push(area);
                }
            }
        }
        areas
    }
}

/// The values of areas in a file, of which several may have become one since it was written.
pub(crate) struct ByArea<'a, T> {
    role_model: &'a RoleModel,
    values: Vec<Option<AreaValue<T>>>,
}

struct AreaValue<T> {
    /// `None` if the keys disagree.
    value: Option<T>,
    /// The former keys that it is from; empty if it is from the area's own key.
    keys: Vec<String>,
    place: Place,
}

impl<'a, T> ByArea<'a, T> {
    /// No values yet.
    pub(crate) fn new(role_model: &'a RoleModel) -> Self {
        Self { role_model, values: role_model.areas.iter().map(|_| None).collect() }
    }

    /// Adds the value of `area`, which the file calls `key`.
    ///
    /// The area's own key overrides former ones. Two former ones count if they `combine`.
    pub(crate) fn add(
        &mut self,
        area: AreaIndex,
        key: &str,
        place: Place,
        value: T,
        combine: impl Fn(T, T) -> Option<T>,
    ) {
        let is_current = self.role_model.area(key) == Some(area);
        let slot = &mut self.values[area.0];
        match slot {
            Some(there) if there.keys.is_empty() => {}
            Some(there) if !is_current => {
                there.value = there.value.take().and_then(|one| combine(one, value));
                there.keys.push(key.to_owned());
            }
            _ => {
                let keys = if is_current { Vec::new() } else { vec![key.to_owned()] };
                *slot = Some(AreaValue { value: Some(value), keys, place });
            }
        }
    }

    /// The values by area; reports those about which former keys disagree.
    pub(crate) fn finish(self, problems: &mut Problems) -> Vec<Option<T>> {
        let areas = self.role_model.areas.iter();
        let value = |(there, area): (Option<AreaValue<T>>, &Area)| {
            let there = there?;
            if there.value.is_none() {
                let keys = listed(there.keys.iter().map(String::as_str));
                let problem = Problem::new(Code::AreaMerged, there.place).with("keys", keys);
                problems.push(problem.with("area", &area.key));
            }
            there.value
        };
        self.values.into_iter().zip(areas).map(value).collect()
    }
}

/// The problem of a value whose number and name are of two different levels.
pub(super) fn ambiguous_level(file: &Arc<SourceFile>, node: &Node, one: i64, other: i64) -> Problem {
    Problem::new(Code::AmbiguousLevel, Place::at(file, node.bytes.clone()))
        .with("value", node.text().unwrap_or_default())
        .with("one", one)
        .with("other", other)
}

/// Reads the role model; `None` if a key is missing without which nothing can be built.
pub(crate) fn read(file: &Arc<SourceFile>, root: &Node, problems: &mut Problems) -> Option<RoleModel> {
    let mut fields = Section::open(file, root, &role_model::TABLE, problems)?;
    let name = fields.required::<Text>(&role_model::NAME, problems);
    let source = fields.value::<Text>(&role_model::SOURCE, problems).map(|t| t.0);
    let version = fields.value::<Text>(&role_model::VERSION, problems).map(|t| t.0);
    let scale = read_scale(file, &mut fields, problems);
    let presumed =
        fields.values::<Text>(&role_model::PRESUMED, problems).into_iter().map(|t| t.value.0).collect();
    let mut former = Vec::new();
    let areas = match (fields.node(&role_model::AREAS), &scale) {
        (Some(node), Some(scale)) => read_areas(file, node, scale, &mut former, problems),
        (Some(_), None) => None,
        (None, _) => {
            fields.report_missing(&role_model::AREAS);
            None
        }
    };
    let other_competencies = read_competencies(file, fields.list(&role_model::OTHER_COMPETENCIES), problems);
    let roles_node = fields.node(&role_model::ROLES);
    let removed = fields.values::<Text>(&role_model::REMOVED, problems);
    let form_names = learning_form::read(&mut fields, problems);
    fields.finish(problems);
    let mut role_model = RoleModel {
        name: name?.value.0,
        source,
        version,
        scale: scale?,
        presumed,
        removed: removed.iter().map(|key| key.value.0.clone()).collect(),
        area_keys: HashMap::new(),
        former_keys: HashMap::new(),
        role_keys: HashMap::new(),
        areas: areas?,
        other_competencies,
        roles: Vec::new(),
        form_names,
    };
    role_model.area_keys = by_key(role_model.areas.iter().map(|area| &area.key), AreaIndex);
    let former = former.into_iter().map(|(area, key)| (Some(area), key));
    for (area, key) in former.chain(removed.into_iter().map(|key| (None, key))) {
        add_former_key(area, key, &mut role_model, problems);
    }
    if let Some(node) = roles_node {
        role_model.roles = read_roles(file, node, &role_model, problems);
        role_model.role_keys = by_key(role_model.roles.iter().map(|role| &role.key), RoleIndex);
    }
    Some(role_model)
}

/// Adds a key of an earlier version; reports one that is already a key.
fn add_former_key(
    area: Option<AreaIndex>,
    key: Placed<Text>,
    role_model: &mut RoleModel,
    problems: &mut Problems,
) {
    let folded = fold(&key.value.0);
    let is_known = role_model.area_keys.contains_key(&folded) || role_model.former_keys.contains_key(&folded);
    if is_known {
        problems.push(Problem::new(Code::FormerKeyInUse, key.place).with("value", &key.value.0));
    } else {
        role_model.former_keys.insert(folded, area);
    }
}

/// Indices by folded key; the first of equal keys.
fn by_key<'a, T>(keys: impl Iterator<Item = &'a String>, index: impl Fn(usize) -> T) -> HashMap<String, T> {
    let mut by_key = HashMap::new();
    for (i, key) in keys.enumerate() {
        by_key.entry(fold(key)).or_insert_with(|| index(i));
    }
    by_key
}

fn read_scale(file: &Arc<SourceFile>, fields: &mut Section<'_>, problems: &mut Problems) -> Option<Scale> {
    let whole = fields.node(&role_model::SCALE).map(|node| Place::at(file, node.bytes.clone()));
    let nodes = fields.list(&role_model::SCALE);
    if nodes.is_empty() {
        fields.report_missing(&role_model::SCALE);
        return None;
    }
    let mut levels: Vec<ScaleLevel> = Vec::new();
    for node in nodes {
        let Some(mut level) = Section::open(file, node, &level::TABLE, problems) else { continue };
        let number = level.required::<LevelNumber>(&level::NUMBER, problems);
        let name = level.required::<Text>(&level::NAME, problems);
        level.finish(problems);
        let (Some(number), Some(name)) = (number, name) else { continue };
        if levels.last().is_some_and(|last| last.number >= number.value.0) {
            problems.push(Problem::new(Code::ScaleOutOfOrder, number.place));
            continue;
        }
        levels.push(ScaleLevel { number: number.value.0, name: name.value.0 });
    }
    if levels.len() < 2 {
        problems.push(Problem::new(Code::ScaleTooShort, whole.unwrap_or_else(|| fields.place().clone())));
        return None;
    }
    Some(Scale { levels })
}

fn read_areas(
    file: &Arc<SourceFile>,
    node: &Node,
    scale: &Scale,
    former_keys: &mut Vec<(AreaIndex, Placed<Text>)>,
    problems: &mut Problems,
) -> Option<Vec<Area>> {
    let mut areas = Vec::new();
    let mut has_invalid = false;
    for (key, entry) in named_entries(file, node, problems) {
        let Some(mut fields) = Section::open(file, &entry.value, &area::TABLE, problems) else {
            has_invalid = true;
            continue;
        };
        let name = fields.required::<Text>(&area::NAME, problems);
        let short_name = fields.value::<Text>(&area::SHORT_NAME, problems).map(|t| t.0);
        let description = fields.value::<Text>(&area::DESCRIPTION, problems).map(|t| t.0);
        let expected = fields
            .optional::<LevelNumber>(&area::EXPECTED, problems)
            .and_then(|level| scale.check(level, problems));
        let amu_coverage = fields.word(&area::AMU_COVERAGE, problems).map(|word| word.value);
        let competencies = read_competencies(file, fields.list(&area::COMPETENCIES), problems);
        let former = fields.values::<Text>(&area::FORMER, problems);
        fields.finish(problems);
        match name {
            Some(name) => {
                let index = AreaIndex(areas.len());
                areas.push(Area {
                    key: key.to_owned(),
                    name: name.value.0,
                    short_name,
                    description,
                    expected,
                    amu_coverage,
                    competencies,
                    former: former.iter().map(|key| key.value.0.clone()).collect(),
                });
                former_keys.extend(former.into_iter().map(|key| (index, key)));
            }
            None => has_invalid = true,
        }
    }
    if !AREA_COUNT.contains(&areas.len()) && !has_invalid {
        problems.push(
            Problem::new(Code::AreaCount, Place::at(file, node.bytes.clone())).with("count", areas.len()),
        );
    }
    // Without a radar nothing can be built; with too many areas it is merely less legible.
    (!has_invalid && (*AREA_COUNT.start()..=MAX_AREAS).contains(&areas.len())).then_some(areas)
}

fn read_competencies(file: &Arc<SourceFile>, nodes: &[Node], problems: &mut Problems) -> Vec<Competency> {
    nodes
        .iter()
        .filter_map(|node| {
            let mut fields = Section::open(file, node, &competency::TABLE, problems)?;
            let text = fields.required::<Text>(&competency::TEXT, problems);
            let kind = fields.word(&competency::KIND, problems).map(|word| word.value);
            let votes = fields.value::<Count>(&competency::VOTES, problems).map_or(0, |count| count.0);
            let added = fields.value::<YesNo>(&competency::ADDED, problems).is_some_and(|yes| yes.0);
            let questioned =
                fields.value::<YesNo>(&competency::QUESTIONED, problems).is_some_and(|yes| yes.0);
            fields.finish(problems);
            Some(Competency { text: text?.value.0, kind, votes, added, questioned })
        })
        .collect()
}

fn read_roles(
    file: &Arc<SourceFile>,
    node: &Node,
    role_model: &RoleModel,
    problems: &mut Problems,
) -> Vec<Role> {
    let mut roles = Vec::new();
    for (key, entry) in named_entries(file, node, problems) {
        let Some(mut fields) = Section::open(file, &entry.value, &role::TABLE, problems) else { continue };
        let name = fields.required::<Text>(&role::NAME, problems);
        let description = fields.value::<Text>(&role::DESCRIPTION, problems).map(|t| t.0);
        let levels = fields.node(&role::REQUIRES).map(|node| role_model.levels_in(file, node, problems));
        let levels = levels.unwrap_or_default().into_iter().enumerate();
        let requires = levels.filter_map(|(i, level)| Some((AreaIndex(i), level?))).collect();
        fields.finish(problems);
        if let Some(name) = name {
            roles.push(Role { key: key.to_owned(), name: name.value.0, description, requires });
        }
    }
    roles
}
