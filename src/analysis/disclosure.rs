//! Disclosure control: which figures of the demand may be published, so that no figure based on
//! few people can be read or inferred.
//!
//! Inference rests on one relation: everybody with a gap in an area has exactly one way to close
//! it, so the figure of an area is the sum of its listed and unlisted ways. A reader also knows
//! that a listed way has at least one person, that a suppressed figure is below the smallest
//! group, and that a withheld one is not.

use std::collections::BTreeSet;

use super::demand::{AreaNeed, CourseNeed, Demand};
use crate::department::catalogue::CourseIndex;
use crate::department::role_model::AreaIndex;

/// Whether and why a figure is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Visibility {
    /// Published.
    Shown,
    /// Published as "fewer than the smallest group".
    TooFew,
    /// Large enough, but suppressed because a small figure could be inferred from it.
    Withheld,
}

/// The publishable figures of a demand.
#[derive(Debug)]
pub(crate) struct Disclosure<'a> {
    demand: &'a Demand,
    /// The smallest group; 0 if everything is published.
    smallest_group: usize,
    courses: BTreeSet<CourseIndex>,
    without_course: BTreeSet<AreaIndex>,
    areas: BTreeSet<AreaIndex>,
}

/// What a reader may assume about the people who take a course.
#[derive(Clone, Copy, PartialEq, Eq)]
enum CourseTakers {
    /// All of them have a gap that it closes, which is mostly true.
    AllHaveGaps,
    /// Some may take it for another reason.
    SomeMayNot,
}

/// The range of people that a reader can infer for a suppressed figure.
struct Range {
    least: usize,
    most: usize,
}

impl<'a> Disclosure<'a> {
    /// Publishes all figures, for internal documents.
    pub(crate) fn everything(demand: &'a Demand) -> Self {
        Self {
            demand,
            smallest_group: 0,
            courses: BTreeSet::new(),
            without_course: BTreeSet::new(),
            areas: BTreeSet::new(),
        }
    }

    /// Publishes only figures based on at least `smallest_group` people, and withholds as little
    /// as possible: figures of courses, the smallest first, before those of areas.
    pub(crate) fn to_anybody(demand: &'a Demand, smallest_group: usize) -> Self {
        let mut this = Self { smallest_group, ..Self::everything(demand) };
        while let Some(need) = demand.areas.iter().find(|need| !this.is_safe(need)) {
            let shown_course = demand
                .courses_for(need.area)
                .filter(|way| this.course(way) == Visibility::Shown)
                .min_by_key(|way| (way.people.len(), way.course));
            let shown_without = this.without_course(need) == Visibility::Shown;
            match shown_course {
                _ if this.area(need) != Visibility::Shown => drop(this.areas.insert(need.area)),
                Some(way) if !shown_without || way.people.len() <= need.without_course.len() => {
                    this.courses.insert(way.course);
                }
                _ if shown_without => drop(this.without_course.insert(need.area)),
                _ => drop(this.areas.insert(need.area)),
            }
        }
        // Figures withheld for the sake of an area that is itself withheld can be published.
        for need in &demand.courses {
            if this.courses.remove(&need.course) && !demand.areas.iter().all(|area| this.is_safe(area)) {
                this.courses.insert(need.course);
            }
        }
        for need in &demand.areas {
            if this.without_course.remove(&need.area) && !this.is_safe(need) {
                this.without_course.insert(need.area);
            }
        }
        this
    }

    /// The smallest group that a figure may be based on; 0 if everything is published.
    pub(crate) fn smallest_group(&self) -> usize {
        self.smallest_group
    }

    /// The visibility of a number of people by itself.
    pub(crate) fn people(&self, people: usize) -> Visibility {
        if people >= self.smallest_group { Visibility::Shown } else { Visibility::TooFew }
    }

    fn unless_withheld(&self, people: usize, withheld: bool) -> Visibility {
        match self.people(people) {
            Visibility::Shown if withheld => Visibility::Withheld,
            visibility => visibility,
        }
    }

    /// The visibility of the number of people who need a course.
    pub(crate) fn course(&self, need: &CourseNeed) -> Visibility {
        self.unless_withheld(need.people.len(), self.courses.contains(&need.course))
    }

