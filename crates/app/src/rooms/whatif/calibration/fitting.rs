//! People in effect, and delays that no free person would shorten: found by simulating.
//!
//! A journal shows how long a case was at a step, and not who was busy with what else. So the smallest number of people is
//! taken with whom the simulated wait is not longer than what was measured: queues explain as much of the waiting as they
//! can. What is left is a delay that is not caused by queueing (extraneous delay: Chapela-Campa & Dumas 2024), of the shape
//! that the measured times have.

use super::times::Times;
use crate::rooms::whatif::kit::{Kit, Names};
use crate::rooms::whatif::parameters::Parameters;
use sim::{Error, LogRow, LogSink, Options, Progress};
use std::collections::HashMap;

/// Numbers of people that are tried. A part of a person is one who works on this process for that part of each day.
const COUNTS: [f64; 23] = [
    0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.75, 1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 15.0,
    20.0, 30.0, 50.0,
];

/// People are busy for at most this part of their time: closer to all of it, queues grow for too long to be told by.
const BUSIEST: f64 = 0.92;

/// How much longer than the shortest a wait may be that more people would hardly shorten.
const ENOUGH: f64 = 1.05;

/// Cases of a run that looks for people or delays.
const CASES: u64 = 2_000;

/// How often delays are corrected by what was simulated.
const ROUNDS: usize = 12;

/// How the people of a lane were found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PoolFigures {
    /// Measured time at its steps without the work, mean over all times that one was done, seconds.
    pub measured_s: f64,
    /// The same simulated with people found, and no other delay.
    pub simulated_s: f64,
    /// How many times a step was timed.
    pub n: u64,
    /// Hours of work that come in a week.
    pub work_h: f64,
    /// Whether any number of people is waited for as long as was measured, or shorter.
    pub is_found: bool,
}

/// Finds people of each lane, then delays of each step.
pub fn fit(
    today: &mut Parameters,
    times: &Times,
    progress: &Progress,
) -> Result<Vec<Option<PoolFigures>>, Error> {
    let visits = today.visits();
    let mut found = Vec::with_capacity(today.lanes.len());
    for lane in 0..today.lanes.len() {
        let steps: Vec<usize> = (0..today.steps.len())
            .filter(|&step| today.steps[step].lane == lane && today.is_staffed(step) && visits[step] > 0.0)
            .collect();
        if !steps.is_empty() {
            found.push(Some(people(today, times, &visits, lane, &steps, progress)?));
            continue;
        }
        found.push(None);
        // Nobody came by: where nothing is done at all, nobody is needed.
        if !today.steps.iter().any(|step| step.lane == lane && !step.kind.is_end()) {
            today.lanes[lane].people = None;
        }
    }
    delays(today, times, &visits, progress)?;
    Ok(found)
}

fn people(
    today: &mut Parameters,
    times: &Times,
    visits: &[f64],
    lane: usize,
    steps: &[usize],
    progress: &Progress,
) -> Result<PoolFigures, Error> {
    let weight: f64 = steps.iter().map(|&step| visits[step]).sum();
    let over =
        |of: &dyn Fn(usize) -> f64| steps.iter().map(|&step| visits[step] * of(step)).sum::<f64>() / weight;
    let without_work = |step: usize, time: f64| (time - times.work_s(step)).max(0.0);
    let measured_s = over(&|step| without_work(step, times.mean_s(step).unwrap_or(0.0)));
    let usual_s = over(&|step| without_work(step, times.median_s(step)));
    let work_h = today.per_week() * weight * over(&|step| times.work_s(step)) / 3_600.0;
    let mut alone = today.clone();
    for (at, other) in alone.lanes.iter_mut().enumerate() {
        if at != lane {
            other.people = None;
        }
    }
    for step in &mut alone.steps {
        if step.lane == lane {
            step.delay_s.clear();
        }
    }
    let hours = today.lanes[lane].people.as_ref().map_or(0.0, |people| people.hours_a_week() / people.count);
    let mut tried: Vec<(f64, f64)> = Vec::new();
    for count in COUNTS {
        if work_h > BUSIEST * hours * count {
            continue;
        }
        if let Some(people) = &mut alone.lanes[lane].people {
            people.count = count;
        }
        let stays = stays(&alone, progress)?;
        let stay = |step: usize| stays.get(&step).copied().unwrap_or_default();
        let simulated_s = over(&|step| without_work(step, stay(step).mean_s));
        tried.push((count, simulated_s));
        let simulated_usual_s = over(&|step| without_work(step, stay(step).median_s));
        if simulated_s <= measured_s && simulated_usual_s <= usual_s {
            break;
        }
    }
    let (most, least_s) = tried.last().copied().unwrap_or((1.0, 0.0));
    // Where even many people are waited for longer than was measured, as few as are waited for no longer than they.
    let enough = tried.iter().find(|(_, simulated_s)| *simulated_s <= ENOUGH * least_s);
    let is_found = least_s <= measured_s && most < COUNTS[COUNTS.len() - 1];
    let (count, simulated_s) =
        if is_found { (most, least_s) } else { enough.copied().unwrap_or((most, least_s)) };
    if let Some(people) = &mut today.lanes[lane].people {
        people.count = count;
    }
    let n = steps.iter().map(|&step| times.n(step)).sum();
    Ok(PoolFigures { measured_s, simulated_s, n, work_h, is_found })
}

