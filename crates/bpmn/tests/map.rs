//! What is a map and what is not.

use bpmn::map::{CustomerMap, Flow, Lane, MAX_LANES, MapProblem, Step, StepKind, Visibility};
use proptest::prelude::*;

fn lane(id: &str, visibility: Visibility) -> Lane {
    Lane { id: id.into(), name: id.to_uppercase(), visibility }
}

fn step(id: &str, lane: usize, kind: StepKind) -> Step {
    Step { id: id.into(), name: id.to_uppercase(), lane, kind }
}

fn shop() -> (Vec<Lane>, Vec<Step>, Vec<Flow>) {
    (
        vec![lane("customer", Visibility::Customer), lane("shop", Visibility::Front)],
        vec![
            step("ordered", 0, StepKind::Step),
            step("sent", 1, StepKind::Step),
            step("lost", 0, StepKind::End { good: false }),
        ],
        vec![Flow { from: 0, to: 1 }, Flow { from: 1, to: 2 }, Flow { from: 1, to: 1 }],
    )
}

fn problems(change: impl FnOnce(&mut Vec<Lane>, &mut Vec<Step>, &mut Vec<Flow>)) -> Vec<MapProblem> {
    let (mut lanes, mut steps, mut flows) = shop();
    change(&mut lanes, &mut steps, &mut flows);
    CustomerMap::new(lanes, steps, flows).err().unwrap_or_default()
}

#[test]
fn a_sound_map_is_taken_as_given() {
    let (lanes, steps, flows) = shop();
    let map = CustomerMap::new(lanes.clone(), steps.clone(), flows.clone()).expect("sound");
    assert_eq!((map.lanes(), map.steps(), map.flows()), (&lanes[..], &steps[..], &flows[..]));
}

#[test]
fn lanes_go_from_the_customer_downwards() {
    let swapped = problems(|lanes, _, _| lanes.swap(0, 1));
    assert_eq!(
        swapped,
        [
            MapProblem::FirstLaneNotCustomer { id: "shop".into() },
            MapProblem::LaneOutOfOrder { id: "customer".into(), above: "shop".into() },
        ]
    );
    assert!(problems(|lanes, _, _| lanes.clear()).contains(&MapProblem::NoLane));
}

#[test]
fn identifiers_are_unique() {
    assert_eq!(
        problems(|lanes, steps, _| {
            lanes[1].id = "customer".into();
            steps[1].id = "ordered".into();
        }),
        [
            MapProblem::DuplicateLane { id: "customer".into() },
            MapProblem::DuplicateStep { id: "ordered".into() },
        ]
    );
}

#[test]
fn dangling_indexes_are_named() {
    assert_eq!(
        problems(|_, steps, flows| {
            steps[0].lane = 7;
            flows.push(Flow { from: 9, to: 0 });
        }),
        [
            MapProblem::UnknownLane { id: "ordered".into(), lane: 7 },
            MapProblem::UnknownStep { flow: 3, step: 9 },
        ]
    );
}

#[test]
fn flows_respect_starts_and_ends_and_are_not_repeated() {
    assert_eq!(
        problems(|_, steps, flows| {
            steps[0].kind = StepKind::Start;
            flows.extend([Flow { from: 2, to: 1 }, Flow { from: 1, to: 0 }, Flow { from: 0, to: 1 }]);
        }),
        [
            MapProblem::FlowOutOfEnd { from: "lost".into(), to: "sent".into() },
            MapProblem::FlowIntoStart { from: "sent".into(), to: "ordered".into() },
            MapProblem::DuplicateFlow { from: "ordered".into(), to: "sent".into() },
        ]
    );
}

#[test]
fn every_step_can_be_reached() {
    let alone = problems(|_, steps, _| steps.push(step("alone", 1, StepKind::Step)));
    assert_eq!(alone, [MapProblem::Unreachable { id: "alone".into() }]);
    let ring = problems(|_, steps, flows| {
        steps.extend([step("a", 1, StepKind::Step), step("b", 1, StepKind::Step)]);
        flows.extend([Flow { from: 3, to: 4 }, Flow { from: 4, to: 3 }]);
    });
    assert_eq!(ring.len(), 2);
    let all_on_a_loop = problems(|_, steps, flows| {
        steps.truncate(2);
        *flows = vec![Flow { from: 0, to: 1 }, Flow { from: 1, to: 0 }];
    });
    assert_eq!(all_on_a_loop, []);
    let two_ways_in = problems(|_, steps, flows| {
        steps.push(step("called", 0, StepKind::Step));
        flows.push(Flow { from: 3, to: 1 });
    });
    assert_eq!(two_ways_in, []);
}

#[test]
fn limits_are_named() {
    let many = problems(|lanes, _, _| *lanes = vec![lane("x", Visibility::Customer); MAX_LANES + 1]);
    assert_eq!(many, [MapProblem::TooMany { part: "lanes", found: MAX_LANES + 1, limit: MAX_LANES }]);
}

#[test]
fn visibility_words_go_both_ways() {
    for visibility in Visibility::ALL {
        assert_eq!(visibility.as_str().parse(), Ok(visibility));
    }
    assert!("Customer".parse::<Visibility>().unwrap_err().to_string().contains("`Customer`"));
}

proptest! {
    /// Whatever is given, the answer is a map or at least one problem, never a panic.
    #[test]
    fn any_input_is_answered(
        lanes in prop::collection::vec((0_usize..4, 0_usize..5), 0..5),
        steps in prop::collection::vec((0_usize..6, 0_usize..6, 0_usize..4), 0..8),
        flows in prop::collection::vec((0_usize..9, 0_usize..9), 0..20),
    ) {
        let lanes = lanes.into_iter().map(|(id, v)| lane(&id.to_string(), Visibility::ALL[v])).collect();
        let kinds = [StepKind::Start, StepKind::Step, StepKind::End { good: true }, StepKind::End { good: false }];
        let steps = steps.into_iter().map(|(id, l, k)| step(&id.to_string(), l, kinds[k])).collect();
        let flows = flows.into_iter().map(|(from, to)| Flow { from, to }).collect();
        match CustomerMap::new(lanes, steps, flows) {
            Ok(map) => {
                for line in map.lines() {
                    prop_assert!(line.below_lane + 1 < map.lanes().len());
                }
            }
            Err(problems) => prop_assert!(!problems.is_empty()),
        }
    }
}
