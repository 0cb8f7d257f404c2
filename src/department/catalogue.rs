//! `kurser.yaml`: courses and other learning activities.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use jiff::civil::Date;
use strum::{IntoStaticStr, VariantArray};

use super::learning_form::LearningForm;
use super::role_model::{AreaIndex, RoleModel};
use super::values::{Amount, Count, Day, LevelNumber, Period, Text, YesNo};
use crate::fields::{catalogue, course, provider, session};
use crate::problem::{Code, Problem, Problems};
use crate::source::section::{Section, named_entries};
use crate::source::spelling::{Word, enumerated, fold};
use crate::source::tree::Node;
use crate::source::{Place, Placed, SourceFile};

/// The catalogue of one department.
#[derive(Debug, Default)]
pub struct Catalogue {
    /// The course providers.
    pub providers: Vec<Provider>,
    /// The valid courses in file order.
    pub courses: Vec<Course>,
    /// Number and title of every course that has both, even invalid ones; each number once, in file
    /// order.
    pub entries: Vec<(String, String)>,
    /// True if the department has a readable catalogue.
    pub present: bool,
    /// What to print for a course with errors, by folded number.
    invalid: HashMap<String, String>,
    /// Courses by folded number.
    by_number: HashMap<String, CourseIndex>,
    /// Each course by its folded title; `None` if several have it.
    by_title: HashMap<String, Option<CourseIndex>>,
}

/// Index into [`Catalogue::courses`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CourseIndex(pub usize);

/// A course provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provider {
    /// Key to which courses refer.
    pub key: String,
    pub name: String,
    pub town: Option<String>,
}

/// A course or other learning activity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// An AMU number, or a short id.
    pub number: String,
    pub title: String,
    /// The kind of learning.
    pub form: LearningForm,
    /// Covered areas; at least one.
    pub areas: Vec<AreaIndex>,
    /// Index into [`Catalogue::providers`].
    pub provider: Option<usize>,
    /// Lowest level at which the course is useful.
    pub from_level: Option<i64>,
    /// Level that the course leads to.
    pub to_level: Option<i64>,
    /// Length in days.
    pub days: Option<Amount>,
    /// Price per person, in the department's currency.
    pub price: Option<Amount>,
    /// Price per person outside the target group.
    pub full_price: Option<Amount>,
    /// Amount per person that funds reimburse.
    pub subsidy: Option<Amount>,
    /// Last day on which the course can be taken.
    pub expires: Option<Date>,
    /// True if the department buys whole classes; depends on the form if not given.
    pub own_class: Option<bool>,
    /// The sessions, sorted by start.
    pub sessions: Vec<Session>,
    /// True if the optional values are invented examples.
    pub example: bool,
}

/// A scheduled run of a course (*hold*).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// First day.
    pub start: Date,
    /// Last day.
    pub end: Option<Date>,
    /// The days on which it meets, in order, if it does not meet from the first day to the last.
    pub blocks: Vec<Period>,
    /// The town.
    pub town: Option<String>,
    /// Total seats.
    pub seats: Option<u32>,
    /// Free seats.
    pub free_seats: Option<u32>,
    /// True if held in half days.
    pub half_days: bool,
    /// Last day of registration.
    pub registration: Option<Date>,
    /// True if held regardless of the number of participants.
    pub guaranteed: bool,
    /// Time of day, or online.
    pub teaching: Option<Teaching>,
}

impl Course {
    /// True if every session costs extra, because the department buys the whole class.
    ///
    /// A provider's sessions are open to everyone, so using two of them costs no more than one.
    pub fn is_own_class(&self) -> bool {
        self.own_class.unwrap_or(self.form == LearningForm::Internal)
    }

    /// Price per person after the subsidy, in hundredths, at least nothing; `None` if the price is unknown.
    pub(crate) fn net_price(&self) -> Option<i64> {
        let subsidy = self.subsidy.map_or(0, |subsidy| subsidy.hundredths);
        self.price.map(|price| price.hundredths.saturating_sub(subsidy).max(0))
    }

    /// Whether it has expired on the day `on`; without a day, it has not.
    pub(crate) fn has_expired(&self, on: Option<Date>) -> bool {
        has_expired(self.expires, on)
    }
}

/// Whether a course that can be taken for the last time on the day `last` has expired on the day `on`.
pub(crate) fn has_expired(last: Option<Date>, on: Option<Date>) -> bool {
    last.zip(on).is_some_and(|(last, on)| last < on)
}

impl Session {
    /// Last day; the first day if no other is given.
    pub fn last_day(&self) -> Date {
        self.end.unwrap_or(self.start)
    }

    /// The days on which its people are away, as periods in order.
    pub(crate) fn periods(&self) -> Vec<Period> {
        match &self.blocks[..] {
            // One that ends before it begins is reported when it is read.
            [] => vec![Period { first: self.start, last: self.last_day().max(self.start) }],
            blocks => blocks.to_vec(),
        }
    }

    /// Whether it meets on `day`.
    pub(crate) fn meets_on(&self, day: Date) -> bool {
        self.periods().iter().any(|period| (period.first..=period.last).contains(&day))
    }

    /// True if registration is open on the day `on`.
    pub(crate) fn is_open(&self, on: Date) -> bool {
        self.start >= on && self.registration.is_none_or(|last| last >= on)
    }

    /// Free seats, or total seats if those are unknown; `u64::MAX` if both are.
    pub(crate) fn free(&self) -> u64 {
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
    #[strum(serialize = "online")]
    Online,
}

impl Catalogue {
    /// The course with this number or id.
    pub fn course(&self, number: &str) -> Option<CourseIndex> {
        self.by_number.get(&fold(number)).copied()
    }

