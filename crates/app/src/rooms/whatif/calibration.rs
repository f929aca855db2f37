//! What a journal says of a process: the parameters of its simulation, each with its evidence, and whether they hold.
//!
//! Pure: a map, what was measured and office hours in, parameters out. Arrivals, ways and times are read off the journal; how
//! many people there are in effect, and how much of the waiting no free person would shorten, is found by simulating.

mod arrivals;
mod check;
mod fitting;
mod times;
mod traces;
mod ways;

pub use arrivals::ArrivalFigures;
pub use check::{Check, Pair, REPLICATIONS, Trust};
pub use fitting::PoolFigures;
pub use times::StepFigures;
pub use ways::WayFigures;

use super::parameters::{Lane, Parameters, People, Step};
use crate::rooms::processes::{Course, Passage};
use bpmn::map::{CustomerMap, Visibility};
use calendar::BusinessHours;
use jiff::Timestamp;
use sim::Progress;
use traces::Traces;

/// Cases over below which nothing is worked out: their figures would be chance.
pub const LEAST_CASES: usize = 30;

/// What an hour of work costs where nobody says, in the organisation's currency.
pub const USUAL_COST: f64 = 40.0;

/// What is known beside the map.
#[derive(Debug, Clone)]
pub struct Input<'a> {
    /// The map.
    pub map: &'a CustomerMap,
    /// Cases opened in the period.
    pub courses: &'a [Course],
    /// Where they came by, case by case in the order of time.
    pub passages: &'a [Passage],
    /// What the map says of each step.
    pub said: &'a [Said],
    /// The hours of the office that most of the cases were worked in.
    pub hours: &'a BusinessHours,
    /// How many people worked on these cases.
    pub people_seen: u64,
    /// The period.
    pub period: (Timestamp, Timestamp),
}

/// What the map says of a step.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Said {
    /// Work on one case, seconds.
    pub work_s: Option<f64>,
    /// What it costs each time, in whole units of the currency.
    pub cost: Option<f64>,
}

/// Where a value comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Counted or timed in the journal.
    Measured,
    /// Found by simulating until it agreed with what was measured.
    Fitted,
    /// Stated on the map, by somebody who knows.
    Stated,
    /// Nobody said; a usual value.
    Assumed,
}

/// Parameters of today, what they rest on, and how well they do.
#[derive(Debug, Clone)]
pub struct Calibration {
    /// The parameters.
    pub today: Parameters,
    /// How cases came.
    pub arrivals: ArrivalFigures,
    /// By lane; none where nobody of the organisation works.
    pub pools: Vec<Option<PoolFigures>>,
    /// By step.
    pub steps: Vec<StepFigures>,
    /// By way, in the order of the parameters.
    pub ways: Vec<WayFigures>,
    /// Simulated beside measured.
    pub check: Check,
    /// Within which time on the clock as many of today's simulated cases end as kept their promise.
    pub promise_s: Option<f64>,
    /// How many cases a replication has: those of a year.
    pub cases: u64,
    /// Cases that gave up: closed without an end of the map.
    pub gave_up: u64,
    /// People seen at work on these cases.
    pub people_seen: u64,
    /// Moves where the map has no way, which are left out because they are rare.
    pub left_out: u64,
}

/// Why there is nothing to simulate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Impossible {
    /// Too few cases are over.
    FewCases {
        /// How many.
        n: usize,
    },
    /// Cases never get from their beginning to an end.
    NoWay,
    /// The simulation of today did not come to its end.
    Refused,
}

/// Reads the parameters off the journal.
///
/// # Errors
///
/// [`Impossible`], if it does not say enough.
pub fn calibrate(input: &Input<'_>, progress: &Progress) -> Result<Calibration, Impossible> {
    let traces = Traces::of(input.map, input.courses, input.passages);
    if traces.over.len() < LEAST_CASES {
        return Err(Impossible::FewCases { n: traces.over.len() });
    }
    let zone = input.hours.zone_name();
    let arrivals = arrivals::of(input.courses, zone, input.period).ok_or(Impossible::NoWay)?;
    let routing = ways::of(input.map, &traces);
    let times = times::of(input, &traces);
    let holidays = arrivals::closed_days(input.hours, &arrivals.start);
    let lane = |(at, lane): (usize, &bpmn::map::Lane)| Lane {
        id: lane.id.clone(),
        name: lane.name.clone(),
        visibility: lane.visibility,
        people: matches!(lane.visibility, Visibility::Front | Visibility::Back).then(|| People {
            count: 1.0,
            extra: [0.0; 7],
            hours: arrivals::week(input.hours),
            holidays: holidays.clone(),
            cost_per_hour: times::cost_per_hour(input, at).unwrap_or(USUAL_COST),
        }),
    };
    let step = |(at, step): (usize, &bpmn::map::Step)| Step {
        id: step.id.clone(),
        name: step.name.clone(),
        lane: step.lane,
        kind: step.kind,
        work_s: times.work_s(at),
        delay_s: times.values(at),
        patience_s: traces.patience_s(at, times.work_s(at)),
    };
    let mut today = Parameters {
        start: arrivals.start.clone(),
        per_hour: arrivals.per_hour.clone(),
        lanes: input.map.lanes().iter().enumerate().map(lane).collect(),
        steps: input.map.steps().iter().enumerate().map(step).collect(),
        begins: routing.begins,
        ways: routing.ways,
    };
    if !ways::reaches_an_end(&today) {
        return Err(Impossible::NoWay);
    }
    let cases = ((today.per_week() * 52.0) as u64).clamp(200, 2_000);
    let fitted = fitting::fit(&mut today, &times, progress).map_err(|_| Impossible::Refused)?;
    let measured = check::Measured::of(&traces, input.courses, arrivals.weeks);
    let (check, promise_s) =
        check::of(&today, &measured, cases, progress).map_err(|_| Impossible::Refused)?;
    Ok(Calibration {
        arrivals,
        pools: fitted,
        steps: times.figures(&today),
        ways: routing.figures,
        check,
        promise_s,
        cases,
        gave_up: traces.over.iter().filter(|trace| trace.gave_up).count() as u64,
        people_seen: input.people_seen,
        left_out: routing.left_out,
        today,
    })
}

#[cfg(test)]
mod tests;
