//! Finished replications: reports and comparisons are made of them, and figures that a report does not have.

use crate::replications::{Names, Options};
use crate::report::{Comparison, Figure, Report};
use crate::tally::Run;

/// A simulation that is over, replication by replication.
///
/// ```
/// use sim::{Net, Options, Progress, Scenario};
///
/// let mut draft = Net::draft();
/// let (start, call, end) = (draft.start("start"), draft.task("call", "Call back"), draft.end("end"));
/// draft.flow("f1", start, call);
/// draft.flow("f2", call, end);
/// let net = draft.freeze().unwrap();
/// let of = |people: u32| {
///     Scenario::from_toml(&format!(
///         "[pools.desk]\ncount = {people}\n[arrivals]\nevery = 'exponential 10m'\n[tasks]\ncall = {{ by = 'desk', time = '8m' }}"
///     ))
///     .unwrap()
/// };
/// let start = "2026-03-02T00:00[Europe/Sofia]".parse().unwrap();
/// let options = Options::new(start);
/// let simulated = |people| sim::simulate(&net, &of(people), &options, &Progress::default(), None).unwrap();
/// let (one, two) = (simulated(1), simulated(2));
/// let within = two.against(&one, |run| run.share_within(600.0));
/// assert!(within.mean.unwrap() > 0.2 && within.ci95.unwrap()[0] > 0.0);
/// ```
#[derive(Debug, Clone)]
pub struct Runs {
    pub(crate) options: Options,
    pub(crate) runs: Vec<Run>,
    pub(crate) names: Names,
}

/// One replication of [`Runs`]. Times are in seconds.
#[derive(Debug, Clone, Copy)]
pub struct Replication<'a> {
    run: &'a Run,
    names: &'a Names,
}

impl Runs {
    /// The figures of all replications.
    #[must_use]
    pub fn report(&self) -> Report {
        Report::new(&self.options, &self.runs, &self.names)
    }

    /// The same beside another simulation with the same options, in [`Report::compare`].
    #[must_use]
    pub fn compared_with(&self, other: &Self) -> Report {
        let mut report = self.report();
        let sides = ((&*self.runs, &self.names), (&*other.runs, &other.names));
        report.compare = Some(Box::new(Comparison::new(sides.0, sides.1, other.report())));
        report
    }

    /// The mean of a value over the replications that have it.
    #[must_use]
    pub fn figure(&self, value: impl Fn(Replication<'_>) -> Option<f64>) -> Figure {
        Figure::over(self.replications().filter_map(value))
    }

    /// The paired difference of a value: this simulation minus another, which was run with the same options.
    #[must_use]
    pub fn against(&self, other: &Self, value: impl Fn(Replication<'_>) -> Option<f64>) -> Figure {
        let pairs = self.replications().zip(other.replications());
        Figure::over(pairs.filter_map(|(here, there)| Some(value(here)? - value(there)?)))
    }

    fn replications(&self) -> impl Iterator<Item = Replication<'_>> {
        self.runs.iter().map(|run| Replication { run, names: &self.names })
    }
}

impl Replication<'_> {
    /// Mean time from arrival to end.
    #[must_use]
    pub fn elapsed_s(self) -> Option<f64> {
        self.run.elapsed.mean()
    }

    /// The time from arrival to end that the share `q` of all cases stays below, to within 0.4 %.
    #[must_use]
    pub fn elapsed_quantile_s(self, q: f64) -> Option<f64> {
        self.run.elapsed.sketch.quantile(q)
    }

    /// Mean time of a case in which a task waited for somebody.
    #[must_use]
    pub fn waiting_s(self) -> Option<f64> {
        self.run.waiting.mean()
    }

    /// Mean time of a case in which it was worked at.
    #[must_use]
    pub fn processing_s(self) -> Option<f64> {
        self.run.processing.mean()
    }

    /// Mean time of a case in which work rested or an event was awaited.
    #[must_use]
    pub fn idle_s(self) -> Option<f64> {
        self.run.idle.mean()
    }

    /// Mean cost of a case.
    #[must_use]
    pub fn cost(self) -> Option<f64> {
        self.run.cost.mean()
    }

    /// How many cases came to their end.
    #[must_use]
    pub fn ended(self) -> u64 {
        self.run.elapsed.n
    }

    /// Share of the cases that came to their end or left, which left because they waited too long or found no room.
    #[must_use]
    pub fn share_left(self) -> Option<f64> {
        let left = self.run.abandoned + self.run.blocked;
        let all = self.run.elapsed.n + left;
        (all > 0).then(|| left as f64 / all as f64)
    }

    /// Share of the cases that came to their end within a time, of those that came to one or left.
    #[must_use]
    pub fn share_within(self, time_s: f64) -> Option<f64> {
        let all = self.run.elapsed.n + self.run.abandoned + self.run.blocked;
        (all > 0).then(|| self.run.elapsed.sketch.up_to(time_s) as f64 / all as f64)
    }

    /// How many cases came to their end in a second, while others still came.
    #[must_use]
    pub fn ended_per_s(self) -> Option<f64> {
        let span = self.run.last_arrival_s;
        (span > 0.0).then(|| self.run.ended_meanwhile as f64 / span)
    }

    /// Worked time of a pool by the time that its people were there; none of a pool without any.
    #[must_use]
    pub fn utilisation(self, pool: &str) -> Option<f64> {
        let of_pool = || {
            let resources = self.run.resources.iter().zip(&self.names.resources);
            resources.filter(|(_, (_, _, held))| held == pool).map(|(resource, _)| resource)
        };
        let available: f64 = of_pool().map(|resource| resource.available_s).sum();
        let worked: f64 = of_pool().map(|resource| resource.worked_s).sum();
        (available > 0.0).then(|| worked / available)
    }

    /// Mean time from when a task could begin to when it began, and how often it was done.
    #[must_use]
    pub fn task(self, id: &str) -> Option<(f64, u64)> {
        let at = self.names.tasks.iter().position(|(task, _)| task == id)?;
        let waiting = &self.run.tasks[at].waiting;
        Some((waiting.mean()?, waiting.n))
    }
}
