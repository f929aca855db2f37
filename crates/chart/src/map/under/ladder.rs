//! The timeline of a value stream: waiting stands up, work down (Rother & Shook, *Learning to See*, 1999).

use super::columns::Columns;
use super::{Rung, SMALL};
use crate::frame::polyline;
use crate::svg::{Anchor, Pen};

/// Height of the track.
pub(super) const HEIGHT: f64 = 66.0;

/// Room for a time, by the width of its column: beside it, above or below the line, nothing is written.
const ROOM: f64 = 0.72;

/// Draws the ladder over the columns that have a rung; one a column, for a way goes through each once.
pub(super) fn draw(pen: &mut Pen, columns: &Columns, rungs: &[Option<Rung>], (y, height): (f64, f64)) {
    let (up, down) = (y + height * 0.38, y + height * 0.72);
    let mut corners: Vec<(f64, f64)> = Vec::new();
    let mut written: Vec<(f64, f64, &Rung, bool)> = Vec::new();
    for column in 0..columns.len() {
        let of_column = columns.steps(column).iter().find_map(|&step| rungs.get(step)?.as_ref());
        let Some(rung) = of_column else { continue };
        let (left, right) = (columns.left(column), columns.right(column));
        let middle = left + (right - left) * 0.5;
        // Over columns that the way does not come through the line runs on.
        if !corners.is_empty() {
            corners.push((left, down));
        }
        corners.extend([(left, up), (middle, up), (middle, down), (right, down)]);
        let room = ROOM * (right - left);
        written.push(((left + middle) / 2.0, room, rung, true));
        written.push(((middle + right) / 2.0, room, rung, false));
    }
    if corners.is_empty() {
        return;
    }
    pen.path("ladder", &polyline(corners.into_iter()));
    for (x, room, rung, is_waiting) in written {
        let (text, line) =
            if is_waiting { (&rung.waiting, up - 5.0) } else { (&rung.work, down + SMALL.line) };
        let is_assumed = !is_waiting || rung.is_assumed;
        let link = if is_waiting { rung.link.as_str() } else { "" };
        pen.link(link, |pen| {
            let class = if is_assumed { "assumed" } else { "" };
            pen.text(SMALL, class, x, line, Anchor::Middle, &SMALL.fit(text, room));
        });
    }
}
