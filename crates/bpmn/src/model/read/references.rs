//! From the text of a reference to what it leads to.

use super::Fields;
use crate::model::namespace::MODEL;
use crate::model::{ElementRef, ProblemKind, Reference};
use crate::xml::NodeId;
use std::collections::{HashMap, HashSet};

/// Leads references to elements.
pub(super) struct References<'r, 'd> {
    pub(super) fields: &'r mut Fields<'d>,
    pub(super) ids: &'r HashMap<String, ElementRef>,
    /// Identifiers of elements that the model holds no type for; leading to them is no mistake.
    others: HashSet<&'d str>,
    target_namespace: &'r str,
}

impl<'r, 'd> References<'r, 'd> {
    pub(super) fn new(
        fields: &'r mut Fields<'d>,
        ids: &'r HashMap<String, ElementRef>,
        target_namespace: &'r str,
    ) -> Self {
        let document = fields.document;
        let mut others = HashSet::new();
        let mut open = vec![document.root()];
        while let Some(node) = open.pop() {
            let ours = document.name(node).is_some_and(|name| name.namespace == MODEL);
            let id = document.attribute(node, "", "id").map(str::trim);
            others.extend(id.filter(|id| ours && !ids.contains_key(*id)));
            open.extend(document.elements(node).map(|(child, _)| child));
        }
        Self { fields, ids, others, target_namespace }
    }

    /// What an attribute leads to.
    pub(super) fn reference(&mut self, node: NodeId, attribute: &'static str) -> Option<Reference> {
        let text = self.fields.text(node, attribute).filter(|text| !text.is_empty())?;
        let element = self.resolve(node, attribute, &text);
        Some(Reference { text, element })
    }

    /// What a call leads to, which may be in another file: that it is not in this one is no mistake.
    pub(super) fn call(&mut self, node: NodeId, attribute: &'static str) -> Option<Reference> {
        let text = self.fields.text(node, attribute).filter(|text| !text.is_empty())?;
        let element = self.find(&text);
        Some(Reference { text, element })
    }

    /// What an attribute leads to, which the standard asks for and which is of one of some kinds.
    pub(super) fn needed<T>(
        &mut self,
        node: NodeId,
        attribute: &'static str,
        expected: &'static str,
        wanted: impl Fn(ElementRef) -> Option<T>,
    ) -> Option<T> {
        if self.fields.attribute(node, attribute).is_none_or(|text| text.trim().is_empty()) {
            self.fields.problem(node, ProblemKind::MissingReference { attribute });
            return None;
        }
        self.maybe(node, attribute, expected, wanted)
    }

    /// What an attribute leads to, if it is there, which is of one of some kinds.
    pub(super) fn maybe<T>(
        &mut self,
        node: NodeId,
        attribute: &'static str,
        expected: &'static str,
        wanted: impl Fn(ElementRef) -> Option<T>,
    ) -> Option<T> {
        let reference = self.reference(node, attribute)?;
        self.wanted(node, attribute, expected, &reference, wanted)
    }

    /// What the texts of the children of a name lead to, which are of one of some kinds.
    pub(super) fn listed<T>(
        &mut self,
        node: NodeId,
        child: &'static str,
        expected: &'static str,
        wanted: impl Fn(ElementRef) -> Option<T>,
    ) -> Vec<T> {
        let mut found = Vec::new();
        for (at, text) in self.fields.texts(node, child) {
            let element = self.resolve(at, child, &text);
            found.extend(self.wanted(at, child, expected, &Reference { text, element }, &wanted));
        }
        found
    }

    fn wanted<T>(
        &mut self,
        node: NodeId,
        attribute: &'static str,
        expected: &'static str,
        reference: &Reference,
        wanted: impl Fn(ElementRef) -> Option<T>,
    ) -> Option<T> {
        let found = wanted(reference.element?);
        if found.is_none() {
            let text = reference.text.clone();
            self.fields.problem(node, ProblemKind::WrongReference { attribute, text, expected });
        }
        found
    }

    /// A text is an identifier, or one with a prefix; a prefix of another namespace than the file's own leads elsewhere,
    /// which is no mistake.
    pub(super) fn resolve(
        &mut self,
        node: NodeId,
        attribute: &'static str,
        text: &str,
    ) -> Option<ElementRef> {
        if let Some(element) = self.find(text) {
            return Some(element);
        }
        let (prefix, local) = text.split_once(':').unwrap_or(("", text));
        let namespace = self.fields.document.namespace(node, prefix);
        let leads_out =
            !prefix.is_empty() && namespace.is_some_and(|namespace| namespace != self.target_namespace);
        if !leads_out && !self.others.contains(text) && !self.others.contains(local) {
            self.fields.problem(node, ProblemKind::BrokenReference { attribute, text: text.to_owned() });
        }
        None
    }

    fn find(&self, text: &str) -> Option<ElementRef> {
        let local = text.split_once(':').map_or(text, |(_, local)| local);
        self.ids.get(text).or_else(|| self.ids.get(local)).copied()
    }
}
