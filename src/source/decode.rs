//! Decodes bytes to text: UTF-8, UTF-16, and the legacy encodings of Windows, DOS and the Mac.
//!
//! Legacy encodings carry no signature, so a heuristic picks the one in which the text looks
//! most like Nordic text.

use std::borrow::Cow;

use encoding_rs::{Encoding, MACINTOSH, UTF_16BE, WINDOWS_1252};

/// Detected encoding of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum DecodedAs {
    /// UTF-8, with or without a byte order mark.
    #[default]
    Utf8,
    /// UTF-16 of either byte order, recognized by its byte order mark.
    Utf16,
    /// A legacy encoding, the only plausible one.
    Legacy(Legacy),
    /// UTF-8 that was misread in a legacy encoding and saved as UTF-8 again (mojibake).
    DoubleUtf8,
    /// Two legacy encodings are about equally plausible. The fields describe the first word in
    /// which they differ.
    Ambiguous {
        /// Byte offset of the word in the decoded text.
        at: usize,
        /// The word in the chosen encoding.
        read: String,
        /// The word in the runner-up.
        other: String,
    },
}

/// An 8-bit encoding from before Unicode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Legacy {
    /// Western European Windows; Notepad calls it ANSI.
    Windows1252,
    /// Classic Mac OS.
    MacRoman,
    /// Western European DOS.
    Cp850,
    /// Nordic DOS.
    Cp865,
}

// The characters of bytes 0x80 to 0xFF. Source: Unicode's mapping tables of Microsoft's code pages.
const CP850: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";
const CP865: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø₧ƒáíóúñÑªº¿⌐¬½¼¡«¤░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";

impl Legacy {
    /// All encodings; where two decode to the same text, the earlier is reported.
    const ALL: [Self; 4] = [Self::Windows1252, Self::MacRoman, Self::Cp850, Self::Cp865];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Windows1252 => "Windows-1252",
            Self::MacRoman => "Mac Roman",
            Self::Cp850 => "DOS, CP850",
            Self::Cp865 => "DOS, CP865",
        }
    }

    fn decode(self, bytes: &[u8]) -> String {
        let table = match self {
            Self::Windows1252 => return WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
            Self::MacRoman => return MACINTOSH.decode_without_bom_handling(bytes).0.into_owned(),
            Self::Cp850 => CP850,
            Self::Cp865 => CP865,
        };
        let table: Vec<char> = table.chars().collect();
        let high = |byte: u8| usize::from(byte).checked_sub(0x80).and_then(|at| table.get(at).copied());
        bytes.iter().map(|&byte| high(byte).unwrap_or(char::from(byte))).collect()
    }

    /// Encodes `text`; `None` if it has a character that the encoding lacks.
    fn encode(self, text: &str) -> Option<Vec<u8>> {
        let bytes: Vec<u8> = (0..=u8::MAX).collect();
        let chars: Vec<char> = self.decode(&bytes).chars().collect();
        let byte = |c: char| u8::try_from(chars.iter().position(|other| *other == c)?).ok();
        text.chars().map(byte).collect()
    }
}

/// Decodes `bytes` and strips the byte order mark.
pub(crate) fn decode(bytes: &[u8]) -> (String, DecodedAs) {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(&bytes[mark..]);
        if encoding != encoding_rs::UTF_8 {
            return (text.into_owned(), DecodedAs::Utf16);
        }
        return decoded_utf8(text.into_owned());
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => decoded_utf8(text.to_owned()),
        Err(_) => decode_legacy(bytes),
    }
}

/// Undoes double encoding in text that decoded as valid UTF-8.
fn decoded_utf8(text: String) -> (String, DecodedAs) {
    match repair_mojibake(&text) {
        Cow::Owned(repaired) => (repaired, DecodedAs::DoubleUtf8),
        Cow::Borrowed(_) => (text, DecodedAs::Utf8),
    }
}

