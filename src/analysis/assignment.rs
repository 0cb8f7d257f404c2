//! Assignment of candidates to sessions with limited seats, where nobody is in two places
//! and no office is left empty.
//!
//! The candidates that can be in each other's way form a component. Each component is
//! searched completely by branch and bound, within a limit of steps; the few that are too large
//! for it are improved part by part. Costs are integers that compare rank by rank, and
//! nothing depends on the clock, so the same files always give the same groups.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use super::groups::Against;

/// Ranks of a cost.
pub const COSTS: usize = 6;
/// The rank of the number of classes that are held, which no single place decides.
const CLASSES: usize = 3;
/// Costs by rank; the first is the most important.
pub type RankedCost = [i64; COSTS];

/// Steps for the complete search of one component.
const STEPS_OF_A_COMPONENT: u64 = 60_000;
/// Steps for one part of a component that is too large.
const STEPS_OF_A_PART: u64 = 1_500;
/// Candidates of such a part.
const PART: usize = 8;
/// Steps that it takes to begin a search, for each candidate.
const STEPS_TO_BEGIN: u64 = 8;
/// Steps in all; what is left then stays as it is.
const STEPS: u64 = 3_000_000;

/// Where a candidate may go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeatChoice {
    /// The session; `None` for no date.
    pub session: Option<usize>,
    /// What it costs by itself.
    pub cost: RankedCost,
}

/// Somebody who needs a place in a class.
#[derive(Clone, Debug)]
pub struct Candidate {
    pub person: usize,
    pub school: usize,
    pub class: usize,
    /// Her places, the cheapest first; one of them is none.
    pub places: Vec<SeatChoice>,
}

/// A session of a class.
#[derive(Clone, Debug)]
pub struct ClassSession {
    class: usize,
    /// Parts of the year that it takes.
    slots: Range<usize>,
    seats: u64,
    /// How many are in it already.
    seated: u64,
}

/// What is to be assigned.
#[derive(Debug)]
pub struct AssignmentProblem {
    pub sessions: Vec<ClassSession>,
    pub candidates: Vec<Candidate>,
    /// Whether each class costs for each session that is held.
    own: Vec<bool>,
    /// The first session of each class.
    first: Vec<usize>,
    offices: Vec<usize>,
    slots: usize,
    people: usize,
    /// Who of which school is in which session already.
    seated: Vec<(usize, usize, usize)>,
}

impl AssignmentProblem {
    /// Nothing to assign yet, among so many people, schools of these sizes, and parts of the year.
    pub fn new(people: usize, offices: &[usize], slots: usize) -> Self {
        Self {
            sessions: Vec::new(),
            candidates: Vec::new(),
            own: Vec::new(),
            first: Vec::new(),
            offices: offices.to_vec(),
            slots,
            people,
            seated: Vec::new(),
        }
    }

    /// Adds a session to the class that is under way.
    pub fn add_session(&mut self, slots: Range<usize>, seats: u64) {
        self.sessions.push(ClassSession { class: self.own.len(), slots, seats, seated: 0 });
    }

    /// Ends the class under way, which is the department's `own` or a provider's.
    pub fn end_class(&mut self, own: bool) {
        let class = self.own.len();
        self.first.push(self.sessions.iter().position(|s| s.class == class).unwrap_or(self.sessions.len()));
        self.own.push(own);
    }

    /// Notes that `person` of `school` is in `session` already.
    pub fn seat(&mut self, person: usize, school: usize, session: usize) {
        self.sessions[session].seated += 1;
        self.seated.push((person, school, session));
    }

    /// The first session of a class.
    pub fn first_session(&self, class: usize) -> usize {
        self.first[class]
    }
}

/// Candidates in their places.
pub struct Assignment<'a> {
    problem: &'a AssignmentProblem,
    /// The place of each candidate by its number.
    chosen: Vec<usize>,
    /// Seats that are left in each session.
    free: Vec<u64>,
    /// How many are in each session.
    held: Vec<u64>,
    /// How often each person is away in each slot.
    away: Vec<u8>,
    /// How many of each school are.
    out: Vec<u32>,
    /// Whether each candidate is her person's only one, who is in no session yet.
    only: Vec<bool>,
    steps: u64,
    /// Whether no assignment is better, as far as each component was searched completely.
    is_proven: bool,
}

