//! The needs of several departments added up, and what of the sums may be printed.
//!
//! A file of needs carries exact numbers; a printed sum must not. The participants of a printed sum are
//! named, each participant knows its own part, and everybody knows the rules. So a sum is printed only if
//! at least three participants contribute, and if nobody can work out another's part from it:
//!
//! - What is left after subtracting any one part is at least the smallest group.
//! - Each part is within bounds that follow from the printed sum alone, and within them no part can be worked
//!   out from the sum of the others. That the sum is printed tells that the parts are within the bounds, and
//!   no more.
//! - An area's sum covers those of its courses. The rest after subtracting the printed ones, participant
//!   by participant, must be nothing or a sum that may be printed itself. Otherwise the area's sum is
//!   withheld, since courses are what neighbours fill together.
//!
//! A withheld sum is one that too few may contribute to, so it leaves every part of another open.
//!
//! [`Sum`] holds only what may be printed. Two participants who tell each other their parts can
//! always compute the third's; nothing that is printed can prevent that.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::ops::RangeInclusive;

use super::needs::{NeededCourse, Needs};
use crate::department::course_number;
use crate::department::months::Month;
use crate::department::values::Amount;
use crate::source::spelling::fold;

/// The fewest participants whose parts are added up.
pub(crate) const MIN_PARTICIPANTS: usize = 3;

/// The publishable sums.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    /// The participants in the order of their files.
    pub participants: Vec<SumParticipant>,
    /// The smallest group of the strictest participant.
    pub smallest_group: usize,
    /// Courses, those with the largest sums first, then those without a sum by title.
    pub courses: Vec<CourseSum>,
    /// Areas in the same order.
    pub areas: Vec<AreaSum>,
}

/// A participant, with what it says about itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SumParticipant {
    /// The municipality, or else the department; with the department where two share a municipality.
    pub title: String,
    /// The period of its plans.
    pub period: Option<String>,
    /// How to reach it.
    pub contact: Option<String>,
    /// What it works for.
    pub focus: Option<String>,
    /// What is difficult.
    pub challenges: Option<String>,
    /// The names of the areas in which it offers its strength.
    pub strengths: Vec<String>,
}

/// The need for a course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CourseSum {
    /// The number, if documents print it.
    pub number: Option<String>,
    pub title: String,
    /// Length in days.
    pub days: Option<Amount>,
    /// What may be printed; `None` if the sum is withheld.
    pub shown: Option<ShownSum>,
}

/// The need in an area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaSum {
    pub name: String,
    /// The folded keys and names by which participants know it.
    pub keys: Vec<String>,
    /// What may be printed; `None` if the sum is withheld.
    pub shown: Option<ShownSum>,
}

/// A sum that may be printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownSum {
    /// Number of people.
    pub people: usize,
    /// Indexes of the participants that contribute.
    pub participants: Vec<usize>,
    /// The months that suit all of them; `None` if any month does.
    pub months: Option<Vec<Month>>,
}

/// Why files can't be added up.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SumError {
    /// Fewer participants than [`MIN_PARTICIPANTS`].
    #[error("too few participants")]
    TooFew,
    /// Two files are of the same department, by its name.
    #[error("{0} twice")]
    Twice(String),
}

/// The parts of a sum by participant.
struct Row<'a> {
    parts: Vec<usize>,
    /// The courses behind the parts, if it is a course's row.
    courses: Vec<Option<&'a NeededCourse>>,
    /// Rows of the areas of a course, according to any participant.
    areas: Vec<usize>,
}

