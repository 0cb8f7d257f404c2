//! A text with replacements that maps byte ranges back to the original.

use std::ops::Range;

/// A text to which corrections are applied one after the other.
pub(super) struct CorrectedText {
    text: String,
    /// Replaced ranges, sorted and disjoint.
    replaced: Vec<Replaced>,
}

struct Replaced {
    /// Byte range in the current text.
    current: Range<usize>,
    /// Byte range in the original.
    original: Range<usize>,
}

impl CorrectedText {
    pub(super) fn new(text: &str) -> Self {
        Self { text: text.to_owned(), replaced: Vec::new() }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Replaces `bytes` of the current text.
    pub(super) fn replace(&mut self, bytes: Range<usize>, replacement: &str) {
        let mut joined = Replaced { current: bytes.clone(), original: self.original(&bytes) };
        // Merge with adjacent replacements.
        self.replaced.retain(|other| {
            let touches = other.current.start <= bytes.end && bytes.start <= other.current.end;
            if touches {
                joined.current = union(&joined.current, &other.current);
                joined.original = union(&joined.original, &other.original);
            }
            !touches
        });
        let shift = |at: usize| at + replacement.len() - bytes.len();
        for later in self.replaced.iter_mut().filter(|other| other.current.start >= bytes.end) {
            later.current = shift(later.current.start)..shift(later.current.end);
        }
        joined.current.end = shift(joined.current.end);
        let at = self.replaced.partition_point(|other| other.current.start < joined.current.start);
        self.replaced.insert(at, joined);
        self.text.replace_range(bytes, replacement);
    }

    /// True if `bytes` of the current text touch no replacement.
    pub(super) fn is_original(&self, bytes: &Range<usize>) -> bool {
        !self
            .replaced
            .iter()
            .any(|other| other.current.start <= bytes.end && bytes.start <= other.current.end)
    }

    /// Maps `bytes` of the current text to the original; a position inside a replacement maps to its
    /// edge.
    pub(super) fn original(&self, bytes: &Range<usize>) -> Range<usize> {
        let unreplaced =
            |next: usize, at: usize| match next.checked_sub(1).map(|before| &self.replaced[before]) {
                Some(before) => before.original.end + (at - before.current.end),
                None => at,
            };
        let next = self.replaced.partition_point(|other| other.current.end <= bytes.start);
        let start = match self.replaced.get(next) {
            Some(within) if within.current.start <= bytes.start => within.original.start,
            _ => unreplaced(next, bytes.start),
        };
        let next = self.replaced.partition_point(|other| other.current.end < bytes.end);
        let end = match self.replaced.get(next) {
            Some(within) if within.current.start < bytes.end => within.original.end,
            _ => unreplaced(next, bytes.end),
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
    fn ranges_map_back_to_the_original() {
        let mut text = CorrectedText::new("a:1\nb 2\nc: 3\n");
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
        fn every_unreplaced_byte_maps_back_to_itself(
            changes in prop::collection::vec((any::<prop::sample::Index>(), 0..4_usize, "[a-z]{0,5}"), 0..6),
        ) {
            let original: String = ('A'..='Z').collect();
            let mut text = CorrectedText::new(&original);
            for (at, length, replacement) in changes {
                let start = at.index(text.text().len() + 1);
                let end = (start + length).min(text.text().len());
                text.replace(start..end, &replacement);
            }
            for (at, letter) in text.text().char_indices().filter(|(_, c)| c.is_ascii_uppercase()) {
                let found = text.original(&(at..at + 1));
                prop_assert_eq!(&original[found], letter.to_string(), "{}", text.text());
            }
        }
    }
}
