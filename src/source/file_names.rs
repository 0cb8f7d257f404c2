//! Classifies files by name: their kind, copies, names that are invalid on Windows.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use regex::Regex;
use strum::VariantArray;
use unicode_normalization::UnicodeNormalization;

use super::FileKind;
use super::spelling::fold;
use crate::fields::profile;
use crate::language::shared_files::Names;
use crate::language::{Tag, output_names, shared_files};

/// The files of which a department has exactly one, with their names by language.
static SHARED_FILES: [(FileKind, &shared_files::Names); 3] = [
    (FileKind::Settings, &shared_files::SETTINGS),
    (FileKind::RoleModel, &shared_files::ROLE_MODEL),
    (FileKind::Catalogue, &shared_files::CATALOGUE),
];

/// The longest file name of [`slug`], in characters.
const LONGEST_SLUG: usize = 80;

/// A name as files are named: small letters, Danish ones too, digits and hyphens. It may be empty.
pub(crate) fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in name.nfc().flat_map(char::to_lowercase).take(LONGEST_SLUG) {
        match c.is_alphanumeric() {
            true => slug.push(c),
            false if slug.ends_with('-') || slug.is_empty() => {}
            false => slug.push('-'),
        }
    }
    slug.trim_end_matches('-').to_owned()
}

/// Name of the shared file of a kind, in `language`.
///
/// # Panics
/// If `kind` is not that of a shared file.
pub(crate) fn shared_file(kind: FileKind, language: Tag) -> String {
    let (_, names) = SHARED_FILES.iter().find(|(other, _)| *other == kind).expect("a shared file");
    format!("{}.yaml", names[language as usize])
}

/// Kind and language of the shared file whose name without extension is `stem`.
fn shared(stem: &str) -> Option<(FileKind, Tag)> {
    let folded = fold(stem);
    let own = SHARED_FILES.iter().find_map(|(kind, names)| {
        let language = Tag::VARIANTS.iter().find(|tag| fold(names[**tag as usize]) == folded)?;
        Some((*kind, *language))
    });
    let other = || shared_files::OTHER_SETTINGS.iter().find(|(name, _)| *name == folded);
    own.or_else(|| other().map(|(_, language)| (FileKind::Settings, *language)))
}

/// True if `stem` is the name of a shared file without extension, in any language.
pub(crate) fn is_shared(stem: &str) -> bool {
    shared(stem).is_some()
}

/// Language of the name of a settings file; `None` for the Danish name, which departments of every
/// language may use.
pub(crate) fn language_of_settings(name: &str) -> Option<Tag> {
    let name = normalized(name);
    let (kind, language) = shared(stem(&name))?;
    (kind == FileKind::Settings && language != Tag::Da).then_some(language)
}

/// Extension of a record of signatures, in place of a profile's `.yaml`.
pub(crate) const RECORD_EXTENSION: &str = ".underskrift";

/// How to treat a file, judged by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NameClass {
    /// Read it as this kind.
    Read(FileKind),
    /// Read it as this kind and warn of the `.txt` that Notepad added.
    ReadWithTxtExtension(FileKind),
    /// Read it as a profile if the text looks like one: saved as plain text or without extension.
    ReadIfProfile,
    /// Skip it and report a copy.
    Copy,
    /// Skip it and report a Word document.
    WordDocument,
    /// Skip it and report a cloud placeholder for a file of this kind.
    Cloud(FileKind),
    /// Ignore it.
    Nothing,
}

