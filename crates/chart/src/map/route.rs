//! Which way each flow takes through the channels of the grid: gutters between columns, corridors between rows.
//!
//! Positions here are coarse (which channel, not where in it). Flows choose in the order of their weight, then again
//! knowing the others, so as to bend little, stay short and cross few.

use super::place::{Cell, Grid};
use bpmn::map::Flow;

/// A strip of the grid that has no boxes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Channel {
    /// Along the columns' edges: gutter `g` lies before column `g`.
    Gutter(usize),
    /// Along the rows' edges: corridor `2r` lies above row `r`, corridor `2r + 1` below it.
    Corridor(usize),
}

/// A side of a box, as seen by someone who reads the process from left to right and the lanes from top to bottom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Side {
    Left,
    Right,
    Top,
    Bottom,
}

impl Side {
    /// Whether flows leave this side along the rows.
    pub(super) fn is_along(self) -> bool {
        matches!(self, Self::Left | Self::Right)
    }
}

/// The way of one flow: out of a side, through channels that alternate in direction, into a side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Route {
    pub(super) from: Cell,
    pub(super) to: Cell,
    pub(super) exit: Side,
    pub(super) entry: Side,
    pub(super) legs: Vec<Channel>,
}

impl Route {
    /// Whether the flow leads backwards.
    pub(super) fn is_back(&self) -> bool {
        self.to.column <= self.from.column
    }

    /// The corners on the coarse grid, from box to box.
    pub(super) fn corners(&self) -> Vec<(f64, f64)> {
        let port = |cell: Cell, side: Side| {
            if side.is_along() { band(cell.row) } else { column(cell.column) }
        };
        let mut lines = vec![(self.exit.is_along(), port(self.from, self.exit))];
        lines.extend(self.legs.iter().map(|&leg| match leg {
            Channel::Gutter(_) => (false, place(leg)),
            Channel::Corridor(_) => (true, place(leg)),
        }));
        lines.push((self.entry.is_along(), port(self.to, self.entry)));
        let mut corners = vec![(column(self.from.column), band(self.from.row))];
        corners.extend(lines.windows(2).filter_map(|pair| match (pair[0], pair[1]) {
            ((true, v), (false, u)) | ((false, u), (true, v)) => Some((u, v)),
            _ => None,
        }));
        corners.push((column(self.to.column), band(self.to.row)));
        corners
    }
}

/// Coarse position of a column's middle along the rows.
pub(super) fn column(column: usize) -> f64 {
    2.0 * column as f64 + 1.0
}

/// Coarse position of a row's middle across the rows.
pub(super) fn band(row: usize) -> f64 {
    3.0 * row as f64 + 1.0
}

/// Coarse position of a channel.
pub(super) fn place(channel: Channel) -> f64 {
    match channel {
        Channel::Gutter(gutter) => 2.0 * gutter as f64,
        Channel::Corridor(corridor) => (corridor / 2) as f64 * 3.0 + (corridor % 2) as f64 * 2.0,
    }
}

/// The way of each flow; nothing for a step that repeats itself.
pub(super) fn choose(grid: &Grid, flows: &[Flow], weights: &[f64]) -> Vec<Option<Route>> {
    /// How often every flow chooses; the second time it knows all others.
    const ROUNDS: usize = 3;
    let mut order: Vec<usize> = (0..flows.len()).filter(|&flow| flows[flow].from != flows[flow].to).collect();
    let weight = |flow: usize| weights.get(flow).copied().unwrap_or(0.0);
    order.sort_by(|&a, &b| weight(b).total_cmp(&weight(a)).then(a.cmp(&b)));
    let candidates: Vec<Vec<Candidate>> =
        flows.iter().map(|flow| candidates(grid, grid.cells[flow.from], grid.cells[flow.to])).collect();
    let mut chosen: Vec<Option<usize>> = vec![None; flows.len()];
    for _ in 0..ROUNDS {
        for &flow in &order {
            let others: Vec<&Candidate> = chosen
                .iter()
                .enumerate()
                .filter(|&(other, _)| other != flow)
                .filter_map(|(other, choice)| choice.map(|choice| &candidates[other][choice]))
                .collect();
            let cost = |candidate: &Candidate| {
                candidate.cost + others.iter().map(|other| candidate.disturbs(other)).sum::<f64>()
            };
            chosen[flow] = candidates[flow]
                .iter()
                .enumerate()
                .map(|(index, candidate)| (index, cost(candidate)))
                .min_by(|a, b| a.1.total_cmp(&b.1))
                .map(|(index, _)| index);
        }
    }
    candidates
        .into_iter()
        .zip(chosen)
        .map(|(mut routes, choice)| choice.map(|choice| routes.swap_remove(choice).route))
        .collect()
}

/// A possible way, with what it costs by itself.
struct Candidate {
    route: Route,
    cost: f64,
    /// Pieces along the rows: position across, from, to.
    along: Vec<(f64, f64, f64)>,
    /// Pieces across the rows: position along, from, to.
    across: Vec<(f64, f64, f64)>,
}

