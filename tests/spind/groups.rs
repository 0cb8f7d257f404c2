//! Groups (*hold*) of random small departments, against trying everything.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use jiff::civil::{Date, date};
use proptest::prelude::*;
use spind::analysis::demand::{CourseNeed, Demand};
use spind::analysis::groups::{Clash, CourseGroups, Schedule, Why, leaves_the_office, office_sizes};
use spind::department::catalogue::{Course, CourseIndex, Session};
use spind::department::settings::SchoolIndex;
use spind::department::{self, Department};
use spind::problem::Problems;

use crate::small_departments::{Kind, Small, small};

/// Many courses for few, or few for many: so much can be tried in a moment.
fn departments() -> impl Strategy<Value = Small> {
    let few = Kind {
        schools: 1..3,
        people: 1..3,
        courses: 1..4,
        areas_of_a_course: 2,
        wishes: 7,
        other_ways: 1,
        smallest_group: 5,
    };
    let many = Kind { schools: 1..3, people: 1..4, courses: 1..3, wishes: 6, ..few.clone() };
    prop_oneof![small(few), small(many)]
}

/// Sessions before this day are over; some of the random ones are.
const TODAY: Date = date(2027, 3, 2);

/// For each person of a course the session that she is placed in, `None` without a date.
type Placement = Vec<(usize, Option<usize>)>;

fn course<'a>(department: &'a Department, need: &CourseNeed) -> &'a Course {
    &department.catalogue.courses[need.course.0]
}

fn days(session: &Session) -> (Date, Date) {
    (session.start, session.end.unwrap_or(session.start))
}

/// All ways to place the people of a course in as few groups as there can be: the
/// catalogue's, and further ones only where those together don't suffice. With the number.
fn all_placements(need: &CourseNeed, department: &Department, offices: &[usize]) -> (usize, Vec<Placement>) {
    let course = course(department, need);
    let free = |session: &Session| session.free_seats.or(session.seats).map_or(usize::MAX, |s| s as usize);
    let open: Vec<usize> = (0..course.sessions.len())
        .filter(|&i| course.sessions[i].start >= TODAY && free(&course.sessions[i]) > 0)
        .collect();
    let largest = course.sessions.iter().filter_map(|session| session.seats).max();
    let further = largest.map_or(usize::MAX, |seats| seats as usize);
    for count in 1..=open.len() {
        let sets = (0..1_usize << open.len()).filter(|set| set.count_ones() as usize == count);
        let all: Vec<Placement> = sets
            .flat_map(|set| {
                let chosen: Vec<_> = (0..open.len())
                    .filter(|i| set >> i & 1 == 1)
                    .map(|i| (Some(open[i]), free(&course.sessions[open[i]])))
                    .collect();
                spread(need, department, offices, &chosen)
            })
            .collect();
        if !all.is_empty() {
            return (count, all);
        }
    }
    let mut groups: Vec<(Option<usize>, usize)> =
        open.iter().map(|&i| (Some(i), free(&course.sessions[i]))).collect();
    loop {
        groups.push((None, further));
        let all = spread(need, department, offices, &groups);
        if !all.is_empty() {
            return (groups.len(), all);
        }
    }
}

/// All ways to spread the people of a course over groups with so many seats.
fn spread(
    need: &CourseNeed,
    department: &Department,
    offices: &[usize],
    groups: &[(Option<usize>, usize)],
) -> Vec<Placement> {
    let mut found = Vec::new();
    let ways = groups.len().pow(u32::try_from(need.people.len()).expect("few"));
    for way in 0..ways {
        let mut rest = way;
        let mut members: Vec<Vec<usize>> = vec![Vec::new(); groups.len()];
        for &person in &need.people {
            members[rest % groups.len()].push(person);
            rest /= groups.len();
        }
        let seated = members.iter().zip(groups).all(|(members, (_, seats))| members.len() <= *seats);
        let open = members.iter().all(|members| leaves_somebody(members, department, offices));
        if seated && open {
            let placed = members.iter().zip(groups);
            found.push(placed.flat_map(|(m, (session, _))| m.iter().map(move |&p| (p, *session))).collect());
        }
    }
    found
}

