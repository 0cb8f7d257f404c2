//! A new person's profile: every area of the role model to fill in, and every key that
//! a person may need, those that are optional switched off by a `#`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::department::document_date;
use crate::department::learning_form::LearningForm;
use crate::department::person::{Person, everybody, owner_of};
use crate::department::profile::{KnownArea, Priority, Profile, ResponsibleRole, Status};
use crate::department::role_model::AreaIndex;
use crate::department::settings::SchoolIndex;
use crate::department::values::{Answer, Text};
use crate::department::{Department, profile};
use crate::fields::{Field, activity, area_levels, consent, past_activity, profile as fields};
use crate::language::{Language, Tag};
use crate::problem::Problems;
use crate::schema::SchemaKind;
use crate::source::characters::is_invisible;
use crate::source::edit::value;
use crate::source::file_names::{self, NameClass, classify};
use crate::source::spelling::{Word, fold, nearest};
use crate::source::{FileKind, SourceFile, parse, walk};
use crate::storage;
use crate::storage::lock::LockGuard;

/// Why no profile was made.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NewPersonError {
    /// No file can be named after this name, or none that is read as a profile.
    #[error("no file can have this name")]
    Name,
    /// The department has no such school; the most similar one, if any.
    #[error("no such school")]
    School(Option<String>),
    /// Somebody of this name has a profile at this path.
    #[error("the person is there: {0}")]
    Person(PathBuf),
    /// A file of this name is there, or one that would make the same documents.
    #[error("the file is there: {0}")]
    File(PathBuf),
    /// This folder on the way is a link, which is never followed.
    #[error("a link: {0}")]
    Link(PathBuf),
    /// The system refused.
    #[error("{1}: {0}")]
    Io(PathBuf, io::Error),
}

/// The facts about a new person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct NewPerson {
    /// Her name.
    pub name: String,
    /// The name of her school.
    pub school: String,
    /// Her title.
    pub position: Option<String>,
    /// Her leader, if it is not the school's.
    pub leader: Option<String>,
    /// The areas that are filled in.
    pub areas: Vec<(AreaIndex, KnownArea)>,
}

/// A profile that can be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Draft {
    /// The person, with name and school as in the file.
    pub person: NewPerson,
    /// The path to write.
    pub path: PathBuf,
    /// Within the department's folder, with `/` on every system.
    place: String,
    text: String,
}

/// Writes the profile of `name` at `school` into the department in `folder`, and
/// returns its path. Nothing is ever overwritten.
///
/// # Errors
/// If there is no such school, the person or the file is there already, no file can be
/// named so, or the system refuses.
pub(crate) fn new_person(
    folder: &Path,
    department: &Department,
    name: &str,
    school: &str,
    language: &Language,
    held: &LockGuard,
) -> Result<PathBuf, NewPersonError> {
    let person = NewPerson { name: name.to_owned(), school: school.to_owned(), ..NewPerson::default() };
    let people = everybody(folder).map_err(|error| NewPersonError::Io(folder.to_owned(), error))?;
    let draft = Draft::new(folder, department, person, &people, language)?;
    draft.write(folder, held)?;
    Ok(draft.path)
}

