//! The grid of a draft: lanes and columns, the step that is chosen, and what can be done with it.

use super::parts::{head, process};
use crate::App;
use crate::rooms::maps::editing::{self, Draft};
use crate::rooms::maps::edits::{Happened, Seen};
use crate::rooms::maps::words;
use crate::rooms::processes::Head;
use crate::web::{Page, Place, Problem, Right, Say, Visit, html};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use bpmn::edit::{Grid, GridStep, columns};
use bpmn::map::{StepKind, Visibility};
use std::collections::BTreeSet;
use uuid::Uuid;

/// What of the grid is asked for.
#[derive(Debug, Default, serde::Deserialize)]
pub struct Wanted {
    /// The step that is chosen.
    #[serde(default)]
    pub step: String,
    /// Whether only the grid is wanted, and only if others did something since the version seen.
    #[serde(default)]
    news: bool,
    #[serde(default)]
    draft: u64,
    #[serde(default)]
    seen: u64,
}

/// A heading above columns.
pub struct Heading {
    pub name: String,
    pub span: usize,
}

/// A step as the grid shows it.
pub struct Card {
    pub id: String,
    pub name: String,
    /// What it is, where it is no plain step.
    pub kind: Option<&'static str>,
    /// What follows it, where that is not just the next in the row of columns.
    pub leads: Vec<String>,
    pub is_loose: bool,
    pub is_chosen: bool,
    pub is_message: bool,
}

/// A lane.
pub struct Row {
    pub id: String,
    pub name: String,
    pub line: &'static str,
    /// Whether no step lies in it.
    pub is_empty: bool,
    pub cells: Vec<Vec<Card>>,
}

/// A choice in a form.
pub struct Choice {
    pub id: String,
    pub name: String,
    pub is_chosen: bool,
}

/// What can be done with the step that is chosen.
pub struct Chosen {
    pub id: String,
    pub name: String,
    pub lane: String,
    pub stage: String,
    pub is_message: bool,
    pub is_plain: bool,
    pub lanes: Vec<Choice>,
    pub others: Vec<Choice>,
    /// What follows it: identifier, name, what is written at the arrow.
    pub after: Vec<(String, String, String)>,
    /// What it would be merged with, and the name of both.
    pub merge: Option<(String, String)>,
}

/// The grid, as it stands in the page and as it is sent after an edit.
#[derive(Template)]
#[template(path = "maps/templates/grid_part.html")]
pub struct Part {
    pub say: Say,
    pub page: Page,
    pub key: String,
    /// Where forms are sent.
    pub address: String,
    pub seen: Seen,
    pub headings: Vec<Heading>,
    pub rows: Vec<Row>,
    pub chosen: Option<Chosen>,
    pub lines: [&'static str; 5],
    pub stages: Vec<String>,
    pub undo: Option<String>,
    pub redo: Option<String>,
    /// What just happened, for those who do not see it.
    pub says: String,
    /// Why nothing happened.
    pub refused: Option<String>,
}

#[derive(Template)]
#[template(path = "maps/templates/grid.html")]
struct Show {
    page: Page,
    head: Head,
    part: String,
    has_draft: bool,
}

/// The page.
pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(key): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    let person = visit.allowed(Right::Design)?.in_journal().1;
    let of = process(&mut app.db().read().await?, &key).await?;
    let draft = editing::draft(&app, &of).await?;
    if wanted.news {
        return news(&visit, &key, &draft, &wanted, person);
    }
    let part = part(&visit, &key, &draft, &wanted.step, person);
    page(&app, &visit, &key, part).await
}

/// The whole page around a grid.
pub async fn page(app: &App, visit: &Visit, key: &str, part: Part) -> Result<Response, Problem> {
    let mut db = app.db().read().await?;
    let process = process(&mut db, key).await?;
    let head = head(&mut db, app, process, &visit.say).await?;
    let has_draft = part.seen.draft > 0;
    let part = part.render().map_err(|_| Problem::Unexpected)?;
    Ok(html(&Show { page: visit.page(Place::Map), head, part, has_draft })?.into_response())
}

