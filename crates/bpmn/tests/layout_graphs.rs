//! What must hold of the drawing of any graph: nothing overlaps, no arrow crosses a step, everything lies where it belongs.

use bpmn::layout::{Band, Drawing, Edge, EdgeKind, End, Graph, Node, Outline, Role, Size, arrange};
use bpmn::model::{Bounds, Point};
use proptest::prelude::*;

/// What may be lost to rounding.
const EPSILON: f64 = 1e-6;

/// The choices a graph is made from; any numbers make a sound one.
#[derive(Debug, Clone)]
struct Seed {
    pools: Vec<(u8, bool)>,
    nodes: Vec<(u8, u8, u8, u8)>,
    edges: Vec<(u8, u8, u8, bool)>,
}

fn seeds() -> impl Strategy<Value = Seed> {
    let pools = prop::collection::vec((0..4_u8, any::<bool>()), 0..4);
    let nodes = prop::collection::vec(any::<(u8, u8, u8, u8)>(), 1..28);
    let edges = prop::collection::vec(any::<(u8, u8, u8, bool)>(), 0..40);
    (pools, nodes, edges).prop_map(|(pools, nodes, edges)| Seed { pools, nodes, edges })
}

impl Seed {
    fn graph(&self) -> Graph {
        let mut graph = Graph::default();
        for &(lanes, is_closed) in &self.pools {
            let pool = graph.bands.len();
            let is_closed = is_closed && lanes == 0;
            graph.bands.push(Band { parent: None, head: 30.0, is_closed, height: 60.0 });
            for lane in 0..lanes {
                // The last lane of three lies in the one before.
                let parent = if lane == 2 { pool + 2 } else { pool };
                graph.bands.push(Band { parent: Some(parent), head: 30.0, is_closed: false, height: 60.0 });
            }
        }
        let is_open = |&band: &usize| {
            !graph.bands[band].is_closed && !graph.bands.iter().any(|other| other.parent == Some(band))
        };
        let open: Vec<usize> = (0..graph.bands.len()).filter(is_open).collect();
        for &(kind, place, within, label) in &self.nodes {
            let pick = |list: &[usize], by: u8| list.get(by as usize % (list.len() + 1)).copied();
            let containers: Vec<usize> =
                (0..graph.nodes.len()).filter(|&node| graph.nodes[node].is_container).collect();
            let hosts: Vec<usize> = (0..graph.nodes.len())
                .filter(|&node| {
                    graph.nodes[node].outline == Outline::Box && graph.nodes[node].role == Role::Step
                })
                .filter(|&node| graph.nodes[node].host.is_none())
                .collect();
            let parent = pick(&containers, within);
            let label = if label % 3 == 0 { Size { width: 70.0, height: 26.0 } } else { Size::default() };
            let (size, outline) = match kind % 9 {
                0 | 1 => ((36.0, 36.0), Outline::Ellipse),
                2 | 3 => ((50.0, 50.0), Outline::Diamond),
                _ => ((100.0, 80.0), Outline::Box),
            };
            let mut node = Node {
                size: Size { width: size.0, height: size.1 },
                outline,
                parent,
                band: if parent.is_some() { None } else { pick(&open, place) },
                label,
                ..Node::default()
            };
            match (kind % 9, hosts.is_empty()) {
                (1, false) => {
                    node.host = Some(hosts[place as usize % hosts.len()]);
                    (node.parent, node.band) = (None, None);
                }
                (4, _) => node.is_container = true,
                (5, _) => node.role = Role::Artifact,
                _ => {}
            }
            graph.nodes.push(node);
        }
        for &(from, to, kind, has_label) in &self.edges {
            let end = |by: u8| {
                let at = by as usize % (graph.nodes.len() + graph.bands.len());
                if at < graph.nodes.len() { End::Node(at) } else { End::Band(at - graph.nodes.len()) }
            };
            let (from, to) = (end(from), end(to));
            let kind = match kind % 5 {
                0 => EdgeKind::Message,
                1 => EdgeKind::Association,
                _ => EdgeKind::Sequence,
            };
            let label = if has_label { Size { width: 60.0, height: 14.0 } } else { Size::default() };
            graph.edges.push(Edge { from, to, kind, label });
        }
        graph
    }
}

/// The nodes that a node lies in, and the host it sits on.
fn around(graph: &Graph, node: usize) -> Vec<usize> {
    let next = |&node: &usize| graph.nodes[node].host.or(graph.nodes[node].parent);
    std::iter::successors(next(&node), next).collect()
}

/// Whether two rectangles share more than their borders.
fn overlap(a: Bounds, b: Bounds) -> bool {
    a.x + EPSILON < b.x + b.width
        && b.x + EPSILON < a.x + a.width
        && a.y + EPSILON < b.y + b.height
        && b.y + EPSILON < a.y + a.height
}

fn holds(outer: Bounds, inner: Bounds) -> bool {
    outer.x <= inner.x + EPSILON
        && outer.y <= inner.y + EPSILON
        && inner.x + inner.width <= outer.x + outer.width + EPSILON
        && inner.y + inner.height <= outer.y + outer.height + EPSILON
}

