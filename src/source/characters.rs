//! Kinds of characters that texts may have and readers can't see.

/// True for characters without a visible glyph: controls, format characters, soft hyphen.
pub fn is_invisible(c: char) -> bool {
    c.is_control() || is_format_character(c) || c == '\u{ad}'
}

/// True for code points that Unicode reserves as noncharacters, which XML forbids and no font shows.
pub(crate) fn is_noncharacter(c: char) -> bool {
    matches!(u32::from(c), 0xFDD0..=0xFDEF) || u32::from(c) & 0xFFFE == 0xFFFE
}

/// True for characters that only join, separate or reorder others.
///
/// Bidirectional ones could make a page differ from its file.
pub(crate) fn is_format_character(c: char) -> bool {
    matches!(
        c,
        '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
    )
}