/// Whether each school of two or more has somebody who is not among `away`.
fn leaves_somebody(away: &[usize], department: &Department, offices: &[usize]) -> bool {
    let mut sent: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for &person in away {
        sent.entry(department.people[person].school.0).or_default().insert(person);
    }
    sent.iter().all(|(&school, people)| offices[school] < 2 || people.len() < offices[school])
}

/// Whether on every day everybody is at one place and no office is empty.
fn no_clash(away: &[(usize, Date, Date)], department: &Department, offices: &[usize]) -> bool {
    (1..12).map(|day| date(2027, 3, day)).all(|day| {
        let on_day: Vec<usize> =
            away.iter().filter(|(_, s, e)| (*s..=*e).contains(&day)).map(|a| a.0).collect();
        let people: BTreeSet<usize> = on_day.iter().copied().collect();
        people.len() == on_day.len() && leaves_somebody(&on_day, department, offices)
    })
}

/// Whether the courses from the first of `all` on can be placed beside `away` without a clash.
fn some_way(
    all: &[(&Course, Vec<Placement>)],
    away: &mut Vec<(usize, Date, Date)>,
    department: &Department,
    offices: &[usize],
) -> bool {
    let Some(((course, placements), rest)) = all.split_first() else { return true };
    placements.iter().any(|placement| {
        let before = away.len();
        away.extend(placement.iter().filter_map(|&(person, session)| {
            let (start, end) = days(&course.sessions[session?]);
            Some((person, start, end))
        }));
        let fits = no_clash(away, department, offices) && some_way(rest, away, department, offices);
        away.truncate(before);
        fits
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn groups_keep_every_rule_and_no_other_arrangement_is_better(department in departments()) {
        let department = department.read();
        let offices = office_sizes(&department);
        let demand = Demand::of(&department, Some(TODAY));
        let schedule = Schedule::of(&demand, &department, Some(TODAY));
        let needs: Vec<&CourseNeed> = demand.courses.iter().collect();
        prop_assert_eq!(schedule.courses.len(), needs.len());
        let mut all = Vec::new();
        let mut away = Vec::new();
        for (need, groups) in needs.iter().zip(&schedule.courses) {
            let course = course(&department, need);
            prop_assert!(leaves_the_office(course.form));
            prop_assert_eq!(need.course, groups.course);
            let mut placed: Vec<usize> = groups.groups.iter().flat_map(|g| g.people.iter().copied()).collect();
            placed.sort_unstable();
            prop_assert_eq!(&placed, &need.people, "everybody once");
            let (fewest, placements) = all_placements(need, &department, &offices);
            prop_assert!(groups.groups.len() <= fewest, "as few as possible");
            prop_assert!(groups.groups.len() == fewest || groups.groups.iter().any(|g| g.session.is_none()));
            for group in &groups.groups {
                prop_assert!(leaves_somebody(&group.people, &department, &offices), "no office is emptied");
                let largest = course.sessions.iter().filter_map(|s| s.seats).max();
                let seats = match group.session.map(|i| &course.sessions[i]) {
                    Some(session) => {
                        prop_assert!(session.start >= TODAY, "a session that is over");
                        session.free_seats.or(session.seats)
                    }
                    None => largest,
                };
                prop_assert!(seats.is_none_or(|seats| group.people.len() <= seats as usize), "seats are kept");
                if let Some(session) = group.session.map(|i| &course.sessions[i]) {
                    let (start, end) = days(session);
                    away.extend(group.people.iter().map(|&p| (p, start, end)));
                }
            }
            prop_assert!(is_one_of(groups, need, &placements), "{groups:?} of {placements:?}");
            prop_assert_eq!(matches!(groups.why, Why::One), groups.groups.len() == 1);
            all.push((course, placements));
        }
        prop_assert_eq!(schedule.clashes.is_empty(), no_clash(&away, &department, &offices), "clashes are told");
        let avoidable = some_way(&all, &mut Vec::new(), &department, &offices);
        prop_assert_eq!(schedule.clashes.is_empty(), avoidable, "a clash stays only if it must");
    }
}

/// Whether the groups are one of the placements, where groups without a date are all alike.
fn is_one_of(groups: &CourseGroups, need: &CourseNeed, placements: &[Placement]) -> bool {
    let session = |person: usize| {
        groups.groups.iter().find(|group| group.people.contains(&person)).and_then(|group| group.session)
    };
    let own: BTreeMap<usize, Option<usize>> =
        need.people.iter().map(|&person| (person, session(person))).collect();
    placements.iter().any(|placement| placement.iter().copied().collect::<BTreeMap<_, _>>() == own)
}

/// A department whose catalogue is `courses`, with so many people at each of the
/// schools, who all want more in the area `a`.
fn by_hand(courses: &str, schools: &[usize]) -> Department {
    let areas: Vec<String> = ["a", "b", "c"].map(str::to_owned).into();
    by_hand_with(&areas, courses, schools, |_, _| "a: 0 til 1".to_owned())
}

/// As [`by_hand`], with these areas, and for each school and person there what she has and wants.
fn by_hand_with(
    areas: &[String],
    courses: &str,
    schools: &[usize],
    levels: impl Fn(usize, usize) -> String,
) -> Department {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("written");
    };
    let names: Vec<String> = (0..schools.len()).map(|i| format!("{{navn: Skole {i}}}")).collect();
    write("afdeling.yaml", &format!("navn: Afdelingen\nskoler: [{}]\n", names.join(", ")));
    let areas: Vec<String> = areas.iter().map(|area| format!("{area}: {{navn: {area}}}")).collect();
    write(
        "rollemodel.yaml",
        &format!(
            "navn: Modellen\nskala: [{{niveau: 0, navn: Nej}}, {{niveau: 1, navn: Ja}}]\nområder: {{{}}}\n",
            areas.join(", ")
        ),
    );
    write("kurser.yaml", &format!("kurser:\n{courses}"));
    for (school, &people) in schools.iter().enumerate() {
        for i in 0..people {
            let levels = levels(school, i);
            let profile = format!("navn: Navn {school} {i}\nskole: Skole {school}\nprofil: {{{levels}}}\n");
            write(&format!("skole{school}/navn{i}.yaml"), &profile);
        }
    }
    let mut problems = Problems::default();
    let reading = department::read(folder.path(), None, &mut problems).expect("a folder");
    assert!(!problems.any_error(), "{problems:#?}");
    reading.department.expect("a department")
}

/// For each group of the only course the number of its session, and how many go.
fn groups_of(courses: &str, schools: &[usize]) -> Vec<(Option<usize>, usize)> {
    let department = by_hand(courses, schools);
    let schedule = Schedule::of(&Demand::of(&department, Some(TODAY)), &department, Some(TODAY));
    assert_eq!(schedule.clashes, []);
    let [only] = &schedule.courses[..] else { panic!("{schedule:?}") };
    only.groups.iter().map(|group| (group.session, group.people.len())).collect()
}

const COURSE: &str = "  - {nummer: 1, titel: T, form: amu, områder: [a], hold: [";

#[test]
fn a_school_of_one_takes_half_days_though_they_are_later() {
    let courses = format!(
        "{COURSE}{{start: 2027-03-03, pladser: 9}}, {{start: 2027-03-10, pladser: 9, halvdage: ja}}]}}\n"
    );
    assert_eq!(groups_of(&courses, &[1]), [(Some(1), 1)]);
    assert_eq!(groups_of(&courses, &[2, 2]), [(Some(0), 2), (Some(1), 2)]);
    // Of a school that must be split, whoever it is; the one who is alone goes where half days are.
    assert_eq!(groups_of(&courses, &[2, 1]), [(Some(0), 2 - 1), (Some(1), 2)]);
}

#[test]
fn sessions_that_are_over_or_full_are_not_used() {
    let over = format!("{COURSE}{{start: 2027-03-01, pladser: 9}}, {{start: 2027-03-02, pladser: 9}}]}}\n");
    assert_eq!(groups_of(&over, &[1]), [(Some(1), 1)]);
    let full = format!("{COURSE}{{start: 2027-03-03, pladser: 9, ledige: 0}}, {{start: 2027-03-10}}]}}\n");
    assert_eq!(groups_of(&full, &[1]), [(Some(1), 1)]);
    // All are full: a further group of as many seats as the largest.
    let all_full = format!("{COURSE}{{start: 2027-03-03, pladser: 2, ledige: 0}}]}}\n");
    assert_eq!(groups_of(&all_full, &[1, 1, 1]), [(None, 2), (None, 1)]);
}

#[test]
fn without_sessions_there_is_no_limit_but_a_school_is_split() {
    let none = "  - {nummer: 1, titel: T, form: amu, områder: [a]}\n";
    assert_eq!(groups_of(none, &[1; 20]), [(None, 20)]);
    assert_eq!(groups_of(none, &[1, 1, 2]), [(None, 3), (None, 1)]);
}

#[test]
fn a_further_group_comes_only_when_the_dated_ones_are_full() {
    let courses = format!("{COURSE}{{start: 2027-03-03, pladser: 6, ledige: 2}}]}}\n");
    assert_eq!(groups_of(&courses, &[1; 9]), [(Some(0), 2), (None, 6), (None, 1)]);
}

#[test]
fn a_clash_that_no_other_group_avoids_is_told_with_its_courses() {
    let courses = "  - {nummer: 1, titel: T, form: amu, områder: [a], hold: [{start: 2027-03-03, slut: 2027-03-05}]}\n  \
                   - {nummer: 2, titel: U, form: amu, områder: [b], hold: [{start: 2027-03-05}]}\n";
    let mut department = by_hand(courses, &[2]);
    // One needs the first course, the other the second; together they empty the office on the fifth.
    department.people[1].levels.swap(0, 1);
    let demand = Demand::of(&department, Some(TODAY));
    let schedule = Schedule::of(&demand, &department, Some(TODAY));
    let both: Vec<CourseIndex> = vec![CourseIndex(0), CourseIndex(1)];
    assert_eq!(schedule.clashes, [Clash::OfficeEmpty(SchoolIndex(0), both.clone())]);
    assert!(!schedule.cut_short, "all was tried");
    // One person needs both.
    let levels = department.people[1].levels.remove(1);
    department.people.truncate(1);
    department.people[0].levels[1] = levels;
    let demand = Demand::of(&department, Some(TODAY));
    let schedule = Schedule::of(&demand, &department, Some(TODAY));
    assert_eq!(schedule.clashes, [Clash::TwoAtOnce(0, both)]);
}

#[test]
fn overlapping_sessions_of_one_course_don_t_empty_an_office() {
    // The first two share a day; the third is free of both.
    let courses = format!(
        "{COURSE}{{start: 2027-03-03, slut: 2027-03-04}}, {{start: 2027-03-04, slut: 2027-03-05}}, {{start: 2027-03-08}}]}}\n"
    );
    assert_eq!(groups_of(&courses, &[2]), [(Some(0), 1), (Some(2), 1)]);
}

/// So many steps take less than a second on any machine.
const FEW_STEPS: u64 = 60_000_000;

/// A list of a provider: 60 sessions, of which some have two seats left and most one. There
/// are more sets of as many sessions as are needed than anybody can list.
#[test]
fn a_long_list_of_sessions_takes_a_limited_number_of_steps() {
    for people in [20, 30, 40] {
        let first = date(2027, 4, 1);
        let sessions: Vec<String> = (0..60)
            .map(|i| {
                let day = first.checked_add(jiff::Span::new().days(4 * i)).expect("a date");
                format!("{{start: {day}, pladser: 16, ledige: {}}}", if i >= 60 - people / 2 { 2 } else { 1 })
            })
            .collect();
        let courses = format!("{COURSE}{}]}}\n", sessions.join(", "));
        let schools = vec![usize::try_from(people / 5).expect("few"); 5];
        let department = by_hand(&courses, &schools);
        let schedule = Schedule::of(&Demand::of(&department, Some(TODAY)), &department, Some(TODAY));
        assert!(schedule.steps < FEW_STEPS, "{}", schedule.steps);
        assert_eq!(schedule.clashes, []);
        assert!(!schedule.cut_short);
        let groups = &schedule.courses[0].groups;
        assert_eq!(groups.len() as i64, people / 2, "as few as possible");
        assert!(groups.iter().all(|group| group.people.len() == 2), "{groups:?}");
    }
}

/// Each of many people needs each of many courses, which could all be on one day; and one
/// clash can't be avoided, so that all arrangements would have to be tried. A thread with a
/// small stack shows that none of it is recursion.
#[test]
fn a_deep_search_is_given_up_and_says_so() {
    let count = 20;
    let mut areas: Vec<String> = (0..count).map(|i| format!("o{i}")).collect();
    let mut courses = String::new();
    for i in 0..count {
        let day = date(2027, 3, 3)
            .checked_add(jiff::Span::new().days(3 * i64::try_from(i).expect("few")))
            .expect("a date");
        courses += &format!(
            "  - {{nummer: {i}, titel: T, form: amu, områder: [o{i}], hold: [{{start: {day}}}, {{start: 2027-11-03}}]}}\n"
        );
    }
    for area in ["x", "y"] {
        areas.push(area.to_owned());
        courses += &format!(
            "  - {{nummer: {area}, titel: T, form: amu, områder: [{area}], hold: [{{start: 2027-11-03}}]}}\n"
        );
    }
    let all: Vec<String> = (0..count).map(|i| format!("o{i}: 0 til 1")).collect();
    let department = by_hand_with(&areas, &courses, &[21, 21, 21, 21, 21, 2], |school, person| {
        match (school, person) {
            // The last school has two, who are both away on the only day of two courses.
            (5, 0) => "x: 0 til 1, o0: 0 til 1".to_owned(),
            (5, _) => "y: 0 til 1".to_owned(),
            // Somebody stays at home.
            (_, 20) => "o0: 0".to_owned(),
            _ => all.join(", "),
        }
    });
    let demand = Demand::of(&department, Some(TODAY));
    let once = || {
        std::thread::scope(|scope| {
            let on_small_stack = std::thread::Builder::new().stack_size(256 * 1024);
            let run = || Schedule::of(&demand, &department, Some(TODAY));
            on_small_stack.spawn_scoped(scope, run).expect("a thread").join().expect("a schedule")
        })
    };
    let schedule = once();
    assert!(schedule.steps < FEW_STEPS, "{}", schedule.steps);
    assert_eq!(
        schedule.clashes,
        [Clash::OfficeEmpty(SchoolIndex(5), vec![CourseIndex(count), CourseIndex(count + 1)])]
    );
    assert!(schedule.cut_short);
    let placed: usize =
        schedule.courses.iter().flat_map(|course| &course.groups).map(|g| g.people.len()).sum();
    assert_eq!(placed, 5 * 20 * count + 3, "everybody has a place all the same");
    assert_eq!(schedule.courses, once().courses, "the same files give the same groups");
}
