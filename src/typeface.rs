//! The fonts: embedded in the program, or read from a folder.
//!
//! Documents are set in them, charts measure text with them, and
//! [`printable`](crate::document::printable) asks which characters have a glyph.

use std::collections::HashMap;
use std::io;
use std::path::Path;
use std::sync::Arc;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook, FontStyle, FontWeight};
use walkdir::WalkDir;

/// The font family of templates and charts.
pub(crate) const FAMILY: &str = "IBM Plex Sans";

static EMBEDDED: [&[u8]; 2] =
    [include_bytes!("../fonts/IBMPlexSans-Regular.ttf"), include_bytes!("../fonts/IBMPlexSans-SemiBold.ttf")];

/// The embedded font files: regular and semi-bold.
pub(crate) fn embedded_files() -> [&'static [u8]; 2] {
    EMBEDDED
}

/// A font weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Weight {
    /// Running text.
    Regular,
    /// Names and headings.
    SemiBold,
}

/// The fonts of a run; cheap to clone.
#[derive(Clone)]
pub struct Typeface {
    fonts: Arc<[Font]>,
    regular: Arc<Advances>,
    semi_bold: Arc<Advances>,
}

/// The advance width of each character in a font.
struct Advances {
    units_per_em: f64,
    by_character: HashMap<char, u16>,
}

impl Advances {
    fn of(font: &Font) -> Option<Self> {
        let face = ttf_parser::Face::parse(font.data(), font.index()).ok()?;
        let mut by_character = HashMap::new();
        for subtable in face.tables().cmap?.subtables.into_iter().filter(|table| table.is_unicode()) {
            subtable.codepoints(|code| {
                let glyph = subtable.glyph_index(code).filter(|glyph| glyph.0 != 0);
                let advance = glyph.and_then(|glyph| face.glyph_hor_advance(glyph));
                by_character.extend(char::from_u32(code).zip(advance));
            });
        }
        Some(Self { units_per_em: f64::from(face.units_per_em()), by_character })
    }
}

/// Why a folder of fonts can't be used.
#[derive(Debug, thiserror::Error)]
pub(crate) enum FontError {
    /// A file or the folder could not be read.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// The folder has no font file.
    #[error("no fonts in the folder")]
    NoFonts,
}

impl Typeface {
    /// The embedded fonts.
    pub fn embedded() -> Self {
        let fonts = EMBEDDED.iter().flat_map(|&data| Font::iter(Bytes::new(data))).collect();
        Self::from_fonts(fonts).expect("the embedded fonts are fonts")
    }

    /// All fonts in `folder`, sorted by path.
    ///
    /// # Errors
    /// If the folder can't be read or has no fonts.
    pub(crate) fn from_folder(folder: &Path) -> Result<Self, FontError> {
        let mut fonts = Vec::new();
        for entry in WalkDir::new(folder).sort_by_file_name() {
            let entry = entry.map_err(io::Error::from)?;
            let ending = entry.path().extension().map(|e| e.to_string_lossy().to_lowercase());
            if entry.file_type().is_file() && matches!(ending.as_deref(), Some("ttf" | "otf" | "ttc")) {
                fonts.extend(Font::iter(Bytes::new(std::fs::read(entry.path())?)));
            }
        }
        Self::from_fonts(fonts).ok_or(FontError::NoFonts)
    }

    fn from_fonts(fonts: Vec<Font>) -> Option<Self> {
        let nearest = |weight: FontWeight| {
            let font = fonts.iter().min_by_key(|font| {
                let info = font.info();
                (info.family != FAMILY, info.variant.weight.distance(weight))
            });
            Advances::of(font?).map(Arc::new)
        };
        let regular = nearest(FontWeight::REGULAR)?;
        let semi_bold = nearest(FontWeight::SEMIBOLD)?;
        Some(Self { fonts: fonts.into(), regular, semi_bold })
    }

    /// All fonts, for Typst.
    pub fn fonts(&self) -> &[Font] {
        &self.fonts
    }

    /// Typst's index of the fonts.
    pub fn book(&self) -> FontBook {
        FontBook::from_fonts(self.fonts.iter())
    }

    /// The faces of `family` that documents need and the fonts lack. The program's own family needs
    /// both weights, with letters in them; any other family needs one face.
    pub(crate) fn missing_faces(&self, family: &str) -> Vec<String> {
        let of_family = |font: &&Font| font.info().family.eq_ignore_ascii_case(family);
        let has_letters =
            |font: &Font| ['a', 'A', '0'].into_iter().all(|c| font.info().coverage.contains(u32::from(c)));
        if !family.eq_ignore_ascii_case(FAMILY) {
            let there = self.fonts.iter().any(|font| of_family(&font));
            return if there { Vec::new() } else { vec![family.to_owned()] };
        }
        let is_there = |weight: FontWeight| {
            self.fonts.iter().filter(of_family).any(|font| {
                let variant = font.info().variant;
                variant.weight == weight && variant.style == FontStyle::Normal && has_letters(font)
            })
        };
        let weights = [(FontWeight::REGULAR, "Regular"), (FontWeight::SEMIBOLD, "SemiBold")];
        let missing = weights.into_iter().filter(|(weight, _)| !is_there(*weight));
        missing.map(|(_, name)| format!("{FAMILY} {name}")).collect()
    }

    /// Whether both weights have a glyph for `c`.
    pub(crate) fn has(&self, c: char) -> bool {
        [&self.regular, &self.semi_bold].iter().all(|font| font.by_character.contains_key(&c))
    }

    /// The width of `text` at `size`, both in points, summed from advance widths.
    pub(crate) fn width(&self, text: &str, weight: Weight, size: f64) -> f64 {
        let font = match weight {
            Weight::Regular => &self.regular,
            Weight::SemiBold => &self.semi_bold,
        };
        let units: u32 = text.chars().filter_map(|c| font.by_character.get(&c)).copied().map(u32::from).sum();
        f64::from(units) / font.units_per_em * size
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_fonts_have_what_documents_need() {
        let typeface = Typeface::embedded();
        for c in "æøåÆØÅäöéüß–—„“”’·•→−×≥±½§…\u{a0}\u{ad}".chars() {
            assert!(typeface.has(c), "U+{:04X} {c}", u32::from(c));
        }
        assert!(typeface.missing_faces(FAMILY).is_empty());
        assert_eq!(typeface.missing_faces("Arial"), ["Arial"]);
        assert!(!typeface.has('😀'));
        assert!(!typeface.has('李'));
    }

    #[test]
    fn a_folder_without_a_weight_is_reported() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        std::fs::write(folder.path().join("a.ttf"), EMBEDDED[0])?;
        let typeface = Typeface::from_folder(folder.path()).map_err(io::Error::other)?;
        assert_eq!(typeface.missing_faces(FAMILY), ["IBM Plex Sans SemiBold"]);
        Ok(())
    }

    #[test]
    fn bolder_text_is_wider() {
        let typeface = Typeface::embedded();
        let regular = typeface.width("Økonomi+", Weight::Regular, 10.0);
        assert!((35.0..60.0).contains(&regular), "{regular}");
        assert!(typeface.width("Økonomi+", Weight::SemiBold, 10.0) > regular);
    }
}
