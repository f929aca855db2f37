//! Names: what a reader needs to understand without asking.

use super::{Findings, Rule};
use crate::model::{ElementRef, EventPosition, FlowNode, Gateway, LaneIx, NodeIx, NodeKind, ParticipantIx};

pub(super) fn check(found: &mut Findings<'_>) {
    let model = found.model;
    for (at, node) in (0..).map(NodeIx::new).zip(&model.nodes) {
        if node.base.name.trim().is_empty() && wants_name(node) {
            found.add(Rule::LabelMissing, ElementRef::Node(at));
        }
        if is_decision(node) {
            for &flow in &node.outgoing {
                if model[flow].base.name.trim().is_empty() && node.default != Some(flow) {
                    found.add_with(Rule::LabelMissing, ElementRef::Flow(flow), ElementRef::Node(at));
                }
            }
        }
    }
    for (at, pool) in (0..).map(ParticipantIx::new).zip(&model.participants) {
        if pool.base.name.trim().is_empty() {
            found.add(Rule::LabelMissing, ElementRef::Participant(at));
        }
    }
    for (at, lane) in (0..).map(LaneIx::new).zip(&model.lanes) {
        if lane.base.name.trim().is_empty() {
            found.add(Rule::LabelMissing, ElementRef::Lane(at));
        }
    }
}

/// Whether one of several ways is chosen here by a question.
fn is_decision(node: &FlowNode) -> bool {
    matches!(node.gateway(), Some(Gateway::Exclusive | Gateway::Inclusive | Gateway::Complex { .. }))
        && node.outgoing.len() > 1
}

fn wants_name(node: &FlowNode) -> bool {
    match &node.kind {
        NodeKind::Gateway(_) => is_decision(node),
        // A plain event wants a name; one that begins, ends or lies on a border says by its sign what it is.
        NodeKind::Event(event) => {
            event.definitions.is_empty()
                || matches!(
                    event.position,
                    EventPosition::IntermediateCatch | EventPosition::IntermediateThrow
                )
        }
        _ => true,
    }
}
