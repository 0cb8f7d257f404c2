//! Lists as providers really send them: each file of `tests/lists` comes in, or what could mean
//! two things is reported with both, and costs only itself.

use std::fs;
use std::io;

use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

use crate::cases;
use crate::import::Fixture;
use crate::program::project;

/// A list, the exit code, what the catalogue has afterwards and has not, and what is reported.
struct Case {
    list: &'static str,
    code: i32,
    has: &'static [&'static str],
    lacks: &'static [&'static str],
    told: &'static [&'static str],
}

const CASES: &[Case] = &[
    Case {
        list: "1904-dates.xlsx",
        code: 0,
        has: &[
            "- {start: 2027-04-06, slut: 2027-04-07, sted: Bakkelund, ledige: 5}",
            "- {start: 2027-09-07, slut: 2027-09-08, sted: Lyngby Mark, ledige: 4}",
        ],
        lacks: &["start: 2023-"],
        told: &[],
    },
    Case {
        list: "datoer.csv",
        code: 1,
        has: &[
            "pris: 0\n",
            "- {start: 2027-02-23, slut: 2027-02-26,",
            "- {start: 2027-06-02, slut: 2027-06-02,",
        ],
        lacks: &["2027-02-03, slut: 2027-03-03", "start: 2009"],
        told: &[
            "Række 2, Start: Holdet kan være 3. februar 2027 til 3. marts 2027 eller, hvis måneden står først, \
             2. marts 2027 til 3. marts 2027.",
            "Række 5, Start: »2. juni« er læst som 2. juni 2027",
            "Række 10, Pris: »€ 170«",
        ],
    },
    Case {
        list: "excel-made-it-a-date.xlsx",
        code: 1,
        has: &["pris: 1.600"],
        lacks: &["fra_niveau: 46447", "dage: 46"],
        told: &[
            "række 2, Dage: »2027-02-01« kan betyde 1-2 eller 2027-02-01",
            "række 2, Fra niveau: »2027-03-01«",
        ],
    },
    Case {
        list: "formula-only.xlsx",
        code: 1,
        has: &["titel: Økonomi til hverdag"],
        lacks: &["sted: Bakkelund"],
        told: &[
            "Ark »Kurser«, række 2, Pris: Cellen har en formel",
            "række 2, Slutdato: Cellen har en formel",
        ],
    },
    Case {
        list: "group-rows-and-sum.xlsx",
        code: 0,
        has: &["- {start: 2027-09-06, slut: 2027-09-08, sted: Bakkelund, ledige: 7}"],
        lacks: &["I alt", "ØKONOMI"],
        told: &["2 rækker om 2 kurser"],
    },
    Case {
        list: "hidden-rows.xlsx",
        code: 0,
        has: &["- {start: 2027-04-06, slut: 2027-04-07, sted: Bakkelund, ledige: 5}"],
        lacks: &["GAMMEL PRIS", "99.999"],
        told: &["Ark »Kurser«: 1 skjult række er ikke taget med: 3"],
    },
    Case {
        list: "hold-samme-dag.csv",
        code: 0,
        has: &[
            "- {start: 2027-06-15, slut: 2027-06-16, sted: Holstebro, pladser: 12, ledige: 0}",
            "- {start: 2027-06-15, slut: 2027-06-16, sted: Holstebro, pladser: 12, ledige: 9}",
            "- {start: 2027-03-02, slut: 2027-03-03, sted: Holstebro, pladser: 12, ledige: 0, halvdage: nej}",
            "- {start: 2027-09-14, slut: 2027-09-15, sted: Holstebro, pladser: 12, ledige: 12}",
        ],
        lacks: &["udløber: 2027-01-15"],
        told: &["Hold, der lukker (1): 40094 2027-03-02", "Holdet 2. marts 2027 på 40094 er aflyst"],
    },
    Case {
        list: "macroman-csv.csv",
        code: 0,
        has: &["titel: \"Økonomi på skolen – året rundt\"", "sted: Ådal"],
        lacks: &["¯konomi"],
        told: &["1 række om 1 kursus"],
    },
    Case {
        list: "ms-dos-csv.csv",
        code: 0,
        has: &["titel: Økonomi på skolen - året rundt", "sted: Ådal"],
        lacks: &[],
        told: &[],
    },
    Case {
        list: "mojibake.csv",
        code: 0,
        has: &["titel: \"Økonomi på skolen – året rundt\"", "sted: Ådal"],
        lacks: &["Ã"],
        told: &[],
    },
    // The catalogue has the four days as one session on half days.
    Case {
        list: "moedegange2.csv",
        code: 0,
        has: &[
            "- {start: 2027-03-16, slut: 2027-03-19, sted: Holstebro, pladser: 12, ledige: 5, halvdage: ja}",
        ],
        lacks: &["start: 2027-03-17"],
        told: &["siger allerede det samme"],
    },
    Case {
        list: "prices-and-lengths.csv",
        code: 1,
        has: &["dage: 3\n    pris: 624", "pris: 416"],
        lacks: &["erfa-it"],
        told: &[
            "»14,8 timer« er læst som 2",
            "»1.040,00 kr. pr. uge« er læst som 624",
            "Række 4, Varighed: »1-2 dage« kan betyde 1 dage eller 2 dage",
            "»Ja« er ikke et beløb",
        ],
    },
    Case {
        list: "sted-variant.csv",
        code: 0,
        has: &[
            "- {start: 2027-03-02, slut: 2027-03-03, sted: Holstebro, pladser: 12, ledige: 0, halvdage: nej}",
            "- {start: 2027-03-03, slut: 2027-03-04, sted: Holstebro, pladser: 6, ledige: 0, halvdage: nej}",
        ],
        lacks: &["Døesvej"],
        told: &[],
    },
    Case {
        list: "stil-names.csv",
        code: 1,
        has: &[
            "pris: 208",
            "fuld_pris: 2.416",
            "{start: 2027-04-06, slut: 2027-04-13, sted: Bakkelund Skole, pladser: 16, tilmeldingsfrist: 2027-03-23, \
             garanteret: ja, undervisning: online}",
        ],
        lacks: &["2027-09-06"],
        told: &["Holdet 6. september 2027 på 40094 er aflyst", "Udbyderen »Kursuscenter Bakkelund«"],
    },
    Case { list: "two-prices.csv", code: 0, has: &["pris: 416", "fuld_pris: 4.832"], lacks: &[], told: &[] },
    Case {
        list: "two-sheets.xlsx",
        code: 0,
        has: &["titel: Økonomi til hverdag", "titel: Budget på egen hånd"],
        lacks: &[],
        told: &["(Forår, Efterår): 2 rækker om 2 kurser"],
    },
    Case {
        list: "udsolgt.csv",
        code: 0,
        has: &[
            "- {start: 2027-05-11, slut: 2027-05-14, sted: Holstebro, pladser: 12, ledige: 0, halvdage: ja}",
            "- {start: 2027-04-06, slut: 2027-04-07, sted: Holstebro, pladser: 16, ledige: 0, halvdage: nej}",
        ],
        lacks: &[],
        told: &["Hold, der lukker (2)", "46493 er aflyst ifølge listen"],
    },
];

