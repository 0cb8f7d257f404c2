//! Seats: how many groups there must be, and who can still have a seat in which.
//!
//! A group never holds all secretaries of a school that has two or more.

use std::collections::BTreeMap;

use crate::department::settings::SchoolIndex;

/// The schools of two or more that would send everybody.
pub fn emptied(schools: &[SchoolIndex], offices: &[usize]) -> Vec<SchoolIndex> {
    let mut sent: BTreeMap<SchoolIndex, usize> = BTreeMap::new();
    for school in schools {
        *sent.entry(*school).or_default() += 1;
    }
    sent.into_iter()
        .filter(|&(school, sent)| sent >= 2 && sent >= offices[school.0])
        .map(|(s, _)| s)
        .collect()
}

/// How many groups there must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fewest {
    /// Of the sessions.
    pub sessions: usize,
    /// Without a date.
    pub further: usize,
}

/// The fewest groups for so many `people`, of whom so many schools would be
/// `emptied` by a single group. Groups without a date come only where all
/// sessions together don't suffice.
pub fn fewest(people: usize, emptied: usize, sessions: &[u64], further: u64) -> Fewest {
    let mut largest_first = sessions.to_vec();
    largest_first.sort_unstable_by(|a, b| b.cmp(a));
    // The largest sessions hold more than any others, with or without the largest of them.
    if let Some(count) =
        (1..=largest_first.len()).find(|&count| suffices(people, emptied, &largest_first[..count]))
    {
        return Fewest { sessions: count, further: 0 };
    }
    let mut room = largest_first;
    let mut added = 0;
    while !suffices(people, emptied, &room) {
        room.push(further.max(1));
        added += 1;
    }
    Fewest { sessions: sessions.len(), further: added }
}

/// Whether groups with so much `room` can hold so many people, and so many
/// schools can have somebody in another group than their others: with all seats,
/// and with the seats outside of any one group.
pub fn suffices(people: usize, emptied: usize, room: &[u64]) -> bool {
    let all = room.iter().fold(0_u64, |sum, seats| sum.saturating_add((*seats).min(people as u64)));
    let largest = room.iter().max().copied().unwrap_or_default().min(people as u64);
    all >= people as u64 && all - largest >= emptied as u64
}

/// The ways to choose `count` of so many sessions, the earliest first.
pub fn choices(sessions: usize, count: usize) -> impl Iterator<Item = Vec<usize>> {
    let mut next = (count <= sessions).then(|| (0..count).collect::<Vec<usize>>());
    std::iter::from_fn(move || {
        let current = next.take()?;
        next = (0..count).rev().find(|&i| current[i] < sessions - count + i).map(|i| {
            let mut following = current.clone();
            following[i] += 1;
            for later in i + 1..count {
                following[later] = following[later - 1] + 1;
            }
            following
        });
        Some(current)
    })
}

/// Who still has to be placed, and where there is room.
#[derive(Clone)]
pub struct Seating {
    /// Free seats of each group.
    room: Vec<u64>,
    /// People of each school that still have no group.
    waiting: BTreeMap<SchoolIndex, usize>,
    /// The schools that must not have everybody in one group, and the one group
    /// in which all of theirs are so far, if any is.
    undivided: BTreeMap<SchoolIndex, Option<usize>>,
}

impl Seating {
    /// Everybody of `schools` waits, and all groups are empty.
    pub fn new(schools: impl Iterator<Item = SchoolIndex>, offices: &[usize], room: Vec<u64>) -> Self {
        let schools: Vec<SchoolIndex> = schools.collect();
        let undivided = emptied(&schools, offices).into_iter().map(|school| (school, None)).collect();
        let mut waiting = BTreeMap::new();
        for school in schools {
            *waiting.entry(school).or_default() += 1;
        }
        Self { room, waiting, undivided }
    }

    /// Whether one of `school` can have a seat in `group` so that all others still find theirs.
    pub fn can_sit(&self, school: SchoolIndex, group: usize) -> bool {
        if self.room[group] == 0 {
            return false;
        }
        let mut then = self.clone();
        then.sit(school, group);
        then.is_possible()
    }

