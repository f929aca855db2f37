//! What changes scenarios, and what simulates them.

use super::changes::{Changes, MAX_NAME};
use super::model::{MAX_SCENARIOS, RunState, Scenario};
use super::simulation::{self, Refused};
use super::{queries, store};
use crate::App;
use crate::rooms::processes::{self, Process};
use crate::web::{Problem, Text};
use db::{Tx, journal};
use jiff::Timestamp;
use sim::Progress;
use uuid::Uuid;

/// Who does it, as the journal names them.
pub type By = (&'static str, Option<Uuid>);

/// A name without blanks at its ends, if it may be one.
///
/// # Errors
///
/// [`Problem::Invalid`], which names the limit.
pub fn named(name: &str) -> Result<String, Problem> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > MAX_NAME || name.contains(char::is_control) {
        return Err(Problem::Invalid(Text::key("whatif-wrong-name").with("n", MAX_NAME)));
    }
    Ok(name.to_owned())
}

/// Adds a scenario to a process.
///
/// # Errors
///
/// [`Problem::Invalid`] for a name that is none, [`Problem::Conflict`] if there are too many.
pub async fn add(
    tx: &mut Tx,
    process: Uuid,
    (name, changes): (&str, Changes),
    by: By,
    now: Timestamp,
) -> Result<Scenario, Problem> {
    let name = named(name)?;
    if store::count(tx, process).await? >= i64::from(MAX_SCENARIOS) {
        return Err(Problem::Conflict(Text::key("whatif-too-many").with("n", MAX_SCENARIOS)));
    }
    let scenario = Scenario {
        id: Uuid::now_v7(),
        process,
        name,
        changes,
        author: by.1,
        author_name: None,
        created_at: now,
        changed_at: now,
        version: 1,
        run: None,
    };
    store::add(tx, &scenario).await?;
    note(tx, &scenario, "scenario-added", by, now).await?;
    Ok(scenario)
}

/// Changes a scenario that was seen in its version.
///
/// # Errors
///
/// [`Problem::Conflict`], if somebody else changed it meanwhile.
pub async fn change(tx: &mut Tx, scenario: Scenario, by: By, now: Timestamp) -> Result<(), Problem> {
    let scenario = Scenario { name: named(&scenario.name)?, ..scenario };
    if !store::change(tx, &scenario, now).await? {
        return Err(Problem::Conflict(Text::key("whatif-changed-meanwhile")));
    }
    note(tx, &scenario, "scenario-changed", by, now).await
}

/// Takes a scenario away.
///
/// # Errors
///
/// [`Problem::NotFound`], if there is none.
pub async fn remove(tx: &mut Tx, scenario: &Scenario, by: By, now: Timestamp) -> Result<(), Problem> {
    if store::remove(tx, scenario.id).await? == 0 {
        return Err(Problem::NotFound);
    }
    note(tx, scenario, "scenario-removed", by, now).await
}

async fn note(
    tx: &mut Tx,
    scenario: &Scenario,
    kind: &'static str,
    by: By,
    now: Timestamp,
) -> Result<(), Problem> {
    let data = serde_json::json!({ "process": scenario.process, "changes": scenario.changes }).to_string();
    journal::note(tx, "scenario", scenario.id, by, now, (kind, data)).await?;
    Ok(())
}

/// Has a scenario wait for its simulation, which begins when the program [goes on](resume) with what waits.
///
/// # Errors
///
/// What the database says.
pub async fn await_turn(tx: &mut Tx, scenario: &Scenario, now: Timestamp) -> Result<(), Problem> {
    Ok(store::ask(tx, scenario.id, now).await?)
}

/// Asks for the simulation of a scenario; what runs already of it begins again. Where too much waits already, the run fails
/// and says so.
///
/// # Errors
///
/// What the database says.
pub async fn ask(app: &App, process: &Process, id: Uuid, now: Timestamp) -> Result<(), Problem> {
    app.db()
        .write(move |tx| Box::pin(async move { Ok::<_, Problem>(store::ask(tx, id, now).await?) }))
        .await?;
    let (app, key) = (app.clone(), process.key.clone());
    tokio::spawn(async move { run(&app, &key, id).await });
    Ok(())
}

