//! Which figures of the demand may be told to anybody, so that none that rests on
//! few people can be read or worked out.
//!
//! What can be worked out comes from one relation: everybody with a gap in an area
//! has one way to close it, so an area's number is the sum of the ways listed for it
//! and of those that are not listed. A reader knows that a way that is listed
//! has at least one person, that a figure too small to be told is smaller than
//! the smallest group, and that one withheld is not.

use std::collections::BTreeSet;

use super::demand::{AreaNeed, CourseNeed, Demand};
use crate::department::catalogue::CourseIndex;
use crate::department::role_model::AreaIndex;

/// What becomes of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visibility {
    /// It is told.
    Shown,
    /// It rests on fewer people than the smallest group, and that is told.
    TooFew,
    /// It rests on enough, but a small one could be worked out from it.
    Withheld,
}

/// What may be told of a demand.
#[derive(Debug)]
pub struct Disclosure<'a> {
    demand: &'a Demand,
    /// The smallest group; 0 where everything is told.
    smallest_group: usize,
    courses: BTreeSet<CourseIndex>,
    without_course: BTreeSet<AreaIndex>,
    areas: BTreeSet<AreaIndex>,
}

/// What a reader takes for granted of those who take a course.
#[derive(Clone, Copy, PartialEq, Eq)]
enum CourseTakers {
    /// All of them have a gap that it closes. Mostly true, and mostly enough.
    AllHaveGaps,
    /// Somebody may take it for another reason.
    SomeMayNot,
}

/// The least and the most people that a reader must reckon with.
struct Range {
    least: usize,
    most: usize,
}

impl<'a> Disclosure<'a> {
    /// Everything.
    pub fn everything(demand: &'a Demand) -> Self {
        Self {
            demand,
            smallest_group: 0,
            courses: BTreeSet::new(),
            without_course: BTreeSet::new(),
            areas: BTreeSet::new(),
        }
    }

