//! What a log shows, as it is kept, so that a page need not read the log again.

use eventlog::{EventLog, Problem, ProblemKind, Problems};
use mining::{DirectlyFollows, Durations};
use report::wording;
use serde::{Deserialize, Serialize};

/// Activities that are kept, the most frequent first.
const ACTIVITIES: usize = 40;

/// Arcs between them, the most frequent first.
const ARCS: usize = 400;

/// Variants, those with the most cases first.
const VARIANTS: usize = 20;

/// Steps of a variant that are kept.
const STEPS: usize = 60;

/// Longest name, in characters.
const NAME: usize = 120;

/// Kinds of problems that a log can have.
const KINDS: [ProblemKind; 7] = [
    ProblemKind::DuplicateColumn,
    ProblemKind::WrongFieldCount,
    ProblemKind::MissingCase,
    ProblemKind::MissingActivity,
    ProblemKind::MissingTime,
    ProblemKind::UnreadableTime,
    ProblemKind::EndBeforeStart,
];

/// What a log shows. Times are seconds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Summary {
    /// Cases.
    pub cases: u64,
    /// Events.
    pub events: u64,
    /// Different resources.
    pub resources: u64,
    /// Time of the first event, in microseconds since 1970.
    pub first_us: i64,
    /// Time of the last event.
    pub last_us: i64,
    /// From the first event of a case to its last.
    pub throughput: Option<Times>,
    /// Different activities.
    pub activity_count: u64,
    /// The most frequent of them.
    pub activities: Vec<Activity>,
    /// What directly follows what, between those activities.
    pub arcs: Vec<Arc>,
    /// Different ways through the process.
    pub variant_count: u64,
    /// The most frequent of them.
    pub variants: Vec<Variant>,
    /// What was wrong with single rows.
    pub problems: Vec<Wrong>,
}

/// Durations in a few figures.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Times {
    /// The mean.
    pub mean_s: f64,
    /// Half take no longer.
    pub median_s: f64,
    /// Nine in ten take no longer.
    pub p90_s: f64,
}

/// An activity.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Activity {
    /// Its name.
    pub name: String,
    /// How often it comes.
    pub count: u64,
    /// Cases that start with it.
    pub starts: u64,
    /// Cases that end with it.
    pub ends: u64,
    /// Time since the event before.
    pub wait: Option<Times>,
    /// Time from its start to its end, where both are known.
    pub service: Option<Times>,
    /// Cases in which it comes more than once.
    pub repeated_in: u64,
    /// Times it comes beyond the first in a case.
    pub repeated: u64,
}

/// One activity directly after another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Arc {
    /// Place of the earlier in the list of activities.
    pub from: usize,
    /// Place of the later.
    pub to: usize,
    /// How often.
    pub count: u64,
    /// Time between them.
    pub times: Times,
}

/// A way through the process.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Variant {
    /// Names of its activities, in order; at most sixty.
    pub activities: Vec<String>,
    /// How many activities it has.
    pub length: u64,
    /// How many cases went this way.
    pub cases: u64,
}

/// Something that was wrong with rows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Wrong {
    /// What, by the name of its kind.
    pub kind: String,
    /// In which column, if one is meant.
    pub column: String,
    /// The first value that showed it.
    pub example: String,
    /// How often.
    pub count: u64,
    /// The first lines.
    pub lines: Vec<u64>,
}

impl Wrong {
    /// As the engine says it; nothing for a kind that this program does not know.
    #[must_use]
    pub fn problem(&self) -> Option<Problem> {
        let kind = KINDS.into_iter().find(|kind| wording::problem_id(*kind) == self.kind)?;
        Some(Problem {
            kind,
            column: self.column.clone(),
            example: self.example.clone(),
            count: self.count,
            lines: self.lines.clone(),
        })
    }
}

impl From<Durations> for Times {
    fn from(times: Durations) -> Self {
        Self { mean_s: times.mean_s, median_s: times.median_s, p90_s: times.p90_s }
    }
}

impl Summary {
    /// Sums a log up.
    #[must_use]
    pub fn of(log: &EventLog, problems: &Problems) -> Self {
        let graph = mining::directly_follows(log);
        let variants = mining::variants(log);
        let (first_us, last_us) = log.period_us().unwrap_or_default();
        let (numbers, activities) = activities(log, &graph);
        let variant = |variant: &mining::Variant| Variant {
            activities: variant.activities.iter().take(STEPS).map(|number| name(log, *number)).collect(),
            length: variant.activities.len() as u64,
            cases: variant.cases,
        };
        Self {
            cases: log.case_count() as u64,
            events: log.event_count() as u64,
            resources: log.resources().len() as u64,
            first_us,
            last_us,
            throughput: mining::throughput(log).map(Times::from),
            activity_count: log.activities().len() as u64,
            activities,
            arcs: arcs(&graph, &numbers),
            variant_count: variants.len() as u64,
            variants: variants.iter().take(VARIANTS).map(variant).collect(),
            problems: problems.iter().map(wrong).collect(),
        }
    }

    /// How many rows or values have a problem.
    #[must_use]
    pub fn wrong(&self) -> u64 {
        self.problems.iter().map(|problem| problem.count).sum()
    }
}

/// The most frequent activities, with their numbers in the log.
fn activities(log: &EventLog, graph: &DirectlyFollows) -> (Vec<u32>, Vec<Activity>) {
    let rework = mining::rework(log);
    let kept = mining::activities(log).into_iter().take(ACTIVITIES);
    let activity = |figures: mining::ActivityFigures| {
        let at = figures.activity as usize;
        let again = rework.iter().find(|rework| rework.activity == figures.activity);
        let kept = Activity {
            name: name(log, figures.activity),
            count: figures.count,
            starts: graph.starts[at],
            ends: graph.ends[at],
            wait: graph.waits[at].map(Times::from),
            service: figures.service.map(Times::from),
            repeated_in: again.map_or(0, |rework| rework.cases),
            repeated: again.map_or(0, |rework| rework.extra),
        };
        (figures.activity, kept)
    };
    kept.map(activity).unzip()
}

fn arcs(graph: &DirectlyFollows, numbers: &[u32]) -> Vec<Arc> {
    let place = |number: u32| numbers.iter().position(|kept| *kept == number);
    let arc = |arc: &mining::Arc| {
        let (from, to) = (place(arc.from)?, place(arc.to)?);
        Some(Arc { from, to, count: arc.count, times: arc.times.into() })
    };
    graph.arcs.iter().filter_map(arc).take(ARCS).collect()
}

fn name(log: &EventLog, activity: u32) -> String {
    log.activities().get(activity).chars().take(NAME).collect()
}

fn wrong(problem: &Problem) -> Wrong {
    Wrong {
        kind: wording::problem_id(problem.kind).to_owned(),
        column: problem.column.chars().take(NAME).collect(),
        example: problem.example.clone(),
        count: problem.count,
        lines: problem.lines.clone(),
    }
}
