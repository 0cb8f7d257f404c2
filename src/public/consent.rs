//! Who has said yes to the public booklet, and what it may then tell of her.

use std::sync::{Arc, LazyLock};

use regex::Regex;

use crate::department::person::{ProfileOwner, owner_of};
use crate::department::profile::Profile;
use crate::department::settings::SchoolIndex;
use crate::department::values::YesNo;
use crate::fields::{Field, consent, profile};
use crate::source::SourceFile;
use crate::source::parse;
use crate::source::tree::{Node, Value};

/// Somebody whose file says `samtykke: hæfte: ja` and has no error of its own. What
/// other files say makes no difference here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsentingPerson {
    /// The name.
    pub name: String,
    /// The school.
    pub school: SchoolIndex,
    /// The position.
    pub position: Option<String>,
    /// The current and the wanted level of each area, `None` where not filled in.
    pub levels: Vec<Option<(i64, i64)>>,
}

impl ConsentingPerson {
    /// What may be told of `person`, who may have said no.
    pub(crate) fn of(person: &Profile) -> Option<Self> {
        person.consent.booklet.then(|| Self {
            name: person.name.value.clone(),
            school: person.school,
            position: person.position.clone(),
            levels: person.levels.iter().map(|l| l.as_ref().map(|l| (l.current, l.wanted))).collect(),
        })
    }
}

/// Whether a profile says yes to the public booklet, as far as that can be read,
/// errors or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsentAnswer {
    /// Whose answer it is.
    pub owner: ProfileOwner,
    /// Whether it is yes. What can't be read is no yes.
    pub yes: bool,
}

impl ConsentAnswer {
    /// The answer in the profile `file`.
    pub fn in_file(file: &Arc<SourceFile>) -> Self {
        let yes = match parse::parse(file, &mut crate::problem::Problems::default()) {
            Ok(Some(root)) => all_yes(under(&root, &profile::CONSENT), consent),
            // Where the text is no YAML, its lines may still say it.
            _ => line(&file.text),
        };
        Self { owner: owner_of(file), yes }
    }
}

/// What a consent's own node says; for all of `samtykke`.
fn consent(consents: &Node) -> bool {
    match &consents.value {
        // `hæfte:ja` without the space is a text.
        Value::Scalar(text) => line(text),
        _ => all_yes(under(consents, &consent::BOOKLET), |node| node.text().is_some_and(is_yes)),
    }
}

fn is_yes(text: &str) -> bool {
    text.trim().parse() == Ok(YesNo(true))
}

/// The values of `field`, which may stand there twice by mistake.
fn under<'a>(node: &'a Node, field: &'static Field) -> impl Iterator<Item = &'a Node> {
    node.entries().iter().filter(|entry| entry.is(field)).map(|entry| &entry.value)
}

/// Whether there is a yes and nothing else.
fn all_yes<T>(answers: impl Iterator<Item = T>, is_yes: impl FnMut(T) -> bool) -> bool {
    let mut answers = answers.peekable();
    answers.peek().is_some() && answers.all(is_yes)
}

/// What the lines of `text` say, comments aside.
fn line(text: &str) -> bool {
    static ANSWER: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r#"(?i)(?:^|[\s{,"'])(?:h(?:æ|ä|ae|a\u{308}|e)fte|booklet)["']?\s*:\s*["']?(\w*)"#)
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
    use super::*;
    use crate::source::FileKind;

    fn yes(text: &str) -> bool {
        let file = SourceFile::new("a.yaml".into(), "a.yaml".into(), FileKind::Profile, text.to_owned());
        ConsentAnswer::in_file(&Arc::new(file)).yes
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
