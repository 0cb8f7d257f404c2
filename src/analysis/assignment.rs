//! Assignment of candidates to sessions with limited seats. Nobody may be in two places at once,
//! and no office of two or more people may be left empty.
//!
//! Candidates that can affect each other form a component. Each component is searched
//! exhaustively by branch and bound within a limit of steps; the few that are too large are
//! improved part by part. Costs are integer vectors in lexicographic order, and nothing depends
//! on the clock, so the result is deterministic.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

/// Number of ranks in a cost.
pub(super) const COSTS: usize = 6;
/// Rank of the number of classes held, which depends on all candidates together.
const CLASSES: usize = 3;
/// Cost by rank, the most important first.
pub(super) type RankedCost = [i64; COSTS];

/// Step limit for the exhaustive search of one component.
const STEPS_OF_A_COMPONENT: u64 = 60_000;
/// Step limit for one part of a component that is too large.
const STEPS_OF_A_PART: u64 = 1_500;
/// Number of candidates in such a part.
const PART: usize = 8;
/// Steps charged per candidate for starting a search.
const STEPS_TO_BEGIN: u64 = 8;
/// Total step limit; candidates beyond it keep their initial places.
const STEPS: u64 = 3_000_000;

/// A possible place for a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct SeatChoice {
    /// Index of the session; `None` for no date.
    pub session: Option<usize>,
    /// Cost of the place by itself.
    pub cost: RankedCost,
}

/// A person who needs a place in a class.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub person: usize,
    pub school: usize,
    pub class: usize,
    /// Possible places, the cheapest first, including none.
    pub places: Vec<SeatChoice>,
}

/// Time slots, as disjoint ranges in order.
#[derive(Clone, Debug)]
pub(super) struct SlotSet(Vec<Range<usize>>);

impl SlotSet {
    pub(super) fn new(ranges: impl IntoIterator<Item = Range<usize>>) -> Self {
        Self(ranges.into_iter().collect())
    }

    fn iter(&self) -> impl Iterator<Item = usize> {
        self.0.iter().cloned().flatten()
    }

    fn contains(&self, slot: usize) -> bool {
        self.0.iter().any(|range| range.contains(&slot))
    }

    fn len(&self) -> usize {
        self.0.iter().map(ExactSizeIterator::len).sum()
    }
}

#[derive(Clone, Debug)]
pub(super) struct ClassSession {
    class: usize,
    /// Time slots that it takes.
    slots: SlotSet,
    seats: u64,
    /// Number of people already enrolled.
    enrolled: u64,
}

/// Input of the assignment.
#[derive(Debug)]
pub(super) struct AssignmentProblem {
    pub sessions: Vec<ClassSession>,
    pub candidates: Vec<Candidate>,
    /// For each class, whether every session held costs the department.
    own: Vec<bool>,
    /// Index of each class's first session.
    first: Vec<usize>,
    offices: Vec<usize>,
    slots: usize,
    people: usize,
    /// Enrolled people as person, school and session.
    enrolled: Vec<(usize, usize, usize)>,
    /// Other absences as person, school and slots.
    away: Vec<(usize, usize, SlotSet)>,
}

impl AssignmentProblem {
    /// An empty problem with a number of people, the staff of each school, and a number of slots.
    pub(super) fn new(people: usize, offices: &[usize], slots: usize) -> Self {
        Self {
            sessions: Vec::new(),
            candidates: Vec::new(),
            own: Vec::new(),
            first: Vec::new(),
            offices: offices.to_vec(),
            slots,
            people,
            enrolled: Vec::new(),
            away: Vec::new(),
        }
    }

    /// Adds a session to the current class.
    pub(super) fn add_session(&mut self, slots: SlotSet, seats: u64) {
        self.sessions.push(ClassSession { class: self.own.len(), slots, seats, enrolled: 0 });
    }

    /// Ends the current class, which is the department's `own` or a provider's.
    pub(super) fn end_class(&mut self, own: bool) {
        let class = self.own.len();
        self.first.push(self.sessions.iter().position(|s| s.class == class).unwrap_or(self.sessions.len()));
        self.own.push(own);
    }

