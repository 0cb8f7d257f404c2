//! Differences between two versions of an agreement, as messages for the reader.
//!
//! Each change is attributed to the profile or to the shared files (role model, catalogue), since
//! an edit of the latter changes every agreement and needs another answer than an employee's own.

use super::{AgreedArea, AgreedForm, AgreedLine, AgreedWhat, Agreement};
use crate::department::profile::Responsible;
use crate::language::{Message, MessageFact};

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgreementChange {
    /// The file that caused it.
    pub from: Origin,
    /// Description for the reader.
    pub message: Message,
}

/// The kind of file that a change comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The profile, including school and leader.
    Profile,
    /// The role model or the catalogue, which all agreements depend on.
    Shared,
}

/// The differences from `then` to `now`; empty if and only if they are the same agreement.
pub(crate) fn changes(then: &Agreement, now: &Agreement) -> Vec<AgreementChange> {
    let mut changes = Changes::default();
    changes.text("change-name", Some(&then.name), Some(&now.name));
    changes.text("change-school", Some(&then.school), Some(&now.school));
    changes.text("change-leader", then.leader.as_deref(), now.leader.as_deref());
    for area in &then.areas {
        match now.areas.iter().find(|other| other.key == area.key) {
            Some(other) => changes.area(area, other),
            None if area.levels.is_some() => changes.own(area_message("change-area-removed", area)),
            None => {}
        }
    }
    for area in now.areas.iter().filter(|area| then.areas.iter().all(|other| other.key != area.key)) {
        if let Some(levels) = area.levels {
            let message = area_message("change-area-added", area);
            changes.own(message.with("current", levels.current).with("wanted", levels.wanted));
        }
    }
    changes.lines(then, now);
    if then.follow_up != now.follow_up {
        let (from, to) = (then.follow_up.into(), now.follow_up.into());
        changes.own(from_to("change-follow-up", from, to));
    }
    if then.role_model != now.role_model {
        let (from, to) = (then.role_model.as_str().into(), now.role_model.as_str().into());
        changes.shared(from_to("change-role-model", from, to));
    }
    if then.version != now.version {
        let (from, to) = (then.version.as_deref().into(), now.version.as_deref().into());
        changes.shared(from_to("change-role-model-version", from, to));
    }
    if then.scale != now.scale {
        changes.shared(Message::new("change-scale"));
    }
    changes.0
}

#[derive(Default)]
struct Changes(Vec<AgreementChange>);

impl Changes {
    fn own(&mut self, message: Message) {
        self.0.push(AgreementChange { from: Origin::Profile, message });
    }

    fn shared(&mut self, message: Message) {
        self.0.push(AgreementChange { from: Origin::Shared, message });
    }

    fn text(&mut self, key: &'static str, then: Option<&str>, now: Option<&str>) {
        if then != now {
            self.own(from_to(key, then.into(), now.into()));
        }
    }

    fn area(&mut self, then: &AgreedArea, now: &AgreedArea) {
        if then.name != now.name {
            let (from, to) = (then.name.as_str().into(), now.name.as_str().into());
            self.shared(from_to("change-area-name", from, to));
        }
        match (then.levels, now.levels) {
            (Some(then), Some(levels)) => {
                let mut differs = |key, from: MessageFact, to: MessageFact| {
                    if from != to {
                        self.own(from_to(key, from, to).with("area", now.name.as_str()));
                    }
                };
                differs("change-current", then.current.into(), levels.current.into());
                differs("change-wanted", then.wanted.into(), levels.wanted.into());
                differs("change-priority", then.priority.into(), levels.priority.into());
            }
            (Some(_), None) => self.own(area_message("change-area-removed", now)),
            (None, Some(levels)) => {
                let message = area_message("change-area-added", now);
                self.own(message.with("current", levels.current).with("wanted", levels.wanted));
            }
            (None, None) => {}
        }
    }

    /// Compares lines regardless of order. An old and a new line with the same goal count as one
    /// changed line.
    fn lines(&mut self, then: &Agreement, now: &Agreement) {
        let mut removed: Vec<&AgreedLine> = then.lines.iter().collect();
        let mut added: Vec<&AgreedLine> = Vec::new();
        for line in &now.lines {
            match removed.iter().position(|old| old.is(line)) {
                Some(same) => drop(removed.remove(same)),
                None => added.push(line),
            }
        }
        for line in added {
            let same_goal = |old: &&AgreedLine| old.goal == line.goal && old.what.is_like(&line.what);
            let only_goal = |old: &&AgreedLine| old.goal.is_some() && old.goal == line.goal;
            let before = removed.iter().position(same_goal).or_else(|| removed.iter().position(only_goal));
            match before {
                Some(before) => self.line(removed.remove(before), line, then, now),
                None => self.own(Message::new("change-line-added").with("line", label(line))),
            }
        }
        for line in removed {
            self.own(Message::new("change-line-removed").with("line", label(line)));
        }
    }

