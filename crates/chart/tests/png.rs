//! Pictures of pixels: never without their words, and never beyond the limit.

use chart::bars::{Bar, Bars, draw};
use chart::{Fonts, PngError, Svg, Tone};
use std::sync::Arc;

fn picture() -> Svg {
    let bar = Bar { label: "May".into(), value: 3.0, value_label: "3".into(), tone: Tone::Plain };
    draw(&Bars { bars: vec![bar], ..Bars::default() }, &|value| value.to_string(), 400.0)
}

#[test]
fn without_fonts_nothing_is_drawn() {
    assert_eq!(picture().to_png(1.0, Arc::new(Fonts::new())), Err(PngError::NoFonts));
}

#[test]
fn a_picture_beyond_the_limit_is_refused_before_memory_is_taken() {
    for scale in [1e6, f64::INFINITY, f64::NAN] {
        let refused = picture().to_png(scale, Arc::new(Fonts::new()));
        assert!(matches!(refused, Err(PngError::TooLarge { .. })), "{scale}: {refused:?}");
    }
}
