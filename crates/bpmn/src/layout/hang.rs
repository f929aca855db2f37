//! Where events sit on the lower border of their hosts.

use super::graph::{Graph, Size};
use super::grid::Grid;

/// Room for one event on a border, in pixels.
const ROOM: f64 = 46.0;
/// How far a lone event keeps from the right corner of its host.
const CORNER: f64 = 20.0;

/// The place of one event on a border.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Hang {
    /// The upright line it is nearest to.
    pub(super) line: usize,
    /// How far right of that line its middle is.
    pub(super) offset: f64,
}

/// Events on borders, and what they ask of their hosts.
#[derive(Debug)]
pub(super) struct Hangs {
    /// By node; of meaning for those on borders.
    pub(super) of: Vec<Hang>,
    /// By node: the events on its border, from the right.
    pub(super) on: Vec<Vec<usize>>,
    /// By node: its size, made wide enough.
    pub(super) size: Vec<Size>,
}

/// Spreads the events over the borders.
pub(super) fn hang(graph: &Graph, grid: &Grid) -> Hangs {
    let count = graph.nodes.len();
    let mut hangs = Hangs {
        of: vec![Hang::default(); count],
        on: vec![Vec::new(); count],
        size: graph.nodes.iter().map(|node| node.size).collect(),
    };
    for (index, node) in graph.nodes.iter().enumerate() {
        if let Some(host) = node.host {
            hangs.on[host].push(index);
        }
    }
    for host in (0..count).filter(|&host| !hangs.on[host].is_empty()) {
        let events = &hangs.on[host];
        let labels = events.iter().map(|&event| graph.nodes[event].label.width);
        let room = labels.fold(ROOM, |room, label| room.max(label + 16.0));
        let span = grid.nodes[host];
        if graph.nodes[host].is_container {
            // A container has columns of its own: each takes its share, the last column first.
            let columns = (span.right - span.left).saturating_sub(1).max(1);
            let each = events.len().div_ceil(columns);
            for (at, &event) in events.iter().enumerate() {
                let line = 2 * (span.right - 1 - at / each) + 1;
                let offset = (each as f64 - 1.0) / 2.0 * room - (at % each) as f64 * room;
                hangs.of[event] = Hang { line, offset };
            }
        } else {
            let line = 2 * span.left + 1;
            let size = &mut hangs.size[host];
            let half = size.width / 2.0;
            if let [event] = events[..] {
                hangs.of[event] = Hang { line, offset: (half - CORNER).max(0.0) };
                continue;
            }
            size.width = size.width.max(events.len() as f64 * room);
            let share = size.width / events.len() as f64;
            for (at, &event) in events.iter().enumerate() {
                hangs.of[event] = Hang { line, offset: size.width / 2.0 - (at as f64 + 0.5) * share };
            }
        }
    }
    hangs
}
