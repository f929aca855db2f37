//! A BPMN file as it was read: what it says, what is wrong with it, and its drawing where it brought none.

use super::model::MAX_FILE;
use bpmn::check::{Finding, check};
use bpmn::customer::{Derived, Naming, to_document, to_map};
use bpmn::diff::{self, Difference, Side};
use bpmn::extension::Extensions;
use bpmn::layout;
use bpmn::map::{CustomerMap, MapProblem};
use bpmn::model::{self, Diagram, Model};
use bpmn::xml::{self, Document};

/// A file with everything that is to be known of it.
#[derive(Debug)]
pub struct Reading {
    /// The tree.
    pub document: Document,
    /// What it says.
    pub model: Model,
    /// What it says of the customer.
    pub extensions: Extensions,
    /// What was malformed.
    pub malformed: Vec<xml::Problem>,
    /// What is wrong in what it says.
    pub wrong: Vec<model::Problem>,
}

/// Why a file is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It is larger than what is taken.
    TooLarge,
    /// It cannot be read.
    Unreadable(xml::ReadError),
    /// It is XML, but not BPMN.
    NotBpmn,
}

impl Reading {
    /// Reads a file, and draws what it has no drawing of.
    ///
    /// # Errors
    ///
    /// `Refusal`, if it is no BPMN that can be read.
    pub fn of(file: &[u8]) -> Result<Self, Refusal> {
        if file.len() > MAX_FILE {
            return Err(Refusal::TooLarge);
        }
        let (document, malformed) = Document::read(file).map_err(Refusal::Unreadable)?;
        let reading = Self::made(document, malformed);
        let is_other = |problem: &model::Problem| problem.kind == model::ProblemKind::NotDefinitions;
        if reading.wrong.iter().any(is_other) { Err(Refusal::NotBpmn) } else { Ok(reading) }
    }

    /// The map of a customer process as BPMN, with a drawing.
    #[must_use]
    pub fn of_map(map: &CustomerMap, naming: &Naming<'_>) -> Self {
        Self::made(to_document(map, naming), Vec::new())
    }

    fn made(mut document: Document, malformed: Vec<xml::Problem>) -> Self {
        let (mut model, mut wrong) = Model::read(&document);
        let is_drawn = model.diagrams.iter().any(|diagram| !diagram.shapes.is_empty());
        // What is too large to be laid out stays without a drawing, which its page says.
        if !is_drawn && layout::draw(&mut document, &model).is_ok_and(|count| count > 0) {
            (model, wrong) = Model::read(&document);
        }
        let (extensions, more) = Extensions::read(&document, &model);
        wrong.extend(more);
        wrong.sort_by_key(|problem| problem.place);
        Self { document, model, extensions, malformed, wrong }
    }

    /// The file as it is kept: well-formed, in UTF-8, drawn.
    #[must_use]
    pub fn written(&self) -> String {
        self.document.write()
    }

    /// What good practice says of it.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        check(&self.model, &self.extensions)
    }

    /// The map of the customer process in it.
    ///
    /// # Errors
    ///
    /// What keeps it from being a map.
    pub fn to_map(&self) -> Result<Derived, Vec<MapProblem>> {
        to_map(&self.model, &self.extensions)
    }

    /// What changed since another version.
    #[must_use]
    pub fn since(&self, before: &Self) -> Vec<Difference> {
        diff::diff(before.side(), self.side())
    }

    /// Its diagrams that show something.
    pub fn diagrams(&self) -> impl Iterator<Item = &Diagram> {
        self.model.diagrams.iter().filter(|diagram| !diagram.shapes.is_empty())
    }

    fn side(&self) -> Side<'_> {
        Side { document: &self.document, model: &self.model }
    }
}
