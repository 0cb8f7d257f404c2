//! The internal booklet: its parts, order and figures.

use std::fmt::Write as _;
use std::fs;
use std::io;

use jiff::civil::{Date, date};
use spind::run::BuildRequest;

use crate::cases;
use crate::fixture::Fixture;
use crate::full_builds::{FullBuild, OutputFolder};
use crate::pdf;
use crate::program::{build, build_within, copy, department, said, spind, templates};

/// The most that a person's pages may have to hold: 24 areas with long names, all of them
/// to be lifted, each by a course of its own, and 30 lines in the plan.
#[test]
fn a_person_has_two_pages_at_most_and_the_rest_is_counted() -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text);
    write("afdeling.yaml", "navn: Afdelingen\nskoler: [{navn: Nordskolen}]\n")?;
    let mut model =
        "navn: Modellen\nskala: [{niveau: 0, navn: Nej}, {niveau: 1, navn: Ja}]\nområder:\n".to_owned();
    let mut catalogue = "kurser:\n".to_owned();
    let mut profile = "navn: Anne Eksempel\nskole: Nordskolen\nstilling: Sekretær\nprofil:\n".to_owned();
    let mut plan = "plan:\n".to_owned();
    for i in 0..24 {
        let _ = writeln!(
            model,
            "  a{i}: {{navn: \"Modtagelse af forældre, elever, gæster og nye medarbejdere {i}\"}}"
        );
        let _ = writeln!(
            catalogue,
            "  - {{nummer: {}, titel: \"Et kursus med en lang titel, som kataloget har skrevet helt ud, så alle kan se, hvad det handler om, nummer {i}\", form: amu, områder: [a{i}], dage: 2}}",
            40_000 + i
        );
        let priority = ["nødvendig", "rar"][i % 2];
        let _ = writeln!(
            profile,
            "  a{i}: {{nu: 0, ønsket: 1, vigtighed: {priority}, bemærkning: Det er hemmeligt}}"
        );
    }
    for i in 0..30 {
        let _ = writeln!(
            plan,
            "  - {{mål: Et mål, område: a{}, kursus: {}, ansvarlig: Anne Margrethe Kirstine Eksempel-Christoffersen, frist: 2027-05-01, status: foreslået}}",
            i % 24,
            40_000 + i % 24
        );
    }
    write("rollemodel.yaml", &model)?;
    write("kurser.yaml", &catalogue)?;
    write("anne.yaml", &(profile + &plan))?;
    let out = tempfile::tempdir()?;
    let output = build(folder.path(), out.path());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let pages = pdf::text(&fs::read(out.path().join("haefte-intern.pdf"))?);
    let pages: Vec<String> = pages.iter().map(|page| pdf::folded(page)).collect();
    let first = pages.iter().position(|page| page.starts_with("Nordskolen")).expect("her page");
    let index = pages.iter().rposition(|page| page.starts_with("Stikord")).expect("an index");
    assert!(index - first <= 2, "{} pages", index - first);
    let own = pages[first..index].join(" ");
    // Everything left out is counted.
    let before = |words: &str| {
        let before = own.split(words).next().filter(|before| before.len() < own.len());
        before.and_then(|text| text.trim_end().rsplit(' ').next()?.parse::<usize>().ok())
    };
    let (_, plan) = own.split_once("Plan Område").expect("her plan");
    let lines = plan.matches("Foreslået").count();
    assert!(lines >= 2, "{lines}");
    assert_eq!(before("linjer mere står på medarbejderens egen plan"), Some(30 - lines), "{own}");
    let listed = own.split("Plan Område").next().expect("the courses").matches("Et kursus med").count();
    assert!(listed >= 3, "{listed}");
    assert_eq!(before("kurser mere, der passer til disse løft"), Some(24 - listed), "{own}");
    assert!(!pages.concat().contains("hemmeligt"), "a remark");
    assert!(!pages.concat().contains("Et mål"), "a goal");
    Ok(())
}

