//! Departments in Swedish, Norwegian and English: their files, their words, and what is printed.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use regex::Regex;
use spind::agreement::Agreement;
use spind::department::Answer;
use spind::department::LearningForm;
use spind::department::NoLevel;
use spind::department::profile::{Priority, ResponsibleRole, Status};
use spind::fields::{self, activity, area_levels, consent, past_activity, profile};
use spind::language::{Language, Tag, output_names, shared_files};
use spind::problem::Problems;
use spind::run::BuildRequest;
use spind::source::spelling::{Word, between_levels};
use strum::VariantArray;

use crate::pdf;
use crate::program::{TODAY, build_within, copy, files, project, said, spind, templates};

/// Every fixed word that a plan prints, as it prints them in `language`, in a profile with the keys of
/// that language.
fn printed_words(language: Tag) -> String {
    let words = Language::of(language);
    let say = |key: &str| words.say(key, &[]);
    let goal = activity::GOAL.key_in(language);
    let (form_key, status_key) = (activity::FORM.key_in(language), activity::STATUS.key_in(language));
    let mut lines = String::new();
    for (number, form) in LearningForm::VARIANTS.iter().enumerate() {
        lines += &format!("  - {{{goal}: Form {number}, {form_key}: {}}}\n", say(form.word_key()));
    }
    for (number, status) in Status::VARIANTS.iter().enumerate() {
        lines += &format!("  - {{{goal}: Status {number}, {status_key}: {}}}\n", say(status.word_key()));
    }
    for (number, role) in ResponsibleRole::VARIANTS.iter().enumerate() {
        let key = activity::RESPONSIBLE.key_in(language);
        lines += &format!("  - {{{goal}: Rolle {number}, {key}: {}}}\n", say(role.word_key()));
    }
    let area = |level: &str, priority: Priority| {
        let key = area_levels::PRIORITY.key_in(language);
        format!(
            "\n    {}: {level}\n    {key}: {}\n",
            area_levels::CURRENT.key_in(language),
            say(priority.word_key())
        )
    };
    let consents = [(&consent::BOOKLET, Answer::Yes), (&consent::TEACHES, Answer::No)];
    let consents = consents.map(|(field, answer)| {
        format!("  {}: {}\n", field.key_in(language), say(answer.messages()[0]).to_uppercase())
    });
    [
        format!("{}: Åse Vest\n", profile::NAME.key_in(language)),
        format!("{}: Nordskolen\n", profile::SCHOOL.key_in(language)),
        format!("{}:\n  dansk: {}", profile::LEVELS.key_in(language), area("3", Priority::Need)),
        format!("  økonomi: {}", area("2", Priority::Nice)),
        format!("  selvledelse: 3 {} 4\n", between_levels(language)),
        format!("  it: {}\n", say(NoLevel::NotRelevant.messages()[0]).to_uppercase()),
        format!(
            "{}:\n  - {{{}: Alt, {}: {}}}\n",
            profile::LAST_PLAN.key_in(language),
            past_activity::GOAL.key_in(language),
            past_activity::STATUS.key_in(language),
            say(Status::Done.word_key())
        ),
        format!("{}:\n{lines}", profile::PLAN.key_in(language)),
        format!("{}:\n{}", profile::CONSENT.key_in(language), consents.concat()),
    ]
    .concat()
}

#[test]
fn what_a_plan_prints_is_typed_back_in_any_department_and_signs_the_same() {
    let mut fingerprints = Vec::new();
    for own in ["", "sprog: sv\n", "sprog: nb\n", "sprog: en\n"] {
        let folder = tempfile::tempdir().expect("a folder");
        copy(&project().join("tests/broken/base"), folder.path()).expect("the base can be copied");
        let settings = folder.path().join("afdeling.yaml");
        let text = fs::read_to_string(&settings).expect("a file");
        fs::write(settings, format!("{own}{}", text.replace("sprog: da\n", ""))).expect("a file");
        for &typed in Tag::VARIANTS {
            let text = printed_words(typed);
            fs::write(folder.path().join("nordskolen/anna.yaml"), &text).expect("a file");
            let mut problems = Problems::default();
            let reading = spind::department::read(folder.path(), None, &mut problems).expect("a folder");
            let department = reading.department.expect("a department");
            let of_hers: Vec<_> =
                problems.iter().filter(|problem| problem.place.file.name.ends_with("anna.yaml")).collect();
            assert!(of_hers.is_empty(), "{own}{text}\n{of_hers:#?}");
            let person = department.people.iter().find(|person| person.file.name == "nordskolen/anna.yaml");
            let person = person.expect("she is there");
            assert_eq!(person.plan.len(), LearningForm::VARIANTS.len() + Status::VARIANTS.len() + 3);
            assert!(person.consent.booklet && person.last_plan[0].status == Some(Status::Done));
            let it = department.role_model.area("it").expect("an area");
            assert!(person.not_relevant == [it] && person.levels[it.0].is_none());
            fingerprints.push(Agreement::of(person, &department).fingerprint());
        }
    }
    fingerprints.dedup();
    assert_eq!(fingerprints.len(), 1, "one agreement has one code, whatever the language");
}

