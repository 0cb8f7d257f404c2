//! Rollover to a new year: archives the shared folder, then rolls over each profile, and finally
//! sets the new period.
//!
//! The operation is idempotent. Each step is recognized by its result: a complete archive has its
//! final name, a rolled profile has the bytes that its archived copy rolls over to, and the year is
//! closed when the settings have the new period. So a run that was interrupted anywhere is
//! completed by the next one. Meanwhile a state file in the folder ([`YearEnd`]) names the archive,
//! so that no other one is taken for it.

pub(crate) mod archive;
mod period;
mod profile;

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use archive::{ArchiveError, UnfinishedCopy};
use period::with_period;
use profile::roll;

use jiff::civil::Date;

use crate::department::profile::{Profile, Teaches};
use crate::department::year_end::{self, YearEnd};
use crate::department::{self, Department, Reading, key};
use crate::language::Tag;
use crate::problem::Problems;
use crate::programme::Programmes;
use crate::run::{Checked, is_inside};
use crate::source::decode::{decode, encode_like};
use crate::source::{FileKind, SourceFile, file_names, walk};
use crate::storage;
use crate::storage::in_use;
use crate::storage::lock::{self, LockGuard};
pub(crate) use profile::RolloverSummary;

/// Parameters of a rollover.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RolloverRequest<'a> {
    /// Folder of the department.
    pub folder: &'a Path,
    /// Private folder with the leader's views of the profiles.
    pub leader: Option<&'a Path>,
    /// The new period.
    pub to: &'a str,
    /// Folder that receives the old year as a subfolder.
    pub archive: &'a Path,
    /// Whether an interrupted run may be completed with another archive than its own.
    pub other_archive: bool,
    /// The reference day: a cohort that closes later goes on.
    pub today: Date,
}

/// A rollover that is ready to run.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Rollover<'a> {
    request: RolloverRequest<'a>,
    /// State of an interrupted run.
    half_closed: Option<YearEnd>,
    /// Whether the new period is set, so that only the cleanup is missing.
    begun: bool,
    /// Whether the archive was made when some profiles were rolled already.
    mixed: bool,
    /// The old period.
    pub period: Option<String>,
    /// Folder of the old year in the archive.
    pub target: PathBuf,
    /// The interrupted run's archive, if it exists and another one is used.
    pub first_archive: Option<PathBuf>,
    /// Folder for the leader's private views, next to the archive.
    leader_target: PathBuf,
    /// Whether an interrupted run has already made the archive.
    pub resumed: bool,
    /// The profiles in the order of their paths.
    pub turns: Vec<ProfileRollover>,
    /// Leaders' views, records and closed cohorts to remove, relative to the folder.
    pub going: Vec<PathBuf>,
    /// Closed cohorts that stay, with the participants who need them.
    pub staying: Vec<(String, Vec<String>)>,
    /// The leader's private views to remove, relative to their folder.
    pub leader_going: Vec<PathBuf>,
    /// Whether the settings contain deadlines, which are the old year's.
    pub deadlines: bool,
}

/// The rollover of one profile.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct ProfileRollover {
    /// Path relative to the folder, with `/`.
    pub file: String,
    /// Name of the person.
    pub name: String,
    /// Summary of the changes.
    pub moved: RolloverSummary,
    /// Whether the file is converted to UTF-8.
    pub converted: bool,
    /// Progress of the rollover.
    pub state: ProfileState,
    relative: PathBuf,
    before: Vec<u8>,
    after: Vec<u8>,
}

/// Progress of a profile's rollover, by comparison with the archive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ProfileState {
    /// Same as in the archive.
    Waiting,
    /// Already rolled.
    Rolled,
    /// Already rolled, also in the archive; an earlier archive has the old year's.
    OnlyRolled,
    /// Edited since it was archived.
    Edited,
    /// Removed since it was archived.
    Gone,
    /// Added since the archive was made.
    Added,
}

