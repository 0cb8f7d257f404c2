//! A department's folder and its documents, which a test changes step by step.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Output;

use jiff::civil::Date;
use spind::agreement::{Agreement, Fingerprint};
use spind::problem::Problems;

use crate::pdf;
use crate::program::{TODAY, build, build_plans, copy, project, said, spind};

/// An agreed plan with all that a code covers.
pub const ANNA: &str = "\
navn: Anna Vest
skole: Nordskolen
stilling: Skolesekretær
mus: 2025-12-02
aftalt: 2025-12-03
profil:
  selvledelse: 4
  dansk: 3
  økonomi:
    nu: 1
    ønsket: 3
    vigtighed: nødvendig
plan:
  - mål: Kende budgettet
    område: økonomi
    kursus: 40094
    ansvarlig: leder
    frist: 2026-05-01
    status: aftalt
  - mål: Få styr på kontoplanen
    område: økonomi
    form: sidemandsoplæring
    hos: Carl Dam
    ansvarlig: skoleafdelingen
    frist: 2026-03-01
opfølgning: 2026-06-15
";

/// Her profile.
pub const PROFILE: &str = "nordskolen/anna.yaml";
/// The record of her signatures.
pub const RECORD: &str = "nordskolen/anna.underskrift";

/// The key of the department.
pub const KEY: &str = ".spind/noegle";

/// The valid small department `tests/broken/base` and its documents.
pub struct Fixture {
    folder: tempfile::TempDir,
    out: tempfile::TempDir,
}

impl Fixture {
    /// The department with these files added.
    pub fn with(files: &[(&str, &str)]) -> io::Result<Self> {
        let (folder, out) = (tempfile::tempdir()?, tempfile::tempdir()?);
        copy(&project().join("tests/broken/base"), folder.path())?;
        let fixture = Self { folder, out };
        fixture.write(KEY, &format!("spind-noegle-1 {}\n", "5a".repeat(32)))?;
        for (name, text) in files {
            fixture.write(name, text)?;
        }
        Ok(fixture)
    }

    /// The department with Anna's agreed plan.
    pub fn with_anna() -> io::Result<Self> {
        Self::with(&[(PROFILE, ANNA)])
    }

    /// The department with Anna's agreed plan, from before departments had keys.
    pub fn without_key() -> io::Result<Self> {
        let fixture = Self::with_anna()?;
        fs::remove_dir_all(fixture.path(".spind"))?;
        Ok(fixture)
    }

    /// The department's folder.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The path of `name` in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file of the folder.
    pub fn write(&self, name: &str, text: &str) -> io::Result<()> {
        fs::create_dir_all(self.path(name).parent().expect("a file lies in a folder"))?;
        fs::write(self.path(name), text)
    }

    /// The text of a file of the folder.
    pub fn read(&self, name: &str) -> io::Result<String> {
        fs::read_to_string(self.path(name))
    }

    /// Replaces `from`, which must be there, in a file of the folder.
    pub fn edit(&self, name: &str, from: &str, to: &str) -> io::Result<()> {
        let before = self.read(name)?;
        assert!(before.contains(from), "{from} is not in {name}");
        self.write(name, &before.replacen(from, to, 1))
    }

    /// Builds all documents.
    pub fn build(&self) -> Output {
        build(self.folder(), self.out.path())
    }

    /// Builds Anna's plan and returns its path.
    pub fn plan(&self) -> PathBuf {
        self.plan_on(TODAY)
    }

    /// Builds Anna's plan on the day `today` and returns its path.
    fn plan_on(&self, today: Date) -> PathBuf {
        build_plans(self.folder(), self.out.path(), &["anna"], today);
        self.document("planer/nordskolen/anna.pdf")
    }

    /// The path of a document.
    pub fn document(&self, name: &str) -> PathBuf {
        self.out.path().join(name)
    }

    /// A copy of Anna's plan as it is built now, which later builds leave alone.
    pub fn kept_plan(&self, name: &str) -> io::Result<PathBuf> {
        let kept = self.out.path().join(name);
        fs::copy(self.plan(), &kept)?;
        Ok(kept)
    }

