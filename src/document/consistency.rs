//! Checks that a plan's view is consistent with its agreement, so that a plan with a valid code
//! can't be printed with other contents.
//!
//! Everything that the code covers is compared with the agreement wherever a page shows it. In
//! all other places the program's own sentences must be ones that it could have written; free
//! text is accepted only where a profile has free text.

use strum::VariantArray;

use super::printable::printable;
use super::view::areas::AreaRow;
use super::view::plan::{self, PlanLine, PlanView, SignatureField};
use super::view::programme::staircase;
use super::view::summary::Points;
use super::view::{self, areas, courses, radar, summary};
use crate::agreement::{AgreedLevels, AgreedWhat, Agreement};
use crate::chart::palette::Palette;
use crate::department::Department;
use crate::department::profile::{Priority, Status};
use crate::language::Language;
use crate::typeface::Typeface;

/// The longest sentence about who recorded a signature, in characters.
const LONGEST_NOTED_BY: usize = 160;

/// Placeholder for the part of a sentence that may be any text.
const ANYTHING: char = '\u{1}';

/// A view and the agreement to compare it with.
pub(super) struct ConsistencyCheck<'a> {
    view: &'a PlanView,
    agreement: &'a Agreement,
    words: Words<'a>,
    palette: Palette,
}

impl<'a> ConsistencyCheck<'a> {
    /// `None` if the view has an unknown language or unknown colours.
    pub(crate) fn new(view: &'a PlanView, agreement: &'a Agreement, typeface: &'a Typeface) -> Option<Self> {
        let language = Language::new(view.frame.words_language.parse().ok()?);
        let palette = view.frame.palette()?;
        Some(Self { view, agreement, words: Words { language, typeface }, palette })
    }

    /// Whether the view is consistent with the agreement.
    pub(crate) fn agrees(&self) -> bool {
        self.frame_is_ours()
            && self.head_agrees()
            && self.scale_agrees()
            && self.areas_agree()
            && self.summary_agrees()
            && self.last_year_agrees()
            && self.talk_agrees()
            && self.courses_agree()
            && self.plan_agrees()
            && self.staircase_agrees()
            && self.consents_are_ours()
            && self.signatures_agree()
            && self.code_agrees()
    }

    /// Whether headings are the program's and no text is hidden by its colour.
    fn frame_is_ours(&self) -> bool {
        let frame = &self.view.frame;
        let labels = self.words.language.labels().iter();
        let ours = labels.map(|(name, label)| (name.clone(), self.words.print(label)));
        ours.eq(frame.labels.clone()) && view::colours(&self.palette) == frame.colours
    }

    fn head_agrees(&self) -> bool {
        let Self { view, agreement, words, .. } = self;
        let say = |key: &&str| words.say(key);
        // In order, each once.
        let mut labels = plan::FACTS.iter().map(say);
        let in_order = view.facts.iter().all(|fact| labels.any(|label| label == fact.label));
        let value = |key: &str| {
            let label = words.say(key);
            view.facts.iter().find(|fact| fact.label == label).map(|fact| fact.value.as_str())
        };
        let leader = agreement.leader.as_deref().map(|leader| words.print(leader));
        let changed = plan::CHANGED.map(|key| words.say(key));
        in_order
            && view.name == words.print(&agreement.name)
            && view.school == words.print(&agreement.school)
            && view.state == words.say(if view.draft { "plan-draft" } else { "plan-agreed" })
            && view.title == words.print(&plan::title(&view.state, &view.name))
            && value("label-school") == Some(&words.print(&agreement.school))
            && value("label-leader") == leader.as_deref()
            && value("label-agreed").is_none() == view.draft
            && view.changed.first().is_none_or(|first| changed.contains(first))
    }

    fn scale_agrees(&self) -> bool {
        let agreed = self.agreement.scale.iter().map(|(number, name)| (*number, self.words.print(name)));
        agreed.eq(self.view.scale.iter().map(|step| (step.number, step.name.clone())))
    }

