//! The colours of documents and charts, and their contrast.

use crate::department::settings::Settings;
use crate::department::values::Colour;
use crate::problem::{Code, Problem, Problems};

/// The minimum contrast of text: WCAG 2.2, success criterion 1.4.3.
const TEXT_CONTRAST: f64 = 4.5;

/// The colours of a document by role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// Headings, and the line of the current level; the department's choice.
    pub accent: Colour,
    /// The line of the target level.
    pub wanted: Colour,
    /// The role model's line.
    pub role_model: Colour,
    /// Last year's line.
    pub last_year: Colour,
    /// Body text.
    pub text: Colour,
    /// Small print.
    pub quiet_text: Colour,
    /// Rings, axes and rules.
    pub grid: Colour,
    /// The paper.
    pub paper: Colour,
    /// The background of boxes and heading rows.
    pub ground: Colour,
    /// What must not be overlooked, such as an office that stands empty; never by colour alone.
    pub alarm: Colour,
}

/// A background on which text is readable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shade {
    /// The background.
    pub ground: Colour,
    /// The colour of text on it.
    pub text: Colour,
}

/// The lightness (CIE L*) of shades: lowest and middle, with dark text, then just above the middle
/// and highest, with light text. Neither text is readable on what lies between.
const LIGHTNESS: [f64; 4] = [100.0, 60.0, 47.0, 10.0];

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
            alarm: rgb(0xa3, 0x12, 0x2a),
        }
    }
}

impl Palette {
    /// The palette of a department.
    pub fn of(settings: &Settings) -> Self {
        Self::with_accent(settings.accent.as_ref().map(|accent| accent.value))
    }

    /// The default palette with a department's accent, if any, darkened until readable.
    pub(crate) fn with_accent(accent: Option<Colour>) -> Self {
        Self { accent: accent.map_or(Self::default().accent, readable), ..Self::default() }
    }
}

impl Palette {
    /// The shade of the accent for a height on a scale, from 0 to 1: the higher, the darker, in
    /// steps that can be told apart in grey.
    pub(crate) fn shade(&self, height: f64) -> Shade {
        let [lowest, middle, above, highest] = LIGHTNESS;
        let lightness = if height <= 0.5 {
            lowest + (middle - lowest) * height * 2.0
        } else {
            above + (highest - above) * (height - 0.5) * 2.0
        };
        let wanted = ((lightness + 16.0) / 116.0).powi(3);
        let own = luminance(self.accent);
        // In linear light, luminance mixes as the channels do.
        let channel = |value: u8| {
            let value = linear(value);
            let mixed = if wanted >= own {
                1.0 - (1.0 - value) * (1.0 - wanted) / (1.0 - own)
            } else {
                value * wanted / own
            };
            of_linear(mixed)
        };
        let ground = Colour { rgb: self.accent.rgb.map(channel) };
        let text = if contrast(self.text, ground) >= TEXT_CONTRAST { self.text } else { self.paper };
        Shade { ground, text }
    }
}

/// `colour`, darkened as little as text contrast requires, with its hue kept.
pub(crate) fn readable(colour: Colour) -> Colour {
    let usual = Palette::default();
    let stands_out =
        |colour: Colour| [usual.paper, usual.ground].iter().all(|&on| contrast(colour, on) >= TEXT_CONTRAST);
    let whole = u16::from(u8::MAX);
    let darker = (0..=whole).rev().map(|part| Colour {
        rgb: colour.rgb.map(|channel| u8::try_from(u16::from(channel) * part / whole).unwrap_or(channel)),
    });
    darker.into_iter().find(|&colour| stands_out(colour)).unwrap_or(usual.text)
}

/// Warns if the department's colour is too light for text.
pub(crate) fn check(settings: &Settings, problems: &mut Problems) {
    let Some(accent) = &settings.accent else { return };
    let used = readable(accent.value);
    if used == accent.value {
        return;
    }
    let problem = Problem::new(Code::PaleColour, accent.place.clone())
        .with("value", hex(accent.value))
        .with("used", hex(used));
    problems.push(match accent.place.bytes.clone() {
        Some(bytes) => problem.fixed_by(bytes, format!("\"{}\"", hex(used))),
        None => problem,
    });
}

