//! A model in other programs' formats.

mod csv;
mod mermaid;

pub use csv::csv;
pub use mermaid::mermaid;

use crate::model::{EventPosition, FlowNode, NodeKind, SubProcessKind, TaskKind};

/// The standard's name of what a node is: `userTask`, `exclusiveGateway`.
#[must_use]
pub fn element_name(node: &FlowNode) -> &'static str {
    use crate::model::{ChoreographyKind, Gateway};
    match &node.kind {
        NodeKind::Task { task, .. } => match task {
            TaskKind::Plain => "task",
            TaskKind::User => "userTask",
            TaskKind::Service { .. } => "serviceTask",
            TaskKind::Send { .. } => "sendTask",
            TaskKind::Receive { .. } => "receiveTask",
            TaskKind::Manual => "manualTask",
            TaskKind::Script { .. } => "scriptTask",
            TaskKind::BusinessRule => "businessRuleTask",
        },
        NodeKind::SubProcess { kind, .. } => match kind {
            SubProcessKind::Embedded | SubProcessKind::Event => "subProcess",
            SubProcessKind::Transaction { .. } => "transaction",
            SubProcessKind::AdHoc { .. } => "adHocSubProcess",
        },
        NodeKind::CallActivity { .. } => "callActivity",
        NodeKind::Event(event) => match event.position {
            EventPosition::Start { .. } => "startEvent",
            EventPosition::IntermediateCatch => "intermediateCatchEvent",
            EventPosition::IntermediateThrow => "intermediateThrowEvent",
            EventPosition::Boundary { .. } => "boundaryEvent",
            EventPosition::End => "endEvent",
        },
        NodeKind::Gateway(gateway) => match gateway {
            Gateway::Exclusive => "exclusiveGateway",
            Gateway::Inclusive => "inclusiveGateway",
            Gateway::Parallel => "parallelGateway",
            Gateway::Complex { .. } => "complexGateway",
            Gateway::EventBased { .. } => "eventBasedGateway",
        },
        NodeKind::Choreography(activity) => match activity.kind {
            ChoreographyKind::Task { .. } => "choreographyTask",
            ChoreographyKind::Sub { .. } => "subChoreography",
            ChoreographyKind::Call { .. } => "callChoreography",
        },
    }
}
