//! The one stylesheet of all pictures: inks in OKLCH as custom properties, for light, dark and print.

mod oklch;

use oklch::Oklch;
use std::sync::LazyLock;

/// A colour by its use, in light and in dark surroundings.
struct Ink {
    name: &'static str,
    light: Oklch,
    dark: Oklch,
}

const fn ink(name: &'static str, light: (f64, f64, f64), dark: (f64, f64, f64)) -> Ink {
    Ink { name, light: Oklch(light.0, light.1, light.2), dark: Oklch(dark.0, dark.1, dark.2) }
}

/// Every colour there is: greys of one cool hue, one accent, and a pair for good and bad that differs in lightness too.
const INKS: [Ink; 19] = [
    ink("ground", (1.0, 0.0, 260.0), (0.19, 0.012, 260.0)),
    ink("text", (0.26, 0.025, 260.0), (0.94, 0.008, 260.0)),
    ink("soft", (0.47, 0.022, 260.0), (0.74, 0.018, 260.0)),
    ink("rule", (0.90, 0.008, 260.0), (0.33, 0.014, 260.0)),
    ink("axis", (0.70, 0.015, 260.0), (0.50, 0.018, 260.0)),
    ink("lane", (0.977, 0.003, 260.0), (0.225, 0.013, 260.0)),
    ink("lane-head", (0.945, 0.007, 260.0), (0.27, 0.016, 260.0)),
    ink("own", (0.970, 0.014, 255.0), (0.245, 0.032, 258.0)),
    ink("own-head", (0.925, 0.040, 255.0), (0.315, 0.060, 258.0)),
    ink("box", (1.0, 0.0, 260.0), (0.285, 0.014, 260.0)),
    ink("edge", (0.82, 0.014, 260.0), (0.43, 0.018, 260.0)),
    ink("flow", (0.58, 0.040, 256.0), (0.68, 0.035, 256.0)),
    ink("count", (0.64, 0.018, 260.0), (0.56, 0.020, 260.0)),
    ink("accent", (0.53, 0.155, 256.0), (0.74, 0.125, 254.0)),
    ink("band", (0.905, 0.040, 256.0), (0.36, 0.065, 256.0)),
    ink("good", (0.50, 0.115, 158.0), (0.78, 0.135, 158.0)),
    ink("bad", (0.54, 0.175, 32.0), (0.73, 0.145, 35.0)),
    ink("warning", (0.52, 0.11, 70.0), (0.82, 0.13, 80.0)),
    ink("bad-ground", (0.972, 0.018, 35.0), (0.27, 0.040, 32.0)),
];

/// The rules, in terms of the custom properties above.
const RULES: &str = include_str!("style/rules.css");

/// The fonts: those of the machine's own interface, with figures of one width.
const FONTS: &str = "system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\",\"Noto Sans SC\",\"PingFang SC\",\"Microsoft YaHei\",sans-serif";

/// The stylesheet a page embeds once, in a `<style>` element: colours as custom properties `--chart-…`, for light and dark
/// screens and for print. The page's own ground should be `var(--chart-ground)`.
#[must_use]
pub fn style() -> &'static str {
    static PAGE: LazyLock<String> = LazyLock::new(|| {
        let define = |shade: fn(&Ink) -> Oklch| -> String {
            INKS.iter().map(|ink| format!("--chart-{}:{};", ink.name, shade(ink))).collect()
        };
        let (light, dark) = (define(|ink| ink.light), define(|ink| ink.dark));
        format!(
            ":root{{{light}}}\n@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}\n\
             .chart{{display:block;width:100%;height:auto;margin-inline:auto}}\n{}",
            rules()
        )
    });
    &PAGE
}

/// The stylesheet of a file of its own: light colours in plain hexadecimal, which every program reads.
pub(crate) fn for_document() -> &'static str {
    static DOCUMENT: LazyLock<String> = LazyLock::new(|| {
        INKS.iter().fold(rules(), |rules, ink| {
            rules.replace(&format!("var(--chart-{})", ink.name), &ink.light.to_hex())
        })
    });
    &DOCUMENT
}

fn rules() -> String {
    RULES.replace("var(--chart-fonts)", FONTS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_colour_is_defined_and_used() {
        for ink in &INKS {
            assert!(RULES.contains(&format!("var(--chart-{})", ink.name)), "{} is not used", ink.name);
        }
        assert!(!for_document().contains("var("), "a colour is used that is not defined");
    }

    /// Web Content Accessibility Guidelines 2.2, 1.4.3: text 4.5 to 1; 1.4.11: what a picture needs to be read 3 to 1.
    #[test]
    fn contrast_is_enough() {
        let find = |name: &str| INKS.iter().find(|ink| ink.name == name).expect("an ink");
        let grounds = ["ground", "lane", "own", "box", "lane-head", "own-head"];
        // No arrow runs over the head of a lane.
        let written = [
            ("text", 7.0, 6),
            ("soft", 4.5, 6),
            ("accent", 4.5, 4),
            ("good", 4.5, 4),
            ("bad", 4.5, 4),
            ("warning", 4.5, 4),
            ("flow", 3.5, 4),
            ("count", 3.0, 1),
        ];
        for (name, least, grounds_used) in written {
            for ground in &grounds[..grounds_used] {
                let (text, paper) = (find(name), find(ground));
                for (text, paper) in [(text.light, paper.light), (text.dark, paper.dark)] {
                    let contrast = text.contrast(paper);
                    assert!(contrast >= least, "{name} on {ground}: {contrast:.2}");
                }
            }
        }
    }

    /// What is seen through has another contrast than its ink.
    #[test]
    fn arrows_and_counts_are_opaque() {
        for rule in RULES.lines().filter(|rule| rule.contains(".flow") || rule.contains(".count")) {
            assert!(!rule.contains("opacity"), "{rule}");
        }
        assert!(RULES.contains(".count{fill:var(--chart-count)}"));
        assert!(RULES.contains("stroke:var(--chart-flow)") && RULES.contains(".head{fill:var(--chart-flow)"));
    }
}
