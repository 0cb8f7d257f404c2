//! Small random departments for property tests.

use std::fmt::Write as _;
use std::fs;
use std::ops::Range;
use std::path::Path;

use jiff::ToSpan;
use jiff::civil::date;
use proptest::prelude::*;
use spind::department::CourseIndex;
use spind::department::Period;
use spind::department::profile::{Activity, Status, What};
use spind::department::{self, Department};
use spind::problem::Problems;
use spind::source::{Place, Placed};

use crate::rng::Rng;

/// What kind of departments to make.
#[derive(Clone, Debug)]
pub struct Kind {
    /// Schools.
    pub schools: Range<usize>,
    /// People of each school.
    pub people: Range<usize>,
    /// Courses.
    pub courses: Range<usize>,
    /// Areas that a course may cover.
    pub areas_of_a_course: usize,
    /// Of ten people, how many want more in an area.
    pub wishes: u32,
    /// Of ten gaps, how many are planned another way than by a course.
    pub other_ways: u32,
    /// The smallest group whose figures may be printed.
    pub smallest_group: u32,
}

/// Areas of each of them.
pub const AREAS: usize = 3;
/// The highest level of their scale, which begins with 0.
pub const HIGHEST: i64 = 5;

/// A department as its files describe it.
#[derive(Clone, Debug)]
pub struct Small {
    kind: Kind,
    schools: Vec<Vec<Person>>,
    courses: Vec<Course>,
    budget: u32,
}

#[derive(Clone, Debug)]
struct Person {
    areas: Vec<Area>,
    teaches: bool,
    /// A course that the plan names although it closes no gap of hers.
    extra: Option<usize>,
}

#[derive(Clone, Debug)]
struct Area {
    /// The level now and the level wanted.
    levels: (i64, i64),
    needed: bool,
    other_way: bool,
}

#[derive(Clone, Debug)]
struct Course {
    areas: Vec<usize>,
    price: Option<u32>,
    sessions: Vec<Session>,
}

#[derive(Clone, Debug)]
struct Session {
    first_day: u32,
    days: u32,
    seats: Option<u32>,
    free: Option<u32>,
    half_days: bool,
}

fn area(kind: &Kind) -> impl Strategy<Value = Area> + use<> {
    (
        prop::bool::weighted(f64::from(kind.wishes) / 10.0),
        0..=HIGHEST,
        0..=HIGHEST,
        any::<bool>(),
        prop::bool::weighted(f64::from(kind.other_ways) / 10.0),
    )
        .prop_map(|(gap, one, other, needed, other_way)| {
            let (low, high) = (one.min(other), one.max(other));
            let levels = match gap {
                true if low == high => (low.min(HIGHEST - 1), low.min(HIGHEST - 1) + 1),
                true => (low, high),
                // Most stay where they are.
                false if other % 3 > 0 => (one, one),
                false => (high, low),
            };
            Area { levels, needed, other_way }
        })
}

fn person(kind: &Kind) -> impl Strategy<Value = Person> + use<> {
    (prop::collection::vec(area(kind), AREAS), any::<bool>(), prop::option::weighted(0.05, 0..3_usize))
        .prop_map(|(areas, teaches, extra)| Person { areas, teaches, extra })
}

fn session() -> impl Strategy<Value = Session> {
    (1..7_u32, 0..3_u32, prop::option::of(1..5_u32), prop::option::of(0..4_u32), any::<bool>()).prop_map(
        |(first_day, days, seats, free, half_days)| Session { first_day, days, seats, free, half_days },
    )
}

fn course(kind: &Kind) -> impl Strategy<Value = Course> + use<> {
    let areas = prop::sample::subsequence((0..AREAS).collect::<Vec<_>>(), 1..=kind.areas_of_a_course);
    (areas, prop::option::weighted(0.8, 1..4_u32), prop::collection::vec(session(), 0..4))
        .prop_map(|(areas, price, sessions)| Course { areas, price, sessions })
}

/// Departments of a kind.
pub fn small(kind: Kind) -> impl Strategy<Value = Small> {
    let school = prop::collection::vec(person(&kind), kind.people.clone());
    let schools = prop::collection::vec(school, kind.schools.clone());
    let courses = prop::collection::vec(course(&kind), kind.courses.clone());
    (schools, courses, 1..20_u32).prop_map(move |(schools, courses, budget)| Small {
        kind: kind.clone(),
        schools,
        courses,
        budget,
    })
}

/// The name of an area, a school or a person that occurs in no document's own words.
pub fn name(what: &str, number: usize) -> String {
    let letter = char::from(b'a' + u8::try_from(number % 26).expect("a letter"));
    format!("{what}q{letter}{number}")
}

