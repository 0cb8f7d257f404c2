//! The publishable sums as plain text, for the terminal and for a mail.

use strum::VariantArray;

use crate::department::months::Month;
use crate::department::values::Amount;
use crate::language::{Language, Tag};

use crate::sharing::sum::{ShownSum, Sum};

/// The sums as text in `language`.
pub(crate) fn text(sum: &Sum, language: &Language) -> String {
    let say = |key: &str| language.say(key, &[]);
    let names: Vec<&str> = sum.participants.iter().map(|participant| participant.title.as_str()).collect();
    let mut lines = vec![title(language), names.join(", "), rule(sum, language)];
    lines.extend([String::new(), say("needs-sum-courses")]);
    for course in &sum.courses {
        if let Some(shown) = &course.shown {
            let name = named(course.number.as_deref(), &course.title);
            let mut facts = vec![people(shown.people, language)];
            facts.extend(course.days.map(|length| days(length, language)));
            facts.extend(months(shown, language));
            lines.push(format!("  {name}: {}", facts.join("; ")));
            lines.push(format!("      {}", sum.names(shown).join(", ")));
        }
    }
    let withheld = sum.courses.iter().filter(|course| course.shown.is_none());
    let withheld = withheld.map(|course| named(course.number.as_deref(), &course.title));
    lines.extend(withheld_line(&withheld.collect::<Vec<_>>(), language).map(|line| format!("  {line}")));
    lines.extend([String::new(), say("needs-sum-areas")]);
    for area in &sum.areas {
        if let Some(shown) = &area.shown {
            lines.push(format!("  {}: {}", area.name, people(shown.people, language)));
        }
    }
    let withheld = sum.areas.iter().filter(|area| area.shown.is_none()).map(|area| area.name.clone());
    lines.extend(withheld_line(&withheld.collect::<Vec<_>>(), language).map(|line| format!("  {line}")));
    lines.join("\n")
}

/// The first line.
fn title(language: &Language) -> String {
    language.say("needs-sum-title", &[])
}

/// Whether `bytes` are sums that the program wrote as text.
pub(crate) fn is_ours(bytes: &[u8]) -> bool {
    Tag::VARIANTS.iter().any(|&tag| bytes.starts_with(format!("{}\n", title(Language::of(tag))).as_bytes()))
}

/// From how many participants and people on a sum is shown.
pub(crate) fn rule(sum: &Sum, language: &Language) -> String {
    language.say("needs-sum-rule", &[("least", sum.smallest_group.into())])
}

/// What is withheld, without its numbers; `None` if nothing is.
pub(crate) fn withheld_line(withheld: &[String], language: &Language) -> Option<String> {
    let list = ("list", withheld.join("; ").into());
    (!withheld.is_empty()).then(|| language.say("needs-sum-withheld", &[list]))
}

/// A course by number and title.
pub(crate) fn named(number: Option<&str>, title: &str) -> String {
    number.map_or_else(|| title.to_owned(), |number| format!("{number} {title}"))
}

/// A number of people in words.
pub(crate) fn people(people: usize, language: &Language) -> String {
    language.say("needs-people", &[("people", people.into())])
}

/// A number of days in words.
pub(crate) fn days(days: Amount, language: &Language) -> String {
    let number = language.number(days.hundredths);
    // The plural depends on the number, which reaches the message as text in the language's form.
    language.say("needs-days", &[("days", number.into()), ("one", i64::from(days.hundredths == 100).into())])
}

/// The months that suit all who contribute; `None` if any month does.
pub(crate) fn months(shown: &ShownSum, language: &Language) -> Option<String> {
    let months = shown.months.as_ref()?;
    if months.is_empty() {
        return Some(language.say("needs-no-common-month", &[]));
    }
    let name = |month: &Month| month.name(language.tag());
    Some(months.iter().map(name).collect::<Vec<_>>().join(", "))
}
