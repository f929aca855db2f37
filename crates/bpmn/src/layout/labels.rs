//! On which side of its node a label stands: where no arrow leaves.

use super::graph::{End, Graph, Size};
use super::hang::Hangs;
use super::search::Path;
use crate::model::{Bounds, Point};

/// Distance of a label from its node, in pixels.
pub(super) const GAP: f64 = 4.0;

/// Where the label of a node stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Place {
    /// Below its middle.
    #[default]
    Below,
    /// Above its middle.
    Above,
    /// Below, right of an arrow that leaves there.
    Aside,
}

/// Chooses a side for the label of each node.
pub(super) fn places(graph: &Graph, hangs: &Hangs, paths: &[Path]) -> Vec<Place> {
    // By node: whether an arrow meets its upper, its lower side.
    let mut met = vec![(false, false); graph.nodes.len()];
    for (edge, path) in graph.edges.iter().zip(paths) {
        let [.., before, last] = path[..] else { continue };
        for (end, here, next) in [(edge.from, path[0], path[1]), (edge.to, last, before)] {
            if let End::Node(node) = end {
                met[node].0 |= next.y < here.y;
                met[node].1 |= next.y > here.y;
            }
        }
    }
    let place = |(index, (above, below)): (usize, (bool, bool))| match (above, below) {
        _ if graph.nodes[index].host.is_some() => Place::Aside,
        _ if !hangs.on[index].is_empty() => Place::Above,
        (_, false) => Place::Below,
        (false, true) => Place::Above,
        (true, true) => Place::Aside,
    };
    met.into_iter().enumerate().map(place).collect()
}

/// How far a node with its label and the events on its border reaches from its middle.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Reach {
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) up: f64,
    pub(super) down: f64,
}

impl Reach {
    /// The room of a node and its label, both around the node's middle.
    pub(super) fn of(size: Size, label: Size, place: Place) -> Self {
        let (half_width, half_height) = (size.width / 2.0, size.height / 2.0);
        let mut reach = Self { left: half_width, right: half_width, up: half_height, down: half_height };
        if label.width == 0.0 || label.height == 0.0 {
            return reach;
        }
        match place {
            Place::Below | Place::Above => {
                reach.left = reach.left.max(label.width / 2.0);
                reach.right = reach.right.max(label.width / 2.0);
            }
            Place::Aside => reach.right = reach.right.max(label.width + 2.0 * GAP),
        }
        let side = if place == Place::Above { &mut reach.up } else { &mut reach.down };
        *side += label.height + GAP;
        reach
    }

    /// Includes what stands on a border, its middle `x` right of and `y` below the host's.
    pub(super) fn include(&mut self, other: Self, x: f64, y: f64) {
        self.left = self.left.max(other.left - x);
        self.right = self.right.max(other.right + x);
        self.up = self.up.max(other.up - y);
        self.down = self.down.max(other.down + y);
    }

    /// The room of a node in its cell, with what sits on its border.
    pub(super) fn of_cell(graph: &Graph, hangs: &Hangs, places: &[Place], node: usize) -> Self {
        let size = hangs.size[node];
        let mut reach = Self::of(size, graph.nodes[node].label, places[node]);
        for &event in &hangs.on[node] {
            let theirs = Self::of(hangs.size[event], graph.nodes[event].label, places[event]);
            reach.include(theirs, hangs.of[event].offset, size.height / 2.0);
        }
        reach
    }
}

/// Where a label stands, beside its node.
pub(super) fn beside(node: Bounds, label: Size, place: Place) -> Option<Bounds> {
    if label.width == 0.0 || label.height == 0.0 {
        return None;
    }
    let middle = Point { x: node.x + node.width / 2.0, y: node.y + node.height / 2.0 };
    let (x, y) = match place {
        Place::Below => (middle.x - label.width / 2.0, node.y + node.height + GAP),
        Place::Above => (middle.x - label.width / 2.0, node.y - GAP - label.height),
        Place::Aside => (middle.x + 2.0 * GAP, node.y + node.height + GAP),
    };
    Some(Bounds { x, y, width: label.width, height: label.height })
}
