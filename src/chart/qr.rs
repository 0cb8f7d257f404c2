//! QR codes as SVG, for the codes of agreements.

use std::fmt::Write as _;

use fast_qr::{ECL, QRBuilder};

use super::Chart;

/// The quiet zone in modules. The standard requires four; the white margin of the page
/// provides the rest.
const MARGIN: usize = 2;

/// Draws the QR code of `text`; `None` if the text is too long for a QR code.
///
/// Error correction level M restores 15 %, enough for a fold or a stamp. Adjacent modules of a
/// row are one rectangle, which avoids hairlines and halves the size.
pub fn draw(text: &str) -> Option<Chart> {
    let code = QRBuilder::new(text).ecl(ECL::M).build().ok()?;
    let mut path = String::new();
    for row in 0..code.size {
        let mut column = 0;
        for run in code[row].chunk_by(|a, b| a.value() == b.value()) {
            let (x, y, width) = (column + MARGIN, row + MARGIN, run.len());
            if run[0].value() {
                write!(path, "M{x},{y}h{width}v1h-{width}z").expect("writing to a string does not fail");
            }
            column += width;
        }
    }
    let side = code.size + 2 * MARGIN;
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\">\
         <path fill=\"#FFFFFF\" d=\"M0,0h{side}v{side}h-{side}z\"/><path d=\"{path}\"/></svg>\n"
    );
    Some(Chart { svg, letters: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_fits_a_small_code() {
        let text = format!("SPIND1:{}", "AB".repeat(32));
        assert!(draw(&text).expect("it fits").svg.starts_with("<svg"));
        // With five more modules per side it would be hard to scan at 2 cm.
        let code = QRBuilder::new(text).ecl(ECL::M).build().expect("it fits");
        assert!(code.size <= 37, "{}", code.size);
    }
}
