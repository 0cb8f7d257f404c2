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
pub(crate) struct ChosenProfile {
    /// The department's folder.
    pub folder: PathBuf,
    /// The profile's path within it, with `/` on every system.
    pub file: String,
}

impl ChosenProfile {
    /// Whether this is the profile `file` of the department in `folder`.
    pub(crate) fn is(&self, folder: &std::path::Path, file: &str) -> bool {
        let same = |one, other| matches!((canonical(one), canonical(other)), (Ok(a), Ok(b)) if a == b);
        self.file == file && (self.folder == folder || same(&self.folder, folder))
    }
}

/// How a run may change files.
#[derive(Clone, Debug, Default)]
pub(crate) struct EditingOptions {
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
pub(super) struct EditingSession {
    pub options: EditingOptions,
    chosen: Mutex<Option<ChosenProfile>>,
    forms: Mutex<FormTokens>,
    /// Held while a posted form is processed, so that a second click waits for the first.
    posting: Mutex<()>,
    texts: Mutex<VecDeque<(String, Arc<str>)>>,
    undo: Mutex<Option<Undo>>,
    saved: Mutex<Option<Saved>>,
}

/// What the page after a post says about it, once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Saved {
    /// The path of the page below `/profil/`.
    pub page: String,
    /// The message key.
    pub key: &'static str,
    /// Sentences about what was saved.
    pub details: Vec<String>,
}

/// The last write, to be undone.
#[derive(Clone)]
pub(super) struct Undo {
    pub path: PathBuf,
    pub before: Vec<u8>,
    pub after: Vec<u8>,
}

#[derive(Default)]
struct FormTokens {
    /// Oldest first.
    open: VecDeque<String>,
    written: VecDeque<WrittenForm>,
}

/// A form that was written.
struct WrittenForm {
    token: String,
    answers: blake3::Hash,
    /// The digest of the text that it became.
    text: String,
}

/// The state of a posted token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenState {
    /// Nothing was written for it.
    Open,
    /// The same answers were written for it.
    Written,
    /// Other answers were written for it.
    WrittenOtherwise,
    /// Expired, or never given out.
    Unknown,
}

impl EditingSession {
    pub(super) fn new(options: EditingOptions) -> Self {
        let chosen = Mutex::new(options.chosen.clone());
        Self {
            options,
            chosen,
            forms: Mutex::default(),
            posting: Mutex::default(),
            texts: Mutex::default(),
            undo: Mutex::default(),
            saved: Mutex::default(),
        }
    }

    /// Whether the first page is the choice of tasks. A dropped profile has its own page.
    pub(super) fn has_tasks(&self) -> bool {
        self.options.starts_with_tasks && self.options.chosen.is_none()
    }

    pub(super) fn chosen(&self) -> Option<ChosenProfile> {
        lock(&self.chosen).clone()
    }

    /// Chooses the profile of this run; returns whether it is chosen now. The first choice stays.
    pub(super) fn choose(&self, profile: ChosenProfile) -> bool {
        let mut chosen = lock(&self.chosen);
        *chosen.get_or_insert_with(|| profile.clone()) == profile
    }

    /// A new token for a form.
    ///
    /// # Errors
    /// If the system has no random bytes.
    pub(super) fn new_token(&self) -> Result<String, getrandom::Error> {
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

    /// Lets one posted form at a time be processed.
    pub(super) fn posting(&self) -> MutexGuard<'_, ()> {
        lock(&self.posting)
    }

    /// The state of the token of a form that is posted with `answers`.
    pub(super) fn token_state(&self, token: &str, answers: &blake3::Hash) -> TokenState {
        let forms = lock(&self.forms);
        match forms.written.iter().find(|written| written.token == token) {
            Some(written) if written.answers == *answers => TokenState::Written,
            Some(_) => TokenState::WrittenOtherwise,
            None if forms.open.iter().any(|open| open == token) => TokenState::Open,
            None => TokenState::Unknown,
        }
    }

    /// Uses up the token of a form whose `answers` became `text`. A form that was refused stays open.
    pub(super) fn use_token(&self, token: &str, answers: blake3::Hash, text: &str) {
        let text = self.remember(text);
        let mut forms = lock(&self.forms);
        let Some(at) = forms.open.iter().position(|open| open == token) else { return };
        forms.open.remove(at);
        forms.written.push_back(WrittenForm { token: token.to_owned(), answers, text });
        while forms.written.len() > MAX_FORMS {
            forms.written.pop_front();
        }
    }

    /// The digest of the text that the form with `token` became.
    pub(super) fn written_text(&self, token: &str) -> Option<String> {
        let forms = lock(&self.forms);
        forms.written.iter().find(|written| written.token == token).map(|written| written.text.clone())
    }

    /// Remembers a text from which a form is made; returns its digest for the form.
    pub(super) fn remember(&self, text: &str) -> String {
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
    pub(super) fn text(&self, digest: &str) -> Option<Arc<str>> {
        lock(&self.texts).iter().find(|(known, _)| known == digest).map(|(_, text)| Arc::clone(text))
    }

    pub(super) fn set_undo(&self, undo: Option<Undo>) {
        *lock(&self.undo) = undo;
    }

    pub(super) fn undo(&self) -> Option<Undo> {
        lock(&self.undo).clone()
    }

    /// Remembers what the next page says.
    pub(super) fn set_saved(&self, saved: Saved) {
        *lock(&self.saved) = Some(saved);
    }

    /// What `page` says about the last post; nothing when it is loaded again.
    pub(super) fn take_saved(&self, page: &str) -> Option<Saved> {
        lock(&self.saved).take_if(|saved| saved.page == page)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_used_up_by_what_it_wrote_and_expires() {
        let session = EditingSession::new(EditingOptions::default());
        let token = session.new_token().expect("random bytes");
        let (one, other) = (blake3::hash(b"one"), blake3::hash(b"other"));
        assert_eq!(session.token_state(&token, &one), TokenState::Open);
        assert_eq!(session.token_state(&token, &one), TokenState::Open);
        session.use_token(&token, one, "navn: Anna\n");
        assert_eq!(
            session.written_text(&token).and_then(|digest| session.text(&digest)).as_deref(),
            Some("navn: Anna\n")
        );
        assert_eq!(session.token_state(&token, &one), TokenState::Written);
        assert_eq!(session.token_state(&token, &other), TokenState::WrittenOtherwise);
        session.use_token("", one, "");
        assert_eq!(session.token_state("", &one), TokenState::Unknown);
        let old = session.new_token().expect("random bytes");
        for _ in 0..MAX_FORMS {
            session.new_token().expect("random bytes");
        }
        assert_eq!(session.token_state(&old, &one), TokenState::Unknown);
    }

    #[test]
    fn a_page_says_once_that_it_was_saved() {
        let session = EditingSession::new(EditingOptions::default());
        let saved = Saved { page: "plan".to_owned(), key: "edit-saved", details: Vec::new() };
        session.set_saved(saved.clone());
        assert_eq!(session.take_saved("niveauer"), None);
        assert_eq!(session.take_saved("plan"), Some(saved));
        assert_eq!(session.take_saved("plan"), None);
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
