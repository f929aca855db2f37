//! Positions along the process: columns of boxes, gutters between them with labels and tracks.

use super::super::Direction;
use super::super::layout::Plan;
use super::super::measures::Measures;
use super::super::place::Cell;
use super::across::Across;
use super::{Stretch, Tracks, half_slots};
use crate::map::route::{Channel, Side};

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
            .map(|column| {
                half_slots(plan, |port| {
                    !port.side.is_along() && port.cell.column == column
                })
            })
            .collect();
        /// Slots on the long side of a box on a phone lie closer.
        const PHONE_SLOT: f64 = 12.0;
        let slot = if wide { measures.slot } else { PHONE_SLOT };
        let sizes: Vec<f64> = across
            .cards
            .iter()
            .zip(&plan.grid.cells)
            .map(|(card, cell)| {
                let room = 2.0 * (half[cell.column] * slot + measures.slot_inset);
                if wide {
                    measures.box_width
                } else {
                    card.height.max(room)
                }
            })
            .collect();
        let in_column = |column: usize| {
            plan.grid
                .cells
                .iter()
                .zip(&sizes)
                .filter(move |(cell, _)| cell.column == column)
        };
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
                let smallest = in_column(gutter)
                    .map(|(_, &size)| size)
                    .fold(f64::INFINITY, f64::min);
                let largest = in_column(gutter).map(|(_, &size)| size).fold(0.0, f64::max);
                let smallest = smallest.min(largest);
                middle.push(at + smallest / 2.0);
                pitch.push(slot.min((smallest / 2.0 - measures.slot_inset) / half.max(0.5)));
                at += largest;
            }
        }
        at += TAIL;

        let boxes = sizes
            .iter()
            .zip(&plan.grid.cells)
            .map(|(&size, cell)| Stretch {
                start: starts[cell.column],
                size,
            })
            .collect();
        let plates = zones
            .plates
            .into_iter()
            .map(|plate| {
                plate.map(|(gutter, along, across)| {
                    (
                        Stretch {
                            start: zone_starts[gutter] + along.start,
                            size: along.size,
                        },
                        across,
                    )
                })
            })
            .collect();
        Self {
            size: at,
            head,
            boxes,
            plates,
            middle,
            pitch,
            first_track,
            track: measures.track,
        }
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
    let words = plan
        .map
        .lanes()
        .iter()
        .map(|lane| plan.measures.lane.longest_word(&lane.name));
    (words.fold(0.0, f64::max) + 2.0 * plan.measures.inset + 1.0).clamp(96.0, 160.0)
}

/// The beginning of each gutter, right after the boxes, where no flow turns: here the numbers of the flows stand.
struct Zones {
    /// The size of each gutter's zone.
    size: Vec<f64>,
    /// For each flow: its gutter, its place in the zone, and its place across.
    plates: Vec<Option<(usize, Stretch, Stretch)>>,
}

impl Zones {
    fn new(plan: &Plan<'_>, tracks: &Tracks, across: &Across) -> Self {
        let mut places: Vec<(usize, usize, f64)> = (0..plan.routes.len())
            .filter(|&flow| !plan.label(flow).is_empty())
            .filter_map(|flow| {
                place(plan, tracks, across, flow).map(|(gutter, level)| (gutter, flow, level))
            })
            .collect();
        places.sort_by(|a, b| a.0.cmp(&b.0).then(a.2.total_cmp(&b.2)).then(a.1.cmp(&b.1)));
        let mut zones = Self {
            size: vec![0.0; plan.grid.columns + 1],
            plates: vec![None; plan.routes.len()],
        };
        for gutter in 0..=plan.grid.columns {
            let here: Vec<(usize, f64)> = places
                .iter()
                .filter(|place| place.0 == gutter)
                .map(|&(_, flow, level)| (flow, level))
                .collect();
            match plan.measures.direction {
                Direction::LeftToRight => zones.side_by_side(plan, gutter, &here),
                Direction::TopToBottom => zones.in_rows(plan, across, gutter, &here),
            }
        }
        zones
    }

