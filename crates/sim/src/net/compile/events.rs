//! What the events of a BPMN model become.

use std::collections::HashSet;

use bpmn::model::{
    ElementRef, Event, EventDefinition, EventKind, EventPosition, FlowNode, Model, NodeIx, NodeKind,
    Reference, RootKind, TaskKind, Timer,
};
use jiff::Span;

use super::Compiler;
use crate::net::{BoundaryTrigger, End, Kind, Trigger};

/// Signals that something in the map sends.
pub(super) fn signals_sent(model: &Model) -> HashSet<String> {
    let throws = model.nodes.iter().filter_map(FlowNode::event).filter(|event| !event.position.catches());
    throws
        .flat_map(|event| &event.definitions)
        .filter_map(|definition| match &definition.kind {
            EventKind::Signal(signal) => Some(name_of(model, signal.as_ref())),
            _ => None,
        })
        .collect()
}

/// What a reference to a message, signal, error or escalation is known by: its code or identifier.
fn name_of(model: &Model, reference: Option<&Reference>) -> String {
    let Some(reference) = reference else { return String::new() };
    match reference.element {
        Some(ElementRef::Root(root)) => match &model[root].kind {
            RootKind::Error { code: Some(code), .. } | RootKind::Escalation { code: Some(code), .. } => {
                code.clone()
            }
            _ => model[root].base.id.clone(),
        },
        _ => reference.text.clone(),
    }
}

pub(super) fn is_start(event: &Event) -> bool {
    matches!(event.position, EventPosition::Start { .. })
}

/// Whether an event that nothing leads to begins a process without a start event.
pub(super) fn begins_implicitly(event: &Event) -> bool {
    matches!(event.position, EventPosition::IntermediateThrow | EventPosition::IntermediateCatch)
        && catches_link(event).is_none()
}

/// What an event stands on the border of, and whether it interrupts.
pub(super) fn border_of(event: &Event) -> Option<(Option<NodeIx>, bool)> {
    match event.position {
        EventPosition::Boundary { attached_to, interrupting } => Some((attached_to, interrupting)),
        _ => None,
    }
}

pub(super) fn throws_link(event: &Event) -> Option<&str> {
    (event.position == EventPosition::IntermediateThrow).then(|| link(event)).flatten()
}

pub(super) fn catches_link(event: &Event) -> Option<&str> {
    (event.position == EventPosition::IntermediateCatch).then(|| link(event)).flatten()
}

fn link(event: &Event) -> Option<&str> {
    event.definitions.iter().find_map(|definition| match &definition.kind {
        EventKind::Link { name } => Some(&**name),
        _ => None,
    })
}

/// Whether a node may stand behind an event-based gateway.
pub(super) fn can_race(node: &FlowNode) -> bool {
    match &node.kind {
        NodeKind::Event(event) => event.position == EventPosition::IntermediateCatch && link(event).is_none(),
        NodeKind::Task { task: TaskKind::Receive { .. }, .. } => true,
        _ => false,
    }
}

/// Seconds of an ISO 8601 duration; none for months and years, whose length is not fixed, and for what is no duration.
fn seconds(timer: Option<&Timer>) -> Option<f64> {
    let Some(Timer::Duration(text)) = timer else { return None };
    let span: Span = text.text.parse().ok()?;
    if span.get_years() != 0 || span.get_months() != 0 {
        return None;
    }
    let days = f64::from(span.get_weeks()) * 7.0 + f64::from(span.get_days());
    let minutes = f64::from(span.get_hours()) * 60.0 + span.get_minutes() as f64;
    let fine = span.get_milliseconds() as f64 / 1e3 + span.get_microseconds() as f64 / 1e6;
    let total = days * 86_400.0
        + minutes * 60.0
        + span.get_seconds() as f64
        + fine
        + span.get_nanoseconds() as f64 / 1e9;
    (total >= 0.0).then_some(total)
}

