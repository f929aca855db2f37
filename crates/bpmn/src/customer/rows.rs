//! The rows of the map that a model holds, and how each stands to the customer.

use super::contract::outermost;
use crate::extension::Extensions;
use crate::map::{Lane, Visibility};
use crate::model::{
    ElementRef, LaneIx, Model, NodeIx, NodeKind, ParticipantIx, ProcessIx, ScopeOwner, TaskKind,
};
use std::collections::{BTreeMap, BTreeSet};

/// Words for customers in the project's languages, without endings; English ones end a name ("private customer", but not
/// "customer service"), those of Slavic languages begin or end it.
const ENGLISH: &[&str] = &["customer", "client", "buyer", "consumer", "patient", "citizen", "guest"];
const SLAVIC: &[&str] = &[
    "клиент",
    "купувач",
    "потребител",
    "покупател",
    "заказчик",
    "пациент",
    "гость",
    "klient",
    "kupując",
    "pacjent",
];
const CHINESE: &[&str] = &["客户", "顾客", "买家", "患者"];
/// The longest ending, in letters: `klient`, `klientka`, but not `klientowski`.
const MAX_ENDING: usize = 2;

/// What a row of the map is made from; one of these can make several rows, if its steps lie on several lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Source {
    /// A pool without lanes, or one that nobody sees into.
    Pool(ParticipantIx),
    /// A lane.
    Lane(LaneIx),
    /// A process that no pool stands for.
    Process(ProcessIx),
    /// A choreography, whose steps are everybody's.
    Choreography,
}

/// The rows, and which of them each step lies in.
pub(super) struct Rows<'m> {
    model: &'m Model,
    extensions: &'m Extensions,
    customers: BTreeSet<ParticipantIx>,
    organisation: Option<ProcessIx>,
    found: BTreeMap<(Visibility, usize), Source>,
}

impl<'m> Rows<'m> {
    pub(super) fn new(model: &'m Model, extensions: &'m Extensions) -> Self {
        let mut rows = Self {
            model,
            extensions,
            customers: BTreeSet::new(),
            organisation: None,
            found: BTreeMap::new(),
        };
        rows.customers = rows.customers();
        rows.organisation = rows.organisation();
        rows
    }

    /// Pools that are said or named to be the customer's; if none is, nor a lane, the first that nobody sees into.
    fn customers(&self) -> BTreeSet<ParticipantIx> {
        let pools = || (0..self.model.participants.len()).map(ParticipantIx::new);
        let said = |pool| self.extensions.pools.get(&pool).map(|&line| line == Visibility::Customer);
        let named: BTreeSet<_> = pools()
            .filter(|&pool| said(pool).unwrap_or_else(|| is_customer(&self.model[pool].base.name)))
            .collect();
        let in_lane = self.extensions.lanes.values().any(|&line| line == Visibility::Customer)
            || self.extensions.steps.values().any(|step| step.line == Some(Visibility::Customer))
            || self.model.lanes.iter().any(|lane| is_customer(&lane.base.name));
        if named.is_empty() && !in_lane {
            return pools()
                .find(|&pool| said(pool).is_none() && self.model[pool].process.is_none())
                .into_iter()
                .collect();
        }
        named
    }

    /// The process with the most steps that is not a customer's.
    fn organisation(&self) -> Option<ProcessIx> {
        let processes = (0..self.model.processes.len()).map(ProcessIx::new);
        processes
            .filter(|&process| {
                !self.model.participants_of(process).any(|pool| self.customers.contains(&pool))
            })
            .max_by_key(|&process| {
                (self.model[self.model[process].scope].nodes.len(), std::cmp::Reverse(process))
            })
    }

    /// The row that a step lies in, by its line and its place among the sources.
    pub(super) fn of_step(&mut self, node: NodeIx) -> (Visibility, usize) {
        let source = self.source(node);
        let line = self.extensions.steps.get(&node).and_then(|step| step.line);
        let line = line.unwrap_or_else(|| self.line(source));
        self.row(line, source)
    }

