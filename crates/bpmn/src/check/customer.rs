//! What a customer's process needs: each step of the customer is answered, each step behind the scenes serves one.

use super::{Findings, Rule};
use crate::extension::Extensions;
use crate::map::Visibility;
use crate::model::{ElementRef, Model, NodeIx, ProcessIx};
use std::collections::HashMap;

pub(super) fn check(found: &mut Findings<'_>, extensions: &Extensions) {
    let model = found.model;
    scenarios(found, extensions);
    owners(found, extensions);
    let steps: HashMap<NodeIx, Visibility> = (0..model.nodes.len())
        .map(NodeIx::new)
        .filter(|node| model[*node].activity().is_some() || model[*node].event().is_some())
        .filter_map(|node| Some((node, extensions.line_of(model, node)?)))
        .collect();
    let pools = |line: &Visibility| *line == Visibility::Customer;
    if !steps.values().any(|line| *line == Visibility::Customer) && !extensions.pools.values().any(pools) {
        // A file that says nothing of lines at all is no map of a customer's process, and need not be one.
        if let Some(first) = (!steps.is_empty()).then_some(ElementRef::Process(ProcessIx::new(0))) {
            found.add(Rule::CustomerMissing, first);
        }
        return;
    }
    let ways = Ways::of(model);
    for at in (0..model.nodes.len()).map(NodeIx::new).filter(|at| model[*at].activity().is_some()) {
        match steps.get(&at) {
            Some(Visibility::Customer) => {
                let meets = |end: &ElementRef| match end {
                    ElementRef::Node(node) => {
                        steps.get(node).is_some_and(|line| *line != Visibility::Customer)
                    }
                    ElementRef::Participant(pool) => {
                        extensions.pools.get(pool).is_none_or(|line| *line != Visibility::Customer)
                    }
                    _ => false,
                };
                if !ways.beside(at).iter().any(meets) {
                    found.add(Rule::CustomerUnanswered, ElementRef::Node(at));
                }
            }
            Some(Visibility::Back | Visibility::System | Visibility::Partner) => {
                let is_customers = |end: &ElementRef| match end {
                    ElementRef::Node(node) => steps.get(node) == Some(&Visibility::Customer),
                    ElementRef::Participant(pool) => {
                        extensions.pools.get(pool) == Some(&Visibility::Customer)
                    }
                    _ => false,
                };
                if !ways.after(at).iter().any(is_customers) {
                    found.add(Rule::NoLineOfVision, ElementRef::Node(at));
                }
            }
            Some(Visibility::Front) | None => {}
        }
    }
}

/// A scenario names the steps that answer it.
fn scenarios(found: &mut Findings<'_>, extensions: &Extensions) {
    for (&process, extension) in &extensions.processes {
        for scenario in &extension.scenarios {
            if !scenario.steps.iter().any(|step| found.model.node(step).is_some()) {
                found.push(
                    Rule::ScenarioUnanswered,
                    ElementRef::Process(process),
                    Some(scenario.name.clone()),
                );
            }
        }
    }
}

/// Somebody answers for a step: itself, its lane, or its process says who. Where a file names no owner and a process has no
/// lanes, nothing is said of who does what, and nothing is missing.
fn owners(found: &mut Findings<'_>, extensions: &Extensions) {
    let model = found.model;
    let owned =
        |process: ProcessIx| extensions.processes.get(&process).is_some_and(|known| known.owner.is_some());
    let named = extensions.steps.values().any(|known| known.owner.is_some())
        || extensions.processes.values().any(|known| known.owner.is_some());
    for at in (0..model.nodes.len()).map(NodeIx::new).filter(|at| model[*at].activity().is_some()) {
        let own = extensions.steps.get(&at).is_some_and(|known| known.owner.is_some());
        let is_customers = extensions.line_of(model, at) == Some(Visibility::Customer);
        let process = model.process_of(at);
        let by_process = process.is_some_and(owned);
        let divided = process.is_some_and(|process| !model[model[process].scope].lanes.is_empty());
        if (named || divided)
            && !own
            && !is_customers
            && !by_process
            && model.lane_of(at).is_none()
            && model[at].inner_scope().is_none()
        {
            found.add(Rule::OwnerMissing, ElementRef::Node(at));
        }
    }
}

/// Who is connected with whom, by sequence and message flows; gateways and events are passed through.
struct Ways {
    next: HashMap<ElementRef, Vec<ElementRef>>,
    before: HashMap<ElementRef, Vec<ElementRef>>,
    passed: Vec<bool>,
}

impl Ways {
    fn of(model: &Model) -> Self {
        let mut next: HashMap<ElementRef, Vec<ElementRef>> = HashMap::new();
        let mut before: HashMap<ElementRef, Vec<ElementRef>> = HashMap::new();
        let mut join = |from: ElementRef, to: ElementRef| {
            next.entry(from).or_default().push(to);
            before.entry(to).or_default().push(from);
        };
        for flow in &model.flows {
            if let (Some(source), Some(target)) = (flow.source, flow.target) {
                join(ElementRef::Node(source), ElementRef::Node(target));
            }
        }
        for flow in &model.message_flows {
            if let (Some(source), Some(target)) = (flow.source, flow.target) {
                join(source, target);
            }
        }
        for (at, node) in model.nodes.iter().enumerate() {
            let element = ElementRef::Node(NodeIx::new(at));
            for &border in &node.boundary {
                join(element, ElementRef::Node(border));
            }
            // What comes to a sub-process comes to what is in it.
            for &inner in node.inner_scope().map(|scope| model[scope].nodes.as_slice()).unwrap_or_default() {
                join(element, ElementRef::Node(inner));
                join(ElementRef::Node(inner), element);
            }
        }
        let passed = model.nodes.iter().map(|node| node.activity().is_none()).collect();
        Self { next, before, passed }
    }

    /// The steps and pools next to a step on both sides.
    fn beside(&self, step: NodeIx) -> Vec<ElementRef> {
        let passes =
            |element: &ElementRef| matches!(element, ElementRef::Node(node) if self.passed[node.index()]);
        let mut met = reached(&self.next, step, passes);
        met.extend(reached(&self.before, step, passes));
        met
    }

    /// Everything that comes after a step.
    fn after(&self, step: NodeIx) -> Vec<ElementRef> {
        reached(&self.next, step, |element| matches!(element, ElementRef::Node(_)))
    }
}

/// What is met on the way from a step, going on through what `passes`.
fn reached(
    ways: &HashMap<ElementRef, Vec<ElementRef>>,
    from: NodeIx,
    passes: impl Fn(&ElementRef) -> bool,
) -> Vec<ElementRef> {
    let from = ElementRef::Node(from);
    let mut met = Vec::new();
    let mut seen = std::collections::HashSet::from([from]);
    let mut open = vec![from];
    while let Some(element) = open.pop() {
        for &other in ways.get(&element).into_iter().flatten() {
            if seen.insert(other) {
                met.push(other);
                if passes(&other) {
                    open.push(other);
                }
            }
        }
    }
    met
}
