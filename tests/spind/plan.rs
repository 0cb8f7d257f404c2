//! What a plan says, and what it must never say of others.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use jiff::civil::{Date, date};

use crate::cases;
use crate::full_builds::FullBuild;
use crate::pdf;
use crate::program::{TODAY, build_plans, copy, files, project, said, spind};

/// The valid small department `tests/broken/base` with more people.
fn department(profiles: &[(&str, &str)]) -> io::Result<tempfile::TempDir> {
    let folder = tempfile::tempdir()?;
    copy(&project().join("tests/broken/base"), folder.path())?;
    for (name, text) in profiles {
        fs::write(folder.path().join(name), text)?;
    }
    Ok(folder)
}

/// The text of the plan `name`.
fn plan(folder: &Path, name: &str) -> io::Result<String> {
    plan_on(folder, name, TODAY)
}

/// The text of the plan `name`, where today is `day`.
fn plan_on(folder: &Path, name: &str, day: Date) -> io::Result<String> {
    let out = tempfile::tempdir()?;
    build_plans(folder, out.path(), &[&name.replace(".pdf", ".yaml")], day);
    let bytes = fs::read(out.path().join("planer").join(name))?;
    Ok(pdf::folded(&pdf::text(&bytes).join(" ")))
}

const ANNA: &str = "navn: Anna Vest\nskole: Nordskolen\nmus: 2026-12-02\nprofil:\n  dansk: 3\n  økonomi:\n    \
                    nu: 1\n    ønsket: 3\n    vigtighed: nødvendig\n";

#[test]
fn views_that_differ_by_more_than_one_level_are_a_point_for_the_talk() -> io::Result<()> {
    for (leader, told) in [("dansk: 1", true), ("dansk: 2", false), ("dansk: 5", true), ("it: 0", false)] {
        let view = format!("vurdering:\n  {leader}\n");
        let folder =
            department(&[("nordskolen/anna.yaml", ANNA), ("nordskolen/anna.leder.yaml", view.as_str())])?;
        let text = plan(folder.path(), "nordskolen/anna.pdf")?;
        assert_eq!(text.contains("Dansk: medarbejder 3, leder"), told, "{leader}: {text}");
    }
    Ok(())
}

#[test]
fn the_role_model_names_the_forms_of_learning() -> io::Result<()> {
    let line = |form: &str| {
        format!("{ANNA}aftalt: 2026-12-03\nplan:\n  - {{mål: Budget, form: {form}, frist: 2027-05-01}}\n")
    };
    let folder = department(&[("nordskolen/anna.yaml", line("sidemandsoplæring").as_str())])?;
    let standard = plan(folder.path(), "nordskolen/anna.pdf")?;
    assert!(standard.contains("Sidemandsoplæring"), "{standard}");
    let model = folder.path().join("rollemodel.yaml");
    let named = fs::read_to_string(&model)? + "former:\n  sidemandsoplæring: makkerlæring\n";
    fs::write(&model, named)?;
    // The name can be typed, and so can the program's own word.
    for form in ["sidemandsoplæring", "Makkerlæring"] {
        fs::write(folder.path().join("nordskolen/anna.yaml"), line(form))?;
        let text = plan(folder.path(), "nordskolen/anna.pdf")?;
        assert!(text.contains("Makkerlæring") && !text.contains("Sidemandsoplæring"), "{form}: {text}");
    }
    let out = tempfile::tempdir()?;
    build_plans(folder.path(), out.path(), &["anna"], TODAY);
    let verify = |folder: &Path| {
        let plan = out.path().join("planer/nordskolen/anna.pdf");
        spind(["verify".as_ref(), plan.as_os_str(), folder.as_os_str()])
    };
    let output = verify(folder.path());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    // Another name is another agreement, as it is for an area.
    let renamed = fs::read_to_string(&model)?.replace("makkerlæring", "nabohjælp");
    fs::write(&model, renamed)?;
    let output = verify(folder.path());
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    Ok(())
}

