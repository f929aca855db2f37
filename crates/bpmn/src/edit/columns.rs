//! In which column of the grid a step stands.

use super::{Grid, Place};
use std::cmp::Ordering;
use std::collections::HashMap;

/// The column of each step of a grid, counted from 0: one more than the furthest of those before it, ways back left out.
#[must_use]
pub fn columns(grid: &Grid) -> Vec<usize> {
    let number: HashMap<&str, usize> =
        grid.steps.iter().enumerate().map(|(at, step)| (step.id.as_str(), at)).collect();
    let mut next = vec![Vec::new(); grid.steps.len()];
    let mut entered = vec![false; grid.steps.len()];
    for (from, to) in grid.flows.keys() {
        let (Some(&from), Some(&to)) = (number.get(from.as_str()), number.get(to.as_str())) else { continue };
        if from != to {
            next[from].push(to);
            entered[to] = true;
        }
    }
    next.iter_mut().for_each(|next| next.sort_unstable());
    let order = order(&next, &entered);
    let mut place = vec![0; order.len()];
    for (at, &step) in order.iter().enumerate() {
        place[step] = at;
    }
    let mut columns = vec![0; grid.steps.len()];
    for &step in &order {
        for &to in next[step].iter().filter(|&&to| place[to] > place[step]) {
            columns[to] = columns[to].max(columns[step] + 1);
        }
    }
    columns
}

impl Grid {
    /// The place in the flow by which a step comes to stand in a column: after the step that stands there when it goes on, before
    /// it when it goes back; of several the one whose lane is nearest. Nothing for the column that it stands in.
    #[must_use]
    pub fn place_in(&self, step: &str, lane: &str, column: usize) -> Option<Place> {
        let columns = columns(self);
        let own = columns[self.steps.iter().position(|known| known.id == step)?];
        let row = |id: &str| self.lanes.iter().position(|lane| lane.id == id).unwrap_or(0);
        let last = columns.iter().max().copied().unwrap_or(0);
        let column = column.min(last);
        let there = self
            .steps
            .iter()
            .zip(&columns)
            .filter(|(known, at)| **at == column && known.id != step && !known.is_message);
        let nearest = there.min_by_key(|(known, _)| row(&known.lane).abs_diff(row(lane)))?.0;
        match column.cmp(&own) {
            Ordering::Less => Some(Place::Before(nearest.id.clone())),
            Ordering::Equal => None,
            // Nothing follows an end; what goes there goes before it.
            Ordering::Greater if nearest.kind.is_end() => Some(Place::Before(nearest.id.clone())),
            Ordering::Greater => Some(Place::After(nearest.id.clone())),
        }
    }
}

/// Steps in an order in which each stands before what follows it, save for ways back: those by which a walk from where
/// cases come in returns to a step that it is on its way from.
fn order(next: &[Vec<usize>], entered: &[bool]) -> Vec<usize> {
    let count = next.len();
    let mut seen = vec![false; count];
    let mut order = Vec::with_capacity(count);
    let firsts = (0..count).filter(|&step| !entered[step]).chain(0..count);
    for first in firsts {
        let mut open = vec![(first, 0)];
        if std::mem::replace(&mut seen[first], true) {
            continue;
        }
        while let Some((step, way)) = open.last_mut() {
            let (step, way) = (*step, std::mem::replace(way, *way + 1));
            match next[step].get(way) {
                Some(&to) if !seen[to] => {
                    seen[to] = true;
                    open.push((to, 0));
                }
                Some(_) => {}
                None => {
                    order.push(step);
                    open.pop();
                }
            }
        }
    }
    order.reverse();
    order
}
