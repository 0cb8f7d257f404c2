//! The view of a person's plan.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::areas::AreaRow;
use super::courses::CourseGroup;
use super::programme::staircase::{self, StaircaseView};
use super::summary::Points;
use super::{Fact, Frame, ScaleStep, courses, radar, scale, shortened, summary, terms};
use crate::agreement::record::Signer;
use crate::agreement::signature_status::{NotedSignature, SignatureStatus};
use crate::agreement::{AgreedLevels, AgreedLine, Agreement, Fingerprint};
use crate::analysis::choices::PersonChoices;
use crate::analysis::gaps::{gaps, serves};
use crate::analysis::mentors::Mentors;
use crate::department::Department;
use crate::department::profile::{Activity, Priority, Profile, SOON_DUE_DAYS, Status, Teaches, What};
use crate::department::role_model::AreaIndex;
use crate::document::world::Provenance;
use crate::language::Language;

/// The difference between two views, in levels, above which it becomes a topic for the talk.
const MAX_UNREMARKED_DIFFERENCE: i64 = 1;
/// The remark on a past deadline.
pub const OVERDUE: &str = "plan-overdue";
/// The remark on a near deadline.
pub const SOON_DUE: &str = "plan-soon-due";
/// The message on an empty profile.
pub const NOT_FILLED_IN: &str = "plan-not-filled-in";
/// The most lines of a plan whose courses have details, so that a long plan stays short.
const MAX_DETAILED: usize = 8;
/// The longest goal outside the plan's table, in characters.
const MAX_GOAL_CHARS: usize = 90;

/// A plan, draft or agreed. Plans carry it as an attachment, so the field names are a file
/// format.
#[derive(Debug, Serialize, Deserialize)]
pub struct PlanView {
    pub(in crate::document) frame: Frame,
    /// The versions and templates to reproduce the document with.
    pub(in crate::document) made: Provenance,
    /// The creation date, as `2026-12-02`.
    pub(in crate::document) date: String,
    pub(in crate::document) title: String,
    /// Draft or agreed, in words.
    pub(in crate::document) state: String,
    pub(in crate::document) draft: bool,
    pub(in crate::document) name: String,
    pub(in crate::document) school: String,
    pub(in crate::document) facts: Vec<Fact>,
    /// Changes since it was signed.
    pub(in crate::document) changed: Vec<String>,
    pub(in crate::document) radar_alt: String,
    /// Whether the radar's axes and therefore the table's rows are numbered.
    pub(in crate::document) numbered: bool,
    pub(in crate::document) scale: Vec<ScaleStep>,
    pub(in crate::document) areas: Vec<AreaRow>,
    pub(in crate::document) summary: Vec<Points>,
    /// The lines of last year's plan.
    pub(in crate::document) last_plan: Vec<PastLine>,
    /// The areas with a higher level than last year.
    pub(in crate::document) risen: Vec<String>,
    /// Topics for the talk: differences between the two views, and needed gaps without a plan line.
    pub(in crate::document) talk: Vec<String>,
    /// Suggestions for gaps that the plan leaves open.
    pub(in crate::document) courses: Vec<CourseGroup>,
    /// How many more courses the catalogue has, in words, by the number of suggestions that are printed.
    pub(in crate::document) more_courses: Vec<Option<String>>,
    /// Colleagues who agreed to teach, by area.
    pub(in crate::document) mentors: Vec<String>,
    pub(in crate::document) plan: Vec<PlanLine>,
    pub(in crate::document) stand_ins: Vec<String>,
    pub(in crate::document) follow_up: Option<String>,
    /// The programme that the person is in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::document) staircase: Option<StaircaseView>,
    pub(in crate::document) consents: Vec<ConsentLine>,
    pub(in crate::document) signatures: Vec<SignatureField>,
    /// The message on an empty profile.
    pub(in crate::document) empty: Option<String>,
    /// The code of the agreement, as printed.
    pub(in crate::document) code: String,
    /// The alternative text of the QR code.
    pub(in crate::document) code_alt: String,
}

