//! What people change of what is said of a process: scenarios, failure points, scores of competitors.

use super::document;
use crate::rooms::maps;
use crate::rooms::processes::Process;
use crate::web::{Problem, Text};
use bpmn::extension::{CompetitorScore, FailurePoint, Scenario};
use bpmn::view::Blueprint;
use bpmn::xml::Document;
use db::{Tx, journal};
use jiff::Timestamp;
use measure::Moments;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Longest text of a scenario or failure point, in characters.
pub const MAX_TEXT: usize = 200;
/// Most scenarios of a process, and most failure points of a step.
pub const MAX_PARTS: usize = 100;
/// Most rows of scores that are taken at a time.
pub const MAX_ROWS: usize = 20_000;

/// A change of what is said of a process.
#[derive(Debug, Clone, PartialEq)]
pub enum Amendment {
    /// A scenario in place of that of this number, or a new one.
    Scenario(Option<usize>, Scenario),
    /// The scenario of this number is taken away.
    NoScenario(usize),
    /// A failure point of a step in place of that of this number, or a new one.
    Failure(String, Option<usize>, FailurePoint),
    /// A failure point of a step is taken away.
    NoFailure(String, usize),
    /// Scores of competitors in place of those they had, by step.
    Scores(BTreeMap<String, Vec<CompetitorScore>>),
}

impl Amendment {
    /// What the journal calls it.
    const fn kind(&self) -> &'static str {
        match self {
            Self::Scenario(..) => "scenario",
            Self::NoScenario(_) => "scenario-removed",
            Self::Failure(..) => "failure-point",
            Self::NoFailure(..) => "failure-point-removed",
            Self::Scores(_) => "competitors",
        }
    }

    fn check(&self, blueprint: &Blueprint) -> Result<(), Problem> {
        let long = || Problem::Invalid(Text::key("blueprint-text-wrong").with("n", MAX_TEXT));
        let many = || Problem::Invalid(Text::key("blueprint-too-many").with("n", MAX_PARTS));
        let is_text = |text: &str| !text.is_empty() && text.chars().count() <= MAX_TEXT;
        match self {
            Self::Scenario(number, scenario) => {
                let texts = [Some(&scenario.name), scenario.reason.as_ref(), scenario.channel.as_ref()];
                if !texts.into_iter().flatten().all(|text| is_text(text)) {
                    return Err(long());
                }
                if number.is_none() && blueprint.process.scenarios.len() >= MAX_PARTS {
                    return Err(many());
                }
                if !scenario.steps.iter().all(|step| blueprint.place(step).is_some()) {
                    return Err(Problem::Invalid(Text::key("problem-form")));
                }
            }
            Self::Failure(step, number, point) => {
                let known = blueprint.step(step).ok_or(Problem::NotFound)?;
                if !is_text(&point.what) {
                    return Err(long());
                }
                if number.is_none() && known.failures.len() >= MAX_PARTS {
                    return Err(many());
                }
                let ratings = [point.severity, point.occurrence, point.detection];
                if !ratings.iter().all(|rating| (1..=10).contains(rating)) {
                    return Err(Problem::Invalid(Text::key("blueprint-rating-wrong")));
                }
            }
            Self::NoScenario(_) | Self::NoFailure(..) | Self::Scores(_) => {}
        }
        let number = match self {
            Self::Scenario(number, _) => number.map(|at| (at, blueprint.process.scenarios.len())),
            Self::NoScenario(number) => Some((*number, blueprint.process.scenarios.len())),
            Self::Failure(step, Some(number), _) | Self::NoFailure(step, number) => {
                Some((*number, blueprint.step(step).map_or(0, |known| known.failures.len())))
            }
            Self::Failure(..) | Self::Scores(_) => None,
        };
        if number.is_some_and(|(at, count)| at >= count) { Err(Problem::NotFound) } else { Ok(()) }
    }

    fn apply(&self, blueprint: &mut Blueprint) {
        match self {
            Self::Scenario(number, scenario) => {
                put(&mut blueprint.process.scenarios, *number, scenario.clone());
            }
            Self::NoScenario(number) => remove(&mut blueprint.process.scenarios, *number),
            Self::Failure(step, number, point) => {
                if let Some(at) = blueprint.place(step) {
                    put(&mut blueprint.steps_mut()[at].failures, *number, point.clone());
                }
            }
            Self::NoFailure(step, number) => {
                if let Some(at) = blueprint.place(step) {
                    remove(&mut blueprint.steps_mut()[at].failures, *number);
                }
            }
            Self::Scores(scores) => {
                for (step, new) in scores {
                    let Some(at) = blueprint.place(step) else { continue };
                    let known = &mut blueprint.steps_mut()[at].scores;
                    known.retain(|old| new.iter().all(|new| new.competitor != old.competitor));
                    known.extend(new.iter().cloned());
                    for score in new {
                        let named = &mut blueprint.process.competitors;
                        if !named.contains(&score.competitor) {
                            named.push(score.competitor.clone());
                        }
                    }
                }
            }
        }
    }
}

