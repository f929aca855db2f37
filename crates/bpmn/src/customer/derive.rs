//! The map of a customer process that a model holds.

use super::contract::{Follows, is_step};
use super::rows::{Rows, Source};
use crate::extension::Extensions;
use crate::map::{CustomerMap, Flow, Lane, MapProblem, Step, StepKind};
use crate::model::{
    ElementRef, Event, EventKind, EventPosition, MessageFlow, Model, NodeIx, NodeKind, ParticipantIx,
};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// A map, and what of the model is not in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Derived {
    /// The map.
    pub map: CustomerMap,
    /// Identifiers of steps that no case can come to: event sub-processes, steps that compensate.
    pub left_out: Vec<String>,
}

/// Finds the map of a customer process in a model.
///
/// *Steps* are the activities of the outermost level (a sub-process is one step) and the events that have a name. Flows go
/// over gateways and nameless events to the next step; message flows and events on the border of a step are flows, too. A
/// message to or from a pool that nobody sees into is a step of that pool.
///
/// *Lanes* are lanes, and pools and processes without any. How each stands to the customer is what the extension's `line`
/// says of the step, the lane, the lanes around it or the pool. Where it says nothing, a pool or lane is the customer's if
/// its name is a word for customers, in one of the project's languages; if there is none, the first pool that nobody sees
/// into is. A map without any customer begins with an empty lane without a name, for others to name. The pool with the most nodes is the organisation's, the others are partners'. In the organisation a lane in which
/// only programs work is a system; one that exchanges messages with the customer is in front, any other behind.
///
/// An end is bad where the extension says so, or where it is an error, a cancellation, an escalation or a termination.
///
/// # Errors
/// What keeps the model from being a map, such as having no step or more than the limits of maps.
pub fn to_map(model: &Model, extensions: &Extensions) -> Result<Derived, Vec<MapProblem>> {
    let parts = parts(model, extensions);
    without_unreachable(&parts.lanes, parts.steps, parts.flows)
}

/// What a map is made of, whether or not it is one.
pub(crate) struct Parts {
    /// The lanes from top to bottom.
    pub(crate) lanes: Vec<Lane>,
    /// What each lane is made from; nothing for a customer's that the file does not have.
    pub(crate) sources: Vec<Option<Source>>,
    /// The steps.
    pub(crate) steps: Vec<Step>,
    /// The node of each step; nothing for a message of a pool that nobody sees into.
    pub(crate) nodes: Vec<Option<NodeIx>>,
    /// What follows what.
    pub(crate) flows: Vec<Flow>,
}

/// Finds what [`to_map`] makes a map of.
pub(crate) fn parts(model: &Model, extensions: &Extensions) -> Parts {
    let mut rows = Rows::new(model, extensions);
    let follows = Follows::new(model);
    let mut steps = Vec::new();
    let mut number = BTreeMap::new();
    let entries = follows.entries(model);
    let mut nodes: Vec<NodeIx> =
        (0..model.nodes.len()).map(NodeIx::new).filter(|&node| is_step(model, node)).collect();
    // Where every step lies on a loop, cases come in at the first.
    nodes.sort_by_key(|node| !entries.contains(node));
    for at in nodes {
        number.insert(at, steps.len());
        steps.push(Found {
            id: model[at].base.id.clone(),
            name: name_of(model, at),
            row: rows.of_step(at),
            node: Some(at),
        });
    }
    let mut flows: BTreeSet<Flow> = BTreeSet::new();
    for (&node, &from) in &number {
        flows.extend(follows.steps_after(model, node).iter().map(|next| Flow { from, to: number[next] }));
    }
    for flow in &model.message_flows {
        if let Some((pool, node, from_pool)) = at_closed_pool(model, flow) {
            let step = steps.len();
            let (id, name) = (flow.base.id.clone(), message_name(model, flow));
            steps.push(Found { id, name, row: rows.of_pool(pool), node: None });
            let here = super::contract::outermost(model, node);
            if from_pool {
                let targets =
                    if is_step(model, here) { [here].into() } else { follows.steps_after(model, here) };
                flows.extend(targets.iter().map(|next| Flow { from: step, to: number[next] }));
            } else {
                let before = number.iter().filter(|&(&other, _)| {
                    other == here || !is_step(model, here) && follows.reaches(model, other, here)
                });
                flows.extend(before.map(|(_, &from)| Flow { from, to: step }));
            }
        }
    }
    rows.add_empty();
    let (lanes, numbers) = rows.lanes();
    let mut sources = vec![None; lanes.len()];
    for (row, &lane) in &numbers {
        sources[lane] = rows.made_from(*row);
    }
    let nodes = steps.iter().map(|found| found.node).collect();
    let steps: Vec<Step> = steps
        .into_iter()
        .enumerate()
        .map(|(at, found)| Step {
            id: found.id,
            name: found.name,
            lane: numbers[&found.row],
            kind: found.node.map_or(StepKind::Step, |node| {
                let entered = flows.iter().any(|flow| flow.to == at);
                let left = flows.iter().any(|flow| flow.from == at);
                kind_of(model, extensions, node, entered, left)
            }),
        })
        .collect();
    Parts { lanes, sources, steps, nodes, flows: flows.into_iter().collect() }
}

