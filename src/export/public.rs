//! What the public edition's tables say. Nothing here can reach anybody who has not
//! said yes: all that it sees is [`Public`].

use super::columns::{AREA, CURRENT, FILLED_IN, NAME, NUMBER, POSITION, ROLE_MODEL, SCHOOL, TITLE, WANTED};
use super::{Cell, Column, Edition, Export, Kind, Question, Table};
use crate::analysis::share::{self, Share};
use crate::department::role_model::Area;
use crate::edition::public::Public;

/// The columns of each table.
pub(super) const TABLES: &[(Question, &[Column])] =
    &[(Question::Levels, LEVELS), (Question::Areas, AREAS), (Question::Courses, COURSES)];

const LEVELS: &[Column] = &[SCHOOL, NAME, POSITION, AREA, CURRENT, WANTED];
const AREAS: &[Column] = &[
    AREA,
    ROLE_MODEL,
    FILLED_IN,
    Column::new("share_level", "export-share-level", Kind::Whole),
    Column::new("share_current", "export-share-current", Kind::Word),
    Column::new("share_wanted", "export-share-wanted", Kind::Word),
];
const COURSES: &[Column] = &[NUMBER, TITLE];

/// The tables of those who said yes.
pub fn export(public: &Public<'_>) -> Export {
    Export {
        edition: Edition::Public,
        department: public.department.clone(),
        period: public.period.clone(),
        date: public.date,
        judged_on: None,
        tables: vec![levels(public), areas(public), courses(public)],
    }
}

fn levels(public: &Public<'_>) -> Table {
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

fn areas(public: &Public<'_>) -> Table {
    let areas = &public.role_model.areas;
    let middle = share::middle(&public.role_model.scale);
    let share = |share: Option<Share>| Cell::known(share, |share| Cell::word(share.key(), "share-"));
    let row = |(i, area): (usize, &Area)| {
        let shares = public.shares(i);
        let in_group = |cell| if public.is_a_group() { cell } else { Cell::Empty };
        vec![
            Cell::text(&area.name),
            Cell::known(area.expected, Cell::Whole),
            in_group(Cell::count(shares.people)),
            Cell::known(middle, Cell::Whole),
            share(shares.current),
            share(shares.wanted),
        ]
    };
    Table { question: Question::Areas, columns: AREAS, rows: areas.iter().enumerate().map(row).collect() }
}

fn courses(public: &Public<'_>) -> Table {
    let row = |(number, title): &(String, String)| vec![Cell::text(number), Cell::text(title)];
    Table { question: Question::Courses, columns: COURSES, rows: public.courses.iter().map(row).collect() }
}
