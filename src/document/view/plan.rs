//! What a person's plan says.

use jiff::civil::Date;
use serde::Serialize;

use super::areas::{AreaRow, Remarks};
use super::courses::CourseGroup;
use super::{Fact, Frame, ScaleStep, areas, courses, radar, scale, terms};
use crate::agreement::code::Code;
use crate::analysis::gaps::{gaps, strengths, wants_less};
use crate::analysis::mentors::Mentors;
use crate::department::Department;
use crate::department::profile::{Activity, Priority, Profile, Status, Teaches, What};
use crate::department::role_model::AreaIndex;
use crate::language::Language;

/// Lines for a box under *Kort sagt*.
const MOST_POINTS: usize = 3;

/// Levels between the two views beyond which they are talked about.
const DIFFERENCE_WORTH_A_WORD: i64 = 1;
/// Days before a deadline from which it is near.
const SOON_DUE_DAYS: i32 = 60;
/// Characters of a goal where it is only named.
const MOST_OF_A_GOAL: usize = 90;

/// A plan, before the talk (a draft) or after it.
#[derive(Debug, Serialize)]
pub struct PlanView {
    frame: Frame,
    title: String,
    /// Draft or agreed, in words.
    state: String,
    draft: bool,
    name: String,
    facts: Vec<Fact>,
    radar_alt: String,
    /// Whether the radar's axes bear numbers, so that the table must too.
    numbered: bool,
    scale: Vec<ScaleStep>,
    areas: Vec<AreaRow>,
    summary: Vec<Points>,
    /// What the talk should come to: where the two views differ, needed lifts without a line.
    talk: Vec<String>,
    courses: Vec<CourseGroup>,
    more_courses: Option<String>,
    /// Colleagues who agreed to teach, by area.
    mentors: Vec<String>,
    plan: Vec<PlanLine>,
    stand_ins: Vec<String>,
    follow_up: Option<String>,
    consents: Vec<ConsentLine>,
    signatures: Vec<Signature>,
    /// The code of what is agreed, as printed.
    code: String,
    /// What the QR code beside it holds, for those who can't see it.
    code_alt: String,
}

/// A heading and a few lines.
#[derive(Debug, Serialize)]
struct Points {
    heading: String,
    points: Vec<String>,
}

/// One line of the plan.
#[derive(Debug, Serialize)]
struct PlanLine {
    goal: String,
    area: String,
    what: String,
    responsible: String,
    deadline: String,
    stand_in: String,
    status: String,
}

/// A consent as a sentence, and today's answer.
#[derive(Debug, Serialize)]
struct ConsentLine {
    sentence: String,
    answer: String,
}

/// Who signs.
#[derive(Debug, Serialize)]
struct Signature {
    role: String,
    name: String,
}

/// The plan of `person`; `on` is the day by which courses have expired or not.
pub fn view(
    person: &Profile,
    department: &Department,
    language: &Language,
    on: Option<Date>,
    numbered: bool,
    mentors: &Mentors,
    code: Code,
) -> PlanView {
    let draft = person.agreed.is_none();
    let (courses, more) = courses::groups(person, department, on, language, courses::ON_PLAN);
    let state = language.say(if draft { "plan-draft" } else { "plan-agreed" }, &[]);
    let name = person.name.value.clone();
    PlanView {
        frame: Frame::new(department, language),
        title: format!("{state}: {name}"),
        state,
        draft,
        facts: facts(person, department, language),
        radar_alt: radar::person_alt(person, department, language),
        numbered,
        scale: scale(department),
        areas: areas::rows(person, department, language, Remarks::Shown),
        summary: summary(person, department, language),
        talk: talk(person, department, language),
        courses,
        more_courses: (more > 0).then(|| language.say("courses-more", &[("count", more.into())])),
        mentors: courses::mentor_lines(person, department, language, mentors),
        plan: person.plan.iter().map(|line| plan_line(line, department, language, on)).collect(),
        stand_ins: stand_ins(person, department, language),
        follow_up: person
            .follow_up
            .map(|day| language.say("plan-follow-up", &[("date", language.date(day).into())])),
        consents: consents(person, department, language),
        signatures: vec![
            Signature { role: language.say("label-employee", &[]), name: name.clone() },
            Signature {
                role: language.say("label-leader", &[]),
                name: person.leader.clone().unwrap_or_default(),
            },
        ],
        name,
        code: no_break(&code.to_string()),
        code_alt: language.say("alt-code", &[("code", code.to_string().into())]),
    }
}

/// A code stays on one line.
fn no_break(code: &str) -> String {
    code.replace(' ', "\u{a0}")
}

