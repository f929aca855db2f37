//! A clean drawing for a process that has none.
//!
//! [`arrange`] gives every node of an abstract [`Graph`] its place and every edge its way; [`draw`] does so for a model and
//! writes the result into its document as diagram interchange. The same input gives the same drawing.
//!
//! 1. Steps are ordered from left to right by the longest way to them (`rank`), and put on rows so that the main way is
//!    straight and ties are short (`rows`).
//! 2. Pools, lanes and containers become one grid of cells (`grid`), and the room between cells the lines that arrows may
//!    run on (`lattice`).
//! 3. Each arrow finds its way over the lines (`search`); arrows on one line get tracks of their own (`tracks`, `ports`).
//! 4. What stands in columns and rows and runs between them says how wide they are (`measure`).
//!
//! By this order nothing has to be tried and mended: an arrow never runs on a line that a step stands on, so it crosses
//! none, however the cells are measured later.

mod edge_labels;
mod geometry;
mod graph;
mod grid;
mod hang;
mod interchange;
mod labels;
mod lattice;
mod measure;
mod picture;
mod picture_sizes;
mod ports;
mod rank;
mod rows;
mod scope;
mod search;
mod segment;
mod stop;
mod subject;
mod text;
mod tracks;

pub use geometry::Drawing;
pub use graph::{
    Band, Edge, EdgeKind, End, Graph, MAX_DEPTH, MAX_EDGES, MAX_NODES, Node, Outline, Role, Size,
};
pub use grid::MAX_CELLS;
pub use interchange::draw;

/// Why something cannot be laid out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LayoutError {
    /// It is too large.
    #[error("the drawing has {count} {what}; at most {most} can be laid out: split the process into several")]
    TooMany {
        /// What there is too much of.
        what: &'static str,
        /// How many there are.
        count: usize,
        /// How many there may be.
        most: usize,
    },
    /// Something lies in something that lies in something, and so on.
    #[error("elements lie in each other more than {most} deep; move inner sub-processes out")]
    TooDeep {
        /// How deep they may lie.
        most: usize,
    },
    /// A node or band whose parent, host, band or size makes no sense.
    #[error("node {index} lies in, or sits on, something that does not fit it, or has no sound size")]
    Node {
        /// Its index.
        index: usize,
    },
    /// An edge whose end does not exist, or whose label has no sound size.
    #[error("edge {index} leads from or to something that does not exist, or its label has no sound size")]
    Edge {
        /// Its index.
        index: usize,
    },
}

/// Gives every node its place and every edge its way.
///
/// ```
/// use bpmn::layout::{Edge, EdgeKind, End, Graph, Node, Size, arrange};
///
/// let node = Node { size: Size { width: 100.0, height: 80.0 }, ..Node::default() };
/// let edge = |from, to| Edge {
///     from: End::Node(from),
///     to: End::Node(to),
///     kind: EdgeKind::Sequence,
///     label: Size::default(),
/// };
/// let graph = Graph { nodes: vec![node; 3], edges: vec![edge(0, 1), edge(1, 2)], bands: vec![] };
/// let drawing = arrange(&graph).expect("a sound graph");
/// assert!(drawing.nodes[0].x < drawing.nodes[1].x);
/// assert_eq!(drawing.edges[0].len(), 2, "a straight arrow");
/// ```
///
/// # Errors
/// [`LayoutError`] if an index or a size makes no sense, or a limit is exceeded.
pub fn arrange(graph: &Graph) -> Result<Drawing, LayoutError> {
    graph.check()?;
    let grid = grid::grid(graph)?;
    let hangs = hang::hang(graph, &grid);
    let lattice = lattice::Lattice::new(graph, &grid, &hangs);
    let paths = search::paths(graph, &grid, &lattice, &hangs);
    let places = labels::places(graph, &hangs, &paths);
    let measures = measure::measure(graph, &grid, &hangs, &places, &paths);
    Ok(geometry::drawing(graph, &grid, &hangs, &places, &paths, &measures))
}
