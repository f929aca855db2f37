//! Tying a step to the next and cutting the tie, in the ways in which a file may draw it.

use super::elements::Work;
use super::web::{Tie, Web};
use crate::model::namespace::MODEL;
use crate::model::{
    ElementRef, EventKind, EventPosition, FlowIx, Gateway, MessageFlowIx, Model, NodeIx, NodeKind,
};

/// Most ties that are cut between two steps.
const MAX_TIES: usize = 100;

impl Work {
    /// Lets a step follow another: by a sequence flow in one pool, behind an exclusive gateway where there are several, and
    /// by a message from pool to pool. As messages neither leave a start nor reach an end, they go by events where need be.
    pub(super) fn link(&mut self, from: &str, to: &str) -> Option<()> {
        let model = self.model();
        let (a, b) = (model.node(from)?, model.node(to)?);
        if model[a].scope == model[b].scope {
            let fork = self.fork(from)?;
            self.add_flow(&fork, to);
        } else {
            let gives = self.mouth(from)?;
            let takes = self.ear(to)?;
            self.add_message(&gives, &takes);
        }
        Some(())
    }

    /// Where one more flow from a step begins.
    fn fork(&mut self, step: &str) -> Option<String> {
        let model = self.model();
        let node = model.node(step)?;
        let &[flow] = &model[node].outgoing[..] else { return Some(step.to_owned()) };
        let target = model[flow].target?;
        let is_private = model[target].incoming == [flow];
        if is_private && matches!(model[target].kind, NodeKind::Gateway(Gateway::Exclusive)) {
            return Some(model[target].base.id.clone());
        }
        if is_private && is_plain_end(&model, target) && messages_from(&model, target).next().is_none() {
            self.remove_node(&model[target].base.id);
            return Some(step.to_owned());
        }
        let gateway = self.node_beside(step, "exclusiveGateway", &format!("choice_{step}"))?;
        self.lead(&model, flow, super::flows::Tip::Source, &gateway);
        self.add_flow(step, &gateway);
        Some(gateway)
    }

    /// What messages from a step begin at.
    fn mouth(&mut self, step: &str) -> Option<String> {
        let model = self.model();
        let node = model.node(step)?;
        if is_at(&model, node, |position| matches!(position, EventPosition::End)) {
            return Some(step.to_owned());
        }
        let ways = model[node].outgoing.iter().filter_map(|&flow| model[flow].target);
        let ends: Vec<NodeIx> = ways
            .flat_map(|next| {
                let private = model[next].incoming.len() == 1 && model[next].gateway().is_some();
                let on = model[next].outgoing.iter().filter_map(|&flow| model[flow].target);
                if private { on.collect() } else { vec![next] }
            })
            .filter(|&end| is_nameless_end(&model, end) && model[end].incoming.len() == 1)
            .collect();
        let speaks =
            |end: &&NodeIx| is_message_event(&model, **end) || messages_from(&model, **end).next().is_some();
        if let Some(&end) = ends.iter().find(speaks) {
            return Some(model[end].base.id.clone());
        }
        if let (&[_], &[end]) = (&model[node].outgoing[..], &ends[..])
            && is_plain_end(&model, end)
        {
            self.document.append(model[end].base.origin.node, MODEL, "messageEventDefinition");
            self.changed();
            return Some(model[end].base.id.clone());
        }
        let fork = self.fork(step)?;
        let end = self.node_beside(step, "endEvent", &format!("end_{step}"))?;
        self.give_message(&end)?;
        self.add_flow(&fork, &end);
        Some(end)
    }

    /// What messages to a step lead to.
    fn ear(&mut self, step: &str) -> Option<String> {
        let model = self.model();
        let node = model.node(step)?;
        if is_at(&model, node, |position| matches!(position, EventPosition::Start { .. })) {
            return Some(step.to_owned());
        }
        if let Some(start) = own_start(&model, node) {
            if !is_message_event(&model, start) {
                self.document.append(model[start].base.origin.node, MODEL, "messageEventDefinition");
                self.changed();
            }
            return Some(model[start].base.id.clone());
        }
        let is_end = is_at(&model, node, |position| matches!(position, EventPosition::End));
        if !is_end && !model[node].incoming.is_empty() {
            return Some(step.to_owned());
        }
        let start = self.node_beside(step, "startEvent", &format!("start_{step}"))?;
        self.give_message(&start)?;
        self.add_flow(&start, step);
        Some(start)
    }

    pub(super) fn give_message(&mut self, event: &str) -> Option<()> {
        let model = self.model();
        let node = model.node(event)?;
        self.document.append(model[node].base.origin.node, MODEL, "messageEventDefinition");
        self.changed();
        Some(())
    }

