//! The pages: view models for the HTML templates, which escape every text.

mod departments;
mod figures;

use askama::Template;
use jiff::civil::Date;

use super::site::{DepartmentPages, Download, PersonPages, ProblemView, Site};
use crate::agreement::code::CodeError;
use crate::analysis::status::{DepartmentStatus, MissingStep, PersonStatus};
use crate::language::Language;
use crate::problem::Severity;
use crate::source::file_names;
use crate::verify::{CodeQuery, look_up};
use crate::wording::code_text;
use crate::wording::status_text::{self, SCHOOL_COLUMNS};

pub(super) use departments::DepartmentsPage;
pub(super) use figures::{GroupsPage, MoneyPage, NeedsPage};

/// The program's messages, for templates.
#[derive(Clone, Copy)]
pub(super) struct Words(pub &'static Language);

impl Words {
    pub(super) fn say(&self, key: &str) -> String {
        self.0.say(key, &[])
    }

    pub(super) fn hint(&self, key: &str) -> String {
        self.0.say_attribute(key, "hint", &[])
    }

    pub(super) fn count(&self, key: &str, count: usize) -> String {
        self.0.say(key, &[("count", count.into())])
    }

    /// The message with `#` for a count that the script fills in.
    fn any_count(&self, key: &str) -> String {
        self.0.say(key, &[("count", "#".into())])
    }

    pub(super) fn named(&self, key: &str, name: &str) -> String {
        self.0.say(key, &[("name", name.into())])
    }

    /// A date in ISO form as people type it; any other text unchanged.
    pub(super) fn typed_date(&self, text: &str) -> String {
        let Ok(date) = text.parse::<Date>() else { return text.to_owned() };
        // As texts, since numbers are grouped.
        let (day, month, year) = (date.day().to_string(), date.month().to_string(), date.year().to_string());
        let parts =
            [("day", day.into()), ("month", month.into()), ("year", year.into()), ("iso", text.into())];
        self.0.say("edit-date", &parts)
    }

    pub(super) fn open(&self, title: &str) -> String {
        self.named("serve-open", &self.say(title))
    }

    /// The link to `document`.
    pub(super) fn open_document(&self, document: &Download) -> String {
        let title = match &document.about {
            Some(about) => self.named(document.title, about),
            None => self.say(document.title),
        };
        self.named("serve-open", &title)
    }

    pub(super) fn tag(&self) -> &'static str {
        self.0.tag().name()
    }
}

/// A tab of a department.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Tab {
    People,
    Needs,
    Groups,
    Money,
    Year,
    Code,
}

/// The layout around every page.
pub(super) struct PageFrame<'a> {
    pub words: Words,
    pub base: &'a str,
    /// The title in the browser.
    pub title: String,
    pub revision: u64,
    pub is_gone: bool,
    pub is_used_twice: bool,
    pub department: Option<&'a DepartmentPages>,
    pub period: String,
    /// Whether the site has other departments.
    pub is_one_of_many: bool,
    /// Whether files can be changed on the pages.
    pub is_writable: bool,
    tab: Option<Tab>,
}

impl<'a> PageFrame<'a> {
    pub(super) fn of_all(base: &'a str, site: &Site, language: &'static Language, title: &str) -> Self {
        let words = Words(language);
        Self {
            words,
            base,
            title: words.say(title),
            revision: site.revision,
            is_gone: site.gone,
            is_used_twice: site.is_used_twice,
            department: None,
            period: String::new(),
            is_one_of_many: false,
            is_writable: site.is_writable,
            tab: None,
        }
    }

    /// The layout of a page of the profile form, which is in no tab.
    pub(super) fn of_form(base: &'a str, site: &Site, department: &'a DepartmentPages, title: &str) -> Self {
        Self { tab: None, ..Self::of(base, site, department, title, Tab::People) }
    }

    fn of(base: &'a str, site: &Site, department: &'a DepartmentPages, title: &str, tab: Tab) -> Self {
        let period = department.read().and_then(|(department, _)| department.settings.period.clone());
        Self {
            words: Words(department.language),
            base,
            title: format!("{title} – {}", department.name),
            revision: site.revision,
            is_gone: site.gone,
            is_used_twice: site.is_used_twice,
            department: Some(department),
            period: period.unwrap_or_default(),
            is_one_of_many: site.departments.len() > 1,
            is_writable: site.is_writable,
            tab: Some(tab),
        }
    }

    /// The address of a page in the department.
    pub(super) fn path(&self, rest: &str) -> String {
        match self.department {
            Some(department) => format!("{}/afdeling/{}{rest}", self.base, department.id),
            None => self.base.to_owned(),
        }
    }

