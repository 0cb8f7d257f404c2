//! The editions of the department's booklet, and which of them are asked for.
//!
//! An edition is a type: what a type does not hold, no view, chart or PDF can show.

pub mod consent;
pub mod edition;
pub mod listed;
pub mod publication;

use strum::{IntoStaticStr, VariantArray};

use crate::source::spelling::words;

/// Which booklets are made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, VariantArray, IntoStaticStr)]
pub enum Editions {
    /// The one for the department itself.
    #[default]
    #[strum(serialize = "intern")]
    Internal,
    /// The one for everybody.
    #[strum(serialize = "offentlig")]
    Public,
    /// Both.
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
    /// Whether the department's own is among them.
    pub fn internal(self) -> bool {
        self != Self::Public
    }

    /// Whether the public one is among them.
    pub fn public(self) -> bool {
        self != Self::Internal
    }
}
