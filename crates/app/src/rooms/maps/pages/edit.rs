//! The editor of the draft: its page, and what its script is told.

use super::drawing::{Wish, drawing};
use super::parts::{head, process};
use crate::App;
use crate::rooms::maps::model::Which;
use crate::rooms::maps::queries;
use crate::rooms::processes::{Head, Stage};
use crate::rooms::promises;
use crate::web::{Page, Place, Problem, Right, Say, Visit, html};
use axum::extract::{Path, State};
use axum::response::Html;

/// Texts that the script shows, by their names there; each stands in the language's files as `editor-NAME`.
const TEXTS: &[&str] = &[
    "saved",
    "saving",
    "unsaved",
    "failed",
    "offline",
    "begun",
    "found-none",
    "nothing-chosen",
    "process",
    "step",
    "lane",
    "line",
    "line-customer",
    "line-front",
    "line-back",
    "line-system",
    "line-partner",
    "channel",
    "promise",
    "owner",
    "value-adding",
    "yes",
    "no",
    "good",
    "cost",
    "currency",
    "times",
    "process-seconds",
    "waiting-seconds",
    "accurate-percent",
    "emotions",
    "emotion",
    "strength",
    "failures",
    "what",
    "severity",
    "occurrence",
    "detection",
    "rpn",
    "scores",
    "competitor",
    "score",
    "source",
    "n",
    "stage",
    "initiator",
    "scenarios",
    "scenario",
    "reason",
    "answers",
    "competitors",
    "add",
    "remove",
    "conflict-text",
    "name",
    "not-opened",
];

/// Kinds of changes, whose texts the script shows, too.
const CHANGES: [&str; 8] =
    ["added", "removed", "renamed", "retyped", "moved", "rerouted", "altered", "redrawn"];

#[derive(askama::Template)]
#[template(path = "maps/templates/edit.html")]
struct Edit {
    page: Page,
    head: Head,
    /// The number of the draft; none while there is none.
    number: Option<u64>,
    /// What the script begins with, as JSON.
    start: String,
    drawing: Result<String, String>,
}

/// The page.
pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(key): Path<String>,
) -> Result<Html<String>, Problem> {
    visit.allowed(Right::Design)?;
    let say = &visit.say;
    let mut db = app.db().read().await?;
    let process = process(&mut db, &key).await?;
    let draft = queries::version(&mut db, &process, Which::Draft).await?;
    let (number, version) =
        draft.as_ref().map_or((None, 0), |map| (Some(map.about.number), map.about.version));
    let map = match draft {
        Some(draft) => draft,
        None => queries::version(&mut db, &process, Which::Published).await?.ok_or(Problem::NotFound)?,
    };
    let promises = promises::list(&mut db).await?;
    let head = head(&mut db, &app, process, say).await?;
    drop(db);
    let reading = queries::read(map.bpmn.clone()).await?;
    let page = Edit {
        page: visit.page(Place::Map),
        number,
        start: start(&map.bpmn, version, &promises, say),
        drawing: drawing(
            &reading,
            reading.diagrams().next(),
            (&head.process.name, ""),
            &Wish::default(),
            say,
        ),
        head,
    };
    html(&page)
}

fn start(bpmn: &str, version: u64, promises: &[promises::Promise], say: &Say) -> String {
    let mut texts: serde_json::Map<String, serde_json::Value> = TEXTS
        .iter()
        .map(|name| ((*name).to_owned(), template(say, &format!("editor-{name}")).into()))
        .collect();
    for severity in ["error", "warning", "hint"] {
        texts.insert(format!("severity-{severity}"), say.of("severity-", severity).into());
    }
    for change in CHANGES {
        texts.insert(format!("change-{change}"), say.of("map-change-", change).into());
    }
    let stages: Vec<_> = Stage::ALL
        .iter()
        .map(|stage| [stage.as_str().to_owned(), say.of("stage-", stage.as_str())])
        .collect();
    serde_json::json!({
        "bpmn": bpmn,
        "version": version,
        "language": say.code(),
        "promises": promises.iter().map(|promise| [&promise.key, &promise.name]).collect::<Vec<_>>(),
        "stages": stages,
        "texts": texts,
    })
    .to_string()
}

/// A text whose values the script puts in: each stands there by its name.
fn template(say: &Say, key: &str) -> String {
    let values = ["time", "what", "name", "n"].map(|name| (name, format!("{{${name}}}").into()));
    say.language.text_with(key, &values)
}
