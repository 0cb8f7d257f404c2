//! The schemas for editors, held against every file of the tests and against random ones.

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::Value;
use spind::department::{self, Department, Reading};
use spind::language::{Language, Tag};
use spind::problem::{Code, Problems, Severity};
use spind::schema::{SchemaKind, schema};
use spind::source::FileKind;

use crate::broken::broken_cases;
use crate::cases;
use crate::program::{copy, project, said, spind};

/// A file as an editor sees it; `None` where it is no YAML, or none that JSON knows.
fn as_an_editor_reads(text: &str) -> Option<Value> {
    let value: serde_yaml::Value = serde_yaml::from_str(text).ok()?;
    json_of(value)
}

fn json_of(value: serde_yaml::Value) -> Option<Value> {
    use serde_yaml::Value as Yaml;
    Some(match value {
        Yaml::Mapping(entries) => {
            let entry = |(key, value): (Yaml, Yaml)| {
                let key = match key {
                    Yaml::String(key) => key,
                    Yaml::Number(key) => key.to_string(),
                    _ => return None,
                };
                Some((key, json_of(value)?))
            };
            Value::Object(entries.into_iter().map(entry).collect::<Option<_>>()?)
        }
        Yaml::Sequence(items) => Value::Array(items.into_iter().map(json_of).collect::<Option<_>>()?),
        other => serde_json::to_value(other).ok()?,
    })
}

/// Compiled schemas by their texts. The broken departments differ in few of them, and compiling is slow.
type Compiled = HashMap<String, Rc<Validator>>;

/// The schemas of one department, compiled when a file needs them.
struct Schemas<'a> {
    department: &'a Department,
    compiled: &'a mut Compiled,
    own: HashMap<&'static str, Rc<Validator>>,
}

impl<'a> Schemas<'a> {
    fn of(department: &'a Department, compiled: &'a mut Compiled) -> Self {
        Self { department, compiled, own: HashMap::new() }
    }

    fn compile(&mut self, kind: SchemaKind) -> Rc<Validator> {
        let schema = schema(kind, Some(self.department), Language::of(Tag::Da)).expect("a schema");
        let compile = || Rc::new(jsonschema::draft7::new(&schema).expect("a schema of draft 7"));
        Rc::clone(self.compiled.entry(schema.to_string()).or_insert_with(compile))
    }

    fn get(&mut self, kind: SchemaKind) -> Rc<Validator> {
        let name = kind.into();
        if let Some(known) = self.own.get(name) {
            return Rc::clone(known);
        }
        let schema = self.compile(kind);
        self.own.insert(name, Rc::clone(&schema));
        schema
    }
}

/// The schema for files of this kind.
fn schema_for(kind: FileKind) -> Option<SchemaKind> {
    match kind {
        FileKind::Profile => Some(SchemaKind::Profile),
        FileKind::Settings => Some(SchemaKind::Settings),
        FileKind::RoleModel => Some(SchemaKind::RoleModel),
        FileKind::Catalogue => Some(SchemaKind::Catalogue),
        _ => None,
    }
}

fn read(folder: &Path) -> (Reading, Problems) {
    let mut problems = Problems::default();
    let reading = department::read(folder, None, &mut problems).expect("the folder can be listed");
    (reading, problems)
}

/// The mistakes that a schema must catch.
const SEEN: [Code; 3] = [Code::UnknownKey, Code::UnknownArea, Code::UnknownLevel];

/// Holds the schemas of `folder` against its files; how many files were sound, and how
/// many were refused as they must be.
fn judge(folder: &Path, compiled: &mut Compiled, faults: &mut Vec<String>) -> (usize, usize) {
    let (reading, problems) = read(folder);
    let Some(department) = &reading.department else { return (0, 0) };
    let mut schemas = Schemas::of(department, compiled);
    let (mut sound, mut refused) = (0, 0);
    for parsed in &reading.parsed {
        let file = &parsed.file;
        let Some(kind) = schema_for(file.kind) else { continue };
        let own = || problems.iter().filter(|problem| problem.place.file.name == file.name);
        let is_sound = own().all(|problem| problem.severity != Severity::Error);
        let must_refuse =
            !is_sound && kind != SchemaKind::RoleModel && own().any(|problem| SEEN.contains(&problem.code));
        if !is_sound && !must_refuse {
            continue;
        }
        let Some(value) = as_an_editor_reads(&file.text) else { continue };
        let schema = schemas.get(kind);
        let is_valid = schema.is_valid(&value);
        if is_sound {
            sound += 1;
            if !is_valid {
                let errors: Vec<String> =
                    schema.iter_errors(&value).map(|e| format!("{}: {e}", e.instance_path())).collect();
                faults.push(format!("{}: refused: {errors:?}", file.path.display()));
            }
        } else {
            refused += 1;
            if is_valid {
                let codes: Vec<&str> = own().map(|problem| problem.code.name()).collect();
                faults.push(format!("{}: passed in spite of {codes:?}", file.path.display()));
            }
        }
    }
    (sound, refused)
}

