//! Signatures: noting those on paper, and what the program says when a signed plan changes.

use std::fs;
use std::io;

use crate::fixture::{ANNA, Fixture, PROFILE, RECORD, all_said, stdout};
use crate::program::{said, spind, spind_in};

/// A second person of Anna's name, at another school.
const NAMESAKE: &str =
    "navn: Anna Vest\nskole: Sydskolen\naftalt: 2025-12-03\nprofil:\n  dansk: 3\n  it: 2\n  økonomi: 1\n";

#[test]
fn a_refusal_leaves_no_record_and_an_untouched_profile() -> io::Result<()> {
    let draft = ANNA.replace("aftalt: 2025-12-03\n", "");
    let with_error = ANNA.replace("dansk: 3", "dansk: 9");
    let right: &[&str] = &["--as", "medarbejder", "--date", "2025-12-04"];
    for (profile, who, options, expected) in [
        (draft.as_str(), "Anna Vest", right, "stadig et oplæg"),
        (with_error.as_str(), "Anna Vest", right, "har fejl, så intet er noteret"),
        (ANNA, "Anne Vest", right, "Mente du Anna Vest?"),
        (ANNA, "Xerxes", right, "Ingen profil passer"),
        (ANNA, "Anna Vest", &["--as", "direktør"], "medarbejder"),
        (ANNA, "Anna Vest", &["--as", "leder", "--date", "2099-01-01"], "er ikke kommet endnu"),
        (ANNA, "Anna Vest", &["--as", "leder", "--date", "i går"], "2026-12-02"),
        (ANNA, "Anna Vest", &["--as", "leder", "--code", "hej"], "hverken en fil eller en aftalekode"),
        (
            ANNA,
            "Anna Vest",
            // A sound code of another agreement.
            &["--as", "leder", "--code", "0000 0000 0000 0000 0000 0000 0"],
            "ikke den kode, som filen har nu",
        ),
        (ANNA, "Anna Vest", &["--as", "leder", "--code", "0000 0000 0000 0000 0000 0001 0"], "tastefejl"),
    ] {
        for signed_before in [false, true] {
            let fixture = Fixture::with_anna()?;
            if signed_before {
                fixture.sign("leder", "2025-12-03")?;
            }
            fixture.write(PROFILE, profile)?;
            let record = fixture.read(RECORD).ok();
            assert_eq!(record.is_some(), signed_before);
            let output = fixture.try_sign(&[&[who], options].concat());
            assert_eq!(output.status.code(), Some(2), "{who} {options:?}: {}", all_said(&output));
            assert!(all_said(&output).contains(expected), "{expected}: {}", all_said(&output));
            assert_eq!(fixture.read(RECORD).ok(), record, "{who} {options:?}");
            assert_eq!(fixture.read(PROFILE)?, profile);
            let left = fs::read_dir(fixture.path("nordskolen"))?.count();
            assert_eq!(left, 2 + usize::from(signed_before), "nothing else is left behind");
        }
    }
    Ok(())
}

