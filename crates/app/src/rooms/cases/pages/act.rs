//! What every change made on a page has in common: the case is found, the engine decides, and the page comes back.

use crate::App;
use crate::rooms::cases::commands::{self, Refused};
use crate::rooms::cases::{Found, Sight, find};
use crate::web::{Actor, Problem, Right, Visit};
use axum::response::Redirect;
use caseflow::{Case, Command};

/// A form with nothing but the version that it was made for.
#[derive(serde::Deserialize)]
pub struct Seen {
    /// The version of the case on the page.
    pub version: Option<u64>,
}

/// Does something to a case that the visitor may work on, and goes back to its page.
pub async fn act(
    app: &App,
    visit: &Visit,
    (number, seen): (u64, Option<u64>),
    commands: impl FnOnce(&Found) -> Vec<Command>,
) -> Result<Redirect, Problem> {
    let actor = visit.allowed(Right::Work)?;
    let found = of(app, actor, number).await?;
    let wanted = commands(&found);
    change(app, visit, (actor, &found), seen, wanted).await?;
    Ok(to_case(number))
}

/// The case with this number, if they may see it.
pub async fn of(app: &App, actor: &Actor, number: u64) -> Result<Found, Problem> {
    let found = find(&mut app.db().read().await?, &Sight::of(actor), number).await?;
    found.ok_or(Problem::NotFound)
}

/// Does these things to a case that was found.
pub async fn change(
    app: &App,
    visit: &Visit,
    (actor, found): (&Actor, &Found),
    seen: Option<u64>,
    wanted: Vec<Command>,
) -> Result<Case, Refused> {
    let now = visit.now();
    let directory = {
        let mut db = app.db().read().await?;
        app.directories().knowing(&mut db, now, &[actor.person]).await?
    };
    let (by, id) = (commands::context(actor, now), found.id);
    app.db()
        .write(move |tx| {
            Box::pin(async move { commands::execute(tx, &directory, &by, (id, seen), &wanted).await })
        })
        .await
}

/// Back to the case's page.
pub fn to_case(number: u64) -> Redirect {
    Redirect::to(&format!("/cases/{number}"))
}