/// Repairs mojibake: text whose UTF-8 bytes were decoded as a legacy encoding, possibly repeatedly.
pub(crate) fn repair_mojibake(text: &str) -> Cow<'_, str> {
    const MAX_ROUNDS: usize = 3;
    let mut repaired = Cow::Borrowed(text);
    for _ in 0..MAX_ROUNDS {
        let Some(before) = repair_mojibake_once(&repaired) else { break };
        repaired = Cow::Owned(before);
    }
    repaired
}

/// Undoes one round of double encoding in every run of non-ASCII characters; `None` if nothing changed.
fn repair_mojibake_once(text: &str) -> Option<String> {
    // How Windows-1252 and Mac Roman show the lead byte of Nordic letters and common punctuation.
    if !text.contains(['Ã', 'Â', 'â', 'Å', '√', '‚']) {
        return None;
    }
    let mut restored = String::with_capacity(text.len());
    let mut found = false;
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| !c.is_ascii()) {
        let end = rest[start..].find(|c: char| c.is_ascii()).map_or(rest.len(), |length| start + length);
        restored.push_str(&rest[..start]);
        let run = &rest[start..end];
        match [WINDOWS_1252, MACINTOSH].into_iter().find_map(|encoding| reinterpret(run, encoding)) {
            Some(original) => {
                found = true;
                restored.push_str(&original);
            }
            None => restored.push_str(run),
        }
        rest = &rest[end..];
    }
    restored.push_str(rest);
    found.then_some(restored)
}

/// Encodes `run` in `encoding` and decodes it as UTF-8; `None` if the result is not plausible text.
fn reinterpret(run: &str, encoding: &'static Encoding) -> Option<String> {
    let (bytes, _, unmappable) = encoding.encode(run);
    let text = std::str::from_utf8(&bytes).ok().filter(|_| !unmappable)?;
    // `SÅ…` encodes to valid UTF-8 by coincidence, so punctuation rules out uncommon letters.
    let has_punctuation = run.contains(['–', '—', '‘', '’', '“', '”', '„', '»', '«', '…', '•', '·']);
    let is_common = |c: char| {
        matches!(c, '\u{a0}'..='\u{ff}') || "–—‘’“”„…•€™".contains(c) || c.is_alphabetic() && !has_punctuation
    };
    (text.chars().count() < run.chars().count() && text.chars().all(is_common)).then(|| text.to_owned())
}

/// Decodes bytes that are not valid UTF-8 in the legacy encoding that scores best.
fn decode_legacy(bytes: &[u8]) -> (String, DecodedAs) {
    let mut candidates: Vec<(i64, Legacy, String)> = Vec::new();
    for encoding in Legacy::ALL {
        let text = encoding.decode(bytes);
        if !candidates.iter().any(|(_, _, other)| *other == text) {
            candidates.push((score_text(&text), encoding, text));
        }
    }
    // A stable sort keeps the order of `Legacy::ALL` among equal scores.
    candidates.sort_by_key(|(score, ..)| std::cmp::Reverse(*score));
    let mut candidates = candidates.into_iter();
    let Some((score, encoding, text)) = candidates.next() else { return Default::default() };
    let Some((runner_up, _, other)) = candidates.next() else {
        return (text, DecodedAs::Legacy(encoding));
    };
    // A lead of one letter proves nothing; implausible words in every other encoding do.
    if score > 0 && runner_up < 0 || score - runner_up >= 2 * NORDIC_LETTER {
        return (text, DecodedAs::Legacy(encoding));
    }
    let first_difference = words(&text).zip(words(&other)).find(|((_, one), (_, two))| one != two);
    let (at, read, other) = match first_difference {
        Some(((at, one), (_, two))) => (at, one.to_owned(), two.to_owned()),
        None => (0, String::new(), String::new()),
    };
    (text, DecodedAs::Ambiguous { at, read, other })
}