impl Sum {
    /// Adds up `needs`.
    ///
    /// # Errors
    /// If there are too few files, or two of the same department.
    pub fn of(needs: &[Needs]) -> Result<Self, SumError> {
        if needs.len() < MIN_PARTICIPANTS {
            return Err(SumError::TooFew);
        }
        let own_name = |needs: &Needs| (fold(needs.title()), fold(&needs.department));
        for (i, one) in needs.iter().enumerate() {
            if needs[..i].iter().any(|other| own_name(other) == own_name(one)) {
                return Err(SumError::Twice(format!("{}, {}", one.title(), one.department)));
            }
        }
        let smallest_group = needs.iter().map(|needs| needs.smallest_group).max().unwrap_or_default();
        let (area_names, area_rows, row_of_area) = areas(needs);
        let (course_names, course_rows) = courses(needs, &row_of_area);
        let is_shown: Vec<bool> =
            course_rows.iter().map(|row| may_be_printed(&row.parts, smallest_group)).collect();

        let mut courses: Vec<CourseSum> = Vec::new();
        for (row, (course, shown)) in course_rows.iter().zip(course_names.iter().zip(&is_shown)) {
            courses.push(CourseSum {
                number: course_number::printed(&course.number).map(str::to_owned),
                title: course.title.clone(),
                days: row.courses.iter().flatten().find_map(|course| course.days),
                shown: shown.then(|| row.shown()),
            });
        }
        let mut areas: Vec<AreaSum> = Vec::new();
        for (i, ((name, keys), row)) in area_names.into_iter().zip(&area_rows).enumerate() {
            let shown = area_may_be_printed(i, row, &course_rows, &is_shown, smallest_group);
            areas.push(AreaSum { name, keys, shown: shown.then(|| row.shown()) });
        }
        let people = |shown: &Option<ShownSum>| Reverse(shown.as_ref().map(|shown| shown.people));
        courses.sort_by_cached_key(|course| (people(&course.shown), fold(&course.title)));
        areas.sort_by_cached_key(|area| (people(&area.shown), fold(&area.name)));
        Ok(Self { participants: participants(needs), smallest_group, courses, areas })
    }

    /// The participants of a shown sum by name.
    pub(crate) fn names(&self, shown: &ShownSum) -> Vec<&str> {
        shown.participants.iter().map(|&i| self.participants[i].title.as_str()).collect()
    }
}

impl Row<'_> {
    fn shown(&self) -> ShownSum {
        let participants: Vec<usize> = (0..self.parts.len()).filter(|&i| self.parts[i] > 0).collect();
        let named = participants.iter().filter_map(|&i| self.courses[i]).map(|course| &course.months);
        let months = named.filter(|months| !months.is_empty()).cloned().reduce(|mut common, other| {
            common.retain(|month| other.contains(month));
            common
        });
        ShownSum { people: self.parts.iter().sum(), participants, months }
    }
}

/// Whether the sum of `parts` may be printed with the names of those who contribute.
fn may_be_printed(parts: &[usize], smallest_group: usize) -> bool {
    let contributors = parts.iter().filter(|part| **part > 0).count();
    let bounds = bounds(parts.iter().sum(), contributors, smallest_group);
    bounds.is_some_and(|bounds| parts.iter().all(|part| *part == 0 || bounds.contains(part)))
}

/// The bounds of the parts of a sum that may be printed; `None` if no such sum of so many contributors may.
///
/// The parts of the others are known if all of them are at the lower or at the upper bound. To exclude
/// that, the bounds are narrowed until every part leaves a sum between those two extremes.
fn bounds(sum: usize, contributors: usize, smallest_group: usize) -> Option<RangeInclusive<usize>> {
    if contributors < MIN_PARTICIPANTS {
        return None;
    }
    let others = contributors - 1;
    let (mut least, mut most) = (1, sum.checked_sub(smallest_group)?);
    loop {
        let narrowed_least = least.max((sum + 1).saturating_sub(others * most));
        let narrowed_most = most.min(sum.checked_sub(others * narrowed_least + 1)?);
        if narrowed_least > narrowed_most {
            return None;
        }
        if (narrowed_least, narrowed_most) == (least, most) {
            return Some(least..=most);
        }
        (least, most) = (narrowed_least, narrowed_most);
    }
}

