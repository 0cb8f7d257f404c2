//! The public edition: those who said yes, and what the role model and the catalogue say anyway.
//!
//! Everybody else is gone before this type is made. Nothing of it leads back to a
//! profile or to the department.

use jiff::civil::Date;

use crate::department::catalogue::Catalogue;
use crate::department::role_model::RoleModel;
use crate::department::settings::Settings;
use crate::department::values::Colour;
use crate::language::{Language, Tag};
use crate::public::consent::ConsentingPerson;

/// All that the public edition is made from.
#[derive(Debug)]
pub struct PublicEdition<'a> {
    /// What the department is called.
    pub department: String,
    /// The period of the plans.
    pub period: Option<String>,
    /// The language of the department's own text.
    pub language: Option<Tag>,
    /// The accent colour.
    pub accent: Option<Colour>,
    /// The smallest group whose averages are shown.
    pub smallest_group: usize,
    /// The date of the PDF, which tells nothing of the people.
    pub date: Date,
    /// The role model.
    pub role_model: &'a RoleModel,
    /// Number and title of each course.
    pub courses: Vec<(String, String)>,
    /// The people, by school and name.
    pub people: Vec<PublicPerson>,
}

/// All that the public edition tells of a person.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PublicPerson {
    /// The school's name.
    pub school: String,
    /// The name.
    pub name: String,
    /// The position.
    pub position: Option<String>,
    /// The current and the wanted level of each area, `None` where not filled in.
    pub levels: Vec<Option<(i64, i64)>>,
}

impl<'a> PublicEdition<'a> {
    /// The edition of those who said yes, dated `date`, in the alphabet of `language`.
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
        };
        let mut people: Vec<PublicPerson> = consenting.iter().map(public).collect();
        // A total order: which file somebody stands in must not show.
        people.sort_by(|a, b| {
            let by_name =
                language.compare(&a.school, &b.school).then_with(|| language.compare(&a.name, &b.name));
            by_name.then_with(|| a.cmp(b))
        });
        people.dedup();
        Self {
            department: settings.name.clone(),
            period: settings.period.clone(),
            language: settings.language,
            accent: settings.accent.as_ref().map(|accent| accent.value),
            smallest_group: usize::try_from(settings.smallest_group).unwrap_or(usize::MAX),
            date,
            role_model,
            courses: catalogue.entries.clone(),
            people,
        }
    }

    /// Whether there are enough people for averages.
    pub fn is_a_group(&self) -> bool {
        self.people.len() >= self.smallest_group
    }
}
