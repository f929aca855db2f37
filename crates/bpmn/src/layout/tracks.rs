//! Where each run lies on its line: beside the others, so that none lies on another and few cross.

use super::segment::Run;

/// Above this number of runs on a line their order is not improved further.
const MOST_SORTED: usize = 120;

/// The track of each run of a line between cells, counted from the left or top, and the number of tracks.
pub(super) fn tracks(runs: &[Run]) -> (Vec<usize>, usize) {
    let order = order(runs);
    let mut tracks = vec![0; runs.len()];
    for (at, &run) in order.iter().enumerate() {
        let before = order[..at].iter().filter(|&&other| meet(&runs[other], &runs[run]));
        tracks[run] = before.map(|&other| tracks[other] + 1).max().unwrap_or(0);
    }
    let count = tracks.iter().max().map_or(0, |&last| last + 1);
    (tracks, count)
}

fn meet(a: &Run, b: &Run) -> bool {
    a.span.0 <= b.span.1 && b.span.0 <= a.span.1
}

/// The runs from left to right: those that lead to the left first, then each moved to where it crosses fewest.
fn order(runs: &[Run]) -> Vec<usize> {
    const ROUNDS: usize = 6;
    let lean = |run: &Run| run.turns.iter().map(|&(_, before)| if before { -1 } else { 1 }).sum::<i64>();
    let mut order: Vec<usize> = (0..runs.len()).collect();
    order.sort_by_key(|&run| (lean(&runs[run]), runs[run].span, run));
    if runs.len() > MOST_SORTED {
        return order;
    }
    let crossings: Vec<Vec<i64>> =
        runs.iter().map(|a| runs.iter().map(|b| crossings_before(a, b)).collect()).collect();
    for _ in 0..ROUNDS {
        let mut moved = false;
        for run in 0..runs.len() {
            moved |= improve(&mut order, &crossings, run);
        }
        if !moved {
            break;
        }
    }
    order
}

/// Moves `run` to where it crosses fewest; whether it moved.
fn improve(order: &mut Vec<usize>, crossings: &[Vec<i64>], run: usize) -> bool {
    let Some(here) = order.iter().position(|&other| other == run) else { return false };
    let change = |other: usize| crossings[run][other] - crossings[other][run];
    let (mut best, mut least) = (here, 0);
    let mut sum = 0;
    for at in (0..here).rev() {
        sum += change(order[at]);
        if sum < least {
            (best, least) = (at, sum);
        }
    }
    sum = 0;
    for (at, &other) in order.iter().enumerate().skip(here + 1) {
        sum -= change(other);
        if sum < least {
            (best, least) = (at, sum);
        }
    }
    order.remove(here);
    order.insert(best, run);
    best != here
}

/// What it costs that `a` lies before `b`: crossings, and pieces of one line that would lie on each other.
fn crossings_before(a: &Run, b: &Run) -> i64 {
    const ON_EACH_OTHER: i64 = 3;
    let mut cost = 0;
    for (this, other, towards) in [(a, b, false), (b, a, true)] {
        for &(at, before) in this.turns.iter().filter(|&&(_, before)| before == towards) {
            cost += i64::from(other.span.0 < at && at < other.span.1);
            // One comes from where the other goes on to, on the same crossing line.
            let faces = other.turns.iter().any(|&(theirs, side)| theirs == at && side != before);
            cost += if faces { ON_EACH_OTHER } else { 0 };
        }
    }
    cost
}
