//! *Kort sagt*, the summary on a plan: boxes with a few short points.

use serde::{Deserialize, Serialize};

use super::{shortened, terms};
use crate::agreement::{AgreedArea, AgreedLevels, Agreement};
use crate::analysis::gaps::{largest_lifts, strengths, wants_less};
use crate::department::Department;
use crate::department::profile::{Profile, Status};
use crate::language::Language;

/// The most points in a box under *Kort sagt*.
pub const MAX_POINTS: usize = 3;
/// The heading of the box on achievements.
pub const ACHIEVED: &str = "points-achieved";
/// The most lines of last year's plan that are listed one by one.
pub const MAX_LAST_LINES: usize = 2;
/// The longest of last year's goals, in characters.
const MAX_LAST_GOAL_CHARS: usize = 40;

/// A box with a heading and points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Points {
    pub(crate) heading: String,
    pub(crate) points: Vec<String>,
}

/// The short text for an area that changes from one level to another.
pub fn point_change(area: &str, from: i64, to: i64, language: &Language) -> String {
    language.say("point-change", &[("area", area.into()), ("from", from.into()), ("to", to.into())])
}

/// The short text for an area at a level.
pub fn point_level(area: &str, level: i64, language: &Language) -> String {
    language.say("point-level", &[("area", area.into()), ("level", level.into())])
}

/// The achievements since last year: higher levels and completed lines of last year's plan.
pub(super) fn achieved(person: &Profile, department: &Department, language: &Language) -> Vec<String> {
    let areas = department.role_model.areas.iter().zip(&person.levels).zip(&person.last_year);
    let mut achieved: Vec<String> = areas
        .filter_map(|((area, levels), last)| {
            let (last, now) = ((*last)?, levels.as_ref()?.current);
            (now > last).then(|| point_change(&area.name, last, now, language))
        })
        .take(MAX_POINTS)
        .collect();
    let listed = person.last_plan.iter().filter_map(|line| Some((line, line.status?))).take(MAX_LAST_LINES);
    achieved.extend(listed.map(|(line, status)| {
        let goal = shortened(&line.goal, MAX_LAST_GOAL_CHARS);
        let status = terms::status(status, language);
        language.say("point-last-line", &[("goal", goal.into()), ("status", status.into())])
    }));
    if person.last_plan.len() > MAX_LAST_LINES {
        let done = person.last_plan.iter().filter(|line| line.status == Some(Status::Done)).count();
        achieved.push(
            language.say("point-last-plan", &[("done", done.into()), ("all", person.last_plan.len().into())]),
        );
    }
    achieved
}

/// The boxes of *Kort sagt*. All but `achieved` follow from the agreement.
pub fn boxes(achieved: Vec<String>, agreement: &Agreement, language: &Language) -> Vec<Points> {
    let change = |(area, levels): (&AgreedArea, AgreedLevels)| {
        point_change(&area.name, levels.current, levels.wanted, language)
    };
    let mut lifts: Vec<String> = largest_lifts(agreement, MAX_POINTS).into_iter().map(change).collect();
    if lifts.is_empty() {
        let key = if agreement.is_filled_in() { "points-no-lifts" } else { "points-not-filled-in" };
        lifts.push(language.say(key, &[]));
    }
    let strong = strengths(agreement, MAX_POINTS).into_iter();
    let strong = strong.map(|(area, levels)| point_level(&area.name, levels.current, language)).collect();
    let less = wants_less(agreement).into_iter().map(change).collect();
    let boxes =
        [(ACHIEVED, achieved), ("points-lifts", lifts), ("points-strengths", strong), ("points-less", less)];
    boxes
        .into_iter()
        .filter(|(_, points): &(&str, Vec<String>)| !points.is_empty())
        .map(|(key, points)| Points { heading: language.say(key, &[]), points })
        .collect()
}
