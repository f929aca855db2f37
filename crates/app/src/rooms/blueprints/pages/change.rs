//! A change that a form of the room asks for: made, or what speaks against it, for the page to be shown again as it was filled.

use crate::App;
use crate::rooms::blueprints::amend::{Amendment, amend};
use crate::rooms::blueprints::known::Known;
use crate::web::{Problem, Right, Visit};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};

/// The version that a form was made against.
#[derive(Debug, Clone, Copy, serde::Deserialize)]
pub struct Seen {
    /// It.
    pub version: u64,
}

/// What came of a change.
pub enum Outcome {
    /// It is made.
    Made,
    /// It is refused, for a reason that whoever filled the form can do something about.
    Refused(StatusCode, String),
}

impl Outcome {
    /// Leads to the address where the change shows, or answers with the page that `again` makes of the refusal.
    pub async fn or_again<F>(
        self,
        address: &str,
        again: impl FnOnce(String) -> F,
    ) -> Result<Response, Problem>
    where
        F: Future<Output = Result<Html<String>, Problem>>,
    {
        match self {
            Self::Made => Ok(Redirect::to(address).into_response()),
            Self::Refused(status, says) => Ok((status, again(says).await?).into_response()),
        }
    }
}

/// Makes a change of a process against the version `seen`; `of` makes it of what is known of the process.
pub async fn change(
    app: &App,
    visit: &Visit,
    key: &str,
    seen: u64,
    of: impl FnOnce(&Known) -> Result<Amendment, Problem>,
) -> Result<Outcome, Problem> {
    let by = visit.allowed(Right::Design)?.in_journal();
    let now = visit.now();
    let known = Known::of(app, &mut app.db().read().await?, key, now).await?;
    let made = match of(&known) {
        Ok(amendment) => {
            let process = known.process;
            let work = app.db().write(move |tx| {
                Box::pin(async move { amend(tx, &process, seen, &amendment, by, now).await })
            });
            work.await
        }
        Err(problem) => Err(problem),
    };
    match made {
        Ok(()) => Ok(Outcome::Made),
        Err(problem) => {
            let status = problem.status();
            let (Problem::Invalid(text) | Problem::Conflict(text)) = problem else { return Err(problem) };
            Ok(Outcome::Refused(status, text.said(visit.say.language)))
        }
    }
}
