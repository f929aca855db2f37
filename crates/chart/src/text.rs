//! How wide text will be, without asking the machine for its fonts, and how to break it into lines.
//!
//! Widths are those of the widest interface fonts in use (DejaVu Sans, Verdana), so that text never runs out of its box;
//! in narrower fonts there is a little more air.

/// How a piece of text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Face {
    /// Height of the letters, in pixels.
    pub(crate) size: f64,
    /// Distance from one base line to the next, in pixels.
    pub(crate) line: f64,
    /// Whether it is set in a heavier weight.
    pub(crate) strong: bool,
    /// Widths to reckon with, as a share of those of the widest fonts.
    pub(crate) share: f64,
}

impl Face {
    /// Width of `text` in pixels.
    pub(crate) fn width(self, text: &str) -> f64 {
        let ems: f64 = text.chars().map(em).sum();
        ems * self.size * self.share * if self.strong { 1.1 } else { 1.0 }
    }

    /// Breaks `text` into at most `max_lines` lines of at most `max_width` pixels. What does not fit ends in an ellipsis.
    pub(crate) fn wrap(self, text: &str, max_width: f64, max_lines: usize) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        let mut line = String::new();
        for piece in pieces(text) {
            let space = if line.is_empty() || piece.glued { "" } else { " " };
            let longer = format!("{line}{space}{}", piece.text);
            if self.width(&longer) <= max_width {
                line = longer;
                continue;
            }
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            // A word wider than the box is cut where it must.
            for c in piece.text.chars() {
                line.push(c);
                if self.width(&line) > max_width && line.chars().count() > 1 {
                    line.pop();
                    lines.push(std::mem::replace(&mut line, c.to_string()));
                }
            }
            if lines.len() > max_lines {
                break;
            }
        }
        if !line.is_empty() {
            lines.push(line);
        }
        if lines.len() > max_lines {
            lines.truncate(max_lines);
            if let Some(last) = lines.last_mut() {
                last.push('…');
                self.shorten(last, max_width);
            }
        }
        lines
    }

    /// Width of the widest part of `text` that stays on one line.
    pub(crate) fn longest_word(self, text: &str) -> f64 {
        pieces(text).into_iter().map(|piece| self.width(piece.text)).fold(0.0, f64::max)
    }

    /// The least width at which `text` takes at most `lines` lines and no word is cut; `limit`, where that is less.
    pub(crate) fn narrowest(self, text: &str, lines: usize, limit: f64) -> f64 {
        const STEP: f64 = 2.0;
        let mut width = self.longest_word(text).ceil();
        while width < limit && self.wrap(text, width, lines + 1).len() > lines {
            width += STEP;
        }
        width.min(limit)
    }

    /// `text` on one line of at most `max_width` pixels, ending in an ellipsis where it was cut.
    pub(crate) fn fit(self, text: &str, max_width: f64) -> String {
        self.wrap(text, max_width, 1).pop().unwrap_or_default()
    }

    /// Drops letters before the final ellipsis until `line` fits.
    fn shorten(self, line: &mut String, max_width: f64) {
        while self.width(line) > max_width && line.chars().count() > 2 {
            line.pop();
            line.pop();
            let kept = line.trim_end().len();
            line.truncate(kept);
            line.push('…');
        }
    }
}

/// A part of a text that stays on one line where it can.
struct Piece<'a> {
    text: &'a str,
    /// It follows the last piece without a space.
    glued: bool,
}

/// Words; in scripts without spaces each character is a piece, and a hyphen ends one. A no-break space binds what stands
/// beside it: a number and its unit, also where the unit is written in such a script.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    for word in text.split(is_breaking_space).filter(|word| !word.is_empty()) {
        let mut start = 0;
        let mut before = None;
        let mut is_unit = false;
        for (at, c) in word.char_indices() {
            let may_break = before.is_some_and(|before| {
                (is_wide(before) || is_wide(c) || before == '-')
                    && !is_binding(before)
                    && !is_binding(c)
                    && !(is_unit && is_wide(c))
            });
            if may_break {
                pieces.push(Piece { text: &word[start..at], glued: start > 0 });
                start = at;
            }
            is_unit = is_binding(c) || (is_unit && is_wide(c));
            before = Some(c);
        }
        pieces.push(Piece { text: &word[start..], glued: start > 0 });
    }
    pieces
}

