//! Processes and their figures as the API gives them.

use crate::rooms::processes::entries::Entry;
use crate::rooms::processes::facts::Review;
use crate::rooms::processes::flow::Measured;
use crate::rooms::processes::glance::Glance;
use crate::rooms::processes::model::{Initiator, Process, Stage, State};
use crate::rooms::processes::{StepFigures, Way};
use jiff::Timestamp;
use measure::{Interval, Nps, Share};
use mining::Durations;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A page of processes.
#[derive(Debug, Serialize, ToSchema)]
pub struct Processes {
    /// They, by name.
    pub(super) processes: Vec<Summary>,
    /// How many there are in all.
    pub(super) total: usize,
    /// Whether there are more behind this page.
    pub(super) has_more: bool,
}

/// A process, and its figures over the last 90 days.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ProcessSummary)]
pub struct Summary {
    key: String,
    name: String,
    description: String,
    stage: Stage,
    /// `product-development`, `supply-chain`, `relationship`, or an own name.
    area: String,
    state: State,
    /// The industry that it is made for; none of a process that serves all of them.
    industry: Option<String>,
    initiator: Initiator,
    partners: Vec<String>,
    tags: Vec<String>,
    /// The name of who answers for it.
    owner: Option<String>,
    /// The name of its department.
    department: Option<String>,
    /// When it was last looked over.
    reviewed_at: Option<String>,
    /// Whether it is time to look it over.
    review_due: bool,
    version: u64,
    figures: Quarter,
}

/// Figures of a process over the last 90 days.
#[derive(Debug, Default, Serialize, ToSchema)]
#[schema(as = ProcessQuarter)]
pub struct Quarter {
    cases: u64,
    open: u64,
    lead_median_s: Option<f64>,
    promise: Kept,
    nps: Score,
}

/// How often the promise was kept.
#[derive(Debug, Default, Serialize, ToSchema)]
#[schema(as = PromiseKept)]
pub struct Kept {
    /// Promises that were kept or broken.
    n: u64,
    kept: u64,
    share: Option<f64>,
    /// 95 % interval of the share (Wilson).
    ci95: Option<[f64; 2]>,
}

/// How likely customers are to recommend us.
#[derive(Debug, Default, Serialize, ToSchema)]
#[schema(as = NetPromoterScore)]
pub struct Score {
    /// Answers.
    n: u64,
    /// From −100 to 100.
    score: Option<f64>,
    /// 95 % interval of the score.
    ci95: Option<[f64; 2]>,
}

/// Times in seconds.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Times)]
pub struct Times {
    n: u64,
    median_s: f64,
    p90_s: f64,
    mean_s: f64,
}

/// A process with its map, and its figures over the last year.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Process)]
pub struct Whole {
    key: String,
    name: String,
    description: String,
    stage: Stage,
    /// `product-development`, `supply-chain`, `relationship`, or an own name.
    area: String,
    state: State,
    /// The industry that it is made for; none of a process that serves all of them.
    industry: Option<String>,
    initiator: Initiator,
    partners: Vec<String>,
    tags: Vec<String>,
    owner: Option<Uuid>,
    department: Option<Uuid>,
    /// What is promised, by its key.
    promise: Option<String>,
    /// When it was last looked over.
    reviewed_at: Option<String>,
    /// How often it is to be looked over, in months.
    review_months: Option<u32>,
    version: u64,
    lanes: Vec<Lane>,
    steps: Vec<Step>,
    flows: Vec<Flow>,
    cases: u64,
    open: u64,
    lead: Option<Times>,
    kept: Kept,
    nps: Score,
    /// How often cases went where the map does not.
    off_map: u64,
}

/// A lane of the map.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MapLane)]
pub struct Lane {
    id: String,
    name: String,
    /// `customer`, `front`, `back`, `system` or `partner`.
    visibility: &'static str,
}

/// A step of the map with its figures.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MapStep)]
pub struct Step {
    id: String,
    name: String,
    /// The id of its lane.
    lane: String,
    /// Whether it is an end, and if so whether a good one.
    good_end: Option<bool>,
    cases: u64,
    /// How often cases came, in all.
    count: u64,
    /// Cases that came more than once.
    again: u64,
    /// Time since the step before.
    wait: Option<Times>,
    nps: Score,
}

