//! `afdeling.yaml`: the department's name, schools, deadlines and preferences.

use std::collections::HashMap;
use std::sync::Arc;

use fluent_bundle::FluentValue;
use jiff::civil::Date;
use strum::{IntoStaticStr, VariantArray};

use super::months::{self, Month};
use super::values::{Amount, Colour, Count, Day, LanguageTag, Text, YesNo};
use crate::fields::{cooperation, deadlines, preferences, retention, school, settings};
use crate::language::{Language, Tag};
use crate::problem::{Code, Problem, Problems};
use crate::source::section::Section;
use crate::source::spelling::fold;
use crate::source::tree::Node;
use crate::source::{Placed, SourceFile, file_names};

/// Default of the group size below which averages are hidden.
const DEFAULT_SMALLEST_GROUP: usize = 5;
/// Lowest allowed group size: of two, each member could compute the other's figures.
pub(crate) const MIN_SMALLEST_GROUP: usize = 3;

/// The settings of one department.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Name of the department.
    pub name: String,
    pub municipality: Option<String>,
    /// The period of the plans, such as `2026/27`.
    pub period: Option<String>,
    /// The language of the documents.
    pub language: Option<Tag>,
    /// The accent colour.
    pub accent: Option<Placed<Colour>>,
    /// The schools in file order.
    pub schools: Vec<School>,
    /// The year's deadlines.
    pub deadlines: Deadlines,
    /// Preferences for courses.
    pub preferences: Preferences,
    /// Currency of all prices and the budget.
    pub currency: Currency,
    /// Budget for the year's courses.
    pub budget: Option<Amount>,
    /// Positions that the public booklet may show.
    pub public_positions: Vec<String>,
    /// Smallest group whose averages may be published; at least 3.
    pub smallest_group: usize,
    /// Months that old levels and records may be kept.
    pub retention_months: Option<u32>,
    /// What is shared with other departments.
    pub cooperation: Cooperation,
    /// Schools by folded name.
    pub(crate) school_names: HashMap<String, SchoolIndex>,
}

/// A currency. Amounts are never converted.
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
    /// Currency of the language's country; Danish kroner for English.
    pub(crate) fn of(language: Tag) -> Self {
        match language {
            Tag::Sv => Self::Sek,
            Tag::Nb => Self::Nok,
            Tag::Da | Tag::En => Self::Dkk,
        }
    }

    /// The ISO 4217 code.
    pub(crate) fn code(self) -> &'static str {
        self.into()
    }

    /// True if this is the default of `language` and thus needs no code.
    pub(crate) fn is_own(self, language: &Language) -> bool {
        Self::of(language.tag()) == self
    }

    /// Message arguments for the currency after an amount, within a sentence and at its end: `kr.` or
    /// `kr` in the currency's own language, the code in others.
    pub(crate) fn facts(self, language: &Language) -> [(&'static str, FluentValue<'static>); 2] {
        let sign =
            if self.is_own(language) { language.say("currency-own", &[]) } else { self.code().to_owned() };
        let stop = format!("{}.", sign.trim_end_matches('.'));
        [("currency", sign.into()), ("currency-stop", stop.into())]
    }
}

/// A school or other workplace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct School {
    pub name: String,
    pub leader: Option<String>,
    pub town: Option<String>,
}

/// Index into [`Settings::schools`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchoolIndex(pub usize);

/// The deadlines of the year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deadlines {
    /// For handing in profiles.
    pub profile: Option<Date>,
    /// For the strategic training plan.
    pub strategic_plan: Option<Date>,
    /// For agreeing the individual plans.
    pub plan: Option<Date>,
    /// For evaluating the year.
    pub evaluation: Option<Date>,
}

/// Preferences for courses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preferences {
    /// Half days rather than whole ones.
    pub half_days: bool,
    /// Near places rather than far ones.
    pub near: bool,
}

/// What the department tells its neighbours when needs are added up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cooperation {
    /// How neighbours reach the department.
    pub contact: Option<String>,
    /// What the department works for.
    pub focus: Option<String>,
    /// What is difficult.
    pub challenges: Option<String>,
    /// Months in which courses suit; any if empty.
    pub months: Vec<Month>,
    /// Whether the department's strengths may be named to neighbours.
    pub trades: bool,
}

impl Settings {
    /// First and last day of the period: a school year, from 1 August of the first year in its name.
    pub(crate) fn period_days(&self) -> Option<(Date, Date)> {
        days_of_period(self.period.as_deref()?)
    }

    /// True if a date is within a year of the period, or the period is unknown.
    pub(crate) fn is_plausible_date(&self, day: Date) -> bool {
        let Some((first, last)) = self.period_days() else { return true };
        let year = jiff::Span::new().years(1);
        let earliest = first.checked_sub(year).unwrap_or(Date::MIN);
        let latest = last.checked_add(year).unwrap_or(Date::MAX);
        (earliest..=latest).contains(&day)
    }

    /// Language of the department's files.
    pub(crate) fn own_language(&self) -> Tag {
        self.language.unwrap_or_default()
    }

