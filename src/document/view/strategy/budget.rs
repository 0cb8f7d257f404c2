//! The money in the strategic plan: total cost, commitments, and how far the budget reaches.

use super::super::courses;
use super::{Audience, Writer};
use crate::analysis::choices::Commitment;
use crate::analysis::cost::Cost;
use crate::analysis::demand::{BudgetPosition, CourseNeed, Demand, Payment, payments};
use crate::analysis::disclosure::Visibility;

impl Writer<'_> {
    /// The total cost and time of all courses, as sentences.
    pub(super) fn totals(&self, courses: &[&CourseNeed], demand: &Demand) -> Vec<String> {
        if courses.is_empty() {
            return Vec::new();
        }
        let cost = |need: &CourseNeed| Cost::of(self.course_of(need.course), need.people.len());
        let sum = |needs: &mut dyn Iterator<Item = &&CourseNeed>| {
            needs.fold(Cost::default(), |sum, need| sum.and(cost(need)))
        };
        let (disclosed, withheld): (Vec<&CourseNeed>, Vec<&CourseNeed>) =
            courses.iter().partition(|need| self.disclosure.course(need) == Visibility::Shown);
        let withheld = sum(&mut withheld.iter());
        // A total would disclose the withheld part by subtraction.
        let all_disclosed = withheld.kroner == 0 && withheld.days == 0;
        let shown = sum(&mut disclosed.iter());
        let facts = self.with_currency([
            ("kroner", self.language.number(shown.kroner).into()),
            ("days", self.language.number(shown.days).into()),
        ]);
        let mut sentences = if all_disclosed {
            vec![self.language.say("total-cost", &facts)]
        } else if disclosed.is_empty() {
            vec![self.say("total-hidden")]
        } else {
            vec![self.say("total-hidden"), self.language.say("total-told", &facts)]
        };
        let all = withheld.and(shown);
        for (key, courses) in
            [("total-without-price", all.without_price), ("total-without-days", all.without_days)]
        {
            if courses > 0 {
                sentences.push(self.language.say(key, &[("courses", courses.into())]));
            }
        }
        if self.audience == Audience::Inside {
            sentences.extend(self.shortage(demand, all.without_price));
        } else {
            sentences.extend(self.budget(all_disclosed.then_some(shown.kroner), courses));
        }
        sentences
    }

    /// How much the budget lacks for all courses. What else there is to say about it is on the page
    /// that decides.
    fn shortage(&self, demand: &Demand, without_price: usize) -> Option<String> {
        let position = BudgetPosition::of(demand, self.department);
        let (budget, left) = position.budget.zip(position.left_after_bound())?;
        let rest = position.wished.kroner.saturating_add(position.possible.kroner);
        let (key, difference) = match (left, left.saturating_sub(rest)) {
            (..0, _) => ("budget-bound-over", -left),
            (_, 0..) => return None,
            (_, missing) => ("budget-left-short", -missing),
        };
        let number = |hundredths| self.language.number(hundredths).into();
        let is_sure = if without_price == 0 { "yes" } else { "no" };
        let facts = self.with_currency([
            ("budget", number(budget)),
            ("left", number(left)),
            ("difference", number(difference)),
            ("sure", is_sure.into()),
        ]);
        Some(self.language.say(key, &facts))
    }

    /// The budget left, or as much as can be said without disclosing the total.
    fn budget(&self, total: Option<i64>, courses: &[&CourseNeed]) -> Option<String> {
        let budget = self.department.settings.budget?.hundredths;
        let few = self.department.settings.smallest_group - 1;
        // An upper bound that readers can compute from disclosed figures.
        let most = courses.iter().try_fold(0_i64, |sum, need| {
            let course = self.course_of(need.course);
            let people = match self.disclosure.course(need) {
                Visibility::Shown => need.people.len(),
                Visibility::TooFew => few,
                Visibility::Withheld if Cost::of(course, 1).kroner > 0 => return None,
                Visibility::Withheld => 0,
            };
            Some(sum.saturating_add(Cost::of(course, people).kroner))
        });
        let (key, difference) = match total {
            Some(total) if total > budget => ("budget-over", total - budget),
            Some(total) => ("budget-within", budget - total),
            None if most.is_some_and(|most| most <= budget) => ("budget-reaches", 0),
            None => ("budget-only", 0),
        };
        let number = |hundredths| self.language.number(hundredths).into();
        let facts = self.with_currency([("budget", number(budget)), ("difference", number(difference))]);
        Some(self.language.say(key, &facts))
    }

    /// The order of priority if the budget does not suffice. Inside only: the order depends on
    /// levels and on how many people need each course.
    pub(super) fn first(&self, demand: &Demand) -> Vec<String> {
        let cost = |need: &CourseNeed| Cost::of(self.course_of(need.course), need.people.len()).kroner;
        let Some(budget) = self.department.settings.budget else { return Vec::new() };
        let priced: Vec<&CourseNeed> = demand.courses.iter().filter(|need| cost(need) > 0).collect();
        let total = priced.iter().map(|need| cost(need)).sum::<i64>();
        if self.audience != Audience::Inside || total <= budget.hundredths {
            return Vec::new();
        }
        self.payments(demand, budget.hundredths)
    }

    /// The order in which the budget pays for courses, committed ones first, with reasons.
    fn payments(&self, demand: &Demand, budget: i64) -> Vec<String> {
        let line = |payment: &Payment<'_>| {
            let key = match (payment.share.commitment, payment.reached) {
                (Commitment::Bound, _) => "budget-bound",
                (Commitment::Wished, true) => "budget-first-wished",
                (Commitment::Possible, true) => "budget-first-possible",
                (Commitment::Wished, false) => "budget-later-wished",
                (Commitment::Possible, false) => "budget-later-possible",
            };
            let facts = self.with_currency([
                ("course", courses::name(self.course_of(payment.course)).into()),
                ("people", payment.share.people.len().into()),
                ("needed", payment.share.needed.into()),
                ("kroner", self.language.number(payment.kroner).into()),
            ]);
            self.language.say(key, &facts)
        };
        let payments = payments(demand, self.department, budget);
        let priced = payments.iter().filter(|payment| payment.kroner > 0);
        let (first, later): (Vec<&Payment<'_>>, Vec<&Payment<'_>>) =
            priced.partition(|payment| payment.reached);
        first.into_iter().chain(later).map(line).collect()
    }
}
