//! The guides: every command in them works, and every link leads somewhere.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use regex::Regex;

use crate::command_line::words;
use crate::program::{copy, files, project, said, spind_in};

const GUIDES: [&str; 5] = ["sekretaer.md", "leder.md", "afdeling.md", "databeskyttelse.md", "it.md"];
/// The longest that a first build may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(120);

/// The lines of `text` inside its code blocks, or outside them.
fn lines(text: &str, of_code: bool) -> impl Iterator<Item = &str> {
    let mut in_code = false;
    text.lines().filter(move |line| {
        let fence = line.trim_start().starts_with("```");
        in_code ^= fence;
        !fence && in_code == of_code
    })
}

/// The commands in a guide: lines of a block, and words between backticks.
fn commands(guide: &str) -> Vec<String> {
    let running: Vec<&str> = lines(guide, false).collect();
    let inline: Vec<String> = running.join(" ").split('`').skip(1).step_by(2).map(str::to_owned).collect();
    let blocks = lines(guide, true).map(|line| line.trim().to_owned());
    blocks.chain(inline).filter(|command| command == "spind" || command.starts_with("spind ")).collect()
}

/// A drive `H:` as the guides have it: the sample, its documents, an archive, a folder of
/// the leader's own and a provider's list.
struct Drive(tempfile::TempDir);

