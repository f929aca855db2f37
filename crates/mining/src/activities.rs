//! How often each activity is done, and how long the doing takes.

use eventlog::{EventLog, NO_START};

use crate::Durations;
use crate::durations::seconds;

/// One activity.
#[derive(Debug, Clone, PartialEq)]
pub struct ActivityFigures {
    /// Activity number.
    pub activity: u32,
    /// How many events.
    pub count: u64,
    /// From start to end, over the events of which both are known.
    pub service: Option<Durations>,
}

/// Figures of every activity, most frequent first; ties by activity number.
#[must_use]
pub fn activities(log: &EventLog) -> Vec<ActivityFigures> {
    let mut counts = vec![0_u64; log.activities().len()];
    let mut service: Vec<Vec<f64>> = vec![Vec::new(); counts.len()];
    for &activity in log.activity_column() {
        counts[activity as usize] += 1;
    }
    for case in log.iter() {
        for (i, &start_us) in case.start_us.iter().enumerate() {
            if start_us != NO_START {
                service[case.activity[i] as usize].push(seconds(case.time_us[i] - start_us));
            }
        }
    }
    let mut figures: Vec<_> = (0..)
        .zip(counts.into_iter().zip(&mut service))
        .map(|(activity, (count, times))| ActivityFigures { activity, count, service: Durations::of(times) })
        .collect();
    figures.sort_by_key(|figures| (std::cmp::Reverse(figures.count), figures.activity));
    figures
}
