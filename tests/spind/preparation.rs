//! The preparation: a form for the talk with the person's own facts and nobody else's.

use std::fs;
use std::io;
use std::path::Path;

use jiff::civil::date;
use spind::language::Tag;
use spind::run::BuildRequest;

use crate::full_builds::{FullBuild, sample};
use crate::pdf;
use crate::program::{TODAY, build_within, copy, department, files, project, said, spind, templates};

const ANNA: &str = "navn: Anna Vest\nskole: Nordskolen\nmus: 2026-12-02\nprofil:\n  dansk: 3\n";

/// The valid small department `tests/broken/base` with Anna.
fn folder(anna: &str) -> io::Result<tempfile::TempDir> {
    let folder = tempfile::tempdir()?;
    copy(&project().join("tests/broken/base"), folder.path())?;
    fs::write(folder.path().join("nordskolen/anna.yaml"), anna)?;
    Ok(folder)
}

/// Builds with preparations and these options.
fn build(folder: &Path, out: &Path, more: &[&str]) -> std::process::Output {
    let mut args = vec![folder.as_os_str(), "-o".as_ref(), out.as_os_str(), "--forberedelse".as_ref()];
    args.extend(more.iter().map(|arg| std::ffi::OsStr::new(*arg)));
    spind(args)
}

/// The text of Anna's preparation in `folder`, with the leader's folder `leader`.
fn annas(folder: &Path, leader: Option<&Path>) -> io::Result<String> {
    let out = tempfile::tempdir()?;
    let request = BuildRequest::new(folder, out.path(), TODAY, templates());
    build_within(&BuildRequest { only: &["anna".to_owned()], leader, preparations: true, ..request });
    let bytes = fs::read(out.path().join("planer/nordskolen/anna-forberedelse.pdf"))?;
    Ok(pdf::folded(&pdf::text(&bytes).join(" ")))
}

/// The preparation of Anna, with `more` in her file.
fn with(more: &str) -> io::Result<String> {
    annas(folder(&format!("{ANNA}{more}"))?.path(), None)
}

#[test]
fn each_person_has_one_beside_her_plan_where_it_is_asked_for() {
    let build = FullBuild::of_sample();
    let plans: Vec<&str> = build.plans().map(|(name, _)| name).collect();
    let preparations: Vec<(&str, &[u8])> =
        build.pdfs().filter(|(name, _)| name.ends_with("-forberedelse.pdf")).collect();
    assert_eq!((plans.len(), preparations.len()), (25, 25));
    for (name, bytes) in preparations {
        assert!(plans.contains(&&*name.replace("-forberedelse", "")), "{name}");
        for mark in ["<pdfuaid:part>1</", "<pdfaid:part>2</"] {
            assert!(bytes.windows(mark.len()).any(|window| window == mark.as_bytes()), "{name}: {mark}");
        }
        let pages = pdf::text(bytes);
        assert!(pages.len() <= 3, "{name}: {} pages", pages.len());
        let text = pdf::folded(&pages.join(" "));
        for never in [
            "Aftalekode",
            "Underskrifter",
            "Samtykke",
            " hun ",
            " hende",
            "prep-",
            "label-",
            "kryds)",
            "betvivlet",
        ] {
            assert!(!text.contains(never), "{name}: {never}");
        }
        assert!(text.contains("ingen behøver at kunne det hele"), "{name}");
    }
}

/// The words of one language take a line more than those of another.
#[test]
fn it_has_three_pages_in_every_language() -> io::Result<()> {
    for language in [Tag::Sv, Tag::Nb, Tag::En] {
        let out = tempfile::tempdir()?;
        let sample = sample();
        build_within(&BuildRequest {
            only: &["lyngfjord-skole".to_owned()],
            language: Some(language),
            preparations: true,
            ..BuildRequest::new(&sample, out.path(), TODAY, templates())
        });
        let all = files(out.path());
        let preparations: Vec<&String> =
            all.iter().filter(|name| name.ends_with("-forberedelse.pdf")).collect();
        assert_eq!(preparations.len(), 3, "{all:?}");
        for name in preparations {
            let pages = pdf::text(&fs::read(out.path().join(name))?).len();
            assert!(pages <= 3, "{language:?}: {name}: {pages} pages");
        }
    }
    Ok(())
}

#[test]
fn only_makes_that_of_whom_it_names() -> io::Result<()> {
    let folder = folder(ANNA)?;
    let out = tempfile::tempdir()?;
    build(folder.path(), out.path(), &["--only", "anna"]);
    assert_eq!(
        files(&out.path().join("planer")),
        ["nordskolen/anna-forberedelse.pdf", "nordskolen/anna.pdf"]
    );
    Ok(())
}

