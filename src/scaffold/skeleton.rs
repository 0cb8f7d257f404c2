//! The files of a department that begins from nothing: the required fields, and the rest
//! commented out and explained.

use std::fmt::Write as _;

use crate::fields::{Field, area, catalogue, level, role_model, school, settings};
use crate::language::{Language, Tag, shared_files};
use crate::schema::SchemaKind;
use crate::sharing::canonical::{self, ShareScope};
use crate::sharing::unpack::Unpacked;
use crate::source::FileKind;
use crate::source::characters::is_invisible;
use crate::source::edit::value;
use crate::source::file_names::{self, shared_file};

/// The known facts of a new department.
#[derive(Clone, Debug)]
pub(crate) struct Skeleton {
    pub name: String,
    /// Its schools; at least one.
    pub schools: Vec<String>,
    /// The names of the levels, the lowest first; at least two, or none for the default ones.
    pub scale: Vec<String>,
    /// Its language.
    pub tag: Tag,
}

/// The keys of the first areas' names. In lower case, a name is the area's key in the files.
const AREAS: [&str; 3] = ["new-empty-area-it", "new-empty-area-economy", "new-empty-area-communication"];
/// The keys of the default levels' names.
const LEVELS: [&str; 4] =
    ["new-empty-level-1", "new-empty-level-2", "new-empty-level-3", "new-empty-level-4"];

impl Skeleton {
    /// The names and the contents of the files, in the department's language.
    pub(super) fn files(&self) -> Vec<(String, Vec<u8>)> {
        self.files_with(self.role_model(), self.catalogue())
    }

    /// As [`Skeleton::files`], with the role model and the catalogue of another department.
    pub(super) fn files_of(&self, package: &Unpacked) -> Vec<(String, Vec<u8>)> {
        let scope = ShareScope { may_leave: &|_| true, local: true, tag: self.tag };
        let role_model = canonical::role_model(&package.role_model, scope);
        let catalogue = canonical::catalogue(&package.catalogue, &package.role_model, scope);
        let page = |kind: SchemaKind, comment, text: String| {
            let mut page = Page::new(kind, self.tag, 0);
            page.comment(comment);
            page.line("");
            page.text + &text
        };
        let mut files = self.files_with(
            page(SchemaKind::RoleModel, "new-from-role-model", role_model),
            page(SchemaKind::Catalogue, "new-from-catalogue", catalogue),
        );
        for programme in &package.programmes {
            let text = canonical::programme(programme, &package.role_model, scope).unwrap_or_default();
            let text = Page::new(SchemaKind::Programme, self.tag, 1).text + &text;
            let name = file_names::slug(&programme.key);
            let name = format!("{}/{name}.yaml", shared_files::PROGRAMMES[self.tag as usize]);
            if files.iter().all(|(other, _)| *other != name) {
                files.push((name, text.into_bytes()));
            }
        }
        files
    }

    fn files_with(&self, role_model: String, catalogue: String) -> Vec<(String, Vec<u8>)> {
        let files = [
            (FileKind::Settings, self.settings()),
            (FileKind::RoleModel, role_model),
            (FileKind::Catalogue, catalogue),
        ];
        files.map(|(kind, text)| (shared_file(kind, self.tag), text.into_bytes())).into()
    }

    fn settings(&self) -> String {
        let mut page = Page::new(SchemaKind::Settings, self.tag, 0);
        page.comment("new-empty-settings");
        page.line("");
        page.field(&settings::NAME, &value(&self.name));
        page.field(&settings::LANGUAGE, self.tag.name());
        page.field_off(&settings::PERIOD, "2026/27");
        page.field_off(&settings::MUNICIPALITY, "Lyngfjord Kommune");
        page.line("");
        page.comment("new-empty-schools");
        page.field(&settings::SCHOOLS, "");
        let key = school::NAME.key_in(self.tag);
        for name in &self.schools {
            page.line(&format!("  - {{{key}: {}}}", value(name)));
        }
        page.line("");
        page.comment("new-empty-more-settings");
        page.field_off(&settings::BUDGET, "150.000");
        page.text
    }

    fn role_model(&self) -> String {
        let mut page = Page::new(SchemaKind::RoleModel, self.tag, 0);
        page.comment("new-empty-role-model");
        page.line("");
        page.field(&role_model::NAME, &value(&page.say("new-empty-role-model-name")));
        page.line("");
        page.comment("new-empty-scale");
        page.field(&role_model::SCALE, "");
        let levels: Vec<String> = match &self.scale[..] {
            [] => LEVELS.iter().map(|key| page.say(key)).collect(),
            scale => scale.to_vec(),
        };
        let [number_key, name_key] = [&level::NUMBER, &level::NAME].map(|field| field.key_in(self.tag));
        for (number, name) in (1..).zip(&levels) {
            page.line(&format!("  - {{{number_key}: {number}, {name_key}: {}}}", value(name)));
        }
        page.line("");
        page.comment("new-empty-areas");
        page.field(&role_model::AREAS, "");
        for name in AREAS.map(|key| page.say(key)) {
            page.line(&format!("  {}:", name.to_lowercase()));
            page.line(&format!("    {}: {}", area::NAME.key_in(self.tag), value(&name)));
            page.line(&format!("#    {}: …", area::DESCRIPTION.key_in(self.tag)));
        }
        page.text
    }

    fn catalogue(&self) -> String {
        let mut page = Page::new(SchemaKind::Catalogue, self.tag, 0);
        page.comment("new-empty-catalogue");
        page.line("");
        page.field(&catalogue::COURSES, "");
        page.text
    }
}

/// A file being written.
pub(super) struct Page {
    pub text: String,
    tag: Tag,
}

impl Page {
    /// A file so many folders deep.
    pub(super) fn new(kind: SchemaKind, tag: Tag, depth: usize) -> Self {
        Self { text: kind.line(depth), tag }
    }

    /// The message `key` about the number `number`.
    pub(super) fn numbered(&self, key: &str, number: usize) -> String {
        Language::of(self.tag).say(key, &[("number", number.into())])
    }

    pub(super) fn say(&self, key: &str) -> String {
        Language::of(self.tag).say(key, &[])
    }

    pub(super) fn line(&mut self, line: &str) {
        let _ = writeln!(self.text, "{line}");
    }

    pub(super) fn field(&mut self, field: &Field, value: &str) {
        self.line(format!("{}: {value}", field.key_in(self.tag)).trim_end());
    }

    /// A field that is commented out.
    pub(super) fn field_off(&mut self, field: &Field, value: &str) {
        self.line(&format!("#{}: {value}", field.key_in(self.tag)));
    }

    /// A field of a section below.
    pub(super) fn nested(&mut self, field: &Field, value: &str) {
        self.line(&format!("  {}: {value}", field.key_in(self.tag)));
    }

    /// A message as comments, one for each of its lines.
    pub(super) fn comment(&mut self, key: &str) {
        for line in self.say(key).lines() {
            let line: String = line.chars().filter(|c| !is_invisible(*c)).collect();
            self.line(&format!("# {line}"));
        }
    }
}
