//! The strategic plan without names: no figure on few people can be inferred.
//!
//! The tests play a reader who has the printed figures, the catalogue, the budget
//! and the size of the smallest group k, and who knows how the figures are made:
//!
//! 1. An area's number is the number of those with a gap in it. Each of them has
//!    one way: a course listed for the area, a course that the catalogue lacks
//!    (listed too), or another way (not listed). So: number = sum of the ways listed
//!    + others, each way listed at least 1, the others at least 0.
//! 2. A course's number is at least its part in each area, and at most the sum of
//!    its parts: who needs it for two areas is one person.
//! 3. »færre end k« is 1 to k − 1 (0 to k − 1 of those for whom an area is needed, which has
//!    no list); »vises ikke« is k or more, for an area any number.
//! 4. Price and length of a course are known, so cost and days are its number again;
//!    a total less what is shown is the cost of the others.
//! 5. Groups add up to their course's number; needed and not needed to the area's.
//!
//! Of levels another reader knows more than anybody can: how the program works, every
//! file but one person's levels in one area, and every edition with and without her. What
//! she could have written is tried: as long as another level makes the same document, no
//! number of documents tells which of the two it is. That goes for the whole document, so
//! for averages, totals, money and the order of rows. Whether she wants more at all, and so
//! how many do, can be told from two editions, which is why there is to be one a period.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::{Value, json};
use spind::analysis::Analysis;
use spind::analysis::Demand;
use spind::department::AreaIndex;
use spind::department::CourseIndex;
use spind::department::Department;
use spind::department::profile::AreaLevels;
use spind::document::view::strategy::{self, Audience};
use spind::language::{Language, Tag};
use spind::problem::Problems;

use crate::cases;
use crate::random_departments::{AREAS, HIGHEST, Kind, Small, name, small};

const FEWEST: usize = 3;
/// More people than any of the departments has.
const MANY: usize = 40;

/// A number of people as it is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Printed {
    Number(usize),
    TooFew,
    Withheld,
}

impl Printed {
    fn of(text: &Value) -> Self {
        let text = text.as_str().expect("a text").replace('\u{a0}', " ");
        match text.as_str() {
            "færre end 3" => Self::TooFew,
            "vises ikke" => Self::Withheld,
            number => Self::Number(number.replace('.', "").parse().unwrap_or_else(|_| panic!("{number:?}"))),
        }
    }

    /// The least and the most that it can be.
    fn range(self, least: usize) -> (usize, usize) {
        match self {
            Self::Number(number) => (number, number),
            Self::TooFew => (least, FEWEST - 1),
            Self::Withheld => (FEWEST, MANY),
        }
    }
}

fn departments() -> impl Strategy<Value = Small> {
    let one_area = Kind {
        schools: 2..4,
        people: 1..6,
        courses: 0..5,
        areas_of_a_course: 1,
        wishes: 5,
        other_ways: 2,
        smallest_group: u32::try_from(FEWEST).expect("small"),
    };
    let more_areas = Kind { areas_of_a_course: 3, other_ways: 1, wishes: 7, ..one_area.clone() };
    prop_oneof![small(one_area), small(more_areas)]
}

/// The reader's knowledge of an area.
#[derive(Debug)]
struct Area {
    people: Printed,
    needed: Printed,
    /// The courses listed for it.
    courses: Vec<usize>,
    /// Those without a course, where the plan mentions them.
    without: Option<Printed>,
}

/// The reader's knowledge of the department.
#[derive(Debug)]
struct Reader {
    areas: BTreeMap<usize, Area>,
    courses: BTreeMap<usize, Printed>,
}

