//! What a course number tells on paper and in other departments.

/// The number of digits from which a number is taken for one that is assigned nationally.
const MIN_OFFICIAL_DIGITS: usize = 4;

/// `number` if documents print it: one of digits alone. Any other is an id local to the catalogue, which means
/// nothing on paper.
pub(crate) fn printed(number: &str) -> Option<&str> {
    Some(number).filter(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether `number` means the same course in every department. Fewer digits are printed, since a provider's
/// list may number its courses so; but two departments' `1` are two courses, and adding up their needs as one
/// would fill a class that nobody wants.
pub(crate) fn is_official(number: &str) -> bool {
    printed(number).is_some_and(|digits| digits.len() >= MIN_OFFICIAL_DIGITS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_numbers_are_printed_and_long_ones_are_known_elsewhere() {
        let told = ["", "intern-1", "1", "101", "4094", "040094", "4094a"]
            .map(|number| (printed(number).is_some(), is_official(number)));
        let (local, short, official) = ((false, false), (true, false), (true, true));
        assert_eq!(told, [local, local, short, short, official, official, local]);
    }
}
