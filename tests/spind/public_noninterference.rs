//! Noninterference: no one without consent can change a byte of the public edition.
//!
//! Random small departments, each with every kind of file that may be in a shared folder; then
//! everything but the people with consent is generated anew.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use spind::department::document_date;
use spind::document::Templates;
use spind::export::{self, csv, json, workbook};
use spind::public::Editions;
use spind::public::PublicEdition;
use spind::run::{BuildRequest, PublicationState, build, check};
use spind::typeface::Typeface;

use crate::cases;
use crate::program::request;
use crate::rng::Rng;

/// Departments by default, fewer where each is typeset.
const DEPARTMENTS: u32 = 12;
const TYPESET_DEPARTMENTS: u32 = 4;
/// How often everything that must not matter is generated anew for each.
const CHANGES: u64 = 5;

const SCHOOLS: [&str; 3] = ["Nordskolen", "Søskolen", "Å Skole"];
const NAMES: [&str; 6] = ["Anne Ask", "Bo Birk", "Cilla Ceder", "Dorte Dun-Eg", "Else Æble", "Anne (Lis), Ø"];
const AREAS: [&str; 3] = ["økonomi", "dansk", "kommunikation"];
const GARBAGE: [&str; 8] = [
    "",
    "[[[",
    "\u{0}\u{1}",
    "navn: : :\n\t- x",
    "samtykke: {hæfte: ja",
    "- navn: Anne Ask\n- hæfte: ja\n",
    "bare tekst",
    "navn: Anne Ask\nskole: Nordskolen\nprofil:\n  dansk: 99\nsamtykke:\n  hæfte: ja\n",
];

/// What the public edition may say of a person.
struct Person {
    name: &'static str,
    school: &'static str,
    position: bool,
    /// `None` where not filled in.
    levels: Vec<Option<(usize, usize)>>,
}

impl Person {
    fn random(rng: &mut Rng) -> Self {
        let levels = AREAS.map(|_| (rng.below(4) > 0).then(|| (rng.below(6), rng.below(6))));
        Self {
            name: rng.choose(&NAMES),
            school: rng.choose(&SCHOOLS),
            position: rng.flip(),
            levels: levels.to_vec(),
        }
    }

    /// Her file; everything that the edition must not show is random.
    fn file(&self, consent: &str, rng: &mut Rng) -> String {
        let mut text = format!("navn: \"{}\"\nskole: {}\n", self.name, self.school);
        if self.position {
            text += "stilling: Sekretær\n";
        }
        text += "profil:\n";
        for (area, levels) in AREAS.iter().zip(&self.levels) {
            let Some((current, wanted)) = levels else { continue };
            match rng.below(3) {
                0 => text += &format!("  {area}: {current} til {wanted}\n"),
                _ => {
                    text += &format!("  {area}:\n    nu: {current}\n    ønsket: {wanted}\n");
                    if rng.flip() {
                        text += "    vigtighed: nødvendig\n    bemærkning: Hemmeligt\n";
                    }
                }
            }
        }
        if self.levels.iter().all(Option::is_none) {
            text.truncate(text.len() - 1);
            text += " {}\n";
        }
        for line in [
            "mus: 2026-11-30",
            "aftalt: 2026-12-02",
            "leder: En Leder",
            "roller: [front]",
            "sidste_år: {dansk: 1}",
            "gennemførte_kurser: [1, 777]",
            "plan:\n  - mål: Noget\n    hos: Anne Ask\n    noter: [{dato: 2027-01-01, note: Hemmeligt}]\n    frist: 2027-01-01\n  - kursus: 1",
            "opfølgning: 2027-06-15",
        ] {
            if rng.flip() {
                text += &format!("{line}\n");
            }
        }
        match consent {
            "" => text,
            consent => {
                text + &format!("samtykke:\n  hæfte: {consent}\n  oplærer: {}\n", rng.choose(&["ja", "nej"]))
            }
        }
    }
}

/// All that the public edition may depend on.
struct Core {
    period: bool,
    smallest_group: usize,
    courses: usize,
    people: Vec<Person>,
}

impl Core {
    fn random(rng: &mut Rng) -> Self {
        let mut people: Vec<Person> = (0..rng.below(6)).map(|_| Person::random(rng)).collect();
        // Another test has two files of one person.
        let mut seen = Vec::new();
        people.retain(|person| {
            let new = !seen.contains(&(person.name, person.school));
            seen.push((person.name, person.school));
            new
        });
        Self { period: rng.flip(), smallest_group: 3 + rng.below(3), courses: 1 + rng.below(3), people }
    }

