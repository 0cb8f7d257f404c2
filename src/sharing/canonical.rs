//! Role model, catalogue and programmes as files in canonical form: every field written anew, without comments.

use std::fmt::Write as _;

use strum::VariantArray;

use crate::department::catalogue::{Catalogue, Course, Session};
use crate::department::learning_form::{self, LearningForm};
use crate::department::role_model::{Area, AreaIndex, Competency, RoleModel};
use crate::department::values::Answer;
use crate::fields::{
    Field, area, catalogue, competency, course, diploma, level, part, programme, provider, role, role_model,
    session, term,
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
    selection: ShareScope<'a>,
) -> impl Iterator<Item = (AreaIndex, &'a Area)> + 'a {
    let areas = model.areas.iter().enumerate().map(|(i, area)| (AreaIndex(i), area));
    areas.filter(move |(_, area)| (selection.may_leave)(&[&area.key, &area.name]))
}

/// The text of a role model's file. How many voted for a competency is not part of it.
pub(crate) fn role_model(model: &RoleModel, selection: ShareScope<'_>) -> String {
    let may_leave = selection.may_leave;
    let optional = |text: &'_ Option<String>| text.clone().filter(|text| may_leave(&[text]));
    let mut lines = Lines { text: String::new(), tag: selection.tag };
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
    for (_, area) in areas(model, selection) {
        lines.name(2, &area.key);
        lines.entry(4, &area::NAME, &value(&area.name));
        lines.optional(4, &area::SHORT_NAME, optional(&area.short_name).as_deref());
        lines.optional(4, &area::DESCRIPTION, optional(&area.description).as_deref());
        if let Some(expected) = area.expected {
            lines.entry(4, &area::EXPECTED, &expected.to_string());
        }
        if let Some(coverage) = area.amu_coverage {
            lines.entry(4, &area::AMU_COVERAGE, coverage.written(selection.tag));
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
        let written: Vec<AreaIndex> = areas(model, selection).map(|(index, _)| index).collect();
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
        .map(|(form, name)| format!("{}: {}", learning_form::field(form).key_in(selection.tag), value(name)))
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
pub(crate) fn catalogue(catalogue: &Catalogue, model: &RoleModel, selection: ShareScope<'_>) -> String {
    let may_leave = selection.may_leave;
    let mut lines = Lines { text: String::new(), tag: selection.tag };
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
    let written: Vec<AreaIndex> = areas(model, selection).map(|(index, _)| index).collect();
    for course in &catalogue.courses {
        let areas: Vec<String> = course
            .areas
            .iter()
            .filter(|area| written.contains(area))
            .map(|area| value(&model.areas[area.0].key))
            .collect();
        if !areas.is_empty() && may_leave(&[&course.number, &course.title]) {
            let provider = course.provider.filter(|provider| providers[*provider]);
            let provider = provider.map(|provider| catalogue.providers[provider].key.as_str());
            write_course(&mut lines, course, &areas, provider, selection);
        }
    }
    lines.text
}

fn write_course(
    lines: &mut Lines,
    course: &Course,
    areas: &[String],
    provider: Option<&str>,
    selection: ShareScope<'_>,
) {
    let tag = selection.tag;
    let yes_no = |yes: bool| if yes { Answer::Yes } else { Answer::No }.written(tag).to_owned();
    lines.text.push_str("  - ");
    lines.entry(0, &course::NUMBER, &value(&course.number));
    lines.entry(4, &course::TITLE, &value(&course.title));
    lines.entry(4, &course::FORM, &value(course.form.written(tag)));
    lines.entry(4, &course::AREAS, &format!("[{}]", areas.join(", ")));
    lines.optional(4, &course::PROVIDER, provider);
    let levels = [(&course::FROM_LEVEL, course.from_level), (&course::TO_LEVEL, course.to_level)];
    for (field, level) in levels {
        if let Some(level) = level {
            lines.entry(4, field, &level.to_string());
        }
    }
    let amounts = [
        (&course::DAYS, course.days, true),
        (&course::PRICE, course.price, selection.local),
        (&course::FULL_PRICE, course.full_price, selection.local),
        (&course::SUBSIDY, course.subsidy, selection.local),
    ];
    for (field, amount, is_written) in amounts {
        if let Some(amount) = amount.filter(|_| is_written) {
            lines.entry(4, field, &amount.written());
        }
    }
    if let Some(expires) = course.expires {
        lines.entry(4, &course::EXPIRES, &expires.to_string());
    }
    if let Some(own_class) = course.own_class.filter(|_| selection.local) {
        lines.entry(4, &course::OWN_CLASS, &yes_no(own_class));
    }
    if selection.local && !course.sessions.is_empty() {
        lines.entry(4, &course::SESSIONS, "");
        course.sessions.iter().for_each(|session| write_session(lines, session, selection));
    }
    if course.example {
        lines.entry(4, &course::EXAMPLE, &yes_no(true));
    }
}

fn write_session(lines: &mut Lines, session: &Session, selection: ShareScope<'_>) {
    let tag = selection.tag;
    let yes = || Answer::Yes.written(tag).to_owned();
    let mut entries = vec![(&session::START, session.start.to_string())];
    entries.extend(session.end.map(|end| (&session::END, end.to_string())));
    if !session.blocks.is_empty() {
        let blocks: Vec<String> = session.blocks.iter().map(|block| value(&block.written(tag))).collect();
        entries.push((&session::BLOCKS, format!("[{}]", blocks.join(", "))));
    }
    let town = session.town.as_deref().filter(|town| (selection.may_leave)(&[town]));
    entries.extend(town.map(|town| (&session::TOWN, value(town))));
    entries.extend(session.seats.map(|seats| (&session::SEATS, seats.to_string())));
    entries.extend(session.free_seats.map(|seats| (&session::FREE_SEATS, seats.to_string())));
    entries.extend(session.half_days.then(|| (&session::HALF_DAYS, yes())));
    entries.extend(session.registration.map(|day| (&session::REGISTRATION, day.to_string())));
    entries.extend(session.guaranteed.then(|| (&session::GUARANTEED, yes())));
    entries.extend(session.teaching.map(|teaching| (&session::TEACHING, teaching.written(tag).to_owned())));
    lines.braces(6, &entries);
}

/// The text of a programme's file: what it consists of, never who leads it, takes part or waits;
/// `None` if it mentions somebody.
pub(crate) fn programme(own: &Programme, model: &RoleModel, selection: ShareScope<'_>) -> Option<String> {
    let may_leave = selection.may_leave;
    let themes = own.terms.iter().map(|term| term.theme.as_str());
    let parts = own.introductions.iter().chain(&own.parts).map(|part| part.name.as_str());
    let texts: Vec<&str> =
        [own.key.as_str(), own.name.as_str()].into_iter().chain(themes).chain(parts).collect();
    if !may_leave(&texts) {
        return None;
    }
    let mut lines = Lines { text: String::new(), tag: selection.tag };
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
        parts.iter().for_each(|part| write_part(&mut lines, part, model, selection));
    }
    let rules = &own.rules;
    lines.entry(0, &programme::DIPLOMA, "");
    let own_works = if rules.own_works { Answer::Yes } else { Answer::No };
    lines.entry(2, &diploma::OWN_WORKS, own_works.written(selection.tag));
    lines.entry(2, &diploma::MEETINGS, &rules.meetings.to_string());
    lines.entry(2, &diploma::ABSENCE, &rules.absence.to_string());
    lines.optional(2, &diploma::MADE_UP_BY, rules.made_up_by.as_deref().filter(|text| may_leave(&[text])));
    Some(lines.text)
}

fn write_part(lines: &mut Lines, own: &Part, model: &RoleModel, selection: ShareScope<'_>) {
    let mut entries =
        vec![(&part::NAME, value(&own.name)), (&part::KIND, value(own.kind.written(selection.tag)))];
    let lift = |(index, area): (AreaIndex, &Area)| {
        Some(format!("{}: {}", value(&area.key), own.lifts.get(index.0).copied().flatten()?))
    };
    let lifts: Vec<String> = areas(model, selection).filter_map(lift).collect();
    if !lifts.is_empty() {
        entries.push((&part::LIFTS, format!("{{{}}}", lifts.join(", "))));
    }
    let checklist = own.checklist.iter().filter(|text| (selection.may_leave)(&[text]));
    let checklist: Vec<String> = checklist.map(|text| value(text)).collect();
    if !checklist.is_empty() {
        entries.push((&part::CHECKLIST, format!("[{}]", checklist.join(", "))));
    }
    lines.braces(6, &entries);
}
