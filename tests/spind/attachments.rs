//! What a plan carries as attachments, and what it must never carry.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use flate2::read::ZlibDecoder;
use memchr::memmem;

use spind::agreement::Records;
use spind::document::Templates;
use spind::problem::Problems;
use spind::typeface::Typeface;
use spind::verify::{CodeQuery, CodeStatus, look_up, verify_plan_with};

use crate::cases;
use crate::fixture::{ANNA, Fixture, PROFILE, all_said, stdout};
use crate::full_builds::{DEPARTMENTS, FullBuild, sample};
use crate::program::{department, files, said, spind};

/// The bytes of a PDF with every stream inflated.
fn everything(pdf: &[u8]) -> String {
    let mut all = String::from_utf8_lossy(pdf).into_owned();
    let mut streams = 0;
    for at in memmem::find_iter(pdf, b"stream\n") {
        let mut unpacked = Vec::new();
        let packed = &pdf[at + "stream\n".len()..];
        if ZlibDecoder::new(packed).read_to_end(&mut unpacked).is_ok() {
            streams += 1;
            all.push_str(&String::from_utf8_lossy(&unpacked));
        }
    }
    assert!(streams > 5, "streams are found");
    all
}

fn extract(plan: &Path, into: &Path) -> std::process::Output {
    spind(["extract".as_ref(), plan.as_os_str(), "-o".as_ref(), into.as_os_str()])
}

#[test]
fn every_plan_of_every_department_is_believed() -> io::Result<()> {
    let departments = DEPARTMENTS.map(|name| (department(name), FullBuild::of_department(name)));
    let templates = Templates::embedded(&Typeface::embedded());
    let mut plans = 0;
    let scratch = tempfile::tempdir()?;
    let copy = scratch.path().join("plan.pdf");
    for (folder, build) in departments.into_iter().chain([(sample(), FullBuild::of_sample())]) {
        let mut problems = Problems::default();
        let department = spind::department::read(&folder, None, &mut problems)?.department.expect("usable");
        let records = Records::read(&department, &mut problems);
        plans += build.plans().count();
        for (name, bytes) in cases::sampled(build.plans().collect()) {
            fs::write(&copy, bytes)?;
            let known = |code| look_up(CodeQuery::Code(code), &department, &records).agreement().cloned();
            let plan = verify_plan_with(&copy, &templates, known);
            let plan = plan.unwrap_or_else(|error| panic!("{}: {name}: {error}", folder.display()));
            let sought = CodeQuery::Fingerprint(plan.agreement.fingerprint());
            let answer = look_up(sought, &department, &records);
            assert!(matches!(answer, CodeStatus::Current { .. }), "{}: {name}: {answer:?}", folder.display());
            assert!(plan.uses_names_of(&department, templates.typeface()), "{}: {name}", folder.display());
        }
    }
    assert!(plans >= 40, "{plans}");
    Ok(())
}

#[test]
fn a_plan_is_believed_in_every_language_and_as_a_draft() -> io::Result<()> {
    let draft = ANNA.replace("aftalt: 2025-12-03\n", "").replace("navn: Anna", "navn: Anja");
    let fixture = Fixture::with(&[(PROFILE, ANNA), ("nordskolen/anja.yaml", &draft)])?;
    for (language, current) in [
        ("da", "Ikke noteret"),
        ("sv", "Inte noterad"),
        ("nb", "Ikke notert"),
        ("en", "Not recorded as signed"),
    ] {
        let out = fixture.document(language);
        let folder = fixture.folder().as_os_str();
        let options = ["--lang".as_ref(), language.as_ref()];
        let only = ["--only", "anna", "--only", "anja"].map(AsRef::as_ref);
        let to = ["build".as_ref(), folder, "-o".as_ref(), out.as_os_str()];
        let built = spind(to.into_iter().chain(options).chain(only));
        assert!(built.status.success(), "{}", said(&built));
        for name in ["anna", "anja"] {
            let plan = out.join(format!("planer/nordskolen/{name}.pdf"));
            let output = spind(["verify".as_ref(), plan.as_os_str(), folder].into_iter().chain(options));
            assert_eq!(output.status.code(), Some(0), "{}", all_said(&output));
            assert!(stdout(&output).starts_with(current), "{}", stdout(&output));
        }
    }
    Ok(())
}

