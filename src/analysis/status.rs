//! Status of a department in the annual cycle (*årshjul*): talks, plans and signatures of each person
//! and school, compared with the deadlines.

use std::cmp::Reverse;
use std::ops::AddAssign;

use jiff::Span;
use jiff::civil::Date;
use serde::Serialize;
use strum::VariantArray;

use super::people_order;
use crate::agreement::Agreement;
use crate::agreement::record::Signer;
use crate::agreement::signature_status::{NotedSignature, Records, SignatureStatus};
use crate::department::Department;
use crate::department::person::owner_of;
use crate::department::profile::Profile;
use crate::department::settings::Settings;
use crate::language::Language;
use crate::programme::cohort::Cohort;
use crate::programme::completion::Completion;
use crate::programme::definition::Programme;
use crate::source::SourceFile;

/// Months for which an agreed plan is up to date.
pub(super) const UP_TO_DATE_MONTHS: i32 = 12;

/// Status of a department on a day.
#[derive(Debug, Serialize)]
pub struct DepartmentStatus {
    /// Name of the department.
    pub department: String,
    /// The period, such as `2026/27`.
    pub period: Option<String>,
    /// Day of the status.
    pub today: Date,
    /// Whether all profiles were read, so that nobody is missing.
    pub complete: bool,
    /// Number of profiles by state.
    pub profiles: ProfileCounts,
    /// Deadlines in the settings, in the order of the year.
    pub deadlines: Vec<Deadline>,
    /// Schools with people, in the language's alphabet.
    pub schools: Vec<SchoolStatus>,
    /// All people, by school and name in the language's alphabet.
    pub people: Vec<PersonStatus>,
    /// The cohorts of programmes.
    pub cohorts: Vec<CohortStatus>,
}

#[derive(Debug, Serialize)]
pub struct CohortStatus {
    /// Name of the programme.
    pub programme: String,
    /// Name of the cohort.
    pub cohort: String,
    /// Path of the file, relative to the department's folder.
    pub file: String,
    /// Number of participants who have not left.
    pub participants: usize,
    /// Number of those who have finished.
    pub finished: usize,
    /// Number of those who lack something that is due.
    pub lacking: usize,
    /// The next day on which it meets.
    pub next: Option<Date>,
    /// The day of the close.
    pub closed: Option<Date>,
}

impl CohortStatus {
    fn of(programme: &Programme, cohort: &Cohort, today: Date) -> Self {
        let completion =
            cohort.participants.iter().map(|own| Completion::of(programme, cohort, own, Some(today)));
        let active: Vec<Completion> = completion.filter(Completion::is_active).collect();
        let next = cohort.sessions.iter().map(|session| session.days.first).find(|day| *day >= today);
        Self {
            programme: programme.name.clone(),
            cohort: cohort.name.clone(),
            file: cohort.file.name.clone(),
            participants: active.len(),
            finished: active.iter().filter(|own| own.finished().is_some()).count(),
            lacking: active.iter().filter(|own| !own.overdue().is_empty()).count(),
            next,
            closed: cohort.closed,
        }
    }
}

/// Number of profiles by state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ProfileCounts {
    /// Profiles with a level in at least one area.
    pub filled_in: usize,
    /// Profiles without any level.
    pub open: usize,
    /// Profiles with errors.
    pub with_errors: usize,
}

/// A deadline of the year.
#[derive(Debug, Serialize)]
pub struct Deadline {
    /// Task that is due.
    pub what: Due,
    /// Date of the deadline.
    pub date: Date,
    /// Days from today; negative if past.
    pub days: i32,
    /// Number of people who are done; `None` if the files don't show it.
    pub done: Option<usize>,
}

/// A task of the annual cycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
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
    /// Message key of the task.
    pub(crate) fn word_key(self) -> &'static str {
        match self {
            Self::Profile => "due-profile",
            Self::StrategicPlan => "due-strategic-plan",
            Self::Plan => "due-plan",
            Self::Evaluation => "due-evaluation",
        }
    }
}

#[derive(Debug, Default, Serialize)]
pub struct SchoolStatus {
    /// Name; `None` for profiles whose school can't be read.
    pub name: Option<String>,
    /// Number of people.
    pub people: usize,
    /// People whose profile has errors.
    pub with_errors: usize,
    /// People whose talk has been held.
    pub talks_held: usize,
    /// Agreed plans.
    pub agreed: usize,
    /// Plans with both signatures noted under the same agreement.
    pub signed: usize,
    /// Plan lines past their deadline.
    pub overdue: usize,
    /// Plans that were agreed within twelve months and have not changed since a signature.
    pub up_to_date: usize,
}