/// The reason why a rollover was refused.
#[derive(Debug, thiserror::Error)]
pub(crate) enum RolloverError {
    /// Some files have errors or can't be read.
    #[error("the folder has errors")]
    Problems(Problems),
    /// The new period is already set.
    #[error("closed already")]
    Closed,
    /// An interrupted run must be completed first, with its own archive.
    #[error("half closed")]
    HalfClosed(YearEnd),
    /// The archive and the shared or leader's folder are nested.
    #[error("{} and the folder are in each other", .0.display())]
    Inside(PathBuf),
    /// The path of the archive is taken by something else.
    #[error("{} is in the way", .0.display())]
    InTheWay(PathBuf),
    /// Files with an unsupported layout.
    #[error("{} files are written in an unsupported way", .0.len())]
    UnsupportedLayout(Vec<String>),
    /// A file changed while it was read.
    #[error("{0} changed")]
    Changing(String),
    /// The old year could not be archived.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
    /// A file could not be read.
    #[error("{}: {error}", path.display())]
    Read {
        /// Path of the file.
        path: PathBuf,
        /// Error of the system.
        error: io::Error,
    },
}

/// The result of a rollover.
#[derive(Debug, Default)]
pub(crate) struct RolloverOutcome {
    /// Profiles that this run rolled, relative to the folder.
    pub rolled: Vec<String>,
    /// Profiles that the archive has only in rolled form.
    pub only_rolled: Vec<String>,
    /// Files that were skipped because they changed meanwhile.
    pub left: Vec<PathBuf>,
    /// Files that could not be written or removed.
    pub failures: Vec<(PathBuf, io::Error)>,
    /// Links and special files that were not archived.
    pub not_copied: Vec<PathBuf>,
    /// Whether everything succeeded and the new period is set.
    pub closed: bool,
}

/// Plans a rollover without changing anything.
///
/// # Errors
/// If the rollover is impossible; see [`RolloverError`].
pub(crate) fn prepare<'a>(
    checked: &Checked,
    request: RolloverRequest<'a>,
) -> Result<Rollover<'a>, RolloverError> {
    let department = readable_department(&checked.reading, &checked.problems)?;
    let half_closed = YearEnd::read(request.folder);
    let begun = department.settings.period.as_deref() == Some(request.to);
    let period = match &half_closed {
        None if begun => return Err(RolloverError::Closed),
        Some(half_closed) if begun => half_closed.from.clone(),
        _ => department.settings.period.clone(),
    };
    let target = request.archive.join(archive_name(period.as_deref(), request.folder));
    let are_nested = |folder: &Path| is_inside(&target, folder) || is_inside(folder, &target);
    if are_nested(request.folder) || request.leader.is_some_and(are_nested) {
        return Err(RolloverError::Inside(target));
    }
    let resumed = fs::symlink_metadata(&target).is_ok();
    if let Some(half_closed) = &half_closed {
        // Compared with another archive, rolled profiles would be taken for last year's.
        let same_archive = half_closed.is_archived_at(&target) || request.other_archive;
        let same_period = half_closed.to == request.to || half_closed.to.is_empty();
        if !same_archive || !same_period {
            return Err(RolloverError::HalfClosed(half_closed.clone()));
        }
    }
    let mixed = half_closed
        .as_ref()
        .is_some_and(|half_closed| half_closed.mixed || !half_closed.is_archived_at(&target));
    let mut turns = if resumed {
        let mut problems = Problems::default();
        let archived = department::read(&target, None, &mut problems)
            .map_err(|_| RolloverError::InTheWay(target.clone()))?;
        let same = archived
            .department
            .as_ref()
            .is_some_and(|archived| is_same(&archived.settings, department, period.as_deref()));
        if !same {
            return Err(RolloverError::InTheWay(target));
        }
        profile_rollovers(
            &target,
            readable_department(&archived, &problems)?,
            &checked.reading,
            request.folder,
            mixed,
        )?
    } else {
        profile_rollovers(request.folder, department, &checked.reading, request.folder, mixed)?
    };
    if begun {
        // Later edits and additions belong to the new year.
        turns.retain(|rollover| {
            resumed && !matches!(rollover.state, ProfileState::Edited | ProfileState::Added)
        });
    }
    let settings = settings_file(&checked.reading);
    if settings.is_none_or(|file| with_period(file, request.to).is_err()) {
        return Err(RolloverError::UnsupportedLayout(vec![walk::relative_name(
            request.folder,
            &walk::shared_file(request.folder, FileKind::Settings),
        )]));
    }
    let deadlines = &department.settings.deadlines;
    let deadlines = [deadlines.profile, deadlines.strategic_plan, deadlines.plan, deadlines.evaluation];
    let finished = finished_cohorts(department, request.today);
    Ok(Rollover {
        going: if begun && !resumed {
            Vec::new()
        } else {
            beside_profiles(request.folder, |_| true).into_iter().chain(finished).collect()
        },
        staying: cohorts_that_stay(department, request.today),
        leader_going: request.leader.map(leader_views).unwrap_or_default(),
        first_archive: half_closed
            .as_ref()
            .filter(|half_closed| !half_closed.is_archived_at(&target))
            .map(|half_closed| PathBuf::from(&half_closed.archive))
            .filter(|archive| walk::is_department(archive)),
        half_closed,
        begun,
        mixed,
        deadlines: deadlines.iter().any(Option::is_some),
        request,
        period,
        leader_target: leader_target(&target, department.settings.own_language()),
        target,
        resumed,
        turns,
    })
}

