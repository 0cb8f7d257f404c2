//! `spind build`: its files, messages and exit codes.

use std::collections::BTreeMap;
use std::fs;
use std::io;

use crate::full_builds::{FullBuild, OutputFolder};
use crate::pdf;
use crate::program::{build, copy, department, files, project, said, spind, spind_in};

#[test]
fn the_sample_becomes_25_plans_a_booklet_and_a_strategic_plan() {
    let files: Vec<(&str, &[u8])> = OutputFolder::of_sample().documents().collect();
    assert_eq!(files.iter().filter(|(file, _)| file.starts_with("planer/")).count(), 25);
    for name in ["haefte-intern.pdf", "strategisk-uddannelsesplan.pdf"] {
        assert!(files.iter().any(|(file, _)| *file == name), "{name}");
    }
    let mut documents = files.clone();
    documents.retain(|(file, _)| file.ends_with(".pdf"));
    assert_eq!(documents.len(), 27, "{:?}", files.iter().map(|(file, _)| file).collect::<Vec<_>>());
    for (file, bytes) in documents {
        assert!(contains(bytes, b"<pdfuaid:part>1</pdfuaid:part>"), "{file} is no PDF/UA-1");
        let part: &[u8] = if file.starts_with("planer/") { b"<pdfaid:part>3</" } else { b"<pdfaid:part>2</" };
        assert!(contains(bytes, part), "{file} is no PDF/A");
    }
}

#[test]
fn most_plans_fit_one_double_sided_sheet() {
    let (mut plans, mut one_sheet) = (0, 0);
    for (plan, bytes) in FullBuild::of_sample().plans() {
        let pages = pdf::text(bytes).len();
        assert!(pages <= 3, "{plan}: {pages} pages");
        plans += 1;
        one_sheet += usize::from(pages <= 2);
    }
    assert_eq!(plans, 25);
    // Three have many gaps, or long plan lines and remarks.
    assert!(one_sheet >= plans - 3, "{one_sheet} of {plans}");
}

#[test]
fn the_same_files_give_the_same_bytes() -> io::Result<()> {
    let out = tempfile::tempdir()?;
    build(&department("three-areas"), out.path());
    let one: BTreeMap<&str, &[u8]> = OutputFolder::of_three_areas().documents().collect();
    assert!(!one.is_empty());
    assert!(one.keys().copied().eq(files(out.path())), "{:?} {:?}", one.keys(), files(out.path()));
    for (name, bytes) in one {
        assert!(fs::read(out.path().join(name))? == bytes, "{name}");
    }
    Ok(())
}

#[test]
fn one_bad_file_is_named_and_the_others_are_built() -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    let out = tempfile::tempdir()?;
    copy(&department("three-areas"), folder.path())?;
    let profile = files(folder.path()).into_iter().find(|name| name.contains('/')).expect("a profile");
    let text = fs::read_to_string(folder.path().join(&profile))?;
    let broken = text.replace("\nprofil:", "\nprofli:");
    assert_ne!(text, broken);
    fs::write(folder.path().join(&profile), &broken)?;

    let output = build(folder.path(), out.path());
    assert_eq!(output.status.code(), Some(1));
    let line = broken.lines().position(|line| line.starts_with("profli:")).expect("the line") + 1;
    let said = said(&output);
    assert!(said.contains(&format!("{profile}:{line}:1")), "{said}");
    assert!(said.contains("Mente du »profil«?"), "{said}");
    let plans = files(&out.path().join("planer"));
    assert_eq!(plans.len(), 3, "{plans:?}");
    let booklet = pdf::text(&fs::read(out.path().join("haefte-intern.pdf"))?);
    assert!(pdf::folded(&booklet[0]).contains("1 profil mangler"), "{}", booklet[0]);
    Ok(())
}

#[test]
fn without_its_own_files_a_department_cannot_be_built() -> io::Result<()> {
    for missing in ["afdeling.yaml", "rollemodel.yaml"] {
        let folder = tempfile::tempdir()?;
        let out = tempfile::tempdir()?;
        copy(&department("three-areas"), folder.path())?;
        fs::remove_file(folder.path().join(missing))?;
        let output = build(folder.path(), out.path());
        assert_eq!(output.status.code(), Some(2), "{missing}");
        assert!(said(&output).contains(missing), "{}", said(&output));
        assert!(files(out.path()).is_empty());
    }
    Ok(())
}