impl Draft {
    /// The profile of `person` in the department in `folder`, where `people` are.
    ///
    /// # Errors
    /// If there is no such school, the person or the file is there already, or no file can be named so.
    pub(crate) fn new(
        folder: &Path,
        department: &Department,
        person: NewPerson,
        people: &[Person],
        language: &Language,
    ) -> Result<Self, NewPersonError> {
        let Text(name) = person.name.parse().map_err(|_| NewPersonError::Name)?;
        let school = department.settings.school(&person.school).ok_or_else(|| {
            let schools = department.settings.schools.iter().map(|school| school.name.as_str());
            NewPersonError::School(nearest(&person.school, schools).map(str::to_owned))
        })?;
        let person = NewPerson { name, school: department.settings.schools[school.0].name.clone(), ..person };
        let folded = fold(&person.name);
        let same_name =
            |other: &&Person| other.owner.name.as_deref().is_some_and(|other| fold(other) == folded);
        if let Some(there) = people.iter().find(same_name) {
            return Err(NewPersonError::Person(there.file.path.clone()));
        }
        let place = place(people, department, school, &person.name).ok_or(NewPersonError::Name)?;
        let taken = file_names::normalized(file_names::stem(&place));
        let same_file = |other: &&Person| file_names::normalized(file_names::stem(&other.file.name)) == taken;
        if let Some(there) = people.iter().find(same_file) {
            return Err(NewPersonError::File(there.file.path.clone()));
        }
        let text = text(department, school, &person, place.matches('/').count(), language);
        if !says_exactly(&text, &place, department, school, &person) {
            return Err(NewPersonError::Name);
        }
        Ok(Self { person, path: folder.join(&place), place, text })
    }

    /// The person as one of those who have a profile in `folder`.
    pub(crate) fn as_person(&self, folder: &Path) -> Person {
        let file =
            SourceFile::new(self.place.clone(), self.path.clone(), FileKind::Profile, self.text.clone());
        let file = Arc::new(file);
        Person { folder: folder.to_owned(), owner: owner_of(&file), file }
    }

    /// Writes the profile into the department in `folder`. Nothing is ever overwritten.
    ///
    /// # Errors
    /// If the file is there, a link is on the way, or the system refuses.
    pub(crate) fn write(&self, folder: &Path, _: &LockGuard) -> Result<(), NewPersonError> {
        let path = &self.path;
        // Behind a link it would be outside the department's folder.
        let mut between = path.ancestors().skip(1).take_while(|above| *above != folder);
        if let Some(link) = between.find(|above| above.is_symlink()) {
            return Err(NewPersonError::Link(link.to_owned()));
        }
        let failed = |error: io::Error| match error.kind() {
            io::ErrorKind::AlreadyExists => NewPersonError::File(path.clone()),
            _ => NewPersonError::Io(path.clone(), error),
        };
        if let Some(above) = path.parent() {
            fs::create_dir_all(above).map_err(failed)?;
        }
        storage::create(path, self.text.as_bytes()).map_err(failed)
    }
}

/// Where the profile goes, with `/` on every system: beside most of the school's
/// others, else in a folder of the school's name.
fn place(people: &[Person], department: &Department, school: SchoolIndex, name: &str) -> Option<String> {
    let school = &department.settings.schools[school.0].name;
    let mut folders: BTreeMap<&str, usize> = BTreeMap::new();
    for person in people {
        if person.owner.school.as_deref().is_some_and(|other| fold(other) == fold(school)) {
            let folder = person.file.name.rsplit_once('/').map_or("", |(folder, _)| folder);
            *folders.entry(folder).or_default() += 1;
        }
    }
    // Of several as full, the first by its path.
    let usual =
        folders.into_iter().rev().max_by_key(|(_, count)| *count).map(|(folder, _)| folder.to_owned());
    let folder = match usual {
        Some(folder) => folder,
        None => usable(&file_names::slug(school), |folder| {
            file_names::invalid_on_windows(folder).is_none()
                && walk::is_walked(folder)
                && !file_names::is_programmes_folder(folder)
        })?,
    };
    let at = |stem: &str| match folder.as_str() {
        "" => format!("{stem}.yaml"),
        folder => format!("{folder}/{stem}.yaml"),
    };
    let stem = usable(&file_names::slug(name), |stem| {
        let path = at(stem);
        classify(Path::new(&path), folder.is_empty()) == NameClass::Read(FileKind::Profile)
            && file_names::invalid_on_windows(&path).is_none()
            && !file_names::is_reserved(file_names::stem(&path))
    })?;
    Some(at(&stem))
}

/// `name` if it fits, else with a number behind it; `None` if neither does.
fn usable(name: &str, fits: impl Fn(&str) -> bool) -> Option<String> {
    let numbered = format!("{name}-1");
    let names = [name.to_owned(), numbered];
    names.into_iter().filter(|_| !name.is_empty()).find(|name| fits(name))
}

