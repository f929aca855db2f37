//! Where flows touch the sides of the boxes: a slot for each, so that no two run upon each other.
//!
//! Slots are counted from the middle of a side, upwards (or to the left) negative. Flows that turn up take the upper
//! slots, those that turn down the lower ones, and the one that goes straight on the middle.

use super::place::{Cell, Grid};
use super::route::{self, Channel, Route, Side};
use bpmn::map::Flow;
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// The slot of each flow at its first and its last box.
#[derive(Debug)]
pub(super) struct Ports {
    pub(super) exit: Vec<f64>,
    pub(super) entry: Vec<f64>,
}

/// A flow at one side of one box.
#[derive(Debug, Clone, PartialEq)]
struct Port {
    flow: usize,
    /// Whether the flow leaves here.
    leaves: bool,
    /// −1 up (left), 0 straight on, 1 down (right).
    turn: i8,
    /// Ports with larger values lie further from the middle; compared one after the other.
    outward: [f64; 3],
    /// The gutters it runs through beside the box, first and last.
    gutters: (usize, usize),
}

impl Port {
    /// From top to bottom (left to right).
    fn compare(&self, other: &Self) -> Ordering {
        let further = || {
            let pairs = self.outward.iter().zip(&other.outward);
            pairs.map(|(a, b)| a.total_cmp(b)).find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
        };
        let outward = || {
            if self.turn < 0 { further().reverse() } else { further() }
        };
        let index = || (self.flow, self.leaves).cmp(&(other.flow, other.leaves));
        self.turn.cmp(&other.turn).then_with(outward).then_with(index)
    }

    fn shares_gutter(&self, other: &Self) -> bool {
        self.gutters.0 <= other.gutters.1 && other.gutters.0 <= self.gutters.1
    }
}

/// Gives every end of every flow a slot; a step that repeats itself leaves and enters at the top of its right side.
pub(super) fn assign(grid: &Grid, flows: &[Flow], routes: &[Option<Route>]) -> Ports {
    let mut ports = Ports { exit: vec![0.0; flows.len()], entry: vec![0.0; flows.len()] };
    along(grid, flows, routes, &mut ports);
    across(routes, &mut ports);
    ports
}

/// Slots of the left and right sides, for each stretch of a row between two boxes.
fn along(grid: &Grid, flows: &[Flow], routes: &[Option<Route>], ports: &mut Ports) {
    let mut rights: BTreeMap<(usize, usize), Vec<Port>> = BTreeMap::new();
    let mut lefts: BTreeMap<(usize, usize), Vec<Port>> = BTreeMap::new();
    for cell in &grid.cells {
        rights.entry((cell.row, cell.column)).or_default();
        lefts.entry((cell.row, cell.column)).or_default();
    }
    let key = |cell: Cell| (cell.row, cell.column);
    for (flow, route) in routes.iter().enumerate() {
        let Some(route) = route else {
            let cell = grid.cells[flows[flow].from];
            let gutter = cell.column + 1;
            let again =
                |leaves| Port { flow, leaves, turn: -1, outward: [f64::MAX; 3], gutters: (gutter, gutter) };
            rights.entry(key(cell)).or_default().extend([again(true), again(false)]);
            continue;
        };
        if route.exit == Side::Right {
            rights.entry(key(route.from)).or_default().push(leaving(flow, route));
        }
        if route.entry == Side::Left {
            lefts.entry(key(route.to)).or_default().push(arriving(flow, route));
        }
    }
    let boxes: Vec<(usize, usize)> = rights.keys().copied().collect();
    for (index, &this) in boxes.iter().enumerate() {
        let outs = rights.remove(&this).unwrap_or_default();
        // The next box of the same row, if there is one, faces this one.
        let next = boxes.get(index + 1).filter(|next| next.0 == this.0);
        let ins = next.and_then(|next| lefts.remove(next)).unwrap_or_default();
        face(outs, ins, ports);
    }
    for (_, ins) in lefts {
        face(Vec::new(), ins, ports);
    }
}

