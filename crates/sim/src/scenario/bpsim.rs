//! Scenarios of BPSim 2.0, which stand within the BPMN file (Workflow Management Coalition, BPSim 2.0, 2016).

mod values;

use bpmn::xml::{Document, NodeId};

use super::json::Mistakes;
use super::{Arrivals, Event, Gateway, Path, Pattern, Performer, Pool, Resource, Scenario, Task};
use crate::place::{Error, Mistake, Place, Problem};

const NAMESPACES: [&str; 2] = ["http://www.bpsim.org/schemas/2.0", "http://www.bpsim.org/schemas/1.0"];

/// The most people of one resource.
const MAX_QUANTITY: f64 = 10_000.0;

impl Scenario {
    /// Reads a scenario of BPSim from a BPMN file: the one with an identifier, or the first.
    ///
    /// What stands there and cannot be simulated (properties, priorities, calendars) is refused by name, line and column.
    ///
    /// # Errors
    /// [`Error::Scenario`] with every mistake, up to a hundred.
    pub fn from_bpsim(document: &Document, id: Option<&str>) -> Result<Self, Error> {
        let found = scenarios(document).into_iter().find(|(_, held)| id.is_none_or(|id| id == held));
        let Some((node, _)) = found else {
            let what = match id {
                Some(id) => Mistake::Unknown { what: "BPSim scenario", id: id.to_owned() },
                None => Mistake::NotAScenario { expected: "bpsim:Scenario" },
            };
            return Err(Error::Scenario(vec![Problem::new(Place::Whole, what)]));
        };
        let mut reader =
            Reader { document, unit_s: 60.0, mistakes: Mistakes::default(), resources: Vec::new() };
        let scenario = reader.scenario(node);
        if reader.mistakes.0.is_empty() { Ok(scenario) } else { Err(Error::Scenario(reader.mistakes.0)) }
    }

    /// Identifiers of the scenarios of BPSim that a BPMN file holds.
    #[must_use]
    pub fn bpsim_ids(document: &Document) -> Vec<String> {
        scenarios(document).into_iter().map(|(_, id)| id).collect()
    }
}

fn scenarios(document: &Document) -> Vec<(NodeId, String)> {
    let mut found = Vec::new();
    let mut open = vec![document.root()];
    while let Some(node) = open.pop() {
        if is(document, node, "Scenario") {
            found.push((node, document.attribute(node, "", "id").unwrap_or_default().to_owned()));
        }
        let inner: Vec<NodeId> = document.elements(node).map(|(child, _)| child).collect();
        open.extend(inner.into_iter().rev());
    }
    found
}

fn is(document: &Document, node: NodeId, local: &str) -> bool {
    NAMESPACES.iter().any(|namespace| document.is(node, namespace, local))
}

struct Reader<'d> {
    document: &'d Document,
    /// Seconds of the base time unit.
    unit_s: f64,
    mistakes: Mistakes,
    /// Elements with a quantity, and their people.
    resources: Vec<(String, Vec<usize>)>,
}