/// A line of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanLine {
    pub(crate) goal: String,
    /// What shows that the goal is reached.
    pub(crate) success: String,
    pub(crate) area: String,
    /// The change of level in the area; empty without one.
    pub(crate) lift: String,
    /// Whether the lift is needed, for emphasis.
    pub(crate) needed: bool,
    /// The activity.
    pub(crate) what: String,
    /// The dates, place, length and price of the course.
    pub(crate) details: String,
    pub(crate) responsible: String,
    pub(crate) leader_does: String,
    pub(crate) deadline: String,
    /// The session of the course, by its first day.
    pub(crate) session: String,
    /// The stand-in during the course.
    pub(crate) stand_in: String,
    /// Whether more is to come of the line, so that a stand-in may be missing.
    pub(crate) open: bool,
    /// The status, and whether the deadline is past or near.
    pub(crate) status: String,
}

/// A line of last year's plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PastLine {
    pub(crate) goal: String,
    pub(crate) status: String,
}

/// A consent with the current answer.
#[derive(Debug, Serialize, Deserialize)]
pub struct ConsentLine {
    pub(crate) sentence: String,
    pub(crate) answer: String,
}

/// A field for a signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignatureField {
    /// The role of the signer.
    pub(crate) role: String,
    pub(crate) name: String,
    /// The notes on a recorded signature.
    pub(crate) noted: Vec<String>,
}

/// The inputs of a plan's view besides the profile.
pub struct PlanInputs<'a> {
    /// The agreement.
    pub agreement: &'a Agreement,
    /// The fingerprint of the agreement.
    pub fingerprint: Fingerprint,
    /// The signatures of the agreement.
    pub signature_status: &'a SignatureStatus,
    /// The suggested mentors.
    pub mentors: &'a Mentors,
    /// The person's course choices.
    pub choices: &'a PersonChoices,
    /// The reference day for courses and deadlines.
    pub on: Option<Date>,
    /// The day since which that judgement has been the same.
    pub judged: Option<Date>,
    /// The rows of the table of areas.
    pub rows: &'a [AreaRow],
    /// Whether the axes of the radar are numbered.
    pub numbered: bool,
    /// The creation date.
    pub date: Date,
    /// The versions and templates.
    pub made: Provenance,
}

/// The plan of `person`.
pub fn view(
    person: &Profile,
    department: &Department,
    language: &Language,
    inputs: &PlanInputs<'_>,
) -> PlanView {
    let on = inputs.on;
    let draft = person.agreed.is_none();
    let list = courses::CourseListInputs { person, choices: inputs.choices, department, on, language };
    let (courses, more) = courses::suggestions(list);
    let state = language.say(if draft { "plan-draft" } else { "plan-agreed" }, &[]);
    let name = person.name.value.clone();
    let school = department.settings.schools[person.school.0].name.clone();
    let mut plan = lines(person, inputs.agreement, department, language, on);
    if plan.len() <= MAX_DETAILED {
        for (printed, line) in plan.iter_mut().zip(&person.plan) {
            if let What::Course(course) = line.what
                && line.is_to_come()
            {
                printed.details = list.chosen(course);
            }
        }
    }
    let scale = scale(&department.role_model);
    let stand_ins = stand_ins_of(person, language);
    PlanView {
        frame: Frame::new(department, language),
        made: inputs.made.clone(),
        date: inputs.date.to_string(),
        title: title(&state, &name),
        state,
        draft,
        facts: facts(person, department, language)
            .into_iter()
            .chain(judged(inputs.judged, language))
            .collect(),
        changed: changed(inputs.signature_status, language),
        radar_alt: radar::person_alt(&name, inputs.rows, language),
        numbered: inputs.numbered,
        areas: inputs.rows.to_vec(),
        summary: summary::boxes(inputs.agreement, draft, language),
        last_plan: last_plan(person, language),
        risen: risen(inputs.rows, &scale, language),
        scale,
        talk: talk(person, department, language, on),
        courses,
        more_courses: more
            .into_iter()
            .map(|more| (more > 0).then(|| language.say("courses-more", &[("count", more.into())])))
            .collect(),
        mentors: courses::mentor_lines(person, department, language, inputs.mentors),
        stand_ins,
        plan,
        follow_up: follow_up(person.follow_up, language),
        staircase: department
            .programmes
            .running(person, on)
            .map(|own| staircase::view(own, department, language, on)),
        consents: consents(person, department, language),
        signatures: signatures(inputs.agreement, inputs.signature_status, language),
        empty: (!inputs.agreement.is_filled_in()).then(|| language.say(NOT_FILLED_IN, &[])),
        code: printed_code(inputs.fingerprint),
        code_alt: code_alt(inputs.fingerprint, language),
        name,
        school,
    }
}

