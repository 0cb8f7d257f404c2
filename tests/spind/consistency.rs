//! Consistency: every document and export says the same about who takes which course when.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use jiff::civil::{Date, date};
use proptest::prelude::*;
use regex::Regex;
use serde_json::Value;
use spind::agreement::Agreement;
use spind::agreement::{Records, SignatureStatus};
use spind::analysis::Mentors;
use spind::analysis::averages;
use spind::analysis::payments;
use spind::analysis::people_order;
use spind::analysis::status;
use spind::analysis::{Advancement, Commitment, PersonChoices};
use spind::analysis::{Analysis, judgement_date};
use spind::department::document_date;
use spind::department::profile::{Activity, Profile, Status, Teaches, What};
use spind::department::{self, Department};
use spind::department::{CourseIndex, Session};
use spind::document::view::areas::{self, Remarks};
use spind::document::view::strategy::{self, Audience};
use spind::document::view::{booklet, plan};
use spind::export::internal::export;
use spind::export::json as export_json;
use spind::language::{Language, Tag};
use spind::problem::Problems;
use strum::VariantArray;

use crate::cases;
use crate::pdf;
use crate::program::{TODAY, build, build_plans, copy, project, said, spind, templates};
use crate::random_departments::{Kind, small, vary};
use crate::rng::Rng;

const LONE: &str = "klithedeskolen/lone-havtorn.yaml";
const RIKKE: &str = "gøgevangskolen/rikke-solbjerg.yaml";
const ULLA: &str = "havrevangskolen/ulla-stenkjær.yaml";
const JYTTE: &str = "hedekær-skole/jytte-overballe.yaml";

/// The sample with other texts in some files.
fn sample(edits: &[(&str, &str, &str)]) -> io::Result<tempfile::TempDir> {
    let folder = tempfile::tempdir()?;
    copy(&project().join("profiles"), folder.path())?;
    for (file, from, to) in edits {
        let path = folder.path().join(file);
        let text = fs::read_to_string(&path)?;
        assert!(text.contains(from), "{file}: {from}");
        fs::write(path, text.replace(from, to))?;
    }
    Ok(folder)
}

/// The sample as it is.
fn unchanged() -> Department {
    read(&project().join("profiles"))
}

fn read(folder: &Path) -> Department {
    let mut problems = Problems::default();
    let reading = department::read(folder, None, &mut problems).expect("a folder");
    assert!(!problems.any_error(), "{problems:#?}");
    reading.department.expect("a department")
}

fn person(department: &Department, file: &str) -> usize {
    department.people.iter().position(|person| person.file.name == file).expect("she is there")
}

fn course(department: &Department, number: &str) -> CourseIndex {
    department.catalogue.course(number).expect("the course is there")
}

/// The plan of a person as data.
fn plan_view(person: &Profile, department: &Department, on: Date) -> Value {
    let language = Language::of(Tag::Da);
    let agreement = Agreement::of(person, department);
    let basis = plan::PlanInputs {
        agreement: &agreement,
        fingerprint: agreement.fingerprint(),
        signature_status: &SignatureStatus::of(&agreement, None),
        mentors: &Mentors::of(department),
        choices: &PersonChoices::of(person, department, Some(on)),
        on: Some(on),
        judged: judgement_date::of_person(person, department, on),
        rows: &areas::rows(person, department, language, Remarks::Shown),
        numbered: false,
        date: document_date::of(&department.settings, [person]),
        made: templates().made().clone(),
    };
    serde_json::to_value(plan::view(person, department, language, &basis)).expect("plain data")
}

/// The lines of a plan's suggestions, or of a booklet's list of courses.
fn course_lines(person: &Value) -> Vec<Value> {
    let groups = person["courses"].as_array().expect("groups");
    groups.iter().flat_map(|group| group["lines"].as_array().expect("lines").clone()).collect()
}

#[test]
fn a_line_that_is_done_is_counted_priced_and_suggested_nowhere() -> io::Result<()> {
    let before = unchanged();
    let folder = sample(&[(LONE, "    status: tilmeldt", "    status: gennemført")])?;
    let after = read(folder.path());
    let (lone, done) = (person(&after, LONE), course(&after, "45986"));
    let people = |department: &Department| -> Vec<usize> {
        let analysis = Analysis::of(department, Some(TODAY));
        let need = analysis.demand.courses.into_iter().find(|need| need.course == done);
        need.map(|need| need.people).unwrap_or_default()
    };
    assert!(people(&before).contains(&lone) && !people(&after).contains(&lone));
    let analysis = Analysis::of(&after, Some(TODAY));
    assert_eq!(analysis.choices[lone].course(done).map(|choice| choice.progress), Some(Advancement::Done));
    let groups = analysis.schedule.courses.iter().filter(|groups| groups.course == done);
    assert!(!groups.flat_map(|groups| &groups.groups).any(|group| group.people.contains(&lone)));
    let view = plan_view(&after.people[lone], &after, TODAY);
    assert!(course_lines(&view).iter().all(|line| line["number"] != "45986"), "{view}");
    Ok(())
}

