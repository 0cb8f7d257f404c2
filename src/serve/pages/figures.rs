//! The pages of needs, groups and money, with the views of the internal booklet.

use askama::Template;

use super::{PageFrame, Tab, Words};
use crate::document::view::calendar::{CellKind, WeekCell};
use crate::document::view::decision::MoneyKind;
use crate::serve::figures::Figures;
use crate::serve::site::{DepartmentPages, Site};

/// The width of a bar, in units of its picture.
const BAR: f64 = 100.0;
/// The classes of the parts of a course's bar, from the left.
const STAGE_CLASSES: [&str; 4] = ["full", "half", "hatched", "open"];

struct BarPart {
    class: &'static str,
    start: f64,
    width: f64,
}

/// The parts of a bar side by side, from their shares of its width.
fn bar(parts: impl IntoIterator<Item = (&'static str, f64)>) -> Vec<BarPart> {
    let mut start = 0.0;
    let mut bar = Vec::new();
    for (class, share) in parts {
        let width = (share.clamp(0.0, 1.0) * BAR).min(BAR - start);
        if width > 0.0 {
            bar.push(BarPart { class, start, width });
        }
        start += width;
    }
    bar
}

fn share(count: usize, all: usize) -> f64 {
    count as f64 / all.max(1) as f64
}

/// The needs: areas, ways to learn, and colleagues who teach.
#[derive(Template)]
#[template(path = "needs.html")]
pub(crate) struct NeedsPage<'a> {
    frame: PageFrame<'a>,
    figures: Option<&'a Figures>,
}

impl<'a> NeedsPage<'a> {
    pub(crate) fn new(base: &'a str, site: &Site, department: &'a DepartmentPages) -> Self {
        let title = Words(department.language).say("serve-needs");
        let figures = department.figures(site.today());
        Self { frame: PageFrame::of(base, site, department, &title, Tab::Needs), figures }
    }

    /// The bar of an area: the needed lifts, then the others.
    fn need_bar(&self, people: &usize, needed: &usize) -> Vec<BarPart> {
        let most = self.figures.map_or(1, |figures| figures.strategy.most_in_area);
        bar([("full", share(*needed, most)), ("half", share(people.saturating_sub(*needed), most))])
    }
}

/// Who is away when, and the groups of each course.
#[derive(Template)]
#[template(path = "groups.html")]
pub(crate) struct GroupsPage<'a> {
    frame: PageFrame<'a>,
    figures: Option<&'a Figures>,
}

impl<'a> GroupsPage<'a> {
    pub(crate) fn new(base: &'a str, site: &Site, department: &'a DepartmentPages) -> Self {
        let title = Words(department.language).say("serve-groups");
        let figures = department.figures(site.today());
        Self { frame: PageFrame::of(base, site, department, &title, Tab::Groups), figures }
    }

    fn class(&self, cell: &WeekCell) -> &'static str {
        match cell.kind {
            CellKind::Nobody => "nobody",
            CellKind::HalfDays | CellKind::WholeDays | CellKind::Empty if cell.is_suggested => "suggested",
            CellKind::HalfDays => "half-days",
            CellKind::WholeDays => "whole-days",
            CellKind::Empty => "empty-office",
        }
    }

    /// What the colour of a cell says.
    fn meaning(&self, cell: &WeekCell) -> String {
        let key = match cell.kind {
            CellKind::Nobody => return String::new(),
            CellKind::HalfDays => "label-away-half",
            CellKind::WholeDays => "label-away-whole",
            CellKind::Empty => "label-away-empty",
        };
        let meaning = self.frame.words.say(key);
        if !cell.is_suggested {
            return meaning;
        }
        format!("{meaning}, {}", self.frame.words.say("label-away-suggested"))
    }
}

/// What courses cost and how far the budget reaches.
#[derive(Template)]
#[template(path = "money.html")]
pub(crate) struct MoneyPage<'a> {
    frame: PageFrame<'a>,
    figures: Option<&'a Figures>,
}

impl<'a> MoneyPage<'a> {
    pub(crate) fn new(base: &'a str, site: &Site, department: &'a DepartmentPages) -> Self {
        let title = Words(department.language).say("serve-money");
        let figures = department.figures(site.today());
        Self { frame: PageFrame::of(base, site, department, &title, Tab::Money), figures }
    }

    fn class(&self, kind: &MoneyKind) -> &'static str {
        match kind {
            MoneyKind::Bound => "full",
            MoneyKind::Wished => "hatched",
            MoneyKind::Left => "open",
            MoneyKind::Missing => "missing",
        }
    }

    fn money_bar(&self) -> Vec<BarPart> {
        let parts = self.figures.iter().flat_map(|figures| &figures.overview.decision.money.parts);
        bar(parts.map(|part| (self.class(&part.kind), part.length)))
    }

    fn stage_bar(&self, stages: &[usize; STAGE_CLASSES.len()]) -> Vec<BarPart> {
        let most = self.figures.map_or(1, |figures| figures.strategy.most_on_course);
        bar(STAGE_CLASSES.into_iter().zip(stages.map(|count| share(count, most))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_a_bar_stay_within_it() {
        let widths = |shares: &[f64]| -> Vec<(f64, f64)> {
            bar(shares.iter().map(|&share| ("full", share))).iter().map(|p| (p.start, p.width)).collect()
        };
        assert_eq!(widths(&[0.25, 0.0, 0.5]), [(0.0, 25.0), (25.0, 50.0)]);
        assert_eq!(widths(&[0.75, 0.75, 0.1]), [(0.0, 75.0), (75.0, 25.0)]);
        assert_eq!(widths(&[-1.0, f64::INFINITY]), [(0.0, 100.0)]);
    }
}
