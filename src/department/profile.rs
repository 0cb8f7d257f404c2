//! `<school>/<person>.yaml`: one secretary's levels, wishes and plan.

use std::sync::Arc;

use jiff::civil::Date;
use strum::{IntoStaticStr, VariantArray};

use super::Shared;
use super::catalogue::{Course, CourseIndex, LearningForm};
use super::level_text::{self, LevelText};
use super::role_model::{AreaIndex, RoleIndex, ambiguous_level};
use super::settings::SchoolIndex;
use super::values::{Day, LastDay, LevelChange, Text, YesNo};
use crate::fields::{Field, activity, area_levels, consent, past_activity, profile};
use crate::problem::{Code, Problem, Problems};
use crate::source::section::{Section, leaf, named_entries};
use crate::source::spelling::{Word, fold, listed};
use crate::source::tree::{Entry, Node, Value};
use crate::source::{Place, Placed, SourceFile};

/// Days before a deadline from which it is near.
pub const SOON_DUE_DAYS: i32 = 60;
/// More lines than a year can hold; a file with more is a mistake.
pub const MAX_ACTIVITIES: usize = 200;

/// One secretary.
#[derive(Debug)]
pub struct Profile {
    /// The file.
    pub file: Arc<SourceFile>,
    /// Her name and where it stands.
    pub name: Placed<String>,
    /// Her school.
    pub school: SchoolIndex,
    /// Her title.
    pub position: Option<String>,
    /// Her leader; the school's where the file names none.
    pub leader: Option<String>,
    /// The day of the yearly talk (*MUS*).
    pub talk: Option<Date>,
    /// The day on which the plan was agreed; a draft without it.
    pub agreed: Option<Date>,
    /// Where these dates stand.
    pub date_places: DatePlaces,
    /// The roles she fills.
    pub roles: Vec<RoleIndex>,
    /// Her levels, one for each area of the role model, `None` where not filled in.
    pub levels: Vec<Option<AreaLevels>>,
    /// The areas that are no part of her work, in order.
    pub not_relevant: Vec<AreaIndex>,
    /// Last round's level for each area, `None` where not known.
    pub last_year: Vec<Option<i64>>,
    /// Last round's plan.
    pub last_plan: Vec<PastActivity>,
    /// The finished courses that the catalogue has.
    pub finished: Vec<CourseIndex>,
    /// The finished courses that it does not have, as written.
    pub finished_elsewhere: Vec<String>,
    /// The plan's lines.
    pub plan: Vec<Activity>,
    /// When the plan is followed up.
    pub follow_up: Option<Date>,
    /// What she has agreed to.
    pub consent: Consent,
}

/// Places of a profile's own dates, for what is said of them.
#[derive(Debug, Default)]
pub struct DatePlaces {
    /// Of the talk.
    pub talk: Option<Place>,
    /// Of the agreement.
    pub agreed: Option<Place>,
    /// Of the follow-up.
    pub follow_up: Option<Place>,
}

impl Profile {
    /// Whether she has filled in a level in at least one area.
    pub fn is_filled_in(&self) -> bool {
        self.levels.iter().any(Option::is_some)
    }

    /// Whether no course need be found for her any more: she has finished it, or her
    /// plan says that it is done, dropped or put off.
    pub fn is_settled(&self, course: CourseIndex) -> bool {
        let mut lines = self.plan.iter().filter(|line| line.is_course(course)).peekable();
        match lines.peek() {
            Some(_) => lines.all(|line| !line.is_to_come()),
            None => self.finished.contains(&course),
        }
    }
}

/// The levels of one area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaLevels {
    /// The level now.
    pub current: i64,
    /// The level she wants.
    pub wanted: i64,
    /// How important it is.
    pub priority: Option<Priority>,
    /// A remark, printed on her own plan only.
    pub remark: Option<String>,
}

impl AreaLevels {
    /// Wanted minus current; below zero where she wants to let go.
    pub fn gap(&self) -> i64 {
        self.wanted - self.current
    }
}

