//! What the name of a file tells: its kind, a copy, a name that Windows can't have.

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

/// The files that a department has one of, with their names.
static SHARED_FILES: [(FileKind, &shared_files::Names); 3] = [
    (FileKind::Settings, &shared_files::SETTINGS),
    (FileKind::RoleModel, &shared_files::ROLE_MODEL),
    (FileKind::Catalogue, &shared_files::CATALOGUE),
];

/// The name of the shared file of this kind in a department that names its files in `language`.
///
/// # Panics
/// If `kind` is of a file that a department has many of.
pub fn shared_file(kind: FileKind, language: Tag) -> String {
    let (_, names) = SHARED_FILES.iter().find(|(other, _)| *other == kind).expect("a shared file");
    format!("{}.yaml", names[language as usize])
}

/// What the shared file is whose name without ending is `stem`, and the language of the name.
fn shared(stem: &str) -> Option<(FileKind, Tag)> {
    let folded = fold(stem);
    let own = SHARED_FILES.iter().find_map(|(kind, names)| {
        let language = Tag::VARIANTS.iter().find(|tag| fold(names[**tag as usize]) == folded)?;
        Some((*kind, *language))
    });
    let other = || shared_files::OTHER_SETTINGS.iter().find(|(name, _)| *name == folded);
    own.or_else(|| other().map(|(_, language)| (FileKind::Settings, *language)))
}

/// Whether `stem` is, in any language, the name without ending of a file that a department has one of.
pub fn is_shared(stem: &str) -> bool {
    shared(stem).is_some()
}

/// The language of the settings file called `name`; `None` for the Danish name, which
/// departments of all languages have had.
pub fn language_of_settings(name: &str) -> Option<Tag> {
    let name = same_on_some_system(name);
    let (kind, language) = shared(stem(&name))?;
    (kind == FileKind::Settings && language != Tag::Da).then_some(language)
}

/// What the name of a record of signatures ends with, where a profile's ends with `.yaml`.
pub const RECORD_ENDING: &str = ".underskrift";

/// What to do with a file, told from its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// Read it as this kind.
    Read(FileKind),
    /// Read it as this kind, and say that Notepad added `.txt`.
    ReadWithNotepadEnding(FileKind),
    /// Read it as a profile if it reads like one: it was saved as plain text, or without an ending.
    ReadIfProfile,
    /// Leave it alone, and say that it is a copy.
    Copy,
    /// Leave it alone, and say that it is written in Word.
    WordDocument,
    /// Leave it alone, and say that it is in the cloud only; there it is of this kind.
    Cloud(FileKind),
    /// Leave it alone.
    Nothing,
}

/// What the name of `path` tells; `in_root` for files directly in the department's folder.
pub fn named(path: &Path, in_root: bool) -> Named {
    let Some(name) = path.file_name() else { return Named::Nothing };
    let name: String = name.to_string_lossy().nfc().flat_map(char::to_lowercase).collect();
    // A Mac's cloud leaves `.anne.yaml.icloud` where a file would be.
    if let Some(there) = name.strip_prefix('.').and_then(|name| name.strip_suffix(".icloud")) {
        return match named(Path::new(there), in_root) {
            Named::Read(kind) | Named::ReadWithNotepadEnding(kind) => Named::Cloud(kind),
            Named::ReadIfProfile => Named::Cloud(FileKind::Profile),
            _ => Named::Nothing,
        };
    }
    if is_hidden(&name) {
        return Named::Nothing;
    }
    if let Some(stem) = name.strip_suffix(RECORD_ENDING) {
        return if is_copy(stem) { Named::Copy } else { Named::Read(FileKind::Record) };
    }
    let without_txt = name.strip_suffix(".txt");
    if let Some(stem) = yaml_stem(&name) {
        return if is_copy(stem) { Named::Copy } else { Named::Read(kind(stem, in_root)) };
    }
    if let Some(stem) = without_txt.and_then(yaml_stem) {
        return if is_copy(stem) { Named::Copy } else { Named::ReadWithNotepadEnding(kind(stem, in_root)) };
    }
    if !in_root && without_txt.or(without_ending(&name)).is_some_and(|stem| !is_copy(stem)) {
        return Named::ReadIfProfile;
    }
    let word = [".docx", ".doc", ".odt", ".rtf", ".pages"];
    if !in_root && word.iter().any(|ending| name.ends_with(ending)) {
        return Named::WordDocument;
    }
    Named::Nothing
}

