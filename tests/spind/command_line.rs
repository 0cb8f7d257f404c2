//! The command line: usage errors, help, completions, the manual page, colours and closed pipes.

use std::fs;
use std::io;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use crate::cases;
use crate::full_builds::OutputFolder;
use crate::program::{SOURCE_DATE_EPOCH, copy, keep_schools, project, said, spind, spind_in};
use crate::skip::is_installed;

const LANGUAGES: [&str; 4] = ["da", "sv", "nb", "en"];
const VERBS: [&str; 19] = [
    "build",
    "check",
    "new",
    "sign",
    "verify",
    "extract",
    "status",
    "rollover",
    "forget",
    "export",
    "needs",
    "share",
    "align",
    "import",
    "completions",
    "man",
    "watch",
    "schema",
    "serve",
];

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// A folder with the sample, an archive and two lists.
fn desk() -> io::Result<tempfile::TempDir> {
    let folder = tempfile::tempdir()?;
    copy(&project().join("profiles"), &folder.path().join("profiles"))?;
    fs::create_dir(folder.path().join("arkiv"))?;
    for name in ["a", "b", "c"] {
        let needs = format!(
            "afdeling: Skoler {name}\nmindste_gruppe: 5\nområder:\n  it: {{navn: It, personer: 4}}\n"
        );
        fs::write(folder.path().join(format!("behov-{name}.yaml")), needs)?;
    }
    fs::write(folder.path().join("kursusliste.csv"), "Nummer;Pris\n45986;1.400\n")?;
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, cells) in (0..).zip([["Nummer", "Pris"], ["45986", "1.400"]]) {
        for (column, cell) in (0..).zip(cells) {
            sheet.write(row, column, cell).map_err(io::Error::other)?;
        }
    }
    workbook.save(folder.path().join("kursusliste.xlsx")).map_err(io::Error::other)?;
    Ok(folder)
}

/// As [`desk`], with the sample's documents.
fn desk_with_documents() -> io::Result<tempfile::TempDir> {
    let desk = desk()?;
    OutputFolder::of_sample().place(&desk.path().join("out"))?;
    Ok(desk)
}

/// As [`desk`], with the people of two schools alone.
fn small_desk() -> io::Result<tempfile::TempDir> {
    let desk = desk()?;
    keep_schools(&desk.path().join("profiles"), &["lyngfjord-skole", "klithedeskolen"])?;
    Ok(desk)
}

/// Where Camilla's plan is on a desk.
const PLAN: &str = "out/planer/lyngfjord-skole/camilla-rishøj.pdf";

/// Puts Camilla's plan, and no other document, on a desk.
fn put_plan(desk: &Path) -> io::Result<()> {
    let plan = desk.join(PLAN);
    fs::create_dir_all(plan.parent().expect("a file lies in a folder"))?;
    fs::write(plan, OutputFolder::of_sample().document(PLAN.trim_start_matches("out/")))
}

#[test]
fn usage_errors_are_reported_in_each_language() {
    let cases: [(&[&str], [&str; 4]); 7] = [
        (
            &["build", "--quite"],
            ["Mente du --quiet?", "Menade du --quiet?", "Mente du --quiet?", "Did you mean --quiet?"],
        ),
        (&["chekc"], ["Mente du check?", "Menade du check?", "Mente du check?", "Did you mean check?"]),
        (&["sign"], ["Her mangler: --as", "Här saknas: --as", "Her mangler: --as", "This is missing: --as"]),
        (
            &["build", "--out"],
            ["Der mangler noget", "Det saknas något", "Det mangler noe", "Something is missing"],
        ),
        (
            &["status", "--format", "pdf"],
            ["»pdf« kan ikke", "”pdf” kan inte", "«pdf» kan ikke", "“pdf” cannot be"],
        ),
        (
            &["check", "profiles", "too", "many"],
            ["»too« hører ikke", "”too” hör inte", "«too» hører ikke", "“too” does not"],
        ),
        (
            &["import"],
            [
                "Her mangler en kommando",
                "Här saknas ett kommando",
                "Her mangler en kommando",
                "A command is missing",
            ],
        ),
    ];
    for (args, words) in cases {
        for (lang, words) in LANGUAGES.iter().zip(words) {
            let output = spind(args.iter().chain(&["--lang", lang]));
            assert_eq!(output.status.code(), Some(2), "{args:?}: {}", said(&output));
            assert_eq!(told(&output), "", "{args:?}");
            let said = said(&output);
            assert!(said.contains(words), "{args:?} {lang}: {said}");
            // The library's own words are English.
            for english in ["error: unexpected", "tip:", "Usage:", "For more information", "[OPTIONS]"] {
                assert!(*lang == "en" || !said.contains(english), "{args:?} {lang}: {said}");
            }
        }
    }
    let output = spind(["sign", "x", "--as", "direktør"]);
    assert!(said(&output).contains("medarbejder, leder"), "{}", said(&output));
    assert!(said(&spind(["build", "--quite"])).contains("Brug: spind build [TILVALG] [MAPPE]"));
}

