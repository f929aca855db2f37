//! Small maps for tests.

use bpmn::map::{CustomerMap, Flow, Lane, Step, StepKind, Visibility};

/// A map whose step `i` lies in lane `lanes[i]`, of which the last `ends` are ends, good and bad in turn.
pub(super) fn map(
    lanes: &[usize],
    ends: usize,
    flows: impl IntoIterator<Item = (usize, usize)>,
) -> CustomerMap {
    let count = lanes.iter().max().map_or(1, |&last| last + 1);
    let visibility = |lane: usize| Visibility::ALL[lane.min(4)];
    CustomerMap::new(
        (0..count)
            .map(|lane| Lane {
                id: lane.to_string(),
                name: format!("Lane {lane}"),
                visibility: visibility(lane),
            })
            .collect(),
        lanes
            .iter()
            .enumerate()
            .map(|(step, &lane)| Step {
                id: step.to_string(),
                name: format!("Step {step}"),
                lane,
                kind: match step + ends {
                    back if back >= lanes.len() => StepKind::End { good: back % 2 == 0 },
                    _ => StepKind::Step,
                },
            })
            .collect(),
        flows.into_iter().map(|(from, to)| Flow { from, to }).collect(),
    )
    .unwrap_or_else(|problems| panic!("{problems:?}"))
}
