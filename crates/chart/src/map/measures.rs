//! Sizes of everything on the map, for a wide screen and for a phone, and the text of each box broken into lines.
//!
//! "Along" is the direction of the process, "across" that of the lanes.

use super::layout::Plan;
use super::{Direction, StepFigures};
use crate::text::Face;
use bpmn::map::{Step, StepKind};

/// The sizes used in one direction, in pixels.
#[derive(Debug, Clone, Copy)]
pub(super) struct Measures {
    pub(super) direction: Direction,
    pub(super) name: Face,
    pub(super) headline: Face,
    pub(super) detail: Face,
    pub(super) label: Face,
    pub(super) lane: Face,
    pub(super) line: Face,
    /// Space between the border of a box and its text.
    pub(super) inset: f64,
    /// Lines a name may take.
    pub(super) name_lines: usize,
    /// From one slot to the next on a side of a box, at most.
    pub(super) slot: f64,
    /// The same on the sides that face other lanes.
    pub(super) stub: f64,
    /// Between the last slot and the corner of the box, at least.
    pub(super) slot_inset: f64,
    /// From one track to the next in a channel.
    pub(super) track: f64,
    /// Between boxes and the tracks of a corridor, and the least width of one.
    pub(super) corridor: f64,
    /// Between the last track of a gutter and the next box: room for the head of the arrow.
    pub(super) head_room: f64,
    /// Height of the plate behind a label.
    pub(super) plate: f64,
    /// How far the arc of a repeated step reaches out.
    pub(super) arc: f64,
    /// Between two lanes.
    pub(super) lane_gap: f64,
    /// For each line of the blueprint between two lanes, in place of the gap.
    pub(super) line_gap: f64,
    /// Width of the widest arrow.
    pub(super) widest: f64,
    /// Rows a lane may have.
    pub(super) max_rows: usize,
}

const fn face(size: f64, line: f64, strong: bool) -> Face {
    Face { size, line, strong, share: 1.0 }
}

/// The interface fonts of phones are narrower than the widest ones; where those are used, text may come near the border.
const fn slim(size: f64, line: f64, strong: bool) -> Face {
    Face { size, line, strong, share: 0.93 }
}

impl Measures {
    pub(super) const fn new(direction: Direction) -> Self {
        match direction {
            Direction::LeftToRight => Self {
                direction,
                name: slim(13.0, 16.0, true),
                headline: face(17.0, 22.0, true),
                detail: slim(12.0, 15.5, false),
                label: face(11.0, 15.0, false),
                lane: slim(12.0, 15.0, true),
                line: face(11.0, 14.0, false),
                inset: 8.0,
                name_lines: 3,
                slot: 18.0,
                stub: 18.0,
                slot_inset: 13.0,
                track: 9.0,
                corridor: 12.0,
                head_room: 13.0,
                plate: 16.0,
                arc: 10.0,
                lane_gap: 6.0,
                line_gap: 22.0,
                widest: 5.0,
                max_rows: 3,
            },
            Direction::TopToBottom => Self {
                direction,
                name: slim(10.5, 12.5, true),
                headline: slim(14.0, 18.0, true),
                detail: slim(10.0, 12.5, false),
                label: slim(10.0, 13.0, false),
                lane: slim(11.0, 13.5, true),
                line: face(10.0, 14.0, false),
                inset: 5.0,
                name_lines: 3,
                slot: 26.0,
                stub: 12.0,
                slot_inset: 9.0,
                track: 7.0,
                corridor: 4.0,
                head_room: 15.0,
                plate: 14.0,
                arc: 11.0,
                lane_gap: 3.0,
                line_gap: 7.0,
                widest: 4.0,
                max_rows: 1,
            },
        }
    }

    /// The plate that holds `label`: width and height.
    pub(super) fn plate_size(&self, label: &str) -> (f64, f64) {
        (self.label.width(label) + 6.0, self.plate)
    }
}

