//! The day by which a run judges what is past, near or expired.

use jiff::civil::Date;

/// Today: what was said, else `SOURCE_DATE_EPOCH`, else the system's date.
pub fn today(said: Option<Date>) -> Date {
    said.or_else(source_date_epoch).unwrap_or_else(|| jiff::Zoned::now().date())
}

/// The day of `SOURCE_DATE_EPOCH`, seconds since 1970, which reproducible builds set.
pub fn source_date_epoch() -> Option<Date> {
    let seconds: i64 = std::env::var("SOURCE_DATE_EPOCH").ok()?.parse().ok()?;
    let moment = jiff::Timestamp::from_second(seconds).ok()?;
    Some(moment.to_zoned(jiff::tz::TimeZone::UTC).date())
}