impl Rollover<'_> {
    /// Runs the rollover. It must have been prepared under the locks of [`lock_folders`].
    ///
    /// # Errors
    /// If the old year could not be archived; nothing is changed then. Later failures are part of
    /// [`RolloverOutcome`].
    pub(crate) fn run(mut self, _: &LockGuard) -> Result<RolloverOutcome, RolloverError> {
        let mut done = RolloverOutcome::default();
        if !self.resumed && !self.begun {
            done.not_copied = self.archive()?;
        }
        let only_rolled = self.turns.iter().filter(|rollover| rollover.state == ProfileState::OnlyRolled);
        done.only_rolled = only_rolled.map(|rollover| rollover.file.clone()).collect();
        self.write_state()?;
        self.archive_leader_views(&mut done);
        let unfinished: BTreeSet<String> = self
            .turns
            .iter()
            .filter(|rollover| !rollover.write(self.request.folder, &mut done))
            .map(|rollover| file_names::stem(&rollover.file).to_owned())
            .collect();
        let stays = |relative: &Path| {
            let name = walk::relative_name(Path::new(""), relative);
            file_names::profile_of(&name).is_some_and(|person| unfinished.contains(person))
        };
        let of_leader =
            self.leader_going.iter().map(|view| (self.request.leader, view, self.leader_target.clone()));
        let in_folder = self.going.iter().map(|file| (Some(self.request.folder), file, self.target.clone()));
        for (folder, relative, archived) in in_folder.chain(of_leader) {
            let Some(folder) = folder.filter(|_| !stays(relative)) else { continue };
            remove_archived(&folder.join(relative), &archived.join(relative), &mut done);
        }
        if done.left.is_empty() && done.failures.is_empty() {
            self.set_period(&mut done);
        }
        if done.closed
            && let Err(error) = year_end::remove(self.request.folder)
        {
            done.closed = false;
            done.failures.push((self.request.folder.to_owned(), error));
        }
        Ok(done)
    }

    /// Writes the state file that marks the rollover as begun.
    fn write_state(&self) -> Result<(), RolloverError> {
        let RolloverRequest { folder, to, .. } = self.request;
        let io = |error| ArchiveError::Io { path: folder.to_owned(), error };
        let archive = std::path::absolute(&self.target).map_err(io)?;
        let state = YearEnd {
            from: self.period.clone(),
            to: to.to_owned(),
            archive: archive.display().to_string(),
            mixed: self.mixed,
        };
        if self.half_closed.as_ref() != Some(&state) {
            state.write(folder).map_err(io)?;
        }
        Ok(())
    }

    /// Creates the archive atomically; returns what was not copied.
    fn archive(&mut self) -> Result<Vec<PathBuf>, RolloverError> {
        let mut copy = archive::copy(self.request.folder, &self.target)?;
        // Rolls the archived bytes, so that a later run can recognize rolled profiles.
        match archived_rollovers(&copy, self.request.folder, self.mixed) {
            Ok(turns) => self.turns = turns,
            Err(refused) => {
                copy.discard();
                return Err(refused);
            }
        }
        let not_copied = std::mem::take(&mut copy.not_copied);
        copy.finish()?;
        Ok(not_copied)
    }

    /// Copies the leader's private views to a folder next to the archive.
    fn archive_leader_views(&self, done: &mut RolloverOutcome) {
        let Some(leader) = self.request.leader else { return };
        for view in &self.leader_going {
            let to = &self.leader_target;
            if fs::symlink_metadata(to.join(view)).is_ok() {
                continue;
            }
            match archive::copy_file(leader, to, view) {
                Ok(()) => {}
                Err(ArchiveError::Changed(path)) => done.left.push(path),
                Err(ArchiveError::Io { path, error }) => done.failures.push((path, error)),
            }
        }
    }

    /// Sets the new period, and creates a key if the department has none. All agreements of the old
    /// year are in the archive, so the key can't invalidate any. Other edits of the settings are
    /// kept.
    fn set_period(&self, done: &mut RolloverOutcome) {
        if self.begun {
            done.closed = true;
            return;
        }
        let folder = self.request.folder;
        if let Err(error) = key::create(folder) {
            done.failures.push((key::path(folder), error));
            return;
        }
        let read = walk::read(folder, &mut Problems::default());
        let written = read.and_then(|read| {
            let file = read.settings.ok_or(io::ErrorKind::NotFound)?;
            let before = storage::read_file(&file.path)?;
            let changed = decode(&before).0 != file.text;
            let text = with_period(&file, self.request.to);
            match text.ok().filter(|_| !changed) {
                Some(text) => storage::exchange(&file.path, &before, &encode_like(&before, &text)),
                None => Ok(false),
            }
        });
        match written {
            Ok(true) => done.closed = true,
            Ok(false) => done.left.push(walk::shared_file(folder, FileKind::Settings)),
            Err(error) => done.failures.push((walk::shared_file(folder, FileKind::Settings), error)),
        }
    }
}

