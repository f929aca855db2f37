//! Tasks, sub-processes, call activities, gateways and activities of choreographies.

use super::Reader;
use crate::model::{
    Activity, Base, ChoreographyActivity, ChoreographyKind, ChoreographyLoop, DataAssociation,
    DataAssociationIx, ElementRef, FlowNode, Gateway, Loop, NodeIx, NodeKind, ScopeIx, ScopeOwner,
    SubProcessKind, TaskKind,
};
use crate::xml::NodeId;

impl Reader<'_> {
    /// Reads a flow node with its content; says whether it is one.
    pub(super) fn flow_node(&mut self, scope: ScopeIx, node: NodeId, name: &str) -> bool {
        let at = NodeIx::new(self.model.nodes.len());
        let mut inner = None;
        let Some(kind) = self.node_kind(scope, at, node, name, &mut inner) else { return false };
        let base = self.fields.base(node);
        self.known_by_id(&base, ElementRef::Node(at));
        self.model.add(FlowNode {
            base,
            kind,
            scope,
            lane: None,
            incoming: Vec::new(),
            outgoing: Vec::new(),
            default: None,
            boundary: Vec::new(),
            data_inputs: Vec::new(),
            data_outputs: Vec::new(),
        });
        self.model[scope].nodes.push(at);
        self.data_of(scope, at, node);
        if let Some(inner) = inner {
            self.scope(inner, node);
        }
        true
    }

    fn node_kind(
        &mut self,
        scope: ScopeIx,
        at: NodeIx,
        node: NodeId,
        name: &str,
        inner: &mut Option<ScopeIx>,
    ) -> Option<NodeKind> {
        if let Some(task) = self.task_kind(node, name) {
            return Some(NodeKind::Task { task, activity: self.activity(node) });
        }
        if let Some(gateway) = self.gateway(node, name) {
            return Some(NodeKind::Gateway(gateway));
        }
        if let Some(event) = self.event(node, name) {
            return Some(NodeKind::Event(event));
        }
        if name == "callActivity" {
            return Some(NodeKind::CallActivity { called: None, activity: self.activity(node) });
        }
        if let Some(kind) = self.sub_process(node, name) {
            let content = *inner.insert(self.new_scope(ScopeOwner::Node(at), Some(scope)));
            return Some(NodeKind::SubProcess { kind, scope: content, activity: self.activity(node) });
        }
        let kind = match name {
            "choreographyTask" => ChoreographyKind::Task { message_flows: Vec::new() },
            "subChoreography" => ChoreographyKind::Sub {
                scope: *inner.insert(self.new_scope(ScopeOwner::Node(at), Some(scope))),
            },
            "callChoreography" => ChoreographyKind::Call { called: None },
            _ => return None,
        };
        let repeat = match self.fields.attribute(node, "loopType") {
            Some("Standard") => ChoreographyLoop::Standard,
            Some("MultiInstanceSequential") => ChoreographyLoop::Sequential,
            Some("MultiInstanceParallel") => ChoreographyLoop::Parallel,
            _ => ChoreographyLoop::None,
        };
        let participants = Vec::new();
        Some(NodeKind::Choreography(ChoreographyActivity { kind, participants, initiating: None, repeat }))
    }

    pub(super) fn task_kind(&mut self, node: NodeId, name: &str) -> Option<TaskKind> {
        let fields = &mut self.fields;
        Some(match name {
            "task" => TaskKind::Plain,
            "userTask" => TaskKind::User,
            "serviceTask" => TaskKind::Service { operation: None },
            "sendTask" => TaskKind::Send { message: None },
            "receiveTask" => {
                TaskKind::Receive { message: None, instantiate: fields.flag(node, "instantiate", false) }
            }
            "manualTask" => TaskKind::Manual,
            "scriptTask" => TaskKind::Script {
                format: fields.text(node, "scriptFormat"),
                script: fields.child(node, "script").map(|script| fields.document.text(script)),
            },
            "businessRuleTask" => TaskKind::BusinessRule,
            _ => return None,
        })
    }

    fn gateway(&mut self, node: NodeId, name: &str) -> Option<Gateway> {
        let fields = &mut self.fields;
        Some(match name {
            "exclusiveGateway" => Gateway::Exclusive,
            "inclusiveGateway" => Gateway::Inclusive,
            "parallelGateway" => Gateway::Parallel,
            "complexGateway" => {
                Gateway::Complex { activation: fields.expression(node, "activationCondition") }
            }
            "eventBasedGateway" => Gateway::EventBased {
                instantiate: fields.flag(node, "instantiate", false),
                parallel: fields.attribute(node, "eventGatewayType") == Some("Parallel"),
            },
            _ => return None,
        })
    }

    fn sub_process(&mut self, node: NodeId, name: &str) -> Option<SubProcessKind> {
        let fields = &mut self.fields;
        Some(match name {
            "subProcess" if fields.flag(node, "triggeredByEvent", false) => SubProcessKind::Event,
            "subProcess" => SubProcessKind::Embedded,
            "transaction" => SubProcessKind::Transaction { method: fields.text(node, "method") },
            "adHocSubProcess" => SubProcessKind::AdHoc {
                sequential: fields.attribute(node, "ordering") == Some("Sequential"),
                completion: fields.expression(node, "completionCondition"),
                cancel_remaining: fields.flag(node, "cancelRemainingInstances", true),
            },
            _ => return None,
        })
    }

    fn activity(&mut self, node: NodeId) -> Activity {
        let repeat = self.repeat(node);
        let fields = &mut self.fields;
        let roles = fields.children(node).filter(|(_, name)| {
            matches!(*name, "performer" | "humanPerformer" | "potentialOwner" | "resourceRole")
        });
        let performers = roles.filter_map(|(role, _)| fields.text(role, "name")).collect();
        Activity {
            repeat,
            for_compensation: fields.flag(node, "isForCompensation", false),
            start_quantity: fields.number(node, "startQuantity").unwrap_or(1),
            completion_quantity: fields.number(node, "completionQuantity").unwrap_or(1),
            performers,
        }
    }

    fn repeat(&mut self, node: NodeId) -> Option<Loop> {
        let fields = &mut self.fields;
        if let Some(standard) = fields.child(node, "standardLoopCharacteristics") {
            return Some(Loop::Standard {
                test_before: fields.flag(standard, "testBefore", false),
                maximum: fields.number(standard, "loopMaximum"),
                condition: fields.expression(standard, "loopCondition"),
            });
        }
        let many = fields.child(node, "multiInstanceLoopCharacteristics")?;
        Some(Loop::MultiInstance {
            sequential: fields.flag(many, "isSequential", false),
            cardinality: fields.expression(many, "loopCardinality"),
            completion: fields.expression(many, "completionCondition"),
        })
    }

    /// Data inputs, outputs, properties and associations of a node; a sub-process's own data is in its scope.
    fn data_of(&mut self, scope: ScopeIx, at: NodeIx, node: NodeId) {
        let has_scope = self.model[at].inner_scope().is_some();
        for (child, name) in self.children(node) {
            match name {
                "ioSpecification" if !has_scope => self.inputs_and_outputs(scope, Some(at), child),
                "dataInput" | "dataOutput" => self.data(scope, Some(at), child, name),
                "property" if !has_scope => self.data(scope, Some(at), child, name),
                "dataInputAssociation" | "dataOutputAssociation" => {
                    let input = name == "dataInputAssociation";
                    let association = self.data_association(at, child, input);
                    let node = &mut self.model[at];
                    let list = if input { &mut node.data_inputs } else { &mut node.data_outputs };
                    list.push(association);
                }
                _ => {}
            }
        }
    }

    fn data_association(&mut self, node: NodeIx, at: NodeId, input: bool) -> DataAssociationIx {
        let base: Base = self.fields.base(at);
        let association = DataAssociationIx::new(self.model.data_associations.len());
        self.known(&base, ElementRef::DataAssociation(association));
        self.model.add(DataAssociation { base, node, input, sources: Vec::new(), target: None })
    }
}
