//! Events and their definitions, references aside.

use super::Reader;
use crate::model::{Event, EventKind, EventPosition, Timer};
use crate::xml::NodeId;

impl Reader<'_> {
    pub(super) fn event(&mut self, node: NodeId, name: &str) -> Option<Event> {
        let fields = &mut self.fields;
        let position = match name {
            "startEvent" => EventPosition::Start { interrupting: fields.flag(node, "isInterrupting", true) },
            "endEvent" => EventPosition::End,
            "intermediateCatchEvent" => EventPosition::IntermediateCatch,
            "intermediateThrowEvent" | "implicitThrowEvent" => EventPosition::IntermediateThrow,
            "boundaryEvent" => EventPosition::Boundary {
                attached_to: None,
                interrupting: fields.flag(node, "cancelActivity", true),
            },
            _ => return None,
        };
        let parallel_multiple = fields.flag(node, "parallelMultiple", false);
        Some(Event { position, definitions: Vec::new(), parallel_multiple })
    }

    /// What an event definition is; its references are made later.
    pub(super) fn event_kind(&mut self, node: NodeId, name: &str) -> Option<EventKind> {
        event_kind(&mut self.fields, node, name)
    }
}

pub(super) fn event_kind(fields: &mut super::Fields<'_>, node: NodeId, name: &str) -> Option<EventKind> {
    Some(match name {
        "messageEventDefinition" => EventKind::Message { message: None, operation: None },
        "timerEventDefinition" => EventKind::Timer(timer(fields, node)),
        "signalEventDefinition" => EventKind::Signal(None),
        "errorEventDefinition" => EventKind::Error(None),
        "escalationEventDefinition" => EventKind::Escalation(None),
        "conditionalEventDefinition" => EventKind::Conditional(fields.expression(node, "condition")),
        "compensateEventDefinition" => {
            EventKind::Compensate { activity: None, wait: fields.flag(node, "waitForCompletion", true) }
        }
        "linkEventDefinition" => EventKind::Link { name: fields.text(node, "name").unwrap_or_default() },
        "terminateEventDefinition" => EventKind::Terminate,
        "cancelEventDefinition" => EventKind::Cancel,
        _ => return None,
    })
}

fn timer(fields: &super::Fields<'_>, node: NodeId) -> Option<Timer> {
    let date = fields.expression(node, "timeDate").map(Timer::Date);
    let duration = || fields.expression(node, "timeDuration").map(Timer::Duration);
    let cycle = || fields.expression(node, "timeCycle").map(Timer::Cycle);
    date.or_else(duration).or_else(cycle)
}
