//! Names are kept once a document: nodes hold numbers.

use std::collections::HashMap;
use std::sync::Arc;

/// The namespace that the prefix `xml` always means.
pub(super) const XML: &str = "http://www.w3.org/XML/1998/namespace";
/// The namespace of declarations of namespaces.
pub(super) const XMLNS: &str = "http://www.w3.org/2000/xmlns/";

/// A text that is kept once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Symbol(u32);

impl Symbol {
    /// The empty text: no prefix, no namespace.
    pub(super) const EMPTY: Self = Self(0);
}

/// The texts.
#[derive(Debug, Clone)]
pub(super) struct Names {
    texts: Vec<Arc<str>>,
    known: HashMap<Arc<str>, Symbol>,
}

impl Names {
    pub(super) fn new() -> Self {
        let mut names = Self { texts: Vec::new(), known: HashMap::new() };
        names.keep("");
        names
    }

    pub(super) fn keep(&mut self, text: &str) -> Symbol {
        if let Some(symbol) = self.known.get(text) {
            return *symbol;
        }
        let symbol = Symbol(self.texts.len() as u32);
        let text: Arc<str> = text.into();
        self.texts.push(Arc::clone(&text));
        self.known.insert(text, symbol);
        symbol
    }

    pub(super) fn find(&self, text: &str) -> Option<Symbol> {
        self.known.get(text).copied()
    }

    pub(super) fn text(&self, symbol: Symbol) -> &str {
        &self.texts[symbol.0 as usize]
    }
}

/// Prefixes that files use by custom, and what they mean; the first of a namespace is the one we write.
const CUSTOMARY: &[(&str, &str)] = &[
    ("bpmn", "http://www.omg.org/spec/BPMN/20100524/MODEL"),
    ("bpmn2", "http://www.omg.org/spec/BPMN/20100524/MODEL"),
    ("semantic", "http://www.omg.org/spec/BPMN/20100524/MODEL"),
    ("model", "http://www.omg.org/spec/BPMN/20100524/MODEL"),
    ("bpmndi", "http://www.omg.org/spec/BPMN/20100524/DI"),
    ("dc", "http://www.omg.org/spec/DD/20100524/DC"),
    ("omgdc", "http://www.omg.org/spec/DD/20100524/DC"),
    ("di", "http://www.omg.org/spec/DD/20100524/DI"),
    ("omgdi", "http://www.omg.org/spec/DD/20100524/DI"),
    ("xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ("xsd", "http://www.w3.org/2001/XMLSchema"),
    ("bioc", "http://bpmn.io/schema/bpmn/biocolor/1.0"),
    ("color", "http://www.omg.org/spec/BPMN/non-normative/color/1.0"),
    ("camunda", "http://camunda.org/schema/1.0/bpmn"),
    ("zeebe", "http://camunda.org/schema/zeebe/1.0"),
    ("activiti", "http://activiti.org/bpmn"),
    ("flowable", "http://flowable.org/bpmn"),
    ("signavio", "http://www.signavio.com"),
    ("bpsim", "http://www.bpsim.org/schemas/2.0"),
    ("touchline", "urn:touchline:bpmn:1"),
];

/// What a prefix means where a file does not say.
pub(super) fn customary_namespace(prefix: &str) -> String {
    CUSTOMARY
        .iter()
        .find(|(known, _)| *known == prefix)
        .map_or_else(|| format!("urn:undeclared:{prefix}"), |(_, namespace)| (*namespace).to_owned())
}

/// The prefix to write for a namespace.
pub(super) fn customary_prefix(namespace: &str) -> &'static str {
    CUSTOMARY.iter().find(|(_, known)| *known == namespace).map_or("ns", |(prefix, _)| prefix)
}
