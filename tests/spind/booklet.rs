//! The internal booklet: its parts, order and figures.

use std::fmt::Write as _;
use std::fs;
use std::io;

use crate::pdf;
use crate::program::{build, said};

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
    let lines = plan.matches("foreslået").count();
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
