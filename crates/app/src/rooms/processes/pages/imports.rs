//! Taking processes in from a spreadsheet: pasted or uploaded, its columns guessed, every row looked over, then taken in.

use super::edit::sketch;
use super::said;
use crate::App;
use crate::rooms::processes::choices::Choices;
use crate::rooms::processes::sheets::{
    self, Column, Fate, Import, Line, MAX_FILE_MB, MAX_ROWS, Sheet, Taken, lines,
};
use crate::rooms::processes::{queries, store};
use crate::web::{Form, Page, Place, Problem, Right, Text, Upload, Visit, html};
use axum::extract::{self, Path, Query};
use axum::response::{Html, IntoResponse, Redirect, Response};
use std::collections::HashMap;
use uuid::Uuid;

/// Rows that a preview lists of each kind.
const LISTED: usize = 100;

#[derive(askama::Template)]
#[template(path = "processes/templates/import.html")]
struct Start {
    page: Page,
    pasted: String,
    refused: Option<String>,
    done: Option<String>,
}

impl Start {
    fn limits(&self) -> String {
        let (rows, megabytes) = (self.page.say.language.count(MAX_ROWS as u64), MAX_FILE_MB.to_string());
        self.page.say.with2("import-limits", ("rows", &rows), ("n", &megabytes))
    }
}

/// What an import did.
#[derive(Debug, serde::Deserialize)]
pub struct Outcome {
    added: Option<usize>,
    #[serde(default)]
    changed: usize,
    #[serde(default)]
    left: usize,
}

/// The page on which one pastes or uploads.
pub async fn start(visit: Visit, Query(outcome): Query<Outcome>) -> Result<Html<String>, Problem> {
    visit.allowed(Right::Design)?;
    let done = outcome.added.map(|added| {
        let count = |key: &str, n: usize| visit.say.count(key, &n);
        [
            count("import-added", added),
            count("import-changed", outcome.changed),
            count("import-left", outcome.left),
        ]
        .join(" ")
    });
    html(&Start { page: visit.page(Place::Map), pasted: String::new(), refused: None, done })
}

/// What was pasted.
#[derive(Debug, serde::Deserialize)]
pub struct Pasted {
    rows: String,
}

/// Looks at what was pasted.
pub async fn paste(
    extract::State(app): extract::State<App>,
    visit: Visit,
    pasted: Result<Form<Pasted>, Problem>,
) -> Result<Response, Problem> {
    visit.allowed(Right::Design)?;
    let Form(pasted) = pasted.map_err(too_large)?;
    match sheets::pasted(&pasted.rows) {
        Ok(sheet) => keep(&app, &visit, String::new(), sheet).await,
        Err(text) => refused(&visit, pasted.rows, &text),
    }
}

/// Looks at a file.
pub async fn upload(
    extract::State(app): extract::State<App>,
    visit: Visit,
    upload: Result<Upload, Problem>,
) -> Result<Response, Problem> {
    visit.allowed(Right::Design)?;
    let upload = upload.map_err(too_large)?;
    let bytes = upload.bytes;
    // Unpacking and reading take a while, and others wait for this thread.
    let read = tokio::task::spawn_blocking(move || sheets::file(&bytes)).await;
    match read.map_err(|_| Problem::Unexpected)? {
        Ok(sheet) => keep(&app, &visit, upload.name, sheet).await,
        Err(text) => refused(&visit, String::new(), &text),
    }
}

fn too_large(problem: Problem) -> Problem {
    match problem {
        Problem::TooLarge(_) => Problem::TooLarge(Text::key("sheet-too-large").with("n", MAX_FILE_MB)),
        problem => problem,
    }
}

fn refused(visit: &Visit, pasted: String, text: &Text) -> Result<Response, Problem> {
    let said = Some(text.said(visit.say.language));
    let page = html(&Start { page: visit.page(Place::Map), pasted, refused: said, done: None })?;
    Ok((Problem::Invalid(text.clone()).status(), page).into_response())
}

async fn keep(app: &App, visit: &Visit, name: String, sheet: Sheet) -> Result<Response, Problem> {
    let (actor, now) = (visit.actor()?.clone(), visit.now());
    let id = app
        .db()
        .write(move |tx| Box::pin(async move { sheets::keep(tx, &actor, name, sheet, now).await }))
        .await?;
    Ok(Redirect::to(&format!("/processes/imports/{id}")).into_response())
}

/// A column with what it holds and seems to mean.
struct ColumnView {
    number: usize,
    name: String,
    samples: String,
    meaning: Option<Column>,
}

/// A row as the preview shows it.
struct RowView {
    number: usize,
    name: String,
    key: Option<String>,
    /// What is wrong with it.
    wrong: Vec<String>,
    /// What it changes: a field, what it held, and what it holds then.
    fields: Vec<(&'static str, String, String)>,
    /// What the process is, if it is new.
    about: String,
}

#[derive(askama::Template)]
#[template(path = "processes/templates/preview.html")]
struct Preview {
    page: Page,
    id: Uuid,
    name: String,
    columns: Vec<ColumnView>,
    counts: [usize; 4],
    wrong: Vec<RowView>,
    changed: Vec<RowView>,
    new: Vec<RowView>,
}

impl Preview {
    fn meanings(&self) -> [Column; 15] {
        Column::ALL
    }

    fn called(&self, column: &Column) -> String {
        column.called(self.page.say.language)
    }

    fn is_meant(&self, view: &ColumnView, column: &Column) -> bool {
        view.meaning == Some(*column)
    }

