//! The wheel of the year (*årshjul*): where everybody stands, against the deadlines.

use std::ops::AddAssign;

use jiff::Span;
use jiff::civil::Date;
use serde::Serialize;

use crate::agreement::Agreement;
use crate::agreement::record::Signer;
use crate::agreement::signature_status::{NotedSignature, Records, SignatureStatus};
use crate::department::Department;
use crate::department::person::owner_of;
use crate::department::profile::Profile;
use crate::language::Language;
use crate::source::SourceFile;

/// Months for which an agreed plan is up to date.
pub(super) const UP_TO_DATE_MONTHS: i32 = 12;

/// Where a department stands on a day.
#[derive(Debug, Serialize)]
pub struct DepartmentStatus {
    /// The department's name.
    pub department: String,
    /// The period, such as `2026/27`.
    pub period: Option<String>,
    /// The day.
    pub today: Date,
    /// Whether all profiles were read, so that nobody is missed.
    pub complete: bool,
    /// How many profiles say at least one level, how many say none yet, and how many have an error.
    pub profiles: ProfileCounts,
    /// The deadlines of the year that the department has set, in their order.
    pub deadlines: Vec<Deadline>,
    /// The schools that have people, in the department's order.
    pub schools: Vec<SchoolStatus>,
    /// Everybody, in the order of schools and files.
    pub people: Vec<PersonStatus>,
}

/// How far the profiles are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ProfileCounts {
    /// With a level in at least one area.
    pub filled_in: usize,
    /// Without any.
    pub open: usize,
    /// With an error, so that the rest is not known.
    pub with_errors: usize,
}

/// A deadline of the year.
#[derive(Debug, Serialize)]
pub struct Deadline {
    /// What is due.
    pub what: Due,
    /// When.
    pub date: Date,
    /// Days from today; below zero where it is past.
    pub days: i32,
    /// How many are done with it; `None` where files don't tell.
    pub done: Option<usize>,
}

/// What is due in the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Due {
    /// Profiles are handed in.
    Profile,
    /// The strategic training plan is ready.
    StrategicPlan,
    /// The individual plans are agreed.
    Plan,
    /// The year is evaluated.
    Evaluation,
}

impl Due {
    /// The key of its word.
    pub fn word_key(self) -> &'static str {
        match self {
            Self::Profile => "due-profile",
            Self::StrategicPlan => "due-strategic-plan",
            Self::Plan => "due-plan",
            Self::Evaluation => "due-evaluation",
        }
    }
}

/// Where a school stands.
#[derive(Debug, Default, Serialize)]
pub struct SchoolStatus {
    /// Its name; `None` for profiles whose school can't be read.
    pub name: Option<String>,
    /// People.
    pub people: usize,
    /// People whose profile has an error.
    pub with_errors: usize,
    /// People whose talk has been held.
    pub talks_held: usize,
    /// Agreed plans.
    pub agreed: usize,
    /// Plans that both are noted as having signed, the same one.
    pub signed: usize,
    /// Plan lines past their deadline.
    pub overdue: usize,
    /// Plans that were agreed in the twelve months before today and have not
    /// changed since anybody signed.
    pub up_to_date: usize,
}

/// The keys of the columns of [`SchoolStatus::in_words`].
pub const SCHOOL_COLUMNS: [&str; 8] = [
    "label-school",
    "status-people",
    "status-with-errors",
    "status-talks-held",
    "status-plans-agreed",
    "status-signed",
    "status-overdue",
    "status-up-to-date",
];

/// Where a person stands.
#[derive(Debug, Serialize)]
pub struct PersonStatus {
    /// Her name, as far as it can be read.
    pub name: Option<String>,
    /// Her school, likewise.
    pub school: Option<String>,
    /// Her profile, relative to the department's folder.
    pub file: String,
    /// Whether the profile has an error, so that the rest is not known.
    pub has_errors: bool,
    /// Whether it says a level in at least one area.
    pub filled_in: bool,
    /// The day of the talk.
    pub talk: Option<Date>,
    /// Whether the talk has been held.
    pub talk_held: bool,
    /// The day on which the plan was agreed; a draft without it.
    pub agreed: Option<Date>,
    /// The day on which she is noted as having signed.
    pub signed_by_employee: Option<Date>,
    /// The day on which her leader is.
    pub signed_by_leader: Option<Date>,
    /// What is noted of those signatures.
    pub notes: Vec<Note>,
    /// Whether both signed the same.
    pub both_signed: bool,
    /// Whether anything has changed since somebody signed.
    pub changed_since_signed: bool,
    /// Plan lines past their deadline.
    pub overdue: usize,
    /// Whether it was agreed in the twelve months before today and has not changed
    /// since anybody signed.
    pub up_to_date: bool,
}

