//! A simulation as two files that anybody can run again: the map in BPMN, and the scenario in TOML.
//!
//! What the room itself simulates is read from these two, so that `touchline simulate` finds the same.

use super::parameters::{Parameters, People, Step, WORK_SPREAD, day_spans, open_s};
use bpmn::extension::{StepExtension, write_line};
use bpmn::layout;
use bpmn::map::{StepKind, Visibility};
use bpmn::model::Model;
use bpmn::model::namespace::MODEL;
use bpmn::xml::{Document, NodeId};
use calendar::{BusinessHours, Holiday, HolidayDate, Hours as DayHours, OpenSpan, Week};
use jiff::civil::Weekday;
use sim::scenario::{
    Arrivals, Calendar, Event, Gateway, Hours, Path, Pattern, Performer, Pool, Resource, Scenario, Task,
};
use sim::{Distribution, Net, Place, Problem};

/// The two files.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Kit {
    /// The map, BPMN 2.0.
    pub bpmn: String,
    /// The scenario.
    pub toml: String,
}

/// What it is called.
#[derive(Debug, Clone, Copy)]
pub struct Names<'a> {
    /// The key of the process.
    pub key: &'a str,
    /// The name of the process.
    pub process: &'a str,
    /// The name of the scenario.
    pub scenario: &'a str,
}

/// A map and a scenario that fit each other, ready to be simulated.
#[derive(Debug)]
pub struct Ready {
    /// The process.
    pub net: Net,
    /// The scenario.
    pub scenario: Scenario,
}

impl Kit {
    /// The files of these parameters.
    ///
    /// # Errors
    ///
    /// What makes a scenario of them that is none: by name and place.
    pub fn of(parameters: &Parameters, names: Names<'_>) -> Result<Self, Vec<Problem>> {
        let ids = Ids::of(parameters);
        let mut document = document(parameters, &ids, names);
        let (model, _) = Model::read(&document);
        // What is too large to be laid out has no drawing, and is simulated all the same.
        let _drawn = layout::draw(&mut document, &model);
        let scenario = scenario(parameters, &ids, names.scenario)?;
        let toml = scenario.to_toml().map_err(|wordless| vec![wrong(wordless.to_string())])?;
        Ok(Self { bpmn: document.write(), toml })
    }

    /// Reads both, as everybody else would.
    ///
    /// # Errors
    ///
    /// Every problem, by name and place.
    pub fn ready(&self, start: &jiff::Zoned) -> Result<Ready, Vec<Problem>> {
        let read = Document::read(self.bpmn.as_bytes()).map_err(|error| vec![wrong(error.to_string())])?;
        let (model, _) = Model::read(&read.0);
        let net = Net::from_model(&model)?;
        let problems = |error| match error {
            sim::Error::Scenario(problems) | sim::Error::Map(problems) => problems,
            other => vec![wrong(other.to_string())],
        };
        let scenario = Scenario::from_toml(&self.toml).map_err(problems)?;
        sim::check(&net, &scenario, start).map_err(problems)?;
        Ok(Ready { net, scenario })
    }
}

fn wrong(why: String) -> Problem {
    Problem { place: Place::Whole, what: sim::Mistake::Syntax { format: "a scenario", why } }
}

/// Identifiers that XML allows, for steps and lanes.
struct Ids {
    steps: Vec<String>,
    lanes: Vec<String>,
}

impl Ids {
    fn of(parameters: &Parameters) -> Self {
        let id = |kind: &str, at: usize, id: &str| {
            if is_free(id) { id.to_owned() } else { format!("{kind}_{}", at + 1) }
        };
        let steps = parameters.steps.iter().enumerate().map(|(at, step)| id("step", at, &step.id)).collect();
        let lanes = parameters.lanes.iter().enumerate().map(|(at, lane)| id("lane", at, &lane.id)).collect();
        Self { steps, lanes }
    }

    fn delay(&self, step: usize) -> String {
        format!("delay_{}", self.steps[step])
    }

    fn choice(&self, step: usize) -> String {
        format!("choice_{}", self.steps[step])
    }

