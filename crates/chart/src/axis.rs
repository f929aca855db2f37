//! Axes: round numbers for the ticks, and from values to pixels.

/// From values to pixels along one direction.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Axis {
    low: f64,
    high: f64,
    from: f64,
    to: f64,
    /// The values that get a line and a number.
    pub(crate) ticks: Vec<f64>,
}

impl Axis {
    /// An axis over `range`, or where that is not given over `values` widened to round numbers, with about `count` ticks.
    pub(crate) fn new(range: Option<(f64, f64)>, values: impl Iterator<Item = f64>, count: usize) -> Self {
        let given = range.filter(|(low, high)| low.is_finite() && high.is_finite() && low < high);
        let (low, high) = given.unwrap_or_else(|| span(values));
        let step = nice_step((high - low) / count.max(1) as f64);
        let (low, high) = match given {
            Some(range) => range,
            None => ((low / step + 1e-9).floor() * step, (high / step - 1e-9).ceil() * step),
        };
        // A given range that holds whole steps keeps its ends: 1, 3, 5 rather than 2, 4.
        let steps = (high - low) / step;
        let is_whole = given.is_some() && (steps - steps.round()).abs() < 1e-9;
        let offset = if is_whole { low - (low / step).round() * step } else { 0.0 };
        let first = ((low - offset) / step - 1e-9).ceil();
        let steps = (((high - offset) / step + 1e-9).floor() - first).clamp(0.0, 50.0) as usize;
        // Adding 0 turns −0 into 0, which would be shown as "-0".
        let ticks = (0..=steps).map(|tick| (first + tick as f64) * step + offset + 0.0).collect();
        Self { low, high, from: 0.0, to: 1.0, ticks }
    }

    /// The same axis laid from one pixel to another.
    pub(crate) fn laid(mut self, from: f64, to: f64) -> Self {
        (self.from, self.to) = (from, to);
        self
    }

    /// The pixel of `value`; what lies outside is put at the edge.
    pub(crate) fn at(&self, value: f64) -> f64 {
        let share = ((value - self.low) / (self.high - self.low)).clamp(0.0, 1.0);
        self.from + share * (self.to - self.from)
    }
}

/// The least range that holds every finite value, never empty.
fn span(values: impl Iterator<Item = f64>) -> (f64, f64) {
    let finite = values.filter(|value| value.is_finite() && value.abs() < 1e300);
    let (low, high) =
        finite.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)));
    if low > high {
        (0.0, 1.0)
    } else if high - low <= low.abs().max(high.abs()) * 1e-9 {
        let around = if low == 0.0 { 1.0 } else { low.abs() / 2.0 };
        (low - around, high + around)
    } else {
        (low, high)
    }
}

/// The smallest of 1, 2, 2.5 and 5 times a power of ten that is at least `least` (Heckbert, *Nice numbers for graph
/// labels*, Graphics Gems, 1990).
fn nice_step(least: f64) -> f64 {
    let power = 10_f64.powf(least.log10().floor());
    let nice = [1.0, 2.0, 2.5, 5.0].into_iter().find(|nice| nice * power >= least * (1.0 - 1e-9));
    nice.unwrap_or(10.0) * power
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ticks(range: Option<(f64, f64)>, values: &[f64], count: usize) -> Vec<f64> {
        Axis::new(range, values.iter().copied(), count).ticks
    }

    #[test]
    fn ticks_are_round() {
        assert_eq!(ticks(None, &[0.0, 9.7], 5), [0.0, 2.0, 4.0, 6.0, 8.0, 10.0]);
        assert_eq!(ticks(None, &[3.91, 4.28], 4), [3.9000000000000004, 4.0, 4.1000000000000005, 4.2, 4.3]);
        assert_eq!(ticks(Some((1.0, 5.0)), &[], 4), [1.0, 2.0, 3.0, 4.0, 5.0]);
        assert_eq!(ticks(Some((1.0, 5.0)), &[], 3), [1.0, 3.0, 5.0]);
        assert_eq!(ticks(Some((0.7, 5.0)), &[], 3), [2.0, 4.0]);
        assert_eq!(ticks(None, &[-30.0, 55.0], 4), [-50.0, -25.0, 0.0, 25.0, 50.0, 75.0]);
    }

    #[test]
    fn nothing_and_sameness_still_make_an_axis() {
        assert_eq!(ticks(None, &[], 2), [0.0, 0.5, 1.0]);
        assert!(ticks(None, &[7.0], 4).len() >= 2);
        assert!(ticks(None, &[f64::NAN, f64::INFINITY], 4).len() >= 2);
    }

    proptest! {
        #[test]
        fn values_lie_on_the_axis(values in prop::collection::vec(-1e9_f64..1e9, 1..20), count in 1_usize..8) {
            let axis = Axis::new(None, values.iter().copied(), count).laid(10.0, 110.0);
            prop_assert!((2..=14).contains(&axis.ticks.len()), "{:?}", axis.ticks);
            for &value in &values {
                prop_assert!(axis.low <= value + 1e-3 && value <= axis.high + 1e-3);
                prop_assert!((10.0..=110.0).contains(&axis.at(value)));
            }
        }
    }
}