/// Slots of two boxes that face each other in a row; shared out together where their flows could meet.
fn face(outs: Vec<Port>, ins: Vec<Port>, ports: &mut Ports) {
    if outs.iter().any(|out| ins.iter().any(|into| out.shares_gutter(into))) {
        // A flow that goes straight from one to the other stands once on each side.
        let ins =
            ins.into_iter().filter(|into| !outs.iter().any(|out| out.turn == 0 && out.flow == into.flow));
        let together = ins.chain(outs.iter().cloned()).collect();
        number(together, ports);
    } else {
        number(outs, ports);
        number(ins, ports);
    }
}

/// Numbers the ports of a side from the middle.
fn number(mut side: Vec<Port>, ports: &mut Ports) {
    /// With more than this on one half, the straight flow leaves the middle so that the box need not grow.
    const HALF: usize = 2;
    side.sort_by(Port::compare);
    let up = side.iter().filter(|port| port.turn < 0).count();
    let straight = side.iter().position(|port| port.turn == 0);
    let down = side.len() - up - usize::from(straight.is_some());
    let middle = match straight {
        Some(at) if up.max(down) <= HALF => at as f64,
        _ => (side.len().saturating_sub(1)) as f64 / 2.0,
    };
    for (at, port) in side.iter().enumerate() {
        let slot = at as f64 - middle;
        if port.leaves || port.turn == 0 {
            ports.exit[port.flow] = slot;
        }
        if !port.leaves || port.turn == 0 {
            ports.entry[port.flow] = slot;
        }
    }
}

/// A flow at the right side of its first box.
fn leaving(flow: usize, route: &Route) -> Port {
    let first = route.from.column + 1;
    let Some(&Channel::Gutter(gutter)) = route.legs.first() else {
        return Port { flow, leaves: true, turn: 0, outward: [0.0; 3], gutters: (first, route.to.column) };
    };
    let level = route.legs.get(1).map_or(route::band(route.to.row), |&leg| route::place(leg));
    let here = route::band(route.from.row);
    let reach = (route.to.column - gutter) as f64;
    Port {
        flow,
        leaves: true,
        turn: if level < here { -1 } else { 1 },
        outward: [-((gutter - first) as f64), (level - here).abs(), reach],
        gutters: (first, gutter),
    }
}

/// A flow at the left side of its last box.
fn arriving(flow: usize, route: &Route) -> Port {
    let last = route.to.column;
    let Some(&Channel::Gutter(gutter)) = route.legs.last() else {
        return Port {
            flow,
            leaves: false,
            turn: 0,
            outward: [0.0; 3],
            gutters: (route.from.column + 1, last),
        };
    };
    let level = match route.legs.len() {
        1 => route::band(route.from.row),
        legs => route::place(route.legs[legs - 2]),
    };
    let here = route::band(route.to.row);
    let reach = (gutter - route.from.column) as f64;
    Port {
        flow,
        leaves: false,
        turn: if level < here { -1 } else { 1 },
        outward: [-((last - gutter) as f64), (level - here).abs(), reach],
        gutters: (gutter, last),
    }
}

/// Slots of the top and bottom sides. The bottom of one row and the top of the next look at each other, so that the boxes
/// of a column share their slots there.
fn across(routes: &[Option<Route>], ports: &mut Ports) {
    let mut sides: BTreeMap<(usize, usize), Vec<Port>> = BTreeMap::new();
    let mut add = |flow: usize, leaves: bool, cell: Cell, side: Side, towards: f64| {
        let boundary = if side == Side::Top { cell.row } else { cell.row + 1 };
        let distance = towards - route::column(cell.column);
        let turn = if distance < 0.0 { -1 } else { 1 };
        // Short ways lie inside long ones, and so further from the middle.
        let outward = [-distance.abs(), 0.0, 0.0];
        let port = Port { flow, leaves, turn, outward, gutters: (0, 0) };
        sides.entry((cell.column, boundary)).or_default().push(port);
    };
    for (flow, route) in routes.iter().enumerate() {
        let Some(route) = route else { continue };
        let second = route.legs.get(1).map(|&leg| route::place(leg));
        if !route.exit.is_along() {
            add(flow, true, route.from, route.exit, second.unwrap_or_else(|| route::column(route.to.column)));
        }
        if !route.entry.is_along() {
            add(
                flow,
                false,
                route.to,
                route.entry,
                second.unwrap_or_else(|| route::column(route.from.column)),
            );
        }
    }
    for (_, side) in sides {
        number(side, ports);
    }
}
