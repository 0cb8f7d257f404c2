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
    /// The file or folder could not be opened or read.
    FileUnreadable,
    /// The file is larger than a profile can be.
    FileTooLarge,
    /// A link, pipe or device where a file should be.
    NotAPlainFile,
    /// The file is not UTF-8 and was read as Windows-1252.
    OldEncoding,
    /// A file that a department must have is not there.
    FileMissing,
    /// The department has no course catalogue.
    CatalogueMissing,
    /// The text stops being YAML here.
    NotYaml,
    /// The file holds nothing but blanks and comments.
    EmptyFile,
    /// An anchor, alias or tag.
    YamlFeature,
    /// A second document after `---`.
    SecondDocument,
    /// Collections nested deeper than any profile needs.
    TooDeep,
    /// A value or a list where `key: value` lines belong.
    NotKeys,
    /// A list or keys where one value belongs.
    NotOneValue,
    /// A key that must be there is not.
    MissingKey,
    /// A key that this kind of file does not have.
    UnknownKey,
    /// The same key twice.
    DuplicateKey,
    /// A word that is not one of the fixed words of its field.
    UnknownWord,
    /// A text with nothing to see in it.
    EmptyText,
    /// No date that can be read.
    NotADate,
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
    /// A language that the program does not speak.
    UnknownLanguage,
    /// No level such as `3` or `3 til 4`.
    NotALevel,
    /// A number that the scale does not have.
    UnknownLevel,
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
    /// A finished course that the catalogue does not have.
    UnknownFinishedCourse,
    /// A provider that the catalogue does not have.
    UnknownProvider,
    /// Two courses with the same number.
    DuplicateCourse,
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
    /// A plan line that names a date before its own start, or a course that ends before it begins.
    DatesReversed,
    /// More plan lines than a plan can hold.
    TooManyActivities,
    /// The smallest group is smaller than 3.
    GroupTooSmall,
    /// A character that cannot be printed stands as its number.
    UnprintableCharacter,
}

impl Code {
    /// The stable name, such as `unknown-area`.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// How bad it usually is.
    pub fn severity(self) -> Severity {
        match self {
            Self::OldEncoding
            | Self::NotAPlainFile
            | Self::CatalogueMissing
            | Self::UnknownFinishedCourse
            | Self::UnknownMentor
            | Self::MentorWithoutConsent
            | Self::UnprintableCharacter => Severity::Warning,
            _ => Severity::Error,
        }
    }
}
