//! Flows: where they begin and end, what nothing leads to or from.

use super::{Findings, Rule};
use crate::model::{
    ElementRef, EventPosition, FlowIx, FlowNode, Gateway, Model, NodeIx, NodeKind, ParticipantIx, ScopeIx,
    SubProcessKind, TaskKind,
};
use std::collections::HashMap;

pub(super) fn check(found: &mut Findings<'_>) {
    let model = found.model;
    sequence_flows(found);
    for (at, flow) in (0..).map(crate::model::MessageFlowIx::new).zip(&model.message_flows) {
        let ends =
            (flow.source.and_then(|end| pool(model, end)), flow.target.and_then(|end| pool(model, end)));
        if let (Some(source), Some(target)) = ends
            && source == target
        {
            found.add_with(
                Rule::MessageWithinPool,
                ElementRef::MessageFlow(at),
                ElementRef::Participant(source),
            );
        }
    }
    let scopes: Vec<_> = found.scopes().collect();
    for (scope, owner) in scopes {
        starts_and_ends(found, scope, owner);
        for &node in &model[scope].nodes {
            connections(found, node);
        }
    }
}

/// The pool that an end of a message flow lies in.
fn pool(model: &Model, end: ElementRef) -> Option<ParticipantIx> {
    match end {
        ElementRef::Participant(participant) => Some(participant),
        ElementRef::Node(node) => model.participants_of(model.process_of(node)?).next(),
        _ => None,
    }
}

fn sequence_flows(found: &mut Findings<'_>) {
    let model = found.model;
    let mut known: HashMap<(NodeIx, NodeIx, Option<&str>), FlowIx> = HashMap::new();
    for (at, flow) in (0..).map(FlowIx::new).zip(&model.flows) {
        let element = ElementRef::Flow(at);
        let (Some(source), Some(target)) = (flow.source, flow.target) else {
            found.add(Rule::FlowDangling, element);
            continue;
        };
        if model[source].scope != model[target].scope {
            found.add_with(Rule::FlowLeavesScope, element, ElementRef::Node(target));
        }
        let condition = flow.condition.as_ref().map(|condition| condition.text.as_str());
        if known.insert((source, target, condition), at).is_some() {
            found.add_with(Rule::FlowTwice, element, ElementRef::Node(target));
        }
    }
}

fn starts_and_ends(found: &mut Findings<'_>, scope: ScopeIx, owner: ElementRef) {
    let model = found.model;
    let is_ad_hoc = matches!(owner, ElementRef::Node(node)
        if matches!(model[node].kind, NodeKind::SubProcess { kind: SubProcessKind::AdHoc { .. }, .. }));
    let at = |is: fn(EventPosition) -> bool| {
        move |node: &&FlowNode| node.event().is_some_and(|event| is(event.position))
    };
    let nodes = || model.nodes_in(scope).map(|(_, node)| node);
    let starts: Vec<_> =
        nodes().filter(at(|position| matches!(position, EventPosition::Start { .. }))).collect();
    let begins = nodes().any(instantiates);
    if starts.is_empty() && !begins && !is_ad_hoc {
        found.add(Rule::StartMissing, owner);
    }
    let blank = |node: &&&FlowNode| node.event().is_some_and(|event| event.definitions.is_empty());
    if starts.iter().filter(blank).count() > 1 {
        found.add(Rule::StartsBlank, owner);
    }
    if !nodes().any(|node| at(|position| position == EventPosition::End)(&node)) && !is_ad_hoc {
        found.add(Rule::EndMissing, owner);
    }
}

/// Whether a process can begin here without a start event: with a message that is waited for.
pub(super) fn instantiates(node: &FlowNode) -> bool {
    matches!(
        node.kind,
        NodeKind::Task { task: TaskKind::Receive { instantiate: true, .. }, .. }
            | NodeKind::Gateway(Gateway::EventBased { instantiate: true, .. })
    )
}

/// Whether a node stands by itself by design: done by an event, to undo another, or as people see fit.
pub(super) fn stands_alone(model: &Model, node: NodeIx) -> bool {
    use crate::model::ScopeOwner;
    let this = &model[node];
    let in_ad_hoc = matches!(model[this.scope].owner, ScopeOwner::Node(outer)
        if matches!(model[outer].kind, NodeKind::SubProcess { kind: SubProcessKind::AdHoc { .. }, .. }));
    let by_event = matches!(this.kind, NodeKind::SubProcess { kind: SubProcessKind::Event, .. });
    in_ad_hoc || by_event || this.activity().is_some_and(|activity| activity.for_compensation)
}

fn connections(found: &mut Findings<'_>, node: NodeIx) {
    let model = found.model;
    let this = &model[node];
    let element = ElementRef::Node(node);
    let (is_entered, is_left) = (!this.incoming.is_empty(), !this.outgoing.is_empty());
    let position = this.event().map(|event| event.position);
    let is_link = this.event().is_some_and(super::events::is_link);
    match position {
        Some(EventPosition::Start { .. }) if is_entered => found.add(Rule::StartEntered, element),
        Some(EventPosition::End) if is_left => found.add(Rule::EndLeft, element),
        Some(EventPosition::Boundary { .. }) if is_entered => found.add(Rule::BoundaryEntered, element),
        _ => {}
    }
    if stands_alone(model, node) {
        return;
    }
    let begins = matches!(position, Some(EventPosition::Start { .. } | EventPosition::Boundary { .. }))
        || instantiates(this)
        || (is_link && position == Some(EventPosition::IntermediateCatch));
    let ends = matches!(position, Some(EventPosition::End | EventPosition::Boundary { .. }))
        || (is_link && position == Some(EventPosition::IntermediateThrow));
    match (is_entered || begins, is_left || ends) {
        (false, false) => found.add(Rule::Disconnected, element),
        (false, true) => found.add(Rule::StartImplicit, element),
        (true, false) if !is_entered => found.add(Rule::Disconnected, element),
        (true, false) => found.add(Rule::EndImplicit, element),
        (true, true)
            if !is_entered
                && !is_left
                && !matches!(position, Some(EventPosition::Boundary { .. }))
                && !is_link =>
        {
            found.add(Rule::Disconnected, element);
        }
        (true, true) => {}
    }
}
