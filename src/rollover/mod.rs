//! The turn of the year: everything to the archive first, then one profile after
//! the other, the new period last.
//!
//! Each step is known by what it leaves: the archive has its name when it is
//! complete, a profile is rolled when its bytes are what its archived copy becomes,
//! and the year is closed when the settings say the new period. So a run that was
//! stopped anywhere is completed by the next one. Meanwhile a note in the folder
//! ([`YearEnd`]) tells where the archive is, so that no other one is taken for it.

pub mod archive;
mod period;
mod profile;

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use archive::{ArchiveError, Unfinished};
use period::with_period;
use profile::roll;

use crate::department::profile::{Profile, Teaches};
use crate::department::year_end::{self, YearEnd};
use crate::department::{self, Department, Reading, key};
use crate::problem::Problems;
use crate::run::{Checked, is_inside};
use crate::scaffold::write_key;
use crate::source::decode::{DecodedAs, decode, encode_like};
use crate::source::{FileKind, SourceFile, file_names, walk};
use crate::storage;
use crate::storage::in_use;
use crate::storage::lock::{self, LockGuard};
pub use profile::Moved;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RolloverRequest<'a> {
    /// The department's folder.
    pub folder: &'a Path,
    /// A folder of the leader's own with her views of the profiles.
    pub leader: Option<&'a Path>,
    /// The new period.
    pub to: &'a str,
    /// Where the old year goes, in a folder of its own.
    pub archive: &'a Path,
    /// Whether a stopped run is completed with this archive although it had another one.
    pub other_archive: bool,
}

/// A turn of the year that is ready to be made.
#[derive(Debug, PartialEq, Eq)]
pub struct Rollover<'a> {
    request: RolloverRequest<'a>,
    /// What an earlier run that was stopped has noted.
    half_closed: Option<YearEnd>,
    /// Whether the new period has begun, so that only the end of the work is missing.
    begun: bool,
    /// Whether the archive was made when some profiles were in the new year already.
    mixed: bool,
    /// The old period.
    pub period: Option<String>,
    /// The old year's folder in the archive.
    pub target: PathBuf,
    /// The archive of the run that was stopped, where another one is used although it is there.
    pub first_archive: Option<PathBuf>,
    /// Whether an earlier run has made the archive and was stopped.
    pub resumed: bool,
    /// Everybody, in the order of the files' paths.
    pub turns: Vec<ProfileRollover>,
    /// The leaders' views and records that go, relative to the folder.
    pub going: Vec<PathBuf>,
    /// The leader's own views that go, relative to her folder.
    pub leader_going: Vec<PathBuf>,
    /// Whether the settings name deadlines, which are the old year's.
    pub deadlines: bool,
}

/// What becomes of one profile.
#[derive(Debug, PartialEq, Eq)]
pub struct ProfileRollover {
    /// The file, relative to the folder, with `/`.
    pub file: String,
    /// Whose it is.
    pub name: String,
    /// What moves.
    pub moved: Moved,
    /// Whether the file was in an old encoding, and becomes UTF-8.
    pub converted: bool,
    /// How far it is.
    pub state: ProfileState,
    relative: PathBuf,
    before: Vec<u8>,
    after: Vec<u8>,
}

/// How far a profile is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProfileState {
    /// As it was archived.
    Waiting,
    /// As it is in the new year.
    Rolled,
    /// The same, and the archive made now has it so, too: the old year's is in an earlier one.
    OnlyRolled,
    /// Somebody has changed it since it was archived.
    Edited,
    /// Somebody has taken it away since it was archived.
    Gone,
    /// Somebody has added it since the archive was made.
    Added,
}

