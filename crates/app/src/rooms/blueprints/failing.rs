//! Failure points by data: steps where work is done again, cases wait, customers are unhappy or go away.

use super::known::Known;
use crate::rooms::processes::StepFigures;
use bpmn::map::StepKind;

/// What a figure says of a step.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Sign {
    /// This share of the step's cases came to it again.
    Again(f64),
    /// One case in ten waits longer than this, seconds, which is much beside the half.
    Wait(f64, f64),
    /// Customers who were asked there are surely not likely to recommend: the score and its interval.
    Score(f64, f64, f64, u64),
    /// This share of the step's cases went to a bad end from there.
    Lost(f64),
}

/// A step and what speaks against it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Failing {
    /// The step, by index.
    pub step: usize,
    /// What was measured.
    pub sign: Sign,
    /// How many cases or answers stand behind it.
    pub n: u64,
}

/// Shares from which on a step stands out.
const OFTEN: f64 = 0.05;
/// Cases from which on a figure says something.
const FEW: u64 = 20;
/// How many times longer than the half one in ten waits, where waiting stands out.
const UNEVEN: f64 = 4.0;

/// Steps that stand out, those with most cases behind them first.
pub fn failing(known: &Known) -> Vec<Failing> {
    let map = &known.process.map;
    let is_bad = |step: usize| map.steps()[step].kind == StepKind::End { good: false };
    let mut found = Vec::new();
    for (step, figures) in known.figures.steps.iter().enumerate() {
        let mut add = |sign, n| found.push(Failing { step, sign, n });
        if figures.cases >= FEW {
            let again = figures.again as f64 / figures.cases as f64;
            if again >= OFTEN {
                add(Sign::Again(again), figures.again);
            }
            let lost: u64 = (map.flows().iter().zip(&known.figures.flows))
                .filter(|(flow, _)| flow.from == step && is_bad(flow.to))
                .filter_map(|(_, way)| way.map(|way| way.count))
                .sum();
            let share = lost as f64 / figures.cases as f64;
            if share >= OFTEN {
                add(Sign::Lost(share), lost);
            }
        }
        if let Some(wait) = uneven(figures) {
            add(wait, figures.count);
        }
        if let (Some(score), Some(range)) = (figures.nps.score(), figures.nps.ci95_score())
            && range.high < 0.0
        {
            add(Sign::Score(score, range.low, range.high, figures.nps.n()), figures.nps.n());
        }
    }
    found.sort_by_key(|failing| std::cmp::Reverse(failing.n));
    found
}

fn uneven(figures: &StepFigures) -> Option<Sign> {
    let wait = figures.wait.filter(|wait| wait.n >= FEW && wait.p90_s > UNEVEN * wait.median_s)?;
    Some(Sign::Wait(wait.p90_s, wait.median_s))
}
