//! The list of courses and other ways, each with its reason in words made of facts.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{page_budget, terms};
use crate::analysis::choices::{
    Advancement, CourseChoice, GapChoice, GapClosing, PersonChoices, open_sessions,
};
use crate::analysis::gaps::{Gap, gaps, priority_rank};
use crate::analysis::matching::LevelFit;
use crate::analysis::mentors::Mentors;
use crate::department::Department;
use crate::department::catalogue::{Course, CourseIndex, Session, Teaching};
use crate::department::profile::{Priority, Profile};
use crate::department::role_model::AreaIndex;
use crate::language::Language;

/// How many courses a list shows, where the catalogue has more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// Whether each course says when, where and at what price.
    pub detailed: bool,
    /// Courses in all; each gap has at least one.
    pub lines: usize,
    /// Lines in all, whatever the gaps are; what is beyond is only counted.
    pub most: usize,
    /// Courses for one gap.
    pub per_gap: usize,
}

/// On a person's own plan.
pub const ON_PLAN: Limit = Limit { detailed: true, lines: 3, most: usize::MAX, per_gap: 2 };
/// On her page of the booklet, if there is room for it.
pub const IN_BOOKLET: Limit = Limit { detailed: false, lines: 4, most: 12, per_gap: 2 };

/// Gaps up to which each course says when and where, and courses of a plan up to which these do; with more there
/// are too many to choose from yet.
const MOST_DETAILED: usize = 8;
/// Sessions of a course whose dates are told.
const MOST_SESSIONS: usize = 2;
/// Gaps for which a colleague is named, the first ones; half as many where there are very many.
const MOST_MENTORS: usize = 6;

/// Courses of one priority.
#[derive(Debug, Serialize, Deserialize)]
pub struct CourseGroup {
    /// The priority in words.
    pub(in crate::document) heading: String,
    /// The courses, the best first.
    pub(in crate::document) lines: Vec<CourseLine>,
}

/// One course, or one gap that no course closes.
#[derive(Debug, Serialize, Deserialize)]
pub struct CourseLine {
    /// The number or id; `None` where the catalogue has nothing.
    pub(in crate::document) number: Option<String>,
    /// The title.
    pub(in crate::document) title: String,
    /// Form, provider and length.
    kind: String,
    /// Why it is listed.
    pub(in crate::document) reason: String,
    /// When, where, at what price, with how many free seats.
    details: String,
}

impl CourseGroup {
    /// The room that it takes in the booklet, whose texts have at most so many `letters`.
    pub fn height(&self, letters: usize) -> f64 {
        let cut = |text: &str| text.chars().take(letters).collect::<String>();
        let line =
            |line: &CourseLine| page_budget::course(&cut(&line.title), &cut(&line.reason), &cut(&line.kind));
        page_budget::COURSE_HEADING + self.lines.iter().map(line).sum::<f64>()
    }
}

/// Which courses of a list say when, where and at what price.
#[derive(Clone, Copy)]
struct Details {
    all: bool,
    /// Those of her plan.
    planned: bool,
    /// Whether there are so many gaps that those of her plan leave out what else they cover.
    brief: bool,
}

/// What a list of courses is made of.
#[derive(Clone, Copy)]
pub struct CourseListInputs<'a> {
    /// Whose list it is.
    pub person: &'a Profile,
    /// What she takes.
    pub choices: &'a PersonChoices,
    /// Her department.
    pub department: &'a Department,
    /// The day that tells which sessions can still be taken.
    pub on: Option<Date>,
    /// The language of the list.
    pub language: &'a Language,
}

