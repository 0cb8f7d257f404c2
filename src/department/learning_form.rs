//! The forms of learning, and the role model's own names of them, such as *makkerlæring* for peer
//! training. The names replace the program's words in documents and can be typed wherever a form
//! can.

use std::collections::BTreeMap;

use strum::{IntoStaticStr, VariantArray};

use super::values::Text;
use crate::fields::{Field, form_names, role_model};
use crate::language::Language;
use crate::problem::{Code, Problem, Problems};
use crate::source::section::Section;
use crate::source::spelling::{Word as _, fold};

/// A form of learning (*læringsform*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, VariantArray, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum LearningForm {
    /// Labour-market course.
    Amu,
    /// The municipal diploma or a module of it.
    Kommunom,
    /// The municipalities' own course provider.
    Cok,
    /// Organized by the municipality itself.
    #[strum(serialize = "intern")]
    Internal,
    /// A colleague teaches at the desk.
    #[strum(serialize = "sidemandsoplæring")]
    PeerTraining,
    /// A temporary job in another office.
    #[strum(serialize = "jobrotation")]
    JobRotation,
    /// Self-study.
    #[strum(serialize = "selvstudie")]
    SelfStudy,
    /// A local group that shares experience.
    #[strum(serialize = "erfa")]
    PeerGroup,
    /// A course of any other provider.
    #[strum(serialize = "kursus")]
    Course,
    /// Swedish higher vocational education (*yrkeshögskola*) or a part of it.
    Yh,
    /// The Norwegian trade certificate and the way to it.
    Fagbrev,
    /// Anything else.
    #[strum(serialize = "andet")]
    Other,
}

/// Names of forms of learning.
#[derive(Clone, Debug, Default)]
pub struct FormNames {
    /// In the order of the forms.
    names: Vec<(LearningForm, String)>,
    /// By folded name.
    forms: BTreeMap<String, LearningForm>,
}

impl FormNames {
    /// The own name of `form`, if the role model gives one.
    pub(crate) fn own(&self, form: LearningForm) -> Option<&str> {
        self.names.iter().find(|(named, _)| *named == form).map(|(_, name)| name.as_str())
    }

    /// The name of `form` in documents.
    pub(crate) fn printed(&self, form: LearningForm, language: &Language) -> String {
        self.own(form).map_or_else(|| language.say(form.word_key(), &[]), str::to_owned)
    }

    /// The form with this own name, or else with this word.
    pub(crate) fn form(&self, text: &str) -> Option<LearningForm> {
        self.forms.get(&fold(text)).copied().or_else(|| LearningForm::from_word(text))
    }

    /// The own names.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(|(_, name)| name.as_str())
    }
}

/// The key that names `form`.
pub(crate) fn field(form: LearningForm) -> &'static Field {
    match form {
        LearningForm::Amu => &form_names::AMU,
        LearningForm::Kommunom => &form_names::KOMMUNOM,
        LearningForm::Cok => &form_names::COK,
        LearningForm::Internal => &form_names::INTERNAL,
        LearningForm::PeerTraining => &form_names::PEER_TRAINING,
        LearningForm::JobRotation => &form_names::JOB_ROTATION,
        LearningForm::SelfStudy => &form_names::SELF_STUDY,
        LearningForm::PeerGroup => &form_names::PEER_GROUP,
        LearningForm::Course => &form_names::COURSE,
        LearningForm::Yh => &form_names::YH,
        LearningForm::Fagbrev => &form_names::FAGBREV,
        LearningForm::Other => &form_names::OTHER,
    }
}

/// Reads the names from the role model's `fields`. Reports a name that already means another form,
/// and leaves it out.
pub(super) fn read(fields: &mut Section<'_>, problems: &mut Problems) -> FormNames {
    let mut read = FormNames::default();
    let Some(mut section) = fields.section(&role_model::FORMS, problems) else { return read };
    for form in LearningForm::VARIANTS {
        let Some(name) = section.optional::<Text>(field(*form), problems) else { continue };
        if let Some(other) = read.form(&name.value.0).filter(|other| other != form) {
            let word = other.written(name.place.file.language());
            problems.push(
                Problem::new(Code::DuplicateFormName, name.place)
                    .with("value", &name.value.0)
                    .with("other", word),
            );
            continue;
        }
        read.forms.insert(fold(&name.value.0), *form);
        read.names.push((*form, name.value.0));
    }
    section.finish(problems);
    read
}
