//! The first page of a booklet: what has to be decided, and what could go wrong.

use std::cmp::Reverse;

use jiff::civil::Date;
use serde::Serialize;

use super::{Fact, calendar, courses, shortened};
use crate::analysis::Analysis;
use crate::analysis::absences::{Absences, EmptyOffice};
use crate::analysis::choices::Commitment;
use crate::analysis::cost::Cost;
use crate::analysis::coverage::{RoleGap, SchoolCoverage, role_gaps};
use crate::analysis::demand::{AreaNeed, BudgetPosition, CourseNeed};
use crate::analysis::groups::office_sizes;
use crate::analysis::status::{DepartmentStatus, LateSchool, PersonStatus};
use crate::analysis::year::YearEvent;
use crate::department::catalogue::CourseIndex;
use crate::department::settings::SchoolIndex;
use crate::department::{Department, PersonIndex};
use crate::language::{Language, no_break};

/// The most needs.
const MAX_NEEDS: usize = 5;
/// The most courses.
const MAX_PURCHASES: usize = 6;
/// The most empty offices that are named.
const MAX_OFFICES: usize = 2;
/// The most dates.
const MAX_DATES: usize = 6;
/// The most schools where something is late.
const MAX_LATE: usize = 5;
/// The most people who are named for a school.
const MAX_LATE_NAMES: usize = 3;
/// The longest name of a late activity, in characters.
const MAX_LATE_ACTIVITY: usize = 50;
/// The most schools that are named for a role.
const MAX_SCHOOLS: usize = 4;
/// The most people who are named for the roles of a school.
const MAX_ROLE_PEOPLE: usize = 3;
/// The longest name of a course among the dates, in characters.
const MAX_TITLE: usize = 90;
/// The same where it has two lines of small print.
const MAX_PURCHASE_TITLE: usize = 60;

/// The page.
#[derive(Debug, Serialize)]
pub(crate) struct DecisionView {
    pub(crate) needs: Vec<NeedBar>,
    /// The courses that cost most.
    pub(crate) purchases: Vec<Purchase>,
    /// How many more courses there are, by the number of those that are shown.
    pub(crate) purchase_notes: Vec<Option<String>>,
    pub(crate) money: MoneyView,
    /// Three risks: an empty office, a role that depends on one person, a need without a course.
    pub(crate) risks: Vec<Fact>,
    /// The next dates.
    pub(crate) dates: Vec<Fact>,
    /// The schools where something is late, with what it is.
    pub(crate) late: Vec<Fact>,
    /// How many more schools there are, by the number of those that are shown.
    pub(crate) late_notes: Vec<Option<String>>,
}

/// A need as a bar, with lengths relative to the largest need.
#[derive(Debug, Serialize)]
pub(crate) struct NeedBar {
    pub(crate) name: String,
    pub(crate) people: String,
    pub(crate) length: f64,
    pub(crate) needed_length: f64,
}

/// A course that is bought, or that a plan wishes for.
#[derive(Debug, Serialize)]
pub(crate) struct Purchase {
    pub(crate) course: String,
    /// Number of people for whom it is agreed, enrolled or started.
    pub(crate) bound: usize,
    /// Number of people whose plan proposes it.
    pub(crate) wished: usize,
    /// What it costs for all of them, or that the price is unknown.
    pub(crate) cost: String,
}

/// The money as a bar.
#[derive(Debug, Serialize)]
pub(crate) struct MoneyView {
    /// From the left.
    pub(crate) parts: Vec<MoneyPart>,
    /// What the bar does not show.
    pub(crate) notes: Vec<String>,
}

#[derive(Debug, Serialize)]
pub(crate) struct MoneyPart {
    pub(crate) kind: MoneyKind,
    pub(crate) label: String,
    pub(crate) amount: String,
    pub(crate) days: String,
    /// The share of the bar; 0 for what is missing.
    pub(crate) length: f64,
}

#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum MoneyKind {
    Bound,
    Wished,
    Left,
    Missing,
}

