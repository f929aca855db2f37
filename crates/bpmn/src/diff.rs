//! What changed between two versions of a model.
//!
//! Elements are the same if they have the same identifier; what is left over on both sides is the same if kind and name are,
//! and nothing else has them. Coordinates count only as far as something was moved on the drawing.

use crate::model::{
    ArtifactIx, Bounds, CollaborationIx, DataIx, ElementRef, EventPosition, FlowIx, LaneIx, MessageFlowIx,
    Model, NodeIx, ParticipantIx, ProcessIx, ScopeOwner,
};
use crate::xml::{Document, NodeId};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// An element as it is told of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mention {
    /// The element of BPMN, such as `userTask`.
    pub kind: String,
    /// Its identifier; empty where the file gives none.
    pub id: String,
    /// Its name; empty where it has none.
    pub name: String,
}

impl Mention {
    /// How people know it: by name, or by identifier where it has none.
    #[must_use]
    pub fn label(&self) -> &str {
        if self.name.is_empty() { &self.id } else { &self.name }
    }
}

/// What happened to an element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It has another name.
    Renamed {
        /// The name before.
        from: String,
    },
    /// It is of another kind.
    Retyped {
        /// The kind before.
        from: String,
    },
    /// It lies in another lane, sub-process or pool.
    Moved {
        /// Where it lay, by name; empty for a process without a name.
        from: String,
        /// Where it lies.
        to: String,
    },
    /// It begins or ends elsewhere.
    Rerouted {
        /// Beginning and end before, by name.
        from: (String, String),
        /// Beginning and end now.
        to: (String, String),
    },
    /// Something else of it changed: its conditions, triggers, texts or properties.
    Altered {
        /// The elements and attributes that changed, such as `conditionExpression`.
        what: Vec<String>,
    },
    /// It is drawn elsewhere or in another size, and nothing else.
    Redrawn,
}

/// A changed element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The element: as it is now, or as it was if it is gone.
    pub element: Mention,
    /// What happened to it.
    pub change: Change,
}

/// A file as it was read.
#[derive(Debug, Clone, Copy)]
pub struct Side<'a> {
    /// The tree.
    pub document: &'a Document,
    /// What it says.
    pub model: &'a Model,
}

/// What changed from one file to the other: first what is gone and new, then what is different, each in the order of its file.
#[must_use]
pub fn diff(before: Side<'_>, after: Side<'_>) -> Vec<Difference> {
    let (olds, news) = (before.elements(), after.elements());
    let pairs = pair(&before, &olds, &after, &news);
    let mut found = Vec::new();
    for old in olds.iter().filter(|old| !pairs.contains_key(old)) {
        found.push(Difference { element: before.mention(*old), change: Change::Removed });
    }
    let known: HashMap<ElementRef, ElementRef> = pairs.iter().map(|(old, new)| (*new, *old)).collect();
    for new in &news {
        let element = after.mention(*new);
        match known.get(new) {
            None => found.push(Difference { element, change: Change::Added }),
            Some(&old) => found.extend(
                changes(&before, old, &after, *new, &pairs)
                    .into_iter()
                    .map(|change| Difference { element: element.clone(), change }),
            ),
        }
    }
    found.sort_by_key(|difference| match difference.change {
        Change::Removed => 0,
        Change::Added => 1,
        _ => 2,
    });
    found
}

/// Which element before is which after.
fn pair(
    before: &Side<'_>,
    olds: &[ElementRef],
    after: &Side<'_>,
    news: &[ElementRef],
) -> BTreeMap<ElementRef, ElementRef> {
    let mut pairs = BTreeMap::new();
    let by_id: HashMap<&str, ElementRef> = news
        .iter()
        .map(|new| (after.model.base(*new).id.as_str(), *new))
        .filter(|(id, _)| !id.is_empty())
        .collect();
    for &old in olds {
        let found = by_id.get(before.model.base(old).id.as_str());
        if let Some(&new) = found.filter(|new| std::mem::discriminant(*new) == std::mem::discriminant(&old)) {
            pairs.insert(old, new);
        }
    }
    let names = |side: &Side<'_>, left: Vec<ElementRef>| {
        let mut names: BTreeMap<(String, String), Vec<ElementRef>> = BTreeMap::new();
        for element in left {
            let Mention { kind, name, .. } = side.mention(element);
            if !name.is_empty() {
                names.entry((kind, name)).or_default().push(element);
            }
        }
        names
    };
    let taken: BTreeSet<ElementRef> = pairs.values().copied().collect();
    let gone = names(before, olds.iter().copied().filter(|old| !pairs.contains_key(old)).collect());
    let come = names(after, news.iter().copied().filter(|new| !taken.contains(new)).collect());
    for (name, old) in &gone {
        if let ([old], Some([new])) = (old.as_slice(), come.get(name).map(Vec::as_slice)) {
            pairs.insert(*old, *new);
        }
    }
    pairs
}