impl ProfileRollover {
    /// Writes the rolled profile if the file is still as archived; returns whether it is rolled
    /// now.
    fn write(&self, folder: &Path, done: &mut RolloverOutcome) -> bool {
        let path = folder.join(&self.relative);
        match self.state {
            ProfileState::Rolled | ProfileState::OnlyRolled | ProfileState::Gone => return true,
            ProfileState::Edited | ProfileState::Added => {
                done.left.push(path);
                return false;
            }
            ProfileState::Waiting => {}
        }
        match storage::exchange(&path, &self.before, &self.after) {
            Ok(true) => done.rolled.push(self.file.clone()),
            Ok(false) => done.left.push(path),
            Err(error) => done.failures.push((path, error)),
        }
        done.rolled.last() == Some(&self.file)
    }
}

/// The department, if all of it was read without errors.
fn readable_department<'a>(
    reading: &'a Reading,
    problems: &Problems,
) -> Result<&'a Department, RolloverError> {
    let department = reading.department.as_ref();
    department
        .filter(|department| department.broken.is_empty() && department.complete)
        .filter(|_| !problems.any_error())
        .ok_or_else(|| RolloverError::Problems(problems.clone()))
}

/// Whether `archived` are the settings of this department in `period`.
fn is_same(archived: &department::settings::Settings, department: &Department, period: Option<&str>) -> bool {
    let now = &department.settings;
    (&archived.name, &archived.municipality, archived.period.as_deref())
        == (&now.name, &now.municipality, period)
}

