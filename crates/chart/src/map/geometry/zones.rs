//! Where the numbers of the flows stand: in a zone at the beginning of each gutter, where no flow turns.

use super::super::Direction;
use super::super::layout::Plan;
use super::super::measures::Measures;
use super::super::route::{Channel, Side};
use super::across::Across;
use super::{Stretch, Tracks};

/// The beginning of each gutter, right after the boxes, where no flow turns: here the numbers of the flows stand.
pub(super) struct Zones {
    /// The size of each gutter's zone.
    pub(super) size: Vec<f64>,
    /// For each flow: its gutter, its place in the zone, and its place across.
    pub(super) plates: Vec<Option<(usize, Stretch, Stretch)>>,
}

impl Zones {
    pub(super) fn new(plan: &Plan<'_>, tracks: &Tracks, across: &Across) -> Self {
        let mut places: Vec<(usize, usize, f64)> = (0..plan.routes.len())
            .filter(|&flow| !plan.label(flow).is_empty())
            .filter_map(|flow| place(plan, tracks, across, flow).map(|(gutter, level)| (gutter, flow, level)))
            .collect();
        places.sort_by(|a, b| a.0.cmp(&b.0).then(a.2.total_cmp(&b.2)).then(a.1.cmp(&b.1)));
        let mut zones =
            Self { size: vec![0.0; plan.grid.columns + 1], plates: vec![None; plan.routes.len()] };
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
        const SPACE: f64 = 3.0;
        let measures = &plan.measures;
        let mut size = if gutter == 0 { 0.0 } else { SPACE };
        let mut placed: Vec<(Stretch, Stretch)> = Vec::new();
        for &(flow, level) in here {
            let (width, height) = measures.plate_size(plan.label(flow));
            let across = Stretch { start: level - height / 2.0, size: height };
            let mut start = SPACE + arc(measures, plan, flow);
            // Plates come in order of their level, so that each is moved past its neighbours once at most.
            while let Some((near, _)) = placed
                .iter()
                .find(|(near, level)| level.meets(across) && near.meets(Stretch { start, size: width }))
            {
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
        let lead = here.iter().map(|&(flow, _)| arc(measures, plan, flow) + SPACE).fold(SPACE, f64::max);
        for &(flow, level) in here {
            let (width, height) = measures.plate_size(plan.label(flow));
            let start =
                beside_box(plan, across, flow, level, width).clamp(0.0, (across.size - width).max(0.0));
            let row = rows.iter().position(|&end| end + SPACE <= start).unwrap_or_else(|| {
                rows.push(0.0);
                rows.len() - 1
            });
            rows[row] = start + width;
            let along = Stretch { start: lead + row as f64 * (height + 1.0), size: height };
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
    if plan.routes[flow].is_none() { measures.arc } else { 0.0 }
}

/// Where a plate begins so that it covers its arrow and, where it can, does not stick out beside the box.
fn beside_box(plan: &Plan<'_>, across: &Across, flow: usize, level: f64, width: f64) -> f64 {
    let cover = f64::min(6.0, width / 2.0);
    let row = across.row(plan.grid.cells[plan.map.flows()[flow].from].row);
    let middle = level - width / 2.0;
    if level < row.start || level > row.end() || width > row.size {
        return middle;
    }
    middle.clamp(row.start, row.end() - width).clamp(level - width + cover, level - cover)
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
        return Some((route.from.column + 1, across.slot(route.from, plan.ports.exit[flow])));
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
