//! The steps of a model as a table, for spreadsheets.

use super::element_name;
use crate::model::{FlowIx, Model, NodeIx, ScopeOwner};

/// The columns.
const HEAD: &str = "process,within,lane,id,name,element,next\r\n";

/// Every step, event and gateway, a row each in the order of the file: the process it lies in, the sub-process within that,
/// its lane, its identifier and name, what it is, and the identifiers of what follows, separated by spaces.
///
/// Fields are quoted as RFC 4180 says. A text that a spreadsheet would take for a formula is preceded by an apostrophe.
#[must_use]
pub fn csv(model: &Model) -> String {
    let mut table = HEAD.to_owned();
    for (index, node) in model.nodes.iter().enumerate() {
        let at = NodeIx::new(index);
        let process = model.process_of(at).map_or("", |process| label(&model[process].base));
        let within = match model[node.scope].owner {
            ScopeOwner::Node(outer) => label(&model[outer].base),
            ScopeOwner::Process(_) | ScopeOwner::Choreography(_) => "",
        };
        let lane = model.lane_of(at).map_or("", |lane| label(&model[lane].base));
        let target = |&flow: &FlowIx| model[flow].target.map(|target| model[target].base.id.as_str());
        let next: Vec<&str> = node.outgoing.iter().filter_map(target).collect();
        let next = next.join(" ");
        let row = [process, within, lane, &node.base.id, &node.base.name, element_name(node), &next];
        table.push_str(&row.map(field).join(","));
        table.push_str("\r\n");
    }
    table
}

/// The name of an element, or else its identifier.
fn label(base: &crate::model::Base) -> &str {
    if base.name.is_empty() { &base.id } else { &base.name }
}

fn field(text: &str) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let text = if is_formula { format!("'{text}") } else { text.to_owned() };
    if text.contains(['"', ',', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_stay_fields() {
        assert_eq!(field("Order"), "Order");
        assert_eq!(field("a,\"b\""), "\"a,\"\"b\"\"\"");
        assert_eq!(field("=1+1"), "'=1+1");
    }
}
