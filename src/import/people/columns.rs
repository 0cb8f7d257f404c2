//! The meaning of the columns of a list of people, by their headings.

use crate::department::role_model::{AreaIndex, RoleModel};
use crate::import::columns::{MOST_ROWS_BEFORE, letters_of};
use crate::import::lists::HeadingRow;
use crate::import::sheet::{Row, Sheet};

/// The meaning of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PersonColumn {
    /// The whole name.
    Name,
    /// The first name.
    FirstName,
    /// The last name.
    LastName,
    /// The school, or a unit above it; there may be several.
    Unit,
    /// The title.
    Position,
    /// The leader.
    Leader,
    /// The last day of the employment.
    LastDay,
    /// Whether she still is employed, in a word.
    Employment,
    /// The levels of an area: now and wanted in one cell, or the one now.
    Levels(AreaIndex),
    /// The level of an area now.
    Current(AreaIndex),
    /// The level of an area that she wants.
    Wanted(AreaIndex),
    /// The area that the row is about.
    Area,
    /// The level now of the row's area.
    RowCurrent,
    /// The wanted level of the row's area.
    RowWanted,
}

/// What lists of the four languages call their columns, without signs between the letters.
const SPELLINGS: [(PersonColumn, &str); 11] = [
    (
        PersonColumn::Name,
        "navn medarbejder medarbejdernavn medarbejderensnavn fuldtnavn fuldenavn personnavn ansat ansatnavn \
         visningsnavn deltager deltagernavn kursist namn fullstaendigtnamn medarbetare fulltnavn ansatt name fullname \
         employee employeename displayname",
    ),
    (PersonColumn::FirstName, "fornavn fornavne foernamn firstname givenname"),
    (PersonColumn::LastName, "efternavn efternavne efternamn etternavn lastname surname familyname"),
    (
        PersonColumn::Unit,
        "skole skolensnavn skolenavn enhed enhedsnavn enhedensnavn afdeling afdelingsnavn arbejdssted arbejdsplads \
         tjenestested tjenestestednavn ansaettelsessted institution institutionsnavn organisation \
         organisationsenhed orgenhed skola enhet arbetsplats arbeidssted avdeling school unit department \
         organisationalunit workplace",
    ),
    (
        PersonColumn::Position,
        "stilling stillingsbetegnelse stillingsnavn stillingstitel titel jobtitel jobfunktion jobbetegnelse \
         ansaettelsestitel befattning titel tittel stillingstittel title jobtitle position",
    ),
    (
        PersonColumn::Leader,
        "leder naermesteleder naermesteledersnavn ledernavn ledersnavn personaleleder skoleleder chef naermastechef naermesteledernavn \
         leader manager linemanager",
    ),
    (
        PersonColumn::LastDay,
        "slutdato ansaettelsesslut ansaettelseslutdato ansaettelsesophoer ansattil ansattiltil ansatslut fratraedelsesdato \
         fratraedelse fratraadt fratraadtdato ophoersdato ophoert ophoer tildato gyldigtil sidsteansaettelsesdag sidstearbejdsdag \
         slutdatum anstaelldtill sluttdato ansatttil enddate terminationdate validto leavingdate",
    ),
    (
        PersonColumn::Employment,
        "status ansaettelsesstatus medarbejderstatus anstaellningsstatus employmentstatus",
    ),
    (PersonColumn::Area, "omraade kompetenceomraade kompetensomraade kompetanseomraade area"),
    (PersonColumn::RowCurrent, "nu niveaunu nuvaerendeniveau now current"),
    (PersonColumn::RowWanted, "oensket oensketniveau oenskeniveau oenskad wanted"),
];

const NOW: [&str; 9] =
    ["nu", "niveaunu", "nuvaerende", "nuniveau", "idag", "naa", "nuvarande", "now", "current"];
const WANTED: [&str; 8] =
    ["oensket", "oenske", "oenskes", "oensketniveau", "maal", "oenskad", "wanted", "target"];

/// The heading row of a list of people.
#[derive(Debug)]
pub(in crate::import) struct PeopleHeading {
    at: usize,
    /// The meaning and the heading of each column.
    pub columns: Vec<Option<(PersonColumn, String)>>,
    /// The headings of the other columns.
    pub unused: Vec<String>,
}

impl HeadingRow for PeopleHeading {
    fn at(&self) -> usize {
        self.at
    }
}

impl PeopleHeading {
    /// Where the columns with this meaning stand; of all but units there is one at most.
    pub fn places(&self, column: PersonColumn) -> impl Iterator<Item = usize> {
        let places = self.columns.iter().enumerate();
        places
            .filter(move |(_, used)| used.as_ref().is_some_and(|(used, _)| *used == column))
            .map(|(at, _)| at)
    }

