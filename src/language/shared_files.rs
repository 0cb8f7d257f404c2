//! The names of the department's shared files in each language.

use strum::VariantArray;

use super::Tag;

/// The name of one shared file without its extension, by [`Tag`].
pub type Names = [&'static str; Tag::VARIANTS.len()];

/// The settings.
pub static SETTINGS: Names = ["afdeling", "förvaltning", "avdeling", "department"];
/// The role model.
pub static ROLE_MODEL: Names = ["rollemodel", "rollmodell", "rollemodell", "role-model"];
/// The course catalogue.
pub static CATALOGUE: Names = ["kurser", "kurser", "kurs", "courses"];
/// Names of the settings in earlier versions and without marks.
pub static OTHER_SETTINGS: [(&str, Tag); 2] = [("avdelning", Tag::Sv), ("forvaltning", Tag::Sv)];

/// The ending of a leader's view, and of the folder of those of a closed year.
pub static LEADER_VIEW: Names = ["leder", "chef", "leder", "manager"];

/// The folder of programmes.
pub static PROGRAMMES: Names = ["forløb", "program", "forløp", "programmes"];

/// The ending of the answers to a cohort's questions.
pub static ANSWERS: Names = ["svar", "svar", "svar", "answers"];

/// Replaces the names of shared files in `text`, which may be of any language, by those in
/// `language`.
pub(super) fn rename(mut text: String, language: Tag) -> String {
    for names in [SETTINGS, ROLE_MODEL, CATALOGUE] {
        for other in names {
            text = text.replace(&format!("{other}.yaml"), &format!("{}.yaml", names[language as usize]));
        }
    }
    text
}
