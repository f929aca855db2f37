//! From a model to the graph that is laid out: which element is which node, band and edge.

use super::graph::{Band, Edge, EdgeKind, End, Graph, Node, Outline, Role, Size};
use super::picture_sizes::{band_height, data_size, node_size, note_size};
use super::subject::Subject;
use super::text;
use crate::extension::Extensions;
use crate::model::{
    ArtifactIx, ArtifactKind, CollaborationKind, DataKind, ElementRef, EventPosition, LaneIx, LinkIx, Model,
    NodeIx, NodeKind, ParticipantIx, ScopeIx,
};
use std::collections::BTreeMap;

/// Width of the head of a pool or lane, in pixels.
const HEAD: f64 = 30.0;
/// Lines of labels beside events, gateways and data, and beside flows, in pixels.
const LABEL: f64 = 90.0;
const FLOW_LABEL: f64 = 80.0;
const BORDER_LABEL: f64 = 70.0;
/// The size of a participant of a conversation.
const PARTNER: Size = Size { width: 140.0, height: 80.0 };
/// The size of a group whose content is not known.
const GROUP: Size = Size { width: 140.0, height: 100.0 };
const CONVERSATION: Size = Size { width: 46.0, height: 40.0 };

/// A graph and what its parts stand for; a band without an element is not drawn.
#[derive(Debug, Default)]
pub(super) struct Picture {
    pub(super) graph: Graph,
    pub(super) nodes: Vec<ElementRef>,
    pub(super) bands: Vec<Option<ElementRef>>,
    pub(super) edges: Vec<ElementRef>,
    /// Where each element is drawn.
    ends: BTreeMap<ElementRef, End>,
    /// The scopes drawn so far.
    scopes: Vec<ScopeIx>,
}

/// What encloses the elements of a scope.
#[derive(Debug, Clone, Copy)]
struct Home {
    parent: Option<usize>,
    band: Option<usize>,
}

impl Picture {
    /// The picture of a subject.
    pub(super) fn of(model: &Model, extensions: &Extensions, subject: Subject) -> Self {
        let mut picture = Self::default();
        match subject {
            Subject::Process(process) => {
                let scope = model[process].scope;
                let lanes = picture.lanes_without_pool(model, extensions, scope);
                picture.scope(model, scope, Home { parent: None, band: lanes });
            }
            Subject::Collaboration(at) => {
                let collaboration = &model[at];
                if let CollaborationKind::Choreography(scope) = collaboration.kind {
                    picture.scope(model, scope, Home { parent: None, band: None });
                } else {
                    picture.participants(
                        model,
                        extensions,
                        &collaboration.participants,
                        !collaboration.conversations.is_empty(),
                    );
                }
                for &conversation in &collaboration.conversations {
                    let name = &model[conversation].base.name;
                    let node = Node {
                        size: CONVERSATION,
                        outline: Outline::Diamond,
                        label: text::size(name, LABEL),
                        ..Node::default()
                    };
                    picture.node(ElementRef::Conversation(conversation), node);
                }
                picture.artifacts(model, &collaboration.artifacts, Home { parent: None, band: None });
                picture.associations(model, &collaboration.artifacts);
                for &flow in &collaboration.message_flows {
                    let data = &model[flow];
                    picture.edge(
                        ElementRef::MessageFlow(flow),
                        data.source,
                        data.target,
                        EdgeKind::Message,
                        &data.base.name,
                    );
                }
                picture.links(model, &collaboration.links);
            }
        }
        // What a flow joins may lie in different scopes.
        for scope in std::mem::take(&mut picture.scopes) {
            picture.connect(model, scope);
        }
        picture.artifacts_stand_by();
        picture
    }

    fn participants(&mut self, model: &Model, extensions: &Extensions, all: &[ParticipantIx], talk: bool) {
        let mut order = all.to_vec();
        // Pools by line, the customer's on top, where the extension says so; else as in the file.
        order.sort_by_key(|pool| extensions.pools.get(pool).copied());
        if !order.iter().all(|pool| extensions.pools.contains_key(pool)) {
            order = all.to_vec();
        }
        for participant in order {
            let element = ElementRef::Participant(participant);
            let content = model[participant].process.map(|process| model[process].scope).filter(|&scope| {
                let is_drawn =
                    model[scope].nodes.iter().any(|&node| self.ends.contains_key(&ElementRef::Node(node)));
                let content = &model[scope];
                let is_empty =
                    content.nodes.is_empty() && content.lanes.is_empty() && content.data.is_empty();
                !is_drawn && !is_empty
            });
            match content {
                None if talk => {
                    self.node(element, Node { size: PARTNER, ..Node::default() });
                }
                None => {
                    let height = band_height(&model[participant].base.name);
                    self.band(Some(element), Band { head: HEAD, is_closed: true, height, parent: None });
                }
                Some(scope) => {
                    let height = band_height(&model[participant].base.name);
                    let pool =
                        self.band(Some(element), Band { head: HEAD, is_closed: false, height, parent: None });
                    let rest = self.lanes(model, extensions, scope, &model[scope].lanes, pool);
                    self.scope(model, scope, Home { parent: None, band: Some(rest) });
                }
            }
        }
    }

