//! A scenario simulated beside today, with the same random numbers: figures, their paired differences, and what to draw.

use super::calibration::{Calibration, REPLICATIONS};
use super::changes::{Changes, Wrong};
use super::kit::{Kit, Names, Ready};
use super::parameters::Parameters;
use serde::{Deserialize, Serialize};
use sim::{Figure, LogRow, LogSink, Options, Problem, Progress, Replication, Runs};

/// Cases of the first replication whose way is kept, to be shown.
const SHOWN_CASES: u64 = 60;

/// Where random numbers begin.
pub const SEED: u64 = 1;

/// What a simulation found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// Cases of each replication.
    pub cases: u64,
    /// How often each side was run.
    pub replications: u64,
    /// Where the simulated clock starts, RFC 9557.
    pub start: String,
    /// The time within which a promise counts as kept.
    pub promise_s: Option<f64>,
    /// The figures of whole cases.
    pub figures: Vec<Compared>,
    /// Utilisation of each lane's people.
    pub pools: Vec<Compared>,
    /// Time that cases wait at each step, mean, seconds.
    pub steps: Vec<StepWait>,
    /// Lanes in which work piles up without end in the scenario.
    pub unstable: Vec<String>,
    /// The same today.
    pub unstable_today: Vec<String>,
    /// What `touchline simulate --compare --json` prints for the two, to the byte.
    pub report: String,
    /// Today's files.
    pub today: Kit,
    /// The scenario's files.
    pub then: Kit,
    /// Some cases on their way: case, step, and when it was free to begin, begun and ended, in seconds.
    pub tokens: Vec<Token>,
}

/// A case at a step: case, step, and when it was free to begin, begun and ended.
pub type Token = (u64, String, f64, f64, f64);

/// A figure today, in the scenario, and how they differ.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Compared {
    /// Which figure, or whose: a [`FIGURES`] or the identifier of a lane.
    pub of: String,
    /// What people call it, where it has a name of its own.
    pub name: String,
    /// Today.
    pub today: Estimate,
    /// In the scenario.
    pub then: Estimate,
    /// The scenario minus today, replication by replication.
    pub delta: Estimate,
}

/// A mean over replications with its 95 % interval.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Estimate {
    /// The mean; none where there is nothing to tell.
    pub mean: Option<f64>,
    /// Its interval.
    pub range: Option<[f64; 2]>,
}

/// How long cases wait at a step.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StepWait {
    /// The step.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// Today; none of a step that comes in.
    pub today_s: Option<f64>,
    /// In the scenario; none of one that is left out.
    pub then_s: Option<f64>,
}

/// Why there is no outcome.
#[derive(Debug, Clone, PartialEq)]
pub enum Refused {
    /// The changes do not hold.
    Wrong(Vec<Wrong>),
    /// They make no scenario.
    Problems(Vec<Problem>),
    /// It did not come to its end.
    Failed(sim::Error),
}

/// Figures of whole cases by name: the time that customers wait for somebody or something of ours, the part of it in
/// queues, from arrival to end, cases that end in a week, cost, promises kept, cases that give up.
pub const FIGURES: [&str; 7] = ["wait", "queue", "lead", "throughput", "cost", "within", "left"];

/// The same, with what people are paid in a week after the cost of the work; that is known without simulating.
pub const SHOWN: [&str; 8] = ["wait", "queue", "lead", "throughput", "cost", "staff", "within", "left"];

/// The value of a figure in one replication; times in seconds.
pub fn value(figure: &str, run: Replication<'_>, promise_s: Option<f64>) -> Option<f64> {
    match figure {
        "wait" => Some(run.waiting_s()? + run.idle_s()?),
        "queue" => run.waiting_s(),
        "lead" => run.elapsed_s(),
        "throughput" => Some(run.ended_per_s()? * sim::WEEK_S),
        "cost" => run.cost(),
        "within" => run.share_within(promise_s?),
        "left" => run.share_left(),
        _ => None,
    }
}

/// Both sides, simulated.
pub struct Sides {
    today: (Parameters, Kit, Runs),
    then: (Parameters, Kit, Runs),
    tokens: Vec<Token>,
}

