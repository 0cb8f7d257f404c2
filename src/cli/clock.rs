//! The reference day of a run, which decides what is past, near or expired.

use jiff::civil::Date;

/// The day of `--today`, or that of `SOURCE_DATE_EPOCH`, or the system's.
pub(super) fn today(given: Option<Date>) -> Date {
    given.or_else(source_date_epoch).unwrap_or_else(|| jiff::Zoned::now().date())
}

/// The day of `SOURCE_DATE_EPOCH` (seconds since 1970, set by reproducible builds).
pub(super) fn source_date_epoch() -> Option<Date> {
    let seconds: i64 = std::env::var("SOURCE_DATE_EPOCH").ok()?.parse().ok()?;
    let moment = jiff::Timestamp::from_second(seconds).ok()?;
    Some(moment.to_zoned(jiff::tz::TimeZone::UTC).date())
}
