//! Attributes and small children as values.

use crate::model::namespace::{MODEL, XSI};
use crate::model::{Base, Expression, Origin, Problem, ProblemKind};
use crate::xml::{Document, NodeId};
use std::str::FromStr;

/// A document, and what was found wrong in it.
pub(super) struct Fields<'d> {
    pub(super) document: &'d Document,
    pub(super) problems: Vec<Problem>,
}

impl<'d> Fields<'d> {
    pub(super) fn new(document: &'d Document) -> Self {
        Self { document, problems: Vec::new() }
    }

    pub(super) fn problem(&mut self, node: NodeId, kind: ProblemKind) {
        let name = self.document.name(node).map_or("", |name| name.local);
        let element = match self.attribute(node, "id").filter(|id| !id.is_empty()) {
            Some(id) => format!("{name} {id}"),
            None => name.to_owned(),
        };
        self.problems.push(Problem { place: self.document.place(node), element, kind });
    }

    pub(super) fn origin(&self, node: NodeId) -> Origin {
        Origin { node, place: self.document.place(node) }
    }

    pub(super) fn base(&self, node: NodeId) -> Base {
        let documentation = self.children(node).filter(|(_, name)| *name == "documentation");
        Base {
            id: self.text(node, "id").unwrap_or_default(),
            name: self.text(node, "name").unwrap_or_default(),
            documentation: documentation.map(|(child, _)| self.document.text(child)).collect(),
            origin: self.origin(node),
        }
    }

    /// The elements of BPMN directly in a node.
    pub(super) fn children(&self, node: NodeId) -> impl Iterator<Item = (NodeId, &'d str)> + use<'d> {
        self.document
            .elements(node)
            .filter(|(_, name)| name.namespace == MODEL)
            .map(|(child, name)| (child, name.local))
    }

    pub(super) fn child(&self, node: NodeId, name: &str) -> Option<NodeId> {
        self.document.child(node, MODEL, name)
    }

    pub(super) fn attribute(&self, node: NodeId, name: &str) -> Option<&'d str> {
        self.document.attribute(node, "", name)
    }

    pub(super) fn text(&self, node: NodeId, name: &str) -> Option<String> {
        self.attribute(node, name).map(|value| value.trim().to_owned())
    }

    pub(super) fn flag(&mut self, node: NodeId, name: &'static str, default: bool) -> bool {
        self.maybe_flag(node, name).unwrap_or(default)
    }

    pub(super) fn maybe_flag(&mut self, node: NodeId, name: &'static str) -> Option<bool> {
        match self.attribute(node, name)?.trim() {
            "true" | "1" => Some(true),
            "false" | "0" => Some(false),
            text => {
                self.bad(node, name, text, "true or false");
                None
            }
        }
    }

    pub(super) fn number<T: FromStr>(&mut self, node: NodeId, name: &'static str) -> Option<T> {
        let text = self.attribute(node, name)?.trim();
        let number = text.parse().ok();
        if number.is_none() {
            self.bad(node, name, text, "a number that fits");
        }
        number
    }

    /// A finite number, for places and sizes in a diagram.
    pub(super) fn length(&mut self, node: NodeId, name: &'static str) -> Option<f64> {
        let Some(text) = self.attribute(node, name).map(str::trim) else {
            self.problem(node, ProblemKind::MissingReference { attribute: name });
            return None;
        };
        let number = text.parse().ok().filter(|number: &f64| number.is_finite());
        if number.is_none() {
            self.bad(node, name, text, "a number");
        }
        number
    }

    pub(super) fn bad(&mut self, node: NodeId, attribute: &'static str, text: &str, expected: &'static str) {
        self.problem(node, ProblemKind::BadValue { attribute, text: text.to_owned(), expected });
    }

    /// The expression in a child of this name; one without text says nothing.
    pub(super) fn expression(&self, node: NodeId, name: &str) -> Option<Expression> {
        let child = self.child(node, name)?;
        let text = self.document.text(child).trim().to_owned();
        (!text.is_empty()).then(|| Expression { text, language: self.language(child) })
    }

    /// The language of a formal expression; that of an informal one is its readers'.
    fn language(&self, expression: NodeId) -> Option<String> {
        let informal = self
            .document
            .attribute(expression, XSI, "type")
            .is_some_and(|kind| kind.rsplit(':').next() == Some("tExpression"));
        if informal { None } else { self.text(expression, "language") }
    }

    /// The texts of the children of this name, each with its node.
    pub(super) fn texts(&self, node: NodeId, name: &str) -> Vec<(NodeId, String)> {
        self.children(node)
            .filter(|(_, local)| *local == name)
            .map(|(child, _)| (child, self.document.text(child).trim().to_owned()))
            .collect()
    }
}