/// How important a competence is, set by leader and secretary together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, VariantArray, IntoStaticStr)]
pub enum Priority {
    /// Needed.
    #[strum(serialize = "nødvendig")]
    Need,
    /// Nice to have.
    #[strum(serialize = "rar")]
    Nice,
}

impl Priority {
    /// The word that a profile writes.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// A line of last year's plan.
#[derive(Debug, PartialEq, Eq)]
pub struct PastActivity {
    /// The goal.
    pub goal: String,
    /// What became of it.
    pub status: Option<Status>,
}

/// A line of the plan.
#[derive(Debug)]
pub struct Activity {
    /// The goal.
    pub goal: Option<String>,
    /// The area it serves.
    pub area: Option<AreaIndex>,
    /// What is done.
    pub what: What,
    /// Who sees to it.
    pub responsible: Option<Responsible>,
    /// When it is to be done.
    pub deadline: Option<Date>,
    /// Where the deadline stands.
    pub deadline_place: Option<Place>,
    /// The first day of the course's session (*hold*) that she takes.
    pub session: Option<Placed<Date>>,
    /// Who keeps the office meanwhile; `None` also where the file says that nobody does.
    pub stand_in: Option<String>,
    /// How far it is.
    pub status: Option<Status>,
}

impl Activity {
    /// Whether nothing more is to come of the line.
    pub fn is_closed(&self) -> bool {
        self.status.is_some_and(Status::is_closed)
    }

    /// Whether the line is to be done in the plan's own time: neither closed nor put off.
    pub fn is_to_come(&self) -> bool {
        !self.is_closed() && self.status != Some(Status::Postponed)
    }

    /// Whether the line is this course.
    pub fn is_course(&self, course: CourseIndex) -> bool {
        matches!(self.what, What::Course(own) if own == course)
    }

    /// Whether the line should have been done before the day `on`.
    pub fn is_overdue(&self, on: Date) -> bool {
        self.is_to_come() && self.deadline.is_some_and(|deadline| deadline < on)
    }
}

/// What a plan line does.
#[derive(Debug)]
pub enum What {
    /// A course of the catalogue.
    Course(CourseIndex),
    /// A form of learning, perhaps with a colleague.
    Form(LearningForm, Option<Placed<String>>),
    /// Free text.
    Text(String),
    /// Not said yet.
    Open,
}

/// Who sees to a plan line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Responsible {
    /// Her leader.
    Leader,
    /// Herself.
    Employee,
    /// The department.
    Department,
    /// Somebody by name.
    Named(String),
}

/// The three words for who sees to a plan line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray, IntoStaticStr)]
pub enum ResponsibleRole {
    /// The person's leader.
    #[strum(serialize = "leder")]
    Leader,
    /// The person.
    #[strum(serialize = "medarbejder")]
    Employee,
    /// The department.
    #[strum(serialize = "skoleafdelingen")]
    Department,
}

impl From<ResponsibleRole> for Responsible {
    fn from(role: ResponsibleRole) -> Self {
        match role {
            ResponsibleRole::Leader => Self::Leader,
            ResponsibleRole::Employee => Self::Employee,
            ResponsibleRole::Department => Self::Department,
        }
    }
}

impl Responsible {
    /// The canonical word, or the name.
    pub fn canonical(&self) -> &str {
        match self {
            Self::Leader => ResponsibleRole::Leader.into(),
            Self::Employee => ResponsibleRole::Employee.into(),
            Self::Department => ResponsibleRole::Department.into(),
            Self::Named(name) => name,
        }
    }

    /// Reads what [`Responsible::canonical`] wrote.
    pub fn from_canonical(text: String) -> Self {
        ResponsibleRole::from_canonical(&text).map_or(Self::Named(text), Self::from)
    }

    /// What a profile means: one of the three words in any language, else a person.
    pub fn from_written(name: String) -> Self {
        ResponsibleRole::from_word(&name).map_or(Self::Named(name), Self::from)
    }
}

