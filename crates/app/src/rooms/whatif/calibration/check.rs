//! Whether the simulation of today shows what was measured: the reason to trust what it says of tomorrow.

use super::traces::{Traces, seconds};
use crate::rooms::processes::Course;
use crate::rooms::whatif::kit::{Kit, Names};
use crate::rooms::whatif::parameters::Parameters;
use measure::{Interval, Moments, Share, quantile_sorted};
use sim::{Error, Figure, Options, Progress, Replication};

/// Replications of the check, and of everything that is compared.
pub const REPLICATIONS: u64 = 20;

/// How far simulated means and medians may lie from measured ones to be close, and to be near.
const CLOSE: f64 = 0.10;
const NEAR: f64 = 0.25;

/// A figure as it was measured and as it was simulated.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// Measured.
    pub measured: f64,
    /// Its 95 % interval.
    pub range: Option<Interval>,
    /// Simulated.
    pub simulated: f64,
}

/// How far the simulation may be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trust {
    /// Its figures are close to those measured.
    High,
    /// Some are off by more than a tenth.
    Some,
    /// Some are off by more than a quarter.
    Low,
}

/// Simulated beside measured.
#[derive(Debug, Clone, PartialEq)]
pub struct Check {
    /// Cases that are over, from which was measured.
    pub n: u64,
    /// From opening to end, seconds.
    pub mean_s: Pair,
    /// Half took no longer.
    pub median_s: Pair,
    /// Nine of ten took no longer.
    pub p90_s: Pair,
    /// Cases that end in a week.
    pub per_week: Pair,
    /// Share of cases that gave up.
    pub gave_up: Pair,
    /// Promises kept; none without promises.
    pub kept: Option<Share>,
}

/// What was measured of whole cases.
#[derive(Debug)]
pub struct Measured {
    leads: Vec<f64>,
    moments: Moments,
    kept: Share,
    per_week: f64,
    gave_up: Share,
}

impl Measured {
    pub fn of(traces: &Traces, courses: &[Course], weeks: f64) -> Self {
        let ended = traces.over.iter().filter(|trace| !trace.gave_up);
        let mut leads: Vec<f64> = ended.map(|trace| seconds(trace.opened, trace.over)).collect();
        leads.sort_by(f64::total_cmp);
        let moments = leads.iter().copied().collect();
        let kept = courses.iter().filter_map(|course| course.is_kept).collect();
        let per_week = leads.len() as f64 / weeks;
        let gave_up = traces.over.iter().map(|trace| trace.gave_up).collect();
        Self { leads, moments, kept, per_week, gave_up }
    }
}

/// Simulates today, and holds it against what was measured. Gives also the time within which as many cases end as kept
/// their promise.
pub fn of(
    today: &Parameters,
    measured: &Measured,
    cases: u64,
    progress: &Progress,
) -> Result<(Check, Option<f64>), Error> {
    let kit =
        Kit::of(today, Names { key: "check", process: "check", scenario: "" }).map_err(Error::Scenario)?;
    let ready = kit.ready(&today.start).map_err(Error::Scenario)?;
    let options = Options { cases, replications: REPLICATIONS, ..Options::new(today.start.clone()) };
    let runs = sim::simulate(&ready.net, &ready.scenario, &options, progress, None)?;
    let value = |of: &dyn Fn(Replication<'_>) -> Option<f64>| -> f64 {
        let figure: Figure = runs.figure(of);
        figure.mean.unwrap_or(0.0)
    };
    let quantile = |q: f64| Pair {
        measured: quantile_sorted(&measured.leads, q).unwrap_or(0.0),
        range: None,
        simulated: value(&|run| run.elapsed_quantile_s(q)),
    };
    let promise_s =
        measured.kept.share().map(|share| value(&|run| run.elapsed_quantile_s(share.clamp(0.01, 0.99))));
    let check = Check {
        n: measured.leads.len() as u64,
        mean_s: Pair {
            measured: measured.moments.mean().unwrap_or(0.0),
            range: measured.moments.ci95(),
            simulated: value(&|run| run.elapsed_s()),
        },
        median_s: quantile(0.5),
        p90_s: quantile(0.9),
        per_week: Pair {
            measured: measured.per_week,
            range: None,
            simulated: value(&|run| run.ended_per_s()) * sim::WEEK_S,
        },
        gave_up: Pair {
            measured: measured.gave_up.share().unwrap_or(0.0),
            range: measured.gave_up.ci95(),
            simulated: value(&|run| run.share_left()),
        },
        kept: measured.kept.share().map(|_| measured.kept),
    };
    Ok((check, promise_s))
}

impl Pair {
    /// By how much of what was measured the simulation is off.
    #[must_use]
    pub fn off(&self) -> f64 {
        if self.measured > 0.0 { (self.simulated - self.measured).abs() / self.measured } else { 0.0 }
    }
}

impl Check {
    /// Whether a manager may build on it: by its mean and median, and half as strictly by its longest times.
    #[must_use]
    pub fn trust(&self) -> Trust {
        let worst = [self.mean_s.off(), self.median_s.off(), self.p90_s.off() / 2.0, self.per_week.off()];
        let worst = worst.into_iter().fold(0.0, f64::max);
        match worst {
            off if off <= CLOSE => Trust::High,
            off if off <= NEAR => Trust::Some,
            _ => Trust::Low,
        }
    }
}
