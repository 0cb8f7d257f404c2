//! By what a document is known to be up to date.

use std::fmt;

use blake3::Hasher;

/// A hash of all that makes a document's bytes. As long as a document has the same
/// key, typesetting it again would give the same file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key(blake3::Hash);

impl Key {
    /// The key of `parts`, in their order.
    pub fn of<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> Self {
        let mut hasher = Hasher::new();
        for part in parts {
            // With its length, so that no text can move from one part to the next.
            hasher.update(&(part.len() as u64).to_be_bytes());
            hasher.update(part);
        }
        Self(hasher.finalize())
    }

    /// Its bytes, as a part of another key.
    pub fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

/// Hexadecimal, as the list of files holds it.
impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.to_hex().fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_where_makes_the_key() {
        let key = |parts: &[&str]| Key::of(parts.iter().map(|part| part.as_bytes()));
        assert_eq!(key(&["a", "b"]), key(&["a", "b"]));
        for other in [&["ab", ""][..], &["", "ab"], &["b", "a"], &["a", "b", ""], &["a"]] {
            assert_ne!(key(&["a", "b"]), key(other), "{other:?}");
        }
    }
}
