//! Colours in OKLCH, and what they are in sRGB (Ottosson, *A perceptual color space for image processing*, 2020).

use std::fmt;

/// Lightness from 0 to 1, chroma, hue in degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Oklch(pub(super) f64, pub(super) f64, pub(super) f64);

impl Oklch {
    /// Red, green and blue in linear light, from 0 to 1.
    fn linear(self) -> [f64; 3] {
        let Self(lightness, chroma, hue) = self;
        let (a, b) = (chroma * hue.to_radians().cos(), chroma * hue.to_radians().sin());
        let l = (lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
        let m = (lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
        let s = (lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b).powi(3);
        [
            4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
            -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
            -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701_0 * s,
        ]
        .map(|part| part.clamp(0.0, 1.0))
    }

    /// The colour as `#rrggbb`, cut to what sRGB can show.
    pub(super) fn to_hex(self) -> String {
        let [red, green, blue] = self.linear().map(|part| {
            let shown = if part <= 0.003_130_8 { 12.92 * part } else { 1.055 * part.powf(1.0 / 2.4) - 0.055 };
            (shown * 255.0).round() as u8
        });
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    /// Contrast of two colours, from 1 to 21 (WCAG 2.2).
    #[cfg(test)]
    pub(super) fn contrast(self, other: Self) -> f64 {
        let luminance = |colour: Self| {
            let [red, green, blue] = colour.linear();
            0.2126 * red + 0.7152 * green + 0.0722 * blue
        };
        let (a, b) = (luminance(self), luminance(other));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }
}

impl fmt::Display for Oklch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(lightness, chroma, hue) = self;
        write!(f, "oklch({lightness} {chroma} {hue})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_colours() {
        assert_eq!(Oklch(1.0, 0.0, 0.0).to_hex(), "#ffffff");
        assert_eq!(Oklch(0.0, 0.0, 0.0).to_hex(), "#000000");
        // CSS Color 4, samples for sRGB red and its OKLCH.
        assert_eq!(Oklch(0.627_955, 0.257_683, 29.234).to_hex(), "#ff0000");
        assert!((Oklch(1.0, 0.0, 0.0).contrast(Oklch(0.0, 0.0, 0.0)) - 21.0).abs() < 1e-6);
    }
}