/// Takes the locks for a rollover. The archive must exist.
///
/// # Errors
/// If it can't be locked.
pub(crate) fn lock_folders(request: &RolloverRequest<'_>) -> io::Result<LockGuard> {
    lock::whole(request.folder, &[request.archive.to_owned()], 1)
}

/// Whether a profile looks like the result of a rollover, so that another one would only remove
/// last year's plan.
fn looks_rolled(person: &Profile) -> bool {
    let levels = person.levels.iter().map(|level| level.as_ref().map(|level| level.current));
    [person.talk, person.agreed, person.follow_up].iter().all(Option::is_none)
        && person.plan.is_empty()
        && !person.consent.booklet
        && person.consent.teaches == Teaches::Nothing
        && levels.eq(person.last_year.iter().copied())
}

/// The rollover of each profile in `source`, and the progress of its file in `folder`. In a `mixed`
/// source, some profiles are rolled already.
fn profile_rollovers(
    source: &Path,
    department: &Department,
    now: &Reading,
    folder: &Path,
    mixed: bool,
) -> Result<Vec<ProfileRollover>, RolloverError> {
    let mut turns = Vec::new();
    let mut unsupported = Vec::new();
    for person in &department.people {
        let file = &person.file;
        let before = storage::read_file(&file.path)
            .map_err(|error| RolloverError::Read { path: file.path.clone(), error })?;
        let (text, decoded) = decode(&before);
        if text != file.text {
            return Err(RolloverError::Changing(file.name.clone()));
        }
        // An undecodable character would be lost in writing.
        let readable = !text.contains(char::REPLACEMENT_CHARACTER);
        let Some(rolled) = roll(person, department).ok().filter(|_| readable) else {
            unsupported.push(file.name.clone());
            continue;
        };
        let after = encode_like(&before, &rolled.text);
        let relative = file.path.strip_prefix(source).unwrap_or(&file.path).to_owned();
        let state = match storage::read_file(&folder.join(&relative)) {
            Ok(bytes) if bytes == after => ProfileState::Rolled,
            Ok(bytes) if bytes == before && mixed && looks_rolled(person) => ProfileState::OnlyRolled,
            Ok(bytes) if bytes == before => ProfileState::Waiting,
            Ok(_) => ProfileState::Edited,
            Err(error) if error.kind() == io::ErrorKind::NotFound => ProfileState::Gone,
            Err(error) => return Err(RolloverError::Read { path: folder.join(&relative), error }),
        };
        turns.push(ProfileRollover {
            file: file.name.clone(),
            name: person.name.value.clone(),
            moved: rolled.moved,
            converted: decode(&after).1 != decoded,
            state,
            relative,
            before,
            after,
        });
    }
    if !unsupported.is_empty() {
        return Err(RolloverError::UnsupportedLayout(unsupported));
    }
    let known: BTreeSet<String> = turns.iter().map(|rollover| rollover.file.clone()).collect();
    for person in now.department.iter().flat_map(|department| &department.people) {
        if !known.contains(&person.file.name) {
            turns.push(ProfileRollover {
                file: person.file.name.clone(),
                name: person.name.value.clone(),
                moved: RolloverSummary::default(),
                converted: false,
                state: ProfileState::Added,
                relative: person.file.path.strip_prefix(folder).unwrap_or(&person.file.path).to_owned(),
                before: Vec::new(),
                after: Vec::new(),
            });
        }
    }
    Ok(turns)
}

/// The rollover of each profile in a copy under its temporary name.
fn archived_rollovers(
    copy: &UnfinishedCopy,
    folder: &Path,
    mixed: bool,
) -> Result<Vec<ProfileRollover>, RolloverError> {
    let read = |root: &Path| {
        let mut problems = Problems::default();
        department::read(root, None, &mut problems)
            .map(|reading| (reading, problems))
            .map_err(|error| RolloverError::Read { path: root.to_owned(), error })
    };
    let (archived, problems) = read(copy.folder())?;
    let (now, _) = read(folder)?;
    profile_rollovers(copy.folder(), readable_department(&archived, &problems)?, &now, folder, mixed)
}

