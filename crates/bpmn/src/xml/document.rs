//! The tree: elements, texts, comments and instructions in one list, each with its place.

use super::names::{Names, Symbol};
use super::{NodeId, Place};

/// A file as a tree.
#[derive(Debug, Clone)]
pub struct Document {
    pub(super) nodes: Vec<Node>,
    pub(super) names: Names,
    pub(super) declaration: Option<Declaration>,
}

/// `<?xml … ?>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Declaration {
    pub(super) version: String,
    /// As it is written; always one that means UTF-8.
    pub(super) encoding: Option<String>,
    pub(super) standalone: Option<String>,
}

#[derive(Debug, Clone)]
pub(super) struct Node {
    pub(super) parent: Option<NodeId>,
    pub(super) place: Place,
    pub(super) kind: Kind,
}

#[derive(Debug, Clone)]
pub(super) enum Kind {
    Document { children: Vec<NodeId> },
    Element(Element),
    Text(Box<str>),
    CData(Box<str>),
    Comment(Box<str>),
    Instruction(Box<str>),
    Doctype(Box<str>),
}

#[derive(Debug, Clone)]
pub(super) struct Element {
    pub(super) name: NameOf,
    pub(super) attributes: Vec<AttributeOf>,
    pub(super) children: Vec<NodeId>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NameOf {
    pub(super) namespace: Symbol,
    pub(super) prefix: Symbol,
    pub(super) local: Symbol,
}

#[derive(Debug, Clone)]
pub(super) struct AttributeOf {
    pub(super) name: NameOf,
    pub(super) value: Box<str>,
}

/// The name of an element or attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Name<'a> {
    /// The namespace; empty for none.
    pub namespace: &'a str,
    /// The prefix as it is written; empty for none.
    pub prefix: &'a str,
    /// The name without its prefix.
    pub local: &'a str,
}

/// An attribute; declarations of namespaces are attributes too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attribute<'a> {
    /// Its name.
    pub name: Name<'a>,
    /// Its value, references resolved.
    pub value: &'a str,
}

