//! Text of a list whose program wrote an old encoding, or wrote UTF-8 as if it were one.
//!
//! What a file says of itself comes first (a mark, or bytes that are UTF-8). Of the encodings
//! that the bytes alone don't tell apart, the one wins whose text looks most Nordic.

use std::borrow::Cow;

use encoding_rs::{MACINTOSH, WINDOWS_1252};

use crate::source::decode::{DecodedAs, decode};

/// The upper half of code page 850, which DOS and consoles of Windows write.
const CODE_PAGE_850: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

/// The text of a list.
pub(super) fn text_of(bytes: &[u8]) -> String {
    let (text, decoded_as) = decode(bytes);
    if decoded_as != DecodedAs::Windows1252 {
        return text;
    }
    let mac = MACINTOSH.decode_without_bom_handling(bytes).0.into_owned();
    // Of equals the first, so Windows' own encoding goes last.
    let all = [code_page_850(bytes), mac, text];
    all.into_iter().max_by_key(|text| plausibility(text)).unwrap_or_default()
}

/// `text` as it was before UTF-8 was read as Windows-1252 and written again, perhaps twice.
pub(super) fn repaired(text: &str) -> Cow<'_, str> {
    const MOST_TIMES: usize = 3;
    let mut best = Cow::Borrowed(text);
    // Every such text has one of these first bytes of two or three.
    for _ in 0..MOST_TIMES {
        if !best.contains(['Ã', 'Â', 'â', 'Å']) {
            break;
        }
        let (bytes, _, unmappable) = WINDOWS_1252.encode(&best);
        let Some(before) = std::str::from_utf8(&bytes).ok().filter(|_| !unmappable) else { break };
        if plausibility(before) <= plausibility(&best) {
            break;
        }
        best = Cow::Owned(before.to_owned());
    }
    best
}

fn code_page_850(bytes: &[u8]) -> String {
    let upper: Vec<char> = CODE_PAGE_850.chars().collect();
    let decoded = bytes.iter().map(|&byte| match usize::from(byte).checked_sub(0x80) {
        Some(at) => upper.get(at).copied().unwrap_or('\u{fffd}'),
        None => char::from(byte),
    });
    decoded.collect()
}

/// How much the letters outside ASCII look like those of a Nordic office.
fn plausibility(text: &str) -> i64 {
    let weight = |c: char| match c {
        '\0'..='\u{7f}' => 0,
        'æ' | 'ø' | 'å' | 'Æ' | 'Ø' | 'Å' => 4,
        'ä' | 'ö' | 'é' | 'ü' | 'Ä' | 'Ö' | 'É' | 'Ü' => 2,
        '–' | '—' | '’' | '‘' | '“' | '”' | '»' | '«' | '½' | '§' | '·' | '•' | '€' | '…' | '\u{a0}' => {
            0
        }
        '\u{80}'..='\u{9f}' | '\u{fffd}' => -4,
        c if c.is_alphabetic() => -1,
        _ => -2,
    };
    text.chars().map(weight).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

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
            assert_eq!(text_of(bytes), expected);
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
