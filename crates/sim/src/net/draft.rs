//! A net under construction: nodes and flows in any order, then frozen into flat lists.

use super::order::joins_of;
use super::{Boundary, End, Flow, Kind, Net, Node, Problems, Scope};
use crate::place::{Mistake, Place, Problem};

/// The most nodes of a net.
pub const MAX_NODES: usize = 50_000;

/// The most flows that may lead to one inclusive gateway.
const MAX_INCLUSIVE: u32 = 64;

/// A node of a [`Draft`].
pub type NodeAt = u32;

/// A net under construction.
///
/// ```
/// let mut draft = sim::Net::draft();
/// let start = draft.start("start");
/// let call = draft.task("call", "Call back");
/// let end = draft.end("end");
/// draft.flow("f1", start, call);
/// draft.flow("f2", call, end);
/// let net = draft.freeze().unwrap();
/// assert_eq!(net.tasks().count(), 1);
/// ```
#[derive(Debug, Clone, Default)]
pub struct Draft {
    pub(crate) nodes: Vec<Node>,
    flows: Vec<(u32, Flow)>,
    pub(crate) scopes: Vec<Scope>,
    pub(crate) starts: Vec<u32>,
    pub(crate) problems: Problems,
}

impl Draft {
    /// A node where cases begin.
    pub fn start(&mut self, id: &str) -> NodeAt {
        let node = self.plain(id, "", Kind::Pass);
        self.starts.push(node);
        node
    }

    /// A task.
    pub fn task(&mut self, id: &str, name: &str) -> NodeAt {
        self.plain(id, name, Kind::Task)
    }

    /// A gateway with one way of several.
    pub fn exclusive(&mut self, id: &str) -> NodeAt {
        self.plain(id, "", Kind::Exclusive { default: None })
    }

    /// A gateway with all ways, which awaits a token on each that leads to it.
    pub fn parallel(&mut self, id: &str) -> NodeAt {
        self.plain(id, "", Kind::Parallel)
    }

    /// A gateway with some ways, which awaits all tokens that can come.
    pub fn inclusive(&mut self, id: &str) -> NodeAt {
        self.plain(id, "", Kind::Inclusive { default: None })
    }

    /// A node where tokens end.
    pub fn end(&mut self, id: &str) -> NodeAt {
        self.plain(id, "", Kind::End(End::Plain))
    }

    /// A flow from one node to another.
    pub fn flow(&mut self, id: &str, from: NodeAt, to: NodeAt) {
        self.flows.push((from, Flow { id: id.to_owned(), target: to, slot: 0 }));
    }

    fn plain(&mut self, id: &str, name: &str, kind: Kind) -> NodeAt {
        if self.scopes.is_empty() {
            self.scopes.push(Scope::default());
        }
        let place = Place::Element { id: id.to_owned(), name: name.to_owned(), line: 0, column: 0 };
        self.add(id, name, place, kind, 0)
    }

    pub(crate) fn add(&mut self, id: &str, name: &str, place: Place, kind: Kind, scope: u32) -> NodeAt {
        self.nodes.push(Node {
            id: id.to_owned(),
            name: if name.is_empty() { id.to_owned() } else { name.to_owned() },
            place,
            kind,
            scope,
            out: (0, 0),
            incoming: 0,
            boundary: Vec::new(),
            slots: 0,
            local: 0,
        });
        self.nodes.len() as u32 - 1
    }

    pub(crate) fn border(&mut self, host: u32, boundary: Boundary) {
        self.nodes[host as usize].boundary.push(boundary);
    }

    /// The finished net.
    ///
    /// # Errors
    /// Every problem found: no start, too many nodes, an inclusive gateway with more than 64 flows to it.
    pub fn freeze(mut self) -> Result<Net, Vec<Problem>> {
        if self.starts.is_empty() {
            self.problems.push(Problem::new(Place::Whole, Mistake::NoStart));
        }
        if self.nodes.len() > MAX_NODES {
            let what = Mistake::TooMany { what: "nodes", count: self.nodes.len(), limit: MAX_NODES };
            self.problems.push(Problem::new(Place::Whole, what));
            return Err(self.problems);
        }
        self.flows.sort_by_key(|(from, _)| *from);
        let mut at = 0;
        for (node, held) in (0u32..).zip(&mut self.nodes) {
            let from = at as u32;
            while self.flows.get(at).is_some_and(|(source, _)| *source == node) {
                at += 1;
            }
            held.out = (from, at as u32);
        }
        let mut flows: Vec<Flow> = self.flows.into_iter().map(|(_, flow)| flow).collect();
        for flow in &mut flows {
            let target = &mut self.nodes[flow.target as usize];
            flow.slot = target.incoming;
            target.incoming += 1;
        }
        for node in &mut self.nodes {
            let scope = &mut self.scopes[node.scope as usize];
            node.local = scope.nodes;
            scope.nodes += 1;
            if matches!(node.kind, Kind::Parallel | Kind::Inclusive { .. }) && node.incoming > 1 {
                node.slots = scope.slots;
                scope.slots += node.incoming;
            }
            if matches!(node.kind, Kind::Inclusive { .. }) && node.incoming > MAX_INCLUSIVE {
                let what = Mistake::TooMany {
                    what: "flows to an inclusive gateway",
                    count: node.incoming as usize,
                    limit: MAX_INCLUSIVE as usize,
                };
                self.problems.push(Problem::new(node.place.clone(), what));
            }
        }
        if !self.problems.is_empty() {
            return Err(self.problems);
        }
        for &start in &self.starts {
            let scope = &mut self.scopes[self.nodes[start as usize].scope as usize];
            if !scope.entries.contains(&start) {
                scope.entries.push(start);
            }
        }
        let mut net = Net { nodes: self.nodes, flows, scopes: self.scopes, starts: self.starts };
        for scope in 0..net.scopes.len() {
            net.scopes[scope].joins = joins_of(&net, scope as u32);
        }
        Ok(net)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flows_are_numbered_at_both_ends() {
        let mut draft = Net::draft();
        let join = draft.inclusive("join");
        let split = draft.parallel("split");
        let start = draft.start("start");
        let (a, b, end) = (draft.task("a", ""), draft.task("b", "B"), draft.end("end"));
        for (id, from, to) in [
            ("1", start, split),
            ("2", split, a),
            ("3", split, b),
            ("4", a, join),
            ("5", b, join),
            ("6", join, end),
        ] {
            draft.flow(id, from, to);
        }
        let net = draft.freeze().unwrap();
        assert_eq!(net.out(split).iter().map(|flow| &*flow.id).collect::<Vec<_>>(), ["2", "3"]);
        assert_eq!((net.out(a)[0].slot, net.out(b)[0].slot), (0, 1));
        assert_eq!(net.nodes[join as usize].incoming, 2);
        let (node, reach) = &net.scopes[0].joins[0];
        assert_eq!(*node, join);
        let of = |node: u32| reach[net.nodes[node as usize].local as usize];
        assert_eq!([of(start), of(split), of(a), of(b), of(end)], [0b11, 0b11, 0b01, 0b10, 0]);
    }

    #[test]
    fn a_net_without_start_is_refused() {
        let mut draft = Net::draft();
        draft.task("a", "");
        assert_eq!(draft.freeze().unwrap_err()[0].what, Mistake::NoStart);
    }
}
