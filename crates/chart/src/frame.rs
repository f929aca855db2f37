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

/// Which of `labels`, one every `pitch` pixels, are written and where their middles stand: every n-th so that they do not
/// touch, counted from the last, because the newest matters most. None leaves the picture at its sides.
pub(crate) fn spaced<'a>(
    face: Face,
    labels: &[&'a str],
    pitch: f64,
    at: &dyn Fn(usize) -> f64,
    width: f64,
) -> Vec<(f64, &'a str)> {
    let every_nth = |n: usize| -> Vec<(f64, &'a str)> {
        let chosen =
            labels.iter().enumerate().filter(|(index, _)| (labels.len() - 1 - index).is_multiple_of(n));
        let placed = chosen.map(|(index, &label)| {
            let half = face.width(label) / 2.0;
            (at(index).min(width - half).max(half), label)
        });
        placed.collect()
    };
    let least = ((widest(face, labels.iter().copied()) + SPACE) / pitch.max(1e-6)).ceil().max(1.0) as usize;
    // One that is pushed in from the side may stand too close to its neighbour; then there are fewer.
    (least..labels.len())
        .map(every_nth)
        .find(|placed| apart(face, placed.clone()).len() == placed.len())
        .unwrap_or_else(|| every_nth(labels.len().max(1)))
}

/// Those of `labels`, in order from left to right and centred where they stand, that do not touch: of two that would, the
/// last stays.
pub(crate) fn apart<T: AsRef<str>>(face: Face, labels: Vec<(f64, T)>) -> Vec<(f64, T)> {
    let mut end = f64::INFINITY;
    let mut kept: Vec<(f64, T)> = Vec::new();
    for (x, label) in labels.into_iter().rev() {
        let half = face.width(label.as_ref()) / 2.0;
        if x + half + SPACE <= end {
            end = x - half;
            kept.push((x, label));
        }
    }
    kept.reverse();
    kept
}

/// A line through points, as the data of a path.
pub(crate) fn polyline(points: impl Iterator<Item = (f64, f64)>) -> String {
    let steps = points
        .enumerate()
        .map(|(at, (x, y))| format!("{}{} {}", if at == 0 { 'M' } else { 'L' }, Number(x), Number(y)));
    steps.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_label_stays() {
        let names = ["May 2018", "Jun 2018", "Jul 2018", "Aug 2018"];
        let at = |index: usize| 40.0 + 62.0 * index as f64;
        let shown: Vec<&str> =
            spaced(SMALL, &names, 62.0, &at, 400.0).into_iter().map(|label| label.1).collect();
        assert_eq!(shown, ["Jun 2018", "Aug 2018"]);
        // The last one has to move in to stay in the picture, and there is no room left right beside it.
        let shown = spaced(SMALL, &names, 70.0, &|index| 40.0 + 70.0 * index as f64, 255.0);
        let shown: Vec<&str> = shown.into_iter().map(|label| label.1).collect();
        assert_eq!(shown, ["Jun 2018", "Aug 2018"]);
    }

    #[test]
    fn labels_do_not_touch() {
        let labels = vec![(0.0, "0 d"), (10.0, "5 d"), (20.0, "10 d"), (80.0, "15 d")];
        let kept: Vec<f64> = apart(SMALL, labels).into_iter().map(|label| label.0).collect();
        assert_eq!(kept, [20.0, 80.0]);
    }
}
