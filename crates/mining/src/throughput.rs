//! Throughput time: from the first event of a case to its last.

use eventlog::EventLog;

use crate::Durations;
use crate::durations::seconds;

/// Throughput times over all cases; nothing where there is no case.
#[must_use]
pub fn throughput(log: &EventLog) -> Option<Durations> {
    let mut times: Vec<f64> =
        log.iter().filter_map(|case| Some(seconds(case.time_us.last()? - case.time_us.first()?))).collect();
    Durations::of(&mut times)
}
