//! `spind rollover`: archives the year, begins the next, and completes a run that was interrupted.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;
use std::process::Output;
use std::sync::LazyLock;

use crate::fixture::{Fixture, KEY, all_said};
use crate::program::{copy, department, files, said, shown, spind};

const VIEW: &str = "nordskolen/bodil-hasselstrom.leder.yaml";
const RECORD: &str = "nordskolen/karin-moseholm.underskrift";
const KARIN: &str = "nordskolen/karin-moseholm.yaml";
const BODIL: &str = "nordskolen/bodil-hasselstrom.yaml";

/// A department with a leader's view, a record and an unknown file.
fn folder() -> io::Result<tempfile::TempDir> {
    let folder = tempfile::tempdir()?;
    copy(&department("three-areas"), folder.path())?;
    fs::write(folder.path().join(VIEW), "vurdering: {økonomi: 1}\n")?;
    fs::write(folder.path().join(RECORD), "underskrifter: []\n")?;
    fs::create_dir_all(folder.path().join("andet/.skjult"))?;
    fs::write(folder.path().join("andet/.skjult/ark.xlsx"), [0, 1, 2])?;
    Ok(folder)
}

fn rollover(folder: &Path, archive: &Path, more: &[&str]) -> Output {
    let args = ["rollover".as_ref(), folder.as_os_str(), "--archive".as_ref(), archive.as_os_str()];
    spind(
        args.into_iter().chain(["--to", "2027/28"].map(AsRef::as_ref)).chain(more.iter().map(AsRef::as_ref)),
    )
}

/// The files in `archive` but its lock.
fn years(archive: &Path) -> io::Result<usize> {
    Ok(fs::read_dir(archive)?.filter_map(Result::ok).filter(|entry| entry.file_name() != ".spind").count())
}

/// Standard output, with `/` in paths on every system.
fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).replace('\\', "/")
}

/// Every file under `folder` but locks, with its content.
fn tree(folder: &Path) -> io::Result<BTreeMap<String, Vec<u8>>> {
    let mut tree = BTreeMap::new();
    for entry in walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok) {
        if entry.file_type().is_file() && !entry.path().ends_with(".spind/lock") {
            let name = entry.path().strip_prefix(folder).expect("below the folder");
            tree.insert(name.to_string_lossy().replace('\\', "/"), fs::read(entry.path())?);
        }
    }
    Ok(tree)
}

/// `tree` without the department's key, which is random.
fn without_key(mut tree: BTreeMap<String, Vec<u8>>) -> BTreeMap<String, Vec<u8>> {
    tree.remove(KEY);
    tree
}

fn write_tree(folder: &Path, tree: &BTreeMap<String, Vec<u8>>) -> io::Result<()> {
    for (name, bytes) in tree {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().expect("a parent"))?;
        fs::write(path, bytes)?;
    }
    Ok(())
}

/// The department before, after, and in the archive.
#[derive(Clone)]
struct Closed {
    before: BTreeMap<String, Vec<u8>>,
    after: BTreeMap<String, Vec<u8>>,
}

/// A closed year, made once.
fn closed() -> Closed {
    static CLOSED: LazyLock<Closed> = LazyLock::new(|| close().expect("folders"));
    CLOSED.clone()
}

