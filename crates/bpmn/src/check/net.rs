//! The content of a process as a net: tokens lie on flows, and each node takes some and gives some.
//!
//! Sources: van der Aalst, *The Application of Petri Nets to Workflow Management*, 1998; for the inclusive join, BPMN 2.0.2,
//! section 13.4.3.

use super::events::{is_link, link_name};
use super::flows::{instantiates, stands_alone};
use crate::model::{Event, EventKind, EventPosition, FlowIx, FlowNode, Gateway, Model, NodeIx, ScopeIx};
use std::collections::{HashMap, HashSet};

/// Most ways out of one node whose combinations are tried.
const MAX_WAYS: usize = 6;

/// Most nodes and most flows of a scope that is played.
const MAX_SIZE: usize = 2_000;

/// How many tokens lie on each place.
pub(super) type Marking = Vec<u8>;

/// One way in which a node may act.
pub(super) struct Transition {
    /// The node.
    pub node: NodeIx,
    /// When it may.
    pub takes: Takes,
    /// The places that get a token.
    pub gives: Vec<usize>,
    /// Whether all other tokens vanish.
    pub clears: bool,
}

/// What a node needs to act.
pub(super) enum Takes {
    /// A token on each of these places.
    Each(Vec<usize>),
    /// A token on one of these, and for those without one none on a place from which it could still come.
    Inclusive(Vec<(usize, HashSet<usize>)>),
}

/// A net.
pub(super) struct Net {
    /// What may happen.
    pub transitions: Vec<Transition>,
    /// Where tokens lie at the beginning; one for each way to begin.
    pub beginnings: Vec<Marking>,
    /// The node that takes the tokens of each place.
    pub takers: Vec<NodeIx>,
}

impl Net {
    /// The net of a scope; nothing where something in it means too many things: a complex gateway, a flow that leads
    /// nowhere, or more ways out of a node than can be combined; nor where it is larger than can be played.
    pub(super) fn of(model: &Model, scope: ScopeIx) -> Option<Self> {
        Builder { model, places: HashMap::new(), takers: Vec::new() }.build(scope)
    }
}

struct Builder<'m> {
    model: &'m Model,
    places: HashMap<FlowIx, usize>,
    takers: Vec<NodeIx>,
}

