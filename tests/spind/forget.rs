//! `spind forget`: removes all that is a person's, and nothing else.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;
use std::process::Output;
use std::sync::OnceLock;

use crate::pdf;
use crate::program::{Files, copy, department, files, said, shown, spind};

const KARIN: &str = "nordskolen/karin-moseholm";

struct Year {
    /// Holds the folders while they are used.
    _all: tempfile::TempDir,
    folder: std::path::PathBuf,
    out: std::path::PathBuf,
    archive: std::path::PathBuf,
}

/// A department that has been built, with copies, a leader's view, a record and an archive.
fn year() -> io::Result<Year> {
    static BUILT: OnceLock<Files> = OnceLock::new();
    let all = tempfile::tempdir()?;
    BUILT.get_or_init(|| built_year().expect("a folder")).write(all.path())?;
    let [folder, out, archive] = ["profiler", "out", "arkiv"].map(|name| all.path().join(name));
    Ok(Year { _all: all, folder, out, archive })
}

/// The files of [`year`].
fn built_year() -> io::Result<Files> {
    let all = tempfile::tempdir()?;
    let [folder, out, archive] = ["profiler", "out", "arkiv"].map(|name| all.path().join(name));
    copy(&department("three-areas"), &folder)?;
    let own = |ending: &str| folder.join(format!("{KARIN}{ending}"));
    for copy in [" - Kopi.yaml", "-PC1234.yaml"] {
        fs::copy(own(".yaml"), own(copy))?;
    }
    for view in [".leder.yaml", ".leder - Kopi.yaml"] {
        fs::write(own(view), "vurdering: {økonomi: 1}\n")?;
    }
    fs::write(own(".underskrift"), "underskrifter: []\n")?;
    copy(&folder, &archive.join("2025-26"))?;
    let built = spind([folder.as_os_str(), "--charts".as_ref(), "-o".as_ref(), out.as_os_str()]);
    assert_eq!(built.status.code(), Some(0), "{}", said(&built));
    Files::of(all.path())
}

impl Year {
    fn build(&self, more: &[&str]) -> Output {
        let args = ["build".as_ref(), self.folder.as_os_str(), "-o".as_ref(), self.out.as_os_str()];
        spind(args.into_iter().chain(more.iter().map(AsRef::as_ref)))
    }

    fn forget(&self, who: &str, more: &[&str]) -> Output {
        let args = ["forget".as_ref(), who.as_ref(), "--folder".as_ref(), self.folder.as_os_str()];
        let out = ["-o".as_ref(), self.out.as_os_str()];
        let archive = ["--archive".as_ref(), self.archive.as_os_str()];
        spind(args.into_iter().chain(out).chain(archive).chain(more.iter().map(AsRef::as_ref)))
    }

    /// Every file, by folder.
    fn files(&self) -> BTreeSet<String> {
        let below = |folder: &Path, name: &str| -> Vec<String> {
            files(folder).into_iter().map(|file| format!("{name}/{file}")).collect()
        };
        let all = [(&self.folder, "profiler"), (&self.out, "out"), (&self.archive, "arkiv")];
        all.into_iter().flat_map(|(folder, name)| below(folder, name)).collect()
    }
}

/// Standard output, with `/` in paths on every system.
fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).replace('\\', "/")
}