    /// The visibility of the number of people with a gap in an area, and of their levels.
    pub(crate) fn area(&self, need: &AreaNeed) -> Visibility {
        if self.areas.contains(&need.area) { Visibility::Withheld } else { self.people(need.people.len()) }
    }

    /// The visibility of the number of people whose gap no course closes.
    pub(crate) fn without_course(&self, need: &AreaNeed) -> Visibility {
        self.unless_withheld(need.without_course.len(), self.without_course.contains(&need.area))
    }

    /// The visibility of the number of people with the highest priority for an area.
    pub(crate) fn needed(&self, need: &AreaNeed) -> Visibility {
        let (people, needed) = (need.people.len(), need.needed);
        match (self.area(need), people - needed) {
            (Visibility::Shown, _) if self.smallest_group == 0 => Visibility::Shown,
            (Visibility::Shown, 0) => Visibility::Shown,
            // One above the smallest group, the figure would have only one possible value.
            (Visibility::Shown, _) if people == self.smallest_group + 1 => Visibility::Withheld,
            (Visibility::Shown, rest) => {
                self.unless_withheld(needed, self.people(rest) == Visibility::TooFew)
            }
            (hidden, _) => hidden,
        }
    }

    /// Whether no small figure of an area can be inferred or guessed right.
    fn is_safe(&self, need: &AreaNeed) -> bool {
        [CourseTakers::AllHaveGaps, CourseTakers::SomeMayNot]
            .iter()
            .all(|&assumption| self.withstands(need, assumption))
    }