/// A strength is a level in the upper half of the scale, in the plan as in the booklet.
#[test]
fn plan_and_booklet_call_the_same_levels_strengths() -> io::Result<()> {
    for (levels, lowest) in [(2, 1), (3, 2), (4, 2), (5, 3), (6, 3)] {
        let (folder, out) = (tempfile::tempdir()?, tempfile::tempdir()?);
        let write = |name: &str, text: &str| fs::write(folder.path().join(name), text);
        write("afdeling.yaml", "navn: Afdelingen\nsprog: da\nskoler: [{navn: Nordskolen}]\n")?;
        write("kurser.yaml", "kurser: []\n")?;
        let (mut scale, mut areas) = (String::new(), String::new());
        let mut profile = "navn: Anne Eksempel\nskole: Nordskolen\nprofil:\n".to_owned();
        for level in 0..levels {
            let _ = writeln!(scale, "  - {{niveau: {level}, navn: Trin {level}}}");
        }
        // A role model has at least three areas.
        for area in 0..levels.max(3) {
            let _ = writeln!(areas, "  område{area}: {{navn: Område {area}}}");
            let _ = writeln!(profile, "  område{area}: {}", if area < levels { area } else { 0 });
        }
        write("rollemodel.yaml", &format!("navn: Modellen\nskala:\n{scale}områder:\n{areas}"))?;
        write("anne.yaml", &profile)?;
        let output = build(folder.path(), out.path());
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        let text = |name: &str| -> io::Result<String> {
            Ok(pdf::folded(&pdf::text(&fs::read(out.path().join(name))?).join(" ")))
        };
        let (plan, booklet) = (text("planer/anne.pdf")?, text("haefte-intern.pdf")?);
        for level in 0..levels {
            let is_strength = level >= lowest;
            let in_plan = plan.contains(&format!("Område {level}: {level}"));
            assert_eq!(in_plan, is_strength, "{level} of {levels}: {plan}");
            let in_booklet = booklet.contains(&format!("Område {level}: 1 på niveau {lowest} eller højere"));
            assert_eq!(in_booklet, is_strength, "{level} of {levels}: {booklet}");
        }
    }
    Ok(())
}

fn folded_pages(bytes: &[u8]) -> Vec<String> {
    pdf::text(bytes).iter().map(|page| pdf::folded(page)).collect()
}

#[test]
fn the_first_two_pages_say_what_is_bought_what_it_costs_when_offices_are_empty_and_who_is_late() {
    let pages = folded_pages(FullBuild::of_sample().file("haefte-intern.pdf"));
    let first = &pages[0];
    for told in [
        // The largest need, with its courses.
        "It+ 13 medarbejdere, nødvendigt for 3",
        "Kursus Bundet Ønsket Pris",
        // The money.
        "15.850 kr.",
        "5.300 kr.",
        "128.850 kr.",
        // The risks.
        "Gøgevangskolen en del af dagen 3. feb. 2027 – 4. feb. 2027; Rævhøj Skole 25. feb. 2027 og 2 gange til",
        // What the catalogue only suggests is counted apart.
        "Med katalogets forslag: 3 gange mere.",
        "Administrator: Engvadskolen",
        // The next dates and who is late.
        "25. jan. 2027 Frist: Profiler, 25 af 25 er på plads",
        "Begynder: 40749 Effektiv anvendelse af e-mail og kalendersystemer, 1 deltager",
        "Hedekær Skole 1 aktivitet over fristen (Jytte Overballe: 40749 Effektiv anvendelse af e-mail og…, 30. okt. 2026)",
        // Those to whom the program suggests a course are no participants.
        "Begynder: Kommunens systemer: generel brug for nyansatte, 1 deltager, foreslået til 2 mere",
    ] {
        let told = told.replace(' ', "");
        assert!(first.replace([' ', '\u{a0}'], "").contains(&told), "{told}: {first}");
    }
    assert!(pages[1].contains("Hvem er væk hvornår?") && pages[1].contains("Hvor langt hver skole er"));
    assert!(pages[1].contains("Gøgevangskolen har én ansat"), "{}", pages[1]);
    // Absences that are only suggested are told apart in words too.
    for told in ["(1)", "(1)!", "(1) i parentes: kun forslag fra kataloget"] {
        assert!(pages[1].contains(told), "{told}: {}", pages[1]);
    }
}