    /// The row of a pool that nobody sees into.
    pub(super) fn of_pool(&mut self, pool: ParticipantIx) -> (Visibility, usize) {
        self.row(self.line(Source::Pool(pool)), Source::Pool(pool))
    }

    /// Rows of lanes and pools that hold no step.
    pub(super) fn add_empty(&mut self) {
        let known: BTreeSet<Source> = self.found.values().copied().collect();
        let lanes = (0..self.model.lanes.len()).map(LaneIx::new);
        let leaves = lanes.filter(|&lane| self.model[lane].children.is_empty()).map(Source::Lane);
        let pools = (0..self.model.participants.len()).map(ParticipantIx::new);
        let closed = pools.filter(|&pool| {
            let process = self.model[pool].process;
            process.is_none_or(|process| self.model[self.model[process].scope].lanes.is_empty())
        });
        for source in leaves
            .chain(closed.map(Source::Pool))
            .filter(|source| !known.contains(source))
            .collect::<Vec<_>>()
        {
            self.row(self.line(source), source);
        }
    }

    /// What a row is made from.
    pub(super) fn made_from(&self, row: (Visibility, usize)) -> Option<Source> {
        self.found.get(&row).copied()
    }

    fn row(&mut self, line: Visibility, source: Source) -> (Visibility, usize) {
        let place = match source {
            Source::Pool(pool) => self.model[pool].base.origin.node,
            Source::Lane(lane) => self.model[lane].base.origin.node,
            Source::Process(process) => self.model[process].base.origin.node,
            Source::Choreography => self.model.definitions.base.origin.node,
        };
        let row = (line, place.number());
        self.found.insert(row, source);
        row
    }

    fn source(&self, node: NodeIx) -> Source {
        if let Some(lane) = self.model.lane_of(node) {
            return Source::Lane(lane);
        }
        match self.model[self.model[outermost(self.model, node)].scope].owner {
            ScopeOwner::Process(process) => {
                let pool = self.model.participants_of(process).next();
                pool.map_or(Source::Process(process), Source::Pool)
            }
            ScopeOwner::Choreography(_) | ScopeOwner::Node(_) => Source::Choreography,
        }
    }

    /// How what a row is made from stands to the customer.
    fn line(&self, source: Source) -> Visibility {
        match source {
            Source::Lane(lane) => self.line_of_lane(lane),
            Source::Pool(pool) => self.line_of_pool(pool).unwrap_or_else(|| {
                let inside = self.model[pool].process.map(|process| self.nodes_of(process));
                self.by_work(&inside.unwrap_or_default())
            }),
            Source::Process(process) => self.by_work(&self.nodes_of(process)),
            Source::Choreography => Visibility::Front,
        }
    }

    fn line_of_lane(&self, lane: LaneIx) -> Visibility {
        let mut at = Some(lane);
        while let Some(lane) = at {
            if let Some(&line) = self.extensions.lanes.get(&lane) {
                return line;
            }
            if is_customer(&self.model[lane].base.name) {
                return Visibility::Customer;
            }
            at = self.model[lane].parent;
        }
        let process = self.model.process_of_scope(self.model[lane].scope);
        let pool = process.and_then(|process| self.model.participants_of(process).next());
        let of_pool = pool.and_then(|pool| self.line_of_pool(pool));
        of_pool.unwrap_or_else(|| self.by_work(&self.model[lane].nodes))
    }

    /// How a pool stands to the customer; nothing for the organisation's own, whose lanes differ.
    fn line_of_pool(&self, pool: ParticipantIx) -> Option<Visibility> {
        if let Some(&line) = self.extensions.pools.get(&pool) {
            return Some(line);
        }
        if self.customers.contains(&pool) {
            return Some(Visibility::Customer);
        }
        let is_own = self.organisation.is_some() && self.model[pool].process == self.organisation;
        (!is_own).then_some(Visibility::Partner)
    }