/// Whether the sum of the area in row `area` may be printed together with the printed sums of its courses.
fn area_may_be_printed(
    area: usize,
    row: &Row<'_>,
    courses: &[Row<'_>],
    is_shown: &[bool],
    smallest_group: usize,
) -> bool {
    let mut rest = row.parts.clone();
    let (mut has_known, mut open) = (false, 0);
    for (course, shown) in courses.iter().zip(is_shown).filter(|(course, _)| course.areas.contains(&area)) {
        // A course for several areas takes an unknown part of this one.
        if !shown || course.areas.len() > 1 {
            open += 1;
            continue;
        }
        has_known = true;
        for (rest, part) in rest.iter_mut().zip(&course.parts) {
            // People may take a course without wanting to lift its area, or take two for it.
            let Some(less) = rest.checked_sub(*part) else { return false };
            *rest = less;
        }
    }
    let total: usize = rest.iter().sum();
    if total == 0 {
        return has_known && open == 0;
    }
    // Each open course has somebody, so more people than such courses must be left for every reader.
    let is_more_than_open = rest.iter().all(|part| total - part > open);
    is_more_than_open && may_be_printed(&rest, smallest_group)
}

/// The areas by name and the keys of each, their rows, and the row of each participant's areas.
#[expect(clippy::type_complexity, reason = "three parallel results of one pass")]
fn areas(needs: &[Needs]) -> (Vec<(String, Vec<String>)>, Vec<Row<'_>>, Vec<HashMap<String, usize>>) {
    let mut names: Vec<(String, Vec<String>)> = Vec::new();
    let mut rows: Vec<Row<'_>> = Vec::new();
    let mut row_of_area: Vec<HashMap<String, usize>> = vec![HashMap::new(); needs.len()];
    for (participant, needs_of_one) in needs.iter().enumerate() {
        for area in &needs_of_one.areas {
            let (key, name) = (fold(&area.key), fold(&area.name));
            // Each participant has a row at most once, or it would count the same people twice.
            let is_free = |row: &usize| row_of_area[participant].values().all(|taken| taken != row);
            let with =
                |word: &String| (0..rows.len()).filter(|&row| names[row].1.contains(word)).find(is_free);
            let row = with(&name).or_else(|| with(&key)).unwrap_or_else(|| {
                names.push((area.name.clone(), Vec::new()));
                rows.push(Row {
                    parts: vec![0; needs.len()],
                    courses: vec![None; needs.len()],
                    areas: Vec::new(),
                });
                rows.len() - 1
            });
            for word in [&name, &key] {
                if !names[row].1.contains(word) {
                    names[row].1.push(word.clone());
                }
            }
            rows[row].parts[participant] = area.people;
            row_of_area[participant].insert(key, row);
        }
    }
    (names, rows, row_of_area)
}

/// The courses, each as the first participant writes it, and their rows.
fn courses<'a>(
    needs: &'a [Needs],
    row_of_area: &[HashMap<String, usize>],
) -> (Vec<&'a NeededCourse>, Vec<Row<'a>>) {
    let mut names: Vec<&NeededCourse> = Vec::new();
    let mut rows: Vec<Row<'_>> = Vec::new();
    let mut row_of_course: HashMap<String, usize> = HashMap::new();
    for (participant, needs_of_one) in needs.iter().enumerate() {
        for course in &needs_of_one.courses {
            let row = *row_of_course.entry(identity(course)).or_insert_with(|| {
                names.push(course);
                rows.push(Row {
                    parts: vec![0; needs.len()],
                    courses: vec![None; needs.len()],
                    areas: Vec::new(),
                });
                rows.len() - 1
            });
            rows[row].parts[participant] += course.people;
            rows[row].courses[participant] = Some(course);
            for key in &course.areas {
                if let Some(&area) = row_of_area[participant].get(&fold(key))
                    && !rows[row].areas.contains(&area)
                {
                    rows[row].areas.push(area);
                }
            }
        }
    }
    (names, rows)
}

/// What identifies a course across departments: an official number, or a local id with its title.
fn identity(course: &NeededCourse) -> String {
    match course_number::is_official(&course.number) {
        true => course.number.trim().to_owned(),
        false => format!("{}\n{}", fold(&course.number), fold(&course.title)),
    }
}

