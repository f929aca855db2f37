//! Stations in a line, and how often their simulated intervals miss.

use sim::scenario::{Arrivals, Pattern, Performer, Pool, Resource, Task};
use sim::{Distribution, Figure, Net, Options, Place, Progress, Report, Scenario};

/// A task and those who do it.
pub struct Station {
    servers: u32,
    service: Distribution,
}

impl Station {
    pub fn new(servers: u32, service: Distribution) -> Self {
        Self { servers, service }
    }
}

/// How much is simulated for each seed.
#[derive(Clone, Copy)]
pub struct Size {
    cases: u64,
    warm_up: u64,
}

impl Size {
    pub const fn middle() -> Self {
        Self { cases: 12_000, warm_up: 2_000 }
    }

    pub const fn long() -> Self {
        Self { cases: 40_000, warm_up: 5_000 }
    }

    pub fn counted(self) -> f64 {
        (self.cases - self.warm_up) as f64
    }
}

pub fn exponential(mean: f64) -> Distribution {
    Distribution::exponential(mean).unwrap()
}

/// Stations that each case passes one after the other.
pub fn line(between_arrivals: Distribution, stations: Vec<Station>) -> (Net, Scenario) {
    let mut draft = Net::draft();
    let mut scenario = Scenario::default();
    let mut before = draft.start("start");
    for (at, station) in stations.into_iter().enumerate() {
        let task = draft.task(&format!("task{at}"), "");
        draft.flow(&format!("flow{at}"), before, task);
        before = task;
        scenario.pools.push(Pool { id: format!("pool{at}"), name: format!("pool{at}") });
        let first = scenario.resources.len();
        for server in 0..station.servers {
            let id = format!("server{at}-{server}");
            scenario.resources.push(Resource {
                name: id.clone(),
                id,
                pool: at,
                calendar: None,
                cost_per_hour: 36.0,
                multitasking: None,
                place: Place::Whole,
            });
        }
        let performers = (first..scenario.resources.len())
            .map(|resource| Performer { resource, duration: station.service.clone() })
            .collect();
        scenario.tasks.push(Task {
            id: format!("task{at}"),
            performers,
            duration: None,
            cost: 0.0,
            batching: None,
            patience: None,
            room: None,
            place: Place::Whole,
        });
    }
    let end = draft.end("end");
    draft.flow("last", before, end);
    let pattern = Pattern::Intervals { distribution: between_arrivals, calendar: None };
    scenario.arrivals.push(Arrivals { start: None, pattern, place: Place::Whole });
    (draft.freeze().unwrap(), scenario)
}

pub fn report(net: &Net, scenario: &Scenario, seed: u64, size: Size) -> Report {
    let mut options = Options::new("2024-01-01T09:00:00+00:00[UTC]".parse().unwrap());
    (options.seed, options.replications) = (seed, 10);
    (options.cases, options.warm_up) = (size.cases, size.warm_up);
    sim::run(net, scenario, &options, &Progress::default(), None).unwrap()
}

/// A figure's name, its exact value, and where a report has it.
pub type Exact<'a> = (&'a str, f64, fn(&Report) -> Figure);

/// For each figure, how many of twenty seeds give an interval without its exact value.
pub fn misses(net: &Net, scenario: &Scenario, size: Size, exact: &[Exact]) -> Vec<usize> {
    let reports: Vec<Report> = (0..20).map(|seed| report(net, scenario, 1_000 + seed, size)).collect();
    exact
        .iter()
        .map(|(_, value, of)| {
            let holds =
                |report: &&Report| of(report).ci95.is_some_and(|[low, high]| low <= *value && *value <= high);
            reports.iter().filter(|report| !holds(report)).count()
        })
        .collect()
}