/// Sixty schools, each with a line past its deadline, and long names everywhere.
#[test]
fn the_year_is_on_the_first_page_however_many_schools_are_late() -> io::Result<()> {
    if !cases::tries_long_counts() {
        return Ok(());
    }
    const SCHOOLS: usize = 60;
    let (folder, out) = (tempfile::tempdir()?, tempfile::tempdir()?);
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text);
    let mut settings = "navn: Afdelingen\nsprog: da\nperiode: 2026/27\nbudget: 900.000\n\
        frister: {profil: 2027-01-25, plan: 2027-09-30}\nskoler:\n"
        .to_owned();
    let mut model =
        "navn: Modellen\nskala: [{niveau: 0, navn: Nej}, {niveau: 1, navn: Ja}]\nområder:\n".to_owned();
    let mut catalogue = "kurser:\n".to_owned();
    for i in 0..9 {
        let _ =
            writeln!(model, "  a{i}: {{navn: \"Modtagelse af forældre, elever og gæster på skolen {i}\"}}");
        let _ = writeln!(
            catalogue,
            "  - {{nummer: 4000{i}, titel: \"Et kursus med en lang titel, så alle kan se, hvad det handler om {i}\", form: amu, områder: [a{i}], pris: 1000, dage: 2, hold: [{{start: 2027-03-0{}, sted: Holstebro, pladser: 99}}]}}",
            i + 1
        );
    }
    for i in 0..SCHOOLS {
        let school = format!("Skolen ved den lange vej nummer {i:02}");
        let _ = writeln!(settings, "  - {{navn: {school}}}");
        let mut profile = format!(
            "navn: Anne Margrethe Kirstine Eksempel {i:02}\nskole: {school}\nmus: 2026-11-26\nprofil:\n"
        );
        let mut plan = "plan:\n".to_owned();
        for a in 0..9 {
            let _ = writeln!(profile, "  a{a}: {{nu: 0, ønsket: 1, vigtighed: nødvendig}}");
            let _ = writeln!(
                plan,
                "  - {{mål: Et mål, område: a{a}, kursus: 4000{a}, ansvarlig: leder, frist: 2026-12-01, status: aftalt}}"
            );
        }
        write(&format!("anne-{i:02}.yaml"), &(profile + &plan))?;
    }
    write("afdeling.yaml", &settings)?;
    write("rollemodel.yaml", &model)?;
    write("kurser.yaml", &catalogue)?;
    let output = spind([
        folder.path().as_os_str(),
        "-o".as_ref(),
        out.path().as_os_str(),
        "--today".as_ref(),
        "2027-01-15".as_ref(),
    ]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let pages = folded_pages(&fs::read(out.path().join("haefte-intern.pdf"))?);
    let (lists, year) = pages[0].split_once("Året ").expect("the year");
    assert!(year.contains("Frister") && year.contains("Samtaler"), "{year}");
    assert!(pages[1].starts_with("Hvem er væk hvornår?"), "{}", pages[1]);
    // Whatever is left out is counted.
    let shown = lists.matches("9 aktiviteter over fristen").count();
    assert!((1..=5).contains(&shown), "{lists}");
    assert!(lists.contains(&format!("{} skoler mere står i årshjulet.", SCHOOLS - shown)), "{lists}");
    let bought = lists.matches("Et kursus med en lang titel").count();
    let counted = (2..=6).any(|n| lists.contains(&format!("{} kurser mere står under »Kurser«.", 9 - n)));
    assert!(bought >= 2 && counted, "{lists}");
    Ok(())
}

/// A course without a price counts once, whatever its people have agreed or wished.
#[test]
fn courses_without_a_price_are_counted_once_and_qualify_what_is_left() -> io::Result<()> {
    let (folder, out) = (tempfile::tempdir()?, tempfile::tempdir()?);
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text);
    write("afdeling.yaml", "navn: Afdelingen\nsprog: da\nbudget: 5.000\nskoler: [{navn: Nordskolen}]\n")?;
    write(
        "rollemodel.yaml",
        "navn: Modellen\nskala: [{niveau: 0, navn: Nej}, {niveau: 1, navn: Ja}]\nområder:\n  a: {navn: A}\n  b: {navn: B}\n  c: {navn: C}\n",
    )?;
    write("kurser.yaml", "kurser: [{nummer: 40001, titel: Kurset, form: amu, områder: [a], dage: 2}]\n")?;
    for (name, status) in [("Anne", "aftalt"), ("Bodil", "foreslået")] {
        write(
            &format!("{name}.yaml"),
            &format!(
                "navn: {name} Eksempel\nskole: Nordskolen\nprofil: {{a: 0 til 1, b: 1, c: 1}}\nplan: [{{mål: Et mål, område: a, kursus: 40001, ansvarlig: leder, status: {status}}}]\n"
            ),
        )?;
    }
    let output = build(folder.path(), out.path());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let pages = folded_pages(&fs::read(out.path().join("haefte-intern.pdf"))?);
    for told in ["når ønskerne er med (højst)", "Prisen kendes ikke for ét kursus."] {
        assert!(pages[0].contains(told), "{told}: {}", pages[0]);
    }
    Ok(())
}