/// The grid with what others did, if they did something.
fn news(
    visit: &Visit,
    key: &str,
    draft: &Draft,
    wanted: &Wanted,
    person: Option<Uuid>,
) -> Result<Response, Problem> {
    let seen = Seen { draft: wanted.draft, version: wanted.seen };
    if seen == draft.seen {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    let mut part = part(visit, key, draft, &wanted.step, person);
    part.says = match draft.since(seen, person) {
        Ok(theirs) => told(&theirs, &visit.say),
        Err(_) => visit.say.text("map-changed-meanwhile"),
    };
    Ok(html(&part)?.into_response())
}

/// What others did, a sentence each.
pub fn told(theirs: &[Happened], say: &Say) -> String {
    let told = theirs.iter().map(|happened| words::happened(happened, say));
    told.collect::<Vec<_>>().join(" ")
}

/// What is shown of a draft to a person.
pub fn part(visit: &Visit, key: &str, draft: &Draft, step: &str, person: Option<Uuid>) -> Part {
    let grid = draft.sheet.grid();
    let columns = columns(grid);
    let count = columns.iter().max().map_or(1, |last| last + 1);
    let stages: BTreeSet<String> = grid.steps.iter().filter_map(|step| step.stage.clone()).collect();
    let say = visit.say.clone();
    Part {
        page: visit.page(Place::Map),
        key: key.to_owned(),
        address: format!("/processes/{key}/map/grid"),
        seen: draft.seen,
        headings: headings(grid, &columns, count),
        rows: rows(grid, &columns, count, step),
        chosen: grid.step(step).map(|step| chosen(grid, step)),
        lines: Visibility::ALL.map(Visibility::as_str),
        stages: stages.into_iter().collect(),
        undo: draft.to_undo(person).map(|made| words::done(made.edit.verb(), &made.what, &say)),
        redo: draft.to_redo(person).map(|made| words::done(made.edit.verb(), &made.what, &say)),
        says: String::new(),
        refused: None,
        say,
    }
}

/// Stages above the columns: that of the customer's step, or of another, where none says anything.
fn headings(grid: &Grid, columns: &[usize], count: usize) -> Vec<Heading> {
    let mut names = vec![String::new(); count];
    for lane in grid.lanes.iter().rev() {
        for (step, &column) in grid.steps.iter().zip(columns).filter(|(step, _)| step.lane == lane.id) {
            if let Some(stage) = &step.stage {
                names[column].clone_from(stage);
            }
        }
    }
    if names.iter().all(String::is_empty) {
        return Vec::new();
    }
    let mut headings: Vec<Heading> = Vec::new();
    for name in names {
        match headings.last_mut() {
            Some(last) if last.name == name => last.span += 1,
            _ => headings.push(Heading { name, span: 1 }),
        }
    }
    headings
}

fn rows(grid: &Grid, columns: &[usize], count: usize, chosen: &str) -> Vec<Row> {
    let loose: BTreeSet<&str> = grid.loose().collect();
    let place = |id: &str| grid.steps.iter().position(|step| step.id == id);
    let card = |at: usize| {
        let step = &grid.steps[at];
        let after: Vec<usize> = grid.after(&step.id).filter_map(place).collect();
        let is_plain = matches!(after[..], [only] if columns[only] == columns[at] + 1);
        let leads = after.iter().filter(|_| !is_plain).map(|&to| grid.steps[to].name.clone()).collect();
        Card {
            id: step.id.clone(),
            name: step.name.clone(),
            kind: match step.kind {
                StepKind::Step => step.is_message.then_some("message"),
                StepKind::Start => Some("start"),
                StepKind::End { good: true } => Some("end-good"),
                StepKind::End { good: false } => Some("end-bad"),
            },
            leads,
            is_loose: loose.contains(step.id.as_str()),
            is_chosen: step.id == chosen,
            is_message: step.is_message,
        }
    };
    let row = |lane: &bpmn::map::Lane| {
        let mut cells: Vec<Vec<Card>> = (0..count).map(|_| Vec::new()).collect();
        for at in (0..grid.steps.len()).filter(|&at| grid.steps[at].lane == lane.id) {
            cells[columns[at]].push(card(at));
        }
        Row {
            id: lane.id.clone(),
            name: lane.name.clone(),
            line: lane.visibility.as_str(),
            is_empty: cells.iter().all(Vec::is_empty),
            cells,
        }
    };
    grid.lanes.iter().map(row).collect()
}

fn chosen(grid: &Grid, step: &GridStep) -> Chosen {
    let name = |id: &str| grid.step(id).map_or_else(String::new, |step| step.name.clone());
    let is_plain = |step: &GridStep| step.kind == StepKind::Step && !step.is_message;
    let merge = grid.after(&step.id).find(|id| *id != step.id && grid.step(id).is_some_and(is_plain));
    let lane = |lane: &bpmn::map::Lane| Choice {
        id: lane.id.clone(),
        name: lane.name.clone(),
        is_chosen: lane.id == step.lane,
    };
    let others = grid.steps.iter().filter(|other| other.id != step.id && !other.is_message);
    Chosen {
        id: step.id.clone(),
        name: step.name.clone(),
        lane: step.lane.clone(),
        stage: step.stage.clone().unwrap_or_default(),
        is_message: step.is_message,
        is_plain: is_plain(step),
        lanes: grid.lanes.iter().map(lane).collect(),
        others: others
            .map(|other| Choice { id: other.id.clone(), name: other.name.clone(), is_chosen: false })
            .collect(),
        after: grid
            .flows
            .iter()
            .filter(|((from, _), _)| *from == step.id)
            .map(|((_, to), written)| (to.clone(), name(to), written.clone()))
            .collect(),
        merge: merge
            .filter(|_| is_plain(step))
            .map(|id| (id.to_owned(), format!("{} + {}", step.name, name(id)))),
    }
}

/// The grid alone, as a reply to the page's script.
pub fn reply(part: &Part) -> Result<Html<String>, Problem> {
    html(part)
}
