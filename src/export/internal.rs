//! The tables of the whole department.

use std::collections::HashMap;

use jiff::civil::Date;

use super::columns::{
    AREA, CURRENT, FILLED_IN, FORM, MEAN_CURRENT, MEAN_WANTED, NAME, NUMBER, POSITION, PRIORITY, ROLE_MODEL,
    SCHOOL, TITLE, WANTED,
};
use super::{Cell, Column, ColumnKind, Edition, Export, Matrix, MatrixRow, Question, Table, visible};
use crate::agreement::signature_status::Records;
use crate::analysis::averages::averages;
use crate::analysis::choices::{Advancement, Commitment, GapChoice, PersonChoices};
use crate::analysis::cost::Cost;
use crate::analysis::coverage::{SchoolCoverage, coverage};
use crate::analysis::demand::{Demand, within_budget};
use crate::analysis::groups::{Schedule, office_sizes};
use crate::analysis::matching::LevelFit;
use crate::analysis::people_order;
use crate::analysis::status::{PersonStatus, status};
use crate::analysis::{Analysis, judgement_date};
use crate::department::catalogue::{Course, CourseIndex};
use crate::department::document_date;
use crate::department::profile::{Priority, Profile};
use crate::department::role_model::AreaIndex;
use crate::department::values::Amount;
use crate::department::{Department, PersonIndex};
use crate::language::Language;
use crate::wording::status_text;

/// The columns of each table.
pub(super) const TABLES: &[(Question, &[Column])] = &[
    (Question::Levels, LEVELS),
    (Question::People, PEOPLE),
    (Question::Matches, MATCHES),
    (Question::Groups, GROUPS),
    (Question::Coverage, COVERAGE),
    (Question::Areas, AREAS),
    (Question::Courses, COURSES),
];

const LEVELS: &[Column] = &[
    SCHOOL,
    NAME,
    AREA,
    CURRENT,
    WANTED,
    Column::new("lift", "export-lift", ColumnKind::Whole),
    PRIORITY,
    Column::new("last_year", "export-last-year", ColumnKind::Whole),
    ROLE_MODEL,
];

const PEOPLE: &[Column] = &[
    SCHOOL,
    NAME,
    POSITION,
    Column::new("file", "export-file", ColumnKind::Text),
    Column::new("profile", "export-profile", ColumnKind::Word),
    Column::new("talk", "label-talk", ColumnKind::Date),
    Column::new("talk_held", "export-talk-held", ColumnKind::YesNo),
    Column::new("plan", "export-plan", ColumnKind::Word),
    Column::new("agreed", "export-agreed", ColumnKind::Date),
    Column::new("signed_by_employee", "export-signed-by-employee", ColumnKind::Date),
    Column::new("signed_by_leader", "export-signed-by-leader", ColumnKind::Date),
    Column::new("signature_notes", "export-signature-notes", ColumnKind::Text),
    Column::new("changed_since_signed", "export-changed-since-signed", ColumnKind::YesNo),
    Column::new("overdue", "export-overdue", ColumnKind::Whole),
    Column::new("up_to_date", "export-up-to-date", ColumnKind::YesNo),
];

const MATCHES: &[Column] = &[
    SCHOOL,
    NAME,
    AREA,
    CURRENT,
    WANTED,
    PRIORITY,
    Column::new("rank", "export-rank", ColumnKind::Whole),
    NUMBER,
    TITLE,
    FORM,
    Column::new("fit", "export-fit", ColumnKind::Word),
    Column::new("in_plan", "export-in-plan", ColumnKind::YesNo),
    Column::new("progress", "export-progress", ColumnKind::Word),
];

const GROUPS: &[Column] = &[
    NUMBER,
    TITLE,
    Column::new("group", "export-group", ColumnKind::Whole),
    Column::new("start", "export-start", ColumnKind::Date),
    Column::new("end", "export-end", ColumnKind::Date),
    Column::new("town", "export-town", ColumnKind::Text),
    SCHOOL,
    NAME,
    Column::new("needs_cover", "export-needs-cover", ColumnKind::YesNo),
];

