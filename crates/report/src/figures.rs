//! What a report says, before it is put into words: plain values in the units of the data.

use eventlog::Problem;
use measure::Interval;
use mining::Durations;

use crate::spec::Words;

/// A report. Texts that the spec wrote come in its languages; times are seconds, money is in the spec's currency.
#[derive(Debug, Clone)]
pub struct Report {
    /// Heading.
    pub title: Words,
    /// A sentence below it.
    pub about: Words,
    /// Code of the currency.
    pub currency: String,
    /// How many cases.
    pub cases: u64,
    /// How many events.
    pub events: u64,
    /// Months of the first and the last event.
    pub period: Option<(Month, Month)>,
    /// What is wrong with the data, file by file.
    pub problems: Vec<FileProblem>,
    /// Lanes of the map.
    pub lanes: Vec<crate::spec::LaneSpec>,
    /// Steps in the order of the spec, those it does not name behind them, then the ends.
    pub steps: Vec<Step>,
    /// What follows what, ends included, most frequent first.
    pub arcs: Vec<Arc>,
    /// From when to when the customer waits.
    pub lead_time: Option<Durations>,
    /// What customers said.
    pub scores: Option<Scores>,
    /// What was promised.
    pub promise: Option<Promise>,
    /// What may move the score, the greatest difference first.
    pub drivers: Vec<Driver>,
    /// What a change would bring.
    pub what_ifs: Vec<WhatIf>,
}

/// A problem and its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileProblem {
    /// Path as the spec gives it.
    pub file: String,
    /// What is wrong.
    pub problem: Problem,
}

/// A step of the process, or an end of it.
#[derive(Debug, Clone)]
pub struct Step {
    /// What it is called in results.
    pub id: String,
    /// What it is called on the map.
    pub name: Words,
    /// Its lane.
    pub lane: usize,
    /// Whether cases end here, and if so whether well.
    pub end: Option<bool>,
    /// How often it came; of an end, how many cases.
    pub count: u64,
    /// Cases that came by.
    pub cases: u64,
    /// Cases that start here.
    pub starts: u64,
    /// Time since the step before it.
    pub wait: Option<Durations>,
}

/// One step directly after another; numbers are places in [`Report::steps`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arc {
    /// The step before.
    pub from: usize,
    /// The step after.
    pub to: usize,
    /// How often.
    pub count: u64,
}

/// A month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    /// Year.
    pub year: i16,
    /// 1 to 12.
    pub month: i8,
}

impl Month {
    /// Months since the year 0.
    pub(crate) fn number(self) -> usize {
        usize::try_from(i32::from(self.year) * 12 + i32::from(self.month) - 1).unwrap_or(0)
    }

    /// The month with a number.
    pub(crate) fn from_number(number: usize) -> Self {
        Self { year: (number / 12) as i16, month: (number % 12 + 1) as i8 }
    }
}

/// What a part of the answers or promises has in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A step that was reached, or an end.
    Step {
        /// What it is called in results.
        id: String,
        /// What it is called on the map.
        name: Words,
    },
    /// A value in the data.
    Value(String),
    /// A month.
    Month(Month),
}

/// What customers said.
#[derive(Debug, Clone)]
pub struct Scores {
    /// Heading.
    pub name: Words,
    /// Lowest and highest score.
    pub scale: (f64, f64),
    /// From which score on an answer counts as top.
    pub top_from: f64,
    /// All answers.
    pub all: Score,
    /// By the furthest step that the case reached.
    pub by_step: Vec<(Part, Score)>,
    /// By the way the case ended.
    pub by_end: Vec<(Part, Score)>,
    /// What customers are told apart by.
    pub group: Option<Words>,
    /// By that, those with most answers first.
    pub by_group: Vec<(Part, Score)>,
    /// By month of the answer.
    pub by_month: Vec<(Part, Score)>,
}

