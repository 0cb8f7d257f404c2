//! Finds the people and workplaces of a department in a text that is to leave it.

use crate::department::Department;
use crate::department::person::owner_of;
use crate::department::profile::{Activity, Responsible, What};
use crate::fields::{Field, activity, cohort, part, participant, profile, programme, school, waiting};
use crate::problem::Problems;
use crate::source::name_search::NameSearch;
use crate::source::personal_numbers::has_personal_number;
use crate::source::tree::{Node, Value};
use crate::source::{file_names, parse};

/// The fields that name people besides the owner of a file.
const NAMING_FIELDS: [&Field; 8] = [
    &profile::LEADER,
    &school::LEADER,
    &activity::MENTOR,
    &activity::STAND_IN,
    &activity::RESPONSIBLE,
    &programme::LED_BY,
    &cohort::LED_BY,
    &part::LECTURERS,
];
/// The lists of people, with the fields of name and workplace.
const PEOPLE_LISTS: [(&Field, &Field, &Field); 2] = [
    (&cohort::PARTICIPANTS, &participant::NAME, &participant::WORKPLACE),
    (&programme::WAITING, &waiting::NAME, &waiting::WORKPLACE),
];

/// The names of everybody and every workplace that the department's files mention.
#[derive(Debug, Default)]
pub struct KnownNames {
    search: NameSearch,
}

impl KnownNames {
    /// The names of the employees, participants and workplaces of `department`, and of those who lead, teach,
    /// stand in or are responsible. Files with errors are searched as far as they can be parsed.
    pub fn of(department: &Department) -> Self {
        let mut known = Self::default();
        let search = &mut known.search;
        for school in &department.settings.schools {
            search.add_name(&school.name);
            school.leader.iter().for_each(|leader| add_leader(search, leader));
        }
        for person in &department.people {
            search.add_person(&person.name.value);
            person.leader.iter().for_each(|leader| add_leader(search, leader));
            person.plan.iter().flat_map(named_in).for_each(|name| search.add_people_in(name));
        }
        for programme in &department.programmes.all {
            let lecturers = programme.parts.iter().chain(&programme.introductions);
            let leaders = programme.led_by.iter().chain(programme.cohorts.iter().flat_map(|own| &own.led_by));
            let all = leaders.chain(lecturers.flat_map(|part| &part.lecturers));
            all.for_each(|name| search.add_people_in(name));
            let participants = programme.cohorts.iter().flat_map(|cohort| &cohort.participants);
            let participants = participants.map(|own| (&own.name, &own.workplace));
            let waiting = programme.waiting.iter().map(|own| (&own.name, &own.workplace));
            for (name, workplace) in participants.chain(waiting) {
                search.add_person(name);
                workplace.iter().for_each(|workplace| search.add_name(workplace));
            }
        }
        for file in &department.broken {
            let owner = owner_of(file);
            owner.name.iter().for_each(|name| search.add_person(name));
            owner.school.iter().for_each(|school| search.add_name(school));
        }
        let files = department.people.iter().map(|person| &person.file).chain(&department.broken);
        files.for_each(|file| add_file_name(search, &file.name));
        for file in department.broken.iter().chain(&department.programmes.broken) {
            if let Some(root) = parse::parse(file, &mut Problems::default()).ok().flatten() {
                add_tree(search, &root);
            }
        }
        known
    }

    /// Whether `text` mentions anybody or any workplace, or holds a personal number.
    pub fn are_in(&self, text: &str) -> bool {
        self.search.is_in(text) || has_personal_number(text)
    }
}

/// Adds a leader, unless it is a single word, which may be a title such as *rektor*.
fn add_leader(search: &mut NameSearch, leader: &str) {
    if leader.contains(char::is_whitespace) {
        search.add_person(leader);
        search.add_people_in(leader);
    }
}

/// The texts of a plan line that name people.
fn named_in(line: &Activity) -> impl Iterator<Item = &str> {
    let mentor = match &line.what {
        What::Form(_, mentor) => mentor.as_ref().map(|mentor| mentor.value.as_str()),
        _ => None,
    };
    let responsible = match &line.responsible {
        Some(Responsible::Named(name)) => Some(name.as_str()),
        _ => None,
    };
    [mentor, responsible, line.stand_in.as_deref()].into_iter().flatten()
}

/// Adds the name of a profile's file with its ending; without it, the name may be any word.
fn add_file_name(search: &mut NameSearch, path: &str) {
    let stem = file_names::stem(path.rsplit('/').next().unwrap_or(path));
    search.add_name(&format!("{stem}.yaml"));
    search.add_name(&format!("{stem}.yml"));
}

/// Adds the people that a file with errors names.
fn add_tree(search: &mut NameSearch, root: &Node) {
    let mut left = vec![root];
    while let Some(node) = left.pop() {
        // For other values, the items are the node itself.
        if matches!(node.value, Value::Sequence(_)) {
            left.extend(node.items());
        }
        for entry in node.entries() {
            left.push(&entry.value);
            if NAMING_FIELDS.iter().any(|field| entry.is(field)) {
                let texts = entry.value.items().iter().filter_map(Node::text);
                texts.for_each(|text| search.add_people_in(text));
            }
            for (list, name, workplace) in PEOPLE_LISTS {
                for item in entry.value.items().iter().filter(|_| entry.is(list)) {
                    let text = |field| item.entry(field).and_then(|entry| entry.value.text());
                    text(name).into_iter().for_each(|name| search.add_person(name));
                    text(workplace).into_iter().for_each(|workplace| search.add_name(workplace));
                }
            }
        }
    }
}