/// How far a plan line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, VariantArray, IntoStaticStr)]
pub enum Status {
    /// Proposed.
    #[strum(serialize = "foreslået")]
    Proposed,
    /// Agreed.
    #[strum(serialize = "aftalt")]
    Agreed,
    /// Signed up.
    #[strum(serialize = "tilmeldt")]
    Enrolled,
    /// Under way.
    #[strum(serialize = "i gang")]
    Started,
    /// Done.
    #[strum(serialize = "gennemført")]
    Done,
    /// Put off.
    #[strum(serialize = "udskudt")]
    Postponed,
    /// Dropped.
    #[strum(serialize = "bortfaldet")]
    Dropped,
}

impl Status {
    /// Whether nothing more is to come of a line with this status.
    pub fn is_closed(self) -> bool {
        matches!(self, Self::Done | Self::Dropped)
    }
}

/// What a person has agreed to; nothing, unless the file says so.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Consent {
    /// May stand in the public booklet.
    pub booklet: bool,
    /// May be named as one who teaches.
    pub teaches: Teaches,
}

/// The areas that a person has agreed to teach.
#[derive(Debug, Default, PartialEq, Eq)]
pub enum Teaches {
    /// None.
    #[default]
    Nothing,
    /// Every area.
    Everything,
    /// These.
    Areas(Vec<AreaIndex>),
}

impl Teaches {
    /// Whether `area` is among them.
    pub fn covers(&self, area: AreaIndex) -> bool {
        match self {
            Self::Nothing => false,
            Self::Everything => true,
            Self::Areas(areas) => areas.contains(&area),
        }
    }
}

/// Reads one profile; `None` where a key is missing without which there is no plan.
pub(crate) fn read(
    file: &Arc<SourceFile>,
    root: &Node,
    shared: Shared<'_>,
    problems: &mut Problems,
) -> Option<Profile> {
    let role_model = shared.role_model;
    let mut fields = Section::open(file, root, &profile::TABLE, problems)?;
    let name = fields.required::<Text>(&profile::NAME, problems);
    let school = fields
        .required::<Text>(&profile::SCHOOL, problems)
        .and_then(|school| school_at(school, shared, problems));
    let position = fields.value::<Text>(&profile::POSITION, problems).map(|t| t.0);
    let leader = fields.value::<Text>(&profile::LEADER, problems).map(|t| t.0);
    let talk = fields.optional::<Day>(&profile::TALK, problems);
    let agreed = fields.optional::<Day>(&profile::AGREED, problems);
    let roles = read_roles(fields.values(&profile::ROLES, problems), shared, problems);
    let (levels, not_relevant) = match fields.node(&profile::LEVELS) {
        Some(node) => read_levels(file, node, shared, problems),
        None => {
            fields.missing(&profile::LEVELS);
            Default::default()
        }
    };
    areas_at_the_margin(file, &mut fields, shared, problems);
    let last_year = match fields.node(&profile::LAST_YEAR) {
        Some(node) => role_model.levels_in(file, node, problems),
        None => vec![None; role_model.areas.len()],
    };
    without_dashes(file, &mut fields, &profile::LAST_PLAN, problems);
    let last_plan = read_past_plan(file, fields.list(&profile::LAST_PLAN), problems);
    let mut finished = Vec::new();
    let mut finished_elsewhere = Vec::new();
    for course in fields.values::<Text>(&profile::FINISHED, problems) {
        match shared.catalogue.course_named(&course.value.0) {
            Some(index) => finished.push(index),
            None if let several @ [_, ..] = &shared.catalogue.courses_named(&course.value.0)[..] => {
                finished.extend_from_slice(several);
            }
            None if !shared.catalogue.present || shared.catalogue.left_out(&course.value.0).is_some() => {
                finished_elsewhere.push(course.value.0);
            }
            None => {
                let nearest = nearest_course(&course, shared);
                problems.push(
                    Problem::new(Code::UnknownFinishedCourse, course.place)
                        .with("value", &course.value.0)
                        .suggesting(nearest),
                );
                finished_elsewhere.push(course.value.0);
            }
        }
    }
    let mut plan = read_plan(file, &mut fields, shared, problems);
    let follow_up = fields.optional::<Day>(&profile::FOLLOW_UP, problems);
    let consent = read_consent(&mut fields, shared, problems);
    fields.finish(problems);
    let (name, school) = (name?, school?);
    let leader = leader.or_else(|| shared.settings.schools[school.0].leader.clone());
    for line in &mut plan {
        line.stand_in = line.stand_in.take().filter(|stand_in| is_stand_in(stand_in, &name.value.0));
    }
    let day = |day: &Option<Placed<Day>>| day.as_ref().map(|day| day.value.0);
    let (talk_day, agreed_day, follow_up_day) = (day(&talk), day(&agreed), day(&follow_up));
    let place = |day: Option<Placed<Day>>| day.map(|day| day.place);
    Some(Profile {
        file: Arc::clone(file),
        name: Placed { value: name.value.0, place: name.place },
        school,
        position,
        leader,
        talk: talk_day,
        agreed: agreed_day,
        date_places: DatePlaces { talk: place(talk), agreed: place(agreed), follow_up: place(follow_up) },
        roles,
        levels,
        not_relevant,
        last_year,
        last_plan,
        finished,
        finished_elsewhere,
        plan,
        follow_up: follow_up_day,
        consent,
    })
}

