//! The needs of one department, as it passes them to other departments.

use jiff::civil::Date;

use super::mentions::KnownNames;
use crate::analysis::choices::open_sessions;
use crate::analysis::choices_and_demand;
use crate::analysis::gaps::area_strengths;
use crate::analysis::groups::leaves_the_office;
use crate::department::Department;
use crate::department::catalogue::Course;
use crate::department::months::Month;
use crate::department::role_model::AreaIndex;
use crate::department::values::Amount;

/// The needs of a department in exact numbers, without names, workplaces and levels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needs {
    /// The department.
    pub department: String,
    /// Its municipality.
    pub municipality: Option<String>,
    /// The period of the plans.
    pub period: Option<String>,
    /// The smallest group that a printed number may be based on.
    pub smallest_group: usize,
    /// How to reach the department.
    pub contact: Option<String>,
    /// What the department works for.
    pub focus: Option<String>,
    /// What is difficult.
    pub challenges: Option<String>,
    /// All areas of the role model, in its order.
    pub areas: Vec<NeededArea>,
    /// The courses that somebody needs and has no seat on, by number.
    pub courses: Vec<NeededCourse>,
}

/// The need in an area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeededArea {
    /// Key in the role model.
    pub key: String,
    /// Name in documents.
    pub name: String,
    /// Number of people who want to learn more.
    pub people: usize,
    /// Whether the department offers its strength here.
    pub strength: bool,
}

/// The need for a course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeededCourse {
    /// Official number or local id.
    pub number: String,
    /// The title.
    pub title: String,
    /// Keys of its areas.
    pub areas: Vec<String>,
    /// Number of people who need it and have no seat.
    pub people: usize,
    /// Length in days.
    pub days: Option<Amount>,
    /// Months that suit the department; any if empty.
    pub months: Vec<Month>,
}

/// The needs of a department, and what was left out of them.
#[derive(Debug)]
pub struct CollectedNeeds {
    /// The needs.
    pub needs: Needs,
    /// The texts that mention a person or a workplace, and were left out with what they describe.
    pub left_out: Vec<String>,
}

impl Needs {
    /// The name by which participants know the department: its municipality, else its own name.
    pub(crate) fn title(&self) -> &str {
        self.municipality.as_deref().unwrap_or(&self.department)
    }
}

/// Collects the needs of `department` on the day `on`.
///
/// Courses that leave nobody's office are not among them, since no class is filled for them.
pub fn collect(department: &Department, on: Date) -> CollectedNeeds {
    let known = KnownNames::of(department);
    let mut left_out: Vec<String> = Vec::new();
    let mut may_leave = |texts: &[&str]| {
        let mention = texts.iter().find(|text| known.are_in(text));
        left_out.extend(mention.map(|text| (*text).to_owned()));
        mention.is_none()
    };
    let settings = &department.settings;
    let cooperation = &settings.cooperation;
    let mut own_words = |text: &Option<String>| text.clone().filter(|text| may_leave(&[text]));
    let contact = own_words(&cooperation.contact);
    let focus = own_words(&cooperation.focus);
    let challenges = own_words(&cooperation.challenges);

    let (choices, demand) = choices_and_demand(department, Some(on));
    let smallest_group = settings.smallest_group;
    let strengths = area_strengths(department);
    let areas = department
        .role_model
        .areas
        .iter()
        .enumerate()
        .filter(|(_, area)| may_leave(&[&area.name, &area.key]));
    let areas: Vec<NeededArea> = areas
        .map(|(i, area)| {
            let need = demand.areas.iter().find(|need| need.area == AreaIndex(i));
            let strong = strengths.iter().find(|strength| strength.area == AreaIndex(i));
            NeededArea {
                key: area.key.clone(),
                name: area.name.clone(),
                people: need.map_or(0, |need| need.people.len()),
                strength: cooperation.trades
                    && strong.is_some_and(|strength| strength.people >= smallest_group),
            }
        })
        .collect();
    let mut courses: Vec<NeededCourse> = Vec::new();
    for need in &demand.courses {
        let course = &department.catalogue.courses[need.course.0];
        let has_a_seat = |person: usize| {
            choices[person].course(need.course).is_some_and(|choice| choice.progress.has_a_seat())
        };
        let people = need.people.iter().filter(|person| !has_a_seat(**person)).count();
        if people == 0 || !leaves_the_office(course.form) || !may_leave(&[&course.title, &course.number]) {
            continue;
        }
        let key = |area: &AreaIndex| department.role_model.areas[area.0].key.clone();
        courses.push(NeededCourse {
            number: course.number.clone(),
            title: course.title.clone(),
            areas: course
                .areas
                .iter()
                .map(key)
                .filter(|key| areas.iter().any(|area| area.key == *key))
                .collect(),
            people,
            days: course.days,
            months: suitable_months(course, &cooperation.months, on),
        });
    }
    courses.sort_by(|a, b| a.number.cmp(&b.number));
    let needs = Needs {
        department: settings.name.clone(),
        municipality: settings.municipality.clone(),
        period: settings.period.clone(),
        smallest_group,
        contact,
        focus,
        challenges,
        areas,
        courses,
    };
    CollectedNeeds { needs, left_out }
}

/// The months that the department names, else those of the course's open sessions. Neither depends
/// on who needs it.
fn suitable_months(course: &Course, named: &[Month], on: Date) -> Vec<Month> {
    if !named.is_empty() {
        return named.to_vec();
    }
    let open = open_sessions(course, Some(on)).into_iter();
    let mut months: Vec<Month> = open.map(|session| Month(course.sessions[session].start.month())).collect();
    months.sort_unstable();
    months.dedup();
    months
}
