//! Groups (*hold*) of small random departments, compared with the best of all arrangements.

use std::collections::BTreeSet;
use std::fs;

use jiff::civil::{Date, date};
use proptest::prelude::*;
use spind::analysis::{Absences, Analysis};
use spind::analysis::{
    CandidateOutcome, Clash, CourseGroups, Obstacle, Reason, leaves_the_office, office_sizes,
};
use spind::analysis::{CourseChoice, open_sessions};
use spind::department::SchoolIndex;
use spind::department::profile::{Activity, Status, What};
use spind::department::{self, Department};
use spind::department::{CourseIndex, Session};
use spind::problem::Problems;
use spind::source::{Place, Placed};

use crate::cases;
use crate::random_departments::{Kind, small, vary};
use crate::rng::Rng;

/// Sessions before this day are over; some of the random ones are.
const TODAY: Date = date(2027, 3, 2);
/// Arrangements that are tried for a department; one that has more is left out.
const MOST_ARRANGEMENTS: usize = 4_000;

/// How far lines are, so that there is something to place.
const STATUSES: [Status; 5] =
    [Status::Proposed, Status::Agreed, Status::Enrolled, Status::Enrolled, Status::Started];

/// What arrangements are compared by, in this order: people in two places at once, empty
/// offices, people without a date, people alone on whole days, deadlines missed, classes
/// of our own, wishes not met, days until the sessions begin.
type Value = [i64; 8];

/// Somebody and the sessions she can be in; `None` is no date.
struct Free {
    person: usize,
    course: CourseIndex,
    deadline: Option<Date>,
    sessions: Vec<Option<usize>>,
}

/// One person in one session.
#[derive(Clone, Copy)]
struct Seat {
    person: usize,
    course: CourseIndex,
    session: usize,
}

/// The days of the month on which anything happens.
fn days() -> impl Iterator<Item = Date> {
    (1..12).map(|day| date(2027, 3, day))
}

fn covers(session: &Session, day: Date) -> bool {
    if session.blocks.is_empty() {
        return (session.start..=session.end.unwrap_or(session.start)).contains(&day);
    }
    session.blocks.iter().any(|block| block.first <= day && day <= block.last)
}

/// Those who may be placed, and those who have their seats.
fn people(department: &Department, analysis: &Analysis) -> (Vec<Free>, Vec<Seat>) {
    let (mut free, mut seated) = (Vec::new(), Vec::new());
    for (person, choices) in analysis.choices.iter().enumerate() {
        for choice in choices.to_come() {
            let course = &department.catalogue.courses[choice.course.0];
            let known = choice.known_session(course);
            if choice.progress.has_a_seat() {
                seated.extend(known.map(|session| Seat { person, course: choice.course, session }));
                continue;
            }
            let open = open_sessions(course, Some(TODAY)).into_iter();
            let open = open.filter(|&session| choice.session.is_none() || known == Some(session));
            let sessions = open.map(Some).chain([None]).collect();
            let CourseChoice { course, deadline, .. } = *choice;
            free.push(Free { person, course, deadline, sessions });
        }
    }
    (free, seated)
}

/// What an arrangement is worth; `None` where a session has too few seats.
fn value(department: &Department, free: &[Free], at: &[Option<usize>], seated: &[Seat]) -> Option<Value> {
    let courses = &department.catalogue.courses;
    let session = |seat: &Seat| &courses[seat.course.0].sessions[seat.session];
    let placed = free.iter().zip(at).filter_map(|(who, session)| {
        Some(Seat { person: who.person, course: who.course, session: (*session)? })
    });
    let placed: Vec<Seat> = placed.collect();
    for seat in &placed {
        let count = |seats: &[Seat]| {
            seats.iter().filter(|other| (other.course, other.session) == (seat.course, seat.session)).count()
        };
        let it = session(seat);
        let taken = if it.free_seats.is_some() { 0 } else { count(seated) };
        let seats =
            it.free_seats.or(it.seats).map_or(usize::MAX, |seats| (seats as usize).saturating_sub(taken));
        if count(&placed) > seats {
            return None;
        }
    }
    let offices = office_sizes(department);
    let school = |person: usize| department.people[person].school.0;
    let all: Vec<Seat> = seated.iter().chain(&placed).copied().collect();
    let mut value = [0; 8];
    for day in days() {
        let away: Vec<usize> =
            all.iter().filter(|seat| covers(session(seat), day)).map(|seat| seat.person).collect();
        let people: BTreeSet<usize> = away.iter().copied().collect();
        value[0] += (away.len() - people.len()) as i64;
        value[1] += (0..offices.len())
            .filter(|&i| offices[i] >= 2 && people.iter().filter(|&&p| school(p) == i).count() >= offices[i])
            .count() as i64;
    }
    let first = free.iter().flat_map(|who| &courses[who.course.0].sessions);
    let seated_first = seated.iter().flat_map(|seat| &courses[seat.course.0].sessions);
    let first = first.chain(seated_first).map(|session| session.start).min();
    let wishes = &department.settings.preferences;
    for (who, at) in free.iter().zip(at) {
        let Some(at) = at else {
            value[2] += 1;
            continue;
        };
        let it = &courses[who.course.0].sessions[*at];
        let town = department.settings.schools[school(who.person)].town.as_ref();
        let far = it.town.is_some() && town.is_some() && it.town.as_ref() != town;
        value[3] += i64::from(offices[school(who.person)] < 2 && !it.half_days);
        value[4] += i64::from(who.deadline.is_some_and(|deadline| it.end.unwrap_or(it.start) > deadline));
        value[6] += i64::from(wishes.half_days && !it.half_days) + i64::from(wishes.near && far);
        value[7] += first.map_or(0, |first| i64::from((it.start - first).get_days()));
    }
    let held: BTreeSet<(CourseIndex, usize)> = all
        .iter()
        .filter(|seat| courses[seat.course.0].is_own_class())
        .map(|seat| (seat.course, seat.session))
        .collect();
    value[5] = held.len() as i64;
    Some(value)
}

