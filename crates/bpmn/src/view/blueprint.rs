//! A map with what is said of its steps, as one value.

use crate::customer::{Naming, to_document, to_map};
use crate::extension::{Extensions, ProcessExtension, StepExtension};
use crate::map::{CustomerMap, MapProblem, StepKind};
use crate::model::Model;
use crate::xml::Document;

/// A map, and what is said of the process and of each of its steps.
#[derive(Debug, Clone, PartialEq)]
pub struct Blueprint {
    map: CustomerMap,
    /// What is said of the process.
    pub process: ProcessExtension,
    steps: Vec<StepExtension>,
}

/// A document that holds no map.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the document holds no map of a customer process")]
pub struct NoBlueprint {
    /// What keeps it from being one.
    pub problems: Vec<MapProblem>,
}

impl Blueprint {
    /// A map of which nothing more is said.
    #[must_use]
    pub fn bare(map: CustomerMap) -> Self {
        let steps = vec![StepExtension::default(); map.steps().len()];
        Self { map, process: ProcessExtension::default(), steps }
    }

    /// A map and what is said of each of its steps, by identifier; of others nothing is kept.
    #[must_use]
    pub fn new(
        map: CustomerMap,
        process: ProcessExtension,
        said: impl IntoIterator<Item = (String, StepExtension)>,
    ) -> Self {
        let mut blueprint = Self { process, ..Self::bare(map) };
        for (id, extension) in said {
            if let Some(step) = blueprint.map.steps().iter().position(|step| step.id == id) {
                blueprint.steps[step] = extension;
            }
        }
        blueprint
    }

    /// The blueprint that a document holds. Of several processes, what is said of the first that says something counts.
    ///
    /// # Errors
    /// [`NoBlueprint`], if the document holds no map.
    pub fn read(document: &Document) -> Result<Self, NoBlueprint> {
        let (model, _) = Model::read(document);
        let (extensions, _) = Extensions::read(document, &model);
        let derived = to_map(&model, &extensions).map_err(|problems| NoBlueprint { problems })?;
        Ok(Self::of_model(derived.map, &model, &extensions))
    }

    /// A map with what a model's extension says of its steps.
    #[must_use]
    pub fn of_model(map: CustomerMap, model: &Model, extensions: &Extensions) -> Self {
        let process = extensions.processes.values().next().cloned().unwrap_or_default();
        let said = extensions.steps.iter().map(|(&node, said)| (model[node].base.id.clone(), said.clone()));
        Self::new(map, process, said)
    }

    /// Writes the blueprint as a document of its own.
    #[must_use]
    pub fn to_document(&self, naming: &Naming<'_>) -> Document {
        let mut document = to_document(&self.map, naming);
        self.write(&mut document);
        document
    }

    /// Writes what is said of the process and of its steps into a document that has steps of these identifiers; others are
    /// left as they are. What is said of the process stands where the document said something of one before, else at the
    /// process with the most steps.
    pub fn write(&self, document: &mut Document) {
        let (model, _) = Model::read(document);
        let (extensions, _) = Extensions::read(document, &model);
        let nodes = |at: usize| model[model.processes[at].scope].nodes.len();
        let largest = (0..model.processes.len()).rev().max_by_key(|&at| nodes(at));
        let said = extensions.processes.keys().next().map(|ix| ix.index());
        if let Some(at) = said.or(largest) {
            self.process.write(document, model.processes[at].base.origin.node);
        }
        for (step, said) in self.map.steps().iter().zip(&self.steps) {
            let Some(node) = model.node(&step.id) else { continue };
            let mut said = said.clone();
            if let (StepKind::End { good }, None) = (step.kind, said.good) {
                said.good = Some(good);
            }
            said.write(document, model[node].base.origin.node);
        }
    }

    /// The map.
    #[must_use]
    pub fn map(&self) -> &CustomerMap {
        &self.map
    }

    /// What is said of each step, in the order of the map's.
    #[must_use]
    pub fn steps(&self) -> &[StepExtension] {
        &self.steps
    }

    /// The same, to change it.
    pub fn steps_mut(&mut self) -> &mut [StepExtension] {
        &mut self.steps
    }

    /// What is said of a step.
    #[must_use]
    pub fn step(&self, id: &str) -> Option<&StepExtension> {
        self.place(id).map(|step| &self.steps[step])
    }

    /// The index of the step with this identifier.
    #[must_use]
    pub fn place(&self, id: &str) -> Option<usize> {
        self.map.steps().iter().position(|step| step.id == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extension::Scenario;
    use crate::view::filter::tests::connected;

    #[test]
    fn what_is_said_comes_back_from_its_document() {
        let scenario =
            Scenario { name: "Moves in".into(), steps: vec!["order".into()], ..Scenario::default() };
        let process = ProcessExtension { scenarios: vec![scenario], ..ProcessExtension::default() };
        let said = StepExtension {
            channel: Some("web".into()),
            phase: Some("Wish".into()),
            ideas: vec!["Ask once".into()],
            ..StepExtension::default()
        };
        let written = Blueprint::new(connected(), process, [("order".to_owned(), said.clone())]);
        let naming = Naming { key: "connect", process: "Get connected", organisation: "Linden" };
        let mut document = written.to_document(&naming);
        let read = Blueprint::read(&document).expect("a map");
        assert_eq!(read.map().lanes(), written.map().lanes());
        assert_eq!((read.step("order"), &read.process), (Some(&said), &written.process));
        assert_eq!(read.step("ask"), Some(&StepExtension::default()));
        // Ends keep what the map says of them, and what was said is taken back where it is no longer said.
        assert_eq!(read.step("lost").and_then(|said| said.good), Some(false));
        Blueprint { steps: vec![StepExtension::default(); 10], ..written }.write(&mut document);
        assert_eq!(Blueprint::read(&document).expect("a map").step("order"), Some(&StepExtension::default()));
    }

    #[test]
    fn a_document_without_steps_holds_no_blueprint() {
        let document = Document::new(crate::model::namespace::MODEL, "definitions");
        assert!(!Blueprint::read(&document).expect_err("no map").problems.is_empty());
    }
}
