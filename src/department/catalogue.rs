//! `kurser.yaml`: the courses and other ways to learn.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use jiff::civil::Date;
use strum::{IntoStaticStr, VariantArray};

use super::role_model::{AreaIndex, RoleModel};
use super::values::{Amount, Count, Day, LevelNumber, Text, YesNo};
use crate::fields::{catalogue, course, provider, session};
use crate::problem::{Code, Problem, Problems};
use crate::source::section::{Section, named_entries};
use crate::source::spelling::{Word, fold};
use crate::source::tree::Node;
use crate::source::{Place, SourceFile};

/// The catalogue of one department.
#[derive(Debug, Default)]
pub struct Catalogue {
    /// Who offers courses.
    pub providers: Vec<Provider>,
    /// The courses, in the file's order.
    pub courses: Vec<Course>,
    /// Number and title of everything in the file that has both, also of what was left
    /// out for another reason, each number once, in the file's order.
    pub entries: Vec<(String, String)>,
    /// Whether there is a catalogue that could be read.
    pub present: bool,
    /// The courses that were left out because something is wrong with them, by
    /// their folded number: what a plan that names one prints.
    left_out: HashMap<String, String>,
    /// Each course by its folded number.
    by_number: HashMap<String, CourseIndex>,
    /// Each course by its folded title; `None` if several have it.
    by_title: HashMap<String, Option<CourseIndex>>,
}

/// Which course of [`Catalogue::courses`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CourseIndex(pub usize);

/// Who offers courses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provider {
    /// What courses write.
    pub key: String,
    /// Its name.
    pub name: String,
    /// The town.
    pub town: Option<String>,
}

/// A course, or another way to learn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// An AMU number, or a short id.
    pub number: String,
    /// The title.
    pub title: String,
    /// What kind of learning it is.
    pub form: LearningForm,
    /// The areas it covers; at least one.
    pub areas: Vec<AreaIndex>,
    /// Index into [`Catalogue::providers`].
    pub provider: Option<usize>,
    /// The lowest level that it helps on.
    pub from_level: Option<i64>,
    /// The level that it leads to.
    pub to_level: Option<i64>,
    /// Length in days.
    pub days: Option<Amount>,
    /// Danish kroner per person.
    pub price: Option<Amount>,
    /// Danish kroner for whoever is outside the target group.
    pub full_price: Option<Amount>,
    /// Danish kroner per person that funds give back.
    pub subsidy: Option<Amount>,
    /// The last day on which it can be taken.
    pub expires: Option<Date>,
    /// Whether the department buys whole classes of it; by its form where the file does not say.
    pub own_class: Option<bool>,
    /// When it is held, in order of start.
    pub sessions: Vec<Session>,
    /// Whether the optional facts are invented.
    pub example: bool,
}

/// One time that a course is held (*hold*).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// First day.
    pub start: Date,
    /// Last day.
    pub end: Option<Date>,
    /// The town.
    pub town: Option<String>,
    /// Seats in all.
    pub seats: Option<u32>,
    /// Seats not taken.
    pub free_seats: Option<u32>,
    /// Held in half days.
    pub half_days: bool,
    /// The last day on which people can register.
    pub registration: Option<Date>,
    /// Whether it is held however few register.
    pub guaranteed: bool,
    /// When in the day it is held, or that it is held online.
    pub teaching: Option<Teaching>,
}

impl Course {
    /// Whether each time that it is held costs, as a class of the department's own does. A
    /// provider's sessions are open, and two dates cost no more than one.
    pub fn is_own_class(&self) -> bool {
        self.own_class.unwrap_or(self.form == LearningForm::Internal)
    }
}

impl Session {
    /// The last day; the first where the catalogue names no other.
    pub fn last_day(&self) -> Date {
        self.end.unwrap_or(self.start)
    }

    /// Whether people can still register on the day `on`.
    pub fn is_open(&self, on: Date) -> bool {
        self.start >= on && self.registration.is_none_or(|last| last >= on)
    }

