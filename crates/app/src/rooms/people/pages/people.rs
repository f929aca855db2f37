//! The people of the installation, for those who administer it.

use crate::App;
use crate::rooms::offices::{self, Department, Office};
use crate::rooms::people::{MIN_PASSWORD, NewPerson, Password, Person, commands, queries};
use crate::web::{Actor, Form, Page, Place, Problem, Right, Role, Text, Visit, folded, html};
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

/// The roles that staff have.
const STAFF: [Role; 4] = [Role::Administrator, Role::Owner, Role::Agent, Role::Viewer];

#[derive(askama::Template)]
#[template(path = "people/templates/people.html")]
struct People {
    page: Page,
    tab: &'static str,
    me: Uuid,
    people: Vec<Person>,
    departments: Vec<Department>,
    offices: Vec<Office>,
    /// How many there are of each role.
    roles: Vec<(Role, usize)>,
    all: usize,
    wanted: Wanted,
    min_password: usize,
    entered: Entered,
    refused: Option<String>,
}

/// What is looked for.
#[derive(Default, serde::Deserialize)]
pub struct Wanted {
    #[serde(default)]
    q: String,
    role: Option<Role>,
}

/// What the form asks for.
#[derive(Default, serde::Deserialize)]
pub struct Entered {
    name: String,
    email: String,
    role: String,
    password: String,
    #[serde(default)]
    department: String,
    #[serde(default)]
    office: String,
}

/// The list.
pub async fn list(
    State(app): State<App>,
    visit: Visit,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    let me = visit.allowed(Right::Administer)?.person;
    Ok(page(&app, &visit, me, (wanted, Entered::default(), None)).await?.into_response())
}

async fn page(
    app: &App,
    visit: &Visit,
    me: Uuid,
    (wanted, entered, refused): (Wanted, Entered, Option<String>),
) -> Result<axum::response::Html<String>, Problem> {
    let mut db = app.db().read().await?;
    let mut people = queries::list(&mut db).await?;
    let count = |role| people.iter().filter(|person| person.role == role).count();
    let (roles, all) = (Role::ALL.map(|role| (role, count(role))).to_vec(), people.len());
    let words = folded(wanted.q.trim());
    people.retain(|person| {
        wanted.role.is_none_or(|role| role == person.role)
            && (folded(&person.name).contains(&words) || person.email.contains(&words))
    });
    html(&People {
        page: visit.page(Place::Settings),
        tab: "people",
        me,
        people,
        departments: offices::departments(&mut db).await?,
        offices: offices::list(&mut db).await?,
        roles,
        all,
        wanted,
        min_password: MIN_PASSWORD,
        entered,
        refused,
    })
}

/// Adds one of the staff.
pub async fn create(
    State(app): State<App>,
    visit: Visit,
    Form(entered): Form<Entered>,
) -> Result<Response, Problem> {
    let actor = visit.allowed(Right::Administer)?;
    match add(&app, actor, &visit, &entered).await {
        Ok(()) => Ok(Redirect::to("/settings/people").into_response()),
        Err(problem @ (Problem::Invalid(_) | Problem::Conflict(_))) => {
            let (status, refused) = (problem.status(), Some(problem.detail(visit.say.language)));
            let again = page(&app, &visit, actor.person, (Wanted::default(), entered, refused)).await?;
            Ok((status, again).into_response())
        }
        Err(problem) => Err(problem),
    }
}

async fn add(app: &App, actor: &Actor, visit: &Visit, entered: &Entered) -> Result<(), Problem> {
    let role = staff_role(&entered.role)?;
    let mut person = NewPerson::new(&entered.name, &entered.email, role)?;
    let password = Password::from(entered.password.clone());
    password.check()?;
    person.password = Some(password.hashed().await?);
    person.department = chosen(&entered.department)?;
    person.office = chosen(&entered.office)?;
    let (by, now) = (actor.in_journal(), visit.now());
    app.db().write(move |tx| Box::pin(async move { commands::add(tx, vec![person], by, now).await })).await
}

/// The id of what was chosen in a list, if something was.
fn chosen(id: &str) -> Result<Option<Uuid>, Problem> {
    if id.is_empty() {
        return Ok(None);
    }
    id.parse().map(Some).map_err(|_| Problem::Invalid(Text::key("problem-form")))
}

fn staff_role(word: &str) -> Result<Role, Problem> {
    Role::read(word).filter(|role| STAFF.contains(role)).ok_or(Problem::Invalid(Text::key("problem-form")))
}

/// Another role.
#[derive(serde::Deserialize)]
pub struct NewRole {
    role: String,
}

/// Gives someone another role.
pub async fn change_role(
    State(app): State<App>,
    visit: Visit,
    Path(person): Path<Uuid>,
    Form(new): Form<NewRole>,
) -> Result<Redirect, Problem> {
    let (by, now) = (visit.allowed(Right::Administer)?.in_journal(), visit.now());
    let role = staff_role(&new.role)?;
    app.db()
        .write(move |tx| Box::pin(async move { commands::change_role(tx, person, role, by, now).await }))
        .await?;
    Ok(Redirect::to("/settings/people"))
}

/// Whether someone may come in.
#[derive(serde::Deserialize)]
pub struct Access {
    open: bool,
}

/// Shuts someone out, or lets them in again.
pub async fn change_access(
    State(app): State<App>,
    visit: Visit,
    Path(person): Path<Uuid>,
    Form(access): Form<Access>,
) -> Result<Redirect, Problem> {
    let (by, now) = (visit.allowed(Right::Administer)?.in_journal(), visit.now());
    app.db()
        .write(move |tx| {
            Box::pin(async move {
                if access.open {
                    commands::enable(tx, person, by, now).await
                } else {
                    commands::disable(tx, person, by, now).await
                }
            })
        })
        .await?;
    Ok(Redirect::to("/settings/people"))
}