impl Reader {
    fn of(view: &Value, department: &Department) -> Self {
        let index = |names: Vec<String>, wanted: &str| {
            names.iter().position(|name| name == wanted).unwrap_or_else(|| panic!("{wanted}"))
        };
        let area_index = |wanted: &Value| {
            let names = department.role_model.areas.iter().map(|area| area.name.clone()).collect();
            index(names, wanted.as_str().expect("a name"))
        };
        let course_index = |wanted: &str| {
            let all = department.catalogue.courses.iter();
            let names = all.map(|course| format!("{} {}", course.number, course.title)).collect();
            index(names, wanted)
        };
        let list = |view: &Value, name: &str| view[name].as_array().expect("a list").clone();
        let areas = list(view, "areas").into_iter().map(|line| {
            let ways = list(&line, "ways");
            let ways = ways.iter().map(|way| way.as_str().expect("a text"));
            let courses = ways.filter(|way| way.contains(" Kursus ")).map(course_index).collect();
            let without = list(view, "without_course").into_iter().find(|fact| fact["label"] == line["name"]);
            let without = without.map(|fact| {
                let value =
                    fact["value"].as_str().expect("a text").replace("Internt kursus eller netværk", "");
                match value.strip_prefix(" (medarbejdere: ") {
                    Some(people) => Printed::of(&Value::from(people.trim_end_matches(")."))),
                    None => Printed::Withheld,
                }
            });
            let (people, needed) = (Printed::of(&line["people"]), Printed::of(&line["needed"]));
            (area_index(&line["name"]), Area { people, needed, courses, without })
        });
        let courses = list(view, "courses").into_iter().map(|line| {
            let title = format!(
                "{} {}",
                line["number"].as_str().expect("official"),
                line["title"].as_str().expect("a title")
            );
            (course_index(&title), Printed::of(&line["people"]))
        });
        Self { areas: areas.collect(), courses: courses.collect() }
    }

    /// Whether all relations can hold where one of the figures is `fixed`.
    fn possible(&self, fixed: Fixed) -> bool {
        let courses: Vec<usize> = self.courses.keys().copied().collect();
        let mut least: BTreeMap<usize, usize> = BTreeMap::new();
        let mut most: BTreeMap<usize, usize> = BTreeMap::new();
        for (&area, seen) in &self.areas {
            let ways = seen.courses.len() + usize::from(seen.without.is_some());
            let (_, mut high) = seen.people.range(ways.max(1));
            if let Fixed::Area(which, people) = fixed
                && which == area
            {
                high = people;
            }
            let mut without = seen.without.map_or(0, |printed| printed.range(1).0);
            if let Fixed::Without(which, people) = fixed
                && which == area
            {
                without = people;
            }
            least.insert(area, without);
            most.insert(area, high);
        }
        self.fits(&courses, &mut least, &most, fixed)
    }

    /// Places the least parts of each course in its areas, one course after the other.
    fn fits(
        &self,
        courses: &[usize],
        sums: &mut BTreeMap<usize, usize>,
        most: &BTreeMap<usize, usize>,
        fixed: Fixed,
    ) -> bool {
        let Some((&course, rest)) = courses.split_first() else { return true };
        let areas: Vec<usize> = self
            .areas
            .iter()
            .filter(|(_, seen)| seen.courses.contains(&course))
            .map(|(&area, _)| area)
            .collect();
        let (mut low, mut high) = self.courses[&course].range(1);
        if let Fixed::Course(which, people) = fixed
            && which == course
        {
            (low, high) = (people, people);
        }
        // Parts between 1 and the course's number that add up to at least it.
        let mut parts = vec![1; areas.len()];
        loop {
            let fits_fixed = areas.iter().zip(&parts).all(|(&area, &part)| match fixed {
                Fixed::Part(c, a, people) if (c, a) == (course, area) => part == people,
                _ => true,
            });
            let largest = parts.iter().max().copied().unwrap_or(1);
            let enough = areas.is_empty() || parts.iter().sum::<usize>() >= low.max(largest);
            if fits_fixed && enough && largest <= high {
                let before = sums.clone();
                areas
                    .iter()
                    .zip(&parts)
                    .for_each(|(area, part)| *sums.get_mut(area).expect("an area") += part);
                let fits = sums.iter().all(|(area, sum)| *sum <= most[area]);
                if fits && self.fits(rest, sums, most, fixed) {
                    return true;
                }
                *sums = before;
            }
            // The next parts, none larger than is of use.
            let limit = |area: usize| most[&area].min(high).min(12);
            let Some(i) = (0..parts.len()).find(|&i| parts[i] < limit(areas[i])) else { return false };
            parts[i] += 1;
            parts[..i].fill(1);
        }
    }

