//! The diagram after an edit: one that we laid out is laid out again, another is changed where it must be.

use super::{Edit, Sheet};
use crate::layout;
use crate::model::namespace::{BPMNDI, DC, DI};
use crate::model::{Bounds, ElementRef, Model, NodeIx, NodeKind, Point};
use crate::xml::{Document, NodeId};
use std::collections::{BTreeMap, BTreeSet};

/// Room between what is drawn side by side.
const GAP: f64 = 50.0;
/// Room that a step keeps around itself.
const MARGIN: f64 = 10.0;

/// Brings the diagrams of a document after what was changed in it. What is too large to be laid out stays without a diagram.
pub(super) fn follow(before: &Sheet, document: &mut Document, edit: &Edit) {
    let says_as_much = matches!(
        edit,
        Edit::RenameStep { .. } | Edit::RenameLane { .. } | Edit::NameFlow { .. } | Edit::SetStage { .. }
    );
    if before.model().diagrams.is_empty() || says_as_much {
        return;
    }
    let is_of_lanes = matches!(edit, Edit::AddLane { .. } | Edit::MoveLane { .. } | Edit::RemoveLane { .. });
    if is_of_lanes || is_laid_out(before) {
        clear(document);
        let (model, _) = Model::read(document);
        // A drawing that cannot be made is made by whoever shows the file, or said to be missing.
        let _ = layout::draw(document, &model);
    } else {
        let (model, _) = Model::read(document);
        Board { document, model, moved: BTreeSet::new() }.follow(before, edit);
    }
}

/// Whether a document is drawn just as we would.
fn is_laid_out(sheet: &Sheet) -> bool {
    let mut document = sheet.document().clone();
    clear(&mut document);
    let (bare, _) = Model::read(&document);
    layout::draw(&mut document, &bare).is_ok() && Model::read(&document).0.diagrams == sheet.model().diagrams
}

fn clear(document: &mut Document) {
    while let Some(diagram) = document.child(document.root(), BPMNDI, "BPMNDiagram") {
        document.remove(diagram);
    }
}

/// A diagram that a person drew.
struct Board<'d> {
    document: &'d mut Document,
    model: Model,
    /// Nodes whose shape is not where it was.
    moved: BTreeSet<ElementRef>,
}

