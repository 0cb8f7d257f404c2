//! Measures each step of the pipeline on the sample department.
//!
//! `cargo bench` prints medians; treat a change against the last run as a hint, since machines
//! differ from hour to hour.

use std::path::Path;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use jiff::civil::{Date, date};
use spind::agreement::Agreement;
use spind::agreement::SignatureStatus;
use spind::analysis::Mentors;
use spind::analysis::PersonChoices;
use spind::analysis::ways;
use spind::chart::Chart;
use spind::chart::Palette;
use spind::chart::radar::{self, RenderedRadar};
use spind::department::Department;
use spind::department::document_date;
use spind::department::profile::Profile;
use spind::document::Templates;
use spind::document::view::areas::{self, Remarks};
use spind::document::view::plan::{self, PlanInputs};
use spind::document::view::{self, radar as radar_view};
use spind::document::{Document, DocumentKind, TypesettingInput};
use spind::language::{Language, Tag};
use spind::run::{BuildRequest, build, check};
use spind::typeface::Typeface;

/// The pinned day, so that each run measures the same work.
const TODAY: Date = date(2027, 1, 15);

fn sample() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/profiles"))
}

fn read() -> Department {
    let checked = check(sample(), None, None, None, &Typeface::embedded()).expect("the sample is there");
    checked.reading.department.expect("the sample is a department")
}

fn draw(
    person: &Profile,
    department: &Department,
    language: &Language,
    typeface: &Typeface,
) -> RenderedRadar {
    let rows = areas::rows(person, department, language, Remarks::Hidden);
    let mut radar = radar_view::person(&rows, &view::scale(&department.role_model), language);
    radar::draw(&mut radar, &Palette::of(&department.settings), typeface)
}

/// A plan's view and charts.
struct Plan {
    view: plan::PlanView,
    agreement: Agreement,
    charts: [Chart; 2],
}

fn compose(person: &Profile, department: &Department, templates: &Templates) -> Plan {
    let language = Language::of(Tag::Da);
    let agreement = Agreement::of(person, department);
    let fingerprint = agreement.fingerprint();
    let agreement = agreement.as_printed(person, department);
    let signature_status = SignatureStatus::of(&agreement, None);
    let rows = areas::rows(person, department, language, Remarks::Shown);
    let radar = draw(person, department, language, templates.typeface());
    let basis = PlanInputs {
        agreement: &agreement,
        fingerprint,
        signature_status: &signature_status,
        mentors: &Mentors::of(department),
        choices: &PersonChoices::of(person, department, person.talk),
        on: person.talk,
        judged: None,
        rows: &rows,
        numbered: radar.numbered,
        date: document_date::of(&department.settings, [person]),
        made: templates.made().clone(),
    };
    let view = plan::view(person, department, language, &basis);
    let qr = spind::chart::qr::draw(&fingerprint.scanned()).expect("it fits");
    Plan { view, agreement, charts: [radar.chart, qr] }
}

fn steps(criterion: &mut Criterion) {
    let typeface = Typeface::embedded();
    let templates = Templates::embedded(&typeface);
    let language = Language::of(Tag::Da);
    let department = read();
    let person = &department.people[0];

    criterion.bench_function("read and check 25 profiles", |b| b.iter(read));
    criterion.bench_function("match courses to the gaps of 25 people", |b| {
        b.iter(|| {
            let of = |person| ways(person, &department, None).len();
            department.people.iter().map(of).sum::<usize>()
        });
    });
    criterion.bench_function("draw a radar", |b| b.iter(|| draw(person, &department, language, &typeface)));
    criterion.bench_function("compose a plan", |b| b.iter(|| compose(person, &department, &templates)));

    let plan = compose(person, &department, &templates);
    let charts = [&plan.charts[0], &plan.charts[1]];
    let document = Document {
        kind: DocumentKind::Plan,
        view: &plan.view,
        charts: &charts,
        agreement: Some(&plan.agreement),
        identity: "bench",
        date: document_date::of(&department.settings, [person]),
    };
    let sheet = || TypesettingInput::of(&document, &typeface).expect("a view is data");
    criterion.bench_function("tell whether a plan is up to date", |b| {
        b.iter(|| sheet().key(&templates));
    });
    criterion.bench_function("lay out a plan that was never seen", |b| {
        let forgotten = || {
            comemo::evict(0);
            sheet()
        };
        b.iter_batched(forgotten, |sheet| sheet.lay_out(&templates).is_ok(), BatchSize::PerIteration);
    });
    let pages = sheet().lay_out(&templates).expect("the template is sound");
    criterion.bench_function("export a plan", |b| b.iter(|| pages.export().map(|pdf| pdf.len())));

    let out = tempfile::tempdir().expect("a folder");
    let request =
        |force| BuildRequest { force, ..BuildRequest::new(sample(), out.path(), TODAY, &templates) };
    let documents = |force| {
        let outcome = build(&request(force), &|_, _| ()).expect("the folders can be used");
        outcome.built.map(|built| built.documents)
    };
    let mut group = criterion.benchmark_group("build the sample");
    group.sample_size(10);
    group.bench_function("all of it", |b| b.iter(|| documents(true)));
    group.bench_function("when nothing has changed", |b| b.iter(|| documents(false)));
    group.finish();
}

criterion_group!(benches, steps);
criterion_main!(benches);