fn put<T>(list: &mut Vec<T>, number: Option<usize>, value: T) {
    match number.and_then(|number| list.get_mut(number)) {
        Some(known) => *known = value,
        None => list.push(value),
    }
}

fn remove<T>(list: &mut Vec<T>, number: usize) {
    if number < list.len() {
        list.remove(number);
    }
}

/// Changes what is said of a process, made against the version `seen`.
///
/// # Errors
///
/// [`Problem::Invalid`], [`Problem::NotFound`] for a part that is not there, [`Problem::Conflict`], if somebody changed
/// it since.
pub async fn amend(
    tx: &mut Tx,
    process: &Process,
    seen: u64,
    amendment: &Amendment,
    by: (&'static str, Option<Uuid>),
    now: Timestamp,
) -> Result<(), Problem> {
    let (blueprint, version) = document::blueprint(tx, process).await?;
    if version != seen {
        return Err(Problem::Conflict(Text::key("blueprint-changed-meanwhile")));
    }
    amendment.check(&blueprint)?;
    let change = |document: &mut Document| {
        let mut blueprint = document::said(process, document);
        amendment.apply(&mut blueprint);
        blueprint.write(document);
    };
    maps::amend(tx, process, seen, change, by, now).await?;
    let data = serde_json::json!({ "part": amendment.kind() }).to_string();
    journal::note(tx, "process", process.id, by, now, ("process-blueprint-changed", data)).await?;
    Ok(())
}

/// Scores of competitors from rows of comma-separated values: step (identifier or name), competitor, score from 0 to 10; an
/// answer a row. A first row without a score is taken for names of columns.
///
/// # Errors
///
/// [`Problem::Invalid`], which names the first row that does not fit.
pub fn scores(rows: &str, source: &str, blueprint: &Blueprint) -> Result<Amendment, Problem> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(rows.as_bytes());
    let mut found: BTreeMap<String, BTreeMap<String, Moments>> = BTreeMap::new();
    for (at, row) in reader.records().enumerate() {
        let wrong = || Problem::Invalid(Text::key("competitors-row-wrong").with("row", at + 1));
        if at > MAX_ROWS {
            return Err(Problem::Invalid(Text::key("competitors-too-many").with("n", MAX_ROWS)));
        }
        let row = row.map_err(|_| wrong())?;
        let (Some(step), Some(competitor), Some(score)) = (row.get(0), row.get(1), row.get(2)) else {
            return Err(wrong());
        };
        let Ok(score) = score.replace(',', ".").parse::<f64>() else {
            if at == 0 {
                continue;
            }
            return Err(wrong());
        };
        let known = blueprint
            .map()
            .steps()
            .iter()
            .find(|known| known.id == step || known.name.to_lowercase() == step.to_lowercase());
        let is_name = !competitor.is_empty() && competitor.chars().count() <= MAX_TEXT;
        let (Some(step), true, true) = (known, is_name, (0.0..=10.0).contains(&score)) else {
            return Err(wrong());
        };
        found.entry(step.id.clone()).or_default().entry(competitor.to_owned()).or_default().push(score);
    }
    if found.is_empty() {
        return Err(Problem::Invalid(Text::key("competitors-none-given")));
    }
    let rounded = |value: f64| (value * 1_000.0).round() / 1_000.0;
    let score = |(competitor, moments): (String, Moments)| CompetitorScore {
        competitor,
        score: rounded(moments.mean().unwrap_or_default()),
        source: Some(source.to_owned()).filter(|source| !source.is_empty()),
        n: u32::try_from(moments.n()).ok(),
        deviation: moments.variance().map(|variance| rounded(variance.sqrt())),
    };
    let of_step =
        |(step, by): (String, BTreeMap<String, Moments>)| (step, by.into_iter().map(score).collect());
    Ok(Amendment::Scores(found.into_iter().map(of_step).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use bpmn::map::{CustomerMap, Lane, Step, StepKind, Visibility};

    fn blueprint() -> Blueprint {
        let lane = Lane { id: "c".into(), name: "Customer".into(), visibility: Visibility::Customer };
        let step = Step { id: "ask".into(), name: "Ask us".into(), lane: 0, kind: StepKind::Start };
        Blueprint::bare(CustomerMap::new(vec![lane], vec![step], vec![]).unwrap())
    }

    #[test]
    fn answers_become_scores_with_their_spread() {
        let csv =
            "step,competitor,score\nask,Northline,8\nASK US,Northline,6\nask,\"Kabelio, Inc\",\"7,5\"\n";
        let Ok(Amendment::Scores(scores)) = scores(csv, "Survey", &blueprint()) else { panic!("scores") };
        let told: Vec<_> =
            scores["ask"].iter().map(|score| (score.competitor.as_str(), score.score, score.n)).collect();
        assert_eq!(told, [("Kabelio, Inc", 7.5, Some(1)), ("Northline", 7.0, Some(2))]);
        assert_eq!(scores["ask"][1].deviation, Some(1.414));
    }

    #[test]
    fn rows_that_do_not_fit_are_refused() {
        for wrong in
            ["", "ask,Northline,8\nask,Northline", "ask,N,11", "nowhere,N,5", "ask,,5", "ask,N,8\nask,N,x"]
        {
            assert!(scores(wrong, "", &blueprint()).is_err(), "{wrong}");
        }
    }

    #[test]
    fn what_is_not_there_cannot_be_changed() {
        let point = FailurePoint { what: "late".into(), severity: 3, occurrence: 4, detection: 11 };
        let blueprint = blueprint();
        assert!(Amendment::Failure("ask".into(), None, point.clone()).check(&blueprint).is_err());
        let point = FailurePoint { detection: 5, ..point };
        assert!(Amendment::Failure("ask".into(), None, point.clone()).check(&blueprint).is_ok());
        assert!(Amendment::Failure("ask".into(), Some(0), point).check(&blueprint).is_err());
        assert!(Amendment::NoScenario(0).check(&blueprint).is_err());
    }

    #[test]
    fn later_scores_of_a_competitor_replace_earlier_ones() {
        let mut blueprint = blueprint();
        for csv in ["ask,N,3\nask,K,4", "ask,N,9"] {
            scores(csv, "", &blueprint).unwrap().apply(&mut blueprint);
        }
        let scores = &blueprint.steps()[0].scores;
        assert_eq!(scores.iter().map(|score| score.score).collect::<Vec<_>>(), [4.0, 9.0]);
        assert_eq!(blueprint.process.competitors, ["K", "N"]);
    }
}
