//! The public edition of the booklet, for which each person must have consented.
//!
//! The steps are, in order:
//!
//! 1. [`consent`] reads the answer of each profile, independent of all other files.
//! 2. [`edition`] is the data that may be published. The type has no fields for anything else and
//!    no reference back to a profile, so no view, chart or PDF of it can leak other data.
//! 3. [`listed`] encodes the published people in the PDF's keywords, and reads them back from an
//!    earlier PDF. So a withdrawal is noticed without any state besides the document.
//! 4. [`crate::run::publication`] compares the earlier PDF with the consents in every run, and writes, rewrites
//!    or deletes it.
//!
//! The view is in [`crate::document::view::public_booklet`], the exported tables in
//! [`crate::export::public`].

pub(crate) mod consent;
pub(crate) mod edition;
pub mod listed;

pub use edition::PublicEdition;

use strum::{IntoStaticStr, VariantArray};

use crate::source::spelling::words;

/// The requested editions of the booklet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, VariantArray, IntoStaticStr)]
pub enum Editions {
    /// For the department itself.
    #[default]
    #[strum(serialize = "intern")]
    Internal,
    /// For everybody.
    #[strum(serialize = "offentlig")]
    Public,
    /// Internal and public.
    #[strum(serialize = "alle")]
    All,
}

words! {
    Editions {
        Internal: "spelled-edition-internal";
        Public: "spelled-edition-public";
        All: "spelled-edition-all";
    }
}

impl Editions {
    /// Whether the internal edition is requested.
    pub(crate) fn internal(self) -> bool {
        self != Self::Public
    }

    /// Whether the public edition is requested.
    pub(crate) fn public(self) -> bool {
        self != Self::Internal
    }
}
