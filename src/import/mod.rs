//! A provider's list of courses, and what it changes in `kurser.yaml`.
//!
//! A file of any program becomes rows of cells; the heading row decides which
//! column is what; the rows below become facts about courses; and those are compared with
//! the catalogue. The result is the new text of the file, which must read back as exactly
//! the intended catalogue. Nothing is written without confirmation.

mod amounts;
mod columns;
mod csv;
mod difference;
mod error;
mod existing;
mod file;
mod hidden;
mod levels;
mod list;
mod list_sheets;
mod merge;
pub(crate) mod people;
mod period;
mod places;
mod remark;
mod rewriting;
mod sessions;
mod sheet;
mod workbook;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

use crate::department::{Department, ParsedFile};
use crate::language::{Message, Tag};
use crate::problem::{Code, Problems};
use crate::progress::{self, Step};
use crate::source::FileKind;
use crate::source::decode::encode_like;
use crate::source::walk::{self, MAX_FILE_BYTES};
use crate::storage;
use crate::storage::lock::LockGuard;

use columns::Heading;
use existing::ExistingCatalogue;
use list::ListedRow;
use list_sheets::distinct;
use sheet::Sheet;

pub(crate) use columns::UsedColumn;
pub(crate) use difference::FieldChange;
pub use error::ImportError;
pub(crate) use merge::{CourseChange, LeftOut};
pub(crate) use remark::Remark;
pub(crate) use sheet::{MAX_ROWS, Unreadable};

/// The changes that a list would make.
#[derive(Debug)]
pub(crate) struct Import {
    /// The sheets of a workbook that are used.
    pub sheets: Vec<Arc<str>>,
    /// The columns that are used, in the list's order.
    pub used: Vec<UsedColumn>,
    /// The headings of the columns that are not.
    pub unused: Vec<String>,
    /// Rows with something about a course.
    pub rows: usize,
    /// Courses on the list.
    pub courses: usize,
    /// What changes in courses that are there, in the file's order.
    pub changed: Vec<CourseChange>,
    /// What comes in, in the list's order.
    pub added: Vec<CourseChange>,
    /// New courses that can't be added, and why.
    pub left_out: Vec<LeftOut>,
    /// Number and title of courses of the same providers that the list does not hold.
    pub not_listed: Vec<(String, String)>,
    /// Other remarks.
    pub remarks: Vec<Remark>,
    /// The catalogue's file.
    pub path: PathBuf,
    /// The department's language, in which keys are named.
    pub language: Tag,
    before: Option<Vec<u8>>,
    after: Vec<u8>,
}

/// Computes the changes of the list in `path` to the catalogue of `department`, which
/// was read from `folder` as `parsed`; `today` is when a course that the list calls
/// withdrawn expires. Writes nothing.
///
/// # Errors
/// If the list can't be used, or the catalogue not be changed safely.
pub(crate) fn prepare(
    path: &Path,
    folder: &Path,
    department: &Department,
    parsed: &[ParsedFile],
    today: Date,
) -> Result<Import, ImportError> {
    let bytes = file::read(path)?;
    progress::read(path);
    let _comparing = progress::begin(Step::List);
    let mut remarks = Vec::new();
    let lists = find_lists(&bytes, &mut remarks)?;
    let rows = rows_of(&lists, department, today, &mut remarks);
    if let Some((one, two)) = two_catalogues(folder) {
        return Err(ImportError::TwoCatalogues(one, two));
    }
    let there = ExistingCatalogue::find(folder, department, parsed)?;
    let merged = merge::merge(&rows, department, &there, today, &mut remarks);
    let rewritten = rewriting::rewrite(&there, department, merged.changed, merged.added, &mut remarks)?;
    if rewritten.text.len() as u64 > MAX_FILE_BYTES {
        return Err(ImportError::TooLarge);
    }
    let after = encode_like(there.bytes.as_deref().unwrap_or_default(), &rewritten.text);
    Ok(Import {
        sheets: lists.iter().filter_map(|(sheet, _)| sheet.name.clone()).collect(),
        used: distinct(lists.iter().flat_map(|(_, heading)| heading.used())),
        unused: distinct(lists.iter().flat_map(|(_, heading)| heading.unused.clone())),
        rows: rows.len(),
        courses: merged.listed,
        changed: rewritten.changed,
        added: rewritten.added,
        left_out: merged.left_out,
        not_listed: merged.not_listed,
        remarks,
        path: there.file.path.clone(),
        language: department.settings.own_language(),
        before: there.bytes,
        after,
    })
}