    /// The flow from a step to another, or from the start where there is no step before.
    fn flow(&self, from: Option<usize>, to: usize) -> String {
        format!("way_{}_{}", from.map_or("start", |from| &self.steps[from]), self.steps[to])
    }

    /// Where flows to a step lead.
    fn entry(&self, parameters: &Parameters, step: usize) -> String {
        if is_delayed(parameters, step) { self.delay(step) } else { self.steps[step].clone() }
    }
}

/// Whether XML allows an identifier, and none of ours begins so.
fn is_free(id: &str) -> bool {
    const OURS: [&str; 11] = [
        "definitions",
        "process",
        "lanes",
        "start_",
        "choice_",
        "delay_",
        "way_",
        "after_",
        "to_",
        "step_",
        "lane_",
    ];
    let first = id.chars().next().is_some_and(|c| c.is_ascii_alphabetic() || c == '_');
    first
        && id.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.'))
        && !OURS.iter().any(|ours| id.starts_with(ours))
}

const START: &str = "start_of_cases";
const BEGIN: &str = "choice_of_start";

/// Whether time passes at a step before anything is done there. A customer's own time is their work.
fn is_delayed(parameters: &Parameters, step: usize) -> bool {
    let held = &parameters.steps[step];
    !held.kind.is_end() && !is_own(parameters, held) && held.mean_delay_s() > 0.0
}

/// Whether the customer does it.
fn is_own(parameters: &Parameters, step: &Step) -> bool {
    parameters.lanes[step.lane].visibility == Visibility::Customer
}

fn document(parameters: &Parameters, ids: &Ids, names: Names<'_>) -> Document {
    let mut document = Document::new(MODEL, "definitions");
    let root = document.root();
    let mut set = |node, name, value: &str| document.set_attribute(node, "", name, value);
    set(root, "id", "definitions");
    set(root, "name", names.process);
    set(root, "targetNamespace", &format!("urn:touchline:process:{}", names.key));
    set(root, "exporter", "Touchline");
    let process = document.append(root, MODEL, "process");
    for (name, value) in [("id", "process"), ("name", names.process), ("isExecutable", "false")] {
        document.set_attribute(process, "", name, value);
    }
    let mut writer = Writer { parameters, ids, document, process };
    writer.lanes();
    writer.nodes();
    writer.document
}

struct Writer<'a> {
    parameters: &'a Parameters,
    ids: &'a Ids,
    document: Document,
    process: NodeId,
}

