//! `afdeling.yaml`: the department's name, schools, deadlines and wishes.

use std::collections::HashMap;
use std::sync::Arc;

use fluent_bundle::FluentValue;
use jiff::civil::Date;
use strum::{IntoStaticStr, VariantArray};

use super::values::{Amount, Colour, Count, Day, LanguageTag, Text, YesNo};
use crate::fields::{deadlines, preferences, retention, school, settings};
use crate::language::{Language, Tag};
use crate::problem::{Code, Problem, Problems};
use crate::source::section::Section;
use crate::source::spelling::fold;
use crate::source::tree::Node;
use crate::source::{Placed, SourceFile, file_names};

/// The group size below which averages are hidden, where the file names none.
const DEFAULT_SMALLEST_GROUP: u32 = 5;
/// Below three, one member can compute the other's figures.
const LEAST_SMALLEST_GROUP: u32 = 3;

/// The settings of one department.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// What the department is called.
    pub name: String,
    /// The municipality.
    pub municipality: Option<String>,
    /// The period of the plans, such as `2026/27`.
    pub period: Option<String>,
    /// The language of the documents.
    pub language: Option<Tag>,
    /// The accent colour.
    pub accent: Option<Placed<Colour>>,
    /// The schools, in the file's order.
    pub schools: Vec<School>,
    /// The year's deadlines.
    pub deadlines: Deadlines,
    /// What the department likes courses to be.
    pub preferences: Preferences,
    /// The currency of all prices and the budget.
    pub currency: Currency,
    /// The money for the year's courses.
    pub budget: Option<Amount>,
    /// The positions that the public booklet may tell.
    pub public_positions: Vec<String>,
    /// The smallest group whose averages may be published; at least 3.
    pub smallest_group: u32,
    /// Months that old levels and records may be kept.
    pub retention_months: Option<u32>,
    /// Each school by its folded name.
    pub(crate) school_names: HashMap<String, SchoolIndex>,
}

/// A currency. Sums are never converted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, VariantArray, IntoStaticStr)]
#[strum(serialize_all = "UPPERCASE")]
pub enum Currency {
    /// Danish kroner.
    #[default]
    Dkk,
    /// Swedish kronor.
    Sek,
    /// Norwegian kroner.
    Nok,
    /// Euro.
    Eur,
}

impl Currency {
    /// The currency of the country whose language this is; Danish kroner for English.
    pub fn of(language: Tag) -> Self {
        match language {
            Tag::Sv => Self::Sek,
            Tag::Nb => Self::Nok,
            Tag::Da | Tag::En => Self::Dkk,
        }
    }

    /// The ISO 4217 code.
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// Whether it is the one that `language` expects, and so needs no code.
    pub fn is_own(self, language: &Language) -> bool {
        Self::of(language.tag()) == self
    }

    /// The facts of a message about money: how the currency is written behind a sum, within a
    /// sentence and at its end. That is `kr.` or `kr` in the currency's own language, else the code.
    pub fn facts(self, language: &Language) -> [(&'static str, FluentValue<'static>); 2] {
        let sign =
            if self.is_own(language) { language.say("currency-own", &[]) } else { self.code().to_owned() };
        let stop = format!("{}.", sign.trim_end_matches('.'));
        [("currency", sign.into()), ("currency-stop", stop.into())]
    }
}

/// A school, or whatever the workplaces of a department are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct School {
    /// Its name.
    pub name: String,
    /// Its leader.
    pub leader: Option<String>,
    /// The town where it lies.
    pub town: Option<String>,
}

/// Which school of [`Settings::schools`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchoolIndex(pub usize);

/// The deadlines of the year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deadlines {
    /// Profiles are handed in.
    pub profile: Option<Date>,
    /// The strategic training plan is ready.
    pub strategic_plan: Option<Date>,
    /// The individual plans are agreed.
    pub plan: Option<Date>,
    /// The year is evaluated.
    pub evaluation: Option<Date>,
}

/// What the department likes courses to be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preferences {
    /// Half days rather than whole ones.
    pub half_days: bool,
    /// Near places rather than far ones.
    pub near: bool,
}

impl Settings {
    /// The first and the last day of the period: a school year, which opens on the first
    /// of August of the year that it names first.
    pub fn period_days(&self) -> Option<(Date, Date)> {
        let year: i16 = self.period.as_deref()?.get(..4)?.parse().ok()?;
        Some((Date::new(year, 8, 1).ok()?, Date::new(year.checked_add(1)?, 7, 31).ok()?))
    }

    /// Whether a date can be meant: it lies in the period or within a year of it. Where no
    /// period is known, any date can.
    pub fn can_be_meant(&self, day: Date) -> bool {
        let Some((first, last)) = self.period_days() else { return true };
        let year = jiff::Span::new().years(1);
        let earliest = first.checked_sub(year).unwrap_or(Date::MIN);
        let latest = last.checked_add(year).unwrap_or(Date::MAX);
        (earliest..=latest).contains(&day)
    }

