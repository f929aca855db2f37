//! The straight pieces of all arrows, gathered into runs: pieces on one line that are drawn as one.

use super::graph::{EdgeKind, End, Graph};
use super::search::Path;
use std::collections::BTreeMap;

/// Where a piece of an arrow is found: edge, and number of the piece from its start.
pub(super) type PieceRef = (usize, usize);

/// A line of the lattice: whether it is level, and its number.
pub(super) type Line = (bool, usize);

/// Pieces of arrows that share a place on their line.
#[derive(Debug, Clone)]
pub(super) struct Run {
    pub(super) pieces: Vec<PieceRef>,
    /// From where to where, in crossing lines.
    pub(super) span: (usize, usize),
    /// Where the arrows go on: crossing line, and whether to the side before this line (up or left).
    pub(super) turns: Vec<(usize, bool)>,
    /// The nodes and bands that it touches.
    pub(super) touches: Vec<End>,
}

/// Which pieces are drawn as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    /// Arrows of a kind that leave, or arrive, at one side: its end, whether they leave, the side's direction.
    Bundle(End, bool, bool, EdgeKind),
    /// A piece of its own.
    Alone(PieceRef),
}

/// All runs, by line.
pub(super) fn runs(graph: &Graph, paths: &[Path]) -> BTreeMap<Line, Vec<Run>> {
    let mut keyed: BTreeMap<Line, BTreeMap<Key, Run>> = BTreeMap::new();
    let counts = counts(graph, paths);
    for (edge, path) in paths.iter().enumerate() {
        for at in 0..path.len().saturating_sub(1) {
            let (line, span) = extent(path, at);
            let key = key(graph, &counts, edge, path, at);
            let run = keyed.entry(line).or_default().entry(key).or_insert_with(|| Run {
                pieces: Vec::new(),
                span,
                turns: Vec::new(),
                touches: Vec::new(),
            });
            run.span = (run.span.0.min(span.0), run.span.1.max(span.1));
            run.pieces.push((edge, at));
            let along = |index: usize| if line.0 { path[index].x } else { path[index].y };
            let across = |index: usize| if line.0 { path[index].y } else { path[index].x };
            match at.checked_sub(1) {
                Some(before) => run.turns.push((along(at), across(before) < across(at))),
                None => run.touches.push(graph.edges[edge].from),
            }
            match path.get(at + 2) {
                Some(_) => run.turns.push((along(at + 1), across(at + 2) < across(at + 1))),
                None => run.touches.push(graph.edges[edge].to),
            }
        }
    }
    keyed.into_iter().map(|(line, runs)| (line, runs.into_values().collect())).collect()
}

/// The line of a piece, and from where to where it leads on it.
fn extent(path: &Path, at: usize) -> (Line, (usize, usize)) {
    let (a, b) = (path[at], path[at + 1]);
    if a.y == b.y {
        ((true, a.y), (a.x.min(b.x), a.x.max(b.x)))
    } else {
        ((false, a.x), (a.y.min(b.y), a.y.max(b.y)))
    }
}

/// How many arrows of a bundle run on a line, other than straight ones.
fn counts(graph: &Graph, paths: &[Path]) -> BTreeMap<(Key, Line), usize> {
    let mut counts = BTreeMap::new();
    for (edge, path) in paths.iter().enumerate().filter(|(_, path)| path.len() > 2) {
        let last = path.len() - 2;
        for (leaves, at) in [(true, [0, 1]), (false, [last, last - 1])] {
            let key = bundle(graph, edge, path, leaves);
            for piece in at {
                *counts.entry((key, extent(path, piece).0)).or_insert(0) += 1;
            }
        }
    }
    counts
}

/// The bundle of an arrow at its start or at its end.
fn bundle(graph: &Graph, edge: usize, path: &Path, leaves: bool) -> Key {
    let data = &graph.edges[edge];
    // Messages are told apart all the way.
    if data.kind == EdgeKind::Message {
        return Key::Alone((edge, if leaves { 0 } else { usize::MAX }));
    }
    let (end, a, b) = if leaves {
        (data.from, path[0], path[1])
    } else {
        (data.to, path[path.len() - 1], path[path.len() - 2])
    };
    Key::Bundle(end, leaves, b.x > a.x || b.y > a.y, data.kind)
}

/// Which bundle a piece belongs to: that of the end it touches; one step away from an end, the one with company.
fn key(graph: &Graph, counts: &BTreeMap<(Key, Line), usize>, edge: usize, path: &Path, at: usize) -> Key {
    let last = path.len() - 2;
    let line = extent(path, at).0;
    let has_company =
        |leaves: bool| counts.get(&(bundle(graph, edge, path, leaves), line)).is_some_and(|&n| n > 1);
    if at == 0 && at == last {
        // A straight arrow goes with those of the event on a border that it touches, as it cannot move; or else with those
        // that turn off, or else with those that join it.
        let is_hung = |end: End| matches!(end, End::Node(node) if graph.nodes[node].host.is_some());
        let turns_off = counts.contains_key(&(bundle(graph, edge, path, true), line));
        let is_joined = is_hung(graph.edges[edge].to);
        bundle(graph, edge, path, is_hung(graph.edges[edge].from) || (turns_off && !is_joined))
    } else if at == 0 || (at == 1 && at < last && has_company(true)) {
        bundle(graph, edge, path, true)
    } else if at == last || (at + 1 == last && has_company(false)) {
        bundle(graph, edge, path, false)
    } else {
        Key::Alone((edge, at))
    }
}
