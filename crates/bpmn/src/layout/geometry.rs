//! The finished drawing: rectangles, corners of arrows, places of labels.

use super::edge_labels;
use super::graph::{End, Graph, Outline};
use super::grid::Grid;
use super::hang::Hangs;
use super::labels::{Place, beside};
use super::lattice::{Frame, Lattice, Spot};
use super::measure::{MARGIN, Measures, head_sum, heads};
use super::search::Path;
use crate::model::{Bounds, Point};

/// Where everything is drawn, in pixels; lists go by the indexes of the graph.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Drawing {
    /// The nodes.
    pub nodes: Vec<Bounds>,
    /// The bands, heads included.
    pub bands: Vec<Bounds>,
    /// The corners of each edge, from border to border.
    pub edges: Vec<Vec<Point>>,
    /// The labels of nodes; nothing where there is none.
    pub node_labels: Vec<Option<Bounds>>,
    /// The labels of edges; nothing where there is none, or no room for it.
    pub edge_labels: Vec<Option<Bounds>>,
}

/// Puts the drawing together.
pub(super) fn drawing(
    graph: &Graph,
    grid: &Grid,
    hangs: &Hangs,
    places: &[Place],
    paths: &[Path],
    measures: &Measures,
) -> Drawing {
    let left = MARGIN + heads(graph);
    let bands = (0..graph.bands.len())
        .map(|index| {
            let [_, top, right, bottom] = measures.sides(Lattice::band_frame(grid, index));
            // All bands begin at the left; what lies in another begins behind its head.
            let x = MARGIN + head_sum(graph, graph.bands[index].parent);
            Bounds { x: x.min(left), y: top, width: right - x, height: bottom - top }
        })
        .collect();
    let nodes: Vec<Bounds> =
        (0..graph.nodes.len()).map(|node| bounds(graph, grid, hangs, measures, node)).collect();
    let mut drawing = Drawing { nodes, bands, ..Drawing::default() };
    drawing.node_labels = (0..graph.nodes.len())
        .map(|index| {
            let node = &graph.nodes[index];
            if node.is_container { None } else { beside(drawing.nodes[index], node.label, places[index]) }
        })
        .collect();
    drawing.edges = (0..graph.edges.len()).map(|edge| way(graph, &drawing, paths, measures, edge)).collect();
    drawing.edge_labels = edge_labels::place(graph, &drawing);
    drawing
}

fn bounds(graph: &Graph, grid: &Grid, hangs: &Hangs, measures: &Measures, node: usize) -> Bounds {
    let frame = Frame::of(grid.nodes[node]);
    let size = hangs.size[node];
    if let Some(host) = graph.nodes[node].host {
        let hang = hangs.of[node];
        let half = if graph.nodes[host].is_container { 0.0 } else { hangs.size[host].height / 2.0 };
        let (x, y) = measures.middle(Spot { x: hang.line, y: frame.bottom });
        return centred(x + hang.offset, y + half, size.width, size.height);
    }
    if graph.nodes[node].is_container {
        let [left, top, right, bottom] = measures.sides(frame);
        return Bounds { x: left, y: top, width: right - left, height: bottom - top };
    }
    let (x, y) = measures.middle(Spot { x: frame.left, y: frame.top });
    centred(x, y, size.width, size.height)
}

fn centred(x: f64, y: f64, width: f64, height: f64) -> Bounds {
    Bounds { x: x - width / 2.0, y: y - height / 2.0, width, height }
}

/// The corners of an edge, the ends on the borders of what it joins.
fn way(graph: &Graph, drawing: &Drawing, paths: &[Path], measures: &Measures, edge: usize) -> Vec<Point> {
    let (path, at) = (&paths[edge], &measures.pieces[edge]);
    let count = at.len();
    if count == 0 {
        return Vec::new();
    }
    let is_level = |piece: usize| path[piece].y == path[piece + 1].y;
    let ends = [
        (graph.edges[edge].from, 0, path[0], path[1]),
        (graph.edges[edge].to, count - 1, path[count], path[count - 1]),
    ];
    let [first, last] = ends.map(|(end, piece, here, next)| {
        let (bounds, outline) = match end {
            End::Node(node) => (drawing.nodes[node], graph.nodes[node].outline),
            End::Band(band) => (drawing.bands[band], Outline::Box),
        };
        // An arrow to what lies within meets the border from inside, on the side where it starts.
        let (here, next) = match end {
            End::Node(node) if graph.nodes[node].host.is_some() => (Spot { x: 0, y: 0 }, Spot { x: 0, y: 1 }),
            _ => (here, next),
        };
        border(bounds, outline, is_level(piece), at[piece], side(bounds, measures, here, next))
    });
    let mut points = vec![first];
    for piece in 1..count {
        let (before, after) = (at[piece - 1], at[piece]);
        points.push(if is_level(piece) {
            Point { x: before, y: after }
        } else {
            Point { x: after, y: before }
        });
    }
    points.push(last);
    points.dedup();
    points
}

/// Whether the border is met on its right or lower side. The way leads from `here` to `next`; of a frame larger than a
/// point, `here` lies on the side in question.
fn side(bounds: Bounds, measures: &Measures, here: Spot, next: Spot) -> bool {
    let (x, y) = measures.middle(here);
    let is_on = |a: f64, b: f64| (a - b).abs() < 1e-6;
    if here.y == next.y {
        if is_on(x, bounds.x) || is_on(x, bounds.x + bounds.width) {
            is_on(x, bounds.x + bounds.width)
        } else {
            next.x > here.x
        }
    } else if is_on(y, bounds.y) || is_on(y, bounds.y + bounds.height) {
        is_on(y, bounds.y + bounds.height)
    } else {
        next.y > here.y
    }
}

/// The point of an outline on the line `at`, level or upright, on its far (right, lower) or near side.
fn border(bounds: Bounds, outline: Outline, is_level: bool, at: f64, is_far: bool) -> Point {
    let (half_width, half_height) = (bounds.width / 2.0, bounds.height / 2.0);
    let (x, y) = (bounds.x + half_width, bounds.y + half_height);
    let (along, across, middle) =
        if is_level { (half_width, half_height, y) } else { (half_height, half_width, x) };
    let share = if across > 0.0 { ((at - middle) / across).clamp(-1.0, 1.0) } else { 0.0 };
    let reach = match outline {
        Outline::Box => along,
        Outline::Ellipse => along * (1.0 - share * share).sqrt(),
        Outline::Diamond => along * (1.0 - share.abs()),
    };
    let reach = if is_far { reach } else { -reach };
    if is_level { Point { x: x + reach, y: at } } else { Point { x: at, y: y + reach } }
}