/// The lines of last year's plan.
pub(super) fn last_plan(person: &Profile, language: &Language) -> Vec<PastLine> {
    let status = |status: Option<Status>| status.map(|status| terms::status(status, language));
    let lines = person.last_plan.iter();
    lines
        .map(|line| PastLine { goal: line.goal.clone(), status: status(line.status).unwrap_or_default() })
        .collect()
}

/// The areas of `rows` with a higher level than last year.
pub fn risen(rows: &[AreaRow], scale: &[ScaleStep], language: &Language) -> Vec<String> {
    let number = |step: usize| scale.get(step).map(|step| step.number);
    let risen = rows.iter().filter_map(|row| {
        let (last, now) = (number(row.last_year_step?)?, row.current?);
        (now > last).then(|| summary::point_change(&row.name, last, now, language))
    });
    risen.collect()
}

/// The printed lines of a person's plan.
pub(super) fn lines(
    person: &Profile,
    agreement: &Agreement,
    department: &Department,
    language: &Language,
    on: Option<Date>,
) -> Vec<PlanLine> {
    let lines = person.plan.iter().zip(&agreement.lines);
    let printed = |(line, agreed): (&Activity, &AgreedLine)| PlanLine {
        session: session(line, language),
        stand_in: line.stand_in.clone().unwrap_or_default(),
        open: !line.is_closed(),
        status: status(line, language, on),
        ..agreed_line(agreed, agreement, &department.settings.name, language)
    };
    lines.map(printed).collect()
}

/// The session of a line, in words.
fn session(line: &Activity, language: &Language) -> String {
    let start = line.session.as_ref().filter(|_| matches!(line.what, What::Course(_)));
    start.map(|start| session_in_words(language.short_date(start.value), language)).unwrap_or_default()
}

/// The text for a session that starts on `start`.
pub fn session_in_words(start: String, language: &Language) -> String {
    language.say("plan-session", &[("date", start.into())])
}

/// The title of a plan in this `state`, draft or agreed.
pub fn title(state: &str, name: &str) -> String {
    format!("{state}: {name}")
}

/// The code of an agreement, on one line.
pub fn printed_code(fingerprint: Fingerprint) -> String {
    fingerprint.code().to_string().replace(' ', "\u{a0}")
}

/// The alternative text of the QR code.
pub fn code_alt(fingerprint: Fingerprint, language: &Language) -> String {
    language.say("alt-code", &[("code", fingerprint.code().to_string().into())])
}

/// The sentence on when the plan is followed up.
pub fn follow_up(day: Option<Date>, language: &Language) -> Option<String> {
    day.map(|day| language.say("plan-follow-up", &[("date", language.date(day).into())]))
}

/// The first message in the box of changes: the person's own data changed, or only shared data
/// did.
pub const CHANGED: [&str; 2] = ["plan-changed-since-signed", "plan-shared-changed"];

/// The changes since the plan was signed, as messages.
fn changed(signature_status: &SignatureStatus, language: &Language) -> Vec<String> {
    if !signature_status.is_changed() {
        return Vec::new();
    }
    let summary = if signature_status.only_shared_changed() { CHANGED[1] } else { CHANGED[0] };
    let changes = signature_status.changes.iter().map(|change| change.message.in_language(language));
    std::iter::once(language.say(summary, &[])).chain(changes).collect()
}

fn signatures(
    agreement: &Agreement,
    signature_status: &SignatureStatus,
    language: &Language,
) -> Vec<SignatureField> {
    // An empty profile is not to be signed.
    if !agreement.is_filled_in() {
        return Vec::new();
    }
    let employee = ("label-employee", Some(&agreement.name), Signer::Employee);
    let leader = ("label-leader", agreement.leader.as_ref(), Signer::Leader);
    let line = |(role, name, signer): (&str, Option<&String>, Signer)| SignatureField {
        role: language.say(role, &[]),
        name: name.cloned().unwrap_or_default(),
        noted: signature_status.by(signer).map(|noted| self::noted(noted, language)).unwrap_or_default(),
    };
    vec![line(employee), line(leader)]
}

