//! The keys that files have, to tell a key from running text where a file is no
//! YAML or a remark runs on. Which keys are valid where is known by the code
//! that reads them alone.

/// What an area of a profile holds, the remark excepted.
pub(super) const AREA: [&str; 3] = ["nu", "ønsket", "vigtighed"];
/// The remark of an area, printed on a person's own plan only.
pub(super) const REMARK: &str = "bemærkning";
/// The other keys of a profile.
#[rustfmt::skip]
pub(super) const PROFILE: [&str; 27] = [
    "navn", "skole", "stilling", "leder", "mus", "aftalt", "roller", "profil", "sidste_år",
    "sidste_års_plan", "gennemførte_kurser", "plan", "opfølgning", "samtykke", "mål", "område", "kursus",
    "form", "hos", "aktivitet", "ansvarlig", "frist", "hold", "afløser", "status", "hæfte", "oplærer",
];
/// Keys of the other files.
#[rustfmt::skip]
const OTHER_FILES: [&str; 22] = [
    "vurdering", "kommune", "periode", "sprog", "farve", "skoler", "frister", "budget", "kilde", "version",
    "skala", "områder", "kompetencer", "tekst", "nummer", "titel", "udbyder", "udbydere", "kurser", "dage",
    "pris", "eget_hold",
];

/// All of them.
pub(super) fn all() -> impl Iterator<Item = &'static str> {
    PROFILE.into_iter().chain(AREA).chain([REMARK]).chain(OTHER_FILES)
}