impl Candidate {
    fn new(route: Route) -> Self {
        let corners = route.corners();
        let (mut along, mut across) = (Vec::new(), Vec::new());
        let mut length = 0.0;
        for pair in corners.windows(2) {
            let ((u1, v1), (u2, v2)) = (pair[0], pair[1]);
            length += 0.35 * (u1 - u2).abs() + 0.5 * (v1 - v2).abs();
            if v1 == v2 && u1 != u2 {
                along.push((v1, u1.min(u2), u1.max(u2)));
            } else if u1 == u2 && v1 != v2 {
                across.push((u1, v1.min(v2), v1.max(v2)));
            }
        }
        let cost = length + 1.5 * route.legs.len() as f64;
        Self { route, cost, along, across }
    }

    /// What it costs that both are drawn: crossings, and crowding in a channel.
    fn disturbs(&self, other: &Self) -> f64 {
        const CROSSING: f64 = 2.0;
        const CROWDING: f64 = 0.15;
        let crosses =
            |(v, u1, u2): (f64, f64, f64), (u, v1, v2): (f64, f64, f64)| u1 < u && u < u2 && v1 < v && v < v2;
        let crowds = |a: &(f64, f64, f64), b: &(f64, f64, f64)| a.0 == b.0 && a.1 < b.2 && b.1 < a.2;
        let mut cost = 0.0;
        for &along in &self.along {
            cost += CROSSING * other.across.iter().filter(|&&across| crosses(along, across)).count() as f64;
            cost += CROWDING * other.along.iter().filter(|piece| crowds(&along, piece)).count() as f64;
        }
        for &across in &self.across {
            cost += CROSSING * other.along.iter().filter(|&&along| crosses(along, across)).count() as f64;
            cost += CROWDING * other.across.iter().filter(|piece| crowds(&across, piece)).count() as f64;
        }
        cost
    }
}

fn candidates(grid: &Grid, from: Cell, to: Cell) -> Vec<Candidate> {
    let routes = if to.column > from.column { forward(grid, from, to) } else { backward(grid, from, to) };
    routes.into_iter().map(Candidate::new).collect()
}

/// Out to the right and into the left: straight, with one gutter, or along a corridor.
fn forward(grid: &Grid, from: Cell, to: Cell) -> Vec<Route> {
    let route = |legs| Route { from, to, exit: Side::Right, entry: Side::Left, legs };
    let (first, last) = (from.column + 1, to.column);
    if from.row == to.row && grid.is_free(from.row, first..last) {
        return vec![route(Vec::new())];
    }
    let mut routes: Vec<Route> = (first..=last)
        .filter(|&gutter| {
            from.row != to.row && grid.is_free(from.row, first..gutter) && grid.is_free(to.row, gutter..last)
        })
        .map(|gutter| route(vec![Channel::Gutter(gutter)]))
        .collect();
    if last > first {
        let corridors = (0..2 * grid.rows.len()).map(Channel::Corridor);
        routes.extend(
            corridors.map(|corridor| route(vec![Channel::Gutter(first), corridor, Channel::Gutter(last)])),
        );
    }
    routes
}

/// Out of the top or bottom and into the top or bottom, along one corridor or two.
fn backward(grid: &Grid, from: Cell, to: Cell) -> Vec<Route> {
    let reach = |row: usize| [(2 * row, Side::Top), (2 * row + 1, Side::Bottom)];
    let mut routes = Vec::new();
    for (first, exit) in reach(from.row) {
        for (last, entry) in reach(to.row) {
            let route = |legs| Route { from, to, exit, entry, legs };
            // The lower corridor of a row and the upper one of the next lie side by side: either will do.
            let is_beside = exit != entry && first.abs_diff(last) == 1 && from.row != to.row;
            if first == last || is_beside {
                routes.push(route(vec![Channel::Corridor(first)]));
            }
            if is_beside {
                routes.push(route(vec![Channel::Corridor(last)]));
            } else if first != last {
                let gutters = [to.column, to.column + 1, from.column, from.column + 1];
                routes.extend(gutters.into_iter().filter(|&gutter| gutter <= grid.columns).map(|gutter| {
                    route(vec![Channel::Corridor(first), Channel::Gutter(gutter), Channel::Corridor(last)])
                }));
            }
        }
    }
    routes
}

/// One end of a flow: which side of which step it touches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct PortRef {
    pub(super) step: usize,
    pub(super) cell: Cell,
    pub(super) side: Side,
    pub(super) leaves: bool,
}

/// The two ends of `flow`; a step that repeats itself leaves and enters on its right side.
pub(super) fn ports(flow: Flow, cells: &[Cell], route: Option<&Route>) -> [PortRef; 2] {
    let (exit, entry) = route.map_or((Side::Right, Side::Right), |route| (route.exit, route.entry));
    [(flow.from, exit, true), (flow.to, entry, false)].map(|(step, side, leaves)| PortRef {
        step,
        cell: cells[step],
        side,
        leaves,
    })
}