/// The inputs of the page.
#[derive(Clone, Copy)]
pub(crate) struct DecisionInputs<'a> {
    pub department: &'a Department,
    pub language: &'a Language,
    pub analysis: &'a Analysis,
    pub absences: &'a Absences,
    pub coverage: &'a [SchoolCoverage],
    pub status: &'a DepartmentStatus,
    /// In order.
    pub events: &'a [(Date, YearEvent)],
    /// The reference day.
    pub on: Date,
    /// The school that the page is about; the department's budget pays for all schools.
    pub school: Option<SchoolIndex>,
}

/// The page of a department or school.
pub(crate) fn view(inputs: DecisionInputs<'_>) -> DecisionView {
    let needs = &inputs.analysis.demand.areas;
    let most = needs.iter().map(|need| need.people.len()).max().unwrap_or_default();
    let late = inputs.status.late();
    let more_late = |shown: usize| match late.len().saturating_sub(shown) {
        0 if late.is_empty() => Some(inputs.say("late-none")),
        0 => None,
        more => Some(inputs.language.say("late-more", &[("count", more.into())])),
    };
    let (purchases, purchase_notes) = inputs.purchases();
    DecisionView {
        purchases,
        purchase_notes,
        needs: needs.iter().take(MAX_NEEDS).map(|need| inputs.need(need, most)).collect(),
        money: inputs.money(),
        risks: vec![inputs.office_risk(), inputs.role_risk(), inputs.need_risk()],
        dates: inputs.dates(),
        late: late.iter().take(MAX_LATE).map(|school| inputs.late_school(school)).collect(),
        late_notes: (0..=late.len().min(MAX_LATE)).map(more_late).collect(),
    }
}