/// Classifies `path` by its name; `in_root` for files directly in the department's folder.
pub(crate) fn classify(path: &Path, in_root: bool) -> NameClass {
    let Some(name) = path.file_name() else { return NameClass::Nothing };
    let name: String = name.to_string_lossy().nfc().flat_map(char::to_lowercase).collect();
    // iCloud leaves the placeholder `.anne.yaml.icloud` for a file that is not downloaded.
    if let Some(there) = name.strip_prefix('.').and_then(|name| name.strip_suffix(".icloud")) {
        return match classify(Path::new(there), in_root) {
            NameClass::Read(kind) | NameClass::ReadWithTxtExtension(kind) => NameClass::Cloud(kind),
            NameClass::ReadIfProfile => NameClass::Cloud(FileKind::Profile),
            _ => NameClass::Nothing,
        };
    }
    if is_hidden(&name) {
        return NameClass::Nothing;
    }
    if let Some(stem) = name.strip_suffix(RECORD_EXTENSION) {
        return if is_copy(stem) { NameClass::Copy } else { NameClass::Read(FileKind::Record) };
    }
    let without_txt = name.strip_suffix(".txt");
    if let Some(stem) = yaml_stem(&name) {
        return if is_copy(stem) { NameClass::Copy } else { NameClass::Read(kind(stem, in_root)) };
    }
    if let Some(stem) = without_txt.and_then(yaml_stem) {
        return if is_copy(stem) {
            NameClass::Copy
        } else {
            NameClass::ReadWithTxtExtension(kind(stem, in_root))
        };
    }
    if !in_root && without_txt.or(without_extension(&name)).is_some_and(|stem| !is_copy(stem)) {
        return NameClass::ReadIfProfile;
    }
    let word_extensions = [".docx", ".doc", ".odt", ".rtf", ".pages"];
    if !in_root && word_extensions.iter().any(|extension| name.ends_with(extension)) {
        return NameClass::WordDocument;
    }
    NameClass::Nothing
}

/// `name` if it has no extension; a full stop followed by a space, as in `anne b. dam`, starts none.
fn without_extension(name: &str) -> Option<&str> {
    name.rfind('.').is_none_or(|at| name[at..].contains(' ')).then_some(name)
}

/// True if a text looks like a profile: it has lines for a name and a school.
pub(crate) fn reads_like_a_profile(text: &str) -> bool {
    [&profile::NAME, &profile::SCHOOL]
        .iter()
        .all(|field| text.lines().any(|line| line.split_once(':').is_some_and(|(word, _)| field.is(word))))
}

/// True for names of files that editors, Office and operating systems keep for themselves.
pub(crate) fn is_hidden(name: &str) -> bool {
    name.starts_with(['.', '~', '#']) || name.ends_with('~')
}

/// Path of a profile or record without extension, from which its documents are named.
///
/// `skole/anne` for `skole/anne.yaml`, `skole/anne.YML`, `skole/anne.yaml.txt` and
/// `skole/anne.underskrift`.
pub(crate) fn stem(name: &str) -> &str {
    let mut stem = name;
    for extension in [".txt", ".yaml", ".yml", RECORD_EXTENSION] {
        stem = strip_suffix_ignore_case(stem, extension).unwrap_or(stem);
    }
    stem
}

/// Whether `typed` is the path of the file `name` within its department: in any case, with or without extension.
pub(crate) fn is_path_of(name: &str, typed: &str) -> bool {
    normalized(stem(name)) == normalized(stem(&within_department(typed)))
}

/// Whether `typed` is the path of a folder above the file `name` within its department, in any case.
pub(crate) fn is_folder_above(name: &str, typed: &str) -> bool {
    let folder = normalized(&within_department(typed));
    let below = normalized(name);
    below.strip_prefix(&folder).is_some_and(|rest| rest.starts_with('/'))
}

/// Whether `typed` is the name of the file `name`, without its folder and its extension.
pub(crate) fn is_file_name_of(name: &str, typed: &str) -> bool {
    fold(stem(name.rsplit('/').next().unwrap_or(name))) == fold(typed)
}

/// A typed path in the form that paths within a department have.
fn within_department(typed: &str) -> String {
    typed.replace('\\', "/").trim_start_matches("./").trim_end_matches('/').to_owned()
}

/// Path without extension of the profile that a leader's view or record belongs to; `None` for any
/// other file.
pub(crate) fn profile_of(name: &str) -> Option<&str> {
    let stem = stem(name);
    if strip_suffix_ignore_case(name, RECORD_EXTENSION).is_some() {
        return Some(stem);
    }
    let is_yaml = stem.len() < name.len();
    without_leader_view(stem).filter(|_| is_yaml)
}

