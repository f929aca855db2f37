//! Two people edited the same: theirs and yours beside each other, and the choice of what should stand.

use super::edit::Edited;
use super::names::Names;
use crate::App;
use crate::web::{Page, Place, Problem, Visit, html};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use caseflow::{Case, Envelope};
use jiff::Timestamp;

/// What both did.
pub struct Both {
    pub theirs: Vec<Envelope>,
    pub case: Box<Case>,
    pub before: Edited,
    pub yours: Edited,
}

#[derive(askama::Template)]
#[template(path = "cases/templates/conflict.html")]
struct Conflict {
    page: Page,
    number: u64,
    who: String,
    at: Timestamp,
    theirs: Edited,
    /// The form as it should stand if it is saved like this: yours where you changed something, theirs elsewhere.
    stands: Edited,
    is_title: bool,
    is_text: bool,
    is_rest: bool,
}

/// The page with both; nothing was saved.
pub async fn show(app: &App, visit: &Visit, number: u64, both: Both) -> Result<Response, Problem> {
    let Both { theirs, case, before, yours } = both;
    let last = theirs.last().ok_or(Problem::Unexpected)?;
    let mut db = app.db().read().await?;
    let directory = app.directories().knowing(&mut db, visit.now(), &[]).await?;
    let names = Names { directory: &directory, customer: None, say: &visit.say };
    let (who, at) = (names.actor(last.actor), last.at);
    let theirs = Edited::of(&case, visit);
    let of = |yours: &str, before: &str, theirs: &str| {
        if yours.trim() == before { theirs.to_owned() } else { yours.to_owned() }
    };
    let stands = Edited {
        title: of(&yours.title, &before.title, &theirs.title),
        text: of(&yours.text.replace("\r\n", "\n"), &before.text, &theirs.text),
        priority: of(&yours.priority, &before.priority, &theirs.priority),
        due: of(&yours.due, &before.due, &theirs.due),
        confidentiality: of(&yours.confidentiality, &before.confidentiality, &theirs.confidentiality),
        version: case.version,
        take: String::new(),
    };
    let (is_title, is_text) = (stands.title != theirs.title, stands.text != theirs.text);
    let shown = Conflict {
        page: visit.page(Place::Run),
        number,
        who,
        at,
        is_title,
        is_text,
        is_rest: !is_title && !is_text,
        theirs,
        stands,
    };
    Ok((StatusCode::CONFLICT, html(&shown)?).into_response())
}
