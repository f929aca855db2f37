//! A map with what is said of its steps, as one value.

use crate::customer::to_map;
use crate::extension::{Extensions, ProcessExtension, StepExtension};
use crate::map::{CustomerMap, MapProblem};
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
    use crate::customer::{Naming, to_document};
    use crate::extension::Scenario;
    use crate::model::ElementRef;
    use crate::view::filter::tests::connected;

    #[test]
    fn what_a_document_says_of_its_steps_stands_beside_them() {
        let map = connected();
        let naming = Naming { key: "connect", process: "Get connected", organisation: "Linden" };
        let mut document = to_document(&map, &naming);
        let (model, _) = Model::read(&document);
        let Some(ElementRef::Node(order)) = model.element("order") else { panic!("the step") };
        let node = model[order].base.origin.node;
        let process = model.processes[0].base.origin.node;
        StepExtension { channel: Some("web".into()), phase: Some("Wish".into()), ..StepExtension::default() }
            .write(&mut document, node);
        let scenario =
            Scenario { name: "Moves in".into(), steps: vec!["order".into()], ..Scenario::default() };
        ProcessExtension { scenarios: vec![scenario], ..ProcessExtension::default() }
            .write(&mut document, process);
        let blueprint = Blueprint::read(&document).expect("a map");
        assert_eq!(blueprint.map().lanes(), map.lanes());
        let order = blueprint.step("order").expect("the step");
        assert_eq!((order.channel.as_deref(), order.phase.as_deref()), (Some("web"), Some("Wish")));
        assert_eq!(blueprint.step("ask"), Some(&StepExtension::default()));
        assert_eq!(blueprint.process.scenarios[0].name, "Moves in");
    }

    #[test]
    fn a_document_without_steps_holds_no_blueprint() {
        let document = Document::new(crate::model::namespace::MODEL, "definitions");
        assert!(!Blueprint::read(&document).expect_err("no map").problems.is_empty());
    }
}
