//! The fixed words of the file format and the messages that spell them.
//!
//! Where a document prints the word, the message that it prints comes first, and files of that
//! language hold the same word. Messages that begin with `spelled-` hold words for files alone, and
//! those with `also-` inflected forms.

use super::catalogue::{LearningForm, Teaching};
use super::level_text::NoLevel;
use super::profile::{Priority, ResponsibleRole, Status};
use super::role_model::{AmuCoverage, CompetencyKind};
use super::settings::Currency;
use super::values::Answer;
use crate::source::spelling::{Word, words};

words! {
    LearningForm {
        Amu: "form-amu" "also-form-amu";
        Kommunom: "form-kommunom";
        Cok: "form-cok";
        Internal: "form-internal" "also-form-internal";
        PeerTraining: "form-peer-training" "also-form-peer-training";
        JobRotation: "form-job-rotation" "also-form-job-rotation";
        SelfStudy: "form-self-study" "also-form-self-study";
        PeerGroup: "form-peer-group" "also-form-peer-group";
        Course: "form-course" "also-form-course";
        Yh: "form-yh" "also-form-yh";
        Fagbrev: "form-fagbrev" "also-form-fagbrev";
        Other: "form-other" "also-form-other";
    }
    Teaching {
        Day: "teaching-day" "also-teaching-day";
        Evening: "teaching-evening" "also-teaching-evening";
        Online: "teaching-online" "also-teaching-online";
    }
    Status {
        Proposed: "status-proposed" "also-status-proposed";
        Agreed: "status-agreed" "also-status-agreed";
        Enrolled: "status-enrolled" "also-status-enrolled";
        Started: "status-started" "also-status-started";
        Done: "status-done" "also-status-done";
        Postponed: "status-postponed" "also-status-postponed";
        Dropped: "status-dropped" "also-status-dropped";
    }
    Priority {
        Need: "priority-need" "also-priority-need";
        Nice: "priority-nice" "also-priority-nice";
    }
    AmuCoverage {
        Full: "spelled-amu-full" "amu-full";
        Partial: "spelled-amu-partial" "amu-partial";
        None: "spelled-amu-none" "amu-none";
    }
    CompetencyKind {
        Personal: "spelled-kind-personal" "schema-competency-personal";
        Professional: "spelled-kind-professional" "schema-competency-professional";
    }
    ResponsibleRole {
        Leader: "responsible-leader" "also-responsible-leader" "schema-responsible-leader";
        Employee: "responsible-employee" "also-responsible-employee" "schema-responsible-employee";
        Department: "responsible-department" "also-responsible-department" "schema-responsible-department";
    }
    Answer {
        Yes: "answer-yes";
        No: "answer-no";
    }
    NoLevel {
        NotKnown: "also-level-not-known";
        NotRelevant: "label-not-relevant" "also-level-not-relevant";
    }
    Currency {
        Dkk: ;
        Sek: ;
        Nok: ;
        Eur: ;
    }
}

/// The message that documents print for a word.
macro_rules! printed_words {
    ($($type:ident)*) => {
        $(
            impl $type {
                /// The key of the word that documents print.
                pub fn word_key(self) -> &'static str {
                    self.messages()[0]
                }
            }
        )*
    };
}

printed_words! { LearningForm Teaching Status Priority ResponsibleRole }

impl AmuCoverage {
    /// The key of its sentence, such as *Dækkes af AMU.*
    pub fn sentence_key(self) -> &'static str {
        match self {
            Self::Full => "amu-full",
            Self::Partial => "amu-partial",
            Self::None => "amu-none",
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Debug;

    use strum::VariantArray;

    use super::*;
    use crate::agreement::record::Signer;
    use crate::export::Edition;
    use crate::language::{Language, Tag};
    use crate::public::Editions;
    use crate::schema::SchemaKind;

    /// Every spelling of every word is read as that word, in any case, and so is what files hold.
    fn each_spelling_means_its_word<T: Word + Debug>() {
        for &word in T::VARIANTS {
            assert_eq!(word.written(Tag::Da), word.into(), "Danish files hold the canonical word");
            for &tag in Tag::VARIANTS {
                assert_eq!(T::from_word(word.written(tag)), Some(word), "{tag:?} {}", word.written(tag));
                let texts = word.messages().iter().map(|key| Language::of(tag).say(key, &[]));
                for spelling in
                    texts.flat_map(|text| text.split(',').map(str::to_uppercase).collect::<Vec<_>>())
                {
                    assert_eq!(T::from_word(&spelling), Some(word), "{tag:?} {spelling}");
                }
            }
        }
        assert_eq!(T::from_word("noget helt andet"), None);
    }

    #[test]
    fn every_fixed_word_is_typed_as_it_is_printed() {
        each_spelling_means_its_word::<LearningForm>();
        each_spelling_means_its_word::<Status>();
        each_spelling_means_its_word::<Priority>();
        each_spelling_means_its_word::<AmuCoverage>();
        each_spelling_means_its_word::<CompetencyKind>();
        each_spelling_means_its_word::<ResponsibleRole>();
        each_spelling_means_its_word::<Answer>();
        each_spelling_means_its_word::<NoLevel>();
        each_spelling_means_its_word::<Currency>();
        each_spelling_means_its_word::<Signer>();
        each_spelling_means_its_word::<Edition>();
        each_spelling_means_its_word::<Editions>();
        each_spelling_means_its_word::<SchemaKind>();
    }

    #[test]
    fn a_trade_union_is_never_offered_for_a_profession() {
        for word in CompetencyKind::all_spellings() {
            assert!(!word.to_lowercase().contains("facklig"), "{word}");
        }
        assert_eq!(CompetencyKind::from_word("facklig"), None);
    }
}