#[test]
fn a_leaders_view_may_be_in_a_folder_of_her_own() -> io::Result<()> {
    let folder = department(&[("nordskolen/anna.yaml", ANNA)])?;
    let leader = tempfile::tempdir()?;
    fs::create_dir(leader.path().join("nordskolen"))?;
    fs::write(leader.path().join("nordskolen/anna.leder.yaml"), "vurdering:\n  dansk: 0\n")?;
    let out = tempfile::tempdir()?;
    let output = spind([
        folder.path().as_os_str(),
        "-o".as_ref(),
        out.path().as_os_str(),
        "--leder".as_ref(),
        leader.path().as_os_str(),
    ]);
    assert!(output.status.success(), "{}", said(&output));
    let text = pdf::folded(&pdf::text(&fs::read(out.path().join("planer/nordskolen/anna.pdf"))?).join(" "));
    assert!(text.contains("Dansk: medarbejder 3, leder 0"), "{text}");
    // Not in the booklet.
    let booklet = pdf::folded(&pdf::text(&fs::read(out.path().join("haefte-intern.pdf"))?).join(" "));
    assert!(!booklet.contains("leder 0"), "{booklet}");
    Ok(())
}

#[test]
fn a_leaders_view_with_an_error_stops_nothing_and_is_said_to_be_missing() -> io::Result<()> {
    let folder = department(&[
        ("nordskolen/anna.yaml", ANNA),
        ("nordskolen/anna.leder.yaml", "vurdering:\n  dansk: 9\n"),
    ])?;
    let text = plan(folder.path(), "nordskolen/anna.pdf")?;
    assert!(text.contains("Lederens vurdering kunne ikke læses"), "{text}");
    Ok(())
}

#[test]
fn a_needed_lift_without_a_line_is_pointed_out() -> io::Result<()> {
    let sentence = "er nødvendigt, men har ingen aktivitet";
    let folder = department(&[("nordskolen/anna.yaml", ANNA)])?;
    assert!(plan(folder.path(), "nordskolen/anna.pdf")?.contains(sentence));
    let with_line = format!("{ANNA}plan:\n  - mål: Kende budgettet\n    område: økonomi\n");
    let folder = department(&[("nordskolen/anna.yaml", with_line.as_str())])?;
    assert!(!plan(folder.path(), "nordskolen/anna.pdf")?.contains(sentence));
    Ok(())
}

#[test]
fn deadlines_past_and_near_are_marked_by_today() -> io::Result<()> {
    for (deadline, status, mark) in [
        ("2026-12-01", "i gang", "fristen er overskredet"),
        ("2026-12-02", "i gang", "fristen er nær"),
        ("2027-01-31", "i gang", "fristen er nær"),
        ("2027-02-01", "i gang", ""),
        ("2026-12-01", "gennemført", ""),
    ] {
        let text =
            format!("{ANNA}plan:\n  - mål: Kende budgettet\n    frist: {deadline}\n    status: {status}\n");
        let folder = department(&[("nordskolen/anna.yaml", text.as_str())])?;
        let plan = plan_on(folder.path(), "nordskolen/anna.pdf", date(2026, 12, 2))?;
        for words in ["fristen er overskredet", "fristen er nær"] {
            assert_eq!(plan.contains(words), words == mark, "{deadline} {status}: {plan}");
        }
    }
    Ok(())
}

#[test]
fn a_mentors_level_above_the_wanted_one_changes_no_byte_of_another_plan() -> io::Result<()> {
    let mentor = |school: &str, name: &str, level: u8| {
        format!(
            "navn: {name}\nskole: {school}\nprofil:\n  økonomi: {level}\nsamtykke:\n  oplærer: [økonomi]\n"
        )
    };
    let mut seen: Option<Vec<(String, Vec<u8>)>> = None;
    for (ditte, erik) in [(3, 3), (5, 3), (3, 5), (4, 5), (5, 5)] {
        let folder = department(&[
            ("nordskolen/anna.yaml", ANNA),
            ("sydskolen/ditte.yaml", &mentor("Sydskolen", "Ditte Lind", ditte)),
            ("sydskolen/erik.yaml", &mentor("Sydskolen", "Erik Holt", erik)),
        ])?;
        let out = tempfile::tempdir()?;
        build_plans(folder.path(), out.path(), &["anna", "bente", "carl"], TODAY);
        let planer = out.path().join("planer");
        let others: Vec<(String, Vec<u8>)> = files(&planer)
            .into_iter()
            .map(|name| fs::read(planer.join(&name)).map(|bytes| (name, bytes)))
            .collect::<io::Result<_>>()?;
        assert_eq!(others.len(), 3);
        match &seen {
            None => seen = Some(others),
            Some(first) => assert!(*first == others, "{ditte} {erik}"),
        }
    }
    let folder = department(&[
        ("nordskolen/anna.yaml", ANNA),
        ("sydskolen/ditte.yaml", &mentor("Sydskolen", "Ditte Lind", 2)),
    ])?;
    let text = plan(folder.path(), "nordskolen/anna.pdf")?;
    assert!(!text.contains("Ditte Lind"), "she stands below the wanted level: {text}");
    Ok(())
}