/// The possible remarks after the date of a recorded signature, in order.
pub const NOTE: [&str; 4] =
    ["signature-noted-by", "signature-note", "signature-not-compared", "signature-outdated"];

/// The sentences on a recorded signature.
fn noted(noted: &NotedSignature, language: &Language) -> Vec<String> {
    let mut sentences = vec![language.say("signature-noted", &[("date", language.date(noted.date).into())])];
    sentences.push(match &noted.by {
        Some(who) => language.say("signature-noted-by", &[("who", who.as_str().into())]),
        None => language.say("signature-note", &[]),
    });
    if !noted.compared {
        sentences.push(language.say("signature-not-compared", &[]));
    }
    if !noted.current {
        sentences.push(language.say("signature-outdated", &[]));
    }
    sentences
}

/// The facts under a person's name, in order; unknown ones are omitted.
pub const FACTS: [&str; 7] = [
    "label-school",
    "label-position",
    "label-leader",
    "label-talk",
    "label-agreed",
    "label-roles",
    "label-judged",
];

/// The fact since which day the judgement by a reference day has been the same.
pub(super) fn judged(day: Option<Date>, language: &Language) -> Option<Fact> {
    day.map(|day| Fact { label: language.say("label-judged", &[]), value: language.date(day) })
}

pub(super) fn facts(person: &Profile, department: &Department, language: &Language) -> Vec<Fact> {
    let mut facts = Vec::new();
    let roles: Vec<String> =
        person.roles.iter().map(|role| department.role_model.roles[role.0].name.clone()).collect();
    let values = [
        Some(department.settings.schools[person.school.0].name.clone()),
        person.position.clone(),
        person.leader.clone(),
        person.talk.map(|day| language.date(day)),
        person.agreed.map(|day| language.date(day)),
        (!roles.is_empty()).then(|| roles.join(", ")),
    ];
    for (key, value) in FACTS.iter().zip(values) {
        facts.extend(value.map(|value| Fact { label: language.say(key, &[]), value }));
    }
    facts
}

