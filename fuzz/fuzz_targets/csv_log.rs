//! Whole event logs: every row is an event or counted as a problem, and cases are in order.
#![no_main]

use eventlog::{ColumnNames, CsvOptions, Limits, Records, TimeFormat, read_log};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let limits =
        Limits { record_bytes: 4096, columns: 64, events: 1000, name_bytes: 1 << 16, ..Limits::default() };
    let Ok(records) = Records::new(input, &CsvOptions { delimiter: None, limits }) else { return };
    let Ok((log, problems)) = read_log(records, &ColumnNames::default(), &TimeFormat::default()) else {
        return;
    };
    assert!(log.event_count() <= limits.events);
    assert_eq!(log.iter().map(|case| case.activity.len()).sum::<usize>(), log.event_count());
    for case in log.iter() {
        assert!(!case.activity.is_empty() && case.time_us.is_sorted());
    }
    assert!(problems.iter().all(|problem| problem.count >= problem.lines.len() as u64 && problem.count > 0));

    let graph = mining::directly_follows(&log);
    let steps: u64 = graph.arcs.iter().map(|arc| arc.count).sum();
    assert_eq!(steps as usize + log.case_count(), log.event_count());
    assert_eq!(
        mining::variants(&log).iter().map(|variant| variant.cases).sum::<u64>(),
        log.case_count() as u64
    );
    assert!(mining::throughput(&log).is_some_and(|times| times.min_s >= 0.0 && times.min_s <= times.max_s));
    assert!(mining::rework(&log).iter().all(|rework| rework.extra >= rework.cases && rework.cases > 0));
    let events: u64 = mining::activities(&log).iter().map(|activity| activity.count).sum();
    assert_eq!(events as usize, log.event_count());
});
