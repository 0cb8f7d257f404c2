//! The meaning of the columns of a list of people, by their headings.

use crate::department::role_model::{AreaIndex, RoleModel};
use crate::import::columns::{MAX_ROWS_BEFORE, area_of, letters_of};
use crate::import::list_sheets::HeadingRow;
use crate::import::sheet::{Cell, Row, Sheet};

/// The meaning of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PersonColumn {
    /// The whole name.
    Name,
    FirstName,
    LastName,
    /// The school, or a unit above it; there may be several.
    Unit,
    /// The title.
    Position,
    Leader,
    /// The last day of the employment.
    LastDay,
    /// The status of the employment, as a word.
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

/// The names of columns in lists of the four languages, without signs between the letters.
const SPELLINGS: [(PersonColumn, &str); 9] = [
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
    (PersonColumn::Area, "omraade kompetenceomraade kompetensomraade kompetanseomraade kompetence area"),
];

/// Words for the level now, without signs between the letters.
const NOW: [&str; 16] = [
    "nu",
    "niveaunu",
    "nuvaerende",
    "nuvaerendeniveau",
    "nuniveau",
    "idag",
    "niveauidag",
    "naa",
    "nivaanaa",
    "naavaerende",
    "nuvarande",
    "nuvarandenivaa",
    "nivaanu",
    "now",
    "current",
    "currentlevel",
];
/// Words for the wanted level. The last two are also headings of texts, so alone they mean nothing.
const WANTED: [&str; 13] = [
    "oensket",
    "oenske",
    "oenskes",
    "oensketniveau",
    "oenskeniveau",
    "oensketnivaa",
    "oenskad",
    "oenskadnivaa",
    "oenskatnivaa",
    "wanted",
    "wantedlevel",
    "maal",
    "target",
];

/// Which of the two levels the heading of a column names.
fn level_column(heading: &str) -> Option<PersonColumn> {
    // `Nu (1-4)`
    let bare = heading.split(['(', '[', '*']).next().unwrap_or_default();
    let letters = letters_of(bare);
    if NOW.contains(&letters.as_str()) {
        Some(PersonColumn::RowCurrent)
    } else {
        WANTED.contains(&letters.as_str()).then_some(PersonColumn::RowWanted)
    }
}

/// The heading row of a list of people, or of a sheet about one person.
#[derive(Debug, Default)]
pub(in crate::import) struct PeopleHeading {
    at: usize,
    /// The meaning and the heading of each column.
    pub columns: Vec<Option<(PersonColumn, String)>>,
    /// The headings of the other columns.
    pub unused: Vec<String>,
    /// The person, if the whole sheet is about one.
    pub owner: Option<Owner>,
}

/// The person whom a sheet of areas and levels is about, as far as named above its table.
#[derive(Debug, Default)]
pub(in crate::import) struct Owner {
    /// Each fact by the column that it would be in.
    pub facts: Vec<(PersonColumn, String)>,
}

impl Owner {
    pub(super) fn name(&self) -> Option<String> {
        let fact =
            |column| self.facts.iter().find(|(known, _)| *known == column).map(|(_, text)| text.as_str());
        match (fact(PersonColumn::Name), fact(PersonColumn::FirstName), fact(PersonColumn::LastName)) {
            (_, Some(first), Some(last)) => Some(format!("{first} {last}")),
            (name, first, last) => name.or(first).or(last).map(str::to_owned),
        }
    }
}

impl HeadingRow for PeopleHeading {
    fn at(&self) -> usize {
        self.at
    }
}

