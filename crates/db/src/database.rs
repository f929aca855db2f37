//! The database: opened once, read by many, written in transactions.

use crate::connection::Driver;
use crate::sqlite::{File, Readers};
use crate::writer::{self, Job, Order, Outcome};
use crate::{Connection, Error, Kind, Location, Tx, migrate};
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use std::panic::AssertUnwindSafe;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::mpsc::{self, error::SendTimeoutError};
use tokio::sync::oneshot;

/// Connections that read PostgreSQL at a time.
const SERVER_READERS: u32 = 12;

/// Connections that write to PostgreSQL at a time. They are others than those that read, so that whoever writes while
/// holding one that reads waits for nobody who does the same.
const SERVER_WRITERS: u32 = 8;

/// How long to wait for a connection.
pub(crate) const PATIENCE: Duration = Duration::from_secs(10);

/// A future of a write, which borrows its transaction.
pub type Write<'t, T, E> = BoxFuture<'t, Result<T, E>>;

/// An open database. Clones share it.
#[derive(Debug, Clone)]
pub struct Database {
    inner: Inner,
    location: Location,
}

#[derive(Debug, Clone)]
enum Inner {
    Sqlite { readers: Arc<Readers>, writer: mpsc::Sender<Order> },
    Postgres { readers: PgPool, writers: PgPool },
}

impl Database {
    /// Opens the database, makes it if it is not there, and brings its tables up to date.
    ///
    /// # Errors
    ///
    /// [`Error::Folder`], [`Error::Newer`], or what the database says.
    pub async fn open(location: Location) -> Result<Self, Error> {
        let inner = match &location {
            Location::File(file) => open_file(file).await?,
            Location::Server(address) => open_server(address).await?,
        };
        let database = Self { inner, location };
        migrate::up_to_date(&database).await?;
        Ok(database)
    }

    /// Where it lies.
    #[must_use]
    pub fn location(&self) -> &Location {
        &self.location
    }

    /// Which of the two it is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.location.kind()
    }

    /// A connection to read with.
    ///
    /// # Errors
    ///
    /// [`Error::Busy`], if none gets free for ten seconds.
    pub async fn read(&self) -> Result<Connection, Error> {
        Ok(Connection(match &self.inner {
            Inner::Sqlite { readers, .. } => Driver::Reading(readers.take().await?),
            Inner::Postgres { readers, .. } => Driver::Postgres(readers.acquire().await?),
        }))
    }

    /// Does what is given in one transaction. `Ok` means that it is on the disk; after `Err` nothing of it was kept.
    ///
    /// # Errors
    ///
    /// What `work` says, or what the database says.
    pub async fn write<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
        F: for<'t> FnOnce(&'t mut Tx) -> Write<'t, T, E> + Send + 'static,
    {
        match &self.inner {
            Inner::Sqlite { writer, .. } => {
                let (sender, receiver) = oneshot::channel();
                let job: Job = Box::new(move |tx| {
                    Box::pin(async move {
                        let result = work(tx).await;
                        let keep = result.is_ok();
                        let answer = move |committed: Result<(), Error>| {
                            // A caller who went away needs no answer.
                            let _ = sender.send(committed.map_err(E::from).and(result));
                        };
                        Outcome { keep, answer: Box::new(answer) }
                    })
                });
                writer.send_timeout(Order::Do(job), PATIENCE).await.map_err(|refused| match refused {
                    SendTimeoutError::Timeout(_) => Error::Busy,
                    SendTimeoutError::Closed(_) => Error::Broken,
                })?;
                receiver.await.map_err(|_| Error::Broken)?
            }
            // A task of its own, so that a caller who goes away does not leave a transaction half done.
            Inner::Postgres { writers, .. } => {
                let pool = writers.clone();
                tokio::spawn(async move { transact(&pool, work).await }).await.map_err(|_| Error::Broken)?
            }
        }
    }

    /// Closes it for all who share it, once what is being done is done. Everything is then in the one file of SQLite.
    pub async fn close(self) {
        match self.inner {
            Inner::Sqlite { readers, writer } => {
                readers.close().await;
                let (sender, receiver) = oneshot::channel();
                if writer.send(Order::End(sender)).await.is_ok() {
                    // Without an answer the writer has ended, too.
                    let _ = receiver.await;
                }
            }
            Inner::Postgres { readers, writers } => {
                readers.close().await;
                writers.close().await;
            }
        }
    }
}

/// A transaction of PostgreSQL.
async fn transact<T, E, F>(pool: &PgPool, work: F) -> Result<T, E>
where
    E: From<Error>,
    F: for<'t> FnOnce(&'t mut Tx) -> Write<'t, T, E>,
{
    let connection = pool.acquire().await.map_err(Error::from)?;
    let mut tx = Tx::over(Connection(Driver::Postgres(connection)));
    tx.run("begin", Vec::new()).await?;
    // A panic must not hand a connection back with its transaction open.
    let done = AssertUnwindSafe(async { work(&mut tx).await }).catch_unwind().await;
    let failed = match done.unwrap_or_else(|_| Err(Error::Broken.into())) {
        Ok(value) => match tx.commit().await {
            Ok(()) => return Ok(value),
            Err(error) => error.into(),
        },
        Err(error) => error,
    };
    if let Err(error) = tx.run("rollback", Vec::new()).await {
        tracing::warn!(%error, "a transaction that failed was not rolled back; its connection is closed");
        tx.never_again();
    }
    Err(failed)
}

async fn open_file(file: &Path) -> Result<Inner, Error> {
    let folder = file.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder).map_err(|source| Error::Folder { path: folder.into(), source })?;
    // The writer comes first: it makes the file, which readers cannot.
    let connection = Connection(Driver::Writing(patiently(|| File::open(file, PATIENCE)).await?));
    Ok(Inner::Sqlite { readers: Readers::of(file, PATIENCE), writer: writer::start(connection)? })
}

/// Tries again as long as another process is in the way: changing a new file to its journal waits for nobody.
async fn patiently<T>(open: impl Fn() -> Result<T, Error>) -> Result<T, Error> {
    const PAUSE: Duration = Duration::from_millis(20);
    let mut waited = Duration::ZERO;
    loop {
        match open() {
            Err(Error::Busy) if waited < PATIENCE => tokio::time::sleep(PAUSE).await,
            opened => return opened,
        }
        waited += PAUSE;
    }
}

async fn open_server(address: &str) -> Result<Inner, Error> {
    let options: PgConnectOptions = address.parse().map_err(Error::Postgres)?;
    // Nobody waits for a lock for longer than for a connection.
    let options = options.options([("lock_timeout", format!("{}ms", PATIENCE.as_millis()))]);
    let pool = |connections| PgPoolOptions::new().max_connections(connections).acquire_timeout(PATIENCE);
    let writers = pool(SERVER_WRITERS).connect_with(options.clone()).await?;
    Ok(Inner::Postgres { readers: pool(SERVER_READERS).connect_lazy_with(options), writers })
}