#[test]
fn a_plan_shows_both_prices_and_the_budget_counts_with_the_lower_one() -> io::Result<()> {
    let title = "titel: Effektiv anvendelse af e-mail og kalendersystemer";
    let folder = sample(&[("kurser.yaml", title, &format!("{title}\n    fuld_pris: 2.450"))])?;
    let (before, after) = (unchanged(), read(folder.path()));
    let view = plan_view(&after.people[person(&after, JYTTE)], &after, TODAY);
    let lines = view["plan"].as_array().expect("lines");
    let details: Vec<String> = lines
        .iter()
        .filter(|line| line["what"].as_str().is_some_and(|what| what.starts_with("40749")))
        .map(|line| line["details"].as_str().expect("a text").replace('\u{a0}', " "))
        .collect();
    assert!(
        details.len() == 1 && details[0].contains("200 kr. efter tilskud · fuld pris 2.450 kr."),
        "{view}"
    );
    let bound = |department: &Department| {
        Analysis::of(department, Some(TODAY)).demand.cost(Commitment::Bound, department).kroner
    };
    assert_eq!(bound(&before), bound(&after));
    Ok(())
}

#[test]
fn a_session_that_has_begun_is_in_no_group() -> io::Result<()> {
    let folder = sample(&[])?;
    let path = folder.path().join("kurser.yaml");
    let text = fs::read_to_string(&path)?;
    fs::write(
        path,
        text.replace("{start: 2027-02-09, slut: 2027-02-10,", "{start: 2026-09-08, slut: 2026-09-09,"),
    )?;
    let department = read(folder.path());
    for day in [date(2026, 11, 28), TODAY] {
        for groups in Analysis::of(&department, Some(day)).schedule.courses {
            let sessions = &department.catalogue.courses[groups.course.0].sessions;
            for group in groups.groups.iter().filter(|group| group.enrolled == 0) {
                assert!(group.session.is_none_or(|session| sessions[session].start >= day));
            }
        }
    }
    Ok(())
}

#[test]
fn a_second_course_for_the_same_need_is_needed_too_and_bound_before_any_wish() {
    let department = unchanged();
    let analysis = Analysis::of(&department, Some(TODAY));
    let rikke = person(&department, RIKKE);
    for number in ["45947", "cok-folkeskoleloven"] {
        let it = course(&department, number);
        assert!(analysis.choices[rikke].course(it).is_some_and(|choice| choice.is_needed()), "{number}");
        let need = analysis.demand.courses.iter().find(|need| need.course == it).expect("needed");
        assert!(need.needed > 0, "{number}");
    }
    // With no money at all, what is bound comes first all the same, and is never put off.
    let order = payments(&analysis.demand, &department, 0);
    let bound = order.iter().take_while(|payment| payment.share.commitment == Commitment::Bound).count();
    assert!(bound > 0 && order[..bound].iter().all(|payment| payment.reached));
    assert!(order[bound..].iter().all(|payment| payment.share.commitment != Commitment::Bound));
}

#[test]
fn what_is_put_off_costs_nothing_this_year() {
    let department = unchanged();
    let analysis = Analysis::of(&department, Some(TODAY));
    let (jytte, put_off) = (person(&department, JYTTE), course(&department, "jobrotation-skole"));
    let choice = analysis.choices[jytte].course(put_off).expect("it is in her plan");
    assert_eq!(choice.progress, Advancement::Postponed);
    let need = analysis.demand.courses.iter().find(|need| need.course == put_off);
    assert!(need.is_none_or(|need| !need.people.contains(&jytte)));
}

