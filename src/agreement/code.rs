//! Fingerprints, and agreement codes: their printed and scanned forms.
//!
//! The printed code is the first 120 bits in Crockford's base 32, in six groups of four, plus
//! Crockford's check character, which detects every single wrong character and every swap of
//! neighbours. The QR code holds the whole fingerprint.
//!
//! Source: Douglas Crockford, *Base 32*.

use std::fmt;
use std::str::FromStr;

/// Digits of Crockford's base 32, without the easily misread I, L, O and U.
const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Check characters by value modulo 37; the first 32 are the digits.
const CHECKS: &[u8; 37] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U";
/// Prefix of a scanned text.
const SCANNED: &str = "SPIND1:";
/// Number of characters without the check character.
const LENGTH: usize = 24;

/// The SHA-256 of an agreement's canonical form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(pub [u8; 32]);

/// The code of an agreement: the first 120 bits of its fingerprint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct AgreementCode {
    bits: u128,
}

/// The reason why a text is not a valid code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeError {
    /// Wrong length, or characters that don't occur in codes.
    NotACode,
    /// The check character does not match.
    Mistyped,
}

impl Fingerprint {
    /// The printed code.
    pub fn code(&self) -> AgreementCode {
        let mut bits = 0;
        for byte in &self.0[..LENGTH * 5 / 8] {
            bits = bits << 8 | u128::from(*byte);
        }
        AgreementCode { bits }
    }

    /// The text of the QR code, in the characters of its compact alphanumeric mode.
    pub fn scanned(&self) -> String {
        format!("{SCANNED}{}", self.hex().to_uppercase())
    }

    /// Parses the output of [`Fingerprint::scanned`].
    pub fn from_scanned(text: &str) -> Option<Self> {
        let text = trim_punctuation(text);
        let (mark, hex) = text.split_at_checked(SCANNED.len())?;
        if mark.eq_ignore_ascii_case(SCANNED) { Self::from_hex(hex) } else { None }
    }

    /// The fingerprint as 64 hexadecimal digits.
    pub(crate) fn hex(&self) -> String {
        hex(&self.0)
    }

    /// Parses 64 hexadecimal digits.
    pub(crate) fn from_hex(digits: &str) -> Option<Self> {
        from_hex(digits).map(Self)
    }
}

impl AgreementCode {
    fn check(self) -> char {
        char::from(CHECKS[usize::try_from(self.bits % 37).unwrap_or_default()])
    }
}

/// Lower-case hexadecimal digits of `bytes`.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Parses 64 hexadecimal digits.
pub(super) fn from_hex(digits: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    if digits.len() != 2 * bytes.len() || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }
    for (byte, pair) in bytes.iter_mut().zip(digits.as_bytes().chunks(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(bytes)
}

/// Strips punctuation of the sentence from which a code was copied.
fn trim_punctuation(typed: &str) -> &str {
    typed.trim_matches(|c: char| {
        c.is_whitespace()
            || matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '(' | ')' | '[' | ']' | '<' | '>')
            || matches!(c, '"' | '\'' | '`' | '»' | '«' | '“' | '”' | '„' | '‘' | '’' | '–' | '—' | '…')
    })
}

impl fmt::Display for AgreementCode {
    /// `7F3K 9QXM 2B4T 0HJ5 MMNP W8XY C`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for i in 0..LENGTH {
            let digit = self.bits >> (5 * (LENGTH - 1 - i)) & 31;
            write!(f, "{}", char::from(DIGITS[usize::try_from(digit).unwrap_or_default()]))?;
            if i % 4 == 3 {
                write!(f, " ")?;
            }
        }
        write!(f, "{}", self.check())
    }
}

impl FromStr for AgreementCode {
    type Err = CodeError;

    fn from_str(typed: &str) -> Result<Self, CodeError> {
        let mut characters: Vec<char> = trim_punctuation(typed)
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{a0}'))
            .map(|c| match c.to_ascii_uppercase() {
                'I' | 'L' => '1',
                'O' => '0',
                c => c,
            })
            .collect();
        let check = characters.pop().ok_or(CodeError::NotACode)?;
        if characters.len() != LENGTH || !CHECKS.iter().any(|&c| char::from(c) == check) {
            return Err(CodeError::NotACode);
        }
        let mut bits = 0;
        for c in characters {
            let digit = DIGITS.iter().position(|&d| char::from(d) == c).ok_or(CodeError::NotACode)?;
            bits = bits << 5 | digit as u128;
        }
        let code = Self { bits };
        if code.check() == check { Ok(code) } else { Err(CodeError::Mistyped) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_code_is_read_as_it_is_printed_however_it_is_typed(bytes in any::<[u8; 32]>()) {
            let code = Fingerprint(bytes).code();
            let printed = code.to_string();
            prop_assert_eq!(printed.parse(), Ok(code));
            let typed = printed.to_lowercase().replace(' ', "-").replace('0', "o").replace('1', "l");
            prop_assert_eq!(typed.parse(), Ok(code));
            for (before, after) in [("", "."), ("", ". "), ("»", "«."), ("(", ")"), ("“", ",”"), ("", "!")] {
                let typed = format!("{before}{printed}{after}");
                prop_assert_eq!(typed.parse(), Ok(code));
                prop_assert_eq!(Fingerprint::from_scanned(&format!("{before}{}{after}", Fingerprint(bytes).scanned())), Some(Fingerprint(bytes)));
            }
            let scanned = Fingerprint(bytes).scanned();
            prop_assert_eq!(Fingerprint::from_scanned(&scanned), Some(Fingerprint(bytes)));
            prop_assert_eq!(Fingerprint::from_scanned(&scanned[1..]), None);
        }

        #[test]
        fn one_wrong_character_or_a_swap_is_a_slip(bytes in any::<[u8; 32]>(), at in 0..LENGTH, to in 0..32_usize) {
            let code = Fingerprint(bytes).code();
            let printed: Vec<char> = code.to_string().replace(' ', "").chars().collect();
            let mut wrong = printed.clone();
            wrong[at] = char::from(DIGITS[to]);
            if wrong != printed {
                prop_assert_eq!(String::from_iter(&wrong).parse::<AgreementCode>(), Err(CodeError::Mistyped));
            }
            let mut swapped = printed.clone();
            swapped.swap(at, (at + 1) % LENGTH);
            if swapped != printed && at + 1 < LENGTH {
                prop_assert_eq!(String::from_iter(&swapped).parse::<AgreementCode>(), Err(CodeError::Mistyped));
            }
        }
    }

    #[test]
    fn what_is_no_code_is_told_from_a_slip() {
        for typed in ["", "7F3K", "hej med dig", "7F3K 9QXM 2B4T 0HJ5 MMNP W8XY CC"] {
            assert_eq!(typed.parse::<AgreementCode>(), Err(CodeError::NotACode), "{typed}");
        }
    }
}
