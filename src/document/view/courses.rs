//! The list of courses and other ways, each with its reason in words made of facts.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::Serialize;

use super::terms;
use crate::analysis::gaps::{Gap, priority_rank};
use crate::analysis::matching::{LevelFit, Match, Ways, ways};
use crate::department::Department;
use crate::department::catalogue::Course;
use crate::department::profile::{Priority, Profile};
use crate::language::Language;

/// How many courses a list shows, where the catalogue has more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// Courses in all; each gap has at least one.
    pub lines: usize,
    /// Courses for one gap.
    pub per_gap: usize,
}

/// On a person's own plan.
pub const ON_PLAN: Limit = Limit { lines: 8, per_gap: 2 };
/// On her page of the booklet.
pub const IN_BOOKLET: Limit = Limit { lines: 5, per_gap: 2 };

/// Courses of one priority.
#[derive(Debug, Serialize)]
pub struct CourseGroup {
    /// The priority in words.
    heading: String,
    /// The courses, the best first.
    lines: Vec<CourseLine>,
}

/// One course, or one gap that no course closes.
#[derive(Debug, Serialize)]
pub struct CourseLine {
    /// The number or id; `None` where the catalogue has nothing.
    number: Option<String>,
    /// The title.
    title: String,
    /// Form, provider and length.
    kind: String,
    /// Why it is listed.
    reason: String,
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
    let per_gap = (limit.lines / all.len().max(1)).clamp(1, limit.per_gap);
    let mut listed = BTreeSet::new();
    let mut possible = BTreeSet::new();
    let mut groups: Vec<(u8, CourseGroup)> = Vec::new();
    for ways in &all {
        possible.extend(ways.matches.iter().map(|m| m.course));
        // A course that closes two gaps stands once, under the first of them,
        // and counts for the second.
        let (already, fresh): (Vec<&Match>, Vec<&Match>) =
            ways.matches.iter().partition(|m| listed.contains(&m.course));
        let fresh = &fresh[..fresh.len().min(per_gap.saturating_sub(already.len()))];
        listed.extend(fresh.iter().map(|m| m.course));
        let mut lines: Vec<CourseLine> = fresh.iter().map(|m| course_line(m, department, language)).collect();
        if ways.matches.is_empty() {
            lines.push(without_course(ways, department, language));
        }
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

fn heading(priority: Option<Priority>, language: &Language) -> String {
    let key = match priority {
        Some(Priority::Need) => "courses-need",
        Some(Priority::Nice) => "courses-nice",
        None => "courses-unset",
    };
    language.say(key, &[])
}

fn course_line(m: &Match, department: &Department, language: &Language) -> CourseLine {
    let course = &department.catalogue.courses[m.course.0];
    let mut sentences = vec![gap_sentence(&m.gap, department, language)];
    let range = match (course.from_level, course.to_level) {
        (Some(from), Some(to)) => {
            Some(language.say("reason-from-to", &[("from", from.into()), ("to", to.into())]))
        }
        (None, Some(to)) => Some(language.say("reason-to", &[("to", to.into())])),
        (Some(from), None) => Some(language.say("reason-from", &[("from", from.into())])),
        (None, None) => None,
    };
    sentences.extend(range);
    if m.fit == LevelFit::TooAdvanced {
        sentences.push(language.say("reason-too-advanced", &[]));
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
    }
}

fn without_course(ways: &Ways, department: &Department, language: &Language) -> CourseLine {
    CourseLine {
        number: None,
        title: language.say("courses-none", &[]),
        kind: String::new(),
        reason: gap_sentence(&ways.gap, department, language),
    }
}

fn gap_sentence(gap: &Gap, department: &Department, language: &Language) -> String {
    let area = department.role_model.areas[gap.area.0].name.as_str();
    language.say(
        "reason-gap",
        &[("area", area.into()), ("current", gap.current.into()), ("wanted", gap.wanted.into())],
    )
}

/// Form, provider and length, such as `AMU · UCH · 2 dage (eksempel)`.
fn kind(course: &Course, department: &Department, language: &Language) -> String {
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
