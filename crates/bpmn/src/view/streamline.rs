//! Places to streamline: loops, hand-offs, customers who are asked the same twice, steps that add no value.
//!
//! Source: Rummler & Brache, *Improving Performance*, 1990, on disconnects: missing, redundant and illogical hand-offs.

use super::Blueprint;
use super::filter::successors;
use crate::map::{CustomerMap, Visibility};
use std::collections::BTreeSet;

/// A place where a process could be simpler. Steps and flows are those of the map, by index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// Work goes back to where it was before.
    Loop {
        /// The flow that leads back.
        flow: usize,
    },
    /// Work goes from one of the organisation's lanes to another.
    HandOff {
        /// The flow.
        flow: usize,
    },
    /// The customer has to do again what they did before.
    AskedAgain {
        /// What the customer did.
        first: usize,
        /// What they do again; the same step where a loop leads back to it.
        again: usize,
    },
    /// Nobody would pay for it.
    NoValue {
        /// The step.
        step: usize,
    },
}

/// Every place, loops first.
#[must_use]
pub fn places(blueprint: &Blueprint) -> Vec<Place> {
    let map = blueprint.map();
    let line = |step: usize| map.lanes()[map.steps()[step].lane].visibility;
    let back = backward(map);
    let mut places: BTreeSet<Place> = back.iter().map(|&flow| Place::Loop { flow }).collect();
    for (flow, way) in map.flows().iter().enumerate().filter(|(flow, _)| !back.contains(flow)) {
        let within = |step: usize| line(step) != Visibility::Customer;
        if within(way.from) && within(way.to) && map.steps()[way.from].lane != map.steps()[way.to].lane {
            places.insert(Place::HandOff { flow });
        }
    }
    let own: Vec<usize> = (0..map.steps().len()).filter(|&step| line(step) == Visibility::Customer).collect();
    for &flow in &back {
        let again = map.flows()[flow].to;
        if own.contains(&again) {
            places.insert(Place::AskedAgain { first: again, again });
        }
    }
    for (at, &first) in own.iter().enumerate() {
        let name = |step: usize| map.steps()[step].name.to_lowercase();
        for &again in own[at + 1..].iter().filter(|&&again| name(again) == name(first)) {
            places.insert(Place::AskedAgain { first, again });
        }
    }
    let said = blueprint.steps().iter().enumerate();
    places.extend(
        said.filter(|(_, said)| said.value_adding == Some(false)).map(|(step, _)| Place::NoValue { step }),
    );
    places.into_iter().collect()
}

/// The flows that lead back to a step which is being passed: the back edges of a search from where cases come in.
#[must_use]
pub fn backward(map: &CustomerMap) -> BTreeSet<usize> {
    let next = successors(map);
    let mut entered = vec![false; next.len()];
    for &to in next.iter().flatten() {
        entered[to] = true;
    }
    let mut roots: Vec<usize> = (0..next.len()).filter(|&step| !entered[step]).collect();
    roots.extend(0..next.len());
    let mut state = vec![State::New; next.len()];
    let mut pairs = BTreeSet::new();
    for root in roots {
        if state[root] != State::New {
            continue;
        }
        state[root] = State::Open;
        let mut path = vec![(root, 0)];
        while let Some((step, at)) = path.pop() {
            let Some(&to) = next[step].get(at) else {
                state[step] = State::Done;
                continue;
            };
            path.push((step, at + 1));
            match state[to] {
                State::New => {
                    state[to] = State::Open;
                    path.push((to, 0));
                }
                State::Open => {
                    pairs.insert((step, to));
                }
                State::Done => {}
            }
        }
    }
    let flows = map.flows().iter().enumerate();
    flows.filter(|(_, flow)| pairs.contains(&(flow.from, flow.to))).map(|(at, _)| at).collect()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    Open,
    Done,
}

#[cfg(test)]
mod tests {
    use super::super::filter::tests::{connected, map};
    use super::*;
    use crate::extension::{ProcessExtension, StepExtension};
    use crate::map::StepKind;

    #[test]
    fn loops_hand_offs_and_what_nobody_pays_for_are_found() {
        let said = StepExtension { value_adding: Some(false), ..StepExtension::default() };
        let said = [("bill".to_owned(), said)];
        let blueprint = Blueprint::new(connected(), ProcessExtension::default(), said);
        let found = places(&blueprint);
        let flow = |flow: usize| {
            let way = blueprint.map().flows()[flow];
            format!("{}>{}", blueprint.map().steps()[way.from].name, blueprint.map().steps()[way.to].name)
        };
        let told: Vec<String> = found
            .iter()
            .map(|place| match *place {
                Place::Loop { flow: at } => format!("loop {}", flow(at)),
                Place::HandOff { flow: at } => format!("hand-off {}", flow(at)),
                Place::AskedAgain { first, again } => format!("asked {first} {again}"),
                Place::NoValue { step } => format!("no value {step}"),
            })
            .collect();
        assert_eq!(
            told,
            [
                "loop check>order",
                "loop install>install",
                "hand-off check>lay",
                "hand-off lay>install",
                "hand-off install>bill",
                "hand-off bill>filed",
                "asked 2 2",
                "no value 6",
            ]
        );
    }

    #[test]
    fn the_same_words_are_the_same_question() {
        let (step, end) = (StepKind::Step, StepKind::End { good: true });
        let map = map(
            &[Visibility::Customer, Visibility::Back],
            &[
                ("Give address", 0, StepKind::Start),
                ("check", 1, step),
                ("give ADDRESS", 0, step),
                ("done", 0, end),
            ],
            &[("Give address", "check"), ("check", "give ADDRESS"), ("give ADDRESS", "done")],
        );
        assert_eq!(places(&Blueprint::bare(map)), [Place::AskedAgain { first: 0, again: 2 }]);
    }

    #[test]
    fn a_map_that_is_one_loop_has_one_way_back() {
        let step = StepKind::Step;
        let map = map(
            &[Visibility::Customer],
            &[("a", 0, step), ("b", 0, step), ("c", 0, step)],
            &[("a", "b"), ("b", "c"), ("c", "a")],
        );
        assert_eq!(backward(&map), [2].into());
    }
}