impl Builder<'_> {
    fn build(mut self, scope: ScopeIx) -> Option<Net> {
        let model = self.model;
        if model[scope].nodes.len().max(model[scope].flows.len()) > MAX_SIZE {
            return None;
        }
        for &flow in &model[scope].flows {
            let target = model[flow].target.filter(|target| model[*target].scope == scope)?;
            model[flow].source.filter(|source| model[*source].scope == scope)?;
            self.places.insert(flow, self.takers.len());
            self.takers.push(target);
        }
        let starts = self.starts(scope);
        // Nodes that begin without being entered take a token from a place of their own.
        let mut entries = HashMap::new();
        for &node in starts.iter().flatten() {
            if model[node].event().is_none() {
                entries.insert(node, self.takers.len());
                self.takers.push(node);
            }
        }
        let mut transitions = Vec::new();
        for &node in &model[scope].nodes {
            if !stands_alone(model, node) {
                self.transitions_of(node, entries.get(&node).copied(), &mut transitions)?;
            }
        }
        let beginning = |nodes: &Vec<NodeIx>| {
            let mut marking = vec![0; self.takers.len()];
            for node in nodes {
                let own = entries.get(node).copied();
                for place in own.map_or_else(|| self.all(&model[*node].outgoing), |place| vec![place]) {
                    marking[place] += 1;
                }
            }
            marking
        };
        let beginnings = starts.iter().map(beginning).collect();
        Some(Net { transitions, beginnings, takers: self.takers })
    }

    /// The ways to begin: each start event, each node that a message begins, or, where there is neither, all nodes that
    /// nothing leads to at once.
    fn starts(&self, scope: ScopeIx) -> Vec<Vec<NodeIx>> {
        let model = self.model;
        let position = |node: &FlowNode| node.event().map(|event| event.position);
        let is_start = |node: &FlowNode| {
            matches!(position(node), Some(EventPosition::Start { .. })) || instantiates(node)
        };
        let starts: Vec<_> =
            model.nodes_in(scope).filter(|(_, node)| is_start(node)).map(|(at, _)| vec![at]).collect();
        if !starts.is_empty() {
            return starts;
        }
        // Borders and the far ends of jumps are entered in another way.
        let is_entered = |node: &FlowNode| match position(node) {
            Some(EventPosition::Boundary { .. }) => true,
            Some(EventPosition::IntermediateCatch) => node.event().is_some_and(is_link),
            _ => !node.incoming.is_empty(),
        };
        let begins = |(at, node): &(NodeIx, &FlowNode)| !is_entered(node) && !stands_alone(model, *at);
        let all: Vec<_> = model.nodes_in(scope).filter(begins).map(|(at, _)| at).collect();
        if all.is_empty() { Vec::new() } else { vec![all] }
    }

    fn all(&self, flows: &[FlowIx]) -> Vec<usize> {
        flows.iter().filter_map(|flow| self.places.get(flow).copied()).collect()
    }

    fn transitions_of(&self, at: NodeIx, entry: Option<usize>, out: &mut Vec<Transition>) -> Option<()> {
        let model = self.model;
        let node = &model[at];
        let mut ins = self.all(&node.incoming);
        ins.extend(entry);
        let outs = self.all(&node.outgoing);
        let mut add = |takes: Takes, gives: Vec<usize>| {
            out.push(Transition { node: at, takes, gives, clears: false });
        };
        match node.gateway() {
            Some(Gateway::Complex { .. }) => return None,
            Some(Gateway::Parallel) => add(Takes::Each(ins), outs),
            Some(Gateway::Exclusive | Gateway::EventBased { .. }) => {
                for place in ins {
                    for &way in &outs {
                        add(Takes::Each(vec![place]), vec![way]);
                    }
                    if outs.is_empty() {
                        add(Takes::Each(vec![place]), Vec::new());
                    }
                }
            }
            Some(Gateway::Inclusive) => {
                for ways in combinations(&outs)? {
                    add(Takes::Inclusive(self.rivals(at, &ins)), ways);
                }
            }
            None => {
                let ways = self.ways_out(node)?;
                for place in ins {
                    for way in &ways {
                        add(Takes::Each(vec![place]), way.clone());
                    }
                }
                if ends_all(node) {
                    out.iter_mut().filter(|known| known.node == at).for_each(|known| known.clears = true);
                }
            }
        }
        Some(())
    }

    /// The sets of places of which one gets tokens when a step or event is done.
    fn ways_out(&self, node: &FlowNode) -> Option<Vec<Vec<usize>>> {
        let model = self.model;
        let jump = node.event().filter(|event| event.position == EventPosition::IntermediateThrow);
        if let Some(name) = jump.and_then(link_name) {
            let caught = model.nodes_in(node.scope).find(|(_, other)| {
                other.event().is_some_and(|event| {
                    event.position == EventPosition::IntermediateCatch && link_name(event) == Some(name)
                })
            });
            return Some(vec![caught.map(|(_, other)| self.all(&other.outgoing)).unwrap_or_default()]);
        }
        let (conditional, always): (Vec<_>, Vec<_>) = node
            .outgoing
            .iter()
            .copied()
            .partition(|&flow| model[flow].condition.is_some() || node.default == Some(flow));
        let always = self.all(&always);
        let mut ways = Vec::new();
        let conditional = self.all(&conditional);
        let chosen = if conditional.is_empty() { vec![Vec::new()] } else { combinations(&conditional)? };
        for some in chosen {
            ways.push(always.iter().copied().chain(some).collect::<Vec<_>>());
        }
        let done = ways[0].clone();
        for &border in &node.boundary {
            let Some(event) = model[border].event().filter(|event| !undoes(event)) else { continue };
            let EventPosition::Boundary { interrupting, .. } = event.position else { continue };
            let mut way = self.all(&model[border].outgoing);
            if !interrupting {
                way.extend(&done);
            }
            ways.push(way);
        }
        Some(ways)
    }

    /// For each way into an inclusive join, the places from which a token may still come to it without passing the join.
    fn rivals(&self, join: NodeIx, ins: &[usize]) -> Vec<(usize, HashSet<usize>)> {
        let model = self.model;
        let reach = |place: usize| {
            let mut seen = HashSet::from([place]);
            let mut open = vec![place];
            while let Some(place) = open.pop() {
                let before = self
                    .places
                    .iter()
                    .find(|(_, at)| **at == place)
                    .and_then(|(flow, _)| model[*flow].source);
                let Some(source) = before.filter(|source| *source != join) else { continue };
                let host = match model[source].event().map(|event| event.position) {
                    Some(EventPosition::Boundary { attached_to, .. }) => attached_to,
                    _ => None,
                };
                for earlier in self.all(&model[host.unwrap_or(source)].incoming) {
                    if seen.insert(earlier) {
                        open.push(earlier);
                    }
                }
            }
            seen
        };
        ins.iter().map(|&place| (place, reach(place))).collect()
    }
}

/// Whether everything of the scope ends with this event.
fn ends_all(node: &FlowNode) -> bool {
    node.event().filter(|event| event.position == EventPosition::End).is_some_and(|event| {
        event.definitions.iter().any(|definition| {
            matches!(definition.kind, EventKind::Terminate | EventKind::Error(_) | EventKind::Cancel)
        })
    })
}

/// Whether an event comes only after what it stands on was done, to undo it; no token goes that way.
fn undoes(event: &Event) -> bool {
    event.definitions.iter().any(|definition| matches!(definition.kind, EventKind::Compensate { .. }))
}

/// Every choice of at least one.
fn combinations(places: &[usize]) -> Option<Vec<Vec<usize>>> {
    if places.is_empty() {
        return Some(vec![Vec::new()]);
    }
    if places.len() > MAX_WAYS {
        return None;
    }
    let chosen = |mask: usize| {
        places.iter().enumerate().filter(|(bit, _)| mask >> bit & 1 == 1).map(|(_, place)| *place).collect()
    };
    Some((1..1_usize << places.len()).map(chosen).collect())
}
