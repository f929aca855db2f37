//! From cells to pixels: how wide columns and rows must be, and the room between them.

use super::graph::{EdgeKind, End, Graph};
use super::grid::Grid;
use super::hang::Hangs;
use super::labels::{Place, Reach};
use super::lattice::{Frame, Spot};
use super::ports::{obstacles, offsets};
use super::search::Path;
use super::segment::{Line, Run, runs};
use super::tracks::tracks;
use std::collections::BTreeMap;

/// Distance between arrows side by side, and from what stands beside them, in pixels.
const SPACING: f64 = 12.0;
/// The least room between two columns of steps, two rows of steps, and beside a border.
const COLUMN_GAP: f64 = 50.0;
const ROW_GAP: f64 = 36.0;
const BORDER_GAP: f64 = 20.0;
/// The least room between two pools.
const POOL_GAP: f64 = 40.0;
/// Room for the name of a container, and for the marks at its lower border.
const NAME: f64 = 24.0;
const MARKS: f64 = 20.0;
/// Room around the whole.
pub(super) const MARGIN: f64 = 40.0;

/// Pixels of every line, and of every piece of an arrow on it.
#[derive(Debug)]
pub(super) struct Measures {
    /// Middle of each column and each row; for lines between cells, where their room begins.
    pub(super) x: Vec<f64>,
    pub(super) y: Vec<f64>,
    /// Position of each piece across its line, by edge.
    pub(super) pieces: Vec<Vec<f64>>,
}

/// Finds the positions of all lines.
pub(super) fn measure(
    graph: &Graph,
    grid: &Grid,
    hangs: &Hangs,
    places: &[Place],
    paths: &[Path],
) -> Measures {
    let room = Room::of(graph, grid, hangs, places);
    let all = runs(graph, paths);
    let mut tracks_of: BTreeMap<Line, (Vec<usize>, usize)> = BTreeMap::new();
    for (&line, runs) in all.iter().filter(|((_, line), _)| line % 2 == 0) {
        tracks_of.insert(line, tracks(runs));
    }
    let count = |level: bool, line: usize| tracks_of.get(&(level, line)).map_or(0, |&(_, count)| count);
    let labels = label_room(graph, grid, paths);
    let first_x = MARGIN + heads(graph);
    let (x, x_rooms) = lines(&room.columns, first_x, |gap| {
        (COLUMN_GAP.max(labels[gap] + SPACING), labels[gap], count(false, 2 * gap))
    });
    let (y, y_rooms) = lines(&room.rows, MARGIN, |gap| {
        let least = if room.pool_gaps[gap] { POOL_GAP } else { ROW_GAP };
        (least, 0.0, count(true, 2 * gap))
    });
    let mut pieces: Vec<Vec<f64>> =
        paths.iter().map(|path| vec![0.0; path.len().saturating_sub(1)]).collect();
    let events = obstacles(graph, grid, hangs);
    for (&(level, number), runs) in &all {
        let (lines, rooms) = if level { (&y, &y_rooms) } else { (&x, &x_rooms) };
        let at: Vec<f64> = match tracks_of.get(&(level, number)) {
            Some((tracks, count)) => {
                let (labels, width) = rooms[number / 2];
                let share = (width - labels) / (*count as f64 + 1.0);
                tracks.iter().map(|&track| lines[number] + labels + share * (track as f64 + 1.0)).collect()
            }
            None => {
                let events: Vec<_> = events
                    .iter()
                    .filter(|e| !level && e.0 == number)
                    .map(|&(_, span, offset)| (span, offset))
                    .collect();
                let offsets = offsets(graph, hangs, (level, number), runs, &events);
                offsets.into_iter().map(|offset| lines[number] + offset).collect()
            }
        };
        for (run, at) in runs.iter().zip(at) {
            place(run, at, &mut pieces);
        }
    }
    Measures { x, y, pieces }
}

fn place(run: &Run, at: f64, pieces: &mut [Vec<f64>]) {
    for &(edge, piece) in &run.pieces {
        pieces[edge][piece] = at;
    }
}

/// Room that what stands in a column or row takes before and behind its middle.
#[derive(Debug, Clone, Copy, Default)]
struct Around {
    before: f64,
    behind: f64,
    /// Whether steps stand there, not just borders.
    has_steps: bool,
}

impl Around {
    fn widen(&mut self, before: f64, behind: f64, has_steps: bool) {
        self.before = self.before.max(before);
        self.behind = self.behind.max(behind);
        self.has_steps |= has_steps;
    }
}

/// The room of all columns and rows.
struct Room {
    columns: Vec<Around>,
    rows: Vec<Around>,
    /// By gap above a row: whether it lies between two pools.
    pool_gaps: Vec<bool>,
}

