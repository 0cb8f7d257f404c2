//! The data of the public edition: consenting people, the role model, and the course list.
//!
//! Other people are filtered out before this type is built, and it has no reference back to a
//! profile or to the department.

use jiff::civil::Date;

use crate::analysis::averages::{AreaAverage, of_levels};
use crate::analysis::people_order;
use crate::department::Department;
use crate::department::catalogue::Catalogue;
use crate::department::document_date;
use crate::department::role_model::{AreaIndex, RoleModel};
use crate::department::settings::Settings;
use crate::department::values::Colour;
use crate::language::{Language, Tag};
use crate::public::consent::ConsentingPerson;

/// The whole input of the public booklet and the public tables.
#[derive(Debug)]
pub struct PublicEdition<'a> {
    /// Name of the department.
    pub department: String,
    /// Period of the plans.
    pub period: Option<String>,
    /// Language of the department's texts.
    pub language: Option<Tag>,
    /// Accent colour.
    pub accent: Option<Colour>,
    /// Smallest group whose averages may be shown.
    pub smallest_group: usize,
    /// Date of the PDF, which does not depend on people.
    pub date: Date,
    /// Role model of the department.
    pub role_model: &'a RoleModel,
    /// Number and title of each course in the catalogue.
    pub courses: Vec<(String, String)>,
    /// Consenting people by school and name.
    pub people: Vec<PublicPerson>,
}

/// The published data of a person.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PublicPerson {
    /// Name of the school.
    pub school: String,
    /// Name of the person.
    pub name: String,
    /// Job title.
    pub position: Option<String>,
    /// Current and wanted level of each area, `None` if not filled in.
    pub levels: Vec<Option<(i64, i64)>>,
    /// Areas that are no part of the person's work.
    pub not_relevant: Vec<AreaIndex>,
}

/// What may be published of an area's average.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct PublicAverage {
    /// Number of people who filled it in.
    pub people: usize,
    /// The levels; `None` if too few people filled it in.
    pub levels: Option<AreaAverage>,
}

impl PublicAverage {
    /// Whether levels are not shown since too few people, but some, filled it in.
    pub(crate) fn is_of_too_few(&self) -> bool {
        self.people > 0 && self.levels.is_none()
    }
}

impl PublicPerson {
    fn school_and_name(&self) -> people_order::SchoolAndName<'_> {
        (Some(&self.school), Some(&self.name))
    }
}

impl<'a> PublicEdition<'a> {
    /// The edition of `department`, dated by its period and sorted in `language`.
    pub(crate) fn of(department: &'a Department, language: &Language) -> Self {
        let Department { settings, role_model, catalogue, consenting, .. } = department;
        Self::new(settings, role_model, catalogue, consenting, document_date::of_period(settings), language)
    }

    /// The edition of the `consenting` people with the date `date`, sorted in `language`.
    pub fn new(
        settings: &Settings,
        role_model: &'a RoleModel,
        catalogue: &Catalogue,
        consenting: &[ConsentingPerson],
        date: Date,
        language: &Language,
    ) -> Self {
        let public = |person: &ConsentingPerson| PublicPerson {
            school: settings.schools[person.school.0].name.clone(),
            name: person.name.clone(),
            position: person.position.clone().filter(|position| settings.is_public_position(position)),
            levels: person.levels.clone(),
            not_relevant: person.not_relevant.clone(),
        };
        let mut people: Vec<PublicPerson> = consenting.iter().map(public).collect();
        // A total order, so that file names can't influence the document.
        people.sort_by(|a, b| {
            people_order::compare(a.school_and_name(), b.school_and_name(), language).then_with(|| a.cmp(b))
        });
        people.dedup();
        Self {
            department: settings.name.clone(),
            period: settings.period.clone(),
            language: settings.language,
            accent: settings.accent.as_ref().map(|accent| accent.value),
            smallest_group: settings.smallest_group,
            date,
            role_model,
            courses: catalogue.entries.clone(),
            people,
        }
    }

    /// The averages of the role model's areas; `None` if the group is too small for any.
    pub(crate) fn averages(&self) -> Option<Vec<PublicAverage>> {
        if self.people.len() < self.smallest_group {
            return None;
        }
        let of_area = |area: usize| self.people.iter().map(move |person| person.levels[area]);
        let all = of_levels((0..self.role_model.areas.len()).map(of_area));
        let public = |average: AreaAverage| PublicAverage {
            people: average.people,
            levels: (average.people >= self.smallest_group).then_some(average),
        };
        Some(all.into_iter().map(public).collect())
    }
}