    /// Each number stands on its arrow, right after the box, or further on where another stands too close.
    fn side_by_side(&mut self, plan: &Plan<'_>, gutter: usize, here: &[(usize, f64)]) {
        const SPACE: f64 = 5.0;
        let measures = &plan.measures;
        let mut size = if gutter == 0 { 0.0 } else { SPACE };
        let mut placed: Vec<(Stretch, Stretch)> = Vec::new();
        for &(flow, level) in here {
            let (width, height) = measures.plate_size(plan.label(flow));
            let across = Stretch {
                start: level - height / 2.0,
                size: height,
            };
            let mut start = SPACE + arc(measures, plan, flow);
            // Plates come in order of their level, so that each is moved past its neighbours once at most.
            while let Some((near, _)) = placed.iter().find(|(near, level)| {
                level.meets(across) && near.meets(Stretch { start, size: width })
            }) {
                start = near.end() + SPACE;
            }
            placed.push((Stretch { start, size: width }, across));
            self.plates[flow] = Some((gutter, Stretch { start, size: width }, across));
            size = f64::max(size, start + width + SPACE);
        }
        self.size[gutter] = size;
    }

    /// Numbers lie across their arrows, in as many rows as it takes to keep them apart.
    fn in_rows(&mut self, plan: &Plan<'_>, across: &Across, gutter: usize, here: &[(usize, f64)]) {
        const SPACE: f64 = 3.0;
        let measures = &plan.measures;
        let mut rows: Vec<f64> = Vec::new();
        let lead = here
            .iter()
            .map(|&(flow, _)| arc(measures, plan, flow) + SPACE)
            .fold(SPACE, f64::max);
        for &(flow, level) in here {
            let (width, height) = measures.plate_size(plan.label(flow));
            let start = beside_box(plan, across, flow, level, width)
                .clamp(0.0, (across.size - width).max(0.0));
            let row = rows
                .iter()
                .position(|&end| end + SPACE <= start)
                .unwrap_or_else(|| {
                    rows.push(0.0);
                    rows.len() - 1
                });
            rows[row] = start + width;
            let along = Stretch {
                start: lead + row as f64 * (height + 1.0),
                size: height,
            };
            self.plates[flow] = Some((gutter, along, Stretch { start, size: width }));
        }
        self.size[gutter] = match rows.len() {
            0 => SPACE,
            rows => lead + rows as f64 * (measures.plate + 1.0) + SPACE,
        };
    }
}

/// How far the number of a repeated step must keep from the box.
fn arc(measures: &Measures, plan: &Plan<'_>, flow: usize) -> f64 {
    if plan.routes[flow].is_none() {
        measures.arc
    } else {
        0.0
    }
}

/// Where a plate begins so that it covers its arrow and, where it can, does not stick out beside the box.
fn beside_box(plan: &Plan<'_>, across: &Across, flow: usize, level: f64, width: f64) -> f64 {
    const COVER: f64 = 6.0;
    let row = across.row(plan.grid.cells[plan.map.flows()[flow].from].row);
    let middle = level - width / 2.0;
    if level < row.start || level > row.end() || width > row.size {
        return middle;
    }
    middle
        .clamp(row.start, row.end() - width)
        .clamp(level - width + COVER, level - COVER)
}

/// The gutter in whose zone the number of `flow` stands, and at which level. A flow that leads forwards has it right
/// after its first box; one that leads backwards in the last gutter that it runs through.
fn place(plan: &Plan<'_>, tracks: &Tracks, across: &Across, flow: usize) -> Option<(usize, f64)> {
    let Some(route) = &plan.routes[flow] else {
        let cell = plan.grid.cells[plan.map.flows()[flow].from];
        let middle = (plan.ports.exit[flow] + plan.ports.entry[flow]) / 2.0;
        return Some((cell.column + 1, across.slot(cell, middle)));
    };
    if route.exit == Side::Right {
        return Some((
            route.from.column + 1,
            across.slot(route.from, plan.ports.exit[flow]),
        ));
    }
    // The piece that runs over the gutter before the first box; one of the corridors does.
    let gutter = route.from.column;
    let over = route.corners();
    let at = 2.0 * gutter as f64 - 0.5;
    (0..route.legs.len()).find_map(|leg| match route.legs[leg] {
        Channel::Corridor(corridor) => {
            let (a, b) = (over[leg + 1].0, over[leg + 2].0);
            (a.min(b) < at && at < a.max(b))
                .then(|| (gutter, across.track(corridor, tracks.of_leg[flow][leg])))
        }
        Channel::Gutter(_) => None,
    })
}
