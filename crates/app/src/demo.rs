//! The demo: a made-up organisation with two years of cases and feedback, and a sign-in for each role.

mod maps;
mod scenarios;

use crate::App;
use crate::rooms::customers::{self, Customer};
use crate::rooms::feedback::{self, Answer, Question};
use crate::rooms::offices::{self, Department, Office};
use crate::rooms::people::{self, NewPerson, Password};
use crate::rooms::processes::{self, Area, Initiator, Process, Stage, State};
use crate::rooms::promises::{self, Promise};
use crate::rooms::settings;
use crate::rooms::{self, cases};
use crate::web::{Problem, Role};
use bpmn::map::StepKind;
use db::Tx;
use jiff::{SignedDuration, Timestamp};
use samples::provider::{self, Organisation, StaffRole};
use uuid::Uuid;

/// The password of every sign-in of the demo.
pub const PASSWORD: &str = "customers-first";

/// What the made-up organisation is made from; the same seed gives the same one.
const SEED: u64 = 20;

/// Cases that are taken in at a time: enough for few statements, few enough for little memory.
const AT_A_TIME: usize = 100;

/// How strongly those felt who name an emotion, of 3.
const FELT: u8 = 2;

/// The process that the demo's own question is about.
const ASKED: &str = "get-connected";

/// Someone who can sign in to the demo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignIn {
    /// What they are to the organisation.
    pub role: Role,
    /// Their e-mail address.
    pub email: String,
}

/// Who can sign in: one for each role.
#[must_use]
pub fn sign_ins() -> Vec<SignIn> {
    Role::ALL.into_iter().map(|role| SignIn { role, email: email(role) }).collect()
}

fn email(role: Role) -> String {
    match role {
        Role::Administrator => "admin@linden.example".into(),
        Role::Customer => provider::DEMO_CUSTOMER.into(),
        role => format!("{}@linden.example", role.as_str()),
    }
}

/// Fills an empty installation; says whether it was empty.
///
/// # Errors
///
/// What the database says.
pub async fn fill(app: &App) -> Result<bool, Problem> {
    if !people::queries::is_nobody_here(&mut app.db().read().await?).await? {
        return Ok(false);
    }
    let (now, password) = (app.now(), Password::from(PASSWORD.to_owned()).hashed().await?);
    app.db()
        .write(move |tx| {
            Box::pin(async move {
                let organisation = Organisation::new(SEED, now);
                settings::name_organisation(tx, provider::NAME).await?;
                ground(tx, &organisation).await?;
                staff(tx, &organisation, &password, now).await?;
                catalogue(tx, &organisation, now).await?;
                history(tx, &organisation).await
            })
        })
        .await?;
    Ok(true)
}

/// Departments, offices and customers.
async fn ground(tx: &mut Tx, organisation: &Organisation) -> Result<(), Problem> {
    let department = |department: &provider::Department| Department {
        id: department.id,
        key: department.key.into(),
        name: department.name.into(),
    };
    let departments: Vec<_> = organisation.departments.iter().map(department).collect();
    offices::add_departments(tx, &departments).await?;
    let office = |office: &provider::Office| Office {
        id: office.id,
        key: office.city.to_lowercase(),
        name: office.name.into(),
        hours: office.hours.clone(),
    };
    let offices: Vec<_> = organisation.offices.iter().map(office).collect();
    offices::add_offices(tx, &offices).await?;
    let customer = |customer: &provider::Customer| Customer {
        id: customer.id.0,
        name: customer.name.clone(),
        email: Some(customer.email.clone()),
        segment: customer.segment.as_str().into(),
        office: Some(organisation.offices[customer.office].id),
        since: customer.since,
        left_at: customer.left,
        monthly_cents: Some(i64::from(customer.monthly_cents)),
    };
    let customers: Vec<_> = organisation.customers.iter().map(customer).collect();
    Ok(customers::add(tx, &customers).await?)
}