/// The courses that `basis` lists, and how many more the catalogue has. Those of her
/// plan are always among them, as far as `limit` allows so many lines at all.
pub fn groups(basis: CourseListInputs<'_>, limit: Limit) -> (Vec<CourseGroup>, usize) {
    let CourseListInputs { choices, department, language, .. } = basis;
    let all = &choices.gaps;
    let planned = choices.to_come().filter(|own| is_planned(own)).count();
    let details = Details {
        all: limit.detailed && all.len() <= MOST_DETAILED,
        planned: limit.detailed && planned <= MOST_DETAILED,
        brief: all.len() > MOST_DETAILED,
    };
    // Every gap has its best course; what is left goes to the first gaps.
    let mut spare = limit.lines.saturating_sub(all.len());
    let mut listed = BTreeSet::new();
    let mut possible = BTreeSet::new();
    let mut groups: Vec<(u8, CourseGroup)> = Vec::new();
    let mut lines_so_far = 0;
    for choice in all {
        let gap = choice.gap();
        let planned = choices.to_come().filter(|own| is_planned(own) && own.serves.contains(&gap));
        let planned: Vec<CourseIndex> = planned.map(|own| own.course).collect();
        let suggested: Vec<CourseIndex> = basis.suggested(choice, &planned);
        possible.extend(planned.iter().chain(&suggested).copied());
        // A course that closes two gaps stands once, under the first of them,
        // and counts for the second.
        let is_fresh = |course: &CourseIndex| !listed.contains(course);
        let already = planned.iter().chain(&suggested).filter(|course| !is_fresh(course)).count();
        let planned: Vec<CourseIndex> = planned.into_iter().filter(is_fresh).collect();
        let left = limit.most - lines_so_far;
        let allowed = (1 + spare.min(limit.per_gap - 1)).saturating_sub(already + planned.len());
        let suggested: Vec<CourseIndex> = suggested.into_iter().filter(is_fresh).take(allowed).collect();
        let fresh: Vec<CourseIndex> = planned.into_iter().chain(suggested).take(left).collect();
        spare -= fresh.len().saturating_sub(1).min(spare);
        listed.extend(fresh.iter().copied());
        let mut lines: Vec<CourseLine> =
            fresh.iter().map(|&course| basis.line(course, Some(choice), details)).collect();
        if choice.way == GapClosing::Nothing && left > 0 {
            lines.push(without_course(gap, department, language));
        }
        lines_so_far += lines.len();
        if lines.is_empty() {
            continue;
        }
        let rank = priority_rank(gap.priority);
        match groups.last_mut().filter(|(last, _)| *last == rank) {
            Some((_, group)) => group.lines.extend(lines),
            None => {
                let heading = heading(gap.priority, language);
                groups.push((rank, CourseGroup { heading, lines }));
            }
        }
    }
    let others = choices.to_come().filter(|own| own.serves.is_empty()).map(|own| own.course);
    let others: Vec<CourseIndex> = others.filter(|course| !listed.contains(course)).collect();
    possible.extend(others.iter().copied());
    let others: Vec<CourseIndex> = others.into_iter().take(limit.most - lines_so_far).collect();
    if !others.is_empty() {
        listed.extend(others.iter().copied());
        let lines = others.iter().map(|&course| basis.line(course, None, details)).collect();
        groups.push((u8::MAX, CourseGroup { heading: language.say(PLANNED, &[]), lines }));
    }
    let more = possible.difference(&listed).count();
    (groups.into_iter().map(|(_, group)| group).collect(), more)
}

/// The heading of the courses of a plan that serve no lift.
pub const PLANNED: &str = "courses-planned";

fn is_planned(choice: &CourseChoice) -> bool {
    choice.progress != Advancement::Suggested
}