/// Score of a Nordic letter; the unit of all other scores.
const NORDIC_LETTER: i64 = 3;

/// Scores how much `text` looks like Nordic text.
///
/// Nordic letters raise the score; symbols and capitals inside words, and rarely typed
/// characters, lower it.
fn score_text(text: &str) -> i64 {
    words(text).filter(|(_, word)| !word.is_ascii()).map(|(_, word)| score_word(word)).sum()
}

fn score_word(word: &str) -> i64 {
    let pairs = word.chars().zip(word.chars().skip(1)).map(score_pair).sum::<i64>();
    let chars = word.chars().filter(|c| !c.is_ascii()).map(score_char).sum::<i64>();
    let parts = word
        .trim_matches(|c: char| !c.is_alphanumeric())
        .split(['-', '\'', '’', '/', '.', '_', ':', ';', ',', '+', '&', '(', ')', '"', '|'])
        .filter(|part| is_implausible(part))
        .count();
    pairs + chars - 3 * NORDIC_LETTER * parts as i64
}

/// Scores two adjacent characters: symbols rarely touch a letter.
fn score_pair((one, two): (char, char)) -> i64 {
    const BESIDE_LETTERS: &str = "–—‘’“”„»«…·•²³";
    if one.is_alphabetic() == two.is_alphabetic() {
        return 0;
    }
    let symbol = if one.is_alphabetic() { two } else { one };
    if symbol.is_ascii() || BESIDE_LETTERS.contains(symbol) { 0 } else { -2 * NORDIC_LETTER }
}

/// Scores one non-ASCII character by how common it is in Nordic text.
fn score_char(c: char) -> i64 {
    const PUNCTUATION: &str = "–—‘’“”„»«…·•§°½¼¾²³£€©®´\u{a0}";
    /// Letters in names from other languages.
    const IN_NAMES: &str = "àáâçèêëíîïñóôúýžšðþ";
    match c {
        'æ' | 'ø' | 'å' | 'Æ' | 'Ø' | 'Å' | 'ä' | 'ö' | 'Ä' | 'Ö' => NORDIC_LETTER,
        'é' | 'É' | 'ü' | 'Ü' | 'ß' => NORDIC_LETTER - 1,
        c if IN_NAMES.contains(c.to_lowercase().next().unwrap_or(c)) => -1,
        c if c.is_alphabetic() => -NORDIC_LETTER,
        c if PUNCTUATION.contains(c) => 0,
        _ => -2 * NORDIC_LETTER,
    }
}

/// True for a part of a word that is unlikely in any language: a symbol inside it, odd case, or
/// a lone letter that is not a word.
fn is_implausible(part: &str) -> bool {
    const INSIDE_WORDS: &str = "–—’·²³";
    let chars: Vec<char> = part.chars().collect();
    let is_lone_letter = matches!(
        chars[..],
        [c] if !c.is_ascii() && !matches!(c, 'å' | 'ø' | 'æ' | 'Å' | 'Ø' | 'Æ' | 'ö' | 'ä' | 'é' | 'à')
    );
    let has_symbol = chars.iter().any(|c| !c.is_alphabetic() && !c.is_ascii() && !INSIDE_WORDS.contains(*c));
    has_symbol || has_odd_case(&chars) || is_lone_letter
}

/// True if upper and lower case are mixed implausibly: `SÃ¸ren`, `üSE`.
fn has_odd_case(letters: &[char]) -> bool {
    let has_lowercase = letters.iter().any(|c| c.is_lowercase());
    let has_inner_uppercase = letters.iter().skip(1).any(|c| c.is_uppercase() && !c.is_ascii());
    let has_lowercase_accents_only = letters.iter().filter(|c| c.is_uppercase()).count() > 1
        && letters.iter().all(|c| c.is_uppercase() || !c.is_ascii() || !c.is_alphabetic());
    has_lowercase && (has_inner_uppercase || has_lowercase_accents_only)
}

