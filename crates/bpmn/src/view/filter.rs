//! A map with some of its steps left out; flows go over what was left out to the next step that is shown.

use crate::map::{CustomerMap, Flow, Lane, MapProblem, Step, StepKind, Visibility};
use std::collections::BTreeSet;

/// What is shown of a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The map that is left.
    pub map: CustomerMap,
    /// Index in the whole map of each step that is shown.
    pub steps: Vec<usize>,
    /// Index in the whole map of each flow; none where it goes over steps that are not shown.
    pub flows: Vec<Option<usize>>,
}

impl Shown {
    /// The whole map.
    #[must_use]
    pub fn all(map: &CustomerMap) -> Self {
        Self {
            map: map.clone(),
            steps: (0..map.steps().len()).collect(),
            flows: (0..map.flows().len()).map(Some).collect(),
        }
    }

    /// The steps for which `keeps` holds, by index. The customer's first lane always stays, others as long as they have a
    /// step. A step that nothing leads to or from any longer is left out.
    ///
    /// # Errors
    /// What keeps the rest from being a map: no step is left.
    pub fn keep(map: &CustomerMap, keeps: impl Fn(usize) -> bool) -> Result<Self, Vec<MapProblem>> {
        let mut kept: Vec<bool> = (0..map.steps().len()).map(keeps).collect();
        let next = successors(map);
        loop {
            let flows = bridged(&kept, &next);
            let shown = cut(map, &kept, &flows);
            let problems = match shown {
                Ok(shown) => return Ok(shown),
                Err(problems) => problems,
            };
            let mut lost = false;
            for problem in &problems {
                if let MapProblem::Unreachable { id } = problem
                    && let Some(step) = map.steps().iter().position(|step| step.id == *id)
                {
                    lost |= std::mem::replace(&mut kept[step], false);
                }
            }
            if !lost {
                return Err(problems);
            }
        }
    }

    /// The index in what is shown of a step of the whole map.
    #[must_use]
    pub fn place(&self, step: usize) -> Option<usize> {
        self.steps.iter().position(|&shown| shown == step)
    }
}

/// What the customer meets: their own steps, the front office's, and those of systems and partners that are directly before
/// or after something the customer does.
///
/// # Errors
/// What keeps the rest from being a map.
pub fn customer(map: &CustomerMap) -> Result<Shown, Vec<MapProblem>> {
    let line = |step: usize| map.lanes()[map.steps()[step].lane].visibility;
    let meets = |step: usize| {
        map.flows().iter().any(|flow| {
            flow.from == step && line(flow.to) == Visibility::Customer
                || flow.to == step && line(flow.from) == Visibility::Customer
        })
    };
    Shown::keep(map, |step| match line(step) {
        Visibility::Customer | Visibility::Front => true,
        Visibility::Back => false,
        Visibility::System | Visibility::Partner => meets(step),
    })
}

/// What is done, without the systems that do it.
///
/// # Errors
/// What keeps the rest from being a map.
pub fn without_systems(map: &CustomerMap) -> Result<Shown, Vec<MapProblem>> {
    Shown::keep(map, |step| map.lanes()[map.steps()[step].lane].visibility != Visibility::System)
}

/// What directly follows each step.
pub(super) fn successors(map: &CustomerMap) -> Vec<Vec<usize>> {
    let mut next = vec![Vec::new(); map.steps().len()];
    for flow in map.flows() {
        next[flow.from].push(flow.to);
    }
    next
}

/// Flows between steps that are kept, straight or over others.
fn bridged(kept: &[bool], next: &[Vec<usize>]) -> BTreeSet<Flow> {
    let mut flows = BTreeSet::new();
    for from in (0..kept.len()).filter(|&step| kept[step]) {
        let mut seen = vec![false; kept.len()];
        let mut open = next[from].clone();
        while let Some(to) = open.pop() {
            if kept[to] {
                // What comes back over hidden steps is no repetition that anybody would see.
                if to != from || next[from].contains(&to) {
                    flows.insert(Flow { from, to });
                }
            } else if !std::mem::replace(&mut seen[to], true) {
                open.extend(&next[to]);
            }
        }
    }
    flows
}

