//! The page over all departments, for those who are responsible for several.

use askama::Template;

use super::{PageFrame, ProblemCount, Words};
use crate::analysis::status::SchoolStatus;
use crate::department::settings::Currency;
use crate::language::{Language, no_break};
use crate::serve::site::{DepartmentPages, Site, SiteMessage};

/// The departments, each in a row.
#[derive(Template)]
#[template(path = "departments.html")]
pub(crate) struct DepartmentsPage<'a> {
    frame: PageFrame<'a>,
    is_ready: bool,
    notes: &'a [SiteMessage],
    rows: Vec<DepartmentRow<'a>>,
    /// The sums, if there are several departments.
    total: Option<Cells>,
}

struct DepartmentRow<'a> {
    department: &'a DepartmentPages,
    cells: Cells,
    problem_count: Option<ProblemCount>,
}

/// The figures of a row, in words.
struct Cells {
    people: String,
    talks: String,
    agreed: String,
    overdue: String,
    lifts: String,
    needed: String,
    /// Bound, wished, and what is left of the budget.
    money: [String; 3],
}

/// The figures of a row.
#[derive(Clone, Copy, Default)]
struct Counts {
    people: usize,
    talks: usize,
    agreed: usize,
    overdue: usize,
    /// Lifts, and how many of them are needed; `None` if unknown.
    lifts: Option<[usize; 2]>,
    /// In hundredths; `None` if unknown.
    money: Option<Money>,
}

#[derive(Clone, Copy)]
struct Money {
    currency: Currency,
    bound: i64,
    wished: i64,
    left: Option<i64>,
}

impl<'a> DepartmentsPage<'a> {
    pub(crate) fn new(base: &'a str, site: &'a Site, language: &'static Language) -> Self {
        let words = Words(language);
        let departments = || site.departments.iter().map(AsRef::as_ref);
        let counts: Vec<Counts> = departments().map(|department| Counts::of(department, site)).collect();
        let row = |(department, counts): (&'a DepartmentPages, &Counts)| {
            let of_people = department.people.values().flat_map(|person| &person.problems);
            let problems: Vec<_> = department.problems.iter().chain(of_people).cloned().collect();
            DepartmentRow {
                department,
                cells: counts.in_words(language),
                problem_count: ProblemCount::of(&problems, words),
            }
        };
        let total = counts.iter().copied().reduce(Counts::and).filter(|_| counts.len() > 1);
        Self {
            frame: PageFrame::of_all(base, site, language, "serve-departments"),
            is_ready: site.ready,
            notes: &site.notes,
            rows: departments().zip(&counts).map(row).collect(),
            total: total.map(|total| total.in_words(language)),
        }
    }
}

impl Counts {
    fn of(department: &DepartmentPages, site: &Site) -> Self {
        let status = department.status(site.today()).map(|status| status.total()).unwrap_or_default();
        let SchoolStatus { people, talks_held: talks, agreed, overdue, .. } = status;
        let figures = department.figures(site.today());
        let settings = department.read().map(|(department, _)| &department.settings);
        let budget = figures.and_then(|figures| figures.budget.as_ref()).zip(settings);
        Self {
            people,
            talks,
            agreed,
            overdue,
            lifts: figures.map(|figures| [figures.lifts, figures.needed]),
            money: budget.map(|(budget, settings)| Money {
                currency: settings.currency,
                bound: budget.bound.kroner,
                wished: budget.wished.kroner,
                left: budget.left_after_wished(),
            }),
        }
    }

    /// The sum; what is unknown of one is unknown of both.
    fn and(self, other: Self) -> Self {
        let money = |one: Money, other: Money| {
            (one.currency == other.currency).then(|| Money {
                currency: one.currency,
                bound: one.bound.saturating_add(other.bound),
                wished: one.wished.saturating_add(other.wished),
                left: one.left.zip(other.left).map(|(one, other)| one.saturating_add(other)),
            })
        };
        Self {
            people: self.people + other.people,
            talks: self.talks + other.talks,
            agreed: self.agreed + other.agreed,
            overdue: self.overdue + other.overdue,
            lifts: self.lifts.zip(other.lifts).map(|([a, b], [c, d])| [a + c, b + d]),
            money: self.money.zip(other.money).and_then(|(one, other)| money(one, other)),
        }
    }

    fn in_words(self, language: &Language) -> Cells {
        let of_all = |some: usize| {
            no_break(&language.say("status-share", &[("some", some.into()), ("all", self.people.into())]))
        };
        let unknown = || "–".to_owned();
        let lifts = |which: usize| self.lifts.map_or_else(unknown, |lifts| lifts[which].to_string());
        let amount = |hundredths: Option<i64>| {
            let (money, hundredths) = self.money.zip(hundredths)?;
            let mut facts = vec![("price", language.number(hundredths).into())];
            facts.extend(money.currency.facts(language));
            Some(no_break(&language.say("course-price", &facts)))
        };
        let money = self.money;
        let amounts =
            [money.map(|money| money.bound), money.map(|money| money.wished), money.and_then(|m| m.left)];
        Cells {
            people: self.people.to_string(),
            talks: of_all(self.talks),
            agreed: of_all(self.agreed),
            overdue: self.overdue.to_string(),
            lifts: lifts(0),
            needed: lifts(1),
            money: amounts.map(|hundredths| amount(hundredths).unwrap_or_else(unknown)),
        }
    }
}
