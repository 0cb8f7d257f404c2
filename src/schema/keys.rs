//! Sections with their keys, in every spelling that the reader takes.

use std::collections::HashSet;

use serde_json::{Map, Value, json};

use crate::fields::Field;
use crate::language::{Language, Tag};
use crate::source::spelling::{EDGE, fold, spellings};

/// A schema being built: its language, and what its parts refer to.
pub(super) struct Draft<'a> {
    pub language: &'a Language,
    definitions: Map<String, Value>,
}

/// The keys of one section.
#[derive(Default)]
pub(super) struct Keys {
    known: Map<String, Value>,
    spelled: Map<String, Value>,
    required: Vec<Value>,
    names: Vec<String>,
}

impl<'a> Draft<'a> {
    pub(super) fn new(language: &'a Language) -> Self {
        Self { language, definitions: Map::new() }
    }

    /// `form` under a name of its own, with the title and the description of `message`.
    pub(super) fn defined(&mut self, message: &'static str, form: Value) -> Value {
        let described = described(form, message, self.language);
        self.named(message, described)
    }

    /// `form` under the name `name`.
    pub(super) fn named(&mut self, name: &str, form: Value) -> Value {
        let before = self.definitions.insert(name.to_owned(), form.clone());
        debug_assert!(before.is_none_or(|before| before == form), "{name} has two forms");
        json!({"$ref": format!("#/definitions/{name}")})
    }

    /// The schema of a whole file.
    pub(super) fn file(self, message: &'static str, keys: Keys) -> Value {
        let mut file = described(keys.section(self.language), message, self.language);
        file["$schema"] = "http://json-schema.org/draft-07/schema#".into();
        file["$comment"] = super::mark().into();
        file["type"] = "object".into();
        file["definitions"] = self.definitions.into();
        file
    }
}

impl Keys {
    /// Adds the key of `field`, in every spelling; files of the department use that of `own`.
    pub(super) fn key(self, field: &Field, own: Tag, form: Value) -> Self {
        self.spelled(field.key_in(own), &pattern(field), form)
    }

    /// As [`Keys::key`], but it must be there.
    pub(super) fn required(mut self, field: &Field, own: Tag, form: Value, language: &Language) -> Self {
        let key = field.key_in(own);
        let pattern = format!("^{EDGE}(?:{}){EDGE}$", pattern(field));
        let missing = language.say("schema-missing", &[("key", key.into())]);
        self.required.push(json!({
            "if": {"propertyNames": {"not": {"pattern": pattern}}},
            "then": {"required": [key], "errorMessage": missing},
        }));
        self.key(field, own, form)
    }

    /// Adds a key that the department chose itself, in every spelling.
    pub(super) fn name(self, name: &str, form: Value) -> Self {
        self.spelled(name, &spellings(name), form)
    }

    /// Adds a key that was valid before, in every spelling, without offering it.
    pub(super) fn former(mut self, name: &str, form: Value) -> Self {
        self.spelled.entry(format!("^{EDGE}(?:{}){EDGE}$", spellings(name))).or_insert(form);
        self
    }

    fn spelled(mut self, name: &str, spellings: &str, form: Value) -> Self {
        self.known.insert(name.to_owned(), form.clone());
        let escaped: String = name.chars().map(escape).collect();
        // The usual spelling is described once, not twice.
        let pattern = format!("^(?!{escaped}$){EDGE}(?:{spellings}){EDGE}$");
        self.spelled.insert(pattern, form);
        self.names.push(name.to_owned());
        self
    }

    /// The section: only these keys, or nothing at all.
    pub(super) fn section(self, language: &Language) -> Value {
        let fault = language.say("schema-only-these", &[("keys", self.names.join(", ").into())]);
        let mut section = section(&fault);
        section["properties"] = self.known.into();
        section["patternProperties"] = self.spelled.into();
        section["additionalProperties"] = false.into();
        if !self.required.is_empty() {
            section["allOf"] = self.required.into();
        }
        section
    }
}

/// A section whose keys are names that the file chooses, each with what `form` describes.
pub(super) fn any_names(form: Value, language: &Language) -> Value {
    let mut section = section(&language.say("schema-names", &[]));
    section["additionalProperties"] = form;
    section
}

/// A list of what `item` describes; one alone needs no list.
pub(super) fn list_of(item: Value) -> Value {
    json!({"anyOf": [
        {"not": {"type": ["object", "number", "boolean"]}, "pattern": format!("^{EDGE}$"), "items": item},
        item,
    ]})
}

/// A list of texts; one alone needs no list.
pub(super) fn texts(text: Value) -> Value {
    json!({"anyOf": [{"type": "array", "items": text}, text]})
}

/// `form` with the title and the description of `message`.
pub(super) fn described(mut form: Value, message: &'static str, language: &Language) -> Value {
    form["title"] = language.say(message, &[]).into();
    if let Some(more) = language.attribute(message, "more") {
        form["description"] = more.into();
    }
    form
}

/// Keys, or nothing; an empty text counts as nothing, as in `samtykke: ""`.
fn section(fault: &str) -> Value {
    json!({
        "not": {"type": ["array", "number", "boolean"]},
        "pattern": format!("^{EDGE}$"),
        "errorMessage": fault,
    })
}

/// Every spelling of a key in a regular expression, each once.
fn pattern(field: &Field) -> String {
    let mut folded = HashSet::new();
    let distinct = field.spellings().filter(|spelling| folded.insert(fold(spelling)));
    distinct.map(spellings).collect::<Vec<_>>().join("|")
}

fn escape(c: char) -> String {
    if "\\^$.|?*+()[]{}/".contains(c) { format!("\\{c}") } else { c.to_string() }
}
