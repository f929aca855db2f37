//! What customers say about one process: step by step, over time, what they felt, and in their own words.

use super::overview::{Felt, Said, said};
use super::pictures::{Part, Picture, by_month, by_part};
use super::speech::{Change, Speech};
use super::wanted::{Filter, Period};
use crate::App;
use crate::rooms::feedback::feelings;
use crate::rooms::feedback::model::Question;
use crate::rooms::feedback::queries::{self, Line};
use crate::rooms::processes::{self, Process};
use crate::web::{Page, Place, Problem, Right, Visit, html};
use axum::extract::{Path, Query, State};
use axum::response::Html;
use std::collections::BTreeMap;

#[derive(askama::Template)]
#[template(path = "feedback/templates/process.html")]
struct ProcessScores {
    page: Page,
    filter: Filter,
    process: Process,
    about: String,
    figures: Vec<Figure>,
    steps: Picture,
    months: Picture,
    felt: Felt,
    words: Vec<Said>,
    has_answers: bool,
}

/// A tile: what one question says of the process.
struct Figure {
    question: Question,
    value: String,
    note: String,
    change: Option<Change>,
}

impl ProcessScores {
    /// What people call a step.
    fn step(&self, said: &Said) -> Option<String> {
        let id = said.listed.answer.step.as_ref()?;
        Some(
            self.process.map.steps().iter().find(|step| step.id == *id).map_or(id, |step| &step.name).clone(),
        )
    }
}

/// Scores of a process.
pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(key): Path<String>,
    Query(filter): Query<Filter>,
) -> Result<Html<String>, Problem> {
    let actor = visit.allowed(Right::See)?;
    let mut db = app.db().read().await?;
    let process = processes::find(&mut db, &key).await?.ok_or(Problem::NotFound)?;
    let asking = filter.asking(Some(key.clone()), visit.now());
    let mut figures = Vec::new();
    let mut scores = None;
    for question in Question::ALL {
        let asking = queries::Asking { question, ..asking.clone() };
        let found = queries::by_step(&mut db, &asking, &key).await?;
        figures.push(figure(&found.whole, &Speech { say: visit.say.clone(), question }));
        if question == filter.question() {
            scores = Some(found);
        }
    }
    let scores = scores.ok_or(Problem::Unexpected)?;
    let speech = Speech { say: visit.say.clone(), question: filter.question() };
    let names = BTreeMap::from([(key, process.name.clone())]);
    // Feelings and words are told of this process, whatever its stage.
    let asking = queries::Asking { stage: None, ..asking };
    html(&ProcessScores {
        page: visit.page(Place::Listen),
        about: speech.lately(&scores.whole),
        figures,
        steps: by_part(&in_order(&process, &scores.parts, &speech), &scores, &speech),
        months: by_month(&scores, &speech),
        felt: Felt::of(&feelings::feelings(&mut db, &asking).await?, &speech),
        words: said(&mut db, &asking, actor, &speech, &names).await?,
        has_answers: scores.whole.all.n() > 0,
        filter,
        process,
    })
}

fn figure(line: &Line, speech: &Speech) -> Figure {
    let estimate = line.all.estimate();
    let answers = speech.answers(line.all.n());
    Figure {
        question: speech.question,
        value: estimate.map_or_else(|| "–".to_owned(), |estimate| speech.figure(estimate.value)),
        note: match estimate {
            Some(estimate) => format!("{answers} · {}", speech.interval(estimate)),
            None => answers,
        },
        change: speech.change(line),
    }
}

/// The steps in the order of the map, then those that the map no longer has, then the process as a whole.
fn in_order<'a>(process: &Process, parts: &'a BTreeMap<String, Line>, speech: &Speech) -> Vec<Part<'a>> {
    let steps = process.map.steps();
    let of_map = steps.iter().filter_map(|step| {
        let line = parts.get(&step.id)?;
        Some(Part { name: step.name.clone(), line })
    });
    let is_on_map = |key: &str| steps.iter().any(|step| step.id == key);
    let others = parts
        .iter()
        .filter(|(key, _)| !key.is_empty() && !is_on_map(key))
        .map(|(key, line)| Part { name: key.clone(), line });
    let whole = parts.get("").map(|line| Part { name: speech.say.text("feedback-whole-process"), line });
    of_map.chain(others).chain(whole).collect()
}