/// Whether `text` reads back as exactly `person`, without problems.
fn says_exactly(
    text: &str,
    place: &str,
    department: &Department,
    school: SchoolIndex,
    person: &NewPerson,
) -> bool {
    let file = SourceFile::new(place.to_owned(), place.into(), FileKind::Profile, text.to_owned());
    let file = Arc::new(file);
    let mut problems = Problems::default();
    let root = parse::parse(&file, &mut problems).ok().flatten();
    let read = root.and_then(|root| profile::read(&file, &root, department.shared(), &mut problems));
    let mut areas = vec![None; department.role_model.areas.len()];
    for &(area, known) in &person.areas {
        areas[area.0] = Some(known);
    }
    let same = |read: &Profile| {
        let read_areas = (0..read.levels.len()).map(|area| KnownArea::of(read, AreaIndex(area)));
        read.name.value == person.name
            && read.school == school
            && read.position == person.position
            && (person.leader.is_none() || read.leader == person.leader)
            && read_areas.eq(areas.iter().copied())
    };
    problems.iter().next().is_none() && read.as_ref().is_some_and(same)
}

/// The profile's text.
fn text(
    department: &Department,
    school: SchoolIndex,
    person: &NewPerson,
    depth: usize,
    language: &Language,
) -> String {
    let say = |key: &str| language.say(key, &[]);
    let settings = &department.settings;
    let school = &settings.schools[school.0];
    let year = document_date::of_period(settings).year().max(2026);
    let day = |key: &str, year: i16| language.say(key, &[("year", year.to_string().into())]);
    let somebody = say("new-file-somebody");
    let own = department.settings.own_language();
    let mut page = Page { text: String::new(), language, own };
    for part in ["new-file-yours", "new-file-off", "new-file-private"] {
        page.remark(&say(part));
    }
    page.gap();
    // The last line of the file's head: editors look for it above the first key only.
    page.remark(&say("new-file-line"));
    page.text.push_str(&SchemaKind::Profile.line(depth));
    page.gap();
    page.on(&line(own, &fields::NAME, &value(&person.name)));
    page.on(&line(own, &fields::SCHOOL, &value(&school.name)));
    match &person.position {
        Some(position) => page.on(&line(own, &fields::POSITION, &value(position))),
        None => page.explained(&fields::POSITION, &say("new-file-position")),
    }
    match &person.leader {
        Some(leader) => page.on(&line(own, &fields::LEADER, &value(leader))),
        None => page.explained(&fields::LEADER, &value(school.leader.as_deref().unwrap_or(&somebody))),
    }
    page.explained(&fields::TALK, &day("new-file-talk", year));
    page.explained(&fields::AGREED, &day("new-file-talk", year));
    page.roles(department);
    page.gap();
    page.levels(department, &person.areas);
    page.gap();
    page.last_year(department);
    page.gap();
    page.plan(department, &somebody, &day("new-file-deadline", year + 1));
    page.explained(&fields::FOLLOW_UP, &day("new-file-follow-up", year + 1));
    page.gap();
    page.heading(&fields::CONSENT);
    for field in consent::TABLE.fields {
        page.about(field);
        page.off(&format!("  {}", line(own, field, Answer::No.written(own))));
    }
    page.text
}

/// A file being written.
struct Page<'a> {
    text: String,
    /// The language of comments.
    language: &'a Language,
    /// The department's language, that of keys and words.
    own: Tag,
}