    /// The seats that can be taken: those not taken, else all; without limit where
    /// neither is known.
    pub fn free(&self) -> u64 {
        self.free_seats.or(self.seats).map_or(u64::MAX, u64::from)
    }
}

/// How a session is taught.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray, IntoStaticStr)]
pub enum Teaching {
    /// In the daytime.
    #[strum(serialize = "dag")]
    Day,
    /// In the evening, or at the weekend.
    #[strum(serialize = "aften")]
    Evening,
    /// From one's own screen.
    #[strum(serialize = "online")]
    Online,
}

/// Ways to learn (*læringsform*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, VariantArray, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum LearningForm {
    /// Labour-market course.
    Amu,
    /// The municipal diploma or a module of it.
    Kommunom,
    /// The municipalities' own course provider.
    Cok,
    /// Held by the municipality itself.
    #[strum(serialize = "intern")]
    Internal,
    /// A colleague teaches at the desk.
    #[strum(serialize = "sidemandsoplæring")]
    PeerTraining,
    /// A spell in another office.
    #[strum(serialize = "jobrotation")]
    JobRotation,
    /// On one's own.
    #[strum(serialize = "selvstudie")]
    SelfStudy,
    /// A local group that shares experience.
    #[strum(serialize = "erfa")]
    PeerGroup,
    /// A course of any other provider.
    #[strum(serialize = "kursus")]
    Course,
    /// Swedish higher vocational education (*yrkeshögskola*) or a part of it.
    Yh,
    /// The Norwegian trade certificate and the way to it.
    Fagbrev,
    /// Anything else.
    #[strum(serialize = "andet")]
    Other,
}

impl Catalogue {
    /// The course with this number or id, in any spelling.
    pub fn course(&self, number: &str) -> Option<CourseIndex> {
        self.by_number.get(&fold(number)).copied()
    }

    /// The course that `text` names: by its number, its title, or both, with or without its form
    /// before them, as in `AMU 40094`.
    pub fn course_named(&self, text: &str) -> Option<CourseIndex> {
        /// Words before a number that say nothing of the course.
        const BEFORE: [&str; 7] = ["kursus", "kurs", "course", "nr", "nummer", "number", "no"];
        let around = |c: char| c.is_whitespace() || ".,:;()-–—\"".contains(c);
        let text = text.trim_matches(around);
        let by_title = |title: &str| self.by_title.get(&fold(title)).copied().flatten();
        if let Some(course) = self.course(text).or_else(|| by_title(text)) {
            return Some(course);
        }
        let mut form = None;
        let mut rest = text;
        while let Some((word, after)) = rest.split_once(char::is_whitespace) {
            let word = word.trim_matches(around);
            match LearningForm::from_word(word) {
                Some(named) if form.is_none() => form = Some(named),
                _ if BEFORE.iter().any(|before| fold(before) == fold(word)) => {}
                _ => break,
            }
            rest = after.trim_start();
        }
        let (first, others) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
        let (before, last) = rest.rsplit_once(char::is_whitespace).unwrap_or(("", rest));
        [(first, others), (last, before)].into_iter().find_map(|(number, title)| {
            let course = self.course(number.trim_matches(around))?;
            let known = &self.courses[course.0];
            let title = fold(title.trim_matches(around));
            let fits = form.is_none_or(|form| form == known.form)
                && (title.is_empty() || title == fold(&known.title));
            fits.then_some(course)
        })
    }

    /// The courses that `text` names one after the other, as in `40094 og 45948`; none unless
    /// there are several and nothing else.
    pub fn courses_named(&self, text: &str) -> Vec<CourseIndex> {
        let mut parts = vec![text.to_owned()];
        for between in [" og ", " samt ", " och ", " and ", ",", ";", "+", "&", "/"] {
            parts = parts
                .iter()
                .flat_map(|part| part.split(between))
                .map(|part| part.trim().to_owned())
                .collect();
        }
        let courses: Option<Vec<CourseIndex>> = parts.iter().map(|part| self.course_named(part)).collect();
        courses.filter(|courses| courses.len() > 1).unwrap_or_default()
    }

