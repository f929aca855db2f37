//! What an edit leaves behind: gateways that part nothing, starts and ends that stand for nothing or are missing.

use super::elements::Work;
use super::flows::Tip;
use super::links::{is_at, is_bare, is_message_event, messages_from, messages_to, own_start};
use super::web::Web;
use crate::model::namespace::MODEL;
use crate::model::{EventKind, EventPosition, Gateway, Model, NodeIx, NodeKind};
use std::collections::BTreeSet;

/// Most that is mended after an edit.
const MAX_ROUNDS: usize = 10_000;

impl Work {
    /// Mends what the edit touched, until nothing is to be mended.
    pub(super) fn tidy(&mut self) {
        for _ in 0..MAX_ROUNDS {
            let model = self.model();
            let touched: Vec<String> = self.touched.iter().cloned().collect();
            let mended = touched.iter().any(|id| model.node(id).is_some_and(|node| self.mend(&model, node)));
            if !mended {
                return;
            }
        }
    }

    /// Whether something was to be mended at a node, which is then done.
    fn mend(&mut self, model: &Model, node: NodeIx) -> bool {
        if crate::customer::is_step(model, node) {
            return self.mend_step(model, node);
        }
        match &model[node].kind {
            NodeKind::Gateway(gateway) => self.mend_gateway(model, node, gateway),
            NodeKind::Event(event) => match event.position {
                EventPosition::Start { .. } => self.mend_start(model, node),
                EventPosition::End => self.mend_end(model, node),
                EventPosition::IntermediateCatch | EventPosition::IntermediateThrow => {
                    let is_link =
                        event.definitions.iter().any(|it| matches!(it.kind, EventKind::Link { .. }));
                    let is_dead = model[node].incoming.is_empty()
                        && !is_link
                        && messages_to(model, node).next().is_none();
                    self.remove_if(is_dead, model, node)
                }
                EventPosition::Boundary { .. } => false,
            },
            _ => false,
        }
    }

    fn remove_if(&mut self, is_to_go: bool, model: &Model, node: NodeIx) -> bool {
        if is_to_go {
            self.remove_node(&model[node].base.id);
        }
        is_to_go
    }

    fn mend_gateway(&mut self, model: &Model, node: NodeIx, gateway: &Gateway) -> bool {
        let it = &model[node];
        let web = Web::of(model);
        let is_way = |ahead: bool| {
            let is_one = |&at: &NodeIx| web.is_step(at) || model[at].event().is_some();
            web.around(node, ahead).iter().any(is_one)
        };
        // Gateways may lead to each other and nowhere else.
        if !is_way(true) || !is_way(false) {
            return self.remove_if(true, model, node);
        }
        let is_simple = matches!(gateway, Gateway::Exclusive | Gateway::Inclusive | Gateway::Parallel);
        let (&[into], &[out]) = (&it.incoming[..], &it.outgoing[..]) else { return false };
        if !is_simple || !is_bare(model, node) {
            return false;
        }
        let source = model[into].source.filter(|&source| source != node);
        if let Some(source) = source {
            self.lead(model, out, Tip::Source, &model[source].base.id);
            let (before, after) = (&model[into].base.name, &model[out].base.name);
            if after.is_empty() && !before.is_empty() {
                self.document.set_attribute(model[out].base.origin.node, "", "name", before);
            }
            self.remove_flow(model, into);
        }
        self.remove_node(&it.base.id);
        true
    }

    fn mend_start(&mut self, model: &Model, node: NodeIx) -> bool {
        let it = &model[node];
        let Some(target) = it.outgoing.first().and_then(|&flow| model[flow].target) else {
            return self.remove_if(it.outgoing.is_empty(), model, node);
        };
        let web = Web::of(model);
        if !web.around(node, true).iter().any(|&at| web.is_step(at)) {
            return self.remove_if(true, model, node);
        }
        if self.is_silent(model, node) && messages_to(model, node).next().is_none() {
            let is_over = model[target].incoming.len() > 1;
            return if is_over { self.remove_if(true, model, node) } else { self.make_plain(model, node) };
        }
        false
    }

