//! The whole picture: its frame, and every shape and arrow in its turn.

use super::brush::Brush;
use super::order::{Layer, is_open, shapes};
use super::{DiagramError, MAX_ELEMENTS, MAX_SIDE, MAX_WAYPOINTS, View};
use super::{activity, band, choreography, data, edge, event, gateway, label, mark};
use crate::svg::Pen;
use crate::{Caption, Svg};
use bpmn::model::{
    ArtifactKind, Bounds, Diagram, ElementRef, Label, Model, NodeKind, Point, RootKind, Shape,
};

/// Room around the picture.
const MARGIN: f64 = 20.0;
/// A coordinate further away than this is an error of the file.
const FARTHEST: f64 = 1_000_000.0;

pub(super) fn draw(
    model: &Model,
    diagram: &Diagram,
    caption: &Caption,
    view: &View<'_>,
) -> Result<Svg, DiagramError> {
    let count = diagram.shapes.len() + diagram.edges.len();
    if count > MAX_ELEMENTS {
        return Err(DiagramError::TooMany { count });
    }
    let (diagram, width, height) = to_origin(diagram, view.frame)?;
    let mut pen = Pen::new(&caption.title, &caption.desc);
    let shapes = shapes(model, &diagram);
    let (below, above): (Vec<_>, Vec<_>) =
        shapes.into_iter().partition(|(layer, ..)| *layer <= Layer::Containers);
    for (_, drawn, element) in below {
        shape(&mut pen, model, &diagram, drawn, element);
    }
    for drawn in &diagram.edges {
        if let Some(element) = drawn.depicts.element {
            let id = &model.base(element).id;
            pen.group_of("bpmn-edge", id, |pen| edge::draw(pen, model, drawn, element));
        }
    }
    for (_, drawn, element) in above {
        shape(&mut pen, model, &diagram, drawn, element);
    }
    for (id, what) in view.marks {
        mark::draw(&mut pen, &diagram, id, *what);
    }
    Ok(pen.finish("diagram", width, height))
}

/// The diagram without what has no sound place.
fn sound(diagram: &Diagram) -> Diagram {
    let mut diagram = diagram.clone();
    diagram.shapes.retain(|shape| shape.bounds.is_some_and(is_sound));
    for edge in &mut diagram.edges {
        edge.waypoints.retain(|point| point.x.abs() <= FARTHEST && point.y.abs() <= FARTHEST);
        edge.waypoints.truncate(MAX_WAYPOINTS);
    }
    diagram.edges.retain(|edge| edge.waypoints.len() > 1);
    diagram
}

/// What of the plane a diagram takes up; nothing where it shows nothing.
pub(super) fn extent(diagram: &Diagram) -> Option<Bounds> {
    taken_up(&sound(diagram))
}

fn taken_up(diagram: &Diagram) -> Option<Bounds> {
    if diagram.shapes.is_empty() {
        return None;
    }
    let labels =
        diagram.shapes.iter().map(|shape| shape.label).chain(diagram.edges.iter().map(|edge| edge.label));
    let labels =
        labels.filter_map(|label| label?.bounds).filter(|&bounds| is_sound(bounds) && bounds.width > 1.0);
    let bounds = diagram.shapes.iter().filter_map(|shape| shape.bounds).chain(labels);
    let corners =
        bounds.flat_map(|at| [Point { x: at.x, y: at.y }, Point { x: at.x + at.width, y: at.y + at.height }]);
    let points = corners.chain(diagram.edges.iter().flat_map(|edge| edge.waypoints.iter().copied()));
    let least = Point { x: f64::INFINITY, y: f64::INFINITY };
    let most = Point { x: f64::NEG_INFINITY, y: f64::NEG_INFINITY };
    let (low, high) = points.fold((least, most), |(low, high), at| {
        (Point { x: low.x.min(at.x), y: low.y.min(at.y) }, Point { x: high.x.max(at.x), y: high.y.max(at.y) })
    });
    Some(Bounds { x: low.x, y: low.y, width: high.x - low.x, height: high.y - low.y })
}

