//! Parts of the map of a customer process: what the customer meets, and the work of one department.

use super::derive::{Derived, without_unreachable};
use crate::map::{CustomerMap, Flow, Lane, MapProblem, Step, StepKind, Visibility};
use std::collections::BTreeSet;

/// What the customer does and meets: the steps above the line of visibility. A flow stands for every way from one of them
/// to the next behind that line.
///
/// # Errors
/// Where the customer does and meets nothing: [`MapProblem::NoStep`].
pub fn seen_by_customer(map: &CustomerMap) -> Result<Derived, Vec<MapProblem>> {
    let lanes = map.lanes();
    part(map, |step| lanes[map.steps()[step].lane].visibility <= Visibility::Front)
}

/// The steps in a lane, and those of other lanes directly before and after them. A flow stands for every way from one of
/// them to the next over steps that are left out.
///
/// # Errors
/// Where the lane has no step: [`MapProblem::NoStep`].
pub fn around_lane(map: &CustomerMap, lane: usize) -> Result<Derived, Vec<MapProblem>> {
    let within = |step: usize| map.steps()[step].lane == lane;
    if !(0..map.steps().len()).any(within) {
        return Err(vec![MapProblem::NoStep]);
    }
    let mut kept: BTreeSet<usize> = (0..map.steps().len()).filter(|step| within(*step)).collect();
    for flow in map.flows() {
        if within(flow.from) || within(flow.to) {
            kept.extend([flow.from, flow.to]);
        }
    }
    part(map, |step| kept.contains(&step))
}

/// The map of some of the steps, and the lanes they lie in. The customer's lane stays on top.
fn part(map: &CustomerMap, keeps: impl Fn(usize) -> bool) -> Result<Derived, Vec<MapProblem>> {
    let count = map.steps().len();
    let kept: Vec<usize> = (0..count).filter(|step| keeps(*step)).collect();
    let rows: Vec<usize> = (0..map.lanes().len())
        .filter(|&lane| lane == 0 || kept.iter().any(|&step| map.steps()[step].lane == lane))
        .collect();
    // Where a start is left out, cases come in elsewhere, too: then no step is the only beginning.
    let starts_elsewhere = (0..count).any(|step| map.steps()[step].kind == StepKind::Start && !keeps(step));
    let steps = kept.iter().map(|&number| {
        let step = &map.steps()[number];
        let kind = match step.kind {
            StepKind::Start if starts_elsewhere => StepKind::Step,
            kind => kind,
        };
        let lane = rows.iter().position(|&row| row == step.lane).unwrap_or(0);
        Step { lane, kind, ..step.clone() }
    });
    let mut next = vec![Vec::new(); count];
    for flow in map.flows() {
        next[flow.from].push(flow.to);
    }
    let mut place = vec![None; count];
    for (at, &step) in kept.iter().enumerate() {
        place[step] = Some(at);
    }
    let flows = kept.iter().enumerate().flat_map(|(from, &step)| {
        let own = next[step].contains(&step);
        // A way back to where it began, over what is left out, is no repetition that anyone sees.
        after(&next, &place, step)
            .into_iter()
            .filter(move |&to| to != from || own)
            .map(move |to| Flow { from, to })
    });
    let lanes: Vec<Lane> = rows.iter().map(|&row| map.lanes()[row].clone()).collect();
    without_unreachable(&lanes, steps.collect(), flows.collect())
}

/// The kept steps that follow a step, directly or over steps that are not kept.
fn after(next: &[Vec<usize>], place: &[Option<usize>], step: usize) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let mut open = next[step].clone();
    while let Some(step) = open.pop() {
        match place[step] {
            Some(at) => {
                found.insert(at);
            }
            None if seen.insert(step) => open.extend(&next[step]),
            None => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Asks (customer) → answers (front) → checks (back) → books (system) → answers; answers → content (customer).
    fn map() -> CustomerMap {
        let lane = |id: &str, visibility| Lane { id: id.into(), name: id.into(), visibility };
        let step = |id: &str, lane, kind| Step { id: id.into(), name: id.into(), lane, kind };
        let flow = |from, to| Flow { from, to };
        CustomerMap::new(
            vec![
                lane("customer", Visibility::Customer),
                lane("desk", Visibility::Front),
                lane("office", Visibility::Back),
                lane("ledger", Visibility::System),
            ],
            vec![
                step("asks", 0, StepKind::Start),
                step("answers", 1, StepKind::Step),
                step("checks", 2, StepKind::Step),
                step("books", 3, StepKind::Step),
                step("content", 0, StepKind::End { good: true }),
                step("files", 2, StepKind::Step),
            ],
            vec![flow(0, 1), flow(1, 2), flow(2, 3), flow(3, 1), flow(1, 4), flow(2, 5), flow(5, 4)],
        )
        .expect("a map")
    }

    fn said(map: &CustomerMap) -> (Vec<&str>, Vec<String>) {
        let name = |step: usize| map.steps()[step].id.as_str();
        let flows = map.flows().iter().map(|flow| format!("{} {}", name(flow.from), name(flow.to)));
        (map.lanes().iter().map(|lane| lane.id.as_str()).collect(), flows.collect())
    }

    #[test]
    fn the_customer_sees_what_is_above_the_line_of_visibility() {
        let seen = seen_by_customer(&map()).expect("a view");
        let (lanes, flows) = said(&seen.map);
        assert_eq!(lanes, ["customer", "desk"]);
        assert_eq!(flows, ["asks answers", "answers content"]);
        assert!(seen.left_out.is_empty());
    }

    #[test]
    fn a_department_sees_its_steps_and_those_next_to_them() {
        let seen = around_lane(&map(), 3).expect("a view");
        let (lanes, flows) = said(&seen.map);
        assert_eq!(lanes, ["customer", "desk", "office", "ledger"]);
        assert_eq!(flows, ["answers checks", "checks books", "books answers"]);
    }

    #[test]
    fn a_lane_without_steps_has_no_view() {
        let map = map();
        let lanes =
            [map.lanes(), &[Lane { id: "x".into(), name: "x".into(), visibility: Visibility::Partner }]]
                .concat();
        let map = CustomerMap::new(lanes, map.steps().to_vec(), map.flows().to_vec()).expect("a map");
        assert_eq!(around_lane(&map, 4), Err(vec![MapProblem::NoStep]));
    }
}
