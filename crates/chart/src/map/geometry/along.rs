//! Positions along the process: columns of boxes, and the gutters between them.

use super::super::Direction;
use super::super::layout::Plan;
use super::super::place::Cell;
use super::across::Across;
use super::zones::Zones;
use super::{Stretch, Tracks, half_slots};

/// Positions along the process.
#[derive(Debug)]
pub(super) struct Along {
    pub(super) size: f64,
    /// Room for the names of lanes and lines before the process begins.
    pub(super) head: f64,
    /// The extent of each step's box.
    pub(super) boxes: Vec<Stretch>,
    /// Where the plate of each flow lies: along and across.
    pub(super) plates: Vec<Option<(Stretch, Stretch)>>,
    /// What the slots of each column are counted from.
    middle: Vec<f64>,
    pitch: Vec<f64>,
    /// Middle of the first track of each gutter.
    first_track: Vec<f64>,
    track: f64,
}

impl Along {
    pub(super) fn measure(plan: &Plan<'_>, tracks: &Tracks, across: &Across) -> Self {
        let measures = &plan.measures;
        let columns = plan.grid.columns;
        let wide = measures.direction == Direction::LeftToRight;
        let half: Vec<f64> = (0..columns)
            .map(|column| half_slots(plan, |port| !port.side.is_along() && port.cell.column == column))
            .collect();
        let sizes: Vec<f64> = across
            .cards
            .iter()
            .zip(&plan.grid.cells)
            .map(|(card, cell)| {
                let room = 2.0 * (half[cell.column] * measures.stub + measures.slot_inset);
                if wide { card.width } else { card.height.max(room) }
            })
            .collect();
        let in_column =
            |column: usize| plan.grid.cells.iter().zip(&sizes).filter(move |(cell, _)| cell.column == column);
        let zones = Zones::new(plan, tracks, across);

        let head = head(plan);
        let (mut starts, mut first_track) = (Vec::new(), Vec::new());
        let (mut middle, mut pitch) = (Vec::new(), Vec::new());
        let mut zone_starts = Vec::new();
        let mut at = head;
        for (gutter, zone) in zones.size.iter().enumerate() {
            zone_starts.push(at);
            at += zone;
            first_track.push(at + measures.track / 2.0);
            at += tracks.gutters[gutter] as f64 * measures.track;
            if let Some(half) = half.get(gutter) {
                at += measures.head_room;
                starts.push(at);
                let smallest = in_column(gutter).map(|(_, &size)| size).fold(f64::INFINITY, f64::min);
                let largest = in_column(gutter).map(|(_, &size)| size).fold(0.0, f64::max);
                let smallest = smallest.min(largest);
                middle.push(at + smallest / 2.0);
                pitch.push(measures.stub.min((smallest / 2.0 - measures.slot_inset) / half.max(0.5)));
                at += largest;
            }
        }
        at += TAIL;

        let boxes = sizes
            .iter()
            .zip(&plan.grid.cells)
            .map(|(&size, cell)| Stretch { start: starts[cell.column], size })
            .collect();
        let plates = zones
            .plates
            .into_iter()
            .map(|plate| {
                plate.map(|(gutter, along, across)| {
                    (Stretch { start: zone_starts[gutter] + along.start, size: along.size }, across)
                })
            })
            .collect();
        Self { size: at, head, boxes, plates, middle, pitch, first_track, track: measures.track }
    }

    /// Where `slot` lies on the upper and lower sides of the box in `cell`.
    pub(super) fn slot(&self, cell: Cell, slot: f64) -> f64 {
        self.middle[cell.column] + slot * self.pitch[cell.column]
    }

    /// Where a track of a gutter lies.
    pub(super) fn track(&self, gutter: usize, track: usize) -> f64 {
        self.first_track[gutter] + track as f64 * self.track
    }
}

/// Room after the last gutter.
const TAIL: f64 = 12.0;

/// Room for the names before the process begins.
fn head(plan: &Plan<'_>) -> f64 {
    let measures = &plan.measures;
    match measures.direction {
        Direction::LeftToRight => lane_head(plan),
        Direction::TopToBottom => {
            plan.map.lines().len() as f64 * measures.line.line
                + 3.0 * measures.lane.line
                + 2.0 * measures.inset
        }
    }
}

/// Width of the part of a lane that holds its name: so that no word is cut, within reason.
pub(super) fn lane_head(plan: &Plan<'_>) -> f64 {
    let words = plan.map.lanes().iter().map(|lane| plan.measures.lane.longest_word(&lane.name));
    (words.fold(0.0, f64::max) + 2.0 * plan.measures.inset + 1.0).clamp(64.0, 120.0)
}