impl CourseListInputs<'_> {
    /// The courses to suggest for a gap, the best first, besides those that are `planned` for it:
    /// none where her plan names a course or has settled what she does.
    fn suggested(&self, choice: &GapChoice, planned: &[CourseIndex]) -> Vec<CourseIndex> {
        let matches = choice.ways.matches.iter().map(|found| found.course);
        let others = matches.filter(|course| !planned.contains(course));
        match choice.way {
            GapClosing::Course(chosen, Advancement::Suggested) => {
                std::iter::once(chosen).chain(others.filter(|course| *course != chosen)).collect()
            }
            GapClosing::Other(Advancement::Proposed) if self.person.agreed.is_none() => others.collect(),
            _ => Vec::new(),
        }
    }

    /// The line of a course; `choice` is the gap that it is listed for.
    fn line(&self, index: CourseIndex, choice: Option<&GapChoice>, details: Details) -> CourseLine {
        let CourseListInputs { choices, department, language, .. } = *self;
        let course = &department.catalogue.courses[index.0];
        let own = choices.course(index).filter(|own| own.progress.is_to_come());
        let mut sentences = Vec::new();
        let found = choice.and_then(|choice| choice.ways.matches.iter().find(|found| found.course == index));
        sentences.extend(choice.map(|choice| gap_in_words(&choice.gap(), department, language)));
        let step = match (found.map(|found| found.fit), course.from_level, course.to_level) {
            (Some(LevelFit::TooAdvanced), Some(from), _) => Some(("reason-too-advanced", from)),
            (Some(LevelFit::PartOfTheWay), _, Some(to)) => Some(("reason-part-of-the-way", to)),
            _ => None,
        };
        sentences.extend(step.map(|(key, level)| language.say(key, &[("level", level.into())])));
        if let Some(own) = own.filter(|own| is_planned(own)) {
            let status = language.say(own.progress.word_key(), &[]);
            sentences.push(language.say("reason-in-plan", &[("status", status.into())]));
        }
        let also: Vec<AreaIndex> = match (found, own, choice) {
            (Some(found), ..) => found.also.clone(),
            (None, Some(own), Some(choice)) => {
                own.serves.iter().map(|gap| gap.area).filter(|area| *area != choice.gap().area).collect()
            }
            _ => Vec::new(),
        };
        let left_out = details.brief && own.is_some_and(is_planned);
        if !also.is_empty() && !left_out {
            let areas: Vec<&str> =
                also.iter().map(|area| department.role_model.areas[area.0].name.as_str()).collect();
            sentences.push(language.say("reason-also", &[("areas", areas.join(", ").into())]));
        }
        CourseLine {
            number: Some(course.number.clone()),
            title: course.title.clone(),
            kind: kind(course, department, language),
            reason: sentences.join(" "),
            details: if details.all || details.planned && own.is_some_and(is_planned) {
                dates_and_price(course, own, self.on, language)
            } else {
                String::new()
            },
        }
    }
}

/// The heading of the courses for gaps of this priority.
pub fn heading(priority: Option<Priority>, language: &Language) -> String {
    let key = match priority {
        Some(Priority::Need) => "courses-need",
        Some(Priority::Nice) => "courses-nice",
        None => "courses-unset",
    };
    language.say(key, &[])
}

fn without_course(gap: Gap, department: &Department, language: &Language) -> CourseLine {
    CourseLine {
        number: None,
        title: language.say("courses-none", &[]),
        kind: String::new(),
        reason: gap_in_words(&gap, department, language),
        details: String::new(),
    }
}

/// When a course is held, and what it costs, where the catalogue knows: the session that
/// is taken, else those that can be.
fn dates_and_price(
    course: &Course,
    own: Option<&CourseChoice>,
    on: Option<Date>,
    language: &Language,
) -> String {
    let mut parts = sessions(course, own, on, language);
    let subsidy = course.subsidy.map_or(0, |subsidy| subsidy.hundredths);
    let net = course.price.map_or(0, |price| price.hundredths - subsidy);
    if net > 0 {
        let net = language.number(net);
        let key = if subsidy > 0 { "course-price-after-subsidy" } else { "course-price" };
        parts.push(language.say(key, &[("price", net.into())]));
    }
    if let Some(full) = course.full_price {
        let full = language.number(full.hundredths);
        parts.push(language.say("course-full-price", &[("price", full.into())]));
    }
    parts.join(" · ")
}

fn sessions(
    course: &Course,
    own: Option<&CourseChoice>,
    on: Option<Date>,
    language: &Language,
) -> Vec<String> {
    let has_a_seat = own.is_some_and(|own| own.progress.has_a_seat());
    let with_seats = |session: &Session| {
        let free = session.free_seats.filter(|_| !has_a_seat);
        let free = free.map(|free| language.say("course-free-seats", &[("seats", free.into())]));
        [when(session, language)].into_iter().chain(free).collect::<Vec<_>>().join(" · ")
    };
    if let Some(start) = own.and_then(|own| own.session) {
        let known = own.and_then(|own| own.known_session(course));
        return vec![match known {
            Some(known) => with_seats(&course.sessions[known]),
            None => language.short_date(start),
        }];
    }
    if course.sessions.is_empty() {
        return Vec::new();
    }
    if has_a_seat {
        return vec![language.say("course-session-unknown", &[])];
    }
    let open = own.map_or_else(|| open_sessions(course, on), |own| own.open_sessions(course, on));
    if open.is_empty() {
        // Full ones tell at least when it is held.
        let next = course.sessions.iter().find(|session| on.is_none_or(|on| session.start >= on));
        return next.map(with_seats).into_iter().collect();
    }
    let too_late = own.and_then(|own| own.deadline).is_some_and(|deadline| {
        open.first().is_some_and(|&first| course.sessions[first].last_day() > deadline)
    });
    // The first with all that is known of it, the others by their dates.
    let others: Vec<String> = open
        .iter()
        .skip(1)
        .take(MOST_SESSIONS - 1)
        .map(|&i| language.short_date(course.sessions[i].start))
        .collect();
    let also = (!others.is_empty()).then(|| {
        let dates = others.join(", ");
        language.say("course-also-held", &[("dates", dates.into())])
    });
    let more = open.len().saturating_sub(MOST_SESSIONS);
    let more = (more > 0).then(|| language.say("course-more-sessions", &[("count", more.into())]));
    let late = too_late.then(|| language.say("course-after-deadline", &[]));
    let first = open.first().map(|&first| with_seats(&course.sessions[first]));
    first.into_iter().chain(also).chain(more).chain(late).collect()
}

