//! Parts that the charts have in common: faces, the key of the line to compare with, and marks.

use crate::svg::{Anchor, Number, Pen};
use crate::text::Face;
use crate::{Reference, Tone};

/// Names and values.
pub(crate) const LABEL: Face = Face { size: 12.0, line: 16.0, strong: false, share: 1.0 };
/// Values that count most.
pub(crate) const STRONG: Face = Face { size: 12.0, line: 16.0, strong: true, share: 1.0 };
/// Numbers of axes and other secondary text.
pub(crate) const SMALL: Face = Face { size: 11.0, line: 14.0, strong: false, share: 1.0 };
/// Between text and what it belongs to.
pub(crate) const SPACE: f64 = 8.0;
/// The least width a chart is drawn for.
pub(crate) const LEAST_WIDTH: f64 = 240.0;

/// The width to draw for, whatever was asked.
pub(crate) fn sound_width(width: f64) -> f64 {
    if width.is_finite() { width.clamp(LEAST_WIDTH, 4000.0) } else { 640.0 }
}

/// The widest of some texts.
pub(crate) fn widest<'a>(face: Face, texts: impl Iterator<Item = &'a str>) -> f64 {
    texts.map(|text| face.width(text)).fold(0.0, f64::max)
}

/// Writes the key of the line to compare with at the upper right and returns the room it took.
pub(crate) fn reference_key(pen: &mut Pen, reference: Option<&Reference>, width: f64) -> f64 {
    const DASHES: f64 = 21.0;
    let Some(reference) = shown(reference) else {
        return 0.0;
    };
    let label = SMALL.fit(&reference.label, width - DASHES - SPACE - 2.0);
    let left = width - 2.0 - SMALL.width(&label);
    pen.segment("reference", left - SPACE - DASHES, SMALL.line / 2.0, left - SPACE, SMALL.line / 2.0);
    pen.text(SMALL, "soft", width - 2.0, SMALL.line - 3.0, Anchor::End, &label);
    SMALL.line + 10.0
}

/// The line to compare with, if it can be drawn.
pub(crate) fn shown(reference: Option<&Reference>) -> Option<&Reference> {
    reference.filter(|reference| reference.value.is_finite())
}

/// Draws the mark of a value: a disc, a triangle that points up where the value is good, one that points down where it is bad.
pub(crate) fn mark(pen: &mut Pen, tone: Tone, x: f64, y: f64, radius: f64) {
    let triangle = |up: f64| {
        let (half, tip, foot) = (radius * 1.15, y - up * radius * 1.2, y + up * radius * 0.9);
        let (left, right) = (Number(x - half), Number(x + half));
        format!("M{} {}L{right} {}L{left} {}Z", Number(x), Number(tip), Number(foot), Number(foot))
    };
    match tone {
        Tone::Plain => pen.circle("dot", x, y, radius),
        Tone::Good => pen.path("dot good", &triangle(1.0)),
        Tone::Bad => pen.path("dot bad", &triangle(-1.0)),
    }
}

/// `class` with the tone's own class after it.
pub(crate) fn toned(class: &str, tone: Tone) -> String {
    match tone {
        Tone::Plain => class.to_owned(),
        Tone::Good => format!("{class} good"),
        Tone::Bad => format!("{class} bad"),
    }
}

/// Which of `labels`, one every `pitch` pixels, can be written without touching: every n-th, counted from the last, because
/// the newest matters most.
pub(crate) fn spaced(face: Face, labels: &[&str], pitch: f64) -> Vec<bool> {
    let every = ((widest(face, labels.iter().copied()) + SPACE) / pitch.max(1e-6)).ceil().max(1.0) as usize;
    (0..labels.len()).map(|at| (labels.len() - 1 - at).is_multiple_of(every)).collect()
}

/// A line through points, as the data of a path.
pub(crate) fn polyline(points: impl Iterator<Item = (f64, f64)>) -> String {
    let steps = points
        .enumerate()
        .map(|(at, (x, y))| format!("{}{} {}", if at == 0 { 'M' } else { 'L' }, Number(x), Number(y)));
    steps.collect()
}
