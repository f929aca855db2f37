//! Diagrams, shapes and edges.

use super::Reader;
use crate::model::namespace::{BIOC, BPMNDI, COLOR, DC, DI};
use crate::model::{
    Band, Bounds, Colours, Depicted, Diagram, Edge, Label, MessageVisible, Point, ProblemKind, Shape,
};
use crate::xml::NodeId;

impl Reader<'_> {
    pub(super) fn diagrams(&mut self, root: NodeId) {
        let document = self.fields.document;
        for (node, _) in document.elements(root).filter(|&(node, _)| document.is(node, BPMNDI, "BPMNDiagram"))
        {
            let plane = document.child(node, BPMNDI, "BPMNPlane");
            if plane.is_none() {
                self.fields.problem(node, ProblemKind::MissingReference { attribute: "BPMNPlane" });
            }
            let (shapes, edges) = plane.map_or_else(Default::default, |plane| self.plane(plane));
            let diagram = Diagram {
                id: self.fields.text(node, "id").unwrap_or_default(),
                name: self.fields.text(node, "name").unwrap_or_default(),
                origin: self.fields.origin(node),
                plane: plane.map(|plane| self.fields.origin(plane)),
                shows: plane.map_or_else(Depicted::default, |plane| self.depicted(plane)),
                shapes,
                edges,
            };
            self.model.diagrams.push(diagram);
        }
    }

    fn plane(&mut self, plane: NodeId) -> (Vec<Shape>, Vec<Edge>) {
        let (mut shapes, mut edges) = (Vec::new(), Vec::new());
        let document = self.fields.document;
        for (node, name) in document.elements(plane).filter(|(_, name)| name.namespace == BPMNDI) {
            match name.local {
                "BPMNShape" => shapes.push(self.shape(node)),
                "BPMNEdge" => edges.push(self.edge(node)),
                _ => self.fields.problem(node, ProblemKind::UnknownElement),
            }
        }
        (shapes, edges)
    }

    fn depicted(&self, node: NodeId) -> Depicted {
        Depicted { id: self.fields.text(node, "bpmnElement").unwrap_or_default(), element: None }
    }

    fn shape(&mut self, node: NodeId) -> Shape {
        let fields = &mut self.fields;
        let kind = fields.text(node, "participantBandKind");
        let activity_shape = fields.text(node, "choreographyActivityShape");
        let band = (kind.is_some() || activity_shape.is_some()).then(|| Band {
            kind,
            activity_shape,
            message_visible: fields.flag(node, "isMessageVisible", false),
        });
        Shape {
            id: fields.text(node, "id").unwrap_or_default(),
            origin: fields.origin(node),
            horizontal: fields.maybe_flag(node, "isHorizontal"),
            expanded: fields.maybe_flag(node, "isExpanded"),
            marker_visible: fields.maybe_flag(node, "isMarkerVisible"),
            band,
            depicts: self.depicted(node),
            bounds: self.bounds(node, true),
            label: self.label(node),
            colours: self.colours(node),
        }
    }

    fn edge(&mut self, node: NodeId) -> Edge {
        let document = self.fields.document;
        let mut waypoints = Vec::new();
        for (point, _) in document.elements(node).filter(|&(child, _)| document.is(child, DI, "waypoint")) {
            let (x, y) = (self.fields.length(point, "x"), self.fields.length(point, "y"));
            waypoints.extend(x.zip(y).map(|(x, y)| Point { x, y }));
        }
        if waypoints.len() < 2 {
            self.fields.problem(node, ProblemKind::TooFewWaypoints { found: waypoints.len() });
        }
        let message = match self.fields.attribute(node, "messageVisibleKind") {
            Some("initiating") => Some(MessageVisible::Initiating),
            Some("non_initiating") => Some(MessageVisible::NonInitiating),
            _ => None,
        };
        Edge {
            id: self.fields.text(node, "id").unwrap_or_default(),
            depicts: self.depicted(node),
            origin: self.fields.origin(node),
            waypoints,
            message,
            label: self.label(node),
            colours: self.colours(node),
        }
    }

    fn label(&mut self, node: NodeId) -> Option<Label> {
        let label = self.fields.document.child(node, BPMNDI, "BPMNLabel")?;
        Some(Label { bounds: self.bounds(label, false) })
    }

    fn bounds(&mut self, node: NodeId, needed: bool) -> Option<Bounds> {
        let Some(bounds) = self.fields.document.child(node, DC, "Bounds") else {
            if needed {
                self.fields.problem(node, ProblemKind::MissingReference { attribute: "Bounds" });
            }
            return None;
        };
        let fields = &mut self.fields;
        let (x, y) = (fields.length(bounds, "x"), fields.length(bounds, "y"));
        let (width, height) = (fields.length(bounds, "width"), fields.length(bounds, "height"));
        Some(Bounds { x: x?, y: y?, width: width?, height: height? })
    }

    fn colours(&self, node: NodeId) -> Colours {
        let document = self.fields.document;
        let colour = |newer: &str, older: &str| {
            let value =
                document.attribute(node, COLOR, newer).or_else(|| document.attribute(node, BIOC, older));
            value.map(|value| value.trim().to_owned())
        };
        let label = document
            .child(node, BPMNDI, "BPMNLabel")
            .and_then(|label| document.attribute(label, COLOR, "color"))
            .map(|value| value.trim().to_owned());
        Colours { fill: colour("background-color", "fill"), stroke: colour("border-color", "stroke"), label }
    }
}