/// A name with its reason is not repeated in the group.
#[test]
fn an_office_is_empty_in_the_weeks_of_the_blocks_and_not_between_them() -> io::Result<()> {
    let carl = "sydskolen/carl.yaml";
    let plan =
        "plan:\n  - {mål: Regne, kursus: 45948, hold: 2027-03-02, ansvarlig: leder, status: tilmeldt}\n";
    let fixture = Fixture::with(&[])?;
    fixture.write(carl, &(fixture.read(carl)? + plan))?;
    let blocks = "slut: 2027-04-06, blokke: [2027-03-02 til 2027-03-03, 2027-04-06]";
    fixture.edit("kurser.yaml", "slut: 2027-03-03", blocks)?;
    let output = fixture.build();
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let text = folded_pages(&fs::read(fixture.document("haefte-intern.pdf"))?).join(" ");
    let (first, later) = ("2. mar. 2027 – 3. mar. 2027", "6. apr. 2027");
    for words in [
        format!("Tomme kontorer. Sydskolen {first}; Sydskolen {later}."),
        format!("Sydskolen har én ansat og skal passes {first}: 45948 Økonomi til hverdag."),
        format!("Sydskolen har én ansat og skal passes {later}: 45948 Økonomi til hverdag."),
    ] {
        assert!(text.contains(&words), "{words}: {text}");
    }
    // Behind its one employee: weeks 9 and 14, and none of the four between them.
    assert!(text.contains("91011121314 Sydskolen11!1! "), "{text}");
    Ok(())
}

#[test]
fn a_member_of_a_group_is_named_once() {
    let text = folded_pages(FullBuild::of_department("three-areas").file("haefte-intern.pdf")).join(" ");
    let (_, groups) = text.split_once("Datoer og pladser er fra kataloget.").expect("the groups");
    let (_, group) = groups.split_once("46493 Konflikthåndtering").expect("the course");
    let (group, _) = group.split_once("45947").expect("the next course");
    assert_eq!(group.matches("Bodil Hasselstrøm").count(), 1, "{group}");
    assert!(group.contains("for kataloget har intet hold med ledige pladser"), "{group}");
}

#[test]
fn a_schools_booklet_says_what_depends_on_whom() {
    let build = FullBuild::of_sample();
    for (school, told) in [
        (
            "lyngfjord-skole",
            "Roller, der hænger på én. Anne-Margrethe Kirstine Brøndum-Christoffersen: Økonomimedarbejder, Formidler, Administrator. Ingen på niveauet endnu: HR- og personalemedarbejder.",
        ),
        ("lyngfjord-skole", "Kontoret står ikke tomt på grund af kurser."),
        ("gøgevangskolen", "Alle, for skolen har én ansat. Ingen på niveauet endnu: Økonomimedarbejder"),
        ("gøgevangskolen", "Tomme kontorer. 3. feb. 2027 – 4. feb. 2027 en del af dagen; 9. mar. 2027"),
    ] {
        let page = &folded_pages(build.file(&format!("haefter/{school}.pdf")))[0];
        let told = told.replace(' ', "");
        assert!(page.replace([' ', '\u{a0}'], "").contains(&told), "{told}: {page}");
    }
}

#[test]
fn an_area_that_is_not_relevant_is_not_called_missing_in_public() -> io::Result<()> {
    let (folder, out) = (tempfile::tempdir()?, tempfile::tempdir()?);
    copy(&department("three-areas"), folder.path())?;
    let profile = folder.path().join("nordskolen/karin-moseholm.yaml");
    let text = fs::read_to_string(&profile)?;
    let own = text.replacen("  økonomi: 5", "  økonomi: ikke relevant", 1);
    assert_ne!(own, text);
    fs::write(&profile, own)?;
    let args = [folder.path().as_os_str(), "-o".as_ref(), out.path().as_os_str()];
    let output = spind(args.into_iter().chain(["--edition".as_ref(), "offentlig".as_ref()]));
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let pages = folded_pages(&fs::read(out.path().join("haefte-offentligt.pdf"))?);
    let own = pages
        .iter()
        .find(|page| page.contains("Karin Moseholm") && page.contains("Skala"))
        .expect("her page");
    let (_, own) = own.split_once("Karin Moseholm").expect("her part");
    assert!(own.contains("ikke relevant") && !own.contains("ikke udfyldt"), "{own}");
    Ok(())
}

