//! The cost of courses.

use crate::department::catalogue::Course;

/// Price and length of courses, as far as the catalogue has them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cost {
    /// Price minus subsidy in hundredths of a krone.
    pub kroner: i64,
    /// Days in hundredths.
    pub days: i64,
    /// Number of courses without a price.
    pub without_price: usize,
    /// Number of courses without a length.
    pub without_days: usize,
}

impl Cost {
    /// The cost of `course` for a number of people.
    pub(crate) fn of(course: &Course, people: usize) -> Self {
        let people = i64::try_from(people).unwrap_or(i64::MAX);
        let net = course.net_price();
        let days = course.days.map(|days| days.hundredths);
        Self {
            kroner: net.unwrap_or_default().saturating_mul(people),
            days: days.unwrap_or_default().saturating_mul(people),
            without_price: usize::from(net.is_none()),
            without_days: usize::from(days.is_none()),
        }
    }

    /// The sum of both.
    #[must_use]
    pub(crate) fn and(self, other: Self) -> Self {
        Self {
            kroner: self.kroner.saturating_add(other.kroner),
            days: self.days.saturating_add(other.days),
            without_price: self.without_price + other.without_price,
            without_days: self.without_days + other.without_days,
        }
    }
}