    fn withstands(&self, need: &AreaNeed, assumption: CourseTakers) -> bool {
        let few = self.smallest_group.saturating_sub(1);
        if few == 0 {
            return true;
        }
        let mut known = 0;
        let mut ranges = Vec::new();
        for way in self.demand.courses_for(need.area) {
            let here = way.areas[&need.area];
            let elsewhere: usize = way.areas.values().sum::<usize>() - here;
            let people = way.people.len();
            let all_here = assumption == CourseTakers::AllHaveGaps && elsewhere == 0;
            match self.course(way) {
                Visibility::Shown if all_here => known += people,
                // The rest of the document may reveal as much.
                Visibility::Shown if here > few => known += here,
                Visibility::Shown => {
                    let most = if assumption == CourseTakers::AllHaveGaps { people } else { here };
                    let least = people.saturating_sub(elsewhere).clamp(1, most);
                    ranges.push(Range { least, most: people });
                }
                Visibility::TooFew => ranges.push(Range { least: 1, most: few }),
                Visibility::Withheld => {
                    let least = match elsewhere {
                        0 if all_here => self.smallest_group,
                        0 => here.min(self.smallest_group),
                        _ => 1,
                    };
                    ranges.push(Range { least, most: usize::MAX });
                }
            }
        }
        match (need.without_course.len(), self.without_course(need)) {
            (0, _) => {}
            (people, Visibility::Shown) => known += people,
            (_, Visibility::TooFew) => ranges.push(Range { least: 1, most: few }),
            (_, Visibility::Withheld) => ranges.push(Range { least: self.smallest_group, most: usize::MAX }),
        }
        let least: usize = ranges.iter().map(|range| range.least).sum();
        let most = ranges.iter().fold(0_usize, |sum, range| sum.saturating_add(range.most));
        match self.area(need) {
            Visibility::Withheld => true,
            // There are at most as many ways as people.
            Visibility::TooFew => least < few || known + least > few,
            Visibility::Shown => {
                // A wrong assumption leads to a contradiction and reveals nothing.
                let Some(rest) = need.people.len().checked_sub(known).filter(|&rest| least <= rest) else {
                    return assumption == CourseTakers::AllHaveGaps;
                };
                match ranges.len() {
                    0 => rest == 0 || rest > few,
                    _ => rest > few && least < rest && rest != most,
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(people: usize, needed: usize) -> AreaNeed {
        AreaNeed {
            area: AreaIndex(0),
            people: (0..people).collect(),
            levels: 0,
            needed,
            without_course: Vec::new(),
            other_ways: 0,
            postponed: 0,
            done: 0,
            teachers: Vec::new(),
        }
    }

    fn course(i: usize, people: usize) -> CourseNeed {
        CourseNeed {
            course: CourseIndex(i),
            people: (0..people).collect(),
            planned: 0,
            needed: 0,
            areas: [(AreaIndex(0), people)].into(),
            serves: [(AreaIndex(0), people)].into(),
            levels: 0,
            shares: Vec::new(),
        }
    }

    /// The visibility of an area's figure and of its courses' figures.
    fn visibilities(people: usize, courses: &[usize]) -> (Visibility, Vec<Visibility>) {
        let courses = courses.iter().enumerate().map(|(i, &people)| course(i, people)).collect();
        let demand = Demand { areas: vec![area(people, 0)], courses };
        let disclosure = Disclosure::to_anybody(&demand, 5);
        let courses = demand.courses.iter().map(|need| disclosure.course(need)).collect();
        (disclosure.area(&demand.areas[0]), courses)
    }

    use Visibility::{Shown, TooFew, Withheld};

    #[test]
    fn a_small_figure_can_not_be_subtracted_out() {
        assert_eq!(visibilities(11, &[6, 5]), (Shown, vec![Shown, Shown]));
        // 13 less 7 and less 5 would be 1; less 7 alone, 5 or more and 1 or more leave no choice.
        assert_eq!(visibilities(13, &[7, 5, 1]), (Shown, vec![Withheld, Shown, TooFew]));
        // The two can be nothing but 5, whatever is withheld of them.
        assert_eq!(visibilities(11, &[5, 5, 1]), (Withheld, vec![Shown, Shown, TooFew]));
        // 13 less 7 is 6, which the three others share.
        assert_eq!(visibilities(13, &[7, 3, 2, 1]), (Shown, vec![Shown, TooFew, TooFew, TooFew]));
        // Another way, which is not listed, takes what is left: the smaller course is withheld.
        assert_eq!(visibilities(14, &[6, 5]), (Shown, vec![Shown, Withheld]));
        // Five people with five ways have one each, and so have four with four.
        assert_eq!(visibilities(5, &[1; 5]), (Withheld, vec![TooFew; 5]));
        assert_eq!(visibilities(4, &[1; 4]), (Withheld, vec![TooFew; 4]));
        assert_eq!(visibilities(4, &[2, 1, 1]), (TooFew, vec![TooFew; 3]));
    }

    #[test]
    fn who_takes_a_course_for_no_gap_lets_nobody_guess_right() {
        // Two of the three have the gap, and one has another way. A reader who assumes that all
        // three have it infers one person for the other course, which is right.
        let three = CourseNeed { areas: [(AreaIndex(0), 2)].into(), ..course(0, 3) };
        let demand = Demand { areas: vec![area(4, 0)], courses: vec![three, course(1, 1)] };
        let disclosure = Disclosure::to_anybody(&demand, 3);
        assert_eq!(disclosure.area(&demand.areas[0]), Withheld);
        assert_eq!(disclosure.course(&demand.courses[0]), Shown);
        assert_eq!(disclosure.course(&demand.courses[1]), TooFew);
    }

    #[test]
    fn neither_the_needed_nor_the_others_are_told_where_they_are_few() {
        let demand = Demand { areas: Vec::new(), courses: Vec::new() };
        let disclosure = Disclosure::to_anybody(&demand, 5);
        let all =
            |people| (0..=people).map(|needed| disclosure.needed(&area(people, needed))).collect::<Vec<_>>();
        assert_eq!(all(4), [TooFew; 5]);
        assert_eq!(all(5), [TooFew, TooFew, TooFew, TooFew, TooFew, Shown]);
        // Only 5 would be neither too few nor all.
        assert_eq!(all(6), [Withheld, Withheld, Withheld, Withheld, Withheld, Withheld, Shown]);
        assert_eq!(all(7), [TooFew, TooFew, TooFew, TooFew, TooFew, Withheld, Withheld, Shown]);
        assert_eq!(all(10)[4..], [TooFew, Shown, Withheld, Withheld, Withheld, Withheld, Shown]);
    }

    #[test]
    fn those_inside_are_told_everything() {
        let demand = Demand { areas: vec![area(1, 0)], courses: vec![course(0, 1)] };
        let disclosure = Disclosure::everything(&demand);
        assert_eq!(disclosure.needed(&demand.areas[0]), Shown);
        assert_eq!(disclosure.area(&demand.areas[0]), Shown);
        assert_eq!(disclosure.course(&demand.courses[0]), Shown);
        assert_eq!(disclosure.people(0), Shown);
    }
}
