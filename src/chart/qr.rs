//! A QR code as SVG, for the code of an agreement.

use fast_qr::convert::svg::SvgBuilder;
use fast_qr::convert::{Builder, Shape};
use fast_qr::{ECL, QRBuilder};

/// The QR code of `text`; `None` if the text is longer than any QR code.
///
/// Level M corrects 15 %, enough for a fold or a stamp.
pub fn draw(text: &str) -> Option<String> {
    let code = QRBuilder::new(text).ecl(ECL::M).build().ok()?;
    Some(SvgBuilder::default().shape(Shape::Square).margin(2).to_str(&code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_fits_a_small_code() {
        let svg = draw(&format!("SPIND1:{}", "AB".repeat(32))).expect("it fits");
        assert!(svg.starts_with("<svg"));
        // Five modules more to the side than this, and it would be hard to scan at 2 cm.
        let code =
            QRBuilder::new(format!("SPIND1:{}", "AB".repeat(32))).ecl(ECL::M).build().expect("it fits");
        assert!(code.size <= 37, "{}", code.size);
    }
}