/// Runs `spind` with `args`; what it said on both streams.
fn run(args: &[&str], expected: i32) -> String {
    let output = spind(args);
    let text = format!("{}{}", String::from_utf8_lossy(&output.stdout), said(&output));
    assert_eq!(output.status.code(), Some(expected), "{args:?}: {text}");
    text
}

/// The words of the program's messages in `language`.
fn vocabulary(language: Tag) -> BTreeSet<String> {
    let folder = project().join("words").join(language.name());
    let placeable = Regex::new(r"\{[^{}]*\}|\$[\w-]+").expect("a pattern");
    let mut words = BTreeSet::new();
    for name in files(&folder) {
        let text = fs::read_to_string(folder.join(name)).expect("the words are UTF-8");
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            // Only what comes after the message's name is said.
            let said =
                if line.starts_with(' ') { line } else { line.split_once('=').map_or("", |(_, said)| said) };
            let said = said.trim_start().trim_start_matches(".hint =").trim_start_matches(".more =");
            words.extend(words_of(&placeable.replace_all(said, " ")));
        }
    }
    words
}

fn words_of(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
    words.filter(|word| word.chars().count() > 2 && word.chars().all(char::is_alphabetic)).collect()
}

/// Words that only Danish and English messages have, which a text in `language` can't hold unless
/// the sample department in that language does.
fn foreign_words(language: Tag) -> BTreeSet<String> {
    let mut foreign: BTreeSet<String> = vocabulary(Tag::Da);
    foreign.extend(vocabulary(Tag::En));
    let mut own = vocabulary(language);
    let sample = project().join("samples").join(language.name());
    for name in files(&sample) {
        own.extend(words_of(&name));
        own.extend(words_of(&fs::read_to_string(sample.join(name)).expect("the sample is UTF-8")));
    }
    for table in fields::FILES.iter().flat_map(|file| file.with_subtables()) {
        own.extend(table.keys_in(language).flat_map(words_of));
    }
    &foreign - &own
}

/// The words of `foreign` that `text` holds, with what is around them.
fn found(text: &str, foreign: &BTreeSet<String>) -> Vec<String> {
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_foreign = |word: &str| foreign.contains(&word.to_lowercase());
    let around = |at: usize| words[at.saturating_sub(4)..(at + 5).min(words.len())].join(" ");
    (0..words.len()).filter(|&at| is_foreign(words[at])).map(around).collect()
}

/// The texts of all PDFs in `folder`.
fn printed(folder: &Path) -> io::Result<Vec<(String, String)>> {
    let pdfs = files(folder).into_iter().filter(|name| name.ends_with(".pdf"));
    pdfs.map(|name| {
        Ok((name.clone(), pdf::text(&fs::read(folder.join(&name))?).join("\n").replace("Side ", " Side ")))
    })
    .collect()
}

