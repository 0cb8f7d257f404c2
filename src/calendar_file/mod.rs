//! iCalendar files (RFC 5545) with all-day events, for somebody's own calendar.
//!
//! Calendars are often shared, so events are private, and neither their titles nor their ids
//! reveal a person. Nothing comes from the clock, so equal events give equal bytes. An event keeps
//! its id when its day changes, so that a calendar that imports the file again moves it.

pub(crate) mod of_cohort;
pub(crate) mod of_person;

use jiff::civil::Date;

use crate::department::Department;
use crate::department::settings::Settings;
use crate::department::values::Period;

/// What every file begins with, which identifies it as the program's.
pub(crate) const MARK: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//spind//spind//DA\r\n";
/// The longest line in bytes, without its break.
const MAX_LINE_BYTES: usize = 75;
/// Length of a hash in an id, in hexadecimal digits.
const HASH_DIGITS: usize = 20;

/// An all-day event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Event {
    /// What distinguishes the event from others in its file, such as `talk`; it is hashed.
    pub id: String,
    /// First day.
    pub first: Date,
    /// Last day.
    pub last: Date,
    /// The title, which must not reveal what a person learns or lacks.
    pub title: String,
    /// The town.
    pub place: Option<String>,
    /// Whether the calendar shows the days as taken.
    pub is_busy: bool,
}

impl Event {
    /// An event on one day, which stays free.
    pub(crate) fn on(day: Date, id: impl Into<String>, title: impl Into<String>) -> Self {
        let (id, title) = (id.into(), title.into());
        Self { id, first: day, last: day, title, place: None, is_busy: false }
    }

    /// A session of a course or programme. Half a day leaves the rest of it, so it takes none.
    pub(crate) fn session(
        id: String,
        days: Period,
        half_days: bool,
        title: String,
        place: Option<String>,
    ) -> Self {
        Self { id, first: days.first, last: days.last, title, place, is_busy: !half_days }
    }
}

/// Keyed hash of the owner of a file, from which the ids of its events are made.
#[derive(Clone, Copy)]
pub(crate) struct Owner([u8; blake3::OUT_LEN]);

impl Owner {
    /// The owner that `name` identifies within the department, such as a profile by its path.
    pub(crate) fn of(department: &Department, name: &str) -> Self {
        match &department.key {
            Some(key) => Self(key.calendar_tag(name)),
            None => Self(blake3::derive_key("spind calendar owner", &own_name(&department.settings, name))),
        }
    }

    /// The part that the ids of all events of this owner begin with.
    pub(crate) fn prefix(&self) -> String {
        self.hash("owner")
    }

    fn uid(&self, event: &str) -> String {
        format!("{}-{}@spind", self.prefix(), self.hash(&format!("event\n{event}")))
    }

    fn hash(&self, text: &str) -> String {
        blake3::keyed_hash(&self.0, text.as_bytes()).to_hex()[..HASH_DIGITS].to_owned()
    }
}

/// `name` in the department with these settings.
fn own_name(settings: &Settings, name: &str) -> Vec<u8> {
    let municipality = settings.municipality.as_deref().unwrap_or_default();
    [municipality, &settings.name, name].join("\n").into_bytes()
}

/// The [prefix](Owner::prefix) of the owner of a calendar file's text; `None` for any other text.
pub(crate) fn prefix_in(text: &str) -> Option<&str> {
    let uid = text.strip_prefix(MARK)?.split("\r\n").find_map(|line| line.strip_prefix("UID:"))?;
    uid.split_once('-').map(|(prefix, _)| prefix)
}

/// The file with `events`, which were last revised on the day `stamp`. A file needs at least one.
pub(crate) fn to_text(owner: &Owner, stamp: Date, events: &[Event]) -> String {
    let mut events: Vec<&Event> = events.iter().collect();
    events.sort_by_key(|event| (event.first, event.last, event.id.as_str()));
    let mut file = File(MARK.to_owned());
    file.line("METHOD:PUBLISH");
    for event in events {
        file.line("BEGIN:VEVENT");
        file.line(&format!("UID:{}", owner.uid(&event.id)));
        file.line(&format!("DTSTAMP:{}T000000Z", compact(stamp)));
        file.line(&format!("DTSTART;VALUE=DATE:{}", compact(event.first)));
        // The end is exclusive; without it, an event lasts a day.
        if let Ok(end) = event.last.max(event.first).tomorrow() {
            file.line(&format!("DTEND;VALUE=DATE:{}", compact(end)));
        }
        file.line(&format!("SUMMARY:{}", escaped(&event.title)));
        if let Some(place) = &event.place {
            file.line(&format!("LOCATION:{}", escaped(place)));
        }
        file.line("CLASS:PRIVATE");
        file.line(if event.is_busy { "TRANSP:OPAQUE" } else { "TRANSP:TRANSPARENT" });
        file.line("END:VEVENT");
    }
    file.line("END:VCALENDAR");
    file.0
}

