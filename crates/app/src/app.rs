//! An open installation: the database, its secret, and what does not change while it runs.

use crate::rooms::{blueprints, cases, feedback, people, processes, reports, settings, whatif};
use crate::web::observe::Meter;
use crate::web::secret::Secret;
use db::{Database, Location};
use jiff::Timestamp;
use std::sync::Arc;

/// How the program was started.
#[derive(Debug, Clone, Default)]
pub struct Config {
    /// The address under which people reach it, such as `https://touchline.example`; none while it is the one that it
    /// listens on.
    pub public_url: Option<String>,
}

/// What says the time.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> Timestamp + Send + Sync>);

impl Clock {
    /// One that says what is given.
    pub fn new(now: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        Self(Arc::new(now))
    }
}

impl std::fmt::Debug for Clock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Clock")
    }
}

/// An open installation. Clones share it.
#[derive(Debug, Clone)]
pub struct App(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    database: Database,
    secret: Secret,
    config: Config,
    meter: Meter,
    doors: people::Doors,
    directories: cases::Directories,
    measures: processes::Measures,
    blueprints: blueprints::Remembered,
    reports: reports::Reports,
    feedback_gate: feedback::Gate,
    whatif: whatif::Workshop,
    clock: Clock,
}

impl App {
    /// Opens an installation, and makes it if it is not there yet.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn open(location: Location, config: Config) -> Result<Self, db::Error> {
        Self::open_at(location, config, Clock::new(Timestamp::now)).await
    }

    /// As [`open`](Self::open), in the time that a clock says.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn open_at(location: Location, config: Config, clock: Clock) -> Result<Self, db::Error> {
        let database = Database::open(location).await?;
        let secret = settings::secret(&database).await?;
        let meter = Meter::installed();
        let doors = people::Doors::default();
        let directories = cases::Directories::default();
        let (measures, reports) = (processes::Measures::default(), reports::Reports::default());
        let feedback_gate = feedback::Gate::default();
        Ok(Self(Arc::new(Inner {
            database,
            secret,
            config,
            meter,
            doors,
            directories,
            measures,
            blueprints: blueprints::Remembered::default(),
            reports,
            feedback_gate,
            whatif: whatif::Workshop::default(),
            clock,
        })))
    }

    /// The database.
    #[must_use]
    pub fn db(&self) -> &Database {
        &self.0.database
    }

    /// What signs forms and links.
    #[must_use]
    pub fn secret(&self) -> &Secret {
        &self.0.secret
    }

    /// How the program was started.
    #[must_use]
    pub fn config(&self) -> &Config {
        &self.0.config
    }

    /// What is counted.
    #[must_use]
    pub fn meter(&self) -> &Meter {
        &self.0.meter
    }

    /// How often one may try to sign in.
    pub(crate) fn doors(&self) -> &people::Doors {
        &self.0.doors
    }

    /// Names, hours and promises that cases are shown with.
    pub(crate) fn directories(&self) -> &cases::Directories {
        &self.0.directories
    }

    /// What was measured on processes, as long as it holds.
    pub(crate) fn measures(&self) -> &processes::Measures {
        &self.0.measures
    }

    /// What customers said and pictures that were drawn, as long as they hold.
    pub(crate) fn blueprints(&self) -> &blueprints::Remembered {
        &self.0.blueprints
    }

    /// Reports that were made, as long as they hold.
    pub(crate) fn reports(&self) -> &reports::Reports {
        &self.0.reports
    }

    /// How often one may answer from one place.
    pub(crate) fn feedback_gate(&self) -> &feedback::Gate {
        &self.0.feedback_gate
    }

    /// Where scenarios are simulated.
    pub(crate) fn whatif(&self) -> &whatif::Workshop {
        &self.0.whatif
    }

    /// The time, in whole microseconds as the journal keeps it; the one place where it is asked for.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        whole_microseconds((self.0.clock.0)())
    }

    /// Whether people reach it over TLS, so that cookies need never go without.
    #[must_use]
    pub fn is_secure(&self) -> bool {
        self.0.config.public_url.as_deref().is_some_and(|url| url.starts_with("https://"))
    }
}

/// The instant as the database keeps it: what is worked out from it now and from the journal later is the same.
#[must_use]
pub(crate) fn whole_microseconds(at: Timestamp) -> Timestamp {
    Timestamp::from_microsecond(at.as_microsecond()).unwrap_or(at)
}
