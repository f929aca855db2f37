//! Writes a drawing into a document, as diagram interchange.

use super::geometry::Drawing;
use super::picture::Picture;
use super::picture_sizes::PARTICIPANT_BAND;
use super::subject::{Subject, subjects};
use super::{LayoutError, arrange};
use crate::extension::Extensions;
use crate::model::namespace::{BPMNDI, DC, DI};
use crate::model::{Bounds, ElementRef, Gateway, Model, NodeIx, NodeKind, ParticipantIx, Point};
use crate::xml::{Document, NodeId};
use std::collections::{HashMap, HashSet};

/// Draws everything in a document that has no diagram yet, and gives the number of diagrams added.
///
/// Each collaboration gets one, and each process that no collaboration shows. Elements without an identifier are given one,
/// as shapes refer to what they show by it. `model` is what [`Model::read`] says of the document, which must be read again
/// to know the new diagrams.
///
/// # Errors
/// [`LayoutError`] if a diagram would be too large; the document is then as it was.
pub fn draw(document: &mut Document, model: &Model) -> Result<usize, LayoutError> {
    let (extensions, _) = Extensions::read(document, model);
    let mut finished = Vec::new();
    for subject in subjects(model) {
        let picture = Picture::of(model, &extensions, subject);
        let drawing = arrange(&picture.graph)?;
        finished.push((subject, picture, drawing));
    }
    let count = finished.len();
    let mut writer = Writer { document, model, used: HashSet::new(), numbers: HashMap::new() };
    for (subject, picture, drawing) in finished {
        writer.diagram(subject, &picture, &drawing);
    }
    Ok(count)
}

struct Writer<'a> {
    document: &'a mut Document,
    model: &'a Model,
    /// Identifiers given here, with the number last tried for each wish.
    used: HashSet<String>,
    numbers: HashMap<String, u64>,
}

