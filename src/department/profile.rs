//! `<school>/<person>.yaml`: the profile of a secretary, with levels and plan.

use std::sync::Arc;

use jiff::civil::Date;
use strum::{IntoStaticStr, VariantArray};

use super::catalogue::{Course, CourseIndex};
use super::learning_form::LearningForm;
use super::level_text::{self, LevelText};
use super::role_model::{AreaIndex, ByArea, RoleIndex, ambiguous_level};
use super::settings::SchoolIndex;
use super::shared::Shared;
use super::values::{Day, LastDay, LevelChange, Text, YesNo};
use crate::fields::{Field, activity, area_levels, consent, note, past_activity, profile};
use crate::language::Tag;
use crate::problem::{Code, Problem, Problems};
use crate::source::section::{Section, leaf, named_entries};
use crate::source::spelling::{Word, fold, listed, one_or_several};
use crate::source::tree::{Entry, Node, Value};
use crate::source::{Place, Placed, SourceFile};

/// Days before a deadline at which it is near.
pub(crate) const SOON_DUE_DAYS: i32 = 60;
/// Limit of plan lines; a file with more is a mistake.
pub(crate) const MAX_ACTIVITIES: usize = 200;

/// The profile of a secretary.
#[derive(Debug)]
pub struct Profile {
    /// The file.
    pub file: Arc<SourceFile>,
    /// The name.
    pub name: Placed<String>,
    /// The school.
    pub school: SchoolIndex,
    /// The job title.
    pub position: Option<String>,
    /// The leader; the school's if the file names none.
    pub leader: Option<String>,
    /// Day of the annual performance review (*MUS*).
    pub talk: Option<Date>,
    /// Day of the agreement; without it the plan is a draft.
    pub agreed: Option<Date>,
    /// Places of the dates.
    pub date_places: DatePlaces,
    /// The roles.
    pub roles: Vec<RoleIndex>,
    /// Levels by area of the role model; `None` if not filled in.
    pub levels: Vec<Option<AreaLevels>>,
    /// Areas that are not part of the person's work, sorted.
    pub not_relevant: Vec<AreaIndex>,
    /// Last year's level by area; `None` if unknown.
    pub last_year: Vec<Option<i64>>,
    /// Last year's plan.
    pub last_plan: Vec<PastActivity>,
    /// Finished courses of the catalogue.
    pub finished: Vec<CourseIndex>,
    /// Finished courses outside the catalogue, as written.
    pub finished_elsewhere: Vec<String>,
    /// The plan.
    pub plan: Vec<Activity>,
    /// Day of the follow-up.
    pub follow_up: Option<Date>,
    /// The consents.
    pub consent: Consent,
}

/// A filled-in area of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum KnownArea {
    /// The level now and the wanted one.
    Levels(i64, i64),
    /// It is no part of the person's work.
    NotRelevant,
}

impl KnownArea {
    /// The short form in files of `language`.
    pub(crate) fn written(self, language: Tag) -> String {
        match self {
            Self::Levels(current, wanted) => level_text::level_change(current, wanted, language),
            Self::NotRelevant => level_text::not_relevant(language).to_owned(),
        }
    }

    /// The state of `area` in `profile`, if it is filled in.
    pub(crate) fn of(profile: &Profile, area: AreaIndex) -> Option<Self> {
        match profile.levels.get(area.0)? {
            Some(levels) => Some(Self::Levels(levels.current, levels.wanted)),
            None => profile.not_relevant.contains(&area).then_some(Self::NotRelevant),
        }
    }
}

/// Places of the dates in a profile, for problems.
#[derive(Debug, Default)]
pub struct DatePlaces {
    /// Of the performance review.
    pub talk: Option<Place>,
    /// Of the agreement.
    pub agreed: Option<Place>,
    /// Of the follow-up.
    pub follow_up: Option<Place>,
}

impl Profile {
    /// True if at least one area has a level.
    pub(crate) fn is_filled_in(&self) -> bool {
        self.levels.iter().any(Option::is_some)
    }

