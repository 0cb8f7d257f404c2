//! The cache key that decides whether a document must be rebuilt.

use std::fmt;

use blake3::Hasher;

/// A hash of all inputs that determine a document's bytes. Equal keys mean equal files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key(blake3::Hash);

impl Key {
    /// Hashes `parts` in order.
    pub fn of<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> Self {
        let mut hasher = Hasher::new();
        for part in parts {
            // Length-prefixed, so that parts can't run into each other.
            hasher.update(&(part.len() as u64).to_be_bytes());
            hasher.update(part);
        }
        Self(hasher.finalize())
    }

    /// The bytes of the hash, as a part of another key.
    pub fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

/// Hexadecimal, as in the manifest.
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