    /// True if the public booklet may show `position`.
    ///
    /// This is an allow list, because positions such as *fleksjob* or *elev* reveal something about a
    /// person, and no list of such words is complete.
    pub(crate) fn is_public_position(&self, position: &str) -> bool {
        self.public_positions.iter().any(|public| fold(public) == fold(position))
    }

    /// The school named `name`, in any spelling.
    pub fn school(&self, name: &str) -> Option<SchoolIndex> {
        self.school_names.get(&fold(name)).copied()
    }
}

/// First and last day of a school year such as `2026/27`, from 1 August of the first year in its name.
pub(crate) fn days_of_period(period: &str) -> Option<(Date, Date)> {
    let year: i16 = period.get(..4)?.parse().ok()?;
    Some((Date::new(year, 8, 1).ok()?, Date::new(year.checked_add(1)?, 7, 31).ok()?))
}

/// Reads the settings; `None` if a key is missing without which nothing can be built.
pub(crate) fn read(file: &Arc<SourceFile>, root: &Node, problems: &mut Problems) -> Option<Settings> {
    let mut fields = Section::open(file, root, &settings::TABLE, problems)?;
    let name = fields.required::<Text>(&settings::NAME, problems);
    let municipality = fields.value::<Text>(&settings::MUNICIPALITY, problems).map(|t| t.0);
    let period = fields.value::<Text>(&settings::PERIOD, problems).map(|t| t.0);
    let language = fields.value::<LanguageTag>(&settings::LANGUAGE, problems).map(|tag| tag.0);
    let language = language.or_else(|| file_names::language_of_settings(&file.name));
    let accent = fields.optional::<Colour>(&settings::ACCENT, problems);
    let (schools, school_names) = read_schools(file, &mut fields, problems);
    let deadlines = read_deadlines(&mut fields, problems);
    let preferences = read_preferences(&mut fields, problems);
    let currency = fields.word::<Currency>(&settings::CURRENCY, problems).map(|word| word.value);
    let budget = fields.value::<Amount>(&settings::BUDGET, problems);
    let public_positions =
        fields.values::<Text>(&settings::PUBLIC_POSITIONS, problems).into_iter().map(|t| t.value.0).collect();
    let smallest_group = match fields.optional::<Count>(&settings::SMALLEST_GROUP, problems) {
        Some(group) if group.value.as_usize() < MIN_SMALLEST_GROUP => {
            problems.push(Problem::new(Code::GroupTooSmall, group.place));
            DEFAULT_SMALLEST_GROUP
        }
        Some(group) => group.value.as_usize(),
        None => DEFAULT_SMALLEST_GROUP,
    };
    let mut retention_months = None;
    if let Some(mut retention) = fields.section(&settings::RETENTION, problems) {
        retention_months = retention.value::<Count>(&retention::MONTHS, problems).map(|count| count.0);
        retention.finish(problems);
    }
    let cooperation = read_cooperation(&mut fields, problems);
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
        cooperation,
        school_names,
    })
}

/// Reads the schools, and indexes them by folded name.
fn read_schools(
    file: &Arc<SourceFile>,
    fields: &mut Section<'_>,
    problems: &mut Problems,
) -> (Vec<School>, HashMap<String, SchoolIndex>) {
    let mut schools = Vec::new();
    let mut school_names = HashMap::new();
    let mut has_invalid = false;
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
            None => has_invalid = true,
        }
    }
    if schools.is_empty() && !has_invalid {
        fields.report_missing(&settings::SCHOOLS);
    }
    (schools, school_names)
}

fn read_deadlines(fields: &mut Section<'_>, problems: &mut Problems) -> Deadlines {
    let Some(mut dates) = fields.section(&settings::DEADLINES, problems) else { return Deadlines::default() };
    let mut date = |key| dates.value::<Day>(key, problems).map(|day| day.0);
    let deadlines = Deadlines {
        profile: date(&deadlines::PROFILE),
        strategic_plan: date(&deadlines::STRATEGIC_PLAN),
        plan: date(&deadlines::PLAN),
        evaluation: date(&deadlines::EVALUATION),
    };
    dates.finish(problems);
    deadlines
}

fn read_preferences(fields: &mut Section<'_>, problems: &mut Problems) -> Preferences {
    let Some(mut wishes) = fields.section(&settings::PREFERENCES, problems) else {
        return Preferences::default();
    };
    let mut wish = |key| wishes.value::<YesNo>(key, problems).is_some_and(|yes| yes.0);
    let preferences =
        Preferences { half_days: wish(&preferences::HALF_DAYS), near: wish(&preferences::NEAR) };
    wishes.finish(problems);
    preferences
}

fn read_cooperation(fields: &mut Section<'_>, problems: &mut Problems) -> Cooperation {
    let Some(mut told) = fields.section(&settings::COOPERATION, problems) else {
        return Cooperation::default();
    };
    let mut text = |key| told.value::<Text>(key, problems).map(|text| text.0);
    let (contact, focus, challenges) =
        (text(&cooperation::CONTACT), text(&cooperation::FOCUS), text(&cooperation::CHALLENGES));
    let months = months::read(&mut told, &cooperation::MONTHS, problems);
    let trades = told.value::<YesNo>(&cooperation::TRADES, problems).is_some_and(|yes| yes.0);
    told.finish(problems);
    Cooperation { contact, focus, challenges, months, trades }
}