    /// Enrols `person` of `school` in `session`.
    pub(super) fn seat(&mut self, person: usize, school: usize, session: usize) {
        self.sessions[session].enrolled += 1;
        self.enrolled.push((person, school, session));
    }

    /// Records that `person` of `school` is away in these slots whatever is assigned.
    pub(super) fn add_absence(&mut self, person: usize, school: usize, slots: SlotSet) {
        self.away.push((person, school, slots));
    }

    /// Index of the first session of a class.
    pub(super) fn first_session(&self, class: usize) -> usize {
        self.first[class]
    }
}

/// The obstacle that keeps a candidate from a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Obstacle {
    /// It has no seat left.
    Full,
    /// The candidate is at another course on one of its days.
    AtAnotherCourse,
    /// It would leave the office empty.
    OfficeEmpty,
    /// It would require one more class.
    OneClassMore,
}

/// An assignment of candidates to places, with the counts that make moves cheap.
pub(super) struct Assignment<'a> {
    problem: &'a AssignmentProblem,
    /// Index of each candidate's place.
    chosen: Vec<usize>,
    /// Free seats of each session.
    free: Vec<u64>,
    /// People in each session.
    held: Vec<u64>,
    /// Number of absences by person and slot.
    absences: Vec<u8>,
    /// Number of absent people by school and slot.
    school_absences: Vec<u32>,
    /// Whether each candidate's person has no other candidate or session.
    is_only_candidate: Vec<bool>,
    steps: u64,
    /// Whether every component was searched exhaustively.
    is_proven: bool,
}

impl<'a> Assignment<'a> {
    /// Finds the best assignment of `problem` within the step limits.
    pub(super) fn of(problem: &'a AssignmentProblem) -> Self {
        let mut this = Self {
            problem,
            chosen: Vec::new(),
            free: problem.sessions.iter().map(|session| session.seats).collect(),
            held: problem.sessions.iter().map(|session| session.enrolled).collect(),
            absences: vec![0; problem.people * problem.slots],
            school_absences: vec![0; problem.offices.len() * problem.slots],
            is_only_candidate: only_candidates(problem),
            steps: STEPS,
            is_proven: true,
        };
        for &(person, school, session) in &problem.enrolled {
            this.add_absence(person, school, &problem.sessions[session].slots);
        }
        for (person, school, slots) in &problem.away {
            this.add_absence(*person, *school, slots);
        }
        this.assign_greedily();
        for component in this.components() {
            if !this.search(&component, STEPS_OF_A_COMPONENT) {
                this.is_proven = false;
                this.improve(&component);
            }
        }
        this
    }

    /// Whether the assignment is proven optimal; `false` if a step limit was reached.
    pub(super) fn is_proven(&self) -> bool {
        self.is_proven
    }

    /// The place of a candidate.
    pub(super) fn place(&self, candidate: usize) -> SeatChoice {
        self.problem.candidates[candidate].places[self.chosen[candidate]]
    }

    /// The obstacle that keeps a candidate from another session; `None` if there is none and the
    /// search just didn't get there.
    pub(super) fn against(&self, candidate: usize, session: usize) -> Option<Obstacle> {
        let who = &self.problem.candidates[candidate];
        let own = self.place(candidate).session.map(|own| &self.problem.sessions[own].slots);
        // The candidate's own place is no obstacle, since they would leave it.
        let is_own = |slot: usize| own.is_some_and(|own| own.contains(slot));
        let slots = &self.problem.sessions[session].slots;
        let office = self.problem.offices[who.school];
        let other =
            |slot: usize| usize::from(self.absences[self.day(who.person, slot)]) - usize::from(is_own(slot));
        let empty = |slot: usize| {
            let away = self.school_absences[self.school_day(who.school, slot)] as usize;
            let herself = usize::from(self.absences[self.day(who.person, slot)] > 0);
            office >= 2 && away - herself + 1 >= office
        };
        if slots.iter().any(|slot| other(slot) > 0) {
            Some(Obstacle::AtAnotherCourse)
        } else if self.free[session] == 0 {
            Some(Obstacle::Full)
        } else if slots.iter().any(empty) {
            Some(Obstacle::OfficeEmpty)
        } else {
            self.problem.own[who.class].then_some(Obstacle::OneClassMore)
        }
    }