/// The endings of a leader's view, in every language.
fn leader_endings() -> impl Iterator<Item = &'static str> {
    let endings: BTreeSet<&str> = shared_files::LEADER_VIEW.into_iter().collect();
    endings.into_iter()
}

/// The stem of the profile whose leader's view is at `stem`; `None` for any other file.
pub(crate) fn without_leader_view(stem: &str) -> Option<&str> {
    leader_endings().find_map(|ending| {
        let cut = stem.len().checked_sub(ending.len() + 1)?;
        let is_one = stem.is_char_boundary(cut)
            && stem[cut..].starts_with('.')
            && stem[cut + 1..].eq_ignore_ascii_case(ending);
        is_one.then(|| &stem[..cut])
    })
}

/// The stems that leaders' views of the profile at `stem` have, in every language.
pub(crate) fn leader_views(stem: &str) -> impl Iterator<Item = String> {
    leader_endings().map(move |ending| format!("{stem}.{ending}"))
}

/// The stem of a new leader's view of the profile at `stem`, in `language`.
pub(crate) fn leader_view_in(stem: &str, language: Tag) -> String {
    format!("{stem}.{}", shared_files::LEADER_VIEW[language as usize])
}

/// The names that the folder of leaders' views beside the archived year `year` has, in every
/// language, the one in `language` first.
pub(crate) fn leader_folders(year: &str, language: Tag) -> impl Iterator<Item = String> {
    let own = shared_files::LEADER_VIEW[language as usize];
    let others = leader_endings().filter(move |ending| *ending != own);
    std::iter::once(own).chain(others).map(move |ending| format!("{year}-{ending}"))
}

/// True if a folder of this name, directly in the department's, holds its programmes.
pub(crate) fn is_programmes_folder(name: &str) -> bool {
    let folded = fold(name);
    shared_files::PROGRAMMES.iter().any(|own| fold(own) == folded)
}

/// Classifies a file `depth` folders below the folder of programmes, by its name.
pub(crate) fn classify_of_programme(path: &Path, depth: usize) -> NameClass {
    let kind = |kind: FileKind| match (kind, depth) {
        (FileKind::Record, _) => None,
        (_, 0) => Some(FileKind::Programme),
        (_, 1) => {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let stem = name.strip_suffix(".icloud").unwrap_or(&name);
            let is_answers = without_answers(stem_ignoring_hidden(stem)).is_some();
            Some(if is_answers { FileKind::Answers } else { FileKind::Cohort })
        }
        _ => None,
    };
    match classify(path, false) {
        NameClass::Read(of) => kind(of).map_or(NameClass::Nothing, NameClass::Read),
        NameClass::ReadWithTxtExtension(of) => {
            kind(of).map_or(NameClass::Nothing, NameClass::ReadWithTxtExtension)
        }
        NameClass::Cloud(of) => kind(of).map_or(NameClass::Nothing, NameClass::Cloud),
        NameClass::Copy => NameClass::Copy,
        NameClass::ReadIfProfile | NameClass::WordDocument | NameClass::Nothing => NameClass::Nothing,
    }
}

fn stem_ignoring_hidden(name: &str) -> &str {
    stem(name.strip_prefix('.').unwrap_or(name))
}

/// The stem of the cohort whose answers are at `stem`; `None` for any other file.
pub(crate) fn without_answers(stem: &str) -> Option<&str> {
    shared_files::ANSWERS.iter().find_map(|ending| strip_suffix_ignore_case(stem, ending)?.strip_suffix('.'))
}

/// Strips an ASCII suffix regardless of case.
fn strip_suffix_ignore_case<'a>(text: &'a str, suffix: &str) -> Option<&'a str> {
    let (stem, end) = text.split_at_checked(text.len().checked_sub(suffix.len())?)?;
    end.eq_ignore_ascii_case(suffix).then_some(stem)
}

/// True if `stem` looks like a sync conflict copy of `original`.
///
/// OneDrive appends the machine's name (`anne-PC1234` for `anne`), iCloud a number (`anne 2`).
pub(crate) fn is_synced_copy(stem: &str, original: &str) -> bool {
    let is_number = |number: &str| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    stem.strip_prefix(original)
        .is_some_and(|rest| rest.starts_with('-') || rest.strip_prefix(' ').is_some_and(is_number))
}

