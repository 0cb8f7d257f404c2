//! A text with some of its bytes replaced, and the way back to the original's places.

use std::ops::Range;

/// A text under correction.
pub(super) struct MendedText {
    text: String,
    /// What was replaced, in order and apart.
    replaced: Vec<Replaced>,
}

struct Replaced {
    /// The replacement's bytes in the current text.
    here: Range<usize>,
    /// The bytes of the original that it replaces.
    original: Range<usize>,
}

impl MendedText {
    pub fn new(text: &str) -> Self {
        Self { text: text.to_owned(), replaced: Vec::new() }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// Replaces some bytes of the current text.
    pub fn replace(&mut self, bytes: Range<usize>, put: &str) {
        let mut joined = Replaced { here: bytes.clone(), original: self.original(&bytes) };
        // One replacement with those that it touches.
        self.replaced.retain(|other| {
            let touches = other.here.start <= bytes.end && bytes.start <= other.here.end;
            if touches {
                joined.here = union(&joined.here, &other.here);
                joined.original = union(&joined.original, &other.original);
            }
            !touches
        });
        let moved = |at: usize| at + put.len() - bytes.len();
        for later in self.replaced.iter_mut().filter(|other| other.here.start >= bytes.end) {
            later.here = moved(later.here.start)..moved(later.here.end);
        }
        joined.here.end = moved(joined.here.end);
        let at = self.replaced.partition_point(|other| other.here.start < joined.here.start);
        self.replaced.insert(at, joined);
        self.text.replace_range(bytes, put);
    }

    /// Whether none of these bytes was replaced.
    pub fn is_original(&self, bytes: &Range<usize>) -> bool {
        !self.replaced.iter().any(|other| other.here.start <= bytes.end && bytes.start <= other.here.end)
    }

    /// The bytes of the original that these bytes of the current text stand for.
    pub fn original(&self, bytes: &Range<usize>) -> Range<usize> {
        let behind = |next: usize, at: usize| match next.checked_sub(1).map(|before| &self.replaced[before]) {
            Some(before) => before.original.end + (at - before.here.end),
            None => at,
        };
        let next = self.replaced.partition_point(|other| other.here.end <= bytes.start);
        let start = match self.replaced.get(next) {
            Some(within) if within.here.start <= bytes.start => within.original.start,
            _ => behind(next, bytes.start),
        };
        let next = self.replaced.partition_point(|other| other.here.end < bytes.end);
        let end = match self.replaced.get(next) {
            Some(within) if within.here.start < bytes.end => within.original.end,
            _ => behind(next, bytes.end),
        };
        start..end.max(start)
    }
}

fn union(one: &Range<usize>, other: &Range<usize>) -> Range<usize> {
    one.start.min(other.start)..one.end.max(other.end)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn places_lead_back_to_the_original() {
        let mut text = MendedText::new("a:1\nb 2\nc: 3\n");
        text.replace(1..2, ": ");
        text.replace(6..7, ": ");
        assert_eq!(text.text(), "a: 1\nb: 2\nc: 3\n");
        assert_eq!(text.original(&(3..4)), 2..3);
        assert_eq!(text.original(&(8..9)), 6..7);
        assert_eq!(text.original(&(10..11)), 8..9);
        assert!(text.is_original(&(10..11)) && !text.is_original(&(0..3)));
    }

    proptest! {
        #[test]
        fn what_was_not_replaced_is_found_again(
            changes in prop::collection::vec((any::<prop::sample::Index>(), 0..4_usize, "[a-z]{0,5}"), 0..6),
        ) {
            let original: String = ('A'..='Z').collect();
            let mut text = MendedText::new(&original);
            for (at, length, put) in changes {
                let start = at.index(text.text().len() + 1);
                let end = (start + length).min(text.text().len());
                text.replace(start..end, &put);
            }
            for (at, letter) in text.text().char_indices().filter(|(_, c)| c.is_ascii_uppercase()) {
                let found = text.original(&(at..at + 1));
                prop_assert_eq!(&original[found], letter.to_string(), "{}", text.text());
            }
        }
    }
}