#[test]
fn a_name_that_fits_several_is_refused_with_their_paths_and_a_path_is_taken() -> io::Result<()> {
    let fixture = Fixture::with(&[(PROFILE, ANNA), ("sydskolen/anna-v.yaml", NAMESAKE)])?;
    let output = fixture.try_sign(&["Anna Vest", "--as", "leder"]);
    assert_eq!(output.status.code(), Some(2));
    for path in [PROFILE, "sydskolen/anna-v.yaml"] {
        assert!(said(&output).contains(path), "{}", said(&output));
    }
    assert!(!fixture.path(RECORD).exists());
    // Within the department, and from anywhere by the file itself, without its folder.
    for (who, record) in [("nordskolen/anna", RECORD), ("anna-v", "sydskolen/anna-v.underskrift")] {
        let output = fixture.try_sign(&[who, "--as", "leder"]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        assert!(fixture.path(record).is_file(), "{record}");
        fs::remove_file(fixture.path(record))?;
    }
    let elsewhere = tempfile::tempdir()?;
    let path = fixture.path("sydskolen/anna-v.yaml");
    let args = ["sign".as_ref(), path.as_os_str(), "--as".as_ref(), "medarbejder".as_ref()];
    let output = spind_in(elsewhere.path(), args);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(fixture.path("sydskolen/anna-v.underskrift").is_file());
    assert_eq!(fixture.read("sydskolen/anna-v.yaml")?, NAMESAKE);
    assert_eq!(fs::read_dir(elsewhere.path())?.count(), 0);
    Ok(())
}

#[test]
fn the_code_and_what_it_covers_are_shown_before_anything_is_noted() -> io::Result<()> {
    let fixture = Fixture::with_anna()?;
    let code = fixture.code()?;
    let output = fixture.try_sign(&["Anna Vest", "--as", "medarbejder", "--date", "2025-12-04"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let shown = crate::pdf::folded(&stdout(&output));
    for part in [
        code.as_str(),
        "Økonomi: 1 → 3 (nødvendig)",
        "Kende budgettet, 40094 Budget på egen hånd, leder, 1. maj 2026",
        "Leder: Peder Ravn",
        "Planen følges op den 15. juni 2026.",
        "koden på papiret er ikke sammenlignet",
        "Leder: ikke noteret som underskrevet",
    ] {
        assert!(shown.contains(part), "{part} is not in: {shown}");
    }
    assert!(!shown.contains("Carl Dam"), "who has not agreed to be named is named nowhere: {shown}");
    let plan = fixture.plan_text()?;
    assert!(plan.contains("Koden på papiret er ikke sammenlignet."), "{plan}");
    // With the code, in any spelling, or with what a phone reads from the QR code.
    for typed in [code.to_lowercase().replace(' ', "-"), scanned(&fixture)?] {
        let output =
            fixture.try_sign(&["Anna Vest", "--as", "medarbejder", "--date", "2025-12-04", "--code", &typed]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        assert!(!fixture.plan_text()?.contains("ikke sammenlignet"));
    }
    let quiet = fixture.try_sign(&["Anna Vest", "--as", "leder", "--date", "2025-12-04", "-q"]);
    assert_eq!((stdout(&quiet).as_str(), quiet.status.code()), ("", Some(0)));
    Ok(())
}

/// The content of the QR code of Anna's plan.
fn scanned(fixture: &Fixture) -> io::Result<String> {
    Ok(fixture.fingerprint()?.scanned())
}

#[test]
fn the_plan_says_noted_and_keeps_its_lines_for_ink() -> io::Result<()> {
    let fixture = Fixture::with_anna()?;
    let unsigned = fixture.plan_text()?;
    assert!(!unsigned.contains("Noteret som underskrevet"), "{unsigned}");
    fixture.sign("medarbejder", "2025-12-04")?;
    let half = fixture.plan_text()?;
    assert_eq!(half.matches("Noteret som underskrevet på papir den").count(), 1, "{half}");
    assert!(half.contains("den 4. december 2025."), "{half}");
    fixture.sign("leder", "2025-12-05")?;
    let both = fixture.plan_text()?;
    assert_eq!(both.matches("Noteret som underskrevet på papir den").count(), 2, "{both}");
    for text in [&unsigned, &half, &both] {
        assert_eq!(text.matches("Sted og dato").count(), 2, "{text}");
        assert!(!text.to_lowercase().contains("underskrevet af"), "{text}");
        assert!(!text.contains("Ændret siden underskriften"), "{text}");
    }
    assert_eq!(fixture.read(PROFILE)?, ANNA);
    Ok(())
}

#[test]
fn the_first_line_says_whether_a_plan_is_noted_as_signed() -> io::Result<()> {
    let fixture = Fixture::with_anna()?;
    let first = || {
        let output = fixture.verify(fixture.plan());
        assert_eq!(output.status.code(), Some(0), "{}", all_said(&output));
        stdout(&output).lines().next().unwrap_or_default().to_owned()
    };
    assert!(first().starts_with("Ikke noteret som underskrevet: Planen for Anna Vest"), "{}", first());
    fixture.sign("medarbejder", "2025-12-04")?;
    assert!(first().contains("kun noteret som underskrevet af den ene"), "{}", first());
    fixture.sign("leder", "2025-12-05")?;
    assert!(first().starts_with("Gælder nu, noteret som underskrevet af begge"), "{}", first());
    Ok(())
}

#[test]
fn a_note_is_shown_as_a_note_wherever_it_counts() -> io::Result<()> {
    let fixture = Fixture::with_anna()?;
    let folder = fixture.folder().as_os_str();
    let code = fixture.code()?;
    let args = ["sign", "Anna Vest", "--as", "leder", "--date", "2025-12-04", "--code", &code, "--folder"];
    let signed = std::process::Command::new(env!("CARGO_BIN_EXE_spind"))
        .args(args)
        .arg(folder)
        .env("USER", "gerda toft")
        .env("USERNAME", "gerda toft")
        .env("LANG", "da_DK.UTF-8")
        .output()?;
    assert_eq!(signed.status.code(), Some(0), "{}", all_said(&signed));
    assert!(fixture.read(RECORD)?.contains("noteret_af: gerda toft"), "{}", fixture.read(RECORD)?);
    let proof = "Papiret er beviset";
    let plan = fixture.plan_text()?;
    assert!(plan.contains("Noteret af gerda toft; papiret er beviset."), "{plan}");
    assert_eq!(fixture.verify(fixture.plan()).status.code(), Some(0), "such a plan is believed");
    for output in [fixture.verify(&code), signed] {
        let said = all_said(&output);
        assert!(said.contains("Noteret af gerda toft.") && said.contains(proof), "{said}");
    }
    let note = &fixture.status_of_anna()["notes"][0];
    let told = (&note["signer"], &note["date"], &note["noted_by"], &note["code_compared"], &note["current"]);
    assert_eq!(
        told,
        (&"leader".into(), &"2025-12-04".into(), &"gerda toft".into(), &true.into(), &true.into())
    );
    // Anyone with write access can write this, which the program can't detect: so it says no more.
    let by_hand = fixture.read(RECORD)?.replace("gerda toft", "anna").replace("2025-12-04", "2025-12-01");
    fixture.write(RECORD, &by_hand)?;
    let said = all_said(&fixture.verify(&code));
    assert!(
        said.contains("noteret som underskrevet på papir den 1. december 2025. Noteret af anna."),
        "{said}"
    );
    assert!(said.contains("Noterne er ikke et bevis"), "{said}");
    // Records from before it was noted who did it still count, and so do records without a sensible name.
    for other in ["".to_owned(), "  noteret_af: \"a\\nb\"\n".to_owned()] {
        fixture.write(RECORD, &by_hand.replace("  noteret_af: anna\n", &other))?;
        let said = all_said(&fixture.verify(&code));
        assert!(said.contains("Det står ikke, hvem der noterede det."), "{said}");
        assert!(fixture.plan_text()?.contains("Papiret er beviset."));
        assert_eq!(fixture.verify(fixture.plan()).status.code(), Some(0));
    }
    Ok(())
}

#[test]
fn both_have_signed_only_where_both_signed_the_same() -> io::Result<()> {
    let fixture = Fixture::with_anna()?;
    let stands = || {
        let anna = fixture.status_of_anna();
        let both = anna["both_signed"].as_bool().expect("a truth value");
        let changed = anna["changed_since_signed"].as_bool().expect("a truth value");
        (anna["signed_by_employee"].clone(), anna["signed_by_leader"].clone(), both, changed)
    };
    assert_eq!(stands(), (().into(), ().into(), false, false));
    fixture.sign("medarbejder", "2025-12-04")?;
    assert_eq!(stands(), ("2025-12-04".into(), ().into(), false, false));
    // Changed before the leader signs: two plans.
    fixture.edit(PROFILE, "ønsket: 3", "ønsket: 4")?;
    fixture.sign("leder", "2025-12-05")?;
    assert_eq!(stands(), ("2025-12-04".into(), "2025-12-05".into(), false, true));
    let plan = fixture.plan_text()?;
    assert_eq!(plan.matches("Gælder en tidligere udgave.").count(), 1, "{plan}");
    // Once she signs that one too, both have signed the same.
    fixture.sign("medarbejder", "2025-12-08")?;
    assert_eq!(stands(), ("2025-12-08".into(), "2025-12-05".into(), true, false));
    // Signing the same once more only moves the day.
    let agreements = fixture.read(RECORD)?.matches("sha256:").count();
    fixture.sign("leder", "2025-12-09")?;
    assert_eq!(stands(), ("2025-12-08".into(), "2025-12-09".into(), true, false));
    let record = fixture.read(RECORD)?;
    assert_eq!((record.matches("sha256:").count(), agreements), (2, 2));
    assert_eq!(record.matches("som: leder").count(), 1, "{record}");
    Ok(())
}

#[test]
fn a_plan_edited_after_signing_is_caught_on_paper_in_check_status_and_verify() -> io::Result<()> {
    let fixture = Fixture::with_anna()?;
    fixture.sign("medarbejder", "2025-12-04")?;
    fixture.sign("leder", "2025-12-04")?;
    let signed = fixture.kept_plan("signed.pdf")?;
    let code = fixture.code()?;
    assert_eq!(fixture.verify(&signed).status.code(), Some(0));
    assert!(fixture.messages("changed-since-signed").is_empty());

    fixture.edit(PROFILE, "ønsket: 3", "ønsket: 5")?;
    let change = "Økonomi: ønsket niveau 3 → 5";

    let pages = crate::pdf::text(&fs::read(fixture.plan())?);
    let front = crate::pdf::folded(&pages[0]);
    let (at, summary) = (front.find(change), front.find("Nødvendigt"));
    assert!(front.contains("Ændret siden underskriften"), "{front}");
    assert!(at.is_some() && at < summary, "before anything else: {front}");

    let messages = fixture.messages("changed-since-signed");
    assert_eq!(messages.len(), 1, "{messages:?}");
    assert!(messages[0].contains(change), "{messages:?}");

    let anna = fixture.status_of_anna();
    assert_eq!((&anna["changed_since_signed"], &anna["up_to_date"]), (&true.into(), &false.into()));

    for old in [signed.as_os_str(), code.as_ref()] {
        let output = fixture.verify(old);
        assert_eq!(output.status.code(), Some(1), "{}", all_said(&output));
        let said = all_said(&output);
        assert!(said.contains("Noteret som underskrevet, siden ændret"), "{said}");
        assert!(said.contains(change), "{said}");
        assert!(said.contains("Leder: noteret som underskrevet på papir den 4. december 2025."), "{said}");
    }
    // The folder has the new one, which is not signed.
    let output = fixture.verify(fixture.plan());
    assert_eq!(output.status.code(), Some(0), "{}", all_said(&output));
    assert_eq!(stdout(&output).matches("ikke noteret som underskrevet").count(), 2);
    let first = stdout(&output).lines().next().unwrap_or_default().to_owned();
    assert!(first.starts_with("Ikke noteret som underskrevet, siden den blev ændret"), "{first}");

    // Put back, the same code holds again.
    fixture.edit(PROFILE, "ønsket: 5", "ønsket: 3")?;
    assert_eq!(fixture.code()?, code);
    assert!(fixture.messages("changed-since-signed").is_empty());
    assert_eq!(fixture.verify(&signed).status.code(), Some(0));
    Ok(())
}

#[test]
fn what_is_not_agreed_may_change_after_signing() -> io::Result<()> {
    let fixture = Fixture::with_anna()?;
    fixture.sign("medarbejder", "2025-12-04")?;
    let code = fixture.code()?;
    for (name, from, to) in [
        (PROFILE, "navn: Anna Vest", "# min egen fil\nnavn: \"Anna Vest\"   # mig"),
        (PROFILE, "aftalt: 2025-12-03", "aftalt: 5. december 2025"),
        (PROFILE, "    status: aftalt", "    status: gennemført\n    afløser: Bente"),
        (
            PROFILE,
            "    afløser: Bente",
            "    afløser: Bente\n    noter: [{dato: 2026-02-01, note: Godt i gang}]",
        ),
        (PROFILE, "stilling: Skolesekretær", "stilling: Administrativ medarbejder\nroller: [front]"),
        (PROFILE, "    vigtighed: nødvendig", "    vigtighed: noedvendig\n    bemærkning: Vigtigt"),
        (PROFILE, "opfølgning: 2026-06-15", "opfoelgning: 15/6-2026\nsamtykke: {hæfte: ja}"),
        (PROFILE, "  dansk: 3", "  dansk: {ønsket: 3, nu: 3}"),
        (PROFILE, "plan:", "sidste_år: {dansk: 2}\nplan:"),
        ("sydskolen/carl.yaml", "profil:", "samtykke: {oplærer: ja}\nprofil:"),
        ("kurser.yaml", "    udbyder: kcb\n    eksempel: ja", "    pris: 2.000\n    udbyder: kcb"),
        ("rollemodel.yaml", "    forventet: 3", "    forventet: 2"),
        ("rollemodel.yaml", "    navn: It", "    kort_navn: Edb\n    navn: It"),
    ] {
        fixture.edit(name, from, to)?;
        assert_eq!(fixture.computed_code()?, code, "{to}");
        let said: Vec<String> =
            fixture.problems().iter().map(|problem| problem["code"].to_string()).collect();
        assert!(said.iter().all(|code| !code.contains("since-signed")), "{to}: {said:?}");
    }
    assert_eq!(fixture.code()?, code, "on the plan with all these changes");
    Ok(())
}

#[test]
fn a_change_in_role_model_or_catalogue_alone_is_reported_as_that() -> io::Result<()> {
    for (name, from, to, change) in [
        ("rollemodel.yaml", "navn: Økonomi\n", "navn: Økonomi og indkøb\n", "Økonomi → Økonomi og indkøb"),
        ("rollemodel.yaml", "version: 1", "version: 2", "Rollemodellens version: 1 → 2"),
        ("rollemodel.yaml", "navn: Kan selv", "navn: Kan alene", "Skalaens niveauer er ændret"),
        (
            "kurser.yaml",
            "titel: Budget på egen hånd",
            "titel: Budgettet",
            "Kursus 40094 har skiftet titel: Budget på egen hånd → Budgettet",
        ),
    ] {
        let fixture = Fixture::with_anna()?;
        fixture.sign("medarbejder", "2025-12-04")?;
        fixture.edit(name, from, to)?;
        let messages = fixture.messages("shared-changed-since-signed");
        assert_eq!(messages.len(), 1, "{change}: {:?}", fixture.problems());
        assert!(messages[0].contains(change), "{messages:?}");
        assert!(fixture.messages("changed-since-signed").is_empty());
        let plan = fixture.plan_text()?;
        let told = "Det aftalte er det samme. Kun rollemodellen eller kursuskataloget er ændret";
        assert!(plan.contains(told), "{plan}");
        assert!(plan.contains(change), "{plan}");
        // Together with a change of her own it is no longer only that.
        fixture.edit(PROFILE, "dansk: 3", "dansk: 2")?;
        let messages = fixture.messages("changed-since-signed");
        assert!(
            messages[0].contains(change) && messages[0].contains("Dansk: niveau nu 3 → 2"),
            "{messages:?}"
        );
        assert!(!fixture.plan_text()?.contains(told));
    }
    Ok(())
}

#[test]
fn a_damaged_record_is_reported_and_never_overwritten() -> io::Result<()> {
    let fixture = Fixture::with_anna()?;
    fixture.sign("medarbejder", "2025-12-04")?;
    let whole = fixture.read(RECORD)?;
    for damaged in [
        whole.replace("ønsket: 3", "ønsket: 4"),
        whole[..whole.len() / 2].to_owned(),
        whole.replace("som: medarbejder", "som: rektor"),
        whole.replace("kode_sammenlignet: ja", "kode_sammenlignet: måske"),
        "navn: Anna\n".to_owned(),
        "en seddel".to_owned(),
        String::new(),
    ] {
        assert_ne!(damaged, whole);
        fixture.write(RECORD, &damaged)?;
        assert_eq!(fixture.messages("record-unusable").len(), 1, "{damaged}");
        assert!(fixture.status_of_anna()["signed_by_employee"].is_null());
        assert!(!fixture.plan_text()?.contains("Noteret som underskrevet"), "it does not count");
        let output = fixture.try_sign(&["Anna Vest", "--as", "leder"]);
        assert_eq!(output.status.code(), Some(2), "{}", all_said(&output));
        assert!(said(&output).contains("ændret i hånden eller gået i stykker"), "{}", said(&output));
        assert_eq!(fixture.read(RECORD)?, damaged);
    }
    // Bytes that are no text at all.
    fs::write(fixture.path(RECORD), [0xff, 0xfe, 0x00, 0xd8])?;
    assert_eq!(fixture.messages("record-unusable").len(), 1);
    assert_eq!(fixture.try_sign(&["Anna Vest", "--as", "leder"]).status.code(), Some(2));
    // As it was, also with another system's line ends, it counts again.
    for same in [whole.clone(), whole.replace('\n', "\r\n")] {
        fixture.write(RECORD, &same)?;
        assert!(fixture.messages("record-unusable").is_empty());
        assert_eq!(fixture.status_of_anna()["signed_by_employee"], "2025-12-04");
    }
    Ok(())
}

#[test]
fn a_record_without_a_profile_is_reported_and_still_knows_what_was_signed() -> io::Result<()> {
    let fixture = Fixture::with_anna()?;
    fixture.sign("medarbejder", "2025-12-04")?;
    let (code, plan) = (fixture.code()?, fixture.kept_plan("signed.pdf")?);
    fs::rename(fixture.path(PROFILE), fixture.path("nordskolen/anna.gammel"))?;
    assert_eq!(fixture.messages("record-of-nobody").len(), 1, "{:?}", fixture.problems());
    for old in [plan.as_os_str(), code.as_ref()] {
        let output = fixture.verify(old);
        assert_eq!(output.status.code(), Some(1), "{}", all_said(&output));
        assert!(all_said(&output).contains("Profilen er væk eller har en fejl"), "{}", all_said(&output));
    }
    // With an error in it, likewise.
    fixture.write(PROFILE, &ANNA.replace("dansk: 3", "dansk: 9"))?;
    assert!(fixture.messages("record-of-nobody").is_empty());
    let output = fixture.verify(&code);
    assert_eq!(output.status.code(), Some(1));
    assert!(all_said(&output).contains("Profilen er væk eller har en fejl"), "{}", all_said(&output));
    Ok(())
}

#[test]
fn a_record_in_another_mans_name_does_not_count() -> io::Result<()> {
    let fixture = Fixture::with_anna()?;
    fixture.sign("medarbejder", "2025-12-04")?;
    // Copied to a colleague, it is a record of a plan that is not hers.
    fs::copy(fixture.path(RECORD), fixture.path("nordskolen/bente.underskrift"))?;
    let messages = fixture.messages("changed-since-signed");
    assert_eq!(messages.len(), 1, "{messages:?}");
    assert!(messages[0].contains("Navn: Anna Vest → Bente Holm"), "{messages:?}");
    Ok(())
}

#[test]
fn records_older_than_the_department_keeps_are_named() -> io::Result<()> {
    let fixture = Fixture::with_anna()?;
    fixture.sign("medarbejder", "2025-12-04")?;
    // 60 months after the day it was noted, and the day after that.
    for (today, kept) in [("2030-12-04", true), ("2030-12-05", false)] {
        let folder = fixture.folder().as_os_str();
        let options = ["--format", "json", "--today", today].map(AsRef::as_ref);
        let output = spind(["check".as_ref(), folder].into_iter().chain(options));
        let named =
            stdout(&output).lines().any(|line| line.contains(RECORD) && line.contains("kept-too-long"));
        assert_eq!(named, !kept, "{today}: {}", stdout(&output));
    }
    Ok(())
}