#[test]
fn lifts_are_asked_about_one_by_one_with_their_levels_and_remarks() -> io::Result<()> {
    let lift = "  økonomi:\n    nu: 1\n    ønsket: 3\n    vigtighed: nødvendig\n    bemærkning: Overtager budgettet\n";
    let text = with(lift)?;
    for part in
        ["Ønskede løft", "Økonomi. Fra 1 (", ") til 3 (", "ingen aktivitet i planen", "Overtager budgettet"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(!text.contains("Skriv 1 ved"), "one lift needs no rank: {text}");
    let with_line = format!("{lift}  it: 2 til 3\nplan:\n  - mål: Kende budgettet\n    område: økonomi\n");
    let text = with(&with_line)?;
    assert!(!text.contains("ingen aktivitet i planen"), "{text}");
    assert!(text.contains("Skriv 1 ved"), "{text}");
    Ok(())
}

#[test]
fn without_a_fact_a_question_is_asked_in_general_or_not_at_all() -> io::Result<()> {
    let text = with("")?;
    assert!(text.contains("Ingen ønskede løft. Hvad vil du gerne blive ved med"), "{text}");
    assert!(text.contains("i det år, der er gået"), "{text}");
    for part in [
        "Ønskede løft",
        "Nået siden sidst",
        "Lavere end sidst",
        "Mål i sidste plan",
        "Vil gerne slippe",
        "Vurderet forskelligt",
        "Uden afløser",
    ] {
        assert!(!text.contains(part), "{part}: {text}");
    }
    Ok(())
}

#[test]
fn last_year_is_looked_back_on() -> io::Result<()> {
    let text = with(
        "  it: 2\nsidste_år:\n  dansk: 1\n  it: 4\nsidste_års_plan:\n  - mål: Skrive referat\n    status: gennemført\n",
    )?;
    assert!(text.contains("Nået siden sidst: Dansk: 1 → 3. Hvad er du mest tilfreds med"), "{text}");
    assert!(text.contains("Lavere end sidst: It: 4 → 2."), "{text}");
    assert!(text.contains("Skrive referatGennemført"), "{text}");
    Ok(())
}

#[test]
fn what_she_wants_less_of_is_asked_about_where_things_are_turned_down() -> io::Result<()> {
    let text = with("  it: 4 til 2\n")?;
    let heading = text.find("Hvad kan vi skrue ned for?").expect("the heading");
    let question = text.find("Vil gerne slippe: It: 4 → 2. Hvilke opgaver er det").expect("the question");
    assert!(heading < question, "{text}");
    Ok(())
}

#[test]
fn the_leaders_levels_are_shown_only_where_the_leader_asks() -> io::Result<()> {
    for (leader, differs) in [("dansk: 1", true), ("dansk: 2", false), ("it: 0", false)] {
        let view = format!("vurdering:\n  {leader}\n");
        let told = |text: &str| {
            text.contains("Dansk: medarbejder 3, leder 1.") && text.contains("Vurderet forskelligt")
        };
        // Beside the profile it is read, but the sheet is the employee's own.
        let folder = folder(ANNA)?;
        fs::write(folder.path().join("nordskolen/anna.leder.yaml"), &view)?;
        let text = annas(folder.path(), None)?;
        assert!(!text.contains("leder 1") && !text.contains("Vurderet forskelligt"), "{leader}: {text}");
        // Whoever has a folder of such views asks for them.
        let (folder, leaders) = (self::folder(ANNA)?, tempfile::tempdir()?);
        fs::create_dir(leaders.path().join("nordskolen"))?;
        fs::write(leaders.path().join("nordskolen/anna.leder.yaml"), &view)?;
        let text = annas(folder.path(), Some(leaders.path()))?;
        assert_eq!(told(&text), differs, "{leader}: {text}");
    }
    Ok(())
}

#[test]
fn the_mirror_shows_above_and_below_and_each_competency_without_votes() -> io::Result<()> {
    let bytes = FullBuild::of_sample().file("planer/hedekær-skole/jytte-overballe-forberedelse.pdf");
    let text = pdf::folded(&pdf::text(bytes).join(" "));
    for part in [
        "Over rollemodellen: Sagsbehandling (+1) · Omsorg og pædagogisk værdigrundlag (+1)",
        "Under rollemodellen: Udviklingsorienteret (−1) · It+ (−2)",
        "It+ nu 2 · rollemodellen 4",
        "serviceorienteret og omsorgsfuld",
        "(konfliktnedtrappende)",
        "fysisk førstehjælp",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let mut problems = spind::problem::Problems::default();
    let reading = spind::department::read(&project().join("profiles"), None, &mut problems)?;
    for area in &reading.department.expect("a department").role_model.areas {
        for competency in &area.competencies {
            assert!(text.contains(&competency.text), "{}", competency.text);
        }
    }
    Ok(())
}

#[test]
fn it_goes_with_the_person_and_stays_while_she_does() -> io::Result<()> {
    let folder = folder(ANNA)?;
    let out = tempfile::tempdir()?;
    let preparation = out.path().join("planer/nordskolen/anna-forberedelse.pdf");
    build(folder.path(), out.path(), &[]);
    assert!(preparation.exists());
    // Not asked for again, it stays.
    crate::program::build(folder.path(), out.path());
    assert!(preparation.exists());
    // With an error in her file it stays too, and is reported as out of date.
    fs::write(folder.path().join("nordskolen/anna.yaml"), "navn: Anna Vest\n")?;
    let output = build(folder.path(), out.path(), &["--verbose"]);
    assert!(preparation.exists());
    assert!(said(&output).contains("anna-forberedelse.pdf er forældet"), "{}", said(&output));
    // Gone from the folder, she leaves nothing behind, asked for or not.
    fs::remove_file(folder.path().join("nordskolen/anna.yaml"))?;
    crate::program::build(folder.path(), out.path());
    let left = files(&out.path().join("planer"));
    assert!(left.iter().all(|name| !name.contains("anna")), "{left:?}");
    assert!(left.contains(&"nordskolen/bente-forberedelse.pdf".to_owned()), "{left:?}");
    Ok(())
}

#[test]
fn a_profile_of_such_a_name_never_takes_another_persons_paper() -> io::Result<()> {
    let folder = folder(ANNA)?;
    let out = tempfile::tempdir()?;
    let other = ANNA.replace("Anna", "Anja");
    fs::write(folder.path().join("nordskolen/anna-forberedelse.yaml"), other)?;
    let output = build(folder.path(), out.path(), &["--verbose"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("er optaget"), "{}", said(&output));
    assert!(!said(&output).contains("forældet"), "{}", said(&output));
    let preparation = out.path().join("planer/nordskolen/anna-forberedelse.pdf");
    let text = pdf::folded(&pdf::text(&fs::read(&preparation)?).join(" "));
    assert!(text.contains("Anna Vest") && !text.contains("Anja"), "{text}");
    fs::remove_file(folder.path().join("nordskolen/anna.yaml"))?;
    crate::program::build(folder.path(), out.path());
    assert!(!preparation.exists(), "it was Anna's, and she is gone");
    Ok(())
}

#[test]
fn the_same_files_give_the_same_bytes() -> io::Result<()> {
    let (folder, out) = (department("swedish"), tempfile::tempdir()?);
    let schools = ["enheten-centrum", "enheten-norr", "enheten-soder"].map(str::to_owned);
    let request = BuildRequest::new(&folder, out.path(), date(2030, 1, 1), templates());
    build_within(&BuildRequest { only: &schools, preparations: true, ..request });
    let names = files(&out.path().join("planer"));
    let preparations: Vec<&String> = names.iter().filter(|name| name.contains("-förberedelse")).collect();
    assert_eq!(preparations.len(), 6);
    for name in preparations {
        let earlier = format!("planer/{}", name.replace("-förberedelse", "-forberedelse"));
        let earlier = FullBuild::of_department("swedish").file(&earlier);
        assert!(earlier == fs::read(out.path().join("planer").join(name))?, "{name}");
    }
    Ok(())
}

#[test]
fn templates_of_ones_own_need_those_of_what_is_asked_for() -> io::Result<()> {
    let templates = tempfile::tempdir()?;
    for name in [
        "common.typ",
        "chapters.typ",
        "plan.typ",
        "plan-sheet.typ",
        "staircase.typ",
        "booklet.typ",
        "strategy.typ",
        "strategic-plan.typ",
    ] {
        fs::copy(project().join("templates").join(name), templates.path().join(name))?;
    }
    let out = tempfile::tempdir()?;
    let run = |flags: &[&str]| {
        let folder = department("three-areas");
        let mut args = vec![folder.as_os_str(), "-o".as_ref(), out.path().as_os_str()];
        args.extend(["--templates".as_ref(), templates.path().as_os_str()]);
        args.extend(flags.iter().map(|flag| std::ffi::OsStr::new(*flag)));
        spind(args)
    };
    for (flag, missing) in [
        ("--forberedelse", "preparation.typ"),
        ("--opfoelgning", "follow-up.typ"),
        ("--blank", "blank-form.typ"),
        ("--print", "print.typ"),
    ] {
        let output = run(&[flag]);
        assert_eq!(output.status.code(), Some(2), "{flag}");
        assert!(said(&output).contains(&format!("{missing} mangler")), "{}", said(&output));
    }
    assert!(files(out.path()).is_empty());
    let output = run(&[]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    Ok(())
}