/// Why nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum RolloverError {
    /// Some files have errors or can't be read; they are among the problems.
    #[error("the folder has errors")]
    Problems(Problems),
    /// The period is the new one already.
    #[error("closed already")]
    Closed,
    /// A run that was stopped has to be completed first, with its own archive.
    #[error("half closed")]
    HalfClosed(YearEnd),
    /// The archive would lie in the shared folder or in the leader's, or hold it.
    #[error("{} and the folder are in each other", .0.display())]
    Inside(PathBuf),
    /// Something else is where the archive would be.
    #[error("{} is in the way", .0.display())]
    InTheWay(PathBuf),
    /// Files that are written in a way that is not foreseen.
    #[error("{} files are written in an unusual way", .0.len())]
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
        /// Which.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
}

/// What a turn of the year did.
#[derive(Debug, Default)]
pub struct RolloverOutcome {
    /// The profiles that were rolled now, relative to the folder.
    pub rolled: Vec<String>,
    /// The profiles that the archive has only as they are in the new year.
    pub only_rolled: Vec<String>,
    /// What was left alone because somebody changed it meanwhile.
    pub left: Vec<PathBuf>,
    /// What the system refused to write or remove.
    pub failures: Vec<(PathBuf, io::Error)>,
    /// Links and the like that were not copied to the archive.
    pub not_copied: Vec<PathBuf>,
    /// Whether all is done and the new period has begun.
    pub closed: bool,
}

/// Looks at what `request` would do. Nothing is changed.
///
/// # Errors
/// If the year can't be closed, for one of the reasons of [`RolloverError`].
pub fn prepare<'a>(checked: &Checked, request: RolloverRequest<'a>) -> Result<Rollover<'a>, RolloverError> {
    let department = sound(&checked.reading, &checked.problems)?;
    let half_closed = YearEnd::read(request.folder);
    let begun = department.settings.period.as_deref() == Some(request.to);
    let period = match &half_closed {
        None if begun => return Err(RolloverError::Closed),
        Some(half_closed) if begun => half_closed.from.clone(),
        _ => department.settings.period.clone(),
    };
    let target = request.archive.join(archive_name(period.as_deref(), request.folder));
    let into_each_other = |folder: &Path| is_inside(&target, folder) || is_inside(folder, &target);
    if into_each_other(request.folder) || request.leader.is_some_and(into_each_other) {
        return Err(RolloverError::Inside(target));
    }
    let resumed = fs::symlink_metadata(&target).is_ok();
    if let Some(half_closed) = &half_closed {
        // With another archive, those who are in the new year would be taken for the old one's.
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
        turns(&target, sound(&archived, &problems)?, &checked.reading, request.folder, mixed)?
    } else {
        turns(request.folder, department, &checked.reading, request.folder, mixed)?
    };
    if begun {
        // Whoever edits or adds a file by now does so in the new year.
        turns.retain(|turn| resumed && !matches!(turn.state, ProfileState::Edited | ProfileState::Added));
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
    Ok(Rollover {
        going: if begun && !resumed { Vec::new() } else { beside_profiles(request.folder, |_| true) },
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
        target,
        resumed,
        turns,
    })
}