impl<'a> Assignment<'a> {
    /// The best assignment of `problem` that the steps allow.
    pub fn of(problem: &'a AssignmentProblem) -> Self {
        let mut this = Self {
            problem,
            chosen: Vec::new(),
            free: problem.sessions.iter().map(|session| session.seats).collect(),
            held: problem.sessions.iter().map(|session| session.seated).collect(),
            away: vec![0; problem.people * problem.slots],
            out: vec![0; problem.offices.len() * problem.slots],
            only: only_once(problem),
            steps: STEPS,
            is_proven: true,
        };
        for &(person, school, session) in &problem.seated {
            this.leave(person, school, &problem.sessions[session].slots);
        }
        this.first_come();
        for component in this.components() {
            if !this.search(&component, STEPS_OF_A_COMPONENT) {
                this.is_proven = false;
                this.improve(&component);
            }
        }
        this
    }

    /// Whether no assignment is better; `false` where the steps were too few to be sure.
    pub fn is_proven(&self) -> bool {
        self.is_proven
    }

    /// Where a candidate is.
    pub fn place(&self, candidate: usize) -> SeatChoice {
        self.problem.candidates[candidate].places[self.chosen[candidate]]
    }

    /// What stands against another session for a candidate; nothing, where the steps were
    /// too few to look.
    pub fn against(&self, candidate: usize, session: usize) -> Option<Against> {
        let who = &self.problem.candidates[candidate];
        let own = self.place(candidate).session.map(|own| &self.problem.sessions[own].slots);
        // Her own present place is no hindrance: she would leave it.
        let is_own = |slot: usize| own.is_some_and(|own| own.contains(&slot));
        let slots = &self.problem.sessions[session].slots;
        let office = self.problem.offices[who.school];
        let other =
            |slot: usize| usize::from(self.away[self.day(who.person, slot)]) - usize::from(is_own(slot));
        let empty = |slot: usize| {
            let away = self.out[self.school_day(who.school, slot)] as usize;
            let herself = usize::from(self.away[self.day(who.person, slot)] > 0);
            office >= 2 && away - herself + 1 >= office
        };
        if slots.clone().any(|slot| other(slot) > 0) {
            Some(Against::AtAnotherCourse)
        } else if self.free[session] == 0 {
            Some(Against::Full)
        } else if slots.clone().any(empty) {
            Some(Against::OfficeEmpty)
        } else {
            self.problem.own[who.class].then_some(Against::OneClassMore)
        }
    }

    fn day(&self, person: usize, slot: usize) -> usize {
        person * self.problem.slots + slot
    }

    fn school_day(&self, school: usize, slot: usize) -> usize {
        school * self.problem.slots + slot
    }

    fn leave(&mut self, person: usize, school: usize, slots: &Range<usize>) {
        for slot in slots.clone() {
            let (day, school_day) = (self.day(person, slot), self.school_day(school, slot));
            self.away[day] = self.away[day].saturating_add(1);
            self.out[school_day] += u32::from(self.away[day] == 1);
        }
    }

    /// Whether a candidate can have one of her places beside all others.
    fn is_possible(&self, candidate: usize, place: usize) -> bool {
        let who = &self.problem.candidates[candidate];
        let Some(session) = who.places[place].session else { return true };
        let office = self.problem.offices[who.school];
        self.free[session] > 0
            && self.problem.sessions[session].slots.clone().all(|slot| {
                self.away[self.day(who.person, slot)] == 0
                    && (office < 2 || (self.out[self.school_day(who.school, slot)] as usize) + 1 < office)
            })
    }

    /// What a place costs now, with the class that it may open.
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

    fn put(&mut self, candidate: usize, place: usize) {
        let who = &self.problem.candidates[candidate];
        self.chosen[candidate] = place;
        let Some(session) = who.places[place].session else { return };
        self.free[session] -= 1;
        self.held[session] += 1;
        self.leave(who.person, who.school, &self.problem.sessions[session].slots);
    }

