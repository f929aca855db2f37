//! What was found.

use crate::App;
use crate::rooms::cases::{self, Filter, Listed, Sight, View};
use crate::rooms::customers::{self, Customer};
use crate::rooms::processes;
use crate::web::{Page, Place, Problem, Right, Visit, html};
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};

/// How much of each kind is shown.
const SHOWN: u32 = 10;

/// Longest text that is searched for, in characters.
const MAX_WORDS: usize = 200;

#[derive(askama::Template)]
#[template(path = "search/templates/results.html")]
struct Results {
    page: Page,
    q: String,
    cases: Vec<Listed>,
    cases_of: i64,
    processes: Vec<processes::Entry>,
    customers: Vec<Customer>,
}

/// What is searched for.
#[derive(serde::Deserialize)]
pub struct Wanted {
    #[serde(default)]
    q: String,
}

/// The page; the number of a case leads straight to it.
pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    let actor = visit.actor()?;
    let q: String = wanted.q.trim().chars().take(MAX_WORDS).collect();
    let (sight, now) = (Sight::of(actor), visit.now());
    let mut db = app.db().read().await?;
    if let Ok(number) = q.trim_start_matches('#').parse::<u64>()
        && cases::find(&mut db, &sight, number).await?.is_some()
    {
        return Ok(Redirect::to(&format!("/cases/{number}")).into_response());
    }
    let (mut found, mut processes, mut customers) = (Vec::new(), Vec::new(), Vec::new());
    if !q.is_empty() {
        let filter = Filter { view: View::All, words: Some(q.clone()), ..Filter::default() };
        found = cases::list(&mut db, &sight, &filter, now, (SHOWN, 0)).await?;
        if actor.may(Right::See) {
            let catalogue = processes::catalogue(&mut db, app.measures()).await?;
            processes = catalogue.holding(&q).into_iter().take(SHOWN as usize).cloned().collect();
            customers = customers::search(&mut db, &q, SHOWN).await?;
        }
    }
    let cases_of = found.first().map_or(0, |case| case.of);
    let page = visit.page(Place::Nowhere);
    Ok(html(&Results { page, q, cases: found, cases_of, processes, customers })?.into_response())
}
