//! Bytes to text: UTF-8 with or without a byte order mark, UTF-16, and the
//! Windows-1252 that old Notepads still write.

use encoding_rs::{Encoding, WINDOWS_1252};

/// The encoding a file turned out to have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecodedAs {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16 of either byte order, known by its mark.
    Utf16,
    /// Windows-1252, assumed because the bytes are no UTF-8.
    Windows1252,
}

/// Decodes `bytes`; the byte order mark is not part of the text.
pub fn decode(bytes: &[u8]) -> (String, DecodedAs) {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(&bytes[mark..]);
        let as_ = if encoding == encoding_rs::UTF_8 { DecodedAs::Utf8 } else { DecodedAs::Utf16 };
        return (text.into_owned(), as_);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => (text.to_owned(), DecodedAs::Utf8),
        Err(_) => {
            let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
            (text.into_owned(), DecodedAs::Windows1252)
        }
    }
}

/// `text` as the bytes of a file that held `before`: UTF-8, with a byte order mark
/// where there was one. What was no UTF-8 becomes it, with a mark by which the
/// Notepad that wrote it knows.
pub fn encode_like(before: &[u8], text: &str) -> Vec<u8> {
    let marked = Encoding::for_bom(before).is_some() || decode(before).1 != DecodedAs::Utf8;
    let mark = if marked { "\u{feff}" } else { "" };
    format!("{mark}{text}").into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_encoding_of_a_danish_word_reads_the_same() {
        let utf16: Vec<u8> =
            [0xFF, 0xFE].into_iter().chain("økonomi".encode_utf16().flat_map(u16::to_le_bytes)).collect();
        assert_eq!(decode("økonomi".as_bytes()), ("økonomi".into(), DecodedAs::Utf8));
        assert_eq!(decode("\u{feff}økonomi".as_bytes()), ("økonomi".into(), DecodedAs::Utf8));
        assert_eq!(decode(&utf16), ("økonomi".into(), DecodedAs::Utf16));
        assert_eq!(decode(b"\xF8konomi"), ("økonomi".into(), DecodedAs::Windows1252));
    }

    #[test]
    fn a_changed_file_is_utf8_and_keeps_its_mark() {
        assert_eq!(encode_like("økonomi".as_bytes(), "it"), b"it");
        assert_eq!(encode_like("\u{feff}økonomi".as_bytes(), "it"), "\u{feff}it".as_bytes());
        assert_eq!(encode_like(b"\xF8konomi", "å"), "\u{feff}å".as_bytes());
    }
}
