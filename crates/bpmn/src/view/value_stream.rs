//! The value stream of a way through a process: work, waiting and how often things are right the first time.
//!
//! Source: Rother & Shook, *Learning to See*, 1999. *Process time* is work on one case, *lead time* all time from door to
//! door, and their quotient the *process-cycle efficiency* (activity ratio); *rolled %C&A* is the product of the steps'
//! shares of complete and accurate work; *takt time* is the time available over what customers ask for in it.

use crate::extension::Times;

/// A step of the stream.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Station {
    /// How long it takes and how often it is right; what is not known counts for nothing.
    pub times: Times,
    /// Whether the customer would pay for it; what nobody judged counts as not adding value.
    pub value_adding: bool,
}

/// What a value stream comes to.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct ValueStream {
    /// Work on one case, seconds.
    pub process_s: f64,
    /// The part of it that adds value, seconds.
    pub value_adding_s: f64,
    /// Waiting between the steps, seconds.
    pub waiting_s: f64,
    /// Complete and accurate over all steps where that is known, 0 to 1; none if it is known of none.
    pub rolled_accurate: Option<f64>,
    /// Steps of which neither work nor waiting is known.
    pub unknown: usize,
}

impl ValueStream {
    /// From door to door, seconds.
    #[must_use]
    pub fn lead_s(&self) -> f64 {
        self.process_s + self.waiting_s
    }

    /// The share of the lead time that is work, 0 to 1; none if there is no time.
    #[must_use]
    pub fn efficiency(&self) -> Option<f64> {
        (self.lead_s() > 0.0).then(|| self.process_s / self.lead_s())
    }
}

/// Adds the stations up.
///
/// ```
/// use bpmn::extension::Times;
/// use bpmn::view::value_stream::{Station, value_stream};
///
/// let station = |process_s, waiting_s, accurate| Station {
///     times: Times { process_s: Some(process_s), waiting_s: Some(waiting_s), accurate_percent: Some(accurate) },
///     value_adding: true,
/// };
/// let stream = value_stream(&[station(600.0, 0.0, 90.0), station(300.0, 5_100.0, 50.0)]);
/// assert_eq!((stream.lead_s(), stream.efficiency()), (6_000.0, Some(0.15)));
/// assert_eq!(stream.rolled_accurate, Some(0.45));
/// ```
#[must_use]
pub fn value_stream(stations: &[Station]) -> ValueStream {
    let mut stream = ValueStream::default();
    for station in stations {
        let Times { process_s, waiting_s, accurate_percent } = station.times;
        let process = process_s.unwrap_or_default();
        stream.process_s += process;
        stream.waiting_s += waiting_s.unwrap_or_default();
        if station.value_adding {
            stream.value_adding_s += process;
        }
        if let Some(percent) = accurate_percent {
            stream.rolled_accurate = Some(stream.rolled_accurate.unwrap_or(1.0) * percent / 100.0);
        }
        stream.unknown += usize::from(process_s.is_none() && waiting_s.is_none());
    }
    stream
}

/// The takt time: how often a case has to be done to keep up with `demand` cases in `available_s` seconds of working time;
/// none without demand.
#[must_use]
pub fn takt_s(available_s: f64, demand: u64) -> Option<f64> {
    (demand > 0).then(|| available_s / demand as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY_S: f64 = 86_400.0;

    fn station(process_s: Option<f64>, waiting_s: Option<f64>) -> Station {
        Station { times: Times { process_s, waiting_s, accurate_percent: None }, value_adding: false }
    }

    /// Acme Stamping: coils wait 5 days before stamping, and so on to the 4.5 days of finished goods; 27,600 seconds of
    /// work in a day for 460 brackets.
    #[test]
    fn acme_stamping_takes_23_6_days_for_188_seconds() {
        let works = [(1.0, 5.0), (39.0, 7.6), (46.0, 1.8), (62.0, 2.7), (40.0, 2.0)];
        let mut stations: Vec<Station> =
            works.iter().map(|&(work, wait)| station(Some(work), Some(wait * DAY_S))).collect();
        stations.push(station(None, Some(4.5 * DAY_S)));
        let stream = value_stream(&stations);
        assert_eq!(stream.process_s, 188.0);
        assert!((stream.waiting_s / DAY_S - 23.6).abs() < 1e-9);
        assert!((stream.efficiency().expect("time") - 188.0 / (23.6 * DAY_S + 188.0)).abs() < 1e-15);
        assert_eq!((stream.unknown, stream.rolled_accurate), (0, None));
        assert_eq!(takt_s(27_600.0, 460), Some(60.0));
    }

    #[test]
    fn what_is_not_known_is_counted() {
        let stream = value_stream(&[station(None, None), station(Some(5.0), None)]);
        assert_eq!((stream.unknown, stream.process_s, stream.value_adding_s), (1, 5.0, 0.0));
        assert_eq!(value_stream(&[]).efficiency(), None);
        assert_eq!(takt_s(27_600.0, 0), None);
    }
}