    /// Finds a course by number, title or both, optionally after its form, as in `AMU 40094`.
    pub fn course_named(&self, text: &str) -> Option<CourseIndex> {
        /// Words before a number without meaning of their own.
        const FILLERS: [&str; 7] = ["kursus", "kurs", "course", "nr", "nummer", "number", "no"];
        let is_punctuation = |c: char| c.is_whitespace() || ".,:;()-–—\"".contains(c);
        let text = text.trim_matches(is_punctuation);
        let by_title = |title: &str| self.by_title.get(&fold(title)).copied().flatten();
        if let Some(course) = self.course(text).or_else(|| by_title(text)) {
            return Some(course);
        }
        let mut form = None;
        let mut rest = text;
        while let Some((word, after)) = rest.split_once(char::is_whitespace) {
            let word = word.trim_matches(is_punctuation);
            match LearningForm::from_word(word) {
                Some(named) if form.is_none() => form = Some(named),
                _ if FILLERS.iter().any(|filler| fold(filler) == fold(word)) => {}
                _ => break,
            }
            rest = after.trim_start();
        }
        let (first, others) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
        let (before, last) = rest.rsplit_once(char::is_whitespace).unwrap_or(("", rest));
        [(first, others), (last, before)].into_iter().find_map(|(number, title)| {
            let course = self.course(number.trim_matches(is_punctuation))?;
            let known = &self.courses[course.0];
            let title = fold(title.trim_matches(is_punctuation));
            let is_match = form.is_none_or(|form| form == known.form)
                && (title.is_empty() || title == fold(&known.title));
            is_match.then_some(course)
        })
    }

    /// Finds the courses in a list, as in `40094 og 45948`; empty unless the text is a list of two or
    /// more courses.
    pub fn courses_named(&self, text: &str) -> Vec<CourseIndex> {
        let courses: Option<Vec<CourseIndex>> =
            enumerated(text).iter().map(|part| self.course_named(part)).collect();
        courses.filter(|courses| courses.len() > 1).unwrap_or_default()
    }

    /// The text that a plan prints for a course with errors.
    pub(crate) fn invalid(&self, number: &str) -> Option<&str> {
        self.invalid.get(&fold(number)).map(String::as_str)
    }

    fn add_invalid(&mut self, number: &str, title: Option<&str>) {
        let printed = format!("{number} {}", title.unwrap_or_default()).trim().to_owned();
        self.invalid.insert(fold(number), printed);
    }

    fn add(&mut self, course: Course) {
        let index = CourseIndex(self.courses.len());
        self.by_number.insert(fold(&course.number), index);
        self.by_title.entry(fold(&course.title)).and_modify(|several| *several = None).or_insert(Some(index));
        self.courses.push(course);
    }
}

/// Reads the catalogue without the courses that have errors.
pub(crate) fn read(
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
                    catalogue.add_invalid(number, title.as_deref());
                }
            }
        }
        problems.extend(own);
    }
    fields.finish(problems);
    catalogue
}

fn number_and_title(file: &Arc<SourceFile>, node: &Node) -> (Option<String>, Option<String>) {
    let mut ignored = Problems::default();
    let Some(mut fields) = Section::open(file, node, &course::TABLE, &mut ignored) else {
        return (None, None);
    };
    let mut text = |key| fields.value::<Text>(key, &mut ignored).map(|text| text.0);
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
    let names = &role_model.form_names;
    let form = fields.word_or_name(&course::FORM, names.names(), |text| names.form(text), problems);
    if fields.node(&course::FORM).is_none() {
        fields.report_missing(&course::FORM);
    }
    if fields.node(&course::AREAS).is_none() {
        fields.report_missing(&course::AREAS);
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

/// The blocks in order; a problem where they overlap, or don't begin on the first day and end on the last.
fn checked_blocks(
    mut blocks: Vec<Placed<Period>>,
    start: Date,
    end: Option<Date>,
    problems: &mut Problems,
) -> Vec<Period> {
    blocks.sort_by_key(|block| block.value);
    let overlaps = blocks.windows(2).find(|two| two[1].value.first <= two[0].value.last).map(|two| &two[1]);
    let early_or_late = blocks.first().filter(|first| first.value.first != start);
    let last = blocks.last().filter(|last| end.is_some_and(|end| last.value.last != end));
    if let Some(block) = overlaps.or(early_or_late).or(last) {
        problems.push(Problem::new(Code::BlocksOutsideSession, block.place.clone()));
    }
    blocks.into_iter().map(|block| block.value).collect()
}

fn read_session(file: &Arc<SourceFile>, node: &Node, problems: &mut Problems) -> Option<Session> {
    let mut fields = Section::open(file, node, &session::TABLE, problems)?;
    let start = fields.required::<Day>(&session::START, problems);
    let end = fields.optional::<Day>(&session::END, problems);
    let blocks = fields.values::<Period>(&session::BLOCKS, problems);
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
    let end = end.map(|day| day.value.0);
    let blocks = checked_blocks(blocks, start.value.0, end, problems);
    Some(Session {
        start: start.value.0,
        end: end.or(blocks.last().map(|block| block.last)),
        // One block from the first day to the last says no more than the two days.
        blocks: if blocks.len() > 1 { blocks } else { Vec::new() },
        town,
        seats,
        free_seats,
        half_days,
        registration,
        guaranteed,
        teaching,
    })
}
