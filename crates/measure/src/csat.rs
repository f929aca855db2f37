//! Satisfaction and effort as the share of answers in the top boxes of a scale.

use crate::{Error, Share};

/// The highest values of an answer scale of whole numbers: the "top boxes".
///
/// ```
/// use measure::{Share, TopBox};
///
/// let mut satisfied = Share::default();
/// for score in [5.0, 4.0, 2.0, 5.0] {
///     satisfied.push(TopBox::CSAT.holds(score)?);
/// }
/// assert_eq!(satisfied.share(), Some(0.75));
/// # Ok::<(), measure::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TopBox {
    min: i32,
    max: i32,
    from: i32,
}

impl TopBox {
    /// Customer satisfaction (CSAT): 4 and 5 of a scale from 1 to 5, the "top-2-box" share.
    pub const CSAT: Self = Self { min: 1, max: 5, from: 4 };

    /// Customer effort score 2.0 (CES): "made it easy for me", 5 and over of a scale from 1 to 7.
    pub const CES: Self = Self { min: 1, max: 7, from: 5 };

    /// The top `boxes` values of the scale from `min` to `max`.
    ///
    /// # Errors
    /// [`Error::Boxes`] when `boxes` is 0, or leaves no value below the top boxes.
    pub fn new(min: i32, max: i32, boxes: u32) -> Result<Self, Error> {
        // Wider than i32, so that no scale overflows.
        let from = i64::from(max) - i64::from(boxes) + 1;
        if boxes == 0 || from <= i64::from(min) {
            return Err(Error::Boxes { min, max, boxes });
        }
        let from = i32::try_from(from).map_err(|_| Error::Boxes { min, max, boxes })?;
        Ok(Self { min, max, from })
    }

    /// Whether `answer` lies in the top boxes.
    ///
    /// # Errors
    /// [`Error::AnswerOutsideScale`] when it is not a whole number of the scale.
    pub fn holds(&self, answer: f64) -> Result<bool, Error> {
        let on_scale =
            f64::from(self.min) <= answer && answer <= f64::from(self.max) && answer.fract() == 0.0;
        if !on_scale {
            return Err(Error::AnswerOutsideScale { answer, min: self.min, max: self.max });
        }
        Ok(answer >= f64::from(self.from))
    }

    /// The share of `answers` in the top boxes.
    ///
    /// # Errors
    /// [`Error::AnswerOutsideScale`] at the first answer that is not on the scale.
    pub fn share(&self, answers: impl IntoIterator<Item = f64>) -> Result<Share, Error> {
        answers.into_iter().map(|answer| self.holds(answer)).collect()
    }
}

/// The share of `answers` in the top `boxes` values of the scale from `min` to `max`.
///
/// # Errors
/// [`Error::Boxes`] for a scale without such boxes, [`Error::AnswerOutsideScale`] at the first answer not on it.
///
/// ```
/// let share = measure::top_box([1.0, 4.0, 5.0, 5.0], 1, 5, 2)?;
/// assert_eq!((share.hits, share.n), (3, 4));
/// # Ok::<(), measure::Error>(())
/// ```
pub fn top_box(
    answers: impl IntoIterator<Item = f64>,
    min: i32,
    max: i32,
    boxes: u32,
) -> Result<Share, Error> {
    TopBox::new(min, max, boxes)?.share(answers)
}

/// Customer effort score 2.0: the share of `answers`, on a scale from 1 to 7, of 5 and over.
///
/// # Errors
/// [`Error::AnswerOutsideScale`] at the first answer that is not a whole number from 1 to 7.
pub fn ces(answers: impl IntoIterator<Item = f64>) -> Result<Share, Error> {
    TopBox::CES.share(answers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_scores_are_boxes_of_their_scales() {
        assert_eq!(TopBox::new(1, 5, 2), Ok(TopBox::CSAT));
        assert_eq!(TopBox::new(1, 7, 3), Ok(TopBox::CES));
        assert_eq!(ces((1..=7).map(f64::from)), Ok(Share { n: 7, hits: 3 }));
        assert_eq!(top_box((0..=10).map(f64::from), 0, 10, 2), Ok(Share { n: 11, hits: 2 }));
    }

    #[test]
    fn an_answer_off_the_scale_is_refused() {
        for answer in [0.0, 6.0, 4.5, f64::NAN, f64::INFINITY] {
            let error = TopBox::CSAT.holds(answer).unwrap_err();
            assert!(matches!(error, Error::AnswerOutsideScale { min: 1, max: 5, .. }), "{answer}: {error}");
        }
    }

    #[test]
    fn boxes_are_a_part_of_the_scale() {
        for (min, max, boxes) in [(1, 5, 0), (1, 5, 5), (5, 1, 1), (3, 3, 1), (i32::MIN, i32::MIN, u32::MAX)]
        {
            assert_eq!(TopBox::new(min, max, boxes), Err(Error::Boxes { min, max, boxes }));
        }
        assert!(TopBox::new(i32::MIN, i32::MAX, u32::MAX).is_ok(), "all but the lowest value");
    }
}