    /// Gives one of `school` a seat in `group`.
    pub fn sit(&mut self, school: SchoolIndex, group: usize) {
        self.room[group] = self.room[group].saturating_sub(1);
        if let Some(waiting) = self.waiting.get_mut(&school) {
            *waiting = waiting.saturating_sub(1);
        }
        match self.undivided.get(&school) {
            Some(Some(only)) if *only != group => drop(self.undivided.remove(&school)),
            Some(_) => drop(self.undivided.insert(school, Some(group))),
            None => {}
        }
    }

    /// Whether everybody who waits can be placed.
    ///
    /// The least cut of the flow from schools to groups tells: it runs through all
    /// seats, or through all seats but one group's, in which each school that
    /// is not divided yet must leave at least one out.
    fn is_possible(&self) -> bool {
        let waiting: u64 = self.waiting.values().map(|&count| count as u64).sum();
        let room = |groups: &mut dyn Iterator<Item = u64>| {
            groups.fold(0_u64, |sum, seats| sum.saturating_add(seats.min(waiting)))
        };
        let none_is_stuck = self.undivided.iter().all(|(school, only)| {
            only.is_none() || self.waiting.get(school).is_some_and(|&waiting| waiting > 0)
        });
        none_is_stuck
            && room(&mut self.room.iter().copied()) >= waiting
            && (0..self.room.len()).all(|group| {
                let left_out = self.undivided.values().filter(|only| only.is_none_or(|only| only == group));
                let elsewhere =
                    self.room.iter().enumerate().filter(|(i, _)| *i != group).map(|(_, seats)| *seats);
                room(&mut { elsewhere }) >= left_out.count() as u64
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A small case: the needers of each school, its office, seats of sessions and of further groups.
    #[derive(Clone, Debug)]
    struct Case {
        needers: Vec<usize>,
        offices: Vec<usize>,
        sessions: Vec<u64>,
        further: u64,
    }

    fn cases() -> impl Strategy<Value = Case> {
        let school = (0..4_usize, 0..2_usize);
        let schools = prop::collection::vec(school, 1..4);
        (schools, prop::collection::vec(1..5_u64, 0..4), 1..4_u64).prop_map(|(schools, sessions, further)| {
            Case {
                needers: schools.iter().map(|(needers, _)| *needers).collect(),
                // At least as many as need it, and at least one.
                offices: schools.iter().map(|(needers, more)| (needers + more).max(1)).collect(),
                sessions,
                further,
            }
        })
    }

    fn schools(case: &Case) -> Vec<SchoolIndex> {
        let of = |(i, &count): (usize, &usize)| std::iter::repeat_n(SchoolIndex(i), count);
        case.needers.iter().enumerate().flat_map(of).collect()
    }

    /// Whether some way to spread each school over groups with this `room` keeps the rules:
    /// by trying all of them.
    fn some_way(case: &Case, room: &[u64]) -> bool {
        fn spread(case: &Case, school: usize, room: &[u64]) -> bool {
            let Some(&count) = case.needers.get(school) else { return true };
            fn parts(count: usize, room: &[u64]) -> Vec<Vec<u64>> {
                match room.split_first() {
                    None => {
                        if count == 0 {
                            vec![Vec::new()]
                        } else {
                            Vec::new()
                        }
                    }
                    Some((first, rest)) => (0..=count.min(*first as usize))
                        .flat_map(|taken| {
                            parts(count - taken, rest).into_iter().map(move |mut tail| {
                                tail.insert(0, taken as u64);
                                tail
                            })
                        })
                        .collect(),
                }
            }
            parts(count, room).into_iter().any(|part| {
                let office = case.offices[school];
                let empty = office >= 2 && part.iter().any(|&sent| sent as usize >= office);
                let left: Vec<u64> = room.iter().zip(&part).map(|(room, sent)| room - sent).collect();
                !empty && spread(case, school + 1, &left)
            })
        }
        spread(case, 0, room)
    }

    /// The fewest groups, by trying all sets of sessions, then further groups.
    fn by_trying(case: &Case) -> Fewest {
        let count = case.sessions.len();
        let mut sets: Vec<Vec<u64>> = (0..1_usize << count)
            .map(|set| (0..count).filter(|i| set >> i & 1 == 1).map(|i| case.sessions[i]).collect())
            .collect();
        sets.sort_by_key(Vec::len);
        if let Some(set) = sets.iter().find(|set| !set.is_empty() && some_way(case, set)) {
            return Fewest { sessions: set.len(), further: 0 };
        }
        let mut room = case.sessions.clone();
        let mut further = 0;
        while !some_way(case, &room) {
            room.push(case.further);
            further += 1;
        }
        Fewest { sessions: count, further }
    }

    proptest! {
        #[test]
        fn there_are_as_few_groups_as_trying_everything_finds(case in cases()) {
            let schools = schools(&case);
            prop_assume!(!schools.is_empty());
            let emptied = emptied(&schools, &case.offices).len();
            prop_assert_eq!(fewest(schools.len(), emptied, &case.sessions, case.further), by_trying(&case));
        }

        #[test]
        fn everybody_is_seated_whoever_is_asked_first_and_whatever_they_prefer(
            case in cases(),
            wishes in prop::collection::vec(any::<usize>(), 16),
        ) {
            let schools = schools(&case);
            let emptied = emptied(&schools, &case.offices).len();
            let groups = fewest(schools.len(), emptied, &case.sessions, case.further);
            let mut room = case.sessions.clone();
            room.sort_unstable_by(|a, b| b.cmp(a));
            room.truncate(groups.sessions);
            room.extend(vec![case.further; groups.further]);
            prop_assume!(!room.is_empty());
            let mut seating = Seating::new(schools.iter().copied(), &case.offices, room.clone());
            let mut seated: BTreeMap<(SchoolIndex, usize), usize> = BTreeMap::new();
            let mut order = schools.clone();
            order.rotate_left(wishes[15] % schools.len().max(1));
            for (i, school) in order.iter().enumerate() {
                let first = wishes[i % 15] % room.len();
                let group = (0..room.len()).map(|g| (first + g) % room.len()).find(|&g| seating.can_sit(*school, g));
                prop_assert!(group.is_some(), "nobody is left over");
                if let Some(group) = group {
                    seating.sit(*school, group);
                    *seated.entry((*school, group)).or_default() += 1;
                }
            }
            for ((school, _), count) in &seated {
                let office = case.offices[school.0];
                prop_assert!(office < 2 || *count < office, "no office is emptied");
            }
            for (group, seats) in room.iter().enumerate() {
                let taken: usize = seated.iter().filter(|((_, g), _)| *g == group).map(|(_, n)| n).sum();
                prop_assert!(taken as u64 <= *seats, "seats are kept");
            }
            prop_assert_eq!(seated.values().sum::<usize>(), schools.len());
        }

        /// Where all groups have the same seats: as many as the people fill, and two
        /// where one group would empty a school.
        #[test]
        fn with_equal_groups_the_number_follows_a_formula(case in cases(), seats in 1..5_u64) {
            let schools = schools(&case);
            prop_assume!(!schools.is_empty());
            let emptied = emptied(&schools, &case.offices).len();
            let sessions = vec![seats; case.sessions.len()];
            let groups = fewest(schools.len(), emptied, &sessions, seats);
            let by_seats = schools.len().div_ceil(usize::try_from(seats).expect("small"));
            let by_schools = if emptied > 0 { 2 } else { 1 };
            prop_assert_eq!(groups.sessions + groups.further, by_seats.max(by_schools));
        }
    }

    #[test]
    fn sessions_are_chosen_earliest_first() {
        let all: Vec<Vec<usize>> = choices(4, 2).collect();
        assert_eq!(all, [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]]);
        assert_eq!(choices(3, 0).collect::<Vec<_>>(), [Vec::<usize>::new()]);
        assert_eq!(choices(1, 2).count(), 0);
    }
}