/// The areas where the two views differ enough for the talk.
pub(super) fn differences(person: &Profile, department: &Department, language: &Language) -> Vec<String> {
    let areas = &department.role_model.areas;
    let mut points = Vec::new();
    if let Some(view) = department.leader_view(person) {
        for ((area, levels), leader) in areas.iter().zip(&person.levels).zip(&view.levels) {
            let (Some(levels), Some(leader)) = (levels, leader) else { continue };
            if (levels.current - leader).abs() > MAX_UNREMARKED_DIFFERENCE {
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

/// Whether the person's plan has a line for `area` that was not dropped.
pub(super) fn has_line_for(person: &Profile, area: AreaIndex, department: &Department) -> bool {
    let mut lines = person.plan.iter().filter(|line| line.status != Some(Status::Dropped));
    lines.any(|line| serves(line, area, department))
}

/// The topics for the talk.
fn talk(person: &Profile, department: &Department, language: &Language, on: Option<Date>) -> Vec<String> {
    let areas = &department.role_model.areas;
    let mut points = differences(person, department, language);
    if department.leader_view_is_unusable(person) {
        points.push(language.say("talk-leader-view-unusable", &[]));
    }
    for gap in gaps(person).iter().filter(|gap| gap.priority == Some(Priority::Need)) {
        let is_lifted = department.programmes.lift_to(person, gap.area, gap.wanted, on);
        if !is_lifted && !has_line_for(person, gap.area, department) {
            let area = areas[gap.area.0].name.as_str();
            points.push(language.say("talk-need-without-line", &[("area", area.into())]));
        }
    }
    points
}

/// The status of a line, and whether its deadline is past or near on `on`.
pub(super) fn status(line: &Activity, language: &Language, on: Option<Date>) -> String {
    let due = line.deadline.zip(on).filter(|_| line.is_to_come()).and_then(|(deadline, on)| {
        if line.is_overdue(on) {
            Some(OVERDUE)
        } else {
            let days = (deadline - on).get_days();
            (days <= SOON_DUE_DAYS).then_some(SOON_DUE)
        }
    });
    status_in_words(line.status, due, language)
}

/// The text for a status, with a remark on the deadline.
pub fn status_in_words(status: Option<Status>, due: Option<&str>, language: &Language) -> String {
    let status = status.map(|status| terms::status(status, language));
    let due = due.map(|due| language.say(due, &[]));
    status.into_iter().chain(due).collect::<Vec<_>>().join(", ")
}

/// The printed form of an agreed line in the department called `department`; stand-in and status
/// are not part of an agreement.
pub fn agreed_line(
    line: &AgreedLine,
    agreement: &Agreement,
    department: &str,
    language: &Language,
) -> PlanLine {
    let area = line.area.as_deref().map(|key| agreement.area_name(key).to_owned());
    let agreed = agreement.areas.iter().find(|area| line.area.as_ref() == Some(&area.key));
    let lift = agreed.and_then(|area| area.levels).filter(|levels| levels.gap() > 0);
    let lift_in_words = |levels: AgreedLevels| {
        let facts = [("from", levels.current.into()), ("to", levels.wanted.into())];
        language.say("plan-lift", &facts)
    };
    let responsible = line.responsible.as_ref().map(|who| terms::responsible(who, department, language));
    PlanLine {
        goal: line.goal.clone().unwrap_or_default(),
        success: line.success.clone().unwrap_or_default(),
        area: area.unwrap_or_default(),
        lift: lift.map(lift_in_words).unwrap_or_default(),
        needed: lift.is_some_and(|levels| levels.priority == Some(Priority::Need)),
        what: terms::what(&line.what, language),
        details: String::new(),
        responsible: responsible.unwrap_or_default(),
        leader_does: line.leader_does.clone().unwrap_or_default(),
        deadline: line.deadline.map(|day| language.short_date(day)).unwrap_or_default(),
        session: String::new(),
        stand_in: String::new(),
        open: true,
        status: String::new(),
    }
}

/// As [`stand_ins`], for the open lines of a person's plan.
fn stand_ins_of(person: &Profile, language: &Language) -> Vec<String> {
    stand_ins(open(person).map(|line| line.stand_in.is_some()), language)
}

fn open(person: &Profile) -> impl Iterator<Item = &Activity> {
    person.plan.iter().filter(|line| !line.is_closed())
}

/// *Arbejdsro og afløsning*: how many of the open lines have a stand-in.
pub fn stand_ins(open: impl Iterator<Item = bool>, language: &Language) -> Vec<String> {
    let covered: Vec<bool> = open.collect();
    let count = covered.iter().filter(|covered| **covered).count();
    let sentence =
        || language.say("plan-stand-ins", &[("covered", count.into()), ("all", covered.len().into())]);
    (!covered.is_empty()).then(sentence).into_iter().collect()
}

/// As [`stand_ins_of`], and which of the lines have none.
pub(super) fn stand_ins_by_goal(
    person: &Profile,
    agreement: &Agreement,
    department: &Department,
    language: &Language,
) -> Vec<String> {
    let mut sentences = stand_ins_of(person, language);
    let plan = lines(person, agreement, department, language, None);
    let without =
        person.plan.iter().zip(&plan).filter(|(line, _)| !line.is_closed() && line.stand_in.is_none());
    let without: Vec<String> = without
        .map(|(_, line)| if line.goal.is_empty() { &line.what } else { &line.goal })
        .map(|goal| format!("»{}«", shortened(goal, MAX_GOAL_CHARS)))
        .collect();
    if !without.is_empty() && without.len() < open(person).count() {
        sentences.push(language.say("plan-without-stand-in", &[("lines", without.join(", ").into())]));
    }
    sentences
}

/// The consents of a person.
pub const CONSENTS: [&str; 2] = ["consent-booklet", "consent-teaches"];

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
        ConsentLine { sentence: language.say(CONSENTS[0], &[]), answer: yes_no(person.consent.booklet) },
        ConsentLine { sentence: language.say(CONSENTS[1], &[]), answer: teaches },
    ]
}
