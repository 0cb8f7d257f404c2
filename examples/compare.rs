//! Helper of `tools/compare`: generates departments, dumps the Typst inputs of each plan, and
//! typesets them in a bare loop as a baseline.
//!
//! ```sh
//! compare departments PEOPLE DEPARTMENTS TO     # copies of the sample's people
//! compare sources FOLDER TO                     # a folder for each plan
//! compare bare SOURCES TO THREADS               # typesets them; prints the seconds spent reading
//! ```

use std::collections::HashMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use mimalloc::MiMalloc;
use spind::document::Templates;
use spind::run::{BuildRequest, DOCUMENTS_BETWEEN_EVICTIONS, MAX_AGE, build_each, targets};
use spind::typeface::Typeface;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

/// Files by name.
type Files = Vec<(String, Vec<u8>)>;
type Anyhow<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// The allocator of `spind`, so that only the work differs.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let done = match args[..] {
        ["departments", people, departments, to] => make_departments(people, departments, Path::new(to)),
        ["sources", folder, to] => write_sources(Path::new(folder), Path::new(to)),
        ["bare", sources, to, threads] => bare(Path::new(sources), Path::new(to), threads),
        _ => Err("departments PEOPLE DEPARTMENTS TO | sources FOLDER TO | bare SOURCES TO THREADS".into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Distributes copies of the sample's people over departments, each name with a number.
fn make_departments(people: &str, departments: &str, to: &Path) -> Anyhow<()> {
    let (people, departments): (usize, usize) = (people.parse()?, departments.parse()?);
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("profiles");
    let mut profiles = Vec::new();
    for entry in walkdir::WalkDir::new(&sample).sort_by_file_name() {
        let entry = entry?;
        let relative = entry.path().strip_prefix(&sample)?.to_owned();
        if entry.file_type().is_file() && relative.components().count() > 1 {
            let text = fs::read_to_string(entry.path())?;
            if text.contains("\nnavn: ") || text.starts_with("navn: ") {
                profiles.push((relative, text));
            }
        }
    }
    for department in 0..departments {
        let folder =
            if departments == 1 { to.to_owned() } else { to.join(format!("kommune-{department:02}")) };
        fs::create_dir_all(&folder)?;
        for name in ["rollemodel.yaml", "kurser.yaml"] {
            fs::copy(sample.join(name), folder.join(name))?;
        }
        let settings = fs::read_to_string(sample.join("afdeling.yaml"))?;
        fs::write(
            folder.join("afdeling.yaml"),
            settings.replace("kommune: ", &format!("kommune: {department} ")),
        )?;
        let share = people / departments + usize::from(department < people % departments);
        for number in 0..share {
            let (path, text) = &profiles[number % profiles.len()];
            let round = number / profiles.len();
            // Names are unique in a school; the first round keeps the original ones.
            let text = if round == 0 { text.clone() } else { renamed(text, round) };
            let stem = path.file_stem().unwrap_or_default().to_string_lossy();
            let path = folder.join(path.with_file_name(format!("{stem}-{round}.yaml")));
            fs::create_dir_all(path.parent().unwrap_or(&folder))?;
            fs::write(path, text)?;
        }
    }
    Ok(())
}

fn renamed(text: &str, round: usize) -> String {
    let rename = |line: &str| match line.strip_prefix("navn: ") {
        Some(name) => format!("navn: {} {}", name.trim_matches('"'), numeral(round)),
        None => line.to_owned(),
    };
    text.lines().map(rename).collect::<Vec<_>>().join("\n") + "\n"
}

/// A number in letters, since names can't contain digits.
fn numeral(round: usize) -> String {
    let letter = |digit: usize| char::from(b'a' + u8::try_from(digit % 26).unwrap_or(0));
    format!("{}{}", letter(round / 26).to_uppercase(), letter(round))
}

fn write_sources(folder: &Path, to: &Path) -> Anyhow<()> {
    let templates = Templates::embedded(&Typeface::embedded());
    let out = tempfile::tempdir()?;
    let targets = targets(folder, out.path(), None, None).each;
    // A folder for each department, since they are built concurrently.
    let sources: Vec<PathBuf> = targets.iter().map(|target| to.join(&target.department)).collect();
    let requests: Vec<BuildRequest<'_>> = targets
        .iter()
        .zip(&sources)
        .map(|(target, sources)| BuildRequest {
            sources: Some(sources),
            ..BuildRequest::new(&target.folder, &target.out, jiff::civil::date(2027, 1, 15), &templates)
        })
        .collect();
    for (target, outcome) in targets.iter().zip(build_each(&requests, &|_, _| ())) {
        outcome.map_err(|error| format!("{}: {error}", target.folder.display()))?;
    }
    Ok(())
}

/// The Typst library and the fonts, shared by all plans.
struct Common {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    sources: HashMap<String, Source>,
}

/// A plan's data.
struct Plan<'a> {
    common: &'a Common,
    main: FileId,
    files: HashMap<FileId, Bytes>,
}

