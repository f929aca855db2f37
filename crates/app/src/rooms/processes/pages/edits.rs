//! Editing many processes at once: choosing them, saying what is to be set, looking at what changes, making it, undoing it.

use super::said;
use super::wanted::Wanted;
use crate::App;
use crate::rooms::processes::choices::{Choices, Used};
use crate::rooms::processes::commands::Revision;
use crate::rooms::processes::edits::{self, Done, Edit, NOTHING, Settings};
use crate::rooms::processes::entries::Catalogue;
use crate::rooms::processes::facts::{Facts, MAX_MONTHS, MAX_WORD};
use crate::rooms::processes::model::{Area, Initiator, Stage, State};
use crate::rooms::processes::queries;
use crate::web::{Form, Page, Place, Problem, Right, Say, Visit, html};
use axum::extract::{self, Path, Query};
use axum::response::{IntoResponse, Redirect, Response};
use serde::de::IgnoredAny;
use uuid::Uuid;

/// Changes that a preview lists one by one.
const LISTED: usize = 100;

/// Which processes were chosen: rows by id and version, or all that a filter finds.
#[derive(Debug, serde::Deserialize)]
pub struct Chosen {
    #[serde(default)]
    chosen: Vec<String>,
    #[serde(default)]
    query: String,
    #[serde(default)]
    all: Option<String>,
}

/// Begins an edit.
pub async fn create(
    extract::State(app): extract::State<App>,
    visit: Visit,
    Form(chosen): Form<Chosen>,
) -> Result<Redirect, Problem> {
    let actor = visit.allowed(Right::Design)?.clone();
    let now = visit.now();
    let pairs: Vec<(Uuid, u64)> = if chosen.all.is_some() {
        let mut db = app.db().read().await?;
        let catalogue = queries::catalogue(&mut db, app.measures()).await?;
        let glances = queries::glances(&mut db, app.measures(), now).await?;
        let filter = Wanted::read(&chosen.query).filter;
        let found = catalogue.found(&filter, &glances, now);
        found.entries.iter().map(|entry| (entry.id, entry.version)).collect()
    } else {
        let pair = |text: &String| {
            let (id, version) = text.split_once(':')?;
            Some((Uuid::parse_str(id).ok()?, version.parse().ok()?))
        };
        chosen.chosen.iter().filter_map(pair).collect()
    };
    let id = app
        .db()
        .write(move |tx| Box::pin(async move { edits::begin(tx, &actor, &pairs, now).await }))
        .await?;
    Ok(Redirect::to(&format!("/processes/edits/{id}")))
}

/// What an edit changes in one process.
struct Changed {
    key: String,
    name: String,
    /// The name of a field, what it held, and what it holds then.
    fields: Vec<(&'static str, String, String)>,
}

/// What an edit would do, or did.
struct Preview {
    changes: Vec<Changed>,
    count: usize,
    more: usize,
    same: usize,
    others: usize,
}

#[derive(askama::Template)]
#[template(path = "processes/templates/bulk.html")]
struct Bulk {
    page: Page,
    id: Uuid,
    chosen: usize,
    settings: Settings,
    choices: Choices,
    used: Used,
    preview: Option<Preview>,
    refused: Option<String>,
    is_done: bool,
    is_undone: bool,
    back: Option<usize>,
}

impl Bulk {
    fn most_months(&self) -> &usize {
        const MOST: usize = MAX_MONTHS as usize;
        &MOST
    }