    fn line(&mut self, before: &AgreedLine, after: &AgreedLine, then: &Agreement, now: &Agreement) {
        let mut differs = |key, from: MessageFact, to: MessageFact| {
            if from != to {
                self.own(from_to(key, from, to).with("line", label(after)));
            }
        };
        let area = |agreement: &Agreement, line: &AgreedLine| -> MessageFact {
            line.area.as_deref().map(|key| agreement.area_name(key)).into()
        };
        let who = |line: &AgreedLine| line.responsible.as_ref().map_or(nothing(), responsible);
        differs("change-line-responsible", who(before), who(after));
        differs("change-line-deadline", before.deadline.into(), after.deadline.into());
        let text = |text: &Option<String>| text.as_deref().into();
        differs("change-line-success", text(&before.success), text(&after.success));
        differs("change-line-leader-does", text(&before.leader_does), text(&after.leader_does));
        // Compared as data, since different values may read alike: two areas of the same name, or
        // a course and a text with its number and title.
        if before.area != after.area {
            let message = from_to("change-line-area", area(then, before), area(now, after));
            self.own(message.with("line", label(after)));
        }
        match (&before.what, &after.what) {
            (AgreedWhat::Course { number, title: from }, AgreedWhat::Course { number: same, title: to })
                if number == same =>
            {
                if from != to {
                    let message = from_to("change-course-title", from.as_str().into(), to.as_str().into());
                    self.shared(message.with("number", number.as_str()));
                }
            }
            (AgreedWhat::Form(from), AgreedWhat::Form(to))
                if from.form == to.form && from.name == to.name =>
            {
                if !from.has_colleague_of(to) {
                    // Without names, since they need the colleague's consent.
                    self.own(Message::new("change-line-mentor").with("line", label(after)));
                }
            }
            (from, to) if from == to => {}
            (from, to) => {
                let message = from_to("change-line-activity", what(from), what(to));
                self.own(message.with("line", label(after)));
            }
        }
    }
}

impl AgreedWhat {
    /// Whether both are of the same kind, so that one may be an edit of the other.
    fn is_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Course { number: a, .. }, Self::Course { number: b, .. }) => a == b,
            (Self::Form(a), Self::Form(b)) => a.form == b.form,
            (a, b) => a.is(b),
        }
    }
}

fn from_to(key: &'static str, from: MessageFact, to: MessageFact) -> Message {
    Message::new(key).with("from", from).with("to", to)
}

fn area_message(key: &'static str, area: &AgreedArea) -> Message {
    Message::new(key).with("area", area.name.as_str())
}

/// The label of a line: its goal, or else its activity.
pub(crate) fn label(line: &AgreedLine) -> MessageFact {
    line.goal.as_deref().map_or_else(|| what(&line.what), MessageFact::from)
}

/// The activity of a line, without a colleague's name.
pub(crate) fn what(what: &AgreedWhat) -> MessageFact {
    match what {
        AgreedWhat::Course { number, title } => format!("{number} {title}").into(),
        AgreedWhat::Form(AgreedForm { name: Some(name), .. }) => name.as_str().into(),
        AgreedWhat::Form(agreed) => MessageFact::Word(agreed.form.word_key()),
        AgreedWhat::Text(text) => text.as_str().into(),
        AgreedWhat::Open => nothing(),
    }
}

/// The person or role responsible for a line.
pub(crate) fn responsible(who: &Responsible) -> MessageFact {
    match who {
        Responsible::Leader => MessageFact::Word("responsible-leader"),
        Responsible::Employee => MessageFact::Word("responsible-employee"),
        Responsible::Department => MessageFact::Word("responsible-department"),
        Responsible::Named(name) => name.as_str().into(),
    }
}

fn nothing() -> MessageFact {
    MessageFact::Word("change-nothing")
}

impl<T: Into<MessageFact>> From<Option<T>> for MessageFact {
    fn from(value: Option<T>) -> Self {
        value.map_or_else(nothing, Into::into)
    }
}