impl Page<'_> {
    fn gap(&mut self) {
        self.text.push('\n');
    }

    /// An active line.
    fn on(&mut self, line: &str) {
        let _ = writeln!(self.text, "{line}");
    }

    /// A commented-out line. The `#` precedes the indentation, so that deleting it leaves a
    /// correct line.
    fn off(&mut self, line: &str) {
        let _ = writeln!(self.text, "#{line}");
    }

    /// A comment.
    fn remark(&mut self, text: &str) {
        self.indented_remark(text, "");
    }

    fn indented_remark(&mut self, text: &str, indent: &str) {
        let seen: String = text.chars().map(|c| if is_invisible(c) { ' ' } else { c }).collect();
        for line in wrapped(&seen) {
            let _ = writeln!(self.text, "{indent}# {line}");
        }
    }

    /// The description of a field as a comment.
    fn about(&mut self, field: &Field) {
        let title = self.language.say(field.about, &[]);
        let text = match self.language.attribute(field.about, "more") {
            Some(more) => format!("{title}: {more}"),
            None => title,
        };
        self.remark(&text);
    }

    /// A commented-out field with its description.
    fn explained(&mut self, field: &Field, value: &str) {
        self.about(field);
        self.off(&line(self.own, field, value));
    }

    /// The heading of a section whose lines are switched off. It says the same with none of them
    /// as with some, so there is one `#` less to forget.
    fn heading(&mut self, field: &Field) {
        self.about(field);
        self.on(&line(self.own, field, ""));
    }

    fn roles(&mut self, department: &Department) {
        let roles = &department.role_model.roles;
        let Some(first) = roles.first() else { return };
        self.about(&fields::ROLES);
        for role in roles {
            self.remark(&format!("  {}: {}", role.key, role.name));
        }
        self.off(&line(self.own, &fields::ROLES, &format!("[{}]", value(&first.key))));
    }

    fn levels(&mut self, department: &Department, known: &[(AreaIndex, KnownArea)]) {
        let scale = &department.role_model.scale.levels;
        self.about(&fields::LEVELS);
        for level in scale {
            self.remark(&format!("  {}: {}", level.number, level.name));
        }
        self.remark(&self.language.say("new-file-long-form", &[]));
        self.on(&line(self.own, &fields::LEVELS, ""));
        let middle = scale.len() / 2;
        let wanted = &scale[(middle + 1).min(scale.len() - 1)];
        for (i, area) in department.role_model.areas.iter().enumerate() {
            let description = area.description.iter().map(String::as_str);
            let about: Vec<&str> = std::iter::once(area.name.as_str()).chain(description).collect();
            self.indented_remark(&about.join(": "), "  ");
            if let Some((_, known)) = known.iter().find(|(known, _)| known.0 == i) {
                self.on(&format!("  {}: {}", value(&area.key), known.written(self.own)));
                continue;
            }
            // With the space before the level to type.
            self.on(&format!("  {}: ", value(&area.key)));
            if i == 0 {
                let values = [
                    (&area_levels::CURRENT, scale[middle].number.to_string()),
                    (&area_levels::WANTED, wanted.number.to_string()),
                    (&area_levels::PRIORITY, Priority::Need.written(self.own).to_owned()),
                    (&area_levels::REMARK, self.language.say("new-file-remark", &[])),
                ];
                for (field, value) in values {
                    self.off(&format!("    {}", line(self.own, field, &value)));
                }
            }
        }
    }

    fn last_year(&mut self, department: &Department) {
        let role_model = &department.role_model;
        let Some(area) = role_model.areas.first() else { return };
        let lowest = role_model.scale.levels.first().map_or(0, |level| level.number);
        self.heading(&fields::LAST_YEAR);
        self.off(&format!("  {}: {lowest}", value(&area.key)));
        self.heading(&fields::LAST_PLAN);
        let goal = self.language.say("new-file-last-goal", &[]);
        self.off(&format!("  - {}", line(self.own, &past_activity::GOAL, &goal)));
        self.off(&format!("    {}", line(self.own, &past_activity::STATUS, Status::Done.written(self.own))));
        if let Some(course) = department.catalogue.courses.first() {
            self.explained(&fields::FINISHED, &format!("[{}]", value(&course.number)));
        }
    }

    fn plan(&mut self, department: &Department, somebody: &str, deadline: &str) {
        let Some(area) = department.role_model.areas.first() else { return };
        let area = value(&area.key);
        self.about(&fields::PLAN);
        self.remark(&self.language.say("new-file-ways", &[]));
        self.on(&line(self.own, &fields::PLAN, ""));
        let goal = self.language.say("new-file-goal", &[]);
        let mut ways: Vec<Vec<String>> = vec![
            vec![
                line(self.own, &activity::FORM, LearningForm::PeerTraining.written(self.own)),
                line(self.own, &activity::MENTOR, somebody),
            ],
            vec![line(self.own, &activity::TEXT, &self.language.say("new-file-activity", &[]))],
        ];
        if let Some(course) = department.catalogue.courses.first() {
            ways.insert(0, vec![line(self.own, &activity::COURSE, &value(&course.number))]);
        }
        for (i, way) in ways.iter().enumerate() {
            self.off(&format!("  - {}", line(self.own, &activity::GOAL, &goal)));
            let mut rest = vec![line(self.own, &activity::AREA, &area)];
            rest.extend_from_slice(way);
            if i == 0 {
                let success = self.language.say("new-file-success", &[]);
                let leader_does = self.language.say("new-file-leader-does", &[]);
                rest.insert(0, line(self.own, &activity::SUCCESS, &success));
                rest.push(line(self.own, &activity::RESPONSIBLE, ResponsibleRole::Leader.written(self.own)));
                rest.push(line(self.own, &activity::LEADER_DOES, &leader_does));
                rest.push(line(self.own, &activity::DEADLINE, deadline));
                rest.push(line(self.own, &activity::STAND_IN, somebody));
                rest.push(line(self.own, &activity::STATUS, Status::Proposed.written(self.own)));
            }
            if i > 0 {
                rest.push(line(
                    self.own,
                    &activity::RESPONSIBLE,
                    ResponsibleRole::Employee.written(self.own),
                ));
            }
            for line in rest {
                self.off(&format!("    {line}"));
            }
        }
    }
}

