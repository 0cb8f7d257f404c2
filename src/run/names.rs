//! The names of documents in the output folder.

use std::collections::BTreeSet;

use strum::VariantArray;

use crate::department::Department;
use crate::department::settings::{SchoolIndex, Settings};
use crate::export::{Edition, Question};
use crate::language::shared_files::Names;
use crate::language::{Tag, output_names};
use crate::programme::cohort::Cohort;
use crate::programme::definition::Programme;
use crate::source::file_names;

/// The names of a department's documents, which are in its language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct DocumentNames(Tag);

impl DocumentNames {
    /// The names in the language of `department`.
    pub(crate) fn of(department: &Department) -> Self {
        Self(department.settings.own_language())
    }

    /// The internal booklet.
    pub(crate) fn booklet(self) -> String {
        self.pdf(&output_names::BOOKLET)
    }

    pub(crate) fn public_booklet(self) -> String {
        self.pdf(&output_names::PUBLIC_BOOKLET)
    }

    /// `haefte-offentligt-bind-<number>.pdf`, a volume of the public booklet.
    pub(super) fn public_volume(self, number: usize) -> String {
        format!("{}{number}.pdf", self.public_volumes())
    }

    /// What the names of the public booklet's volumes begin with.
    fn public_volumes(self) -> String {
        format!("{}-{}-", self.word(&output_names::PUBLIC_BOOKLET), self.word(&output_names::VOLUME))
    }

    pub(crate) fn strategic_plan(self) -> String {
        self.pdf(&output_names::STRATEGIC_PLAN)
    }

    /// The folder of plans, `planer/`.
    pub(crate) fn plans(self) -> String {
        format!("{}/", self.word(&output_names::PLANS))
    }

    /// The folder of correction files, `rettelser/`.
    pub(crate) fn corrections(self) -> String {
        format!("{}/", self.word(&output_names::CORRECTIONS))
    }

    /// `planer/<school>/<person>.pdf` for the profile `file`.
    pub(crate) fn plan(self, file: &str) -> String {
        format!("{}{}.pdf", self.plans(), file_names::stem(file))
    }

    /// `planer/<school>/<person>.svg` for the profile `file`.
    pub(crate) fn chart(self, file: &str) -> String {
        format!("{}{}.svg", self.plans(), file_names::stem(file))
    }

    /// `planer/<school>/<person>-forberedelse.pdf` for the profile `file`.
    pub(crate) fn preparation(self, file: &str) -> String {
        let ending = self.word(&output_names::PREPARATION);
        format!("{}{}-{ending}.pdf", self.plans(), file_names::stem(file))
    }

    /// `planer/<school>/<person>-opfoelgning.pdf` for the profile `file`.
    pub(crate) fn follow_up(self, file: &str) -> String {
        let ending = self.word(&output_names::FOLLOW_UP);
        format!("{}{}-{ending}.pdf", self.plans(), file_names::stem(file))
    }

    /// `planer/<school>/<person>.ics` for the profile `file`.
    pub(crate) fn calendar(self, file: &str) -> String {
        format!("{}{}.ics", self.plans(), file_names::stem(file))
    }

    /// What later runs keep current beside the booklets, where it exists: their volumes, the schools'
    /// booklets, and the files to print.
    pub(crate) fn parts(self, department: &Department) -> Vec<(PartOfAll, String)> {
        let settings = &department.settings;
        // More than there can be: each has a school of its own.
        let numbers = || 1..=settings.schools.len();
        let volumes = numbers().map(|i| (PartOfAll::Volume(i), self.volume(i)));
        let public = numbers().map(|i| (PartOfAll::PublicVolume(i), self.public_volume(i)));
        let volumes = volumes.chain(public);
        let schools = || settings.schools.iter().map(|school| school.name.clone());
        let booklets = self.schools(settings).into_iter();
        let booklets = booklets.map(|name| format!("{}{name}.pdf", self.school_booklets()));
        let booklets = schools().map(PartOfAll::SchoolBooklet).zip(booklets);
        let all = std::iter::once((settings.name.clone(), self.print_of_all()))
            .chain(self.parts_of_print(settings, settings.schools.len()))
            .chain(schools().zip(self.prints_of_schools(settings)));
        let prints = all.map(|(place, name)| (PartOfAll::Print(place), name));
        volumes.chain(booklets).chain(prints).collect()
    }

    /// `planer/blanket.pdf`.
    pub(crate) fn blank_form(self) -> String {
        format!("{}{}", self.plans(), self.pdf(&output_names::BLANK_FORM))
    }

    /// `<school>/<person>-rettelser.txt` for `file`, a profile or another file of the folder. Where
    /// Windows hides extensions, it would look like the profile itself without the ending.
    pub(crate) fn correction(self, file: &str) -> String {
        format!("{}-{}.txt", file_names::stem(file), self.word(&output_names::CORRECTIONS))
    }

    /// An export of all tables with this extension.
    pub(crate) fn export(self, edition: Edition, extension: &str) -> String {
        self.of_edition(&output_names::EXPORT, edition, extension)
    }

