//! How long it takes to place everybody of a large department in sessions.
//!
//! `cargo bench --bench groups` prints a line for each department.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;
use std::time::Instant;

use jiff::civil::date;
use spind::analysis::Analysis;
use spind::department::{self, Department};
use spind::problem::Problems;

/// A department to be placed.
struct Size {
    people: usize,
    courses: usize,
    /// Sessions of each course.
    sessions: usize,
    /// Seats of each session.
    seats: usize,
}

const AREAS: usize = 12;
/// People of each school, in turn.
const OFFICES: [usize; 5] = [1, 2, 2, 3, 4];

fn main() -> io::Result<()> {
    let sizes = [
        // 35 people, 52 sessions in all.
        Size { people: 35, courses: 13, sessions: 4, seats: 6 },
        // Sessions enough for everybody, and too few.
        Size { people: 400, courses: 60, sessions: 60, seats: 8 },
        Size { people: 400, courses: 60, sessions: 1, seats: 12 },
        Size { people: 400, courses: 60, sessions: 3, seats: 8 },
    ];
    for size in sizes {
        let department = department(&size)?;
        let begun = Instant::now();
        let analysis = Analysis::of(&department, Some(date(2026, 8, 1)));
        let seconds = begun.elapsed().as_secs_f64();
        let groups = || analysis.schedule.courses.iter().flat_map(|course| &course.groups);
        let placed: usize = groups().filter(|g| g.session.is_some()).map(|g| g.people.len()).sum();
        let without: usize = groups().filter(|g| g.session.is_none()).map(|g| g.people.len()).sum();
        println!(
            "{} people × {} courses × {} sessions: {seconds:.2} s ({placed} placed, {without} without a date)",
            size.people, size.courses, size.sessions
        );
    }
    Ok(())
}

/// Pseudorandom numbers that are the same in every run (splitmix64).
struct Rng(u64);

impl Rng {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % bound as u64).unwrap_or_default()
    }
}

/// A department whose people want much and have deadlines.
fn department(size: &Size) -> io::Result<Department> {
    let mut rng = Rng(7);
    let folder = tempfile::tempdir()?;
    let mut offices = Vec::new();
    while offices.iter().sum::<usize>() < size.people {
        offices.push(OFFICES[offices.len() % OFFICES.len()]);
    }
    let mut schools = String::new();
    for school in 0..offices.len() {
        let _ = writeln!(schools, "  - {{navn: Skole {school}, sted: By {}}}", school % 7);
    }
    let settings = format!(
        "navn: Afdelingen\nperiode: 2026/27\nforetræk: {{halvdage: ja, nærhed: ja}}\nskoler:\n{schools}"
    );
    fs::write(folder.path().join("afdeling.yaml"), settings)?;
    let mut model = "navn: Modellen\nskala: [{niveau: 0, navn: A}, {niveau: 1, navn: B}, {niveau: 2, navn: C}]\nområder:\n".to_owned();
    for area in 0..AREAS {
        let _ = writeln!(model, "  a{area}: {{navn: Område {area}}}");
    }
    fs::write(folder.path().join("rollemodel.yaml"), model)?;
    fs::write(folder.path().join("kurser.yaml"), catalogue(size, &mut rng))?;
    let mut people = 0;
    for (school, office) in offices.into_iter().enumerate() {
        for _ in 0..office {
            let path = folder.path().join(format!("skole{school}/person{people}.yaml"));
            write(&path, &profile(people, school, size, &mut rng))?;
            people += 1;
        }
    }
    let reading = department::read(folder.path(), None, &mut Problems::default())?;
    reading.department.ok_or_else(|| io::Error::other("no department"))
}

fn write(path: &Path, text: &str) -> io::Result<()> {
    path.parent().map_or(Ok(()), fs::create_dir_all)?;
    fs::write(path, text)
}

fn catalogue(size: &Size, rng: &mut Rng) -> String {
    let mut text = "kurser:\n".to_owned();
    for course in 0..size.courses {
        let form = if course % 6 == 0 { "intern" } else { "amu" };
        let _ = writeln!(
            text,
            "  - nummer: {}\n    titel: Kursus {course}\n    form: {form}\n    områder: [a{}]\n    hold:",
            40_000 + course,
            course % AREAS
        );
        for _ in 0..size.sessions {
            let start = date(2026, 9, 1) + jiff::Span::new().days(i64::try_from(rng.below(280)).unwrap_or(0));
            let end = start + jiff::Span::new().days(i64::try_from(rng.below(4)).unwrap_or(0));
            let half_days = if rng.below(3) == 0 { "ja" } else { "nej" };
            let town = rng.below(7);
            let _ = writeln!(
                text,
                "      - {{start: {start}, slut: {end}, sted: By {town}, pladser: {}, halvdage: {half_days}}}",
                size.seats
            );
        }
    }
    text
}

fn profile(number: usize, school: usize, size: &Size, rng: &mut Rng) -> String {
    let mut text = format!("navn: Person {number}\nskole: Skole {school}\nprofil:\n");
    for area in 0..AREAS {
        let wanted = if rng.below(2) == 0 { 2 } else { 1 };
        let _ = writeln!(text, "  a{area}: 1 til {wanted}");
    }
    text.push_str("plan:\n");
    for _ in 0..3 {
        let month = 1 + rng.below(6);
        let _ = writeln!(
            text,
            "  - {{kursus: {}, frist: 2027-0{month}-15, status: aftalt}}",
            40_000 + rng.below(size.courses)
        );
    }
    text
}
