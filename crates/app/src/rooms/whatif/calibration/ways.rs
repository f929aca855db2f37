//! Which way cases go from each step, and how sure that is.

use super::traces::Traces;
use crate::rooms::whatif::parameters::{Parameters, Way};
use bpmn::map::{CustomerMap, StepKind};
use measure::Share;
use std::collections::BTreeMap;

/// A way that the map does not have is taken in from this share of those who leave a step on.
const LEAST_SHARE: f64 = 0.02;

/// How often such a way has to have been gone, so that it is no slip.
const LEAST_TIMES: u64 = 5;

/// What was counted on a way.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WayFigures {
    /// How many went it, of those who left the step.
    pub share: Share,
    /// Whether the map has it.
    pub is_on_map: bool,
}

/// Where cases begin and how they go on.
#[derive(Debug, Default)]
pub struct Routing {
    /// The steps at which cases begin, with shares.
    pub begins: Vec<(usize, f64)>,
    /// The ways.
    pub ways: Vec<Way>,
    /// What was counted on each.
    pub figures: Vec<WayFigures>,
    /// Moves that are left out.
    pub left_out: u64,
}

/// Counts the ways. Where nobody left a step, its ways on the map are alike.
pub fn of(map: &CustomerMap, traces: &Traces) -> Routing {
    let mut firsts: BTreeMap<usize, u64> = BTreeMap::new();
    let mut moves: BTreeMap<(usize, usize), u64> = BTreeMap::new();
    for trace in &traces.over {
        *firsts.entry(trace.visits[0].0).or_default() += 1;
        for pair in trace.visits.windows(2) {
            *moves.entry((pair[0].0, pair[1].0)).or_default() += 1;
        }
    }
    let mut routing = Routing::default();
    let is_end = |step: &usize| map.steps()[*step].kind.is_end();
    firsts.retain(|step, _| !is_end(step));
    let begun: u64 = firsts.values().sum();
    let first = map.steps().iter().position(|step| step.kind == StepKind::Start).unwrap_or(0);
    routing.begins = firsts.iter().map(|(&step, &n)| (step, n as f64 / begun as f64)).collect();
    if routing.begins.is_empty() {
        routing.begins = vec![(first, 1.0)];
    }
    for from in (0..map.steps().len()).filter(|step| !is_end(step)) {
        let on_map = |to: usize| map.flows().iter().any(|flow| (flow.from, flow.to) == (from, to));
        let all: u64 = moves.range((from, 0)..=(from, usize::MAX)).map(|(_, n)| n).sum();
        let mut taken: Vec<(usize, u64)> = Vec::new();
        for to in 0..map.steps().len() {
            let n = moves.get(&(from, to)).copied().unwrap_or(0);
            let is_way = n >= LEAST_TIMES && n as f64 >= LEAST_SHARE * all as f64;
            if on_map(to) || is_way {
                taken.push((to, n));
            } else {
                routing.left_out += n;
            }
        }
        let counted: u64 = taken.iter().map(|(_, n)| n).sum();
        for &(to, n) in &taken {
            let share = if counted > 0 { n as f64 / counted as f64 } else { 1.0 / taken.len() as f64 };
            routing.ways.push(Way { from, to, share });
            routing.figures.push(WayFigures { share: Share { n: counted, hits: n }, is_on_map: on_map(to) });
        }
    }
    routing
}

/// Whether some case comes from its beginning to an end.
pub fn reaches_an_end(parameters: &Parameters) -> bool {
    let visits = parameters.visits();
    let ends = parameters.steps.iter().zip(&visits).filter(|(step, _)| step.kind.is_end());
    ends.map(|(_, visits)| visits).sum::<f64>() > 0.5
}