    /// An export of one table.
    pub(crate) fn table(self, question: Question, edition: Edition) -> String {
        self.of_edition(question.file_names(), edition, "csv")
    }

    /// The editions have different names, so that they are never mistaken for each other.
    fn of_edition(self, names: &Names, edition: Edition, extension: &str) -> String {
        let name = self.word(names);
        match edition {
            Edition::Internal => format!("{name}.{extension}"),
            Edition::Public => {
                format!("{name}-{}.{extension}", self.word(&output_names::PUBLIC_EXPORT))
            }
        }
    }

    /// The workbook to fill in.
    pub(crate) fn workbook_template(self) -> String {
        format!("{}.xlsx", self.word(&output_names::WORKBOOK_TEMPLATE))
    }

    /// The folder of files with several plans to print, `udskrift/`.
    pub(crate) fn prints(self) -> String {
        format!("{}/", self.word(&output_names::PRINTS))
    }

    /// `udskrift/alle.pdf`, with the plans of everybody.
    pub(super) fn print_of_all(self) -> String {
        format!("{}{}", self.prints(), self.pdf(&output_names::EVERYBODY))
    }

    /// `udskrift/alle/<number>.pdf` for each of `count` parts, with what it is about.
    pub(super) fn parts_of_print(
        self,
        settings: &Settings,
        count: usize,
    ) -> impl Iterator<Item = (String, String)> {
        let folder = format!("{}{}/", self.prints(), self.word(&output_names::EVERYBODY));
        (1..=count)
            .map(move |number| (format!("{} {number}", settings.name), format!("{folder}{number}.pdf")))
    }

    /// `udskrift/<school>.pdf` for each school of `settings`, with the plans of its people.
    pub(super) fn prints_of_schools(self, settings: &Settings) -> impl Iterator<Item = String> {
        self.schools(settings).into_iter().map(move |name| format!("{}{name}.pdf", self.prints()))
    }

    /// `haefte-intern-bind-<number>.pdf`, a volume of the internal booklet.
    pub(super) fn volume(self, number: usize) -> String {
        format!("{}{number}.pdf", self.volumes())
    }

    /// What the names of the internal booklet's volumes begin with.
    fn volumes(self) -> String {
        format!("{}-{}-", self.word(&output_names::BOOKLET), self.word(&output_names::VOLUME))
    }

    /// The folder of the schools' booklets, `haefter/`.
    pub(super) fn school_booklets(self) -> String {
        format!("{}/", self.word(&output_names::SCHOOL_BOOKLETS))
    }

    /// `haefter/<school>.pdf`.
    pub(crate) fn school_booklet(self, school: SchoolIndex, settings: &Settings) -> String {
        format!("{}{}.pdf", self.school_booklets(), self.schools(settings)[school.0])
    }

    /// A file name without its extension for each school of `settings`. A number is appended to a
    /// name that is taken or that Windows can't have.
    fn schools(self, settings: &Settings) -> Vec<String> {
        let mut taken = BTreeSet::from([self.word(&output_names::EVERYBODY).to_owned()]);
        let names = settings.schools.iter().map(|school| {
            let slug = file_names::slug(&school.name);
            let numbered = (2..).map(|number| format!("{slug}-{number}"));
            let mut names = std::iter::once(slug.clone()).chain(numbered);
            let is_usable = |name: &String| {
                !name.is_empty() && file_names::invalid_on_windows(name).is_none() && !taken.contains(name)
            };
            let name = names.find(is_usable).unwrap_or_default();
            taken.insert(name.clone());
            name
        });
        names.collect()
    }

    /// The folder of documents about programmes, `forloeb/`.
    pub(crate) fn programmes(self) -> String {
        format!("{}/", self.word(&output_names::PROGRAMMES))
    }

    /// `forloeb/<programme>/venteliste.pdf`.
    pub(crate) fn waiting_list(self, programme: &Programme) -> String {
        format!("{}{}/{}", self.programmes(), programme.key, self.pdf(&output_names::WAITING_LIST))
    }

    /// `forloeb/<programme>/<cohort>/<document>.pdf`.
    pub(crate) fn cohort_document(
        self,
        programme: &Programme,
        cohort: &Cohort,
        document: CohortDocument,
    ) -> String {
        format!("{}{}", self.cohort_folder(programme, cohort), self.pdf(document.file_names()))
    }

    /// `forloeb/<programme>/<cohort>/kalender.ics`.
    pub(crate) fn cohort_calendar(self, programme: &Programme, cohort: &Cohort) -> String {
        format!("{}{}.ics", self.cohort_folder(programme, cohort), self.word(&output_names::CALENDAR))
    }

    /// `forloeb/<programme>/<cohort>/trapper/<participant>.pdf`.
    pub(crate) fn card(self, programme: &Programme, cohort: &Cohort, participant: usize) -> String {
        let folder = self.cohort_folder(programme, cohort);
        format!("{folder}{}/{}.pdf", self.word(&output_names::CARDS), slug_of(cohort, participant))
    }