/// Corrects the delays of staffed steps until simulated cases stay at each step as long as measured ones. A longer delay may
/// end at night and make a wait longer, too, so each correction goes half the way, and the best of all rounds is taken.
fn delays(today: &mut Parameters, times: &Times, visits: &[f64], progress: &Progress) -> Result<(), Error> {
    let staffed: Vec<usize> =
        (0..today.steps.len()).filter(|&step| today.is_staffed(step) && visits[step] > 0.0).collect();
    let measured = |step: usize| times.mean_s(step).unwrap_or(0.0);
    for &step in &staffed {
        today.steps[step].delay_s = times.beyond(step, (measured(step) - times.work_s(step)) / 2.0);
    }
    let mut best = (f64::INFINITY, today.clone());
    for _ in 0..ROUNDS {
        let stays = stays(today, progress)?;
        let tried = today.clone();
        let mut off = 0.0;
        for &step in &staffed {
            let Some(stay) = stays.get(&step) else { continue };
            let delay = today.steps[step].mean_delay_s();
            let rest = measured(step) - stay.mean_s - delay;
            off += visits[step] * rest.abs();
            today.steps[step].delay_s = times.beyond(step, delay + rest / 2.0);
        }
        if off < best.0 {
            best = (off, tried);
        }
    }
    *today = best.1;
    Ok(())
}

/// How long cases stay at each step from when it could begin to when it is done: waiting, work, and rest in between.
fn stays(parameters: &Parameters, progress: &Progress) -> Result<HashMap<usize, Stay>, Error> {
    let mut named = parameters.clone();
    for (at, step) in named.steps.iter_mut().enumerate() {
        step.name = at.to_string();
    }
    let kit = Kit::of(&named, Names { key: "fit", process: "fit", scenario: "" }).map_err(Error::Scenario)?;
    let ready = kit.ready(&named.start).map_err(Error::Scenario)?;
    let options = Options { cases: CASES, replications: 1, ..Options::new(named.start.clone()) };
    let mut stays = Stays::default();
    sim::simulate(&ready.net, &ready.scenario, &options, progress, Some(&mut stays))?;
    let stay = |(name, mut times): (String, Vec<f64>)| {
        let mean_s = times.iter().sum::<f64>() / times.len() as f64;
        Some((name.parse().ok()?, Stay { mean_s, median_s: measure::median(&mut times)? }))
    };
    Ok(stays.0.into_iter().filter_map(stay).collect())
}

/// How long cases stay at a step.
#[derive(Debug, Clone, Copy, Default)]
struct Stay {
    mean_s: f64,
    median_s: f64,
}

/// Times from the rows of a log, by activity.
#[derive(Debug, Default)]
struct Stays(HashMap<String, Vec<f64>>);

impl LogSink for Stays {
    fn row(&mut self, row: &LogRow<'_>) {
        let stay = row.end_s - row.enabled_s;
        match self.0.get_mut(row.activity) {
            Some(times) => times.push(stay),
            None => drop(self.0.insert(row.activity.to_owned(), vec![stay])),
        }
    }
}