struct Found {
    id: String,
    name: String,
    row: (crate::map::Visibility, usize),
    node: Option<NodeIx>,
}

fn name_of(model: &Model, node: NodeIx) -> String {
    let base = &model[node].base;
    if base.name.is_empty() { base.id.clone() } else { base.name.clone() }
}

/// The name of a message flow, of its message, or of what it leads to.
fn message_name(model: &Model, flow: &MessageFlow) -> String {
    let message = flow.message.as_ref().and_then(|message| message.element);
    let names = [Some(&flow.base.name), message.map(|message| &model.base(message).name)];
    let at_node = [flow.target, flow.source].into_iter().flatten().find_map(|end| match end {
        ElementRef::Node(node) => Some(name_of(model, node)),
        _ => None,
    });
    names
        .into_iter()
        .flatten()
        .find(|name| !name.is_empty())
        .cloned()
        .or(at_node)
        .unwrap_or_else(|| flow.base.id.clone())
}

/// The closed pool at one end of a message flow, the node at the other, and whether it goes from the pool.
fn at_closed_pool(model: &Model, flow: &MessageFlow) -> Option<(ParticipantIx, NodeIx, bool)> {
    match (flow.source?, flow.target?) {
        (ElementRef::Participant(pool), ElementRef::Node(node)) => Some((pool, node, true)),
        (ElementRef::Node(node), ElementRef::Participant(pool)) => Some((pool, node, false)),
        _ => None,
    }
    .filter(|(pool, ..)| model[*pool].process.is_none())
}

fn kind_of(model: &Model, extensions: &Extensions, node: NodeIx, entered: bool, left: bool) -> StepKind {
    let NodeKind::Event(Event { position, definitions, .. }) = &model[node].kind else {
        return StepKind::Step;
    };
    match position {
        EventPosition::Start { .. } if !entered => StepKind::Start,
        EventPosition::End if !left => {
            let breaks_off = definitions.iter().any(|definition| {
                matches!(
                    definition.kind,
                    EventKind::Error(_) | EventKind::Cancel | EventKind::Escalation(_) | EventKind::Terminate
                )
            });
            let said = extensions.steps.get(&node).and_then(|step| step.good);
            StepKind::End { good: said.unwrap_or(!breaks_off) }
        }
        _ => StepKind::Step,
    }
}

/// Makes the map; steps that no case can come to are left out and named.
pub(super) fn without_unreachable(
    lanes: &[Lane],
    mut steps: Vec<Step>,
    mut flows: Vec<Flow>,
) -> Result<Derived, Vec<MapProblem>> {
    let mut left_out = Vec::new();
    loop {
        let problems = match CustomerMap::new(lanes.to_vec(), steps.clone(), flows.clone()) {
            Ok(map) => return Ok(Derived { map, left_out }),
            Err(problems) => problems,
        };
        let lost: HashSet<&str> = problems
            .iter()
            .filter_map(|problem| match problem {
                MapProblem::Unreachable { id } => Some(id.as_str()),
                _ => None,
            })
            .collect();
        if lost.len() < problems.len() || lost.len() == steps.len() {
            return Err(problems);
        }
        let keeps: Vec<bool> = steps.iter().map(|step| !lost.contains(step.id.as_str())).collect();
        let moved: Vec<usize> = keeps
            .iter()
            .scan(0, |next, &keep| {
                let at = *next;
                *next += usize::from(keep);
                Some(at)
            })
            .collect();
        flows.retain(|flow| keeps[flow.from] && keeps[flow.to]);
        for flow in &mut flows {
            *flow = Flow { from: moved[flow.from], to: moved[flow.to] };
        }
        left_out
            .extend(steps.iter().filter(|step| lost.contains(step.id.as_str())).map(|step| step.id.clone()));
        let mut keep = keeps.iter();
        steps.retain(|_| keep.next() == Some(&true));
    }
}
