//! One grid for everything: the cells of containers are let into those of what holds them.
//!
//! The border of a container takes a row and a column of its own on each side, and so do the borders of bands a row;
//! between any two rows or columns there is room for arrows. So arrows across borders need no rule of their own.

use super::LayoutError;
use super::graph::Graph;
use super::rank::{Ranks, rank};
use super::rows::{Rows, rows};
use super::scope::{Members, scopes};

/// The most cells of a drawing.
pub const MAX_CELLS: usize = 400_000;

/// A rectangle of cells, ends included: one cell for a node, the border's for a container or a band.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Span {
    pub(super) left: usize,
    pub(super) right: usize,
    pub(super) top: usize,
    pub(super) bottom: usize,
    /// The row of its main way.
    pub(super) spine: usize,
}

impl Span {
    fn moved(self, columns: usize, rows: usize) -> Self {
        Self {
            left: self.left + columns,
            right: self.right + columns,
            top: self.top + rows,
            bottom: self.bottom + rows,
            spine: self.spine + rows,
        }
    }
}

/// Where everything stands, in cells.
#[derive(Debug)]
pub(super) struct Grid {
    pub(super) columns: usize,
    pub(super) rows: usize,
    /// By node; that of the host for a node on a border.
    pub(super) nodes: Vec<Span>,
    /// By band.
    pub(super) bands: Vec<Span>,
}

/// The cells of one scope, counted from its own corner.
struct Block {
    columns: usize,
    rows: usize,
    spine: usize,
    places: Vec<(usize, Span)>,
}

/// Puts every node and band into cells.
pub(super) fn grid(graph: &Graph) -> Result<Grid, LayoutError> {
    let scopes = scopes(graph);
    let leaves = Leaves::of(graph);
    let mut bands = vec![Span::default(); graph.bands.len()];
    let root = block(graph, &scopes, 0, &leaves, &mut bands);
    let most = MAX_CELLS;
    if root.columns.saturating_mul(root.rows) > most {
        return Err(LayoutError::TooMany {
            what: "cells",
            count: root.columns.saturating_mul(root.rows),
            most,
        });
    }
    let mut nodes = vec![Span::default(); graph.nodes.len()];
    for (node, span) in root.places {
        nodes[node] = span;
    }
    for (index, node) in graph.nodes.iter().enumerate() {
        if let Some(host) = node.host {
            nodes[index] = nodes[host];
        }
    }
    // Bands end in a column of their own: behind it, arrows pass by a band that they may not pass through.
    for band in &mut bands {
        band.right = root.columns;
    }
    Ok(Grid { columns: root.columns + usize::from(!bands.is_empty()), rows: root.rows, nodes, bands })
}

/// The bands that hold nodes, from top to bottom, and a last one for nodes outside every band.
struct Leaves {
    /// The number of each band among them; of no meaning for a band with bands of its own.
    of_band: Vec<usize>,
    /// The bands that each band is made of.
    children: Vec<Vec<usize>>,
    roots: Vec<usize>,
    count: usize,
}

impl Leaves {
    fn of(graph: &Graph) -> Self {
        let mut children = vec![Vec::new(); graph.bands.len()];
        let mut roots = Vec::new();
        for (index, band) in graph.bands.iter().enumerate() {
            band.parent.map_or(&mut roots, |parent| &mut children[parent]).push(index);
        }
        let mut leaves = Self { of_band: vec![0; graph.bands.len()], children, roots, count: 0 };
        let mut open: Vec<usize> = leaves.roots.iter().rev().copied().collect();
        while let Some(band) = open.pop() {
            if leaves.children[band].is_empty() {
                leaves.of_band[band] = leaves.count;
                leaves.count += 1;
            }
            open.extend(leaves.children[band].iter().rev());
        }
        leaves.count += 1;
        leaves
    }
}

