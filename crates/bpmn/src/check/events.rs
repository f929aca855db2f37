//! Events: what they wait for and bring about, and whether that can be.

use super::{Findings, Rule};
use crate::model::{
    ElementRef, Event, EventKind, EventPosition, FlowNode, NodeIx, NodeKind, ScopeIx, SubProcessKind,
};
use std::collections::HashSet;

pub(super) fn check(found: &mut Findings<'_>) {
    let scopes: Vec<_> = found.scopes().collect();
    for (scope, owner) in scopes {
        for &node in &found.model[scope].nodes {
            if let Some(event) = found.model[node].event() {
                of_event(found, node, event, owner);
            }
        }
        links(found, scope);
        terminations(found, scope);
    }
}

/// Whether an event is one end of a jump.
pub(super) fn is_link(event: &Event) -> bool {
    link_name(event).is_some()
}

/// The name of the jump that an event is one end of.
pub(super) fn link_name(event: &Event) -> Option<&str> {
    event.definitions.iter().find_map(|definition| match &definition.kind {
        EventKind::Link { name } => Some(name.as_str()),
        _ => None,
    })
}

fn of_event(found: &mut Findings<'_>, node: NodeIx, event: &Event, owner: ElementRef) {
    let model = found.model;
    let element = ElementRef::Node(node);
    if event.definitions.len() > 1 {
        found.add(Rule::EventMany, element);
    }
    if event.definitions.iter().any(|definition| is_empty_timer(&definition.kind)) {
        found.add(Rule::TimerEmpty, element);
    }
    let is_compensation =
        event.definitions.iter().any(|definition| matches!(definition.kind, EventKind::Compensate { .. }));
    if matches!(event.position, EventPosition::Boundary { .. })
        && model[node].outgoing.is_empty()
        && !is_compensation
    {
        found.add(Rule::BoundaryIgnored, element);
    }
    let (EventPosition::Start { .. }, ElementRef::Node(outer)) = (event.position, owner) else { return };
    let by_event = matches!(model[outer].kind, NodeKind::SubProcess { kind: SubProcessKind::Event, .. });
    match (by_event, event.definitions.is_empty()) {
        (true, true) => found.add_with(Rule::EventSubProcessStartBlank, element, owner),
        (false, false) => found.add_with(Rule::SubProcessStartTyped, element, owner),
        _ => {}
    }
}

fn is_empty_timer(kind: &EventKind) -> bool {
    match kind {
        EventKind::Timer(timer) => timer.as_ref().is_none_or(|timer| timer.expression().text.is_empty()),
        _ => false,
    }
}

/// Each thrown link wants one that catches it, and the other way round.
fn links(found: &mut Findings<'_>, scope: ScopeIx) {
    let model = found.model;
    let ends: Vec<_> = model
        .nodes_in(scope)
        .filter_map(|(at, node)| node.event().and_then(|event| Some((at, event.position, link_name(event)?))))
        .collect();
    let is_thrown = |position| position == EventPosition::IntermediateThrow;
    let names = |of: EventPosition| -> HashSet<&str> {
        ends.iter().filter(|(_, position, _)| *position == of).map(|&(_, _, name)| name).collect()
    };
    let thrown = names(EventPosition::IntermediateThrow);
    let caught = names(EventPosition::IntermediateCatch);
    for &(node, position, name) in &ends {
        let partners = if is_thrown(position) { &caught } else { &thrown };
        if !partners.contains(name) {
            found.add(Rule::LinkAlone, ElementRef::Node(node));
        }
    }
}

/// An end that ends everything is of use only where something else may still go on.
fn terminations(found: &mut Findings<'_>, scope: ScopeIx) {
    let model = found.model;
    let is_end = |node: &FlowNode| node.event().is_some_and(|event| event.position == EventPosition::End);
    let ends: Vec<_> = model.nodes_in(scope).filter(|(_, node)| is_end(node)).collect();
    let splits = model.nodes_in(scope).any(|(_, node)| {
        node.outgoing.len() > 1
            && !matches!(
                node.kind,
                NodeKind::Gateway(
                    crate::model::Gateway::Exclusive | crate::model::Gateway::EventBased { .. }
                )
            )
            || !node.boundary.is_empty()
    });
    if let [(only, node)] = ends.as_slice()
        && !splits
        && node.event().is_some_and(|event| {
            event.definitions.iter().any(|definition| definition.kind == EventKind::Terminate)
        })
    {
        found.add(Rule::TerminationSuperfluous, ElementRef::Node(*only));
    }
}