/// Words of `text` with their byte offsets.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split(char::is_whitespace).map(move |word| {
        // `split` yields an empty word between two whitespace characters, so exactly one follows each word.
        let start = at;
        at += word.len() + text[start + word.len()..].chars().next().map_or(0, char::len_utf8);
        (start, word)
    })
}

/// Encodes `text` as the new content of a file that held `before`, in the encoding and with the byte
/// order mark that the file had.
///
/// If the encoding is uncertain, or `text` would not be read back from it, the file becomes UTF-8 with
/// a byte order mark, so that old versions of Notepad recognize it.
pub(crate) fn encode_like(before: &[u8], text: &str) -> Vec<u8> {
    let mark = Encoding::for_bom(before).map(|(encoding, _)| encoding);
    let decoded = decode(before).1;
    let encoded = match &decoded {
        DecodedAs::Utf8 if mark.is_none() => Some(text.as_bytes().to_vec()),
        DecodedAs::Utf16 if mark == Some(UTF_16BE) => Some(utf16(text, u16::to_be_bytes)),
        DecodedAs::Utf16 => Some(utf16(text, u16::to_le_bytes)),
        DecodedAs::Legacy(encoding) => encoding.encode(text),
        DecodedAs::Utf8 | DecodedAs::DoubleUtf8 | DecodedAs::Ambiguous { .. } => None,
    };
    encoded
        .filter(|bytes| *bytes == text.as_bytes() || decode(bytes) == (text.to_owned(), decoded))
        .unwrap_or_else(|| format!("\u{feff}{text}").into_bytes())
}

