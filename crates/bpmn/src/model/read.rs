//! From a document to a model: first every element by itself, then what refers to what.

mod collaborations;
mod definitions;
mod diagrams;
mod events;
mod fields;
mod identifiers;
mod link;
mod nodes;
mod references;
mod scopes;

use super::namespace::MODEL;
use super::{Base, Definitions, ElementRef, Model, Problem, ProblemKind};
use crate::xml::{Document, NodeId};
use fields::Fields;
use std::collections::HashMap;

impl Model {
    /// Reads what a document says in terms of BPMN 2.0, and lists what is wrong with it, in the order of the file.
    ///
    /// What is wrong is left empty in the model; nothing is lost, as the document keeps it.
    #[must_use]
    pub fn read(document: &Document) -> (Self, Vec<Problem>) {
        let mut reader = Reader::new(document);
        let root = document.root();
        if document.is(root, MODEL, "definitions") {
            reader.definitions(root);
            reader.diagrams(root);
        } else {
            reader.fields.problem(root, ProblemKind::NotDefinitions);
        }
        let Reader { mut fields, mut model } = reader;
        identifiers::check(&mut fields, &model);
        link::link(&mut fields, &mut model);
        fields.problems.sort_by_key(|problem| problem.place);
        (model, fields.problems)
    }
}

/// Reads every element by itself.
struct Reader<'d> {
    fields: Fields<'d>,
    model: Model,
}

impl<'d> Reader<'d> {
    fn new(document: &'d Document) -> Self {
        let fields = Fields::new(document);
        let root = document.root();
        let definitions = Definitions {
            base: fields.base(root),
            target_namespace: fields.text(root, "targetNamespace").unwrap_or_default(),
            exporter: fields.text(root, "exporter"),
            exporter_version: fields.text(root, "exporterVersion"),
            expression_language: fields.text(root, "expressionLanguage"),
        };
        let model = Model {
            definitions,
            processes: Vec::new(),
            scopes: Vec::new(),
            nodes: Vec::new(),
            flows: Vec::new(),
            lanes: Vec::new(),
            data: Vec::new(),
            data_associations: Vec::new(),
            artifacts: Vec::new(),
            collaborations: Vec::new(),
            participants: Vec::new(),
            message_flows: Vec::new(),
            conversations: Vec::new(),
            links: Vec::new(),
            roots: Vec::new(),
            diagrams: Vec::new(),
            ids: HashMap::new(),
        };
        Self { fields, model }
    }

    /// The elements of BPMN directly in a node, by name.
    fn children(&self, node: NodeId) -> Vec<(NodeId, &'d str)> {
        self.fields.children(node).collect()
    }

    /// Makes an element known by its identifier; the first of two keeps it.
    fn known(&mut self, base: &Base, element: ElementRef) {
        if !base.id.is_empty() {
            self.model.ids.entry(base.id.clone()).or_insert(element);
        }
    }

    /// As [`Self::known`], for what others always refer to.
    fn known_by_id(&mut self, base: &Base, element: ElementRef) {
        if base.id.is_empty() {
            self.fields.problem(base.origin.node, ProblemKind::MissingId);
        }
        self.known(base, element);
    }
}