    /// The value of `aria-current` for a tab.
    pub(super) fn current(&self, tab: &Tab) -> &'static str {
        if self.tab == Some(*tab) { "page" } else { "false" }
    }

    pub(super) fn tabs(&self) -> [(Tab, String, String); 6] {
        [
            (Tab::People, self.path(""), self.words.say("serve-people")),
            (Tab::Needs, self.path("/behov"), self.words.say("serve-needs")),
            (Tab::Groups, self.path("/hold"), self.words.say("serve-groups")),
            (Tab::Money, self.path("/penge"), self.words.say("serve-money")),
            (Tab::Year, self.path("/aaret"), self.words.say("serve-year")),
            (Tab::Code, self.path("/aftalekode"), self.words.say("serve-code")),
        ]
    }

    pub(super) fn document(&self, document: &Download) -> String {
        format!("{}/dokument/{}?v={}", self.base, document.id, document.stamp)
    }
}

/// The number of problems, as text and CSS class.
struct ProblemCount {
    class: &'static str,
    text: String,
}

impl ProblemCount {
    fn of(problems: &[ProblemView], words: Words) -> Option<Self> {
        let errors = problems.iter().filter(|problem| problem.severity == Severity::Error).count();
        let others = problems.len() - errors;
        let parts = [("serve-errors", errors), ("serve-warnings", others)];
        let parts: Vec<String> = parts
            .iter()
            .filter(|(_, count)| *count > 0)
            .map(|(key, count)| words.count(key, *count))
            .collect();
        let class = if errors > 0 { "error" } else { "warning" };
        (!parts.is_empty()).then(|| Self { class, text: parts.join(", ") })
    }
}

/// The people of a department, by school.
#[derive(Template)]
#[template(path = "people.html")]
pub(super) struct PeoplePage<'a> {
    frame: PageFrame<'a>,
    department: &'a DepartmentPages,
    is_usable: bool,
    find: &'a str,
    found: String,
    schools: Vec<SchoolRows>,
}

struct SchoolRows {
    name: String,
    people: Vec<PersonRow>,
}

struct PersonRow {
    id: String,
    name: String,
    talk: String,
    plan: String,
    plan_class: &'static str,
    signed: String,
    overdue: String,
    problem_count: Option<ProblemCount>,
    /// The row's text in lower case, for searching.
    words: String,
}

impl<'a> PeoplePage<'a> {
    /// The people of `department` whose rows contain every word of `find`.
    pub(super) fn new(base: &'a str, site: &Site, department: &'a DepartmentPages, find: &'a str) -> Self {
        let words = Words(department.language);
        let status = department.status(site.today());
        let mut schools: Vec<SchoolRows> = Vec::new();
        let search_words: Vec<String> = find.split_whitespace().map(str::to_lowercase).collect();
        let mut found = 0;
        for person in status.iter().flat_map(|status| &status.people) {
            let name = person.school.clone().unwrap_or_else(|| words.say("status-unknown"));
            let Some(row) =
                department.people.get(&person.file).map(|pages| PersonRow::of(person, pages, &name, words))
            else {
                continue;
            };
            if !search_words.iter().all(|word| row.words.contains(word)) {
                continue;
            }
            found += 1;
            match schools.last_mut().filter(|last| last.name == name) {
                Some(last) => last.people.push(row),
                None => schools.push(SchoolRows { name, people: vec![row] }),
            }
        }
        Self {
            frame: PageFrame::of(base, site, department, &words.say("serve-people"), Tab::People),
            department,
            is_usable: status.is_some(),
            find,
            found: words.count("serve-count-people", found),
            schools,
        }
    }
}

impl PersonRow {
    fn of(person: &PersonStatus, pages: &PersonPages, school: &str, words: Words) -> Self {
        let name = name_of(person);
        let talk = person.talk.map(|talk| words.0.short_date(talk));
        let problem_count = ProblemCount::of(&pages.problems, words);
        // The number of errors replaces the plan's state.
        let counted = person.has_errors && problem_count.is_some();
        let plan = if counted { String::new() } else { status_text::plan(person, words.0) };
        let plan_class = match (person.has_errors, person.agreed) {
            (true, _) => "error",
            (false, None) => "draft",
            (false, Some(_)) => "agreed",
        };
        let signed = match status_text::signatures(person, words.0) {
            who if who.is_empty() => String::new(),
            _ if person.changed_since_signed => words.say("serve-changed"),
            who => words.named("serve-signed", &who),
        };
        let overdue = match person.overdue {
            0 => String::new(),
            overdue => words.count("serve-overdue", overdue),
        };
        let parts =
            problem_count.as_ref().map(|problem_count| problem_count.text.as_str()).unwrap_or_default();
        let row = [name.as_str(), school, plan.as_str(), signed.as_str(), overdue.as_str(), parts].join(" ");
        Self {
            id: pages.id.clone(),
            talk: talk.map(|talk| words.named("serve-talk", &talk)).unwrap_or_default(),
            plan,
            plan_class,
            signed,
            overdue,
            problem_count,
            words: row.to_lowercase(),
            name,
        }
    }
}

