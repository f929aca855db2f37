//! The extension from a document; wrong values are listed and left out.

use super::{
    CompetitorScore, Emotion, Extensions, FailurePoint, Money, NAMESPACE, ProcessExtension, Scenario, Stage,
    StepExtension, Times,
};
use crate::map::Visibility;
use crate::model::namespace::MODEL;
use crate::model::{ElementRef, LaneIx, Model, NodeIx, ParticipantIx, Problem, ProblemKind, ProcessIx};
use crate::xml::{Document, NodeId};

impl Extensions {
    /// Gathers the extension from a document and the model that was read from it, and lists what is wrong.
    #[must_use]
    pub fn read(document: &Document, model: &Model) -> (Self, Vec<Problem>) {
        let mut values = Values { document, problems: Vec::new() };
        let mut extensions = Self::default();
        for (at, process) in model.processes.iter().enumerate() {
            if let Some(node) = extension(document, process.base.origin.node, "process") {
                extensions.processes.insert(ProcessIx::new(at), values.process(node, model));
            }
        }
        for (at, step) in model.nodes.iter().enumerate() {
            if let Some(node) = extension(document, step.base.origin.node, "step") {
                extensions.steps.insert(NodeIx::new(at), values.step(node));
            }
        }
        for (at, lane) in model.lanes.iter().enumerate() {
            let line = values.line_of(lane.base.origin.node);
            extensions.lanes.extend(line.map(|line| (LaneIx::new(at), line)));
        }
        for (at, pool) in model.participants.iter().enumerate() {
            let line = values.line_of(pool.base.origin.node);
            extensions.pools.extend(line.map(|line| (ParticipantIx::new(at), line)));
        }
        values.problems.sort_by_key(|problem| problem.place);
        (extensions, values.problems)
    }
}

/// The element of the extension of this name that an element of BPMN has.
pub(super) fn extension(document: &Document, element: NodeId, name: &str) -> Option<NodeId> {
    document.child(document.child(element, MODEL, "extensionElements")?, NAMESPACE, name)
}

struct Values<'d> {
    document: &'d Document,
    problems: Vec<Problem>,
}

impl<'d> Values<'d> {
    fn process(&mut self, node: NodeId, model: &Model) -> ProcessExtension {
        ProcessExtension {
            stage: self.word(node, "stage", "a stage", |word| {
                Stage::ALL.into_iter().find(|stage| stage.as_str() == word)
            }),
            initiator: self.text(node, "initiator"),
            owner: self.text(node, "owner"),
            scenarios: self.each(node, "scenario", |values, node| Some(values.scenario(node, model))),
            competitors: self.each(node, "competitor", |values, node| values.needed(node, "name")),
        }
    }

    fn scenario(&mut self, node: NodeId, model: &Model) -> Scenario {
        Scenario {
            name: self.text(node, "name").unwrap_or_default(),
            reason: self.text(node, "reason"),
            channel: self.text(node, "channel"),
            steps: self.each(node, "answer", |values, node| {
                let step = values.needed(node, "step")?;
                if !matches!(model.element(&step), Some(ElementRef::Node(_))) {
                    let kind = ProblemKind::BrokenReference { attribute: "step", text: step.clone() };
                    values.problem(node, kind);
                }
                Some(step)
            }),
        }
    }

    fn step(&mut self, node: NodeId) -> StepExtension {
        StepExtension {
            line: self.line(node),
            phase: self.text(node, "phase"),
            channel: self.text(node, "channel"),
            promise: self.text(node, "promise"),
            owner: self.text(node, "owner"),
            value_adding: self.flag(node, "valueAdding"),
            good: self.flag(node, "good"),
            cost: self.each(node, "cost", Self::cost).into_iter().next(),
            times: self.each(node, "times", Self::times).into_iter().next().unwrap_or_default(),
            emotions: self.each(node, "emotion", Self::emotion),
            failures: self.each(node, "failure", Self::failure),
            scores: self.each(node, "score", Self::score),
            ideas: self.each(node, "idea", |values, node| values.needed(node, "what")),
        }
    }

    fn cost(&mut self, node: NodeId) -> Option<Money> {
        let (amount, currency) = (self.needed(node, "amount")?, self.needed(node, "currency")?);
        let money = Money::read(&amount, &currency).ok();
        if money.is_none() {
            self.bad(
                node,
                "amount",
                &format!("{amount} {currency}"),
                "an amount of a currency, as 12.50 EUR",
            );
        }
        money
    }