    /// The lanes of a process that stands in no pool: in a band that is not drawn, so that they keep together.
    fn lanes_without_pool(
        &mut self,
        model: &Model,
        extensions: &Extensions,
        scope: ScopeIx,
    ) -> Option<usize> {
        let lanes = &model[scope].lanes;
        if lanes.is_empty() {
            return None;
        }
        let pool = self.band(None, Band::default());
        Some(self.lanes(model, extensions, scope, lanes, pool))
    }

    /// Adds lanes to a band; gives the band for nodes of the scope that are in none.
    fn lanes(
        &mut self,
        model: &Model,
        extensions: &Extensions,
        scope: ScopeIx,
        lanes: &[LaneIx],
        parent: usize,
    ) -> usize {
        if lanes.is_empty() {
            return parent;
        }
        let mut order = lanes.to_vec();
        if lanes.iter().all(|lane| extensions.lanes.contains_key(lane)) {
            order.sort_by_key(|lane| extensions.lanes.get(lane).copied());
        }
        for lane in order {
            let height = band_height(&model[lane].base.name);
            let band = Band { parent: Some(parent), head: HEAD, is_closed: false, height };
            let band = self.band(Some(ElementRef::Lane(lane)), band);
            self.lanes(model, extensions, scope, &model[lane].children, band);
        }
        let is_outermost = self.graph.bands[parent].parent.is_none();
        let is_homeless = model[scope].nodes.iter().any(|&node| {
            model[node].lane.is_none()
                && !matches!(
                    model[node].event().map(|event| event.position),
                    Some(EventPosition::Boundary { .. })
                )
        });
        if is_outermost && is_homeless {
            return self.band(None, Band { parent: Some(parent), ..Band::default() });
        }
        self.leaf(parent)
    }

    /// The first band within a band that has none within.
    fn leaf(&self, band: usize) -> usize {
        let child = self.graph.bands.iter().position(|other| other.parent == Some(band));
        child.map_or(band, |child| self.leaf(child))
    }

    fn scope(&mut self, model: &Model, scope: ScopeIx, home: Home) {
        let content = &model[scope];
        // Hosts come before what sits on them.
        let is_border = |node: NodeIx| boundary_host(model, node).is_some();
        let (borders, others): (Vec<NodeIx>, Vec<NodeIx>) =
            content.nodes.iter().partition(|&&node| is_border(node));
        for node in others.into_iter().chain(borders) {
            self.flow_node(model, node, home);
        }
        for &data in &content.data {
            let item = &model[data];
            let is_shown = match item.kind {
                DataKind::Property => false,
                DataKind::Object { .. } => !is_referred_to(model, ElementRef::Data(data)),
                _ => item.node.is_none(),
            };
            if is_shown {
                let label = text::size(&item.base.name, LABEL);
                let node = Node {
                    size: data_size(&item.kind),
                    role: Role::Artifact,
                    parent: home.parent,
                    band: home.band,
                    label,
                    ..Node::default()
                };
                self.node(ElementRef::Data(data), node);
            }
        }
        self.artifacts(model, &content.artifacts, home);
        self.scopes.push(scope);
    }

    /// Flows and associations that are written in a scope.
    fn connect(&mut self, model: &Model, scope: ScopeIx) {
        let content = &model[scope];
        for &flow in &content.flows {
            let data = &model[flow];
            let (from, to) = (data.source.map(ElementRef::Node), data.target.map(ElementRef::Node));
            self.edge(ElementRef::Flow(flow), from, to, EdgeKind::Sequence, &data.base.name);
        }
        for &node in &content.nodes {
            for &association in model[node].data_inputs.iter().chain(&model[node].data_outputs) {
                let data = &model[association];
                let step = Some(ElementRef::Node(node));
                let (from, to) = if data.input { (data.data(), step) } else { (step, data.data()) };
                self.edge(ElementRef::DataAssociation(association), from, to, EdgeKind::Association, "");
            }
        }
        self.associations(model, &content.artifacts);
    }

    fn flow_node(&mut self, model: &Model, index: NodeIx, home: Home) {
        let node = &model[index];
        let host =
            boundary_host(model, index).and_then(|host| match self.ends.get(&ElementRef::Node(host)) {
                Some(&End::Node(host)) if self.graph.nodes[host].host.is_none() => Some(host),
                _ => None,
            });
        let lane = node.lane.and_then(|lane| match self.ends.get(&ElementRef::Lane(lane)) {
            Some(&End::Band(band)) => Some(self.leaf(band)),
            _ => None,
        });
        let inner = node.inner_scope().filter(|&scope| !model[scope].nodes.is_empty());
        let (size, outline) = node_size(node);
        let has_label = matches!(node.kind, NodeKind::Event(_) | NodeKind::Gateway(_));
        let label_width = if host.is_some() { BORDER_LABEL } else { LABEL };
        let at = self.node(
            ElementRef::Node(index),
            Node {
                size,
                outline,
                role: Role::Step,
                is_container: inner.is_some(),
                parent: if host.is_some() { None } else { home.parent },
                band: if host.is_some() || home.parent.is_some() { None } else { lane.or(home.band) },
                host,
                label: if has_label { text::size(&node.base.name, label_width) } else { Size::default() },
            },
        );
        if let Some(scope) = inner {
            self.scope(model, scope, Home { parent: Some(at), band: None });
        }
    }

