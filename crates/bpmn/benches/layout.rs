//! How long it takes to lay out a process of 1,000 steps in four lanes, with branches, loops and messages.

use bpmn::layout::{Band, Edge, EdgeKind, End, Graph, Node, Outline, Size, arrange};
use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;

const STEPS: usize = 1_000;
/// Steps from one gateway to the next.
const STRETCH: usize = 5;
const LANES: usize = 4;

/// A main way that changes lanes, with a gateway after each stretch: one way skips ahead, some lead back.
fn large() -> Graph {
    let pool = |head, parent| Band { parent, head, is_closed: false, height: 60.0 };
    let mut graph = Graph { bands: vec![pool(30.0, None)], ..Graph::default() };
    graph.bands.extend((0..LANES).map(|_| pool(30.0, Some(0))));
    graph.bands.push(Band { is_closed: true, ..pool(30.0, None) });
    let edge = |from, to, kind| Edge { from: End::Node(from), to, kind, label: Size::default() };
    for at in 0..STEPS {
        let is_gateway = at % STRETCH == STRETCH - 1;
        let (size, outline) = if is_gateway { (50.0, Outline::Diamond) } else { (100.0, Outline::Box) };
        let size = Size { width: size, height: size.min(80.0) };
        let band = Some(1 + at / STRETCH * 7 / 3 % LANES);
        graph.nodes.push(Node { size, outline, band, ..Node::default() });
        if at + 1 < STEPS {
            graph.edges.push(edge(at, End::Node(at + 1), EdgeKind::Sequence));
        }
        if is_gateway {
            let to =
                if at % 3 == 0 { at.saturating_sub(2 * STRETCH) } else { (at + STRETCH + 3).min(STEPS - 1) };
            graph.edges.push(edge(at, End::Node(to), EdgeKind::Sequence));
        }
        if at % 20 == 7 {
            graph.edges.push(edge(at, End::Band(LANES + 1), EdgeKind::Message));
        }
    }
    graph
}

/// Many short ways side by side.
fn wide() -> Graph {
    let mut graph = large();
    graph.edges.retain(|edge| match (edge.from, edge.to) {
        (End::Node(from), End::Node(to)) => from / 50 == to / 50,
        _ => true,
    });
    graph
}

fn benchmark(c: &mut Criterion) {
    let mut group = c.benchmark_group("bpmn");
    for (name, graph) in [("one way", large()), ("many ways", wide())] {
        group.bench_function(format!("lay out 1,000 steps, {name}"), |b| {
            b.iter(|| arrange(black_box(&graph)));
        });
    }
    group.finish();
}

criterion_group!(benches, benchmark);
criterion_main!(benches);
