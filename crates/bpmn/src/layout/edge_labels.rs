//! Where the labels of arrows stand: beside their arrow, near its start, on no step, no other label and no other arrow.

use super::geometry::Drawing;
use super::graph::{EdgeKind, Graph, Size};
use crate::model::{Bounds, Point};
use std::collections::HashMap;

/// Distance of a label from its arrow, in pixels.
const GAP: f64 = 3.0;
/// Side of the squares by which neighbours are found, in pixels.
const SQUARE: f64 = 200.0;

/// Places the labels of all edges.
pub(super) fn place(graph: &Graph, drawing: &Drawing) -> Vec<Option<Bounds>> {
    let mut steps = Index::default();
    let mut arrows = Index::default();
    for (node, bounds) in graph.nodes.iter().zip(&drawing.nodes) {
        if node.is_container {
            sides(*bounds).into_iter().for_each(|side| steps.add(side));
        } else {
            steps.add(*bounds);
        }
    }
    drawing.node_labels.iter().flatten().for_each(|label| steps.add(*label));
    for points in &drawing.edges {
        points.windows(2).for_each(|pair| arrows.add(around(pair[0], pair[1])));
    }
    // A label across the border of a pool or lane is as hard to read as one across an arrow.
    drawing.bands.iter().flat_map(|&band| sides(band)).for_each(|side| arrows.add(side));
    let mut labels = vec![None; graph.edges.len()];
    for (index, edge) in graph.edges.iter().enumerate() {
        if edge.label.width == 0.0 || edge.label.height == 0.0 {
            continue;
        }
        let candidates = candidates(&drawing.edges[index], edge.label, edge.kind);
        let free = candidates.iter().filter(|&&label| !steps.meets(label));
        let best = free.min_by_key(|&&label| arrows.count(label));
        if let Some(&label) = best {
            steps.add(label);
            labels[index] = Some(label);
        }
    }
    labels
}

/// Places beside each piece of an arrow, the best first: near the start for flows, in the middle for messages.
fn candidates(points: &[Point], label: Size, kind: EdgeKind) -> Vec<Bounds> {
    let Size { width, height } = label;
    let mut candidates = Vec::new();
    for pair in points.windows(2) {
        let (a, b) = (pair[0], pair[1]);
        let is_level = a.y == b.y;
        let length = (a.x - b.x).abs() + (a.y - b.y).abs();
        let own = if is_level { width } else { height };
        let shares: &[f64] =
            if kind == EdgeKind::Sequence { &[0.0, 0.25, 0.5, 1.0] } else { &[0.5, 0.25, 0.75, 0.0, 1.0] };
        let room = length - own - 2.0 * GAP;
        for share in shares
            .iter()
            .filter(|_| room >= 0.0 || !is_level || kind != EdgeKind::Sequence || points.len() == 2)
        {
            let start = if is_level { a.x } else { a.y };
            let way = if is_level { b.x - a.x } else { b.y - a.y };
            let low = if way >= 0.0 { start + GAP + share * room } else { start - GAP - own - share * room };
            let places = if is_level {
                [(low, a.y - GAP - height), (low, a.y + GAP)]
            } else {
                [(a.x + GAP, low), (a.x - GAP - width, low)]
            };
            candidates.extend(places.map(|(x, y)| Bounds { x, y, width, height }));
        }
    }
    candidates
}

fn around(a: Point, b: Point) -> Bounds {
    Bounds { x: a.x.min(b.x), y: a.y.min(b.y), width: (a.x - b.x).abs(), height: (a.y - b.y).abs() }
}

/// The four sides of a rectangle, each without thickness.
fn sides(bounds: Bounds) -> [Bounds; 4] {
    let Bounds { x, y, width, height } = bounds;
    [
        Bounds { height: 0.0, ..bounds },
        Bounds { width: 0.0, ..bounds },
        Bounds { x: x + width, width: 0.0, ..bounds },
        Bounds { y: y + height, height: 0.0, ..bounds },
    ]
}

/// Rectangles by the squares they lie in.
#[derive(Default)]
struct Index {
    squares: HashMap<(i64, i64), Vec<Bounds>>,
}

impl Index {
    fn add(&mut self, bounds: Bounds) {
        for square in squares(bounds) {
            self.squares.entry(square).or_default().push(bounds);
        }
    }

    fn meets(&self, label: Bounds) -> bool {
        self.count(label) > 0
    }

    /// How many rectangles a label lies on; one in several squares may count several times.
    fn count(&self, label: Bounds) -> usize {
        let near = squares(label).filter_map(|square| self.squares.get(&square)).flatten();
        near.filter(|other| overlap(label, **other)).count()
    }
}

fn overlap(a: Bounds, b: Bounds) -> bool {
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

fn squares(bounds: Bounds) -> impl Iterator<Item = (i64, i64)> {
    let square = |at: f64| (at / SQUARE).floor() as i64;
    let (top, bottom) = (square(bounds.y), square(bounds.y + bounds.height));
    (square(bounds.x)..=square(bounds.x + bounds.width))
        .flat_map(move |x| (top..=bottom).map(move |y| (x, y)))
}