    fn areas_agree(&self) -> bool {
        let rows = &self.view.areas;
        let mut agreed = self.agreement.areas.iter().filter_map(|area| Some((area, area.levels?)));
        let rows_agree = rows.iter().enumerate().all(|(i, row)| {
            if row.number != i + 1 {
                return false;
            }
            if row.current.is_none() {
                return self.is_empty(row);
            }
            let agreed = agreed.next();
            agreed.is_some_and(|(area, levels)| self.row_agrees(row, &area.name, levels))
        });
        let language = &self.words.language;
        rows_agree
            && agreed.next().is_none()
            && self.view.radar_alt == self.words.print(&radar::person_alt(&self.view.name, rows, language))
    }

    fn is_empty(&self, row: &AreaRow) -> bool {
        let levels = (row.current, row.wanted, row.current_step, row.wanted_step);
        levels == (None, None, None, None)
            && row.gap.is_empty()
            && row.priority.is_empty()
            && !row.needed
            && row.remark.is_none()
    }

    fn row_agrees(&self, row: &AreaRow, name: &str, agreed: AgreedLevels) -> bool {
        let step = |number: i64| self.view.scale.iter().position(|step| step.number == number);
        let priority = agreed.priority.map(|priority| self.words.say(priority.word_key()));
        row.name == self.words.print(name)
            && (row.current, row.wanted) == (Some(agreed.current), Some(agreed.wanted))
            && (row.current_step, row.wanted_step) == (step(agreed.current), step(agreed.wanted))
            && row.gap == self.words.print(&areas::gap(agreed.gap(), &self.words.language))
            && row.priority == priority.unwrap_or_default()
            && row.needed == (agreed.priority == Some(Priority::Need))
    }

    fn summary_agrees(&self) -> bool {
        let printed = |points: &Points| Points {
            heading: self.words.print(&points.heading),
            points: points.points.iter().map(|point| self.words.print(point)).collect(),
            ..points.clone()
        };
        let expected = summary::boxes(self.agreement, self.view.draft, &self.words.language);
        self.view.summary.iter().cloned().eq(expected.iter().map(printed))
    }

    /// Whether the levels reached since last year match the table, and lines of last year's plan have a
    /// status. Their goals can't be checked here.
    fn last_year_agrees(&self) -> bool {
        let risen = plan::risen(&self.view.areas, &self.view.scale, &self.words.language);
        risen.iter().map(|change| self.words.print(change)).eq(self.view.risen.iter().cloned())
            && self.view.last_plan.iter().all(|line| {
                let is_its = |status: &Status| line.status == self.words.say(status.word_key());
                line.status.is_empty() || Status::VARIANTS.iter().any(is_its)
            })
    }

    fn talk_agrees(&self) -> bool {
        let language = &self.words.language;
        let unusable = self.words.say("talk-leader-view-unusable");
        self.view.talk.iter().all(|point| {
            *point == unusable
                || self.view.areas.iter().filter(|row| row.current.is_some()).any(|row| {
                    let without_line =
                        language.say("talk-need-without-line", &[("area", (&row.name).into())]);
                    let difference = |leader: String| {
                        let facts = [
                            ("area", (&row.name).into()),
                            ("employee", row.current.into()),
                            ("leader", leader.into()),
                        ];
                        language.say("talk-difference", &facts)
                    };
                    row.needed && *point == self.words.print(&without_line)
                        || self.words.has_form(point, difference)
                })
        })
    }

    /// Whether every course is suggested for an agreed gap, under the heading of its priority.
    fn courses_agree(&self) -> bool {
        let language = &self.words.language;
        let lifts = self.agreement.areas.iter().filter_map(|area| {
            let levels = area.levels.filter(|levels| levels.gap() > 0)?;
            let reason = courses::gap_sentence(&area.name, levels.current, levels.wanted, language);
            let heading = courses::heading(levels.priority, language);
            let needed = levels.priority == Some(Priority::Need);
            Some((self.words.print(&heading), needed, self.words.print(&reason)))
        });
        let lifts: Vec<(String, bool, String)> = lifts.collect();
        self.view.courses.iter().all(|group| {
            group.lines.iter().all(|line| {
                lifts.iter().any(|(heading, needed, reason)| {
                    *heading == group.heading && *needed == group.needed && line.reason.starts_with(reason)
                })
            })
        })
    }

