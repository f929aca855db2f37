//! Several scenarios in one table, each against today; the address holds which.

use super::parts::{Said, Speech, process};
use super::show::{Row, row};
use crate::App;
use crate::rooms::processes::{self, Head};
use crate::rooms::whatif::queries;
use crate::rooms::whatif::simulation::SHOWN;
use crate::web::{Page, Place, Problem, Right, Visit, html};
use axum::extract::{Path, RawQuery, State};
use axum::response::Html;
use uuid::Uuid;

/// Scenarios in a table at most.
const MOST: usize = 8;

#[derive(serde::Deserialize)]
struct Wanted {
    #[serde(default)]
    with: Vec<Uuid>,
}

/// A scenario's column.
struct Column {
    name: String,
    id: String,
    rows: Vec<Option<Row>>,
}

#[derive(askama::Template)]
#[template(path = "whatif/templates/compare.html")]
struct Compare {
    page: Page,
    head: Head,
    figures: Vec<String>,
    today: Vec<Said>,
    columns: Vec<Column>,
    missing: Vec<String>,
}

/// The page.
pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(key): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Html<String>, Problem> {
    visit.allowed(Right::See)?;
    let say = &visit.say;
    let process = process(&app, &key).await?;
    let today = queries::today(&app, &process, visit.now()).await?;
    let speech = Speech { say, currency: today.currency.as_deref() };
    let wanted: Wanted =
        serde_html_form::from_str(&query.unwrap_or_default()).map_err(|_| Problem::NotFound)?;
    let mut db = app.db().read().await?;
    let (mut columns, mut missing, mut base) = (Vec::new(), Vec::new(), vec![Said::default(); SHOWN.len()]);
    for id in wanted.with.into_iter().take(MOST) {
        let scenario = queries::find(&mut db, &process, id).await?;
        let Some(outcome) = queries::outcome(&mut db, id).await? else {
            missing.push(scenario.name);
            continue;
        };
        let of = |figure: &&str| outcome.figures.iter().find(|compared| compared.of == **figure);
        let rows: Vec<Option<Row>> =
            SHOWN.iter().map(|figure| of(figure).map(|compared| row(compared, &speech))).collect();
        for (at, row) in rows.iter().enumerate() {
            if let Some(row) = row {
                base[at].clone_from(&row.today);
            }
        }
        columns.push(Column { name: scenario.name, id: id.to_string(), rows });
    }
    let figures = processes::measured(&mut db, app.measures(), &process, visit.now()).await?;
    let head = Head::of(&mut db, process, "what-if", figures.cases, say).await?;
    html(&Compare {
        page: visit.page(Place::Map),
        head,
        figures: SHOWN.iter().map(|figure| say.of("whatif-figure-", figure)).collect(),
        today: base,
        columns,
        missing,
    })
}
