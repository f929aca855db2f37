//! Changing a document: elements and attributes come and go, and the file stays pleasant to read.

use super::characters::{is_allowed, is_space};
use super::document::{AttributeOf, Declaration, Document, Element, Kind, NameOf, Node};
use super::names::{Names, Symbol, XMLNS, customary_prefix};
use super::{NodeId, Place};

impl Document {
    /// A document of one element.
    #[must_use]
    pub fn new(namespace: &str, local: &'static str) -> Self {
        let top = Node { parent: None, place: Place::NONE, kind: Kind::Document { children: Vec::new() } };
        let declaration =
            Declaration { version: "1.0".into(), encoding: Some("UTF-8".into()), standalone: None };
        let mut document = Self { nodes: vec![top], names: Names::new(), declaration: Some(declaration) };
        let names = &mut document.names;
        let name = NameOf {
            namespace: names.keep(namespace),
            prefix: names.keep(customary_prefix(namespace)),
            local: names.keep(local),
        };
        let root = document.element_named(name);
        let (before, after) = (document.space("\n"), document.space("\n"));
        for child in [before, root, after] {
            document.put(NodeId::DOCUMENT, usize::MAX, child);
        }
        document.declare(customary_prefix(namespace), namespace);
        document
    }

    /// Declares a prefix at the outermost element, unless it is declared there.
    pub fn declare(&mut self, prefix: &str, namespace: &str) {
        let root = self.root();
        if self.attributes(root).any(|attribute| attribute.declares() == Some(prefix)) {
            return;
        }
        let names = &mut self.names;
        let name =
            NameOf { namespace: names.keep(XMLNS), prefix: names.keep("xmlns"), local: names.keep(prefix) };
        if let Some(element) = self.element_mut(root) {
            element.attributes.push(AttributeOf { name, value: namespace.into() });
        }
    }

    /// Adds an element at the end of another.
    pub fn append(&mut self, parent: NodeId, namespace: &str, local: &'static str) -> NodeId {
        self.insert(parent, None, namespace, local)
    }

    /// Adds an element to another before one of its children, or at the end; its line is indented as those around it.
    ///
    /// The namespace is declared at the outermost element if need be. A document may not be nested deeper than
    /// [`MAX_DEPTH`](super::MAX_DEPTH).
    pub fn insert(
        &mut self,
        parent: NodeId,
        before: Option<NodeId>,
        namespace: &str,
        local: &'static str,
    ) -> NodeId {
        let prefix = self.prefix_for(parent, namespace, false);
        let name = NameOf { namespace: self.names.keep(namespace), prefix, local: self.names.keep(local) };
        let indentation = self.indentation_within(parent);
        let node = self.element_named(name);
        let children = self.children(parent);
        let at = before.and_then(|before| children.iter().position(|&child| child == before));
        let last_is_space = children.last().is_some_and(|&last| self.is_space(last));
        let end = children.len();
        match (indentation, at) {
            (None, at) => self.put(parent, at.unwrap_or(end), node),
            (Some((within, _)), Some(at)) => {
                let space = self.space(&within);
                self.put(parent, at, space);
                self.put(parent, at, node);
            }
            (Some((within, around)), None) => {
                let at = if last_is_space { end - 1 } else { end };
                let space = self.space(&within);
                self.put(parent, at, space);
                self.put(parent, at + 1, node);
                if !last_is_space {
                    let space = self.space(&around);
                    self.put(parent, usize::MAX, space);
                }
            }
        }
        node
    }

    /// Gives an attribute a value; characters that XML forbids are replaced by the sign U+FFFD.
    pub fn set_attribute(&mut self, node: NodeId, namespace: &str, local: &'static str, value: &str) {
        let prefix =
            if namespace.is_empty() { Symbol::EMPTY } else { self.prefix_for(node, namespace, true) };
        let (namespace, local) = (self.names.keep(namespace), self.names.keep(local));
        let value: Box<str> = allowed(value).into();
        let Some(element) = self.element_mut(node) else { return };
        let is_it = |known: &&mut AttributeOf| (known.name.namespace, known.name.local) == (namespace, local);
        match element.attributes.iter_mut().find(is_it) {
            Some(known) => known.value = value,
            None => element.attributes.push(AttributeOf { name: NameOf { namespace, prefix, local }, value }),
        }
    }

    /// Takes an attribute away, if it is there.
    pub fn remove_attribute(&mut self, node: NodeId, namespace: &str, local: &str) {
        let (Some(namespace), Some(local)) = (self.names.find(namespace), self.names.find(local)) else {
            return;
        };
        if let Some(element) = self.element_mut(node) {
            element.attributes.retain(|known| (known.name.namespace, known.name.local) != (namespace, local));
        }
    }