    /// Lets a step no longer follow another; all other ways from step to step stay. Nothing, if the file draws it in a way
    /// that cannot be parted from others.
    pub(super) fn unlink(&mut self, from: &str, to: &str) -> Option<()> {
        for _ in 0..MAX_TIES {
            let model = self.model();
            let (a, b) = (model.node(from)?, model.node(to)?);
            let web = Web::of(&model);
            let between = web.between(a, b);
            if between.is_empty() {
                return Some(());
            }
            let own = || between.iter().filter(|&&at| web.is_own(at, a, b)).map(|&at| web.strands[at].tie);
            let message = own().find(|tie| matches!(tie, Tie::Message(_)));
            match message.or_else(|| own().find(|tie| *tie != Tie::Border)) {
                Some(Tie::Flow(flow)) => self.remove_flow(&model, flow),
                Some(Tie::Message(flow)) => self.silence(&model, flow),
                Some(Tie::Repeat) => {
                    let element = model[a].base.origin.node;
                    let repeat = self.document.child(element, MODEL, "standardLoopCharacteristics")?;
                    self.remove(repeat);
                }
                Some(Tie::Border) | None => self.part(&model, &web, (a, b), &between)?,
            }
        }
        None
    }

    /// Cuts what a step shares with no other beginning, and ties what else was lost by it again.
    fn part(&mut self, model: &Model, web: &Web, (a, b): (NodeIx, NodeIx), between: &[usize]) -> Option<()> {
        let other = |at: &usize| {
            let gateways = [web.strands[*at].from, web.strands[*at].to];
            gateways.iter().filter_map(|&node| model[node].gateway()).any(|it| *it != Gateway::Exclusive)
        };
        if between.iter().any(other) {
            return None;
        }
        let first = between.iter().map(|&at| web.strands[at]).find(|strand| strand.from == a)?;
        match first.tie {
            Tie::Flow(flow) => self.remove_flow(model, flow),
            Tie::Message(flow) => self.silence(model, flow),
            Tie::Border | Tie::Repeat => return None,
        }
        let left = {
            let model = self.model();
            Web::of(&model).after(model.node(&model_id(&model, a))?)
        };
        for lost in web.after(a).into_iter().filter(|step| *step != b && !left.contains(step)) {
            self.link(&model_id(model, a), &model_id(model, lost))?;
        }
        Some(())
    }

    /// Takes a message flow away; the events that it came from and went to may now wait in vain.
    pub(super) fn silence(&mut self, model: &Model, flow: MessageFlowIx) {
        for end in [model[flow].source, model[flow].target] {
            if let Some(ElementRef::Node(node)) = end {
                self.silenced.insert(model[node].base.id.clone());
            }
        }
        self.remove_message(model, flow);
    }
}

fn model_id(model: &Model, node: NodeIx) -> String {
    model[node].base.id.clone()
}

/// The start without a name from which only this step is led to.
pub(super) fn own_start(model: &Model, step: NodeIx) -> Option<NodeIx> {
    model[step].incoming.iter().filter_map(|&flow: &FlowIx| model[flow].source).find(|&start| {
        let is_start = is_at(model, start, |position| matches!(position, EventPosition::Start { .. }));
        is_start
            && is_bare(model, start)
            && model[start].incoming.is_empty()
            && model[start].outgoing.len() == 1
    })
}

pub(super) fn is_at(model: &Model, node: NodeIx, position: impl Fn(EventPosition) -> bool) -> bool {
    model[node].event().is_some_and(|event| position(event.position))
}

/// Whether nothing is said of a node.
pub(super) fn is_bare(model: &Model, node: NodeIx) -> bool {
    model[node].base.name.is_empty() && model[node].base.documentation.is_empty()
}

pub(super) fn is_nameless_end(model: &Model, node: NodeIx) -> bool {
    is_bare(model, node) && is_at(model, node, |position| matches!(position, EventPosition::End))
}

fn is_plain_end(model: &Model, node: NodeIx) -> bool {
    is_nameless_end(model, node) && model[node].event().is_some_and(|event| event.definitions.is_empty())
}

pub(super) fn is_message_event(model: &Model, node: NodeIx) -> bool {
    model[node].event().is_some_and(|event| {
        event.definitions.iter().any(|definition| matches!(definition.kind, EventKind::Message { .. }))
    })
}

/// Message flows from a node.
pub(super) fn messages_from(model: &Model, node: NodeIx) -> impl Iterator<Item = MessageFlowIx> {
    messages(model, move |flow| flow.source == Some(ElementRef::Node(node)))
}

/// Message flows to a node.
pub(super) fn messages_to(model: &Model, node: NodeIx) -> impl Iterator<Item = MessageFlowIx> {
    messages(model, move |flow| flow.target == Some(ElementRef::Node(node)))
}

fn messages(
    model: &Model,
    is_it: impl Fn(&crate::model::MessageFlow) -> bool,
) -> impl Iterator<Item = MessageFlowIx> {
    let flows = model.message_flows.iter().enumerate();
    flows.filter(move |(_, flow)| is_it(flow)).map(|(at, _)| MessageFlowIx::new(at))
}
