//! An installation under test, in a time of its own.

use super::{Answer, Visitor};
use app::rooms::customers::{self, Customer};
use app::rooms::people::{self, NewPerson, Password};
use app::web::{Problem, Role};
use app::{App, Clock, Config, routes};
use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::Request;
use db::{Location, Tx, Write};
use jiff::{SignedDuration, Timestamp};
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU32, Ordering};
use tokio::sync::OnceCell;
use tower::ServiceExt;
use uuid::Uuid;

/// The password of everyone who was given one.
pub const PASSWORD: &str = "a-long-one-for-tests";

/// When stories begin: a Monday at ten in Sofia.
const START: &str = "2026-03-02T08:00:00Z";

/// Where visitors come from.
const PLACE: ([u8; 4], u16) = ([192, 0, 2, 7], 40_000);

/// An open installation, with a clock that stands still until it is moved. Clones share it.
#[derive(Clone)]
pub struct House {
    app: App,
    router: Router,
    location: Location,
    /// Microseconds since 1970.
    clock: Arc<AtomicI64>,
    /// How many people were let in.
    people: Arc<AtomicU32>,
}

impl House {
    /// Opens an installation, which is new there.
    pub async fn at(location: Location) -> Self {
        let start: Timestamp = START.parse().expect("an instant");
        let clock = Arc::new(AtomicI64::new(start.as_microsecond()));
        Self::open(location, Config::default(), clock, Arc::default()).await
    }

    async fn open(location: Location, config: Config, clock: Arc<AtomicI64>, people: Arc<AtomicU32>) -> Self {
        let told = clock.clone();
        let now = move || Timestamp::from_microsecond(told.load(Ordering::Relaxed)).expect("a time");
        let app = App::open_at(location.clone(), config, Clock::new(now)).await.expect("the house opens");
        let router = routes::router(app.clone());
        Self { app, router, location, clock, people }
    }

    /// The same installation, as the program that people reach under this address has it open.
    pub async fn reached_at(&self, url: &str) -> Self {
        let config = Config { public_url: Some(url.into()) };
        Self::open(self.location.clone(), config, self.clock.clone(), self.people.clone()).await
    }

    pub fn app(&self) -> &App {
        &self.app
    }

    pub fn now(&self) -> Timestamp {
        self.app.now()
    }

    /// Lets time pass.
    pub fn wait(&self, time: SignedDuration) {
        let by = i64::try_from(time.as_micros()).expect("less than all of time");
        self.clock.fetch_add(by, Ordering::Relaxed);
    }

    /// Does something in a transaction, which has to go well.
    pub async fn write<T: Send + 'static>(
        &self,
        work: impl for<'t> FnOnce(&'t mut Tx) -> Write<'t, T, Problem> + Send + 'static,
    ) -> T {
        self.app.db().write(work).await.expect("what a story needs can be written")
    }

    /// Adds someone of this role, who can sign in with [`PASSWORD`]. A customer is one of the organisation's.
    pub async fn person(&self, role: Role) -> NewPerson {
        let number = self.people.fetch_add(1, Ordering::Relaxed);
        let email = format!("{}-{number}@linden.example", role.as_str());
        let mut person = NewPerson::new(&format!("Person {number}"), &email, role).expect("someone");
        person.password = Some(kept_password().await);
        let now = self.now();
        let customer = (role == Role::Customer).then(|| Customer {
            id: Uuid::now_v7(),
            name: person.name.clone(),
            email: Some(email),
            segment: "home".into(),
            office: None,
            since: now,
            left_at: None,
            monthly_cents: Some(2_990),
        });
        person.customer = customer.as_ref().map(|customer| customer.id);
        let added = person.clone();
        self.write(move |tx| {
            Box::pin(async move {
                customers::add(tx, customer.as_slice()).await?;
                people::commands::add(tx, vec![person], ("program", None), now).await
            })
        })
        .await;
        added
    }

    /// Someone new of this role, signed in.
    pub async fn sign_in(&self, role: Role) -> Visitor {
        let person = self.person(role).await;
        self.begin(&person).await
    }

    /// A visit of someone who signed in.
    pub async fn begin(&self, person: &NewPerson) -> Visitor {
        let session = people::commands::begin_session(&self.app, person.id, "a test".into()).await;
        Visitor::known(self.clone(), person, session.expect("a session begins"))
    }

    /// Someone who did not sign in.
    pub fn stranger(&self) -> Visitor {
        Visitor::stranger(self.clone())
    }

    /// Hands a request to the router.
    pub async fn answer(&self, mut request: Request<Body>) -> Answer {
        request.extensions_mut().insert(ConnectInfo(SocketAddr::from(PLACE)));
        let Ok(response) = self.router.clone().oneshot(request).await;
        Answer::of(response).await
    }
}

/// What is kept of [`PASSWORD`]. Hashing takes its time, so it is done once.
async fn kept_password() -> String {
    static KEPT: OnceCell<String> = OnceCell::const_new();
    let hashed = async || Password::from(PASSWORD.to_owned()).hashed().await.expect("a password");
    KEPT.get_or_init(hashed).await.clone()
}