    fn taken(&self) -> usize {
        self.counts[1] + self.counts[2]
    }

    fn takes_any(&self) -> bool {
        self.taken() > 0
    }

    /// How many processes would be taken in, in words.
    fn words(&self) -> String {
        self.page.say.count("import-take", &self.taken())
    }

    /// How many rows of a kind are not listed, in words.
    fn beyond(&self, kind: usize) -> Option<String> {
        let beyond = self.counts[kind].saturating_sub(LISTED);
        (beyond > 0).then(|| self.page.say.count("bulk-more", &beyond))
    }
}

/// What the columns mean: as somebody said, or else as it is guessed.
fn columns(sheet: &Sheet, said: &HashMap<String, String>) -> Vec<Option<Column>> {
    if said.keys().any(|name| name.starts_with("column-")) {
        let mut seen = Vec::new();
        let chosen = |at: usize| {
            let column = said.get(&format!("column-{at}")).and_then(|word| Column::read(word))?;
            // The first column of a meaning is the one that counts.
            (!seen.contains(&column)).then(|| {
                seen.push(column);
                column
            })
        };
        return (0..sheet.header.len()).map(chosen).collect();
    }
    Column::guessed(&sheet.header)
}

async fn look(
    app: &App,
    visit: &Visit,
    id: Uuid,
    said: &HashMap<String, String>,
) -> Result<(Import, Vec<Option<Column>>, Vec<Line>, Choices), Problem> {
    let actor = visit.allowed(Right::Design)?;
    let mut db = app.db().read().await?;
    let import = store::import(&mut db, id, actor.person).await?.ok_or(Problem::NotFound)?;
    let catalogue = queries::catalogue(&mut db, app.measures()).await?;
    let choices = Choices::of(&mut db).await?;
    let columns = columns(&import.sheet, said);
    let lines = lines(&import.sheet, &columns, &catalogue, &choices, &visit.say.zone);
    Ok((import, columns, lines, choices))
}

/// The preview.
pub async fn show(
    extract::State(app): extract::State<App>,
    visit: Visit,
    Path(id): Path<Uuid>,
    Query(said): Query<HashMap<String, String>>,
) -> Result<Html<String>, Problem> {
    let (import, columns, lines, choices) = look(&app, &visit, id, &said).await?;
    let samples = |at: usize| {
        let cells =
            import.sheet.rows.iter().filter_map(|(_, cells)| cells.get(at)).filter(|cell| !cell.is_empty());
        let mut samples: Vec<String> = cells.take(3).map(|cell| cell.chars().take(40).collect()).collect();
        samples.dedup();
        samples.join(" · ")
    };
    let header = import.sheet.header.iter().zip(columns).enumerate();
    let (mut counts, mut kinds) = ([0; 4], [Vec::new(), Vec::new(), Vec::new()]);
    for line in &lines {
        let kind = match line.fate {
            Fate::Wrong(_) => 0,
            Fate::Changed(..) => 1,
            Fate::New => 2,
            Fate::Same => 3,
        };
        counts[kind] += 1;
        if kind < 3 && kinds[kind].len() < LISTED {
            kinds[kind].push(row(line, &choices, &visit));
        }
    }
    let [wrong, changed, new] = kinds;
    let columns = header
        .map(|(number, (name, meaning))| ColumnView {
            number,
            name: name.clone(),
            samples: samples(number),
            meaning,
        })
        .collect();
    html(&Preview {
        page: visit.page(Place::Map),
        id,
        name: import.name,
        columns,
        counts,
        wrong,
        changed,
        new,
    })
}

fn row(line: &Line, choices: &Choices, visit: &Visit) -> RowView {
    let say = &visit.say;
    let value = |facts: &crate::rooms::processes::Facts, field: &str| said::value(facts, field, choices, say);
    let (mut wrong, mut fields) = (Vec::new(), Vec::new());
    match &line.fate {
        Fate::Wrong(texts) => wrong = texts.iter().map(|text| text.said(say.language)).collect(),
        Fate::Changed(place, names) => {
            let field = |name: &&'static str| {
                (said::label(name), value(&place.before, name), value(&line.facts, name))
            };
            fields = names.iter().map(field).collect();
        }
        Fate::New | Fate::Same => {}
    }
    let about = ["stage", "area", "state"].map(|field| value(&line.facts, field)).join(" · ");
    let is_there = matches!(line.fate, Fate::Changed(..));
    RowView {
        number: line.number,
        name: line.facts.name.clone(),
        key: line.key.clone().filter(|_| is_there),
        wrong,
        fields,
        about,
    }
}

/// Takes the rows in.
pub async fn update(
    extract::State(app): extract::State<App>,
    visit: Visit,
    Path(id): Path<Uuid>,
    Form(said): Form<HashMap<String, String>>,
) -> Result<Redirect, Problem> {
    let (_, _, lines, _) = look(&app, &visit, id, &said).await?;
    let actor = visit.actor()?.clone();
    let (by, now, sketch) = (actor.in_journal(), visit.now(), sketch(&visit.say));
    let left = lines.iter().filter(|line| matches!(line.fate, Fate::Wrong(_))).count();
    let Taken { added, changed } = app
        .db()
        .write(move |tx| Box::pin(async move { sheets::take(tx, &actor, lines, &sketch, by, now).await }))
        .await?;
    Ok(Redirect::to(&format!("/processes/import?added={added}&changed={changed}&left={left}")))
}
