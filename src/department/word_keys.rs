//! The fixed words of the file format, and the messages with their spellings.
//!
//! The first message is the one that documents print, so files of that language use the same word.
//! Messages that start with `spelled-` are for files only, those with `also-` are inflected forms.

use super::catalogue::Teaching;
use super::learning_form::LearningForm;
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
        Yes: "answer-yes" "also-answer-yes";
        No: "answer-no" "also-answer-no";
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

/// Implements the key of the message that documents print for a word.
macro_rules! printed_words {
    ($($type:ident)*) => {
        $(
            impl $type {
                /// Key of the message that documents print.
                pub fn word_key(self) -> &'static str {
                    self.messages()[0]
                }
            }
        )*
    };
}

printed_words! { LearningForm Teaching Status Priority ResponsibleRole }

impl AmuCoverage {
    /// Key of a sentence, such as *Dækkes af AMU.*
    pub(crate) fn sentence_key(self) -> &'static str {
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

    /// Asserts that every spelling of every word parses to it, in any case.
    fn assert_spellings_parse<T: Word + Debug>() {
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
    fn printed_words_can_be_typed() {
        assert_spellings_parse::<LearningForm>();
        assert_spellings_parse::<Status>();
        assert_spellings_parse::<Priority>();
        assert_spellings_parse::<AmuCoverage>();
        assert_spellings_parse::<CompetencyKind>();
        assert_spellings_parse::<ResponsibleRole>();
        assert_spellings_parse::<Answer>();
        assert_spellings_parse::<NoLevel>();
        assert_spellings_parse::<Currency>();
        assert_spellings_parse::<Signer>();
        assert_spellings_parse::<Edition>();
        assert_spellings_parse::<Editions>();
        assert_spellings_parse::<SchemaKind>();
    }

    #[test]
    fn the_swedish_word_for_trade_union_is_not_suggested_for_professional() {
        for word in CompetencyKind::all_spellings() {
            assert!(!word.to_lowercase().contains("facklig"), "{word}");
        }
        assert_eq!(CompetencyKind::from_word("facklig"), None);
    }
}
