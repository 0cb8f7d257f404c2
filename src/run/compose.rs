//! Composes each document of a run: its view, charts and date, handed to [`write_document`],
//! which typesets it only if the output is not current.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::atomic::Ordering;

use jiff::civil::Date;
use serde::Serialize;

use super::failure::FailureReason;
use super::jobs::{DepartmentRun, Print, ProgrammeJob, without_ending};
use super::manifest::Counted;
use super::names::{CohortDocument, DocumentNames};
use super::output::SVG_MARK;
use super::write_document::{WriteOutcome, unless_current, write_document};
use crate::agreement::Agreement;
use crate::agreement::signature_status::SignatureStatus;
use crate::analysis::averages::averages;
use crate::analysis::choices::PersonChoices;
use crate::analysis::status::status_of;
use crate::analysis::{Analysis, judgement_date};
use crate::calendar_file::{self, Owner, of_cohort, of_person};
use crate::chart::Chart;
use crate::chart::palette::Palette;
use crate::chart::qr;
use crate::chart::radar::{self, RenderedRadar};
use crate::chart::standalone::stand_alone;
use crate::department::document_date;
use crate::department::person::owner_of;
use crate::department::profile::Profile;
use crate::department::settings::SchoolIndex;
use crate::department::{Department, PersonIndex};
use crate::document::cache_key::Key;
use crate::document::pdf::{Document, DocumentKind, TypesetError, TypesettingInput};
use crate::document::view::areas::{self, Remarks};
use crate::document::view::booklet::{self, BookletInputs, Part, Volume};
use crate::document::view::plan::{self, PlanInputs, PlanView};
use crate::document::view::print::{self, PrintView};
use crate::document::view::strategy::{self, Audience, StrategyView};
use crate::document::view::{
    self, blank_form, follow_up, preparation, programme, radar as radar_view, strategic_plan,
};
use crate::document::{attachments, metadata, printable};
use crate::programme::Participation;
use crate::source::{SourceFile, file_names};

/// A plan before typesetting.
struct ComposedPlan {
    agreement: Agreement,
    view: PlanView,
    /// The radar and the QR code.
    charts: [Chart; 2],
    date: Date,
}