#[track_caller]
fn check(list: &str, bytes: &[u8], case: &Case) -> io::Result<()> {
    let fixture = Fixture::new()?;
    let (shown, said) = fixture.imports(list, bytes, case.code)?;
    let (catalogue, told) = (fixture.catalogue()?, format!("{shown}\n{said}").replace('\u{a0}', " "));
    for words in case.has {
        assert!(catalogue.contains(words), "{list}: {words}\n{told}\n{catalogue}");
    }
    for words in case.lacks {
        assert!(!catalogue.contains(words), "{list}: {words}\n{told}");
    }
    for words in case.told {
        assert!(told.contains(words), "{list}: {words}\n{told}");
    }
    fixture.is_sound();
    // The same list again changes nothing.
    let (shown, _) = fixture.imports(list, bytes, case.code)?;
    assert!(shown.contains("siger allerede det samme"), "{list}: {shown}");
    Ok(())
}

#[test]
fn each_list_comes_in_as_it_is_meant() -> io::Result<()> {
    for case in CASES {
        let bytes = fs::read(project().join("tests/lists").join(case.list))?;
        check(case.list, &bytes, case)?;
    }
    Ok(())
}

/// A list's name and text, the exit code, what comes in, and what is reported.
type Form = (&'static str, &'static str, i32, &'static [&'static str], &'static [&'static str]);

