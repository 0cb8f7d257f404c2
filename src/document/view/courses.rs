//! The list of courses and other ways, each with its reason in words made of facts.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{room, terms};
use crate::analysis::gaps::{Gap, gaps, priority_rank};
use crate::analysis::matching::{LevelFit, Match, Ways, ways};
use crate::analysis::mentors::Mentors;
use crate::department::Department;
use crate::department::catalogue::{Course, Session};
use crate::department::profile::{Priority, Profile, What};
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
pub const ON_PLAN: Limit = Limit { detailed: true, lines: 4, most: usize::MAX, per_gap: 2 };
/// On her page of the booklet, if there is room for it.
pub const IN_BOOKLET: Limit = Limit { detailed: false, lines: 4, most: 12, per_gap: 2 };

/// Gaps up to which each course says when and where; with more there are too many to choose from yet.
const MOST_DETAILED: usize = 8;
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
    number: Option<String>,
    /// The title.
    title: String,
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
        let line = |line: &CourseLine| room::course(&cut(&line.title), &cut(&line.reason), &cut(&line.kind));
        room::COURSE_HEADING + self.lines.iter().map(line).sum::<f64>()
    }
}

/// The courses of `person` on the day `on`, and how many more the catalogue has.
pub fn groups(
    person: &Profile,
    department: &Department,
    on: Option<Date>,
    language: &Language,
    limit: Limit,
) -> (Vec<CourseGroup>, usize) {
    let all = ways(person, department, on);
    let detailed = limit.detailed && all.len() <= MOST_DETAILED;
    // Every gap has its best course; what is left goes to the first gaps.
    let mut spare = limit.lines.saturating_sub(all.len());
    let mut listed = BTreeSet::new();
    let mut possible = BTreeSet::new();
    let mut groups: Vec<(u8, CourseGroup)> = Vec::new();
    let mut lines_so_far = 0;
    for ways in &all {
        possible.extend(ways.matches.iter().map(|m| m.course));
        // A course that closes two gaps stands once, under the first of them,
        // and counts for the second.
        let (already, fresh): (Vec<&Match>, Vec<&Match>) =
            ways.matches.iter().partition(|m| listed.contains(&m.course));
        let allowed = 1 + spare.min(limit.per_gap - 1);
        let left = limit.most - lines_so_far;
        let fresh = &fresh[..fresh.len().min(allowed.saturating_sub(already.len())).min(left)];
        spare -= fresh.len().saturating_sub(1).min(spare);
        listed.extend(fresh.iter().map(|m| m.course));
        let mut lines: Vec<CourseLine> =
            fresh.iter().map(|m| course_line(m, person, department, on, language, detailed)).collect();
        if ways.matches.is_empty() && left > 0 {
            lines.push(without_course(ways, department, language));
        }
        lines_so_far += lines.len();
        if lines.is_empty() {
            continue;
        }
        let rank = priority_rank(ways.gap.priority);
        match groups.last_mut().filter(|(last, _)| *last == rank) {
            Some((_, group)) => group.lines.extend(lines),
            None => {
                let heading = heading(ways.gap.priority, language);
                groups.push((rank, CourseGroup { heading, lines }));
            }
        }
    }
    let more = possible.len() - listed.len();
    (groups.into_iter().map(|(_, group)| group).collect(), more)
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

fn course_line(
    m: &Match,
    person: &Profile,
    department: &Department,
    on: Option<Date>,
    language: &Language,
    detailed: bool,
) -> CourseLine {
    let course = &department.catalogue.courses[m.course.0];
    let mut sentences = vec![gap_in_words(&m.gap, department, language)];
    let step = match (m.fit, course.from_level, course.to_level) {
        (LevelFit::TooAdvanced, Some(from), _) => Some(("reason-too-advanced", from)),
        (LevelFit::PartOfTheWay, _, Some(to)) => Some(("reason-part-of-the-way", to)),
        _ => None,
    };
    sentences.extend(step.map(|(key, level)| language.say(key, &[("level", level.into())])));
    if person.plan.iter().any(|line| matches!(line.what, What::Course(course) if course == m.course)) {
        sentences.push(language.say("reason-in-plan", &[]));
    }
    if !m.also.is_empty() {
        let areas: Vec<&str> =
            m.also.iter().map(|area| department.role_model.areas[area.0].name.as_str()).collect();
        sentences.push(language.say("reason-also", &[("areas", areas.join(", ").into())]));
    }
    CourseLine {
        number: Some(course.number.clone()),
        title: course.title.clone(),
        kind: kind(course, department, language),
        reason: sentences.join(" "),
        details: if detailed { details(course, on, language) } else { String::new() },
    }
}

fn without_course(ways: &Ways, department: &Department, language: &Language) -> CourseLine {
    CourseLine {
        number: None,
        title: language.say("courses-none", &[]),
        kind: String::new(),
        reason: gap_in_words(&ways.gap, department, language),
        details: String::new(),
    }
}

/// The next time a course is held, and what it costs, where the catalogue knows.
fn details(course: &Course, on: Option<Date>, language: &Language) -> String {
    let next = course.sessions.iter().find(|session| on.is_none_or(|on| session.start >= on));
    let mut parts = Vec::new();
    if let Some(session) = next {
        parts.push(when(session, language));
        if let Some(free) = session.free_seats {
            parts.push(language.say("course-free-seats", &[("seats", free.into())]));
        }
    }
    let subsidy = course.subsidy.map_or(0, |subsidy| subsidy.hundredths);
    let net = course.price.map_or(0, |price| price.hundredths - subsidy);
    if net > 0 {
        let net = language.number(net);
        let key = if subsidy > 0 { "course-price-after-subsidy" } else { "course-price" };
        parts.push(language.say(key, &[("price", net.into())]));
    }
    parts.join(" · ")
}

/// When and where a course is held, and whether in half days.
pub fn when(session: &Session, language: &Language) -> String {
    let mut when = language.short_date(session.start);
    if let Some(town) = &session.town {
        when = language.say("course-in", &[("date", when.into()), ("town", town.as_str().into())]);
    }
    if session.half_days {
        when = format!("{when} · {}", language.say("course-half-days", &[]));
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