impl Writer<'_> {
    fn lanes(&mut self) {
        let set = self.element(self.process, "laneSet", "lanes", "");
        for (at, lane) in self.parameters.lanes.iter().enumerate() {
            let node = self.element(set, "lane", &self.ids.lanes[at].clone(), &lane.name);
            write_line(&mut self.document, node, Some(lane.visibility));
            let mut members = Vec::new();
            let here = self.parameters.steps.iter().enumerate().filter(|(_, step)| step.lane == at);
            for (step, held) in here {
                members.push(self.ids.steps[step].clone());
                if is_delayed(self.parameters, step) {
                    members.push(self.ids.delay(step));
                }
                if !held.kind.is_end() && self.parameters.ways_from(step).count() > 1 {
                    members.push(self.ids.choice(step));
                }
            }
            if at == 0 {
                members.push(START.to_owned());
                members.extend((self.parameters.begins.len() > 1).then(|| BEGIN.to_owned()));
            }
            for member in members {
                let reference = self.document.append(node, MODEL, "flowNodeRef");
                self.document.set_text(reference, &member);
            }
        }
    }

    fn nodes(&mut self) {
        let (parameters, ids) = (self.parameters, self.ids);
        self.element(self.process, "startEvent", START, "");
        let begins: Vec<usize> = parameters.begins.iter().map(|(step, _)| *step).collect();
        self.leave(START.to_owned(), BEGIN, None, &begins);
        for (at, step) in parameters.steps.iter().enumerate() {
            let element = match step.kind {
                StepKind::End { .. } => "endEvent",
                _ if parameters.lanes[step.lane].visibility == Visibility::System => "serviceTask",
                _ => "task",
            };
            let node = self.element(self.process, element, &ids.steps[at], &step.name);
            if let StepKind::End { good } = step.kind {
                let said = StepExtension { good: Some(good), ..StepExtension::default() };
                said.write(&mut self.document, node);
                continue;
            }
            if is_delayed(parameters, at) {
                let delay = self.element(self.process, "intermediateCatchEvent", &ids.delay(at), "");
                self.document.append(delay, MODEL, "timerEventDefinition");
                self.flow(&format!("after_{}", ids.delay(at)), &ids.delay(at), &ids.steps[at]);
            }
            let next: Vec<usize> = parameters.ways_from(at).map(|way| way.to).collect();
            self.leave(ids.steps[at].clone(), &ids.choice(at), Some(at), &next);
        }
    }

    fn leave(&mut self, from: String, choice: &str, step: Option<usize>, next: &[usize]) {
        let mut from = from;
        if next.len() > 1 {
            self.element(self.process, "exclusiveGateway", choice, "");
            self.flow(&format!("to_{choice}"), &from, choice);
            choice.clone_into(&mut from);
        }
        for &to in next {
            let entry = self.ids.entry(self.parameters, to);
            self.flow(&self.ids.flow(step, to), &from, &entry);
        }
    }

    fn flow(&mut self, id: &str, from: &str, to: &str) {
        let flow = self.element(self.process, "sequenceFlow", id, "");
        self.document.set_attribute(flow, "", "sourceRef", from);
        self.document.set_attribute(flow, "", "targetRef", to);
    }

    fn element(&mut self, parent: NodeId, element: &'static str, id: &str, name: &str) -> NodeId {
        let node = self.document.append(parent, MODEL, element);
        self.document.set_attribute(node, "", "id", id);
        if !name.is_empty() {
            self.document.set_attribute(node, "", "name", name);
        }
        node
    }
}

fn scenario(parameters: &Parameters, ids: &Ids, name: &str) -> Result<Scenario, Vec<Problem>> {
    let mut made = Scenario { name: name.to_owned(), ..Scenario::default() };
    let mut problems = Vec::new();
    for (at, lane) in parameters.lanes.iter().enumerate() {
        let Some(people) = &lane.people else { continue };
        let id = &ids.lanes[at];
        made.pools.push(Pool { id: id.clone(), name: lane.name.clone() });
        for group in groups(people) {
            if let Err(problem) = add(&mut made, id, &lane.name, people, &group, parameters) {
                problems.push(*problem);
            }
        }
    }
    let rates = (0..168).filter(|&hour| parameters.per_hour[hour] > 0.0);
    let rates = rates.map(|hour| {
        let from = hour as f64 * 3_600.0;
        (from, from + 3_600.0, parameters.per_hour[hour])
    });
    let pattern = Pattern::Rates(rates.collect());
    made.arrivals = vec![Arrivals { start: None, pattern, place: Place::Whole }];
    if parameters.begins.len() > 1 {
        let ways = parameters.begins.iter().map(|&(to, share)| (ids.flow(None, to), share));
        made.gateways.push(gateway(BEGIN.to_owned(), ways.collect()));
    }
    for (at, step) in parameters.steps.iter().enumerate().filter(|(_, step)| !step.kind.is_end()) {
        match task(parameters, &made, ids, at) {
            Ok(task) => made.tasks.push(task),
            Err(why) => problems.push(at_step(step, why)),
        }
        if is_delayed(parameters, at) {
            match Distribution::empirical(step.delay_s.clone()) {
                Ok(delay) => made.events.push(Event {
                    id: ids.delay(at),
                    delay,
                    only_waiting: false,
                    place: Place::Whole,
                }),
                Err(why) => problems.push(at_step(step, why)),
            }
        }
        let ways: Vec<_> =
            parameters.ways_from(at).map(|way| (ids.flow(Some(at), way.to), way.share)).collect();
        if ways.len() > 1 {
            made.gateways.push(gateway(ids.choice(at), ways));
        }
    }
    if problems.is_empty() { Ok(made) } else { Err(problems) }
}