#[test]
fn a_draft_is_valid_until_the_plan_changes() -> io::Result<()> {
    let fixture = Fixture::with(&[(PROFILE, &ANNA.replace("aftalt: 2025-12-03\n", ""))])?;
    let draft = fixture.kept_plan("draft.pdf")?;
    let code = fixture.code()?;
    // Agreed without a change, the code of the draft is the code of the plan.
    fixture.edit(PROFILE, "profil:", "aftalt: 2025-12-03\nprofil:")?;
    for known in [draft.as_os_str(), code.as_ref(), fixture.plan().as_os_str()] {
        let output = fixture.verify(known);
        assert_eq!(output.status.code(), Some(0), "{}", all_said(&output));
        assert_eq!(stdout(&output).matches("ikke noteret som underskrevet").count(), 2);
    }
    // Changed, with no signature to remember what it was.
    fixture.edit(PROFILE, "dansk: 3", "dansk: 4")?;
    for unknown in [draft.as_os_str(), code.as_ref()] {
        let output = fixture.verify(unknown);
        assert_eq!(output.status.code(), Some(1), "{}", all_said(&output));
        assert!(
            all_said(&output).contains("Ikke udstedt herfra, eller ændret siden"),
            "{}",
            all_said(&output)
        );
    }
    Ok(())
}

#[test]
fn a_lost_record_loses_only_what_was_signed_before() -> io::Result<()> {
    let fixture = Fixture::with_anna()?;
    fixture.sign("leder", "2025-12-04")?;
    let (code, old) = (fixture.code()?, fixture.kept_plan("old.pdf")?);
    fixture.edit(PROFILE, "dansk: 3", "dansk: 4")?;
    assert!(all_said(&fixture.verify(&code)).contains("siden ændret"));
    fs::remove_file(fixture.path(crate::fixture::RECORD))?;
    for unknown in [old.as_os_str(), code.as_ref()] {
        let output = fixture.verify(unknown);
        assert_eq!(output.status.code(), Some(1));
        assert!(all_said(&output).contains("Ikke udstedt herfra"), "{}", all_said(&output));
    }
    assert_eq!(fixture.verify(fixture.plan()).status.code(), Some(0));
    Ok(())
}

#[test]
fn a_code_is_known_in_any_spelling_and_a_typing_error_is_reported() -> io::Result<()> {
    let fixture = Fixture::with_anna()?;
    let code = fixture.code()?;
    let spaceless = code.replace(' ', "");
    for typed in [
        code.clone(),
        spaceless.clone(),
        code.to_lowercase(),
        code.replace(' ', "-"),
        format!(" {code} "),
        format!("»{code}«."),
    ] {
        let output = fixture.verify(&typed);
        assert_eq!(output.status.code(), Some(0), "{typed}: {}", all_said(&output));
        assert!(stdout(&output).contains("Planen for Anna Vest, Nordskolen"), "{}", stdout(&output));
        assert!(stdout(&output).contains("Koden dækker navn"), "{}", stdout(&output));
    }
    let scanned = {
        let mut problems = spind::problem::Problems::default();
        let reading = spind::department::read(fixture.folder(), None, &mut problems)?;
        let department = reading.department.expect("a department");
        let anna = department.people.iter().find(|person| person.file.name == PROFILE).expect("Anna");
        spind::agreement::Agreement::of(anna, &department).fingerprint().scanned()
    };
    assert!(scanned.starts_with("SPIND1:"));
    for typed in [scanned.clone(), scanned.to_lowercase(), format!("{scanned}\n"), format!("{scanned}.")] {
        assert_eq!(fixture.verify(&typed).status.code(), Some(0), "{typed}");
    }

    let letter = if spaceless.starts_with('7') { "8" } else { "7" };
    let wrong_letter = format!("{letter}{}", &spaceless[1..]);
    let mut swapped: Vec<char> = spaceless.chars().collect();
    let at = (0..23).find(|&i| swapped[i] != swapped[i + 1]).expect("a code has two characters");
    swapped.swap(at, at + 1);
    let swapped: String = swapped.into_iter().collect();
    let check = if spaceless.ends_with('7') { "8" } else { "7" };
    let wrong_check = format!("{}{check}", &spaceless[..24]);
    for typed in [wrong_letter, swapped, wrong_check] {
        let output = fixture.verify(&typed);
        assert_eq!(output.status.code(), Some(2), "{typed}");
        assert!(said(&output).contains("Der er en tastefejl i koden"), "{}", said(&output));
    }
    let (short, long) = (spaceless[..24].to_owned(), format!("{spaceless}7"));
    let not_hex = scanned.replace("SPIND1:", "SPIND1:X");
    for typed in [short, long, not_hex, "hej".to_owned(), "SPIND1:".to_owned()] {
        let output = fixture.verify(&typed);
        assert_eq!(output.status.code(), Some(2), "{typed}");
        assert!(said(&output).contains("hverken en fil eller en aftalekode"), "{typed}: {}", said(&output));
    }
    // A valid code of no plan.
    let output = fixture.verify("0000 0000 0000 0000 0000 0000 0");
    assert_eq!(output.status.code(), Some(1));
    assert!(stdout(&output).contains("Ikke udstedt herfra"), "{}", stdout(&output));
    Ok(())
}

