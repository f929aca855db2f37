//! Splits and joins: gateways, and what is done without them.

use super::{Findings, Rule};
use crate::model::{ElementRef, EventPosition, FlowIx, FlowNode, Gateway, Model, NodeIx, NodeKind, TaskKind};

pub(super) fn check(found: &mut Findings<'_>) {
    let scopes: Vec<_> = found.scopes().collect();
    for (scope, _) in scopes {
        for &node in &found.model[scope].nodes {
            match found.model[node].gateway() {
                Some(gateway) => of_gateway(found, node, gateway),
                None => of_others(found, node),
            }
        }
    }
}

fn of_gateway(found: &mut Findings<'_>, node: NodeIx, gateway: &Gateway) {
    let model = found.model;
    let this = &model[node];
    let element = ElementRef::Node(node);
    match (this.incoming.len(), this.outgoing.len()) {
        (2.., 2..) => found.add(Rule::GatewayJoinsAndSplits, element),
        (1, 1) => found.add(Rule::GatewaySuperfluous, element),
        _ => {}
    }
    match gateway {
        Gateway::Complex { .. } => found.add(Rule::GatewayComplex, element),
        Gateway::EventBased { .. } => {
            if this.outgoing.len() < 2 {
                found.add(Rule::EventGatewayTarget, element);
            }
            for &flow in &this.outgoing {
                if let Some(target) = model[flow].target.filter(|target| !waits(&model[*target])) {
                    found.add_with(Rule::EventGatewayTarget, element, ElementRef::Node(target));
                }
            }
        }
        Gateway::Exclusive | Gateway::Inclusive => conditions(found, this),
        Gateway::Parallel => {}
    }
}

/// Whether a node waits for an event and for nothing else.
fn waits(node: &FlowNode) -> bool {
    match &node.kind {
        NodeKind::Event(event) => event.position == EventPosition::IntermediateCatch,
        NodeKind::Task { task, .. } => matches!(task, TaskKind::Receive { .. }),
        _ => false,
    }
}

/// Once one way has a condition or is the default, all others want one.
fn conditions(found: &mut Findings<'_>, node: &FlowNode) {
    let model = found.model;
    let is_decided =
        node.default.is_some() || node.outgoing.iter().any(|&flow| model[flow].condition.is_some());
    if node.outgoing.len() < 2 || !is_decided {
        return;
    }
    for &flow in &node.outgoing {
        let (is_default, has_condition) = (node.default == Some(flow), model[flow].condition.is_some());
        if is_default && has_condition {
            found.add(Rule::DefaultConditional, ElementRef::Flow(flow));
        } else if !is_default && !has_condition {
            found.add(Rule::ConditionMissing, ElementRef::Flow(flow));
        }
    }
}

fn of_others(found: &mut Findings<'_>, node: NodeIx) {
    let model = found.model;
    let this = &model[node];
    if this.incoming.len() > 1 && this.activity().is_some() {
        found.add(Rule::JoinImplicit, ElementRef::Node(node));
    }
    if unconditional(model, this) > 1 {
        found.add(Rule::SplitImplicit, ElementRef::Node(node));
    }
}

/// Flows out of a node that are taken whatever holds.
fn unconditional(model: &Model, node: &FlowNode) -> usize {
    let always = |flow: &&FlowIx| model[**flow].condition.is_none() && node.default != Some(**flow);
    node.outgoing.iter().filter(always).count()
}
