//! Finds the XMP metadata packet by which the program recognises its own PDFs.
//!
//! PDF/A stores the packet uncompressed, so it is found by streaming through the file in constant
//! memory, without parsing the structure of an untrusted PDF.

use std::io::{self, Read};

use memchr::memmem;

/// The largest PDF that is searched, in bytes. A booklet of 1,000 people has about 20,000,000.
pub(crate) const MAX_BYTES: u64 = 500_000_000;
/// The largest packet, in bytes. That of a public booklet of 1,000 people has about 60,000.
const MAX_PACKET_BYTES: usize = 2_000_000;
/// The size of a read, in bytes.
const CHUNK: u64 = 256 * 1024;
const BEGIN: &[u8] = b"<?xpacket begin=";
const END: &[u8] = b"<?xpacket end=";
/// The program's mark.
const CREATOR: &[u8] = b"<xmp:CreatorTool>spind ";
/// The keyword that ends each revision of a PDF.
const REVISION: &[u8] = b"startxref";

/// Whether `bytes` are a PDF of this program.
pub(crate) fn is_own_pdf(bytes: &[u8]) -> bool {
    bytes.starts_with(b"%PDF-") && own_packet(bytes).is_ok_and(|packet| packet.is_some())
}

/// The last XMP packet of `pdf` with the program's mark; `None` for any other file. Signing or
/// annotating a PDF appends a packet and leaves this one.
///
/// # Errors
/// If the file can't be read.
pub(crate) fn own_packet(pdf: impl Read) -> io::Result<Option<Vec<u8>>> {
    let mut pdf = pdf.take(MAX_BYTES);
    let mut window: Vec<u8> = Vec::new();
    let mut own = None;
    // The start of the part not yet searched for the end of a packet.
    let mut searched = 0;
    loop {
        let read = pdf.by_ref().take(CHUNK).read_to_end(&mut window)?;
        if read == 0 {
            return Ok(own);
        }
        let mut done = 0;
        while let Some(found) = memmem::find(&window[searched..], END) {
            let end = searched + found;
            let packet = memmem::rfind(&window[done..end], BEGIN).map(|begin| &window[done + begin..end]);
            if let Some(packet) = packet.filter(|packet| memmem::find(packet, CREATOR).is_some()) {
                own = Some(packet.to_vec());
            }
            searched = end + END.len();
            done = searched;
        }
        let tail = window.len().saturating_sub(BEGIN.len() - 1).max(done);
        let open = memmem::rfind(&window[done..], BEGIN).map(|begin| done + begin);
        let kept = open.filter(|begin| window.len() - begin <= MAX_PACKET_BYTES).unwrap_or(tail);
        window.drain(..kept);
        searched = window.len().saturating_sub(END.len() - 1);
    }
}

/// Whether `pdf` has a single revision: signatures, annotations and filled-in forms append
/// another.
pub(crate) fn is_first_revision(pdf: &[u8]) -> bool {
    memmem::find_iter(pdf, REVISION).count() == 1 && pdf.trim_ascii_end().ends_with(b"%%EOF")
}

/// The text between `open` and `close` in `packet`; `None` unless `open` occurs exactly once.
pub(crate) fn only_element(packet: &[u8], open: &[u8], close: &[u8]) -> Option<String> {
    let mut found = memmem::find_iter(packet, open);
    let (begin, None) = (found.next()? + open.len(), found.next()) else { return None };
    let length = memmem::find(&packet[begin..], close)?;
    Some(without_entities(std::str::from_utf8(&packet[begin..begin + length]).ok()?))
}

/// Replaces the XML entities in `text`.
pub(crate) fn without_entities(text: &str) -> String {
    ENTITIES.iter().fold(text.to_owned(), |text, (entity, character)| text.replace(entity, character))
}

/// The document's title, in the first language.
pub(crate) fn title(packet: &[u8]) -> Option<String> {
    let title = only_element(packet, b"<dc:title>", b"</dc:title>")?;
    let text = title.split_once("<rdf:li")?.1.split_once('>')?.1;
    Some(text.split_once("</rdf:li>")?.0.to_owned())
}

/// The pages on which the people of the volume `pdf` begin, as it lists them in its keywords; `None`
/// without a readable list.
pub(crate) fn first_pages(pdf: &[u8]) -> Option<Vec<usize>> {
    let packet = own_packet(pdf).ok()??;
    let listed = only_element(&packet, b"<pdf:Keywords>", b"</pdf:Keywords>")?;
    listed.split(' ').map(|page| page.parse().ok()).collect()
}

/// The XML entities. The ampersand is last, so that no entity is replaced twice.
pub(crate) const ENTITIES: [(&str, &str); 5] =
    [("&lt;", "<"), ("&gt;", ">"), ("&apos;", "'"), ("&quot;", "\""), ("&amp;", "&")];

#[cfg(test)]
mod tests {
    use super::*;

    const PACKET: &str = "<?xpacket begin=\"\"?><xmp:CreatorTool>spind 1</xmp:CreatorTool>";

    fn found(pdf: &[u8]) -> Option<String> {
        let packet = own_packet(pdf).expect("memory can be read")?;
        Some(String::from_utf8(packet).expect("text"))
    }

    #[test]
    fn the_packet_is_found_at_any_position() {
        let own = format!("{PACKET}<?xpacket end=\"r\"?>");
        let chunk = usize::try_from(CHUNK).expect("a small number");
        // Also across the boundaries of reads.
        let starts = [0, 100, 3 * chunk].into_iter().chain(chunk - own.len() - 1..chunk + 1);
        for start in starts {
            let pdf = [&vec![b' '; start], own.as_bytes(), &vec![b' '; chunk]].concat();
            assert_eq!(found(&pdf).as_deref(), Some(PACKET), "{start}");
        }
    }

    #[test]
    fn packets_of_other_programs_are_ignored() {
        let foreign = "<?xpacket begin=\"\"?><xmp:CreatorTool>Word</xmp:CreatorTool><?xpacket end=\"w\"?>";
        let own = format!("{PACKET}<?xpacket end=\"r\"?>");
        assert_eq!(found(foreign.as_bytes()), None);
        assert_eq!(found(b"<xmp:CreatorTool>spind 1"), None, "the words alone are no packet");
        assert_eq!(found(PACKET.as_bytes()), None, "half of one is none");
        assert_eq!(found(format!("{own}{foreign}").as_bytes()).as_deref(), Some(PACKET));
        assert_eq!(found(format!("<?xpacket begin=\"\"?>{own}").as_bytes()).as_deref(), Some(PACKET));
        let later = own.replace("spind 1", "spind 2");
        assert!(found(format!("{own}{later}").as_bytes()).is_some_and(|packet| packet.contains("spind 2")));
    }

    #[test]
    fn beginnings_without_end_take_neither_time_nor_memory() {
        let many = BEGIN.repeat(1_000_000);
        assert_eq!(found(&many), None);
        let endless = [BEGIN, &vec![b' '; 2 * MAX_PACKET_BYTES], b"<?xpacket end="].concat();
        assert_eq!(found(&endless), None);
    }

    #[test]
    fn a_second_revision_is_known() {
        assert!(is_first_revision(b"%PDF-1.7\nstartxref\n9\n%%EOF"));
        for altered in [
            &b"%PDF-1.7\nstartxref\n9\n%%EOF\nmore"[..],
            b"%PDF-1.7\nstartxref\n9\n%%EOF\nx\nstartxref\n2\n%%EOF",
            b"%PDF-1.7\n%%EOF",
        ] {
            assert!(!is_first_revision(altered));
        }
    }
}
