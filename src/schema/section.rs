//! A table of keys as a schema: each key in every spelling, each value by its form.

use serde_json::{Map, Value, json};
use strum::VariantArray;

use super::forms::{self, Offer};
use super::keys::{Draft, Keys, any_names, list_of, texts};
use crate::department::Department;
use crate::department::catalogue::{Catalogue, Teaching};
use crate::department::learning_form::LearningForm;
use crate::department::profile::{MAX_ACTIVITIES, Priority, ResponsibleRole, Status};
use crate::department::role_model::{AREA_COUNT, AmuCoverage, Area, AreaKey, CompetencyKind, RoleModel};
use crate::department::settings::{Currency, School};
use crate::fields::{Field, FixedWords, Form, Table, activity, area};
use crate::language::{Language, Tag};
use crate::programme::definition::PartKind;
use crate::source::spelling::Word;

/// What the schemas of one department offer.
#[derive(Clone, Copy)]
pub(super) struct Offers<'a> {
    /// The language of explanations.
    language: &'a Language,
    /// The department's language, in which keys and words are offered.
    own: Tag,
    schools: &'a [School],
    role_model: Option<&'a RoleModel>,
    catalogue: Option<&'a Catalogue>,
}

impl<'a> Offers<'a> {
    pub(super) fn of(department: Option<&'a Department>, language: &'a Language) -> Self {
        Self {
            language,
            own: department.map_or(language.tag(), |department| department.settings.own_language()),
            schools: department.map_or(&[], |department| &department.settings.schools),
            role_model: department.map(|department| &department.role_model),
            catalogue: department.map(|department| &department.catalogue),
        }
    }

