//! Which runs lie beside each other in a channel, and in which order, so that they neither meet nor cross needlessly.

/// A straight piece of a flow in a channel. Positions are along the channel; "before" and "after" are its two sides
/// (left and right of a gutter, above and below in a corridor).
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Run {
    /// What must be kept clear of other runs in the same track.
    pub(super) span: (f64, f64),
    /// The two ends: position, and whether the flow goes on to the side before (or after) the channel.
    pub(super) ends: [(f64, bool); 2],
}

impl Run {
    fn reach(&self) -> (f64, f64) {
        let [(a, _), (b, _)] = self.ends;
        (a.min(b), a.max(b))
    }

    fn is_clear_of(&self, other: &Self) -> bool {
        self.span.1 < other.span.0 || other.span.1 < self.span.0
    }

    /// How often the two cross if `self` lies before `other`.
    fn crossings_before(&self, other: &Self) -> usize {
        let inside = |at: f64, run: &Self| {
            let (low, high) = run.reach();
            low < at && at < high
        };
        let mine = self.ends.iter().filter(|&&(at, before)| !before && inside(at, other)).count();
        let theirs = other.ends.iter().filter(|&&(at, before)| before && inside(at, self)).count();
        mine + theirs
    }
}

/// The track of each run, counted from the side before, and the number of tracks.
pub(super) fn assign(runs: &[Run]) -> (Vec<usize>, usize) {
    let order = order(runs);
    let mut tracks = vec![0; runs.len()];
    for (at, &run) in order.iter().enumerate() {
        let before = order[..at].iter().filter(|&&other| !runs[other].is_clear_of(&runs[run]));
        tracks[run] = before.map(|&other| tracks[other] + 1).max().unwrap_or(0);
    }
    let count = tracks.iter().max().map_or(0, |&last| last + 1);
    (tracks, count)
}

/// The runs from before to after with few crossings: each is moved to its best place until nothing improves.
fn order(runs: &[Run]) -> Vec<usize> {
    const ROUNDS: usize = 8;
    let n = runs.len();
    let crossings: Vec<Vec<i64>> =
        runs.iter().map(|a| runs.iter().map(|b| a.crossings_before(b) as i64).collect()).collect();
    let mut order: Vec<usize> = (0..n).collect();
    for _ in 0..ROUNDS {
        let mut moved = false;
        for (run, before) in crossings.iter().enumerate() {
            let here = order.iter().position(|&other| other == run).unwrap_or(0);
            let (mut best, mut best_change) = (here, 0);
            let mut change = 0;
            for at in (0..here).rev() {
                change += before[order[at]] - crossings[order[at]][run];
                if change < best_change {
                    (best, best_change) = (at, change);
                }
            }
            change = 0;
            for (at, &other) in order.iter().enumerate().skip(here + 1) {
                change += crossings[other][run] - before[other];
                if change < best_change {
                    (best, best_change) = (at, change);
                }
            }
            if best != here {
                order.remove(here);
                order.insert(best, run);
                moved = true;
            }
        }
        if !moved {
            break;
        }
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_that_do_not_meet_share_a_track() {
        let run = |low: f64, high: f64| Run { span: (low, high), ends: [(low, true), (high, false)] };
        assert_eq!(assign(&[run(0.0, 1.0), run(2.0, 3.0)]), (vec![0, 0], 1));
        assert_eq!(assign(&[run(0.0, 2.0), run(2.0, 3.0)]).1, 2);
    }

    #[test]
    fn nested_runs_do_not_cross() {
        // Both come from the left and leave to the right; the inner one starts higher and ends lower.
        let outer = Run { span: (0.0, 10.0), ends: [(0.0, true), (10.0, true)] };
        let inner = Run { span: (2.0, 8.0), ends: [(2.0, true), (8.0, true)] };
        let (tracks, count) = assign(&[outer.clone(), inner.clone()]);
        assert_eq!(count, 2);
        assert!(tracks[1] < tracks[0]);
        assert_eq!(inner.crossings_before(&outer), 0);
        assert_eq!(outer.crossings_before(&inner), 2);
    }
}