    /// Whether a figure that is `truth` can be worked out: nothing else is possible.
    fn knows(&self, truth: usize, figure: impl Fn(usize) -> Fixed) -> bool {
        self.possible(figure(truth))
            && !(1..=truth + 3).any(|other| other != truth && self.possible(figure(other)))
    }
}

/// A figure that is tried.
#[derive(Clone, Copy, Debug)]
enum Fixed {
    Area(usize, usize),
    Course(usize, usize),
    /// Of a course in an area.
    Part(usize, usize, usize),
    /// Of those without a course in an area.
    Without(usize, usize),
}

fn plan(department: &Department) -> Value {
    plan_of(department, FEWEST)
}

fn plan_of(department: &Department, smallest_group: usize) -> Value {
    let audience = Audience::Anybody { smallest_group };
    let view = strategy::view(department, Language::of(Tag::Da), audience, &Analysis::of(department, None));
    serde_json::to_value(view).expect("a view is plain data")
}

/// All pairs of a level now and a level wanted.
fn all_levels() -> impl Iterator<Item = (i64, i64)> {
    (0..=HIGHEST).flat_map(|current| (0..=HIGHEST).map(move |wanted| (current, wanted)))
}

/// Her levels in an area.
fn levels(department: &mut Department, person: usize, area: usize) -> &mut AreaLevels {
    department.people[person].levels[area].as_mut().expect("filled in")
}

/// Whether other levels of hers, which `differ` from her own, make the same document.
/// Those nearest to her own are tried first.
fn hidden<D: PartialEq>(
    department: &mut Department,
    (person, area): (usize, usize),
    document: impl Fn(&Department) -> D,
    differ: impl Fn((i64, i64), (i64, i64)) -> bool,
) -> bool {
    let before = document(department);
    let own = levels(department, person, area).clone();
    let own_pair = (own.current, own.wanted);
    let mut others: Vec<(i64, i64)> = all_levels().filter(|&other| differ(own_pair, other)).collect();
    others.sort_by_key(|(current, wanted)| (current - own.current).abs() + (wanted - own.wanted).abs());
    let hidden = others.into_iter().any(|(current, wanted)| {
        *levels(department, person, area) = AreaLevels { current, wanted, ..own.clone() };
        document(department) == before
    });
    *levels(department, person, area) = own;
    hidden
}

/// Figures on the levels in an area that are not printed, with the number of people.
fn untold_figures(department: &Department, area: usize) -> Vec<(&'static str, usize)> {
    let pairs = || {
        let people = department.people.iter();
        people.filter_map(|person| person.levels[area].as_ref()).map(|levels| (levels.current, levels.wanted))
    };
    let count = |is_it: fn((i64, i64)) -> bool| pairs().filter(|&pair| is_it(pair)).count();
    vec![
        ("stand in the middle or above", count(|(current, _)| current >= 3)),
        ("stand below the middle", count(|(current, _)| current < 3)),
        ("stand at the top", count(|(current, _)| current == HIGHEST)),
        ("stand at the bottom", count(|(current, _)| current == 0)),
        ("want to climb one level", count(|(current, wanted)| wanted - current == 1)),
        ("want to climb more", count(|(current, wanted)| wanted - current > 1)),
        ("want less", count(|(current, wanted)| wanted < current)),
    ]
}

