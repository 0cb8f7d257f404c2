//! The editing session of one run: the chosen profile, the tokens of its forms, and what is needed
//! to merge and undo.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::storage::canonical;

/// The most forms whose tokens are accepted; the oldest expires.
const MAX_FORMS: usize = 256;
/// The most texts of profiles that are kept to merge changes.
const MAX_TEXTS: usize = 32;

/// The profile that a run may change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChosenProfile {
    /// The department's folder.
    pub folder: PathBuf,
    /// The profile's path within it, with `/` on every system.
    pub file: String,
}

impl ChosenProfile {
    /// Whether this is the profile `file` of the department in `folder`.
    pub fn is(&self, folder: &std::path::Path, file: &str) -> bool {
        let same = |one, other| matches!((canonical(one), canonical(other)), (Ok(a), Ok(b)) if a == b);
        self.file == file && (self.folder == folder || same(&self.folder, folder))
    }
}

/// How a run may change files.
#[derive(Clone, Debug, Default)]
pub struct EditingOptions {
    /// Whether a leader runs it, who may note agreements but gives no consents.
    pub is_leader: bool,
    /// The profile to change; chosen on a page if `None`.
    pub chosen: Option<ChosenProfile>,
    /// Whether the first page offers a choice of tasks.
    pub starts_with_tasks: bool,
    /// The folder of the documents, to name it on that page.
    pub documents: Option<PathBuf>,
}

/// The state of the forms.
pub struct EditingSession {
    pub options: EditingOptions,
    chosen: Mutex<Option<ChosenProfile>>,
    forms: Mutex<FormTokens>,
    texts: Mutex<VecDeque<(String, Arc<str>)>>,
    undo: Mutex<Option<Undo>>,
}

/// The last write, to be undone.
#[derive(Clone)]
pub struct Undo {
    pub path: PathBuf,
    pub before: Vec<u8>,
    pub after: Vec<u8>,
}

#[derive(Default)]
struct FormTokens {
    /// Oldest first.
    open: VecDeque<String>,
    used: VecDeque<String>,
}

/// The state of a posted token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenState {
    /// It is valid, and used up now.
    Fresh,
    /// The same form was posted before.
    Used,
    /// Expired, or never given out.
    Unknown,
}

impl EditingSession {
    pub fn new(options: EditingOptions) -> Self {
        let chosen = Mutex::new(options.chosen.clone());
        Self { options, chosen, forms: Mutex::default(), texts: Mutex::default(), undo: Mutex::default() }
    }

    pub fn chosen(&self) -> Option<ChosenProfile> {
        lock(&self.chosen).clone()
    }

    /// Chooses the profile of this run; returns whether it is chosen now. The first choice stays.
    pub fn choose(&self, profile: ChosenProfile) -> bool {
        let mut chosen = lock(&self.chosen);
        *chosen.get_or_insert_with(|| profile.clone()) == profile
    }

    /// A new token for a form.
    ///
    /// # Errors
    /// If the system has no random bytes.
    pub fn new_token(&self) -> Result<String, getrandom::Error> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes)?;
        let token = blake3::Hash::from_bytes(bytes).to_hex().to_string();
        let mut forms = lock(&self.forms);
        forms.open.push_back(token.clone());
        while forms.open.len() > MAX_FORMS {
            forms.open.pop_front();
        }
        Ok(token)
    }

    /// Uses the token of a posted form up.
    pub fn redeem(&self, token: &str) -> TokenState {
        let mut forms = lock(&self.forms);
        if let Some(at) = forms.open.iter().position(|open| open == token) {
            let token = forms.open.remove(at);
            forms.used.extend(token);
            while forms.used.len() > MAX_FORMS {
                forms.used.pop_front();
            }
            return TokenState::Fresh;
        }
        if forms.used.iter().any(|used| used == token) { TokenState::Used } else { TokenState::Unknown }
    }

    /// Remembers a text from which a form is made; returns its digest for the form.
    pub fn remember(&self, text: &str) -> String {
        let digest = blake3::hash(text.as_bytes()).to_hex().to_string();
        let mut texts = lock(&self.texts);
        let known = texts.iter().position(|(known, _)| *known == digest);
        let entry = known.and_then(|at| texts.remove(at)).unwrap_or_else(|| (digest.clone(), text.into()));
        texts.push_back(entry);
        while texts.len() > MAX_TEXTS {
            texts.pop_front();
        }
        digest
    }

    /// The remembered text with `digest`.
    pub fn text(&self, digest: &str) -> Option<Arc<str>> {
        lock(&self.texts).iter().find(|(known, _)| known == digest).map(|(_, text)| Arc::clone(text))
    }

    pub fn set_undo(&self, undo: Option<Undo>) {
        *lock(&self.undo) = undo;
    }

    pub fn undo(&self) -> Option<Undo> {
        lock(&self.undo).clone()
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_accepted_once_and_expires() {
        let session = EditingSession::new(EditingOptions::default());
        let token = session.new_token().expect("random bytes");
        assert_eq!(session.redeem(&token), TokenState::Fresh);
        assert_eq!(session.redeem(&token), TokenState::Used);
        assert_eq!(session.redeem(""), TokenState::Unknown);
        let old = session.new_token().expect("random bytes");
        for _ in 0..MAX_FORMS {
            session.new_token().expect("random bytes");
        }
        assert_eq!(session.redeem(&old), TokenState::Unknown);
    }

    #[test]
    fn the_first_choice_of_a_profile_stays() {
        let session = EditingSession::new(EditingOptions::default());
        let profile = |file: &str| ChosenProfile { folder: "x".into(), file: file.to_owned() };
        assert!(session.choose(profile("a.yaml")));
        assert!(session.choose(profile("a.yaml")));
        assert!(!session.choose(profile("b.yaml")));
        assert_eq!(session.chosen(), Some(profile("a.yaml")));
    }
}
