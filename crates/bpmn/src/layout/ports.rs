//! Where runs through the middle of cells lie: on the middle if they can, else beside it, within what they touch.

use super::graph::{End, Graph, Outline};
use super::grid::Grid;
use super::hang::Hangs;
use super::lattice::Frame;
use super::segment::{Line, Run};
use super::stop::PORT_MARGIN;

/// Distance between arrows side by side, in pixels.
const SPACING: f64 = 12.0;
/// Half the room that an event on a border needs.
const EVENT: f64 = 22.0;
/// How far from the middle a run may lie that touches nothing.
const FREE_REACH: f64 = 12.0;

/// A stretch of a line that is taken.
struct Taken {
    span: (usize, usize),
    offset: f64,
    half: f64,
}

/// The events that sit on lower borders, by upright line.
pub(super) fn obstacles(graph: &Graph, grid: &Grid, hangs: &Hangs) -> Vec<(usize, (usize, usize), f64)> {
    (0..graph.nodes.len())
        .filter_map(|node| graph.nodes[node].host.map(|host| (node, host)))
        .map(|(node, host)| {
            let bottom = Frame::of(grid.nodes[host]).bottom;
            (hangs.of[node].line, (bottom, bottom + 1), hangs.of[node].offset)
        })
        .collect()
}

/// The distance of each run of a line from the line's middle.
pub(super) fn offsets(
    graph: &Graph,
    hangs: &Hangs,
    line: Line,
    runs: &[Run],
    obstacles: &[((usize, usize), f64)],
) -> Vec<f64> {
    let events: Vec<Taken> =
        obstacles.iter().map(|&(span, offset)| Taken { span, offset, half: EVENT }).collect();
    let mut arrows: Vec<Taken> = Vec::new();
    let mut offsets = vec![0.0; runs.len()];
    let fixed =
        |run: &Run| run.touches.iter().find_map(|&end| hang_of(graph, hangs, end)).filter(|_| !line.0);
    let mut order: Vec<usize> = (0..runs.len()).collect();
    order.sort_by_key(|&run| {
        let is_straight = runs[run].turns.is_empty();
        (fixed(&runs[run]).is_none(), !is_straight, runs[run].span.1 - runs[run].span.0, run)
    });
    for run in order {
        let Run { span, turns, touches, .. } = &runs[run];
        let reach = touches.iter().map(|&end| reach(graph, hangs, line, end)).fold(f64::INFINITY, f64::min);
        let reach = if reach.is_finite() { reach } else { FREE_REACH };
        let lean: i32 = turns.iter().map(|&(_, before)| if before { -1 } else { 1 }).sum();
        let side = if lean < 0 { -1.0 } else { 1.0 };
        let steps = [0.0, side, -side, 2.0 * side, -2.0 * side, 3.0 * side, -3.0 * side];
        let choices: Vec<f64> =
            steps.iter().map(|step| step * SPACING).filter(|offset| offset.abs() <= reach).collect();
        let is_clear = |taken: &[Taken], offset: f64| {
            !taken.iter().any(|other| {
                let meets = span.0 < other.span.1 && other.span.0 < span.1;
                meets && (offset - other.offset).abs() < other.half
            })
        };
        let offset = fixed(&runs[run]).unwrap_or_else(|| {
            let clear = |&&offset: &&f64| is_clear(&events, offset) && is_clear(&arrows, offset);
            let passable = |&&offset: &&f64| is_clear(&events, offset);
            choices.iter().find(clear).or_else(|| choices.iter().find(passable)).copied().unwrap_or(0.0)
        });
        offsets[run] = offset;
        arrows.push(Taken { span: *span, offset, half: SPACING - 1.0 });
    }
    offsets
}

fn hang_of(graph: &Graph, hangs: &Hangs, end: End) -> Option<f64> {
    match end {
        End::Node(node) if graph.nodes[node].host.is_some() => Some(hangs.of[node].offset),
        _ => None,
    }
}

/// How far from its middle an arrow on `line` may meet an end.
fn reach(graph: &Graph, hangs: &Hangs, line: Line, end: End) -> f64 {
    let End::Node(node) = end else { return f64::INFINITY };
    if graph.nodes[node].is_container {
        return FREE_REACH;
    }
    let size = hangs.size[node];
    let half = if line.0 { size.height / 2.0 } else { size.width / 2.0 };
    match graph.nodes[node].outline {
        Outline::Box => (half - PORT_MARGIN).max(0.0),
        Outline::Ellipse => half * 0.7,
        Outline::Diamond => half * 0.5,
    }
}