fn at_step(step: &Step, why: sim::InvalidDistribution) -> Problem {
    let place = Place::Element { id: step.id.clone(), name: step.name.clone(), line: 0, column: 0 };
    Problem { place, what: sim::Mistake::Distribution { name: step.name.clone(), why } }
}

fn gateway(id: String, ways: Vec<(String, f64)>) -> Gateway {
    let path = |(flow, share)| Path { flow, probability: Some(share), rule: None };
    Gateway { id, paths: ways.into_iter().map(path).collect(), place: Place::Whole }
}

fn task(
    parameters: &Parameters,
    made: &Scenario,
    ids: &Ids,
    at: usize,
) -> Result<Task, sim::InvalidDistribution> {
    let step = &parameters.steps[at];
    let pool = made.pools.iter().position(|pool| pool.id == ids.lanes[step.lane]);
    let work = if pool.is_some() && step.work_s > 0.0 {
        Distribution::log_normal_by_moments(step.work_s, (step.work_s * WORK_SPREAD).powi(2))?
    } else if is_own(parameters, step) && !step.delay_s.is_empty() {
        Distribution::empirical(step.delay_s.clone())?
    } else {
        Distribution::fixed(if pool.is_some() { step.work_s } else { 0.0 })?
    };
    let of_pool = |resource: &usize| Some(made.resources[*resource].pool) == pool;
    let people = (0..made.resources.len()).filter(of_pool);
    Ok(Task {
        id: ids.steps[at].clone(),
        performers: people.map(|resource| Performer { resource, duration: work.clone() }).collect(),
        duration: Some(work),
        cost: 0.0,
        batching: None,
        patience: match step.patience_s {
            Some(mean_s) if pool.is_some() => Some(Distribution::exponential(mean_s)?),
            _ => None,
        },
        room: None,
        place: Place::Element { id: step.id.clone(), name: step.name.clone(), line: 0, column: 0 },
    })
}

/// People who are there at the same hours.
struct Group {
    name: String,
    count: usize,
    /// The part of each day of the week that they are there.
    part: [f64; 7],
}

/// Whole people, one for the part that is left, and those who come on some days only.
fn groups(people: &People) -> Vec<Group> {
    let mut groups = Vec::new();
    let mut add = |name: &str, count: f64, days: [bool; 7]| {
        let whole = count.floor();
        let part = |share: f64| days.map(|is_there| if is_there { share } else { 0.0 });
        if whole >= 1.0 {
            groups.push(Group { name: name.to_owned(), count: whole as usize, part: part(1.0) });
        }
        if count - whole > 1e-6 {
            groups.push(Group { name: format!("{name}part"), count: 1, part: part(count - whole) });
        }
    };
    add("", people.count, [true; 7]);
    for (day, count) in people.extra.iter().enumerate().filter(|(_, count)| **count > 0.0) {
        add(&format!("day{}", day + 1), *count, std::array::from_fn(|at| at == day));
    }
    groups
}

fn add(
    made: &mut Scenario,
    pool: &str,
    name: &str,
    people: &People,
    group: &Group,
    parameters: &Parameters,
) -> Result<(), Box<Problem>> {
    let place = Place::Element { id: pool.to_owned(), name: name.to_owned(), line: 0, column: 0 };
    let mistaken = |why: String| {
        let what = sim::Mistake::Syntax { format: "a calendar", why };
        Box::new(Problem { place: place.clone(), what })
    };
    let hours = business(people, group, parameters).map_err(|error| mistaken(error.to_string()))?;
    let suffix = if group.name.is_empty() { String::new() } else { format!("_{}", group.name) };
    let id = format!("{pool}{suffix}");
    made.calendars.push(Calendar {
        id: id.clone(),
        hours: Hours::Business(Box::new(hours)),
        place: place.clone(),
    });
    let pool = made.pools.len() - 1;
    for number in 1..=group.count {
        made.resources.push(Resource {
            id: format!("{id}-{number}"),
            name: format!("{name} {number}"),
            pool,
            calendar: Some(made.calendars.len() - 1),
            cost_per_hour: people.cost_per_hour,
            multitasking: None,
            place: place.clone(),
        });
    }
    Ok(())
}