/// Lists in the form that other providers use. The comment says whose form each imitates.
const FORMS: &[Form] = &[
    // AMU centre's autumn leaflet as CSV: a period in one cell.
    (
        "amu-centre.csv",
        "AMU-nr.;Kursus;Dato;Sted;Pris\nAMU 45948;Økonomistyring;3.-4. marts 2027;Herning;1.500 kr.\n",
        0,
        &["- {start: 2027-03-03, slut: 2027-03-04, sted: Herning}"],
        &[],
    ),
    // Business college's web shop: status words, price with comma and dash.
    (
        "handelsskole.csv",
        "Kursusnr;Kursusnavn;Start;Slut;By;Deltagerpris;Status\n45948;Økonomistyring;14/9-2027;15/9-2027;Ikast;1.650,-;Fuldt booket\n",
        0,
        &["pris: 1.650", "- {start: 2027-09-14, slut: 2027-09-15, sted: Ikast, ledige: 0}"],
        &[],
    ),
    // Adult education centre (VUC): weeks, no dates.
    (
        "vuc.csv",
        "Fagkode;Fag;Uge;Sted\n45948;Økonomistyring;uge 36;Struer\n",
        0,
        &["- {start: 2027-09-06, slut: 2027-09-10, sted: Struer}"],
        &["»uge 36« er læst som 6. september 2027 til 10. september 2027"],
    ),
    // Vocational school (teknisk skole): a plan of the year with week numbers alone.
    (
        "uger.csv",
        "Nummer;Titel;Uge\n45948;Økonomistyring;36\n",
        0,
        &["- {start: 2027-09-06, slut: 2027-09-10}"],
        &[],
    ),
    // Evening school: several evenings in one cell.
    (
        "aftenskole.csv",
        "Nr;Titel;Datoer;Undervisningsform\n45948;Økonomistyring;7., 14. og 21. september 2027;Aftenundervisning\n",
        0,
        &[
            "- {start: 2027-09-07, slut: 2027-09-21, blokke: [2027-09-07, 2027-09-14, 2027-09-21], undervisning: aften}",
        ],
        &["er læst som ét hold i 3 blokke fra 7. september 2027 til 21. september 2027"],
    ),
    // Municipal course portal (Plan2learn): one row for each meeting, with a group number.
    (
        "plan2learn.csv",
        "Kursus-id;Kursusnavn;Holdnr.;Mødedato;Startdato;Lokale\n45948;Økonomistyring;2027-1;;01-09-2027;Holstebro\n\
         45948;Økonomistyring;2027-1;;08-09-2027;Holstebro\n",
        0,
        &["- {start: 2027-09-01, slut: 2027-09-08, blokke: [2027-09-01, 2027-09-08]}"],
        &["Mødedato, Lokale"],
    ),
    // AMU centre, a row for each day: three days in a row of a course of two, without a group number.
    (
        "tre-dage.csv",
        "Nummer;Titel;Startdato;Sted\n45948;Økonomistyring;06-09-2027;Ikast\n45948;Økonomistyring;07-09-2027;Ikast\n\
         45948;Økonomistyring;08-09-2027;Ikast\n",
        1,
        &[],
        &[
            "3 rækker fra 6. september 2027 til 8. september 2027 kan være ét hold med flere mødegange eller 3 hold",
        ],
    ),
    // The same with two days of a two-day course: one session.
    (
        "to-dage.csv",
        "Nummer;Titel;Startdato;Sted\n45948;Økonomistyring;06-09-2027;Ikast\n45948;Økonomistyring;07-09-2027;Ikast\n",
        0,
        &["- {start: 2027-09-06, slut: 2027-09-07, sted: Ikast}"],
        &[],
    ),
    // Learning system of an American company (SuccessFactors, Cornerstone): months first, thousands with a comma.
    (
        "lms-us.csv",
        "Course code,Course name,Start date,End date,Location,Price\n45948,Økonomistyring,09/14/2027,09/15/2027,Ikast,\"1,650.00\"\n\
         45948,Økonomistyring,10/05/2027,10/06/2027,Ikast,\"1,650.00\"\n",
        0,
        &[
            "pris: 1.650",
            "- {start: 2027-09-14, slut: 2027-09-15,",
            "- {start: 2027-10-05, slut: 2027-10-06,",
        ],
        &[],
    ),
    // A school office's own list: two digits of the year, seats as `3 af 12`.
    (
        "egen-liste.csv",
        "Nr.;Navn;Fra;Til;Sted;Ledige pladser\n45948;Økonomistyring;14.09.27;15.09.27;Ikast;3 af 12\n",
        0,
        &["- {start: 2027-09-14, slut: 2027-09-15, sted: Ikast, pladser: 12, ledige: 3}"],
        &[],
    ),
    // Evening school and language school: length by hours, by lessons, and with a half.
    (
        "timer.csv",
        "Nummer;Titel;Varighed i timer\n45948;Økonomistyring;22,2\n",
        0,
        &["dage: 3\n"],
        &["»22,2« er læst som 3"],
    ),
    ("lektioner.csv", "Nummer;Titel;Varighed\n45948;Økonomistyring;24 lektioner\n", 0, &["dage: 3\n"], &[]),
    ("halve.csv", "Nummer;Titel;Dage\n45948;Økonomistyring;1½\n", 0, &["dage: \"1,5\""], &[]),
    // Business college: guaranteed sessions (garantihold) and a deadline to register.
    (
        "garanti.csv",
        "Nummer;Titel;Start;Tilmelding senest;Garantihold\n45948;Økonomistyring;14/9-2027;1/9-2027;x\n",
        0,
        &["- {start: 2027-09-14, tilmeldingsfrist: 2027-09-01, garanteret: ja}"],
        &[],
    ),
    // Swedish provider of municipal adult education (komvux).
    (
        "svensk.csv",
        "Kursnr;Kursnamn;Startdatum;Slutdatum;Ort;Avgift;Lediga platser\n45948;Ekonomi;14 september 2027;15 september 2027;Malmö;1 650 kr;Fulltecknad\n",
        0,
        &["pris: 1.650", "- {start: 2027-09-14, slut: 2027-09-15, sted: Malmö, ledige: 0}"],
        &[],
    ),
    // Norwegian provider, such as the municipal sector's own (KS).
    (
        "norsk.csv",
        "Kode;Kursnavn;Fra;Til;Sted;Deltakeravgift\n45948;Økonomi;14. september 2027;15. september 2027;Oslo;Gratis\n",
        0,
        &["pris: 0\n", "- {start: 2027-09-14, slut: 2027-09-15, sted: Oslo}"],
        &[],
    ),
    // AMU centre's price list: two prices in words, without parentheses.
    (
        "to-priser.csv",
        "Nummer;Titel;Pris uden for målgruppen;Pris i målgruppen\n45948;Økonomistyring;4.832;416\n",
        0,
        &["pris: 416", "fuld_pris: 4.832"],
        &[],
    ),
    // A secretary's working copy of a provider's list: sums and headings between the rows.
    (
        "summer.csv",
        "Nummer;Titel;Dage;Pris\nØKONOMI;;;\n45948;Økonomistyring;2;1.650\nSubtotal;;2;1.650\nNummer;Titel;Dage;Pris\n\
         40094;Budget;2;1.700\nI alt;;4;3.350\n",
        0,
        &["pris: 1.650", "pris: 1.700"],
        &["2 rækker om 2 kurser"],
    ),
    // Export of amukurs.dk: whole addresses, and one session cancelled among two.
    (
        "adresser.csv",
        "Nummer;Titel;Start;Slut;Adresse;Lokalitet;Aflyst\n45948;Økonomistyring;27-04-2027;28-04-2027;;UCH, Døesvej 76, 7500 Holstebro;Ja\n\
         45948;Økonomistyring;14-09-2027;15-09-2027;;Rådhusstræde 1, 7430 Ikast;Nej\n",
        0,
        &[
            "- {start: 2027-04-27, slut: 2027-04-28, sted: Holstebro, pladser: 16, ledige: 0, halvdage: nej}",
            "- {start: 2027-09-14, slut: 2027-09-15, sted: Ikast}",
        ],
        &["Hold, der lukker (1): 45948 2027-04-27"],
    ),
    // AMU price by the day (deltagerbetaling), for a course of unknown length.
    (
        "dagspris.csv",
        "Nummer;Titel;Område;Pris\n47100;Nyt;økonomi;208 kr. pr. dag\n",
        1,
        &["nummer: 47100"],
        &[
            "Række 2, Pris: »208 kr. pr. dag« er en pris pr. dag, uge eller time, og kursets længde kendes ikke.",
        ],
    ),
    // voksenuddannelse.dk's service as CSV: the blocks of a group beside its first and last day.
    (
        "fagperioder.csv",
        "UVMfagKode;Betegnelse;Startdato;Slutdato;FagPeriodeListe;Lokation\n\
         40094;Budget;2027-09-14;2027-10-06;\"2027-09-14/2027-09-15;2027-10-05/2027-10-06\";Ikast\n",
        0,
        &[
            "- {start: 2027-09-14, slut: 2027-10-06, blokke: [2027-09-14 til 2027-09-15, 2027-10-05 til 2027-10-06], sted: Ikast}",
        ],
        &["er læst som ét hold i 2 blokke fra 14. september 2027 til 6. oktober 2027"],
    ),
    // The same as JSON in a cell, and blocks that don't fit the group.
    (
        "fagperioder-json.csv",
        "UVMfagKode,Betegnelse,Startdato,Slutdato,FagPeriodeListe,Lokation\n\
         45948,Økonomistyring,2027-09-14,2027-10-06,\"[{\"\"Startdato\"\":\"\"2027-09-14\"\",\"\"Slutdato\"\":\"\"2027-09-15\"\"},\
         {\"\"Startdato\"\":\"\"2027-10-05\"\",\"\"Slutdato\"\":\"\"2027-10-06\"\"}]\",Ikast\n\
         40094,Budget,2027-09-14,2027-10-13,\"14-09-2027 - 15-09-2027\n05-10-2027 - 06-10-2027\",Ikast\n",
        1,
        &[
            "- {start: 2027-09-14, slut: 2027-10-06, blokke: [2027-09-14 til 2027-09-15, 2027-10-05 til 2027-10-06], sted: Ikast}",
            "- {start: 2027-09-14, slut: 2027-10-13, sted: Ikast}",
        ],
        &[
            "Blokkene går fra 14. september 2027 til 6. oktober 2027, og holdet fra 14. september 2027 til 13. oktober 2027",
        ],
    ),
    // Business college: two rows for the two blocks of a group, five weeks apart, of a four-day course.
    (
        "to-blokke.csv",
        "Nummer;Titel;Dage;Holdnr.;Start;Slut;Sted\n45948;Økonomistyring;4;H1;14-09-2027;15-09-2027;Ikast\n\
         45948;Økonomistyring;4;H1;26-10-2027;27-10-2027;Ikast\n",
        0,
        &[
            "- {start: 2027-09-14, slut: 2027-10-27, blokke: [2027-09-14 til 2027-09-15, 2027-10-26 til 2027-10-27], sted: Ikast}",
        ],
        &[],
    ),
    // The same group number for each time that a two-day course is held.
    (
        "samme-holdnr.csv",
        "Nummer;Titel;Dage;Holdnr.;Start;Slut;Sted\n45948;Økonomistyring;2;H1;14-09-2027;15-09-2027;Ikast\n\
         45948;Økonomistyring;2;H1;28-09-2027;29-09-2027;Ikast\n",
        0,
        &[
            "- {start: 2027-09-14, slut: 2027-09-15, sted: Ikast}",
            "- {start: 2027-09-28, slut: 2027-09-29, sted: Ikast}",
        ],
        &[],
    ),
    // Municipal provider (COK): a leaflet with all dates of a one-day course in one cell.
    (
        "datoer-i-en-celle.csv",
        "Nummer;Titel;Dage;Datoer;Sted\n45948;Økonomistyring;1;7., 14. og 21. september 2027;Ikast\n",
        0,
        &[
            "- {start: 2027-09-07, sted: Ikast}",
            "- {start: 2027-09-14, sted: Ikast}",
            "- {start: 2027-09-21, sted: Ikast}",
        ],
        &[],
    ),
    // University college: short names of months, and a deadline beside the date.
    (
        "frister.csv",
        "Nummer;Titel;Startdato;Tilmeldingsfrist;Sted\n45948;Økonomistyring;14. sep. 2027;31. aug. 2027;Ikast\n",
        0,
        &["- {start: 2027-09-14, sted: Ikast, tilmeldingsfrist: 2027-08-31}"],
        &[],
    ),
];