#[rustfmt::skip]
/// What stands in place of a stand-in where there is none, folded, in the languages of the files.
const NO_STAND_IN: &[&str] = &[
    // Danish
    "ingen", "ingen_endnu", "endnu_ingen", "ingen_afløser", "ikke_aftalt", "ikke_aftalt_endnu", "ikke_fundet",
    "ved_ikke", "ved_ikke_endnu", "det_ved_jeg_ikke", "vides_ikke", "uvist", "ukendt", "mangler", "nej", "selv",
    "mig", "mig_selv", "jeg", "jeg_selv",
    // Swedish
    "inga", "ingen_än", "vet_ej", "vet_inte", "saknas", "okänd", "själv", "jag", "jag_själv",
    // Norwegian
    "ingen_ennå", "vet_ikke", "meg", "meg_selv", "jeg_sjølv", "ikke_avtalt",
    // English
    "none", "none_yet", "nobody", "no_one", "noone", "no", "unknown", "not_known", "dont_know", "don't_know", "tbd",
    "me", "myself", "n/a", "na",
];

/// Whether `stand_in` names somebody else than the person called `name`.
fn is_stand_in(stand_in: &str, name: &str) -> bool {
    let bare = stand_in.trim_matches(|c: char| !c.is_alphanumeric());
    let folded = fold(bare);
    !bare.is_empty() && folded != fold(name) && NO_STAND_IN.iter().all(|word| fold(word) != folded)
}

fn school_at(school: Placed<Text>, shared: Shared<'_>, problems: &mut Problems) -> Option<SchoolIndex> {
    let found = shared.settings.school(&school.value.0);
    if let Some(found) = found {
        let folders: Vec<&str> = school.place.file.name.split('/').rev().skip(1).collect();
        let named = folders.iter().find_map(|folder| Some((folder, shared.settings.school(folder)?)));
        if let Some((folder, _)) = named.filter(|(_, other)| *other != found) {
            problems.push(
                Problem::new(Code::FolderOfAnotherSchool, school.place.clone())
                    .with("folder", folder)
                    .with("value", &school.value.0),
            );
        }
    } else {
        let names = shared.settings.schools.iter().map(|school| school.name.as_str());
        let file = Arc::clone(&school.place.file);
        problems.push(
            Problem::new(Code::UnknownSchool, school.place)
                .with("value", &school.value.0)
                .with("words", listed(names.clone()))
                .suggesting(file.nearest(&school.value.0, names)),
        );
    }
    found
}