    /// The text of Anna's plan as it is built now.
    pub fn plan_text(&self) -> io::Result<String> {
        Ok(pdf::folded(&pdf::text(&fs::read(self.plan())?).join(" ")))
    }

    /// The text of Anna's plan as it is built on the day `today`.
    pub fn plan_text_on(&self, today: &str) -> io::Result<String> {
        let today = today.parse().expect("a day");
        Ok(pdf::folded(&pdf::text(&fs::read(self.plan_on(today))?).join(" ")))
    }

    /// The code that Anna's plan shows, as it is built now.
    pub fn code(&self) -> io::Result<String> {
        let text = self.plan_text()?;
        let at = text.find("Aftalekode ").expect("a plan has its code") + "Aftalekode ".len();
        Ok(text[at..].chars().take("7F3K 9QXM 2B4T 0HJ5 MMNP W8XY C".len()).collect())
    }

    /// The code of Anna's agreement, computed without typesetting.
    pub fn computed_code(&self) -> io::Result<String> {
        Ok(self.fingerprint()?.code().to_string())
    }

    /// The fingerprint of Anna's agreement.
    pub fn fingerprint(&self) -> io::Result<Fingerprint> {
        let reading = spind::department::read(self.folder(), None, &mut Problems::default())?;
        let department = reading.department.expect("a department");
        let anna = department.people.iter().find(|person| person.file.name == PROFILE).expect("Anna");
        Ok(Agreement::of(anna, &department).fingerprint())
    }

    /// Notes Anna's or her leader's signature, compared with the code of the agreement.
    pub fn sign(&self, signer: &str, date: &str) -> io::Result<()> {
        self.sign_with(signer, date, &self.computed_code()?)
    }

    /// As [`Fixture::sign`], compared with the code that Anna's plan prints.
    pub fn sign_with_printed_code(&self, signer: &str, date: &str) -> io::Result<()> {
        self.sign_with(signer, date, &self.code()?)
    }

    fn sign_with(&self, signer: &str, date: &str, code: &str) -> io::Result<()> {
        let output = self.try_sign(&["Anna Vest", "--as", signer, "--date", date, "--code", code]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        Ok(())
    }

    /// `spind sign` with these arguments, in this folder.
    pub fn try_sign(&self, args: &[&str]) -> Output {
        let folder = ["--folder".as_ref(), self.folder().as_os_str()];
        spind(["sign"].iter().chain(args).map(AsRef::as_ref).chain(folder))
    }

    /// `spind verify` of a file or a code against this folder.
    pub fn verify(&self, file_or_code: impl AsRef<std::ffi::OsStr>) -> Output {
        spind(["verify".as_ref(), file_or_code.as_ref(), self.folder().as_os_str()])
    }

    /// The problems of `spind check` as objects.
    pub fn problems(&self) -> Vec<serde_json::Value> {
        let output =
            spind(["check".as_ref(), self.folder().as_os_str(), "--format".as_ref(), "json".as_ref()]);
        let text = stdout(&output);
        text.lines().map(|line| serde_json::from_str(line).expect("a problem is an object")).collect()
    }

    /// The messages of the problems with this code.
    pub fn messages(&self, code: &str) -> Vec<String> {
        let problems = self.problems();
        let with_code = problems.iter().filter(|problem| problem["code"] == code);
        with_code.filter_map(|problem| problem["message"].as_str().map(str::to_owned)).collect()
    }

    /// `spind status` as an object.
    pub fn status(&self, today: &str) -> serde_json::Value {
        let folder = self.folder().as_os_str();
        let options = ["--format", "json", "--today", today].map(AsRef::as_ref);
        let output = spind(["status".as_ref(), folder].into_iter().chain(options));
        serde_json::from_str(&stdout(&output)).unwrap_or_else(|error| panic!("{error}: {}", said(&output)))
    }

    /// Anna's part of `spind status`.
    pub fn status_of_anna(&self) -> serde_json::Value {
        let status = self.status("2026-01-15");
        let people = status["people"].as_array().expect("people");
        people.iter().find(|person| person["file"] == PROFILE).expect("Anna").clone()
    }
}

/// The program's standard output.
pub fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Standard output and standard error on one line.
pub fn all_said(output: &Output) -> String {
    pdf::folded(&format!("{} {}", stdout(output), said(output)))
}