impl DepartmentRun<'_> {
    fn write_document<V: Serialize>(
        &self,
        name: &str,
        document: &Document<'_, V>,
    ) -> Result<WriteOutcome, FailureReason> {
        write_document(&self.output, name, document, self.request, |_| Ok(()))
    }

    /// The radar of the person at `number`, drawn once and shared by plan and booklet.
    fn radar(&self, number: usize) -> &RenderedRadar {
        self.radars[number].get_or_init(|| {
            let rows = areas::rows(self.person(number), &self.department, self.language, Remarks::Hidden);
            let scale = view::scale(&self.department.role_model);
            self.draw(radar_view::person(&rows, &scale, self.language))
        })
    }

    fn draw(&self, mut radar: radar::Radar) -> RenderedRadar {
        let palette = Palette::of(&self.department.settings);
        printable::printable_labels(&mut radar, self.typeface());
        radar::draw(&mut radar, &palette, self.typeface())
    }

    pub(super) fn plan(&self, number: usize, name: &str) -> Result<WriteOutcome, FailureReason> {
        let ComposedPlan { agreement, view, charts, date } = self.compose_plan(number);
        let document = Document {
            kind: DocumentKind::Plan,
            view: &view,
            charts: &charts.each_ref(),
            agreement: Some(&agreement),
            identity: &attachments::identity(&agreement),
            date,
        };
        self.write_document(name, &document)
    }

    fn compose_plan(&self, number: usize) -> ComposedPlan {
        let person = self.person(number);
        let agreement = Agreement::of(person, &self.department);
        let fingerprint = agreement.fingerprint();
        let signature_status = SignatureStatus::of(&agreement, self.records.of(person));
        let agreement = agreement.as_printed(person, &self.department);
        let rows = areas::rows(person, &self.department, self.language, Remarks::Shown);
        let date = document_date::of(&self.department.settings, [person]);
        let (on, judged) = self.judging_day(person);
        let choices = PersonChoices::of(person, &self.department, on);
        // Remarks, which the booklet does not have, leave less space for the radar.
        let scale = view::scale(&self.department.role_model);
        let has_remarks = rows.iter().any(|row| row.remark.is_some());
        let own = has_remarks.then(|| self.draw(radar_view::person(&rows, &scale, self.language)));
        let radar = own.as_ref().unwrap_or_else(|| self.radar(number));
        let inputs = PlanInputs {
            agreement: &agreement,
            fingerprint,
            signature_status: &signature_status,
            mentors: &self.mentors,
            choices: &choices,
            on,
            judged,
            rows: &rows,
            numbered: radar.numbered,
            date,
            made: self.request.templates.made().clone(),
        };
        let view = plan::view(person, &self.department, self.language, &inputs);
        let qr = qr::draw(&fingerprint.scanned()).expect("a fingerprint fits a QR code");
        ComposedPlan { charts: [radar.chart.clone(), qr], agreement, view, date }
    }

    /// Makes a file with the plans of several people to print.
    pub(super) fn print(&self, print: &Print) -> Result<WriteOutcome, FailureReason> {
        self.with_print(print, |document| self.write_document(&print.name, document))?
    }

    /// Whether an earlier file with several plans to print has their current versions.
    pub(super) fn is_current_print(&self, print: &Print) -> Result<bool, FailureReason> {
        self.with_print(print, |document| {
            let key = TypesettingInput::of(document, self.typeface())?.key(self.request.templates);
            Ok(self.output.is_current(&print.name, &key))
        })?
    }

    fn with_print<R>(
        &self,
        print: &Print,
        use_document: impl FnOnce(&Document<'_, PrintView>) -> R,
    ) -> Result<R, FailureReason> {
        let composed = print.people.iter().map(|&number| self.compose_plan(number));
        let (plans, charts): (Vec<_>, Vec<_>) = composed.map(|plan| (plan.view, plan.charts)).unzip();
        let charts: Vec<&Chart> = charts.iter().flatten().collect();
        let view =
            print::view(&plans, &print.place, &self.department, self.language).map_err(TypesetError::from)?;
        let people = print.people.iter().map(|&number| self.person(number));
        Ok(use_document(&Document {
            kind: DocumentKind::Print,
            view: &view,
            charts: &charts,
            agreement: None,
            identity: without_ending(&print.name),
            date: document_date::of(&self.department.settings, people),
        }))
    }

    pub(super) fn preparation(&self, number: usize, name: &str) -> Result<WriteOutcome, FailureReason> {
        let person = self.person(number);
        let agreement = Agreement::of(person, &self.department);
        let shows_leader = self.request.leader.is_some();
        let view = preparation::view(person, &agreement, &self.department, self.language, shows_leader);
        let document = Document {
            kind: DocumentKind::Preparation,
            view: &view,
            charts: &[],
            agreement: None,
            identity: &DocumentNames::default().preparation(&person.file.name),
            date: document_date::of(&self.department.settings, [person]),
        };
        self.write_document(name, &document)
    }

    pub(super) fn follow_up(&self, number: usize, name: &str) -> Result<WriteOutcome, FailureReason> {
        let person = self.person(number);
        let agreement = Agreement::of(person, &self.department).as_printed(person, &self.department);
        let today = self.request.today;
        let view = follow_up::view(person, &agreement, &self.department, self.language, today);
        let document = Document {
            kind: DocumentKind::FollowUp,
            view: &view,
            charts: &[],
            agreement: None,
            identity: &DocumentNames::default().follow_up(&person.file.name),
            date: document_date::of(&self.department.settings, [person]),
        };
        self.write_document(name, &document)
    }

    /// Makes the calendar file of the person at `number`, or removes an earlier one if their plan has
    /// no dates any more.
    pub(super) fn calendar(&self, number: usize, name: &str) -> Result<WriteOutcome, FailureReason> {
        let person = self.person(number);
        let events = of_person::events(person, &self.department, self.language);
        if events.is_empty() {
            self.output.delete(name)?;
            return Ok(WriteOutcome::UpToDate);
        }
        let owner = Owner::of(&self.department, file_names::stem(&person.file.name));
        let revised = document_date::of(&self.department.settings, [person]);
        let text = calendar_file::to_text(&owner, revised, &events);
        let key = Key::of([text.as_bytes()]);
        unless_current(&self.output, name, &key, self.request, || Ok(text.into_bytes()))
    }

    pub(super) fn blank_form(&self, name: &str) -> Result<WriteOutcome, FailureReason> {
        let radar = self.draw(radar_view::blank(&self.department, self.language));
        let view = blank_form::view(&self.department, self.language, radar.numbered);
        let document = Document {
            kind: DocumentKind::BlankForm,
            view: &view,
            charts: &[&radar.chart],
            agreement: None,
            identity: "blanket",
            date: document_date::of(&self.department.settings, []),
        };
        self.write_document(name, &document)
    }

    pub(super) fn booklet(&self, name: &str) -> Result<WriteOutcome, FailureReason> {
        let everybody: Vec<usize> = (0..self.order.len()).collect();
        let volumes = self.volumes.iter().enumerate().map(|(i, people)| self.made_volume(i, people.clone()));
        let part = if self.volumes.is_empty() { Part::Whole } else { Part::Front(volumes.collect()) };
        self.booklet_part(name, "haefte-intern", part, &everybody)
    }

    /// A volume of people's pages.
    pub(super) fn volume(&self, volume: usize, name: &str) -> Result<WriteOutcome, FailureReason> {
        let part = Part::Volume { number: volume + 1, count: self.volumes.len() };
        let people: Vec<usize> = self.volumes[volume].clone().collect();
        self.booklet_part(name, name, part, &people)
    }

    /// The volume that was made of these people, with the pages that it says they begin on.
    fn made_volume(&self, volume: usize, people: Range<usize>) -> Volume {
        let file = self.names.volume(volume + 1);
        let mut schools: Vec<String> = (people.clone())
            .map(|number| self.department.settings.schools[self.person(number).school.0].name.clone())
            .collect();
        schools.dedup();
        let bytes = self.output.bytes_of(&file);
        let pages = bytes.and_then(|bytes| metadata::first_pages(&bytes)).unwrap_or_default();
        Volume { file, schools, pages, people: people.len() }
    }

    /// The booklet of one school.
    pub(super) fn school_booklet(
        &self,
        school: SchoolIndex,
        name: &str,
    ) -> Result<WriteOutcome, FailureReason> {
        let is_own = |&number: &usize| self.person(number).school == school;
        let people: Vec<usize> = (0..self.order.len()).filter(is_own).collect();
        self.booklet_part(name, name, Part::School(school), &people)
    }

    /// A part of the internal booklet about the people with these numbers in its order.
    fn booklet_part(
        &self,
        name: &str,
        identity: &str,
        part: Part,
        numbers: &[usize],
    ) -> Result<WriteOutcome, FailureReason> {
        let department = &*self.department;
        let people: Vec<PersonIndex> = numbers.iter().map(|&number| self.order[number]).collect();
        let profiles = || people.iter().map(|&person| &department.people[person]);
        let averages = averages(department, profiles());
        let group = booklet::has_group(&part)
            .then(|| self.draw(radar_view::group(&averages, &department.role_model, self.language)));
        let own: &[usize] = if matches!(part, Part::Front(_)) { &[] } else { numbers };
        let radars = || group.iter().chain(own.iter().map(|&number| self.radar(number)));
        let charts: Vec<&Chart> = radars().map(|drawn| &drawn.chart).collect();
        let numbered: Vec<bool> = radars().map(|drawn| drawn.numbered).collect();
        let today = self.request.today;
        let school = match part {
            Part::School(school) => Some(school),
            _ => None,
        };
        let is_included = |file: &SourceFile| match school {
            Some(school) => is_of_school(file, school, department),
            None => true,
        };
        let status = status_of(department, &self.records, today, self.language, is_included);
        let own_analysis = school.map(|school| self.analysis().of_school(department, school));
        let analysis = own_analysis.as_ref().unwrap_or_else(|| self.analysis());
        let strategy = match part {
            Part::Whole | Part::Front(_) => Some(self.strategy(Audience::Inside)),
            Part::School(_) => {
                let people: Vec<&Profile> = profiles().collect();
                Some(strategy::school_view(department, self.language, analysis, &people))
            }
            Part::Volume { .. } => None,
        };
        let inputs = BookletInputs {
            part,
            people: &people,
            averages: &averages,
            numbered: &numbered,
            status: &status,
            analysis,
            today,
            judged: judgement_date::of_department(department, today),
            strategy,
        };
        let view = booklet::view(department, self.language, inputs);
        let document = Document {
            kind: DocumentKind::Booklet,
            view: &view,
            charts: &charts,
            agreement: None,
            identity,
            date: document_date::of(&department.settings, profiles()),
        };
        self.write_document(name, &document)
    }

    pub(super) fn strategic_plan(&self, name: &str) -> Result<WriteOutcome, FailureReason> {
        let settings = &self.department.settings;
        let audience = Audience::Anybody { smallest_group: settings.smallest_group };
        let strategy = self.strategy(audience);
        let document = Document {
            kind: DocumentKind::StrategicPlan,
            view: &strategic_plan::view(
                &self.department,
                self.language,
                judgement_date::of_catalogue(&self.department, self.request.today),
                strategy,
            ),
            charts: &[],
            agreement: None,
            identity: "strategisk-uddannelsesplan",
            date: document_date::of_period(settings),
        };
        let before = self.output.bytes_of(name);
        let made = self.write_document(name, &document)?;
        if self.request.sources.is_none() {
            let names = self.people().map(|person| person.name.value.as_str());
            let others = self.output.exchange_counted(Counted::new(settings.period.as_deref(), names));
            self.another_edition
                .store(others == Some(true) && made == WriteOutcome::Written, Ordering::Release);
            let unknown = others.is_none() && before.is_some() && before != self.output.bytes_of(name);
            self.unknown_edition.store(unknown, Ordering::Release);
        }
        Ok(made)
    }

    /// The strategic plan for `audience`; both audiences share one analysis.
    fn strategy(&self, audience: Audience) -> StrategyView {
        strategy::view(&self.department, self.language, audience, self.analysis())
    }

    fn analysis(&self) -> &Analysis {
        self.analysis.get_or_init(|| Analysis::of(&self.department, Some(self.request.today)))
    }

    pub(super) fn chart(&self, number: usize, name: &str) -> Result<WriteOutcome, FailureReason> {
        let (person, radar) = (self.person(number), self.radar(number));
        let title = printable::printable(&person.name.value, self.typeface());
        let rows = areas::rows(person, &self.department, self.language, Remarks::Hidden);
        let alt = radar_view::person_alt(&person.name.value, &rows, self.language);
        let alt = printable::printable(&alt, self.typeface());
        let made = self.request.templates.made();
        let parts: [&str; 5] = [&made.program, &made.typst, &made.templates, &title, &alt];
        let palette = Palette::of(&self.department.settings);
        let chart = radar.chart.parts();
        let key = Key::of(parts.into_iter().chain(chart.iter().map(Cow::as_ref)).map(str::as_bytes));
        unless_current(&self.output, name, &key, self.request, || {
            let svg = stand_alone(&radar.chart, &title, &alt, &palette, self.typeface())
                .ok_or(FailureReason::Chart)?;
            Ok(format!("{SVG_MARK}{} -->\n{svg}", env!("CARGO_PKG_VERSION")).into_bytes())
        })
    }

    /// Makes a document about a programme.
    pub(super) fn programme_document(
        &self,
        job: ProgrammeJob,
        name: &str,
    ) -> Result<WriteOutcome, FailureReason> {
        let (department, language, today) = (&*self.department, self.language, self.request.today);
        let all = &department.programmes.all;
        match job {
            ProgrammeJob::WaitingList(p) => {
                let view = programme::waiting_list::view(&all[p], department, language);
                self.write_programme_document(DocumentKind::WaitingList, &view, name)
            }
            ProgrammeJob::Card(p, c, participant) => {
                let (programme, cohort) = (&all[p], &all[p].cohorts[c]);
                let participant = &cohort.participants[participant];
                let since = judgement_date::of_cohort(programme, cohort, today);
                let own = Participation { programme, cohort, participant };
                let view = programme::staircase::card(own, department, language, today, since);
                self.write_programme_document(DocumentKind::Staircase, &view, name)
            }
            ProgrammeJob::Calendar(p, c) => {
                let (programme, cohort) = (&all[p], &all[p].cohorts[c]);
                let owner = Owner::of(department, &cohort.file.name);
                let events = of_cohort::events(programme, cohort);
                let stamp = document_date::of_period(&department.settings);
                let bytes = calendar_file::to_text(&owner, stamp, &events).into_bytes();
                unless_current(&self.output, name, &Key::of([&bytes[..]]), self.request, || Ok(bytes.clone()))
            }
            ProgrammeJob::Cohort(p, c, document) => {
                let (programme, cohort) = (&all[p], &all[p].cohorts[c]);
                match document {
                    CohortDocument::TermSheets => {
                        let view = programme::term_sheet::view(programme, cohort, department, language);
                        self.write_programme_document(DocumentKind::TermSheets, &view, name)
                    }
                    CohortDocument::Attendance => {
                        let view = programme::attendance::view(programme, cohort, department, language);
                        self.write_programme_document(DocumentKind::Attendance, &view, name)
                    }
                    CohortDocument::Lacking => {
                        let since = judgement_date::of_cohort(programme, cohort, today);
                        let view =
                            programme::lacking::view(programme, cohort, department, language, today, since);
                        self.write_programme_document(DocumentKind::Lacking, &view, name)
                    }
                    CohortDocument::Closing => {
                        let view = programme::closing::view(programme, cohort, department, language, today);
                        self.write_programme_document(DocumentKind::Closing, &view, name)
                    }
                }
            }
        }
    }

    fn write_programme_document<V: Serialize>(
        &self,
        kind: DocumentKind,
        view: &V,
        name: &str,
    ) -> Result<WriteOutcome, FailureReason> {
        let document = Document {
            kind,
            view,
            charts: &[],
            agreement: None,
            identity: name,
            date: document_date::of_period(&self.department.settings),
        };
        self.write_document(name, &document)
    }

    /// The reference day for deadlines and courses on the plan of `person`, and the day since
    /// which that judgement has been the same: the day of the agreement, or today without one.
    fn judging_day(&self, person: &Profile) -> (Option<Date>, Option<Date>) {
        let today = self.request.today;
        match person.agreed.filter(|agreed| *agreed <= today) {
            Some(agreed) => (Some(agreed), None),
            None => (Some(today), judgement_date::of_person(person, &self.department, today)),
        }
    }
}

/// Whether the profile `file` is of somebody at `school`, as far as it can be read.
fn is_of_school(file: &SourceFile, school: SchoolIndex, department: &Department) -> bool {
    let known = department.people.iter().find(|person| person.file.name == file.name);
    let broken = || department.broken.iter().find(|broken| broken.name == file.name);
    let named = || department.settings.school(&owner_of(broken()?).school?);
    known.map(|person| person.school).or_else(named) == Some(school)
}
