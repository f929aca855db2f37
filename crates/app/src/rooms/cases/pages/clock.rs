//! The clock of a case on its own, for a page that keeps it going.

use super::names::{Clock, span};
use crate::App;
use crate::rooms::cases::{Directory, Sight, Standing, queries};
use crate::web::{Problem, Say, Visit, assets};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Html;

/// The clock with what was promised.
#[derive(Debug, Template)]
#[template(path = "cases/templates/clock.html")]
pub struct Promised {
    pub number: u64,
    pub clock: Clock,
    /// What was promised, and by when.
    pub terms: String,
    pub due: Option<String>,
    pub due_machine: String,
    /// What the customer gets if it is broken.
    pub gets: Option<String>,
    pub used: String,
}

impl Promised {
    /// The clock of a promise, for staff or for the customer.
    pub fn of(directory: &Directory, standing: &Standing, number: u64, say: &Say) -> Self {
        let clock = Clock::of(directory, standing, say);
        let promise = directory.promise(&standing.terms);
        let within = promise.map(|promise| span(say, promise.target.as_secs())).unwrap_or_default();
        let terms = promise.map_or_else(String::new, |promise| {
            say.with2("clock-terms", ("name", &promise.name), ("span", &within))
        });
        let cents = promise.map_or(0, |promise| promise.compensation_cents);
        let gets = (cents > 0).then(|| say.with("clock-gets", "amount", &say.money(cents)));
        let due = clock.face.due.filter(|_| !matches!(clock.face.look, "kept" | "paused"));
        Self {
            number,
            terms,
            due: due.map(|due| say.with("clock-by", "time", &say.moment(&due))),
            due_machine: due.map(|due| say.datetime(&due)).unwrap_or_default(),
            gets: gets.filter(|_| clock.face.is_late()),
            used: say.text("clock-used"),
            clock,
        }
    }

    fn icon(&self) -> String {
        let sheet = assets::address("icons.svg");
        format!(
            "<svg class=\"icon\" aria-hidden=\"true\"><use href=\"{sheet}#{}\"/></svg>",
            self.clock.face.icon
        )
    }
}

/// The clock as it stands.
pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(number): Path<u64>,
) -> Result<Html<String>, Problem> {
    let actor = visit.actor()?;
    let mut db = app.db().read().await?;
    let looked = queries::look(&mut db, &Sight::of(actor), number).await?.ok_or(Problem::NotFound)?;
    let directory = app.directories().knowing(&mut db, visit.now(), &[]).await?;
    let standing = looked.standing.ok_or(Problem::NotFound)?;
    Ok(Html(Promised::of(&directory, &standing, number, &visit.say).render()?))
}