impl DecisionInputs<'_> {
    fn say(&self, key: &str) -> String {
        self.language.say(key, &[])
    }

    fn area_name(&self, need: &AreaNeed) -> &str {
        &self.department.role_model.areas[need.area.0].name
    }

    fn course_name(&self, course: CourseIndex) -> String {
        shortened(&courses::name(&self.department.catalogue.courses[course.0]), MAX_TITLE)
    }

    fn need(&self, need: &AreaNeed, most: usize) -> NeedBar {
        let length = |people: usize| people as f64 / most.max(1) as f64;
        let facts = [("people", need.people.len().into()), ("needed", need.needed.into())];
        NeedBar {
            name: self.area_name(need).to_owned(),
            people: self.language.say("decision-people", &facts),
            length: length(need.people.len()),
            needed_length: length(need.needed),
        }
    }

    /// The courses that are bound or wished for, the dearest first, and how many more there are.
    fn purchases(&self) -> (Vec<Purchase>, Vec<Option<String>>) {
        let cost = |need: &CourseNeed| {
            let shares = need.shares.iter().filter(|share| !share.commitment.is_suggested());
            shares.map(|share| share.cost(need.course, self.department)).fold(Cost::default(), Cost::and)
        };
        let people =
            |need: &CourseNeed| (need.people_at(Commitment::Bound), need.people_at(Commitment::Wished));
        let needs = self.analysis.demand.courses.iter();
        let mut bought: Vec<(&CourseNeed, Cost)> =
            needs.filter(|need| people(need) != (0, 0)).map(|need| (need, cost(need))).collect();
        // Stable, so that the greatest need comes first among equals.
        bought.sort_by_key(|(_, cost)| Reverse(cost.kroner));
        let count = bought.len();
        let more = |shown: usize| {
            let more = count - shown;
            (more > 0).then(|| self.language.say("decision-more-courses", &[("count", more.into())]))
        };
        let purchase = |(need, cost): (&CourseNeed, Cost)| {
            let (bound, wished) = people(need);
            let price = || self.amount(cost.kroner);
            let unknown = || self.say("decision-price-unknown");
            let cost = if cost.without_price > 0 { unknown() } else { price() };
            let course = courses::name(&self.department.catalogue.courses[need.course.0]);
            Purchase { course: shortened(&course, MAX_PURCHASE_TITLE), bound, wished, cost }
        };
        let notes = (0..=count.min(MAX_PURCHASES)).map(more).collect();
        (bought.into_iter().take(MAX_PURCHASES).map(purchase).collect(), notes)
    }

    fn amount(&self, hundredths: i64) -> String {
        let mut facts = vec![("price", self.language.number(hundredths).into())];
        facts.extend(self.department.settings.currency.facts(self.language));
        no_break(&self.language.say("course-price", &facts))
    }

    fn days(&self, hundredths: i64) -> String {
        let one = if hundredths == 100 { "yes" } else { "no" };
        let facts = [("days", self.language.number(hundredths).into()), ("one", one.into())];
        self.language.say("course-days", &facts)
    }

    fn money(&self) -> MoneyView {
        let mut position = BudgetPosition::of(&self.analysis.demand, self.department);
        position.budget = position.budget.filter(|_| self.school.is_none());
        let claimed = position.bound.kroner.saturating_add(position.wished.kroner);
        let whole = position.budget.unwrap_or_default().max(claimed).max(1);
        let length = |hundredths: i64| hundredths.max(0) as f64 / whole as f64;
        let claim = |kind, key: &str, cost: Cost| MoneyPart {
            kind,
            label: self.say(key),
            amount: self.amount(cost.kroner),
            days: self.days(cost.days),
            length: length(cost.kroner),
        };
        let mut parts = vec![
            claim(MoneyKind::Bound, "money-bound", position.bound),
            claim(MoneyKind::Wished, "money-wished", position.wished),
        ];
        let is_claimed =
            |need: &&CourseNeed| need.people_at(Commitment::Bound) + need.people_at(Commitment::Wished) > 0;
        let has_price = |need: &CourseNeed| self.department.catalogue.courses[need.course.0].price.is_some();
        let claimed = self.analysis.demand.courses.iter().filter(is_claimed);
        let without_price = claimed.filter(|need| !has_price(need)).count();
        let is_sure = if without_price == 0 { "yes" } else { "no" };
        parts.extend(position.budget.zip(position.left_after_wished()).map(|(budget, left)| {
            let (kind, key) = if left < 0 {
                (MoneyKind::Missing, "money-missing")
            } else {
                (MoneyKind::Left, "money-left")
            };
            MoneyPart {
                kind,
                label: self
                    .language
                    .say(key, &[("budget", self.amount(budget).into()), ("sure", is_sure.into())]),
                amount: self.amount(left.saturating_abs()),
                days: String::new(),
                length: length(left),
            }
        }));
        let possible = position.possible;
        let priced = match possible {
            Cost { without_price: 0, .. } => "all",
            Cost { kroner: 0, .. } => "none",
            _ => "some",
        };
        let facts = [
            ("money", self.amount(possible.kroner).into()),
            ("days", self.days(possible.days).into()),
            ("priced", priced.into()),
        ];
        let unpriced = [("courses", without_price.into())];
        let notes = [
            (without_price > 0).then(|| self.language.say("total-without-price", &unpriced)),
            (possible != Cost::default()).then(|| self.language.say("money-possible", &facts)),
        ];
        MoneyView { parts, notes: notes.into_iter().flatten().collect() }
    }

    fn office_risk(&self) -> Fact {
        let (suggested, ahead): (Vec<&EmptyOffice>, Vec<_>) =
            self.absences.empty_from(self.on).partition(|empty| empty.is_suggested);
        let named = ahead.iter().take(MAX_OFFICES);
        let named: Vec<String> = named.map(|empty| self.empty_office(empty)).collect();
        let more = ahead.len().saturating_sub(MAX_OFFICES);
        let facts = [("offices", named.join("; ").into()), ("more", more.into())];
        let key = match (ahead.is_empty(), self.school) {
            (false, _) => "risk-office-line",
            (true, None) => "risk-office-none",
            (true, Some(_)) => "risk-office-none-own",
        };
        let mut value = self.language.say(key, &facts);
        if !suggested.is_empty() {
            value.push(' ');
            value.push_str(&self.language.say("risk-office-suggested", &[("count", suggested.len().into())]));
        }
        Fact { label: self.say("risk-office"), value }
    }

    fn empty_office(&self, empty: &EmptyOffice) -> String {
        let school = self.department.settings.schools[empty.school.0].name.as_str();
        let days = calendar::days(empty, self.language);
        let part = if empty.half_days { "yes" } else { "no" };
        let facts = [("school", school.into()), ("days", days.into()), ("part", part.into())];
        let key = if self.school.is_some() { "risk-office-days-own" } else { "risk-office-days" };
        self.language.say(key, &facts)
    }

    fn role_risk(&self) -> Fact {
        let value = match self.school {
            Some(school) => self.role_risk_of(school),
            None => self.widest_role_risk(),
        };
        Fact { label: self.say("risk-role"), value }
    }

    /// The roles of a school that depend on one person, by person, and those that nobody covers.
    fn role_risk_of(&self, school: SchoolIndex) -> String {
        let roles = &self.department.role_model.roles;
        let own = self.coverage.iter().find(|coverage| coverage.school == school);
        let covering: &[Vec<PersonIndex>] = own.map_or(&[], |own| &own.roles);
        let mut by_person: Vec<(PersonIndex, Vec<&str>)> = Vec::new();
        let mut vacant: Vec<&str> = Vec::new();
        for (role, people) in roles.iter().zip(covering) {
            match people[..] {
                [] => vacant.push(&role.name),
                [only] => match by_person.iter_mut().find(|(person, _)| *person == only) {
                    Some((_, roles)) => roles.push(&role.name),
                    None => by_person.push((only, vec![&role.name])),
                },
                _ => {}
            }
        }
        let person = |(person, roles): &(PersonIndex, Vec<&str>)| {
            let name = self.department.people[*person].name.value.as_str();
            let facts = [("name", name.into()), ("roles", roles.join(", ").into())];
            self.language.say("risk-role-person", &facts)
        };
        let mut sentences: Vec<String> = by_person.iter().take(MAX_ROLE_PEOPLE).map(person).collect();
        if office_sizes(self.department)[school.0] < 2 {
            sentences = vec![self.say("risk-role-alone")];
        } else if sentences.is_empty() {
            sentences.push(self.say("risk-role-none-own"));
        }
        if let Some(more) = by_person.len().checked_sub(MAX_ROLE_PEOPLE).filter(|more| *more > 0) {
            sentences.push(self.language.say("risk-role-more", &[("count", more.into())]));
        }
        if !vacant.is_empty() {
            sentences.push(self.language.say("risk-role-vacant", &[("roles", vacant.join(", ").into())]));
        }
        sentences.join(" ")
    }

    /// The role that depends on one person at most schools.
    fn widest_role_risk(&self) -> String {
        let gaps = role_gaps(self.coverage, &office_sizes(self.department));
        // Among equals the first role.
        let worst = gaps.iter().filter(|gap| !gap.one.is_empty()).rev().max_by_key(|gap| gap.one.len());
        let line = |gap: &RoleGap| {
            let names = gap.one.iter().map(|school| self.department.settings.schools[school.0].name.as_str());
            let role = self.department.role_model.roles[gap.role.0].name.as_str();
            let more = gap.one.len().saturating_sub(MAX_SCHOOLS);
            let facts = [
                ("role", role.into()),
                ("schools", names.take(MAX_SCHOOLS).collect::<Vec<_>>().join(", ").into()),
                ("more", more.into()),
            ];
            self.language.say("risk-role-line", &facts)
        };
        worst.map_or_else(|| self.say("risk-role-none"), line)
    }

    fn need_risk(&self) -> Fact {
        let needs = self.analysis.demand.areas.iter().filter(|need| !need.without_course.is_empty());
        let worst = needs.rev().max_by_key(|need| need.without_course.len());
        let line = |need: &AreaNeed| {
            let facts = [("area", self.area_name(need).into()), ("people", need.without_course.len().into())];
            self.language.say("risk-need-line", &facts)
        };
        Fact { label: self.say("risk-need"), value: worst.map_or_else(|| self.say("risk-need-none"), line) }
    }

    /// The next deadlines, registrations and sessions.
    fn dates(&self) -> Vec<Fact> {
        let line = |event: &YearEvent| match *event {
            YearEvent::Deadline(what) => {
                let due = self.status.deadlines.iter().find(|due| due.what == what);
                let what = self.say(what.word_key());
                Some(match due.and_then(|due| due.done) {
                    Some(done) => {
                        let all = self.status.people.len();
                        let facts = [("what", what.into()), ("done", done.into()), ("all", all.into())];
                        self.language.say("date-deadline-done", &facts)
                    }
                    None => self.language.say("date-deadline", &[("what", what.into())]),
                })
            }
            YearEvent::Registration { course, people, suggested, .. } => {
                Some(self.participants("date-registration", course, people, suggested))
            }
            YearEvent::Session { course, people, suggested, .. } => {
                Some(self.participants("date-session", course, people, suggested))
            }
            YearEvent::Talk(_) | YearEvent::FollowUp(_) => None,
        };
        let ahead = self.events.iter().filter(|(date, _)| *date >= self.on);
        let lines = ahead.filter_map(|(date, event)| {
            Some(Fact { label: self.language.short_date(*date), value: line(event)? })
        });
        lines.take(MAX_DATES).collect()
    }

    /// What happens with a course, and with how many people.
    fn participants(&self, key: &str, course: CourseIndex, people: usize, suggested: usize) -> String {
        let facts = [("people", people.into()), ("suggested", suggested.into())];
        let counted = match (people, suggested) {
            (_, 0) => "participants-planned",
            (0, _) => "participants-suggested",
            _ => "participants-both",
        };
        let people = self.language.say(counted, &facts);
        self.language.say(key, &[("course", self.course_name(course).into()), ("people", people.into())])
    }

    fn late_school(&self, school: &LateSchool<'_>) -> Fact {
        let parts = [
            ("late-errors", school.with_errors),
            ("late-open", school.not_filled_in),
            ("late-not-agreed", school.not_agreed),
            ("late-overdue", school.overdue),
        ];
        let parts = parts.into_iter().filter(|(_, count)| *count > 0);
        let parts: Vec<String> =
            parts.map(|(key, count)| self.language.say(key, &[("count", count.into())])).collect();
        let people = school.people.iter().take(MAX_LATE_NAMES);
        let mut people: Vec<String> = people.map(|person| self.late_person(person)).collect();
        people.extend((school.people.len() > MAX_LATE_NAMES).then(|| "…".to_owned()));
        let separator = if school.overdue > 0 { "; " } else { ", " };
        let value = match &people[..] {
            [] => parts.join(", "),
            people => format!("{} ({})", parts.join(", "), people.join(separator)),
        };
        Fact { label: school.name.map_or_else(|| self.say("status-unknown"), str::to_owned), value }
    }

    /// A person's name, with the first of the activities whose deadline is past.
    fn late_person(&self, status: &PersonStatus) -> String {
        let name = status.name.clone().unwrap_or_default();
        if status.overdue == 0 {
            return name;
        }
        let person = self.department.people.iter().find(|person| person.file.name == status.file);
        let first = person.and_then(|person| person.plan.iter().find(|line| line.is_overdue(self.on)));
        let Some(line) = first else { return name };
        let what = match courses::activity(line, self.department, self.language) {
            nothing if nothing.is_empty() => {
                line.area.map(|area| self.department.role_model.areas[area.0].name.clone())
            }
            what => Some(shortened(&what, MAX_LATE_ACTIVITY)),
        };
        let due = line.deadline.map(|day| self.language.short_date(day));
        let facts: Vec<String> = what.into_iter().chain(due).collect();
        format!("{name}: {}", facts.join(", "))
    }
}