    fn mend_end(&mut self, model: &Model, node: NodeIx) -> bool {
        let it = &model[node];
        let Some(source) = it.incoming.first().and_then(|&flow| model[flow].source) else {
            return self.remove_if(it.incoming.is_empty(), model, node);
        };
        if self.is_silent(model, node) && messages_from(model, node).next().is_none() {
            let is_over = model[source].outgoing.len() > 1;
            return if is_over { self.remove_if(true, model, node) } else { self.make_plain(model, node) };
        }
        false
    }

    /// Whether this edit took a message away from an event.
    fn is_silent(&self, model: &Model, node: NodeIx) -> bool {
        self.silenced.contains(&model[node].base.id) && is_message_event(model, node)
    }

    fn make_plain(&mut self, model: &Model, node: NodeIx) -> bool {
        let found = self.document.child(model[node].base.origin.node, MODEL, "messageEventDefinition");
        self.silenced.remove(&model[node].base.id);
        if let Some(definition) = found {
            self.remove(definition);
        }
        found.is_some()
    }

    /// A step of a process that shows its starts and ends has something before it and something after it.
    fn mend_step(&mut self, model: &Model, node: NodeIx) -> bool {
        let it = &model[node];
        let id = it.base.id.as_str();
        if is_at(model, node, |position| matches!(position, EventPosition::Boundary { .. })) {
            return false;
        }
        if let Some(start) = own_start(model, node)
            && it.incoming.len() > 1
            && messages_to(model, start).next().is_none()
            && model[start].event().is_some_and(|event| event.definitions.is_empty())
            && is_reached_without(model, node, start)
        {
            return self.remove_if(true, model, start);
        }
        if !shows_events(model, node) || it.activity().is_some_and(|activity| activity.for_compensation) {
            return false;
        }
        let is_start = is_at(model, node, |position| matches!(position, EventPosition::Start { .. }));
        if it.incoming.is_empty() && !is_start {
            let Some(start) = self.node_beside(id, "startEvent", &format!("start_{id}")) else {
                return false;
            };
            let messages: Vec<_> = open_messages_to(model, node);
            if !messages.is_empty() {
                self.give_message(&start);
            }
            for message in messages {
                self.lead_message(model, message, Tip::Target, &start);
            }
            self.add_flow(&start, id);
            return true;
        }
        if it.outgoing.is_empty() && !is_at(model, node, |position| matches!(position, EventPosition::End)) {
            let Some(end) = self.node_beside(id, "endEvent", &format!("end_{id}")) else { return false };
            self.add_flow(id, &end);
            return true;
        }
        false
    }
}

/// Messages to a node from nodes of other pools.
fn open_messages_to(model: &Model, node: NodeIx) -> Vec<crate::model::MessageFlowIx> {
    let is_open = |flow: &crate::model::MessageFlowIx| {
        matches!(model[*flow].source, Some(crate::model::ElementRef::Node(_)))
    };
    messages_to(model, node).filter(is_open).collect()
}

/// Whether the process of a node draws where it starts or ends; one with this node alone is to.
fn shows_events(model: &Model, node: NodeIx) -> bool {
    let nodes = &model[model[node].scope].nodes;
    let is_end_or_start = |position| matches!(position, EventPosition::Start { .. } | EventPosition::End);
    nodes.len() == 1 || nodes.iter().any(|&node| is_at(model, node, is_end_or_start))
}

/// Whether a step is come to in its pool from elsewhere than one of its starts.
fn is_reached_without(model: &Model, step: NodeIx, start: NodeIx) -> bool {
    let web = Web::of(model);
    let scope = &model[model[step].scope].nodes;
    let mut open: Vec<NodeIx> =
        scope.iter().copied().filter(|&node| node != start && model[node].incoming.is_empty()).collect();
    let mut seen: BTreeSet<NodeIx> = BTreeSet::new();
    while let Some(node) = open.pop() {
        if node == step {
            return true;
        }
        if seen.insert(node) {
            let next = web.from(node).filter(|strand| !matches!(strand.tie, super::web::Tie::Message(_)));
            open.extend(next.map(|strand| strand.to));
        }
    }
    false
}
