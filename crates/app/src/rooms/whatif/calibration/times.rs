//! How long steps take: from reaching one to reaching the next, of which so much is work.

use super::traces::Traces;
use super::{Input, Origin};
use crate::rooms::whatif::parameters::Parameters;
use bpmn::map::Visibility;
use measure::{Interval, Moments, quantile_sorted};

/// Values that stand for all that were measured at a step: the middles of as many parts of equal size.
const VALUES: usize = 60;

/// Work at a step of which nobody says how long it takes.
const USUAL_WORK_S: f64 = 900.0;

/// A mean delay below it is none.
const LEAST_DELAY_S: f64 = 30.0;

/// What was measured at a step.
#[derive(Debug, Clone, PartialEq)]
pub struct StepFigures {
    /// How often it was left.
    pub n: u64,
    /// From reaching it to reaching the next, mean and its 95 % interval, seconds.
    pub mean_s: Option<(f64, Option<Interval>)>,
    /// Half took no longer.
    pub median_s: Option<f64>,
    /// Nine of ten took no longer.
    pub p90_s: Option<f64>,
    /// Where its working time comes from.
    pub work: Origin,
    /// How much of the time passes without anybody's queue, seconds: fitted.
    pub delay_s: f64,
    /// The family of distributions that comes nearest to what was measured, and the largest distance from it.
    pub family: Option<(&'static str, f64)>,
}

/// Times of all steps.
#[derive(Debug)]
pub struct Times {
    sorted: Vec<Vec<f64>>,
    moments: Vec<Moments>,
    work: Vec<(f64, Origin)>,
}

pub fn of(input: &Input<'_>, traces: &Traces) -> Times {
    let mut sorted = traces.elapsed(input.map.steps().len());
    sorted.iter_mut().for_each(|values| values.sort_by(f64::total_cmp));
    let moments: Vec<Moments> = sorted.iter().map(|values| values.iter().copied().collect()).collect();
    let work = |(at, step): (usize, &bpmn::map::Step)| {
        let visibility = input.map.lanes()[step.lane].visibility;
        let is_staff = matches!(visibility, Visibility::Front | Visibility::Back) && !step.kind.is_end();
        let mean = moments[at].mean().unwrap_or(f64::INFINITY);
        match input.said.get(at).and_then(|said| said.work_s) {
            // Work is a part of the time that was measured.
            Some(stated) if is_staff => (stated.min(mean), Origin::Stated),
            None if is_staff => (USUAL_WORK_S.min(mean / 2.0), Origin::Assumed),
            _ => (0.0, Origin::Measured),
        }
    };
    let work = input.map.steps().iter().enumerate().map(work).collect();
    Times { sorted, moments, work }
}

impl Times {
    /// Working time of a step.
    pub fn work_s(&self, step: usize) -> f64 {
        self.work[step].0
    }

    /// The mean time from reaching a step to reaching the next.
    pub fn mean_s(&self, step: usize) -> Option<f64> {
        self.moments[step].mean()
    }

    /// Half of those who were at a step took no longer.
    pub fn median_s(&self, step: usize) -> f64 {
        quantile_sorted(&self.sorted[step], 0.5).unwrap_or(0.0)
    }

    /// What was measured at a step beyond as much time as leaves this mean: short stays have nothing left of them, long ones
    /// nearly all. Empty for none.
    pub fn beyond(&self, step: usize, mean_s: f64) -> Vec<f64> {
        let values = self.values(step);
        let cut = |by: f64| values.iter().map(move |value| (value - by).max(0.0));
        let mean = |by: f64| cut(by).sum::<f64>() / values.len() as f64;
        if mean_s < LEAST_DELAY_S || values.is_empty() {
            return Vec::new();
        }
        if mean(0.0) <= mean_s {
            return values;
        }
        let (mut low, mut high) = (0.0, values.last().copied().unwrap_or(0.0));
        for _ in 0..60 {
            let middle = f64::midpoint(low, high);
            if mean(middle) > mean_s { low = middle } else { high = middle }
        }
        cut(high).map(|value| (value * 10.0).round() / 10.0).collect()
    }

    /// How often it was timed.
    pub fn n(&self, step: usize) -> u64 {
        self.sorted[step].len() as u64
    }

    /// Values that stand for all that were measured, with the same mean.
    pub fn values(&self, step: usize) -> Vec<f64> {
        let (sorted, Some(mean)) = (&self.sorted[step], self.mean_s(step)) else { return Vec::new() };
        if sorted.len() <= VALUES {
            return sorted.clone();
        }
        let parts = (0..VALUES).map(|part| {
            let (from, to) = (part * sorted.len() / VALUES, (part + 1) * sorted.len() / VALUES);
            sorted[from..to].iter().sum::<f64>() / (to - from) as f64
        });
        let values: Vec<f64> = parts.map(|value| (value * 10.0).round() / 10.0).collect();
        let found = values.iter().sum::<f64>() / VALUES as f64;
        if found > 0.0 { values.iter().map(|value| value * mean / found).collect() } else { values }
    }

    /// The figures, when the delays are known.
    pub fn figures(&self, today: &Parameters) -> Vec<StepFigures> {
        let figures = |(at, sorted): (usize, &Vec<f64>)| StepFigures {
            n: sorted.len() as u64,
            mean_s: self.moments[at].mean().map(|mean| (mean, self.moments[at].ci95())),
            median_s: quantile_sorted(sorted, 0.5),
            p90_s: quantile_sorted(sorted, 0.9),
            work: self.work[at].1,
            delay_s: today.steps[at].mean_delay_s(),
            family: sim::fit(sorted).first().filter(|_| sorted.len() >= 20).map(|fit| (fit.family, fit.ks)),
        };
        self.sorted.iter().enumerate().map(figures).collect()
    }
}

/// What an hour of work costs in a lane, where the map says what its steps cost and how long they take.
pub fn cost_per_hour(input: &Input<'_>, lane: usize) -> Option<f64> {
    let here = input.map.steps().iter().zip(input.said).filter(|(step, _)| step.lane == lane);
    let known = here.filter_map(|(_, said)| Some((said.cost?, said.work_s.filter(|work| *work > 0.0)?)));
    let (cost, work) = known.fold((0.0, 0.0), |sum, (cost, work)| (sum.0 + cost, sum.1 + work));
    (work > 0.0).then(|| (cost / work * 3_600.0 * 100.0).round() / 100.0)
}
