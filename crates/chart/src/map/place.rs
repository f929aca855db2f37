//! Where each step stands: its column in the order of the process, its row in its lane.
//!
//! Loops are broken so that the flows that lead backwards carry the least weight: a greedy order (Eades, Lin & Smyth,
//! *A fast and effective heuristic for the feedback arc set problem*, 1993), improved by moving single steps, and
//! compared with the order that was given. Columns are the longest path over the flows that lead forwards.

use bpmn::map::{CustomerMap, StepKind};

/// A step's place on the grid of the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) column: usize,
    pub(super) row: usize,
}

/// The grid of the map; a lane has one row, and further ones for ends where they save columns.
#[derive(Debug)]
pub(super) struct Grid {
    pub(super) columns: usize,
    /// The lane of each row.
    pub(super) rows: Vec<usize>,
    /// The place of each step.
    pub(super) cells: Vec<Cell>,
    /// `row * columns + column`: whether a step stands there.
    taken: Vec<bool>,
}

impl Grid {
    /// Whether no step stands in `row` in the given columns.
    pub(super) fn is_free(&self, row: usize, columns: std::ops::Range<usize>) -> bool {
        columns.into_iter().all(|column| !self.taken[row * self.columns + column])
    }
}

/// Places the steps of `map`; `weights` are those of its flows. A lane may have `max_rows` rows.
pub(super) fn place(map: &CustomerMap, weights: &[f64], max_rows: usize) -> Grid {
    let graph = Graph::new(map, weights);
    let order = graph.order(map);
    let mut position = vec![0; order.len()];
    for (at, &step) in order.iter().enumerate() {
        position[step] = at;
    }
    let (steps, ends): (Vec<usize>, Vec<usize>) =
        order.iter().partition(|&&step| !map.steps()[step].kind.is_end());

    let mut table = Table { lanes: vec![vec![Vec::new()]; map.lanes().len()], columns: 0 };
    let mut places = vec![(0, 0); order.len()];
    let earliest = |step: usize, places: &[(usize, usize)]| {
        let before = graph.before[step].iter().filter(|&&(from, _)| position[from] < position[step]);
        before.map(|&(from, _)| places[from].0 + 1).max().unwrap_or(0)
    };
    for step in steps {
        let lane = map.steps()[step].lane;
        let from = earliest(step, &places);
        // Neither in a box that stands already, nor in one column with a step that this one flows back to.
        let backwards = |column: usize| {
            let mut after = graph.after[step].iter();
            after.any(|&(to, _)| position[to] < position[step] && places[to].0 == column)
        };
        let column =
            (from..).find(|&column| table.is_free(lane, 0, column) && !backwards(column)).unwrap_or(from);
        table.take(lane, 0, column);
        places[step] = (column, 0);
    }
    // The way most cases end takes the best place.
    let mut ends = ends;
    ends.sort_by(|&a, &b| graph.weight_into(b).total_cmp(&graph.weight_into(a)).then(a.cmp(&b)));
    for step in ends {
        let lane = map.steps()[step].lane;
        let (column, row) = table.place_for_end(lane, earliest(step, &places), max_rows);
        table.take(lane, row, column);
        places[step] = (column, row);
    }
    table.into_grid(map, &places)
}

/// Which cells are taken while steps are placed: lane, row in the lane, column.
struct Table {
    lanes: Vec<Vec<Vec<bool>>>,
    columns: usize,
}

impl Table {
    fn is_free(&self, lane: usize, row: usize, column: usize) -> bool {
        self.lanes[lane].get(row).is_none_or(|cells| !cells.get(column).copied().unwrap_or(false))
    }

    fn take(&mut self, lane: usize, row: usize, column: usize) {
        let rows = &mut self.lanes[lane];
        if rows.len() <= row {
            rows.resize(row + 1, Vec::new());
        }
        if rows[row].len() <= column {
            rows[row].resize(column + 1, false);
        }
        rows[row][column] = true;
        self.columns = self.columns.max(column + 1);
    }

