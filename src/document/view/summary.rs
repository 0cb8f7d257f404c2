//! *Kort sagt*, the summary on a plan: boxes with a few short points.

use serde::{Deserialize, Serialize};

use super::terms::what;
use crate::agreement::{AgreedArea, AgreedLevels, AgreedLine, Agreement};
use crate::analysis::gaps::{largest_lifts, strengths, wants_less};
use crate::department::profile::Priority;
use crate::language::Language;

/// The most points under a heading.
const MAX_POINTS: usize = 3;
/// The most needed lifts; a person with more has the rest in the table only.
const MAX_NEEDED: usize = 6;
/// The length of all listed goals in characters, so that none is cut and the front keeps its height.
const MAX_GOALS_CHARS: usize = 150;

/// A heading with points, in one of the three boxes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Points {
    pub(crate) heading: String,
    pub(crate) points: Vec<String>,
    /// The box from the left: lifts, strengths, plan.
    #[serde(rename = "box")]
    pub(crate) position: usize,
    /// Whether the points are needed, for emphasis.
    pub(crate) needed: bool,
}

/// The short text for an area that changes from one level to another.
pub(crate) fn point_change(area: &str, from: i64, to: i64, language: &Language) -> String {
    language.say("point-change", &[("area", area.into()), ("from", from.into()), ("to", to.into())])
}

/// The short text for an area at a level.
pub(crate) fn point_level(area: &str, level: i64, language: &Language) -> String {
    language.say("point-level", &[("area", area.into()), ("level", level.into())])
}

/// The boxes of *Kort sagt*, which follow from the agreement.
pub(crate) fn boxes(agreement: &Agreement, draft: bool, language: &Language) -> Vec<Points> {
    let change = |(area, levels): &(&AgreedArea, AgreedLevels)| {
        point_change(&area.name, levels.current, levels.wanted, language)
    };
    let changes = |lifts: &[(&AgreedArea, AgreedLevels)]| lifts.iter().map(change).collect::<Vec<_>>();
    let lifts = largest_lifts(agreement, usize::MAX);
    let is_needed = |(_, levels): &(&AgreedArea, AgreedLevels)| levels.priority == Some(Priority::Need);
    let (needed, others): (Vec<_>, Vec<_>) = lifts.into_iter().partition(is_needed);
    let mut needed_points = changes(&needed[..needed.len().min(MAX_NEEDED)]);
    if let Some(more) = needed.len().checked_sub(MAX_NEEDED).filter(|more| *more > 0) {
        needed_points.push(language.say("points-more-needed", &[("count", more.into())]));
    }
    let most_others = if needed.is_empty() { MAX_POINTS } else { MAX_POINTS.saturating_sub(needed.len()) };
    let mut other_points = changes(&others[..others.len().min(most_others)]);
    if needed.is_empty() && others.is_empty() {
        let key = if agreement.is_filled_in() { "points-no-lifts" } else { "points-not-filled-in" };
        other_points.push(language.say(key, &[]));
    }
    let others_heading = if needed.is_empty() { "points-lifts" } else { "points-other-lifts" };
    let strong = strengths(agreement, MAX_POINTS).into_iter();
    let strong = strong.map(|(area, levels)| point_level(&area.name, levels.current, language)).collect();
    let plan = if agreement.is_filled_in() { goals(agreement, language) } else { Vec::new() };
    let points = [
        (0, "points-needed", needed_points),
        (0, others_heading, other_points),
        (1, "points-strengths", strong),
        (1, "points-less", changes(&wants_less(agreement))),
        (2, if draft { "points-proposed" } else { "points-agreed" }, plan),
    ];
    points
        .into_iter()
        .filter(|(.., points): &(usize, &str, Vec<String>)| !points.is_empty())
        .map(|(position, key, points)| Points {
            heading: language.say(key, &[]),
            points,
            position,
            needed: key == "points-needed",
        })
        .collect()
}

/// The goals of the plan, each in full, as many as there is space for.
fn goals(agreement: &Agreement, language: &Language) -> Vec<String> {
    let goal = |line: &AgreedLine| line.goal.clone().unwrap_or_else(|| what(&line.what, language));
    let all: Vec<String> = agreement.lines.iter().map(goal).filter(|goal| !goal.is_empty()).collect();
    let mut left = MAX_GOALS_CHARS;
    let mut listed = Vec::new();
    for goal in &all {
        let length = goal.chars().count();
        if length > left || listed.len() == MAX_POINTS {
            break;
        }
        left -= length;
        listed.push(goal.clone());
    }
    let more = all.len() - listed.len();
    if all.is_empty() {
        listed.push(language.say("points-no-lines", &[]));
    } else if listed.is_empty() {
        listed.push(language.say("points-lines", &[("count", more.into())]));
    } else if more > 0 {
        listed.push(language.say("points-more-lines", &[("count", more.into())]));
    }
    listed
}
