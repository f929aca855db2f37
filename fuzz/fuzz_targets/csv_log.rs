//! Whole logs with any options, and what mining makes of them.
#![no_main]

use eventlog::{ColumnNames, CsvOptions, Limits, Records, TimeFormat, read_log};
use libfuzzer_sys::fuzz_target;

const FORMATS: [Option<&str>; 4] =
    [None, Some("%d/%m/%Y %H:%M"), Some("%Y-%m-%dT%H:%M:%S%.f%z"), Some("%b %e %Y")];
const ZONES: [Option<&str>; 3] = [None, Some("Europe/Sofia"), Some("America/St_Johns")];

fuzz_target!(|data: &[u8]| {
    let [time, limits, text @ ..] = data else { return };
    let format =
        TimeFormat::new(ZONES[usize::from(time / 4) % 3], FORMATS[usize::from(time % 4)]).expect("a format");
    let limits = Limits {
        events: usize::from(*limits) * 8,
        name_bytes: 1 << (limits % 16),
        record_bytes: 1 << 12,
        ..Limits::default()
    };
    let names = ColumnNames {
        case: (time & 64 != 0).then(|| "c".to_owned()),
        start: (time & 128 != 0).then(|| "s".to_owned()),
        ..ColumnNames::default()
    };
    let Ok(records) = Records::new(text, &CsvOptions { delimiter: None, limits }) else { return };
    let Ok((log, _)) = read_log(records, &names, &format) else { return };

    assert!(log.event_count() <= limits.events);
    assert!(log.iter().all(|case| case.time_us.is_sorted() && !case.activity.is_empty()));
    let graph = mining::directly_follows(&log);
    let cases = log.case_count() as u64;
    assert_eq!((graph.starts.iter().sum::<u64>(), graph.ends.iter().sum::<u64>()), (cases, cases));
    assert_eq!(graph.arcs.iter().map(|arc| arc.count).sum::<u64>() + cases, log.event_count() as u64);
    assert_eq!(mining::variants(&log).iter().map(|variant| variant.cases).sum::<u64>(), cases);
    assert_eq!(mining::throughput(&log).map(|times| times.n), Some(cases));
    assert_eq!(mining::activities(&log).iter().map(|a| a.count).sum::<u64>(), log.event_count() as u64);
    let rework = mining::rework(&log);
    assert!(rework.iter().all(|again| again.cases <= again.extra && again.cases <= cases));
});
