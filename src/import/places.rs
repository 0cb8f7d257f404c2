//! Where a session is held: lists write a town, a school in it, or a whole address.

use std::sync::LazyLock;

use regex::Regex;

use crate::source::spelling::fold;

/// The town of an address, which follows the postal code; the whole text without one.
pub(super) fn town(place: &str) -> &str {
    static POSTAL_CODE: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"(?:^|[ ,])\d{4} +(\p{L}[\p{L} .-]*)").expect("the pattern is valid"));
    POSTAL_CODE.captures(place).and_then(|found| found.get(1)).map_or(place, |town| town.as_str().trim())
}

/// Whether two texts name one place: the same town, or one the words of the other and more.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    let words = |place: &str| -> Vec<String> {
        place.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(fold).collect()
    };
    let (one, other) = (words(town(one)), words(town(other)));
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    !short.is_empty() && long.windows(short.len()).any(|part| part == short)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_known_in_each_spelling() {
        assert_eq!(town("UCH, Døesvej 76, 7500 Holstebro"), "Holstebro");
        assert_eq!(town("Holstebro"), "Holstebro");
        for (one, other, same) in [
            ("UCH, Døesvej 76, 7500 Holstebro", "holstebro", true),
            ("UCH Holstebro", "Holstebro", true),
            ("Holstebro", "Ikast", false),
            ("7430 Ikast", "7500 Holstebro", false),
            ("", "Holstebro", false),
        ] {
            assert_eq!(is_same(one, other), same, "{one} {other}");
        }
    }
}
