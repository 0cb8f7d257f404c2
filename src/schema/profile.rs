//! What can stand in a profile of this department.

use serde_json::{Value, json};

use super::forms::{self, Offer, YES_OR_NO};
use super::keys::{Draft, Keys, list_of, texts};
use crate::department::Department;
use crate::department::catalogue::LearningForm;
use crate::department::profile::{MAX_ACTIVITIES, Priority, Status};
use crate::department::role_model::{Area, RoleModel};
use crate::language::Language;

/// The schema of a profile.
pub(super) fn schema(department: &Department, language: &Language) -> Value {
    let mut draft = Draft::new(language);
    let d = &mut draft;
    let role_model = &department.role_model;
    let keys = Keys::default()
        .required("navn", d.defined("schema-person-name", forms::text()), language)
        .required("skole", school(d, department), language)
        .key("stilling", d.defined("schema-position", forms::text()))
        .key("leder", d.defined("schema-person-leader", forms::text()))
        .key("mus", d.defined("schema-talk", forms::day(language)))
        .key("aftalt", d.defined("schema-agreed", forms::day(language)))
        .key("roller", roles(d, role_model))
        .required("profil", levels(d, role_model), language)
        .key("sidste_år", last_year(d, role_model))
        .key("sidste_års_plan", last_plan(d))
        .key("gennemførte_kurser", finished(d, department))
        .key("plan", plan(d, department))
        .key("opfølgning", d.defined("schema-follow-up", forms::day(language)))
        .key("samtykke", consent(d, role_model));
    draft.file("schema-profile", keys)
}

fn school(draft: &mut Draft<'_>, department: &Department) -> Value {
    let schools = &department.settings.schools;
    let offers: Vec<Offer> = schools
        .iter()
        .map(|school| Offer::new(&school.name, school.town.as_deref().unwrap_or_default()))
        .collect();
    let names: Vec<&str> = schools.iter().map(|school| school.name.as_str()).collect();
    let fault = draft.language.say("schema-not-one-of", &[("words", names.join(", ").into())]);
    draft.defined("schema-person-school", forms::one_of(offers, fault))
}

fn roles(draft: &mut Draft<'_>, role_model: &RoleModel) -> Value {
    let meaning = |name: &str, line: Option<&str>| match line {
        Some(line) => format!("{name}: {line}"),
        None => name.to_owned(),
    };
    let roles = &role_model.roles;
    let offers = roles
        .iter()
        .map(|role| Offer::new(&role.key, meaning(&role.name, role.description.as_deref())))
        .collect();
    let keys: Vec<&str> = roles.iter().map(|role| role.key.as_str()).collect();
    let fault = draft.language.say("schema-not-one-of", &[("words", keys.join(", ").into())]);
    draft.defined("schema-person-roles", forms::some_of(offers, None, fault))
}

