//! The list of people in a public PDF, stored in its keywords.
//!
//! The keywords contain each person's name and school, which the document shows anyway. PDF/A keeps
//! metadata uncompressed, so they can be read back without a PDF library. Anything that is not
//! exactly as this program writes it is rejected.

use crate::document::metadata::{only_element, own_packet};
use crate::document::printable::printable;
use crate::source::spelling::fold;
use crate::typeface::Typeface;

/// A person in a public PDF, as printed there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ListedPerson {
    /// Name of the person.
    pub name: String,
    /// Name of the school.
    pub school: String,
}

/// Separator of keywords in PDF metadata.
const SEPARATOR: &str = ", ";
const OPEN: &[u8] = b"<pdf:Keywords>";
const CLOSE: &[u8] = b"</pdf:Keywords>";
/// Percent-encoding of characters with a meaning in the list.
const ESCAPES: [(char, &str); 4] = [('%', "%25"), (',', "%2C"), ('(', "%28"), (')', "%29")];

impl ListedPerson {
    /// A person with name and school in printable form.
    pub(crate) fn new(name: &str, school: &str, typeface: &Typeface) -> Self {
        let print = |text| printable(text, typeface).into_owned();
        Self { name: print(name), school: print(school) }
    }

    /// Whether both are the same person, regardless of spelling.
    pub(crate) fn is(&self, other: &Self) -> bool {
        fold(&self.name) == fold(&other.name) && fold(&self.school) == fold(&other.school)
    }

    /// The keyword for this person.
    fn keyword(&self) -> String {
        format!("{} ({})", escaped_name(&self.name), escaped_name(&self.school))
    }

    fn from_keyword(keyword: &str) -> Option<Self> {
        let (name, school) = keyword.strip_suffix(')')?.split_once(" (")?;
        let listed = Self { name: unescaped(name), school: unescaped(school) };
        (listed.keyword() == keyword).then_some(listed)
    }
}

/// The keywords of an edition with `people`.
pub(crate) fn keywords(people: &[ListedPerson]) -> Vec<String> {
    people.iter().map(ListedPerson::keyword).collect()
}

/// The people listed in the public PDF `pdf`; `None` if there is no valid list.
pub fn read(pdf: &[u8]) -> Option<Vec<ListedPerson>> {
    in_packet(&own_packet(pdf).ok()??)
}

/// The people listed in the XMP `packet` of a public PDF; `None` if there is no valid list.
pub(crate) fn in_packet(packet: &[u8]) -> Option<Vec<ListedPerson>> {
    only_element(packet, OPEN, CLOSE)?.split(SEPARATOR).map(ListedPerson::from_keyword).collect()
}

fn escaped_name(text: &str) -> String {
    let escape = |c: char| {
        let found = ESCAPES.iter().find(|(character, _)| *character == c);
        found.map_or_else(|| c.to_string(), |(_, escaped)| (*escaped).to_owned())
    };
    text.chars().map(escape).collect()
}

fn unescaped(text: &str) -> String {
    // The percent sign comes last, so that nothing is decoded twice.
    ESCAPES.iter().rev().fold(text.to_owned(), |text, (character, escaped)| {
        text.replace(escaped, character.encode_utf8(&mut [0; 4]))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::metadata::ENTITIES;
    use proptest::prelude::*;

    /// A PDF with these XMP elements.
    fn pdf_with(elements: &str) -> Vec<u8> {
        let creator = "<xmp:CreatorTool>spind 0</xmp:CreatorTool>";
        format!("%PDF-1.7 <?xpacket begin=\"\"?>{creator}{elements}<?xpacket end=\"r\"?>").into_bytes()
    }

    fn pdf(keywords: &str) -> Vec<u8> {
        pdf_with(&format!("<pdf:Keywords>{keywords}</pdf:Keywords>"))
    }

    fn in_xml(text: &str) -> String {
        ENTITIES
            .iter()
            .rev()
            .fold(text.to_owned(), |text, (entity, character)| text.replace(character, entity))
    }

    #[test]
    fn what_is_not_exactly_a_list_of_people_is_not_read() {
        assert!(read(&pdf("Anne (Nord), Bo (Syd)")).is_some_and(|people| people.len() == 2));
        for keywords in
            ["", "Anne", "Anne (Nord),Bo (Syd)", "Anne (Nord) (Syd)", "Anne (Nord), ", "%41 (Nord)x"]
        {
            assert_eq!(read(&pdf(keywords)), None, "{keywords}");
        }
        assert!(read(b"%PDF-1.7").is_none() && read(b"").is_none());
        let twice = "<pdf:Keywords>Anne (Nord)</pdf:Keywords><pdf:Keywords>Bo (Syd)</pdf:Keywords>";
        assert_eq!(read(&pdf_with(twice)), None);
    }

    proptest! {
        #[test]
        fn any_name_is_read_back(names in prop::collection::btree_set(("[ -~æøå&<>\"',()%]{1,12}", "[ -~æøå,()%]{1,9}"), 1..4)) {
            let people: Vec<ListedPerson> =
                names.into_iter().map(|(name, school)| ListedPerson { name, school }).collect();
            let keywords = keywords(&people).join(SEPARATOR);
            prop_assert_eq!(read(&pdf(&in_xml(&keywords))), Some(people));
        }
    }
}