#[test]
fn a_person_below_the_wanted_level_is_not_offered_as_a_teacher() {
    let mut department = unchanged();
    let lone = person(&department, LONE);
    let economy = department.role_model.area("økonomi").expect("an area");
    department.people[lone].consent.teaches = Teaches::Everything;
    // Someone wants to reach 2; her level is 1.
    department.people[lone].levels[economy.0].as_mut().expect("filled in").current = 1;
    let analysis = Analysis::of(&department, Some(TODAY));
    let need = analysis.demand.areas.iter().find(|need| need.area == economy).expect("a need");
    assert!(!need.teachers.contains(&lone) && !need.teachers.is_empty(), "{:?}", need.teachers);
    let mentors = Mentors::of(&department);
    assert!(department.people.iter().all(|learner| {
        mentors
            .mentor(learner, economy, &department)
            .is_none_or(|mentor| !std::ptr::eq(mentor, &department.people[lone]))
    }));
}

#[test]
fn without_a_catalogue_the_page_for_providers_does_not_say_that_there_are_no_needs() -> io::Result<()> {
    let (folder, out) = (tempfile::tempdir()?, tempfile::tempdir()?);
    copy(&project().join("tests/departments/three-areas"), folder.path())?;
    fs::remove_file(folder.path().join("kurser.yaml"))?;
    build(folder.path(), out.path());
    let pages = pdf::text(&fs::read(out.path().join("strategisk-uddannelsesplan.pdf"))?);
    let last = pdf::folded(pages.last().expect("a page"));
    assert!(!last.contains("Ingen har ønsket et løft"), "{last}");
    assert!(last.contains("Kataloget har intet kursus"), "{last}");
    Ok(())
}

#[test]
fn one_wrong_year_moves_no_other_dates_and_is_questioned() -> io::Result<()> {
    let before = unchanged();
    let folder =
        sample(&[(ULLA, "mus: 8/12-2026\naftalt: 8/12-2026", "mus: 8/12-2026\naftalt: 2028-12-08")])?;
    let after = read(folder.path());
    let date = |department: &Department| document_date::of(&department.settings, &department.people);
    assert_eq!(date(&before), date(&after));
    let overdue = |department: &Department| -> usize {
        status(department, &Records::default(), TODAY, Language::of(Tag::Da))
            .people
            .iter()
            .map(|person| person.overdue)
            .sum()
    };
    assert_eq!(overdue(&before), overdue(&after));
    let output = spind(["check".as_ref(), folder.path().as_os_str()]);
    let told = String::from_utf8_lossy(&output.stdout).into_owned() + &said(&output);
    assert!(told.contains("mere end et år uden for perioden"), "{told}");
    Ok(())
}

