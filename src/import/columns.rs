//! Which column of a list is what, told from its heading.

use strum::IntoStaticStr;

use super::sheet::{Row, Sheet};
use crate::source::word::fold;

/// What a column tells; its name is the key in `kurser.yaml`, where there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, IntoStaticStr)]
pub enum Column {
    /// The course's number.
    #[strum(serialize = "nummer")]
    Number,
    /// Its title.
    #[strum(serialize = "titel")]
    Title,
    /// What kind of learning it is.
    #[strum(serialize = "form")]
    Form,
    /// The areas it covers.
    #[strum(serialize = "områder")]
    Areas,
    /// Who offers it.
    #[strum(serialize = "udbyder")]
    Provider,
    /// The lowest level that it helps on.
    #[strum(serialize = "fra_niveau")]
    FromLevel,
    /// The level that it leads to.
    #[strum(serialize = "til_niveau")]
    ToLevel,
    /// Length in days.
    #[strum(serialize = "dage")]
    Days,
    /// Danish kroner per person.
    #[strum(serialize = "pris")]
    Price,
    /// What funds give back.
    #[strum(serialize = "tilskud")]
    Subsidy,
    /// The last day on which it can be taken.
    #[strum(serialize = "udløber")]
    Expires,
    /// Whether it is withdrawn.
    #[strum(serialize = "udgået")]
    Withdrawn,
    /// First day of one time that it is held.
    #[strum(serialize = "start")]
    Start,
    /// Last day of it.
    #[strum(serialize = "slut")]
    End,
    /// The town.
    #[strum(serialize = "sted")]
    Town,
    /// Seats in all.
    #[strum(serialize = "pladser")]
    Seats,
    /// Seats not taken.
    #[strum(serialize = "ledige")]
    FreeSeats,
    /// Held in half days.
    #[strum(serialize = "halvdage")]
    HalfDays,
}

/// A heading that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UsedColumn {
    /// As it stands in the list.
    pub heading: String,
    /// What it tells.
    pub column: Column,
}

