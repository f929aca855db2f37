//! Steps: added, moved, merged, taken away.

use super::Refusal;
use super::elements::Work;
use super::flows::Tip;
use super::links::{messages_from, messages_to};
use super::sheet::Home;
use super::verb::Place;
use super::web::{Tie, Web};
use crate::extension::{Extensions, NAMESPACE, StepExtension, Times};
use crate::map::Visibility;
use crate::model::namespace::MODEL;
use crate::model::{ElementRef, FlowIx, MessageFlowIx, Model, NodeIx};
use crate::xml::NodeId;

impl Work {
    /// A new step without flows.
    pub(super) fn add_step(&mut self, id: &str, name: &str, home: Home, line: Visibility) -> Option<()> {
        let process = self.home_process(home)?;
        let local = if line == Visibility::System { "serviceTask" } else { "task" };
        let node = self.element(process, local, id);
        self.document.set_attribute(node, "", "name", name);
        if let Home::Lane(lane) = home {
            let model = self.model();
            self.enter_lane(model[lane].base.origin.node, id);
        }
        self.touched.insert(id.to_owned());
        Some(())
    }

    /// Puts a step without flows where its place is, as far as all of it lies in one process; what lies in others is tied
    /// afterwards.
    pub(super) fn put(&mut self, id: &str, at: &Place) -> Option<()> {
        let model = self.model();
        let node = model.node(id)?;
        let named = match at {
            Place::Loose => return Some(()),
            Place::After(step) | Place::Before(step) => model.node(step)?,
            Place::Between(from, _) => model.node(from)?,
        };
        if model[named].scope != model[node].scope {
            return Some(());
        }
        match at {
            Place::Loose => {}
            Place::After(step) => {
                for &flow in &model[named].outgoing {
                    self.lead(&model, flow, Tip::Source, id);
                }
                self.add_flow(step, id);
            }
            Place::Before(step) => {
                for &flow in &model[named].incoming {
                    self.lead(&model, flow, Tip::Target, id);
                }
                self.add_flow(id, step);
            }
            Place::Between(_, to) => {
                let web = Web::of(&model);
                let to = model.node(to)?;
                let own = web.between(named, to).into_iter().filter(|&at| web.is_own(at, named, to));
                let own = own.map(|at| web.strands[at]).find_map(|strand| match strand.tie {
                    Tie::Flow(flow) => Some((flow, strand.to)),
                    _ => None,
                });
                if let Some((flow, target)) = own {
                    self.lead(&model, flow, Tip::Target, id);
                    self.add_flow(id, &model[target].base.id);
                }
            }
        }
        Some(())
    }

    /// Takes a step out of the flow: what led to it leads on to what it led to.
    pub(super) fn splice(&mut self, id: &str) -> Option<()> {
        let model = self.model();
        let node = model.node(id)?;
        let others = |flows: &[FlowIx], end: fn(&Model, FlowIx) -> Option<NodeIx>| -> Vec<FlowIx> {
            flows.iter().copied().filter(|&flow| end(&model, flow) != Some(node)).collect()
        };
        let into = others(&model[node].incoming, |model, flow| model[flow].source);
        let out = others(&model[node].outgoing, |model, flow| model[flow].target);
        match (&into[..], &out[..]) {
            ([_, ..], &[only]) => {
                let target = model[only].target?;
                for &flow in &into {
                    if model[flow].source == Some(target) {
                        self.remove_flow(&model, flow);
                    } else {
                        self.lead(&model, flow, Tip::Target, &model[target].base.id);
                    }
                }
                self.remove_flow(&model, only);
            }
            (&[only], [_, ..]) => {
                let source = model[only].source?;
                for &flow in &out {
                    if model[flow].target == Some(source) {
                        self.remove_flow(&model, flow);
                    } else {
                        self.lead(&model, flow, Tip::Source, &model[source].base.id);
                    }
                }
                self.remove_flow(&model, only);
            }
            ([_, ..], [_, ..]) => {
                let gateway = self.node_beside(id, "exclusiveGateway", &format!("choice_{id}"))?;
                for flow in into {
                    self.lead(&model, flow, Tip::Target, &gateway);
                }
                for flow in out {
                    self.lead(&model, flow, Tip::Source, &gateway);
                }
            }
            _ => into.into_iter().chain(out).for_each(|flow| self.remove_flow(&model, flow)),
        }
        for message in open_messages(&model, node) {
            self.silence(&model, message);
        }
        Some(())
    }