fn changes(
    before: &Side<'_>,
    old: ElementRef,
    after: &Side<'_>,
    new: ElementRef,
    pairs: &BTreeMap<ElementRef, ElementRef>,
) -> Vec<Change> {
    let (was, is) = (before.mention(old), after.mention(new));
    let mut changes = Vec::new();
    if was.name != is.name {
        changes.push(Change::Renamed { from: was.name });
    }
    if was.kind != is.kind {
        changes.push(Change::Retyped { from: was.kind });
    }
    let (home_was, home_is) = (before.home(old), after.home(new));
    if home_was.and_then(|home| pairs.get(&home).copied()) != home_is {
        let label = |side: &Side<'_>, home: Option<ElementRef>| {
            home.map(|home| side.mention(home).label().to_owned()).unwrap_or_default()
        };
        changes.push(Change::Moved { from: label(before, home_was), to: label(after, home_is) });
    }
    if let (Some(ends_were), Some(ends_are)) = (before.ends(old), after.ends(new)) {
        let same = |was: Option<ElementRef>, is: Option<ElementRef>| {
            was.and_then(|was| pairs.get(&was).copied()) == is
        };
        if !same(ends_were.0, ends_are.0) || !same(ends_were.1, ends_are.1) {
            let label = |side: &Side<'_>, end: Option<ElementRef>| {
                end.map(|end| side.mention(end).label().to_owned()).unwrap_or_default()
            };
            changes.push(Change::Rerouted {
                from: (label(before, ends_were.0), label(before, ends_were.1)),
                to: (label(after, ends_are.0), label(after, ends_are.1)),
            });
        }
    }
    let what = altered(before, old, after, new);
    if !what.is_empty() {
        changes.push(Change::Altered { what });
    }
    if changes.is_empty() && is_redrawn(before.bounds(old), after.bounds(new)) {
        changes.push(Change::Redrawn);
    }
    changes
}

/// Attributes and children that are told of by themselves: identity, name, ends and place.
const TOLD: &[&str] = &[
    "id",
    "name",
    "sourceRef",
    "targetRef",
    "incoming",
    "outgoing",
    "flowNodeRef",
    "laneSet",
    "childLaneSet",
    "processRef",
    "attachedToRef",
    "default",
];

/// The attributes and children that differ, by name.
fn altered(before: &Side<'_>, old: ElementRef, after: &Side<'_>, new: ElementRef) -> Vec<String> {
    let (was, is) = (before.model.base(old).origin.node, after.model.base(new).origin.node);
    let (was, is) = (before.parts(was, old), after.parts(is, new));
    let names: BTreeSet<&String> = was.keys().chain(is.keys()).collect();
    names.into_iter().filter(|name| was.get(*name) != is.get(*name)).cloned().collect()
}

/// Whether bounds are others by more than what rounding makes of them.
fn is_redrawn(was: Option<Bounds>, is: Option<Bounds>) -> bool {
    const MOVED: f64 = 0.5;
    let far = |a: f64, b: f64| (a - b).abs() > MOVED;
    match (was, is) {
        (Some(was), Some(is)) => {
            far(was.x, is.x) || far(was.y, is.y) || far(was.width, is.width) || far(was.height, is.height)
        }
        _ => false,
    }
}

/// What an element says, in one text: names, attributes by name, texts without the space around them.
fn said(document: &Document, node: NodeId, text: &mut String) {
    let name = document.name(node).map(|name| (name.namespace, name.local));
    let mut attributes: Vec<_> = document
        .attributes(node)
        .filter(|attribute| attribute.declares().is_none())
        .map(|attribute| (attribute.name.namespace, attribute.name.local, attribute.value))
        .collect();
    attributes.sort_unstable();
    let own = document.text(node);
    text.push_str(&format!("<{name:?} {attributes:?} {:?}", own.trim()));
    for (child, _) in document.elements(node) {
        said(document, child, text);
    }
    text.push('>');
}

