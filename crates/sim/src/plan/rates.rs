//! Arrivals at random whose rate changes over the week.

use crate::timetable::WEEK_S;

/// A Poisson process with a rate for each span of the week: exponential steps on the sum of the rate over time (Çınlar
/// 1975, inversion).
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Rates {
    into_week_s: f64,
    /// Spans `(from, to, cases a second, cases expected before)`, in order.
    spans: Vec<(f64, f64, f64, f64)>,
    /// Cases expected in a week.
    weekly: f64,
}

impl Rates {
    /// Spans `(from, to, cases an hour)`; rates of spans that overlap add up. None where no case ever comes.
    pub fn new(into_week_s: f64, spans: &[(f64, f64, f64)]) -> Option<Self> {
        let mut edges: Vec<f64> = spans.iter().flat_map(|(from, to, _)| [*from, *to]).collect();
        edges.sort_by(f64::total_cmp);
        edges.dedup();
        let mut weekly = 0.0;
        let mut parts = Vec::new();
        for edge in edges.windows(2) {
            let (from, to) = (edge[0], edge[1]);
            let covers = |span: &&(f64, f64, f64)| span.0 <= from && to <= span.1;
            let rate = spans.iter().filter(covers).map(|(_, _, per_hour)| per_hour / 3600.0).sum::<f64>();
            if rate > 0.0 {
                parts.push((from, to, rate, weekly));
                weekly += rate * (to - from);
            }
        }
        (weekly > 0.0).then_some(Self { into_week_s, spans: parts, weekly })
    }

    /// When the next case comes after `at`, `step` expected cases later.
    pub fn next(&self, at: f64, step: f64) -> f64 {
        let since = at + self.into_week_s;
        let weeks = (since / WEEK_S).floor();
        let position = since - weeks * WEEK_S;
        let index = self.spans.partition_point(|(_, to, _, _)| *to <= position);
        let passed = self
            .spans
            .get(index)
            .map_or(self.weekly, |(from, _, rate, before)| before + rate * (position - from).max(0.0));
        let wanted = passed + step;
        let more = (wanted / self.weekly).floor();
        let rest = wanted - more * self.weekly;
        let index = self.spans.partition_point(|(_, _, _, before)| *before <= rest).max(1) - 1;
        let (from, _, rate, before) = self.spans[index];
        ((weeks + more) * WEEK_S + from + (rest - before) / rate - self.into_week_s).max(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stream::{Purpose, Stream};

    #[test]
    fn as_many_cases_come_as_expected_when_expected() {
        let hour = 3600.0;
        let rates =
            Rates::new(12.0 * hour, &[(0.0, 24.0 * hour, 6.0), (12.0 * hour, 18.0 * hour, 12.0)]).unwrap();
        let mut at = 0.0;
        let mut counts = [0u32; 2];
        let key = Purpose::new("arrivals", "").key(1, 0);
        for case in 0.. {
            at = rates.next(at, -Stream::at(key, case, 0).uniform().ln());
            if at > 200.0 * WEEK_S {
                break;
            }
            let position = (at + 12.0 * hour) % WEEK_S;
            assert!(position < 24.0 * hour);
            counts[usize::from((12.0 * hour..18.0 * hour).contains(&position))] += 1;
        }
        let [others, busy] = counts.map(|count| f64::from(count) / 200.0);
        assert!((others - 108.0).abs() < 3.0, "{others}");
        assert!((busy - 108.0).abs() < 3.0, "{busy}");
        assert_eq!(Rates::new(0.0, &[(0.0, 5.0, 0.0)]), None);
    }
}
