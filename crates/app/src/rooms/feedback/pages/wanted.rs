//! What a page of scores is asked for: the question, the period, the stage of the life-cycle.

use crate::rooms::feedback::model::Question;
use crate::rooms::feedback::queries::Asking;
use crate::rooms::processes::Stage;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};

/// A filter as the address has it; words that mean nothing are passed over.
#[derive(Debug, Clone, Default, serde::Deserialize)]
pub struct Filter {
    #[serde(default)]
    question: String,
    #[serde(default)]
    stage: String,
    #[serde(default)]
    period: String,
}

/// How far back scores are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// Six months.
    Half,
    /// Twelve months.
    Year,
    /// Twenty-four months.
    TwoYears,
}

impl Period {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Half, Self::Year, Self::TwoYears];

    /// The word in addresses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Half => "half",
            Self::Year => "year",
            Self::TwoYears => "two-years",
        }
    }

    const fn months(self) -> i32 {
        match self {
            Self::Half => 6,
            Self::Year => 12,
            Self::TwoYears => 24,
        }
    }
}

impl Filter {
    /// The question; recommendation unless another is named.
    pub fn question(&self) -> Question {
        Question::read(&self.question).unwrap_or(Question::Nps)
    }

    /// The stage, if one is named.
    pub fn stage(&self) -> Option<Stage> {
        Stage::read(&self.stage)
    }

    /// Whether this stage is the one that is named.
    pub fn is_of(&self, stage: &Stage) -> bool {
        self.stage() == Some(*stage)
    }

    /// The period; a year unless another is named.
    pub fn period(&self) -> Period {
        Period::ALL.into_iter().find(|period| period.as_str() == self.period).unwrap_or(Period::Year)
    }

    /// The same for another question, as the address has it.
    pub fn with(&self, question: &Question) -> String {
        let stage = self.stage().map(|stage| format!("&stage={}", stage.as_str())).unwrap_or_default();
        format!("?question={}&period={}{stage}", question.as_str(), self.period().as_str())
    }

    /// What is asked of the answers: whole months, the one that is under way among them.
    pub fn asking(&self, process: Option<String>, now: Timestamp) -> Asking {
        let this_month = now.to_zoned(TimeZone::UTC).date().first_of_month();
        let first = this_month.saturating_sub(Span::new().months(self.period().months() - 1));
        let from = first.to_zoned(TimeZone::UTC).map_or(Timestamp::UNIX_EPOCH, |first| first.timestamp());
        let stage = self.stage().map(|stage| stage.as_str().to_owned());
        Asking { question: self.question(), from, to: now, process, stage }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_twelve_months_with_this_one() {
        let now: Timestamp = "2026-11-21T10:00:00Z".parse().unwrap();
        let asking = Filter::default().asking(None, now);
        assert_eq!(asking.from.to_string(), "2025-12-01T00:00:00Z");
        assert_eq!((asking.question, asking.to), (Question::Nps, now));
    }

    #[test]
    fn what_means_nothing_is_passed_over() {
        let filter = Filter { question: "x".into(), stage: "<b>".into(), period: "1".into() };
        assert_eq!(filter.with(&Question::Ces), "?question=ces&period=year");
    }
}