impl Compiler<'_> {
    /// The nodes that an event becomes.
    pub(super) fn event(
        &mut self,
        ix: NodeIx,
        node: &FlowNode,
        event: &Event,
        at: u32,
    ) -> Option<(u32, u32)> {
        if event.definitions.len() > 1 {
            self.unsupported(node, "an event with several triggers");
            return None;
        }
        let definition = event.definitions.first();
        let kind = match event.position {
            EventPosition::Start { .. } | EventPosition::Boundary { .. } => Kind::Pass,
            EventPosition::IntermediateCatch => self.caught(ix, node, definition)?,
            EventPosition::IntermediateThrow => self.thrown(node, definition)?,
            EventPosition::End => Kind::End(self.ended(node, definition)?),
        };
        let sends = matches!(kind, Kind::Throw { .. } | Kind::End(End::Message { .. }));
        let held = self.add(node, kind, at);
        if sends {
            if self.sends.contains_key(&ix.index()) {
                self.senders.push((held, ix.index()));
            }
            return Some((held, held));
        }
        Some((held, held))
    }

    fn caught(&mut self, ix: NodeIx, node: &FlowNode, definition: Option<&EventDefinition>) -> Option<Kind> {
        let by_scenario = Kind::Catch(Trigger::Timer { delay_s: None });
        let Some(definition) = definition else { return Some(by_scenario) };
        Some(match &definition.kind {
            EventKind::Timer(timer) => Kind::Catch(Trigger::Timer { delay_s: seconds(timer.as_ref()) }),
            EventKind::Message { .. } if self.receives.contains(&ix.index()) => Kind::Catch(Trigger::Message),
            EventKind::Signal(signal) => {
                let name = name_of(self.model, signal.as_ref());
                if self.signals.contains(&name) { Kind::Catch(Trigger::Signal(name)) } else { by_scenario }
            }
            EventKind::Message { .. } | EventKind::Conditional(_) => by_scenario,
            EventKind::Link { .. } => Kind::Pass,
            _ => {
                self.unsupported(node, "an event that waits for this");
                return None;
            }
        })
    }

    fn thrown(&mut self, node: &FlowNode, definition: Option<&EventDefinition>) -> Option<Kind> {
        let Some(definition) = definition else { return Some(Kind::Pass) };
        Some(match &definition.kind {
            EventKind::Message { .. } => Kind::Throw { targets: Vec::new() },
            EventKind::Signal(signal) => Kind::Signal(name_of(self.model, signal.as_ref())),
            EventKind::Link { .. } => Kind::Pass,
            EventKind::Compensate { .. } => {
                self.unsupported(node, "compensation");
                return None;
            }
            _ => {
                self.unsupported(node, "an event on the way that brings this about");
                return None;
            }
        })
    }

    fn ended(&mut self, node: &FlowNode, definition: Option<&EventDefinition>) -> Option<End> {
        let Some(definition) = definition else { return Some(End::Plain) };
        Some(match &definition.kind {
            EventKind::Message { .. } => End::Message { targets: Vec::new() },
            EventKind::Terminate => End::Terminate,
            EventKind::Error(error) => End::Error(name_of(self.model, error.as_ref())),
            EventKind::Escalation(escalation) => End::Escalation(name_of(self.model, escalation.as_ref())),
            EventKind::Signal(signal) => End::Signal(name_of(self.model, signal.as_ref())),
            EventKind::Compensate { .. } | EventKind::Cancel => {
                self.unsupported(node, "compensation");
                return None;
            }
            _ => End::Plain,
        })
    }

    pub(super) fn border_trigger(
        &mut self,
        ix: NodeIx,
        node: &FlowNode,
        host: NodeIx,
    ) -> Option<BoundaryTrigger> {
        let by_scenario = BoundaryTrigger::Timer { delay_s: None };
        let definition = node.event().and_then(|event| event.definitions.first());
        let Some(definition) = definition else { return Some(by_scenario) };
        // Within a task nothing is thrown that could be caught: the scenario has to say when it happens.
        let has_content = !matches!(self.model[host].kind, NodeKind::Task { .. });
        let code = |reference: &Option<Reference>| {
            reference.as_ref().map(|reference| name_of(self.model, Some(reference)))
        };
        Some(match &definition.kind {
            EventKind::Timer(timer) => BoundaryTrigger::Timer { delay_s: seconds(timer.as_ref()) },
            EventKind::Message { .. } if self.receives.contains(&ix.index()) => BoundaryTrigger::Message,
            EventKind::Signal(signal) => {
                let name = name_of(self.model, signal.as_ref());
                if self.signals.contains(&name) { BoundaryTrigger::Signal(name) } else { by_scenario }
            }
            EventKind::Error(error) if has_content => BoundaryTrigger::Error(code(error)),
            EventKind::Escalation(escalation) if has_content => BoundaryTrigger::Escalation(code(escalation)),
            EventKind::Message { .. }
            | EventKind::Conditional(_)
            | EventKind::Error(_)
            | EventKind::Escalation(_) => by_scenario,
            _ => {
                self.unsupported(node, "compensation or cancellation of a transaction");
                return None;
            }
        })
    }
}