pub(super) fn facts(person: &Profile, department: &Department, language: &Language) -> Vec<Fact> {
    let mut facts = Vec::new();
    let mut add = |key: &str, value: Option<String>| {
        if let Some(value) = value {
            facts.push(Fact { label: language.say(key, &[]), value });
        }
    };
    add("label-school", Some(department.settings.schools[person.school.0].name.clone()));
    add("label-position", person.position.clone());
    add("label-leader", person.leader.clone());
    add("label-talk", person.talk.map(|day| language.date(day)));
    add("label-agreed", person.agreed.map(|day| language.date(day)));
    let roles: Vec<String> =
        person.roles.iter().map(|role| department.role_model.roles[role.0].name.clone()).collect();
    add("label-roles", (!roles.is_empty()).then(|| roles.join(", ")));
    facts
}

fn summary(person: &Profile, department: &Department, language: &Language) -> Vec<Points> {
    let name = |area: AreaIndex| department.role_model.areas[area.0].name.as_str();
    let levels = |area: AreaIndex| person.levels[area.0].as_ref();
    let change = |area: AreaIndex, from: i64, to: i64| {
        language.say("point-change", &[("area", name(area).into()), ("from", from.into()), ("to", to.into())])
    };

    let mut achieved: Vec<String> = person
        .last_year
        .iter()
        .enumerate()
        .filter_map(|(i, last)| {
            let (last, now) = ((*last)?, levels(AreaIndex(i))?.current);
            (now > last).then(|| change(AreaIndex(i), last, now))
        })
        .take(MOST_POINTS)
        .collect();
    if !person.last_plan.is_empty() {
        let done = person.last_plan.iter().filter(|line| line.status == Some(Status::Done)).count();
        achieved.push(
            language.say("point-last-plan", &[("done", done.into()), ("all", person.last_plan.len().into())]),
        );
    }

    let mut by_size = gaps(person);
    by_size.sort_by_key(|gap| -gap.size());
    let lifts: Vec<String> =
        by_size.iter().take(MOST_POINTS).map(|gap| change(gap.area, gap.current, gap.wanted)).collect();

    let strong: Vec<String> = strengths(person, &department.role_model, MOST_POINTS)
        .into_iter()
        .filter_map(|area| {
            let level = levels(area)?.current;
            Some(language.say("point-level", &[("area", name(area).into()), ("level", level.into())]))
        })
        .collect();

    let less: Vec<String> = wants_less(person)
        .into_iter()
        .filter_map(|area| Some(change(area, levels(area)?.current, levels(area)?.wanted)))
        .collect();

    let none = |points: Vec<String>, key: &str| {
        if points.is_empty() { vec![language.say(key, &[])] } else { points }
    };
    let mut boxes = Vec::new();
    let mut add = |key: &str, points: Vec<String>| {
        if !points.is_empty() {
            boxes.push(Points { heading: language.say(key, &[]), points });
        }
    };
    add("points-achieved", achieved);
    add("points-lifts", none(lifts, "points-no-lifts"));
    add("points-strengths", strong);
    add("points-less", less);
    boxes
}

/// Where the two views differ so much that the talk should come to it.
pub(super) fn differences(person: &Profile, department: &Department, language: &Language) -> Vec<String> {
    let areas = &department.role_model.areas;
    let mut points = Vec::new();
    if let Some(view) = department.leader_view(person) {
        for ((area, levels), leader) in areas.iter().zip(&person.levels).zip(&view.levels) {
            let (Some(levels), Some(leader)) = (levels, leader) else { continue };
            if (levels.current - leader).abs() > DIFFERENCE_WORTH_A_WORD {
                points.push(language.say(
                    "talk-difference",
                    &[
                        ("area", area.name.as_str().into()),
                        ("employee", levels.current.into()),
                        ("leader", (*leader).into()),
                    ],
                ));
            }
        }
    }
    points
}

/// Whether a line of her plan serves `area`.
pub(super) fn serves(person: &Profile, area: AreaIndex, department: &Department) -> bool {
    person.plan.iter().any(|line| {
        let by_course = match line.what {
            What::Course(course) => department.catalogue.courses[course.0].areas.contains(&area),
            _ => false,
        };
        line.area == Some(area) || line.area.is_none() && by_course
    })
}

/// Points for the talk.
fn talk(person: &Profile, department: &Department, language: &Language) -> Vec<String> {
    let areas = &department.role_model.areas;
    let mut points = differences(person, department, language);
    if department.leader_view_is_unusable(person) {
        points.push(language.say("talk-leader-view-unusable", &[]));
    }
    for gap in gaps(person).iter().filter(|gap| gap.priority == Some(Priority::Need)) {
        if !serves(person, gap.area, department) {
            let area = areas[gap.area.0].name.as_str();
            points.push(language.say("talk-need-without-line", &[("area", area.into())]));
        }
    }
    points
}