#[test]
fn what_is_taken_out_is_the_agreement_and_the_data_and_overwrites_nothing() -> io::Result<()> {
    let fixture = Fixture::with_anna()?;
    let plan = fixture.plan();
    let into = fixture.document("ud/af/planen");
    let output = extract(&plan, &into);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert_eq!(files(&into), ["aftale.yaml", "visning.json"]);
    assert_eq!(stdout(&output).lines().count(), 2);
    let agreement = fs::read_to_string(into.join("aftale.yaml"))?;
    for line in ["navn: Anna Vest", "leder: Peder Ravn", "    vigtighed: nødvendig", "opfølgning: 2026-06-15"]
    {
        assert!(agreement.lines().any(|other| other == line), "{line}: {agreement}");
    }
    let data: serde_json::Value = serde_json::from_slice(&fs::read(into.join("visning.json"))?)?;
    assert_eq!(data["name"], "Anna Vest");
    // A second time, and where only one of the two is in the way.
    for name in ["aftale.yaml", "visning.json"] {
        let there = fixture.document(&format!("der-{name}"));
        fs::create_dir_all(&there)?;
        fs::write(there.join(name), "mit eget")?;
        let output = extract(&plan, &there);
        assert_eq!(output.status.code(), Some(2));
        assert!(said(&output).contains("findes allerede"), "{}", said(&output));
        assert_eq!(files(&there), [name]);
        assert_eq!(fs::read_to_string(there.join(name))?, "mit eget");
    }
    assert_eq!(extract(&plan, &into).status.code(), Some(2));
    // A file where the folder should be, and files that carry nothing.
    assert_eq!(extract(&plan, &into.join("aftale.yaml")).status.code(), Some(2));
    for (other, sentence) in
        [(fixture.path(PROFILE), "er ikke en PDF"), (fixture.path("x.pdf"), "kan ikke læses")]
    {
        let output = extract(&other, &fixture.document("intet"));
        assert_eq!(output.status.code(), Some(2));
        assert!(said(&output).contains(sentence), "{}", said(&output));
    }
    assert!(!fixture.document("intet").exists());
    Ok(())
}

