//! A model as a Mermaid flowchart, for wikis and README files.

use crate::model::{
    ArtifactKind, ElementRef, EventPosition, FlowNode, Model, NodeIx, NodeKind, ScopeIx, ScopeOwner,
};
use std::fmt::Write as _;

/// All processes and choreographies of a model as one flowchart: pools and sub-processes as sub-graphs, message flows dotted.
/// What Mermaid has no form for is drawn as what comes nearest; lanes and data are left out, as sub-graphs cannot share
/// nodes.
#[must_use]
pub fn mermaid(model: &Model) -> String {
    let mut chart = "flowchart LR\n".to_owned();
    for (index, scope) in model.scopes.iter().enumerate() {
        let title = match scope.owner {
            ScopeOwner::Process(process) => {
                let pool = model.participants_of(process).next();
                let name = pool.map_or(&model[process].base.name, |pool| &model[pool].base.name);
                if name.is_empty() { &model[process].base.id } else { name }
            }
            ScopeOwner::Choreography(at) => &model[at].base.name,
            ScopeOwner::Node(_) => continue,
        };
        if scope.nodes.is_empty() {
            continue;
        }
        line(&mut chart, 1, format_args!("subgraph s{index}[\"{}\"]", escaped(title)));
        content(&mut chart, model, ScopeIx::new(index), 2);
        line(&mut chart, 1, format_args!("end"));
    }
    for (index, participant) in model.participants.iter().enumerate().filter(|(_, at)| at.process.is_none()) {
        line(&mut chart, 1, format_args!("p{index}[\"{}\"]", escaped(&participant.base.name)));
    }
    for flow in &model.flows {
        if let (Some(from), Some(to)) = (flow.source, flow.target) {
            arrow(&mut chart, &node_id(from), "-->", &flow.base.name, &node_id(to));
        }
    }
    for flow in &model.message_flows {
        if let (Some(from), Some(to)) = (end_id(model, flow.source), end_id(model, flow.target)) {
            arrow(&mut chart, &from, "-.->", &flow.base.name, &to);
        }
    }
    for (index, artifact) in model.artifacts.iter().enumerate() {
        if let ArtifactKind::Annotation { text } = &artifact.kind {
            line(&mut chart, 1, format_args!("a{index}>\"{}\"]", escaped(text)));
        }
    }
    chart
}

fn content(chart: &mut String, model: &Model, scope: ScopeIx, depth: usize) {
    for (index, node) in model.nodes_in(scope) {
        let (id, name) = (node_id(index), escaped(&node.base.name));
        let inner = node.inner_scope().filter(|&inner| !model[inner].nodes.is_empty());
        if let Some(inner) = inner {
            line(chart, depth, format_args!("subgraph {id}[\"{name}\"]"));
            content(chart, model, inner, depth + 1);
            line(chart, depth, format_args!("end"));
        } else {
            let (open, close) = form(node);
            line(chart, depth, format_args!("{id}{open}\"{name}\"{close}"));
        }
    }
    for (index, node) in model.nodes_in(scope) {
        if let Some(EventPosition::Boundary { attached_to: Some(host), .. }) =
            node.event().map(|event| event.position)
        {
            arrow(chart, &node_id(host), "-.-", "", &node_id(index));
        }
    }
}

/// The brackets that give a node its form.
fn form(node: &FlowNode) -> (&'static str, &'static str) {
    match &node.kind {
        NodeKind::Event(event) => match event.position {
            EventPosition::Start { .. } => ("((", "))"),
            EventPosition::End => ("(((", ")))"),
            _ => ("([", "])"),
        },
        NodeKind::Gateway(_) => ("{", "}"),
        NodeKind::SubProcess { .. } | NodeKind::CallActivity { .. } => ("[[", "]]"),
        NodeKind::Task { .. } | NodeKind::Choreography(_) => ("[", "]"),
    }
}

fn node_id(node: NodeIx) -> String {
    format!("n{}", node.index())
}

fn end_id(model: &Model, end: Option<ElementRef>) -> Option<String> {
    match end? {
        ElementRef::Node(node) => Some(node_id(node)),
        ElementRef::Participant(participant) => match model[participant].process {
            None => Some(format!("p{}", participant.index())),
            Some(process) => {
                let scope = model[process].scope;
                (!model[scope].nodes.is_empty()).then(|| format!("s{}", scope.index()))
            }
        },
        _ => None,
    }
}

fn arrow(chart: &mut String, from: &str, line_form: &str, name: &str, to: &str) {
    if name.is_empty() {
        line(chart, 1, format_args!("{from} {line_form} {to}"));
    } else {
        line(chart, 1, format_args!("{from} {line_form}|\"{}\"| {to}", escaped(name)));
    }
}

fn line(chart: &mut String, depth: usize, content: std::fmt::Arguments<'_>) {
    // Writing into a string cannot fail.
    let _ = writeln!(chart, "{:1$}{content}", "", 2 * depth);
}

/// Text within quotation marks: what could end it or begin markup is written by its number.
fn escaped(text: &str) -> String {
    let mut safe = String::new();
    for c in text.chars() {
        match c {
            '"' | '#' | '<' | '>' | '&' | '`' | ';' | '\\' | '|' => {
                let _ = write!(safe, "#{};", u32::from(c));
            }
            c if c.is_whitespace() => safe.push(' '),
            c if c.is_control() => {}
            c => safe.push(c),
        }
    }
    // An empty text would end the node's form.
    if safe.trim().is_empty() { " ".to_owned() } else { safe }
}
