//! What is drawn before what: pools, lanes, groups of steps from the outside in, arrows, steps, events on borders.

use bpmn::model::{ArtifactKind, Diagram, ElementRef, EventPosition, Model, NodeKind, Shape};

/// The layer of a shape, from the ground up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Layer {
    Bands,
    Containers,
    Steps,
    Borders,
    Frames,
}

/// The shapes with their layers, in the order in which they are drawn.
pub(super) fn shapes<'a>(model: &Model, diagram: &'a Diagram) -> Vec<(Layer, &'a Shape, ElementRef)> {
    let mut shapes: Vec<(Layer, &Shape, ElementRef)> = diagram
        .shapes
        .iter()
        .filter(|shape| shape.bounds.is_some())
        .filter_map(|shape| {
            shape.depicts.element.map(|element| (layer(model, shape, element), shape, element))
        })
        .collect();
    // Larger ones below, as what holds another is larger; sorting is stable.
    let area = |shape: &Shape| shape.bounds.map_or(0.0, |bounds| bounds.width * bounds.height);
    shapes.sort_by(|a, b| {
        let by_size = if a.0 <= Layer::Containers {
            area(b.1).total_cmp(&area(a.1))
        } else {
            std::cmp::Ordering::Equal
        };
        a.0.cmp(&b.0).then(by_size)
    });
    shapes
}

fn layer(model: &Model, shape: &Shape, element: ElementRef) -> Layer {
    match element {
        ElementRef::Participant(_) if shape.band.is_none() => Layer::Bands,
        ElementRef::Lane(_) => Layer::Bands,
        ElementRef::Artifact(at) if matches!(model[at].kind, ArtifactKind::Group { .. }) => Layer::Frames,
        ElementRef::Node(at) => match &model[at].kind {
            NodeKind::Event(event) if matches!(event.position, EventPosition::Boundary { .. }) => {
                Layer::Borders
            }
            _ if is_open(model, shape, element) => Layer::Containers,
            _ => Layer::Steps,
        },
        _ => Layer::Steps,
    }
}

/// Whether a sub-process or sub-choreography is drawn open.
pub(super) fn is_open(model: &Model, shape: &Shape, element: ElementRef) -> bool {
    /// Files that do not say mean it when the shape is larger than a task.
    const LARGER: f64 = 150.0;
    let ElementRef::Node(at) = element else { return false };
    let Some(bounds) = shape.bounds else { return false };
    let is_large = bounds.width >= LARGER && bounds.height > 100.0;
    match &model[at].kind {
        NodeKind::SubProcess { .. } | NodeKind::Choreography(_) if model[at].inner_scope().is_some() => {
            shape.expanded.unwrap_or(is_large)
        }
        NodeKind::CallActivity { .. } => shape.expanded.unwrap_or(false) && is_large,
        _ => false,
    }
}