    /// True if the person no longer needs the course: it is finished, or the plan has it as done,
    /// dropped or postponed.
    pub(crate) fn is_settled(&self, course: CourseIndex) -> bool {
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
    /// Current level.
    pub current: i64,
    /// Target level.
    pub wanted: i64,
    /// The priority.
    pub priority: Option<Priority>,
    /// A remark, printed only on the person's own plan.
    pub remark: Option<String>,
}

impl AreaLevels {
    /// Target minus current level; negative for an area to hand over.
    pub fn gap(&self) -> i64 {
        self.wanted - self.current
    }

    /// The levels of an area that both have become; `None` if they differ.
    fn and(self, other: Self) -> Option<Self> {
        if (self.current, self.wanted) != (other.current, other.wanted) {
            return None;
        }
        let is_needed = [self.priority, other.priority].contains(&Some(Priority::Need));
        let priority = if is_needed { Some(Priority::Need) } else { self.priority.or(other.priority) };
        let remarks: Vec<String> = self.remark.into_iter().chain(other.remark).collect();
        let remark = (!remarks.is_empty()).then(|| remarks.join("; "));
        Some(Self { priority, remark, ..self })
    }
}

/// Priority of an area, set by leader and secretary together.
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
    /// The word in Danish profiles.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// A line of last year's plan.
#[derive(Debug, PartialEq, Eq)]
pub struct PastActivity {
    /// The goal.
    pub goal: String,
    /// The outcome.
    pub status: Option<Status>,
}

/// A line of the plan.
#[derive(Debug)]
pub struct Activity {
    /// The goal.
    pub goal: Option<String>,
    /// What shows that it is reached.
    pub success: Option<String>,
    /// The area.
    pub area: Option<AreaIndex>,
    /// The activity.
    pub what: What,
    /// Who is responsible.
    pub responsible: Option<Responsible>,
    /// What the leader does for it.
    pub leader_does: Option<String>,
    /// The deadline.
    pub deadline: Option<Date>,
    /// Place of the deadline.
    pub deadline_place: Option<Place>,
    /// First day of the booked session (*hold*).
    pub session: Option<Placed<Date>>,
    /// Stand-in during the absence; `None` also if the file says that there is none.
    pub stand_in: Option<String>,
    /// The progress.
    pub status: Option<Status>,
    /// Notes on the progress, the oldest first; printed only when the person's plan is followed up.
    pub notes: Vec<Note>,
}

/// A dated note on a line of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The day of the note.
    pub date: Date,
    /// The text.
    pub text: String,
}

impl Activity {
    /// True if the activity is done or dropped.
    pub(crate) fn is_closed(&self) -> bool {
        self.status.is_some_and(Status::is_closed)
    }

    /// True if the activity is still planned for this year: neither closed nor postponed.
    pub fn is_to_come(&self) -> bool {
        !self.is_closed() && self.status != Some(Status::Postponed)
    }

    /// True if the activity is this course.
    pub(crate) fn is_course(&self, course: CourseIndex) -> bool {
        matches!(self.what, What::Course(own) if own == course)
    }

    /// True if the deadline is before the day `on`.
    pub(crate) fn is_overdue(&self, on: Date) -> bool {
        self.is_to_come() && self.deadline.is_some_and(|deadline| deadline < on)
    }
}

/// Activity of a plan line.
#[derive(Debug)]
pub enum What {
    /// A course of the catalogue.
    Course(CourseIndex),
    /// A form of learning, optionally with a mentor.
    Form(LearningForm, Option<Placed<String>>),
    /// Free text.
    Text(String),
    /// Not decided yet.
    Open,
}

/// Who is responsible for a plan line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Responsible {
    /// The leader.
    Leader,
    /// The secretary.
    Employee,
    /// The department.
    Department,
    /// A person by name.
    Named(String),
}

/// The words for the responsible roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray, IntoStaticStr)]
pub enum ResponsibleRole {
    /// The leader.
    #[strum(serialize = "leder")]
    Leader,
    /// The secretary.
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
    pub(crate) fn canonical(&self) -> &str {
        match self {
            Self::Leader => ResponsibleRole::Leader.into(),
            Self::Employee => ResponsibleRole::Employee.into(),
            Self::Department => ResponsibleRole::Department.into(),
            Self::Named(name) => name,
        }
    }

    /// Parses the result of [`Responsible::canonical`].
    pub(crate) fn from_canonical(text: String) -> Self {
        ResponsibleRole::from_canonical(&text).map_or(Self::Named(text), Self::from)
    }