#[test]
fn nothing_is_carried_that_is_neither_printed_nor_agreed() -> io::Result<()> {
    let secret = |text: &str| format!("hemmelighed-{text}");
    let profile = format!(
        "# {}\n{}",
        secret("kommentar"),
        ANNA.replace("    nu: 1", &format!("    nu: 1 # {}", secret("bag-linjen")))
    );
    let leader = format!("# {}\nvurdering:\n  dansk: 2\n  it: 5\n  selvledelse: 1\n", secret("leder"));
    let bente = "navn: Bente Holm\nskole: Nordskolen\nstilling: hemmelighed-stilling\nprofil:\n  økonomi:\n    nu: 5\n    \
                 ønsket: 5\n    bemærkning: hemmelighed-bemærkning\nsamtykke:\n  oplærer: [økonomi]\n";
    let fixture = Fixture::with(&[
        (PROFILE, &profile),
        ("nordskolen/anna.leder.yaml", &leader),
        ("nordskolen/bente.yaml", bente),
    ])?;
    fixture.sign("medarbejder", "2025-12-04")?;
    let plan = fixture.plan();
    let into = fixture.document("ud");
    assert_eq!(extract(&plan, &into).status.code(), Some(0));
    let agreement = fs::read_to_string(into.join("aftale.yaml"))?;
    let data = fs::read_to_string(into.join("visning.json"))?;
    let all = everything(&fs::read(&plan)?);
    assert!(all.contains("Kende budgettet") && all.contains(&agreement), "streams are read");
    for text in [&all, &agreement, &data] {
        assert!(!text.contains("hemmelighed"), "a comment, a colleague's remark or title");
        assert!(!text.contains("Carl Dam"), "a colleague who has not agreed to be named");
    }
    // The leader's levels that are printed, where the two differ by more than one, and no others.
    assert!(data.contains("Selvledelse: medarbejder 4, leder 1"), "{data}");
    assert!(!data.contains("Dansk: medarbejder"), "{data}");
    assert!(!agreement.contains("leder: 1"), "{agreement}");
    // A mentor is named with her school and nothing else, and not in what is agreed.
    assert!(data.contains("Økonomi: Bente Holm, Nordskolen"), "{data}");
    assert!(!agreement.contains("Bente"), "{agreement}");
    // The agreement's keys are a profile's and the role model's.
    for key in
        ["mus", "aftalt", "stilling", "status", "afløser", "samtykke", "bemærkning", "forventet", "roller"]
    {
        assert!(!agreement.contains(&format!("{key}:")), "{key}: {agreement}");
    }
    Ok(())
}

/// The names that an attacker with a staff list could confirm from the agreement alone.
fn guessed(agreement: &str, staff: &[&str]) -> Vec<String> {
    use sha2::{Digest, Sha256};
    let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let digests = |name: &str| [hex(&Sha256::digest(name)), blake3::hash(name.as_bytes()).to_string()];
    let is_confirmed = |name: &&&str| digests(name).iter().any(|digest| agreement.contains(digest));
    staff.iter().filter(is_confirmed).map(|name| (*name).to_owned()).collect()
}

#[test]
fn a_list_of_staff_does_not_name_the_colleague() -> io::Result<()> {
    let staff = ["Bente Holm", "Carl Dam", "Anna Vest"];
    for (fixture, mark) in
        [(Fixture::with_anna()?, "hos_mærke: "), (Fixture::without_key()?, "hos_udeladt: ja")]
    {
        let plan = fixture.plan();
        let into = fixture.document("ud");
        assert_eq!(extract(&plan, &into).status.code(), Some(0));
        let agreement = fs::read_to_string(into.join("aftale.yaml"))?;
        assert!(agreement.contains(mark) && !agreement.contains("hos_sha256"), "{agreement}");
        assert_eq!(guessed(&agreement, &staff), [""; 0], "{agreement}");
        // Nor does the code, which a reader can compute for each of them.
        let key = fixture.read(crate::fixture::KEY).ok();
        if let Some(key) = &key {
            let secret = key.trim().rsplit(' ').next().expect("a key").to_owned();
            let everything = everything(&fs::read(&plan)?);
            assert!(!everything.contains(&secret), "the key stands in no document");
            let tried = staff.iter().map(|name| {
                let (head, rest) = agreement.split_once("hos_mærke: ").expect("a colleague");
                let (_, rest) = rest.split_once('\n').expect("a line");
                let head = head.split_once('\n').expect("the department's tag").1;
                let yaml = format!("{head}hos: {name}\n{rest}");
                spind::agreement::Agreement::from_yaml(&yaml).expect("an agreement").fingerprint().code()
            });
            let code = fixture.code()?;
            assert!(tried.into_iter().all(|tried| tried.to_string() != code));
        }
        // As a file and by its code, the folder knows it.
        assert_eq!(fixture.verify(&plan).status.code(), Some(0), "{}", all_said(&fixture.verify(&plan)));
        assert_eq!(fixture.verify(fixture.code()?).status.code(), Some(0));
        // With another colleague it is another agreement.
        fixture.edit(PROFILE, "hos: Carl Dam", "hos: Bente Holm")?;
        let output = fixture.verify(&plan);
        assert_eq!(output.status.code(), Some(1), "{}", all_said(&output));
        assert!(all_said(&output).contains("Ikke udstedt herfra"), "{}", all_said(&output));
    }
    Ok(())
}

