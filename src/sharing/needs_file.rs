//! The file of a department's needs: plain YAML, written for other departments and read from them.
//!
//! A neighbour's file is untrusted. Its size and the number of its entries are limited, and it is
//! read by the same tables, and with the same messages, as the files of the shared folder.

use std::collections::HashSet;
use std::fmt::Write as _;
use std::io;
use std::path::Path;
use std::sync::Arc;

use strum::VariantArray;

use super::needs::{NeededArea, NeededCourse, Needs};
use crate::department::months;
use crate::department::role_model::MAX_AREAS;
use crate::department::settings::MIN_SMALLEST_GROUP;
use crate::department::values::{Amount, Answer, Count, Text, YesNo};
use crate::fields::{Field, needed_area, needed_course, needs};
use crate::language::{Language, Tag};
use crate::problem::{Code, Problem, Problems};
use crate::source::decode::decode;
use crate::source::edit::value;
use crate::source::parse;
use crate::source::personal_numbers;
use crate::source::section::{Section, named_entries};
use crate::source::spelling::{Word, fold, listed};
use crate::source::tree::Node;
use crate::source::walk::MAX_FILE_BYTES;
use crate::source::{FileKind, Place, SourceFile};
use crate::storage;

/// Limit of courses in a file.
const MAX_COURSES: usize = 2_000;
/// Limit of people in a number. The sum over all files can't overflow.
const MAX_PEOPLE: u32 = 1_000_000;

/// The first line of every file of needs, in `language`.
fn first_line(language: &Language) -> String {
    format!("# {}", language.say("needs-first-line", &[]))
}

/// Whether `bytes` are a file of needs that the program wrote.
pub(crate) fn is_ours(bytes: &[u8]) -> bool {
    Tag::VARIANTS.iter().any(|&tag| bytes.starts_with(first_line(Language::of(tag)).as_bytes()))
}

/// The text of the file in `language`.
pub fn write(needs: &Needs, language: &Language) -> String {
    let tag = language.tag();
    let mut text = format!("{}\n", first_line(language));
    for line in language.say("needs-file-about", &[]).lines() {
        let _ = writeln!(text, "# {line}");
    }
    text.push('\n');
    let mut line = |indent: &str, field: &Field, value: &str| {
        let _ = writeln!(text, "{}", format!("{indent}{}: {value}", field.key_in(tag)).trim_end());
    };
    let texts = [
        (&needs::DEPARTMENT, Some(&needs.department)),
        (&needs::MUNICIPALITY, needs.municipality.as_ref()),
        (&needs::PERIOD, needs.period.as_ref()),
    ];
    for (field, text) in texts {
        if let Some(text) = text {
            line("", field, &value(text));
        }
    }
    line("", &needs::SMALLEST_GROUP, &needs.smallest_group.to_string());
    let own_words = [
        (&needs::CONTACT, &needs.contact),
        (&needs::FOCUS, &needs.focus),
        (&needs::CHALLENGES, &needs.challenges),
    ];
    for (field, text) in own_words {
        if let Some(text) = text {
            line("", field, &value(text));
        }
    }
    line("", &needs::AREAS, "");
    for area in &needs.areas {
        let _ = writeln!(text, "  {}:", value(&area.key));
        let mut line = |field: &Field, value: &str| {
            let _ = writeln!(text, "    {}: {value}", field.key_in(tag));
        };
        line(&needed_area::NAME, &value(&area.name));
        line(&needed_area::PEOPLE, &area.people.to_string());
        if area.strength {
            line(&needed_area::STRENGTH, Answer::Yes.written(tag));
        }
    }
    if needs.courses.is_empty() {
        return text;
    }
    let _ = writeln!(text, "{}:", needs::COURSES.key_in(tag));
    for course in &needs.courses {
        let mut lead = "  - ";
        let mut line = |field: &Field, value: &str| {
            let _ = writeln!(text, "{lead}{}: {value}", field.key_in(tag));
            lead = "    ";
        };
        let list = |items: Vec<String>| format!("[{}]", items.join(", "));
        line(&needed_course::NUMBER, &value(&course.number));
        line(&needed_course::TITLE, &value(&course.title));
        if !course.areas.is_empty() {
            line(&needed_course::AREAS, &list(course.areas.iter().map(|key| value(key)).collect()));
        }
        line(&needed_course::PEOPLE, &course.people.to_string());
        if let Some(days) = course.days {
            line(&needed_course::DAYS, &days.written());
        }
        if !course.months.is_empty() {
            let months = course.months.iter().map(|month| month.name(tag));
            line(&needed_course::MONTHS, &list(months.collect()));
        }
    }
    text
}

/// Reads a neighbour's file; `None` unless it is without errors.
///
/// # Errors
/// If the file can't be read, or is too large or has too many entries (`FileTooLarge`).
pub fn read(path: &Path, language: Tag, problems: &mut Problems) -> io::Result<Option<Needs>> {
    let bytes = storage::read_up_to(path, MAX_FILE_BYTES)?;
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    let (text, _) = decode(&bytes);
    let file = Arc::new(SourceFile::new(name, path.to_owned(), FileKind::Other, text));
    file.set_language(language);
    let mut own = Problems::default();
    // An error, so the file is refused: what is left of a text without its number may still point at a person.
    personal_numbers::report(&file, &mut own);
    let needs = match parse::parse(&file, &mut own) {
        Ok(Some(root)) if has_too_many_entries(&root) => return Err(io::ErrorKind::FileTooLarge.into()),
        Ok(Some(root)) => {
            personal_numbers::report_escaped(&file, &root, &mut own);
            read_needs(&file, &root, &mut own)
        }
        Ok(None) => {
            own.push(Problem::new(Code::EmptyFile, Place::whole(&file)));
            None
        }
        Err(problem) => {
            own.push(*problem);
            None
        }
    };
    let needs = needs.filter(|_| !own.any_error());
    problems.extend(own);
    Ok(needs)
}

