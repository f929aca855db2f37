//! What a customer's process needs: each step of the customer is answered, each step behind the scenes serves one.

use super::{Findings, Rule};
use crate::extension::Extensions;
use crate::map::Visibility;
use crate::model::{ElementRef, Model, NodeIx, ProcessIx};
use std::collections::{HashMap, HashSet};

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
    let line = |end: &ElementRef| match end {
        ElementRef::Node(node) => steps.get(node).copied(),
        ElementRef::Participant(pool) => extensions.pools.get(pool).copied(),
        _ => None,
    };
    // A pool that says nothing of lines is somebody else's.
    let is_others = |end: &ElementRef| match (end, line(end)) {
        (ElementRef::Participant(_), None) => true,
        (_, line) => line.is_some_and(|line| line != Visibility::Customer),
    };
    let ways = Ways::of(model);
    let others: Vec<ElementRef> = ways.ends().filter(is_others).collect();
    let customers: Vec<ElementRef> =
        ways.ends().filter(|end| line(end) == Some(Visibility::Customer)).collect();
    let is_passed =
        |end: &ElementRef| matches!(end, ElementRef::Node(node) if model[*node].activity().is_none());
    let is_node = |end: &ElementRef| matches!(end, ElementRef::Node(_));
    let answering = leading(&ways.before, &others, is_passed);
    let asking = leading(&ways.next, &others, is_passed);
    let serving = leading(&ways.before, &customers, is_node);
    for at in (0..model.nodes.len()).map(NodeIx::new).filter(|at| model[*at].activity().is_some()) {
        let element = ElementRef::Node(at);
        match steps.get(&at) {
            Some(Visibility::Customer) if !answering.contains(&element) && !asking.contains(&element) => {
                found.add(Rule::CustomerUnanswered, element);
            }
            Some(Visibility::Back | Visibility::System | Visibility::Partner)
                if !serving.contains(&element) =>
            {
                found.add(Rule::NoLineOfVision, element);
            }
            _ => {}
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

/// Who is connected with whom, by sequence and message flows.
struct Ways {
    next: HashMap<ElementRef, Vec<ElementRef>>,
    before: HashMap<ElementRef, Vec<ElementRef>>,
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
        Self { next, before }
    }

    /// Everything that is connected with something.
    fn ends(&self) -> impl Iterator<Item = ElementRef> {
        let only_ends = self.before.keys().filter(|end| !self.next.contains_key(end));
        self.next.keys().chain(only_ends).copied()
    }
}

/// Everything from which a way leads to one of the `goals` through nothing but what `passes`; `back` says what is a step
/// before each. One walk from the goals, however many ask.
fn leading(
    back: &HashMap<ElementRef, Vec<ElementRef>>,
    goals: &[ElementRef],
    passes: impl Fn(&ElementRef) -> bool,
) -> HashSet<ElementRef> {
    let mut found = HashSet::new();
    let mut open = goals.to_vec();
    while let Some(element) = open.pop() {
        for &before in back.get(&element).into_iter().flatten() {
            if found.insert(before) && passes(&before) {
                open.push(before);
            }
        }
    }
    found
}