    fn has(&self, column: PersonColumn) -> bool {
        self.places(column).next().is_some()
    }

    fn names_people(&self) -> bool {
        let named = self.has(PersonColumn::Name)
            || self.has(PersonColumn::FirstName) && self.has(PersonColumn::LastName);
        named && self.columns.iter().flatten().count() > 1
    }
}

/// The heading row of `sheet`: the first that names people and something of them.
pub(in crate::import) fn find(sheet: &Sheet, role_model: &RoleModel) -> Option<PeopleHeading> {
    let rows = sheet.rows.iter().enumerate().take(MOST_ROWS_BEFORE);
    rows.map(|(at, row)| heading(at, row, &sheet.hidden_columns, role_model))
        .find(PeopleHeading::names_people)
}

fn heading(at: usize, row: &Row, hidden: &[usize], role_model: &RoleModel) -> PeopleHeading {
    let mut heading = PeopleHeading { at, columns: Vec::new(), unused: Vec::new() };
    for (i, cell) in row.cells().enumerate() {
        let Some(text) = cell.text() else {
            heading.columns.push(None);
            continue;
        };
        let column = column_of(&text, role_model).filter(|_| !hidden.contains(&i));
        match column.filter(|column| *column == PersonColumn::Unit || !heading.has(*column)) {
            Some(column) => heading.columns.push(Some((column, text))),
            None => {
                heading.columns.push(None);
                heading.unused.push(text);
            }
        }
    }
    heading
}

fn column_of(heading: &str, role_model: &RoleModel) -> Option<PersonColumn> {
    let letters = letters_of(heading);
    if letters.is_empty() {
        return None;
    }
    // `Enhed 1`, `Enhed 2` are the units above.
    let numberless = letters.trim_end_matches(|c: char| c.is_ascii_digit());
    let known = SPELLINGS.iter().find(|(column, words)| {
        let word = if *column == PersonColumn::Unit { numberless } else { &letters };
        words.split_whitespace().any(|known| known == word)
    });
    known.map(|(column, _)| *column).or_else(|| column_of_area(&letters, role_model))
}

/// The area's column that these letters name: its key or name, and perhaps which of the two levels.
fn column_of_area(letters: &str, role_model: &RoleModel) -> Option<PersonColumn> {
    let areas = role_model.areas.iter().enumerate();
    areas
        .flat_map(|(i, area)| {
            let names = [Some(&area.key), Some(&area.name), area.short_name.as_ref()];
            names.into_iter().flatten().map(move |name| (AreaIndex(i), letters_of(name)))
        })
        .filter_map(|(area, name)| {
            let rest = letters.strip_prefix(name.as_str()).filter(|_| !name.is_empty())?;
            let column = match rest {
                "" => PersonColumn::Levels(area),
                rest if NOW.contains(&rest) => PersonColumn::Current(area),
                rest if WANTED.contains(&rest) => PersonColumn::Wanted(area),
                _ => return None,
            };
            Some((name.len(), column))
        })
        .max_by_key(|(length, _)| *length)
        .map(|(_, column)| column)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Tag;
    use crate::scaffold::sample;

    #[test]
    fn headings_of_hr_systems_are_known() {
        let department = sample(Tag::Da).expect("the sample");
        let model = &department.role_model;
        let economy = model.area("økonomi").expect("the area");
        for (heading, column) in [
            ("Navn", Some(PersonColumn::Name)),
            ("Medarbejder", Some(PersonColumn::Name)),
            ("Efternavn", Some(PersonColumn::LastName)),
            ("Enhed", Some(PersonColumn::Unit)),
            ("Enhed 2", Some(PersonColumn::Unit)),
            ("Stillingsbetegnelse", Some(PersonColumn::Position)),
            ("Nærmeste leder", Some(PersonColumn::Leader)),
            ("Fratrædelsesdato", Some(PersonColumn::LastDay)),
            ("Økonomi", Some(PersonColumn::Levels(economy))),
            ("Økonomi nu", Some(PersonColumn::Current(economy))),
            ("Økonomi (ønsket)", Some(PersonColumn::Wanted(economy))),
            ("CPR", None),
            ("CPR-nr.", None),
            ("AD-Email", None),
            ("UUID", None),
            ("Samtykke", None),
            ("Uddannelse", None),
        ] {
            assert_eq!(column_of(heading, model), column, "{heading}");
        }
    }
}