impl Room {
    fn of(graph: &Graph, grid: &Grid, hangs: &Hangs, places: &[Place]) -> Self {
        let mut room = Self {
            columns: vec![Around::default(); grid.columns],
            rows: vec![Around::default(); grid.rows],
            pool_gaps: vec![false; grid.rows + 1],
        };
        let mut is_empty = vec![true; grid.rows];
        for (index, node) in graph.nodes.iter().enumerate().filter(|(_, node)| node.host.is_none()) {
            let span = grid.nodes[index];
            is_empty[span.top..=span.bottom].fill(false);
            if node.is_container {
                room.container(graph, grid, hangs, places, index);
            } else {
                let reach = Reach::of_cell(graph, hangs, places, index);
                room.columns[span.left].widen(reach.left, reach.right, true);
                room.rows[span.top].widen(reach.up, reach.down, true);
            }
        }
        for (index, band) in graph.bands.iter().enumerate() {
            let span = grid.bands[index];
            if band.parent.is_none() {
                room.pool_gaps[span.bottom + 1] = true;
                room.pool_gaps[span.top] = span.top > 0;
            }
            if span.bottom == span.top + 2 && is_empty[span.top + 1] {
                let half = (band.height / 2.0 - BORDER_GAP).max(0.0);
                room.rows[span.top + 1].widen(half, half, false);
            }
        }
        if let Some(last) = room.pool_gaps.last_mut() {
            *last = false;
        }
        room
    }

    fn container(&mut self, graph: &Graph, grid: &Grid, hangs: &Hangs, places: &[Place], node: usize) {
        let span = grid.nodes[node];
        let mut below = 0.0_f64;
        for &event in &hangs.on[node] {
            let reach = Reach::of(hangs.size[event], graph.nodes[event].label, places[event]);
            let offset = hangs.of[event].offset;
            let column = hangs.of[event].line / 2;
            self.columns[column].widen(reach.left - offset, reach.right + offset, true);
            below = below.max(reach.down);
        }
        self.rows[span.top].widen(0.0, NAME - BORDER_GAP / 2.0, false);
        self.rows[span.bottom].widen(MARKS - BORDER_GAP / 2.0, below, false);
        let is_empty = !graph.nodes.iter().any(|other| other.parent == Some(node));
        if is_empty {
            let size = hangs.size[node];
            self.columns[span.left + 1].widen(
                size.width / 2.0 - BORDER_GAP,
                size.width / 2.0 - BORDER_GAP,
                false,
            );
            self.rows[span.top + 1].widen(size.height / 4.0, size.height / 4.0, false);
        }
    }
}

/// Positions of all lines, and by gap the room for labels and the whole room. `gap` gives the least room between steps,
/// the room for labels and the number of tracks.
fn lines(
    cells: &[Around],
    start: f64,
    gap: impl Fn(usize) -> (f64, f64, usize),
) -> (Vec<f64>, Vec<(f64, f64)>) {
    let mut positions = Vec::with_capacity(2 * cells.len() + 1);
    let mut rooms = Vec::with_capacity(cells.len() + 1);
    let mut at = start;
    for index in 0..=cells.len() {
        let (least, labels, tracks) = gap(index);
        let is_between_steps =
            index > 0 && cells[index - 1].has_steps && cells.get(index).is_some_and(|cell| cell.has_steps);
        let is_outside = index == 0 || index == cells.len();
        let base = if is_between_steps || least == POOL_GAP || labels > 0.0 { least } else { BORDER_GAP };
        let base = if is_outside && tracks == 0 && labels == 0.0 { BORDER_GAP } else { base };
        let width = base.max(labels + SPACING * (tracks as f64 + 1.0));
        positions.push(at);
        rooms.push((labels, width));
        at += width;
        if let Some(cell) = cells.get(index) {
            positions.push(at + cell.before);
            at += cell.before + cell.behind;
        }
    }
    positions.push(at);
    (positions, rooms)
}

/// By gap: the room that labels of flows need right of the steps they come from.
fn label_room(graph: &Graph, grid: &Grid, paths: &[Path]) -> Vec<f64> {
    let mut room = vec![0.0_f64; grid.columns + 1];
    for (edge, path) in graph.edges.iter().zip(paths) {
        let End::Node(from) = edge.from else { continue };
        let (Some(&first), Some(&last)) = (path.first(), path.last()) else { continue };
        if edge.kind == EdgeKind::Sequence && edge.label.width > 0.0 && last.x > first.x {
            let gap = grid.nodes[from].right + 1;
            room[gap] = room[gap].max(edge.label.width + SPACING);
        }
    }
    room
}

/// The widest stack of heads of bands.
pub(super) fn heads(graph: &Graph) -> f64 {
    (0..graph.bands.len()).map(|band| head_sum(graph, Some(band))).fold(0.0, f64::max)
}

/// The width of the heads of a band and of those it is part of.
pub(super) fn head_sum(graph: &Graph, band: Option<usize>) -> f64 {
    std::iter::successors(band, |&band| graph.bands[band].parent).map(|band| graph.bands[band].head).sum()
}

impl Measures {
    /// The middle of the crossing of two lines.
    pub(super) fn middle(&self, spot: Spot) -> (f64, f64) {
        (self.x[spot.x], self.y[spot.y])
    }

    /// The sides of a frame: left, top, right, bottom.
    pub(super) fn sides(&self, frame: Frame) -> [f64; 4] {
        [self.x[frame.left], self.y[frame.top], self.x[frame.right], self.y[frame.bottom]]
    }
}
