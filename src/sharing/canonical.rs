//! Role model, catalogue and programmes as files in canonical form: every field written anew, without comments.

use std::fmt::Write as _;

use strum::VariantArray;

use crate::department::catalogue::{Catalogue, Course};
use crate::department::course_fields::{self, FieldValue};
use crate::department::learning_form::{self, LearningForm};
use crate::department::role_model::{Area, AreaIndex, Competency, RoleModel};
use crate::department::values::Answer;
use crate::fields::{
    Field, area, catalogue, competency, course, diploma, level, part, programme, provider, role, role_model,
    term,
};
use crate::language::Tag;
use crate::programme::definition::{Part, Programme};
use crate::source::edit::value;
use crate::source::spelling::Word;

/// What to write.
#[derive(Clone, Copy)]
pub(crate) struct ShareScope<'a> {
    /// Whether these texts, which belong together, may be written.
    pub may_leave: &'a dyn Fn(&[&str]) -> bool,
    /// Whether prices, subsidies and sessions are written too.
    pub local: bool,
    /// Language of keys and fixed words.
    pub tag: Tag,
}

/// The lines of a file being written.
struct Lines {
    text: String,
    tag: Tag,
}

impl Lines {
    /// `key: value` in a block mapping; without a value, the heading of what follows.
    fn entry(&mut self, indent: usize, field: &Field, value: &str) {
        let line = format!("{:indent$}{}: {value}", "", field.key_in(self.tag));
        let _ = writeln!(self.text, "{}", line.trim_end());
    }

    fn optional(&mut self, indent: usize, field: &Field, text: Option<&str>) {
        if let Some(text) = text {
            self.entry(indent, field, &value(text));
        }
    }

    /// The heading of a section under a name of the file's own.
    fn name(&mut self, indent: usize, name: &str) {
        let _ = writeln!(self.text, "{:indent$}{}:", "", value(name));
    }

    /// A list item in braces.
    fn braces(&mut self, indent: usize, entries: &[(&Field, String)]) {
        let entries = entries.iter().map(|(field, value)| format!("{}: {value}", field.key_in(self.tag)));
        let entries: Vec<String> = entries.collect();
        let _ = writeln!(self.text, "{:indent$}- {{{}}}", "", entries.join(", "));
    }
}