    /// A free cell from column `from` on that costs least: one that exists, else in a new row, else in a new column.
    fn place_for_end(&self, lane: usize, from: usize, max_rows: usize) -> (usize, usize) {
        let rows = self.lanes[lane].len();
        (0..rows)
            .flat_map(|row| (from..self.columns).map(move |column| (column, row)))
            .find(|&(column, row)| self.is_free(lane, row, column))
            .or_else(|| (rows < max_rows && from < self.columns).then_some((from, rows)))
            .unwrap_or((self.columns.max(from), 0))
    }

    fn into_grid(self, map: &CustomerMap, places: &[(usize, usize)]) -> Grid {
        let columns = self.columns;
        let mut rows = Vec::new();
        let mut taken = Vec::new();
        let mut first_row = Vec::new();
        for (lane, lane_rows) in self.lanes.into_iter().enumerate() {
            first_row.push(rows.len());
            for mut cells in lane_rows {
                cells.resize(columns, false);
                taken.extend(cells);
                rows.push(lane);
            }
        }
        let cells = places
            .iter()
            .zip(map.steps())
            .map(|(&(column, row), step)| Cell { column, row: first_row[step.lane] + row })
            .collect();
        Grid { columns, rows, cells, taken }
    }
}

/// Steps and the weighted flows between them, without repetitions of a single step.
struct Graph {
    before: Vec<Vec<(usize, f64)>>,
    after: Vec<Vec<(usize, f64)>>,
}

impl Graph {
    fn new(map: &CustomerMap, weights: &[f64]) -> Self {
        let n = map.steps().len();
        let mut graph = Self { before: vec![Vec::new(); n], after: vec![Vec::new(); n] };
        for (index, flow) in map.flows().iter().enumerate().filter(|(_, flow)| flow.from != flow.to) {
            // Every flow counts a little, so that those without a figure are not turned round for nothing.
            let weight = weights.get(index).copied().filter(|weight| *weight > 0.0).unwrap_or(0.0) + 1e-6;
            graph.after[flow.from].push((flow.to, weight));
            graph.before[flow.to].push((flow.from, weight));
        }
        graph
    }

    fn weight_into(&self, step: usize) -> f64 {
        self.before[step].iter().map(|&(_, weight)| weight).sum()
    }

    /// The steps from first to last, starts first and ends last, with little weight on backward flows.
    fn order(&self, map: &CustomerMap) -> Vec<usize> {
        let rank: Vec<u8> = map
            .steps()
            .iter()
            .map(|step| match step.kind {
                StepKind::Start => 0,
                StepKind::Step => 1,
                StepKind::End { .. } => 2,
            })
            .collect();
        let mut given: Vec<usize> = (0..rank.len()).collect();
        given.sort_by_key(|&step| rank[step]);
        let mut greedy = self.greedy();
        greedy.sort_by_key(|&step| rank[step]);
        self.improve(&mut given, &rank);
        self.improve(&mut greedy, &rank);
        if self.backward(&greedy) < self.backward(&given) { greedy } else { given }
    }

    /// Sources first, sinks last, and between them always the step that sends most more than it receives.
    fn greedy(&self) -> Vec<usize> {
        let n = self.after.len();
        let mut out: Vec<f64> =
            self.after.iter().map(|list| list.iter().map(|&(_, weight)| weight).sum()).collect();
        let mut into: Vec<f64> = (0..n).map(|step| self.weight_into(step)).collect();
        let mut left: Vec<usize> = (0..n).collect();
        let (mut head, mut tail) = (Vec::new(), Vec::new());
        while !left.is_empty() {
            let is_none = |weight: f64| weight < 1e-9;
            let found = left
                .iter()
                .position(|&step| is_none(into[step]))
                .map(|at| (at, true))
                .or_else(|| left.iter().rposition(|&step| is_none(out[step])).map(|at| (at, false)));
            let (at, to_head) = found.unwrap_or_else(|| {
                let best = (0..left.len()).max_by(|&a, &b| {
                    let gain = |at: usize| out[left[at]] - into[left[at]];
                    gain(a).total_cmp(&gain(b)).then(b.cmp(&a))
                });
                (best.unwrap_or(0), true)
            });
            let step = left.remove(at);
            for &(to, weight) in &self.after[step] {
                into[to] -= weight;
            }
            for &(from, weight) in &self.before[step] {
                out[from] -= weight;
            }
            if to_head {
                head.push(step);
            } else {
                tail.push(step);
            }
        }
        head.extend(tail.into_iter().rev());
        head
    }