const COVERAGE: &[Column] = &[
    SCHOOL,
    Column::new("role", "label-role", ColumnKind::Text),
    Column::new("covered_by", "export-covered-by", ColumnKind::Whole),
    Column::new("names", "export-names", ColumnKind::Text),
];

const AREAS: &[Column] = &[
    AREA,
    ROLE_MODEL,
    FILLED_IN,
    MEAN_CURRENT,
    MEAN_WANTED,
    Column::new("lowest", "export-lowest", ColumnKind::Whole),
    Column::new("highest", "export-highest", ColumnKind::Whole),
    Column::new("with_gap", "export-with-gap", ColumnKind::Whole),
    Column::new("levels", "export-levels-to-climb", ColumnKind::Whole),
    Column::new("needed", "export-needed", ColumnKind::Whole),
    Column::new("without_course", "export-without-course", ColumnKind::Whole),
    Column::new("other_ways", "export-other-ways", ColumnKind::Whole),
    Column::new("postponed", "export-postponed", ColumnKind::Whole),
    Column::new("done", "export-done", ColumnKind::Whole),
];

const COURSES: &[Column] = &[
    NUMBER,
    TITLE,
    FORM,
    Column::new("areas", "export-course-areas", ColumnKind::Text),
    Column::new("provider", "export-provider", ColumnKind::Text),
    Column::new("from_level", "export-from-level", ColumnKind::Whole),
    Column::new("to_level", "export-to-level", ColumnKind::Whole),
    Column::new("expires", "export-expires", ColumnKind::Date),
    Column::new("days", "export-days", ColumnKind::Days),
    Column::new("price", "export-price", ColumnKind::Kroner),
    Column::new("subsidy", "export-subsidy", ColumnKind::Kroner),
    Column::new("people", "export-people-in-need", ColumnKind::Whole),
    Column::new("planned", "export-planned", ColumnKind::Whole),
    Column::new("bound", "export-bound", ColumnKind::Whole),
    Column::new("wished", "export-wished", ColumnKind::Whole),
    Column::new("possible", "export-possible", ColumnKind::Whole),
    Column::new("needed", "export-needed", ColumnKind::Whole),
    Column::new("levels", "export-levels-to-climb", ColumnKind::Whole),
    Column::new("all_days", "export-all-days", ColumnKind::Days),
    Column::new("all_cost", "export-all-cost", ColumnKind::Kroner),
    Column::new("within_budget", "export-within-budget", ColumnKind::YesNo),
    Column::new("example", "export-example", ColumnKind::YesNo),
];

/// The tables of everybody, judged on `today` as the booklet is.
pub fn export(department: &Department, records: &Records, today: Date, language: &Language) -> Export {
    let settings = &department.settings;
    let people = people_order::sorted_people(department, language);
    let date = document_date::of(settings, people.iter().copied());
    let Analysis { choices, demand, schedule } = &Analysis::of(department, Some(today));
    let tables = Tables { department, people: &people, language };
    Export {
        edition: Edition::Internal,
        department: settings.name.clone(),
        period: settings.period.clone(),
        date,
        judged_on: judgement_date::of_department(department, today),
        tables: vec![
            tables.levels(),
            tables.status(records, today),
            tables.matches(choices),
            tables.groups(schedule),
            tables.coverage(),
            tables.areas(demand),
            tables.courses(demand),
        ],
        matrix: Some(tables.matrix()),
    }
}

struct Tables<'a> {
    department: &'a Department,
    /// Everybody in the order of schools and names.
    people: &'a [&'a Profile],
    language: &'a Language,
}