/// The person's name, or that of the file if the name is unreadable.
fn name_of(person: &PersonStatus) -> String {
    person.name.clone().unwrap_or_else(|| file_names::stem(&person.file).to_owned())
}

#[derive(Template)]
#[template(path = "person.html")]
pub(super) struct PersonPage<'a> {
    frame: PageFrame<'a>,
    pages: &'a PersonPages,
    name: String,
    school: String,
    row: Option<PersonRow>,
    /// Notes about signatures, one a line.
    notes: Vec<String>,
    state: String,
    has_errors: bool,
    edit: Option<EditLink>,
}

/// How a person's page leads to the form.
pub(super) struct EditLink {
    /// The address; empty if this run changes another profile.
    pub address: String,
    /// The message key of the text.
    pub text: &'static str,
}

impl<'a> PersonPage<'a> {
    /// The page of the person with the profile `file`.
    pub(super) fn new(
        base: &'a str,
        site: &Site,
        department: &'a DepartmentPages,
        file: &str,
        pages: &'a PersonPages,
        edit: Option<EditLink>,
    ) -> Self {
        let words = Words(department.language);
        let status = department.status(site.today());
        let person = status.iter().flat_map(|status| &status.people).find(|person| person.file == file);
        let name = person.map_or_else(|| file_names::stem(file).to_owned(), name_of);
        let school = person.and_then(|person| person.school.clone());
        let school = school.unwrap_or_else(|| words.say("status-unknown"));
        let state = match ProblemCount::of(&pages.problems, words) {
            Some(problem_count) => words.named("serve-now", &problem_count.text),
            None => words.say("serve-nothing-wrong"),
        };
        Self {
            frame: PageFrame::of(base, site, department, &name, Tab::People),
            pages,
            row: person.map(|person| PersonRow::of(person, pages, &school, words)),
            notes: person
                .map(|person| person.notes.iter().map(|note| status_text::note(note, words.0)).collect())
                .unwrap_or_default(),
            has_errors: person.is_some_and(|person| person.has_errors),
            edit,
            name,
            school,
            state,
        }
    }
}

/// The department's progress through the year, what is missing, and its documents.
#[derive(Template)]
#[template(path = "year.html")]
pub(super) struct YearPage<'a> {
    frame: PageFrame<'a>,
    department: &'a DepartmentPages,
    deadlines: Vec<String>,
    columns: Vec<String>,
    schools: Vec<[String; 8]>,
    explained: Vec<String>,
    missing: Vec<MissingRow<'a>>,
}

/// The people who miss the same step.
struct MissingRow<'a> {
    title: String,
    people: Vec<(&'a str, String)>,
}

/// The steps that are counted, each under its heading.
const COUNTED_STEPS: [(&str, &[MissingStep]); 7] = [
    ("serve-lacks-sound-profile", &[MissingStep::SoundProfile]),
    ("serve-lacks-levels", &[MissingStep::Levels]),
    ("serve-lacks-talk", &[MissingStep::TalkDay, MissingStep::Talk]),
    ("serve-lacks-agreement", &[MissingStep::Agreement]),
    ("serve-lacks-signatures", &[MissingStep::Signatures]),
    ("serve-lacks-same", &[MissingStep::SignaturesAgain]),
    ("serve-lacks-steps", &[MissingStep::Activities]),
];

impl<'a> YearPage<'a> {
    pub(super) fn new(base: &'a str, site: &Site, department: &'a DepartmentPages) -> Self {
        let words = Words(department.language);
        let status = department.status(site.today());
        let deadlines = |status: &DepartmentStatus| {
            let people = status.people.len();
            let deadlines =
                status.deadlines.iter().map(|deadline| status_text::deadline(deadline, people, words.0));
            std::iter::once(status_text::profiles(status.profiles, words.0)).chain(deadlines).collect()
        };
        Self {
            frame: PageFrame::of(base, site, department, &words.say("serve-year"), Tab::Year),
            department,
            deadlines: status.as_ref().map(deadlines).unwrap_or_default(),
            columns: SCHOOL_COLUMNS.map(|key| words.say(key)).to_vec(),
            schools: status
                .as_ref()
                .map(|status| status_text::school_rows(status, words.0))
                .unwrap_or_default(),
            explained: words.say("status-explained").lines().map(str::to_owned).collect(),
            missing: status.as_ref().map(|status| missing(status, department, words)).unwrap_or_default(),
        }
    }
}