impl Writer<'_> {
    fn diagram(&mut self, subject: Subject, picture: &Picture, drawing: &Drawing) {
        let shown = match subject {
            Subject::Collaboration(at) => ElementRef::Collaboration(at),
            Subject::Process(at) => ElementRef::Process(at),
        };
        let shown = self.id_of(shown);
        let diagram = self.document.append(self.document.root(), BPMNDI, "BPMNDiagram");
        let id = self.new_id(&format!("{shown}_diagram"));
        self.document.set_attribute(diagram, "", "id", &id);
        let plane = self.document.append(diagram, BPMNDI, "BPMNPlane");
        let id = self.new_id(&format!("{shown}_plane"));
        self.document.set_attribute(plane, "", "id", &id);
        self.document.set_attribute(plane, "", "bpmnElement", &shown);
        for (band, element) in picture.bands.iter().enumerate() {
            if let Some(element) = *element {
                let (shape, _) = self.shape(plane, element, drawing.bands[band]);
                self.document.set_attribute(shape, "", "isHorizontal", "true");
            }
        }
        for (index, &element) in picture.nodes.iter().enumerate() {
            let (shape, id) = self.shape(plane, element, drawing.nodes[index]);
            if let ElementRef::Node(node) = element {
                self.marks(shape, node, picture.graph.nodes[index].is_container);
                self.bands(plane, node, &id, drawing.nodes[index]);
            }
            self.label(shape, drawing.node_labels[index]);
        }
        for (index, &element) in picture.edges.iter().enumerate() {
            self.edge(plane, element, &drawing.edges[index], drawing.edge_labels[index]);
        }
    }

    fn shape(&mut self, plane: NodeId, element: ElementRef, bounds: Bounds) -> (NodeId, String) {
        let name = self.id_of(element);
        let shape = self.document.append(plane, BPMNDI, "BPMNShape");
        let id = self.new_id(&format!("{name}_di"));
        self.document.set_attribute(shape, "", "id", &id);
        self.document.set_attribute(shape, "", "bpmnElement", &name);
        self.bounds(shape, bounds);
        (shape, id)
    }

    fn marks(&mut self, shape: NodeId, node: NodeIx, is_open: bool) {
        let node = &self.model[node];
        if node.inner_scope().is_some() {
            self.document.set_attribute(shape, "", "isExpanded", if is_open { "true" } else { "false" });
        }
        if matches!(node.kind, NodeKind::Gateway(Gateway::Exclusive)) {
            self.document.set_attribute(shape, "", "isMarkerVisible", "true");
        }
    }

    /// The bands of the participants of a choreography activity: the one who begins on top.
    fn bands(&mut self, plane: NodeId, node: NodeIx, activity_shape: &str, bounds: Bounds) {
        let NodeKind::Choreography(activity) = &self.model[node].kind else { return };
        let mut order: Vec<ParticipantIx> = activity.participants.clone();
        order.sort_by_key(|&participant| Some(participant) != activity.initiating);
        let count = order.len();
        for (index, participant) in order.into_iter().enumerate() {
            let is_last = count > 1 && index + 1 == count;
            let below = (count - index) as f64 * PARTICIPANT_BAND;
            let y = if is_last {
                bounds.y + bounds.height - below
            } else {
                bounds.y + index as f64 * PARTICIPANT_BAND
            };
            let place = match index {
                0 => "top",
                _ if is_last => "bottom",
                _ => "middle",
            };
            let begins = Some(participant) == activity.initiating;
            let kind = format!("{place}_{}", if begins { "initiating" } else { "non_initiating" });
            let (shape, _) = self.shape(
                plane,
                ElementRef::Participant(participant),
                Bounds { y, height: PARTICIPANT_BAND, ..bounds },
            );
            self.document.set_attribute(shape, "", "participantBandKind", &kind);
            self.document.set_attribute(shape, "", "choreographyActivityShape", activity_shape);
        }
    }

    fn edge(&mut self, plane: NodeId, element: ElementRef, points: &[Point], label: Option<Bounds>) {
        let name = self.id_of(element);
        let edge = self.document.append(plane, BPMNDI, "BPMNEdge");
        let id = self.new_id(&format!("{name}_di"));
        self.document.set_attribute(edge, "", "id", &id);
        self.document.set_attribute(edge, "", "bpmnElement", &name);
        for point in points {
            let waypoint = self.document.append(edge, DI, "waypoint");
            self.document.set_attribute(waypoint, "", "x", &number(point.x));
            self.document.set_attribute(waypoint, "", "y", &number(point.y));
        }
        self.label(edge, label);
    }

    fn label(&mut self, of: NodeId, bounds: Option<Bounds>) {
        if let Some(bounds) = bounds {
            let label = self.document.append(of, BPMNDI, "BPMNLabel");
            self.bounds(label, bounds);
        }
    }

    fn bounds(&mut self, of: NodeId, bounds: Bounds) {
        let node = self.document.append(of, DC, "Bounds");
        let sides = [("x", bounds.x), ("y", bounds.y), ("width", bounds.width), ("height", bounds.height)];
        for (name, value) in sides {
            self.document.set_attribute(node, "", name, &number(value));
        }
    }

    /// The identifier of an element, which is given one if it has none.
    fn id_of(&mut self, element: ElementRef) -> String {
        let base = self.model.base(element);
        let node = base.origin.node;
        if let Some(id) = self.document.attribute(node, "", "id").filter(|id| !id.is_empty()) {
            return id.to_owned();
        }
        let kind = self.document.name(node).map_or("element", |name| name.local);
        let id = self.new_id(&format!("{kind}_1"));
        self.document.set_attribute(node, "", "id", &id);
        id
    }

    /// An identifier that nothing has: the wish itself, or with a number.
    fn new_id(&mut self, wish: &str) -> String {
        let number = self.numbers.entry(wish.to_owned()).or_insert(0);
        loop {
            *number += 1;
            let id = if *number == 1 { wish.to_owned() } else { format!("{wish}_{number}") };
            if self.model.element(&id).is_none() && self.used.insert(id.clone()) {
                return id;
            }
        }
    }
}

/// A number with at most two decimals.
fn number(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