/// The areas as keys, each with what `form` describes.
fn by_area(
    draft: &mut Draft<'_>,
    role_model: &RoleModel,
    part: &str,
    form: impl Fn(&mut Draft<'_>, &Area) -> Value,
) -> Value {
    let mut keys = Keys::default();
    for (number, area) in role_model.areas.iter().enumerate() {
        let mut described = form(draft, area);
        described["title"] = area.name.clone().into();
        described["description"] = about(area, role_model, draft.language).into();
        let named = draft.named(&format!("{part}-{}", number + 1), described);
        keys = keys.key(&area.key, named);
    }
    keys.section(draft.language)
}

/// An area in words: what it is, and what each level means.
fn about(area: &Area, role_model: &RoleModel, language: &Language) -> String {
    let levels = role_model.scale.levels.iter().map(|level| format!("{}: {}", level.number, level.name));
    let expected = area.expected.map(|level| language.say("area-expected", &[("level", level.into())]));
    let parts = area.description.iter().cloned().chain(levels).chain(expected);
    // Between lines that stay apart in an editor's window.
    parts.collect::<Vec<_>>().join("\n\n")
}

fn levels(draft: &mut Draft<'_>, role_model: &RoleModel) -> Value {
    let language = draft.language;
    let scale = &role_model.scale;
    let long = Keys::default()
        .required("nu", draft.defined("schema-current", forms::level(scale, language)), language)
        .key("ønsket", draft.defined("schema-wanted", forms::level(scale, language)))
        .key("vigtighed", {
            let meaning = |priority: Priority| language.say(priority.word_key(), &[]);
            draft.defined("schema-priority", forms::word(meaning, &["rar at kunne"], language))
        })
        .key("bemærkning", draft.defined("schema-remark", forms::text()))
        .section(language);
    let mut long = long;
    // Nothing at all is what the short form may be.
    long["type"] = "object".into();
    let long = draft.named("long-form", long);
    let areas = by_area(draft, role_model, "area", |_, _| forms::level_change(scale, long.clone(), language));
    draft.defined("schema-levels", areas)
}

fn last_year(draft: &mut Draft<'_>, role_model: &RoleModel) -> Value {
    let language = draft.language;
    let areas = by_area(draft, role_model, "last-year", |_, _| forms::level(&role_model.scale, language));
    draft.defined("schema-last-year", areas)
}

fn status(draft: &mut Draft<'_>) -> Value {
    let language = draft.language;
    let meaning = |status: Status| language.say(status.word_key(), &[]);
    draft.defined("schema-status", forms::word(meaning, &[], language))
}

fn last_plan(draft: &mut Draft<'_>) -> Value {
    let language = draft.language;
    let line = Keys::default()
        .required("mål", draft.defined("schema-last-goal", forms::text()), language)
        .key("status", status(draft))
        .section(language);
    let line = draft.named("last-line", line);
    draft.defined("schema-last-plan", list_of(line))
}

/// The courses; others pass too, since the catalogue changes through the year and the
/// schema with it only when somebody asks.
fn courses(department: &Department) -> Value {
    let entries = department.catalogue.entries.iter();
    forms::usually(entries.map(|(number, title)| Offer::new(number, title)).collect())
}

fn finished(draft: &mut Draft<'_>, department: &Department) -> Value {
    draft.defined("schema-finished", texts(courses(department)))
}

fn area_key(role_model: &RoleModel, language: &Language) -> (Vec<Offer>, String) {
    let areas = &role_model.areas;
    let keys: Vec<&str> = areas.iter().map(|area| area.key.as_str()).collect();
    let fault = language.say("schema-not-one-of", &[("words", keys.join(", ").into())]);
    (areas.iter().map(|area| Offer::new(&area.key, &area.name)).collect(), fault)
}

fn plan(draft: &mut Draft<'_>, department: &Department) -> Value {
    let language = draft.language;
    let (areas, not_an_area) = area_key(&department.role_model, language);
    let who = [
        ("leder", "schema-responsible-leader"),
        ("medarbejder", "schema-responsible-employee"),
        ("skoleafdelingen", "schema-responsible-department"),
    ];
    let who = who.map(|(word, meaning)| Offer::new(word, language.say(meaning, &[]))).into();
    let forms_of_learning = {
        let meaning = |form: LearningForm| language.say(form.word_key(), &[]);
        forms::word(meaning, &[], language)
    };
    let line = Keys::default()
        .key("mål", draft.defined("schema-goal", forms::text()))
        .key("område", draft.defined("schema-line-area", forms::one_of(areas, not_an_area)))
        .key("kursus", draft.defined("schema-line-course", courses(department)))
        .key("form", draft.defined("schema-line-form", forms_of_learning))
        .key("hos", draft.defined("schema-mentor", forms::text()))
        .key("aktivitet", draft.defined("schema-activity", forms::text()))
        .key("ansvarlig", draft.defined("schema-responsible", forms::usually(who)))
        .key("frist", draft.defined("schema-deadline", forms::day(language)))
        .key("hold", draft.defined("schema-line-session", forms::day(language)))
        .key("afløser", draft.defined("schema-stand-in", forms::text()))
        .key("status", status(draft))
        .section(language);
    let line = draft.named("line", line);
    let mut lines = list_of(line);
    lines["maxItems"] = json!(MAX_ACTIVITIES);
    draft.defined("schema-plan", lines)
}

fn consent(draft: &mut Draft<'_>, role_model: &RoleModel) -> Value {
    let language = draft.language;
    let (areas, not_an_area) = area_key(role_model, language);
    let answers = ["ja", "nej"].map(|word| Offer::new(word, "")).into_iter().chain(areas).collect();
    let teaches = forms::some_of(answers, Some(YES_OR_NO), not_an_area);
    let section = Keys::default()
        .key("hæfte", draft.defined("schema-consent-booklet", forms::yes_no(language)))
        .key("oplærer", draft.defined("schema-consent-teaches", teaches))
        .section(language);
    draft.defined("schema-consent", section)
}