/// A set of answers in a few figures; intervals are 95 %.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Score {
    /// How many answers.
    pub n: u64,
    /// Their mean.
    pub mean: Option<f64>,
    /// Around it (Student's t).
    pub mean_ci95: Option<Interval>,
    /// Share of answers at the top of the scale.
    pub top_share: Option<f64>,
    /// Around it (Wilson).
    pub top_ci95: Option<Interval>,
}

/// A promise and how it was kept.
#[derive(Debug, Clone)]
pub struct Promise {
    /// The promise in words.
    pub name: Words,
    /// All cases it was made to and that are done.
    pub all: Kept,
    /// What customers are told apart by.
    pub group: Option<Words>,
    /// Whether compensation is owed at all.
    pub compensated: bool,
    /// By month.
    pub by_month: Vec<(Part, Kept)>,
    /// By what customers are told apart by, those with most cases first.
    pub by_group: Vec<(Part, Kept)>,
}

/// How often a promise was kept, and what is owed.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Kept {
    /// Cases.
    pub n: u64,
    /// Those whose promise was broken.
    pub late: u64,
    /// Owed to them, in the spec's currency.
    pub compensation: f64,
}

impl Kept {
    /// Share of promises that were kept.
    #[must_use]
    pub fn share(&self) -> Option<f64> {
        (self.n > 0).then(|| (self.n - self.late) as f64 / self.n as f64)
    }

    /// Around it, 95 % (Wilson).
    #[must_use]
    pub fn ci95(&self) -> Option<Interval> {
        measure::wilson(self.n - self.late, self.n)
    }
}

/// What is compared between cases with a driver and cases without.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The mean score.
    Score,
    /// The share of promises kept.
    Promise,
}

/// Something that may move the outcome.
#[derive(Debug, Clone)]
pub struct Driver {
    /// Name in results.
    pub id: String,
    /// Name on the page.
    pub name: Words,
    /// What is compared.
    pub outcome: Outcome,
    /// Answers (or promises) of cases with it.
    pub with: Group,
    /// Of cases without it.
    pub without: Group,
    /// Outcome with it minus outcome without it.
    pub difference: Option<f64>,
    /// Around the difference, 95 % (Welch).
    pub difference_ci95: Option<Interval>,
}

/// Answers (or promises) on either side from which on a difference is spoken of.
pub const ENOUGH: u64 = 5;

impl Driver {
    /// Whether there are enough cases with it and without it to speak of a difference.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.difference.is_some() && self.with.n.min(self.without.n) >= ENOUGH
    }

    /// Whether chance alone would hardly make such a difference: the interval around it leaves zero out.
    #[must_use]
    pub fn is_beyond_chance(&self) -> bool {
        self.is_known() && self.difference_ci95.is_some_and(|range| range.low > 0.0 || range.high < 0.0)
    }
}

/// One of two groups.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Group {
    /// How many.
    pub n: u64,
    /// Their mean.
    pub mean: Option<f64>,
    /// Around it, 95 %.
    pub ci95: Option<Interval>,
}

/// What a change would bring if the association is a cause.
#[derive(Debug, Clone)]
pub struct WhatIf {
    /// Name in results.
    pub id: String,
    /// Name on the page.
    pub name: Words,
    /// Name of the driver that fewer cases would have.
    pub driver: Words,
    /// What is worked out.
    pub outcome: Outcome,
    /// How many answers (or promises) are compared.
    pub n: u64,
    /// Share of answers (or promises) of cases with the driver now.
    pub share: f64,
    /// What would be left of it.
    pub new_share: f64,
    /// The outcome now.
    pub now: f64,
    /// Its expected change.
    pub change: f64,
    /// Around the change, 95 % (bootstrap over cases).
    pub change_ci95: Option<Interval>,
    /// Expected change of all compensation owed.
    pub compensation_change: f64,
    /// Around it.
    pub compensation_change_ci95: Option<Interval>,
}