/// What a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content<'a> {
    /// The document itself.
    Document,
    /// An element.
    Element(Name<'a>),
    /// Text, references resolved.
    Text(&'a str),
    /// Text in a CDATA section.
    CData(&'a str),
    /// A comment.
    Comment(&'a str),
    /// A processing instruction: its target and what follows.
    Instruction(&'a str),
    /// A document type, without `<!DOCTYPE` and `>`.
    Doctype(&'a str),
}

impl Document {
    /// What a node is.
    #[must_use]
    pub fn content(&self, node: NodeId) -> Content<'_> {
        match &self.nodes[node.index()].kind {
            Kind::Document { .. } => Content::Document,
            Kind::Element(element) => Content::Element(self.name_of(element.name)),
            Kind::Text(text) => Content::Text(text),
            Kind::CData(text) => Content::CData(text),
            Kind::Comment(text) => Content::Comment(text),
            Kind::Instruction(text) => Content::Instruction(text),
            Kind::Doctype(text) => Content::Doctype(text),
        }
    }

    /// The outermost element; a document without one is never given out.
    #[must_use]
    pub fn root(&self) -> NodeId {
        self.children(NodeId::DOCUMENT)
            .iter()
            .copied()
            .find(|&node| self.element(node).is_some())
            .unwrap_or(NodeId::DOCUMENT)
    }

    /// The name of an element; nothing for other nodes.
    #[must_use]
    pub fn name(&self, node: NodeId) -> Option<Name<'_>> {
        self.element(node).map(|element| self.name_of(element.name))
    }

    /// Whether a node is an element of this name.
    #[must_use]
    pub fn is(&self, node: NodeId, namespace: &str, local: &str) -> bool {
        self.name(node).is_some_and(|name| name.local == local && name.namespace == namespace)
    }

    /// Where a node stands in the file.
    #[must_use]
    pub fn place(&self, node: NodeId) -> Place {
        self.nodes[node.index()].place
    }

    /// The node around a node; nothing for the document itself and for what was removed.
    #[must_use]
    pub fn parent(&self, node: NodeId) -> Option<NodeId> {
        self.nodes[node.index()].parent
    }

    /// The nodes in a node, texts between elements included.
    #[must_use]
    pub fn children(&self, node: NodeId) -> &[NodeId] {
        match &self.nodes[node.index()].kind {
            Kind::Document { children } => children,
            Kind::Element(element) => &element.children,
            _ => &[],
        }
    }

    /// The elements directly in a node.
    pub fn elements(&self, node: NodeId) -> impl Iterator<Item = (NodeId, Name<'_>)> {
        self.children(node).iter().filter_map(|&child| Some((child, self.name(child)?)))
    }

    /// The first element of a name directly in a node.
    #[must_use]
    pub fn child(&self, node: NodeId, namespace: &str, local: &str) -> Option<NodeId> {
        self.children(node).iter().copied().find(|&child| self.is(child, namespace, local))
    }

    /// The attributes of an element, in the order they are written.
    pub fn attributes(&self, node: NodeId) -> impl Iterator<Item = Attribute<'_>> {
        self.element(node)
            .map_or(&[][..], |element| &element.attributes)
            .iter()
            .map(|attribute| Attribute { name: self.name_of(attribute.name), value: &attribute.value })
    }

    /// The value of an attribute; the namespace is empty for attributes without prefix.
    #[must_use]
    pub fn attribute(&self, node: NodeId, namespace: &str, local: &str) -> Option<&str> {
        let (namespace, local) = (self.names.find(namespace)?, self.names.find(local)?);
        self.element(node)?
            .attributes
            .iter()
            .find(|attribute| attribute.name.local == local && attribute.name.namespace == namespace)
            .map(|attribute| &*attribute.value)
    }

    /// The text directly in a node, CDATA included.
    #[must_use]
    pub fn text(&self, node: NodeId) -> String {
        let mut text = String::new();
        for child in self.children(node) {
            if let Kind::Text(part) | Kind::CData(part) = &self.nodes[child.index()].kind {
                text.push_str(part);
            }
        }
        text
    }

    /// What a prefix means at a node; the empty prefix asks for the namespace of elements without one.
    #[must_use]
    pub fn namespace(&self, node: NodeId, prefix: &str) -> Option<&str> {
        let mut at = Some(node);
        while let Some(node) = at {
            let declared = self.attributes(node).find(|attribute| attribute.declares() == Some(prefix));
            if let Some(attribute) = declared {
                return Some(attribute.value);
            }
            at = self.parent(node);
        }
        None
    }

    pub(super) fn element(&self, node: NodeId) -> Option<&Element> {
        match &self.nodes[node.index()].kind {
            Kind::Element(element) => Some(element),
            _ => None,
        }
    }

    pub(super) fn element_mut(&mut self, node: NodeId) -> Option<&mut Element> {
        match &mut self.nodes[node.index()].kind {
            Kind::Element(element) => Some(element),
            _ => None,
        }
    }

    pub(super) fn children_mut(&mut self, node: NodeId) -> Option<&mut Vec<NodeId>> {
        match &mut self.nodes[node.index()].kind {
            Kind::Document { children } => Some(children),
            Kind::Element(element) => Some(&mut element.children),
            _ => None,
        }
    }

    /// Adds a node that stands nowhere yet.
    pub(super) fn add(&mut self, kind: Kind, place: Place) -> NodeId {
        let node = NodeId(self.nodes.len() as u32);
        self.nodes.push(Node { parent: None, place, kind });
        node
    }

    fn name_of(&self, name: NameOf) -> Name<'_> {
        Name {
            namespace: self.names.text(name.namespace),
            prefix: self.names.text(name.prefix),
            local: self.names.text(name.local),
        }
    }
}

impl<'a> Attribute<'a> {
    /// The prefix that this attribute declares, empty for the default; nothing for other attributes.
    #[must_use]
    pub fn declares(&self) -> Option<&'a str> {
        if self.name.namespace != super::names::XMLNS {
            None
        } else if self.name.prefix.is_empty() {
            Some("")
        } else {
            Some(self.name.local)
        }
    }
}
