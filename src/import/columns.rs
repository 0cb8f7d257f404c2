//! The meaning of a list's columns, by their headings.

use super::list_sheets::HeadingRow;
use super::sheet::{Cell, Row, Sheet};
use crate::department::role_model::{Area, AreaIndex, RoleModel};
use crate::fields::{Field, course, session};
use crate::language::Tag;
use crate::source::spelling::fold;

/// The meaning of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Column {
    /// A field of a course or of one of its sessions.
    Of(&'static Field),
    /// Whether the course is withdrawn, or a session cancelled or full.
    Availability,
    /// Whether a session is cancelled.
    Cancelled,
    /// Which group of a course a row is about.
    Group,
}

/// A heading that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct UsedColumn {
    /// The heading as written in the list.
    pub heading: String,
    /// Its meaning.
    pub column: Column,
}

/// The names of columns in lists of the four languages besides the fields' own spellings, without
/// signs between the letters.
const SPELLINGS: [(Column, &str); 25] = [
    (
        Column::Of(&course::NUMBER),
        "nr kursusnummer kursusnr kursnummer kursnr amunummer amunr amukode amumaal amumaalnummer \
         amumaalnr maalnummer maalnr maalkode kode kursuskode kurskode kurskod fagkode fagnummer \
         fagnr skolefagkode uddannelseskode uddannelsesnummer uvmfagkode uvmkode id kursusid no courseno coursenumber \
         coursecode code courseid",
    ),
    (
        Column::Of(&course::TITLE),
        "kursustitel kursus kursusnavn kursetsnavn kursetstitel navn fag fagtitel fagnavn maaltitel \
         maalnavn maaletstitel amutitel uddannelse uddannelsestitel betegnelse emne kurs kursnamn \
         kurstitel namn benaemning rubrik kurstittel kursnavn course coursetitle coursename name",
    ),
    (Column::Of(&course::FORM), "laeringsform kursustype kursusform laerandeform kurstype kind learningform"),
    (
        Column::Of(&course::AREAS),
        "omraade kompetenceomraade kompetenceomraader kompetensomraade kompetensomraaden \
         kompetanseomraade kompetanseomraader area",
    ),
    (
        Column::Of(&course::PROVIDER),
        "kursusudbyder udbydere skole udbydendeskole uddannelsesinstitution institution arrangoer \
         utbildare utbildningsanordnare leverantoer leverandoer supplier organiser",
    ),
    (Column::Of(&course::FROM_LEVEL), ""),
    (Column::Of(&course::TO_LEVEL), ""),
    (
        Column::Of(&course::DAYS),
        "antaldage kursusdage varighed varighedidage varigheddage laengde laengdeidage antaldagar \
         laengd antalldager varighet timer antaltimer timetal varigheditimer lektioner antallektioner varighedilektioner duration length numberofdays",
    ),
    (
        Column::Of(&course::PRICE),
        "kursuspris prisikr priskr prisprdeltager prisprperson prisperdeltager deltagerbetaling \
         deltagerpris deltagergebyr brugerbetaling kursuspriskr prisekslmoms prisekskmoms prisexmoms prisinklmoms prisprkursist justeretpris deltagerprisbeloeb amupris kostnad avgift kursavgift \
         deltakeravgift fee cost",
    ),
    (
        Column::Of(&course::FULL_PRICE),
        "fuldprisbeloeb fuldprisikr normalpris listepris prisudenformaalgruppen prisudentilskud ordinaerpris",
    ),
    (
        Column::Of(&course::SUBSIDY),
        "tilskudprdeltager tilskudkr veugodtgoerelse godtgoerelse kompensation loentilskud stoette \
         grant",
    ),
    (
        Column::Of(&course::EXPIRES),
        "udloebsdato udloeb udgaarden gyldigtil gaeldertil kantagestil gaellertill utloepsdato expiry \
         expirydate validuntil validto",
    ),
    (
        Column::Availability,
        "udgaaet udgaar nedlagt status kursusstatus holdstatus tilmeldingsstatus utgaatt utgaar withdrawn \
         discontinued",
    ),
    (Column::Cancelled, "aflyst annulleret instaelld avlyst cancelled canceled"),
    (Column::Group, "hold holdnr holdnummer holdkode holdid holdnavn gruppe gruppenr grupp group groupno"),
    (
        Column::Of(&session::START),
        "startdato holdstart kursusstart startdag dato fra fradato starter begynder foerstedag \
         periode kursusperiode kursusdato afholdes \
         afholdelse hvornaar tidspunkt uge ugenr ugenummer vecka uke week startdatum datum boerjar fraan fraandatum startdate date from fromdate begins starts",
    ),
    (
        Column::Of(&session::END),
        "slutdato holdslut kursusslut til tildato slutter sidstedag slutdatum till tilldatum slutar \
         sluttdato enddate to todate ends",
    ),
    (
        Column::Of(&session::BLOCKS),
        "fagperiodeliste fagperioder fagperiode perioder kursusperioder datoer kursusdatoer moededatoer undervisningsdatoer \
         undervisningsdage moededage kursdagar kursdager coursedates",
    ),
    (
        Column::Of(&session::TOWN),
        "by kursussted afholdelsessted undervisningssted uddannelsessted lokation lokalitet afdeling \
         plats stad kursort kurssted place location venue city",
    ),
    (
        Column::Of(&session::SEATS),
        "antalpladser pladseriialt pladserialt kapacitet holdstoerrelse maxdeltagere maksdeltagere \
         maxantaldeltagere maksantaldeltagere antalplatser antallplasser places capacity",
    ),
    (
        Column::Of(&session::FREE_SEATS),
        "ledigepladser antalledigepladser antalledige friepladser restpladser ledigaplatser \
         ledigeplasser freeseats seatsleft availableseats available vacancies",
    ),
    (Column::Of(&session::HALF_DAYS), "halvedage halvdag ihalvdage halvedager halfday"),
    (
        Column::Of(&session::REGISTRATION),
        "tilmeldingsenest tilmeldsenest sidstetilmelding sidstetilmeldingsdato sidstetilmeldingsfrist \
         ansoegningsfrist frist senestetilmelding sistaanmaelningsdag sistaanmaelan sistepaamelding deadline",
    ),
    (
        Column::Of(&session::GUARANTEED),
        "garantikursus garantihold garanti garanterethold garanteretafholdelse",
    ),
    (Column::Of(&session::TEACHING), "undervisningstype afholdelsesform tidspaadagen dagaften"),
];

