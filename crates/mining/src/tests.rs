//! Every figure against the simplest way to compute it.

use std::collections::BTreeMap;

use eventlog::{EventLog, LogBuilder, NO_RESOURCE, NO_START};
use proptest::prelude::*;

use super::*;

/// A log from `(case, activity, time in seconds)`.
fn log(events: &[(u32, u32, i64)]) -> EventLog {
    let mut builder = LogBuilder::default();
    for &(case, activity, time_s) in events {
        let (case, activity) = (builder.case(&case.to_string()), builder.activity(&activity.to_string()));
        builder.push(case, activity, time_s * 1_000_000, NO_START, NO_RESOURCE);
    }
    builder.finish()
}

/// The cases of the same events: names of activities and times, in order.
fn paths(events: &[(u32, u32, i64)]) -> Vec<Vec<(String, f64)>> {
    let mut cases: Vec<(u32, Vec<(String, f64)>)> = Vec::new();
    let mut ordered = events.to_vec();
    ordered.sort_by_key(|event| event.2);
    for &(case, ..) in events {
        if !cases.iter().any(|known| known.0 == case) {
            let path =
                ordered.iter().filter(|e| e.0 == case).map(|e| (e.1.to_string(), e.2 as f64)).collect();
            cases.push((case, path));
        }
    }
    cases.into_iter().map(|case| case.1).collect()
}

fn slow_quantile(values: &[f64], p: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let place = p * (sorted.len() - 1) as f64;
    let (low, high) = (sorted[place.floor() as usize], sorted[place.ceil() as usize]);
    low + (high - low) * place.fract()
}

fn same(durations: &Durations, values: &[f64]) -> bool {
    let near = |a: f64, b: f64| (a - b).abs() < 1e-6;
    durations.n == values.len() as u64
        && near(durations.mean_s, values.iter().sum::<f64>() / values.len() as f64)
        && near(durations.median_s, slow_quantile(values, 0.5))
        && near(durations.p90_s, slow_quantile(values, 0.9))
        && near(durations.min_s, slow_quantile(values, 0.0))
        && near(durations.max_s, slow_quantile(values, 1.0))
}

fn events() -> impl Strategy<Value = Vec<(u32, u32, i64)>> {
    // Up to 1,100 activities, so that the table of arcs is sometimes dense and sometimes sparse.
    prop_oneof![Just(3_u32), Just(1100)]
        .prop_flat_map(|activities| proptest::collection::vec((0_u32..8, 0..activities, 0_i64..30), 0..120))
}

proptest! {
    #[test]
    fn the_graph_agrees_with_counting_by_hand(events in events()) {
        let log = log(&events);
        let graph = directly_follows(&log);
        let mut arcs: BTreeMap<(String, String), Vec<f64>> = BTreeMap::new();
        let mut waits: BTreeMap<String, Vec<f64>> = BTreeMap::new();
        let (mut starts, mut ends) = (BTreeMap::new(), BTreeMap::new());
        for path in paths(&events) {
            *starts.entry(path[0].0.clone()).or_insert(0_u64) += 1;
            *ends.entry(path[path.len() - 1].0.clone()).or_insert(0_u64) += 1;
            for pair in path.windows(2) {
                let wait = pair[1].1 - pair[0].1;
                arcs.entry((pair[0].0.clone(), pair[1].0.clone())).or_default().push(wait);
                waits.entry(pair[1].0.clone()).or_default().push(wait);
            }
        }
        prop_assert_eq!(graph.arcs.len(), arcs.len());
        prop_assert!(graph.arcs.is_sorted_by_key(|arc| std::cmp::Reverse(arc.count)));
        for arc in &graph.arcs {
            let (from, to) = (log.activities().get(arc.from), log.activities().get(arc.to));
            let values = &arcs[&(from.to_owned(), to.to_owned())];
            prop_assert!(arc.count == values.len() as u64 && same(&arc.times, values));
        }
        for (number, name) in log.activities().iter().enumerate() {
            prop_assert_eq!(graph.starts[number], starts.get(name).copied().unwrap_or(0));
            prop_assert_eq!(graph.ends[number], ends.get(name).copied().unwrap_or(0));
            match (&graph.waits[number], waits.get(name)) {
                (Some(found), Some(values)) => prop_assert!(same(found, values)),
                (found, values) => prop_assert!(found.is_none() && values.is_none()),
            }
        }
    }

    #[test]
    fn variants_agree_with_grouping_by_hand(events in proptest::collection::vec((0_u32..12, 0_u32..2, 0_i64..30), 0..60)) {
        let log = log(&events);
        let mut expected: BTreeMap<Vec<String>, u64> = BTreeMap::new();
        for path in paths(&events) {
            *expected.entry(path.into_iter().map(|event| event.0).collect()).or_insert(0) += 1;
        }
        let found = variants(&log);
        prop_assert_eq!(found.len(), expected.len());
        prop_assert!(found.is_sorted_by_key(|v| (std::cmp::Reverse(v.cases), v.first_case)));
        for variant in &found {
            let names: Vec<String> = variant.activities.iter().map(|&a| log.activities().get(a).to_owned()).collect();
            prop_assert_eq!(expected[&names], variant.cases);
            prop_assert_eq!(log.case(variant.first_case as usize).activity, variant.activities.as_slice());
        }
    }

    #[test]
    fn throughput_and_rework_agree_with_counting_by_hand(events in events()) {
        let log = log(&events);
        let paths = paths(&events);
        let spans: Vec<f64> = paths.iter().map(|path| path[path.len() - 1].1 - path[0].1).collect();
        match throughput(&log) {
            Some(found) => prop_assert!(same(&found, &spans)),
            None => prop_assert!(spans.is_empty()),
        }
        let mut expected: BTreeMap<String, (u64, u64)> = BTreeMap::new();
        for path in &paths {
            let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
            for (activity, _) in path {
                *counts.entry(activity).or_default() += 1;
            }
            for (activity, count) in counts.into_iter().filter(|(_, count)| *count > 1) {
                let sum = expected.entry(activity.to_owned()).or_default();
                *sum = (sum.0 + 1, sum.1 + count - 1);
            }
        }
        let found: BTreeMap<String, (u64, u64)> = rework(&log)
            .into_iter()
            .map(|r| (log.activities().get(r.activity).to_owned(), (r.cases, r.extra)))
            .collect();
        prop_assert_eq!(found, expected);
    }
}

#[test]
fn service_times_come_from_starts() {
    let mut builder = LogBuilder::default();
    let (case, pick, pay) = (builder.case("1"), builder.activity("Pick"), builder.activity("Pay"));
    for (activity, time_s, start_s) in [(pick, 100, Some(40)), (pick, 300, Some(280)), (pay, 400, None)] {
        let start_us = start_s.map_or(NO_START, |s: i64| s * 1_000_000);
        builder.push(case, activity, time_s * 1_000_000, start_us, NO_RESOURCE);
    }
    let found = activities(&builder.finish());
    assert_eq!((found[0].activity, found[0].count), (pick, 2));
    assert_eq!(found[0].service.map(|s| (s.median_s, s.max_s)), Some((40.0, 60.0)));
    assert_eq!(found[1].service, None);
}
