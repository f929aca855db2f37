//! Lanes and pools: added, renamed, moved, taken away.

use super::Refusal;
use super::elements::Work;
use super::sheet::{Home, Homes};
use crate::extension::write_line;
use crate::map::{Lane, Visibility};
use crate::model::Model;
use crate::model::namespace::{BPMNDI, MODEL};
use crate::xml::NodeId;

/// What stands in a process before its lanes.
const BEFORE_LANES: &[&str] = &[
    "documentation",
    "extensionElements",
    "auditing",
    "monitoring",
    "supportedInterfaceRef",
    "ioSpecification",
    "ioBinding",
    "property",
    "laneSet",
];

impl Work {
    /// A new row: a lane beside those of its pool; a pool for a partner, or where there is none to lie in.
    pub(super) fn add_row(&mut self, homes: &Homes, lane: &Lane) -> Result<(), Refusal> {
        let is_like = |other: &Lane| match lane.visibility {
            Visibility::Partner => false,
            Visibility::Customer => other.visibility == Visibility::Customer,
            _ => !matches!(other.visibility, Visibility::Customer | Visibility::Partner),
        };
        let not_here = || Refusal::NotHere { what: lane.id.clone() };
        let like: Vec<&Lane> = homes.lanes.iter().filter(|other| is_like(other)).collect();
        let found = like.iter().filter_map(|lane| Some((*lane, homes.of(&lane.id)?)));
        // A lane among lanes first, then a pool that gets its first.
        let best = found
            .max_by_key(|(other, home)| (matches!(home, Home::Lane(_)), other.visibility <= lane.visibility));
        match best {
            Some((_, Home::Lane(beside))) => {
                let model = self.model();
                let set = self.document.parent(model[beside].base.origin.node).ok_or_else(not_here)?;
                self.add_lane(set, lane);
                Ok(())
            }
            Some((row, home)) if self.process_in(home).is_some() => {
                self.divide(home, row, lane).ok_or_else(not_here)
            }
            _ => self.add_pool(lane).ok_or_else(not_here),
        }
    }

    fn add_lane(&mut self, set: NodeId, lane: &Lane) -> NodeId {
        let node = self.element(set, "lane", &lane.id);
        self.document.set_attribute(node, "", "name", &lane.name);
        write_line(&mut self.document, node, Some(lane.visibility));
        self.changed();
        node
    }

    /// A pool without lanes gets two: the first takes its identifier, its name and all that is in it.
    fn divide(&mut self, home: Home, row: &Lane, lane: &Lane) -> Option<()> {
        let model = self.model();
        let process = self.process_in(home)?;
        let (owner, wish) = match home {
            Home::Pool(pool) => (model[pool].base.origin.node, "pool"),
            Home::Process(_) => (process, "process"),
            Home::Lane(_) => return None,
        };
        let scope = match home {
            Home::Pool(pool) => model[model[pool].process?].scope,
            Home::Process(process) => model[process].scope,
            Home::Lane(_) => return None,
        };
        let id = self.fresh(wish);
        self.rename_id(owner, &row.id, &id);
        let first = self.document.elements(process).find(|(_, name)| !BEFORE_LANES.contains(&name.local));
        let first = first.map(|(node, _)| node);
        let set = self.document.insert(process, first, MODEL, "laneSet");
        let lanes = self.fresh("lanes");
        self.document.set_attribute(set, "", "id", &lanes);
        let took = self.add_lane(set, row);
        for &node in &model[scope].nodes {
            self.enter_lane(took, &model[node].base.id);
        }
        self.add_lane(set, lane);
        Some(())
    }

    /// Gives a pool or process another identifier, and all that refers to it.
    fn rename_id(&mut self, owner: NodeId, from: &str, to: &str) {
        let refers = ["processRef", "sourceRef", "targetRef", "bpmnElement", "participantRef"];
        let mut open = vec![self.document.root()];
        while let Some(node) = open.pop() {
            open.extend(self.document.elements(node).map(|(child, _)| child));
            for name in refers {
                if self.document.attribute(node, "", name) == Some(from) {
                    self.document.set_attribute(node, "", name, to);
                }
            }
            if self.document.is(node, MODEL, "participantRef") && self.document.text(node).trim() == from {
                self.document.set_text(node, to);
            }
        }
        self.document.set_attribute(owner, "", "id", to);
        self.changed();
    }

    fn add_pool(&mut self, lane: &Lane) -> Option<()> {
        let model = self.model();
        let collaboration = model.collaborations.first()?.base.origin.node;
        let process = self.fresh(&format!("process_{}", lane.id));
        self.new_process(&process, &lane.name);
        let stands_before = ["documentation", "extensionElements"];
        let is_pool = |local: &str| local == "participant";
        // The customer's pool is the first, another the last.
        let behind = self.document.elements(collaboration).find(|(_, name)| {
            let stays_before = is_pool(name.local) && lane.visibility != Visibility::Customer;
            !stands_before.contains(&name.local) && !stays_before
        });
        let behind = behind.map(|(node, _)| node);
        let pool = self.document.insert(collaboration, behind, MODEL, "participant");
        for (attribute, value) in [("id", &lane.id), ("name", &lane.name), ("processRef", &process)] {
            self.document.set_attribute(pool, "", attribute, value);
        }
        self.fresh(&lane.id);
        write_line(&mut self.document, pool, Some(lane.visibility));
        self.changed();
        Some(())
    }

