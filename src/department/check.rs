//! What can only be told when all profiles are read.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Shared;
use super::profile::{Profile, What};
use super::settings::SchoolIndex;
use crate::problem::{Code, Problem, Problems};
use crate::source::SourceFile;
use crate::source::word::{fold, nearest};

/// Checks people against each other; those who turn out to have an error move to `broken`.
pub(super) fn people(
    people: &mut Vec<Profile>,
    broken: &mut Vec<Arc<SourceFile>>,
    shared: Shared<'_>,
    problems: &mut Problems,
) {
    mentors(people, broken, shared, problems);
    let twice = same_person_twice(people, problems);
    people.retain(|person| {
        let keep = !twice.contains(&person.file.name);
        if !keep {
            broken.push(Arc::clone(&person.file));
        }
        keep
    });
    broken.sort_by(|a, b| a.name.cmp(&b.name));
}

/// Warns of every `hos:` person who is nobody here or has not agreed to teach.
fn mentors(people: &[Profile], broken: &[Arc<SourceFile>], shared: Shared<'_>, problems: &mut Problems) {
    for person in people {
        for activity in &person.plan {
            let What::Form(_, Some(mentor)) = &activity.what else { continue };
            let folded = fold(&mentor.value);
            let mut found = people.iter().filter(|p| fold(&p.name.value) == folded).peekable();
            if found.peek().is_none() {
                // Somebody whose own file is broken may well be the one meant.
                if broken.is_empty() {
                    let names = people.iter().map(|p| p.name.value.as_str());
                    problems.push(
                        Problem::new(Code::UnknownMentor, mentor.place.clone())
                            .with("value", &mentor.value)
                            .suggesting(nearest(&mentor.value, names)),
                    );
                }
                continue;
            }
            let agreed = found.any(|p| match activity.area {
                Some(area) => p.consent.teaches.covers(area),
                None => p.consent.teaches != super::profile::Teaches::Nothing,
            });
            if !agreed {
                let area = activity.area.map_or("", |a| shared.role_model.areas[a.0].name.as_str());
                problems.push(
                    Problem::new(Code::MentorWithoutConsent, mentor.place.clone())
                        .with("value", &mentor.value)
                        .with("area", area),
                );
            }
        }
    }
}

/// The files of everybody who shares name and school with somebody else.
fn same_person_twice(people: &[Profile], problems: &mut Problems) -> BTreeSet<String> {
    let mut by_person: BTreeMap<(String, SchoolIndex), Vec<&Profile>> = BTreeMap::new();
    for person in people {
        by_person.entry((fold(&person.name.value), person.school)).or_default().push(person);
    }
    let mut twice = BTreeSet::new();
    for same in by_person.values().filter(|same| same.len() > 1) {
        for (i, person) in same.iter().enumerate() {
            let other = same[usize::from(i == 0)];
            problems.push(
                Problem::new(Code::DuplicatePerson, person.name.place.clone())
                    .with("value", &person.name.value)
                    .with("file", &other.file.name),
            );
            twice.insert(person.file.name.clone());
        }
    }
    twice
}
