//! Numbers as each language writes them.

use fixed_decimal::{Decimal, SignedRoundingMode, UnsignedRoundingMode};
use icu_decimal::DecimalFormatter;
use icu_decimal::options::DecimalFormatterOptions;

use super::{Language, Tag, locale, no_break};

/// A true minus sign; the hyphen that keyboards have is too short beside figures.
const MINUS: char = '\u{2212}';

pub(super) struct Numbers {
    formatter: DecimalFormatter,
}

impl Numbers {
    pub(super) fn new(tag: Tag) -> Self {
        let formatter = DecimalFormatter::try_new(locale(tag).into(), DecimalFormatterOptions::default())
            .expect("the four languages are in the compiled data");
        Self { formatter }
    }
}

impl Language {
    /// A number of hundredths, such as `1.500` or `2,5`, without needless zeros.
    pub fn number(&self, hundredths: i64) -> String {
        let mut number = Decimal::from(hundredths);
        number.multiply_pow10(-2);
        number.absolute.trim_end();
        no_break(&self.numbers.formatter.format(&number).to_string())
    }

    /// A mean with one decimal, such as `2,4`.
    pub(crate) fn mean(&self, mean: f64) -> String {
        let tenths = (mean * 10.0).round();
        let mut number = Decimal::from(tenths as i64);
        number.multiply_pow10(-1);
        number.round_with_mode(-1, SignedRoundingMode::Unsigned(UnsignedRoundingMode::HalfExpand));
        number.absolute.pad_end(-1);
        no_break(&self.numbers.formatter.format(&number).to_string())
    }

    /// A difference with its sign, such as `+2` or `−1`; `0` has none.
    pub(crate) fn signed(&self, difference: i64) -> String {
        match difference {
            0 => "0".to_owned(),
            more if more > 0 => format!("+{more}"),
            less => format!("{MINUS}{}", less.unsigned_abs()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_follow_the_language() {
        let danish = Language::new(Tag::Da);
        assert_eq!(danish.number(150_000), "1.500");
        assert_eq!(danish.number(250), "2,5");
        assert_eq!(danish.mean(2.449), "2,4");
        assert_eq!(danish.mean(3.0), "3,0");
        assert_eq!(danish.signed(-2), "−2");
        let swedish = Language::new(Tag::Sv);
        assert_eq!(swedish.number(150_000), "1\u{a0}500");
    }
}