    /// The files of a folder with this core; everything else is random.
    fn folder(&self, rng: &mut Rng) -> BTreeMap<String, String> {
        let mut files = BTreeMap::new();
        files.insert("rollemodel.yaml".to_owned(), ROLE_MODEL.to_owned());
        files.insert("afdeling.yaml".to_owned(), self.settings(rng));
        files.insert("kurser.yaml".to_owned(), self.catalogue(rng));
        for (i, person) in self.people.iter().enumerate() {
            let folder = rng.choose(&["nord", "SYD", "a/b"]);
            let stem = format!("{folder}/{}{i}", rng.choose(&["anne", "bo", "æ ø"]));
            files.insert(format!("{stem}.yaml"), person.file("ja", rng));
            self.beside(&stem, person, &mut files, rng);
        }
        for _ in 0..rng.below(4) {
            let somebody = Person::random(rng);
            let name = format!("{}/{}.yaml", rng.choose(&["nord", "c"]), rng.choose(&["x", "y", "z", "aux"]));
            let consent = rng.choose(&["nej", ""]);
            let text = match rng.below(3) {
                0 => rng.choose(&GARBAGE).to_owned(),
                _ => somebody.file(consent, rng),
            };
            files.insert(name, text);
        }
        files
    }

    /// Files that collide with `person`'s own.
    fn beside(&self, stem: &str, person: &Person, files: &mut BTreeMap<String, String>, rng: &mut Rng) {
        let (folder, name) = stem.rsplit_once('/').expect("a folder");
        let other = Person::random(rng);
        let own = |rng: &mut Rng| match rng.below(3) {
            0 => rng.choose(&GARBAGE[..4]).to_owned(),
            1 => person.file("nej", rng),
            _ => other.file("", rng),
        };
        for beside in [
            format!("{folder}/igen-{name}.yaml"),
            format!("{stem}-PC1234.yaml"),
            format!("{folder}/{}.yaml", name.to_uppercase()),
            format!("{stem}.yml"),
            format!("{stem}.yaml.txt"),
            format!("{stem} - Kopi.yaml"),
        ] {
            // On most systems the names in capitals are those of the person's own file.
            let is_same_file = cfg!(not(target_os = "linux"))
                && beside.to_lowercase() == format!("{stem}.yaml").to_lowercase();
            if rng.below(6) == 0 && !is_same_file {
                let text = own(rng);
                files.insert(beside, text);
            }
        }
        if rng.below(3) == 0 {
            let view = rng.choose(&["vurdering:\n  dansk: 1\n", "vurdering: [", "vurdering:\n  dansk: 99\n"]);
            files.insert(format!("{stem}.leder.yaml"), view.to_owned());
        }
        if rng.below(3) == 0 {
            files.insert(
                format!("{stem}.underskrift"),
                rng.choose(&["underskrifter: []\n", "[", ""]).to_owned(),
            );
        }
    }

    fn settings(&self, rng: &mut Rng) -> String {
        let mut text = format!("navn: Afdelingen\nsprog: da\nmindste_gruppe: {}\n", self.smallest_group);
        if self.period {
            text += "periode: 2026/27\n";
        }
        for line in [
            "kommune: Hemmelig Kommune",
            "frister: {profil: 2027-01-25, plan: 2027-09-30}",
            "frister: {profil: snart}",
            "budget: 150.000",
            "foretræk: {halvdage: ja, nærhed: måske}",
            "opbevaring: {måneder: 12}",
        ] {
            if rng.below(3) == 0 && !text.contains(line.split(':').next().expect("a key")) {
                text += &format!("{line}\n");
            }
        }
        text += "skoler:\n";
        for school in SCHOOLS {
            let rest = rng.choose(&["", ", leder: En Leder", ", leder: En Anden, sted: Hemmelig By"]);
            text += &format!("  - {{navn: {school}{rest}}}\n");
        }
        text
    }

    fn catalogue(&self, rng: &mut Rng) -> String {
        let mut text = match rng.below(3) {
            0 => "udbydere:\n  uch: {navn: Hemmelig Udbyder, sted: Hemmelig By}\n".to_owned(),
            1 => "udbydere:\n  uch: {sted: Hemmelig By}\n".to_owned(),
            _ => String::new(),
        };
        text += "kurser:\n";
        for i in 1..=self.courses {
            text += &format!(
                "  - nummer: {i}\n    titel: Kursus nummer {i}\n    form: amu\n    områder: [dansk]\n"
            );
            for line in [
                "udbyder: uch",
                "pris: 1.500",
                "tilskud: mange penge",
                "dage: 2",
                "udløber: 2020-12-31",
                "hold: [{start: 2027-03-02, sted: Hemmelig By, ledige: 9}]",
                "fra_niveau: 1",
                "eksempel: ja",
            ] {
                if rng.below(3) == 0 {
                    text += &format!("    {line}\n");
                }
            }
        }
        text
    }
}

const ROLE_MODEL: &str = "\
navn: Rollemodellen
skala:
  - {niveau: 0, navn: Intet}
  - {niveau: 1, navn: Lidt}
  - {niveau: 2, navn: Noget}
  - {niveau: 3, navn: Meget}
  - {niveau: 4, navn: Mere}
  - {niveau: 5, navn: Mest}
områder:
  økonomi: {navn: Økonomi, forventet: 3}
  dansk: {navn: Dansk}
  kommunikation: {navn: Kommunikation}
roller:
  front: {navn: Front, kræver: {dansk: 3}}
";