#[test]
fn options_of_every_verb_may_come_before_it() {
    for args in [["--lang", "sv", "check", "--explain"].as_slice(), &["-q", "check", "--explain"]] {
        let output = spind(args.iter().chain(&["unknown-area"]));
        assert_eq!(output.status.code(), Some(0), "{args:?}: {}", said(&output));
    }
}

#[test]
fn the_version_includes_the_typesetters() {
    let version = told(&spind(["--version"]));
    let lock = fs::read_to_string(project().join("Cargo.lock")).expect("the lock file");
    let typst = lock.split("name = \"typst\"\nversion = \"").nth(1).and_then(|rest| rest.split('"').next());
    let expected = format!("spind {} (Typst {})\n", env!("CARGO_PKG_VERSION"), typst.expect("Typst is used"));
    assert_eq!(version, expected);
    assert_eq!(told(&spind(["-V"])), expected);
}

/// The examples in the help of `verb`, each as it is typed.
fn examples(verb: &[&str], lang: &str) -> Vec<String> {
    let output = spind(verb.iter().chain(&["--help", "--lang", lang]));
    assert_eq!(output.status.code(), Some(0), "{verb:?}: {}", said(&output));
    let help = told(&output);
    let lines = help.lines().filter_map(|line| line.strip_prefix("  spind"));
    lines.map(|line| format!("spind{}", line.split("  ").next().unwrap_or(line))).collect()
}

