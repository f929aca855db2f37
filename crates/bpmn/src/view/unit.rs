//! The organisation as one box: what customers do with it, without what happens inside.

use super::streamline::backward;
use crate::map::{CustomerMap, Flow, Lane, MapProblem, Step, StepKind, Visibility};
use std::collections::BTreeSet;

/// The map with everything that the customer does, and the rest as one step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// The map: the customer's steps, and the organisation as the last step.
    pub map: CustomerMap,
    /// Index in the whole map of each step of the customer that is shown.
    pub steps: Vec<usize>,
}

/// Sees the organisation, of this name, as one box. Of the customer's steps those are shown for which `keeps` holds, by
/// index; where cases come in and where they end is shown always. What leads back inside is not seen from outside.
///
/// # Errors
/// What keeps the rest from being a map: the customer does nothing in it.
pub fn unit(
    map: &CustomerMap,
    organisation: &str,
    keeps: impl Fn(usize) -> bool,
) -> Result<Unit, Vec<MapProblem>> {
    let is_own = |step: usize| map.lanes()[map.steps()[step].lane].visibility == Visibility::Customer;
    let steps: Vec<usize> = (0..map.steps().len())
        .filter(|&step| is_own(step) && (map.steps()[step].kind != StepKind::Step || keeps(step)))
        .collect();
    if steps.is_empty() {
        return Err(vec![MapProblem::NoStep]);
    }
    let inside = steps.len();
    let place = |step: usize| steps.binary_search(&step).ok().or((!is_own(step)).then_some(inside));
    let back = backward(map);
    let mut flows: BTreeSet<Flow> = BTreeSet::new();
    for (_, flow) in map.flows().iter().enumerate().filter(|(at, _)| !back.contains(at)) {
        // A customer's step that is not shown is passed by inside the box, too.
        let (from, to) = (place(flow.from).unwrap_or(inside), place(flow.to).unwrap_or(inside));
        if from != to {
            flows.insert(Flow { from, to });
        }
    }
    let last = map.lanes().iter().rposition(|lane| lane.visibility == Visibility::Customer).unwrap_or(0);
    let mut lanes: Vec<Lane> = map.lanes()[..=last].to_vec();
    let mut shown: Vec<Step> = steps.iter().map(|&step| map.steps()[step].clone()).collect();
    if flows.iter().any(|flow| flow.from == inside || flow.to == inside) {
        let id = |taken: &dyn Fn(&str) -> bool| {
            let mut id = "organisation".to_owned();
            while taken(&id) {
                id.push('_');
            }
            id
        };
        lanes.push(Lane {
            id: id(&|id| lanes.iter().any(|lane| lane.id == id)),
            name: organisation.to_owned(),
            visibility: Visibility::Front,
        });
        shown.push(Step {
            id: id(&|id| shown.iter().any(|step| step.id == id)),
            name: organisation.to_owned(),
            lane: lanes.len() - 1,
            kind: StepKind::Step,
        });
    }
    Ok(Unit { map: CustomerMap::new(lanes, shown, flows.into_iter().collect())?, steps })
}

#[cfg(test)]
mod tests {
    use super::super::filter::tests::connected;
    use super::*;

    fn told(unit: &Unit) -> Vec<String> {
        let name = |step: usize| unit.map.steps()[step].name.clone();
        unit.map.flows().iter().map(|flow| format!("{}>{}", name(flow.from), name(flow.to))).collect()
    }

    #[test]
    fn everything_inside_is_one_box() {
        let unit = unit(&connected(), "Linden", |_| true).expect("a map");
        assert_eq!(unit.map.lanes().len(), 2);
        assert_eq!(
            told(&unit),
            ["ask>Linden", "order>lost", "order>Linden", "Linden>order", "Linden>connected"]
        );
        assert_eq!(unit.steps, [0, 2, 7, 9]);
    }

    #[test]
    fn a_way_that_is_switched_off_is_passed_by() {
        let unit = unit(&connected(), "Linden", |_| false).expect("a map");
        assert_eq!(told(&unit), ["ask>Linden", "Linden>connected", "Linden>lost"]);
    }
}
