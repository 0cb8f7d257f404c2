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
    let mut room = Room::of(people, emptied);
    for (before, &seats) in largest_first.iter().enumerate() {
        room.add(seats);
        if room.suffices() {
            return Fewest { sessions: before + 1, further: 0 };
        }
    }
    let mut added = 0;
    while !room.suffices() {
        room.add(further.max(1));
        added += 1;
    }
    Fewest { sessions: sessions.len(), further: added }
}

/// The seats of some groups, against what they must hold.
#[derive(Clone, Copy)]
struct Room {
    people: u64,
    emptied: u64,
    all: u64,
    largest: u64,
}

impl Room {
    fn of(people: usize, emptied: usize) -> Self {
        Self { people: people as u64, emptied: emptied as u64, all: 0, largest: 0 }
    }

    fn add(&mut self, seats: u64) {
        // No group needs more seats than there are people, and so no sum overflows.
        let seats = seats.min(self.people);
        self.all += seats;
        self.largest = self.largest.max(seats);
    }

    /// Whether the groups can hold all people, and so many schools can have somebody in
    /// another group than their others: with all seats, and with the seats outside of
    /// any one group.
    fn suffices(self) -> bool {
        self.all >= self.people && self.all - self.largest >= self.emptied
    }
}

/// What a search may still do before it takes the best that it has found.
///
/// Steps, not time: the same files must give the same groups on every machine.
#[derive(Clone, Copy, Debug)]
pub struct Steps {
    left: u64,
    taken: u64,
}

impl Steps {
    /// So many steps.
    pub fn new(most: u64) -> Self {
        Self { left: most, taken: 0 }
    }

    /// Takes `count` steps; whether there were as many.
    pub fn take(&mut self, count: u64) -> bool {
        let enough = count <= self.left;
        self.left = self.left.saturating_sub(count);
        self.taken = self.taken.saturating_add(count);
        enough
    }

    /// Whether none is left.
    pub fn are_used_up(self) -> bool {
        self.left == 0
    }

    /// How many were taken.
    pub fn taken(self) -> u64 {
        self.taken
    }
}

/// Sets of sessions.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// The sets, each in order, those with the earliest sessions first.
    pub sets: Vec<Vec<usize>>,
    /// Whether these are all that there are.
    pub all: bool,
}

/// The sets of `count` sessions with so many `seats` each that suffice together with
/// `further` groups, at most `most` of them.
///
/// Sets are built session by session, and a beginning that no later sessions make
/// sufficient is left at once: so the work is in the sets that suffice, not in all there are.
pub fn choices(
    people: usize,
    emptied: usize,
    seats: &[u64],
    count: usize,
    further: &[u64],
    most: usize,
    steps: &mut Steps,
) -> Choices {
    let mut found = Choices { sets: Vec::new(), all: true };
    let mut empty = Room::of(people, emptied);
    further.iter().for_each(|&seats| empty.add(seats));
    if count > seats.len() {
        return found;
    }
    let sorted = Suffixes::new(seats);
    // The sessions chosen so far, and the room with all of them but the last, and so on.
    let mut chosen: Vec<usize> = Vec::with_capacity(count);
    let mut rooms = vec![empty];
    let mut next = 0;
    loop {
        let missing = count - chosen.len();
        let room = *rooms.last().unwrap_or(&empty);
        if missing == 0 && room.suffices() {
            if found.sets.len() == most {
                found.all = false;
                break;
            }
            found.sets.push(chosen.clone());
        } else if missing > 0 && next + missing <= seats.len() {
            if !steps.take(seats.len() as u64) {
                found.all = false;
                break;
            }
            if sorted.can_suffice(room, next, missing) {
                let mut with = room;
                with.add(seats[next]);
                rooms.push(with);
                chosen.push(next);
                next += 1;
                continue;
            }
        }
        // Without the session that was chosen last.
        let Some(last) = chosen.pop() else { break };
        rooms.pop();
        next = last + 1;
    }
    if found.sets.is_empty() {
        // The largest suffice, if any do.
        let mut largest = sorted.largest_first.clone();
        largest.truncate(count);
        largest.sort_unstable();
        found.sets.push(largest);
    }
    found
}

/// The sessions by their seats.
struct Suffixes<'a> {
    seats: &'a [u64],
    /// The largest first, of equal ones the earliest.
    largest_first: Vec<usize>,
}

impl<'a> Suffixes<'a> {
    fn new(seats: &'a [u64]) -> Self {
        let mut largest_first: Vec<usize> = (0..seats.len()).collect();
        largest_first.sort_by_key(|&i| std::cmp::Reverse(seats[i]));
        Self { seats, largest_first }
    }

    /// Whether `room` suffices with `missing` more sessions from the one at `from` on.
    /// Of those the largest hold most, with or without the largest of all.
    fn can_suffice(&self, mut room: Room, from: usize, missing: usize) -> bool {
        let later = self.largest_first.iter().filter(|&&i| i >= from);
        later.take(missing).for_each(|&i| room.add(self.seats[i]));
        room.suffices()
    }
}