fn read_roles(roles: Vec<Placed<Text>>, shared: Shared<'_>, problems: &mut Problems) -> Vec<RoleIndex> {
    let mut found = Vec::new();
    for role in roles {
        match shared.role_model.role(&role.value.0) {
            Some(index) if found.contains(&index) => {}
            Some(index) => found.push(index),
            None => {
                let file = Arc::clone(&role.place.file);
                let keys = shared.role_model.roles.iter().map(|role| role.key.as_str());
                problems.push(
                    Problem::new(Code::UnknownRole, role.place)
                        .with("value", &role.value.0)
                        .with("words", listed(keys.clone()))
                        .suggesting(file.nearest(&role.value.0, keys)),
                );
            }
        }
    }
    found
}

/// The levels of each area, and the areas that are not relevant.
fn read_levels(
    file: &Arc<SourceFile>,
    node: &Node,
    shared: Shared<'_>,
    problems: &mut Problems,
) -> (Vec<Option<AreaLevels>>, Vec<AreaIndex>) {
    let role_model = shared.role_model;
    let mut levels = vec![None; role_model.areas.len()];
    let mut not_relevant = Vec::new();
    for (key, entry) in named_entries(file, node, problems) {
        let place = Place::at(file, entry.key.bytes.clone());
        let area = role_model.area_at(key, place, problems);
        let read = match &entry.value.value {
            // An area that stands there without a level is not filled in yet.
            Value::Scalar(text) if text.is_empty() => continue,
            Value::Mapping(_) => read_long_form(file, &entry.value, shared, problems),
            _ => read_short_form(file, &entry.value, shared, problems),
        };
        match (area, read) {
            (Some(area), ReadArea::Levels(read)) => levels[area.0] = Some(read),
            (Some(area), ReadArea::NotRelevant) => not_relevant.push(area),
            _ => {}
        }
    }
    not_relevant.sort_unstable();
    (levels, not_relevant)
}

/// What a profile says of an area.
enum ReadArea {
    Levels(AreaLevels),
    NotRelevant,
    /// Not known yet, or not read for a problem.
    Nothing,
}

impl From<Option<AreaLevels>> for ReadArea {
    fn from(levels: Option<AreaLevels>) -> Self {
        levels.map_or(Self::Nothing, Self::Levels)
    }
}

fn read_short_form(
    file: &Arc<SourceFile>,
    node: &Node,
    shared: Shared<'_>,
    problems: &mut Problems,
) -> ReadArea {
    let scale = &shared.role_model.scale;
    let change = match node.text().map(|raw| level_text::read(raw, scale)) {
        Some(LevelText::NotKnown) => return ReadArea::Nothing,
        Some(LevelText::NotRelevant) => return ReadArea::NotRelevant,
        Some(LevelText::Ambiguous(one, other)) => {
            problems.push(ambiguous_level(file, node, one, other));
            return ReadArea::Nothing;
        }
        Some(LevelText::Levels(plain)) => {
            let plain = Node { bytes: node.bytes.clone(), value: Value::Scalar(plain) };
            leaf::<LevelChange>(file, &plain, problems)
        }
        Some(LevelText::Plain) | None => leaf::<LevelChange>(file, node, problems),
    };
    let Some(change) = change else { return ReadArea::Nothing };
    let mut check = |level| {
        let level = Placed { value: level, place: change.place.clone() };
        scale.check(level, problems)
    };
    let current = check(change.value.current);
    let wanted =
        if change.value.wanted == change.value.current { current } else { check(change.value.wanted) };
    let levels = current.zip(wanted);
    levels.map(|(current, wanted)| AreaLevels { current, wanted, priority: None, remark: None }).into()
}