proptest! {
    #![proptest_config(cases::config(80))]

    #[test]
    fn no_figure_on_few_people_can_be_worked_out(department in departments()) {
        let department = department.read();
        let view = plan(&department);
        let demand = Analysis::of(&department, None).demand;
        let reader = Reader::of(&view, &department);
        let few = |people: usize| (1..FEWEST).contains(&people);

        for need in &demand.areas {
            let area = need.area.0;
            let seen = &reader.areas[&area];
            let people = need.people.len();
            // An area's number is also withheld where its ways are as many as its people.
            let withheld = seen.people == Printed::Withheld;
            prop_assert!(withheld || agrees(seen.people, people), "{seen:?} {people}");
            if few(people) {
                prop_assert!(!reader.knows(people, |n| Fixed::Area(area, n)), "area {area}: {reader:?}");
            }
            if let Some(without) = seen.without {
                prop_assert!(agrees(without, need.without_course.len()));
                if few(need.without_course.len()) {
                    let knows = reader.knows(need.without_course.len(), |n| Fixed::Without(area, n));
                    prop_assert!(!knows, "without {area}: {reader:?}");
                }
            }
            // An area's number less all printed figures leaves nothing, or
            // enough; less than nothing where someone takes a course for no gap.
            let for_no_gap = demand.courses.iter().any(|need| need.people.len() > need.areas.values().sum());
            if let Printed::Number(people) = seen.people && !for_no_gap {
                let listed = seen.courses.iter().filter_map(|course| match reader.courses[course] {
                    Printed::Number(told) if demand_areas(&demand, *course) == 1 => Some(told),
                    _ => None,
                });
                let without = match seen.without { Some(Printed::Number(told)) => told, _ => 0 };
                let told = listed.sum::<usize>() + without;
                prop_assert!(told >= people || people - told >= FEWEST, "{area}: {reader:?}");
            }
            needed_is_hidden(seen, people, need.needed)?;
        }
        for need in &demand.courses {
            let course = need.course.0;
            let people = need.people.len();
            prop_assert!(agrees(reader.courses[&course], people));
            if few(people) {
                prop_assert!(!reader.knows(people, |n| Fixed::Course(course, n)), "course {course}: {reader:?}");
            }
            for (&AreaIndex(area), &part) in &need.areas {
                if few(part) {
                    let knows = reader.knows(part, |n| Fixed::Part(course, area, n));
                    prop_assert!(!knows, "course {course} in area {area}: {reader:?}");
                }
            }
        }
        costs_reveal_no_more(&view, &demand, &department, &reader)?;
        rows_are_ordered_by_what_is_printed(&view, &reader, &department)?;
    }

    #[test]
    fn no_level_is_certain_however_much_else_is_known(
        department in departments(),
        who in prop::collection::vec((any::<prop::sample::Index>(), 0..AREAS), 3),
    ) {
        let mut department = department.read();
        for (person, area) in who {
            let place = (person.index(department.people.len()), area);
            prop_assert!(hidden(&mut department, place, plan, |own, other| own.0 != other.0), "now: {place:?}");
            prop_assert!(hidden(&mut department, place, plan, |own, other| own.1 != other.1), "wanted: {place:?}");
        }
    }

    #[test]
    fn no_figure_on_few_that_is_not_printed_can_be_worked_out(department in departments(), area in 0..AREAS) {
        let mut department = department.read();
        let before = plan(&department);
        for (figure, (what, people)) in untold_figures(&department, area).into_iter().enumerate() {
            if !(1..FEWEST).contains(&people) {
                continue;
            }
            // Another level of one person changes the figure and nothing that is printed.
            let found = (0..department.people.len()).any(|person| {
                let own = levels(&mut department, person, area).clone();
                let found = all_levels().any(|(current, wanted)| {
                    *levels(&mut department, person, area) = AreaLevels { current, wanted, ..own.clone() };
                    untold_figures(&department, area)[figure].1 != people && plan(&department) == before
                });
                *levels(&mut department, person, area) = own;
                found
            });
            prop_assert!(found, "{people} {what}: {before:#}");
        }
    }
}

proptest! {
    // A leaked name would be in most plans, so few cases suffice.
    #![proptest_config(cases::config(40))]

    #[test]
    fn neither_a_name_nor_a_school_is_in_the_plan(department in departments()) {
        let department = department.read();
        let text = plan(&department).to_string();
        for i in 0..department.people.len() {
            prop_assert!(!text.contains(&name("Navn", i)), "{text}");
        }
        for i in 0..department.settings.schools.len() {
            prop_assert!(!text.contains(&name("Skole", i)), "{text}");
        }
    }
}