/// The areas that may be written.
pub(crate) fn areas<'a>(
    model: &'a RoleModel,
    scope: ShareScope<'a>,
) -> impl Iterator<Item = (AreaIndex, &'a Area)> + 'a {
    let areas = model.areas.iter().enumerate().map(|(i, area)| (AreaIndex(i), area));
    areas.filter(move |(_, area)| (scope.may_leave)(&[&area.key, &area.name]))
}

/// The text of a role model's file. How many voted for a competency is not part of it.
pub(crate) fn role_model(model: &RoleModel, scope: ShareScope<'_>) -> String {
    let may_leave = scope.may_leave;
    let optional = |text: &'_ Option<String>| text.clone().filter(|text| may_leave(&[text]));
    let mut lines = Lines { text: String::new(), tag: scope.tag };
    lines.entry(0, &role_model::NAME, &value(&model.name));
    lines.optional(0, &role_model::SOURCE, optional(&model.source).as_deref());
    lines.optional(0, &role_model::VERSION, optional(&model.version).as_deref());
    lines.entry(0, &role_model::SCALE, "");
    for step in &model.scale.levels {
        let number = (&level::NUMBER, step.number.to_string());
        lines.braces(2, &[number, (&level::NAME, value(&step.name))]);
    }
    let presumed: Vec<&String> = model.presumed.iter().filter(|text| may_leave(&[text])).collect();
    if !presumed.is_empty() {
        lines.entry(0, &role_model::PRESUMED, "");
        presumed.iter().for_each(|text| lines.text.push_str(&format!("  - {}\n", value(text))));
    }
    lines.entry(0, &role_model::AREAS, "");
    for (_, area) in areas(model, scope) {
        lines.name(2, &area.key);
        lines.entry(4, &area::NAME, &value(&area.name));
        lines.optional(4, &area::SHORT_NAME, optional(&area.short_name).as_deref());
        lines.optional(4, &area::DESCRIPTION, optional(&area.description).as_deref());
        if let Some(expected) = area.expected {
            lines.entry(4, &area::EXPECTED, &expected.to_string());
        }
        if let Some(coverage) = area.amu_coverage {
            lines.entry(4, &area::AMU_COVERAGE, coverage.written(scope.tag));
        }
        competencies(&mut lines, (4, &area::COMPETENCIES), &area.competencies, may_leave);
    }
    competencies(&mut lines, (0, &role_model::OTHER_COMPETENCIES), &model.other_competencies, may_leave);
    let roles = model.roles.iter().filter(|role| may_leave(&[&role.key, &role.name]));
    for (i, role) in roles.enumerate() {
        if i == 0 {
            lines.entry(0, &role_model::ROLES, "");
        }
        lines.name(2, &role.key);
        lines.entry(4, &role::NAME, &value(&role.name));
        lines.optional(4, &role::DESCRIPTION, optional(&role.description).as_deref());
        let written: Vec<AreaIndex> = areas(model, scope).map(|(index, _)| index).collect();
        let requires = role.requires.iter().filter(|(area, _)| written.contains(area));
        let requires: Vec<String> =
            requires.map(|(area, level)| format!("{}: {level}", value(&model.areas[area.0].key))).collect();
        if !requires.is_empty() {
            lines.entry(4, &role::REQUIRES, &format!("{{{}}}", requires.join(", ")));
        }
    }
    let forms = LearningForm::VARIANTS.iter().filter_map(|form| Some((*form, model.form_names.own(*form)?)));
    let forms = forms.filter(|(_, name)| may_leave(&[name]));
    let forms: Vec<String> = forms
        .map(|(form, name)| format!("{}: {}", learning_form::field(form).key_in(scope.tag), value(name)))
        .collect();
    if !forms.is_empty() {
        lines.entry(0, &role_model::FORMS, &format!("{{{}}}", forms.join(", ")));
    }
    lines.text
}

fn competencies(
    lines: &mut Lines,
    (indent, heading): (usize, &Field),
    all: &[Competency],
    may_leave: &dyn Fn(&[&str]) -> bool,
) {
    let tag = lines.tag;
    for (i, item) in all.iter().filter(|item| may_leave(&[&item.text])).enumerate() {
        if i == 0 {
            lines.entry(indent, heading, "");
        }
        let mut entries = vec![(&competency::TEXT, value(&item.text))];
        entries.extend(item.kind.map(|kind| (&competency::KIND, kind.written(tag).to_owned())));
        let marks = [(&competency::ADDED, item.added), (&competency::QUESTIONED, item.questioned)];
        let marks = marks.into_iter().filter(|(_, is_so)| *is_so);
        entries.extend(marks.map(|(field, _)| (field, Answer::Yes.written(tag).to_owned())));
        lines.braces(indent + 2, &entries);
    }
}

/// The text of a catalogue's file.
pub(crate) fn catalogue(catalogue: &Catalogue, model: &RoleModel, scope: ShareScope<'_>) -> String {
    let may_leave = scope.may_leave;
    let mut lines = Lines { text: String::new(), tag: scope.tag };
    let providers: Vec<bool> =
        catalogue.providers.iter().map(|provider| may_leave(&[&provider.key, &provider.name])).collect();
    for (i, (provider, _)) in
        catalogue.providers.iter().zip(&providers).filter(|(_, written)| **written).enumerate()
    {
        if i == 0 {
            lines.entry(0, &catalogue::PROVIDERS, "");
        }
        lines.name(2, &provider.key);
        lines.entry(4, &provider::NAME, &value(&provider.name));
        lines.optional(4, &provider::TOWN, provider.town.as_deref().filter(|town| may_leave(&[town])));
    }
    lines.entry(0, &catalogue::COURSES, "");
    let written: Vec<AreaIndex> = areas(model, scope).map(|(index, _)| index).collect();
    for course in &catalogue.courses {
        let areas: Vec<AreaIndex> =
            course.areas.iter().copied().filter(|area| written.contains(area)).collect();
        if !areas.is_empty() && may_leave(&[&course.number, &course.title]) {
            let provider = course.provider.filter(|provider| providers[*provider]);
            let shared = Course { areas, provider, ..in_scope(course, scope) };
            write_course(&mut lines, &shared, model, catalogue);
        }
    }
    lines.text
}

/// A copy of `course` without what `scope` excludes.
fn in_scope(course: &Course, scope: ShareScope<'_>) -> Course {
    let mut shared = course.clone();
    if !scope.local {
        (shared.price, shared.full_price, shared.subsidy, shared.own_class) = (None, None, None, None);
        shared.sessions.clear();
    }
    for session in &mut shared.sessions {
        session.town = session.town.take().filter(|town| (scope.may_leave)(&[town]));
    }
    shared
}

fn write_course(lines: &mut Lines, course: &Course, model: &RoleModel, catalogue: &Catalogue) {
    let tag = lines.tag;
    for (i, (field, given)) in course_fields::of_course(course, model, catalogue, tag).iter().enumerate() {
        if i == 0 {
            lines.text.push_str("  - ");
        }
        lines.entry(if i == 0 { 0 } else { 4 }, field, &given.yaml());
    }
    if !course.sessions.is_empty() {
        lines.entry(4, &course::SESSIONS, "");
    }
    for session in &course.sessions {
        let fields = course_fields::of_session(session, tag);
        let entries: Vec<(&Field, String)> =
            fields.into_iter().map(|(field, given)| (field, given.yaml())).collect();
        lines.braces(6, &entries);
    }
    if course.example {
        lines.entry(4, &course::EXAMPLE, &FieldValue::of_answer(Answer::Yes, tag).yaml());
    }
}

/// The text of a programme's file: what it consists of, never who leads it, takes part or waits;
/// `None` if it mentions somebody.
pub(crate) fn programme(own: &Programme, model: &RoleModel, scope: ShareScope<'_>) -> Option<String> {
    let may_leave = scope.may_leave;
    let themes = own.terms.iter().map(|term| term.theme.as_str());
    let parts = own.introductions.iter().chain(&own.parts).map(|part| part.name.as_str());
    let texts: Vec<&str> =
        [own.key.as_str(), own.name.as_str()].into_iter().chain(themes).chain(parts).collect();
    if !may_leave(&texts) {
        return None;
    }
    let mut lines = Lines { text: String::new(), tag: scope.tag };
    lines.entry(0, &programme::NAME, &value(&own.name));
    lines.optional(0, &programme::AUDIENCE, own.audience.as_deref().filter(|text| may_leave(&[text])));
    lines.entry(0, &programme::TERMS, "");
    for (number, term) in own.terms.iter().enumerate() {
        let introductions = if number == 0 { &own.introductions[..] } else { &[] };
        let parts: Vec<&Part> = introductions.iter().chain(&own.parts[term.parts.clone()]).collect();
        if parts.is_empty() {
            continue;
        }
        lines.text.push_str("  - ");
        lines.entry(0, &term::THEME, &value(&term.theme));
        lines.entry(4, &term::PARTS, "");
        parts.iter().for_each(|part| write_part(&mut lines, part, model, scope));
    }
    let rules = &own.rules;
    lines.entry(0, &programme::DIPLOMA, "");
    let own_works = if rules.own_works { Answer::Yes } else { Answer::No };
    lines.entry(2, &diploma::OWN_WORKS, own_works.written(scope.tag));
    lines.entry(2, &diploma::MEETINGS, &rules.meetings.to_string());
    lines.entry(2, &diploma::ABSENCE, &rules.absence.to_string());
    lines.optional(2, &diploma::MADE_UP_BY, rules.made_up_by.as_deref().filter(|text| may_leave(&[text])));
    Some(lines.text)
}

fn write_part(lines: &mut Lines, own: &Part, model: &RoleModel, scope: ShareScope<'_>) {
    let mut entries =
        vec![(&part::NAME, value(&own.name)), (&part::KIND, value(own.kind.written(scope.tag)))];
    let lift = |(index, area): (AreaIndex, &Area)| {
        Some(format!("{}: {}", value(&area.key), own.lifts.get(index.0).copied().flatten()?))
    };
    let lifts: Vec<String> = areas(model, scope).filter_map(lift).collect();
    if !lifts.is_empty() {
        entries.push((&part::LIFTS, format!("{{{}}}", lifts.join(", "))));
    }
    let checklist = own.checklist.iter().filter(|text| (scope.may_leave)(&[text]));
    let checklist: Vec<String> = checklist.map(|text| value(text)).collect();
    if !checklist.is_empty() {
        entries.push((&part::CHECKLIST, format!("[{}]", checklist.join(", "))));
    }
    lines.braces(6, &entries);
}
