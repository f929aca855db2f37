//! What is laid out: nodes with sizes, bands of rows, containers, and the edges between them.

use super::LayoutError;

/// The most nodes that one drawing may have.
pub const MAX_NODES: usize = 10_000;
/// The most edges that one drawing may have.
pub const MAX_EDGES: usize = 30_000;
/// How deep nodes may lie in nodes, and bands in bands.
pub const MAX_DEPTH: usize = 64;

/// Width and height in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Size {
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
}

/// The form of a node, where arrows end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Outline {
    /// A rectangle: tasks, sub-processes, data.
    #[default]
    Box,
    /// An ellipse: events.
    Ellipse,
    /// A diamond: gateways; conversations, whose hexagon has the same corners left and right.
    Diamond,
}

/// What a node is to the order of the drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Role {
    /// A step of the process: it gets its column from what flows into it.
    #[default]
    Step,
    /// Data or a note: it stands beside the step that it is tied to.
    Artifact,
}

/// Something that stands on the drawing.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Node {
    /// How large it is. A container grows with what it holds; a host, with the number of events on its border.
    pub size: Size,
    /// Its form.
    pub outline: Outline,
    /// What it is to the order of the drawing.
    pub role: Role,
    /// Whether it is drawn open, around the nodes whose `parent` it is.
    pub is_container: bool,
    /// The container it lies in.
    pub parent: Option<usize>,
    /// The band it lies in, one without bands of its own; only for nodes without a parent.
    pub band: Option<usize>,
    /// The node on whose border it sits.
    pub host: Option<usize>,
    /// The size of a label beside it; zero for none, and of no meaning for a container, whose name stands within.
    pub label: Size,
}

/// A pool or a lane: a row of the drawing over its whole width.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Band {
    /// The band it is part of.
    pub parent: Option<usize>,
    /// Width of the head on its left, where its name stands.
    pub head: f64,
    /// Whether arrows may not lead through it: a pool whose inside is not shown.
    pub is_closed: bool,
    /// The least height.
    pub height: f64,
}

/// Where an edge ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum End {
    /// At a node, by index.
    Node(usize),
    /// At a band, by index.
    Band(usize),
}

/// What an edge says about the order of its ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, PartialOrd, Ord)]
pub enum EdgeKind {
    /// The target comes after the source.
    #[default]
    Sequence,
    /// The target does not come before the source.
    Message,
    /// Nothing.
    Association,
}

/// A line between two ends.
#[derive(Debug, Clone, PartialEq)]
pub struct Edge {
    /// Where it starts.
    pub from: End,
    /// Where it leads to.
    pub to: End,
    /// What it says about their order.
    pub kind: EdgeKind,
    /// The size of its label; zero for none.
    pub label: Size,
}

/// Everything that is laid out. Nodes and bands are drawn in the order given, where nothing else decides.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Graph {
    /// Pools and lanes; those without a parent are stacked from top to bottom.
    pub bands: Vec<Band>,
    /// What stands in them.
    pub nodes: Vec<Node>,
    /// What leads from one to another.
    pub edges: Vec<Edge>,
}

impl Graph {
    /// Whether every index is in range, nothing lies in itself, and no limit is exceeded.
    pub(super) fn check(&self) -> Result<(), LayoutError> {
        let limits = [
            ("nodes", self.nodes.len().max(self.bands.len()), MAX_NODES),
            ("edges", self.edges.len(), MAX_EDGES),
        ];
        for (what, count, most) in limits {
            if count > most {
                return Err(LayoutError::TooMany { what, count, most });
            }
        }
        let bands: Vec<Option<usize>> = self.bands.iter().map(|band| band.parent).collect();
        chains_end(&bands)?;
        // A node depends on its container or on the host whose border it sits on.
        let nodes: Vec<Option<usize>> = self.nodes.iter().map(|node| node.host.or(node.parent)).collect();
        chains_end(&nodes)?;
        for (index, node) in self.nodes.iter().enumerate() {
            let bad_parent =
                node.parent.is_some_and(|p| p >= self.nodes.len() || !self.nodes[p].is_container);
            let bad_host = node.host.is_some_and(|h| self.nodes[h].host.is_some() || node.is_container);
            let is_split = |band: usize| self.bands.iter().any(|other| other.parent == Some(band));
            let bad_band = node
                .band
                .is_some_and(|band| band >= self.bands.len() || self.bands[band].is_closed || is_split(band));
            let sizes = [node.size, node.label];
            let bad_size = sizes.iter().any(|size| !size.is_sound());
            if bad_parent || bad_host || bad_band || bad_size {
                return Err(LayoutError::Node { index });
            }
        }
        for (index, edge) in self.edges.iter().enumerate() {
            let exists = |end: End| match end {
                End::Node(node) => node < self.nodes.len(),
                End::Band(band) => band < self.bands.len(),
            };
            if !exists(edge.from) || !exists(edge.to) || !edge.label.is_sound() {
                return Err(LayoutError::Edge { index });
            }
        }
        Ok(())
    }

    /// The container of each node, that of its host for a node on a border.
    pub(super) fn scope(&self, node: usize) -> Option<usize> {
        let node = &self.nodes[node];
        node.host.map_or(node.parent, |host| self.nodes[host].parent)
    }
}

impl Size {
    /// The longest side that anything may have, in pixels.
    const MOST: f64 = 10_000.0;

    fn is_sound(self) -> bool {
        [self.width, self.height].iter().all(|side| (0.0..=Self::MOST).contains(side))
    }
}

/// Whether following `parents` ends everywhere, after at most [`MAX_DEPTH`] steps.
fn chains_end(parents: &[Option<usize>]) -> Result<(), LayoutError> {
    for start in 0..parents.len() {
        let mut at = start;
        for depth in 0.. {
            match parents[at] {
                None => break,
                Some(parent) if parent >= parents.len() => return Err(LayoutError::Node { index: start }),
                Some(_) if depth == MAX_DEPTH => return Err(LayoutError::TooDeep { most: MAX_DEPTH }),
                Some(parent) => at = parent,
            }
        }
    }
    Ok(())
}