/// What is noted of a signature. It is no proof of one.
#[derive(Debug, Serialize)]
pub struct Note {
    /// Whose signature.
    pub signer: Signer,
    /// The day of the signature.
    pub date: Date,
    /// Who noted it, where the record says so.
    pub noted_by: Option<String>,
    /// Whether the code on the paper was compared.
    pub code_compared: bool,
    /// Whether it is under what the files say now.
    pub current: bool,
}

impl Note {
    fn of(noted: &NotedSignature) -> Self {
        let NotedSignature { signer, date, compared, by, current, .. } = noted.clone();
        Self { signer, date, noted_by: by, code_compared: compared, current }
    }

    /// The note in one line.
    pub fn in_words(&self, language: &Language) -> String {
        let role = match self.signer {
            Signer::Employee => "label-employee",
            Signer::Leader => "label-leader",
        };
        let unknown = || language.say("status-unknown", &[]);
        let facts = [
            ("role", language.say(role, &[]).into()),
            ("date", language.short_date(self.date).into()),
            ("who", self.noted_by.clone().unwrap_or_else(unknown).into()),
        ];
        language.say(if self.code_compared { "status-note" } else { "status-note-not-compared" }, &facts)
    }
}

/// Where `department` stands on the day `today`.
pub fn status(department: &Department, records: &Records, today: Date) -> DepartmentStatus {
    status_of(department, records, today, |_| true)
}

/// As [`status`], of the people alone whose profile `is_meant`.
pub fn status_of(
    department: &Department,
    records: &Records,
    today: Date,
    is_meant: impl Fn(&SourceFile) -> bool,
) -> DepartmentStatus {
    let settings = &department.settings;
    let known = department.people.iter().filter(|person| is_meant(&person.file));
    let mut people: Vec<PersonStatus> =
        known.map(|person| of_person(person, department, records, today)).collect();
    people.extend(department.broken.iter().filter(|file| is_meant(file)).map(|file| {
        let owner_of = owner_of(file);
        // In the department's own spelling, where it knows the school.
        let known = owner_of.school.as_deref().and_then(|school| settings.school(school));
        let school = known.map(|school| settings.schools[school.0].name.clone()).or(owner_of.school);
        PersonStatus { name: owner_of.name, school, has_errors: true, ..PersonStatus::unknown(&file.name) }
    }));
    let school_order = |school: &Option<String>| {
        let known = settings.schools.iter().position(|s| Some(&s.name) == school.as_ref());
        (known.unwrap_or(usize::MAX), school.clone())
    };
    people.sort_by_cached_key(|person| (school_order(&person.school), person.file.clone()));
    let mut schools: Vec<SchoolStatus> = Vec::new();
    for person in &people {
        if schools.last().is_none_or(|last| last.name != person.school) {
            schools.push(SchoolStatus { name: person.school.clone(), ..SchoolStatus::default() });
        }
        if let Some(school) = schools.last_mut() {
            school.add(person);
        }
    }
    DepartmentStatus {
        department: settings.name.clone(),
        period: settings.period.clone(),
        today,
        complete: department.complete,
        profiles: ProfileCounts::of(&people),
        deadlines: deadlines(department, &people, today),
        schools,
        people,
    }
}

fn of_person(person: &Profile, department: &Department, records: &Records, today: Date) -> PersonStatus {
    let standing = SignatureStatus::of(&Agreement::of(person, department), records.of(person));
    let a_year_ago = today.checked_sub(Span::new().months(UP_TO_DATE_MONTHS)).unwrap_or(Date::MIN);
    let recent = person.agreed.is_some_and(|agreed| (a_year_ago..=today).contains(&agreed));
    let date = |signer| standing.by(signer).map(|noted| noted.date);
    PersonStatus {
        name: Some(person.name.value.clone()),
        school: Some(department.settings.schools[person.school.0].name.clone()),
        filled_in: person.is_filled_in(),
        talk: person.talk,
        talk_held: person.talk.is_some_and(|talk| talk <= today),
        agreed: person.agreed,
        signed_by_employee: date(Signer::Employee),
        signed_by_leader: date(Signer::Leader),
        notes: standing.noted.iter().map(Note::of).collect(),
        both_signed: standing.both_signed(),
        changed_since_signed: standing.is_changed(),
        overdue: person.plan.iter().filter(|line| line.is_overdue(today)).count(),
        up_to_date: recent && !standing.is_changed(),
        ..PersonStatus::unknown(&person.file.name)
    }
}

fn deadlines(department: &Department, people: &[PersonStatus], today: Date) -> Vec<Deadline> {
    let set = &department.settings.deadlines;
    let count = |done: fn(&PersonStatus) -> bool| Some(people.iter().filter(|person| done(person)).count());
    let all = [
        (Due::Profile, set.profile, count(|person| person.filled_in)),
        (Due::StrategicPlan, set.strategic_plan, None),
        (Due::Plan, set.plan, count(|person| person.agreed.is_some())),
        (Due::Evaluation, set.evaluation, None),
    ];
    all.into_iter()
        .filter_map(|(what, date, done)| {
            let date = date?;
            Some(Deadline { what, date, days: (date - today).get_days(), done })
        })
        .collect()
}

