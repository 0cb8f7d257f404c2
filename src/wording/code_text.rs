//! Wording of what a department knows about a [code](crate::verify::CodeStatus), shared by `verify` and the
//! pages of `serve`.

use crate::agreement::Agreement;
use crate::agreement::record::Signer;
use crate::agreement::signature_status::SignatureStatus;
use crate::language::Language;
use crate::verify::{CodeQuery, CodeStatus};

/// The lines about a code for which there is no document.
pub(crate) fn without_document(status: &CodeStatus, code: CodeQuery, language: &Language) -> Vec<String> {
    let mut lines = lines(status, language);
    if status.agreement().is_some() && !status.identifies_department(code) {
        lines.push(language.say("verify-no-department", &[]));
    }
    lines
}

/// The lines about the code of a plan.
pub(crate) fn lines(status: &CodeStatus, language: &Language) -> Vec<String> {
    let owner_of = |key: &str, agreement: &Agreement| {
        let facts = [("name", agreement.name.as_str().into()), ("school", agreement.school.as_str().into())];
        language.say(key, &facts)
    };
    match status {
        CodeStatus::Current { agreement, status } => {
            let mut lines = vec![owner_of(current_key(status), agreement)];
            lines.extend(signatures(status, language));
            lines.push(language.say("verify-covers", &[]));
            lines
        }
        CodeStatus::Changed { agreement, signed, changes } => {
            let mut lines = vec![owner_of("verify-changed", agreement)];
            lines.extend(signatures(signed, language));
            match changes {
                Some(changes) => {
                    lines.extend(changes.iter().map(|c| format!("- {}", c.message.in_language(language))));
                }
                None => lines.push(language.say("verify-profile-missing", &[])),
            }
            lines
        }
        CodeStatus::Unknown => {
            vec![language.say("verify-unknown", &[]), language.say_attribute("verify-unknown", "hint", &[])]
        }
    }
}

/// The signatures, one line per role.
pub(crate) fn signatures(status: &SignatureStatus, language: &Language) -> Vec<String> {
    let roles = [(Signer::Employee, "label-employee"), (Signer::Leader, "label-leader")];
    let line = |(signer, role)| {
        let role = language.say(role, &[]);
        let Some(noted) = status.by(signer).filter(|noted| noted.current) else {
            return language.say("verify-not-noted", &[("role", role.into())]);
        };
        let key = if noted.compared { "verify-noted" } else { "verify-noted-not-compared" };
        let by = match &noted.by {
            Some(who) => language.say("verify-noted-by", &[("who", who.as_str().into())]),
            None => language.say("verify-noted-by-unknown", &[]),
        };
        let noted = language.say(key, &[("role", role.into()), ("date", language.date(noted.date).into())]);
        format!("{noted} {by}")
    };
    let mut lines = roles.map(line).to_vec();
    if !status.noted.is_empty() {
        lines.push(language.say("verify-only-noted", &[]));
    }
    lines
}

/// Message key for the first line about a current agreement, by its signatures.
fn current_key(status: &SignatureStatus) -> &'static str {
    match status.noted.iter().filter(|noted| noted.current).count() {
        0 if status.noted.is_empty() => "verify-current-unsigned",
        0 => "verify-current-changed",
        1 => "verify-current-by-one",
        _ => "verify-current",
    }
}