    /// Whether what the staircase says follows from its marks. The code doesn't cover it: it is what the
    /// cohort's file says on a day.
    fn staircase_agrees(&self) -> bool {
        let Some(staircase) = &self.view.staircase else { return true };
        let language = &self.words.language;
        let lift = |sentence: &String| {
            self.view.areas.iter().any(|row| {
                let of_area = |level: String| {
                    let facts = [("area", row.name.as_str().into()), ("level", level.into())];
                    language.say("staircase-lift", &facts)
                };
                self.words.has_form(sentence, of_area)
            })
        };
        let next = |sentence: &String| {
            self.words.has_form(sentence, |part| language.say("staircase-next", &[("part", part.into())]))
        };
        staircase.done == self.words.print(&staircase::done_sentence(&staircase.steps, language))
            && staircase.alt == self.words.print(&staircase::alt(&staircase.steps, language))
            && staircase.lifts.iter().all(lift)
            && staircase.next.iter().all(next)
    }

    fn plan_agrees(&self) -> bool {
        let language = &self.words.language;
        let department = &self.view.frame.department;
        let agreed: Vec<PlanLine> = self
            .agreement
            .lines
            .iter()
            .map(|line| plan::agreed_line(line, self.agreement, department, language))
            .collect();
        // Only courses have dates and prices, which the code does not cover.
        let is_course =
            self.agreement.lines.iter().map(|line| matches!(line.what, AgreedWhat::Course { .. }));
        let details_agree = self
            .view
            .plan
            .iter()
            .zip(is_course)
            .all(|(line, is_course)| is_course || line.details.is_empty());
        let lines_agree = self.view.plan.iter().zip(&agreed).all(|(printed, agreed)| {
            [
                (&printed.goal, &agreed.goal),
                (&printed.success, &agreed.success),
                (&printed.area, &agreed.area),
                (&printed.lift, &agreed.lift),
                (&printed.what, &agreed.what),
                (&printed.responsible, &agreed.responsible),
                (&printed.leader_does, &agreed.leader_does),
                (&printed.deadline, &agreed.deadline),
            ]
            .into_iter()
            .all(|(printed, agreed)| *printed == self.words.print(agreed))
                && printed.needed == agreed.needed
                && (printed.session.is_empty()
                    || self.words.has_form(&printed.session, |start| plan::session_in_words(start, language)))
                && self.is_open(&printed.status) == Some(printed.open)
        });
        let open = self.view.plan.iter().filter(|printed| printed.open);
        let open = open.map(|printed| !printed.stand_in.is_empty());
        let stand_ins = plan::stand_ins(open, language);
        let follow_up = plan::follow_up(self.agreement.follow_up, language);
        self.view.plan.len() == agreed.len()
            && lines_agree
            && details_agree
            && self.view.follow_up == follow_up.map(|text| self.words.print(&text))
            && stand_ins.iter().map(|text| self.words.print(text)).eq(self.view.stand_ins.iter().cloned())
    }

    /// Whether a line with this printed status is open; `None` if there is no such status.
    fn is_open(&self, printed: &str) -> Option<bool> {
        let all = Status::VARIANTS.iter().copied().map(Some).chain([None]);
        let mut statuses =
            all.flat_map(|status| [None, Some(plan::OVERDUE), Some(plan::SOON_DUE)].map(|due| (status, due)));
        let (status, _) = statuses.find(|(status, due)| {
            self.words.print(&plan::status_in_words(*status, *due, &self.words.language)) == printed
        })?;
        Some(!status.is_some_and(Status::is_closed))
    }

