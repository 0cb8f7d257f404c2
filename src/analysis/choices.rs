//! Who takes what, and how far it is: the one place that decides.
//!
//! Plan, booklet, strategic plan, groups, costs, exports and the turn of the year
//! all read the choices made here, so that no two of them can disagree.

use jiff::civil::Date;
use strum::VariantArray;

use super::gaps::{Gap, serves};
use super::matching::{GapCourses, ways};
use crate::department::Department;
use crate::department::catalogue::{Course, CourseIndex, Session};
use crate::department::profile::{Activity, Priority, Profile, Status, What};

/// How far something is that a person takes. What is further comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, VariantArray)]
pub enum Advancement {
    /// Under way.
    Started,
    /// Signed up.
    Enrolled,
    /// Agreed by both.
    Agreed,
    /// Proposed in her plan.
    Proposed,
    /// In no plan: suggested by us.
    Suggested,
    /// Put off to another year.
    Postponed,
    /// Done.
    Done,
    /// Dropped.
    Dropped,
}

/// What a course means for the budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, VariantArray)]
pub enum Commitment {
    /// Agreed, signed up for or under way.
    Bound,
    /// Proposed in a plan.
    Wished,
    /// Suggested by us.
    Possible,
}

impl Advancement {
    /// How far a line of `person`'s plan is. A line without a status is as far as its plan.
    pub fn of(line: &Activity, person: &Profile) -> Self {
        match line.status {
            Some(Status::Started) => Self::Started,
            Some(Status::Enrolled) => Self::Enrolled,
            Some(Status::Agreed) => Self::Agreed,
            Some(Status::Proposed) => Self::Proposed,
            Some(Status::Postponed) => Self::Postponed,
            Some(Status::Done) => Self::Done,
            Some(Status::Dropped) => Self::Dropped,
            None if person.agreed.is_some() => Self::Agreed,
            None => Self::Proposed,
        }
    }

    /// What it means for the budget; `None` where nothing is to come this year.
    pub fn commitment(self) -> Option<Commitment> {
        match self {
            Self::Started | Self::Enrolled | Self::Agreed => Some(Commitment::Bound),
            Self::Proposed => Some(Commitment::Wished),
            Self::Suggested => Some(Commitment::Possible),
            Self::Postponed | Self::Done | Self::Dropped => None,
        }
    }

    /// The key of its word, such as *tilmeldt*.
    pub fn word_key(self) -> &'static str {
        match self {
            Self::Started => Status::Started.word_key(),
            Self::Enrolled => Status::Enrolled.word_key(),
            Self::Agreed => Status::Agreed.word_key(),
            Self::Proposed => Status::Proposed.word_key(),
            Self::Suggested => "progress-suggested",
            Self::Postponed => Status::Postponed.word_key(),
            Self::Done => Status::Done.word_key(),
            Self::Dropped => Status::Dropped.word_key(),
        }
    }

    /// Whether it is still to come in the plan's own time.
    pub fn is_to_come(self) -> bool {
        self.commitment().is_some()
    }

    /// Whether it has its place already, so that it needs none of those that are free.
    pub fn has_a_seat(self) -> bool {
        matches!(self, Self::Started | Self::Enrolled)
    }
}

/// How a gap is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GapClosing {
    /// By a course.
    Course(CourseIndex, Advancement),
    /// By a line of her plan that is no course: a colleague, a spell elsewhere, her own words.
    Other(Advancement),
    /// By nothing: neither her plan nor the catalogue has anything.
    Nothing,
}

/// A gap and the one way that counts for it.
#[derive(Clone, Debug)]
pub struct GapChoice {
    /// The gap, and the courses of the catalogue that could close it.
    pub ways: GapCourses,
    /// What closes it.
    pub way: GapClosing,
}

impl GapChoice {
    /// The gap.
    pub fn gap(&self) -> Gap {
        self.ways.gap
    }
}

/// A course that a person takes, or took off her plan.
#[derive(Clone, Debug)]
pub struct CourseChoice {
    /// The course.
    pub course: CourseIndex,
    /// How far it is.
    pub progress: Advancement,
    /// When it is to be done, by the earliest deadline of its lines.
    pub deadline: Option<Date>,
    /// The first day of the session that her plan names.
    pub session: Option<Date>,
    /// The gaps for which it is the way.
    pub counts_for: Vec<Gap>,
    /// All gaps that it serves.
    pub serves: Vec<Gap>,
}

impl CourseChoice {
    /// Whether it serves a gap that is needed.
    pub fn is_needed(&self) -> bool {
        self.serves.iter().any(|gap| gap.priority == Some(Priority::Need))
    }

    /// Which session of `course` it is, where her plan names one that the catalogue has.
    pub fn known_session(&self, course: &Course) -> Option<usize> {
        let start = self.session?;
        course.sessions.iter().position(|session| session.start == start)
    }

    /// The sessions of `course` that she can still take on the day `on`; only those
    /// that keep her deadline, unless none does.
    pub fn open_sessions(&self, course: &Course, on: Option<Date>) -> Vec<usize> {
        let open = open_sessions(course, on);
        let in_time: Vec<usize> = open
            .iter()
            .copied()
            .filter(|&i| self.deadline.is_none_or(|deadline| course.sessions[i].last_day() <= deadline))
            .collect();
        if in_time.is_empty() { open } else { in_time }
    }
}