/// How lists of the four languages call their columns, without signs between the letters.
const SPELLINGS: [(Column, &str); 18] = [
    (
        Column::Number,
        "nummer nr kursusnummer kursusnr kursnummer kursnr amunummer amunr amukode amumaal amumaalnummer amumaalnr \
         maalnummer maalnr maalkode kode kursuskode kurskode kurskod fagkode fagnummer fagnr skolefagkode \
         uddannelseskode uddannelsesnummer id kursusid number no courseno coursenumber coursecode code courseid",
    ),
    (
        Column::Title,
        "titel kursustitel kursus kursusnavn kursetsnavn kursetstitel navn fag fagtitel fagnavn maaltitel \
         maalnavn maaletstitel amutitel uddannelse uddannelsestitel betegnelse emne kurs kursnamn kurstitel namn \
         benaemning rubrik tittel kurstittel kursnavn title course coursetitle coursename name",
    ),
    (Column::Form, "form laeringsform kursustype kursusform laerandeform kurstype kind learningform"),
    (
        Column::Areas,
        "omraade omraader kompetenceomraade kompetenceomraader omraaden kompetensomraade kompetensomraaden \
         kompetanseomraade kompetanseomraader area areas",
    ),
    (
        Column::Provider,
        "udbyder kursusudbyder udbydere skole udbydendeskole uddannelsesinstitution institution arrangoer \
         utbildare utbildningsanordnare anordnare leverantoer tilbyder leverandoer provider supplier organiser",
    ),
    (Column::FromLevel, "franiveau fraannivaa franivaa fromlevel"),
    (Column::ToLevel, "tilniveau tillnivaa tilnivaa tolevel"),
    (
        Column::Days,
        "dage antaldage kursusdage varighed varighedidage varigheddage laengde laengdeidage dagar antaldagar laengd \
         dager antalldager varighet days duration length numberofdays",
    ),
    (
        Column::Price,
        "pris kursuspris prisikr priskr prisprdeltager prisprperson prisperdeltager deltagerbetaling deltagerpris \
         deltagergebyr brugerbetaling kursuspriskr kostnad avgift kursavgift deltakeravgift price fee cost",
    ),
    (
        Column::Subsidy,
        "tilskud tilskudprdeltager tilskudkr veugodtgoerelse godtgoerelse kompensation loentilskud bidrag tilskudd \
         stoette subsidy grant",
    ),
    (
        Column::Expires,
        "udloeber udloebsdato udloeb udgaarden gyldigtil gaeldertil kantagestil gaellertill upphoer utloeper \
         utloepsdato expires expiry expirydate validuntil validto",
    ),
    (
        Column::Withdrawn,
        "udgaaet udgaar nedlagt status kursusstatus holdstatus utgaatt utgaar withdrawn discontinued",
    ),
    (
        Column::Start,
        "start startdato holdstart kursusstart startdag dato fra fradato starter begynder foerstedag startdatum \
         datum boerjar fraan fraandatum startdate date from fromdate begins starts",
    ),
    (
        Column::End,
        "slut slutdato holdslut kursusslut til tildato slutter sidstedag slutdatum till tilldatum slutar slutt \
         sluttdato enddate end to todate ends",
    ),
    (
        Column::Town,
        "sted by kursussted afholdelsessted undervisningssted uddannelsessted lokation lokalitet afdeling ort plats \
         stad kursort kurssted town place location venue city",
    ),
    (
        Column::Seats,
        "pladser antalpladser pladseriialt pladserialt kapacitet holdstoerrelse maxdeltagere maksdeltagere \
         maxantaldeltagere maksantaldeltagere platser antalplatser plasser antallplasser seats places capacity",
    ),
    (
        Column::FreeSeats,
        "ledige ledigepladser antalledigepladser antalledige friepladser restpladser lediga ledigaplatser \
         ledigeplasser free freeseats seatsleft availableseats available vacancies",
    ),
    (
        Column::HalfDays,
        "halvdage halvedage halvdag ihalvdage halvdagar halvdager halvedager halfdays halfday",
    ),
];

/// In how many rows from the top a heading row is looked for.
const MOST_ROWS_BEFORE: usize = 60;

/// The heading row of a list.
#[derive(Debug)]
pub(super) struct Heading {
    /// Which of [`Sheet::rows`] it is.
    pub at: usize,
    /// What each column tells, and its heading.
    pub columns: Vec<Option<UsedColumn>>,
    /// The headings of columns that tell nothing that is known, or something once more.
    pub unused: Vec<String>,
}

impl Column {
    /// What a column with this heading tells.
    pub fn of_heading(heading: &str) -> Option<Self> {
        // "Pris (kr.)" is the price.
        let bare = heading.split(['(', '[', '*']).next().unwrap_or_default();
        let letters: String = fold(bare).chars().filter(|c| c.is_alphanumeric()).collect();
        if letters.is_empty() {
            return None;
        }
        let spelt = |words: &str| words.split_whitespace().any(|word| word == letters);
        SPELLINGS.iter().find(|(_, words)| spelt(words)).map(|(column, _)| *column)
    }
}

impl Heading {
    /// The columns that are used, in the list's order.
    pub fn used(&self) -> Vec<UsedColumn> {
        self.columns.iter().flatten().cloned().collect()
    }

    /// Where `column` stands, and its heading.
    pub fn place(&self, column: Column) -> Option<(usize, &str)> {
        self.columns.iter().enumerate().find_map(|(at, used)| {
            let used = used.as_ref().filter(|used| used.column == column)?;
            Some((at, used.heading.as_str()))
        })
    }
}