#[derive(Debug, Serialize)]
pub struct PersonStatus {
    /// Name, if it can be read.
    pub name: Option<String>,
    /// School, if it can be read.
    pub school: Option<String>,
    /// Path of the profile, relative to the department's folder.
    pub file: String,
    /// Whether the profile has errors, so that the rest is unknown.
    pub has_errors: bool,
    /// Whether at least one area has levels.
    pub filled_in: bool,
    /// Date of the talk.
    pub talk: Option<Date>,
    /// Whether the talk has been held.
    pub talk_held: bool,
    /// Date of the agreement; `None` for a draft.
    pub agreed: Option<Date>,
    /// Noted date of the employee's signature.
    pub signed_by_employee: Option<Date>,
    /// Noted date of the leader's signature.
    pub signed_by_leader: Option<Date>,
    /// Notes about the signatures.
    pub notes: Vec<SignatureNote>,
    /// Whether both signed the same agreement.
    pub both_signed: bool,
    /// Whether the agreement has changed since a signature.
    pub changed_since_signed: bool,
    /// Plan lines past their deadline.
    pub overdue: usize,
    /// Whether it was agreed within twelve months and has not changed since a signature.
    pub up_to_date: bool,
}

/// A note about a signature, which is not proof of it.
#[derive(Debug, Serialize)]
pub struct SignatureNote {
    /// Role of the signer.
    pub signer: Signer,
    /// Date of the signature.
    pub date: Date,
    /// Name of the user who noted it, if recorded.
    pub noted_by: Option<String>,
    /// Whether the code on the paper was compared.
    pub code_compared: bool,
    /// Whether the signed agreement is the current one.
    pub current: bool,
}

impl SignatureNote {
    fn of(noted: &NotedSignature) -> Self {
        let NotedSignature { signer, date, compared, by, current, .. } = noted.clone();
        Self { signer, date, noted_by: by, code_compared: compared, current }
    }
}

/// The status of `department` on the day `today`, sorted in the alphabet of `language`.
pub fn status(
    department: &Department,
    records: &Records,
    today: Date,
    language: &Language,
) -> DepartmentStatus {
    status_of(department, records, today, language, |_| true)
}

/// As [`status`], restricted to people whose profile `is_included`.
pub(crate) fn status_of(
    department: &Department,
    records: &Records,
    today: Date,
    language: &Language,
    is_included: impl Fn(&SourceFile) -> bool,
) -> DepartmentStatus {
    let settings = &department.settings;
    let known = department.people.iter().filter(|person| is_included(&person.file));
    let mut people: Vec<PersonStatus> =
        known.map(|person| of_person(person, department, records, today)).collect();
    people.extend(department.broken.iter().filter(|file| is_included(file)).map(|file| {
        let owner_of = owner_of(file);
        // In the spelling of the settings, if the school is known.
        let known = owner_of.school.as_deref().and_then(|school| settings.school(school));
        let school = known.map(|school| settings.schools[school.0].name.clone()).or(owner_of.school);
        PersonStatus { name: owner_of.name, school, has_errors: true, ..PersonStatus::unknown(&file.name) }
    }));
    people.sort_by(|a, b| {
        people_order::compare(a.school_and_name(), b.school_and_name(), language)
            .then_with(|| a.file.cmp(&b.file))
    });
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
        cohorts: department
            .programmes
            .cohorts()
            .map(|(programme, cohort)| CohortStatus::of(programme, cohort, today))
            .collect(),
    }
}

fn of_person(person: &Profile, department: &Department, records: &Records, today: Date) -> PersonStatus {
    let status = SignatureStatus::of(&Agreement::of(person, department), records.of(person));
    let a_year_ago = today.checked_sub(Span::new().months(UP_TO_DATE_MONTHS)).unwrap_or(Date::MIN);
    let recent = person.agreed.is_some_and(|agreed| (a_year_ago..=today).contains(&agreed));
    let date = |signer| status.by(signer).map(|noted| noted.date);
    PersonStatus {
        name: Some(person.name.value.clone()),
        school: Some(department.settings.schools[person.school.0].name.clone()),
        filled_in: person.is_filled_in(),
        talk: person.talk,
        talk_held: person.talk.is_some_and(|talk| talk <= today),
        agreed: person.agreed,
        signed_by_employee: date(Signer::Employee),
        signed_by_leader: date(Signer::Leader),
        notes: status.noted.iter().map(SignatureNote::of).collect(),
        both_signed: status.both_signed(),
        changed_since_signed: status.is_changed(),
        overdue: person.plan.iter().filter(|line| line.is_overdue(today)).count(),
        up_to_date: recent && !status.is_changed(),
        ..PersonStatus::unknown(&person.file.name)
    }
}

/// The deadlines of `settings` that are set, in the order of the year.
pub(crate) fn dates_due(settings: &Settings) -> impl Iterator<Item = (Due, Date)> {
    let set = &settings.deadlines;
    let all = [
        (Due::Profile, set.profile),
        (Due::StrategicPlan, set.strategic_plan),
        (Due::Plan, set.plan),
        (Due::Evaluation, set.evaluation),
    ];
    all.into_iter().filter_map(|(what, date)| Some((what, date?)))
}

