//! The guides: commands run, links lead somewhere, and keys and words are the program's.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use regex::Regex;
use spind::department::Area;
use spind::department::LearningForm;
use spind::department::profile::{Priority, Status};
use spind::department::{self, Department};
use spind::fields::{FILES, Form};
use spind::language::{Language, Tag};
use spind::problem::Problems;
use strum::VariantArray;

use crate::cases;
use crate::command_line::words;
use crate::program::{copy, files, keep_schools, project, said, spind, spind_in};

/// The guides in one language, with the folders and names that their commands use.
struct Guides {
    language: Tag,
    /// The folder of the guides in the project.
    folder: &'static str,
    /// The guides for employees, managers and the department first.
    pages: &'static [&'static str],
    /// The department's own folder on the drive `H:`.
    department: &'static str,
    /// The shared folder, below the department's.
    profiles: &'static str,
    /// The folder of documents, below the department's.
    documents: &'static str,
    /// The manager's own folder.
    manager: &'static str,
    /// The manager's assessment of the person, below the manager's own folder.
    assessment: &'static str,
    /// A provider's list of courses, below the department's folder.
    list: &'static str,
    /// A list of employees from a personnel system, below the department's folder.
    employees: &'static str,
    /// The workbook of levels to fill in, below the department's folder.
    levels: &'static str,
    archive: &'static str,
    person: &'static str,
    workplace: &'static str,
}

static ALL: [Guides; 4] = [
    Guides {
        language: Tag::Da,
        folder: "docs",
        pages: &[
            "sekretaer.md",
            "leder.md",
            "afdeling.md",
            "databeskyttelse.md",
            "it.md",
            "fra-lister-til-planer.md",
            "samarbejde.md",
        ],
        department: "Skoleafdelingen",
        profiles: "profiler",
        documents: "dokumenter",
        manager: "Leder",
        assessment: "blik/klithedeskolen/lone-havtorn.leder.yaml",
        list: "kursusliste.csv",
        employees: "ansatte.csv",
        levels: "niveauer.xlsx",
        archive: "Arkiv",
        person: "Lone Havtorn",
        workplace: "Klithedeskolen",
    },
    Guides {
        language: Tag::Sv,
        folder: "docs/sv",
        pages: &["medarbetare.md", "chef.md", "forvaltning.md", "fran-listor-till-planer.md"],
        department: "Förvaltningen",
        profiles: "profiler",
        documents: "dokument",
        manager: "Chef",
        assessment: "bedömning/björkhagaskolan/linnea-forsgren.chef.yaml",
        list: "kurslista.csv",
        employees: "medarbetarlista.csv",
        levels: "nivåer.xlsx",
        archive: "Arkiv",
        person: "Linnea Forsgren",
        workplace: "Björkhagaskolan",
    },
    Guides {
        language: Tag::Nb,
        folder: "docs/nb",
        pages: &["medarbeider.md", "leder.md", "avdeling.md", "fra-lister-til-planer.md"],
        department: "Avdelingen",
        profiles: "profiler",
        documents: "dokumenter",
        manager: "Leder",
        assessment: "vurdering/fjellvik-skole/silje-myrvang.leder.yaml",
        list: "kursliste.csv",
        employees: "ansatte.csv",
        levels: "nivåer.xlsx",
        archive: "Arkiv",
        person: "Silje Myrvang",
        workplace: "Fjellvik skole",
    },
    Guides {
        language: Tag::En,
        folder: "docs/en",
        pages: &["employee.md", "manager.md", "department.md", "from-lists-to-plans.md"],
        department: "Department",
        profiles: "profiles",
        documents: "documents",
        manager: "Manager",
        assessment: "assessment/ashcombe-school/rosalind-peake.manager.yaml",
        list: "course-list.csv",
        employees: "employees.csv",
        levels: "levels.xlsx",
        archive: "Archive",
        person: "Rosalind Peake",
        workplace: "Ashcombe School",
    },
];

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