/// A file being written.
struct File(String);

impl File {
    /// Adds a line, folded as RFC 5545 demands.
    fn line(&mut self, line: &str) {
        let (mut rest, mut room) = (line, MAX_LINE_BYTES);
        while rest.len() > room {
            let (part, after) = rest.split_at(rest.floor_char_boundary(room));
            self.0.push_str(part);
            self.0.push_str("\r\n ");
            // The space counts.
            (rest, room) = (after, MAX_LINE_BYTES - 1);
        }
        self.0.push_str(rest);
        self.0.push_str("\r\n");
    }
}

/// A date as `20270501`.
fn compact(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

/// A value of the type TEXT.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\n' | '\r' => escaped.push_str("\\n"),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn owner(byte: u8) -> Owner {
        Owner([byte; blake3::OUT_LEN])
    }

    /// The text with the folds removed.
    fn unfolded(text: &str) -> String {
        text.replace("\r\n ", "")
    }

    /// The inverse of `escaped`, but for control characters.
    fn unescaped(value: &str) -> String {
        let mut text = String::new();
        let mut chars = value.chars();
        while let Some(c) = chars.next() {
            match (c, c == '\\') {
                (_, true) => match chars.next() {
                    Some('n') => text.push('\n'),
                    other => text.extend(other),
                },
                (c, false) => text.push(c),
            }
        }
        text
    }

    #[test]
    fn a_file_has_private_all_day_events_in_order() {
        let mut course = Event::on(date(2027, 3, 2), "course", "Kursus; dag 1, 2");
        course.last = date(2027, 3, 3);
        course.place = Some("Holstebro, Nørregade".to_owned());
        course.is_busy = true;
        let talk = Event::on(date(2026, 12, 2), "talk", "MUS");
        let text = to_text(&owner(1), date(2026, 12, 2), &[course, talk]);
        let (one, two) = (owner(1).uid("talk"), owner(1).uid("course"));
        let expected = format!(
            "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//spind//spind//DA\nMETHOD:PUBLISH\n\
             BEGIN:VEVENT\nUID:{one}\nDTSTAMP:20261202T000000Z\nDTSTART;VALUE=DATE:20261202\n\
             DTEND;VALUE=DATE:20261203\nSUMMARY:MUS\nCLASS:PRIVATE\nTRANSP:TRANSPARENT\nEND:VEVENT\n\
             BEGIN:VEVENT\nUID:{two}\nDTSTAMP:20261202T000000Z\nDTSTART;VALUE=DATE:20270302\n\
             DTEND;VALUE=DATE:20270304\nSUMMARY:Kursus\\; dag 1\\, 2\nLOCATION:Holstebro\\, Nørregade\n\
             CLASS:PRIVATE\nTRANSP:OPAQUE\nEND:VEVENT\nEND:VCALENDAR\n"
        );
        assert_eq!(unfolded(&text), expected.replace('\n', "\r\n"));
    }

    #[test]
    fn ids_belong_to_an_owner_and_outlive_a_change_of_day() {
        let on = |day| to_text(&owner(1), date(2026, 8, 1), &[Event::on(day, "talk", "MUS")]);
        let uid = |text: &str| text.lines().find(|line| line.starts_with("UID:")).map(str::to_owned);
        let (one, moved) = (on(date(2026, 12, 2)), on(date(2026, 12, 9)));
        assert_eq!(uid(&one), uid(&moved));
        assert_eq!(prefix_in(&one), Some(owner(1).prefix().as_str()));
        assert_ne!(owner(1).prefix(), owner(2).prefix());
        assert_ne!(owner(1).uid("talk"), owner(1).uid("course"));
        assert_eq!(prefix_in("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\nUID:a-b\r\n"), None);
    }

    #[test]
    fn the_last_day_there_is_has_no_day_after() {
        let text = to_text(&owner(1), Date::MAX, &[Event::on(Date::MAX, "a", "b")]);
        assert!(text.contains("DTSTART;VALUE=DATE:99991231\r\nSUMMARY"), "{text}");
    }

    proptest! {
        #[test]
        fn any_title_comes_back_from_short_lines(title in "[a-zæøå,;:\\\\\n\u{1f642}\"]{0,200}") {
            let event = Event::on(date(2027, 5, 1), title.clone(), title.clone());
            let text = to_text(&owner(3), date(2027, 5, 1), &[event]);
            prop_assert!(text.replace("\r\n", "").bytes().all(|byte| byte != b'\r' && byte != b'\n'));
            prop_assert!(text.split("\r\n").all(|line| line.len() <= MAX_LINE_BYTES));
            let unfolded = unfolded(&text);
            let summary = unfolded.split("\r\n").find_map(|line| line.strip_prefix("SUMMARY:"));
            prop_assert_eq!(summary.map(unescaped), Some(title));
        }
    }
}