/// Lays out one scope: `0` for what lies in no container, `node + 1` for a container.
fn block(graph: &Graph, scopes: &[Members], scope: usize, leaves: &Leaves, bands: &mut [Span]) -> Block {
    let members = &scopes[scope];
    let inner: Vec<Option<Block>> = members
        .nodes
        .iter()
        .map(|&node| graph.nodes[node].is_container.then(|| block(graph, scopes, node + 1, leaves, bands)))
        .collect();
    let ranks = rank(graph, members);
    let is_root = scope == 0;
    let band_count = if is_root { leaves.count } else { 1 };
    let band_of: Vec<usize> = members
        .nodes
        .iter()
        .map(|&node| graph.nodes[node].band.map_or(band_count - 1, |band| leaves.of_band[band]))
        .collect();
    let rows = rows(graph, members, &ranks, &band_of, band_count);
    let columns = columns(&ranks, &inner);
    let mut stack = Stack::new(&rows, &band_of, &inner);
    if is_root {
        for &root in &leaves.roots {
            stack.border();
            stack.band(leaves, root, bands);
            stack.border();
        }
    }
    if !is_root || rows.count[band_count - 1] > 0 || leaves.roots.is_empty() {
        stack.leaf(band_count - 1);
    }
    let mut places = Vec::new();
    for (position, block) in inner.into_iter().enumerate() {
        let node = members.nodes[position];
        let column = columns.start[ranks.of[position]];
        let spine = stack.spine[band_of[position]][rows.of[position]];
        if let Some(block) = block {
            let top = spine - block.spine - 1;
            let (right, bottom) = (column + block.columns + 1, top + block.rows + 1);
            places.push((node, Span { left: column, right, top, bottom, spine }));
            places.extend(block.places.into_iter().map(|(node, at)| (node, at.moved(column + 1, top + 1))));
        } else {
            let column = column + usize::from(columns.is_wide[ranks.of[position]]);
            places.push((node, Span { left: column, right: column, top: spine, bottom: spine, spine }));
        }
    }
    let spine = stack.spine[0].get(rows.spine).copied().unwrap_or(0);
    Block { columns: columns.count.max(1), rows: stack.height.max(1), spine, places }
}

/// The columns of a scope: one for each rank, more where a rank has containers.
struct Columns {
    start: Vec<usize>,
    is_wide: Vec<bool>,
    count: usize,
}

fn columns(ranks: &Ranks, inner: &[Option<Block>]) -> Columns {
    let last = ranks.of.iter().max().map_or(0, |&last| last + 1);
    let mut width = vec![1; last];
    for (position, block) in inner.iter().enumerate() {
        if let Some(block) = block {
            let widest = &mut width[ranks.of[position]];
            *widest = (*widest).max(block.columns + 2);
        }
    }
    let mut start = vec![0; last];
    for rank in 1..last {
        start[rank] = start[rank - 1] + width[rank - 1];
    }
    let count = width.iter().sum();
    Columns { start, is_wide: width.iter().map(|&width| width > 1).collect(), count }
}

/// Rows of bands, put on each other.
struct Stack {
    /// For each band and each of its rows: how many rows of cells are above and below its own one.
    reach: Vec<Vec<(usize, usize)>>,
    /// For each band and each of its rows: its row of cells.
    spine: Vec<Vec<usize>>,
    height: usize,
}

impl Stack {
    fn new(rows: &Rows, band_of: &[usize], inner: &[Option<Block>]) -> Self {
        let mut reach: Vec<Vec<(usize, usize)>> =
            rows.count.iter().map(|&count| vec![(0, 0); count]).collect();
        for (position, block) in inner.iter().enumerate() {
            if let Some(block) = block {
                let (above, below) = &mut reach[band_of[position]][rows.of[position]];
                *above = (*above).max(block.spine + 1);
                *below = (*below).max(block.rows - block.spine);
            }
        }
        Self { spine: vec![Vec::new(); reach.len()], reach, height: 0 }
    }

    fn border(&mut self) {
        self.height += 1;
    }

    fn leaf(&mut self, leaf: usize) {
        let rows = &self.reach[leaf];
        for &(above, below) in rows {
            self.spine[leaf].push(self.height + above);
            self.height += above + 1 + below;
        }
        if rows.is_empty() {
            self.height += 1;
        }
    }

    /// A band, whose upper border is the last row so far; notes the rows of its borders.
    fn band(&mut self, leaves: &Leaves, band: usize, bands: &mut [Span]) {
        let top = self.height - 1;
        if leaves.children[band].is_empty() {
            self.leaf(leaves.of_band[band]);
        }
        for (index, &child) in leaves.children[band].iter().enumerate() {
            if index > 0 {
                self.border();
            }
            self.band(leaves, child, bands);
        }
        bands[band] = Span { left: 0, right: 0, top, bottom: self.height, spine: (top + self.height) / 2 };
    }
}
