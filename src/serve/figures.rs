//! The figures of a department as its booklet has them, for the pages.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::analysis::demand::BudgetPosition;
use crate::analysis::status::DepartmentStatus;
use crate::analysis::{Analysis, people_order};
use crate::department::person::owner_of;
use crate::department::settings::SchoolIndex;
use crate::department::{Department, PersonIndex};
use crate::document::view::overview::{self, Overview, OverviewInputs};
use crate::document::view::strategy::{self, Audience, StrategyView};
use crate::language::Language;

/// The figures of the people on the pages.
pub(super) struct Figures {
    pub overview: Overview,
    pub strategy: StrategyView,
    /// The number of lifts that people want.
    pub lifts: usize,
    /// The number of these lifts that are needed.
    pub needed: usize,
    /// The money; `None` if the pages show one school.
    pub budget: Option<BudgetPosition>,
}

impl Figures {
    /// The figures on the day `on` of the people whose files are `shown`, with their `status`. `None` if a
    /// profile may be missing unseen, or if these people are neither a department nor a school: figures of a
    /// part of a group would pass for its own.
    pub(super) fn of(
        department: &Department,
        shown: &dyn Fn(&str) -> bool,
        status: &DepartmentStatus,
        language: &Language,
        on: Date,
    ) -> Option<Self> {
        let group = Group::of(department, shown).filter(|_| department.whole)?;
        let is_in_group = |person: PersonIndex| match group {
            Group::Department => true,
            Group::School(school) => department.people[person].school == school,
        };
        let people: Vec<PersonIndex> =
            people_order::sorted(department, language).into_iter().filter(|&p| is_in_group(p)).collect();
        let all = Analysis::of(department, Some(on));
        let (analysis, strategy) = match group {
            Group::Department => {
                let strategy = strategy::view(department, language, Audience::Inside, &all);
                (all, strategy)
            }
            Group::School(school) => {
                let own = all.of_school(department, school);
                let profiles: Vec<_> = people.iter().map(|&person| &department.people[person]).collect();
                let strategy = strategy::school_view(department, language, &own, &profiles);
                (own, strategy)
            }
        };
        let is_department = matches!(group, Group::Department);
        let overview = overview::view(OverviewInputs {
            department,
            language,
            people: &people,
            analysis: &analysis,
            status,
            on,
            school: match group {
                Group::Department => None,
                Group::School(school) => Some(school),
            },
        });
        let areas = || analysis.demand.areas.iter();
        Some(Self {
            overview,
            strategy,
            lifts: areas().map(|need| need.people.len()).sum(),
            needed: areas().map(|need| need.needed).sum(),
            budget: is_department.then(|| BudgetPosition::of(&analysis.demand, department)),
        })
    }
}

/// A group that has figures of its own.
#[derive(Clone, Copy)]
enum Group {
    Department,
    School(SchoolIndex),
}

impl Group {
    /// The group that consists of the people whose files are `shown`.
    fn of(department: &Department, shown: &dyn Fn(&str) -> bool) -> Option<Self> {
        let schools_of = |is_shown: bool| -> BTreeSet<Option<SchoolIndex>> {
            let sound = department.people.iter().map(|person| (&person.file, Some(person.school)));
            let broken = department.broken.iter().map(|file| {
                let school = owner_of(file).school.and_then(|school| department.settings.school(&school));
                (file, school)
            });
            let of_interest = |name: &str| shown(name) == is_shown;
            sound
                .chain(broken)
                .filter(|(file, _)| of_interest(&file.name))
                .map(|(_, school)| school)
                .collect()
        };
        let (shown, hidden) = (schools_of(true), schools_of(false));
        if hidden.is_empty() {
            return Some(Self::Department);
        }
        match shown.iter().collect::<Vec<_>>()[..] {
            [&Some(school)] if !hidden.contains(&Some(school)) && !hidden.contains(&None) => {
                Some(Self::School(school))
            }
            _ => None,
        }
    }
}