impl Drive {
    fn new(documents: Option<&Path>) -> io::Result<Self> {
        let drive = Self(tempfile::tempdir()?);
        copy(&project().join("profiles"), &drive.profiles())?;
        if let Some(documents) = documents {
            copy(documents, &drive.path("Skoleafdelingen/dokumenter"))?;
            copy(documents, &drive.path("Leder/planer"))?;
        }
        fs::create_dir_all(drive.path("Arkiv"))?;
        let view = drive.path("Leder/blik/klithedeskolen/lone-havtorn.leder.yaml");
        fs::create_dir_all(view.parent().expect("a folder"))?;
        fs::write(view, "vurdering:\n  projekt: 3\n")?;
        let list = drive.path("Skoleafdelingen/kursusliste.csv");
        fs::write(list, "Nummer;Pris\n45986;1.400\n")?;
        Ok(drive)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn profiles(&self) -> PathBuf {
        self.path("Skoleafdelingen/profiler")
    }

    /// What is typed, with the drive's letter and Windows' strokes as they are here.
    fn words(&self, command: &str) -> Vec<String> {
        let here = |word: String| match word.strip_prefix(r"H:\") {
            Some(path) => self.path(&path.replace('\\', "/")).display().to_string(),
            None => word.replace('\\', "/"),
        };
        words(command).into_iter().map(here).collect()
    }
}

#[test]
fn every_command_in_the_guides_works() -> io::Result<()> {
    let built = Drive::new(None)?;
    let output = spind_in(&built.profiles(), ["--out", "../dokumenter"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let documents = built.path("Skoleafdelingen/dokumenter");
    let mut verbs = BTreeSet::new();
    for guide in GUIDES {
        let text = fs::read_to_string(project().join("docs").join(guide))?;
        let commands: BTreeSet<String> = commands(&text).into_iter().collect();
        for command in commands {
            let goes_on = command.starts_with("spind watch") || command.starts_with("spind serve");
            let drive = Drive::new(if goes_on { None } else { Some(&documents) })?;
            let mut words = drive.words(&command);
            let verb = words.first().cloned().unwrap_or_default();
            if words.get(1).is_some_and(|what| what == "afdeling") {
                // A department is created where there is none.
                fs::remove_dir_all(drive.profiles())?;
                fs::create_dir(drive.profiles())?;
            }
            if matches!(verb.as_str(), "rollover" | "forget" | "import") {
                // Answers the prompt.
                words.push("--yes".to_owned());
            }
            if goes_on {
                if verb == "serve" {
                    // A test has no browser.
                    words.push("--no-open".to_owned());
                }
                watch_until_built(&drive, &words, &command)?;
            } else {
                let output = spind_in(&drive.profiles(), &words);
                let told = String::from_utf8_lossy(&output.stdout).into_owned() + &said(&output);
                assert_eq!(output.status.code(), Some(0), "{guide}: {command}: {told}");
            }
            verbs.insert(verb);
        }
    }
    let all = [
        "build", "check", "export", "forget", "import", "new", "rollover", "serve", "sign", "status",
        "verify",
    ];
    for verb in all {
        assert!(verbs.contains(verb), "no guide shows {verb}");
    }
    Ok(())
}

/// Runs a command that goes on until it is stopped.
fn watch_until_built(drive: &Drive, words: &[String], command: &str) -> io::Result<()> {
    let mut watch = Command::new(env!("CARGO_BIN_EXE_spind"))
        .args(words)
        .current_dir(drive.profiles())
        .env("LANG", "da_DK.UTF-8")
        .stderr(Stdio::null())
        .spawn()?;
    let begun = Instant::now();
    let is_built = || files(drive.0.path()).iter().any(|name| name.ends_with(".pdf"));
    while !is_built() && watch.try_wait()?.is_none() && begun.elapsed() < PATIENCE {
        std::thread::sleep(Duration::from_millis(100));
    }
    let ended = watch.try_wait()?;
    watch.kill()?;
    watch.wait()?;
    assert!(ended.is_none() && is_built(), "{command}: {ended:?}");
    Ok(())
}

#[test]
fn a_guide_is_two_pages_with_pictures_that_load_quickly() -> io::Result<()> {
    for guide in &GUIDES[..3] {
        let text = fs::read_to_string(project().join("docs").join(guide))?;
        let words = text.split_whitespace().count();
        assert!((400..=1_050).contains(&words), "{guide}: {words} words");
        assert!(text.contains("](billeder/"), "{guide} has no picture");
    }
    let folder = project().join("docs/billeder");
    let pictures: Vec<String> =
        files(&folder).into_iter().filter(|name| name.ends_with(".png")).collect();
    assert!(pictures.len() >= 3, "{pictures:?}");
    for name in pictures {
        assert!(fs::metadata(folder.join(&name))?.len() < 150_000, "{name}");
    }
    Ok(())
}

/// The name under which a heading can be reached, as GitHub makes it.
fn anchor(heading: &str) -> String {
    let kept = |c: char| match c {
        ' ' => Some('-'),
        '-' | '_' => Some(c),
        _ => c.is_alphanumeric().then_some(c),
    };
    heading.trim().to_lowercase().chars().filter_map(kept).collect()
}

#[test]
fn every_link_and_picture_in_the_documents_is_there() -> io::Result<()> {
    let link = Regex::new(r"\]\(<?([^)>]+)>?\)").expect("the pattern is valid");
    let root = project();
    let docs = files(&root.join("docs")).into_iter().map(|name| root.join("docs").join(name));
    let own = ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "CHANGELOG.md"].map(|name| root.join(name));
    let mut seen = 0;
    for page in own.into_iter().chain(docs).filter(|path| path.extension().is_some_and(|end| end == "md")) {
        let text = fs::read_to_string(&page)?;
        let running: Vec<&str> = lines(&text, false).collect();
        for target in link.captures_iter(&running.join("\n")).map(|found| found[1].to_owned()) {
            if target.starts_with("https://") || target.starts_with("mailto:") {
                continue;
            }
            seen += 1;
            let (path, heading) = target.split_once('#').unwrap_or((&target, ""));
            let there = if path.is_empty() {
                page.clone()
            } else {
                page.parent().expect("a page lies in a folder").join(path)
            };
            assert!(there.exists(), "{}: {target}", page.display());
            if !heading.is_empty() {
                let text = fs::read_to_string(&there)?;
                let mut headings = lines(&text, false).filter(|line| line.starts_with('#'));
                let is_it = |line: &str| anchor(line.trim_start_matches('#')) == heading;
                assert!(headings.any(is_it), "{}: {target}", page.display());
            }
        }
    }
    assert!(seen > 100, "only {seen} links were looked at");
    Ok(())
}