impl Side<'_> {
    /// Everything that is compared.
    fn elements(&self) -> Vec<ElementRef> {
        let model = self.model;
        let mut all: Vec<ElementRef> = Vec::new();
        all.extend((0..model.collaborations.len()).map(CollaborationIx::new).map(ElementRef::Collaboration));
        all.extend((0..model.processes.len()).map(ProcessIx::new).map(ElementRef::Process));
        all.extend((0..model.participants.len()).map(ParticipantIx::new).map(ElementRef::Participant));
        all.extend((0..model.lanes.len()).map(LaneIx::new).map(ElementRef::Lane));
        all.extend((0..model.nodes.len()).map(NodeIx::new).map(ElementRef::Node));
        all.extend((0..model.flows.len()).map(FlowIx::new).map(ElementRef::Flow));
        all.extend((0..model.message_flows.len()).map(MessageFlowIx::new).map(ElementRef::MessageFlow));
        all.extend((0..model.data.len()).map(DataIx::new).map(ElementRef::Data));
        all.extend((0..model.artifacts.len()).map(ArtifactIx::new).map(ElementRef::Artifact));
        all.sort_by_key(|element| model.base(*element).origin.place);
        all
    }

    fn mention(&self, element: ElementRef) -> Mention {
        let base = self.model.base(element);
        let kind = self.document.name(base.origin.node).map(|name| name.local.to_owned());
        Mention { kind: kind.unwrap_or_default(), id: base.id.clone(), name: base.name.clone() }
    }

    /// Where an element lies: its lane, or what is around it.
    fn home(&self, element: ElementRef) -> Option<ElementRef> {
        let model = self.model;
        let owner = |owner: ScopeOwner| match owner {
            ScopeOwner::Process(process) => ElementRef::Process(process),
            ScopeOwner::Node(node) => ElementRef::Node(node),
            ScopeOwner::Choreography(choreography) => ElementRef::Collaboration(choreography),
        };
        match element {
            ElementRef::Node(node) => {
                let border = model[node].event().and_then(|event| match event.position {
                    EventPosition::Boundary { attached_to, .. } => attached_to,
                    _ => None,
                });
                let lane = || model[node].lane.map(ElementRef::Lane);
                border
                    .map(ElementRef::Node)
                    .or_else(lane)
                    .or_else(|| Some(owner(model[model[node].scope].owner)))
            }
            ElementRef::Lane(lane) => model[lane]
                .parent
                .map(ElementRef::Lane)
                .or_else(|| Some(owner(model[model[lane].scope].owner))),
            ElementRef::Data(data) => Some(owner(model[model[data].scope].owner)),
            _ => None,
        }
    }

    /// Where a flow begins and ends.
    fn ends(&self, element: ElementRef) -> Option<(Option<ElementRef>, Option<ElementRef>)> {
        match element {
            ElementRef::Flow(flow) => {
                let flow = &self.model[flow];
                Some((flow.source.map(ElementRef::Node), flow.target.map(ElementRef::Node)))
            }
            ElementRef::MessageFlow(flow) => {
                let flow = &self.model[flow];
                Some((flow.source, flow.target))
            }
            _ => None,
        }
    }

    fn bounds(&self, element: ElementRef) -> Option<Bounds> {
        let shapes = self.model.diagrams.iter().flat_map(|diagram| &diagram.shapes);
        shapes.filter(|shape| shape.depicts.element == Some(element)).find_map(|shape| shape.bounds)
    }

    /// What an element consists of, by name; what is compared by itself is left out.
    fn parts(&self, node: NodeId, element: ElementRef) -> BTreeMap<String, String> {
        let mut parts: BTreeMap<String, String> = BTreeMap::new();
        for attribute in self.document.attributes(node).filter(|attribute| attribute.declares().is_none()) {
            if !TOLD.contains(&attribute.name.local) {
                parts.insert(attribute.name.local.to_owned(), attribute.value.to_owned());
            }
        }
        let holds = matches!(element, ElementRef::Process(_) | ElementRef::Collaboration(_))
            || matches!(element, ElementRef::Node(node) if self.model[node].inner_scope().is_some());
        for (child, name) in self.document.elements(node) {
            // What is in a process or sub-process stands for itself.
            let stands_for_itself = holds && self.document.attribute(child, "", "id").is_some();
            if !TOLD.contains(&name.local) && !stands_for_itself {
                said(self.document, child, parts.entry(name.local.to_owned()).or_default());
            }
        }
        parts
    }
}
