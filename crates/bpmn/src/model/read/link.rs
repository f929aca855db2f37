//! What refers to what, once every element is known.

use super::Fields;
use super::events::event_kind;
use super::references::References;
use crate::model::{
    ArtifactKind, ChoreographyKind, ConversationKind, DataKind, ElementRef, EventDefinition, EventKind,
    EventPosition, FlowIx, LaneIx, Model, NodeIx, NodeKind, ProblemKind, RootKind, TaskKind,
};
use crate::xml::NodeId;

/// Makes all references of a model.
pub(super) fn link(fields: &mut Fields<'_>, model: &mut Model) {
    let ids = std::mem::take(&mut model.ids);
    let target_namespace = model.definitions.target_namespace.clone();
    let mut references = References::new(fields, &ids, &target_namespace);
    references.roots(model);
    references.nodes(model);
    references.flows(model);
    references.lanes(model);
    references.data(model);
    references.artifacts(model);
    references.collaborations(model);
    references.diagrams(model);
    model.ids = ids;
}

impl References<'_, '_> {
    fn roots(&mut self, model: &mut Model) {
        for root in &mut model.roots {
            let node = root.base.origin.node;
            match &mut root.kind {
                RootKind::Message { item } => *item = self.reference(node, "itemRef"),
                RootKind::EventDefinition(kind) => self.event_definition(node, kind),
                RootKind::Operation { takes, gives } => {
                    let mut message = |name| {
                        let (at, text) = self.fields.texts(node, name).into_iter().next()?;
                        let element = self.resolve(at, name, &text);
                        Some(crate::model::Reference { text, element })
                    };
                    *takes = message("inMessageRef");
                    *gives = message("outMessageRef");
                }
                RootKind::GlobalTask(task) => self.task(node, task),
                _ => {}
            }
        }
    }

    fn event_definition(&mut self, node: NodeId, kind: &mut EventKind) {
        match kind {
            EventKind::Message { message, operation } => {
                *message = self.reference(node, "messageRef");
                *operation = self.fields.texts(node, "operationRef").into_iter().next().map(|(at, text)| {
                    let element = self.resolve(at, "operationRef", &text);
                    crate::model::Reference { text, element }
                });
            }
            EventKind::Signal(signal) => *signal = self.reference(node, "signalRef"),
            EventKind::Error(error) => *error = self.reference(node, "errorRef"),
            EventKind::Escalation(escalation) => *escalation = self.reference(node, "escalationRef"),
            EventKind::Compensate { activity, .. } => *activity = self.reference(node, "activityRef"),
            EventKind::Timer(_)
            | EventKind::Conditional(_)
            | EventKind::Link { .. }
            | EventKind::Terminate
            | EventKind::Cancel => {}
        }
    }

    fn task(&mut self, node: NodeId, task: &mut TaskKind) {
        match task {
            TaskKind::Service { operation } => *operation = self.reference(node, "operationRef"),
            TaskKind::Send { message } | TaskKind::Receive { message, .. } => {
                *message = self.reference(node, "messageRef");
            }
            _ => {}
        }
    }

    fn nodes(&mut self, model: &mut Model) {
        let mut attached = Vec::new();
        let Model { nodes, roots, .. } = model;
        for (at, flow_node) in nodes.iter_mut().enumerate() {
            let node = flow_node.base.origin.node;
            match &mut flow_node.kind {
                NodeKind::Task { task, .. } => self.task(node, task),
                NodeKind::CallActivity { called, .. } => *called = self.call(node, "calledElement"),
                NodeKind::Event(event) => {
                    for (child, name) in self.fields.children(node) {
                        if let Some(mut kind) = event_kind(self.fields, child, name) {
                            self.event_definition(child, &mut kind);
                            let id = self.fields.text(child, "id").unwrap_or_default();
                            let origin = self.fields.origin(child);
                            event.definitions.push(EventDefinition { id, kind, origin });
                        }
                    }
                    let defined = |element| match element {
                        ElementRef::Root(root) => match &roots[root.index()].kind {
                            RootKind::EventDefinition(kind) => Some((root, kind.clone())),
                            _ => None,
                        },
                        _ => None,
                    };
                    for (root, kind) in
                        self.listed(node, "eventDefinitionRef", "an event definition", defined)
                    {
                        let base = &roots[root.index()].base;
                        let (id, origin) = (base.id.clone(), base.origin);
                        event.definitions.push(EventDefinition { id, kind, origin });
                    }
                    if let EventPosition::Boundary { attached_to, .. } = &mut event.position {
                        *attached_to = self.needed(node, "attachedToRef", "an activity", node_only);
                        attached.extend(attached_to.map(|host| (host, NodeIx::new(at))));
                    }
                }
                NodeKind::Choreography(activity) => {
                    activity.participants =
                        self.listed(node, "participantRef", "a participant", participant_only);
                    activity.initiating =
                        self.needed(node, "initiatingParticipantRef", "a participant", participant_only);
                    match &mut activity.kind {
                        ChoreographyKind::Task { message_flows } => {
                            *message_flows =
                                self.listed(node, "messageFlowRef", "a message flow", message_flow_only);
                        }
                        ChoreographyKind::Call { called } => {
                            *called = self.call(node, "calledChoreographyRef");
                        }
                        ChoreographyKind::Sub { .. } => {}
                    }
                }
                NodeKind::SubProcess { .. } | NodeKind::Gateway(_) => {}
            }
            flow_node.default = self.maybe(node, "default", "a sequence flow", flow_only);
        }
        for (host, event) in attached {
            let node = model[event].base.origin.node;
            if model[host].activity().is_some() {
                model[host].boundary.push(event);
            } else {
                let text = model[host].base.id.clone();
                let (attribute, expected) = ("attachedToRef", "an activity");
                self.fields.problem(node, ProblemKind::WrongReference { attribute, text, expected });
                if let NodeKind::Event(event) = &mut model[event].kind
                    && let EventPosition::Boundary { attached_to, .. } = &mut event.position
                {
                    *attached_to = None;
                }
            }
        }
    }

