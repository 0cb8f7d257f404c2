//! The public edition: who is in it, and what a withdrawal does.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Read};
use std::path::Path;
use std::process::Output;
use std::sync::LazyLock;

use flate2::read::ZlibDecoder;
use memchr::memmem;
use spind::public::listed::{self, ListedPerson};

use crate::cases;
use crate::full_builds::{FullBuild, sample};
use crate::pdf;
use crate::program::{Files, build, copy, department, files, project, said, spind};

const PUBLIC: &str = "haefte-offentligt.pdf";
/// The people of the small department with consent, by file and name.
const BODIL: (&str, &str) = ("nordskolen/bodil-hasselstrom.yaml", "Bodil Hasselstrøm");
const KARIN: (&str, &str) = ("nordskolen/karin-moseholm.yaml", "Karin Moseholm");
const JYTTE: (&str, &str) = ("lyngbakkeskolen/jytte-overgaard-lind.yaml", "Jytte Overgaard Lind");
/// The one without.
const TOVE: (&str, &str) = ("lyngbakkeskolen/tove-bregnholt.yaml", "Tove Bregnholt");

/// A small department and an output folder.
struct Case {
    folder: tempfile::TempDir,
    out: tempfile::TempDir,
}

impl Case {
    fn new() -> io::Result<Self> {
        let case = Self { folder: tempfile::tempdir()?, out: tempfile::tempdir()? };
        copy(&department("three-areas"), case.folder.path())?;
        Ok(case)
    }

    /// A department whose public edition has been made, and the internal one.
    fn built() -> io::Result<Self> {
        static DOCUMENTS: LazyLock<Files> = LazyLock::new(|| {
            let case = Case::new().expect("a department");
            let output = case.run(&["--edition", "alle"]);
            assert_eq!(output.status.code(), Some(0), "{}", said(&output));
            assert_eq!(case.names().len(), 3);
            Files::of(case.out.path()).expect("documents")
        });
        let case = Self::new()?;
        DOCUMENTS.write(case.out.path())?;
        Ok(case)
    }

    fn run(&self, more: &[&str]) -> Output {
        let mut args = vec!["build".as_ref(), self.folder.path().as_os_str()];
        args.extend(["--out".as_ref(), self.out.path().as_os_str()]);
        args.extend(more.iter().map(AsRef::<std::ffi::OsStr>::as_ref));
        spind(args)
    }

    fn public(&self) -> Option<Vec<u8>> {
        fs::read(self.out.path().join(PUBLIC)).ok()
    }

    /// The names in the public edition.
    fn names(&self) -> Vec<String> {
        let public = self.public().expect("a public edition");
        listed::read(&public).expect("tells who stands in it").into_iter().map(|one| one.name).collect()
    }

    fn change(&self, file: &str, change: impl Fn(&str) -> String) -> io::Result<()> {
        let path = self.folder.path().join(file);
        let text = fs::read_to_string(&path)?;
        let changed = change(&text);
        assert_ne!(text, changed, "{file}");
        fs::write(path, changed)
    }

    /// Withdraws the consent in a file.
    fn withdraw(&self, file: &str) -> io::Result<()> {
        self.change(file, |text| text.replace("hæfte: ja", "hæfte: nej").replace("haefte: ja", "haefte: nej"))
    }
}

const ON_THE_WEB: &str = "Ligger hæftet på nettet";

/// What a build reported before its last line, which counts the documents.
fn said_before_the_summary(output: &Output) -> String {
    let mut said = said(output);
    let end = said.trim_end().rfind('\n').map_or(0, |end| end + 1);
    said.truncate(end);
    said
}