fn has_too_many_entries(root: &Node) -> bool {
    let areas = root.entry(&needs::AREAS).map_or(0, |entry| entry.value.entries().len());
    let courses = root.entry(&needs::COURSES).map_or(0, |entry| entry.value.items().len());
    areas > MAX_AREAS || courses > MAX_COURSES
}

fn read_needs(file: &Arc<SourceFile>, root: &Node, problems: &mut Problems) -> Option<Needs> {
    let mut fields = Section::open(file, root, &needs::TABLE, problems)?;
    let department = fields.required::<Text>(&needs::DEPARTMENT, problems);
    let municipality = fields.value::<Text>(&needs::MUNICIPALITY, problems).map(|text| text.0);
    let period = fields.value::<Text>(&needs::PERIOD, problems).map(|text| text.0);
    let smallest_group = fields.required::<Count>(&needs::SMALLEST_GROUP, problems);
    if let Some(group) = smallest_group.as_ref().filter(|group| group.value.as_usize() < MIN_SMALLEST_GROUP) {
        problems.push(Problem::new(Code::GroupTooSmall, group.place.clone()));
    }
    let contact = fields.value::<Text>(&needs::CONTACT, problems).map(|text| text.0);
    let focus = fields.value::<Text>(&needs::FOCUS, problems).map(|text| text.0);
    let challenges = fields.value::<Text>(&needs::CHALLENGES, problems).map(|text| text.0);
    let (areas, keys) = match fields.node(&needs::AREAS) {
        Some(node) => read_areas(file, node, problems),
        None => {
            fields.report_missing(&needs::AREAS);
            (Vec::new(), Vec::new())
        }
    };
    let courses = read_courses(file, fields.list(&needs::COURSES), &keys, problems);
    fields.finish(problems);
    Some(Needs {
        department: department?.value.0,
        municipality,
        period,
        smallest_group: smallest_group?.value.as_usize(),
        contact,
        focus,
        challenges,
        areas,
        courses,
    })
}

/// The areas without errors, and the keys of all.
fn read_areas<'a>(
    file: &'a Arc<SourceFile>,
    node: &'a Node,
    problems: &mut Problems,
) -> (Vec<NeededArea>, Vec<&'a str>) {
    let entries = named_entries(file, node, problems);
    if entries.is_empty() {
        let place = Place::at(file, node.bytes.clone());
        problems.push(Problem::new(Code::AreaCount, place).with("count", 0));
    }
    let (mut areas, mut keys) = (Vec::new(), Vec::new());
    for (key, entry) in entries {
        keys.push(key);
        let Some(mut fields) = Section::open(file, &entry.value, &needed_area::TABLE, problems) else {
            continue;
        };
        let name = fields.required::<Text>(&needed_area::NAME, problems);
        let people = people(&mut fields, &needed_area::PEOPLE, problems);
        let strength = fields.value::<YesNo>(&needed_area::STRENGTH, problems).is_some_and(|yes| yes.0);
        fields.finish(problems);
        if let (Some(name), Some(people)) = (name, people) {
            areas.push(NeededArea { key: key.to_owned(), name: name.value.0, people, strength });
        }
    }
    (areas, keys)
}

fn read_courses(
    file: &Arc<SourceFile>,
    nodes: &[Node],
    area_keys: &[&str],
    problems: &mut Problems,
) -> Vec<NeededCourse> {
    let mut courses: Vec<NeededCourse> = Vec::new();
    let mut numbers = HashSet::new();
    for node in nodes {
        let Some(mut fields) = Section::open(file, node, &needed_course::TABLE, problems) else { continue };
        let number = fields.required::<Text>(&needed_course::NUMBER, problems);
        let title = fields.required::<Text>(&needed_course::TITLE, problems);
        let mut keys = Vec::new();
        for key in fields.values::<Text>(&needed_course::AREAS, problems) {
            match area_keys.iter().find(|area| fold(area) == fold(&key.value.0)) {
                Some(area) => keys.push((*area).to_owned()),
                // Without areas, that is the error.
                None if area_keys.is_empty() => {}
                None => {
                    let all = listed(area_keys.iter().copied());
                    let problem = Problem::new(Code::UnknownArea, key.place).with("value", &key.value.0);
                    problems.push(problem.with("words", all));
                }
            }
        }
        let people = people(&mut fields, &needed_course::PEOPLE, problems);
        let days = fields.value::<Amount>(&needed_course::DAYS, problems);
        let months = months::read(&mut fields, &needed_course::MONTHS, problems);
        fields.finish(problems);
        let (Some(number), Some(title), Some(people)) = (number, title, people) else { continue };
        if !numbers.insert(fold(&number.value.0)) {
            let problem = Problem::new(Code::DuplicateCourse, number.place).with("value", &number.value.0);
            problems.push(problem);
            continue;
        }
        courses.push(NeededCourse {
            number: number.value.0,
            title: title.value.0,
            areas: keys,
            people,
            days,
            months,
        });
    }
    courses
}

/// A number of people.
fn people(fields: &mut Section<'_>, field: &'static Field, problems: &mut Problems) -> Option<usize> {
    let count = fields.required::<Count>(field, problems)?;
    if count.value.0 > MAX_PEOPLE {
        let problem = Problem::new(Code::NotANumber, count.place).with("value", count.value.0);
        problems.push(problem);
        return None;
    }
    usize::try_from(count.value.0).ok()
}
