//! What leads from node to node of a model, step by step and over what is no step.

use crate::customer::{is_step, outermost};
use crate::model::{ElementRef, FlowIx, Loop, MessageFlowIx, Model, NodeIx};
use std::collections::BTreeSet;

/// What a tie is in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tie {
    /// A sequence flow.
    Flow(FlowIx),
    /// A message flow between nodes.
    Message(MessageFlowIx),
    /// An event on the border of a step.
    Border,
    /// A step that is said to be repeated.
    Repeat,
}

/// From a node to the next.
#[derive(Debug, Clone, Copy)]
pub(super) struct Strand {
    pub(super) from: NodeIx,
    pub(super) to: NodeIx,
    pub(super) tie: Tie,
}

/// All strands, and which of the nodes are steps.
pub(super) struct Web {
    pub(super) strands: Vec<Strand>,
    out: Vec<Vec<usize>>,
    into: Vec<Vec<usize>>,
    steps: Vec<bool>,
}

impl Web {
    pub(super) fn of(model: &Model) -> Self {
        let count = model.nodes.len();
        let mut strands = Vec::new();
        for (at, flow) in model.flows.iter().enumerate() {
            if let (Some(from), Some(to)) = (flow.source, flow.target) {
                strands.push(Strand { from, to, tie: Tie::Flow(FlowIx::new(at)) });
            }
        }
        for (at, flow) in model.message_flows.iter().enumerate() {
            if let (Some(ElementRef::Node(from)), Some(ElementRef::Node(to))) = (flow.source, flow.target) {
                let (from, to) = (outermost(model, from), outermost(model, to));
                strands.push(Strand { from, to, tie: Tie::Message(MessageFlowIx::new(at)) });
            }
        }
        for (at, node) in model.nodes.iter().enumerate() {
            let from = NodeIx::new(at);
            strands.extend(node.boundary.iter().map(|&to| Strand { from, to, tie: Tie::Border }));
            let repeat = node.activity().and_then(|activity| activity.repeat.as_ref());
            if matches!(repeat, Some(Loop::Standard { .. })) {
                strands.push(Strand { from, to: from, tie: Tie::Repeat });
            }
        }
        let (mut out, mut into) = (vec![Vec::new(); count], vec![Vec::new(); count]);
        for (at, strand) in strands.iter().enumerate() {
            out[strand.from.index()].push(at);
            into[strand.to.index()].push(at);
        }
        let steps = (0..count).map(|at| is_step(model, NodeIx::new(at))).collect();
        Self { strands, out, into, steps }
    }

    pub(super) fn is_step(&self, node: NodeIx) -> bool {
        self.steps[node.index()]
    }

    /// Strands from a node.
    pub(super) fn from(&self, node: NodeIx) -> impl Iterator<Item = Strand> {
        self.out[node.index()].iter().map(|&at| self.strands[at])
    }

    /// The nodes ahead in the pool, or behind, up to the next steps; these are among them.
    pub(super) fn around(&self, node: NodeIx, ahead: bool) -> BTreeSet<NodeIx> {
        let mut found = BTreeSet::new();
        let mut open = vec![node];
        while let Some(at) = open.pop() {
            let strands = if ahead { &self.out[at.index()] } else { &self.into[at.index()] };
            let strands = strands.iter().map(|&strand| self.strands[strand]);
            for strand in strands.filter(|strand| !matches!(strand.tie, Tie::Message(_))) {
                let next = if ahead { strand.to } else { strand.from };
                if found.insert(next) && !self.is_step(next) {
                    open.push(next);
                }
            }
        }
        found
    }

    /// The steps that follow a step.
    pub(super) fn after(&self, step: NodeIx) -> BTreeSet<NodeIx> {
        self.ahead(&self.out[step.index()]).1
    }

    /// Strands that lie on a way from a step to the next, over what is no step; the nearest to the first come first.
    pub(super) fn between(&self, from: NodeIx, to: NodeIx) -> Vec<usize> {
        let (ahead, _) = self.ahead(&self.out[from.index()]);
        let (behind, _) = self.behind(&self.into[to.index()]);
        let behind: BTreeSet<usize> = behind.into_iter().collect();
        ahead.into_iter().filter(|at| behind.contains(at)).collect()
    }

    /// Whether a strand is part of no other way from step to step than the one from this to that.
    pub(super) fn is_own(&self, strand: usize, from: NodeIx, to: NodeIx) -> bool {
        let Strand { from: a, to: b, .. } = self.strands[strand];
        let begins = if self.is_step(a) { [a].into() } else { self.behind(&self.into[a.index()]).1 };
        let ends = if self.is_step(b) { [b].into() } else { self.ahead(&self.out[b.index()]).1 };
        begins == [from].into() && ends == [to].into()
    }

    /// What is written at the way from a step to the next.
    pub(super) fn name(&self, model: &Model, from: NodeIx, to: NodeIx) -> String {
        let names = |at: &usize| match self.strands[*at].tie {
            Tie::Flow(flow) => Some(super::grid::flow_name(model, flow)),
            Tie::Message(flow) => Some(model[flow].base.name.as_str()),
            Tie::Border | Tie::Repeat => None,
        };
        let between = self.between(from, to);
        let own = between.iter().filter(|at| self.is_own(**at, from, to)).filter_map(names);
        own.filter(|name| !name.is_empty()).map(str::to_owned).next().unwrap_or_default()
    }

    /// What lies ahead over what is no step: strands, the nearest first, and the steps they lead to.
    fn ahead(&self, first: &[usize]) -> (Vec<usize>, BTreeSet<NodeIx>) {
        self.walk(first, |strand| strand.to, &self.out)
    }

    fn behind(&self, first: &[usize]) -> (Vec<usize>, BTreeSet<NodeIx>) {
        self.walk(first, |strand| strand.from, &self.into)
    }

    fn walk(
        &self,
        first: &[usize],
        end: fn(Strand) -> NodeIx,
        on: &[Vec<usize>],
    ) -> (Vec<usize>, BTreeSet<NodeIx>) {
        let mut strands: Vec<usize> = first.to_vec();
        let mut seen: BTreeSet<usize> = first.iter().copied().collect();
        let mut steps = BTreeSet::new();
        let mut next = 0;
        while let Some(&at) = strands.get(next) {
            next += 1;
            let node = end(self.strands[at]);
            if self.is_step(node) {
                steps.insert(node);
            } else {
                strands.extend(on[node.index()].iter().copied().filter(|&on| seen.insert(on)));
            }
        }
        (strands, steps)
    }
}
