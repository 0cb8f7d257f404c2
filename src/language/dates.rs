//! Dates as each language writes them.

use icu_calendar::{Date as IcuDate, Iso};
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::{M, YMD};
use jiff::civil::{Date, date};
use jiff_icu::ConvertInto;
use strum::VariantArray;

use super::{Language, Tag, locale};

pub(super) struct Dates {
    long: DateTimeFormatter<YMD>,
    short: DateTimeFormatter<YMD>,
    month: DateTimeFormatter<M>,
}

impl Dates {
    pub(super) fn new(tag: Tag) -> Self {
        let with_fields = |fields| {
            DateTimeFormatter::try_new(locale(tag).into(), fields)
                .expect("the four languages are in the compiled data")
        };
        let month = DateTimeFormatter::try_new(locale(tag).into(), M::medium())
            .expect("the four languages are in the compiled data");
        Self { long: with_fields(YMD::long()), short: with_fields(YMD::medium()), month }
    }
}

impl Language {
    /// A date in words, such as `2. december 2026`, held together by no-break spaces.
    pub(crate) fn date(&self, date: Date) -> String {
        let date: IcuDate<Iso> = date.convert_into();
        super::no_break(&self.dates.long.format(&date).to_string())
    }

    /// A date for a narrow column, such as `2. dec. 2026`.
    pub fn short_date(&self, date: Date) -> String {
        let date: IcuDate<Iso> = date.convert_into();
        super::no_break(&self.dates.short.format(&date).to_string())
    }
}

impl Language {
    /// The month of a date for a narrow column, such as `jan`.
    pub(crate) fn short_month(&self, date: Date) -> String {
        let date: IcuDate<Iso> = date.convert_into();
        self.dates.month.format(&date).to_string().trim_end_matches('.').to_owned()
    }
}

/// The names of the months in every language, in lower case, January first;
/// for reading dates.
pub(crate) fn month_names() -> Vec<[String; 12]> {
    Tag::VARIANTS
        .iter()
        .map(|&tag| {
            let months = DateTimeFormatter::try_new(locale(tag).into(), M::long())
                .expect("the four languages are in the compiled data");
            std::array::from_fn(|i| {
                let month = i8::try_from(i + 1).expect("twelve months");
                let first: IcuDate<Iso> = date(2026, month, 1).convert_into();
                months.format(&first).to_string().to_lowercase()
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_writes_dates_its_own_way() {
        let second = date(2026, 12, 2);
        let written = |tag| Language::new(tag).date(second).replace('\u{a0}', "~");
        assert_eq!(written(Tag::Da), "2.~december~2026");
        assert_eq!(written(Tag::Sv), "2~december~2026");
        assert_eq!(written(Tag::Nb), "2.~desember~2026");
        assert_eq!(written(Tag::En), "2~December~2026");
        assert_eq!(Language::new(Tag::Da).short_date(second).replace('\u{a0}', "~"), "2.~dec.~2026");
    }

    #[test]
    fn months_are_named_for_reading() {
        assert!(month_names().iter().any(|names| names[4] == "maj"));
        assert!(month_names().iter().any(|names| names[9] == "oktober"));
    }
}
