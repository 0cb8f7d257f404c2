//! Bytes to text: UTF-8 with or without a byte order mark, UTF-16, and the older encodings
//! of Windows, DOS and the Mac, told apart by what Nordic text looks like.

use std::borrow::Cow;

use encoding_rs::{Encoding, MACINTOSH, WINDOWS_1252};

/// The encoding a file turned out to have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum DecodedAs {
    /// UTF-8, with or without a byte order mark.
    #[default]
    Utf8,
    /// UTF-16 of either byte order, known by its mark.
    Utf16,
    /// An encoding from before Unicode, in which alone the text reads like one.
    Legacy(Legacy),
    /// UTF-8 that was taken for an older encoding and saved as UTF-8 once more.
    TwiceUtf8,
    /// Bytes that can be read in two ways: a word of the text that was chosen, where it
    /// begins, and the same word in the other way.
    Unclear {
        /// The word's place in the text.
        at: usize,
        /// The word as it was read.
        read: String,
        /// The word as it may be meant.
        other: String,
    },
}

/// An encoding from before Unicode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Legacy {
    /// Windows in Western Europe, which Notepad calls ANSI.
    Windows1252,
    /// The Mac before OS X.
    MacRoman,
    /// DOS in Western Europe.
    Cp850,
    /// DOS in the Nordic countries.
    Cp865,
}

/// The characters of the bytes from 0x80. Source: Unicode's mapping tables of Microsoft's code pages.
const CP850: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";
const CP865: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø₧ƒáíóúñÑªº¿⌐¬½¼¡«¤░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";

impl Legacy {
    /// The likelier first where two give the same text.
    const ALL: [Self; 4] = [Self::Windows1252, Self::MacRoman, Self::Cp850, Self::Cp865];

    /// Its usual name.
    pub fn name(self) -> &'static str {
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
}

/// Decodes `bytes`; the byte order mark is not part of the text.
pub fn decode(bytes: &[u8]) -> (String, DecodedAs) {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(&bytes[mark..]);
        if encoding != encoding_rs::UTF_8 {
            return (text.into_owned(), DecodedAs::Utf16);
        }
        return once(text.into_owned());
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => once(text.to_owned()),
        Err(_) => legacy(bytes),
    }
}

/// The text of `text`, which may be UTF-8 twice over.
fn once(text: String) -> (String, DecodedAs) {
    match repaired(&text) {
        Cow::Owned(repaired) => (repaired, DecodedAs::TwiceUtf8),
        Cow::Borrowed(_) => (text, DecodedAs::Utf8),
    }
}

/// `text` as it was before UTF-8 was taken for an older encoding and written again, perhaps
/// more than once.
pub(crate) fn repaired(text: &str) -> Cow<'_, str> {
    const MAX_TIMES: usize = 3;
    let mut repaired = Cow::Borrowed(text);
    for _ in 0..MAX_TIMES {
        let Some(before) = taken_back_once(&repaired) else { break };
        repaired = Cow::Owned(before);
    }
    repaired
}

/// `text` with each run of signs that shows the bytes of a letter put back; `None` if there is none.
fn taken_back_once(text: &str) -> Option<String> {
    // The first byte of every Nordic letter and of the usual signs, as Windows and the Mac show it.
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
        match [WINDOWS_1252, MACINTOSH].into_iter().find_map(|encoding| taken_back(run, encoding)) {
            Some(meant) => {
                found = true;
                restored.push_str(&meant);
            }
            None => restored.push_str(run),
        }
        rest = &rest[end..];
    }
    restored.push_str(rest);
    found.then_some(restored)
}

/// The letters of which `run` shows the UTF-8 bytes in `encoding`; `None` where it does not.
fn taken_back(run: &str, encoding: &'static Encoding) -> Option<String> {
    let (bytes, _, unmappable) = encoding.encode(run);
    let text = std::str::from_utf8(&bytes).ok().filter(|_| !unmappable)?;
    // `SÅ…` happens to be the bytes of a letter too.
    let has_signs = run.contains(['–', '—', '‘', '’', '“', '”', '„', '»', '«', '…', '•', '·']);
    let is_usual = |c: char| {
        matches!(c, '\u{a0}'..='\u{ff}') || "–—‘’“”„…•€™".contains(c) || c.is_alphabetic() && !has_signs
    };
    (text.chars().count() < run.chars().count() && text.chars().all(is_usual)).then(|| text.to_owned())
}