impl Board<'_> {
    fn follow(mut self, before: &Sheet, edit: &Edit) {
        let Some(plane) =
            self.model.diagrams.iter().find_map(|diagram| {
                diagram.plane.map(|plane| plane.node).filter(|_| !diagram.shapes.is_empty())
            })
        else {
            return;
        };
        self.forget();
        if let Edit::MoveStep { step, at, .. } = edit {
            self.replace(step, at.is_some());
        }
        let drawn = self.shapes();
        let inner = |node: NodeIx| self.model[self.model[node].scope].parent.is_some();
        let new: Vec<NodeIx> = (0..self.model.nodes.len())
            .map(NodeIx::new)
            .filter(|&node| !inner(node) && !drawn.contains_key(&ElementRef::Node(node)))
            .filter(|&node| before.model().node(&self.model[node].base.id).is_none())
            .collect();
        for node in new {
            let (width, height) = match self.model[node].kind {
                NodeKind::Event(_) => (36.0, 36.0),
                NodeKind::Gateway(_) => (50.0, 50.0),
                _ => (100.0, 80.0),
            };
            let bounds = self.place(node, width, height);
            let bounds = self.free(node, bounds);
            let shape = self.document.append(plane, BPMNDI, "BPMNShape");
            let id = self.model[node].base.id.clone();
            self.document.set_attribute(shape, "", "id", &format!("{id}_di"));
            self.document.set_attribute(shape, "", "bpmnElement", &id);
            let node = self.document.append(shape, DC, "Bounds");
            write(self.document, node, bounds);
            self.model = Model::read(self.document).0;
        }
        self.lead(plane, before);
    }

    /// Takes away what draws something that is not there any longer.
    fn forget(&mut self) {
        let shapes = self.model.diagrams.iter().flat_map(|diagram| &diagram.shapes);
        let shapes = shapes.map(|shape| (&shape.depicts, shape.origin));
        let edges = self.model.diagrams.iter().flat_map(|diagram| &diagram.edges);
        let all = shapes.chain(edges.map(|edge| (&edge.depicts, edge.origin)));
        let gone: Vec<NodeId> =
            all.filter(|(depicts, _)| depicts.element.is_none()).map(|(_, origin)| origin.node).collect();
        for node in gone {
            self.document.remove(node);
        }
        self.model = Model::read(self.document).0;
    }

    /// Puts the shape of a step that went to another lane or place there.
    fn replace(&mut self, step: &str, is_elsewhere: bool) {
        let Some(node) = self.model.node(step) else { return };
        let Some((shape, old)) = self.shapes().remove(&ElementRef::Node(node)) else { return };
        let bounds = if is_elsewhere {
            self.place(node, old.width, old.height)
        } else {
            Bounds { y: self.middle(node, &old) - old.height / 2.0, ..old }
        };
        self.document.remove(shape);
        self.model = Model::read(self.document).0;
        let bounds = self.free(node, bounds);
        let Some(plane) = self.model.diagrams.iter().find_map(|diagram| diagram.plane) else { return };
        self.document.graft(shape, plane.node, None);
        if let Some(of) = self.document.child(shape, DC, "Bounds") {
            write(self.document, of, bounds);
        }
        if let Some(label) = self.document.child(shape, BPMNDI, "BPMNLabel") {
            self.document.remove(label);
        }
        self.model = Model::read(self.document).0;
        self.moved.insert(ElementRef::Node(node));
    }

    /// Where a node goes: behind what leads to it, before what it leads to, or first in its lane.
    fn place(&self, node: NodeIx, width: f64, height: f64) -> Bounds {
        let shapes = self.shapes();
        let at = |node: Option<NodeIx>| shapes.get(&ElementRef::Node(node?)).map(|(_, bounds)| *bounds);
        let before = self.model[node].incoming.iter().find_map(|&flow| at(self.model[flow].source));
        let after = self.model[node].outgoing.iter().find_map(|&flow| at(self.model[flow].target));
        let beside = before.or(after);
        let x = match (before, after, self.band(node)) {
            (Some(before), _, _) => before.x + before.width + GAP,
            (None, Some(after), _) => after.x - GAP - width,
            (None, None, Some(band)) => band.x + 2.0 * GAP,
            (None, None, None) => GAP,
        };
        let y = self.middle(node, &beside.unwrap_or_default()) - height / 2.0;
        Bounds { x, y, width, height }
    }

    /// The height at which a node is drawn: that of its neighbour, if its lane reaches there, else the middle of its lane.
    fn middle(&self, node: NodeIx, beside: &Bounds) -> f64 {
        let wish = beside.y + beside.height / 2.0;
        match self.band(node) {
            Some(band) if wish < band.y + MARGIN || wish > band.y + band.height - MARGIN => {
                band.y + band.height / 2.0
            }
            _ => wish,
        }
    }

    /// The lane or pool that a node lies in.
    fn band(&self, node: NodeIx) -> Option<Bounds> {
        let lane = self.model.lane_of(node).map(ElementRef::Lane);
        let pool = self
            .model
            .process_of(node)
            .and_then(|process| self.model.participants_of(process).next().map(ElementRef::Participant));
        let shapes = self.shapes();
        lane.into_iter().chain(pool).find_map(|band| shapes.get(&band).map(|(_, bounds)| *bounds))
    }

    /// A place that nothing else takes: what stands there and to the right of it moves on.
    fn free(&mut self, node: NodeIx, bounds: Bounds) -> Bounds {
        let others = self.shapes();
        let meets = |other: &Bounds| {
            other.x < bounds.x + bounds.width + MARGIN
                && bounds.x < other.x + other.width + MARGIN
                && other.y < bounds.y + bounds.height + MARGIN
                && bounds.y < other.y + other.height + MARGIN
        };
        let is_taken = others.iter().any(|(element, (_, other))| {
            matches!(element, ElementRef::Node(_)) && *element != ElementRef::Node(node) && meets(other)
        });
        if is_taken {
            self.make_room(bounds.x - MARGIN, bounds.width + GAP);
        }
        bounds
    }

    fn make_room(&mut self, from: f64, room: f64) {
        for (_, (shape, bounds)) in self.shapes() {
            let moved = if bounds.x >= from {
                Bounds { x: bounds.x + room, ..bounds }
            } else if bounds.x + bounds.width > from + room {
                Bounds { width: bounds.width + room, ..bounds }
            } else {
                continue;
            };
            if let Some(of) = self.document.child(shape, DC, "Bounds") {
                write(self.document, of, moved);
            }
        }
        let edges = self.model.diagrams.iter().flat_map(|diagram| &diagram.edges);
        let origins: Vec<NodeId> = edges.map(|edge| edge.origin.node).collect();
        let shapes = self.model.diagrams.iter().flat_map(|diagram| &diagram.shapes);
        let shapes: Vec<NodeId> = shapes.map(|shape| shape.origin.node).collect();
        let mut points: Vec<NodeId> = Vec::new();
        for node in origins.iter().chain(&shapes) {
            let labels = self.document.child(*node, BPMNDI, "BPMNLabel");
            points.extend(labels.and_then(|label| self.document.child(label, DC, "Bounds")));
            points.extend(
                self.document.elements(*node).filter(|(_, it)| it.local == "waypoint").map(|(it, _)| it),
            );
        }
        for point in points {
            let x = self.document.attribute(point, "", "x").and_then(|x| x.parse::<f64>().ok());
            if let Some(x) = x.filter(|&x| x >= from) {
                self.document.set_attribute(point, "", "x", &number(x + room));
            }
        }
        self.model = Model::read(self.document).0;
    }

    /// Draws flows that are new, or whose ends changed or moved.
    fn lead(&mut self, plane: NodeId, before: &Sheet) {
        let shapes = self.shapes();
        let mut known: BTreeMap<ElementRef, NodeId> = BTreeMap::new();
        for edge in self.model.diagrams.iter().flat_map(|diagram| &diagram.edges) {
            known.extend(edge.depicts.element.map(|element| (element, edge.origin.node)));
        }
        let ends = |model: &Model, element: ElementRef| match element {
            ElementRef::Flow(flow) => {
                [model[flow].source, model[flow].target].map(|end| end.map(ElementRef::Node))
            }
            ElementRef::MessageFlow(flow) => [model[flow].source, model[flow].target],
            _ => [None, None],
        };
        let name = |model: &Model, end: Option<ElementRef>| end.map(|end| model.base(end).id.clone());
        let flows = (0..self.model.flows.len()).map(|at| ElementRef::Flow(crate::model::FlowIx::new(at)));
        let messages = (0..self.model.message_flows.len())
            .map(|at| ElementRef::MessageFlow(crate::model::MessageFlowIx::new(at)));
        for flow in flows.chain(messages) {
            let now = ends(&self.model, flow);
            let id = self.model.base(flow).id.clone();
            let was = before.model().element(&id).map(|element| ends(before.model(), element));
            let same = was.is_some_and(|was| {
                was.map(|end| name(before.model(), end)) == now.map(|end| name(&self.model, end))
            });
            let has_moved = now.iter().flatten().any(|end| self.moved.contains(end));
            let places = now.map(|end| Some(shapes.get(&end?)?.1));
            let ([Some(from), Some(to)], false) = (places, same && !has_moved) else { continue };
            let edge = match known.get(&flow) {
                Some(&edge) => edge,
                None => {
                    let edge = self.document.append(plane, BPMNDI, "BPMNEdge");
                    self.document.set_attribute(edge, "", "id", &format!("{id}_di"));
                    self.document.set_attribute(edge, "", "bpmnElement", &id);
                    edge
                }
            };
            let old: Vec<NodeId> = self.document.elements(edge).map(|(child, _)| child).collect();
            old.into_iter().for_each(|child| self.document.remove(child));
            for point in way(from, to) {
                let waypoint = self.document.append(edge, DI, "waypoint");
                self.document.set_attribute(waypoint, "", "x", &number(point.x));
                self.document.set_attribute(waypoint, "", "y", &number(point.y));
            }
        }
    }

    /// What is drawn where.
    fn shapes(&self) -> BTreeMap<ElementRef, (NodeId, Bounds)> {
        let shapes = self.model.diagrams.iter().flat_map(|diagram| &diagram.shapes);
        let placed =
            shapes.filter_map(|shape| Some((shape.depicts.element?, (shape.origin.node, shape.bounds?))));
        placed.collect()
    }
}