    /// Puts a text in place of all that is in an element.
    pub fn set_text(&mut self, node: NodeId, text: &str) {
        for child in self.children(node).to_vec() {
            self.nodes[child.index()].parent = None;
        }
        let Some(children) = self.children_mut(node) else { return };
        children.clear();
        if !text.is_empty() {
            let text = self.space(&allowed(text));
            self.put(node, 0, text);
        }
    }

    /// Takes a node out of the tree, with the white space before it.
    pub fn remove(&mut self, node: NodeId) {
        let Some(parent) = self.nodes[node.index()].parent.take() else { return };
        let children = self.children(parent);
        let Some(at) = children.iter().position(|&child| child == node) else { return };
        let first = if at > 0 && self.is_space(children[at - 1]) { at - 1 } else { at };
        let rest = children.iter().enumerate().filter(|(index, _)| !(first..=at).contains(index));
        let only_space = rest.map(|(_, &child)| child).all(|child| self.is_space(child));
        let Some(children) = self.children_mut(parent) else { return };
        if only_space {
            children.clear();
        } else {
            children.drain(first..=at);
        }
    }

    fn element_named(&mut self, name: NameOf) -> NodeId {
        let element = Element { name, attributes: Vec::new(), children: Vec::new() };
        self.add(Kind::Element(element), Place::NONE)
    }

    fn space(&mut self, text: &str) -> NodeId {
        self.add(Kind::Text(text.into()), Place::NONE)
    }

    fn put(&mut self, parent: NodeId, at: usize, node: NodeId) {
        self.nodes[node.index()].parent = Some(parent);
        if let Some(children) = self.children_mut(parent) {
            children.insert(at.min(children.len()), node);
        }
    }

    /// A prefix that means a namespace at a node; declared at the outermost element if there is none.
    fn prefix_for(&mut self, node: NodeId, namespace: &str, attribute: bool) -> Symbol {
        let mut at = Some(node);
        while let Some(ancestor) = at {
            for known in self.attributes(ancestor).filter(|known| known.value == namespace) {
                let Some(prefix) = known.declares() else { continue };
                let means_it = self.namespace(node, prefix) == Some(namespace);
                if means_it && (!attribute || !prefix.is_empty()) {
                    // It stands in the document, so it is known.
                    return self.names.find(prefix).unwrap_or(Symbol::EMPTY);
                }
            }
            at = self.parent(ancestor);
        }
        let customary = customary_prefix(namespace);
        let mut prefix = customary.to_owned();
        let mut number = 1;
        while self.namespace(node, &prefix).is_some() {
            number += 1;
            prefix = format!("{customary}{number}");
        }
        self.declare(&prefix, namespace);
        self.names.keep(&prefix)
    }

    fn is_space(&self, node: NodeId) -> bool {
        matches!(&self.nodes[node.index()].kind, Kind::Text(text) if text.chars().all(is_space))
    }

    /// The white space before an element of `parent` and before the end of `parent`; nothing where a file is not
    /// indented, or where there is text.
    fn indentation_within(&self, parent: NodeId) -> Option<(String, String)> {
        let children = self.children(parent);
        let has_text = |&child: &NodeId| {
            matches!(&self.nodes[child.index()].kind, Kind::Text(_) | Kind::CData(_)) && !self.is_space(child)
        };
        if children.iter().any(has_text) {
            return None;
        }
        let root = self.root();
        let around = self.indentation(parent).unwrap_or_else(|| "\n".into());
        let of_child = children.iter().find_map(|&child| {
            self.element(child)?;
            self.indentation(child)
        });
        if let Some(within) = of_child {
            return Some((within, around));
        }
        let first = self.elements(root).next().map(|(first, _)| first);
        let unit = match first {
            Some(first) => self.indentation(first)?.trim_start_matches('\n').to_owned(),
            None => "  ".to_owned(),
        };
        Some((format!("{around}{unit}"), around))
    }

    /// The end of line and the spaces before a node.
    fn indentation(&self, node: NodeId) -> Option<String> {
        let siblings = self.children(self.parent(node)?);
        let at = siblings.iter().position(|&sibling| sibling == node)?;
        let before = *siblings.get(at.checked_sub(1)?)?;
        match &self.nodes[before.index()].kind {
            Kind::Text(text) if self.is_space(before) => text.rfind('\n').map(|at| text[at..].to_owned()),
            _ => None,
        }
    }
}

fn allowed(text: &str) -> String {
    text.chars().map(|c| if is_allowed(c) { c } else { '\u{fffd}' }).collect()
}