    fn day(&self, person: usize, slot: usize) -> usize {
        person * self.problem.slots + slot
    }

    fn school_day(&self, school: usize, slot: usize) -> usize {
        school * self.problem.slots + slot
    }

    fn add_absence(&mut self, person: usize, school: usize, slots: &SlotSet) {
        for slot in slots.iter() {
            let (day, school_day) = (self.day(person, slot), self.school_day(school, slot));
            self.absences[day] = self.absences[day].saturating_add(1);
            self.school_absences[school_day] += u32::from(self.absences[day] == 1);
        }
    }

    /// Whether a candidate can take a place, given all others.
    fn is_possible(&self, candidate: usize, place: usize) -> bool {
        let who = &self.problem.candidates[candidate];
        let Some(session) = who.places[place].session else { return true };
        let office = self.problem.offices[who.school];
        self.free[session] > 0
            && self.problem.sessions[session].slots.iter().all(|slot| {
                self.absences[self.day(who.person, slot)] == 0
                    && (office < 2
                        || (self.school_absences[self.school_day(who.school, slot)] as usize) + 1 < office)
            })
    }

    /// The current cost of a place, including a class that it would open.
    fn cost(&self, candidate: usize, place: usize) -> RankedCost {
        let SeatChoice { session, mut cost } = self.problem.candidates[candidate].places[place];
        if let Some(session) = session
            && self.problem.own[self.problem.sessions[session].class]
            && self.held[session] == 0
        {
            cost[CLASSES] += 1;
        }
        cost
    }

    fn place_candidate(&mut self, candidate: usize, place: usize) {
        let who = &self.problem.candidates[candidate];
        self.chosen[candidate] = place;
        let Some(session) = who.places[place].session else { return };
        self.free[session] -= 1;
        self.held[session] += 1;
        self.add_absence(who.person, who.school, &self.problem.sessions[session].slots);
    }

    fn remove_candidate(&mut self, candidate: usize) {
        let who = &self.problem.candidates[candidate];
        let Some(session) = who.places[self.chosen[candidate]].session else { return };
        self.free[session] += 1;
        self.held[session] -= 1;
        for slot in self.problem.sessions[session].slots.iter() {
            let (day, school_day) = (self.day(who.person, slot), self.school_day(who.school, slot));
            self.absences[day] -= 1;
            self.school_absences[school_day] -= u32::from(self.absences[day] == 0);
        }
    }

    /// Greedy initial assignment: candidates with the fewest places first, each in the cheapest
    /// place left.
    fn assign_greedily(&mut self) {
        let candidates = &self.problem.candidates;
        self.chosen = candidates.iter().map(|who| who.places.len() - 1).collect();
        let mut order: Vec<usize> = (0..candidates.len()).collect();
        order.sort_by_key(|&i| (candidates[i].places.len(), i));
        for candidate in order {
            let possible =
                (0..candidates[candidate].places.len()).filter(|&p| self.is_possible(candidate, p));
            let best = possible.min_by_key(|&place| (self.cost(candidate, place), place));
            self.place_candidate(candidate, best.unwrap_or_default());
        }
    }