impl Reader<'_> {
    fn place(&self, node: NodeId) -> Place {
        let at = self.document.place(node);
        Place::Line { line: at.line as usize, column: at.column as usize }
    }

    fn note(&mut self, node: NodeId, what: Mistake) {
        let place = self.place(node);
        self.mistakes.note(place, what);
    }

    /// Elements of BPSim in an element, with their local names.
    fn inner(&self, node: NodeId) -> Vec<(NodeId, String)> {
        let of_bpsim =
            self.document.elements(node).filter(|(child, name)| is(self.document, *child, name.local));
        of_bpsim.map(|(child, name)| (child, name.local.to_owned())).collect()
    }

    fn scenario(&mut self, node: NodeId) -> Scenario {
        let mut scenario = Scenario::default();
        let name = self.document.attribute(node, "", "name");
        scenario.name = name.unwrap_or_default().to_owned();
        let inner = self.inner(node);
        for (child, name) in &inner {
            if name == "ScenarioParameters"
                && let Some(unit) = self.document.attribute(*child, "", "baseTimeUnit").map(ToOwned::to_owned)
            {
                match values::unit_seconds(&unit) {
                    Some(seconds) => self.unit_s = seconds,
                    None => {
                        let known = "ms, s, min, hour, day";
                        self.note(*child, Mistake::Word { word: unit, what: "unit of time", known });
                    }
                }
            }
        }
        let elements: Vec<NodeId> =
            inner.iter().filter(|(_, name)| name == "ElementParameters").map(|(child, _)| *child).collect();
        for (child, name) in &inner {
            if !matches!(&**name, "ScenarioParameters" | "ElementParameters" | "VendorExtension") {
                self.note(*child, Mistake::Unsupported("this part of a BPSim scenario"));
            }
        }
        // Resources first, since tasks name them.
        for element in &elements {
            self.resource(*element, &mut scenario);
        }
        for element in elements {
            self.element(element, &mut scenario);
        }
        scenario
    }

    fn reference(&mut self, node: NodeId) -> Option<String> {
        let found = self.document.attribute(node, "", "elementRef").map(ToOwned::to_owned);
        if found.is_none() {
            self.note(node, Mistake::Missing("elementRef".into()));
        }
        found
    }

    /// Parameters of an element by name, whatever group they stand in.
    fn parameters(&self, element: NodeId) -> Vec<(NodeId, String)> {
        self.inner(element).into_iter().flat_map(|(group, _)| self.inner(group)).collect()
    }

    fn resource(&mut self, element: NodeId, scenario: &mut Scenario) {
        let parameters = self.parameters(element);
        let Some((quantity, _)) = parameters.iter().find(|(_, name)| name == "Quantity") else { return };
        let Some(id) = self.reference(element) else { return };
        let Some(count) = self.number(*quantity) else { return };
        if !(0.0..=MAX_QUANTITY).contains(&count) {
            let what = Mistake::Range { what: "the quantity", value: count, wanted: "from 0 to 10,000" };
            self.note(*quantity, what);
            return;
        }
        let unit_cost = parameters.iter().find(|(_, name)| name == "UnitCost").map(|(cost, _)| *cost);
        let per_unit = unit_cost.and_then(|cost| self.number(cost)).unwrap_or(0.0);
        scenario.pools.push(Pool { id: id.clone(), name: id.clone() });
        let count = count.round() as usize;
        let mut people = Vec::new();
        for at in 0..count {
            people.push(scenario.resources.len());
            let name = if count > 1 { format!("{id}_{at}") } else { id.clone() };
            scenario.resources.push(Resource {
                id: name.clone(),
                name,
                pool: scenario.pools.len() - 1,
                calendar: None,
                cost_per_hour: per_unit * 3_600.0 / self.unit_s,
                multitasking: None,
                place: self.place(element),
            });
        }
        self.resources.push((id, people));
    }

    fn element(&mut self, element: NodeId, scenario: &mut Scenario) {
        let Some(id) = self.reference(element) else { return };
        let place = self.place(element);
        let mut processing = None;
        let mut waiting = None;
        let mut selected = None;
        let mut fixed_cost = 0.0;
        let mut is_resource = false;
        for (node, name) in self.parameters(element) {
            match &*name {
                "ProcessingTime" | "Duration" => processing = self.distribution(node),
                "WaitTime" => waiting = self.distribution(node),
                "InterTriggerTimer" => {
                    if let Some(distribution) = self.distribution(node) {
                        let pattern = Pattern::Intervals { distribution, calendar: None };
                        let start = Some(id.clone());
                        scenario.arrivals.push(Arrivals { start, pattern, place: place.clone() });
                    }
                }
                "Probability" => {
                    let probability = self.number(node);
                    self.flow(&id, probability, &place, scenario);
                }
                "Selection" => selected = self.selection(node),
                "FixedCost" => fixed_cost = self.number(node).unwrap_or(0.0),
                "Quantity" => is_resource = true,
                // How many cases come is asked for when the simulation is run.
                "UnitCost" | "TriggerCount" => {}
                _ => self.note(node, Mistake::Unsupported("this parameter of BPSim")),
            }
        }
        if is_resource {
            return;
        }
        if let Some(delay) = waiting {
            scenario.events.push(Event { id: id.clone(), delay, only_waiting: false, place: place.clone() });
        }
        if let Some(duration) = processing {
            let people = selected.unwrap_or_default();
            let performers = people
                .into_iter()
                .map(|resource| Performer { resource, duration: duration.clone() })
                .collect();
            scenario.tasks.push(Task {
                id,
                performers,
                duration: Some(duration),
                cost: fixed_cost,
                batching: None,
                patience: None,
                room: None,
                place,
            });
        }
    }

    /// A flow's probability belongs to the gateway that it leaves.
    fn flow(&mut self, id: &str, probability: Option<f64>, place: &Place, scenario: &mut Scenario) {
        let Some(source) = source_of(self.document, id) else {
            let what = Mistake::NotInMap { what: "sequence flow", id: id.to_owned() };
            self.mistakes.note(place.clone(), what);
            return;
        };
        let path = Path { flow: id.to_owned(), probability, rule: None };
        match scenario.gateways.iter_mut().find(|gateway| gateway.id == source) {
            Some(gateway) => gateway.paths.push(path),
            None => scenario.gateways.push(Gateway { id: source, paths: vec![path], place: place.clone() }),
        }
    }

    /// `bpsim::getResource('clerk', 1)`: the people of one resource, one at a time.
    fn selection(&mut self, node: NodeId) -> Option<Vec<usize>> {
        let inner = self.inner(node);
        let text =
            inner.iter().find_map(|(child, _)| self.document.attribute(*child, "", "value"))?.to_owned();
        let named = text.split(['\'', '"']).nth(1).unwrap_or_default();
        let after = text.rsplit([',', ')']).find(|part| !part.trim().is_empty()).unwrap_or_default();
        let is_one = !text.contains(',') || after.trim() == "1";
        if !text.contains("getResource") || text.matches("getResource").count() > 1 || !is_one {
            self.note(node, Mistake::Unsupported("a selection other than getResource('name', 1)"));
            return None;
        }
        match self.resources.iter().find(|(id, _)| id == named) {
            Some((_, people)) => Some(people.clone()),
            None => {
                self.note(node, Mistake::Unknown { what: "resource with a quantity", id: named.to_owned() });
                None
            }
        }
    }
}

/// The element that a sequence flow leaves.
fn source_of(document: &Document, id: &str) -> Option<String> {
    let mut open = vec![document.root()];
    while let Some(node) = open.pop() {
        if document.name(node).is_some_and(|name| name.local == "sequenceFlow")
            && document.attribute(node, "", "id") == Some(id)
        {
            return document.attribute(node, "", "sourceRef").map(ToOwned::to_owned);
        }
        open.extend(document.elements(node).map(|(child, _)| child));
    }
    None
}