/// Who still has to be placed, and where there is room.
///
/// Whether everybody who waits can be placed is a flow from schools to groups. Its least
/// cut runs through all seats, or through all seats but one group's, in which each
/// school that is not divided yet must leave at least one out. The sums of both are kept
/// up to date, so that a place is judged without looking at all groups.
pub struct Seating {
    /// Free seats of each group; none has more than there are people.
    room: Vec<u64>,
    /// Free seats of all groups.
    all: u64,
    /// People of each school that still have no group.
    waiting: BTreeMap<SchoolIndex, usize>,
    /// People that still have no group.
    all_waiting: u64,
    /// The schools that must not have everybody in one group, and the one group
    /// in which all of theirs are so far, if any is.
    undivided: BTreeMap<SchoolIndex, Option<usize>>,
    /// How many of these have nobody in a group yet.
    begun_nowhere: u64,
    /// How many of these have nobody left who could sit in a second group.
    stuck: usize,
    /// For each group its free seats and the schools that are in it alone.
    held: Vec<u64>,
    /// How many groups have so much of that.
    by_held: BTreeMap<u64, usize>,
}

/// A seat that was given, to be taken back.
pub struct Seat {
    school: SchoolIndex,
    group: usize,
    /// The school among the undivided, before.
    before: Option<Option<usize>>,
}

impl Seating {
    /// Everybody of `schools` waits, and all groups are empty.
    pub fn new(schools: impl Iterator<Item = SchoolIndex>, offices: &[usize], room: &[u64]) -> Self {
        let schools: Vec<SchoolIndex> = schools.collect();
        let undivided: BTreeMap<SchoolIndex, Option<usize>> =
            emptied(&schools, offices).into_iter().map(|school| (school, None)).collect();
        let mut waiting = BTreeMap::new();
        for school in &schools {
            *waiting.entry(*school).or_default() += 1;
        }
        let all_waiting = schools.len() as u64;
        let room: Vec<u64> = room.iter().map(|&seats| seats.min(all_waiting)).collect();
        let mut by_held = BTreeMap::new();
        for seats in &room {
            *by_held.entry(*seats).or_default() += 1;
        }
        Self {
            all: room.iter().sum(),
            held: room.clone(),
            room,
            waiting,
            all_waiting,
            begun_nowhere: undivided.len() as u64,
            undivided,
            stuck: 0,
            by_held,
        }
    }

    /// Whether one of `school` can have a seat in `group` so that all others still find theirs.
    pub fn can_sit(&mut self, school: SchoolIndex, group: usize) -> bool {
        if self.room[group] == 0 {
            return false;
        }
        let seat = self.sit(school, group);
        let possible = self.is_possible();
        self.stand_up(seat);
        possible
    }

    /// Gives one of `school` a seat in `group`.
    pub fn sit(&mut self, school: SchoolIndex, group: usize) -> Seat {
        let before = self.undivided.get(&school).copied();
        self.move_one(school, group, true);
        match before {
            Some(Some(only)) if only != group => self.set_undivided(school, None),
            Some(_) => self.set_undivided(school, Some(Some(group))),
            None => {}
        }
        Seat { school, group, before }
    }

    /// Takes a seat back, the one that was given last first.
    pub fn stand_up(&mut self, seat: Seat) {
        self.set_undivided(seat.school, seat.before);
        self.move_one(seat.school, seat.group, false);
    }

    /// One of `school` sits down in `group`, or gets up.
    fn move_one(&mut self, school: SchoolIndex, group: usize, down: bool) {
        let was_stuck = self.is_stuck(school);
        let step = |count: u64| if down { count.saturating_sub(1) } else { count + 1 };
        self.room[group] = step(self.room[group]);
        self.all = step(self.all);
        self.all_waiting = step(self.all_waiting);
        if let Some(waiting) = self.waiting.get_mut(&school) {
            *waiting = if down { waiting.saturating_sub(1) } else { *waiting + 1 };
        }
        self.hold(group, !down);
        self.stuck = self.stuck + usize::from(self.is_stuck(school)) - usize::from(was_stuck);
    }

    /// Makes `school` one of the undivided, or no longer one.
    fn set_undivided(&mut self, school: SchoolIndex, now: Option<Option<usize>>) {
        let was_stuck = self.is_stuck(school);
        let before = match now {
            Some(only) => self.undivided.insert(school, only),
            None => self.undivided.remove(&school),
        };
        self.begun_nowhere -= u64::from(before == Some(None));
        self.begun_nowhere += u64::from(now == Some(None));
        if let Some(Some(group)) = before {
            self.hold(group, false);
        }
        if let Some(Some(group)) = now {
            self.hold(group, true);
        }
        self.stuck = self.stuck + usize::from(self.is_stuck(school)) - usize::from(was_stuck);
    }

