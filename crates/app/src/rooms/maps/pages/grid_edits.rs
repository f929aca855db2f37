//! Edits of the grid: what a form wishes, and the grid afterwards or why nothing was done.

use super::grid::{self, part, reply, told};
use super::parts::process;
use crate::App;
use crate::rooms::maps::editing::{self, Draft, NotMade, Turn};
use crate::rooms::maps::edits::{Happened, Seen};
use crate::rooms::maps::words;
use crate::rooms::processes::Process;
use crate::web::{Form, Page, Place as Door, Problem, Right, Text, Visit, html};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use bpmn::edit::{Edit, Grid, Place};
use uuid::Uuid;

/// The header by which the page's script asks for the grid alone.
const ALONE: &str = "x-grid";

/// What a form of the grid sends: a verb, what it is about, and the draft that was seen. What a verb does not need is left out.
#[derive(Debug, Clone, Default, serde::Deserialize, serde::Serialize)]
#[serde(default)]
pub struct Wish {
    #[serde(rename = "do")]
    verb: String,
    draft: u64,
    seen: u64,
    step: String,
    name: String,
    lane: String,
    /// `after`, `before`, `column`, `loose`; anything else leaves the place as it is.
    place: String,
    /// The step that the place is at, or the number of the column.
    at: String,
    with: String,
    second_name: String,
    line: String,
    before: String,
    to: String,
    stage: String,
}

/// The step that was chosen.
#[derive(Debug, serde::Deserialize)]
pub struct Chosen {
    #[serde(default)]
    step: String,
}

/// The choice as a dialog in the page of the grid.
#[derive(askama::Template)]
#[template(path = "maps/templates/grid_choice.html")]
struct Dialog {
    page: Page,
    key: String,
    theirs: Vec<String>,
    mine: String,
    /// The fields of the form that does mine again.
    again: Vec<(String, String)>,
}

/// The choice as a page.
#[derive(askama::Template)]
#[template(path = "maps/templates/grid_choice_page.html")]
struct Whole {
    page: Page,
    key: String,
    theirs: Vec<String>,
    mine: String,
    again: Vec<(String, String)>,
}

/// Makes an edit.
pub async fn create(
    State(app): State<App>,
    visit: Visit,
    Path(key): Path<String>,
    headers: HeaderMap,
    Form(wish): Form<Wish>,
) -> Result<Response, Problem> {
    let (by, now) = (visit.allowed(Right::Design)?.in_journal(), visit.now());
    let of = process(&mut app.db().read().await?, &key).await?;
    let known = editing::draft(&app, &of).await?;
    let edit = wish.edit(known.sheet.grid())?;
    let seen = Seen { draft: wish.draft, version: wish.seen };
    let what = editing::about(&edit, known.sheet.grid());
    let step = next_step(&edit, known.sheet.grid());
    let again = serde_json::to_value(&wish).ok();
    let done = editing::make(&app, &of, known, (seen, edit.clone()), by, now).await;
    let news = done.as_ref().ok().and_then(|draft| draft.since(seen, by.1).ok());
    let news = news.map(|theirs| told(&theirs, &visit.say)).unwrap_or_default();
    let says = format!("{} {news}", words::done(edit.verb(), &what, &visit.say));
    let asked = Asked { app: &app, visit: &visit, key: &key, of: &of, person: by.1, headers: &headers };
    asked.answer(done, &step, says.trim(), again).await
}

/// Undoes the visitor's last edit.
pub async fn undo(
    State(app): State<App>,
    visit: Visit,
    Path(key): Path<String>,
    headers: HeaderMap,
    Form(chosen): Form<Chosen>,
) -> Result<Response, Problem> {
    turn((&app, &visit), &key, &headers, (Turn::Undo, "grid-undone"), &chosen).await
}

/// Makes the edit again that the visitor undid last.
pub async fn redo(
    State(app): State<App>,
    visit: Visit,
    Path(key): Path<String>,
    headers: HeaderMap,
    Form(chosen): Form<Chosen>,
) -> Result<Response, Problem> {
    turn((&app, &visit), &key, &headers, (Turn::Redo, "grid-redone"), &chosen).await
}

/// A step through what the visitor did, and how it is said.
async fn turn(
    (app, visit): (&App, &Visit),
    key: &str,
    headers: &HeaderMap,
    (turn, said): (Turn, &str),
    chosen: &Chosen,
) -> Result<Response, Problem> {
    let (by, now) = (visit.allowed(Right::Design)?.in_journal(), visit.now());
    let of = process(&mut app.db().read().await?, key).await?;
    let done = editing::turn(app, &of, turn, by, now).await;
    let says = done.as_ref().map_or_else(|_| String::new(), |(_, what)| visit.say.with(said, "what", what));
    let asked = Asked { app, visit, key, of: &of, person: by.1, headers };
    asked.answer(done.map(|(draft, _)| draft), &chosen.step, &says, None).await
}

/// Who asked for what, and how the answer is to look.
struct Asked<'a> {
    app: &'a App,
    visit: &'a Visit,
    key: &'a str,
    of: &'a Process,
    person: Option<Uuid>,
    headers: &'a HeaderMap,
}

