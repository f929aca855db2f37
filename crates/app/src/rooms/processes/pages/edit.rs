//! Changing what is said of a process: its name, what it is, who answers for it.

use crate::App;
use crate::rooms::processes::commands::{self, Change, MAX_DESCRIPTION, MAX_NAME};
use crate::rooms::processes::model::{Area, Process, Stage, State};
use crate::rooms::processes::queries;
use crate::rooms::{offices, promises};
use crate::web::{Form, Page, Place, Problem, Right, Text, Visit, html};
use axum::extract::{self, Path};
use axum::response::{Html, IntoResponse, Redirect, Response};
use db::Connection;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use uuid::Uuid;

/// What the form holds.
#[derive(Debug, Clone, serde::Deserialize)]
pub struct Filled {
    version: u64,
    name: String,
    description: String,
    stage: String,
    area: String,
    state: String,
    owner: String,
    department: String,
    promise: String,
    reviewed: String,
}

/// What one may choose from: values and names.
struct Choices {
    owners: Vec<(String, String)>,
    departments: Vec<(String, String)>,
    promises: Vec<(String, String)>,
}

#[derive(askama::Template)]
#[template(path = "processes/templates/edit.html")]
struct Edit {
    page: Page,
    key: String,
    title: String,
    filled: Filled,
    choices: Choices,
    refused: Option<String>,
    /// What others changed meanwhile: the name of a field, and what it holds now.
    theirs: Vec<(&'static str, String)>,
    limits: (usize, usize),
}

/// The form.
pub async fn show(
    extract::State(app): extract::State<App>,
    visit: Visit,
    Path(key): Path<String>,
) -> Result<Html<String>, Problem> {
    visit.allowed(Right::Design)?;
    let mut db = app.db().read().await?;
    let process = queries::find(&mut db, &key).await?.ok_or(Problem::NotFound)?;
    let choices = Choices::of(&mut db, &process).await?;
    let filled = Filled::of(&process, &visit.say.zone);
    html(&page(&visit, process, filled, choices, (None, Vec::new())))
}

/// Changes it; what does not fit comes back with the words that were typed.
pub async fn update(
    extract::State(app): extract::State<App>,
    visit: Visit,
    Path(key): Path<String>,
    Form(filled): Form<Filled>,
) -> Result<Response, Problem> {
    let by = visit.allowed(Right::Design)?.in_journal();
    let now = visit.now();
    let mut db = app.db().read().await?;
    let process = queries::find(&mut db, &key).await?.ok_or(Problem::NotFound)?;
    let choices = Choices::of(&mut db, &process).await?;
    drop(db);
    let made = match filled.change(&choices, &visit.say.zone) {
        Ok(change) => {
            let (key, seen) = (key.clone(), filled.version);
            app.db()
                .write(move |tx| {
                    Box::pin(async move { commands::change(tx, &key, seen, change, by, now).await })
                })
                .await
        }
        Err(problem) => Err(problem),
    };
    let problem = match made {
        Ok(()) => return Ok(Redirect::to(&format!("/processes/{key}")).into_response()),
        Err(problem) => problem,
    };
    let status = problem.status();
    let (text, theirs, version) = match problem {
        Problem::Invalid(text) => (text, Vec::new(), filled.version),
        // They see what changed; saving once more is then meant.
        Problem::Conflict(text) => {
            let theirs = filled.differences(&Filled::of(&process, &visit.say.zone), &choices, &visit);
            (text, theirs, process.version)
        }
        other => return Err(other),
    };
    let refused = Some(text.said(visit.say.language));
    let again = page(&visit, process, Filled { version, ..filled }, choices, (refused, theirs));
    Ok((status, html(&again)?).into_response())
}

fn page(
    visit: &Visit,
    process: Process,
    filled: Filled,
    choices: Choices,
    (refused, theirs): (Option<String>, Vec<(&'static str, String)>),
) -> Edit {
    Edit {
        page: visit.page(Place::Map),
        key: process.key,
        title: process.name,
        filled,
        choices,
        refused,
        theirs,
        limits: (MAX_NAME, MAX_DESCRIPTION),
    }
}

impl Choices {
    async fn of(db: &mut Connection, process: &Process) -> Result<Self, Problem> {
        let named = |(id, name): (Uuid, String)| (id.to_string(), name);
        let mut owners: Vec<(String, String)> = queries::may_own(db).await?.into_iter().map(named).collect();
        // Whoever answers for it now stays a choice, even if they could not be chosen any longer.
        if let Some(owner) = process.owner
            && !owners.iter().any(|(id, _)| *id == owner.to_string())
            && let (Some(name), _) = queries::people(db, process).await?
        {
            owners.push((owner.to_string(), name));
        }
        let departments = offices::departments(db).await?;
        let promises = promises::list(db).await?;
        Ok(Self {
            owners,
            departments: departments.into_iter().map(|known| (known.id.to_string(), known.name)).collect(),
            promises: promises.into_iter().map(|promise| (promise.key, promise.name)).collect(),
        })
    }
}

/// The one that was chosen from a list, or none.
fn chosen(list: &[(String, String)], value: &str) -> Result<Option<String>, Problem> {
    match value {
        "" => Ok(None),
        value if list.iter().any(|(known, _)| known == value) => Ok(Some(value.to_owned())),
        _ => Err(Problem::Invalid(Text::key("problem-form"))),
    }
}

/// What a value of a list is called.
fn called(list: &[(String, String)], value: &str) -> String {
    list.iter().find(|(known, _)| known == value).map_or_else(|| "–".to_owned(), |(_, name)| name.clone())
}

impl Filled {
    /// The form as it stands before anybody typed.
    fn of(process: &Process, zone: &TimeZone) -> Self {
        let id = |id: Option<Uuid>| id.map_or_else(String::new, |id| id.to_string());
        let day = |at: Timestamp| at.to_zoned(zone.clone()).date().to_string();
        Self {
            version: process.version,
            name: process.name.clone(),
            description: process.description.clone(),
            stage: process.stage.as_str().to_owned(),
            area: process.area.as_str().to_owned(),
            state: process.state.as_str().to_owned(),
            owner: id(process.owner),
            department: id(process.department),
            promise: process.promise.clone().unwrap_or_default(),
            reviewed: process.reviewed_at.map_or_else(String::new, day),
        }
    }

    /// The change that it asks for.
    fn change(&self, choices: &Choices, zone: &TimeZone) -> Result<Change, Problem> {
        let wrong = || Problem::Invalid(Text::key("problem-form"));
        let id = |list: &[(String, String)], value: &str| {
            Ok::<_, Problem>(chosen(list, value)?.and_then(|id| Uuid::parse_str(&id).ok()))
        };
        let reviewed_at = match self.reviewed.trim() {
            "" => None,
            day => {
                let day: Date =
                    day.parse().map_err(|_| Problem::Invalid(Text::key("process-reviewed-wrong")))?;
                Some(day.to_zoned(zone.clone()).map_err(|_| wrong())?.timestamp())
            }
        };
        Ok(Change {
            name: self.name.clone(),
            description: self.description.clone(),
            stage: Stage::read(&self.stage).ok_or_else(wrong)?,
            area: Area::read(&self.area).ok_or_else(wrong)?,
            state: State::read(&self.state).ok_or_else(wrong)?,
            department: id(&choices.departments, &self.department)?,
            owner: id(&choices.owners, &self.owner)?,
            promise: chosen(&choices.promises, &self.promise)?,
            reviewed_at,
        })
    }

    /// What stands otherwise in `theirs`, by the key of the field's name, and as people read it.
    fn differences(&self, theirs: &Self, choices: &Choices, visit: &Visit) -> Vec<(&'static str, String)> {
        let say = &visit.say;
        let fields = [
            ("process-name", &self.name, &theirs.name, theirs.name.clone()),
            ("process-description", &self.description, &theirs.description, theirs.description.clone()),
            ("process-stage", &self.stage, &theirs.stage, say.of("stage-", &theirs.stage)),
            ("process-area", &self.area, &theirs.area, say.of("area-", &theirs.area)),
            ("process-state", &self.state, &theirs.state, say.of("state-", &theirs.state)),
            ("process-owner", &self.owner, &theirs.owner, called(&choices.owners, &theirs.owner)),
            (
                "process-department",
                &self.department,
                &theirs.department,
                called(&choices.departments, &theirs.department),
            ),
            ("process-promise", &self.promise, &theirs.promise, called(&choices.promises, &theirs.promise)),
            ("process-reviewed-on", &self.reviewed, &theirs.reviewed, theirs.reviewed.clone()),
        ];
        let other = |(key, mine, theirs, words)| (mine != theirs).then_some((key, words));
        fields.into_iter().filter_map(other).collect()
    }
}
