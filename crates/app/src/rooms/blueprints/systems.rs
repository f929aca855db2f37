//! Systems of a map from the organisation's side: which steps of the customer they touch, and how often they spare or hand
//! on work.

use crate::rooms::processes::Passage;
use bpmn::map::{CustomerMap, Visibility};
use measure::Share;
use std::collections::BTreeSet;

/// A system and what was measured on it.
#[derive(Debug, Clone, PartialEq)]
pub struct System {
    /// Its lane, by index.
    pub lane: usize,
    /// Its steps.
    pub steps: Vec<usize>,
    /// The customer's steps that it touches: the nearest before and after its own, over what is not the customer's.
    pub touches: Vec<usize>,
    /// Deflection: of the cases that came to it, those that no person of the organisation worked on afterwards.
    pub deflected: Share,
    /// Transfer: of the times a case came to it, those after which a person was directly next.
    pub transferred: Share,
}

/// The systems of a map; passages come case by case in the order of time.
pub fn systems(map: &CustomerMap, passages: &[Passage]) -> Vec<System> {
    let of_system = |lane: &usize| map.lanes()[*lane].visibility == Visibility::System;
    (0..map.lanes().len())
        .filter(of_system)
        .map(|lane| {
            let steps: Vec<usize> =
                (0..map.steps().len()).filter(|&at| map.steps()[at].lane == lane).collect();
            let (deflected, transferred) = rates(map, &steps, passages);
            System { lane, touches: touched(map, &steps), steps, deflected, transferred }
        })
        .collect()
}

fn line(map: &CustomerMap, step: usize) -> Visibility {
    map.lanes()[map.steps()[step].lane].visibility
}

/// The nearest steps of the customer in both directions.
fn touched(map: &CustomerMap, steps: &[usize]) -> Vec<usize> {
    let mut found = BTreeSet::new();
    for forward in [true, false] {
        let mut open = steps.to_vec();
        let mut seen: BTreeSet<usize> = open.iter().copied().collect();
        while let Some(step) = open.pop() {
            for flow in map.flows() {
                let (from, to) = if forward { (flow.from, flow.to) } else { (flow.to, flow.from) };
                if from != step {
                    continue;
                }
                if line(map, to) == Visibility::Customer {
                    found.insert(to);
                } else if seen.insert(to) {
                    open.push(to);
                }
            }
        }
    }
    found.into_iter().collect()
}

fn rates(map: &CustomerMap, steps: &[usize], passages: &[Passage]) -> (Share, Share) {
    let place = |id: &str| map.steps().iter().position(|step| step.id == id);
    let is_person = |step: usize| {
        matches!(line(map, step), Visibility::Front | Visibility::Back) && !map.steps()[step].kind.is_end()
    };
    let (mut deflected, mut transferred) = (Share::default(), Share::default());
    for case in passages.chunk_by(|a, b| a.case == b.case) {
        let walked: Vec<usize> = case.iter().filter_map(|passage| place(&passage.step)).collect();
        for pair in walked.windows(2).filter(|pair| steps.contains(&pair[0])) {
            transferred.push(is_person(pair[1]));
        }
        if let Some(first) = walked.iter().position(|step| steps.contains(step))
            && first + 1 < walked.len()
        {
            deflected.push(!walked[first + 1..].iter().any(|&step| is_person(step)));
        }
    }
    (deflected, transferred)
}

#[cfg(test)]
mod tests {
    use super::*;
    use bpmn::map::{Flow, Lane, Step, StepKind};
    use jiff::Timestamp;
    use uuid::Uuid;

    /// A call is answered by a menu, which solves it or hands it to the desk.
    fn map() -> CustomerMap {
        let lane = |id: &str, visibility| Lane { id: id.into(), name: id.into(), visibility };
        let step = |id: &str, lane, kind| Step { id: id.into(), name: id.into(), lane, kind };
        CustomerMap::new(
            vec![
                lane("caller", Visibility::Customer),
                lane("desk", Visibility::Front),
                lane("menu", Visibility::System),
            ],
            vec![
                step("call", 0, StepKind::Start),
                step("route", 2, StepKind::Step),
                step("talk", 1, StepKind::Step),
                step("solved", 0, StepKind::End { good: true }),
            ],
            [(0, 1), (1, 2), (1, 3), (2, 3)].map(|(from, to)| Flow { from, to }).to_vec(),
        )
        .unwrap()
    }

    #[test]
    fn a_menu_spares_some_calls_and_hands_on_others() {
        let passage = |case, step: &str| Passage {
            case: Uuid::from_u128(case),
            step: step.into(),
            at: Timestamp::UNIX_EPOCH,
        };
        let mut passages = Vec::new();
        for case in 0..10 {
            passages.push(passage(case, "route"));
            if case < 4 {
                passages.push(passage(case, "talk"));
            }
            passages.push(passage(case, "solved"));
        }
        // One is still in the menu, and speaks neither way.
        passages.push(passage(10, "route"));
        let found = systems(&map(), &passages);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].lane, &found[0].touches[..]), (2, &[0, 3][..]));
        assert_eq!((found[0].deflected.hits, found[0].deflected.n), (6, 10));
        assert_eq!((found[0].transferred.hits, found[0].transferred.n), (4, 10));
        assert_eq!(systems(&map(), &[])[0].deflected.n, 0);
    }
}
