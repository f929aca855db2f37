//! What one replication counted.

use crate::sketch::Sketch;

/// Figures of a stream of values, exact but for its quantiles.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Tally {
    pub n: u64,
    pub sum: f64,
    pub min: f64,
    pub max: f64,
    pub sketch: Sketch,
}

impl Default for Tally {
    fn default() -> Self {
        Self { n: 0, sum: 0.0, min: f64::INFINITY, max: f64::NEG_INFINITY, sketch: Sketch::default() }
    }
}

impl Tally {
    #[inline]
    pub fn push(&mut self, value: f64) {
        self.n += 1;
        self.sum += value;
        self.min = self.min.min(value);
        self.max = self.max.max(value);
        self.sketch.push(value);
    }

    pub fn mean(&self) -> Option<f64> {
        (self.n > 0).then(|| self.sum / self.n as f64)
    }
}

/// Figures of the cases that ended, of tasks and of resources, in one replication.
#[derive(Debug, Clone, Default)]
pub(crate) struct Run {
    /// From arrival to end, without the time that work in hand rests.
    pub cycle: Tally,
    /// While at least one task was waiting.
    pub waiting: Tally,
    /// While at least one task was worked at.
    pub processing: Tally,
    /// While work in hand rested, and events were awaited.
    pub idle: Tally,
    /// From arrival to end.
    pub elapsed: Tally,
    pub cost: Tally,
    pub tasks: Vec<TaskRun>,
    pub resources: Vec<ResourceRun>,
    pub queues: Vec<QueueRun>,
    pub arrived: u64,
    /// Cases whose patience ended.
    pub abandoned: u64,
    /// Cases that found no room.
    pub blocked: u64,
    /// Cases that were not over at the end, and a node at which one of them was.
    pub unfinished: u64,
    pub unfinished_at: Option<u32>,
    pub log_rows: u64,
    /// Cases that came to their end while others still came, and when the last came.
    pub ended_meanwhile: u64,
    pub last_arrival_s: f64,
    /// Sum over time of the number of cases.
    pub cases_area: f64,
    pub events: u64,
}

impl Run {
    /// Gives back the room that only more values would need: a run is over, and many are kept.
    pub fn pack(&mut self) {
        let whole =
            [&mut self.cycle, &mut self.waiting, &mut self.processing, &mut self.idle, &mut self.elapsed];
        let of_tasks =
            self.tasks.iter_mut().flat_map(|task| [&mut task.waiting, &mut task.processing, &mut task.cost]);
        whole.into_iter().chain([&mut self.cost]).chain(of_tasks).for_each(|tally| tally.sketch.pack());
    }
}

#[derive(Debug, Clone, Default)]
pub(crate) struct TaskRun {
    pub waiting: Tally,
    pub processing: Tally,
    pub cost: Tally,
}

#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct ResourceRun {
    pub tasks: u64,
    pub worked_s: f64,
    pub available_s: f64,
}

/// How the queue of a group of resources grew: mean lengths over each quarter of the arrivals.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct QueueRun {
    pub lengths: [f64; 4],
    /// Seconds of those quarters.
    pub spans_s: [f64; 4],
}
