//! The view of the preparation sheet, on which the employee prepares for the talk.
//!
//! It has questions on the three themes of KL's guide to the talk, each with the facts in the
//! profile behind it; a question without facts is asked in general or omitted. The role model
//! follows as a mirror.

use serde::Serialize;

use super::plan;
use super::plan::PastLine;
use super::{Fact, Frame, ScaleStep, scale, summary, terms};
use crate::agreement::Agreement;
use crate::analysis::gaps::{Gap, gaps, strengths, wants_less};
use crate::department::Department;
use crate::department::profile::{Priority, Profile};
use crate::department::role_model::{AreaIndex, Competency};
use crate::language::Language;

/// The most gaps with questions of their own; the others are listed together.
const MAX_LIFTS: usize = 3;
/// The most strengths.
const MAX_STRENGTHS: usize = 3;
/// Lines to write on under a question.
const LINES: usize = 2;

/// The view of the preparation sheet.
#[derive(Debug, Serialize)]
pub(crate) struct PreparationView {
    frame: Frame,
    title: String,
    /// The document's kind in words.
    state: String,
    name: String,
    facts: Vec<Fact>,
    scale: Vec<ScaleStep>,
    last_plan: Vec<PastLine>,
    looking_back: Vec<Question>,
    motivation: Vec<Question>,
    /// On undisturbed work and time for learning.
    undisturbed: Vec<Question>,
    differences: Option<Question>,
    lifts: Vec<Lift>,
    goals: Vec<Question>,
    /// On tasks that can be reduced.
    less: Vec<Question>,
    mirror: Mirror,
}

/// A question, with lines to write on.
#[derive(Debug, Serialize)]
struct Question {
    /// The sentences from the profile behind the question.
    facts: Vec<String>,
    question: String,
    lines: usize,
}

impl Question {
    fn general(key: &str, language: &Language) -> Self {
        Self { facts: Vec::new(), question: language.say(key, &[]), lines: LINES }
    }

    fn about(facts: Vec<String>, key: &str, language: &Language) -> Self {
        Self { facts, ..Self::general(key, language) }
    }
}

/// An area that the person wants to improve.
#[derive(Debug, Serialize)]
struct Lift {
    area: String,
    /// The levels, the priority, and whether the plan has a line for it.
    details: Vec<String>,
    remark: Option<String>,
}

/// The role model compared with the person's levels.
#[derive(Debug, Serialize)]
struct Mirror {
    /// The areas above, at and below the role model's level.
    standing: Vec<Fact>,
    areas: Vec<MirrorArea>,
    other: Vec<String>,
    question: Question,
}

/// An area in the mirror.
#[derive(Debug, Serialize)]
struct MirrorArea {
    name: String,
    /// The person's level and the role model's, in words.
    standing: String,
    /// As steps from the lowest level.
    current_step: Option<usize>,
    wanted_step: Option<usize>,
    expected_step: Option<usize>,
    competencies: Vec<String>,
}

/// The preparation sheet of `person`. It is theirs, so it has the leader's levels only if
/// `shows_leader`, when the leader makes it for both.
pub(crate) fn view(
    person: &Profile,
    agreement: &Agreement,
    department: &Department,
    language: &Language,
    shows_leader: bool,
) -> PreparationView {
    let state = language.say("prep-title", &[]);
    let name = person.name.value.clone();
    PreparationView {
        frame: Frame::new(department, language),
        title: format!("{state}: {name}"),
        state,
        facts: facts(person, department, language),
        scale: scale(&department.role_model),
        last_plan: plan::last_plan(person, language),
        looking_back: looking_back(person, department, language),
        motivation: motivation(agreement, language),
        undisturbed: undisturbed(person, agreement, department, language),
        differences: shows_leader.then(|| differences(person, department, language)).flatten(),
        lifts: gaps(person)
            .iter()
            .take(MAX_LIFTS)
            .map(|gap| lift(gap, person, department, language))
            .collect(),
        goals: goals(person, department, language),
        less: less(agreement, language),
        mirror: mirror(person, department, language),
        name,
    }
}