impl Import {
    /// Whether anything changes.
    pub(crate) fn changes_anything(&self) -> bool {
        !(self.changed.is_empty() && self.added.is_empty())
    }

    /// Whether something in the list is dropped.
    pub(crate) fn loses_anything(&self) -> bool {
        !self.left_out.is_empty() || self.remarks.iter().any(|remark| remark.lost)
    }

    /// Writes the catalogue, if the file has not changed since.
    ///
    /// # Errors
    /// If the file changed meanwhile, or the system refuses; the file is intact then.
    pub(crate) fn write(&self, _: &LockGuard) -> Result<(), ImportError> {
        let written = match &self.before {
            Some(before) => storage::exchange(&self.path, before, &self.after),
            None => match storage::create(&self.path, &self.after) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
                created => created.map(|()| true),
            },
        };
        match written {
            Ok(true) => Ok(()),
            Ok(false) => Err(ImportError::Changed),
            Err(error) => Err(ImportError::Io { path: self.path.clone(), error }),
        }
    }
}

/// The text of `kurser.yaml` after a list, for fuzzing the reader of lists: from the
/// bytes of a list and a department with the files it was read from.
pub fn rewritten(
    bytes: &[u8],
    department: &Department,
    parsed: &[ParsedFile],
) -> Result<String, ImportError> {
    let mut remarks = Vec::new();
    let lists = find_lists(bytes, &mut remarks)?;
    let today = Date::constant(2027, 1, 1);
    let rows = rows_of(&lists, department, today, &mut remarks);
    let there = ExistingCatalogue::parsed(parsed).ok_or(ImportError::Catalogue)?;
    let merged = merge::merge(&rows, department, &there, today, &mut remarks);
    let rewritten = rewriting::rewrite(&there, department, merged.changed, merged.added, &mut remarks)?;
    Ok(rewritten.text)
}

/// The names of two catalogues in `folder`, if it has more than one.
fn two_catalogues(folder: &Path) -> Option<(String, String)> {
    let mut problems = Problems::default();
    let read = walk::read(folder, &mut problems).ok()?;
    let second = problems.iter().find(|problem| {
        problem.code == Code::DuplicateFile && problem.place.file.kind == FileKind::Catalogue
    })?;
    Some((read.catalogue?.name.clone(), second.place.file.name.clone()))
}

/// The lists of courses in a file.
fn find_lists(bytes: &[u8], remarks: &mut Vec<Remark>) -> Result<Vec<(Sheet, Heading)>, ImportError> {
    let sheets = file::sheets(bytes)?;
    let lists = list_sheets::find(sheets, columns::find, remarks).map_err(|sheets| {
        let (known, unknown) = columns::nearest_heading(&sheets);
        ImportError::NoHeading { known, unknown }
    })?;
    for (sheet, heading) in &lists {
        remarks.extend(heading.repeated.iter().map(|(first, again)| {
            let message = Message::new("import-repeated-column").with("first", first.as_str());
            Remark { sheet: sheet.name.clone(), ..Remark::general(message.with("again", again.as_str())) }
        }));
    }
    Ok(lists)
}