    /// Work of programs alone is a system's; who exchanges messages with the customer stands in front.
    fn by_work(&self, nodes: &[NodeIx]) -> Visibility {
        let is_program = |&&node: &&NodeIx| {
            matches!(
                &self.model[node].kind,
                NodeKind::Task {
                    task: TaskKind::Service { .. } | TaskKind::Script { .. } | TaskKind::BusinessRule,
                    ..
                }
            )
        };
        let steps: Vec<NodeIx> =
            nodes.iter().copied().filter(|&node| self.model[node].activity().is_some()).collect();
        if !steps.is_empty() && steps.iter().all(|node| is_program(&node)) {
            return Visibility::System;
        }
        let meets = self.model.message_flows.iter().any(|flow| {
            let ends = [flow.source, flow.target];
            let here = |end: &Option<ElementRef>| {
                matches!(end, Some(ElementRef::Node(node)) if nodes.contains(&outermost(self.model, *node)))
            };
            ends.iter().any(here) && ends.iter().flatten().any(|&end| self.is_customers(end))
        });
        if meets { Visibility::Front } else { Visibility::Back }
    }

    fn is_customers(&self, element: ElementRef) -> bool {
        let has = |pool| self.customers.contains(&pool);
        match element {
            ElementRef::Participant(pool) => has(pool),
            ElementRef::Node(node) => self
                .model
                .process_of(node)
                .is_some_and(|process| self.model.participants_of(process).any(has)),
            _ => false,
        }
    }

    /// The steps of a process that lie in none of its lanes.
    fn nodes_of(&self, process: ProcessIx) -> Vec<NodeIx> {
        let nodes = self.model[self.model[process].scope].nodes.iter().copied();
        nodes.filter(|&node| self.model[node].lane.is_none()).collect()
    }

    /// The lanes of the map from top to bottom, and the number of each row among them.
    pub(super) fn lanes(&self) -> (Vec<Lane>, BTreeMap<(Visibility, usize), usize>) {
        let mut lanes: Vec<Lane> = Vec::new();
        let mut numbers = BTreeMap::new();
        if self.found.keys().next().is_none_or(|(line, _)| *line != Visibility::Customer) {
            lanes.push(Lane { id: "customer".into(), name: String::new(), visibility: Visibility::Customer });
        }
        for (&(line, place), source) in &self.found {
            let (id, name) = match source {
                Source::Pool(pool) => named(&self.model[*pool].base),
                Source::Lane(lane) => named(&self.model[*lane].base),
                Source::Process(process) => named(&self.model[*process].base),
                Source::Choreography => named(&self.model.definitions.base),
            };
            let mut unique = if id.is_empty() { line.to_string() } else { id };
            while lanes.iter().any(|lane| lane.id == unique) {
                unique = format!("{unique}-{line}");
            }
            numbers.insert((line, place), lanes.len());
            lanes.push(Lane { id: unique, name, visibility: line });
        }
        (lanes, numbers)
    }
}

fn named(base: &crate::model::Base) -> (String, String) {
    (base.id.clone(), if base.name.is_empty() { base.id.clone() } else { base.name.clone() })
}

fn is_customer(name: &str) -> bool {
    let name = name.trim().to_lowercase();
    let mut words = name.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let first = words.next().unwrap_or_default();
    let last = words.next_back().unwrap_or(first);
    let is = |word: &str, stems: &[&str]| {
        let ending = |stem: &&str| word.strip_prefix(stem).map(|ending| ending.chars().count());
        stems.iter().filter_map(ending).any(|letters| letters <= MAX_ENDING)
    };
    is(last, ENGLISH)
        || is(first, SLAVIC)
        || is(last, SLAVIC)
        || CHINESE.iter().any(|word| name.ends_with(word))
}

#[cfg(test)]
mod tests {
    use super::is_customer;

    #[test]
    fn customers_are_known_by_name() {
        for name in
            ["Customer", "The customers", "Private client", "Клиентът", "Klientka indywidualna", "新客户"]
        {
            assert!(is_customer(name), "{name}");
        }
        for name in ["Customer service", "Client Onboarding", "Клиентский отдел", "客户服务", "Bank", ""]
        {
            assert!(!is_customer(name), "{name}");
        }
    }
}