    /// Moves a step to a row, with the events on its border and the nameless ones that are its own.
    pub(super) fn settle(&mut self, id: &str, home: Home) -> Result<(), Refusal> {
        let not_here = || Refusal::NotHere { what: id.to_owned() };
        let model = self.model();
        let node = model.node(id).ok_or_else(not_here)?;
        let process = self.home_process(home).ok_or_else(not_here)?;
        let model = if self.process_of(node) == Some(process) {
            let companions = companions(&model, node);
            for member in std::iter::once(node).chain(companions) {
                let id = model[member].base.id.clone();
                self.leave_lanes(&model, &id);
                if let Home::Lane(lane) = home {
                    self.enter_lane(model[lane].base.origin.node, &id);
                }
            }
            return Ok(());
        } else {
            model
        };
        let it = &model[node];
        // What hangs on a step in its process does not come along.
        if !it.boundary.is_empty() || !it.data_inputs.is_empty() || !it.data_outputs.is_empty() {
            return Err(not_here());
        }
        for &flow in it.incoming.iter().chain(&it.outgoing) {
            self.remove_flow(&model, flow);
        }
        for message in open_messages(&model, node) {
            self.silence(&model, message);
        }
        self.leave_lanes(&model, id);
        let behind = self.behind(process);
        self.document.graft(it.base.origin.node, process, behind);
        self.changed();
        if let Home::Lane(lane) = home {
            self.enter_lane(model[lane].base.origin.node, id);
        }
        self.touched.insert(id.to_owned());
        Ok(())
    }

    /// Makes one step of two.
    pub(super) fn merge(&mut self, id: &str, with: &str) -> Option<()> {
        let model = self.model();
        let (node, other) = (model.node(id)?, model.node(with)?);
        self.merge_what_is_said(&model, node, other);
        for &boundary in &model[other].boundary {
            self.document.set_attribute(model[boundary].base.origin.node, "", "attachedToRef", id);
        }
        for message in messages_to(&model, other).collect::<Vec<_>>() {
            self.lead_message(&model, message, Tip::Target, id);
        }
        for message in messages_from(&model, other).collect::<Vec<_>>() {
            self.lead_message(&model, message, Tip::Source, id);
        }
        if model[node].scope == model[other].scope {
            let is_tie = |flow: FlowIx| {
                let ends = [model[flow].source, model[flow].target];
                ends == [Some(node), Some(other)] || ends == [Some(other), Some(node)]
            };
            let goes_on = model[node].outgoing.iter().any(|&flow| !is_tie(flow));
            for &flow in model[other].incoming.iter().filter(|&&flow| !is_tie(flow)) {
                self.lead(&model, flow, Tip::Target, id);
            }
            // Where the first leads on by itself, the ways of both are tied behind one gateway afterwards.
            for &flow in model[other].outgoing.iter().filter(|&&flow| !is_tie(flow) && !goes_on) {
                self.lead(&model, flow, Tip::Source, id);
            }
        }
        self.answer_instead(with, Some(id));
        self.remove_associations(&model, with);
        self.remove_node(with);
        self.touched.insert(id.to_owned());
        Some(())
    }

    /// Takes a step away that was taken out of the flow.
    pub(super) fn take_away(&mut self, id: &str) -> Option<()> {
        let model = self.model();
        let node = model.node(id)?;
        for &boundary in &model[node].boundary {
            self.remove_node(&model[boundary].base.id);
        }
        self.answer_instead(id, None);
        self.remove_associations(&model, id);
        self.remove_node(id);
        Some(())
    }

    /// The element of the process of a row; a pool that nobody sees into, and with which nobody speaks, is given one.
    fn home_process(&mut self, home: Home) -> Option<NodeId> {
        if let Some(process) = self.process_in(home) {
            return Some(process);
        }
        let Home::Pool(pool) = home else { return None };
        let model = self.model();
        let is_end = |end: Option<ElementRef>| end == Some(ElementRef::Participant(pool));
        if model.message_flows.iter().any(|flow| is_end(flow.source) || is_end(flow.target)) {
            return None;
        }
        let id = self.fresh(&format!("process_{}", model[pool].base.id));
        self.new_process(&id, &model[pool].base.name);
        self.document.set_attribute(model[pool].base.origin.node, "", "processRef", &id);
        self.changed();
        self.process_in(home)
    }

    /// Scenarios that a step answered are answered by another, or not by it.
    fn answer_instead(&mut self, step: &str, by: Option<&str>) {
        let model = self.model();
        for process in &model.processes {
            let element = process.base.origin.node;
            let Some(said) = self.document.child(element, MODEL, "extensionElements") else { continue };
            let Some(said) = self.document.child(said, NAMESPACE, "process") else { continue };
            let scenarios: Vec<NodeId> = self.document.elements(said).map(|(node, _)| node).collect();
            for scenario in scenarios {
                let step_of = |node: NodeId| self.document.attribute(node, "", "step").map(str::trim);
                let answers: Vec<NodeId> = self
                    .document
                    .elements(scenario)
                    .map(|(node, _)| node)
                    .filter(|&node| self.document.is(node, NAMESPACE, "answer"))
                    .collect();
                let is_answered = by.is_none() || answers.iter().any(|&node| step_of(node) == by);
                let found: Vec<NodeId> =
                    answers.into_iter().filter(|&node| step_of(node) == Some(step)).collect();
                for answer in found {
                    match by {
                        Some(by) if !is_answered => self.document.set_attribute(answer, "", "step", by),
                        _ => self.document.remove(answer),
                    }
                    self.changed();
                }
            }
        }
    }

