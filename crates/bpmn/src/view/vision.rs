//! A lane's line of vision: how each of its steps comes to something that the customer does.

use super::filter::{Shown, successors};
use crate::map::{CustomerMap, MapProblem, Visibility};
use std::collections::{HashMap, VecDeque};

/// How the steps of one lane lead to the customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineOfVision {
    /// Index of the lane.
    pub lane: usize,
    /// Each step of the lane by index, and the shortest way from it to a customer's step, both ends included; where none
    /// leads there, to one of the front office. Empty where a step leads to neither: nobody sees what it is for.
    pub ways: Vec<(usize, Vec<usize>)>,
}

impl LineOfVision {
    /// The line of vision of a lane; none if the map has no such lane.
    #[must_use]
    pub fn of(map: &CustomerMap, lane: &str) -> Option<Self> {
        let lane = map.lanes().iter().position(|known| known.id == lane)?;
        let next = successors(map);
        let line = |step: usize| map.lanes()[map.steps()[step].lane].visibility;
        let way = |step: usize| {
            let to = |wanted: Visibility| shortest(&next, step, |at| line(at) == wanted);
            to(Visibility::Customer).or_else(|| to(Visibility::Front)).unwrap_or_default()
        };
        let own = (0..map.steps().len()).filter(|&step| map.steps()[step].lane == lane);
        Some(Self { lane, ways: own.map(|step| (step, way(step))).collect() })
    }

    /// The steps from which no way leads to the customer.
    pub fn unseen(&self) -> impl Iterator<Item = usize> + '_ {
        self.ways.iter().filter(|(_, way)| way.is_empty()).map(|&(step, _)| step)
    }

    /// The map with the lane's steps and their ways to the customer.
    ///
    /// # Errors
    /// What keeps the rest from being a map.
    pub fn shown(&self, map: &CustomerMap) -> Result<Shown, Vec<MapProblem>> {
        let own = |step: usize| map.steps()[step].lane == self.lane;
        // What hands work to the lane belongs to its view, too.
        let before = |step: usize| map.flows().iter().any(|flow| flow.from == step && own(flow.to));
        let on_way = |step: usize| self.ways.iter().any(|(_, way)| way.contains(&step));
        Shown::keep(map, |step| own(step) || on_way(step) || before(step))
    }
}

/// The shortest way over the flows to a step for which `is_goal` holds; of equal ones, that over the earlier flows.
fn shortest(next: &[Vec<usize>], from: usize, is_goal: impl Fn(usize) -> bool) -> Option<Vec<usize>> {
    let mut came: HashMap<usize, usize> = HashMap::new();
    let mut open = VecDeque::from([from]);
    while let Some(step) = open.pop_front() {
        if is_goal(step) {
            let mut way = vec![step];
            let mut at = step;
            while at != from {
                at = came[&at];
                way.push(at);
            }
            way.reverse();
            return Some(way);
        }
        for &to in &next[step] {
            if to != from && !came.contains_key(&to) {
                came.insert(to, step);
                open.push_back(to);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::filter::tests::{connected, map};
    use super::*;
    use crate::map::StepKind;

    #[test]
    fn each_step_has_its_way_to_the_customer() {
        let map = connected();
        let vision = LineOfVision::of(&map, "back-3").expect("the lane");
        // The field service installs, then the bill goes out, then the customer is connected.
        assert_eq!(vision.ways, [(5, vec![5, 6, 7])]);
        let shown = vision.shown(&map).expect("a map");
        assert_eq!(shown.steps, [4, 5, 6, 7]);
        assert_eq!(LineOfVision::of(&map, "nowhere"), None);
    }

    #[test]
    fn what_leads_to_nobody_is_named() {
        let vision = LineOfVision::of(&connected(), "back-2").expect("the lane");
        assert_eq!(vision.unseen().collect::<Vec<_>>(), [8], "filed papers help no customer");
        // A check whose result the front office alone learns of leads there.
        let map = map(
            &[Visibility::Customer, Visibility::Front, Visibility::Back],
            &[
                ("ask", 0, StepKind::Start),
                ("check", 2, StepKind::Step),
                ("note", 1, StepKind::End { good: true }),
            ],
            &[("ask", "check"), ("check", "note")],
        );
        assert_eq!(LineOfVision::of(&map, "back-2").expect("the lane").ways, [(1, vec![1, 2])]);
    }
}