/// How many areas the course is needed for.
fn demand_areas(demand: &Demand, course: usize) -> usize {
    let need = demand.courses.iter().find(|need| need.course == CourseIndex(course));
    need.map_or(0, |need| need.areas.len())
}

/// Whether the printed figure is true.
fn agrees(printed: Printed, people: usize) -> bool {
    match printed {
        Printed::Number(number) => number == people && people >= FEWEST,
        Printed::TooFew => people < FEWEST,
        Printed::Withheld => people >= FEWEST,
    }
}

/// Neither the number of those for whom an area is needed nor that of the others can be
/// inferred where it is small: several numbers would have been printed alike.
fn needed_is_hidden(seen: &Area, people: usize, needed: usize) -> Result<(), TestCaseError> {
    let print = |needed: usize| {
        let rest = people - needed;
        if needed >= FEWEST && (rest == 0 || rest >= FEWEST) {
            Printed::Number(needed)
        } else if people == FEWEST + 1 || needed >= FEWEST {
            Printed::Withheld
        } else {
            Printed::TooFew
        }
    };
    if matches!(seen.people, Printed::Number(_)) {
        prop_assert_eq!(seen.needed, print(needed));
        let alike = (0..=people).filter(|&n| print(n) == print(needed)).count();
        let small = [needed, people - needed].iter().any(|n| (1..FEWEST).contains(n));
        prop_assert!(!small || alike > 1, "{seen:?}");
    } else {
        prop_assert!(!matches!(seen.needed, Printed::Number(_)), "{seen:?}");
    }
    Ok(())
}

/// Costs, days, groups and totals reveal no more than the numbers of people.
fn costs_reveal_no_more(
    view: &Value,
    demand: &Demand,
    department: &Department,
    reader: &Reader,
) -> Result<(), TestCaseError> {
    for (line, need) in view["courses"].as_array().expect("courses").iter().zip(order(view, demand)) {
        let need = &demand.courses[need];
        let told = matches!(reader.courses[&need.course.0], Printed::Number(_));
        for figure in ["cost", "days"] {
            let text = line[figure].as_str().expect("a text");
            let number = text.starts_with(|c: char| c.is_ascii_digit());
            prop_assert!(text.is_empty() || number == told, "{line}");
        }
        let groups = line["groups"].as_array().expect("groups");
        prop_assert!(groups.is_empty() || told, "{line}");
        // More groups would reveal that some have one person.
        prop_assert!(line["why"].is_null() || groups.len() > 1, "{line}");
        for group in groups {
            // Only inside does a line name people or say why.
            prop_assert!(group["names"].is_null() && group["notes"] == json!([]), "{group}");
            let group = group["heading"].as_str().expect("a text");
            let people =
                group.split(", ").last().and_then(|end| end.split_whitespace().next()?.parse::<usize>().ok());
            prop_assert!(people.is_some_and(|people| people >= FEWEST), "{group}");
        }
    }
    // What is left of a total belongs to courses without a figure; all of these are free.
    let hidden_costs = demand.courses.iter().any(|need| {
        !matches!(reader.courses[&need.course.0], Printed::Number(_))
            && (department.catalogue.courses[need.course.0].price.is_some()
                || department.catalogue.courses[need.course.0].days.is_some())
    });
    let totals: Vec<&str> =
        view["totals"].as_array().expect("totals").iter().filter_map(Value::as_str).collect();
    let given = totals.iter().any(|sentence| {
        sentence.starts_with("I alt ") || sentence.contains("er tilbage") || sentence.contains("mangler")
    });
    prop_assert!(!(given && hidden_costs), "{totals:?}");
    prop_assert!(view["first"].as_array().expect("a list").is_empty());
    Ok(())
}

