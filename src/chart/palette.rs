//! The colours of documents and charts, and their contrast.

use crate::department::values::Colour;

/// A colour and the role it plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// Headings, and the line of the current level; a department may choose it.
    pub accent: Colour,
    /// The line of the wanted level.
    pub wanted: Colour,
    /// The role model's line.
    pub role_model: Colour,
    /// Last year's line.
    pub last_year: Colour,
    /// Running text.
    pub text: Colour,
    /// Small print.
    pub quiet_text: Colour,
    /// Rings, axes and rules.
    pub grid: Colour,
    /// The paper.
    pub paper: Colour,
    /// The ground of a box or a heading row.
    pub ground: Colour,
}

const fn rgb(red: u8, green: u8, blue: u8) -> Colour {
    Colour { rgb: [red, green, blue] }
}

impl Default for Palette {
    fn default() -> Self {
        Self {
            accent: rgb(0x00, 0x50, 0x4a),
            wanted: rgb(0xa8, 0x48, 0x0c),
            role_model: rgb(0x33, 0x33, 0x33),
            last_year: rgb(0x4b, 0x5d, 0x8a),
            text: rgb(0x1a, 0x1a, 0x1a),
            quiet_text: rgb(0x4a, 0x4a, 0x4a),
            grid: rgb(0x8a, 0x8a, 0x8a),
            paper: rgb(0xff, 0xff, 0xff),
            ground: rgb(0xf2, 0xf2, 0xf0),
        }
    }
}

impl Palette {
    /// The usual colours with the department's accent, if it has one.
    pub fn with_accent(accent: Option<Colour>) -> Self {
        Self { accent: accent.unwrap_or(Self::default().accent), ..Self::default() }
    }
}

/// `#rrggbb`.
pub fn hex(colour: Colour) -> String {
    let [red, green, blue] = colour.rgb;
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// The contrast of two colours, 1 to 21.
///
/// Source: WCAG 2.2, definitions of contrast ratio and relative luminance.
pub fn contrast(a: Colour, b: Colour) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(colour: Colour) -> f64 {
    let channel = |value: u8| {
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    let [red, green, blue] = colour.rgb;
    0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_lines_stand_out_from_their_grounds() {
        let p = Palette::default();
        for ground in [p.paper, p.ground] {
            for text in [p.text, p.quiet_text, p.accent, p.wanted] {
                assert!(contrast(text, ground) >= 4.5, "{} on {}", hex(text), hex(ground));
            }
        }
        for line in [p.accent, p.wanted, p.role_model, p.last_year, p.grid] {
            assert!(contrast(line, p.paper) >= 3.0, "{}", hex(line));
        }
        assert!((contrast(rgb(0, 0, 0), rgb(255, 255, 255)) - 21.0).abs() < 1e-9);
    }
}