/// The staff, of whom one of each role can sign in, and one customer who can.
async fn staff(
    tx: &mut Tx,
    organisation: &Organisation,
    password: &str,
    now: Timestamp,
) -> Result<(), Problem> {
    let mut people = Vec::with_capacity(organisation.staff.len() + 1);
    for member in &organisation.staff {
        let role = match member.role {
            StaffRole::Administrator => Role::Administrator,
            StaffRole::Owner => Role::Owner,
            StaffRole::Agent => Role::Agent,
            StaffRole::Viewer => Role::Viewer,
        };
        // The first of each role is the one who can sign in.
        let is_first = people.iter().all(|person: &NewPerson| person.role != role);
        let address = if is_first { email(role) } else { member.email.clone() };
        let mut person = NewPerson::new(&member.name, &address, role)?;
        person.id = member.id.0;
        person.department = Some(organisation.departments[member.department].id);
        person.office = Some(organisation.offices[member.office].id);
        person.password = is_first.then(|| password.to_owned());
        people.push(person);
    }
    if let Some(customer) =
        organisation.customers.iter().find(|customer| customer.email == provider::DEMO_CUSTOMER)
    {
        let mut person = NewPerson::new(&customer.name, &customer.email, Role::Customer)?;
        person.customer = Some(customer.id.0);
        person.office = Some(organisation.offices[customer.office].id);
        person.password = Some(password.to_owned());
        people.push(person);
    }
    people::commands::add(tx, people, ("program", None), now).await
}

/// Promises and processes.
async fn catalogue(tx: &mut Tx, organisation: &Organisation, now: Timestamp) -> Result<(), Problem> {
    let promise = |promise: &provider::Promise| Promise {
        id: Uuid::now_v7(),
        key: promise.terms.to_string(),
        name: promise.name.into(),
        target: SignedDuration::from_hours(i64::from(promise.target_h)),
        warn_share: promise.warning_share,
        compensation_cents: i64::from(promise.compensation_cents),
        sentence: promise.compensation.into(),
    };
    let promises: Vec<_> = organisation.processes.iter().map(|process| promise(&process.promise)).collect();
    promises::add(tx, &promises).await?;
    let process = |process: &provider::Process| Process {
        id: Uuid::now_v7(),
        key: process.key.to_string(),
        name: process.name.into(),
        description: process.about.into(),
        stage: Stage::read(process.stage.as_str()).unwrap_or(Stage::Maintain),
        area: Area::read(process.area.as_str()).unwrap_or(Area::Relationship),
        state: if process.is_published { State::Published } else { State::Draft },
        industry: process.industry.map(str::to_owned),
        initiator: Initiator::read(process.initiator).unwrap_or(Initiator::Customer),
        partners: process.partners.iter().map(|partner| (*partner).to_owned()).collect(),
        tags: process.tags.iter().map(|tag| (*tag).to_owned()).collect(),
        department: Some(organisation.departments[process.department].id),
        owner: Some(organisation.staff[process.owner].id.0),
        promise: Some(process.promise.terms.to_string()),
        reviewed_at: process.reviewed,
        review_months: Some(process.review_months),
        map: process.map.clone(),
        version: 1,
    };
    let processes: Vec<_> = organisation.processes.iter().map(process).collect();
    processes::add(tx, &processes, ("program", None), now).await?;
    let versions = maps::versions(&organisation.processes, &processes, now);
    rooms::maps::add(tx, &versions, ("program", None), now).await?;
    scenarios::add(tx, &processes, now).await
}

/// Two years of cases, and what customers said.
async fn history(tx: &mut Tx, organisation: &Organisation) -> Result<(), Problem> {
    let mut stories = organisation.cases().peekable();
    while stories.peek().is_some() {
        let (mut cases, mut answers) = (Vec::with_capacity(AT_A_TIME), Vec::new());
        for story in stories.by_ref().take(AT_A_TIME) {
            answers.extend(story.feedback.into_iter().map(answer));
            cases.push(cases::Story { number: story.number.into(), events: story.events });
        }
        cases::import(tx, cases).await?;
        feedback::import(tx, answers).await?;
    }
    Ok(())
}

fn answer(given: provider::Feedback) -> Answer {
    Answer {
        id: given.id,
        case: Some(given.case.0),
        customer: Some(given.customer.0),
        process: given.process.to_string(),
        step: Some(given.step.to_string()),
        question: match given.question {
            provider::Question::Nps => Question::Nps,
            provider::Question::Csat => Question::Csat,
            provider::Question::Ces => Question::Ces,
        },
        score: given.score,
        words: given.text.unwrap_or_default(),
        emotions: given.emotions.into_iter().map(|name| (name.to_owned(), FELT)).collect(),
        channel: "link".into(),
        at: given.at,
    }
}

/// The link of a question that nobody has answered yet: how a customer sees it.
///
/// # Errors
///
/// What the database says.
pub async fn question(app: &App) -> Result<Option<String>, Problem> {
    let mut db = app.db().read().await?;
    let Some(process) = processes::find(&mut db, ASKED).await? else { return Ok(None) };
    let step = process.map.steps().iter().find(|step| step.kind == StepKind::End { good: true });
    let step = step.map(|step| step.id.clone());
    Ok(Some(feedback::general_link(app, &process.key, step.as_deref(), Question::Nps)))
}