#[test]
fn the_code_follows_what_is_agreed_and_nothing_else() -> io::Result<()> {
    let code = |text: &str| -> io::Result<String> {
        let folder = department(&[("nordskolen/anna.yaml", text)])?;
        let plan = plan(folder.path(), "nordskolen/anna.pdf")?;
        let at = plan.find("Aftalekode ").expect("a plan has its code") + "Aftalekode ".len();
        Ok(plan[at..].chars().take(31).collect())
    };
    let with_plan = |goal: &str, status: &str| {
        format!("{ANNA}plan:\n  - mål: {goal}\n    frist: 2027-05-01\n    status: {status}\n")
    };
    let first = code(&with_plan("Kende budgettet", "foreslået"))?;
    // Order, comments, quoting, spacing; what is not agreed.
    for same in [
        with_plan("\"Kende  budgettet\"", "aftalt"),
        with_plan("Kende budgettet # en kommentar", "foreslået"),
        format!("{}aftalt: 2026-12-02\nstilling: Chef\n", with_plan("Kende budgettet", "foreslået")),
        format!("samtykke: {{hæfte: ja}}\n{}", with_plan("Kende budgettet", "foreslået")),
        with_plan("Kende budgettet", "foreslået").replace("mus: 2026-12-02", "mus: 3/12-2026"),
    ] {
        assert_eq!(code(&same)?, first, "{same}");
    }
    for other in [
        with_plan("Kende budgetterne", "foreslået"),
        with_plan("Kende budgettet", "foreslået").replace("nu: 1", "nu: 2"),
        with_plan("Kende budgettet", "foreslået").replace("    vigtighed: nødvendig\n", ""),
        with_plan("Kende budgettet", "foreslået").replace("05-01", "05-02"),
        format!("{}opfølgning: 2027-06-01\n", with_plan("Kende budgettet", "foreslået")),
        format!("leder: Bo Bo\n{}", with_plan("Kende budgettet", "foreslået")),
    ] {
        assert_ne!(code(&other)?, first, "{other}");
    }
    Ok(())
}

/// The lines of each page, as they are printed.
fn printed_lines(bytes: &[u8]) -> Vec<String> {
    pdf::text(bytes).iter().flat_map(|page| page.lines().map(str::to_owned).collect::<Vec<_>>()).collect()
}

/// The pairs of printed lines between which a number is broken.
fn broken_numbers(lines: &[String]) -> Vec<(&String, &String)> {
    let ends_in_number = |line: &str| line.trim_end_matches('-').ends_with(|c: char| c.is_ascii_digit());
    let units = ["kr.", "ledig", "dag"];
    let broken = |line: &str, next: &str| {
        line.ends_with('-') && ends_in_number(line)
            || ends_in_number(line) && units.iter().any(|unit| next.starts_with(unit))
            || line.ends_with('-') && next.starts_with(|c: char| c.is_ascii_digit())
    };
    lines.windows(2).filter(|pair| broken(&pair[0], &pair[1])).map(|pair| (&pair[0], &pair[1])).collect()
}

#[test]
fn an_ordinary_plan_is_one_sheet() {
    for (file, bytes) in FullBuild::of_sample().plans() {
        let pages = pdf::text(bytes);
        assert_eq!(pages.len(), 2, "{file}");
        // The front ends with the table, and the note on the role model is above it.
        assert!(pages[0].contains("Stregen er rollemodellens"), "{file}");
    }
}