fn read_long_form(
    file: &Arc<SourceFile>,
    node: &Node,
    shared: Shared<'_>,
    problems: &mut Problems,
) -> ReadArea {
    let scale = &shared.role_model.scale;
    let Some(mut fields) = Section::open(file, node, &area_levels::TABLE, problems) else {
        return ReadArea::Nothing;
    };
    let current_node = fields.node(&area_levels::CURRENT);
    let wanted_node = fields.node(&area_levels::WANTED);
    let says = |node: Option<&Node>, what: &LevelText| {
        node.and_then(Node::text).is_some_and(|raw| level_text::read(raw, scale) == *what)
    };
    let is_not_relevant = says(current_node, &LevelText::NotRelevant);
    let is_not_known = says(current_node, &LevelText::NotKnown);
    let wanted_node = wanted_node.filter(|node| !says(Some(node), &LevelText::NotKnown));
    let mut level = |node: Option<&Node>| scale.level_at(file, node?, problems);
    let current = level(current_node);
    let wanted = level(wanted_node);
    let priority = fields.word(&area_levels::PRIORITY, problems).map(|word| word.value);
    let remark = fields.value::<Text>(&area_levels::REMARK, problems).map(|t| t.0);
    if current_node.is_none() && !fields.has(&area_levels::CURRENT) {
        problems.push(Problem::new(Code::MissingCurrentLevel, fields.place().clone()));
    }
    fields.finish(problems);
    if is_not_relevant {
        return ReadArea::NotRelevant;
    }
    let Some(current) = current.filter(|_| !is_not_known) else { return ReadArea::Nothing };
    match (wanted_node, wanted) {
        (Some(_), None) => ReadArea::Nothing,
        (_, wanted) => {
            ReadArea::Levels(AreaLevels { current, wanted: wanted.unwrap_or(current), priority, remark })
        }
    }
}

/// Reports areas that begin at the margin instead of below `profil:`.
fn areas_at_the_margin(
    file: &Arc<SourceFile>,
    fields: &mut Section<'_>,
    shared: Shared<'_>,
    problems: &mut Problems,
) {
    let is_area = |entry: &&Entry| {
        // A blank of another kind is a slip of its own.
        let is_plain = !file.text[entry.key.bytes.clone()].starts_with(char::is_whitespace);
        is_plain && entry.key.text().is_some_and(|key| shared.role_model.area(key).is_some())
    };
    let mut runs: Vec<(Option<&Entry>, Vec<&Entry>)> = Vec::new();
    let mut above: Option<&Entry> = None;
    for (entry, is_known) in fields.all_entries() {
        match runs.last_mut() {
            _ if is_known || !is_area(&entry) => above = Some(entry),
            Some((_, run)) if above.is_none() => run.push(entry),
            _ => runs.push((above.take(), vec![entry])),
        }
    }
    for (above, run) in runs {
        let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
        run.iter().for_each(|entry| fields.explain(entry));
        let place = Place::at(file, first.key.bytes.clone());
        let mut problem = Problem::new(Code::WrongIndentation, place);
        if let Some(levels) = above.filter(|above| above.is(&profile::LEVELS)) {
            fields.explain(levels);
            let column = levels.value.entries().first().map_or(2, |area| file.column(area.key.bytes.start));
            let lines = file.lines_of(&(first.key.bytes.start..last.value.bytes.end.max(last.key.bytes.end)));
            let indented: Vec<String> = file.text[lines.clone()]
                .split('\n')
                .map(|line| if line.trim().is_empty() { line.to_owned() } else { " ".repeat(column) + line })
                .collect();
            problem = problem.fixed_by(lines, indented.join("\n"));
        }
        problems.push(problem);
    }
}

fn read_past_plan(file: &Arc<SourceFile>, nodes: &[Node], problems: &mut Problems) -> Vec<PastActivity> {
    nodes
        .iter()
        .filter_map(|node| {
            let mut fields = Section::open(file, node, &past_activity::TABLE, problems)?;
            let goal = fields.required::<Text>(&past_activity::GOAL, problems);
            let status = fields.word(&past_activity::STATUS, problems).map(|word| word.value);
            fields.finish(problems);
            Some(PastActivity { goal: goal?.value.0, status })
        })
        .collect()
}