/// The text of a box as it is written, and the size it needs.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Card {
    pub(super) name: Vec<String>,
    pub(super) headline: String,
    pub(super) detail: Vec<String>,
    /// Width of the box.
    pub(super) width: f64,
    /// The least height of the box.
    pub(super) height: f64,
}

/// Side of the mark of a start or an end.
pub(super) const MARK: f64 = 18.0;
/// Between the mark and the number beside it.
pub(super) const MARK_GAP: f64 = 6.0;
/// The bar that shows the share of cases, with the space above it.
pub(super) const SHARE: f64 = 9.0;

/// Breaks the text of `step` into the lines of a box `width` wide.
pub(super) fn card(measures: &Measures, step: &Step, figures: &StepFigures, width: f64) -> Card {
    let is_beside = has_mark_beside(measures, step.kind);
    let room = width - 2.0 * measures.inset;
    let name = measures.name.wrap(&step.name, room, measures.name_lines);
    let headline = measures.headline.fit(&figures.headline, room - mark_room(measures, step.kind));
    let detail: Vec<String> =
        figures.detail.iter().flat_map(|line| measures.detail.wrap(line, room, 2)).collect();
    let mut height = 2.0 * measures.inset
        + name.len() as f64 * measures.name.line
        + detail.len() as f64 * measures.detail.line;
    if !headline.is_empty() || is_beside {
        height += measures.headline.line;
    }
    if step.kind == StepKind::Step {
        height += SHARE;
    } else if !is_beside {
        height += MARK + 2.0;
    }
    Card { name, headline, detail, width, height }
}

/// Whether the mark of a start or an end stands beside its number; on a phone it stands above the text.
pub(super) fn has_mark_beside(measures: &Measures, kind: StepKind) -> bool {
    kind != StepKind::Step && measures.direction == Direction::LeftToRight
}

/// The room that a mark takes beside the number.
fn mark_room(measures: &Measures, kind: StepKind) -> f64 {
    if has_mark_beside(measures, kind) { MARK + MARK_GAP } else { 0.0 }
}

/// The width of each column's boxes on a wide map: as narrow as their text allows without cutting a word, a number or a
/// name, within reason.
pub(super) fn column_widths(plan: &Plan<'_>) -> Vec<f64> {
    const NARROWEST: f64 = 84.0;
    const WIDEST: f64 = 138.0;
    let measures = &plan.measures;
    let mut widths = vec![NARROWEST; plan.grid.columns];
    for (at, (step, cell)) in plan.map.steps().iter().zip(&plan.grid.cells).enumerate() {
        let figures = plan.steps.get(at);
        let detail = figures.into_iter().flat_map(|figures| &figures.detail);
        let headline = figures.map_or(0.0, |figures| measures.headline.width(&figures.headline));
        let texts = detail.map(|line| measures.detail.width(line)).chain([
            measures.name.narrowest(&step.name, measures.name_lines, WIDEST),
            headline + mark_room(measures, step.kind),
        ]);
        let need = texts.fold(0.0, f64::max).ceil() + 2.0 * measures.inset;
        widths[cell.column] = widths[cell.column].max(need.min(WIDEST));
    }
    widths
}

/// The width at which no word in the boxes of `row` need be cut, nor any in the name of its lane, which has the corridors'
/// width too.
pub(super) fn least_width(plan: &Plan<'_>, row: usize, corridors: f64) -> f64 {
    let measures = &plan.measures;
    let steps = plan.map.steps().iter().enumerate().filter(|&(at, _)| plan.grid.cells[at].row == row);
    let words = steps.flat_map(|(at, step)| {
        let figures = plan.steps.get(at);
        let detail = figures.into_iter().flat_map(|figures| &figures.detail);
        let headline = figures.map_or(0.0, |figures| measures.headline.width(&figures.headline));
        detail
            .map(|line| measures.detail.longest_word(line))
            .chain([measures.name.longest_word(&step.name), headline])
    });
    let lane = measures.lane.longest_word(&plan.map.lanes()[plan.grid.rows[row]].name);
    words.fold(lane - corridors, f64::max) + 2.0 * measures.inset + 1.0
}