    /// The components of candidates that can affect each other, the smallest first.
    fn components(&self) -> Vec<Vec<usize>> {
        let candidates = &self.problem.candidates;
        let mut sets = DisjointSets::new(candidates.len());
        // Candidates of one class affect each other if seats are scarce or each session costs.
        let mut applicants = vec![0_u64; self.problem.sessions.len()];
        let all_sessions = |who: &'a Candidate| who.places.iter().filter_map(|place| place.session);
        candidates.iter().flat_map(all_sessions).for_each(|session| applicants[session] += 1);
        let mut first_of_class: BTreeMap<usize, usize> = BTreeMap::new();
        for (i, who) in candidates.iter().enumerate() {
            let is_tight = |session: usize| {
                let kept = self.problem.sessions[session].seats;
                self.problem.own[who.class] || applicants[session] > kept
            };
            if all_sessions(who).any(is_tight) {
                sets.join(*first_of_class.entry(who.class).or_insert(i), i);
            }
        }
        // So do one person's courses, and people of an office that could be left empty.
        let mut of_school: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (i, who) in candidates.iter().enumerate() {
            of_school.entry(who.school).or_default().push(i);
        }
        for (school, members) in of_school {
            let mut in_slot: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
            for &i in &members {
                let mut slots: Vec<usize> = all_sessions(&candidates[i])
                    .flat_map(|session| self.problem.sessions[session].slots.iter())
                    .collect();
                slots.sort_unstable();
                slots.dedup();
                slots.into_iter().for_each(|slot| in_slot.entry(slot).or_default().push(i));
            }
            let office = self.problem.offices[school];
            for (slot, mut here) in in_slot {
                here.sort_by_key(|&i| candidates[i].person);
                let mut people: Vec<usize> = here.iter().map(|&i| candidates[i].person).collect();
                people.dedup();
                let seated = self.problem.enrolled.iter().filter(|(person, of, session)| {
                    *of == school
                        && !people.contains(person)
                        && self.problem.sessions[*session].slots.contains(slot)
                });
                let away = self.problem.away.iter().filter(|(person, of, slots)| {
                    *of == school && !people.contains(person) && slots.contains(slot)
                });
                let is_tight = office >= 2 && people.len() + seated.count() + away.count() >= office;
                for pair in here.windows(2) {
                    if is_tight || candidates[pair[0]].person == candidates[pair[1]].person {
                        sets.join(pair[0], pair[1]);
                    }
                }
            }
        }
        let mut components: Vec<Vec<usize>> = sets.all();
        components.sort_by_key(|component| (component.len(), component[0]));
        components
    }

    /// Finds the best places for `members` while all others stay; `false` if the step limit was
    /// reached.
    fn search(&mut self, members: &[usize], steps: u64) -> bool {
        let members = self.in_search_order(members);
        let mut left = steps.min(self.steps);
        let given = left;
        // The current places are the bound to beat.
        let mut best_choice: Vec<usize> = members.iter().map(|&member| self.chosen[member]).collect();
        members.iter().for_each(|&member| self.remove_candidate(member));
        let mut best = self.cost_of(&members, &best_choice);
        let cheapest = self.cheapest(&members);
        let interchangeable = self.interchangeable(&members);
        let mut next: Vec<usize> = vec![0; members.len() + 1];
        let mut costs: Vec<RankedCost> = vec![[0; COSTS]; members.len() + 1];
        let mut depth = 0;
        let complete = loop {
            if depth == members.len() {
                if costs[depth] < best {
                    best = costs[depth];
                    best_choice = members.iter().map(|&member| self.chosen[member]).collect();
                }
            } else if let Some(member) = members.get(depth) {
                let places = self.problem.candidates[*member].places.len();
                if left == 0 {
                    break false;
                }
                let place = next[depth];
                if place < places {
                    left = left.saturating_sub(self.step_cost(*member, place));
                    next[depth] += 1;
                    if self.is_possible(*member, place) {
                        let cost = sum(costs[depth], self.cost(*member, place));
                        if sum(cost, cheapest[depth + 1]) < best {
                            self.place_candidate(*member, place);
                            costs[depth + 1] = cost;
                            depth += 1;
                            // Symmetry breaking: interchangeable members take ascending places.
                            next[depth] =
                                if interchangeable.get(depth).is_some_and(|interchangeable| *interchangeable)
                                {
                                    place
                                } else {
                                    0
                                };
                        }
                    }
                    continue;
                }
            }
            let Some(back) = depth.checked_sub(1) else { break true };
            depth = back;
            self.remove_candidate(members[depth]);
        };
        while depth > 0 {
            depth -= 1;
            self.remove_candidate(members[depth]);
        }
        members.iter().zip(best_choice).for_each(|(&member, place)| self.place_candidate(member, place));
        let begun = STEPS_TO_BEGIN * members.len() as u64;
        self.steps = self.steps.saturating_sub(given - left + begun);
        complete
    }