#[test]
fn forms_of_other_providers_come_in() -> io::Result<()> {
    for (list, text, code, has, told) in cases::sampled(FORMS.iter().collect()) {
        let case = Case { list, code: *code, has, lacks: &[], told };
        check(list, text.as_bytes(), &case)?;
    }
    Ok(())
}

fn workbook(fill: impl FnOnce(&mut Workbook) -> Result<(), XlsxError>) -> Vec<u8> {
    let mut workbook = Workbook::new();
    fill(&mut workbook).expect("a workbook");
    workbook.save_to_buffer().expect("a workbook")
}

fn row(sheet: &mut Worksheet, row: u32, cells: &[&str]) -> Result<(), XlsxError> {
    for (column, cell) in (0..).zip(cells) {
        sheet.write(row, column, *cell)?;
    }
    Ok(())
}

#[test]
fn what_a_workbook_hides_is_passed_over_and_reported() -> io::Result<()> {
    let bytes = workbook(|workbook| {
        let old = workbook.add_worksheet().set_name("2026")?;
        row(old, 0, &["Nummer", "Titel", "Pris"])?;
        row(old, 1, &["45948", "Gammel titel", "99"])?;
        old.set_hidden(true);
        let sheet = workbook.add_worksheet().set_name("2027")?;
        row(sheet, 0, &["Nummer", "Pris", "Titel", "Pris"])?;
        row(sheet, 1, &["45948", "99999", "Ny titel", "1.650"])?;
        sheet.set_column_hidden(1)?;
        sheet.set_active(true);
        let bare = workbook.add_worksheet().set_name("Rest")?;
        for i in 0..4 {
            row(bare, i, &["40094", "Budget", "1.700", "Ikast"])?;
        }
        bare.write_with_format(5, 0, "x", &Format::new())?;
        Ok(())
    });
    let case = Case {
        list: "",
        code: 1,
        has: &["titel: Ny titel", "pris: 1.650"],
        lacks: &["Gammel titel", "99.999", "pris: 99\n"],
        told: &[
            "Ark »2026«: Arket er skjult",
            "Ark »Rest«: Arket ligner en liste, men har ingen række med overskrifter",
        ],
    };
    check("skjult.xlsx", &bytes, &case)
}