    fn areas(&self) -> &'a [Area] {
        self.role_model.map_or(&[], |role_model| &role_model.areas)
    }

    /// The keys of `table`.
    pub(super) fn keys(&self, draft: &mut Draft<'_>, table: &'static Table) -> Keys {
        table.fields.iter().fold(Keys::default(), |keys, field| {
            let form = self.value(draft, field);
            let form = draft.defined(field.about, form);
            if field.required {
                keys.required(field, self.own, form, self.language)
            } else {
                keys.key(field, self.own, form)
            }
        })
    }

    /// The section of `table`, under a name of its own.
    fn section(&self, draft: &mut Draft<'_>, table: &'static Table) -> Value {
        let section = self.keys(draft, table).section(self.language);
        draft.named(table.name, section)
    }

    /// What the value of `field` looks like.
    fn value(&self, draft: &mut Draft<'_>, field: &'static Field) -> Value {
        let language = self.language;
        match field.form {
            Form::Text => forms::text(),
            Form::Texts => texts(forms::text()),
            Form::Day => forms::day(false, language),
            Form::LastDay => forms::day(true, language),
            Form::Periods => texts(forms::text()),
            Form::Amount => forms::amount(language),
            Form::Count => forms::count(language),
            Form::YesNo => forms::yes_no(self.own, language),
            Form::Colour => forms::colour(language),
            Form::Language => forms::language_tag(language),
            Form::Word(words) => self.word(words),
            Form::Level => self.level(),
            Form::OwnLevel => forms::any_level(language),
            Form::LevelsByArea => self.by_area(draft, "last-year", |_| self.level()),
            Form::OwnLevelsByArea => self.own_levels_by_area(),
            Form::Changes(table) => self.changes(draft, table),
            Form::School => self.school(),
            Form::Roles => self.roles(),
            Form::Area => {
                let (areas, fault) = self.area_keys();
                forms::one_of(areas, &self.former_areas(), fault)
            }
            Form::Areas => {
                let (areas, fault) = self.area_keys();
                forms::some_of(areas, &self.former_areas(), None, fault)
            }
            Form::YesNoOrAreas => {
                let (areas, fault) = self.area_keys();
                let answers = forms::answers(self.own).into_iter().chain(areas);
                forms::some_of(answers.collect(), &self.former_areas(), Some(&forms::yes_or_no()), fault)
            }
            Form::Course => self.courses(),
            Form::Courses => texts(self.courses()),
            Form::Responsible => self.responsible(),
            Form::Section(table) => self.keys(draft, table).section(language),
            Form::List(table) => {
                let mut list = list_of(self.section(draft, table));
                if std::ptr::eq(table, &activity::TABLE) {
                    list["maxItems"] = json!(MAX_ACTIVITIES);
                }
                list
            }
            Form::Named(table) => {
                let mut named = any_names(self.section(draft, table), language);
                if std::ptr::eq(table, &area::TABLE) {
                    named["minProperties"] = json!(AREA_COUNT.start());
                    named["maxProperties"] = json!(AREA_COUNT.end());
                }
                named
            }
        }
    }

    fn word(&self, words: FixedWords) -> Value {
        let (own, language) = (self.own, self.language);
        let say = |key| language.say(key, &[]);
        match words {
            FixedWords::Priority => forms::word(|priority: Priority| say(priority.word_key()), own, language),
            FixedWords::Status => forms::word(|status: Status| say(status.word_key()), own, language),
            FixedWords::LearningForm => {
                let name = |form| self.role_model.and_then(|role_model| role_model.form_names.own(form));
                forms::word_or_name(|form: LearningForm| say(form.word_key()), name, own, language)
            }
            FixedWords::Teaching => forms::word(|teaching: Teaching| say(teaching.word_key()), own, language),
            FixedWords::AmuCoverage => {
                forms::word(|coverage: AmuCoverage| say(coverage.sentence_key()), own, language)
            }
            FixedWords::CompetencyKind => {
                let meaning = |kind| match kind {
                    CompetencyKind::Personal => say("schema-competency-personal"),
                    CompetencyKind::Professional => say("schema-competency-professional"),
                };
                forms::word(meaning, own, language)
            }
            FixedWords::PartKind => forms::word(|kind: PartKind| say(kind.word_key()), own, language),
            FixedWords::Currency => forms::word(|_: Currency| String::new(), own, language),
        }
    }

    fn level(&self) -> Value {
        match self.role_model {
            Some(role_model) => forms::level(&role_model.scale, self.language),
            None => forms::any_level(self.language),
        }
    }

    fn not_one_of<'w>(&self, words: impl Iterator<Item = &'w str>) -> String {
        let words: Vec<&str> = words.collect();
        self.language.say("schema-not-one-of", &[("words", words.join(", ").into())])
    }

    fn school(&self) -> Value {
        let offer = |school: &School| Offer::new(&school.name, school.town.as_deref().unwrap_or_default());
        let fault = self.not_one_of(self.schools.iter().map(|school| school.name.as_str()));
        forms::one_of(self.schools.iter().map(offer).collect(), &[], fault)
    }

    fn roles(&self) -> Value {
        let roles = self.role_model.map_or(&[][..], |role_model| &role_model.roles);
        let meaning = |name: &str, line: Option<&str>| match line {
            Some(line) => format!("{name}: {line}"),
            None => name.to_owned(),
        };
        let offers = roles
            .iter()
            .map(|role| Offer::new(&role.key, meaning(&role.name, role.description.as_deref())))
            .collect();
        forms::some_of(offers, &[], None, self.not_one_of(roles.iter().map(|role| role.key.as_str())))
    }

    fn area_keys(&self) -> (Vec<Offer>, String) {
        let areas = self.areas();
        let fault = self.not_one_of(areas.iter().map(|area| area.key.as_str()));
        (areas.iter().map(|area| Offer::new(&area.key, &area.name)).collect(), fault)
    }

    /// The keys of earlier versions of the role model, which are read and not offered.
    fn former_areas(&self) -> Vec<String> {
        let Some(role_model) = self.role_model else { return Vec::new() };
        let is_former = |key: &&str| role_model.area(key).is_none();
        role_model.all_area_keys().filter(is_former).map(str::to_owned).collect()
    }

    /// The courses; others pass too, since the catalogue changes through the year and the
    /// schema only when it is written again.
    fn courses(&self) -> Value {
        let entries = self.catalogue.into_iter().flat_map(|catalogue| &catalogue.entries);
        forms::usually(entries.map(|(number, title)| Offer::new(number, title)).collect())
    }

    fn responsible(&self) -> Value {
        let meaning = |role: ResponsibleRole| match role {
            ResponsibleRole::Leader => "schema-responsible-leader",
            ResponsibleRole::Employee => "schema-responsible-employee",
            ResponsibleRole::Department => "schema-responsible-department",
        };
        let offer = |role: &ResponsibleRole| {
            Offer::new(role.written(self.own), self.language.say(meaning(*role), &[]))
        };
        forms::usually(ResponsibleRole::VARIANTS.iter().map(offer).collect())
    }

    /// The areas as keys, each with what `form` describes.
    fn by_area(&self, draft: &mut Draft<'_>, part: &str, form: impl Fn(&Area) -> Value) -> Value {
        let areas = self.areas().iter().enumerate();
        let keys = areas.fold(Keys::default(), |keys, (number, area)| {
            let mut described = form(area);
            described["title"] = area.name.clone().into();
            described["description"] = self.about(area).into();
            keys.name(&area.key, draft.named(&format!("{part}-{}", number + 1), described))
        });
        let keys = self.former_areas().into_iter().fold(keys, |keys, key| {
            let area = self.role_model.and_then(|role_model| match role_model.area_key(&key)? {
                AreaKey::Current(area) | AreaKey::Former(area) => Some(&role_model.areas[area.0]),
                AreaKey::Removed => None,
            });
            keys.former(&key, area.map_or_else(forms::anything, &form))
        });
        keys.section(self.language)
    }

    /// An area in words: what it is, and what each level means.
    fn about(&self, area: &Area) -> String {
        let levels = self.role_model.into_iter().flat_map(|role_model| &role_model.scale.levels);
        let levels = levels.map(|level| format!("{}: {}", level.number, level.name));
        let expected =
            area.expected.map(|level| self.language.say("area-expected", &[("level", level.into())]));
        let parts = area.description.iter().cloned().chain(levels).chain(expected);
        // Between lines that stay apart in an editor's window.
        parts.collect::<Vec<_>>().join("\n\n")
    }

    /// The levels of a profile, the long form being `table`.
    fn changes(&self, draft: &mut Draft<'_>, table: &'static Table) -> Value {
        let mut long = self.keys(draft, table).section(self.language);
        // Nothing at all is what the short form may be.
        long["type"] = "object".into();
        let long = draft.named(table.name, long);
        self.by_area(draft, "area", |_| match self.role_model {
            Some(role_model) => forms::level_change(&role_model.scale, long.clone(), self.own, self.language),
            None => long.clone(),
        })
    }

    /// The areas and levels of a role model are what the file itself says, so those that the
    /// department had before are offered and never a fault.
    fn own_levels_by_area(&self) -> Value {
        let mut levels = any_names(forms::any_level(self.language), self.language);
        if self.role_model.is_some() {
            let level = |name: &str| {
                let mut level = forms::any_level(self.language);
                level["title"] = name.into();
                level
            };
            let offers = self.areas().iter().map(|area| (area.key.clone(), level(&area.name)));
            levels["properties"] = Value::Object(offers.collect::<Map<_, _>>());
        }
        levels
    }
}