#[test]
fn all_that_is_hers_goes_and_nothing_else() -> io::Result<()> {
    let year = year()?;
    let before = year.files();
    assert!(
        pdf::folded(&pdf::text(&fs::read(year.out.join("haefte-intern.pdf"))?).concat())
            .contains("Karin Moseholm")
    );
    let output = year.forget("Karin Moseholm", &["--yes"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let after = year.files();
    let gone: Vec<&String> = before.difference(&after).collect();
    assert!(gone.iter().all(|name| name.contains("karin-moseholm")), "{gone:?}");
    // Six files in each year, a plan and a chart, and four correction files: of three
    // copies, and of her own for a record that the program has not written.
    assert_eq!(gone.len(), 2 * 6 + 2 + 4, "{gone:?}");
    assert!(after.iter().all(|name| !name.contains("karin-moseholm")), "{after:?}");
    // A person whose plan names her learns that she is no longer known.
    let new: Vec<&String> = after.difference(&before).collect();
    assert_eq!(new, ["out/rettelser/nordskolen/bodil-hasselstrom-rettelser.txt"]);
    let booklet = pdf::folded(&pdf::text(&fs::read(year.out.join("haefte-intern.pdf"))?).concat());
    assert!(booklet.contains("Bodil Hasselstrøm") && !booklet.contains("Karin Moseholm"), "{booklet}");
    // Where others name her, by line.
    for year in ["profiler", "arkiv/2025-26"] {
        let line = format!("{year}/nordskolen/bodil-hasselstrom.yaml, linjerne 25, 30");
        assert!(told(&output).contains(&line), "{}", told(&output));
    }
    Ok(())
}

#[test]
fn nothing_is_deleted_without_an_answer() -> io::Result<()> {
    let year = year()?;
    let before = year.files();
    let output = year.forget("Karin Moseholm", &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(told(&output).contains("karin-moseholm.underskrift"), "{}", told(&output));
    assert_eq!(year.files(), before);
    Ok(())
}

#[test]
fn a_name_of_several_is_refused_with_their_paths() -> io::Result<()> {
    let year = year()?;
    let other = "lyngbakkeskolen/karin.yaml";
    fs::write(year.folder.join(other), "navn: Karin Moseholm\nskole: Lyngbakkeskolen\nprofil: {}\n")?;
    let before = year.files();
    let output = year.forget("karin moseholm", &["--yes"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        said(&output).contains(other) && said(&output).contains(&format!("{KARIN}.yaml")),
        "{}",
        said(&output)
    );
    assert_eq!(year.files(), before);

    // The path decides which one; the other of the same name stays.
    let path = shown(year.folder.join(other));
    let output = year.forget(&path, &["--yes"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let gone: Vec<String> = before.difference(&year.files()).cloned().collect();
    assert_eq!(gone, [format!("profiler/{other}")]);
    Ok(())
}

#[test]
fn an_unknown_person_is_not_found() -> io::Result<()> {
    let year = year()?;
    let before = year.files();
    let output = year.forget("Karen Moseholm", &["--yes"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("Mente du Karin Moseholm?"), "{}", said(&output));
    let output = year.forget("Karin Moseholm", &["--yes", "--leder", "/findes/ikke"]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert_eq!(year.files(), before);
    Ok(())
}

#[test]
fn a_profile_with_errors_can_be_forgotten() -> io::Result<()> {
    for text in ["navn: Karin Moseholm\nskole: [\n", "helt i stykker: [\n"] {
        let year = year()?;
        fs::write(year.folder.join(format!("{KARIN}.yaml")), text)?;
        let built = year.build(&["--only", &format!("{KARIN}.yaml")]);
        assert_eq!(built.status.code(), Some(2), "{}", said(&built));
        let before = year.files();
        assert!(before.contains(&format!("out/planer/{KARIN}.pdf")), "{before:?}");
        assert!(before.contains(&format!("out/rettelser/{KARIN}-rettelser.txt")), "{before:?}");
        let output = year.forget(&format!("{KARIN}.yaml"), &["--yes"]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        let left = year.files();
        assert!(!left.contains(&format!("profiler/{KARIN}.yaml")), "{left:?}");
        assert!(!left.contains(&format!("out/planer/{KARIN}.pdf")), "{left:?}");
        assert!(!left.contains(&format!("out/rettelser/{KARIN}-rettelser.txt")), "{left:?}");
    }
    Ok(())
}

#[test]
fn files_of_others_are_never_deleted() -> io::Result<()> {
    let year = year()?;
    let plan = year.out.join(format!("planer/{KARIN}-forberedelse.pdf"));
    fs::write(&plan, "%PDF-1.7 mine")?;
    let text = year.folder.join(format!("{KARIN}-rettelser.txt"));
    fs::write(&text, "mine noter")?;
    let output = year.forget("Karin Moseholm", &["--yes"]);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(said(&output).contains("-forberedelse.pdf"), "{}", said(&output));
    assert!(plan.is_file() && text.is_file());
    assert!(!year.folder.join(format!("{KARIN}.yaml")).exists());
    Ok(())
}

#[test]
fn another_persons_file_at_the_same_path_stays() -> io::Result<()> {
    let year = year()?;
    let old = year.archive.join("2025-26");
    // The year before, another person had the path, and this one had another.
    let moved = old.join("nordskolen/km.yaml");
    fs::rename(old.join(format!("{KARIN}.yaml")), &moved)?;
    let other = old.join(format!("{KARIN}.yaml"));
    fs::write(&other, "navn: Karin Mose\nskole: Nordskolen\nprofil: {}\n")?;
    let output = year.forget("Karin Moseholm", &["--yes"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(!moved.exists());
    assert!(other.is_file());
    assert!(old.join(format!("{KARIN}.underskrift")).is_file(), "it lies beside the other person's profile");
    assert!(told(&output).contains("en anden medarbejders"), "{}", told(&output));
    Ok(())
}

#[test]
fn a_path_that_was_hers_and_is_somebody_elses_by_now_keeps_its_documents() -> io::Result<()> {
    let year = year()?;
    let old = year.archive.join("2025-26");
    fs::rename(old.join(format!("{KARIN}.yaml")), old.join("nordskolen/km.yaml"))?;
    fs::write(
        year.folder.join("nordskolen/km.yaml"),
        "navn: Kaja Mo\nskole: Nordskolen\nprofil: {økonomi: 2}\n",
    )?;
    year.build(&[]);
    copy(&year.out, &year.archive.join("papir"))?;
    let output = year.forget("Karin Moseholm", &["--yes"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let deleted = told(&output);
    let deleted = deleted.split("Det skal I selv rette").next().unwrap_or_default();
    assert!(deleted.contains(&format!("arkiv/papir/planer/{KARIN}.pdf")), "{deleted}");
    assert!(!deleted.contains("km.pdf"), "{deleted}");
    for left in ["arkiv/papir/planer/nordskolen/km.pdf", "arkiv/papir/haefte-intern.pdf"] {
        let left = format!("{left} (se selv");
        assert!(told(&output).contains(&left), "{left}: {}", told(&output));
    }
    assert!(year.archive.join("papir/planer/nordskolen/km.pdf").is_file());
    assert!(!old.join("nordskolen/km.yaml").exists());
    Ok(())
}

#[test]
fn another_departments_documents_stay() -> io::Result<()> {
    let year = year()?;
    let settings = year.folder.join("afdeling.yaml");
    fs::write(&settings, fs::read_to_string(&settings)?.replace("Bakkelund", "Fjernby"))?;
    let output = year.forget("Karin Moseholm", &["--yes"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(told(&output).contains("en anden afdelings"), "{}", told(&output));
    assert!(year.files().contains(&format!("out/planer/{KARIN}.pdf")));
    Ok(())
}

#[test]
fn files_that_the_system_refuses_are_reported_and_the_profile_stays() -> io::Result<()> {
    let year = year()?;
    // A folder in place of the lock: the output folder can't be held.
    fs::remove_file(year.out.join(".spind.lock"))?;
    fs::create_dir(year.out.join(".spind.lock"))?;
    let output = year.forget("Karin Moseholm", &["--yes"]);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(year.folder.join(format!("{KARIN}.yaml")).is_file());

    // Then the same command completes it.
    fs::remove_dir(year.out.join(".spind.lock"))?;
    let output = year.forget("Karin Moseholm", &["--yes"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(year.files().iter().all(|name| !name.contains("karin-moseholm")));
    Ok(())
}

#[test]
fn errors_of_others_do_not_stop_it() -> io::Result<()> {
    let year = year()?;
    fs::write(year.folder.join("nordskolen/bodil-hasselstrom.yaml"), "navn: [\n")?;
    let output = year.forget("Karin Moseholm", &["--yes"]);
    // The other's plan from before names a colleague, and can't be made anew.
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(said(&output).contains("bodil-hasselstrom.pdf"), "{}", said(&output));
    assert!(year.files().iter().all(|name| !name.contains("karin-moseholm")));
    Ok(())
}

#[test]
fn correction_files_elsewhere_go_too() -> io::Result<()> {
    let year = year()?;
    let profile = year.folder.join(format!("{KARIN}.yaml"));
    fs::write(&profile, fs::read_to_string(&profile)?.replace("skole: ", "skole:"))?;
    let beside = year.folder.join(format!("{KARIN}-rettelser.txt"));
    let folder = year.folder.to_str().expect("a plain path");
    year.build(&["--rettelser", folder, "--only", &format!("{KARIN}.yaml")]);
    assert!(beside.is_file());
    let output = year.forget(&format!("{KARIN}.yaml"), &["--yes"]);
    assert!(!beside.exists(), "{}", said(&output));
    Ok(())
}

#[test]
fn every_file_in_the_output_folder_is_searched() -> io::Result<()> {
    let year = year()?;
    let out = |name: &str| year.out.join(name);
    let (hers, bodils) = (format!("planer/{KARIN}.pdf"), "planer/nordskolen/bodil-hasselstrom.pdf");
    fs::create_dir_all(out("mine/tal"))?;
    fs::create_dir_all(out("udtaget"))?;
    // Hers, under other names.
    fs::copy(out(&hers), out("mine/til samtalen.pdf"))?;
    fs::copy(out(&hers), out("kopi.pdf"))?;
    fs::copy(out(&format!("planer/{KARIN}.svg")), out("mine/spind.svg"))?;
    let plan = out(&hers);
    let extracted = spind(["extract".as_ref(), plan.as_os_str(), "-o".as_ref(), out("udtaget").as_os_str()]);
    assert_eq!(extracted.status.code(), Some(0), "{}", said(&extracted));
    fs::rename(out("udtaget/aftale.yaml"), out("mine/det aftalte.yaml"))?;
    // Of everybody.
    for table in ["mine/tal/kompetencer.xlsx", "mine/tal/kompetencer.json", "mine/tal/niveauer.csv"] {
        let table = out(table);
        let args = ["export".as_ref(), year.folder.as_os_str(), "-o".as_ref(), table.as_os_str()];
        assert_eq!(spind(args).status.code(), Some(0));
    }
    // Others', which name her, and others', which don't.
    fs::copy(out("haefte-intern.pdf"), out("mine/haefte 2025.pdf"))?;
    fs::copy(out(bodils), out("mine/bodils plan.pdf"))?;
    fs::copy(out("planer/lyngbakkeskolen/tove-bregnholt.pdf"), out("toves plan.pdf"))?;
    fs::write(out("mine/noter.txt"), "Tal med\nKarin  Moseholm i dag\n")?;
    fs::write(out("mine/andet.txt"), "Karin Moseholmer\n")?;
    fs::write(out("mine/film.pdf"), "%PDF-1.7 intet")?;
    let output = year.forget("Karin Moseholm", &["--yes"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let told = told(&output);
    for gone in [
        "mine/til samtalen.pdf",
        "kopi.pdf",
        "mine/spind.svg",
        "udtaget/visning.json",
        "mine/det aftalte.yaml",
        "mine/tal/kompetencer.xlsx",
        "mine/tal/kompetencer.json",
        "mine/tal/niveauer.csv",
    ] {
        assert!(!out(gone).exists() && told.contains(gone), "{gone}: {told}");
    }
    let by_hand = told.split("Det skal I selv rette").nth(1).expect("what is to be done by hand");
    for left in ["mine/haefte 2025.pdf (se selv", "mine/bodils plan.pdf (se selv", "mine/noter.txt, linje 2"]
    {
        assert!(by_hand.contains(left), "{left}: {told}");
    }
    for left in
        ["mine/haefte 2025.pdf", "mine/bodils plan.pdf", "toves plan.pdf", "mine/andet.txt", "mine/film.pdf"]
    {
        assert!(out(left).is_file(), "{left}");
    }
    // What another program wrote may be packed.
    let unsearched = told.split("kan programmet ikke søge").nth(1).expect("what can't be searched");
    assert!(unsearched.contains("mine/film.pdf"), "{told}");
    for silent in ["toves plan.pdf", "mine/andet.txt"] {
        assert!(!told.contains(silent), "{silent}: {told}");
    }
    Ok(())
}

#[test]
fn files_among_another_departments_documents_are_only_named() -> io::Result<()> {
    let year = year()?;
    let settings = year.folder.join("afdeling.yaml");
    fs::write(&settings, fs::read_to_string(&settings)?.replace("Bakkelund", "Fjernby"))?;
    let before: BTreeSet<String> = year.files().into_iter().filter(|name| name.starts_with("out/")).collect();
    let output = year.forget("Karin Moseholm", &["--yes"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    for named in [format!("planer/{KARIN}.pdf"), "haefte-intern.pdf".to_owned()] {
        assert!(told(&output).contains(&format!("out/{named} (se selv")), "{named}: {}", told(&output));
    }
    let after: BTreeSet<String> = year.files().into_iter().filter(|name| name.starts_with("out/")).collect();
    assert_eq!(before, after);
    Ok(())
}

#[cfg(unix)]
#[test]
fn no_link_in_the_output_folder_is_followed() -> io::Result<()> {
    let year = year()?;
    let elsewhere = tempfile::tempdir()?;
    fs::copy(year.out.join(format!("planer/{KARIN}.pdf")), elsewhere.path().join("plan.pdf"))?;
    std::os::unix::fs::symlink(elsewhere.path(), year.out.join("genvej"))?;
    std::os::unix::fs::symlink(elsewhere.path().join("plan.pdf"), year.out.join("plan.pdf"))?;
    let output = year.forget("Karin Moseholm", &["--yes"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(elsewhere.path().join("plan.pdf").is_file());
    assert!(fs::symlink_metadata(year.out.join("plan.pdf")).is_ok());
    Ok(())
}

#[test]
fn what_is_hers_by_name_or_cannot_be_searched_is_named() -> io::Result<()> {
    let year = year()?;
    let out = |name: &str| year.out.join(name);
    fs::create_dir_all(out("Karin Moseholm"))?;
    let packed: [&[u8]; 4] =
        [b"%PDF-1.7 \x01stream", b"\x1f\x8b\x08\0\0", b"\x89PNG\r\n\x1a\n\0Karin Moseholm", b"PK\x03\x04\0"];
    for (name, bytes) in ["trykt.pdf", "plan.gz", "plan.png", "alt.zip"].iter().zip(packed) {
        fs::write(out(name), bytes)?;
    }
    fs::write(out("Karin Moseholm scan.pdf"), packed[0])?;
    fs::write(out("Karin Moseholm/x.txt"), "x")?;
    let tables =
        spind(["export".as_ref(), year.folder.as_os_str(), "-o".as_ref(), out("tal.xlsx").as_os_str()]);
    assert_eq!(tables.status.code(), Some(0), "{}", said(&tables));
    #[cfg(unix)]
    std::os::unix::fs::symlink(out(&format!("planer/{KARIN}.pdf")), out("genvej.pdf"))?;
    let told = told(&year.forget("Karin Moseholm", &[]));
    let (before, unsearched) = told.split_once("kan programmet ikke søge").expect("what can't be searched");
    for name in ["trykt.pdf", "plan.gz", "plan.png", "alt.zip"] {
        assert!(unsearched.contains(name), "{name}: {told}");
    }
    let by_hand = before.split("Det skal I selv rette").nth(1).expect("what is to be done by hand");
    for name in ["out/Karin Moseholm (se", "Karin Moseholm scan.pdf (se"] {
        assert!(by_hand.contains(name), "{name}: {told}");
    }
    assert!(cfg!(not(unix)) || by_hand.contains("genvej.pdf (se"), "{told}");
    // What is deleted and not made again has a heading of its own.
    let (remade, for_good) = before.split_once("ikke lavet igen:").expect("a heading");
    assert!(remade.contains("haefte-intern.pdf") && !remade.contains("tal.xlsx"), "{told}");
    assert!(for_good.contains("tal.xlsx"), "{told}");
    Ok(())
}

#[test]
fn a_folder_that_is_not_there_is_named_with_its_option() -> io::Result<()> {
    let year = year()?;
    let args = ["forget".as_ref(), "Karin Moseholm".as_ref(), "--folder".as_ref(), year.folder.as_os_str()];
    let output = spind(args.into_iter().chain(["-o", "nix", "--yes"].map(AsRef::as_ref)));
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(said(&output).contains("nix, som står efter --out, findes ikke"), "{}", said(&output));
    Ok(())
}

#[test]
fn a_stale_copy_of_the_folder_is_reported_and_stops_no_document() -> io::Result<()> {
    let year = year()?;
    copy(&department("three-areas"), &year.folder.join("profiler - Kopi"))?;
    let output = year.forget("Karin Moseholm", &["--yes"]);
    let copied = format!("profiler - Kopi/{KARIN}.yaml");
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(told(&output).contains(&copied), "{}", told(&output));
    assert!(year.out.join("haefte-intern.pdf").is_file());
    Ok(())
}

#[cfg(unix)]
#[test]
fn a_person_behind_a_link_is_not_simply_unknown() -> io::Result<()> {
    let year = year()?;
    let elsewhere = year.archive.with_file_name("nordskolen");
    fs::rename(year.folder.join("nordskolen"), &elsewhere)?;
    std::os::unix::fs::symlink(&elsewhere, year.folder.join("nordskolen"))?;
    let output = year.forget("Karin Moseholm", &["--yes"]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(said(&output).contains("Her ligger en genvej"), "{}", said(&output));
    Ok(())
}

#[test]
fn schools_booklets_are_made_again_without_her() -> io::Result<()> {
    let year = year()?;
    let built = year.build(&["--per-school"]);
    assert_eq!(built.status.code(), Some(0), "{}", said(&built));
    let booklet = || -> io::Result<String> {
        Ok(pdf::folded(&pdf::text(&fs::read(year.out.join("haefter/nordskolen.pdf"))?).concat()))
    };
    assert!(booklet()?.contains("Karin Moseholm"));
    let output = year.forget("Karin Moseholm", &["--yes"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(told(&output).contains("nordskolen.pdf"), "{}", told(&output));
    assert!(!booklet()?.contains("Karin Moseholm"));
    Ok(())
}