/// An arrow with right angles: from side to side where there is room between, else from below or above.
fn way(from: Bounds, to: Bounds) -> Vec<Point> {
    let point = |x, y| Point { x, y };
    let (from_y, to_y) = (from.y + from.height / 2.0, to.y + to.height / 2.0);
    let (from_x, to_x) = (from.x + from.width / 2.0, to.x + to.width / 2.0);
    if from.x + from.width < to.x {
        let half = (from.x + from.width + to.x) / 2.0;
        let first = point(from.x + from.width, from_y);
        if (from_y - to_y).abs() < 1.0 {
            return vec![first, point(to.x, to_y)];
        }
        return vec![first, point(half, from_y), point(half, to_y), point(to.x, to_y)];
    }
    if from.y + from.height < to.y {
        let half = (from.y + from.height + to.y) / 2.0;
        return vec![
            point(from_x, from.y + from.height),
            point(from_x, half),
            point(to_x, half),
            point(to_x, to.y),
        ];
    }
    let above = from.y.min(to.y) - GAP / 2.0;
    vec![point(from_x, from.y), point(from_x, above), point(to_x, above), point(to_x, to.y)]
}

fn write(document: &mut Document, of: NodeId, bounds: Bounds) {
    let sides = [("x", bounds.x), ("y", bounds.y), ("width", bounds.width), ("height", bounds.height)];
    for (name, value) in sides {
        document.set_attribute(of, "", name, &number(value));
    }
}

/// A number with at most two decimals.
fn number(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