    /// What a plan prints for a course that is in the file but was left out.
    pub fn left_out(&self, number: &str) -> Option<&str> {
        self.left_out.get(&fold(number)).map(String::as_str)
    }

    fn leave_out(&mut self, number: &str, title: Option<&str>) {
        let printed = format!("{number} {}", title.unwrap_or_default()).trim().to_owned();
        self.left_out.insert(fold(number), printed);
    }

    fn add(&mut self, course: Course) {
        let index = CourseIndex(self.courses.len());
        self.by_number.insert(fold(&course.number), index);
        self.by_title.entry(fold(&course.title)).and_modify(|several| *several = None).or_insert(Some(index));
        self.courses.push(course);
    }
}

/// Reads the catalogue; a course that is wrong is left out.
pub fn read(
    file: &Arc<SourceFile>,
    root: &Node,
    role_model: &RoleModel,
    problems: &mut Problems,
) -> Catalogue {
    let Some(mut fields) = Section::open(file, root, &catalogue::TABLE, problems) else {
        return Catalogue::default();
    };
    let mut catalogue = Catalogue { present: true, ..Catalogue::default() };
    if let Some(node) = fields.node(&catalogue::PROVIDERS) {
        for (key, entry) in named_entries(file, node, problems) {
            let Some(mut provider) = Section::open(file, &entry.value, &provider::TABLE, problems) else {
                continue;
            };
            let name = provider.required::<Text>(&provider::NAME, problems);
            let town = provider.value::<Text>(&provider::TOWN, problems).map(|t| t.0);
            provider.finish(problems);
            if let Some(name) = name {
                catalogue.providers.push(Provider { key: key.to_owned(), name: name.value.0, town });
            }
        }
    }
    let mut provider_keys = HashMap::new();
    for (i, provider) in catalogue.providers.iter().enumerate() {
        provider_keys.entry(fold(&provider.key)).or_insert(i);
    }
    let mut numbers = HashSet::new();
    for node in fields.list(&catalogue::COURSES) {
        let (number, title) = number_and_title(file, node);
        if let (Some(number), Some(title)) = (&number, &title)
            && numbers.insert(fold(number))
        {
            catalogue.entries.push((number.clone(), title.clone()));
        }
        let mut own = Problems::default();
        let providers = (&catalogue.providers[..], &provider_keys);
        let course = read_course(file, node, providers, role_model, &mut own);
        match course.filter(|_| !own.any_error()) {
            Some((course, place)) if catalogue.course(&course.number).is_some() => {
                own.push(Problem::new(Code::DuplicateCourse, place).with("value", &course.number));
            }
            Some((course, _)) => catalogue.add(course),
            None => {
                if let Some(number) = &number {
                    catalogue.leave_out(number, title.as_deref());
                }
            }
        }
        problems.extend(own);
    }
    fields.finish(problems);
    catalogue
}

fn number_and_title(file: &Arc<SourceFile>, node: &Node) -> (Option<String>, Option<String>) {
    let mut quiet = Problems::default();
    let Some(mut fields) = Section::open(file, node, &course::TABLE, &mut quiet) else { return (None, None) };
    let mut text = |key| fields.value::<Text>(key, &mut quiet).map(|text| text.0);
    (text(&course::NUMBER), text(&course::TITLE))
}