/// The status of a line, and whether its deadline is past or near on the day `on`.
fn status(line: &Activity, language: &Language, on: Option<Date>) -> String {
    let status = line.status.map(|status| terms::status(status, language));
    let open = !matches!(line.status, Some(Status::Done | Status::Dropped));
    let due = line.deadline.zip(on).filter(|_| open).and_then(|(deadline, on)| {
        if deadline < on {
            Some(language.say("plan-overdue", &[]))
        } else {
            let days = (deadline - on).get_days();
            (days <= SOON_DUE_DAYS).then(|| language.say("plan-soon-due", &[]))
        }
    });
    status.into_iter().chain(due).collect::<Vec<_>>().join(", ")
}

fn plan_line(line: &Activity, department: &Department, language: &Language, on: Option<Date>) -> PlanLine {
    PlanLine {
        goal: line.goal.clone().unwrap_or_default(),
        area: line.area.map(|area| department.role_model.areas[area.0].name.clone()).unwrap_or_default(),
        what: what(line, department, language),
        responsible: line
            .responsible
            .as_ref()
            .map(|r| terms::responsible(r, department, language))
            .unwrap_or_default(),
        deadline: line.deadline.map(|day| language.short_date(day)).unwrap_or_default(),
        stand_in: line.stand_in.clone().unwrap_or_default(),
        status: status(line, language, on),
    }
}

fn what(line: &Activity, department: &Department, language: &Language) -> String {
    match &line.what {
        What::Course(index) => {
            let course = &department.catalogue.courses[index.0];
            // An id that the catalogue made up says nothing on paper.
            let official = course.number.bytes().all(|b| b.is_ascii_digit());
            if official { format!("{} {}", course.number, course.title) } else { course.title.clone() }
        }
        What::Form(form, None) => terms::form(*form, language),
        What::Form(form, Some(mentor)) => {
            // Only who has agreed to teach is named in somebody else's document.
            let agreed = department.people.iter().any(|p| {
                p.name.value == mentor.value
                    && line.area.is_none_or(|area| p.consent.teaches.covers(area))
                    && p.consent.teaches != Teaches::Nothing
            });
            let mentor = if agreed { mentor.value.clone() } else { language.say("plan-a-colleague", &[]) };
            let form = terms::form(*form, language);
            language.say("plan-form-with", &[("form", form.into()), ("mentor", mentor.into())])
        }
        What::Text(text) => text.clone(),
        What::Open => String::new(),
    }
}

/// *Arbejdsro og afløsning*: how many lines have a stand-in, and which have none.
pub(super) fn stand_ins(person: &Profile, department: &Department, language: &Language) -> Vec<String> {
    let open: Vec<&Activity> = person
        .plan
        .iter()
        .filter(|line| !matches!(line.status, Some(Status::Done | Status::Dropped)))
        .collect();
    if open.is_empty() {
        return Vec::new();
    }
    let covered = open.iter().filter(|line| line.stand_in.is_some()).count();
    let mut sentences =
        vec![language.say("plan-stand-ins", &[("covered", covered.into()), ("all", open.len().into())])];
    let without: Vec<String> = open
        .iter()
        .filter(|line| line.stand_in.is_none())
        .map(|line| line.goal.clone().unwrap_or_else(|| what(line, department, language)))
        // The whole goal stands in the table above.
        .map(|goal| match goal.char_indices().nth(MOST_OF_A_GOAL) {
            Some((end, _)) => format!("{}…", &goal[..end]),
            None => goal,
        })
        .collect();
    if !without.is_empty() && covered > 0 {
        sentences.push(language.say("plan-without-stand-in", &[("lines", without.join("; ").into())]));
    }
    sentences
}

fn consents(person: &Profile, department: &Department, language: &Language) -> Vec<ConsentLine> {
    let yes_no = |yes: bool| language.say(if yes { "answer-yes" } else { "answer-no" }, &[]);
    let teaches = match &person.consent.teaches {
        Teaches::Nothing => yes_no(false),
        Teaches::Everything => yes_no(true),
        Teaches::Areas(areas) => {
            let names: Vec<&str> =
                areas.iter().map(|area| department.role_model.areas[area.0].name.as_str()).collect();
            language.say("answer-areas", &[("areas", names.join(", ").into())])
        }
    };
    vec![
        ConsentLine {
            sentence: language.say("consent-booklet", &[]),
            answer: yes_no(person.consent.booklet),
        },
        ConsentLine { sentence: language.say("consent-teaches", &[]), answer: teaches },
    ]
}
