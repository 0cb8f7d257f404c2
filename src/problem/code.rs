//! The catalogue of problems: one variant each, with a stable name.

use strum::{IntoStaticStr, VariantArray};

/// Severity of a problem, the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Severity {
    /// Stops whatever depends on the value; in a profile, the person's documents.
    Error,
    /// Stops nothing but needs attention.
    Warning,
    /// For information.
    Note,
}

/// Kind of a problem.
///
/// Its name in words, JSON and `docs/` is the variant in kebab case, such as `unknown-area`, and
/// never changes once published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, VariantArray, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Code {
    // The folder and its files.
    /// The file or folder could not be opened or read.
    FileUnreadable,
    /// The file is larger than a profile can be.
    FileTooLarge,
    /// The folder holds more files than are visited.
    TooManyFiles,
    /// A symbolic link or junction.
    LinkRefused,
    /// A pipe or device where a file should be.
    NotAPlainFile,
    /// A department within this one, such as a copy of the whole folder; skipped.
    DepartmentInside,
    /// A second file of a kind of which a department or profile has only one.
    DuplicateFile,
    /// A name that is invalid on Windows.
    BadFileName,
    /// Two profiles whose documents would have the same name.
    SameOutput,
    /// Notepad's hidden `.txt` after `.yaml`; read anyway.
    NotepadEnding,
    /// A copy, such as `anne - Kopi.yaml` or a sync conflict; skipped.
    CopiedFile,
    /// A profile written in Word; skipped.
    WordDocument,
    /// A placeholder for a file in the cloud; skipped.
    CloudFile,
    /// The output is inside the shared folder.
    OutputInsideFolder,
    /// The file is not UTF-8 and was decoded from a legacy encoding.
    OldEncoding,
    /// The encoding of the file is ambiguous.
    UnclearEncoding,
    /// A document of another program, such as Word, that is named like a profile.
    NotAText,
    /// A profile without a file extension; read anyway.
    MissingEnding,
    /// A profile in the folder of another school than the one it names.
    FolderOfAnotherSchool,
    /// Further problems of a file were omitted.
    TooManyProblems,
    /// A required shared file is missing.
    FileMissing,
    /// The department has no course catalogue.
    CatalogueMissing,
    /// A profile whose plan would have the name of another document.
    NameTaken,
    /// A rollover was interrupted: some profiles are in the new year and some are not.
    YearHalfClosed,

    // Syntax.
    /// A syntax error that no heuristic explains.
    NotYaml,
    /// A tab where spaces must be.
    TabCharacter,
    /// No space after a colon.
    NoSpaceAfterColon,
    /// No colon after a key.
    MissingColon,
    /// The continuation of a text on its own line.
    LooseLine,
    /// A bullet, or a hyphen without a space, at the start of a list item.
    NotADash,
    /// A colon inside a text without quotation marks.
    ColonInText,
    /// A `#` inside a text without quotation marks, which cuts it off.
    HashInText,
    /// A comma inside braces, which ends the value.
    CommaInBraces,
    /// Curly quotation marks from Word.
    CurlyQuotes,
    /// A no-break space from Word where an ordinary one must be.
    NoBreakSpace,
    /// A quotation mark that is never closed.
    UnclosedQuote,
    /// Text after a closing quotation mark.
    TextAfterQuote,
    /// A bracket or brace that is never closed.
    UnclosedBracket,
    /// A line that is not aligned with its siblings.
    WrongIndentation,
    /// A section's heading that is commented out although its contents are not.
    HeadingSwitchedOff,
    /// An area with both a level after its colon and the long form below it.
    NumberAndLongForm,
    /// Two keys with their values on one line.
    TwoFieldsOnOneLine,
    /// Rows pasted from a spreadsheet.
    PastedCells,
    /// A value that starts with a character that is special in YAML.
    SpecialCharacter,
    /// A conflict marker of a version control system.
    MergeMarker,
    /// The file holds only whitespace and comments.
    EmptyFile,
    /// The file is a list.
    FileIsList,
    /// The file is running text.
    FileIsText,
    /// A second document after `---`.
    SecondDocument,
    /// Collections nested deeper than any profile needs.
    TooDeep,
    /// An anchor (`&name`).
    YamlAnchor,
    /// An alias (`*name`).
    YamlAlias,
    /// A tag (`!name`).
    YamlTag,
    /// A merge key (`<<`).
    YamlMergeKey,
    /// A scalar or list where a mapping is expected.
    NotKeys,
    /// A list or mapping where a scalar is expected.
    NotOneValue,

    // Keys.
    /// A required key is missing.
    MissingKey,
    /// A key that this kind of file does not have.
    UnknownKey,
    /// A word that can mean more than one key.
    AmbiguousKey,
    /// The same key twice.
    DuplicateKey,

    // Values.
    /// A word that is not one of the fixed words of its field.
    UnknownWord,
    /// A text without visible characters.
    EmptyText,
    /// A national identity number.
    CprNumber,
    /// Not a valid date.
    NotADate,
    /// A date with a two-digit year or otherwise ambiguous.
    AmbiguousDate,
    /// A season, such as autumn, where a last day is expected.
    NoLastDay,
    /// A date that does not exist.
    NoSuchDate,
    /// Not a valid number.
    NotANumber,
    /// An ambiguous number, such as `1.5` or `1,500`.
    AmbiguousNumber,
    /// Not a non-negative integer.
    NotAWholeNumber,
    /// Neither yes nor no.
    NotYesOrNo,
    /// Not a colour of the form `#rrggbb`.
    NotAColour,
    /// Not a level such as `3` or `3 til 4`.
    NotALevel,
    /// A level between two levels, such as `2,5`.
    DecimalLevel,
    /// A level's number with another level's name.
    AmbiguousLevel,
    /// Current and target level in one field of the long form.
    TwoLevelsInOne,
    /// A number that the scale does not have.
    UnknownLevel,
    /// An unsupported language.
    UnknownLanguage,

    // Consistency within and between files.
    /// The levels of the scale are not strictly increasing.
    ScaleOutOfOrder,
    /// A scale of fewer than two levels.
    ScaleTooShort,
    /// Fewer than 3 or more than 24 areas.
    AreaCount,
    /// An area that the role model does not have.
    UnknownArea,
    /// An area by a key that it had in an earlier version of the role model.
    AreaRenamed,
    /// Areas that have become one since, with different levels.
    AreaMerged,
    /// An area that an earlier version of the role model had.
    AreaRemoved,
    /// A former key of an area that is the key of another one.
    FormerKeyInUse,
    /// A role that the role model does not have.
    UnknownRole,
    /// A school that the department does not have.
    UnknownSchool,
    /// A course that the catalogue does not have.
    UnknownCourse,
    /// Several courses in one line of the plan.
    SeveralCourses,
    /// A finished course that the catalogue does not have.
    UnknownFinishedCourse,
    /// A provider that the catalogue does not have.
    UnknownProvider,
    /// Two courses with the same number.
    DuplicateCourse,
    /// A position that the department does not list as public.
    PositionNotPublic,
    /// A name of a form of learning that already means another form.
    DuplicateFormName,
    /// Two schools with the same name.
    DuplicateSchool,
    /// An area without its current level.
    MissingCurrentLevel,
    /// A `hos:` person who is not in the department.
    UnknownMentor,
    /// A `hos:` person who has not agreed to teach the area.
    MentorWithoutConsent,
    /// Two profiles with the same name at the same school.
    DuplicatePerson,
    /// A plan line with more than one of course, form and activity.
    ActivityTwice,
    /// A session that ends before it starts.
    DatesReversed,
    /// Blocks of a course session that overlap, or don't span its first day to its last.
    BlocksOutsideSession,
    /// More plan lines than a plan can hold.
    TooManyActivities,
    /// The smallest group is smaller than 3.
    GroupTooSmall,
    /// A leader's view without a profile.
    LeaderViewOfNobody,
    /// A record of signatures without a profile.
    RecordOfNobody,
    /// A record of signatures that is invalid or was modified.
    RecordUnusable,
    /// The department's key exists but can't be used.
    KeyUnusable,
    /// The signed agreement no longer matches the files.
    ChangedSinceSigned,
    /// The role model or the catalogue has changed since the plan was signed.
    SharedChangedSinceSigned,
    /// Levels or signatures kept longer than the department allows.
    KeptTooLong,
    /// A date more than a year outside the period.
    DateOutsidePeriod,
    /// A plan whose date of agreement is in the future.
    AgreedInFuture,
    /// An agreed plan without levels and activities.
    AgreedWithoutContent,
    /// A deadline before the talk.
    DeadlineBeforeTalk,
    /// A talk well over a year ago.
    TalkLongPast,
    /// A session of a plan line that the catalogue does not have.
    UnknownSession,
    /// A part that the programme does not have.
    UnknownPart,
    /// An own work where a meeting is meant, or the other way round.
    PartOfAnotherKind,
    /// More than a part where a part was missed, such as a reason.
    AbsenceReason,
    /// A part that was made up for although it was not missed.
    MadeUpNotMissed,
    /// Two parts of a programme with the same name.
    DuplicatePart,
    /// More parts, participants or slips than a programme can have.
    ProgrammeTooLarge,
    /// A diploma that needs more meetings than the programme has.
    MoreMeetingsThanParts,
    /// A cohort in a folder that is named after no programme.
    CohortWithoutProgramme,
    /// A move to a cohort that does not exist.
    UnknownCohort,
    /// The same person twice in a cohort.
    ParticipantTwice,
    /// A participant without profile and workplace.
    UnknownParticipant,
    /// Another number of slips than were released.
    ReleaseOutdated,
    /// A character without a glyph, printed as its code point.
    UnprintableCharacter,
    /// The department's colour has too little contrast for text.
    PaleColour,
}

