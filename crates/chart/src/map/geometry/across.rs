//! Positions across the lanes: lanes, rows of boxes, corridors between them, slots on the boxes' sides.

use super::super::layout::Plan;
use super::super::measures::{self, Card, Measures};
use super::super::place::Cell;
use super::super::{Direction, StepFigures};
use super::{Stretch, half_slots};
use bpmn::map::StepKind;

/// The width that a map for phones keeps to where it can.
const PHONE_WIDTH: f64 = 390.0;
/// The narrowest box on a phone.
const PHONE_BOX: f64 = 56.0;

/// Positions across the lanes.
#[derive(Debug)]
pub(super) struct Across {
    pub(super) size: f64,
    pub(super) lanes: Vec<Stretch>,
    /// The extent of each step's box.
    pub(super) boxes: Vec<Stretch>,
    pub(super) cards: Vec<Card>,
    rows: Vec<Stretch>,
    /// From one slot to the next in each row.
    pitch: Vec<f64>,
    /// Middle of the first track of each corridor.
    first_track: Vec<f64>,
    track: f64,
}

impl Across {
    pub(super) fn measure(plan: &Plan<'_>, corridors: &[usize]) -> Self {
        let measures = &plan.measures;
        let wide = measures.direction == Direction::LeftToRight;
        let widths = if wide { measures::column_widths(plan) } else { row_widths(plan, corridors) };
        let none = StepFigures::default();
        let steps = plan.map.steps();
        let cards: Vec<Card> = steps
            .iter()
            .enumerate()
            .map(|(at, step)| {
                let cell = plan.grid.cells[at];
                let width = widths[if wide { cell.column } else { cell.row }];
                measures::card(measures, step, plan.steps.get(at).unwrap_or(&none), width)
            })
            .collect();
        let half: Vec<f64> = (0..plan.grid.rows.len())
            .map(|row| half_slots(plan, |port| port.side.is_along() && port.cell.row == row))
            .collect();

        let room = |half: f64| 2.0 * (half * measures.slot + measures.slot_inset);
        let row_size = |row: usize| {
            let heights = cards.iter().zip(&plan.grid.cells).filter(|(_, cell)| cell.row == row);
            let highest = heights.map(|(card, _)| card.height).fold(room(half[row]), f64::max);
            if wide { highest } else { widths[row] }
        };
        let (mut rows, mut lanes, mut first_track) = (Vec::new(), Vec::new(), Vec::new());
        let mut at = 0.0;
        for (row, &lane) in plan.grid.rows.iter().enumerate() {
            if lanes.len() == lane {
                at += if lane == 0 { 0.0 } else { gap(plan, lane - 1) };
                lanes.push(Stretch { start: at, size: 0.0 });
            }
            first_track.push(at + measures.track / 2.0 + lead(measures));
            at += corridor(measures, corridors[2 * row]);
            rows.push(Stretch { start: at, size: row_size(row) });
            at += row_size(row);
            first_track.push(at + measures.corridor + measures.track / 2.0);
            at += corridor(measures, corridors[2 * row + 1]);
            lanes[lane].size = at - lanes[lane].start;
        }

        let boxes = (0..steps.len())
            .map(|step| {
                let row = rows[plan.grid.cells[step].row];
                // An end is as high as its text and its arrows; steps of a row are all alike.
                let size = if wide && steps[step].kind != StepKind::Step {
                    cards[step]
                        .height
                        .max(room(half_slots(plan, |port| port.side.is_along() && port.step == step)))
                } else {
                    row.size
                };
                Stretch { start: row.middle() - size / 2.0, size }
            })
            .collect();
        let pitch = rows
            .iter()
            .zip(&half)
            .map(|(row, half)| measures.slot.min((row.size / 2.0 - measures.slot_inset) / half.max(0.5)))
            .collect();
        Self { size: at, lanes, boxes, cards, rows, pitch, first_track, track: measures.track }
    }

    /// Where `slot` lies on the left and right sides of the box in `cell`.
    pub(super) fn slot(&self, cell: Cell, slot: f64) -> f64 {
        self.rows[cell.row].middle() + slot * self.pitch[cell.row]
    }

    /// Where a track of a corridor lies.
    pub(super) fn track(&self, corridor: usize, track: usize) -> f64 {
        self.first_track[corridor] + track as f64 * self.track
    }

    /// The extent of a row's boxes.
    pub(super) fn row(&self, row: usize) -> Stretch {
        self.rows[row]
    }
}

/// Between the border of a lane and the first track above a row.
fn lead(measures: &Measures) -> f64 {
    measures.corridor / 2.0
}

/// The size of a corridor with so many tracks.
fn corridor(measures: &Measures, tracks: usize) -> f64 {
    match tracks {
        0 => measures.corridor,
        _ => 1.5 * measures.corridor + tracks as f64 * measures.track,
    }
}

/// The gap below `lane`: wider where lines of the blueprint lie in it.
fn gap(plan: &Plan<'_>, lane: usize) -> f64 {
    let lines = plan.map.lines().iter().filter(|line| line.below_lane == lane).count();
    if lines == 0 { plan.measures.lane_gap } else { lines as f64 * plan.measures.line_gap }
}

/// The width of each row's boxes on a phone. The rows share what the screen leaves: first each gets what its longest words
/// need, as far as it goes round, then all get the same of the rest.
fn row_widths(plan: &Plan<'_>, corridors: &[usize]) -> Vec<f64> {
    let measures = &plan.measures;
    let rows = plan.grid.rows.len();
    let gaps: f64 = (1..plan.map.lanes().len()).map(|lane| gap(plan, lane - 1)).sum();
    let channels: f64 = corridors.iter().map(|&tracks| corridor(measures, tracks)).sum();
    let beside =
        |row: usize| corridor(measures, corridors[2 * row]) + corridor(measures, corridors[2 * row + 1]);
    let mut needs: Vec<(usize, f64)> =
        (0..rows).map(|row| (row, measures::least_width(plan, row, beside(row)))).collect();
    needs.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
    let mut widths = vec![PHONE_BOX; rows];
    let mut left = PHONE_WIDTH - gaps - channels;
    for (served, &(row, need)) in needs.iter().enumerate() {
        let share = left / (rows - served) as f64;
        widths[row] = need.min(share).max(PHONE_BOX);
        left -= widths[row];
    }
    /// More than this makes no box easier to read.
    const ENOUGH: f64 = 116.0;
    let rest = (left / rows.max(1) as f64).max(0.0);
    widths.into_iter().map(|width| (width + rest).min(ENOUGH.max(width))).collect()
}