#[test]
fn each_person_of_the_sample_has_one_page_and_no_page_is_nearly_empty() {
    let build = FullBuild::of_sample();
    for (name, most, people) in [("haefte-intern.pdf", 42, 25), ("haefte-offentligt.pdf", 18, 12)] {
        let pages = folded_pages(build.file(name));
        assert!(pages.len() <= most, "{name}: {}", pages.len());
        let own = pages.iter().filter(|page| page.contains("Skala")).count();
        assert_eq!(own, people, "{name}");
        for (i, page) in pages.iter().enumerate() {
            assert!(page.chars().count() > 400, "{name}, page {}: {page}", i + 1);
        }
    }
}

#[test]
fn both_editions_have_one_title() {
    let build = FullBuild::of_sample();
    let [internal, public] = ["haefte-intern.pdf", "haefte-offentligt.pdf"]
        .map(|name| crate::tagged_pdf::TaggedPdf::of(build.file(name)).title);
    let name = "Kompetencehæfte, Den gode rollemodel. ";
    assert_eq!(internal.strip_prefix(name), Some("Internt – må ikke offentliggøres"));
    assert_eq!(public.strip_prefix(name), Some("Offentligt hæfte"));
}

#[test]
fn a_schools_booklet_is_of_its_people_and_stays_current() -> io::Result<()> {
    let (folder, out) = (tempfile::tempdir()?, tempfile::tempdir()?);
    copy(&department("three-areas"), folder.path())?;
    let booklet = out.path().join("haefter/nordskolen.pdf");
    OutputFolder::of_three_areas().place(out.path())?;
    let output = build(folder.path(), out.path());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(!out.path().join("haefter").exists(), "only where it is asked for");
    let args = [folder.path().as_os_str(), "-o".as_ref(), out.path().as_os_str(), "--per-school".as_ref()];
    let output = spind(args);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let text = || -> io::Result<String> { Ok(folded_pages(&fs::read(&booklet)?).join(" ")) };
    let own = text()?;
    for told in [
        "Nordskolen",
        "Karin Moseholm",
        "Bodil Hasselstrøm",
        "Internt – må ikke offentliggøres",
        "Rolledækning",
    ] {
        assert!(own.contains(told), "{told}: {own}");
    }
    for other in ["Lyngbakkeskolen", "Tove Bregnholt", "Jytte Overgaard Lind", "Budgettet er"] {
        assert!(!own.contains(other), "{other}: {own}");
    }
    // Later runs keep it current without being asked, or delete it with its last person.
    let profile = folder.path().join("nordskolen/karin-moseholm.yaml");
    let changed = fs::read_to_string(&profile)?.replace("Karin Moseholm", "Karin Mosegaard");
    fs::write(&profile, changed)?;
    assert_eq!(build(folder.path(), out.path()).status.code(), Some(0));
    assert!(text()?.contains("Karin Mosegaard"), "{}", text()?);
    fs::remove_dir_all(folder.path().join("nordskolen"))?;
    let output = build(folder.path(), out.path());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(!booklet.exists());
    assert!(out.path().join("haefter/lyngbakkeskolen.pdf").exists());
    Ok(())
}

#[test]
fn the_booklet_changes_with_what_falls_due_and_not_with_the_day() -> io::Result<()> {
    let folder = department("three-areas");
    let booklet = |day: Date| -> io::Result<Vec<u8>> {
        let out = tempfile::tempdir()?;
        build_within(&BuildRequest::new(&folder, out.path(), day, templates()));
        fs::read(out.path().join("haefte-intern.pdf"))
    };
    // The deadline for profiles is 25 January.
    let before = booklet(date(2027, 1, 20))?;
    assert!(before == booklet(date(2027, 1, 25))?, "nothing fell due");
    assert!(before != booklet(date(2027, 1, 26))?, "profiles were due");
    Ok(())
}
