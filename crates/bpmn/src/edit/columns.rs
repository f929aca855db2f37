//! In which column of the grid a step stands.

use super::Grid;
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
