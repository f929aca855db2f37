//! What customers see of their cases: where they are, what comes next, by when, and what they get if it is late.

use super::clock::Promised;
use super::ladder::{self, Rung};
use super::names::Clock;
use super::show::Open;
use super::story::{self, Said};
use crate::App;
use crate::rooms::cases::{Filter, Listed, Sight, View, commands, list, projection, queries};
use crate::web::{Actor, Page, Place, Problem, Visit, html};
use axum::response::Html;

#[derive(askama::Template)]
#[template(path = "cases/templates/requests.html")]
struct Requests {
    page: Page,
    name: String,
    open: usize,
    requests: Vec<Request>,
    newer: Option<u32>,
    older: Option<u32>,
}

struct Request {
    row: Listed,
    about: String,
    clock: Option<Clock>,
}

/// Their own requests, the latest first.
pub async fn list_own(app: &App, visit: &Visit, actor: &Actor, number: u32) -> Result<Html<String>, Problem> {
    let mut db = app.db().read().await?;
    let filter = Filter { view: View::All, ..Filter::default() };
    let rows = list(&mut db, &Sight::of(actor), &filter, visit.now(), (queries::PAGE, number)).await?;
    let directory = app.directories().knowing(&mut db, visit.now(), &[]).await?;
    let say = &visit.say;
    let of = rows.first().map_or(0, |row| row.of);
    let is_more = i64::from(number + 1) * i64::from(queries::PAGE) < of;
    let request = |row: Listed| Request {
        about: match &row.process {
            Some(key) => directory.processes.get(key).cloned().unwrap_or_default(),
            None => say.moment(&row.opened_at),
        },
        clock: row
            .standing
            .as_ref()
            .filter(|_| row.status != "closed")
            .map(|standing| Clock::of(&directory, standing, say)),
        row,
    };
    let requests: Vec<_> = rows.into_iter().map(request).collect();
    html(&Requests {
        page: visit.page(Place::Run),
        name: actor.name.clone(),
        open: requests.iter().filter(|request| request.row.status != "closed").count(),
        requests,
        newer: number.checked_sub(1),
        older: is_more.then_some(number + 1),
    })
}

#[derive(askama::Template)]
#[template(path = "cases/templates/request.html")]
struct ShowRequest {
    page: Page,
    number: u64,
    title: String,
    text: String,
    status: &'static str,
    next: Option<String>,
    promised: Option<Promised>,
    sentence: Option<String>,
    rungs: Vec<Rung>,
    said: Vec<Said>,
}

/// One of them.
pub fn show(visit: &Visit, open: &Open) -> Result<Html<String>, Problem> {
    let actor = visit.actor()?;
    let (names, say, case) = (open.names(visit), &visit.say, &open.case);
    let by = commands::context(actor, visit.now()).actor;
    let rungs =
        open.process.as_deref().map(|process| ladder::ladder(case, process, true, say)).unwrap_or_default();
    let promised = open.promised(visit);
    html(&ShowRequest {
        page: visit.page(Place::Run),
        number: open.looked.found.number,
        title: case.title.clone(),
        text: case.text.clone(),
        status: projection::status(case.status()),
        next: rungs.iter().find(|rung| rung.look.is_empty()).map(|rung| rung.name.clone()),
        sentence: sentence(open, visit),
        promised,
        rungs,
        said: story::said(case, &names, by, (true, false)),
    })
}

/// What they get if the promise is broken, or what they get as it was.
fn sentence(open: &Open, visit: &Visit) -> Option<String> {
    let standing = open.looked.standing.as_ref()?;
    let promise = open.directory.promise(&standing.terms)?;
    let is_late = super::names::face(&open.directory, standing, visit.now()).is_late();
    if is_late && promise.compensation_cents > 0 {
        let amount = visit.say.money(promise.compensation_cents);
        return Some(visit.say.with("case-we-are-late", "amount", &amount));
    }
    Some(promise.sentence.clone()).filter(|sentence| !sentence.is_empty())
}