#[test]
fn what_was_signed_before_the_department_had_a_key_holds_with_one() -> io::Result<()> {
    let fixture = Fixture::without_key()?;
    let (code, plan) = (fixture.code()?, fixture.kept_plan("before.pdf")?);
    fixture.sign("medarbejder", "2025-12-04")?;
    fixture.write(crate::fixture::KEY, &format!("spind-noegle-1 {}\n", "a5".repeat(32)))?;
    assert_ne!(fixture.code()?, code, "the code covers the department now");
    let output = fixture.verify(&code);
    assert_eq!(output.status.code(), Some(0), "{}", all_said(&output));
    assert!(stdout(&output).starts_with("Gælder nu, men er kun noteret"), "{}", stdout(&output));
    assert!(all_said(&output).contains("Koden alene viser ikke"), "{}", all_said(&output));
    let output = fixture.verify(&plan);
    assert_eq!(output.status.code(), Some(0), "{}", all_said(&output));
    assert!(fixture.messages("changed-since-signed").is_empty());
    assert!(fixture.messages("shared-changed-since-signed").is_empty());
    assert_eq!(fixture.status_of_anna()["changed_since_signed"], false);
    // A damaged key is reported, and the signatures still count.
    fixture.write(crate::fixture::KEY, "spind-noegle-1 12\n")?;
    assert_eq!(fixture.messages("key-unusable").len(), 1);
    assert_eq!(fixture.code()?, code);
    assert_eq!(fixture.status_of_anna()["changed_since_signed"], false);
    Ok(())
}

#[test]
fn a_plan_of_another_department_is_not_this_ones_however_equal() -> io::Result<()> {
    for (name, from, to) in [
        ("afdeling.yaml", "navn: Skoleafdelingen", "navn: Skoleforvaltningen"),
        ("afdeling.yaml", "kommune: ", "kommune: Sønder"),
    ] {
        // Equal, without keys: only the pages differ.
        let (own, other) = (Fixture::without_key()?, Fixture::without_key()?);
        other.edit(name, from, to)?;
        assert_eq!(own.code()?, other.code()?);
        let output = own.verify(other.plan());
        assert_eq!(output.status.code(), Some(1), "{}", all_said(&output));
        assert!(stdout(&output).starts_with("Fra en anden afdeling eller kommune"), "{}", stdout(&output));
        // A code alone can't show it, and the answer says so.
        assert!(all_said(&own.verify(other.code()?)).contains("Koden alene viser ikke, hvilken kommune"));
    }
    // With keys the code itself is of one department.
    let (own, other) = (Fixture::with_anna()?, Fixture::with_anna()?);
    other.write(crate::fixture::KEY, &format!("spind-noegle-1 {}\n", "a5".repeat(32)))?;
    assert_ne!(own.code()?, other.code()?);
    for foreign in [other.plan().into_os_string(), other.code()?.into()] {
        let output = own.verify(&foreign);
        assert_eq!(output.status.code(), Some(1), "{}", all_said(&output));
        assert!(all_said(&output).contains("Ikke udstedt herfra"), "{}", all_said(&output));
    }
    assert!(!all_said(&own.verify(own.code()?)).contains("Koden alene"));
    Ok(())
}

#[test]
fn booklets_carry_nothing() {
    let build = FullBuild::of_department("three-areas");
    let plans: Vec<&str> = build.plans().map(|(name, _)| name).collect();
    assert_eq!(plans.len(), 4);
    let mut others = 0;
    for (name, pdf) in build.pdfs() {
        let carries = everything(pdf).contains("EmbeddedFile");
        assert_eq!(carries, plans.contains(&name), "{name}");
        others += usize::from(!carries);
    }
    // Both booklets and those of two schools, the strategic plan, the blank form, three files to
    // print, and two sheets of each person.
    assert_eq!(others, 17);
}