/// A department made from nothing, with 8 people at 5 schools; all that was said, and what is printed.
fn from_nothing(language: &str, settings: &str, people: &[(&str, &str)]) -> io::Result<()> {
    let tag: Tag = language.parse().expect("a language");
    let (parent, out) = (tempfile::tempdir()?, tempfile::tempdir()?);
    let folder = parent.path().join("d");
    let (dir, out_dir) = (folder.to_str().expect("text"), out.path().to_str().expect("text"));
    let mut screen = run(&["new", "afdeling", dir, "--lang", language], 0);
    screen = screen.replace(dir, "");
    assert!(folder.join(settings).is_file(), "{screen}");
    for (name, school) in people {
        screen += &run(&["new", name, "--skole", school, "--folder", dir], 0).replace(dir, "");
    }
    screen += &run(&["check", dir], 0).replace(dir, "");
    screen += &run(&["build", dir, "--out", out_dir, "--blank", "--forberedelse", "--opfoelgning"], 0)
        .replace(out_dir, "")
        .replace(dir, "");
    screen += &run(&["status", dir], 0).replace(dir, "");
    screen += &run(&["new", "vejledning", "--folder", dir, "--out", out_dir], 0)
        .replace(out_dir, "")
        .replace(dir, "");
    screen += &run(&["export", dir, "--format", "csv"], 0);
    let foreign = foreign_words(tag);
    let mut leaks = vec![("screen".to_owned(), found(&screen, &foreign))];
    let documents = printed(out.path())?;
    let is_other = |name: &str| {
        let stem = name.strip_suffix(".pdf").unwrap_or(name);
        [output_names::PREPARATION, output_names::FOLLOW_UP, output_names::BLANK_FORM]
            .concat()
            .iter()
            .any(|word| stem.ends_with(word))
    };
    let is_plan = |name: &str| name.starts_with("planer/") && !is_other(name);
    assert_eq!(documents.iter().filter(|(name, _)| is_plan(name)).count(), people.len() + 3);
    assert_eq!(people.len() + 3, 8);
    for (name, text) in &documents {
        leaks.push((name.clone(), found(text, &foreign)));
    }
    leaks.retain(|(_, words)| !words.is_empty());
    assert!(leaks.is_empty(), "{leaks:#?}");
    for name in files(&folder).iter().filter(|name| name.ends_with(".yaml")) {
        let text = fs::read_to_string(folder.join(name))?;
        // What an editor reads is the same in every language.
        let for_people: String = text
            .lines()
            .filter(|line| !line.contains("yaml-language-server"))
            .map(|line| format!("{line}\n"))
            .collect();
        let words = found(&for_people, &foreign);
        assert!(words.is_empty(), "{name}: {words:#?}");
    }
    Ok(())
}

#[test]
fn a_norwegian_department_is_norwegian_from_nothing_to_print() -> io::Result<()> {
    from_nothing(
        "nb",
        "avdeling.yaml",
        &[
            ("Kari Strand", "Solvang skole"),
            ("Hilde Sætre", "Granlia skole"),
            ("Tor Ånensen", "Sjøholmen skole"),
            ("Fatima Noor", "Nordmo ungdomsskole"),
            ("Geir Bø", "Øvre Bekkelund skole"),
        ],
    )
}

#[test]
fn a_swedish_department_is_swedish_from_nothing_to_print() -> io::Result<()> {
    from_nothing(
        "sv",
        "förvaltning.yaml",
        &[
            ("Karin Ström", "Björkskolan"),
            ("Hilda Säter", "Strandängsskolan"),
            ("Tore Åhman", "Tallåsens skola"),
            ("Fatima Noor", "Kvarnbackaskolan"),
            ("Göte Bo", "Norrsjöns skola"),
        ],
    )
}

#[test]
fn an_english_department_starts_from_an_english_sample() -> io::Result<()> {
    let (parent, out) = (tempfile::tempdir()?, tempfile::tempdir()?);
    let folder = parent.path().join("d");
    let (dir, out_dir) = (folder.to_str().expect("text"), out.path().to_str().expect("text"));
    run(&["new", "afdeling", dir, "--lang", "en"], 0);
    let names = files(&folder);
    for name in ["department.yaml", "role-model.yaml", "courses.yaml"] {
        assert!(names.iter().any(|there| there == name), "{names:?}");
    }
    assert_eq!(run(&["check", dir], 0), run(&["check", dir, "--lang", "en"], 0));
    run(&["build", dir, "--out", out_dir], 0);
    assert_eq!(printed(out.path())?.iter().filter(|(name, _)| name.starts_with("plans/")).count(), 3);
    Ok(())
}

/// A new department in `language`.
fn new_department(language: &str) -> io::Result<tempfile::TempDir> {
    let folder = tempfile::tempdir()?;
    run(&["new", "afdeling", folder.path().to_str().expect("text"), "--lang", language], 0);
    Ok(folder)
}

#[test]
fn two_languages_names_of_one_file_are_an_error_with_both() -> io::Result<()> {
    for (one, other, exit) in [
        ("avdeling.yaml", "afdeling.yaml", 2),
        ("rollemodell.yaml", "rollmodell.yaml", 2),
        ("kurs.yaml", "courses.yaml", 1),
    ] {
        let folder = new_department("nb")?;
        fs::copy(folder.path().join(one), folder.path().join(other))?;
        let said = run(&["check", folder.path().to_str().expect("text")], exit);
        assert!(said.contains(one) && said.contains(other) && said.contains("samme slags fil"), "{said}");
    }
    Ok(())
}