#[test]
fn without_a_catalogue_a_department_is_built_with_a_warning() -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    let out = tempfile::tempdir()?;
    copy(&department("three-areas"), folder.path())?;
    fs::remove_file(folder.path().join("kurser.yaml"))?;
    let output = build(folder.path(), out.path());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(said(&output).contains("intet kursuskatalog"), "{}", said(&output));
    Ok(())
}

#[test]
fn only_takes_a_name_a_school_a_path_or_a_file_name() -> io::Result<()> {
    let folder = project().join("profiles");
    let full = folder.join("lyngfjord-skole/camilla-rishøj").display().to_string();
    let person = [
        "Camilla Rishøj",
        "camilla-rishøj",
        "lyngfjord-skole/camilla-rishøj.yaml",
        "Lyngfjord-Skole\\camilla-rishøj",
        full.as_str(),
    ];
    for (all, count) in [(&person[..], 1), (&["Lyngfjord Skole", "lyngfjord-skole"], 3)] {
        // Later spellings select the same people, so no other plan may appear.
        let out = tempfile::tempdir()?;
        for who in all {
            let output = spind([
                folder.as_os_str(),
                "--out".as_ref(),
                out.path().as_os_str(),
                "--only".as_ref(),
                who.as_ref(),
            ]);
            assert_eq!(output.status.code(), Some(0), "{who}: {}", said(&output));
            let summary = said(&output).lines().last().unwrap_or_default().to_owned();
            assert!(summary.starts_with(&format!("{count} medarbejder")), "{who}: {summary}");
            let mut files = files(out.path());
            files.retain(|file| file.ends_with(".pdf"));
            assert_eq!(files.len(), count, "{who}: {files:?}");
            assert!(files.iter().all(|file| file.starts_with("planer/")), "{who}: no booklet");
        }
    }
    let out = tempfile::tempdir()?;
    let output = spind([
        folder.as_os_str(),
        "-o".as_ref(),
        out.path().as_os_str(),
        "--only".as_ref(),
        "Nobody".as_ref(),
    ]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("Nobody"));
    Ok(())
}

#[test]
fn charts_stand_alone() -> io::Result<()> {
    let out = tempfile::tempdir()?;
    let folder = department("three-areas");
    OutputFolder::of_three_areas().place(out.path())?;
    spind([folder.as_os_str(), "--charts".as_ref(), "-o".as_ref(), out.path().as_os_str()]);
    let charts: Vec<String> = files(out.path()).into_iter().filter(|file| file.ends_with(".svg")).collect();
    assert_eq!(charts.len(), 4);
    for chart in charts {
        let svg = fs::read_to_string(out.path().join(&chart))?;
        assert!(!svg.contains("<text"), "{chart}: letters are outlines");
        assert!(svg.contains("<title>") && svg.contains("<desc>"), "{chart}");
    }
    Ok(())
}

#[test]
fn output_never_goes_to_the_current_folder_unasked() -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    copy(&department("three-areas"), folder.path())?;
    let before = files(folder.path());
    let output = spind_in(folder.path(), ["build"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("--out"), "{}", said(&output));
    assert_eq!(files(folder.path()), before);
    Ok(())
}

#[test]
fn wrong_usage_ends_with_2() {
    assert_eq!(spind(["build", "--nonsense"]).status.code(), Some(2));
    assert_eq!(spind(["no-such-folder"]).status.code(), Some(2));
    assert_eq!(spind(["--help"]).status.code(), Some(0));
}

#[test]
fn one_line_says_what_was_made_also_where_no_terminal_is() {
    let out = tempfile::tempdir().expect("a folder");
    let output = build(&department("norwegian"), out.path());
    let said = said(&output);
    let line = said.strip_suffix('\n').unwrap_or(&said);
    assert!(line.starts_with("3 medarbeidere, 5 dokumenter i ") && !line.contains('\n'), "{said}");
    assert!(said.contains(&*out.path().to_string_lossy()), "{said}");
    assert!(output.stdout.is_empty());
}