/// The text of bytes that are no UTF-8: in the encoding in which it reads best.
fn legacy(bytes: &[u8]) -> (String, DecodedAs) {
    let mut readings: Vec<(i64, Legacy, String)> = Vec::new();
    for encoding in Legacy::ALL {
        let text = encoding.decode(bytes);
        if !readings.iter().any(|(_, _, other)| *other == text) {
            readings.push((likelihood(&text), encoding, text));
        }
    }
    // The first of the best; sorting keeps the order of equals.
    readings.sort_by_key(|(score, ..)| std::cmp::Reverse(*score));
    let mut readings = readings.into_iter();
    let Some((score, encoding, text)) = readings.next() else { return Default::default() };
    let Some((next, _, other)) = readings.next() else { return (text, DecodedAs::Legacy(encoding)) };
    // One more usual letter proves nothing; unlikely words in every other reading do.
    if score > 0 && next < 0 || score - next >= 2 * CLEAR {
        return (text, DecodedAs::Legacy(encoding));
    }
    let differs = words(&text).zip(words(&other)).find(|((_, one), (_, two))| one != two);
    let (at, read, other) = match differs {
        Some(((at, one), (_, two))) => (at, one.to_owned(), two.to_owned()),
        None => (0, String::new(), String::new()),
    };
    (text, DecodedAs::Unclear { at, read, other })
}

/// What a Nordic letter counts.
const CLEAR: i64 = 3;

/// How much `text` looks like Nordic text: Nordic letters in words count for it, signs and
/// capitals inside words, and signs that people rarely type, against it.
fn likelihood(text: &str) -> i64 {
    words(text).filter(|(_, word)| !word.is_ascii()).map(|(_, word)| likelihood_of_word(word)).sum()
}

fn likelihood_of_word(word: &str) -> i64 {
    const SIGNS: &str = "–—‘’“”„»«…·•§°½¼¾²³£€©®´\u{a0}";
    /// Letters in names from elsewhere.
    const IN_NAMES: &str = "àáâçèêëíîïñóôúýžšðþ";
    const INSIDE_WORDS: &str = "–—’·²³";
    const BESIDE_LETTERS: &str = "–—‘’“”„»«…·•²³";
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    let mut score = 0;
    let pairs = word.chars().zip(word.chars().skip(1));
    for (one, two) in pairs.filter(|(one, two)| one.is_alphabetic() != two.is_alphabetic()) {
        let sign = if one.is_alphabetic() { two } else { one };
        let is_odd = !sign.is_ascii() && !BESIDE_LETTERS.contains(sign);
        score -= if is_odd { 2 * CLEAR } else { 0 };
    }
    // Signs around a word are usual, inside one but a few.
    for c in word.chars().filter(|c| !c.is_ascii()) {
        score += match c {
            'æ' | 'ø' | 'å' | 'Æ' | 'Ø' | 'Å' | 'ä' | 'ö' | 'Ä' | 'Ö' => CLEAR,
            'é' | 'É' | 'ü' | 'Ü' | 'ß' => CLEAR - 1,
            c if IN_NAMES.contains(c.to_lowercase().next().unwrap_or(c)) => -1,
            c if c.is_alphabetic() => -CLEAR,
            c if SIGNS.contains(c) => 0,
            _ => -2 * CLEAR,
        };
    }
    for part in bare
        .split(['-', '\'', '’', '/', '.', '_', ':', ',', '+', '&', '(', ')'])
        .filter(|part| !part.is_empty())
    {
        let letters: Vec<char> = part.chars().collect();
        let inside_sign =
            letters.iter().any(|c| !c.is_alphabetic() && !c.is_ascii() && !INSIDE_WORDS.contains(*c));
        let alone = letters.len() == 1
            && !matches!(letters[0], 'å' | 'ø' | 'æ' | 'Å' | 'Ø' | 'Æ' | 'ö' | 'ä' | 'é' | 'à')
            && !letters[0].is_ascii();
        if inside_sign || has_odd_case(&letters) || alone {
            score -= 3 * CLEAR;
        }
    }
    score
}

/// Whether capitals and small letters are mixed as nobody writes them: `SÃ¸ren`, `üSE`.
fn has_odd_case(letters: &[char]) -> bool {
    let has_small = letters.iter().any(|c| c.is_lowercase());
    let has_capital_inside = letters.iter().skip(1).any(|c| c.is_uppercase() && !c.is_ascii());
    let is_capitals_but_for_marked_letters = letters.iter().filter(|c| c.is_uppercase()).count() > 1
        && letters.iter().all(|c| c.is_uppercase() || !c.is_ascii() || !c.is_alphabetic());
    has_small && (has_capital_inside || is_capitals_but_for_marked_letters)
}