impl World for Plan<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.common.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.common.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let name = id.vpath().get_without_slash();
        self.common.sources.get(name).cloned().ok_or_else(|| FileError::NotFound(name.into()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let missing = || FileError::NotFound(id.vpath().get_without_slash().into());
        self.files.get(&id).cloned().ok_or_else(missing)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.common.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn file_id(name: &str) -> FileId {
    let path = VirtualPath::new(name).expect("a plain name");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

/// Typesets every plan in `sources` on `threads` plain threads: compile, export, evict and
/// write.
fn bare(sources: &Path, to: &Path, threads: &str) -> Anyhow<()> {
    let threads: usize = threads.parse()?;
    let started = Instant::now();
    let mut plans: Vec<(PathBuf, Files)> = Vec::new();
    for entry in walkdir::WalkDir::new(sources).sort_by_file_name() {
        let entry = entry?;
        if entry.file_name() == "data.json" && entry.path().to_string_lossy().contains("planer") {
            let folder = entry.path().parent().unwrap_or(sources);
            let names = [
                "frame.json",
                "data.json",
                "visning.json",
                "aftale.yaml",
                "charts/0.svg",
                "charts/0.json",
                "charts/1.svg",
            ];
            let files = names.iter().map(|name| Ok(((*name).to_owned(), fs::read(folder.join(name))?)));
            plans.push((to.join(folder.strip_prefix(sources)?), files.collect::<io::Result<_>>()?));
        }
    }
    let reading = started.elapsed();
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read_template = |name: &str| -> Anyhow<(String, Source)> {
        let text = fs::read_to_string(project.join("templates").join(name))?;
        Ok((name.to_owned(), Source::new(file_id(name), text)))
    };
    let typeface = Typeface::embedded();
    let common = Common {
        library: LazyHash::new(
            Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build(),
        ),
        book: LazyHash::new(typeface.book()),
        fonts: typeface.fonts().to_vec(),
        sources: ["plan.typ", "common.typ"].into_iter().map(read_template).collect::<Anyhow<_>>()?,
    };
    let next = AtomicUsize::new(0);
    let typeset = || -> Anyhow<()> {
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            let Some((path, files)) = plans.get(number) else { return Ok(()) };
            let files = files.iter().map(|(name, bytes)| (file_id(name), Bytes::new(bytes.clone())));
            let plan = Plan { common: &common, main: file_id("plan.typ"), files: files.collect() };
            let paged = typst::compile::<PagedDocument>(&plan).output.map_err(|e| format!("{e:?}"))?;
            let options = PdfOptions {
                ident: Smart::Custom(path.to_string_lossy().into_owned()),
                timestamp: Datetime::from_ymd(2026, 1, 1).map(Timestamp::new_utc),
                standards: PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_3a])
                    .map_err(|e| format!("{e:?}"))?,
                ..PdfOptions::default()
            };
            let pdf = typst_pdf::pdf(&paged, &options).map_err(|e| format!("{e:?}"))?;
            let folder = path.parent().unwrap_or(to);
            fs::create_dir_all(folder)?;
            let mut file = tempfile::NamedTempFile::new_in(folder)?;
            file.write_all(&pdf)?;
            file.persist(path)?;
            // As the program does, so that both have equal caches.
            if (number + 1).is_multiple_of(DOCUMENTS_BETWEEN_EVICTIONS) {
                comemo::evict(MAX_AGE);
            }
        }
    };
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(typeset)).collect();
        workers.into_iter().try_for_each(|worker| worker.join().map_err(|_| "a thread panicked")?)
    })?;
    println!("{:.4}", reading.as_secs_f64());
    Ok(())
}