/// `key: value`, or the key alone.
fn line(language: Tag, field: &Field, value: &str) -> String {
    format!("{}: {value}", field.key_in(language)).trim_end().to_owned()
}

/// The lines of a comment, so short that Notepad need not break them.
fn wrapped(text: &str) -> Vec<String> {
    const WIDTH: usize = 96;
    let indent: String = text.chars().take_while(|c| *c == ' ').collect();
    let mut lines = vec![indent.clone()];
    for word in text.split_whitespace() {
        let line = lines.last_mut().expect("there is one");
        let is_fresh = *line == indent;
        if !is_fresh && line.chars().count() + 1 + word.chars().count() > WIDTH {
            lines.push(format!("{indent}{word}"));
        } else {
            let space = if is_fresh { "" } else { " " };
            *line += &format!("{space}{word}");
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_after_the_person() {
        for (name, expected) in [
            ("Åse Ærenlund", "åse-ærenlund"),
            ("Anne-Margrethe  D'Angelo, jun.", "anne-margrethe-d-angelo-jun"),
            ("A\u{30a}se", "åse"),
            ("../../etc/passwd", "etc-passwd"),
            ("!!!", ""),
        ] {
            assert_eq!(file_names::slug(name), expected);
        }
    }

    #[test]
    fn a_name_that_no_file_can_have_gets_a_number() {
        let fits = |name: &str| name != "aux" && name != "-1";
        assert_eq!(usable("anne", fits).as_deref(), Some("anne"));
        assert_eq!(usable("aux", fits).as_deref(), Some("aux-1"));
        assert_eq!(usable("", fits), None);
        assert_eq!(usable("konflikt", |_| false), None);
    }

    #[test]
    fn comments_keep_their_words_and_their_indentation() {
        let text = "  ".to_owned() + &"ord ".repeat(60);
        let lines = wrapped(&text);
        assert!(
            lines.len() > 1 && lines.iter().all(|line| line.starts_with("  o") && line.chars().count() <= 96)
        );
        let words: usize = lines.iter().map(|line| line.split_whitespace().count()).sum();
        assert_eq!(words, 60);
    }
}
