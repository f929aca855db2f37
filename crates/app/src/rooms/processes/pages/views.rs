//! Saved views: saving one, and the page on which one's own are named, shared and taken away.

use super::wanted::Wanted;
use crate::App;
use crate::rooms::processes::views::{self, MAX_NAME, Said, View};
use crate::web::{Form, Page, Place, Problem, Right, Visit, html};
use axum::extract::{self, Path};
use axum::response::{Html, Redirect};
use serde::de::IgnoredAny;
use uuid::Uuid;

#[derive(askama::Template)]
#[template(path = "processes/templates/views.html")]
struct Views {
    page: Page,
    own: Vec<View>,
    shared: Vec<View>,
}

impl Views {
    fn address(&self, view: &View) -> String {
        format!("/processes?{}", Wanted::read(&view.query).query())
    }
}

/// The views that the visitor sees.
pub async fn index(extract::State(app): extract::State<App>, visit: Visit) -> Result<Html<String>, Problem> {
    let actor = visit.allowed(Right::See)?;
    let seen = views::seen(&mut app.db().read().await?, actor).await?;
    let (own, shared) = seen.into_iter().partition(|view| view.person == actor.person);
    html(&Views { page: visit.page(Place::Map), own, shared })
}

/// What a form says of a view.
#[derive(Debug, serde::Deserialize)]
pub struct Filled {
    name: String,
    #[serde(default)]
    query: String,
    shared: Option<String>,
    first: Option<String>,
}

impl Filled {
    fn said(&self) -> Said {
        Said { name: self.name.clone(), is_shared: self.shared.is_some(), is_first: self.first.is_some() }
    }
}

/// Saves a view.
pub async fn create(
    extract::State(app): extract::State<App>,
    visit: Visit,
    Form(filled): Form<Filled>,
) -> Result<Redirect, Problem> {
    let (actor, now) = (visit.allowed(Right::See)?.clone(), visit.now());
    let query = Wanted::read(&filled.query).view();
    let back = format!("/processes?{query}");
    let said = filled.said();
    app.db()
        .write(move |tx| Box::pin(async move { views::save(tx, &actor, &query, said, now).await }))
        .await?;
    Ok(Redirect::to(&back))
}

/// Changes what is said of one's own view.
pub async fn update(
    extract::State(app): extract::State<App>,
    visit: Visit,
    Path(id): Path<Uuid>,
    Form(filled): Form<Filled>,
) -> Result<Redirect, Problem> {
    let actor = visit.allowed(Right::See)?.clone();
    let said = filled.said();
    app.db().write(move |tx| Box::pin(async move { views::change(tx, &actor, id, said).await })).await?;
    Ok(Redirect::to("/processes/views"))
}

/// Takes one's own view away.
pub async fn destroy(
    extract::State(app): extract::State<App>,
    visit: Visit,
    Path(id): Path<Uuid>,
    _form: Form<IgnoredAny>,
) -> Result<Redirect, Problem> {
    let actor = visit.allowed(Right::See)?.clone();
    app.db().write(move |tx| Box::pin(async move { views::remove(tx, &actor, id).await })).await?;
    Ok(Redirect::to("/processes/views"))
}
