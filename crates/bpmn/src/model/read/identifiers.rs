//! Identifiers are unique in a file, those of diagrams and small parts included.

use super::Fields;
use crate::model::namespace::{BPMNDI, MODEL};
use crate::model::{Model, ProblemKind};
use crate::xml::NodeId;
use std::collections::HashMap;

/// Lists every element whose identifier an earlier one has.
pub(super) fn check(fields: &mut Fields<'_>, model: &Model) {
    let document = fields.document;
    let mut first: HashMap<&str, NodeId> = HashMap::new();
    let mut open = vec![model.definitions.base.origin.node];
    while let Some(node) = open.pop() {
        let ours = document.name(node).is_some_and(|name| matches!(name.namespace, MODEL | BPMNDI));
        if let Some(id) =
            document.attribute(node, "", "id").map(str::trim).filter(|id| ours && !id.is_empty())
        {
            match first.get(id) {
                Some(&earlier) => {
                    let first = document.place(earlier);
                    fields.problem(node, ProblemKind::DuplicateId { first });
                }
                None => {
                    first.insert(id, node);
                }
            }
        }
        open.extend(document.elements(node).map(|(child, _)| child).collect::<Vec<_>>().into_iter().rev());
    }
}