    fn take(&mut self, candidate: usize) {
        let who = &self.problem.candidates[candidate];
        let Some(session) = who.places[self.chosen[candidate]].session else { return };
        self.free[session] += 1;
        self.held[session] -= 1;
        for slot in self.problem.sessions[session].slots.clone() {
            let (day, school_day) = (self.day(who.person, slot), self.school_day(who.school, slot));
            self.away[day] -= 1;
            self.out[school_day] -= u32::from(self.away[day] == 0);
        }
    }

    /// Places everybody, those with the least choice first, each in the cheapest place left.
    fn first_come(&mut self) {
        let candidates = &self.problem.candidates;
        self.chosen = candidates.iter().map(|who| who.places.len() - 1).collect();
        let mut order: Vec<usize> = (0..candidates.len()).collect();
        order.sort_by_key(|&i| (candidates[i].places.len(), i));
        for candidate in order {
            let possible =
                (0..candidates[candidate].places.len()).filter(|&p| self.is_possible(candidate, p));
            let best = possible.min_by_key(|&place| (self.cost(candidate, place), place));
            self.put(candidate, best.unwrap_or_default());
        }
    }

    /// The candidates that can be in each other's way, together; the smallest groups first.
    fn components(&self) -> Vec<Vec<usize>> {
        let candidates = &self.problem.candidates;
        let mut sets = Sets::new(candidates.len());
        // Seats that are too few, or a class that is better held once.
        let mut wanting = vec![0_u64; self.problem.sessions.len()];
        let all_sessions = |who: &'a Candidate| who.places.iter().filter_map(|place| place.session);
        candidates.iter().flat_map(all_sessions).for_each(|session| wanting[session] += 1);
        let mut first_of_class: BTreeMap<usize, usize> = BTreeMap::new();
        for (i, who) in candidates.iter().enumerate() {
            let is_tight = |session: usize| {
                let kept = self.problem.sessions[session].seats;
                self.problem.own[who.class] || wanting[session] > kept
            };
            if all_sessions(who).any(is_tight) {
                sets.join(*first_of_class.entry(who.class).or_insert(i), i);
            }
        }
        // One person's courses, and an office that all could leave.
        let mut of_school: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (i, who) in candidates.iter().enumerate() {
            of_school.entry(who.school).or_default().push(i);
        }
        for (school, members) in of_school {
            let mut in_slot: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
            for &i in &members {
                let mut slots: Vec<usize> = all_sessions(&candidates[i])
                    .flat_map(|session| self.problem.sessions[session].slots.clone())
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
                let seated = self.problem.seated.iter().filter(|(person, of, session)| {
                    *of == school
                        && !people.contains(person)
                        && self.problem.sessions[*session].slots.contains(&slot)
                });
                let is_tight = office >= 2 && people.len() + seated.count() >= office;
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

    /// Finds the best places for `members` while all others stay; `false` where the steps
    /// were too few to be sure.
    fn search(&mut self, members: &[usize], steps: u64) -> bool {
        let members = self.in_search_order(members);
        let mut left = steps.min(self.steps);
        let given = left;
        // As they stand now is what must be beaten.
        let mut best_choice: Vec<usize> = members.iter().map(|&member| self.chosen[member]).collect();
        members.iter().for_each(|&member| self.take(member));
        let mut best = self.cost_of(&members, &best_choice);
        let cheapest = self.cheapest(&members);
        let alike = self.alike(&members);
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
                    left = left.saturating_sub(self.weight(*member, place));
                    next[depth] += 1;
                    if self.is_possible(*member, place) {
                        let cost = sum(costs[depth], self.cost(*member, place));
                        if sum(cost, cheapest[depth + 1]) < best {
                            self.put(*member, place);
                            costs[depth + 1] = cost;
                            depth += 1;
                            // Those who are alike go in the order of their places.
                            next[depth] =
                                if alike.get(depth).is_some_and(|alike| *alike) { place } else { 0 };
                        }
                    }
                    continue;
                }
            }
            let Some(back) = depth.checked_sub(1) else { break true };
            depth = back;
            self.take(members[depth]);
        };
        while depth > 0 {
            depth -= 1;
            self.take(members[depth]);
        }
        members.iter().zip(best_choice).for_each(|(&member, place)| self.put(member, place));
        let begun = STEPS_TO_BEGIN * members.len() as u64;
        self.steps = self.steps.saturating_sub(given - left + begun);
        complete
    }