fn settings_file(reading: &Reading) -> Option<&Arc<SourceFile>> {
    reading.parsed.iter().map(|parsed| &parsed.file).find(|file| file.kind == FileKind::Settings)
}

/// Folder name of the old year in the archive: its period, or else the department's folder name.
fn archive_name(period: Option<&str>, folder: &Path) -> String {
    let whole = storage::canonical(folder).unwrap_or_else(|_| folder.to_owned());
    let own = whole.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let is_invalid = |c: char| c.is_control() || "/\\<>:\"|?*".contains(c);
    let name = period.unwrap_or(&own).replace(is_invalid, "-");
    let name = name.trim_matches(['.', ' ']);
    if name.is_empty() || file_names::invalid_on_windows(name).is_some() {
        return format!("{name}-");
    }
    name.to_owned()
}

/// Folder for the leader's private views, next to the archive: that of an interrupted run, or one
/// called in `language`.
fn leader_target(target: &Path, language: Tag) -> PathBuf {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let all = || file_names::leader_folders(&name, language).map(|name| target.with_file_name(name));
    all().find(|folder| folder.is_dir()).or_else(|| all().next()).unwrap_or_default()
}

/// Leaders' views and records in `folder` for which `filter` holds, relative to it.
fn beside_profiles(folder: &Path, filter: impl Fn(&str) -> bool) -> Vec<PathBuf> {
    walk::entries(folder)
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file())
        .filter_map(|entry| Some(entry.path().strip_prefix(folder).ok()?.to_owned()))
        .filter(|relative| {
            let name = walk::relative_name(Path::new(""), relative);
            file_names::profile_of(&name).is_some() && filter(&name)
        })
        .collect()
}

/// The files of cohorts that are closed on the day `today`, relative to the folder. The others go on in the
/// new year, also those whose close is set ahead, and so do programmes. A run that is resumed later finds the
/// same cohorts closed, and perhaps more, which the archive has too.
fn finished_cohorts(department: &Department, today: Date) -> Vec<PathBuf> {
    let finished = department.programmes.cohorts().filter(|(programme, cohort)| {
        cohort.is_closed(Some(today)) && Programmes::carried_on(programme, cohort, today).is_empty()
    });
    let files = finished.flat_map(|(_, cohort)| {
        let answers = cohort.answers.as_ref().map(|answers| &answers.file);
        std::iter::once(&cohort.file).chain(answers)
    });
    files.map(|file| PathBuf::from(&file.name)).collect()
}

/// The closed cohorts that stay, with those who go on in another cohort with what they did.
fn cohorts_that_stay(department: &Department, today: Date) -> Vec<(String, Vec<String>)> {
    let closed = department.programmes.cohorts().filter(|(_, cohort)| cohort.is_closed(Some(today)));
    let stays = closed.map(|(programme, cohort)| {
        let names = Programmes::carried_on(programme, cohort, today).into_iter().map(|own| own.name.clone());
        (cohort.file.name.clone(), names.collect::<Vec<_>>())
    });
    stays.filter(|(_, names)| !names.is_empty()).collect()
}

fn leader_views(folder: &Path) -> Vec<PathBuf> {
    beside_profiles(folder, |name| !name.to_lowercase().ends_with(file_names::RECORD_EXTENSION))
}

/// Removes `path` if the archived file has the same contents.
fn remove_archived(path: &Path, archived: &Path, done: &mut RolloverOutcome) {
    let removed = archive::same_bytes(path, archived).and_then(|same| match same {
        true => in_use::retry_while_in_use(|| fs::remove_file(path)).map(|()| true),
        false => Ok(false),
    });
    match removed {
        Ok(true) => {}
        Ok(false) => done.left.push(path.to_owned()),
        Err(error) if error.kind() == io::ErrorKind::NotFound && path.exists() => {
            done.left.push(path.to_owned());
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => done.failures.push((path.to_owned(), error)),
    }
}
