//! The courses that each person takes and the one way in which each gap is closed.
//!
//! This is the single model of plans' progress: plan, booklet, strategic plan, groups, costs,
//! exports and rollover all read it, so that they can't disagree.

use jiff::civil::Date;
use strum::VariantArray;

use super::gaps::{Gap, serves};
use super::matching::{GapCourses, Lifts, ways};
use crate::department::Department;
use crate::department::catalogue::{Course, CourseIndex, Session};
use crate::department::profile::{Activity, Priority, Profile, Status, What};

/// Progress of a planned course or activity, the furthest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, VariantArray)]
pub enum Advancement {
    /// The course has begun.
    Started,
    /// Signed up.
    Enrolled,
    /// Agreed by both.
    Agreed,
    /// Proposed in a plan.
    Proposed,
    /// In no plan, but suggested by the program.
    Suggested,
    /// Postponed to another year.
    Postponed,
    /// Finished.
    Done,
    /// Given up.
    Dropped,
}

/// How firmly the budget is committed to a course.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, VariantArray)]
pub enum Commitment {
    /// Agreed, enrolled or started.
    Bound,
    /// Proposed in a plan.
    Wished,
    /// Suggested by the program.
    Possible,
}

impl Commitment {
    /// Whether the program suggests the course and no plan names it.
    pub(crate) fn is_suggested(self) -> bool {
        self == Self::Possible
    }
}

impl Advancement {
    /// The progress of a line of `person`'s plan. Without a status of its own, the line follows
    /// the plan.
    pub(crate) fn of(line: &Activity, person: &Profile) -> Self {
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

    /// The commitment of the budget; `None` if nothing remains to be paid this year.
    pub(crate) fn commitment(self) -> Option<Commitment> {
        match self {
            Self::Started | Self::Enrolled | Self::Agreed => Some(Commitment::Bound),
            Self::Proposed => Some(Commitment::Wished),
            Self::Suggested => Some(Commitment::Possible),
            Self::Postponed | Self::Done | Self::Dropped => None,
        }
    }

    /// Message key of the status, such as *tilmeldt*.
    pub(crate) fn word_key(self) -> &'static str {
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

    /// Whether it still lies ahead in the period of the plan.
    pub(crate) fn is_to_come(self) -> bool {
        self.commitment().is_some()
    }

    /// Whether a seat is already taken, so that no free one is needed.
    pub fn has_a_seat(self) -> bool {
        matches!(self, Self::Started | Self::Enrolled)
    }
}

/// The way in which a gap is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GapClosing {
    Course(CourseIndex, Advancement),
    /// By a line of the plan that is not a course (a colleague, a visit elsewhere, free text), or by a
    /// programme that the person is in.
    Other(Advancement),
    /// By nothing in the plan or the catalogue.
    Nothing,
}

/// A gap and the one way that counts towards it.
#[derive(Clone, Debug)]
pub struct GapChoice {
    /// The gap and the matching courses of the catalogue.
    pub ways: GapCourses,
    /// The way that counts.
    pub way: GapClosing,
}

impl GapChoice {
    /// The gap to close.
    pub(crate) fn gap(&self) -> Gap {
        self.ways.gap
    }
}

/// A course in a person's plan or suggested for it, including dropped ones.
#[derive(Clone, Debug)]
pub struct CourseChoice {
    /// Index in the catalogue.
    pub course: CourseIndex,
    /// Progress of the furthest line.
    pub progress: Advancement,
    /// Earliest deadline of its lines.
    pub deadline: Option<Date>,
    /// First day of the session named in the plan.
    pub session: Option<Date>,
    /// Gaps for which this course is the way that counts.
    pub counts_for: Vec<Gap>,
    /// All gaps that the course serves.
    pub serves: Vec<Gap>,
}

impl CourseChoice {
    /// Whether it serves a gap of the highest priority.
    pub fn is_needed(&self) -> bool {
        self.serves.iter().any(|gap| gap.priority == Some(Priority::Need))
    }

    /// Index of the planned session, if the catalogue has it.
    pub fn known_session(&self, course: &Course) -> Option<usize> {
        let start = self.session?;
        course.sessions.iter().position(|session| session.start == start)
    }

    /// The sessions of `course` that are open on the day `on`; only those before the deadline,
    /// unless there are none.
    pub(crate) fn open_sessions(&self, course: &Course, on: Option<Date>) -> Vec<usize> {
        let open = open_sessions(course, on);
        let in_time: Vec<usize> = open
            .iter()
            .copied()
            .filter(|&i| self.deadline.is_none_or(|deadline| course.sessions[i].last_day() <= deadline))
            .collect();
        if in_time.is_empty() { open } else { in_time }
    }
}

/// The sessions of `course` that are open for registration on the day `on` and have free seats.
pub fn open_sessions(course: &Course, on: Option<Date>) -> Vec<usize> {
    let is_open = |session: &Session| on.is_none_or(|on| session.is_open(on)) && session.free() > 0;
    (0..course.sessions.len()).filter(|&i| is_open(&course.sessions[i])).collect()
}

/// The courses and gaps of one person.
#[derive(Clone, Debug, Default)]
pub struct PersonChoices {
    /// Gaps by priority, each with the way that counts.
    pub gaps: Vec<GapChoice>,
    /// Courses of the plan in its order, followed by suggested ones.
    pub courses: Vec<CourseChoice>,
}

impl PersonChoices {
    /// Derives the choices of `person`; courses that expired before the day `on` don't count.
    pub fn of(person: &Profile, department: &Department, on: Option<Date>) -> Self {
        let mut choices = Self { gaps: Vec::new(), courses: planned(person) };
        let lifts = Lifts::of(person, department, on);
        for ways in ways(person, department, on) {
            let way = choices.way(person, &ways, &lifts, department);
            let gap = ways.gap;
            if let GapClosing::Course(course, progress) = way {
                let choice = choices.course_or_suggested(course, progress);
                choice.counts_for.push(gap);
                choice.serves.push(gap);
            }
            // Further courses for the same gap serve it without being counted.
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

    /// The choice for a course, if any.
    pub fn course(&self, course: CourseIndex) -> Option<&CourseChoice> {
        self.courses.iter().find(|choice| choice.course == course)
    }

    /// The courses that still lie ahead.
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

    /// The one way that counts towards a gap: the furthest line ahead, else a postponed or finished
    /// one, else a programme that the person is in, else a matching course.
    fn way(&self, person: &Profile, ways: &GapCourses, lifts: &Lifts, department: &Department) -> GapClosing {
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
            // No activity has been chosen yet.
            (_, What::Open) => None,
        };
        if let Some((_, way)) = lines.filter_map(way).min_by_key(|(progress, _)| *progress) {
            return way;
        }
        if lifts.close(ways.gap) {
            return GapClosing::Other(Advancement::Enrolled);
        }
        let matches = || ways.matches.iter().map(|course_match| course_match.course);
        let taken =
            matches().find_map(|course| self.course(course).filter(|choice| choice.progress.is_to_come()));
        match (taken, matches().next()) {
            (Some(choice), _) => GapClosing::Course(choice.course, choice.progress),
            (None, Some(course)) => GapClosing::Course(course, Advancement::Suggested),
            (None, None) => GapClosing::Nothing,
        }
    }
}

/// The distinct courses of a plan in the order of its lines.
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
                // Of two lines for one course, the further one decides about the session.
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
