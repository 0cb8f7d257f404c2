//! The files of a department that begins from nothing: what it can't be without, and the rest
//! switched off with a `#` and explained.

use std::fmt::Write as _;

use crate::department::values::is_invisible;
use crate::fields::{area, catalogue, level, role_model, school, settings};
use crate::language::{Language, Tag};
use crate::schema::SchemaKind;
use crate::source::edit::value;
use crate::source::walk::{CATALOGUE_FILE, ROLE_MODEL_FILE, SETTINGS_FILE};

/// What is known of the new department.
#[derive(Clone, Debug)]
pub struct Skeleton {
    /// Its name.
    pub name: String,
    /// Its schools; at least one.
    pub schools: Vec<String>,
    /// The names of the levels, the lowest first; at least two, or none for the usual ones.
    pub scale: Vec<String>,
    /// Its language.
    pub tag: Tag,
}

/// The keys of the areas to begin with, and the keys of their names.
const AREAS: [(&str, &str); 3] = [
    ("it", "new-empty-area-it"),
    ("økonomi", "new-empty-area-economy"),
    ("kommunikation", "new-empty-area-communication"),
];
/// The keys of the usual levels' names.
const LEVELS: [&str; 4] =
    ["new-empty-level-1", "new-empty-level-2", "new-empty-level-3", "new-empty-level-4"];

impl Skeleton {
    /// The names of the files and what they say, explained in `language`.
    pub(super) fn files(&self, language: &Language) -> Vec<(&'static str, Vec<u8>)> {
        vec![
            (SETTINGS_FILE, self.settings(language).into_bytes()),
            (ROLE_MODEL_FILE, self.role_model(language).into_bytes()),
            (CATALOGUE_FILE, catalogue_file(language).into_bytes()),
        ]
    }

    fn settings(&self, language: &Language) -> String {
        let mut text = SchemaKind::Settings.line(0);
        comment(&mut text, "new-empty-settings", language);
        let _ = writeln!(text, "\n{}: {}", settings::NAME.key, value(&self.name));
        let _ = writeln!(text, "{}: {}", settings::LANGUAGE.key, self.tag.name());
        let _ = writeln!(text, "#{}: 2026/27", settings::PERIOD.key);
        let _ = writeln!(text, "#{}: Lyngfjord Kommune\n", settings::MUNICIPALITY.key);
        comment(&mut text, "new-empty-schools", language);
        let _ = writeln!(text, "{}:", settings::SCHOOLS.key);
        for name in &self.schools {
            let _ = writeln!(text, "  - {{{}: {}}}", school::NAME.key, value(name));
        }
        text.push('\n');
        comment(&mut text, "new-empty-more-settings", language);
        let _ = writeln!(text, "#{}: 150.000", settings::BUDGET.key);
        text
    }

    fn role_model(&self, language: &Language) -> String {
        let mut text = SchemaKind::RoleModel.line(0);
        comment(&mut text, "new-empty-role-model", language);
        let name = language.say("new-empty-role-model-name", &[]);
        let _ = writeln!(text, "\n{}: {}\n", role_model::NAME.key, value(&name));
        comment(&mut text, "new-empty-scale", language);
        let _ = writeln!(text, "{}:", role_model::SCALE.key);
        let usual = || LEVELS.iter().map(|key| language.say(key, &[])).collect();
        let levels: Vec<String> = if self.scale.is_empty() { usual() } else { self.scale.clone() };
        for (number, name) in (1..).zip(&levels) {
            let _ = writeln!(
                text,
                "  - {{{}: {number}, {}: {}}}",
                level::NUMBER.key,
                level::NAME.key,
                value(name)
            );
        }
        text.push('\n');
        comment(&mut text, "new-empty-areas", language);
        let _ = writeln!(text, "{}:", role_model::AREAS.key);
        for (key, name) in AREAS {
            let _ = writeln!(text, "  {key}:\n    {}: {}", area::NAME.key, value(&language.say(name, &[])));
            let _ = writeln!(text, "#    {}: …", area::DESCRIPTION.key);
        }
        text
    }
}

fn catalogue_file(language: &Language) -> String {
    let mut text = SchemaKind::Catalogue.line(0);
    comment(&mut text, "new-empty-catalogue", language);
    let _ = writeln!(text, "\n{}:", catalogue::COURSES.key);
    text
}

/// Writes a message as comments, one for each of its lines.
fn comment(text: &mut String, key: &str, language: &Language) {
    for line in language.say(key, &[]).lines() {
        let line: String = line.chars().filter(|c| !is_invisible(*c)).collect();
        let _ = writeln!(text, "# {line}");
    }
}
