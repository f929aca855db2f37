//! Which process to improve first: the one that lets most customers down in a quarter.

use crate::rooms::processes::{Entry, Glance};
use measure::wilson;
use std::collections::BTreeMap;

/// Cases or answers from which on a figure may stand out.
const ENOUGH: u64 = 20;

/// What speaks most against a process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Promises were broken.
    Late,
    /// Customers would warn others.
    Score,
    /// Nothing that chance would not explain.
    Nothing,
}

/// A process among the others.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// The process.
    pub process: Entry,
    /// Its figures over the last quarter.
    pub glance: Glance,
    /// What speaks most against it.
    pub reason: Reason,
    /// Customers who were let down in the quarter, at least: the lower end of the interval of the share that speaks
    /// most against the process, times its cases.
    pub let_down: f64,
}

/// Processes with cases, those first that let most customers down.
#[must_use]
pub fn ranked(processes: Vec<Entry>, glances: &BTreeMap<String, Glance>) -> Vec<Standing> {
    let standing = |process: Entry| {
        let glance = glances.get(&process.key).filter(|glance| glance.cases > 0)?.clone();
        let (reason, let_down) = judged(&glance);
        Some(Standing { process, glance, reason, let_down })
    };
    let mut standings: Vec<Standing> = processes.into_iter().filter_map(standing).collect();
    standings
        .sort_by(|a, b| b.let_down.total_cmp(&a.let_down).then_with(|| b.glance.cases.cmp(&a.glance.cases)));
    standings
}

/// What speaks most against a process, and for how many customers a quarter.
fn judged(glance: &Glance) -> (Reason, f64) {
    let at_least = |hits: u64, n: u64| {
        let share = wilson(hits, n).filter(|_| n >= ENOUGH).map_or(0.0, |range| range.low);
        share * glance.cases as f64
    };
    let late = at_least(glance.broken(), glance.promise.n);
    // Those who would warn others, as far as more of them would than would recommend us.
    let unhappy = if glance.lean() < 0 { at_least(glance.nps.detractors, glance.nps.n()) } else { 0.0 };
    match (late, unhappy) {
        (late, unhappy) if late.max(unhappy) < 1.0 => (Reason::Nothing, 0.0),
        (late, unhappy) if late >= unhappy => (Reason::Late, late),
        (_, unhappy) => (Reason::Score, unhappy),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rooms::processes::Facts;
    use measure::{Nps, Share};
    use uuid::Uuid;

    fn listed(key: &str) -> Entry {
        Entry::new((Uuid::nil(), key.into(), 1), Facts::named(key), None, None)
    }

    fn glance(cases: u64, broken: u64, detractors: u64) -> Glance {
        Glance {
            cases,
            promise: Share { n: cases, hits: cases - broken },
            nps: Nps { promoters: 10, passives: 10, detractors },
            ..Glance::default()
        }
    }

    #[test]
    fn those_come_first_that_let_most_customers_down() {
        let glances = BTreeMap::from([
            ("few-but-bad".to_owned(), glance(30, 20, 0)),
            ("many".to_owned(), glance(1_000, 200, 0)),
            ("fine".to_owned(), glance(500, 0, 0)),
            ("hated".to_owned(), glance(900, 20, 180)),
        ]);
        let keys = ["few-but-bad", "many", "fine", "hated", "unused"];
        let ranked = ranked(keys.map(listed).to_vec(), &glances);
        let order: Vec<_> = ranked.iter().map(|one| (one.process.key.as_str(), one.reason)).collect();
        let expected = [
            ("hated", Reason::Score),
            ("many", Reason::Late),
            ("few-but-bad", Reason::Late),
            ("fine", Reason::Nothing),
        ];
        assert_eq!(order, expected);
    }

    #[test]
    fn a_handful_of_cases_proves_nothing() {
        assert_eq!(judged(&glance(6, 5, 2)), (Reason::Nothing, 0.0));
    }
}