/// `stem` without a hyphen and one of `endings` behind it.
fn without_last_word<'a>(stem: &'a str, endings: &Names) -> Option<&'a str> {
    endings.iter().find_map(|ending| stem.strip_suffix(ending)?.strip_suffix('-'))
}

/// The stem of the plan whose preparation is at `stem`, in any language; `None` for another
/// document.
pub(crate) fn without_preparation(stem: &str) -> Option<&str> {
    without_last_word(stem, &output_names::PREPARATION)
}

/// The stem of the plan whose follow-up sheet is at `stem`, in any language; `None` for another
/// document.
pub(crate) fn without_follow_up(stem: &str) -> Option<&str> {
    without_last_word(stem, &output_names::FOLLOW_UP)
}

/// The stem of the plan whose preparation or follow-up sheet is at `stem`; `stem` itself otherwise.
pub(crate) fn of_plan(stem: &str) -> &str {
    without_preparation(stem).or_else(|| without_follow_up(stem)).unwrap_or(stem)
}

/// The name of the document `name` when it is the `number`th that was kept, from 1.
pub(crate) fn kept(name: &str, number: usize, language: Tag) -> String {
    let (stem, extension) = name.split_at(name.rfind('.').unwrap_or(name.len()));
    let ending = output_names::KEPT[language as usize];
    if number == 1 {
        format!("{stem}-{ending}{extension}")
    } else {
        format!("{stem}-{ending}-{number}{extension}")
    }
}

/// Stem of the document of which `stem` is a kept version; `None` if it is not one.
pub(crate) fn kept_original(stem: &str) -> Option<&str> {
    let without_number = match stem.rsplit_once('-') {
        Some((before, number)) if !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()) => before,
        _ => stem,
    };
    without_last_word(without_number, &output_names::KEPT)
}

/// True if the plan of the profile `stem` would have the name of another document, in any language.
pub(crate) fn is_reserved(stem: &str) -> bool {
    let stem = normalized(stem);
    of_plan(&stem) != stem
        || output_names::BLANK_FORM.contains(&stem.as_str())
        || kept_original(&stem).is_some()
}

/// Normalizes a name, so that names which any file system treats as the same are equal: NFC and
/// lower case.
pub(crate) fn normalized(name: &str) -> String {
    name.nfc().flat_map(char::to_lowercase).collect()
}

/// First component of a path that is invalid on Windows.
///
/// Source: Microsoft, *Naming Files, Paths, and Namespaces*.
pub(crate) fn invalid_on_windows(name: &str) -> Option<&str> {
    let is_device = |part: &str| {
        let base = part.split('.').next().unwrap_or_default().trim_end().to_ascii_lowercase();
        let port = base.strip_prefix("com").or_else(|| base.strip_prefix("lpt"));
        let mut number = port.unwrap_or_default().chars();
        matches!(base.as_str(), "con" | "prn" | "aux" | "nul")
            || matches!((number.next(), number.next()), (Some('1'..='9' | '¹' | '²' | '³'), None))
    };
    name.split('/').find(|part| {
        let bare = stem(part);
        is_device(part)
            || bare.ends_with(['.', ' '])
            || part.ends_with(['.', ' '])
            || part.contains(['<', '>', ':', '"', '|', '?', '*', '\\'])
            || part.chars().any(char::is_control)
    })
}

fn yaml_stem(name: &str) -> Option<&str> {
    name.strip_suffix(".yaml").or_else(|| name.strip_suffix(".yml"))
}

fn kind(stem: &str, in_root: bool) -> FileKind {
    match shared(stem) {
        Some((kind, _)) if in_root => kind,
        _ if without_leader_view(stem).is_some() => FileKind::LeaderView,
        _ => FileKind::Profile,
    }
}