/// The hours of a group: of each day the first part, as much of it as they are there, in whole minutes.
fn business(
    people: &People,
    group: &Group,
    parameters: &Parameters,
) -> Result<BusinessHours, calendar::Error> {
    let mut week = Week::closed();
    for (day, weekday) in Weekday::Monday.cycle_forward().take(7).enumerate() {
        let spans = day_spans(&people.hours, day);
        let mut left = (open_s(&spans) * group.part[day] / 60.0).round();
        let mut open = Vec::new();
        for (from, to) in spans {
            let (from, to) = ((from / 60.0).round(), (to / 60.0).round());
            let end = to.min(from + left);
            if end > from {
                open.push(OpenSpan::from_minutes(from as u16, end as u16)?);
                left -= end - from;
            }
        }
        week = week.with(weekday, DayHours::new(open)?);
    }
    let zone = parameters.start.time_zone().iana_name().unwrap_or("UTC");
    let closed = |date: &jiff::civil::Date| Holiday::closed(date.to_string(), HolidayDate::On(*date));
    BusinessHours::new(zone, week, people.holidays.iter().map(closed).collect())
}

#[cfg(test)]
mod tests {
    use super::super::parameters::tests::desk;
    use super::*;
    use bpmn::customer::to_map;
    use bpmn::extension::Extensions;
    use sim::{Options, Progress};

    const NAMES: Names<'_> = Names { key: "desk", process: "A desk", scenario: "Today" };

    #[test]
    fn the_files_hold_the_process_and_can_be_simulated() {
        let mut parameters = desk();
        parameters.steps[1].patience_s = Some(7_200.0);
        let people = parameters.lanes[1].people.as_mut().unwrap();
        (people.count, people.extra[0]) = (1.5, 1.0);
        let kit = Kit::of(&parameters, NAMES).unwrap();
        let ready = kit.ready(&parameters.start).unwrap();
        assert_eq!(ready.scenario.resources.len(), 3);
        let options = Options { cases: 300, replications: 4, ..Options::new(parameters.start.clone()) };
        let report = sim::run(&ready.net, &ready.scenario, &options, &Progress::default(), None).unwrap();
        let mends = report.tasks.iter().find(|task| task.id == "mend").unwrap();
        assert!(mends.count > 200.0 && report.waiting_time_s.mean.unwrap() > 0.0, "{report:?}");
        assert!(report.idle_time_s.mean.unwrap() > 5_400.0, "delays are no queues");
        assert!(report.cost.mean.unwrap() > 30.0 && report.unfinished.mean == Some(0.0));
    }

    #[test]
    fn the_map_in_it_is_the_map_of_the_process() {
        let kit = Kit::of(&desk(), NAMES).unwrap();
        let (document, problems) = Document::read(kit.bpmn.as_bytes()).unwrap();
        assert!(problems.is_empty());
        let (model, problems) = Model::read(&document);
        assert!(problems.is_empty(), "{problems:?}");
        let (extensions, _) = Extensions::read(&document, &model);
        let map = to_map(&model, &extensions).unwrap().map;
        let mut steps: Vec<&str> = map.steps().iter().map(|step| &*step.id).collect();
        steps.sort_unstable();
        assert_eq!(steps, ["ask", "check", "done", "mend"]);
        assert_eq!(map.flows().len(), 4);
        assert_eq!(
            map.lanes().iter().map(|lane| lane.visibility).collect::<Vec<_>>(),
            [Visibility::Customer, Visibility::Back]
        );
    }

    #[test]
    fn what_is_no_scenario_is_refused_with_its_place() {
        let mut parameters = desk();
        parameters.ways[2].share = 0.5;
        let problems = Kit::of(&parameters, NAMES).unwrap().ready(&parameters.start).unwrap_err();
        assert!(problems[0].to_string().contains("choice_mend"), "{}", problems[0]);
    }
}
