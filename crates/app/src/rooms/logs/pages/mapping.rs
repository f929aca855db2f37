//! What the columns of a log mean: guessed, shown, and set.

use crate::App;
use crate::rooms::logs::model::{Log, Mapping, Meaning};
use crate::rooms::logs::reading::{Guess, guess};
use crate::rooms::logs::{commands, queries};
use crate::web::{Form, Page, Place, Problem, Right, Text, Visit, html};
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use report::wording;
use std::collections::HashMap;
use uuid::Uuid;

/// Longest name of a zone and longest format of times, in bytes.
const MAX_SETTING: usize = 100;

#[derive(askama::Template)]
#[template(path = "logs/templates/mapping.html")]
struct MappingPage {
    page: Page,
    log: Log,
    columns: Vec<Column>,
    zone: String,
    format: String,
    example: Option<String>,
    refused: Option<String>,
}

/// A column with what it holds and seems to mean.
struct Column {
    number: usize,
    name: String,
    samples: String,
    meaning: Option<Meaning>,
    guess: Option<Guess>,
}

impl MappingPage {
    fn is_meant(&self, column: &Column, meaning: &Meaning) -> bool {
        column.meaning == Some(*meaning)
    }
}

/// The form.
pub async fn edit(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<Uuid>,
) -> Result<Html<String>, Problem> {
    visit.allowed(Right::Design)?;
    let log = queries::find(&mut app.db().read().await?, id).await?.ok_or(Problem::NotFound)?;
    let meanings: Vec<_> = match &log.columns.mapping {
        Some(mapping) => log.columns.names.iter().map(|name| (meaning(mapping, name), None)).collect(),
        None => guess(&log.columns)
            .into_iter()
            .map(|guessed| (guessed.map(|(meaning, _)| meaning), guessed.map(|(_, guess)| guess)))
            .collect(),
    };
    let zone = match &log.columns.mapping {
        Some(mapping) => mapping.time_zone.clone(),
        None => visit.say.zone.iana_name().unwrap_or("UTC").to_owned(),
    };
    let format = log.columns.mapping.as_ref().and_then(|mapping| mapping.time_format.clone());
    let settings = (zone, format.unwrap_or_default());
    html(&page(&visit, log, meanings, settings, None))
}

fn meaning(mapping: &Mapping, name: &str) -> Option<Meaning> {
    Meaning::ALL.into_iter().find(|meaning| mapping.column(*meaning) == Some(name))
}

fn page(
    visit: &Visit,
    log: Log,
    meanings: Vec<(Option<Meaning>, Option<Guess>)>,
    (zone, format): (String, String),
    refused: Option<String>,
) -> MappingPage {
    let samples = |at: usize| {
        let mut samples: Vec<&str> = log.columns.rows.iter().map(|row| row[at].as_str()).collect();
        samples.retain(|sample| !sample.is_empty());
        samples.dedup();
        samples.truncate(3);
        samples.join(" · ")
    };
    let time = meanings.iter().position(|(meaning, _)| *meaning == Some(Meaning::Time));
    let example =
        time.and_then(|at| log.columns.rows.iter().map(|row| row[at].clone()).find(|t| !t.is_empty()));
    let columns = log.columns.names.iter().zip(meanings).enumerate().map(|(number, (name, meant))| Column {
        number,
        name: name.clone(),
        samples: samples(number),
        meaning: meant.0,
        guess: meant.1,
    });
    let columns = columns.collect();
    MappingPage { page: visit.page(Place::Data), columns, zone, format, example, refused, log }
}

/// Sets what the columns mean, and reads the log.
pub async fn update(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<Uuid>,
    Form(fields): Form<HashMap<String, String>>,
) -> Result<Response, Problem> {
    let actor = visit.allowed(Right::Design)?;
    let log = queries::find(&mut app.db().read().await?, id).await?.ok_or(Problem::NotFound)?;
    let field = |name: &str| fields.get(name).map(|value| value.trim()).unwrap_or_default();
    let chosen = |at: usize| {
        let word = field(&format!("column-{at}"));
        Meaning::ALL.into_iter().find(|meaning| meaning.as_str() == word)
    };
    let meanings: Vec<Option<Meaning>> = (0..log.columns.names.len()).map(chosen).collect();
    let settings = (field("zone").to_owned(), field("format").to_owned());
    let refused = match mapping(&log, &meanings, &settings) {
        Ok(mapping) => match commands::map(&app, actor, log.clone(), mapping).await? {
            Ok(()) => return Ok(Redirect::to(&format!("/logs/{id}")).into_response()),
            Err(error) => wording::placed_read_error(visit.say.language, &log.name, &error),
        },
        Err(text) => text.said(visit.say.language),
    };
    let status = Problem::Invalid(Text::key("problem-form")).status();
    let meanings = meanings.into_iter().map(|meaning| (meaning, None)).collect();
    let again = html(&page(&visit, log, meanings, settings, Some(refused)))?;
    Ok((status, again).into_response())
}

/// The mapping that was chosen: each meaning once at most, and the three that are needed.
fn mapping(
    log: &Log,
    meanings: &[Option<Meaning>],
    (zone, format): &(String, String),
) -> Result<Mapping, Text> {
    let column = |wanted: Meaning| {
        let mut named = meanings.iter().zip(&log.columns.names).filter(|(meant, _)| **meant == Some(wanted));
        let first = named.next().map(|(_, name)| name.clone());
        if named.next().is_some() { Err(Text::key("logs-meaning-twice")) } else { Ok(first) }
    };
    let needed = |wanted: Meaning| column(wanted)?.ok_or(Text::key("logs-meaning-missing"));
    if zone.len() > MAX_SETTING || format.len() > MAX_SETTING {
        return Err(Text::key("logs-setting-too-long").with("n", MAX_SETTING));
    }
    Ok(Mapping {
        case: needed(Meaning::Case)?,
        activity: needed(Meaning::Activity)?,
        time: needed(Meaning::Time)?,
        start: column(Meaning::Start)?,
        resource: column(Meaning::Resource)?,
        time_format: (!format.is_empty()).then(|| format.clone()),
        time_zone: if zone.is_empty() { "UTC".to_owned() } else { zone.clone() },
    })
}