/// Encodes `text` as UTF-16 with a byte order mark.
fn utf16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(to_bytes).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unicode_and_windows_encodings_are_detected() {
        let utf16: Vec<u8> =
            [0xFF, 0xFE].into_iter().chain("økonomi".encode_utf16().flat_map(u16::to_le_bytes)).collect();
        assert_eq!(decode("økonomi".as_bytes()), ("økonomi".into(), DecodedAs::Utf8));
        assert_eq!(decode("\u{feff}økonomi".as_bytes()), ("økonomi".into(), DecodedAs::Utf8));
        assert_eq!(decode(&utf16), ("økonomi".into(), DecodedAs::Utf16));
        assert_eq!(decode(b"\xF8konomi"), ("økonomi".into(), DecodedAs::Legacy(Legacy::Windows1252)));
    }

    #[test]
    fn legacy_encodings_are_detected_in_nordic_text() {
        for text in [
            "navn: Søren Ørum\nskole: Nørre Lyngsø Skole\n",
            "stilling: Skolesekretær\n",
            "navn: Åse Ærenlund-Bækgård\n",
            "navn: ÅSE ÆRENLUND\n",
            "mål: Kan – på egen hånd – gøre regnskabet færdigt\n",
            "namn: Göran Åström\nskola: Västra skolan\n",
            "navn: René Sørensen\nmål: få overblik\n",
        ] {
            for encoding in Legacy::ALL {
                let Some(bytes) = encoding.encode(text) else { continue };
                let (read, decoded) = decode(&bytes);
                assert_eq!(read, text, "{encoding:?} {decoded:?}");
                assert!(matches!(decoded, DecodedAs::Legacy(_)), "{text} {encoding:?} {decoded:?}");
            }
        }
    }

    #[test]
    fn windows_1252_with_typographic_punctuation_is_detected() {
        for text in
            ["mål: “Få overblik” … så\n", "mål: Anne’s mål – på gensyn\n", "pris: 5 € på en god dag\n"]
        {
            let (read, decoded) = decode(&Legacy::Windows1252.encode(text).expect("it has these letters"));
            assert_eq!((read.as_str(), decoded), (text, DecodedAs::Legacy(Legacy::Windows1252)));
        }
    }

    #[test]
    fn words_plausible_in_two_encodings_are_not_taken_for_utf8() {
        // `’` in Windows, `í` on the Mac, `Æ` in DOS.
        let (_, decoded) = decode(b"navn: D\x92Angelo\n");
        assert!(!matches!(decoded, DecodedAs::Utf8), "{decoded:?}");
        let (_, decoded) = decode(b"navn: B\xF8\xBF\n");
        assert!(matches!(decoded, DecodedAs::Ambiguous { .. } | DecodedAs::Legacy(_)));
    }

    #[test]
    fn double_encoded_utf8_is_repaired() {
        for encoding in [Legacy::Windows1252, Legacy::MacRoman] {
            for text in ["navn: Søren Ærø\n", "mål: på – “får” é ü Å\n"] {
                let twice = encoding.decode(text.as_bytes());
                assert_eq!(
                    decode(twice.as_bytes()),
                    (text.to_owned(), DecodedAs::DoubleUtf8),
                    "{encoding:?}"
                );
            }
        }
        // One pasted name in an otherwise valid file.
        assert_eq!(decode("mål: på\nhos: SÃ¸ren\n".as_bytes()).0, "mål: på\nhos: Søren\n");
        for valid in ["navn: João Ção Ã\n", "navn: NAÇÃO\n", "√2 er Â\n", "navn: Søren\n"] {
            assert_eq!(decode(valid.as_bytes()), (valid.to_owned(), DecodedAs::Utf8));
        }
    }

    #[test]
    fn a_rewritten_file_keeps_its_encoding_and_byte_order_mark() {
        assert_eq!(encode_like("økonomi".as_bytes(), "it"), b"it");
        assert_eq!(encode_like("\u{feff}økonomi".as_bytes(), "it"), "\u{feff}it".as_bytes());
        for to_bytes in [u16::to_le_bytes, u16::to_be_bytes] {
            assert_eq!(encode_like(&utf16("økonomi", to_bytes), "på 😀"), utf16("på 😀", to_bytes));
        }
        let before = b"m\xE5l: L\xE6re \xF8konomi\n";
        assert_eq!(encode_like(before, "mål: Lære på øen\n"), b"m\xE5l: L\xE6re p\xE5 \xF8en\n");
        assert_eq!(encode_like(before, "mal\n"), b"mal\n");
        // What the encoding lacks needs Unicode.
        let text = "mål: Lære økonomi 😀\n";
        assert_eq!(encode_like(before, text), format!("\u{feff}{text}").as_bytes());
    }

    #[test]
    fn legacy_encodings_decode_to_the_same_nordic_letters() {
        for (bytes, expected) in [
            (&b"\xD8konomi p\xE5 \xC5dal \x96 \xBD"[..], "Økonomi på Ådal – ½"),
            (b"\xAFkonomi p\x8C skolen \xD0 \x8Cret", "Økonomi på skolen – året"),
            (b"\x9Dkonomi p\x86 skolen, \x8Fdal", "Økonomi på skolen, Ådal"),
            (b"L\x91ring og \x9Bvelse", "Læring og øvelse"),
            (b"S\x8Ak f\x9Ar l\x8Arare", "Säk för lärare"),
            (b"Caf\xE9", "Café"),
        ] {
            assert_eq!(decode(bytes).0, expected);
        }
    }

    #[test]
    fn mojibake_is_repaired() {
        for (broken, expected) in [
            ("Ã˜konomi pÃ¥ skolen â€“ Ã¥ret rundt", "Økonomi på skolen – året rundt"),
            ("Ã…dal", "Ådal"),
            ("lÃƒÂ¦rer", "lærer"),
            ("Åben på SÅ…", "Åben på SÅ…"),
            ("Crème brûlée, Â", "Crème brûlée, Â"),
        ] {
            assert_eq!(repair_mojibake(broken), expected, "{broken}");
        }
    }
}