/// Twelve areas and six lines, each with all that a line may say.
#[test]
fn a_full_plan_is_one_sheet_too() -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    copy(&project().join("profiles"), folder.path())?;
    let edit = |name: &str, edits: &[(&str, &str)]| -> io::Result<()> {
        let path = folder.path().join(name);
        let mut text = fs::read_to_string(&path)?;
        for (from, to) in edits {
            assert!(text.contains(from), "{name}: {from}");
            text = text.replace(from, to);
        }
        fs::write(path, text)
    };
    edit(
        "rollemodel.yaml",
        &[(
            "\nøvrige_kompetencer:",
            "\n  digital:\n    navn: Digital dannelse og kunstig intelligens\n    \
            kort_navn: Digital dannelse\n    forventet: 3\n\nøvrige_kompetencer:",
        )],
    )?;
    edit(
        "lyngfjord-skole/camilla-rishøj.yaml",
        &[
            (
                "  omsorg: 2 til 3\n",
                "  omsorg: 2 til 3\n  digital: {nu: 1, ønsket: 3, bemærkning: Breve skal gå hurtigere}\n",
            ),
            (
                "    ansvarlig:",
                "    succeskriterium: Tallene er klar til mødet den 10. i hver måned\n    \
                 lederen_gør: Sætter en fast time af hver måned og tager telefonen imens\n    ansvarlig:",
            ),
            (
                "\nplan:",
                "\nsidste_år: {selvledelse: 1, kommunikation: 2, dansk: 2}\nsidste_års_plan:\n  \
                 - {mål: Kende budgettets opbygning og kunne forklare den for ledelsen, status: gennemført}\n  \
                 - {mål: Skrive referater, status: udskudt}\n  - {mål: Finde rundt i journalen}\nplan:",
            ),
        ],
    )?;
    let out = tempfile::tempdir()?;
    let schools: Vec<String> = files(folder.path())
        .iter()
        .filter_map(|name| name.split_once('/').map(|(school, _)| school.to_owned()))
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    let schools: Vec<&str> = schools.iter().map(String::as_str).collect();
    build_plans(folder.path(), out.path(), &schools, TODAY);
    let mut checked = 0;
    for name in files(&out.path().join("planer")) {
        let bytes = fs::read(out.path().join("planer").join(&name))?;
        assert_eq!(pdf::text(&bytes).len(), 2, "{name}");
        checked += 1;
    }
    assert_eq!(checked, 25);
    let bytes = fs::read(out.path().join("planer/lyngfjord-skole/camilla-rishøj.pdf"))?;
    let text = pdf::folded(&pdf::text(&bytes).join(" "));
    assert_eq!(text.matches("Kendetegn: Tallene er klar").count(), 6, "{text}");
    assert_eq!(text.matches("Lederen: Sætter en fast time").count(), 6, "{text}");
    assert_eq!(text.matches("Sted og dato").count(), 2, "{text}");
    Ok(())
}

/// Long facts in full rows, and a name that is longer than the footer.
#[test]
fn facts_are_whole_words_and_the_footer_is_one_line() -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    copy(&project().join("profiles"), folder.path())?;
    let path = folder.path().join("lyngfjord-skole/camilla-rishøj.yaml");
    let text = fs::read_to_string(&path)?;
    let text = text
        .replace("navn: Camilla Rishøj", "navn: Bodil Margrethe Engstrup-Højmark Grønnevang")
        .replace("leder: Mogens Tranholm\n", "")
        .replace("roller: [front]", "roller: [administration, økonomi, hr]");
    fs::write(&path, text)?;
    let out = tempfile::tempdir()?;
    build_plans(folder.path(), out.path(), &["camilla-rishøj"], TODAY);
    let bytes = fs::read(out.path().join("planer/lyngfjord-skole/camilla-rishøj.pdf"))?;
    let lines: Vec<String> = printed_lines(&bytes).iter().map(|line| pdf::folded(line)).collect();
    let roles = "Administrator, Økonomimedarbejder, HR- og personalemedarbejder";
    assert!(lines.iter().any(|line| line.contains(roles)), "{lines:#?}");
    let cut: Vec<_> = lines.iter().filter(|line| line.contains('…')).collect();
    assert_eq!(cut.len(), 2, "{cut:?}");
    assert!(cut.iter().all(|line| line.starts_with("Oplæg til samtalen · Bodil Margrethe")), "{cut:?}");
    Ok(())
}