/// Parameters, made ready to be simulated.
pub fn ready(parameters: &Parameters, names: Names<'_>) -> Result<(Kit, Ready), Refused> {
    let kit = Kit::of(parameters, names).map_err(Refused::Problems)?;
    let ready = kit.ready(&parameters.start).map_err(Refused::Problems)?;
    Ok((kit, ready))
}

/// How much is simulated of a scenario.
pub fn options(known: &Calibration, changes: &Changes) -> Options {
    Options {
        seed: SEED,
        cases: changes.cases.unwrap_or(known.cases),
        replications: changes.replications.unwrap_or(REPLICATIONS),
        ..Options::new(known.today.start.clone())
    }
}

/// Simulates a scenario beside today.
///
/// # Errors
///
/// [`Refused`], if the changes do not hold or it was cancelled.
pub fn compare(
    known: &Calibration,
    changes: &Changes,
    (key, process): (&str, &str),
    (today_name, name): (&str, &str),
    progress: &Progress,
) -> Result<Outcome, Refused> {
    let parameters = changes.applied(&known.today).map_err(Refused::Wrong)?;
    let options = options(known, changes);
    let (today_kit, today) = ready(&known.today, Names { key, process, scenario: today_name })?;
    let (kit, then) = ready(&parameters, Names { key, process, scenario: name })?;
    let mut tokens = Tokens { parameters: &parameters, rows: Vec::new() };
    let simulate = |side: &Ready, log: Option<&mut dyn LogSink>| {
        sim::simulate(&side.net, &side.scenario, &options, progress, log).map_err(Refused::Failed)
    };
    let today_runs = simulate(&today, None)?;
    let runs = simulate(&then, Some(&mut tokens))?;
    let tokens = tokens.rows;
    let sides =
        Sides { today: (known.today.clone(), today_kit, today_runs), then: (parameters, kit, runs), tokens };
    Ok(sides.outcome(&options, known.promise_s))
}

impl Sides {
    fn outcome(self, options: &Options, promise_s: Option<f64>) -> Outcome {
        let (today, then) = (&self.today.2, &self.then.2);
        let report = today.compared_with(then);
        let other = report.compare.as_ref().map(|compare| &compare.other);
        let unstable = |report: &sim::Report, parameters: &Parameters| {
            let tasks = report.unstable.iter().flat_map(|queue| &queue.tasks);
            let mut lanes: Vec<String> = tasks
                .filter_map(|task| {
                    let step = parameters.step(task)?;
                    Some(parameters.lanes[parameters.steps[step].lane].name.clone())
                })
                .collect();
            lanes.sort();
            lanes.dedup();
            lanes
        };
        let unstable_today = unstable(&report, &self.today.0);
        let unstable_then = other.map_or_else(Vec::new, |other| unstable(other, &self.then.0));
        let is_known = |figure: &str, grows: &[String]| {
            grows.is_empty() || matches!(figure, "throughput" | "cost" | "left" | "utilisation")
        };
        let compared = |of: &str,
                        name: &str,
                        figure: &str,
                        value: &dyn Fn(Replication<'_>) -> Option<f64>| {
            let side = |runs: &Runs, grows: &[String]| {
                if is_known(figure, grows) { Estimate::of(runs.figure(value)) } else { Estimate::default() }
            };
            let (here, there) = (side(today, &unstable_today), side(then, &unstable_then));
            let both = is_known(figure, &unstable_today) && is_known(figure, &unstable_then);
            let delta = if both { Estimate::of(then.against(today, value)) } else { Estimate::default() };
            Compared { of: of.to_owned(), name: name.to_owned(), today: here, then: there, delta }
        };
        let figures = FIGURES.iter().filter(|figure| **figure != "within" || promise_s.is_some());
        let mut figures: Vec<Compared> = figures
            .map(|figure| compared(figure, "", figure, &|run| value(figure, run, promise_s)))
            .collect();
        let after_work = figures.iter().position(|figure| figure.of == "cost").map_or(0, |at| at + 1);
        figures.insert(after_work, staff(&self.today.0, &self.then.0));
        let lanes = self.then.0.lanes.iter().filter(|lane| lane.people.is_some());
        let pools = lanes
            .map(|lane| compared(&lane.id, &lane.name, "utilisation", &|run| run.utilisation(&lane.name)))
            .collect();
        let steps = waits(&self.today, &self.then);
        Outcome {
            cases: options.cases,
            replications: options.replications,
            start: options.start.to_string(),
            promise_s,
            figures,
            pools,
            steps,
            unstable: unstable_then,
            unstable_today,
            report: serde_json::to_string(&report).unwrap_or_default(),
            today: self.today.1,
            then: self.then.1,
            tokens: self.tokens,
        }
    }
}

