//! The sample department: complete against its source.

use std::fs;

use spind::department::LearningForm;
use spind::department::{self, Department};
use spind::department::{AmuCoverage, Competency};
use spind::problem::Problems;

use crate::program::project;

fn sample() -> (Department, Problems) {
    let mut problems = Problems::default();
    let reading = department::read(&project().join("profiles"), None, &mut problems).expect("a folder");
    (reading.department.expect("the sample can be built"), problems)
}

/// The lines of a fact file, each cut at its tab.
fn facts(name: &str) -> Vec<(String, String)> {
    let text = fs::read_to_string(project().join("tests/spind/facts").join(name)).expect("a file");
    text.lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
        .map(|(key, value)| (key.to_owned(), value.to_owned()))
        .collect()
}

#[test]
fn the_sample_has_no_error() {
    let (department, problems) = sample();
    assert!(!problems.any_error(), "{problems:#?}");
    assert_eq!(department.people.len(), 25);
    assert_eq!(department.settings.schools.len(), 14);
}

#[test]
fn the_eleven_areas_are_in_the_order_of_the_source() {
    let (department, _) = sample();
    let names: Vec<&str> = department.role_model.areas.iter().map(|area| area.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "Selvledelse",
            "Kommunikation og samarbejde",
            "Kulturforståelse",
            "Udviklingsorienteret",
            "Dansk+",
            "Økonomi+",
            "It+",
            "Kommunale it- og økonomisystemer",
            "Sagsbehandling",
            "Projekt- og opgavehåndtering",
            "Omsorg og pædagogisk værdigrundlag",
        ]
    );
    // The areas with an asterisk in the source: not fully covered by AMU.
    let starred: Vec<usize> = department
        .role_model
        .areas
        .iter()
        .enumerate()
        .filter(|(_, area)| area.amu_coverage != Some(AmuCoverage::Full))
        .map(|(i, _)| i)
        .collect();
    assert_eq!(starred, [5, 7, 8, 10]);
    assert_eq!(department.role_model.roles.len(), 5);
    assert_eq!(department.role_model.presumed.len(), 11);
}

#[test]
fn every_competency_of_the_source_is_there_with_its_votes() {
    let (department, _) = sample();
    let role_model = &department.role_model;
    let areas = role_model.areas.iter().flat_map(|area| &area.competencies);
    let all: Vec<&Competency> = areas.chain(&role_model.other_competencies).collect();
    let source = facts("competencies.txt");
    assert_eq!(source.len(), 70);
    for (votes, text) in &source {
        let found: Vec<_> = all.iter().filter(|competency| competency.text == *text).collect();
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!(found[0].votes.to_string(), *votes, "{text}");
    }
    assert_eq!(all.len(), source.len());
}

#[test]
fn every_course_of_the_source_is_there_under_its_number() {
    let (department, _) = sample();
    let source = facts("courses.txt");
    assert_eq!(source.len(), 33);
    for (number, title) in &source {
        let index = department.catalogue.course(number).unwrap_or_else(|| panic!("{number} {title}"));
        let course = &department.catalogue.courses[index.0];
        assert_eq!(course.title, *title);
        assert_eq!(course.form, LearningForm::Amu);
        assert!(!course.areas.is_empty(), "{number}");
    }
    let amu = department.catalogue.courses.iter().filter(|course| course.form == LearningForm::Amu);
    assert_eq!(amu.count(), source.len());
}

#[test]
fn invented_facts_of_courses_say_so() {
    let (department, _) = sample();
    for course in &department.catalogue.courses {
        let optional = course.days.is_some()
            || course.price.is_some()
            || course.subsidy.is_some()
            || course.expires.is_some()
            || !course.sessions.is_empty();
        assert!(!optional || course.example, "{}", course.number);
    }
}

#[test]
fn the_people_are_as_varied_as_a_department() {
    let (department, _) = sample();
    let people = &department.people;
    let some = |what: &str, holds: &dyn Fn(&department::profile::Profile) -> bool| {
        assert!(people.iter().any(holds), "nobody {what}");
    };
    some("has a full profile", &|p| p.levels.iter().all(Option::is_some));
    some("has a partial profile", &|p| p.levels.iter().any(Option::is_none));
    some("has no gap", &|p| p.levels.iter().flatten().all(|l| l.gap() == 0));
    some("has gaps everywhere", &|p| p.levels.iter().all(|l| l.as_ref().is_some_and(|l| l.gap() > 0)));
    some("wants less", &|p| p.levels.iter().flatten().any(|l| l.gap() < 0));
    some("has a remark", &|p| p.levels.iter().flatten().any(|l| l.remark.is_some()));
    some("has finished courses", &|p| !p.finished.is_empty());
    some("has a draft", &|p| p.agreed.is_none());
    some("has an agreed plan", &|p| p.agreed.is_some());
    some("has a long double name", &|p| p.name.value.chars().count() > 35);
    some("has consented to the booklet", &|p| p.consent.booklet);
    some("has not consented to the booklet", &|p| !p.consent.booklet);
    for school in 0..department.settings.schools.len() {
        assert!(people.iter().any(|p| p.school.0 == school), "a school without people");
    }
}

#[test]
fn every_file_opens_with_a_comment() {
    for name in crate::program::files(&project().join("profiles")) {
        let text = fs::read_to_string(project().join("profiles").join(&name)).expect("a file");
        assert!(text.starts_with("# "), "{name}");
    }
}
