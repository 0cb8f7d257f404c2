//! The fixed words of the file format, as keys under which each language has
//! its own word for them.

use super::catalogue::{LearningForm, Teaching};
use super::profile::{Priority, Status};
use super::role_model::AmuCoverage;

impl LearningForm {
    /// The key of its word, such as *sidemandsoplæring*.
    pub fn word_key(self) -> &'static str {
        match self {
            Self::Amu => "form-amu",
            Self::Kommunom => "form-kommunom",
            Self::Cok => "form-cok",
            Self::Internal => "form-internal",
            Self::PeerTraining => "form-peer-training",
            Self::JobRotation => "form-job-rotation",
            Self::SelfStudy => "form-self-study",
            Self::PeerGroup => "form-peer-group",
            Self::Other => "form-other",
        }
    }
}

impl Teaching {
    /// The key of its word, such as *aften*.
    pub fn word_key(self) -> &'static str {
        match self {
            Self::Day => "teaching-day",
            Self::Evening => "teaching-evening",
            Self::Online => "teaching-online",
        }
    }
}

impl Status {
    /// The key of its word, such as *tilmeldt*.
    pub fn word_key(self) -> &'static str {
        match self {
            Self::Proposed => "status-proposed",
            Self::Agreed => "status-agreed",
            Self::Enrolled => "status-enrolled",
            Self::Started => "status-started",
            Self::Done => "status-done",
            Self::Postponed => "status-postponed",
            Self::Dropped => "status-dropped",
        }
    }
}

impl Priority {
    /// The key of its word, such as *nødvendig*.
    pub fn word_key(self) -> &'static str {
        match self {
            Self::Need => "priority-need",
            Self::Nice => "priority-nice",
        }
    }
}

impl AmuCoverage {
    /// The key of its sentence, such as *Dækkes af AMU.*
    pub fn word_key(self) -> &'static str {
        match self {
            Self::Full => "amu-full",
            Self::Partial => "amu-partial",
            Self::None => "amu-none",
        }
    }
}
