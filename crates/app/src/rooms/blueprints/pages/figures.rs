//! The figures that stand in the steps and at the arrows of a map.

use crate::rooms::processes::{self, Way};
use crate::web::Say;
use chart::map::{FlowFigures, StepFigures};
use language::Value;
use measure::Nps;

/// Which figures stand on the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// How long cases wait.
    Times,
    /// How many go where.
    Counts,
    /// What customers say.
    Scores,
}

impl Shown {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Times, Self::Counts, Self::Scores];

    /// The word in addresses.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Times => "times",
            Self::Counts => "counts",
            Self::Scores => "scores",
        }
    }

    /// The one with this word, else times.
    #[must_use]
    pub fn read(word: &str) -> Self {
        Self::ALL.into_iter().find(|shown| shown.as_str() == word).unwrap_or(Self::Times)
    }
}

/// What stands in a step.
#[must_use]
pub fn step_figures(step: &processes::StepFigures, cases: u64, shown: Shown, say: &Say) -> StepFigures {
    if cases == 0 {
        return StepFigures::default();
    }
    let weight = step.cases as f64 / cases as f64;
    let count = || say.language.count(step.cases);
    let time = |key, seconds: f64| say.with(key, "time", &say.duration(&seconds));
    let (headline, detail) = match shown {
        Shown::Times => {
            let wait = step.wait.filter(|wait| wait.n * 2 >= step.count);
            let detail = wait.map_or_else(Vec::new, |wait| {
                vec![time("map-median", wait.median_s), time("map-p90", wait.p90_s)]
            });
            (count(), detail)
        }
        Shown::Counts => {
            let share = say.with("process-map-share", "share", &say.language.percent(weight, 0));
            let again = (step.again > 0)
                .then(|| say.language.text_with("process-map-again", &[("n", Value::from(step.again))]));
            (count(), std::iter::once(share).chain(again).collect())
        }
        Shown::Scores => score(&step.nps, say),
    };
    StepFigures { headline, detail, weight }
}

/// What stands at an arrow.
#[must_use]
pub fn flow_figures(way: Option<&Way>, shown: Shown, say: &Say) -> FlowFigures {
    way.map_or_else(FlowFigures::default, |way| FlowFigures {
        label: match shown {
            Shown::Times => say.duration(&way.times.median_s),
            Shown::Counts => say.language.count(way.count),
            Shown::Scores => String::new(),
        },
        weight: way.count as f64,
    })
}

fn score(nps: &Nps, say: &Say) -> (String, Vec<String>) {
    let (Some(score), Some(range)) = (nps.score(), nps.ci95_score()) else {
        return ("–".to_owned(), Vec::new());
    };
    let signed = |value: f64| say.language.signed(value, 0);
    let range = format!("{} … {}", signed(range.low), signed(range.high));
    (signed(score), vec![range, format!("n = {}", say.language.count(nps.n()))])
}