    /// Steps that it takes to look at a place.
    fn weight(&self, candidate: usize, place: usize) -> u64 {
        let session = self.problem.candidates[candidate].places[place].session;
        1 + session.map_or(0, |session| self.problem.sessions[session].slots.len() as u64 / 4)
    }

    /// Those with the least choice first, those who are alike beside each other.
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

    /// For each of `members`, whether she could change places with the one before her.
    fn alike(&self, members: &[usize]) -> Vec<bool> {
        let candidates = &self.problem.candidates;
        let pair = |at: usize| {
            let (one, other) = (members[at - 1], members[at]);
            let (a, b) = (&candidates[one], &candidates[other]);
            (a.class, a.school) == (b.class, b.school)
                && a.places == b.places
                && self.only[one]
                && self.only[other]
        };
        (0..members.len()).map(|at| at > 0 && pair(at)).collect()
    }

    /// What those from each depth on cost at least, each by herself.
    fn cheapest(&self, members: &[usize]) -> Vec<RankedCost> {
        let mut cheapest = vec![[0; COSTS]; members.len() + 1];
        for (depth, &member) in members.iter().enumerate().rev() {
            let places = self.problem.candidates[member].places.iter();
            let least = places.map(|place| place.cost).min().unwrap_or_default();
            cheapest[depth] = sum(cheapest[depth + 1], least);
        }
        cheapest
    }

    /// What these places cost together, beside all others.
    fn cost_of(&mut self, members: &[usize], choice: &[usize]) -> RankedCost {
        let mut cost = [0; COSTS];
        for (&member, &place) in members.iter().zip(choice) {
            cost = sum(cost, self.cost(member, place));
            self.put(member, place);
        }
        members.iter().for_each(|&member| self.take(member));
        cost
    }

    /// Improves a component part by part, until no part can be better or the steps are used up.
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

    /// Lets two of one class change places where that is better: whoever would gain most first.
    fn exchange(&mut self, component: &[usize]) -> bool {
        let mut is_better = false;
        let mut unhappy: Vec<usize> = component.iter().copied().filter(|&i| self.chosen[i] > 0).collect();
        unhappy.sort_by_key(|&i| (Reverse(self.place(i).cost), i));
        for one in unhappy {
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

fn only_once(problem: &AssignmentProblem) -> Vec<bool> {
    let mut times = vec![0_usize; problem.people];
    problem.candidates.iter().for_each(|who| times[who.person] += 1);
    problem.seated.iter().for_each(|(person, ..)| times[*person] += 1);
    problem.candidates.iter().map(|who| times[who.person] == 1).collect()
}

fn sum(a: RankedCost, b: RankedCost) -> RankedCost {
    std::array::from_fn(|rank| a[rank] + b[rank])
}

/// Disjoint sets of numbers.
struct Sets {
    above: Vec<usize>,
}

impl Sets {
    fn new(count: usize) -> Self {
        Self { above: (0..count).collect() }
    }

    fn root(&mut self, mut of: usize) -> usize {
        while self.above[of] != of {
            self.above[of] = self.above[self.above[of]];
            of = self.above[of];
        }
        of
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        let (first, last) = (one.min(other), one.max(other));
        self.above[last] = first;
    }

    fn all(mut self) -> Vec<Vec<usize>> {
        let mut sets: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for i in 0..self.above.len() {
            sets.entry(self.root(i)).or_default().push(i);
        }
        sets.into_values().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A school of so many, who all take each of `classes`; each class has three sessions, one of
    /// which is on the same days as one of each other class, and seats for a third.
    fn crowded(people: usize, classes: usize) -> AssignmentProblem {
        let mut problem = AssignmentProblem::new(people, &[people + 1], 2 * classes + 1);
        for class in 0..classes {
            let first = problem.sessions.len();
            for slot in [2 * class, 2 * class + 1, 2 * classes] {
                problem.add_session(slot..slot + 1, people.div_ceil(3) as u64);
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

    /// The place of each candidate, whether that is proven best, and the steps that it took.
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
        // What is recursion over the input overflows so small a stack.
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