/// The best value that any arrangement has; `None` where there are too many to try.
fn best(department: &Department, free: &[Free], seated: &[Seat]) -> Option<Value> {
    let count = free.iter().try_fold(1_usize, |all, who| all.checked_mul(who.sessions.len()))?;
    if count > MOST_ARRANGEMENTS {
        return None;
    }
    let arrangement = |mut number: usize| {
        let mut at = Vec::new();
        for who in free {
            at.push(who.sessions[number % who.sessions.len()]);
            number /= who.sessions.len();
        }
        at
    };
    (0..count).filter_map(|number| value(department, free, &arrangement(number), seated)).min()
}

/// Where the groups put somebody.
fn session_of(groups: &[CourseGroups], person: usize, course: CourseIndex) -> Option<usize> {
    let of_course = groups.iter().find(|groups| groups.course == course).expect("the course has groups");
    of_course.groups.iter().find(|group| group.people.contains(&person)).expect("she is in one").session
}

proptest! {
    #![proptest_config(cases::config(150))]

    #[test]
    fn no_other_arrangement_is_better_in_any_rank(
        department in prop_oneof![
            small(Kind { schools: 1..3, people: 1..3, courses: 1..4, areas_of_a_course: 2, wishes: 7, other_ways: 1, smallest_group: 5 }),
            small(Kind { schools: 1..3, people: 1..4, courses: 1..3, areas_of_a_course: 2, wishes: 6, other_ways: 1, smallest_group: 5 }),
        ],
        seed in any::<u64>(),
    ) {
        let mut department = department.read();
        vary(&mut department, &STATUSES, &mut Rng(seed));
        let analysis = Analysis::of(&department, Some(TODAY));
        let (free, seated) = people(&department, &analysis);
        let groups = &analysis.schedule.courses;
        for need in &analysis.demand.courses {
            prop_assert!(leaves_the_office(department.catalogue.courses[need.course.0].form));
            let of_course = groups.iter().find(|groups| groups.course == need.course).expect("groups");
            let placed = of_course.groups.iter().flat_map(|group| &group.people).chain(&of_course.unknown);
            let mut placed: Vec<usize> = placed.copied().collect();
            placed.sort_unstable();
            prop_assert_eq!(&placed, &need.people, "everybody once");
        }
        for seat in &seated {
            prop_assert_eq!(session_of(groups, seat.person, seat.course), Some(seat.session), "she stays");
        }
        let at: Vec<Option<usize>> =
            free.iter().map(|who| session_of(groups, who.person, who.course)).collect();
        let ours = value(&department, &free, &at, &seated);
        prop_assert!(ours.is_some(), "seats are kept");
        if let Some(best) = best(&department, &free, &seated) {
            prop_assert_eq!(ours, Some(best), "{:?}", groups);
        }
        for (who, at) in free.iter().zip(&at) {
            let of_course = groups.iter().find(|groups| groups.course == who.course).expect("groups");
            let told = of_course.reasons.iter().any(|reason| {
                reason.outcome == CandidateOutcome::WithoutDate && reason.people.contains(&who.person)
            });
            prop_assert_eq!(told, at.is_none(), "whoever has no date is told why");
        }
    }
}

