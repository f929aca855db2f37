//! Whether two documents say the same.

use super::{Content, Document, NodeId, Place};

/// Where two documents first differ.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{left} and {right}: {what}")]
pub struct Difference {
    /// Where in the first.
    pub left: Place,
    /// Where in the second.
    pub right: Place,
    /// What differs.
    pub what: String,
}

/// Compares two documents as trees.
///
/// The order of attributes, the choice of prefixes and where they are declared, the declaration, CDATA or plain text, and
/// white space outside the outermost element make no difference; everything else does. Prefixes within values are
/// compared as they are written.
///
/// # Errors
/// The first [`Difference`] in the order of the file.
pub fn same(left: &Document, right: &Document) -> Result<(), Difference> {
    Comparison { left, right }.nodes(NodeId::DOCUMENT, NodeId::DOCUMENT)
}

struct Comparison<'a> {
    left: &'a Document,
    right: &'a Document,
}

/// A node, with texts that follow each other as one.
#[derive(PartialEq)]
enum Part<'a> {
    Text(String),
    Node(Content<'a>),
}

impl Comparison<'_> {
    fn nodes(&self, left: NodeId, right: NodeId) -> Result<(), Difference> {
        let (ours, theirs) = (parts(self.left, left), parts(self.right, right));
        for (&(a, ref ours), &(b, ref theirs)) in ours.iter().zip(&theirs) {
            match (ours, theirs) {
                (Part::Node(Content::Element(one)), Part::Node(Content::Element(other))) => {
                    if (one.namespace, one.local) != (other.namespace, other.local) {
                        let what = format!("element `{}` against `{}`", one.local, other.local);
                        return self.differ(a, b, what);
                    }
                    self.attributes(a, b)?;
                    self.nodes(a, b)?;
                }
                (ours, theirs) if ours == theirs => {}
                (ours, theirs) => {
                    return self.differ(a, b, format!("{} against {}", ours.described(), theirs.described()));
                }
            }
        }
        if ours.len() != theirs.len() {
            let what = format!("{} nodes within against {}", ours.len(), theirs.len());
            return self.differ(left, right, what);
        }
        Ok(())
    }

    fn attributes(&self, left: NodeId, right: NodeId) -> Result<(), Difference> {
        let (ours, theirs) = (attributes(self.left, left), attributes(self.right, right));
        if ours == theirs {
            return Ok(());
        }
        let odd = ours.iter().find(|one| !theirs.contains(one));
        let odd = odd.or_else(|| theirs.iter().find(|one| !ours.contains(one)));
        let name = odd.map_or("", |(_, local, _)| local);
        self.differ(left, right, format!("attribute `{name}`"))
    }

    fn differ(&self, left: NodeId, right: NodeId, what: String) -> Result<(), Difference> {
        Err(Difference { left: self.left.place(left), right: self.right.place(right), what })
    }
}

impl Part<'_> {
    fn described(&self) -> String {
        match self {
            Part::Text(text) => format!("text `{}`", super::attributes::shortened(text)),
            Part::Node(content) => super::attributes::shortened(&format!("{content:?}")),
        }
    }
}

fn attributes(document: &Document, node: NodeId) -> Vec<(&str, &str, &str)> {
    let mut all: Vec<_> = document
        .attributes(node)
        .filter(|attribute| attribute.declares().is_none())
        .map(|attribute| (attribute.name.namespace, attribute.name.local, attribute.value))
        .collect();
    all.sort_unstable();
    all
}

fn parts(document: &Document, node: NodeId) -> Vec<(NodeId, Part<'_>)> {
    let mut parts: Vec<(NodeId, Part<'_>)> = Vec::new();
    for &child in document.children(node) {
        match (document.content(child), parts.last_mut()) {
            (Content::Text(_), _) if node == NodeId::DOCUMENT => {}
            (Content::Text(text) | Content::CData(text), Some((_, Part::Text(before)))) => {
                before.push_str(text);
            }
            (Content::Text(text) | Content::CData(text), _) => {
                parts.push((child, Part::Text(text.to_owned())));
            }
            (content, _) => parts.push((child, Part::Node(content))),
        }
    }
    parts.retain(|(_, part)| !matches!(part, Part::Text(text) if text.is_empty()));
    parts
}