    /// Moves single steps to where the weight of backward flows falls, until none does.
    fn improve(&self, order: &mut Vec<usize>, rank: &[u8]) {
        const ROUNDS: usize = 20;
        for _ in 0..ROUNDS {
            let mut moved = false;
            for step in 0..order.len() {
                let mut position = vec![0; order.len()];
                for (at, &other) in order.iter().enumerate() {
                    position[other] = at;
                }
                let from = position[step];
                let to = self.best_position(step, order, rank, &position);
                if to != from {
                    order.remove(from);
                    order.insert(to, step);
                    moved = true;
                }
            }
            if !moved {
                break;
            }
        }
    }

    /// Where `step` should stand so that its own backward flows weigh least; where it stands, if nothing is better.
    fn best_position(&self, step: usize, order: &[usize], rank: &[u8], position: &[usize]) -> usize {
        let mut change = vec![0.0; order.len()];
        for &(to, weight) in &self.after[step] {
            change[position[to]] += weight;
        }
        for &(from, weight) in &self.before[step] {
            change[position[from]] -= weight;
        }
        let here = position[step];
        let (mut best, mut best_gain) = (here, 1e-9);
        let mut gain = 0.0;
        for at in (0..here).rev() {
            if rank[order[at]] != rank[step] {
                break;
            }
            gain += change[at];
            if gain > best_gain {
                (best, best_gain) = (at, gain);
            }
        }
        gain = 0.0;
        for at in here + 1..order.len() {
            if rank[order[at]] != rank[step] {
                break;
            }
            gain -= change[at];
            if gain > best_gain {
                (best, best_gain) = (at, gain);
            }
        }
        best
    }

    fn backward(&self, order: &[usize]) -> f64 {
        let mut position = vec![0; order.len()];
        for (at, &step) in order.iter().enumerate() {
            position[step] = at;
        }
        let flows =
            self.after.iter().enumerate().flat_map(|(from, list)| list.iter().map(move |&to| (from, to)));
        flows.filter(|&(from, (to, _))| position[from] > position[to]).map(|(_, (_, weight))| weight).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    fn columns(lanes: &[usize], ends: usize, flows: &[(usize, usize, f64)]) -> (Vec<usize>, Grid) {
        let map = sample::map(lanes, ends, flows.iter().map(|&(from, to, _)| (from, to)));
        let weights: Vec<f64> = flows.iter().map(|flow| flow.2).collect();
        let grid = place(&map, &weights, 3);
        (grid.cells.iter().map(|cell| cell.column).collect(), grid)
    }

    #[test]
    fn a_loop_is_broken_where_it_weighs_least() {
        // Given in the wrong order: 2 → 0 → 1 is the heavy way, 1 → 2 the seldom one.
        let (columns, _) = columns(&[0, 0, 0], 0, &[(2, 0, 9.0), (0, 1, 8.0), (1, 2, 1.0)]);
        assert_eq!(columns, [1, 2, 0]);
    }

    #[test]
    fn steps_of_different_lanes_share_a_column() {
        let (columns, _) = columns(&[0, 1, 2, 0], 0, &[(0, 1, 1.0), (0, 2, 1.0), (1, 3, 1.0), (2, 3, 1.0)]);
        assert_eq!(columns, [0, 1, 1, 2]);
    }

    #[test]
    fn steps_of_one_lane_never_share_a_column() {
        let (columns, _) = columns(&[0, 0, 0], 0, &[(0, 1, 1.0), (0, 2, 1.0)]);
        assert_eq!(columns, [0, 1, 2]);
    }

    #[test]
    fn ends_stack_in_rows_of_their_lane() {
        let flows = [(0, 1, 5.0), (1, 2, 3.0), (1, 3, 2.0), (0, 4, 1.0)];
        let (columns, grid) = columns(&[0, 1, 0, 0, 0], 3, &flows);
        assert_eq!(columns[..3], [0, 1, 2]);
        assert_eq!(grid.cells[2].row, 0);
        assert_eq!(grid.columns, 3);
        assert!(grid.cells[3].row != grid.cells[4].row || columns[3] != columns[4]);
    }
}