    /// The language in which the department's files are written.
    pub fn own_language(&self) -> Tag {
        self.language.unwrap_or_default()
    }

    /// Whether the public booklet may tell `position`, in any spelling. A position may say something
    /// of a person, such as *fleksjob* or *elev*, and no list of such words is ever complete.
    pub fn is_public_position(&self, position: &str) -> bool {
        self.public_positions.iter().any(|public| fold(public) == fold(position))
    }

    /// The school named `name`, in any spelling.
    pub fn school(&self, name: &str) -> Option<SchoolIndex> {
        self.school_names.get(&fold(name)).copied()
    }
}

/// Reads the settings; `None` where a key is missing without which nothing can be built.
pub fn read(file: &Arc<SourceFile>, root: &Node, problems: &mut Problems) -> Option<Settings> {
    let mut fields = Section::open(file, root, &settings::TABLE, problems)?;
    let name = fields.required::<Text>(&settings::NAME, problems);
    let municipality = fields.value::<Text>(&settings::MUNICIPALITY, problems).map(|t| t.0);
    let period = fields.value::<Text>(&settings::PERIOD, problems).map(|t| t.0);
    let language = fields.value::<LanguageTag>(&settings::LANGUAGE, problems).map(|tag| tag.0);
    let language = language.or_else(|| file_names::language_of_settings(&file.name));
    let accent = fields.optional::<Colour>(&settings::ACCENT, problems);
    let mut schools = Vec::new();
    let mut school_names = HashMap::new();
    let mut incomplete = false;
    for node in fields.list(&settings::SCHOOLS) {
        let Some(mut school) = Section::open(file, node, &school::TABLE, problems) else { continue };
        let name = school.required::<Text>(&school::NAME, problems);
        let leader = school.value::<Text>(&school::LEADER, problems).map(|t| t.0);
        let town = school.value::<Text>(&school::TOWN, problems).map(|t| t.0);
        school.finish(problems);
        match name {
            Some(name) if school_names.contains_key(&fold(&name.value.0)) => {
                problems.push(Problem::new(Code::DuplicateSchool, name.place).with("value", &name.value.0));
            }
            Some(name) => {
                school_names.insert(fold(&name.value.0), SchoolIndex(schools.len()));
                schools.push(School { name: name.value.0, leader, town });
            }
            None => incomplete = true,
        }
    }
    if schools.is_empty() && !incomplete {
        fields.missing(&settings::SCHOOLS);
    }
    let mut deadlines = Deadlines::default();
    if let Some(mut dates) = fields.section(&settings::DEADLINES, problems) {
        let mut date = |key| dates.value::<Day>(key, problems).map(|day| day.0);
        deadlines.profile = date(&deadlines::PROFILE);
        deadlines.strategic_plan = date(&deadlines::STRATEGIC_PLAN);
        deadlines.plan = date(&deadlines::PLAN);
        deadlines.evaluation = date(&deadlines::EVALUATION);
        dates.finish(problems);
    }
    let mut preferences = Preferences::default();
    if let Some(mut wishes) = fields.section(&settings::PREFERENCES, problems) {
        let mut wish = |key| wishes.value::<YesNo>(key, problems).is_some_and(|yes| yes.0);
        preferences.half_days = wish(&preferences::HALF_DAYS);
        preferences.near = wish(&preferences::NEAR);
        wishes.finish(problems);
    }
    let currency = fields.word::<Currency>(&settings::CURRENCY, problems).map(|word| word.value);
    let budget = fields.value::<Amount>(&settings::BUDGET, problems);
    let public_positions =
        fields.values::<Text>(&settings::PUBLIC_POSITIONS, problems).into_iter().map(|t| t.value.0).collect();
    let smallest_group = match fields.optional::<Count>(&settings::SMALLEST_GROUP, problems) {
        Some(group) if group.value.0 < LEAST_SMALLEST_GROUP => {
            problems.push(Problem::new(Code::GroupTooSmall, group.place));
            DEFAULT_SMALLEST_GROUP
        }
        Some(group) => group.value.0,
        None => DEFAULT_SMALLEST_GROUP,
    };
    let mut retention_months = None;
    if let Some(mut retention) = fields.section(&settings::RETENTION, problems) {
        retention_months = retention.value::<Count>(&retention::MONTHS, problems).map(|count| count.0);
        retention.finish(problems);
    }
    fields.finish(problems);
    Some(Settings {
        name: name?.value.0,
        municipality,
        period,
        language,
        accent,
        schools: if schools.is_empty() { return None } else { schools },
        deadlines,
        preferences,
        currency: currency.unwrap_or_else(|| Currency::of(language.unwrap_or_default())),
        budget,
        public_positions,
        smallest_group,
        retention_months,
        school_names,
    })
}