impl Code {
    /// The stable name, such as `unknown-area`.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The stable names of all codes.
    pub(crate) fn names() -> impl Iterator<Item = &'static str> {
        Self::VARIANTS.iter().map(|code| code.name())
    }

    /// The code with this stable name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::VARIANTS.iter().copied().find(|code| code.name() == name)
    }

    /// Default severity.
    pub(crate) fn severity(self) -> Severity {
        match self {
            Self::TooManyFiles
            | Self::NotepadEnding
            | Self::CopiedFile
            | Self::WordDocument
            | Self::CloudFile
            | Self::OutputInsideFolder
            | Self::OldEncoding
            | Self::MissingEnding
            | Self::FolderOfAnotherSchool
            | Self::CatalogueMissing
            | Self::YearHalfClosed
            | Self::HashInText
            | Self::CurlyQuotes
            | Self::AreaMerged
            | Self::AreaRemoved
            | Self::UnknownFinishedCourse
            | Self::UnknownMentor
            | Self::MentorWithoutConsent
            | Self::LeaderViewOfNobody
            | Self::RecordOfNobody
            | Self::RecordUnusable
            | Self::KeyUnusable
            | Self::ChangedSinceSigned
            | Self::SharedChangedSinceSigned
            | Self::KeptTooLong
            | Self::DateOutsidePeriod
            | Self::AgreedInFuture
            | Self::AgreedWithoutContent
            | Self::DeadlineBeforeTalk
            | Self::TalkLongPast
            | Self::UnknownSession
            | Self::UnknownParticipant
            | Self::MadeUpNotMissed
            | Self::ReleaseOutdated
            | Self::UnprintableCharacter
            | Self::PaleColour => Severity::Warning,
            Self::PositionNotPublic | Self::AreaRenamed => Severity::Note,
            _ => Severity::Error,
        }
    }
}