#[test]
fn the_schemas_take_every_sound_file_and_refuse_the_usual_mistakes() -> io::Result<()> {
    let mut faults = Vec::new();
    let mut compiled = Compiled::new();
    let mut folders = vec![project().join("profiles")];
    for entry in fs::read_dir(project().join("tests/departments"))? {
        folders.push(entry?.path());
    }
    let mut sound: usize = folders.iter().map(|folder| judge(folder, &mut compiled, &mut faults).0).sum();
    let mut refused = 0;
    let cases = cases::sampled(broken_cases());
    for case in &cases {
        let folder = tempfile::tempdir()?;
        copy(&project().join("tests/broken/base"), folder.path())?;
        copy(case, folder.path())?;
        let (some, others) = judge(folder.path(), &mut compiled, &mut faults);
        sound += some;
        refused += others;
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    let tried = cases.len();
    assert!(sound > tried, "{sound} sound of {tried}");
    let is_whole = tried == broken_cases().len();
    assert!(!is_whole || refused * 26 > tried, "{refused} refused of {tried}");
    Ok(())
}

/// One way or another to write a key, a value, a level.
fn one_of(ways: &'static [&'static str]) -> impl Strategy<Value = &'static str> {
    prop::sample::select(ways)
}

/// A profile without problems, and its areas.
fn profile() -> impl Strategy<Value = (String, Vec<String>)> {
    let line = |keys: &'static [&'static str], values: &'static [&'static str]| {
        (one_of(keys), one_of(values)).prop_map(|(key, value)| format!("{key}: {value}\n"))
    };
    let area = |keys: &'static [&'static str]| {
        let levels = one_of(&[
            "3",
            "\"3\"",
            "3 til 4",
            "0 → 5",
            "4 TILL 2",
            "",
            "{nu: 2}",
            "{Nu: 2, oensket: '5', vigtighed: rar at kunne}",
            "\n    nu: 1\n    ønsket: 2\n    vigtighed: Noedvendig\n    bemaerkning: 2026",
            "+4",
            "004",
        ]);
        (one_of(keys), levels).prop_map(|(key, levels)| format!("  {key}: {levels}\n"))
    };
    let areas = (
        area(&["selvledelse", "SELVLEDELSE", "\" selvledelse\""]),
        area(&["økonomi", "oekonomi", "ØKONOMI", "o\u{308}konomi"]),
        area(&["kommunale_systemer", "kommunale systemer", "Kommunale-Systemer"]),
    );
    let days: &[&str] =
        &["2. december 2026", "2/12-2026", "2026-12-02", "ons. den 2. dec 2026 kl 9", "~", "\"\""];
    let optional = (
        line(&["stilling", "Stilling"], &["Skolesekretær", "1500", "ja", "null", "", "\"a: b\""]),
        line(&["mus", "MUS"], days),
        line(&["opfølgning", "opfoelgning"], days),
        line(&["roller"], &["[front, økonomi]", "front, oekonomi", "Front", "[]"]),
        line(&["sidste_år", "sidste aar"], &["{selvledelse: 2, oekonomi: '0'}", ""]),
        line(&["gennemførte_kurser", "gennemfoerte kurser"], &["[45985]", "45985", "", "45985, 45985"]),
        line(&["samtykke"], &["{hæfte: ja}", "{haefte: true, oplærer: [it]}", "\n  oplaerer: it, dansk", ""]),
        line(
            &["plan"],
            &[
                "[]",
                "\n- mål: Regneark\n  omraade: it\n  kursus: 45985\n  Ansvarlig: medarbejder\n  status: I gang",
                "\n- {maal: 7, form: Sidemandsoplaering, frist: 1/5-2027}\n- aktivitet: \"\"",
                "{aktivitet: læser, afloeser: ingen, status: i_gang}",
            ],
        ),
    );
    (areas, optional, prop::collection::vec(any::<bool>(), 8)).prop_map(|(areas, optional, chosen)| {
        let (a, b, c, d, e, f, g, h) = optional;
        let lines = [a, b, c, d, e, f, g, h].into_iter().zip(chosen).filter(|(_, yes)| *yes);
        let head: String = ["navn: Ny Prøve\n".to_owned(), "Skole: hedekaer skole\n".to_owned()]
            .into_iter()
            .chain(lines.map(|(line, _)| line))
            .collect();
        (head, vec![areas.0, areas.1, areas.2])
    })
}