    fn flows(&mut self, model: &mut Model) {
        for at in 0..model.flows.len() {
            let at = FlowIx::new(at);
            let node = model[at].base.origin.node;
            let source = self.needed(node, "sourceRef", "a step, event or gateway", node_only);
            let target = self.needed(node, "targetRef", "a step, event or gateway", node_only);
            (model[at].source, model[at].target) = (source, target);
            if let Some(source) = source {
                model[source].outgoing.push(at);
            }
            if let Some(target) = target {
                model[target].incoming.push(at);
            }
        }
    }

    fn lanes(&mut self, model: &mut Model) {
        for at in 0..model.lanes.len() {
            let lane = LaneIx::new(at);
            let node = model[lane].base.origin.node;
            let nodes = self.listed(node, "flowNodeRef", "a step, event or gateway", node_only);
            for &member in &nodes {
                match model[member].lane {
                    // Outer lanes come first, so the last one is innermost.
                    Some(other) if !is_within(model, lane, other) => {
                        let kind = ProblemKind::TwoLanes {
                            node: model[member].base.id.clone(),
                            other: model[other].base.id.clone(),
                        };
                        self.fields.problem(node, kind);
                    }
                    _ => model[member].lane = Some(lane),
                }
            }
            model[lane].nodes = nodes;
        }
    }

    fn data(&mut self, model: &mut Model) {
        for item in &mut model.data {
            let node = item.base.origin.node;
            match &mut item.kind {
                DataKind::ObjectReference { object } => *object = self.reference(node, "dataObjectRef"),
                DataKind::StoreReference { store } => *store = self.reference(node, "dataStoreRef"),
                _ => {}
            }
        }
        for association in &mut model.data_associations {
            let node = association.base.origin.node;
            association.sources = self.listed(node, "sourceRef", "an element", Some);
            association.target = self.listed(node, "targetRef", "an element", Some).into_iter().next();
            if self.fields.child(node, "targetRef").is_none() {
                self.fields.problem(node, ProblemKind::MissingReference { attribute: "targetRef" });
            }
        }
    }

    fn artifacts(&mut self, model: &mut Model) {
        for artifact in &mut model.artifacts {
            let node = artifact.base.origin.node;
            match &mut artifact.kind {
                ArtifactKind::Group { category } => *category = self.reference(node, "categoryValueRef"),
                ArtifactKind::Association { source, target, .. } => {
                    *source = self.needed(node, "sourceRef", "an element", Some);
                    *target = self.needed(node, "targetRef", "an element", Some);
                }
                ArtifactKind::Annotation { .. } => {}
            }
        }
    }

    fn collaborations(&mut self, model: &mut Model) {
        for participant in &mut model.participants {
            let node = participant.base.origin.node;
            participant.process = self.maybe(node, "processRef", "a process", |element| match element {
                ElementRef::Process(process) => Some(process),
                _ => None,
            });
        }
        for flow in &mut model.message_flows {
            let node = flow.base.origin.node;
            flow.source = self.needed(node, "sourceRef", "a pool, step or event", sends);
            flow.target = self.needed(node, "targetRef", "a pool, step or event", sends);
            flow.message = self.reference(node, "messageRef");
        }
        for conversation in &mut model.conversations {
            let node = conversation.base.origin.node;
            conversation.participants =
                self.listed(node, "participantRef", "a participant", participant_only);
            conversation.message_flows =
                self.listed(node, "messageFlowRef", "a message flow", message_flow_only);
            if let ConversationKind::Call { called } = &mut conversation.kind {
                *called = self.call(node, "calledCollaborationRef");
            }
        }
        for link in &mut model.links {
            let node = link.base.origin.node;
            link.source = self.needed(node, "sourceRef", "an element", Some);
            link.target = self.needed(node, "targetRef", "an element", Some);
        }
    }

    fn diagrams(&mut self, model: &mut Model) {
        for diagram in &mut model.diagrams {
            if let Some(plane) = diagram.plane {
                diagram.shows.element = self.needed(plane.node, "bpmnElement", "an element", Some);
            }
            for shape in &mut diagram.shapes {
                shape.depicts.element = self.needed(shape.origin.node, "bpmnElement", "an element", Some);
            }
            for edge in &mut diagram.edges {
                edge.depicts.element = self.needed(edge.origin.node, "bpmnElement", "an element", Some);
            }
        }
    }
}

/// Whether a lane is another or lies in it.
fn is_within(model: &Model, lane: LaneIx, other: LaneIx) -> bool {
    lane == other || model[lane].parent.is_some_and(|parent| is_within(model, parent, other))
}

const fn node_only(element: ElementRef) -> Option<NodeIx> {
    match element {
        ElementRef::Node(node) => Some(node),
        _ => None,
    }
}

const fn flow_only(element: ElementRef) -> Option<FlowIx> {
    match element {
        ElementRef::Flow(flow) => Some(flow),
        _ => None,
    }
}

const fn participant_only(element: ElementRef) -> Option<crate::model::ParticipantIx> {
    match element {
        ElementRef::Participant(participant) => Some(participant),
        _ => None,
    }
}

const fn message_flow_only(element: ElementRef) -> Option<crate::model::MessageFlowIx> {
    match element {
        ElementRef::MessageFlow(flow) => Some(flow),
        _ => None,
    }
}

const fn sends(element: ElementRef) -> Option<ElementRef> {
    match element {
        ElementRef::Participant(_) | ElementRef::Node(_) => Some(element),
        _ => None,
    }
}