/// The words of `text`, each with its place.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split(char::is_whitespace).map(move |word| {
        // Every white space that is split at here is one character before the next word.
        let start = at;
        at += word.len() + text[start + word.len()..].chars().next().map_or(0, char::len_utf8);
        (start, word)
    })
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
        assert_eq!(decode(b"\xF8konomi"), ("økonomi".into(), DecodedAs::Legacy(Legacy::Windows1252)));
    }

    /// `text` in an old encoding, by asking what each byte would be.
    fn encode(text: &str, encoding: Legacy) -> Vec<u8> {
        let byte = |c: char| (0..=255_u8).find(|&byte| encoding.decode(&[byte]) == c.to_string());
        text.chars().map(|c| byte(c).unwrap_or(b'?')).collect()
    }

    #[test]
    fn nordic_texts_of_every_old_encoding_are_known() {
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
                let bytes = encode(text, encoding);
                if bytes.contains(&b'?') {
                    continue;
                }
                let (read, decoded) = decode(&bytes);
                assert_eq!(read, text, "{encoding:?} {decoded:?}");
                assert!(matches!(decoded, DecodedAs::Legacy(_)), "{text} {encoding:?} {decoded:?}");
            }
        }
    }

    #[test]
    fn a_text_in_windows_1252_with_word_s_signs_is_known() {
        for text in
            ["mål: “Få overblik” … så\n", "mål: Anne’s mål – på gensyn\n", "pris: 5 € på en god dag\n"]
        {
            let (read, decoded) = decode(&encode(text, Legacy::Windows1252));
            assert_eq!((read.as_str(), decoded), (text, DecodedAs::Legacy(Legacy::Windows1252)));
        }
    }

    #[test]
    fn what_reads_in_two_ways_is_unclear() {
        // `’` in Windows, `í` on the Mac, `Æ` in DOS.
        let (_, decoded) = decode(b"navn: D\x92Angelo\n");
        assert!(!matches!(decoded, DecodedAs::Utf8), "{decoded:?}");
        let (_, decoded) = decode(b"navn: B\xF8\xBF\n");
        assert!(matches!(decoded, DecodedAs::Unclear { .. } | DecodedAs::Legacy(_)));
    }

    #[test]
    fn utf_8_twice_over_is_taken_back() {
        for encoding in [Legacy::Windows1252, Legacy::MacRoman] {
            for text in ["navn: Søren Ærø\n", "mål: på – “får” é ü Å\n"] {
                let twice = encoding.decode(text.as_bytes());
                assert_eq!(decode(twice.as_bytes()), (text.to_owned(), DecodedAs::TwiceUtf8), "{encoding:?}");
            }
        }
        // One name that was pasted into a sound file.
        assert_eq!(decode("mål: på\nhos: SÃ¸ren\n".as_bytes()).0, "mål: på\nhos: Søren\n");
        for sound in ["navn: João Ção Ã\n", "navn: NAÇÃO\n", "√2 er Â\n", "navn: Søren\n"] {
            assert_eq!(decode(sound.as_bytes()), (sound.to_owned(), DecodedAs::Utf8));
        }
    }

    #[test]
    fn a_changed_file_is_utf8_and_keeps_its_mark() {
        assert_eq!(encode_like("økonomi".as_bytes(), "it"), b"it");
        assert_eq!(encode_like("\u{feff}økonomi".as_bytes(), "it"), "\u{feff}it".as_bytes());
        assert_eq!(encode_like(b"\xF8konomi", "å"), "\u{feff}å".as_bytes());
    }

    #[test]
    fn old_encodings_are_told_apart_by_their_letters() {
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
    fn utf8_that_was_read_as_windows_1252_is_repaired() {
        for (broken, expected) in [
            ("Ã˜konomi pÃ¥ skolen â€“ Ã¥ret rundt", "Økonomi på skolen – året rundt"),
            ("Ã…dal", "Ådal"),
            ("lÃƒÂ¦rer", "lærer"),
            ("Åben på SÅ…", "Åben på SÅ…"),
            ("Crème brûlée, Â", "Crème brûlée, Â"),
        ] {
            assert_eq!(repaired(broken), expected, "{broken}");
        }
    }
}