/// The diagram moved so that it, or the frame that it is shown in, begins at the origin, and the size of the picture.
fn to_origin(diagram: &Diagram, frame: Option<Bounds>) -> Result<(Diagram, f64, f64), DiagramError> {
    let mut diagram = sound(diagram);
    let own = taken_up(&diagram).ok_or(DiagramError::Empty)?;
    let seen = frame.unwrap_or(own);
    let (width, height) = (seen.width + 2.0 * MARGIN, seen.height + 2.0 * MARGIN);
    if width.max(height) > MAX_SIDE {
        return Err(DiagramError::TooLarge { side: width.max(height) });
    }
    let (dx, dy) = (MARGIN - seen.x, MARGIN - seen.y);
    let move_label = |label: &mut Option<Label>| {
        if let Some(Label { bounds: Some(at) }) = label {
            // No place is written as a place at the origin without a size; it stays there.
            if at.width > 1.0 || at.x != 0.0 || at.y != 0.0 {
                (at.x, at.y) = (at.x + dx, at.y + dy);
            }
        }
    };
    for shape in &mut diagram.shapes {
        if let Some(at) = &mut shape.bounds {
            (at.x, at.y) = (at.x + dx, at.y + dy);
        }
        move_label(&mut shape.label);
    }
    for edge in &mut diagram.edges {
        edge.waypoints.iter_mut().for_each(|point| (point.x, point.y) = (point.x + dx, point.y + dy));
        move_label(&mut edge.label);
    }
    Ok((diagram, width, height))
}

fn is_sound(bounds: Bounds) -> bool {
    let sides = [bounds.x, bounds.y, bounds.width, bounds.height];
    sides.iter().all(|side| side.is_finite() && side.abs() <= FARTHEST)
        && bounds.width >= 0.0
        && bounds.height >= 0.0
}

fn shape(pen: &mut Pen, model: &Model, diagram: &Diagram, shape: &Shape, element: ElementRef) {
    let Some(at) = shape.bounds else { return };
    let base = model.base(element);
    let brush = Brush::of(&shape.colours);
    let below = Point { x: at.x + at.width / 2.0, y: at.y + at.height + 4.0 };
    pen.group_of("bpmn-shape", &base.id, |pen| {
        if !base.name.is_empty() {
            pen.title(&base.name);
        }
        match element {
            ElementRef::Participant(participant) => match &shape.band {
                Some(_) => choreography::participant(pen, model, diagram, shape, participant, &brush),
                None => band::pool(pen, model, shape, participant, at, &brush),
            },
            ElementRef::Lane(lane) => band::lane(pen, shape, at, &brush, &model[lane].base.name),
            ElementRef::Node(node) => match &model[node].kind {
                NodeKind::Event(kind) => {
                    event::draw(pen, &brush, at, kind);
                    label::outside(pen, &brush, shape.label, below, &base.name);
                }
                NodeKind::Gateway(kind) => {
                    gateway::draw(pen, &brush, at, kind, shape.marker_visible);
                    label::outside(pen, &brush, shape.label, below, &base.name);
                }
                NodeKind::Choreography(kind) => {
                    choreography::activity(
                        pen,
                        &brush,
                        diagram,
                        shape,
                        kind,
                        at,
                        &base.name,
                        is_open(model, shape, element),
                    );
                }
                _ => activity::draw(pen, &brush, at, &model[node], is_open(model, shape, element)),
            },
            ElementRef::Data(item) => {
                data::item(pen, &brush, at, model, &model[item]);
                let name = data::name(model, &model[item]);
                label::outside(pen, &brush, shape.label, below, &name);
            }
            ElementRef::Artifact(artifact) => match &model[artifact].kind {
                ArtifactKind::Annotation { text } => data::annotation(pen, &brush, at, text),
                ArtifactKind::Group { category } => {
                    let value = category.as_ref().and_then(|category| category.element);
                    let name = match value {
                        Some(ElementRef::Root(root)) => match &model[root].kind {
                            RootKind::CategoryValue { value } => value.as_str(),
                            _ => "",
                        },
                        _ => "",
                    };
                    let above = Point { x: at.x + at.width / 2.0, y: at.y + 4.0 };
                    data::group(pen, &brush, at);
                    label::outside(pen, &brush, shape.label, above, name);
                }
                ArtifactKind::Association { .. } => {}
            },
            ElementRef::Conversation(conversation) => {
                data::conversation(pen, &brush, at, &model[conversation].kind);
                label::outside(pen, &brush, shape.label, below, &base.name);
            }
            ElementRef::Root(root) => match model[root].kind {
                RootKind::Message { .. } => {
                    data::envelope(pen, &brush, at, false);
                    label::outside(pen, &brush, shape.label, below, &base.name);
                }
                RootKind::DataStore { .. } => {
                    data::store(pen, &brush, at);
                    label::outside(pen, &brush, shape.label, below, &base.name);
                }
                _ => {}
            },
            _ => {}
        }
    });
}