/// The commands in a guide: lines of a code block, and text between backticks.
fn commands(guide: &str) -> Vec<String> {
    let running: Vec<&str> = lines(guide, false).collect();
    let inline: Vec<String> = running.join(" ").split('`').skip(1).step_by(2).map(str::to_owned).collect();
    let blocks = lines(guide, true).map(|line| line.trim().to_owned());
    blocks.chain(inline).filter(|command| command == "spind" || command.starts_with("spind ")).collect()
}

impl Guides {
    /// The text of each guide, with its path in the project.
    fn texts(&self) -> io::Result<Vec<(String, String)>> {
        let read = |page: &&str| {
            let path = format!("{}/{page}", self.folder);
            Ok((path.clone(), fs::read_to_string(project().join(path))?))
        };
        self.pages.iter().map(read).collect()
    }

    /// The name of a file of the person, with `ending`.
    fn file_of_person(&self, ending: &str) -> String {
        format!("{}{ending}", self.person.to_lowercase().replace(' ', "-"))
    }

    /// Lays out the shared folder that the commands run on.
    ///
    /// That is three schools of the Danish sample, or a new department in another language with the
    /// guides' person and workplace in place of the sample's.
    fn lay_out(&self, profiles: &Path) -> io::Result<()> {
        if self.language == Tag::Da {
            copy(&project().join("profiles"), profiles)?;
            return keep_schools(profiles, &["klithedeskolen", "lyngfjord-skole", "hedekær-skole"]);
        }
        let output = spind([
            "new".as_ref(),
            "afdeling".as_ref(),
            profiles.as_os_str(),
            "--lang".as_ref(),
            self.language.name().as_ref(),
        ]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        let sample = read(profiles)?;
        let has_workplace = sample.settings.schools.iter().any(|school| school.name == self.workplace);
        for entry in fs::read_dir(profiles)? {
            let path = entry?.path();
            if path.is_dir() && !path.ends_with(".spind") {
                fs::remove_dir_all(path)?;
            } else if !has_workplace && path.extension().is_some_and(|end| end == "yaml") {
                let text = fs::read_to_string(&path)?;
                fs::write(&path, text.replace(&sample.settings.schools[0].name, self.workplace))?;
            }
        }
        let output = spind_in(profiles, ["new", self.person, "--skole", self.workplace]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        let file = self.file_of_person(".yaml");
        let file = files(profiles).into_iter().find(|name| name.ends_with(&file)).expect("the new profile");
        fs::write(profiles.join(file), self.profile(&sample))
    }

    /// A filled-in, agreed profile of the person, with the language's keys.
    fn profile(&self, sample: &Department) -> String {
        let [name, school, talk, agreed, profile, to, consent, booklet] = match self.language {
            Tag::Da => ["navn", "skole", "mus", "aftalt", "profil", "til", "samtykke", "hæfte: ja"],
            Tag::Sv => [
                "namn",
                "skola",
                "medarbetarsamtal",
                "överenskommen",
                "profil",
                "till",
                "samtycke",
                "häfte: ja",
            ],
            Tag::Nb => {
                ["navn", "skole", "medarbeidersamtale", "avtalt", "profil", "til", "samtykke", "hefte: ja"]
            }
            Tag::En => ["name", "school", "appraisal", "agreed", "profile", "to", "consent", "booklet: yes"],
        };
        let [low, high, ..] = &sample.role_model.scale.levels[..] else { panic!("a scale has two levels") };
        let level = |area: &Area| format!("  {}: {} {to} {}\n", area.key, low.number, high.number);
        let levels: String = sample.role_model.areas.iter().map(level).collect();
        format!(
            "{name}: {}\n{school}: {}\n{talk}: 2026-12-02\n{agreed}: 2026-12-02\n{profile}:\n{levels}{consent}: {{{booklet}}}\n",
            self.person, self.workplace
        )
    }
}

/// Reads the department in `profiles`.
fn read(profiles: &Path) -> io::Result<Department> {
    let reading = department::read(profiles, None, &mut Problems::default())?;
    Ok(reading.department.expect("a department"))
}

/// A drive `H:` as the guides have it: the shared folder, documents, an archive, the manager's own
/// folder, a provider's list and a list of employees.
struct Drive {
    root: tempfile::TempDir,
    guides: &'static Guides,
}

impl Drive {
    /// A drive with the shared folder `profiles` and, if already built, `documents`.
    fn new(guides: &'static Guides, profiles: &Path, documents: Option<&Path>) -> io::Result<Self> {
        let drive = Self { root: tempfile::tempdir()?, guides };
        copy(profiles, &drive.profiles())?;
        let manager = drive.path(guides.manager);
        if let Some(documents) = documents {
            copy(documents, &drive.documents())?;
            copy(documents, &manager.join("planer"))?;
            let plan = guides.file_of_person(".pdf");
            let built = files(documents).into_iter().find(|name| name.ends_with(&plan)).expect("the plan");
            fs::copy(documents.join(built), manager.join(plan))?;
        }
        fs::create_dir_all(drive.path(guides.archive))?;
        let sample = read(profiles)?;
        let view = manager.join(guides.assessment);
        fs::create_dir_all(view.parent().expect("a folder"))?;
        let level = sample.role_model.scale.levels[1].number;
        fs::write(view, format!("vurdering:\n  {}: {level}\n", sample.role_model.areas[0].key))?;
        let number = &sample.catalogue.courses[0].number;
        let department = drive.path(guides.department);
        fs::write(department.join(guides.list), format!("Nummer;Pris\n{number};1.400\n"))?;
        fs::write(
            department.join(guides.employees),
            format!("Navn;Skole\nKaren Holm;{}\n", guides.workplace),
        )?;
        // What other departments have sent.
        for name in ["a", "b", "c"] {
            let needs =
                format!("afdeling: {name}\nmindste_gruppe: 5\nområder: {{it: {{navn: It, personer: 4}}}}\n");
            fs::write(department.join(format!("behov-{name}.yaml")), needs)?;
        }
        Ok(drive)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }

    fn profiles(&self) -> PathBuf {
        self.path(self.guides.department).join(self.guides.profiles)
    }

    fn documents(&self) -> PathBuf {
        self.path(self.guides.department).join(self.guides.documents)
    }

    /// The words of a command, with the drive's letter and Windows' separators replaced.
    fn words(&self, command: &str) -> Vec<String> {
        let here = |word: String| match word.strip_prefix(r"H:\") {
            Some(path) => self.path(&path.replace('\\', "/")).display().to_string(),
            None => word.replace('\\', "/"),
        };
        words(command).into_iter().map(here).collect()
    }
}

#[test]
fn every_command_in_the_danish_guides_works() -> io::Result<()> {
    run_commands(&ALL[0])
}

#[test]
fn every_command_in_the_swedish_guides_works() -> io::Result<()> {
    run_commands(&ALL[1])
}

#[test]
fn every_command_in_the_norwegian_guides_works() -> io::Result<()> {
    run_commands(&ALL[2])
}

#[test]
fn every_command_in_the_english_guides_works() -> io::Result<()> {
    run_commands(&ALL[3])
}

fn run_commands(guides: &'static Guides) -> io::Result<()> {
    let sample = tempfile::tempdir()?;
    let profiles = sample.path().join("profiles");
    guides.lay_out(&profiles)?;
    let documents = sample.path().join("documents");
    let output = spind_in(&profiles, ["--out".as_ref(), documents.as_os_str()]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let levels = sample.path().join(guides.levels);
    let output =
        spind_in(&profiles, ["export".as_ref(), "--skabelon".as_ref(), "-o".as_ref(), levels.as_os_str()]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let package = sample.path().join("pakke.zip");
    let output = spind(["share".as_ref(), profiles.as_os_str(), "-o".as_ref(), package.as_os_str()]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let mut all = Vec::new();
    for (guide, text) in guides.texts()? {
        for command in commands(&text) {
            if !all.iter().any(|(_, known)| *known == command) {
                all.push((guide.clone(), command));
            }
        }
    }
    for verb in [
        "build", "check", "export", "forget", "import", "new", "rollover", "serve", "sign", "status",
        "verify",
    ] {
        let shows =
            |(_, command): &(String, String)| words(command).first().is_some_and(|first| first == verb);
        assert!(all.iter().any(shows), "no guide in {} shows {verb}", guides.folder);
    }
    for (guide, command) in cases::sampled(all) {
        let goes_on = command.starts_with("spind watch") || command.starts_with("spind serve");
        let drive = Drive::new(guides, &profiles, if goes_on { None } else { Some(&documents) })?;
        let department = drive.path(guides.department);
        fs::copy(&levels, department.join(guides.levels))?;
        fs::copy(&package, department.join("pakke.zip"))?;
        let mut words = drive.words(&command);
        let verb = words.first().cloned().unwrap_or_default();
        let is_department =
            |what: &String| ["afdeling", "förvaltning", "avdeling", "department"].contains(&what.as_str());
        if words.first().is_some_and(|verb| verb == "new") && words.get(1).is_some_and(is_department) {
            // A department is created where there is none.
            fs::remove_dir_all(drive.profiles())?;
            fs::create_dir(drive.profiles())?;
        }
        if matches!(verb.as_str(), "rollover" | "forget" | "align" | "import" | "needs") {
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
    let is_built = || files(drive.root.path()).iter().any(|name| name.ends_with(".pdf"));
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
    for guides in &ALL {
        for (guide, text) in &guides.texts()?[..3] {
            let words = text.split_whitespace().count();
            assert!((400..=1_200).contains(&words), "{guide}: {words} words");
            assert!(text.contains("!["), "{guide} has no picture");
        }
    }
    let docs = project().join("docs");
    let pictures: Vec<String> = files(&docs).into_iter().filter(|name| name.ends_with(".png")).collect();
    assert!(pictures.len() >= 3, "{pictures:?}");
    for name in pictures {
        assert!(fs::metadata(docs.join(&name))?.len() < 150_000, "{name}");
    }
    Ok(())
}

#[test]
fn the_keys_and_fixed_words_of_the_examples_are_the_programs() -> io::Result<()> {
    let line = Regex::new(r"^\s*(?:- )?(\w+):\s*(.*)$").expect("the pattern is valid");
    let tables: Vec<_> = FILES.iter().flat_map(|file| file.with_subtables()).collect();
    let mut word_keys = vec!["responsible-leader", "responsible-employee", "responsible-department"];
    word_keys.extend(Status::VARIANTS.iter().map(|word| word.word_key()));
    word_keys.extend(Priority::VARIANTS.iter().map(|word| word.word_key()));
    word_keys.extend(LearningForm::VARIANTS.iter().map(|word| word.word_key()));
    let mut seen = 0;
    for guides in &ALL[1..] {
        let language = Language::of(guides.language);
        let printed: BTreeSet<String> = word_keys.iter().map(|key| language.say(key, &[])).collect();
        for (guide, text) in guides.texts()? {
            let blocks = text.split("```yaml\n").skip(1).filter_map(|rest| rest.split("```").next());
            for found in blocks.flat_map(str::lines).filter_map(|text| line.captures(text)) {
                let field = tables.iter().find_map(|table| table.field(&found[1]));
                // The other names in the examples are of areas.
                let is_area = ["ekonomi", "økonomi", "finance"].contains(&&found[1]);
                assert!(field.is_some() != is_area, "{guide}: {}", &found[1]);
                if let Some(Form::Word(_) | Form::Responsible) = field.map(|field| field.form) {
                    assert!(printed.contains(&found[2]), "{guide}: {}", &found[2]);
                }
                seen += 1;
            }
        }
    }
    assert!(seen > 50, "only {seen} lines were looked at");
    Ok(())
}

/// The anchor of a heading, as GitHub makes it.
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