    /// Steps charged for trying a place.
    fn step_cost(&self, candidate: usize, place: usize) -> u64 {
        let session = self.problem.candidates[candidate].places[place].session;
        1 + session.map_or(0, |session| self.problem.sessions[session].slots.len() as u64 / 4)
    }

    /// Members with the fewest places first, interchangeable ones adjacent.
    fn in_search_order(&self, members: &[usize]) -> Vec<usize> {
        let mut members = members.to_vec();
        members.sort_by_cached_key(|&i| {
            let who = &self.problem.candidates[i];
            let places: Vec<(Option<usize>, RankedCost)> =
                who.places.iter().map(|place| (place.session, place.cost)).collect();
            (who.places.len(), who.class, who.school, places, i)
        });
        members
    }

    /// For each of `members`, whether they are interchangeable with the previous one.
    fn interchangeable(&self, members: &[usize]) -> Vec<bool> {
        let candidates = &self.problem.candidates;
        let pair = |at: usize| {
            let (one, other) = (members[at - 1], members[at]);
            let (a, b) = (&candidates[one], &candidates[other]);
            (a.class, a.school) == (b.class, b.school)
                && a.places == b.places
                && self.is_only_candidate[one]
                && self.is_only_candidate[other]
        };
        (0..members.len()).map(|at| at > 0 && pair(at)).collect()
    }

    /// Lower bounds for the cost of the members from each depth on.
    fn cheapest(&self, members: &[usize]) -> Vec<RankedCost> {
        let mut cheapest = vec![[0; COSTS]; members.len() + 1];
        for (depth, &member) in members.iter().enumerate().rev() {
            let places = self.problem.candidates[member].places.iter();
            let least = places.map(|place| place.cost).min().unwrap_or_default();
            cheapest[depth] = sum(cheapest[depth + 1], least);
        }
        cheapest
    }

    /// The cost of these places together, given all others.
    fn cost_of(&mut self, members: &[usize], choice: &[usize]) -> RankedCost {
        let mut cost = [0; COSTS];
        for (&member, &place) in members.iter().zip(choice) {
            cost = sum(cost, self.cost(member, place));
            self.place_candidate(member, place);
        }
        members.iter().for_each(|&member| self.remove_candidate(member));
        cost
    }

    /// Local search: improves a component part by part until no part improves or the step limit is
    /// reached.
    fn improve(&mut self, component: &[usize]) {
        let candidates = &self.problem.candidates;
        let mut parts: Vec<Vec<usize>> = Vec::new();
        let keys: [fn(&Candidate) -> usize; 3] = [|who| who.person, |who| who.school, |who| who.class];
        for key in keys {
            let mut by_key: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
            for &member in component {
                by_key.entry(key(&candidates[member])).or_default().push(member);
            }
            for members in by_key.into_values().filter(|members| members.len() > 1) {
                let starts = (0..members.len()).step_by(PART / 2);
                parts.extend(starts.map(|at| members[at..members.len().min(at + PART)].to_vec()));
            }
        }
        loop {
            let mut is_better = false;
            for part in &parts {
                let before: Vec<usize> = part.iter().map(|&member| self.chosen[member]).collect();
                self.search(part, STEPS_OF_A_PART);
                is_better |= part.iter().zip(before).any(|(&member, place)| self.chosen[member] != place);
            }
            is_better |= self.exchange(component);
            if !is_better || self.steps == 0 {
                return;
            }
        }
    }

    /// Swaps places within classes where that lowers the cost, starting with the worst places.
    fn exchange(&mut self, component: &[usize]) -> bool {
        let mut is_better = false;
        let mut by_cost: Vec<usize> = component.iter().copied().filter(|&i| self.chosen[i] > 0).collect();
        by_cost.sort_by_key(|&i| (Reverse(self.place(i).cost), i));
        for one in by_cost {
            for &other in component {
                if self.steps == 0 {
                    return is_better;
                }
                let candidates = &self.problem.candidates;
                if other == one || candidates[other].class != candidates[one].class {
                    continue;
                }
                let before = self.chosen[one];
                self.search(&[one, other], STEPS_OF_A_PART);
                is_better |= self.chosen[one] != before;
            }
        }
        is_better
    }
}