/// In how many rows from the top a heading row is looked for.
pub(super) const MAX_ROWS_BEFORE: usize = 60;

/// The heading row of a list.
#[derive(Debug)]
pub(super) struct Heading {
    /// Which of [`Sheet::rows`] it is.
    pub at: usize,
    /// The meaning and the heading of each column.
    pub columns: Vec<Option<UsedColumn>>,
    /// The headings of unknown and of repeated columns.
    pub unused: Vec<String>,
    /// Of those, each column with the meaning of an earlier one, after that one.
    pub repeated: Vec<(String, String)>,
}

/// Words in the heading of a price for people outside the target group of labour-market courses,
/// without signs between the letters. They go first: `ikke i målgruppen` names the group, too.
const OUTSIDE_TARGET_GROUP: [&str; 13] = [
    "videregaaende",
    "fuld",
    "udenfor",
    "ikkeimaal",
    "ikkeerimaal",
    "ikkemaal",
    "ikkeamu",
    "selvbetal",
    "normal",
    "ordinaer",
    "udentilskud",
    "uventillskott",
    "fullprice",
];
/// Words in the heading of the price for the target group.
const TARGET_GROUP: [&str; 4] = ["maalgruppe", "amu", "justeret", "medtilskud"];

/// The kind of price that the words of a heading name.
fn price_column(heading: &str) -> Option<Column> {
    let letters = letters_of(heading);
    let is_price = ["pris", "betaling", "gebyr"].iter().any(|word| letters.contains(word));
    let names = |words: &[&str]| is_price && words.iter().any(|word| letters.contains(word));
    if names(&OUTSIDE_TARGET_GROUP) {
        Some(Column::Of(&course::FULL_PRICE))
    } else {
        names(&TARGET_GROUP).then_some(Column::Of(&course::PRICE))
    }
}

