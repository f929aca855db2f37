//! A result to take along: figures as CSV and JSON, the scenario as TOML, the changed map as BPMN, today's beside them.

use super::parts::process;
use crate::App;
use crate::rooms::whatif::queries;
use crate::rooms::whatif::simulation::{Estimate, Outcome};
use crate::web::{Problem, Right, Visit};
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use uuid::Uuid;

/// The file.
pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((key, id, format)): Path<(String, Uuid, String)>,
) -> Result<Response, Problem> {
    visit.allowed(Right::See)?;
    let process = process(&app, &key).await?;
    let mut db = app.db().read().await?;
    queries::find(&mut db, &process, id).await?;
    let outcome = queries::outcome(&mut db, id).await?.ok_or(Problem::NotFound)?;
    drop(db);
    let (kind, written) = match &*format {
        "csv" => ("text/csv; charset=utf-8", csv(&outcome)?),
        "json" => ("application/json", outcome.report),
        "tokens.json" => ("application/json", serde_json::json!(outcome.tokens).to_string()),
        "toml" => ("application/toml; charset=utf-8", outcome.then.toml),
        "bpmn" => ("application/xml; charset=utf-8", outcome.then.bpmn),
        "today.toml" => ("application/toml; charset=utf-8", outcome.today.toml),
        "today.bpmn" => ("application/xml; charset=utf-8", outcome.today.bpmn),
        _ => return Err(Problem::NotFound),
    };
    // Keys are plain words, so that they need no quoting.
    let file = format!("attachment; filename=\"{key}-what-if.{format}\"");
    let headers = [(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, file)];
    Ok((headers, written).into_response())
}

/// A row a figure: today, scenario and difference, each with its interval. Times are in seconds, shares from 0 to 1.
fn csv(outcome: &Outcome) -> Result<String, Problem> {
    let mut rows = csv::Writer::from_writer(Vec::new());
    let parts = ["", "_low", "_high"];
    let heads = ["today", "scenario", "difference"].map(|side| parts.map(|part| format!("{side}{part}")));
    let mut write = |row: Vec<String>| rows.write_record(row).map_err(|_| Problem::Unexpected);
    write(["figure".to_owned(), "of".to_owned()].into_iter().chain(heads.into_iter().flatten()).collect())?;
    let cells = |estimate: &Estimate| {
        let range = estimate.range.map_or([None, None], |range| range.map(Some));
        [estimate.mean, range[0], range[1]]
            .map(|value| value.map_or_else(String::new, |value| value.to_string()))
    };
    let named = outcome.figures.iter().map(|figure| (&*figure.of, "", figure));
    let pools = outcome.pools.iter().map(|pool| ("utilisation", &*pool.name, pool));
    for (figure, of, compared) in named.chain(pools) {
        let sides = [&compared.today, &compared.then, &compared.delta].map(cells);
        write([figure.to_owned(), of.to_owned()].into_iter().chain(sides.into_iter().flatten()).collect())?;
    }
    for step in &outcome.steps {
        let cell = |value: Option<f64>| value.map_or_else(String::new, |value| value.to_string());
        let difference = step.then_s.zip(step.today_s).map(|(then, today)| then - today);
        let empty = String::new;
        write(vec![
            "wait_at_step".to_owned(),
            step.name.clone(),
            cell(step.today_s),
            empty(),
            empty(),
            cell(step.then_s),
            empty(),
            empty(),
            cell(difference),
            empty(),
            empty(),
        ])?;
    }
    let bytes = rows.into_inner().map_err(|_| Problem::Unexpected)?;
    String::from_utf8(bytes).map_err(|_| Problem::Unexpected)
}
