//! The way of a case over the map of its process, work done again included.

use bpmn::map::StepKind;
use rand::{Rng, RngExt};

use super::catalogue::Process;

/// Times that a case comes to a step before it takes only the usual ways on.
const MOST_TIMES: usize = 3;

/// The steps of a case, by their places on the map, from a start to an end.
pub fn path(process: &Process, rng: &mut impl Rng) -> Vec<usize> {
    let mut path = vec![0];
    let mut at = 0;
    while let Some(ways) = process.work.get(at).map(|(_, ways)| ways).filter(|ways| !ways.is_empty()) {
        let times = path.iter().filter(|&&step| step == at).count();
        at = if times < MOST_TIMES { way(ways, rng) } else { ways[0].0 };
        path.push(at);
    }
    path
}

fn way(ways: &[(usize, u32)], rng: &mut impl Rng) -> usize {
    let mut left = rng.random_range(0..100_u32);
    for &(to, percent) in ways {
        if left < percent {
            return to;
        }
        left -= percent;
    }
    ways[0].0
}

/// Whether the way came to a good end.
pub fn ends_well(process: &Process, path: &[usize]) -> bool {
    let last = path.last().map(|&step| process.map.steps()[step].kind);
    last == Some(StepKind::End { good: true })
}

/// How many of its steps were done again.
pub fn repeated(path: &[usize]) -> usize {
    (0..path.len()).filter(|&place| path[..place].contains(&path[place])).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_counted_again_from_the_second_time() {
        assert_eq!(repeated(&[0, 1, 2, 3]), 0);
        assert_eq!(repeated(&[0, 1, 2, 1, 2, 3]), 2);
        assert_eq!(repeated(&[0, 1, 1, 1]), 2);
    }
}
