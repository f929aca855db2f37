//! A track of short texts.

use super::columns::Columns;
use super::{GAP, SMALL, Word};
use crate::Tone;
use crate::svg::{Anchor, Pen};

/// Lines that a text may take.
const LINES: usize = 3;
/// Between texts of two columns.
const APART: f64 = 8.0;

/// How high a track of these texts is.
pub(super) fn height(columns: &Columns, words: &[Vec<Word>]) -> f64 {
    let lines = |column: usize| -> usize { of(columns, words, column).map(|(_, lines)| lines.len()).sum() };
    let most = (0..columns.len()).map(lines).max().unwrap_or_default();
    2.0 * GAP + most as f64 * SMALL.line
}

/// Writes the texts of each column below each other.
pub(super) fn draw(pen: &mut Pen, columns: &Columns, words: &[Vec<Word>], y: f64) {
    for column in 0..columns.len() {
        let mut line = y + GAP;
        for (word, lines) in of(columns, words, column) {
            let tone = match word.tone {
                Tone::Plain => "",
                Tone::Good => "good",
                Tone::Bad => "bad",
            };
            let class = if word.is_assumed { format!("{tone} assumed") } else { tone.to_owned() };
            pen.link(&word.link, |pen| {
                for text in &lines {
                    line += SMALL.line;
                    let x = columns.left(column) + 2.0;
                    pen.text(SMALL, class.trim(), x, line - 3.5, Anchor::Start, text);
                }
            });
        }
    }
}

/// The texts of a column, broken into lines.
fn of<'a>(
    columns: &'a Columns,
    words: &'a [Vec<Word>],
    column: usize,
) -> impl Iterator<Item = (&'a Word, Vec<String>)> {
    let room = columns.right(column) - columns.left(column) - APART;
    let steps = columns.steps(column).iter();
    let words = steps.filter_map(|&step| words.get(step)).flatten();
    words.map(move |word| (word, SMALL.wrap(&word.text, room, LINES)))
}