/// What is typed after the program's name in `example`, up to where its output is to go.
pub fn words(example: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (i, part) in example.split('"').enumerate() {
        if i % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    let until = words.iter().position(|word| word == ">").unwrap_or(words.len());
    words.drain(..until).skip(1).collect()
}

#[test]
fn every_verb_has_examples_that_do_what_they_say() -> io::Result<()> {
    let all: Vec<Vec<&str>> = VERBS
        .iter()
        .map(|verb| vec![*verb])
        .chain([vec![], vec!["new", "afdeling"], vec!["import", "kurser"], vec!["new", "vejledning"]])
        .collect();
    let with_examples = all.into_iter().map(|verb| {
        let danish = examples(&verb, "da");
        assert!((2..=4).contains(&danish.len()), "{verb:?}: {danish:?}");
        // Other languages have names and values of their own in the same places.
        let shape = |examples: &[String]| -> Vec<(String, usize)> {
            let each = examples.iter().map(|example| words(example));
            each.map(|words| (words.first().cloned().unwrap_or_default(), words.len())).collect()
        };
        for lang in &LANGUAGES[1..] {
            assert_eq!(shape(&examples(&verb, lang)), shape(&danish), "{verb:?} {lang}");
        }
        (verb, danish)
    });
    for (verb, danish) in cases::sampled(with_examples.collect()) {
        // They run until they are stopped; they have tests of their own.
        if matches!(verb[..], ["watch" | "serve"]) {
            continue;
        }
        let builds = matches!(verb[..], [] | ["build"]);
        let desk = if builds { desk()? } else { desk_with_documents()? };
        for example in danish {
            // Where two examples do one thing, each has its own department.
            let alone = matches!(verb.first(), Some(&"rollover" | &"align" | &"forget" | &"import"));
            let own = if alone { Some(self::desk()?) } else { None };
            let folder = own.as_ref().map_or(desk.path(), |own| own.path());
            let _ = fs::remove_file(folder.join("vist.txt"));
            let output = run(folder, &words(&example), &[("PATH", &fake_opener(folder)?)]);
            // Without a terminal there is no prompt, and the message says so.
            // Nothing in the sample has to be aligned.
            let asks = alone && !example.contains("--yes") && verb.first() != Some(&"align");
            let code = if asks { 2 } else { 0 };
            assert_eq!(output.status.code(), Some(code), "{example}: {}{}", told(&output), said(&output));
            assert!(!asks || said(&output).contains("--yes"), "{example}: {}", said(&output));
            #[cfg(target_os = "linux")]
            assert!(!example.contains("--open") || shown(folder).is_some(), "{example}");
        }
    }
    Ok(())
}

/// Runs the program in `folder` with `vars` in its environment.
fn run(folder: &Path, args: &[String], vars: &[(&str, &str)]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_spind"));
    command.args(args).current_dir(folder).env("LANG", "da_DK.UTF-8").stdin(Stdio::null());
    command.env("SOURCE_DATE_EPOCH", SOURCE_DATE_EPOCH);
    for name in ["LC_ALL", "LC_MESSAGES", "LANGUAGE", "NO_COLOR", "CLICOLOR_FORCE", "CLICOLOR"] {
        command.env_remove(name);
    }
    command.envs(vars.iter().copied()).output().expect("the program starts")
}

/// A path of programs in which the one that opens files only notes what it was asked to
/// open, in `vist.txt`.
fn fake_opener(folder: &Path) -> io::Result<String> {
    let bin = folder.join("bin");
    fs::create_dir_all(&bin)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let opener = bin.join("xdg-open");
        let note = folder.join("vist");
        let script =
            format!("#!/bin/sh\nprintf '%s' \"$1\" > '{0}.tmp' && mv '{0}.tmp' '{0}.txt'\n", note.display());
        fs::write(&opener, script)?;
        fs::set_permissions(&opener, fs::Permissions::from_mode(0o755))?;
    }
    Ok(format!("{}:{}", bin.display(), std::env::var("PATH").unwrap_or_default()))
}

