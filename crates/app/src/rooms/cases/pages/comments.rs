//! Comments on a case: staff to staff or to the customer, and customers to us.

use super::act::{self, Seen, to_case};
use crate::App;
use crate::rooms::cases::history;
use crate::web::{Form, Page, Place, Problem, Right, Visit, html};
use axum::extract::{Path, State};
use axum::response::{Html, Redirect};
use caseflow::{Audience, Case, Command, CommentId};
use uuid::Uuid;

/// What someone wants to say.
#[derive(serde::Deserialize)]
pub struct Words {
    text: String,
    #[serde(default)]
    audience: Audience,
    version: Option<u64>,
}

/// Says it. Nobody's comment is in another's way, so that no version is compared.
pub async fn create(
    State(app): State<App>,
    visit: Visit,
    Path(number): Path<u64>,
    Form(Words { text, audience, .. }): Form<Words>,
) -> Result<Redirect, Problem> {
    let actor = visit.actor()?;
    if actor.customer.is_none() {
        actor.allow(Right::Work)?;
    }
    let found = act::of(&app, actor, number).await?;
    let comment = CommentId(Uuid::now_v7());
    let wanted = vec![Command::Comment { comment, text, audience }];
    act::change(&app, &visit, (actor, &found), None, wanted).await?;
    Ok(Redirect::to(&format!("/cases/{number}#comment-{}", comment.0)))
}

#[derive(askama::Template)]
#[template(path = "cases/templates/comment.html")]
struct EditComment {
    page: Page,
    number: u64,
    comment: Uuid,
    version: u64,
    text: String,
}

/// The form to say it differently.
pub async fn edit(
    State(app): State<App>,
    visit: Visit,
    Path((number, comment)): Path<(u64, Uuid)>,
) -> Result<Html<String>, Problem> {
    let actor = visit.actor()?;
    let found = act::of(&app, actor, number).await?;
    let events = history(&mut app.db().read().await?, found.id).await?;
    let case = Case::replay(&events).map_err(|_| Problem::Unexpected)?;
    let by = crate::rooms::cases::commands::context(actor, visit.now()).actor;
    let own = case.comment(CommentId(comment)).filter(|known| known.author == by);
    let text = own.and_then(|known| known.text.clone()).ok_or(Problem::NotFound)?;
    let page = visit.page(Place::Run);
    html(&EditComment { page, number, comment, version: case.version, text })
}

/// Says it differently; only the author may.
pub async fn update(
    State(app): State<App>,
    visit: Visit,
    Path((number, comment)): Path<(u64, Uuid)>,
    Form(Words { text, version, .. }): Form<Words>,
) -> Result<Redirect, Problem> {
    let actor = visit.actor()?;
    let found = act::of(&app, actor, number).await?;
    let wanted = vec![Command::EditComment { comment: CommentId(comment), text }];
    act::change(&app, &visit, (actor, &found), version, wanted).await?;
    Ok(to_case(number))
}

/// Takes it back; the author may, and whoever moderates.
pub async fn destroy(
    State(app): State<App>,
    visit: Visit,
    Path((number, comment)): Path<(u64, Uuid)>,
    Form(Seen { version }): Form<Seen>,
) -> Result<Redirect, Problem> {
    let actor = visit.actor()?;
    let found = act::of(&app, actor, number).await?;
    let wanted = vec![Command::RemoveComment { comment: CommentId(comment) }];
    act::change(&app, &visit, (actor, &found), version, wanted).await?;
    Ok(to_case(number))
}
