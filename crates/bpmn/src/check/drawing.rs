//! The drawing: what it leaves out, and what lies over something else.

use super::{Findings, Rule};
use crate::model::{Bounds, Diagram, ElementRef, Model, NodeIx, ScopeIx, ScopeOwner};
use std::collections::HashSet;

pub(super) fn check(found: &mut Findings<'_>) {
    let model = found.model;
    if model.diagrams.is_empty() {
        return;
    }
    let drawn: HashSet<ElementRef> = model
        .diagrams
        .iter()
        .flat_map(|diagram| &diagram.shapes)
        .filter_map(|shape| shape.depicts.element)
        .collect();
    let nodes = || (0..model.nodes.len()).map(NodeIx::new);
    let is_drawn = |node: &NodeIx| drawn.contains(&ElementRef::Node(*node));
    let shown: HashSet<ScopeIx> = nodes().filter(is_drawn).map(|node| model[node].scope).collect();
    // What lies within something that is drawn closed, or in a process that is not drawn at all, is left out on purpose.
    for node in nodes().filter(|node| !is_drawn(node) && shown.contains(&model[*node].scope)) {
        found.add(Rule::NotDrawn, ElementRef::Node(node));
    }
    for diagram in &model.diagrams {
        overlaps(found, diagram);
    }
}

/// Most shapes that each is compared with, from left to right.
const MAX_NEIGHBOURS: usize = 1_000;

/// Steps of one scope that lie over each other; events on a border lie on their step by design.
fn overlaps(found: &mut Findings<'_>, diagram: &Diagram) {
    let model = found.model;
    let mut steps: Vec<(NodeIx, Bounds)> = diagram
        .shapes
        .iter()
        .filter_map(|shape| match (shape.depicts.element, shape.bounds) {
            (Some(ElementRef::Node(node)), Some(bounds)) if !is_on_border(model, node) => {
                Some((node, bounds))
            }
            _ => None,
        })
        .collect();
    steps.sort_by(|(_, a), (_, b)| a.x.total_cmp(&b.x));
    for (index, (first, at)) in steps.iter().enumerate() {
        let reached =
            steps[index + 1..].iter().take_while(|(_, other)| other.x < at.x + at.width).take(MAX_NEIGHBOURS);
        for (second, other) in reached {
            let over = other.y < at.y + at.height && at.y < other.y + other.height;
            if over && model[*first].scope == model[*second].scope {
                found.add_with(Rule::Overlap, ElementRef::Node(*second), ElementRef::Node(*first));
                // One is enough to move it: a heap of shapes is told of once for each.
                break;
            }
        }
    }
}

fn is_on_border(model: &Model, node: NodeIx) -> bool {
    let this = &model[node];
    let is_boundary = this
        .event()
        .is_some_and(|event| matches!(event.position, crate::model::EventPosition::Boundary { .. }));
    is_boundary || matches!(model[this.scope].owner, ScopeOwner::Choreography(_))
}