    /// A new process without anything in it, before the diagrams.
    pub(super) fn new_process(&mut self, id: &str, name: &str) {
        let root = self.document.root();
        let diagrams = self.document.child(root, BPMNDI, "BPMNDiagram");
        let process = self.document.insert(root, diagrams, MODEL, "process");
        for (attribute, value) in [("id", id), ("name", name), ("isExecutable", "false")] {
            self.document.set_attribute(process, "", attribute, value);
        }
        self.changed();
    }

    pub(super) fn rename_row(&mut self, home: Home, name: &str) {
        let model = self.model();
        let nodes = match home {
            Home::Lane(lane) => vec![model[lane].base.origin.node],
            Home::Process(process) => vec![model[process].base.origin.node],
            Home::Pool(pool) => {
                let alike =
                    |process: &crate::model::ProcessIx| model[*process].base.name == model[pool].base.name;
                let process = model[pool].process.filter(alike);
                let process = process.map(|process| model[process].base.origin.node);
                std::iter::once(model[pool].base.origin.node).chain(process).collect()
            }
        };
        for node in nodes {
            self.document.set_attribute(node, "", "name", name);
        }
        self.changed();
    }

    /// Puts a row above another, or last among its like.
    pub(super) fn move_row(&mut self, id: &str, home: Home, before: Option<Home>) -> Result<(), Refusal> {
        let not_here = || Refusal::NotHere { what: id.to_owned() };
        let model = self.model();
        let element = element_of(&model, home);
        let parent = self.document.parent(element).ok_or_else(not_here)?;
        let behind = match before {
            Some(before) => Some(element_of(&model, before)),
            None => self
                .document
                .elements(parent)
                .find(|(_, name)| match home {
                    Home::Pool(_) => {
                        !["documentation", "extensionElements", "participant"].contains(&name.local)
                    }
                    _ => false,
                })
                .map(|(node, _)| node),
        };
        if matches!(home, Home::Process(_))
            || behind.is_some_and(|it| self.document.parent(it) != Some(parent))
        {
            return Err(not_here());
        }
        self.document.graft(element, parent, behind);
        self.changed();
        Ok(())
    }

    pub(super) fn write_row_line(&mut self, home: Home, line: Visibility) {
        let model = self.model();
        if !matches!(home, Home::Process(_)) {
            write_line(&mut self.document, element_of(&model, home), Some(line));
            self.changed();
        }
    }

    /// Takes a row without steps away; a pool goes with its last lane.
    pub(super) fn remove_row(&mut self, id: &str, home: Home) -> Result<(), Refusal> {
        let not_here = || Refusal::NotHere { what: id.to_owned() };
        let model = self.model();
        let lane = match home {
            Home::Lane(lane) => lane,
            Home::Pool(_) => return self.remove_pool(&model, home).ok_or_else(not_here),
            Home::Process(_) => return Err(not_here()),
        };
        let element = model[lane].base.origin.node;
        let set = self.document.parent(element).ok_or_else(not_here)?;
        let others =
            self.document.elements(set).find(|&(node, name)| name.local == "lane" && node != element);
        let other = others.map(|(node, _)| node);
        match other {
            Some(other) => {
                // Nameless nodes that are nobody's stay in the pool.
                for &node in &model[lane].nodes {
                    let id = model[node].base.id.clone();
                    self.leave_lanes(&model, &id);
                    self.enter_lane(other, &id);
                }
                self.remove(element);
                Ok(())
            }
            None => {
                let process = model.process_of_scope(model[lane].scope).ok_or_else(not_here)?;
                let pool = model.participants_of(process).next().ok_or_else(not_here)?;
                self.remove_pool(&model, Home::Pool(pool)).ok_or_else(not_here)
            }
        }
    }

    fn remove_pool(&mut self, model: &Model, home: Home) -> Option<()> {
        let Home::Pool(pool) = home else { return None };
        if let Some(process) = model[pool].process {
            for &node in &model[model[process].scope].nodes {
                self.remove_node(&model[node].base.id);
            }
            self.remove(model[process].base.origin.node);
        }
        let is_its = |end| end == Some(crate::model::ElementRef::Participant(pool));
        for flow in &model.message_flows {
            if is_its(flow.source) || is_its(flow.target) {
                self.remove(flow.base.origin.node);
            }
        }
        self.remove(model[pool].base.origin.node);
        Some(())
    }
}

fn element_of(model: &Model, home: Home) -> NodeId {
    match home {
        Home::Lane(lane) => model[lane].base.origin.node,
        Home::Pool(pool) => model[pool].base.origin.node,
        Home::Process(process) => model[process].base.origin.node,
    }
}