    /// Parses the text of a profile: a role in any language, or else a name.
    pub(crate) fn from_written(name: String) -> Self {
        ResponsibleRole::from_word(&name).map_or(Self::Named(name), Self::from)
    }
}

/// Progress of a plan line.
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
    /// In progress.
    #[strum(serialize = "i gang")]
    Started,
    /// Done.
    #[strum(serialize = "gennemført")]
    Done,
    /// Postponed.
    #[strum(serialize = "udskudt")]
    Postponed,
    /// Dropped.
    #[strum(serialize = "bortfaldet")]
    Dropped,
}

impl Status {
    /// True for done and dropped.
    pub(crate) fn is_closed(self) -> bool {
        matches!(self, Self::Done | Self::Dropped)
    }
}

/// Consents of a person; none unless given explicitly.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Consent {
    /// To be in the public booklet.
    pub booklet: bool,
    /// To be named as a mentor.
    pub teaches: Teaches,
}

/// Areas that a person has agreed to teach.
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
    /// True if `area` is among them.
    pub(crate) fn covers(&self, area: AreaIndex) -> bool {
        match self {
            Self::Nothing => false,
            Self::Everything => true,
            Self::Areas(areas) => areas.contains(&area),
        }
    }
}

/// Reads a profile; `None` if a key is missing without which there is no plan.
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
        Some(node) => levels_at(file, node, shared, problems),
        None => {
            fields.report_missing(&profile::LEVELS);
            Default::default()
        }
    };
    report_unindented_areas(file, &mut fields, shared, problems);
    let last_year = match fields.node(&profile::LAST_YEAR) {
        Some(node) => role_model.levels_in(file, node, problems),
        None => vec![None; role_model.areas.len()],
    };
    report_missing_dashes(file, &mut fields, &profile::LAST_PLAN, problems);
    let last_plan = read_past_plan(file, fields.list(&profile::LAST_PLAN), problems);
    let (finished, finished_elsewhere) =
        read_finished(fields.values(&profile::FINISHED, problems), shared, problems);
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
/// Phrases for "no stand-in" in the languages of the files.
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

/// Splits finished courses into those of the catalogue and others, and reports unknown ones.
fn read_finished(
    courses: Vec<Placed<Text>>,
    shared: Shared<'_>,
    problems: &mut Problems,
) -> (Vec<CourseIndex>, Vec<String>) {
    let catalogue = shared.catalogue;
    let mut finished = Vec::new();
    let mut elsewhere = Vec::new();
    for course in courses {
        match catalogue.course_named(&course.value.0) {
            Some(index) => finished.push(index),
            None if let several @ [_, ..] = &catalogue.courses_named(&course.value.0)[..] => {
                finished.extend_from_slice(several);
            }
            None if !catalogue.present || catalogue.invalid(&course.value.0).is_some() => {
                elsewhere.push(course.value.0);
            }
            None => {
                let nearest = nearest_course(&course, shared);
                problems.push(
                    Problem::new(Code::UnknownFinishedCourse, course.place)
                        .with("value", &course.value.0)
                        .suggesting(nearest),
                );
                elsewhere.push(course.value.0);
            }
        }
    }
    (finished, elsewhere)
}

/// True if `stand_in` names someone other than the person called `name`.
fn is_stand_in(stand_in: &str, name: &str) -> bool {
    let bare = stand_in.trim_matches(|c: char| !c.is_alphanumeric());
    let folded = fold(bare);
    !bare.is_empty() && folded != fold(name) && NO_STAND_IN.iter().all(|word| fold(word) != folded)
}