/// Names that Windows, macOS, OneDrive, Dropbox and Google Drive give to copies.
static COPY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?x)
        \x20-\x20(kopi|copy|kopia)(\x20\(\d+\))?$
        | \x20(kopi|copy|kopia)(\x20\d+)?$
        | \x20\(\d+\)$
        | ^(kopi\x20af|copy\x20of|kopia\x20av|kopi\x20av)\x20
        | [\(\[][^\)\]]*(konflikt|conflict|modstridende|motstridig)[^\)\]]*[\)\]]$
        | [-_.](konflikt|conflict)[^/]*$",
    )
    .expect("the pattern is valid")
});

fn is_copy(stem: &str) -> bool {
    COPY.is_match(stem)
}

/// Normalized path of the original, if `name` is that of a copy.
pub(crate) fn original(name: &str) -> Option<String> {
    let name = normalized(name);
    let cut = name.rfind('/').map_or(0, |at| at + 1);
    let (folder, file) = name.split_at(cut);
    let stem = stem(file);
    is_copy(stem).then(|| format!("{folder}{}{}", COPY.replace(stem, "").trim_end(), &file[stem.len()..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_classified_by_name() {
        use FileKind::{LeaderView, Profile, Settings};
        for (name, in_root, expected) in [
            ("afdeling.yaml", true, NameClass::Read(Settings)),
            ("AFDELING.YML", true, NameClass::Read(Settings)),
            ("afdeling.yaml", false, NameClass::Read(Profile)),
            ("avdelning.yaml", true, NameClass::Read(Settings)),
            ("Förvaltning.yaml", true, NameClass::Read(Settings)),
            ("forvaltning.yaml", true, NameClass::Read(Settings)),
            ("Avdeling.yml", true, NameClass::Read(Settings)),
            ("role_model.yaml", true, NameClass::Read(FileKind::RoleModel)),
            ("kurs.yaml", true, NameClass::Read(FileKind::Catalogue)),
            ("anne.yaml", false, NameClass::Read(Profile)),
            ("anne.leder.yaml", false, NameClass::Read(LeaderView)),
            ("anne.chef.yaml", false, NameClass::Read(LeaderView)),
            ("Anne.Manager.yml", false, NameClass::Read(LeaderView)),
            ("anne.yaml.txt", false, NameClass::ReadWithTxtExtension(Profile)),
            ("anne - Kopi.yaml", false, NameClass::Copy),
            ("anne - Kopi (2).yaml", false, NameClass::Copy),
            ("anne - Copy.yaml", false, NameClass::Copy),
            ("anne (1).yaml", false, NameClass::Copy),
            ("anne (Annes konflikt-kopi 2026-11-02).yaml", false, NameClass::Copy),
            ("anne (Anne's conflicted copy 2026-11-02).yaml", false, NameClass::Copy),
            ("anne.docx", false, NameClass::WordDocument),
            (".anne.yaml.icloud", false, NameClass::Cloud(FileKind::Profile)),
            (".Anne.leder.YAML.icloud", false, NameClass::Cloud(FileKind::LeaderView)),
            (".kurser.yaml.icloud", true, NameClass::Cloud(FileKind::Catalogue)),
            (".skolen.jpg.icloud", false, NameClass::Nothing),
            (".anne - Kopi.yaml.icloud", false, NameClass::Nothing),
            ("~$anne.docx", false, NameClass::Nothing),
            (".anne.yaml.swp", false, NameClass::Nothing),
            ("#anne.yaml#", false, NameClass::Nothing),
            ("anne.underskrift", false, NameClass::Read(FileKind::Record)),
            ("anne - Kopi.underskrift", false, NameClass::Copy),
            ("anne.txt", false, NameClass::ReadIfProfile),
            ("anne", false, NameClass::ReadIfProfile),
            ("anne b. dam", false, NameClass::ReadIfProfile),
            ("anne", true, NameClass::Nothing),
            ("anne - Kopi", false, NameClass::Nothing),
            ("anne.bak", false, NameClass::Nothing),
        ] {
            assert_eq!(classify(Path::new(name), in_root), expected, "{name}");
        }
    }

    #[test]
    fn names_invalid_on_windows_are_detected() {
        for name in ["aux.yaml", "s/Com1.yaml", "s/LPT³.yaml", "anne .yaml", "skole./anne.yaml", "a:b.yaml"]
        {
            assert!(invalid_on_windows(name).is_some(), "{name}");
        }
        for name in ["auxilia.yaml", "s/com.yaml", "å b/anne-marie.yaml", "com0.yaml", "com12.yaml"] {
            assert_eq!(invalid_on_windows(name), None, "{name}");
        }
    }

    #[test]
    fn names_of_other_documents_are_reserved() {
        for stem in
            ["s/anne-forberedelse", "s/Anne-FORBEREDELSE", "anne-förberedelse", "blanket", "Blank-form"]
                .into_iter()
                .chain(["s/anne-opfoelgning", "anne-Uppföljning", "anne-oppfølging", "s/anne-follow-up"])
        {
            assert!(is_reserved(stem), "{stem}");
        }
        for (number, &language) in
            [1, 2, 10].into_iter().flat_map(|n| Tag::VARIANTS.iter().map(move |l| (n, l)))
        {
            let kept = kept("s/anne.pdf", number, language);
            let stem = kept.strip_suffix(".pdf").expect("the same ending");
            assert!(is_reserved(stem) && kept_original(stem) == Some("s/anne"), "{kept}");
        }
        let danish = |number| kept("s/anne.pdf", number, Tag::Da);
        assert_eq!((danish(1), danish(2)), ("s/anne-gemt.pdf".into(), "s/anne-gemt-2.pdf".into()));
        for stem in [
            "s/anne",
            "s/forberedelse",
            "s/follow-up",
            "s/up",
            "s/anne-2",
            "s/blanket",
            "s-forberedelse/anne",
            "s-gemt/anne",
            "s/gemt",
        ] {
            assert!(!is_reserved(stem), "{stem}");
        }
    }

    #[test]
    fn stems_have_no_extension() {
        for name in ["s/anne.yaml", "s/anne.YML", "s/anne.yaml.txt", "s/anne.underskrift"] {
            assert_eq!(stem(name), "s/anne", "{name}");
        }
    }

    #[test]
    fn a_typed_path_means_whole_components_of_one_file() {
        for typed in ["s/anne.yaml", "s/anne", "S/Anne.YML", "./s\\anne", "s/anne.yaml.txt"] {
            assert!(is_path_of("s/anne.yaml", typed), "{typed}");
        }
        // As macOS writes it.
        assert!(is_path_of("å/anne.yaml", "a\u{30a}/anne"));
        for typed in ["anne", "ss/anne", "s/sanne", "s/ann", "t/s/anne.yaml", "s", ""] {
            assert!(!is_path_of("s/anne.yaml", typed), "{typed}");
        }
        for typed in ["t", "T/", "t/s", ".\\t\\s"] {
            assert!(is_folder_above("t/s/anne.yaml", typed), "{typed}");
        }
        for typed in ["s", "t/s/anne.yaml", "t/s/an", ""] {
            assert!(!is_folder_above("t/s/anne.yaml", typed), "{typed}");
        }
        assert!(is_file_name_of("s/anne b. dam", "Anne-B.-Dam") && is_file_name_of("anne.yml", "anne"));
        assert!(!is_file_name_of("s/susanne.yaml", "anne") && !is_file_name_of("s/anne.yaml", "s/anne"));
    }

    #[test]
    fn the_original_of_a_copy_is_found() {
        for name in ["s/Anne.leder - Kopi.yaml", "s/kopi af anne.leder.yaml", "s/anne.leder (konflikt).yaml"]
        {
            assert_eq!(original(name).as_deref(), Some("s/anne.leder.yaml"), "{name}");
        }
        assert_eq!(original("s/anne (1).underskrift").as_deref(), Some("s/anne.underskrift"));
        assert_eq!(original("s/anne.yaml"), None);
    }

    #[test]
    fn leaders_views_and_records_belong_to_a_profile() {
        for name in ["s/anne.leder.yaml", "s/anne.LEDER.yml", "s/anne.leder.yaml.txt", "s/anne.Underskrift"] {
            assert_eq!(profile_of(name), Some("s/anne"), "{name}");
        }
        for name in ["s/anne.yaml", "s/anne.leder", "s/leder.yaml", "s/å"] {
            assert_eq!(profile_of(name), None, "{name}");
        }
    }
}
