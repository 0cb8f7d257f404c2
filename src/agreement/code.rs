//! A fingerprint as people read, type and scan it.
//!
//! Printed: the first 120 bits in Crockford's base 32, six groups of four, and
//! his check character, which catches every single wrong character and every
//! swap of neighbours. Scanned: the whole fingerprint.
//!
//! Source: Douglas Crockford, *Base 32*.

use std::fmt;
use std::str::FromStr;

use super::{Fingerprint, from_hex, hex};

/// The digits: no I, L, O or U, which are misread.
const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// The check characters, of which the first 32 are the digits.
const CHECKS: &[u8; 37] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U";
/// What a scanned text begins with.
const SCANNED: &str = "SPIND1:";
/// Characters of a code, without the check character.
const LENGTH: usize = 24;

/// The code of an agreement: the first 120 bits of its fingerprint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct AgreementCode {
    bits: u128,
}

/// Why a text is no code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeError {
    /// It has too few or too many characters, or some that no code has.
    NotACode,
    /// The check character does not fit: something is mistyped.
    Mistyped,
}

impl Fingerprint {
    /// The code that is printed.
    pub fn code(&self) -> AgreementCode {
        let mut bits = 0;
        for byte in &self.0[..LENGTH * 5 / 8] {
            bits = bits << 8 | u128::from(*byte);
        }
        AgreementCode { bits }
    }

    /// The text of the QR code: the whole fingerprint, in characters that a QR
    /// code packs tightly.
    pub fn scanned(&self) -> String {
        format!("{SCANNED}{}", self.hex().to_uppercase())
    }

    /// The fingerprint of which `text` is [`Fingerprint::scanned`].
    pub fn from_scanned(text: &str) -> Option<Self> {
        let text = without_sentence(text);
        let (mark, hex) = text.split_at_checked(SCANNED.len())?;
        if mark.eq_ignore_ascii_case(SCANNED) { Self::from_hex(hex) } else { None }
    }

    /// The fingerprint in hexadecimal digits.
    pub fn hex(&self) -> String {
        hex(&self.0)
    }

    /// The fingerprint that these hexadecimal digits are.
    pub fn from_hex(digits: &str) -> Option<Self> {
        from_hex(digits).map(Self)
    }
}

impl AgreementCode {
    fn check(self) -> char {
        char::from(CHECKS[usize::try_from(self.bits % 37).unwrap_or_default()])
    }
}

/// A code without the marks of the sentence in which it stood; no code has one of them.
fn without_sentence(typed: &str) -> &str {
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
        let mut characters: Vec<char> = without_sentence(typed)
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