fn read_plan(
    file: &Arc<SourceFile>,
    fields: &mut Section<'_>,
    shared: Shared<'_>,
    problems: &mut Problems,
) -> Vec<Activity> {
    without_dashes(file, fields, &profile::PLAN, problems);
    let nodes = fields.list(&profile::PLAN);
    if let Some(first_too_many) = nodes.get(MAX_ACTIVITIES) {
        let place = Place::at(file, first_too_many.bytes.clone());
        problems.push(
            Problem::new(Code::TooManyActivities, place)
                .with("count", nodes.len())
                .with("most", MAX_ACTIVITIES),
        );
        return Vec::new();
    }
    nodes.iter().filter_map(|node| read_activity(file, node, shared, problems)).collect()
}

/// Reports a list of several items none of which begins with a dash: the first key comes
/// again where the next item begins.
fn without_dashes(
    file: &Arc<SourceFile>,
    fields: &mut Section<'_>,
    field: &'static Field,
    problems: &mut Problems,
) {
    let Some(node) = fields.node(field) else { return };
    let entries = node.entries();
    let Some(first) =
        entries.first().filter(|first| file.text[..first.key.bytes.start].ends_with([' ', '\n']))
    else {
        return;
    };
    let key = |entry: &Entry| entry.key.text().map(fold);
    let begins: Vec<bool> = entries.iter().map(|entry| key(entry) == key(first)).collect();
    let on_own_lines =
        entries.iter().all(|entry| file.line(entry.key.bytes.start).1.indent_end == entry.key.bytes.start);
    if begins.iter().filter(|begins| **begins).count() < 2 || !on_own_lines {
        return;
    }
    let last = entries.last().map_or(node.bytes.end, |last| last.value.bytes.end.max(last.key.bytes.end));
    let lines = file.lines_of(&(first.key.bytes.start..last));
    let starts: Vec<usize> =
        entries.iter().zip(&begins).filter(|(_, begins)| **begins).map(|(e, _)| e.key.bytes.start).collect();
    let mut at = lines.start;
    let mut put = String::new();
    for line in file.text[lines.clone()].split_inclusive('\n') {
        let indent = line.len() - line.trim_start_matches(' ').len();
        let mark = if starts.contains(&(at + indent)) { "- " } else { "  " };
        match line.trim().is_empty() {
            true => put.push_str(line),
            false => put.push_str(&format!("{}{mark}{}", &line[..indent], &line[indent..])),
        }
        at += line.len();
    }
    let place = Place::at(file, first.key.bytes.clone());
    problems.push(Problem::new(Code::NotADash, place).fixed_by(lines, put));
    fields.leave_out(field);
}

fn read_activity(
    file: &Arc<SourceFile>,
    node: &Node,
    shared: Shared<'_>,
    problems: &mut Problems,
) -> Option<Activity> {
    let mut fields = Section::open(file, node, &activity::TABLE, problems)?;
    let goal = fields.value::<Text>(&activity::GOAL, problems).map(|t| t.0);
    let area = fields
        .optional::<Text>(&activity::AREA, problems)
        .and_then(|area| shared.role_model.area_at(&area.value.0, area.place, problems));
    let what = read_what(&mut fields, shared, problems);
    let responsible = fields
        .value::<Text>(&activity::RESPONSIBLE, problems)
        .map(|Text(name)| Responsible::from_written(name));
    let deadline = fields.optional::<LastDay>(&activity::DEADLINE, problems);
    let session = fields.optional::<Day>(&activity::SESSION, problems);
    let stand_in = fields.value::<Text>(&activity::STAND_IN, problems).map(|t| t.0);
    let status = fields.word(&activity::STATUS, problems).map(|word| word.value);
    fields.finish(problems);
    let (deadline, deadline_place) = deadline.map(|day| (day.value.0, day.place)).unzip();
    let session = session.map(|day| Placed { value: day.value.0, place: day.place });
    if let (Some(session), What::Course(course)) = (&session, &what) {
        check_session(session, &shared.catalogue.courses[course.0], problems);
    }
    Some(Activity { goal, area, what, responsible, deadline, deadline_place, session, stand_in, status })
}