    /// `forloeb/<programme>/<cohort>/diplomer/<participant>.pdf`.
    pub(crate) fn diploma(self, programme: &Programme, cohort: &Cohort, participant: usize) -> String {
        let folder = self.cohort_folder(programme, cohort);
        format!("{folder}{}/{}.pdf", self.word(&output_names::DIPLOMAS), slug_of(cohort, participant))
    }

    fn cohort_folder(self, programme: &Programme, cohort: &Cohort) -> String {
        format!("{}{}/{}/", self.programmes(), programme.key, cohort.key)
    }

    /// The `number`th altered document that was kept of `name`, from 1.
    pub(crate) fn kept(self, name: &str, number: usize) -> String {
        file_names::kept(name, number, self.0)
    }

    fn word(self, names: &Names) -> &'static str {
        names[self.0 as usize]
    }

    fn pdf(self, names: &Names) -> String {
        format!("{}.pdf", self.word(names))
    }
}

/// A document about several people that is made only on request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum PartOfAll {
    /// A volume of the internal booklet, from 1.
    Volume(usize),
    /// A volume of the public booklet, from 1.
    PublicVolume(usize),
    SchoolBooklet(String),
    /// The plans of a school or the department to print.
    Print(String),
}

/// A document about a whole cohort.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
pub(crate) enum CohortDocument {
    /// The programme sheets of its terms.
    TermSheets,
    /// The attendance list to sign.
    Attendance,
    /// Who lacks what.
    Lacking,
    /// The closing page.
    Closing,
}

impl CohortDocument {
    fn file_names(self) -> &'static Names {
        match self {
            Self::TermSheets => &output_names::TERM_SHEETS,
            Self::Attendance => &output_names::ATTENDANCE,
            Self::Lacking => &output_names::LACKING,
            Self::Closing => &output_names::CLOSING,
        }
    }
}

/// The file name of a participant's documents, without extension; a number tells namesakes apart.
fn slug_of(cohort: &Cohort, participant: usize) -> String {
    let slug = |number: usize| {
        let name = file_names::slug(&cohort.participants[number].name);
        match name.is_empty() || file_names::invalid_on_windows(&name).is_some() {
            true => format!("{}-{name}", number + 1),
            false => name,
        }
    };
    let own = slug(participant);
    match (0..participant).filter(|&other| slug(other) == own).count() {
        0 => own,
        before => format!("{own}-{}", before + 1),
    }
}

/// Whether `document`, a path in the output folder, is about a programme.
pub(crate) fn is_of_programme(document: &str) -> bool {
    is_in(document, DocumentNames::programmes)
}

/// Whether `document`, a path in the output folder, is a diploma, which only `spind diploma` makes.
pub(crate) fn is_diploma(document: &str) -> bool {
    let folder = document.rsplit('/').nth(1).unwrap_or_default();
    is_of_programme(document) && output_names::DIPLOMAS.contains(&folder)
}

/// Every name that a document has in some language, each once: earlier runs may have been in
/// another language than the next.
pub(crate) fn in_every_language(name: impl Fn(DocumentNames) -> String) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for language in Tag::VARIANTS {
        let name = name(DocumentNames(*language));
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// Whether the path `name` begins with `folder` in some language.
pub(super) fn is_in(name: &str, folder: impl Fn(DocumentNames) -> String) -> bool {
    in_every_language(folder).iter().any(|folder| name.starts_with(folder))
}

/// Whether `name`, a path in the output folder, is a file with several plans to print.
pub(crate) fn is_print(name: &str) -> bool {
    is_in(name, DocumentNames::prints)
}

/// Whether `document`, a path in the output folder, is about several people and is rebuilt by later
/// runs.
pub(crate) fn is_made_for_all(document: &str) -> bool {
    let internal = [DocumentNames::booklet, DocumentNames::strategic_plan];
    let is_called = |name: fn(DocumentNames) -> String| in_every_language(name).iter().any(|n| n == document);
    internal.into_iter().any(is_called)
        || is_public_booklet(document)
        || is_print(document)
        || is_volume(document)
        || is_school_booklet(document)
        || is_of_programme(document) && !is_diploma(document)
}

/// Whether `document`, a path in the output folder, is a volume of the internal booklet.
pub(super) fn is_volume(document: &str) -> bool {
    is_in(document, DocumentNames::volumes)
}

/// Whether `document`, a path in the output folder, is a school's booklet.
pub(crate) fn is_school_booklet(document: &str) -> bool {
    is_in(document, DocumentNames::school_booklets)
}

/// Whether `document`, a path in the output folder, is the public booklet or a volume of it.
pub(crate) fn is_public_booklet(document: &str) -> bool {
    in_every_language(DocumentNames::public_booklet).iter().any(|name| name == document)
        || is_public_volume(document)
}

/// Whether `document`, a path in the output folder, is a volume of the public booklet.
pub(super) fn is_public_volume(document: &str) -> bool {
    is_in(document, DocumentNames::public_volumes)
}

/// The department's identity in manifests, independent of where its folder is.
pub(super) fn department_name(department: &Department) -> String {
    let municipality = department.settings.municipality.as_deref().unwrap_or_default();
    format!("{municipality}/{}", department.settings.name)
}
