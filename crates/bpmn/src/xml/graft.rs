//! An element from one place of a document to another, with all that is in it.

use super::{Document, NodeId};

impl Document {
    /// Takes an element from where it stands, with the white space before it, and puts it into `parent` before one of its
    /// children, or at the end. An element is not put into itself. Prefixes must mean the same at both places, as they do
    /// where all are declared at the outermost element.
    pub fn graft(&mut self, node: NodeId, parent: NodeId, before: Option<NodeId>) {
        let mut around = Some(parent);
        while let Some(at) = around {
            if at == node {
                return;
            }
            around = self.parent(at);
        }
        let Some(namespace) = self.name(node).map(|name| name.namespace.to_owned()) else { return };
        self.remove(node);
        // A stand-in finds the place and the white space around it.
        let stand_in = self.insert(parent, before, &namespace, "place");
        if let Some(children) = self.children_mut(parent)
            && let Some(at) = children.iter().position(|&child| child == stand_in)
        {
            children[at] = node;
        }
        self.nodes[node.index()].parent = Some(parent);
    }
}
