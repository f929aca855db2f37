//! What customers answer when they are asked after a case.

use caseflow::{CaseId, CustomerId, Key};
use jiff::{Timestamp, ToSpan};
use rand::{Rng, RngExt};
use rand_distr::{Distribution, StandardNormal};
use uuid::Uuid;

use super::customers::{Customer, Segment};
use super::ids::id;
use super::truth::{
    BAD_END_EFFECT, HOUR_EFFECT, HOURS_FELT, LATE_EFFECT, REWORK_EFFECT, REWORK_FELT, SCORE_SPREAD,
    SEGMENT_EFFECT, WELL_MEAN,
};
use super::words::words;
use crate::odds::{Odds, draw, pick};

/// What was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Question {
    /// How likely they are to recommend the provider, 0 to 10.
    Nps,
    /// How satisfied they are, 1 to 5.
    Csat,
    /// How much they agree that it was easy, 1 to 7.
    Ces,
}

impl Question {
    /// Every question.
    pub const ALL: [Self; 3] = [Self::Nps, Self::Csat, Self::Ces];

    /// Least and most of the scale.
    #[must_use]
    pub const fn scale(self) -> (u8, u8) {
        match self {
            Self::Nps => (0, 10),
            Self::Csat => (1, 5),
            Self::Ces => (1, 7),
        }
    }

    /// Short name for programs.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Nps => "nps",
            Self::Csat => "csat",
            Self::Ces => "ces",
        }
    }
}

/// An answer of a customer.
#[derive(Debug, Clone)]
pub struct Feedback {
    /// Its id.
    pub id: Uuid,
    /// The case that it is about.
    pub case: CaseId,
    /// Who answered.
    pub customer: CustomerId,
    /// The process of the case.
    pub process: Key,
    /// The step at which the question was asked; the case came through it.
    pub step: Key,
    /// What was asked.
    pub question: Question,
    /// The answer, on the question's scale.
    pub score: u8,
    /// In the customer's own words.
    pub text: Option<String>,
    /// What they felt: up to three of [`EMOTIONS`].
    pub emotions: Vec<&'static str>,
    /// When they answered.
    pub at: Timestamp,
}

/// Emotions that the provider asks about: the first eight are bad, the others good.
pub const EMOTIONS: [&str; 20] = [
    "irritated",
    "hurried",
    "neglected",
    "unhappy",
    "unsatisfied",
    "stressed",
    "disappointed",
    "frustrated",
    "interesting",
    "energetic",
    "exploratory",
    "indulgent",
    "stimulated",
    "trusting",
    "valued",
    "focused",
    "safe",
    "cared-for",
    "happy",
    "pleased",
];
const BAD_EMOTIONS: usize = 8;

/// Share of ended cases after which the customer answers.
const ANSWERED: f64 = 0.32;

/// Percentages of no emotion to three.
const FELT: Odds<4> = [40, 30, 20, 10];

/// How a case went, as its customer felt it.
#[derive(Debug, Clone, Copy)]
pub struct Outcome {
    pub ended: Timestamp,
    /// Working hours over the promise; less than 0 if it was kept.
    pub over_h: f64,
    /// Steps that were done again.
    pub repeated: usize,
    pub is_good: bool,
}

impl Outcome {
    /// Points of a hundred that a case like this gets on average, before answers are cut to their scale.
    fn points(&self, segment: Segment) -> f64 {
        let late = if self.over_h > 0.0 { LATE_EFFECT } else { 0.0 };
        let hours = HOUR_EFFECT * self.over_h.clamp(0.0, HOURS_FELT);
        let rework = REWORK_EFFECT * self.repeated.min(REWORK_FELT) as f64;
        let end = if self.is_good { 0.0 } else { BAD_END_EFFECT };
        let of_segment = match segment {
            Segment::Private => 0.0,
            Segment::Family => SEGMENT_EFFECT,
            Segment::SmallBusiness => -SEGMENT_EFFECT,
            Segment::Corporate => SEGMENT_EFFECT / 2.0,
        };
        WELL_MEAN + late + hours + rework + end + of_segment
    }
}

impl Feedback {
    /// The answer of a customer, if they give one.
    pub(super) fn of(
        outcome: Outcome,
        case: CaseId,
        customer: &Customer,
        process: Key,
        step: Key,
        rng: &mut impl Rng,
    ) -> Option<Self> {
        if !rng.random_bool(ANSWERED) {
            return None;
        }
        let at = outcome.ended + rng.random_range(1_800..200_000_i64).seconds();
        let chance: f64 = StandardNormal.sample(rng);
        let points = outcome.points(customer.segment) + chance * SCORE_SPREAD;
        let question = *pick(&Question::ALL, rng);
        Some(Self {
            id: id(at, rng),
            case,
            customer: customer.id,
            process,
            step,
            question,
            score: nearest(question, points),
            text: text(&outcome, points, customer.language, rng),
            emotions: emotions(points, rng),
            at,
        })
    }
}

/// The answer nearest to points of a hundred.
fn nearest(question: Question, points: f64) -> u8 {
    let (least, most) = question.scale();
    let share = points.clamp(0.0, 100.0) / 100.0;
    least + (share * f64::from(most - least)).round() as u8
}

/// A sentence about what went wrong, or well; two in five write one.
fn text(outcome: &Outcome, points: f64, language: &str, rng: &mut impl Rng) -> Option<String> {
    if !rng.random_bool(0.4) {
        return None;
    }
    let words = words(language);
    let lines: &[&str] = match points {
        70.0.. => &words.good,
        _ if outcome.over_h > 0.0 => &words.waited,
        _ if outcome.repeated > 0 => &words.again,
        _ => &words.bad,
    };
    Some((*pick(lines, rng)).to_owned())
}

/// Up to three emotions, those that fit the points.
fn emotions(points: f64, rng: &mut impl Rng) -> Vec<&'static str> {
    let fitting = match points {
        75.0.. => &EMOTIONS[BAD_EMOTIONS..],
        50.0..75.0 => &EMOTIONS[..],
        _ => &EMOTIONS[..BAD_EMOTIONS],
    };
    let mut felt = Vec::new();
    for _ in 0..draw(&FELT, rng) {
        let emotion = *pick(fitting, rng);
        if !felt.contains(&emotion) {
            felt.push(emotion);
        }
    }
    felt
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_keep_to_their_scale() {
        for question in Question::ALL {
            let (least, most) = question.scale();
            assert_eq!((nearest(question, -20.0), nearest(question, 130.0)), (least, most));
        }
        assert_eq!(nearest(Question::Csat, 50.0), 3);
        assert_eq!(nearest(Question::Nps, 84.0), 8);
    }
}
