//! How large text will be, by a table for interface fonts of the size that modellers use.

use super::graph::Size;

/// Height of a line, in pixels.
const LINE: f64 = 14.0;
/// The most lines of a label; what is longer is cut by whoever draws it.
const MOST_LINES: usize = 6;
/// The most characters that are looked at.
const MOST_CHARACTERS: usize = 1_000;

/// The size of a text in lines of at most `width` pixels; zero for no text.
pub(super) fn size(text: &str, width: f64) -> Size {
    let (mut lines, mut widest, mut line) = (0, 0.0_f64, 0.0_f64);
    let short: String = text.chars().take(MOST_CHARACTERS).collect();
    for word in short.split_whitespace() {
        let word: f64 = word.chars().map(advance).sum();
        let joined = if line > 0.0 { line + advance(' ') + word } else { word };
        if line > 0.0 && joined > width {
            lines += 1;
            line = word;
        } else {
            line = joined;
        }
        // A word wider than the line is cut.
        while line > width {
            lines += 1;
            line -= width;
            widest = width;
        }
        widest = widest.max(line);
    }
    if line > 0.0 {
        lines += 1;
    }
    if lines == 0 {
        Size::default()
    } else {
        Size { width: widest.ceil(), height: LINE * lines.min(MOST_LINES) as f64 }
    }
}

/// Width of a character, a little generous.
fn advance(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | ' ' | 'f' | 't' | 'r' => 4.0,
        'm' | 'w' | 'M' | 'W' | '…' | '—' => 10.5,
        '\u{1100}'..='\u{11ff}'
        | '\u{2e80}'..='\u{d7ff}'
        | '\u{f900}'..='\u{fb00}'
        | '\u{ff00}'..='\u{ff60}'
        | '\u{1f300}'..='\u{3ffff}' => 12.5,
        c if c.is_uppercase() => 8.5,
        _ => 7.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_wraps_between_words() {
        assert_eq!(size("  ", 90.0), Size::default());
        assert_eq!(size("Order", 90.0).height, LINE);
        let long = size("Order is checked by the clerk of the day", 90.0);
        assert!(long.height > 2.0 * LINE && long.width <= 90.0, "{long:?}");
        assert!(size(&"x".repeat(100_000), 90.0).height <= LINE * MOST_LINES as f64);
    }
}
