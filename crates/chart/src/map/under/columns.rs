//! The columns of a map that was laid out: where each begins and ends, and which steps stand in it.

use crate::map::Layout;

/// The columns, from left to right.
pub(super) struct Columns {
    /// Left border of the boxes of each column, and their steps from top to bottom.
    columns: Vec<(f64, Vec<usize>)>,
    /// Right border of the last.
    end: f64,
    /// The middle of each step's box.
    middles: Vec<f64>,
}

impl Columns {
    pub(super) fn of(layout: &Layout) -> Self {
        /// Boxes of one column begin at one place, up to the last bits of a sum.
        const SAME: f64 = 0.5;
        let mut steps: Vec<usize> = (0..layout.boxes.len()).collect();
        let place = |step: usize| layout.boxes[step];
        steps.sort_by(|&a, &b| {
            let (a, b) = (place(a), place(b));
            a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y))
        });
        let mut columns: Vec<(f64, Vec<usize>)> = Vec::new();
        for step in steps {
            match columns.last_mut() {
                Some((x, column)) if place(step).x - *x < SAME => column.push(step),
                _ => columns.push((place(step).x, vec![step])),
            }
        }
        for (_, steps) in &mut columns {
            steps.sort_by(|&a, &b| place(a).y.total_cmp(&place(b).y));
        }
        let middles = layout.boxes.iter().map(|area| area.x + area.width / 2.0).collect();
        let end = layout.boxes.iter().map(|area| area.x + area.width).fold(0.0, f64::max);
        Self { columns, end, middles }
    }

    pub(super) fn len(&self) -> usize {
        self.columns.len()
    }

    /// The steps of a column, from top to bottom.
    pub(super) fn steps(&self, column: usize) -> &[usize] {
        &self.columns[column].1
    }

    /// Where the boxes of a column begin.
    pub(super) fn left(&self, column: usize) -> f64 {
        self.columns[column].0
    }

    /// Where the next column begins, or the last one ends.
    pub(super) fn right(&self, column: usize) -> f64 {
        self.columns.get(column + 1).map_or(self.end, |next| next.0)
    }

    /// Where a step's value stands: the middle of its box, moved aside where others of its column have one, too.
    pub(super) fn at(&self, step: usize, others: &dyn Fn(usize) -> bool) -> f64 {
        /// From one value to the next.
        const APART: f64 = 26.0;
        let column = self.columns.iter().find(|(_, steps)| steps.contains(&step));
        let shown: Vec<usize> =
            column.into_iter().flat_map(|(_, steps)| steps).copied().filter(|&step| others(step)).collect();
        let place = shown.iter().position(|&other| other == step).unwrap_or_default();
        let middle = shown.len().saturating_sub(1) as f64 / 2.0;
        self.middles[step] + (place as f64 - middle) * APART
    }

    /// The steps from left to right, those of a column from top to bottom.
    pub(super) fn in_order(&self) -> impl Iterator<Item = usize> + '_ {
        self.columns.iter().flat_map(|(_, steps)| steps.iter().copied())
    }
}
