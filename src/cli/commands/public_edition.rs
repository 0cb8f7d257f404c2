//! Messages about the public edition after a build.

use fluent_bundle::FluentValue;

use crate::cli::messages::{error_text, shown};
use crate::language::Language;
use crate::public::listed::ListedPerson;
use crate::run::{PublicationOutcome, PublicationState};

/// The lines to print. `only_problems` leaves out people who were added, but never a withdrawal.
pub(super) fn messages(
    edition: &PublicationOutcome,
    language: &Language,
    only_problems: bool,
) -> Vec<String> {
    let path = || FluentValue::from(shown(&edition.path));
    let say = |key: &str| language.say(key, &[("path", path())]);
    let error = |key: &str| error_text(language, key, &[("path", path())]);
    let mut lines = Vec::new();
    let list = |key: &str, people: Vec<&ListedPerson>, lines: &mut Vec<String>| {
        if !people.is_empty() {
            lines.push(language.say(key, &[]));
            lines.extend(people.iter().map(|person| format!("  {}, {}", person.name, person.school)));
        }
    };
    if edition.state == PublicationState::Left {
        return vec![error("public-left")];
    }
    list("public-withdrawn", edition.withdrawn.iter().collect(), &mut lines);
    if edition.unreadable {
        lines.push(say("public-tells-nobody"));
    }
    let others = edition.went_out.iter().filter(|person| !edition.withdrawn.contains(person));
    list("public-went-out", others.collect(), &mut lines);
    if !only_problems {
        list("public-came-in", edition.came_in.iter().collect(), &mut lines);
    }
    list("public-contradicted", edition.contradicted.iter().collect(), &mut lines);
    let has_left = edition.unreadable || !edition.withdrawn.is_empty() || !edition.went_out.is_empty();
    match edition.state {
        PublicationState::Built if has_left => lines.push(say("public-built-again")),
        PublicationState::Built | PublicationState::UpToDate | PublicationState::Left => {}
        PublicationState::Deleted => lines.push(say("public-deleted")),
        PublicationState::Nobody => lines.push(error("public-nobody")),
        PublicationState::Failed if has_left => lines.push(error("public-still-there")),
        PublicationState::Failed => {}
    }
    if has_left {
        lines.push(language.say("public-on-the-web", &[]));
    }
    lines
}
