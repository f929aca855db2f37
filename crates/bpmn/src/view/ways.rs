//! The way that most cases go.

use crate::map::{CustomerMap, StepKind};

/// The most likely way from where cases come in to a good end, by index of steps, without doing anything twice. `weights`
/// says how often each flow was gone, by index; a flow without one counts as gone once, so that a map without figures has a
/// way, too: the one with the fewest choices. Empty if no way leads to a good end; where the map has none, to any end.
#[must_use]
pub fn usual_way(map: &CustomerMap, weights: &[f64]) -> Vec<usize> {
    let weight =
        |flow: usize| 1.0 + weights.get(flow).copied().filter(|w| w.is_finite()).unwrap_or(0.0).max(0.0);
    let count = map.steps().len();
    let mut out = vec![0.0; count];
    let mut entered = vec![false; count];
    for (at, flow) in map.flows().iter().enumerate().filter(|(_, flow)| flow.from != flow.to) {
        out[flow.from] += weight(at);
        entered[flow.to] = true;
    }
    let is_start = |step: usize| map.steps()[step].kind == StepKind::Start;
    let mut starts: Vec<usize> = (0..count).filter(|&step| is_start(step)).collect();
    if starts.is_empty() {
        starts = (0..count).filter(|&step| !entered[step]).collect();
    }
    if starts.is_empty() {
        starts.push(0);
    }
    // Surprise adds up where likelihood multiplies, so the most likely way is the shortest (Dijkstra 1959).
    let mut surprise = vec![f64::INFINITY; count];
    let mut came = vec![usize::MAX; count];
    let mut done = vec![false; count];
    for &start in &starts {
        surprise[start] = 0.0;
    }
    while let Some(step) = (0..count)
        .filter(|&step| !done[step] && surprise[step].is_finite())
        .min_by(|&a, &b| surprise[a].total_cmp(&surprise[b]))
    {
        done[step] = true;
        for (at, flow) in map.flows().iter().enumerate().filter(|(_, flow)| flow.from == step) {
            let there = surprise[step] - (weight(at) / out[step].max(weight(at))).ln();
            if there < surprise[flow.to] && flow.to != step {
                (surprise[flow.to], came[flow.to]) = (there, step);
            }
        }
    }
    let best = |wanted: &dyn Fn(StepKind) -> bool| {
        (0..count)
            .filter(|&step| wanted(map.steps()[step].kind) && surprise[step].is_finite())
            .min_by(|&a, &b| surprise[a].total_cmp(&surprise[b]))
    };
    let good = best(&|kind| kind == StepKind::End { good: true });
    let Some(end) = good.or_else(|| best(&StepKind::is_end)) else {
        return Vec::new();
    };
    let mut way = vec![end];
    while let Some(&at) = way.last()
        && came[at] != usize::MAX
    {
        way.push(came[at]);
    }
    way.reverse();
    way
}

#[cfg(test)]
mod tests {
    use super::super::filter::tests::connected;
    use super::*;

    #[test]
    fn the_usual_way_is_the_likeliest_to_a_good_end() {
        let map = connected();
        let name =
            |way: Vec<usize>| way.into_iter().map(|at| map.steps()[at].name.clone()).collect::<Vec<_>>();
        let mut weights = vec![100.0; map.flows().len()];
        weights[9] = 80.0;
        weights[10] = 20.0;
        assert_eq!(
            name(usual_way(&map, &weights)),
            ["ask", "look", "order", "check", "lay", "install", "bill", "connected"]
        );
        (weights[9], weights[10]) = (1.0, 99.0);
        assert_eq!(name(usual_way(&map, &weights)).last().map(String::as_str), Some("filed"));
        assert_eq!(usual_way(&map, &[f64::NAN]).len(), 8, "what is no number counts for nothing");
    }
}