impl Rollover<'_> {
    /// Closes the year. It must have been prepared while the locks of [`lock_folders`] were
    /// held.
    ///
    /// # Errors
    /// If the old year could not be archived; nothing is changed then. What
    /// happens after that is told in [`RolloverOutcome`].
    pub fn run(mut self, _: &LockGuard) -> Result<RolloverOutcome, RolloverError> {
        let mut done = RolloverOutcome::default();
        if !self.resumed && !self.begun {
            done.not_copied = self.archive()?;
        }
        let only_rolled = self.turns.iter().filter(|turn| turn.state == ProfileState::OnlyRolled);
        done.only_rolled = only_rolled.map(|turn| turn.file.clone()).collect();
        self.note()?;
        self.archive_leader_views(&mut done);
        let unfinished: BTreeSet<String> = self
            .turns
            .iter()
            .filter(|turn| !turn.make(self.request.folder, &mut done))
            .map(|turn| file_names::stem(&turn.file).to_owned())
            .collect();
        let stays = |relative: &Path| {
            let name = walk::relative_name(Path::new(""), relative);
            file_names::beside(&name).is_some_and(|person| unfinished.contains(person))
        };
        let of_leader =
            self.leader_going.iter().map(|view| (self.request.leader, view, leader_target(&self.target)));
        let in_folder = self.going.iter().map(|file| (Some(self.request.folder), file, self.target.clone()));
        for (folder, relative, archived) in in_folder.chain(of_leader) {
            let Some(folder) = folder.filter(|_| !stays(relative)) else { continue };
            remove_archived(&folder.join(relative), &archived.join(relative), &mut done);
        }
        if done.left.is_empty() && done.failures.is_empty() {
            self.begin_period(&mut done);
        }
        if done.closed
            && let Err(error) = year_end::remove(self.request.folder)
        {
            done.closed = false;
            done.failures.push((self.request.folder.to_owned(), error));
        }
        Ok(done)
    }

    /// Notes in the folder that its year is about to be half closed.
    fn note(&self) -> Result<(), RolloverError> {
        let RolloverRequest { folder, to, .. } = self.request;
        let io = |error| ArchiveError::Io { path: folder.to_owned(), error };
        let archive = std::path::absolute(&self.target).map_err(io)?;
        let now = YearEnd {
            from: self.period.clone(),
            to: to.to_owned(),
            archive: archive.display().to_string(),
            mixed: self.mixed,
        };
        if self.half_closed.as_ref() != Some(&now) {
            now.write(folder).map_err(io)?;
        }
        Ok(())
    }

    /// Makes the archive, complete or not at all; what was not copied.
    fn archive(&mut self) -> Result<Vec<PathBuf>, RolloverError> {
        let mut copy = archive::copy(self.request.folder, &self.target)?;
        // The archived files are what is rolled, so that the next run can tell.
        match archived_turns(&copy, self.request.folder, self.mixed) {
            Ok(turns) => self.turns = turns,
            Err(refused) => {
                copy.discard();
                return Err(refused);
            }
        }
        let left_out = std::mem::take(&mut copy.left_out);
        copy.finish()?;
        Ok(left_out)
    }

    /// Copies the leader's own views beside the archive.
    fn archive_leader_views(&self, done: &mut RolloverOutcome) {
        let Some(leader) = self.request.leader else { return };
        for view in &self.leader_going {
            let to = leader_target(&self.target);
            if fs::symlink_metadata(to.join(view)).is_ok() {
                continue;
            }
            match archive::copy_file(leader, &to, view) {
                Ok(()) => {}
                Err(ArchiveError::Changed(path)) => done.left.push(path),
                Err(ArchiveError::Io { path, error }) => done.failures.push((path, error)),
            }
        }
    }

    /// Writes the new period, and a key for a department from before there were any: the old year's
    /// agreements are in the archive, with the key that they were made with or none. What the
    /// settings say by now beside the period stays.
    fn begin_period(&self, done: &mut RolloverOutcome) {
        if self.begun {
            done.closed = true;
            return;
        }
        let folder = self.request.folder;
        if let Err(error) = write_key(folder) {
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
    /// Writes the profile as it is in the new year, if it still is what was
    /// archived; whether it is in the new year now.
    fn make(&self, folder: &Path, done: &mut RolloverOutcome) -> bool {
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

/// The department, if nothing in it is wrong or unread.
fn sound<'a>(reading: &'a Reading, problems: &Problems) -> Result<&'a Department, RolloverError> {
    let department = reading.department.as_ref();
    let sound = |department: &&Department| department.broken.is_empty() && department.complete;
    department
        .filter(sound)
        .filter(|_| !problems.any_error())
        .ok_or_else(|| RolloverError::Problems(problems.clone()))
}

/// Whether an archive of `archived` is one of this department's year `period`.
fn is_same(archived: &department::settings::Settings, department: &Department, period: Option<&str>) -> bool {
    let now = &department.settings;
    (&archived.name, &archived.municipality, archived.period.as_deref())
        == (&now.name, &now.municipality, period)
}

/// Locks what the turn of the year that is asked for changes. The archive must be there.
///
/// # Errors
/// If it can't be locked.
pub fn lock_folders(request: &RolloverRequest<'_>) -> io::Result<LockGuard> {
    lock::whole(request.folder, &[request.archive.to_owned()], 1)
}

/// Whether a profile is as the turn of the year leaves one, so that another turn would only
/// take away last year's plan.
fn looks_rolled(person: &Profile) -> bool {
    let levels = person.levels.iter().map(|level| level.as_ref().map(|level| level.current));
    [person.talk, person.agreed, person.follow_up].iter().all(Option::is_none)
        && person.plan.is_empty()
        && !person.consent.booklet
        && person.consent.teaches == Teaches::Nothing
        && levels.eq(person.last_year.iter().copied())
}

/// What each of the people in `source` becomes, and how far the file in `folder` is. In a
/// `mixed` source, some are in the new year already.
fn turns(
    source: &Path,
    department: &Department,
    now: &Reading,
    folder: &Path,
    mixed: bool,
) -> Result<Vec<ProfileRollover>, RolloverError> {
    let mut turns = Vec::new();
    let mut unusual = Vec::new();
    for person in &department.people {
        let file = &person.file;
        let before = storage::read_file(&file.path)
            .map_err(|error| RolloverError::Read { path: file.path.clone(), error })?;
        let (text, decoded) = decode(&before);
        if text != file.text {
            return Err(RolloverError::Changing(file.name.clone()));
        }
        // A character that was lost in reading would be lost in writing, too.
        let readable = !text.contains(char::REPLACEMENT_CHARACTER);
        let Some(rolled) = roll(person, department).ok().filter(|_| readable) else {
            unusual.push(file.name.clone());
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
            converted: decoded != DecodedAs::Utf8,
            state,
            relative,
            before,
            after,
        });
    }
    if !unusual.is_empty() {
        return Err(RolloverError::UnsupportedLayout(unusual));
    }
    let known: BTreeSet<String> = turns.iter().map(|turn| turn.file.clone()).collect();
    for person in now.department.iter().flat_map(|department| &department.people) {
        if !known.contains(&person.file.name) {
            turns.push(ProfileRollover {
                file: person.file.name.clone(),
                name: person.name.value.clone(),
                moved: Moved::default(),
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

/// What becomes of everybody in a copy that is complete but has no name yet.
fn archived_turns(
    copy: &Unfinished,
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
    turns(copy.folder(), sound(&archived, &problems)?, &now, folder, mixed)
}

fn settings_file(reading: &Reading) -> Option<&Arc<SourceFile>> {
    reading.parsed.iter().map(|parsed| &parsed.file).find(|file| file.kind == FileKind::Settings)
}

/// The old year's name in the archive: its period, else the folder's own.
fn archive_name(period: Option<&str>, folder: &Path) -> String {
    let whole = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    let own = whole.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let impossible = |c: char| c.is_control() || "/\\<>:\"|?*".contains(c);
    let name = period.unwrap_or(&own).replace(impossible, "-");
    let name = name.trim_matches(['.', ' ']);
    if name.is_empty() || file_names::impossible_on_windows(name).is_some() {
        return format!("{name}-");
    }
    name.to_owned()
}

/// The folder in which the leader's own views of the year go, beside the archive.
fn leader_target(target: &Path) -> PathBuf {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    target.with_file_name(format!("{name}-leder"))
}

/// The leaders' views and records in `folder` that `wanted` wants, relative to it.
fn beside_profiles(folder: &Path, wanted: impl Fn(&str) -> bool) -> Vec<PathBuf> {
    walk::entries(folder)
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file())
        .filter_map(|entry| Some(entry.path().strip_prefix(folder).ok()?.to_owned()))
        .filter(|relative| {
            let name = walk::relative_name(Path::new(""), relative);
            file_names::beside(&name).is_some() && wanted(&name)
        })
        .collect()
}

fn leader_views(folder: &Path) -> Vec<PathBuf> {
    beside_profiles(folder, |name| !name.to_lowercase().ends_with(file_names::RECORD_ENDING))
}

/// Removes `path` if the archive holds the same.
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
