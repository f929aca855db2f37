//! An answer of a customer to a question.

use super::emotions::Emotions;
use crate::web::{Problem, Text};
use jiff::Timestamp;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Longest words of an answer, in characters.
pub const MAX_WORDS: usize = 2_000;

/// How strongly an emotion can be felt: slightly, clearly, strongly; 0 is not at all.
pub const MAX_FELT: u8 = 3;

/// Longest key of a process, id of a step or name of a channel, in bytes.
const MAX_NAME: usize = 200;

/// How strongly each emotion was felt, by its name.
pub type Felt = BTreeMap<String, u8>;

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Question {
    /// How likely to recommend us, from 0 to 10.
    Nps,
    /// How satisfied, from 1 to 5.
    Csat,
    /// How easy we made it, from 1 to 7.
    Ces,
}

impl Question {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Nps, Self::Csat, Self::Ces];

    /// The word in the database, in addresses and in the API.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Nps => "nps",
            Self::Csat => "csat",
            Self::Ces => "ces",
        }
    }

    /// The one with this word.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|question| question.as_str() == word)
    }

    /// The least and the most that can be answered.
    #[must_use]
    pub const fn scale(self) -> (u8, u8) {
        match self {
            Self::Nps => (0, 10),
            Self::Csat => (1, 5),
            Self::Ces => (1, 7),
        }
    }
}

/// An answer. It speaks of case and customer by id only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Its id.
    pub id: Uuid,
    /// The case that it is about.
    pub case: Option<Uuid>,
    /// Who gave it, if that is known.
    pub customer: Option<Uuid>,
    /// The customer process, by its key.
    pub process: String,
    /// The step of the process after which it was asked.
    pub step: Option<String>,
    /// What was asked.
    pub question: Question,
    /// What was answered, on the question's scale.
    pub score: u8,
    /// The customer's own words; often none.
    pub words: String,
    /// What was felt.
    pub emotions: Felt,
    /// Where it was asked: `link`, `api`, `phone` …
    pub channel: String,
    /// When it was given.
    pub at: Timestamp,
}

impl Answer {
    /// Lets an answer on that holds, and names only what is on the list of emotions.
    ///
    /// # Errors
    ///
    /// [`Problem::Invalid`], saying what does not hold.
    pub fn check(&self, emotions: &Emotions) -> Result<(), Problem> {
        let (least, most) = self.question.scale();
        if !(least..=most).contains(&self.score) {
            return Err(Problem::Invalid(
                Text::key("feedback-score-wrong").with("least", least).with("most", most),
            ));
        }
        if self.words.chars().count() > MAX_WORDS {
            return Err(Problem::Invalid(Text::key("feedback-words-too-long").with("limit", MAX_WORDS)));
        }
        let is_known =
            |(name, felt): (&String, &u8)| emotions.find(name).is_some() && (1..=MAX_FELT).contains(felt);
        if !self.emotions.iter().all(is_known) {
            return Err(Problem::Invalid(Text::key("feedback-emotion-wrong").with("most", MAX_FELT)));
        }
        let is_name = |name: &str| !name.is_empty() && name.len() <= MAX_NAME;
        if !is_name(&self.process) || !is_name(&self.channel) || !self.step.as_deref().is_none_or(is_name) {
            return Err(Problem::Invalid(Text::key("feedback-place-wrong")));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(question: Question, score: u8) -> Answer {
        Answer {
            id: Uuid::nil(),
            case: None,
            customer: None,
            process: "fault".into(),
            step: None,
            question,
            score,
            words: String::new(),
            emotions: Felt::new(),
            channel: "link".into(),
            at: Timestamp::UNIX_EPOCH,
        }
    }

    #[test]
    fn a_score_lies_on_the_scale_of_its_question() {
        for question in Question::ALL {
            let (least, most) = question.scale();
            assert!(
                answer(question, least).check(&Emotions::default()).is_ok()
                    && answer(question, most).check(&Emotions::default()).is_ok()
            );
            assert!(answer(question, most + 1).check(&Emotions::default()).is_err());
            assert!(least == 0 || answer(question, 0).check(&Emotions::default()).is_err());
        }
    }

    #[test]
    fn words_and_emotions_have_limits() {
        let long = Answer { words: "я".repeat(MAX_WORDS), ..answer(Question::Nps, 9) };
        assert!(long.check(&Emotions::default()).is_ok());
        assert!(Answer { words: "я".repeat(MAX_WORDS + 1), ..long }.check(&Emotions::default()).is_err());
        let felt = |name: &str, felt| Answer {
            emotions: Felt::from([(name.to_owned(), felt)]),
            ..answer(Question::Nps, 9)
        };
        assert!(felt("happy", 3).check(&Emotions::default()).is_ok());
        assert!(
            felt("happy", 4).check(&Emotions::default()).is_err()
                && felt("bored", 1).check(&Emotions::default()).is_err()
        );
    }
}