/// What people are paid in a week, whether there is work or not.
fn staff(today: &Parameters, then: &Parameters) -> Compared {
    let paid = |parameters: &Parameters| {
        let people = parameters.lanes.iter().filter_map(|lane| lane.people.as_ref());
        people.map(|people| people.hours_a_week() * people.cost_per_hour).sum::<f64>()
    };
    let known = |mean| Estimate { mean: Some(mean), range: None };
    let (here, there) = (paid(today), paid(then));
    Compared {
        of: "staff".to_owned(),
        name: String::new(),
        today: known(here),
        then: known(there),
        delta: known(there - here),
    }
}

/// Mean waits at the steps of both sides.
fn waits(today: &(Parameters, Kit, Runs), then: &(Parameters, Kit, Runs)) -> Vec<StepWait> {
    let wait = |(parameters, _, runs): &(Parameters, Kit, Runs), id: &str| {
        let step = &parameters.steps[parameters.step(id)?];
        let queue = runs.figure(|run| run.task(id).map(|task| task.0)).mean;
        let is_own = parameters.lanes[step.lane].visibility == bpmn::map::Visibility::Customer;
        let delay = if is_own { 0.0 } else { step.mean_delay_s() };
        Some(queue.unwrap_or(0.0) + delay)
    };
    let mut steps: Vec<(&str, &str)> = Vec::new();
    for step in today.0.steps.iter().chain(&then.0.steps).filter(|step| !step.kind.is_end()) {
        if steps.iter().all(|(id, _)| *id != step.id) {
            steps.push((&step.id, &step.name));
        }
    }
    let of = |(id, name): (&str, &str)| StepWait {
        id: id.to_owned(),
        name: name.to_owned(),
        today_s: wait(today, id),
        then_s: wait(then, id),
    };
    steps.into_iter().map(of).collect()
}

impl Estimate {
    /// A figure of the simulator.
    pub fn of(figure: Figure) -> Self {
        Self { mean: figure.mean, range: figure.ci95 }
    }

    /// Whether a difference can be told from none.
    #[must_use]
    pub fn is_clear(&self) -> bool {
        self.range.is_some_and(|[low, high]| low > 0.0 || high < 0.0)
    }
}

/// Takes the ways of the first cases.
struct Tokens<'a> {
    parameters: &'a Parameters,
    rows: Vec<Token>,
}

impl LogSink for Tokens<'_> {
    fn row(&mut self, row: &LogRow<'_>) {
        if row.case >= SHOWN_CASES {
            return;
        }
        let step = self.parameters.steps.iter().find(|step| step.name == row.activity);
        let round = |seconds: f64| seconds.round();
        self.rows.extend(step.map(|step| {
            (row.case, step.id.clone(), round(row.enabled_s), round(row.start_s), round(row.end_s))
        }));
    }
}

/// One parameter over a range, each of its values simulated: values with a figure.
///
/// # Errors
///
/// [`Refused`], as [`compare`].
pub fn sweep(
    known: &Calibration,
    points: &[(f64, Changes)],
    figure: &str,
    progress: &Progress,
) -> Result<Vec<(f64, Estimate)>, Refused> {
    let names = Names { key: "sweep", process: "sweep", scenario: "" };
    let mut found = Vec::new();
    for (at, changes) in points {
        let parameters = changes.applied(&known.today).map_err(Refused::Wrong)?;
        let (_, side) = ready(&parameters, names)?;
        let runs = sim::simulate(&side.net, &side.scenario, &options(known, changes), progress, None)
            .map_err(Refused::Failed)?;
        let grows = !runs.report().unstable.is_empty() && !matches!(figure, "throughput" | "cost" | "left");
        let estimate = Estimate::of(runs.figure(|run| value(figure, run, known.promise_s)));
        found.push((*at, if grows { Estimate::default() } else { estimate }));
    }
    Ok(found)
}
