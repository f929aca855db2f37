//! What makes a map of a customer process valid, and the problems found where it is not.

use super::{Flow, Lane, Step, StepKind, Visibility};
use std::collections::HashSet;

/// The most lanes a map may have.
pub const MAX_LANES: usize = 50;
/// The most steps a map may have.
pub const MAX_STEPS: usize = 1_000;
/// The most flows a map may have.
pub const MAX_FLOWS: usize = 10_000;

/// Something that keeps lanes, steps and flows from being a map; indexes count from 0.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MapProblem {
    /// There are more parts of a kind than a map may have.
    #[error("the map has {found} {part}; at most {limit} are allowed")]
    TooMany {
        /// `lanes`, `steps` or `flows`.
        part: &'static str,
        /// How many were given.
        found: usize,
        /// How many are allowed.
        limit: usize,
    },
    /// A map needs a lane.
    #[error("the map has no lane; add the customer's lane")]
    NoLane,
    /// A map needs a step.
    #[error("the map has no step")]
    NoStep,
    /// Two lanes have one identifier.
    #[error("two lanes are called `{id}`")]
    DuplicateLane {
        /// The identifier.
        id: String,
    },
    /// The first lane is not the customer's.
    #[error("the first lane `{id}` is not the customer's")]
    FirstLaneNotCustomer {
        /// Identifier of the first lane.
        id: String,
    },
    /// A lane stands below one that the customer sees less of.
    #[error(
        "lane `{id}` must stand above lane `{above}`: lanes go from customer to front, back, system and partner"
    )]
    LaneOutOfOrder {
        /// The lane that stands too low.
        id: String,
        /// The lane directly above it.
        above: String,
    },
    /// Two steps have one identifier.
    #[error("two steps are called `{id}`")]
    DuplicateStep {
        /// The identifier.
        id: String,
    },
    /// A step names a lane that is not there.
    #[error("step `{id}` lies in lane {lane}, which does not exist")]
    UnknownLane {
        /// The step.
        id: String,
        /// Index of the missing lane.
        lane: usize,
    },
    /// A flow names a step that is not there.
    #[error("flow {flow} names step {step}, which does not exist")]
    UnknownStep {
        /// Index of the flow.
        flow: usize,
        /// Index of the missing step.
        step: usize,
    },
    /// Two flows join the same steps in the same direction.
    #[error("two flows go from `{from}` to `{to}`")]
    DuplicateFlow {
        /// Identifier of the earlier step.
        from: String,
        /// Identifier of the later step.
        to: String,
    },
    /// Something flows into a start.
    #[error("`{to}` is a start, but `{from}` flows into it")]
    FlowIntoStart {
        /// Identifier of the step the flow leaves.
        from: String,
        /// Identifier of the start.
        to: String,
    },
    /// Something flows out of an end.
    #[error("`{from}` is an end, but flows on to `{to}`")]
    FlowOutOfEnd {
        /// Identifier of the end.
        from: String,
        /// Identifier of the step the flow goes to.
        to: String,
    },
    /// No case can come to a step.
    #[error("step `{id}` cannot be reached by any flow")]
    Unreachable {
        /// The step.
        id: String,
    },
}

/// Every problem of the parts; reachability only when the flows themselves are sound.
pub(super) fn problems(lanes: &[Lane], steps: &[Step], flows: &[Flow]) -> Vec<MapProblem> {
    let mut problems = limits(lanes, steps, flows);
    if problems.is_empty() {
        problems.extend(of_lanes(lanes));
        problems.extend(of_steps(lanes, steps));
        let of_flows = of_flows(steps, flows);
        if of_flows.is_empty() {
            problems.extend(unreachable(steps, flows));
        }
        problems.extend(of_flows);
    }
    problems
}

fn limits(lanes: &[Lane], steps: &[Step], flows: &[Flow]) -> Vec<MapProblem> {
    [("lanes", lanes.len(), MAX_LANES), ("steps", steps.len(), MAX_STEPS), ("flows", flows.len(), MAX_FLOWS)]
        .into_iter()
        .filter(|&(_, found, limit)| found > limit)
        .map(|(part, found, limit)| MapProblem::TooMany { part, found, limit })
        .collect()
}

