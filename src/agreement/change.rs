//! What has changed between two versions of an agreement, in sentences.

use super::{AgreedArea, AgreedLine, AgreedWhat, Agreement};
use crate::department::profile::Responsible;
use crate::language::{Fact, Saying};

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Where it comes from.
    pub from: Origin,
    /// What it is.
    pub saying: Saying,
}

/// Whose file a change comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The person's own profile, or her school and leader.
    Profile,
    /// The role model or the catalogue, in which everybody's agreement stands.
    Shared,
}

/// What differs from `then` to `now`; empty exactly where their fingerprints are equal.
pub fn changes(then: &Agreement, now: &Agreement) -> Vec<Change> {
    let mut changes = Changes::default();
    changes.text("change-name", Some(&then.name), Some(&now.name));
    changes.text("change-school", Some(&then.school), Some(&now.school));
    changes.text("change-leader", then.leader.as_deref(), now.leader.as_deref());
    for area in &then.areas {
        match now.areas.iter().find(|other| other.key == area.key) {
            Some(other) => changes.area(area, other),
            None if area.levels.is_some() => changes.own(area_saying("change-area-removed", area)),
            None => {}
        }
    }
    for area in now.areas.iter().filter(|area| then.areas.iter().all(|other| other.key != area.key)) {
        if let Some(levels) = area.levels {
            let saying = area_saying("change-area-added", area);
            changes.own(saying.with("current", levels.current).with("wanted", levels.wanted));
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
        changes.shared(Saying::new("change-scale"));
    }
    changes.0
}

#[derive(Default)]
struct Changes(Vec<Change>);

impl Changes {
    fn own(&mut self, saying: Saying) {
        self.0.push(Change { from: Origin::Profile, saying });
    }

    fn shared(&mut self, saying: Saying) {
        self.0.push(Change { from: Origin::Shared, saying });
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
                let mut differs = |key, from: Fact, to: Fact| {
                    if from != to {
                        self.own(from_to(key, from, to).with("area", now.name.as_str()));
                    }
                };
                differs("change-current", then.current.into(), levels.current.into());
                differs("change-wanted", then.wanted.into(), levels.wanted.into());
                differs("change-priority", then.priority.into(), levels.priority.into());
            }
            (Some(_), None) => self.own(area_saying("change-area-removed", now)),
            (None, Some(levels)) => {
                let saying = area_saying("change-area-added", now);
                self.own(saying.with("current", levels.current).with("wanted", levels.wanted));
            }
            (None, None) => {}
        }
    }

    /// Lines are the same whatever their order. Of those that are not, two with
    /// the same goal are one line, changed.
    fn lines(&mut self, then: &Agreement, now: &Agreement) {
        let mut gone: Vec<&AgreedLine> = then.lines.iter().collect();
        let mut come: Vec<&AgreedLine> = Vec::new();
        for line in &now.lines {
            match gone.iter().position(|old| *old == line) {
                Some(same) => drop(gone.remove(same)),
                None => come.push(line),
            }
        }
        for line in come {
            let same_goal = |old: &&AgreedLine| old.goal == line.goal && old.what.is_like(&line.what);
            let only_goal = |old: &&AgreedLine| old.goal.is_some() && old.goal == line.goal;
            let before = gone.iter().position(same_goal).or_else(|| gone.iter().position(only_goal));
            match before {
                Some(before) => self.line(gone.remove(before), line, then, now),
                None => self.own(Saying::new("change-line-added").with("line", label(line))),
            }
        }
        for line in gone {
            self.own(Saying::new("change-line-removed").with("line", label(line)));
        }
    }

    fn line(&mut self, before: &AgreedLine, after: &AgreedLine, then: &Agreement, now: &Agreement) {
        let mut differs = |key, from: Fact, to: Fact| {
            if from != to {
                self.own(from_to(key, from, to).with("line", label(after)));
            }
        };
        let area = |agreement: &Agreement, line: &AgreedLine| -> Fact {
            line.area.as_deref().map(|key| agreement.area_name(key)).into()
        };
        let who = |line: &AgreedLine| line.responsible.as_ref().map_or(nothing(), responsible);
        differs("change-line-responsible", who(before), who(after));
        differs("change-line-deadline", before.deadline.into(), after.deadline.into());
        // These may differ and still read alike: two areas of one name, a course and
        // a text that says its number and title.
        if before.area != after.area {
            let saying = from_to("change-line-area", area(then, before), area(now, after));
            self.own(saying.with("line", label(after)));
        }
        match (&before.what, &after.what) {
            (AgreedWhat::Course { number, title: from }, AgreedWhat::Course { number: same, title: to })
                if number == same =>
            {
                if from != to {
                    let saying = from_to("change-course-title", from.as_str().into(), to.as_str().into());
                    self.shared(saying.with("number", number.as_str()));
                }
            }
            (AgreedWhat::Form(form, from), AgreedWhat::Form(same, to)) if form == same => {
                if from != to {
                    // Who has not agreed to be named is named nowhere.
                    self.own(Saying::new("change-line-mentor").with("line", label(after)));
                }
            }
            (from, to) if from == to => {}
            (from, to) => {
                let saying = from_to("change-line-activity", what(from), what(to));
                self.own(saying.with("line", label(after)));
            }
        }
    }
}

impl AgreedWhat {
    /// Whether both are of one kind, so that a line that holds the one may have held the other.
    fn is_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Course { number: a, .. }, Self::Course { number: b, .. }) => a == b,
            (Self::Form(a, _), Self::Form(b, _)) => a == b,
            (a, b) => a == b,
        }
    }
}

fn from_to(key: &'static str, from: Fact, to: Fact) -> Saying {
    Saying::new(key).with("from", from).with("to", to)
}

fn area_saying(key: &'static str, area: &AgreedArea) -> Saying {
    Saying::new(key).with("area", area.name.as_str())
}

/// A line by its goal, else by what is done.
pub fn label(line: &AgreedLine) -> Fact {
    line.goal.as_deref().map_or_else(|| what(&line.what), Fact::from)
}

/// What a line does, without naming a colleague.
pub fn what(what: &AgreedWhat) -> Fact {
    match what {
        AgreedWhat::Course { number, title } => format!("{number} {title}").into(),
        AgreedWhat::Form(form, _) => Fact::Word(form.word_key()),
        AgreedWhat::Text(text) => text.as_str().into(),
        AgreedWhat::Open => nothing(),
    }
}

/// Who sees to a line.
pub fn responsible(who: &Responsible) -> Fact {
    match who {
        Responsible::Leader => Fact::Word("responsible-leader"),
        Responsible::Employee => Fact::Word("responsible-employee"),
        Responsible::Department => Fact::Word("responsible-department"),
        Responsible::Named(name) => name.as_str().into(),
    }
}

fn nothing() -> Fact {
    Fact::Word("change-nothing")
}

impl<T: Into<Fact>> From<Option<T>> for Fact {
    fn from(value: Option<T>) -> Self {
        value.map_or_else(nothing, Into::into)
    }
}

impl From<crate::department::profile::Priority> for Fact {
    fn from(priority: crate::department::profile::Priority) -> Self {
        Self::Word(priority.word_key())
    }
}
