//! Consent to the public booklet.
//!
//! Two views of the same answer: [`ConsentingPerson`] comes from valid profiles and is published;
//! [`ConsentAnswer`] is read from any profile, even an invalid one, to detect withdrawals. Both look
//! at one file only, since the presence of another file must not show in a public document.

use std::sync::{Arc, LazyLock};

use regex::Regex;

use crate::department::person::{ProfileOwner, owner_of};
use crate::department::profile::Profile;
use crate::department::role_model::AreaIndex;
use crate::department::settings::SchoolIndex;
use crate::department::values::YesNo;
use crate::fields::{Field, consent, profile};
use crate::source::SourceFile;
use crate::source::parse;
use crate::source::spelling::spellings_of_any;
use crate::source::tree::{Node, Value};

/// The publishable data of a person who consented and whose own file is valid. Other files make no
/// difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsentingPerson {
    /// Name of the person.
    pub name: String,
    /// Index of the school.
    pub school: SchoolIndex,
    /// Job title.
    pub position: Option<String>,
    /// Current and wanted level of each area, `None` if not filled in.
    pub levels: Vec<Option<(i64, i64)>>,
    /// Areas that are no part of the person's work.
    pub not_relevant: Vec<AreaIndex>,
}

impl ConsentingPerson {
    /// The publishable data of `person`; `None` without consent.
    pub(crate) fn of(person: &Profile) -> Option<Self> {
        person.consent.booklet.then(|| Self {
            name: person.name.value.clone(),
            school: person.school,
            position: person.position.clone(),
            levels: person.levels.iter().map(|l| l.as_ref().map(|l| (l.current, l.wanted))).collect(),
            not_relevant: person.not_relevant.clone(),
        })
    }
}

/// The answer of a profile, as far as it can be read despite errors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ConsentAnswer {
    /// The person who answered.
    pub owner: ProfileOwner,
    /// Whether the answer is a readable yes.
    pub yes: bool,
}

impl ConsentAnswer {
    /// Reads the answer in the profile `file`.
    pub(crate) fn in_file(file: &Arc<SourceFile>) -> Self {
        let yes = match parse::parse(file, &mut crate::problem::Problems::default()) {
            Ok(Some(root)) => all_yes(values_of(&root, &profile::CONSENT), consent),
            // Invalid YAML is searched line by line.
            _ => text_consents(&file.text),
        };
        Self { owner: owner_of(file), yes }
    }
}

/// Whether the value of `samtykke` is a consent to the booklet.
fn consent(consents: &Node) -> bool {
    match &consents.value {
        // `hæfte:ja` without a space is a scalar.
        Value::Scalar(text) => text_consents(text),
        _ => all_yes(values_of(consents, &consent::BOOKLET), |node| node.text().is_some_and(is_yes)),
    }
}

fn is_yes(text: &str) -> bool {
    text.trim().parse() == Ok(YesNo(true))
}

/// The values of `field`, which may be duplicated by mistake.
fn values_of<'a>(node: &'a Node, field: &'static Field) -> impl Iterator<Item = &'a Node> {
    node.entries().iter().filter(|entry| entry.is(field)).map(|entry| &entry.value)
}

/// Whether there are answers and all are yes.
fn all_yes<T>(answers: impl Iterator<Item = T>, is_yes: impl FnMut(T) -> bool) -> bool {
    let mut answers = answers.peekable();
    answers.peek().is_some() && answers.all(is_yes)
}

/// Whether the lines of `text`, without comments, contain a consent.
fn text_consents(text: &str) -> bool {
    static ANSWER: LazyLock<Regex> = LazyLock::new(|| {
        let key = spellings_of_any(consent::BOOKLET.spellings());
        Regex::new(&format!(r#"(?:^|[\s{{,"'])(?:{key})["']?\s*:\s*["']?(\w*)"#))
            .expect("the pattern is valid")
    });
    let without_comment = |line: &'_ str| match line.trim_start().starts_with('#') {
        true => String::new(),
        false => line.split(" #").next().unwrap_or_default().to_owned(),
    };
    let lines: Vec<String> = text.lines().map(without_comment).collect();
    all_yes(lines.iter().flat_map(|line| ANSWER.captures_iter(line)), |answer| is_yes(&answer[1]))
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;
    use crate::source::FileKind;
    use crate::source::spelling::fold;

    fn yes(text: &str) -> bool {
        let file = SourceFile::new("a.yaml".into(), "a.yaml".into(), FileKind::Profile, text.to_owned());
        ConsentAnswer::in_file(&Arc::new(file)).yes
    }

    #[test]
    fn the_key_counts_in_every_spelling_despite_invalid_yaml() {
        for key in consent::BOOKLET.spellings() {
            let decomposed: String = key.nfd().collect();
            for key in [key.to_owned(), key.to_uppercase(), fold(key), decomposed] {
                let answers = |answer: &str| format!("profil: ]\nsamtykke: {{\"{key}\": {answer}}}\n");
                assert!(yes(&answers("ja")), "{key}");
                assert!(!yes(&answers("nej")), "{key}");
                assert!(!yes(&format!("{}hæfte: ja\n", answers("nej"))), "{key}");
            }
        }
    }

    #[test]
    fn only_a_yes_that_can_be_read_is_one() {
        for text in [
            "samtykke:\n  hæfte: ja\n",
            "samtykke: {haefte: yes, oplærer: nej}\n",
            "Samtykke:\n  \"Hæfte\": \"ja\"\n",
            "profil:\n  dansk: [1\nsamtykke:\n\thæfte: ja # altid\n",
            "samtykke:\n  hæfte:ja\n",
            "profil: ]\nsamtykke: {hæfte: ja}\n",
        ] {
            assert!(yes(text), "{text}");
        }
        for text in [
            "",
            "navn: Anne\n",
            "samtykke:\n  hæfte: nej\n",
            "samtykke:\n  hæfte:\n",
            "samtykke:\n  hæfte: måske\n",
            "samtykke:\n  oplærer: ja\n",
            "hæfte: ja\n",
            "samtykke:\n  hæfte: ja\n  hæfte: nej\n",
            "samtykke: [\n#  hæfte: ja\n",
            "samtykke: [\n  oplærer: ja # hæfte: ja\n",
            "profil: ]\nsamtykke: {hæfte: nej}\n",
            "profil: ]\nsamtykke: {hæfte: jamen}\n",
            "profil: ]\nsamtykke:\n hæfte: ja\n hæfte: nej\n",
            "profil: ]\narbejdshæfte: ja\n",
        ] {
            assert!(!yes(text), "{text}");
        }
    }
}
