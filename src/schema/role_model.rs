//! What can stand in `rollemodel.yaml`. Its areas and levels are what the file itself
//! says, so nothing is held against those that the department had before.

use serde_json::{Value, json};

use super::forms;
use super::keys::{Draft, Keys, any_names, list_of, texts};
use crate::department::role_model::{AmuCoverage, CompetencyKind, RoleModel};
use crate::language::Language;

/// The schema of `rollemodel.yaml`; the areas of `before` are offered where roles name areas.
pub(super) fn schema(before: Option<&RoleModel>, language: &Language) -> Value {
    let mut draft = Draft::new(language);
    let d = &mut draft;
    let level = Keys::default()
        .required("niveau", d.defined("schema-level-number", forms::any_level(language)), language)
        .required("navn", d.defined("schema-level-name", forms::text()), language)
        .section(language);
    let level = d.named("level", level);
    let competency = competency(d);
    let competencies = d.defined("schema-competencies", list_of(competency.clone()));
    let coverage = {
        let meaning = |coverage: AmuCoverage| language.say(coverage.word_key(), &[]);
        forms::word(meaning, &[], language)
    };
    let area = Keys::default()
        .required("navn", d.defined("schema-area-name", forms::text()), language)
        .key("kort_navn", d.defined("schema-area-short-name", forms::text()))
        .key("beskrivelse", d.defined("schema-area-description", forms::text()))
        .key("forventet", d.defined("schema-area-expected", forms::any_level(language)))
        .key("amu_dækning", d.defined("schema-area-coverage", coverage))
        .key("kompetencer", competencies)
        .section(language);
    let area = d.named("area", area);
    let mut areas = any_names(area, language);
    areas["minProperties"] = json!(3);
    areas["maxProperties"] = json!(24);
    let roles = roles(d, before);
    let keys = Keys::default()
        .required("navn", d.defined("schema-model-name", forms::text()), language)
        .key("kilde", d.defined("schema-model-source", forms::text()))
        .key("version", d.defined("schema-model-version", forms::text()))
        .required("skala", d.defined("schema-scale", list_of(level)), language)
        .key("forudsat", d.defined("schema-presumed", texts(forms::text())))
        .required("områder", d.defined("schema-areas", areas), language)
        .key("øvrige_kompetencer", d.defined("schema-other-competencies", list_of(competency)))
        .key("roller", roles);
    draft.file("schema-role-model", keys)
}

fn competency(draft: &mut Draft<'_>) -> Value {
    let language = draft.language;
    let meaning = |kind: CompetencyKind| match kind {
        CompetencyKind::Personal => language.say("schema-competency-personal", &[]),
        CompetencyKind::Professional => language.say("schema-competency-professional", &[]),
    };
    let kind = forms::word(meaning, &[], language);
    let section = Keys::default()
        .required("tekst", draft.defined("schema-competency-text", forms::text()), language)
        .key("type", draft.defined("schema-competency-kind", kind))
        .key("kryds", draft.defined("schema-competency-votes", forms::count(language)))
        .key("tilføjet", draft.defined("schema-competency-added", forms::yes_no(language)))
        .key("betvivlet", draft.defined("schema-competency-questioned", forms::yes_no(language)))
        .section(language);
    draft.named("competency", section)
}

fn roles(draft: &mut Draft<'_>, before: Option<&RoleModel>) -> Value {
    let language = draft.language;
    let mut requires = any_names(forms::any_level(language), language);
    if let Some(before) = before {
        let level = |name: &str| {
            let mut level = forms::any_level(language);
            level["title"] = name.into();
            level
        };
        let offers = before.areas.iter().map(|area| (area.key.clone(), level(&area.name)));
        requires["properties"] = Value::Object(offers.collect());
    }
    let role = Keys::default()
        .required("navn", draft.defined("schema-role-name", forms::text()), language)
        .key("beskrivelse", draft.defined("schema-role-description", forms::text()))
        .key("kræver", draft.defined("schema-role-requires", requires))
        .section(language);
    let role = draft.named("role", role);
    draft.defined("schema-roles", any_names(role, language))
}
