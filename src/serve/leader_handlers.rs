//! The leader's part of the form: their own view of the levels, and the signatures on paper.

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;

use axum::response::Response;
use strum::VariantArray;

use super::form_handlers::{EarlyResponse, Extras, FormRequest, OnDisk, Posted, RefusedSignature};
use super::form_pages::{Choice, FieldError, FieldView, FormPage, FormStep, Notice, SectionView, choice};
use super::missing;
use crate::agreement::Agreement;
use crate::agreement::record::Signer;
use crate::agreement::signature_status::SignatureStatus;
use crate::agreement::signing::{PaperSignature, note};
use crate::department;
use crate::department::values::Day;
use crate::problem::Problems;
use crate::profile_form::{AreaPart, FieldId, NOT_RELEVANT, leader};
use crate::source::file_names;
use crate::source::spelling::Word;
use crate::storage;
use crate::verify::CodeQuery;
use crate::wording::code_text;

impl FormRequest<'_> {
    /// The file of the leader's view in the leader's own folder.
    fn view_path(&self) -> Option<PathBuf> {
        let folder = self.chosen.department.leader.as_ref()?;
        let stem = file_names::stem(&self.profile.file);
        let known = self.chosen.data.leader_views.get(stem).map(|view| view.file.path.clone());
        let known = known.filter(|path| path.starts_with(folder));
        let language = self.chosen.data.settings.own_language();
        let named = |name: String| folder.join(format!("{name}.yaml"));
        let there = file_names::leader_views(stem).map(named).find(|path| path.exists());
        known.or(there).or_else(|| Some(named(file_names::leader_view_in(stem, language))))
    }

    /// The leader's view as it is in its file; empty if there is none yet.
    fn read_view(&self) -> Result<(PathBuf, Option<OnDisk>), EarlyResponse> {
        let Some(path) = self.view_path() else { return Err(self.message("edit-no-leader-folder").into()) };
        match OnDisk::read(path.clone()) {
            Ok(disk) => Ok((path, Some(disk))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok((path, None)),
            Err(_) => Err(EarlyResponse::Failed("edit-view-unusable")),
        }
    }

    /// The page of the leader's view, beside the employee's own levels.
    pub(super) fn assessment(&self, mut extras: Extras) -> Result<Response, EarlyResponse> {
        let (_, disk) = self.read_view()?;
        let text = disk.map(|disk| disk.text).unwrap_or_default();
        let Ok(levels) = leader::levels(&text, self.chosen.data) else {
            return Err(self.message("edit-view-unusable").into());
        };
        let words = self.words();
        let own = self.read().ok().and_then(|disk| self.profile_text(&disk.text).ok());
        let data = self.chosen.data;
        let sections = data.role_model.areas.iter().enumerate().map(|(i, area)| {
            let id = FieldId::Area(i, AreaPart::Now);
            let level = levels[i].map(|level| level.to_string()).unwrap_or_default();
            let level = extras.posted.get(&id).unwrap_or(&level);
            let scale = data.role_model.scale.levels.iter();
            let mut choices: Vec<Choice> = scale
                .map(|step| choice(&step.number.to_string(), format!("{} {}", step.number, step.name), level))
                .collect();
            choices.push(choice("", words.say("edit-no-view"), level));
            let get = |part| own.as_ref().map_or("", |own| own.answers().get(FieldId::Area(i, part)));
            let (now, wanted) = (get(AreaPart::Now), get(AreaPart::Wanted));
            let said = match now {
                "" => words.say("edit-own-none"),
                NOT_RELEVANT => words.named("edit-own-level", &words.say("label-not-relevant")),
                now if now == wanted => words.named("edit-own-level", now),
                now => words.named("edit-own-level", &format!("{now} → {wanted}")),
            };
            let field =
                FieldView::radios(&format!("vurdering-{i}"), words.say("edit-your-view"), choices).hint(said);
            let field = field.with_errors(extras.errors.remove(&id).unwrap_or_default());
            SectionView::plain(&format!("omraade-{i}"), area.name.clone(), vec![field])
        });
        let sections = sections.collect();
        let mut form = self.form_state(&text, extras.notices, extras.can_undo)?;
        form.is_unsaved = !extras.posted.is_empty();
        form.digest = extras.digest.unwrap_or(form.digest);
        Ok(self.page(&FormPage::new(FormStep::Assessment, &self.chosen, sections, form)))
    }

    pub(super) fn save_view(&self, posted: &Posted) -> Result<Response, EarlyResponse> {
        if !self.chosen.is_leader {
            return Err(missing(self.state).into());
        }
        self.check_token(posted, FormStep::Assessment)?;
        let (path, disk) = self.read_view()?;
        let text = disk.as_ref().map(|disk| disk.text.clone()).unwrap_or_default();
        let data = self.chosen.data;
        let base = posted.get("grundlag").and_then(|digest| self.editing.text(digest));
        let before = base.and_then(|base| leader::levels(&base, data).ok());
        let Ok(theirs) = leader::levels(&text, data) else {
            return Err(EarlyResponse::Failed("edit-view-unusable"));
        };
        let typed = self.mine(FormStep::Assessment, posted);
        let (mut levels, mut wrong, mut conflicts) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        for (&id, answer) in &typed {
            let FieldId::Area(area, _) = id else { continue };
            let Some(level) = leader::level(answer, data) else {
                let scale = data.role_model.scale.numbers();
                wrong.insert(id, vec![FieldError::unknown_level(answer, &scale, self.words())]);
                continue;
            };
            let before = before.as_ref().map(|levels| levels[area]);
            if before == Some(level) || theirs[area] == level {
                continue;
            }
            if before != Some(theirs[area]) {
                let now = theirs[area].map(|level| level.to_string()).unwrap_or_default();
                conflicts.insert(id, vec![FieldError::in_the_file(id, &now, &self.chosen)]);
            }
            levels.insert(area, level);
        }
        let shown = |posted, errors, notice: Option<Notice>| {
            let notices = notice.into_iter().collect();
            self.assessment(Extras { posted, errors, notices, ..Extras::default() })
        };
        let changed = || Notice::of("warning", "edit-view-changed", self.words());
        if !wrong.is_empty() {
            return shown(typed, wrong, None);
        }
        let as_answers = |levels: &BTreeMap<usize, Option<i64>>| {
            let answer = |(area, level): (&usize, &Option<i64>)| {
                let level = level.map(|level| level.to_string()).unwrap_or_default();
                (FieldId::Area(*area, AreaPart::Now), level)
            };
            levels.iter().map(answer).collect()
        };
        if !conflicts.is_empty() {
            return shown(as_answers(&levels), conflicts, Some(changed()));
        }
        let new = leader::with_levels(&text, &levels, data);
        let Ok(new) = new else { return Err(EarlyResponse::Failed("edit-view-unusable")) };
        if new == text {
            return Ok(self.unchanged(FormStep::Assessment));
        }
        let written = match &disk {
            Some(disk) => disk.write(&new, self.editing),
            None => {
                let folder = path.parent().map_or(Ok(()), std::fs::create_dir_all);
                // The last write is no longer the one to undo.
                self.editing.set_undo(None);
                folder.and_then(|()| storage::create(&path, new.as_bytes())).map(|()| true)
            }
        };
        match written {
            Ok(true) => Ok(self.written(posted, &new, FormStep::Assessment, Vec::new())),
            Ok(false) => shown(as_answers(&levels), BTreeMap::new(), Some(changed())),
            Err(error) => Err(EarlyResponse::not_written(&error)),
        }
    }

    /// The page that notes signatures, with what has changed since earlier ones.
    pub(super) fn signatures_page(&self, text: &str, extras: Extras) -> Result<Response, EarlyResponse> {
        let words = self.words();
        let Ok(profile) = self.profile_text(text) else { return Ok(self.message("edit-not-readable")) };
        let Some(person) = profile.profile() else { return Ok(self.message("edit-not-readable")) };
        if person.agreed.is_none() || !person.is_filled_in() {
            let link = Some((self.address(FormStep::Talk), words.say(FormStep::Talk.title())));
            let notices = vec![Notice { link, ..Notice::of("warning", "edit-not-agreed", words) }];
            let form = self.form_state(text, notices, false)?;
            return Ok(self.page(&FormPage::new(FormStep::Signatures, &self.chosen, Vec::new(), form)));
        }
        let agreement = Agreement::of(person, self.chosen.data);
        let status = SignatureStatus::of(&agreement, self.record().as_ref());
        let mut notices = extras.notices;
        let lines = code_text::signatures(&status, words.0);
        let changes: Vec<String> =
            status.changes.iter().map(|change| change.message.in_language(words.0)).collect();
        let code = words.named("edit-code-is", &agreement.fingerprint().code().to_string());
        notices.push(Notice { class: "note", message: code, hint: lines.join("\n"), link: None });
        if !changes.is_empty() {
            let changed = Notice::of("warning", "edit-changed-since", words);
            let hint = format!("{}\n{}", changes.join("\n"), changed.hint);
            notices.push(Notice { hint, ..changed });
        }
        let today = words.typed_date(&self.chosen.site.today().to_string());
        let shown = extras
            .refused_signature
            .unwrap_or_else(|| RefusedSignature { date: today, ..RefusedSignature::default() });
        let errors = |field: &str| {
            let is_wrong = shown.wrong == field;
            is_wrong.then(|| FieldError::new(shown.key, words)).into_iter().collect::<Vec<_>>()
        };
        let signers = Signer::VARIANTS.iter().map(|signer| {
            let label = match signer {
                Signer::Employee => "label-employee",
                Signer::Leader => "label-leader",
            };
            choice(<&str>::from(*signer), words.say(label), &shown.signer)
        });
        let fields = vec![
            FieldView::radios("underskriver", words.say("edit-signer"), signers.collect())
                .with_errors(errors("underskriver")),
            FieldView::date("dato", words.say("edit-signed-on"), &shown.date)
                .hint(words.say("edit-date-hint"))
                .with_errors(errors("dato")),
            FieldView::text("kode", words.say("serve-code-field"), &shown.code)
                .hint(words.say("edit-code-hint"))
                .with_errors(errors("kode")),
        ];
        let mut form = self.form_state(text, notices, false)?;
        form.is_unsaved = !shown.key.is_empty();
        form.hidden.push(("aftryk".to_owned(), agreement.fingerprint().hex()));
        let section = SectionView::plain("note", String::new(), fields);
        Ok(self.page(&FormPage::new(FormStep::Signatures, &self.chosen, vec![section], form)))
    }

    pub(super) fn note_signature(&self, posted: &Posted) -> Result<Response, EarlyResponse> {
        if !self.chosen.is_leader {
            return Err(missing(self.state).into());
        }
        self.check_token(posted, FormStep::Signatures)?;
        let words = self.words();
        // Shows the answers again, with the error at the field `wrong`, or above all fields.
        let refuse = |wrong: &'static str, key: &'static str| {
            let refused_signature = Some(RefusedSignature::of(posted, wrong, key));
            let notice = wrong.is_empty().then(|| Notice::of("error", key, words));
            let notices = notice.into_iter().collect();
            Ok(self.show(FormStep::Signatures, Extras { notices, refused_signature, ..Extras::default() }))
        };
        let Some(signer) = posted.get("underskriver").and_then(Signer::from_canonical) else {
            return refuse("underskriver", "edit-choose-signer");
        };
        let Ok(Day(date)) = posted.get("dato").unwrap_or_default().parse::<Day>() else {
            return refuse("dato", "edit-bad-date");
        };
        if date > self.chosen.site.today() {
            return refuse("dato", "edit-future-date");
        }
        let folder = &self.chosen.department.folder;
        let lock = self.lock()?;
        let reading = department::read(folder, None, &mut Problems::default());
        let Some(now) = reading.ok().and_then(|reading| reading.department) else {
            return Err(self.message("serve-unusable").into());
        };
        let Some(person) = now.people.iter().find(|person| person.file.name == self.profile.file) else {
            return Err(self.message("edit-not-readable").into());
        };
        let agreement = Agreement::of(person, &now);
        let is_shown = posted.get("aftryk") == Some(agreement.fingerprint().hex().as_str());
        if person.agreed.is_none() || !is_shown {
            return refuse("", "edit-agreement-changed");
        }
        let code = posted.get("kode").map(str::trim).filter(|code| !code.is_empty());
        let compared = match code.map(CodeQuery::from_typed) {
            None => false,
            Some(Ok(sought)) if sought.is_of(&agreement) => true,
            Some(_) => return refuse("kode", "edit-other-code"),
        };
        let on_paper = PaperSignature { signer, date, compared };
        let remark = words.0.say("record-remark", &[]);
        let noted = note(person, on_paper, agreement.clone(), &remark, &lock);
        if noted.is_err() {
            return refuse("", "edit-record-unusable");
        }
        Ok(self.written(posted, "", FormStep::Signatures, Vec::new()))
    }
}