    fn times(&mut self, node: NodeId) -> Option<Times> {
        Some(Times {
            process_s: self.number(node, "processSeconds", 0.0, f64::MAX, "a number of seconds"),
            waiting_s: self.number(node, "waitingSeconds", 0.0, f64::MAX, "a number of seconds"),
            accurate_percent: self.number(node, "accuratePercent", 0.0, 100.0, "a number from 0 to 100"),
        })
    }

    fn emotion(&mut self, node: NodeId) -> Option<Emotion> {
        self.needed(node, "strength")?;
        let strength = self.number(node, "strength", 0.0, 10.0, "a number from 0 to 10")?;
        Some(Emotion { name: self.needed(node, "name")?, strength })
    }

    fn failure(&mut self, node: NodeId) -> Option<FailurePoint> {
        Some(FailurePoint {
            what: self.needed(node, "what")?,
            severity: self.rating(node, "severity")?,
            occurrence: self.rating(node, "occurrence")?,
            detection: self.rating(node, "detection")?,
        })
    }

    fn rating(&mut self, node: NodeId, name: &'static str) -> Option<u8> {
        self.needed(node, name)?;
        self.word(node, name, "a whole number from 1 to 10", |word| {
            word.parse().ok().filter(|rating| (1..=10).contains(rating))
        })
    }

    fn score(&mut self, node: NodeId) -> Option<CompetitorScore> {
        self.needed(node, "score")?;
        Some(CompetitorScore {
            competitor: self.needed(node, "competitor")?,
            score: self.number(node, "score", f64::MIN, f64::MAX, "a number")?,
            source: self.text(node, "source"),
            n: self.word(node, "n", "a whole number", |word| word.parse().ok()),
            deviation: self.number(node, "deviation", 0.0, f64::MAX, "a number"),
        })
    }

    /// The line of a lane or pool.
    fn line_of(&mut self, element: NodeId) -> Option<Visibility> {
        self.line(extension(self.document, element, "lane")?)
    }

    fn line(&mut self, node: NodeId) -> Option<Visibility> {
        self.word(node, "line", "customer, front, back, system or partner", |word| word.parse().ok())
    }

    fn each<T>(
        &mut self,
        node: NodeId,
        name: &str,
        mut read: impl FnMut(&mut Self, NodeId) -> Option<T>,
    ) -> Vec<T> {
        let document = self.document;
        let children = document.elements(node).filter(|&(child, _)| document.is(child, NAMESPACE, name));
        children.filter_map(|(child, _)| read(self, child)).collect()
    }

    fn attribute(&self, node: NodeId, name: &str) -> Option<&'d str> {
        self.document.attribute(node, "", name).map(str::trim).filter(|value| !value.is_empty())
    }

    fn text(&self, node: NodeId, name: &str) -> Option<String> {
        self.attribute(node, name).map(str::to_owned)
    }

    fn needed(&mut self, node: NodeId, name: &'static str) -> Option<String> {
        let text = self.text(node, name);
        if text.is_none() {
            self.problem(node, ProblemKind::MissingReference { attribute: name });
        }
        text
    }

    fn word<T>(
        &mut self,
        node: NodeId,
        name: &'static str,
        expected: &'static str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let word = self.attribute(node, name)?;
        let value = read(word);
        if value.is_none() {
            self.bad(node, name, word, expected);
        }
        value
    }

    fn flag(&mut self, node: NodeId, name: &'static str) -> Option<bool> {
        self.word(node, name, "true or false", |word| match word {
            "true" | "1" => Some(true),
            "false" | "0" => Some(false),
            _ => None,
        })
    }

    fn number(
        &mut self,
        node: NodeId,
        name: &'static str,
        least: f64,
        most: f64,
        expected: &'static str,
    ) -> Option<f64> {
        self.word(node, name, expected, |word| {
            word.parse().ok().filter(|number| (least..=most).contains(number))
        })
    }

    fn bad(&mut self, node: NodeId, attribute: &'static str, text: &str, expected: &'static str) {
        self.problem(node, ProblemKind::BadValue { attribute, text: text.to_owned(), expected });
    }

    fn problem(&mut self, node: NodeId, kind: ProblemKind) {
        let element =
            self.document.name(node).map_or_else(String::new, |name| format!("touchline:{}", name.local));
        self.problems.push(Problem { place: self.document.place(node), element, kind });
    }
}