/// The facts under the name, without the date of the last agreement.
fn facts(person: &Profile, department: &Department, language: &Language) -> Vec<Fact> {
    let agreed = language.say("label-agreed", &[]);
    let mut facts = plan::facts(person, department, language);
    facts.retain(|fact| fact.label != agreed);
    facts
}

fn area_name(area: AreaIndex, department: &Department) -> &str {
    &department.role_model.areas[area.0].name
}

/// A heading with items, such as `Styrker: Dansk+: 4 · It+: 5.`
fn listed(heading: &str, items: &[String], language: &Language) -> String {
    let facts = [("heading", language.say(heading, &[]).into()), ("items", items.join(" · ").into())];
    language.say("prep-listed", &facts)
}

fn change(area: &str, from: i64, to: i64, language: &Language) -> String {
    language.say("point-change", &[("area", area.into()), ("from", from.into()), ("to", to.into())])
}

fn looking_back(person: &Profile, department: &Department, language: &Language) -> Vec<Question> {
    let (mut risen, mut fallen) = (Vec::new(), Vec::new());
    for ((area, last), levels) in
        department.role_model.areas.iter().zip(&person.last_year).zip(&person.levels)
    {
        let (Some(last), Some(levels)) = (last, levels) else { continue };
        let now = levels.current;
        if now != *last {
            let changed = if now > *last { &mut risen } else { &mut fallen };
            changed.push(change(&area.name, *last, now, language));
        }
    }
    let mut questions = vec![if risen.is_empty() {
        Question::general("prep-satisfied", language)
    } else {
        let facts = vec![listed("points-achieved", &risen, language)];
        Question::about(facts, "prep-what-helped", language)
    }];
    if !fallen.is_empty() {
        let facts = vec![listed("prep-fallen", &fallen, language)];
        questions.push(Question::about(facts, "prep-what-changed", language));
    }
    // Without data on last year the questions are general.
    if risen.is_empty() && fallen.is_empty() && person.last_plan.is_empty() {
        questions.push(Question::general("prep-no-time-for", language));
    }
    questions
}

fn motivation(agreement: &Agreement, language: &Language) -> Vec<Question> {
    let strong: Vec<String> = strengths(agreement, MAX_STRENGTHS)
        .into_iter()
        .map(|(area, levels)| summary::point_level(&area.name, levels.current, language))
        .collect();
    let mut questions = vec![Question::general("prep-energy", language)];
    questions.push(if strong.is_empty() {
        Question::general("prep-good-at", language)
    } else {
        let facts = vec![listed("points-strengths", &strong, language)];
        Question::about(facts, "prep-use-strengths", language)
    });
    questions
}

fn undisturbed(
    person: &Profile,
    agreement: &Agreement,
    department: &Department,
    language: &Language,
) -> Vec<Question> {
    let stand_ins = plan::stand_ins_by_goal(person, agreement, department, language);
    vec![
        Question::general("prep-peace", language),
        Question::general("prep-spared", language),
        Question::about(stand_ins, "prep-no-pile", language),
    ]
}

fn differences(person: &Profile, department: &Department, language: &Language) -> Option<Question> {
    let areas = plan::differences(person, department, language);
    (!areas.is_empty()).then(|| {
        let facts = vec![listed("prep-seen-differently", &areas, language)];
        Question::about(facts, "prep-where-you-stand", language)
    })
}

fn lift(gap: &Gap, person: &Profile, department: &Department, language: &Language) -> Lift {
    let named = |number: i64| {
        let levels = &department.role_model.scale.levels;
        let name = levels.iter().find(|level| level.number == number).map(|level| level.name.as_str());
        let name = name.unwrap_or_default();
        language.say("prep-level", &[("level", number.into()), ("name", name.into())])
    };
    let (from, to) = (named(gap.current), named(gap.wanted));
    let mut details = vec![language.say("prep-from-to", &[("from", from.into()), ("to", to.into())])];
    if gap.priority.is_some() {
        details.push(terms::priority(gap.priority, language));
    }
    if !plan::has_line_for(person, gap.area, department) && gap.priority == Some(Priority::Need) {
        details.push(language.say("prep-no-activity", &[]));
    }
    Lift {
        area: area_name(gap.area, department).to_owned(),
        details,
        remark: person.levels[gap.area.0].as_ref().and_then(|levels| levels.remark.clone()),
    }
}