fn read_course(
    file: &Arc<SourceFile>,
    node: &Node,
    (providers, provider_keys): (&[Provider], &HashMap<String, usize>),
    role_model: &RoleModel,
    problems: &mut Problems,
) -> Option<(Course, Place)> {
    let mut fields = Section::open(file, node, &course::TABLE, problems)?;
    let number = fields.required::<Text>(&course::NUMBER, problems);
    let title = fields.required::<Text>(&course::TITLE, problems);
    let form = fields.word(&course::FORM, problems);
    if fields.node(&course::FORM).is_none() {
        fields.missing(&course::FORM);
    }
    if fields.node(&course::AREAS).is_none() {
        fields.missing(&course::AREAS);
    }
    let areas = fields.values(&course::AREAS, problems);
    let areas = role_model.areas_in(areas, problems);
    let provider = fields.optional::<Text>(&course::PROVIDER, problems).and_then(|provider| {
        let found = provider_keys.get(&fold(&provider.value.0)).copied();
        if found.is_none() {
            let keys = providers.iter().map(|p| p.key.as_str());
            problems.push(
                Problem::new(Code::UnknownProvider, provider.place)
                    .with("value", &provider.value.0)
                    .suggesting(file.nearest(&provider.value.0, keys)),
            );
        }
        found
    });
    let mut level = |key, problems: &mut Problems| {
        let level = fields.optional::<LevelNumber>(key, problems)?;
        role_model.scale.check(level, problems)
    };
    let from_level = level(&course::FROM_LEVEL, problems);
    let to_level = level(&course::TO_LEVEL, problems);
    let days = fields.value::<Amount>(&course::DAYS, problems);
    let price = fields.value::<Amount>(&course::PRICE, problems);
    let full_price = fields.value::<Amount>(&course::FULL_PRICE, problems);
    let subsidy = fields.value::<Amount>(&course::SUBSIDY, problems);
    let expires = fields.value::<Day>(&course::EXPIRES, problems).map(|day| day.0);
    let own_class = fields.value::<YesNo>(&course::OWN_CLASS, problems).map(|yes| yes.0);
    let mut sessions: Vec<Session> =
        fields.list(&course::SESSIONS).iter().filter_map(|node| read_session(file, node, problems)).collect();
    sessions.sort_by_key(|session| session.start);
    let example = fields.value::<YesNo>(&course::EXAMPLE, problems).is_some_and(|yes| yes.0);
    fields.finish(problems);
    let number = number?;
    let course = Course {
        number: number.value.0,
        title: title?.value.0,
        form: form?.value,
        areas,
        provider,
        from_level,
        to_level,
        days,
        price,
        full_price,
        subsidy,
        expires,
        own_class,
        sessions,
        example,
    };
    Some((course, number.place))
}

fn read_session(file: &Arc<SourceFile>, node: &Node, problems: &mut Problems) -> Option<Session> {
    let mut fields = Section::open(file, node, &session::TABLE, problems)?;
    let start = fields.required::<Day>(&session::START, problems);
    let end = fields.optional::<Day>(&session::END, problems);
    let town = fields.value::<Text>(&session::TOWN, problems).map(|t| t.0);
    let seats = fields.value::<Count>(&session::SEATS, problems).map(|count| count.0);
    let free_seats = fields.value::<Count>(&session::FREE_SEATS, problems).map(|count| count.0);
    let half_days = fields.value::<YesNo>(&session::HALF_DAYS, problems).is_some_and(|yes| yes.0);
    let registration = fields.value::<Day>(&session::REGISTRATION, problems).map(|day| day.0);
    let guaranteed = fields.value::<YesNo>(&session::GUARANTEED, problems).is_some_and(|yes| yes.0);
    let teaching = fields.word(&session::TEACHING, problems).map(|word| word.value);
    fields.finish(problems);
    let start = start?;
    if let Some(end) = end.as_ref().filter(|end| end.value.0 < start.value.0) {
        problems.push(Problem::new(Code::DatesReversed, end.place.clone()));
    }
    Some(Session {
        start: start.value.0,
        end: end.map(|day| day.value.0),
        town,
        seats,
        free_seats,
        half_days,
        registration,
        guaranteed,
        teaching,
    })
}
