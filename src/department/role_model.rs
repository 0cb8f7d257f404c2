//! `rollemodel.yaml`: what the good secretary can, in areas, on a scale.

use std::collections::HashMap;
use std::sync::Arc;

use strum::{IntoStaticStr, VariantArray};

use super::level_text::{self, LevelText};
use super::values::{Count, LevelNumber, Text, YesNo};
use crate::fields::{area, competency, level, role, role_model};
use crate::problem::{Code, Problem, Problems};
use crate::source::section::{Section, leaf, named_entries};
use crate::source::spelling::{fold, listed};
use crate::source::tree::{Node, Value};
use crate::source::{FileKind, Place, Placed, SourceFile};

/// A radar needs three axes, and can hold 24 that are still told apart.
pub const AREA_COUNT: std::ops::RangeInclusive<usize> = 3..=24;
/// With more areas than these a file is no role model, and everything takes too long.
const MOST_AREAS: usize = 100;

/// The role model of one department.
#[derive(Debug)]
pub struct RoleModel {
    /// What it is called.
    pub name: String,
    /// Where it comes from.
    pub source: Option<String>,
    /// Its version.
    pub version: Option<String>,
    /// The steps of competence.
    pub scale: Scale,
    /// What any trained office worker is presumed to know.
    pub presumed: Vec<String>,
    /// The areas, in the order of the radar's axes, clockwise from the top.
    pub areas: Vec<Area>,
    /// Competencies that belong to no area.
    pub other_competencies: Vec<Competency>,
    /// The roles that a school must cover.
    pub roles: Vec<Role>,
    /// Each area by its folded key.
    area_keys: HashMap<String, AreaIndex>,
    /// Each role by its folded key.
    role_keys: HashMap<String, RoleIndex>,
}

/// Which area of [`RoleModel::areas`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AreaIndex(pub usize);

/// Which role of [`RoleModel::roles`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RoleIndex(pub usize);

/// The steps, lowest first.
#[derive(Debug)]
pub struct Scale {
    /// At least two, in rising order of their numbers.
    pub levels: Vec<ScaleLevel>,
}

/// A named step.
#[derive(Debug)]
pub struct ScaleLevel {
    /// What profiles write.
    pub number: i64,
    /// What it means.
    pub name: String,
}

/// One axis of the radar.
#[derive(Debug)]
pub struct Area {
    /// What profiles write.
    pub key: String,
    /// Its name in documents.
    pub name: String,
    /// The label on the radar, where the name is too long.
    pub short_name: Option<String>,
    /// One or two lines.
    pub description: Option<String>,
    /// The role model's own level.
    pub expected: Option<i64>,
    /// How far AMU courses cover it.
    pub amu_coverage: Option<AmuCoverage>,
    /// What it consists of.
    pub competencies: Vec<Competency>,
}

/// How far labour-market courses (AMU) cover an area.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray, IntoStaticStr)]
pub enum AmuCoverage {
    /// Wholly.
    #[strum(serialize = "fuld")]
    Full,
    /// In part.
    #[strum(serialize = "delvis")]
    Partial,
    /// Not at all.
    #[strum(serialize = "ingen")]
    None,
}

/// One thing that the good secretary can.
#[derive(Debug)]
pub struct Competency {
    /// In the source's words.
    pub text: String,
    /// Personal or professional.
    pub kind: Option<CompetencyKind>,
    /// How many found it important.
    pub votes: u32,
    /// Added by the focus group.
    pub added: bool,
    /// Questioned by the focus group.
    pub questioned: bool,
}

/// The two kinds of competency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray, IntoStaticStr)]
pub enum CompetencyKind {
    /// How one is.
    #[strum(serialize = "personlig")]
    Personal,
    /// What one has learnt.
    #[strum(serialize = "faglig")]
    Professional,
}

/// A role that somebody at each school must fill.
#[derive(Debug)]
pub struct Role {
    /// What profiles write.
    pub key: String,
    /// Its name in documents.
    pub name: String,
    /// One line.
    pub description: Option<String>,
    /// The level it asks of each area that it asks anything of.
    pub requires: Vec<(AreaIndex, i64)>,
}

impl Scale {
    /// The step with this number, counted from the lowest.
    pub fn position(&self, number: i64) -> Option<usize> {
        self.levels.iter().position(|level| level.number == number)
    }

    /// All numbers, as `0, 1, 2`.
    pub fn numbers(&self) -> String {
        let numbers: Vec<String> = self.levels.iter().map(|level| level.number.to_string()).collect();
        listed(numbers.iter().map(String::as_str))
    }