impl Column {
    /// The meaning of a column with this heading.
    pub(crate) fn of_heading(heading: &str) -> Option<Self> {
        if let Some(price) = price_column(heading) {
            return Some(price);
        }
        // "Pris (kr.)" is the price.
        let bare = heading.split(['(', '[', '*']).next().unwrap_or_default();
        let letters = letters_of(bare);
        if letters.is_empty() {
            return None;
        }
        let is_it = |(column, words): &&(Self, &str)| {
            words.split_whitespace().any(|word| word == letters)
                || column.field().is_some_and(|field| field.spellings().any(|own| letters_of(own) == letters))
        };
        SPELLINGS.iter().find(is_it).map(|(column, _)| *column)
    }
}

impl Column {
    /// The field of a file that the column holds, if there is one.
    fn field(self) -> Option<&'static Field> {
        match self {
            Self::Of(field) => Some(field),
            Self::Availability | Self::Cancelled | Self::Group => None,
        }
    }

    /// The column's name if the list has no heading for it.
    pub(crate) fn key(self, language: Tag) -> &'static str {
        let by_language = match self {
            Self::Of(field) => return field.key_in(language),
            Self::Availability => ["udgået", "utgått", "utgått", "withdrawn"],
            Self::Cancelled => ["aflyst", "inställd", "avlyst", "cancelled"],
            Self::Group => ["holdnr", "gruppnr", "gruppenr", "group"],
        };
        by_language[language as usize]
    }
}

