//! Who stands in a public edition, told by the edition itself.
//!
//! Its keywords name each person and school, which is public there anyway. PDF/A keeps
//! them in metadata that is not packed, so they can be read back without unpacking
//! anything. What is not exactly as this program writes it is not read at all.

use crate::document::metadata::{only_element, own_packet};
use crate::document::printable::printable;
use crate::source::spelling::fold;
use crate::typeface::Typeface;

/// Somebody in a public edition, as printed there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ListedPerson {
    /// The name.
    pub name: String,
    /// The school.
    pub school: String,
}

/// What PDF writers put between two keywords.
const BETWEEN: &str = ", ";
const OPEN: &[u8] = b"<pdf:Keywords>";
const CLOSE: &[u8] = b"</pdf:Keywords>";
/// Signs that have a meaning in a list of keywords, and how they are written in a name.
const MEANINGFUL: [(char, &str); 4] = [('%', "%25"), (',', "%2C"), ('(', "%28"), (')', "%29")];

impl ListedPerson {
    /// `name` of `school`, as they are printed.
    pub fn new(name: &str, school: &str, typeface: &Typeface) -> Self {
        let print = |text| printable(text, typeface).into_owned();
        Self { name: print(name), school: print(school) }
    }

    /// Whether both are the same person, in any spelling.
    pub fn is(&self, other: &Self) -> bool {
        fold(&self.name) == fold(&other.name) && fold(&self.school) == fold(&other.school)
    }

    /// The keyword of this person.
    fn keyword(&self) -> String {
        format!("{} ({})", written(&self.name), written(&self.school))
    }

    fn from_keyword(keyword: &str) -> Option<Self> {
        let (name, school) = keyword.strip_suffix(')')?.split_once(" (")?;
        let listed = Self { name: read_back(name), school: read_back(school) };
        (listed.keyword() == keyword).then_some(listed)
    }
}

/// The keywords of an edition with `people` in it.
pub fn keywords(people: &[ListedPerson]) -> Vec<String> {
    people.iter().map(ListedPerson::keyword).collect()
}

/// Who stands in the public edition `pdf`; `None` where that can't be told.
pub fn read(pdf: &[u8]) -> Option<Vec<ListedPerson>> {
    in_packet(&own_packet(pdf).ok()??)
}

/// Who stands in the public edition whose metadata is `packet`; `None` where that can't be told.
pub fn in_packet(packet: &[u8]) -> Option<Vec<ListedPerson>> {
    only_element(packet, OPEN, CLOSE)?.split(BETWEEN).map(ListedPerson::from_keyword).collect()
}

fn written(text: &str) -> String {
    let escape = |c: char| {
        let meaningful = MEANINGFUL.iter().find(|(character, _)| *character == c);
        meaningful.map_or_else(|| c.to_string(), |(_, escaped)| (*escaped).to_owned())
    };
    text.chars().map(escape).collect()
}

fn read_back(text: &str) -> String {
    // The percent sign comes last, so that nothing is read twice.
    MEANINGFUL.iter().rev().fold(text.to_owned(), |text, (character, escaped)| {
        text.replace(escaped, character.encode_utf8(&mut [0; 4]))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::metadata::ENTITIES;
    use proptest::prelude::*;

    /// A PDF that tells this of itself, in XML.
    fn telling(elements: &str) -> Vec<u8> {
        let creator = "<xmp:CreatorTool>spind 0</xmp:CreatorTool>";
        format!("%PDF-1.7 <?xpacket begin=\"\"?>{creator}{elements}<?xpacket end=\"r\"?>").into_bytes()
    }

    fn pdf(keywords: &str) -> Vec<u8> {
        telling(&format!("<pdf:Keywords>{keywords}</pdf:Keywords>"))
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
        assert_eq!(read(&telling(twice)), None);
    }

    proptest! {
        #[test]
        fn any_name_is_read_back(names in prop::collection::btree_set(("[ -~æøå&<>\"',()%]{1,12}", "[ -~æøå,()%]{1,9}"), 1..4)) {
            let people: Vec<ListedPerson> =
                names.into_iter().map(|(name, school)| ListedPerson { name, school }).collect();
            let keywords = keywords(&people).join(BETWEEN);
            prop_assert_eq!(read(&pdf(&in_xml(&keywords))), Some(people));
        }
    }
}
