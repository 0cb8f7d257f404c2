//! The catalogue of problems: one variant each, with a stable name.

use strum::{IntoStaticStr, VariantArray};

/// How bad a problem is; the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Severity {
    /// Stops what depends on the value: in a profile, that person's documents.
    Error,
    /// Stops nothing, but somebody should look.
    Warning,
    /// For information.
    Note,
}

/// A kind of problem. The name in files, JSON and `docs/` is the variant's in
/// kebab case, such as `unknown-area`; it never changes once published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, VariantArray, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Code {
    // The folder and its files.
    /// The file or folder could not be opened or read.
    FileUnreadable,
    /// The file is larger than a profile can be.
    FileTooLarge,
    /// The folder holds more files than are looked at.
    TooManyFiles,
    /// A symbolic link or junction.
    LinkRefused,
    /// A pipe or device where a file should be.
    NotAPlainFile,
    /// A department within this one, such as a copy of the whole folder; left alone.
    DepartmentInside,
    /// Two files of which a department, or a profile, has one.
    DuplicateFile,
    /// A name that Windows can't have, so that colleagues can't open the file.
    BadFileName,
    /// Two profiles that would become one PDF.
    SameOutput,
    /// Notepad's hidden `.txt` behind `.yaml`; read all the same.
    NotepadEnding,
    /// A copy, such as `anne - Kopi.yaml` or a synced drive's conflict; left alone.
    CopiedFile,
    /// A profile written in Word; left alone.
    WordDocument,
    /// A file that is in the cloud and not on this machine; left alone.
    CloudFile,
    /// The output is inside the shared folder.
    OutputInsideFolder,
    /// The file is not UTF-8 and was read in an older encoding.
    OldEncoding,
    /// The file's letters can be read in two ways.
    UnclearEncoding,
    /// A document of Word or another program in a file that has a profile's name.
    NotAText,
    /// A profile whose name has no ending; read all the same.
    MissingEnding,
    /// A profile in the folder of another school than the one it names.
    FolderOfAnotherSchool,
    /// More problems in one file than anybody reads.
    TooManyProblems,
    /// A file that a department must have is not there.
    FileMissing,
    /// The department has no course catalogue.
    CatalogueMissing,
    /// A profile whose plan would have the name of another document.
    NameTaken,
    /// A turn of the year was stopped: some profiles are in the new year and some are not.
    YearHalfClosed,

    // Text that is no YAML, or not what it seems.
    /// The text stops being YAML here, and no usual slip explains it.
    NotYaml,
    /// A tab where spaces must be.
    TabCharacter,
    /// No space after a colon.
    NoSpaceAfterColon,
    /// No colon after a key.
    MissingColon,
    /// The rest of a text on a line of its own.
    LooseLine,
    /// A bullet, or a hyphen without a space, where a list item begins.
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
    /// Text behind a closing quotation mark.
    TextAfterQuote,
    /// A bracket or brace that is never closed.
    UnclosedBracket,
    /// A line that does not begin below its siblings.
    WrongIndentation,
    /// A section's heading that is still switched off with `#`, above lines that are not.
    HeadingSwitchedOff,
    /// An area with both a level behind its colon and the long form below it.
    NumberAndLongForm,
    /// Two keys with their values on one line.
    TwoFieldsOnOneLine,
    /// Rows that were copied from a spreadsheet.
    PastedCells,
    /// A value that begins with a character that means something else.
    SpecialCharacter,
    /// What a merge of two versions left behind.
    MergeMarker,
    /// The file holds nothing but blanks and comments.
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
    /// A value or a list where `key: value` lines belong.
    NotKeys,
    /// A list or keys where one value belongs.
    NotOneValue,

    // Keys.
    /// A key that must be there is not.
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
    /// A text with nothing to see in it.
    EmptyText,
    /// A number that looks like a civil registration number.
    CprNumber,
    /// No date that can be read.
    NotADate,
    /// A date whose year has two digits, or that is otherwise open to doubt.
    AmbiguousDate,
    /// A time of the year, such as autumn, where a last day must be.
    NoLastDay,
    /// A date that the calendar does not have.
    NoSuchDate,
    /// No number that can be read.
    NotANumber,
    /// A number that can be read in two ways, such as `1.5` or `1,500`.
    AmbiguousNumber,
    /// No whole number, zero or above.
    NotAWholeNumber,
    /// Neither yes nor no.
    NotYesOrNo,
    /// No colour of the form `#rrggbb`.
    NotAColour,
    /// No level such as `3` or `3 til 4`.
    NotALevel,
    /// A level between two levels, such as `2,5`.
    DecimalLevel,
    /// A level's number with another level's name.
    AmbiguousLevel,
    /// Current and wanted in one field of the long form.
    TwoLevelsInOne,
    /// A number that the scale does not have.
    UnknownLevel,
    /// A language that the program does not speak.
    UnknownLanguage,

    // What files say of each other.
    /// The scale holds the same level twice or is not in order.
    ScaleOutOfOrder,
    /// A scale of fewer than two levels.
    ScaleTooShort,
    /// Fewer than 3 or more than 24 areas.
    AreaCount,
    /// An area that the role model does not have.
    UnknownArea,
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
    /// Two schools with the same name.
    DuplicateSchool,
    /// An area is given without the level it is at now.
    MissingCurrentLevel,
    /// A `hos:` person who is not in the department.
    UnknownMentor,
    /// A `hos:` person who has not agreed to teach the area.
    MentorWithoutConsent,
    /// Two profiles with the same name at the same school.
    DuplicatePerson,
    /// A plan line that names more than one of course, form and activity.
    ActivityTwice,
    /// A course session that ends before it begins.
    DatesReversed,
    /// More plan lines than a plan can hold.
    TooManyActivities,
    /// The smallest group is smaller than 3.
    GroupTooSmall,
    /// A leader's view of nobody.
    LeaderViewOfNobody,
    /// A record of signatures under nobody's plan.
    RecordOfNobody,
    /// A record of signatures that the program has not written, or not so.
    RecordUnusable,
    /// The department's key is there but can't be used.
    KeyUnusable,
    /// What was signed is no longer what the files say.
    ChangedSinceSigned,
    /// The role model or the catalogue has changed since the plan was signed.
    SharedChangedSinceSigned,
    /// Levels or signatures that have been kept longer than the department allows.
    KeptTooLong,
    /// A date more than a year outside the period.
    DateOutsidePeriod,
    /// A plan that is agreed on a day that is still to come.
    AgreedInFuture,
    /// A plan that is agreed and has neither levels nor goals.
    AgreedWithoutContent,
    /// A deadline before the talk.
    DeadlineBeforeTalk,
    /// A talk that lies well over a year back.
    TalkLongPast,
    /// A plan line's session that the catalogue does not have.
    UnknownSession,
    /// A character that cannot be printed stands as its number.
    UnprintableCharacter,
    /// The department's colour is too light for text on paper.
    PaleColour,
}

impl Code {
    /// The stable name, such as `unknown-area`.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The stable names of all codes.
    pub fn names() -> impl Iterator<Item = &'static str> {
        Self::VARIANTS.iter().map(|code| code.name())
    }

    /// The code with this stable name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::VARIANTS.iter().copied().find(|code| code.name() == name)
    }

    /// How bad it usually is.
    pub fn severity(self) -> Severity {
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
            | Self::UnprintableCharacter
            | Self::PaleColour => Severity::Warning,
            Self::PositionNotPublic => Severity::Note,
            _ => Severity::Error,
        }
    }
}