/// What the opener was asked to open; it runs on its own.
#[cfg(target_os = "linux")]
fn shown(folder: &Path) -> Option<String> {
    for _ in 0..100 {
        if let Ok(shown) = fs::read_to_string(folder.join("vist.txt")) {
            return Some(shown);
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    None
}

#[cfg(target_os = "linux")]
#[test]
fn what_was_made_is_shown() -> io::Result<()> {
    let cases: [(&[&str], &str); 4] = [
        (&["build", "--only", "Camilla Rishøj", "--open"], "out/planer/lyngfjord-skole/camilla-rishøj.pdf"),
        (&["build", "--open"], "out/haefte-intern.pdf"),
        (&["export", "-o", "tal.xlsx", "--open"], "tal.xlsx"),
        (&["export", "--format", "csv", "-o", "tal", "--open"], "tal"),
    ];
    for (args, expected) in cases {
        let desk = desk_with_documents()?;
        fs::remove_file(desk.path().join(PLAN))?;
        fs::create_dir_all(desk.path().join("tal"))?;
        let args: Vec<String> = args.iter().map(|arg| (*arg).to_owned()).collect();
        let output = run(desk.path(), &args, &[("PATH", &fake_opener(desk.path())?)]);
        assert_eq!(output.status.code(), Some(0), "{args:?}: {}", said(&output));
        let shown = shown(desk.path()).unwrap_or_default();
        assert_eq!(Path::new(&shown), desk.path().join(expected), "{args:?}");
    }
    // Where nothing was made, nothing is shown.
    let desk = desk()?;
    let args = ["build", "--only", "Ingen Sådan", "--open"].map(str::to_owned);
    let output = run(desk.path(), &args, &[("PATH", &fake_opener(desk.path())?)]);
    assert_eq!(output.status.code(), Some(2));
    assert!(!desk.path().join("vist.txt").exists());
    Ok(())
}

#[test]
fn completions_are_understood_by_their_shells() -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    let (linux, windows) = (cfg!(target_os = "linux"), cfg!(windows));
    for (shell, program, file, ci_has_it) in [
        ("bash", "bash", "spind.bash", linux),
        ("zsh", "zsh", "_spind", linux),
        ("fish", "fish", "spind.fish", linux),
        ("powershell", "pwsh", "spind.ps1", windows),
    ] {
        let output = spind(["completions", shell]);
        assert_eq!(output.status.code(), Some(0), "{shell}");
        let script = told(&output);
        assert!(script.contains("rollover") && script.contains("forberedelse"), "{shell}");
        // bash shows no descriptions.
        assert!(shell == "bash" || script.contains("Lukker året"), "{shell}: {script}");
        let path = folder.path().join(file);
        fs::write(&path, script)?;
        if is_installed(program, ci_has_it) {
            let no_run: &[&str] = if shell == "fish" {
                &["--no-execute"]
            } else if shell == "powershell" {
                &["-NoProfile", "-File"]
            } else {
                &["-n"]
            };
            let output = Command::new(program).args(no_run).arg(&path).output()?;
            assert!(output.status.success(), "{shell}: {}", said(&output));
        }
    }
    if is_installed("bash", linux) {
        let ask = "source \"$1\"; COMP_WORDS=(spind ro); COMP_CWORD=1; _spind spind ro spind; echo \"${COMPREPLY[@]}\"; \
                   COMP_WORDS=(spind export --for); COMP_CWORD=2; _spind spind --for export; echo \"${COMPREPLY[@]}\"";
        let output =
            Command::new("bash").args(["-c", ask, "bash"]).arg(folder.path().join("spind.bash")).output()?;
        assert_eq!(told(&output), "rollover\n--format\n", "{}", said(&output));
    }
    Ok(())
}

#[test]
fn the_manual_page_is_whole_and_in_each_language() -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    for (lang, name, commands, person) in [
        ("da", "NAVN", "KOMMANDOER", "Camilla Rishøj"),
        ("sv", "NAMN", "KOMMANDON", "Maria Lindqvist"),
        ("nb", "NAVN", "KOMMANDOER", "Ingrid Solbakken"),
        ("en", "NAME", "COMMANDS", "Sarah Whitfield"),
    ] {
        let page = told(&spind(["man", "--lang", lang]));
        for words in [".TH SPIND 1", &format!(".SH {name}"), &format!(".SH {commands}"), person] {
            assert!(page.contains(words), "{lang}: {words}\n{page}");
        }
        for verb in VERBS {
            assert!(page.contains(&format!(".SS \"spind {verb}\"")), "{lang}: {verb}\n{page}");
        }
        let path = folder.path().join(format!("{lang}.1"));
        fs::write(&path, &page)?;
        if is_installed("groff", cfg!(target_os = "linux")) {
            let output =
                Command::new("groff").args(["-man", "-ww", "-b", "-Kutf8", "-Tutf8"]).arg(&path).output()?;
            assert!(output.status.success() && said(&output).is_empty(), "{lang}: {}", said(&output));
            let set = told(&output);
            assert!(set.contains("rollover") && set.contains("2027/28"), "{set}");
        }
        if is_installed("man", cfg!(target_os = "linux")) {
            let output = Command::new("man")
                .args(["--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z"])
                .arg(&path)
                .env("LC_ALL", "C.UTF-8")
                .output()?;
            assert!(output.status.success() && said(&output).is_empty(), "{lang}: {}", said(&output));
        }
    }
    Ok(())
}

#[test]
fn colours_are_for_those_who_want_them() -> io::Result<()> {
    let desk = small_desk()?;
    let file = desk.path().join("profiles/afdeling.yaml");
    fs::write(&file, format!("{}ukendt: x\n", fs::read_to_string(&file)?))?;
    let coloured = |vars: &[(&str, &str)]| {
        let output = run(desk.path(), &["check".to_owned()], vars);
        assert!(said(&output).contains("ukendt"), "{}", said(&output));
        said(&output).contains('\u{1b}')
    };
    assert!(!coloured(&[]), "no terminal");
    assert!(coloured(&[("CLICOLOR_FORCE", "1")]));
    assert!(!coloured(&[("CLICOLOR_FORCE", "0")]));
    assert!(!coloured(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
    assert!(coloured(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "")]));
    Ok(())
}