fn goals(person: &Profile, department: &Department, language: &Language) -> Vec<Question> {
    let gaps = gaps(person);
    let mut questions = Vec::new();
    if gaps.is_empty() {
        let filled_in = person.levels.iter().any(Option::is_some);
        let facts = if filled_in { vec![language.say("points-no-lifts", &[])] } else { Vec::new() };
        questions.push(Question::about(facts, "prep-keep", language));
    }
    let others: Vec<String> = gaps
        .iter()
        .skip(MAX_LIFTS)
        .map(|gap| change(area_name(gap.area, department), gap.current, gap.wanted, language))
        .collect();
    if !others.is_empty() {
        let facts = vec![listed("prep-other-lifts", &others, language)];
        questions.push(Question::about(facts, "prep-what-can-wait", language));
    }
    questions.push(Question::general("prep-future", language));
    questions
}

fn less(agreement: &Agreement, language: &Language) -> Vec<Question> {
    let areas: Vec<String> = wants_less(agreement)
        .into_iter()
        .map(|(area, levels)| summary::point_change(&area.name, levels.current, levels.wanted, language))
        .collect();
    let mut questions = Vec::new();
    if !areas.is_empty() {
        let facts = vec![listed("points-less", &areas, language)];
        questions.push(Question::about(facts, "prep-who-takes-over", language));
    }
    questions.push(Question::general("prep-simpler", language));
    questions
}

/// The competencies as they concern the person: how the focus group voted does not.
fn texts(competencies: &[Competency]) -> Vec<String> {
    competencies.iter().map(|competency| competency.text.clone()).collect()
}

fn mirror(person: &Profile, department: &Department, language: &Language) -> Mirror {
    let role_model = &department.role_model;
    let (mut above, mut equal, mut below) = (Vec::new(), Vec::new(), Vec::new());
    for (area, levels) in role_model.areas.iter().zip(&person.levels) {
        let Some((levels, expected)) = levels.as_ref().zip(area.expected) else { continue };
        let difference = levels.current - expected;
        let with_difference = || format!("{} ({})", area.name, language.signed(difference));
        match difference {
            0 => equal.push(area.name.clone()),
            more if more > 0 => above.push(with_difference()),
            _ => below.push(with_difference()),
        }
    }
    let standing = [("prep-above", above), ("prep-equal", equal), ("prep-below", below)]
        .into_iter()
        .filter(|(_, areas)| !areas.is_empty())
        .map(|(key, areas)| Fact { label: language.say(key, &[]), value: areas.join(" · ") })
        .collect();
    let step = |number: i64| role_model.scale.position(number);
    let is_relevant = |area: usize| !person.not_relevant.contains(&AreaIndex(area));
    let areas =
        role_model.areas.iter().zip(&person.levels).enumerate().filter(|(area, _)| is_relevant(*area));
    let areas = areas.map(|(_, (area, levels))| {
        let now = match levels {
            Some(levels) => language.say("prep-now", &[("level", levels.current.into())]),
            None => language.say("radar-missing", &[]),
        };
        let expected = area.expected.map(|level| language.say("prep-role-model", &[("level", level.into())]));
        let current_step = levels.as_ref().and_then(|levels| step(levels.current));
        MirrorArea {
            name: area.name.clone(),
            standing: std::iter::once(now).chain(expected).collect::<Vec<_>>().join(" · "),
            current_step,
            // The mirror compares current levels, not targets.
            wanted_step: current_step,
            expected_step: area.expected.and_then(step),
            competencies: texts(&area.competencies),
        }
    });
    Mirror {
        standing,
        areas: areas.collect(),
        other: texts(&role_model.other_competencies),
        question: Question::general("prep-does-it-fit", language),
    }
}