impl PeopleHeading {
    /// The positions of the columns with this meaning; only of units there are several.
    pub(super) fn places(&self, column: PersonColumn) -> impl Iterator<Item = usize> {
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

    /// Adds the next column to the right.
    fn add(&mut self, column: Option<PersonColumn>, heading: Option<String>) {
        let is_new = |column: &PersonColumn| *column == PersonColumn::Unit || !self.has(*column);
        match (column.filter(is_new), heading) {
            (Some(column), Some(heading)) => self.columns.push(Some((column, heading))),
            (_, heading) => {
                self.columns.push(None);
                self.unused.extend(heading);
            }
        }
    }
}

/// The heading row of `sheet`: of a table of one person's areas, else the first that names people and
/// something of them.
pub(in crate::import) fn find(sheet: &Sheet, role_model: &RoleModel) -> Option<PeopleHeading> {
    let rows = || sheet.rows.iter().enumerate().take(MAX_ROWS_BEFORE);
    let hidden = &sheet.hidden_columns[..];
    rows().find_map(|(at, _)| about_one_person(sheet, at, role_model)).or_else(|| {
        rows().find_map(|(at, row)| {
            let below = sheet.rows.get(at + 1);
            let two = below.and_then(|below| two_rows(at, row, below, hidden, role_model));
            let one = || heading(at, row, hidden, role_model);
            two.filter(PeopleHeading::names_people)
                .or_else(|| Some(one()).filter(PeopleHeading::names_people))
        })
    })
}

fn heading(at: usize, row: &Row, hidden: &[usize], role_model: &RoleModel) -> PeopleHeading {
    let mut heading = PeopleHeading { at, ..PeopleHeading::default() };
    for (i, cell) in row.cells().enumerate() {
        let text = cell.text();
        let column = text.as_deref().and_then(|text| column_of(text, role_model));
        heading.add(column.filter(|_| !hidden.contains(&i)), text);
    }
    heading
}

/// The heading in two rows: the areas above, each over two columns, and the two levels below.
fn two_rows(
    at: usize,
    above: &Row,
    below: &Row,
    hidden: &[usize],
    role_model: &RoleModel,
) -> Option<PeopleHeading> {
    let mut heading = PeopleHeading { at: at + 1, ..PeopleHeading::default() };
    let mut of_area: Option<(AreaIndex, String)> = None;
    let mut has_levels = false;
    for i in 0..above.cells().count().max(below.cells().count()) {
        let (upper, lower) = (above.cell(i).text(), below.cell(i).text());
        if let Some(upper) = &upper {
            of_area = area_of(upper, role_model).map(|area| (area, upper.clone()));
        }
        let level = lower.as_deref().and_then(level_column);
        let (column, text) = match (&of_area, level, lower) {
            (Some((area, name)), Some(level), Some(lower)) => {
                has_levels = true;
                let column = match level {
                    PersonColumn::RowWanted => PersonColumn::Wanted(*area),
                    _ => PersonColumn::Current(*area),
                };
                (Some(column), Some(format!("{name} {lower}")))
            }
            (_, _, Some(lower)) => {
                let column = column_of(&lower, role_model);
                let upper_column = upper.as_deref().and_then(|upper| column_of(upper, role_model));
                match column {
                    None if upper_column.is_some() => (upper_column, upper),
                    column => (column, Some(lower)),
                }
            }
            (_, _, None) => (upper.as_deref().and_then(|upper| column_of(upper, role_model)), upper),
        };
        heading.add(column.filter(|_| !hidden.contains(&i)), text);
    }
    has_levels.then_some(heading)
}

/// The heading of a table with a row for each area and columns for the levels, without names.
fn about_one_person(sheet: &Sheet, at: usize, role_model: &RoleModel) -> Option<PeopleHeading> {
    let row = sheet.rows.get(at)?;
    let mut heading = PeopleHeading { at, ..PeopleHeading::default() };
    let mut own_area = None;
    for (i, cell) in row.cells().enumerate() {
        let text = cell.text();
        let column = text.as_deref().and_then(|text| column_of(text, role_model));
        let column = column.filter(|_| !sheet.hidden_columns.contains(&i));
        match column {
            Some(PersonColumn::RowCurrent | PersonColumn::RowWanted) => heading.add(column, text),
            Some(PersonColumn::Area) => {
                own_area.get_or_insert(i);
                heading.add(None, text);
            }
            Some(PersonColumn::Name | PersonColumn::FirstName | PersonColumn::LastName) => return None,
            _ => heading.add(None, text),
        }
    }
    let first_level = heading.columns.iter().position(Option::is_some)?;
    let below = || sheet.rows.iter().skip(at + 1);
    let areas_in = |column: usize| {
        below()
            .filter(|row| row.cell(column).text().is_some_and(|text| area_of(&text, role_model).is_some()))
            .count()
    };
    // The heading of the areas may be missing, and numbers of areas may precede their names.
    let columns = (0..first_level).filter(|column| !sheet.hidden_columns.contains(column));
    let best = columns.map(|column| (areas_in(column), own_area == Some(column), column)).max()?;
    let (count, _, area_column) = best;
    if count == 0 {
        return None;
    }
    let text = row.cell(area_column).text().unwrap_or_default();
    heading.unused.retain(|unused| *unused != text);
    heading.columns[area_column] = Some((PersonColumn::Area, text));
    heading.owner = Some(owner(&sheet.rows[..at]));
    Some(heading)
}

/// The facts in the rows above a table: a label, and the text beside it, below it or behind its colon.
fn owner(rows: &[Row]) -> Owner {
    let mut owner = Owner::default();
    for (at, row) in rows.iter().enumerate() {
        for (i, cell) in row.cells().enumerate() {
            let Some(text) = cell.text() else { continue };
            let (label, behind) = text.split_once(':').unwrap_or((&text, ""));
            let Some(column) = fact_column(label) else { continue };
            let right = row.cells().skip(i + 1).find_map(Cell::text);
            let below = || rows.get(at + 1)?.cell(i).text();
            let value = Some(behind.trim().to_owned())
                .filter(|behind| !behind.is_empty())
                .or_else(|| right.filter(|right| !is_label(right)))
                .or_else(below)
                .filter(|value| !is_label(value));
            owner.facts.extend(value.map(|value| (column, value)));
        }
    }
    owner
}

fn is_label(text: &str) -> bool {
    text.split_once(':').map_or_else(|| fact_column(text), |(label, _)| fact_column(label)).is_some()
}

/// The fact that a label above a table names.
fn fact_column(label: &str) -> Option<PersonColumn> {
    spelled(&letters_of(label)).filter(|column| {
        matches!(
            column,
            PersonColumn::Name
                | PersonColumn::FirstName
                | PersonColumn::LastName
                | PersonColumn::Unit
                | PersonColumn::Position
                | PersonColumn::Leader
        )
    })
}

fn column_of(heading: &str, role_model: &RoleModel) -> Option<PersonColumn> {
    let letters = letters_of(heading);
    if letters.is_empty() {
        return None;
    }
    let level = || level_column(heading).filter(|_| !["maal", "target"].contains(&letters.as_str()));
    spelled(&letters).or_else(level).or_else(|| column_of_area(&letters, role_model))
}

/// The meaning of a heading that names no area.
fn spelled(letters: &str) -> Option<PersonColumn> {
    // `Enhed 1`, `Enhed 2` are the units above.
    let numberless = letters.trim_end_matches(|c: char| c.is_ascii_digit());
    let known = SPELLINGS.iter().find(|(column, words)| {
        let word = if *column == PersonColumn::Unit { numberless } else { letters };
        words.split_whitespace().any(|known| known == word)
    });
    known.map(|(column, _)| *column)
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
            let rest = letters.strip_prefix(name.as_str()).or_else(|| letters.strip_suffix(name.as_str()));
            let rest = rest.filter(|_| !name.is_empty())?;
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
            ("Nu: Økonomi", Some(PersonColumn::Current(economy))),
            ("Nu (1-4)", Some(PersonColumn::RowCurrent)),
            ("Niveau i dag", Some(PersonColumn::RowCurrent)),
            ("Ønsket niveau", Some(PersonColumn::RowWanted)),
            ("Mål", None),
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