#[test]
fn a_quiet_run_reports_errors_alone_and_a_verbose_one_what_it_reads() -> io::Result<()> {
    let desk = desk_with_documents()?;
    // Missing, so that the build has something to make.
    for document in [PLAN, "out/strategisk-uddannelsesplan.pdf"] {
        fs::remove_file(desk.path().join(document))?;
    }
    // The sample has a warning.
    let quiet = |args: &[&str]| {
        let output = spind_in(desk.path(), args.iter().chain(&["--quiet"]));
        (told(&output), said(&output))
    };
    let nothing = (String::new(), String::new());
    for args in [["check"].as_slice(), &["build"], &["export"], &["new", "afdeling", "ny"]] {
        assert_eq!(quiet(args), nothing, "{args:?}");
    }
    assert_eq!(quiet(&["extract", PLAN, "-o", "aftale"]), nothing);
    assert_eq!(quiet(&["sign", "Lone Havtorn", "--as", "leder"]), nothing);
    assert_eq!(quiet(&["import", "kurser", "kursusliste.csv", "--yes"]), nothing);
    assert!(quiet(&["status"]).0.contains("Camilla"), "what was asked for is told all the same");
    fs::write(desk.path().join("profiles/fejl.yaml"), "navn: A\n")?;
    assert!(quiet(&["check"]).1.contains("fejl.yaml"));

    for (args, step) in [
        (["check"].as_slice(), "Læst og kontrolleret: "),
        (&["build", "--only", "Camilla Rishøj"], "Dokumenterne lavet: "),
        (&["export"], "Tallene samlet: "),
        (&["status"], "Læst og kontrolleret: "),
        (&["import", "kurser", "kursusliste.xlsx"], "Listen sammenlignet: "),
        (&["verify", PLAN], "Læst og kontrolleret: "),
    ] {
        let output = spind_in(desk.path(), args.iter().chain(&["--verbose"]));
        let said = said(&output);
        assert!(said.contains(step) && said.contains(" s\n"), "{args:?}: {said}");
        assert!(said.contains("afdeling.yaml"), "{args:?}: {said}");
    }
    Ok(())
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_ends_every_verb_quietly() -> io::Result<()> {
    let desk = small_desk()?;
    put_plan(desk.path())?;
    fs::write(desk.path().join("profiles/fejl.yaml"), "navn: A\n")?;
    let runs: [&[&str]; 22] = [
        &["build", "--verbose"],
        &["build", "findes-ikke"],
        &["check", "--verbose"],
        &["check", "--format", "json"],
        &["check", "--explain", "unknown-area"],
        &["check", "--explain", "x"],
        &["new", "afdeling", "ny"],
        &["new", "afdeling", "profiles"],
        &["sign", "Lone Havtorn", "--as", "leder"],
        &["sign", "Ingen", "--as", "leder"],
        &["verify", PLAN],
        &["extract", PLAN, "-o", "aftale"],
        &["status"],
        &["status", "--format", "csv"],
        &["rollover", "--to", "2027/28", "--archive", "arkiv", "--yes"],
        &["export", "--format", "csv", "--verbose"],
        &["import", "kurser", "kursusliste.csv", "--yes"],
        &["completions", "bash"],
        &["man"],
        &["--help"],
        &["build", "--quite"],
        &["forget", "Camilla Rishøj", "--yes"],
    ];
    for args in cases::sampled(runs.to_vec()) {
        let (out_reader, out) = io::pipe()?;
        let (err_reader, err) = io::pipe()?;
        // The reader is gone.
        drop((out_reader, err_reader));
        let status = Command::new(env!("CARGO_BIN_EXE_spind"))
            .args(args)
            .current_dir(desk.path())
            .env("LANG", "da_DK.UTF-8")
            .stdin(Stdio::null())
            .stdout(out)
            .stderr(err)
            .status()?;
        // A panic ends with 101, a signal with none.
        assert!(matches!(status.code(), Some(0..=2)), "{args:?}: {status}");
    }
    Ok(())
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_device_is_noticed_by_every_verb_that_writes_to_it() -> io::Result<()> {
    let desk = small_desk()?;
    put_plan(desk.path())?;
    let runs: [&[&str]; 23] = [
        &["check", "--format", "json"],
        &["check", "--explain", "unknown-area"],
        &["status"],
        &["status", "--format", "json"],
        &["status", "--format", "csv"],
        &["schema", "profil"],
        &["schema", "kurser"],
        &["completions", "bash"],
        &["completions", "powershell"],
        &["man"],
        &["--help"],
        &["status", "--help"],
        &["--version"],
        &["export", "--format", "csv"],
        &["extract", PLAN, "-o", "aftale"],
        &["verify", PLAN],
        &["new", "Anne Ny", "--skole", "Lyngfjord Skole"],
        &["new", "afdeling", "ny"],
        &["new", "vejledning"],
        &["sign", "Lone Havtorn", "--as", "leder"],
        &["import", "kurser", "kursusliste.csv", "--yes"],
        &["forget", "Lone Havtorn", "--yes"],
        &["rollover", "--to", "2027/28", "--archive", "arkiv", "--yes"],
    ];
    for args in cases::sampled(runs.to_vec()) {
        // JSON needs a problem to report; the others would end with 1.
        let fault = desk.path().join("profiles/fejl.yaml");
        if args.contains(&"json") && args[0] == "check" {
            fs::write(fault, "navn: A\n")?;
        } else if fault.exists() {
            fs::remove_file(fault)?;
        }
        let output = Command::new(env!("CARGO_BIN_EXE_spind"))
            .args(args)
            .current_dir(desk.path())
            .env("LANG", "da_DK.UTF-8")
            .env_remove("LC_ALL")
            .stdin(Stdio::null())
            .stdout(fs::File::options().write(true).open("/dev/full")?)
            .output()?;
        let said = said(&output);
        assert_eq!(output.status.code(), Some(1), "{args:?}: {said}");
        // What is done is not to be done again.
        let acts = ["new", "sign", "import", "forget", "rollover"].contains(&args[0]);
        let told = if acts { "Kommandoen er udført" } else { "Svaret kunne ikke skrives: disken er fuld" };
        assert!(said.contains(told) && said.contains("Kør kommandoen igen") != acts, "{args:?}: {said}");
    }
    // What belongs on stderr has no other place; the exit code says it.
    let status = Command::new(env!("CARGO_BIN_EXE_spind"))
        .args(["check", "profiles"])
        .current_dir(desk.path())
        .stderr(fs::File::options().write(true).open("/dev/full")?)
        .status()?;
    assert_eq!(status.code(), Some(1));
    Ok(())
}

/// Characters that control a terminal or reorder text: a title, a screen that is
/// cleared, their forms in one character, and marks of direction.
const HOSTILE: &str = r"\e]0;ejet\a\e[2J\x9b31m\u202e\u2066\u200b\x7f\b\u0085";

/// The sample's people of two schools, with hostile text wherever a user can write.
fn hostile_desk() -> io::Result<tempfile::TempDir> {
    let desk = small_desk()?;
    let profiles = desk.path().join("profiles");
    let edit = |name: &str, from: &str, to: &str| {
        let text = fs::read_to_string(profiles.join(name))?;
        assert!(text.contains(from), "{name}: {from}");
        fs::write(profiles.join(name), text.replace(from, to))
    };
    edit("afdeling.yaml", "- {navn: Lyngfjord Skole", &format!("- {{navn: \"Lyngfjord{HOSTILE} Skole\""))?;
    let settings = fs::read_to_string(profiles.join("afdeling.yaml"))?;
    let name = settings.lines().find(|line| line.starts_with("navn: ")).expect("a name").to_owned();
    edit("afdeling.yaml", &name, &format!("navn: \"=cmd|{HOSTILE}\""))?;
    fs::create_dir(profiles.join("ond"))?;
    let profile = format!(
        "navn: \"=cmd|' /C regn'!A0 {HOSTILE} Ond\"\nskole: \"Lyngfjord{HOSTILE} Skole\"\nleder: \"{HOSTILE} Chef\"\n\
         stilling: \"{HOSTILE} x\"\nmus: 2026-12-02\naftalt: 2026-12-03\nprofil:\n  dansk:\n    nu: 2\n    ønsket: 4\n\
         \x20   bemærkning: \"{HOSTILE} b\"\nplan:\n  - mål: \"{HOSTILE} mål\"\n    område: dansk\n    aktivitet: \"{HOSTILE} a\"\n\
         \x20   ansvarlig: \"{HOSTILE} Kollega\"\n    frist: 2027-01-01\n"
    );
    fs::write(profiles.join("ond/ond.yaml"), profile)?;
    fs::write(
        profiles.join("ond/fejl.yaml"),
        format!("navn: \"{HOSTILE} Fejl\"\nskole: \"{HOSTILE}\"\nx{HOSTILE}: 1\n"),
    )?;
    fs::write(
        desk.path().join("liste.csv"),
        "Nummer;Titel;\u{1b}[31m\u{9b}x\n45986;\u{1b}]0;x\u{7}\u{202e}Titel;y\n",
    )?;
    Ok(desk)
}

#[test]
fn no_verb_lets_a_file_or_a_word_steer_the_terminal() -> io::Result<()> {
    let desk = hostile_desk()?;
    let built = spind_in(desk.path(), ["build", "--only", "profiles/ond", "--verbose"]);
    assert!(desk.path().join("out/planer/ond/ond.pdf").is_file(), "{}", said(&built));
    let word = "x\u{1b}]0;ejet\u{7}\u{9b}2J\u{202e}";
    let path = format!("{word}/y.pdf");
    let plan = "out/planer/ond/ond.pdf";
    let person = "profiles/ond/ond.yaml";
    let runs: [&[&str]; 27] = [
        &["build", "--verbose"],
        &["build", word],
        &["build", "--only", word],
        &["build", "--fonts", word],
        &["build", "--out", word, "--only", person],
        &["check"],
        &["check", "--format", "json"],
        &["check", "--explain", word],
        &["check", word],
        &["status"],
        &["status", "--format", "json"],
        &["status", "--format", "csv"],
        &["sign", person, "--as", "leder"],
        &["sign", word, "--as", "leder"],
        &["sign", person, "--as", word],
        &["verify", plan],
        &["verify", &path],
        &["verify", word],
        &["extract", plan, "-o", word],
        &["extract", &path],
        &["schema", "profil"],
        &["schema", word],
        &["export", "--format", "csv"],
        &["import", "kurser", "liste.csv", "--yes"],
        &["new", word, "--skole", word],
        &["rollover", "--to", word, "--archive", "arkiv"],
        &["forget", person],
    ];
    for args in cases::sampled(runs.to_vec()) {
        let output = spind_in(desk.path(), args);
        for (stream, bytes) in [("stdout", &output.stdout), ("stderr", &output.stderr)] {
            let text = String::from_utf8(bytes.clone()).expect("what is said is UTF-8");
            // The mark by which spreadsheets know UTF-8 begins a CSV.
            let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
            let steers = |c: &char| {
                c.is_control() && !matches!(c, '\n' | '\r')
                    || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
            };
            let found: Vec<char> = text.chars().filter(steers).collect();
            assert!(found.is_empty(), "{args:?} {stream}: {found:?}");
        }
    }
    let csv = told(&spind_in(desk.path(), ["status", "--format", "csv"]));
    assert!(csv.contains("'=cmd|") && !csv.contains(";=cmd") && !csv.contains("\"=cmd"), "{csv}");
    // JSON stays what it means.
    let status: serde_json::Value =
        serde_json::from_str(&told(&spind_in(desk.path(), ["status", "--format", "json"])))?;
    assert!(status["department"].as_str().is_some_and(|name| name.contains("\u{1b}]0;ejet")), "{status}");
    Ok(())
}