fn close() -> io::Result<Closed> {
    let (folder, archive) = (folder()?, tempfile::tempdir()?);
    let before = tree(folder.path())?;
    let output = rollover(folder.path(), archive.path(), &["--yes"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert_eq!(tree(&archive.path().join("2026-27"))?, before);
    Ok(Closed { before, after: tree(folder.path())? })
}

#[test]
fn a_closed_year_is_in_the_archive_and_the_next_one_has_begun() -> io::Result<()> {
    let (folder, archive) = (folder()?, tempfile::tempdir()?);
    let before = tree(folder.path())?;
    let output = rollover(folder.path(), archive.path(), &["--yes"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    for words in ["karin-moseholm.yaml", "3 niveauer", "4 planlinjer", "samtykke", "Fristerne", VIEW, RECORD]
    {
        assert!(told(&output).contains(words), "{words}: {}", told(&output));
    }
    assert_eq!(tree(&archive.path().join("2026-27"))?, before);
    assert_eq!(years(archive.path())?, 1, "nothing half-made is left");

    let after = tree(folder.path())?;
    assert!(!after.contains_key(VIEW) && !after.contains_key(RECORD));
    assert_eq!(after["andet/.skjult/ark.xlsx"], before["andet/.skjult/ark.xlsx"]);
    let text = |name: &str| String::from_utf8_lossy(&after[name]).into_owned();
    assert!(text("afdeling.yaml").contains("\nperiode: 2027/28\n"));
    assert_eq!(
        text(KARIN),
        "# Ønsker intet løft i år.\nnavn: Karin Moseholm\nskole: Nordskolen\nstilling: Skolesekretær\n\
         leder: Peder Ravnsgaard\nroller: [front, økonomi]\nprofil:\n  økonomi: 5\n  kommunikation: 4\n  \
         sagsbehandling: 3\nsidste_år:\n  økonomi: 5\n  kommunikation: 4\n  sagsbehandling: 3\nsamtykke:\n  \
         hæfte: nej\n  oplærer: nej\n"
    );
    let checked = spind(["check".as_ref(), folder.path().as_os_str()]);
    assert_eq!(checked.status.code(), Some(0), "{}", said(&checked));

    let again = rollover(folder.path(), archive.path(), &["--yes"]);
    assert_eq!(again.status.code(), Some(2));
    assert!(said(&again).contains("allerede i 2027/28"), "{}", said(&again));
    assert_eq!(tree(folder.path())?, after);
    Ok(())
}

#[test]
fn nothing_is_changed_without_an_answer() -> io::Result<()> {
    let (folder, archive) = (folder()?, tempfile::tempdir()?);
    let before = tree(folder.path())?;
    let output = rollover(folder.path(), archive.path(), &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("--yes"), "{}", said(&output));
    assert!(told(&output).contains(BODIL), "it shows what it would do: {}", told(&output));
    assert_eq!(tree(folder.path())?, before);
    assert_eq!(years(archive.path())?, 0);
    Ok(())
}

/// Asserts a refusal with exit code 2 and these words, and that nothing changed.
#[track_caller]
fn refused(folder: &Path, archive: &Path, words: &str) -> io::Result<()> {
    let before = (tree(folder)?, archive.is_dir().then(|| tree(archive)).transpose()?);
    let output = rollover(folder, archive, &["--yes"]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(said(&output).contains(words), "{words}: {}", said(&output));
    assert_eq!((tree(folder)?, archive.is_dir().then(|| tree(archive)).transpose()?), before);
    Ok(())
}

#[test]
fn a_folder_with_errors_is_not_closed() -> io::Result<()> {
    let (folder, archive) = (folder()?, tempfile::tempdir()?);
    fs::write(folder.path().join(KARIN), "navn: Karin Moseholm\nskole: Nordskole\n")?;
    refused(folder.path(), archive.path(), "karin-moseholm.yaml:2:8")?;
    assert_eq!(years(archive.path())?, 0);
    Ok(())
}

#[test]
fn a_file_that_cannot_be_changed_safely_is_named_before_anything_is() -> io::Result<()> {
    let (folder, archive) = (folder()?, tempfile::tempdir()?);
    let text = "navn: Karin Moseholm\nskole: Nordskolen\nprofil: {økonomi: 2}\n? mus\n: 2026-12-02\n";
    fs::write(folder.path().join(KARIN), text)?;
    refused(folder.path(), archive.path(), KARIN)?;
    assert_eq!(years(archive.path())?, 0);
    Ok(())
}

#[test]
fn the_archive_is_outside_the_folder_and_overwrites_nothing() -> io::Result<()> {
    let folder = folder()?;
    refused(folder.path(), &folder.path().join("arkiv"), "i hinanden")?;
    refused(folder.path(), &folder.path().join("x/../nordskolen/../arkiv"), "i hinanden")?;
    let archive = tempfile::tempdir()?;
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(folder.path(), archive.path().join("genvej"))?;
        refused(folder.path(), &archive.path().join("genvej"), "i hinanden")?;
    }
    fs::create_dir_all(archive.path().join("2026-27"))?;
    fs::write(archive.path().join("2026-27/mit.txt"), "x")?;
    refused(folder.path(), archive.path(), "findes i forvejen")?;

    // Another department's same year.
    copy(&department("three-areas"), &archive.path().join("2026-27"))?;
    let settings = archive.path().join("2026-27/afdeling.yaml");
    fs::write(&settings, fs::read_to_string(&settings)?.replace("Bakkelund", "Fjernby"))?;
    refused(folder.path(), archive.path(), "findes i forvejen")
}

#[test]
fn a_folder_named_as_its_period_is_not_its_own_archive() -> io::Result<()> {
    let parent = tempfile::tempdir()?;
    let folder = parent.path().join("2026-27");
    copy(&department("three-areas"), &folder)?;
    refused(&folder, parent.path(), "i hinanden")
}

#[test]
fn a_run_that_was_stopped_anywhere_is_completed_by_the_next() -> io::Result<()> {
    let Closed { before, after } = closed();
    let profiles: Vec<&String> =
        before.keys().filter(|name| name.contains('/') && after.get(*name) != before.get(*name)).collect();
    // Four profiles, a leader's view and a record.
    assert_eq!(profiles.len(), 6, "{profiles:?}");
    for (step, archived) in (0..=profiles.len()).map(|step| (step, true)).chain([(0, false)]) {
        let (folder, archive) = (tempfile::tempdir()?, tempfile::tempdir()?);
        let mut now = before.clone();
        for name in &profiles[..step] {
            match after.get(*name) {
                Some(bytes) => now.insert((*name).clone(), bytes.clone()),
                None => now.remove(*name),
            };
        }
        // The key is made last but for the period, and never a second time.
        let key =
            (step == profiles.len()).then(|| format!("spind-noegle-1 {}\n", "5a".repeat(32)).into_bytes());
        now.extend(key.clone().map(|key| (KEY.to_owned(), key)));
        write_tree(folder.path(), &now)?;
        if archived {
            write_tree(&archive.path().join("2026-27"), &before)?;
        } else {
            write_tree(
                &archive.path().join(".spind-2026-27.tmp"),
                &BTreeMap::from([("halv".into(), vec![1])]),
            )?;
        }
        let output = rollover(folder.path(), archive.path(), &["--yes"]);
        assert_eq!(output.status.code(), Some(0), "after {step}: {}", said(&output));
        let mut then = tree(folder.path())?;
        assert!(key.is_none_or(|key| then[KEY] == key), "after {step}");
        then.insert(KEY.to_owned(), after[KEY].clone());
        assert_eq!(then, after, "after {step}");
        assert_eq!(tree(&archive.path().join("2026-27"))?, before, "after {step}");
        assert_eq!(years(archive.path())?, 1, "after {step}");
    }
    Ok(())
}

#[test]
fn plans_of_the_old_year_are_verified_in_its_archive_with_its_key() -> io::Result<()> {
    for fixture in [Fixture::with_anna()?, Fixture::without_key()?] {
        fixture.sign("leder", "2025-12-04")?;
        let (plan, code) = (fixture.kept_plan("old.pdf")?, fixture.code()?);
        let key = fixture.read(KEY).ok();
        let archive = tempfile::tempdir()?;
        let output = rollover(fixture.folder(), archive.path(), &["--yes"]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        let kept = fixture.read(KEY)?;
        assert!(key.is_none_or(|key| key == kept), "the key stays");
        assert!(fixture.messages("key-unusable").is_empty());
        let mut years = fs::read_dir(archive.path())?.filter_map(Result::ok);
        let year = years.find(|entry| entry.file_name() != ".spind").expect("the old year").path();
        for old in [plan.as_os_str(), code.as_ref()] {
            let output = spind(["verify".as_ref(), old, year.as_os_str()]);
            assert_eq!(output.status.code(), Some(0), "{}", all_said(&output));
            assert_eq!(fixture.verify(old).status.code(), Some(1), "another year's");
        }
    }
    Ok(())
}

#[test]
fn what_was_edited_in_between_is_named_and_left_alone() -> io::Result<()> {
    let Closed { before, after } = closed();
    let (folder, archive) = (tempfile::tempdir()?, tempfile::tempdir()?);
    write_tree(&archive.path().join("2026-27"), &before)?;
    let mut now = before.clone();
    let edited = [&before[KARIN][..], b"# rettet\n"].concat();
    now.insert(KARIN.to_owned(), edited.clone());
    now.insert("nordskolen/ny.yaml".to_owned(), b"navn: Ny\nskole: Nordskolen\nprofil: {}\n".to_vec());
    write_tree(folder.path(), &now)?;

    let output = rollover(folder.path(), archive.path(), &["--yes"]);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(said(&output).contains(&shown(KARIN)) && said(&output).contains("ny.yaml"), "{}", said(&output));
    let then = tree(folder.path())?;
    assert_eq!(then[KARIN], edited);
    assert_eq!(then[RECORD], before[RECORD], "what belongs to an open year stays with it");
    assert_eq!(then[BODIL], after[BODIL]);
    assert_eq!(then["afdeling.yaml"], before["afdeling.yaml"], "the year is not closed yet");

    // As the message says: what belongs to the old year goes to the archive by hand.
    fs::copy(folder.path().join(KARIN), archive.path().join("2026-27").join(KARIN))?;
    fs::rename(folder.path().join("nordskolen/ny.yaml"), archive.path().join("ny.yaml"))?;
    let output = rollover(folder.path(), archive.path(), &["--yes"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let done = tree(folder.path())?;
    assert_eq!(done[KARIN], [&after[KARIN][..], b"# rettet\n"].concat());
    assert!(!done.contains_key(RECORD));
    Ok(())
}

#[test]
fn encodings_and_line_ends_survive() -> io::Result<()> {
    let (folder, archive) = (folder()?, tempfile::tempdir()?);
    let text = fs::read_to_string(folder.path().join(BODIL))?;
    let crlf = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    fs::write(folder.path().join(BODIL), crlf)?;
    let old: Vec<u8> = fs::read_to_string(folder.path().join(KARIN))?
        .chars()
        .map(|c| u8::try_from(u32::from(c)).expect("Danish letters are in Latin-1"))
        .collect();
    fs::write(folder.path().join(KARIN), &old)?;
    let output = rollover(folder.path(), archive.path(), &["--yes"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(!told(&output).contains("UTF-8"), "{}", told(&output));

    let Closed { after, .. } = closed();
    let now = tree(folder.path())?;
    let plain = String::from_utf8_lossy(&after[BODIL]).into_owned();
    assert_eq!(String::from_utf8_lossy(&now[BODIL]), format!("\u{feff}{}", plain.replace('\n', "\r\n")));
    assert_eq!(
        String::from_utf8_lossy(&after[KARIN]),
        now[KARIN].iter().copied().map(char::from).collect::<String>()
    );
    assert_eq!(fs::read(archive.path().join("2026-27").join(KARIN))?, old);
    Ok(())
}

#[test]
fn a_file_that_was_encoded_twice_is_repaired() -> io::Result<()> {
    let (folder, archive) = (folder()?, tempfile::tempdir()?);
    // `Ø` would need a character that is not in Latin-1.
    let once = fs::read_to_string(folder.path().join(KARIN))?.replace('Ø', "ø");
    let twice: String = once.bytes().map(char::from).collect();
    assert_ne!(once, twice);
    fs::write(folder.path().join(KARIN), &twice)?;
    let output = rollover(folder.path(), archive.path(), &["--yes"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(told(&output).contains("UTF-8"), "{}", told(&output));
    let Closed { after, .. } = closed();
    let expected = String::from_utf8_lossy(&after[KARIN]).replace('Ø', "ø");
    assert_eq!(fs::read_to_string(folder.path().join(KARIN))?, format!("\u{feff}{expected}"));
    Ok(())
}

#[test]
fn the_leaders_own_views_go_to_the_archive_too() -> io::Result<()> {
    let (folder, archive, leader) = (folder()?, tempfile::tempdir()?, tempfile::tempdir()?);
    fs::create_dir_all(leader.path().join("nordskolen"))?;
    fs::write(leader.path().join(VIEW), "vurdering: {økonomi: 2}\n")?;
    fs::write(leader.path().join("nordskolen/noter.docx"), "x")?;
    let own = leader.path().display().to_string();
    let output = rollover(folder.path(), archive.path(), &["--yes", "--leder", &own]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert_eq!(files(leader.path()), ["nordskolen/noter.docx"]);
    let archived = |name: &str| fs::read_to_string(archive.path().join(name).join(VIEW));
    assert_eq!(archived("2026-27-leder")?, "vurdering: {økonomi: 2}\n");
    assert_eq!(archived("2026-27")?, "vurdering: {økonomi: 1}\n");
    Ok(())
}

#[test]
fn without_a_period_the_archive_has_the_folders_name() -> io::Result<()> {
    let (parent, archive) = (tempfile::tempdir()?, tempfile::tempdir()?);
    let folder = parent.path().join("Afdelingen");
    copy(&department("three-areas"), &folder)?;
    let settings = folder.join("afdeling.yaml");
    let text = fs::read_to_string(&settings)?;
    fs::write(&settings, text.replace("periode: 2026/27\n", ""))?;
    let output = rollover(&folder, archive.path(), &["--yes"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(archive.path().join("Afdelingen/afdeling.yaml").is_file());
    assert_eq!(
        fs::read_to_string(&settings)?,
        text.replace("periode: 2026/27\n", "")
            .replace("navn: Skoleafdelingen\n", "navn: Skoleafdelingen\nperiode: 2027/28\n")
    );
    Ok(())
}

/// A department whose year is half closed: one profile was edited meanwhile, so the others are in
/// the new year and it is not. Also the department as it would be when closed, and the edited text.
fn half_closed() -> io::Result<(tempfile::TempDir, tempfile::TempDir, Closed)> {
    let mut closed = closed();
    // A key that is there stays; a new one would differ from run to run.
    for tree in [&mut closed.before, &mut closed.after] {
        tree.insert(KEY.to_owned(), format!("spind-noegle-1 {}\n", "5a".repeat(32)).into_bytes());
    }
    let (folder, archive) = (tempfile::tempdir()?, tempfile::tempdir()?);
    write_tree(&archive.path().join("2026-27"), &closed.before)?;
    write_tree(folder.path(), &closed.before)?;
    let edited = [&closed.before[KARIN][..], b"# rettet\n"].concat();
    fs::write(folder.path().join(KARIN), edited)?;
    let output = rollover(folder.path(), archive.path(), &["--yes"]);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    fs::write(folder.path().join(KARIN), &closed.before[KARIN])?;
    Ok((folder, archive, closed))
}

#[test]
fn a_half_closed_year_is_reported_by_every_verb_until_it_is_closed() -> io::Result<()> {
    let (folder, archive, Closed { after, .. }) = half_closed()?;
    fs::write(archive.path().join("liste.csv"), "Nummer;Titel\n40094;Noget\n")?;
    let paths = [folder.path().to_owned(), archive.path().join("out"), archive.path().join("liste.csv")];
    let [path, out, list] = paths.each_ref().map(|path| path.to_str().expect("a path of letters"));
    let verbs: [&[&str]; 9] = [
        &["check", path],
        &["status", path],
        &["build", path, "--out", out],
        &["build", path, "--out", out, "--only", "Karin Moseholm"],
        &["export", path, "--format", "csv"],
        &["sign", "Karin Moseholm", "--as", "leder", "--folder", path],
        &["new", "Ny", "--skole", "Ukendt", "--folder", path],
        &["forget", "Karin Moseholm", "--folder", path],
        &["import", "kurser", list, "--folder", path],
    ];
    let tells = |verb: &[&str]| {
        let said = said(&spind(verb));
        (said.contains("blev afbrudt: Nogle profiler") && said.contains("--to 2027/28"), said)
    };
    for verb in verbs {
        let (tells, said) = tells(verb);
        assert!(tells, "{verb:?}: {said}");
    }
    fs::remove_file(folder.path().join(RECORD)).or_else(|error| match error.kind() {
        io::ErrorKind::NotFound => Ok(()),
        _ => Err(error),
    })?;
    let output = rollover(folder.path(), archive.path(), &["--yes"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert_eq!(without_key(tree(folder.path())?), without_key(after));
    for verb in verbs {
        let (tells, said) = tells(verb);
        assert!(!tells, "{verb:?}: {said}");
    }
    Ok(())
}

#[test]
fn a_half_closed_year_is_not_completed_with_another_archive_by_mistake() -> io::Result<()> {
    let (folder, archive, Closed { after, .. }) = half_closed()?;
    let other = tempfile::tempdir()?;
    refused(folder.path(), other.path(), "blev afbrudt")?;
    let output = rollover(folder.path(), other.path(), &["--yes"]);
    assert!(
        said(&output).contains(&archive.path().join("2026-27").display().to_string()),
        "{}",
        said(&output)
    );
    // Another period would be a third year.
    let args =
        ["rollover".as_ref(), folder.path().as_os_str(), "--archive".as_ref(), archive.path().as_os_str()];
    let output =
        spind(args.into_iter().chain(["--to", "2028/29", "--yes", "--other-archive"].map(AsRef::as_ref)));
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    // Lost, it is not made anew without a word either.
    fs::rename(archive.path().join("2026-27"), archive.path().join("gemt"))?;
    refused(folder.path(), archive.path(), "blev afbrudt")?;
    fs::rename(archive.path().join("gemt"), archive.path().join("2026-27"))?;
    // Another one is not taken without a word while the first is there.
    let other = tempfile::tempdir()?;
    let shown = told(&rollover(folder.path(), other.path(), &["--other-archive"]));
    assert!(shown.contains("Det første arkiv findes stadig: "), "{shown}");
    let output = rollover(folder.path(), archive.path(), &["--yes"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert_eq!(without_key(tree(folder.path())?), without_key(after));
    Ok(())
}

#[test]
fn an_option_completes_it_with_an_archive_that_was_moved_or_lost() -> io::Result<()> {
    for lost in [false, true] {
        let (folder, archive, Closed { before, after }) = half_closed()?;
        let half = tree(folder.path())?;
        let other = tempfile::tempdir()?;
        let old = archive.path().join("2026-27");
        if lost {
            fs::remove_dir_all(&old)?;
        } else {
            write_tree(&other.path().join("2026-27"), &tree(&old)?)?;
            fs::remove_dir_all(&old)?;
        }
        let output = rollover(folder.path(), other.path(), &["--yes", "--other-archive"]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        assert_eq!(without_key(tree(folder.path())?), without_key(after), "nobody is rolled twice");
        let archived = tree(&other.path().join("2026-27"))?;
        if lost {
            assert_eq!(archived[BODIL], half[BODIL], "what is lost is lost");
            assert_eq!(archived[KARIN], before[KARIN]);
            let told = told(&output);
            let of = told.lines().find(|line| line.contains("ikke det gamle års udgave af "));
            assert!(of.is_some_and(|of| of.contains(BODIL) && !of.contains(KARIN)), "{told}");
            assert!(!told.contains("Det gamle år ligger"), "{told}");
        } else {
            assert_eq!(archived, before);
        }
    }
    Ok(())
}

#[test]
fn a_run_that_was_stopped_at_the_very_end_is_completed_after_any_edits() -> io::Result<()> {
    let (folder, archive, Closed { after, .. }) = half_closed()?;
    let note = fs::read(folder.path().join(".spind/year-end.json"))?;
    let output = rollover(folder.path(), archive.path(), &["--yes"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    // The period has begun, the note is still there, and people work on.
    fs::write(folder.path().join(".spind/year-end.json"), note)?;
    let edited = [&after[BODIL][..], b"# nyt\n"].concat();
    fs::write(folder.path().join(BODIL), &edited)?;
    let output = rollover(folder.path(), archive.path(), &["--yes"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let now = tree(folder.path())?;
    assert_eq!(now[BODIL], edited);
    assert!(!now.contains_key(".spind/year-end.json"));
    Ok(())
}

#[test]
fn what_a_killed_run_left_is_named_and_removed() -> io::Result<()> {
    let (folder, archive) = (folder()?, tempfile::tempdir()?);
    let left =
        [folder.path().join("nordskolen/.spind-AbC12d.tmp"), archive.path().join(".spind-2026-27.tmp")];
    fs::write(&left[0], "halv")?;
    fs::create_dir_all(left[1].join("nordskolen"))?;
    let output = rollover(folder.path(), archive.path(), &["--yes"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    for path in left {
        assert!(said(&output).contains(&shown(&path)), "{}", said(&output));
        assert!(!path.exists());
    }
    assert!(!archive.path().join("2026-27/nordskolen/.spind-AbC12d.tmp").exists());
    Ok(())
}