/// A department whose catalogue is `courses`, with so many people at each of the
/// schools, who all want more in the area `a`.
fn by_hand(courses: &str, schools: &[usize]) -> Department {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("written");
    };
    let names: Vec<String> = (0..schools.len()).map(|i| format!("{{navn: Skole {i}}}")).collect();
    write("afdeling.yaml", &format!("navn: Afdelingen\nskoler: [{}]\n", names.join(", ")));
    write(
        "rollemodel.yaml",
        "navn: Modellen\nskala: [{niveau: 0, navn: Nej}, {niveau: 1, navn: Ja}]\n\
         områder: {a: {navn: A}, b: {navn: B}, c: {navn: C}}\n",
    );
    write("kurser.yaml", &format!("kurser:\n{courses}"));
    for (school, &people) in schools.iter().enumerate() {
        for i in 0..people {
            let profile = format!("navn: Navn {school} {i}\nskole: Skole {school}\nprofil: {{a: 0 til 1}}\n");
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
    let analysis = Analysis::of(&by_hand(courses, schools), Some(TODAY));
    assert_eq!(analysis.schedule.clashes, []);
    let [only] = &analysis.schedule.courses[..] else { panic!("{analysis:?}") };
    only.groups.iter().map(|group| (group.session, group.people.len())).collect()
}

const COURSE: &str = "  - {nummer: 1, titel: T, form: amu, områder: [a], hold: [";
const OWN: &str = "  - {nummer: 1, titel: T, form: intern, områder: [a], hold: [";

#[test]
fn a_school_of_one_takes_half_days_though_they_are_later() {
    let courses = format!(
        "{COURSE}{{start: 2027-03-03, pladser: 9}}, {{start: 2027-03-10, pladser: 9, halvdage: ja}}]}}\n"
    );
    assert_eq!(groups_of(&courses, &[1]), [(Some(1), 1)]);
    assert_eq!(groups_of(&courses, &[2, 2]), [(Some(0), 2), (Some(1), 2)]);
    // Of a school that must be split, whoever it is; the one who is alone goes where half days are.
    assert_eq!(groups_of(&courses, &[2, 1]), [(Some(0), 1), (Some(1), 2)]);
}

#[test]
fn two_dates_of_a_provider_cost_nothing_and_two_classes_of_our_own_do() {
    let sessions = "{start: 2027-03-03, pladser: 2}, {start: 2027-03-10, pladser: 9}]}\n";
    assert_eq!(groups_of(&format!("{COURSE}{sessions}"), &[1, 1, 1]), [(Some(0), 2), (Some(1), 1)]);
    assert_eq!(groups_of(&format!("{OWN}{sessions}"), &[1, 1, 1]), [(Some(1), 3)]);
    let bought = format!("{COURSE}{sessions}").replace("områder", "eget_hold: ja, områder");
    assert_eq!(groups_of(&bought, &[1, 1, 1]), [(Some(1), 3)]);
    let open = format!("{OWN}{sessions}").replace("områder", "eget_hold: nej, områder");
    assert_eq!(groups_of(&open, &[1, 1, 1]), [(Some(0), 2), (Some(1), 1)]);
}

#[test]
fn fewer_seats_on_one_date_never_make_the_plan_better() {
    // Both dates are open; an office is parted, though all would fit on the first.
    let both = format!("{COURSE}{{start: 2027-03-03, pladser: 12}}, {{start: 2027-03-10, pladser: 12}}]}}\n");
    assert_eq!(groups_of(&both, &[3, 3]), [(Some(0), 4), (Some(1), 2)]);
}

#[test]
fn sessions_that_are_over_or_full_are_not_used() {
    let over = format!("{COURSE}{{start: 2027-03-01, pladser: 9}}, {{start: 2027-03-02, pladser: 9}}]}}\n");
    assert_eq!(groups_of(&over, &[1]), [(Some(1), 1)]);
    let full = format!("{COURSE}{{start: 2027-03-03, pladser: 9, ledige: 0}}, {{start: 2027-03-10}}]}}\n");
    assert_eq!(groups_of(&full, &[1]), [(Some(1), 1)]);
    let all_full = format!("{COURSE}{{start: 2027-03-03, pladser: 2, ledige: 0}}]}}\n");
    assert_eq!(groups_of(&all_full, &[1, 1, 1]), [(None, 3)]);
}

#[test]
fn further_classes_of_our_own_are_as_large_as_the_largest_and_part_an_office() {
    let full = format!("{OWN}{{start: 2027-03-03, pladser: 6, ledige: 2}}]}}\n");
    assert_eq!(groups_of(&full, &[1; 9]), [(Some(0), 2), (None, 4), (None, 3)]);
    let none = "  - {nummer: 1, titel: T, form: intern, områder: [a]}\n";
    assert_eq!(groups_of(none, &[1; 20]), [(None, 20)]);
    assert_eq!(groups_of(none, &[1, 1, 2]), [(None, 2), (None, 2)]);
}

#[test]
fn who_would_leave_an_office_empty_has_no_date_and_is_told_why() {
    let courses = format!("{COURSE}{{start: 2027-03-03, pladser: 9}}]}}\n");
    let analysis = Analysis::of(&by_hand(&courses, &[2]), Some(TODAY));
    let reasons = &analysis.schedule.courses[0].reasons;
    let expected = Reason {
        against: vec![(0, Obstacle::OfficeEmpty)],
        outcome: CandidateOutcome::WithoutDate,
        people: vec![1],
    };
    assert_eq!(reasons, &[expected]);
    let one_seat =
        format!("{COURSE}{{start: 2027-03-03, pladser: 1}}, {{start: 2027-03-10, pladser: 9}}]}}\n");
    let analysis = Analysis::of(&by_hand(&one_seat, &[1, 1]), Some(TODAY));
    let reasons = &analysis.schedule.courses[0].reasons;
    assert_eq!(reasons[0].against, [(0, Obstacle::Full)]);
    assert_eq!(reasons[0].outcome, CandidateOutcome::Placed);
}

#[test]
fn nobody_is_away_between_the_blocks_of_a_session() {
    let blocks = "blokke: [2027-03-09 til 2027-03-10, 2027-03-22]";
    let department = by_hand(&format!("{COURSE}{{start: 2027-03-09, {blocks}}}]}}\n"), &[1]);
    let analysis = Analysis::of(&department, Some(TODAY));
    let absences = Absences::of(&analysis.schedule, &analysis.demand, &department);
    let expected = [(9, 10), (22, 22)].map(|(first, last)| (date(2027, 3, first), date(2027, 3, last)));
    let away: Vec<_> = absences.all.iter().map(|absence| (absence.first, absence.last)).collect();
    assert_eq!(away, expected);
    let empty: Vec<_> = absences.empty.iter().map(|empty| (empty.first, empty.last)).collect();
    assert_eq!(empty, expected);
}

/// Gives the person a line for the first course.
fn line(
    department: &mut Department,
    person: usize,
    status: Status,
    start: Option<Date>,
    deadline: Option<Date>,
) {
    let place = Place::whole(&department.people[person].file);
    department.people[person].plan.push(Activity {
        goal: None,
        success: None,
        area: None,
        what: What::Course(CourseIndex(0)),
        responsible: None,
        leader_does: None,
        deadline,
        deadline_place: None,
        session: start.map(|value| Placed { value, place }),
        stand_in: None,
        status: Some(status),
        notes: Vec::new(),
    });
}

#[test]
fn the_enrolled_stay_and_take_no_free_seat_and_the_others_keep_their_deadlines() {
    let courses = format!(
        "{COURSE}{{start: 2027-03-03, pladser: 9, ledige: 1}}, {{start: 2027-03-10, pladser: 9}}]}}\n"
    );
    let mut department = by_hand(&courses, &[1, 1, 1, 1]);
    line(&mut department, 0, Status::Enrolled, Some(date(2027, 3, 3)), None);
    line(&mut department, 1, Status::Enrolled, None, None);
    // The one seat goes to whoever has a deadline, though she comes last.
    line(&mut department, 3, Status::Agreed, None, Some(date(2027, 3, 5)));
    let analysis = Analysis::of(&department, Some(TODAY));
    let groups = &analysis.schedule.courses[0];
    let people: Vec<(Option<usize>, &[usize], usize)> =
        groups.groups.iter().map(|group| (group.session, &group.people[..], group.enrolled)).collect();
    assert_eq!(people, [(Some(0), &[0, 3][..], 1), (Some(1), &[2][..], 0)]);
    assert_eq!(groups.unknown, [1]);
}

#[test]
fn what_enrolments_can_not_avoid_is_told_with_its_courses() {
    let courses = format!("{COURSE}{{start: 2027-03-03}}]}}\n");
    let mut department = by_hand(&courses, &[2]);
    for person in 0..2 {
        line(&mut department, person, Status::Enrolled, Some(date(2027, 3, 3)), None);
    }
    let schedule = Analysis::of(&department, Some(TODAY)).schedule;
    assert_eq!(schedule.clashes, [Clash::OfficeEmpty(SchoolIndex(0), vec![CourseIndex(0)])]);
}