/// When, where and how a course is held, and until when people can register.
pub fn when(session: &Session, language: &Language) -> String {
    let mut when = language.short_date(session.start);
    if let Some(town) = &session.town {
        when = language.say("course-in", &[("date", when.into()), ("town", town.as_str().into())]);
    }
    if session.half_days {
        when = format!("{when} · {}", language.say("course-half-days", &[]));
    }
    // By day is what everybody expects.
    if let Some(teaching) = session.teaching.filter(|teaching| *teaching != Teaching::Day) {
        when = format!("{when} · {}", language.say(teaching.word_key(), &[]));
    }
    if let Some(last) = session.registration {
        let last = language.say("course-register-by", &[("date", language.short_date(last).into())]);
        when = format!("{when} · {last}");
    }
    if session.guaranteed {
        when = format!("{when} · {}", language.say("course-guaranteed", &[]));
    }
    when
}

/// A course by its number and title, or its title alone where the number is an id
/// of the catalogue's own, which says nothing on paper.
pub fn name(course: &Course) -> String {
    printed_name(&course.number, &course.title)
}

/// As [`name`], of a number and a title.
pub fn printed_name(number: &str, title: &str) -> String {
    if is_official(number) { format!("{number} {title}") } else { title.to_owned() }
}

/// Whether a number is more than an id of the catalogue's own.
pub fn is_official(number: &str) -> bool {
    !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit())
}

fn gap_in_words(gap: &Gap, department: &Department, language: &Language) -> String {
    let area = &department.role_model.areas[gap.area.0].name;
    gap_sentence(area, gap.current, gap.wanted, language)
}

/// The gap that a course is listed for, in a sentence.
pub fn gap_sentence(area: &str, current: i64, wanted: i64, language: &Language) -> String {
    let facts = [("area", area.into()), ("current", current.into()), ("wanted", wanted.into())];
    language.say("reason-gap", &facts)
}

/// The suggested colleague for each gap that has one: of her nothing but name,
/// school and that she agreed.
pub fn mentor_lines(
    person: &Profile,
    department: &Department,
    language: &Language,
    mentors: &Mentors,
) -> Vec<String> {
    let gaps = gaps(person);
    let most = if gaps.len() <= MOST_DETAILED { MOST_MENTORS } else { MOST_MENTORS / 2 };
    gaps.iter()
        .filter_map(|gap| {
            let mentor = mentors.mentor(person, gap.area, department)?;
            let area = department.role_model.areas[gap.area.0].name.as_str();
            let school = department.settings.schools[mentor.school.0].name.as_str();
            let name = mentor.name.value.as_str();
            let facts = [("area", area.into()), ("name", name.into()), ("school", school.into())];
            Some(language.say("courses-mentor", &facts))
        })
        .take(most)
        .collect()
}

/// Form, provider and length, such as `AMU · UCH · 2 dage (eksempel)`.
pub fn kind(course: &Course, department: &Department, language: &Language) -> String {
    let mut parts = vec![terms::form(course.form, language)];
    parts.extend(course.provider.map(|p| department.catalogue.providers[p].name.clone()));
    if let Some(days) = course.days {
        let number = language.number(days.hundredths);
        let one = days.hundredths == 100;
        parts.push(language.say(
            "course-days",
            &[("days", number.into()), ("one", (if one { "yes" } else { "no" }).into())],
        ));
    }
    let kind = parts.join(" · ");
    if course.example { format!("{kind} {}", language.say("course-example", &[])) } else { kind }
}
