//! Checks across all profiles.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::profile::{Profile, What};
use super::settings::SchoolIndex;
use super::shared::Shared;
use crate::problem::{Code, Problem, Problems};
use crate::source::spelling::fold;
use crate::source::{Place, SourceFile, file_names};

/// Checks people against each other and moves those with errors to `broken`.
///
/// `complete` is true if every folder and profile was readable.
pub(super) fn check(
    people: &mut Vec<Profile>,
    faulty: &[Profile],
    broken: &mut Vec<Arc<SourceFile>>,
    complete: bool,
    shared: Shared<'_>,
    problems: &mut Problems,
) {
    let copies = sync_conflict_copies(people, problems);
    people.retain(|person| !copies.contains(&person.file.name));
    let duplicates = duplicate_people(people, problems);
    people.retain(|person| {
        let keep = !duplicates.contains(&person.file.name);
        if !keep {
            broken.push(Arc::clone(&person.file));
        }
        keep
    });
    let everyone: Vec<&Profile> = people.iter().chain(faulty).collect();
    let all_known = complete && faulty.len() + duplicates.len() >= broken.len();
    check_mentors(&everyone, all_known, shared, problems);
    broken.sort_by(|a, b| a.name.cmp(&b.name));
}

/// Warns of mentors (`hos:`) who do not exist or have not agreed to teach.
fn check_mentors(people: &[&Profile], all_known: bool, shared: Shared<'_>, problems: &mut Problems) {
    let mut by_name: HashMap<String, Vec<&Profile>> = HashMap::new();
    for person in people {
        by_name.entry(fold(&person.name.value)).or_default().push(person);
    }
    for person in people {
        for activity in &person.plan {
            let What::Form(_, Some(mentor)) = &activity.what else { continue };
            let found = by_name.get(&fold(&mentor.value)).map(Vec::as_slice).unwrap_or_default();
            if found.is_empty() {
                // Otherwise an unreadable profile may be the mentor's.
                if all_known {
                    let names = people.iter().map(|p| p.name.value.as_str());
                    problems.push(
                        Problem::new(Code::UnknownMentor, mentor.place.clone())
                            .with("value", &mentor.value)
                            .suggesting(person.file.nearest(&mentor.value, names)),
                    );
                }
                continue;
            }
            let agreed = found.iter().any(|p| match activity.area {
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

/// Reports sync conflict copies, such as `anne-PC1234.yaml` next to `anne.yaml` for the same person;
/// they are skipped.
fn sync_conflict_copies(people: &[Profile], problems: &mut Problems) -> BTreeSet<String> {
    let by_stem: BTreeMap<&str, &Profile> =
        people.iter().map(|person| (file_names::stem(&person.file.name), person)).collect();
    let mut copies = BTreeSet::new();
    for person in people {
        let stem = file_names::stem(&person.file.name);
        let is_copy = stem.match_indices(['-', ' ']).any(|(end, _)| {
            by_stem.get(&stem[..end]).is_some_and(|original| {
                file_names::is_synced_copy(stem, &stem[..end])
                    && original.school == person.school
                    && fold(&original.name.value) == fold(&person.name.value)
            })
        });
        if is_copy {
            problems.push(Problem::new(Code::CopiedFile, Place::whole(&person.file)));
            copies.insert(person.file.name.clone());
        }
    }
    copies
}

/// Reports people with the same name and school.
fn duplicate_people(people: &[Profile], problems: &mut Problems) -> BTreeSet<String> {
    let mut by_person: BTreeMap<(String, SchoolIndex), Vec<&Profile>> = BTreeMap::new();
    for person in people {
        by_person.entry((fold(&person.name.value), person.school)).or_default().push(person);
    }
    let mut duplicates = BTreeSet::new();
    for same in by_person.values().filter(|same| same.len() > 1) {
        for (i, person) in same.iter().enumerate() {
            let other = same[usize::from(i == 0)];
            problems.push(
                Problem::new(Code::DuplicatePerson, person.name.place.clone())
                    .with("value", &person.name.value)
                    .with("file", &other.file.name),
            );
            duplicates.insert(person.file.name.clone());
        }
    }
    duplicates
}
