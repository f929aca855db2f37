//! Title, text and the facts of a case. What someone else changed meanwhile is shown beside what was written here.

use super::act::{self, to_case};
use super::conflict;
use super::due::end_of_day;
use crate::App;
use crate::rooms::cases::commands::Refused;
use crate::rooms::cases::history;
use crate::rooms::cases::projection::{confidentiality, priority_word, read_priority};
use crate::web::{Form, Page, Place, Problem, Right, Text, Visit, html};
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Response};
use caseflow::{Case, Command, Confidentiality};

/// What the form holds.
#[derive(Debug, Clone, serde::Deserialize)]
pub struct Edited {
    pub title: String,
    pub text: String,
    #[serde(default)]
    pub priority: String,
    #[serde(default)]
    pub due: String,
    #[serde(default)]
    pub confidentiality: String,
    pub version: u64,
    /// `theirs` to leave it as someone else left it.
    #[serde(default)]
    pub take: String,
}

impl Edited {
    /// A case as the form shows it.
    pub fn of(case: &Case, visit: &Visit) -> Self {
        let day = |due: jiff::Timestamp| due.to_zoned(visit.say.zone.clone()).date().to_string();
        Self {
            title: case.title.clone(),
            text: case.text.clone(),
            priority: priority_word(case.priority).to_owned(),
            due: case.due.map(day).unwrap_or_default(),
            confidentiality: confidentiality(case.confidentiality).to_owned(),
            version: case.version,
            take: String::new(),
        }
    }

    /// What was changed on the form since it showed `before`.
    fn wanted(&self, before: &Self, visit: &Visit) -> Result<Vec<Command>, Problem> {
        let wrong = || Problem::Invalid(Text::key("problem-form"));
        let mut wanted = Vec::new();
        if plain(&self.title) != plain(&before.title) {
            wanted.push(Command::Retitle { title: self.title.clone() });
        }
        if plain(&self.text) != plain(&before.text) {
            wanted.push(Command::Rewrite { text: self.text.clone() });
        }
        if self.priority != before.priority && !self.priority.is_empty() {
            let priority = read_priority(&self.priority).ok_or_else(wrong)?;
            wanted.push(Command::SetPriority { priority });
        }
        if self.due.trim() != before.due {
            wanted.push(Command::SetDue { due: end_of_day(&self.due, visit)? });
        }
        if self.confidentiality != before.confidentiality && !self.confidentiality.is_empty() {
            let levels =
                [Confidentiality::Organisation, Confidentiality::Department, Confidentiality::People];
            let level = levels.into_iter().find(|level| confidentiality(*level) == self.confidentiality);
            wanted.push(Command::SetConfidentiality { confidentiality: level.ok_or_else(wrong)? });
        }
        Ok(wanted)
    }
}

/// The text as the engine would keep it, to compare with.
fn plain(text: &str) -> String {
    text.replace("\r\n", "\n").trim().to_owned()
}

#[derive(askama::Template)]
#[template(path = "cases/templates/edit.html")]
struct Edit {
    page: Page,
    number: u64,
    edited: Edited,
}

/// The form.
pub async fn edit(
    State(app): State<App>,
    visit: Visit,
    Path(number): Path<u64>,
) -> Result<Html<String>, Problem> {
    let found = act::of(&app, visit.allowed(Right::Work)?, number).await?;
    let events = history(&mut app.db().read().await?, found.id).await?;
    let case = Case::replay(&events).map_err(|_| Problem::Unexpected)?;
    let edited = Edited::of(&case, &visit);
    html(&Edit { page: visit.page(Place::Run), number, edited })
}

/// Saves what was changed; or shows both versions, if someone changed the same meanwhile.
pub async fn update(
    State(app): State<App>,
    visit: Visit,
    Path(number): Path<u64>,
    Form(edited): Form<Edited>,
) -> Result<Response, Problem> {
    let actor = visit.allowed(Right::Work)?;
    if edited.take == "theirs" {
        return Ok(to_case(number).into_response());
    }
    let found = act::of(&app, actor, number).await?;
    let events = history(&mut app.db().read().await?, found.id).await?;
    let seen = usize::try_from(edited.version).ok().and_then(|seen| events.get(..seen));
    let before = Case::replay(seen.unwrap_or(&[])).map_err(|_| Problem::Unexpected)?;
    if before.opening.is_none() {
        return Err(Problem::Conflict(Text::key("refusal-meanwhile")));
    }
    let before = Edited::of(&before, &visit);
    let wanted = edited.wanted(&before, &visit)?;
    match act::change(&app, &visit, (actor, &found), Some(edited.version), wanted).await {
        Ok(_) => Ok(to_case(number).into_response()),
        Err(Refused::Conflict { theirs, case }) => {
            conflict::show(&app, &visit, number, conflict::Both { theirs, case, before, yours: edited }).await
        }
        Err(refused) => Err(refused.into()),
    }
}