/// What is invented is said so with a word that needs no explanation, also in suggestions.
#[test]
fn invented_facts_are_marked_wherever_they_are_printed() {
    let build = FullBuild::of_sample();
    let plan = build.file("planer/marebæk-skole/aysel-demirhan.pdf");
    let text = pdf::folded(&pdf::text(plan).join(" "));
    assert!(text.contains("500 kr. efter tilskud (opdigtet)"), "{text}");
    assert!(text.contains("4 ledige pladser · 350 kr. efter tilskud (opdigtet)"), "{text}");
    for (file, bytes) in build.plans() {
        let text = pdf::folded(&pdf::text(bytes).join(" "));
        assert!(!text.contains("(eksempel)") && !text.contains("· (opdigtet)"), "{file}: {text}");
    }
}

#[test]
fn no_number_is_broken_at_the_end_of_a_line_and_no_id_is_printed() -> io::Result<()> {
    for (file, bytes) in FullBuild::of_sample().plans() {
        let lines = printed_lines(bytes);
        assert_eq!(broken_numbers(&lines), [], "{file}");
        for id in [
            "intern-it",
            "intern-systemer",
            "jobrotation-økonomi",
            "førstehjælp-fysisk",
            "førstehjælp-psykisk",
        ] {
            assert!(lines.iter().all(|line| !line.contains(id)), "{file}: {id}");
        }
        assert!(lines.iter().all(|line| !line.ends_with("Skoleafdelin-")), "{file}");
    }
    // Numbers with hyphens at every position of a line.
    let mut text = format!("{ANNA}plan:\n");
    for filler in 0..24 {
        let words = "ord ".repeat(8 + filler);
        text +=
            &format!("  - mål: {words}40094-12-AMU\n    aktivitet: {words}nr-2027-15 og {words}350 kr.\n");
    }
    let folder = department(&[("nordskolen/anna.yaml", text.as_str())])?;
    let out = tempfile::tempdir()?;
    build_plans(folder.path(), out.path(), &["anna"], TODAY);
    let lines = printed_lines(&fs::read(out.path().join("planer/nordskolen/anna.pdf"))?);
    assert_eq!(broken_numbers(&lines), []);
    for number in ["40094-12-AMU", "nr-2027-15"] {
        assert!(lines.iter().filter(|line| line.contains(number)).count() >= 24, "{number}");
    }
    Ok(())
}

/// Closings from one sentence to a leader with a long name, and last lines at every height of the page.
#[test]
fn the_signatures_follow_a_line_of_the_plan_however_long_it_is() -> io::Result<()> {
    let mut profiles = Vec::new();
    for lines in 1..=22 {
        for (kind, more) in [
            ("kladde", "leder: Ib Ås\n".to_owned()),
            ("aftalt", "leder: Ib Ås\naftalt: 2026-12-02\n".to_owned()),
            (
                "lang",
                format!(
                    "leder: {} Christoffersen-Wedderkopp\nopfølgning: 2027-06-01\n",
                    "Maximiliane ".repeat(5)
                ),
            ),
        ] {
            let letter = char::from(b'a' + u8::try_from(lines).expect("few lines"));
            let mut text = format!("navn: Else {kind} {letter}\nskole: Nordskolen\nmus: 2026-12-02\n{more}");
            text += "profil:\n  dansk: 3\n  økonomi: 1 til 3\nplan:\n";
            for number in 0..lines {
                text += &format!("  - mål: Mål nummer {number}\n    frist: 2027-04-01\n");
                if kind == "lang" {
                    text += &format!(
                        "    afløser: Afløser Nummer{}\n",
                        "abcdefghijklmnopqrstuv".split_at(number).1
                    );
                }
            }
            profiles.push((format!("{kind}-{lines}.yaml"), text));
        }
    }
    assert_eq!(profiles.len(), 66);
    let profiles = cases::sampled(profiles);
    let profiles: Vec<_> = profiles.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let folder = department(&profiles)?;
    let out = tempfile::tempdir()?;
    build_plans(folder.path(), out.path(), &["Nordskolen"], TODAY);
    for (name, _) in &profiles {
        let path = out.path().join("planer").join(name.replace(".yaml", ".pdf"));
        let bytes = fs::read(path).map_err(|error| io::Error::other(format!("{name}: {error}")))?;
        let pages: Vec<String> = pdf::text(&bytes).iter().map(|page| pdf::folded(page)).collect();
        let page = pages.iter().find(|page| page.contains("Underskrifter")).expect("there are signatures");
        assert_eq!(page.matches("Sted og dato").count(), 2, "{name}: {page}");
        assert!(page.contains("Mål nummer"), "{name}: {page}");
    }
    Ok(())
}
