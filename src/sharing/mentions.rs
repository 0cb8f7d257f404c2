//! Finds the people and workplaces of a department in a text that is to leave it.

use std::collections::HashSet;

use crate::department::Department;
use crate::department::person::owner_of;
use crate::source::personal_numbers::personal_numbers;
use crate::source::spelling::fold;

/// The words of a long name; longer ones are compared by their first words.
const MAX_WORDS: usize = 8;

/// The names of everybody and every workplace that the department's files mention.
#[derive(Debug, Default)]
pub struct KnownNames {
    /// Names as folded words, joined by spaces.
    names: HashSet<String>,
}

impl KnownNames {
    /// The names of the employees, participants, leaders and workplaces of `department`.
    pub fn of(department: &Department) -> Self {
        let mut known = Self::default();
        let schools = &department.settings.schools;
        schools.iter().for_each(|school| known.add_name(&school.name));
        department.people.iter().for_each(|person| known.add_person(&person.name.value));
        let leaders = schools.iter().filter_map(|school| school.leader.as_deref());
        for leader in leaders.chain(department.people.iter().filter_map(|person| person.leader.as_deref())) {
            // A single word may be a title, such as *rektor*.
            if words(leader).len() > 1 {
                known.add_person(leader);
            }
        }
        for own in department.programmes.participations() {
            known.add_person(&own.participant.name);
            own.participant.workplace.iter().for_each(|workplace| known.add_name(workplace));
        }
        for waiting in department.programmes.all.iter().flat_map(|programme| &programme.waiting) {
            known.add_person(&waiting.name);
            waiting.workplace.iter().for_each(|workplace| known.add_name(workplace));
        }
        for file in &department.broken {
            let owner = owner_of(file);
            owner.name.iter().for_each(|name| known.add_person(name));
            owner.school.iter().for_each(|school| known.add_name(school));
        }
        known
    }

    /// Adds a name, also as a genitive.
    fn add_name(&mut self, name: &str) {
        let mut words = words(name);
        words.truncate(MAX_WORDS);
        if !words.is_empty() {
            let name = words.join(" ");
            self.names.insert(format!("{name}s"));
            self.names.insert(name);
        }
    }

    /// Adds a person's name, also without the middle names and with the last name first.
    fn add_person(&mut self, name: &str) {
        self.add_name(name);
        let words = words(name);
        if let [first, .., last] = &words[..] {
            self.add_name(&format!("{first} {last}"));
            let others = &words[..words.len() - 1];
            self.add_name(&format!("{last} {}", others.join(" ")));
        }
    }

    /// Whether `text` mentions anybody or any workplace, or holds a personal number.
    pub fn are_in(&self, text: &str) -> bool {
        let words = words(text);
        let starts = 0..words.len();
        let is_named = |start: usize| {
            let lengths = 1..=MAX_WORDS.min(words.len() - start);
            lengths.into_iter().any(|length| self.names.contains(&words[start..start + length].join(" ")))
        };
        starts.into_iter().any(is_named) || personal_numbers(text).next().is_some()
    }
}

/// The words of a text, folded.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.map(fold).filter(|word| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_every_form() {
        let mut known = KnownNames::default();
        known.add_person("Anna Maria Vestergård");
        known.add_name("Nordskolen");
        for text in [
            "Spørg Anna Maria Vestergård",
            "anna vestergaard ved det",
            "Vestergård, Anna Maria",
            "Anna Maria Vestergårds skema",
            "Kurset holdes på Nordskolen.",
            "NORDSKOLENS kontor",
        ] {
            assert!(known.are_in(text), "{text}");
        }
        for text in ["", "Anna", "Skolen mod nord", "Vestergård", "Nordskolens-agtig mening om A"] {
            assert_eq!(known.are_in(text), text.starts_with("Nord"), "{text}");
        }
    }
}