/// `#rrggbb`.
pub(crate) fn hex(colour: Colour) -> String {
    let [red, green, blue] = colour.rgb;
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// The contrast ratio of two colours, from 1 to 21.
///
/// Source: WCAG 2.2, definitions of contrast ratio and relative luminance.
pub(crate) fn contrast(a: Colour, b: Colour) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(colour: Colour) -> f64 {
    let [red, green, blue] = colour.rgb;
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

/// A channel of sRGB in linear light, from 0 to 1.
fn linear(value: u8) -> f64 {
    let value = f64::from(value) / 255.0;
    if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
}

/// The inverse of [`linear`].
fn of_linear(value: f64) -> u8 {
    let value = if value <= 0.003_130_8 { value * 12.92 } else { 1.055 * value.powf(1.0 / 2.4) - 0.055 };
    // In range, and so nothing is cut off.
    (value.clamp(0.0, 1.0) * 255.0).round() as u8
}

#[cfg(test)]
mod tests {
    use palette::color_difference::Ciede2000;
    use palette::{FromColor, Lab, LinSrgb, Mix, Oklab, Srgb};

    use super::*;

    /// The minimum contrast of a line in a chart: WCAG 2.2, success criterion 1.4.11.
    const LINE_CONTRAST: f64 = 3.0;

    /// The share of the accent in the area under the current levels.
    const AREA_TINT: f32 = 0.10;

    /// Simulation of protanopia, deuteranopia and tritanopia.
    ///
    /// Source: Machado, Oliveira, Fernandes: A Physiologically-based Model for Simulation
    /// of Color Vision Deficiency, IEEE TVCG 15 (6), 2009, severity 1.0; on linear RGB.
    const PROTANOPIA: Matrix =
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]];
    const DEUTERANOPIA: Matrix =
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]];
    const TRITANOPIA: Matrix =
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]];

    type Matrix = [[f32; 3]; 3];
    type Eye = fn(Colour) -> Colour;

    fn seen(colour: Colour, [red, green, blue]: Matrix) -> Colour {
        let linear = srgb(colour).into_linear();
        let dot = |row: [f32; 3]| {
            (row[0] * linear.red + row[1] * linear.green + row[2] * linear.blue).clamp(0.0, 1.0)
        };
        of_srgb(Srgb::from_linear(LinSrgb::new(dot(red), dot(green), dot(blue))))
    }

    fn in_grey(colour: Colour) -> Colour {
        let grey = luminance(colour) as f32;
        of_srgb(Srgb::from_linear(LinSrgb::new(grey, grey, grey)))
    }

    fn srgb(colour: Colour) -> Srgb {
        Srgb::from(colour.rgb).into_format()
    }

    fn of_srgb(colour: Srgb) -> Colour {
        Colour { rgb: colour.into_format::<u8>().into() }
    }

    /// `colour` mixed with white, as in Typst.
    fn tint(colour: Colour, share: f32) -> Colour {
        let white = Oklab::from_color(Srgb::new(1.0, 1.0, 1.0));
        of_srgb(Srgb::from_color(white.mix(Oklab::from_color(srgb(colour)), share)))
    }

    /// The CIEDE2000 difference of two colours; 2 is just noticeable.
    fn difference(a: Colour, b: Colour) -> f32 {
        Lab::from_color(srgb(a)).difference(Lab::from_color(srgb(b)))
    }

    /// Possible accents of a department, darkened until readable.
    fn accents() -> Vec<Option<Colour>> {
        let step = |n: u8| [0x00, 0x40, 0x80, 0xc0, 0xff][usize::from(n)];
        let all = (0..125_u8).map(|n| Some(rgb(step(n / 25), step(n / 5 % 5), step(n % 5))));
        std::iter::once(None).chain(all).collect()
    }

    /// All pairs of text or line and background in a palette, with their required contrast.
    fn pairs(p: &Palette) -> Vec<(&'static str, Colour, &'static str, Colour, f64)> {
        let texts = [
            ("text", p.text),
            ("quiet text", p.quiet_text),
            ("accent", p.accent),
            ("wanted", p.wanted),
            ("alarm", p.alarm),
        ];
        let grounds = [("paper", p.paper), ("ground", p.ground)];
        let lines = [
            ("accent", p.accent),
            ("wanted", p.wanted),
            ("role model", p.role_model),
            ("last year", p.last_year),
            ("grid", p.grid),
        ];
        let area = ("area of the current levels", tint(p.accent, AREA_TINT));
        let mut pairs = Vec::new();
        for (name, text) in texts {
            pairs.extend(grounds.map(|(on, ground)| (name, text, on, ground, TEXT_CONTRAST)));
        }
        for (name, line) in lines {
            pairs.push((name, line, "paper", p.paper, LINE_CONTRAST));
        }
        // The grid behind the levels only guides the eye and needs no contrast.
        pairs.extend(lines[..4].iter().map(|&(name, line)| (name, line, area.0, area.1, LINE_CONTRAST)));
        pairs
    }

    #[test]
    fn text_and_lines_stand_out_from_their_grounds_whatever_the_accent() {
        for accent in accents() {
            let palette = Palette::with_accent(accent);
            for (name, colour, on, ground, least) in pairs(&palette) {
                let is = contrast(colour, ground);
                let pair = format!("{name} {} on {on} {}: {is:.1}", hex(colour), hex(ground));
                assert!(is >= least, "{pair}, accent {accent:?}");
                if accent.is_none() {
                    println!("{pair}");
                }
            }
        }
        assert!((contrast(rgb(0, 0, 0), rgb(255, 255, 255)) - 21.0).abs() < 1e-9);
    }

    /// CIE L*.
    fn lightness(colour: Colour) -> f64 {
        116.0 * luminance(colour).cbrt() - 16.0
    }

    #[test]
    fn shades_can_be_told_apart_in_grey_and_read_whatever_the_accent() {
        for accent in accents() {
            let palette = Palette::with_accent(accent);
            for levels in 2..=11_u32 {
                let shade = |level: u32| palette.shade(f64::from(level) / f64::from(levels - 1));
                for level in 0..levels {
                    let Shade { ground, text } = shade(level);
                    assert!(contrast(ground, text) >= TEXT_CONTRAST, "{accent:?}: {}", hex(ground));
                    if level > 0 {
                        let apart = lightness(shade(level - 1).ground) - lightness(ground);
                        assert!(apart >= 4.0, "{accent:?}, {level} of {levels}: {apart:.1}");
                    }
                }
            }
        }
        assert_eq!(Palette::default().shade(0.0).ground, Palette::default().paper);
    }

    #[test]
    fn lines_stay_clear_to_every_eye_and_in_grey() {
        let p = Palette::default();
        let lines = [p.accent, p.wanted, p.role_model, p.last_year];
        let eyes: [(&str, Eye); 4] = [
            ("protanopia", |colour| seen(colour, PROTANOPIA)),
            ("deuteranopia", |colour| seen(colour, DEUTERANOPIA)),
            ("tritanopia", |colour| seen(colour, TRITANOPIA)),
            ("grey", in_grey),
        ];
        for (name, eye) in eyes {
            for line in lines {
                let is = contrast(eye(line), eye(p.paper));
                assert!(is >= LINE_CONTRAST, "{name}: {} {is:.1}", hex(line));
            }
            // Current and target, which readers compare; dashes and markers distinguish all four lines.
            let between = difference(eye(p.accent), eye(p.wanted));
            println!("{name}: now and wanted differ by {between:.1}");
            assert!(between >= 2.0, "{name}: {between:.1}");
        }
    }

    #[test]
    fn a_pale_colour_becomes_its_own_darker_self() {
        let amber = rgb(0xff, 0xc2, 0x00);
        let used = readable(amber);
        assert!(contrast(used, rgb(0xf2, 0xf2, 0xf0)) >= TEXT_CONTRAST);
        // No darker than necessary.
        assert!(contrast(used, rgb(0xf2, 0xf2, 0xf0)) < TEXT_CONTRAST + 0.15, "{}", hex(used));
        let [red, green, blue] = used.rgb.map(f64::from);
        assert!((green / red - f64::from(0xc2_u8) / 255.0).abs() < 0.02 && blue == 0.0, "{}", hex(used));
        assert_eq!(readable(used), used);
        assert_eq!(readable(Palette::default().accent), Palette::default().accent);
    }
}