/// Gives some people lines for some courses, so far as one of `statuses` says, and courses
/// and the department all that decides about dates.
pub fn vary(department: &mut Department, statuses: &[Status], rng: &mut Rng) {
    let courses = department.catalogue.courses.len();
    for course in &mut department.catalogue.courses {
        course.own_class = [None, Some(true)][rng.below(2)];
        for session in &mut course.sessions {
            // Its first and its last day, with a free day or more between them.
            if session.start + 2.days() <= session.last_day() && rng.below(2) == 0 {
                let days = [session.start, session.last_day()];
                session.blocks = days.map(|day| Period { first: day, last: day }).to_vec();
            }
            session.town = [None, Some("A".to_owned()), Some("B".to_owned())][rng.below(3)].clone();
        }
    }
    for school in &mut department.settings.schools {
        school.town = [Some("A".to_owned()), Some("B".to_owned())][rng.below(2)].clone();
    }
    department.settings.preferences.half_days = rng.below(2) == 0;
    department.settings.preferences.near = rng.below(2) == 0;
    for i in 0..department.people.len() {
        if courses == 0 || rng.below(3) > 0 {
            continue;
        }
        let course = rng.below(courses);
        let sessions = &department.catalogue.courses[course].sessions;
        let start =
            (!sessions.is_empty() && rng.below(3) > 0).then(|| sessions[rng.below(sessions.len())].start);
        let person = &mut department.people[i];
        let place = Place::whole(&person.file);
        person.plan.push(Activity {
            goal: None,
            success: None,
            area: None,
            what: What::Course(CourseIndex(course)),
            responsible: None,
            leader_does: None,
            deadline: (rng.below(2) == 0)
                .then(|| date(2027, 3, i8::try_from(2 + rng.below(8)).expect("a day"))),
            deadline_place: None,
            session: start.map(|value| Placed { value, place }),
            stand_in: None,
            status: Some(statuses[rng.below(statuses.len())]),
            notes: Vec::new(),
        });
    }
}

impl Small {
    /// Writes its files to `folder`.
    pub fn write(&self, folder: &Path) {
        let write = |name: String, text: String| {
            let path = folder.join(name);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, text).expect("written");
        };
        let schools: Vec<String> =
            (0..self.schools.len()).map(|i| format!("{{navn: {}}}", name("Skole", i))).collect();
        write(
            "afdeling.yaml".into(),
            format!(
                "navn: Afdelingen\nperiode: 2026/27\nskoler: [{}]\nbudget: {}\nmindste_gruppe: {}\n",
                schools.join(", "),
                self.budget * 1000,
                self.kind.smallest_group,
            ),
        );
        let mut model = "navn: Modellen\nskala:\n".to_owned();
        for level in 0..=HIGHEST {
            let _ = writeln!(model, "  - {{niveau: {level}, navn: Trin {level}}}");
        }
        model.push_str("områder:\n");
        for i in 0..AREAS {
            let _ = writeln!(model, "  omr{i}: {{navn: {}}}", name("Emne", i));
        }
        write("rollemodel.yaml".into(), model);
        let mut catalogue = "kurser:\n".to_owned();
        for (i, course) in self.courses.iter().enumerate() {
            let areas: Vec<String> = course.areas.iter().map(|area| format!("omr{area}")).collect();
            let _ = writeln!(
                catalogue,
                "  - nummer: {}\n    titel: Kursus {i}\n    form: amu\n    områder: [{}]\n    dage: 1",
                1000 + i,
                areas.join(", ")
            );
            if let Some(price) = course.price {
                let _ = writeln!(catalogue, "    pris: {}", price * 100);
            }
            for (n, session) in course.sessions.iter().enumerate() {
                if n == 0 {
                    catalogue.push_str("    hold:\n");
                }
                let start = session.first_day;
                let _ = write!(
                    catalogue,
                    "      - {{start: 2027-03-{start:02}, slut: 2027-03-{:02}",
                    start + session.days
                );
                // More can't be free than there are.
                let free = session.free.map(|free| free.min(session.seats.unwrap_or(free)));
                for (key, value) in [("pladser", session.seats), ("ledige", free)] {
                    if let Some(value) = value {
                        let _ = write!(catalogue, ", {key}: {value}");
                    }
                }
                let _ = writeln!(catalogue, ", halvdage: {}}}", if session.half_days { "ja" } else { "nej" });
            }
        }
        if self.courses.is_empty() {
            catalogue = "kurser: []\n".into();
        }
        write("kurser.yaml".into(), catalogue);
        let mut number = 0;
        for (s, people) in self.schools.iter().enumerate() {
            for person in people {
                write(format!("skole{s}/person{number}.yaml"), self.profile(person, s, number));
                number += 1;
            }
        }
    }

    fn profile(&self, person: &Person, school: usize, number: usize) -> String {
        let mut text = format!("navn: {}\nskole: {}\nprofil:\n", name("Navn", number), name("Skole", school));
        for (i, area) in person.areas.iter().enumerate() {
            let ((current, wanted), priority) = (area.levels, if area.needed { "nødvendig" } else { "rar" });
            let _ = writeln!(text, "  omr{i}: {{nu: {current}, ønsket: {wanted}, vigtighed: {priority}}}");
        }
        let mut lines = String::new();
        for (i, _) in person
            .areas
            .iter()
            .enumerate()
            .filter(|(_, area)| area.levels.0 < area.levels.1 && area.other_way)
        {
            let _ = writeln!(lines, "  - {{mål: Øver {i}, område: omr{i}, aktivitet: Øver selv}}");
        }
        if let Some(course) = person.extra.filter(|&course| course < self.courses.len()) {
            let _ = writeln!(lines, "  - {{mål: Mere, kursus: {}}}", 1000 + course);
        }
        if !lines.is_empty() {
            let _ = write!(text, "plan:\n{lines}");
        }
        if person.teaches {
            text.push_str("samtykke: {oplærer: ja}\n");
        }
        text
    }

    /// Writes and reads it.
    pub fn read(&self) -> Department {
        let folder = tempfile::tempdir().expect("a folder");
        self.write(folder.path());
        let mut problems = Problems::default();
        let reading = department::read(folder.path(), None, &mut problems).expect("a folder");
        assert!(!problems.any_error(), "{problems:#?}");
        reading.department.expect("a department")
    }
}