/// The heading row of `sheet`: the first that names the courses' numbers and something of them.
pub(super) fn find(sheet: &Sheet) -> Option<Heading> {
    let rows = sheet.rows.iter().enumerate().take(MOST_ROWS_BEFORE);
    rows.map(|(at, row)| heading(at, row)).find(|heading| {
        let used = heading.columns.iter().flatten();
        used.clone().any(|used| used.column == Column::Number) && used.count() > 1
    })
}

/// The headings, known and unknown, of the row that is most like a heading row.
pub(super) fn nearest_heading(sheets: &[Sheet]) -> (Vec<String>, Vec<String>) {
    let rows = sheets.iter().flat_map(|sheet| sheet.rows.iter().take(MOST_ROWS_BEFORE));
    let nearest = rows.max_by_key(|row| {
        let known = heading(0, row).columns.iter().flatten().count();
        // Of rows that are alike, the upper one.
        (known, row.filled().min(2), std::cmp::Reverse(row.number))
    });
    let Some(heading) = nearest.map(|row| heading(0, row)) else { return Default::default() };
    (heading.used().into_iter().map(|used| used.heading).collect(), heading.unused)
}

fn heading(at: usize, row: &Row) -> Heading {
    let mut heading = Heading { at, columns: Vec::new(), unused: Vec::new() };
    for cell in row.cells() {
        let Some(text) = cell.text() else {
            heading.columns.push(None);
            continue;
        };
        match Column::of_heading(&text).filter(|column| heading.place(*column).is_none()) {
            Some(column) => heading.columns.push(Some(UsedColumn { heading: text, column })),
            None => {
                heading.columns.push(None);
                heading.unused.push(text);
            }
        }
    }
    heading
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;
    use crate::import::sheet::Cell;

    #[test]
    fn headings_are_known_in_every_spelling() {
        for (heading, column) in [
            ("AMU-nr.", Column::Number),
            ("Kursusnummer", Column::Number),
            (" NUMMER ", Column::Number),
            ("Course code", Column::Number),
            ("Pris (kr.)", Column::Price),
            ("Pris pr. deltager", Column::Price),
            ("Ledige pladser", Column::FreeSeats),
            ("Lediga platser", Column::FreeSeats),
            ("Udloebsdato", Column::Expires),
            ("Utløper", Column::Expires),
            ("Från nivå", Column::FromLevel),
            ("Fra nivå", Column::FromLevel),
            ("Til niveau", Column::ToLevel),
            ("Kompetenceområde", Column::Areas),
            ("Halve dage", Column::HalfDays),
            ("Start date", Column::Start),
        ] {
            assert_eq!(Column::of_heading(heading), Some(column), "{heading}");
        }
        for heading in ["Kontaktperson", "", "(kr.)", "Bemærkning", "Web"] {
            assert_eq!(Column::of_heading(heading), None, "{heading}");
        }
    }

    #[test]
    fn no_spelling_means_two_columns() {
        let mut seen = HashMap::new();
        for (column, words) in SPELLINGS {
            for word in words.split_whitespace() {
                assert!(seen.insert(word, column).is_none(), "{word}");
                assert_eq!(Column::of_heading(word), Some(column), "{word}");
            }
        }
    }

    #[test]
    fn the_heading_row_may_stand_below_titles() {
        let row = |number, texts: &[&str]| {
            let cells = texts.iter().map(|text| Cell::of(text)).enumerate();
            Row::new(number, cells.filter(|(_, cell)| *cell != Cell::Empty).collect()).expect("cells")
        };
        let sheet = Sheet {
            name: None,
            rows: vec![
                row(1, &["Kurser i 2027"]),
                row(2, &["Nummer 7 af vores kataloger", "Pris"]),
                row(4, &["Nummer", "", "Titel", "Web", "Pris", "Pris"]),
                row(5, &["45986", "", "Struktur"]),
            ],
        };
        let heading = find(&sheet).expect("a heading row");
        assert_eq!(heading.at, 2);
        assert_eq!(heading.place(Column::Price), Some((4, "Pris")));
        assert_eq!(heading.unused, ["Web", "Pris"]);
    }
}