fn missing<'a>(
    status: &DepartmentStatus,
    department: &'a DepartmentPages,
    words: Words,
) -> Vec<MissingRow<'a>> {
    let of = |steps: &[MissingStep]| -> Vec<(&'a str, String)> {
        let misses = |person: &&PersonStatus| person.missing_steps().iter().any(|step| steps.contains(step));
        let people = status.people.iter().filter(misses);
        people
            .filter_map(|person| Some((department.people.get(&person.file)?.id.as_str(), name_of(person))))
            .collect()
    };
    COUNTED_STEPS
        .into_iter()
        .map(|(key, steps)| (key, of(steps)))
        .filter(|(_, people)| !people.is_empty())
        .map(|(key, people)| MissingRow { title: words.count(key, people.len()), people })
        .collect()
}

/// A form for the code of an agreement, and the result of looking it up.
#[derive(Template)]
#[template(path = "code.html")]
pub(super) struct CodePage<'a> {
    frame: PageFrame<'a>,
    is_usable: bool,
    code: &'a str,
    answer: Vec<String>,
}

impl<'a> CodePage<'a> {
    pub(super) fn new(
        base: &'a str,
        site: &Site,
        department: &'a DepartmentPages,
        code: Option<&'a str>,
    ) -> Self {
        let words = Words(department.language);
        let answer = match (department.read(), code) {
            (Some((department, records)), Some(code)) => match CodeQuery::from_typed(code) {
                Ok(sought) => {
                    let status = look_up(sought, department, records);
                    code_text::without_document(&status, sought, words.0)
                }
                Err(error) => {
                    let key = match error {
                        CodeError::Mistyped => "code-mistyped",
                        CodeError::NotACode => "serve-not-a-code",
                    };
                    let facts = [("code", code.into())];
                    vec![words.0.say(key, &facts), words.0.say_attribute(key, "hint", &facts)]
                }
            },
            _ => Vec::new(),
        };
        Self {
            frame: PageFrame::of(base, site, department, &words.say("serve-code"), Tab::Code),
            is_usable: department.read().is_some(),
            code: code.unwrap_or_default(),
            answer,
        }
    }
}

/// The page for unknown addresses.
#[derive(Template)]
#[template(path = "missing.html")]
pub(super) struct MissingPage<'a> {
    frame: PageFrame<'a>,
}

impl<'a> MissingPage<'a> {
    pub(super) fn new(base: &'a str, site: &Site, language: &'static Language) -> Self {
        // In the department's language if there is only one.
        let language = match &site.departments[..] {
            [department] => department.language,
            _ => language,
        };
        Self { frame: PageFrame::of_all(base, site, language, "serve-missing") }
    }
}

/// The page for refused requests; it discloses nothing about the site.
#[derive(Template)]
#[template(path = "refused.html")]
pub(super) struct RefusalPage {
    words: Words,
    key: &'static str,
}

impl RefusalPage {
    /// `key` is the message that gives the reason.
    pub(super) fn new(key: &'static str, language: &'static Language) -> Self {
        Self { words: Words(language), key }
    }
}

/// The launch file, which submits the one-time token by script or by a button.
#[derive(Template)]
#[template(path = "launch.html")]
pub(super) struct LaunchPage<'a> {
    words: Words,
    address: &'a str,
    token: &'a str,
}

impl<'a> LaunchPage<'a> {
    /// A page that posts `token` to `address`.
    pub(super) fn new(address: &'a str, token: &'a str, language: &'static Language) -> Self {
        Self { words: Words(language), address, token }
    }
}

/// The response to the launch file, a page that loads the site by itself: after an HTTP redirect
/// the request would still be cross-site, and the browser would withhold the cookie.
#[derive(Template)]
#[template(path = "logged_in.html")]
pub(super) struct LoggedInPage<'a> {
    words: Words,
    base: &'a str,
}

impl<'a> LoggedInPage<'a> {
    pub(super) fn new(base: &'a str, language: &'static Language) -> Self {
        Self { words: Words(language), base }
    }
}