#[test]
fn the_edition_chooses_the_booklets_and_nothing_else() -> io::Result<()> {
    let internal = "haefte-intern.pdf";
    for (edition, expected) in [
        (None, vec![internal]),
        (Some("intern"), vec![internal]),
        (Some("offentlig"), vec![PUBLIC]),
        (Some("alle"), vec![internal, PUBLIC]),
    ] {
        let case = Case::new()?;
        let output = case.run(&edition.map_or(vec![], |edition| vec!["--edition", edition]));
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        let mut files = files(case.out.path());
        assert_eq!(files.iter().filter(|file| file.starts_with("planer/")).count(), 4);
        files.retain(|file| file.starts_with("haefte"));
        assert_eq!(files, expected, "{edition:?}");
        assert_eq!(case.run(&["--edition", "alt"]).status.code(), Some(2));
    }
    let case = Case::new()?;
    let output = case.run(&["--edition", "alle", "--only", KARIN.1]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert_eq!(files(case.out.path()), ["planer/nordskolen/karin-moseholm.pdf"]);
    Ok(())
}

#[test]
fn building_it_reports_who_came_in_and_who_went_out() -> io::Result<()> {
    let case = Case::new()?;
    let first = said(&case.run(&["--edition", "offentlig"]));
    assert!(first.contains("Kommet med") && !first.contains("Ikke længere"), "{first}");
    for (_, name) in [BODIL, KARIN, JYTTE] {
        assert!(first.contains(&format!("  {name}, ")), "{first}");
    }
    assert!(!first.contains(TOVE.1) && !first.contains(ON_THE_WEB), "{first}");
    assert_eq!(said_before_the_summary(&case.run(&["--edition", "offentlig"])), "", "nobody came or went");

    case.change(TOVE.0, |text| format!("{text}\nsamtykke: {{hæfte: ja}}\n"))?;
    // She has consented, but an error in her file keeps her out.
    case.change(BODIL.0, |text| text.replace("\nprofil:", "\nprofli:"))?;
    let second = said(&case.run(&["--edition", "offentlig"]));
    assert!(second.contains(&format!("Kommet med i det offentlige hæfte:\n  {}, ", TOVE.1)), "{second}");
    assert!(
        second.contains(&format!("Ikke længere med i det offentlige hæfte:\n  {}, ", BODIL.1)),
        "{second}"
    );
    assert!(second.contains(ON_THE_WEB), "{second}");
    assert_eq!(case.names(), [JYTTE.1, KARIN.1, TOVE.1]);
    Ok(())
}

#[test]
fn a_withdrawal_counts_from_the_next_run_with_any_options() -> io::Result<()> {
    type Withdrawal = fn(&Case) -> io::Result<()>;
    let withdrawals: [(&str, Withdrawal); 5] = [
        ("says no", |case| case.withdraw(KARIN.0)),
        ("says nothing", |case| case.change(KARIN.0, |text| text.replace("  hæfte: ja\n", ""))),
        ("is gone", |case| fs::remove_file(case.folder.path().join(KARIN.0))),
        ("is empty", |case| fs::write(case.folder.path().join(KARIN.0), "")),
        ("is no text", |case| fs::write(case.folder.path().join(KARIN.0), "\u{0}[[[ bare ]")),
    ];
    let options: [&[&str]; 5] = [
        &[],
        &["--edition", "intern", "--quiet"],
        &["--charts", "--today", "2026-01-01"],
        &["--lang", "da"],
        &["-v"],
    ];
    for (i, (what, withdraw)) in withdrawals.into_iter().enumerate() {
        // Each with no options, and with some.
        for options in [options[0], options[i]].iter().skip(usize::from(i == 0)) {
            let case = Case::built()?;
            withdraw(&case)?;
            let said = said(&case.run(options));
            assert_eq!(case.names(), [BODIL.1, JYTTE.1], "{what}");
            let expected =
                format!("Disse siger ikke længere ja til at stå i det offentlige hæfte:\n  {}, ", KARIN.1);
            assert!(said.contains(&expected), "{what}: {said}");
            assert!(said.contains("er lavet igen uden dem") && said.contains(ON_THE_WEB), "{what}: {said}");
            let text = pdf::text(&case.public().expect("made again")).concat();
            assert!(!pdf::folded(&text).contains(KARIN.1), "{what}");
        }
    }
    Ok(())
}

#[test]
fn where_no_booklet_is_made_the_edition_of_somebody_who_withdrew_is_deleted() -> io::Result<()> {
    let templates = tempfile::tempdir()?;
    copy(&project().join("templates"), templates.path())?;
    fs::write(templates.path().join("public.typ"), "#panic(\"x\")")?;
    let templates = templates.path().display().to_string();
    type Obstacle = fn(&Case) -> io::Result<()>;
    let none: Obstacle = |_| Ok(());
    let no_role_model: Obstacle = |case| fs::remove_file(case.folder.path().join("rollemodel.yaml"));
    let broken_settings: Obstacle = |case| fs::write(case.folder.path().join("afdeling.yaml"), "navn: [");
    for (what, obstacle, options, code) in [
        ("only", none, vec!["--only", BODIL.1], 0),
        ("only nobody", none, vec!["--only", "Ingen"], 2),
        ("no role model", no_role_model, vec![], 2),
        ("broken settings", broken_settings, vec![], 2),
        ("broken template", none, vec!["--templates", &templates], 1),
    ] {
        let case = Case::built()?;
        obstacle(&case)?;
        // Without a withdrawal it stays.
        let before = case.public();
        case.run(&options);
        assert_eq!(case.public(), before, "{what}");
        case.withdraw(KARIN.0)?;
        let output = case.run(&options);
        let said = said(&output);
        assert!(!case.out.path().join(PUBLIC).exists(), "{what}: {said}");
        assert!(
            said.contains(&format!("{PUBLIC} er slettet")) && said.contains(ON_THE_WEB),
            "{what}: {said}"
        );
        assert!(said.contains(&format!("  {}, ", KARIN.1)), "{what}: {said}");
        assert_eq!(output.status.code(), Some(code), "{what}: {said}");
    }
    Ok(())
}

#[test]
fn a_slip_in_a_file_that_still_says_yes_is_no_withdrawal() -> io::Result<()> {
    for slip in [
        |text: &str| text.replace("\nprofil:", "\nprofli:"),
        |text: &str| text.replace("skole: Nordskolen", "skole: Nordskoln"),
        |text: &str| text.replace("skole: ", "skole:\t[ "),
        |text: &str| format!("{text}\nukendt: x\n"),
    ] {
        let case = Case::built()?;
        let before = case.public();
        case.change(KARIN.0, slip)?;
        let said = said(&case.run(&[]));
        assert_eq!(case.public(), before, "{said}");
        assert!(!said.contains("offentlige hæfte"), "{said}");
    }
    Ok(())
}

#[test]
fn while_something_cannot_be_read_the_edition_is_neither_made_nor_deleted() -> io::Result<()> {
    // A Mac's placeholder for a file in the cloud.
    let unreadable = |case: &Case| fs::write(case.folder.path().join("nordskolen/.ny.yaml.icloud"), "");
    for options in [vec![], vec!["--edition", "offentlig"], vec!["--only", BODIL.1]] {
        let case = Case::built()?;
        let before = case.public();
        case.withdraw(KARIN.0)?;
        fs::remove_file(case.folder.path().join(BODIL.0))?;
        unreadable(&case)?;
        let output = case.run(&options);
        let said = said(&output);
        assert_eq!(case.public(), before, "{said}");
        assert!(said.contains("hverken lavet eller slettet"), "{options:?}: {said}");
        if options.contains(&"offentlig") {
            assert_eq!(output.status.code(), Some(1), "{said}");
        }
    }
    let case = Case::new()?;
    unreadable(&case)?;
    let output = case.run(&["--edition", "offentlig"]);
    assert_eq!((output.status.code(), case.public()), (Some(1), None), "{}", said(&output));
    assert!(!said(&case.run(&[])).contains("hverken lavet eller slettet"), "there is none to speak of");
    Ok(())
}

#[cfg(unix)]
#[test]
fn a_file_or_folder_that_the_system_refuses_leaves_the_edition_alone() -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    for refused in [KARIN.0, "nordskolen", "nordskolen/noter.txt", "nordskolen/x.leder.yaml"] {
        let case = Case::built()?;
        let before = case.public();
        let path = case.folder.path().join(refused);
        if !path.exists() {
            fs::write(&path, "x")?;
        }
        case.withdraw(JYTTE.0)?;
        fs::set_permissions(&path, fs::Permissions::from_mode(0o000))?;
        let output = crate::unprivileged::build(case.folder.path(), case.out.path(), &[])?;
        let said = said(&output);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755))?;
        assert_eq!(case.public(), before, "{refused}: {said}");
        assert!(said.contains("hverken lavet eller slettet"), "{refused}: {said}");
    }
    Ok(())
}