/// The sessions of `course` that people can still register for on the day `on` and that are not full.
pub fn open_sessions(course: &Course, on: Option<Date>) -> Vec<usize> {
    let is_open = |session: &Session| on.is_none_or(|on| session.is_open(on)) && session.free() > 0;
    (0..course.sessions.len()).filter(|&i| is_open(&course.sessions[i])).collect()
}

/// What one person takes.
#[derive(Clone, Debug, Default)]
pub struct PersonChoices {
    /// Her gaps, the needed before the nice, each with its way.
    pub gaps: Vec<GapChoice>,
    /// The courses of her plan in its order, then those that we suggest.
    pub courses: Vec<CourseChoice>,
}

impl PersonChoices {
    /// What `person` takes, where the day `on` tells which courses have expired.
    pub fn of(person: &Profile, department: &Department, on: Option<Date>) -> Self {
        let mut choices = Self { gaps: Vec::new(), courses: planned(person) };
        for ways in ways(person, department, on) {
            let way = choices.way(person, &ways, department);
            let gap = ways.gap;
            if let GapClosing::Course(course, progress) = way {
                let choice = choices.course_or_suggested(course, progress);
                choice.counts_for.push(gap);
                choice.serves.push(gap);
            }
            // A second course for the same gap serves it, too, though the gap counts once.
            for line in person.plan.iter().filter(|line| serves(line, gap.area, department)) {
                let What::Course(course) = line.what else { continue };
                if let Some(choice) = choices.courses.iter_mut().find(|choice| choice.course == course)
                    && choice.progress.is_to_come()
                    && !choice.serves.contains(&gap)
                {
                    choice.serves.push(gap);
                }
            }
            choices.gaps.push(GapChoice { ways, way });
        }
        choices
    }

    /// What she takes of a course.
    pub fn course(&self, course: CourseIndex) -> Option<&CourseChoice> {
        self.courses.iter().find(|choice| choice.course == course)
    }

    /// The courses that are still to come.
    pub fn to_come(&self) -> impl Iterator<Item = &CourseChoice> {
        self.courses.iter().filter(|choice| choice.progress.is_to_come())
    }

    fn course_or_suggested(&mut self, course: CourseIndex, progress: Advancement) -> &mut CourseChoice {
        let at = self.courses.iter().position(|choice| choice.course == course).unwrap_or_else(|| {
            self.courses.push(CourseChoice {
                course,
                progress,
                deadline: None,
                session: None,
                counts_for: Vec::new(),
                serves: Vec::new(),
            });
            self.courses.len() - 1
        });
        &mut self.courses[at]
    }

    /// The one way that counts for a gap: the furthest line of the plan that is still to
    /// come, else what was put off or done, else a course.
    fn way(&self, person: &Profile, ways: &GapCourses, department: &Department) -> GapClosing {
        let lines = person.plan.iter().filter(|line| serves(line, ways.gap.area, department));
        let way = |line: &Activity| match (Advancement::of(line, person), &line.what) {
            (Advancement::Dropped, _) => None,
            (progress, What::Course(course)) => {
                let progress = self.course(*course).map_or(progress, |choice| choice.progress);
                Some((progress, GapClosing::Course(*course, progress)))
            }
            (progress, What::Form(..) | What::Text(_)) => Some((progress, GapClosing::Other(progress))),
            (progress @ (Advancement::Done | Advancement::Postponed), What::Open) => {
                Some((progress, GapClosing::Other(progress)))
            }
            // How it is to be learned is not said yet.
            (_, What::Open) => None,
        };
        if let Some((_, way)) = lines.filter_map(way).min_by_key(|(progress, _)| *progress) {
            return way;
        }
        let matches = || ways.matches.iter().map(|found| found.course);
        let taken =
            matches().find_map(|course| self.course(course).filter(|choice| choice.progress.is_to_come()));
        match (taken, matches().next()) {
            (Some(choice), _) => GapClosing::Course(choice.course, choice.progress),
            (None, Some(course)) => GapClosing::Course(course, Advancement::Suggested),
            (None, None) => GapClosing::Nothing,
        }
    }
}

/// The courses of a plan, each once, in the order of its lines.
fn planned(person: &Profile) -> Vec<CourseChoice> {
    let mut courses: Vec<CourseChoice> = Vec::new();
    for line in &person.plan {
        let What::Course(course) = line.what else { continue };
        let progress = Advancement::of(line, person);
        let to_come = progress.is_to_come();
        let new = CourseChoice {
            course,
            progress,
            deadline: line.deadline.filter(|_| to_come),
            session: line.session.as_ref().map(|session| session.value).filter(|_| to_come),
            counts_for: Vec::new(),
            serves: Vec::new(),
        };
        match courses.iter_mut().find(|choice| choice.course == course) {
            None => courses.push(new),
            Some(known) => {
                // Of two lines for one course, what the further one says of its session goes first.
                known.session = match new.progress < known.progress {
                    true => new.session.or(known.session),
                    false => known.session.or(new.session),
                };
                known.progress = known.progress.min(new.progress);
                known.deadline = known.deadline.into_iter().chain(new.deadline).min();
            }
        }
    }
    courses
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_further_comes_first_and_only_what_is_to_come_costs() {
        let mut all = Advancement::VARIANTS.to_vec();
        all.sort();
        assert_eq!(all, Advancement::VARIANTS);
        let costing: Vec<bool> = all.iter().map(|progress| progress.is_to_come()).collect();
        assert_eq!(costing, [true, true, true, true, true, false, false, false]);
    }
}