fn deadlines(department: &Department, people: &[PersonStatus], today: Date) -> Vec<Deadline> {
    let count = |done: fn(&PersonStatus) -> bool| Some(people.iter().filter(|person| done(person)).count());
    let done = |what| match what {
        Due::Profile => count(|person| person.filled_in),
        Due::Plan => count(|person| person.agreed.is_some()),
        Due::StrategicPlan | Due::Evaluation => None,
    };
    dates_due(&department.settings)
        .map(|(what, date)| Deadline { what, date, days: (date - today).get_days(), done: done(what) })
        .collect()
}

impl ProfileCounts {
    fn of(people: &[PersonStatus]) -> Self {
        let filled_in = people.iter().filter(|person| person.filled_in).count();
        let with_errors = people.iter().filter(|person| person.has_errors).count();
        Self { filled_in, open: people.len() - filled_in - with_errors, with_errors }
    }
}

impl DepartmentStatus {
    /// The sum over all schools, without a name.
    pub(crate) fn total(&self) -> SchoolStatus {
        let mut total = SchoolStatus::default();
        for school in &self.schools {
            total += school;
        }
        total
    }
}

/// What is late at a school.
#[derive(Debug, Default)]
pub(crate) struct LateSchool<'a> {
    /// Name; `None` for profiles whose school can't be read.
    pub name: Option<&'a str>,
    /// Profiles with errors.
    pub with_errors: usize,
    /// Profiles without any level after the deadline for profiles.
    pub not_filled_in: usize,
    /// Plans without an agreement after the deadline for plans.
    pub not_agreed: usize,
    /// Plan lines past their deadline.
    pub overdue: usize,
    /// The people with something late whose name is known.
    pub people: Vec<&'a PersonStatus>,
}

impl<'a> LateSchool<'a> {
    fn total(&self) -> usize {
        self.with_errors + self.not_filled_in + self.not_agreed + self.overdue
    }

    /// Adds what is late with `person`; `profiles` and `plans` say whether their deadlines have passed.
    fn add(&mut self, person: &'a PersonStatus, profiles: bool, plans: bool) {
        let before = self.total();
        self.with_errors += usize::from(person.has_errors);
        self.not_filled_in += usize::from(profiles && !person.has_errors && !person.filled_in);
        self.not_agreed += usize::from(plans && !person.has_errors && person.agreed.is_none());
        self.overdue += person.overdue;
        if self.total() > before && person.name.is_some() {
            self.people.push(person);
        }
    }
}

impl DepartmentStatus {
    /// The schools where something is late, those with most first.
    pub(crate) fn late(&self) -> Vec<LateSchool<'_>> {
        let is_past = |what| self.deadlines.iter().any(|due| due.what == what && due.days < 0);
        let (profiles, plans) = (is_past(Due::Profile), is_past(Due::Plan));
        let schools = self.schools.iter().map(|school| {
            let mut late = LateSchool { name: school.name.as_deref(), ..LateSchool::default() };
            for person in self.people.iter().filter(|person| person.school == school.name) {
                late.add(person, profiles, plans);
            }
            late
        });
        let mut late: Vec<LateSchool<'_>> = schools.filter(|school| school.total() > 0).collect();
        late.sort_by_key(|school| Reverse(school.total()));
        late
    }
}

/// A step of the year that a person has not taken, at the stage where it matters first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
pub(crate) enum MissingStep {
    /// The profile has errors, so that the rest is unknown.
    SoundProfile,
    Levels,
    /// There is no day for the talk.
    TalkDay,
    /// The day of the talk is still ahead.
    Talk,
    Agreement,
    Signatures,
    /// The plan has changed since a signature.
    SignaturesAgain,
    /// Plan lines are past their deadline.
    Activities,
}

impl PersonStatus {
    /// The steps that are missing, in the order of the year. Whoever has agreed needs no talk.
    pub(crate) fn missing_steps(&self) -> Vec<MissingStep> {
        if self.has_errors {
            return vec![MissingStep::SoundProfile];
        }
        let agreed = self.agreed.is_some();
        let is_missing = |step: &MissingStep| match step {
            MissingStep::SoundProfile => false,
            MissingStep::Levels => !self.filled_in,
            MissingStep::TalkDay => !agreed && self.talk.is_none(),
            MissingStep::Talk => !agreed && self.talk.is_some() && !self.talk_held,
            MissingStep::Agreement => !agreed && self.talk_held,
            MissingStep::Signatures => agreed && !self.both_signed && !self.changed_since_signed,
            MissingStep::SignaturesAgain => self.changed_since_signed,
            MissingStep::Activities => self.overdue > 0,
        };
        MissingStep::VARIANTS.iter().copied().filter(is_missing).collect()
    }

    /// School and name, as far as they are known.
    fn school_and_name(&self) -> people_order::SchoolAndName<'_> {
        (self.school.as_deref(), self.name.as_deref())
    }

    /// A person of whom only the file is known.
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
    /// Adds the counts of another school and keeps the name.
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
