//! What may go wrong, by hand: failure modes of steps in the order in which they should be looked at.
//!
//! Source: IEC 60812, *Failure modes and effects analysis*. A small product of the three ratings never hides what is severe:
//! severity 9 and 10 come first, whatever their risk priority number is.

use super::Blueprint;
use crate::extension::FailurePoint;

/// From this severity on a failure is looked at whatever its number is.
pub const SEVERE: u8 = 9;

/// A failure point and where it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ranked<'a> {
    /// The step, by index.
    pub step: usize,
    /// Which of the step's failure points.
    pub number: usize,
    /// What may go wrong.
    pub point: &'a FailurePoint,
}

impl Ranked<'_> {
    /// Whether it is looked at whatever its number is.
    #[must_use]
    pub fn is_severe(&self) -> bool {
        self.point.severity >= SEVERE
    }
}

/// Every failure point: the severe ones first, then by number, the largest first.
#[must_use]
pub fn ranked(blueprint: &Blueprint) -> Vec<Ranked<'_>> {
    let mut all: Vec<Ranked<'_>> = blueprint
        .steps()
        .iter()
        .enumerate()
        .flat_map(|(step, said)| {
            said.failures.iter().enumerate().map(move |(number, point)| Ranked { step, number, point })
        })
        .collect();
    all.sort_by_key(|ranked| (!ranked.is_severe(), std::cmp::Reverse(ranked.point.rpn())));
    all
}

#[cfg(test)]
mod tests {
    use super::super::filter::tests::connected;
    use super::*;
    use crate::extension::{ProcessExtension, StepExtension};

    #[test]
    fn what_is_severe_comes_before_what_is_frequent() {
        let point = |what: &str, severity, occurrence, detection| FailurePoint {
            what: what.into(),
            severity,
            occurrence,
            detection,
        };
        let said = StepExtension {
            failures: vec![point("late", 5, 9, 4), point("shock", 10, 1, 1), point("dirt", 3, 2, 2)],
            ..StepExtension::default()
        };
        let said = [("install".to_owned(), said)];
        let blueprint = Blueprint::new(connected(), ProcessExtension::default(), said);
        let order: Vec<(&str, u32)> = ranked(&blueprint)
            .iter()
            .map(|ranked| (ranked.point.what.as_str(), ranked.point.rpn()))
            .collect();
        assert_eq!(order, [("shock", 10), ("late", 180), ("dirt", 12)]);
    }
}