    /// What is to be set, as hidden fields of the form that does it.
    fn hidden(&self) -> Vec<(String, String)> {
        let query = serde_html_form::to_string(&self.settings).unwrap_or_default();
        let pairs: Vec<(String, String)> = serde_html_form::from_str(&query).unwrap_or_default();
        pairs.into_iter().filter(|(_, value)| !value.is_empty()).collect()
    }
}

/// What was undone.
#[derive(serde::Deserialize)]
pub struct Undone {
    back: Option<usize>,
}

/// The form, with a preview once something is to be set; what it did, once it was made.
pub async fn show(
    extract::State(app): extract::State<App>,
    visit: Visit,
    Path(id): Path<Uuid>,
    Query(settings): Query<Settings>,
    Query(undone): Query<Undone>,
) -> Result<Response, Problem> {
    let actor = visit.allowed(Right::Design)?;
    let mut db = app.db().read().await?;
    let edit = edits::find(&mut db, actor, id).await?;
    let catalogue = queries::catalogue(&mut db, app.measures()).await?;
    let choices = Choices::of(&mut db).await?;
    drop(db);
    let mut page = Bulk {
        page: visit.page(Place::Map),
        id,
        chosen: edit.chosen.len(),
        used: Used::of(&catalogue),
        preview: None,
        refused: None,
        is_done: edit.done.is_some(),
        is_undone: edit.undone_at.is_some(),
        back: undone.back,
        settings,
        choices,
    };
    if let Some(done) = &edit.done {
        page.preview = Some(made(done, &catalogue, &page.choices, &visit.say));
        return Ok(html(&page)?.into_response());
    }
    if page.settings.is_empty() {
        return Ok(html(&page)?.into_response());
    }
    match planned(&edit, &catalogue, &page.settings, &page.choices, &visit.say) {
        Ok(preview) => page.preview = Some(preview),
        Err(Problem::Invalid(text)) => {
            page.refused = Some(text.said(visit.say.language));
            return Ok((Problem::Invalid(text).status(), html(&page)?).into_response());
        }
        Err(problem) => return Err(problem),
    }
    Ok(html(&page)?.into_response())
}

fn planned(
    edit: &Edit,
    catalogue: &Catalogue,
    settings: &Settings,
    choices: &Choices,
    say: &Say,
) -> Result<Preview, Problem> {
    let plan = edit.plan(catalogue, settings, choices, say.now)?;
    let changes = plan.changes.iter().take(LISTED);
    let changes: Vec<Changed> =
        changes.map(|(entry, after)| changed(&entry.key, (&entry.facts, after), choices, say)).collect();
    let count = plan.changes.len();
    Ok(Preview { more: count - changes.len(), count, changes, same: plan.same, others: plan.others })
}

fn made(done: &[Done], catalogue: &Catalogue, choices: &Choices, say: &Say) -> Preview {
    let key = |id: Uuid| catalogue.find(id).map_or_else(String::new, |entry| entry.key.clone());
    let changes = done.iter().take(LISTED);
    let changes: Vec<Changed> =
        changes.map(|one| changed(&key(one.id), (&one.before, &one.after), choices, say)).collect();
    Preview { more: done.len() - changes.len(), count: done.len(), changes, same: 0, others: 0 }
}

fn changed(key: &str, (before, after): (&Facts, &Facts), choices: &Choices, say: &Say) -> Changed {
    let value = |facts: &Facts, field: &str| said::value(facts, field, choices, say);
    let fields = after.differences(before).into_iter();
    Changed {
        key: key.to_owned(),
        name: after.name.clone(),
        fields: fields.map(|field| (said::label(field), value(before, field), value(after, field))).collect(),
    }
}

/// Makes the edit.
pub async fn update(
    extract::State(app): extract::State<App>,
    visit: Visit,
    Path(id): Path<Uuid>,
    Form(settings): Form<Settings>,
) -> Result<Redirect, Problem> {
    let actor = visit.allowed(Right::Design)?;
    let (by, now) = (actor.in_journal(), visit.now());
    let mut db = app.db().read().await?;
    let edit = edits::find(&mut db, actor, id).await?;
    let catalogue = queries::catalogue(&mut db, app.measures()).await?;
    let choices = Choices::of(&mut db).await?;
    drop(db);
    let plan = edit.plan(&catalogue, &settings, &choices, now)?;
    let revision = |(entry, after): (&crate::rooms::processes::Entry, Facts)| Revision {
        id: entry.id,
        seen: entry.version,
        before: entry.facts.clone(),
        after,
    };
    let changes: Vec<Revision> = plan.changes.into_iter().map(revision).collect();
    app.db().write(move |tx| Box::pin(async move { edits::make(tx, &edit, changes, by, now).await })).await?;
    Ok(Redirect::to(&format!("/processes/edits/{id}")))
}

/// Undoes it.
pub async fn undo(
    extract::State(app): extract::State<App>,
    visit: Visit,
    Path(id): Path<Uuid>,
    _form: Form<IgnoredAny>,
) -> Result<Redirect, Problem> {
    let actor = visit.allowed(Right::Design)?;
    let (by, now) = (actor.in_journal(), visit.now());
    let edit = edits::find(&mut app.db().read().await?, actor, id).await?;
    let back =
        app.db().write(move |tx| Box::pin(async move { edits::undo(tx, &edit, by, now).await })).await?;
    Ok(Redirect::to(&format!("/processes/edits/{id}?back={back}")))
}