    fn is_stuck(&self, school: SchoolIndex) -> bool {
        let begun = matches!(self.undivided.get(&school), Some(Some(_)));
        begun && self.waiting.get(&school).is_none_or(|&waiting| waiting == 0)
    }

    /// Counts one more of `group`'s free seats and schools, or one less.
    fn hold(&mut self, group: usize, more: bool) {
        let held = self.held[group];
        if let Some(count) = self.by_held.get_mut(&held) {
            *count -= 1;
            if *count == 0 {
                self.by_held.remove(&held);
            }
        }
        self.held[group] = if more { held + 1 } else { held.saturating_sub(1) };
        *self.by_held.entry(self.held[group]).or_default() += 1;
    }

    /// Whether everybody who waits can be placed.
    fn is_possible(&self) -> bool {
        let most_held = self.by_held.last_key_value().map_or(0, |(held, _)| *held);
        self.stuck == 0 && self.all >= self.all_waiting && self.all >= most_held + self.begun_nowhere
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
            let mut seating = Seating::new(schools.iter().copied(), &case.offices, &room);
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

    /// All sets that suffice by the definition, the earliest first.
    fn by_listing(
        people: usize,
        emptied: usize,
        seats: &[u64],
        count: usize,
        further: &[u64],
    ) -> Vec<Vec<usize>> {
        let mut sets: Vec<Vec<usize>> = (0..1_usize << seats.len())
            .map(|set| (0..seats.len()).filter(|i| set >> i & 1 == 1).collect::<Vec<_>>())
            .filter(|set| {
                let mut room = Room::of(people, emptied);
                set.iter()
                    .map(|&i| seats[i])
                    .chain(further.iter().copied())
                    .for_each(|seats| room.add(seats));
                set.len() == count && room.suffices()
            })
            .collect();
        sets.sort();
        sets
    }

    proptest! {
        #[test]
        fn the_sets_of_sessions_are_those_that_suffice_earliest_first(
            seats in prop::collection::vec(1..6_u64, 0..8),
            people in 1..14_usize,
            emptied in 0..4_usize,
            further in 1..4_u64,
        ) {
            let fewest = fewest(people, emptied, &seats, further);
            let further = vec![further; fewest.further];
            let listed = by_listing(people, emptied, &seats, fewest.sessions, &further);
            let mut steps = Steps::new(1_000_000);
            let found = choices(people, emptied, &seats, fewest.sessions, &further, usize::MAX, &mut steps);
            prop_assert_eq!(&found, &Choices { sets: listed.clone(), all: true });
            let first = choices(people, emptied, &seats, fewest.sessions, &further, 2, &mut steps);
            prop_assert_eq!(&first.sets[..], &listed[..listed.len().min(2)]);
            prop_assert_eq!(first.all, listed.len() <= 2);
            // However few steps there are, some set is found, and it suffices.
            let hurried = choices(people, emptied, &seats, fewest.sessions, &further, 2, &mut Steps::new(1));
            prop_assert!(hurried.sets.iter().all(|set| listed.contains(set)));
            prop_assert!(!hurried.sets.is_empty());
        }

        /// Seats that are taken back leave no trace.
        #[test]
        fn a_seat_taken_back_was_never_given(case in cases(), wishes in prop::collection::vec(any::<usize>(), 16)) {
            let schools = schools(&case);
            let room: Vec<u64> = case.sessions.iter().copied().chain([9]).collect();
            let mut seating = Seating::new(schools.iter().copied(), &case.offices, &room);
            let state = |seating: &Seating| {
                let sums = (seating.all, seating.all_waiting, seating.begun_nowhere, seating.stuck);
                (seating.room.clone(), seating.held.clone(), seating.by_held.clone(), seating.undivided.clone(), sums)
            };
            let mut given = Vec::new();
            for (school, wish) in schools.iter().zip(&wishes) {
                let group = wish % room.len();
                if seating.room[group] > 0 {
                    let before = state(&seating);
                    given.push((seating.sit(*school, group), before));
                }
            }
            while let Some((seat, before)) = given.pop() {
                seating.stand_up(seat);
                prop_assert_eq!(state(&seating), before);
            }
        }
    }

    /// 20 of 60 sessions have two seats, the others one, for 20 people: of 75 thousand million
    /// sets of ten sessions one in 400,000 suffices.
    #[test]
    fn a_long_list_of_sessions_takes_few_steps() {
        let seats: Vec<u64> = (0..60).map(|i| if i < 40 { 1 } else { 2 }).collect();
        let fewest = fewest(20, 0, &seats, 16);
        assert_eq!(fewest, Fewest { sessions: 10, further: 0 });
        let mut steps = Steps::new(u64::MAX);
        let found = choices(20, 0, &seats, fewest.sessions, &[], 50, &mut steps);
        assert_eq!((found.sets.len(), found.all), (50, false));
        assert_eq!(found.sets[0], (40..50).collect::<Vec<_>>());
        assert!(steps.taken() < 100_000, "{}", steps.taken());
    }
}
