//! The extension into a document: what is known is set, what is not known is left as it is.

use super::read::extension;
use super::{NAMESPACE, ProcessExtension, StepExtension};
use crate::map::Visibility;
use crate::model::namespace::MODEL;
use crate::xml::{Document, NodeId};

impl ProcessExtension {
    /// Writes what is said of a process into its element.
    pub fn write(&self, document: &mut Document, process: NodeId) {
        let mut writer = Writer::new(document, process, "process", &["scenario", "competitor"]);
        writer.set("stage", self.stage.map(|stage| stage.as_str().to_owned()));
        writer.set("initiator", self.initiator.clone());
        writer.set("owner", self.owner.clone());
        for scenario in &self.scenarios {
            let node = writer.add("scenario");
            writer.put(node, "name", Some(scenario.name.clone()).filter(|name| !name.is_empty()));
            writer.put(node, "reason", scenario.reason.clone());
            writer.put(node, "channel", scenario.channel.clone());
            for step in &scenario.steps {
                let answer = writer.document.append(node, NAMESPACE, "answer");
                writer.put(answer, "step", Some(step.clone()));
            }
        }
        for competitor in &self.competitors {
            let node = writer.add("competitor");
            writer.put(node, "name", Some(competitor.clone()));
        }
        writer.finish();
    }
}

impl StepExtension {
    /// Writes what is said of a step into its element.
    pub fn write(&self, document: &mut Document, step: NodeId) {
        let parts = ["cost", "times", "emotion", "failure", "score", "idea"];
        let mut writer = Writer::new(document, step, "step", &parts);
        writer.set("line", self.line.map(|line| line.to_string()));
        writer.set("phase", self.phase.clone());
        writer.set("channel", self.channel.clone());
        writer.set("promise", self.promise.clone());
        writer.set("owner", self.owner.clone());
        writer.set("valueAdding", self.value_adding.map(|adding| adding.to_string()));
        writer.set("good", self.good.map(|good| good.to_string()));
        if let Some(cost) = &self.cost {
            let node = writer.add("cost");
            writer.put(node, "amount", Some(cost.amount()));
            writer.put(node, "currency", Some(cost.currency.clone()));
        }
        if self.times != super::Times::default() {
            let node = writer.add("times");
            let number = |value: Option<f64>| value.map(|value| value.to_string());
            writer.put(node, "processSeconds", number(self.times.process_s));
            writer.put(node, "waitingSeconds", number(self.times.waiting_s));
            writer.put(node, "accuratePercent", number(self.times.accurate_percent));
        }
        for emotion in &self.emotions {
            let node = writer.add("emotion");
            writer.put(node, "name", Some(emotion.name.clone()));
            writer.put(node, "strength", Some(emotion.strength.to_string()));
        }
        for failure in &self.failures {
            let node = writer.add("failure");
            writer.put(node, "what", Some(failure.what.clone()));
            writer.put(node, "severity", Some(failure.severity.to_string()));
            writer.put(node, "occurrence", Some(failure.occurrence.to_string()));
            writer.put(node, "detection", Some(failure.detection.to_string()));
        }
        for score in &self.scores {
            let node = writer.add("score");
            writer.put(node, "competitor", Some(score.competitor.clone()));
            writer.put(node, "score", Some(score.score.to_string()));
            writer.put(node, "source", score.source.clone());
            writer.put(node, "n", score.n.map(|n| n.to_string()));
            writer.put(node, "deviation", score.deviation.map(|deviation| deviation.to_string()));
        }
        for idea in &self.ideas {
            let node = writer.add("idea");
            writer.put(node, "what", Some(idea.clone()));
        }
        writer.finish();
    }
}

/// Writes how a lane or pool stands to the customer into its element, or takes it away.
pub fn write_line(document: &mut Document, lane: NodeId, line: Option<Visibility>) {
    let mut writer = Writer::new(document, lane, "lane", &[]);
    writer.set("line", line.map(|line| line.to_string()));
    writer.finish();
}

/// Writes the part of the customer's way that a step belongs to into its element, or takes it away.
pub fn write_phase(document: &mut Document, step: NodeId, phase: Option<&str>) {
    let mut writer = Writer::new(document, step, "step", &[]);
    writer.set("phase", phase.map(str::to_owned));
    writer.finish();
}

/// Writes how a step stands to the customer, where that differs from its lane, into its element, or takes it away.
pub fn write_step_line(document: &mut Document, step: NodeId, line: Option<Visibility>) {
    let mut writer = Writer::new(document, step, "step", &[]);
    writer.set("line", line.map(|line| line.to_string()));
    writer.finish();
}

struct Writer<'d> {
    document: &'d mut Document,
    /// The extension's element.
    node: NodeId,
}

impl<'d> Writer<'d> {
    /// Finds or makes the extension's element of an element, and takes the parts away that are to be written.
    fn new(document: &'d mut Document, element: NodeId, name: &'static str, parts: &[&str]) -> Self {
        let node = match extension(document, element, name) {
            Some(node) => node,
            None => {
                let elements = extension_elements(document, element);
                document.append(elements, NAMESPACE, name)
            }
        };
        let known: Vec<NodeId> = document
            .elements(node)
            .filter(|(_, name)| name.namespace == NAMESPACE && parts.contains(&name.local))
            .map(|(child, _)| child)
            .collect();
        for child in known {
            document.remove(child);
        }
        Self { document, node }
    }

    fn set(&mut self, name: &'static str, value: Option<String>) {
        self.put(self.node, name, value);
    }

    fn put(&mut self, node: NodeId, name: &'static str, value: Option<String>) {
        match value {
            Some(value) => self.document.set_attribute(node, "", name, &value),
            None => self.document.remove_attribute(node, "", name),
        }
    }

    fn add(&mut self, name: &'static str) -> NodeId {
        self.document.append(self.node, NAMESPACE, name)
    }

    /// Leaves nothing behind that says nothing.
    fn finish(self) {
        let Self { document, node } = self;
        let is_empty = |document: &Document, node| {
            document.children(node).is_empty() && document.attributes(node).next().is_none()
        };
        if is_empty(document, node) {
            let elements = document.parent(node);
            document.remove(node);
            if let Some(elements) = elements.filter(|&elements| is_empty(document, elements)) {
                document.remove(elements);
            }
        }
    }
}

/// The `extensionElements` of an element; made after its documentation, where the standard has it.
fn extension_elements(document: &mut Document, element: NodeId) -> NodeId {
    if let Some(node) = document.child(element, MODEL, "extensionElements") {
        return node;
    }
    let after =
        document.elements(element).find(|(_, name)| name.local != "documentation").map(|(node, _)| node);
    document.insert(element, after, MODEL, "extensionElements")
}
