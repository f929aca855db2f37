//! What stands directly in `definitions`.

use super::Reader;
use crate::model::{ElementRef, Process, ProcessIx, ProcessType, Root, RootIx, RootKind, ScopeOwner};
use crate::xml::NodeId;

impl Reader<'_> {
    pub(super) fn definitions(&mut self, root: NodeId) {
        for (node, name) in self.children(root) {
            match name {
                "process" => self.process(node),
                "collaboration" | "choreography" | "globalConversation" | "globalChoreographyTask" => {
                    self.collaboration(node, name);
                }
                "documentation" | "extensionElements" | "import" | "extension" | "relationship" => {}
                _ => self.root(node, name),
            }
        }
    }

    fn process(&mut self, node: NodeId) {
        let base = self.fields.base(node);
        let process_type = match self.fields.attribute(node, "processType") {
            Some("Public") => ProcessType::Public,
            Some("Private") => ProcessType::Private,
            _ => ProcessType::None,
        };
        let process = ProcessIx::new(self.model.processes.len());
        let executable = self.fields.flag(node, "isExecutable", false);
        self.known_by_id(&base, ElementRef::Process(process));
        let scope = self.new_scope(ScopeOwner::Process(process), None);
        self.model.add(Process { base, executable, process_type, scope });
        self.scope(scope, node);
    }

    fn root(&mut self, node: NodeId, name: &str) {
        let kind = self.root_kind(node, name);
        self.add_root(node, kind);
        for (child, name) in self.children(node) {
            let kind = match name {
                "categoryValue" => {
                    RootKind::CategoryValue { value: self.fields.text(child, "value").unwrap_or_default() }
                }
                "operation" => RootKind::Operation { takes: None, gives: None },
                _ => continue,
            };
            self.add_root(child, kind);
        }
    }

    fn root_kind(&mut self, node: NodeId, name: &str) -> RootKind {
        let fields = &mut self.fields;
        match name {
            "message" => RootKind::Message { item: None },
            "signal" => RootKind::Signal,
            "error" => RootKind::Error { code: fields.text(node, "errorCode") },
            "escalation" => RootKind::Escalation { code: fields.text(node, "escalationCode") },
            "itemDefinition" => RootKind::ItemDefinition {
                structure: fields.text(node, "structureRef"),
                collection: fields.flag(node, "isCollection", false),
            },
            "dataStore" => RootKind::DataStore {
                capacity: fields.number(node, "capacity"),
                unlimited: fields.flag(node, "isUnlimited", true),
            },
            "category" => RootKind::Category,
            "interface" => RootKind::Interface,
            "resource" => RootKind::Resource,
            "partnerRole" => RootKind::PartnerRole,
            "partnerEntity" => RootKind::PartnerEntity,
            _ => match self.task_kind(node, name).or_else(|| self.task_kind(node, &local_task(name))) {
                Some(task) if name.starts_with("global") => RootKind::GlobalTask(task),
                _ => match self.event_kind(node, name) {
                    Some(event) => RootKind::EventDefinition(event),
                    None => RootKind::Other(name.to_owned()),
                },
            },
        }
    }

    fn add_root(&mut self, node: NodeId, kind: RootKind) -> RootIx {
        let base = self.fields.base(node);
        let root = RootIx::new(self.model.roots.len());
        self.known(&base, ElementRef::Root(root));
        self.model.add(Root { base, kind })
    }
}

/// `globalUserTask` is a `userTask` that others call.
fn local_task(name: &str) -> String {
    let name = name.strip_prefix("global").unwrap_or(name);
    let mut chars = name.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}