impl From<crate::department::profile::Priority> for MessageFact {
    fn from(priority: crate::department::profile::Priority) -> Self {
        Self::Word(priority.word_key())
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::agreement::samples::{agreement, text};
    use crate::agreement::{AgreedLevels, Colleague};
    use crate::department::learning_form::LearningForm;
    use crate::department::profile::Priority;

    fn form(form: LearningForm, colleague: Option<Colleague>) -> AgreedWhat {
        AgreedWhat::Form(AgreedForm { form, name: None, colleague })
    }

    proptest! {
        #[test]
        fn changes_are_told_exactly_where_the_codes_differ(then in agreement(), other in agreement(), part in 0..9) {
            // Versions that differ in one part, and unrelated agreements of one department.
            let mut now = then.clone();
            prop_assume!(then.department == other.department);
            match part {
                0 => now.name = other.name,
                1 => now.leader = other.leader,
                2 => now.lines = other.lines.into_iter().map(|line| AgreedLine { area: None, ..line }).collect(),
                3 => now.lines.extend(then.lines.first().cloned()),
                4 => drop(now.lines.pop()),
                5 => now.scale = other.scale,
                6 => now.follow_up = other.follow_up,
                7 => now.areas.iter_mut().zip(other.areas).for_each(|(area, other)| area.name = other.name),
                _ => now = other,
            }
            let named = |area: &AgreedArea| now.lines.iter().any(|line| line.area.as_ref() == Some(&area.key));
            let areas = now.areas.iter().filter(|area| area.levels.is_some() || named(area)).cloned().collect();
            now.areas = areas;
            let changes_found = changes(&then, &now);
            prop_assert_eq!(changes_found.is_empty(), then.is_same(&now), "{:?}", changes_found);
        }

        #[test]
        fn a_line_that_reads_like_another_is_another(number in text(), title in text()) {
            let line = |what| AgreedLine {
                goal: None,
                success: None,
                area: None,
                what,
                responsible: None,
                leader_does: None,
                deadline: None,
            };
            let text = line(AgreedWhat::Text(format!("{number} {title}")));
            let course = line(AgreedWhat::Course { number, title });
            let then = Agreement { lines: vec![text], ..sample() };
            let now = Agreement { lines: vec![course], ..sample() };
            prop_assert!(!changes(&then, &now).is_empty());
        }
    }

    fn sample() -> Agreement {
        let area =
            |key: &str, name: &str, levels| AgreedArea { key: key.to_owned(), name: name.to_owned(), levels };
        let levels = |current, wanted, priority| Some(AgreedLevels { current, wanted, priority });
        let line = |goal: &str, what| AgreedLine {
            goal: Some(goal.to_owned()),
            success: None,
            area: Some("dansk".to_owned()),
            what,
            responsible: Some(Responsible::Leader),
            leader_does: Some("Giver ro".to_owned()),
            deadline: Some(date(2027, 5, 1)),
        };
        Agreement {
            department: None,
            name: "Anna Vest".to_owned(),
            school: "Nordskolen".to_owned(),
            leader: Some("Peder Ravn".to_owned()),
            role_model: "Den gode rollemodel".to_owned(),
            version: Some("1".to_owned()),
            scale: vec![(0, "Nej".to_owned()), (1, "Lidt".to_owned()), (2, "Ja".to_owned())],
            areas: vec![
                area("dansk", "Dansk", levels(1, 2, Some(Priority::Need))),
                area("it", "It", levels(0, 0, None)),
            ],
            lines: vec![
                line("Kommaer", AgreedWhat::Course { number: "1".to_owned(), title: "Komma".to_owned() }),
                line("Breve", form(LearningForm::PeerTraining, Some(Colleague::named("Bo", None)))),
                line("Ro", AgreedWhat::Text("Læse".to_owned())),
            ],
            follow_up: Some(date(2027, 6, 15)),
        }
    }

    #[test]
    fn each_change_of_one_field_is_told_as_what_it_is() {
        use Origin::{Profile, Shared};
        type Edit = fn(&mut Agreement);
        let edits: [(Edit, Origin, &str); 32] = [
            (|a| a.name = "Anna Øst".to_owned(), Profile, "Navn: Anna Vest → Anna Øst"),
            (|a| a.school = "Sydskolen".to_owned(), Profile, "Skole: Nordskolen → Sydskolen"),
            (|a| a.leader = None, Profile, "Leder: Peder Ravn → ikke angivet"),
            (|a| a.leader = Some("Gerda".to_owned()), Profile, "Leder: Peder Ravn → Gerda"),
            (|a| a.role_model = "Ny".to_owned(), Shared, "Rollemodel: Den gode rollemodel → Ny"),
            (|a| a.version = Some("2".to_owned()), Shared, "Rollemodellens version: 1 → 2"),
            (|a| a.version = None, Shared, "Rollemodellens version: 1 → ikke angivet"),
            (|a| a.scale[1].1 = "Noget".to_owned(), Shared, "Skalaens niveauer er ændret"),
            (|a| a.scale[2].0 = 5, Shared, "Skalaens niveauer er ændret"),
            (|a| drop(a.scale.pop()), Shared, "Skalaens niveauer er ændret"),
            (|a| a.areas[1].name = "Edb".to_owned(), Shared, "Et område har skiftet navn: It → Edb"),
            (|a| drop(a.areas.pop()), Profile, "It er taget ud"),
            (|a| a.areas[0].levels = None, Profile, "Dansk er taget ud"),
            (
                |a| {
                    let levels = a.areas[1].levels;
                    a.areas.push(AgreedArea { key: "ny".to_owned(), name: "Ny".to_owned(), levels });
                },
                Profile,
                "Ny er kommet til: nu 0, ønsket 0",
            ),
            (|a| levels(a).current = 2, Profile, "Dansk: niveau nu 1 → 2"),
            (|a| levels(a).wanted = 1, Profile, "Dansk: ønsket niveau 2 → 1"),
            (|a| levels(a).priority = None, Profile, "Dansk: vigtighed nødvendig → ikke angivet"),
            (
                |a| levels(a).priority = Some(Priority::Nice),
                Profile,
                "Dansk: vigtighed nødvendig → rart at kunne",
            ),
            (|a| a.follow_up = None, Profile, "Opfølgning: 15. juni 2027 → ikke angivet"),
            (|a| drop(a.lines.remove(2)), Profile, "Linje taget ud af planen: Ro"),
            (|a| a.lines.push(a.lines[2].clone()), Profile, "Ny linje i planen: Ro"),
            (|a| a.lines[0].area = None, Profile, "Kommaer: område Dansk → ikke angivet"),
            (|a| a.lines[0].responsible = None, Profile, "Kommaer: ansvarlig leder → ikke angivet"),
            (
                |a| a.lines[0].responsible = Some(Responsible::Named("Bo".to_owned())),
                Profile,
                "Kommaer: ansvarlig leder → Bo",
            ),
            (
                |a| a.lines[0].deadline = Some(date(2027, 5, 2)),
                Profile,
                "Kommaer: frist 1. maj 2027 → 2. maj 2027",
            ),
            (
                |a| a.lines[0].success = Some("Ingen fejl".to_owned()),
                Profile,
                "Kommaer: det skal vise sig ved ikke angivet → Ingen fejl",
            ),
            (|a| a.lines[0].leader_does = None, Profile, "Kommaer: lederen gør Giver ro → ikke angivet"),
            (
                |a| a.lines[0].what = AgreedWhat::Course { number: "1".to_owned(), title: "Tegn".to_owned() },
                Shared,
                "Kursus 1 har skiftet titel: Komma → Tegn",
            ),
            (
                |a| a.lines[1].what = form(LearningForm::PeerTraining, Some(Colleague::named("Eva", None))),
                Profile,
                "Breve: en anden kollega",
            ),
            (
                |a| a.lines[1].what = form(LearningForm::SelfStudy, None),
                Profile,
                "Breve: aktivitet sidemandsoplæring → selvstudie",
            ),
            (
                |a| {
                    let colleague = a.lines[1].what.colleague().cloned();
                    let name = Some("makkerlæring".to_owned());
                    let form = LearningForm::PeerTraining;
                    a.lines[1].what = AgreedWhat::Form(AgreedForm { form, name, colleague });
                },
                Profile,
                "Breve: aktivitet sidemandsoplæring → makkerlæring",
            ),
            (|a| a.lines[2].what = AgreedWhat::Open, Profile, "Ro: aktivitet Læse → ikke angivet"),
        ];
        let danish = crate::language::Language::new(crate::language::Tag::Da);
        let then = sample();
        for (edit, from, sentence) in edits {
            let mut now = then.clone();
            edit(&mut now);
            assert_ne!(now.fingerprint(), then.fingerprint(), "{sentence}");
            let changes_found = changes(&then, &now);
            let messages: Vec<String> = changes_found
                .iter()
                .map(|change| change.message.in_language(&danish).replace('\u{a0}', " "))
                .collect();
            assert_eq!(messages, [sentence]);
            assert_eq!(changes_found[0].from, from, "{sentence}");
        }
    }

    fn levels(agreement: &mut Agreement) -> &mut AgreedLevels {
        agreement.areas[0].levels.as_mut().expect("the first area is filled in")
    }
}