#[test]
fn errors_speak_the_departments_language_whichever_file_is_broken() -> io::Result<()> {
    for (language, broken) in [
        ("nb", "rollemodell.yaml"),
        ("nb", "avdeling.yaml"),
        ("sv", "rollmodell.yaml"),
        ("sv", "förvaltning.yaml"),
    ] {
        let folder = new_department(language)?;
        let path = folder.path().join(broken);
        let text = fs::read_to_string(&path)?;
        fs::write(&path, format!("{text}\na b: [\n"))?;
        let dir = folder.path().to_str().expect("text");
        let said = run(&["check", dir], 2);
        let foreign = found(&said.replace(dir, ""), &foreign_words(language.parse().expect("a language")));
        assert!(foreign.is_empty(), "{broken}: {foreign:?}\n{said}");
        if broken.starts_with("roll") {
            fs::remove_file(&path)?;
            let said = run(&["check", dir], 2);
            assert!(said.contains(broken), "{said}");
        }
    }
    Ok(())
}

#[test]
fn suggestions_and_corrections_are_in_the_departments_language() -> io::Result<()> {
    let folder = new_department("sv")?;
    let path = folder.path().join("björkskolan/maria-lindqvist.yaml");
    let text = fs::read_to_string(&path)?;
    let wrong = text
        .replace("befattning:", "stiling:")
        .replace("status: föreslagen", "status: foreslået nu")
        .replace("uppföljning:", "uppfoljning:");
    fs::write(&path, wrong)?;
    let catalogue = folder.path().join("kurser.yaml");
    let courses = fs::read_to_string(&catalogue)?;
    fs::write(&catalogue, courses.replacen("ort: Strandängen, platser", "plats: Strandängen, platser", 2))?;
    let said = run(&["check", folder.path().to_str().expect("text")], 1);
    for expected in ["befattning", "föreslagen", "uppföljning", "”ort”", "”platser”"] {
        assert!(said.contains(expected), "{expected}: {said}");
    }
    for danish in ["stilling", "opfølgning", "pladser", "facklig"] {
        assert!(!said.contains(danish), "{danish}: {said}");
    }
    Ok(())
}

#[test]
fn a_year_is_closed_in_the_departments_language() -> io::Result<()> {
    let folder = new_department("nb")?;
    let archive = tempfile::tempdir()?;
    let (dir, archive) = (folder.path().to_str().expect("text"), archive.path().to_str().expect("text"));
    run(&["rollover", dir, "--to", "2027/28", "--archive", archive, "--yes"], 0);
    let text = fs::read_to_string(folder.path().join("solvang-skole/ingrid-solbakken.yaml"))?;
    assert!(text.contains("\ni_fjor:\n") && text.contains("\nfjorårets_plan:\n"), "{text}");
    assert!(!text.contains("sidste"), "{text}");
    Ok(())
}

#[test]
fn money_is_in_the_departments_currency() -> io::Result<()> {
    for (language, line, expected, wrong) in [
        ("nb", "valuta: NOK", "60\u{a0}000\u{a0}kr", "dkk"),
        ("nb", "valuta: eur", "60\u{a0}000\u{a0}EUR", "kr"),
        ("sv", "", "60\u{a0}000\u{a0}kr", "dkk"),
        ("en", "valuta: SEK", "60,000\u{a0}SEK", "dkk"),
    ] {
        let folder = new_department(language)?;
        let out = tempfile::tempdir()?;
        let settings = files(folder.path())
            .into_iter()
            .find(|name| shared_files::SETTINGS.iter().any(|settings| *name == format!("{settings}.yaml")));
        let settings = folder.path().join(settings.expect("settings"));
        let text = fs::read_to_string(&settings)?;
        let lines = text.lines().filter(|old| !old.starts_with("valuta:") && !old.starts_with("currency:"));
        let text: Vec<&str> = lines.chain([line]).collect();
        fs::write(&settings, text.join("\n"))?;
        build_within(&BuildRequest::new(folder.path(), out.path(), TODAY, templates()));
        let all: String = printed(out.path())?.into_iter().map(|(_, text)| text).collect();
        let all = all.replace('\n', " ");
        assert!(all.contains(expected), "{language} {line}");
        let wrong = found(&all, &BTreeSet::from([wrong.to_owned()]));
        assert!(wrong.is_empty(), "{language} {line}: {wrong:?}");
    }
    Ok(())
}

