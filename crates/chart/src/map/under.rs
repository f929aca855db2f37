//! Headings above the columns of a map, and tracks below that line up with them.

mod columns;
mod curve;
mod ladder;
mod words;

use super::draw::Sheet;
use crate::svg::{Anchor, Pen};
use crate::text::Face;
use crate::{Estimate, Svg, Tone};
use columns::Columns;

/// What stands around a map.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Frame {
    /// The heading over each step; neighbouring columns with the same one share it. Empty where there is none.
    pub headings: Vec<String>,
    /// The address that each step leads to; empty where it leads nowhere.
    pub links: Vec<String>,
    /// The tracks, from top to bottom.
    pub tracks: Vec<Track>,
}

/// A row of values under the map; each is given by step, in the order of the map's.
#[derive(Debug, Clone, PartialEq)]
pub struct Track {
    /// What it is called, at its head.
    pub name: String,
    /// What stands in it.
    pub values: Values,
}

/// What stands in a track.
#[derive(Debug, Clone, PartialEq)]
pub enum Values {
    /// Any number of texts a step.
    Words(Vec<Vec<Word>>),
    /// Lines over the steps on one scale.
    Curves {
        /// The lines.
        curves: Vec<Curve>,
        /// A value that is marked by a line, such as zero.
        level: Option<f64>,
    },
    /// Waiting up, work down.
    Ladder(Vec<Option<Rung>>),
}

/// A short text at a step.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Word {
    /// What is written.
    pub text: String,
    /// How it is meant.
    pub tone: Tone,
    /// Where it leads; nowhere, if empty.
    pub link: String,
    /// Whether somebody assumed it; what was measured stands upright.
    pub is_assumed: bool,
}

/// A line over the steps.
#[derive(Debug, Clone, PartialEq)]
pub struct Curve {
    /// How it is drawn.
    pub stroke: Stroke,
    /// Its values by step.
    pub spots: Vec<Option<Spot>>,
}

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stroke {
    /// Dashed, with hollow marks: as it should be.
    Wanted,
    /// Solid, with intervals: as it was measured.
    Measured,
    /// Marks and intervals without a line: another's.
    Other,
}

/// A value at a step.
#[derive(Debug, Clone, PartialEq)]
pub struct Spot {
    /// The value and its interval, which is not drawn where both of its ends are the value.
    pub estimate: Estimate,
    /// What is written beside it.
    pub label: String,
    /// All that is known of it, for those who point at it.
    pub told: String,
    /// Where it leads; nowhere, if empty.
    pub link: String,
    /// Its shape.
    pub mark: Mark,
}

/// The shape of a value: that of the cluster of emotions which prevails, or a disc.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mark {
    /// A disc in the accent's colour.
    #[default]
    Plain,
    /// A cross: destroying.
    Destroying,
    /// A triangle: attention.
    Attention,
    /// A disc in its own colour: recommendation.
    Recommendation,
    /// A star: advocacy.
    Advocacy,
}

/// A step of the ladder.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Rung {
    /// How long one waits before the step.
    pub waiting: String,
    /// How long the work takes.
    pub work: String,
    /// Where the waiting leads; nowhere, if empty.
    pub link: String,
    /// Whether the waiting was assumed.
    pub is_assumed: bool,
}

/// Text of tracks.
const SMALL: Face = Face { size: 11.5, line: 15.0, strong: false, share: 0.96 };
/// Their names and the headings.
const NAME: Face = Face { size: 12.0, line: 15.0, strong: true, share: 0.93 };
/// Between tracks, and inside them at top and bottom.
const GAP: f64 = 6.0;
/// Height of the headings, with what is below them.
const HEADING: f64 = 30.0;

/// Draws the map with headings and tracks.
pub(super) fn draw(sheet: &Sheet<'_>, frame: &Frame) -> Svg {
    let layout = &sheet.layout;
    let columns = Columns::of(layout);
    let mut pen = Pen::new(&sheet.text.caption.title, &sheet.text.caption.desc);
    let top = headings(&mut pen, &columns, &frame.headings, layout.width);
    pen.moved(0.0, top, 1.0, |pen| sheet.draw_on(pen));
    let mut y = top + layout.height + GAP;
    for track in &frame.tracks {
        y += self::track(&mut pen, &columns, track, (y, layout.width), sheet) + GAP;
    }
    pen.finish("map framed", layout.width, y)
}

/// Writes the headings over the columns; the room they take.
fn headings(pen: &mut Pen, columns: &Columns, headings: &[String], width: f64) -> f64 {
    let mut spans: Vec<(usize, usize, &str)> = Vec::new();
    for column in 0..columns.len() {
        let named = columns.steps(column).iter().filter_map(|&step| headings.get(step));
        let Some(name) = named.map(String::as_str).find(|name| !name.is_empty()) else { continue };
        match spans.last_mut() {
            Some((_, last, known)) if *known == name && *last + 1 == column => *last = column,
            _ => spans.push((column, column, name)),
        }
    }
    for &(first, last, name) in &spans {
        let (left, right) = (columns.left(first), columns.right(last).min(width));
        pen.group("heading-of-columns", |pen| {
            pen.title(name);
            pen.rect("heading", left + 1.0, 0.0, right - left - 2.0, HEADING - GAP, 6.0);
            let label = NAME.fit(name, right - left - 14.0);
            pen.text(NAME, "", left + 8.0, 16.5, Anchor::Start, &label);
        });
    }
    if spans.is_empty() { 0.0 } else { HEADING }
}

/// Draws a track at `y` and says how high it is.
fn track(pen: &mut Pen, columns: &Columns, track: &Track, (y, width): (f64, f64), sheet: &Sheet<'_>) -> f64 {
    let head = sheet.layout.lanes.first().map_or(0.0, |lane| lane.head.width);
    let lines = NAME.wrap(&track.name, head - 2.0 * GAP, 3);
    let least = lines.len() as f64 * NAME.line + 2.0 * GAP;
    let height = match &track.values {
        Values::Words(words) => words::height(columns, words),
        Values::Curves { .. } => curve::HEIGHT,
        Values::Ladder(_) => ladder::HEIGHT,
    }
    .max(least);
    pen.group("track-of-map", |pen| {
        pen.title(&track.name);
        pen.rect("track", 0.0, y, width, height, 8.0);
        pen.rect("track-head", 0.0, y, head, height, 8.0);
        let first = y + (height - lines.len() as f64 * NAME.line) / 2.0 + NAME.size;
        for (at, line) in lines.iter().enumerate() {
            pen.text(NAME, "", GAP + 2.0, first + at as f64 * NAME.line, Anchor::Start, line);
        }
        match &track.values {
            Values::Words(words) => words::draw(pen, columns, words, y),
            Values::Curves { curves, level } => curve::draw(pen, columns, curves, *level, (y, height)),
            Values::Ladder(rungs) => ladder::draw(pen, columns, rungs, (y, height)),
        }
    });
    height
}