    /// The level at `node`, typed as a number, by name or both; `None` also where it is not
    /// known yet or the area is not relevant.
    pub(crate) fn level_at(
        &self,
        file: &Arc<SourceFile>,
        node: &Node,
        problems: &mut Problems,
    ) -> Option<i64> {
        // A sign for "not known yet" reads as nothing that has a place.
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

    /// Reports a level that this scale does not have.
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
    /// The area with this key, in any spelling.
    pub fn area(&self, key: &str) -> Option<AreaIndex> {
        self.area_keys.get(&fold(key)).copied()
    }

    /// The role with this key, in any spelling.
    pub fn role(&self, key: &str) -> Option<RoleIndex> {
        self.role_keys.get(&fold(key)).copied()
    }

    /// The area named in a file, or a problem with the nearest one.
    pub(crate) fn area_at(&self, key: &str, place: Place, problems: &mut Problems) -> Option<AreaIndex> {
        let found = self.area(key);
        if found.is_none() {
            let keys = self.areas.iter().map(|area| area.key.as_str());
            let folded = fold(key);
            let named = |area: &&Area| {
                fold(&area.name) == folded
                    || area.short_name.as_deref().is_some_and(|name| fold(name) == folded)
            };
            let named = self.areas.iter().find(named).map(|area| area.key.as_str());
            let nearest = named.or_else(|| place.file.nearest(key, keys.clone()));
            problems.push(
                Problem::new(Code::UnknownArea, place)
                    .with("value", key)
                    .with("words", listed(keys))
                    .suggesting(nearest),
            );
        }
        found
    }

    /// A level for each area, as `økonomi: 3` under some key; `None` where not given.
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
            let place = if file.kind == FileKind::Profile { "last-year" } else { "one" };
            problems.extend(own.into_iter().map(|problem| problem.replacing("where", place)));
            if let Some(area) = area {
                levels[area.0] = level;
            }
        }
        levels
    }

    /// The areas named in a list, each once.
    pub(crate) fn areas_in(&self, list: Vec<Placed<Text>>, problems: &mut Problems) -> Vec<AreaIndex> {
        let mut areas = Vec::new();
        for area in list {
            let area = self.area_at(&area.value.0, area.place, problems);
            areas.extend(area.filter(|area| !areas.contains(area)));
        }
        areas
    }
}

/// The problem of a value whose number and name are two different levels.
pub(super) fn ambiguous_level(file: &Arc<SourceFile>, node: &Node, one: i64, other: i64) -> Problem {
    Problem::new(Code::AmbiguousLevel, Place::at(file, node.bytes.clone()))
        .with("value", node.text().unwrap_or_default())
        .with("one", one)
        .with("other", other)
}

/// Reads the role model; `None` where a key is missing without which nothing can be built.
pub fn read(file: &Arc<SourceFile>, root: &Node, problems: &mut Problems) -> Option<RoleModel> {
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
            fields.missing(&role_model::AREAS);
            None
        }
    };
    let other_competencies = read_competencies(file, fields.list(&role_model::OTHER_COMPETENCIES), problems);
    let roles_node = fields.node(&role_model::ROLES);
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
    };
    role_model.area_keys = by_key(role_model.areas.iter().map(|area| &area.key), AreaIndex);
    if let Some(node) = roles_node {
        role_model.roles = read_roles(file, node, &role_model, problems);
        role_model.role_keys = by_key(role_model.roles.iter().map(|role| &role.key), RoleIndex);
    }
    Some(role_model)
}

/// The place of each key under its folded spelling; of equal ones the first.
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
        fields.missing(&role_model::SCALE);
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
    let mut nameless = false;
    for (key, entry) in named_entries(file, node, problems) {
        let Some(mut fields) = Section::open(file, &entry.value, &area::TABLE, problems) else {
            nameless = true;
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
            None => nameless = true,
        }
    }
    if !AREA_COUNT.contains(&areas.len()) && !nameless {
        problems.push(
            Problem::new(Code::AreaCount, Place::at(file, node.bytes.clone())).with("count", areas.len()),
        );
    }
    // Without three areas there is no radar, so nothing can be built; more than
    // 24 are built, only not as clearly, as long as they can be areas at all.
    (!nameless && (*AREA_COUNT.start()..=MOST_AREAS).contains(&areas.len())).then_some(areas)
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
        let asked = levels.unwrap_or_default().into_iter().enumerate();
        let requires = asked.filter_map(|(i, level)| Some((AreaIndex(i), level?))).collect();
        fields.finish(problems);
        if let Some(name) = name {
            roles.push(Role { key: key.to_owned(), name: name.value.0, description, requires });
        }
    }
    roles
}
