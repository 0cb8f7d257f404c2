//! The views of the documents about programmes.

pub(crate) mod attendance;
pub mod closing;
pub(crate) mod diploma;
pub(crate) mod lacking;
pub(crate) mod staircase;
pub(crate) mod term_sheet;
pub(crate) mod waiting_list;

pub use lacking::sentences as lack_sentences;

use jiff::civil::Date;

use super::Fact;
use crate::department::values::Period;
use crate::language::Language;
use crate::programme::cohort::{Cohort, CohortSession};
use crate::programme::definition::Programme;

/// First and last day, or the only one.
fn days(first: Date, last: Date, language: &Language) -> String {
    if first == last {
        language.date(first)
    } else {
        format!("{} – {}", language.date(first), language.date(last))
    }
}

/// As [`days`], with short dates.
fn short_days(period: Period, language: &Language) -> String {
    let Period { first, last } = period;
    let (first, last) = (language.short_date(first), language.short_date(last));
    if first == last { first } else { format!("{first} – {last}") }
}

/// The day, time and place of a session.
fn session_in_words(session: &CohortSession, language: &Language) -> String {
    let day = Some(short_days(session.days, language));
    let parts = [day, session.time.clone(), session.town.clone()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// What every document about a cohort has at its head.
fn facts(programme: &Programme, cohort: &Cohort, language: &Language) -> Vec<Fact> {
    let fact = |key: &str, value: String| Fact { label: language.say(key, &[]), value };
    let mut facts = vec![fact("label-cohort", cohort.name.clone())];
    facts.extend(programme.audience.clone().map(|audience| fact("label-audience", audience)));
    if !cohort.led_by.is_empty() {
        facts.push(fact("label-led-by", cohort.led_by.join(", ")));
    }
    facts
}

/// The fact since which day the judgement by a reference day has been the same.
fn judged(day: Option<Date>, language: &Language) -> Option<Fact> {
    day.map(|day| Fact { label: language.say("label-judged", &[]), value: language.date(day) })
}

/// A part by its number and name.
fn part_name(programme: &Programme, part: usize) -> String {
    format!("{}\u{a0}{}", part + 1, programme.parts[part].name)
}