    /// What may be told where no figure may rest on fewer than `smallest_group`. As
    /// little as can be is withheld: numbers of courses, the smallest first, before
    /// the numbers of areas.
    pub fn to_anybody(demand: &'a Demand, smallest_group: usize) -> Self {
        let mut this = Self { smallest_group, ..Self::everything(demand) };
        while let Some(need) = demand.areas.iter().find(|need| !this.is_safe(need)) {
            let told_course = demand
                .courses_for(need.area)
                .filter(|way| this.course(way) == Visibility::Shown)
                .min_by_key(|way| (way.people.len(), way.course));
            let told_without = this.without_course(need) == Visibility::Shown;
            match told_course {
                _ if this.area(need) != Visibility::Shown => drop(this.areas.insert(need.area)),
                Some(way) if !told_without || way.people.len() <= need.without_course.len() => {
                    this.courses.insert(way.course);
                }
                _ if told_without => drop(this.without_course.insert(need.area)),
                _ => drop(this.areas.insert(need.area)),
            }
        }
        // What was withheld for an area that is itself withheld now may be told.
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

    /// The smallest group that a figure may rest on; 0 where everything is told.
    pub fn smallest_group(&self) -> usize {
        self.smallest_group
    }

    /// Whether a number of people may be told by itself.
    pub fn people(&self, people: usize) -> Visibility {
        if people >= self.smallest_group { Visibility::Shown } else { Visibility::TooFew }
    }

    fn unless_withheld(&self, people: usize, withheld: bool) -> Visibility {
        match self.people(people) {
            Visibility::Shown if withheld => Visibility::Withheld,
            telling => telling,
        }
    }

    /// The number of people who need a course.
    pub fn course(&self, need: &CourseNeed) -> Visibility {
        self.unless_withheld(need.people.len(), self.courses.contains(&need.course))
    }

    /// The number of people with a gap in an area, and their levels.
    pub fn area(&self, need: &AreaNeed) -> Visibility {
        if self.areas.contains(&need.area) { Visibility::Withheld } else { self.people(need.people.len()) }
    }

    /// The number of those whose gap no course closes.
    pub fn without_course(&self, need: &AreaNeed) -> Visibility {
        self.unless_withheld(need.without_course.len(), self.without_course.contains(&need.area))
    }

    /// The number of those for whom an area is needed.
    pub fn needed(&self, need: &AreaNeed) -> Visibility {
        let (people, needed) = (need.people.len(), need.needed);
        match (self.area(need), people - needed) {
            (Visibility::Shown, _) if self.smallest_group == 0 => Visibility::Shown,
            (Visibility::Shown, 0) => Visibility::Shown,
            // Of one more than the smallest group, only one number is neither too few nor all.
            (Visibility::Shown, _) if people == self.smallest_group + 1 => Visibility::Withheld,
            (Visibility::Shown, rest) => {
                self.unless_withheld(needed, self.people(rest) == Visibility::TooFew)
            }
            (untold, _) => untold,
        }
    }

    /// Whether no small figure of an area can be worked out, nor guessed right.
    fn is_safe(&self, need: &AreaNeed) -> bool {
        [CourseTakers::AllHaveGaps, CourseTakers::SomeMayNot]
            .iter()
            .all(|&belief| self.withstands(need, belief))
    }

    fn withstands(&self, need: &AreaNeed, belief: CourseTakers) -> bool {
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
            let all_here = belief == CourseTakers::AllHaveGaps && elsewhere == 0;
            match self.course(way) {
                Visibility::Shown if all_here => known += people,
                // Whoever knew the rest of the document could know as much.
                Visibility::Shown if here > few => known += here,
                Visibility::Shown => {
                    let most = if belief == CourseTakers::AllHaveGaps { people } else { here };
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
            // As many ways as people at most: one each.
            Visibility::TooFew => least < few || known + least > few,
            Visibility::Shown => {
                // Whoever believes too much finds that it can't be.
                let Some(rest) = need.people.len().checked_sub(known).filter(|&rest| least <= rest) else {
                    return belief == CourseTakers::AllHaveGaps;
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

    /// What becomes of the number of an area and those of its courses.
    fn tellings(people: usize, courses: &[usize]) -> (Visibility, Vec<Visibility>) {
        let courses = courses.iter().enumerate().map(|(i, &people)| course(i, people)).collect();
        let demand = Demand { areas: vec![area(people, 0)], courses };
        let disclosure = Disclosure::to_anybody(&demand, 5);
        let courses = demand.courses.iter().map(|need| disclosure.course(need)).collect();
        (disclosure.area(&demand.areas[0]), courses)
    }

    use Visibility::{Shown, TooFew, Withheld};

    #[test]
    fn a_small_figure_can_not_be_subtracted_out() {
        assert_eq!(tellings(11, &[6, 5]), (Shown, vec![Shown, Shown]));
        // 13 less 7 and less 5 would be 1; less 7 alone, 5 or more and 1 or more leave no choice.
        assert_eq!(tellings(13, &[7, 5, 1]), (Shown, vec![Withheld, Shown, TooFew]));
        // The two can be nothing but 5, whatever is withheld of them.
        assert_eq!(tellings(11, &[5, 5, 1]), (Withheld, vec![Shown, Shown, TooFew]));
        // 13 less 7 is 6, which the three others share.
        assert_eq!(tellings(13, &[7, 3, 2, 1]), (Shown, vec![Shown, TooFew, TooFew, TooFew]));
        // Another way, which is not listed, takes what is left: the smaller course is withheld.
        assert_eq!(tellings(14, &[6, 5]), (Shown, vec![Shown, Withheld]));
        // Five people with five ways have one each, and so have four with four.
        assert_eq!(tellings(5, &[1; 5]), (Withheld, vec![TooFew; 5]));
        assert_eq!(tellings(4, &[1; 4]), (Withheld, vec![TooFew; 4]));
        assert_eq!(tellings(4, &[2, 1, 1]), (TooFew, vec![TooFew; 3]));
    }

    #[test]
    fn who_takes_a_course_for_no_gap_lets_nobody_guess_right() {
        // Two of the three have the gap, and one has another way. Whoever takes all three for
        // people with the gap is left with one for the other course, which is true.
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