fn of_lanes(lanes: &[Lane]) -> Vec<MapProblem> {
    let Some(first) = lanes.first() else {
        return vec![MapProblem::NoLane];
    };
    let mut problems = Vec::new();
    let mut seen = HashSet::new();
    for lane in lanes {
        if !seen.insert(&lane.id) {
            problems.push(MapProblem::DuplicateLane { id: lane.id.clone() });
        }
    }
    if first.visibility != Visibility::Customer {
        problems.push(MapProblem::FirstLaneNotCustomer { id: first.id.clone() });
    }
    for pair in lanes.windows(2) {
        if pair[0].visibility > pair[1].visibility {
            problems.push(MapProblem::LaneOutOfOrder { id: pair[1].id.clone(), above: pair[0].id.clone() });
        }
    }
    problems
}

fn of_steps(lanes: &[Lane], steps: &[Step]) -> Vec<MapProblem> {
    if steps.is_empty() {
        return vec![MapProblem::NoStep];
    }
    let mut problems = Vec::new();
    let mut seen = HashSet::new();
    for step in steps {
        if !seen.insert(&step.id) {
            problems.push(MapProblem::DuplicateStep { id: step.id.clone() });
        }
        if step.lane >= lanes.len() {
            problems.push(MapProblem::UnknownLane { id: step.id.clone(), lane: step.lane });
        }
    }
    problems
}

fn of_flows(steps: &[Step], flows: &[Flow]) -> Vec<MapProblem> {
    let mut problems = Vec::new();
    let mut seen = HashSet::new();
    for (index, flow) in flows.iter().enumerate() {
        let (Some(from), Some(to)) = (steps.get(flow.from), steps.get(flow.to)) else {
            let missing = [flow.from, flow.to].into_iter().filter(|&step| step >= steps.len());
            problems.extend(missing.map(|step| MapProblem::UnknownStep { flow: index, step }));
            continue;
        };
        let (from_id, to_id) = (from.id.clone(), to.id.clone());
        if !seen.insert(flow) {
            problems.push(MapProblem::DuplicateFlow { from: from_id, to: to_id });
        } else if to.kind == StepKind::Start {
            problems.push(MapProblem::FlowIntoStart { from: from_id, to: to_id });
        } else if from.kind.is_end() {
            problems.push(MapProblem::FlowOutOfEnd { from: from_id, to: to_id });
        }
    }
    problems
}

/// Steps no case can come to. Cases come in at the starts; where none is drawn, at steps nothing else flows into, or, if
/// every step lies on a loop, at the first. A step that no flow touches at all is never reached, unless it is alone.
fn unreachable(steps: &[Step], flows: &[Flow]) -> Vec<MapProblem> {
    if steps.len() == 1 {
        return Vec::new();
    }
    let mut next = vec![Vec::new(); steps.len()];
    let mut entered = vec![false; steps.len()];
    let mut touched = vec![false; steps.len()];
    for flow in flows.iter().filter(|flow| flow.from != flow.to) {
        next[flow.from].push(flow.to);
        entered[flow.to] = true;
        touched[flow.from] = true;
        touched[flow.to] = true;
    }
    let has_start = steps.iter().any(|step| step.kind == StepKind::Start);
    let mut open: Vec<usize> =
        (0..steps.len())
            .filter(|&step| {
                if has_start { steps[step].kind == StepKind::Start } else { touched[step] && !entered[step] }
            })
            .collect();
    if open.is_empty() && touched.first() == Some(&true) {
        open.push(0);
    }
    let mut reached = vec![false; steps.len()];
    while let Some(step) = open.pop() {
        if !std::mem::replace(&mut reached[step], true) {
            open.extend(&next[step]);
        }
    }
    steps
        .iter()
        .zip(reached)
        .filter(|(_, reached)| !reached)
        .map(|(step, _)| MapProblem::Unreachable { id: step.id.clone() })
        .collect()
}