/// Warns of a session that `course` does not have, where the catalogue knows any.
fn check_session(session: &Placed<Date>, course: &Course, problems: &mut Problems) {
    let starts = || course.sessions.iter().map(|session| session.start);
    if starts().next().is_some() && !starts().any(|start| start == session.value) {
        let words = starts().map(|start| start.to_string()).collect::<Vec<_>>().join(", ");
        problems.push(Problem::new(Code::UnknownSession, session.place.clone()).with("words", words));
    }
}

fn read_what(fields: &mut Section<'_>, shared: Shared<'_>, problems: &mut Problems) -> What {
    let course = fields.optional::<Text>(&activity::COURSE, problems);
    let form = fields.word::<LearningForm>(&activity::FORM, problems);
    let mentor = fields
        .optional::<Text>(&activity::MENTOR, problems)
        .map(|mentor| Placed { value: mentor.value.0, place: mentor.place })
        .filter(|mentor| !level_text::is_not_known(&mentor.value));
    let text = fields.optional::<Text>(&activity::TEXT, problems);
    let given =
        [course.as_ref().map(|c| &c.place), form.as_ref().map(|f| &f.place), text.as_ref().map(|t| &t.place)];
    if let Some(second) = given.into_iter().flatten().nth(1) {
        problems.push(Problem::new(Code::ActivityTwice, second.clone()));
    }
    match (course, form, text) {
        (Some(course), ..) => match shared.catalogue.course_named(&course.value.0) {
            Some(index) => What::Course(index),
            // Without a catalogue there is nothing to be wrong about.
            None if !shared.catalogue.present => What::Text(course.value.0),
            None if let Some(printed) = shared.catalogue.left_out(&course.value.0) => {
                What::Text(printed.to_owned())
            }
            None if !shared.catalogue.courses_named(&course.value.0).is_empty() => {
                problems
                    .push(Problem::new(Code::SeveralCourses, course.place).with("value", &course.value.0));
                What::Open
            }
            None => {
                let nearest = nearest_course(&course, shared);
                problems.push(
                    Problem::new(Code::UnknownCourse, course.place)
                        .with("value", &course.value.0)
                        .suggesting(nearest),
                );
                What::Open
            }
        },
        (None, Some(form), _) => What::Form(form.value, mentor),
        (None, None, Some(text)) => What::Text(text.value.0),
        // "hos" alone is enough said: a colleague at the desk.
        (None, None, None) if mentor.is_some() => What::Form(LearningForm::PeerTraining, mentor),
        (None, None, None) => What::Open,
    }
}

fn read_consent(fields: &mut Section<'_>, shared: Shared<'_>, problems: &mut Problems) -> Consent {
    let Some(mut consent) = fields.section(&profile::CONSENT, problems) else { return Consent::default() };
    let booklet = consent.value::<YesNo>(&consent::BOOKLET, problems).is_some_and(|yes| yes.0);
    let answers = consent.list(&consent::TEACHES);
    let whole_answer = answers.first().filter(|_| answers.len() == 1).and_then(Node::text);
    let teaches = match whole_answer.map(str::parse::<YesNo>) {
        Some(Ok(YesNo(true))) => Teaches::Everything,
        Some(Ok(YesNo(false))) => Teaches::Nothing,
        _ => {
            let areas = consent.values(&consent::TEACHES, problems);
            match shared.role_model.areas_in(areas, problems) {
                areas if areas.is_empty() => Teaches::Nothing,
                areas => Teaches::Areas(areas),
            }
        }
    };
    consent.finish(problems);
    Consent { booklet, teaches }
}

fn nearest_course<'a>(written: &Placed<Text>, shared: Shared<'a>) -> Option<&'a str> {
    let numbers = shared.catalogue.courses.iter().map(|course| course.number.as_str());
    written.place.file.nearest(&written.value.0, numbers)
}
