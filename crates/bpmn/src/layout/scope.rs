//! The nodes that are laid out together: those of one container, or those that lie in none.

use super::graph::{EdgeKind, End, Graph};

/// An edge between two members of a scope, by their positions in it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Link {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) kind: EdgeKind,
    /// It leaves the border of its source downwards, from an event that sits there.
    pub(super) hangs: bool,
}

/// One scope.
#[derive(Debug, Default)]
pub(super) struct Members {
    /// The nodes, without those on borders.
    pub(super) nodes: Vec<usize>,
    /// The edges between them; an edge from or to something deeper counts as one of the member that holds it.
    pub(super) links: Vec<Link>,
}

/// All scopes: that of no container first, then that of each node, empty for most.
pub(super) fn scopes(graph: &Graph) -> Vec<Members> {
    let mut scopes: Vec<Members> = (0..=graph.nodes.len()).map(|_| Members::default()).collect();
    let mut position = vec![0; graph.nodes.len()];
    for (index, node) in graph.nodes.iter().enumerate().filter(|(_, node)| node.host.is_none()) {
        let scope = &mut scopes[node.parent.map_or(0, |parent| parent + 1)];
        position[index] = scope.nodes.len();
        scope.nodes.push(index);
    }
    for edge in &graph.edges {
        let (End::Node(from), End::Node(to)) = (edge.from, edge.to) else { continue };
        let (up, down) = (line(graph, from), line(graph, to));
        let shared = up.iter().zip(&down).take_while(|(a, b)| a == b).count();
        // An edge between a container and its own content orders nothing.
        let (Some(&a), Some(&b)) = (up.get(shared), down.get(shared)) else {
            if from == to && edge.kind == EdgeKind::Sequence {
                let scope = graph.scope(from).map_or(0, |parent| parent + 1);
                let at = position[from];
                scopes[scope].links.push(Link { from: at, to: at, kind: edge.kind, hangs: false });
            }
            continue;
        };
        let scope = graph.nodes[a].parent.map_or(0, |parent| parent + 1);
        let hangs = graph.nodes[from].host == Some(a);
        scopes[scope].links.push(Link { from: position[a], to: position[b], kind: edge.kind, hangs });
    }
    scopes
}

/// The containers around a node and itself, outermost first; a node on a border counts as its host.
pub(super) fn line(graph: &Graph, node: usize) -> Vec<usize> {
    let mut line = Vec::new();
    let mut at = Some(graph.nodes[node].host.unwrap_or(node));
    while let Some(node) = at {
        line.push(node);
        at = graph.nodes[node].parent;
    }
    line.reverse();
    line
}