#[test]
fn without_consents_nothing_is_written_and_the_earlier_one_is_deleted() -> io::Result<()> {
    let nobody = || -> io::Result<Case> {
        let case = Case::new()?;
        for (file, _) in [BODIL, KARIN, JYTTE] {
            case.withdraw(file)?;
        }
        Ok(case)
    };
    let case = nobody()?;
    let output = case.run(&["--edition", "offentlig"]);
    assert_eq!((output.status.code(), case.public()), (Some(0), None), "{}", said(&output));
    assert!(said(&output).contains("Ingen har sagt ja"), "{}", said(&output));
    for options in [vec![], vec!["--edition", "offentlig"]] {
        let case = Case::built()?;
        for (file, _) in [BODIL, KARIN, JYTTE] {
            case.withdraw(file)?;
        }
        let output = case.run(&options);
        assert_eq!((output.status.code(), case.public()), (Some(0), None), "{}", said(&output));
        assert!(
            said(&output).contains("er slettet") && said(&output).contains(ON_THE_WEB),
            "{}",
            said(&output)
        );
        assert_eq!(said_before_the_summary(&case.run(&[])), "", "and that is all");
    }
    // A file of another program in its place is left alone.
    let case = nobody()?;
    fs::write(case.out.path().join(PUBLIC), "%PDF-1.7 mine")?;
    case.run(&["--edition", "offentlig"]);
    assert_eq!(case.public().as_deref(), Some(&b"%PDF-1.7 mine"[..]));
    Ok(())
}

