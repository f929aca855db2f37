//! Rework: what is done more than once in a case.

use eventlog::EventLog;

/// An activity that some cases repeat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rework {
    /// Activity number.
    pub activity: u32,
    /// Cases in which it comes more than once.
    pub cases: u64,
    /// Times it comes beyond the first, over all cases.
    pub extra: u64,
}

/// Every activity that is repeated in at least one case, most repetitions first; ties by activity number.
#[must_use]
pub fn rework(log: &EventLog) -> Vec<Rework> {
    let activities = log.activities().len();
    let mut found: Vec<Rework> =
        (0..activities as u32).map(|activity| Rework { activity, cases: 0, extra: 0 }).collect();
    let mut times = vec![0_u32; activities];
    for case in log.iter() {
        for &activity in case.activity {
            let activity = activity as usize;
            times[activity] += 1;
            found[activity].cases += u64::from(times[activity] == 2);
            found[activity].extra += u64::from(times[activity] >= 2);
        }
        for &activity in case.activity {
            times[activity as usize] = 0;
        }
    }
    found.retain(|rework| rework.cases > 0);
    found.sort_by_key(|rework| (std::cmp::Reverse(rework.extra), rework.activity));
    found
}
