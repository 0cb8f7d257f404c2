//! What can stand in `afdeling.yaml`.

use serde_json::Value;

use super::forms;
use super::keys::{Draft, Keys, list_of};
use crate::language::Language;

/// The schema of `afdeling.yaml`.
pub(super) fn schema(language: &Language) -> Value {
    let mut draft = Draft::new(language);
    let d = &mut draft;
    let school = Keys::default()
        .required("navn", d.defined("schema-school-name", forms::text()), language)
        .key("leder", d.defined("schema-school-leader", forms::text()))
        .key("sted", d.defined("schema-school-town", forms::text()))
        .section(language);
    let school = d.named("school", school);
    let deadlines = Keys::default()
        .key("profil", d.defined("schema-deadline-profile", forms::day(language)))
        .key("strategisk_plan", d.defined("schema-deadline-strategic-plan", forms::day(language)))
        .key("plan", d.defined("schema-deadline-plan", forms::day(language)))
        .key("evaluering", d.defined("schema-deadline-evaluation", forms::day(language)))
        .section(language);
    let preferences = Keys::default()
        .key("halvdage", d.defined("schema-prefers-half-days", forms::yes_no(language)))
        .key("nærhed", d.defined("schema-prefers-near", forms::yes_no(language)))
        .section(language);
    let retention = Keys::default()
        .key("måneder", d.defined("schema-retention-months", forms::count(language)))
        .section(language);
    let keys = Keys::default()
        .required("navn", d.defined("schema-department-name", forms::text()), language)
        .key("kommune", d.defined("schema-municipality", forms::text()))
        .key("periode", d.defined("schema-period", forms::text()))
        .key("sprog", d.defined("schema-language", forms::language_tag(language)))
        .key("farve", d.defined("schema-colour", forms::colour(language)))
        .required("skoler", d.defined("schema-schools", list_of(school)), language)
        .key("frister", d.defined("schema-deadlines", deadlines))
        .key("foretræk", d.defined("schema-preferences", preferences))
        .key("budget", d.defined("schema-budget", forms::amount(language)))
        .key("mindste_gruppe", d.defined("schema-smallest-group", forms::count(language)))
        .key("opbevaring", d.defined("schema-retention", retention));
    draft.file("schema-department", keys)
}