/// Looks up a school, and warns if the profile is in the folder of another one.
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
        match one_or_several(&role.value.0, |part| shared.role_model.role(part)) {
            Some(roles) => {
                for role in roles {
                    if !found.contains(&role) {
                        found.push(role);
                    }
                }
            }
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

/// Reads the levels by area at `node`, and the areas that are not relevant.
pub(crate) fn levels_at(
    file: &Arc<SourceFile>,
    node: &Node,
    shared: Shared<'_>,
    problems: &mut Problems,
) -> (Vec<Option<AreaLevels>>, Vec<AreaIndex>) {
    let role_model = shared.role_model;
    let mut read_areas = ByArea::new(role_model);
    for (key, entry) in named_entries(file, node, problems) {
        let place = Place::at(file, entry.key.bytes.clone());
        let area = role_model.area_at(key, place.clone(), problems);
        let read = match &entry.value.value {
            // An area without a value is not filled in yet.
            Value::Scalar(text) if text.is_empty() => continue,
            Value::Mapping(_) => read_long_form(file, &entry.value, shared, problems),
            _ => read_short_form(file, &entry.value, shared, problems),
        };
        match (area, read) {
            (_, ReadArea::Nothing) | (None, _) => {}
            (Some(area), read) => read_areas.add(area, key, place, read, ReadArea::and),
        }
    }
    let mut levels = vec![None; role_model.areas.len()];
    let mut not_relevant = Vec::new();
    for (i, read) in read_areas.finish(problems).into_iter().enumerate() {
        match read {
            Some(ReadArea::Levels(read)) => levels[i] = Some(read),
            Some(ReadArea::NotRelevant) => not_relevant.push(AreaIndex(i)),
            Some(ReadArea::Nothing) | None => {}
        }
    }
    (levels, not_relevant)
}

/// Content of an area in a profile.
enum ReadArea {
    Levels(AreaLevels),
    NotRelevant,
    /// Not known yet, or invalid.
    Nothing,
}

impl ReadArea {
    /// The content of an area that both have become; `None` if they disagree.
    fn and(self, other: Self) -> Option<Self> {
        match (self, other) {
            (Self::NotRelevant, Self::NotRelevant) => Some(Self::NotRelevant),
            (Self::Levels(one), Self::Levels(other)) => one.and(other).map(Self::Levels),
            _ => None,
        }
    }
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
        Some(LevelText::Other) | None => leaf::<LevelChange>(file, node, problems),
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

/// Reports areas that start at the margin instead of below `profil:`.
fn report_unindented_areas(
    file: &Arc<SourceFile>,
    fields: &mut Section<'_>,
    shared: Shared<'_>,
    problems: &mut Problems,
) {
    let is_area = |entry: &&Entry| {
        // Non-ASCII whitespace is reported as such.
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
        run.iter().for_each(|entry| fields.mark_reported(entry));
        let place = Place::at(file, first.key.bytes.clone());
        let mut problem = Problem::new(Code::WrongIndentation, place);
        if let Some(levels) = above.filter(|above| above.is(&profile::LEVELS)) {
            fields.mark_reported(levels);
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
    report_missing_dashes(file, fields, &profile::PLAN, problems);
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

/// Reports a list of several items without dashes.
///
/// It parses as one mapping in which the first key of the items is repeated. The field is removed,
/// so that the duplicate keys are not reported as well.
fn report_missing_dashes(
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
    let starts: Vec<usize> =
        entries.iter().filter(|entry| key(entry) == key(first)).map(|entry| entry.key.bytes.start).collect();
    let on_own_lines =
        entries.iter().all(|entry| file.line(entry.key.bytes.start).1.indent_end == entry.key.bytes.start);
    if starts.len() < 2 || !on_own_lines {
        return;
    }
    let last = entries.last().map_or(node.bytes.end, |last| last.value.bytes.end.max(last.key.bytes.end));
    let lines = file.lines_of(&(first.key.bytes.start..last));
    let mut at = lines.start;
    let mut fixed = String::new();
    for line in file.text[lines.clone()].split_inclusive('\n') {
        let indent = line.len() - line.trim_start_matches(' ').len();
        let mark = if starts.contains(&(at + indent)) { "- " } else { "  " };
        match line.trim().is_empty() {
            true => fixed.push_str(line),
            false => fixed.push_str(&format!("{}{mark}{}", &line[..indent], &line[indent..])),
        }
        at += line.len();
    }
    let place = Place::at(file, first.key.bytes.clone());
    problems.push(Problem::new(Code::NotADash, place).fixed_by(lines, fixed));
    fields.remove(field);
}

fn read_activity(
    file: &Arc<SourceFile>,
    node: &Node,
    shared: Shared<'_>,
    problems: &mut Problems,
) -> Option<Activity> {
    let mut fields = Section::open(file, node, &activity::TABLE, problems)?;
    let goal = fields.value::<Text>(&activity::GOAL, problems).map(|t| t.0);
    let success = fields.value::<Text>(&activity::SUCCESS, problems).map(|t| t.0);
    let area = fields
        .optional::<Text>(&activity::AREA, problems)
        .and_then(|area| shared.role_model.area_at(&area.value.0, area.place, problems));
    let what = read_what(&mut fields, shared, problems);
    let responsible = fields
        .value::<Text>(&activity::RESPONSIBLE, problems)
        .map(|Text(name)| Responsible::from_written(name));
    let leader_does = fields.value::<Text>(&activity::LEADER_DOES, problems).map(|t| t.0);
    let deadline = fields.optional::<LastDay>(&activity::DEADLINE, problems);
    let session = fields.optional::<Day>(&activity::SESSION, problems);
    let stand_in = fields.value::<Text>(&activity::STAND_IN, problems).map(|t| t.0);
    let status = fields.word(&activity::STATUS, problems).map(|word| word.value);
    let notes = read_notes(file, &mut fields, problems);
    fields.finish(problems);
    let (deadline, deadline_place) = deadline.map(|day| (day.value.0, day.place)).unzip();
    let session = session.map(|day| Placed { value: day.value.0, place: day.place });
    if let (Some(session), What::Course(course)) = (&session, &what) {
        check_session(session, &shared.catalogue.courses[course.0], problems);
    }
    Some(Activity {
        goal,
        success,
        area,
        what,
        responsible,
        leader_does,
        deadline,
        deadline_place,
        session,
        stand_in,
        status,
        notes,
    })
}

fn read_notes(file: &Arc<SourceFile>, fields: &mut Section<'_>, problems: &mut Problems) -> Vec<Note> {
    report_missing_dashes(file, fields, &activity::NOTES, problems);
    let nodes = fields.list(&activity::NOTES).iter();
    let mut notes: Vec<Note> = nodes
        .filter_map(|node| {
            let mut fields = Section::open(file, node, &note::TABLE, problems)?;
            let date = fields.required::<Day>(&note::DATE, problems);
            let text = fields.required::<Text>(&note::TEXT, problems);
            fields.finish(problems);
            Some(Note { date: date?.value.0, text: text?.value.0 })
        })
        .collect();
    notes.sort_by_key(|note| note.date);
    notes
}

/// Warns of a session that `course` does not have, if the catalogue lists any.
fn check_session(session: &Placed<Date>, course: &Course, problems: &mut Problems) {
    let starts = || course.sessions.iter().map(|session| session.start);
    if starts().next().is_some() && !starts().any(|start| start == session.value) {
        let words = starts().map(|start| start.to_string()).collect::<Vec<_>>().join(", ");
        problems.push(Problem::new(Code::UnknownSession, session.place.clone()).with("words", words));
    }
}

fn read_what(fields: &mut Section<'_>, shared: Shared<'_>, problems: &mut Problems) -> What {
    let course = fields.optional::<Text>(&activity::COURSE, problems);
    let names = &shared.role_model.form_names;
    let form = fields.word_or_name(&activity::FORM, names.names(), |text| names.form(text), problems);
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
            // Without a catalogue any course is accepted.
            None if !shared.catalogue.present => What::Text(course.value.0),
            None if let Some(printed) = shared.catalogue.invalid(&course.value.0) => {
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
        // A mentor alone means peer training.
        (None, None, None) if mentor.is_some() => What::Form(LearningForm::PeerTraining, mentor),
        (None, None, None) => What::Open,
    }
}

fn read_consent(fields: &mut Section<'_>, shared: Shared<'_>, problems: &mut Problems) -> Consent {
    let consent = fields.section(&profile::CONSENT, problems);
    consent.map(|consent| consent_in(consent, shared, problems)).unwrap_or_default()
}

/// Reads the consents at `node`.
pub(crate) fn consent_at(
    file: &Arc<SourceFile>,
    node: &Node,
    shared: Shared<'_>,
    problems: &mut Problems,
) -> Consent {
    let consent = Section::open(file, node, &consent::TABLE, problems);
    consent.map(|consent| consent_in(consent, shared, problems)).unwrap_or_default()
}

fn consent_in(mut consent: Section<'_>, shared: Shared<'_>, problems: &mut Problems) -> Consent {
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
