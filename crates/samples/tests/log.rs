//! The made-up log is what it says: its size, its order, its process.

use std::collections::{HashMap, HashSet};

use samples::log::{ACTIVITIES, MOST_EVENTS, write};

fn log(events: u64, seed: u64) -> Vec<u8> {
    let mut csv = Vec::new();
    write(events, seed, &mut csv).unwrap();
    csv
}

fn rows(csv: &[u8]) -> Vec<[String; 4]> {
    let mut reader = csv::Reader::from_reader(csv);
    assert_eq!(reader.headers().unwrap(), vec!["case_id", "activity", "timestamp", "resource"]);
    reader.deserialize().map(Result::unwrap).collect()
}

#[test]
fn the_seed_decides_every_byte() {
    assert_eq!(log(5_000, 1), log(5_000, 1));
    assert_ne!(log(5_000, 1), log(5_000, 2));
}

#[test]
fn there_are_as_many_rows_as_asked_for() {
    for events in [0, 1, 2, 777, 12_345] {
        assert_eq!(rows(&log(events, 3)).len() as u64, events);
    }
}

#[test]
fn rows_come_by_time_and_cases_from_their_first_step() {
    let rows = rows(&log(50_000, 4));
    assert!(rows.is_sorted_by_key(|[_, _, time, _]| time.clone()));
    let mut opened = HashSet::new();
    for [case, activity, ..] in &rows {
        assert!(ACTIVITIES.contains(&activity.as_str()), "{activity}");
        assert_eq!(opened.insert(case.clone()), activity == ACTIVITIES[0], "{case}: {activity}");
    }
    let last_of_first_case = rows.iter().rposition(|[case, ..]| case == "C1").unwrap();
    assert!(last_of_first_case > 10, "cases run beside each other");
}

#[test]
fn a_million_events_are_about_53_megabytes() {
    let bytes = log(1_000_000, 5).len();
    assert!((52_000_000..54_000_000).contains(&bytes), "{bytes} bytes");
}

#[test]
fn cases_have_seven_events_and_many_rare_variants() {
    let mut cases: HashMap<String, Vec<String>> = HashMap::new();
    let events = 200_000;
    for [case, activity, ..] in rows(&log(events, 6)) {
        cases.entry(case).or_default().push(activity);
    }
    let mean = events as f64 / cases.len() as f64;
    assert!((6.7..7.3).contains(&mean), "{mean} events a case");

    let mut variants: HashMap<Vec<String>, usize> = HashMap::new();
    for activities in cases.values() {
        *variants.entry(activities.clone()).or_default() += 1;
    }
    let most = variants.values().max().unwrap() * 100 / cases.len();
    let single = variants.values().filter(|&&cases| cases == 1).count();
    assert!((10..40).contains(&most), "the commonest variant holds {most} % of the cases");
    assert!(
        variants.len() > 1_000 && single * 2 > variants.len(),
        "{} variants, {single} single",
        variants.len()
    );
}

#[test]
fn a_log_beyond_the_limit_is_refused_before_anything_is_written() {
    let mut csv = Vec::new();
    assert!(write(MOST_EVENTS + 1, 1, &mut csv).is_err());
    assert!(csv.is_empty());
}
