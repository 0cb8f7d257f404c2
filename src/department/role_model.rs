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
pub const AREA_COUNT: std::ops::RangeInclusive<usize> = 3..=24;
/// Limit of areas, to bound the work for a file that is not a role model.
const MAX_AREAS: usize = 100;

/// The role model of one department.
#[derive(Debug)]
pub struct RoleModel {
    /// The name.
    pub name: String,
    /// Where the role model comes from.
    pub source: Option<String>,
    /// The version.
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
    /// Own names of the forms of learning.
    pub form_names: FormNames,
    /// Areas by folded key.
    area_keys: HashMap<String, AreaIndex>,
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

/// Kind of a competency.
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

    /// The role with this key.
    pub fn role(&self, key: &str) -> Option<RoleIndex> {
        self.role_keys.get(&fold(key)).copied()
    }

    /// The area with this key in a file; reports an unknown one.
    pub(crate) fn area_at(&self, key: &str, place: Place, problems: &mut Problems) -> Option<AreaIndex> {
        let found = self.area(key);
        if found.is_none() {
            let keys = self.areas.iter().map(|area| area.key.as_str());
            let folded = fold(key);
            let has_name = |area: &&Area| {
                fold(&area.name) == folded
                    || area.short_name.as_deref().is_some_and(|name| fold(name) == folded)
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
        found
    }

    /// Reads a mapping of areas to levels, such as `økonomi: 3`; `None` for areas that are not given.
    pub(crate) fn levels_in(
        &self,
        file: &Arc<SourceFile>,
        node: &Node,
        problems: &mut Problems,
    ) -> Vec<Option<i64>> {
        let mut levels = vec![None; self.areas.len()];
        for (key, entry) in named_entries(file, node, problems) {
            let area = self.area_at(key, Place::at(file, entry.key.bytes.clone()), problems);
            let mut own = Problems::default();
            let level = self.scale.level_at(file, &entry.value, &mut own);
            let context = if file.kind == FileKind::Profile { "last-year" } else { "one" };
            problems.extend(own.into_iter().map(|problem| problem.replacing("where", context)));
            if let Some(area) = area {
                levels[area.0] = level;
            }
        }
        levels
    }

    /// The areas in a list, without duplicates; reports unknown ones.
    pub(crate) fn areas_in(&self, list: Vec<Placed<Text>>, problems: &mut Problems) -> Vec<AreaIndex> {
        let mut areas = Vec::new();
        for area in list {
            let text = &area.value.0;
            let found = one_or_several(text, |part| self.area(part))
                .unwrap_or_else(|| self.area_at(text, area.place, problems).into_iter().collect());
            for area in found {
                if !areas.contains(&area) {
                    areas.push(area);
                }
            }
        }
        areas
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
    let areas = match (fields.node(&role_model::AREAS), &scale) {
        (Some(node), Some(scale)) => read_areas(file, node, scale, problems),
        (Some(_), None) => None,
        (None, _) => {
            fields.report_missing(&role_model::AREAS);
            None
        }
    };
    let other_competencies = read_competencies(file, fields.list(&role_model::OTHER_COMPETENCIES), problems);
    let roles_node = fields.node(&role_model::ROLES);
    let form_names = learning_form::read(&mut fields, problems);
    fields.finish(problems);
    let mut role_model = RoleModel {
        name: name?.value.0,
        source,
        version,
        scale: scale?,
        presumed,
        area_keys: HashMap::new(),
        role_keys: HashMap::new(),
        areas: areas?,
        other_competencies,
        roles: Vec::new(),
        form_names,
    };
    role_model.area_keys = by_key(role_model.areas.iter().map(|area| &area.key), AreaIndex);
    if let Some(node) = roles_node {
        role_model.roles = read_roles(file, node, &role_model, problems);
        role_model.role_keys = by_key(role_model.roles.iter().map(|role| &role.key), RoleIndex);
    }
    Some(role_model)
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
        fields.finish(problems);
        match name {
            Some(name) => areas.push(Area {
                key: key.to_owned(),
                name: name.value.0,
                short_name,
                description,
                expected,
                amu_coverage,
                competencies,
            }),
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