fn piece(a: Point, b: Point) -> Bounds {
    Bounds { x: a.x.min(b.x), y: a.y.min(b.y), width: (a.x - b.x).abs(), height: (a.y - b.y).abs() }
}

/// Whether a straight piece leads through the inside of a rectangle.
fn crosses(a: Point, b: Point, bounds: Bounds) -> bool {
    overlap(piece(a, b), bounds)
}

fn on_border(outline: Outline, bounds: Bounds, point: Point) -> bool {
    let (x, y) = (point.x - bounds.x - bounds.width / 2.0, point.y - bounds.y - bounds.height / 2.0);
    let (x, y) = (2.0 * x.abs() / bounds.width, 2.0 * y.abs() / bounds.height);
    let distance = match outline {
        Outline::Box => x.max(y),
        Outline::Ellipse => x.hypot(y),
        Outline::Diamond => x + y,
    };
    (distance - 1.0).abs() < 1e-3
}

fn steps_stand_apart(graph: &Graph, drawing: &Drawing) -> Result<(), TestCaseError> {
    for a in 0..graph.nodes.len() {
        for b in a + 1..graph.nodes.len() {
            let related = around(graph, a).contains(&b) || around(graph, b).contains(&a);
            prop_assert!(
                related || !overlap(drawing.nodes[a], drawing.nodes[b]),
                "nodes {a} and {b} overlap"
            );
        }
        let node = &graph.nodes[a];
        if let Some(parent) = node.parent {
            prop_assert!(holds(drawing.nodes[parent], drawing.nodes[a]), "node {a} leaves {parent}");
        }
        let bands = std::iter::successors(node.band, |&band| graph.bands[band].parent);
        for band in bands {
            prop_assert!(holds(drawing.bands[band], drawing.nodes[a]), "node {a} leaves band {band}");
        }
    }
    for (index, band) in graph.bands.iter().enumerate() {
        if let Some(parent) = band.parent {
            prop_assert!(holds(drawing.bands[parent], drawing.bands[index]), "band {index} leaves {parent}");
        }
    }
    Ok(())
}

fn arrows_keep_clear(graph: &Graph, drawing: &Drawing) -> Result<(), TestCaseError> {
    for (index, edge) in graph.edges.iter().enumerate() {
        let points = &drawing.edges[index];
        prop_assert!(points.len() >= 2, "edge {index} has no way");
        for (end, point) in [(edge.from, points[0]), (edge.to, points[points.len() - 1])] {
            let (outline, bounds) = match end {
                End::Node(node) => (graph.nodes[node].outline, drawing.nodes[node]),
                End::Band(band) => (Outline::Box, drawing.bands[band]),
            };
            prop_assert!(
                on_border(outline, bounds, point),
                "edge {index} ends beside {end:?} at {point:?} {bounds:?}"
            );
        }
        let ends = [edge.from, edge.to];
        let holds_end = |node: usize| {
            graph.nodes[node].is_container
                && ends.iter().any(|&end| matches!(end, End::Node(n) if around(graph, n).contains(&node) && graph.nodes[n].host != Some(node)))
        };
        for pair in points.windows(2) {
            let (a, b) = (pair[0], pair[1]);
            prop_assert!(a.x == b.x || a.y == b.y, "edge {index} is slanted: {points:?}");
            for node in 0..graph.nodes.len() {
                let is_end = ends.contains(&End::Node(node));
                if holds_end(node) || (is_end && graph.nodes[node].outline != Outline::Box) {
                    continue;
                }
                prop_assert!(
                    !crosses(a, b, drawing.nodes[node]),
                    "edge {index} {ends:?} crosses node {node}: {points:?}"
                );
            }
            for (band, data) in graph.bands.iter().enumerate().filter(|(_, band)| band.is_closed) {
                prop_assert!(
                    data.is_closed && !crosses(a, b, drawing.bands[band]),
                    "edge {index} crosses band {band}"
                );
            }
        }
    }
    Ok(())
}

fn labels_lie_on_no_step(graph: &Graph, drawing: &Drawing) -> Result<(), TestCaseError> {
    let labels = drawing.node_labels.iter().chain(&drawing.edge_labels).flatten();
    for label in labels {
        for (node, data) in graph.nodes.iter().enumerate().filter(|(_, data)| !data.is_container) {
            prop_assert!(
                data.is_container || !overlap(*label, drawing.nodes[node]),
                "{label:?} lies on node {node}: {:?}",
                drawing.nodes[node]
            );
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_graph_gets_a_clean_drawing(seed in seeds()) {
        let graph = seed.graph();
        let drawing = arrange(&graph).expect("a sound graph");
        steps_stand_apart(&graph, &drawing)?;
        arrows_keep_clear(&graph, &drawing)?;
        labels_lie_on_no_step(&graph, &drawing)?;
        prop_assert_eq!(&drawing, &arrange(&graph).expect("a sound graph"));
    }
}