#[test]
fn an_empty_profile_is_not_handed_in_and_cannot_be_signed() -> io::Result<()> {
    let folder = sample(&[])?;
    let file = folder.path().join("klithedeskolen/tom.yaml");
    fs::write(&file, "navn: Tom Ask\nskole: Klithedeskolen\naftalt: 2026-12-02\nprofil:\n  it:\n  dansk:\n")?;
    let answer = spind(["status".as_ref(), folder.path().as_os_str(), "--format".as_ref(), "json".as_ref()]);
    let answer: Value = serde_json::from_slice(&answer.stdout).expect("json");
    assert_eq!(answer["profiles"], serde_json::json!({"filled_in": 25, "open": 1, "with_errors": 0}));
    assert_eq!(answer["deadlines"][0]["done"], 25);
    let text = spind(["status".as_ref(), folder.path().as_os_str()]);
    assert!(String::from_utf8_lossy(&text.stdout).contains("25 af 26 udfyldt, 1 ikke udfyldt, 0 med fejl"));
    let out = tempfile::tempdir()?;
    build_plans(folder.path(), out.path(), &["tom"], TODAY);
    let plan =
        pdf::folded(&pdf::text(&fs::read(out.path().join("planer/klithedeskolen/tom.pdf"))?).join(" "));
    assert!(plan.contains("Profilen er tom") && !plan.contains("Ingen ønskede løft"), "{plan}");
    assert!(!plan.contains("Underskrifter"), "{plan}");
    let output = spind(["sign".as_ref(), file.as_os_str(), "--as".as_ref(), "medarbejder".as_ref()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("ingen plan at underskrive"), "{}", said(&output));
    Ok(())
}

#[test]
fn the_word_nobody_is_no_stand_in_and_neither_is_she_herself() -> io::Result<()> {
    let folder = sample(&[])?;
    let profile = folder.path().join(LONE);
    let (before, susanne) = (fs::read_to_string(&profile)?, "afløser: Susanne Bækgård-Thorup");
    assert!(before.contains(susanne), "{before}");
    for (text, is_one) in [
        ("ingen", false),
        ("Ved ikke", false),
        ("ved ikke endnu", false),
        ("\"?\"", false),
        ("lone havtorn", false),
        ("mig selv", false),
        ("nobody", false),
        ("Susanne", true),
        ("Ingen Andersen", true),
    ] {
        fs::write(&profile, before.replace(susanne, &format!("afløser: {text}")))?;
        let department = read(folder.path());
        let lone = person(&department, LONE);
        assert!(department.people[lone].plan.iter().all(|line| line.stand_in.is_some() == is_one), "{text}");
    }
    Ok(())
}

#[test]
fn two_builds_on_days_on_which_nothing_fell_due_are_equal_and_a_deadline_changes_them() -> io::Result<()> {
    let folder = project().join("profiles");
    let built = |day: &str| -> io::Result<Vec<Vec<u8>>> {
        let out = tempfile::tempdir()?;
        let only = ["--only", "Pia Kjærbo", "--today", day];
        let args = [folder.as_os_str(), "-o".as_ref(), out.path().as_os_str()];
        let output = spind(args.into_iter().chain(only.map(AsRef::as_ref)));
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        let mut bytes = vec![fs::read(out.path().join("planer/engvadskolen/pia-kjærbo.pdf"))?];
        bytes.sort();
        Ok(bytes)
    };
    // Her line is due on the first of March.
    assert_eq!(built("2027-03-05")?, built("2027-03-08")?);
    assert_ne!(built("2027-03-01")?, built("2027-03-02")?);
    Ok(())
}

/// The numbers of the courses in a person's list that are in her plan.
fn planned(lines: &[Value]) -> BTreeSet<String> {
    let planned =
        lines.iter().filter(|line| line["reason"].as_str().is_some_and(|r| r.contains("Står i planen")));
    planned.filter_map(|line| Some(line["number"].as_str()?.to_owned())).collect()
}

proptest! {
    #![proptest_config(cases::config(96))]

    #[test]
    fn no_two_outputs_disagree(
        department in small(Kind {
            schools: 1..4,
            people: 1..4,
            courses: 0..5,
            areas_of_a_course: 3,
            wishes: 6,
            other_ways: 1,
            smallest_group: 3,
        }),
        seed in any::<u64>(),
    ) {
        let mut department = department.read();
        vary(&mut department, Status::VARIANTS, &mut Rng(seed));
        let today = date(2027, 3, 4);
        let language = Language::of(Tag::Da);
        let analysis = Analysis::of(&department, Some(today));
        let averages = averages(&department, &department.people);
        let strategy = strategy::view(&department, language, Audience::Inside, &analysis);
        let told = serde_json::to_value(&strategy).expect("plain data");
        let records = Records::default();
        let status = status(&department, &records, today, language);
        let basis = booklet::BookletInputs {
            averages: &averages,
            numbered: &[],
            status: &status,
            analysis: &analysis,
            part: booklet::Part::Whole,
            people: &people_order::sorted(&department, language),
            today,
            judged: None,
            strategy: Some(strategy),
        };
        let booklet = serde_json::to_value(booklet::view(&department, language, basis)).expect("plain data");
        let exported = export_json::write(&export(&department, &records, today, language));
        let exported: Value = serde_json::from_slice(&exported.expect("written")).expect("json");
        let rows = |table: &str| exported[table].as_array().expect("a table").clone();
        let number = |course: CourseIndex| department.catalogue.courses[course.0].number.clone();

        // Each person: the same courses of hers in her plan, the booklet and the tables, each on
        // one of the dates that her plan names.
        for (i, person) in department.people.iter().enumerate() {
            let name = person.name.value.as_str();
            let choices = &analysis.choices[i];
            let own: BTreeSet<String> = choices
                .to_come()
                .filter(|choice| choice.progress != Advancement::Suggested)
                .map(|choice| number(choice.course))
                .collect();
            let plan = plan_view(person, &department, today);
            let chosen = |line: &Activity| match line.what {
                What::Course(course) if line.is_to_come() => Some(number(course)),
                _ => None,
            };
            let lines = plan["plan"].as_array().expect("lines");
            let lines: Vec<(String, &Value)> =
                person.plan.iter().zip(lines).filter_map(|(line, told)| Some((chosen(line)?, told))).collect();
            prop_assert_eq!(&lines.iter().map(|(number, _)| number.clone()).collect::<BTreeSet<_>>(), &own);
            let schools = booklet["schools"].as_array().expect("schools");
            let mut people = schools.iter().flat_map(|school| school["people"].as_array().expect("people"));
            let in_booklet = people.find(|view| view["name"] == name).expect("she is in it");
            prop_assert_eq!(&planned(&course_lines(in_booklet)), &own, "{}", name);
            let matches: BTreeSet<String> = rows("matches")
                .iter()
                .filter(|row| row["name"] == name && row["in_plan"] == true)
                .map(|row| row["number"].as_str().expect("a number").to_owned())
                .collect();
            prop_assert!(matches.is_subset(&own), "{}", name);
            for row in rows("groups").iter().filter(|row| row["name"] == name) {
                let Some(start) = row["start"].as_str() else { continue };
                let day: Date = start.parse().expect("a date");
                let suggested = course_lines(&plan);
                let own_line = lines.iter().find(|(number, _)| row["number"] == **number).map(|(_, line)| *line);
                let line = own_line.or_else(|| suggested.iter().find(|line| line["number"] == row["number"]));
                // At most three courses are suggested.
                let Some(line) = line else { continue };
                let details = line["details"].as_str().expect("details");
                // A plan names the first two dates and counts the rest.
                let is_named = details.contains(&language.short_date(day));
                let number = row["number"].as_str().expect("a number");
                let course = department.catalogue.course(number).expect("in the catalogue");
                let sessions = &department.catalogue.courses[course.0].sessions;
                let is_later = sessions.iter().skip(2).any(|session| session.start == day);
                let is_counted = is_later && details.contains(" mere");
                // A plan names no date after her deadline; whoever gets one all the same is told why.
                let choice = choices.courses.iter().find(|choice| choice.course == course);
                let deadline = choice.and_then(|choice| choice.deadline);
                let ends_late = |session: &Session| deadline.is_some_and(|deadline| session.last_day() > deadline);
                let reason = Regex::new(&format!("{name}[^.\"]*: først efter fristen")).expect("a pattern");
                let is_late = sessions.iter().any(|session| session.start == day && ends_late(session))
                    && reason.is_match(&told.to_string());
                prop_assert!(is_named || is_counted || is_late, "{} {} {}", name, start, details);
            }
            // A draft is judged by today, as the year's status is.
            let plan_lines = plan["plan"].as_array().expect("lines");
            let overdue = plan_lines
                .iter()
                .filter(|line| line["status"].as_str().is_some_and(|s| s.contains("fristen er overskredet")))
                .count();
            let counted = status.people.iter().find(|row| row.name.as_deref() == Some(name)).expect("counted");
            prop_assert_eq!(counted.overdue, overdue, "{}", name);
        }

        // Each course: as many people in the plan of the year, the tables, the groups and the choices.
        let mut kroner = 0;
        for (i, course) in department.catalogue.courses.iter().enumerate() {
            let takers = analysis.choices.iter().filter(|choices| {
                choices.to_come().any(|choice| choice.course == CourseIndex(i))
            });
            let takers = takers.count();
            let courses = told["courses"].as_array().expect("courses");
            let line = courses.iter().find(|line| line["number"] == course.number.as_str());
            let in_plan = line.map_or("0", |line| line["people"].as_str().expect("people"));
            prop_assert_eq!(in_plan, takers.to_string());
            let table = rows("courses");
            let row = table.iter().find(|row| row["number"] == course.number.as_str()).expect("a row");
            let count = |column: &str| row[column].as_u64().expect("a number");
            prop_assert_eq!(count("people") as usize, takers);
            prop_assert_eq!(count("bound") + count("wished") + count("possible"), count("people"));
            kroner += row["all_cost"].as_f64().map_or(0, |kroner| (kroner * 100.0).round() as i64);
            let placed = rows("groups").iter().filter(|row| row["number"] == course.number.as_str()).count();
            prop_assert_eq!(placed, takers);
        }
        let sum: i64 = Commitment::VARIANTS.iter().map(|c| analysis.demand.cost(*c, &department).kroner).sum();
        prop_assert_eq!(sum, kroner);
        if kroner > 0 {
            let totals = told["totals"].to_string();
            prop_assert!(totals.contains(&language.number(kroner)), "{} {}", totals, kroner);
        }
        for area in told["areas"].as_array().expect("areas") {
            let table = rows("areas");
            let row = table.iter().find(|row| row["area"] == area["name"]).expect("a row");
            prop_assert_eq!(area["people"].as_str().expect("people"), row["with_gap"].to_string());
        }
    }
}