impl Asked<'_> {
    /// The grid alone for the script, an address for a form; where nothing was done, why.
    async fn answer(
        &self,
        done: Result<Draft, NotMade>,
        step: &str,
        says: &str,
        again: Option<serde_json::Value>,
    ) -> Result<Response, Problem> {
        let is_alone = self.headers.contains_key(ALONE);
        let say = &self.visit.say;
        let refused = match done {
            Ok(draft) if is_alone => {
                let mut part = part(self.visit, self.key, &draft, step, self.person);
                part.says = says.to_owned();
                return Ok(reply(&part)?.into_response());
            }
            Ok(draft) => {
                let step = draft.sheet.grid().step(step).map_or("", |step| step.id.as_str());
                let query =
                    if step.is_empty() { String::new() } else { format!("?step={}#chosen", encoded(step)) };
                return Ok(Redirect::to(&format!("/processes/{}/map/grid{query}", self.key)).into_response());
            }
            Err(NotMade::Theirs { theirs, mine: (edit, what) }) => {
                let mine = words::done(edit.verb(), &what, say);
                return self.conflict(&theirs, mine, again, is_alone).await;
            }
            Err(NotMade::Problem(problem)) => return Err(problem),
            Err(NotMade::Refused(refusal)) => words::refusal(&refusal).said(say.language),
            Err(NotMade::Nothing) => say.text("grid-nothing"),
        };
        let draft = editing::draft(self.app, self.of).await?;
        let mut part = part(self.visit, self.key, &draft, step, self.person);
        part.says.clone_from(&refused);
        part.refused = Some(refused);
        let body = match is_alone {
            true => reply(&part)?.into_response(),
            false => grid::page(self.app, self.visit, self.key, part).await?,
        };
        Ok((StatusCode::UNPROCESSABLE_ENTITY, body).into_response())
    }

    /// What others did and what was to be done, to choose from.
    async fn conflict(
        &self,
        theirs: &[Happened],
        mine: String,
        again: Option<serde_json::Value>,
        is_alone: bool,
    ) -> Result<Response, Problem> {
        let draft = editing::draft(self.app, self.of).await?;
        let mut again = match again {
            Some(serde_json::Value::Object(fields)) => fields,
            _ => serde_json::Map::new(),
        };
        if !again.is_empty() {
            again.insert("draft".to_owned(), draft.seen.draft.into());
            again.insert("seen".to_owned(), draft.seen.version.into());
        }
        let field = |(name, value): (String, serde_json::Value)| match value {
            serde_json::Value::String(text) => (name, text),
            other => (name, other.to_string()),
        };
        let again = again.into_iter().map(field).filter(|(_, value)| !value.is_empty()).collect();
        let theirs = theirs.iter().map(|happened| words::happened(happened, &self.visit.say)).collect();
        let (page, key) = (self.visit.page(Door::Map), self.key.to_owned());
        let body = if is_alone {
            html(&Dialog { page, key, theirs, mine, again })?
        } else {
            html(&Whole { page, key, theirs, mine, again })?
        };
        Ok((StatusCode::CONFLICT, body).into_response())
    }
}

impl Wish {
    /// The edit that is wished for.
    fn edit(&self, grid: &Grid) -> Result<Edit, Problem> {
        let wrong = || Problem::Invalid(Text::key("problem-form"));
        let (step, name, lane) = (self.step.clone(), self.name.clone(), self.lane.clone());
        let line = || self.line.parse().map_err(|_| wrong());
        Ok(match self.verb.as_str() {
            "add-step" => {
                let at = self.place(grid)?.unwrap_or(Place::Loose);
                Edit::AddStep { step: new_id("step"), name, lane, at }
            }
            "rename-step" => Edit::RenameStep { step, name },
            "move-step" => Edit::MoveStep { at: self.place(grid)?, step, lane },
            "split-step" => {
                Edit::SplitStep { step, name, second: new_id("step"), second_name: self.second_name.clone() }
            }
            "merge-steps" => Edit::MergeSteps { step, with: self.with.clone(), name },
            "remove-step" => Edit::RemoveStep { step },
            "add-lane" => Edit::AddLane { lane: new_id("lane"), name, line: line()? },
            "rename-lane" => Edit::RenameLane { lane, name },
            "move-lane" => {
                let before = Some(self.before.clone()).filter(|before| !before.is_empty());
                Edit::MoveLane { lane, line: line()?, before }
            }
            "remove-lane" => Edit::RemoveLane { lane },
            "connect" => Edit::Connect { from: step, to: self.to.clone() },
            "disconnect" => Edit::Disconnect { from: step, to: self.to.clone() },
            "name-flow" => Edit::NameFlow { from: step, to: self.to.clone(), name },
            "set-stage" => Edit::SetStage { step, stage: Some(self.stage.clone()) },
            _ => return Err(wrong()),
        })
    }

    fn place(&self, grid: &Grid) -> Result<Option<Place>, Problem> {
        Ok(match self.place.as_str() {
            "after" => Some(Place::After(self.at.clone())),
            "before" => Some(Place::Before(self.at.clone())),
            "loose" => Some(Place::Loose),
            "column" => {
                let column = self.at.parse().map_err(|_| Problem::Invalid(Text::key("problem-form")))?;
                grid.place_in(&self.step, &self.lane, column)
            }
            _ => None,
        })
    }
}

/// The step that is chosen after an edit: the new one, or the neighbour of one that goes.
fn next_step(edit: &Edit, grid: &Grid) -> String {
    match edit {
        Edit::SplitStep { second, .. } => second.clone(),
        Edit::RemoveStep { step } => {
            let next = grid.after(step).chain(grid.before(step)).find(|other| other != step);
            next.unwrap_or_default().to_owned()
        }
        edit if grid.lane(edit.subject()).is_some() || matches!(edit, Edit::AddLane { .. }) => String::new(),
        edit => edit.subject().to_owned(),
    }
}

/// An identifier that no element has.
fn new_id(kind: &str) -> String {
    let id = Uuid::now_v7().simple().to_string();
    // The end of it is random.
    format!("{kind}_{}", &id[id.len() - 12..])
}

/// An identifier as it stands in an address.
fn encoded(id: &str) -> String {
    let pair = serde_html_form::to_string([("id", id)]).unwrap_or_default();
    pair.trim_start_matches("id=").to_owned()
}
