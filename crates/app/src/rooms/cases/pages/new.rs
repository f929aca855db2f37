//! Opening a case: staff for a customer whom they look up, customers for themselves.

use super::act::to_case;
use crate::App;
use crate::rooms::cases::Directory;
use crate::rooms::cases::commands::{self, CHANNELS, Opening};
use crate::rooms::customers::{self, Customer};
use crate::rooms::processes::State as Stands;
use crate::web::{Actor, Form, Page, Place, Problem, Right, Text, Visit, html};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use caseflow::Key;
use db::Connection;
use uuid::Uuid;

/// Customers that a search shows.
const FOUND: u32 = 20;

/// What the form holds.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default)]
pub struct Draft {
    title: String,
    text: String,
    process: String,
    step: String,
    channel: String,
    /// Name or e-mail address of the customer.
    who: String,
    /// The customer who was chosen.
    customer: String,
    /// Whether the customer is only to be looked up.
    find: String,
}

#[derive(askama::Template)]
#[template(path = "cases/templates/new.html")]
struct New {
    page: Page,
    draft: Draft,
    is_staff: bool,
    processes: Vec<(String, String)>,
    channels: &'static [&'static str],
    found: Vec<Customer>,
    refused: Option<String>,
}

/// The form.
pub async fn new(
    State(app): State<App>,
    visit: Visit,
    Query(draft): Query<Draft>,
) -> Result<Response, Problem> {
    let actor = allowed(&visit)?;
    let mut db = app.db().read().await?;
    let directory = app.directories().knowing(&mut db, visit.now(), &[]).await?;
    form(&mut db, &directory, &visit, actor, draft, None).await
}

/// Opens the case; or shows whom the search found, if the customer is not certain yet.
pub async fn create(
    State(app): State<App>,
    visit: Visit,
    Form(draft): Form<Draft>,
) -> Result<Response, Problem> {
    let actor = allowed(&visit)?;
    let mut db = app.db().read().await?;
    let directory = app.directories().knowing(&mut db, visit.now(), &[actor.person]).await?;
    let customer = match actor.customer {
        Some(own) => Some(own),
        None => match chosen(&mut db, &draft).await? {
            Chosen::One(customer) => customer,
            Chosen::Unsure => {
                let refused = draft.find.is_empty().then(|| visit.say.text("case-customer-unsure"));
                return form(&mut db, &directory, &visit, actor, draft, refused).await;
            }
        },
    };
    let opening = Opening {
        title: draft.title.clone(),
        text: draft.text.clone(),
        customer,
        process: Key::new(&draft.process).filter(|key| directory.processes.contains_key(key.as_str())),
        step: Key::new(&draft.step),
        channel: if actor.customer.is_some() { Key::new("web") } else { Key::new(&draft.channel) },
        responsible: actor.customer.is_none().then_some(actor.person),
    };
    let by = commands::context(actor, visit.now());
    let for_write = directory.clone();
    match commands::open_in(app.db(), for_write, by, opening).await.map_err(Problem::from) {
        Ok((_, number)) => Ok(to_case(number).into_response()),
        Err(Problem::Invalid(text)) => {
            let refused = Some(text.said(visit.say.language));
            form(&mut db, &directory, &visit, actor, draft, refused).await
        }
        Err(problem) => Err(problem),
    }
}

/// Staff who work on cases, and customers.
fn allowed(visit: &Visit) -> Result<&Actor, Problem> {
    let actor = visit.actor()?;
    if actor.customer.is_none() {
        actor.allow(Right::Work)?;
    }
    Ok(actor)
}

enum Chosen {
    One(Option<Uuid>),
    Unsure,
}

/// Whose matter it is: the one who was chosen, the only one whom the search finds, or nobody's.
async fn chosen(db: &mut Connection, draft: &Draft) -> Result<Chosen, Problem> {
    if !draft.find.is_empty() {
        return Ok(Chosen::Unsure);
    }
    if let Ok(id) = draft.customer.parse() {
        let known = customers::find(db, id).await?.ok_or(Problem::Invalid(Text::key("problem-form")))?;
        return Ok(Chosen::One(Some(known.id)));
    }
    if draft.who.trim().is_empty() {
        return Ok(Chosen::One(None));
    }
    Ok(match &customers::search(db, &draft.who, 2).await?[..] {
        [only] => Chosen::One(Some(only.id)),
        _ => Chosen::Unsure,
    })
}

async fn form(
    db: &mut Connection,
    directory: &Directory,
    visit: &Visit,
    actor: &Actor,
    draft: Draft,
    refused: Option<String>,
) -> Result<Response, Problem> {
    let is_staff = actor.customer.is_none();
    let mut processes = Vec::new();
    for (key, name) in &directory.processes {
        let is_shown = is_staff
            || directory.process(db, key).await?.is_some_and(|process| process.state == Stands::Published);
        if is_shown {
            processes.push((key.clone(), name.clone()));
        }
    }
    processes.sort_by(|a, b| a.1.cmp(&b.1));
    let found = if is_staff { customers::search(db, &draft.who, FOUND).await? } else { Vec::new() };
    let status = if refused.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let page = visit.page(Place::Run);
    let shown = New { page, draft, is_staff, processes, channels: &CHANNELS, found, refused };
    Ok((status, html(&shown)?).into_response())
}