/// The name, if it has no ending: no full stop but behind a single letter, as in `anne b. dam`.
fn without_ending(name: &str) -> Option<&str> {
    name.rfind('.').is_none_or(|at| name[at..].contains(' ')).then_some(name)
}

/// Whether a text file reads like a profile: it has a name and a school on lines of their own.
pub fn reads_like_a_profile(text: &str) -> bool {
    [&profile::NAME, &profile::SCHOOL]
        .iter()
        .all(|field| text.lines().any(|line| line.split_once(':').is_some_and(|(word, _)| field.is(word))))
}

/// Whether editors, systems or Office made a file of this name for themselves.
pub fn is_hidden(name: &str) -> bool {
    name.starts_with(['.', '~', '#']) || name.ends_with('~')
}

/// The path of a profile without its ending, as its documents are named:
/// `skole/anne` for `skole/anne.yaml`, `skole/anne.YML` and `skole/anne.yaml.txt`,
/// and for the record `skole/anne.underskrift` too.
pub fn stem(name: &str) -> &str {
    let mut stem = name;
    for ending in [".txt", ".yaml", ".yml", RECORD_ENDING] {
        let cut = stem.len().saturating_sub(ending.len());
        if stem.is_char_boundary(cut) && stem[cut..].eq_ignore_ascii_case(ending) {
            stem = &stem[..cut];
        }
    }
    stem
}