    fn artifacts(&mut self, model: &Model, artifacts: &[ArtifactIx], home: Home) {
        for &artifact in artifacts {
            let size = match &model[artifact].kind {
                ArtifactKind::Annotation { text } => note_size(text),
                ArtifactKind::Group { .. } => GROUP,
                ArtifactKind::Association { .. } => continue,
            };
            let node =
                Node { size, role: Role::Artifact, parent: home.parent, band: home.band, ..Node::default() };
            self.node(ElementRef::Artifact(artifact), node);
        }
    }

    fn associations(&mut self, model: &Model, artifacts: &[ArtifactIx]) {
        for &artifact in artifacts {
            if let ArtifactKind::Association { source, target, .. } = model[artifact].kind {
                // A note on a flow is tied to the step that the flow comes from.
                let at = |end: Option<ElementRef>| match end {
                    Some(ElementRef::Flow(flow)) => model[flow].source.map(ElementRef::Node),
                    Some(ElementRef::MessageFlow(flow)) => model[flow].source,
                    other => other,
                };
                self.edge(ElementRef::Artifact(artifact), at(source), at(target), EdgeKind::Association, "");
            }
        }
    }

    /// Links of conversations; one that leads back to a participant on the left is turned around, as links have no
    /// direction.
    fn links(&mut self, model: &Model, links: &[LinkIx]) {
        let mut seen = Vec::new();
        for &link in links {
            let (source, target) = (model[link].source, model[link].target);
            let is_talk = |end: Option<ElementRef>| matches!(end, Some(ElementRef::Conversation(_)));
            let (talk, partner) = if is_talk(source) { (source, target) } else { (target, source) };
            let is_first = !seen.contains(&talk);
            seen.push(talk);
            let (from, to) = if is_first { (partner, talk) } else { (talk, partner) };
            let is_box = |end: Option<ElementRef>| {
                end.is_none_or(|end| !matches!(self.ends.get(&end), Some(End::Band(_))))
            };
            let kind = if is_box(from) && is_box(to) { EdgeKind::Sequence } else { EdgeKind::Association };
            self.edge(ElementRef::Link(link), from, to, kind, "");
        }
    }

    /// Data and notes stand in the band of the step that they are tied to.
    fn artifacts_stand_by(&mut self) {
        for edge in 0..self.graph.edges.len() {
            let Edge { from, to, .. } = self.graph.edges[edge];
            for (one, other) in [(from, to), (to, from)] {
                let (End::Node(one), End::Node(other)) = (one, other) else { continue };
                let is_free =
                    self.graph.nodes[one].role == Role::Artifact && self.graph.nodes[one].parent.is_none();
                if !is_free || self.graph.nodes[other].role == Role::Artifact {
                    continue;
                }
                let root = super::scope::line(&self.graph, other)[0];
                self.graph.nodes[one].band = self.graph.nodes[root].band;
            }
        }
    }

    fn node(&mut self, element: ElementRef, node: Node) -> usize {
        let at = self.graph.nodes.len();
        self.graph.nodes.push(node);
        self.nodes.push(element);
        self.ends.insert(element, End::Node(at));
        at
    }

    fn band(&mut self, element: Option<ElementRef>, band: Band) -> usize {
        let at = self.graph.bands.len();
        self.graph.bands.push(band);
        self.bands.push(element);
        if let Some(element) = element {
            self.ends.insert(element, End::Band(at));
        }
        at
    }

    fn edge(
        &mut self,
        element: ElementRef,
        from: Option<ElementRef>,
        to: Option<ElementRef>,
        kind: EdgeKind,
        name: &str,
    ) {
        let end = |element: Option<ElementRef>| element.and_then(|element| self.ends.get(&element)).copied();
        // An edge with an end that is not drawn is not drawn either.
        let (Some(from), Some(to)) = (end(from), end(to)) else { return };
        self.graph.edges.push(Edge { from, to, kind, label: text::size(name, FLOW_LABEL) });
        self.edges.push(element);
    }
}

fn boundary_host(model: &Model, node: NodeIx) -> Option<NodeIx> {
    match model[node].event().map(|event| event.position) {
        Some(EventPosition::Boundary { attached_to, .. }) => attached_to.filter(|&host| host != node),
        _ => None,
    }
}

/// Whether something in the diagram stands for a data object, so that it is not drawn itself.
fn is_referred_to(model: &Model, object: ElementRef) -> bool {
    model.data.iter().any(|data| {
        matches!(&data.kind, DataKind::ObjectReference { object: Some(reference) } if reference.element == Some(object))
    })
}