/// For each candidate, whether its person has no other candidate or session.
fn only_candidates(problem: &AssignmentProblem) -> Vec<bool> {
    let mut times = vec![0_usize; problem.people];
    problem.candidates.iter().for_each(|who| times[who.person] += 1);
    problem.enrolled.iter().for_each(|(person, ..)| times[*person] += 1);
    problem.away.iter().for_each(|(person, ..)| times[*person] += 1);
    problem.candidates.iter().map(|who| times[who.person] == 1).collect()
}

fn sum(a: RankedCost, b: RankedCost) -> RankedCost {
    std::array::from_fn(|rank| a[rank] + b[rank])
}

/// Union-find over candidate indexes.
struct DisjointSets {
    parent: Vec<usize>,
}

impl DisjointSets {
    fn new(count: usize) -> Self {
        Self { parent: (0..count).collect() }
    }

    fn root(&mut self, mut of: usize) -> usize {
        while self.parent[of] != of {
            self.parent[of] = self.parent[self.parent[of]];
            of = self.parent[of];
        }
        of
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        let (first, last) = (one.min(other), one.max(other));
        self.parent[last] = first;
    }

    fn all(mut self) -> Vec<Vec<usize>> {
        let mut sets: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for i in 0..self.parent.len() {
            sets.entry(self.root(i)).or_default().push(i);
        }
        sets.into_values().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A school whose people all take each of `classes`. Each class has three sessions with seats
    /// for a third of them, one of which clashes with one of each other class.
    fn crowded(people: usize, classes: usize) -> AssignmentProblem {
        let mut problem = AssignmentProblem::new(people, &[people + 1], 2 * classes + 1);
        for class in 0..classes {
            let first = problem.sessions.len();
            for slot in [2 * class, 2 * class + 1, 2 * classes] {
                problem.add_session(SlotSet::new(std::iter::once(slot..slot + 1)), people.div_ceil(3) as u64);
            }
            problem.end_class(false);
            for person in 0..people {
                let cost = |at: usize| std::array::from_fn(|rank| i64::from(rank + 1 == COSTS) * at as i64);
                let dated =
                    (0..3).map(|i| SeatChoice { session: Some(first + i), cost: cost((i + person) % 3) });
                let none = SeatChoice { session: None, cost: std::array::from_fn(|_| 1) };
                let mut places: Vec<SeatChoice> = dated.chain([none]).collect();
                places.sort_by_key(|place| place.cost);
                problem.candidates.push(Candidate { person, school: 0, class, places });
            }
        }
        problem
    }

    /// The places, whether they are proven optimal, and the number of steps.
    fn assigned(people: usize, classes: usize) -> (Vec<SeatChoice>, bool, u64) {
        let problem = crowded(people, classes);
        let assignment = Assignment::of(&problem);
        let places = (0..problem.candidates.len()).map(|candidate| assignment.place(candidate)).collect();
        (places, assignment.is_proven(), STEPS - assignment.steps)
    }

    #[test]
    fn a_search_that_is_too_large_ends_within_its_steps_and_says_so() {
        let (places, is_proven, steps) = assigned(2, 2);
        assert!(is_proven && places.iter().all(|place| place.session.is_some()), "{places:?}");
        assert!(steps < STEPS_OF_A_COMPONENT, "{steps}");
        // A small stack, on which recursion over the input would overflow.
        let large = || {
            let thread = std::thread::Builder::new().stack_size(128 * 1024);
            thread.spawn(|| assigned(150, 12)).expect("a thread").join().expect("no overflow")
        };
        let (places, is_proven, steps) = large();
        assert!(!is_proven && (STEPS_OF_A_COMPONENT..=STEPS).contains(&steps), "{steps}");
        let without_date = places.iter().filter(|place| place.session.is_none()).count();
        assert!(without_date * 3 <= places.len(), "{without_date} of {}", places.len());
        assert_eq!(large(), (places, is_proven, steps), "the same each time");
    }
}