#[test]
fn schema_and_reader_agree_on_random_profiles() -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    copy(&project().join("profiles"), folder.path())?;
    let path = folder.path().join("hedekær-skole/ny-prøve.yaml");
    let (reading, _) = read(folder.path());
    let department = reading.department.expect("the sample is sound");
    let schema = Schemas::of(&department, &mut Compiled::new()).get(SchemaKind::Profile);
    // Only what lies beside the department's own files matters.
    for entry in fs::read_dir(folder.path())? {
        let entry = entry?.path();
        if entry.is_dir() {
            fs::remove_dir_all(entry)?;
        }
    }
    fs::create_dir_all(path.parent().expect("a folder"))?;
    let errors = |text: &str| {
        fs::write(&path, text).expect("the file can be written");
        let problems = read(folder.path()).1;
        problems
            .iter()
            .filter(|problem| problem.severity == Severity::Error)
            .map(|p| p.code)
            .collect::<Vec<_>>()
    };
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        failure_persistence: None,
        ..cases::config(24)
    });
    let spoilt = one_of(&[
        "bold: 3",
        "selvledelse2: 4",
        "it: 6",
        "it: 2 til 17",
        "it: {nu: 9}",
        "it: {nuu: 2, nu: 1}",
    ]);
    runner
        .run(&(profile(), spoilt), |((head, areas), spoilt)| {
            let sound = format!("{head}profil:\n{}", areas.concat());
            prop_assert_eq!(errors(&sound), vec![], "{}", sound);
            let value = as_an_editor_reads(&sound).expect("YAML");
            let refused: Vec<String> = schema.iter_errors(&value).map(|e| e.to_string()).collect();
            prop_assert!(refused.is_empty(), "{sound}\n{refused:?}");

            let broken = format!("{sound}  {spoilt}\n");
            prop_assert!(!errors(&broken).is_empty(), "{broken}");
            prop_assert!(!schema.is_valid(&as_an_editor_reads(&broken).expect("YAML")), "{broken}");
            let unknown = format!("{head}skonummer: 40\nprofil:\n{}", areas.concat());
            prop_assert!(!errors(&unknown).is_empty(), "{unknown}");
            prop_assert!(!schema.is_valid(&as_an_editor_reads(&unknown).expect("YAML")), "{unknown}");
            Ok(())
        })
        .unwrap_or_else(|error| panic!("{error}"));
    Ok(())
}

fn schema_of(args: &[&str]) -> (Value, std::process::Output) {
    let output = spind(std::iter::once("schema").chain(args.iter().copied()));
    (serde_json::from_slice(&output.stdout).unwrap_or_default(), output)
}

#[test]
fn the_schema_of_a_profile_is_this_departments_in_its_language() {
    let (danish, output) = schema_of(&["profil"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert_eq!(danish["$schema"], "http://json-schema.org/draft-07/schema#");
    let text = danish.to_string();
    for expected in ["Hedekær Skole", "Kan også det svære", "Økonomi+", "Samtalen", "0: Bruger det ikke"]
    {
        assert!(text.contains(expected), "{expected}");
    }
    let swedish = project().join("tests/departments/swedish");
    let (swedish, _) = schema_of(&["profil", "--folder", &swedish.display().to_string()]);
    let text = swedish.to_string();
    assert!(text.contains("Enheten Norr") && text.contains("Samtalet") && !text.contains("Hedekær"));
}

#[test]
fn a_schema_goes_to_a_file_and_replaces_only_an_earlier_one() -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("ny/profil.json");
    let args = |kind: &'static str| vec![kind.to_owned(), "-o".to_owned(), path.display().to_string()];
    for kind in ["kurser", "profil"] {
        let args = args(kind);
        let (_, output) = schema_of(&args.iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        assert!(output.stdout.is_empty());
    }
    assert!(fs::read_to_string(&path)?.contains("Hedekær Skole"));
    fs::write(&path, "[]")?;
    let args = args("profil");
    let (_, output) = schema_of(&args.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("profil.json"), "{}", said(&output));
    assert_eq!(fs::read_to_string(&path)?, "[]");
    Ok(())
}

#[test]
fn a_broken_role_model_has_a_schema_that_helps_to_correct_it() -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    copy(&project().join("tests/broken/base"), folder.path())?;
    fs::write(folder.path().join("rollemodel.yaml"), "navn: [\n")?;
    let at: PathBuf = folder.path().to_owned();
    let at = at.display().to_string();
    let (schema, output) = schema_of(&["rollemodel", "--folder", &at]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(schema["properties"]["skala"].is_object());
    let (_, output) = schema_of(&["profil", "--folder", &at]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("rollemodel.yaml"), "{}", said(&output));
    Ok(())
}