#[test]
fn messages_follow_the_department_and_lang_overrides() -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    let out = tempfile::tempdir()?;
    copy(&department("swedish"), folder.path())?;
    let profile = files(folder.path()).into_iter().find(|name| name.contains('/')).expect("a profile");
    fs::write(folder.path().join(&profile), "navn: Anna\n")?;
    let build = |options: &[&str]| {
        let args = ["build".as_ref(), folder.path().as_os_str(), "-o".as_ref(), out.path().as_os_str()];
        said(&spind(args.into_iter().chain(["--only", &profile].iter().chain(options).map(AsRef::as_ref))))
    };
    let swedish = build(&[]);
    assert!(swedish.contains("saknas"), "{swedish}");
    let english = build(&["--lang", "en"]);
    assert!(english.contains("missing"), "{english}");
    Ok(())
}

#[cfg(unix)]
#[test]
fn an_output_that_cannot_be_written_is_named_and_the_rest_is_written() -> io::Result<()> {
    let out = tempfile::tempdir()?;
    // A folder where the booklet should be.
    fs::create_dir_all(out.path().join("haefte-intern.pdf/x"))?;
    let output = build(&department("three-areas"), out.path());
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("haefte-intern.pdf"), "{}", said(&output));
    assert_eq!(files(&out.path().join("planer")).len(), 4);
    Ok(())
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[test]
fn fonts_that_lack_the_typeface_are_refused_before_anything_is_replaced() -> io::Result<()> {
    let (out, fonts) = (tempfile::tempdir()?, tempfile::tempdir()?);
    let folder = department("three-areas");
    OutputFolder::of_three_areas().place(out.path())?;
    let before: Vec<Vec<u8>> =
        files(out.path()).iter().map(|name| fs::read(out.path().join(name))).collect::<io::Result<_>>()?;
    let run_with = |options: &[&str]| {
        let args = ["build".as_ref(), folder.as_os_str(), "-o".as_ref(), out.path().as_os_str()];
        let fonts = ["--fonts".as_ref(), fonts.path().as_os_str(), "--force".as_ref()];
        spind(args.into_iter().chain(fonts).chain(options.iter().map(AsRef::as_ref)))
    };
    let run = || run_with(&[]);
    let own = |name: &str| project().join("fonts").join(name);
    let (regular, semi_bold) = ("IBMPlexSans-Regular.ttf", "IBMPlexSans-SemiBold.ttf");
    fs::copy(own(semi_bold), fonts.path().join("a.ttf"))?;
    let output = run();
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(said(&output).contains("IBM Plex Sans Regular mangler"), "{}", said(&output));
    // A font of another family, which Typst would silently not use.
    let renamed = fs::read(own(regular))?;
    let renamed = replaced(&replaced(&renamed, b"IBM Plex Sans"), &utf16("IBM Plex Sans"));
    fs::write(fonts.path().join("a.ttf"), renamed)?;
    let output = run();
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(
        said(&output).contains("IBM Plex Sans Regular, IBM Plex Sans SemiBold mangler"),
        "{}",
        said(&output)
    );
    let after: Vec<Vec<u8>> =
        files(out.path()).iter().map(|name| fs::read(out.path().join(name))).collect::<io::Result<_>>()?;
    assert!(before == after);
    for name in [regular, semi_bold] {
        fs::copy(own(name), fonts.path().join(name))?;
    }
    assert_eq!(run_with(&["--only", "Tove Bregnholt"]).status.code(), Some(0));
    Ok(())
}

/// `bytes` with another first letter in every `name`.
fn replaced(bytes: &[u8], name: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let places: Vec<usize> = memchr::memmem::find_iter(&bytes, name).collect();
    let letter = usize::from(name[0] == 0);
    for at in places {
        bytes[at + letter] = b'X';
    }
    bytes
}

/// A name as font files hold it.
fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_be_bytes).collect()
}
