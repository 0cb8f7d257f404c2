//! The fixed words of the file format as documents print them.

use crate::department::Department;
use crate::department::catalogue::LearningForm;
use crate::department::profile::{Priority, Responsible, Status};
use crate::language::Language;

/// A form of learning, such as `AMU` or `sidemandsoplæring`.
pub fn form(form: LearningForm, language: &Language) -> String {
    let key = match form {
        LearningForm::Amu => "form-amu",
        LearningForm::Kommunom => "form-kommunom",
        LearningForm::Cok => "form-cok",
        LearningForm::Internal => "form-internal",
        LearningForm::PeerTraining => "form-peer-training",
        LearningForm::JobRotation => "form-job-rotation",
        LearningForm::SelfStudy => "form-self-study",
        LearningForm::PeerGroup => "form-peer-group",
        LearningForm::Other => "form-other",
    };
    language.say(key, &[])
}

/// How far a plan line is.
pub fn status(status: Status, language: &Language) -> String {
    let key = match status {
        Status::Proposed => "status-proposed",
        Status::Agreed => "status-agreed",
        Status::Enrolled => "status-enrolled",
        Status::Started => "status-started",
        Status::Done => "status-done",
        Status::Postponed => "status-postponed",
        Status::Dropped => "status-dropped",
    };
    language.say(key, &[])
}

/// How important an area is; empty where nobody has said.
pub fn priority(priority: Option<Priority>, language: &Language) -> String {
    match priority {
        Some(Priority::Need) => language.say("priority-need", &[]),
        Some(Priority::Nice) => language.say("priority-nice", &[]),
        None => String::new(),
    }
}

/// Who sees to a plan line.
pub fn responsible(responsible: &Responsible, department: &Department, language: &Language) -> String {
    match responsible {
        Responsible::Leader => language.say("responsible-leader", &[]),
        Responsible::Employee => language.say("responsible-employee", &[]),
        Responsible::Department => department.settings.name.clone(),
        Responsible::Named(name) => name.clone(),
    }
}