/// Stops the simulation of a scenario.
///
/// # Errors
///
/// What the database says.
pub async fn cancel(app: &App, id: Uuid, now: Timestamp) -> Result<(), Problem> {
    app.whatif().bench.cancel(id);
    end(app, id, RunState::Cancelled, now, None).await
}

/// Goes on with what waited or ran when the program ended.
///
/// # Errors
///
/// What the database says.
pub async fn resume(app: &App) -> Result<(), Problem> {
    let waiting = store::waiting(&mut app.db().read().await?, MAX_SCENARIOS).await?;
    let app = app.clone();
    // One after the other, so that few journals are in memory at a time.
    tokio::spawn(async move {
        for (id, key) in waiting {
            run(&app, &key, id).await;
        }
    });
    Ok(())
}

async fn end(
    app: &App,
    id: Uuid,
    state: RunState,
    now: Timestamp,
    problem: Option<&'static str>,
) -> Result<(), Problem> {
    app.db()
        .write(move |tx| {
            Box::pin(async move {
                store::end(tx, id, state, now, problem).await?;
                Ok::<_, Problem>(())
            })
        })
        .await
}

/// Puts a run on the workbench, once today's parameters are known: they come from the workbench, too.
async fn run(app: &App, key: &str, id: Uuid) {
    let (process, scenario, today) = match load(app, key, id).await {
        Ok(loaded) => loaded,
        Err(problem) => {
            tracing::debug!(?problem, "a scenario that is gone is not simulated");
            return;
        }
    };
    let (told, runtime) = (app.clone(), tokio::runtime::Handle::current());
    let work = move |progress: &Progress| {
        let said = simulated(&process, &scenario, &today, progress);
        runtime.block_on(async { finish(&told, &scenario, said).await });
    };
    if app.whatif().bench.run(id, work).is_err() {
        let _kept = end(app, id, RunState::Failed, app.now(), Some("busy")).await;
    }
}

type Loaded = (Process, Scenario, std::sync::Arc<queries::Today>);

async fn load(app: &App, key: &str, id: Uuid) -> Result<Loaded, Problem> {
    let mut db = app.db().read().await?;
    let process = processes::find(&mut db, key).await?.ok_or(Problem::NotFound)?;
    let scenario = queries::find(&mut db, &process, id).await?;
    drop(db);
    let today = queries::today(app, &process, app.now()).await?;
    Ok((process, scenario, today))
}

/// The result as text, or why there is none; neither, if it was stopped.
enum Said {
    Result(String),
    Problem(&'static str),
    Stopped,
}

fn simulated(process: &Process, scenario: &Scenario, today: &queries::Today, progress: &Progress) -> Said {
    let Ok(known) = &today.known else { return Said::Problem("impossible") };
    let names = ("", &*scenario.name);
    let found = simulation::compare(known, &scenario.changes, (&process.key, &process.name), names, progress);
    match found {
        Ok(outcome) => serde_json::to_string(&outcome).map_or(Said::Problem("unwritten"), Said::Result),
        Err(Refused::Failed(sim::Error::Cancelled)) => Said::Stopped,
        Err(Refused::Wrong(_)) => Said::Problem("wrong"),
        Err(Refused::Problems(_) | Refused::Failed(_)) => Said::Problem("refused"),
    }
}

async fn finish(app: &App, scenario: &Scenario, said: Said) {
    let (id, version, now) = (scenario.id, scenario.version, app.now());
    let Some(asked_at) = scenario.run.as_ref().map(|run| run.asked_at) else { return };
    let kept = match said {
        Said::Stopped => return,
        Said::Problem(problem) => end(app, id, RunState::Failed, now, Some(problem)).await,
        Said::Result(result) => {
            app.db()
                .write(move |tx| {
                    Box::pin(async move {
                        store::finish(tx, (id, asked_at), (now, version), &result).await?;
                        Ok::<_, Problem>(())
                    })
                })
                .await
        }
    };
    if let Err(problem) = kept {
        tracing::error!(?problem, "a result could not be kept");
    }
}
