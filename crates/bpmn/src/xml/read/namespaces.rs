//! What prefixes mean, declared or not.

use super::Reader;
use crate::xml::attributes::{Raw, shortened};
use crate::xml::characters::attribute_value;
use crate::xml::document::{AttributeOf, NameOf};
use crate::xml::names::{Symbol, XML, XMLNS, customary_namespace};
use crate::xml::{MAX_ATTRIBUTES, NodeId, ProblemKind, ReadError};

/// What a prefix means within an element.
pub(super) struct Binding {
    prefix: Symbol,
    namespace: Symbol,
    depth: usize,
}

impl<'t> Reader<'t> {
    /// Takes note of what the declarations of an element mean for it and what is in it.
    pub(super) fn declarations(&mut self, raws: &[Raw<'t>], depth: usize) {
        for raw in raws {
            let prefix = match raw.name.split_once(':') {
                None if raw.name == "xmlns" => "",
                Some(("xmlns", prefix)) => prefix,
                _ => continue,
            };
            let value = attribute_value(raw.value, &mut Vec::new());
            if value.is_empty() && !prefix.is_empty() {
                self.problem(raw.at, ProblemKind::EmptyNamespace { prefix: shortened(prefix) });
                continue;
            }
            let names = &mut self.document.names;
            let (prefix, namespace) = (names.keep(prefix), names.keep(&value));
            if !self.bindings.iter().any(|known| known.depth == depth && known.prefix == prefix) {
                self.bindings.push(Binding { prefix, namespace, depth });
            }
        }
    }

    /// The parts of a name; a prefix that is not declared is given a meaning.
    pub(super) fn resolve(&mut self, at: usize, name: &str, element: bool) -> NameOf {
        let (prefix, local) = name.split_once(':').unwrap_or(("", name));
        let symbol = self.document.names.keep(prefix);
        let namespace = match prefix {
            "" if name == "xmlns" && !element => self.document.names.keep(XMLNS),
            "" if !element => Symbol::EMPTY,
            "xmlns" => self.document.names.keep(XMLNS),
            "xml" => self.document.names.keep(XML),
            _ => match self.bindings.iter().rev().find(|binding| binding.prefix == symbol) {
                Some(binding) => binding.namespace,
                None if prefix.is_empty() => Symbol::EMPTY,
                None => self.undeclared(at, prefix, symbol),
            },
        };
        NameOf { namespace, prefix: symbol, local: self.document.names.keep(local) }
    }

    fn undeclared(&mut self, at: usize, prefix: &str, known_as: Symbol) -> Symbol {
        if let Some((_, namespace)) = self.undeclared.iter().find(|(known, _)| *known == known_as) {
            return *namespace;
        }
        let namespace = customary_namespace(prefix);
        let symbol = self.document.names.keep(&namespace);
        self.problem(at, ProblemKind::UndeclaredPrefix { prefix: shortened(prefix), namespace });
        self.undeclared.push((known_as, symbol));
        symbol
    }

    pub(super) fn unbind(&mut self, depth: usize) {
        while self.bindings.last().is_some_and(|binding| binding.depth >= depth) {
            self.bindings.pop();
        }
    }

    /// What the prefixes of the outermost element mean, for what is put into it later.
    pub(super) fn rebind(&mut self, root: NodeId) {
        let declared = self.document.attributes(root).filter_map(|attribute| {
            let prefix = self.document.names.find(attribute.declares()?)?;
            let namespace = self.document.names.find(attribute.value)?;
            Some(Binding { prefix, namespace, depth: 0 })
        });
        self.bindings.extend(declared);
    }

    /// Declares what undeclared prefixes were taken for, so that what is written is well-formed.
    pub(super) fn declare_undeclared(&mut self, root: NodeId) -> Result<(), ReadError> {
        let names = &mut self.document.names;
        let declared: Vec<AttributeOf> = self
            .undeclared
            .iter()
            .map(|&(prefix, namespace)| AttributeOf {
                name: NameOf { namespace: names.keep(XMLNS), prefix: names.keep("xmlns"), local: prefix },
                value: names.text(namespace).into(),
            })
            .collect();
        let place = self.document.place(root);
        self.attributes += declared.len();
        self.check_count(place)?;
        if let Some(element) = self.document.element_mut(root) {
            element.attributes.extend(declared);
            if element.attributes.len() > MAX_ATTRIBUTES {
                return Err(ReadError::TooManyAttributes { place, limit: MAX_ATTRIBUTES });
            }
        }
        Ok(())
    }
}