    fn consents_are_ours(&self) -> bool {
        let sentences = plan::CONSENTS.map(|key| self.words.say(key));
        let yes_or_no = ["answer-yes", "answer-no"].map(|key| self.words.say(key));
        let answer_areas =
            |areas: String| self.words.language.say("answer-areas", &[("areas", areas.into())]);
        self.view.consents.iter().map(|consent| &consent.sentence).eq(&sentences)
            && self.view.consents.iter().all(|consent| {
                yes_or_no.contains(&consent.answer) || self.words.has_form(&consent.answer, answer_areas)
            })
    }

    fn signatures_agree(&self) -> bool {
        let leader = self.agreement.leader.as_deref().unwrap_or_default();
        let expected = [("label-employee", self.agreement.name.as_str()), ("label-leader", leader)];
        if !self.agreement.is_filled_in() {
            return self.view.signatures.is_empty()
                && self.view.empty == Some(self.words.say(plan::NOT_FILLED_IN));
        }
        if self.view.empty.is_some() {
            return false;
        }
        self.view.signatures.len() == expected.len()
            && self.view.signatures.iter().zip(expected).all(|(signature, (role, name))| {
                signature.role == self.words.say(role)
                    && signature.name == self.words.print(name)
                    && self.note_is_ours(signature)
            })
    }

    /// Whether the note on a signature is one that the program writes: a date with its remarks.
    fn note_is_ours(&self, signature: &SignatureField) -> bool {
        let Some((noted, more)) = signature.noted.split_first() else { return true };
        let on = |date: String| self.words.language.say("signature-noted", &[("date", date.into())]);
        let by = |who: String| self.words.language.say("signature-noted-by", &[("who", who.into())]);
        let mut keys = plan::NOTE.iter();
        // In order, each once.
        self.words.has_form(noted, on)
            && more.iter().all(|remark| {
                keys.any(|key| match *key {
                    "signature-noted-by" => {
                        remark.chars().count() <= LONGEST_NOTED_BY && self.words.has_form(remark, by)
                    }
                    key => self.words.say(key) == *remark,
                })
            })
    }

    fn code_agrees(&self) -> bool {
        let fingerprint = self.agreement.fingerprint();
        let code_alt = plan::code_alt(fingerprint, &self.words.language);
        self.view.code == self.words.print(&plan::printed_code(fingerprint))
            && self.view.code_alt == self.words.print(&code_alt)
    }
}

/// See [`super::attachments::VerifiedPlan::uses_names_of`].
pub(super) fn uses_names_of(
    view: &PlanView,
    agreement: &Agreement,
    department: &Department,
    typeface: &Typeface,
) -> bool {
    let print = |text: &str| printable(text, typeface).into_owned();
    let filled_in = agreement.areas.iter().filter(|area| area.levels.is_some());
    let rows = view.areas.iter().filter(|row| row.current.is_some());
    filled_in.zip(rows).all(|(agreed, row)| {
        let area = department.role_model.areas.iter().find(|area| print(&area.key) == print(&agreed.key));
        area.is_none_or(|area| row.label == area.short_name.as_deref().map(print))
    })
}

/// See [`super::attachments::VerifiedPlan::is_of`].
pub(super) fn is_of(view: &PlanView, department: &Department, typeface: &Typeface) -> bool {
    let print = |text: &str| printable(text, typeface).into_owned();
    let settings = &department.settings;
    view.frame.department == print(&settings.name)
        && view.frame.municipality == settings.municipality.as_deref().map(print)
}

/// The printed form of the program's messages and of texts from files.
struct Words<'a> {
    language: Language,
    typeface: &'a Typeface,
}

impl Words<'_> {
    fn say(&self, key: &str) -> String {
        self.print(&self.language.say(key, &[]))
    }

    fn print(&self, text: &str) -> String {
        printable(text, self.typeface).into_owned()
    }

    /// Whether `text` is `sentence` with some text inserted.
    fn has_form(&self, text: &str, sentence: impl Fn(String) -> String) -> bool {
        let form = sentence(ANYTHING.to_string());
        let Some((before, after)) = form.split_once(ANYTHING) else { return false };
        text.strip_prefix(before).is_some_and(|rest| rest.ends_with(after))
    }
}
