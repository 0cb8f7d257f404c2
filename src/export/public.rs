//! The tables of the public edition. They are made of [`PublicEdition`] alone, so nobody
//! without consent can be in them.

use super::columns::{
    AREA, CURRENT, FILLED_IN, MEAN_CURRENT, MEAN_WANTED, NAME, NUMBER, POSITION, ROLE_MODEL, SCHOOL, TITLE,
    WANTED,
};
use super::{Cell, Column, Edition, Export, Question, Table};
use crate::department::role_model::Area;
use crate::public::edition::PublicEdition;

/// The columns of each table.
pub(super) const TABLES: &[(Question, &[Column])] =
    &[(Question::Levels, LEVELS), (Question::Areas, AREAS), (Question::Courses, COURSES)];

const LEVELS: &[Column] = &[SCHOOL, NAME, POSITION, AREA, CURRENT, WANTED];
const AREAS: &[Column] = &[AREA, ROLE_MODEL, FILLED_IN, MEAN_CURRENT, MEAN_WANTED];
const COURSES: &[Column] = &[NUMBER, TITLE];

/// The tables of the people who consented.
pub fn export(public: &PublicEdition<'_>) -> Export {
    Export {
        edition: Edition::Public,
        department: public.department.clone(),
        period: public.period.clone(),
        date: public.date,
        judged_on: None,
        tables: vec![levels(public), areas(public), courses(public)],
        matrix: None,
    }
}

fn levels(public: &PublicEdition<'_>) -> Table {
    let mut rows = Vec::new();
    for person in &public.people {
        for (area, levels) in public.role_model.areas.iter().zip(&person.levels) {
            rows.push(vec![
                Cell::text(&person.school),
                Cell::text(&person.name),
                Cell::known(person.position.as_ref(), Cell::text),
                Cell::text(&area.name),
                Cell::known(*levels, |(current, _)| Cell::Whole(current)),
                Cell::known(*levels, |(_, wanted)| Cell::Whole(wanted)),
            ]);
        }
    }
    Table { question: Question::Levels, columns: LEVELS, rows }
}

fn areas(public: &PublicEdition<'_>) -> Table {
    let averages = public.averages();
    let row = |(i, area): (usize, &Area)| {
        let average = averages.as_ref().map(|all| all[i]);
        let levels = average.and_then(|average| average.levels);
        vec![
            Cell::text(&area.name),
            Cell::known(area.expected, Cell::Whole),
            Cell::known(average, |average| Cell::count(average.people)),
            Cell::known(levels, |levels| Cell::Mean(levels.current)),
            Cell::known(levels, |levels| Cell::Mean(levels.wanted)),
        ]
    };
    let areas = public.role_model.areas.iter().enumerate();
    Table { question: Question::Areas, columns: AREAS, rows: areas.map(row).collect() }
}

fn courses(public: &PublicEdition<'_>) -> Table {
    let row = |(number, title): &(String, String)| vec![Cell::text(number), Cell::text(title)];
    Table { question: Question::Courses, columns: COURSES, rows: public.courses.iter().map(row).collect() }
}
