//! The catalogue, as it is narrowed, to take along as a spreadsheet.

use super::wanted::Wanted;
use crate::App;
use crate::rooms::processes::choices::Choices;
use crate::rooms::processes::entries::order;
use crate::rooms::processes::queries;
use crate::rooms::processes::sheets::{self, Kind, Row};
use crate::web::{Problem, Right, Visit};
use axum::extract::{RawQuery, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};

/// As CSV.
pub async fn csv(
    State(app): State<App>,
    visit: Visit,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    export(&app, &visit, query, Kind::Csv).await
}

/// As a workbook.
pub async fn xlsx(
    State(app): State<App>,
    visit: Visit,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    export(&app, &visit, query, Kind::Xlsx).await
}

async fn export(app: &App, visit: &Visit, query: Option<String>, kind: Kind) -> Result<Response, Problem> {
    visit.allowed(Right::See)?;
    let wanted = Wanted::read(&query.unwrap_or_default());
    let mut db = app.db().read().await?;
    let catalogue = queries::catalogue(&mut db, app.measures()).await?;
    let glances = queries::glances(&mut db, app.measures(), visit.now()).await?;
    let choices = Choices::of(&mut db).await?;
    drop(db);
    let say = visit.say.clone();
    // Thousands of rows take a while to write, and others wait for this thread.
    let written = tokio::task::spawn_blocking(move || {
        let mut found = catalogue.found(&wanted.filter, &glances, say.now).entries;
        order(&mut found, &glances, &wanted.sort, wanted.is_turned());
        let rows: Vec<Row<'_>> = found.into_iter().map(|entry| (entry, glances.get(&entry.key))).collect();
        match kind {
            Kind::Csv => Ok(sheets::csv(&rows, &choices, &say)),
            Kind::Xlsx => sheets::xlsx(&rows, &choices, &say),
        }
    });
    let bytes = written.await.map_err(|_| Problem::Unexpected)?.map_err(|error| {
        tracing::error!(%error, "a workbook could not be written");
        Problem::Unexpected
    })?;
    let (kind, name) = match kind {
        Kind::Csv => ("text/csv; charset=utf-8", "csv"),
        Kind::Xlsx => ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    };
    let day = visit.now().to_zoned(visit.say.zone.clone()).date();
    let file = format!("attachment; filename=\"processes-{day}.{name}\"");
    Ok(([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, file)], bytes)
        .into_response())
}