    /// Takes lines to annotations away that began or ended at a step.
    fn remove_associations(&mut self, model: &Model, id: &str) {
        for artifact in &model.artifacts {
            let element = artifact.base.origin.node;
            let ends = ["sourceRef", "targetRef"].map(|end| self.document.attribute(element, "", end));
            if ends.contains(&Some(id)) {
                self.remove(element);
            }
        }
    }

    fn merge_what_is_said(&mut self, model: &Model, node: NodeIx, other: NodeIx) {
        let (said, _) = Extensions::read(&self.document, model);
        let element = model[node].base.origin.node;
        for text in &model[other].base.documentation {
            let behind = self.document.elements(element).find(|(_, name)| name.local != "documentation");
            let behind = behind.map(|(node, _)| node);
            let documentation = self.document.insert(element, behind, MODEL, "documentation");
            self.document.set_text(documentation, text);
        }
        if let Some(more) = said.steps.get(&other) {
            let merged = both(said.steps.get(&node).cloned().unwrap_or_default(), more);
            merged.write(&mut self.document, element);
        }
        self.changed();
    }
}

/// What is said of two steps, of one: what the first says counts, times and costs add up.
fn both(mut one: StepExtension, other: &StepExtension) -> StepExtension {
    let texts = [
        (&mut one.phase, &other.phase),
        (&mut one.channel, &other.channel),
        (&mut one.promise, &other.promise),
        (&mut one.owner, &other.owner),
    ];
    for (known, more) in texts {
        if known.is_none() {
            known.clone_from(more);
        }
    }
    one.value_adding = match (one.value_adding, other.value_adding) {
        (Some(one), Some(other)) => Some(one || other),
        (one, other) => one.or(other),
    };
    one.cost = match (one.cost.take(), &other.cost) {
        (Some(mut cost), Some(more)) if cost.currency == more.currency => {
            cost.minor_units = cost.minor_units.saturating_add(more.minor_units);
            Some(cost)
        }
        (Some(cost), _) => Some(cost),
        (None, more) => more.clone(),
    };
    let sum = |one: Option<f64>, other: Option<f64>| match (one, other) {
        (Some(one), Some(other)) => Some(one + other),
        (one, other) => one.or(other),
    };
    one.times = Times {
        process_s: sum(one.times.process_s, other.times.process_s),
        waiting_s: sum(one.times.waiting_s, other.times.waiting_s),
        accurate_percent: match (one.times.accurate_percent, other.times.accurate_percent) {
            (Some(one), Some(other)) => Some(one * other / 100.0),
            (one, other) => one.or(other),
        },
    };
    for emotion in &other.emotions {
        match one.emotions.iter_mut().find(|known| known.name == emotion.name) {
            Some(known) => known.strength = known.strength.max(emotion.strength),
            None => one.emotions.push(emotion.clone()),
        }
    }
    let new: Vec<_> = other.failures.iter().filter(|it| !one.failures.contains(it)).cloned().collect();
    one.failures.extend(new);
    let is_new = |it: &&crate::extension::CompetitorScore| {
        one.scores.iter().all(|known| known.competitor != it.competitor)
    };
    let new: Vec<_> = other.scores.iter().filter(is_new).cloned().collect();
    one.scores.extend(new);
    let new: Vec<_> = other.ideas.iter().filter(|it| !one.ideas.contains(it)).cloned().collect();
    one.ideas.extend(new);
    one
}

/// Messages between a node and nodes of other pools.
fn open_messages(model: &Model, node: NodeIx) -> Vec<MessageFlowIx> {
    let is_open = |flow: &MessageFlowIx| {
        let is_node = |end| matches!(end, Some(ElementRef::Node(_)));
        is_node(model[*flow].source) && is_node(model[*flow].target)
    };
    messages_to(model, node).chain(messages_from(model, node)).filter(is_open).collect()
}

/// Events on the border of a step, and nameless nodes that only it leads to or that lead only to it.
fn companions(model: &Model, node: NodeIx) -> Vec<NodeIx> {
    let nameless = |at: &NodeIx| !crate::customer::is_step(model, *at);
    let before = model[node].incoming.iter().filter_map(|&flow| model[flow].source);
    let before = before.filter(|&at| model[at].incoming.is_empty() && model[at].outgoing.len() == 1);
    let after = model[node].outgoing.iter().filter_map(|&flow| model[flow].target);
    let mut after: Vec<NodeIx> = after.filter(|&at| model[at].incoming.len() == 1).filter(nameless).collect();
    let beyond = after.iter().flat_map(|&at| &model[at].outgoing).filter_map(|&flow| model[flow].target);
    let beyond: Vec<NodeIx> = beyond.filter(|&at| model[at].incoming.len() == 1).filter(nameless).collect();
    after.extend(beyond);
    let mut all: Vec<NodeIx> = model[node].boundary.clone();
    all.extend(before.filter(nameless).chain(after));
    all.retain(|&at| at != node);
    all
}