fn participants(needs: &[Needs]) -> Vec<SumParticipant> {
    let is_ambiguous =
        |title: &str| needs.iter().filter(|needs| fold(needs.title()) == fold(title)).count() > 1;
    let participant = |needs: &Needs| SumParticipant {
        title: match needs.title() {
            title if is_ambiguous(title) => format!("{title}, {}", needs.department),
            title => title.to_owned(),
        },
        period: needs.period.clone(),
        contact: needs.contact.clone(),
        focus: needs.focus.clone(),
        challenges: needs.challenges.clone(),
        strengths: needs.areas.iter().filter(|area| area.strength).map(|area| area.name.clone()).collect(),
    };
    needs.iter().map(participant).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::sharing::needs::NeededArea;

    /// A department whose only need is for one course of its only area.
    fn needs(name: &str, people: usize) -> Needs {
        let area = NeededArea { key: "tal".into(), name: "Tal".into(), people, strength: false };
        let course = NeededCourse {
            number: "45948".into(),
            title: "Økonomi".into(),
            areas: vec!["tal".into()],
            people,
            days: None,
            months: vec![Month(3), Month(11)],
        };
        Needs {
            department: name.into(),
            municipality: None,
            period: None,
            smallest_group: 5,
            contact: None,
            focus: None,
            challenges: None,
            areas: vec![area],
            courses: if people > 0 { vec![course] } else { Vec::new() },
        }
    }

    fn sums(parts: &[usize]) -> (Option<usize>, Option<usize>) {
        let all: Vec<Needs> =
            parts.iter().enumerate().map(|(i, people)| needs(&format!("D{i}"), *people)).collect();
        let sum = Sum::of(&all).expect("enough departments");
        let people = |shown: &Option<ShownSum>| shown.as_ref().map(|shown| shown.people);
        (sum.courses.first().and_then(|course| people(&course.shown)), people(&sum.areas[0].shown))
    }

    #[test]
    fn too_few_alone_are_enough_together() {
        assert_eq!(sums(&[4, 4, 3, 4]), (Some(15), Some(15)));
        assert_eq!(sums(&[2, 3, 2]), (None, None), "7 less 3 is 4");
        assert_eq!(sums(&[3, 3, 2]), (None, None), "5 must be left, so no part is above 3, and 6 is twice 3");
        assert_eq!(sums(&[3, 3, 3]), (Some(9), Some(9)));
        assert_eq!(sums(&[20, 2, 2]), (None, None), "the first would learn that the others are 4");
        assert_eq!(sums(&[20, 6, 0]), (None, None), "two would learn each other's part");
        assert_eq!(sums(&[4, 1, 1, 1, 1, 1]), (None, None), "five others are one each");
        assert_eq!(sums(&[4, 2, 1, 1, 1, 1]), (Some(10), Some(10)));
        assert_eq!(sums(&[0, 0, 0]), (None, None));
    }

    #[test]
    fn an_area_is_withheld_if_a_small_number_is_left_of_it() {
        let mut all = [needs("A", 4), needs("B", 4), needs("C", 4)];
        // Of 13, 12 have the course; the one without could be inferred.
        all[0].areas[0].people = 5;
        let sum = Sum::of(&all).expect("enough departments");
        assert!(sum.courses[0].shown.is_some());
        assert_eq!(sum.areas[0].shown, None);
    }

    #[test]
    fn areas_match_by_name_or_key_and_courses_by_number() {
        let mut all = [needs("A", 4), needs("B", 4), needs("C", 4)];
        all[1].areas[0].key = "økonomi".into();
        all[1].courses[0].areas = vec!["økonomi".into()];
        all[2].areas[0].name = "Regnskab".into();
        all[2].courses[0].title = "En anden titel".into();
        let sum = Sum::of(&all).expect("enough departments");
        assert_eq!((sum.areas.len(), sum.courses.len()), (1, 1));
        let course = sum.courses[0].shown.as_ref().expect("shown");
        assert_eq!((course.people, &course.months), (12, &Some(vec![Month(3), Month(11)])));
        // A local id means something else in every department.
        for needs in &mut all {
            needs.courses[0].number = "intern-1".into();
        }
        assert_eq!(Sum::of(&all).expect("enough departments").courses.len(), 2);
    }

    #[test]
    fn a_short_number_is_printed_but_identifies_no_course_alone() {
        let mut all = [needs("A", 4), needs("B", 4), needs("C", 4)];
        for needs in &mut all {
            needs.courses[0].number = "101".into();
        }
        let numbers = |all: &[Needs]| -> Vec<Option<String>> {
            let sum = Sum::of(all).expect("enough departments");
            sum.courses.into_iter().map(|course| course.number).collect()
        };
        assert_eq!(numbers(&all), [Some("101".to_owned())]);
        all[2].courses[0].title = "Noget helt andet".into();
        assert_eq!(numbers(&all), [Some("101".to_owned()), Some("101".to_owned())]);
    }

    #[test]
    fn a_department_counts_once() {
        assert_eq!(Sum::of(&[needs("A", 4), needs("B", 4)]), Err(SumError::TooFew));
        let all = [needs("A", 4), needs("B", 4), needs("a", 4)];
        assert!(matches!(Sum::of(&all), Err(SumError::Twice(_))));
    }

    /// The numbers of a participant: the people of each course, and those in the area without a listed course.
    type Numbers = Vec<usize>;

    /// A file with one area, which all courses belong to.
    fn file(name: usize, numbers: &[usize], smallest_group: usize) -> Needs {
        let (_, courses) = numbers.split_last().expect("numbers");
        let mut all = needs(&format!("D{name}"), numbers.iter().sum());
        all.smallest_group = smallest_group;
        let course = |(i, people): (usize, &usize)| NeededCourse {
            number: format!("{}", 40_000 + i),
            title: format!("Kursus {i}"),
            areas: vec!["tal".into()],
            people: *people,
            days: Some(Amount { hundredths: 200 }),
            months: vec![Month(3), if name == 0 { Month(4) } else { Month(5) }],
        };
        all.courses = courses.iter().enumerate().filter(|(_, people)| **people > 0).map(course).collect();
        all
    }

    /// All ways to have so many numbers whose sum is up to `most`.
    fn all_numbers(count: usize, most: usize) -> Vec<Numbers> {
        (0..count).fold(vec![Vec::new()], |all, _| {
            let longer = |one: Numbers| {
                let left = most - one.iter().sum::<usize>();
                (0..=left).map(move |last| [one.clone(), vec![last]].concat())
            };
            all.into_iter().flat_map(longer).collect()
        })
    }

    /// Plays a participant of every cooperation of `participants` with `count` numbers each, up to `most` in all,
    /// who knows the own file, everything that is printed, and the rules. It must not find out a number of
    /// another that is below the smallest group. Returns how many printed sums it sees.
    fn play(participants: usize, count: usize, most: usize, smallest_group: usize) -> usize {
        let one = all_numbers(count, most);
        let mut worlds: Vec<Vec<usize>> = vec![Vec::new()];
        for _ in 0..participants {
            worlds = worlds
                .into_iter()
                .flat_map(|world| (0..one.len()).map(move |own| [world.clone(), vec![own]].concat()))
                .collect();
        }
        let files: Vec<Vec<Needs>> = (0..participants)
            .map(|name| one.iter().map(|numbers| file(name, numbers, smallest_group)).collect())
            .collect();
        // What the attacker, participant 0, sees, with all worlds in which it sees this.
        let mut seen: HashMap<(usize, String), Vec<&Vec<usize>>> = HashMap::new();
        let mut shown = 0;
        for world in &worlds {
            let all: Vec<Needs> =
                world.iter().enumerate().map(|(name, own)| files[name][*own].clone()).collect();
            let sum = Sum::of(&all).expect("enough departments");
            let areas = sum.areas.iter().map(|area| &area.shown);
            shown += sum.courses.iter().map(|course| &course.shown).chain(areas).flatten().count();
            let printed = format!("{sum:?}");
            seen.entry((world[0], printed)).or_default().push(world);
        }
        for ((own, printed), worlds) in &seen {
            for other in 1..participants {
                // Each number, and the whole area.
                for quantity in 0..=count {
                    let value = |world: &&Vec<usize>| {
                        let numbers = &one[world[other]];
                        numbers.get(quantity).copied().unwrap_or_else(|| numbers.iter().sum())
                    };
                    let values: BTreeSet<usize> = worlds.iter().map(value).collect();
                    let is_small = values.iter().all(|value| (1..smallest_group).contains(value));
                    assert!(
                        values.len() > 1 || !is_small,
                        "{smallest_group} {:?} knows {quantity} of {other}: {values:?}, {printed}",
                        one[*own]
                    );
                }
            }
        }
        shown
    }

    #[test]
    fn no_participant_finds_out_a_small_number() {
        for (participants, count, most, smallest_group) in [
            // An area alone.
            (3, 1, 12, 3),
            (3, 1, 12, 5),
            (4, 1, 8, 3),
            (4, 1, 8, 5),
            // An area with a course, and with two.
            (3, 2, 5, 3),
            (3, 2, 6, 5),
            (4, 2, 3, 3),
            (3, 3, 3, 3),
        ] {
            let shown = play(participants, count, most, smallest_group);
            assert!(shown > 10, "{participants} {count} {most} {smallest_group}: {shown}");
        }
    }
}
