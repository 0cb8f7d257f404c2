//! The names of the department's shared files in each language.

use strum::VariantArray;

use super::Tag;

/// The name of one shared file without its extension, by [`Tag`].
pub(crate) type Names = [&'static str; Tag::VARIANTS.len()];

/// The settings.
pub static SETTINGS: Names = ["afdeling", "förvaltning", "avdeling", "department"];
/// The role model.
pub static ROLE_MODEL: Names = ["rollemodel", "rollmodell", "rollemodell", "role-model"];
/// The course catalogue.
pub static CATALOGUE: Names = ["kurser", "kurser", "kurs", "courses"];
/// Names of the settings in earlier versions and without marks.
pub(crate) static OTHER_SETTINGS: [(&str, Tag); 2] = [("avdelning", Tag::Sv), ("forvaltning", Tag::Sv)];

/// The ending of a leader's view, and of the folder of those of a closed year.
pub(crate) static LEADER_VIEW: Names = ["leder", "chef", "leder", "manager"];

/// The folder of programmes.
pub(crate) static PROGRAMMES: Names = ["forløb", "program", "forløp", "programmes"];

/// The ending of the answers to a cohort's questions.
pub(crate) static ANSWERS: Names = ["svar", "svar", "svar", "answers"];

/// Replaces the names of shared files in `text`, which may be of any language, by those in
/// `language`.
///
/// Reads the text once, as every start of the program renames in all messages.
pub(super) fn rename(text: &str, language: Tag) -> String {
    const EXTENSION: &str = ".yaml";
    let mut renamed = String::with_capacity(text.len());
    for part in text.split_inclusive(EXTENSION) {
        let name = part.strip_suffix(EXTENSION).and_then(|before| {
            let mut tables = [SETTINGS, ROLE_MODEL, CATALOGUE].into_iter();
            tables.find_map(|names| {
                let before = names.iter().find_map(|name| before.strip_suffix(name))?;
                Some((before, names[language as usize]))
            })
        });
        match name {
            Some((before, name)) => renamed.extend([before, name, EXTENSION]),
            None => renamed.push_str(part),
        }
    }
    renamed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_every_language_become_those_of_one() {
        let text = "kurser.yaml, förvaltning.yaml og role-model.yaml, ikke anna.yaml eller kurser";
        let swedish = "kurser.yaml, förvaltning.yaml og rollmodell.yaml, ikke anna.yaml eller kurser";
        assert_eq!(rename(text, Tag::Sv), swedish);
        assert_eq!(rename("", Tag::Nb), "");
    }
}