/// The path, without its ending, of the profile that a leader's view or a record
/// lies beside; `None` for any other file.
pub fn beside(name: &str) -> Option<&str> {
    let stem = stem(name);
    let at = name.len().saturating_sub(RECORD_ENDING.len());
    if name.is_char_boundary(at) && name[at..].eq_ignore_ascii_case(RECORD_ENDING) {
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
pub fn without_leader_view(stem: &str) -> Option<&str> {
    leader_endings().find_map(|ending| {
        let cut = stem.len().checked_sub(ending.len() + 1)?;
        let is_one = stem.is_char_boundary(cut)
            && stem[cut..].starts_with('.')
            && stem[cut + 1..].eq_ignore_ascii_case(ending);
        is_one.then(|| &stem[..cut])
    })
}

/// The stems that leaders' views of the profile at `stem` have, in every language.
pub fn leader_views(stem: &str) -> impl Iterator<Item = String> {
    leader_endings().map(move |ending| format!("{stem}.{ending}"))
}

/// The names that the folder of leaders' views beside the archived year `year` has, in every
/// language, the one in `language` first.
pub fn leader_folders(year: &str, language: Tag) -> impl Iterator<Item = String> {
    let own = shared_files::LEADER_VIEW[language as usize];
    let others = leader_endings().filter(move |ending| *ending != own);
    std::iter::once(own).chain(others).map(move |ending| format!("{year}-{ending}"))
}

/// Whether `stem` is named as synced drives name a conflict's copy of `original`: OneDrive
/// after the machine (`anne-PC1234` beside `anne`), iCloud with a number (`anne 2`).
pub fn is_synced_copy(stem: &str, original: &str) -> bool {
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
pub fn without_preparation(stem: &str) -> Option<&str> {
    without_last_word(stem, &output_names::PREPARATION)
}

/// The name of the document `name` when it is the `number`th that was kept, from 1.
pub fn kept(name: &str, number: usize, language: Tag) -> String {
    let (stem, extension) = name.split_at(name.rfind('.').unwrap_or(name.len()));
    let ending = output_names::KEPT[language as usize];
    if number == 1 {
        format!("{stem}-{ending}{extension}")
    } else {
        format!("{stem}-{ending}-{number}{extension}")
    }
}

/// The stem of the document of which `stem` names a kept one.
pub fn kept_original(stem: &str) -> Option<&str> {
    let without_number = match stem.rsplit_once('-') {
        Some((before, number)) if !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()) => before,
        _ => stem,
    };
    without_last_word(without_number, &output_names::KEPT)
}

/// Whether the plan of the profile `stem` would have the name of another document, in any
/// language.
pub fn is_taken(stem: &str) -> bool {
    let stem = same_on_some_system(stem);
    without_preparation(&stem).is_some()
        || output_names::BLANK_FORM.contains(&stem.as_str())
        || kept_original(&stem).is_some()
}

/// The form in which two names are one file on some system: composed, in lower case.
pub fn same_on_some_system(name: &str) -> String {
    name.nfc().flat_map(char::to_lowercase).collect()
}

/// The first part of a path that Windows can't have as a name.
///
/// Source: Microsoft, *Naming Files, Paths, and Namespaces*.
pub fn impossible_on_windows(name: &str) -> Option<&str> {
    let reserved = |part: &str| {
        let base = part.split('.').next().unwrap_or_default().trim_end().to_ascii_lowercase();
        matches!(base.as_str(), "con" | "prn" | "aux" | "nul")
            || base.len() == 4
                && (base.starts_with("com") || base.starts_with("lpt"))
                && base.ends_with(|c: char| c.is_ascii_digit() && c != '0')
    };
    name.split('/').find(|part| {
        let bare = stem(part);
        reserved(part)
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

/// How Windows, macOS, OneDrive, Dropbox and Google Drive name copies.
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

/// The path of the file that one named as a copy is a copy of, in lower case;
/// `None` for any other file.
pub fn original(name: &str) -> Option<String> {
    let name = same_on_some_system(name);
    let cut = name.rfind('/').map_or(0, |at| at + 1);
    let (folder, file) = name.split_at(cut);
    let stem = stem(file);
    is_copy(stem).then(|| format!("{folder}{}{}", COPY.replace(stem, "").trim_end(), &file[stem.len()..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_what_to_do() {
        use FileKind::{LeaderView, Profile, Settings};
        for (name, in_root, expected) in [
            ("afdeling.yaml", true, Named::Read(Settings)),
            ("AFDELING.YML", true, Named::Read(Settings)),
            ("afdeling.yaml", false, Named::Read(Profile)),
            ("avdelning.yaml", true, Named::Read(Settings)),
            ("Förvaltning.yaml", true, Named::Read(Settings)),
            ("forvaltning.yaml", true, Named::Read(Settings)),
            ("Avdeling.yml", true, Named::Read(Settings)),
            ("role_model.yaml", true, Named::Read(FileKind::RoleModel)),
            ("kurs.yaml", true, Named::Read(FileKind::Catalogue)),
            ("anne.yaml", false, Named::Read(Profile)),
            ("anne.leder.yaml", false, Named::Read(LeaderView)),
            ("anne.chef.yaml", false, Named::Read(LeaderView)),
            ("Anne.Manager.yml", false, Named::Read(LeaderView)),
            ("anne.yaml.txt", false, Named::ReadWithNotepadEnding(Profile)),
            ("anne - Kopi.yaml", false, Named::Copy),
            ("anne - Kopi (2).yaml", false, Named::Copy),
            ("anne - Copy.yaml", false, Named::Copy),
            ("anne (1).yaml", false, Named::Copy),
            ("anne (Annes konflikt-kopi 2026-11-02).yaml", false, Named::Copy),
            ("anne (Anne's conflicted copy 2026-11-02).yaml", false, Named::Copy),
            ("anne.docx", false, Named::WordDocument),
            (".anne.yaml.icloud", false, Named::Cloud(FileKind::Profile)),
            (".Anne.leder.YAML.icloud", false, Named::Cloud(FileKind::LeaderView)),
            (".kurser.yaml.icloud", true, Named::Cloud(FileKind::Catalogue)),
            (".skolen.jpg.icloud", false, Named::Nothing),
            (".anne - Kopi.yaml.icloud", false, Named::Nothing),
            ("~$anne.docx", false, Named::Nothing),
            (".anne.yaml.swp", false, Named::Nothing),
            ("#anne.yaml#", false, Named::Nothing),
            ("anne.underskrift", false, Named::Read(FileKind::Record)),
            ("anne - Kopi.underskrift", false, Named::Copy),
            ("anne.txt", false, Named::ReadIfProfile),
            ("anne", false, Named::ReadIfProfile),
            ("anne b. dam", false, Named::ReadIfProfile),
            ("anne", true, Named::Nothing),
            ("anne - Kopi", false, Named::Nothing),
            ("anne.bak", false, Named::Nothing),
        ] {
            assert_eq!(named(Path::new(name), in_root), expected, "{name}");
        }
    }

    #[test]
    fn what_windows_cannot_have_is_known() {
        for name in ["aux.yaml", "s/Com1.yaml", "anne .yaml", "skole./anne.yaml", "a:b.yaml"] {
            assert!(impossible_on_windows(name).is_some(), "{name}");
        }
        for name in ["auxilia.yaml", "s/com.yaml", "å b/anne-marie.yaml", "com0.yaml"] {
            assert_eq!(impossible_on_windows(name), None, "{name}");
        }
    }

    #[test]
    fn names_of_other_documents_are_taken() {
        for stem in
            ["s/anne-forberedelse", "s/Anne-FORBEREDELSE", "anne-förberedelse", "blanket", "Blank-form"]
        {
            assert!(is_taken(stem), "{stem}");
        }
        for (number, &language) in
            [1, 2, 10].into_iter().flat_map(|n| Tag::VARIANTS.iter().map(move |l| (n, l)))
        {
            let kept = kept("s/anne.pdf", number, language);
            let stem = kept.strip_suffix(".pdf").expect("the same ending");
            assert!(is_taken(stem) && kept_original(stem) == Some("s/anne"), "{kept}");
        }
        let danish = |number| kept("s/anne.pdf", number, Tag::Da);
        assert_eq!((danish(1), danish(2)), ("s/anne-gemt.pdf".into(), "s/anne-gemt-2.pdf".into()));
        for stem in [
            "s/anne",
            "s/forberedelse",
            "s/anne-2",
            "s/blanket",
            "s-forberedelse/anne",
            "s-gemt/anne",
            "s/gemt",
        ] {
            assert!(!is_taken(stem), "{stem}");
        }
    }

    #[test]
    fn endings_are_no_part_of_a_documents_name() {
        for name in ["s/anne.yaml", "s/anne.YML", "s/anne.yaml.txt", "s/anne.underskrift"] {
            assert_eq!(stem(name), "s/anne", "{name}");
        }
    }

    #[test]
    fn a_copy_is_known_with_its_original() {
        for name in ["s/Anne.leder - Kopi.yaml", "s/kopi af anne.leder.yaml", "s/anne.leder (konflikt).yaml"]
        {
            assert_eq!(original(name).as_deref(), Some("s/anne.leder.yaml"), "{name}");
        }
        assert_eq!(original("s/anne (1).underskrift").as_deref(), Some("s/anne.underskrift"));
        assert_eq!(original("s/anne.yaml"), None);
    }

    #[test]
    fn what_lies_beside_a_profile_is_known_by_its_name() {
        for name in ["s/anne.leder.yaml", "s/anne.LEDER.yml", "s/anne.leder.yaml.txt", "s/anne.Underskrift"] {
            assert_eq!(beside(name), Some("s/anne"), "{name}");
        }
        for name in ["s/anne.yaml", "s/anne.leder", "s/leder.yaml", "s/å"] {
            assert_eq!(beside(name), None, "{name}");
        }
    }
}
