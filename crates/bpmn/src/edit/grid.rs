//! What the grid shows of a document: every lane and step, also those that no case can come to yet.

use super::web::Web;
use crate::customer::{Parts, parts};
use crate::extension::Extensions;
use crate::map::{Lane, StepKind};
use crate::model::{FlowIx, Model};
use std::collections::BTreeMap;

/// A step of the grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GridStep {
    /// Identifier.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// Identifier of its lane.
    pub lane: String,
    /// What it stands for.
    pub kind: StepKind,
    /// The part of the customer's way that it belongs to.
    pub stage: Option<String>,
    /// Whether it is a message of a pool that nobody sees into, of which only the name can be changed here.
    pub is_message: bool,
}

/// Lanes, steps and flows of a document, by identifier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// The lanes from top to bottom.
    pub lanes: Vec<Lane>,
    /// The steps, in the order of the file.
    pub steps: Vec<GridStep>,
    /// What follows what, with what is written at the arrow.
    pub flows: BTreeMap<(String, String), String>,
}

impl Grid {
    pub(super) fn of(model: &Model, extensions: &Extensions) -> (Self, Parts) {
        let parts = parts(model, extensions);
        let web = Web::of(model);
        let step = |(at, step): (usize, &crate::map::Step)| GridStep {
            id: step.id.clone(),
            name: step.name.clone(),
            lane: parts.lanes[step.lane].id.clone(),
            kind: step.kind,
            stage: parts.nodes[at].and_then(|node| extensions.steps.get(&node)?.phase.clone()),
            is_message: parts.nodes[at].is_none(),
        };
        let steps: Vec<GridStep> = parts.steps.iter().enumerate().map(step).collect();
        let named = model.flows.iter().any(|flow| !flow.base.name.is_empty())
            || model.message_flows.iter().any(|flow| !flow.base.name.is_empty());
        let flows = parts.flows.iter().map(|flow| {
            let name = match (named, parts.nodes[flow.from], parts.nodes[flow.to]) {
                (true, Some(from), Some(to)) => web.name(model, from, to),
                _ => String::new(),
            };
            ((steps[flow.from].id.clone(), steps[flow.to].id.clone()), name)
        });
        let flows = flows.collect();
        (Self { lanes: parts.lanes.clone(), steps, flows }, parts)
    }

    /// The step with an identifier.
    #[must_use]
    pub fn step(&self, id: &str) -> Option<&GridStep> {
        self.steps.iter().find(|step| step.id == id)
    }

    /// The lane with an identifier.
    #[must_use]
    pub fn lane(&self, id: &str) -> Option<&Lane> {
        self.lanes.iter().find(|lane| lane.id == id)
    }

    /// Identifiers of what follows a step.
    pub fn after<'g>(&'g self, step: &'g str) -> impl Iterator<Item = &'g str> {
        self.flows.keys().filter(move |(from, _)| from == step).map(|(_, to)| to.as_str())
    }

    /// Identifiers of what comes before a step.
    pub fn before<'g>(&'g self, step: &'g str) -> impl Iterator<Item = &'g str> {
        self.flows.keys().filter(move |(_, to)| to == step).map(|(from, _)| from.as_str())
    }

    /// Steps that nothing leads to and nothing leads from, unless one is alone.
    pub fn loose(&self) -> impl Iterator<Item = &str> {
        let touches = |id: &str| self.flows.keys().any(|(from, to)| from != to && (from == id || to == id));
        let many = self.steps.len() > 1;
        self.steps.iter().map(|step| step.id.as_str()).filter(move |id| many && !touches(id))
    }
}

/// What is written at a sequence flow.
pub(super) fn flow_name(model: &Model, flow: FlowIx) -> &str {
    &model[flow].base.name
}
