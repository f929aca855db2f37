//! What makes reports, and remembers them.

use super::material::Material;
use super::{spec, store};
use crate::App;
use crate::rooms::processes::{self, Process};
use crate::rooms::promises;
use crate::web::say::CURRENCY;
use crate::web::{Memo, Problem};
use db::Connection;
use jiff::{SignedDuration, Timestamp};
use report::Report;
use std::collections::HashMap;
use std::sync::Arc;

/// How far back a report looks.
pub(super) const PERIOD: SignedDuration = SignedDuration::from_hours(24 * 365);

/// Cases that a report speaks of at most, the latest.
const MAX_CASES: u32 = 100_000;

/// Other rows that it reads at most, of each kind.
const MAX_ROWS: u32 = 2_000_000;

/// Reports that are remembered at most; each takes some hundred kilobytes.
const REMEMBERED: usize = 64;

/// Reports that were made, as long as they hold.
#[derive(Debug)]
pub struct Reports(Memo<Option<Report>>);

impl Default for Reports {
    fn default() -> Self {
        Self(Memo::new(REMEMBERED))
    }
}

/// The report on a process over the last year; none where there are no cases to speak of.
///
/// # Errors
///
/// What the database says; [`Problem::Unexpected`], if the report cannot be made.
pub async fn report(app: &App, process: &Process, now: Timestamp) -> Result<Arc<Option<Report>>, Problem> {
    let mut db = app.db().read().await?;
    let mark = processes::mark(&mut db, now).await?;
    if let Some(known) = app.reports().0.get(&process.key, mark) {
        return Ok(known);
    }
    let material = material(&mut db, process, processes::since(now, PERIOD)).await?;
    let promise = match &process.promise {
        Some(key) => promises::find(&mut db, key).await?,
        None => None,
    };
    drop(db);
    if material.passages.is_empty() {
        return Ok(app.reports().0.put(&process.key, mark, None));
    }
    let spec = spec::spec(process, promise.as_ref(), CURRENCY, &material);
    // The bootstrap of the what-ifs takes long for a task that others wait for.
    let made = tokio::task::spawn_blocking(move || report::report(&spec, &material.files()));
    let report = made.await.map_err(|_| Problem::Unexpected)?.map_err(|error| {
        tracing::error!(%error, "a report could not be made");
        Problem::Unexpected
    })?;
    Ok(app.reports().0.put(&process.key, mark, Some(report)))
}

/// Everything that a report on a process is made from.
async fn material(db: &mut Connection, process: &Process, since: Timestamp) -> Result<Material, Problem> {
    let mut cases = store::cases(db, &process.key, since, MAX_CASES).await?;
    let mut channels: HashMap<_, _> =
        store::channels(db, &process.key, since, MAX_ROWS).await?.into_iter().collect();
    for case in &mut cases {
        case.channel = channels.remove(&case.id);
    }
    let mut passages = processes::passages(db, &process.key, since).await?;
    // Some cases stay open after their end, in case the customer comes back; nobody waits any longer then.
    let ends = processes::ends(&process.map, &passages);
    for case in &mut cases {
        case.closed_at =
            case.closed_at.map(|closed| ends.get(&case.id).map_or(closed, |end| closed.min(*end)));
    }
    let steps = process.map.steps();
    let is_end = |id: &str| steps.iter().any(|step| step.id == id && step.kind.is_end());
    // How a case ended is said by its outcome.
    passages.retain(|passage| !is_end(&passage.step));
    let answers = store::answers(db, &process.key, since, MAX_ROWS).await?;
    Ok(Material { cases, passages, answers })
}