impl Tables<'_> {
    fn matrix(&self) -> Matrix {
        let areas = &self.department.role_model.areas;
        let row = |person: &&Profile| MatrixRow {
            school: visible(&self.department.settings.schools[person.school.0].name),
            name: visible(&person.name.value),
            levels: person
                .levels
                .iter()
                .map(|levels| levels.as_ref().map(|levels| (levels.current, levels.wanted)))
                .collect(),
        };
        Matrix {
            areas: areas.iter().map(|area| visible(&area.name)).collect(),
            people: self.people.iter().map(row).collect(),
        }
    }

    fn levels(&self) -> Table {
        let areas = &self.department.role_model.areas;
        let of = |person: &&Profile| {
            let rows = areas.iter().enumerate().map(|(i, area)| {
                let levels = person.levels[i].as_ref();
                vec![
                    self.school(person),
                    Cell::text(&person.name.value),
                    Cell::text(&area.name),
                    Cell::known(levels, |levels| Cell::Whole(levels.current)),
                    Cell::known(levels, |levels| Cell::Whole(levels.wanted)),
                    Cell::known(levels, |levels| Cell::Whole(levels.gap())),
                    priority(levels.and_then(|levels| levels.priority)),
                    Cell::known(person.last_year[i], Cell::Whole),
                    Cell::known(area.expected, Cell::Whole),
                ]
            });
            rows.collect::<Vec<_>>()
        };
        table(Question::Levels, LEVELS, self.people.iter().flat_map(of))
    }

    fn status(&self, records: &Records, on: Date) -> Table {
        let people = status(self.department, records, on, self.language).people;
        let positions: HashMap<&str, &str> = self
            .people
            .iter()
            .filter_map(|person| Some((person.file.name.as_str(), person.position.as_deref()?)))
            .collect();
        let row = |person: &PersonStatus| {
            let unless_broken = |cell| if person.has_errors { Cell::Empty } else { cell };
            let signed = person.signed_by_employee.or(person.signed_by_leader);
            let notes: Vec<String> =
                person.notes.iter().map(|note| status_text::note(note, self.language)).collect();
            let profile = if person.has_errors { "export-profile-error" } else { "export-profile-sound" };
            let profile = if person.has_errors || person.filled_in { profile } else { "export-profile-open" };
            let plan = if person.agreed.is_some() { "status-plan-agreed" } else { "status-plan-draft" };
            vec![
                Cell::known(person.school.as_ref(), Cell::text),
                Cell::known(person.name.as_ref(), Cell::text),
                Cell::known(positions.get(person.file.as_str()), Cell::text),
                Cell::text(&person.file),
                Cell::word(profile, "export-profile-"),
                Cell::known(person.talk, Cell::Date),
                unless_broken(Cell::YesNo(person.talk_held)),
                unless_broken(Cell::word(plan, "status-plan-")),
                Cell::known(person.agreed, Cell::Date),
                Cell::known(person.signed_by_employee, Cell::Date),
                Cell::known(person.signed_by_leader, Cell::Date),
                Cell::known(signed, |_| Cell::list(&notes)),
                Cell::known(signed, |_| Cell::YesNo(person.changed_since_signed)),
                unless_broken(Cell::count(person.overdue)),
                unless_broken(Cell::YesNo(person.up_to_date)),
            ]
        };
        table(Question::People, PEOPLE, people.iter().map(row))
    }

    fn matches(&self, choices: &[PersonChoices]) -> Table {
        let of = |&number: &usize| {
            let (person, choices) = (self.person(number), &choices[number]);
            choices.gaps.iter().flat_map(|choice| self.ways(person, choices, choice)).collect::<Vec<_>>()
        };
        table(
            Question::Matches,
            MATCHES,
            people_order::sorted(self.department, self.language).iter().flat_map(of),
        )
    }

    /// A row for each course that closes a gap, her own first; one without a course where
    /// none does.
    fn ways(&self, person: &Profile, choices: &PersonChoices, choice: &GapChoice) -> Vec<Vec<Cell>> {
        let gap = choice.gap();
        let of_gap = [
            self.school(person),
            Cell::text(&person.name.value),
            self.area(gap.area),
            Cell::Whole(gap.current),
            Cell::Whole(gap.wanted),
            priority(gap.priority),
        ];
        let with = |cells: [Cell; 7]| of_gap.iter().cloned().chain(cells).collect();
        // What is done, put off or dropped is hers, too, though it is no longer to come.
        let own =
            choices.courses.iter().filter(|own| own.serves.contains(&gap) || own.counts_for.contains(&gap));
        let own: Vec<CourseIndex> = own.map(|own| own.course).collect();
        let matches = choice.ways.matches.iter().map(|found| found.course);
        let all: Vec<CourseIndex> =
            own.iter().copied().chain(matches.filter(|course| !own.contains(course))).collect();
        if all.is_empty() {
            return vec![with([const { Cell::Empty }; 7])];
        }
        let of_course = all.iter().enumerate().map(|(i, &index)| {
            let [number, title, form] = of_course(self.course(index));
            let found = choice.ways.matches.iter().find(|found| found.course == index);
            let progress = choices.course(index).filter(|_| own.contains(&index)).map(|own| own.progress);
            let in_plan = progress.is_some_and(|p| p.is_to_come() && p != Advancement::Suggested);
            with([
                Cell::count(i + 1),
                number,
                title,
                form,
                Cell::known(found, |found| fit(found.fit)),
                Cell::YesNo(in_plan),
                Cell::known(progress, |progress| {
                    let key = progress.word_key();
                    let before = if progress == Advancement::Suggested { "progress-" } else { "status-" };
                    Cell::word(key, before)
                }),
            ])
        });
        of_course.collect()
    }

    fn groups(&self, schedule: &Schedule) -> Table {
        let offices = office_sizes(self.department);
        let mut rows = Vec::new();
        for groups in &schedule.courses {
            let course = self.course(groups.course);
            let [number, title, _] = of_course(course);
            let known = groups.groups.iter().enumerate();
            let known = known.map(|(i, group)| (Cell::count(i + 1), group.session, &group.people));
            // In a session that no plan names.
            let unknown = [(Cell::Empty, None, &groups.unknown)];
            for (group, session, people) in known.chain(unknown) {
                let session = session.map(|session| &course.sessions[session]);
                for &person in people {
                    let person = self.person(person);
                    rows.push(vec![
                        number.clone(),
                        title.clone(),
                        group.clone(),
                        Cell::known(session, |session| Cell::Date(session.start)),
                        Cell::known(session.and_then(|session| session.end), Cell::Date),
                        Cell::known(session.and_then(|session| session.town.as_ref()), Cell::text),
                        self.school(person),
                        Cell::text(&person.name.value),
                        Cell::YesNo(offices[person.school.0] < 2),
                    ]);
                }
            }
        }
        table(Question::Groups, GROUPS, rows)
    }

    fn coverage(&self) -> Table {
        let roles = &self.department.role_model.roles;
        let schools = coverage(self.department);
        let of_school = |school: &SchoolCoverage| {
            let name = &self.department.settings.schools[school.school.0].name;
            let of_role = roles.iter().zip(&school.roles).map(|(role, people)| {
                let names: Vec<&str> =
                    people.iter().map(|&person| self.person(person).name.value.as_str()).collect();
                vec![Cell::text(name), Cell::text(&role.name), Cell::count(people.len()), Cell::list(names)]
            });
            of_role.collect::<Vec<_>>()
        };
        table(Question::Coverage, COVERAGE, schools.iter().flat_map(of_school))
    }

    fn areas(&self, demand: &Demand) -> Table {
        let areas = &self.department.role_model.areas;
        let averages = averages(self.department, self.people.iter().copied());
        let rows = areas.iter().zip(averages).enumerate().map(|(i, (area, average))| {
            let need = demand.areas.iter().find(|need| need.area == AreaIndex(i));
            let if_filled_in = |cell| if average.people > 0 { cell } else { Cell::Empty };
            vec![
                Cell::text(&area.name),
                Cell::known(area.expected, Cell::Whole),
                Cell::count(average.people),
                if_filled_in(Cell::Mean(average.current)),
                if_filled_in(Cell::Mean(average.wanted)),
                if_filled_in(Cell::Whole(average.lowest)),
                if_filled_in(Cell::Whole(average.highest)),
                Cell::count(average.with_gap),
                Cell::Whole(need.map_or(0, |need| need.levels)),
                Cell::count(need.map_or(0, |need| need.needed)),
                Cell::count(need.map_or(0, |need| need.without_course.len())),
                Cell::count(need.map_or(0, |need| need.other_ways)),
                Cell::count(need.map_or(0, |need| need.postponed)),
                Cell::count(need.map_or(0, |need| need.done)),
            ]
        });
        table(Question::Areas, AREAS, rows)
    }

    fn courses(&self, demand: &Demand) -> Table {
        let catalogue = &self.department.catalogue;
        let budget = self.department.settings.budget.as_ref();
        let reached = budget.map(|budget| within_budget(demand, self.department, budget.hundredths));
        let rows = catalogue.courses.iter().enumerate().map(|(i, course)| {
            let index = CourseIndex(i);
            let need = demand.courses.iter().find(|need| need.course == index);
            let people = need.map_or(0, |need| need.people.len());
            let at = |commitment| Cell::count(need.map_or(0, |need| need.people_at(commitment)));
            let cost = Cost::of(course, people);
            let areas: Vec<&str> = course
                .areas
                .iter()
                .map(|area| self.department.role_model.areas[area.0].name.as_str())
                .collect();
            let provider = course.provider.map(|provider| &catalogue.providers[provider].name);
            let [number, title, form] = of_course(course);
            let amount =
                |amount: Option<&Amount>| Cell::known(amount, |amount| Cell::Hundredths(amount.hundredths));
            vec![
                number,
                title,
                form,
                Cell::list(areas),
                Cell::known(provider, Cell::text),
                Cell::known(course.from_level, Cell::Whole),
                Cell::known(course.to_level, Cell::Whole),
                Cell::known(course.expires, Cell::Date),
                amount(course.days.as_ref()),
                amount(course.price.as_ref()),
                amount(course.subsidy.as_ref()),
                Cell::count(people),
                Cell::count(need.map_or(0, |need| need.planned)),
                at(Commitment::Bound),
                at(Commitment::Wished),
                at(Commitment::Possible),
                Cell::count(need.map_or(0, |need| need.needed)),
                Cell::Whole(need.map_or(0, |need| need.levels)),
                if cost.without_days == 0 { Cell::Hundredths(cost.days) } else { Cell::Empty },
                if cost.without_price == 0 { Cell::Hundredths(cost.kroner) } else { Cell::Empty },
                Cell::known(reached.as_ref().filter(|_| people > 0), |reached| {
                    Cell::YesNo(reached.contains(&index))
                }),
                Cell::YesNo(course.example),
            ]
        });
        table(Question::Courses, COURSES, rows)
    }

    fn person(&self, person: PersonIndex) -> &Profile {
        &self.department.people[person]
    }

    fn course(&self, course: CourseIndex) -> &Course {
        &self.department.catalogue.courses[course.0]
    }

    fn school(&self, person: &Profile) -> Cell {
        Cell::text(&self.department.settings.schools[person.school.0].name)
    }

    fn area(&self, area: AreaIndex) -> Cell {
        Cell::text(&self.department.role_model.areas[area.0].name)
    }
}

fn table(question: Question, columns: &'static [Column], rows: impl IntoIterator<Item = Vec<Cell>>) -> Table {
    Table { question, columns, rows: rows.into_iter().collect() }
}

/// Number, title and form.
fn of_course(course: &Course) -> [Cell; 3] {
    [Cell::text(&course.number), Cell::text(&course.title), Cell::word(course.form.word_key(), "form-")]
}

fn priority(priority: Option<Priority>) -> Cell {
    Cell::known(priority, |priority| Cell::word(priority.word_key(), "priority-"))
}

fn fit(fit: LevelFit) -> Cell {
    let key = match fit {
        LevelFit::WholeWay => "export-fit-whole-way",
        LevelFit::PartOfTheWay => "export-fit-part-of-the-way",
        LevelFit::Unknown => "export-fit-unknown",
        LevelFit::TooAdvanced => "export-fit-too-advanced",
    };
    Cell::word(key, "export-fit-")
}