fn rows_of(
    lists: &[(Sheet, Heading)],
    department: &Department,
    today: Date,
    remarks: &mut Vec<Remark>,
) -> Vec<ListedRow> {
    lists.iter().flat_map(|(sheet, heading)| list::rows(sheet, heading, department, today, remarks)).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;

    use proptest::prelude::*;

    use super::*;
    use crate::department::catalogue::Course;
    use crate::source::edit::comments;

    const SETTINGS: &str = "navn: A\nskoler: [{navn: Nord}]\n";
    const ROLE_MODEL: &str = "navn: R\nskala:\n  - {niveau: 0, navn: nej}\n  - {niveau: 1, navn: lidt}\n  \
                              - {niveau: 2, navn: ja}\nområder:\n  it: {navn: 'It, helt enkelt'}\n  dansk: {navn: Dansk}\n  \
                              økonomi: {navn: Økonomi}\n";
    static TODAY: Date = Date::constant(2027, 1, 1);

    fn held(import: &Import) -> LockGuard {
        let folder = import.path.parent().expect("a folder");
        crate::storage::lock::for_file(folder, &import.path).expect("it can be locked")
    }

    /// A department with `text` as its catalogue.
    fn folder(text: &str) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        for (name, text) in
            [("afdeling.yaml", SETTINGS), ("rollemodel.yaml", ROLE_MODEL), ("kurser.yaml", text)]
        {
            fs::write(folder.path().join(name), text).expect("a file");
        }
        folder
    }

    fn prepared(folder: &Path, list: &[u8]) -> Result<Import, ImportError> {
        let path = folder.join("liste.csv");
        fs::write(&path, list).expect("a file");
        let reading = crate::department::read(folder, None, &mut Problems::default()).expect("a folder");
        let department = reading.department.expect("it is sound");
        prepare(&path, folder, &department, &reading.parsed, TODAY)
    }

    fn courses(folder: &Path) -> Vec<Course> {
        let mut problems = Problems::default();
        let reading = crate::department::read(folder, None, &mut problems).expect("a folder");
        assert!(!problems.any_error(), "{:?}", problems.iter().map(|p| p.code).collect::<Vec<_>>());
        reading.department.expect("it is sound").catalogue.courses
    }

    /// Asserts that `list` turns `text` into `expected`.
    #[track_caller]
    fn check(text: &str, list: &str, expected: &str) {
        let folder = folder(text);
        let import = prepared(folder.path(), list.as_bytes()).expect("it can be done");
        let messages: Vec<_> = import.remarks.iter().map(|remark| &remark.message).collect();
        assert_eq!(String::from_utf8_lossy(&import.after), expected, "{messages:?}");
        import.write(&held(&import)).expect("it is written");
        let again = prepared(folder.path(), list.as_bytes()).expect("it can be done");
        assert!(!again.changes_anything(), "{:?}", again.changed);
    }

    const COURSE: &str = "nummer: 040094, titel: Budget, form: amu, områder: [økonomi]";

    #[test]
    fn only_the_lists_fields_are_changed() {
        check(
            "# top\nkurser:\n  - nummer: 040094 # tal\n    titel: Budget\n    form: amu\n    # vores\n    områder: [økonomi]\n    \
             fra_niveau: 1\n    pris: 1.000 # pr. person\n    hold:\n      - {start: 2027-03-02, ledige: 9} # snart\n",
            "Nummer;Pris;Dage;Start;Ledige;Område;Fra niveau\n40094;1.250,50;2,5;2/3-2027;3;it;2\n40094;;;9/3-2027;12;;\n",
            "# top\nkurser:\n  - nummer: 040094 # tal\n    titel: Budget\n    form: amu\n    # vores\n    områder: [økonomi]\n    \
             fra_niveau: 1\n    dage: \"2,5\"\n    pris: \"1.250,5\" # pr. person\n    hold:\n      - {start: 2027-03-02, ledige: 3} # snart\n      \
             - {start: 2027-03-09, ledige: 12}\n",
        );
    }

    #[test]
    fn a_course_in_braces_stays_in_braces() {
        check(
            &format!("kurser: [{{{COURSE}}}]\n"),
            "nr,navn,start,sted\n40094,\"Budget, og regnskab\",2027-03-02,Ikast\n40094,,2027-04-02,Ikast\n",
            "kurser: [{nummer: 040094, titel: \"Budget, og regnskab\", form: amu, områder: [økonomi], \
             hold: [{start: 2027-03-02, sted: Ikast}, {start: 2027-04-02, sted: Ikast}]}]\n",
        );
    }

    #[test]
    fn new_courses_are_spaced_like_the_others() {
        let list = "Nummer\tTitel\tOmråder\tForm\tUdløber\n45948\tØkonomistyring\tøkonomi, It, helt enkelt\tkommunom\t31-12-2027\n";
        let list = list.replace("økonomi, It, helt enkelt", "Økonomi; dansk");
        let new = "  - nummer: 45948\n    titel: Økonomistyring\n    form: kommunom\n    områder: [økonomi, dansk]\n    \
                   udløber: 2027-12-31\n";
        let both = format!("kurser:\n  - {{{COURSE}}}\n  # til sidst\n");
        check(&both, &list, &format!("kurser:\n  - {{{COURSE}}}\n{new}  # til sidst\n"));
        let apart =
            format!("kurser:\n\n  - {{{COURSE}}}\n\n  - {{nummer: x, titel: X, form: erfa, områder: it}}");
        check(&apart, &list, &format!("{apart}\n\n{new}"));
        check(
            "# ingen endnu\r\n",
            &list,
            &format!("# ingen endnu\r\nkurser:\r\n{}", new.replace('\n', "\r\n")),
        );
        check("kurser: # ingen endnu\n", &list, &format!("kurser: # ingen endnu\n{new}"));
        check(
            "kurser: []\n",
            &list,
            "kurser: [{nummer: 45948, titel: Økonomistyring, form: kommunom, områder: [økonomi, dansk], udløber: 2027-12-31}]\n",
        );
        check(
            "udbydere:\n  uch: {navn: U}\n",
            &list,
            &format!("udbydere:\n  uch: {{navn: U}}\n\nkurser:\n{new}"),
        );
    }

    #[test]
    fn an_area_is_known_by_its_name_also_with_a_comma() {
        check(
            "kurser: []\n",
            "Nummer;Titel;Område\n45948;T;It, helt enkelt\n",
            "kurser: [{nummer: 45948, titel: T, form: amu, områder: [it]}]\n",
        );
    }

    #[test]
    fn what_is_withdrawn_is_marked_once() {
        let text = format!(
            "kurser:\n- {{{COURSE}}}\n- {{nummer: y, titel: Y, form: erfa, områder: it, udløber: 2026-06-30}}\n"
        );
        let expected = text.replace("[økonomi]", "[økonomi], udløber: 2027-01-01");
        check(&text, "Nummer;Status\n040094;Udgået\ny;Nedlagt\nny;udgået\n", &expected);
    }

    #[test]
    fn a_new_course_is_added_until_its_last_day_unless_it_is_withdrawn() {
        let list = "Nummer;Titel;Område;Udløber;Status\n45948;Regnskab;it;1/1-2027;\n45949;Moms;it;31/12-2026;\n\
                    45950;Løn;it;;Udgået\n45951;Skat;it;1/1-2027;Udgået\n45952;Told;it;2/1-2027;Udgået\n";
        let folder = folder("kurser: []\n");
        let import = prepared(folder.path(), list.as_bytes()).expect("it can be done");
        let added: Vec<_> = import.added.iter().map(|change| change.course.number.as_str()).collect();
        assert_eq!(added, ["45948", "45952"]);
        let told = import.remarks.iter().map(|remark| remark.message.key);
        assert_eq!(told.collect::<Vec<_>>(), ["import-new-expired"; 3]);
    }

    #[test]
    fn a_new_course_with_missing_keys_is_reported_and_left_out() {
        let folder = folder("kurser: []\n");
        let list = "Nummer;Titel;Form;Område\n45948;Økonomistyring;;\nx;;erfa;\nz;Z;;it\n45949;A;amu;itt\n";
        let import = prepared(folder.path(), list.as_bytes()).expect("it can be done");
        let missing: Vec<_> =
            import.left_out.iter().map(|left| (left.at.row, left.missing.join(","))).collect();
        let expected = [(2, "områder"), (3, "titel,områder"), (4, "form"), (5, "områder")];
        assert_eq!(missing, expected.map(|(row, keys)| (row, keys.to_owned())));
        assert!(!import.changes_anything() && import.loses_anything());
    }

    #[test]
    fn a_bad_cell_costs_only_itself() {
        let folder = folder(&format!("kurser:\n- {{{COURSE}}}\n"));
        let list = "Overskrift\nNummer;Pris;Dage;Start;Slut;Udbyder;Form\n\n40094;dyrt;2;2027-03-05;2027-03-01;Ukendt;seminar\n;5;2;;;;\n\
                    Økonomi;;;;;;\nNummer;Pris;Dage;Start;Slut;Udbyder;Form\n40094;900;;;2027-03-01;;\n";
        let import = prepared(folder.path(), list.as_bytes()).expect("it can be done");
        let told: Vec<_> = import
            .remarks
            .iter()
            .filter(|remark| remark.lost)
            .map(|remark| {
                (remark.row.unwrap_or(0), remark.column.as_deref().unwrap_or(""), remark.message.key)
            })
            .collect();
        assert_eq!(
            told,
            [
                (4, "Form", "problem-unknown-word"),
                (4, "Udbyder", "problem-unknown-provider"),
                (4, "Pris", "problem-not-a-number"),
                (4, "Slut", "problem-dates-reversed"),
                (5, "Nummer", "import-no-number"),
                (8, "Start", "import-no-start"),
            ]
        );
        let fields: Vec<_> =
            import.changed[0].fields.iter().map(|change| (change.field.key, change.new.shown())).collect();
        assert_eq!(fields, [("dage", "2".to_owned()), ("pris", "900".to_owned())]);
        assert_eq!(import.changed[0].sessions, []);
    }

    #[test]
    fn a_course_with_an_error_in_the_file_is_neither_changed_nor_added_again() {
        let text = format!("kurser:\n- {{{COURSE}, pris: gratis}}\n");
        let folder = folder(&text);
        let import =
            prepared(folder.path(), b"Nummer;Titel;Pris;Omr\xE5de\n40094;B;5;it\n").expect("it can be done");
        assert_eq!(import.remarks.iter().map(|r| r.message.key).collect::<Vec<_>>(), ["import-broken-there"]);
        assert_eq!(String::from_utf8_lossy(&import.after), text);
    }

    #[test]
    fn no_remark_shows_a_personal_number() {
        let folder = folder(&format!("kurser:\n- {{{COURSE}}}\n"));
        let list =
            "Nummer;Pris;Udl\u{f8}b;Omr\u{e5}de\n40094;hos Bo 010190-1234;Bo 010190-1234;010190-1234\n";
        let import = prepared(folder.path(), list.as_bytes()).expect("it can be done");
        let shown = format!("{:?}", import.remarks);
        assert!(import.remarks.len() >= 2 && shown.contains("hos Bo") && !shown.contains("1234"), "{shown}");
    }

    #[test]
    fn numbers_that_differ_in_zeroes_alone_are_told_apart_or_left() {
        let text =
            format!("kurser:\n- {{{COURSE}}}\n- {{nummer: 40094, titel: B, form: amu, områder: it}}\n");
        check(&text, "Nummer;Pris\n040094;5\n", &text.replace("[økonomi]", "[økonomi], pris: 5"));
        let folder = folder(&text);
        let import = prepared(folder.path(), b"Nummer;Pris\n0040094;5\n").expect("it can be done");
        assert_eq!(import.remarks[0].message.key, "import-which-number");
        assert!(!import.changes_anything());
    }

    /// The catalogue `written` with a changed title and prices: the courses that change, the number of those
    /// reported as written in an unusual way, and the new text of the file.
    fn changed_catalogue(written: &str) -> (Vec<String>, usize, String) {
        let folder = folder(&format!("kurser:\n{written}- {{{COURSE}}}\n"));
        let import =
            prepared(folder.path(), b"Nummer;Pris;Titel\nx;5;Y\n40094;5;\n").expect("it can be done");
        let numbers = import.changed.iter().map(|change| change.course.number.clone()).collect();
        let unusual = import.remarks.iter().filter(|remark| remark.message.key == "import-unusual").count();
        import.write(&held(&import)).expect("it can be written");
        (numbers, unusual, fs::read_to_string(folder.path().join("kurser.yaml")).expect("a file"))
    }

    #[test]
    fn a_course_in_a_rare_spelling_is_changed_in_that_spelling() {
        let (numbers, unusual, written) =
            changed_catalogue("- ? nummer\n  : x\n  titel: X\n  form: erfa\n  områder: it\n");
        assert_eq!((numbers, unusual), (vec!["x".to_owned(), "040094".to_owned()], 0));
        let rare = "kurser:\n- ? nummer\n  : x\n  titel: Y\n  form: erfa\n  områder: it\n  pris: 5\n";
        assert!(written.starts_with(rare), "{written}");
    }

    #[test]
    fn a_course_that_is_written_in_an_unusual_way_costs_only_itself() {
        let unusual_course = "- {nummer: x, titel: X, form: erfa, områder: it, ? pris}\n";
        let (numbers, unusual, written) = changed_catalogue(unusual_course);
        assert_eq!((numbers, unusual), (vec!["040094".to_owned()], 1));
        assert!(written.starts_with(&format!("kurser:\n{unusual_course}")), "{written}");
        assert!(written.trim_end().ends_with("pris: 5}"), "{written}");
    }

    #[test]
    fn a_catalogue_that_changed_meanwhile_is_left_alone() {
        let folder = folder(&format!("kurser:\n- {{{COURSE}}}\n"));
        let import = prepared(folder.path(), b"Nummer;Pris\n40094;5\n").expect("it can be done");
        fs::write(folder.path().join("kurser.yaml"), "kurser: []\n").expect("a file");
        assert!(matches!(import.write(&held(&import)), Err(ImportError::Changed)));
        assert_eq!(fs::read(folder.path().join("kurser.yaml")).expect("a file"), b"kurser: []\n");
    }

    #[test]
    fn a_list_without_numbers_is_told_with_what_it_has() {
        let folder = folder("kurser: []\n");
        match prepared(folder.path(), "Katalog\nTitel;Pris;Web\nA;5;x\n".as_bytes()) {
            Err(ImportError::NoHeading { known, unknown }) => {
                assert_eq!((known, unknown), (vec!["Titel".into(), "Pris".into()], vec!["Web".to_owned()]));
            }
            other => panic!("{other:?}"),
        }
    }

    /// A number, by which the list and the catalogue meet, or don't.
    fn number() -> impl Strategy<Value = String> {
        prop_oneof![
            (1u32..9).prop_map(|n| format!("0{}", 4_000 + n)),
            (1u32..9).prop_map(|n| format!("vej-{n}"))
        ]
    }

    /// A course of a catalogue, in one of the ways in which people write it.
    fn written_course() -> impl Strategy<Value = (String, String)> {
        let session = (1i8..28, "[A-ZÆØÅ][a-zæøå]{0,6}", proptest::option::of(0u32..30), any::<bool>());
        let parts = (
            number(),
            "[A-ZÆØÅ][a-zæøå ]{0,12}[a-zæøå]",
            proptest::option::of(1u32..5_000),
            proptest::collection::vec(session, 0..3),
            any::<bool>(),
            any::<[bool; 4]>(),
        );
        parts.prop_map(|(number, title, price, sessions, braces, comments)| {
            let hold: Vec<String> = sessions
                .iter()
                .map(|(day, town, free, town_too)| {
                    let free = free.map(|free| format!(", ledige: {free}")).unwrap_or_default();
                    let town = if *town_too { format!(", sted: {town}") } else { String::new() };
                    format!("{{start: 2027-03-{day:02}{town}{free}}}")
                })
                .collect();
            let note = |i: usize| if comments[i] { format!(" # note {i} til {number}") } else { String::new() };
            let price = price.map(|price| format!("pris: {price}"));
            let text = if braces {
                let price = price.map(|price| format!(", {price}")).unwrap_or_default();
                let hold = if hold.is_empty() { String::new() } else { format!(", hold: [{}]", hold.join(", ")) };
                format!("  - {{nummer: {number}, titel: {title}, form: amu, områder: [it]{price}{hold}}}{}\n", note(0))
            } else {
                let price = price.map(|price| format!("    {price}{}\n", note(1))).unwrap_or_default();
                let list: String = hold.iter().map(|hold| format!("      - {hold}{}\n", note(2))).collect();
                let hold = if list.is_empty() { String::new() } else { format!("    hold:\n{list}") };
                let own = if comments[3] { format!("    # alene om {number}\n") } else { String::new() };
                format!("\n  - nummer: {number}{}\n    titel: {title}\n{own}    form: amu\n    områder: [it]\n{price}{hold}", note(0))
            };
            (number, text)
        })
    }

    /// A row of a list: number, title, price, days, start, town, free seats, area.
    fn row() -> impl Strategy<Value = (String, [String; 7])> {
        let maybe =
            |pattern: &'static str| prop_oneof![Just(String::new()), pattern.prop_map(|text: String| text)];
        let day = prop_oneof![Just(String::new()), (1i8..28).prop_map(|day| format!("{day}/3-2027"))];
        let parts = (
            number(),
            maybe("\\PC{0,12}"),
            maybe("[1-9][0-9]{0,3}( kr)?|dyrt"),
            maybe("[1-9](,5)?"),
            day,
            maybe("[A-ZÆØÅ][a-zæøå:#' -]{0,8}"),
            maybe("[0-9]{1,2}"),
            maybe("it|Dansk|økonomi|ukendt"),
        );
        parts.prop_map(|(number, title, price, days, start, town, free, area)| {
            let bare = number.trim_start_matches('0').to_owned();
            (bare, [title, price, days, start, town, free, area])
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(150))]
        #[test]
        fn a_list_says_what_it_says_and_nothing_else_is_touched(
            written in proptest::collection::vec(written_course(), 0..6),
            rows in proptest::collection::vec(row(), 0..10),
            crlf in any::<bool>(),
        ) {
            let mut seen = BTreeSet::new();
            let written: Vec<_> = written.into_iter().filter(|(number, _)| seen.insert(number.clone())).collect();
            let mut text: String = "# hele kataloget\nkurser:\n".to_owned();
            text.extend(written.iter().map(|(_, text)| text.as_str()));
            text.push_str("# slut\n");
            if crlf {
                text = text.replace('\n', "\r\n");
            }
            let folder = folder(&text);
            let before = courses(folder.path());
            let mut csv = ::csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
            csv.write_record(["Nummer", "Titel", "Pris", "Dage", "Start", "Sted", "Ledige", "Område"]).expect("memory");
            for (number, cells) in &rows {
                csv.write_record(std::iter::once(number).chain(cells)).expect("memory");
            }
            let list = csv.into_inner().expect("memory");
            let import = prepared(folder.path(), &list).expect("it can be done");
            import.write(&held(&import)).expect("it is written");
            let after_text = fs::read_to_string(folder.path().join("kurser.yaml")).expect("a file");
            let after = courses(folder.path());

            prop_assert_eq!(comments(&text), comments(&after_text), "{}", after_text);
            let unusual = import.remarks.iter().any(|remark| remark.message.key == "import-unusual");
            prop_assert!(!unusual, "{}\n{}", text, String::from_utf8_lossy(&list));
            // Every course that was there is there, in its order, with its areas.
            for (old, new) in before.iter().zip(&after) {
                prop_assert_eq!(&old.number, &new.number);
                prop_assert_eq!(&old.areas, &new.areas);
                prop_assert!(new.sessions.len() >= old.sessions.len());
                let of_list: Vec<_> = rows.iter().filter(|(number, _)| *number == old.number.trim_start_matches('0')).collect();
                let price = of_list.iter().find_map(|(_, cells)| cells[1].trim_end_matches(" kr").parse::<i64>().ok());
                let expected = price.map(|price| price * 100).or(old.price.map(|price| price.hundredths));
                prop_assert_eq!(new.price.map(|price| price.hundredths), expected);
                for (_, cells) in of_list.iter().filter(|(_, cells)| !cells[3].is_empty()) {
                    let day: i8 = cells[3].split('/').next().unwrap_or_default().parse().expect("a day");
                    // Rows of one working day after the other may be one session, or left out as unclear.
                    let day = Date::constant(2027, 3, day);
                    let unclear = import.remarks.iter().any(|remark| remark.message.key == "import-one-or-many");
                    let held = unclear
                        || new.sessions.iter().any(|session| session.start <= day && day <= session.last_day());
                    prop_assert!(held, "{}", after_text);
                }
                if of_list.is_empty() {
                    prop_assert_eq!(old, new);
                }
            }
            // Lines of courses that the list does not name are all there.
            for (number, text) in &written {
                let bare = number.trim_start_matches('0');
                if rows.iter().all(|(listed, _)| listed != bare) {
                    let text = if crlf { text.replace('\n', "\r\n") } else { text.clone() };
                    prop_assert!(after_text.contains(text.as_str()), "{}\n{}", text, after_text);
                }
            }
            let again = prepared(folder.path(), &list).expect("it can be done");
            prop_assert!(!again.changes_anything(), "{:?}\n{}", again.changed, after_text);
        }

        #[test]
        fn whatever_a_list_says_the_catalogue_stays_one(
            bytes in "(\\PC{0,8}[;,\t\n\"]?){0,40}",
            headed in any::<bool>(),
        ) {
            let folder = folder(&format!("# top\nkurser:\n  - {{{COURSE}}} # a\n"));
            let list = if headed { format!("Nummer;Titel;Område;Pris\n40094;{bytes}") } else { bytes };
            if let Ok(import) = prepared(folder.path(), list.as_bytes()) {
                import.write(&held(&import)).expect("it is written");
                prop_assert!(!courses(folder.path()).is_empty());
            }
        }
    }
}
