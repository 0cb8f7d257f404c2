//! What can stand in `kurser.yaml` of a department with this role model.

use serde_json::Value;

use super::forms::{self, Offer};
use super::keys::{Draft, Keys, any_names, list_of};
use crate::department::catalogue::LearningForm;
use crate::department::role_model::RoleModel;
use crate::language::Language;

/// The schema of `kurser.yaml`.
pub(super) fn schema(role_model: &RoleModel, language: &Language) -> Value {
    let mut draft = Draft::new(language);
    let d = &mut draft;
    let provider = Keys::default()
        .required("navn", d.defined("schema-provider-name", forms::text()), language)
        .key("sted", d.defined("schema-provider-town", forms::text()))
        .section(language);
    let provider = d.named("provider", provider);
    let course = course(d, role_model);
    let keys = Keys::default()
        .key("udbydere", d.defined("schema-providers", any_names(provider, language)))
        .key("kurser", d.defined("schema-courses", list_of(course)));
    draft.file("schema-catalogue", keys)
}

fn course(draft: &mut Draft<'_>, role_model: &RoleModel) -> Value {
    let language = draft.language;
    let scale = &role_model.scale;
    let areas = &role_model.areas;
    let names: Vec<&str> = areas.iter().map(|area| area.key.as_str()).collect();
    let not_an_area = language.say("schema-not-one-of", &[("words", names.join(", ").into())]);
    let areas = areas.iter().map(|area| Offer::new(&area.key, &area.name)).collect();
    let form = {
        let meaning = |form: LearningForm| language.say(form.word_key(), &[]);
        forms::word(meaning, &[], language)
    };
    let session = session(draft);
    let course = Keys::default()
        .required("nummer", draft.defined("schema-course-number", forms::text()), language)
        .required("titel", draft.defined("schema-course-title", forms::text()), language)
        .required("form", draft.defined("schema-course-form", form), language)
        .required(
            "områder",
            draft.defined("schema-course-areas", forms::some_of(areas, None, not_an_area)),
            language,
        )
        .key("udbyder", draft.defined("schema-course-provider", forms::text()))
        .key("fra_niveau", draft.defined("schema-course-from", forms::level(scale, language)))
        .key("til_niveau", draft.defined("schema-course-to", forms::level(scale, language)))
        .key("dage", draft.defined("schema-course-days", forms::amount(language)))
        .key("pris", draft.defined("schema-course-price", forms::amount(language)))
        .key("tilskud", draft.defined("schema-course-subsidy", forms::amount(language)))
        .key("udløber", draft.defined("schema-course-expires", forms::day(language)))
        .key("eget_hold", draft.defined("schema-course-own-class", forms::yes_no(language)))
        .key("hold", draft.defined("schema-sessions", list_of(session)))
        .key("eksempel", draft.defined("schema-course-example", forms::yes_no(language)))
        .section(language);
    draft.named("course", course)
}

fn session(draft: &mut Draft<'_>) -> Value {
    let language = draft.language;
    let section = Keys::default()
        .required("start", draft.defined("schema-session-start", forms::day(language)), language)
        .key("slut", draft.defined("schema-session-end", forms::day(language)))
        .key("sted", draft.defined("schema-session-town", forms::text()))
        .key("pladser", draft.defined("schema-session-seats", forms::count(language)))
        .key("ledige", draft.defined("schema-session-free", forms::count(language)))
        .key("halvdage", draft.defined("schema-session-half-days", forms::yes_no(language)))
        .section(language);
    draft.named("session", section)
}
