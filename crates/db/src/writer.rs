//! The one writer of an SQLite database: takes the transactions that wait into one commit.
//!
//! Each transaction is a savepoint of its own, so that one that fails takes no other with it. Their callers hear of it
//! after the commit, that is, once everything is on the disk.

use crate::{Connection, Error, Tx};
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use std::panic::AssertUnwindSafe;
use tokio::sync::{mpsc, oneshot};

/// How many transactions may wait.
const QUEUE: usize = 4096;

/// How many transactions go into one commit.
const GROUP: usize = 256;

/// What is to happen in a transaction. It says whether it is to be kept, and how to answer once that is certain.
pub(crate) type Job = Box<dyn for<'t> FnOnce(&'t mut Tx) -> BoxFuture<'t, Outcome> + Send>;

/// How a transaction ended.
pub(crate) struct Outcome {
    /// Whether it is to be kept.
    pub keep: bool,
    /// Tells the caller, once the commit has gone well or not.
    pub answer: Box<dyn FnOnce(Result<(), Error>) + Send>,
}

/// What the writer is told.
pub(crate) enum Order {
    /// To do something in a transaction.
    Do(Job),
    /// To close its connection once everything before is done, and to say when that is so.
    End(oneshot::Sender<()>),
}

/// Starts the writer over its connection, on a thread of its own: a commit waits for the disk. It ends when it is told
/// to, or when nobody can tell it anything any more.
pub(crate) fn start(connection: Connection) -> Result<mpsc::Sender<Order>, Error> {
    let (sender, receiver) = mpsc::channel(QUEUE);
    let runtime = tokio::runtime::Handle::current();
    std::thread::Builder::new()
        .name("touchline-writer".to_owned())
        .spawn(move || runtime.block_on(work(Tx::over(connection), receiver)))
        .map_err(|_| Error::Broken)?;
    Ok(sender)
}

async fn work(mut tx: Tx, mut orders: mpsc::Receiver<Order>) {
    let mut group = Vec::with_capacity(GROUP);
    let mut waiting = Vec::new();
    while orders.recv_many(&mut group, GROUP).await > 0 {
        let mut jobs = Vec::with_capacity(group.len());
        for order in group.drain(..) {
            match order {
                Order::Do(job) => jobs.push(job),
                Order::End(told) => waiting.push(told),
            }
        }
        if !waiting.is_empty() {
            // Nothing more comes in; what is in already is still done.
            orders.close();
        }
        if !jobs.is_empty() {
            commit(&mut tx, jobs).await;
        }
    }
    tx.close().await;
    for told in waiting {
        // Whoever went away need not know.
        let _ = told.send(());
    }
}

/// Runs the jobs, commits once, and answers.
async fn commit(tx: &mut Tx, jobs: Vec<Job>) {
    let mut ended = Vec::new();
    let mut failure = tx.run("begin immediate", Vec::new()).await.err();
    for job in jobs {
        // Dropped without an answer, a job's caller hears that the write broke off.
        if failure.is_none() {
            match apart(tx, job).await {
                Ok(outcome) => ended.extend(outcome),
                Err(error) => failure = Some(error),
            }
        }
    }
    if failure.is_none() {
        failure = tx.commit().await.err();
    }
    if let Some(error) = &failure {
        tracing::error!(%error, "a group of writes was not kept");
        // An error within may have ended the transaction already; then there is nothing to take back.
        if let Err(error) = tx.run("rollback", Vec::new()).await {
            tracing::debug!(%error, "nothing to roll back");
        }
    }
    for outcome in ended {
        (outcome.answer)(if failure.is_none() { Ok(()) } else { Err(Error::Broken) });
    }
}

/// Runs a job within a savepoint of its own. Nothing comes back of a job that panicked.
async fn apart(tx: &mut Tx, job: Job) -> Result<Option<Outcome>, Error> {
    tx.run("savepoint job", Vec::new()).await?;
    let outcome = AssertUnwindSafe(job(tx)).catch_unwind().await.ok();
    if !outcome.as_ref().is_some_and(|outcome| outcome.keep) {
        tx.run("rollback to job", Vec::new()).await?;
    }
    tx.run("release job", Vec::new()).await?;
    Ok(outcome)
}