/// One step directly after another.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MapFlow)]
pub struct Flow {
    from: String,
    to: String,
    count: u64,
    times: Option<Times>,
}

/// A process with its map and figures.
pub fn whole(process: Process, figures: &Measured) -> Whole {
    let map = &process.map;
    let lane = |lane: &bpmn::map::Lane| Lane {
        id: lane.id.clone(),
        name: lane.name.clone(),
        visibility: lane.visibility.as_str(),
    };
    let step = |(step, figures): (&bpmn::map::Step, &StepFigures)| Step {
        id: step.id.clone(),
        name: step.name.clone(),
        lane: map.lanes()[step.lane].id.clone(),
        good_end: match step.kind {
            bpmn::map::StepKind::End { good } => Some(good),
            _ => None,
        },
        cases: figures.cases,
        count: figures.count,
        again: figures.again,
        wait: figures.wait.as_ref().map(Times::from),
        nps: Score::from(&figures.nps),
    };
    let flow = |(flow, way): (&bpmn::map::Flow, &Option<Way>)| Flow {
        from: map.steps()[flow.from].id.clone(),
        to: map.steps()[flow.to].id.clone(),
        count: way.map_or(0, |way| way.count),
        times: way.as_ref().map(|way| Times::from(&way.times)),
    };
    Whole {
        lanes: map.lanes().iter().map(lane).collect(),
        steps: map.steps().iter().zip(&figures.steps).map(step).collect(),
        flows: map.flows().iter().zip(&figures.flows).map(flow).collect(),
        key: process.key,
        name: process.name,
        description: process.description,
        stage: process.stage,
        area: process.area.as_str().to_owned(),
        state: process.state,
        industry: process.industry,
        initiator: process.initiator,
        partners: process.partners,
        tags: process.tags,
        owner: process.owner,
        department: process.department,
        promise: process.promise,
        reviewed_at: process.reviewed_at.map(|at| at.to_string()),
        review_months: process.review_months,
        version: process.version,
        cases: figures.cases,
        open: figures.open,
        lead: figures.lead.as_ref().map(Times::from),
        kept: Kept::from(&figures.promise),
        nps: Score::from(&figures.nps),
        off_map: figures.off_map,
    }
}

fn ends(interval: Interval) -> [f64; 2] {
    [interval.low, interval.high]
}

impl From<&Glance> for Quarter {
    fn from(glance: &Glance) -> Self {
        Self {
            cases: glance.cases,
            open: glance.open,
            lead_median_s: glance.median_s,
            promise: Kept::from(&glance.promise),
            nps: Score::from(&glance.nps),
        }
    }
}

impl From<&Share> for Kept {
    fn from(share: &Share) -> Self {
        Self { n: share.n, kept: share.hits, share: share.share(), ci95: share.ci95().map(ends) }
    }
}

impl From<&Nps> for Score {
    fn from(nps: &Nps) -> Self {
        Self { n: nps.n(), score: nps.score(), ci95: nps.ci95_score().map(ends) }
    }
}

impl From<&Durations> for Times {
    fn from(times: &Durations) -> Self {
        Self { n: times.n, median_s: times.median_s, p90_s: times.p90_s, mean_s: times.mean_s }
    }
}

impl Summary {
    /// A process of the catalogue with its figures.
    #[must_use]
    pub fn of(entry: &Entry, glance: Option<&Glance>, now: Timestamp) -> Self {
        let facts = entry.facts.clone();
        Self {
            review_due: facts.review(now) == Review::Due,
            key: entry.key.clone(),
            name: facts.name,
            description: facts.description,
            stage: facts.stage,
            area: facts.area.as_str().to_owned(),
            state: facts.state,
            industry: facts.industry,
            initiator: facts.initiator,
            partners: facts.partners,
            tags: facts.tags,
            owner: entry.owner.clone(),
            department: entry.department.clone(),
            reviewed_at: facts.reviewed_at.map(|at| at.to_string()),
            version: entry.version,
            figures: glance.map_or_else(Quarter::default, Quarter::from),
        }
    }
}