/// A folder with these files.
fn folder_of(files: &BTreeMap<String, String>) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    // A verbatim path, with which Windows allows names that it reserves otherwise.
    let verbatim = fs::canonicalize(folder.path()).expect("it is there");
    for (name, text) in files {
        let path = verbatim.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, text).expect("written");
    }
    folder
}

/// The public edition of a folder with these files; `None` if none was made.
fn edition(files: &BTreeMap<String, String>, templates: &Templates) -> Option<Vec<u8>> {
    let (folder, out) = (folder_of(files), tempfile::tempdir().expect("a folder"));
    let request = BuildRequest {
        edition: Editions::Public,
        language: None,
        ..request(folder.path(), out.path(), templates)
    };
    let outcome = build(&request, &|_, _| ()).expect("a folder");
    let public = outcome.public.expect("asked for");
    assert!(public.failures.is_empty(), "{:?}", public.failures);
    comemo::evict(3);
    let bytes = fs::read(out.path().join("haefte-offentligt.pdf")).ok();
    assert_eq!(
        public.state,
        if bytes.is_some() { PublicationState::Built } else { PublicationState::Nobody }
    );
    bytes
}

/// The program's templates, with stubs for those of other documents.
fn templates(folder: &Path) -> Templates {
    let own = crate::program::project().join("templates");
    let documents = crate::program::files(&own).into_iter().filter(|name| name.ends_with(".typ"));
    for name in documents {
        if ["common.typ", "chapters.typ", "public.typ"].contains(&name.as_str()) {
            fs::copy(own.join(&name), folder.join(&name)).expect("copied");
        } else {
            fs::write(folder.join(&name), "#set document(title: \"x\")\n= x\n").expect("written");
        }
    }
    Templates::from_folder(folder, &Typeface::embedded()).expect("all there")
}

#[test]
fn no_one_without_consent_changes_a_byte() {
    let folder = tempfile::tempdir().expect("a folder");
    let templates = templates(folder.path());
    let departments = u64::from(cases::scaled(TYPESET_DEPARTMENTS));
    let mut told_apart = 0;
    for seed in 0..departments {
        let mut rng = Rng(seed);
        let mut core = Core::random(&mut rng);
        let first_files = core.folder(&mut rng);
        let first = edition(&first_files, &templates);
        assert_eq!(first.is_some(), !core.people.is_empty(), "{seed}: {first_files:#?}");
        for change in 0..CHANGES {
            let files = core.folder(&mut rng);
            let again = edition(&files, &templates);
            assert!(first == again, "{seed}/{change}: {first_files:#?}\n{files:#?}");
        }
        // What may matter does, or the comparison would mean nothing.
        if let Some(person) = core.people.first_mut() {
            person.levels[0] = match person.levels[0] {
                Some((current, wanted)) => Some((5 - current, wanted)),
                None => Some((3, 3)),
            };
            assert!(first != edition(&core.folder(&mut rng), &templates), "{seed}");
            told_apart += 1;
        }
    }
    assert!(told_apart * 4 >= departments * 3, "{told_apart} of {departments}");
}

/// The public edition's tables of a folder with these files, in every format;
/// `None` without a person who consents.
fn exported(files: &BTreeMap<String, String>) -> Option<Vec<Vec<u8>>> {
    let folder = folder_of(files);
    let checked = check(folder.path(), None, None, None, &Typeface::embedded()).expect("a folder");
    let department = checked.reading.department.as_ref().expect("a department");
    let language = &checked.language;
    let public = PublicEdition::new(
        &department.settings,
        &department.role_model,
        &department.catalogue,
        &department.consenting,
        document_date::of_period(&department.settings),
        language,
    );
    let export = export::public::export(&public);
    let tables = export.tables.iter().map(|table| csv::write(table, language).expect("written"));
    let all = [workbook::write(&export, language).expect("written"), json::write(&export).expect("written")];
    (!public.people.is_empty()).then(|| tables.chain(all).collect())
}

#[test]
fn no_one_without_consent_changes_a_byte_of_the_tables() {
    let departments = u64::from(cases::scaled(DEPARTMENTS));
    let mut told_apart = 0;
    for seed in 0..departments {
        let mut rng = Rng(1_000 + seed);
        let mut core = Core::random(&mut rng);
        let first = exported(&core.folder(&mut rng));
        assert_eq!(first.is_some(), !core.people.is_empty(), "{seed}");
        for change in 0..CHANGES {
            let files = core.folder(&mut rng);
            assert!(first == exported(&files), "{seed}/{change}: {files:#?}");
        }
        if let Some(person) = core.people.first_mut() {
            person.levels[0] =
                Some(person.levels[0].map_or((3, 3), |(current, wanted)| (5 - current, wanted)));
            let second = exported(&core.folder(&mut rng)).expect("somebody");
            // The levels in each of the formats.
            let first = first.expect("somebody");
            let told = [0, first.len() - 2, first.len() - 1].iter().all(|&i| first[i] != second[i]);
            assert!(told, "{seed}");
            told_apart += 1;
        }
    }
    assert!(told_apart * 4 >= departments * 3, "{told_apart} of {departments}");
}