/// The names of the documents in `out`.
fn documents(out: &Path) -> BTreeSet<String> {
    files(out).into_iter().filter(|name| name.ends_with(".pdf")).collect()
}

#[test]
fn documents_are_replaced_and_found_after_the_language_has_changed() -> io::Result<()> {
    let (folder, out) = (tempfile::tempdir()?, tempfile::tempdir()?);
    let (dir, out_dir) = (folder.path().to_str().expect("text"), out.path().to_str().expect("text"));
    copy(&project().join("tests/broken/base"), folder.path())?;
    fs::remove_file(folder.path().join("sydskolen/carl.yaml"))?;
    let settings = folder.path().join("afdeling.yaml");
    let text = fs::read_to_string(&settings)?;
    let speak =
        |tag: &str| fs::write(&settings, format!("sprog: {tag}\n{}", text.replace("sprog: da\n", "")));
    let profile = folder.path().join("nordskolen/anna.yaml");
    fs::write(&profile, printed_words(Tag::Da))?;
    let build =
        ["build", dir, "--out", out_dir, "--edition", "alle", "--forberedelse", "--opfoelgning", "--blank"];
    speak("da")?;
    run(&build, 0);
    let danish = documents(out.path());
    for name in
        ["haefte-intern.pdf", "haefte-offentligt.pdf", "strategisk-uddannelsesplan.pdf", "planer/blanket.pdf"]
    {
        assert!(danish.contains(name), "{name}: {danish:?}");
    }
    let plan = out.path().join("planer/nordskolen/anna.pdf");
    let mut signed = fs::read(&plan)?;
    signed.extend(b"\n% signed\n");
    fs::write(&plan, &signed)?;

    speak("en")?;
    run(&build, 0);
    let mut english = documents(out.path());
    assert!(english.remove("planer/nordskolen/anna-kept.pdf"), "{english:?}");
    let expected = danish.iter().map(|name| {
        name.replace("planer/blanket", "plans/blank-form")
            .replace("planer/", "plans/")
            .replace("-forberedelse", "-preparation")
            .replace("-opfoelgning", "-follow-up")
            .replace("haefte-intern", "booklet-internal")
            .replace("haefte-offentligt", "booklet-public")
            .replace("strategisk-uddannelsesplan", "strategic-training-plan")
    });
    assert_eq!(english, expected.collect());

    // A withdrawal reaches the booklet in the language before.
    speak("nb")?;
    fs::write(&profile, printed_words(Tag::Da).replace(": JA\n", ": nej\n"))?;
    run(&["build", dir, "--out", out_dir], 0);
    let norwegian = documents(out.path());
    assert!(!norwegian.iter().any(|name| name.contains("booklet")), "{norwegian:?}");
    assert!(norwegian.contains("hefte-internt.pdf"), "{norwegian:?}");
    let public = pdf::text(&fs::read(out.path().join("hefte-offentlig.pdf"))?).join(" ");
    assert!(public.contains("Bente") && !public.contains("Åse Vest"), "{public}");
    run(&["forget", "Åse Vest", "--folder", dir, "--out", out_dir, "--yes"], 0);
    let left: Vec<String> = documents(out.path()).into_iter().filter(|name| name.contains("anna")).collect();
    assert!(left.is_empty(), "{left:?}");
    Ok(())
}

#[test]
fn the_words_of_options_are_typed_in_any_language() -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    let dir = folder.path().join("d");
    let dir = dir.to_str().expect("text");
    run(&["new", "förvaltning", dir, "--lang", "sv"], 0);
    let out = folder.path().join("out");
    let said = run(
        &[
            "build",
            dir,
            "--out",
            out.to_str().expect("text"),
            "--förberedelse",
            "--uppföljning",
            "--edition",
            "alla",
            "--only",
            "maria-lindqvist",
        ],
        0,
    );
    for ending in ["-förberedelse.pdf", "-uppföljning.pdf"] {
        assert!(documents(&out).iter().any(|name| name.ends_with(ending)), "{ending}: {said}");
    }
    let help = run(&["build", "--help", "--lang", "sv"], 0);
    assert!(
        help.contains("--förberedelse") && help.contains("--rättelser") && !help.contains("--rettelser"),
        "{help}"
    );
    let help = run(&["sign", "--help", "--lang", "en"], 0);
    assert!(help.contains("<employee|manager>"), "{help}");
    Ok(())
}