#[test]
fn somebody_elses_file_is_neither_looked_at_nor_replaced() -> io::Result<()> {
    let case = Case::new()?;
    fs::write(case.out.path().join(PUBLIC), "%PDF-1.7 mine")?;
    assert_eq!(said_before_the_summary(&case.run(&[])), "");
    let output = case.run(&["--edition", "offentlig"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("ikke har lavet"), "{}", said(&output));
    assert_eq!(case.public().as_deref(), Some(&b"%PDF-1.7 mine"[..]));
    Ok(())
}

#[test]
fn an_edition_without_its_list_of_people_is_made_again() -> io::Result<()> {
    let case = Case::built()?;
    let sound = case.public();
    let altered = String::from_utf8_lossy(&case.public().expect("made")).replace("pdf:Keywords", "pdf:Other");
    for altered in [altered.as_bytes(), b"", &sound.clone().expect("made")[..2000]] {
        fs::write(case.out.path().join(PUBLIC), altered)?;
        let said = said(&case.run(&[]));
        assert!(said.contains("fortæller ikke, hvem der står i det") && said.contains(ON_THE_WEB), "{said}");
        assert_eq!(case.public(), sound, "{said}");
    }
    Ok(())
}

#[test]
fn a_template_without_the_list_of_people_is_refused() -> io::Result<()> {
    let case = Case::built()?;
    let before = case.public();
    let templates = tempfile::tempdir()?;
    copy(&project().join("templates"), templates.path())?;
    let template = templates.path().join("public.typ");
    let text = fs::read_to_string(&template)?.replace("#set document(keywords: data.keywords)", "");
    fs::write(&template, text)?;
    let path = templates.path().display().to_string();
    let output = case.run(&["--edition", "offentlig", "--templates", &path]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("nøgleord"), "{}", said(&output));
    assert_eq!(case.public(), before);
    fs::remove_file(template)?;
    assert_eq!(case.run(&["--edition", "offentlig", "--templates", &path]).status.code(), Some(2));
    assert_eq!(
        case.run(&["--templates", &path]).status.code(),
        Some(0),
        "not needed where it was not asked for"
    );
    Ok(())
}

#[test]
fn a_mistyped_folder_deletes_nothing() -> io::Result<()> {
    let case = Case::built()?;
    let elsewhere = tempfile::tempdir()?;
    fs::write(elsewhere.path().join("noter.yaml"), "a: b\n")?;
    let before = case.public();
    assert_eq!(build(elsewhere.path(), case.out.path()).status.code(), Some(2));
    assert_eq!(case.public(), before);
    Ok(())
}

#[test]
fn two_files_that_disagree_are_reported() -> io::Result<()> {
    let case = Case::new()?;
    let copy = case.folder.path().join(KARIN.0.replace(".yaml", "-PC1234.yaml"));
    fs::copy(case.folder.path().join(KARIN.0), copy)?;
    let agree = said(&case.run(&["--edition", "offentlig"]));
    assert!(!agree.contains("en anden fil"), "{agree}");
    case.withdraw(KARIN.0)?;
    let disagree = said(&case.run(&["--edition", "offentlig"]));
    assert!(disagree.contains("en anden fil") && disagree.contains(KARIN.1), "{disagree}");
    assert_eq!(case.names().iter().filter(|name| *name == KARIN.1).count(), 1);
    Ok(())
}

#[test]
fn it_bears_the_first_day_of_the_period() -> io::Result<()> {
    let case = Case::built()?;
    let has = |case: &Case, date: &str| {
        let public = case.public().expect("made");
        memmem::find(&public, format!("<xmp:CreateDate>{date}").as_bytes()).is_some()
    };
    assert!(has(&case, "2026-08-01"));
    case.change("afdeling.yaml", |text| text.replace("periode: 2026/27\n", ""))?;
    case.run(&["--edition", "offentlig"]);
    assert!(has(&case, "2000-01-01"));
    Ok(())
}

#[test]
fn a_group_that_is_too_small_has_no_averages() -> io::Result<()> {
    let case = Case::built()?;
    let text = |case: &Case| pdf::folded(&pdf::text(&case.public().expect("made")).concat());
    assert!(text(&case).contains("Alle i hæftet samlet") && text(&case).contains("Niveauerne samlet"));
    case.withdraw(KARIN.0)?;
    case.run(&[]);
    assert_eq!(case.names().len(), 2);
    let small = text(&case);
    for word in ["samlet kunne", "Kurser og andre læringsformer", "Konflikthåndtering", "46493"] {
        assert!(small.contains(word), "{word}");
    }
    for word in ["Alle i hæftet samlet", "Niveauer nu", "ennemsnit"] {
        assert!(!small.contains(word), "{word}");
    }
    Ok(())
}

#[test]
fn forgetting_somebody_makes_the_edition_again() -> io::Result<()> {
    let case = Case::built()?;
    case.run(&[]);
    let forget = |who: &str| {
        let (folder, out) = (case.folder.path().as_os_str(), case.out.path().as_os_str());
        spind([
            "forget".as_ref(),
            who.as_ref(),
            "--folder".as_ref(),
            folder,
            "-o".as_ref(),
            out,
            "--yes".as_ref(),
        ])
    };
    let output = forget(TOVE.1);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(!said(&output).contains(ON_THE_WEB), "{}", said(&output));
    assert_eq!(case.names(), [BODIL.1, JYTTE.1, KARIN.1]);
    let output = forget(KARIN.1);
    assert!(said(&output).contains(ON_THE_WEB), "{}", said(&output));
    assert_eq!(case.names(), [BODIL.1, JYTTE.1]);
    Ok(())
}

/// All text of a PDF, compressed or not: pages, metadata, bookmarks, alternative texts.
fn everything(pdf: &[u8]) -> Vec<u8> {
    let mut all = pdf.to_vec();
    for at in memmem::find_iter(pdf, b"stream\n") {
        let mut unpacked = Vec::new();
        // Uncompressed streams are included already.
        if ZlibDecoder::new(&pdf[at + 7..]).read_to_end(&mut unpacked).is_ok() {
            all.extend(unpacked);
        }
    }
    let pages = pdf::text(pdf).into_iter().map(|page| pdf::folded(&page)).collect::<Vec<_>>().join("\n");
    all.extend(pages.into_bytes());
    all
}

/// Whether `text` is in `all` in one of the ways in which PDFs write text.
fn holds(all: &[u8], text: &str) -> bool {
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let escaped: Vec<u8> = wide
        .iter()
        .flat_map(|b| if matches!(b, b'(' | b')' | b'\\') { vec![b'\\', *b] } else { vec![*b] })
        .collect();
    let narrow: Option<Vec<u8>> = text.chars().map(|c| u8::try_from(u32::from(c)).ok()).collect();
    let hex = |upper: bool| -> String {
        wide.iter().map(|b| if upper { format!("{b:02X}") } else { format!("{b:02x}") }).collect()
    };
    let ways =
        [text.as_bytes().to_vec(), wide.clone(), escaped, hex(true).into_bytes(), hex(false).into_bytes()];
    ways.iter().chain(&narrow).any(|way| memmem::find(all, way).is_some())
}

#[test]
fn nothing_in_the_file_is_about_anyone_else() -> io::Result<()> {
    let build = FullBuild::of_sample();
    let public = build.file(PUBLIC);
    let inside: BTreeSet<ListedPerson> = listed::read(public).expect("tells").into_iter().collect();
    let all = everything(public);
    let internal = everything(build.file("haefte-intern.pdf"));

    let mut problems = spind::problem::Problems::default();
    let reading = spind::department::read(&sample(), None, &mut problems)?;
    let department = reading.department.expect("a department");
    let (mut seen, mut unseen) = (0, 0);
    for person in &department.people {
        let name = person.name.value.as_str();
        assert!(holds(&internal, name), "{name}");
        assert_eq!(holds(&all, name), person.consent.booklet, "{name}");
        assert_eq!(inside.iter().any(|listed| listed.name == name), person.consent.booklet, "{name}");
        let count = if person.consent.booklet { &mut seen } else { &mut unseen };
        *count += 1;
        let remarks = person.levels.iter().flatten().filter_map(|levels| levels.remark.as_deref());
        for text in remarks.chain(person.leader.as_deref()) {
            assert!(!holds(&all, text), "{text}");
        }
    }
    assert!(seen > 5 && unseen > 5, "{seen} {unseen}");
    let public_schools: BTreeSet<&str> = inside.iter().map(|listed| listed.school.as_str()).collect();
    for school in &department.settings.schools {
        assert_eq!(
            holds(&all, &school.name),
            public_schools.contains(school.name.as_str()),
            "{}",
            school.name
        );
    }
    let municipality = department.settings.municipality.clone().expect("a municipality");
    assert!(holds(&internal, &municipality));
    let words = [
        "25 profiler",
        "Gennemsnit nu",
        "Profiler",
        "Vigtighed",
        "nødvendig ",
        "Internt",
        "må ikke offentliggøres",
        "mangler, fordi",
    ];
    for word in words.into_iter().map(str::to_owned).chain([municipality]) {
        assert!(!holds(&all, &word), "{word}");
    }
    // The search finds what is there: on pages, in metadata, bookmarks and alternative texts.
    let jytte = "Jytte Overballe";
    for text in [jytte.to_owned(), format!("Kompetencespind for {jytte}"), format!("{jytte} (Hedekær Skole)")]
    {
        assert!(holds(&all, &text), "{text}");
    }
    Ok(())
}

#[test]
fn it_is_accessible_and_archivable_in_every_department() {
    for name in ["swedish", "norwegian", "twenty-four-areas", "long-words", "hostile-text"] {
        let bytes = FullBuild::of_department(name).file(PUBLIC);
        for mark in ["<pdfuaid:part>1</pdfuaid:part>", "<pdfaid:part>2</"] {
            assert!(memmem::find(bytes, mark.as_bytes()).is_some(), "{name}: {mark}");
        }
        let text = pdf::folded(&pdf::text(bytes).concat());
        for ListedPerson { name: person, .. } in listed::read(bytes).expect("tells who stands in it") {
            assert!(text.contains(&person), "{name}: {person}");
        }
    }
}

#[test]
fn the_same_files_give_the_same_bytes_in_any_folder() -> io::Result<()> {
    let (one, two) = (Case::built()?, Case::new()?);
    assert_eq!(two.run(&["--edition", "offentlig"]).status.code(), Some(0));
    fs::rename(two.folder.path().join(Path::new(KARIN.0)), two.folder.path().join("a.yaml"))?;
    assert_eq!(said_before_the_summary(&two.run(&["--edition", "alle"])), "");
    assert_eq!(one.public(), two.public());
    Ok(())
}

/// People enough for volumes.
const MANY: usize = 160;

#[test]
fn the_edition_of_many_people_is_known_without_a_list() -> io::Result<()> {
    if !cases::tries_long_counts() {
        return Ok(());
    }
    let case = Case::new()?;
    for i in 0..MANY {
        let (school, folder) =
            if i % 2 == 0 { ("Nordskolen", "nordskolen") } else { ("Lyngbakkeskolen", "lyngbakkeskolen") };
        let profile = format!(
            "navn: Person Nummer{i}\nskole: {school}\nprofil: {{økonomi: 2 til 3}}\nsamtykke: {{hæfte: ja}}\n"
        );
        fs::write(case.folder.path().join(format!("{folder}/p{i}.yaml")), profile)?;
    }
    let output = case.run(&["--edition", "alle"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    // The people's pages are in volumes by school, each of which lists its own people.
    let parts = ["haefte-offentligt-bind-1.pdf", "haefte-offentligt-bind-2.pdf", PUBLIC];
    let existing =
        || -> Vec<&str> { parts.into_iter().filter(|part| case.out.path().join(part).exists()).collect() };
    let read = |part: &str| fs::read(case.out.path().join(part));
    let made = parts.map(|part| read(part).expect("made"));
    let listed = made.each_ref().map(|part| listed::read(part).expect("a list"));
    assert_eq!(listed.each_ref().map(Vec::len), [MANY / 2 + 1, MANY / 2 + 2, MANY + 3]);
    for (volume, school) in listed.iter().zip(["Lyngbakkeskolen", "Nordskolen"]) {
        assert!(volume.iter().all(|person| person.school == school), "{volume:?}");
    }
    let front = pdf::text(&made[2]).concat();
    for line in [parts[0], parts[1]] {
        assert!(front.contains(line), "{front}");
    }
    assert!(!front.contains("Nummer7") && pdf::text(&made[0]).concat().contains("Nummer7"), "{front}");
    let list = fs::read_to_string(case.out.path().join(".spind.json"))?;
    let at = |name: &str| case.folder.path().join(name);
    let (settings, model) =
        (fs::read_to_string(at("afdeling.yaml"))?, fs::read_to_string(at("rollemodel.yaml"))?);
    case.withdraw(KARIN.0)?;
    type Damage<'a> = Box<dyn Fn() -> io::Result<()> + 'a>;
    let list_at = case.out.path().join(".spind.json");
    let damages: [(&str, Damage<'_>, i32); 4] = [
        ("list lost", Box::new(|| fs::remove_file(&list_at)), 0),
        ("list foreign", Box::new(|| fs::write(&list_at, list.replace("Bakkelund", "Fjernby"))), 0),
        (
            "department renamed",
            Box::new(|| fs::write(at("afdeling.yaml"), settings.replace("Bakkelund", "Fjernby"))),
            0,
        ),
        ("role model broken", Box::new(|| fs::write(at("rollemodel.yaml"), "skala: [")), 2),
    ];
    for (what, damage, code) in damages {
        damage()?;
        // With `--only` it is deleted, which takes less time than making it again.
        let output = case.run(&["--only", "Person Nummer1"]);
        assert_eq!(output.status.code(), Some(code), "{what}: {}", said(&output));
        assert!(existing().is_empty(), "{what}: {:?} {}", existing(), said(&output));
        assert!(said(&output).contains(&format!("  {}, ", KARIN.1)), "{what}: {}", said(&output));
        for (part, bytes) in parts.iter().zip(&made) {
            fs::write(case.out.path().join(part), bytes)?;
        }
        fs::write(&list_at, &list)?;
        fs::write(at("afdeling.yaml"), &settings)?;
        fs::write(at("rollemodel.yaml"), &model)?;
    }
    fs::remove_file(&list_at)?;
    // A volume lists its people even where its booklet is gone.
    fs::remove_file(case.out.path().join(PUBLIC))?;
    let internal = fs::read(case.out.path().join("haefte-intern.pdf"))?;
    let folder = case.folder.path().as_os_str();
    let args = ["forget".as_ref(), "Person Nummer7".as_ref(), "--folder".as_ref(), folder];
    let output =
        spind(args.into_iter().chain(["-o".as_ref(), case.out.path().as_os_str(), "--yes".as_ref()]));
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(said(&output).contains("Ligger hæftet på nettet"), "{}", said(&output));
    let names = case.names();
    assert_eq!(names.len(), MANY + 1, "neither Karin nor number 7");
    assert!(!names.iter().any(|name| name == "Person Nummer7" || name == KARIN.1));
    for part in parts {
        let listed = listed::read(&read(part)?).expect("a list");
        let left = listed.iter().any(|person| person.name == "Person Nummer7" || person.name == KARIN.1);
        assert!(!left, "{part}: {listed:?}");
    }
    assert!(fs::read(case.out.path().join("haefte-intern.pdf"))? != internal);
    // A smaller edition is one booklet again.
    for i in (0..MANY).filter(|i| i % 3 != 0 && *i != 7) {
        let folder = if i % 2 == 0 { "nordskolen" } else { "lyngbakkeskolen" };
        fs::remove_file(at(&format!("{folder}/p{i}.yaml")))?;
    }
    let output = case.run(&["--edition", "offentlig", "--only", "Person Nummer0", "--only", JYTTE.1]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(existing().is_empty(), "somebody withdrew: {:?}", existing());
    let output = case.run(&["--edition", "offentlig"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert_eq!(existing(), [PUBLIC]);
    Ok(())
}