/// The letters and digits of a heading, folded.
pub(super) fn letters_of(heading: &str) -> String {
    fold(heading).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The area with this key, name or short name, which may follow its number.
pub(super) fn area_of(text: &str, role_model: &RoleModel) -> Option<AreaIndex> {
    let named = |text: &str| {
        let letters = letters_of(text);
        let is_it = |area: &Area| {
            let names = [Some(&area.key), Some(&area.name), area.short_name.as_ref()];
            names.into_iter().flatten().any(|name| letters_of(name) == letters)
        };
        role_model.areas.iter().position(is_it).filter(|_| !letters.is_empty()).map(AreaIndex)
    };
    named(text).or_else(|| named(text.trim_start_matches(|c: char| c.is_ascii_digit() || ".): ".contains(c))))
}

impl HeadingRow for Heading {
    fn at(&self) -> usize {
        self.at
    }
}

impl Heading {
    /// The columns that are used, in the list's order.
    pub(super) fn used(&self) -> Vec<UsedColumn> {
        self.columns.iter().flatten().cloned().collect()
    }

    /// The position of `column`, and its heading.
    pub(super) fn place(&self, column: Column) -> Option<(usize, &str)> {
        self.columns.iter().enumerate().find_map(|(at, used)| {
            let used = used.as_ref().filter(|used| used.column == column)?;
            Some((at, used.heading.as_str()))
        })
    }
}

/// The heading row of `sheet`: the first that names the courses' numbers and something of them.
pub(super) fn find(sheet: &Sheet) -> Option<Heading> {
    let rows = sheet.rows.iter().enumerate().take(MAX_ROWS_BEFORE);
    rows.map(|(at, row)| heading(at, row, &sheet.hidden_columns)).find(|heading| {
        let used = heading.columns.iter().flatten();
        used.clone().any(|used| used.column == Column::Of(&course::NUMBER)) && used.count() > 1
    })
}

/// The headings, known and unknown, of the row that is most like a heading row.
pub(super) fn nearest_heading(sheets: &[Sheet]) -> (Vec<String>, Vec<String>) {
    let rows = sheets.iter().flat_map(|sheet| sheet.rows.iter().take(MAX_ROWS_BEFORE));
    let nearest = rows.max_by_key(|row| {
        let known = heading(0, row, &[]).columns.iter().flatten().count();
        // Of rows that are alike, the upper one.
        (known, row.filled().min(2), std::cmp::Reverse(row.number))
    });
    let Some(heading) = nearest.map(|row| heading(0, row, &[])) else { return Default::default() };
    (heading.used().into_iter().map(|used| used.heading).collect(), heading.unused)
}

/// `row` as a heading row. A hidden column counts only if no visible one has its meaning.
fn heading(at: usize, row: &Row, hidden: &[usize]) -> Heading {
    let texts: Vec<Option<String>> = row.cells().map(Cell::text).collect();
    let mut heading =
        Heading { at, columns: vec![None; texts.len()], unused: Vec::new(), repeated: Vec::new() };
    for is_hidden in [false, true] {
        for (i, text) in texts.iter().enumerate().filter(|(i, _)| hidden.contains(i) == is_hidden) {
            let Some(text) = text else { continue };
            match Column::of_heading(text) {
                Some(column) if heading.place(column).is_none() => {
                    heading.columns[i] = Some(UsedColumn { heading: text.clone(), column });
                }
                Some(column) if !is_hidden => {
                    let first = heading.place(column).map(|(_, first)| first.to_owned());
                    heading.repeated.extend(first.map(|first| (first, text.clone())));
                }
                _ => {}
            }
        }
    }
    let unused = texts.into_iter().zip(&heading.columns).filter(|(_, used)| used.is_none());
    heading.unused = unused.filter_map(|(text, _)| text).collect();
    heading
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeSet, HashMap};

    use super::*;

    #[test]
    fn headings_are_known_in_every_spelling() {
        for (heading, column) in [
            ("AMU-nr.", Column::Of(&course::NUMBER)),
            ("Kursusnummer", Column::Of(&course::NUMBER)),
            (" NUMMER ", Column::Of(&course::NUMBER)),
            ("Course code", Column::Of(&course::NUMBER)),
            ("Pris (kr.)", Column::Of(&course::PRICE)),
            ("Pris pr. deltager", Column::Of(&course::PRICE)),
            ("Ledige pladser", Column::Of(&session::FREE_SEATS)),
            ("Lediga platser", Column::Of(&session::FREE_SEATS)),
            ("Udloebsdato", Column::Of(&course::EXPIRES)),
            ("Utløper", Column::Of(&course::EXPIRES)),
            ("Från nivå", Column::Of(&course::FROM_LEVEL)),
            ("Fra nivå", Column::Of(&course::FROM_LEVEL)),
            ("Til niveau", Column::Of(&course::TO_LEVEL)),
            ("Kompetenceområde", Column::Of(&course::AREAS)),
            ("Halve dage", Column::Of(&session::HALF_DAYS)),
            ("Start date", Column::Of(&session::START)),
            ("UVMfagKode", Column::Of(&course::NUMBER)),
            ("Pris (videregående uddannelse)", Column::Of(&course::FULL_PRICE)),
            ("Pris (AMU-målgruppen)", Column::Of(&course::PRICE)),
            ("Pris, hvis du ikke er i målgruppen", Column::Of(&course::FULL_PRICE)),
            ("JusteretPris", Column::Of(&course::PRICE)),
            ("Fuldpris", Column::Of(&course::FULL_PRICE)),
            ("Tilmeldingsfrist", Column::Of(&session::REGISTRATION)),
            ("GarantiKursus", Column::Of(&session::GUARANTEED)),
            ("Undervisningsform", Column::Of(&session::TEACHING)),
            ("FagPeriodeListe", Column::Of(&session::BLOCKS)),
            ("Datoer", Column::Of(&session::BLOCKS)),
            ("Aflyst", Column::Cancelled),
            ("Holdnr.", Column::Group),
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
            let own = column
                .field()
                .into_iter()
                .flat_map(Field::spellings)
                .map(letters_of)
                .collect::<BTreeSet<_>>();
            for word in words.split_whitespace().chain(own.iter().map(String::as_str)) {
                assert!(seen.insert(word.to_owned(), column).is_none(), "{word}");
                assert_eq!(Column::of_heading(word), Some(column), "{word}");
            }
        }
    }

    #[test]
    fn the_heading_row_may_be_below_titles() {
        let row = |number, texts: &[&str]| {
            let cells = texts.iter().map(|text| Cell::of(text)).enumerate();
            Row::new(number, cells.filter(|(_, cell)| *cell != Cell::Empty).collect()).expect("cells")
        };
        let sheet = Sheet {
            rows: vec![
                row(1, &["Kurser i 2027"]),
                row(2, &["Nummer 7 af vores kataloger", "Pris"]),
                row(4, &["Nummer", "", "Titel", "Web", "Pris", "Pris"]),
                row(5, &["45986", "", "Struktur"]),
            ],
            ..Sheet::default()
        };
        let heading = find(&sheet).expect("a heading row");
        assert_eq!(heading.at, 2);
        assert_eq!(heading.place(Column::Of(&course::PRICE)), Some((4, "Pris")));
        assert_eq!(heading.unused, ["Web", "Pris"]);
    }
}