/// Rows are in the order of the printed figures, then of the files: any other order
/// would reveal what it is by.
fn rows_are_ordered_by_what_is_printed(
    view: &Value,
    reader: &Reader,
    department: &Department,
) -> Result<(), TestCaseError> {
    let place = |printed: Printed, index: usize| match printed {
        Printed::Number(people) => (false, std::cmp::Reverse(people), index),
        _ => (true, std::cmp::Reverse(0), index),
    };
    let areas = view["areas"].as_array().expect("areas").iter().map(|line| {
        let names = department.role_model.areas.iter().map(|area| area.name.as_str());
        let index = names.into_iter().position(|name| line["name"] == name).expect("an area");
        place(reader.areas[&index].people, index)
    });
    prop_assert!(areas.is_sorted(), "{view:#}");
    let courses = view["courses"].as_array().expect("courses").iter().map(|line| {
        let course = usize::try_from(line["key"].as_u64().expect("a key")).expect("small");
        place(reader.courses[&course], course)
    });
    prop_assert!(courses.is_sorted(), "{view:#}");
    Ok(())
}

/// Six people, each with these levels in one area, and these courses for it.
fn six(levels: &[&str]) -> Department {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: String, text: String| {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, text).expect("written");
    };
    let scale: String = (0..=HIGHEST).map(|i| format!("  - {{niveau: {i}, navn: Trin {i}}}\n")).collect();
    write(
        "afdeling.yaml".into(),
        "navn: Prøve\nperiode: 2026/27\nskoler: [{navn: Nord}, {navn: Syd}]\n".into(),
    );
    write(
        "rollemodel.yaml".into(),
        format!(
            "navn: Modellen\nskala:\n{scale}områder:\n  dansk: {{navn: Dansk}}\n  it: {{navn: It}}\n  tal: {{navn: Tal}}\n"
        ),
    );
    write(
        "kurser.yaml".into(),
        "kurser:\n  - {nummer: 40001, titel: Dansk på skrift, form: amu, områder: [dansk]}\n".into(),
    );
    for (i, levels) in levels.iter().enumerate() {
        let school = if i % 2 == 0 { "Nord" } else { "Syd" };
        write(
            format!("s/p{i}.yaml"),
            format!("navn: Person {i}\nskole: {school}\nprofil:\n  dansk: {levels}\n  it: 3\n"),
        );
    }
    let mut problems = Problems::default();
    let reading = spind::department::read(folder.path(), None, &mut problems).expect("a folder");
    assert!(!problems.any_error(), "{problems:#?}");
    reading.department.expect("a department")
}

#[test]
fn one_who_wants_more_looks_like_two_and_everybody_at_the_top_like_some() {
    let plan = |levels: &[&str]| plan_of(&six(levels), 5);
    let one = plan(&["3", "3", "3", "3", "4", "2 til 3"]);
    assert_eq!(one["areas"][0]["people"], "færre\u{a0}end\u{a0}5");
    for alike in [
        ["3", "3", "3", "3", "4 til 5", "2 til 3"],
        ["3", "3", "0 til 5", "3", "4", "3"],
        ["5", "5", "5 til 0", "5", "5", "4 til 5"],
        ["0", "0", "0 til 1", "0 til 5", "0 til 1", "0 til 1"],
    ] {
        assert_eq!(one, plan(&alike), "{alike:?}");
    }
    // With somebody who joins, whatever she wants to lift.
    let joined = |levels: &'static str| plan(&["3", "3", "3", "3", "4", "2 til 3", levels]);
    for levels in ["0 til 5", "1 til 5", "2 til 3", "3 til 4", "4 til 5"] {
        assert_eq!(joined("1 til 5"), joined(levels), "{levels}");
    }
    for levels in ["0", "3 til 1", "5"] {
        assert_eq!(joined("4"), joined(levels), "{levels}");
    }
}

/// The places in the demand of the courses in the view's order.
fn order(view: &Value, demand: &Demand) -> Vec<usize> {
    let keys =
        view["courses"].as_array().expect("courses").iter().map(|line| line["key"].as_u64().expect("a key"));
    keys.map(|key| demand.courses.iter().position(|need| need.course.0 as u64 == key).expect("a course"))
        .collect()
}