fn cut(map: &CustomerMap, kept: &[bool], flows: &BTreeSet<Flow>) -> Result<Shown, Vec<MapProblem>> {
    let used = |lane: usize| {
        lane == 0 || map.steps().iter().zip(kept).any(|(step, &kept)| kept && step.lane == lane)
    };
    let lanes: Vec<usize> = (0..map.lanes().len()).filter(|&lane| used(lane)).collect();
    let steps: Vec<usize> = (0..kept.len()).filter(|&step| kept[step]).collect();
    let place = |list: &[usize], wanted: usize| list.binary_search(&wanted).unwrap_or_default();
    let entered = |step: usize| flows.iter().any(|flow| flow.to == step && flow.from != step);
    // Where cases come in is not hidden with the start: a start that is left stands for what nothing leads to.
    let is_only_start = steps.iter().all(|&step| {
        entered(step) || map.steps()[step].kind == StepKind::Start || !flows.iter().any(|f| f.from == step)
    });
    let kind = |step: &Step| match step.kind {
        StepKind::Start if !is_only_start => StepKind::Step,
        kind => kind,
    };
    let shown_steps = steps.iter().map(|&step| &map.steps()[step]).map(|step| Step {
        lane: place(&lanes, step.lane),
        kind: kind(step),
        ..step.clone()
    });
    let shown_flows: Vec<Flow> = flows
        .iter()
        .map(|flow| Flow { from: place(&steps, flow.from), to: place(&steps, flow.to) })
        .collect();
    let origins = flows.iter().map(|flow| map.flows().iter().position(|known| known == flow)).collect();
    let shown_lanes: Vec<Lane> = lanes.iter().map(|&lane| map.lanes()[lane].clone()).collect();
    let map = CustomerMap::new(shown_lanes, shown_steps.collect(), shown_flows)?;
    Ok(Shown { map, steps, flows: origins })
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use Visibility::{Back, Customer, Front, Partner, System};

    /// A map of lanes by visibility, steps by identifier, lane and kind, and flows by identifier.
    pub(in crate::view) fn map(
        lanes: &[Visibility],
        steps: &[(&str, usize, StepKind)],
        flows: &[(&str, &str)],
    ) -> CustomerMap {
        let place = |id: &str| steps.iter().position(|step| step.0 == id).expect("a step");
        CustomerMap::new(
            lanes
                .iter()
                .enumerate()
                .map(|(at, &visibility)| Lane {
                    id: format!("{visibility}-{at}"),
                    name: visibility.to_string(),
                    visibility,
                })
                .collect(),
            steps
                .iter()
                .map(|&(id, lane, kind)| Step { id: id.into(), name: id.into(), lane, kind })
                .collect(),
            flows.iter().map(|&(from, to)| Flow { from: place(from), to: place(to) }).collect(),
        )
        .expect("a valid map")
    }

    /// A customer asks and orders; the desk checks, the field service installs, the line owner lays the line, a system bills.
    pub(in crate::view) fn connected() -> CustomerMap {
        let step = StepKind::Step;
        map(
            &[Customer, Front, Back, Back, System, Partner],
            &[
                ("ask", 0, StepKind::Start),
                ("look", 1, step),
                ("order", 0, step),
                ("check", 2, step),
                ("lay", 5, step),
                ("install", 3, step),
                ("bill", 4, step),
                ("connected", 0, StepKind::End { good: true }),
                ("filed", 2, StepKind::End { good: true }),
                ("lost", 0, StepKind::End { good: false }),
            ],
            &[
                ("ask", "look"),
                ("look", "order"),
                ("order", "check"),
                ("order", "lost"),
                ("check", "order"),
                ("check", "lay"),
                ("lay", "install"),
                ("install", "bill"),
                ("install", "install"),
                ("bill", "connected"),
                ("bill", "filed"),
            ],
        )
    }

    fn names(shown: &Shown) -> Vec<String> {
        let steps = shown.map.steps();
        shown
            .map
            .flows()
            .iter()
            .map(|flow| format!("{}>{}", steps[flow.from].name, steps[flow.to].name))
            .collect()
    }

    #[test]
    fn customers_see_what_they_meet() {
        let shown = customer(&connected()).expect("a map");
        let steps: Vec<&str> = shown.map.steps().iter().map(|step| step.name.as_str()).collect();
        // The bill goes to the customer; the line owner is met by nobody but the field service.
        assert_eq!(steps, ["ask", "look", "order", "bill", "connected", "lost"]);
        assert_eq!(names(&shown), ["ask>look", "look>order", "order>bill", "order>lost", "bill>connected"]);
        assert_eq!(shown.flows[0], Some(0), "a flow that is drawn has the figures of the whole map");
        assert_eq!(shown.flows[2], None, "one that goes over hidden steps has none");
        assert_eq!(shown.map.lanes().len(), 3);
    }

    #[test]
    fn nothing_is_hidden_of_the_whole() {
        let map = connected();
        let shown = Shown::all(&map);
        let kept = Shown::keep(&map, |_| true).expect("a map");
        assert_eq!(shown.map.steps(), kept.map.steps());
        assert_eq!(shown.place(3), Some(3));
    }

    #[test]
    fn without_its_start_a_map_begins_where_nothing_leads() {
        let map = connected();
        let shown = Shown::keep(&map, |step| step > 1).expect("a map");
        assert_eq!(shown.map.steps()[0].name, "order");
    }

    #[test]
    fn what_is_loose_is_left_out_and_nothing_is_no_map() {
        let map = connected();
        let shown = Shown::keep(&map, |step| step == 0 || step == 1 || step == 8).expect("a map");
        assert_eq!(names(&shown), ["ask>look", "look>filed"]);
        let shown = Shown::keep(&map, |step| matches!(step, 0 | 1)).expect("a map");
        assert_eq!(shown.steps, [0, 1]);
        assert!(Shown::keep(&map, |_| false).is_err());
    }

    #[test]
    fn systems_are_how_and_not_what() {
        let shown = without_systems(&connected()).expect("a map");
        assert!(names(&shown).contains(&"install>connected".to_owned()));
        assert!(!shown.map.lanes().iter().any(|lane| lane.visibility == System));
    }
}