impl ProfileCounts {
    fn of(people: &[PersonStatus]) -> Self {
        let filled_in = people.iter().filter(|person| person.filled_in).count();
        let with_errors = people.iter().filter(|person| person.has_errors).count();
        Self { filled_in, open: people.len() - filled_in - with_errors, with_errors }
    }

    /// All three in one sentence.
    pub fn in_words(self, language: &Language) -> String {
        let facts = [
            ("filled", self.filled_in.into()),
            ("all", (self.filled_in + self.open + self.with_errors).into()),
            ("open", self.open.into()),
            ("errors", self.with_errors.into()),
        ];
        language.say("status-profiles", &facts)
    }
}

impl Deadline {
    /// What is due, when, and how many of `people` are done with it, in one sentence.
    pub fn in_words(&self, people: usize, language: &Language) -> String {
        let when = if self.days < 0 { "due-past" } else { "due-coming" };
        let when = language.say(when, &[("days", self.days.abs().into())]);
        let done = self.done.map(|done| {
            let done = language.say("due-done", &[("done", done.into()), ("all", people.into())]);
            format!(", {done}")
        });
        let facts = [
            ("what", language.say(self.what.word_key(), &[]).into()),
            ("date", language.date(self.date).into()),
            ("when", when.into()),
        ];
        format!("{}{}", language.say("due-line", &facts), done.unwrap_or_default())
    }
}

impl DepartmentStatus {
    /// A row for each school, with the columns [`SCHOOL_COLUMNS`], and where there are many, a
    /// row for all of them.
    pub fn schools_in_words(&self, language: &Language) -> Vec<[String; 8]> {
        let mut all = SchoolStatus { name: Some(language.say("status-all", &[])), ..SchoolStatus::default() };
        for school in &self.schools {
            all += school;
        }
        let total = (self.schools.len() > 1).then_some(&all);
        self.schools.iter().chain(total).map(|school| school.in_words(language)).collect()
    }
}

impl PersonStatus {
    /// How the plan stands: broken, a draft, or agreed and when.
    pub fn plan_in_words(&self, language: &Language) -> String {
        let say = |key| language.say(key, &[]);
        match (self.has_errors, self.agreed) {
            (true, _) => say("status-profile-error"),
            (false, None) if !self.filled_in => say("status-profile-open"),
            (false, None) => say("status-plan-draft"),
            (false, Some(date)) => format!("{} {}", say("status-plan-agreed"), language.short_date(date)),
        }
    }

    /// Who is noted as having signed it, and whether it has changed since; empty for nobody.
    pub fn signed_in_words(&self, language: &Language) -> String {
        let say = |key| language.say(key, &[]);
        if self.changed_since_signed {
            return say("status-changed-since");
        }
        match (self.signed_by_employee, self.signed_by_leader) {
            (Some(_), Some(_)) => say("status-by-both"),
            (Some(_), None) => say("status-by-employee"),
            (None, Some(_)) => say("status-by-leader"),
            (None, None) => String::new(),
        }
    }

    /// Somebody of whom nothing is known but the file.
    fn unknown(file: &str) -> Self {
        Self {
            name: None,
            school: None,
            file: file.to_owned(),
            has_errors: false,
            filled_in: false,
            talk: None,
            talk_held: false,
            agreed: None,
            signed_by_employee: None,
            signed_by_leader: None,
            notes: Vec::new(),
            both_signed: false,
            changed_since_signed: false,
            overdue: 0,
            up_to_date: false,
        }
    }
}

impl AddAssign<&SchoolStatus> for SchoolStatus {
    /// Adds the counts of another school; the name stays.
    fn add_assign(&mut self, other: &Self) {
        self.people += other.people;
        self.with_errors += other.with_errors;
        self.talks_held += other.talks_held;
        self.agreed += other.agreed;
        self.signed += other.signed;
        self.overdue += other.overdue;
        self.up_to_date += other.up_to_date;
    }
}

impl SchoolStatus {
    /// The name and the counts, as the columns [`SCHOOL_COLUMNS`] say.
    fn in_words(&self, language: &Language) -> [String; 8] {
        let share =
            language.say("status-share", &[("some", self.up_to_date.into()), ("all", self.people.into())]);
        [
            self.name.clone().unwrap_or_else(|| language.say("status-unknown", &[])),
            self.people.to_string(),
            self.with_errors.to_string(),
            self.talks_held.to_string(),
            self.agreed.to_string(),
            self.signed.to_string(),
            self.overdue.to_string(),
            share,
        ]
    }

    fn add(&mut self, person: &PersonStatus) {
        self.people += 1;
        self.with_errors += usize::from(person.has_errors);
        self.talks_held += usize::from(person.talk_held);
        self.agreed += usize::from(person.agreed.is_some());
        self.signed += usize::from(person.both_signed);
        self.overdue += person.overdue;
        self.up_to_date += usize::from(person.up_to_date);
    }
}