/// A space at which no line may end, as between a number and its unit.
fn is_binding(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}')
}

/// A space at which a line may end.
fn is_breaking_space(c: char) -> bool {
    c.is_whitespace() && !is_binding(c)
}

/// Width of a character as a share of the letter height.
fn em(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | 'I' | 'J' | '\'' | '|' | 'і' | 'ї' | 'ł' => 0.30,
        ' ' | '\u{a0}' | '\u{202f}' | '.' | ',' | ':' | ';' | '·' | '/' | '\\' => 0.34,
        'f' | 't' | 'r' | '-' | '(' | ')' | '[' | ']' | '!' | '"' => 0.41,
        's' | 'c' | 'z' | 'k' | 'v' | 'x' | 'y' | 'г' | 'з' | 'с' | 'т' | 'э' | 'х' | 'у' => 0.58,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '…' | '—' => 1.0,
        'ж' | 'м' | 'ф' | 'ш' | 'щ' | 'ы' | 'ю' | 'ъ' => 0.90,
        'Ж' | 'М' | 'Ф' | 'Ш' | 'Щ' | 'Ы' | 'Ю' | 'Ъ' => 1.08,
        '+' | '=' | '<' | '>' | '−' | '×' | '±' | '≤' | '≥' | '→' | '~' | '#' | '&' => 0.84,
        '0'..='9' | 'a'..='z' => 0.64,
        'A'..='Z' => 0.75,
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' => 0.0,
        c if is_wide(c) => 1.02,
        c if ('\u{400}'..='\u{52f}').contains(&c) && c.is_lowercase() => 0.66,
        c if c.is_lowercase() => 0.65,
        c if c.is_uppercase() => 0.79,
        _ => 0.75,
    }
}

/// Characters as wide as they are high, in scripts that break between any two: Chinese, Japanese, Korean; pictographs too.
fn is_wide(c: char) -> bool {
    matches!(c,
        '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff60}' | '\u{ffe0}'..='\u{ffe6}' | '\u{1f300}'..='\u{1faff}'
        | '\u{20000}'..='\u{3fffd}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const FACE: Face = Face { size: 10.0, line: 13.0, strong: false, share: 1.0 };

    #[test]
    fn words_wrap_and_the_rest_is_an_ellipsis() {
        assert_eq!(FACE.wrap("Payment approved", 60.0, 2), ["Payment", "approved"]);
        assert_eq!(FACE.wrap("Handed over to the carrier by hand", 60.0, 2), ["Handed", "over to t…"]);
        assert_eq!(FACE.wrap("  ", 60.0, 2), Vec::<String>::new());
        assert_eq!(FACE.fit("Unavailable", 40.0), "Unav…");
    }

    #[test]
    fn chinese_breaks_between_characters() {
        assert_eq!(FACE.wrap("已交付承运商处理", 45.0, 2), ["已交付承", "运商处理"]);
    }

    #[test]
    fn a_number_keeps_its_unit() {
        assert_eq!(FACE.wrap("中位数2.2\u{a0}小时", 56.0, 3), ["中位数", "2.2\u{a0}小时"]);
        assert_eq!(FACE.wrap("median 7.1\u{a0}d", 60.0, 3), ["median", "7.1\u{a0}d"]);
    }

    #[test]
    fn cyrillic_is_wider_than_latin() {
        assert!(FACE.width("Доставлено") > FACE.width("Delivered "));
    }

    proptest! {
        #[test]
        fn lines_fit(text in "\\PC{0,60}", width in 25.0_f64..200.0, lines in 1_usize..4) {
            let wrapped = FACE.wrap(&text, width, lines);
            prop_assert!(wrapped.len() <= lines);
            for line in wrapped {
                prop_assert!(FACE.width(&line) <= width, "{line:?} is {} wide", FACE.width(&line));
            }
        }
    }
}
